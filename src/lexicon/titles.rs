//! `languages/<code>/titles.ron`: role nouns, what they say about their holder, and the small words around them.
//!
//! In: RON. Out: [`Titles`] with look-up over tokens. Invariant: a predicate stands for each class of object, so that the president of a state and
//! the president of a bank are told apart by what they preside over.

use super::nouns::{NounEnding, NounMatch, Nouns};
use super::word_set::AnyCase;
use crate::base::analysis::EntityClass;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The table as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleTable {
    /// Origin and licence.
    pub source: String,
    /// Words between a title and what it is held of.
    pub links: AnyCase,
    /// Articles and possessives.
    pub articles: AnyCase,
    /// Those of them that name nobody known ("a minister").
    #[serde(default)]
    pub indefinite: AnyCase,
    /// Ranks and their abbreviations, written as names are, which the tagger takes into the name.
    #[serde(default)]
    pub ranks: AnyCase,
    /// Relative words of ownership, behind which a title is somebody's who was just named ("whose").
    #[serde(default)]
    pub relative_owners: AnyCase,
    /// Those of the articles that are possessives ("his").
    #[serde(default)]
    pub possessives: AnyCase,
    /// Words that say that the role is over.
    pub former: AnyCase,
    /// Those of them that are past forms of verbs, which right behind a name tell what it did ("ousted").
    #[serde(default)]
    pub ousting: AnyCase,
    /// First parts of compounds that say so.
    pub former_prefixes: AnyCase,
    /// Words that make the holder a deputy.
    pub deputy: AnyCase,
    /// Words that may stand between object and title.
    pub modifiers: AnyCase,
    /// Words before a name that are no title of office.
    pub honorifics: AnyCase,
    /// Endings of role nouns.
    pub endings: Vec<NounEnding>,
    /// Does the language write compounds as one word?
    pub compounds: bool,
    /// The titles.
    pub titles: Vec<Title>,
    /// Nouns that borrow the role of the person named before.
    pub counterparts: Vec<String>,
    /// Sentences with the roles that must be found ("NAME PREDICATE object").
    #[serde(default)]
    pub examples: Vec<TitleExample>,
    /// Sentences without a role.
    #[serde(default)]
    pub silent: Vec<String>,
}

/// One title.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// Id, the same in every language.
    pub id: String,
    /// Singular forms without ending.
    pub forms: Vec<String>,
    /// Plural forms without ending.
    #[serde(default)]
    pub plurals: Vec<String>,
    /// PLOVER sector of the holder.
    #[serde(default)]
    pub sector: Option<String>,
    /// Gazetteer id of what the title is held of where nothing else is said.
    #[serde(default)]
    pub object: Option<String>,
    /// Is it no office, so that without a name it only describes people ("two Swedish citizens")?
    #[serde(default)]
    pub describes: bool,
    /// Predicate by class of the object.
    pub relations: BTreeMap<String, String>,
}

impl Title {
    /// Tells whether it can be held of a person.
    pub fn is_to_persons(&self) -> bool {
        self.describes && self.relations.is_empty()
            || self.relations.contains_key(EntityClass::Person.name())
    }

    /// Tells whether it is of persons only.
    pub fn is_family(&self) -> bool {
        self.relations.keys().eq([EntityClass::Person.name()])
    }

    /// Returns the predicate for an object's class; without an object, that of a country, or the only one there is.
    pub fn predicate(&self, object: Option<EntityClass>) -> Option<&str> {
        let key = object.unwrap_or(EntityClass::Country).name();
        let only = (object.is_none() && self.relations.len() == 1)
            .then(|| self.relations.values().next())
            .flatten();
        self.relations.get(key).or(only).map(String::as_str)
    }
}

/// A sentence with expected roles.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleExample {
    /// The sentence.
    pub text: String,
    /// "NAME PREDICATE object", with " former" behind where the role is over.
    pub roles: Vec<String>,
}

/// A title found at a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleMatch {
    /// The noun.
    pub noun: NounMatch,
    /// "ex-".
    pub former: bool,
    /// "Vize-".
    pub deputy: bool,
}

/// The table with its index.
#[derive(Debug)]
pub struct Titles {
    /// The table.
    pub table: TitleTable,
    nouns: Nouns,
    counterparts: Nouns,
}

impl From<TitleTable> for Titles {
    fn from(table: TitleTable) -> Self {
        let mut nouns = Nouns::new(table.endings.clone(), table.compounds);
        for (index, title) in table.titles.iter().enumerate() {
            title.forms.iter().for_each(|f| nouns.add(f, index, false));
            title.plurals.iter().for_each(|f| nouns.add(f, index, true));
        }
        let mut counterparts = Nouns::new(table.endings.clone(), table.compounds);
        for word in &table.counterparts {
            counterparts.add(word, 0, false);
        }
        Self {
            table,
            nouns,
            counterparts,
        }
    }
}

impl Titles {
    /// Finds the title that begins at a token.
    pub fn find(&self, tokens: &[&str], at: usize) -> Option<TitleMatch> {
        let noun = self.nouns.find(tokens, at)?;
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        // "National" of a name is no title; what only describes people is written as the table has it.
        let title = self.title(noun.entry).filter(|t| t.describes);
        if title.is_some_and(|t| !t.forms.iter().any(|f| capital(f)))
            && tokens.get(at).is_some_and(|w| capital(w))
        {
            return None;
        }
        let prefix = noun.prefix.as_deref().map(str::to_lowercase);
        let is = |words: &AnyCase| prefix.as_ref().is_some_and(|p| words.has(p));
        let former = is(&self.table.former_prefixes);
        let deputy = is(&self.table.deputy);
        let noun = if former || deputy {
            NounMatch {
                prefix: None,
                ..noun
            }
        } else {
            noun
        };
        Some(TitleMatch {
            noun,
            former,
            deputy,
        })
    }

    /// Finds a noun that borrows the role of the person named before ("counterpart").
    pub fn counterpart(&self, tokens: &[&str], at: usize) -> Option<NounMatch> {
        self.counterparts.find(tokens, at)
    }

    /// Returns a title by position.
    pub fn title(&self, index: usize) -> Option<&Title> {
        self.table.titles.get(index)
    }
}
