//! When an article was published: the best evidence the source or the text gives, or nothing.
//!
//! In: one article's items, what the source says, the file's name. Out: [`Published`] with basis and evidence.
//! Invariant: never the day of reading, never a guess; a date that only bounds the publication day is marked uncertain.
//! Source: order of evidence after docs on reading, "Finding the publication date".

use super::block::{Class, Item};
use super::dateline::{self, AgencyLine, DateLine, Found, PieceKind};
use super::{given_date, opening};
use crate::base::article::{Given, Published, PublishedBasis};
use crate::base::date::Interval;
use crate::base::span::Span;
use crate::lexicon::Lexicon;
use crate::lexicon::language::{DateWord, Language};
use chrono::{Datelike, Days, NaiveDate};

/// What the choice looks at.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// Clean text of the document; the items' spans are its byte ranges.
    pub text: &'a str,
    /// The article's items up to the furniture behind it.
    pub items: &'a [Item],
    /// The furniture behind it.
    pub tail: &'a [Item],
    /// What the source says.
    pub given: &'a Given,
    /// File name.
    pub file: &'a str,
    /// Writing habits of the article's language.
    pub language: Option<&'a Language>,
}

/// Chooses the publication date; evidence spans are byte ranges of `Evidence::text`.
pub fn choose(evidence: &Evidence<'_>, lexicon: &Lexicon) -> Option<Published> {
    if let Some(day) = evidence.given.user_date {
        return Some(Published {
            date: Interval::day(day),
            basis: PublishedBasis::User,
            evidence: None,
        });
    }
    let month_first = evidence.language.is_some_and(|l| l.month_first);
    let calendar = lexicon.calendar();
    let given = evidence.given.published.as_deref();
    if let Some(date) = given.and_then(|g| given_date::metadata_date(g, calendar, month_first)) {
        return Some(Published {
            date,
            basis: PublishedBasis::Metadata,
            evidence: None,
        });
    }
    if let Some(found) = date_line(evidence, lexicon) {
        return Some(found);
    }
    let agency = agency(evidence, lexicon);
    if let Some(found) = agency.as_ref().filter(|p| p.date.lo.is_some()).cloned() {
        return Some(found);
    }
    let address = evidence
        .given
        .url
        .as_deref()
        .and_then(given_date::address_date);
    let name = evidence.file.rsplit(['/', '\\']).next().unwrap_or("");
    if let Some(day) = address.or_else(|| given_date::address_date(name)) {
        return Some(Published {
            date: Interval::day(day),
            basis: PublishedBasis::Address,
            evidence: None,
        });
    }
    if let Some(found) = opening(evidence, lexicon).filter(|_| agency.is_none()) {
        return Some(found);
    }
    let yearless = agency.or_else(|| labelled_day(evidence));
    let full = foot(evidence, lexicon).or_else(|| consistent(evidence, lexicon));
    match (yearless, full) {
        (Some(a), Some(c)) => Some(complete(a, c)),
        (Some(a), None) => Some(told_year(a, evidence, lexicon)),
        (None, c) => c,
    }
}

/// The day without a year behind a label of the head ("Publicerad 3 april").
fn labelled_day(evidence: &Evidence<'_>) -> Option<Published> {
    let head = evidence.items.iter().take_while(|i| !i.is_prose(100));
    head.filter_map(|item| match item.class {
        Class::Date(d) if d.found.day().is_none() && d.published => Some((item, d)),
        _ => None,
    })
    .map(|(item, d)| Published {
        date: d.found.date,
        basis: PublishedBasis::Dateline,
        evidence: Some(absolute(item, d.found)),
    })
    .next()
}

/// The dateline of the article: labelled as publication, else bare in the header, else any in the header, else one in the last lines.
fn date_line(evidence: &Evidence<'_>, lexicon: &Lexicon) -> Option<Published> {
    let items = evidence.items;
    let about = |item: &Item, d: &DateLine| {
        let plain = !d.bare && !d.published && !d.updated;
        let heading = |l| opening::is_heading(item, d, evidence, (lexicon.calendar(), l));
        plain && evidence.language.is_some_and(heading)
    };
    let whole = |d: &DateLine| d.found.day().is_some();
    let dates = || {
        items
            .iter()
            .enumerate()
            .filter_map(|(i, item)| match item.class {
                Class::Date(d) if whole(&d) && !about(item, &d) => Some((i, item, d)),
                _ => None,
            })
    };
    let prose = |i: usize| items.iter().take(i).filter(|x| x.is_prose(100)).count();
    let header = |i: usize| i <= 12 && prose(i) <= 2;
    let tail = |i: usize| i + 4 >= items.len();
    let rank = |i: usize, d: &DateLine| match (d.published, header(i), d.updated, d.bare) {
        (true, true, ..) => 0,
        (_, true, false, true) => 1,
        (_, true, false, false) => 2,
        (true, false, ..) if tail(i) => 3,
        (_, true, true, _) => 4,
        (_, false, false, true) if tail(i) => 5,
        (_, false, true, _) if tail(i) => 6,
        _ => 9,
    };
    let best = dates().min_by_key(|(i, _, d)| (rank(*i, d), *i))?;
    if rank(best.0, &best.2) == 9 {
        return None;
    }
    let start = best.1.span.start as usize;
    let span = best.2.found.span;
    Some(Published {
        date: best.2.found.date,
        basis: PublishedBasis::Dateline,
        evidence: Some(Span::new(
            start + span.start as usize,
            start + span.end as usize,
        )),
    })
}

/// Lines at the end among which the one that signs an article off is looked for.
const FOOT: usize = 4;

/// Most words beside the date of a line that signs off.
const SIGNED: usize = 8;

/// Marks of rights in a line that signs off.
const RIGHTS: [&str; 2] = ["©", "(c)"];

/// The date of the line that signs the article off: one whole date beside the sign of rights or the name of an agency ("© SID 28.07.2023", "(dpa)
/// 28.07.2023").
fn foot(evidence: &Evidence<'_>, lexicon: &Lexicon) -> Option<Published> {
    let shapes = dateline::Shapes {
        month_first: evidence.language.is_some_and(|l| l.month_first),
        own_line: false,
    };
    let lines = evidence
        .tail
        .iter()
        .rev()
        .chain(evidence.items.iter().rev());
    let mut lines = lines
        .take(FOOT)
        .filter(|i| usize::from(i.words) <= 2 * SIGNED);
    lines.find_map(|item| {
        let line = item.span.of(evidence.text);
        let p = dateline::pieces(line, lexicon.calendar(), PIECES);
        let found = dateline::dates(&p, shapes);
        let [(only, ..)] = found.as_slice() else {
            return None;
        };
        let agencies = &lexicon.boilerplate().agencies;
        let agency = p.iter().any(|x| agencies.contains(&x.text.to_lowercase()));
        let rights = RIGHTS.iter().any(|r| line.contains(r));
        let words = dateline::rest(&p, &found).words;
        let signs = rights || agency && words <= SIGNED && !line.ends_with('.');
        (only.day().is_some() && signs).then(|| Published {
            date: only.date,
            basis: PublishedBasis::Dateline,
            evidence: Some(absolute(item, *only)),
        })
    })
}

/// So many days at most lie between the latest day that a report tells of and its dateline without a year.
const REPORTED: i64 = 45;

/// Gives a dateline without a year that of the latest whole date of the story, where it stands shortly behind that date; in doubt.
fn told_year(yearless: Published, evidence: &Evidence<'_>, lexicon: &Lexicon) -> Published {
    let shapes = dateline::Shapes {
        month_first: evidence.language.is_some_and(|l| l.month_first),
        own_line: false,
    };
    let prose = evidence.items.iter().filter(|i| i.class == Class::Prose);
    let latest = prose
        .filter_map(|item| {
            let text = item.span.of(evidence.text);
            let p = dateline::pieces(text, lexicon.calendar(), PIECES);
            let days = dateline::dates(&p, shapes);
            days.iter().filter_map(|f| f.0.day()).max()
        })
        .max();
    let Some(latest) = latest else {
        return yearless;
    };
    let near = complete(
        yearless.clone(),
        Published {
            date: Interval::day(latest),
            basis: PublishedBasis::Consistent,
            evidence: None,
        },
    );
    let behind = near.date.lo.map(|d| (d - latest).num_days());
    if !behind.is_some_and(|days| (0..=REPORTED).contains(&days)) {
        return yearless;
    }
    Published {
        date: Interval {
            uncertain: true,
            ..near.date
        },
        ..near
    }
}

/// Reads the agency dateline of the first paragraph that has one.
pub fn agency_of(evidence: &Evidence<'_>, lexicon: &Lexicon) -> Option<(AgencyLine, u32)> {
    let prose = evidence.items.iter().filter(|i| i.class == Class::Prose);
    prose.take(3).find_map(|i| {
        let line = dateline::agency_line(i.span.of(evidence.text), lexicon)?;
        Some((line, i.span.start))
    })
}

fn agency(evidence: &Evidence<'_>, lexicon: &Lexicon) -> Option<Published> {
    let (line, start) = agency_of(evidence, lexicon)?;
    let found = line.found?;
    let start = start as usize;
    Some(Published {
        date: found.date,
        basis: PublishedBasis::AgencyDateline,
        evidence: Some(Span::new(
            start + found.span.start as usize,
            start + found.span.end as usize,
        )),
    })
}

/// The bare date before the first sentence of the story.
fn opening(evidence: &Evidence<'_>, lexicon: &Lexicon) -> Option<Published> {
    let language = evidence.language?;
    let (found, start) = opening::of_article(evidence, lexicon.calendar(), language)?;
    Some(Published {
        date: found.found.date,
        basis: PublishedBasis::Dateline,
        evidence: Some(opening::evidence(&found, start)),
    })
}

/// Gives a dateline without a year the year of a full date nearby (the nearest such day within half a year).
fn complete(agency: Published, full: Published) -> Published {
    let nearest = agency
        .date
        .yearless
        .zip(full.date.lo)
        .and_then(|((m, d), near)| {
            let years = [near.year() - 1, near.year(), near.year() + 1];
            let days = years
                .iter()
                .filter_map(|y| NaiveDate::from_ymd_opt(*y, u32::from(m), u32::from(d)));
            days.min_by_key(|day| (*day - near).num_days().abs())
        });
    match nearest {
        Some(day) => Published {
            date: Interval::day(day),
            ..agency
        },
        None => agency,
    }
}

/// How much of the start of an article is looked at for a date that fits its weekday.
const LEAD: usize = 3;
/// Longest stretch of a paragraph that is looked at, in pieces.
const PIECES: usize = 400;

/// A full date in the lead beside its right weekday or "yesterday", told as past, and no later date in the article.
///
/// With "yesterday" the day of publication is the next one and certain; beside a weekday it is that day or soon after, so the date is marked uncertain.
fn consistent(evidence: &Evidence<'_>, lexicon: &Lexicon) -> Option<Published> {
    let language = evidence.language?;
    let calendar = lexicon.calendar();
    let shapes = dateline::Shapes {
        month_first: language.month_first,
        own_line: false,
    };
    let mut best: Option<(Published, NaiveDate)> = None;
    let mut latest: Option<NaiveDate> = None;
    let prose = evidence.items.iter().filter(|i| i.class == Class::Prose);
    for (n, item) in prose.enumerate() {
        let text = item.span.of(evidence.text);
        if !text.bytes().any(|b| b.is_ascii_digit()) {
            continue;
        }
        let p = dateline::pieces(text, calendar, PIECES);
        for (found, first, next) in dateline::dates(&p, shapes) {
            let Some(day) = found.day() else { continue };
            latest = latest.max(Some(day));
            let relative = near_word(&p, first, next);
            if found.weekday_agrees == Some(false) || cued(&p, first, next, language) {
                continue;
            }
            let published = match relative {
                Some(DateWord::Yesterday) => day.checked_add_days(Days::new(1)).map(Interval::day),
                Some(DateWord::Today) => Some(Interval::day(day)),
                _ if found.weekday_agrees == Some(true) && n < LEAD => Some(Interval {
                    uncertain: true,
                    ..Interval::day(day)
                }),
                _ => None,
            };
            if let Some(date) = published {
                let here = (
                    Published {
                        date,
                        basis: PublishedBasis::Consistent,
                        evidence: Some(absolute(item, found)),
                    },
                    day,
                );
                best = best.filter(|b| b.1 >= day).or(Some(here));
            }
        }
    }
    best.filter(|b| Some(b.1) >= latest).map(|b| b.0)
}

fn absolute(item: &Item, found: Found) -> Span {
    let start = item.span.start as usize;
    Span::new(
        start + found.span.start as usize,
        start + found.span.end as usize,
    )
}

/// "igår, den 5 februari 2026": the day word that stands beside a date.
fn near_word(p: &[dateline::Piece<'_>], first: usize, next: usize) -> Option<DateWord> {
    let beside = |piece: &dateline::Piece<'_>| match piece.kind {
        PieceKind::Word(Some(w @ (DateWord::Yesterday | DateWord::Today))) => Some(Some(w)),
        PieceKind::Mark(',' | '(' | ')') | PieceKind::Word(Some(DateWord::Filler)) => None,
        _ => Some(None),
    };
    let before = p
        .get(..first)?
        .iter()
        .rev()
        .take(3)
        .find_map(beside)
        .flatten();
    before.or_else(|| p.get(next..)?.iter().take(2).find_map(beside).flatten())
}

/// Does a word of the same sentence make the date a plan or mere background?
fn cued(p: &[dateline::Piece<'_>], first: usize, next: usize, language: &Language) -> bool {
    let stop =
        |piece: &&dateline::Piece<'_>| !matches!(piece.kind, PieceKind::Mark('.' | '!' | '?'));
    let before: Vec<_> = p
        .get(..first)
        .unwrap_or(&[])
        .iter()
        .rev()
        .take_while(stop)
        .collect();
    let after = p.get(next..).unwrap_or(&[]).iter().take_while(stop);
    let is = |piece: &&dateline::Piece<'_>, list: &[String]| {
        let lower = piece.text.to_lowercase();
        list.contains(&lower)
    };
    let future = before
        .iter()
        .copied()
        .chain(after)
        .any(|x| is(&x, &language.future_cues));
    future
        || before
            .iter()
            .take(3)
            .any(|x| is(x, &language.background_cues))
}
