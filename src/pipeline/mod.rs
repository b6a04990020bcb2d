//! From files to records and graphs: reads sources, calls the stages in order, collects diagnostics.
//!
//! In: paths. Out: documents (source) and what the stages make of them. Invariant: one bad file never stops the run.

pub mod fields;
pub mod source;
