//! How sure an arc is: the parser's margin, and whether word order alone says the same.
//!
//! In: a tree whose nodes carry the margin-based confidence. Out: the same tree, subjects and objects weighed. The position heuristic: the bare nominal
//! before a verb is its subject and the first one behind it its object; where none stands before, the first one behind is the subject.
//! Measured effect: docs/quality/syntax.md. Does not: move arcs; falling back on the heuristic where the parser finds nothing lowers F1.

use crate::base::analysis::{Tree, Upos};

/// Odds are multiplied by this where parser and position agree, and divided where they disagree.
const AGREEMENT: f32 = 2.2;

/// Share of right arcs where the parser had no choice, at the end of a sentence (measured on Swedish).
const FORCED: f32 = 0.78;

/// Turns a score margin into a confidence in [0.5, 1); `scale` comes with the model.
pub(super) fn confidence(margin: f32, scale: f32) -> f32 {
    if margin >= f32::MAX {
        return FORCED;
    }
    1.0 - 0.5 * (-margin.max(0.0) / scale.max(1e-6)).exp()
}

/// Weighs subjects and objects of verbs by agreement with word order.
pub(super) fn weigh(tree: &mut Tree) {
    let guesses = guess(tree);
    for (i, node) in tree.nodes.iter_mut().enumerate() {
        let relation = node.relation();
        if !matches!(relation, "nsubj" | "obj") {
            continue;
        }
        let Some(head) = node.head else { continue };
        let agrees = match guesses.get(head) {
            Some(Some((subject, object))) => {
                *if relation == "nsubj" { subject } else { object } == Some(i)
            }
            _ => continue,
        };
        let odds = node.confidence / (1.0 - node.confidence).max(1e-3);
        let odds = if agrees {
            odds * AGREEMENT
        } else {
            odds / AGREEMENT
        };
        node.confidence = odds / (1.0 + odds);
    }
}

type Guess = (Option<usize>, Option<usize>);

/// Guesses subject and object of every verb by position.
pub fn guess(tree: &Tree) -> Vec<Option<Guess>> {
    let nodes = &tree.nodes;
    let nominal = |i: usize| {
        matches!(nodes[i].upos, Upos::Noun | Upos::Propn | Upos::Pron)
            && !matches!(
                nodes[i].deprel.as_str(),
                "flat" | "compound" | "nmod:poss" | "fixed" | "appos" | "det"
            )
    };
    let mut bare = vec![false; nodes.len()];
    let mut last_case = false;
    for i in 0..nodes.len() {
        match nodes[i].upos {
            Upos::Adp => last_case = true,
            Upos::Noun | Upos::Propn | Upos::Pron => {
                bare[i] = nominal(i) && !last_case;
                last_case = nodes
                    .get(i + 1)
                    .is_some_and(|n| last_case && matches!(n.upos, Upos::Noun | Upos::Propn));
            }
            Upos::Verb | Upos::Aux | Upos::Punct | Upos::Sconj => last_case = false,
            _ => {}
        }
    }
    (0..nodes.len())
        .map(|v| (nodes[v].upos == Upos::Verb).then(|| around(tree, &bare, v)))
        .collect()
}

fn around(tree: &Tree, bare: &[bool], verb: usize) -> Guess {
    let nodes = &tree.nodes;
    let stop = |i: usize| {
        matches!(nodes[i].upos, Upos::Verb | Upos::Sconj)
            || nodes[i].upos == Upos::Punct && !close(tree, i)
    };
    let before = (0..verb).rev().take_while(|&i| !stop(i)).find(|&i| bare[i]);
    let mut after = (verb + 1..nodes.len())
        .take_while(|&i| !stop(i))
        .filter(|&i| bare[i]);
    if before.is_some() {
        return (before, after.next());
    }
    let first = after.next();
    (first, after.next())
}

/// A hyphen or quotation mark does not end a clause.
fn close(tree: &Tree, i: usize) -> bool {
    tree.nodes
        .get(i)
        .is_some_and(|n| n.upos == Upos::Punct && n.deprel != "punct")
}

#[cfg(test)]
mod tests {
    use super::confidence;

    #[test]
    fn confidence_grows_with_the_margin() {
        assert!((confidence(0.0, 10.0) - 0.5).abs() < 1e-6);
        assert!(confidence(20.0, 10.0) > confidence(5.0, 10.0));
        assert!(confidence(f32::MAX, 10.0) <= 1.0);
    }
}
