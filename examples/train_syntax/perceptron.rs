//! An averaged perceptron over hashed features.
//!
//! In: feature hashes, the right class and the wrong one. Out: weights. Features enter at their tenth update (a setting), which keeps models small.

use newsgraph::extract::syntax::model::{Scorer, TAIL};

/// Slots of the filter that counts updates.
const FILTER_BITS: u32 = 22;

/// A table under training.
#[derive(Debug, Clone)]
pub struct Perceptron {
    weights: Vec<f32>,
    sums: Vec<f32>,
    updates: Vec<u8>,
    mask: usize,
    width: usize,
    steps: f32,
    min_updates: u8,
}

impl Perceptron {
    /// Makes an empty table of `2^bits` slots.
    pub fn new(bits: u32, width: usize, min_updates: u8) -> Self {
        let size = (1usize << bits) + TAIL;
        Self {
            weights: vec![0.0; size],
            sums: vec![0.0; size],
            updates: vec![0; 1 << FILTER_BITS],
            mask: (1 << bits) - 1,
            width,
            steps: 1.0,
            min_updates,
        }
    }

    /// Moves weight from the class `bad` to the class `good` if they differ, and counts the step.
    pub fn learn(&mut self, features: &[u64], good: usize, bad: usize) {
        if good != bad {
            for &f in features {
                let seen = &mut self.updates[(f >> (64 - FILTER_BITS)) as usize];
                *seen = seen.saturating_add(1);
                if *seen < self.min_updates {
                    continue;
                }
                let at = f as usize & self.mask;
                self.weights[at + good] += 1.0;
                self.sums[at + good] += self.steps;
                self.weights[at + bad] -= 1.0;
                self.sums[at + bad] -= self.steps;
            }
        }
        self.steps += 1.0;
    }

    /// Averages the weights over all steps and frees the working memory.
    pub fn average(mut self) -> Self {
        for (w, sum) in self.weights.iter_mut().zip(&self.sums) {
            *w -= sum / self.steps;
        }
        self.sums = Vec::new();
        self.updates = Vec::new();
        self
    }

    /// Adds another table's weights.
    pub fn add(&mut self, other: &Self) {
        for (w, o) in self.weights.iter_mut().zip(&other.weights) {
            *w += o;
        }
    }

    /// Returns the weights.
    pub fn weights(&self) -> &[f32] {
        &self.weights
    }
}

impl Scorer for Perceptron {
    fn width(&self) -> usize {
        self.width
    }

    fn score(&self, features: &[u64], out: &mut Vec<f32>) {
        out.clear();
        out.resize(self.width, 0.0);
        for &f in features {
            let at = f as usize & self.mask;
            for (o, w) in out.iter_mut().zip(&self.weights[at..at + self.width]) {
                *o += w;
            }
        }
    }
}

/// A small deterministic random number generator (xorshift).
#[derive(Debug)]
pub struct Random(pub u64);

impl Random {
    /// Returns the next number.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Returns a number in [0,1).
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Returns a number below `limit`; 0 where that is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 20) as usize % limit.max(1)
    }

    /// Shuffles a list.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}
