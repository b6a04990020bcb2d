//! The shell: reads statements, runs them in a [`Session`], prints answers; nothing of it knows how articles are read.
//!
//! In: a session, a [`LineSource`], a way to print. Out: an exit state. Invariants: an error never ends an interactive session; colours and pager only
//! on a terminal; output for machines is never mixed with remarks.

pub mod command;
pub mod commands;
pub mod complete;
pub mod help;
pub mod highlight;
pub mod hint;
pub mod judging;
pub mod library;
pub mod line;
pub mod pager;
pub mod plan_text;
pub mod render;
pub mod saved;
pub mod session;
pub mod settings;
pub mod working;

use line::{Line, LineSource, Shared};
use render::style::Ink;
use render::width::folded;
use session::Reply;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

/// Prints what the shell says.
pub trait Printer {
    /// Prints an answer; `page` allows a pager. `false` means that nobody reads any more.
    fn answer(&mut self, text: &str, page: bool) -> bool;
    /// Prints a remark or an error, beside the answers.
    fn remark(&mut self, text: &str);
}

/// Lists the names of every view and format.
pub fn format_names() -> Vec<&'static str> {
    render::VIEWS
        .iter()
        .map(|v| v.0)
        .chain(crate::export::FORMATS.iter().map(|f| f.name))
        .collect()
}

/// Replaces a leading `~` by the home folder.
pub fn home(file: &str) -> PathBuf {
    match (file.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => PathBuf::from(file),
    }
}

/// Lists the names in a folder, and whether each is a folder; empty if it cannot be read.
fn entries(folder: &Path) -> Vec<(String, bool)> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .flatten()
        .map(|e| {
            (
                e.file_name().to_string_lossy().into_owned(),
                e.path().is_dir(),
            )
        })
        .collect()
}

/// Lists the files of a folder with a suffix, sorted.
fn files_in(folder: &Path, suffix: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = entries(folder)
        .into_iter()
        .map(|(n, _)| folder.join(n))
        .filter(|p| p.extension().is_some_and(|e| e == suffix))
        .collect();
    files.sort();
    files
}

/// Reads a text file.
fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|e| format!("{} cannot be read: {e}", file.display()))
}

/// How a script went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outcome {
    /// Statements that failed.
    pub failed: usize,
    /// Questions without a row.
    pub empty: usize,
    /// Ctrl-C ended it.
    pub interrupted: bool,
    /// `quit` was met, or nobody reads the output.
    pub quit: bool,
}

/// Runs the statements of a text; errors carry `place`, the file's name and its first line.
pub fn run_text(
    session: &Shared,
    text: &str,
    place: Option<&str>,
    keep_going: bool,
    printer: &mut dyn Printer,
) -> Outcome {
    let mut outcome = Outcome::default();
    for span in crate::query::split(text) {
        let statement = span.of(text);
        session.borrow().cancel.store(false, Ordering::Relaxed);
        let result = session.borrow_mut().execute(statement);
        outcome.interrupted |= session.borrow().cancel.load(Ordering::Relaxed);
        match result {
            Ok(reply) => {
                outcome.quit |= reply.quit;
                outcome.empty += usize::from(reply.empty);
                if !print(session, &reply, printer) {
                    outcome.quit = true;
                }
            }
            Err(problem) => {
                outcome.failed += 1;
                let first = text
                    .get(..span.start as usize)
                    .unwrap_or("")
                    .matches('\n')
                    .count()
                    + 1;
                let style = session.borrow().style;
                let told = session::describe(&problem, statement, style, place.map(|p| (p, first)));
                printer.remark(&folded(&told, session.borrow().screen().width));
                if !keep_going {
                    return outcome;
                }
            }
        }
        if outcome.quit || outcome.interrupted {
            return outcome;
        }
    }
    outcome
}

/// Prints a reply: remarks in front of tables, beside output for machines.
fn print(session: &Shared, reply: &Reply, printer: &mut dyn Printer) -> bool {
    let style = session.borrow().style;
    let page = session.borrow().settings.pager != "off";
    let remarks: Vec<String> = reply
        .remarks
        .iter()
        .map(|r| format!("{}\n", style.paint(Ink::Dim, r)))
        .collect();
    if reply.machine {
        remarks.iter().for_each(|r| printer.remark(r));
        return printer.answer(&reply.text, page);
    }
    let notes: String = reply
        .notes
        .iter()
        .map(|n| format!("{}\n", style.paint(Ink::Dim, n)))
        .collect();
    let whole = format!("{}{}{notes}", remarks.concat(), reply.text);
    let width = session.borrow().screen().width;
    printer.answer(&folded(&whole, width), page)
}

/// Reads and runs until the source ends.
///
/// # Errors
/// What the source said.
pub fn interact(
    session: &Shared,
    source: &mut dyn LineSource,
    printer: &mut dyn Printer,
) -> std::io::Result<Outcome> {
    let mut total = Outcome::default();
    loop {
        let text = match source.next("ng> ")? {
            Line::End => return Ok(total),
            Line::Interrupted => continue,
            Line::Text(text) => text,
        };
        if text.trim().is_empty() {
            continue;
        }
        source.remember(text.trim_end());
        if !text.starts_with(' ') {
            session
                .borrow_mut()
                .history
                .push(text.trim_end().to_owned());
        }
        let outcome = run_text(session, &text, None, true, printer);
        total.failed += outcome.failed;
        if outcome.quit {
            return Ok(total);
        }
    }
}

/// Returns the greeting: what the graph holds, how to get help.
pub fn greeting(session: &Shared, name: &str) -> String {
    use crate::query::result::count;
    let session = session.borrow();
    let graph = &session.graph;
    let counts = format!(
        "{}, {}, {}",
        count(graph.n_events(), "event"),
        count(graph.n_entities(), "actor and place")
            .replace("actor and places", "actors and places"),
        count(graph.n_articles(), "article")
    );
    let doubts = session.judge.as_ref().map_or(0, |j| j.queue().len());
    let doubts = if doubts > 0 {
        format!(
            " · {} of names in doubt (`candidates`)",
            count(doubts, "pair")
        )
    } else {
        String::new()
    };
    let hint = session.style.paint(
        Ink::Dim,
        "help lists the commands, Tab completes, Ctrl-D leaves",
    );
    let told = format!("newsgraph · {name} · {counts}{doubts}\n{hint}\n");
    folded(&told, session.screen().width)
}
