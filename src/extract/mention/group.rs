//! Groups and bodies without a proper name: "armeniska separatister", "the Israeli army", "die Regierung".
//!
//! In: a [`Line`] with names and country adjectives. Out: nominal candidates with country and sector. Invariants: an adjective belongs to the mention, a
//! genitive or an of-phrase that names the country is a mention of its own; a group of a country is surer than one without.

use super::name::is_genitive_mark;
use super::{Candidate, Context, Line};
use crate::base::analysis::{EntityClass, MentionForm};
use crate::lexicon::titles::has;

/// How many words may stand between a country and its group.
const REACH: usize = 3;

/// Finds the groups of a line.
pub(super) fn find(context: &Context, line: &mut Line) {
    let groups = context.pack.groups();
    let mut at = 0;
    while at < line.tokens.len() {
        let Some(noun) = groups
            .find(&line.tokens, at)
            .filter(|n| {
                line.free(at, at + n.n_tokens) || taken(line, at, at + n.n_tokens).is_some()
            })
            .filter(|_| !line.titled.iter().any(|t| t.0 <= at && at < t.1))
        else {
            at += 1;
            continue;
        };
        let end = at + noun.n_tokens;
        let found = candidate(context, line, at, end, &noun);
        match (found, taken(line, at, end)) {
            (Some(group), None) => line.candidates.push(group),
            (Some(group), Some(name)) if group.country.is_some() => {
                if let Some(slot) = line.candidates.get_mut(name) {
                    *slot = group;
                }
            }
            _ => {}
        }
        at = end;
    }
}

/// The unknown name the tagger saw in these words or a part of them: where nouns are capital, "das serbische Parlament" looks like one.
fn taken(line: &Line, at: usize, end: usize) -> Option<usize> {
    let unknown = |c: &Candidate| {
        c.start >= at
            && c.end <= end
            && c.entry.is_none()
            && c.country.is_none()
            && c.part.is_none()
    };
    line.candidates.iter().position(unknown)
}

/// The country of a group: its code and where the mention starts.
struct Owner {
    code: Option<String>,
    start: usize,
    organisation: bool,
}

fn candidate(
    context: &Context,
    line: &Line,
    at: usize,
    end: usize,
    noun: &crate::lexicon::nouns::NounMatch,
) -> Option<Candidate> {
    let group = context.pack.groups().group(noun.entry)?;
    let owner = prefix_owner(context, noun.prefix.as_deref(), at)
        .or_else(|| owner_before(context, line, at))
        .or_else(|| owner_after(context, line, at, end));
    let class = EntityClass::ALL.get(group.class as usize).copied()?;
    let alone = group.bare && (definite(context, line, at) || counted(context, line, at));
    if owner.is_none() && !alone {
        return None;
    }
    let start = owner.as_ref().map_or(at, |o| o.start);
    let sure = if owner.is_some() { 0.8 } else { 0.35 };
    let mut candidate = Candidate::new(start, end, class, &format!("group:{}", group.id), sure);
    candidate.form = MentionForm::Nominal;
    candidate.sector.clone_from(&group.sector);
    candidate.plural = class == EntityClass::Group;
    if owner.as_ref().is_some_and(|o| o.organisation) {
        candidate.confidence = 0.6;
    }
    candidate.country = owner.and_then(|o| o.code);
    Some(candidate)
}

/// "US-Truppen", "Nato-styrkor".
fn prefix_owner(context: &Context, prefix: Option<&str>, at: usize) -> Option<Owner> {
    let gazetteer = context.lexicon.gazetteer();
    let found = gazetteer.lookup(prefix?, &context.pack.code)?;
    let entry = found.senses.first().and_then(|s| gazetteer.at(s.entry))?;
    matches!(
        entry.class,
        EntityClass::Country | EntityClass::Organisation
    )
    .then(|| Owner {
        code: entry.country.map(str::to_owned),
        start: at,
        organisation: entry.class == EntityClass::Organisation,
    })
}

/// An adjective, a genitive or an attributive name before the noun.
fn owner_before(context: &Context, line: &Line, at: usize) -> Option<Owner> {
    let gazetteer = context.lexicon.gazetteer();
    let mut left = at;
    for _ in 0..=REACH {
        let token = left.checked_sub(1)?;
        if let Some(adjective) = line.adjectives.iter().find(|a| a.1 == left) {
            let free = line.free(adjective.0, at);
            let code = gazetteer.at(adjective.2)?.country.map(str::to_owned);
            return Some(Owner {
                code,
                start: if free { adjective.0 } else { at },
                organisation: false,
            });
        }
        let name = line.candidates.iter().find(|c| {
            c.part.is_none()
                && (c.end == left || c.end == token && is_genitive_mark(line.word(token)))
        });
        if let Some(name) = name {
            let owns = name.genitive || !context.pack.titles().table.compounds;
            let fits = matches!(
                name.class,
                EntityClass::Country | EntityClass::Place | EntityClass::Organisation
            ) && name.form != MentionForm::Nominal;
            let entry = name.entry.and_then(|e| gazetteer.at(e));
            let code = name
                .country
                .clone()
                .or_else(|| entry.and_then(|e| e.country.map(str::to_owned)));
            return (owns && fits && code.is_some()).then_some(Owner {
                code,
                start: at,
                organisation: name.class == EntityClass::Organisation,
            });
        }
        if !is_modifier(context, line.word(token)) {
            return None;
        }
        left = token;
    }
    None
}

/// "the government of Sudan", "rebels in Darfur", "die Regierung Sloweniens".
fn owner_after(context: &Context, line: &Line, at: usize, end: usize) -> Option<Owner> {
    let gazetteer = context.lexicon.gazetteer();
    let linked = has(&context.pack.groups().table.links, line.word(end));
    let skip = usize::from(has(
        &context.pack.titles().table.articles,
        line.word(end + 1),
    ));
    // "die Regierung Sloweniens": a genitive needs no link.
    let name = line.candidates.iter().find(|c| {
        linked && (c.start == end + 1 || c.start == end + 1 + skip) || c.start == end && c.genitive
    })?;
    if !matches!(name.class, EntityClass::Country | EntityClass::Place) {
        return None;
    }
    let code = name.country.clone().or_else(|| {
        name.entry
            .and_then(|e| gazetteer.at(e))
            .and_then(|e| e.country.map(str::to_owned))
    })?;
    Some(Owner {
        code: Some(code),
        start: at,
        organisation: false,
    })
}

fn is_modifier(context: &Context, word: &str) -> bool {
    let lower = word.chars().next().is_some_and(char::is_lowercase);
    lower && has(&context.pack.groups().table.modifiers, word)
}

/// "14 demonstrators", "tolv unga soldater", "dozens of rebels": does a number stand before the noun and one word that describes it?
fn counted(context: &Context, line: &Line, at: usize) -> bool {
    let table = &context.pack.groups().table;
    let word = |left: usize| line.word(left);
    let mut left = at;
    let mut step = |passes: &dyn Fn(usize) -> bool| {
        if let Some(before) = left.checked_sub(1).filter(|&i| passes(i)) {
            left = before;
        }
    };
    step(&|i| is_modifier(context, word(i)));
    step(&|i| has(&table.of_quantity, word(i)));
    let Some(number) = left.checked_sub(1).map(word) else {
        return false;
    };
    let digits = number.chars().next().is_some_and(|c| c.is_ascii_digit());
    // "the 2019 protesters" are those of a year.
    let year = digits && number.len() == 4;
    digits && !year || has(&table.quantities, number)
}

/// An article before the noun, or a form that carries one.
fn definite(context: &Context, line: &Line, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| line.word(i));
    let articles = &context.pack.titles().table.articles;
    let plain = !context.pack.language().nouns_capitalized && context.pack.titles().table.compounds;
    has(articles, before)
        || plain && (line.word(at).ends_with("na") || line.word(at).ends_with("en"))
}
