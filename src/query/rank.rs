//! Rankings of actors and pairs.
//!
//! In: a plan and a measure. Out: [`Answer`]s, best first.

use super::ast::{Measure, TopKind};
use super::plan::Plan;
use super::result::{Answer, Kind};
use crate::graph::Graph;

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
