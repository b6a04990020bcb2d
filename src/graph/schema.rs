//! The words of the graph: handles, roles, windows, filters and the views that questions are answered with.
//!
//! In: nothing. Out: plain types. Invariants: handles are issued by one graph and mean nothing in another; days are counted from 0001-01-01;
//! every list of handles is in a fixed order. Does not: hold data.

use crate::base::analysis::{DateBasis, EntityClass};
use crate::base::date::Interval;
use crate::base::record::Status;
use bytemuck::{Pod, Zeroable};
use chrono::{Datelike, NaiveDate};

macro_rules! handle {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Pod, Zeroable)]
        #[repr(transparent)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// Returns the position in the graph's own order, from 0; good for tables beside the graph.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

handle!(
    /// Handle of an actor or place, in the order of string ids.
    EntityId
);
handle!(
    /// Handle of an event: events of at most a month by first day, then longer ones, then undated ones.
    EventId
);
handle!(
    /// Handle of an article, in the order of string ids.
    ArticleId
);
handle!(
    /// Handle of a dated relation, by subject, predicate, object.
    RelationId
);

/// How an entity takes part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Role {
    /// Acts.
    Agent = 0,
    /// Is acted upon.
    Recipient = 1,
    /// Brought the sides together.
    Mediator = 2,
    /// Is where it happened.
    Place = 3,
    /// Says so.
    Reporter = 4,
}

impl Role {
    /// Every role in the order of edges.
    pub const ALL: [Role; 5] = [
        Self::Agent,
        Self::Recipient,
        Self::Mediator,
        Self::Place,
        Self::Reporter,
    ];

    /// Returns the edge label that exports use.
    pub fn label(self) -> &'static str {
        match self {
            Self::Agent => "AGENT",
            Self::Recipient => "RECIPIENT",
            Self::Mediator => "MEDIATOR",
            Self::Place => "AT",
            Self::Reporter => "REPORTED_BY",
        }
    }

    /// Tells whether the role makes its holder a party of the event (places and reporters are none).
    pub fn takes_part(self) -> bool {
        matches!(self, Self::Agent | Self::Recipient | Self::Mediator)
    }

    pub(crate) fn from_bits(bits: u32) -> Role {
        Self::ALL.get(bits as usize).copied().unwrap_or(Self::Agent)
    }
}

/// Returns the day number of a date (0001-01-01 is 1).
pub fn day_number(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

/// Returns the date of a day number; `None` outside the calendar.
pub fn date_of(day: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

/// A closed window of event time. The default is everything, undated events included; any bound leaves undated events out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// First day number.
    pub lo: i32,
    /// Last day number.
    pub hi: i32,
    /// Only events that lie wholly inside; otherwise those that may.
    pub certain: bool,
}

impl Window {
    /// Everything.
    pub const ALL: Window = Window {
        lo: i32::MIN,
        hi: i32::MAX,
        certain: false,
    };

    /// Makes the window between two days, both included.
    pub fn days(lo: NaiveDate, hi: NaiveDate) -> Self {
        Self {
            lo: day_number(lo),
            hi: day_number(hi),
            certain: false,
        }
    }

    /// Tells whether the window leaves nothing out.
    pub fn is_all(&self) -> bool {
        self.lo == i32::MIN && self.hi == i32::MAX
    }

    /// Tells whether an event that spans `lo..=hi` falls into the window.
    pub fn admits(&self, lo: i32, hi: i32) -> bool {
        if self.certain {
            lo >= self.lo && hi <= self.hi
        } else {
            lo <= self.hi && hi >= self.lo
        }
    }
}

impl Default for Window {
    fn default() -> Self {
        Self::ALL
    }
}

impl From<&Interval> for Window {
    fn from(interval: &Interval) -> Self {
        Self {
            lo: interval.lo.map_or(i32::MIN, day_number),
            hi: interval.hi.map_or(i32::MAX, day_number),
            certain: false,
        }
    }
}

/// A set of event kinds; see `Graph::kind_set`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KindSet(pub(crate) Vec<bool>);

impl KindSet {
    /// Tells whether no kind of the graph is in the set.
    pub fn is_empty(&self) -> bool {
        !self.0.contains(&true)
    }

    pub(crate) fn has(&self, kind: usize) -> bool {
        self.0.get(kind).copied().unwrap_or(false)
    }
}

/// What every event of an answer must satisfy. `Filter::default()` lets everything through.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Event time.
    pub window: Window,
    /// Only these kinds.
    pub kinds: Option<KindSet>,
    /// Reporting time: only what was reported on this day number or before. Events without a reporting date are left out.
    pub known_by: Option<i32>,
    /// Reporting time: only what was first reported on this day number or after.
    pub reported_since: Option<i32>,
    /// Only these statuses; empty means any.
    pub statuses: Vec<Status>,
    /// Lowest confidence, in [0,1].
    pub min_confidence: f32,
    /// Only events at this place.
    pub place: Option<EntityId>,
    /// Only events that this entity reports.
    pub reporter: Option<EntityId>,
    /// Only events that an article in this language reports.
    pub language: Option<String>,
    /// Only events that an article of this publisher reports.
    pub source: Option<String>,
    /// Only these events.
    pub listed: Option<std::sync::Arc<std::collections::BTreeSet<EventId>>>,
    /// Leaves out the second of two events that mirror each other on one day (A–B and B–A of the same kind).
    pub folded: bool,
}

impl Filter {
    /// Makes a filter of a window alone.
    pub fn window(window: Window) -> Self {
        Self {
            window,
            ..Self::default()
        }
    }

    /// Tells whether nothing but the window filters, so that counts follow from positions.
    pub fn is_window_only(&self) -> bool {
        self.kinds.is_none()
            && self.known_by.is_none()
            && self.reported_since.is_none()
            && self.statuses.is_empty()
            && self.min_confidence <= 0.0
            && self.place.is_none()
            && self.reporter.is_none()
            && self.language.is_none()
            && self.source.is_none()
            && self.listed.is_none()
            && !self.folded
    }
}

/// What an event is, apart from who, when and where: one row for all events that share it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KindView<'g> {
    /// Event type of the ontology.
    pub event_type: &'g str,
    /// Mode.
    pub mode: Option<&'g str>,
    /// CAMEO code.
    pub cameo: Option<&'g str>,
    /// Quad class, 0 for none.
    pub quad: u8,
    /// Conflict–cooperation score.
    pub score: Option<f32>,
}

/// An actor or place, ready to print.
#[derive(Debug, Clone, PartialEq)]
pub struct EntityView<'g> {
    /// Handle.
    pub id: EntityId,
    /// Stable string id (a slug).
    pub key: &'g str,
    /// Canonical name.
    pub name: &'g str,
    /// Class.
    pub class: EntityClass,
    /// Country code.
    pub country: Option<&'g str>,
    /// Sector.
    pub sector: Option<&'g str>,
    /// Events it takes part in.
    pub n_events: usize,
    /// Other entities it shares an event with.
    pub n_neighbors: usize,
}

/// An event, ready to print.
#[derive(Debug, Clone, PartialEq)]
pub struct EventView<'g> {
    /// Handle.
    pub id: EventId,
    /// What it is.
    pub kind: KindView<'g>,
    /// When; `None` if the text gives no date.
    pub date: Option<Interval>,
    /// What the date rests on.
    pub date_basis: DateBasis,
    /// Did it take place?
    pub status: Status,
    /// Background: it lies more than a year before the report that tells it.
    pub historical: bool,
    /// All take part alike.
    pub symmetric: bool,
    /// An earlier handle carries the same kind on the same day with the parties swapped.
    pub mirrored: bool,
    /// Who acts, ascending.
    pub actors: Vec<EntityId>,
    /// Who is acted upon, ascending.
    pub recipients: Vec<EntityId>,
    /// Third party.
    pub mediator: Option<EntityId>,
    /// Place.
    pub location: Option<EntityId>,
    /// Highest confidence of its reports, in [0,1].
    pub confidence: f32,
    /// First day it was reported on.
    pub first_reported: Option<NaiveDate>,
    /// Last day it was reported on.
    pub last_reported: Option<NaiveDate>,
    /// Passages that report it; 0 for rows of an imported table.
    pub n_reports: usize,
    /// Articles that report it.
    pub n_articles: usize,
}

/// A partner of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Neighbor {
    /// The partner.
    pub entity: EntityId,
    /// Hops away, from 1.
    pub depth: u32,
    /// Entity it was reached from: the one asked for, at depth 1.
    pub via: EntityId,
    /// Events shared with `via` under the filter.
    pub n_events: u32,
    /// First of them.
    pub first: EventId,
    /// Last of them.
    pub last: EventId,
}

/// One hop of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Where from.
    pub from: EntityId,
    /// Where to.
    pub to: EntityId,
    /// The first event under the filter that joins the two, or the event a journey takes.
    pub event: EventId,
    /// Events under the filter that join the two.
    pub n_events: u32,
}

/// A path: `steps` is empty where start and goal are one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path {
    /// Hops in order.
    pub steps: Vec<Step>,
}

/// What a path must keep to, besides the filter of its events.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PathOptions {
    /// What every event on the way must satisfy.
    pub filter: Filter,
    /// Entities that must lie on the way, in any order.
    pub via: Vec<EntityId>,
    /// Entities that must not.
    pub avoid: Vec<EntityId>,
    /// Most hops; `None` for no limit (enumerations then use 6).
    pub max_hops: Option<u32>,
}

/// What makes a journey the best one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Criterion {
    /// Arrives first.
    #[default]
    Earliest,
    /// Departs last.
    Latest,
    /// Takes the fewest days from first to last event.
    Fastest,
    /// Takes the fewest hops.
    Shortest,
}

/// What a journey must keep to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JourneyOptions {
    /// Paths' options; `via` is not supported by journeys and ignored.
    pub path: PathOptions,
    /// What makes it the best.
    pub criterion: Criterion,
    /// Each event on a later day than the one before; otherwise the same day is allowed.
    pub strict: bool,
    /// Most days between two events of it.
    pub gap: Option<u32>,
}

/// Bounds the work of an enumeration, and lets another thread end it.
#[derive(Debug, Clone, Copy)]
pub struct Budget<'a> {
    /// Most expansions.
    pub max_steps: u64,
    /// Checked every 1,024 expansions.
    pub cancel: Option<&'a std::sync::atomic::AtomicBool>,
}

impl Default for Budget<'_> {
    fn default() -> Self {
        Self {
            max_steps: 20_000_000,
            cancel: None,
        }
    }
}

/// An answer that may have been cut off by its limit or budget.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bounded<T> {
    /// What was found.
    pub items: Vec<T>,
    /// More may exist.
    pub truncated: bool,
}

/// Calendar unit of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Days.
    Day,
    /// Weeks from Monday.
    Week,
    /// Months.
    Month,
    /// Quarters.
    Quarter,
    /// Years.
    Year,
}

/// What a ranking goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// Events under the filter.
    #[default]
    Events,
    /// Distinct partners under the filter.
    Degree,
    /// PageRank on partners, weighted by shared events under the filter.
    PageRank,
    /// Betweenness on partners (Brandes; exact up to 2,000 entities, else 256 evenly spread sources).
    Betweenness,
}

/// How an entity was found by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameMatch {
    /// A whole name or alias.
    Exact,
    /// A word of a name ("Putin").
    Word,
    /// The start of a name or of one of its words.
    Prefix,
    /// At most two edits (insert, delete, replace, swap) away from a name or word.
    Fuzzy {
        /// How many.
        edits: u8,
    },
}

/// A hit of a name look-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameHit {
    /// What was found.
    pub entity: EntityId,
    /// How.
    pub by: NameMatch,
    /// Events it takes part in.
    pub n_events: u32,
}
