//! `show`: everything about one actor, row or list.

use crate::query::ast::{Statement, Topic, Verb};
use crate::query::result::{Cell, Row};
use crate::query::{Answer, Problem};
use crate::shell::command::Command;
use crate::shell::session::{Reply, Session};
use crate::shell::settings::SETTINGS;

/// The command.
pub const COMMAND: Command = Command {
    name: "show",
    aliases: &[],
    group: "questions",
    usage: "show NAME | #N | EVENT | types|schema|sources|articles [CLAUSE …]|queries|settings|variables",
    summary: "everything about one actor, row or list",
    about: "Spellings, roles with dates, counts, partners; for a row: date and what it rests on, status, codes, id. Time clauses of `show articles` speak of the date of the articles, others of what they tell.",
    examples: &[
        "show Vladimir Putin",
        "timeline Putin and Aliyev; show #1",
        "show types",
        "show articles",
        "show articles of Blinken since 2023",
        "show queries",
        "show settings",
    ],
    run: Some(run),
};

/// Lists what the session knows itself, and leaves the rest to the graph.
fn run(session: &mut Session, statement: &Statement, text: &str) -> Result<Reply, Problem> {
    let line = |cells: &[&str]| Row {
        cells: cells.iter().map(|c| Cell::Text((*c).to_owned())).collect(),
        ..Row::default()
    };
    let answer = match &statement.query.verb {
        Verb::ShowTopic(Topic::Queries) => {
            let saved = session.saved_queries();
            let rows = saved.iter().map(|q| {
                line(&[
                    &q.name,
                    &q.about,
                    &q.parameters
                        .iter()
                        .map(|p| p.name.clone())
                        .collect::<Vec<_>>()
                        .join(" "),
                ])
            });
            Answer::table("show", &["name", "about", "parameters"], rows.collect())
        }
        Verb::ShowTopic(Topic::Settings) => {
            let rows = SETTINGS
                .iter()
                .map(|s| line(&[s.name, &(s.get)(&session.settings), s.about]));
            Answer::table("show", &["name", "value", "about"], rows.collect())
        }
        Verb::ShowTopic(Topic::Variables) => {
            let rows: Vec<Row> = session
                .variables
                .iter()
                .map(|(k, v)| line(&[&format!("${k}"), &super::value_text(v)]))
                .collect();
            let mut answer = Answer::table("show", &["name", "value"], rows);
            if answer.rows.is_empty() {
                answer
                    .notes
                    .push("no variables; `let $x = \"Vladimir Putin\"` makes one".to_owned());
            }
            answer
        }
        _ => return session.ask(statement, text),
    };
    session.print(answer, statement, text)
}
