//! Nouns without an article that act before a name, and nouns that a count describes before the names they stand for.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, is_nominal, own};
use crate::base::analysis::{Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// "I går åtalade kenyanska åklagare X", "Gestern nahm kenianische Polizei X fest" with the noun as a title of X: where the verb comes second, a described noun
/// without any article behind it acts, and the name right behind is acted upon.
pub(super) fn acting_noun(tree: &mut Tree, noun: usize, lower: &[String], words: &SyntaxWords) {
    if words.second_endings.is_empty() || tree.nodes[noun].upos != Upos::Noun {
        return;
    }
    let nodes = &tree.nodes;
    let name = noun + 1;
    let described = noun.checked_sub(1).filter(|&a| nodes[a].upos == Upos::Adj);
    let (Some(adjective), true) = (
        described,
        nodes.get(name).is_some_and(|n| n.upos == Upos::Propn),
    ) else {
        return;
    };
    let definite = |e: &String| lower[noun].ends_with(e.as_str());
    let verb = adjective
        .checked_sub(1)
        .filter(|&v| nodes[v].upos == Upos::Verb);
    let Some(verb) = verb.filter(|_| !words.definite_endings.iter().any(definite)) else {
        return;
    };
    let on_name = nodes[noun].head == Some(name) && nodes[name].head == Some(verb);
    let title = on_name && nodes[noun].deprel == "flat" && nodes[name].relation() == "nsubj";
    let on_noun = nodes[name].head == Some(noun) && nodes[noun].head == Some(verb);
    let part = matches!(nodes[name].relation(), "flat" | "appos");
    let glued = on_noun && part && nodes[noun].relation() == "nsubj";
    if !(title || glued) || own(nodes, verb, "obj").is_some() || verb == 0 {
        return;
    }
    attach(tree, noun, verb, "nsubj");
    attach(tree, adjective, noun, "amod");
    attach(tree, name, verb, "obj");
}

/// "two Germans, X and Y" with the Germans as a part of the two, or X beside the Germans: a count belongs to the noun behind it, and the names behind the comma
/// tell who they are.
pub(super) fn counted(tree: &mut Tree, count: usize, lower: &[String]) {
    let noun = count + 1;
    let nodes = &tree.nodes;
    if nodes[count].upos != Upos::Num || !nodes.get(noun).is_some_and(is_nominal) {
        return;
    }
    let below = nodes[noun].head == Some(count) && own(nodes, noun, "case").is_none();
    if below && nodes[noun].relation() == "nmod" && is_party(nodes[count].relation()) {
        let (head, relation) = (nodes[count].head, nodes[count].deprel);
        attach(tree, count, noun, "nummod");
        tree.nodes[noun].head = head;
        tree.nodes[noun].deprel = relation;
        for node in tree.nodes.iter_mut().skip(noun + 1) {
            if node.head == Some(count) {
                node.head = Some(noun);
            }
        }
    }
    let nodes = &tree.nodes;
    let counts = nodes[count].head == Some(noun);
    if !counts || lower.get(noun + 1).is_none_or(|w| w != ",") {
        return;
    }
    let listed: Vec<usize> = (noun + 2..nodes.len())
        .filter(|&k| nodes[k].head == Some(noun) && nodes[k].deprel == "conj")
        .collect();
    let named = listed.iter().all(|&k| nodes[k].upos == Upos::Propn);
    let (Some(&first), true) = (listed.first(), named && listed.len() > 1) else {
        return;
    };
    if first == noun + 2 {
        attach(tree, first, noun, "appos");
        for &name in &listed[1..] {
            attach(tree, name, first, "conj");
        }
    }
}

/// "arrested a German, X" with X as a circumstance: a bare name behind the comma behind an object with an article of its own tells who that is.
pub(super) fn told_by_name(tree: &mut Tree, name: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let loose = nodes[name].upos == Upos::Propn && nodes[name].relation() == "obl";
    let bare = loose && own(nodes, name, "case").is_none();
    let noun = name.checked_sub(2).filter(|&n| {
        let object = matches!(nodes[n].relation(), "obj" | "nsubj") && is_nominal(&nodes[n]);
        bare && lower[name - 1] == "," && object && nodes[n].head == nodes[name].head
    });
    let article = |n: usize| own(nodes, n, "det").is_some_and(|d| d < n);
    if let Some(noun) = noun.filter(|&n| article(n)) {
        attach(tree, name, noun, "appos");
    }
}

fn is_party(relation: &str) -> bool {
    matches!(relation, "nsubj" | "obj" | "iobj")
}
