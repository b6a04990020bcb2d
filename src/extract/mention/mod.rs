//! Mentions of actors and places: gazetteer, tagger, titles and groups, joined.
//!
//! In: an article, its sentences and time expressions, the language pack, the lexicon. Out: [`Mention`]s sorted by span.
//! Invariants: mentions never overlap; a time expression is never a name; every mention says what it was found by.
//! Does not: decide which mentions mean the same actor (resolve does), nor find pronouns.

mod announced;
mod document;
mod edges;
mod glued;
mod group;
mod line;
mod name;
mod private;
mod wide;

pub(crate) use line::{ADJECTIVE, Candidate, Holder, Line, RawObject, RawRole};
pub(crate) use name::{INHABITANTS, is_genitive_mark};

use crate::base::analysis::{EntityClass, Mention, Role, RoleObject, Sentence, Timex};
use crate::base::article::Article;
use crate::base::span::Span;
use crate::lexicon::{Lexicon, Pack};
use chrono::Datelike;
use rustc_hash::FxHashMap;

use super::tagger::Tagger;
use super::title;

/// Evidence of a name in the genitive.
pub(crate) const GENITIVE: &str = "genitive";

/// Evidence of an organ of power whose ruler stands behind it.
pub(crate) const RULED: &str = "ruled by a person";

/// Evidence of a body of two states.
pub(crate) const JOINT: &str = "body of two states";

/// Evidence of an organ of power without an article.
pub(crate) const UNOWNED: &str = "without an owner";

/// Evidence of an organ of a state that is to be found.
pub(crate) const PLACED: &str = "of a state named before";

/// Evidence of an embassy of which only the place is told.
pub(crate) const POSTED: &str = "where it is posted";

/// Evidence of a group without an article, a number or a country.
pub(crate) const UNNAMED: &str = "without a name";

/// Evidence of a phrase for two without a noun ("the two").
pub(crate) const BARE: &str = "without a noun";

/// Evidence of a noun for an actor of a class ("the country"); its place in the table follows.
pub(crate) const CLASS_NOUN: &str = "class noun ";

/// Evidence of a pronoun whose form is a possessive elsewhere.
pub(crate) const UNOWNING: &str = "no possessive";

/// What the finders of this stage share.
pub(crate) struct Context<'a> {
    /// Its language.
    pub pack: &'a Pack,
    /// What is known before reading.
    pub lexicon: &'a Lexicon,
    /// Year of the article, where it is known.
    pub year: Option<i32>,
    /// The tagger, for words that are read once more.
    pub tagger: Option<&'a Tagger>,
}

/// Finds the mentions of an article.
///
/// Input: sentences of the blocks that are read, time expressions of the whole article, the tagger if there is one. Output: sorted by span, without overlap; a role's object
/// index counts in the returned list. Complexity: linear in the text for a bounded number of names a sentence.
pub fn find(
    article: &Article,
    sentences: &[Sentence],
    timexes: &[Timex],
    pack: &Pack,
    lexicon: &Lexicon,
    tagger: Option<&Tagger>,
) -> Vec<Mention> {
    let published = article.published.as_ref().and_then(|p| p.date.lo);
    let context = Context {
        pack,
        lexicon,
        year: published.map(|day| day.year()),
        tagger,
    };
    let mut lines: Vec<Line> = sentences
        .iter()
        .enumerate()
        .map(|(index, sentence)| {
            Line::new(index, sentence, &article.text, timexes, tagger, &pack.code)
        })
        .collect();
    for line in &mut lines {
        name::find(&context, line);
        wide::find(&context, line);
    }
    glued::split(&context, &mut lines);
    for line in &mut lines {
        edges::drop_address(&context, line);
        title::persons(&context, line);
    }
    document::decide(&context, &mut lines);
    document::spread(&context, &mut lines);
    edges::join_particles(&context, &mut lines);
    announced::find(&context, &mut lines);
    let mut recent = None;
    for line in &mut lines {
        title::roles(&context, line, &mut recent);
        private::spare(&context, line);
        group::find(&context, line);
        line.drop_overlaps();
        // "The South American country" is none of South America's.
        let states = &pack.mention_words().state_nouns;
        let contests = &pack.mention_words().contest_nouns;
        let tokens = line.tokens.clone();
        line.adjectives.retain(|(_, end, entry)| {
            let region = lexicon.gazetteer().at(*entry);
            let region = region.is_some_and(|e| e.class == EntityClass::Place);
            let noun = tokens.get(*end).is_some_and(|w| states.has(w));
            // "The European Games" are no deed of Europe's, nor done to it.
            let contest = tokens.get(*end).is_some_and(|w| {
                let lower = w.to_lowercase();
                contests.iter().any(|c| lower.ends_with(c.as_str()))
            });
            !(region && (noun || contest))
        });
        // "European leaders": a part of the world that is no state's acts like one.
        line.spare_adjectives(|entry| {
            let entry = lexicon.gazetteer().at(entry)?;
            entry.country.map(|_| entry.class)
        });
    }
    document::bodies(&context, &mut lines);
    document::countries(&mut lines);
    finish(&context, &lines)
}

/// Turns candidates into mentions, with role objects as indices of the final list.
fn finish(context: &Context, lines: &[Line]) -> Vec<Mention> {
    let mut flat: Vec<(Span, usize, usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for (index, candidate) in line.candidates.iter().enumerate() {
            flat.push((line.span_of(candidate), at, index));
        }
    }
    flat.sort_by_key(|f| (f.0.start, std::cmp::Reverse(f.0.end)));
    let mut end = 0;
    flat.retain(|f| {
        let free = f.0.start >= end && !f.0.is_empty();
        if free {
            end = f.0.end;
        }
        free
    });
    let places: FxHashMap<(usize, usize), usize> = flat
        .iter()
        .enumerate()
        .map(|(at, f)| ((f.1, f.2), at))
        .collect();
    let position = |line: usize, index: usize| places.get(&(line, index)).copied();
    flat.iter()
        .filter_map(|(span, at, index)| {
            let line = lines.get(*at)?;
            let candidate = line.candidates.get(*index)?;
            Some(mention(context, line, candidate, *span, |i| {
                position(*at, i)
            }))
        })
        .collect()
}

fn mention(
    context: &Context,
    line: &Line,
    candidate: &Candidate,
    span: Span,
    position: impl Fn(usize) -> Option<usize>,
) -> Mention {
    let entry = candidate
        .entry
        .and_then(|i| context.lexicon.gazetteer().at(i));
    let id_of = |index: usize| {
        context
            .lexicon
            .gazetteer()
            .at(index)
            .map(|e| e.id.to_owned())
    };
    let role = candidate.role.as_ref().map(|raw| Role {
        title: raw.title.clone(),
        predicate: raw.predicate.clone(),
        object: match &raw.object {
            RawObject::Nothing => None,
            RawObject::Entry(index) => id_of(*index).map(RoleObject::Entry),
            RawObject::Candidate(index) => position(*index).map(RoleObject::Mention),
        },
        former: raw.former,
        span: line.token_span(raw.start, raw.end).cover(span),
    });
    let own = |field: Option<&str>| field.map(str::to_owned);
    let known = entry.as_ref();
    let mut evidence = candidate.evidence.clone();
    evidence.extend(candidate.genitive.then(|| GENITIVE.to_owned()));
    Mention {
        span,
        sentence: line.sentence,
        class: candidate.class,
        form: candidate.form,
        entry: known.map(|e| e.id.to_owned()),
        country: candidate
            .country
            .clone()
            .or_else(|| known.and_then(|e| own(e.country))),
        sector: candidate.sector.clone().or_else(|| {
            known
                .filter(|_| candidate.class != EntityClass::Country)
                .and_then(|e| own(e.sector))
        }),
        gender: candidate.gender,
        plural: candidate.plural,
        role,
        phrase: candidate.phrase.map(|(from, to)| line.token_span(from, to)),
        evidence,
        confidence: candidate.confidence,
    }
}
