//! Small clauses: what somebody is called, declared or kept ("declared X unfit", "hielt X gefangen", "höll X inlåst").
//!
//! In: a tree, its tokens in small letters. Out: the same tree, in which the name is the object of the verb and the word behind it is said of the name.
//! Invariants and limits as in [`super`]. Does not: touch a name that describes the noun behind it ("called EU talks").

use super::attach;
use crate::base::analysis::{Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// Mends the clause of a verb of the list with a subject before it, a name right behind it and one word behind the name.
pub(super) fn mend(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if nodes[verb].upos != Upos::Verb || !words.naming_forms.contains(&lower[verb]) {
        return;
    }
    let name = verb + 1;
    let subject = (0..verb).any(|k| nodes[k].head == Some(verb) && nodes[k].deprel == "nsubj");
    if !subject || nodes.get(name).is_none_or(|n| n.upos != Upos::Propn) {
        return;
    }
    let part = |k: &usize| nodes[*k].deprel == "flat" && nodes[*k].head == Some(name);
    let word = name + 1 + (name + 1..nodes.len()).take_while(part).count();
    if let Some(quoted) = quoted(tree, (verb, name, word), lower) {
        attach(tree, name, verb, "obj");
        attach(tree, quoted, verb, "xcomp");
        return;
    }
    let Some(said) = nodes.get(word).filter(|n| n.head == Some(verb)) else {
        return;
    };
    let one = matches!(said.upos, Upos::Noun | Upos::Adj | Upos::Verb)
        && matches!(said.relation(), "obj" | "xcomp" | "ccomp" | "advcl")
        && !words.is_plural_noun(&lower[word]);
    let ends = nodes.get(word + 1).is_none_or(|n| {
        matches!(
            n.upos,
            Upos::Punct | Upos::Adp | Upos::Cconj | Upos::Sconj | Upos::Part
        )
    });
    let beside = nodes[name].head == Some(verb) && matches!(nodes[name].relation(), "obj" | "iobj");
    let below = nodes[name].head == Some(word)
        && matches!(
            nodes[name].relation(),
            "compound" | "nsubj" | "nmod" | "amod"
        );
    if one && ends && (beside || below) {
        tree.nodes[word].upos = Upos::Adj;
        attach(tree, name, verb, "obj");
        attach(tree, word, verb, "xcomp");
    }
}

/// "called X \"a rogue state\"", "called X a \"rogue state\"": the noun of a phrase right behind the name with a quotation mark before it or in it.
fn quoted(
    tree: &Tree,
    (verb, name, start): (usize, usize, usize),
    lower: &[String],
) -> Option<usize> {
    let nodes = &tree.nodes;
    let mark = |k: usize| {
        matches!(
            lower[k].as_str(),
            "\"" | "“" | "”" | "„" | "«" | "»" | "'" | "‘"
        )
    };
    let inside = |k: &usize| {
        let word = matches!(
            nodes[*k].upos,
            Upos::Det | Upos::Adj | Upos::Noun | Upos::Adv
        );
        word || mark(*k)
    };
    let end = (start..nodes.len()).take_while(inside).last()?;
    let quotes = (start..=end).any(mark) && !mark(start.saturating_sub(1));
    let noun = (start..=end).rev().find(|&k| nodes[k].upos == Upos::Noun)?;
    let beside = nodes[noun].head == Some(name) && nodes[noun].relation() == "appos"
        || nodes[noun].head == Some(verb) && matches!(nodes[noun].relation(), "obj" | "xcomp");
    (quotes && beside).then_some(noun)
}
