//! The tests of a plan as a filter of the graph, and what the filter cannot decide.
//!
//! In: a plan, an event. Out: filter, yes or no. Invariant: both together decide every test. Does not: list events.

use crate::base::analysis::EntityClass;
use crate::graph::{EntityId, EventId, Filter, Graph, KindView, Role, Window, day_number};
use crate::query::ast;
use crate::query::plan::{Demand, KindPair, Plan};
use std::collections::BTreeSet;
use std::sync::Arc;

impl Plan {
    /// Makes the graph's filter of the tests, leaving out test number `skip`.
    pub fn filter(&self, graph: &Graph, skip: Option<usize>) -> Filter {
        let mut filter = Filter::default();
        let mut window = Window::ALL;
        let mut kinds: Vec<(bool, &[KindPair])> = Vec::new();
        for (i, test) in self.tests.iter().enumerate() {
            if Some(i) == skip {
                continue;
            }
            match &test.demand {
                Demand::Window(lo, hi) => {
                    window.lo = window.lo.max(lo.map_or(i32::MIN, day_number));
                    window.hi = window.hi.min(hi.map_or(i32::MAX, day_number));
                }
                Demand::Certain => window.certain = true,
                Demand::Types(list) => kinds.push((true, list)),
                Demand::Without(list) => kinds.push((false, list)),
                Demand::Place(place) if graph.entity(*place).class != EntityClass::Country => {
                    filter.place = Some(*place);
                }
                Demand::Reporter(who) => filter.reporter = Some(*who),
                Demand::Source(name) => filter.source = Some(name.clone()),
                Demand::Language(code) => filter.language = Some(code.clone()),
                Demand::Confidence(n) => filter.min_confidence = *n,
                Demand::Listed(events, wanted) => {
                    filter.listed = Some(narrowed(graph, filter.listed.take(), events, *wanted));
                }
                Demand::Statuses(list) => filter.statuses.extend(list),
                Demand::KnownBy(day) => filter.known_by = Some(day_number(*day)),
                Demand::Place(_) | Demand::Role(..) | Demand::AnyOf(..) | Demand::Among(_) => {}
            }
        }
        filter.window = window;
        if !kinds.is_empty() {
            let fits = |k: &KindView<'_>| {
                let mut tests = kinds.iter();
                tests.all(|(wanted, list)| is_of(k, list) == *wanted)
            };
            filter.kinds = Some(graph.kind_set(fits));
        }
        filter
    }

    /// Decides what the filter cannot: roles, and places in a country.
    pub fn admits(&self, graph: &Graph, event: crate::graph::EventId, skip: Option<usize>) -> bool {
        self.tests
            .iter()
            .enumerate()
            .filter(|(i, _)| Some(*i) != skip)
            .all(|(_, test)| match &test.demand {
                Demand::Role(role, who) => self.has_in_role(graph, event, *role, *who),
                Demand::AnyOf(role, whom) => {
                    let mut whom = whom.iter();
                    whom.any(|who| self.has_in_role(graph, event, *role, *who))
                }
                Demand::Among(all) => all
                    .iter()
                    .all(|who| self.takes_role(graph, event, ast::Role::Any, *who)),
                Demand::Place(place) if graph.entity(*place).class == EntityClass::Country => {
                    in_country(graph, event, *place)
                }
                _ => true,
            })
    }

    /// Tells whether an event has somebody in the role that is asked for; types told from the other side exchange the two.
    fn has_in_role(
        &self,
        graph: &Graph,
        event: crate::graph::EventId,
        role: ast::Role,
        who: EntityId,
    ) -> bool {
        let reversed = is_of(&graph.event(event).kind, &self.reversed);
        let role = if reversed { role.reversed() } else { role };
        self.takes_role(graph, event, role, who)
    }

    /// Tells whether an event has somebody in a role; equals have every role, unless the text tells who began it.
    fn takes_role(
        &self,
        graph: &Graph,
        event: crate::graph::EventId,
        role: ast::Role,
        who: EntityId,
    ) -> bool {
        let alike =
            role != ast::Role::Any && graph.event(event).symmetric && !self.begun.contains(&event);
        graph.roles(event).any(|(entity, r)| {
            entity == who
                && match role {
                    _ if alike => r.takes_part(),
                    ast::Role::Any => r.takes_part() || r == Role::Place,
                    ast::Role::Actor => r == Role::Agent,
                    ast::Role::Recipient => r == Role::Recipient || r == Role::Place,
                }
        })
    }
}

pub(in crate::query) fn is_of(kind: &KindView<'_>, list: &[KindPair]) -> bool {
    list.iter()
        .any(|(t, m)| kind.event_type == t && (m.is_none() || kind.mode == m.as_deref()))
}

/// Keeps of the events so far (of all, if none were named) those that are among some events, or are not.
pub(super) fn narrowed(
    graph: &Graph,
    so_far: Option<Arc<BTreeSet<EventId>>>,
    events: &Arc<BTreeSet<EventId>>,
    wanted: bool,
) -> Arc<BTreeSet<EventId>> {
    match so_far {
        None if wanted => Arc::clone(events),
        None => {
            let others = graph.all_events().filter(|e| !events.contains(e));
            Arc::new(others.collect())
        }
        Some(list) => {
            let kept = list.iter().filter(|e| events.contains(e) == wanted);
            Arc::new(kept.copied().collect())
        }
    }
}

pub(super) fn in_country(graph: &Graph, event: crate::graph::EventId, country: EntityId) -> bool {
    let code = graph.entity(country).country;
    graph.roles(event).any(|(entity, r)| {
        r == Role::Place
            && (entity == country || (code.is_some() && graph.entity(entity).country == code))
    })
}
