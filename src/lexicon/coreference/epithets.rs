//! Nouns for a state by where it lies and what kind of state it is ("the Central American country", "the kingdom").
//!
//! In: the words of a sentence. Out: the traits that the state must have. Does not: know which state has them (the gazetteer does).

use super::{BEFORE_OWNED, ends_at};
use serde::Deserialize;

/// Nouns for a state by where it lies and what kind of state it is ("the Central American country", "the kingdom").
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Epithets {
    /// Articles of which one must stand before the phrase or the one word in between.
    #[serde(default)]
    pub articles: Vec<String>,
    /// Nouns that need an adjective of [`Epithets::regions`] before them, in small letters.
    #[serde(default)]
    pub nouns: Vec<Epithet>,
    /// Adjectives of parts of the world, in small letters and without an ending.
    #[serde(default)]
    pub regions: Vec<Epithet>,
    /// Whole phrases, with their article.
    #[serde(default)]
    pub whole: Vec<Epithet>,
    /// Words that may not follow.
    #[serde(default)]
    pub never_before: Vec<String>,
}

/// Words that tell something of a state.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Epithet {
    /// Traits of the gazetteer, of which the state must have one; empty: it may have any.
    #[serde(default)]
    pub traits: Vec<String>,
    /// Lower-case phrases, tokens separated by spaces.
    pub forms: Vec<String>,
}

/// Most letters that an adjective's ending has.
const ADJECTIVE_ENDING: usize = 2;

impl Epithets {
    /// The traits that a phrase ends to tell at the word: of each list the state must have one.
    pub fn at(&self, words: &[String], at: usize) -> Option<Vec<&[String]>> {
        let next = words.get(at + 1).map_or("", String::as_str);
        if self.never_before.iter().any(|w| w == next) {
            return None;
        }
        let ends = |form: &&String| ends_at(form, words, at);
        if let Some(whole) = self.whole.iter().find(|e| e.forms.iter().any(|f| ends(&f))) {
            return Some(vec![whole.traits.as_slice()]);
        }
        let nouns = self.nouns.iter();
        let mut nouns = nouns.flat_map(|n| n.forms.iter().filter(ends).map(move |f| (n, f)));
        nouns.find_map(|(noun, form)| {
            let before = at.checked_sub(form.split(' ').count())?;
            let region = self.region(words, before)?;
            let lists = [region.traits.as_slice(), noun.traits.as_slice()];
            Some(lists.into_iter().filter(|l| !l.is_empty()).collect())
        })
    }

    /// The adjective that ends at a word, if an article stands before it.
    fn region(&self, words: &[String], at: usize) -> Option<&Epithet> {
        let adjective = |form: &String| {
            let (front, last) = form.rsplit_once(' ').unwrap_or(("", form));
            let word = words.get(at).map_or("", String::as_str);
            let ending = word.strip_prefix(last);
            let length = form.split(' ').count();
            let rest = || front.is_empty() || at > 0 && ends_at(front, words, at - 1);
            let fits = ending.is_some_and(|e| e.chars().count() <= ADJECTIVE_ENDING) && rest();
            fits && self.has_article(words, at + 1 - length.min(at + 1))
        };
        let mut regions = self.regions.iter();
        regions.find(|r| r.forms.iter().any(adjective))
    }

    /// Does an article stand right before a word, or before the one in front of it?
    fn has_article(&self, words: &[String], at: usize) -> bool {
        let near = at.saturating_sub(BEFORE_OWNED + 1)..at;
        words
            .get(near)
            .is_some_and(|w| w.iter().any(|w| self.articles.contains(w)))
    }
}
