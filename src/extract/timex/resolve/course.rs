//! The course of a history: the year that its partial dates belong to (D6).
//!
//! In: matches in text order. Out: whether a text is a history; the date its course has come to. What is told beside the course (in brackets, as a
//! bound, of other years than the heading above names) leaves it alone. Does not: read partial dates of news (D3, D4).

use super::super::find::Found;
use super::super::scan::{Gap, Kind, Tokens};
use super::super::tense::ends_sentence;
use super::{Case, Story};
use crate::base::analysis::DateBasis;
use crate::lexicon::temporal::words::{Slot, Unit};
use crate::lexicon::temporal::{Anchor, Op, Temporal};
use chrono::{Datelike, NaiveDate};

/// Within so many words from its start an expression opens its sentence.
const OPENING: usize = 4;

/// So many words back an open bracket is looked for.
const BRACKET: usize = 12;

/// Numbers that are years in a heading.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2100;

/// Longest heading, in words and marks.
const HEADING: usize = 16;

/// Is the text a story of other years (history, obituary) rather than news of the day?
pub(super) fn is_narrative(
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

/// Forgets what a new paragraph or sentence makes void.
pub(super) fn turn_page(
    story: &mut Story,
    tokens: &Tokens<'_>,
    (from, to): (usize, usize),
    (narrative, table): (bool, &Temporal),
) {
    for at in from..to {
        let gap = tokens.get(at + 1).map_or(Gap::None, |t| t.gap);
        let ends = ends_sentence(tokens, at);
        if ends && !narrative {
            story.year = None;
        }
        if gap >= Gap::Line || ends {
            story.report = story.report.filter(|r| r.1 < 1).map(|r| (r.0, r.1 + 1));
        }
        if ends {
            story.sentence_day = None;
            story.fresh = false;
            story.vague = false;
            story.end_told(false);
        }
        if gap >= Gap::Line {
            story.paragraph_day = None;
            story.end_told(true);
        }
        if gap >= Gap::Line && narrative {
            new_paragraph(story, tokens, at + 1, table);
        }
    }
}

/// Under a heading that names one year each paragraph starts there again.
pub(super) fn new_paragraph(
    story: &mut Story,
    tokens: &Tokens<'_>,
    start: usize,
    table: &Temporal,
) {
    if tokens.get(start).is_some_and(|t| t.gap == Gap::Paragraph) {
        story.section = heading(tokens, start, table).or(story.section);
    }
    if let Some((from, to)) = story.section
        && from == to
        && let Some(day) = NaiveDate::from_ymd_opt(from, 1, 1)
    {
        story.course = Some((day, Unit::Year));
        story.beside = None;
    }
}

/// The first and last year of the heading that begins at a token: a short line between empty ones, without the end of a sentence and without a month.
fn heading(tokens: &Tokens<'_>, start: usize, table: &Temporal) -> Option<(i32, i32)> {
    let apart = |i: usize| tokens.get(i).is_none_or(|t| t.gap == Gap::Paragraph);
    let end = (start + 1..=start + HEADING).find(|i| apart(*i))?;
    let last = tokens.get(end - 1)?;
    if matches!(last.kind, Kind::Mark(c) if !matches!(c, ')' | ']')) {
        return None;
    }
    let month = |i: usize| {
        let mut slots = tokens.hits(i).iter().flat_map(|h| &h.entry.slots);
        slots.any(|s| s.0 == Slot::Month)
    };
    if (start..end).any(month) {
        return None;
    }
    let years = (start..end).filter_map(|i| {
        let token = tokens.get(i).filter(|t| t.kind == Kind::Digits)?;
        let number = i32::try_from(token.number).ok()?;
        let alone = i + 1 == end
            || tokens.get(i + 1).is_some_and(|t| t.kind != Kind::Word)
            || tokens.hit(i + 1, table.signals.join).is_some();
        let short = || {
            let mark = tokens.get(i.checked_sub(1)?)?;
            let first = i32::try_from(tokens.get(i.checked_sub(2)?)?.number).ok()?;
            let joined = matches!(mark.kind, Kind::Mark('/' | '-' | '–')) && token.span.len() == 2;
            (joined && YEARS.contains(&first)).then(|| first / 100 * 100 + number)
        };
        let year = Some(number).filter(|y| YEARS.contains(y)).or_else(short);
        year.filter(|_| alone)
    });
    years.fold(None, |all, year| match all {
        None => Some((year, year)),
        Some((from, to)) => Some((year.min(from), year.max(to))),
    })
}

impl Case<'_> {
    /// The date that gives a history's partial dates their year; in brackets the last one, elsewhere that of the course.
    pub(super) fn course(&self, story: &Story) -> Option<(NaiveDate, Unit)> {
        if !self.narrative {
            return None;
        }
        story.course.filter(|_| !self.bracketed()).or(story.last)
    }

    /// Does a history go on to what is counted forward: "the next year", "two years later"?
    pub(super) fn steps_on(&self) -> bool {
        let forward = match self.rule.op {
            Op::Period(_) => self.slot(Slot::Shift),
            Op::Offset(_) => self.slot(Slot::Sign),
            _ => None,
        };
        self.narrative && forward.is_some_and(|step| step > 0)
    }

    /// Moves the course of a history to a date, unless the date is told beside it.
    pub(super) fn go_on(&self, lo: NaiveDate, unit: Unit, basis: DateBasis, story: &mut Story) {
        let explicit = basis == DateBasis::Explicit;
        let aside = explicit && self.aside(lo.year(), story);
        if !aside || story.beside == Some(lo.year()) {
            story.course = Some((lo, unit));
        }
        if explicit {
            story.beside = aside.then_some(lo.year());
        }
    }

    /// Is a year told beside the course of a story: as a bound, late in a sentence and neither the year of the course nor the next, or outside the years
    /// of the heading above?
    fn aside(&self, year: i32, story: &Story) -> bool {
        let outside = |s: (i32, i32)| !(s.0..=s.1).contains(&year);
        if story.section.is_some_and(outside) {
            return true;
        }
        let step = story.course.map_or(0, |c| year - c.0.year());
        (!(0..=1).contains(&step) && !self.opens_sentence()) || self.bound(self.table.signals.until)
    }

    /// Do at most a few words of the sentence stand before the expression?
    pub(super) fn opens_sentence(&self) -> bool {
        (1..=OPENING).any(|back| match self.found.start.checked_sub(back) {
            Some(at) => ends_sentence(self.tokens, at),
            None => true,
        })
    }

    /// Does a bracket stand open before the expression?
    pub(super) fn bracketed(&self) -> bool {
        for back in 1..=BRACKET {
            let Some(token) = self
                .found
                .start
                .checked_sub(back)
                .and_then(|at| self.tokens.get(at))
            else {
                return false;
            };
            match token.kind {
                Kind::Mark('(' | '[') => return true,
                Kind::Mark(')' | ']') => return false,
                _ => {}
            }
        }
        false
    }
}
