//! `newsgraph export GRAPH --format F -o FILE`: the whole graph in another program's format.

use super::failure::{Unreadable, Usage};
use super::open::Sources;
use super::session::{Common, session};
use clap::Args;
use newsgraph::export;
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
    };
    let session = session(&arguments.inputs, sources, &Common::plain())?;
    let session = session.borrow();
    let answer = match &arguments.query {
        None => export::whole(&session.graph),
        Some(text) => {
            let mut options = session.options();
            options.max_rows = 0;
            let answer = newsgraph::query::run(text, &session.graph, &session.vocabulary, &options);
            answer.map_err(|problem| {
                anyhow::anyhow!(
                    "{}",
                    session
                        .explain(&problem, text)
                        .trim_start_matches("error: ")
                        .trim_end()
                )
            })?
        }
    };
    let title = arguments
        .query
        .clone()
        .unwrap_or_else(|| "newsgraph".to_owned());
    let text = (format.write)(&answer, &session.context(&title));
    match &arguments.output {
        Some(file) => session
            .write(&file.to_string_lossy(), text.as_bytes(), false)
            .map_err(Unreadable)?,
        None => std::io::stdout().lock().write_all(text.as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}
