//! Verb second: in Swedish and German main clauses the finite verb follows the first phrase.
//!
//! In: pieces and hints. Out: the piece that must be the verb, where the first phrase is known beforehand (a name, a group, a time) and the word
//! behind it looks like a finite full verb. The treebanks know few verbs of news, and an unknown one behind a name is taken for an adjective
//! ("Frankreich verkaufte Kampfjets"). Does not: guess where the first phrase is unknown or goes on.

use super::TokenHint;
use super::unit::Piece;
use super::words::SyntaxWords;
use crate::base::analysis::Upos;

/// Finds the verb that stands second; `None` where the sentence does not open with known phrases or the next word does not look like a verb.
pub(super) fn verb(
    pieces: &[Piece<'_>],
    hints: &[TokenHint],
    words: &SyntaxWords,
) -> Option<usize> {
    if words.second_endings.is_empty() {
        return None;
    }
    let known = |i: usize| {
        pieces.get(i).is_some_and(|p| {
            p.forced == Some(Upos::Adv) || hints.get(p.token).is_some_and(|h| h.unit.is_some())
        })
    };
    let text = |i: usize| pieces.get(i).map_or("", |p| p.text.as_ref());
    let function = |i: usize| words.function_words.contains(&text(i).to_lowercase());
    let mut at = usize::from(function(0) && !known(0));
    let first = at;
    while known(at) {
        at += 1;
        // "Oppositionen i Togo", "die Regierung in Bagdad": a phrase inside the first one.
        if function(at) && !known(at) && known(at + 1) {
            at += 1;
        }
    }
    let word = text(at);
    let small = word.chars().next().is_some_and(char::is_lowercase);
    let verbal = words.finite_verbs.contains(word)
        || words
            .second_endings
            .iter()
            .any(|e| word.len() > e.len() + 2 && word.ends_with(e.as_str()));
    (at > first && small && verbal && !function(at)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::super::unit::split;
    use super::*;

    /// Words with a `*` belong to a known phrase.
    fn check(sentence: &str) -> Option<String> {
        let set = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect();
        let words = SyntaxWords {
            function_words: set(&["i", "die", "hatte", "och", "in"]),
            finite_verbs: set(&["grep"]),
            second_endings: vec!["te".into(), "ade".into()],
            ..SyntaxWords::default()
        };
        let tokens: Vec<&str> = sentence.split_whitespace().map(|w| w.trim_end_matches('*')).collect();
        let hints: Vec<TokenHint> = sentence
            .split_whitespace()
            .map(|w| TokenHint { unit: w.ends_with('*').then_some(1), ..TokenHint::default() })
            .collect();
        let pieces = split(&tokens, &hints, &words, &[]);
        verb(&pieces, &hints, &words).map(|i| pieces[i].text.to_string())
    }

    #[test]
    fn the_word_behind_the_first_phrase_is_the_verb() {
        assert_eq!(check("Frankreich* verkaufte Kampfjets").as_deref(), Some("verkaufte"));
        assert_eq!(check("Turkisk* polis* grep tolv studenter").as_deref(), Some("grep"));
        assert_eq!(check("Oppositionen* i Togo* bojkottade valet").as_deref(), Some("bojkottade"));
        assert_eq!(check("Die USA* hatte recht"), None);
        assert_eq!(check("Der verkaufte Wagen"), None);
        assert_eq!(check("Rom* och Paris* tog det"), None);
    }
}
