//! A phrase in front of its clause: "During a visit to X, foreign minister Z called for …" with the visit as the sentence.
//!
//! In: a tree of a language whose subject stands before its verb, its tokens in small letters. Out: the same tree, in which the verb behind the comma is
//! the predicate, the noun phrase before it its subject and the phrase in front a circumstance. Invariants and limits as in [`super`].
//! Does not: touch a sentence with a finite verb before the comma.

use super::{attach, is_nominal, joined, own, unit_length};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::TokenHint;
use crate::extract::syntax::words::SyntaxWords;

/// Most words between a phrase in front and the holder of an office.
const LONGEST_OFFICE: usize = 8;

/// "In Beijing a foreign ministry spokesman, X, accused Y" with "in" before X: a preposition at the head of a sentence opens the name right behind it, and the
/// noun phrase that an article opens behind that name acts.
fn place_in_front(tree: &mut Tree, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let opens = nodes.len() > 3 && nodes[0].upos == Upos::Adp && nodes[0].deprel == "case";
    if !opens || !words.second_endings.is_empty() || nodes[1].upos != Upos::Propn {
        return;
    }
    let inside = |k: &usize| nodes[*k].deprel == "flat" && nodes[*k].head == Some(1);
    // "In Kinshasa crowds attacked Y"
    let second = 2 + (2..nodes.len()).take_while(inside).count();
    let crowd = nodes[0].head.filter(|&n| {
        let glued = n == second && nodes[1].head == Some(n) && nodes[1].relation() == "compound";
        glued && nodes[n].upos == Upos::Noun && nodes[n].relation() == "obl"
    });
    let acts = crowd.and_then(|n| nodes[n].head.filter(|&v| v == n + 1));
    if let (Some(crowd), Some(verb)) = (crowd, acts) {
        let taken = nodes
            .iter()
            .any(|n| n.head == Some(verb) && n.relation() == "nsubj");
        if nodes[verb].upos == Upos::Verb && !taken {
            attach(tree, 0, 1, "case");
            attach(tree, 1, verb, "obl");
            attach(tree, crowd, verb, "nsubj");
        }
        return;
    }
    let article = 2 + (2..nodes.len()).take_while(inside).count();
    let Some(name) = nodes[0].head.filter(|&n| n > article) else {
        return;
    };
    let verb = nodes[name].head.filter(|&v| {
        let acts = nodes
            .iter()
            .any(|n| n.head == Some(v) && n.relation() == "nsubj");
        v > name && nodes[v].upos == Upos::Verb && !acts
    });
    let glued = nodes[1].head == Some(name) && nodes[name].relation() == "obl";
    let opened = nodes
        .get(article)
        .is_some_and(|n| n.upos == Upos::Det && n.head == Some(name));
    if let Some(verb) = verb.filter(|_| glued && opened) {
        attach(tree, 0, 1, "case");
        attach(tree, 1, verb, "obl");
        attach(tree, name, verb, "nsubj");
    }
}

/// Mends the whole tree.
pub(super) fn mend(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    place_in_front(tree, words);
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
    let below = super::under(tree, verb, subject) && nodes[verb].head != Some(subject);
    (alone && !below).then_some((subject, verb))
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

/// "On Monday X, the chancellor, met Y", "At the UN X, Kenya's president, thanked Y" with X as a part of the Monday or of the UN: the name behind a time or a
/// place that a preposition opens at the head of the sentence acts, and the noun between commas describes it.
pub(in crate::extract::syntax) fn name_behind(
    hints: &[TokenHint],
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let opens = nodes.len() > 4 && nodes[0].upos == Upos::Adp;
    if !opens || !words.second_endings.is_empty() {
        return;
    }
    let unit = |i: usize| hints.get(i).and_then(|h| h.unit);
    let first = 1 + usize::from(nodes[1].upos == Upos::Det);
    let named = |i: usize| nodes.get(i).is_some_and(|n| n.upos == Upos::Propn);
    let length = |from: usize| unit_length(hints, from);
    let proper = |i: usize| hints.get(i).is_some_and(|h| h.proper_noun && !h.time);
    let name = first + length(first);
    // "On Monday Mr X met …"
    let titled = named(name) && unit(name).is_none() && !proper(name) && proper(name + 1);
    let name = name + usize::from(titled);
    let end = name + length(name);
    let apart = unit(name).is_some() && unit(name) != unit(first);
    if !(named(first) && proper(name) && apart) {
        return;
    }
    if lower.get(end).is_none_or(|w| w != ",") {
        glued_to_time(tree, (first, name, end), lower, words);
        return;
    }
    let Some(verb) = joined::verb_behind(tree, end, lower).filter(|&v| v > end) else {
        return;
    };
    let inside = |k: usize| end < k && k < verb;
    let subjects: Vec<usize> = (0..nodes.len())
        .filter(|&k| nodes[k].head == Some(verb) && nodes[k].relation() == "nsubj")
        .collect();
    if subjects.iter().any(|&s| !inside(s)) {
        return;
    }
    let describes = |k: usize| {
        let part = nodes[k].relation() == "appos" || subjects.contains(&k);
        let above = nodes[k].head;
        part && (above == Some(first) || above == Some(name) || above == Some(verb))
    };
    let described: Vec<usize> = (end + 1..verb).filter(|&k| describes(k)).collect();
    for k in 0..first {
        let relation = if k == 0 { "case" } else { "det" };
        attach(tree, k, first, relation);
    }
    attach(tree, first, verb, "obl");
    attach(tree, name, verb, "nsubj");
    for k in name + 1..end {
        attach(tree, k, name, "flat");
    }
    for k in described {
        attach(tree, k, name, "appos");
    }
}

/// "On Monday Germany's chancellor, X, condemned Y", "Within hours the German chancellor, X, …" with X as a part of the Monday: an office with its holder between
/// commas behind a time or a phrase that a preposition opens acts.
pub(in crate::extract::syntax) fn office_behind(
    hints: &[TokenHint],
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    if nodes.len() < 5 || !words.second_endings.is_empty() {
        return;
    }
    let hint = |i: usize| hints.get(i).copied().unwrap_or_default();
    let length = |from: usize| unit_length(hints, from);
    // The phrase in front: a time, or a preposition, an article and a noun.
    let opened = nodes[0].upos == Upos::Adp || words.subordinators.contains(&lower[0]);
    let first = if hint(0).time {
        0
    } else if opened {
        1 + usize::from(nodes[1].upos == Upos::Det)
    } else {
        return;
    };
    let start = first + length(first);
    let holder = |i: usize| {
        let end = i + length(i);
        let inner = (i..end).any(|k| lower[k] == ",");
        let name = hint(end - 1).proper_noun && !hint(i).time && hint(i).unit.is_some();
        let starts = i == 0 || hint(i).unit != hint(i - 1).unit;
        inner && name && starts && lower.get(end).is_some_and(|w| w == ",")
    };
    let Some(office) = (start..nodes.len().min(start + LONGEST_OFFICE)).find(|&i| holder(i)) else {
        return;
    };
    let describes = |k: usize| {
        let upos = nodes[k].upos;
        matches!(
            upos,
            Upos::Det | Upos::Adj | Upos::Part | Upos::Propn | Upos::Noun
        ) || upos == Upos::Pron && !words.relatives.contains(&lower[k])
            || lower[k] == "-"
    };
    let opens = matches!(nodes[start].upos, Upos::Det | Upos::Pron)
        || nodes.get(start + 1).is_some_and(|n| n.upos == Upos::Part);
    if !opens && start < office || !(start..office).all(describes) {
        return;
    }
    let end = office + length(office);
    let Some(verb) = finite_behind(tree, end, lower, words) else {
        return;
    };
    let inside = |k: usize| (office..end).contains(&k);
    let Some(name) = (office..end).find(|&k| nodes[k].head.is_none_or(|h| !inside(h))) else {
        return;
    };
    for k in 0..tree.nodes.len() {
        let below = tree.nodes[k]
            .head
            .is_some_and(|h| h < start || k < end && h == verb);
        if k < start {
            let relation = if k == 0 && first > 0 { "case" } else { "det" };
            if k < first {
                attach(tree, k, first, relation);
            } else if k > first {
                attach(tree, k, first, "flat");
            }
        } else if k < office && !inside(tree.nodes[k].head.unwrap_or(k)) {
            let relation = tree.nodes[k].deprel;
            let owned = tree.nodes[k]
                .head
                .is_some_and(|h| (start..office).contains(&h));
            if !owned {
                attach(tree, k, name, "dep");
                tree.nodes[k].deprel = relation;
            }
        } else if k >= end && k != verb && below {
            tree.nodes[k].head = Some(verb);
        }
    }
    if tree.nodes[verb].head.is_some() {
        tree.nodes[verb].head = None;
        tree.nodes[verb].deprel = "root".into();
    }
    attach(tree, first, verb, "obl");
    attach(tree, name, verb, "nsubj");
}

/// The finite verb right behind the comma that ends an apposition, whatever helps it.
fn finite_behind(
    tree: &Tree,
    comma: usize,
    lower: &[String],
    words: &SyntaxWords,
) -> Option<usize> {
    let nodes = &tree.nodes;
    let next = comma + 1;
    let node = nodes.get(next)?;
    match node.upos {
        Upos::Verb => (words.is_past(&lower[next]) || node.tag.contains("-Fin")).then_some(next),
        Upos::Aux => node
            .head
            .filter(|&v| v > next && nodes[v].upos == Upos::Verb),
        _ => None,
    }
}

/// "In February Mr X slapped …" with X as a part of February: the name right before a finite verb without a subject acts.
fn glued_to_time(
    tree: &mut Tree,
    (first, name, end): (usize, usize, usize),
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let glued = super::under(tree, name, first);
    let Some(verb) = finite_behind(tree, end - 1, lower, words).filter(|_| glued) else {
        return;
    };
    let acts = |n: &Node| n.head == Some(verb) && n.relation() == "nsubj";
    if nodes.iter().any(acts) || super::under(tree, verb, first) {
        return;
    }
    attach(tree, name, verb, "nsubj");
    for k in first + 1..end {
        let inside = tree.nodes[k].head.is_none_or(|h| h == first) && k != name;
        if inside {
            attach(tree, k, name, "flat");
        }
    }
}

/// "Condemning X, Y spoke of a dark day" with X as the sentence: a gerund in front tells what the subject of the main verb does.
pub(super) fn gerund_first(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(root) = nodes
        .iter()
        .position(|n| n.head.is_none())
        .filter(|&r| r > 0)
    else {
        return;
    };
    let ends = |e: &String| lower[0].ends_with(e.as_str());
    let gerund = nodes[0].head == Some(root)
        && nodes[0].deprel == "amod"
        && nodes[0].upos == Upos::Verb
        && words.gerund_endings.iter().any(ends);
    let comma = (root..lower.len().min(nodes.len())).find(|&k| lower[k] == ",");
    let Some(comma) = comma.filter(|_| gerund && is_nominal(&nodes[root])) else {
        return;
    };
    let main = (comma + 1..nodes.len()).find(|&k| {
        let below = nodes[k].head == Some(root) && nodes[k].upos == Upos::Verb;
        below && own(nodes, k, "nsubj").is_some_and(|s| s > comma && s < k)
    });
    let Some(main) = main else {
        return;
    };
    for node in &mut tree.nodes {
        if node.head == Some(root) && node.upos == Upos::Punct {
            node.head = Some(main);
        }
    }
    tree.nodes[main].head = None;
    tree.nodes[main].deprel = "root".into();
    attach(tree, 0, main, "advcl");
    attach(tree, root, 0, "obj");
}
