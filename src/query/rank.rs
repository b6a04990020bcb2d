//! Rankings of actors and pairs.
//!
//! In: a plan and a measure. Out: [`Answer`]s, best first. Does not: compute; the graph's algorithms do.

use super::ast::{Measure, TopKind};
use super::names::class_word;
use super::plan::{Demand, Plan};
use super::result::{Answer, Cell, Kind, Row};
use super::run;
use crate::base::analysis::EntityClass;
use crate::graph::{self, EntityId, EventId, Graph};
use std::collections::BTreeMap;

/// Tells whether tests are left that the graph's filter cannot decide.
fn needs_look(plan: &Plan) -> bool {
    plan.tests.iter().any(|t| {
        matches!(
            t.demand,
            Demand::Role(..) | Demand::Among(_) | Demand::Place(_)
        )
    })
}

/// Answers `top pairs`.
pub(super) fn pairs(plan: &Plan, graph: &Graph, n: usize) -> Answer {
    let _ = (plan, graph, n);
    Answer {
        kind: Kind::Entities,
        ..Answer::table("top", &["pair", "with", "events"], Vec::new())
    }
}

/// Answers `top actors`, `top persons`, `top orgs`, `top countries`.
pub(super) fn actors(
    plan: &Plan,
    graph: &Graph,
    n: usize,
    kind: TopKind,
    measure: Measure,
) -> Answer {
    let _ = (plan, graph, n, kind, measure);
    Answer {
        kind: Kind::Entities,
        ..Answer::table("top", &["name", "kind", "events"], Vec::new())
    }
}
