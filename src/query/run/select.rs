//! The events that a plan asks for.
//!
//! In: a plan, the graph. Out: events in time order. Invariant: the rarest thing that a test names is where the search starts. Does not: make rows.

use crate::base::analysis::EntityClass;
use crate::graph::{EntityId, EventId, Filter, Graph, Role, Window, day_number};
use crate::query::plan::{Demand, Operation, Plan};
use crate::query::run::open_dates::{place_open_dates, reaches};

/// Lists the events of a plan in time order, leaving out test number `skip`.
pub(in crate::query) fn events(plan: &Plan, graph: &Graph, skip: Option<usize>) -> Vec<EventId> {
    let filter = plan.filter(graph, skip);
    let mut found = match &plan.operation {
        Operation::Together(entities)
        | Operation::Stats(entities, _)
        | Operation::Evidence(entities)
            if !entities.is_empty() =>
        {
            together(graph, entities, &filter)
        }
        Operation::Show(entity) | Operation::Neighbors(entity, _) => {
            of_one(graph, *entity, &filter)
        }
        Operation::Changes => changes(plan, graph, &filter),
        _ => by_tests(plan, graph, &filter, skip),
    };
    if plan.tests.iter().any(|t| {
        matches!(
            t.demand,
            Demand::Role(..) | Demand::AnyOf(..) | Demand::Among(_) | Demand::Place(_)
        )
    }) {
        found.retain(|e| plan.admits(graph, *e, skip));
    }
    if !matches!(plan.operation, Operation::Changes) {
        let windows = plan
            .tests
            .iter()
            .enumerate()
            .filter_map(|(i, t)| match t.demand {
                Demand::Window(lo, _) if Some(i) != skip => lo,
                _ => None,
            });
        if let Some(lo) = windows.max() {
            found.retain(|e| reaches(graph, *e, lo));
        }
        place_open_dates(graph, &mut found);
    }
    found
}

pub(in crate::query) fn together(
    graph: &Graph,
    entities: &[EntityId],
    filter: &Filter,
) -> Vec<EventId> {
    match entities {
        [one] => of_one(graph, *one, filter),
        [a, b] => {
            let mut found = graph.events_between(*a, *b, filter);
            if [*a, *b].iter().any(|e| is_place(graph, *e)) {
                found = of_one(graph, *a, filter);
                found.retain(|e| {
                    graph
                        .roles(*e)
                        .any(|(who, r)| who == *b && r != Role::Reporter)
                });
            }
            found
        }
        many => graph.events_among(many, filter),
    }
}

pub(super) fn is_place(graph: &Graph, entity: EntityId) -> bool {
    graph.entity(entity).class == EntityClass::Place
}

/// Lists the events of one entity; those of a place are the ones that happened there.
pub(in crate::query) fn of_one(graph: &Graph, entity: EntityId, filter: &Filter) -> Vec<EventId> {
    if is_place(graph, entity) {
        graph.events_in_role(
            entity,
            &[Role::Agent, Role::Recipient, Role::Mediator, Role::Place],
            filter,
        )
    } else {
        graph.events_of(entity, filter)
    }
}

/// Starts from the rarest thing that a test names.
pub(super) fn by_tests(
    plan: &Plan,
    graph: &Graph,
    filter: &Filter,
    skip: Option<usize>,
) -> Vec<EventId> {
    let tests = plan
        .tests
        .iter()
        .enumerate()
        .filter(|(i, _)| Some(*i) != skip);
    let mut base = None;
    for (_, test) in tests {
        match &test.demand {
            Demand::Among(list) => return together(graph, list, filter),
            Demand::Role(_, who) if base.is_none() => base = Some(*who),
            _ => {}
        }
    }
    match base {
        Some(who) => graph.events_in_role(
            who,
            &[Role::Agent, Role::Recipient, Role::Mediator, Role::Place],
            filter,
        ),
        None => graph.events_where(filter),
    }
}

/// What was first reported in the window: here windows speak of reporting time.
pub(super) fn changes(plan: &Plan, graph: &Graph, filter: &Filter) -> Vec<EventId> {
    let mut reporting = Window::ALL;
    for test in &plan.tests {
        if let Demand::Window(lo, hi) = &test.demand {
            reporting.lo = reporting.lo.max(lo.map_or(i32::MIN, day_number));
            reporting.hi = reporting.hi.min(hi.map_or(i32::MAX, day_number));
        }
    }
    let rest = Filter {
        window: Window::ALL,
        ..filter.clone()
    };
    graph.changes(reporting, &rest)
}
