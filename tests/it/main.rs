//! The integration tests: one binary, one module an area.

mod packs;
mod fixture;
mod query;
mod reading;
mod tidy;
mod times;
