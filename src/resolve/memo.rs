//! What comparisons of many names share: word pairs compared before, and how alike two names must be for the answer to matter.
//!
//! In: numbers of words. Out: similarities seen before. Invariant: a memory serves one table of names. Does not: compare.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A similarity and what it rests on.
pub type Likeness = (f32, &'static str);

/// Similarities of numbered words.
#[derive(Debug, Clone, Default)]
pub struct Memo {
    least: Option<f32>,
    known: HashMap<u64, Likeness, BuildHasherDefault<Mixed>>,
}

impl Memo {
    /// Remembers nothing yet; every score is worked out.
    pub fn new() -> Self {
        Self::default()
    }

    /// As [`Memo::new`], for callers who treat all scores below `least` (in [0,1]) alike: those come out as any number below it.
    pub fn for_scores_from(least: f32) -> Self {
        Self {
            least: Some(least),
            ..Self::default()
        }
    }

    /// The least score that matters, if there is one.
    pub(super) fn least(&self) -> Option<f32> {
        self.least
    }

    /// Returns the similarity of two words by their numbers, working it out at the first time; `end` and `role` tell apart what it depends on
    /// besides. Numbers below 2^31; 0 is nobody's. O(1).
    pub(super) fn likeness(
        &mut self,
        (a, b): (u32, u32),
        end: bool,
        role: bool,
        work_out: impl FnOnce() -> Likeness,
    ) -> Likeness {
        if a == 0 || b == 0 {
            return work_out();
        }
        let (low, high) = (u64::from(a.min(b)), u64::from(a.max(b)));
        let key = low << 33 | high << 2 | u64::from(end) << 1 | u64::from(role);
        *self.known.entry(key).or_insert_with(work_out)
    }
}

/// Mixes one 64-bit word (a step of Fibonacci hashing): keys are numbers we gave out ourselves, so nobody can choose them to collide.
#[derive(Debug, Clone, Copy, Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 32;
    }
}
