//! Bodies of the world and its parts: "the African Rowing Union", "der Welt-Ruderverband", "internationella roddförbundet".
//!
//! In: a [`Line`] with names and country adjectives. Out: one body for the whole name, which takes up the pieces of it that were found. Invariant: what the
//! gazetteer knows by a name of several words keeps it. Does not: name the bodies of one state.

use super::name::{is_common_noun, is_genitive_mark};
use super::{Candidate, Context, Line};
use crate::base::analysis::EntityClass;
use crate::base::letters::small;
use crate::extract::tagger::Place;

/// Most words of such a name.
const LONGEST: usize = 5;

/// Most capital words without a tag, behind the first, of a line that is no headline of capitals.
const HEADLINE: usize = 4;

/// Finds the bodies of a line.
pub(super) fn find(context: &Context, line: &mut Line) {
    let mut at = 0;
    while at < line.tokens.len() {
        let Some(end) = end_of(context, line, at) else {
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
            let mut body = Candidate::new(at, end, EntityClass::Organisation, "wide body", 0.75);
            body.genitive = line.candidates.iter().any(|c| c.end == end && c.genitive)
                || is_genitive_mark(line.word(end));
            line.candidates.retain(|c| !touches(c));
            line.adjectives.retain(|a| a.1 <= at || end <= a.0);
            line.candidates.push(body);
            line.candidates.sort_by_key(|c| (c.start, c.end));
        }
        at = end;
    }
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
    let opening = words.wide.openings.iter().filter(|parts| {
        let mut parts = parts.iter().enumerate();
        parts.all(|(k, part)| *small(line.word(at + k)) == **part)
    });
    let from = at + opening.map(Vec::len).max()?;
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
