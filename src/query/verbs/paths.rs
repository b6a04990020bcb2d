//! Commands that seek ways between two entities.
//!
//! In: the parser behind the command word. Out: the verb with its clauses. Invariant: both ends are named. Does not: search.

use crate::query::ast::Verb;
use crate::query::clauses::Allowed;
use crate::query::expect::Slot;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};
use crate::query::verbs::Answer;

pub(super) fn path(p: &mut Parser<'_>) -> Parsed<Answer> {
    any_path(p, false, false)
}

pub(super) fn paths(p: &mut Parser<'_>) -> Parsed<Answer> {
    any_path(p, true, false)
}

pub(super) fn journeys(p: &mut Parser<'_>) -> Parsed<Answer> {
    any_path(p, true, true)
}

pub(super) fn any_path(p: &mut Parser<'_>, all: bool, journey: bool) -> Parsed<Answer> {
    let _ = p.eat("from");
    let from = p.entity()?;
    if p.eat_kind(Kind::Arrow).is_none() {
        p.need("to")?;
    }
    let to = p.entity_in(Slot::Entity)?;
    let clauses = p.clauses(
        Allowed::QUESTION
            .and(Allowed::HOPS)
            .and(Allowed::VIA)
            .and(Allowed::JOURNEY),
    )?;
    Ok((
        Verb::Path {
            from,
            to,
            all,
            journey,
        },
        clauses,
    ))
}
