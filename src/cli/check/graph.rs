//! `newsgraph check graph FILE`: opens a graph and verifies every invariant.

use newsgraph::graph::file;
use newsgraph::query::result::count;
use std::path::Path;
use std::process::ExitCode;

/// Checks one file; prints what is wrong, or what it holds.
///
/// # Errors
/// A file that cannot be read.
#[expect(clippy::print_stdout, reason = "the findings are the result")]
pub fn run(path: &Path) -> anyhow::Result<ExitCode> {
    let graph = file::open(path)?;
    let findings = graph.check();
    for finding in &findings {
        println!("{}: {finding}", path.display());
    }
    if !findings.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    println!(
        "{}: sound; {}, {}",
        path.display(),
        crate::cli::size(&graph),
        count(graph.n_pairs(), "pair")
    );
    Ok(ExitCode::SUCCESS)
}
