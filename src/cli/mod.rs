//! The command line: one file a subcommand; reads arguments, does the process-level input and output, calls the library.
//!
//! Invariants: no extraction logic here; every error says what and where and ends with the right exit code; nothing is overwritten on an error.

pub mod analyze;
pub mod build;
pub mod check;
pub mod export;
pub mod extract;
pub mod import;
pub mod judge;
pub mod merge;
pub mod open;
pub mod query;
pub mod remove;
pub mod shell;

use anyhow::Context as _;
use newsgraph::base::diagnostic::{Diagnostic, Level};
use newsgraph::lexicon::Lexicon;
use newsgraph::lexicon::actors::Actors;
use newsgraph::pipeline::Engine;
use std::path::Path;
use std::process::ExitCode;

/// Opens the engine with the user's data folder and the user's actors.
///
/// # Errors
/// What is wrong with a data file or the table of actors.
pub fn engine(data: Option<&Path>, actors: Option<&Path>) -> anyhow::Result<Engine> {
    let mut lexicon = Lexicon::open(data)?;
    if let Some(path) = actors {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        lexicon.actors = Actors::parse(&path.display().to_string(), &text)?;
    }
    Ok(Engine::new(lexicon))
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

/// Exit code for a file or graph that cannot be read or written.
pub const UNREADABLE: u8 = 4;

/// Reports what cannot be read, with the exit code for it.
///
/// # Errors
/// None; the type is that of a subcommand.
#[expect(clippy::print_stderr, reason = "errors belong on standard error")]
pub fn unreadable(error: &anyhow::Error) -> anyhow::Result<std::process::ExitCode> {
    eprintln!("error: {error:#}");
    Ok(std::process::ExitCode::from(UNREADABLE))
}

/// Prints diagnostics on standard error; the exit code says whether anything was read at all.
#[expect(clippy::print_stderr, reason = "diagnostics belong on standard error")]
pub fn report(diagnostics: &[Diagnostic], nothing_read: bool) -> ExitCode {
    for diagnostic in diagnostics {
        eprintln!("{diagnostic}");
    }
    let failed = nothing_read && diagnostics.iter().any(|d| d.level == Level::Error);
    if failed {
        ExitCode::from(UNREADABLE)
    } else {
        ExitCode::SUCCESS
    }
}
