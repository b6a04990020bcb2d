//! The integration tests: one binary, one module an area.

mod fixture;
mod packs;
mod query;
mod reading;
mod shell;
mod tidy;
mod times;
