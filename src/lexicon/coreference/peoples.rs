//! How the people of a state are named that act as the state ("the Russians"), and one of them ("the Frenchman").
//!
//! In: RON. Out: [`Peoples`]. Does not: know the names of peoples (the gazetteer does).

use serde::Deserialize;

/// The people of a state as one that acts.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Peoples {
    /// Articles of which one must stand before; empty: the form carries it.
    #[serde(default)]
    pub articles: Vec<String>,
    /// Endings of the plural, with the article where the form carries it.
    #[serde(default)]
    pub endings: Vec<String>,
    /// Lemmas of what people do, not states ("protest", "vote", "win").
    #[serde(default)]
    pub own_deeds: Vec<String>,
    /// Articles of which one must stand before one of a people who was named before ("the Frenchman"); empty: the form carries it.
    #[serde(default)]
    pub one_articles: Vec<String>,
    /// Endings of such a form; empty: any.
    #[serde(default)]
    pub one_endings: Vec<String>,
    /// The gender of such forms, where those of the other one have an ending of their own.
    #[serde(default)]
    pub one_gender: Option<char>,
    /// Endings of those for a woman ("Ukrainerin").
    #[serde(default)]
    pub feminine: Vec<String>,
    /// Their articles.
    #[serde(default)]
    pub feminine_articles: Vec<String>,
    /// Endings that no such form has.
    #[serde(default)]
    pub never_one: Vec<String>,
}
