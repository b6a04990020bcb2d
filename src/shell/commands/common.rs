//! `common`: partners that several actors share.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "common",
    aliases: &[],
    group: "questions",
    usage: "common NAME, NAME [, NAME …] [CLAUSE …]",
    summary: "partners that several actors share",
    about: "With the number of events shared with each.",
    examples: &["common Putin and Aliyev"],
    run: None,
};
