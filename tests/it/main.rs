//! The integration tests: one binary, one module an area.

#![allow(clippy::print_stderr, reason = "a skipped test says so")]

mod actors;
mod article;
mod asked;
mod clauses;
mod dated;
mod events;
mod factuality;
mod fixture;
mod graph;
mod hostile;
mod inputs;
mod interrupts;
mod judging;
mod laws;
mod mentions;
mod names;
mod outputs;
mod packs;
mod parts;
mod pictures;
mod plain;
mod query;
mod reading;
mod sheets;
mod shell;
mod snapshots;
mod statuses;
mod syntax;
mod tagger;
mod terminal;
mod tidy;
mod times;
mod transcripts;
mod triggers;
