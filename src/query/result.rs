//! What a statement answers: columns, rows, the ids behind each row, and everything a reader should know about it.
//!
//! In: handles of the graph. Out: plain data that views and exports read. Invariants: a row carries the events and entities it speaks of, so that
//! `evidence 3`, `show #3` and `export … of last` work on any answer; an answer without rows has a note that says why.

use super::ast::Value;
use crate::base::span::Span;
use crate::graph::{EntityId, EventId};

/// Why a statement could not be answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Problem {
    /// What was wrong and what would be right, lower case, without a full stop.
    pub message: String,
    /// The words at fault; empty where the statement as a whole is.
    pub span: Span,
    /// Nearest words that would be right.
    pub suggestions: Vec<String>,
    /// More lines may complete the statement.
    pub incomplete: bool,
}

impl Problem {
    /// Makes a problem without suggestions.
    pub fn new(message: impl Into<String>, span: Span) -> Self {
        Self {
            message: message.into(),
            span,
            suggestions: Vec::new(),
            incomplete: false,
        }
    }
}

impl From<super::expect::ParseError> for Problem {
    fn from(e: super::expect::ParseError) -> Self {
        Self {
            message: e.message,
            span: e.span,
            suggestions: e.suggestions,
            incomplete: e.incomplete,
        }
    }
}

/// Whom a name was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// The words as typed.
    pub typed: String,
    /// Whom they were taken for.
    pub entity: EntityId,
    /// Who else they could mean, most events first.
    pub also: Vec<EntityId>,
    /// The words are the canonical name or an id.
    pub exact: bool,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing is known.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A count.
    Count(u64),
    /// A share or score.
    Number(f64),
    /// An actor or place.
    Entity(EntityId),
    /// The date of an event.
    Date(EventId),
}

/// One hop of a path with the events that may carry it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// Where from.
    pub from: EntityId,
    /// Where to.
    pub to: EntityId,
    /// The event.
    pub event: EventId,
    /// How many events join the two.
    pub n_events: u32,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Values by column; empty for rows of events, whose values are read off the graph when they are shown.
    pub cells: Vec<Cell>,
    /// Events the row speaks of.
    pub events: Vec<EventId>,
    /// Entities the row speaks of.
    pub entities: Vec<EntityId>,
    /// Hops, for paths.
    pub legs: Vec<Leg>,
}

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// One event a row.
    #[default]
    Events,
    /// One entity a row.
    Entities,
    /// One path a row.
    Paths,
    /// One passage a row.
    Evidence,
    /// Facts about one thing, one a row.
    Facts,
    /// Counts and lists.
    Table,
}

/// The answer of a statement.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// What the rows are.
    pub kind: Kind,
    /// The verb that made it.
    pub verb: &'static str,
    /// Entities the question was about.
    pub focus: Vec<EntityId>,
    /// Column titles; those of events are fixed.
    pub columns: Vec<String>,
    /// Rows in order.
    pub rows: Vec<Row>,
    /// Whom names were taken for.
    pub picked: Vec<Picked>,
    /// Remarks for the reader: why it is empty, what was cut off.
    pub notes: Vec<String>,
    /// Rows were left out by a limit, a budget or an interrupt.
    pub truncated: bool,
}

/// Titles of the columns of events.
pub const EVENT_COLUMNS: [&str; 6] = ["date", "type", "who", "where", "status", "evidence"];

impl Answer {
    /// Makes an answer of events.
    pub fn events(verb: &'static str, events: Vec<EventId>) -> Self {
        let rows = events
            .into_iter()
            .map(|e| Row {
                events: vec![e],
                ..Row::default()
            })
            .collect();
        Self {
            kind: Kind::Events,
            verb,
            rows,
            ..Self::default()
        }
    }

    /// Makes an answer of counts or lists.
    pub fn table(verb: &'static str, columns: &[&str], rows: Vec<Row>) -> Self {
        Self {
            kind: Kind::Table,
            verb,
            columns: columns.iter().map(|c| (*c).to_owned()).collect(),
            rows,
            ..Self::default()
        }
    }

    /// Lists every event behind the rows, each once, in row order.
    pub fn all_events(&self) -> Vec<EventId> {
        let mut seen = std::collections::BTreeSet::new();
        self.rows
            .iter()
            .flat_map(|r| r.events.iter().copied())
            .filter(|e| seen.insert(*e))
            .collect()
    }
}

/// What a statement is run with.
#[derive(Default)]
pub struct Options<'o> {
    /// The day "today" means; `None` makes relative dates an error.
    pub today: Option<chrono::NaiveDate>,
    /// The last answer, for row numbers.
    pub last: Option<&'o Answer>,
    /// Variables and parameters, by lower-case name.
    pub variables: std::collections::BTreeMap<String, Value>,
    /// Set by another thread to end the work; what was found so far is kept.
    pub cancel: Option<&'o std::sync::atomic::AtomicBool>,
    /// Most rows; 0 for no limit.
    pub max_rows: usize,
}

impl Options<'_> {
    /// Tells whether the work is to end; a loop over rows asks before each.
    pub fn broken_off(&self) -> bool {
        self.cancel
            .is_some_and(|c| c.load(std::sync::atomic::Ordering::Relaxed))
    }
}

/// Prints a count with its noun: "1 event", "3 events".
pub fn count(n: usize, noun: &str) -> String {
    match (n, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) if !noun.ends_with("ay") => format!("{n} {stem}ies"),
        _ => format!("{n} {noun}s"),
    }
}
