//! The one integration binary: a file an area.

mod query;
