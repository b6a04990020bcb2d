//! `changes`: what became known in a stretch of reporting time.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "changes",
    aliases: &[],
    group: "questions",
    usage: "changes [since DATE] [as of DATE] [CLAUSE …]",
    summary: "what became known in a stretch of reporting time",
    about: "Time clauses speak of the date of the articles here, not of the events.",
    examples: &["changes since 2023", "changes in 2025-10"],
    run: None,
};
