//! Predicates with a copula: what is said of somebody before a verb of saying, and adverbs that are predicates.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, make_predicate};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// "X's plan is absurd, Y said" with the saying joined to what is said: a verb of saying behind a comma, with a subject and no conjunction, reports.
pub(super) fn said_behind(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let own = |relation: &str| {
        nodes
            .iter()
            .any(|n| n.head == Some(verb) && n.relation() == relation)
    };
    // "X bör gå, anser Y" with the saying as a helper of the going.
    // "X lehnt die Vorschläge ab, sagte Y" with the saying as a circumstance: where the verb comes second, it stands right behind the comma.
    let behind = (verb + 1..nodes.len())
        .any(|k| nodes[k].head == Some(verb) && nodes[k].relation() == "nsubj");
    let aside = nodes[verb].deprel == "advcl"
        && verb > 1
        && lower[verb - 1] == ","
        && behind
        && !own("mark")
        && !words.second_endings.is_empty();
    let joined = (aside || matches!(nodes[verb].deprel.as_str(), "conj" | "aux"))
        && words.saying_forms.contains(&lower[verb]);
    let said = nodes[verb].head.filter(|&h| joined && h < verb);
    let Some(said) = said.filter(|_| own("nsubj") && !own("cc") && !own("obj") && !own("ccomp"))
    else {
        return;
    };
    if (said..verb).any(|k| lower[k] == ",") {
        tree.nodes[verb].upos = Upos::Verb;
        attach(tree, verb, said, "parataxis");
    }
}

/// "X sei absurd, sagte Y" with the copula as what is said and its predicate at the saying: the word between the copula and the comma is the predicate.
pub(super) fn copular(tree: &mut Tree, copula: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let Some(saying) = nodes[copula].head.filter(|&s| s > copula) else {
        return;
    };
    let content = nodes[copula].upos == Upos::Aux
        && matches!(nodes[copula].deprel.as_str(), "ccomp" | "advcl" | "aux");
    let Some(comma) = (copula + 2..saying).find(|&k| lower[k] == ",") else {
        return;
    };
    let predicate = comma - 1;
    let loose = |n: &Node| {
        let word = matches!(n.upos, Upos::Adv | Upos::Adj | Upos::Noun);
        word && n.head == Some(saying)
            && matches!(n.relation(), "advmod" | "ccomp" | "obl" | "nsubj" | "advcl")
    };
    if !content || nodes[saying].upos != Upos::Verb || !loose(&nodes[predicate]) {
        return;
    }
    let subject = (0..copula).rev().find(|&k| {
        let of = nodes[k].head == Some(saying) || nodes[k].head == Some(copula);
        of && matches!(nodes[k].upos, Upos::Noun | Upos::Propn | Upos::Pron)
            && nodes[k].relation() == "nsubj"
    });
    let Some(subject) = subject else {
        return;
    };
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        if node.head == Some(copula) && k != predicate {
            node.head = Some(predicate);
        }
    }
    if tree.nodes[predicate].upos == Upos::Adv {
        tree.nodes[predicate].upos = Upos::Adj;
    }
    attach(tree, predicate, saying, "ccomp");
    attach(tree, copula, predicate, "cop");
    attach(tree, subject, predicate, "nsubj");
}

/// "X war am Montag zu Gast in Y" with X as the predicate: a copula behind a bare name that nothing else is said of, with a phrase of its own, is the predicate
/// and the name its subject.
pub(super) fn bare_name(tree: &mut Tree, copula: usize) {
    let nodes = &tree.nodes;
    let name = nodes[copula].head.filter(|&n| {
        let named = n < copula && nodes[n].upos == Upos::Propn && nodes[n].head.is_none();
        // "Tysklands X var bland dem som reste" with what X was as a clause about X.
        let clause = matches!(nodes[copula].deprel.as_str(), "acl:relcl" | "parataxis");
        let loose = clause && (n + 1..copula).all(|k| nodes[k].deprel == "flat");
        named && nodes[copula].upos == Upos::Aux && (nodes[copula].relation() == "cop" || loose)
    });
    let Some(name) = name else {
        return;
    };
    let below = |h: usize, relation: &str| {
        let child = |n: &Node| n.head == Some(h) && n.relation() == relation;
        nodes.iter().any(child)
    };
    let phrase = below(copula, "obl") && !below(name, "nsubj") && !below(name, "case");
    let inside = (name + 1..copula).all(|k| nodes[k].head == Some(name));
    if phrase && inside {
        make_predicate(tree, copula, name);
    }
}

/// "X och Y är överens om Z" with Z as the predicate: an adverb of the list behind a copula is.
pub(super) fn adverb(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    if !words.predicate_adverbs.contains(&lower[word]) {
        return;
    }
    let nodes = &tree.nodes;
    if nodes
        .iter()
        .any(|n| n.head == Some(word) && n.relation() == "cop")
    {
        tree.nodes[word].upos = Upos::Adj;
        return;
    }
    let Some(root) = nodes[word]
        .head
        .filter(|&r| nodes[word].relation() != "conj" && nodes[r].upos != Upos::Verb)
    else {
        return;
    };
    let copula = (0..word).rev().find(|&k| {
        let helps = nodes[k].upos == Upos::Aux && matches!(nodes[k].relation(), "cop" | "aux");
        helps && nodes[k].head == Some(root)
    });
    let Some(copula) = copula else {
        return;
    };
    let Node { head, deprel, .. } = nodes[root];
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        let moves = matches!(
            node.relation(),
            "nsubj" | "punct" | "advmod" | "advcl" | "mark"
        );
        if node.head == Some(root) && k != word && moves {
            node.head = Some(word);
        }
    }
    tree.nodes[word].upos = Upos::Adj;
    tree.nodes[word].head = head;
    tree.nodes[word].deprel = deprel;
    attach(tree, copula, word, "cop");
    attach(
        tree,
        root,
        word,
        if root < copula { "nsubj" } else { "obl" },
    );
}

/// "X urged sanctions against Y." with "urged" as an adjective of the sanctions: in a sentence without another verb a past form between a name and a noun is what
/// the name does.
pub(super) fn attributive(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(noun) = nodes[word].head.filter(|&n| n > word) else {
        return;
    };
    let form = nodes[word].relation() == "amod" && words.is_past(&lower[word]);
    let root = nodes[noun].head.is_none() && nodes[noun].upos == Upos::Noun;
    let alone = !nodes
        .iter()
        .any(|n| matches!(n.upos, Upos::Verb | Upos::Aux));
    if !form || !root || !alone || lower.last().is_none_or(|w| w != ".") {
        return;
    }
    let part = |k: &usize| nodes[*k].deprel == "flat";
    let last = (0..word).rev().find(|k| !part(k));
    let name = last.filter(|&n| {
        let before = nodes[n].head == Some(noun) && nodes[n].relation() == "compound";
        let inside = (n + 1..word).all(|k| nodes[k].head == Some(n));
        before && inside && nodes[n].upos == Upos::Propn
    });
    let Some(name) = name else {
        return;
    };
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        if node.head == Some(noun) && (k < word || node.upos == Upos::Punct) {
            node.head = Some(word);
        }
    }
    tree.nodes[word].upos = Upos::Verb;
    tree.nodes[word].head = None;
    tree.nodes[word].deprel = "root".into();
    attach(tree, name, word, "nsubj");
    attach(tree, noun, word, "obj");
}

/// "became the first state to recognise X" with the recognition as an attribute of the state: it is what the subject does. So is "was the last to …".
pub(super) fn ranking(tree: &mut Tree, noun: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let child = |head: usize, relation: &str| {
        let of = |n: &Node| n.head == Some(head) && n.relation() == relation;
        nodes.iter().position(of)
    };
    let ranked = (0..=noun).any(|k| {
        let part = nodes[k].head == Some(noun) || k == noun;
        part && words.ranking.contains(&lower[k])
    });
    if !ranked {
        return;
    }
    let becomes = nodes[noun].head.filter(|&v| {
        let predicate = matches!(nodes[noun].relation(), "xcomp" | "obj" | "nsubj");
        predicate && v < noun && words.becoming_forms.contains(&lower[v])
    });
    let above = becomes.or_else(|| child(noun, "cop").map(|_| noun));
    let deed = child(noun, "acl").or_else(|| child(noun, "advcl"));
    let deed = deed.filter(|&d| d > noun && nodes[d].upos == Upos::Verb);
    let marked = deed.is_some_and(|d| child(d, "mark").is_some_and(|m| noun < m));
    // "var det första land som erkände X"
    let pronoun = deed.and_then(|d| child(d, "nsubj"));
    let pronoun = pronoun.filter(|&p| noun < p && words.relatives.contains(&lower[p]));
    if let (Some(above), Some(deed), Some(pronoun)) = (above, deed, pronoun) {
        attach(tree, deed, above, "xcomp");
        tree.nodes[pronoun].deprel = "mark".into();
        if above != noun {
            tree.nodes[noun].deprel = "xcomp".into();
        }
        return;
    }
    if let (Some(above), Some(deed)) = (above.filter(|_| marked), deed) {
        attach(tree, deed, above, "xcomp");
    }
}
