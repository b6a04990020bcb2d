//! `ontology/cameo.ron`: CAMEO codes with the event type, mode and contexts they stand for, and their Goldstein values.
//!
//! In: RON. Out: [`Cameo`] with look-up by code and by label. Invariant: codes are unique; types and modes exist in the ontology (`check`).
//! Source: CAMEO code book; PLOVER manual. Does not: read event tables (see `import`).

use super::embed::{DataError, DataFiles};
use super::ontology::Ontology;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Path of the table.
const PATH: &str = "ontology/cameo.ron";

/// One code.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CameoCode {
    /// Two to four digits.
    pub code: String,
    /// Event type of the ontology.
    pub event: String,
    /// Mode of the type.
    #[serde(default)]
    pub mode: Option<String>,
    /// PLOVER contexts.
    #[serde(default)]
    pub contexts: Vec<String>,
    /// Goldstein value, from −10 (conflict) to 10 (cooperation).
    pub goldstein: f32,
    /// Words of the code book.
    pub label: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CameoFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    codes: Vec<CameoCode>,
}

/// The code table.
#[derive(Debug, Clone)]
pub struct Cameo {
    codes: BTreeMap<String, CameoCode>,
    labels: BTreeMap<String, String>,
}

impl Cameo {
    /// Reads the table and checks it against the ontology.
    ///
    /// # Errors
    /// [`DataError`] of the file or of the entry at fault.
    pub fn load(files: &DataFiles, ontology: &Ontology) -> Result<Self, DataError> {
        let file: CameoFile = files.ron(PATH)?;
        let mut cameo = Self {
            codes: BTreeMap::new(),
            labels: BTreeMap::new(),
        };
        for code in file.codes {
            let problem = match &code.mode {
                _ if ontology.event_type(&code.event).is_none() => {
                    Some("names an event type that does not exist")
                }
                Some(mode) if ontology.mode(&code.event, mode).is_none() => {
                    Some("names a mode that its event type lacks")
                }
                _ if cameo.codes.contains_key(&code.code) => Some("stands twice; codes are unique"),
                _ => None,
            };
            if let Some(problem) = problem {
                return Err(DataError::Invalid {
                    path: PATH.to_owned(),
                    entry: code.code,
                    message: problem.to_owned(),
                });
            }
            cameo
                .labels
                .entry(words(&code.label))
                .or_insert_with(|| code.code.clone());
            cameo.codes.insert(code.code.clone(), code);
        }
        Ok(cameo)
    }

    /// Returns the entry of a code, or of the nearest code above it ("1839" → "183" → "18"). O(log codes).
    pub fn get(&self, code: &str) -> Option<&CameoCode> {
        let mut code = code;
        while code.len() >= 2 {
            if let Some(found) = self.codes.get(code) {
                return Some(found);
            }
            code = code.get(..code.len() - 1)?;
        }
        None
    }

    /// Returns the entry with a label, whatever its case and punctuation. O(log codes).
    pub fn by_label(&self, label: &str) -> Option<&CameoCode> {
        self.codes.get(self.labels.get(&words(label))?)
    }

    /// Walks every entry by code.
    pub fn iter(&self) -> impl Iterator<Item = &CameoCode> {
        self.codes.values()
    }
}

/// Folds a label to its letters and digits, words by single spaces.
fn words(label: &str) -> String {
    let lower = label.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_name_types_and_fall_back_to_their_parents() {
        let files = DataFiles::default();
        let ontology = Ontology::load(&files).expect("the embedded ontology is sound");
        let cameo = Cameo::load(&files, &ontology).expect("the embedded codes are sound");
        assert!(cameo.iter().count() >= 276);
        assert_eq!(cameo.get("040").map(|c| c.event.as_str()), Some("CONSULT"));
        assert_eq!(cameo.get("0409").map(|c| c.code.as_str()), Some("040"));
        assert_eq!(
            cameo.by_label("make a visit").map(|c| c.code.as_str()),
            Some("042")
        );
        assert!(cameo.get("9").is_none() && cameo.get("å9").is_none());
    }
}
