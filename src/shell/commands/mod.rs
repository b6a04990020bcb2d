//! One file a command; see [`super::command`].

pub mod assign;
pub mod between;
pub mod candidates;
pub mod changes;
pub mod clear;
pub mod common;
pub mod compare;
pub mod count;
pub mod events;
pub mod evidence;
pub mod export;
pub mod find;
pub mod help;
pub mod history;
pub mod journeys;
pub mod neighbors;
pub mod no;
pub mod notsame;
pub mod pair;
pub mod path;
pub mod paths;
pub mod quit;
pub mod run;
pub mod same;
pub mod save;
pub mod set;
pub mod show;
pub mod stats;
pub mod timeline;
pub mod top;
pub mod undo;
pub mod why;
pub mod yes;

use super::session::Session;
use crate::base::span::Span;
use crate::graph::Graph;
use crate::query::Problem;
use crate::query::ast::{DateTerm, Value};
use crate::query::result::Cell;

/// Prints a value as it could be typed.
pub fn value_text(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("\"{text}\""),
        Value::Number(n) => n.to_string(),
        Value::Date(DateTerm::Fixed(interval)) => interval.to_edtf(),
        Value::Date(DateTerm::Today) => "today".to_owned(),
        Value::Date(DateTerm::Yesterday) => "yesterday".to_owned(),
        Value::Date(DateTerm::Ago(n, unit)) => format!("{n} {unit:?}s ago").to_lowercase(),
        Value::Date(DateTerm::Whole(ago, unit)) => {
            let which = if *ago == 0 { "this" } else { "last" };
            format!("{which} {unit:?}").to_lowercase()
        }
        Value::Date(DateTerm::Month(month)) => {
            let month = u8::try_from(*month)
                .ok()
                .and_then(|m| chrono::Month::try_from(m).ok());
            month.map_or("", |m| m.name()).to_owned()
        }
        Value::Date(DateTerm::DayOfYear(month, day)) => {
            let name = value_text(&Value::Date(DateTerm::Month(*month)));
            format!("{day} {name}")
        }
        Value::Date(DateTerm::Variable(name)) => format!("${name}"),
    }
}

/// Prints a cell as plain text.
pub fn cell_text(graph: &Graph, cell: &Cell) -> String {
    match cell {
        Cell::Entity(e) => graph.name(*e).to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Count(n) => n.to_string(),
        Cell::Number(n) => n.to_string(),
        Cell::Date(e) => crate::query::facts::date_words(graph, *e),
        Cell::Empty => String::new(),
    }
}

fn no_judge(span: Span) -> Problem {
    Problem::new("there is nobody to keep judgements in this session", span)
}

/// Refuses what writes files in a safe session.
fn writable(session: &Session, span: Span) -> Result<(), Problem> {
    if session.safe {
        return Err(Problem::new("files are not written with --safe", span));
    }
    Ok(())
}
