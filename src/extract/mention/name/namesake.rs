//! Bodies of one name: whether a gazetteer body's name is another body's where it stands.
//!
//! In: a [`Line`] with the names before it and a match. Out: [`Namesake`], and where a name begins that goes on to the left. Invariant: what the
//! gazetteer says is doubted only where another state or a longer name stands beside it. Does not: choose between entries of one name (document.rs).

use super::{Found, is_genitive_mark};
use crate::base::analysis::EntityClass;
use crate::extract::mention::{Candidate, Context, Line};
use crate::extract::tagger::Place;
use crate::lexicon::gazetteer::compile::Class;
use crate::lexicon::gazetteer::{Entry, SenseKind};

/// Whether a body's name is another body's here.
pub(super) enum Namesake {
    /// It is the one that the gazetteer means.
    No,
    /// It is another, which the group nouns find.
    Group,
    /// It is another: what is known of it.
    Other(Box<Candidate>),
}

/// "Perus Kongress", "Kanadas Konservativa partiet", "Växjö IS": does another state, or a longer name, own a body's name?
pub(super) fn namesake(context: &Context, line: &Line, found: &Found, entry: &Entry) -> Namesake {
    let gazetteer = context.lexicon.gazetteer();
    let words = context.pack.mention_words();
    let groups = context.pack.groups();
    let is_state = |code: &str| gazetteer.country(code).is_some();
    let state = entry.country.filter(|c| is_state(c));
    let kind = (found.start..found.end).any(|at| {
        let lower = line.word(at).to_lowercase();
        let body = words
            .organisation_nouns
            .iter()
            .chain(words.body_nouns.iter());
        groups.find(&line.tokens, at).is_some()
            || body.into_iter().any(|n| lower.ends_with(n.as_str()))
    });
    let code_at = |owner: Option<usize>| {
        let code = owner.and_then(|e| gazetteer.at(e)).and_then(|e| e.country);
        code.filter(|c| is_state(c)).map(str::to_owned)
    };
    let start = begins_at(context, line, found.start);
    let owner =
        code_at(owner_before(line, start)).or_else(|| code_at(owner_behind(context, line, found)));
    let foreign = state.is_some() && kind && owner.is_some() && owner.as_deref() != state;
    let letters = line.word(found.start);
    let acronym = found.end == found.start + 1
        && letters.chars().count() <= SHORT_ACRONYM
        && letters.chars().all(char::is_uppercase);
    let beside_name = found
        .start
        .checked_sub(1)
        .is_some_and(|at| line.covering(at).is_some());
    let longer = start < found.start && (kind || acronym && beside_name);
    if !foreign && !longer {
        return Namesake::No;
    }
    let noun = groups.find(&line.tokens, found.start);
    if start == found.start && noun.is_some_and(|n| n.n_tokens >= found.end - found.start) {
        return Namesake::Group;
    }
    let mut other = Candidate::new(
        start,
        found.end,
        EntityClass::Organisation,
        "gazetteer:namesake",
        0.7,
    );
    other.genitive = found.matched.genitive || is_genitive_mark(line.word(found.end));
    other.country = owner.or_else(|| {
        let place = line.candidates.iter().find(|c| longer && c.start == start);
        place.and_then(|c| code_at(c.entry))
    });
    other.sector = entry.sector.filter(|_| kind).map(str::to_owned);
    Namesake::Other(Box::new(other))
}

/// Longest acronym that a capital word before it makes a part of another name.
const SHORT_ACRONYM: usize = 2;

/// Most capital words behind the first that no name claims; a line with more is a headline.
const MOST_CAPITALS: usize = 2;

/// Where the name that goes on at a token begins: capital words directly before it belong to it where nouns are written small.
pub(super) fn begins_at(context: &Context, line: &Line, first: usize) -> usize {
    let titles = context.pack.titles();
    let ordinary = |at: &usize| line.capital(*at) && line.place(*at) == Place::Outside;
    // In headlines with capitals they tell nothing.
    let headline = (1..line.tokens.len()).filter(ordinary).count() > MOST_CAPITALS;
    if context.pack.language().nouns_capitalized || headline {
        return first;
    }
    let mut start = first;
    while let Some(at) = start.checked_sub(1) {
        let word = line.word(at);
        let owner = line.adjectives.iter().any(|a| a.0 <= at && at < a.1)
            || line.candidates.iter().any(|c| {
                c.covers(at) && (c.genitive || c.entry.is_some() && c.class != EntityClass::Place)
            });
        let place = line.candidates.iter().any(|c| c.covers(at));
        let name = word.chars().all(char::is_alphabetic)
            && line.capital(at)
            && (at > 0 || place)
            && line.blocked.get(at) != Some(&true)
            && titles.find(&line.tokens, at).is_none()
            && !titles.table.honorifics.has(word)
            && !context.pack.mention_words().never_names.has(word);
        if !name || owner {
            break;
        }
        start = at;
    }
    start
}

/// The entry of an adjective or a genitive that ends before a token.
pub(super) fn owner_before(line: &Line, at: usize) -> Option<usize> {
    let adjective = line.adjectives.iter().find(|a| a.1 == at).map(|a| a.2);
    adjective.or_else(|| {
        let marked = at
            .checked_sub(1)
            .filter(|m| is_genitive_mark(line.word(*m)));
        let owner = line.candidates.iter().find(|c| {
            let states = matches!(c.class, EntityClass::Country | EntityClass::Place);
            states && (c.end == at && c.genitive || marked == Some(c.end))
        });
        owner.and_then(|c| c.entry)
    })
}

/// The state or place that a link behind a body's name names ("Kongressen i Peru").
pub(super) fn owner_behind(context: &Context, line: &Line, found: &Found) -> Option<usize> {
    let groups = context.pack.groups();
    let link = line.word(found.end);
    let body = (found.start..found.end).any(|at| {
        let group = groups
            .find(&line.tokens, at)
            .and_then(|g| groups.group(g.entry));
        group.is_some_and(|g| g.class == Class::Organisation)
    });
    // An army or a band in another country is not that country's.
    let stands_in = context.pack.mention_words().locatives.has(link);
    if !groups.table.links.has(link) || stands_in && !body {
        return None;
    }
    let articles = &context.pack.titles().table.articles;
    let at = found.end + 1 + usize::from(articles.has(line.word(found.end + 1)));
    let gazetteer = context.lexicon.gazetteer();
    let behind = gazetteer.find(&line.tokens, at, &context.pack.code)?;
    let named = behind.senses.iter().find(|s| s.kind == SenseKind::Name)?;
    let class = gazetteer.at(named.entry)?.class;
    matches!(class, EntityClass::Country | EntityClass::Place).then_some(named.entry)
}
