//! The part-of-speech tagger: greedy, left to right, over hashed features of the word, its neighbours and the two tags before it.
//!
//! In: hashed words, and which of them are known to be names. Out: one composite tag a word (part of speech plus verb form, voice, case).
//! Invariant: a forced word gets a tag of the forced part of speech if the model has one. Does not: look words up.

use super::model::{Fetch, Header, Scorer, Sink, Table, best};
use super::word::{Word, mix};
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

/// Running hashes of features, each under a number of its own: the first that is made stands under the number behind `number`.
macro_rules! numbered {
    ($number:expr; $([$($part:expr),+])*) => {{
        let mut number: u64 = $number;
        [$({
            number += 1;
            numbered(number, [$($part),+])
        }),*]
    }};
}

#[inline]
fn numbered<const N: usize>(number: u64, parts: [u64; N]) -> u64 {
    let seed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    parts.into_iter().fold(seed, mix)
}

/// Number of features of a word alone.
const ALONE: u64 = 12;

/// Number of features of neighbours and tags that every language has.
const AROUND: u64 = 20;

/// Hands on the features that hang on the word and on whether it opens the sentence, and on nothing else.
fn alone(words: &[Word], i: usize, out: &mut impl Sink) {
    let Some(word) = words.get(i) else { return };
    let (suffix, prefix) = (word.suffix, word.prefix);
    out.take(&numbered! { 0;
        [0] [word.form] [word.lower]
        [suffix[0], 0] [prefix[0], 0] [suffix[1], 1] [prefix[1], 1] [suffix[2], 2] [prefix[2], 2] [suffix[3], 3] [prefix[3], 3]
        [word.shape, u64::from(i == 0)]
    });
}

/// Hands on the features that hang on neighbours and tags, which follow those of [`alone`].
fn around(words: &[Word], i: usize, one: usize, two: usize, language: u64, out: &mut impl Sink) {
    let near = |d: isize| i.checked_add_signed(d).and_then(|j| words.get(j));
    let lower = |d: isize| near(d).map_or(1, |w| w.lower);
    let ending = |d: isize| near(d).map_or(1, |w| w.suffix[2]);
    let shape = |d: isize| near(d).map_or(1, |w| w.shape);
    let Some(word) = words.get(i) else { return };
    let (one, two) = (one as u64, two as u64);
    let [far_left, left, right, far_right] = [lower(-2), lower(-1), lower(1), lower(2)];
    out.take(&numbered! { ALONE;
        [far_left] [left] [right] [far_right]
        [one] [one, two] [one, word.lower]
        [ending(-1)] [ending(1)]
        [word.lower, right] [word.lower, left]
        [word.ending(), one]
        [word.shape, shape(-1)] [word.shape, shape(1)]
        [word.suffix[2], ending(1)]
        [left, right] [right, far_right] [far_left, left]
        [word.ending(), word.shape, u64::from(i == 0)]
        [one, right]
    });
    if language != 0 {
        out.take(&numbered! { ALONE + AROUND;
            [language] [language, word.lower] [language, word.suffix[2]] [language, word.suffix[1]] [language, one]
            [language, word.shape] [language, one, two] [language, right] [language, left]
        });
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
    for (i, text) in texts.iter().enumerate() {
        known.call(text, u8::from(i == 0));
    }
    let score = |i: usize, [one, two]: [usize; 2], scores: &mut Vec<f32>| {
        let text = texts.get(i).copied().unwrap_or_default();
        let own = known.ask(text, u8::from(i == 0), || {
            buffer.clear();
            let features = &mut buffer;
            alone(words, i, &mut Fetch { features, table });
            table.score(&buffer, scores);
            scores.as_slice().into()
        });
        buffer.clear();
        let features = &mut buffer;
        let sink = &mut Fetch { features, table };
        around(words, i, one, two, language, sink);
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
    let closed: Vec<bool> = header.upos.iter().map(|u| CLOSED.contains(u)).collect();
    let mut tags = Vec::with_capacity(n);
    let mut scores = Vec::with_capacity(128);
    let (mut one, mut two) = (NO_TAG, NO_TAG);
    // Of a part of speech that has one tag only, the tag of a word known beforehand is known as well.
    let only = |wanted: Upos| {
        let mut tags = (0..).zip(&header.upos).filter(|(_, u)| **u == wanted);
        let first = tags.next().map(|(tag, _)| tag);
        first.filter(|_| tags.next().is_none())
    };
    for i in 0..n {
        if let Some(tag) = forced.get(i).copied().flatten().and_then(only) {
            tags.push(tag);
            (two, one) = (one, tag);
            continue;
        }
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
            for (score, closed) in scores.iter_mut().zip(&closed) {
                *score = if *closed { f32::MIN } else { *score };
            }
        }
        let tag = best(&scores);
        tags.push(tag);
        two = one;
        one = tag;
    }
    tags
}
