//! newsgraph reads news articles and answers who did what to whom, when and where, and which sentence says so.
//!
//! The house and its rules: docs/ARCHITECTURE.md. Layers point down only:
//! `base <- lexicon <- text <- extract <- resolve`, `base <- graph <- query <- export`, `pipeline` above the stages, `shell` on top.

pub mod base;
pub mod export;
pub mod extract;
pub mod graph;
pub mod import;
pub mod lexicon;
pub mod pipeline;
pub mod query;
pub mod resolve;
pub mod shell;
pub mod text;
