//! Who does something together with whom they join: "Benin joined the EU in imposing sanctions on Niger".
//!
//! In: a tree, its tokens in small letters. Out: the same tree, in which what both do is the predicate and they are its subjects. Invariants and limits as in
//! [`super`]. Does not: touch whoever only joins ("joined the EU in 2004").

use super::attach;
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// Mends a verb of the list with a subject, an object and a clause of its own behind the object.
pub(super) fn mend(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    if tree.nodes[verb].upos != Upos::Verb || !words.joining_forms.contains(&lower[verb]) {
        return;
    }
    attributive(tree, verb, lower, words);
    let nodes = &tree.nodes;
    let of = |relation: &'static str| {
        let part = move |n: &Node| n.head == Some(verb) && n.deprel == relation;
        nodes.iter().position(part)
    };
    let (Some(subject), Some(object)) = (of("nsubj"), of("obj").filter(|&o| o > verb)) else {
        return;
    };
    let inner = (object + 1..nodes.len()).find(|&k| {
        let clause = nodes[k].head == Some(verb) || nodes[k].head == Some(object);
        let marked = k > 0 && matches!(nodes[k - 1].deprel.as_str(), "mark" | "case");
        clause && marked && nodes[k].upos == Upos::Verb && words.is_gerund(&lower[k])
    });
    let Some(inner) = inner else {
        return;
    };
    let Node { head, deprel, .. } = nodes[verb];
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        if node.head == Some(verb) && k != inner {
            node.head = Some(inner);
        }
    }
    tree.nodes[inner].head = head;
    tree.nodes[inner].deprel = deprel;
    attach(tree, verb, inner, "aux");
    tree.nodes[verb].upos = Upos::Aux;
    attach(tree, subject, inner, "nsubj");
    attach(tree, object, subject, "conj");
    attach(tree, inner - 1, inner, "aux");
}

/// "in imposing sanctions" with "imposing" as an adjective of the sanctions: it is the verb whose object they are.
fn attributive(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let part = (verb + 2..nodes.len()).find(|&k| {
        let adjective = nodes[k].relation() == "amod" && words.is_gerund(&lower[k]);
        adjective && nodes[k - 1].deprel == "case" && nodes[k - 1].head == nodes[k].head
    });
    let noun = part.and_then(|k| nodes[k].head);
    let (Some(part), Some(noun)) = (part, noun) else {
        return;
    };
    tree.nodes[part].upos = Upos::Verb;
    attach(tree, part, verb, "advcl");
    attach(tree, part - 1, part, "mark");
    attach(tree, noun, part, "obj");
}
