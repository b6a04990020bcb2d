//! `history`: the statements so far.

use crate::query::Problem;
use crate::query::ast::Statement;
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "history",
    aliases: &[],
    group: "session",
    usage: "history",
    summary: "the statements so far",
    about: "Up and Ctrl-R find them while typing.",
    examples: &["history"],
    run: Some(run),
};

fn run(session: &mut Session, _: &Statement, _: &str) -> Result<Reply, Problem> {
    if session.history.is_empty() {
        return Ok(Reply::text("no statements yet\n"));
    }
    let lines = session
        .history
        .iter()
        .enumerate()
        .map(|(i, s)| format!("{:>4}  {}\n", i + 1, s.replace('\n', "\n      ")));
    Ok(Reply::text(lines.collect::<String>()))
}
