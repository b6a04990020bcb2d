//! Expressions that count from another date: weekdays (D1, D2), "yesterday", "last week", "two years ago", "the same day", times of day.
//!
//! In: a match and the story so far. Out: its value and days. Invariant: without a date to count from the value stays masked.

use super::super::calendar::{add_days, following, in_week, latest, shift};
use super::super::scan::{Gap, Kind};
use super::super::tense::{Tense, past_beside, put_off};
use super::super::value::{Point, clock};
use super::{Case, Resolved, Story, undated};
use crate::base::analysis::{DateBasis, TimexKind};
use crate::base::date::Interval;
use crate::lexicon::temporal::words::{REFS, Slot, Unit};
use crate::lexicon::temporal::{Anchor, Op};
use chrono::{Datelike, NaiveDate};

/// As many hours after something told it is still that day, more likely than not.
const HOURS: f64 = 8.0;

impl Case<'_> {
    pub(super) fn weekday(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Resolved {
        let weekday = self.slot(Slot::Weekday).unwrap_or(1) as u32;
        let Some(now) = self.now(story) else {
            why.push("no article date to count from");
            let suffix = clock(self.slots()).unwrap_or_default();
            return undated(TimexKind::Date, format!("XXXX-WXX-{weekday}{suffix}"));
        };
        let date = match self.slot(Slot::Shift) {
            None if self.range_from(story).is_some() => {
                why.push("counted from the day named before it");
                self.range_from(story).and_then(|d| following(d, weekday))
            }
            // "A week from Monday" counts from the Monday to come.
            _ if self.unit() == Some(Unit::Week) && self.slot(Slot::Number).is_some() => {
                why.push("weeks after the first such day to come");
                let weeks = self.slot(Slot::Number).unwrap_or(1).clamp(1, 52);
                following(now, weekday).and_then(|d| add_days(d, i64::from(weeks) * 7))
            }
            Some(step) if self.unit() == Some(Unit::Week) => {
                why.push("that day of another week");
                add_days(now, i64::from(step) * 7).and_then(|d| in_week(d, weekday))
            }
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
            // "beordrade på måndag": right behind a past form no coming day can stand.
            Some(2) if past_beside(self.text, self.tokens, self.found, self.table) => {
                why.push("latest such day, behind a past form");
                latest(now, weekday)
            }
            Some(_) => {
                why.push("first such day after the article's");
                following(now, weekday)
            }
            // A story goes on from a day it has named; before that, a weekday is that of the report.
            None if self.narrative && self.is_under_way(story) => {
                why.push("D6: first such day of the story");
                add_days(now, -1).and_then(|d| following(d, weekday))
            }
            None => match self.tense() {
                Tense::Future
                    if self.slot(Slot::Sign).is_none() && !self.bound(self.table.signals.since) =>
                {
                    why.push("D2: first such day to come, by a future signal");
                    // What is put off does not take place today.
                    let today = !put_off(self.tokens, self.found, self.table);
                    add_days(now, -i64::from(today)).and_then(|d| following(d, weekday))
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

    /// Has the story come to a day of its own, so that the next weekday is one of its days? Without a date of the report it always has.
    fn is_under_way(&self, story: &Story) -> bool {
        let to_the_day = story.last.is_some_and(|l| l.1 <= Unit::Day);
        to_the_day || self.dct.is_none()
    }

    /// The day before it in a range ("Friday to Sunday"), or in a list of days to come ("on Friday and Saturday").
    fn range_from(&self, story: &Story) -> Option<NaiveDate> {
        let (day, end) = story.apposition?;
        let named = story.listed?;
        let between = self.tokens.get(end)?;
        let range = matches!(between.kind, Kind::Mark('-' | '–'))
            || self.tokens.hit(end, self.table.signals.range).is_some();
        let join = self.tokens.hit(end, self.table.signals.join).is_some();
        // "Today and Saturday" are days to come, "today, Monday" is one.
        let now = self.dct.filter(|_| join || between.kind == Kind::Mark(','));
        let coming =
            now.is_some_and(|now| day > now || (day == now && join && named != Op::Weekday));
        let filled = || {
            self.tokens
                .hit(end + 1, self.table.signals.filler)
                .is_some()
        };
        let beside = self.found.start == end + 1 || (self.found.start == end + 2 && filled());
        ((range || coming) && beside).then_some(day)
    }

    pub(super) fn days(
        &self,
        anchor: Anchor,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Resolved {
        let step = self.slot(Slot::Days).unwrap_or(0);
        if (self.narrative || self.essay)
            && anchor == Anchor::Publication
            && step == 0
            && clock(self.slots()).is_none()
        {
            why.push("in a story of other years or an essay: the present");
            return undated(TimexKind::Date, REFS[1].to_owned());
        }
        let base = match anchor {
            Anchor::Publication => self.spoken_on(story, why),
            Anchor::Story | Anchor::Sentence => self.said(story),
        };
        let Some(day) = base.and_then(|d| add_days(d, i64::from(step))) else {
            return self.unplaced(Unit::Day, why);
        };
        let basis = match anchor {
            Anchor::Publication => {
                why.push("counted from the article's date");
                DateBasis::Relative
            }
            Anchor::Story | Anchor::Sentence => {
                why.push("counted from the last date of the story");
                DateBasis::Narrative
            }
        };
        self.point(Point::Day(day), basis, story)
    }

    /// D5: inside a quotation "today" counts from the day on which it was said, where the report has just given one.
    pub(super) fn spoken_on(
        &self,
        story: &Story,
        why: &mut Vec<&'static str>,
    ) -> Option<NaiveDate> {
        match story.report {
            Some((day, _)) if self.slot(Slot::Days) == Some(0) && self.quoted() => {
                why.push("D5: in a quotation, on the day of the report");
                Some(day)
            }
            _ => self.dct,
        }
    }

    /// Does the expression stand inside quotation marks that open in its paragraph?
    pub(super) fn quoted(&self) -> bool {
        let mut straight = 0;
        let mut curled = false;
        for at in (0..self.found.start).rev() {
            let Some(token) = self.tokens.get(at) else {
                break;
            };
            match token.kind {
                // The low mark opens, and shows that the curled ones close.
                Kind::Mark('„') => return !curled,
                Kind::Mark('»' | '”' | '«') => return false,
                Kind::Mark('“') => curled = true,
                Kind::Mark('"') => straight += 1,
                _ => {}
            }
            if token.gap >= Gap::Line {
                break;
            }
        }
        if curled {
            return true;
        }
        straight % 2 == 1
    }

    pub(super) fn period(
        &self,
        anchor: Anchor,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Resolved {
        let unit = self.unit().unwrap_or(Unit::Year);
        let step = self.slot(Slot::Shift).unwrap_or(0).clamp(-2, 2);
        let base = match anchor {
            Anchor::Publication => self.dct.filter(|_| !self.narrative).or(self.now(story)),
            Anchor::Sentence if !self.narrative && !story.fresh => self.dct,
            Anchor::Story | Anchor::Sentence => self.said(story),
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
        let told = story.last;
        let found = self.point(Point::holding(day, unit), basis, story);
        // As with "a year earlier": news compares with the year before and stays where it was.
        if anchor != Anchor::Publication && step < 0 && !self.narrative {
            story.last = told;
        }
        found
    }

    /// The week whose weekend is meant: bare "the weekend" is the last one unless the clause looks ahead.
    pub(super) fn weekend_base(&self, base: NaiveDate, step: i32) -> Option<NaiveDate> {
        let day = base.weekday().number_from_monday();
        if self.slot(Slot::Shift).is_some() {
            let within = i64::from(day >= if step < 0 { 6 } else { 5 });
            let step = i64::from(step);
            return match step {
                0 => Some(base),
                ..0 => add_days(latest(base, 7)?, (step + 1 - within) * 7),
                _ => add_days(following(base, 7)?, (step - 1 + within) * 7),
            };
        }
        match self.tense() {
            Tense::Future => Some(base),
            Tense::Unknown if day >= 4 => Some(base),
            _ if day >= 6 => Some(base),
            _ => latest(base, 7),
        }
    }

    /// Counted in units from the anchor. News looks back to compare and does not stay there: the next "a year earlier" counts from the
    /// same date again.
    pub(super) fn offset(
        &self,
        anchor: Anchor,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Option<Resolved> {
        let told = story.last;
        let found = self.counted(anchor, story, why);
        let back = self.slot(Slot::Sign).unwrap_or(-1) < 0;
        if anchor == Anchor::Story && back && !self.narrative {
            story.last = told;
        }
        found
    }

    fn counted(
        &self,
        anchor: Anchor,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Option<Resolved> {
        let unit = self.unit()?;
        let count = self.slots().get(Slot::Number).unwrap_or(1.0);
        let sign = f64::from(self.slot(Slot::Sign).unwrap_or(-1));
        // "Hours later", "a few minutes later": on the day just told.
        let told_day = story.last.filter(|l| l.1 <= Unit::Day);
        if let (Anchor::Story, true, true, Some((day, _))) = (
            anchor,
            sign > 0.0,
            unit <= Unit::Hour && count <= HOURS,
            told_day,
        ) {
            why.push("some hours later: the day just told");
            let mut found = self.point(Point::Day(day), DateBasis::Narrative, story);
            found.doubt = 0.3;
            return Some(found);
        }
        if count < 0.0 || unit < Unit::Hour {
            why.push("an unknown number of units");
            let code = if sign < 0.0 { 0 } else { 2 };
            story.vague |= sign < 0.0;
            return Some(undated(TimexKind::Date, REFS[code].to_owned()));
        }
        // "Two weeks ago today", "a year ago Monday": to the day. "Two years ago this month": to the month.
        let weekday = self.slot(Slot::Weekday);
        let exact = weekday.is_some() || self.slot(Slot::Days).is_some();
        let told = self.slots().get(Slot::Unit2).and_then(Unit::from_slot);
        if let (Some((year, quarter)), Unit::Year, true, false) = (
            story.quarter,
            unit,
            (count - 1.0).abs() < f64::EPSILON,
            exact || told.is_some(),
        ) {
            why.push("the same quarter of another year");
            let point = Point::Quarter(year + (count * sign) as i32, quarter);
            return Some(self.point(point, DateBasis::Narrative, story));
        }
        // "A year later" counts from what was told before; the day of the report is no such date, unless the clause looks ahead.
        let adrift = anchor == Anchor::Story && story.last.is_none() && sign > 0.0;
        let base = self.base(anchor, story);
        let base = base.filter(|_| !adrift || self.tense() == Tense::Future);
        let base = base.and_then(|d| match weekday {
            Some(weekday) => latest(d, weekday as u32),
            None => Some(d),
        });
        let Some(base) = base else {
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
        let grain = match told {
            _ if exact => Unit::Day,
            told => told.unwrap_or(grain),
        };
        let coarse = story.last.map_or(Unit::Day, |l| l.1);
        // "In June 2024 it had 500; a year earlier 400": the same month.
        let compared = anchor == Anchor::Story
            && self.slots().get(Slot::Number) == Some(1.0)
            && story.fresh
            && !story.range
            && !self.narrative
            && sign < 0.0;
        let grain = match (grain, told, coarse) {
            (Unit::Year, None, Unit::Month) if compared => coarse,
            _ => grain,
        };
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

    /// A time of day. A part of the day on a day that the sentence leaves open ("a few days ago, in the evening") is none.
    pub(super) fn clock(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Option<Resolved> {
        // "She came yesterday at noon. In the evening she left": a part of the day goes on with the day of its paragraph, an hour does not.
        let near = story
            .paragraph_day
            .filter(|_| self.slot(Slot::Hour).is_none());
        if story.vague && story.sentence_day.is_none() && self.slot(Slot::Hour).is_none() {
            return None;
        }
        let day = story.sentence_day.or(near).or_else(|| self.now(story));
        let suffix = clock(self.slots()).unwrap_or_default();
        why.push("a time on the nearest date of the sentence, else the article's");
        Some(match day {
            Some(day) => Resolved {
                kind: TimexKind::Time,
                value: Point::Day(day).value() + &suffix,
                interval: Some(Interval::day(day)),
                basis: DateBasis::Relative,
                dates_events: false,
                doubt: 0.2,
            },
            None => undated(TimexKind::Time, format!("XXXX-XX-XX{suffix}")),
        })
    }

    /// The last date once more, at the unit asked for.
    pub(super) fn same(
        &self,
        said: Option<NaiveDate>,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Resolved {
        let unit = self.unit().unwrap_or(Unit::Day);
        if unit == Unit::Quarter {
            return self.same_quarter(story, why);
        }
        let Some(base) = said else {
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
    pub(super) fn same_quarter(&self, story: &mut Story, why: &mut Vec<&'static str>) -> Resolved {
        if let Some(year) = self.slot(Slot::Year) {
            why.push("the quarter spoken of, in another year");
            let point = match story.quarter {
                Some((_, quarter)) => Point::Quarter(year, quarter),
                None => Point::Year(year),
            };
            return self.point(point, DateBasis::Explicit, story);
        }
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
}
