//! Graph files: `.ng` (binary, indexes included) and `.ron` (readable); the only part of `graph` that touches the disk.
//!
//! In: a path. Out: a graph, or a file that is whole or not there. Invariants: a writer holds an exclusive lock; a file is written beside its place,
//! flushed to disk and then renamed over the old one, so a reader sees the old or the new file and never half of one; a file that is cut off, altered or
//! of a later version is refused and left alone. Does not: link records.

mod atomic;
mod lock;
mod ng;
mod ron_form;

pub use atomic::{append, replace};
pub use lock::Lock;

use super::Graph;
use std::path::Path;

/// Version of the binary form that this program writes, and the latest it reads.
pub const NG_VERSION: u32 = 1;
/// Version of the readable form.
pub const RON_VERSION: u32 = 1;

/// Why a graph file cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The system refused.
    #[error("{path}: cannot {action}: {source}")]
    Io {
        /// Path as given.
        path: String,
        /// What was tried.
        action: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// Nobody is to write to it.
    #[error("{path}: the file is read-only; make it writable or choose another name")]
    ReadOnly {
        /// Path as given.
        path: String,
    },
    /// Not one of our files.
    #[error(
        "{path}: not a newsgraph file; a .ng file begins with NEWSGRPH, a .ron file with (format: \"newsgraph\""
    )]
    NotAGraph {
        /// Path as given.
        path: String,
    },
    /// Written by a later program.
    #[error(
        "{path}: the file has format version {found}, this program reads versions up to {known}; use a newer newsgraph"
    )]
    Future {
        /// Path as given.
        path: String,
        /// Version in the file.
        found: u32,
        /// Latest version known here.
        known: u32,
    },
    /// Shorter or longer than its header says.
    #[error(
        "{path}: the file is cut off or has grown: {found} bytes, its header says {expected}; rebuild it or take a backup"
    )]
    Length {
        /// Path as given.
        path: String,
        /// Bytes on disk.
        found: u64,
        /// Bytes according to the header.
        expected: u64,
    },
    /// The checksum does not fit.
    #[error("{path}: the file is damaged: {what}; rebuild it or take a backup")]
    Damaged {
        /// Path as given.
        path: String,
        /// What does not fit.
        what: String,
    },
    /// The readable form has a mistake.
    #[error("{path}:{line}:{column}: {message}")]
    Syntax {
        /// Path as given.
        path: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What was expected.
        message: String,
    },
}

impl FileError {
    pub(crate) fn io(path: &Path, action: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.display().to_string();
        move |source| Self::Io {
            path,
            action,
            source,
        }
    }
}

/// The two forms of a graph file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `.ng`.
    Binary,
    /// `.ron`.
    Readable,
}

impl Form {
    /// Chooses the form by the file's suffix: `.ron` is readable, everything else binary.
    pub fn of(path: &Path) -> Self {
        if path
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("ron"))
        {
            Self::Readable
        } else {
            Self::Binary
        }
    }
}

/// Opens a graph file of either form; the form is told by content, not by suffix.
/// Complexity: binary O(bytes) for the checksum, then the pages that are asked for; readable O(bytes), indexes rebuilt.
///
/// # Errors
/// [`FileError`]; the file is left as it is.
pub fn open(path: &Path) -> Result<Graph, FileError> {
    let file = std::fs::File::open(path).map_err(FileError::io(path, "open the file"))?;
    if ng::is_binary(&file) {
        return ng::read(path, &file);
    }
    let text = std::fs::read(path).map_err(FileError::io(path, "read the file"))?;
    ron_form::read(path, &text)
}

/// Tells whether a file is a graph in the binary form, whatever its name.
pub fn is_binary(path: &Path) -> bool {
    std::fs::File::open(path).is_ok_and(|file| ng::is_binary(&file))
}

/// Writes a graph in the form of its suffix, replacing the file at once and for good; takes the lock for as long as it takes.
///
/// # Errors
/// [`FileError::Io`]; the old file stays.
pub fn save(graph: &Graph, path: &Path) -> Result<(), FileError> {
    let lock = Lock::exclusive(path)?;
    save_locked(graph, path, &lock)
}

/// Writes a graph whose lock the caller holds: open, change and save under one lock lose no other writer's work.
///
/// # Errors
/// [`FileError::Io`]; the old file stays.
pub fn save_locked(graph: &Graph, path: &Path, _lock: &Lock) -> Result<(), FileError> {
    let bytes = to_bytes(graph, Form::of(path));
    atomic::replace(path, &bytes)
}

/// Returns the bytes that [`save`] writes.
pub fn to_bytes(graph: &Graph, form: Form) -> Vec<u8> {
    match form {
        Form::Binary => ng::write(graph),
        Form::Readable => ron_form::write(graph),
    }
}
