//! `no`: drops the judgement that `same` or `notsame` has just shown.

use crate::query::Problem;
use crate::query::ast::Statement;
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "no",
    aliases: &[],
    group: "judgements",
    usage: "no",
    summary: "drops the judgement that was just shown",
    about: "Nothing is written. Any other statement but `yes` drops it as well.",
    examples: &[],
    run: Some(run),
};

fn run(session: &mut Session, statement: &Statement, _: &str) -> Result<Reply, Problem> {
    if session.pending.take().is_none() {
        let message = "there is nothing to say no to; `same` and `notsame` ask";
        return Err(Problem::new(message, statement.query.span));
    }
    Ok(Reply {
        remarks: vec!["dropped; nothing was written".to_owned()],
        ..Reply::default()
    })
}
