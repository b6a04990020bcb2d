//! `newsgraph export GRAPH --format F -o FILE`: the whole graph in another program's format.

use super::failure::{Unreadable, Usage};
use super::open::Sources;
use super::session::{Common, session};
use clap::Args;
use newsgraph::export;
use newsgraph::query::{Answer, plain};
use newsgraph::shell::session::Session;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A graph file (.ron, .ng), or articles
    #[arg(required = true, value_name = "GRAPH|INPUT")]
    pub inputs: Vec<String>,
    /// Format; without it the suffix of the output decides
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// File to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Only what this statement answers
    #[arg(short, long, value_name = "QUESTION")]
    pub query: Option<String>,
}

/// Runs `export`.
///
/// # Errors
/// A format that does not exist; what cannot be written.
#[expect(
    clippy::print_stderr,
    reason = "what a file leaves out is told apart from it"
)]
pub fn run(
    arguments: &Arguments,
    data: Option<&Path>,
    actors: Option<&Path>,
) -> anyhow::Result<ExitCode> {
    let by_suffix = arguments
        .output
        .as_ref()
        .and_then(|o| export::format_of_file(&o.to_string_lossy()))
        .map(|f| f.name);
    let name = arguments
        .format
        .as_deref()
        .or(by_suffix)
        .unwrap_or("events-jsonl");
    if let (None, None, Some(file)) = (&arguments.format, by_suffix, &arguments.output) {
        anyhow::bail!(no_format(file));
    }
    let names: Vec<&str> = export::FORMATS.iter().map(|f| f.name).collect();
    let Some(format) = export::format(name) else {
        anyhow::bail!(Usage(format!(
            "no format \"{name}\"; formats are {}",
            names.join(", ")
        )))
    };
    let sources = Sources {
        data,
        actors,
        decisions: None,
        reading: None,
    };
    let session = session(&arguments.inputs, sources, &Common::plain())?;
    let session = session.borrow();
    let answer = match &arguments.query {
        None => export::whole(&session.graph),
        Some(text) => asked(&session, text)?,
    };
    let title = arguments
        .query
        .clone()
        .unwrap_or_else(|| "newsgraph".to_owned());
    let context = session.context(&title);
    let text = (format.write)(&answer, &context);
    if let Some(lost) = export::left_out(format.name, &answer, &context) {
        eprintln!("{lost}");
    }
    match &arguments.output {
        Some(file) => session
            .write(&file.to_string_lossy(), text.as_bytes(), false)
            .map_err(Unreadable)?,
        None => std::io::stdout().lock().write_all(text.as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Answers a statement or a plain question; how a question is read is said.
#[expect(
    clippy::print_stderr,
    reason = "how a question is read is no part of the file"
)]
fn asked(session: &Session, text: &str) -> anyhow::Result<Answer> {
    let (graph, vocabulary) = (&session.graph, &session.vocabulary);
    let run = |text: &str| {
        let mut options = session.options();
        options.max_rows = 0;
        newsgraph::query::run(text, graph, vocabulary, &options)
    };
    let answer = run(text).or_else(|problem| {
        let reading = plain::reread(text, problem, vocabulary, graph, &session.options())?;
        for line in plain::said(&reading.statement, vocabulary, graph) {
            eprintln!("{line}");
        }
        run(&reading.statement)
    });
    answer.map_err(|problem| {
        let words = session.explain(&problem, text);
        anyhow::anyhow!("{}", words.trim_start_matches("error: ").trim_end())
    })
}

/// Makes the error of a file whose suffix means no format.
fn no_format(file: &Path) -> Usage {
    let suffixes: Vec<String> = export::FORMATS
        .iter()
        .flat_map(|f| f.suffixes.iter().map(|s| format!(".{s}")))
        .collect();
    Usage(format!(
        "{}: no format has this suffix; there are {}, or name one with --format",
        file.display(),
        suffixes.join(", ")
    ))
}
