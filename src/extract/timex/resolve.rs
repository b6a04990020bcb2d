//! Gives matches their values: partial dates are completed by the direction rules D1 to D6 of the design, relative ones count from
//! the article's date or from the story's last date.
//!
//! In: matches of every region in text order, the article's date. Out: [`Explained`]. Invariants: no article date, no invented one; ages,
//! sets, lengths and references never date an event. Linear in the number of matches.

mod calendar_dates;
mod course;
mod lengths;
mod relative;
mod told;

use super::Explained;
use super::calendar::add_days;
use super::find::Found;
use super::scan::{Kind, Tokens};
use super::tense::{Tense, beside_present, put_off, tense};
use super::value::{Point, clock, masked};
use crate::base::analysis::{DateBasis, Timex, TimexKind};
use crate::base::date::{Interval, Precision};
use crate::base::span::Span;
use crate::lexicon::temporal::words::{REFS, Slot, Slots, Unit};
use crate::lexicon::temporal::{Anchor, Op, Rule, Temporal};
use chrono::{Datelike, NaiveDate};

/// What a match came to.
struct Resolved {
    kind: TimexKind,
    value: String,
    interval: Option<Interval>,
    basis: DateBasis,
    dates_events: bool,
    doubt: f32,
}

/// So many words behind a time of day its day may stand.
const NEAR: usize = 8;

/// What the story has said so far.
#[derive(Default, Clone)]
struct Story {
    /// The last date, and the unit it was given in.
    last: Option<(NaiveDate, Unit)>,
    /// The last date of a history's own course: what it tells beside it (in brackets, "since 1939", "the treaty of 1856") leaves it alone.
    course: Option<(NaiveDate, Unit)>,
    /// The year of the last full date told beside that course; told twice, the course goes there.
    beside: Option<i32>,
    /// First and last year that the heading above names, in a history.
    section: Option<(i32, i32)>,
    /// Year of the last explicit date in this sentence, and the token behind that date; in a history it stays.
    year: Option<(i32, usize)>,
    /// The last day.
    day: Option<NaiveDate>,
    /// The last day given by day and month.
    explicit: Option<NaiveDate>,
    /// A weekday named in this or the last paragraph: the day on which something was said.
    report: Option<(NaiveDate, u32)>,
    /// The last quarter named.
    quarter: Option<(i32, u32)>,
    /// A day just named by a relative word, and the token behind it: "yesterday, 5 February".
    apposition: Option<(NaiveDate, usize)>,
    /// How that day was named, where a list may go on from it: as a weekday, as today or a day to come.
    listed: Option<Op>,
    /// A month just named, and the token behind it.
    month: Option<(i32, u32, usize)>,
    /// Was that month the last of a range?
    range: bool,
    /// Last day in the sentence at hand, for times of day.
    sentence_day: Option<NaiveDate>,
    /// Last day in the paragraph at hand.
    paragraph_day: Option<NaiveDate>,
    /// Does `last` stand in the sentence at hand?
    fresh: bool,
    /// Has the sentence at hand named a past day that it does not tell ("a few days ago")?
    vague: bool,
    /// The date of another year that the paragraph at hand tells of, in news.
    told: Option<told::Told>,
}

/// One match with all that its resolution needs.
struct Case<'c> {
    text: &'c str,
    tokens: &'c Tokens<'c>,
    found: &'c Found,
    rule: &'c Rule,
    table: &'c Temporal,
    dct: Option<NaiveDate>,
    narrative: bool,
    essay: bool,
}

/// Resolves all matches.
pub(super) fn resolve(
    text: &str,
    scanned: &[(Tokens<'_>, Vec<Found>)],
    table: &Temporal,
    dct: Option<NaiveDate>,
) -> Vec<Explained> {
    let narrative = course::is_narrative(scanned, table, dct);
    let essay = is_essay(scanned, table);
    let mut story = Story::default();
    let mut out = Vec::new();
    for (tokens, matches) in scanned {
        story.year = None;
        story.apposition = None;
        story.month = None;
        story.fresh = false;
        story.vague = false;
        story.end_told(true);
        let mut read = 0;
        if narrative {
            course::new_paragraph(&mut story, tokens, 0, table);
        }
        for (number, found) in matches.iter().enumerate() {
            let Some(rule) = table.rules.get(found.rule) else {
                continue;
            };
            course::turn_page(&mut story, tokens, (read, found.start), (narrative, table));
            read = found.start;
            let case = Case {
                text,
                tokens,
                found,
                rule,
                table,
                dct,
                narrative,
                essay,
            };
            let mut reasons = Vec::new();
            if matches!(rule.op, Op::Clock | Op::ClockBeside) && story.sentence_day.is_none() {
                story.sentence_day = matches
                    .get(number + 1)
                    .and_then(|next| case.day_behind(next, &story));
            }
            if let Some(resolved) = case.resolve(&mut story, &mut reasons) {
                out.push(case.finish(resolved, reasons));
            }
        }
    }
    out
}

/// Words of a text long enough to be an essay.
const ESSAY: usize = 450;

/// Is the text a long one that names no weekday and no day beside today? Such a text speaks of its times, not of a day's news. Only
/// in languages whose news does not use "today" for the day of the report.
fn is_essay(scanned: &[(Tokens<'_>, Vec<Found>)], table: &Temporal) -> bool {
    let words: usize = scanned.iter().map(|s| s.0.list.len()).sum();
    let mut days = scanned.iter().flat_map(|s| &s.1).filter(|found| {
        let op = table.rules.get(found.rule).map(|r| r.op);
        match op {
            Some(Op::Weekday) => true,
            Some(Op::Days(Anchor::Publication)) => {
                found.slots.int(Slot::Days) != Some(0) || found.slots.int(Slot::Daypart).is_some()
            }
            _ => found.slots.int(Slot::Weekday).is_some(),
        }
    });
    table.today_in_essays_is_now && words >= ESSAY && days.next().is_none()
}

impl Case<'_> {
    /// The day that the next expression of the clause names: "Gegen Mittag begann am Samstag …".
    fn day_behind(&self, next: &Found, story: &Story) -> Option<NaiveDate> {
        let signals = &self.table.signals;
        let parts = [
            signals.conjunction,
            signals.join,
            signals.range,
            signals.from,
            signals.until,
        ];
        let stops = |at: usize| {
            let mark = self
                .tokens
                .get(at)
                .is_some_and(|t| matches!(t.kind, Kind::Mark(_)));
            mark || parts.iter().any(|c| self.tokens.hit(at, *c).is_some())
        };
        let near = next.start <= self.found.end + NEAR;
        let same_clause = near && !(self.found.end..next.start).any(stops);
        let rule = self.table.rules.get(next.rule)?;
        if !same_clause || !matches!(rule.op, Op::Weekday | Op::Days(Anchor::Publication)) {
            return None;
        }
        let case = Case {
            found: next,
            rule,
            ..*self
        };
        let mut story = story.clone();
        let found = case.resolve(&mut story, &mut Vec::new())?;
        found.interval?.lo
    }

    fn slot(&self, slot: Slot) -> Option<i32> {
        self.found.slots.int(slot)
    }

    fn slots(&self) -> &Slots {
        &self.found.slots
    }

    fn unit(&self) -> Option<Unit> {
        self.slots().get(Slot::Unit).and_then(Unit::from_slot)
    }

    fn tense(&self) -> Tense {
        // Nothing has lasted since a day to come.
        if self.bound(self.table.signals.since) {
            return Tense::Past;
        }
        tense(self.text, self.tokens, self.found, self.table)
    }

    /// The day that "today" means: the article's, in a history the story's last.
    fn now(&self, story: &Story) -> Option<NaiveDate> {
        match (self.narrative, story.last) {
            (true, Some((day, _))) => Some(day),
            _ => self.dct,
        }
    }

    fn base(&self, anchor: Anchor, story: &Story) -> Option<NaiveDate> {
        match (anchor, story.last) {
            (Anchor::Story, Some((day, _))) => Some(day),
            _ => self.now(story),
        }
    }

    /// The last date of the story, if it is fine enough for the unit asked for: "that day" after a mere year names no day.
    fn said(&self, story: &Story) -> Option<NaiveDate> {
        let unit = self.unit().unwrap_or(Unit::Day);
        match story.last {
            None => self.dct,
            Some((day, given)) if given <= unit => Some(day),
            Some(_) if unit == Unit::Day => story.day,
            Some(_) => None,
        }
    }

    fn resolve(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Option<Resolved> {
        match self.rule.op {
            Op::Ignore => None,
            Op::Date => self.date(story, why),
            Op::Weekday => Some(self.weekday(story, why)),
            Op::Days(anchor) => Some(self.days(anchor, story, why)),
            Op::Period(anchor) => Some(self.period(anchor, story, why)),
            Op::Offset(anchor) => self.offset(anchor, story, why),
            Op::Ahead => match self.tense() {
                Tense::Future => self.offset(Anchor::Publication, story, why),
                _ => self.length(why),
            },
            Op::Coming => match self.tense() {
                Tense::Past if !beside_present(self.tokens, self.found, self.table) => {
                    self.length(why)
                }
                _ => self.offset(Anchor::Publication, story, why),
            },
            Op::Duration => {
                // A report that goes on to "the first nine months" no longer speaks of the quarter.
                if self.unit() == Some(Unit::Month) && self.slot(Slot::Number) > Some(3) {
                    story.quarter = None;
                }
                self.length(why)
            }
            Op::Set => Some(self.set()),
            Op::Reference => {
                let code = self.slot(Slot::Ref).unwrap_or(1);
                let value = REFS.get(code as usize).copied().unwrap_or("PRESENT_REF");
                why.push("names no date");
                Some(undated(TimexKind::Date, value.to_owned()))
            }
            Op::Decade => {
                let digits = self.slot(Slot::Decade)?;
                let century = self
                    .slot(Slot::Century)
                    .map_or(if digits < 100 { 1900 } else { 0 }, |c| c * 100);
                why.push("a decade");
                Some(self.point(Point::Decade(century + digits), DateBasis::Explicit, story))
            }
            Op::Century => self.century(story, why),
            Op::Holiday => Some(self.holiday(story, why)),
            Op::Clock => self.clock(story, why),
            Op::ClockBeside => story.sentence_day.and_then(|_| self.clock(story, why)),
            Op::Nth => self.nth(story, why),
            Op::Same => Some(self.same(self.said(story), story, why)),
            Op::FromStory => self.beside_story(story, why),
            Op::SameDate => Some(self.same(story.explicit.or(self.said(story)), story, why)),
        }
    }

    /// Wraps a point: value, interval, kind; remembers it for what follows.
    fn point(&self, point: Point, basis: DateBasis, story: &mut Story) -> Resolved {
        let suffix = clock(self.slots()).filter(|_| point.unit() == Unit::Day);
        let ours = |i: &Interval| i.lo.is_none_or(|d| d.year() > 0);
        let interval = point
            .interval()
            .filter(ours)
            .map(|i| self.narrow(i, &point));
        if let Some(lo) = point.interval().and_then(|i| i.lo) {
            if !matches!(point, Point::Decade(_) | Point::Century(_)) {
                story.last = Some((lo, point.unit()));
                story.fresh = true;
                if matches!(self.rule.op, Op::Date | Op::Nth) || self.steps_on() {
                    self.go_on(lo, point.unit(), basis, story);
                }
            }
            self.tell((lo, point.unit()), basis, story);
            if let Point::Month(year, month) = point {
                story.month = Some((year, month, self.found.end));
                story.range = false;
            }
            if let Point::Day(day) = point {
                story.day = Some(day);
                match self.rule.op {
                    Op::Date | Op::Nth => story.explicit = Some(day),
                    Op::Weekday if self.dct.is_some_and(|d| day <= d) => {
                        story.report = Some((day, 0));
                    }
                    _ => {}
                }
                story.sentence_day = Some(day);
                story.paragraph_day = Some(day);
                story.apposition = Some((day, self.found.end));
                let ahead = self.slot(Slot::Days) >= Some(0);
                let listed = |op: &Op| match op {
                    Op::Weekday => true,
                    Op::Days(_) => ahead,
                    _ => false,
                };
                story.listed = Some(self.rule.op).filter(listed);
            }
            match (basis, point) {
                (DateBasis::Explicit, Point::Day(_) | Point::Month(..)) => {
                    story.year = Some((lo.year(), self.found.end));
                }
                (DateBasis::Weekday | DateBasis::Relative, _) => story.year = None,
                _ => {}
            }
            let over = point
                .interval()
                .is_some_and(|i| self.dct.is_none_or(|d| i.hi < Some(d)));
            if let (Point::Quarter(y, q), Op::Date, true) = (point, self.rule.op, over) {
                story.quarter = Some((y, q));
            }
        }
        Resolved {
            kind: if suffix.is_some() {
                TimexKind::Time
            } else {
                TimexKind::Date
            },
            value: point.value() + suffix.as_deref().unwrap_or(""),
            dates_events: interval.is_some(),
            interval,
            basis,
            doubt: 0.0,
        }
    }

    /// "early", "mid", "late": the third of the stretch.
    fn narrow(&self, mut interval: Interval, point: &Point) -> Interval {
        let (Some(part), Some(lo), Some(hi)) = (self.slot(Slot::Mod), interval.lo, interval.hi)
        else {
            return interval;
        };
        if point.unit() == Unit::Day || !(0..=2).contains(&part) {
            interval.approximate |= part == 5;
            return interval;
        }
        let days = (hi - lo).num_days() + 1;
        let (first, second) = if point.unit() == Unit::Month {
            (10, 20)
        } else {
            (days / 3, days * 2 / 3)
        };
        let (a, b) = match part {
            0 => (0, first - 1),
            1 => (first, second - 1),
            _ => (second, days - 1),
        };
        interval.lo = add_days(lo, a);
        interval.hi = add_days(lo, b);
        interval.precision = Precision::Stretch;
        interval
    }

    fn unplaced(&self, unit: Unit, why: &mut Vec<&'static str>) -> Resolved {
        why.push("no article date to count from");
        let suffix = clock(self.slots());
        let kind = if suffix.is_some() {
            TimexKind::Time
        } else {
            TimexKind::Date
        };
        undated(
            kind,
            masked(unit).to_owned() + suffix.as_deref().unwrap_or(""),
        )
    }

    /// Does a word of the class stand before the expression, with nothing but fillers between?
    fn bound(&self, class: Option<crate::lexicon::temporal::words::Class>) -> bool {
        let mut at = self.found.start;
        for _ in 0..3 {
            for back in 1..=3 {
                let Some(from) = at.checked_sub(back) else {
                    continue;
                };
                if self
                    .tokens
                    .hit(from, class)
                    .is_some_and(|h| h.length == back)
                {
                    return true;
                }
            }
            let Some(before) = at.checked_sub(1) else {
                return false;
            };
            if self.tokens.hit(before, self.table.signals.filler).is_none() {
                return false;
            }
            at = before;
        }
        false
    }

    fn finish(&self, found: Resolved, mut reasons: Vec<&'static str>) -> Explained {
        let (first, last) = (self.found.start, self.found.end - 1);
        let span = match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(a), Some(b)) => a.span.cover(b.span),
            _ => Span::default(),
        };
        let mut interval = found.interval;
        if let Some(interval) = interval.as_mut()
            && interval.yearless.is_none()
        {
            if self.bound(self.table.signals.from) {
                interval.hi = None;
                reasons.push("from then on");
            } else if self.bound(self.table.signals.until) {
                interval.lo = None;
                reasons.push("up to then");
            } else if self.bound(self.table.signals.about) {
                interval.approximate = true;
                reasons.push("approximate");
            }
        }
        Explained {
            timex: Timex {
                span,
                kind: found.kind,
                value: found.value,
                interval,
                basis: if interval.is_some() {
                    found.basis
                } else {
                    DateBasis::None
                },
                dates_events: found.dates_events
                    && self.slot(Slot::Age).is_none()
                    && !put_off(self.tokens, self.found, self.table),
                rule: self.rule.id.clone(),
                confidence: (self.rule.confidence - found.doubt).clamp(0.0, 1.0),
            },
            reasons,
        }
    }
}

fn undated(kind: TimexKind, value: String) -> Resolved {
    Resolved {
        kind,
        value,
        interval: None,
        basis: DateBasis::None,
        dates_events: false,
        doubt: 0.0,
    }
}
