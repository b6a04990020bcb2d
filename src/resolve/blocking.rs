//! Which person names are worth a comparison: those that share a consonant skeleton.
//!
//! In: parsed names. Out: candidate pairs. Invariants: no quadratic step (a crowded block is cut by a window over its sorted names); the pairs do
//! not depend on the order of input. Does not: compare.

use super::normalize::{Name, Word};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Blocks up to this size are compared in full.
const FULL: usize = 40;
/// In larger blocks each name meets this many neighbors in the order of its given name.
const WINDOW: usize = 12;

/// Returns candidate pairs `(low, high)`, sorted, distinct.
///
/// Input: names by index; names without words and single words pair only with their like. Complexity: O(n log n).
pub fn candidates(names: &[&Name]) -> Vec<(u32, u32)> {
    let mut keys: Vec<(u64, u32)> = Vec::new();
    for (name, at) in names.iter().zip(0u32..) {
        for key in keys_of(name) {
            keys.push((key, at));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    let mut pairs = Vec::new();
    for block in keys.chunk_by(|a, b| a.0 == b.0) {
        let mut members: Vec<u32> = block.iter().map(|k| k.1).collect();
        let window = if members.len() <= FULL {
            members.len()
        } else {
            WINDOW
        };
        if members.len() > FULL {
            members.sort_by_key(|m| {
                names
                    .get(*m as usize)
                    .and_then(|n| n.words.first())
                    .map(|w| w.forms.first().map(|f| f.sound.as_str()))
            });
        }
        for (i, &a) in members.iter().enumerate() {
            for &b in members.iter().skip(i + 1).take(window) {
                pairs.push((a.min(b), a.max(b)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn hash(parts: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish()
}

fn skeletons(word: &Word) -> BTreeSet<&str> {
    word.forms.iter().map(|f| f.skeleton.as_str()).collect()
}

/// What a given name begins with, under any reading, and its groups.
fn heads(word: &Word) -> BTreeSet<(u8, u32)> {
    let first = word.forms.iter().filter_map(|f| f.skeleton.bytes().next());
    let letters = first
        .map(|c| if c == b'h' { b'g' } else { c })
        .map(|c| (c, 0));
    letters
        .chain(word.groups.iter().map(|g| (0, g + 1)))
        .collect()
}

fn keys_of(name: &Name) -> Vec<u64> {
    let mut out = BTreeSet::new();
    let (Some(first), Some(last)) = (name.words.first(), name.words.last()) else {
        return Vec::new();
    };
    if name.words.len() == 1 {
        out.extend(skeletons(last).into_iter().map(|s| hash(&("bare", s))));
        return out.into_iter().collect();
    }
    for (surname, given) in [(last, first), (first, last)] {
        for head in heads(given) {
            out.extend(
                skeletons(surname)
                    .into_iter()
                    .map(|s| hash(&("surname", s, head))),
            );
        }
    }
    // A typing error late in the surname leaves the given name and the beginning.
    for start in skeletons(last)
        .into_iter()
        .filter_map(|s| s.get(..2))
        .collect::<BTreeSet<_>>()
    {
        out.extend(
            skeletons(first)
                .into_iter()
                .map(|s| hash(&("given", s, start))),
        );
    }
    for reading in &name.syllables {
        let mut syllables = reading.concat();
        syllables.sort();
        out.insert(hash(&("syllables", syllables)));
    }
    for (_, family) in &name.korean {
        out.insert(hash(&("korean", family, name.words.len() > 2)));
    }
    out.into_iter().collect()
}
