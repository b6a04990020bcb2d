//! From the command line's inputs to a session's graph: a graph file is opened, articles are read into memory first.

use super::failure::{Unreadable, Usage};
use super::judge::{FileJudge, read_judgements};
use newsgraph::graph::{Graph, file};
use newsgraph::lexicon::Lexicon;
use newsgraph::resolve::judgement::Judgements;
use newsgraph::shell::session::Judge;
use std::path::Path;

/// What the inputs turned out to be.
pub struct Opened {
    /// The graph.
    pub graph: Graph,
    /// The lexicon.
    pub lexicon: Lexicon,
    /// Keeper of judgements, where a file for them was named.
    pub judge: Option<Box<dyn Judge>>,
}

/// Where the program's own knowledge comes from, and the user's word on names.
#[derive(Clone, Copy, Default)]
pub struct Sources<'s> {
    /// `--data`.
    pub data: Option<&'s Path>,
    /// `--actors`.
    pub actors: Option<&'s Path>,
    /// `--decisions`.
    pub decisions: Option<&'s Path>,
}

/// Tells whether a path is a graph file: by its suffix, whatever is in it.
fn is_graph(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|e| e == "ron" || e == "ng")
}

/// Opens a graph file, or builds a graph of articles in memory; with decisions the graph is built anew from its articles.
///
/// # Errors
/// What cannot be read, and what would be right.
pub fn open(inputs: &[String], sources: Sources<'_>) -> anyhow::Result<Opened> {
    match inputs {
        [] => anyhow::bail!(
            Usage("name a graph file (graph.ng, graph.ron) or articles (files, folders, globs); `newsgraph --help` lists the commands".to_owned())
        ),
        [one] if is_graph(one) => {
            let graph = file::open(Path::new(one))?;
            match sources.decisions {
                None => Ok(Opened {
                    graph,
                    lexicon: Lexicon::open(sources.data)?,
                    judge: None,
                }),
                Some(decisions) => judged(graph.world().articles, sources, decisions),
            }
        }
        _ => {
            let engine = super::engine(sources.data, sources.actors)?;
            let extraction = engine.run(inputs, &mut |_| ());
            if extraction.records.is_empty() {
                super::report(&extraction.diagnostics, true);
                anyhow::bail!(Unreadable(format!(
                    "no article was found in {}",
                    inputs.join(", ")
                )));
            }
            super::report(&extraction.diagnostics, false);
            if let Some(decisions) = sources.decisions {
                return judged(extraction.records, sources, decisions);
            }
            let graph = Graph::from_world(engine.world(extraction.records, &Judgements::default()));
            Ok(Opened {
                graph,
                lexicon: engine.lexicon,
                judge: None,
            })
        }
    }
}

fn judged(
    records: Vec<newsgraph::base::record::ArticleRecord>,
    sources: Sources<'_>,
    decisions: &Path,
) -> anyhow::Result<Opened> {
    let judge = FileJudge::new(
        super::engine(sources.data, sources.actors)?,
        records,
        decisions.to_path_buf(),
        read_judgements(decisions)?,
    );
    Ok(Opened {
        graph: judge.graph(),
        lexicon: Lexicon::open(sources.data)?,
        judge: Some(Box::new(judge)),
    })
}
