//! Answers `top`.
//!
//! In: a plan. Out: a ranking. Invariant: rows are in the order of their counts. Does not: rank actors and pairs, see the module for those.

use crate::graph::{EntityId, EventId, Graph, Role};
use crate::query::ast::{Dimension, Measure, TopKind};
use crate::query::plan::Plan;
use crate::query::result::{Answer, Cell, Kind, Row};
use crate::query::run;
use crate::query::status::APART;
use crate::query::tables::groups::group_rows;
use crate::query::tables::text;
use crate::query::vocabulary::Vocabulary;
use std::collections::BTreeMap;

/// Answers `top`.
pub(in crate::query) fn top(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    n: usize,
    kind: TopKind,
    measure: Measure,
) -> Answer {
    let mut answer = match kind {
        TopKind::Types => group_rows(
            plan,
            graph,
            vocabulary,
            &run::events(plan, graph, None),
            Dimension::Type,
        ),
        TopKind::Sources => group_rows(
            plan,
            graph,
            vocabulary,
            &run::events(plan, graph, None),
            Dimension::Source,
        ),
        TopKind::Places => places(plan, graph, run::events(plan, graph, None)),
        TopKind::Pairs => crate::query::rank::pairs(plan, graph, n),
        TopKind::Actors | TopKind::Persons | TopKind::Orgs | TopKind::Countries => {
            crate::query::rank::actors(plan, graph, n, kind, measure)
        }
    };
    if matches!(kind, TopKind::Types | TopKind::Sources | TopKind::Places) {
        answer
            .rows
            .sort_by_key(|r| std::cmp::Reverse(r.events.len()));
        if measure != Measure::Events {
            answer
                .notes
                .push("places, types and sources are counted by events only".to_owned());
        }
    }
    if kind == TopKind::Pairs && measure != Measure::Events {
        let note = "pairs are counted by events only; `top actors` knows other measures";
        answer.notes.push(note.to_owned());
    }
    answer.rows.truncate(n);
    answer
}

pub(super) fn places(plan: &Plan, graph: &Graph, events: Vec<EventId>) -> Answer {
    let mut groups: BTreeMap<EntityId, Vec<EventId>> = BTreeMap::new();
    for event in events {
        for (place, _) in graph.roles(event).filter(|(_, r)| *r == Role::Place) {
            groups.entry(place).or_default().push(event);
        }
    }
    let rows = groups.into_iter().map(|(place, events)| {
        let country = graph.entity(place).country.unwrap_or("").to_owned();
        let (events, apart) = plan.part(graph, events);
        Row {
            cells: vec![
                Cell::Entity(place),
                text(&country),
                Cell::Count(events.len() as u64),
                apart.cell(),
            ],
            events,
            entities: vec![place],
            ..Row::default()
        }
    });
    Answer {
        kind: Kind::Entities,
        ..Answer::table(
            "top",
            &["place", "country", "events", APART],
            rows.collect(),
        )
    }
}
