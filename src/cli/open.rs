//! From the command line's inputs to a graph: a graph file is opened, articles are read into memory first.

use newsgraph::graph::{Graph, file};
use newsgraph::resolve::judgement::Judgements;
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

/// Opens a graph file, or reads articles into a graph in memory.
///
/// # Errors
/// What cannot be read, with what would be right.
pub fn open(inputs: &[String], data: Option<&Path>) -> anyhow::Result<Opened> {
    if let [input] = inputs
        && is_graph(input)
    {
        let graph = file::open(Path::new(input))?;
        return Ok(Opened { graph, name: input.clone() });
    }
    anyhow::ensure!(!inputs.is_empty(), "name a graph file (.ron, .ng), or articles: files, folders, globs");
    let engine = super::engine(data, None)?;
    let extraction = engine.run(inputs, &mut |_| ());
    super::report(&extraction.diagnostics, false);
    anyhow::ensure!(!extraction.records.is_empty(), "no article was found in {}", inputs.join(", "));
    let graph = Graph::from_world(engine.world(extraction.records, &Judgements::default()));
    Ok(Opened { graph, name: inputs.join(" ") })
}
