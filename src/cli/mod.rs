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
pub mod reading;
pub mod remove;
pub mod session;
pub mod shell;

use anyhow::Context as _;
use newsgraph::base::diagnostic::{Diagnostic, Level};
use newsgraph::graph::Graph;
use newsgraph::lexicon::Lexicon;
use newsgraph::lexicon::actors::Actors;
use newsgraph::pipeline::Engine;
use newsgraph::query::result::count;
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

/// A path from the root on, as far as its folders are there.
pub fn whole_path(file: &Path) -> String {
    let absolute = std::path::absolute(file);
    absolute.map_or_else(|_| file.display().to_string(), |p| p.display().to_string())
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

/// What a graph holds, in words.
pub fn size(graph: &Graph) -> String {
    format!(
        "{}, {}, {}, {}",
        count(graph.n_articles(), "article"),
        actors_and_places(graph.n_entities()),
        count(graph.n_events(), "event"),
        count(graph.n_relations(), "relation")
    )
}

/// A number of actors and places, in words.
pub fn actors_and_places(n: usize) -> String {
    let noun = if n == 1 {
        "actor or place"
    } else {
        "actors and places"
    };
    format!("{n} {noun}")
}

/// Prints diagnostics on standard error; the exit code says whether anything was read at all. What a run that goes on could not read is a warning.
#[expect(clippy::print_stderr, reason = "diagnostics belong on standard error")]
pub fn report(diagnostics: &[Diagnostic], nothing_read: bool) -> ExitCode {
    for mut diagnostic in together(diagnostics) {
        if !nothing_read {
            diagnostic.level = diagnostic.level.min(Level::Warning);
        }
        eprintln!("{diagnostic}");
    }
    exit(nothing_read && diagnostics.iter().any(|d| d.level == Level::Error))
}

/// Lines of one file that are named where they have the same fault.
const LINES_NAMED: usize = 5;

/// The line or record of a file that a message is about, its number, and the message itself.
fn numbered(message: &str) -> Option<(&str, &str, &str)> {
    let (place, rest) = message.split_once(": ")?;
    let (what, number) = place.split_once(' ')?;
    let told = matches!(what, "line" | "record") && number.bytes().all(|b| b.is_ascii_digit());
    told.then_some((what, number, rest))
}

/// Diagnostics with one for all lines of a file that have the same fault, where the first of them stands.
pub fn together(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut found: Vec<(Diagnostic, Vec<&str>)> = Vec::new();
    for diagnostic in diagnostics {
        let own = numbered(&diagnostic.message);
        let same = found.iter_mut().find(|(first, _)| {
            let other = numbered(&first.message);
            let alike = own
                .zip(other)
                .is_some_and(|(a, b)| (a.0, a.2) == (b.0, b.2));
            alike && first.file == diagnostic.file && first.level == diagnostic.level
        });
        match (same, own) {
            (Some((_, numbers)), Some((_, number, _))) => numbers.push(number),
            _ => found.push((diagnostic.clone(), own.map(|o| o.1).into_iter().collect())),
        }
    }
    let written = found.into_iter().map(|(mut diagnostic, numbers)| {
        if let (Some((what, _, rest)), true) = (numbered(&diagnostic.message), numbers.len() > 1) {
            let named: Vec<&str> = numbers.iter().take(LINES_NAMED).copied().collect();
            let more = match numbers.len() - named.len() {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            diagnostic.message = format!("{what}s {}{more}: {rest}", named.join(", "));
        }
        diagnostic
    });
    written.collect()
}

/// The exit code of a run over files, by whether it could read nothing.
pub fn exit(failed: bool) -> ExitCode {
    if failed {
        ExitCode::from(failure::UNREADABLE)
    } else {
        ExitCode::SUCCESS
    }
}
