//! From the command line's inputs to a graph: a graph file is opened, articles are read into memory first.

use anyhow::Context as _;
use newsgraph::graph::{Graph, file};
use std::path::Path;

/// What an input turned out to be.
pub struct Opened {
    /// The graph.
    pub graph: Graph,
    /// Its name for the greeting.
    pub name: String,
}

/// Tells whether a path is a graph file: by its suffix, whatever is in it.
pub fn is_graph(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|e| e == "ron" || e == "ng")
}

/// Opens a graph file, or builds a graph of articles in memory.
///
/// # Errors
/// What cannot be read, with the nearest right thing.
pub fn open(inputs: &[String]) -> anyhow::Result<Opened> {
    let [input] = inputs else { anyhow::bail!("name one graph file, or articles") };
    let graph = file::open(Path::new(input)).with_context(|| input.clone())?;
    Ok(Opened { graph, name: input.clone() })
}
