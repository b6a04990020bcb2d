//! Linear models in hashed tables of 8-bit weights, and the file that holds the four tables of a language.
//!
//! In: bytes of `data/models/syntax-<code>.bin`, or trained weights. Out: [`Model`].
//! Invariants: a weight is `sign · (q/127)² · max` with q in 8 bits (companding costs at most 0.1 LAS, linear 8 bits two points), so scores are whole
//! numbers and the sum does not depend on the order of addition; any feature hash reads inside the table. Does not: train.

#[cfg(target_arch = "x86_64")]
mod avx2;

use super::word::finish;
use crate::base::analysis::Upos;
use crate::base::fetch::fetch;
use serde::{Deserialize, Serialize};

/// Room behind the last block of a table, so that a block never runs over the end.
pub const TAIL: usize = 256;

/// Lanes a score is added up in at a time; blocks are read in whole lanes.
const LANES: usize = 16;

/// Most classes of a narrow table, whose blocks are read as one number.
const NARROW: usize = 4;

/// Bytes that come from memory together.
const LINE: usize = 64;

/// Most classes a table may score.
pub const MAX_WIDTH: usize = 128;

/// Something that takes the features of a place in the text.
pub trait Sink {
    /// Forgets what it took, and takes what is the same everywhere.
    fn start(&mut self, always: &[u64]);
    /// Takes the running hashes of more features, and finishes them: templates are written out one by one, and the fewer bytes of code each takes, the more
    /// of the parser stays in the fastest memory.
    fn take(&mut self, running: &[u64]);
}

impl Sink for Vec<u64> {
    fn start(&mut self, always: &[u64]) {
        self.clear();
        self.extend_from_slice(always);
    }

    fn take(&mut self, running: &[u64]) {
        self.extend(running.iter().map(|hash| finish(*hash)));
    }
}

/// Takes hashes and calls for their weights at once: a table is larger than the fast caches and its blocks are strewn, so each would be waited for by
/// itself when it is added; as it is they come from memory while the next hashes are made.
#[derive(Debug)]
pub struct Fetch<'a, S> {
    /// What was taken.
    pub features: &'a mut Vec<u64>,
    /// Where their weights lie.
    pub table: &'a S,
}

impl<S: Scorer> Sink for Fetch<'_, S> {
    fn start(&mut self, always: &[u64]) {
        self.features.start(always);
        self.table.fetch(always);
    }

    #[inline(never)]
    fn take(&mut self, running: &[u64]) {
        self.table.finish(running, self.features);
    }
}

/// Something that scores classes by hashed features: a shipped table, or the trainer's.
pub trait Scorer {
    /// Number of classes.
    fn width(&self) -> usize;
    /// Adds up the weights of `features`; `out` holds one score a class afterwards (higher is better).
    fn score(&self, features: &[u64], out: &mut Vec<f32>);
    /// Calls for the weights of features, which will be asked for soon.
    fn fetch(&self, _features: &[u64]) {}
    /// Finishes running hashes, adds them to the features and calls for their weights.
    fn finish(&self, running: &[u64], features: &mut Vec<u64>) {
        features.take(running);
    }
}

/// A hashed table of companded 8-bit weights; a feature's block starts at its hash and holds one weight a class.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    weights: Vec<i8>,
    mask: usize,
    width: usize,
}

impl Table {
    /// Wraps weights; `weights.len()` is a power of two plus [`TAIL`]. `None` if it is not, or if `width` is above [`MAX_WIDTH`].
    pub fn new(weights: Vec<i8>, width: usize) -> Option<Self> {
        let slots = weights.len().checked_sub(TAIL)?;
        (slots.is_power_of_two() && (1..=MAX_WIDTH).contains(&width)).then(|| Self {
            weights,
            mask: slots - 1,
            width,
        })
    }

    /// Compands trained weights to 8 bits, of which only every `127 / levels`-th value is used: fewer levels pack better.
    pub fn quantize(weights: &[f32], levels: u8) -> Vec<i8> {
        let max = weights.iter().fold(0f32, |a, w| a.max(w.abs()));
        let levels = f32::from(levels.clamp(1, 127));
        let byte = |w: &f32| {
            let level = ((w.abs() / max).sqrt() * levels).round();
            (level / levels * 127.0).round() * w.signum()
        };
        weights
            .iter()
            .map(|w| if *w == 0.0 { 0 } else { byte(w) as i8 })
            .collect()
    }

    fn score_lanes<const N: usize>(&self, features: &[u64], out: &mut Vec<f32>) {
        let mut sums = [0i32; N];
        for &feature in features {
            let at = feature as usize & self.mask;
            let Some(block) = self.weights.get(at..at + N) else {
                continue;
            };
            for (sum, &q) in sums.iter_mut().zip(block) {
                let q = i16::from(q);
                *sum += i32::from(q * q.abs());
            }
        }
        out.clear();
        out.extend(sums.iter().take(self.width).map(|&s| s as f32));
    }

    /// Calls for the line where the block of a feature begins, and for those so many bytes further on.
    #[inline]
    fn fetch_lines<const N: usize>(&self, feature: u64, further: [usize; N]) {
        let at = feature as usize & self.mask;
        fetch(&self.weights, at);
        for bytes in further {
            fetch(&self.weights, at + bytes);
        }
    }

    /// Finishes hashes and calls for the lines of each as soon as it is known.
    #[inline]
    fn finish_lines<const N: usize>(
        &self,
        running: &[u64],
        features: &mut Vec<u64>,
        further: [usize; N],
    ) {
        features.extend(running.iter().map(|hash| {
            let feature = finish(*hash);
            self.fetch_lines(feature, further);
            feature
        }));
    }

    /// Scores with as many lanes as the table is wide.
    fn score_here(&self, features: &[u64], out: &mut Vec<f32>) {
        match self.width.div_ceil(LANES) {
            _ if self.width <= NARROW => self.score_lanes::<NARROW>(features, out),
            1 => self.score_lanes::<16>(features, out),
            2 => self.score_lanes::<32>(features, out),
            3 => self.score_lanes::<48>(features, out),
            4 => self.score_lanes::<64>(features, out),
            5 => self.score_lanes::<80>(features, out),
            6 => self.score_lanes::<96>(features, out),
            _ => self.score_lanes::<128>(features, out),
        }
    }

    /// As [`Table::score_here`] with AVX2, which takes four features together: the sums come out in a fifth of the instructions.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn score_avx2(&self, features: &[u64], out: &mut Vec<f32>) {
        if self.width <= NARROW {
            let sums = avx2::narrow(&self.weights, self.mask, features);
            out.clear();
            out.extend(sums.iter().take(self.width).map(|&s| s as f32));
            return;
        }
        match self.width.div_ceil(2 * LANES) {
            1 => self.score_groups::<1>(features, out),
            2 => self.score_groups::<2>(features, out),
            3 => self.score_groups::<3>(features, out),
            _ => self.score_groups::<4>(features, out),
        }
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn score_groups<const N: usize>(&self, features: &[u64], out: &mut Vec<f32>) {
        let mut scores = [[0.0; 2 * LANES]; N];
        avx2::wide(&self.weights, self.mask, features, &mut scores);
        out.clear();
        let scores = scores.as_flattened().get(..self.width);
        out.extend_from_slice(scores.unwrap_or_default());
    }
}

impl Scorer for Table {
    fn width(&self) -> usize {
        self.width
    }

    fn fetch(&self, features: &[u64]) {
        let last = self.width - 1;
        features
            .iter()
            .for_each(|feature| self.fetch_lines(*feature, [last]));
    }

    fn finish(&self, running: &[u64], features: &mut Vec<u64>) {
        let last = self.width - 1;
        // A narrow block seldom runs into a second line.
        match self.width {
            ..=LANES => self.finish_lines(running, features, []),
            width if width <= LINE => self.finish_lines(running, features, [last]),
            _ => self.finish_lines(running, features, [LINE, last]),
        }
    }

    #[cfg_attr(
        target_arch = "x86_64",
        expect(
            unsafe_code,
            reason = "calling code for a processor that has more than the baseline is unsafe by nature; see the invariant inside"
        )
    )]
    fn score(&self, features: &[u64], out: &mut Vec<f32>) {
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has AVX2, as was asked in the line above; the function is safe code otherwise.
            return unsafe { self.score_avx2(features, out) };
        }
        self.score_here(features, out);
    }
}

/// Returns the index of the highest score, the first of equals.
///
/// The highest is sought in several lanes at once and its place afterwards: a place kept on the way would be waited for at every score.
pub fn best(scores: &[f32]) -> usize {
    let higher = |a: f32, b: f32| if b > a { b } else { a };
    let mut tops = [f32::NEG_INFINITY; LANES];
    let (chunks, rest) = scores.as_chunks::<LANES>();
    for chunk in chunks {
        for (top, score) in tops.iter_mut().zip(chunk) {
            *top = higher(*top, *score);
        }
    }
    let top = tops.iter().chain(rest).copied().reduce(higher);
    let place = scores.iter().position(|s| Some(*s) == top);
    place.unwrap_or_default()
}

/// What a model file says before its weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Composite tags of the tagger.
    pub tags: Vec<String>,
    /// Part of speech of each tag.
    pub upos: Vec<Upos>,
    /// Relations; the first is "root".
    pub labels: Vec<String>,
    /// Mark of the language for models trained on several treebanks; 0 where there is one language only.
    pub language: u64,
    /// Score margin of an arc that is right four times out of five, by which confidences are scaled.
    pub margin: f32,
}

/// A tagger and a parser of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Inventory.
    pub header: Header,
    /// Scores tags.
    pub tagger: Table,
    /// Scores the three parser actions.
    pub actions: Table,
    /// Scores labels while the tree is built.
    pub labels: Table,
    /// Scores labels over the finished tree.
    pub relabels: Table,
}

/// Why a model file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The file is not in the data folder.
    #[error(transparent)]
    Data(#[from] crate::lexicon::DataError),
    /// The file is cut short or is no model.
    #[error("{path}: not a syntax model: {message}")]
    Format {
        /// Path below `data/`.
        path: String,
        /// What was expected.
        message: String,
    },
}

/// First bytes of the unpacked file.
const MAGIC: &[u8; 4] = b"NGS1";

/// Largest unpacked model that is accepted, in bytes.
const MAX_BYTES: usize = 64 << 20;

impl Model {
    /// Reads a packed model; `path` names it in errors.
    ///
    /// # Errors
    /// [`ModelError::Format`].
    pub fn read(packed: &[u8], path: &str) -> Result<Self, ModelError> {
        let bad = |message: &str| ModelError::Format {
            path: path.to_owned(),
            message: message.to_owned(),
        };
        let bytes = zstd::bulk::decompress(packed, MAX_BYTES).map_err(|e| bad(&e.to_string()))?;
        let rest = bytes
            .strip_prefix(MAGIC)
            .ok_or_else(|| bad("expected the mark NGS1"))?;
        let (header, mut rest): (Header, &[u8]) =
            postcard::take_from_bytes(rest).map_err(|e| bad(&e.to_string()))?;
        let widths = [
            header.tags.len(),
            3,
            header.labels.len(),
            header.labels.len(),
        ];
        if header.upos.len() != header.tags.len() {
            return Err(bad("expected a part of speech for every tag"));
        }
        let mut tables = Vec::with_capacity(widths.len());
        for width in widths {
            let (bits, tail) = rest.split_first().ok_or_else(|| bad("cut short"))?;
            let size = 1usize
                .checked_shl(u32::from(*bits))
                .map_or(usize::MAX, |s| s.saturating_add(TAIL));
            let (weights, tail) = tail
                .split_at_checked(size)
                .ok_or_else(|| bad("cut short"))?;
            let weights = weights.iter().map(|&b| b as i8).collect();
            tables.push(Table::new(weights, width).ok_or_else(|| bad("expected a sound table"))?);
            rest = tail;
        }
        let mut next = tables.into_iter();
        let mut take = || next.next().ok_or_else(|| bad("expected four tables"));
        Ok(Self {
            header,
            tagger: take()?,
            actions: take()?,
            labels: take()?,
            relabels: take()?,
        })
    }

    /// Packs the model; `level` is the compression level (22 for shipping).
    ///
    /// # Errors
    /// What the compressor says.
    pub fn write(&self, level: i32) -> std::io::Result<Vec<u8>> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(postcard::to_stdvec(&self.header).map_err(std::io::Error::other)?);
        for table in [&self.tagger, &self.actions, &self.labels, &self.relabels] {
            bytes.push((table.mask + 1).trailing_zeros() as u8);
            bytes.extend(table.weights.iter().map(|&w| w as u8));
        }
        zstd::bulk::compress(&bytes, level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companding_keeps_small_weights_and_their_sign() {
        let q = Table::quantize(&[1.0, -0.01, 0.0, 0.25], 127);
        assert_eq!(q, [127, -13, 0, 64]);
    }

    #[test]
    fn four_features_together_score_as_one_by_one() {
        let mut seed = 1_u32;
        let mut random = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed >> 16
        };
        let extremes = [-128, -127, 127, 0];
        let mut weights: Vec<i8> = (0..1024 + TAIL).map(|_| random() as i8).collect();
        weights
            .iter_mut()
            .take(300)
            .enumerate()
            .for_each(|(i, w)| *w = extremes[i % 4]);
        for width in [1, 3, 4, 5, 31, 32, 33, 60, 64, 90, 128] {
            let table = Table::new(weights.clone(), width).expect("a sound table");
            for count in [0, 1, 2, 3, 4, 7, 41] {
                let features: Vec<u64> = (0..count).map(|_| u64::from(random())).collect();
                let (mut together, mut alone) = (Vec::new(), Vec::new());
                table.score(&features, &mut together);
                table.score_here(&features, &mut alone);
                assert_eq!(together, alone, "{width} {count}");
            }
        }
    }

    #[test]
    fn the_first_of_the_highest_is_best() {
        assert_eq!(best(&[]), 0);
        assert_eq!(best(&[f32::MIN, -1.0, -2.0, -1.0]), 1);
        for at in 0..50 {
            let mut scores = [-3.0; 50];
            scores[at..].fill(2.5);
            assert_eq!(best(&scores), at);
        }
    }

    #[test]
    fn a_broken_file_is_refused_and_never_panics() {
        assert!(Model::read(b"", "x").is_err());
        assert!(Model::read(&zstd::bulk::compress(b"NGS1\x01", 1).expect("packs"), "x").is_err());
        assert!(Model::read(&zstd::bulk::compress(b"other", 1).expect("packs"), "x").is_err());
    }
}
