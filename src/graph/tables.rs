//! The rows of a graph in columns: events, entities, articles, and the indexes derived from the store.
//!
//! In: columns from `assemble` or from a `.ng` file. Out: field access by row number. Invariants: event rows are ordered narrow (at most
//! [`NARROW_DAYS`] days), wide, undated, each by first day; entity and article rows by string id; empty optional columns mean "the default for every row".
//! Does not: search.

use super::column::{Column, Csr, Strings};
use super::schema::{KindView, Role, Window};
use crate::base::analysis::{DateBasis, EntityClass};
use crate::base::date::{Interval, Precision};
use crate::base::record::Status;
use serde::{Deserialize, Serialize};

/// Marks a missing entity or article.
pub(crate) const NONE: u32 = u32::MAX;
/// First day of an undated event; later than all others.
pub(crate) const UNDATED: i32 = i32::MAX;
/// Longest span of an event that stays in the part searched by bisection.
pub(crate) const NARROW_DAYS: i32 = 31;

/// Where a role is packed beside an entity row.
const ROLE_SHIFT: u32 = 29;

pub(crate) fn pack_part(entity: u32, role: Role) -> u32 {
    entity | ((role as u32) << ROLE_SHIFT)
}

pub(crate) fn unpack_part(part: u32) -> (u32, Role) {
    (
        part & ((1 << ROLE_SHIFT) - 1),
        Role::from_bits(part >> ROLE_SHIFT),
    )
}

/// What an event is, apart from who, when and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct Kind {
    pub(crate) event_type: String,
    pub(crate) mode: Option<String>,
    pub(crate) cameo: Option<String>,
    pub(crate) quad: u8,
    /// Bits of the score, so that kinds compare and hash.
    pub(crate) score: Option<u32>,
}

impl Kind {
    pub(crate) fn view(&self) -> KindView<'_> {
        KindView {
            event_type: &self.event_type,
            mode: self.mode.as_deref(),
            cameo: self.cameo.as_deref(),
            quad: self.quad,
            score: self.score.map(f32::from_bits),
        }
    }
}

/// The flag bits of an event row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Flags(pub(crate) u16);

const PRECISIONS: [Precision; 7] = [
    Precision::Day,
    Precision::Week,
    Precision::Month,
    Precision::Stretch,
    Precision::Year,
    Precision::Decade,
    Precision::Century,
];
const BASES: [DateBasis; 6] = [
    DateBasis::Explicit,
    DateBasis::Weekday,
    DateBasis::Relative,
    DateBasis::Narrative,
    DateBasis::Publication,
    DateBasis::None,
];
const STATUSES: [Status; 4] = [
    Status::Happened,
    Status::Planned,
    Status::Negated,
    Status::Hypothetical,
];

fn code_of<T: PartialEq>(list: &[T], value: &T) -> u16 {
    list.iter().position(|v| v == value).unwrap_or(0) as u16
}

impl Flags {
    pub(crate) const APPROXIMATE: u16 = 1 << 3;
    pub(crate) const UNCERTAIN: u16 = 1 << 4;
    pub(crate) const YEARLESS: u16 = 1 << 5;
    pub(crate) const HISTORICAL: u16 = 1 << 11;
    pub(crate) const SYMMETRIC: u16 = 1 << 12;
    pub(crate) const MIRRORED: u16 = 1 << 13;
    pub(crate) const EXTRA: u16 = 1 << 14;

    pub(crate) fn new(date: Option<&Interval>, basis: DateBasis, status: Status) -> Self {
        let mut bits = (code_of(&BASES, &basis) << 6) | (code_of(&STATUSES, &status) << 9);
        if let Some(date) = date {
            bits |= code_of(&PRECISIONS, &date.precision);
            bits |= u16::from(date.approximate) * Self::APPROXIMATE;
            bits |= u16::from(date.uncertain) * Self::UNCERTAIN;
            bits |= u16::from(date.yearless.is_some()) * Self::YEARLESS;
        }
        Self(bits)
    }

    pub(crate) fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }

    pub(crate) fn precision(self) -> Precision {
        PRECISIONS
            .get(usize::from(self.0 & 7))
            .copied()
            .unwrap_or(Precision::Day)
    }

    pub(crate) fn basis(self) -> DateBasis {
        BASES
            .get(usize::from(self.0 >> 6 & 7))
            .copied()
            .unwrap_or(DateBasis::None)
    }

    pub(crate) fn status(self) -> Status {
        STATUSES
            .get(usize::from(self.0 >> 9 & 3))
            .copied()
            .unwrap_or_default()
    }
}

/// Event columns.
#[derive(Clone, Default)]
pub(crate) struct EventTable {
    /// First day; `i32::MIN` if open, [`UNDATED`] if undated.
    pub(crate) lo: Column<i32>,
    /// Last day; `i32::MAX` if open; month · 256 + day of a yearless date. Empty: equal to `lo`.
    pub(crate) hi: Column<i32>,
    pub(crate) kind: Column<u32>,
    pub(crate) flags: Column<u16>,
    /// First agent.
    pub(crate) first: Column<u32>,
    /// First recipient.
    pub(crate) second: Column<u32>,
    /// Events with further parts, ascending, one row a part, and the parts.
    pub(crate) extra_event: Column<u32>,
    pub(crate) extra_part: Column<u32>,
    /// Empty: 1.
    pub(crate) confidence: Column<f32>,
    /// First and last day of reporting, two values a row. Empty: both equal to `lo`.
    pub(crate) reported: Column<i32>,
    /// Empty: computed from content.
    pub(crate) ids: Strings,
    /// Events of at most [`NARROW_DAYS`] days, then all dated ones.
    pub(crate) n_narrow: usize,
    pub(crate) n_dated: usize,
}

impl EventTable {
    pub(crate) fn len(&self) -> usize {
        self.lo.len()
    }

    pub(crate) fn span(&self, row: usize) -> (i32, i32) {
        let lo = self.lo.get(row).copied().unwrap_or(UNDATED);
        (lo, self.hi.get(row).copied().unwrap_or(lo))
    }

    pub(crate) fn flags(&self, row: usize) -> Flags {
        Flags(self.flags.get(row).copied().unwrap_or(0))
    }

    /// Walks the parts of an event in role order.
    pub(crate) fn parts(&self, row: u32) -> impl Iterator<Item = (u32, Role)> + '_ {
        let i = row as usize;
        let first = self
            .first
            .get(i)
            .filter(|e| **e != NONE)
            .map(|e| (*e, Role::Agent));
        let second = self
            .second
            .get(i)
            .filter(|e| **e != NONE)
            .map(|e| (*e, Role::Recipient));
        let extra = if self.flags(i).has(Flags::EXTRA) {
            let events = &*self.extra_event;
            let start = events.partition_point(|e| *e < row);
            let end = events.partition_point(|e| *e <= row);
            self.extra_part.get(start..end).unwrap_or(&[])
        } else {
            &[]
        };
        first
            .into_iter()
            .chain(second)
            .chain(extra.iter().map(|p| unpack_part(*p)))
    }

    /// Walks those who take part (no places, no reporters); an entity in two roles comes twice.
    pub(crate) fn parties(&self, row: u32) -> impl Iterator<Item = u32> + '_ {
        self.parts(row).filter(|p| p.1.takes_part()).map(|p| p.0)
    }

    pub(crate) fn interval(&self, row: usize) -> Option<Interval> {
        let (lo, hi) = self.span(row);
        let flags = self.flags(row);
        if flags.has(Flags::YEARLESS) {
            let mut date = Interval::yearless((hi >> 8) as u8, (hi & 255) as u8);
            date.approximate = flags.has(Flags::APPROXIMATE);
            date.uncertain = flags.has(Flags::UNCERTAIN);
            return Some(date);
        }
        if lo == UNDATED {
            return None;
        }
        Some(Interval {
            lo: super::schema::date_of(lo),
            hi: super::schema::date_of(hi),
            precision: flags.precision(),
            approximate: flags.has(Flags::APPROXIMATE),
            uncertain: flags.has(Flags::UNCERTAIN),
            yearless: None,
        })
    }

    /// Splits a sorted list of event rows by a window: a slice of narrow events that all match by bisection on day positions (up to checks on
    /// their ends, if any event is longer than a day), and the wide ones to be checked one by one. O(log n).
    pub(crate) fn candidates<'l>(&self, list: &'l [u32], window: Window) -> (&'l [u32], &'l [u32]) {
        if window.is_all() {
            return (list, &[]);
        }
        let (start, end) = self.row_range(window);
        let narrow_end = bisect(list, end);
        let narrow = list.get(bisect(list, start)..narrow_end).unwrap_or(&[]);
        if self.n_dated == self.n_narrow {
            return (narrow, &[]);
        }
        let (from, to) = (
            bisect(list, self.n_narrow as u32),
            bisect(list, self.n_dated as u32),
        );
        (narrow, list.get(from..to).unwrap_or(&[]))
    }

    /// Returns the narrow rows that may meet a window. O(log n).
    pub(crate) fn row_range(&self, window: Window) -> (u32, u32) {
        let narrow = self.lo.get(..self.n_narrow).unwrap_or(&[]);
        let reach = if self.hi.is_empty() || window.certain {
            0
        } else {
            NARROW_DAYS
        };
        let from = window.lo.saturating_sub(reach);
        (
            narrow.partition_point(|d| *d < from) as u32,
            narrow.partition_point(|d| *d <= window.hi) as u32,
        )
    }

    /// Tells whether candidates of a window still need a check on their last day.
    pub(crate) fn needs_check(&self) -> bool {
        !self.hi.is_empty()
    }
}

fn bisect(list: &[u32], row: u32) -> usize {
    list.partition_point(|e| *e < row)
}

/// Entity columns.
#[derive(Clone, Default)]
pub(crate) struct EntityTable {
    pub(crate) ids: Strings,
    pub(crate) names: Strings,
    pub(crate) class: Column<u8>,
    /// Rows of `codes`, 0 for none.
    pub(crate) country: Column<u16>,
    pub(crate) sector: Column<u16>,
    /// Country and sector codes; the first is empty.
    pub(crate) codes: Strings,
}

impl EntityTable {
    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(crate) fn class(&self, row: usize) -> EntityClass {
        let code = self.class.get(row).copied().unwrap_or(0);
        EntityClass::ALL
            .get(usize::from(code))
            .copied()
            .unwrap_or(EntityClass::Group)
    }

    pub(crate) fn code(&self, column: &Column<u16>, row: usize) -> Option<&str> {
        match column.get(row) {
            None | Some(0) => None,
            Some(code) => Some(self.codes.get(usize::from(*code))),
        }
    }
}

/// Article columns: what filters and lists need without opening the records.
#[derive(Clone, Default)]
pub(crate) struct ArticleTable {
    pub(crate) ids: Strings,
    /// Language codes and publishers; the first is empty.
    pub(crate) words: Strings,
    pub(crate) language: Column<u32>,
    pub(crate) source: Column<u32>,
    /// First day of publication; [`UNDATED`] if unknown.
    pub(crate) published: Column<i32>,
}

/// Indexes derived from the store; see `index`.
#[derive(Clone, Default)]
pub(crate) struct Indexes {
    /// Entity -> events it takes part in.
    pub(crate) actor: Csr,
    /// Entity -> events at it.
    pub(crate) place: Csr,
    /// Entity -> events it reports.
    pub(crate) reporter: Csr,
    /// Entity -> partners, ascending.
    pub(crate) neighbor: Csr,
    /// Beside `neighbor.items`: the pair's row in `pair`.
    pub(crate) neighbor_pair: Column<u32>,
    /// Pair -> events both take part in.
    pub(crate) pair: Csr,
    /// Kind -> events.
    pub(crate) kind: Csr,
    /// Event -> articles of its reports, in the order of reports.
    pub(crate) report: Csr,
    /// Article -> events, ascending and distinct.
    pub(crate) article: Csr,
}

/// Name look-up: an fst from folded names to rows of `postings` (entity · 2 + 1 if the key is only a word of the name).
#[derive(Clone, Default)]
pub(crate) struct NameTable {
    pub(crate) fst: Column<u8>,
    pub(crate) postings: Csr,
}

/// Everything a graph holds in columns.
#[derive(Clone, Default)]
pub(crate) struct Tables {
    pub(crate) kinds: Vec<Kind>,
    pub(crate) events: EventTable,
    pub(crate) entities: EntityTable,
    pub(crate) articles: ArticleTable,
    pub(crate) index: Indexes,
    pub(crate) names: NameTable,
    /// Compressed `Details`; empty if there are none.
    pub(crate) details: Column<u8>,
}
