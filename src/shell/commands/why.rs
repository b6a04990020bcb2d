//! `why`: why an event or an actor is as it is.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "why",
    aliases: &[],
    group: "judgements",
    usage: "why #N | EVENT | NAME [and NAME]",
    summary: "why an event or an actor is as it is",
    about: "For an event: the rules, their triggers and confidence, why its reports are one event. For actors: the spellings, and why they were taken for one.",
    examples: &["timeline Putin and Aliyev; why #1", "why Putin"],
    run: None,
};
