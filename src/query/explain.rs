//! Why an answer is empty, and what a window hides: the test that removed the rows, by its own words.
//!
//! In: a plan whose answer is empty. Out: sentences. Invariant: never silent; counts are those of the graph.

use super::plan::{Demand, Operation, Plan, Test};
use super::result::count;
use super::run;
use crate::base::analysis::EntityClass;
use crate::graph::{EntityId, EventId, Filter, Graph};
use crate::query::ast::Role;
use std::collections::BTreeSet;

/// What every answer without rows begins with.
const NONE: &str = "no such event is told";

/// Says why a plan has no rows: how many there were without one of its conditions, or without all of them.
pub(super) fn empty(plan: &Plan, graph: &Graph) -> Vec<String> {
    let partners = |skip| match &plan.operation {
        Operation::Common(list) => Some(graph.common(list, &plan.filter(graph, skip)).len()),
        _ => None,
    };
    let mut parts = Vec::new();
    for (i, test) in plan.tests.iter().enumerate() {
        let (without, noun, when) = if let Some(n) = partners(Some(i)) {
            (n, "partner", String::new())
        } else {
            let n = run::events(plan, graph, Some(i)).len();
            (n, "event", span(plan, graph, i))
        };
        if without > 0 {
            let n = count(without, noun);
            parts.push(format!("{n} with `{}` left out{when}", test.words));
        }
    }
    let common = matches!(plan.operation, Operation::Common(_));
    if parts.is_empty() && !common {
        parts.extend(without_all(plan, graph));
    }
    if parts.is_empty() {
        return vec![nothing(plan, graph)];
    }
    let none = if common {
        "no such partner is told"
    } else {
        NONE
    };
    let mut notes = vec![format!("{none}: {}", parts.join(", "))];
    notes.extend(of_country(plan, graph));
    notes
}

/// Where a person has no such event: how many their country has ("visited Putin" is often told as a visit to Russia).
fn of_country(plan: &Plan, graph: &Graph) -> Option<String> {
    let country = |who: EntityId| {
        let view = graph.entity(who);
        let code = view.country.filter(|_| view.class == EntityClass::Person)?;
        graph.entities().find(|e| {
            let other = graph.entity(*e);
            other.class == EntityClass::Country && other.country == Some(code)
        })
    };
    plan.tests.iter().enumerate().find_map(|(i, test)| {
        let who = match &test.demand {
            Demand::Role(_, who) => *who,
            Demand::Among(list) => *list.last()?,
            _ => return None,
        };
        let country = country(who)?;
        let mut other = plan.clone();
        other.tests.get_mut(i)?.demand = match &test.demand {
            Demand::Role(role, _) => Demand::Role(*role, country),
            Demand::Among(list) => {
                let others = list.iter().copied().filter(|e| *e != who);
                Demand::Among(others.chain([country]).collect())
            }
            _ => return None,
        };
        let n = run::events(&other, graph, None).len();
        (n > 0).then(|| {
            let (name, country) = (graph.name(who), graph.name(country));
            format!("{} with {country} in place of {name}", count(n, "event"))
        })
    })
}

/// Counts the events of the actors alone, without every other condition together.
fn without_all(plan: &Plan, graph: &Graph) -> Option<String> {
    let named = |t: &&Test| {
        matches!(
            t.demand,
            Demand::Role(..) | Demand::AnyOf(..) | Demand::Among(_)
        )
    };
    let bare = Plan {
        tests: plan.tests.iter().filter(named).cloned().collect(),
        ..plan.clone()
    };
    let all = run::events(&bare, graph, None);
    if plan.tests.len() <= bare.tests.len() || all.is_empty() {
        return None;
    }
    let others = plan.tests.iter().filter(|t| !named(t));
    let words: Vec<String> = others.map(|t| format!("`{}`", t.words)).collect();
    Some(format!(
        "{} with {} left out together{}",
        count(all.len(), "event"),
        words.join(" and "),
        extent_words(graph, &all)
    ))
}

/// For a window: where the events lie that it leaves out.
fn span(plan: &Plan, graph: &Graph, i: usize) -> String {
    if !matches!(
        plan.tests.get(i).map(|t| &t.demand),
        Some(Demand::Window(..))
    ) {
        return String::new();
    }
    extent_words(graph, &run::events(plan, graph, Some(i)))
}

fn extent_words(graph: &Graph, events: &[EventId]) -> String {
    match run::extent(graph, events) {
        Some((lo, hi)) if lo == hi => format!(", on {lo}"),
        Some((lo, hi)) => format!(", from {lo} to {hi}"),
        None => ", undated".to_owned(),
    }
}

pub(super) fn nothing(plan: &Plan, graph: &Graph) -> String {
    if graph.n_events() == 0 {
        return "the graph holds no events".to_owned();
    }
    let names = |list: &[crate::graph::EntityId]| {
        list.iter()
            .map(|e| graph.name(*e))
            .collect::<Vec<_>>()
            .join(" and ")
    };
    match &plan.operation {
        Operation::Together(list) | Operation::Stats(list, _) | Operation::Evidence(list)
            if list.len() > 1 =>
        {
            let counts: Vec<String> = list
                .iter()
                .map(|e| {
                    format!(
                        "{} has {}",
                        graph.name(*e),
                        count(super::names::events_of(graph, *e), "event")
                    )
                })
                .collect();
            let shared = graph.common(list, &Filter::default()).len();
            let common = if shared > 0 {
                format!("; they share {}, see `common`", count(shared, "partner"))
            } else {
                String::new()
            };
            format!(
                "{} share no event; {}{common}",
                names(list),
                counts.join(", ")
            )
        }
        Operation::Together(list) | Operation::Evidence(list) => {
            format!("{} takes part in no event", names(list))
        }
        Operation::Neighbors(who, _) => {
            format!("{} shares no event with anybody", graph.name(*who))
        }
        Operation::Common(list) => format!("{} have no partner in common", names(list)),
        Operation::Changes => "nothing was first reported in that time".to_owned(),
        Operation::Path(a, b, ..) => format!(
            "no chain of events leads from {} to {}{}",
            graph.name(*a),
            graph.name(*b),
            if plan.tests.is_empty() {
                ""
            } else {
                " under these conditions"
            }
        ),
        _ => {
            let all = count(graph.n_events(), "event");
            format!("{NONE} among {all}{}", each_alone(plan, graph))
        }
    }
}

/// Says how many events each test leaves by itself.
fn each_alone(plan: &Plan, graph: &Graph) -> String {
    let parts = plan.tests.iter().map(|test| {
        let alone = Plan {
            tests: vec![test.clone()],
            ..plan.clone()
        };
        let n = run::events(&alone, graph, None).len();
        format!("{n} with `{}` alone", test.words)
    });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!(": {}", parts.join(", "))
    }
}

/// For a place that is a country: how many more events have it as a party, wherever they happened.
pub(super) fn as_party(plan: &Plan, graph: &Graph) -> Option<String> {
    if !matches!(plan.operation, Operation::Events) {
        return None;
    }
    let (i, country) = plan
        .tests
        .iter()
        .enumerate()
        .find_map(|(i, t)| match t.demand {
            Demand::Place(place) if graph.entity(place).class == EntityClass::Country => {
                Some((i, place))
            }
            _ => None,
        })?;
    let there = run::events(plan, graph, None);
    let mut party = plan.clone();
    party.tests.get_mut(i)?.demand = Demand::Role(Role::Any, country);
    let more = run::events(&party, graph, None);
    let more = more.iter().filter(|e| !there.contains(e)).count();
    let name = graph.name(country);
    (more > 0).then(|| {
        let happened = there.len();
        format!(
            "{} told as happening in {name}; {more} more with {name} as a party: write `of {name}`",
            count(happened, "event"),
        )
    })
}

/// Where one side of what equals did is asked for: how many the other side began, and of how many the text does not tell who did.
pub(super) fn begun(plan: &Plan, graph: &Graph) -> Option<String> {
    let sided = |t: &Test| {
        matches!(
            t.demand,
            Demand::Role(Role::Actor | Role::Recipient, _)
                | Demand::AnyOf(Role::Actor | Role::Recipient, _)
        )
    };
    let listed = matches!(plan.operation, Operation::Events | Operation::Count(_));
    if !listed || !plan.tests.iter().any(sided) {
        return None;
    }
    let unsided = Plan {
        operation: Operation::Events,
        begun: BTreeSet::new(),
        ..plan.clone()
    };
    let all = run::events(&unsided, graph, None);
    let began = all.iter().filter(|e| plan.begun.contains(e)).count();
    if began == 0 || !all.iter().all(|e| graph.event(*e).symmetric) {
        return None;
    }
    let fits = all.iter().filter(|e| plan.admits(graph, **e, None)).count();
    let (other, open) = (all.len() - fits, all.len() - began);
    let mut parts = Vec::new();
    if other > 0 {
        parts.push(format!(
            "{} begun by the other side left out",
            count(other, "event")
        ));
    }
    if open > 0 {
        parts.push(format!(
            "{open} among these of which not every text tells who began it"
        ));
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// The plan whose events a window of time may leave out: that of a list, a card or a number of events.
fn of_events(plan: &Plan) -> Option<Plan> {
    let operation = match &plan.operation {
        Operation::Count(of) => of.as_ref(),
        other => other,
    };
    let asks = match operation {
        Operation::Events | Operation::Together(_) | Operation::Show(_) => true,
        Operation::Stats(of, _) | Operation::Evidence(of) => !of.is_empty(),
        _ => false,
    };
    asks.then(|| Plan {
        operation: operation.clone(),
        ..plan.clone()
    })
}

/// Says how many undated events a window leaves out.
pub(super) fn undated(plan: &Plan, graph: &Graph) -> Option<String> {
    let plan = &of_events(plan)?;
    let window = |t: &Test| matches!(t.demand, Demand::Window(..));
    if !plan.tests.iter().any(window) {
        return None;
    }
    let free = Plan {
        tests: plan
            .tests
            .iter()
            .filter(|t| !matches!(t.demand, Demand::Window(..) | Demand::Certain))
            .cloned()
            .collect(),
        ..plan.clone()
    };
    if free.tests.is_empty() && matches!(plan.operation, Operation::Events) {
        return None;
    }
    let n = run::events(&free, graph, None)
        .iter()
        .filter(|e| graph.event(**e).date.is_none_or(|d| d.yearless.is_some()))
        .count();
    (n > 0).then(|| {
        format!(
            "{} left out: a window of time admits dated events only",
            count(n, "undated event")
        )
    })
}
