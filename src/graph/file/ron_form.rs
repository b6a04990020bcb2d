//! The readable form: the World as RON, one line a record, under a name and a version.
//!
//! In: RON text. Out: a graph; or text. Invariant: what was written loads to a graph that writes the same bytes. Does not: keep indexes.

use super::{FileError, RON_VERSION};
use crate::base::world::World;
use crate::graph::Graph;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Name that the file must carry.
const FORMAT: &str = "newsgraph";
/// Nesting down to which every item has its own line: file, world, list.
const LINES_TO_DEPTH: usize = 3;

#[derive(Serialize, Deserialize)]
#[serde(rename = "Graph", deny_unknown_fields)]
struct GraphFile<W> {
    format: String,
    version: u32,
    world: W,
}

/// Reads name and version only, so that a later version is recognised whatever it holds.
#[derive(Deserialize)]
#[serde(rename = "Graph")]
struct Head {
    format: String,
    version: u32,
}

fn options() -> ron::Options {
    // The records come from JSON's world: `Some(x)` is written as `x`.
    ron::Options::default().without_recursion_limit()
}

pub(super) fn read(path: &Path, bytes: &[u8]) -> Result<Graph, FileError> {
    let name = || path.display().to_string();
    let text = std::str::from_utf8(bytes).map_err(|_| FileError::NotAGraph { path: name() })?;
    if !text.trim_start().starts_with('(') || !text.contains("format") {
        return Err(FileError::NotAGraph { path: name() });
    }
    if let Some(head) = head(text) {
        if head.format != FORMAT {
            return Err(FileError::NotAGraph { path: name() });
        }
        if head.version > RON_VERSION {
            return Err(FileError::Future {
                path: name(),
                found: head.version,
                known: RON_VERSION,
            });
        }
    }
    let file: GraphFile<World> = options()
        .from_str(text)
        .map_err(|error| FileError::Syntax {
            path: name(),
            line: error.span.start.line,
            column: error.span.start.col,
            message: error.code.to_string(),
        })?;
    if file.format != FORMAT {
        return Err(FileError::NotAGraph { path: name() });
    }
    Ok(Graph::from_world(file.world))
}

/// Reads the first two fields, which [`write()`] puts before the world.
fn head(text: &str) -> Option<Head> {
    let end = text.find("world")?;
    let head = format!("{})", text.get(..end)?);
    options().from_str(&head).ok()
}

pub(super) fn write(graph: &Graph) -> Vec<u8> {
    let file = GraphFile {
        format: FORMAT.to_owned(),
        version: RON_VERSION,
        world: graph.world(),
    };
    let pretty = ron::ser::PrettyConfig::new()
        .depth_limit(LINES_TO_DEPTH)
        .struct_names(false)
        .new_line("\n")
        .indentor(" ");
    let mut text = options()
        .to_string_pretty(&file, pretty)
        .expect("plain records always serialize");
    text.push('\n');
    text.into_bytes()
}
