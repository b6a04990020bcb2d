//! The pronouns of a language that can be resolved.
//!
//! In: RON. Out: [`Pronoun`]. Does not: decide whom one means (resolve/coreference).

use super::Unowning;
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
    /// Does it take up somebody of its own sentence only, and nobody behind a comma, where it is a relative word ("dessen")?
    #[serde(default)]
    pub demonstrative: bool,
    /// Lemmas of verbs of which one must stand right before it, where its forms mostly tell whose something is ("lobte seine Rede"); empty: anything may.
    #[serde(default)]
    pub behind: Vec<String>,
    /// Does it stand for one person only as the subject of a verb in the singular ("sie kritisierte"), and otherwise for anything?
    #[serde(default)]
    pub shown_by_verb: bool,
    /// Where its forms are no possessives, if they may be ("ihr").
    #[serde(default)]
    pub unowning: Option<Unowning>,
    /// What else it may take up where the verb does not show it: nouns by their endings, and as `given` the articles of such.
    #[serde(default)]
    pub rivals: Option<Unowning>,
}
