//! Extraction: time expressions, mentions, trees, events. In: sentences. Out: records with spans. Invariants: no I/O, no panic, no word of a language.

pub mod event;
//! Extraction: what one article says, stage by stage.
//!
//! In: an article, its sentences and the lexicon. Out: plain records. Invariants: no file, clock or environment is read; nothing panics.

pub mod syntax;
//! Extraction: what one article says, before its mentions are put together.
//!
//! In: an article's text, a language pack. Out: the records of `base::analysis`. Invariants: no input makes it fail or panic; same input, same output.

pub mod timex;
//! Extraction: from sentences and tokens to dates, mentions, trees and event mentions.
//!
//! In: articles with sentences, the lexicon. Out: findings with spans and evidence. Does not: compare articles.

pub mod tagger;
