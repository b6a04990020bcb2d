//! Commands of the session: judgements, files, variables, settings.
//!
//! In: the parser behind the command word. Out: the verb. Invariant: nothing is done while reading. Does not: open files.

use crate::query::ast::{Assigned, At, Exported, Subject, Verb};
use crate::query::clauses::Allowed;
use crate::query::expect::Slot;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};
use crate::query::verbs::lists::pair;
use crate::query::verbs::{Answer, VERBS};

pub(super) fn same(p: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Judge(true, judged(p)?), Vec::new()))
}

pub(super) fn notsame(p: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Judge(false, judged(p)?), Vec::new()))
}

pub(super) fn judged(p: &mut Parser<'_>) -> Parsed<Subject> {
    match p.reference() {
        Some(row) => Ok(Subject::Reference(row)),
        None => pair(p).map(Subject::Entities),
    }
}

pub(super) fn yes(_: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Yes, Vec::new()))
}

pub(super) fn no(_: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::No, Vec::new()))
}

pub(super) fn undo(_: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Undo, Vec::new()))
}

pub(super) fn candidates(p: &mut Parser<'_>) -> Parsed<Answer> {
    let _ = p.eat("of") || p.eat("for");
    p.expect(Slot::Entity);
    let entity = if p.peek().is_some_and(|t| {
        matches!(
            t.kind,
            Kind::Word | Kind::Quoted(_) | Kind::Id | Kind::Variable
        ) && !p.is_word(0, "limit")
            && !p.is_word(0, "as")
    }) {
        Some(p.entity()?)
    } else {
        None
    };
    Ok((Verb::Candidates(entity), p.clauses(Allowed::ORDER)?))
}

pub(super) fn export(p: &mut Parser<'_>) -> Parsed<Answer> {
    let format = p.format()?;
    let what = if p.eat("of") {
        if p.eat("last") {
            Some(Box::new(Exported::Last))
        } else {
            p.exporting = true;
            let query = p.query();
            p.exporting = false;
            Some(Box::new(Exported::Query(query?)))
        }
    } else {
        None
    };
    p.need("to")?;
    let file = p.file(Slot::File)?;
    Ok((Verb::Export { format, what, file }, Vec::new()))
}

pub(super) fn run(p: &mut Parser<'_>) -> Parsed<Answer> {
    let file = p.file(Slot::Query)?;
    let mut values = Vec::new();
    loop {
        p.expect(Slot::Parameter);
        let named = p.peek().is_some_and(|t| t.kind == Kind::Word)
            && p.peek_at(1).is_some_and(|t| t.kind == Kind::Equals);
        if !named {
            return Ok((Verb::Run(file, values), Vec::new()));
        }
        let name = p.ident(Slot::Parameter)?;
        let _ = p.eat_kind(Kind::Equals);
        values.push((name, p.value()?));
    }
}

pub(super) fn save(p: &mut Parser<'_>) -> Parsed<Answer> {
    let _ = p.eat("last");
    p.need("as")?;
    let name = p.ident(Slot::Name)?;
    let about = if p.eat_kind(Kind::Colon).is_some() {
        p.quoted()?.map(|q| q.value)
    } else {
        None
    };
    Ok((Verb::Save(name, about), Vec::new()))
}

pub(super) fn let_(p: &mut Parser<'_>) -> Parsed<Answer> {
    p.expect(Slot::Variable);
    let token = p.eat_kind(Kind::Variable).ok_or_else(|| p.unexpected())?;
    let name = At::new(p.words(token).get(1..).unwrap_or("").to_owned(), token.span);
    p.expect(Slot::Word("="));
    p.eat_kind(Kind::Equals).ok_or_else(|| p.unexpected())?;
    p.expect(Slot::Value);
    let verb = p.peek().is_some_and(|t| {
        t.kind == Kind::Word
            && VERBS
                .iter()
                .any(|v| v.0.contains(&p.words(t).to_lowercase().as_str()))
    });
    let assigned = if verb {
        Assigned::Query(Box::new(p.query()?))
    } else {
        Assigned::Value(p.value()?)
    };
    Ok((Verb::Let(name, assigned), Vec::new()))
}

pub(super) fn set(p: &mut Parser<'_>) -> Parsed<Answer> {
    p.expect(Slot::Setting);
    if p.peek().is_none() {
        return Ok((Verb::Set(None, None), Vec::new()));
    }
    let name = p.ident(Slot::Setting)?;
    let _ = p.eat_kind(Kind::Equals);
    p.expect(Slot::SettingValue);
    let value = if p.peek().is_some() {
        Some(p.value()?)
    } else {
        None
    };
    Ok((Verb::Set(Some(name), value), Vec::new()))
}

pub(super) fn help(p: &mut Parser<'_>) -> Parsed<Answer> {
    p.expect(Slot::HelpTopic);
    let topic = if p.peek().is_some() {
        Some(p.ident(Slot::HelpTopic)?)
    } else {
        None
    };
    Ok((Verb::Help(topic), Vec::new()))
}

pub(super) fn history(_: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::History, Vec::new()))
}

pub(super) fn clear(_: &mut Parser<'_>) -> Parsed<Answer> {
    Ok((Verb::Clear, Vec::new()))
}
