//! Verbs strung together by commas, with one subject: "X kritisierte Y, lobte aber Z und drohte W".
//!
//! In: a tree of a language that puts the verb second. Out: the same tree, in which each further verb stands beside the first, and a name behind such a
//! verb is its object. Invariants and limits as in [`super`]. Does not: touch verbs of saying, whose subject stands behind them ("…, sagte X").

use super::{attach, name_head, under};
use crate::base::analysis::{Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// Mends the verb right behind a comma.
pub(super) fn verb(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let opens = verb > 2 && lower[verb - 1] == "," && !words.second_endings.is_empty();
    let node = &tree.nodes[verb];
    let acts = opens && node.upos == Upos::Verb && node.tag.contains("-Fin");
    if !acts || is_inquit(tree, verb, lower, words) || !is_elliptic(tree, verb, lower, words) {
        return;
    }
    let Some(first) = first_verb(tree, verb, lower, words) else {
        return;
    };
    if under(tree, first, verb) {
        let (above, relation) = (tree.nodes[verb].head, tree.nodes[verb].deprel);
        for k in 0..verb {
            if k != first && tree.nodes[k].head == Some(verb) && k < first {
                tree.nodes[k].head = Some(first);
            }
        }
        tree.nodes[first].head = above;
        tree.nodes[first].deprel = relation;
    }
    attach(tree, verb, first, "conj");
    let behind: Vec<usize> = children(tree, verb, "nsubj").collect();
    for subject in behind {
        let relation = if words.connectors.contains(&lower[subject]) {
            tree.nodes[subject].upos = Upos::Adv;
            "advmod"
        } else if children(tree, verb, "obj").next().is_some() {
            "iobj"
        } else {
            "obj"
        };
        attach(tree, subject, verb, relation);
    }
}

/// "…, sagte X", "…, so teilte X mit": does a verb of saying follow what somebody says?
fn is_inquit(tree: &Tree, verb: usize, lower: &[String], words: &SyntaxWords) -> bool {
    let name = |k: usize| tree.nodes.get(k).is_some_and(|n| n.upos == Upos::Propn);
    let subject = |k: usize| !words.connectors.contains(&lower[k]);
    let behind = name(verb + 1) && subject(verb + 1)
        || children(tree, verb, "nsubj").any(|k| k > verb && subject(k));
    let alone = verb + 1 >= lower.len() || tree.nodes[verb + 1].upos == Upos::Punct;
    words.saying_forms.contains(&lower[verb]) && (behind || alone)
}

/// Has the verb neither a subject before it nor a conjunction, and behind it nothing that only a subject can be?
fn is_elliptic(tree: &Tree, verb: usize, lower: &[String], words: &SyntaxWords) -> bool {
    let nodes = &tree.nodes;
    let own = |k: usize| nodes[k].head == Some(verb);
    let marked = (0..nodes.len()).any(|k| own(k) && matches!(nodes[k].relation(), "mark" | "expl"));
    let before = ["nsubj", "cc"]
        .iter()
        .any(|r| children(tree, verb, r).any(|k| k < verb));
    // "…, verurteilte der Präsident": a nominative.
    let nominative = |k: usize| {
        let article = |a: usize| {
            nodes[a].head == Some(k) && words.singular_relatives.contains(&lower[a]) && a < k
        };
        nodes[k].upos == Upos::Pron || (verb..k).any(article)
    };
    let conditional = (verb + 1..nodes.len()).any(|k| {
        let cc = nodes[k].deprel == "cc" && nodes[k].head.is_some_and(|h| own(h) || own(k));
        cc && words.clause_joiners.contains(&lower[k])
    });
    !marked && !before && !conditional && !children(tree, verb, "nsubj").any(nominative)
}

/// The verb of the main clause before, if it has a subject of its own or shares one.
fn first_verb(tree: &Tree, verb: usize, lower: &[String], words: &SyntaxWords) -> Option<usize> {
    let nodes = &tree.nodes;
    let loose = |relation: &str| matches!(relation, "advcl" | "parataxis" | "ccomp" | "conj");
    let above = nodes[verb]
        .head
        .filter(|&h| h + 1 < verb && loose(nodes[verb].relation()));
    let below = || {
        let mut before = (0..verb - 1).filter(|&k| nodes[k].head == Some(verb));
        before.find(|&k| nodes[k].upos == Upos::Verb && loose(nodes[k].relation()))
    };
    // Where the parser has the first clause for what the verb says, a name behind it says so.
    let names = |k: usize| nodes[k].upos == Upos::Propn && !words.connectors.contains(&lower[k]);
    let says = children(tree, verb, "nsubj").any(names);
    let first = above.or_else(|| below().filter(|_| !says))?;
    // "…, och vid mötet, som sköts upp, bröt …": behind an insertion another clause goes on.
    let strung = |k: usize| nodes[k + 1].upos == Upos::Verb && nodes[k + 1].deprel == "conj";
    let commas = |k: &usize| lower[*k] == ",";
    if (first..verb - 1).filter(commas).any(|k| !strung(k)) {
        return None;
    }
    let strung = nodes[first].deprel == "conj" && nodes[first].upos == Upos::Verb;
    let subject = children(tree, first, "nsubj").next();
    let finite = (0..first)
        .find(|&k| nodes[k].head == Some(first) && nodes[k].upos == Upos::Aux)
        .unwrap_or(first);
    let opener = |k: usize| {
        let relative = nodes[k].upos == Upos::Pron && words.relatives.contains(&lower[k]);
        relative || words.question_words.contains(&lower[k])
    };
    // "Greift X an, hilft Y", "Weil X angriff, half Y", "Wer X lobt, kritisiert Y".
    let whole = nodes[first].upos == Upos::Verb
        && finite > 0
        && !words.reported_forms.contains(&lower[finite])
        && children(tree, first, "mark").next().is_none()
        && !subject.is_some_and(opener);
    (whole && (strung || subject.is_some_and(|s| s < verb))).then_some(first)
}

/// "X sagte, Y sei ein Dieb, und kritisierte Z" with Y criticising: behind a comma and a conjunction a finite verb without a subject of its own goes on with
/// the verb of saying.
pub(super) fn behind_speech(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let node = &nodes[verb];
    let opens = verb > 4
        && words.verb_final
        && nodes[verb - 1].upos == Upos::Cconj
        && lower[verb - 2] == ","
        && !words.reported_forms.contains(&lower[verb]);
    if !opens || node.upos != Upos::Verb || !node.tag.contains("-Fin") {
        return;
    }
    let Some(root) = nodes.iter().position(|n| n.head.is_none()) else {
        return;
    };
    let says = root + 1 < verb && words.saying_forms.contains(&lower[root]);
    let speaker = children(tree, root, "nsubj")
        .next()
        .is_some_and(|s| s < root);
    let content = matches!(node.relation(), "ccomp" | "conj" | "advcl");
    if !says || !speaker || !content {
        return;
    }
    let subject = children(tree, verb, "nsubj").find(|&s| root < s && s < verb - 2);
    attach(tree, verb, root, "conj");
    attach(tree, verb - 1, verb, "cc");
    if let Some(subject) = subject {
        attach(tree, subject, root, "ccomp");
    }
}

/// "attacked X for \"saving face\" and called on Y" with the call on what the quotation says: a verb joined right behind a quotation goes on with the verb before it.
pub(super) fn behind_quotation(tree: &mut Tree, verb: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let quote = |k: usize| matches!(lower[k].as_str(), "\"" | "“" | "”" | "„" | "»" | "«");
    let joined = verb > 3
        && nodes[verb].upos == Upos::Verb
        && nodes[verb].deprel == "conj"
        && nodes[verb - 1].upos == Upos::Cconj;
    let close = if joined && lower[verb - 2] == "," {
        verb - 3
    } else {
        verb.saturating_sub(2)
    };
    if !joined || !quote(close) {
        return;
    }
    let open = (0..close).rev().find(|&k| quote(k));
    let inside = |h: usize| open.is_some_and(|o| (o..close).contains(&h));
    let Some(first) = nodes[verb].head.filter(|&h| inside(h)) else {
        return;
    };
    let outer = super::ups(nodes, first).find(|&h| !inside(h));
    if let Some(outer) = outer.filter(|&o| o < close && nodes[o].upos == Upos::Verb) {
        attach(tree, verb, outer, "conj");
    }
}

/// "hat X verurteilt, die Botschaft geschlossen und Y gedroht": a participle behind the comma that follows the first one stands beside it.
pub(super) fn participle(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let node = &nodes[verb];
    let bare = node.upos == Upos::Verb
        && node.deprel == "advcl"
        && !node.tag.contains("-Fin")
        && words.verb_final
        && ["aux", "mark", "nsubj"]
            .iter()
            .all(|r| children(tree, verb, r).next().is_none());
    let Some(above) = node.head.filter(|_| bare) else {
        return;
    };
    let first = match nodes[above].head {
        Some(first) if above > verb && nodes[above].deprel == "conj" => first,
        _ => above,
    };
    let same = nodes[first].tag == node.tag && nodes[first].upos == Upos::Verb && first < verb;
    let helped = children(tree, first, "aux").next().is_some();
    if !(same && helped && lower[first + 1] == ",") {
        return;
    }
    attach(tree, verb, first, "conj");
    if above != first {
        attach(tree, above, verb, "conj");
    }
}

fn children<'t>(
    tree: &'t Tree,
    head: usize,
    relation: &'t str,
) -> impl Iterator<Item = usize> + 't {
    let of =
        move |k: &usize| tree.nodes[*k].head == Some(head) && tree.nodes[*k].relation() == relation;
    (0..tree.nodes.len()).filter(of)
}

/// "praised X, shot by soldiers in 1972", "gedachte X, von Soldaten erschossen" with the shooting as what the first one suffered: a participle with an agent
/// behind a comma tells more of the name before it, and so does a past form without an object behind a present.
pub(super) fn behind_name(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let loose = matches!(
        nodes[verb].relation(),
        "conj" | "xcomp" | "advcl" | "parataxis"
    );
    let Some(first) = nodes[verb].head.filter(|&h| {
        loose && h + 1 < verb && nodes[verb].upos == Upos::Verb && nodes[h].upos == Upos::Verb
    }) else {
        return;
    };
    // Where passives have an ending of their own, a bare form is finite.
    let alone = !words.passive_ending
        && !["nsubj", "aux", "cc", "obj", "mark"]
            .iter()
            .any(|r| children(tree, verb, r).next().is_some());
    if !alone {
        return;
    }
    let inside = |k: &usize| under(tree, *k, verb) && nodes[*k].upos != Upos::Punct;
    let start = verb - (0..verb).rev().take_while(inside).count();
    let Some(mut name) = start
        .checked_sub(2)
        .filter(|&n| n > first && lower[start - 1] == ",")
    else {
        return;
    };
    name = name_head(nodes, name);
    let named = nodes[name].upos == Upos::Propn
        && nodes[name].relation() != "nsubj"
        && under(tree, name, first);
    let agent = |k: usize| {
        let case = |c: usize| nodes[c].head == Some(k) && words.agents.contains(&lower[c]);
        nodes[k].head == Some(verb) && nodes[k].relation() == "obl" && (start..k).any(case)
    };
    let led = (start..nodes.len()).any(agent);
    let joined = (verb + 1..nodes.len()).any(|k| nodes[k].deprel == "cc");
    let tense = words.is_past(&lower[verb]) && !words.is_past(&lower[first]) && !joined;
    let helped = children(tree, first, "aux").next().is_some();
    if named && (led || tense && !helped) {
        attach(tree, verb, name, "acl");
    }
}
