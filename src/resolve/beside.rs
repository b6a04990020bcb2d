//! The edit distances from one word to several at once: the readings of a name are many and much alike, so they are compared side by side.
//!
//! In: ASCII words. Out: costs as [`super::distance::distance`] has them, to the bit. Invariant: each lane makes the same additions in the same order as
//! a comparison by itself. Does not: choose what is compared.

use super::distance::{LETTERS, LONGEST, SWAPS, TRANSPOSED, gap, place};

/// Words compared at once.
pub(super) const LANES: usize = 8;

/// One number for each lane.
pub(super) type Cells = [f32; LANES];

/// Up to [`LANES`] words side by side.
pub(super) struct Beside {
    lengths: [usize; LANES],
    /// By position; 0 behind the end of a word.
    letters: Vec<[u8; LANES]>,
    /// What it costs to leave out a letter, by position; infinite behind the end, so that nothing there is ever least.
    gaps: Vec<Cells>,
    /// What each letter costs for the letters of the words: rows as long as `gaps`, filled when a letter first comes.
    swaps: Vec<Cells>,
    filled: [Option<usize>; LETTERS],
    /// For the place of each letter the places of those that follow it somewhere, one bit each.
    follows: [u32; LETTERS],
    /// The row before the first letter.
    first: Vec<Cells>,
    vowel: f32,
    older: Vec<Cells>,
    last: Vec<Cells>,
    now: Vec<Cells>,
}

impl Beside {
    /// Puts words side by side; those after the first [`LANES`] are left out. O(letters).
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>, vowel: f32) -> Self {
        let mut lengths = [0; LANES];
        let (mut letters, mut gaps) = (Vec::new(), Vec::new());
        let mut follows = [0; LETTERS];
        for ((lane, word), length) in words.enumerate().zip(&mut lengths) {
            let word = &word.as_bytes()[..word.len().min(LONGEST)];
            *length = word.len();
            if letters.len() < word.len() {
                letters.resize(word.len(), [0; LANES]);
                gaps.resize(word.len(), [f32::INFINITY; LANES]);
            }
            let mut before = None;
            for ((letters, gaps), &c) in letters.iter_mut().zip(&mut gaps).zip(word) {
                letters[lane] = c;
                gaps[lane] = gap(c, before, vowel);
                if let Some(before) = before {
                    follows[place(before)] |= 1_u32 << place(c);
                }
                before = Some(c);
            }
        }
        let mut first = vec![[0.0; LANES]; letters.len() + 1];
        for lane in 0..LANES {
            let mut sum = 0.0;
            for (cells, gaps) in first.iter_mut().skip(1).zip(&gaps) {
                sum += gaps[lane];
                cells[lane] = sum;
            }
        }
        Self {
            lengths,
            letters,
            gaps,
            swaps: Vec::new(),
            filled: [None; LETTERS],
            vowel,
            follows,
            older: first.clone(),
            last: first.clone(),
            now: first.clone(),
            first,
        }
    }

    /// Returns the costs of turning `word` into each of the words; where a cost is sure to be above the lane's limit, any number above it.
    ///
    /// Complexity: O(letters of `word` · letters of the longest word).
    pub(super) fn distances(&mut self, word: &str, limits: &Cells) -> Cells {
        let word = &word.as_bytes()[..word.len().min(LONGEST)];
        self.last.copy_from_slice(&self.first);
        let (mut previous, mut least_before) = (None, [0.0; LANES]);
        for &x in word {
            let from = self.swaps_of(x);
            let swaps = &self.swaps[from..from + self.gaps.len()];
            let drop = gap(x, previous, self.vowel);
            let turned = previous.filter(|p| *p != x && self.turns(x, *p));
            let least = match turned {
                None => row(&self.last, &mut self.now, swaps, &self.gaps, drop),
                Some(p) => self.row_with_turns(from, drop, x, p),
            };
            let hopeless = |lane: usize| {
                least[lane] > limits[lane] && least_before[lane] + TRANSPOSED > limits[lane]
            };
            if (0..LANES).all(hopeless) {
                return [f32::INFINITY; LANES];
            }
            least_before = least;
            previous = Some(x);
            std::mem::swap(&mut self.older, &mut self.last);
            std::mem::swap(&mut self.last, &mut self.now);
        }
        std::array::from_fn(|lane| self.last[self.lengths[lane]][lane])
    }

    /// Returns where in `swaps` the row of a letter starts.
    fn swaps_of(&mut self, x: u8) -> usize {
        let costs = &SWAPS[place(x)];
        let start = self.swaps.len();
        let known = &mut self.filled[place(x)];
        if known.is_none() {
            self.swaps.resize(start + self.letters.len(), [0.0; LANES]);
            for (cells, letters) in self.swaps.iter_mut().skip(start).zip(&self.letters) {
                for (cell, y) in cells.iter_mut().zip(letters) {
                    *cell = costs[place(*y)];
                }
            }
        }
        *known.get_or_insert(start)
    }

    /// Tells whether a word may have `x` right before `previous`.
    fn turns(&self, x: u8, previous: u8) -> bool {
        self.follows[place(x)] >> place(previous) & 1 == 1
    }

    /// As [`row`], with two letters that change places.
    fn row_with_turns(&mut self, from: usize, drop: f32, x: u8, previous: u8) -> Cells {
        let mut left = self.last[0].map(|c| c + drop);
        self.now[0] = left;
        let mut least = left;
        for j in 0..self.gaps.len() {
            for lane in 0..LANES {
                let mut best = lesser(
                    lesser(
                        self.last[j][lane] + self.swaps[from + j][lane],
                        self.last[j + 1][lane] + drop,
                    ),
                    left[lane] + self.gaps[j][lane],
                );
                if j > 0 && self.letters[j - 1][lane] == x && self.letters[j][lane] == previous {
                    best = lesser(best, self.older[j - 1][lane] + TRANSPOSED);
                }
                left[lane] = best;
                least[lane] = lesser(least[lane], best);
            }
            self.now[j + 1] = left;
        }
        least
    }
}

/// The lesser of two numbers that are numbers.
#[inline]
fn lesser(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

/// Fills the row after one more letter; returns the least cost of each lane.
fn row(last: &[Cells], now: &mut [Cells], swaps: &[Cells], gaps: &[Cells], drop: f32) -> Cells {
    let mut left = last[0].map(|c| c + drop);
    now[0] = left;
    let mut least = left;
    let steps = last.windows(2).zip(&mut now[1..]).zip(swaps).zip(gaps);
    for (((last, now), swaps), gaps) in steps {
        // One operation on all lanes a line, so that the compiler takes them together.
        let swapped: Cells = std::array::from_fn(|i| last[0][i] + swaps[i]);
        let dropped: Cells = std::array::from_fn(|i| last[1][i] + drop);
        let added: Cells = std::array::from_fn(|i| left[i] + gaps[i]);
        let kept: Cells = std::array::from_fn(|i| lesser(swapped[i], dropped[i]));
        left = std::array::from_fn(|i| lesser(kept[i], added[i]));
        least = std::array::from_fn(|i| lesser(least[i], left[i]));
        *now = left;
    }
    least
}

#[cfg(test)]
mod tests {
    use super::super::distance::distance;
    use super::*;

    proptest::proptest! {
        #[test]
        fn lanes_count_as_single_words_do(
            words in proptest::collection::vec("[aeihstSZnr1]{0,9}", 1..LANES),
            word in "[aeihstSZnr1]{0,9}",
            vowel in proptest::sample::select(vec![0.12_f32, 0.6]),
            limit in 0.0..4.0_f32,
        ) {
            let mut beside = Beside::new(words.iter().map(String::as_str), vowel);
            for limit in [f32::INFINITY, limit] {
                let seen = beside.distances(&word, &[limit; LANES]);
                for (other, seen) in words.iter().zip(seen) {
                    let alone = distance(&word, other, vowel);
                    let same = seen.to_bits() == alone.to_bits();
                    proptest::prop_assert!(same || alone > limit && seen > limit, "{} {} {}", other, seen, alone);
                }
            }
        }
    }
}
