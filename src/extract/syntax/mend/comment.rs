//! What is said of the clause before: ", a step Turkey criticized", ", ein Schritt, den Litauen verurteilte", ", was Litauen verurteilte".
//!
//! In: a tree, its tokens in small letters. Out: the same tree, in which the noun that names what the clause tells hangs on its verb as
//! [`COMMENT`], and what is said of it on the noun. Invariants and limits as in [`super`].

use super::{attach, is_nominal, under};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// Relation of a noun that takes up the clause it hangs on.
pub(crate) const COMMENT: &str = "appos:clause";

/// Most words between the article and the noun ("a rare public step").
const BETWEEN: usize = 2;

/// Mends the comment that the comma before `i` opens.
pub(super) fn mend(tree: &mut Tree, i: usize, lower: &[String], words: &SyntaxWords) {
    if i < 2 || lower[i - 1] != "," {
        return;
    }
    if words.comment_pronouns.contains(&lower[i]) {
        pronoun(tree, i);
        named_subject(tree, (i, i), false, words);
        return;
    }
    if words.comment_indefinites.contains(&lower[i]) {
        let relative = lower
            .get(i + 1)
            .is_some_and(|w| words.relatives.contains(w));
        named_subject(tree, (i, i + usize::from(relative)), true, words);
        return;
    }
    if !words.indefinite_articles.contains(&lower[i]) {
        return;
    }
    let end = lower.len().min(i + 2 + BETWEEN);
    let Some(noun) = (i + 1..end).find(|&k| words.comment_nouns.contains(&lower[k])) else {
        return;
    };
    let Some(outer) = verb_before(tree, i) else {
        return;
    };
    let inner = inner_verb(tree, noun, lower, words);
    if let Some(inner) = inner.filter(|&v| v != outer) {
        part(tree, outer, inner);
        attach(tree, inner, noun, "acl:relcl");
        attach(tree, noun, outer, COMMENT);
    } else if under(tree, noun, outer) {
        attach(tree, noun, outer, COMMENT);
    }
    for k in i..noun {
        attach(tree, k, noun, if k == i { "det" } else { "amod" });
    }
}

/// The verb of the clause before: the highest one to the left that has a subject.
fn verb_before(tree: &Tree, i: usize) -> Option<usize> {
    let nodes = &tree.nodes;
    let subject = |v: usize| {
        let of = |n: &Node| n.head == Some(v) && n.relation() == "nsubj";
        nodes.iter().any(of)
    };
    let verbs = (0..i).filter(|&k| nodes[k].upos == Upos::Verb);
    let mut verbs = verbs.filter(|&v| subject(v) && nodes[v].relation() != "acl");
    verbs.next()
}

/// The verb of what is said of the noun: behind a name that is its subject, or behind a relative pronoun and a name, whose parts are set right.
fn inner_verb(
    tree: &mut Tree,
    noun: usize,
    lower: &[String],
    words: &SyntaxWords,
) -> Option<usize> {
    let nodes = &tree.nodes;
    let comma = usize::from(lower.get(noun + 1).is_some_and(|w| w == ","));
    let relative = noun + 1 + comma;
    let relative = lower
        .get(relative)
        .filter(|w| words.relatives.contains(w))
        .map(|_| relative);
    let name = relative.unwrap_or(noun) + 1;
    if !nodes.get(name).is_some_and(is_nominal) {
        return None;
    }
    let verb = (name + 1..nodes.len()).find(|&k| nodes[k].upos == Upos::Verb)?;
    let mut own = name + 1..verb;
    let inside = |k: usize| {
        let node = &nodes[k];
        under(tree, k, name)
            || matches!(node.upos, Upos::Aux | Upos::Adv) && node.head == Some(verb)
    };
    // Where the verb comes last its phrases stand before it.
    if !own.all(|k| inside(k) || words.verb_final && under(tree, k, verb)) {
        return None;
    }
    attach(tree, name, verb, "nsubj");
    if let Some(relative) = relative {
        tree.nodes[relative].upos = Upos::Pron;
        attach(tree, relative, verb, "obj");
    }
    Some(verb)
}

/// Makes the clause before the one that governs, where the comment was taken for it.
fn part(tree: &mut Tree, outer: usize, inner: usize) {
    if !under(tree, outer, inner) {
        return;
    }
    let (above, relation) = (tree.nodes[inner].head, tree.nodes[inner].deprel);
    tree.nodes[outer].head = above;
    tree.nodes[outer].deprel = relation;
}

/// ", was X verurteilte": the pronoun is the object and the name behind it the subject of the verb that follows.
fn pronoun(tree: &mut Tree, i: usize) {
    let nodes = &tree.nodes;
    let name = i + 1;
    let bare = nodes.get(name).is_some_and(|n| n.upos == Upos::Propn);
    let Some(verb) = nodes
        .get(name)
        .and_then(|n| n.head)
        .filter(|&v| bare && v > name)
    else {
        return;
    };
    let nothing_else = |k: usize| k == i || nodes[k].head != Some(verb) || k > name;
    let subject =
        (0..nodes.len()).any(|k| nodes[k].head == Some(verb) && nodes[k].deprel == "nsubj");
    if nodes[verb].upos != Upos::Verb || subject || !(i..name).all(nothing_else) {
        return;
    }
    tree.nodes[i].upos = Upos::Pron;
    attach(tree, i, verb, "obj");
    attach(tree, name, verb, "nsubj");
}

/// ", vilket partiet X fördömde", ", något som X fördömde": the word behind the comma takes up the clause before, the noun and name behind it act upon that.
/// `last` is the relative pronoun behind the word, or the word itself; `noun`: the word is an indefinite one and no relative.
fn named_subject(tree: &mut Tree, (i, last): (usize, usize), noun: bool, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if words.weak_past_endings.is_empty() {
        return;
    }
    let propn = |k: usize| nodes.get(k).is_some_and(|n| n.upos == Upos::Propn);
    let class = last + 1;
    let classed = nodes.get(class).is_some_and(|n| n.upos == Upos::Noun) && propn(class + 1);
    let name = class + usize::from(classed);
    if !propn(name) {
        return;
    }
    let end = name + (name..nodes.len()).take_while(|&k| propn(k)).count();
    let verb = (end..nodes.len()).find(|&k| !matches!(nodes[k].upos, Upos::Adv | Upos::Aux));
    let verb = verb.filter(|&v| nodes[v].upos == Upos::Verb);
    let (Some(verb), Some(outer)) = (verb, verb_before(tree, i)) else {
        return;
    };
    if outer == verb {
        return;
    }
    part(tree, outer, verb);
    let node = &tree.nodes[verb];
    let told = node.deprel == "acl:relcl" && node.head.is_some_and(|h| h < i);
    if noun {
        attach(tree, verb, i, "acl:relcl");
        attach(tree, i, outer, COMMENT);
    } else if !told {
        attach(tree, verb, outer, "acl:relcl");
    }
    for k in name + 1..end {
        attach(tree, k, name, "flat");
    }
    attach(tree, name, verb, "nsubj");
    if classed {
        attach(tree, class, name, "flat");
    }
    if last > i || !noun {
        tree.nodes[last].upos = Upos::Pron;
        attach(tree, last, verb, "obj");
    }
}
