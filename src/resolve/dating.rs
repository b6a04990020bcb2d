//! The date of each event of an article, and what it rests on.
//!
//! In: event mentions with their time expressions, the article's date. Out: an interval and its basis, beside the events. Invariants: a date comes
//! from the words of the article; a clause without a date inherits one from the clause before it that tells of the same participants; the
//! article's own day stands in only for the news itself, what headline and lead tell of, and is flagged as such.
//! Does not: resolve time expressions (extract::timex).

use crate::base::analysis::{Counting, DateBasis, EventMention, Sentence, Timex};
use crate::base::article::Published;
use crate::base::date::{Interval, Precision};
use crate::base::record::Status;
use chrono::{Datelike, Days, Months, NaiveDate};
use std::collections::BTreeSet;

/// A date reaches on into this many following sentences.
const REACH: usize = 2;

/// Date and basis of one event.
pub type EventDate = (Option<Interval>, DateBasis);

/// Dates every event.
///
/// Input: events in text order, `participants` beside them (clusters of actors and recipients); the day of the article, and whether its first sentence is a
/// headline. Output: beside the events.
pub fn date(
    events: &[EventMention],
    participants: &[BTreeSet<usize>],
    timexes: &[Timex],
    sentences: &[Sentence],
    (published, titled): (Option<Interval>, bool),
) -> Vec<EventDate> {
    let own = |e: &EventMention| -> EventDate {
        let timex = e
            .timex
            .and_then(|t| timexes.get(t))
            .filter(|t| t.dates_events);
        let length = |i: usize| timexes.get(i).map(|t| t.value.as_str());
        let date = timex.and_then(|t| match e.counting {
            Counting::On => Some((punctual(t.interval?)?, t.basis)),
            Counting::Start => Some((start(t.interval?)?, t.basis)),
            Counting::Before(l) => Some((before(t.interval?, length(l)?)?, DateBasis::Narrative)),
            Counting::Later => None,
        });
        match date {
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
        // Events come sentence by sentence; those further back than a date reaches need no look.
        let within = |k: &usize| {
            let far = |e: &EventMention| event.sentence.saturating_sub(e.sentence) > REACH;
            !events.get(*k).is_some_and(far)
        };
        let before = (0..at).rev().take_while(within);
        let source = before.filter(earlier).find_map(|k| dates.get(k)?.0);
        source.filter(|i| i.precision == Precision::Day && i.yearless.is_none())
    };
    let mut settled: Vec<EventDate> = (0..events.len())
        .map(|at| match (dates.get(at), inherited(at)) {
            (Some((None, _)), Some(interval)) => (Some(interval), DateBasis::Narrative),
            (Some(date), _) => *date,
            (None, _) => (None, DateBasis::None),
        })
        .collect();
    if let Some(day) = published.filter(|d| d.precision == Precision::Day) {
        let body = usize::from(titled);
        news_of_the_day(events, participants, day, body, &mut settled);
    }
    settled
}

/// Sentences that make up headline and lead.
const LEAD: usize = 5;

/// "X arrested Y on Monday. Z criticised X", printed on Thursday: does the text below the headline tell first of a day shortly before that of the article? Its
/// news is then not of the article's day.
fn opens_with_another_day(
    events: &[EventMention],
    settled: &[EventDate],
    day: Interval,
    body: usize,
) -> bool {
    let told = |e: &EventMention| {
        e.status == Status::Happened && !e.historical && (body..LEAD).contains(&e.sentence)
    };
    let lead = || events.iter().zip(settled).filter(|(e, _)| told(e));
    let of_day = |e: &EventMention, date: &EventDate| {
        let own = date
            .0
            .filter(|d| e.counting == Counting::On && d.yearless.is_none());
        own.filter(|d| d.precision == Precision::Day)
    };
    let dated = lead().find_map(|(e, date)| Some((e.sentence, of_day(e, date)?)));
    let open = lead()
        .find(|(_, date)| date.0.is_none())
        .map(|(e, _)| e.sentence);
    dated.is_some_and(|(at, told)| {
        let days = told
            .lo
            .zip(day.lo)
            .map(|(told, printed)| (printed - told).num_days());
        let recent = days.is_some_and(|n| (1..=RECENT).contains(&n));
        recent && open.is_none_or(|open| at <= open)
    })
}

/// How many days before the paper the day of its news may lie.
const RECENT: i64 = 13;

/// Dates the news itself: an undated event between two parties that headline or lead already bring together, as long as no date is given for them
/// anywhere else.
fn news_of_the_day(
    events: &[EventMention],
    participants: &[BTreeSet<usize>],
    day: Interval,
    body: usize,
    settled: &mut [EventDate],
) {
    let told = |e: &EventMention| {
        let open = e.timex.is_none() && e.counting != Counting::Later;
        e.status == Status::Happened && !e.historical && open
    };
    if opens_with_another_day(events, settled, day, body) {
        return;
    }
    let lead: Vec<&BTreeSet<usize>> = events
        .iter()
        .zip(participants)
        .filter(|(e, who)| e.sentence < LEAD && who.len() == 2 && told(e))
        .map(|(_, who)| who)
        .collect();
    let dated: Vec<&BTreeSet<usize>> = settled
        .iter()
        .zip(participants)
        .filter(|(date, _)| date.0.is_some())
        .map(|(_, who)| who)
        .collect();
    let news: Vec<usize> = (0..events.len())
        .filter(|&at| {
            let who = participants.get(at);
            let open = settled.get(at).is_some_and(|d| d.0.is_none());
            let main = who.is_some_and(|w| lead.contains(&w) && !dated.contains(&w));
            open && main && events.get(at).is_some_and(told)
        })
        .collect();
    for at in news {
        if let Some(date) = settled.get_mut(at) {
            *date = (Some(day), DateBasis::Publication);
        }
    }
}

/// The status of an act in the light of its date: what lies wholly behind the article's own day has not happened yet, unless the story leads there
/// ("two days later").
pub fn status(told: Status, (date, basis): EventDate, published: Option<&Published>) -> Status {
    let last = published.and_then(|p| p.date.hi);
    let first = date
        .filter(|_| basis != DateBasis::Narrative)
        .and_then(|d| d.lo);
    match (first, last) {
        (Some(first), Some(last)) if first > last && told == Status::Happened => Status::Planned,
        _ => told,
    }
}

/// Is an act background to the report: does it lie wholly more than a year before it? Source: the historical mode of the PLOVER manual.
pub fn is_historical(date: Option<&Interval>, published: Option<&Published>) -> bool {
    let first = published.and_then(|p| p.date.lo);
    let last = date.and_then(|d| d.hi);
    let year = |day: NaiveDate| day.checked_sub_months(Months::new(12));
    last.zip(first.and_then(year))
        .is_some_and(|(last, day)| last < day)
}

/// The day that lies before a day by a whole number of days or weeks ("P3D", "P2W"); a vaguer length gives none.
fn before(day: Interval, length: &str) -> Option<Interval> {
    let (count, unit) = length
        .strip_prefix('P')?
        .split_at_checked(length.len() - 2)?;
    let days = match unit {
        "D" => 1,
        "W" => 7,
        _ => return None,
    };
    let back = Days::new(count.parse::<u64>().ok()?.checked_mul(days)?);
    day.lo?.checked_sub_days(back).map(Interval::day)
}

/// When an open stretch begins, as precisely as it is told.
fn start(since: Interval) -> Option<Interval> {
    let first = since.lo?;
    match since.precision {
        Precision::Year => Interval::year(first.year()),
        Precision::Month => Interval::month(first.year(), first.month()),
        _ => punctual(since),
    }
}

/// The date of an act whose wording gives a stretch: "since 1 January", "since May" begins then, "by 2026" gives none.
fn punctual(interval: Interval) -> Option<Interval> {
    match (interval.lo, interval.hi) {
        (Some(lo), None) if interval.precision == Precision::Day => Some(Interval::day(lo)),
        (Some(lo), None) if interval.precision == Precision::Month => {
            Interval::month(lo.year(), lo.month())
        }
        (None, _) if interval.yearless.is_none() => None,
        _ => Some(interval),
    }
}
