//! The data files: those built into the binary, and a folder that may replace or add to them.
//!
//! In: the generated list of embedded files, `--data DIR`. Out: bytes and parsed RON by path ("languages/sv/triggers.ron").
//! This is the only file of the layer that reads the disk.

use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Why a data file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// Neither embedded nor in the overlay.
    #[error("data file {path} does not exist")]
    Missing {
        /// Path below `data/`.
        path: String,
    },
    /// The overlay file could not be read.
    #[error("data file {path} cannot be read: {source}")]
    Unreadable {
        /// Path on disk.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not the RON it should be.
    #[error("{path}:{line}:{column}: {message}")]
    Syntax {
        /// Path below `data/`.
        path: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What was expected.
        message: String,
    },
    /// The file is well-formed but says something that cannot be.
    #[error("{path}: {entry}: {message}")]
    Invalid {
        /// Path below `data/`.
        path: String,
        /// Id of the entry at fault.
        entry: String,
        /// What is wrong and what would be right.
        message: String,
    },
}

/// Embedded data files with an optional overlay folder.
#[derive(Debug, Clone, Default)]
pub struct DataFiles {
    overlay: Option<PathBuf>,
}

impl DataFiles {
    /// Opens the embedded files, with `overlay` laid over them.
    ///
    /// # Errors
    /// [`DataError::Missing`] if the overlay is no folder.
    pub fn open(overlay: Option<&Path>) -> Result<Self, DataError> {
        match overlay {
            Some(path) if !path.is_dir() => Err(DataError::Missing {
                path: path.display().to_string(),
            }),
            overlay => Ok(Self {
                overlay: overlay.map(Path::to_path_buf),
            }),
        }
    }

    /// Returns the bytes of a file, the overlay's if it has one.
    ///
    /// # Errors
    /// [`DataError::Missing`] or [`DataError::Unreadable`].
    pub fn bytes(&self, path: &str) -> Result<Cow<'static, [u8]>, DataError> {
        if let Some(file) = self
            .overlay
            .as_ref()
            .map(|o| o.join(path))
            .filter(|f| f.is_file())
        {
            let unreadable = |source| DataError::Unreadable {
                path: file.display().to_string(),
                source,
            };
            return std::fs::read(&file).map(Cow::Owned).map_err(unreadable);
        }
        let found = EMBEDDED
            .binary_search_by(|f| f.0.cmp(path))
            .ok()
            .and_then(|i| EMBEDDED.get(i));
        found
            .map(|f| Cow::Borrowed(f.1))
            .ok_or_else(|| DataError::Missing {
                path: path.to_owned(),
            })
    }

    /// Tells whether the overlay holds a file whose path starts with `prefix`.
    pub fn overlays(&self, prefix: &str) -> bool {
        let folder = self.overlay.as_ref().map(|o| o.join(prefix));
        folder.is_some_and(|f| f.is_dir())
    }

    /// Parses a RON file into its table.
    ///
    /// # Errors
    /// As [`DataFiles::bytes`], and [`DataError::Syntax`] with line and column.
    pub fn ron<T: DeserializeOwned>(&self, path: &str) -> Result<T, DataError> {
        let bytes = self.bytes(path)?;
        ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_bytes(&bytes)
            .map_err(|error: ron::error::SpannedError| DataError::Syntax {
                path: path.to_owned(),
                line: error.span.start.line,
                column: error.span.start.col,
                message: error.code.to_string(),
            })
    }

    /// Lists every file whose path starts with `prefix`, sorted.
    pub fn list(&self, prefix: &str) -> Vec<String> {
        let mut names: BTreeSet<String> = EMBEDDED
            .iter()
            .map(|f| f.0.to_owned())
            .filter(|n| n.starts_with(prefix))
            .collect();
        if let Some(root) = &self.overlay {
            let walk = walkdir::WalkDir::new(root)
                .into_iter()
                .flatten()
                .filter(|e| e.file_type().is_file());
            let below = walk.filter_map(|e| {
                Some(
                    e.path()
                        .strip_prefix(root)
                        .ok()?
                        .to_string_lossy()
                        .replace('\\', "/"),
                )
            });
            names.extend(below.filter(|n| n.starts_with(prefix)));
        }
        names.into_iter().collect()
    }
}
