//! Extraction: time expressions, mentions, trees, events. In: sentences. Out: records with spans. Invariants: no I/O, no panic, no word of a language.

pub mod event;
//! Extraction: what one article says, stage by stage.
//!
//! In: an article, its sentences and the lexicon. Out: plain records. Invariants: no file, clock or environment is read; nothing panics.

pub mod syntax;
