//! Answers and graphs as files of other programs: one row of [`FORMATS`] and one file each.
//!
//! In: an [`Answer`] and the graph behind it. Out: text. Invariants: stable order, every id and text escaped for its format, the same answer gives the
//! same bytes. Does not: write files or print.

pub mod csv;
pub mod dot;
pub mod graphml;
pub mod grid;
pub mod html;
pub mod json;
pub mod markdown;
pub mod network;
pub mod own;
pub mod ron;

use crate::graph::{EventId, Graph};
use crate::query::{Answer, Vocabulary};

/// What every writer needs.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// The graph behind the answer.
    pub graph: &'c Graph,
    /// Words for types.
    pub vocabulary: &'c Vocabulary,
    /// Parallel edges of one kind become one with a count (pictures only).
    pub merge_edges: bool,
    /// Title of documents and pictures.
    pub title: &'c str,
}

/// One output format.
pub struct Format {
    /// Name as typed.
    pub name: &'static str,
    /// File suffixes that mean it.
    pub suffixes: &'static [&'static str],
    /// One line for help and completion.
    pub about: &'static str,
    /// Writes an answer.
    pub write: fn(&Answer, &Context<'_>) -> String,
}

/// Every format of files.
pub const FORMATS: [Format; 10] = [
    Format {
        name: "json",
        suffixes: &["json"],
        about: "one array of objects",
        write: json::json,
    },
    Format {
        name: "jsonl",
        suffixes: &["jsonl", "ndjson"],
        about: "one object a line; events with all their reports",
        write: json::jsonl,
    },
    Format {
        name: "events-jsonl",
        suffixes: &[],
        about: "the events behind the rows, one object a line",
        write: json::events_jsonl,
    },
    Format {
        name: "csv",
        suffixes: &["csv"],
        about: "comma-separated values",
        write: csv::csv,
    },
    Format {
        name: "tsv",
        suffixes: &["tsv", "tab"],
        about: "tab-separated values",
        write: csv::tsv,
    },
    Format {
        name: "markdown",
        suffixes: &["md"],
        about: "a Markdown table",
        write: markdown::markdown,
    },
    Format {
        name: "dot",
        suffixes: &["dot", "gv"],
        about: "a picture for Graphviz (`dot -Tsvg`): a timeline, or a network for many events",
        write: dot::dot,
    },
    Format {
        name: "graphml",
        suffixes: &["graphml"],
        about: "GraphML for Gephi, yEd, Cytoscape, networkx",
        write: graphml::graphml,
    },
    Format {
        name: "ron",
        suffixes: &["ron"],
        about: "the events and actors behind the rows in RON",
        write: ron::ron,
    },
    Format {
        name: "html",
        suffixes: &["html", "htm"],
        about: "one self-contained page with quotes",
        write: html::html,
    },
];

/// Finds a format by name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|f| f.name == name)
}

/// Finds the format that a file's suffix means.
pub fn format_of_file(file: &str) -> Option<&'static Format> {
    let suffix = std::path::Path::new(file)
        .extension()?
        .to_str()?
        .to_lowercase();
    FORMATS
        .iter()
        .find(|f| f.suffixes.contains(&suffix.as_str()))
}

/// Says what a format that draws parties and edges leaves out of an answer.
pub fn left_out(format: &str, answer: &Answer, context: &Context<'_>) -> Option<String> {
    match format {
        "graphml" => network::left_out(&answer.all_events(), context),
        "dot" if dot::is_network(answer) => network::Drawn::of(answer, context).left_out(),
        _ => None,
    }
}

/// Makes the answer that stands for a whole graph.
pub fn whole(graph: &Graph) -> Answer {
    let events: Vec<EventId> = graph.events_where(&crate::graph::Filter::default());
    Answer::events("export", events)
}
