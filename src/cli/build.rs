//! `newsgraph build` and `newsgraph add`: articles in, a graph file out.

use super::failure::Unreadable;
use clap::Args;
use newsgraph::base::record::ArticleRecord;
use newsgraph::graph::Graph;
use newsgraph::graph::file;
use newsgraph::pipeline::Engine;
use newsgraph::resolve::judgement::Judgements;
use std::collections::BTreeSet;
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
    let extraction = extract(engine, &arguments.inputs);
    if extraction.records.is_empty() {
        super::report(&extraction.diagnostics, true);
        anyhow::bail!(Unreadable(format!(
            "no article was found in {}; nothing was written",
            arguments.inputs.join(", ")
        )));
    }
    super::report(&extraction.diagnostics, false);
    let graph = Graph::from_world(engine.world(extraction.records, &judgements));
    file::save(&graph, &arguments.output)?;
    eprintln!("{}", summary(&graph, &arguments.output));
    Ok(ExitCode::SUCCESS)
}

/// Adds articles to a graph; those it already holds are skipped and counted.
///
/// # Errors
/// If the graph cannot be read or written; it is then untouched.
#[expect(clippy::print_stderr, reason = "a person wants to know what was added")]
pub fn add(arguments: &Add, engine: &Engine) -> anyhow::Result<ExitCode> {
    let judgements = judgements(arguments.decisions.as_deref())?;
    let graph = file::open(&arguments.graph)?;
    let mut records = graph.world().articles;
    let known: BTreeSet<String> = records.iter().map(|r| r.id.clone()).collect();
    let extraction = extract(engine, &arguments.inputs);
    let code = super::report(&extraction.diagnostics, extraction.records.is_empty());
    let found = extraction.records.len();
    let fresh: Vec<ArticleRecord> = extraction
        .records
        .into_iter()
        .filter(|r| !known.contains(&r.id))
        .collect();
    let skipped = found - fresh.len();
    records.extend(fresh);
    let graph = Graph::from_world(engine.world(records, &judgements));
    file::save(&graph, &arguments.graph)?;
    eprintln!("{} new articles, {skipped} already known", found - skipped);
    eprintln!("{}", summary(&graph, &arguments.graph));
    Ok(code)
}

fn extract(engine: &Engine, inputs: &[String]) -> newsgraph::pipeline::Extraction {
    let bar = std::io::stderr()
        .is_terminal()
        .then(|| indicatif::ProgressBar::new(0));
    let extraction = engine.run(inputs, &mut |left| {
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

fn judgements(file: Option<&Path>) -> anyhow::Result<Judgements> {
    let Some(file) = file else {
        return Ok(Judgements::default());
    };
    Ok(Judgements::parse(
        &super::read(file)?,
        &file.display().to_string(),
    )?)
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
