//! One file a command; see [`super::command`].

pub mod assign;
pub mod between;
pub mod candidates;
pub mod changes;
pub mod clear;
pub mod common;
pub mod count;
pub mod compare;
pub mod events;
pub mod evidence;
pub mod export;
pub mod find;
pub mod help;
pub mod history;
pub mod journeys;
pub mod neighbors;
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

use super::session::{Judged, Reply, Session};
use crate::base::span::Span;
use crate::query::Problem;
use crate::query::ast::{DateTerm, Value};

/// Prints a value as it could be typed.
pub fn value_text(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("\"{text}\""),
        Value::Number(n) => n.to_string(),
        Value::Date(DateTerm::Fixed(interval)) => interval.to_edtf(),
        Value::Date(DateTerm::Today) => "today".to_owned(),
        Value::Date(DateTerm::Yesterday) => "yesterday".to_owned(),
        Value::Date(DateTerm::Ago(n, unit)) => format!("{n} {unit:?}s ago").to_lowercase(),
        Value::Date(DateTerm::Variable(name)) => format!("${name}"),
    }
}

fn no_judge(span: Span) -> Problem {
    Problem::new(
        "judgements need the articles behind the graph and a file to keep them; start with --decisions FILE.ron",
        span,
    )
}

fn judged(session: &mut Session, judged: Judged) -> Reply {
    if let Some(graph) = judged.graph {
        session.graph = graph;
        session.last = None;
    }
    Reply {
        remarks: vec![judged.message],
        ..Reply::default()
    }
}
