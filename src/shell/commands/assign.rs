//! `let`: names a value, or keeps an answer as the last one.

use crate::query::Problem;
use crate::query::ast::{Assigned, Query, Statement, Verb};
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "let",
    aliases: &[],
    group: "session",
    usage: "let $NAME = VALUE | QUESTION",
    summary: "names a value, or keeps an answer as the last one",
    about: "Values are names, numbers and dates; use them as `$NAME`.",
    examples: &["let $p = \"Vladimir Putin\"; timeline $p and Aliyev"],
    run: Some(run),
};

fn run(session: &mut Session, statement: &Statement, text: &str) -> Result<Reply, Problem> {
    let Verb::Let(name, assigned) = &statement.query.verb else {
        return Ok(Reply::default());
    };
    match assigned {
        Assigned::Value(value) => {
            session
                .variables
                .insert(name.value.to_lowercase(), value.value.clone());
            Ok(Reply {
                remarks: vec![format!(
                    "${} = {}",
                    name.value,
                    super::value_text(&value.value)
                )],
                ..Reply::default()
            })
        }
        Assigned::Query(query) => {
            let inner = Statement {
                query: Query::clone(query),
                ..statement.clone()
            };
            session.ask(&inner, text)
        }
    }
}
