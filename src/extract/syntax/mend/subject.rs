//! Sentences read as a noun and what is said of it: the only verb is the predicate, the noun its subject.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, is_nominal, make_predicate};
use crate::base::analysis::{Node, Tree, Upos};

/// "The two sides condemned X." read as a noun and what is said of it: the only verb of a sentence, with an object of its own, is its predicate.
pub(super) fn subject_as_root(tree: &mut Tree, verb: usize) {
    let nodes = &tree.nodes;
    let Some(noun) = nodes[verb]
        .head
        .filter(|&h| h < verb && nodes[h].head.is_none())
    else {
        return;
    };
    let verbal = |n: &Node| matches!(n.upos, Upos::Verb | Upos::Aux);
    let only = || nodes.iter().filter(|n| verbal(n)).count() == 1;
    let acts = nodes[verb].upos == Upos::Verb && nodes[verb].deprel == "acl";
    let object = |n: &Node| n.head == Some(verb) && n.deprel == "obj";
    let stands = |n: &Node| n.upos == Upos::Propn && object(n);
    if !(acts && only() && is_nominal(&nodes[noun]) && nodes.iter().any(stands)) {
        return;
    }
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        let behind = k > verb || node.upos == Upos::Punct;
        if node.head == Some(noun) && behind {
            node.head = Some(verb);
        }
    }
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
    attach(tree, noun, verb, "nsubj");
}

/// "Army officers deposed President X" read as one name: a verb between a noun and the name it describes, alone in its sentence, is the predicate.
pub(super) fn verb_in_name(tree: &mut Tree, verb: usize) {
    let nodes = &tree.nodes;
    let inside = nodes[verb].upos == Upos::Verb && nodes[verb].deprel == "flat";
    let Some(name) = nodes[verb]
        .head
        .filter(|&h| inside && h > verb && nodes[h].head.is_none())
    else {
        return;
    };
    let noun = verb.checked_sub(1).filter(|&n| {
        let describes = matches!(nodes[n].deprel.as_str(), "nmod:desc" | "compound" | "flat");
        nodes[n].upos == Upos::Noun && nodes[n].head == Some(name) && describes
    });
    let verbal = |n: &Node| matches!(n.upos, Upos::Verb | Upos::Aux) && !n.tag.contains("-Inf");
    let only = || nodes.iter().filter(|n| verbal(n)).count() == 1;
    let Some(noun) = noun.filter(|_| only()) else {
        return;
    };
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        let behind = k > name && matches!(node.relation(), "punct" | "obl" | "advmod" | "advcl");
        if node.head == Some(name) && behind {
            node.head = Some(verb);
        } else if node.head == Some(name) && k < noun {
            node.head = Some(noun);
        }
    }
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
    attach(tree, noun, verb, "nsubj");
    attach(tree, name, verb, "obj");
}

/// "Chile's premier, X, responded by …" read as what is said of X: behind the comma that closes an apposition the only finite verb is the predicate.
pub(super) fn apposed_subject(tree: &mut Tree, verb: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let comma = |k: usize| lower.get(k).is_some_and(|w| w == ",");
    let behind = verb > 1 && comma(verb - 1) && (0..verb - 1).any(comma);
    let noun = (0..verb).find(|&k| nodes[k].head == Some(verb) && nodes[k].deprel == "nsubj");
    // "Peter Behring, der Bankier, gewann" with the banker as the subject: the noun between commas describes the name.
    let doubled =
        noun.filter(|&n| behind && nodes[n].upos == Upos::Noun && nodes[verb].deprel == "ccomp");
    if let Some(noun) = doubled {
        return named_subject(tree, (noun, verb), lower);
    }
    let acts = behind && nodes[verb].upos == Upos::Verb && nodes[verb].deprel == "acl";
    let Some(name) = nodes[verb]
        .head
        .filter(|&h| acts && nodes[h].head.is_none())
    else {
        return;
    };
    let finite = |k: usize| nodes[k].tag.contains("-Fin") || nodes[k].upos == Upos::Aux;
    let other = (0..nodes.len()).any(|k| k != verb && finite(k));
    let carries =
        |n: &Node| n.head == Some(verb) && matches!(n.deprel.as_str(), "obj" | "advcl" | "xcomp");
    if name > verb || other || !nodes.iter().any(carries) {
        return;
    }
    make_predicate(tree, verb, name);
}

/// A name at the head of the sentence, a noun between commas, a verb: the noun describes the name, which acts.
pub(super) fn named_subject(tree: &mut Tree, (noun, verb): (usize, usize), lower: &[String]) {
    let nodes = &tree.nodes;
    let name = nodes[verb]
        .head
        .filter(|&h| nodes[h].head.is_none() && nodes[h].upos == Upos::Propn && h < noun);
    let first = (0..noun)
        .find(|&k| nodes[k].head == Some(noun))
        .unwrap_or(noun);
    let Some(name) = name.filter(|_| first > 0 && lower[first - 1] == ",") else {
        return;
    };
    let named = (name + 1..first - 1).all(|k| nodes[k].deprel == "flat");
    if !named {
        return;
    }
    make_predicate(tree, verb, name);
    attach(tree, noun, name, "appos");
}
