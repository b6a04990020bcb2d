//! Commands that list events or entities.
//!
//! In: the parser behind the command word. Out: the verb with its clauses. Invariant: a status without its keyword is nobody's name. Does not: know the graph.

use crate::query::ast::{
    At, Clause, ClauseExpr, EntityExpr, EntityList, EntityTerm, Pattern, Role, Verb,
};
use crate::query::clauses::Allowed;
use crate::query::expect::Slot;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};
use crate::query::verbs::Answer;
use crate::query::verbs::words::TOPICS;

pub(super) fn timeline(p: &mut Parser<'_>) -> Parsed<Answer> {
    let _ = p.eat("of") || p.eat("between");
    let list = p.entity_list(false)?;
    p.filler();
    Ok((Verb::Timeline(list), p.clauses(Allowed::QUESTION)?))
}

pub(super) fn between(p: &mut Parser<'_>) -> Parsed<Answer> {
    let list = pair(p)?;
    p.filler();
    Ok((Verb::Between(list), p.clauses(Allowed::QUESTION)?))
}

/// Reads a list of at least two entities.
pub(super) fn pair(p: &mut Parser<'_>) -> Parsed<EntityList> {
    let list = p.entity_list(false)?;
    if list.joints.is_empty() {
        Err(p.unexpected())
    } else {
        Ok(list)
    }
}

pub(super) fn events(p: &mut Parser<'_>) -> Parsed<Answer> {
    let mut clauses = Vec::new();
    status_in_front(p, &mut clauses);
    let start = p.here();
    p.expect(Slot::Type);
    if let Some(token) = p.peek()
        && token.kind == Kind::Word
        && !p.not_with_follows()
        && !p.not_in_follows()
    {
        let word = p.words(token);
        let at = p.at;
        let label = p.label().is_some();
        p.at = at;
        if label || p.vocabulary.event_type(word).is_some() {
            let types = p.types()?;
            clauses.push(At::new(Clause::Types(types), p.since(start)));
        } else if !p.whole_follows(0)
            && !p.date_follows(0)
            && !crate::query::parse::RESERVED
                .iter()
                .any(|r| r.eq_ignore_ascii_case(word))
        {
            let names = p.alternatives()?;
            let known = |e: &EntityExpr| matches!(&e.value, EntityTerm::Name { text, .. } if p.known.is_name(text));
            if names.first().is_some_and(known) {
                clauses.push(At::new(Clause::With(Role::Any, names), p.since(start)));
            } else {
                p.at = at;
                let types = p.types()?;
                clauses.push(At::new(Clause::Types(types), p.since(start)));
            }
        }
    }
    status_in_front(p, &mut clauses);
    clauses.extend(p.clauses(Allowed::QUESTION.and(Allowed::ROLES))?);
    Ok((Verb::Events, clauses))
}

/// `events planned`: a status without its keyword, unless somebody is called so.
pub(super) fn status_in_front(p: &mut Parser<'_>, clauses: &mut Vec<ClauseExpr>) {
    let start = p.here();
    let named = p.peek().is_some_and(|t| p.known.is_whole_name(p.words(t)));
    if named {
        return;
    }
    if p.is_standing(usize::from(p.is_word(0, "not")))
        && let Some(clause) = p.standing()
    {
        clauses.push(At::new(clause, p.since(start)));
        status_in_front(p, clauses);
    } else if let Some(status) = p.status_word() {
        clauses.push(At::new(Clause::Statuses(vec![status]), p.since(start)));
    }
}

pub(super) fn find(p: &mut Parser<'_>) -> Parsed<Answer> {
    if let Some(token) = p.eat_kind(Kind::Regex) {
        let body = p.words(token).trim_start_matches('/');
        let (pattern, ignore_case) = body.strip_suffix("/i").map_or_else(
            || (body.strip_suffix('/').unwrap_or(body), false),
            |b| (b, true),
        );
        let find = Verb::Find(Pattern::Regex(
            At::new(pattern.to_owned(), token.span),
            ignore_case,
        ));
        return Ok((find, p.clauses(Allowed::QUESTION)?));
    }
    let entity = p.entity()?;
    Ok((
        Verb::Find(Pattern::Entity(entity)),
        p.clauses(Allowed::QUESTION)?,
    ))
}

pub(super) fn show(p: &mut Parser<'_>) -> Parsed<Answer> {
    let topic = p.one_of(&TOPICS);
    if let Some(topic) = topic {
        let clauses = p.clauses(Allowed::QUESTION.and(Allowed::ROLES))?;
        return Ok((Verb::ShowTopic(topic), clauses));
    }
    let verb = match p.reference() {
        Some(reference) => Verb::ShowReference(reference),
        None => Verb::Show(p.entity()?),
    };
    Ok((verb, p.clauses(Allowed::QUESTION)?))
}

pub(super) fn neighbors(p: &mut Parser<'_>) -> Parsed<Answer> {
    let _ = p.eat("of");
    let entity = p.entity()?;
    Ok((
        Verb::Neighbors(entity),
        p.clauses(Allowed::QUESTION.and(Allowed::HOPS))?,
    ))
}

pub(super) fn common(p: &mut Parser<'_>) -> Parsed<Answer> {
    let list = p.entity_list(true)?;
    if list.joints.is_empty() {
        return Err(p.unexpected());
    }
    Ok((Verb::Common(list), p.clauses(Allowed::QUESTION)?))
}

pub(super) fn changes(p: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Changes, p.clauses(Allowed::QUESTION)?))
}

pub(super) fn evidence(p: &mut Parser<'_>) -> Parsed<Answer> {
    let subject = p.subject()?;
    Ok((Verb::Evidence(subject), p.clauses(Allowed::QUESTION)?))
}

pub(super) fn why(p: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Why(p.subject()?), Vec::new()))
}
