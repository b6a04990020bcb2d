//! The program: reads arguments and hands them to the subcommand.

mod cli;

use clap::{CommandFactory, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Extraction makes a hundred small strings and lists a word; this allocator hands them out in half the time of the C library's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Reads news articles and answers who did what to whom, when, and which sentence says so.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
struct Arguments {
    /// Folder laid over the built-in language packs and gazetteers
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Your own actors: a table with the columns name, code or country, type?, aliases?
    #[arg(long, global = true, value_name = "FILE")]
    actors: Option<PathBuf>,
    /// Work on at most this many articles at once [default: one a core]
    #[arg(long, global = true, value_name = "N")]
    jobs: Option<usize>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read articles and write a graph
    Build(cli::build::Build),
    /// Add articles to a graph
    Add(cli::build::Add),
    /// Take articles out of a graph, and what only they supported
    Remove(cli::remove::Arguments),
    /// Read articles and write one JSON record an article
    Extract(cli::extract::Arguments),
    /// What each stage sees, and why
    Analyze(cli::analyze::Arguments),
    /// Verifies files without changing them
    Check(cli::check::Arguments),
    /// Makes a graph from a dated event table
    Import(cli::import::Arguments),
    /// Joins records and graphs into one graph
    Merge(cli::merge::Arguments),
    /// Ask questions in a shell (also without the word `shell`)
    Shell(cli::shell::Arguments),
    /// Ask once: -c QUESTION, -f FILE, or a script on standard input
    Query(cli::query::Arguments),
    /// Write a graph in another program's format
    Export(cli::export::Arguments),
    /// Print the completion script for a command-line shell
    Completions(cli::completions::Completions),
    /// Print the manual page
    Man(cli::completions::Man),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse_from(cli::shell::implied(
        std::env::args_os().collect(),
        &Arguments::command(),
    ));
    let data = arguments.data.as_deref();
    let actors = arguments.actors.as_deref();
    let sources = cli::open::Sources {
        data,
        actors,
        decisions: None,
        reading: None,
    };
    if let Some(jobs) = arguments.jobs {
        // The pool is built once, before anything runs in it.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(jobs)
            .build_global();
    }
    let outcome = match arguments.command {
        Command::Build(build) => {
            cli::engine(data, actors).and_then(|e| cli::build::build(&build, &e))
        }
        Command::Add(add) => cli::engine(data, actors).and_then(|e| cli::build::add(&add, &e)),
        Command::Remove(remove) => cli::remove::run(&remove, data),
        Command::Extract(extract) => {
            cli::engine(data, actors).and_then(|e| cli::extract::run(&extract, &e))
        }
        Command::Analyze(analyze) => cli::analyze::run(&analyze, data),
        Command::Shell(shell) => cli::shell::run(&shell, sources),
        Command::Query(query) => cli::query::run(&query, sources),
        Command::Export(export) => cli::export::run(&export, data, actors),
        Command::Completions(shell) => cli::completions::completions(&shell, Arguments::command()),
        Command::Man(man) => cli::completions::man(&man, Arguments::command()),
        Command::Check(check) => cli::check::run(&check, sources),
        Command::Import(import) => cli::import::run(&import, data),
        Command::Merge(merge) => cli::merge::run(&merge, data),
    };
    outcome.unwrap_or_else(|error| cli::failure::report(&error))
}
