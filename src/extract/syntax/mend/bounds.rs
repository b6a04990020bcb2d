//! Where clauses begin and what they are about.
//!
//! In: a tree, its tokens in small letters. Out: the same tree, with the clauses that a conjunction or a relative pronoun shows hung where they belong.
//! Invariants and limits as in [`super`].

use super::{REACH, attach, is_nominal, name_head, under};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// A preposition-like word whose noun is followed by a finite verb without a subject opens a clause.
pub(super) fn subordinate(tree: &mut Tree, i: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    // "tills X attackerade Y" with "tills" as a particle of the verb before it: its noun follows.
    let noun = match nodes[i].deprel.as_str() {
        "case" => nodes[i].head,
        "compound:prt" | "advmod" => Some(i + 1),
        _ => None,
    };
    let Some(noun) = noun.filter(|&h| h > i && nodes.get(h).is_some_and(is_nominal)) else {
        return;
    };
    let passing = |k: usize| {
        matches!(
            nodes[k].upos,
            Upos::Aux | Upos::Adv | Upos::Part | Upos::Adj | Upos::Adp
        ) || under(tree, k, noun)
    };
    let verb = (noun + 1..nodes.len().min(noun + 1 + REACH))
        .take_while(|&k| k == noun + 1 || passing(k - 1))
        .find(|&k| nodes[k].upos == Upos::Verb && !under(tree, k, noun));
    // Where the verb comes last, everything else stands before it.
    let last = nodes[noun].head.filter(|&v| words.verb_final && v > noun);
    let Some(verb) = verb.or(last.filter(|&v| nodes[v].upos == Upos::Verb)) else {
        return;
    };
    // "after X attacked Y": with an object behind it the form is no participle.
    let own = |k: usize, relation: &str| {
        nodes[k].head == Some(verb) && nodes[k].deprel.starts_with(relation)
    };
    let transitive = || (verb + 1..nodes.len()).any(|k| own(k, "obj"));
    // "closed the border after X accused Y" with the border as what accused: the noun before belongs to the verb before.
    let subject = (0..nodes.len()).find(|&k| own(k, "nsubj"));
    let misread = subject.filter(|&s| s < i && nodes[noun].head == Some(s) && transitive());
    let finite = nodes[verb].tag.contains("-Fin")
        || (0..nodes.len()).any(|k| own(k, "aux"))
        || (nodes[verb].deprel == "advcl" || misread.is_some()) && transitive()
        || i == 0 && words.verb_final && words.is_past(&lower[verb]);
    // An infinitive may be what the verb above governs; a finite form without a subject may not.
    let governed = nodes[verb].deprel == "xcomp" && !nodes[verb].tag.contains("-Fin");
    // "Seit X Y angriff, schweigen alle": the clause stands in front of the verb above.
    let fronted = |h: usize| {
        let opens = (0..i).all(|k| !matches!(nodes[k].upos, Upos::Verb | Upos::Aux));
        opens && h > verb && (verb + 1..h).any(|k| lower[k] == ",")
    };
    let above = nodes[verb]
        .head
        .filter(|&h| (h < i || fronted(h)) && !governed);
    let apart = misread.is_some()
        || !under(tree, noun, verb)
        || nodes[noun].head == Some(verb) && nodes[noun].upos == Upos::Propn && noun < verb;
    let Some(above) = above.filter(|_| finite && subject == misread && apart) else {
        return;
    };
    if let Some(object) = misread {
        // "three weeks after X expelled Y"
        let length = words.time_nouns.contains(&lower[object]);
        let (head, relation) = if length {
            (verb, "obl")
        } else {
            (above, "obj")
        };
        attach(tree, object, head, relation);
    }
    attach(tree, noun, verb, "nsubj");
    attach(tree, i, verb, "mark");
    tree.nodes[i].upos = Upos::Sconj;
    tree.nodes[verb].deprel = "advcl".into();
}

/// A relative clause between commas is no first half of the sentence.
pub(super) fn commented(tree: &mut Tree, relative: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let comma = |k: usize| lower.get(k).is_some_and(|w| w == ",");
    let opens = relative > 1
        && comma(relative - 1)
        && nodes[relative].upos == Upos::Pron
        && words.relatives.contains(&lower[relative]);
    let Some(inner) = nodes[relative]
        .head
        .filter(|&v| opens && v > relative && nodes[v].upos == Upos::Verb)
    else {
        return;
    };
    let of = |head: usize, k: usize, relation: &str| {
        nodes[k].head == Some(head) && nodes[k].deprel.starts_with(relation)
    };
    let noun = (0..relative - 1).find(|&k| of(inner, k, "nsubj") && is_nominal(&nodes[k]));
    let outer = (inner + 1..nodes.len()).find(|&k| {
        of(inner, k, "conj")
            && nodes[k].upos == Upos::Verb
            && comma(k - 1)
            && !(0..k).any(|c| of(k, c, "cc"))
    });
    let (Some(noun), Some(outer)) = (noun, outer) else {
        return;
    };
    let (above, relation) = (nodes[inner].head, nodes[inner].deprel);
    for node in tree.nodes.iter_mut().skip(outer) {
        if node.head == Some(inner) {
            node.head = Some(outer);
        }
    }
    tree.nodes[outer].head = above;
    tree.nodes[outer].deprel = relation;
    attach(tree, noun, outer, "nsubj");
    attach(tree, inner, noun, "acl:relcl");
}

/// "dömde mannen som hade hotat X", "spoke to X, who had threatened Y": a clause that a relative pronoun opens right behind a noun is about the noun.
pub(super) fn relative_aside(
    tree: &mut Tree,
    relative: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let node = &nodes[relative];
    let pronoun = node.upos == Upos::Pron && words.relatives.contains(&lower[relative]);
    let part = matches!(node.deprel.as_str(), "nsubj" | "nsubj:pass" | "obj");
    let Some(verb) = node.head.filter(|&v| pronoun && part && v > relative) else {
        return;
    };
    let behind_comma = relative > 1 && lower[relative - 1] == ",";
    let Some(mut noun) = relative.checked_sub(if behind_comma { 2 } else { 1 }) else {
        return;
    };
    noun = name_head(nodes, noun);
    let named = matches!(nodes[noun].upos, Upos::Noun | Upos::Propn);
    let loose = match nodes[verb].deprel.as_str() {
        "advcl" => true,
        "ccomp" | "parataxis" => behind_comma,
        "conj" => {
            let joined = nodes
                .iter()
                .any(|n| n.head == Some(verb) && n.deprel == "cc");
            // "It was X that sued Y"
            let cleft = nodes[verb].head == Some(noun)
                && nodes
                    .iter()
                    .any(|n| n.head == Some(noun) && n.deprel == "cop");
            (behind_comma || cleft) && !joined
        }
        _ => false,
    };
    if named && loose && !under(tree, noun, verb) {
        attach(tree, verb, noun, "acl:relcl");
    }
}

/// "…, som också anklagade Y" with the verb taken for an adjective at Y: what has a relative pronoun for its subject is a verb, and Y its object.
pub(super) fn attributed(tree: &mut Tree, relative: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let node = &nodes[relative];
    let subject = node.deprel == "nsubj" && words.relatives.contains(&lower[relative]);
    let adjective = |v: usize| nodes[v].upos == Upos::Adj && nodes[v].deprel == "amod";
    let Some(verb) = node
        .head
        .filter(|&v| subject && v > relative && adjective(v))
    else {
        return;
    };
    let Some(object) = nodes[verb].head.filter(|&o| o > verb) else {
        return;
    };
    let Some(above) = nodes[object]
        .head
        .filter(|_| !under(tree, relative - 1, object))
    else {
        return;
    };
    tree.nodes[verb].upos = Upos::Verb;
    attach(tree, verb, above, "advcl");
    attach(tree, object, verb, "obj");
}

/// "X condemned the attack and Y recalled its ambassador" with Y beside the attack: a finite verb with an object of its own and no subject right behind
/// a joined noun is what that noun does.
pub(super) fn second_clause(tree: &mut Tree, verb: usize) {
    let nodes = &tree.nodes;
    let child = |h: usize, relation: &str| {
        let of = |n: &Node| n.head == Some(h) && n.relation() == relation;
        nodes.iter().position(of)
    };
    let bare = || {
        ["nsubj", "mark", "cc"]
            .iter()
            .all(|r| child(verb, r).is_none())
    };
    let acts = nodes[verb].upos == Upos::Verb && nodes[verb].tag.contains("-Fin");
    let dependent = matches!(
        nodes[verb].relation(),
        "advcl" | "ccomp" | "xcomp" | "acl" | "parataxis" | "conj"
    );
    if !(acts && dependent && bare() && child(verb, "obj").is_some_and(|o| o > verb)) {
        return;
    }
    let helper = |k: &usize| nodes[*k].head == Some(verb) && !is_nominal(&nodes[*k]);
    let passing = |k: &usize| helper(k) || nodes[*k].upos == Upos::Punct;
    let Some(mut noun) = (0..verb).rev().find(|k| !passing(k)) else {
        return;
    };
    let part = |k: usize| matches!(nodes[k].deprel.as_str(), "flat" | "appos");
    while let Some(head) = nodes[noun].head.filter(|&h| h < noun && part(noun)) {
        noun = head;
    }
    let joined = is_nominal(&nodes[noun]) && nodes[noun].deprel != "root";
    let (Some(mut above), Some(mark)) = (nodes[noun].head.filter(|_| joined), child(noun, "cc"))
    else {
        return;
    };
    for _ in 0..nodes.len() {
        match nodes[above]
            .head
            .filter(|_| nodes[above].upos != Upos::Verb)
        {
            Some(head) => above = head,
            None => break,
        }
    }
    // "X and Y signed": what the verb's own subject is joined to comes before no other verb.
    if above >= noun || nodes[above].upos != Upos::Verb || under(tree, above, verb) {
        return;
    }
    attach(tree, noun, verb, "nsubj");
    attach(tree, mark, verb, "cc");
    attach(tree, verb, above, "conj");
}

/// "…, and a lawyer, X, sued Y" as the content of the first clause: what a conjunction joins to a clause is no part of it.
pub(super) fn joined_clause(tree: &mut Tree, mark: usize) {
    let nodes = &tree.nodes;
    let subject = nodes[mark]
        .head
        .filter(|&s| nodes[mark].deprel == "cc" && mark < s);
    let subject = subject.filter(|&s| nodes[s].relation() == "nsubj");
    let Some(verb) = subject.and_then(|s| nodes[s].head) else {
        return;
    };
    let loose = matches!(
        nodes[verb].relation(),
        "ccomp" | "advcl" | "parataxis" | "acl"
    );
    let marked = nodes
        .iter()
        .any(|n| n.head == Some(verb) && n.deprel == "mark");
    let behind = nodes[verb].head.is_some_and(|h| h < mark);
    if loose && behind && !marked && nodes[verb].tag.contains("-Fin") {
        attach(tree, mark, verb, "cc");
        tree.nodes[verb].deprel = "conj".into();
    }
}

/// "X, die ihre Grenzen schlossen" with two objects and no subject: the pronoun is the subject unless its form says otherwise.
pub(super) fn relative_subject(
    tree: &mut Tree,
    relative: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let form = &lower[relative];
    let object = nodes[relative].deprel == "obj" && words.relatives.contains(form);
    let Some(verb) = nodes[relative]
        .head
        .filter(|&v| object && v > relative && !words.oblique_articles.contains(form))
    else {
        return;
    };
    let child = |relation: &str| {
        let has = |i: usize| {
            i != relative && nodes[i].head == Some(verb) && nodes[i].relation() == relation
        };
        (0..nodes.len()).any(has)
    };
    if child("obj") && !child("nsubj") {
        attach(tree, relative, verb, "nsubj");
    }
}

/// "A, B und C trafen sich" with A as the root: a list of nouns with nothing but commas and a conjunction before a finite verb is its subject.
pub(super) fn listed_subject(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(first) = nodes.iter().position(|n| n.head.is_none() && is_nominal(n)) else {
        return;
    };
    let below = |i: usize| nodes[i].head == Some(first);
    // "responded by imposing …" has an agent's preposition before a clause: no passive has.
    let by = |i: usize| {
        let clause = nodes[i]
            .head
            .filter(|&c| nodes[i].deprel == "mark" && nodes[c].relation() == "advcl");
        clause
            .filter(|_| words.agents.contains(&lower[i]))
            .and_then(|c| nodes[c].head)
    };
    let finite = |&i: &usize| {
        let form = nodes[i].tag.contains("-Fin") || (0..nodes.len()).any(|k| by(k) == Some(i));
        below(i) && nodes[i].upos == Upos::Verb && form
    };
    let Some(verb) = (first + 1..nodes.len()).find(finite) else {
        return;
    };
    let member = |i: usize| match nodes[i].upos {
        Upos::Punct | Upos::Cconj | Upos::Det => true,
        _ => is_nominal(&nodes[i]),
    };
    let joined = (first + 1..verb).any(|i| nodes[i].upos == Upos::Cconj);
    // "X responded by …": a name with a finite verb right behind it.
    let name =
        nodes[first].upos == Upos::Propn && (first + 1..verb).all(|i| nodes[i].deprel == "flat");
    if !(joined || name) || !(first + 1..verb).all(member) || (0..first).any(below) {
        return;
    }
    for i in first + 1..tree.nodes.len() {
        let node = &mut tree.nodes[i];
        if i < verb && node.head == Some(verb) && is_nominal(node) {
            attach(tree, i, first, "conj");
        } else if i > verb && node.head == Some(first) {
            node.head = Some(verb);
        }
    }
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
    attach(tree, first, verb, "nsubj");
}

/// "X criticized Y, who visited Z" with the clause as the sentence: a verb that a relative pronoun behind a comma opens does not govern the verb before.
pub(super) fn trailing_relative(
    tree: &mut Tree,
    relative: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let opens = relative > 1
        && lower[relative - 1] == ","
        && nodes[relative].upos == Upos::Pron
        && words.relatives.contains(&lower[relative]);
    let Some(inner) = nodes[relative].head.filter(|&v| opens && v > relative) else {
        return;
    };
    let of = |head: usize, relation: &str| {
        (0..nodes.len()).find(|&k| nodes[k].head == Some(head) && nodes[k].deprel == relation)
    };
    // "togs emot av Y, som tackade Z": the clause tells of Y, not of what is done to him.
    let loose = matches!(nodes[inner].deprel.as_str(), "xcomp" | "advcl");
    let top = nodes[inner].head.filter(|&v| v < relative && loose);
    let acts = nodes[relative].relation() == "nsubj" && nodes[inner].upos == Upos::Verb;
    if top.is_some_and(|v| nodes[v].upos == Upos::Verb) && acts {
        let name = name_head(nodes, relative - 2);
        if is_nominal(&nodes[name]) && nodes[name].head == top {
            attach(tree, inner, name, "acl:relcl");
        }
        return;
    }
    let before = |k: &usize| nodes[*k].head == Some(inner) && nodes[*k].upos == Upos::Verb;
    let outer = (0..relative - 1).rev().find(before);
    let outer = outer.filter(|&o| nodes[o].deprel == "advcl" && of(o, "mark").is_none());
    let noun = (0..relative - 1).rev().find(|&k| is_nominal(&nodes[k]));
    let (Some(outer), Some(mut noun)) = (outer, noun) else {
        return;
    };
    noun = name_head(nodes, noun);
    if !under(tree, noun, outer) || noun == outer {
        return;
    }
    let (above, relation) = (nodes[inner].head, nodes[inner].deprel);
    tree.nodes[outer].head = above;
    tree.nodes[outer].deprel = relation;
    attach(tree, inner, noun, "acl:relcl");
}

/// "medan X efter mötet hade vägrat", "nachdem X Y angegriffen hatte": a name without a preposition right behind the conjunction is the subject of a
/// clause that has no other one; what a preposition opens is none.
pub(super) fn behind_conjunction(
    tree: &mut Tree,
    mark: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let name = mark + 1;
    let opens = words.subordinators.contains(&lower[mark]) && nodes[mark].deprel == "mark";
    let Some(verb) = nodes[mark].head.filter(|&v| opens && v > name) else {
        return;
    };
    let child = |head: usize, relation: &'static str| {
        (0..nodes.len())
            .filter(move |&k| nodes[k].head == Some(head) && nodes[k].relation() == relation)
    };
    let bare = |k: usize| child(k, "case").next().is_none();
    let loose = nodes[name].head == Some(mark) || nodes[name].head == Some(verb);
    let named = nodes[name].upos == Upos::Propn && loose && bare(name);
    let acts = |k: usize| k == name || bare(k);
    if !named || nodes[verb].upos != Upos::Verb || child(verb, "nsubj").any(acts) {
        return;
    }
    let cased: Vec<usize> = child(verb, "nsubj").collect();
    for k in cased {
        attach(tree, k, verb, "obl");
    }
    attach(tree, name, verb, "nsubj");
}

/// "besökte hennes försvarsminister X Finland" with X as the object: of two names behind a noun that acts the first is the noun's; so is one right behind
/// it before the verb.
pub(super) fn named_holder(tree: &mut Tree, noun: usize) {
    let nodes = &tree.nodes;
    let name = noun + 1;
    let Some(verb) = nodes[noun].head.filter(|_| nodes[noun].deprel == "nsubj") else {
        return;
    };
    let object = |k: usize| nodes[k].head == Some(verb) && nodes[k].deprel == "obj";
    let beside = nodes.get(name).is_some_and(|n| {
        let part = matches!(n.deprel.as_str(), "obj" | "iobj" | "nsubj");
        n.upos == Upos::Propn && n.head == Some(verb) && part
    });
    let behind = || (name + 1..nodes.len()).any(object);
    // "the U.N. body ICAO urged X" with two subjects: the noun describes the name.
    let doubled = || noun < verb && nodes[name].deprel == "nsubj";
    let described = verb < noun && behind() || doubled();
    if nodes[noun].upos == Upos::Noun && beside && described {
        let relation = nodes[noun].deprel;
        attach(tree, name, verb, relation);
        attach(tree, noun, name, "flat");
    }
}
