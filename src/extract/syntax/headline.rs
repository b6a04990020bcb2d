//! The verb of a headline that looks like a noun, an adverb or an adjective: "Rebels free hostages", "Ministers back sanctions".
//!
//! In: pieces, hints, which of them the tagger took for finite verbs. Out: the piece that must be the verb. Only where the tagger found no finite verb
//! at all, and only behind a noun that can be a subject of the plural. Does not: touch sentences with a verb.

use super::TokenHint;
use super::unit::Piece;
use super::words::SyntaxWords;

/// Ending of plural nouns before such a verb, where no known group stands there.
const PLURAL: &str = "s";

/// Finds the verb; `None` where the tagger found one, or where no form of the list stands behind a noun.
pub(super) fn verb(
    pieces: &[Piece<'_>],
    hints: &[TokenHint],
    finite: impl Fn(usize) -> bool,
    words: &SyntaxWords,
) -> Option<usize> {
    if words.headline_verbs.is_empty() || (0..pieces.len()).any(finite) {
        return None;
    }
    let subject = |i: usize| {
        let known = |p: &Piece<'_>| hints.get(p.token).is_some_and(|h| h.noun);
        let plural = |p: &Piece<'_>| {
            p.text.ends_with(PLURAL) || words.headline_subjects.contains(p.text.as_ref())
        };
        pieces.get(i).is_some_and(|p| known(p) || plural(p))
    };
    let candidate = |&i: &usize| {
        words.headline_verbs.contains(pieces[i].text.as_ref())
            && i + 1 < pieces.len()
            && subject(i - 1)
    };
    (1..pieces.len()).find(candidate)
}
