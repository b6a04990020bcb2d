//! Words of a question that name nothing, but stand in the sentences of events: "who released the hostages?".
//!
//! In: a [`Line`] at a word. Out: the word, if it can be searched for. Invariant: a word of questions, a month or a word that no sentence holds is
//! never searched for, nor is a verb. Does not: take a word for a name or a type.

use super::line::Line;
use crate::query::demands::is_mentioned;

/// Fewest letters of a word that sentences are searched for.
const SHORTEST: usize = 4;

impl Line<'_> {
    /// Returns a title of several words, quoted, and where it ends, if sentences of events hold it.
    pub(super) fn told_title(&self, at: usize) -> Option<(String, usize)> {
        let end = self.vocabulary.words.title_noun_end(&self.words, at)?;
        let title = self.words.get(at..end).filter(|w| w.len() > 1)?.join(" ");
        self.is_held(&title).then(|| (format!("\"{title}\""), end))
    }

    /// Tells whether a sentence of some event holds a word; a table that was imported has no sentences.
    fn is_held(&self, word: &str) -> bool {
        let forms = self.vocabulary.words.forms(word);
        let mut events = self.graph.all_events();
        self.graph.n_articles() > 0
            && events.any(|e| is_mentioned(self.graph, self.vocabulary, e, &forms))
    }

    /// Returns the word, if sentences of events hold it.
    pub(super) fn told_word(&self, at: usize) -> Option<String> {
        let word = self.plain_word(at)?;
        self.is_held(&word).then_some(word)
    }

    /// Returns the word, if sentences can be searched for it.
    pub(super) fn plain_word(&self, at: usize) -> Option<String> {
        let word = *self.words.get(at)?;
        let lower = word.to_lowercase();
        let plain = word.chars().all(|c| c.is_alphabetic() || c == '-');
        if !plain || word.chars().count() < SHORTEST || self.vocabulary.month(word).is_some() {
            return None;
        }
        let words = &self.vocabulary.words;
        (self.is_thing(at) && !words.is_function_word(&lower)).then(|| word.to_owned())
    }

    /// Tells whether a word can be a noun: a verb of the question is no word that the sentences of an answer must hold.
    fn is_thing(&self, at: usize) -> bool {
        let word = self.words.get(at).copied().unwrap_or_default();
        let named = at > 0 && word.starts_with(char::is_uppercase);
        let words = &self.vocabulary.words;
        named || words.is_noun(word) || !words.is_verb(word)
    }
}
