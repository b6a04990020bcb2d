//! The part-of-speech tagger: greedy, left to right, over hashed features of the word, its neighbours and the two tags before it.
//!
//! In: hashed words, and which of them are known to be names. Out: one composite tag a word (part of speech plus verb form, voice, case).
//! Invariant: a forced word gets a tag of the forced part of speech if the model has one. Does not: look words up.

use super::model::{Header, Scorer, Table, best};
use super::word::{Word, finish, mix};
use crate::base::analysis::Upos;
use crate::base::recall::Recall;
use std::sync::Arc;

/// The tag before the first word.
pub const NO_TAG: usize = 999;

/// Fills `out` with the features of word `i` after the tags `one` and, before it, `two`.
pub fn features(
    words: &[Word],
    i: usize,
    one: usize,
    two: usize,
    language: u64,
    out: &mut Vec<u64>,
) {
    out.clear();
    alone(words, i, out);
    around(words, i, one, two, language, out);
}

/// Appends one hash a call, each under a number of its own.
struct Sink<'a> {
    out: &'a mut Vec<u64>,
    id: u64,
}

impl Sink<'_> {
    #[inline]
    fn push(&mut self, parts: &[u64]) {
        self.id += 1;
        let seed = self.id.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.out
            .push(finish(parts.iter().fold(seed, |h, &p| mix(h, p))));
    }
}

/// Number of features of a word alone.
const ALONE: u64 = 12;

/// Appends the features that hang on the word and on whether it opens the sentence, and on nothing else.
fn alone(words: &[Word], i: usize, out: &mut Vec<u64>) {
    let Some(word) = words.get(i) else { return };
    let mut sink = Sink { out, id: 0 };
    sink.push(&[0]);
    sink.push(&[word.form]);
    sink.push(&[word.lower]);
    for k in 0..word.suffix.len() {
        sink.push(&[word.suffix[k], k as u64]);
        sink.push(&[word.prefix[k], k as u64]);
    }
    sink.push(&[word.shape, u64::from(i == 0)]);
}

/// Appends the features that hang on neighbours and tags, which follow those of [`alone`].
fn around(words: &[Word], i: usize, one: usize, two: usize, language: u64, out: &mut Vec<u64>) {
    let near = |d: isize| i.checked_add_signed(d).and_then(|j| words.get(j));
    let lower = |d: isize| near(d).map_or(1, |w| w.lower);
    let ending = |d: isize| near(d).map_or(1, |w| w.suffix[2]);
    let shape = |d: isize| near(d).map_or(1, |w| w.shape);
    let Some(word) = words.get(i) else { return };
    let (one, two) = (one as u64, two as u64);
    let mut sink = Sink { out, id: ALONE };
    let mut push = |parts: &[u64]| sink.push(parts);
    for d in [-2, -1, 1, 2] {
        push(&[lower(d)]);
    }
    push(&[one]);
    push(&[one, two]);
    push(&[one, word.lower]);
    push(&[ending(-1)]);
    push(&[ending(1)]);
    push(&[word.lower, lower(1)]);
    push(&[word.lower, lower(-1)]);
    push(&[word.ending(), one]);
    push(&[word.shape, shape(-1)]);
    push(&[word.shape, shape(1)]);
    push(&[word.suffix[2], ending(1)]);
    push(&[lower(-1), lower(1)]);
    push(&[lower(1), lower(2)]);
    push(&[lower(-2), lower(-1)]);
    push(&[word.ending(), word.shape, u64::from(i == 0)]);
    push(&[one, lower(1)]);
    if language != 0 {
        push(&[language]);
        push(&[language, word.lower]);
        push(&[language, word.suffix[2]]);
        push(&[language, word.suffix[1]]);
        push(&[language, one]);
        push(&[language, word.shape]);
        push(&[language, one, two]);
        push(&[language, lower(1)]);
        push(&[language, lower(-1)]);
    }
}

/// Parts of speech whose words can be listed.
const CLOSED: [Upos; 7] = [
    Upos::Adp,
    Upos::Aux,
    Upos::Cconj,
    Upos::Det,
    Upos::Part,
    Upos::Pron,
    Upos::Sconj,
];

/// Tags `words`; `forced` gives a part of speech for words known beforehand, `content` tells which words are no function words; both may be shorter
/// than `words`.
pub fn tag(
    words: &[Word],
    forced: &[Option<Upos>],
    content: &[bool],
    header: &Header,
    table: &impl Scorer,
) -> Vec<usize> {
    let (mut buffer, language) = (Vec::with_capacity(64), header.language);
    let score = |i: usize, [one, two]: [usize; 2], scores: &mut Vec<f32>| {
        features(words, i, one, two, language, &mut buffer);
        table.score(&buffer, scores);
    };
    tag_by(score, words.len(), forced, content, header)
}

/// Scores of words alone, by word and whether it opens the sentence.
pub type Known = Recall<Arc<[f32]>>;

/// As [`tag`], for a table of whole numbers: the scores of a word alone are recalled, and added to exactly. `texts` are those of the words.
pub fn tag_known(
    (texts, words): (&[&str], &[Word]),
    forced: &[Option<Upos>],
    content: &[bool],
    header: &Header,
    (table, known): (&Table, &Known),
) -> Vec<usize> {
    let (mut buffer, language) = (Vec::with_capacity(64), header.language);
    let score = |i: usize, [one, two]: [usize; 2], scores: &mut Vec<f32>| {
        let text = texts.get(i).copied().unwrap_or_default();
        let own = known.ask(text, u8::from(i == 0), || {
            buffer.clear();
            alone(words, i, &mut buffer);
            table.score(&buffer, scores);
            scores.as_slice().into()
        });
        buffer.clear();
        around(words, i, one, two, language, &mut buffer);
        table.score(&buffer, scores);
        scores.iter_mut().zip(&*own).for_each(|(s, o)| *s += o);
    };
    tag_by(score, words.len(), forced, content, header)
}

/// Tags `n` words by what `score` says of each after the two tags before it.
fn tag_by(
    mut score: impl FnMut(usize, [usize; 2], &mut Vec<f32>),
    n: usize,
    forced: &[Option<Upos>],
    content: &[bool],
    header: &Header,
) -> Vec<usize> {
    let mut tags = Vec::with_capacity(n);
    let mut scores = Vec::with_capacity(128);
    let (mut one, mut two) = (NO_TAG, NO_TAG);
    for i in 0..n {
        score(i, [one, two], &mut scores);
        if let Some(&Some(wanted)) = forced.get(i)
            && header.upos.contains(&wanted)
        {
            for (score, &upos) in scores.iter_mut().zip(&header.upos) {
                if upos != wanted {
                    *score = f32::MIN;
                }
            }
        }
        if content.get(i) == Some(&true) && forced.get(i) == Some(&None) {
            for (score, upos) in scores.iter_mut().zip(&header.upos) {
                if CLOSED.contains(upos) {
                    *score = f32::MIN;
                }
            }
        }
        let tag = best(&scores);
        tags.push(tag);
        two = one;
        one = tag;
    }
    tags
}
