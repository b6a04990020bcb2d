//! Bodies of the world and its parts: "the African Rowing Union", "der Welt-Ruderverband", "internationella roddförbundet"; and those whose names are made
//! of words of the language ("Röda fronten"), of two states ("the Sweden and Finland Ice Council"), of a sea ("the Indian Ocean Commission") or of the
//! letters of a club and its town ("IFK Göteborg").
//!
//! In: a [`Line`] with names and country adjectives. Out: one body for the whole name, which takes up the pieces of it that were found. Invariant: what the
//! gazetteer knows by a name of several words keeps it. Does not: name the bodies of one state.

use super::name::{is_common_noun, is_genitive_mark};
use super::{Candidate, Context, JOINT, Line};
use crate::base::analysis::{EntityClass, MentionForm};
use crate::base::letters::small;
use crate::extract::tagger::Place;
use crate::lexicon::gazetteer::{Entry, SenseKind};

/// Most words of such a name.
const LONGEST: usize = 5;

/// Most capital words without a tag, behind the first, of a line that is no headline of capitals.
const HEADLINE: usize = 4;

/// Finds the bodies of a line.
pub(super) fn find(context: &Context, line: &mut Line) {
    let mut at = 0;
    while at < line.tokens.len() {
        if let Some(end) = joint(context, line, at) {
            be(line, (at, end), JOINT);
            at = end;
            continue;
        }
        let whole = club(context, line, at)
            .or_else(|| of_land(context, line, at))
            .or_else(|| firm(context, line, at));
        if let Some((start, end)) = whole {
            be(line, (start, end), "wide body");
            at = end;
            continue;
        }
        if let Some((start, end)) = contest(context, line, at) {
            drop_all(line, (start, end));
            at = end;
            continue;
        }
        let Some(end) = painted(context, line, at).or_else(|| end_of(context, line, at)) else {
            at += 1;
            continue;
        };
        let touches = |c: &Candidate| c.start < end && at < c.end;
        let known = |c: &Candidate| {
            let longer = c.start < at || c.end > end || c.end - c.start > 1 && c.entry.is_some();
            touches(c) && longer
        };
        // "der Weltfußballverband Fifa" is told by what follows.
        let told = |c: &Candidate| {
            c.start == end && c.entry.is_some() && c.class == EntityClass::Organisation
        };
        if !line.candidates.iter().any(|c| known(c) || told(c)) {
            be(line, (at, end), "wide body");
        }
        at = end;
    }
    let genitives = &context.pack.mention_words().painted.genitives;
    if !genitives.is_empty() {
        for at in 0..line.candidates.len() {
            let end = line.candidates.get(at).map_or(0, |c| c.end);
            let last = end.checked_sub(1).map_or("", |i| line.word(i));
            let nouns = &context.pack.mention_words().painted.nouns;
            let owns = genitives.iter().any(|g| {
                let noun = last.strip_suffix(g.as_str());
                noun.is_some_and(|n| nouns.iter().any(|x| x == n))
            });
            if let Some(candidate) = line.candidates.get_mut(at).filter(|_| owns) {
                candidate.genitive = true;
            }
        }
    }
}

/// Makes one body of some words.
fn be(line: &mut Line, (at, end): (usize, usize), evidence: &str) {
    let mut body = Candidate::new(at, end, EntityClass::Organisation, evidence, 0.75);
    body.genitive = line.candidates.iter().any(|c| c.end == end && c.genitive)
        || is_genitive_mark(line.word(end));
    drop_all(line, (at, end));
    line.candidates.push(body);
    line.candidates.sort_by_key(|c| (c.start, c.end));
}

/// Forgets the names found among some words.
fn drop_all(line: &mut Line, (at, end): (usize, usize)) {
    let touches = |c: &Candidate| c.start < end && at < c.end;
    line.candidates.retain(|c| !touches(c));
    line.adjectives.retain(|a| a.1 <= at || end <= a.0);
}

/// "Premier Foods", "Israel-Premier Tech": a title before the last word of a firm's name, also as the end of a word with hyphens.
fn firm(context: &Context, line: &Line, at: usize) -> Option<(usize, usize)> {
    let words = &context.pack.mention_words().firm_words;
    let titles = context.pack.titles();
    let closes = |k: usize| words.iter().any(|w| w == line.word(k));
    if !line.capital(at) || !closes(at + 1) || line.capital(at + 2) {
        return None;
    }
    let word = line.word(at);
    let last = word.rsplit('-').next().filter(|l| *l != word);
    let title = |token: &str| titles.find(&[token], 0).is_some();
    let plain = titles.find(&line.tokens, at);
    let plain = plain.is_some_and(|t| t.noun.n_tokens == 1);
    let end = |k: usize| line.token_span(k, k + 1).end;
    let glued = |k: usize| line.token_span(k, k + 1).start == end(k - 1);
    let hyphen = at > 1 && line.word(at - 1) == "-" && glued(at - 1) && glued(at);
    let start = if hyphen && line.capital(at - 2) {
        at - 2
    } else {
        at
    };
    (plain || last.is_some_and(title)).then_some((start, at + 2))
}

/// "Tour de France", "Giro d'Italia": a contest and the place it bears the name of, which does nothing in it.
fn contest(context: &Context, line: &Line, at: usize) -> Option<(usize, usize)> {
    let openings = &context.pack.mention_words().contest_openings;
    if openings.is_empty() || !line.capital(at) {
        return None;
    }
    let length = openings.iter().filter_map(|o| {
        let mut parts = o.split(' ').zip(at..);
        let fits = parts.all(|(part, k)| line.word(k) == part);
        fits.then(|| o.split(' ').count())
    });
    let from = at + length.max()?;
    let named = (from..from + LONGEST).take_while(|&k| line.capital(k));
    let end = from + named.count();
    let covered = line.candidates.iter().map(|c| c.end);
    let longest = covered.filter(|&e| e > from).min();
    (end > from).then(|| (at, longest.map_or(end, |e| e.min(end))))
}

/// A town or another place without a title that begins or ends at a token.
fn place_at<'l>(line: &'l Line, is: impl Fn(&Candidate) -> bool) -> Option<&'l Candidate> {
    let place = |c: &&Candidate| {
        let class = c.class == EntityClass::Place || c.form == MentionForm::Metonym;
        class && c.part.is_none() && is(c)
    };
    line.candidates.iter().find(place)
}

/// "IFK Göteborg", "Malmö FF": the letters of a club beside its town.
fn club(context: &Context, line: &Line, at: usize) -> Option<(usize, usize)> {
    let clubs = &context.pack.mention_words().clubs;
    if !clubs.iter().any(|c| c == line.word(at)) {
        return None;
    }
    let behind = place_at(line, |c| c.start == at + 1 && !c.genitive).map(|c| (at, c.end));
    let before = || place_at(line, |c| c.end == at && !c.genitive).map(|c| (c.start, at + 1));
    behind.or_else(before)
}

/// "The Indian Ocean Commission": a sea, a river or a mountain range that lies in no one state, and capital words that end as names of bodies do.
fn of_land(context: &Context, line: &Line, at: usize) -> Option<(usize, usize)> {
    let words = context.pack.mention_words();
    if context.pack.titles().table.compounds || !line.capital(at) {
        return None;
    }
    let gazetteer = context.lexicon.gazetteer();
    let wide = |c: &Candidate| {
        let entry = c.entry.and_then(|e| gazetteer.at(e));
        c.start == at && c.country.is_none() && entry.is_some_and(|e| e.country.is_none())
    };
    let from = place_at(line, wide)?.end;
    let plain = |k: &usize| line.capital(*k) && line.word(*k).chars().all(char::is_alphabetic);
    let end = (from..from + LONGEST).take_while(plain).last()?;
    let last = line.word(end);
    let closes = words.wide_bodies.written.iter().any(|b| b == last) || words.body_nouns.has(last);
    closes.then_some((at, end + 1))
}

/// "Röda fronten": one past the name that an adjective with a capital and a noun of the language make.
fn painted(context: &Context, line: &Line, at: usize) -> Option<usize> {
    let words = &context.pack.mention_words().painted;
    if words.nouns.is_empty() || !line.capital(at) || line.capital(at + 1) {
        return None;
    }
    let adjective = small(line.word(at));
    let next = line.word(at + 1);
    let noun = |n: &String| {
        let ending = next.strip_prefix(n.as_str());
        ending.is_some_and(|e| e.is_empty() || words.genitives.iter().any(|g| g == e))
    };
    let fits = words.adjectives.iter().any(|a| *a == *adjective) && words.nouns.iter().any(noun);
    fits.then_some(at + 2)
}

/// "The Sweden and Finland Ice Council": one past the name of a body of two states that begins with the first of them.
fn joint(context: &Context, line: &Line, at: usize) -> Option<usize> {
    let words = context.pack.mention_words();
    if words.joint_bodies.is_empty() || at == 0 || !line.capital(at) {
        return None;
    }
    let articles = &context.pack.titles().table.articles;
    let first = line.candidates.iter().find(|c| c.start == at)?.end;
    if !articles.has(line.word(at - 1)) || !words.conjunctions.has(line.word(first)) {
        return None;
    }
    let gazetteer = context.lexicon.gazetteer();
    let state = |at: usize| {
        let found = gazetteer.find(&line.tokens, at, &context.pack.code)?;
        let named = found.senses.iter().filter(|s| s.kind == SenseKind::Name);
        let mut entries = named.filter_map(|s| gazetteer.at(s.entry));
        let land = |e: Entry<'_>| {
            matches!(e.class, EntityClass::Country | EntityClass::Place) && e.kind != Some("city")
        };
        entries.any(land).then_some(at + found.n_tokens)
    };
    let second = state(at)
        .filter(|e| *e == first)
        .and_then(|_| state(first + 1))?;
    let closes = |k: &usize| words.joint_bodies.iter().any(|b| b == line.word(*k));
    let mut end = second;
    while line.capital(end) && end < second + LONGEST {
        end += 1;
    }
    let close = (second..end).rev().find(closes)?;
    if close + 1 != end {
        return None;
    }
    // "Chamber of Commerce"
    let of = &context.pack.triggers().nominal.of;
    if of.iter().any(|o| o == line.word(end)) && line.capital(end + 1) && state(end + 1).is_none() {
        end += 1;
        while line.capital(end) && end < second + LONGEST {
            end += 1;
        }
    }
    Some(end)
}

/// One past the name that begins at a token.
fn end_of(context: &Context, line: &Line, at: usize) -> Option<usize> {
    let words = context.pack.mention_words();
    let compounds = context.pack.titles().table.compounds;
    if !compounds && !line.capital(at) {
        return None;
    }
    let first = small(line.word(at));
    let ends = |word: &str, least: usize| {
        let closing = |b: &String| word.len() >= least + b.len() && word.ends_with(b.as_str());
        words.wide_bodies.small.iter().any(closing)
    };
    // "Weltboxverband"
    let glued = |s: &String| first.starts_with(s.as_str()) && ends(&first, s.len() + 1);
    if words.wide.stems.iter().any(glued) {
        return Some(at + 1);
    }
    let openings = words.wide.behind(&first).iter().filter(|parts| {
        let mut parts = parts.iter().zip(at + 1..);
        parts.all(|(part, k)| *small(line.word(k)) == **part)
    });
    let from = at + 1 + openings.map(Vec::len).max()?;
    if compounds {
        // "der internationale Verband" says of none which it is.
        let noun = line.word(from);
        let lower = small(noun);
        let all = &words.wide_bodies.small;
        let bare = all.iter().any(|b| lower.len() < b.len() + 3);
        return (ends(&lower, 0) && !bare).then_some(from + 1);
    }
    let ordinary = |at: &usize| line.capital(*at) && line.place(*at) == Place::Outside;
    if !line.capital(at) || (1..line.tokens.len()).filter(ordinary).count() > HEADLINE {
        return None;
    }
    let groups = context.pack.groups();
    let titles = context.pack.titles();
    for k in from..at + LONGEST {
        let word = line.word(k);
        let plain = line.capital(k) && word.chars().all(char::is_alphabetic);
        let close = words.wide_bodies.written.iter().any(|b| b == word);
        if plain && close && k > from && !line.capital(k + 1) {
            return Some(k + 1);
        }
        let other = groups.find(&line.tokens, k).is_some()
            || titles.find(&line.tokens, k).is_some()
            || is_common_noun(context, line, k);
        if !plain || other && !close {
            return None;
        }
    }
    None
}
