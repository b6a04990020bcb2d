//! What was worked out of a word a moment ago: a table of fixed size in which a newer answer takes the place of an older one that nobody asks for.
//!
//! In: a word, a mark that tells several questions about it apart, and how to answer. Out: the answer. Most words of a text have stood in it before, or in the
//! one before it. Invariants: the answer is the function's own whatever was asked earlier, so it may depend on nothing but word and mark; memory is
//! bounded; threads share a table and never wait for one another. Does not: count what it saved.

use super::fetch::fetch_whole;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;
use std::sync::{Mutex, OnceLock};

/// Answers held at a time, one a place. Words that come again and again are few; twice as many places bring one more word in sixteen.
const PLACES: usize = 1 << 12;

/// How many words in a row an answer that was wanted again may turn away from its place: most of those come once.
const WORTH: u8 = 3;

/// Longer words, in bytes, are hardly met twice and are not kept.
const LONGEST: usize = 32;

/// A table of answers; its places are made when the first question comes.
#[derive(Debug)]
pub struct Recall<V> {
    places: OnceLock<Box<[Place<V>]>>,
    count: usize,
}

/// One answer, or none yet.
type Place<V> = Mutex<Option<Answer<V>>>;

/// An answer, to what, and how many others it may still turn away.
#[derive(Debug)]
struct Answer<V> {
    question: Question,
    worth: u8,
    value: V,
}

/// Beginning and end of a word, which cover all of it, its length and the mark: to keep and to compare one, a few numbers are looked at and no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Question {
    first: [u64; 2],
    last: [u64; 2],
    length: u8,
    mark: u8,
}

impl Question {
    /// Puts a question; `None` where the word is longer than [`LONGEST`].
    fn new(word: &str, mark: u8) -> Option<Self> {
        let bytes = word.as_bytes();
        let (first, last) = match bytes.len() {
            0..4 => ([small(bytes), 0], [0, 0]),
            4..8 => (
                [narrow(*bytes.first_chunk()?), 0],
                [narrow(*bytes.last_chunk()?), 0],
            ),
            8..16 => (
                [wide(*bytes.first_chunk()?), 0],
                [wide(*bytes.last_chunk()?), 0],
            ),
            16..=LONGEST => (two(bytes.first_chunk()?), two(bytes.last_chunk()?)),
            _ => return None,
        };
        Some(Self {
            first,
            last,
            length: bytes.len() as u8,
            mark,
        })
    }

    fn place(&self, places: usize) -> usize {
        FxBuildHasher.hash_one(self) as usize & (places - 1)
    }
}

fn small(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum, b| sum << 8 | u64::from(*b))
}

fn narrow(bytes: [u8; 4]) -> u64 {
    u64::from(u32::from_le_bytes(bytes))
}

fn wide(bytes: [u8; 8]) -> u64 {
    u64::from_le_bytes(bytes)
}

fn two(bytes: &[u8; 16]) -> [u64; 2] {
    let (halves, _) = bytes.as_chunks();
    [0, 1].map(|half| halves.get(half).map_or(0, |h| wide(*h)))
}

impl<V> Default for Recall<V> {
    fn default() -> Self {
        Self::with_places(PLACES)
    }
}

/// A copy remembers nothing: what is known is soon known again.
impl<V> Clone for Recall<V> {
    fn clone(&self) -> Self {
        Self::with_places(self.count)
    }
}

impl<V> Recall<V> {
    /// A table of about so many answers, for questions of which more come again than words do.
    pub fn with_places(count: usize) -> Self {
        Self {
            places: OnceLock::new(),
            count: count.next_power_of_two(),
        }
    }
}

impl<V: Clone> Recall<V> {
    /// Returns the answer to `mark` about `word`: the one given before, or that of `answer`.
    pub fn ask(&self, word: &str, mark: u8, answer: impl FnOnce() -> V) -> V {
        let Some(question) = Question::new(word, mark) else {
            return answer();
        };
        // Where another thread stands at the place, the answer is worked out rather than waited for.
        let Some(mut place) = self.place(&question).and_then(|p| p.try_lock().ok()) else {
            return answer();
        };
        match place.as_mut() {
            Some(known) if known.question == question => {
                known.worth = WORTH.min(known.worth + 1);
                known.value.clone()
            }
            Some(known) if known.worth > 0 => {
                known.worth -= 1;
                drop(place);
                answer()
            }
            _ => {
                let value = answer();
                *place = Some(Answer {
                    question,
                    worth: 0,
                    value: value.clone(),
                });
                value
            }
        }
    }

    /// Calls for the place of an answer that will soon be asked for: the tables of all stages together are larger than the fast caches.
    pub fn call(&self, word: &str, mark: u8) {
        if let (Some(places), Some(question)) = (self.places.get(), Question::new(word, mark)) {
            fetch_whole(places, question.place(places.len()));
        }
    }

    fn place(&self, question: &Question) -> Option<&Place<V>> {
        let empty = || (0..self.count).map(|_| Mutex::new(None)).collect();
        let places: &[Place<V>] = self.places.get_or_init(empty);
        places.get(question.place(places.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_those_of_the_function_whatever_was_asked_before() {
        let recall = Recall::default();
        let ask = |word: &str, mark| recall.ask(word, mark, || format!("{word}{mark}"));
        for round in 0..3 {
            for n in 0..2 * PLACES {
                let (word, mark) = (n.to_string(), (n % 2) as u8);
                assert_eq!(ask(&word, mark), format!("{word}{mark}"), "round {round}");
            }
        }
        // Words of every length that differ in one letter only are told apart.
        for length in 1..=LONGEST {
            for at in 0..length {
                let word: String = (0..length)
                    .map(|i| if i == at { 'b' } else { 'a' })
                    .collect();
                assert_eq!(ask(&word, 0), format!("{word}0"));
            }
        }
        assert_eq!(ask("", 0), "0");
        assert_eq!(ask("1", 7), "17");
        for long in ["a".repeat(LONGEST), "a".repeat(LONGEST + 1)] {
            assert_eq!(ask(&long, 1), format!("{long}1"));
            assert_eq!(ask(&long, 2), format!("{long}2"));
        }
    }

    #[test]
    fn a_word_just_asked_is_known_and_a_question_may_ask_another() {
        let recall = Recall::default();
        let inner = || recall.ask("a", 0, || 1) + 1;
        assert_eq!(recall.ask("a", 0, inner), 2);
        assert_eq!(recall.ask("a", 0, || 9), 2);
        assert_eq!(recall.clone().ask("a", 0, || 9), 9);
    }
}
