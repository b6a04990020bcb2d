//! Phrases that the parser hung on the wrong word: pairs, marks of infinitives, whose plan it is.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, under};
use crate::base::analysis::{Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// "the truce between Peru and Chile began": the second name belongs to the first one, which the preposition of a pair opens, and that phrase is no object.
pub(super) fn paired(tree: &mut Tree, preposition: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if !words.pair_prepositions.contains(&lower[preposition]) {
        return;
    }
    let name = |i: usize| nodes.get(i).is_some_and(|n| n.upos == Upos::Propn);
    let first = nodes[preposition]
        .head
        .filter(|&f| f > preposition && name(f));
    let Some(first) = first else {
        return;
    };
    let inside = |i: usize| nodes[i].head == Some(first) && nodes[i].deprel == "flat";
    let last = (first + 1..nodes.len())
        .take_while(|&i| inside(i))
        .last()
        .unwrap_or(first);
    let joined = nodes.get(last + 1).is_some_and(|n| n.upos == Upos::Cconj);
    let article = nodes.get(last + 2).is_some_and(|n| n.upos == Upos::Det);
    let second = last + 2 + usize::from(article);
    let head = nodes[first].head;
    let loose = |i: usize| {
        let beside = nodes[i].head.is_some() && nodes[i].head == head;
        name(i)
            && beside
            && matches!(
                nodes[i].relation(),
                "conj" | "nsubj" | "obj" | "obl" | "nmod"
            )
    };
    let second = (joined && nodes.len() > second && loose(second)).then_some(second);
    if matches!(nodes[first].relation(), "obj" | "nsubj") {
        tree.nodes[first].deprel = "obl".into();
    }
    if let Some(second) = second {
        attach(tree, last + 1, second, "cc");
        attach(tree, second, first, "conj");
    }
}

/// "Iran threatens to stop …" with the mark of the infinitive on another word: it belongs to the infinitive behind it.
pub(super) fn infinitive_mark(tree: &mut Tree, mark: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let verb = mark + 1;
    let infinitive = nodes
        .get(verb)
        .is_some_and(|n| n.upos == Upos::Verb && n.tag.contains("-Inf"));
    let stray = nodes[mark].upos == Upos::Part
        && nodes[mark].head.is_some_and(|h| h < mark)
        && !words.negations.contains(&lower[mark]);
    let free = nodes.get(verb).is_some_and(|n| n.head != Some(mark))
        && !nodes.iter().any(|n| n.head == Some(mark));
    if stray && infinitive && free {
        attach(tree, mark, verb, "mark");
    }
}

/// "opposes attempts by France to sign …" with the signing as what the first verb is for: an infinitive right behind the doer of a noun is the noun's.
pub(super) fn attempted(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let loose =
        matches!(nodes[verb].deprel.as_str(), "advcl" | "xcomp") && nodes[verb].upos == Upos::Verb;
    let Some(above) = nodes[verb].head.filter(|&h| loose && h < verb) else {
        return;
    };
    let mark = (0..verb).find(|&k| nodes[k].head == Some(verb) && nodes[k].relation() == "mark");
    let Some(mark) = mark.filter(|&m| m > 1) else {
        return;
    };
    let mut doer = mark - 1;
    while let Some(head) = nodes[doer]
        .head
        .filter(|&h| h < doer && nodes[doer].deprel == "flat")
    {
        doer = head;
    }
    let by = |k: usize| nodes[k].head == Some(doer) && words.agents.contains(&lower[k]);
    let noun = nodes[doer].head.filter(|&n| {
        n < doer
            && nodes[n].upos == Upos::Noun
            && nodes[doer].relation() == "nmod"
            && (n..doer).any(by)
    });
    if let Some(noun) = noun.filter(|&n| under(tree, n, above)) {
        attach(tree, verb, noun, "acl");
    }
}
