//! `events`: events by type, role, place, time, source.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "events",
    aliases: &[],
    group: "questions",
    usage: "events [TYPE [reversed],…] [of|with NAME] [by NAME [or NAME]] [to|against NAME] [not with NAME] [between A and B] [CLAUSE …]",
    summary: "events by type, role, place, time, source",
    about: "`by` asks who acts, `to` and `against` who is acted upon, `of` and `with` who takes part; of names joined by `or` any will do. TYPE is a type or mode of `show types`; `a,b` means either; `host reversed` exchanges who acts and who is acted upon. `happened`, `planned`, `denied`, `hypothetical` and `historical` (long before its report) keep such events alone, with `not` they leave them out.",
    examples: &[
        "events phone since 2022",
        "events by Putin",
        "events by Putin or Blinken not with Aliyev",
        "events in Baku",
        "events of Russia happened not historical",
        "events visit, host reversed to Azerbaijan",
        "events meet,phone with Ilham Aliyev limit 5",
    ],
    run: None,
};
