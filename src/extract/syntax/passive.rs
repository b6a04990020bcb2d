//! Passives by rule: subjects and agents of verbs in the passive get the labels that say so.
//!
//! In: tokens, a tree, the word lists. Out: the same tree with `nsubj:pass`, `aux:pass`, `obl:agent` where form and auxiliary demand them, and without
//! them where they cannot be. Invariant: no arc moves. The learnt labels alone find fewer (docs/quality/syntax.md).

use super::words::SyntaxWords;
use crate::base::analysis::{Tree, Upos};

/// Marks passives in place.
pub(super) fn mark(tokens: &[&str], tree: &mut Tree, words: &SyntaxWords) {
    let lower: Vec<String> = tokens.iter().map(|t| t.to_lowercase()).collect();
    let n = tree.nodes.len().min(lower.len());
    let mut auxiliary = vec![None; n];
    let mut cased = vec![false; n];
    for i in 0..n {
        let node = &tree.nodes[i];
        let Some(head) = node.head.filter(|&h| h < n) else {
            continue;
        };
        if node.upos == Upos::Aux && matches!(node.deprel.as_str(), "aux" | "aux:pass" | "cop") {
            if words.passive_auxiliaries.contains(&lower[i]) {
                auxiliary[head] = Some(i);
            }
        }
        cased[head] |= node.deprel == "case" && words.agents.contains(&lower[i]);
    }
    let state: Vec<Voice> = (0..n)
        .map(|i| voice(&tree.nodes[i].tag, &lower[i], auxiliary[i], words))
        .collect();
    for i in 0..n {
        let Some(head) = tree.nodes[i].head.filter(|&h| h < n) else {
            continue;
        };
        let relation = tree.nodes[i].deprel.as_str();
        let label = match (state[head], relation) {
            (Voice::Passive, "nsubj") => "nsubj:pass",
            (Voice::Passive, "csubj") => "csubj:pass",
            (Voice::Passive, "obl") if cased[i] => "obl:agent",
            (Voice::Passive, "aux" | "cop") if auxiliary[head] == Some(i) => "aux:pass",
            (Voice::Active, "nsubj:pass") => "nsubj",
            (Voice::Active, "csubj:pass") => "csubj",
            (Voice::Active, "obl:agent") => "obl",
            (Voice::Active, "aux:pass") => "aux",
            _ => continue,
        };
        label.clone_into(&mut tree.nodes[i].deprel);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Voice {
    Passive,
    Active,
    /// A participle without a telling auxiliary: the learnt label stands.
    Open,
}

fn voice(tag: &str, lower: &str, auxiliary: Option<usize>, words: &SyntaxWords) -> Voice {
    let participle = words
        .participle_tags
        .iter()
        .any(|t| tag.starts_with(t.as_str()));
    if words.passive_ending && tag.ends_with("-S") {
        return if words.deponents.contains(lower) {
            Voice::Active
        } else {
            Voice::Passive
        };
    }
    match (participle, auxiliary.is_some()) {
        (true, true) => Voice::Passive,
        (true, false) => Voice::Open,
        (false, _) if tag.starts_with("VERB") => Voice::Active,
        (false, _) => Voice::Open,
    }
}
