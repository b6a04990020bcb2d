//! From a decoded file to clean articles, sentences, tokens and lemmas.
//!
//! In: [`crate::base::article::Document`]. Out: articles with blocks, language and date; sentences with tokens.
//! Invariants: spans are byte ranges of the clean text, and the offset map leads to the raw text; nothing is invented, no input makes a stage fail.
//! Does not: read files (pipeline::source), resolve time expressions (extract::timex).

pub mod block;
pub mod boundary;
pub mod clean;
pub mod dateline;
pub mod decode;
pub mod given_date;
pub mod html;
pub mod language;
pub mod layout;
pub mod lemma;
pub(crate) mod opening;
mod place_line;
pub mod published;
pub mod scan;
pub mod segment;
pub mod sentence;
pub mod token;
