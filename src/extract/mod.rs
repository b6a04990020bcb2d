//! Extraction: from sentences and tokens to dates, mentions, trees and event mentions.
//!
//! In: articles with sentences, the lexicon. Out: findings with spans and evidence. Does not: compare articles.

pub mod tagger;
