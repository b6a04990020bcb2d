//! The trained models of extraction, each loaded when it is first asked for.
//!
//! In: the data files. Out: the name tagger, parsers by language. Invariant: a language without a treebank has no parser and is told so by `None`.

use super::syntax::Parser;
use super::tagger::Tagger;
use crate::lexicon::DataFiles;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Models behind the stages; shared between threads freely.
#[derive(Debug)]
pub struct Models {
    files: DataFiles,
    tagger: OnceLock<Option<Tagger>>,
    parsers: BTreeMap<String, OnceLock<Option<Parser>>>,
}

impl Models {
    /// Prepares the models of the languages that have one; nothing is loaded yet.
    pub fn open(files: &DataFiles) -> Self {
        let names = files.list("models/syntax-").into_iter();
        let codes = names.filter_map(|n| {
            Some(
                n.strip_prefix("models/syntax-")?
                    .strip_suffix(".bin")?
                    .to_owned(),
            )
        });
        Self {
            files: files.clone(),
            tagger: OnceLock::new(),
            parsers: codes.map(|c| (c, OnceLock::new())).collect(),
        }
    }

    /// Returns the name tagger of all languages.
    pub fn tagger(&self) -> Option<&Tagger> {
        self.tagger
            .get_or_init(|| Tagger::load(&self.files).ok())
            .as_ref()
    }

    /// Returns the parser of a language, or `None` where there is no treebank.
    pub fn parser(&self, lang: &str) -> Option<&Parser> {
        let cell = self.parsers.get(lang)?;
        cell.get_or_init(|| Parser::load(&self.files, lang).ok())
            .as_ref()
    }
}
