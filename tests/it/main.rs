//! The integration tests: one binary, one module an area.

mod mentions;
mod packs;
mod query;
mod tagger;
mod tidy;
mod times;
mod reading;
