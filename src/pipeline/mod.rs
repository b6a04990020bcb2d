//! From files to records and graphs: reads sources, calls the stages in order, collects diagnostics.
//!
//! In: paths. Out: records, worlds and what there is to say about the input. Invariants: one bad file never stops the run; the same input gives the
//! same output for any number of threads and any order of files. Does not: hold the logic of a stage.

pub mod extract;
pub mod fields;
pub mod lines;
mod parts;
pub mod source;
mod wide;

pub use extract::{Engine, Extraction, Stages};
pub use parts::{Parts, RemoveError};
