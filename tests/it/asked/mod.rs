//! Lines as people type them, in three languages: pairs, titles, offices, times, plain nouns; and near misses that stay refused.

mod follow;
mod kinds;
mod lists;
mod names;
mod roles;
mod times;

use crate::transcripts::corpus;
use newsgraph::query::Problem;
use newsgraph::shell::session::{Reply, Session};

pub(super) fn reply(session: &mut Session, text: &str) -> Reply {
    session
        .execute(text)
        .unwrap_or_else(|e| panic!("{text}: {e}"))
}

pub(super) fn read_as(session: &mut Session, text: &str) -> Option<String> {
    let reply = session.execute(text).ok()?;
    let written = |word: &str| reply.remarks.iter().find_map(|r| r.strip_prefix(word));
    let first = written("statement: ").or_else(|| written("read as: "));
    first.map(str::to_owned)
}

pub(super) fn refused(session: &mut Session, text: &str) -> Problem {
    match session.execute(text) {
        Err(problem) => problem,
        Ok(reply) => panic!("{text}: answered with {reply:?}"),
    }
}

pub(super) fn rows(session: &mut Session, text: &str) -> usize {
    let _ = reply(session, text);
    session.last.as_ref().map_or(0, |a| a.rows.len())
}

pub(super) fn assert_read(cases: &[(&str, &str)]) {
    let mut session = corpus();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(line, statement)| {
            let read = read_as(&mut session, line);
            (read.as_deref() != Some(*statement))
                .then(|| format!("{line}: {read:?}, not {statement}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
