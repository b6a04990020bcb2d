//! The model file: header, transitions, word lists, quantised weights. Read where it lies; nothing is unpacked.
//!
//! In: the bytes of models/ner.bin. Out: [`Model`] with emission scores per token. Invariant: a file of another size or version is refused
//! with what is wrong. Does not: decode.
//!
//! Weights are companded to eight bits (sign and square root of the magnitude, as in telephony), relative to the weight of "no name", which is zero.

#[cfg(target_arch = "x86_64")]
mod avx2;

use super::table::{self, Placed};
use super::words::Knowledge;
use std::borrow::Cow;
use std::ops::Range;

/// Number of tags: outside, and first and later tokens of three classes.
pub const TAGS: usize = 7;
/// Language groups with their own transitions.
pub const GROUPS: usize = 4;

/// Scores of every tag for one token.
pub type Scores = [f32; TAGS];
/// Scores of tag pairs, the last row for the sentence start; per language group.
pub type Transitions = [[Scores; TAGS + 1]; GROUPS];

const MAGIC: &[u8; 8] = b"NGTAG 1\n";
const HEADER: usize = 64;
const LANGUAGES: usize = 8;

/// A trained tagger as it lies in the file.
#[derive(Debug)]
pub struct Model {
    bytes: Cow<'static, [u8]>,
    languages: Vec<([u8; 2], u8)>,
    transitions: Transitions,
    levels: [f32; 256],
    bloom: Range<usize>,
    words: Range<usize>,
    weights: Range<usize>,
}

/// The parts of a model, for writing one.
#[derive(Debug)]
pub struct Parts {
    /// Language codes with their group.
    pub languages: Vec<([u8; 2], u8)>,
    /// Scores of tag pairs.
    pub transitions: Transitions,
    /// Weight that the largest quantised value stands for.
    pub scale: f32,
    /// Bloom filter of the lists.
    pub bloom: Vec<u8>,
    /// Table of words.
    pub words: Vec<u8>,
    /// Table of weights.
    pub weights: Vec<u8>,
}

impl Parts {
    /// Writes the file.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(HEADER + 1024 + self.weights.len());
        out.extend_from_slice(MAGIC);
        for size in [self.bloom.len(), self.words.len(), self.weights.len()] {
            out.extend_from_slice(&(size as u32).to_le_bytes());
        }
        out.extend_from_slice(&self.scale.to_le_bytes());
        for i in 0..LANGUAGES {
            let (code, group) = self.languages.get(i).copied().unwrap_or_default();
            out.extend_from_slice(&[code[0], code[1], group]);
        }
        out.resize(HEADER, 0);
        for score in self.transitions.iter().flatten().flatten() {
            out.extend_from_slice(&score.to_le_bytes());
        }
        for part in [&self.bloom, &self.words, &self.weights] {
            out.extend_from_slice(part);
        }
        out
    }
}

/// Compands a weight to eight bits.
pub fn quantize(weight: f32, scale: f32) -> i8 {
    let level = ((weight.abs() / scale).min(1.0).sqrt() * 127.0).round();
    (level * weight.signum()) as i8
}

fn float(bytes: &[u8], at: usize) -> Option<f32> {
    let four = bytes.get(at..at + 4)?;
    Some(f32::from_le_bytes(four.try_into().ok()?))
}

impl Model {
    /// Opens a model.
    ///
    /// # Errors
    /// What is wrong with the file, in words.
    pub fn read(bytes: Cow<'static, [u8]>) -> Result<Self, String> {
        let short = || "file is cut short".to_owned();
        if bytes.get(..8) != Some(MAGIC.as_slice()) {
            return Err("is no tagger model of version 1".to_owned());
        }
        let size = |i: usize| {
            let four = bytes.get(8 + 4 * i..12 + 4 * i)?;
            Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
        };
        let sizes = [0, 1, 2].map(|i| size(i).unwrap_or(0));
        let scale = float(&bytes, 20).ok_or_else(short)?;
        let languages = bytes.get(24..24 + 3 * LANGUAGES).ok_or_else(short)?;
        let languages = languages
            .chunks_exact(3)
            .filter_map(|c| match c {
                [0, ..] => None,
                [a, b, group] => Some(([*a, *b], (*group).min(GROUPS as u8 - 1))),
                _ => None,
            })
            .collect();
        let mut transitions = [[[0.0; TAGS]; TAGS + 1]; GROUPS];
        let mut at = HEADER;
        for score in transitions.iter_mut().flatten().flatten() {
            *score = float(&bytes, at).ok_or_else(short)?;
            at += 4;
        }
        let mut part = |size: usize| {
            at += size;
            at - size..at
        };
        let (bloom, words, weights) = (part(sizes[0]), part(sizes[1]), part(sizes[2]));
        if bytes.len() != weights.end {
            return Err(format!(
                "has {} bytes where its header says {}",
                bytes.len(),
                weights.end
            ));
        }
        let levels = std::array::from_fn(|byte| {
            let level = f32::from(byte as i8) / 127.0;
            level * level.abs() * scale
        });
        Ok(Self {
            bytes,
            languages,
            transitions,
            levels,
            bloom,
            words,
            weights,
        })
    }

    /// Returns the group of a language, 0 for one the model was not trained on.
    pub fn group(&self, lang: &str) -> u8 {
        self.languages
            .iter()
            .find(|(code, _)| code.as_slice() == lang.as_bytes())
            .map_or(0, |l| l.1)
    }

    /// Returns the word lists.
    pub fn knowledge(&self) -> Knowledge<'_> {
        let part = |range: &Range<usize>| self.bytes.get(range.clone()).unwrap_or_default();
        Knowledge {
            bloom: part(&self.bloom),
            words: part(&self.words),
        }
    }

    /// Returns the scores of tag pairs for a language group.
    pub fn transitions(&self, group: u8) -> &[Scores; TAGS + 1] {
        &self.transitions[usize::from(group).min(GROUPS - 1)]
    }

    /// Adds `score` to every beginning of a name: above zero for more names, below for surer ones.
    pub fn lift(&mut self, score: f32) {
        for row in self.transitions.iter_mut().flatten() {
            row.iter_mut().skip(1).step_by(2).for_each(|s| *s += score);
        }
    }

    /// Calls for the weights of features, which [`Model::add`] is given later. O(features), two cache lines each.
    pub fn call(&self, features: &[u64], placed: &mut Vec<Placed>) {
        table::call(self.table(), features, placed);
    }

    /// Adds the weights of features to `scores`. O(features).
    #[cfg_attr(
        target_arch = "x86_64",
        expect(
            unsafe_code,
            reason = "calling code for a processor that has more than the baseline is unsafe by nature; see the invariant inside"
        )
    )]
    pub fn add(&self, scores: Scores, features: &[Placed]) -> Scores {
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2") {
            let scale = self.levels[127];
            // SAFETY: the processor has AVX2, as was asked in the line above; the function is safe code otherwise.
            return unsafe { avx2::add(self.table(), features, scale, scores) };
        }
        self.add_here(scores, features)
    }

    /// Adds the weights on any processor.
    fn add_here(&self, mut scores: Scores, features: &[Placed]) -> Scores {
        table::gather(self.table(), features, |payload| {
            // Level 0 is 0.0: a feature without weights changes nothing, and is not worth a branch that is guessed wrong half the time.
            for (score, level) in scores.iter_mut().skip(1).zip(payload) {
                *score += self.levels[usize::from(level as u8)];
            }
        });
        scores
    }

    fn table(&self) -> &[u8] {
        self.bytes.get(self.weights.clone()).unwrap_or_default()
    }
}
