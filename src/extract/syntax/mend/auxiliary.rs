//! Helpers of a verb: a passive that was split in two, and what hangs on a helper.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{REACH, attach, is_nominal, make_predicate, own};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// "blev attackerat av X": a form that makes passives with a participle right below it is its auxiliary.
pub(super) fn split_passive(tree: &mut Tree, i: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if nodes[i].upos != Upos::Verb || !words.passive_auxiliaries.contains(&lower[i]) {
        return;
    }
    let participle = |k: &usize| {
        let node = &nodes[*k];
        let tagged = words
            .participle_tags
            .iter()
            .any(|t| node.tag.starts_with(t));
        let by = |c: usize| nodes[c].deprel == "case" && words.agents.contains(&lower[c]);
        let agent = |n: usize| nodes[n].head == Some(*k) && own(nodes, n, "case").is_some_and(by);
        let tagged = tagged || node.upos == Upos::Verb && (*k..nodes.len()).any(agent);
        node.head == Some(i) && tagged && matches!(node.deprel.as_str(), "xcomp" | "obj" | "ccomp")
    };
    let Some(verb) = (i + 1..nodes.len().min(i + 1 + REACH)).find(participle) else {
        return;
    };
    let (above, relation) = (nodes[i].head, nodes[i].deprel);
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        if node.head == Some(i) && k != verb {
            node.head = Some(verb);
        }
    }
    tree.nodes[verb].upos = Upos::Verb;
    tree.nodes[verb].head = above;
    tree.nodes[verb].deprel = relation;
    tree.nodes[i].upos = Upos::Aux;
    attach(tree, i, verb, "aux:pass");
}

/// What hangs on an auxiliary belongs to the verb it helps.
pub(super) fn on_auxiliary(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    // "Dem Iran hatten die USA … verweigert": a helper taken for a full verb helps all the same.
    for (node, form) in tree.nodes.iter_mut().zip(lower) {
        if node.deprel == "aux" && words.finite_helpers.contains(form) {
            node.upos = Upos::Aux;
        }
    }
    let helped = |node: &Node| {
        let aux = node.upos == Upos::Aux && matches!(node.deprel.as_str(), "aux" | "aux:pass");
        node.head.filter(|_| aux)
    };
    let verbs: Vec<Option<usize>> = tree.nodes.iter().map(helped).collect();
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        let part = matches!(
            node.deprel.as_str(),
            "obl" | "obj" | "iobj" | "nsubj" | "advcl"
        );
        let verb = node.head.and_then(|h| verbs.get(h).copied().flatten());
        if let Some(verb) = verb.filter(|&v| part && v != k) {
            node.head = Some(verb);
        }
    }
}

/// "X, fördömt av Y, …" read as active: a bare participle behind a noun, with an agent right behind it, is a passive.
pub(super) fn reduced_passive(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let agent = verb + 2;
    let behind = nodes[verb].relation() == "acl" && nodes[verb].head.is_some_and(|h| h < verb);
    let opened = nodes
        .get(agent)
        .is_some_and(|n| n.head == Some(verb) && n.deprel == "obl")
        && own(nodes, agent, "case").is_some_and(|c| words.agents.contains(&lower[c]));
    let alone = ["nsubj", "obj", "aux", "mark"]
        .iter()
        .all(|r| own(nodes, verb, r).is_none());
    if words.passive_ending && nodes[verb].upos == Upos::Verb && behind && opened && alone {
        tree.nodes[verb].deprel = "acl".into();
        tree.nodes[agent].deprel = "obl:agent".into();
    }
}

/// "X vill i stället att Y stänger av Z" with the name as the sentence: a helper that governs a clause with a mark and a subject of its own helps nothing.
pub(super) fn wanting(tree: &mut Tree, i: usize) {
    let nodes = &tree.nodes;
    let helps = nodes[i].upos == Upos::Aux && nodes[i].deprel == "aux";
    let Some(name) = nodes[i].head.filter(|&n| {
        let subject = helps && n < i && is_nominal(&nodes[n]) && nodes[n].head.is_none();
        subject && own(nodes, n, "cop").is_none() && own(nodes, n, "nsubj").is_none()
    }) else {
        return;
    };
    let named = (name + 1..i).all(|k| nodes[k].head == Some(name) && nodes[k].deprel == "flat");
    let clause = own(nodes, i, "ccomp").filter(|&v| {
        let marked = own(nodes, v, "mark").is_some_and(|m| m > i && m < v);
        marked && own(nodes, v, "nsubj").is_some_and(|s| s > i)
    });
    if clause.is_some() && named {
        tree.nodes[i].upos = Upos::Verb;
        make_predicate(tree, i, name);
    }
}

/// "lenkte nach einem Telefonat mit X ein" with the call below "ein": what hangs on a separated particle belongs to its verb.
pub(super) fn on_particle(tree: &mut Tree, particle: usize) {
    let Some(verb) = tree.nodes[particle].head else {
        return;
    };
    let separated = tree.nodes[particle].deprel == "compound:prt" && verb < particle;
    if !separated || tree.nodes[verb].upos != Upos::Verb {
        return;
    }
    for node in &mut tree.nodes {
        let part = matches!(node.relation(), "obl" | "obj" | "iobj" | "nsubj" | "advmod");
        if node.head == Some(particle) && part {
            node.head = Some(verb);
        }
    }
}
