//! `notsame`: keeps the judgement that two actors are two.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "notsame",
    aliases: &[],
    group: "judgements",
    usage: "notsame NAME and NAME",
    summary: "keeps the judgement that two actors are two",
    about: "Kept in the decisions file and replayed at every build.",
    examples: &[],
    run: Some(super::same::run),
};
