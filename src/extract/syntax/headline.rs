//! The verb of a headline that looks like a noun, an adverb or an adjective: "Rebels free hostages", "Ministers back sanctions".
//!
//! In: pieces, hints, which of them the tagger took for finite verbs, which for parts of noun phrases. Out: the piece that must be the verb. Only where the tagger found no finite verb
//! at all, and only behind a noun or a list of names that can be a subject of the plural ("India, EU seal deal"), or as a form of the singular between
//! a name and what it acts upon ("Kenya ships oil to Chad"). Does not: touch sentences with a verb.

use super::TokenHint;
use super::unit::Piece;
use super::words::SyntaxWords;

/// Ending of plural nouns before such a verb, where no known group stands there.
const PLURAL: &str = "s";
/// Ending that makes a form of the list one of the singular.
const SINGULAR: &str = "s";

/// Finds the verb; `None` where the tagger found one, or where no form of the list stands behind a noun.
pub(super) fn verb(
    pieces: &[Piece<'_>],
    hints: &[TokenHint],
    (finite, nominal): (impl Fn(usize) -> bool, impl Fn(usize) -> bool),
    words: &SyntaxWords,
) -> Option<usize> {
    if words.headline_verbs.is_empty() || (0..pieces.len()).any(&finite) {
        return None;
    }
    let subject = |i: usize| {
        let known = |p: &Piece<'_>| hints.get(p.token).is_some_and(|h| h.noun);
        let plural = |p: &Piece<'_>| {
            p.text.ends_with(PLURAL) || words.headline_subjects.contains(p.text.as_ref())
        };
        pieces.get(i).is_some_and(|p| known(p) || plural(p)) || closes_list(pieces, hints, i, words)
    };
    let candidate = |&i: &usize| {
        words.headline_verbs.contains(pieces[i].text.as_ref())
            && i + 1 < pieces.len()
            && subject(i - 1)
    };
    let singular = |&i: &usize| {
        let stem = pieces[i].text.strip_suffix(SINGULAR);
        let verb = stem.is_some_and(|s| words.headline_verbs.contains(s));
        let subject = is_name(pieces, hints, i - 1) || closes_aside(pieces, i - 1);
        verb && subject && (is_name(pieces, hints, i + 1) || nominal(i + 1))
    };
    (1..pieces.len())
        .find(candidate)
        .or_else(|| (1..pieces.len()).find(singular))
}

fn is_name(pieces: &[Piece<'_>], hints: &[TokenHint], i: usize) -> bool {
    let hint = |p: &Piece<'_>| hints.get(p.token).copied().unwrap_or_default();
    pieces
        .get(i)
        .is_some_and(|p| hint(p).proper_noun && !hint(p).genitive && !hint(p).time)
}

/// Does a list of two names end there ("India, EU", "Peru and Chile")?
fn closes_list(
    pieces: &[Piece<'_>],
    hints: &[TokenHint],
    last: usize,
    words: &SyntaxWords,
) -> bool {
    if !is_name(pieces, hints, last) {
        return false;
    }
    let unit = pieces.get(last).and_then(|p| p.unit);
    let own = |&i: &usize| unit.is_some() && pieces.get(i).and_then(|p| p.unit) == unit;
    let first = (0..=last).rev().take_while(own).last().unwrap_or(last);
    let Some(joint) = first.checked_sub(1).filter(|&j| j > 0) else {
        return false;
    };
    let joins = |p: &Piece<'_>| p.text == "," || words.joiners.contains(p.text.as_ref());
    pieces.get(joint).is_some_and(joins) && is_name(pieces, hints, joint - 1)
}

/// Does the comma close what stands between two commas behind a noun ("Kenya's minister, John Smith, thanks Uganda")?
fn closes_aside(pieces: &[Piece<'_>], comma: usize) -> bool {
    let is_comma = |i: usize| pieces.get(i).is_some_and(|p| p.text == ",");
    is_comma(comma) && (1..comma.saturating_sub(1)).any(is_comma)
}
