//! Where events with one open end stand in time.
//!
//! In: events. Out: their order. Invariant: "after 2023-09" stands behind September 2023, undated events last. Does not: change a date.

use crate::base::date::Interval;
use crate::base::record::Status;
use crate::graph::{EventId, Graph, date_of, day_number};
use crate::query::facts;

/// Puts events with one open end where the words put them: "after 2023-09" behind September 2023, "before 2023-09" in front of it. Undated ones
/// stay last.
pub(super) fn place_open_dates(graph: &Graph, events: &mut [EventId]) {
    let date = |e: &EventId| graph.event(*e).date.filter(|d| d.yearless.is_none());
    let closed = |e: &EventId| date(e).is_some_and(|d| d.lo.is_some() && d.hi.is_some());
    if events.iter().all(closed) {
        return;
    }
    events.sort_by_cached_key(|e| date(e).map_or((i32::MAX, 0), |d| place_in_time(&d)));
}

/// Day and rank among those of the day: before it, on it, after it.
pub(super) fn place_in_time(date: &Interval) -> (i32, u8) {
    match (date.lo, date.hi) {
        (Some(lo), Some(_)) => (day_number(lo), 1),
        (Some(lo), None) => (day_number(named_end(date, false).unwrap_or(lo)), 2),
        (None, Some(hi)) => (day_number(named_end(date, true).unwrap_or(hi)), 0),
        (None, None) => (i32::MAX, 0),
    }
}

/// First or last day of the month, year … that a half-open date names.
pub(super) fn named_end(date: &Interval, first: bool) -> Option<chrono::NaiveDate> {
    let words = date.to_edtf();
    let (_, named) = facts::half_open(&words)?;
    let whole = Interval::parse_edtf(named).ok()?;
    if first { whole.lo } else { whole.hi }
}

/// How many days behind its only bound an event may still lie in a window, about ten years: what went on "since the 1980s" is no event of today.
const REACH: i64 = 3653;

/// Tells whether an event can lie on a day or later: what happened "after 2023" had happened when it was reported, and not ten years later.
pub(super) fn reaches(graph: &Graph, event: EventId, day: chrono::NaiveDate) -> bool {
    let view = graph.event(event);
    let Some(bound) = view.date.filter(|d| d.hi.is_none()).and_then(|d| d.lo) else {
        return true;
    };
    let reported = view.last_reported.is_none_or(|last| last >= day);
    let near = (day - bound).num_days() <= REACH;
    view.status != Status::Happened || reported && near
}

/// Returns the first and last dated day of a list of events.
pub(crate) fn extent(
    graph: &Graph,
    events: &[EventId],
) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    let days = events
        .iter()
        .filter_map(|e| graph.event(*e).date)
        .filter(|d| d.yearless.is_none());
    let mut bounds: Option<(i32, i32)> = None;
    for date in days {
        for day in [date.lo, date.hi].into_iter().flatten().map(day_number) {
            bounds = Some(bounds.map_or((day, day), |(lo, hi)| (lo.min(day), hi.max(day))));
        }
    }
    let (lo, hi) = bounds?;
    Some((date_of(lo)?, date_of(hi)?))
}
