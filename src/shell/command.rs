//! The table of commands. A command is one file of `commands/`: its grammar slot in words, help, examples that the tests run, and what it does.
//!
//! In: nothing. Out: [`Command`]s. Invariant: every verb of the grammar has exactly one row; help, completion, docs/SHELL.md and tests read the table.

use super::commands;
use super::session::{Reply, Session};
use crate::query::ast::{Statement, Verb};
use crate::query::{Problem, verbs};

/// What a command of the session does: the session, the statement, its text.
pub type Run = fn(&mut Session, &Statement, &str) -> Result<Reply, Problem>;

/// One command.
pub struct Command {
    /// Name.
    pub name: &'static str,
    /// Other spellings.
    pub aliases: &'static [&'static str],
    /// Group in `help`.
    pub group: &'static str,
    /// The form, as the grammar reads it.
    pub usage: &'static str,
    /// One line.
    pub summary: &'static str,
    /// What a user should know.
    pub about: &'static str,
    /// Statements that work on the sample corpus; the tests run them.
    pub examples: &'static [&'static str],
    /// What it does; `None` for questions to the graph.
    pub run: Option<Run>,
}

/// Every command, in the order of `help`.
pub const COMMANDS: [&Command; 33] = [
    &commands::timeline::COMMAND,
    &commands::between::COMMAND,
    &commands::events::COMMAND,
    &commands::evidence::COMMAND,
    &commands::changes::COMMAND,
    &commands::find::COMMAND,
    &commands::show::COMMAND,
    &commands::neighbors::COMMAND,
    &commands::common::COMMAND,
    &commands::path::COMMAND,
    &commands::paths::COMMAND,
    &commands::journeys::COMMAND,
    &commands::top::COMMAND,
    &commands::compare::COMMAND,
    &commands::stats::COMMAND,
    &commands::count::COMMAND,
    &commands::why::COMMAND,
    &commands::same::COMMAND,
    &commands::notsame::COMMAND,
    &commands::yes::COMMAND,
    &commands::no::COMMAND,
    &commands::undo::COMMAND,
    &commands::candidates::COMMAND,
    &commands::export::COMMAND,
    &commands::run::COMMAND,
    &commands::save::COMMAND,
    &commands::assign::COMMAND,
    &commands::set::COMMAND,
    &commands::help::COMMAND,
    &commands::history::COMMAND,
    &commands::clear::COMMAND,
    &commands::quit::COMMAND,
    &commands::pair::COMMAND,
];

/// Finds a command by name or other spelling.
pub fn named(word: &str) -> Option<&'static Command> {
    let word = word.to_lowercase();
    COMMANDS
        .iter()
        .copied()
        .find(|c| c.name == word || c.aliases.contains(&word.as_str()))
}

/// Finds the command of a verb.
pub fn of(verb: &Verb) -> Option<&'static Command> {
    named(verbs::name_of(verb))
}
