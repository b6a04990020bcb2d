//! Who an actor's name in an event table means: class, country and sector, and a stable id.
//!
//! In: names such as "Police (Ukraine)", "Vladimir Putin", and the table's own country and sector columns. Out: entity rows.
//! Invariants: the name stays as the table has it; country and sector come from the table, then the gazetteer, then the words of the name.
//! Does not: link spellings of one actor.

use crate::base::analysis::EntityClass;
use crate::base::id::{content_hash, slug};
use crate::graph::fold_name;
use crate::lexicon::gazetteer::Gazetteer;
use crate::lexicon::{DataError, DataFiles, Lexicon};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SectorWords {
    sector: String,
    class: ClassName,
    words: Vec<String>,
}

/// Classes as data files spell them.
#[derive(Debug, Clone, Copy, Deserialize)]
enum ClassName {
    Organisation,
    Group,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ActorFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    sectors: Vec<SectorWords>,
    bodies: Vec<String>,
    unspecified: Vec<String>,
}

/// What is known of an actor.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Actor {
    pub(super) name: String,
    pub(super) class: EntityClass,
    pub(super) country: Option<String>,
    pub(super) sector: Option<String>,
}

/// Looks actors up.
pub(super) struct Actors<'l> {
    words: ActorFile,
    gazetteer: &'l Gazetteer,
    /// Folded English name -> position in the gazetteer.
    known: HashMap<String, usize>,
}

impl<'l> Actors<'l> {
    pub(super) fn open(lexicon: &'l Lexicon) -> Result<Self, DataError> {
        let files: &DataFiles = &lexicon.files;
        let gazetteer = lexicon.gazetteer();
        let mut known = HashMap::new();
        for (i, entry) in gazetteer.entries().enumerate() {
            let names = entry
                .names()
                .filter(|n| n.0 == "en" || n.0 == "any")
                .map(|n| n.1);
            for name in std::iter::once(entry.name).chain(names) {
                let slot = known.entry(fold_name(name)).or_insert(i);
                // A country before a city of its name.
                if entry.class == EntityClass::Country {
                    *slot = i;
                }
            }
        }
        Ok(Self {
            words: files.ron("imports/actors.ron")?,
            gazetteer,
            known,
        })
    }

    /// Describes an actor from its name and what its row says.
    pub(super) fn describe(
        &self,
        name: &str,
        country: Option<&str>,
        sector: Option<&str>,
    ) -> Actor {
        let (base, behind) = split_country(name);
        let entry = self
            .known
            .get(&fold_name(name))
            .and_then(|i| self.gazetteer.at(*i));
        let by_word = self.by_word(base);
        let class = match (&entry, by_word, behind) {
            (Some(entry), ..) => entry.class,
            (None, Some(words), Some(_)) => words.1,
            (None, _, Some(_)) => EntityClass::Organisation,
            (None, words, None) => self.class_of_bare(base, words.map(|w| w.1)),
        };
        let of_entry = |field: Option<&str>| field.map(str::to_owned);
        let words_sector = by_word
            .filter(|_| class != EntityClass::Person)
            .map(|w| w.0.to_owned());
        Actor {
            name: name.to_owned(),
            class,
            country: country
                .and_then(|c| self.country(c))
                .or_else(|| entry.as_ref().and_then(|e| of_entry(e.country)))
                .or_else(|| behind.and_then(|b| self.country(b))),
            sector: sector
                .and_then(sector_code)
                .or_else(|| entry.as_ref().and_then(|e| of_entry(e.sector)))
                .or(words_sector),
        }
    }

    /// Returns the code of a country given by code or English name.
    pub(super) fn country(&self, text: &str) -> Option<String> {
        let text = text.trim();
        if text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()) {
            return Some(text.to_owned());
        }
        let entry = self
            .known
            .get(&fold_name(text))
            .and_then(|i| self.gazetteer.at(*i))?;
        entry.country.map(str::to_owned)
    }

    fn by_word(&self, base: &str) -> Option<(&str, EntityClass)> {
        let folded = format!(" {} ", fold_name(base));
        let hit = |w: &String| folded.contains(&format!(" {w} "));
        let found = self
            .words
            .sectors
            .iter()
            .find(|s| s.words.iter().any(hit))?;
        let class = match found.class {
            ClassName::Organisation => EntityClass::Organisation,
            ClassName::Group => EntityClass::Group,
        };
        Some((&found.sector, class))
    }

    /// Two to five capitalised words without a word for a body are a person; all else is a body.
    fn class_of_bare(&self, name: &str, by_word: Option<EntityClass>) -> EntityClass {
        let folded = fold_name(name);
        if self.words.unspecified.contains(&folded) {
            return EntityClass::Group;
        }
        let is_body = folded
            .split(' ')
            .any(|w| self.words.bodies.iter().any(|b| b == w));
        if let (Some(class), false) = (by_word, is_body) {
            return class;
        }
        let words: Vec<&str> = name.split_whitespace().collect();
        let capital = |w: &&&str| w.chars().next().is_some_and(char::is_uppercase);
        let initials = words
            .iter()
            .filter(|w| w.chars().all(char::is_uppercase) && w.len() > 1)
            .count();
        let named = words.iter().filter(capital).count() >= 2 && words.len() <= 5;
        if !is_body
            && named
            && initials == 0
            && !name.contains(char::is_numeric)
            && !name.contains(['&', '/', ','])
        {
            EntityClass::Person
        } else {
            EntityClass::Organisation
        }
    }
}

/// Splits "Police (Ukraine)" into its parts.
fn split_country(name: &str) -> (&str, Option<&str>) {
    let parts = name
        .trim_end()
        .strip_suffix(')')
        .and_then(|n| n.rsplit_once(" ("));
    parts.map_or((name, None), |(base, country)| (base, Some(country)))
}

/// Takes a sector code of three capital letters out of a column; longer texts (lists of words) give none.
fn sector_code(text: &str) -> Option<String> {
    let code = text.trim();
    (code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())).then(|| code.to_owned())
}

/// Gives every name a slug of its own: names that fold to one slug get a hash behind it, all but the first in sorted order.
pub(super) fn ids<'n>(names: impl IntoIterator<Item = &'n str>) -> BTreeMap<String, &'n str> {
    let mut sorted: Vec<&str> = names.into_iter().collect();
    sorted.sort_unstable();
    let mut ids = BTreeMap::new();
    for name in sorted {
        let id = slug(name);
        let id = if ids.contains_key(&id) {
            format!("{id}_{}", content_hash([name]))
        } else {
            id
        };
        ids.insert(id, name);
    }
    ids
}
