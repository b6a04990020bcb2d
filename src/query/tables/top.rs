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
use crate::query::verbs::kind_word;
use crate::query::vocabulary::Vocabulary;
use std::collections::BTreeMap;

/// Answers `top`; where rows are cut off it says how many there are.
pub(in crate::query) fn top(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    n: usize,
    kind: TopKind,
    measure: Measure,
) -> Answer {
    let (mut answer, total) = ranked(plan, graph, vocabulary, n, (kind, measure));
    if total > answer.rows.len() {
        answer.notes.push(format!(
            "{} of {total} shown; `top all {}` lists every one",
            answer.rows.len(),
            kind_word(kind)
        ));
    }
    answer
}

/// The first `n` rows of a ranking, and how many it has.
pub(in crate::query) fn ranked(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    n: usize,
    (kind, measure): (TopKind, Measure),
) -> (Answer, usize) {
    let grouped = |by| {
        let events = run::events(plan, graph, None);
        group_rows(plan, graph, vocabulary, &events, by)
    };
    let mut answer = match kind {
        TopKind::Types => grouped(Dimension::Type),
        TopKind::Sources => grouped(Dimension::Source),
        TopKind::Places => places(plan, graph, run::events(plan, graph, None)),
        TopKind::Pairs => {
            let (mut answer, total) = crate::query::rank::pairs(plan, graph, n);
            if measure != Measure::Events {
                let note = "pairs are counted by events only; `top actors` knows other measures";
                answer.notes.push(note.to_owned());
            }
            return (answer, total);
        }
        TopKind::Actors | TopKind::Persons | TopKind::Orgs | TopKind::Countries => {
            return crate::query::rank::actors(plan, graph, n, kind, measure);
        }
    };
    answer
        .rows
        .sort_by_key(|r| std::cmp::Reverse(r.events.len()));
    if measure != Measure::Events {
        let note = "places, types and sources are counted by events only";
        answer.notes.push(note.to_owned());
    }
    let total = answer.rows.len();
    answer.rows.truncate(n);
    (answer, total)
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
