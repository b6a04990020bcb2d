//! Forms that are pronouns of persons here and possessives there ("half ihr", "ihr Land").
//!
//! In: the two words behind such a form. Out: whether it is no possessive. Invariant: precision first, what may be both is a possessive. Does not: look
//! at trees.

use serde::Deserialize;

/// Where a form that may be a possessive as well is none: no noun stands behind it, or one that would ask for another form of the possessive ("ihr
/// Hilfe"), or one of what is given, which needs no article ("ihr Asyl").
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unowning {
    /// Endings, in small letters, of nouns that ask for another form of the possessive.
    pub noun_endings: Vec<String>,
    /// Nouns, in small letters, with such an ending that do not.
    #[serde(default)]
    pub never: Vec<String>,
    /// Nouns, in small letters, of what is given or said of somebody.
    #[serde(default)]
    pub given: Vec<String>,
    /// Endings of adjectives behind the possessive.
    #[serde(default)]
    pub adjective_endings: Vec<String>,
}

impl Unowning {
    /// Is the form before these two words, as they are written, no possessive?
    pub fn holds(&self, next: &str, after: &str) -> bool {
        let capital = |w: &str| w.starts_with(char::is_uppercase);
        let lower = next.to_lowercase();
        let ends = |list: &[String]| list.iter().any(|e| lower.ends_with(e.as_str()));
        let is = |list: &[String]| list.contains(&lower);
        if capital(next) {
            return is(&self.given) || ends(&self.noun_endings) && !is(&self.never);
        }
        !(ends(&self.adjective_endings) && capital(after))
    }
}
