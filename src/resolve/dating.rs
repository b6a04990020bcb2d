//! The date of each event of an article, and what it rests on.
//!
//! In: event mentions with their time expressions. Out: an interval and its basis, beside the events. Invariants: a date comes from the words of
//! the article; the article's own date never stands in for one that the text does not give; a clause without a date inherits one only from the
//! clause before it that tells of the same participants. Does not: resolve time expressions (extract::timex).

use crate::base::analysis::{DateBasis, EventMention, Sentence, Timex};
use crate::base::date::{Interval, Precision};
use crate::base::record::Status;
use std::collections::BTreeSet;

/// A date reaches on into this many following sentences.
const REACH: usize = 2;

/// Date and basis of one event.
pub type EventDate = (Option<Interval>, DateBasis);

/// Dates every event.
///
/// Input: events in text order, `participants` beside them (clusters of actors and recipients). Output: beside the events.
pub fn date(
    events: &[EventMention],
    participants: &[BTreeSet<usize>],
    timexes: &[Timex],
    sentences: &[Sentence],
) -> Vec<EventDate> {
    let own = |e: &EventMention| -> EventDate {
        let timex = e
            .timex
            .and_then(|t| timexes.get(t))
            .filter(|t| t.dates_events);
        match timex.and_then(|t| t.interval.and_then(punctual).map(|i| (i, t.basis))) {
            Some((interval, basis)) => (Some(interval), basis),
            None => (None, DateBasis::None),
        }
    };
    let dates: Vec<EventDate> = events.iter().map(own).collect();
    let inherited = |at: usize| {
        let event = events.get(at)?;
        let who = participants.get(at)?;
        if event.timex.is_some()
            || event.historical
            || event.status != Status::Happened
            || who.len() < 2
        {
            return None;
        }
        let block = sentences.get(event.sentence)?.block;
        let earlier = |k: &usize| {
            let near = events.get(*k).is_some_and(|e| {
                let gap = event.sentence.checked_sub(e.sentence);
                gap.is_some_and(|g| g <= REACH)
                    && sentences.get(e.sentence).is_some_and(|s| s.block == block)
                    && e.status == Status::Happened
                    && !e.historical
            });
            near && participants
                .get(*k)
                .is_some_and(|p| who.is_subset(p) || p.is_subset(who) && p.len() >= 2)
        };
        let source = (0..at).rev().filter(earlier).find_map(|k| dates.get(k)?.0);
        source.filter(|i| i.precision == Precision::Day && i.yearless.is_none())
    };
    (0..events.len())
        .map(|at| match (dates.get(at), inherited(at)) {
            (Some((None, _)), Some(interval)) => (Some(interval), DateBasis::Narrative),
            (Some(date), _) => *date,
            (None, _) => (None, DateBasis::None),
        })
        .collect()
}

/// The date of an act whose wording gives a stretch: "since 1 January" begins on that day, "by 2026" gives none.
fn punctual(interval: Interval) -> Option<Interval> {
    match (interval.lo, interval.hi) {
        (Some(lo), None) if interval.precision == Precision::Day => Some(Interval::day(lo)),
        (None, _) if interval.yearless.is_none() => None,
        _ => Some(interval),
    }
}
