//! What stands between the parts of one clause: a relative clause behind the subject of a second clause, two adverbs behind a helper, a comparison in front of
//! the verb.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, is_nominal, name_head, own, under};
use crate::base::analysis::{Tree, Upos};
use crate::extract::syntax::words::SyntaxWords;

/// "X slept, but Y, which has little to lose, criticised Z" with the loss as the second clause, or with Z criticising: behind a comma and a conjunction a name
/// with a relative clause between commas is the subject of the verb right behind the second comma.
pub(super) fn relative(tree: &mut Tree, pronoun: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let comma = |k: usize| lower.get(k).is_some_and(|w| w == ",");
    let opens = pronoun > 3 && comma(pronoun - 1) && words.relatives.contains(&lower[pronoun]);
    if !opens || nodes[pronoun].upos != Upos::Pron {
        return;
    }
    let name = name_head(nodes, pronoun - 2);
    let link = name.checked_sub(1).filter(|&k| k > 0 && comma(k - 1));
    let Some(link) = link.filter(|&k| nodes[k].upos == Upos::Cconj && is_nominal(&nodes[name]))
    else {
        return;
    };
    let Some(close) = (pronoun + 1..nodes.len()).find(|&k| comma(k)) else {
        return;
    };
    let finite = |k: usize| nodes[k].upos == Upos::Verb && nodes[k].tag.contains("-Fin");
    let verb = Some(close + 1).filter(|&v| v < nodes.len() && finite(v));
    let before = (0..link).rev().find(|&k| finite(k));
    let inner = (pronoun + 1..close).find(|&k| {
        let verbal = matches!(nodes[k].upos, Upos::Verb | Upos::Aux);
        verbal && !nodes[k].head.is_some_and(|h| pronoun < h && h < close)
    });
    let (Some(verb), Some(before), Some(inner)) = (verb, before, inner) else {
        return;
    };
    if nodes[name].head == Some(verb) && nodes[name].relation() == "nsubj" {
        return;
    }
    let top = [verb, inner].into_iter().find(|&k| nodes[k].head.is_none());
    if top.is_some() {
        tree.nodes[before].head = None;
        tree.nodes[before].deprel = "root".into();
    } else if under(tree, before, verb) || under(tree, before, inner) {
        return;
    }
    let doubled = (verb + 1..tree.nodes.len())
        .find(|&k| tree.nodes[k].head == Some(verb) && tree.nodes[k].relation() == "nsubj");
    if let Some(object) = doubled {
        tree.nodes[object].deprel = "obj".into();
    }
    attach(tree, verb, before, "conj");
    attach(tree, name, verb, "nsubj");
    attach(tree, link, verb, "cc");
    attach(tree, inner, name, "acl:relcl");
    attach(tree, pronoun, inner, "nsubj");
}

/// "has openly and repeatedly criticised X" with the openness as the sentence: of a helper and two joined words the participle or infinitive behind them is
/// the verb.
pub(super) fn two_adverbs(tree: &mut Tree, link: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let word = link.wrapping_sub(1);
    let alone = nodes[link].upos == Upos::Cconj && link > 1;
    let manner = |k: usize| matches!(nodes[k].upos, Upos::Adv | Upos::Adj | Upos::Verb);
    let tagged = |k: usize| {
        words
            .participle_tags
            .iter()
            .any(|t| nodes[k].tag.starts_with(t))
    };
    if !alone || !manner(word) || tagged(word) {
        return;
    }
    let verb = (link + 1..nodes.len().min(link + 4)).find(|&k| nodes[k].upos == Upos::Verb);
    let Some(verb) = verb.filter(|&v| v > link + 1 && own(nodes, v, "nsubj").is_none_or(|s| s > v))
    else {
        return;
    };
    let helps = |k: usize| nodes[k].upos == Upos::Aux;
    let above = nodes[word].head.filter(|&h| h < word && helps(h));
    let below = own(nodes, word, "aux").filter(|&a| a < word);
    let linked = nodes[verb].head == Some(word) || nodes[word].head == Some(verb);
    let Some(helper) = above.or(below).filter(|_| linked) else {
        return;
    };
    let outer = if above.is_some() { helper } else { word };
    let (head, relation) = match nodes[outer].head.filter(|&h| h == verb) {
        Some(_) => (nodes[verb].head, nodes[verb].deprel),
        None => (nodes[outer].head, nodes[outer].deprel),
    };
    let subject = own(nodes, outer, "nsubj").is_some_and(|s| s < helper);
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        let beside = k < helper || k > helper && k < word || k > verb;
        if node.head == Some(outer) && beside && k != verb {
            node.head = Some(verb);
        }
    }
    let behind = (verb + 1..tree.nodes.len())
        .find(|&k| tree.nodes[k].head == Some(verb) && tree.nodes[k].relation() == "nsubj");
    if let Some(object) = behind.filter(|_| subject) {
        tree.nodes[object].deprel = "obj".into();
    }
    tree.nodes[verb].head = head;
    tree.nodes[verb].deprel = relation;
    tree.nodes[word].upos = Upos::Adv;
    attach(tree, word, verb, "advmod");
    attach(tree, link, word, "cc");
    attach(tree, helper, verb, "aux");
    for k in link + 1..verb {
        if tree.nodes[k].head == Some(helper) || tree.nodes[k].head == Some(word) {
            attach(tree, k, verb, "advmod");
        }
    }
}

/// "Liksom X kritiserade Y Z", "Wie X lobte auch Y Z" with X acting: where the verb comes second, what a word of comparison opens in front of it does not act,
/// and of the names behind the verb the first does.
pub(super) fn compared(tree: &mut Tree, name: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let likens = name > 0 && name < 4 && words.comparing_words.contains(&lower[name - 1]);
    let subject = nodes[name].relation() == "nsubj" && is_nominal(&nodes[name]);
    let Some(verb) = nodes[name].head.filter(|&v| likens && subject && v > name) else {
        return;
    };
    // "Wie X hat auch Y Z gelobt": the helper is what comes second.
    let helper =
        (name + 1..verb).find(|&k| nodes[k].head == Some(verb) && nodes[k].upos == Upos::Aux);
    let finite = helper.unwrap_or(verb);
    let inside = (name + 1..finite).all(|k| under(tree, k, name));
    let fronted = (0..name - 1).all(|k| nodes[k].upos == Upos::Adv);
    let second = nodes[verb].upos == Upos::Verb && nodes[verb].head.is_none();
    if !inside || !fronted || !second {
        return;
    }
    let adverb = |k: &usize| nodes[*k].upos == Upos::Adv;
    let start = finite + 1 + (finite + 1..nodes.len()).take_while(adverb).count();
    let acts = (start..nodes.len().min(start + 4)).find(|&k| {
        let role = matches!(nodes[k].relation(), "obj" | "nsubj" | "iobj");
        let leads = (start..k).all(|d| under(tree, d, k));
        nodes[k].head == Some(verb) && role && leads && is_nominal(&nodes[k])
    });
    if let Some(acts) = acts {
        attach(tree, name, verb, "obl");
        attach(tree, name - 1, name, "case");
        attach(tree, acts, verb, "nsubj");
    }
}
