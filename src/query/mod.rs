//! One engine for every front end: text → statement with positions → plan → result with the ids behind each row.
//!
//! In: text, a graph, the vocabulary of the lexicon. Out: results that views and exports read. Invariants: no input or output, no clock ("today" is
//! given), no panic; an empty answer says which filter emptied it. Does not: print, save, or read files (see `shell` and `export`).

pub mod ast;
pub mod clauses;
pub mod dates;
mod demands;
pub mod expect;
mod explain;
pub mod facts;
pub mod lexer;
pub mod names;
pub mod parse;
mod partners;
pub mod plain;
pub mod plan;
mod rank;
pub mod result;
mod routes;
pub mod run;
pub mod status;
pub mod suggest;
pub mod tables;
pub mod verbs;
pub mod vocabulary;
pub mod words;

pub use parse::{parse, split};
pub use result::{Answer, Options, Problem};
pub use run::{execute, run};
pub use vocabulary::Vocabulary;
