//! The program: reads arguments and hands them to the subcommand.

mod cli;

use clap::{CommandFactory, Parser, Subcommand};
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
    /// Ask questions in a shell (also without the word `shell`)
    Shell(cli::shell::Arguments),
    /// Ask once: -c STATEMENT, -f FILE, or a script on standard input
    Query(cli::query::Arguments),
    /// Write a graph in another program's format
    Export(cli::export::Arguments),
    /// Check saved queries
    Check(cli::check::Arguments),
}

#[expect(
    clippy::print_stderr,
    reason = "the one place where errors reach the terminal"
)]
fn main() -> ExitCode {
    let arguments = Arguments::parse_from(cli::shell::implied(std::env::args_os().collect(), &Arguments::command()));
    let data = arguments.data.as_deref();
    let outcome = match arguments.command {
        Command::Analyze(analyze) => cli::analyze::run(&analyze, data),
        Command::Shell(shell) => cli::shell::run(&shell, data),
        Command::Query(query) => cli::query::run(&query, data),
        Command::Export(export) => cli::export::run(&export, data),
        Command::Check(check) => cli::check::run(&check, data),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
