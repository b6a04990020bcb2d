//! `candidates`: pairs of actors that may be one, likeliest first.

use crate::query::ast::{Clause, Statement, Verb};
use crate::query::names::Resolver;
use crate::query::result::{Cell, Kind, Row};
use crate::query::{Answer, Problem};
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "candidates",
    aliases: &[],
    group: "judgements",
    usage: "candidates [NAME] [limit N]",
    summary: "pairs of actors that may be one, likeliest first",
    about: "Judge them with `same` or `notsame`.",
    examples: &[],
    run: Some(run),
};

fn run(session: &mut Session, statement: &Statement, text: &str) -> Result<Reply, Problem> {
    let Verb::Candidates(expr) = &statement.query.verb else {
        return Ok(Reply::default());
    };
    let key = match expr {
        Some(expr) => Some(
            session
                .graph
                .entity(
                    Resolver::new(&session.graph, &session.variables, text)
                        .entity(expr)?
                        .entity,
                )
                .key
                .to_owned(),
        ),
        None => None,
    };
    let judge = session
        .judge
        .as_ref()
        .ok_or_else(|| super::no_judge(statement.query.span))?;
    let limit = statement
        .query
        .clauses
        .iter()
        .find_map(|c| {
            if let Clause::Limit(n) = c.value {
                Some(n)
            } else {
                None
            }
        })
        .unwrap_or(20);
    let pairs = judge.candidates(key.as_deref());
    let entity = |key: &str| session.graph.entity_by_key(key);
    let rows = pairs.into_iter().take(limit).map(|(a, b, score, reasons)| {
        let cell = |k: &str| entity(k).map_or_else(|| Cell::Text(k.to_owned()), Cell::Entity);
        let entities = [entity(&a), entity(&b)].into_iter().flatten().collect();
        Row {
            cells: vec![cell(&a), cell(&b), Cell::Number(score), Cell::Text(reasons)],
            entities,
            ..Row::default()
        }
    });
    let mut answer = Answer {
        kind: Kind::Entities,
        ..Answer::table(
            "candidates",
            &["one", "other", "score", "because"],
            rows.collect(),
        )
    };
    if answer.rows.is_empty() {
        answer.notes.push("no pairs are in doubt".to_owned());
    }
    session.print(answer, statement, text)
}
