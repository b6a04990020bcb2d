//! `languages/<code>/coreference.ron`: words that take up an actor named before.
//!
//! In: RON. Out: [`Coreference`] with look-up by form. Does not: decide whom they mean (resolve/coreference.rs).

use crate::base::analysis::EntityClass;
use serde::Deserialize;

/// Forms of one pronoun.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pronoun {
    /// Lower-case forms.
    pub forms: Vec<String>,
    /// 'm', 'f' or 'n'.
    pub gender: char,
    /// Class of whom it stands for.
    pub class: EntityClass,
    /// More than one.
    #[serde(default)]
    pub plural: bool,
}

/// Phrases that take up the last two actors ("both countries", "the two leaders").
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pairs {
    /// Lower-case words that open such a phrase, separated by spaces.
    pub openers: Vec<String>,
    /// The nouns that end it.
    pub nouns: Vec<PairNoun>,
    /// Whole phrases that need no such opening ("the parties"), words separated by spaces, without stars.
    #[serde(default)]
    pub alone: Vec<PairNoun>,
}

/// Nouns for actors of one class.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairNoun {
    /// Class of the two; absent: any actor.
    #[serde(default)]
    pub class: Option<EntityClass>,
    /// Lower-case forms; a star in front fits any beginning.
    pub forms: Vec<String>,
}

impl PairNoun {
    /// Is the lower-case word one of the forms?
    pub fn fits(&self, word: &str) -> bool {
        self.forms.iter().any(|f| match f.strip_prefix('*') {
            Some(end) => word.ends_with(end),
            None => f == word,
        })
    }
}

/// The table of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coreference {
    /// Origin and licence of the table.
    pub source: String,
    /// Pronouns that can be resolved.
    pub pronouns: Vec<Pronoun>,
    /// Words beside a surname that make it the name of a family.
    pub families: Vec<String>,
    /// Phrases that take up two actors together.
    #[serde(default)]
    pub pairs: Pairs,
    /// Ids of the groups of groups.ron that stand for the state itself.
    pub governments: Vec<String>,
}

impl Coreference {
    /// Finds the pronoun a word is a form of, in any case.
    pub fn pronoun(&self, word: &str) -> Option<&Pronoun> {
        let word = word.to_lowercase();
        self.pronouns.iter().find(|p| p.forms.contains(&word))
    }
}
