//! An answer as texts by column for people: what tables, cards, Markdown and pages print.
//!
//! In: an answer. Out: [`Grid`]. Invariants: every row has as many texts as there are columns; a column about status that would be empty is left out.

use super::Context;
use crate::graph::{EntityId, EventId, EventView, Graph};
use crate::query::Answer;
use crate::query::facts::{date_words, standing_words};
use crate::query::result::{Cell, EVENT_COLUMNS, Kind, Row};
use crate::query::status::APART;

/// Texts by row and column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// Titles.
    pub columns: Vec<String>,
    /// Texts.
    pub rows: Vec<Vec<String>>,
    /// Columns of numbers, to be set to the right.
    pub numeric: Vec<bool>,
}

/// Returns who did it to whom: `A → B`, `A ↔ B`, with the mediator.
pub fn who(graph: &Graph, event: EventId) -> String {
    let view = graph.event(event);
    let names = |list: &[crate::graph::EntityId]| {
        list.iter()
            .map(|e| graph.name(*e))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let arrow = if view.symmetric { " ↔ " } else { " → " };
    let mut text = match (view.actors.is_empty(), view.recipients.is_empty()) {
        (false, false) => format!("{}{arrow}{}", names(&view.actors), names(&view.recipients)),
        (false, true) if view.symmetric => view
            .actors
            .iter()
            .map(|e| graph.name(*e))
            .collect::<Vec<_>>()
            .join(" ↔ "),
        (false, true) => names(&view.actors),
        (true, false) => format!("?{arrow}{}", names(&view.recipients)),
        (true, true) => String::new(),
    };
    if let Some(mediator) = view.mediator {
        text.push_str(&format!(" (via {})", graph.name(mediator)));
    }
    text
}

/// The two sides of an event: of equals who are told together, the first stands on one side and the others on the other, as where one of them begins.
pub fn sides<'v>(view: &'v EventView<'_>) -> (&'v [EntityId], &'v [EntityId]) {
    let (actors, recipients) = (view.actors.as_slice(), view.recipients.as_slice());
    if view.symmetric && recipients.is_empty() && actors.len() > 1 {
        actors.split_at(1)
    } else {
        (actors, recipients)
    }
}

/// Returns the languages of the articles that report an event, comma-separated.
pub fn languages(graph: &Graph, event: EventId) -> String {
    graph
        .count_by_language(&[event])
        .into_keys()
        .collect::<Vec<_>>()
        .join(",")
}

/// Returns the quote of the first report, white space joined; empty for imported events.
pub fn quote(graph: &Graph, event: EventId) -> String {
    graph.reports(event).first().map_or_else(String::new, |r| {
        r.quote.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

/// Returns the date of an event in EDTF; empty for an undated one.
pub fn date_edtf(graph: &Graph, event: EventId) -> String {
    graph
        .event(event)
        .date
        .map_or_else(String::new, |d| d.to_edtf())
}

fn event_row(context: &Context<'_>, event: EventId) -> Vec<String> {
    let graph = context.graph;
    let view = graph.event(event);
    let mut evidence = quote(graph, event);
    let lang = languages(graph, event);
    if !evidence.is_empty() {
        evidence = format!("\"{evidence}\"");
        if !lang.is_empty() {
            evidence = format!("{evidence} {lang}");
        }
    }
    let place = view
        .location
        .map_or_else(String::new, |l| graph.name(l).to_owned());
    vec![
        date_words(graph, event),
        context.vocabulary.word(&view.kind),
        who(graph, event),
        place,
        standing_words(graph, event),
        evidence,
    ]
}

/// Returns the text of a cell.
pub fn cell_text(graph: &Graph, cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(t) => t.split_whitespace().collect::<Vec<_>>().join(" "),
        Cell::Count(n) => n.to_string(),
        Cell::Number(n) => format!("{n:.4}"),
        Cell::Entity(e) => graph.name(*e).to_owned(),
        Cell::Date(e) => date_words(graph, *e),
    }
}

/// Turns a row of any kind into texts.
pub fn row_texts(answer: &Answer, row: &Row, context: &Context<'_>) -> Vec<String> {
    match (answer.kind, row.events.first()) {
        (Kind::Events, Some(event)) => event_row(context, *event),
        _ => row
            .cells
            .iter()
            .map(|c| cell_text(context.graph, c))
            .collect(),
    }
}

/// Turns an answer into texts.
pub fn grid(answer: &Answer, context: &Context<'_>) -> Grid {
    let mut columns: Vec<String> = if answer.kind == Kind::Events {
        EVENT_COLUMNS.map(str::to_owned).to_vec()
    } else {
        answer.columns.clone()
    };
    let mut rows: Vec<Vec<String>> = answer
        .rows
        .iter()
        .map(|r| row_texts(answer, r, context))
        .collect();
    for row in &mut rows {
        row.resize(columns.len(), String::new());
    }
    let mut numeric: Vec<bool> = (0..columns.len())
        .map(|i| {
            answer.kind != Kind::Events
                && answer
                    .rows
                    .iter()
                    .any(|r| matches!(r.cells.get(i), Some(Cell::Count(_) | Cell::Number(_))))
        })
        .collect();
    let spare = |(i, title): (usize, &String)| {
        (title == APART || (title == "status" && answer.kind == Kind::Events))
            && rows.iter().all(|r| r.get(i).is_none_or(String::is_empty))
    };
    if let Some(i) = columns.iter().enumerate().position(spare) {
        columns.remove(i);
        numeric.remove(i);
        for row in &mut rows {
            row.remove(i);
        }
    }
    Grid {
        columns,
        rows,
        numeric,
    }
}
