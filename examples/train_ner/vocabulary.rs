//! The word table: how words are written in running text, and classes of words that keep the same company.
//!
//! In: raw sentences by language group. Out: rows of the word table. Classes: k-means over positive pointwise mutual information with the commonest
//! neighbours on either side (Lund & Burgess 1996; Bullinaria & Levy 2007). Deterministic.

use newsgraph::extract::tagger::table::{self, Payload};
use newsgraph::extract::tagger::words::{lower_hash, word_key};
use std::collections::{BTreeMap, HashMap};

const CLASSES: usize = 200;
const FRAMES: usize = 400;

#[derive(Default, Clone)]
struct Use {
    count: u32,
    small: u32,
    capital: u32,
    class: u8,
}

/// Statistics of the words of one language group.
#[derive(Default)]
pub struct Vocabulary {
    groups: BTreeMap<u8, BTreeMap<String, Use>>,
}

impl Vocabulary {
    /// Counts words and induces classes.
    pub fn build(texts: &BTreeMap<u8, Vec<Vec<String>>>) -> Self {
        let mut groups = BTreeMap::new();
        for (group, sentences) in texts {
            let mut uses = count(sentences);
            classes(sentences, &mut uses);
            groups.insert(*group, uses);
        }
        Self { groups }
    }

    /// Is the word mostly written small in some language?
    pub fn common(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.groups.values().any(|g| {
            g.get(&word)
                .is_some_and(|u| u.small > 3 && u.small > 2 * u.capital)
        })
    }

    /// Writes the word table, with the label habits of words.
    pub fn table(&self, labels: &Labels, least: u32) -> Vec<u8> {
        let mut rows: Vec<(u32, u64, Payload)> = Vec::new();
        for (group, uses) in &self.groups {
            for (word, u) in uses {
                if u.count < 2 {
                    continue;
                }
                let habit = match (u.small, u.capital) {
                    (0, 0) => 0,
                    (0, _) => 1,
                    (s, c) if s < c => 2,
                    (s, c) if c > 0 && s < 20 * c => 3,
                    _ => 4,
                };
                let label = labels.habit(*group, word, least);
                let payload = [u.class as i8, habit, label, 0, 0, 0];
                rows.push((u.count, word_key(lower_hash(word), *group), payload));
            }
        }
        rows.sort_by_key(|r| (std::cmp::Reverse(r.0), r.1));
        let rows: Vec<(u64, Payload)> = rows.into_iter().map(|r| (r.1, r.2)).collect();
        let (table, held) = table::write(&rows, rows.len() * 27 / 100);
        eprintln!(
            "words: {} of {} kept, {} bytes",
            held,
            rows.len(),
            table.len()
        );
        table
    }
}

/// How often words are labelled what, by language group.
#[derive(Default)]
pub struct Labels(BTreeMap<(u8, String), [u32; 4]>);

impl Labels {
    /// Counts one sentence.
    pub fn add(&mut self, group: u8, tokens: &[String], tags: &[u8]) {
        for (token, tag) in tokens.iter().zip(tags) {
            let counts = self.0.entry((group, token.to_lowercase())).or_default();
            counts[usize::from(tag.div_ceil(2))] += 1;
        }
    }

    /// Label habit of a word, 0 if it was seen less than `least` times.
    fn habit(&self, group: u8, word: &str, least: u32) -> i8 {
        let Some(counts) = self.0.get(&(group, word.to_owned())) else {
            return 0;
        };
        let total: u32 = counts.iter().sum();
        let share = |k: usize| counts[k] as f32 / total as f32;
        if total < least {
            0
        } else if counts[0] == total {
            1
        } else if share(0) >= 0.8 {
            2
        } else {
            (1..4).find(|k| share(*k) >= 0.6).map_or(3, |k| k as i8 + 3)
        }
    }
}

fn count(sentences: &[Vec<String>]) -> BTreeMap<String, Use> {
    let mut uses: BTreeMap<String, Use> = BTreeMap::new();
    for tokens in sentences {
        let words = tokens.iter().filter(|t| t.chars().any(char::is_alphabetic));
        let capitals = words
            .clone()
            .filter(|t| t.chars().next().is_some_and(char::is_uppercase))
            .count();
        let headline = capitals * 3 > words.clone().count() * 2;
        let mut first = true;
        for t in tokens {
            let u = uses.entry(t.to_lowercase()).or_default();
            u.count += 1;
            let letter = t.chars().next().is_some_and(char::is_alphabetic);
            if letter && !first && !headline {
                if t.chars().next().is_some_and(char::is_uppercase) {
                    u.capital += 1;
                } else {
                    u.small += 1;
                }
            }
            if letter {
                first = false;
            }
        }
    }
    uses
}

/// Sparse vectors of the words seen at least five times, then k-means on the sphere.
fn classes(sentences: &[Vec<String>], uses: &mut BTreeMap<String, Use>) {
    let mut words: Vec<(&String, u32)> = uses
        .iter()
        .filter(|(_, u)| u.count >= 5)
        .map(|(w, u)| (w, u.count))
        .collect();
    words.sort_by_key(|w| (std::cmp::Reverse(w.1), w.0.clone()));
    let ids: HashMap<&str, usize> = words
        .iter()
        .enumerate()
        .map(|(i, w)| (w.0.as_str(), i))
        .collect();
    let mut vectors: Vec<BTreeMap<usize, f32>> = vec![BTreeMap::new(); words.len()];
    for tokens in sentences {
        let line: Vec<Option<usize>> = tokens
            .iter()
            .map(|t| ids.get(t.to_lowercase().as_str()).copied())
            .collect();
        for (i, id) in line.iter().enumerate() {
            let Some(id) = id else { continue };
            let frame = |j: Option<usize>, side: usize| match j.map(|j| line.get(j).copied()) {
                Some(Some(Some(n))) if n < FRAMES => Some(side * (FRAMES + 1) + n),
                Some(Some(_)) => None,
                _ => Some(side * (FRAMES + 1) + FRAMES),
            };
            let sides = [frame(i.checked_sub(1), 0), frame(Some(i + 1), 1)];
            for f in sides.into_iter().flatten() {
                *vectors[*id].entry(f).or_default() += 1.0;
            }
        }
    }
    weigh(&mut vectors);
    let vectors: Vec<Vec<(usize, f32)>> = vectors
        .into_iter()
        .map(|v| v.into_iter().collect())
        .collect();
    let class = k_means(&vectors);
    let found: Vec<(String, u8)> = words
        .iter()
        .zip(&class)
        .map(|(w, c)| (w.0.clone(), *c))
        .collect();
    for (word, class) in found {
        if let Some(u) = uses.get_mut(&word) {
            u.class = class;
        }
    }
}

fn weigh(vectors: &mut [BTreeMap<usize, f32>]) {
    let mut columns = vec![0.0f32; 2 * (FRAMES + 1)];
    for v in vectors.iter() {
        v.iter().for_each(|(f, n)| columns[*f] += n);
    }
    let total: f32 = columns.iter().sum();
    for v in vectors {
        let row: f32 = v.values().sum();
        for (f, n) in v.iter_mut() {
            *n = ((*n * total) / (row * columns[*f])).ln().max(0.0) * n.min(10.0).sqrt();
        }
        v.retain(|_, n| *n > 0.0);
        let norm = v.values().map(|n| n * n).sum::<f32>().sqrt().max(1e-9);
        v.values_mut().for_each(|n| *n /= norm);
    }
}

/// Spherical k-means; the commonest words are the first centres. Returns classes from 1, 0 for words without company.
fn k_means(vectors: &[Vec<(usize, f32)>]) -> Vec<u8> {
    let width = 2 * (FRAMES + 1);
    let mut centres: Vec<Vec<f32>> = (0..CLASSES)
        .map(|k| {
            let mut centre = vec![0.0; width];
            if let Some(v) = vectors.get(k * 3) {
                v.iter().for_each(|(f, x)| centre[*f] = *x);
            }
            centre
        })
        .collect();
    let mut class = vec![0; vectors.len()];
    for _ in 0..8 {
        for (v, slot) in vectors.iter().zip(&mut class) {
            let near = |c: &Vec<f32>| v.iter().map(|(f, x)| c[*f] * x).sum::<f32>();
            let mut best = (0.0, 0);
            for (k, c) in centres.iter().enumerate() {
                let score = near(c);
                if score > best.0 {
                    best = (score, k as u8 + 1);
                }
            }
            *slot = best.1;
        }
        let mut next = vec![vec![0.0; width]; CLASSES];
        for (v, k) in vectors.iter().zip(&class) {
            if *k > 0 {
                v.iter()
                    .for_each(|(f, x)| next[usize::from(*k) - 1][*f] += x);
            }
        }
        for c in &mut next {
            let norm = c.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
            c.iter_mut().for_each(|x| *x /= norm);
        }
        centres = next;
    }
    class
}
