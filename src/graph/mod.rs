//! The temporal graph: who did what to whom, when, on two clocks, with every report behind it.
//!
//! In: a [`World`](crate::base::world::World), an imported table, or a graph file. Out: [`Graph`], which answers by handle: look-up by id and name,
//! events of one or two entities in a window, partners, paths, journeys, rankings, counts.
//! A petgraph multigraph (`store`) is the model; flat indexes derived from it answer the questions and are kept in the file.
//! Invariants: handles ascend with time (events) or string id (entities, articles); answers are in a fixed order; the same input gives the same bytes.
//! Does not: read files (only `file` does), know words or event types, print.

mod access;
mod assemble;
mod bounds;
mod check;
mod column;
mod convert;
mod details;
mod events;
pub mod file;
pub mod identity;
mod index;
mod journeys;
pub mod merge;
mod names;
mod near;
mod partners;
mod paths;
mod rank;
mod schema;
mod scratch;
mod spans;
mod stats;
mod store;
mod tables;

pub use access::Graph;
pub use names::fold_name;
pub use schema::{
    ArticleId, Bounded, Budget, Criterion, EntityId, EntityView, EventId, EventView, Filter,
    JourneyOptions, KindSet, KindView, Measure, NameHit, NameMatch, Neighbor, Path, PathOptions,
    Period, RelationId, Role, Step, Window, date_of, day_number,
};

// For `import`, which lays rows out without the detour of a World.
pub(crate) use assemble::{Draft, EntityRow, EventRow};
pub(crate) use tables::{Flags, Kind, NONE as NO_ENTITY, pack_part};
