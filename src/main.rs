//! The program: reads arguments and hands them to the subcommand.

mod cli;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Reads news articles and answers who did what to whom, when, and which sentence says so.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
struct Arguments {
    /// Folder laid over the built-in language packs and gazetteers
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// What each stage sees, and why
    Analyze(cli::analyze::Arguments),
    /// Verifies files without changing them
    Check(cli::check::Arguments),
    /// Makes a graph from a dated event table
    Import(cli::import::Arguments),
    /// Joins records and graphs into one graph
    Merge(cli::merge::Arguments),
}

#[expect(
    clippy::print_stderr,
    reason = "the one place where errors reach the terminal"
)]
fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let data = arguments.data.as_deref();
    let outcome = match arguments.command {
        Command::Analyze(analyze) => cli::analyze::run(&analyze, data),
        Command::Check(check) => cli::check::run(&check),
        Command::Import(import) => cli::import::run(&import, data),
        Command::Merge(merge) => cli::merge::run(&merge, data),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
