//! The integration tests: one binary, one module an area.

mod fixture;
mod graph;
mod mentions;
mod names;
mod packs;
mod query;
mod reading;
mod shell;
mod syntax;
mod tagger;
mod tidy;
mod times;
