//! Trains a linear-chain conditional random field by stochastic gradients (AdaGrad, Duchi et al. 2011) with feature dropout,
//! keeps the features that matter, and averages the weights of the last passes.
//!
//! In: feature rows and tags. Out: weights per feature. One thread, seeded: the same run gives the same bytes.

use crate::corpus::Random;
use newsgraph::extract::tagger::decode::{Space, expectations};
use newsgraph::extract::tagger::model::{GROUPS, Scores, TAGS, Transitions};

/// Sentences as rows of feature numbers.
#[derive(Default)]
pub struct Data {
    /// Feature numbers, all tokens in a row.
    pub features: Vec<u32>,
    /// Where the features of each token start; one more than tokens.
    pub starts: Vec<usize>,
    /// Tag of each token.
    pub tags: Vec<u8>,
    /// First token and language group of each sentence; one more than sentences.
    pub sentences: Vec<(usize, u8)>,
}

/// Settings of a run.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Passes over the data.
    pub passes: usize,
    /// Step size.
    pub rate: f32,
    /// Pull of weights towards zero at each use.
    pub decay: f32,
    /// Features left out at random, in percent.
    pub dropout: usize,
    /// Start of the generator.
    pub seed: u64,
}

/// Weights: six tags and the sum of squared gradients, per feature.
pub struct Weights {
    /// Rows.
    pub rows: Vec<[f32; 8]>,
    /// Tag pairs.
    pub transitions: Transitions,
}

/// Trains on the features that `keep` allows.
#[expect(
    clippy::too_many_lines,
    reason = "forward, backward and gradient share their tables"
)]
pub fn train(data: &Data, features: usize, keep: Option<&[bool]>, s: Settings) -> Weights {
    let mut w = Weights {
        rows: vec![[0.0; 8]; features],
        transitions: [[[0.0; TAGS]; TAGS + 1]; GROUPS],
    };
    let mut squares: Transitions = [[[1.0; TAGS]; TAGS + 1]; GROUPS];
    let mut sum = vec![[0.0f32; 6]; features];
    let mut pairs: Transitions = w.transitions;
    let mut summed = 0.0;
    let mut random = Random(s.seed * 7919 + 77);
    let mut order: Vec<usize> = (0..data.sentences.len() - 1).collect();
    let (mut space, mut emissions, mut used) = (Space::default(), Vec::new(), Vec::new());
    for pass in 0..s.passes {
        let time = std::time::Instant::now();
        let rate = s.rate * (1.0 - 0.8 * pass as f32 / s.passes as f32);
        for i in (1..order.len()).rev() {
            order.swap(i, random.below(i + 1));
        }
        let mut loss = 0.0;
        for &sentence in &order {
            let (from, group) = data.sentences[sentence];
            let (to, _) = data.sentences[sentence + 1];
            used.clear();
            emissions.clear();
            let mut bounds = vec![0];
            for token in from..to {
                let mut scores: Scores = [0.0; TAGS];
                for &f in &data.features[data.starts[token]..data.starts[token + 1]] {
                    if keep.is_some_and(|k| !k[f as usize]) || random.percent(s.dropout) {
                        continue;
                    }
                    used.push(f);
                    let row = &w.rows[f as usize];
                    (0..6).for_each(|y| scores[y + 1] += row[y]);
                }
                emissions.push(scores);
                bounds.push(used.len());
            }
            expectations(&emissions, &w.transitions[usize::from(group)], &mut space);
            for (i, p) in space.marginals.iter().enumerate() {
                let gold = usize::from(data.tags[from + i]);
                loss -= p[gold].max(1e-9).ln();
                let mut gradient = [0.0; 6];
                let mut square = 0.0;
                for y in 1..TAGS {
                    let g = p[y] - f32::from(u8::from(gold == y));
                    gradient[y - 1] = g;
                    square += g * g;
                }
                if square < 1e-6 {
                    continue;
                }
                for &f in &used[bounds[i]..bounds[i + 1]] {
                    let row = &mut w.rows[f as usize];
                    row[6] += square;
                    let step = rate / (row[6] + 0.05).sqrt();
                    for y in 0..6 {
                        row[y] -= step * (gradient[y] + s.decay * row[y]);
                    }
                }
            }
            let transitions = &mut w.transitions[usize::from(group)];
            let squares = &mut squares[usize::from(group)];
            let mut before = TAGS;
            for i in from..to {
                let tag = usize::from(data.tags[i]);
                space.pairs[before][tag] -= 1.0;
                before = tag;
            }
            for b in 0..=TAGS {
                for t in 0..TAGS {
                    let g = space.pairs[b][t];
                    squares[b][t] += g * g;
                    transitions[b][t] -= rate * g / squares[b][t].sqrt();
                }
            }
        }
        if pass + 3 >= s.passes || pass * 2 >= s.passes {
            summed += 1.0;
            for (a, b) in sum.iter_mut().zip(&w.rows) {
                (0..6).for_each(|y| a[y] += b[y]);
            }
            for (a, b) in pairs
                .iter_mut()
                .flatten()
                .flatten()
                .zip(w.transitions.iter().flatten().flatten())
            {
                *a += b;
            }
        }
        let tokens = data.tags.len() as f32;
        eprintln!(
            "pass {} loss {:.4} {:.1}s",
            pass + 1,
            loss / tokens,
            time.elapsed().as_secs_f32()
        );
    }
    for (a, b) in sum.iter().zip(&mut w.rows) {
        (0..6).for_each(|y| b[y] = a[y] / summed);
    }
    for (a, b) in pairs
        .iter()
        .flatten()
        .flatten()
        .zip(w.transitions.iter_mut().flatten().flatten())
    {
        *b = a / summed;
    }
    w
}
