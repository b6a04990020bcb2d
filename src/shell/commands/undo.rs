//! `undo`: takes the latest judgement back.

use crate::query::Problem;
use crate::query::ast::Statement;
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "undo",
    aliases: &[],
    group: "judgements",
    usage: "undo",
    summary: "takes the latest judgement back",
    about: "Older ones follow if it is repeated.",
    examples: &[],
    run: Some(run),
};

fn run(session: &mut Session, statement: &Statement, _: &str) -> Result<Reply, Problem> {
    let judge = session
        .judge
        .as_mut()
        .ok_or_else(|| super::no_judge(statement.query.span))?;
    let judged = judge
        .undo()
        .map_err(|m| Problem::new(m, statement.query.span))?;
    Ok(super::judged(session, judged))
}
