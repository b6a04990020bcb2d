//! Dates as typed to intervals of days; the only place that knows what "today" means, and it is told.
//!
//! In: [`DateExpr`], today, variables. Out: intervals. Invariant: no clock is read.

use super::ast::{DateExpr, DateTerm, Unit, Value};
use super::result::{Options, Problem};
use crate::base::date::{Interval, Precision};
use crate::base::span::Span;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Returns the day `n` units before (`forward` false) or after a day, kept inside the calendar.
pub fn shift(day: NaiveDate, n: u32, unit: Unit, forward: bool) -> NaiveDate {
    let moved = match unit {
        Unit::Day | Unit::Week => {
            let days = Days::new(u64::from(n) * if unit == Unit::Week { 7 } else { 1 });
            if forward {
                day.checked_add_days(days)
            } else {
                day.checked_sub_days(days)
            }
        }
        Unit::Month | Unit::Year | Unit::Decade => {
            let months = Months::new(n.saturating_mul(match unit {
                Unit::Decade => 120,
                Unit::Year => 12,
                _ => 1,
            }));
            if forward {
                day.checked_add_months(months)
            } else {
                day.checked_sub_months(months)
            }
        }
    };
    moved.unwrap_or(if forward {
        NaiveDate::MAX
    } else {
        NaiveDate::MIN
    })
}

/// Returns the day "today" means.
///
/// # Errors
/// [`Problem`] if nobody said what it means.
pub fn today(options: &Options<'_>, span: Span) -> Result<NaiveDate, Problem> {
    options.today.ok_or_else(|| {
        Problem::new(
            "this date depends on today, which is not given here; write a calendar date",
            span,
        )
    })
}

/// Returns the calendar unit that a day lies in.
fn whole(day: NaiveDate, unit: Unit) -> Interval {
    let monday = day - Days::new(u64::from(day.weekday().num_days_from_monday()));
    let week = || {
        Interval::between(
            Some(monday),
            monday.checked_add_days(Days::new(6)),
            Precision::Week,
        )
    };
    let found = match unit {
        Unit::Day => None,
        Unit::Week => Some(week()),
        Unit::Month => Interval::month(day.year(), day.month()),
        Unit::Decade => Interval::parse_edtf(&format!("{:03}X", day.year() / 10)).ok(),
        Unit::Year => Interval::parse_edtf(&format!("{:04}", day.year())).ok(),
    };
    found.unwrap_or_else(|| Interval::day(day))
}

/// Resolves a date as typed.
///
/// # Errors
/// [`Problem`] for an unknown variable, a variable that is no date, or a missing today.
pub fn resolve(date: &DateExpr, options: &Options<'_>) -> Result<Interval, Problem> {
    term(&date.value, date.span, options, 0)
}

/// Resolves the first date of a stretch: a month or day without a year is the latest that begins no later than the stretch ends.
///
/// # Errors
/// As [`resolve`].
pub fn first_of(
    date: &DateExpr,
    last: &Interval,
    options: &Options<'_>,
) -> Result<Interval, Problem> {
    let Some(end) = last.hi else {
        return resolve(date, options);
    };
    let in_year = |year: i32| match date.value {
        DateTerm::Month(month) => Interval::month(year, month),
        DateTerm::DayOfYear(month, day) => {
            NaiveDate::from_ymd_opt(year, month, day).map(Interval::day)
        }
        _ => None,
    };
    let before = |i: &Interval| i.lo.is_some_and(|lo| lo <= end);
    let mut years = [end.year(), end.year() - 1].into_iter();
    match years.find_map(|y| in_year(y).filter(before)) {
        Some(first) => Ok(first),
        None => resolve(date, options),
    }
}

fn term(
    date: &DateTerm,
    span: Span,
    options: &Options<'_>,
    depth: u8,
) -> Result<Interval, Problem> {
    match date {
        DateTerm::Fixed(interval) => Ok(*interval),
        DateTerm::Today => Ok(Interval::day(today(options, span)?)),
        DateTerm::Yesterday => Ok(Interval::day(shift(
            today(options, span)?,
            1,
            Unit::Day,
            false,
        ))),
        DateTerm::Ago(n, unit) => {
            let day = shift(today(options, span)?, *n, *unit, false);
            let precision = if *unit == Unit::Day {
                Precision::Day
            } else {
                Precision::Week
            };
            Ok(Interval::between(Some(day), Some(day), precision))
        }
        DateTerm::Whole(ago, unit) => {
            let day = shift(today(options, span)?, *ago, *unit, false);
            Ok(whole(day, *unit))
        }
        DateTerm::Month(month) => {
            let today = today(options, span)?;
            let year = today.year() - i32::from(*month > today.month());
            Interval::month(year, *month).ok_or_else(|| Problem::new("no such month", span))
        }
        DateTerm::DayOfYear(month, day) => {
            let today = today(options, span)?;
            let begun = (*month, *day) <= (today.month(), today.day());
            let mut years = (0..8).map(|back| today.year() - i32::from(!begun) - back);
            let found = years.find_map(|y| NaiveDate::from_ymd_opt(y, *month, *day));
            let found = found.ok_or_else(|| Problem::new("no such day", span))?;
            Ok(Interval::day(found))
        }
        DateTerm::Variable(name) => match options.variables.get(&name.to_lowercase()) {
            Some(Value::Date(inner)) if depth < 8 => term(inner, span, options, depth + 1),
            Some(Value::Text(text)) => {
                Interval::parse_edtf(text).map_err(|e| Problem::new(e.to_string(), span))
            }
            Some(Value::Number(n)) => {
                Interval::parse_edtf(&format!("{n}")).map_err(|e| Problem::new(e.to_string(), span))
            }
            _ => {
                let known =
                    super::suggest::nearest(name, options.variables.keys().map(String::as_str), 2);
                let suggestions = known.iter().map(|k| format!("${k}")).collect();
                Err(Problem {
                    suggestions,
                    ..Problem::new(
                        format!("no variable ${name}; `let ${name} = 2023` makes one"),
                        span,
                    )
                })
            }
        },
    }
}
