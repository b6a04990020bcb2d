//! Where a relative clause that no comma parts from its noun ends.
//!
//! In: a tree. Out: the same tree, in which the main verb of the sentence is its root, and what stands before it belongs to the clause. Invariants and
//! limits as in [`super`].

use super::{attach, is_nominal, name_head, own};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// "The sanctions that the EU had imposed in 2018 were lifted" with the sanctions as the root: the second finite verb is the main one.
pub(super) fn main_verb(tree: &mut Tree, relative: usize) {
    let nodes = &tree.nodes;
    let Some(noun) = noun_of(tree, relative).filter(|&n| nodes[n].head.is_none()) else {
        return;
    };
    let of = |k: usize, relations: &[&str]| relations.contains(&nodes[k].relation());
    let finite = |v: usize| {
        let helped = |k: usize| nodes[k].head == Some(v) && of(k, &["aux", "cop"]);
        nodes[v].tag.starts_with("VERB-Fin") || (relative + 1..v).any(helped)
    };
    let own =
        |v: usize| (0..v).any(|k| nodes[k].head == Some(v) && of(k, &["nsubj", "mark", "cc"]));
    let main = (relative + 1..nodes.len()).find(|&v| {
        let loose = of(v, &["advcl", "ccomp", "conj", "parataxis", "xcomp", "dep"]);
        let below = nodes[v].head == Some(relative) || nodes[v].head == Some(noun);
        nodes[v].upos == Upos::Verb && loose && below && finite(v) && !own(v)
    });
    let Some(main) = main else {
        return;
    };
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        let behind = k > main || node.upos == Upos::Punct;
        if node.head == Some(noun) && behind {
            node.head = Some(main);
        }
    }
    tree.nodes[main].head = None;
    tree.nodes[main].deprel = "root".into();
    attach(tree, noun, main, "nsubj");
}

/// "The deal X struck with Y in May has collapsed" with May at the collapse: between a subject with such a clause and its verb stands nothing else.
pub(super) fn closing_phrase(tree: &mut Tree, relative: usize) {
    let nodes = &tree.nodes;
    let subject = noun_of(tree, relative).filter(|&n| nodes[n].relation() == "nsubj");
    let Some(main) = subject
        .and_then(|n| nodes[n].head)
        .filter(|&m| m > relative)
    else {
        return;
    };
    let of_main = |k: usize, relations: &[&str]| {
        nodes[k].head == Some(main) && relations.contains(&nodes[k].relation())
    };
    let comma = |k: usize| nodes[k].upos == Upos::Punct;
    let helper = (relative + 1..main).find(|&k| of_main(k, &["aux", "cop"]));
    let end = helper.unwrap_or(main);
    if (relative + 1..end).any(comma) {
        return;
    }
    let opened = |k: usize| {
        nodes
            .iter()
            .any(|n: &Node| n.head == Some(k) && n.deprel == "case")
    };
    let phrases = (relative + 1..end).filter(|&k| of_main(k, &["obl", "advmod"]) && opened(k));
    for phrase in phrases.collect::<Vec<_>>() {
        tree.nodes[phrase].head = Some(relative);
    }
}

/// The noun that a verb behind it tells more of.
fn noun_of(tree: &Tree, relative: usize) -> Option<usize> {
    let node = &tree.nodes[relative];
    let clause = node.upos == Upos::Verb && node.deprel == "acl:relcl";
    let noun = node.head.filter(|&n| clause && n < relative)?;
    is_nominal(&tree.nodes[noun]).then_some(noun)
}

/// "sent a delegation led by X to Y" with Y at the leading: behind the agent of a participle that describes an object, where things go belongs to the verb.
pub(super) fn goal_behind_agent(
    tree: &mut Tree,
    goal: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let Some(participle) = nodes[goal].head.filter(|&p| {
        let phrase = matches!(nodes[goal].relation(), "obl" | "nmod") && is_nominal(&nodes[goal]);
        phrase && p < goal && nodes[p].relation() == "acl"
    }) else {
        return;
    };
    let agent = (participle + 1..goal)
        .any(|k| nodes[k].head == Some(participle) && nodes[k].deprel == "obl:agent");
    let opens = own(nodes, goal, "case").is_some_and(|c| words.goals.contains(&lower[c]));
    let object = nodes[participle]
        .head
        .filter(|&o| nodes[o].relation() == "obj");
    let verb = object.and_then(|o| nodes[o].head);
    if let Some(verb) = verb.filter(|&v| agent && opens && nodes[v].upos == Upos::Verb) {
        attach(tree, goal, verb, "obl");
    }
}

/// "X criticised Y, whose harvest failed" with the failure as the sentence: a relative owner opens a clause about the noun before it.
pub(super) fn owned_root(tree: &mut Tree, owner: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if !words.relative_owners.contains(&lower[owner]) {
        return;
    }
    let subject = nodes[owner].head.filter(|&s| s > owner);
    let verb = subject.and_then(|s| nodes[s].head.filter(|_| nodes[s].relation() == "nsubj"));
    let Some(verb) = verb.filter(|&v| nodes[v].head.is_none()) else {
        return;
    };
    let main = (0..owner).find(|&k| {
        let below = nodes[k].head == Some(verb) && nodes[k].upos == Upos::Verb;
        below
            && matches!(
                nodes[k].relation(),
                "ccomp" | "parataxis" | "advcl" | "csubj"
            )
    });
    let noun = (0..owner).rev().find(|&k| is_nominal(&nodes[k]));
    if let (Some(main), Some(noun)) = (main, noun) {
        let noun = name_head(nodes, noun);
        tree.nodes[main].head = None;
        tree.nodes[main].deprel = "root".into();
        attach(tree, verb, noun, "acl:relcl");
    }
}

/// "took it to a court, which X does not recognise" with the clause as what X does not recognise: with such a verb the pronoun stands for the noun right before
/// it, and for no party where that is none.
pub(super) fn of_thing(tree: &mut Tree, relative: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let verb = nodes[relative].head.filter(|&v| {
        let object = nodes[relative].relation() == "obj" && v > relative;
        object && nodes[v].relation() == "acl" && words.thing_verbs.contains(&lower[v])
    });
    let noun = relative
        .checked_sub(2)
        .filter(|&n| lower[n + 1] == "," && is_nominal(&nodes[n]));
    // "X, which Y does not recognise, left": before its verb the noun itself is meant.
    let behind = nodes[..relative].iter().any(|n| n.upos == Upos::Verb);
    if verb.is_some() && noun.is_some() && behind {
        tree.nodes[relative].deprel = "obl".into();
    }
}

/// "svarade X, som fick beröm av Y" with the praise said of the answer: what a relative pronoun right behind a comma opens is about the name before it, of which
/// the verb tells something as well.
pub(super) fn of_name(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let above = nodes[verb].head.filter(|&h| {
        let clause = nodes[verb].deprel == "acl:relcl" && h < verb;
        clause && nodes[h].upos == Upos::Verb
    });
    let Some(above) = above else {
        return;
    };
    let pronoun = (above + 1..verb).find(|&k| {
        let opens = words.person_relatives.contains(&lower[k]);
        opens && nodes[k].head == Some(verb) && nodes[k].relation() == "nsubj"
    });
    let Some(last) = pronoun.and_then(|p| p.checked_sub(2)).filter(|&n| {
        let near = n > above && lower[n + 1] == ",";
        near && nodes[n].upos == Upos::Propn
    }) else {
        return;
    };
    let name = name_head(nodes, last);
    if nodes[name].head == Some(above) && nodes[name].relation() == "nsubj" {
        attach(tree, verb, name, "acl:relcl");
    }
}
