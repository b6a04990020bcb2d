//! Clauses that the parser turned about: the one behind a conjunction as the sentence, a second verb as circumstance, a time as who acts.
//!
//! In: a tree, its tokens in small letters. Out: the same tree, in which the first clause is the sentence, a verb joined to another one shares its subject,
//! and the name behind the verb acts where a time precedes it. Invariants and limits as in [`super`].

use super::{attach, is_nominal};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// Start of the tags of finite verbs.
const FINITE: &str = "VERB-Fin";

/// "X är tillbaka sedan Y frigav honom" with the release as the sentence: what a conjunction opens hangs on the clause before it.
pub(super) fn main_behind(tree: &mut Tree, mark: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(inner) = nodes[mark].head.filter(|&r| nodes[r].head.is_none()) else {
        return;
    };
    let opens = nodes[mark].relation() == "mark" && words.subordinators.contains(&lower[mark]);
    if !opens || inner < mark {
        return;
    }
    let marked = |v: usize| {
        nodes
            .iter()
            .any(|n| n.head == Some(v) && n.relation() == "mark")
    };
    let finite = |&v: &usize| {
        let verb = matches!(nodes[v].upos, Upos::Verb | Upos::Aux);
        verb && nodes[v].head == Some(inner) && nodes[v].relation() == "advcl" && !marked(v)
    };
    let Some(outer) = (0..mark).find(finite) else {
        return;
    };
    for node in &mut tree.nodes[..mark] {
        if node.head == Some(inner) {
            node.head = Some(outer);
        }
    }
    tree.nodes[outer].head = None;
    tree.nodes[outer].deprel = "root".into();
    attach(tree, inner, outer, "advcl");
}

/// "X beklagade det men har bjudit in Y" with the invitation as circumstance: a verb that a conjunction joins, with no mark of its own, is the second of two.
pub(super) fn joined_verb(tree: &mut Tree, verb: usize) {
    let nodes = &tree.nodes;
    if nodes[verb].upos != Upos::Verb || nodes[verb].deprel.as_str() != "advcl" {
        return;
    }
    let Some(first) = nodes[verb].head.filter(|&h| h < verb) else {
        return;
    };
    let own = |relation: &str| {
        let of = |n: &Node| n.head == Some(verb) && n.relation() == relation;
        nodes.iter().position(of)
    };
    let joined = own("cc").is_some_and(|c| first < c && c < verb);
    if joined && own("mark").is_none() && nodes[first].upos == Upos::Verb {
        attach(tree, verb, first, "conj");
    }
}

/// "samma år kallade X hem sin ambassadör" with the year recalling X: where the verb comes second, the name behind it acts.
pub(super) fn time_first(tree: &mut Tree, time: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if words.second_endings.is_empty() || !words.time_nouns.contains(&lower[time]) {
        return;
    }
    let Some(verb) = nodes[time].head.filter(|&v| v == time + 1) else {
        return;
    };
    let name = verb + 1;
    let acts = nodes[time].relation() == "nsubj" && nodes[verb].upos == Upos::Verb;
    let behind = nodes.get(name).is_some_and(|n| {
        is_nominal(n) && n.head == Some(verb) && matches!(n.relation(), "obj" | "iobj")
    });
    if acts && behind {
        attach(tree, time, verb, "obl");
        attach(tree, name, verb, "nsubj");
    }
}

/// "accuses X of having hacked Y and threatens to arrest her" with the threat beside the hacking: a finite verb joins a finite one.
pub(super) fn finite_joined(tree: &mut Tree, verb: usize) {
    let nodes = &tree.nodes;
    let finite = |v: usize| nodes[v].tag.starts_with(FINITE);
    let own = |v: usize, relation: &str| {
        let of = |n: &Node| n.head == Some(v) && n.relation() == relation;
        nodes.iter().any(of)
    };
    let inner = |v: usize| {
        // A participle behind an infinitive looks like a past form.
        let part = match nodes[v].relation() {
            "xcomp" => true,
            "advcl" | "ccomp" | "acl" => !finite(v),
            _ => false,
        };
        part && !own(v, "nsubj") && !own(v, "aux")
    };
    let joined = nodes[verb].deprel.as_str() == "conj" && finite(verb) && own(verb, "cc");
    if !joined || own(verb, "nsubj") {
        return;
    }
    let first = super::ups(nodes, verb).find(|&v| !inner(v));
    if let Some(first) = first.filter(|&v| v < verb && finite(v) && own(v, "nsubj")) {
        attach(tree, verb, first, "conj");
    }
}
