//! Whole sentences read as a noun and what describes it: "The two men met for two hours." with the meeting as an attribute of the men.
//!
//! In: a tree of a language whose participles look like its past forms, its tokens in small letters. Out: the same tree, in which the verb is the root and
//! the noun its subject. Invariants and limits as in [`super`]. Does not: touch headlines, which may be fragments; a sentence ends in a full stop.

use super::{attach, is_nominal, own};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// Makes the verb that a sentence must have out of the past form below its root.
pub(super) fn mend(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    let ends = lower.iter().rev().find(|w| *w != "\"" && *w != "”");
    if words.past_endings.is_empty() || ends.is_none_or(|w| w != ".") {
        return;
    }
    let Some(noun) = tree.nodes.iter().position(|n| n.head.is_none()) else {
        return;
    };
    let bare = is_nominal(&tree.nodes[noun])
        && ["cop", "case", "nsubj", "mark"]
            .iter()
            .all(|r| own(&tree.nodes, noun, r).is_none());
    if !bare {
        return;
    }
    addressed(tree, noun, lower, words);
    if tree.nodes[noun].head.is_some() {
        return;
    }
    let Some(verb) = predicate(tree, noun, lower, words) else {
        return;
    };
    promote(tree, noun, verb, lower);
}

/// The last past form behind the noun that no verb governs, none of whose own words makes it a clause below another.
fn predicate(tree: &Tree, noun: usize, lower: &[String], words: &SyntaxWords) -> Option<usize> {
    let nodes = &tree.nodes;
    let past = |v: usize| {
        let form = &lower[v];
        words.is_past(form) || words.irregular_pasts.contains(form) || nodes[v].tag.contains("-Fin")
    };
    let loose = |v: usize| {
        let relation = nodes[v].relation();
        let clause = matches!(
            relation,
            "acl" | "advcl" | "parataxis" | "conj" | "nmod" | "dep"
        );
        clause && nodes[v].deprel != "acl:relcl"
    };
    let governed = |v: usize| {
        let verbal = |u: usize| matches!(nodes[u].upos, Upos::Verb | Upos::Aux);
        let stop = super::ups(nodes, v).find(|&u| u == noun || verbal(u));
        stop != Some(noun)
    };
    let subject = |v: usize| own(nodes, v, "nsubj");
    let described = |v: usize| {
        let name = subject(v).is_none_or(|s| s == noun + 2 && lower[noun + 1] == ",");
        let marks = ["mark", "cop", "cc", "aux"]
            .iter()
            .any(|r| own(nodes, v, r).is_some());
        let agent = nodes
            .iter()
            .any(|n| n.head == Some(v) && n.deprel == "obl:agent");
        name && !marks && !agent
    };
    let fits = |&v: &usize| {
        nodes[v].upos == Upos::Verb && past(v) && loose(v) && !governed(v) && described(v)
    };
    let verb = (noun + 1..nodes.len()).find(fits)?;
    // What one comma alone parts from the noun tells more of it: "X, a lawyer called to Hungary."
    let commas = (noun..verb).filter(|&k| lower[k] == ",").count();
    let aside = commas == 1 && own(nodes, verb, "nsubj").is_none();
    let colon = (noun..verb).any(|k| matches!(lower[k].as_str(), ":" | "—" | "–" | ";"));
    (!colon && !aside).then_some(verb)
}

fn promote(tree: &mut Tree, noun: usize, verb: usize, lower: &[String]) {
    if let Some(name) = own(&tree.nodes, verb, "nsubj").filter(|&s| s != noun) {
        attach(tree, name, noun, "appos");
    }
    let behind = |node: &Node| {
        node.head == Some(noun)
            || node
                .head
                .is_some_and(|h| h < verb && h > noun && clausal(node))
    };
    for k in verb + 1..tree.nodes.len() {
        if behind(&tree.nodes[k]) {
            tree.nodes[k].head = Some(verb);
        }
    }
    for k in noun + 1..verb {
        // "China, the North's ally, called …" with the ally beside China.
        let beside = tree.nodes[k].head == Some(noun) && tree.nodes[k].deprel == "conj";
        if beside && own(&tree.nodes, k, "cc").is_none() && lower[noun + 1] == "," {
            tree.nodes[k].deprel = "appos".into();
        }
        let adverb = tree.nodes[k].upos == Upos::Adv && k + 1 == verb;
        if adverb || lower[k] == "," && tree.nodes[k].head == Some(verb) {
            tree.nodes[k].head = Some(verb);
        }
    }
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
    attach(tree, noun, verb, "nsubj");
}

fn clausal(node: &Node) -> bool {
    node.upos == Upos::Verb && matches!(node.relation(), "conj" | "parataxis" | "advcl")
}

/// "Their governor, X, assured residents that …" with the residents as the sentence and X spoken to: the past form behind the comma is what X did.
fn addressed(tree: &mut Tree, noun: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let verb = (1..noun).find(|&v| {
        let form = words.is_past(&lower[v]) || words.irregular_pasts.contains(&lower[v]);
        let describes = nodes[v].head == Some(noun) && nodes[v].relation() == "amod";
        form && describes && nodes[v].upos == Upos::Verb && lower[v - 1] == ","
    });
    let name = own(nodes, noun, "vocative").filter(|&n| verb.is_some_and(|v| n < v));
    let (Some(verb), Some(name)) = (verb, name) else {
        return;
    };
    for k in 0..tree.nodes.len() {
        if tree.nodes[k].head != Some(noun) || k == verb || k == name {
            continue;
        }
        let content = tree.nodes[k].relation() == "acl" && own(&tree.nodes, k, "mark").is_some();
        if content {
            attach(tree, k, verb, "ccomp");
        } else if k > noun && tree.nodes[k].upos == Upos::Verb || tree.nodes[k].upos == Upos::Punct
        {
            tree.nodes[k].head = Some(verb);
        }
    }
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
    attach(tree, name, verb, "nsubj");
    attach(tree, noun, verb, "obj");
}
