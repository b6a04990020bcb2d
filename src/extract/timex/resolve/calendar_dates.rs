//! Dates that name a part of the calendar: days, months, quarters, seasons, centuries, feasts; missing parts by D3, D4 and D6.
//!
//! In: a match and the story so far. Out: its value and days. Invariant: a year is never invented without a date to count from.

use super::super::calendar::{add_days, following, holiday, latest, shift};
use super::super::scan::Kind;
use super::super::tense::{Tense, in_aside};
use super::super::value::Point;
use super::{Case, Resolved, Story, undated};
use crate::base::analysis::{DateBasis, TimexKind};
use crate::base::date::{Interval, Precision};
use crate::lexicon::temporal::words::{Slot, Unit};
use chrono::{Datelike, NaiveDate};

/// Code of "around" among the parts of a stretch.
const ABOUT: i32 = 5;

/// Behind this day of a month the next turn of a month is nearer than the last.
const MIDDLE: u32 = 15;

impl Case<'_> {
    pub(super) fn date(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Option<Resolved> {
        if let (Some(from), Some(to)) = (self.slot(Slot::Year), self.slot(Slot::Year2))
            && from != to
            && self.slot(Slot::Month).is_none()
        {
            return self.years(from, to, why);
        }
        let year_shift = self
            .slot(Slot::Shift)
            .filter(|_| self.unit() == Some(Unit::Year));
        let given = self.given_year().or_else(|| {
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
        if self.unit() == Some(Unit::Week) && self.slot(Slot::Day).is_some() {
            return self.week_of(year, basis, story, why);
        }
        if let Some(week) = self.slot(Slot::Week) {
            let Some(year) = year.or(self.dct.map(|d| d.year())) else {
                return Some(self.unplaced(Unit::Week, why));
            };
            return Some(self.point(Point::Week(year, week as u32), basis, story));
        }
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

    /// The year as written, or the second year of a range in two digits; before our era below one.
    fn given_year(&self) -> Option<i32> {
        let first = || {
            let at = self.found.start.checked_sub(2)?;
            i32::try_from(self.tokens.get(at)?.number).ok()
        };
        let year = match (self.slot(Slot::Year2), self.slot(Slot::Sign)) {
            (Some(short), Some(1)) => first()? / 100 * 100 + short,
            _ => self.slot(Slot::Year)?,
        };
        let before = self.slot(Slot::Era).is_some();
        Some(if before { 1 - year } else { year })
    }

    pub(super) fn years(
        &self,
        from: i32,
        to: i32,
        why: &mut Vec<&'static str>,
    ) -> Option<Resolved> {
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

    pub(super) fn day_of(
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
        if let Some((last, unit)) = self.course(story) {
            why.push("D6: the year of the story");
            let date = of(story_year(last, unit, month, day))?;
            return Some(self.point(Point::Day(date), DateBasis::Narrative, story));
        }
        if let Some(year) = self.year_before(story)
            && self.dct.is_none_or(|d| (year - d.year()).abs() >= 1)
            && let Some(date) = of(year)
            && self.dct.is_none_or(|d| date <= d || year > d.year())
            && !self.looks_ahead()
        {
            why.push("D6: the year of the last full date in this sentence");
            return Some(self.point(Point::Day(date), DateBasis::Narrative, story));
        }
        if let Some(date) = self.told_year(month, Some(day), story).and_then(of) {
            why.push("D6: the year told of in this paragraph");
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

    /// The week that holds a day.
    fn week_of(
        &self,
        year: Option<i32>,
        basis: DateBasis,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Option<Resolved> {
        let (month, day) = (self.slot(Slot::Month)?, self.slot(Slot::Day)?);
        let found = self.day_of(year, month as u32, day as u32, basis, story, why)?;
        let Some(monday) = found.interval.and_then(|i| i.lo) else {
            return Some(self.unplaced(Unit::Week, why));
        };
        why.push("the week of that day");
        Some(self.point(Point::holding(monday, Unit::Week), found.basis, story))
    }

    /// The year of the last full date of the sentence, unless that date stands in an aside ("the town, annexed in March 2014, was shelled in May").
    fn year_before(&self, story: &Story) -> Option<i32> {
        let (year, end) = story.year?;
        let aside = in_aside(self.text, self.tokens, (end, self.found.start), self.table);
        (!aside).then_some(year)
    }

    /// Does the clause look ahead of the article's date? Then no year of the story carries over.
    fn looks_ahead(&self) -> bool {
        self.dct.is_some() && self.tense() == Tense::Future
    }

    pub(super) fn month(
        &self,
        year: Option<i32>,
        month: u32,
        basis: DateBasis,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Resolved {
        if let Some(year) = year {
            if basis == DateBasis::Relative
                && self.bound(self.table.signals.since)
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
        if let Some((last, unit)) = self.course(story) {
            why.push("D6: the year of the story");
            let year = story_year(last, unit, month, 28);
            return self.point(Point::Month(year, month), DateBasis::Narrative, story);
        }
        if let Some(year) = self.year_before(story)
            && self.dct.is_none_or(|d| year < d.year())
            && !self.looks_ahead()
        {
            why.push("D6: the year of the last full date in this sentence");
            return self.point(Point::Month(year, month), DateBasis::Narrative, story);
        }
        let bare = self.slot(Slot::Shift).is_none();
        if let Some(year) = self.told_year(month, None, story).filter(|_| bare) {
            why.push("D6: the year told of in this paragraph");
            return self.point(Point::Month(year, month), DateBasis::Narrative, story);
        }
        let Some(now) = self.dct else {
            why.push("no article date and no year in the story");
            return undated(TimexKind::Date, format!("XXXX-{month:02}"));
        };
        let ahead = month > now.month();
        if let (None, Some((year, first))) = (self.slot(Slot::Shift), self.range_from_month(story))
        {
            why.push("the first such month after the one named before it");
            let year = year + i32::from(month <= first);
            let found = self.point(Point::Month(year, month), DateBasis::Relative, story);
            story.range = true;
            return found;
        }
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
            (None, Tense::Unknown) if self.is_soon(month, now) => {
                why.push("D4: nothing looks back, and the next such month is near");
                now.year() + i32::from(month < now.month())
            }
            (None, _) if ahead && self.bound(self.table.signals.until) => {
                why.push("D4: up to a month to come");
                now.year()
            }
            (None, _) if month + 6 <= now.month() && self.bound(self.table.signals.until) => {
                why.push("D4: up to a month to come");
                now.year() + 1
            }
            _ => {
                why.push("D4: latest such month");
                now.year() - i32::from(ahead)
            }
        };
        self.point(Point::Month(year, month), DateBasis::Relative, story)
    }

    /// The month that a range began with: "from January to March".
    fn range_from_month(&self, story: &Story) -> Option<(i32, u32)> {
        let (year, month, end) = story.month?;
        (self.ranges_at(end) && self.found.start == end + 1).then_some((year, month))
    }

    /// Is a month one of the next two, without a "since" before it? Of a month ten months ago news says "last", and of a range that goes on for more
    /// than half a year ("January to November") most is over.
    fn is_soon(&self, month: u32, now: NaiveDate) -> bool {
        let slots = |at: usize| self.tokens.hits(at).iter().flat_map(|h| &h.entry.slots);
        let last = self.ranges_at(self.found.end).then(|| {
            let mut slots = slots(self.found.end + 1);
            slots.find(|s| s.0 == Slot::Month).map(|s| s.1 as u32)
        });
        let long = |last: u32| (last + 12 - month) % 12 > 6;
        (1..=2).contains(&((month + 12 - now.month()) % 12))
            && !self.bound(self.table.signals.since)
            && !last.flatten().is_some_and(long)
    }

    /// Does a word or mark that joins the ends of a range stand here?
    fn ranges_at(&self, at: usize) -> bool {
        let dash = self
            .tokens
            .get(at)
            .is_some_and(|t| matches!(t.kind, Kind::Mark('-' | '–')));
        dash || self.tokens.hit(at, self.table.signals.range).is_some()
    }

    /// The n-th or last weekday or day of a month or year: "the first Tuesday in November", "the last day of the month".
    pub(super) fn nth(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Option<Resolved> {
        let count = self.slot(Slot::Ordinal).unwrap_or(1);
        let Some((first, last, basis)) = self.holder(story, why) else {
            return Some(self.unplaced(Unit::Day, why));
        };
        let steps = i64::from(count - 1);
        let day = match self.slot(Slot::Weekday) {
            Some(weekday) if count < 0 => latest(last, weekday as u32),
            Some(weekday) => add_days(first, -1)
                .and_then(|d| following(d, weekday as u32))
                .and_then(|d| add_days(d, steps * 7)),
            None if count < 0 => Some(last),
            None => add_days(first, steps),
        };
        why.push("counted within that stretch");
        if self.slots().get(Slot::Unit2).and_then(Unit::from_slot) == Some(Unit::Week) {
            // The week that holds the middle of the seven days meant.
            let day = if count < 0 {
                add_days(last, i64::from(count + 1) * 7 - 3)
            } else {
                add_days(first, steps * 7 + 3)
            };
            let day = day.filter(|d| (first..=last).contains(d))?;
            return Some(self.point(Point::holding(day, Unit::Week), basis, story));
        }
        let day = day.filter(|d| (first..=last).contains(d))?;
        Some(self.point(Point::Day(day), basis, story))
    }

    /// First and last day of the month or year in which days are counted.
    fn holder(
        &self,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Option<(NaiveDate, NaiveDate, DateBasis)> {
        let ends = |point: Point, basis: DateBasis| {
            let interval = point.interval()?;
            Some((interval.lo?, interval.hi?, basis))
        };
        let step = self.slot(Slot::Shift).unwrap_or(0).clamp(-2, 2);
        let Some(month) = self.slot(Slot::Month) else {
            if let Some(year) = self.given_year() {
                return ends(Point::Year(year), DateBasis::Explicit);
            }
            let unit = self.unit()?;
            let now = self.now(story)?;
            let start = NaiveDate::from_ymd_opt(now.year(), now.month(), 1)?;
            // "The turn of the month" is the near one.
            let turn = self.slot(Slot::Mod) == Some(ABOUT) && self.slot(Slot::Shift).is_none();
            let ahead = turn
                && match self.tense() {
                    Tense::Future => true,
                    Tense::Past => false,
                    Tense::Unknown => now.day() > MIDDLE,
                };
            let day = shift(start, unit, f64::from(step + i32::from(ahead)))?;
            return ends(Point::holding(day, unit), DateBasis::Relative);
        };
        let year = match (self.given_year(), self.unit()) {
            (Some(year), _) => Some(year),
            (None, Some(Unit::Year)) => Some(self.now(story)?.year() + step),
            _ => None,
        };
        let basis = if self.given_year().is_some() {
            DateBasis::Explicit
        } else {
            DateBasis::Relative
        };
        let found = self.month(year, month as u32, basis, story, why);
        let interval = found.interval?;
        Some((interval.lo?, interval.hi?, found.basis))
    }

    /// "the 18th": month of the last date, else the article's.
    pub(super) fn day_of_last_month(
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
    pub(super) fn stretch(
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
        if let Some((last, _)) = self.course(story) {
            why.push("D6: the year of the story");
            let step = self.slot(Slot::Shift).unwrap_or(0).clamp(-1, 1);
            return self.point(of(last.year() + step), DateBasis::Narrative, story);
        }
        let Some(now) = self.dct else {
            let mut found = self.unplaced(Unit::Year, why);
            found.value = of(1).value().replacen("0001", "XXXX", 1);
            return found;
        };
        if let Some(year) = year {
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
            (Some(2), _) => {
                why.push("the one that is not over");
                latest_begun + i32::from(over(latest_begun))
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

    pub(super) fn century(
        &self,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Option<Resolved> {
        why.push("a century");
        if let Some(ordinal) = self.slot(Slot::Ordinal) {
            let point = Point::Century(match self.slot(Slot::Era) {
                Some(_) => -(ordinal - 1) * 100 - 1,
                None => (ordinal - 1) * 100,
            });
            return Some(self.point(point, DateBasis::Explicit, story));
        }
        let year = match (self.slot(Slot::Century)?, self.slot(Slot::Era)) {
            (year, Some(_)) => -year - 1,
            (year, None) => year,
        };
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

    pub(super) fn holiday(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Resolved {
        let index = self.slot(Slot::Holiday).unwrap_or(0) as usize;
        let of = |year: i32| {
            self.table
                .words
                .holidays
                .get(index)
                .and_then(|h| holiday(*h, year))
                .and_then(|d| add_days(d, i64::from(self.slot(Slot::Days).unwrap_or(0))))
        };
        // The turn of a year to the next is the first day of the second.
        let second = |first: i32, second: i32| {
            let turn = of(first).is_some_and(|d| d.ordinal() == 1);
            let whole = if second < 100 {
                first / 100 * 100 + second
            } else {
                second
            };
            if turn { whole } else { first }
        };
        let year = match (self.slot(Slot::Year), self.slot(Slot::Year2)) {
            (Some(y), Some(z)) => Some(second(y, z)),
            (year, _) => year,
        };
        // "Easter week", "Karwoche": the week in which the day falls.
        let week = self.unit() == Some(Unit::Week);
        let point = |date: NaiveDate| {
            if week {
                Point::holding(date, Unit::Week)
            } else {
                Point::Day(date)
            }
        };
        let begins = |date: &NaiveDate| {
            let days = i64::from(date.weekday().num_days_from_monday());
            add_days(*date, -days).filter(|_| week).unwrap_or(*date)
        };
        if let Some(date) = year.and_then(of) {
            why.push("a named day of a given year");
            return self.point(point(date), DateBasis::Explicit, story);
        }
        let Some(now) = self.now(story) else {
            return self.unplaced(Unit::Day, why);
        };
        let mut around = (now.year() - 1..=now.year() + 1).filter_map(of);
        let date = match (self.slot(Slot::Shift), self.tense()) {
            (Some(step), _) => of(now.year() + step.clamp(-1, 1)),
            (None, Tense::Future) => around.find(|d| *d >= now),
            (None, Tense::Past) => around.rfind(|d| begins(d) <= now),
            _ => around.min_by_key(|d| (*d - now).num_days().abs()),
        };
        why.push("a named day");
        match date {
            Some(date) => self.point(point(date), DateBasis::Relative, story),
            None => self.unplaced(Unit::Day, why),
        }
    }
}

/// The year of a month and day told after `last` in a story: the same year, or the next where the story has come to its end.
pub(super) fn story_year(last: NaiveDate, unit: Unit, month: u32, day: u32) -> i32 {
    let year = last.year();
    if unit >= Unit::Quarter {
        return year;
    }
    match NaiveDate::from_ymd_opt(year + 1, month, day) {
        Some(next) if (next - last).num_days() <= 100 => year + 1,
        _ => year,
    }
}
