//! Sets of words that are asked for every token, most of them in vain.
//!
//! In: words of a table. Out: [`WordSet`], and the [`mark`] of a word. Invariant: a word that is in a set has its mark among the set's marks, so that a look
//! at a few bits refuses most others before a letter is compared. Does not: keep the order of the table.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Deserializer};

/// One of 64 bits, told by the length and the outermost letters of a word.
#[inline]
pub fn mark(word: &str) -> u64 {
    let letter = |b: Option<&u8>| b.map_or(0, |b| u64::from(*b));
    let bytes = word.as_bytes();
    let ends = letter(bytes.first()) << 8 | letter(bytes.last());
    let mixed = (ends ^ (bytes.len() as u64) << 16).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    1 << (mixed >> 58)
}

/// One of 64 bits, told by the last letter of a word; all of them for none.
#[inline]
pub fn end_mark(word: &str) -> u64 {
    word.as_bytes().last().map_or(u64::MAX, |b| 1 << (b & 63))
}

/// Puts marks of words and marks of their ends side by side.
#[inline]
pub fn with_ends(marks: u64, ends: u64) -> u128 {
    u128::from(ends) << 64 | u128::from(marks)
}

/// Words in small letters, asked by look-up.
#[derive(Debug, Clone, Default)]
pub struct WordSet {
    marks: u64,
    words: FxHashSet<String>,
}

impl WordSet {
    /// Is the word in the set?
    #[inline]
    pub fn contains(&self, word: &str) -> bool {
        self.marks & mark(word) != 0 && self.words.contains(word)
    }

    /// May one of the words with these marks together be in the set?
    #[inline]
    pub fn may_hold(&self, marks: u64) -> bool {
        self.marks & marks != 0
    }

    /// Is there no word in the set?
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl<S: Into<String>> FromIterator<S> for WordSet {
    fn from_iter<I: IntoIterator<Item = S>>(words: I) -> Self {
        let words: FxHashSet<String> = words.into_iter().map(Into::into).collect();
        let marks = words.iter().fold(0, |all, w| all | mark(w));
        Self { marks, words }
    }
}

impl<'de> Deserialize<'de> for WordSet {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Vec::<String>::deserialize(from)?.into_iter().collect())
    }
}

/// Words that are met whatever their case, in the order of the table.
#[derive(Debug, Clone, Default)]
pub struct AnyCase {
    words: Vec<String>,
    folded: WordSet,
}

impl AnyCase {
    /// Is the word among them, in whatever case? O(letters); longer ones than tables hold are put into small letters on the heap.
    pub fn has(&self, word: &str) -> bool {
        let mut buffer = [0; LONGEST];
        match folded(word, &mut buffer) {
            Some(folded) => self.folded.contains(folded),
            None => self.folded.contains(&fold(word)),
        }
    }
}

/// Bytes of the longest word that is folded without the heap.
const LONGEST: usize = 32;

/// A word letter by letter in small letters.
fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).collect()
}

/// As [`fold`], into a buffer; `None` where that is too short.
fn folded<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let mut end = 0;
    for letter in word.chars() {
        if letter.is_ascii() {
            *buffer.get_mut(end)? = letter.to_ascii_lowercase() as u8;
            end += 1;
            continue;
        }
        for small in letter.to_lowercase() {
            let room = buffer.get_mut(end..end + small.len_utf8())?;
            end += small.encode_utf8(room).len();
        }
    }
    std::str::from_utf8(buffer.get(..end)?).ok()
}

impl std::ops::Deref for AnyCase {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.words
    }
}

impl<S: Into<String>> FromIterator<S> for AnyCase {
    fn from_iter<I: IntoIterator<Item = S>>(words: I) -> Self {
        let words: Vec<String> = words.into_iter().map(Into::into).collect();
        let folded = words.iter().map(|w| fold(w)).collect();
        Self { words, folded }
    }
}

impl<'de> Deserialize<'de> for AnyCase {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Vec::<String>::deserialize(from)?.into_iter().collect())
    }
}

/// Words that govern what depends on them, some of them by a preposition only ("call for").
#[derive(Debug, Clone, Default)]
pub struct HeadSet {
    /// The words that stand for themselves.
    pub words: WordSet,
    openers: FxHashMap<String, Vec<String>>,
}

impl HeadSet {
    /// The prepositions by which a word governs.
    pub fn openers(&self, word: &str) -> &[String] {
        self.openers.get(word).map_or(&[], Vec::as_slice)
    }
}

impl<'de> Deserialize<'de> for HeadSet {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (mut words, mut openers) = (Vec::new(), FxHashMap::default());
        for entry in Vec::<String>::deserialize(from)? {
            match entry.split_once(' ') {
                Some((word, opener)) => {
                    let all: &mut Vec<String> = openers.entry(word.to_owned()).or_default();
                    all.push(opener.to_owned());
                }
                None => words.push(entry),
            }
        }
        let words = words.into_iter().collect();
        Ok(Self { words, openers })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_words_and_no_others() {
        let words = ["", "a", "for", "före", "before"];
        let set: WordSet = words.into_iter().collect();
        assert!(words.iter().all(|w| set.contains(w)));
        assert!(
            !["b", "fur", "fore", "behind", "befere"]
                .iter()
                .any(|w| set.contains(w))
        );
        assert!(WordSet::default().is_empty() && !WordSet::default().contains(""));
    }

    #[test]
    fn case_does_not_count_where_it_should_not() {
        let words: AnyCase = ["The", "före", "KELVIN", "İ", ""].into_iter().collect();
        for word in [
            "the",
            "THE",
            "Före",
            "FÖRE",
            "kelvin",
            "\u{212a}elvin",
            "i\u{307}",
            "",
        ] {
            assert!(words.has(word), "{word}");
        }
        let long = "ä".repeat(LONGEST);
        assert!(AnyCase::from_iter([long.clone()]).has(&long.to_uppercase()));
        for word in ["th", "then", "fore", "elvin", "i", "tha", "Ö"] {
            assert!(!words.has(word), "{word}");
        }
    }

    #[test]
    fn a_head_with_a_preposition_is_none_without_it() {
        let heads: HeadSet = ron::from_str(r#"["demand", "call for", "call on"]"#).expect("a list");
        assert!(heads.words.contains("demand") && !heads.words.contains("call"));
        assert_eq!(heads.openers("call"), ["for", "on"]);
        assert!(heads.openers("demand").is_empty());
    }
}
