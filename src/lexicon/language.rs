//! `languages/<code>/language.ron`: what a language is called and how it writes.
//!
//! In: RON. Out: [`Language`]. Does not: inflect (inflection.ron) or date (temporal.ron).

use serde::Deserialize;

/// The writing habits of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Origin and licence of the table.
    pub source: String,
    /// Two-letter code.
    pub code: String,
    /// Name in English.
    pub name: String,
    /// Twelve months, each with its full form first, then short forms (lower case, without dot).
    pub months: Vec<Vec<String>>,
    /// Seven weekdays from Monday, each with its full form first, then short forms.
    pub weekdays: Vec<Vec<String>>,
    /// Words with a full stop that does not end a sentence (lower case, with the stop).
    pub abbreviations: Vec<String>,
    /// The commonest small words, for telling the language of a short line.
    pub stopwords: Vec<String>,
    /// May a number with a full stop be an ordinal ("9. Oktober")?
    pub ordinal_dot: bool,
    /// Are all nouns written with a capital?
    pub nouns_capitalized: bool,
}
