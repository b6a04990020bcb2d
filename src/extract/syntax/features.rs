//! Feature templates of the parser: what an action or a label is decided on.
//!
//! In: tagged words and a parser [`State`]. Out: feature hashes. Invariant: a template is a list of atoms, and its place in the lists is part of the
//! trained models: changing a list needs new training. Source: the templates follow Zhang & Nivre (2011), "Transition-based dependency parsing
//! with rich non-local features". Does not: score.

use super::model::Sink;
use super::parser::{NONE, State};
use super::word::{Word, mix};
use crate::base::analysis::Upos;

/// The words of one sentence with their tags, and sums for looking between two words.
#[derive(Debug, Default)]
pub struct Context {
    /// Hashed words.
    pub words: Vec<Word>,
    /// Composite tags, by index into the model's list.
    pub tags: Vec<usize>,
    /// Parts of speech.
    pub upos: Vec<Upos>,
    verbs: Vec<u16>,
    marks: Vec<u16>,
}

/// Stand-ins for positions outside the sentence: the root, and nothing.
const ROOT_VALUE: u64 = 300;
const NO_VALUE: u64 = 301;

impl Context {
    /// Prepares the sums over verbs and punctuation marks.
    pub fn new(words: Vec<Word>, tags: Vec<usize>, upos: Vec<Upos>) -> Self {
        let sums = |is: &dyn Fn(Upos) -> bool| {
            let mut sum = Vec::with_capacity(upos.len() + 1);
            sum.push(0u16);
            sum.extend(upos.iter().scan(0u16, |n, &u| {
                *n = n.saturating_add(u16::from(is(u)));
                Some(*n)
            }));
            sum
        };
        let verbs = sums(&|u| matches!(u, Upos::Verb | Upos::Aux));
        let marks = sums(&|u| u == Upos::Punct);
        Self {
            words,
            tags,
            upos,
            verbs,
            marks,
        }
    }

    /// Returns the number of words; it is also the position of the root.
    #[inline]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Tells whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    #[inline]
    fn at(&self, i: usize, value: impl Fn(usize) -> u64) -> u64 {
        match i.cmp(&self.len()) {
            std::cmp::Ordering::Less => value(i),
            std::cmp::Ordering::Equal => ROOT_VALUE,
            std::cmp::Ordering::Greater => NO_VALUE,
        }
    }

    #[inline]
    fn word(&self, i: usize) -> u64 {
        self.at(i, |i| self.words[i].lower)
    }

    #[inline]
    fn ending(&self, i: usize) -> u64 {
        self.at(i, |i| self.words[i].ending())
    }

    #[inline]
    fn tag(&self, i: usize) -> u64 {
        self.at(i, |i| self.tags[i] as u64)
    }

    #[inline]
    fn pos(&self, i: usize) -> u64 {
        self.at(i, |i| self.upos[i] as u64)
    }

    /// Verbs and marks strictly between two positions, as one small number.
    #[inline]
    fn between(&self, a: usize, b: usize) -> u64 {
        if a >= self.len() || b > self.len() || a >= b {
            return 9;
        }
        let count = |sum: &[u16]| u64::from((sum[b] - sum[a + 1]).min(2));
        count(&self.verbs) * 3 + count(&self.marks)
    }
}

#[inline]
fn distance(a: usize, b: usize) -> u64 {
    match b.checked_sub(a) {
        None => 0,
        Some(d) if d > 100_000 => 0,
        Some(d) if d < 5 => d as u64,
        Some(5..8) => 5,
        Some(8..12) => 6,
        Some(_) => 7,
    }
}

/// Declares atoms as positions in an array of values.
macro_rules! atoms {
    ($count:ident: $($name:ident)*) => {
        #[allow(non_camel_case_types, dead_code, clippy::upper_case_acronyms, reason = "atoms are named as in the literature: S0, B0, left and right children")]
        #[derive(Clone, Copy)]
        enum Atom { $($name),* }
        use Atom::*;
        const $count: usize = [$(stringify!($name)),*].len();
    };
}

/// Declares a list of templates as a function that hands on one running hash a template; the templates are numbered from the first on. Written out rather than
/// read from a table: which atom stands where is known when the program is compiled.
macro_rules! templates {
    ($(#[$doc:meta])* $name:ident($first:literal): $([$($atom:ident),+])*) => {
        $(#[$doc])*
        fn $name(v: &[u64; COUNT], out: &mut impl Sink) {
            let mut number = $first..;
            out.take(&[$(template(number.next().unwrap_or_default(), [$(v[$atom as usize]),+])),*]);
        }
    };
}

#[inline]
fn template<const N: usize>(number: u64, values: [u64; N]) -> u64 {
    let seed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    values.into_iter().fold(seed, mix)
}

/// Features of a parser action.
pub mod action {
    use super::{Context, NONE, Sink, State, distance, template};

    // W word, T tag, U part of speech, E ending, S0 top of the stack, B0 front of the buffer, l/r outermost left/right child, l2/r2 the next one,
    // D distance, V number of children, LS/RS set of left/right labels, L label, BW what stands between.
    atoms! { COUNT:
        W0 W1 W2 WB WB1 WB2 T0 T1 T2 TB TB1 TB2 U0 U1 U2 UB UB1 UB2 E0 E1 EB
        TS0l TS0r TS1l TS1r TB0l US0l US1r UB0l WS0l WS0r WS1l WS1r WB0l
        LS0l LS0r LS1l LS1r LB0l LS0l2 LS0r2 LS1r2 LB0l2
        D0 D1 V0l V0r V1l V1r VBl LS0 RS0 LS1 RS1 LSB BW0 BW1 LANG
    }

    templates! { one(100):
        [W0] [T0] [W1] [T1] [T2] [WB] [TB] [TB1] [TB2] [D0]
    }
    templates! { two(200):
        [W0, T0] [W1, T1] [T2, W2] [WB, TB] [WB1, TB1] [WB2, TB2] [W0, WB] [T0, TB] [TB, TB1] [T1, T0] [W1, W0]
        [T1, TB] [U0, UB] [U1, U0] [W0, D0] [T0, D0] [WB, D0] [TB, D0] [TB, VBl] [WB, VBl] [T0, LS0] [W0, LS0]
        [T0, RS0] [W0, RS0] [T1, RS1] [W1, RS1] [T1, LS1] [TB, LSB] [WB, LSB] [E0, EB] [E1, E0] [BW0, BW1] [U0, LS0]
        [U1, RS1] [UB, LSB] [W0, LSB] [WB1, TB]
    }
    templates! { three(300):
        [W0, T0, TB] [T0, WB, TB] [W1, T1, T0] [T1, W0, T0] [W1, T1, TB] [T1, WB, TB] [U1, U0, UB] [U0, UB, UB1]
        [T0, TB, TB1] [T1, T0, TB] [T2, T1, T0] [TB, TB1, TB2] [T0, TS0l, TB] [T0, TS0r, TB] [T0, TB, TB0l]
        [T1, TS1r, T0] [T1, TS1l, T0] [T1, T0, TS0l] [T1, T0, TS0r] [W0, TB, TB1] [T0, WB, TB1] [W1, T0, TB]
        [T1, W0, TB] [T1, T0, WB] [T0, TB, D0] [T1, T0, D1] [W0, V0l, V0r] [T0, V0l, V0r] [T1, V1l, V1r]
        [W1, V1l, V1r] [T0, LS0l, WS0l] [T0, LS0r, WS0r] [T1, LS1r, WS1r] [T1, LS1l, WS1l] [TB, LB0l, WB0l]
        [T0, LS0l2, LS0l] [T0, LS0r2, LS0r] [T1, LS1r2, LS1r] [TB, LB0l2, LB0l] [E0, T0, TB] [T0, EB, TB] [E1, T1, T0]
        [T1, E0, T0] [W1, WS0l, T0] [T1, WS0l, TB] [T0, TB, BW0] [T1, T0, BW1] [W0, WS0l, TB] [WB, WB0l, T0]
        [U0, UB, D0] [U0, UB, US0l] [U1, U0, US1r] [U0, UB, UB0l] [T1, VBl, TB] [W1, T0, WS0l] [W1, E0, T0]
        [E0, WB, TB] [W0, EB, TB]
    }
    templates! { four(400):
        [W0, T0, WB, TB] [W1, T1, W0, T0] [T1, T0, TB, TB1] [U2, U1, U0, UB] [T1, V1r, T0, TB] [T1, RS1, T0, TB]
        [WS0l, T0, T1, TB] [T1, T0, TB, D0] [T1, T0, TB, BW0] [U0, LS0, UB, BW0] [U1, RS1, U0, LS0] [U0, LS0, UB, LSB]
        [U0, UB, BW0, BW1] [T0, RS0, TB, BW0] [T0, LS0, TB, TB1] [T1, LS1, T0, RS1]
    }
    templates! {
        /// Copied with the mark of the language where a model learns from several.
        marked(500):
        [T0, TB, LANG, LANG] [T1, T0, LANG, LANG] [T1, T0, TB, LANG] [T0, TB, TB1, LANG] [W0, T0, LANG, LANG]
        [WB, TB, LANG, LANG] [W1, T1, LANG, LANG] [T0, LS0, TB, LANG] [T1, RS1, T0, LANG] [U1, U0, UB, LANG]
        [T0, D0, TB, LANG] [T0, BW0, TB, LANG]
    }

    /// Fills `out` with the features of `state`.
    pub fn features(c: &Context, x: &State, language: u64, out: &mut impl Sink) {
        out.start(&[0x5bd1_e995]);
        let v = values(c, x, language);
        one(&v, out);
        two(&v, out);
        three(&v, out);
        four(&v, out);
        if language != 0 {
            marked(&v, out);
        }
    }

    #[rustfmt::skip]
    fn values(c: &Context, x: &State, language: u64) -> [u64; COUNT] {
        let [s0, s1, s2] = [x.stack_top(0), x.stack_top(1), x.stack_top(2)];
        let ahead = |k: usize| {
            if x.front + k <= c.len() {
                x.front + k
            } else {
                NONE
            }
        };
        let [b0, b1, b2] = [ahead(0), ahead(1), ahead(2)];
        let left = |i: usize, k: usize| x.children.get(i).map_or(NONE, |n| n.left[k]);
        let right = |i: usize, k: usize| x.children.get(i).map_or(NONE, |n| n.right[k]);
        let label = |i: usize| x.labels.get(i).map_or(77, |&l| u64::from(l));
        let [s0l, s0r, s1l, s1r, b0l] = [
            left(s0, 0),
            right(s0, 0),
            left(s1, 0),
            right(s1, 0),
            left(b0, 0),
        ];
        let count_left = |i: usize| x.children.get(i).map_or(9, |n| u64::from(n.count[0]));
        let count_right = |i: usize| x.children.get(i).map_or(9, |n| u64::from(n.count[1]));
        let set_left = |i: usize| x.children.get(i).map_or(1 << 63, |n| n.set[0]);
        let set_right = |i: usize| x.children.get(i).map_or(1 << 63, |n| n.set[1]);
        [
            c.word(s0),
            c.word(s1),
            c.word(s2),
            c.word(b0),
            c.word(b1),
            c.word(b2),
            c.tag(s0),
            c.tag(s1),
            c.tag(s2),
            c.tag(b0),
            c.tag(b1),
            c.tag(b2),
            c.pos(s0),
            c.pos(s1),
            c.pos(s2),
            c.pos(b0),
            c.pos(b1),
            c.pos(b2),
            c.ending(s0),
            c.ending(s1),
            c.ending(b0),
            c.tag(s0l),
            c.tag(s0r),
            c.tag(s1l),
            c.tag(s1r),
            c.tag(b0l),
            c.pos(s0l),
            c.pos(s1r),
            c.pos(b0l),
            c.word(s0l),
            c.word(s0r),
            c.word(s1l),
            c.word(s1r),
            c.word(b0l),
            label(s0l),
            label(s0r),
            label(s1l),
            label(s1r),
            label(b0l),
            label(left(s0, 1)),
            label(right(s0, 1)),
            label(right(s1, 1)),
            label(left(b0, 1)),
            distance(s0, b0),
            distance(s1, s0),
            count_left(s0),
            count_right(s0),
            count_left(s1),
            count_right(s1),
            count_left(b0),
            set_left(s0),
            set_right(s0),
            set_left(s1),
            set_right(s1),
            set_left(b0),
            c.between(s0, b0),
            c.between(s1, s0),
            language,
        ]
    }
}

/// Features of a label.
pub mod label {
    use super::{Context, NONE, Sink, State, Upos, distance, mix, template};

    // H head, D dependent, O side, OD side and distance, P before, N after, l/r outermost left/right child of the dependent or the head,
    // BW what stands between, LS/RS label sets. Over the finished tree: SIG parts of speech of the head's left children, AUX its auxiliary words,
    // POS number of bare nominals on each side, BARE their tags, OC side and case word, CASE the dependent's case word, FIN an auxiliary precedes,
    // PS/NS sibling before/after, HH the head's own head.
    atoms! { COUNT:
        WH WD TH TD UH UD EH ED O OD PTD NTD PWD NWD PTH NTH BW LSD RSD WDl WDr LDl LSH RSH LHl LHr WHl
        SIG AUX POS BARE OC CASE FIN TPS TNS WPS WNS THH WHl1 LANG
    }

    templates! { two(600):
        [WH, O] [TH, O] [WD, O] [TD, O] [WD, TD] [EH, ED] [PWD, TD] [NWD, TD] [RSD, TD] [O, O] [WDl, TD]
    }
    templates! { three(630):
        [WH, TH, TD] [TH, WD, TD] [WH, WD, O] [TH, TD, OD] [TH, TD, O] [UH, UD, OD] [WH, TD, O] [TH, ED, O]
        [EH, TD, O] [PTD, TD, TH] [NTD, TD, TH] [PTH, TD, TH] [NTH, TD, TH] [TD, LSD, TH] [WDl, TD, TH] [WDl, WH, O]
        [WDl, LDl, WD] [WDr, TD, TH] [WDl, EH, O]
    }
    templates! { between(660):
        [TH, TD, BW, O]
    }
    templates! { building(670):
        [TH, TD, LSH, O] [WH, TD, LSH, O] [TH, TD, RSH, O] [LHl, TD, O, TH] [LHr, TD, O, TH] [WHl, TD, TH, TH]
    }
    templates! { finished_tree(700):
        [TH, TD, SIG, O] [AUX, TD, TH, O] [AUX, CASE, TD, TH] [TH, TD, POS, OC] [WH, TD, POS, OC] [WH, CASE, AUX, TD]
        [TPS, TD, TH, O] [TNS, TD, TH, O] [WPS, TD, TH, TH] [WNS, TD, TH, TH] [THH, TH, TD, O] [CASE, TD, TH, UH]
        [WD, POS, OC, TH] [ED, POS, OC, TH]
    }
    templates! { finished_tree_wide(750):
        [TH, TD, POS, BARE, OC, FIN] [EH, TD, AUX, POS, O, O] [UH, UD, POS, FIN, OC, OC] [TH, TD, AUX, POS, OC, OC]
        [WHl1, TH, TD, POS, O, O]
    }
    templates! { marked(780):
        [TH, TD, O, LANG] [WD, TD, LANG, LANG] [WH, TD, LANG, LANG] [WDl, TD, TH, LANG] [LANG, O, O, O]
        [UH, UD, OD, LANG]
    }

    /// Fills `out` with the features of the arc from `head` to `dependent`; `finished` says that the tree is complete.
    pub fn features(
        c: &Context,
        x: &State,
        head: usize,
        dependent: usize,
        finished: bool,
        language: u64,
        out: &mut impl Sink,
    ) {
        out.start(&[]);
        let mut v = values(c, x, head, dependent, language);
        two(&v, out);
        three(&v, out);
        between(&v, out);
        if finished {
            survey(c, x, head, dependent, &mut v);
            finished_tree(&v, out);
            finished_tree_wide(&v, out);
        } else {
            building(&v, out);
        }
        if language != 0 {
            marked(&v, out);
        }
    }

    #[rustfmt::skip]
    fn values(c: &Context, x: &State, head: usize, dependent: usize, language: u64) -> [u64; COUNT] {
        let (h, d) = (head, dependent);
        let mut all = [0; COUNT];
        let mut set = |atom: Atom, value: u64| all[atom as usize] = value;
        let after = h < d;
        let (low, high) = if after { (h, d) } else { (d, h) };
        let before = |i: usize| i.checked_sub(1).unwrap_or(NONE);
        let (dl, dr) = (x.children[d].left[0], x.children[d].right[0]);
        let (hl, hr) = (x.children[h].left[0], x.children[h].right[0]);
        let label = |i: usize| x.labels.get(i).map_or(77, |&l| u64::from(l));
        for (atom, value) in [
            (WH, c.word(h)),
            (WD, c.word(d)),
            (TH, c.tag(h)),
            (TD, c.tag(d)),
            (UH, c.pos(h)),
            (UD, c.pos(d)),
            (EH, c.ending(h)),
            (ED, c.ending(d)),
            (O, u64::from(after)),
            (OD, u64::from(after) * 8 + distance(low, high)),
            (PTD, c.tag(before(d))),
            (NTD, c.tag(d + 1)),
            (PWD, c.word(before(d))),
            (NWD, c.word(d + 1)),
            (PTH, c.tag(before(h))),
            (NTH, c.tag(h + 1)),
            (BW, c.between(low, high)),
            (LSD, x.children[d].set[0]),
            (RSD, x.children[d].set[1]),
            (WDl, c.word(dl)),
            (WDr, c.word(dr)),
            (LDl, label(dl)),
            (LSH, x.children[h].set[0]),
            (RSH, x.children[h].set[1]),
            (LHl, label(hl)),
            (LHr, label(hr)),
            (WHl, c.word(hl)),
            (LANG, language),
        ] {
            set(atom, value);
        }
        all
    }

    /// Looks at the head's other children.
    #[rustfmt::skip]
    fn survey(c: &Context, x: &State, head: usize, dependent: usize, all: &mut [u64; COUNT]) {
        let case_of = |k: usize| {
            let first = x.children[k].left[0];
            (first < c.len() && c.upos[first] == Upos::Adp).then_some(first)
        };
        let (mut signature, mut auxiliaries, mut bare_tags) = (0, 0, 0);
        let (mut bare, mut finite) = ([0u64; 2], 0);
        let (mut previous, mut next) = (NONE, NONE);
        for &k in x.dependents(head) {
            if k == dependent {
                continue;
            }
            if k < dependent {
                previous = k;
            } else if next == NONE {
                next = k;
            }
            if k < head {
                signature = mix(signature, c.pos(k) + 1);
            }
            match c.upos[k] {
                Upos::Aux => {
                    auxiliaries = mix(auxiliaries, c.word(k));
                    finite |= u64::from(k < dependent);
                }
                Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num if case_of(k).is_none() => {
                    bare[usize::from(k > dependent)] += 1;
                    bare_tags = mix(bare_tags, c.tag(k));
                }
                _ => {}
            }
        }
        let case = case_of(dependent);
        let grand = x.heads.get(head).copied().unwrap_or(NONE);
        for (atom, value) in [
            (SIG, signature), (AUX, auxiliaries), (POS, bare[0].min(3) * 4 + bare[1].min(3)), (BARE, bare_tags),
            (OC, all[O as usize] * 2 + u64::from(case.is_some())), (CASE, case.map_or(0, |k| c.word(k))), (FIN, finite), (TPS, c.tag(previous)),
            (TNS, c.tag(next)), (WPS, c.word(previous)), (WNS, c.word(next)), (THH, c.tag(grand)), (WHl1, c.word(x.children[head].left[0])),
        ] {
            all[atom as usize] = value;
        }
    }
}
