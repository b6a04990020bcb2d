//! `languages/<code>/syntax.ron`: the closed word lists that the rules around the parser need.
//!
//! In: RON. Out: [`SyntaxWords`]. Invariant: every word is lower case.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Word lists of one language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SyntaxWords {
    /// Origin and licence of the table.
    pub source: String,
    /// One-token contractions and the words they stand for, preposition first.
    pub contractions: BTreeMap<String, Vec<String>>,
    /// Endings that are words of their own where the tokens leave them on ("n't", "'s").
    pub clitics: Vec<String>,
    /// Forms of auxiliaries that make a passive together with a participle.
    pub passive_auxiliaries: BTreeSet<String>,
    /// Starts of composite tags that count as participles.
    pub participle_tags: Vec<String>,
    /// Does an ending on the verb alone make a passive (tags in "-S")?
    pub passive_ending: bool,
    /// Verbs that have the passive ending and an active meaning, all forms.
    pub deponents: BTreeSet<String>,
    /// Prepositions of the agent of a passive.
    pub agents: BTreeSet<String>,
    /// Words that negate a clause.
    pub negations: BTreeSet<String>,
    /// Relative pronouns.
    pub relatives: BTreeSet<String>,
    /// Finite forms that are nothing but verbs in this spelling, so that a verb the treebank lacks is not taken for a noun or an adjective.
    #[serde(default)]
    pub finite_verbs: BTreeSet<String>,
}

impl SyntaxWords {
    /// Returns the byte position where a clitic starts inside a token, if there is one with a word before it.
    pub fn clitic_start(&self, token: &str) -> Option<usize> {
        let lower = token.to_lowercase();
        if lower.len() != token.len() {
            return None;
        }
        let found = self
            .clitics
            .iter()
            .filter(|c| lower.ends_with(c.as_str()) && lower.len() > c.len());
        let start = lower.len() - found.map(String::len).max()?;
        token.is_char_boundary(start).then_some(start)
    }
}
