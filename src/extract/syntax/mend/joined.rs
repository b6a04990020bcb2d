//! Clauses and verbs side by side, where a name was given to the wrong one.
//!
//! In: a tree, its tokens in small letters. Out: the same tree, with names hung on the verb they belong to. Invariants and limits as in [`super`].

use super::{attach, is_nominal, name_head, own, under};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

fn children(tree: &Tree, head: usize) -> impl Iterator<Item = usize> + '_ {
    let of = move |(_, n): &(usize, &Node)| n.head == Some(head);
    tree.nodes.iter().enumerate().filter(of).map(|(k, _)| k)
}

fn has(tree: &Tree, head: usize, relation: &str) -> bool {
    children(tree, head).any(|k| tree.nodes[k].relation() == relation)
}

/// "hat X gelobt und Y kritisiert" with Y given to the praise: where the verb comes last, what stands between two joined participles or infinitives is the
/// second one's.
pub(super) fn second_participle(tree: &mut Tree, verb: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let node = &nodes[verb];
    let joined = words.verb_final && matches!(node.deprel.as_str(), "conj" | "xcomp" | "advcl");
    let Some(first) = node.head.filter(|&h| joined && h < verb) else {
        return;
    };
    let same =
        nodes[first].upos == Upos::Verb && node.upos == Upos::Verb && nodes[first].tag == node.tag;
    let helped = |v: usize| has(tree, v, "aux");
    let above = |v: usize| nodes[v].head.is_some_and(helped) && nodes[v].deprel == "conj";
    let finite = node.tag.contains("-Fin");
    if !same
        || finite
        || helped(verb)
        || !(helped(first) || above(first))
        || has(tree, verb, "mark")
    {
        return;
    }
    let link =
        (first + 1..verb).find(|&k| nodes[k].upos == Upos::Cconj || nodes[k].upos == Upos::Punct);
    if link != Some(first + 1) {
        return;
    }
    let given = |k: &usize| {
        let node = &nodes[*k];
        let part = matches!(node.relation(), "obj" | "iobj" | "obl" | "conj" | "nsubj");
        let above = node.head == Some(first) || node.head == Some(verb);
        is_nominal(node) && part && above && !has(tree, *k, "case")
    };
    let all: Vec<usize> = (first + 1..verb).filter(given).collect();
    attach(tree, verb, first, "conj");
    let mut objects = all.into_iter();
    if let Some(object) = objects.next() {
        attach(tree, object, verb, "obj");
    }
}

/// "nachdem X eine Straße gebaut und Y Z um Hilfe gebeten hatte" with Y beside the building and Z asking: where the verb comes last, of two names behind a
/// conjunction the first acts.
pub(super) fn second_of_two(tree: &mut Tree, name: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let joined =
        words.verb_final && nodes[name].deprel == "conj" && nodes[name].upos == Upos::Propn;
    let Some(first) = nodes[name]
        .head
        .filter(|&f| joined && nodes[f].upos == Upos::Verb)
    else {
        return;
    };
    let inside = |k: &usize| nodes[*k].head == Some(name) && nodes[*k].deprel == "flat";
    let other = name + 1 + (name + 1..nodes.len()).take_while(inside).count();
    let acts = |n: &Node| n.upos == Upos::Propn && n.relation() == "nsubj";
    let verb = nodes.get(other).filter(|n| acts(n)).and_then(|n| n.head);
    let verb = verb.filter(|&v| {
        let second = nodes[v].head == Some(first) && nodes[v].relation() == "conj";
        second && v > other && own(nodes, v, "obj").is_none()
    });
    let Some(verb) = verb.filter(|_| first < name) else {
        return;
    };
    let mark = children(tree, name).find(|&k| k < name && tree.nodes[k].upos == Upos::Cconj);
    attach(tree, name, verb, "nsubj");
    attach(tree, other, verb, "obj");
    if let Some(mark) = mark {
        attach(tree, mark, verb, "cc");
    }
}

/// "stödde Kenya och lovade landet stöd", "und hatte dort X getroffen" with the land or X acting: where the verb comes second, a finite verb right behind a
/// conjunction leaves its subject to the clause before, and what stands behind it is acted upon.
pub(super) fn elided_subject(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if words.second_endings.is_empty() || nodes[verb].upos != Upos::Verb {
        return;
    }
    let helper = children(tree, verb).find(|&k| {
        k < verb && nodes[k].upos == Upos::Aux && words.finite_helpers.contains(&lower[k])
    });
    let finite = helper.unwrap_or(verb);
    let joins = |c: &usize| nodes[*c].upos == Upos::Cconj && words.joiners.contains(&lower[*c]);
    let link = finite.checked_sub(1).filter(joins);
    let first = nodes[verb].head.filter(|&f| {
        let clause = nodes[verb].relation() == "conj" && nodes[f].upos == Upos::Verb && f < finite;
        clause && own(nodes, f, "nsubj").is_some_and(|s| s < f)
    });
    let noun = own(nodes, verb, "nsubj").filter(|&s| s > finite);
    if let (Some(_), Some(_), Some(noun)) = (link, first, noun) {
        let taken = own(nodes, verb, "obj").is_some();
        attach(tree, noun, verb, if taken { "iobj" } else { "obj" });
    }
}

/// "X, as well as Y, condemned Z" with Y as a second subject: words that join a name to the subject before it make it a part of the list.
pub(super) fn as_well(tree: &mut Tree, at: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let length = |phrase: &String| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let same = parts.iter().zip(&lower[at..]).all(|(a, b)| *a == b);
        (same && at + parts.len() < nodes.len()).then_some(parts.len())
    };
    let Some(length) = words.list_phrases.iter().find_map(length) else {
        return;
    };
    let name = at + length;
    let mut subject = at.saturating_sub(1);
    if subject > 0 && lower[subject] == "," {
        subject -= 1;
    }
    subject = name_head(nodes, subject);
    let acts = subject < at && nodes[subject].relation() == "nsubj" && is_nominal(&nodes[subject]);
    let verb = nodes[subject].head.filter(|&v| acts && v > name);
    let loose = matches!(
        nodes[name].relation(),
        "nsubj" | "obj" | "obl" | "dep" | "advcl"
    );
    let apart = nodes[name].upos == Upos::Propn && loose;
    if verb.is_some() && apart && nodes[name].head == verb {
        attach(tree, name, subject, "conj");
        attach(tree, at, name, "cc");
        for k in at + 1..name {
            attach(tree, k, at, "fixed");
        }
    }
}

/// "lent X money and sent shipments" with "sent" as an attribute: a past form without an ending, right behind a conjunction and before a bare noun, is what
/// the subject did as well, if the first verb has its object.
pub(super) fn second_past(tree: &mut Tree, past: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let describes = matches!(nodes[past].relation(), "amod" | "compound");
    let listed = words.irregular_pasts.contains(&lower[past]) && describes;
    let link = past
        .checked_sub(1)
        .filter(|&c| listed && nodes[c].upos == Upos::Cconj);
    let noun = nodes[past]
        .head
        .filter(|&n| n > past && nodes[n].upos == Upos::Noun);
    let (Some(link), Some(noun)) = (link, noun) else {
        return;
    };
    let above = |k: usize| nodes[k].head.filter(|&h| h < link);
    let first = above(noun).and_then(|h| {
        let verb = |v: usize| (nodes[v].upos == Upos::Verb).then_some(v);
        verb(h).or_else(|| above(h).and_then(verb))
    });
    let whole = |v: usize| {
        let object = (v + 1..link)
            .any(|k| nodes[k].head == Some(v) && matches!(nodes[k].relation(), "obj" | "iobj"));
        object && own(nodes, v, "nsubj").is_some_and(|s| s < v)
    };
    let bare = own(nodes, noun, "det").is_none();
    let Some(first) = first.filter(|&v| bare && whole(v)) else {
        return;
    };
    tree.nodes[past].upos = Upos::Verb;
    attach(tree, past, first, "conj");
    attach(tree, link, past, "cc");
    attach(tree, noun, past, "obj");
}

/// "…, doch X hat Y gelobt", "…, and Russia, after a pause, withdrew" with the name joined to what the first clause names: behind a comma and a
/// conjunction a name right before the next verb, or before an insertion and the verb, is what the second clause is about.
pub(super) fn second_subject(tree: &mut Tree, name: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let node = &nodes[name];
    let joined = matches!(node.deprel.as_str(), "conj" | "obj" | "obl");
    let Some(first) = node
        .head
        .filter(|&h| joined && h < name && is_nominal(node))
    else {
        return;
    };
    let mark = children(tree, name).find(|&k| k < name && nodes[k].upos == Upos::Cconj);
    let opens = mark.is_some_and(|m| m > 0 && lower[m - 1] == "," && first < m);
    if !opens || has(tree, name, "case") {
        return;
    }
    let end =
        (name + 1..nodes.len()).find(|&k| nodes[k].deprel != "flat" || nodes[k].head != Some(name));
    let Some(verb) = end.and_then(|end| verb_behind(tree, end, lower)) else {
        return;
    };
    let governs = under(tree, name, verb) || has(tree, verb, "nsubj");
    if governs || nodes[verb].head.is_none() && first == verb {
        return;
    }
    let top = if nodes[first].upos == Upos::Verb {
        Some(first)
    } else {
        nodes[first].head
    };
    attach(tree, name, verb, "nsubj");
    if let Some(top) = top.filter(|&t| {
        under(tree, verb, name) || under(tree, t, verb) || tree.nodes[verb].deprel == "conj"
    }) && !under(tree, top, verb)
    {
        attach(tree, verb, top, "conj");
    }
}

/// The verb at `at` or behind the insertion between commas that begins there; before it only its helpers.
pub(super) fn verb_behind(tree: &Tree, at: usize, lower: &[String]) -> Option<usize> {
    let nodes = &tree.nodes;
    let inserted = lower.get(at).is_some_and(|w| w == ",");
    let start = if inserted {
        (at + 1..nodes.len())
            .find(|&k| lower[k] == ",")
            .map(|k| k + 1)?
    } else {
        at
    };
    let node = nodes.get(start)?;
    match node.upos {
        Upos::Verb => Some(start),
        Upos::Aux => node
            .head
            .filter(|&v| v > start && nodes[v].upos == Upos::Verb),
        _ => None,
    }
}

/// "When X backed Y, Z recalled …" with Z joined to Y: the name between the comma that ends the clause in front and the main verb is its subject.
pub(super) fn main_subject(tree: &mut Tree, name: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let node = &nodes[name];
    let joined = matches!(node.deprel.as_str(), "conj" | "appos") && node.upos == Upos::Propn;
    let Some(other) = node
        .head
        .filter(|&h| joined && h < name && name > 1 && lower[name - 1] == ",")
    else {
        return;
    };
    let end =
        (name + 1..nodes.len()).find(|&k| nodes[k].deprel != "flat" || nodes[k].head != Some(name));
    let Some(verb) = end.and_then(|end| verb_behind(tree, end, lower).filter(|&v| v >= end)) else {
        return;
    };
    // "After talks with X, Z withdrew"
    let phrase = end.is_some_and(|e| nodes[e].upos != Upos::Cconj);
    let fronted = |k: &usize| {
        let clause = nodes[*k].relation() == "advcl" || phrase && nodes[*k].relation() == "obl";
        *k < name && clause && under(tree, other, *k)
    };
    let ends = end.is_some_and(|e| lower[e] != ",");
    if ends && !has(tree, verb, "nsubj") && children(tree, verb).any(|k| fronted(&k)) {
        attach(tree, name, verb, "nsubj");
    }
}

/// "X, 44, called on Y to vote." with X as the sentence: where nothing else is said, the verb behind what describes the name is what it does.
pub(super) fn described_subject(
    tree: &mut Tree,
    verb: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let node = &nodes[verb];
    let looks =
        node.upos == Upos::Verb && node.relation() == "acl" && verb > 3 && lower[verb - 1] == ",";
    if !looks || !words.second_endings.is_empty() || lower.last().is_none_or(|w| w != ".") {
        return;
    }
    let Some(name) = (0..verb).find(|&k| nodes[k].head.is_none() && nodes[k].upos == Upos::Propn)
    else {
        return;
    };
    let commas = lower[..verb].iter().filter(|w| *w == ",").count();
    let other = (0..nodes.len()).any(|k| {
        nodes[k].upos == Upos::Verb && !under(tree, k, verb) && nodes[k].deprel != "acl:relcl"
    });
    let suffers =
        has(tree, verb, "aux") || children(tree, verb).any(|k| nodes[k].deprel == "obl:agent");
    let acts = has(tree, verb, "obj") || words.acting_forms.contains(&lower[verb]);
    if commas < 2
        || other
        || suffers
        || !acts
        || !under(tree, verb, name)
        || has(tree, name, "case")
    {
        return;
    }
    attach(tree, name, verb, "nsubj");
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
}

/// "cancelled the talks, and X, the foreign secretary, telephoned Y" with X beside the talks: behind a comma and a conjunction a name with a verb behind what
/// describes it acts.
pub(super) fn described_second(tree: &mut Tree, name: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let joined = matches!(nodes[name].deprel.as_str(), "appos" | "conj")
        && nodes[name].upos == Upos::Propn
        && name > 2
        && nodes[name - 1].upos == Upos::Cconj
        && lower[name - 2] == ",";
    if !joined {
        return;
    }
    let inside = |k: &usize| nodes[*k].deprel == "flat" && nodes[*k].head == Some(name);
    let end = name + 1 + (name + 1..nodes.len()).take_while(inside).count();
    let verb = verb_behind(tree, end, lower).filter(|&v| v > end && !has(tree, v, "nsubj"));
    let verb = verb.filter(|&v| matches!(nodes[v].relation(), "conj" | "parataxis" | "advcl"));
    if let Some(verb) = verb.filter(|&v| !under(tree, v, name)) {
        attach(tree, name, verb, "nsubj");
        attach(tree, name - 1, verb, "cc");
    }
}

/// "thanked X, who had mediated between Y and Z, and the UN" with the UN in the relative clause: behind the comma that closes the clause a list goes on.
pub(super) fn behind_relative(tree: &mut Tree, name: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let loose = nodes[name].upos == Upos::Propn
        && name > 2
        && nodes[name - 1].upos == Upos::Cconj
        && nodes[name - 1].head == Some(name)
        && lower[name - 2] == ","
        && !has(tree, name, "case");
    let Some(verb) = nodes[name].head.filter(|&v| {
        let clause = nodes[v].deprel == "acl:relcl" && v < name;
        loose && clause && matches!(nodes[name].relation(), "obl" | "obj" | "iobj" | "conj")
    }) else {
        return;
    };
    let antecedent = nodes[verb]
        .head
        .filter(|&a| a < verb && nodes[a].upos == Upos::Propn);
    let closes = lower.get(name + 1).is_none_or(|w| w == "." || w == ",");
    if let Some(first) = antecedent.filter(|_| closes) {
        attach(tree, name, first, "conj");
    }
}

/// "accused X of arming rebels and of killing civilians" with the killing below the conjunction: behind it a verb with the mark of the verb before goes on with that.
pub(super) fn same_mark(tree: &mut Tree, conjunction: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let verb = conjunction + 2;
    let marks = |m: usize, v: usize| {
        let mark = nodes
            .get(m)
            .is_some_and(|n| n.head == Some(v) && n.deprel == "mark");
        mark && nodes.get(v).is_some_and(|n| n.upos == Upos::Verb)
    };
    let below = nodes[conjunction].upos == Upos::Cconj
        && marks(conjunction + 1, verb)
        && nodes[verb].head == Some(conjunction);
    if !below {
        return;
    }
    let first = (1..conjunction)
        .rev()
        .find(|&v| marks(v - 1, v) && lower[v - 1] == lower[conjunction + 1]);
    if let Some(first) = first {
        attach(tree, conjunction, verb, "cc");
        attach(tree, verb, first, "conj");
    }
}

/// "utvisade 23 diplomater och X en" with X expelled: behind a counted object a name and a count that ends the clause tell what somebody else did as well.
pub(super) fn count_alone(tree: &mut Tree, name: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let Some(object) = nodes[name].head.filter(|&o| {
        let joined = nodes[name].deprel == "conj" && nodes[name].upos == Upos::Propn;
        joined && o < name && nodes[o].deprel == "obj" && own(nodes, o, "nummod").is_some()
    }) else {
        return;
    };
    let part = |&k: &usize| nodes[k].deprel == "flat" && nodes[k].head == Some(name);
    let count = name + 1 + (name + 1..nodes.len()).take_while(part).count();
    let counts = nodes.get(count).is_some_and(|n| {
        let digit = lower[count].starts_with(|c: char| c.is_ascii_digit());
        digit || matches!(n.deprel.as_str(), "nummod" | "det") && n.head != Some(name)
    });
    let ends = nodes.get(count + 1).is_none_or(|n| n.upos == Upos::Punct);
    let verb = nodes[object].head.filter(|_| counts && ends);
    if let Some(verb) = verb {
        attach(tree, name, verb, "orphan");
        attach(tree, count, name, "orphan");
    }
}

/// "Lima hat X gewarnt, Quito Y gelobt", "Lima hade varnat X, Quito lovat Y" with Quito as another object: in a clause that leaves its helper to the one
/// before, the first name behind the comma is the subject.
pub(super) fn gapped(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let loose = matches!(nodes[verb].deprel.as_str(), "conj" | "advcl");
    let Some(first) = nodes[verb].head.filter(|&h| {
        let verbs = nodes[verb].upos == Upos::Verb && nodes[h].upos == Upos::Verb;
        loose && h < verb && verbs && !words.second_endings.is_empty()
    }) else {
        return;
    };
    let child = |h: usize, relations: &[&str]| {
        (0..nodes.len())
            .find(|&k| nodes[k].head == Some(h) && relations.contains(&nodes[k].relation()))
    };
    let helped = child(first, &["aux"]).is_some_and(|a| a < first);
    if !helped || child(verb, &["aux", "cc", "nsubj", "mark"]).is_some() {
        return;
    }
    let comma = (first + 1..verb).find(|&k| lower[k] == ",");
    let Some(name) = comma
        .map(|c| c + 1)
        .filter(|&n| nodes[n].upos == Upos::Propn)
    else {
        return;
    };
    let inside = |k: &usize| nodes[*k].deprel == "flat" && nodes[*k].head == Some(name);
    let end = name + 1 + (name + 1..verb).take_while(inside).count();
    let bare = child(name, &["case", "cc"]).is_none();
    // Where the verb comes last, another party stands between; where it does not, the participle follows at once.
    let acts = if words.verb_final {
        let part =
            |k: usize| nodes[k].head == Some(verb) && matches!(nodes[k].relation(), "obj" | "iobj");
        comma == Some(first + 1) && part(name) && (end..verb).any(part)
    } else {
        end == verb
            && matches!(nodes[name].relation(), "conj" | "appos")
            && child(verb, &["obj"]).is_some()
    };
    if acts && bare {
        attach(tree, name, verb, "nsubj");
        attach(tree, verb, first, "conj");
    }
}

/// "X, the Y Islands and Z, which …, protested" with two subjects: a name behind a comma right behind the first, with another one joined to it, goes on with
/// the list.
pub(super) fn listed_second(tree: &mut Tree, name: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let subject = |k: usize| nodes[k].upos == Upos::Propn && nodes[k].relation() == "nsubj";
    let Some(verb) = nodes[name].head.filter(|&v| v > name && subject(name)) else {
        return;
    };
    let start = (0..name)
        .find(|&k| nodes[k].head == Some(name))
        .unwrap_or(name);
    let Some(mut first) = start.checked_sub(2).filter(|_| lower[start - 1] == ",") else {
        return;
    };
    first = name_head(nodes, first);
    let beside = subject(first) && nodes[first].head == Some(verb);
    let joined = (name + 1..verb).any(|k| {
        let cc = |n: &Node| n.head == Some(k) && n.relation() == "cc";
        nodes[k].head == Some(name) && nodes[k].deprel == "conj" && nodes.iter().any(cc)
    });
    if beside && joined {
        attach(tree, name, first, "conj");
    }
}

/// "has warned X, Y and Z that their economies will …" with Y and Z as the economies' clause: names behind a comma and an object, with the word for a content
/// right behind them, go on with the list of objects.
pub(super) fn listed_object(tree: &mut Tree, name: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let acts = nodes[name].upos == Upos::Propn && nodes[name].relation() == "nsubj";
    let Some(inner) = nodes[name].head.filter(|&v| acts && v > name) else {
        return;
    };
    let Some(mut first) = name.checked_sub(2).filter(|_| lower[name - 1] == ",") else {
        return;
    };
    first = name_head(nodes, first);
    let outer = nodes[first].head.filter(|&v| {
        let object = matches!(nodes[first].relation(), "obj" | "iobj");
        object && v < first && nodes[v].upos == Upos::Verb
    });
    let mark = (name + 1..inner).find(|&k| words.complementizers.contains(&lower[k]));
    let (Some(outer), Some(mark)) = (outer, mark) else {
        return;
    };
    let list = |k: usize| k == name || under(tree, k, name);
    let other =
        (mark + 1..inner).any(|k| nodes[k].head == Some(inner) && nodes[k].relation() == "nsubj");
    if other && (name..mark).all(list) {
        attach(tree, name, first, "conj");
        attach(tree, mark, inner, "mark");
        tree.nodes[mark].upos = Upos::Sconj;
        attach(tree, inner, outer, "ccomp");
    }
}

/// "X and his counterpart Y spoke" with the speaking as what tells of the counterpart: a noun with an owner that a conjunction joins to a name is the name right
/// behind it, and the verb behind that name is what both do.
pub(super) fn counterpart(tree: &mut Tree, noun: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let child = |h: usize, relation: &str| {
        (0..nodes.len()).find(|&k| nodes[k].head == Some(h) && nodes[k].relation() == relation)
    };
    let joined = nodes[noun].upos == Upos::Noun && nodes[noun].deprel == "conj";
    let Some(first) = nodes[noun].head.filter(|&f| joined && f < noun) else {
        return;
    };
    let owner = child(noun, "nmod").filter(|&o| o < noun && nodes[o].upos == Upos::Pron);
    let cc = child(noun, "cc").filter(|&c| first < c && c < noun);
    let name = noun + 1;
    let named = nodes.get(name).is_some_and(|n| n.upos == Upos::Propn);
    if owner.is_none() || cc.is_none() || !named || nodes[first].upos != Upos::Propn {
        return;
    }
    let Some(verb) = nodes[name].head.filter(|&v| {
        let acts = v > name && nodes[v].upos == Upos::Verb && nodes[name].relation() == "nsubj";
        acts && nodes[v].deprel == "acl:relcl" && nodes[v].head == Some(noun)
    }) else {
        return;
    };
    if (noun..verb).any(|k| words.relatives.contains(&lower[k]) || lower[k] == ",") {
        return;
    }
    let Node { head, deprel, .. } = nodes[first];
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        if node.head == Some(first) && (k > verb || node.upos == Upos::Punct) {
            node.head = Some(verb);
        }
    }
    tree.nodes[verb].head = head;
    tree.nodes[verb].deprel = deprel;
    attach(tree, first, verb, "nsubj");
    attach(tree, name, noun, "appos");
}
