//! `newsgraph query GRAPH -c QUESTION | -f FILE | < script`: one-shot questions with exit codes for scripts.
//!
//! Exit: 0 all well, 1 a statement failed, 2 usage, 3 no rows with `--exit-empty`, 4 a file or graph cannot be read, 130 interrupted.

use super::open::Sources;
use super::reading::Reading;
use super::session::{Common, catch_interrupts, printer, session};
use clap::Args;
use newsgraph::shell::line::{Line, LineSource, Shared};
use newsgraph::shell::pager::Standard;
use newsgraph::shell::{Outcome, run_text};
use std::io::{IsTerminal as _, Read as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `query`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A graph file (.ron, .ng), or articles: files, folders, globs
    #[arg(required = true, value_name = "GRAPH|INPUT")]
    pub inputs: Vec<String>,
    /// Statement to run (repeatable)
    #[arg(short, long = "command", value_name = "QUESTION")]
    pub command: Vec<String>,
    /// File of statements, or a saved query (repeatable)
    #[arg(short, long, value_name = "FILE")]
    pub file: Vec<PathBuf>,
    /// Go on after a statement that failed
    #[arg(long)]
    pub keep_going: bool,
    /// Exit with 3 if a question has no rows
    #[arg(long)]
    pub exit_empty: bool,
    /// Same as --format json
    #[arg(long)]
    pub json: bool,
    /// Same as --format csv
    #[arg(long)]
    pub csv: bool,
    /// Judgements on who is who
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub common: Common,
}

/// What is said where statements are to be typed without a prompt.
const WAITING: &str = "statements are read up to Ctrl-D and then answered; `newsgraph shell` answers each, `-c QUESTION` asks one";

/// Exit code of a script that Ctrl-C ended, as shells have it: 128 and the number of the signal.
const INTERRUPTED: u8 = 130;

/// Turns an outcome into an exit code.
pub fn code(outcome: Outcome) -> ExitCode {
    if outcome.interrupted {
        ExitCode::from(INTERRUPTED)
    } else if outcome.failed > 0 {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    }
}

/// Runs every line of a source as the shell would: a statement that fails is told with its line, and the next are run.
///
/// # Errors
/// The source's.
pub fn script(
    session: &Shared,
    source: &mut dyn LineSource,
    printer: &mut Standard,
) -> anyhow::Result<Outcome> {
    let mut text = String::new();
    while let Line::Text(more) = source.next("")? {
        text.push_str(&more);
    }
    Ok(run_text(session, &text, Some("-"), true, printer))
}

/// Runs `query`.
///
/// # Errors
/// Usage; what cannot be read ends with its own exit code.
#[expect(
    clippy::print_stderr,
    reason = "who types should know what is waited for"
)]
pub fn run(arguments: &Arguments, sources: Sources<'_>) -> anyhow::Result<ExitCode> {
    let sources = sources
        .decided(arguments.decisions.as_deref())
        .told(&arguments.reading);
    let mut texts: Vec<(String, Option<String>)> = arguments
        .command
        .iter()
        .map(|c| (c.clone(), None))
        .collect();
    for file in &arguments.file {
        texts.push((super::read(file)?, Some(file.display().to_string())));
    }
    if texts.is_empty() {
        super::open::statements_can_follow(&arguments.inputs)?;
    }
    let session = session(&arguments.inputs, sources, &arguments.common)?;
    if texts.is_empty() {
        if std::io::stdin().is_terminal() {
            eprintln!("{WAITING}");
        }
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        texts.push((text, Some("-".to_owned())));
    }
    for (flag, format) in [(arguments.json, "json"), (arguments.csv, "csv")] {
        if flag {
            format.clone_into(&mut session.borrow_mut().settings.format);
        }
    }
    catch_interrupts(&session);
    let mut printer = printer(None);
    let mut total = Outcome::default();
    for (text, place) in texts {
        let saved = place.as_deref().filter(|_| text.contains("//@ param"));
        let outcome = match saved {
            Some(file) => run_text(
                &session,
                &format!(
                    "run \"{}\"{}",
                    file.replace('"', "\\\""),
                    parameters(arguments)
                ),
                None,
                arguments.keep_going,
                &mut printer,
            ),
            None => run_text(
                &session,
                &text,
                place.as_deref(),
                arguments.keep_going,
                &mut printer,
            ),
        };
        total.failed += outcome.failed;
        total.empty += outcome.empty;
        total.interrupted |= outcome.interrupted;
        if outcome.quit || outcome.interrupted || (outcome.failed > 0 && !arguments.keep_going) {
            break;
        }
    }
    if total.failed == 0 && !total.interrupted && total.empty > 0 && arguments.exit_empty {
        return Ok(ExitCode::from(3));
    }
    Ok(code(total))
}

fn parameters(arguments: &Arguments) -> String {
    let quoted = arguments
        .common
        .param
        .iter()
        .filter_map(|p| p.split_once('='));
    quoted
        .map(|(name, value)| format!(" {name}=\"{}\"", value.replace('"', "\\\"")))
        .collect()
}
