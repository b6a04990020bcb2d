//! `newsgraph check WHAT`: verifies files without changing them. Each kind of file is one variant and one file of this folder.

mod graph;

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
}

/// Runs one check.
///
/// # Errors
/// What the check's reader says.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    match &arguments.what {
        What::Graph { file } => graph::run(file),
    }
}
