//! One engine for every front end: text → statement with positions → plan → result with the ids behind each row.
//!
//! In: text, a graph, the vocabulary of the lexicon. Out: results that views and exports read. Invariants: no input or output, no clock ("today" is
//! given), no panic; an empty answer says which filter emptied it. Does not: print, save, or read files (see `shell` and `export`).

pub mod ast;
pub mod clauses;
pub mod expect;
pub mod lexer;
pub mod parse;
pub mod suggest;
pub mod verbs;
pub mod vocabulary;

pub use parse::{parse, split};
pub use vocabulary::Vocabulary;
