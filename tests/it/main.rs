//! The integration tests: one binary, one module an area.

mod names;
mod mentions;
mod graph;
mod packs;
mod fixture;
mod query;
mod syntax;
mod tagger;
mod reading;
mod shell;
mod syntax;
mod tidy;
mod times;
