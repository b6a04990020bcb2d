//! `help`: what there is, and how to say it.

use crate::query::Problem;
use crate::query::ast::{Statement, Verb};
use crate::shell::command::Command;
use crate::shell::help;
use crate::shell::session::{Reply, Session};

/// The command.
pub const COMMAND: Command = Command {
    name: "help",
    aliases: &["?"],
    group: "session",
    usage: "help [COMMAND | clauses | formats | dates | names]",
    summary: "what there is, and how to say it",
    about: "`help COMMAND` shows its form and examples.",
    examples: &["help", "help paths", "help clauses", "help dates"],
    run: Some(run),
};

fn run(session: &mut Session, statement: &Statement, _: &str) -> Result<Reply, Problem> {
    let Verb::Help(topic) = &statement.query.verb else {
        return Ok(Reply::default());
    };
    let Some(topic) = topic else {
        return Ok(Reply::text(help::overview(session.style)));
    };
    help::topic(&topic.value, session.style)
        .map(Reply::text)
        .ok_or_else(|| {
            let suggestions = crate::query::suggest::nearest(&topic.value, help::topics(), 2);
            Problem {
                suggestions,
                ..Problem::new(
                    format!("no help on \"{}\"; `help` lists the topics", topic.value),
                    topic.span,
                )
            }
        })
}
