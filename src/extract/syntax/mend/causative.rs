//! Who has something done: "Putin had Navalny arrested", "2022 ließ X den Journalisten Y verhaften".
//!
//! In: a tree, its tokens in small letters. Out: the same tree, in which whoever has it done is the subject, and whom it is done to the object of what
//! is done. Invariants and limits as in [`super`].

use super::{attach, is_nominal, under};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// Longest way from the word for having to the participle, in tokens.
const REACH: usize = 9;

/// Mends in place.
pub(in crate::extract::syntax) fn mend(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    let_do(tree, lower, words);
    for (helper, word) in lower.iter().enumerate().take(tree.nodes.len()).skip(1) {
        if words.holding_helpers.contains(word) && held(tree, helper) {
            continue;
        }
        if words.causative_helpers.contains(word) {
            have_done(tree, helper);
        }
    }
}

/// "has three citizens imprisoned in X": with a number before the noun and a place behind the participle the form tells what is so, and not who did it.
fn held(tree: &mut Tree, helper: usize) -> bool {
    let nodes = &tree.nodes;
    let number = helper + 1;
    let counted = nodes
        .get(number)
        .is_some_and(|n| n.upos == Upos::Num && n.relation() == "nummod");
    let Some(noun) = nodes
        .get(number)
        .and_then(|n| n.head)
        .filter(|&n| counted && n > number && nodes[n].upos == Upos::Noun)
    else {
        return false;
    };
    let verb = noun + 1;
    let participle = nodes
        .get(verb)
        .is_some_and(|n| matches!(n.upos, Upos::Verb | Upos::Adj));
    let placed = nodes.get(verb + 1).is_some_and(|n| {
        let place = n.head.filter(|&p| p > verb && nodes[p].upos == Upos::Propn);
        n.upos == Upos::Adp && n.relation() == "case" && place.is_some()
    });
    let related = under(tree, verb, helper) || under(tree, helper, verb);
    let subject = (0..helper).rev().find(|&k| {
        let above = nodes[k].head == Some(helper) || nodes[k].head == Some(verb);
        above && nodes[k].relation() == "nsubj" && is_nominal(&nodes[k])
    });
    let Some(subject) = subject.filter(|_| participle && placed && related) else {
        return false;
    };
    let place = nodes[verb + 1].head;
    let outer = if under(tree, verb, helper) {
        helper
    } else {
        verb
    };
    let Node { head, deprel, .. } = nodes[outer];
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        if node.head == Some(verb) && k != noun {
            node.head = Some(helper);
        }
    }
    tree.nodes[helper].head = head;
    tree.nodes[helper].deprel = deprel;
    tree.nodes[helper].upos = Upos::Verb;
    tree.nodes[verb].upos = Upos::Verb;
    attach(tree, subject, helper, "nsubj");
    attach(tree, noun, helper, "obj");
    attach(tree, verb, noun, "acl");
    if let Some(place) = place {
        attach(tree, place, verb, "obl");
    }
    true
}

/// "Putin had Navalny arrested": a noun phrase between a form of "have" with a subject and a participle.
fn have_done(tree: &mut Tree, helper: usize) {
    let nodes = &tree.nodes;
    let of = |n: &Node, h: usize, relation: &str| n.head == Some(h) && n.deprel == relation;
    // A participle behind a name is easily taken for a past tense.
    let past = |&k: &usize| {
        let helped = |n: &Node| of(n, k, "aux") && n.upos == Upos::Aux;
        let marked = nodes.iter().any(|n| of(n, k, "mark") || helped(n));
        nodes[k].upos == Upos::Verb && !marked
    };
    let end = nodes.len().min(helper + REACH);
    let Some(verb) = (helper + 2..end).find(past) else {
        return;
    };
    let subject = (0..helper).rev().find(|&k| {
        let own = of(&nodes[k], helper, "nsubj") || of(&nodes[k], verb, "nsubj");
        own && is_nominal(&nodes[k])
    });
    let object = (helper + 1..verb).rev().find(|&k| {
        let role = matches!(nodes[k].deprel.as_str(), "nsubj" | "obj");
        let near = nodes[k].head == Some(helper) || nodes[k].head == Some(verb);
        role && near && is_nominal(&nodes[k])
    });
    let (Some(subject), Some(object)) = (subject, object) else {
        return;
    };
    // A name behind the noun it is described by may hang on the participle as well.
    let phrase = |k: usize| {
        let loose = matches!(nodes[k].upos, Upos::Propn | Upos::Noun);
        under(tree, k, object) || loose && nodes[k].head.is_some_and(|h| h >= helper && h <= verb)
    };
    let joined = verb == helper + 1 || !(helper + 1..verb).all(phrase);
    let related = under(tree, verb, helper) || under(tree, helper, verb);
    if joined || !related {
        return;
    }
    let outer = if under(tree, verb, helper) {
        helper
    } else {
        verb
    };
    let Node { head, deprel, .. } = nodes[outer];
    let first = (helper + 1..verb).find(|&k| {
        let role = matches!(nodes[k].deprel.as_str(), "nsubj" | "obj");
        role && !under(tree, k, object)
    });
    let described = |f: usize| {
        let whose = |n: &Node| of(n, f, "det") || of(n, f, "nmod:poss");
        nodes[f].upos == Upos::Noun && nodes[object].upos == Upos::Propn && nodes.iter().any(whose)
    };
    if first.is_some_and(|f| !described(f)) {
        return;
    }
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        if node.head == Some(helper) && k != verb {
            node.head = Some(verb);
        }
    }
    if let Some(first) = first {
        attach(tree, first, object, "nmod:desc");
    }
    attach(tree, subject, verb, "nsubj");
    attach(tree, object, verb, "obj");
    tree.nodes[helper].upos = Upos::Aux;
    attach(tree, helper, verb, "aux");
    tree.nodes[verb].head = head;
    tree.nodes[verb].deprel = deprel;
}

/// "2022 ließ X den Journalisten Y verhaften": who lets something be done acts, and whom the infinitive has beside it is what it is done to.
fn let_do(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    for verb in (0..tree.nodes.len()).filter(|&i| words.causatives.contains(&lower[i])) {
        let nodes = &tree.nodes;
        let infinitive = |&k: &usize| {
            let below = nodes[k].head == Some(verb) && nodes[k].upos == Upos::Verb;
            let ending = words.infinitive_ending.as_str();
            below && k > verb && !ending.is_empty() && lower[k].ends_with(ending)
        };
        let Some(inner) = (0..nodes.len()).rev().find(infinitive) else {
            continue;
        };
        let part = |h: usize, k: usize| {
            let named = matches!(nodes[k].upos, Upos::Noun | Upos::Propn | Upos::Pron);
            named
                && nodes[k].head == Some(h)
                && matches!(nodes[k].relation(), "obj" | "iobj" | "nsubj")
        };
        let acts = |k: &usize| nodes[*k].head == Some(verb) && nodes[*k].deprel == "nsubj";
        let own = (0..nodes.len()).find(acts);
        let parts: Vec<usize> = (0..inner)
            .filter(|&k| Some(k) != own && (part(verb, k) || part(inner, k)))
            .collect();
        // Without a subject of its own the first name behind the verb is it.
        let (subject, objects) = match (own, parts.split_first()) {
            (None, Some((&first, rest))) if first > verb => (Some(first), rest),
            _ => (None, parts.as_slice()),
        };
        let moved = subject.map(|s| (s, verb, "nsubj"));
        let moved = moved
            .into_iter()
            .chain(objects.iter().map(|&o| (o, inner, "obj")));
        for (k, head, relation) in moved.collect::<Vec<_>>() {
            tree.nodes[k].head = Some(head);
            tree.nodes[k].deprel = relation.into();
        }
        tree.nodes[inner].deprel = "xcomp".into();
    }
}
