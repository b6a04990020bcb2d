//! Initials before a surname that the gazetteer knows: "J. Smith" may be the one it means, "A. B. Smith" of other given names is not.
//!
//! In: a [`Line`] and where a surname stands in it. Out: where its initials begin, and whether they are those of the known bearer.

use super::Found;
use crate::extract::mention::{Context, Line};
use crate::lexicon::gazetteer::SenseKind;

/// The first of the initials right before a token, or the token itself.
pub(super) fn begin(line: &Line, surname: usize) -> usize {
    let before = (0..surname).rev();
    before
        .take_while(|&at| letter(line.word(at)).is_some())
        .last()
        .unwrap_or(surname)
}

/// The letter of an initial ("J.").
fn letter(word: &str) -> Option<char> {
    let mut all = word.chars();
    let first = all.next().filter(|c| c.is_uppercase())?;
    (all.next() == Some('.') && all.next().is_none()).then_some(first)
}

/// May the bearer of a known surname have these initials, the first of which stands at `start`? One without a known given name may.
pub(super) fn agree(context: &Context, line: &Line, surname: &Found, start: usize) -> bool {
    let gazetteer = context.lexicon.gazetteer();
    let mut senses = surname.matched.senses.iter();
    let short = senses.find(|s| s.kind == SenseKind::Short);
    let Some(entry) = short.and_then(|s| gazetteer.at(s.entry)) else {
        return true;
    };
    let plain = |c: char| any_ascii::any_ascii_char(c).chars().next();
    let Some(first) = letter(line.word(start)).and_then(plain) else {
        return true;
    };
    let names = entry.names().map(|n| n.1).chain([entry.name]);
    let mut given = names.flat_map(|name| {
        let words: Vec<&str> = name.split([' ', '-']).collect();
        let last = words.len().saturating_sub(1);
        words.into_iter().take(last)
    });
    let mut known = false;
    let fits = given.any(|word| {
        known = true;
        word.chars().next().and_then(plain) == Some(first)
    });
    fits || !known
}
