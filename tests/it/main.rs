//! The integration tests: one binary, one module an area.

#![allow(clippy::print_stderr, reason = "a skipped test says so")]

mod events;
mod fixture;
mod graph;
mod hostile;
mod mentions;
mod names;
mod packs;
mod parts;
mod query;
mod reading;
mod shell;
mod syntax;
mod tagger;
mod tidy;
mod times;
mod triggers;
