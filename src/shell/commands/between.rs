//! `between`: events that two actors share.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "between",
    aliases: &[],
    group: "questions",
    usage: "between NAME and NAME [CLAUSE …]",
    summary: "events that two actors share",
    about: "The same events as `timeline`, and the usual thing to export or pipe.",
    examples: &[
        "between Putin and Aliyev",
        "between Putin and Aliyev since 2023 as csv",
    ],
    run: None,
};
