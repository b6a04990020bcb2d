//! `events`: events by type, role, place, time, source.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "events",
    aliases: &[],
    group: "questions",
    usage: "events [TYPE,…] [of|with NAME] [by NAME] [to|against NAME] [between A and B] [CLAUSE …]",
    summary: "events by type, role, place, time, source",
    about: "`by` asks who acts, `to` and `against` who is acted upon, `of` and `with` who takes part. TYPE is a type or mode of `show types`; `a,b` means either.",
    examples: &[
        "events phone since 2022",
        "events by Putin",
        "events in Baku",
        "events meet,phone with Ilham Aliyev limit 5",
    ],
    run: None,
};
