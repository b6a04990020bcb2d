//! The nearest known word to a misspelt one.
//!
//! In: a word and the known ones. Out: the nearest, best first. Invariant: nothing farther than a third of the word's letters is offered.

use rapidfuzz::distance::damerau_levenshtein;

/// Returns up to `n` known words near `word`, nearest first, ties by the order given.
///
/// Complexity: one edit distance a known word.
pub fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>, n: usize) -> Vec<String> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let limit = (length / 3).clamp(1, 3);
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for (order, candidate) in known.into_iter().enumerate() {
        let distance = damerau_levenshtein::distance(word.chars(), candidate.chars());
        let prefix = length >= 3 && candidate.starts_with(&word);
        if distance <= limit || prefix {
            found.push((if prefix { 1 } else { distance }, order, candidate));
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|f| f.2);
    found.into_iter().take(n).map(|f| f.2.to_owned()).collect()
}
