//! `newsgraph analyze STAGE`: what one stage sees, and why. The evaluation scripts use it.
//! Each stage is one file of this folder, one variant and one arm here.

mod events;
mod mentions;
mod names;
mod syntax;
mod text;
pub mod times;

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
    /// Trees and events, with the reason for each part
    Events(events::Arguments),
    /// Time expressions with rule, value, days and reasoning
    Times(times::Arguments),
    /// Names of persons, organisations and places
    Mentions(mentions::Arguments),
    /// Are two spellings one name?
    Names(names::Arguments),
    /// Parts of speech and dependency trees
    Syntax(syntax::Arguments),
    /// Articles, blocks, language, publication date and sentences
    Text(text::Arguments),
}

/// Runs one stage over its input.
///
/// # Errors
/// What the stage's reader or writer says.
#[expect(clippy::print_stdout, reason = "the result goes to standard output")]
pub fn run(arguments: &Arguments, data: Option<&Path>) -> anyhow::Result<ExitCode> {
    let mut lexicon = newsgraph::lexicon::Lexicon::open(data)?;
    match &arguments.stage {
        Stage::Events(arguments) => {
            events::run(arguments, &newsgraph::pipeline::Engine::new(lexicon))?;
        }
        Stage::Names(arguments) => names::run(arguments, &lexicon)?,
        Stage::Types => lexicon
            .ontology
            .types
            .iter()
            .for_each(|t| println!("{}", t.name)),
        Stage::Times(times) => times::run(times, &lexicon)?,
        Stage::Mentions(mentions) => mentions::run(mentions, &mut lexicon)?,
        Stage::Syntax(arguments) => syntax::run(arguments, &lexicon.files)?,
        Stage::Text(text) => return text::run(text, &lexicon),
    }
    Ok(ExitCode::SUCCESS)
}
