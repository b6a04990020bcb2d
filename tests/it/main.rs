//! Integration tests: one file an area.

mod times;
