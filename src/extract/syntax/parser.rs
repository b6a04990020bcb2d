//! The greedy dependency parser: arc-hybrid transitions over a stack and a buffer.
//!
//! In: tagged words ([`Context`]) and tables. Out: heads, labels, margins. Invariants: every word gets exactly one head, the graph is a projective
//! tree below the root (position `n`); at most `2n` actions. Source: Kuhlmann, Gómez-Rodríguez & Satta (2011) for arc-hybrid, Goldberg & Nivre
//! (2013) for the oracle that trains it. Does not: tag, or look at the text.

use super::features::{Context, action};
use super::labels;
use super::model::{Fetch, Scorer};

/// No position.
pub const NONE: usize = usize::MAX;

/// The children of a word, as far as they are attached.
#[derive(Debug, Clone, Copy)]
pub struct Children {
    /// Outermost left child, and the next one.
    pub left: [usize; 2],
    /// Outermost right child, and the next one.
    pub right: [usize; 2],
    /// Number of left and right children, up to five.
    pub count: [u8; 2],
    /// Labels of left and right children, one bit each.
    pub set: [u64; 2],
}

/// What the parser may do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Puts the front of the buffer on the stack.
    Shift = 0,
    /// Takes the top of the stack off and hangs it under the front of the buffer.
    Left = 1,
    /// Takes the top of the stack off and hangs it under the word below it.
    Right = 2,
}

impl Action {
    /// All actions, in the order of their scores.
    pub const ALL: [Action; 3] = [Action::Shift, Action::Left, Action::Right];
}

/// Stack, buffer and the arcs found.
#[derive(Debug, Clone)]
pub struct State {
    stack: Vec<usize>,
    /// Front of the buffer; `n` is the root.
    pub front: usize,
    /// Head of each word, [`NONE`] until it has one.
    pub heads: Vec<usize>,
    /// Label of each word.
    pub labels: Vec<u16>,
    /// Children of each word and of the root.
    pub children: Vec<Children>,
    by_head: Vec<usize>,
    starts: Vec<usize>,
}

impl State {
    /// Starts on a sentence of `n` words.
    pub fn new(n: usize) -> Self {
        let none = Children {
            left: [NONE; 2],
            right: [NONE; 2],
            count: [0; 2],
            set: [0; 2],
        };
        Self {
            stack: Vec::with_capacity(n),
            front: 0,
            heads: vec![NONE; n + 1],
            labels: vec![0; n + 1],
            children: vec![none; n + 1],
            by_head: Vec::new(),
            starts: Vec::new(),
        }
    }

    /// Returns the number of words.
    pub fn len(&self) -> usize {
        self.heads.len() - 1
    }

    /// Tells whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the `k`-th word from the top of the stack, or [`NONE`].
    #[inline]
    pub fn stack_top(&self, k: usize) -> usize {
        match self.stack.len().checked_sub(k + 1) {
            Some(i) => self.stack[i],
            None => NONE,
        }
    }

    /// Tells whether the tree is complete.
    pub fn is_final(&self) -> bool {
        self.front >= self.len() && self.stack.is_empty()
    }

    /// Tells which actions may follow, in the order of [`Action::ALL`]; one word only may hang under the root.
    pub fn legal(&self) -> [bool; 3] {
        let depth = self.stack.len();
        [
            self.front < self.len(),
            depth == 1 || depth > 1 && self.front < self.len(),
            depth > 1,
        ]
    }

    /// Returns the arc `(head, dependent)` that an action would make.
    pub fn arc(&self, action: Action) -> Option<(usize, usize)> {
        match action {
            Action::Shift => None,
            Action::Left => Some((self.front, self.stack_top(0))),
            Action::Right => Some((self.stack_top(1), self.stack_top(0))),
        }
    }

    /// Shifts.
    pub fn shift(&mut self) {
        self.stack.push(self.front);
        self.front += 1;
    }

    /// Takes the top of the stack off and hangs it under `head`.
    pub fn reduce(&mut self, head: usize, label: u16) {
        let Some(d) = self.stack.pop() else { return };
        self.heads[d] = head;
        self.labels[d] = label;
        let bit = 1u64 << (label & 63);
        let side = usize::from(d > head);
        let node = &mut self.children[head];
        node.count[side] = (node.count[side] + 1).min(5);
        node.set[side] |= bit;
        let outer = |a: usize, b: usize| b == NONE || if d < head { a < b } else { a > b };
        let slots = if d < head {
            &mut node.left
        } else {
            &mut node.right
        };
        if outer(d, slots[0]) {
            slots[1] = slots[0];
            slots[0] = d;
        } else if outer(d, slots[1]) {
            slots[1] = d;
        }
    }

    /// Sorts words by head, for [`State::dependents`]; call it when the tree is complete.
    pub fn index(&mut self) {
        let n = self.len();
        self.starts = vec![0; n + 2];
        for &h in &self.heads[..n] {
            self.starts[h.min(n) + 1] += 1;
        }
        for i in 0..=n {
            self.starts[i + 1] += self.starts[i];
        }
        let mut next = self.starts.clone();
        self.by_head = vec![0; n];
        for d in 0..n {
            let slot = &mut next[self.heads[d].min(n)];
            self.by_head[*slot] = d;
            *slot += 1;
        }
    }

    /// Returns the dependents of a word in sentence order; empty before [`State::index`].
    pub fn dependents(&self, head: usize) -> &[usize] {
        match (self.starts.get(head), self.starts.get(head + 1)) {
            (Some(&a), Some(&b)) => &self.by_head[a..b],
            _ => &[],
        }
    }
}

/// The tables of one parser.
#[derive(Debug)]
pub struct Scorers<'a, S> {
    /// Scores the three actions.
    pub actions: &'a S,
    /// Scores labels while the tree is built.
    pub labels: &'a S,
    /// Scores labels over the finished tree.
    pub relabels: &'a S,
    /// Mark of the language, 0 if there is one only.
    pub language: u64,
}

impl<S> Clone for Scorers<'_, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for Scorers<'_, S> {}

/// A parsed sentence; the root is position `n`.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// Head of each word.
    pub heads: Vec<usize>,
    /// Label of each word, by index into the model's list.
    pub labels: Vec<u16>,
    /// By how much the action that attached the word beat the next best one.
    pub margins: Vec<f32>,
}

/// Parses one sentence. Complexity: linear in the number of words (relabelling: linear in words times children).
pub fn parse<S: Scorer>(c: &Context, tables: Scorers<'_, S>) -> Parsed {
    let n = c.len();
    let mut x = State::new(n);
    let mut margins = vec![0.0; n];
    let (mut features, mut scores) = (Vec::with_capacity(160), Vec::with_capacity(64));
    while !x.is_final() {
        if x.stack_top(0) == NONE {
            x.shift();
            continue;
        }
        let legal = x.legal();
        scores.clear();
        // At the end of a sentence one action is left, whatever its score.
        if legal.iter().filter(|&&may| may).count() > 1 {
            let table = tables.actions;
            let sink = &mut Fetch {
                features: &mut features,
                table,
            };
            action::features(c, &x, tables.language, sink);
            table.score(&features, &mut scores);
        }
        let (action, margin) = choose(&scores, legal);
        match x.arc(action) {
            None => x.shift(),
            Some((head, dependent)) => {
                margins[dependent] = margin;
                let label =
                    labels::building(c, &x, head, dependent, tables, &mut features, &mut scores);
                x.reduce(head, label);
            }
        }
    }
    x.index();
    let labels = labels::finished(c, &x, tables);
    x.heads.truncate(n);
    Parsed {
        heads: x.heads,
        labels,
        margins,
    }
}

/// Picks the best legal action and its lead over the next one.
fn choose(scores: &[f32], legal: [bool; 3]) -> (Action, f32) {
    let mut best: Option<(Action, f32)> = None;
    let mut second = f32::MIN;
    for action in Action::ALL {
        let score = scores.get(action as usize).copied().unwrap_or(0.0);
        if !legal[action as usize] {
            continue;
        }
        match best {
            Some((_, s)) if score <= s => second = second.max(score),
            _ => {
                if let Some((_, s)) = best {
                    second = second.max(s);
                }
                best = Some((action, score));
            }
        }
    }
    match best {
        Some((action, score)) if second > f32::MIN => (action, score - second),
        Some((action, _)) => (action, f32::MAX),
        None => (Action::Shift, 0.0),
    }
}
