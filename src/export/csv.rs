//! Comma- and tab-separated values with a title line: one fact a column, so that a sheet can sort and filter by each.
//!
//! In: an answer. Out: text. Invariants: the columns of a kind of answer are always the same; a date is what EDTF says, without the marks of the
//! screen; fields are quoted by the csv crate where they need it.

use super::Context;
use super::grid::{cell_text, date_edtf, quote, sides};
use crate::base::record::ArticleRecord;
use crate::graph::{EntityId, EventId, Role};
use crate::query::Answer;
use crate::query::result::{Cell, Kind, Row};

/// What is told of an event, a column each.
const EVENT: [&str; 25] = [
    "date",
    "date_basis",
    "type",
    "mode",
    "meaning",
    "status",
    "historical",
    "actor",
    "direction",
    "recipient",
    "mediator",
    "place",
    "quote",
    "lang",
    "article",
    "file",
    "published",
    "said_by",
    "reports",
    "confidence",
    "id",
    "date_from",
    "date_to",
    "actor_ids",
    "recipient_ids",
];
/// What a passage has besides its own columns.
const PASSAGE: [&str; 7] = [
    "date_basis",
    "type",
    "mode",
    "status",
    "historical",
    "file",
    "id",
];
/// What stands in front of the event of a step.
const STEP: [&str; 4] = ["path", "step", "from", "to"];

/// Writes comma-separated values.
pub fn csv(answer: &Answer, context: &Context<'_>) -> String {
    separated(answer, context, b',')
}

/// Writes tab-separated values.
pub fn tsv(answer: &Answer, context: &Context<'_>) -> String {
    separated(answer, context, b'\t')
}

fn separated(answer: &Answer, context: &Context<'_>, delimiter: u8) -> String {
    let (columns, rows) = sheet(answer, context);
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    for row in std::iter::once(&columns).chain(&rows) {
        writer
            .write_record(row)
            .expect("writing to memory, and every row has the same length");
    }
    let bytes = writer.into_inner().expect("writing to memory");
    String::from_utf8(bytes).expect("the fields are UTF-8")
}

type Sheet = (Vec<String>, Vec<Vec<String>>);

fn titles(parts: &[&[&str]]) -> Vec<String> {
    parts.concat().iter().map(|t| (*t).to_owned()).collect()
}

fn sheet(answer: &Answer, context: &Context<'_>) -> Sheet {
    let rows = answer.rows.iter();
    match answer.kind {
        Kind::Events => {
            let rows = rows.filter_map(|r| r.events.first());
            (
                titles(&[&EVENT]),
                rows.map(|e| event(context, *e)).collect(),
            )
        }
        Kind::Paths => {
            let rows = (1..).zip(rows).flat_map(|(n, r)| steps(context, n, r));
            (titles(&[&STEP, &EVENT]), rows.collect())
        }
        Kind::Evidence => {
            let own: Vec<&str> = answer.columns.iter().map(String::as_str).collect();
            let rows = rows.map(|r| passage(context, r, own.len()));
            (titles(&[&own, &PASSAGE]), rows.collect())
        }
        Kind::Entities => {
            let own: Vec<&str> = answer.columns.iter().map(String::as_str).collect();
            let rows = rows.map(|r| {
                let mut texts = cells(context, r, own.len());
                let key = r.entities.first().map(|e| context.graph.entity(*e).key);
                texts.push(key.unwrap_or("").to_owned());
                texts
            });
            (titles(&[&own, &["id"]]), rows.collect())
        }
        Kind::Facts | Kind::Table => {
            let width = answer.columns.len();
            let rows = rows.map(|r| cells(context, r, width));
            (answer.columns.clone(), rows.collect())
        }
    }
}

fn cells(context: &Context<'_>, row: &Row, width: usize) -> Vec<String> {
    let text = |cell: &Cell| match cell {
        Cell::Date(event) => date_edtf(context.graph, *event),
        other => cell_text(context.graph, other),
    };
    let mut texts: Vec<String> = row.cells.iter().map(text).collect();
    texts.resize(width, String::new());
    texts
}

fn event(context: &Context<'_>, id: EventId) -> Vec<String> {
    let graph = context.graph;
    let view = graph.event(id);
    let names = |list: &[EntityId]| {
        let names: Vec<&str> = list.iter().map(|e| graph.name(*e)).collect();
        names.join("; ")
    };
    let ids = |list: &[EntityId]| {
        let ids: Vec<&str> = list.iter().map(|e| graph.entity(*e).key).collect();
        ids.join("; ")
    };
    // A date without its year is on no day.
    let date = view.date.filter(|d| d.yearless.is_none());
    let day = |end: Option<chrono::NaiveDate>| end.map_or_else(String::new, |d| d.to_string());
    let name = |one: Option<EntityId>| one.map_or("", |e| graph.name(e)).to_owned();
    let reporters = graph.roles(id).filter(|(_, r)| *r == Role::Reporter);
    let reporters: Vec<EntityId> = reporters.map(|(e, _)| e).collect();
    let article = first_article(context, id);
    let (actors, recipients) = sides(&view);
    vec![
        date_edtf(graph, id),
        view.date_basis.word().to_owned(),
        view.kind.event_type.to_owned(),
        view.kind.mode.unwrap_or("").to_owned(),
        context.vocabulary.word(&view.kind),
        view.status.word().to_owned(),
        view.historical.to_string(),
        names(actors),
        if view.symmetric { "mutual" } else { "directed" }.to_owned(),
        names(recipients),
        name(view.mediator),
        name(view.location),
        quote(graph, id),
        article.lang.unwrap_or_default(),
        article.title.unwrap_or_default(),
        article.file,
        article.published.unwrap_or_default(),
        names(&reporters),
        view.n_reports.to_string(),
        format!("{:.2}", view.confidence),
        graph.key_of(id).into_owned(),
        day(date.and_then(|d| d.lo)),
        day(date.and_then(|d| d.hi)),
        ids(actors),
        ids(recipients),
    ]
}

/// The article of the passage that is quoted.
fn first_article(context: &Context<'_>, id: EventId) -> ArticleRecord {
    let report = context.graph.reports(id);
    let article = report
        .first()
        .and_then(|r| context.graph.article_by_key(&r.article));
    article
        .and_then(|a| context.graph.article(a))
        .unwrap_or_default()
}

fn steps(context: &Context<'_>, path: usize, row: &Row) -> Vec<Vec<String>> {
    let legs = (1..).zip(&row.legs);
    let steps = legs.map(|(step, leg): (usize, _)| {
        let ends = [leg.from, leg.to].map(|e| context.graph.name(e).to_owned());
        let mut texts = vec![path.to_string(), step.to_string()];
        texts.extend(ends);
        texts.extend(event(context, leg.event));
        texts
    });
    steps.collect()
}

fn passage(context: &Context<'_>, row: &Row, width: usize) -> Vec<String> {
    let graph = context.graph;
    let mut texts = cells(context, row, width);
    let Some(id) = row.events.first() else {
        texts.resize(width + PASSAGE.len(), String::new());
        return texts;
    };
    let view = graph.event(*id);
    let index = match row.cells.last() {
        Some(Cell::Count(n)) => *n as usize,
        _ => 0,
    };
    let reports = graph.reports(*id);
    let article = reports
        .get(index)
        .and_then(|r| graph.article_by_key(&r.article));
    let file = article.and_then(|a| graph.article(a)).map(|a| a.file);
    texts.extend([
        view.date_basis.word().to_owned(),
        view.kind.event_type.to_owned(),
        view.kind.mode.unwrap_or("").to_owned(),
        view.status.word().to_owned(),
        view.historical.to_string(),
        file.unwrap_or_default(),
        graph.key_of(*id).into_owned(),
    ]);
    texts
}
