//! The year that a paragraph of news tells of, and what counts from a date told before: "On 19 February 1976 … On 1 June", "in November of the same
//! year", "the previous Wednesday" (D6 in news; for whole histories see `course`).
//!
//! In: a match and the story so far. Out: the year of a partial date, or a month, day or weekday beside the last date. Invariants: a told year never
//! turns a clause that looks ahead into a past one; it ends with its paragraph and with whatever counts from the article's date.

use super::super::calendar::{add_days, following, latest};
use super::super::tense::{Tense, ends_clause, ends_sentence};
use super::super::value::Point;
use super::calendar_dates::story_year;
use super::{Case, Resolved, Story, undated};
use crate::base::analysis::{DateBasis, TimexKind};
use crate::lexicon::temporal::Op;
use crate::lexicon::temporal::words::{Slot, Unit};
use chrono::{Datelike, NaiveDate};

/// Years that a told year may be.
const FIRST: i32 = 1000;

/// A day that lies so few days before the article's is the report's rather than one of a year told before.
const NEWS: i64 = 14;

/// In the last years before the article's a month before the one told is that of a later year.
const LAST: i32 = 2;

/// Up to so many days ahead a day without a year is taken for one to come.
const SOON: i64 = 60;

/// Longest way back to the beginning of a clause, in words and marks.
const CLAUSE: usize = 30;

/// The date that a paragraph tells of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    day: NaiveDate,
    unit: Unit,
    /// Is it told in the present ("In 2010 Sweden asks for …")? Then the present behind it is of that year too.
    present: bool,
    /// Does it stand in the sentence at hand?
    fresh: bool,
    /// Is it a bare year that the sentence only mentions ("born in 1965")? It counts only where nothing else fits.
    mentioned: bool,
}

impl Story {
    /// Forgets what the sentence or the paragraph told.
    pub(super) fn end_told(&mut self, paragraph: bool) {
        self.told = self
            .told
            .filter(|_| !paragraph)
            .map(|t| Told { fresh: false, ..t });
    }
}

impl Case<'_> {
    /// Keeps the date as the one that the paragraph tells of, or forgets that one.
    pub(super) fn tell(&self, (lo, unit): (NaiveDate, Unit), basis: DateBasis, story: &mut Story) {
        let Some(now) = self.dct.filter(|_| !self.narrative) else {
            return;
        };
        let past = (FIRST..now.year()).contains(&lo.year());
        match basis {
            DateBasis::Explicit if past && self.is_told(unit) => {
                let tense = self.tense();
                story.told = (tense != Tense::Future).then_some(Told {
                    day: lo,
                    unit,
                    present: tense == Tense::Unknown,
                    fresh: true,
                    mentioned: unit >= Unit::Year && !self.sets_year(),
                });
            }
            DateBasis::Explicit if past => {}
            // What is counted back is told beside the story.
            DateBasis::Narrative if past => {
                let on = story.told.filter(|t| lo >= t.day);
                story.told = on.map(|t| Told { day: lo, unit, ..t }).or(story.told);
            }
            _ => story.told = None,
        }
    }

    /// Does the sentence tell what happened then? Not as a bound, in brackets, in a clause about a noun, or as what a noun is known by ("the treaty of
    /// 1976").
    fn is_told(&self, unit: Unit) -> bool {
        let signals = &self.table.signals;
        let bounds = [signals.from, signals.since, signals.until, signals.dated];
        let bare = unit < Unit::Year || self.bound(signals.within) || self.opens_sentence();
        let date = matches!(self.rule.op, Op::Date | Op::Nth);
        // "the December 1988 bombing"
        let hit = |class| {
            let before = self.found.start.checked_sub(1);
            before.is_some_and(|at| self.tokens.hit(at, class).is_some())
        };
        let attribute = hit(signals.article) && !hit(signals.within);
        date && bare
            && !attribute
            && !bounds.iter().any(|c| self.bound(*c))
            && !self.bracketed()
            && !self.in_clause_of_noun()
    }

    /// Does a bare year open its sentence, alone or behind "in": "In 2010 Sweden asked for …", "2010 begärde …"?
    fn sets_year(&self) -> bool {
        let at = self.found.start;
        let first = at == 0 || self.tokens.opens(at);
        first || self.opens_sentence() && self.bound(self.table.signals.within)
    }

    /// Does the clause that holds the expression open with a relative word?
    fn in_clause_of_noun(&self) -> bool {
        let table = self.table;
        let start = (0..self.found.start)
            .rev()
            .take(CLAUSE)
            .find(|i| ends_clause(self.tokens, *i));
        let Some(mark) = start else { return false };
        let relative = |i: usize| self.tokens.hit(i, table.signals.of_noun).is_some();
        let article = |i: usize| self.tokens.hit(i, table.signals.article).is_some();
        let inside = (mark + 1..self.found.start).any(|i| relative(i) && !article(i));
        inside || !ends_sentence(self.tokens, mark) && relative(mark + 1)
    }

    /// The year of a day or month without one behind a date of a year that is over; a clause that looks ahead has none.
    pub(super) fn told_year(&self, month: u32, day: Option<u32>, story: &Story) -> Option<i32> {
        let (told, now) = (story.told?, self.dct?);
        let looks_ahead = || self.tense() == Tense::Future && !told.present;
        // What is told of somebody by the way has a year of its own.
        if told.fresh || self.in_clause_of_noun() || looks_ahead() {
            return None;
        }
        let year = story_year(told.day, told.unit, month, day.unwrap_or(28));
        let coarse = told.unit >= Unit::Year;
        let of = |y: i32| NaiveDate::from_ymd_opt(y, month, day.unwrap_or(1));
        // The day of the report stands near.
        let news = match day {
            Some(_) => of(now.year()).is_some_and(|d| (0..=NEWS).contains(&(now - d).num_days())),
            None => month == now.month(),
        };
        // Of the last years a story may have gone on to the next.
        let back = match day {
            Some(_) => of(year).is_some_and(|d| d < told.day),
            None => (year, month) < (told.day.year(), told.day.month()),
        };
        let last = year + 1 == now.year() && coarse || year + LAST >= now.year() && back;
        // Only mentioned: what is over would lie ahead.
        let ahead = day.is_some()
            && of(now.year()).is_some_and(|d| d > now && (d - now).num_days() <= SOON);
        if told.mentioned && !(ahead && self.tense() == Tense::Past) {
            return None;
        }
        (year < now.year() && !last && !(news && coarse)).then_some(year)
    }

    /// A month, a day of a month or a weekday beside the last date: that year, before it, behind it.
    pub(super) fn beside_story(
        &self,
        story: &mut Story,
        why: &mut Vec<&'static str>,
    ) -> Option<Resolved> {
        let step = self.slot(Slot::Shift).unwrap_or(0).clamp(-1, 1);
        let (last, told) = (story.last, story.told);
        let basis = if last.is_some() {
            DateBasis::Narrative
        } else {
            DateBasis::Relative
        };
        let base = last.or(self.dct.map(|d| (d, Unit::Day)));
        why.push("counted from the last date of the story");
        let found = match (self.slot(Slot::Month), self.slot(Slot::Weekday)) {
            (Some(month), _) => {
                let month = month as u32;
                let Some((base, unit)) = base else {
                    return Some(self.unplaced(Unit::Month, why));
                };
                let whole = self.unit() == Some(Unit::Year) || unit > Unit::Month;
                let year = base.year()
                    + match step {
                        _ if whole => step,
                        ..0 => -i32::from(month >= base.month()),
                        0 => 0,
                        _ => i32::from(month <= base.month()),
                    };
                let point = match self.slot(Slot::Day) {
                    Some(day) => Point::Day(NaiveDate::from_ymd_opt(year, month, day as u32)?),
                    None => Point::Month(year, month),
                };
                self.point(point, basis, story)
            }
            (None, Some(weekday)) => {
                let day = match base {
                    Some((day, Unit::Day)) => Some(day),
                    Some(_) => story.day,
                    None => None,
                };
                let day = day.and_then(|d| match step {
                    ..0 => add_days(d, -1).and_then(|d| latest(d, weekday as u32)),
                    0 => latest(d, weekday as u32),
                    _ => following(d, weekday as u32),
                });
                match day {
                    Some(day) => self.point(Point::Day(day), basis, story),
                    None => undated(TimexKind::Date, format!("XXXX-WXX-{weekday}")),
                }
            }
            _ => return None,
        };
        // As with "a year earlier": news looks back and stays where it was.
        if step < 0 && !self.narrative {
            story.last = last;
            story.told = told;
        }
        Some(found)
    }
}
