//! `newsgraph build` and `newsgraph add`: articles in, a graph file out.

use super::failure::Unreadable;
use super::linked::{self, Linked};
use super::reading::Reading;
use clap::Args;
use newsgraph::base::record::ArticleRecord;
use newsgraph::graph::{Graph, file, identity};
use newsgraph::pipeline::{Engine, Parts};
use newsgraph::query::result::count;
use newsgraph::resolve::judgement::Judgements;
use newsgraph::shell::judging::Doubt;
use std::collections::BTreeSet;
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
    #[command(flatten)]
    reading: Reading,
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
    #[command(flatten)]
    reading: Reading,
    /// Take out the articles that a file named held when it was read before, and holds no longer
    #[arg(long)]
    replace: bool,
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
    let options = arguments.reading.options(&engine.lexicon)?;
    let extraction = super::progress::run(engine, &arguments.inputs, options);
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
    let options = arguments.reading.options(&engine.lexicon)?;
    let extraction = super::progress::run(engine, &arguments.inputs, options);
    let code = super::report(&extraction.diagnostics, extraction.records.is_empty());
    let found = extraction.records.len();
    let mut parts = Parts::of(before.clone());
    let stale = stale(&parts.records, &extraction.records);
    if arguments.replace {
        parts.records.retain(|r| !stale.contains(&r.id));
    } else {
        warn_of_stale(&parts.records, &stale);
    }
    let fresh = parts.add(extraction.records);
    let Linked { graph, queue } = linked::link(parts, &engine.lexicon, &judgements);
    let shifts = identity::shifts(&before, &graph.world());
    file::save_locked(&graph, &arguments.graph, &lock)?;
    let known = found - fresh;
    eprintln!("{}, {known} already known", count(fresh, "new article"));
    if arguments.replace && !stale.is_empty() {
        eprintln!("{} taken out", count(stale.len(), "article"));
    }
    super::tell(&shifts);
    eprintln!("{}", summary(&graph, &arguments.graph));
    keep_queue(&queue, &arguments.graph)?;
    Ok(code)
}

/// Ids of the articles that came from a file that is read again and no longer holds them.
fn stale(known: &[ArticleRecord], read: &[ArticleRecord]) -> BTreeSet<String> {
    let files: BTreeSet<&str> = read.iter().map(|r| r.file.as_str()).collect();
    let now: BTreeSet<&str> = read.iter().map(|r| r.id.as_str()).collect();
    let again = |r: &&ArticleRecord| r.file != "-" && files.contains(r.file.as_str());
    let gone = known.iter().filter(again);
    let gone = gone.filter(|r| !now.contains(r.id.as_str()));
    gone.map(|r| r.id.clone()).collect()
}

/// Says which files hold another text than before, so that an article and its correction do not stand side by side unseen.
#[expect(clippy::print_stderr, reason = "what is kept twice must be said")]
fn warn_of_stale(known: &[ArticleRecord], stale: &BTreeSet<String>) {
    let old = known.iter().filter(|r| stale.contains(&r.id));
    let files: BTreeSet<&str> = old.map(|r| r.file.as_str()).collect();
    for file in files {
        eprintln!(
            "warning: {file} was read before with another text; both are kept, --replace takes the older one out"
        );
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
    format!("{}: {}", path.display(), super::size(graph))
}
