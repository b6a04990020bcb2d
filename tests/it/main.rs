//! The integration tests: one binary, one module an area.

mod packs;
mod fixture;
mod query;
mod tagger;
mod tidy;
mod times;
//! One test binary; one module an area.

mod reading;
