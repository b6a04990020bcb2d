//! Who shares events with whom: `neighbors`, `common`.
//!
//! In: a plan. Out: [`Answer`]s with one partner a row. Invariants: a count speaks of what happened unless the question names a status; the events
//! behind a row are those that its count speaks of.

use super::plan::{Demand, Plan};
use super::result::{Answer, Cell, Kind, Options, Row};
use super::status::{APART, Apart};
use crate::graph::{EntityId, EventId, Filter, Graph};

/// Most partners that are named though nothing they share happened.
const APART_SHOWN: usize = 5;

/// Answers `neighbors`.
pub(super) fn neighbors(
    plan: &Plan,
    graph: &Graph,
    entity: EntityId,
    depth: u32,
    options: &Options<'_>,
) -> Answer {
    let filter = plan.counted(graph, None);
    let others = plan.uncounted(graph);
    let place = plan
        .tests
        .iter()
        .any(|t| matches!(t.demand, Demand::Place(_)));
    let mut rows = Vec::new();
    for n in graph.neighbors(entity, depth, &filter) {
        if options.broken_off() {
            break;
        }
        let mut events = vec![n.first, n.last];
        events.dedup();
        let mut total = n.n_events;
        if place {
            events = graph.events_between(n.via, n.entity, &filter);
            events.retain(|e| plan.admits(graph, *e, None));
            total = events.len() as u32;
        }
        if total == 0 {
            continue;
        }
        let mut cells = vec![
            Cell::Entity(n.entity),
            Cell::Count(u64::from(total)),
            Cell::Date(n.first),
            Cell::Date(last_dated(graph, &n, &filter)),
        ];
        if depth > 1 {
            cells.extend([Cell::Count(u64::from(n.depth)), Cell::Entity(n.via)]);
        }
        let apart = others.as_ref().map_or_else(Vec::new, |f| {
            let mut apart = graph.events_between(n.via, n.entity, f);
            apart.retain(|e| plan.admits(graph, *e, None));
            apart
        });
        cells.push(Apart::of(graph, &apart).cell());
        rows.push(Row {
            cells,
            events,
            entities: vec![n.entity, n.via],
            ..Row::default()
        });
    }
    let columns: &[&str] = if depth > 1 {
        &["name", "events", "first", "last", "hops", "via", APART]
    } else {
        &["name", "events", "first", "last", APART]
    };
    let notes = others.map_or_else(Vec::new, |f| only_apart(graph, entity, &filter, &f));
    Answer {
        kind: Kind::Entities,
        focus: vec![entity],
        notes,
        ..Answer::table(plan.verb, columns, rows)
    }
}

/// Names those whose every shared event was denied, planned or only thought of.
fn only_apart(graph: &Graph, entity: EntityId, counted: &Filter, others: &Filter) -> Vec<String> {
    let mut only = graph.partners(entity, others);
    only.retain(|n| graph.events_between(entity, n.entity, counted).is_empty());
    let more = only.len().saturating_sub(APART_SHOWN);
    let named = only.iter().take(APART_SHOWN).map(|n| {
        let events = graph.events_between(entity, n.entity, others);
        let words = Apart::of(graph, &events).words();
        format!("{} ({words})", graph.name(n.entity))
    });
    let mut named: Vec<String> = named.collect();
    if named.is_empty() {
        return Vec::new();
    }
    if more > 0 {
        named.push(format!("{more} more"));
    }
    vec![format!(
        "nothing that happened is shared with: {}",
        named.join(", ")
    )]
}

/// Puts every event that counts behind the rows of partners that are shown.
pub(super) fn all_shared(answer: &mut Answer, plan: &Plan, graph: &Graph, options: &Options<'_>) {
    let filter = plan.counted(graph, None);
    for row in &mut answer.rows {
        let (false, [who, via, ..]) = (options.broken_off(), row.entities.as_slice()) else {
            return;
        };
        row.events = graph.events_between(*via, *who, &filter);
        row.events.retain(|e| plan.admits(graph, *e, None));
    }
}

/// Returns the last event of a partner that has a date; undated ones stand behind all others.
fn last_dated(graph: &Graph, n: &crate::graph::Neighbor, filter: &Filter) -> EventId {
    let dated = |e: &EventId| graph.event(*e).date.is_some_and(|d| d.yearless.is_none());
    if dated(&n.last) || n.n_events == 1 {
        return n.last;
    }
    let shared = graph.events_between(n.via, n.entity, filter);
    shared.into_iter().rfind(dated).unwrap_or(n.last)
}

/// Answers `common`.
pub(super) fn common(plan: &Plan, graph: &Graph, entities: &[EntityId]) -> Answer {
    let filter = plan.counted(graph, None);
    let found = graph.common(entities, &filter);
    let rows = found.into_iter().map(|(who, counts)| {
        let mut cells = vec![Cell::Entity(who)];
        cells.extend(counts.iter().map(|n| Cell::Count(u64::from(*n))));
        let events = entities
            .iter()
            .flat_map(|e| graph.events_between(*e, who, &filter))
            .collect();
        Row {
            cells,
            events,
            entities: vec![who],
            ..Row::default()
        }
    });
    let mut columns = vec!["name".to_owned()];
    columns.extend(
        entities
            .iter()
            .map(|e| format!("events with {}", graph.name(*e))),
    );
    let rows = rows.collect();
    Answer {
        kind: Kind::Entities,
        focus: entities.to_vec(),
        columns,
        rows,
        ..Answer::default()
    }
}
