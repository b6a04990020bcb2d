//! `compare`: counts of several actors side by side.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "compare",
    aliases: &[],
    group: "questions",
    usage: "compare NAME, NAME [, NAME …] [by type|day|week|month|year|place|source|language] [CLAUSE …]",
    summary: "counts of several actors side by side",
    about: "By type unless another dimension is named.",
    examples: &["compare Putin and Aliyev by year", "compare Putin, Aliyev"],
    run: None,
};
