//! `path`: a shortest chain of events between two actors.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "path",
    aliases: &[],
    group: "questions",
    usage: "path [from] NAME to NAME [within N hops] [via NAME,…] [avoiding NAME,…] [CLAUSE …]",
    summary: "a shortest chain of events between two actors",
    about: "Only what happened carries a path; `in order` demands that dates do not run back.",
    examples: &[
        "path Blinken to Putin",
        "path from Blinken to Putin within 3 hops",
    ],
    run: None,
};
