//! Labels of arcs: a first choice while the tree is built, a second over the finished tree.
//!
//! In: a parser [`State`]. Out: label indices. Invariants: label 0 is "root" and is given to children of the root and to nothing else.
//! Does not: move arcs.

use super::features::{Context, label};
use super::model::{Fetch, Scorer, best};
use super::parser::{Scorers, State};

/// Index of the label "root".
pub const ROOT: u16 = 0;

/// Picks the label of a new arc.
pub fn building<S: Scorer>(
    c: &Context,
    x: &State,
    head: usize,
    dependent: usize,
    tables: Scorers<'_, S>,
    features: &mut Vec<u64>,
    scores: &mut Vec<f32>,
) -> u16 {
    if head == c.len() {
        return ROOT;
    }
    let table = tables.labels;
    let sink = &mut Fetch { features, table };
    label::features(c, x, head, dependent, false, tables.language, sink);
    table.score(features, scores);
    not_root(scores)
}

/// Picks every label again, now that the whole tree can be seen: auxiliaries, case words, number and side of bare nominals.
pub fn finished<S: Scorer>(c: &Context, x: &State, tables: Scorers<'_, S>) -> Vec<u16> {
    let (mut features, mut scores) = (Vec::with_capacity(64), Vec::with_capacity(64));
    let mut relabel = |d: usize| {
        let head = x.heads[d];
        if head >= c.len() {
            return ROOT;
        }
        let table = tables.relabels;
        let sink = &mut Fetch {
            features: &mut features,
            table,
        };
        label::features(c, x, head, d, true, tables.language, sink);
        table.score(&features, &mut scores);
        not_root(&mut scores)
    };
    (0..c.len()).map(&mut relabel).collect()
}

fn not_root(scores: &mut [f32]) -> u16 {
    if let Some(root) = scores.first_mut() {
        *root = f32::MIN;
    }
    best(scores) as u16
}
