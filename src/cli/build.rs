//! `newsgraph build` and `newsgraph add`: articles in, a graph file out.

use super::failure::Unreadable;
use super::linked::{self, Linked};
use chrono::NaiveDate;
use clap::Args;
use newsgraph::graph::{Graph, file, identity};
use newsgraph::pipeline::source::Options;
use newsgraph::pipeline::{Engine, Parts};
use newsgraph::query::result::count;
use newsgraph::resolve::judgement::Judgements;
use newsgraph::shell::judging::Doubt;
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
    super::open::graph_name(&arguments.output)?;
    super::open::refuse_answers(arguments.inputs.iter().map(Path::new))?;
    let judgements = judgements(arguments.decisions.as_deref(), &arguments.output)?;
    let extraction = super::progress::run(engine, &arguments.inputs, dated(arguments.date));
    if extraction.records.is_empty() {
        super::report(&extraction.diagnostics, true);
        anyhow::bail!(Unreadable(format!(
            "no article was found in {}; nothing was written",
            arguments.inputs.join(", ")
        )));
    }
    super::report(&extraction.diagnostics, false);
    let found = extraction.records.len();
    let Linked { graph, queue } = linked::link(
        Parts::records(extraction.records),
        &engine.lexicon,
        &judgements,
    );
    file::save(&graph, &arguments.output)?;
    if let Some(twice) = found.checked_sub(graph.n_articles()).filter(|n| *n > 0) {
        let words = count(twice, "article");
        eprintln!("{words} left out: the same text was read before");
    }
    eprintln!("{}", summary(&graph, &arguments.output));
    keep_queue(&queue, &arguments.output)?;
    Ok(ExitCode::SUCCESS)
}

/// Adds articles to a graph; those it already holds are counted. The graph is then what a build of all articles would be; where linking the new ones
/// made one of several actors, or several of one, that is said.
///
/// # Errors
/// If the graph cannot be read or written; it is then untouched.
#[expect(clippy::print_stderr, reason = "a person wants to know what was added")]
pub fn add(arguments: &Add, engine: &Engine) -> anyhow::Result<ExitCode> {
    super::open::refuse_answers(arguments.inputs.iter().map(Path::new))?;
    let judgements = judgements(arguments.decisions.as_deref(), &arguments.graph)?;
    // Held from reading to writing, so that of two at work at once none loses what the other added.
    let lock = file::Lock::exclusive(&arguments.graph)?;
    let before = file::open(&arguments.graph)?.world();
    let extraction = super::progress::run(engine, &arguments.inputs, dated(arguments.date));
    let code = super::report(&extraction.diagnostics, extraction.records.is_empty());
    let found = extraction.records.len();
    let mut parts = Parts::of(before.clone());
    let fresh = parts.add(extraction.records);
    let Linked { graph, queue } = linked::link(parts, &engine.lexicon, &judgements);
    let shifts = identity::shifts(&before, &graph.world());
    file::save_locked(&graph, &arguments.graph, &lock)?;
    eprintln!("{fresh} new articles, {} already known", found - fresh);
    super::tell(&shifts);
    eprintln!("{}", summary(&graph, &arguments.graph));
    keep_queue(&queue, &arguments.graph)?;
    Ok(code)
}

/// Reading with the user's date.
fn dated(user_date: Option<NaiveDate>) -> Options {
    Options {
        user_date,
        ..Options::default()
    }
}

/// Reads the judgements to replay: a file that is named must be there, else `decisions.ron` beside the graph is taken if there is one.
///
/// # Errors
/// What cannot be read, with line and column.
pub(super) fn judgements(named: Option<&Path>, graph: &Path) -> anyhow::Result<Judgements> {
    match named {
        Some(file) => Ok(Judgements::parse(
            &super::read(file)?,
            &file.display().to_string(),
        )?),
        None => super::open::replayed(&linked::decisions_file(graph)),
    }
}

/// Keeps the queue of pairs in doubt and says how long it is.
#[expect(
    clippy::print_stderr,
    reason = "a person should judge what is in doubt"
)]
pub(super) fn keep_queue(queue: &[Doubt], graph: &Path) -> anyhow::Result<()> {
    linked::keep_queue(queue, graph)?;
    if !queue.is_empty() {
        let pairs = count(queue.len(), "pair");
        eprintln!("{pairs} of names in doubt; `candidates` in the shell lists them");
    }
    Ok(())
}

fn summary(graph: &Graph, path: &Path) -> String {
    format!(
        "{}: {}, {}, {}, {}",
        path.display(),
        count(graph.n_articles(), "article"),
        count(graph.n_entities(), "actor and place")
            .replace("actor and places", "actors and places"),
        count(graph.n_events(), "event"),
        count(graph.n_relations(), "relation")
    )
}
