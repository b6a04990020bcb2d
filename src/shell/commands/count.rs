//! `count`: how many rows a question has.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "count",
    aliases: &[],
    group: "questions",
    usage: "count neighbors NAME | between NAME and NAME | events … | common NAME, NAME | articles … | actors|persons|orgs|countries|places|pairs|types|sources [CLAUSE …]",
    summary: "how many rows a question has",
    about: "Events are counted as they stand, with an event told from both sides counted once, and by distinct dates.",
    examples: &[
        "count neighbors Aliyev within 2 hops",
        "count between Putin and Aliyev",
        "count articles of Putin",
        "count persons in 2024",
    ],
    run: None,
};
