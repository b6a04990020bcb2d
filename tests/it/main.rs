//! The integration tests: one binary, one module an area.

mod packs;
mod tidy;
//! Integration tests: one file an area.

mod times;
