//! `set`: shows or changes a setting.

use crate::query::Problem;
use crate::query::ast::{Statement, Verb};
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};
use crate::shell::settings::SETTINGS;

/// The command.
pub const COMMAND: Command = Command {
    name: "set",
    aliases: &[],
    group: "session",
    usage: "set [NAME [VALUE]]",
    summary: "shows or changes a setting",
    about: "Settings last for the session; those of config.ron for all.",
    examples: &["set", "set format", "set format auto"],
    run: Some(run),
};

fn run(session: &mut Session, statement: &Statement, text: &str) -> Result<Reply, Problem> {
    let Verb::Set(name, value) = &statement.query.verb else {
        return Ok(Reply::default());
    };
    let Some(name) = name else {
        let lines = SETTINGS.iter().map(|s| {
            format!(
                "{:10} {:10} {}\n",
                s.name,
                (s.get)(&session.settings),
                s.about
            )
        });
        return Ok(Reply::text(lines.collect::<String>()));
    };
    let known = SETTINGS
        .iter()
        .find(|s| s.name == name.value || s.name.replace('.', "_") == name.value);
    let Some(setting) = known else {
        let suggestions =
            crate::query::suggest::nearest(&name.value, SETTINGS.iter().map(|s| s.name), 2);
        return Err(Problem {
            suggestions,
            ..Problem::new(
                format!("no setting \"{}\"; `set` lists them", name.value),
                name.span,
            )
        });
    };
    let Some(value) = value else {
        return Ok(Reply::text(format!(
            "{} = {}\n",
            setting.name,
            (setting.get)(&session.settings)
        )));
    };
    let word = value.span.of(text).trim_matches('"').to_lowercase();
    (setting.put)(&mut session.settings, &word)
        .map_err(|right| Problem::new(format!("{} takes {right}", setting.name), value.span))?;
    Ok(Reply {
        remarks: vec![format!("{} = {word}", setting.name)],
        ..Reply::default()
    })
}
