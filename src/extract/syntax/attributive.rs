//! Participles that stand before their noun with phrases of their own: "der von Kenia ausgewiesene Diplomat", "den av Kenya utvisade diplomaten".
//!
//! A greedy parser takes such a participle for the predicate, or its phrases for those of the sentence. An article with a preposition right behind it
//! shows them: they are cut out, the rest is parsed, and they are hung on the participle again.
//!
//! In: pieces with their parts of speech. Out: [`Attribute`]s in order, apart from each other. Does not: parse; touch an article whose phrase ends in
//! anything but a word with the ending of a participle and a noun ("die in Kenia lebt").

use super::unit::Piece;
use super::words::SyntaxWords;
use crate::base::analysis::{Node, Upos};
use crate::base::letters::small;
use std::ops::Range;

/// Longest way from the article to the participle, in pieces.
const REACH: usize = 12;

/// The phrases of a participle before its noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute {
    /// Pieces between the article and the participle.
    pub(super) phrase: Range<usize>,
    /// Does the preposition of the agent open them?
    agent: bool,
}

/// Finds the participles of a sentence that have phrases before them. `upos` runs beside `pieces`.
pub(super) fn find(pieces: &[Piece<'_>], upos: &[Upos], words: &SyntaxWords) -> Vec<Attribute> {
    let mut found: Vec<Attribute> = Vec::new();
    if words.attribute_endings.is_empty() {
        return found;
    }
    for article in 0..pieces.len().min(upos.len()) {
        let free = found.last().is_none_or(|last| last.phrase.end <= article);
        let opens = free
            && upos.get(article + 1) == Some(&Upos::Adp)
            && words
                .attribute_openers
                .contains(&small(&pieces[article].text));
        let end = opens.then(|| participle(pieces, upos, article + 2, words));
        if let Some(end) = end.flatten() {
            let preposition = small(&pieces[article + 1].text);
            found.push(Attribute {
                phrase: article + 1..end,
                agent: words.agents.contains(&preposition),
            });
        }
    }
    found
}

/// The first word with the ending of a participle that a noun follows, behind a noun and before any mark or verb.
fn participle(
    pieces: &[Piece<'_>],
    upos: &[Upos],
    from: usize,
    words: &SyntaxWords,
) -> Option<usize> {
    let nominal = |i: usize| matches!(upos.get(i), Some(Upos::Noun | Upos::Propn));
    let shaped = |i: usize| {
        let word = pieces[i].text.as_ref();
        let ends = |e: &String| word.len() > e.len() + 2 && word.ends_with(e.as_str());
        let own = pieces[i].unit.is_none() && word.starts_with(char::is_lowercase);
        own && words.is_content(word)
            && words.attribute_endings.iter().any(ends)
            && !words.comparative_endings.iter().any(ends)
    };
    let noun = |i: usize| {
        let adjective = usize::from(upos.get(i + 1) == Some(&Upos::Adj));
        nominal(i + 1 + adjective)
    };
    let mut named = false;
    for i in from..pieces.len().min(upos.len()).min(from + REACH) {
        if named && shaped(i) && noun(i) {
            return Some(i);
        }
        let inside = matches!(
            upos[i],
            Upos::Noun
                | Upos::Propn
                | Upos::Adj
                | Upos::Adv
                | Upos::Adp
                | Upos::Det
                | Upos::Num
                | Upos::Cconj
        );
        if !inside {
            return None;
        }
        named |= nominal(i) || pieces[i].unit.is_some();
    }
    None
}

/// Tells the tagger of `rest`, the pieces without the phrases, what the participles are, which behind their article may look like the predicate.
pub(super) fn name_participles(rest: &mut [Piece<'_>], pieces: &[Piece<'_>], all: &[Attribute]) {
    let tokens: Vec<usize> = all
        .iter()
        .filter_map(|a| Some(pieces.get(a.phrase.end)?.token))
        .collect();
    for piece in rest.iter_mut().filter(|p| tokens.contains(&p.token)) {
        piece.forced = Some(Upos::Adj);
    }
}

/// Hangs the phrases of an attribute, which were parsed apart, on its participle, which with an agent is a verb in the passive.
pub(super) fn join(nodes: &mut [Option<Node>], pieces: &[Piece<'_>], attribute: &Attribute) {
    let token = |piece: usize| pieces.get(piece).map(|p| p.token);
    let (Some(verb), Some(preposition)) =
        (token(attribute.phrase.end), token(attribute.phrase.start))
    else {
        return;
    };
    let own: Vec<usize> = attribute.phrase.clone().filter_map(token).collect();
    let get = |nodes: &[Option<Node>], i: usize| nodes.get(i).copied().flatten();
    let named =
        |&&t: &&usize| get(nodes, t).is_some_and(|n| matches!(n.upos, Upos::Noun | Upos::Propn));
    let opened = get(nodes, preposition).and_then(|n| n.head);
    let opened = opened.filter(|h| own.contains(h));
    let Some(phrase) = opened.or_else(|| own.iter().find(named).copied()) else {
        return;
    };
    for &t in &own {
        let Some(node) = nodes.get_mut(t).and_then(Option::as_mut) else {
            continue;
        };
        if t == phrase {
            node.head = Some(verb);
            node.deprel = if attribute.agent { AGENT } else { OBLIQUE }.into();
        } else if node.head.is_none() {
            node.head = Some(verb);
            node.deprel = ADVERB.into();
        }
    }
    if let Some(node) = nodes.get_mut(preposition).and_then(Option::as_mut) {
        node.head = Some(phrase);
        node.deprel = CASE.into();
    }
    if let Some(node) = nodes.get_mut(verb).and_then(Option::as_mut)
        && attribute.agent
        && node.deprel.as_str() == ATTRIBUTE
    {
        node.upos = Upos::Verb;
        node.tag = PARTICIPLE;
    }
}

const AGENT: &str = "obl:agent";
const OBLIQUE: &str = "obl";
const ADVERB: &str = "advmod";
const CASE: &str = "case";
const ATTRIBUTE: &str = "amod";
const PARTICIPLE: &str = "VERB-Part";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::syntax::{TokenHint, unit};

    fn found(text: &str, tags: &[Upos]) -> Vec<Range<usize>> {
        let words = SyntaxWords {
            attribute_openers: ["der", "die"].into_iter().collect(),
            attribute_endings: vec!["te".to_owned(), "ene".to_owned()],
            agents: ["von"].into_iter().collect(),
            function_words: ["von", "der", "die", "in"].into_iter().collect(),
            ..SyntaxWords::default()
        };
        let tokens: Vec<&str> = text.split(' ').collect();
        let pieces = unit::split(&tokens, &[] as &[TokenHint], &words, &[]);
        let attributes = find(&pieces, tags, &words);
        attributes.into_iter().map(|a| a.phrase).collect()
    }

    #[test]
    fn phrases_between_article_and_participle_are_cut_out() {
        use Upos::{Adj, Adp, Adv, Det, Noun, Propn, Verb};
        let tags = [Det, Adp, Propn, Adv, Verb, Noun, Verb];
        assert_eq!(
            found("Der von Peru scharf kritisierte Minister ging", &tags),
            vec![1..4]
        );
        let tags = [Det, Adp, Propn, Adj, Noun, Verb];
        assert_eq!(
            found("der in Lima festgenommene Dichter starb", &tags),
            vec![1..3]
        );
    }

    #[test]
    fn a_relative_clause_and_a_bare_participle_stay() {
        use Upos::{Adj, Adp, Det, Noun, Pron, Propn, Punct, Verb};
        let tags = [Pron, Adp, Propn, Verb, Punct];
        assert!(found("der in Lima lebte ,", &tags).is_empty());
        let tags = [Det, Adj, Noun, Verb];
        assert!(found("der festgenommene Dichter starb", &tags).is_empty());
    }
}
