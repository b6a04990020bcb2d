//! `newsgraph build` and `newsgraph add`: articles in, a graph file out.

use anyhow::Context as _;
use chrono::NaiveDate;
use clap::Args;
use newsgraph::graph::{Graph, file, identity};
use newsgraph::pipeline::source::Options;
use newsgraph::pipeline::{Engine, Parts};
use newsgraph::resolve::judgement::Judgements;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Arguments of `build`.
#[derive(Debug, Args)]
pub struct Build {
    /// Files, folders, globs, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,
    /// Graph to write: .ron readable, .ng fast
    #[arg(short, long, value_name = "GRAPH")]
    output: PathBuf,
    /// Publication date of every article named, YYYY-MM-DD; goes before what the articles say
    #[arg(long, value_name = "DATE")]
    date: Option<NaiveDate>,
    /// Judgements on who is who
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

/// Arguments of `add`.
#[derive(Debug, Args)]
pub struct Add {
    /// Graph to add to
    graph: PathBuf,
    /// Files, folders, globs, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,
    /// Publication date of every article named, YYYY-MM-DD; goes before what the articles say
    #[arg(long, value_name = "DATE")]
    date: Option<NaiveDate>,
    /// Judgements on who is who
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

/// Builds a new graph.
///
/// # Errors
/// If the decisions cannot be read or the graph not be written; an existing file is then untouched.
#[expect(clippy::print_stderr, reason = "a person wants to know what was built")]
pub fn build(arguments: &Build, engine: &Engine) -> anyhow::Result<ExitCode> {
    let judgements = judgements(arguments.decisions.as_deref())?;
    let extraction = extract(engine, &arguments.inputs, arguments.date);
    if extraction.records.is_empty() {
        super::report(&extraction.diagnostics, true);
        anyhow::bail!(
            "no article was found in {}; nothing was written",
            arguments.inputs.join(", ")
        );
    }
    super::report(&extraction.diagnostics, false);
    let graph = Graph::from_world(engine.world(extraction.records, &judgements));
    file::save(&graph, &arguments.output)?;
    eprintln!("{}", summary(&graph, &arguments.output));
    Ok(ExitCode::SUCCESS)
}

/// Adds articles to a graph; those it already holds are counted. The graph is then what a build of all articles would be; where linking the new ones
/// made one of several actors, or several of one, that is said.
///
/// # Errors
/// If the graph cannot be read or written; it is then untouched.
#[expect(clippy::print_stderr, reason = "a person wants to know what was added")]
pub fn add(arguments: &Add, engine: &Engine) -> anyhow::Result<ExitCode> {
    let judgements = judgements(arguments.decisions.as_deref())?;
    // Held from reading to writing, so that of two at work at once none loses what the other added.
    let lock = file::Lock::exclusive(&arguments.graph)?;
    let before = file::open(&arguments.graph)?.world();
    let extraction = extract(engine, &arguments.inputs, arguments.date);
    let code = super::report(&extraction.diagnostics, extraction.records.is_empty());
    let found = extraction.records.len();
    let mut parts = Parts::of(before.clone());
    let fresh = parts.add(extraction.records);
    let after = parts.world(&engine.lexicon, &judgements);
    let shifts = identity::shifts(&before, &after);
    let graph = Graph::from_world(after);
    file::save_locked(&graph, &arguments.graph, &lock)?;
    eprintln!("{fresh} new articles, {} already known", found - fresh);
    super::tell(&shifts);
    eprintln!("{}", summary(&graph, &arguments.graph));
    Ok(code)
}

fn extract(
    engine: &Engine,
    inputs: &[String],
    user_date: Option<NaiveDate>,
) -> newsgraph::pipeline::Extraction {
    let options = Options {
        user_date,
        ..Options::default()
    };
    let bar = std::io::stderr()
        .is_terminal()
        .then(|| indicatif::ProgressBar::new(0));
    let extraction = engine.run_with(inputs, options, &mut |left| {
        if let Some(bar) = &bar {
            bar.set_length(bar.position() + left as u64 + 1);
            bar.inc(1);
        }
    });
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    extraction
}

/// Reads judgements; no file means none.
///
/// # Errors
/// What cannot be read, with line and column.
pub(super) fn judgements(file: Option<&Path>) -> anyhow::Result<Judgements> {
    let Some(file) = file else {
        return Ok(Judgements::default());
    };
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(Judgements::parse(&text, &file.display().to_string())?)
}

fn summary(graph: &Graph, path: &Path) -> String {
    format!(
        "{}: {} articles, {} entities, {} events, {} relations",
        path.display(),
        graph.n_articles(),
        graph.n_entities(),
        graph.n_events(),
        graph.n_relations()
    )
}
