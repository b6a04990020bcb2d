//! `stats`: the graph, an actor or a pair in numbers.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "stats",
    aliases: &[],
    group: "questions",
    usage: "stats [[of] NAME [and NAME]] [by type|day|week|month|year|place|source|language] [CLAUSE …]",
    summary: "the graph, an actor or a pair in numbers",
    about: "Without a dimension: an overview.",
    examples: &["stats", "stats Putin and Aliyev by year"],
    run: None,
};
