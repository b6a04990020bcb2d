//! "…, so Ruto am Freitag", "Der Iran, so ein Sprecher, …": a source behind the word that quotes.
//!
//! In: a tree, its tokens in small letters. Out: the same tree, in which the word opens a phrase with the source, as a preposition would. Invariants and
//! limits as in [`super`]. Does not: touch "so" before a verb, an adjective or a word of number ("…, so viele Menschen", "…, so wird X").

use super::{attach, is_nominal, own};
use crate::base::analysis::{Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// Mends the source that the word at `i` opens.
pub(super) fn mend(tree: &mut Tree, i: usize, lower: &[String], words: &SyntaxWords) {
    if i < 2 || lower[i - 1] != "," || !words.quotatives.contains(&lower[i]) {
        return;
    }
    let closes = |k: &usize| tree.nodes[*k].upos == Upos::Punct;
    let end = (i + 1..tree.nodes.len())
        .find(closes)
        .unwrap_or(tree.nodes.len());
    let inside = i + 1..end;
    let nodes = &tree.nodes;
    // Relative pronouns have the forms of articles where a word quotes like this.
    let article = |w: &String| words.indefinite_articles.contains(w) || words.relatives.contains(w);
    let opens = nodes.get(i + 1).is_some_and(is_nominal) || lower.get(i + 1).is_some_and(article);
    let verbal = |k: usize| matches!(nodes[k].upos, Upos::Verb | Upos::Aux);
    if !opens || inside.is_empty() || inside.clone().any(verbal) {
        return;
    }
    let outside = |h: Option<usize>| h.is_none_or(|h| !inside.contains(&h));
    let Some(main) = nodes.iter().position(|n| n.head.is_none()) else {
        return;
    };
    let mut nouns = inside.clone().filter(|&k| is_nominal(&nodes[k]));
    let first = nouns.find(|&k| outside(nodes[k].head));
    let Some(source) = first.filter(|_| !inside.contains(&main) && main != i) else {
        return;
    };
    let strays = inside.clone().filter(|&k| k != source);
    let strays: Vec<usize> = strays.filter(|&k| outside(nodes[k].head)).collect();
    for k in strays {
        tree.nodes[k].head = Some(source);
    }
    // "Der Iran, so X am Sonntag, habe Y angegriffen": what stands before the commas goes on behind them.
    let before = |k: &usize| tree.nodes[*k].head.is_some_and(|h| (i..end).contains(&h));
    if let Some(subject) = (0..i).find(before) {
        let behind = (end..main).find(|&k| {
            let node = &tree.nodes[k];
            node.head == Some(main) && node.relation() == "nsubj"
        });
        if let Some(object) = behind {
            tree.nodes[object].deprel = "obj".into();
        }
        attach(tree, subject, main, "nsubj");
    }
    attach(tree, source, main, "obl");
    attach(tree, i, source, "case");
    tree.nodes[i].upos = Upos::Adp;
}

/// "…, sade X och kritiserade Y" with X as what is said: the name right behind a verb of saying that a quotation or clause precedes speaks.
pub(super) fn speaker_behind(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let name = verb + 1;
    let says = verb > 1 && words.saying_forms.contains(&lower[verb]) && lower[verb - 1] == ",";
    let named = nodes.get(name).is_some_and(|n| {
        n.upos == Upos::Propn && n.head == Some(verb) && matches!(n.relation(), "obj" | "iobj")
    });
    let open = own(nodes, verb, "nsubj").is_none();
    if says && named && open && !words.second_endings.is_empty() {
        attach(tree, name, verb, "nsubj");
    }
}
