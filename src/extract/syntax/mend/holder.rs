//! Who holds an office told by what it is the office of: "Der Gouverneur der Region X, NAME, warnte Y" with X and the name beside each other.
//!
//! In: a tree, what is known of its names, its tokens in small letters. Out: the same tree, in which the name between commas is said of the office, and the
//! nouns between the two are the office's. Invariants and limits as in [`super`].

use super::{attach, is_nominal, make_predicate, own, ups};
use crate::base::analysis::{Tree, Upos};
use crate::extract::syntax::TokenHint;
use crate::extract::syntax::words::SyntaxWords;

/// Longest phrase from an office to the comma before its holder, in tokens.
const LONGEST: usize = 10;

/// The parts of such a sentence, as tokens.
struct Parts {
    office: usize,
    comma: usize,
    verb: usize,
}

/// Mends every office whose holder stands between commas.
pub(in crate::extract::syntax) fn mend(
    hints: &[TokenHint],
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    whole_phrase(tree, lower);
    for comma in 3..tree.nodes.len().min(lower.len()) {
        if let Some(end) = name_behind(hints, comma, lower)
            && let Some(parts) = parts(tree, (comma, end), lower, words)
        {
            join(tree, &parts);
        }
    }
}

/// "The governor of X, Y, accused Z" read as what is said of Y, "Guvernören i X, Y, anklagade Z" as said in X: where office and name stand in front as one
/// phrase between commas, the finite verb behind the second comma is the predicate, and the name acts.
fn whole_phrase(tree: &mut Tree, lower: &[String]) {
    let nodes = &tree.nodes;
    let Some((name, end)) = (3..nodes.len().min(LONGEST)).find_map(|k| {
        let end = fronted(tree, k, lower)?;
        Some((k, end))
    }) else {
        return;
    };
    let finite = |k: usize| nodes[k].tag.contains("-Fin") || nodes[k].upos == Upos::Aux;
    let next = (end + 1..nodes.len()).find(|&k| nodes[k].upos != Upos::Adv);
    let verb = next
        .filter(|&k| finite(k))
        .and_then(|k| match nodes[k].upos {
            Upos::Aux => nodes[k].head.filter(|&v| v > k),
            _ => Some(k),
        });
    let Some(verb) = verb.filter(|&v| nodes[v].upos == Upos::Verb) else {
        return;
    };
    let beside = matches!(
        nodes[verb].relation(),
        "parataxis" | "acl" | "appos" | "ccomp" | "conj" | "dep" | "advcl"
    );
    let subject = own(nodes, verb, "nsubj");
    if nodes[verb].head == Some(name) && nodes[name].head.is_none() {
        if beside && subject.is_none_or(|s| s > verb) {
            make_predicate(tree, verb, name);
        }
    } else if nodes[name].head == Some(verb) && nodes[name].relation() == "obl" {
        let inner = own(nodes, name, "case").filter(|&c| c > 0 && c + 1 < name);
        if let Some(case) = inner {
            attach(tree, case, case + 1, "case");
        }
        if let Some(object) = subject.filter(|&s| s > verb) {
            tree.nodes[object].deprel = "obj".into();
        }
        attach(tree, name, verb, "nsubj");
    }
}

/// Is it the head of an office and a name between commas that open the sentence as one phrase? Then one past the name.
fn fronted(tree: &Tree, name: usize, lower: &[String]) -> Option<usize> {
    let nodes = &tree.nodes;
    let comma = |k: usize| lower.get(k).is_some_and(|w| w == ",");
    let part = |k: usize| nodes[k].head == Some(name);
    let flat = |k: &usize| part(*k) && nodes[*k].deprel == "flat";
    let end = name + 1 + (name + 1..nodes.len()).take_while(flat).count();
    let office = (0..name).any(|k| flat(&k) && nodes[k].upos == Upos::Noun);
    let whole = nodes[name].upos == Upos::Propn && comma(name - 1) && (0..name).all(part);
    (office && whole && comma(end)).then_some(end)
}

/// One past the name of several words that stands between this comma and the next.
fn name_behind(hints: &[TokenHint], comma: usize, lower: &[String]) -> Option<usize> {
    let is_comma = |k: usize| lower.get(k).is_some_and(|w| w == ",");
    let hint = |k: usize| hints.get(k).copied().unwrap_or_default();
    let start = comma + 1;
    let unit = hint(start).unit.filter(|_| is_comma(comma))?;
    let named = |k: &usize| hint(*k).unit == Some(unit) && !hint(*k).time;
    let end = start + (start..hints.len()).take_while(named).count();
    let person = hint(start).proper_noun && !hint(start).plural;
    (person && end > start + 1 && is_comma(end)).then_some(end)
}

/// Looks for the office before the comma and its verb.
fn parts(
    tree: &Tree,
    (comma, end): (usize, usize),
    lower: &[String],
    words: &SyntaxWords,
) -> Option<Parts> {
    let nodes = &tree.nodes;
    let inside = |k: &usize| {
        let node = &nodes[*k];
        let plain = is_nominal(node) && node.upos != Upos::Pron;
        plain || matches!(node.upos, Upos::Adj | Upos::Det | Upos::Adp | Upos::Num)
    };
    let opens = |k: usize| {
        let article = nodes[k].upos == Upos::Det;
        let genitive = words.genitive_articles.contains(&lower[k])
            || words.feminine_oblique_articles.contains(&lower[k]);
        nodes[k].upos == Upos::Adp || words.verb_final && article && genitive
    };
    let first = (comma.saturating_sub(LONGEST)..comma)
        .rev()
        .take_while(inside)
        .last()?;
    let office = (first..comma - 2).find(|&k| {
        let noun = nodes[k].upos == Upos::Noun && nodes[k].relation() == "nsubj";
        noun && opens(k + 1)
    })?;
    // "Der Chef der Miliz X, Y, warnte Z" with the chief as what X is.
    let subject = nodes[office].head.filter(|&h| {
        let between = h > office && h < comma && is_nominal(&nodes[h]);
        between && nodes[h].relation() == "nsubj"
    });
    // One phrase, in which what follows belongs to the noun before it.
    let bound = |k: usize| !opens(k) || nodes[k - 1].upos != Upos::Adj;
    if !(office + 1..comma).all(bound) || !is_nominal(&nodes[comma - 1]) {
        return None;
    }
    let verb = nodes[subject.unwrap_or(office)].head?;
    let finite = |k: usize| {
        let helper = nodes[k].upos == Upos::Aux && nodes[k].head == Some(verb);
        helper || k == verb
    };
    let adverb = |k: &usize| nodes[*k].upos == Upos::Adv;
    let next = (end + 1..nodes.len()).find(|k| !adverb(k))?;
    let before = verb > comma && finite(next);
    let behind = verb < office && verb + 4 > office && {
        let phrase = matches!(
            nodes[next].upos,
            Upos::Det | Upos::Adj | Upos::Adp | Upos::Num
        ) || is_nominal(&nodes[next]);
        phrase && own(nodes, next, "cc").is_none()
    };
    let verbal = matches!(nodes[verb].upos, Upos::Verb | Upos::Aux | Upos::Adj);
    (verbal && (before || behind)).then_some(Parts {
        office,
        comma,
        verb,
    })
}

/// Hangs the name on the office and the nouns between them on the first of them.
fn join(tree: &mut Tree, parts: &Parts) {
    let Parts {
        office,
        comma,
        verb,
    } = *parts;
    let name = comma + 1;
    let held = nodes_between(tree, parts);
    let Some(&class) = held.first() else {
        return;
    };
    if tree.nodes[office].head != Some(verb) {
        attach(tree, office, verb, "nsubj");
    }
    // "Der Chef der Miliz, Anna Berg, …" told rightly: nothing to do.
    let told = tree.nodes[name].head == Some(office);
    if !told {
        if ups(&tree.nodes, verb).any(|h| h == name) {
            return;
        }
        attach(tree, name, office, "appos");
    }
    let stray = |tree: &Tree, k: usize| {
        let above = tree.nodes[k].head;
        above.is_none_or(|h| h <= office || h >= comma) || tree.nodes[k].deprel == "conj"
    };
    if tree.nodes[class].head != Some(office) {
        attach(tree, class, office, "nmod");
    }
    for &k in &held[1..] {
        if stray(tree, k) {
            let relation = if own(&tree.nodes, k, "case").is_some() {
                "nmod"
            } else {
                "appos"
            };
            attach(tree, k, class, relation);
        }
    }
    // What was joined to one of them and stands behind the name belongs to the verb.
    for k in name + 1..tree.nodes.len() {
        let given = tree.nodes[k]
            .head
            .is_some_and(|h| held.contains(&h) || h == name);
        if given && tree.nodes[k].deprel == "conj" && own(&tree.nodes, k, "cc").is_none() {
            attach(tree, k, verb, "obj");
        }
    }
}

/// The nouns and names between the office and the comma.
fn nodes_between(tree: &Tree, parts: &Parts) -> Vec<usize> {
    let between = parts.office + 1..parts.comma;
    let noun = |k: &usize| {
        let node = &tree.nodes[*k];
        is_nominal(node) && node.deprel != "flat"
    };
    between.filter(noun).collect()
}
