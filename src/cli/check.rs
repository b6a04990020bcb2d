//! `newsgraph check queries GRAPH|INPUT…`: runs every saved query and holds it to its expectations.

use super::open::{Sources, open};
use super::shell::{Common, session};
use clap::{Args, Subcommand};
use std::path::Path;
use std::process::ExitCode;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Saved queries against their expectations
    Queries(Queries),
}

/// Arguments of `check queries`.
#[derive(Debug, Args)]
struct Queries {
    /// A graph file (.ron, .ng), or articles
    #[arg(value_name = "GRAPH|INPUT", default_value = "data/articles")]
    inputs: Vec<String>,
    #[command(flatten)]
    common: Common,
}

/// Runs `check`.
///
/// # Errors
/// What cannot be read.
#[expect(clippy::print_stdout, reason = "the report goes to standard output")]
pub fn run(
    arguments: &Arguments,
    data: Option<&Path>,
    actors: Option<&Path>,
) -> anyhow::Result<ExitCode> {
    let What::Queries(queries) = &arguments.what;
    let sources = Sources {
        data,
        actors,
        decisions: None,
    };
    let opened = match open(&queries.inputs, sources) {
        Ok(opened) => opened,
        Err(error) => return super::unreadable(&error),
    };
    let session = session(opened, &queries.common)?;
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
