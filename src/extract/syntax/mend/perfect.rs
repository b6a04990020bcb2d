//! Verbs strung behind one auxiliary: "has criticised X, threatened Y and visited Z", "hat X kritisiert, Y bedroht und Z besucht".
//!
//! In: a tree, its tokens in small letters. Out: the same tree, in which each further participle is joined to the first and has the names of its own part
//! for objects. Invariants and limits as in [`super`]. Does not: touch a participle without an object ("…, accompanied by X").

use super::{attach, is_nominal};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// Mends every string of at least three verbs.
pub(super) fn strung(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    for first in 0..tree.nodes.len() {
        if opens(&tree.nodes, first, lower, words)
            && let Some(members) = members(&tree.nodes, first, lower, words)
        {
            join(tree, first, &members);
        }
    }
}

/// One further verb: the sign or conjunction before its part, the verb, the last token of the part.
struct Member {
    from: usize,
    verb: usize,
    to: usize,
}

/// Is it a verb with the auxiliary of the perfect before it?
fn opens(nodes: &[Node], verb: usize, lower: &[String], words: &SyntaxWords) -> bool {
    let helps = |k: usize| {
        nodes[k].head == Some(verb)
            && nodes[k].relation() == "aux"
            && words.perfect_auxiliaries.contains(&lower[k])
    };
    nodes[verb].upos == Upos::Verb && (0..verb).any(helps)
}

/// The further verbs, the last one behind a conjunction; `None` where a part has no verb or no object.
fn members(
    nodes: &[Node],
    first: usize,
    lower: &[String],
    words: &SyntaxWords,
) -> Option<Vec<Member>> {
    let parts = |k: usize| lower[k] == "," || nodes[k].upos == Upos::Cconj;
    let ends = |k: usize| nodes[k].upos == Upos::Punct && lower[k] != ",";
    let mut from = (first + 1..nodes.len()).find(|&k| parts(k) || ends(k))?;
    let mut found = Vec::new();
    while from + 1 < nodes.len() && parts(from) {
        let to = (from + 1..nodes.len()).find(|&k| parts(k) || ends(k));
        let to = to.unwrap_or(nodes.len()) - 1;
        let verb = verb_of(nodes, (from, to), lower, words)?;
        let last = nodes[from].upos == Upos::Cconj;
        found.push(Member { from, verb, to });
        if last {
            return (found.len() > 1).then_some(found);
        }
        from = to + 1;
    }
    None
}

/// The participle of a part: at its end where the verb comes last, else at its beginning; with a name or a noun beside it that no preposition opens.
fn verb_of(
    nodes: &[Node],
    (from, to): (usize, usize),
    lower: &[String],
    words: &SyntaxWords,
) -> Option<usize> {
    let verb = if words.verb_final { to } else { from + 1 };
    let node = nodes.get(verb)?;
    // At the end of a main clause no finite verb stands.
    let participle = node.tag.contains("-Part")
        || node.tag.contains("-SUP")
        || node.tag.contains("-Fin") && (words.verb_final || words.is_past(&lower[verb]));
    let own = |relation: &str| {
        nodes
            .iter()
            .any(|n| n.head == Some(verb) && n.relation() == relation)
    };
    let bare = !["aux", "mark", "cop", "expl"].iter().any(|r| own(r));
    let opened = |k: usize| {
        nodes
            .iter()
            .any(|n| n.head == Some(k) && n.relation() == "case")
    };
    let object = (from + 1..=to)
        .any(|k| k != verb && is_nominal(&nodes[k]) && nodes[k].relation() != "flat" && !opened(k));
    let alone = (from + 1..=to).filter(|&k| matches!(nodes[k].upos, Upos::Verb | Upos::Aux));
    (node.upos == Upos::Verb && participle && bare && object && alone.count() == 1).then_some(verb)
}

fn join(tree: &mut Tree, first: usize, members: &[Member]) {
    // "has criticised X, threatened Y" with the threat as the sentence.
    let above = tree.nodes[first].head;
    if members.iter().any(|m| above == Some(m.verb)) {
        let top = above.map(|v| tree.nodes[v]);
        if let Some(top) = top {
            tree.nodes[first].head = top.head;
            tree.nodes[first].deprel = top.deprel;
        }
    }
    for member in members {
        attach(tree, member.verb, first, "conj");
        let inside = |k: usize| (member.from + 1..=member.to).contains(&k);
        for k in member.from + 1..=member.to {
            let node = &tree.nodes[k];
            let outside = node.head.is_none_or(|h| !inside(h));
            let subject = node.head == Some(member.verb) && node.relation() == "nsubj";
            if k != member.verb && (outside || subject) {
                let opened = tree
                    .nodes
                    .iter()
                    .any(|n| n.head == Some(k) && n.relation() == "case");
                let relation = if opened { "obl" } else { "obj" };
                let relation = if is_nominal(&tree.nodes[k]) {
                    relation
                } else {
                    "advmod"
                };
                attach(tree, k, member.verb, relation);
            }
        }
        let sign = if tree.nodes[member.from].upos == Upos::Cconj {
            "cc"
        } else {
            "punct"
        };
        attach(tree, member.from, member.verb, sign);
    }
    let last = members.iter().map(|m| m.verb).max().unwrap_or(first);
    for k in last + 1..tree.nodes.len() {
        let strung = tree.nodes[k]
            .head
            .is_some_and(|h| h != last && members.iter().any(|m| m.verb == h));
        if strung && tree.nodes[k].upos == Upos::Punct {
            tree.nodes[k].head = Some(first);
        }
    }
}
