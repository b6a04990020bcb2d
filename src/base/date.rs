//! Dates as news gives them: an interval of days, the precision of the wording, and the doubt in it.
//!
//! In: chrono days or EDTF text (ISO 8601-2, level 1 and the masked year of level 2). Out: intervals and EDTF text.
//! Invariants: `lo <= hi` where both are known; parsing what was printed gives the same interval.

use chrono::{Datelike, Days, Months, NaiveDate};

/// How exact the wording is, from coarse to fine.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// "1800-talet", "the 19th century".
    Century,
    /// "the 1990s".
    Decade,
    /// "2018".
    Year,
    /// "the summer of 2024", "2025-Q4", "första halvåret", or any other stretch that is no calendar unit.
    Stretch,
    /// "Februar 2018".
    Month,
    /// "förra veckan".
    Week,
    /// "am Freitag (24.10.2025)".
    Day,
}

/// A closed interval of days, open where an end is not known.
///
/// `lo`/`hi` are inclusive days in the article's own calendar. A date without a year ("February 22" in an undated text) has
/// neither end but a `yearless` month and day; it sorts after all dated ones and matches no window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// First day, `None` if open.
    pub lo: Option<NaiveDate>,
    /// Last day, `None` if open.
    pub hi: Option<NaiveDate>,
    /// How exact the wording is.
    pub precision: Precision,
    /// "around", "ungefähr": EDTF `~`.
    pub approximate: bool,
    /// Derived with doubt: EDTF `?`.
    pub uncertain: bool,
    /// Month and day where only the year is unknown.
    pub yearless: Option<(u8, u8)>,
}

/// Says why a text is no date of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{text:?} is not a date; expected YYYY, YYYY-MM, YYYY-MM-DD, a season YYYY-21 to YYYY-24, 199X, START/END or XXXX-MM-DD"
)]
pub struct DateError {
    /// The text as given.
    pub text: String,
}

/// Returns the first and last day of a month, or `None` outside the calendar.
pub fn month_bounds(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let lo = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some((
        lo,
        lo.checked_add_months(Months::new(1))?
            .checked_sub_days(Days::new(1))?,
    ))
}

impl Interval {
    /// Makes the interval of one day.
    pub fn day(day: NaiveDate) -> Self {
        Self::between(Some(day), Some(day), Precision::Day)
    }

    /// Makes the interval of a calendar month, or `None` outside the calendar.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        let (lo, hi) = month_bounds(year, month)?;
        Some(Self::between(Some(lo), Some(hi), Precision::Month))
    }

    /// Makes the interval of a calendar year, or `None` outside the calendar.
    pub fn year(year: i32) -> Option<Self> {
        let lo = NaiveDate::from_ymd_opt(year, 1, 1)?;
        Some(Self::between(
            Some(lo),
            NaiveDate::from_ymd_opt(year, 12, 31),
            Precision::Year,
        ))
    }

    /// Makes an interval from its ends; swapped ends are put right.
    pub fn between(lo: Option<NaiveDate>, hi: Option<NaiveDate>, precision: Precision) -> Self {
        let (lo, hi) = match (lo, hi) {
            (Some(a), Some(b)) if a > b => (Some(b), Some(a)),
            ends => ends,
        };
        Self {
            lo,
            hi,
            precision,
            approximate: false,
            uncertain: false,
            yearless: None,
        }
    }

    /// Makes a date whose year the text does not give.
    pub fn yearless(month: u8, day: u8) -> Self {
        Self {
            yearless: Some((month, day)),
            ..Self::between(None, None, Precision::Day)
        }
    }

    /// Tells whether the two intervals can speak of the same day; an open end reaches for ever, a yearless date meets nothing dated.
    pub fn overlaps(&self, other: &Interval) -> bool {
        if self.yearless.is_some() || other.yearless.is_some() {
            return self.yearless.is_some() && self.yearless == other.yearless;
        }
        let before = |hi: Option<NaiveDate>, lo: Option<NaiveDate>| matches!((hi, lo), (Some(h), Some(l)) if h < l);
        !before(self.hi, other.lo) && !before(other.hi, self.lo)
    }

    /// Tells whether every day of this interval lies in `window`.
    pub fn within(&self, window: &Interval) -> bool {
        let lo_ok = window.lo.is_none_or(|w| self.lo.is_some_and(|l| l >= w));
        let hi_ok = window.hi.is_none_or(|w| self.hi.is_some_and(|h| h <= w));
        self.yearless.is_none() && lo_ok && hi_ok
    }

    /// Prints EDTF: `2023-09-21`, `2023-09`, `199X`, `2025-21`, `2025-10-09/2025-10-11`, `../2018-02`, `XXXX-02-22`, with `~`, `?` or `%` behind.
    pub fn to_edtf(&self) -> String {
        let mut text = match (self.yearless, self.lo, self.hi) {
            (Some((m, d)), ..) => format!("XXXX-{m:02}-{d:02}"),
            (None, Some(lo), Some(hi)) => closed_edtf(lo, hi),
            (None, lo, hi) => format!(
                "{}/{}",
                open_end(lo, self.precision, true),
                open_end(hi, self.precision, false)
            ),
        };
        match (self.approximate, self.uncertain) {
            (true, true) => text.push('%'),
            (true, false) => text.push('~'),
            (false, true) => text.push('?'),
            (false, false) => {}
        }
        text
    }

    /// Reads EDTF as [`Interval::to_edtf`] writes it.
    ///
    /// # Errors
    /// [`DateError`] with the text, if it is none of the supported forms.
    pub fn parse_edtf(text: &str) -> Result<Self, DateError> {
        let error = || DateError {
            text: text.to_owned(),
        };
        let bare = text.trim_end_matches(['~', '?', '%']);
        let mark = text.get(bare.len()..).unwrap_or("");
        let mut interval = parse_bare(bare).ok_or_else(error)?;
        interval.approximate |= mark.contains(['~', '%']);
        interval.uncertain |= mark.contains(['?', '%']);
        Ok(interval)
    }
}

/// Season number of EDTF to its first month; winter begins in December of its year.
const SEASON_MONTHS: [(u32, u32); 4] = [(21, 3), (22, 6), (23, 9), (24, 12)];

fn season(year: i32, number: u32) -> Option<Interval> {
    let (_, month) = SEASON_MONTHS.into_iter().find(|s| s.0 == number)?;
    let lo = NaiveDate::from_ymd_opt(year, month, 1)?;
    let hi = lo
        .checked_add_months(Months::new(3))?
        .checked_sub_days(Days::new(1))?;
    Some(Interval::between(Some(lo), Some(hi), Precision::Stretch))
}

fn open_end(day: Option<NaiveDate>, precision: Precision, start: bool) -> String {
    let Some(day) = day else {
        return "..".to_owned();
    };
    let edge = |(lo, hi): (NaiveDate, NaiveDate)| if start { lo == day } else { hi == day };
    let month = month_bounds(day.year(), day.month()).is_some_and(edge);
    let year_edge = if start { (1, 1) } else { (12, 31) };
    match precision {
        Precision::Year if (day.month(), day.day()) == year_edge => day.format("%Y").to_string(),
        Precision::Month | Precision::Stretch if month => day.format("%Y-%m").to_string(),
        _ => day.format("%Y-%m-%d").to_string(),
    }
}

fn closed_edtf(lo: NaiveDate, hi: NaiveDate) -> String {
    if lo == hi {
        return lo.format("%Y-%m-%d").to_string();
    }
    let (y, last) = (lo.year(), hi.year());
    let whole_years = lo.ordinal() == 1 && (hi.month(), hi.day()) == (12, 31);
    if whole_years && y == last {
        return format!("{y:04}");
    }
    if whole_years && y % 10 == 0 && last == y + 9 {
        return format!("{:03}X", y / 10);
    }
    if whole_years && y % 100 == 0 && last == y + 99 {
        return format!("{:02}XX", y / 100);
    }
    if whole_years {
        return format!("{y:04}/{last:04}");
    }
    if month_bounds(y, lo.month()) == Some((lo, hi)) {
        return lo.format("%Y-%m").to_string();
    }
    for (number, _) in SEASON_MONTHS {
        if season(y, number).is_some_and(|s| (s.lo, s.hi) == (Some(lo), Some(hi))) {
            return format!("{y:04}-{number}");
        }
    }
    let month_edges = lo.day() == 1 && month_bounds(last, hi.month()).is_some_and(|m| m.1 == hi);
    let form = if month_edges { "%Y-%m" } else { "%Y-%m-%d" };
    format!("{}/{}", lo.format(form), hi.format(form))
}

fn parse_bare(text: &str) -> Option<Interval> {
    if let Some((a, b)) = text.split_once('/') {
        let end = |t: &str| {
            if t == ".." || t.is_empty() {
                Some(None)
            } else {
                parse_point(t).map(Some)
            }
        };
        let (a, b) = (end(a)?, end(b)?);
        let precision = match (&a, &b) {
            (Some(x), Some(y))
                if x.precision == Precision::Day && y.precision == Precision::Day =>
            {
                Precision::Stretch
            }
            (Some(x), Some(_)) => x.precision.min(Precision::Stretch),
            (Some(x), None) | (None, Some(x)) => x.precision,
            (None, None) => return None,
        };
        return Some(Interval::between(
            a.and_then(|i| i.lo),
            b.and_then(|i| i.hi),
            precision,
        ));
    }
    parse_point(text)
}

fn parse_point(text: &str) -> Option<Interval> {
    let number = |t: &str| {
        if t.bytes().all(|b| b.is_ascii_digit()) {
            t.parse::<u32>().ok()
        } else {
            None
        }
    };
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    match (year, month, day) {
        ("XXXX", Some(m), Some(d)) => {
            let (m, d) = (number(m)?, number(d)?);
            NaiveDate::from_ymd_opt(2000, m, d)?;
            Some(Interval::yearless(m as u8, d as u8))
        }
        (y, None, None) if y.len() == 4 && y.ends_with("XX") => {
            let lo = number(y.get(..2)?)? as i32 * 100;
            Some(Interval {
                precision: Precision::Century,
                hi: Interval::year(lo + 99)?.hi,
                ..Interval::year(lo)?
            })
        }
        (y, None, None) if y.len() == 4 && y.ends_with('X') => {
            let lo = number(y.get(..3)?)? as i32 * 10;
            Some(Interval {
                precision: Precision::Decade,
                hi: Interval::year(lo + 9)?.hi,
                ..Interval::year(lo)?
            })
        }
        (y, m, d) if y.len() == 4 => {
            let y = number(y)? as i32;
            match (m, d) {
                (None, _) => Interval::year(y),
                (Some(m), None) => {
                    season(y, number(m)?).or_else(|| Interval::month(y, number(m).unwrap_or(0)))
                }
                (Some(m), Some(d)) => {
                    NaiveDate::from_ymd_opt(y, number(m)?, number(d)?).map(Interval::day)
                }
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edtf_text_survives_the_round_trip() {
        for text in [
            "2023-09-21",
            "2023-09",
            "2023",
            "199X",
            "18XX",
            "2025-22",
            "2025-24",
            "2025-10-09/2025-10-11",
            "2025-01/2025-06",
            "../2018-02",
            "2021/..",
            "XXXX-02-22",
            "2010~",
            "2025-07?",
        ] {
            let interval = Interval::parse_edtf(text).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!(interval.to_edtf(), text);
        }
        for text in [
            "",
            "2023-13",
            "2023-02-30",
            "today",
            "2023-1-1-1",
            "20a3",
            "../..",
        ] {
            assert!(
                Interval::parse_edtf(text).is_err(),
                "{text:?} was taken for a date"
            );
        }
    }

    #[test]
    fn yearless_dates_meet_only_their_like() {
        let dated = Interval::parse_edtf("2022-02-22").unwrap_or_else(|e| panic!("{e}"));
        assert!(!Interval::yearless(2, 22).overlaps(&dated));
        assert!(Interval::yearless(2, 22).overlaps(&Interval::yearless(2, 22)));
    }
}
