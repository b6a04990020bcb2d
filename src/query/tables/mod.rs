//! Lists and counts: `show TOPIC`, `top`, `compare`, `stats`.
//!
//! In: a plan or topic, the graph. Out: [`Answer`]s of counts. Invariant: every count's events are behind its row.

mod compare;
mod groups;
mod stats;
mod top;
mod topics;

use crate::graph::EventId;
use crate::query::result::{Cell, Row};
pub(super) use compare::compare;
pub use groups::dimension_word;
pub(super) use stats::stats;
pub(super) use top::{ranked, top};
pub(super) use topics::topic;

fn text(t: &str) -> Cell {
    if t.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(t.to_owned())
    }
}

fn counted(cells: Vec<Cell>, events: Vec<EventId>) -> Row {
    Row {
        cells,
        events,
        ..Row::default()
    }
}

/// Returns the name of a type and mode, as data files have it: the mode where there is one.
pub fn type_word(event_type: &str, mode: Option<&str>) -> String {
    mode.map_or_else(|| event_type.to_lowercase(), str::to_owned)
}
