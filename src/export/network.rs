//! Actors and events as nodes and edges: the common ground of pictures and GraphML.
//!
//! In: events. Out: sorted nodes and edges. Invariant: both ends of every edge are nodes.

use super::Context;
use crate::graph::{EntityId, EventId, Role};
use crate::query::result::count;
use std::collections::BTreeSet;

/// One event between two actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// Who acts.
    pub from: EntityId,
    /// Who is acted upon.
    pub to: EntityId,
    /// The event.
    pub event: EventId,
    /// Both take part alike.
    pub symmetric: bool,
}

/// Lists who did what to whom, an edge an actor pair: from each who acts to each who is acted upon, or between those who act together on nobody. An
/// event with one party has none.
pub fn edges(events: &[EventId], context: &Context<'_>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for event in events {
        let view = context.graph.event(*event);
        let alike = view.symmetric || view.recipients.is_empty();
        let mut add = |from: EntityId, to: EntityId| {
            edges.push(Edge {
                from,
                to,
                event: *event,
                symmetric: alike,
            });
        };
        if view.recipients.is_empty() {
            for (i, a) in view.actors.iter().enumerate() {
                view.actors.iter().skip(i + 1).for_each(|b| add(*a, *b));
            }
        }
        for a in &view.actors {
            view.recipients
                .iter()
                .filter(|b| *b != a)
                .for_each(|b| add(*a, *b));
        }
    }
    edges
}

/// Says how many events have no edge, because one party of them is known; nothing if all have one.
pub fn left_out(events: &[EventId], context: &Context<'_>) -> Option<String> {
    let drawn: BTreeSet<EventId> = edges(events, context).iter().map(|e| e.event).collect();
    let all = events.len();
    (drawn.len() < all).then(|| {
        format!(
            "{} of {} have two parties and an edge; {} left out",
            drawn.len(),
            count(all, "event"),
            all - drawn.len()
        )
    })
}

/// Lists everybody who takes part in some events, ascending; `places` adds where they happened.
pub fn parties(events: &[EventId], context: &Context<'_>, places: bool) -> Vec<EntityId> {
    let found: BTreeSet<EntityId> = events
        .iter()
        .flat_map(|e| context.graph.roles(*e))
        .filter(|(_, r)| r.takes_part() || (places && *r == Role::Place))
        .map(|(e, _)| e)
        .collect();
    found.into_iter().collect()
}
