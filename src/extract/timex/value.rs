//! Points of time as news names them, with their TIMEX3 value and the days they cover.
//!
//! In: calendar numbers. Out: value text and [`Interval`]. Invariants: a point that leaves the calendar has no interval; years before our era are
//! counted as astronomers do (0 is 1 BC).

use super::calendar::{add_days, iso_day};
use crate::base::date::{Interval, Precision, month_bounds};
use crate::lexicon::temporal::Temporal;
use crate::lexicon::temporal::words::{DAYPARTS, SEASONS, Slot, Slots, Unit};
use chrono::{Datelike, NaiveDate, Weekday};

/// A named stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    Day(NaiveDate),
    /// A day of a month whose year is unknown.
    Yearless(u32, u32),
    Month(i32, u32),
    Year(i32),
    Week(i32, u32),
    Weekend(i32, u32),
    Quarter(i32, u32),
    Half(i32, u32),
    Season(i32, usize),
    Decade(i32),
    Century(i32),
}

impl Point {
    /// TIMEX3 value.
    pub(super) fn value(&self) -> String {
        match *self {
            Self::Day(day) => format!("{}-{:02}-{:02}", year(day.year()), day.month(), day.day()),
            Self::Yearless(m, d) => format!("XXXX-{m:02}-{d:02}"),
            Self::Month(y, m) => format!("{}-{m:02}", year(y)),
            Self::Year(y) => year(y),
            Self::Week(y, w) => format!("{}-W{w:02}", year(y)),
            Self::Weekend(y, w) => format!("{}-W{w:02}-WE", year(y)),
            Self::Quarter(y, q) => format!("{}-Q{q}", year(y)),
            Self::Half(y, h) => format!("{}-H{h}", year(y)),
            Self::Season(y, s) => format!("{}-{}", year(y), SEASONS.get(s).unwrap_or(&"SP")),
            Self::Decade(y) if y < 0 => format!("BC{:03}", -(y + 1) / 10),
            Self::Century(y) if y < 0 => format!("BC{:02}", -(y + 1) / 100),
            Self::Decade(y) => format!("{:03}", y.div_euclid(10)),
            Self::Century(y) => format!("{:02}", y.div_euclid(100)),
        }
    }

    /// The days it covers.
    pub(super) fn interval(&self) -> Option<Interval> {
        let stretch = |lo: Option<NaiveDate>, hi: Option<NaiveDate>, p: Precision| {
            Some(Interval::between(Some(lo?), Some(hi?), p))
        };
        let months = |y: i32, first: u32, count: u32| {
            let last = first + count - 1;
            let (ly, lm) = (y + (last as i32 - 1) / 12, (last - 1) % 12 + 1);
            stretch(
                month_bounds(y, first).map(|m| m.0),
                month_bounds(ly, lm).map(|m| m.1),
                Precision::Stretch,
            )
        };
        match *self {
            Self::Day(day) => Some(Interval::day(day)),
            Self::Yearless(m, d) => Some(Interval::yearless(m as u8, d as u8)),
            Self::Month(y, m) => Interval::month(y, m),
            Self::Year(y) => Interval::year(y),
            Self::Week(y, w) => {
                let monday = iso_day(y, w, Weekday::Mon)?;
                stretch(Some(monday), add_days(monday, 6), Precision::Week)
            }
            Self::Weekend(y, w) => {
                let saturday = iso_day(y, w, Weekday::Sat)?;
                stretch(Some(saturday), add_days(saturday, 1), Precision::Stretch)
            }
            Self::Quarter(y, q) => months(y, q.checked_sub(1)? * 3 + 1, 3),
            Self::Half(y, h) => months(y, h.checked_sub(1)? * 6 + 1, 6),
            Self::Season(y, s) => months(y, s as u32 * 3 + 3, 3),
            Self::Decade(y) => {
                let lo = y.div_euclid(10) * 10;
                stretch(
                    Interval::year(lo)?.lo,
                    Interval::year(lo + 9)?.hi,
                    Precision::Decade,
                )
            }
            Self::Century(y) => {
                let lo = y.div_euclid(100) * 100;
                stretch(
                    Interval::year(lo)?.lo,
                    Interval::year(lo + 99)?.hi,
                    Precision::Century,
                )
            }
        }
    }

    /// The unit it is given in.
    pub(super) fn unit(&self) -> Unit {
        match self {
            Self::Day(_) | Self::Yearless(..) => Unit::Day,
            Self::Month(..) => Unit::Month,
            Self::Year(_) => Unit::Year,
            Self::Week(..) => Unit::Week,
            Self::Weekend(..) => Unit::Weekend,
            Self::Quarter(..) => Unit::Quarter,
            Self::Half(..) => Unit::HalfYear,
            Self::Season(..) => Unit::Quarter,
            Self::Decade(_) => Unit::Decade,
            Self::Century(_) => Unit::Century,
        }
    }

    /// The point of a unit that holds a day.
    pub(super) fn holding(day: NaiveDate, unit: Unit) -> Self {
        let week = day.iso_week();
        match unit {
            Unit::Weekend => Self::Weekend(week.year(), week.week()),
            Unit::Week | Unit::Fortnight => Self::Week(week.year(), week.week()),
            Unit::Month => Self::Month(day.year(), day.month()),
            Unit::Quarter => Self::Quarter(day.year(), day.month0() / 3 + 1),
            Unit::HalfYear => Self::Half(day.year(), day.month0() / 6 + 1),
            Unit::Year => Self::Year(day.year()),
            Unit::Decade => Self::Decade(day.year()),
            Unit::Century | Unit::Millennium => Self::Century(day.year()),
            _ => Self::Day(day),
        }
    }
}

/// A year as TIMEX3 writes it; the year 0 of the calendar is 1 BC.
fn year(y: i32) -> String {
    if y < 1 {
        format!("BC{:04}", 1 - i64::from(y))
    } else {
        format!("{y:04}")
    }
}

/// The masked value of a point that cannot be placed.
pub(super) fn masked(unit: Unit) -> &'static str {
    match unit {
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::HalfYear => "XXXX-HX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century | Unit::Millennium => "XX",
        _ => "XXXX-XX-XX",
    }
}

/// The clock or part-of-day suffix of a value ("T14:30", "TEV"), if the slots give one.
pub(super) fn clock(slots: &Slots) -> Option<String> {
    if let Some(hour) = slots.int(Slot::Hour) {
        let hour = match slots.int(Slot::Meridiem) {
            Some(12) if hour < 12 => hour + 12,
            Some(0) if hour == 12 => 0,
            _ => hour,
        };
        let minute = slots.int(Slot::Minute).unwrap_or(0);
        return Some(match slots.int(Slot::Second) {
            Some(second) => format!("T{hour:02}:{minute:02}:{second:02}"),
            None => format!("T{hour:02}:{minute:02}"),
        });
    }
    let part = slots.int(Slot::Daypart)?;
    DAYPARTS.get(part as usize).map(|code| format!("T{code}"))
}

/// The value of a length of time; `count` below zero means "some".
pub(super) fn duration(count: f64, unit: Unit, table: &Temporal) -> String {
    let number = |factor: f64| {
        if count < 0.0 {
            "X".to_owned()
        } else {
            let total = (count * factor * 100.0).round() / 100.0;
            format!("{total}")
        }
    };
    let one = number(1.0);
    // "P1Y6M" rather than "P1.5Y", where the language's annotators write so.
    let whole = count.floor();
    let half =
        table.halves_in_next_unit && count > 1.0 && (count - whole - 0.5).abs() < f64::EPSILON;
    match unit {
        Unit::Year if half => return format!("P{whole}Y6M"),
        Unit::Hour if half => return format!("PT{whole}H30M"),
        Unit::Minute if half => return format!("PT{whole}M30S"),
        _ => {}
    }
    match unit {
        Unit::Second => format!("PT{one}S"),
        Unit::Minute => format!("PT{one}M"),
        Unit::Hour => format!("PT{one}H"),
        Unit::Day => format!("P{one}D"),
        Unit::Night => format!("P{one}NI"),
        Unit::Weekend => format!("P{one}WE"),
        Unit::Week => format!("P{one}W"),
        Unit::Fortnight => format!("P{}W", number(2.0)),
        Unit::Month => format!("P{one}M"),
        Unit::Quarter => format!("P{one}Q"),
        Unit::HalfYear => format!("P{}M", number(6.0)),
        Unit::Year if (count - 0.5).abs() < f64::EPSILON => "P6M".to_owned(),
        Unit::Year => format!("P{one}Y"),
        Unit::Decade if count < 0.0 || !table.decades_in_years => format!("P{one}DE"),
        Unit::Decade => format!("P{}Y", number(10.0)),
        Unit::Century if count < 0.0 => "PXCE".to_owned(),
        Unit::Century => format!("P{}Y", number(100.0)),
        Unit::Millennium => format!("P{}Y", number(1000.0)),
    }
}
