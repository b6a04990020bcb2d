//! `newsgraph remove GRAPH ARTICLE…`: takes articles out of a graph, and what only they supported.

use super::linked::{self, Linked};
use anyhow::Context as _;
use clap::Args;
use newsgraph::graph::{file, identity};
use newsgraph::lexicon::Lexicon;
use newsgraph::pipeline::Parts;
use newsgraph::query::result::count;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Arguments of `remove`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Graph to take from
    graph: PathBuf,
    /// Articles: id, unambiguous beginning of it, or file, as `show articles` lists them
    #[arg(required = true, value_name = "ARTICLE")]
    articles: Vec<String>,
    /// Judgements on who is who
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

/// Removes articles; the graph is then what a build without them would be.
///
/// # Errors
/// If an article is not in the graph, or the graph cannot be read or written; it is then untouched.
#[expect(
    clippy::print_stderr,
    reason = "a person wants to know what was removed"
)]
pub fn run(arguments: &Arguments, data: Option<&Path>) -> anyhow::Result<ExitCode> {
    let judgements = super::build::judgements(arguments.decisions.as_deref(), &arguments.graph)?;
    let lexicon = Lexicon::open(data)?;
    let lock = file::Lock::exclusive(&arguments.graph)?;
    let before = file::open(&arguments.graph)?.world();
    let mut parts = Parts::of(before.clone());
    let mut removed = Vec::new();
    for typed in &arguments.articles {
        let record = parts
            .remove(typed)
            .with_context(|| format!("{}: nothing was removed", arguments.graph.display()))?;
        removed.push(record);
    }
    let Linked { graph, queue } = linked::link(parts, &lexicon, &judgements);
    let shifts = identity::shifts(&before, &graph.world());
    let (entities, events) = (before.entities.len(), before.events.len());
    file::save_locked(&graph, &arguments.graph, &lock)?;
    for record in &removed {
        let title = record.title.as_deref().unwrap_or(&record.file);
        eprintln!("removed {} ({title})", record.id);
    }
    super::tell(&shifts);
    super::build::keep_queue(&queue, &arguments.graph)?;
    let less = |before: usize, now: usize| before.saturating_sub(now);
    eprintln!(
        "{}: {} left; {} and {} less",
        arguments.graph.display(),
        count(graph.n_articles(), "article"),
        super::actors_and_places(less(entities, graph.n_entities())),
        count(less(events, graph.n_events()), "event")
    );
    Ok(ExitCode::SUCCESS)
}
