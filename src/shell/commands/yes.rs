//! `yes`: keeps the judgement that `same` or `notsame` has just shown.

use crate::query::Problem;
use crate::query::ast::Statement;
use crate::query::result::count;
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "yes",
    aliases: &[],
    group: "judgements",
    usage: "yes",
    summary: "keeps the judgement that was just shown",
    about: "Any other statement drops it. The decisions file and the graph file are written at once, and every build replays them.",
    examples: &[],
    run: Some(run),
};

fn run(session: &mut Session, statement: &Statement, _: &str) -> Result<Reply, Problem> {
    let problem = |m: String| Problem::new(m, statement.query.span);
    let nothing = || problem("there is nothing to say yes to; `same` and `notsame` ask".to_owned());
    let pending = session.pending.take().ok_or_else(nothing)?;
    super::writable(session, statement.query.span)?;
    let judge = session.judge.as_mut().ok_or_else(nothing)?;
    let message = judge.keep(&pending.graph).map_err(problem)?;
    let left = judge.queue().len();
    session.graph = std::sync::Arc::new(pending.graph);
    session.last = None;
    let mut remarks = vec![message];
    if left > 0 {
        remarks.push(format!(
            "{} in doubt, see `candidates`",
            count(left, "pair")
        ));
    }
    Ok(Reply {
        remarks,
        ..Reply::default()
    })
}
