//! `run`: runs a saved query.

use crate::query::Problem;
use crate::query::ast::{Statement, Verb};
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "run",
    aliases: &[],
    group: "files",
    usage: "run FILE|NAME [PARAMETER=VALUE …]",
    summary: "runs a saved query",
    about: "Finds NAME in the folder `queries`, then among the queries that come with the program.",
    examples: &[
        "run putin-aliyev",
        "run pair a=\"Putin\" b=\"Aliyev\" since=2023",
    ],
    run: Some(run),
};

fn run(session: &mut Session, statement: &Statement, text: &str) -> Result<Reply, Problem> {
    let Verb::Run(file, values) = &statement.query.verb else {
        return Ok(Reply::default());
    };
    let saved = session.saved(&file.value).map_err(|p| Problem {
        span: file.span,
        ..p
    })?;
    let bound = session.bind(&saved, values)?;
    let reply = session.run_saved(&saved, bound, file.span)?;
    text.clone_into(&mut session.last_text);
    Ok(reply)
}
