//! The words a statement may use that are data, not syntax: month names, event types and modes, language codes.
//!
//! In: the lexicon. Out: look-up by lower-case word. Invariant: a word that names several modes means the first type of the ontology that has it
//! (the planner takes the first of which there are events); the others are reported, and `type.mode` names each exactly.

use super::ast::TypeTerm;
use crate::lexicon::Lexicon;
use std::collections::BTreeMap;

/// One reading of a type word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeReading {
    /// Name of the type.
    pub event_type: String,
    /// Mode, `None` for the whole type.
    pub mode: Option<String>,
}

/// Writes a reading so that it means nothing else.
fn exact(reading: &TypeReading) -> String {
    let event_type = reading.event_type.to_lowercase();
    match &reading.mode {
        Some(mode) => format!("{event_type}.{mode}"),
        None => event_type,
    }
}

/// The words of months, types and languages.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    months: BTreeMap<String, u32>,
    types: BTreeMap<String, Vec<TypeReading>>,
    words: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    labels: BTreeMap<(String, Option<String>), String>,
}

impl Vocabulary {
    /// Collects the words of a lexicon.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut vocabulary = Self::default();
        for pack in lexicon.packs.values() {
            let language = pack.language();
            vocabulary
                .languages
                .push((language.code.clone(), language.name.clone()));
            for (number, forms) in (1u32..).zip(&language.months) {
                for form in forms {
                    vocabulary
                        .months
                        .entry(form.to_lowercase())
                        .or_insert(number);
                }
            }
        }
        for t in &lexicon.ontology.types {
            vocabulary.add_type(&t.name.to_lowercase(), &t.name, None, &t.label, true);
        }
        for t in &lexicon.ontology.types {
            for m in &t.modes {
                vocabulary.add_type(&m.name, &t.name, Some(&m.name), &m.label, true);
                let full = format!("{}.{}", t.name.to_lowercase(), m.name);
                vocabulary.add_type(&full, &t.name, Some(&m.name), &m.label, false);
            }
        }
        for t in &lexicon.ontology.types {
            for m in &t.modes {
                for alias in &m.aliases {
                    vocabulary.add_type(alias, &t.name, Some(&m.name), &m.label, false);
                }
            }
        }
        vocabulary
    }

    fn add_type(
        &mut self,
        word: &str,
        event_type: &str,
        mode: Option<&str>,
        label: &str,
        listed: bool,
    ) {
        let reading = TypeReading {
            event_type: event_type.to_owned(),
            mode: mode.map(str::to_owned),
        };
        let key = (reading.event_type.clone(), reading.mode.clone());
        self.labels.entry(key).or_insert_with(|| label.to_owned());
        let readings = self.types.entry(word.to_lowercase()).or_default();
        if listed && readings.is_empty() {
            self.words.push((word.to_lowercase(), label.to_owned()));
        }
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }

    /// Returns the number of a month by its name or short form in any language.
    pub fn month(&self, word: &str) -> Option<u32> {
        let word = word.trim_end_matches('.').to_lowercase();
        self.months.get(&word).copied()
    }

    /// Returns what a type word means, among them the readings that were passed over. Plural endings and a trailing `*` are allowed.
    pub fn event_type(&self, word: &str) -> Option<TypeTerm> {
        let bare = word.trim_end_matches('*').to_lowercase();
        let readings = self.types.get(&bare).or_else(|| {
            let singular = bare.strip_suffix('s')?;
            self.types
                .get(singular)
                .or_else(|| self.types.get(singular.strip_suffix('e')?))
        })?;
        let (first, others) = readings.split_first()?;
        let term = TypeTerm {
            word: word.to_owned(),
            event_type: first.event_type.clone(),
            mode: first.mode.clone(),
            others: others.iter().map(exact).collect(),
        };
        Some(term)
    }

    /// Lists the type words for completion, each with its meaning: types first, then modes.
    pub fn type_words(&self) -> &[(String, String)] {
        &self.words
    }

    /// Returns the words for people of a type or mode.
    pub fn label(&self, event_type: &str, mode: Option<&str>) -> Option<&str> {
        let key = (event_type.to_owned(), mode.map(str::to_owned));
        self.labels.get(&key).map(String::as_str)
    }

    /// Lists the language codes with their names.
    pub fn languages(&self) -> &[(String, String)] {
        &self.languages
    }

    /// Returns the type words nearest to a misspelt one, best first.
    pub fn nearest_types(&self, word: &str) -> Vec<String> {
        super::suggest::nearest(word, self.types.keys().map(String::as_str), 3)
    }
}
