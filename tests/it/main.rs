//! The integration tests: one binary, one module an area.

#![allow(clippy::print_stderr, reason = "a skipped test says so")]

mod fixture;
mod graph;
mod interrupts;
mod judging;
mod laws;
mod mentions;
mod names;
mod packs;
mod query;
mod reading;
mod shell;
mod snapshots;
mod syntax;
mod tagger;
mod terminal;
mod tidy;
mod times;
mod transcripts;
mod triggers;
