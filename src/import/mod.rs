//! Dated event tables (ICEWS, GDELT, any table with a date, a source and a target) become a graph.
//!
//! In: bytes of a table, a [`Mapping`] of its columns, the lexicon. Out: a graph and what was left out. Invariants: a row that says nothing new (same
//! day, parties, kind, place) is one event; rows without a readable date or party are counted and named, never guessed; the same rows in any order give
//! the same graph. Does not: read files, link names.

mod actor;
mod mapping;
mod table;

pub use mapping::{ColumnNames, Mapping};
pub use table::{Imported, import};

/// Why a table cannot be imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// No preset of that name.
    #[error("there is no preset {name:?}; there are {known}")]
    UnknownPreset {
        /// As typed.
        name: String,
        /// Names that exist.
        known: String,
    },
    /// The mapping names a role that does not exist.
    #[error("{text:?} is no column role; write ROLE=COLUMN with one of {known}")]
    UnknownRole {
        /// As typed.
        text: String,
        /// Roles that exist.
        known: String,
    },
    /// The table lacks a column.
    #[error("the table has no column for {role}; expected {expected}, found {found}")]
    MissingColumn {
        /// Role of the column.
        role: &'static str,
        /// Names tried.
        expected: String,
        /// Names in the header.
        found: String,
    },
    /// A row cannot be split into fields.
    #[error("line {line}: {message}")]
    Row {
        /// Line, from 1.
        line: u64,
        /// What the reader said.
        message: String,
    },
    /// Nothing could be used.
    #[error(
        "none of {rows} rows has a date, a source and a known kind of event; the first problem: {first}"
    )]
    Empty {
        /// Rows read.
        rows: usize,
        /// The first problem.
        first: String,
    },
    /// A data file is wrong.
    #[error(transparent)]
    Data(#[from] crate::lexicon::DataError),
}
