//! Which of two phrases acts, where the case of their articles tells.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`]. Does not: anything in a language without such articles.

use super::{attach, is_nominal, own};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// "Den Iran hat auch der Sudan kritisiert", "die Schweiz, die der Iran lobt" with the first one acting: an accusative or a relative pronoun does not where
/// a nominative stands beside it.
pub(super) fn object_first(
    tree: &mut Tree,
    verb: usize,
    (tokens, lower): (&[&str], &[String]),
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    if words.accusative_articles.is_empty() || nodes[verb].upos != Upos::Verb {
        return;
    }
    let part = |relation: &str| own(nodes, verb, relation);
    let (Some(subject), Some(object)) = (part("nsubj"), part("obj")) else {
        return;
    };
    let accusative =
        article(nodes, subject).is_some_and(|a| words.accusative_articles.contains(&lower[a]));
    let relative = nodes[subject].upos == Upos::Pron
        && words.relatives.contains(&lower[subject])
        && nodes[verb].relation() == "acl"
        && !words.oblique_articles.contains(&lower[subject]);
    let passive = nodes
        .iter()
        .any(|n| n.head == Some(verb) && n.deprel == "aux:pass");
    if subject < object
        && !passive
        && (accusative || relative)
        && is_nominative(nodes, object, (tokens, lower), words)
    {
        tree.nodes[subject].deprel = "obj".into();
        tree.nodes[object].deprel = "nsubj".into();
    }
}

/// "X, die den Präsidenten Y kritisiert hat" with the pronoun as a part of the name: it acts, and the accusative is what it acts upon.
pub(super) fn relative_in_name(
    tree: &mut Tree,
    pronoun: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let opens =
        pronoun > 0 && lower[pronoun - 1] == "," && words.relatives.contains(&lower[pronoun]);
    let inside = ["flat", "det", "compound"]
        .iter()
        .any(|r| nodes[pronoun].deprel == *r);
    let Some(name) = nodes[pronoun]
        .head
        .filter(|&n| opens && inside && n > pronoun + 1)
    else {
        return;
    };
    let clause = nodes[name]
        .head
        .filter(|&v| v > name && nodes[v].relation() == "acl" && nodes[v].upos == Upos::Verb);
    let accusative = words.accusative_articles.contains(&lower[pronoun + 1]);
    let open = |v: usize| own(nodes, v, "nsubj").is_none_or(|s| s == name);
    if let Some(verb) = clause.filter(|&v| accusative && open(v)) {
        tree.nodes[pronoun].upos = Upos::Pron;
        attach(tree, pronoun, verb, "nsubj");
        attach(tree, name, verb, "obj");
    }
}

fn article(nodes: &[Node], noun: usize) -> Option<usize> {
    own(nodes, noun, "det")
}

/// Is it a noun with the article of the nominative, in a language where that of a feminine one may be oblique as well?
fn is_nominative(
    nodes: &[Node],
    noun: usize,
    (tokens, lower): (&[&str], &[String]),
    words: &SyntaxWords,
) -> bool {
    let masculine = |a: usize| {
        let form = &lower[a];
        words.feminine_oblique_articles.contains(form) && !words.is_feminine(tokens[noun])
    };
    let single = !words.is_plural_noun(tokens[noun]);
    is_nominal(&nodes[noun]) && single && article(nodes, noun).is_some_and(masculine)
}
