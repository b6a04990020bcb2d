//! The integration tests: one binary, one module an area.

mod names;
mod packs;
mod query;
mod reading;
mod tidy;
mod times;
