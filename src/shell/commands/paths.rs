//! `paths`: several chains, or the best in order of time.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "paths",
    aliases: &[],
    group: "questions",
    usage: "paths [from] NAME to NAME [in order [gap <= N days]] [earliest|latest|fastest|shortest] [strict] [CLAUSE …]",
    summary: "several chains, or the best in order of time",
    about: "`shortest` lists all shortest ones; `in order` with `earliest`, `latest` or `fastest` gives the journey that is best by that.",
    examples: &[
        "paths Blinken to Putin limit 3",
        "paths Blinken to Putin in order",
    ],
    run: None,
};
