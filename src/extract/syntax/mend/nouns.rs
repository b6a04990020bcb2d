//! Phrases of a noun that the parser hung on the verb.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, own, under};
use crate::base::analysis::{Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// "Frankreichs Kritik an der Türkei überraschte die Fachleute" with Turkey at the surprise: where the verb comes second one phrase alone stands before it,
/// so what stands right behind a noun there belongs to that noun.
pub(super) fn before_second(tree: &mut Tree, phrase: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(verb) = nodes[phrase]
        .head
        .filter(|&v| v > phrase && nodes[v].head.is_none())
    else {
        return;
    };
    let finite = (0..verb)
        .find(|&k| nodes[k].upos == Upos::Aux && nodes[k].head == Some(verb))
        .unwrap_or(verb);
    let Some(case) = own(nodes, phrase, "case").filter(|&c| c > 0 && c < phrase) else {
        return;
    };
    let second = words.verb_final && !words.second_endings.is_empty() && phrase < finite;
    let end = (phrase + 1..finite).all(|k| under(tree, k, phrase));
    let before = case - 1;
    let mut noun = before;
    while nodes[noun].head.is_some_and(|h| h != verb)
        && nodes[noun].head.is_some_and(|h| h <= before)
    {
        noun = nodes[noun].head.unwrap_or(noun);
    }
    let own_part = nodes[noun].head == Some(verb) && nodes[noun].upos == Upos::Noun;
    let alone = (0..case).all(|k| under(tree, k, noun));
    if second && end && own_part && alone {
        attach(tree, phrase, noun, "nmod");
    }
}

/// "efter Japans kritik mot X" with Japan as the phrase: a genitive in front of a noun is its owner, and the preposition opens the noun.
pub(super) fn owner_in_phrase(
    tree: &mut Tree,
    owner: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let last = (owner + 1..nodes.len())
        .take_while(|&k| nodes[k].head == Some(owner) && nodes[k].deprel == "flat")
        .last()
        .unwrap_or(owner);
    let ends = |e: &String| lower[last].ends_with(e.as_str());
    let genitive = nodes[owner].upos == Upos::Propn && words.genitive_endings.iter().any(ends);
    let head = nodes[owner].head.filter(|_| genitive);
    let (Some(verb), Some(case)) = (head, own(nodes, owner, "case")) else {
        return;
    };
    let noun = (owner + 1..nodes.len().min(owner + 4))
        .find(|&k| nodes[k].upos == Upos::Noun && nodes[k].head == Some(verb));
    let Some(noun) = noun.filter(|&n| case < owner && own(nodes, n, "case").is_none()) else {
        return;
    };
    let between = (last + 1..noun).all(|k| under(tree, k, noun) || under(tree, k, owner));
    let argument = ["obj", "obl", "nsubj"]
        .iter()
        .any(|r| nodes[noun].relation() == *r);
    if between && argument {
        attach(tree, noun, verb, "obl");
        attach(tree, owner, noun, "nmod:poss");
        attach(tree, case, noun, "case");
    }
}

/// "underlined the importance of reaching a deal" with the deal at the verb: what stands behind a noun and the word that opens its content belongs to it.
pub(super) fn content_of(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let mark = verb.checked_sub(1).filter(|&m| {
        let opens = nodes[m].head == Some(verb) && nodes[m].relation() == "mark";
        opens && words.noun_marks.contains(&lower[m])
    });
    let Some(noun) = mark.and_then(|m| m.checked_sub(1)) else {
        return;
    };
    let loose = nodes[verb].relation() == "advcl" && nodes[verb].head == nodes[noun].head;
    if loose && nodes[noun].upos == Upos::Noun && nodes[verb].head.is_some() {
        attach(tree, verb, noun, "acl");
    }
}
