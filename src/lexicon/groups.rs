//! `languages/<code>/groups.ron` and `mentions.ron`: nouns for groups and bodies without a name of their own, and small words around names.
//!
//! In: RON. Out: [`Groups`] with look-up over tokens, [`MentionWords`]. Does not: find the country that a group belongs to.

use super::gazetteer::compile::Class;
use super::nouns::{NounEnding, NounMatch, Nouns};
use super::word_set::{AnyCase, WordSet};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// The table as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupTable {
    /// Origin and licence.
    pub source: String,
    /// Endings of head nouns.
    pub endings: Vec<String>,
    /// Does the language write compounds as one word?
    pub compounds: bool,
    /// Words that may stand between a country's adjective and the head noun.
    pub modifiers: AnyCase,
    /// Words between a head noun and the country behind it.
    pub links: AnyCase,
    /// Numerals and other words of number ("three", "dozens"); digits need no entry.
    #[serde(default)]
    pub quantities: AnyCase,
    /// Words that make a form singular that may be plural as well ("der Kritiker").
    #[serde(default)]
    pub singular_articles: AnyCase,
    /// Words between such a word and the noun ("dozens of").
    #[serde(default)]
    pub of_quantity: AnyCase,
    /// Prepositions that carry an article ("vom").
    #[serde(default)]
    pub contracted: AnyCase,
    /// Phrases in small letters of organs of power that need no article ("police"); nobody until it is known whose they are.
    #[serde(default)]
    pub unowned: Vec<String>,
    /// Phrases in small letters of groups that act without an article, a number or a country ("gunmen").
    #[serde(default)]
    pub unnamed: Vec<String>,
    /// Words between an organ of power and whoever rules through it ("the government of X").
    #[serde(default)]
    pub ruled: AnyCase,
    /// The groups.
    pub groups: Vec<Group>,
    /// Sentences with expected mentions ("TEXT CODE SECTOR").
    #[serde(default)]
    pub examples: Vec<GroupExample>,
    /// Sentences without a group that has a country.
    #[serde(default)]
    pub silent: Vec<String>,
}

/// One kind of group.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Id, the same in every language.
    pub id: String,
    /// Group, or Organisation for bodies.
    pub class: Class,
    /// PLOVER sector.
    #[serde(default)]
    pub sector: Option<String>,
    /// May it stand without a country ("the rebels")?
    #[serde(default = "yes")]
    pub bare: bool,
    /// Those who are for or against somebody ("supporters of X"): a group of its own, and never the state it is for or against.
    #[serde(default)]
    pub of_persons: bool,
    /// A body of a place that is no organ of its state, and whose town may stand right behind it ("Bistum Limburg").
    #[serde(default)]
    pub local: bool,
    /// Does a town behind it tell where it is posted, not whose it is ("the embassy in X")?
    #[serde(default)]
    pub posted: bool,
    /// Forms without ending.
    pub forms: Vec<String>,
}

fn yes() -> bool {
    true
}

/// A sentence with expected mentions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupExample {
    /// The sentence.
    pub text: String,
    /// "TEXT CODE SECTOR".
    pub mentions: Vec<String>,
}

/// The table with its index.
#[derive(Debug)]
pub struct Groups {
    /// The table.
    pub table: GroupTable,
    nouns: Nouns,
}

impl From<GroupTable> for Groups {
    fn from(table: GroupTable) -> Self {
        let ending = |e: &String| NounEnding {
            ending: e.clone(),
            ..NounEnding::default()
        };
        let mut nouns = Nouns::new(table.endings.iter().map(ending).collect(), table.compounds);
        for (index, group) in table.groups.iter().enumerate() {
            group.forms.iter().for_each(|f| nouns.add(f, index, false));
        }
        Self { table, nouns }
    }
}

impl Groups {
    /// Finds the head noun that begins at a token.
    pub fn find(&self, tokens: &[&str], at: usize) -> Option<NounMatch> {
        self.nouns.find(tokens, at)
    }

    /// Returns a group by position.
    pub fn group(&self, index: usize) -> Option<&Group> {
        self.table.groups.get(index)
    }
}

/// Nouns that announce the name of a group.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassNoun {
    /// PLOVER sector of the group; empty where the noun does not tell it.
    #[serde(default)]
    pub sector: String,
    /// Sectors that no body so announced is of, whatever the gazetteer knows by its name; where there are any, a single name is a body, too, whoever seems to
    /// bear it ("the ski federation FIS").
    #[serde(default)]
    pub never: Vec<String>,
    /// Phrases in small letters, words separated by spaces; a star in front fits any beginning of a word.
    pub forms: Vec<String>,
}

impl ClassNoun {
    /// The length in words of the phrase that begins with `first`, in small letters; `word` gives those behind it by their distance.
    pub fn at(&self, first: &str, word: impl Fn(usize) -> String) -> Option<usize> {
        let fits = |form: &&String| {
            if let Some(end) = form.strip_prefix('*') {
                return first.ends_with(end);
            }
            // Most words begin no phrase.
            let Some(rest) = form.strip_prefix(first) else {
                return false;
            };
            let mut parts = rest.split(' ').enumerate();
            parts.all(|(k, part)| {
                if k == 0 {
                    part.is_empty()
                } else {
                    word(k) == part
                }
            })
        };
        let found = self.forms.iter().filter(fits);
        found.map(|f| f.split(' ').count()).max()
    }
}

/// The class nouns of a language, with what their phrases begin with: it is asked of every word before a name, and few begin one.
#[derive(Debug, Clone, Default)]
pub struct ClassNouns {
    nouns: Vec<ClassNoun>,
    firsts: WordSet,
    /// Ends of words that fit whatever stands before them.
    ends: Vec<String>,
}

impl ClassNouns {
    /// The longest phrase that begins with `first`, as [`ClassNoun::at`] has it: its length and noun. O(1) for most words, else O(phrases).
    pub fn at(&self, first: &str, word: impl Fn(usize) -> String) -> Option<(usize, &ClassNoun)> {
        if !self.firsts.contains(first) && !self.ends.iter().any(|e| first.ends_with(e.as_str())) {
            return None;
        }
        let nouns = self.nouns.iter();
        let found = nouns.filter_map(|n| Some((n.at(first, &word)?, n)));
        found.max_by_key(|f| f.0)
    }
}

impl<'de> Deserialize<'de> for ClassNouns {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let nouns = Vec::<ClassNoun>::deserialize(from)?;
        let forms = || nouns.iter().flat_map(|n| &n.forms);
        let ends = forms()
            .filter_map(|f| f.strip_prefix('*'))
            .map(str::to_owned);
        let firsts = forms().filter_map(|f| f.split(' ').next());
        Ok(Self {
            ends: ends.collect(),
            firsts: firsts.collect(),
            nouns,
        })
    }
}

/// Words that open the names of bodies of the world, in small letters.
#[derive(Debug, Clone, Default)]
pub struct WideOpenings {
    /// First parts of words ("welt").
    pub stems: Vec<String>,
    /// Words, those of one opening together, by the first of them ("south": "american").
    openings: FxHashMap<String, Vec<Vec<String>>>,
}

impl WideOpenings {
    /// What follows a word, in small letters, in the openings that begin with it.
    pub fn behind(&self, first: &str) -> &[Vec<String>] {
        self.openings.get(first).map_or(&[], Vec::as_slice)
    }
}

impl<'de> Deserialize<'de> for WideOpenings {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut all = Self::default();
        for word in Vec::<String>::deserialize(from)? {
            let lower = word.to_lowercase();
            if let Some(stem) = lower.strip_suffix('*') {
                all.stems.push(stem.to_owned());
            } else {
                let mut words = lower.split(' ').map(str::to_owned);
                let first = words.next().unwrap_or_default();
                all.openings.entry(first).or_default().push(words.collect());
            }
        }
        Ok(all)
    }
}

/// Words, or ends of them, that close such a name.
#[derive(Debug, Clone, Default)]
pub struct WideBodies {
    /// As the table has them.
    pub written: Vec<String>,
    /// In small letters.
    pub small: Vec<String>,
}

impl<'de> Deserialize<'de> for WideBodies {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = Vec::<String>::deserialize(from)?;
        let small = written.iter().map(|w| w.to_lowercase()).collect();
        Ok(Self { written, small })
    }
}

/// Names of bodies made of an adjective and a noun of the language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Painted {
    /// The adjectives.
    pub adjectives: Vec<String>,
    /// The nouns.
    pub nouns: Vec<String>,
    /// Endings of a noun in the genitive.
    #[serde(default)]
    pub genitives: Vec<String>,
}

/// Small words around names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MentionWords {
    /// Origin and licence.
    pub source: String,
    /// Prepositions of place.
    pub locatives: AnyCase,
    /// Last parts of the names of bodies that many states have ("congress", "party").
    #[serde(default)]
    pub body_nouns: AnyCase,
    /// Nouns and endings of nouns that are written as names are but never end one ("Hilfe", "ung"); a star in front fits any beginning of a word.
    #[serde(default)]
    pub common_nouns: Vec<String>,
    /// See `common_nouns`.
    #[serde(default)]
    pub common_endings: Vec<String>,
    /// Words that join names in a list.
    pub conjunctions: AnyCase,
    /// Words of what is said or given to somebody, behind which a preposition of place opens a state by its capital ("apologised to Nairobi").
    #[serde(default)]
    pub addressed: AnyCase,
    /// Prepositions by which something is said or given to somebody ("to").
    #[serde(default)]
    pub towards: AnyCase,
    /// Ends of nouns of private persons, which behind a state make none of its officials ("US-Milliardär").
    #[serde(default)]
    pub private_nouns: Vec<String>,
    /// Nouns that announce the name of a place.
    pub place_nouns: Vec<String>,
    /// Nouns that announce the name of a body.
    pub organisation_nouns: Vec<String>,
    /// Nouns of one group that stand directly before its name ("the rebel group M23").
    #[serde(default)]
    pub class_nouns: ClassNouns,
    /// Nouns for one state ("the South American country").
    #[serde(default)]
    pub state_nouns: AnyCase,
    /// Words that open the names of bodies of the world or a part of it ("World", "internationella"), a star behind for the first part of a word.
    #[serde(default)]
    pub wide: WideOpenings,
    /// Words, or ends of them, that close such a name ("Federation", "förbundet").
    #[serde(default)]
    pub wide_bodies: WideBodies,
    /// Adjectives and nouns in small letters that make a name together where only the first has a capital ("Röda fronten").
    #[serde(default)]
    pub painted: Painted,
    /// Letters of clubs that stand before or behind the town of one ("FC").
    #[serde(default)]
    pub clubs: Vec<String>,
    /// Words that close the name of a body of two states ("the Sweden and Finland Ice Council").
    #[serde(default)]
    pub joint_bodies: Vec<String>,
    /// Endings of finite verbs of the past, where the verb of a main clause stands second, so that a subject and an object may stand side by side behind it.
    #[serde(default)]
    pub verb_endings: Vec<String>,
    /// Nouns, or ends of them, behind a part of the world that takes no part in them ("the European Games").
    #[serde(default)]
    pub contest_nouns: Vec<String>,
    /// Endings of attributes made of towns, and the ending of the town ("Grazer").
    #[serde(default)]
    pub town_endings: Vec<(String, String)>,
    /// Small words inside a person's name.
    pub particles: AnyCase,
    /// Last words of the names of firms, as written, which make a title before them a part of the name ("Premier Foods").
    #[serde(default)]
    pub firm_words: Vec<String>,
    /// Words as written that open the name of a contest before a place, which takes no part in it ("Tour de").
    #[serde(default)]
    pub contest_openings: Vec<String>,
    /// Last parts, in small letters, of words with hyphens that are the names of bodies ("Gates-Stiftung").
    #[serde(default)]
    pub compound_bodies: Vec<String>,
    /// Words with a capital that never begin a name.
    pub never_names: AnyCase,
    /// Predicate of what stands in brackets behind a name, by the name's class.
    #[serde(default)]
    pub bracket_relations: BTreeMap<String, String>,
    /// Party letters in brackets behind a politician, with their entries.
    #[serde(default)]
    pub party_letters: BTreeMap<String, String>,
}
