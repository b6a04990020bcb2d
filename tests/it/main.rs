//! The integration tests: one binary, one module an area.

mod names;
mod mentions;
mod graph;
mod packs;
mod fixture;
mod graph;
mod mentions;
mod packs;
mod query;
mod reading;
mod shell;
mod syntax;
mod tidy;
mod times;
