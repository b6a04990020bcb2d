//! `same`: keeps the judgement that two actors are one.

use crate::query::Problem;
use crate::query::ast::{Statement, Verb};
use crate::query::names::Resolver;
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "same",
    aliases: &[],
    group: "judgements",
    usage: "same NAME and NAME",
    summary: "keeps the judgement that two actors are one",
    about: "Kept in the decisions file and replayed at every build.",
    examples: &[],
    run: Some(run),
};

/// Records the judgement.
pub fn run(session: &mut Session, statement: &Statement, text: &str) -> Result<Reply, Problem> {
    let Verb::Judge(same, list) = &statement.query.verb else {
        return Ok(Reply::default());
    };
    let keys: Vec<String> = {
        let resolver = Resolver::new(&session.graph, &session.variables, text);
        resolver
            .list(list, 2)?
            .iter()
            .map(|p| session.graph.entity(p.entity).key.to_owned())
            .collect()
    };
    let [a, b] = keys.as_slice() else {
        return Err(Problem::new(
            "judge two actors at a time",
            statement.query.span,
        ));
    };
    let judge = session
        .judge
        .as_mut()
        .ok_or_else(|| super::no_judge(statement.query.span))?;
    let judged = judge
        .decide(a, b, *same)
        .map_err(|m| Problem::new(m, statement.query.span))?;
    Ok(super::judged(session, judged))
}
