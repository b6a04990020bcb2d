//! What happened is counted; what was denied, planned or only thought of stands apart ("+1 denied").
//!
//! In: a plan, events. Out: filters and counts by status. Invariant: a count speaks of one status; a question that names statuses counts those it names.

use super::facts::status_words;
use super::plan::{Demand, Plan};
use super::result::Cell;
use crate::base::record::Status;
use crate::graph::{EventId, Filter, Graph};

/// Every status but that of what happened, in the order they are told.
const OTHERS: [Status; 3] = [Status::Negated, Status::Planned, Status::Hypothetical];

/// Title of the column of what is not counted.
pub const APART: &str = "not counted";

/// How many events a count leaves out, by status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Apart([usize; 3]);

impl Apart {
    /// Counts the events of a list that did not happen.
    pub fn of(graph: &Graph, events: &[EventId]) -> Self {
        let mut apart = Self::default();
        for event in events {
            let status = graph.status(*event);
            if let Some(i) = OTHERS.iter().position(|s| *s == status) {
                apart.0[i] += 1;
            }
        }
        apart
    }

    /// Tells whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        self.0 == [0; 3]
    }

    /// Returns the words: "1 denied, 2 planned"; empty where nothing is left out.
    pub fn words(&self) -> String {
        let parts = OTHERS.iter().zip(self.0).filter(|(_, n)| *n > 0);
        let parts = parts.map(|(status, n)| format!("{n} {}", status_words(*status)));
        parts.collect::<Vec<_>>().join(", ")
    }

    /// Returns a count with what stands apart behind it: "9 events (+1 denied)".
    pub fn behind(&self, n: usize, counted: String) -> String {
        if self.is_empty() {
            counted
        } else if n == 0 {
            format!("{}, none that happened", self.words())
        } else {
            format!("{counted} (+{})", self.words())
        }
    }

    /// Returns the cell of the column [`APART`].
    pub fn cell(&self) -> Cell {
        if self.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(self.words())
        }
    }
}

/// Keeps the events that happened, and counts the others. A list without any of them is kept whole: then it is what was asked for.
pub fn happened(graph: &Graph, events: &[EventId]) -> (Vec<EventId>, Apart) {
    let done = |e: &&EventId| graph.status(**e) == Status::Happened;
    let kept: Vec<EventId> = events.iter().filter(done).copied().collect();
    (kept, Apart::of(graph, events))
}

/// Makes the filter of what happened.
pub fn happened_filter(graph: &Graph) -> Filter {
    graph.relaxed(Filter {
        statuses: vec![Status::Happened],
        ..Filter::default()
    })
}

impl Plan {
    /// Tells whether the question names the statuses it asks for.
    pub fn names_status(&self) -> bool {
        self.tests
            .iter()
            .any(|t| matches!(t.demand, Demand::Statuses(_)))
    }

    /// Makes the filter of what is counted: what happened, unless the question names a status.
    pub fn counted(&self, graph: &Graph, skip: Option<usize>) -> Filter {
        let mut filter = self.filter(graph, skip);
        if filter.statuses.is_empty() && !self.names_status() {
            filter.statuses.push(Status::Happened);
        }
        graph.relaxed(filter)
    }

    /// Makes the filter of what stands apart from the count; `None` if nothing can.
    pub fn uncounted(&self, graph: &Graph) -> Option<Filter> {
        if self.names_status() || happened_filter(graph).statuses.is_empty() {
            return None;
        }
        let mut filter = self.filter(graph, None);
        filter.statuses = OTHERS.to_vec();
        Some(filter)
    }

    /// Parts a list into what is counted and what stands apart.
    pub fn part(&self, graph: &Graph, events: Vec<EventId>) -> (Vec<EventId>, Apart) {
        if self.names_status() {
            (events, Apart::default())
        } else {
            happened(graph, &events)
        }
    }
}
