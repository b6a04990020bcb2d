//! `explain`: a plan in words.

use crate::graph::EntityId;
use crate::graph::Graph;
use crate::query::ast::{ALL_ROWS, Role};
use crate::query::plan::{Demand, Operation, Plan};

/// Describes what a test demands of an event.
fn demand(demand: &Demand, graph: &Graph) -> String {
    let name = |e: &EntityId| graph.name(*e).to_owned();
    let kinds = |list: &[(String, Option<String>)]| {
        let words: Vec<String> = list
            .iter()
            .map(|(t, m)| match m {
                Some(mode) => format!("{}.{mode}", t.to_lowercase()),
                None => t.to_lowercase(),
            })
            .collect();
        words.join(" or ")
    };
    match demand {
        Demand::Window(lo, hi) => match (lo, hi) {
            (Some(lo), Some(hi)) => format!("dated, may lie in {lo} to {hi}"),
            (Some(lo), None) => format!("dated, may lie on {lo} or later"),
            (None, Some(hi)) => format!("dated, may lie on {hi} or earlier"),
            (None, None) => "dated".to_owned(),
        },
        Demand::Certain => "wholly inside the window".to_owned(),
        Demand::Types(list) => format!("is {}", kinds(list)),
        Demand::Without(list) => format!("is not {}", kinds(list)),
        Demand::Place(place) => format!("happened in {}", name(place)),
        Demand::Reporter(who) => format!("reported by {}", name(who)),
        Demand::Source(source) => format!("published by {source}"),
        Demand::Language(code) => format!("reported in {code}"),
        Demand::Confidence(n) => format!("confidence of {n} or more"),
        Demand::Listed(events, wanted) => format!(
            "{} {} events told so",
            if *wanted { "is one of" } else { "is none of" },
            events.len()
        ),
        Demand::Statuses(list) => list
            .iter()
            .map(|s| s.word())
            .collect::<Vec<_>>()
            .join(" or "),
        Demand::KnownBy(day) => format!("reported by the end of {day}"),
        Demand::Role(role, who) => format!("{} {}", name(who), stands(*role)),
        Demand::AnyOf(role, whom) => {
            let names: Vec<String> = whom.iter().map(name).collect();
            format!("{} {}", names.join(" or "), stands(*role))
        }
        Demand::Among(list) => {
            let names: Vec<String> = list.iter().map(name).collect();
            format!("shared by {}", names.join(" and "))
        }
    }
}

/// How somebody in a role stands to an event.
fn stands(role: Role) -> &'static str {
    match role {
        Role::Any => "takes part",
        Role::Actor => "acts",
        Role::Recipient => "is acted upon",
    }
}

/// Describes the steps that need few words.
fn other_step(operation: &Operation, graph: &Graph) -> String {
    let names = |list: &[EntityId]| {
        let names: Vec<&str> = list.iter().map(|e| graph.name(*e)).collect();
        names.join(", ")
    };
    match operation {
        Operation::Changes => "events by the day of their first report".to_owned(),
        Operation::Find(..) => {
            "names and spellings: index of names, or all of them for a pattern".to_owned()
        }
        Operation::Show(who) => format!("facts of {}", names(&[*who])),
        Operation::Top(n, kind, measure) => {
            let first = if *n == ALL_ROWS {
                "all".to_owned()
            } else {
                format!("the first {n}")
            };
            format!("{first} {kind:?} by {measure:?}").to_lowercase()
        }
        Operation::Compare(sides, by) => {
            let sides: Vec<String> = sides.iter().map(|s| names(s)).collect();
            format!(
                "events of {}, counted by {}",
                sides.join(if sides.iter().any(|s| s.contains(", ")) {
                    " against "
                } else {
                    ", "
                }),
                format!("{by:?}").to_lowercase()
            )
        }
        Operation::Stats(list, by) => {
            let whose = if list.is_empty() {
                "all events".to_owned()
            } else {
                format!("events of {}", names(list))
            };
            let by = by.map_or_else(
                || "as an overview".to_owned(),
                |b| format!("by {b:?}").to_lowercase(),
            );
            format!("{whose}, counted {by}")
        }
        Operation::Evidence(list) => format!("every report of the events of {}", names(list)),
        Operation::EvidenceRow(_) => "every report of a row's events".to_owned(),
        Operation::Why(list) => format!("why {} are as they are", names(list)),
        Operation::WhyRow(_) | Operation::ShowRow(_) => "a row of the last answer".to_owned(),
        Operation::Topic(topic) => format!("the list of {topic:?}").to_lowercase(),
        _ => "as asked".to_owned(),
    }
}

/// Describes a plan, a line a step.
pub fn describe(plan: &Plan, graph: &Graph) -> String {
    let names = |list: &[crate::graph::EntityId]| {
        list.iter()
            .map(|e| format!("{} (@{})", graph.name(*e), graph.entity(*e).key))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let step = match &plan.operation {
        Operation::Together(list) if list.len() > 1 => {
            format!("events shared by {}: index of pairs, by time", names(list))
        }
        Operation::Together(list) => format!("events of {}: index of actors, by time", names(list)),
        Operation::Events => {
            "events under the tests: window, kind or role index, whichever is rarest".to_owned()
        }
        Operation::Neighbors(who, depth) => format!(
            "partners of {} to depth {depth}: breadth first",
            names(&[*who])
        ),
        Operation::Path(a, b, all, route) => {
            let kind = match (route.in_order, all) {
                (true, _) => format!(
                    "best journey, {:?}: one pass over the events in time order",
                    route.criterion.unwrap_or_default()
                )
                .to_lowercase(),
                (false, true) => {
                    "shortest simple paths: distance table, then enumeration".to_owned()
                }
                (false, false) => "a shortest path: search from both ends".to_owned(),
            };
            format!("from {} to {}: {kind}", names(&[*a]), names(&[*b]))
        }
        Operation::Common(list) => format!("partners of all of {}", names(list)),
        other => other_step(other, graph),
    };
    let mut out = format!("{}: {step}\n", plan.verb);
    for test in &plan.tests {
        let reported = matches!(plan.operation, Operation::Changes);
        let demand = match &test.demand {
            Demand::Window(..) if reported => {
                demand(&test.demand, graph).replace("dated, may lie", "first reported")
            }
            other => demand(other, graph),
        };
        out.push_str(&format!("  test  {}  →  {demand}\n", test.words));
    }
    if let Some((column, descending)) = &plan.sort {
        out.push_str(&format!(
            "  sort  by {column}{}\n",
            if *descending { ", descending" } else { "" }
        ));
    }
    if let Some(limit) = plan.limit {
        out.push_str(&format!("  limit {limit}\n"));
    }
    out
}
