//! The integration tests: one binary, one module an area.

mod mentions;
mod graph;
mod packs;
mod fixture;
mod packs;
mod query;
mod syntax;
mod reading;
mod shell;
mod tidy;
mod times;
