//! Answers `compare`.
//!
//! In: a plan with several sides, each an actor or actors together. Out: a row a key, a column a side. Invariant: what is not counted is told. Does not: weigh.

use crate::graph::{EntityId, EventId, Graph};
use crate::query::ast::Dimension;
use crate::query::plan::Plan;
use crate::query::result::{Answer, Cell, Kind, Row};
use crate::query::run;
use crate::query::tables::groups::{dimension_word, groups, timely};
use crate::query::tables::{counted, text};
use crate::query::vocabulary::Vocabulary;
use std::collections::BTreeMap;

/// Answers `compare`: a row a key, a column a side.
pub(in crate::query) fn compare(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    sides: &[Vec<EntityId>],
    by: Dimension,
) -> Answer {
    let filter = plan.filter(graph, None);
    let mut rows: BTreeMap<String, Vec<Vec<EventId>>> = BTreeMap::new();
    let mut notes = Vec::new();
    let titles: Vec<String> = sides.iter().map(|s| title(graph, s)).collect();
    for ((i, side), title) in sides.iter().enumerate().zip(&titles) {
        let mut events = run::together(graph, side, &filter);
        events.retain(|e| plan.admits(graph, *e, None));
        let (events, apart) = plan.part(graph, events);
        if !apart.is_empty() {
            notes.push(format!("{title} {}", apart.words()));
        }
        for (key, events) in groups(graph, vocabulary, &events, by) {
            let row = rows
                .entry(key)
                .or_insert_with(|| vec![Vec::new(); sides.len()]);
            if let Some(cell) = row.get_mut(i) {
                *cell = events;
            }
        }
    }
    let mut rows: Vec<Row> = rows
        .into_iter()
        .map(|(key, columns)| {
            let mut cells = vec![text(&key)];
            cells.extend(columns.iter().map(|c| Cell::Count(c.len() as u64)));
            let mut events = columns.concat();
            events.sort_unstable();
            events.dedup();
            counted(cells, events)
        })
        .collect();
    if !timely(by) {
        rows.sort_by_key(|r| std::cmp::Reverse(r.events.len()));
    }
    let mut columns = vec![dimension_word(by).to_owned()];
    columns.extend(titles);
    if !notes.is_empty() {
        notes = vec![format!("not counted: {}", notes.join("; "))];
    }
    Answer {
        kind: Kind::Table,
        focus: everybody(sides),
        columns,
        rows,
        notes,
        ..Answer::default()
    }
}

/// Everybody who is compared, each once.
fn everybody(sides: &[Vec<EntityId>]) -> Vec<EntityId> {
    let mut all: Vec<EntityId> = Vec::new();
    for entity in sides.iter().flatten() {
        if !all.contains(entity) {
            all.push(*entity);
        }
    }
    all
}

/// The title of a side's column: its names.
fn title(graph: &Graph, side: &[EntityId]) -> String {
    let names: Vec<&str> = side.iter().map(|e| graph.name(*e)).collect();
    names.join(" and ")
}
