//! The command line: one file a subcommand; reads arguments, does the process-level input and output, calls the library.
//!
//! Invariants: no extraction logic here; every error says what and where and ends with the right exit code; nothing is overwritten on an error.

pub mod analyze;
pub mod check;
pub mod export;
pub mod open;
pub mod query;
pub mod shell;

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
