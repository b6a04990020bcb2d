//! A phrase in front of its clause: "During a visit to X, foreign minister Z called for …" with the visit as the sentence.
//!
//! In: a tree of a language whose subject stands before its verb, its tokens in small letters. Out: the same tree, in which the verb behind the comma is
//! the predicate, the noun phrase before it its subject and the phrase in front a circumstance. Invariants and limits as in [`super`].
//! Does not: touch a sentence with a finite verb before the comma.

use super::{attach, is_nominal, joined};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// Mends the whole tree.
pub(super) fn mend(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let opens = nodes
        .first()
        .is_some_and(|n| matches!(n.upos, Upos::Adp | Upos::Sconj));
    if !opens || !words.second_endings.is_empty() {
        return;
    }
    let (Some(comma), Some(root)) = (
        lower.iter().position(|w| w == ","),
        nodes.iter().position(|n| n.head.is_none()),
    ) else {
        return;
    };
    let finite = |n: &Node| n.upos == Upos::Aux || n.upos == Upos::Verb && n.tag.contains("-Fin");
    if comma >= nodes.len() || nodes[..comma].iter().any(finite) {
        return;
    }
    let Some((subject, verb)) = clause(tree, comma + 1, lower) else {
        return;
    };
    let acts = finite(&nodes[verb])
        || words.is_past(&lower[verb])
        || nodes
            .iter()
            .any(|n| n.head == Some(verb) && n.relation() == "aux");
    let agent = nodes
        .iter()
        .any(|n| n.head == Some(verb) && n.deprel == "obl:agent");
    if !acts || agent || root > comma && root != verb {
        return;
    }
    if root < comma {
        lift(tree, root, verb, comma);
    }
    attach(tree, subject, verb, "nsubj");
}

/// The noun phrase from `start` on and the verb behind it, with what stands between commas passed over.
fn clause(tree: &Tree, start: usize, lower: &[String]) -> Option<(usize, usize)> {
    let nodes = &tree.nodes;
    let word = |k: &usize| {
        let n = &nodes[*k];
        let inside = n.upos == Upos::Punct && n.deprel == "flat";
        let described = matches!(n.upos, Upos::Det | Upos::Adj | Upos::Num | Upos::Part);
        let owner = n.upos == Upos::Pron && n.deprel == "nmod:poss";
        is_nominal(n) || described || owner || inside
    };
    let end = start + (start..nodes.len()).take_while(word).count();
    let verb = joined::verb_behind(tree, end, lower).filter(|&v| v >= end)?;
    let outside = |k: &usize| nodes[*k].head.is_none_or(|h| h < start || h >= end);
    let mut heads = (start..end).filter(outside);
    let subject = heads.next().filter(|&s| is_nominal(&nodes[s]))?;
    let alone = heads.next().is_none();
    (alone && !super::under(tree, verb, subject) || alone && nodes[verb].head == Some(subject))
        .then_some((subject, verb))
}

/// Makes the verb the root and the phrase in front its circumstance.
fn lift(tree: &mut Tree, root: usize, verb: usize, comma: usize) {
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        let behind = k >= comma && k != verb && node.head.is_some_and(|h| h < comma);
        if behind {
            node.head = Some(verb);
        }
    }
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
    let clause = tree.nodes[root].upos == Upos::Verb;
    attach(tree, root, verb, if clause { "advcl" } else { "obl" });
}
