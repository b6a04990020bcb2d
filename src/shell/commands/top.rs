//! `top`: the most active actors, places, pairs, types.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "top",
    aliases: &[],
    group: "questions",
    usage: "top [N|all] [actors|persons|orgs|countries|places|pairs|types|sources] [by events|degree|mentions|pagerank|betweenness] [CLAUSE …]",
    summary: "the most active actors, places, pairs, types",
    about: "Ten rows unless N or `all` says otherwise, and actors unless something else is named. A list that is cut says how many rows there are.",
    examples: &[
        "top 5 actors",
        "top all persons",
        "top pairs by events since 2022",
        "top 5 places",
        "top persons by degree",
    ],
    run: None,
};
