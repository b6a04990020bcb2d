//! Rankings of actors and pairs.
//!
//! In: a plan and a measure. Out: [`Answer`]s, best first. Does not: compute; the graph's algorithms do.

use super::ast::{Measure, TopKind};
use super::names::class_word;
use super::plan::{Demand, Plan};
use super::result::{Answer, Cell, Kind, Row};
use super::run;
use super::status::{APART, Apart};
use crate::base::analysis::EntityClass;
use crate::graph::{self, EntityId, EventId, Graph};
use std::collections::BTreeMap;

/// Tells whether tests are left that the graph's filter cannot decide.
fn needs_look(plan: &Plan) -> bool {
    plan.tests.iter().any(|t| {
        matches!(
            t.demand,
            Demand::Role(..) | Demand::AnyOf(..) | Demand::Among(_) | Demand::Place(_)
        )
    })
}

/// Answers `top pairs`, with the number of pairs there are.
pub(super) fn pairs(plan: &Plan, graph: &Graph, n: usize) -> (Answer, usize) {
    let filter = plan.counted(graph, None);
    let others = plan.uncounted(graph);
    let all = graph.top_pairs(usize::MAX, &filter);
    let total = all.len();
    let rows = all.into_iter().take(n).map(|((a, b), count)| {
        let events: Vec<EventId> = graph
            .events_between(a, b, &filter)
            .into_iter()
            .filter(|e| plan.admits(graph, *e, None))
            .collect();
        let count = if needs_look(plan) {
            events.len() as u64
        } else {
            u64::from(count)
        };
        let apart = others.as_ref().map_or_else(Vec::new, |f| {
            let mut apart = graph.events_between(a, b, f);
            apart.retain(|e| plan.admits(graph, *e, None));
            apart
        });
        let apart = Apart::of(graph, &apart).cell();
        Row {
            cells: vec![Cell::Entity(a), Cell::Entity(b), Cell::Count(count), apart],
            events,
            entities: vec![a, b],
            ..Row::default()
        }
    });
    let answer = Answer {
        kind: Kind::Entities,
        ..Answer::table("top", &["one", "other", "events", APART], rows.collect())
    };
    (answer, total)
}

/// Answers `top actors`, `top persons`, `top orgs`, `top countries`, with the number of actors there are.
pub(super) fn actors(
    plan: &Plan,
    graph: &Graph,
    n: usize,
    kind: TopKind,
    measure: Measure,
) -> (Answer, usize) {
    let filter = plan.counted(graph, None);
    let others = plan.uncounted(graph);
    let keep = |e: EntityId| {
        let class = graph.entity(e).class;
        match kind {
            TopKind::Persons => class == EntityClass::Person,
            TopKind::Orgs => class == EntityClass::Organisation,
            TopKind::Countries => class == EntityClass::Country,
            _ => class != EntityClass::Place,
        }
    };
    let title = match measure {
        Measure::Events => "events",
        Measure::Degree => "partners",
        Measure::Mentions => "reports",
        Measure::PageRank => "pagerank",
        Measure::Betweenness => "betweenness",
    };
    let most = n.min(graph.n_entities()) + 1;
    let ranked = match measure {
        Measure::Mentions => reports(plan, graph, &keep),
        Measure::Events if needs_look(plan) => counted(plan, graph, &keep),
        // One more than is shown tells whether the others are to be counted.
        Measure::Events => graph.top(graph::Measure::Events, most, &filter, keep),
        Measure::Degree => graph.top(graph::Measure::Degree, usize::MAX, &filter, keep),
        Measure::PageRank => graph.top(graph::Measure::PageRank, usize::MAX, &filter, keep),
        Measure::Betweenness => graph.top(graph::Measure::Betweenness, usize::MAX, &filter, keep),
    };
    let total = if measure == Measure::Events && ranked.len() == most {
        let all = graph.n_entities();
        graph.top(graph::Measure::Events, all, &filter, keep).len()
    } else {
        ranked.len()
    };
    let rows = ranked.into_iter().take(n).map(|(entity, score)| {
        let whole = matches!(
            measure,
            Measure::Events | Measure::Degree | Measure::Mentions
        );
        let score = if whole {
            Cell::Count(score as u64)
        } else {
            Cell::Number(score)
        };
        let view = graph.entity(entity);
        let country = view
            .country
            .map_or(Cell::Empty, |c| Cell::Text(c.to_owned()));
        Row {
            cells: vec![
                Cell::Entity(entity),
                Cell::Text(class_word(view.class).to_owned()),
                country,
                score,
                others.as_ref().map_or(Cell::Empty, |f| {
                    let mut apart = run::of_one(graph, entity, f);
                    apart.retain(|e| plan.admits(graph, *e, None));
                    Apart::of(graph, &apart).cell()
                }),
            ],
            entities: vec![entity],
            ..Row::default()
        }
    });
    let answer = Answer {
        kind: Kind::Entities,
        ..Answer::table(
            "top",
            &["name", "kind", "country", title, APART],
            rows.collect(),
        )
    };
    (answer, total)
}

/// Counts by looking at each event of the plan.
fn counted(plan: &Plan, graph: &Graph, keep: &dyn Fn(EntityId) -> bool) -> Vec<(EntityId, f64)> {
    let events = plan.part(graph, run::events(plan, graph, None)).0;
    tally(graph, keep, &events, |_| 1)
}

/// Counts the reports that name an actor in an event.
fn reports(plan: &Plan, graph: &Graph, keep: &dyn Fn(EntityId) -> bool) -> Vec<(EntityId, f64)> {
    let events = plan.part(graph, run::events(plan, graph, None)).0;
    tally(graph, keep, &events, |e| graph.event(e).n_reports.max(1))
}

fn tally(
    graph: &Graph,
    keep: &dyn Fn(EntityId) -> bool,
    events: &[EventId],
    weight: impl Fn(EventId) -> usize,
) -> Vec<(EntityId, f64)> {
    let mut counts: BTreeMap<EntityId, usize> = BTreeMap::new();
    for event in events {
        let mut parties: Vec<EntityId> = graph
            .roles(*event)
            .filter(|(_, r)| r.takes_part())
            .map(|(e, _)| e)
            .collect();
        parties.sort_unstable();
        parties.dedup();
        for party in parties {
            *counts.entry(party).or_default() += weight(*event);
        }
    }
    let mut ranked: Vec<(EntityId, f64)> = counts
        .into_iter()
        .filter(|(e, _)| keep(*e))
        .map(|(e, n)| (e, n as f64))
        .collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked
}
