//! What the whole article knows: a full name seen once makes its parts a person everywhere.
//!
//! In: the lines of an article with their candidates. Out: further candidates, better classes and countries.
//! Invariant: nothing that a line already holds as an entry of the gazetteer is changed.

use super::name::is_common_noun;
use super::{Candidate, Context, Line};
use crate::base::analysis::{EntityClass, MentionForm};
use crate::lexicon::gazetteer::{Office, SenseKind};
use std::collections::{BTreeMap, BTreeSet};

/// Shortest part of a name that may stand alone.
const MIN_PART: usize = 3;

/// Confidence from which the tagger's word for a name at the head of a sentence is taken.
const SURE: f32 = 0.8;

/// What is known of a person by one part of the name.
#[derive(Default, Clone)]
struct Known {
    entry: Option<usize>,
    country: Option<String>,
    clash: bool,
    /// Full names that end in it: their line and entry, in order.
    bearers: Vec<(usize, Option<usize>)>,
    /// The first of them begins with a word that is a given name somewhere, and none of the known person's whose surname it is.
    named: bool,
    /// So it does, whoever else bears the surname.
    attested: bool,
}

/// Chooses between bodies of one name: the one whose full name the article gives, or that of the state it names most often; else the first.
pub(super) fn decide(context: &Context, lines: &mut [Line]) {
    if lines
        .iter()
        .all(|l| l.candidates.iter().all(|c| c.rivals.is_empty()))
    {
        return;
    }
    let gazetteer = context.lexicon.gazetteer();
    let code = |entry: usize| {
        gazetteer
            .at(entry)
            .and_then(|e| e.country.map(str::to_owned))
    };
    let named: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let settled = line.candidates.iter().filter(|c| c.rivals.is_empty());
            let names = settled.filter_map(|c| c.country.clone().or_else(|| code(c.entry?)));
            names
                .chain(line.adjectives.iter().filter_map(|a| code(a.2)))
                .collect()
        })
        .collect();
    let settled: BTreeSet<usize> = lines
        .iter()
        .flat_map(|l| l.candidates.iter().filter(|c| c.rivals.is_empty()))
        .filter_map(|c| c.entry)
        .collect();
    for (line, near) in lines.iter_mut().zip(&named) {
        for candidate in line.candidates.iter_mut().filter(|c| !c.rivals.is_empty()) {
            let bearers: Vec<usize> = candidate
                .entry
                .into_iter()
                .chain(candidate.rivals.iter().copied())
                .collect();
            let times = |places: &mut dyn Iterator<Item = &String>, entry: usize| {
                let own = code(entry);
                places.filter(|c| Some(*c) == own.as_ref()).count()
            };
            // Of equals the first in the table stays.
            let best = bearers.iter().rev().copied().max_by_key(|&entry| {
                let here = times(&mut near.iter(), entry);
                let everywhere = times(&mut named.iter().flatten(), entry);
                (settled.contains(&entry), everywhere, here)
            });
            candidate.entry = best;
        }
    }
}

/// Spreads persons over the article.
pub(super) fn spread(context: &Context, lines: &mut [Line]) {
    let known = parts(context, lines);
    let bodies = first_named(context, lines, is_body);
    let seats = first_named(context, lines, is_seat);
    for (index, line) in lines.iter_mut().enumerate() {
        without_nouns(context, line, &known);
        reclass(context, line, &known);
        namesakes_of_places(context, line, index, (&known, &seats));
        namesakes_of_bodies(context, line, index, (&known, &bodies));
        surnames(context, line, index, &known);
        for at in 0..line.tokens.len() {
            if !line.capital(at)
                || !line.free(at, at + 1)
                || line.adjectives.iter().any(|a| a.0 <= at && at < a.1)
            {
                continue;
            }
            let whole = line.word(at);
            let word = if known.contains_key(whole) {
                whole
            } else {
                bare(context, whole)
            };
            if let Some(person) = known
                .get(word)
                .or_else(|| title_case(word).and_then(|w| known.get(&w)))
            {
                let mut candidate =
                    Candidate::new(at, at + 1, EntityClass::Person, "full name elsewhere", 0.8);
                candidate.genitive = word.len() < line.word(at).len();
                if !person.clash {
                    candidate.entry = person.entry;
                    candidate.country.clone_from(&person.country);
                }
                line.candidates.push(candidate);
            }
        }
        line.candidates.sort_by_key(|c| (c.start, c.end));
    }
}

/// Collects first and last parts of full names.
fn parts(context: &Context, lines: &[Line]) -> BTreeMap<String, Known> {
    let words = context.pack.mention_words();
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        for candidate in line.candidates.iter().filter(|c| {
            c.class == EntityClass::Person && c.form == MentionForm::Name && c.end - c.start > 1
        }) {
            let generations = &context.lexicon.names().generations;
            let tokens = (candidate.start..candidate.end).map(|i| line.word(i));
            let tokens = tokens.filter(|w| {
                let plain = w.trim_end_matches('.').to_lowercase();
                !generations.contains_key(&plain)
            });
            let parts: Vec<&str> = tokens
                .filter(|w| {
                    w.chars().count() >= MIN_PART
                        && w.chars().next().is_some_and(char::is_uppercase)
                })
                .collect();
            let stem = parts
                .last()
                .filter(|_| candidate.genitive)
                .map(|p| bare(context, p));
            let ends: BTreeSet<&str> = parts
                .first()
                .into_iter()
                .chain(parts.last())
                .copied()
                .chain(stem)
                .collect();
            let surname = stem.or_else(|| parts.last().copied());
            for part in ends
                .into_iter()
                .filter(|p| !words.never_names.has(p) && !is_country(context, p))
            {
                let person = known.entry(part.to_owned()).or_default();
                person.clash |= person.entry.is_some() && person.entry != candidate.entry;
                person.entry = candidate.entry.or(person.entry);
                person.country = candidate.country.clone().or(person.country.take());
                if surname == Some(part) {
                    if person.bearers.is_empty() {
                        let given = parts.first().copied().unwrap_or("");
                        // What opens a sentence may be any word.
                        let sure = candidate.start > 0 || candidate.confidence >= SURE;
                        person.named = sure && is_other_given_name(context, given, part);
                        let plain = any_ascii::any_ascii(&given.to_lowercase());
                        let standing = context.lexicon.names().attested.standing(&plain);
                        person.attested = standing.attested;
                    }
                    person.bearers.push((index, candidate.entry));
                }
            }
        }
    }
    known
}

/// "Melania" beside a surname that the gazetteer gives to "Donald Trump": a given name, and no known bearer's, in any spelling.
fn is_other_given_name(context: &Context, given: &str, surname: &str) -> bool {
    let gazetteer = context.lexicon.gazetteer();
    let names = context.lexicon.names();
    let plain = |word: &str| any_ascii::any_ascii(&word.to_lowercase());
    let Some(found) = gazetteer.lookup(surname, &context.pack.code) else {
        return false;
    };
    let mut first_names = found
        .senses
        .iter()
        .filter_map(|s| gazetteer.at(s.entry))
        .filter_map(|e| e.name.split_whitespace().next());
    let initial = |word: &str| word.chars().next().map(|c| c.to_ascii_lowercase());
    let given = plain(given);
    names.attested.standing(&given).attested
        && first_names.all(|first| {
            let known = plain(first);
            let group = |w: &str| names.given_names.get(w).cloned().unwrap_or_default();
            let related = group(&known).iter().any(|g| group(&given).contains(g));
            !related && initial(&known) != initial(&given)
        })
}

/// A part of a known person's name that a line takes for a place or a body is the person.
fn reclass(context: &Context, line: &mut Line, known: &BTreeMap<String, Known>) {
    let words: Vec<&str> = line.tokens.clone();
    for candidate in line
        .candidates
        .iter_mut()
        .filter(|c| c.entry.is_none() && c.end - c.start == 1 && c.part.is_none())
    {
        let word = words.get(candidate.start).copied().unwrap_or("");
        if candidate.class != EntityClass::Person
            && candidate.form == MentionForm::Name
            && (known.contains_key(word) || known.contains_key(bare(context, word)))
        {
            candidate.class = EntityClass::Person;
            candidate.evidence.push("full name elsewhere".to_owned());
        }
        if candidate.class == EntityClass::Person
            && let Some(person) = known
                .get(word)
                .or_else(|| known.get(bare(context, word)))
                .filter(|p| !p.clash)
        {
            candidate.entry = person.entry;
        }
    }
}

/// "Congress" after "the Brazilian Congress": a body's bare name is that of the state whose body the article has named, unless it names the other state.
pub(super) fn bodies(context: &Context, lines: &mut [Line]) {
    let gazetteer = context.lexicon.gazetteer();
    let code = |c: &Candidate| {
        let entry = c.entry.and_then(|e| gazetteer.at(e));
        c.country
            .clone()
            .or_else(|| entry.and_then(|e| e.country.map(str::to_owned)))
    };
    let bare = |c: &Candidate| {
        c.class == EntityClass::Organisation && c.entry.is_some() && c.end - c.start == 1
    };
    let others = lines
        .iter()
        .flat_map(|l| l.candidates.iter().filter(|c| !bare(c)));
    let named: BTreeSet<String> = others.filter_map(code).collect();
    let mut first: BTreeMap<String, Candidate> = BTreeMap::new();
    for line in lines.iter_mut() {
        let tokens = line.tokens.clone();
        for candidate in &mut line.candidates {
            let kind = context
                .pack
                .groups()
                .find(&tokens, candidate.end.saturating_sub(1))
                .and_then(|n| context.pack.groups().group(n.entry));
            let Some(kind) = kind else {
                continue;
            };
            let group = candidate.form == MentionForm::Nominal && candidate.country.is_some();
            if group && candidate.class == EntityClass::Organisation {
                first
                    .entry(kind.id.clone())
                    .or_insert_with(|| candidate.clone());
            } else if let Some(body) = first.get(&kind.id)
                && bare(candidate)
                && code(candidate).is_some_and(|c| !named.contains(&c))
            {
                candidate.entry = None;
                candidate.form = MentionForm::Nominal;
                candidate.country.clone_from(&body.country);
                candidate.sector.clone_from(&body.sector);
                candidate.evidence.clone_from(&body.evidence);
                candidate.rivals.clear();
            }
        }
    }
}

/// "gewährte Dias Asyl": a surname of the article and nouns behind it are no longer name.
fn without_nouns(context: &Context, line: &mut Line, known: &BTreeMap<String, Known>) {
    let ends: Vec<Option<usize>> = line
        .candidates
        .iter()
        .map(|c| {
            let unknown = c.class == EntityClass::Person
                && c.form == MentionForm::Name
                && c.entry.is_none()
                && c.end - c.start > 1;
            let person = known.get(line.word(c.start));
            let surname = person.is_some_and(|p| !p.bearers.is_empty());
            let nouns = || (c.start + 1..c.end).all(|at| is_common_noun(context, line, at));
            (unknown && surname && nouns()).then_some(c.start + 1)
        })
        .collect();
    for (candidate, end) in line.candidates.iter_mut().zip(ends) {
        candidate.end = end.unwrap_or(candidate.end);
    }
}

/// "President Biden": is the title before a surname one of an office that the known bearer has held?
fn is_titled(context: &Context, tokens: &[&str], candidate: &Candidate) -> bool {
    let titles = context.pack.titles();
    let known = candidate
        .entry
        .and_then(|e| context.lexicon.gazetteer().at(e));
    let start = candidate.start.saturating_sub(TITLE)..candidate.start;
    let title = start.rev().find_map(|at| {
        let found = titles.find(tokens, at)?;
        let next = at + found.noun.n_tokens == candidate.start;
        titles.title(found.noun.entry).filter(|_| next)
    });
    let (Some(known), Some(title)) = (known, title) else {
        return false;
    };
    let held = |o: Office<'_>| title.relations.values().any(|r| r == o.predicate);
    known.offices().any(held)
}

/// Most words of a title before a surname.
const TITLE: usize = 4;

/// A surname that the gazetteer gives to somebody is that of the only person whom the article has introduced with it, unless the known bearer's title
/// stands before it.
fn surnames(context: &Context, line: &mut Line, index: usize, known: &BTreeMap<String, Known>) {
    let tokens = line.tokens.clone();
    for candidate in line.candidates.iter_mut().filter(|c| {
        c.class == EntityClass::Person
            && c.form == MentionForm::Name
            && c.end - c.start == 1
            && c.part.is_none()
            && c.entry.is_some()
    }) {
        let written = tokens.get(candidate.start).copied().unwrap_or("");
        let Some(person) = known
            .get(written)
            .or_else(|| known.get(bare(context, written)))
        else {
            continue;
        };
        let introduced = person.bearers.iter().filter(|b| b.0 < index).map(|b| b.1);
        let distinct: BTreeSet<Option<usize>> = introduced.collect();
        let (Some(&only), 1) = (distinct.first(), distinct.len()) else {
            continue;
        };
        if only.is_none() && is_titled(context, &tokens, candidate) {
            continue;
        }
        if only.is_some() {
            candidate.entry = only;
        } else if person.named {
            candidate.entry = None;
            candidate.country.clone_from(&person.country);
            candidate.evidence = vec!["full name elsewhere".to_owned()];
        }
    }
}

/// "Coventry met Infantino" after "Kirsty Coventry": a place's name is the person's whom the article has introduced, where no word of place stands by it;
/// a capital's too, unless the article named the capital before.
fn namesakes_of_places(
    context: &Context,
    line: &mut Line,
    index: usize,
    (known, seats): (&BTreeMap<String, Known>, &BTreeMap<String, usize>),
) {
    let words = context.pack.mention_words();
    let tokens = line.tokens.clone();
    let word = |at: Option<usize>| at.and_then(|i| tokens.get(i)).copied().unwrap_or("");
    for candidate in line.candidates.iter_mut().filter(|c| {
        c.class == EntityClass::Place
            && c.form == MentionForm::Name
            && c.end - c.start == 1
            && c.part.is_none()
            || is_seat(c)
    }) {
        let written = word(Some(candidate.start));
        let person = known
            .get(written)
            .or_else(|| known.get(bare(context, written)));
        let first = if is_seat(candidate) {
            let place = seats.get(bare(context, written));
            place.copied().unwrap_or(index)
        } else {
            index
        };
        let Some(person) = person.filter(|p| {
            let seat = is_seat(candidate);
            p.bearers.first().is_some_and(|b| b.0 < first) && (!seat || p.attested)
        }) else {
            continue;
        };
        let before = word(candidate.start.checked_sub(1));
        let lower = before.to_lowercase();
        let announced = words.locatives.has(before)
            || words
                .place_nouns
                .iter()
                .any(|n| lower.ends_with(n.as_str()));
        let next = word(Some(candidate.end));
        let located = next == "("
            || next == "," && word(Some(candidate.end + 1)).starts_with(char::is_uppercase);
        if announced || located {
            continue;
        }
        candidate.form = MentionForm::Name;
        be(candidate, person);
    }
}

/// Makes a name that of a person whom the article has introduced in full.
fn be(candidate: &mut Candidate, person: &Known) {
    candidate.class = EntityClass::Person;
    candidate.entry = person.entry.filter(|_| !person.clash);
    candidate.country = person.country.clone().filter(|_| !person.clash);
    candidate.sector = None;
    candidate.rivals.clear();
    candidate.evidence = vec!["full name elsewhere".to_owned()];
    candidate.confidence = 0.7;
}

/// The first line in which a name of one word stands that passes, by the word.
fn first_named(
    context: &Context,
    lines: &[Line],
    passes: fn(&Candidate) -> bool,
) -> BTreeMap<String, usize> {
    let mut first = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        for candidate in line.candidates.iter().filter(|c| passes(c)) {
            let word = bare(context, line.word(candidate.start)).to_owned();
            first.entry(word).or_insert(index);
        }
    }
    first
}

fn is_body(candidate: &Candidate) -> bool {
    candidate.class == EntityClass::Organisation
        && candidate.form == MentionForm::Name
        && candidate.end - candidate.start == 1
        && candidate.part.is_none()
}

/// A capital that stands for its state.
fn is_seat(candidate: &Candidate) -> bool {
    candidate.form == MentionForm::Metonym
        && candidate.end - candidate.start == 1
        && candidate.part.is_none()
}

/// "Saab met Maduro" after "Alex Saab": a firm's name is the person's whom the article has introduced, unless it named the firm before or calls it one.
fn namesakes_of_bodies(
    context: &Context,
    line: &mut Line,
    index: usize,
    (known, bodies): (&BTreeMap<String, Known>, &BTreeMap<String, usize>),
) {
    let words = context.pack.mention_words();
    let tokens = line.tokens.clone();
    for candidate in line.candidates.iter_mut().filter(|c| is_body(c)) {
        let word = tokens.get(candidate.start).copied().unwrap_or("");
        let stem = bare(context, word);
        let before = candidate.start.checked_sub(1).and_then(|i| tokens.get(i));
        let before = before.map(|w| w.to_lowercase()).unwrap_or_default();
        let mut nouns = words
            .organisation_nouns
            .iter()
            .chain(words.body_nouns.iter());
        if nouns.any(|n| before.ends_with(n.as_str())) {
            continue;
        }
        let first = [word, stem].iter().find_map(|w| bodies.get(*w));
        let first = first.copied().unwrap_or(index);
        let introduced = |p: &&Known| p.bearers.first().is_some_and(|b| b.0 < first);
        let person = known.get(word).or_else(|| known.get(stem));
        if let Some(person) = person.filter(introduced) {
            be(candidate, person);
        }
    }
}

fn is_country(context: &Context, word: &str) -> bool {
    let gazetteer = context.lexicon.gazetteer();
    let found = gazetteer.lookup(word, &context.pack.code);
    found.is_some_and(|f| {
        f.senses
            .iter()
            // A capital may be somebody's surname.
            .filter(|s| s.kind != SenseKind::Capital)
            .filter_map(|s| gazetteer.at(s.entry))
            .any(|e| e.class == EntityClass::Country)
    })
}

/// Cuts a genitive ending off.
fn bare<'w>(context: &Context, word: &'w str) -> &'w str {
    context
        .lexicon
        .gazetteer()
        .genitive_stem(word, &context.pack.code)
        .unwrap_or(word)
}

/// "PUTIN" as "Putin".
fn title_case(word: &str) -> Option<String> {
    let mut chars = word.chars();
    let first = chars.next()?;
    let shouted = word.chars().count() >= 4 && word.chars().all(char::is_uppercase);
    shouted.then(|| first.to_string() + &chars.as_str().to_lowercase())
}

/// Gives a person without a country the one that the article tells at another mention of the same name.
pub(super) fn countries(lines: &mut [Line]) {
    let mut told: BTreeMap<String, String> = BTreeMap::new();
    for line in lines.iter() {
        for candidate in line
            .candidates
            .iter()
            .filter(|c| c.class == EntityClass::Person)
        {
            if let Some(country) = &candidate.country {
                told.entry(line.word(candidate.end - 1).to_owned())
                    .or_insert_with(|| country.clone());
            }
        }
    }
    for line in lines.iter_mut() {
        let tokens = line.tokens.clone();
        for candidate in line
            .candidates
            .iter_mut()
            .filter(|c| c.class == EntityClass::Person && c.entry.is_none() && c.country.is_none())
        {
            candidate.country = tokens
                .get(candidate.end.saturating_sub(1))
                .and_then(|w| told.get(*w))
                .cloned();
        }
    }
}
