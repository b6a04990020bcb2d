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
    /// Does it stand for one person only as the subject of a verb in the singular ("sie kritisierte"), and otherwise for anything?
    #[serde(default)]
    pub shown_by_verb: bool,
}

/// Definite nouns that take up an actor of a class ("the country", "the militia").
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nominal {
    /// Classes of whom it stands for.
    pub classes: Vec<EntityClass>,
    /// Does it only take up what the last sentence is about ("it")?
    #[serde(default)]
    pub topic: bool,
    /// PLOVER sectors of whom it stands for ("REB"); empty: any.
    #[serde(default)]
    pub sectors: Vec<String>,
    /// Whole phrases in small letters, words separated by spaces ("the country", "landet").
    pub forms: Vec<String>,
    /// Words in small letters that may not follow ("the state of").
    #[serde(default)]
    pub never_before: Vec<String>,
    /// Does it only tell what an actor is to another one ("its neighbour")? Then somebody must stand beside it at its verb, and before a name ("its
    /// neighbour Chad") it stands for nobody.
    #[serde(default)]
    pub relational: bool,
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

/// Most words between the opener and the noun ("both East African countries").
const BETWEEN: usize = 2;

impl Pairs {
    /// Finds the phrase that begins at the word: its length in words and the class of its noun (`None`: any actor).
    pub fn phrase(&self, words: &[String], at: usize) -> Option<(usize, Option<EntityClass>)> {
        let stands = |form: &&String| {
            let mut parts = form.split(' ').enumerate();
            parts.all(|(k, part)| words.get(at + k).is_some_and(|w| w == part))
        };
        let length = |form: &String| form.split(' ').count();
        let alone = |noun: &PairNoun| Some((length(noun.forms.iter().find(stands)?), noun.class));
        let Some(opener) = self.openers.iter().find(stands) else {
            return self.alone.iter().find_map(alone);
        };
        let behind = at + length(opener);
        (behind..words.len().min(behind + BETWEEN + 1)).find_map(|k| {
            let word = words.get(k)?;
            let kind = self.nouns.iter().find(|n| n.fits(word))?;
            Some((k + 1 - at, kind.class))
        })
    }
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
    /// Nouns that can be resolved.
    #[serde(default)]
    pub nominals: Vec<Nominal>,
    /// Words beside a surname that make it the name of a family.
    pub families: Vec<String>,
    /// Phrases that take up two actors together.
    #[serde(default)]
    pub pairs: Pairs,
    /// Ids of the groups of groups.ron that stand for the state they are of: what its troops do, the state does.
    pub governments: Vec<String>,
    /// Ids of the groups that stand for their state where something is done to them, not where they act ("Turkish citizens protested").
    #[serde(default)]
    pub suffering: Vec<String>,
    /// Words in small letters by which a group belongs to its state no more ("former").
    #[serde(default)]
    pub no_more: Vec<String>,
    /// Those of them that stand for the state last spoken of where none is named ("the government").
    #[serde(default)]
    pub bare_governments: Vec<String>,
}

impl Coreference {
    /// Finds the pronoun a word is a form of, in any case.
    pub fn pronoun(&self, word: &str) -> Option<&Pronoun> {
        let word = word.to_lowercase();
        self.pronouns.iter().find(|p| p.forms.contains(&word))
    }

    /// Finds the class noun whose phrase ends at the word; `words` are those of a sentence in small letters.
    ///
    /// Output: its place in the table.
    pub fn nominal(&self, words: &[String], at: usize) -> Option<usize> {
        let next = words.get(at + 1).map_or("", String::as_str);
        let ends = |form: &String| {
            let mut parts = form.split(' ').rev().enumerate();
            parts.all(|(k, part)| at.checked_sub(k).is_some_and(|i| words[i] == part))
        };
        let fits =
            |n: &Nominal| n.forms.iter().any(ends) && !n.never_before.iter().any(|w| w == next);
        self.nominals.iter().position(fits)
    }
}
