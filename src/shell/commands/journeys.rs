//! `journeys`: how something can have travelled: dates never run back.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "journeys",
    aliases: &["journey"],
    group: "questions",
    usage: "journeys [from] NAME to NAME [earliest|latest|fastest|shortest] [strict] [gap …] [CLAUSE …]",
    summary: "how something can have travelled: dates never run back",
    about: "As `paths … in order`.",
    examples: &[
        "journeys from Blinken to Putin",
        "journeys from Blinken to Putin fastest",
    ],
    run: None,
};
