//! `pair`: a pair typed as in a headline.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "pair",
    aliases: &[],
    group: "questions",
    usage: "NAME–NAME [interactions] [over time] [CLAUSE …]",
    summary: "a pair typed as in a headline",
    about: "A line without a command is a pair, joined by \"and\", \"with\", an en dash or `<->`; it answers like `timeline`. A known name alone is shown.",
    examples: &[
        "Putin–Aliyev interactions over time",
        "Putin <-> Aliyev since 2023",
    ],
    run: None,
};
