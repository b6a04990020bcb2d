//! Calendar arithmetic that cannot fail loudly: every step out of the calendar is `None`.
//!
//! In: days and units. Out: days. Does not: know words.

use crate::lexicon::temporal::words::{Holiday, Unit};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Moves a day by whole days.
pub(super) fn add_days(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let step = Days::new(days.unsigned_abs());
    if days < 0 {
        day.checked_sub_days(step)
    } else {
        day.checked_add_days(step)
    }
}

/// Moves a day by whole months, clamping to the month's end.
pub(super) fn add_months(day: NaiveDate, months: i64) -> Option<NaiveDate> {
    let step = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 {
        day.checked_sub_months(step)
    } else {
        day.checked_add_months(step)
    }
}

/// Moves a day by `count` units; halves of a year become months, other fractions are cut.
pub(super) fn shift(day: NaiveDate, unit: Unit, count: f64) -> Option<NaiveDate> {
    if count.abs() > 1e6 {
        return None;
    }
    let whole = count as i64;
    match unit {
        Unit::Second | Unit::Minute => Some(day),
        Unit::Hour => add_days(day, (count / 24.0) as i64),
        Unit::Day | Unit::Night => add_days(day, whole),
        Unit::Weekend | Unit::Week => add_days(day, (count * 7.0) as i64),
        Unit::Fortnight => add_days(day, whole * 14),
        Unit::Month => add_months(day, whole),
        Unit::Quarter => add_months(day, whole * 3),
        Unit::HalfYear => add_months(day, (count * 6.0) as i64),
        Unit::Year => add_months(day, (count * 12.0) as i64),
        Unit::Decade => add_months(day, (count * 120.0) as i64),
        Unit::Century => add_months(day, whole * 1200),
        Unit::Millennium => add_months(day, whole * 12_000),
    }
}

/// The latest given weekday (1 = Monday) on or before a day.
pub(super) fn latest(day: NaiveDate, weekday: u32) -> Option<NaiveDate> {
    let back = (day.weekday().number_from_monday() + 7 - weekday) % 7;
    add_days(day, -i64::from(back))
}

/// The first given weekday after a day.
pub(super) fn following(day: NaiveDate, weekday: u32) -> Option<NaiveDate> {
    let on = (weekday + 7 - day.weekday().number_from_monday()) % 7;
    add_days(day, if on == 0 { 7 } else { i64::from(on) })
}

/// The given weekday in the week of a day.
pub(super) fn in_week(day: NaiveDate, weekday: u32) -> Option<NaiveDate> {
    add_days(
        day,
        i64::from(weekday) - i64::from(day.weekday().number_from_monday()),
    )
}

/// A day of an ISO week.
pub(super) fn iso_day(year: i32, week: u32, weekday: Weekday) -> Option<NaiveDate> {
    NaiveDate::from_isoywd_opt(year, week, weekday)
}

/// Easter Sunday (Meeus/Jones/Butcher), for years of the Gregorian calendar.
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, (n / 31) as u32, (n % 31 + 1) as u32)
}

/// A named day in a year.
pub(super) fn holiday(day: Holiday, year: i32) -> Option<NaiveDate> {
    match day {
        Holiday::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Holiday::Easter(days) => add_days(easter(year)?, days),
        Holiday::Nth(month, weekday, n) => {
            if n == 9 {
                let (_, end) = crate::base::date::month_bounds(year, month)?;
                return latest(end, weekday);
            }
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            let day = following(add_days(first, -1)?, weekday)?;
            add_days(day, i64::from(n.saturating_sub(1)) * 7)
        }
        Holiday::OnOrAfter(month, day, weekday) => following(
            add_days(NaiveDate::from_ymd_opt(year, month, day)?, -1)?,
            weekday,
        ),
    }
}
