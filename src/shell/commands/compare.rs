//! `compare`: counts of several actors or pairs side by side.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "compare",
    aliases: &[],
    group: "questions",
    usage: "compare NAME, NAME [, NAME …] | A and B vs C and D [by type|day|week|month|year|place|source|language] [CLAUSE …]",
    summary: "counts of several actors or pairs side by side",
    about: "By type unless another dimension is named. Between `vs` stand pairs, whose shared events are counted.",
    examples: &[
        "compare Putin and Aliyev by year",
        "compare Putin, Aliyev",
        "compare Putin and Aliyev vs Putin and Blinken",
    ],
    run: None,
};
