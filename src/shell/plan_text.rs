//! `explain`: a plan in words.

use crate::graph::Graph;
use crate::query::plan::{Operation, Plan};

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
        other => format!("{other:?}")
            .split(['(', ' '])
            .next()
            .unwrap_or("")
            .to_lowercase(),
    };
    let mut out = format!("{}: {step}\n", plan.verb);
    for test in &plan.tests {
        out.push_str(&format!("  test  {}  →  {:?}\n", test.words, test.demand));
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
