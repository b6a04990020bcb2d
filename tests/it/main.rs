//! The integration tests: one binary, one module an area.

mod packs;
mod tidy;
//! Integration tests: one file an area.

mod times;
//! The one integration binary: a file an area.

mod query;
