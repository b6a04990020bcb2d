//! JSON and JSON Lines. Rows of events use the fields of docs/RECORDS.md ("Folded events"); other rows are objects by column.

use super::Context;
use super::grid::sides;
use crate::base::analysis::DateBasis;
use crate::base::record::Status;
use crate::graph::{EntityId, EventId, Graph, Role};
use crate::query::Answer;
use crate::query::result::{Cell, Kind, Row};
use crate::query::run;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The fact of a card that is a number of events.
const EVENTS: &str = "events";

/// One event with all its reports, by canonical names.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FoldedEvent {
    id: String,
    #[serde(rename = "type")]
    event_type: String,
    mode: Option<String>,
    date: Option<String>,
    date_basis: DateBasis,
    status: Status,
    historical: bool,
    actors: Vec<String>,
    recipients: Vec<String>,
    symmetric: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    mediator: Option<String>,
    location: Option<String>,
    reporters: Vec<String>,
    score: Option<f32>,
    first_reported: Option<String>,
    last_reported: Option<String>,
    n_reports: usize,
    n_sources: usize,
    reports: Vec<FoldedReport>,
    date_from: Option<String>,
    date_to: Option<String>,
    actor_ids: Vec<String>,
    recipient_ids: Vec<String>,
    confidence: f64,
}

/// One report of an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct FoldedReport {
    article: String,
    file: String,
    lang: Option<String>,
    published: Option<String>,
    quote: String,
    span: [u32; 2],
}

/// Collects everything about an event.
pub fn folded(graph: &Graph, id: EventId) -> FoldedEvent {
    let view = graph.event(id);
    let (actors, recipients) = sides(&view);
    let names = |list: &[EntityId]| {
        list.iter()
            .map(|e| graph.name(*e).to_owned())
            .collect::<Vec<_>>()
    };
    let ids = |list: &[EntityId]| {
        let keys = list.iter().map(|e| graph.entity(*e).key.to_owned());
        keys.collect::<Vec<_>>()
    };
    // A date without its year is on no day.
    let date = view.date.filter(|d| d.yearless.is_none());
    let reporters: BTreeSet<EntityId> = graph
        .roles(id)
        .filter(|(_, r)| *r == Role::Reporter)
        .map(|(e, _)| e)
        .collect();
    let mut sources = BTreeSet::new();
    let reports = graph.reports(id).iter().map(|r| {
        let record = graph
            .article_by_key(&r.article)
            .and_then(|a| graph.article(a))
            .unwrap_or_default();
        sources.insert(record.source.clone().unwrap_or_else(|| record.file.clone()));
        FoldedReport {
            article: r.article.clone(),
            file: record.file,
            lang: record.lang,
            published: record.published,
            quote: r.quote.clone(),
            span: r.span,
        }
    });
    let reports: Vec<FoldedReport> = reports.collect();
    FoldedEvent {
        id: graph.key_of(id).into_owned(),
        event_type: view.kind.event_type.to_owned(),
        mode: view.kind.mode.map(str::to_owned),
        date: view.date.map(|d| d.to_edtf()),
        date_basis: view.date_basis,
        status: view.status,
        historical: view.historical,
        actors: names(actors),
        recipients: names(recipients),
        symmetric: view.symmetric,
        mediator: view.mediator.map(|m| graph.name(m).to_owned()),
        location: view.location.map(|l| graph.name(l).to_owned()),
        reporters: reporters
            .iter()
            .map(|e| graph.name(*e).to_owned())
            .collect(),
        score: view.kind.score,
        first_reported: view.first_reported.map(|d| d.to_string()),
        last_reported: view.last_reported.map(|d| d.to_string()),
        n_reports: view.n_reports,
        n_sources: sources.len(),
        reports,
        date_from: date.and_then(|d| d.lo).map(|d| d.to_string()),
        date_to: date.and_then(|d| d.hi).map(|d| d.to_string()),
        actor_ids: ids(actors),
        recipient_ids: ids(recipients),
        // As tables have it: two digits, not those of a binary fraction.
        confidence: (f64::from(view.confidence) * 100.0).round() / 100.0,
    }
}

fn value<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

fn cell(graph: &Graph, cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(t) => Value::from(t.as_str()),
        Cell::Count(n) => Value::from(*n),
        Cell::Number(n) => Value::from(*n),
        Cell::Entity(e) => Value::from(graph.name(*e)),
        Cell::Date(e) => graph
            .event(*e)
            .date
            .map_or(Value::Null, |d| Value::from(d.to_edtf())),
    }
}

fn path(graph: &Graph, row: &Row) -> Value {
    let legs = row.legs.iter().map(|leg| {
        let mut map = Map::new();
        map.insert("from".to_owned(), graph.name(leg.from).into());
        map.insert("to".to_owned(), graph.name(leg.to).into());
        map.insert("event".to_owned(), value(&folded(graph, leg.event)));
        Value::Object(map)
    });
    Value::Array(legs.collect())
}

fn object(answer: &Answer, row: &Row, graph: &Graph) -> String {
    if let (Kind::Events, Some(event)) = (answer.kind, row.events.first()) {
        return serde_json::to_string(&folded(graph, *event)).unwrap_or_default();
    }
    let columns = answer.columns.iter().map(String::as_str);
    let cells = row.cells.iter().map(|c| cell(graph, c));
    let mut fields: Vec<(&str, Value)> = columns.zip(cells).collect();
    if answer.kind == Kind::Paths {
        fields.push(("steps", path(graph, row)));
    }
    if let (Kind::Evidence, Some(event)) = (answer.kind, row.events.first()) {
        fields.push(("event", graph.key_of(*event).into_owned().into()));
    }
    in_order(&fields)
}

/// Writes an object whose fields stand in the order of the columns.
fn in_order(fields: &[(&str, Value)]) -> String {
    let written = fields.iter().map(|(name, value)| {
        let name = serde_json::to_string(name).unwrap_or_default();
        format!("{name}:{value}")
    });
    format!("{{{}}}", written.collect::<Vec<_>>().join(","))
}

/// Facts about one thing: one object with a field a fact, a list where several facts have one name; `events` is their number, with the days they lie in.
fn card(answer: &Answer, graph: &Graph) -> String {
    let mut fields: Vec<(&str, Value)> = Vec::new();
    for row in &answer.rows {
        let (Some(Cell::Text(name)), Some(told)) = (row.cells.first(), row.cells.get(1)) else {
            continue;
        };
        let name = name.as_str();
        if name == EVENTS {
            let days = run::extent(graph, &row.events);
            let day =
                |d: Option<chrono::NaiveDate>| d.map_or(Value::Null, |d| d.to_string().into());
            fields.push((name, row.events.len().into()));
            fields.push(("date_from", day(days.map(|d| d.0))));
            fields.push(("date_to", day(days.map(|d| d.1))));
            continue;
        }
        let told = cell(graph, told);
        match fields.iter_mut().find(|f| f.0 == name) {
            Some((_, Value::Array(list))) => list.push(told),
            Some((_, first)) => *first = Value::Array(vec![first.take(), told]),
            None => fields.push((name, told)),
        }
    }
    in_order(&fields)
}

/// The objects of an answer: one a row, or one for facts about one thing.
fn objects(answer: &Answer, graph: &Graph) -> Vec<String> {
    if answer.kind == Kind::Facts && !answer.rows.is_empty() {
        return vec![card(answer, graph)];
    }
    let rows = answer.rows.iter();
    rows.map(|r| object(answer, r, graph)).collect()
}

/// Writes one array, an object a line.
pub fn json(answer: &Answer, context: &Context<'_>) -> String {
    let objects = objects(answer, context.graph);
    if objects.is_empty() {
        "[]\n".to_owned()
    } else {
        format!("[\n{}\n]\n", objects.join(",\n"))
    }
}

/// Writes one object a line.
pub fn jsonl(answer: &Answer, context: &Context<'_>) -> String {
    let objects = objects(answer, context.graph).into_iter();
    objects.map(|o| o + "\n").collect()
}

/// Writes every event behind the rows, one a line.
pub fn events_jsonl(answer: &Answer, context: &Context<'_>) -> String {
    let line =
        |e: &EventId| serde_json::to_string(&folded(context.graph, *e)).unwrap_or_default() + "\n";
    answer.all_events().iter().map(line).collect()
}
