//! `newsgraph analyze STAGE`: what one stage sees, and why. The evaluation scripts use it.
//! Each stage is one file of this folder, one variant and one arm here.

mod text;

use clap::{Args, Subcommand};
use std::path::Path;
use std::process::ExitCode;

/// Arguments of `analyze`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    stage: Stage,
}

#[derive(Debug, Subcommand)]
enum Stage {
    /// Event types of the ontology
    Types,
    /// Articles, blocks, language, publication date and sentences
    Text(text::Arguments),
}

/// Runs one stage over its input.
///
/// # Errors
/// What the stage's reader or writer says.
#[expect(clippy::print_stdout, reason = "the result goes to standard output")]
pub fn run(arguments: &Arguments, data: Option<&Path>) -> anyhow::Result<ExitCode> {
    let lexicon = newsgraph::lexicon::Lexicon::open(data)?;
    match &arguments.stage {
        Stage::Types => lexicon
            .ontology
            .types
            .iter()
            .for_each(|t| println!("{}", t.name)),
        Stage::Text(text) => return text::run(text, &lexicon),
    }
    Ok(ExitCode::SUCCESS)
}
