//! Extraction: what one article says, stage by stage, before its mentions are put together.
//!
//! In: an article, its sentences and the lexicon. Out: the plain records of `base::analysis`.
//! Invariants: no file, clock or environment is read; no input makes it fail or panic; no word of a language stands here.

pub mod event;
pub mod mention;
pub mod models;
pub mod relation;
pub mod syntax;
pub mod tagger;
pub mod timex;
pub mod title;
pub mod units;
