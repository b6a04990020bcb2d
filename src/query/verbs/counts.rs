//! Commands that count and rank.
//!
//! In: the parser behind the command word. Out: the verb with its clauses. Invariant: only questions with rows are counted. Does not: count.

use crate::query::ast::{ALL_ROWS, EntityList, Joint, TopKind, Topic, Verb};
use crate::query::clauses::Allowed;
use crate::query::expect::Slot;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};
use crate::query::verbs::lists::{between, common, events, neighbors};
use crate::query::verbs::words::{MEASURES, TOP_KINDS};
use crate::query::verbs::{Answer, Grammar};

pub(super) fn top(p: &mut Parser<'_>) -> Parsed<Answer> {
    let n = p.integer();
    if let Some(none) = n.as_ref().filter(|n| n.value == 0) {
        return p.error(none.span, "at least one row must be asked for".to_owned());
    }
    let n = match n {
        Some(n) => Some(n.value as usize),
        None => p.eat("all").then_some(ALL_ROWS),
    };
    let kind = p.one_of(&TOP_KINDS).unwrap_or(TopKind::Actors);
    let measure = if p.eat("by") {
        Some(p.one_of(&MEASURES).ok_or_else(|| p.unexpected())?)
    } else {
        None
    };
    Ok((
        Verb::Top { n, kind, measure },
        p.clauses(Allowed::QUESTION)?,
    ))
}

pub(super) fn compare(p: &mut Parser<'_>) -> Parsed<Answer> {
    let mut list = p.entity_list(true)?;
    while p.eat("vs") || p.eat("versus") {
        let more = p.entity_list(true)?;
        list.joints.push(Joint::Versus);
        list.joints.extend(more.joints);
        list.parts.extend(more.parts);
    }
    if list.joints.is_empty() {
        return Err(p.unexpected());
    }
    let by = p.dimension()?;
    Ok((
        Verb::Compare(sides(list), by),
        p.clauses(Allowed::QUESTION)?,
    ))
}

/// Parts a list into the sides of a comparison: at `vs`; between pairs that dashes join; at `with` between pairs. Single names are one list.
fn sides(list: EntityList) -> Vec<EntityList> {
    let has = |joint: Joint| list.joints.contains(&joint);
    let paired = |j: &Joint| matches!(j, Joint::Dash | Joint::Arrow);
    let parts: fn(&Joint) -> bool = if has(Joint::Versus) {
        |j| *j == Joint::Versus
    } else if list.joints.iter().any(paired) {
        |j| !matches!(j, Joint::Dash | Joint::Arrow)
    } else {
        |j| *j == Joint::With
    };
    let mut sides: Vec<EntityList> = Vec::new();
    for (i, part) in list.parts.iter().enumerate() {
        let joint = i.checked_sub(1).and_then(|i| list.joints.get(i));
        match (joint.filter(|j| !parts(j)), sides.last_mut()) {
            (Some(joint), Some(side)) => {
                side.joints.push(*joint);
                side.parts.push(part.clone());
            }
            _ => sides.push(EntityList {
                parts: vec![part.clone()],
                joints: Vec::new(),
            }),
        }
    }
    let pairs = sides.iter().filter(|s| s.parts.len() > 1).count();
    // "compare A with B and C" are three, unless it is said otherwise.
    let split = sides.len() > 1 && (has(Joint::Versus) && pairs > 0 || pairs == sides.len());
    if split { sides } else { vec![list] }
}

/// Reads the question whose rows are counted: one of those whose rows a person may want to know the number of.
pub(super) fn count(p: &mut Parser<'_>) -> Parsed<Answer> {
    const COUNTED: [(&str, Grammar); 5] = [
        ("neighbors", neighbors),
        ("neighbours", neighbors),
        ("between", between),
        ("events", events),
        ("common", common),
    ];
    for (word, grammar) in COUNTED {
        if p.eat(word) {
            let (verb, clauses) = grammar(p)?;
            return Ok((Verb::Count(Box::new(verb)), clauses));
        }
    }
    if p.eat("articles") {
        let clauses = p.clauses(Allowed::QUESTION.and(Allowed::ROLES))?;
        let of = Verb::ShowTopic(Topic::Articles);
        return Ok((Verb::Count(Box::new(of)), clauses));
    }
    if let Some(kind) = p.one_of(&TOP_KINDS) {
        let (n, measure) = (Some(ALL_ROWS), None);
        let of = Verb::Top { n, kind, measure };
        return Ok((Verb::Count(Box::new(of)), p.clauses(Allowed::QUESTION)?));
    }
    Err(p.unexpected())
}

pub(super) fn stats(p: &mut Parser<'_>) -> Parsed<Answer> {
    let of = p.eat("of");
    p.expect(Slot::Entity);
    let named = p.peek().is_some_and(|t| {
        let word = p.words(t);
        matches!(t.kind, Kind::Quoted(_) | Kind::Id | Kind::Variable)
            || (t.kind == Kind::Word
                && !crate::query::parse::RESERVED
                    .iter()
                    .any(|r| r.eq_ignore_ascii_case(word)))
    });
    let list = if of || named {
        Some(p.entity_list(false)?)
    } else {
        None
    };
    let by = p.dimension()?;
    Ok((Verb::Stats(list, by), p.clauses(Allowed::QUESTION)?))
}
