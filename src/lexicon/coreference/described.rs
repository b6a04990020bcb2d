//! Nouns by which a text tells of persons it names ("the singer Melek Aydin … the singer").
//!
//! In: two nouns. Out: whether the second may take up whom the first was said of. Does not: look at an article (resolve/coreference/described.rs).

use serde::Deserialize;

/// How such nouns are told and taken up.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Described {
    /// Articles of which one must stand before a noun that takes somebody up; empty: the form carries it.
    #[serde(default)]
    pub articles: Vec<String>,
    /// Endings by which a form carries it.
    #[serde(default)]
    pub endings: Vec<String>,
    /// Endings of those that stand for several ("den Sängern").
    #[serde(default)]
    pub never: Vec<String>,
    /// What may stand behind the noun that was told ("journalist", "journalisten"), "" for nothing.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Words behind a noun that describe it further and are no part of it ("a lawyer who").
    #[serde(default)]
    pub stops: Vec<String>,
    /// Words behind a noun that say of whom or where somebody else is ("the author of the report"), unless they belong to the verb before it.
    #[serde(default)]
    pub never_before: Vec<String>,
    /// Nouns of which each may take up another one of its list, in small letters and without an article.
    #[serde(default)]
    pub alike: Vec<Vec<String>>,
}

impl Described {
    /// May a noun take up whom another one was said of? Both in small letters.
    pub fn takes_up(&self, noun: &str, told: &str) -> bool {
        let same = |stem: &str, form: &str| {
            // Most pairs differ in their first letter.
            let begins = form.as_bytes().first() == stem.as_bytes().first();
            let rest = begins.then(|| form.strip_prefix(stem)).flatten();
            rest.is_some_and(|r| self.forms.iter().any(|f| f == r))
        };
        let listed = |list: &Vec<String>| {
            let has = |word: &str| list.iter().any(|w| same(w, word));
            has(noun) && has(told)
        };
        same(told, noun) || same(noun, told) || self.alike.iter().any(listed)
    }

    /// Has a noun the form of one that is known?
    pub fn is_definite(&self, noun: &str) -> bool {
        let ends = |list: &[String]| list.iter().any(|e| noun.ends_with(e.as_str()));
        (self.endings.is_empty() || ends(&self.endings)) && !ends(&self.never)
    }
}
