//! `newsgraph check WHAT`: verifies files without changing them. Each kind of file is one variant and one file of this folder.

mod data;
mod graph;
mod queries;

use crate::cli::open::Sources;
use clap::{Args, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Verifies every invariant of a graph file
    Graph {
        /// Graph file (.ng or .ron)
        file: PathBuf,
    },
    /// Runs the saved queries against their expectations
    Queries(queries::Queries),
    /// Reads every data file, the user's included, and checks what refers to what
    Data,
}

/// Runs one check.
///
/// # Errors
/// What the check's reader says.
pub fn run(arguments: &Arguments, sources: Sources<'_>) -> anyhow::Result<ExitCode> {
    match &arguments.what {
        What::Graph { file } => graph::run(file),
        What::Queries(queries) => queries::run(queries, sources),
        What::Data => data::run(sources.data),
    }
}
