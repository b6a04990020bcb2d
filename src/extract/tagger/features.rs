//! Features of one token in its sentence, as hashes. Training and tagging share this file, so both see the same.
//!
//! In: [`Word`]s. Out: 64-bit feature hashes per token. Invariant: same words, same hashes in the same order. Does not: know of tags;
//! what tag may follow which is the decoder's.
#![allow(
    clippy::many_single_char_names,
    reason = "w, p, n for the word, the previous and the next one keep the tables of features readable"
)]

use super::hash::{finish, mix};
use super::words::{Casing, Word, bit};

/// How a whole sentence is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Style {
    /// Capitals where the language wants them.
    Running,
    /// Nearly every word has a capital, as in headlines.
    Titled,
    /// Capitals only.
    Shouted,
    /// No capital at all.
    Small,
}

/// A maximal run of tokens that look like names.
#[derive(Debug, Clone, Copy, Default)]
struct Run {
    start: usize,
    end: usize,
}

/// A sentence ready for features.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its tokens.
    pub words: Vec<Word>,
    /// Language group, for language-marked copies.
    pub group: u8,
    /// How it is written.
    pub style: Style,
    runs: Vec<Run>,
    start: usize,
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
const NONE: Word = Word {
    form: 1,
    lower: 1,
    stem: 1,
    prefixes: [0; 5],
    suffixes: [0; 5],
    shape: 1,
    casing: Casing::Mark,
    head: 0,
    tail: 0,
    head_capital: false,
    lists: bit::NOWHERE,
    class: 0,
    habit: 9,
    label: 9,
    part_label: 9,
};

impl Sentence {
    /// Prepares a sentence. O(tokens).
    pub fn new(words: Vec<Word>, group: u8) -> Self {
        let style = style(&words);
        let runs = runs(&words);
        let start = words
            .iter()
            .position(|w| w.casing != Casing::Mark && w.casing != Casing::Number)
            .unwrap_or(0);
        Self {
            words,
            group,
            style,
            runs,
            start,
        }
    }

    /// What the sentence adds to the features of token `i` alone: language group, style, and whether it is the first word, as one number.
    pub fn manner(&self, i: usize) -> u8 {
        self.group << 3 | (self.style as u8) << 1 | u8::from(i == self.start)
    }

    fn at(&self, i: usize, offset: isize) -> &Word {
        i.checked_add_signed(offset)
            .and_then(|j| self.words.get(j))
            .unwrap_or(&NONE)
    }
}

fn style(words: &[Word]) -> Style {
    let (mut small, mut title, mut upper) = (0, 0, 0);
    for word in words {
        match word.casing {
            Casing::Lower | Casing::MixedLower if word.suffixes[3] != 0 => small += 1,
            Casing::Title | Casing::MixedUpper if word.suffixes[3] != 0 => title += 1,
            Casing::Upper if word.suffixes[3] != 0 => upper += 1,
            _ => {}
        }
    }
    if upper > 1 && upper > 2 * (small + title) {
        Style::Shouted
    } else if title > 2 && title > 2 * small {
        Style::Titled
    } else if small > 0 && title == 0 && upper == 0 {
        Style::Small
    } else {
        Style::Running
    }
}

/// Runs of capitalised tokens; a small word of up to three letters between two capitalised ones does not break a run.
fn runs(words: &[Word]) -> Vec<Run> {
    let mut runs = vec![Run::default(); words.len()];
    let capital = |i: usize| words.get(i).is_some_and(|w| w.casing.is_capital());
    let mut i = 0;
    while i < words.len() {
        let start = i;
        if capital(i) {
            while capital(i + 1)
                || capital(i + 2)
                    && words
                        .get(i + 1)
                        .is_some_and(|w| w.casing == Casing::Lower && w.suffixes[3] == 0)
            {
                i += 1;
            }
        }
        for run in runs.iter_mut().take(i + 1).skip(start) {
            *run = Run { start, end: i };
        }
        i += 1;
    }
    runs
}

/// Collects hashes under numbered templates.
struct Sink<'a> {
    out: &'a mut Vec<u64>,
    template: u64,
}

/// Running hashes of features that are always there, each under the template behind that of the one before; `$first` is that of the first.
macro_rules! numbered {
    ($first:expr; $([$($part:expr),+])*) => {{
        let mut templates = $first..;
        [$(running(templates.next().unwrap_or_default(), &[$($part),+])),*]
    }};
}

/// Adds features that are always there.
macro_rules! add {
    ($sink:ident; $([$($part:expr),+])*) => {
        $sink.all(&numbered! { $sink.template; $([$($part),+])* })
    };
}

#[inline]
fn running(template: u64, parts: &[u64]) -> u64 {
    let start = template.wrapping_mul(GOLDEN);
    parts.iter().fold(start, |hash, part| mix(hash, *part))
}

/// Appends finished hashes. One loop for all templates: written out for each, as they are, it would fill the fastest memory with code.
#[inline(never)]
fn append(running: &[u64], out: &mut Vec<u64>) {
    out.extend(running.iter().map(|hash| finish(*hash)));
}

impl Sink<'_> {
    /// Adds the features of so many templates.
    #[inline]
    fn all(&mut self, running: &[u64]) {
        self.template += running.len() as u64;
        append(running, self.out);
    }

    /// Adds a feature and its copy for the language group.
    #[inline]
    fn both(&mut self, group: u64, parts: &[u64]) {
        let hash = running(self.template, parts);
        self.template += 1;
        let copy = mix(hash, 0x1000 + group);
        self.out.extend([hash, copy].map(finish));
    }

    /// Adds a feature if its value is there; the template is used up all the same.
    #[inline]
    fn some(&mut self, value: u64, parts: &[u64]) {
        if value != 0 {
            let hash = mix(self.template.wrapping_mul(GOLDEN), value);
            let hash = parts.iter().fold(hash, |hash, part| mix(hash, *part));
            self.out.push(finish(hash));
        }
        self.template += 1;
    }
}

fn cas(word: &Word) -> u64 {
    word.casing as u64
}

fn lists(word: &Word) -> u64 {
    u64::from(word.lists)
}

fn class(word: &Word, group: u64) -> u64 {
    if word.class == 0 {
        0
    } else {
        u64::from(word.class) + 256 * group
    }
}

/// Appends the features of token `i`. About a hundred; O(1).
pub fn extract(sentence: &Sentence, i: usize, out: &mut Vec<u64>) {
    alone(sentence, i, out);
    around(sentence, i, out);
}

/// Appends the features that tell of the token alone: they hang on the token, on [`Sentence::manner`] and on nothing else.
pub fn alone(sentence: &Sentence, i: usize, out: &mut Vec<u64>) {
    own(sentence, i, &mut Sink { out, template: 1 });
}

/// Appends the features that tell of the tokens around it, which follow those of [`alone`].
pub fn around(sentence: &Sentence, i: usize, out: &mut Vec<u64>) {
    let mut sink = Sink { out, template: 64 };
    neighbours(sentence, i, &mut sink);
    sink.template = 128;
    evidence(sentence, i, &mut sink);
    sink.template = 160;
    labels(sentence, i, &mut sink);
    sink.template = 192;
    run(sentence, i, &mut sink);
}

/// The token alone.
fn own(s: &Sentence, i: usize, sink: &mut Sink) {
    let (w, g) = (s.at(i, 0), u64::from(s.group));
    let style = s.style as u64;
    sink.both(g, &[]);
    add! { sink; [w.form] }
    sink.both(g, &[w.lower]);
    add! { sink;
        [w.stem, u64::from(w.casing.is_capital())] [w.lower, cas(w), style]
    }
    sink.both(g, &[w.shape]);
    sink.both(g, &[cas(w), style, u64::from(i == s.start)]);
    for k in 0..5 {
        sink.some(w.prefixes[k], &[u64::from(w.casing.is_capital())]);
        sink.some(w.suffixes[k], &[u64::from(w.casing.is_capital())]);
    }
    for k in 1..4 {
        sink.some(w.suffixes[k], &[cas(w), 77, g]);
    }
    sink.some(w.prefixes[2], &[cas(w), 78, g]);
    sink.some(w.head, &[u64::from(w.head_capital)]);
    sink.some(w.tail, &[]);
    sink.some(w.tail, &[cas(w), g, u64::from(w.head_capital)]);
    sink.some(class(w, g), &[cas(w)]);
}

/// Words and shapes around.
fn neighbours(s: &Sentence, i: usize, sink: &mut Sink) {
    let (w, g) = (s.at(i, 0), u64::from(s.group));
    let (p, n) = (s.at(i, -1), s.at(i, 1));
    let (pp, nn) = (s.at(i, -2), s.at(i, 2));
    let capital = u64::from(w.casing.is_capital());
    add! { sink;
        [p.lower, capital] [n.lower, capital] [pp.lower, capital] [nn.lower, capital] [p.lower, w.lower]
        [w.lower, n.lower] [p.lower, n.lower, capital] [pp.lower, p.lower, capital] [n.lower, nn.lower, capital]
        [p.lower, cas(w), g] [n.lower, cas(w), g] [cas(p), cas(w), cas(n), g]
        [cas(pp), cas(p), cas(w), cas(n), cas(nn)] [p.shape, w.shape] [w.shape, n.shape]
        [p.suffixes[2], cas(p), capital] [n.suffixes[2], cas(n), capital] [p.suffixes[3], cas(p), cas(w)]
        [n.suffixes[3], cas(n), cas(w)] [p.suffixes[1], w.suffixes[2], capital]
        [w.suffixes[2], n.suffixes[2], capital] [p.lower, w.suffixes[2], capital]
        [n.lower, w.suffixes[2], capital] [class(p, g), capital] [class(n, g), capital]
        [class(pp, g), class(p, g), capital] [class(n, g), class(nn, g), capital]
        [class(p, g), class(w, g), cas(w)] [class(w, g), class(n, g), cas(w)]
        [class(p, g), class(n, g), capital, g] [s.at(i, 3).lower, capital, 3] [s.at(i, -3).lower, capital, 4]
    }
}

/// What the lists and the casing habits say.
fn evidence(s: &Sentence, i: usize, sink: &mut Sink) {
    let (w, g) = (s.at(i, 0), u64::from(s.group));
    let (p, n) = (s.at(i, -1), s.at(i, 1));
    let (l, habit) = (lists(w), u64::from(w.habit));
    let start = u64::from(i == s.start);
    let style = s.style as u64;
    for k in 0..11 {
        sink.some(l >> k & 1, &[cas(w), g]);
    }
    sink.both(g, &[l, cas(w)]);
    add! { sink; [l, cas(w), habit, g] }
    sink.both(g, &[habit, cas(w), start, style]);
    add! { sink;
        [lists(p), l, cas(w)] [l, lists(n), cas(w)] [lists(p), cas(p), l, cas(w), lists(n), cas(n)]
        [p.lower, l, cas(w)] [n.lower, l, cas(w)] [class(p, g), l, cas(w)] [class(n, g), l, cas(w)]
        [u64::from(p.habit), habit, cas(p), cas(w), g] [habit, u64::from(n.habit), cas(w), cas(n), g]
        [w.suffixes[2], l, habit, cas(w)]
    }
}

/// How the training corpora label the words and the last parts of compounds.
fn labels(s: &Sentence, i: usize, sink: &mut Sink) {
    let (w, g) = (s.at(i, 0), u64::from(s.group));
    let (p, n) = (s.at(i, -1), s.at(i, 1));
    let of = |w: &Word| u64::from(w.label) + 16 * u64::from(w.part_label);
    let start = u64::from(i == s.start);
    sink.both(g, &[of(w), cas(w), start]);
    add! { sink;
        [of(w), u64::from(w.habit), lists(w), cas(w), g] [of(w), w.suffixes[2], cas(w)]
        [of(p), cas(p), of(w), cas(w)] [of(w), cas(w), of(n), cas(n)] [of(p), of(w), of(n), cas(w), g]
        [p.lower, of(w), cas(w)] [n.lower, of(w), cas(w)] [class(p, g), of(w), cas(w)]
        [class(n, g), of(w), cas(w)] [lists(p), of(p), lists(w), of(w), cas(w)]
        [lists(n), of(n), lists(w), of(w), cas(w)]
    }
}

/// The run of capitalised tokens the token stands in, and what stands around the run.
fn run(s: &Sentence, i: usize, sink: &mut Sink) {
    let run = s.runs.get(i).copied().unwrap_or_default();
    let w = s.at(i, 0);
    if !w.casing.is_capital() {
        return;
    }
    let g = u64::from(s.group);
    let length = (run.end - run.start + 1).min(6) as u64;
    let position = (i - run.start).min(3) as u64;
    let from_end = (run.end - i).min(3) as u64;
    let place = position + 4 * from_end;
    let before = s.at(run.start, -1);
    let after = s.at(run.end, 1);
    let (first, last) = (s.at(run.start, 0), s.at(run.end, 0));
    let start = u64::from(run.start == s.start);
    sink.both(g, &[length, position, start]);
    add! { sink;
        [before.lower, place] [after.lower, place] [before.lower, length] [after.lower, length]
        [before.lower, after.lower, length.min(3)] [before.lower, s.at(run.start, -2).lower, place]
        [after.lower, s.at(run.end, 2).lower, place] [class(before, g), place, g] [class(after, g), place, g]
        [first.lower, position] [last.lower, from_end] [last.suffixes[2], from_end]
        [last.suffixes[3], from_end, g] [lists(first), lists(last), length, position]
        [lists(first), lists(last), before.lower]
        [cas(first), cas(last), length, place, u64::from(first.habit), u64::from(last.habit)]
        [u64::from(first.label), u64::from(last.label), u64::from(last.part_label), length.min(3), position]
    }
}
