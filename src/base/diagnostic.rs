//! What a stage noticed: analysis never fails, it returns its records and a list of these.
//!
//! In: a level, a sentence for the reader, a place. Out: the same, printable. Invariant: the message says what, where and what would be right.

use serde::{Deserialize, Serialize};

/// How much a reader should care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Something the reader may want to know; nothing was lost.
    Note,
    /// Something was left out or guessed.
    Warning,
    /// A file or an article could not be used.
    Error,
}

/// One remark about the input, with its place where it has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How much it matters.
    pub level: Level,
    /// Lower-case sentence without a full stop: what was found and what was expected.
    pub message: String,
    /// Name of the input file, where the remark is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// `[start, end)` in code points of the raw text, where the remark is about a place in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<[u32; 2]>,
}

impl Diagnostic {
    /// Makes a diagnostic without a place.
    pub fn new(level: Level, message: impl Into<String>) -> Self {
        Self {
            level,
            message: message.into(),
            file: None,
            span: None,
        }
    }

    /// Names the file the diagnostic is about.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// Names the raw code-point range the diagnostic is about.
    #[must_use]
    pub fn at(mut self, span: [u32; 2]) -> Self {
        self.span = Some(span);
        self
    }
}

impl std::fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let level = match self.level {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        };
        write!(f, "{level}: ")?;
        if let Some(file) = &self.file {
            write!(f, "{file}: ")?;
        }
        f.write_str(&self.message)
    }
}
