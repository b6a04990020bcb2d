//! Actors and events as nodes and edges: the common ground of pictures and GraphML.
//!
//! In: events. Out: sorted nodes and edges. Invariant: both ends of every edge are nodes.

use super::Context;
use crate::graph::{EntityId, EventId, Role};
use crate::query::Answer;
use crate::query::result::{Kind, count};
use std::collections::{BTreeMap, BTreeSet};

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
    one_sided(events, &edges(events, context))
}

fn one_sided(events: &[EventId], edges: &[Edge]) -> Option<String> {
    let drawn: BTreeSet<EventId> = edges.iter().map(|e| e.event).collect();
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

/// Most actors of a picture; more make a tangle that nobody can read.
const MOST_DRAWN: usize = 24;

/// What a picture of an answer shows: the actors and edges of the answer, of a large one those of its busiest actors.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawn {
    /// Who is drawn, ascending.
    pub actors: BTreeSet<EntityId>,
    /// What is drawn between them.
    pub edges: Vec<Edge>,
    /// How many actors and edges the answer has.
    pub of: (usize, usize),
    /// Why events are missing that have one party alone.
    lost: Option<String>,
}

impl Drawn {
    /// Chooses what is drawn of an answer.
    pub fn of(answer: &Answer, context: &Context<'_>) -> Self {
        let list = answer.all_events();
        let all = match answer.kind {
            Kind::Paths => steps(answer, context),
            _ => edges(&list, context),
        };
        let lost = one_sided(&list, &all).filter(|_| answer.kind != Kind::Paths);
        let pairs = pairs(answer);
        let wanted =
            |e: &Edge| pairs.is_empty() || pairs.contains(&(e.from.min(e.to), e.from.max(e.to)));
        let mut edges: Vec<Edge> = all.into_iter().filter(wanted).collect();
        let mut actors: BTreeSet<EntityId> = edges.iter().flat_map(|e| [e.from, e.to]).collect();
        actors.extend(answer.focus.iter().copied());
        let of = (actors.len(), edges.len());
        if actors.len() > MOST_DRAWN {
            actors = busiest(&actors, &edges, &answer.focus);
            edges.retain(|e| actors.contains(&e.from) && actors.contains(&e.to));
            // Who is joined to nobody any more tells nothing.
            let joined: BTreeSet<EntityId> = edges.iter().flat_map(|e| [e.from, e.to]).collect();
            actors.retain(|a| joined.contains(a) || answer.focus.contains(a));
        }
        Self {
            actors,
            edges,
            of,
            lost,
        }
    }

    /// Lists the events that are drawn, each once.
    pub fn events(&self) -> Vec<EventId> {
        let events: BTreeSet<EventId> = self.edges.iter().map(|e| e.event).collect();
        events.into_iter().collect()
    }

    /// Says what is not drawn.
    pub fn left_out(&self) -> Option<String> {
        let fewer = (self.actors.len() < self.of.0).then(|| {
            format!(
                "the {} busiest of {} actors are drawn, with {} of {}; a question about fewer shows the others, graphml holds all",
                self.actors.len(),
                self.of.0,
                self.edges.len(),
                count(self.of.1, "edge")
            )
        });
        let said: Vec<String> = fewer.into_iter().chain(self.lost.clone()).collect();
        (!said.is_empty()).then(|| said.join("; "))
    }
}

/// The actors with most edges, and those asked about.
fn busiest(actors: &BTreeSet<EntityId>, edges: &[Edge], focus: &[EntityId]) -> BTreeSet<EntityId> {
    let mut own: BTreeMap<EntityId, usize> = BTreeMap::new();
    for end in edges.iter().flat_map(|e| [e.from, e.to]) {
        *own.entry(end).or_default() += 1;
    }
    let mut ranked: Vec<(bool, std::cmp::Reverse<usize>, EntityId)> = (actors.iter())
        .map(|a| {
            let own = own.get(a).copied().unwrap_or(0);
            (!focus.contains(a), std::cmp::Reverse(own), *a)
        })
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().take(MOST_DRAWN).map(|r| r.2).collect()
}

/// The command that ranks.
const RANKING: &str = "top";

/// The pairs that the rows of a ranking name; third parties of their events are no part of it.
fn pairs(answer: &Answer) -> BTreeSet<(EntityId, EntityId)> {
    let named = answer.rows.iter().map(|r| match r.entities.as_slice() {
        [a, b] if answer.verb == RANKING => Some((*a.min(b), *a.max(b))),
        _ => None,
    });
    named.collect::<Option<BTreeSet<_>>>().unwrap_or_default()
}

/// The steps of paths; an arrow points as the event did, whichever way the path runs.
fn steps(answer: &Answer, context: &Context<'_>) -> Vec<Edge> {
    let legs = answer.rows.iter().flat_map(|r| &r.legs);
    let mut list: Vec<Edge> = legs
        .map(|leg| {
            let view = context.graph.event(leg.event);
            let against = view.actors.contains(&leg.to) && !view.actors.contains(&leg.from);
            let (from, to) = if against {
                (leg.to, leg.from)
            } else {
                (leg.from, leg.to)
            };
            Edge {
                from,
                to,
                event: leg.event,
                symmetric: view.symmetric,
            }
        })
        .collect();
    list.sort_unstable();
    list.dedup();
    list
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
