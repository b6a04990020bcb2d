//! `count`: how many rows a question has.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "count",
    aliases: &[],
    group: "questions",
    usage: "count neighbors NAME | between NAME and NAME | events … | common NAME, NAME [CLAUSE …]",
    summary: "how many actors or events a question has",
    about: "Events are counted as they stand, with an event told from both sides counted once, and by distinct dates.",
    examples: &[
        "count neighbors Aliyev within 2 hops",
        "count between Putin and Aliyev",
    ],
    run: None,
};
