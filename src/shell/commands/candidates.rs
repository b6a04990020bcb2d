//! `candidates`: pairs of actors that may be one, likeliest first.

use crate::query::ast::{Clause, Statement, Verb};
use crate::query::names::Resolver;
use crate::query::result::{Cell, Kind, Row, count};
use crate::query::{Answer, Problem};
use crate::shell::command::Command;
use crate::shell::judging::{Doubt, bearer};
use crate::shell::session::{Reply, Session};

/// Rows without `limit`.
const ROWS: usize = 20;

/// The command.
pub const COMMAND: Command = Command {
    name: "candidates",
    aliases: &[],
    group: "judgements",
    usage: "candidates [NAME] [limit N]",
    summary: "pairs of actors that may be one, likeliest first",
    about: "`build` and `add` keep the queue beside the graph, in GRAPH.candidates.ron. Judge a row with `same #N` or `notsame #N`.",
    examples: &["candidates"],
    run: Some(run),
};

fn run(session: &mut Session, statement: &Statement, text: &str) -> Result<Reply, Problem> {
    let Verb::Candidates(expr) = &statement.query.verb else {
        return Ok(Reply::default());
    };
    let only = match expr {
        Some(expr) => Some(
            Resolver::new(&session.graph, &session.variables, text)
                .entity(expr)?
                .entity,
        ),
        None => None,
    };
    let queue: &[Doubt] = session
        .judge
        .as_ref()
        .ok_or_else(|| super::no_judge(statement.query.span))?
        .queue();
    let limit = statement.query.clauses.iter().find_map(|c| match c.value {
        Clause::Limit(n) => Some(n),
        _ => None,
    });
    let rows: Vec<Row> = queue
        .iter()
        .map(|doubt| row(session, doubt))
        .filter(|r| only.is_none_or(|e| r.entities.contains(&e)))
        .collect();
    let total = rows.len();
    let mut answer = Answer {
        kind: Kind::Entities,
        ..Answer::table("candidates", &["one", "other", "score", "because"], rows)
    };
    answer.rows.truncate(limit.unwrap_or(ROWS));
    if total == 0 {
        answer.notes.push("no pairs are in doubt".to_owned());
    } else if answer.rows.len() < total {
        answer.truncated = true;
        answer.notes.push(format!(
            "{} of {} shown; `limit N` shows more",
            answer.rows.len(),
            count(total, "pair")
        ));
    }
    session.print(answer, statement, text)
}

fn row(session: &Session, doubt: &Doubt) -> Row {
    let found = [&doubt.a, &doubt.b].map(|name| bearer(&session.graph, name));
    let [a, b] = found;
    let cell =
        |e: Option<_>, name: &str| e.map_or_else(|| Cell::Text(name.to_owned()), Cell::Entity);
    Row {
        cells: vec![
            cell(a, &doubt.a),
            cell(b, &doubt.b),
            Cell::Number(f64::from(doubt.score)),
            Cell::Text(doubt.reasons.join("; ")),
        ],
        entities: found.into_iter().flatten().collect(),
        ..Row::default()
    }
}
