//! `timeline`: events of one actor or between several, over time.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "timeline",
    aliases: &[],
    group: "questions",
    usage: "timeline [of|between] NAME [and NAME …] [CLAUSE …]",
    summary: "events of one actor or between several, over time",
    about: "Answers in the timeline view: a sparkline of activity, then every event with date, direction, place, quote and language. Undated events are shown as undated, or \"after DATE\" where a lower bound is known.",
    examples: &[
        "timeline Putin and Aliyev",
        "timeline of Ilham Aliyev since 2023",
        "timeline Putin and Alijev as table",
    ],
    run: None,
};
