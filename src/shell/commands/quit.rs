//! `quit`: leaves.

use crate::query::Problem;
use crate::query::ast::Statement;
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "quit",
    aliases: &["exit"],
    group: "session",
    usage: "quit",
    summary: "leaves",
    about: "Ctrl-D on an empty line does the same.",
    examples: &[],
    run: Some(run),
};

fn run(_: &mut Session, _: &Statement, _: &str) -> Result<Reply, Problem> {
    Ok(Reply {
        quit: true,
        ..Reply::default()
    })
}
