//! What a noun's own words show: nouns without an article that act before a name, counts, two adjectives before one noun, small words and postpositions, words
//! that close a time, names taken for function words.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, is_nominal, own, ups};
use crate::base::analysis::{Tree, Upos};
use crate::extract::syntax::TokenHint;
use crate::extract::syntax::words::SyntaxWords;

/// Farthest a noun stands behind the second of two adjectives, in tokens.
const NEAR: usize = 3;

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

/// "anklagar tjänstemän enligt uppgift X" with the officials as an article of X: where the verb comes second, a noun right behind it is no article; it acts, and
/// what it stood before is acted upon.
pub(super) fn noun_as_article(tree: &mut Tree, noun: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let article = nodes[noun].upos == Upos::Noun && nodes[noun].deprel == "det";
    let object = nodes[noun].head.filter(|&o| {
        let part = matches!(nodes[o].relation(), "obj" | "obl");
        article && part && o > noun + 1 && is_nominal(&nodes[o])
    });
    let verb = object.and_then(|o| nodes[o].head).filter(|&v| {
        let second = v < noun && nodes[v].upos == Upos::Verb && nodes[v].tag.contains("-Fin");
        second && !words.second_endings.is_empty() && own(nodes, v, "nsubj").is_none()
    });
    let (Some(object), Some(verb)) = (object, verb) else {
        return;
    };
    attach(tree, noun, verb, "nsubj");
    if own(&tree.nodes, object, "case").is_none() {
        tree.nodes[object].deprel = "obj".into();
    }
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

/// "die aufständische Partei" with the party as a part of its adjective: where nouns have a capital, a small word right before one describes it.
pub(super) fn small_noun(tree: &mut Tree, word: usize, token: &str, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let noun = word + 1;
    let small = words.nouns_capitalized && token.starts_with(char::is_lowercase);
    let before = nodes
        .get(noun)
        .is_some_and(|n| matches!(n.upos, Upos::Noun | Upos::Propn));
    if !small || !before || nodes[word].upos != Upos::Noun {
        return;
    }
    let below = matches!(
        nodes[noun].relation(),
        "nmod" | "flat" | "appos" | "compound"
    );
    if nodes[noun].head == Some(word) && below {
        let (head, relation) = (nodes[word].head, nodes[word].deprel);
        for node in &mut tree.nodes {
            if node.head == Some(word) {
                node.head = Some(noun);
            }
        }
        tree.nodes[noun].head = head;
        tree.nodes[noun].deprel = relation;
    } else if nodes[word].head != Some(noun) {
        return;
    }
    tree.nodes[word].upos = Upos::Adj;
    attach(tree, word, noun, "amod");
}

/// "eigenen Angaben zufolge zwei Diplomaten ausgewiesen" with the word before the diplomats: it stands behind its noun, and what follows is an object of a verb
/// without one.
pub(super) fn postposition(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let listed = nodes[word].upos == Upos::Adp && words.postpositions.contains(&lower[word]);
    let Some(behind) = nodes[word].head.filter(|&n| listed && n > word) else {
        return;
    };
    let Some(verb) = nodes[behind].head.filter(|&v| nodes[v].upos == Upos::Verb) else {
        return;
    };
    let on_verb = |k: &usize| nodes[*k].head == Some(verb) && nodes[*k].upos == Upos::Noun;
    let Some(noun) = (0..word).rev().find(on_verb) else {
        return;
    };
    let open =
        nodes[behind].relation() == "obl" && own(nodes, verb, "obj").is_none_or(|o| o == noun);
    attach(tree, word, noun, "case");
    tree.nodes[noun].deprel = "obl".into();
    if open && own(&tree.nodes, behind, "case").is_none() {
        tree.nodes[behind].deprel = "obj".into();
    }
}

/// "von Montag an X zu blockieren" with X behind "an": the word closes the phrase of time, and the name is acted upon.
pub(in crate::extract::syntax) fn closing_word(
    hints: &[TokenHint],
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    for word in 2..tree.nodes.len() {
        let nodes = &tree.nodes;
        let Some(openers) = words.circumpositions.get(&lower[word]) else {
            continue;
        };
        let time = word - 1;
        let timed = hints.get(time).is_some_and(|h| h.time);
        let opener = (0..time).rev().find(|&k| nodes[k].upos == Upos::Adp);
        let opened = opener.is_some_and(|o| openers.contains(&lower[o]) && word - o <= NEAR + 1);
        let name = nodes[word]
            .head
            .filter(|&n| n > word && nodes[word].deprel == "case");
        let Some(name) = name.filter(|_| timed && opened) else {
            continue;
        };
        let inside = |u: &usize| hints.get(*u).is_some_and(|h| h.unit == hints[time].unit);
        let top = ups(nodes, time).take_while(inside).last().unwrap_or(time);
        let verb = nodes[top].head.filter(|&v| nodes[v].upos == Upos::Verb);
        let below = nodes[name].head == Some(top);
        attach(tree, word, top, "case");
        let Some(verb) = verb else {
            continue;
        };
        if below {
            tree.nodes[name].head = Some(verb);
        }
        let bare =
            own(&tree.nodes, name, "case").is_none() && own(&tree.nodes, verb, "obj").is_none();
        if tree.nodes[name].head == Some(verb) && bare {
            tree.nodes[name].deprel = "obj".into();
        }
    }
}

/// "X ist nach eigenen Angaben bereit" with X as a preposition: a name is no function word; before its predicate, which has no subject, it is the subject.
pub(super) fn name_as_mark(tree: &mut Tree, name: usize) {
    let nodes = &tree.nodes;
    let function = matches!(
        nodes[name].relation(),
        "case" | "mark" | "cc" | "aux" | "cop"
    );
    if nodes[name].upos != Upos::Propn || !function {
        return;
    }
    if let Some(head) = nodes[name]
        .head
        .filter(|&h| h > name && own(nodes, h, "nsubj").is_none())
    {
        attach(tree, name, head, "nsubj");
    }
}

/// "The Turkish and the Greek side agreed" with the Turkish as the sentence: of two adjectives of names that a conjunction joins the first describes the noun of
/// the second.
pub(in crate::extract::syntax) fn two_adjectives(hints: &[TokenHint], tree: &mut Tree) {
    let named = |i: usize| hints.get(i).is_some_and(|h| h.unit.is_some() && !h.time);
    for conjunction in 1..tree.nodes.len() {
        let nodes = &tree.nodes;
        let first = conjunction - 1;
        let adjective = |i: usize| named(i) && nodes.get(i).is_some_and(|n| n.upos == Upos::Adj);
        if nodes[conjunction].upos != Upos::Cconj || !adjective(first) {
            continue;
        }
        let article = nodes.get(conjunction + 1);
        let second = conjunction + 1 + usize::from(article.is_some_and(|n| n.upos == Upos::Det));
        let describes = |n: &&usize| {
            let noun = **n;
            let part = matches!(nodes[second].relation(), "amod" | "compound" | "flat");
            part && noun > second && noun <= second + NEAR && nodes[noun].upos == Upos::Noun
        };
        let noun = nodes
            .get(second)
            .and_then(|n| n.head.as_ref())
            .filter(describes);
        let Some(&noun) = noun.filter(|_| named(second)) else {
            continue;
        };
        let above = nodes[first].head;
        let known = above == Some(noun) && nodes[first].relation() == "amod";
        if known || nodes[second].head == Some(first) {
            continue;
        }
        if tree.nodes[second].relation() == "compound" {
            tree.nodes[second].upos = Upos::Adj;
            tree.nodes[second].deprel = "amod".into();
        }
        hang_on_noun(tree, (first, conjunction), noun);
    }
}

/// Makes an adjective and the conjunction behind it parts of the noun's phrase. If the adjective was the sentence, the verb of the noun is.
fn hang_on_noun(tree: &mut Tree, (first, conjunction): (usize, usize), noun: usize) {
    let Some(mut verb) = tree.nodes[noun].head else {
        return;
    };
    if verb == first {
        // "grep tyska och franska soldater" with the Germans arrested.
        let Some(above) = tree.nodes[first].head else {
            return;
        };
        let part = matches!(
            tree.nodes[first].relation(),
            "nsubj" | "obj" | "iobj" | "obl"
        );
        let relation = if part {
            tree.nodes[first].deprel
        } else {
            "obj".into()
        };
        attach(tree, noun, above, relation);
        verb = above;
    }
    let beside = verb != first && tree.nodes[first].head == Some(verb);
    if beside && tree.nodes[noun].deprel == "conj" && tree.nodes[verb].upos == Upos::Verb {
        tree.nodes[noun].deprel = "obj".into();
    }
    if ups(&tree.nodes, verb).skip(1).any(|h| h == first) {
        return;
    }
    if tree.nodes[verb].head == Some(first) {
        let (above, relation) = (tree.nodes[first].head, tree.nodes[first].deprel);
        tree.nodes[verb].head = above;
        tree.nodes[verb].deprel = relation;
    }
    for k in 0..tree.nodes.len() {
        if tree.nodes[k].head == Some(first) && k != verb {
            tree.nodes[k].head = Some(if k < first { noun } else { verb });
        }
    }
    attach(tree, conjunction, noun, "cc");
    attach(tree, first, noun, "amod");
}
