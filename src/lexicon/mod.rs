//! Everything newsgraph knows before it reads: language packs, gazetteers, ontology. All of it is RON under `data/`, embedded in the binary.
//!
//! In: the embedded files and an optional `--data` folder laid over them. Out: typed, compiled tables.
//! Invariants: no word of a language and no event code stands in the code; an unknown field or a broken rule fails with file, line and column.
//! Does not: look at articles.

pub mod actors;
pub mod attested;
pub mod boilerplate;
pub mod cameo;
pub mod coreference;
pub mod cues;
pub mod embed;
pub mod gazetteer;
pub mod groups;
pub mod inflection;
pub mod language;
pub mod leaders;
pub mod nouns;
pub mod ontology;
pub mod pack;
pub mod questions;
pub mod romanization;
pub mod temporal;
pub mod titles;
pub mod triggers;
pub mod word_set;

pub use embed::{DataError, DataFiles};
pub use pack::{Lexicon, Pack};
