//! `undo`: takes the latest judgement back.

use crate::query::Problem;
use crate::query::ast::Statement;
use crate::shell::command::Command;
use crate::shell::judging::outcome;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "undo",
    aliases: &[],
    group: "judgements",
    usage: "undo",
    summary: "takes the latest judgement back",
    about: "Older ones follow if it is repeated. The graph is linked without it at once.",
    examples: &[],
    run: Some(run),
};

fn run(session: &mut Session, statement: &Statement, _: &str) -> Result<Reply, Problem> {
    super::writable(session, statement.query.span)?;
    let judge = session
        .judge
        .as_mut()
        .ok_or_else(|| super::no_judge(statement.query.span))?;
    let undone = judge
        .undo(&session.graph)
        .map_err(|m| Problem::new(m, statement.query.span))?;
    let text = outcome(&session.graph, &undone.graph, &undone.names);
    session.graph = std::sync::Arc::new(undone.graph);
    session.last = None;
    Ok(Reply {
        text,
        remarks: vec![undone.message],
        ..Reply::default()
    })
}
