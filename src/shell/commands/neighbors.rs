//! `neighbors`: who shares events with an actor.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "neighbors",
    aliases: &["neighbours"],
    group: "questions",
    usage: "neighbors [of] NAME [within N hops] [CLAUSE …]",
    summary: "who shares events with an actor",
    about: "Counts events, first and last date; `within 2 hops` goes on through them; `as tree` draws it.",
    examples: &[
        "neighbors Aliyev",
        "neighbors of Ilham Aliyev within 2 hops limit 10 as tree",
    ],
    run: None,
};
