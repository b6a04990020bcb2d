//! `newsgraph check queries GRAPH|INPUT…`: runs every saved query and holds it to its expectations.

use crate::cli::open::Sources;
use crate::cli::session::{Common, session};
use clap::Args;
use std::process::ExitCode;

/// Arguments of `check queries`.
#[derive(Debug, Args)]
pub struct Queries {
    /// A graph file (.ron, .ng), or articles
    #[arg(value_name = "GRAPH|INPUT", default_value = "data/articles")]
    inputs: Vec<String>,
    #[command(flatten)]
    common: Common,
}

/// Runs `check queries`.
///
/// # Errors
/// What cannot be read.
#[expect(clippy::print_stdout, reason = "the report goes to standard output")]
pub fn run(queries: &Queries, sources: Sources<'_>) -> anyhow::Result<ExitCode> {
    let session = session(&queries.inputs, sources, &queries.common)?;
    let results = session.borrow_mut().check_queries();
    let mut failed = 0;
    for (name, result) in &results {
        match result {
            Ok(words) => println!("ok      {name}: {words}"),
            Err(words) => {
                failed += 1;
                println!("FAILED  {name}: {words}");
            }
        }
    }
    println!("{} saved queries, {failed} failed", results.len());
    Ok(if failed > 0 {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}
