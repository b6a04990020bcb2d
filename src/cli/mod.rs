//! The command line: one file a subcommand; reads arguments, does the process-level input and output, calls the library.
//!
//! Invariants: no extraction logic here; every error says what and where and ends with the right exit code; nothing is overwritten on an error.

pub mod analyze;
pub mod build;
pub mod check;
pub mod completions;
pub mod export;
pub mod extract;
pub mod failure;
pub mod import;
pub mod judge;
pub mod linked;
pub mod merge;
pub mod open;
pub mod progress;
pub mod query;
pub mod remove;
pub mod session;
pub mod shell;

use anyhow::Context as _;
use newsgraph::base::diagnostic::{Diagnostic, Level};
use newsgraph::lexicon::Lexicon;
use newsgraph::lexicon::actors::Actors;
use newsgraph::pipeline::Engine;
use std::path::Path;
use std::process::ExitCode;

/// Opens the lexicon with the user's data folder and the user's actors.
///
/// # Errors
/// What is wrong with a data file or the table of actors.
pub fn lexicon(data: Option<&Path>, actors: Option<&Path>) -> anyhow::Result<Lexicon> {
    let mut lexicon = Lexicon::open(data)?;
    if let Some(path) = actors {
        let text = read(path)?;
        lexicon.actors = Actors::parse(&path.display().to_string(), &text)?;
    }
    Ok(lexicon)
}

/// Prints what a change of the articles did to who is who, a line each.
#[expect(
    clippy::print_stderr,
    reason = "a merge or split of actors must not go unsaid"
)]
pub fn tell(shifts: &[newsgraph::graph::identity::Shift]) {
    for shift in shifts {
        eprintln!("{shift}");
    }
}

/// Opens the engine over that lexicon.
///
/// # Errors
/// As [`lexicon`].
pub fn engine(data: Option<&Path>, actors: Option<&Path>) -> anyhow::Result<Engine> {
    Ok(Engine::new(lexicon(data, actors)?))
}

/// Replaces a file at once: the old one stays until the new one is on disk.
///
/// # Errors
/// The system's, with the name of the file.
pub fn replace(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    Ok(newsgraph::graph::file::replace(file, bytes)?)
}

/// Reads a text file of the user's.
///
/// # Errors
/// The system's, with the name of the file.
pub fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

/// Prints diagnostics on standard error; the exit code says whether anything was read at all.
#[expect(clippy::print_stderr, reason = "diagnostics belong on standard error")]
pub fn report(diagnostics: &[Diagnostic], nothing_read: bool) -> ExitCode {
    for diagnostic in diagnostics {
        eprintln!("{diagnostic}");
    }
    exit(nothing_read && diagnostics.iter().any(|d| d.level == Level::Error))
}

/// The exit code of a run over files, by whether it could read nothing.
pub fn exit(failed: bool) -> ExitCode {
    if failed {
        ExitCode::from(failure::UNREADABLE)
    } else {
        ExitCode::SUCCESS
    }
}
