//! `clear`: clears the screen.

use crate::query::Problem;
use crate::query::ast::Statement;
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "clear",
    aliases: &[],
    group: "session",
    usage: "clear",
    summary: "clears the screen",
    about: "Ctrl-L does the same.",
    examples: &[],
    run: Some(run),
};

fn run(session: &mut Session, _: &Statement, _: &str) -> Result<Reply, Problem> {
    let text = if session.columns.is_some() {
        "\u{1b}[2J\u{1b}[H"
    } else {
        ""
    };
    Ok(Reply::text(text))
}
