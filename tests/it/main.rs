//! The integration tests: one binary, one module an area.

mod packs;
mod query;
mod syntax;
mod tidy;
mod times;
