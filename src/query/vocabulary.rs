//! The words a statement may use that are data, not syntax: month names, event types and modes, language codes.
//!
//! In: the lexicon. Out: look-up by lower-case word. Invariant: a word that names several modes means the first type of the ontology that has it
//! (the planner takes the first of which there are events); the others are reported, and `type.mode` names each exactly.

use super::ast::TypeTerm;
use super::words::Words;
use crate::lexicon::Lexicon;
use crate::lexicon::ontology::Sense;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
    seasons: BTreeMap<String, u32>,
    types: BTreeMap<String, Vec<TypeReading>>,
    typed: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    labels: BTreeMap<(String, Option<String>), String>,
    symmetric: BTreeSet<(String, Option<String>)>,
    senses: Vec<Sense>,
    offices: BTreeSet<String>,
    leading: BTreeSet<String>,
    /// Words of the languages that are read when a statement needs them.
    pub words: Arc<Words>,
}

impl Vocabulary {
    /// Collects the words of a lexicon.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut vocabulary = Self {
            words: Arc::new(Words::new(lexicon.files.clone())),
            senses: lexicon.ontology.senses.clone(),
            offices: (lexicon.ontology.relations.iter().filter(|r| r.single))
                .map(|r| r.name.clone())
                .collect(),
            leading: (lexicon.ontology.relations.iter())
                .filter(|r| r.single && !r.includes.is_empty())
                .flat_map(|r| r.includes.iter().chain([&r.name]).cloned())
                .collect(),
            ..Self::default()
        };
        for pack in lexicon.packs.values() {
            let language = pack.language();
            vocabulary
                .languages
                .push((language.code.clone(), language.name.clone()));
            for (number, forms) in (0u32..).zip(&pack.questions().seasons) {
                let forms = forms.iter().map(|f| (f.clone(), number));
                vocabulary.seasons.extend(forms);
            }
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
        for t in &lexicon.ontology.types {
            vocabulary.add_type(&t.label, &t.name, None, &t.label, false);
            for m in &t.modes {
                vocabulary.add_type(&m.label, &t.name, Some(&m.name), &m.label, false);
                if m.symmetric.unwrap_or(t.symmetric) {
                    let key = (t.name.clone(), Some(m.name.clone()));
                    vocabulary.symmetric.insert(key);
                }
            }
        }
        vocabulary
    }

    /// Tells whether those who take part in events of a type are equals.
    pub fn is_symmetric(&self, term: &TypeTerm) -> bool {
        let key = (term.event_type.clone(), term.mode.clone());
        self.symmetric.contains(&key)
    }

    /// Tells whether one person at a time stands in a relation to a body.
    pub fn is_office(&self, predicate: &str) -> bool {
        self.offices.contains(predicate)
    }

    /// Tells whether who stands in a relation to a body is at the head of it.
    pub fn is_leading(&self, predicate: &str) -> bool {
        self.leading.contains(predicate)
    }

    /// Finds what the words of questions ask for by its name.
    pub fn sense(&self, name: &str) -> Option<&Sense> {
        self.senses.iter().find(|s| s.name == name)
    }

    /// Lists the types and modes of what is done in words alone.
    pub fn spoken(&self) -> Vec<(String, Option<String>)> {
        let senses = self.senses.iter().filter(|s| s.spoken);
        let kinds = senses.flat_map(|s| &s.kinds);
        let terms = kinds.filter_map(|k| self.event_type(k));
        terms.map(|t| (t.event_type, t.mode)).collect()
    }

    /// Returns what a word of any language means: a type word, a form of one, or a word that events are told with.
    pub fn type_or_told(&self, word: &str) -> Option<TypeTerm> {
        if let Some(term) = self.event_type(word) {
            return Some(term);
        }
        let lemmas = self.words.lemmas(word);
        if let Some(term) = lemmas.iter().find_map(|l| self.event_type(l)) {
            return Some(TypeTerm {
                word: word.to_owned(),
                ..term
            });
        }
        if let Some(term) = self.label_form(word) {
            return Some(term);
        }
        let matter = self.words.is_topic(word);
        if let Some(reading) = self.words.only_kind(word).filter(|_| !matter) {
            let exact = exact(&reading);
            let word = word.to_owned();
            return self.event_type(&exact).map(|t| TypeTerm { word, ..t });
        }
        let told = self.words.told(word);
        (!told.is_empty()).then(|| TypeTerm {
            word: word.to_owned(),
            told,
            ..TypeTerm::default()
        })
    }

    /// Returns the type whose word in answers is another form of a word: "demand" is asked for under "demanded".
    fn label_form(&self, word: &str) -> Option<TypeTerm> {
        let labels = self.labels.values().filter(|l| !l.contains(' '));
        let first = |l: &&String| l.chars().next() == word.to_lowercase().chars().next();
        let mut forms = labels
            .filter(first)
            .filter(|l| self.words.are_forms_of_one(l, word));
        let term = self.event_type(forms.next()?)?;
        let word = word.to_owned();
        Some(TypeTerm { word, ..term })
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
            self.typed.push((word.to_lowercase(), label.to_owned()));
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

    /// Returns the number of a season, 0 for spring, by its name in any language.
    pub fn season(&self, word: &str) -> Option<u32> {
        self.seasons.get(&word.to_lowercase()).copied()
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
            ..TypeTerm::default()
        };
        Some(term)
    }

    /// Lists the type words for completion, each with its meaning: types first, then modes.
    pub fn type_words(&self) -> &[(String, String)] {
        &self.typed
    }

    /// Returns the words for people of a type or mode.
    pub fn label(&self, event_type: &str, mode: Option<&str>) -> Option<&str> {
        let key = (event_type.to_owned(), mode.map(str::to_owned));
        self.labels.get(&key).map(String::as_str)
    }

    /// Returns the words for people of what an event is: "phone call".
    pub fn word(&self, kind: &crate::graph::KindView<'_>) -> String {
        self.label_or_name(kind.event_type, kind.mode)
    }

    /// Returns the words for people of a type or mode, or its name where the ontology does not know it.
    pub fn label_or_name(&self, event_type: &str, mode: Option<&str>) -> String {
        self.label(event_type, mode)
            .map_or_else(|| super::tables::type_word(event_type, mode), str::to_owned)
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
