//! `evidence`: the sentences behind a row, an event or a pair.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "evidence",
    aliases: &["source"],
    group: "questions",
    usage: "evidence #N | EVENT | NAME [and NAME] [CLAUSE …]",
    summary: "the sentences behind a row, an event or a pair",
    about: "Shows each passage with actors, trigger and dates marked, the article, its date and language, and where the passage stands.",
    examples: &[
        "timeline Putin and Aliyev; evidence 1",
        "evidence for Putin and Aliyev",
    ],
    run: None,
};
