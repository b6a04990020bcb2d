//! Dates as typed.
//!
//! In: the parser at a date. Out: [`DateTerm`]s. Invariant: a word that is no date is left or named in an error with what dates look like. Does not: resolve what depends on today.

use crate::base::date::Interval;
use crate::query::ast::{At, DateExpr, DateTerm};
use crate::query::clauses::time::UNITS;
use crate::query::expect::Slot;
use crate::query::lexer::Kind;
use crate::query::parse::{Parsed, Parser};
use chrono::NaiveDate;

impl Parser<'_> {
    /// Tells whether `this year`, `last month` stand here.
    pub(in crate::query) fn whole_follows(&self, ahead: usize) -> bool {
        let named = ["this", "last"].iter().any(|w| self.is_word(ahead, w));
        let unit = ["day", "week", "month", "year", "decade"];
        named && unit.iter().any(|u| self.is_word(ahead + 1, u))
    }

    /// Tells whether the token `ahead` is a month without a year, and nobody's name.
    pub(super) fn month_alone(&self, ahead: usize) -> bool {
        let Some(token) = self.peek_at(ahead).filter(|t| t.kind == Kind::Word) else {
            return false;
        };
        let word = self.words(token);
        let behind = self.peek_at(ahead + 1).is_none_or(|t| {
            t.kind != Kind::Number
                && (t.kind != Kind::Word
                    || crate::query::parse::RESERVED
                        .iter()
                        .any(|r| r.eq_ignore_ascii_case(self.words(t))))
        });
        behind && self.vocabulary.month(word).is_some() && !self.known.is_whole_name(word)
    }

    /// Tells whether the token `ahead` starts a date.
    pub(in crate::query) fn date_follows(&self, ahead: usize) -> bool {
        let Some(token) = self.peek_at(ahead) else {
            return false;
        };
        let word = self.words(token);
        let number_at = |n: usize| {
            self.peek_at(ahead + n)
                .is_some_and(|t| t.kind == Kind::Number)
        };
        match token.kind {
            Kind::Variable => true,
            Kind::Word => {
                ["today", "yesterday"]
                    .iter()
                    .any(|w| w.eq_ignore_ascii_case(word))
                    || (self.vocabulary.month(word).is_some() && number_at(1))
                    || (number_at(1) && self.vocabulary.season(word).is_some())
                    || self.month_alone(ahead)
                    || self.whole_follows(ahead)
            }
            Kind::Number => {
                let digits = word.bytes().take_while(u8::is_ascii_digit).count();
                let named = |n: usize| {
                    self.peek_at(ahead + n)
                        .is_some_and(|t| self.vocabulary.month(self.words(t)).is_some())
                };
                // "7th of May"
                let month = named(1) || self.is_word(ahead + 1, "of") && named(2);
                let unit = UNITS.iter().any(|(w, _)| self.is_word(ahead + 1, w))
                    && self.is_word(ahead + 2, "ago");
                let edtf = || Interval::parse_edtf(word).is_ok();
                (digits == 4 && !word.contains(char::is_alphabetic))
                    || (digits == 3 && edtf())
                    || slashed(word).is_some()
                    || quarter(word).is_some()
                    || dotted(word).is_some()
                    || (digits == word.trim_end_matches('.').len() && (month || unit))
                    || (month && (days(word).is_some() || ordinal(word).is_some()))
            }
            _ => false,
        }
    }

    /// Reads a date.
    pub(in crate::query) fn date(&mut self) -> Parsed<DateExpr> {
        self.expect(Slot::Date);
        let start = self.here();
        for (word, term) in [
            ("today", DateTerm::Today),
            ("yesterday", DateTerm::Yesterday),
        ] {
            if self.is_word(0, word) {
                self.at += 1;
                return Ok(At::new(term, self.since(start)));
            }
        }
        if self.whole_follows(0) {
            let ago = u32::from(self.is_word(0, "last"));
            self.at += 1;
            let unit = self.unit()?;
            return Ok(At::new(DateTerm::Whole(ago, unit), self.since(start)));
        }
        if self.month_alone(0) {
            let month = self
                .peek()
                .and_then(|t| self.vocabulary.month(self.words(t)));
            self.at += 1;
            let term = DateTerm::Month(month.unwrap_or_default());
            return Ok(At::new(term, self.since(start)));
        }
        let Some(token) = self.peek() else {
            return Err(self.unexpected());
        };
        if ["this", "last"].iter().any(|w| self.is_word(0, w)) && self.peek_at(1).is_some() {
            // "last yaer": the unit is at fault.
            self.at += 1;
            return self.unit().and(Err(self.unexpected()));
        }
        let word = self.words(token);
        self.at += 1;
        let term = match token.kind {
            Kind::Variable => Some(DateTerm::Variable(word.get(1..).unwrap_or("").to_owned())),
            Kind::Word if self.vocabulary.season(word).is_some() => self.season_first(word),
            Kind::Word => self.month_first(word),
            Kind::Number => self.number_first(word),
            _ => None,
        };
        let Some(term) = term else {
            self.at = start_token(self, start);
            if token.kind == Kind::Number {
                return self.error(token.span, format!("\"{word}\" is not a date; dates look like 2023, 2023-09, 2023-09-21, 21.9.2023, 21 September 2023, 2023-Q3, today, 3 months ago"));
            }
            return Err(self.unexpected());
        };
        Ok(At::new(term, self.since(start)))
    }

    /// `September 2023`, `September 21, 2023`.
    pub(super) fn month_first(&mut self, word: &str) -> Option<DateTerm> {
        let month = self.vocabulary.month(word)?;
        let number = self.eat_kind(Kind::Number).map(|t| self.words(t))?;
        if number.len() == 4 {
            return Interval::month(number.parse().ok()?, month).map(DateTerm::Fixed);
        }
        let comma = self.eat_kind(Kind::Comma).is_some();
        if !comma && !self.year_stands() {
            return day_of_year(month, number);
        }
        let year = self.eat_kind(Kind::Number).map(|t| self.words(t))?;
        day(year, month, number).map(DateTerm::Fixed)
    }

    /// `autumn 2025`, `winter 2007/08`.
    fn season_first(&mut self, word: &str) -> Option<DateTerm> {
        let season = self.vocabulary.season(word)?;
        let year = self.eat_kind(Kind::Number).map(|t| self.words(t))?;
        let year = year.split('/').next()?;
        Interval::parse_edtf(&format!("{year}-{}", 21 + season))
            .ok()
            .map(DateTerm::Fixed)
    }

    /// Tells whether a year stands here.
    fn year_stands(&self) -> bool {
        let number = self.peek().filter(|t| t.kind == Kind::Number);
        number.is_some_and(|t| matches!(self.words(t).len(), 2 | 4))
    }

    pub(super) fn number_first(&mut self, word: &str) -> Option<DateTerm> {
        let whole = quarter(word)
            .or_else(|| dotted(word))
            .or_else(|| slashed(word))
            .or_else(|| years(word));
        if let Some(interval) = whole {
            return Some(DateTerm::Fixed(interval));
        }
        let bare = ordinal(word).unwrap_or(word).trim_end_matches('.');
        let of = self.is_word(0, "of");
        self.at += usize::from(of);
        if let Some(month) = self
            .peek()
            .and_then(|t| self.vocabulary.month(self.words(t)))
        {
            self.at += 1;
            if !self.year_stands() {
                return day_of_year(month, bare);
            }
            let year = self.eat_kind(Kind::Number).map(|t| self.words(t))?;
            if let Some((first, last)) = days(word) {
                let (first, last) = (day(year, month, first)?, day(year, month, last)?);
                let stretch = crate::base::date::Precision::Stretch;
                return Some(DateTerm::Fixed(Interval::between(
                    first.lo, last.hi, stretch,
                )));
            }
            return day(year, month, bare).map(DateTerm::Fixed);
        }
        if of {
            return None;
        }
        if let Some((_, unit)) = UNITS.iter().find(|(w, _)| self.is_word(0, w)) {
            self.at += 1;
            return if self.eat("ago") {
                Some(DateTerm::Ago(bare.parse().ok()?, *unit))
            } else {
                None
            };
        }
        Interval::parse_edtf(bare).ok().map(DateTerm::Fixed)
    }
}

pub(super) fn start_token(parser: &Parser<'_>, start: usize) -> usize {
    let mut at = parser.at;
    while at > 0 && parser.start_of(at - 1) >= start {
        at -= 1;
    }
    at
}

pub(super) fn day(year: &str, month: u32, day: &str) -> Option<Interval> {
    let day = day.trim_end_matches(|c: char| !c.is_ascii_digit());
    NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?).map(Interval::day)
}

/// A day of a month without its year.
fn day_of_year(month: u32, day: &str) -> Option<DateTerm> {
    let day: u32 = day
        .trim_end_matches(|c: char| !c.is_ascii_digit())
        .parse()
        .ok()?;
    // A leap year has every day.
    NaiveDate::from_ymd_opt(2000, month, day)?;
    Some(DateTerm::DayOfYear(month, day))
}

/// `1-15` in front of a month: the first and the last day.
fn days(word: &str) -> Option<(&str, &str)> {
    let (first, last) = word.trim_end_matches('.').split_once(['-', '–'])?;
    let day = |d: &str| matches!(d.parse::<u32>(), Ok(1..=31)) && d.len() <= 2;
    let (first, last) = (first.trim_end_matches('.'), last);
    let ordered = first.parse::<u32>().ok()? < last.parse::<u32>().ok()?;
    (day(first) && day(last) && ordered).then_some((first, last))
}

/// `7th`, `1st`: the number in front of two letters.
fn ordinal(word: &str) -> Option<&str> {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ends = word.len() - number.len() == 2 && (1..=2).contains(&number.len());
    (ends && number.bytes().all(|b| b.is_ascii_digit())).then_some(number)
}

/// `1997-2001`: both years and those between them.
fn years(word: &str) -> Option<Interval> {
    let (first, last) = word
        .split_once('-')
        .filter(|(a, b)| a.len() == 4 && b.len() == 4)?;
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    if first >= last {
        return None;
    }
    let (lo, hi) = (Interval::year(first)?.lo, Interval::year(last)?.hi);
    Some(Interval::between(
        lo,
        hi,
        crate::base::date::Precision::Year,
    ))
}

/// `21/09/2023`; where day and month could be exchanged, nobody can tell which is meant.
fn slashed(word: &str) -> Option<Interval> {
    let mut parts = word.split('/');
    let (a, b, y) = (parts.next()?, parts.next()?, parts.next()?);
    if a.len() == 4 && parts.clone().next().is_none() {
        // 2023/09/21 has one order.
        return day(a, b.parse().ok()?, y);
    }
    let (first, second): (u32, u32) = (a.parse().ok()?, b.parse().ok()?);
    if parts.next().is_some() || y.len() != 4 {
        return None;
    }
    match (first > 12, second > 12) {
        (true, _) => day(y, second, a),
        (_, true) => day(y, first, b),
        _ if first == second => day(y, first, b),
        _ => None,
    }
}

/// `2025-Q4`, `2025Q4`.
pub(super) fn quarter(word: &str) -> Option<Interval> {
    let (year, number) = word.split_once(['q', 'Q'])?;
    let number: u32 = number.parse().ok().filter(|n| (1..=4).contains(n))?;
    let year: i32 = year.trim_end_matches('-').parse().ok()?;
    let first = Interval::month(year, number * 3 - 2)?;
    Some(Interval::between(
        first.lo,
        Interval::month(year, number * 3)?.hi,
        crate::base::date::Precision::Stretch,
    ))
}

/// `21.09.2023`.
pub(super) fn dotted(word: &str) -> Option<Interval> {
    let mut parts = word.trim_end_matches('.').split('.');
    let (d, m, y) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || !matches!(y.len(), 2 | 4) {
        return None;
    }
    let century = if y.len() == 2 { "20" } else { "" };
    day(&format!("{century}{y}"), m.parse().ok()?, d)
}
