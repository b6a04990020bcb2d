//! Gives matches their values: partial dates are completed by the direction rules D1 to D6 of the design, relative ones count from
//! the article's date or from the story's last date.
//!
//! In: matches of every region in text order, the article's date. Out: [`Explained`]. Invariants: no article date, no invented one; ages,
//! sets, lengths and references never date an event. Linear in the number of matches.

use super::Explained;
use super::calendar::{add_days, following, holiday, in_week, latest, shift};
use super::find::Found;
use super::scan::{Gap, Kind, Tokens};
use super::tense::{Tense, ends_sentence, tense};
use super::value::{Point, clock, duration, masked};
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

/// What the story has said so far.
#[derive(Default)]
struct Story {
    /// The last date, and the unit it was given in.
    last: Option<(NaiveDate, Unit)>,
    /// Year of the last explicit date in this paragraph.
    year: Option<i32>,
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
    /// Last day in the sentence at hand, for times of day.
    sentence_day: Option<NaiveDate>,
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
}

/// Resolves all matches.
pub(super) fn resolve(
    text: &str,
    scanned: &[(Tokens<'_>, Vec<Found>)],
    table: &Temporal,
    dct: Option<NaiveDate>,
) -> Vec<Explained> {
    let narrative = is_narrative(scanned, table, dct);
    let mut story = Story::default();
    let mut out = Vec::new();
    for (tokens, matches) in scanned {
        story.year = None;
        story.apposition = None;
        let mut read = 0;
        for found in matches {
            let Some(rule) = table.rules.get(found.rule) else {
                continue;
            };
            turn_page(&mut story, tokens, read, found.start, narrative);
            read = found.start;
            let case = Case {
                text,
                tokens,
                found,
                rule,
                table,
                dct,
                narrative,
            };
            let mut reasons = Vec::new();
            if let Some(resolved) = case.resolve(&mut story, &mut reasons) {
                out.push(case.finish(resolved, reasons));
            }
        }
    }
    out
}

/// Forgets what a new paragraph or sentence makes void.
fn turn_page(story: &mut Story, tokens: &Tokens<'_>, from: usize, to: usize, narrative: bool) {
    for at in from..to {
        let gap = tokens.get(at + 1).map_or(Gap::None, |t| t.gap);
        if gap == Gap::Paragraph && !narrative {
            story.year = None;
        }
        if gap >= Gap::Line {
            story.report = story.report.filter(|r| r.1 < 1).map(|r| (r.0, r.1 + 1));
        }
        if ends_sentence(tokens, at) {
            story.sentence_day = None;
        }
    }
}

/// Is the text a story of other years (history, obituary) rather than news of the day?
fn is_narrative(
    scanned: &[(Tokens<'_>, Vec<Found>)],
    table: &Temporal,
    dct: Option<NaiveDate>,
) -> bool {
    let (mut dates, mut years, mut near) = (0, 0, 0);
    for found in scanned.iter().flat_map(|s| &s.1) {
        let Some(rule) = table.rules.get(found.rule) else {
            continue;
        };
        match rule.op {
            Op::Date => {
                let day_or_month = found.slots.int(Slot::Month).is_some();
                let past = found.slots.int(Slot::Era).is_some();
                let year = found.slots.int(Slot::Year);
                let old = year.is_some_and(|y| dct.is_none_or(|d| y < d.year() - 1));
                dates += i32::from(past || (old && day_or_month));
                years += i32::from(old && !day_or_month);
            }
            Op::Weekday | Op::Days(Anchor::Publication) | Op::Period(Anchor::Publication) => {
                near += 1;
            }
            _ => {}
        }
    }
    dates >= 3 && dates + years / 2 >= 5 && dates > near
}

impl Case<'_> {
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

    fn resolve(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Option<Resolved> {
        match self.rule.op {
            Op::Ignore => None,
            Op::Date => self.date(story, why),
            Op::Weekday => Some(self.weekday(story, why)),
            Op::Days(anchor) => Some(self.days(anchor, story, why)),
            Op::Period(anchor) => Some(self.period(anchor, story, why)),
            Op::Offset(anchor) => self.offset(anchor, story, why),
            Op::Duration => self.length(why),
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
            Op::Clock => Some(self.clock(story, why)),
            Op::Same => Some(self.same(story.last.map(|l| l.0), story, why)),
            Op::SameDate => Some(self.same(story.explicit.or(story.last.map(|l| l.0)), story, why)),
        }
    }

    /// Wraps a point: value, interval, kind; remembers it for what follows.
    fn point(&self, point: Point, basis: DateBasis, story: &mut Story) -> Resolved {
        let suffix = clock(self.slots()).filter(|_| point.unit() == Unit::Day);
        let interval = point.interval().map(|i| self.narrow(i, &point));
        if let Some(lo) = point.interval().and_then(|i| i.lo) {
            if !matches!(point, Point::Decade(_) | Point::Century(_)) {
                story.last = Some((lo, point.unit()));
            }
            if let Point::Day(day) = point {
                story.day = Some(day);
                match self.rule.op {
                    Op::Date => story.explicit = Some(day),
                    Op::Weekday if self.dct.is_some_and(|d| day <= d) => {
                        story.report = Some((day, 0))
                    }
                    _ => {}
                }
                story.sentence_day = Some(day);
                story.apposition = Some((day, self.found.end));
            }
            match (basis, point) {
                (DateBasis::Explicit, Point::Day(_) | Point::Month(..)) => {
                    story.year = Some(lo.year());
                }
                (DateBasis::Weekday | DateBasis::Relative, _) => story.year = None,
                _ => {}
            }
            if let (Point::Quarter(y, q), Op::Date) = (point, self.rule.op) {
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

    fn date(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Option<Resolved> {
        if let (Some(year), Some(_)) = (self.slot(Slot::Year), self.slot(Slot::Era)) {
            why.push("before our era");
            return Some(self.point(Point::BeforeChrist(year), DateBasis::Explicit, story));
        }
        if let (Some(from), Some(to)) = (self.slot(Slot::Year), self.slot(Slot::Year2))
            && from != to
            && self.slot(Slot::Month).is_none()
        {
            return self.years(from, to, why);
        }
        let year_shift = self
            .slot(Slot::Shift)
            .filter(|_| self.unit() == Some(Unit::Year));
        let given = self.slot(Slot::Year).or_else(|| {
            let latest = self.dct.map_or(2040, |d| d.year() + 15);
            self.slot(Slot::Year2)
                .map(|y| latest - (latest - y).rem_euclid(100))
        });
        let (year, basis) = match (given, year_shift) {
            (Some(year), _) => {
                why.push("the year is given");
                (Some(year), DateBasis::Explicit)
            }
            (None, Some(step)) => match self.now(story) {
                Some(now) => {
                    why.push("the year is relative to the article's");
                    (Some(now.year() + step), DateBasis::Relative)
                }
                None => return Some(self.unplaced(Unit::Year, why)),
            },
            _ => (None, DateBasis::Relative),
        };
        if let Some(month) = self.slot(Slot::Month) {
            return match self.slot(Slot::Day) {
                Some(day) => self.day_of(year, month as u32, day as u32, basis, story, why),
                None => Some(self.month(year, month as u32, basis, story, why)),
            };
        }
        if let Some(day) = self.slot(Slot::Day) {
            return self.day_of_last_month(day as u32, story, why);
        }
        if let Some(season) = self.slot(Slot::Season) {
            return Some(self.stretch(year, basis, story, why, |y| {
                Point::Season(y, season as usize)
            }));
        }
        if let Some(quarter) = self.slot(Slot::Quarter) {
            return Some(self.stretch(year, basis, story, why, |y| {
                Point::Quarter(y, quarter as u32)
            }));
        }
        if let Some(half) = self.slot(Slot::Half) {
            return Some(self.stretch(year, basis, story, why, |y| Point::Half(y, half as u32)));
        }
        year.map(|y| self.point(Point::Year(y), basis, story))
    }

    fn years(&self, from: i32, to: i32, why: &mut Vec<&'static str>) -> Option<Resolved> {
        let to = if to < 100 { from / 100 * 100 + to } else { to };
        why.push("a span of years");
        let interval = Interval::between(
            Interval::year(from)?.lo,
            Interval::year(to)?.hi,
            Precision::Stretch,
        );
        (from < to).then(|| Resolved {
            kind: TimexKind::Date,
            value: format!("{from:04}/{to:04}"),
            interval: Some(interval),
            basis: DateBasis::Explicit,
            dates_events: true,
            doubt: 0.0,
        })
    }

    fn day_of(
        &self,
        year: Option<i32>,
        month: u32,
        day: u32,
        basis: DateBasis,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Option<Resolved> {
        if let Some(year) = year {
            let date = NaiveDate::from_ymd_opt(year, month, day)?;
            return Some(self.point(Point::Day(date), basis, story));
        }
        NaiveDate::from_ymd_opt(2000, month, day)?;
        let of = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
        if let Some((said, end)) = story.apposition
            && (said.month(), said.day()) == (month, day)
            && self.found.start <= end + 3
        {
            why.push("the same day, said twice");
            return Some(self.point(Point::Day(said), DateBasis::Relative, story));
        }
        if let (true, Some((last, unit))) = (self.narrative, story.last) {
            why.push("D6: the year of the story");
            let date = of(story_year(last, unit, month, day))?;
            return Some(self.point(Point::Day(date), DateBasis::Narrative, story));
        }
        if let Some(year) = story.year
            && self.dct.is_none_or(|d| (year - d.year()).abs() >= 1)
            && let Some(date) = of(year)
            && self.dct.is_none_or(|d| date <= d || year > d.year())
        {
            why.push("D6: the year of the last full date in this paragraph");
            return Some(self.point(Point::Day(date), DateBasis::Narrative, story));
        }
        let Some(now) = self.dct else {
            why.push("no article date and no year in the story");
            return Some(self.point(Point::Yearless(month, day), DateBasis::None, story));
        };
        let candidates = (now.year() - 1..=now.year() + 1).filter_map(of);
        if let Some(weekday) = self.slot(Slot::Weekday) {
            let fits = candidates
                .clone()
                .filter(|d| d.weekday().number_from_monday() as i32 == weekday)
                .min_by_key(|d| (*d - now).num_days().abs());
            if let Some(date) = fits {
                why.push("D3: the weekday picks the year");
                return Some(self.point(Point::Day(date), DateBasis::Relative, story));
            }
        }
        let date = candidates.min_by_key(|d| (*d - now).num_days().abs())?;
        let date = match self.tense() {
            Tense::Past if date > now && (date - now).num_days() > 60 => of(date.year() - 1)?,
            Tense::Future if date < now && (now - date).num_days() > 60 => of(date.year() + 1)?,
            _ => date,
        };
        why.push("D3: the nearest such day");
        Some(self.point(Point::Day(date), DateBasis::Relative, story))
    }

    fn month(
        &self,
        year: Option<i32>,
        month: u32,
        basis: DateBasis,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Resolved {
        if let Some(year) = year {
            if basis == DateBasis::Relative
                && self.bound(self.table.signals.from)
                && self
                    .dct
                    .is_some_and(|d| (year, month) > (d.year(), d.month()))
            {
                why.push("since a month to come: a year earlier, in doubt");
                let mut found = self.point(Point::Month(year - 1, month), basis, story);
                found.doubt = 0.3;
                if let Some(interval) = found.interval.as_mut() {
                    interval.uncertain = true;
                }
                return found;
            }
            return self.point(Point::Month(year, month), basis, story);
        }
        if let (true, Some((last, unit))) = (self.narrative, story.last) {
            why.push("D6: the year of the story");
            let year = story_year(last, unit, month, 28);
            return self.point(Point::Month(year, month), DateBasis::Narrative, story);
        }
        if let Some(year) = story.year
            && self.dct.is_none_or(|d| year < d.year())
        {
            why.push("D6: the year of the last full date in this paragraph");
            return self.point(Point::Month(year, month), DateBasis::Narrative, story);
        }
        let Some(now) = self.dct else {
            why.push("no article date and no year in the story");
            return undated(TimexKind::Date, format!("XXXX-{month:02}"));
        };
        let ahead = month > now.month();
        let year = match (self.slot(Slot::Shift), self.tense()) {
            (Some(-1), _) => {
                why.push("the latest such month that is over");
                now.year() - i32::from(month >= now.month())
            }
            (Some(0), _) => {
                why.push("that month of this year");
                now.year()
            }
            (Some(_), _) => {
                why.push("the next such month");
                now.year() + i32::from(month <= now.month())
            }
            (None, Tense::Future) => {
                why.push("D4: next such month, by a future signal");
                now.year() + i32::from(month < now.month())
            }
            _ => {
                why.push("D4: latest such month");
                now.year() - i32::from(ahead)
            }
        };
        self.point(Point::Month(year, month), DateBasis::Relative, story)
    }

    /// "the 18th": month of the last date, else the article's.
    fn day_of_last_month(
        &self,
        day: u32,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Option<Resolved> {
        let (base, basis) = match (story.last, self.now(story)) {
            (Some((last, unit)), _) if unit <= Unit::Month => (last, DateBasis::Narrative),
            (_, Some(now)) => (now, DateBasis::Relative),
            _ => return Some(self.unplaced(Unit::Day, why)),
        };
        why.push("a day of the month spoken of");
        let date = NaiveDate::from_ymd_opt(base.year(), base.month(), day)?;
        let mut found = self.point(Point::Day(date), basis, story);
        found.doubt = 0.3;
        Some(found)
    }

    /// A season, quarter or half-year: with a year, or by direction.
    fn stretch(
        &self,
        year: Option<i32>,
        basis: DateBasis,
        story: &mut Story,
        why: &mut Vec<&'static str>,
        of: impl Fn(i32) -> Point,
    ) -> Resolved {
        let start = |y: i32| of(y).interval().and_then(|i| i.lo);
        let end = |y: i32| of(y).interval().and_then(|i| i.hi);
        let season = self.slot(Slot::Season).is_some();
        if let (Some(year), DateBasis::Explicit) = (year, basis) {
            return self.point(of(year), basis, story);
        }
        if let (true, Some((last, _))) = (self.narrative, story.last) {
            why.push("D6: the year of the story");
            let step = self.slot(Slot::Shift).unwrap_or(0).clamp(-1, 1);
            return self.point(of(last.year() + step), DateBasis::Narrative, story);
        }
        let Some(now) = self.dct else {
            let mut found = self.unplaced(Unit::Year, why);
            found.value = of(0).value().replacen("0000", "XXXX", 1);
            return found;
        };
        if let (Some(year), false) = (year, season) {
            return self.point(of(year), basis, story);
        }
        let begun = |y: &i32| start(*y).is_some_and(|d| d <= now);
        let around = now.year() - 2..=now.year() + 2;
        let latest_begun = around.clone().rfind(begun).unwrap_or(now.year());
        let over = |y: i32| end(y).is_some_and(|d| d < now);
        let nearer = |y: i32| match (end(y), start(y + 1)) {
            (Some(past), Some(coming)) => coming - now < now - past,
            _ => false,
        };
        let year = match (self.slot(Slot::Shift), self.tense()) {
            (Some(-1), _) => {
                why.push("the latest that is over");
                latest_begun - i32::from(!over(latest_begun))
            }
            (Some(0), _) => {
                why.push("the one of this year");
                let coming = start(latest_begun + 1).is_some_and(|d| d.year() == now.year());
                latest_begun + i32::from(coming && over(latest_begun))
            }
            (Some(_), _) => {
                why.push("the next to come");
                latest_begun + 1
            }
            (None, Tense::Future) if over(latest_begun) && (season || nearer(latest_begun)) => {
                why.push("the next, by a future signal");
                latest_begun + 1
            }
            _ if self.bound(self.table.signals.until) && over(latest_begun) => {
                why.push("until: the next to come");
                latest_begun + 1
            }
            _ => {
                why.push("the latest that has begun");
                latest_begun
            }
        };
        self.point(of(year), DateBasis::Relative, story)
    }

    fn weekday(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Resolved {
        let weekday = self.slot(Slot::Weekday).unwrap_or(1) as u32;
        let Some(now) = self.now(story) else {
            why.push("no article date to count from");
            let suffix = clock(self.slots()).unwrap_or_default();
            return undated(TimexKind::Date, format!("XXXX-WXX-{weekday}{suffix}"));
        };
        let date = match self.slot(Slot::Shift) {
            Some(-1) => {
                why.push("latest such day before the article's");
                add_days(now, -1).and_then(|d| latest(d, weekday))
            }
            Some(0) => {
                why.push("that day of this week");
                in_week(now, weekday)
            }
            Some(1) => {
                why.push("next such day");
                let first = following(now, weekday);
                if self.table.next_weekday_in_next_week {
                    add_days(now, 7).and_then(|d| in_week(d, weekday))
                } else if first.is_some_and(|d| (d - now).num_days() >= 3) {
                    first
                } else {
                    first.and_then(|d| add_days(d, 7))
                }
            }
            Some(_) => {
                why.push("first such day after the article's");
                following(now, weekday)
            }
            None if self.narrative => {
                why.push("D6: first such day of the story");
                add_days(now, -1).and_then(|d| following(d, weekday))
            }
            None => match self.tense() {
                Tense::Future if self.slot(Slot::Sign).is_none() => {
                    why.push("D2: first such day to come, by a future signal");
                    add_days(now, -1).and_then(|d| following(d, weekday))
                }
                _ => {
                    why.push("D1: latest such day");
                    latest(now, weekday)
                }
            },
        };
        match date {
            Some(date) => self.point(Point::Day(date), DateBasis::Weekday, story),
            None => self.unplaced(Unit::Day, why),
        }
    }

    fn days(&self, anchor: Anchor, story: &mut Story, why: &mut Vec<&'static str>) -> Resolved {
        let step = self.slot(Slot::Days).unwrap_or(0);
        let base = match anchor {
            Anchor::Publication => self.spoken_on(story, why),
            Anchor::Story => story.day.or_else(|| self.base(anchor, story)),
        };
        let Some(day) = base.and_then(|d| add_days(d, i64::from(step))) else {
            return self.unplaced(Unit::Day, why);
        };
        let basis = match anchor {
            Anchor::Publication => {
                why.push("counted from the article's date");
                DateBasis::Relative
            }
            Anchor::Story => {
                why.push("counted from the last date of the story");
                DateBasis::Narrative
            }
        };
        self.point(Point::Day(day), basis, story)
    }

    /// D5: inside a quotation "today" counts from the day on which it was said, where the report has just given one.
    fn spoken_on(&self, story: &Story, why: &mut Vec<&'static str>) -> Option<NaiveDate> {
        match story.report {
            Some((day, _)) if self.slot(Slot::Days) == Some(0) && self.quoted() => {
                why.push("D5: in a quotation, on the day of the report");
                Some(day)
            }
            _ => self.dct,
        }
    }

    /// Does the expression stand inside quotation marks that open in its paragraph?
    fn quoted(&self) -> bool {
        let mut straight = 0;
        for at in (0..self.found.start).rev() {
            let Some(token) = self.tokens.get(at) else {
                break;
            };
            match token.kind {
                Kind::Mark('„' | '“' | '»') => return true,
                Kind::Mark('”' | '«') => return false,
                Kind::Mark('"') => straight += 1,
                _ => {}
            }
            if token.gap >= Gap::Line {
                break;
            }
        }
        straight % 2 == 1
    }

    fn period(&self, anchor: Anchor, story: &mut Story, why: &mut Vec<&'static str>) -> Resolved {
        let unit = self.unit().unwrap_or(Unit::Year);
        let step = self.slot(Slot::Shift).unwrap_or(0).clamp(-1, 1);
        let base = match anchor {
            Anchor::Publication => self.dct.filter(|_| !self.narrative).or(self.now(story)),
            Anchor::Story => self.base(anchor, story),
        };
        let Some(base) = base else {
            return self.unplaced(unit, why);
        };
        let first = NaiveDate::from_ymd_opt(base.year(), base.month(), 1).unwrap_or(base);
        let from = if unit >= Unit::Month { first } else { base };
        let from = match unit {
            Unit::Weekend => self.weekend_base(base, step),
            _ => shift(from, unit, f64::from(step)),
        };
        let Some(day) = from else {
            return self.unplaced(unit, why);
        };
        let basis = if anchor == Anchor::Publication {
            why.push("counted from the article's date");
            DateBasis::Relative
        } else {
            why.push("counted from the last date of the story");
            DateBasis::Narrative
        };
        self.point(Point::holding(day, unit), basis, story)
    }

    /// The week whose weekend is meant: bare "the weekend" is the last one unless the clause looks ahead.
    fn weekend_base(&self, base: NaiveDate, step: i32) -> Option<NaiveDate> {
        let day = base.weekday().number_from_monday();
        if self.slot(Slot::Shift).is_some() {
            let back = if step < 0 && day >= 6 { -7 } else { 0 };
            return match step {
                -1 => add_days(latest(base, 7)?, i64::from(back)),
                0 => Some(base),
                _ => {
                    following(base, 7).and_then(|d| if day >= 5 { add_days(d, 7) } else { Some(d) })
                }
            };
        }
        match self.tense() {
            Tense::Future => Some(base),
            Tense::Unknown if day >= 4 => Some(base),
            _ if day >= 6 => Some(base),
            _ => latest(base, 7),
        }
    }

    fn offset(
        &self,
        anchor: Anchor,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Option<Resolved> {
        let unit = self.unit()?;
        let count = self.slots().get(Slot::Number).unwrap_or(1.0);
        let sign = f64::from(self.slot(Slot::Sign).unwrap_or(-1));
        if count < 0.0 || unit < Unit::Hour {
            why.push("an unknown number of units");
            let code = if sign < 0.0 { 0 } else { 2 };
            return Some(undated(TimexKind::Date, REFS[code].to_owned()));
        }
        if let (Some((year, quarter)), Unit::Year) = (story.quarter, unit) {
            why.push("the same quarter of another year");
            let point = Point::Quarter(year + (count * sign) as i32, quarter);
            return Some(self.point(point, DateBasis::Narrative, story));
        }
        let Some(base) = self.base(anchor, story) else {
            return Some(self.unplaced(unit, why));
        };
        let day = shift(base, unit, count * sign)?;
        let fraction = count.fract() != 0.0;
        let grain = match unit {
            Unit::Year if fraction => Unit::Month,
            Unit::HalfYear => Unit::Month,
            Unit::Week | Unit::Fortnight if anchor == Anchor::Story => Unit::Day,
            Unit::Fortnight => Unit::Week,
            unit => unit,
        };
        let coarse = story.last.map_or(Unit::Day, |l| l.1);
        let grain = if anchor == Anchor::Story {
            grain.max(coarse)
        } else {
            grain
        };
        why.push("counted in units");
        let basis = if anchor == Anchor::Story && story.last.is_some() {
            DateBasis::Narrative
        } else {
            DateBasis::Relative
        };
        Some(self.point(Point::holding(day, grain), basis, story))
    }

    fn length(&self, why: &mut Vec<&'static str>) -> Option<Resolved> {
        let unit = self.unit()?;
        let count = self.slots().get(Slot::Number).unwrap_or(1.0);
        let mut value = duration(count, unit);
        if let (Some(more), Some(second)) = (
            self.slots().get(Slot::Number2),
            self.slots().get(Slot::Unit2).and_then(Unit::from_slot),
        ) {
            let tail = duration(more, second);
            let tail = tail.trim_start_matches('P');
            value.push_str(if value.contains('T') {
                tail.trim_start_matches('T')
            } else {
                tail
            });
        }
        why.push(if self.slot(Slot::Age).is_some() {
            "an age"
        } else {
            "a length of time"
        });
        Some(undated(TimexKind::Duration, value))
    }

    fn set(&self) -> Resolved {
        let value = if let Some(weekday) = self.slot(Slot::Weekday) {
            format!("XXXX-WXX-{weekday}")
        } else if let Some(month) = self.slot(Slot::Month) {
            format!("XXXX-{month:02}")
        } else if let Some(season) = self.slot(Slot::Season) {
            Point::Season(0, season as usize)
                .value()
                .replacen("0000", "XXXX", 1)
        } else if let Some(part) = clock(self.slots()) {
            format!("XXXX-XX-XX{part}")
        } else {
            let count = self.slots().get(Slot::Number).unwrap_or(1.0);
            duration(count, self.unit().unwrap_or(Unit::Day))
        };
        undated(TimexKind::Set, value)
    }

    fn century(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Option<Resolved> {
        why.push("a century");
        if let Some(ordinal) = self.slot(Slot::Ordinal) {
            let point = Point::Century((ordinal - 1) * 100);
            return Some(self.point(point, DateBasis::Explicit, story));
        }
        let year = self.slot(Slot::Century)?;
        let point = if year % 1000 == 0 && self.slot(Slot::Mod) == Some(0) {
            Point::Decade(year)
        } else {
            Point::Century(year)
        };
        let mut found = self.point(point, DateBasis::Explicit, story);
        if year % 1000 == 0
            && let Some(interval) = found.interval.as_mut()
        {
            interval.approximate = true;
        }
        Some(found)
    }

    fn holiday(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Resolved {
        let index = self.slot(Slot::Holiday).unwrap_or(0) as usize;
        let of = |year: i32| {
            self.table
                .words
                .holidays
                .get(index)
                .and_then(|h| holiday(*h, year))
        };
        if let Some(date) = self.slot(Slot::Year).and_then(of) {
            why.push("a named day of a given year");
            return self.point(Point::Day(date), DateBasis::Explicit, story);
        }
        let Some(now) = self.now(story) else {
            return self.unplaced(Unit::Day, why);
        };
        let mut around = (now.year() - 1..=now.year() + 1).filter_map(of);
        let date = match (self.slot(Slot::Shift), self.tense()) {
            (Some(step), _) => of(now.year() + step.clamp(-1, 1)),
            (None, Tense::Future) => around.find(|d| *d >= now),
            (None, Tense::Past) => around.filter(|d| *d <= now).last(),
            _ => around.min_by_key(|d| (*d - now).num_days().abs()),
        };
        why.push("a named day");
        match date {
            Some(date) => self.point(Point::Day(date), DateBasis::Relative, story),
            None => self.unplaced(Unit::Day, why),
        }
    }

    fn clock(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Resolved {
        let day = story.sentence_day.or_else(|| self.now(story));
        let suffix = clock(self.slots()).unwrap_or_default();
        why.push("a time on the nearest date of the sentence, else the article's");
        match day {
            Some(day) => Resolved {
                kind: TimexKind::Time,
                value: Point::Day(day).value() + &suffix,
                interval: Some(Interval::day(day)),
                basis: DateBasis::Relative,
                dates_events: false,
                doubt: 0.2,
            },
            None => undated(TimexKind::Time, format!("XXXX-XX-XX{suffix}")),
        }
    }

    /// The last date once more, at the unit asked for.
    fn same(
        &self,
        said: Option<NaiveDate>,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Resolved {
        let unit = self.unit().unwrap_or(Unit::Day);
        if unit == Unit::Quarter {
            return self.same_quarter(story, why);
        }
        let Some(base) = said.or(self.dct) else {
            return self.unplaced(unit, why);
        };
        why.push("the last date of the story");
        let day = self
            .slot(Slot::Day)
            .and_then(|d| NaiveDate::from_ymd_opt(base.year(), base.month(), d as u32));
        let point = day.map_or_else(|| Point::holding(base, unit), Point::Day);
        let basis = if story.last.is_some() {
            DateBasis::Narrative
        } else {
            DateBasis::Relative
        };
        self.point(point, basis, story)
    }

    /// The quarter the report is about: the last one named, else the latest that is over.
    fn same_quarter(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Resolved {
        if let Some((year, quarter)) = story.quarter {
            why.push("the quarter spoken of");
            return self.point(Point::Quarter(year, quarter), DateBasis::Narrative, story);
        }
        why.push("the latest quarter that is over");
        match self.dct.and_then(|d| shift(d, Unit::Quarter, -1.0)) {
            Some(day) => self.point(
                Point::holding(day, Unit::Quarter),
                DateBasis::Relative,
                story,
            ),
            None => self.unplaced(Unit::Quarter, why),
        }
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
                dates_events: found.dates_events && self.slot(Slot::Age).is_none(),
                rule: self.rule.id.clone(),
                confidence: (self.rule.confidence - found.doubt).clamp(0.0, 1.0),
            },
            reasons,
        }
    }
}

/// The year of a month and day told after `last` in a story: the same year, or the next where the story has come to its end.
fn story_year(last: NaiveDate, unit: Unit, month: u32, day: u32) -> i32 {
    let year = last.year();
    if unit >= Unit::Quarter {
        return year;
    }
    match NaiveDate::from_ymd_opt(year + 1, month, day) {
        Some(next) if (next - last).num_days() <= 100 => year + 1,
        _ => year,
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
