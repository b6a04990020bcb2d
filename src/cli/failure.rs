//! How the program fails: one line that says what and where, and the exit code that scripts rely on.
//!
//! 0 all well, 1 a statement or check failed, 2 usage, 3 no rows with `--exit-empty`, 4 a file or graph cannot be read or written, 130 interrupted.

use newsgraph::graph::file::FileError;
use newsgraph::import::ImportError;
use newsgraph::lexicon::embed::DataError;
use newsgraph::resolve::judgement::JudgementError;
use std::process::ExitCode;

/// Exit code for wrong arguments.
pub const USAGE: u8 = 2;
/// Exit code for a file or graph that cannot be read or written.
pub const UNREADABLE: u8 = 4;

/// Arguments that fit together for the parser but not for the command.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Usage(pub String);

/// Input in which nothing could be read.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(pub String);

/// Returns the exit code of an error.
fn code(error: &anyhow::Error) -> u8 {
    let of_part = |part: &(dyn std::error::Error + 'static)| {
        let unreadable = part.is::<Unreadable>()
            || part.is::<std::io::Error>()
            || part.is::<FileError>()
            || part.is::<DataError>()
            || part.is::<ImportError>()
            || part.is::<JudgementError>();
        if part.is::<Usage>() {
            Some(USAGE)
        } else {
            unreadable.then_some(UNREADABLE)
        }
    };
    error.chain().find_map(of_part).unwrap_or(1)
}

/// Tells whether the reader of the output went away, which is no failure.
fn nobody_reads(error: &anyhow::Error) -> bool {
    error.chain().any(|part| {
        part.downcast_ref::<std::io::Error>()
            .is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

/// Writes an error and its causes in one line; a cause that the words before already say is not said twice.
pub fn words(error: &anyhow::Error) -> String {
    let mut out = String::new();
    for part in error.chain().map(ToString::to_string) {
        if out.is_empty() {
            out = part;
        } else if !out.contains(&part) {
            out = format!("{out}: {part}");
        }
    }
    out
}

/// Reports an error; returns the exit code.
#[expect(
    clippy::print_stderr,
    reason = "the one place where errors reach the terminal"
)]
pub fn report(error: &anyhow::Error) -> ExitCode {
    if nobody_reads(error) {
        return ExitCode::SUCCESS;
    }
    eprintln!("error: {}", words(error));
    ExitCode::from(code(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context as _;

    fn missing() -> std::io::Error {
        std::io::Error::new(std::io::ErrorKind::NotFound, "no such file")
    }

    #[test]
    fn a_cause_is_said_once() {
        let inner = FileError::Io {
            path: "a.ng".to_owned(),
            action: "open the file",
            source: missing(),
        };
        let error = anyhow::Error::new(inner);
        assert_eq!(words(&error), "a.ng: cannot open the file: no such file");
        let error = anyhow::Error::new(missing()).context("a.tsv: cannot read the table");
        assert_eq!(words(&error), "a.tsv: cannot read the table: no such file");
    }

    #[test]
    fn files_and_usage_have_their_codes() {
        let file: anyhow::Result<()> = Err(missing()).context("a.ng");
        assert_eq!(file.map_err(|e| code(&e)), Err(UNREADABLE));
        assert_eq!(code(&Usage("no format".to_owned()).into()), USAGE);
        assert_eq!(code(&Unreadable("nothing".to_owned()).into()), UNREADABLE);
        assert_eq!(code(&anyhow::anyhow!("a statement failed")), 1);
    }
}
