//! `export`: writes an answer, or the whole graph, as a file.

use crate::export;
use crate::query::ast::{Exported, Statement, Verb};
use crate::query::plan::Plan;
use crate::query::result::count;
use crate::query::{Answer, Problem};
use crate::shell::command::Command;
use crate::shell::render::{self, Screen, style::Style};
use crate::shell::session::{Reply, Session, known, unknown_format};
use std::sync::Arc;

/// The command.
pub const COMMAND: Command = Command {
    name: "export",
    aliases: &[],
    group: "files",
    usage: "export FORMAT [of last | QUESTION] to FILE",
    summary: "writes an answer, or the whole graph, as a file",
    about: "Formats: json, jsonl, events-jsonl, csv, tsv, markdown, dot, graphml, ron, html, and every view. A file is replaced at once and keeps its permissions, a link stays one; one that is read-only is left alone, and a pipe or device is written to. A picture of more than 24 actors shows the busiest and says so.",
    examples: &["export dot of between Putin and Aliyev to putin-aliyev.dot"],
    run: Some(run),
};

/// The last answer with all its rows, also those that the screen did not show.
fn last(session: &Session, statement: &Statement) -> Result<Arc<Answer>, Problem> {
    let span = statement.query.span;
    if let Some(plan) = session.last_plan.clone() {
        let plan = Plan {
            all_rows: true,
            ..plan
        };
        return session.answer(plan, span).map(Arc::new);
    }
    let none = || Problem::new("there is no answer yet to export; ask first", span);
    session.last.clone().ok_or_else(none)
}

fn run(session: &mut Session, statement: &Statement, text: &str) -> Result<Reply, Problem> {
    let Verb::Export { format, what, file } = &statement.query.verb else {
        return Ok(Reply::default());
    };
    if !known(&format.value) {
        return Err(unknown_format(&format.value, format.span));
    }
    let (answer, title) = match what.as_deref() {
        None => (
            Arc::new(export::whole(&session.graph)),
            "newsgraph".to_owned(),
        ),
        Some(Exported::Last) => (last(session, statement)?, session.last_text.clone()),
        Some(Exported::Query(query)) => {
            let mut options = session.options();
            options.max_rows = 0;
            let plan = crate::query::plan::plan(
                query,
                text,
                &session.graph,
                &session.vocabulary,
                &options,
            )?;
            let plan = Plan {
                all_rows: true,
                ..plan
            };
            let answer = session.answer(plan, statement.query.span)?;
            (Arc::new(answer), query.span.of(text).to_owned())
        }
    };
    let screen = Screen {
        width: None,
        style: Style::default(),
    };
    let written = session
        .rendered(&answer, &format.value, &title, screen)
        .map_err(|b| session.broken(b, statement.query.span))?;
    let context = session.context(&title);
    let mut remarks = render::picks(&answer.picked, &context);
    remarks.extend(answer.notes.iter().cloned());
    if answer.rows.is_empty() {
        remarks.push(format!(
            "nothing to export; {} is left as it is",
            file.value
        ));
        return Ok(Reply {
            remarks,
            empty: true,
            ..Reply::default()
        });
    }
    session
        .write(&file.value, written.as_bytes(), false)
        .map_err(|m| Problem::new(m, file.span))?;
    remarks.extend(export::left_out(&format.value, &answer, &context));
    remarks.push(format!(
        "wrote {} ({}, {})",
        file.value,
        count(answer.rows.len(), "row"),
        count(written.len(), "byte")
    ));
    Ok(Reply {
        remarks,
        ..Reply::default()
    })
}
