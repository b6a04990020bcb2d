//! The integration tests: one binary, one module an area.

mod graph;
mod packs;
mod query;
mod reading;
mod tidy;
mod times;
