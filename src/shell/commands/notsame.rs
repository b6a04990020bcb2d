//! `notsame`: judges that two actors are two.

use crate::shell::command::Command;

/// The command.
pub const COMMAND: Command = Command {
    name: "notsame",
    aliases: &[],
    group: "judgements",
    usage: "notsame NAME and NAME | #N",
    summary: "judges that two actors are two",
    about: "As `same`: shown first, kept by `yes`. Two spellings of one actor are parted where articles allow it.",
    examples: &[],
    run: Some(super::same::run),
};
