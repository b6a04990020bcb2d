//! Verb second: in Swedish and German main clauses the finite verb follows the first phrase.
//!
//! In: pieces, hints, and after parsing the tree. Out: the piece that must be the verb, and the first phrase as its subject, where the first phrase is known beforehand (a name, a group, a time) and the word
//! behind it looks like a finite full verb. The treebanks know few verbs of news, and an unknown one behind a name is taken for an adjective
//! ("Frankreich verkaufte Kampfjets"). Does not: guess where the first phrase is unknown or goes on.

use super::TokenHint;
use super::unit::Piece;
use super::words::SyntaxWords;
use crate::base::analysis::{Tree, Upos};

/// Pieces of the first phrase of a sentence, from the first known one to the one behind the phrase.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    first: usize,
    end: usize,
}

/// Finds the known phrase that opens the sentence, an article before it allowed; `None` where there is none or the language is not verb-second.
pub(super) fn first_phrase(
    pieces: &[Piece<'_>],
    hints: &[TokenHint],
    words: &SyntaxWords,
) -> Option<Phrase> {
    if words.second_endings.is_empty() {
        return None;
    }
    let known = |i: usize| {
        pieces.get(i).is_some_and(|p| {
            let hint = hints.get(p.token).copied().unwrap_or_default();
            p.forced == Some(Upos::Adv) || hint.unit.is_some() || hint.noun
        })
    };
    let function = |i: usize| is_function(pieces, i, words);
    let first = usize::from(function(0) && !known(0));
    let mut end = first;
    while known(end) {
        end += 1;
        // "Oppositionen i Togo", "die Regierung in Bagdad": a phrase inside the first one.
        if function(end) && !known(end) && known(end + 1) {
            end += 1;
        }
    }
    (end > first).then_some(Phrase { first, end })
}

fn is_function(pieces: &[Piece<'_>], i: usize, words: &SyntaxWords) -> bool {
    let text = pieces.get(i).map_or("", |p| p.text.as_ref());
    words.function_words.contains(&text.to_lowercase())
}

/// Finds the verb that stands second; `None` where the sentence does not open with known phrases or the next word does not look like a verb.
pub(super) fn verb(
    pieces: &[Piece<'_>],
    hints: &[TokenHint],
    words: &SyntaxWords,
) -> Option<usize> {
    let at = first_phrase(pieces, hints, words)?.end;
    let word = pieces.get(at)?.text.as_ref();
    let small = word.chars().next().is_some_and(char::is_lowercase);
    let ending = |e: &String| word.len() > e.len() + 2 && word.ends_with(e.as_str());
    let verbal = words.finite_verbs.contains(word) || words.second_endings.iter().any(ending);
    (small && verbal && !is_function(pieces, at, words)).then_some(at)
}

/// Makes the first phrase the subject of the verb behind it, and a second subject its object: free word order is rare in news where nothing marks it.
pub(super) fn subject(
    tree: &mut Tree,
    pieces: &[Piece<'_>],
    phrase: Phrase,
    tokens: &[&str],
    words: &SyntaxWords,
) {
    let token = |i: usize| pieces.get(i).map(|p| p.token);
    let (Some(start), Some(finite)) = (token(phrase.first), token(phrase.end)) else {
        return;
    };
    if pieces
        .get(phrase.first)
        .is_some_and(|p| p.forced == Some(Upos::Adv))
    {
        inverted(tree, pieces, phrase, words);
        return;
    }
    let opener = tokens.first().map(|t| t.to_lowercase()).unwrap_or_default();
    let marked = words.oblique_articles.contains(&opener)
        || phrase.first > 0 && words.time_openers.contains(&opener);
    let Some(verb) = main_verb(tree, finite).filter(|_| !marked) else {
        return;
    };
    // The head of the phrase: inside it, with its own head outside.
    let inside = |i: usize| i < finite;
    let Some(head) = (start..finite).find(|&i| {
        let node = &tree.nodes[i];
        node.head.is_none_or(|h| !inside(h)) && matches!(node.upos, Upos::Propn | Upos::Noun)
    }) else {
        return;
    };
    let cased = tree
        .nodes
        .iter()
        .take(finite)
        .any(|n| n.head == Some(head) && n.deprel == "case");
    if tree.nodes[head].head != Some(verb) {
        return;
    }
    if cased {
        inverted(tree, pieces, phrase, words);
        return;
    }
    if !tree.nodes[head].deprel.starts_with(SUBJECT) {
        SUBJECT.clone_into(&mut tree.nodes[head].deprel);
    }
    for (i, node) in tree.nodes.iter_mut().enumerate() {
        if i != head && node.head == Some(verb) && node.deprel == SUBJECT && node.upos != Upos::Pron
        {
            OBJECT.clone_into(&mut node.deprel);
        }
    }
}

/// Behind a time or a place and its verb stands the subject ("Am Montag wies Litauen drei Diplomaten aus", "Enligt Rom sköt Libyen …"), and behind a name a second name is the object.
fn inverted(tree: &mut Tree, pieces: &[Piece<'_>], phrase: Phrase, words: &SyntaxWords) {
    let token = |i: usize| pieces.get(i).map(|p| p.token);
    let named = |i: usize| pieces.get(i).is_some_and(|p| p.forced == Some(Upos::Propn));
    let text = |i: usize| pieces.get(i).map_or("", |p| p.text.as_ref());
    let mut at = phrase.end + 1;
    if is_function(pieces, at, words) && !words.oblique_articles.contains(text(at)) {
        at += 1;
    }
    let (Some(finite), Some(head)) = (token(phrase.end), token(at).filter(|_| named(at))) else {
        return;
    };
    let below =
        |tree: &Tree, i: usize, h: usize| tree.nodes.get(i).is_some_and(|n| n.head == Some(h));
    let Some(verb) = main_verb(tree, finite).filter(|&v| below(tree, head, v)) else {
        return;
    };
    if tree
        .nodes
        .iter()
        .any(|n| n.head == Some(head) && n.deprel == "case")
    {
        return;
    }
    if !tree.nodes[head].deprel.starts_with(SUBJECT) {
        SUBJECT.clone_into(&mut tree.nodes[head].deprel);
    }
    let second = pieces
        .iter()
        .skip(at + 1)
        .find(|p| p.unit != pieces[at].unit);
    let second = second
        .filter(|p| p.forced == Some(Upos::Propn))
        .map(|p| p.token);
    for (i, node) in tree.nodes.iter_mut().enumerate() {
        let joined = second == Some(i) && node.head == Some(head) && node.deprel == "flat";
        let rival = i != head
            && node.head == Some(verb)
            && node.deprel == SUBJECT
            && node.upos != Upos::Pron;
        if joined || rival {
            node.head = Some(verb);
            OBJECT.clone_into(&mut node.deprel);
        }
    }
}

/// "Danach besuchte Scholz Paris": two names side by side behind the verb are its subject and its object, never one name.
pub(super) fn part_names(tree: &mut Tree, hints: &[TokenHint], words: &SyntaxWords) {
    if words.second_endings.is_empty() {
        return;
    }
    let unit = |i: usize| hints.get(i).filter(|h| !h.time).and_then(|h| h.unit);
    for i in 0..tree.nodes.len() {
        let node = &tree.nodes[i];
        let Some(name) = node.head.filter(|&h| h < i && node.deprel == "flat") else {
            continue;
        };
        let apart = unit(i).is_some() && unit(name).is_some() && unit(i) != unit(name);
        let named = node.upos == Upos::Propn && tree.nodes[name].upos == Upos::Propn;
        let subject = tree.nodes[name].deprel.starts_with(SUBJECT);
        let verb = tree.nodes[name]
            .head
            .filter(|&v| v < name && tree.nodes[v].upos == Upos::Verb);
        if let Some(verb) = verb.filter(|_| apart && named && subject) {
            tree.nodes[i].head = Some(verb);
            OBJECT.clone_into(&mut tree.nodes[i].deprel);
        }
    }
}

const SUBJECT: &str = "nsubj";
const OBJECT: &str = "obj";

/// The full verb of a finite word: itself or the verb it helps.
fn main_verb(tree: &Tree, finite: usize) -> Option<usize> {
    let node = tree.nodes.get(finite)?;
    match node.upos {
        Upos::Verb => Some(finite),
        Upos::Aux if node.deprel.starts_with("aux") => node
            .head
            .filter(|&h| tree.nodes.get(h).is_some_and(|n| n.upos == Upos::Verb)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::unit::split;
    use super::*;

    /// Words with a `*` belong to a known phrase.
    fn check(sentence: &str) -> Option<String> {
        let set = |list: &[&str]| -> std::collections::BTreeSet<String> {
            list.iter().map(|w| (*w).to_owned()).collect()
        };
        let words = SyntaxWords {
            function_words: set(&["i", "die", "hatte", "och", "in"])
                .into_iter()
                .collect(),
            finite_verbs: set(&["grep"]),
            second_endings: vec!["te".into(), "ade".into()],
            ..SyntaxWords::default()
        };
        let tokens: Vec<&str> = sentence
            .split_whitespace()
            .map(|w| w.trim_end_matches('*'))
            .collect();
        let hints: Vec<TokenHint> = sentence
            .split_whitespace()
            .map(|w| TokenHint {
                unit: w.ends_with('*').then_some(1),
                ..TokenHint::default()
            })
            .collect();
        let pieces = split(&tokens, &hints, &words, &[]);
        verb(&pieces, &hints, &words).map(|i| pieces[i].text.to_string())
    }

    #[test]
    fn the_word_behind_the_first_phrase_is_the_verb() {
        assert_eq!(
            check("Frankreich* verkaufte Kampfjets").as_deref(),
            Some("verkaufte")
        );
        assert_eq!(
            check("Turkisk* polis* grep tolv studenter").as_deref(),
            Some("grep")
        );
        assert_eq!(
            check("Oppositionen* i Togo* bojkottade valet").as_deref(),
            Some("bojkottade")
        );
        assert_eq!(check("Die USA* hatte recht"), None);
        assert_eq!(check("Der verkaufte Wagen"), None);
        assert_eq!(check("Rom* och Paris* tog det"), None);
    }
}
