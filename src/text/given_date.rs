//! Dates that a source gives apart from the text: in an address, a file name, a field of a record or page.
//!
//! In: an address, or what stands in a field. Out: a day. Invariant: an address counts only where it holds a full date between other characters.
//! Does not: read lines of the text (text::dateline).

use super::dateline::{Shapes, dates, day, pieces};
use crate::base::date::Interval;
use crate::lexicon::language::Calendar;
use chrono::NaiveDate;

/// Finds a full date in an address or file name: `/2026/02/05/`, `2026-02-05`, `20260205` between other characters.
pub fn address_date(address: &str) -> Option<NaiveDate> {
    let digits = |from: usize, n: usize| -> Option<u32> {
        let part = address.get(from..from + n)?;
        part.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| part.parse().ok())?
    };
    let bytes = address.as_bytes();
    let alnum = |i: Option<usize>| {
        i.and_then(|i| bytes.get(i))
            .is_some_and(u8::is_ascii_alphanumeric)
    };
    let starts = (0..bytes.len()).filter(|&i| !alnum(i.checked_sub(1)));
    let mut found = None;
    for i in starts {
        let Some(year) = digits(i, 4).filter(|y| (1990..=2100).contains(y)) else {
            continue;
        };
        let joint = |n: usize| {
            bytes
                .get(i + n)
                .is_some_and(|b| matches!(b, b'-' | b'_' | b'/' | b'.'))
        };
        let parts = if joint(4) && joint(7) && !alnum(Some(i + 10)) {
            digits(i + 5, 2).zip(digits(i + 8, 2))
        } else if !alnum(Some(i + 8)) {
            digits(i + 4, 2).zip(digits(i + 6, 2))
        } else {
            None
        };
        let date = parts.and_then(|(m, d)| NaiveDate::from_ymd_opt(year as i32, m, d));
        found = found.or(date);
    }
    found
}

/// Reads a date that a record or a page gives as such: ISO with or without time, any written shape, seconds or milliseconds since 1970.
pub fn metadata_date(text: &str, calendar: &Calendar, month_first: bool) -> Option<Interval> {
    let text = text.trim();
    if let Ok(number) = text.parse::<i64>()
        && text.len() >= 9
    {
        if text.len() == 8 + 6 {
            return compact(text);
        }
        let seconds = if number.abs() > 100_000_000_000 {
            number / 1000
        } else {
            number
        };
        return chrono::DateTime::from_timestamp(seconds, 0).map(|t| Interval::day(t.date_naive()));
    }
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return compact(text);
    }
    let p = pieces(text, calendar, 24);
    let shapes = Shapes {
        month_first,
        own_line: true,
    };
    let full = dates(&p, shapes)
        .into_iter()
        .map(|f| f.0.date)
        .find(|d| d.lo.is_some());
    full.or_else(|| Interval::parse_edtf(text).ok())
}

fn compact(text: &str) -> Option<Interval> {
    let n = |a: usize, b: usize| text.get(a..b)?.parse::<u32>().ok();
    day(n(0, 4)?, n(4, 6)?, n(6, 8)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn addresses_and_metadata() {
        let lexicon = Lexicon::open(None).expect("the data is whole");
        let cal = lexicon.calendar();
        let d = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        assert_eq!(address_date("https://x.se/2026/02/05/mote"), d(2026, 2, 5));
        assert_eq!(address_date("tt_20260205.txt"), d(2026, 2, 5));
        assert_eq!(address_date("000_873feb24304023e0.txt"), None);
        for text in [
            "2026-02-05T10:00:00Z",
            "Thu, 05 Feb 2026 10:00:00 GMT",
            "20260205",
            "20260205103000",
            "1770285600",
            "1770285600000",
        ] {
            let got = metadata_date(text, cal, false).map(|i| i.to_edtf());
            assert_eq!(got.as_deref(), Some("2026-02-05"), "{text}");
        }
    }
}
