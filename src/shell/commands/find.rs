//! `find`: actors and places by name.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "find",
    aliases: &["search"],
    group: "questions",
    usage: "find NAME | /REGEX/[i] [CLAUSE …]",
    summary: "actors and places by name",
    about: "Finds any spelling, any word of a name; `person:`, `org:`, `country:`, `place:` narrow it down.",
    examples: &["find Alijev", "find person:Putin", "find /ali[jy]ev/i"],
    run: None,
};
