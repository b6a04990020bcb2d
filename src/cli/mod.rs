//! The command line: one file a subcommand; reads arguments, does the process-level input and output, calls the library.
//!
//! Invariants: no extraction logic here; every error says what and where and ends with the right exit code; nothing is overwritten on an error.

pub mod analyze;
pub mod build;
pub mod extract;

use newsgraph::base::diagnostic::{Diagnostic, Level};
use std::process::ExitCode;

/// Opens the engine with the user's data folder.
///
/// # Errors
/// What is wrong with a data file.
pub fn engine(data: Option<&std::path::Path>) -> anyhow::Result<newsgraph::pipeline::Engine> {
    Ok(newsgraph::pipeline::Engine::open(data)?)
}

/// Exit code for a file or graph that cannot be read or written.
pub const UNREADABLE: u8 = 4;

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
