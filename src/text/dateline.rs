//! Dates as headers write them: "30 januari 2026", "Publicerad 10 maj 2018 kl 17.22", "WASHINGTON, Feb 5 (Reuters) –".
//!
//! In: one line, or the start of one paragraph. Out: a day (or a day without its year) and where it stands.
//! Invariant: month, weekday and label words come from language.ron. Does not: read relative expressions (extract::timex) or choose among dates (text::published).

use super::place_line;
use crate::base::date::Interval;
use crate::base::letters::small;
use crate::base::span::Span;
use crate::lexicon::Lexicon;
use crate::lexicon::language::{Calendar, DateWord};
use chrono::{Datelike, NaiveDate};

/// A date found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Day and month, and the year where it is written.
    pub date: Interval,
    /// Where it stands in the given text.
    pub span: Span,
    /// Are the weekday beside it and the date one day? `None` without a weekday.
    pub weekday_agrees: Option<bool>,
}

impl Found {
    /// Returns the day, if the year is known.
    pub fn day(&self) -> Option<NaiveDate> {
        self.date.lo
    }
}

/// What a line of dates says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateLine {
    /// The date of publication, else of the last change.
    pub found: Found,
    /// Is it labelled as publication?
    pub published: bool,
    /// Is it labelled as a change?
    pub updated: bool,
    /// Does the line hold nothing but the date?
    pub bare: bool,
    /// Does a place stand before the date without a comma, as in a heading ("Oslo 3 april 2025")?
    pub placed: bool,
}

/// An agency dateline at the start of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyLine {
    /// The date, if one is written.
    pub found: Option<Found>,
    /// The agency in the brackets.
    pub agency: Option<String>,
    /// Byte length of the dateline with its dash and the space behind it.
    pub len: usize,
}

impl AgencyLine {
    /// The same line behind `len` further bytes.
    fn moved(self, len: usize) -> Self {
        let bytes = len as u32;
        let found = self.found.map(|f| Found {
            span: Span {
                start: f.span.start + bytes,
                end: f.span.end + bytes,
            },
            ..f
        });
        Self {
            found,
            len: self.len + len,
            ..self
        }
    }
}

/// A number, word or mark of a line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'t> {
    pub(crate) text: &'t str,
    pub(crate) at: usize,
    /// White space before it?
    pub(crate) spaced: bool,
    pub(crate) kind: PieceKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PieceKind {
    Number(u32),
    Word(Option<DateWord>),
    Mark(char),
}

impl Piece<'_> {
    pub(crate) fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.kind {
            PieceKind::Number(n) if digits.contains(&self.text.len()) => Some(n),
            _ => None,
        }
    }
    pub(crate) fn end(&self) -> usize {
        self.at + self.text.len()
    }
    pub(crate) fn is(&self, mark: char) -> bool {
        self.kind == PieceKind::Mark(mark)
    }
}

/// Cuts a text into numbers, words and marks; at most `limit` of them.
pub(crate) fn pieces<'t>(text: &'t str, calendar: &Calendar, limit: usize) -> Vec<Piece<'t>> {
    let mut out = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut spaced = false;
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let class = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
        let mut end = at + c.len_utf8();
        if class(c) != (false, false) {
            while let Some(&(next, d)) = chars.peek().filter(|n| class(n.1) == class(c)) {
                end = next + d.len_utf8();
                chars.next();
            }
        }
        let text = text.get(at..end).unwrap_or("");
        let kind = match class(c) {
            (true, _) => PieceKind::Number(text.parse().unwrap_or(u32::MAX)),
            (_, true) => PieceKind::Word(if text.len() <= 24 {
                calendar.get(&small(text))
            } else {
                None
            }),
            _ => PieceKind::Mark(c),
        };
        out.push(Piece {
            text,
            at,
            spaced,
            kind,
        });
        if out.len() >= limit {
            break;
        }
        spaced = false;
    }
    out
}

/// How numbers with slashes are read, and whether digits apart ("2026 01 30") are a date.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Shapes {
    /// American order in "2/5/2026".
    pub(crate) month_first: bool,
    /// The line holds nothing else, so "2026 01 30" counts.
    pub(crate) own_line: bool,
}

pub(super) fn day(year: u32, month: u32, day: u32) -> Option<Interval> {
    if !(1800..=2100).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(year as i32, month, day).map(Interval::day)
}

fn yearless(month: u32, day: u32) -> Option<Interval> {
    NaiveDate::from_ymd_opt(2000, month, day)?;
    Some(Interval::yearless(month as u8, day as u8))
}

/// Reads a date that starts at piece `i`; returns it and the index behind it.
pub(crate) fn date_at(p: &[Piece<'_>], i: usize, shapes: Shapes) -> Option<(Interval, usize)> {
    iso(p, i, shapes)
        .or_else(|| day_month(p, i))
        .or_else(|| month_day(p, i))
        .or_else(|| numeric(p, i, shapes))
}

/// `2026-02-05`, `2026/02/05`, `2026.02.05`, and `2026 02 05` on a line of its own.
fn iso(p: &[Piece<'_>], i: usize, shapes: Shapes) -> Option<(Interval, usize)> {
    let year = p.get(i)?.number(4..=4)?;
    let second = p.get(i + 1)?;
    if let PieceKind::Mark(mark @ ('-' | '/' | '.' | '‑' | '–')) = second.kind {
        if !p.get(i + 3)?.is(mark) || p.get(i + 2)?.spaced {
            return None;
        }
        let date = day(
            year,
            p.get(i + 2)?.number(1..=2)?,
            p.get(i + 4)?.number(1..=2)?,
        )?;
        return Some((date, i + 5));
    }
    let date = day(year, second.number(2..=2)?, p.get(i + 2)?.number(2..=2)?)?;
    shapes.own_line.then_some((date, i + 3))
}

/// `5 februari 2026`, `5. Februar 2026`, `5 Feb. 2026`, `5th of February, 2026`, and the same without a year.
fn day_month(p: &[Piece<'_>], i: usize) -> Option<(Interval, usize)> {
    let number = p.get(i)?.number(1..=2)?;
    let mut at = i + 1;
    at += ordinal(p, at);
    if p.get(at)?.kind == PieceKind::Word(Some(DateWord::Filler)) {
        at += 1;
    }
    let PieceKind::Word(Some(DateWord::Month(month))) = p.get(at)?.kind else {
        return None;
    };
    at += 1;
    let (year, next) = year_after(p, at);
    let date = match year {
        Some(y) => day(y, u32::from(month), number)?,
        None => yearless(u32::from(month), number)?,
    };
    Some((date, next))
}

/// `February 5, 2026`, `Feb. 5 2026`, and the same without a year.
fn month_day(p: &[Piece<'_>], i: usize) -> Option<(Interval, usize)> {
    let PieceKind::Word(Some(DateWord::Month(month))) = p.get(i)?.kind else {
        return None;
    };
    let mut at = i + 1;
    if p.get(at)?.is('.') {
        at += 1;
    }
    let number = p.get(at)?.number(1..=2)?;
    at += 1;
    at += ordinal(p, at);
    let (year, next) = year_after(p, at);
    let date = match year {
        Some(y) => day(y, u32::from(month), number)?,
        None => yearless(u32::from(month), number)?,
    };
    Some((date, next))
}

/// Skips ".", "st", "nd", "rd", "th", ":e" behind a day number.
fn ordinal(p: &[Piece<'_>], at: usize) -> usize {
    match p.get(at) {
        Some(x) if x.is('.') => 1,
        Some(x) if x.is(':') => {
            2 * usize::from(
                p.get(at + 1)
                    .is_some_and(|w| w.text.len() == 1 && !w.spaced),
            )
        }
        Some(x) if !x.spaced && x.text.len() == 2 && matches!(x.kind, PieceKind::Word(None)) => 1,
        _ => 0,
    }
}

/// A four-digit year, with a comma or stop before it or not.
fn year_after(p: &[Piece<'_>], at: usize) -> (Option<u32>, usize) {
    let mut i = at;
    if p.get(i).is_some_and(|x| x.is('.') || x.is(',')) {
        i += 1;
    }
    let year = p
        .get(i)
        .and_then(|x| x.number(4..=4))
        .filter(|y| (1800..=2100).contains(y));
    // "5 Feb 1430 GMT" is a time, "5 februari 2000 kronor" was kept out by the caller's context.
    match year {
        Some(y) => (Some(y), i + 1),
        None => (None, at + usize::from(p.get(at).is_some_and(|x| x.is('.')))),
    }
}

/// `05.02.2026`, `5/2 2026`, `5/2-26`, `2/5/2026`, `05-02-2026`.
fn numeric(p: &[Piece<'_>], i: usize, shapes: Shapes) -> Option<(Interval, usize)> {
    let first = p.get(i)?.number(1..=2)?;
    let PieceKind::Mark(mark @ ('.' | '/' | '-')) = p.get(i + 1)?.kind else {
        return None;
    };
    let second_piece = p.get(i + 2)?;
    let second = second_piece.number(1..=2)?;
    if p.get(i + 1)?.spaced || (second_piece.spaced && mark != '.') {
        return None;
    }
    let third = p.get(i + 3)?;
    let (year, next) = match third.kind {
        PieceKind::Mark(m) if m == mark || (mark == '/' && m == '-') => (p.get(i + 4)?, i + 5),
        PieceKind::Number(_) if mark == '/' && third.spaced => (third, i + 4),
        _ => return None,
    };
    let y = match year.text.len() {
        4 => year.number(4..=4)?,
        2 if mark != '-' => 2000 + year.number(2..=2)?,
        _ => return None,
    };
    let american = mark == '/' && shapes.month_first && first <= 12 && third.is('/');
    let (d, m) = if american || second > 12 {
        (second, first)
    } else {
        (first, second)
    };
    let mut date = day(y, m, d)?;
    date.uncertain = mark == '/' && third.is('/') && first <= 12 && second <= 12 && first != second;
    Some((date, next))
}

/// Adds the weekday at or before piece `i` ("am Freitag (24.10.2025)", "Thursday, Feb. 5, 2026").
fn weekday_before(p: &[Piece<'_>], i: usize, date: Interval) -> (Option<bool>, usize) {
    let mut at = i;
    while let Some(prev) = at.checked_sub(1).and_then(|a| p.get(a)) {
        match prev.kind {
            PieceKind::Mark(',' | '(' | '.') | PieceKind::Word(Some(DateWord::Filler)) => at -= 1,
            PieceKind::Word(w) => {
                let named = match w {
                    Some(DateWord::Weekday { day, .. }) => Some(day),
                    _ => None,
                };
                let agrees = named.zip(date.lo);
                return (
                    agrees.map(|(d, lo)| lo.weekday().num_days_from_monday() == u32::from(d)),
                    if named.is_some() { at - 1 } else { i },
                );
            }
            _ => break,
        }
    }
    (None, i)
}

/// Finds every date of a text, left to right, with the weekdays beside them.
pub(crate) fn dates(p: &[Piece<'_>], shapes: Shapes) -> Vec<(Found, usize, usize)> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < p.len() {
        let continued = i > 0
            && p.get(i)
                .is_some_and(|x| !x.spaced && matches!(x.kind, PieceKind::Number(_)))
            && p.get(i - 1)
                .is_some_and(|x| matches!(x.kind, PieceKind::Mark('.' | '/' | '-' | ':' | ',')));
        let Some((date, next)) = date_at(p, i, shapes).filter(|_| !continued) else {
            i += 1;
            continue;
        };
        let (weekday_agrees, first) = weekday_before(p, i, date);
        let from = p.get(i).map_or(0, |x| x.at);
        let to = next
            .checked_sub(1)
            .and_then(|n| p.get(n))
            .map_or(from, Piece::end);
        let found = Found {
            date,
            span: Span::new(from, to.max(from)),
            weekday_agrees,
        };
        out.push((found, first, next));
        i = next;
    }
    out
}

/// Longest line that can be a dateline.
const LONGEST: usize = 160;

/// Reads a line that dates an article.
///
/// Output: `None` unless the line holds a full date (behind a label a day and month will do) and otherwise only weekday, time, label, a place, or something
/// set apart by a comma, rule or bar.
pub fn date_line(line: &str, lexicon: &Lexicon, month_first: bool) -> Option<DateLine> {
    if line.len() > LONGEST || !line.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let p = pieces(line, lexicon.calendar(), 48);
    let full = |own_line: bool| -> Vec<(Found, usize, usize)> {
        let shapes = Shapes {
            month_first,
            own_line,
        };
        dates(&p, shapes)
            .into_iter()
            .filter(|f| f.0.date.lo.is_some())
            .collect()
    };
    let spaced = full(true);
    let found = if rest(&p, &spaced).words == 0 {
        spaced
    } else {
        full(false)
    };
    let left = rest(place_line::without_agency(line, &p, lexicon), &found);
    let labelled = |f: &(Found, usize, usize), want: DateWord| label_before(&p, f.1) == Some(want);
    let Some(chosen) = found
        .iter()
        .find(|f| labelled(f, DateWord::Published))
        .or_else(|| found.first())
    else {
        return labelled_day(&p);
    };
    let dated = DateLine {
        found: chosen.0,
        published: labelled(chosen, DateWord::Published),
        updated: labelled(chosen, DateWord::Updated),
        bare: left.words == 0,
        placed: false,
    };
    let label = dated.published || dated.updated;
    let accepted = dated.bare
        || (label && left.words <= 4)
        || set_apart(&p, chosen, &left, label)
        || labelled_name(&p, chosen.1, &left);
    let placed = || left.after == 0 && place_line::before_date(line, &p, chosen, lexicon);
    if accepted {
        return Some(dated);
    }
    placed().then_some(DateLine {
        placed: true,
        ..dated
    })
}

/// The full date at the end of a short line, whatever stands before it; a time may follow.
pub(super) fn last_date(line: &str, calendar: &Calendar, month_first: bool) -> Option<DateLine> {
    if line.len() > LONGEST || !line.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let p = pieces(line, calendar, 48);
    let shapes = Shapes {
        month_first,
        own_line: false,
    };
    let found = dates(&p, shapes);
    let [only] = found.as_slice() else {
        return None;
    };
    let whole = only.0.day().is_some() && rest(&p, &found).after == 0;
    whole.then_some(DateLine {
        found: only.0,
        published: false,
        updated: false,
        bare: false,
        placed: false,
    })
}

/// "Posted by Jane Doe on …", "Publicerad i Norra Bladet den …": a label that opens the line and a name before the date that ends it.
fn labelled_name(p: &[Piece<'_>], first: usize, rest: &Rest) -> bool {
    let label = p.first().map(|x| x.kind);
    let label = matches!(
        label,
        Some(PieceKind::Word(Some(
            DateWord::Published | DateWord::Updated
        )))
    );
    let name = |x: &Piece<'_>| match x.kind {
        PieceKind::Word(None) => x.text.starts_with(char::is_uppercase) || x.text.len() <= 3,
        PieceKind::Word(_) => true,
        PieceKind::Mark(mark) => matches!(mark, ',' | ':' | '-' | '.'),
        PieceKind::Number(_) => false,
    };
    let between = p.get(1..first).unwrap_or(&[]);
    label && rest.after == 0 && rest.words <= 5 && between.iter().all(name)
}

/// "Publicerad 3 april": a label and a day without its year, and nothing else.
fn labelled_day(p: &[Piece<'_>]) -> Option<DateLine> {
    let found = dates(p, Shapes::default());
    let chosen = found.first()?;
    let label = label_before(p, chosen.1)?;
    (rest(p, &found).words == 0).then_some(DateLine {
        found: chosen.0,
        published: label == DateWord::Published,
        updated: label == DateWord::Updated,
        bare: true,
        placed: false,
    })
}

/// The nearest label before piece `i`, with only fillers, marks, a time or number ("Nr. 12") between.
fn label_before(p: &[Piece<'_>], i: usize) -> Option<DateWord> {
    for piece in p.get(..i)?.iter().rev() {
        match piece.kind {
            PieceKind::Word(Some(w @ (DateWord::Published | DateWord::Updated))) => return Some(w),
            PieceKind::Word(Some(DateWord::Filler | DateWord::Weekday { .. }))
            | PieceKind::Number(_)
            | PieceKind::Mark(_) => {}
            PieceKind::Word(None) if piece.text.len() <= 2 => {}
            _ => return None,
        }
    }
    None
}

/// What stands on a date's line beside the date.
#[derive(Debug, Default)]
pub(super) struct Rest {
    pub(super) words: usize,
    before: usize,
    after: usize,
}

pub(super) fn rest(p: &[Piece<'_>], found: &[(Found, usize, usize)]) -> Rest {
    let mut rest = Rest::default();
    let Some(first) = found.first() else {
        return Rest {
            words: usize::MAX,
            ..rest
        };
    };
    for (i, piece) in p.iter().enumerate() {
        if found.iter().any(|f| (f.1..f.2).contains(&i)) {
            continue;
        }
        let counts = match piece.kind {
            PieceKind::Mark(_) | PieceKind::Number(_) => false,
            // Capitals behind the time are its zone.
            PieceKind::Word(None) => {
                i < first.1
                    || piece.text.len() > 5
                    || piece.text.chars().any(char::is_lowercase) && piece.text != "h"
            }
            PieceKind::Word(_) => false,
        };
        if counts {
            rest.words += 1;
            if i < first.1 {
                rest.before += 1;
            } else {
                rest.after += 1;
            }
        }
    }
    rest
}

/// Most words of a byline before a rule and its date ("Mary Banda, staff writer | Lilongwe | 8 February 2020").
const LONGEST_BYLINE: usize = 8;

/// Few words beside the date, divided from it by a comma, rule or bar, or glued to it by a lost line break.
fn set_apart(p: &[Piece<'_>], found: &(Found, usize, usize), rest: &Rest, label: bool) -> bool {
    let bar = |i: Option<usize>| {
        let piece = i.and_then(|i| p.get(i));
        piece.is_some_and(|x| {
            matches!(
                x.kind,
                PieceKind::Mark('|' | '·' | '•' | '–' | '—' | '-' | '/' | ',' | ':' | '(' | ')')
            )
        })
    };
    // "DHAKA (afp). 21. Januar 2022"
    let source = |i: Option<usize>| {
        let closed = |k: usize| k > 0 && p[k].is('.') && p[k - 1].is(')');
        i.filter(|&k| k < p.len()).is_some_and(closed)
    };
    let rule = |i: usize| {
        p.get(i)
            .is_some_and(|x| x.is('|') || x.is('·') || x.is('•'))
    };
    let reach = if found.1.checked_sub(1).is_some_and(rule) {
        LONGEST_BYLINE
    } else {
        4
    };
    let glued = p.get(found.1).is_some_and(|x| !x.spaced && x.at > 0);
    let parted = |i: Option<usize>| bar(i) || source(i);
    let filler = |i: &usize| {
        p.get(*i)
            .is_some_and(|x| x.kind == PieceKind::Word(Some(DateWord::Filler)))
    };
    let fillers = (0..found.1).rev().take_while(filler).count();
    let place = fillers > 0 && rest.before <= 2 && bar(found.1.checked_sub(fillers + 1));
    let before = rest.before == 0
        || (rest.before <= reach && (parted(found.1.checked_sub(1)) || glued))
        || place;
    // "LONDON, 3 March 2020. By Jane Doe"
    let byline = || {
        let stop = p.get(found.2).is_some_and(|x| x.is('.'));
        let name = |x: &Piece<'_>| {
            matches!(x.kind, PieceKind::Word(_)) && x.text.starts_with(char::is_uppercase)
        };
        stop && (found.2 + 1..p.len()).all(|i| name(&p[i]) || p[i].text.len() <= 3)
    };
    let barred = |i: usize| bar(Some(i));
    let after =
        rest.after == 0 || (rest.after <= 5 && ((found.2..p.len()).any(barred) || byline()));
    let sentence = p
        .last()
        .is_some_and(|x| x.is('.') || x.is('!') || x.is('?'))
        && rest.words > 2;
    before && after && (label || !sentence)
}

/// Longest agency dateline in bytes.
const LONGEST_AGENCY: usize = 110;

/// Reads "CITY (Agency) –", "CITY, 5 Feb (Reuters) -", "CITY, Feb 5 –", "BRÜSSEL. –", "CITY (AP) _" at the start of a paragraph.
pub fn agency_line(paragraph: &str, lexicon: &Lexicon) -> Option<AgencyLine> {
    let calendar = lexicon.calendar();
    let mut limit = LONGEST_AGENCY.min(paragraph.len());
    while !paragraph.is_char_boundary(limit) {
        limit -= 1;
    }
    let head = paragraph.get(..limit)?;
    let opens = |c: char| c.is_uppercase() || c.is_ascii_digit();
    let start = paragraph
        .starts_with(|c| opens(c) || c == '(')
        .then(|| place_line::Start::new(head, calendar));
    if let Some(start) = start.as_ref().filter(|_| paragraph.starts_with(opens))
        && let Some(dated) = place_line::opening_date(start, lexicon)
    {
        return Some(dated);
    }
    if let Some(len) = place_line::signature(head, lexicon) {
        let behind = agency_line(paragraph.get(len..)?, lexicon)?;
        return Some(behind.moved(len));
    }
    let start = start.filter(|_| !paragraph.starts_with(|c: char| c.is_ascii_digit()))?;
    place_line::stopped(paragraph, &start, lexicon)
        .or_else(|| place_line::slashed(head, lexicon))
        .or_else(|| dashed(paragraph, head, calendar, lexicon))
        .or_else(|| place_line::undashed(&start, lexicon))
}

/// A dateline that ends in a dash or, behind a shouted place, a colon or bar.
fn dashed(
    paragraph: &str,
    head: &str,
    calendar: &Calendar,
    lexicon: &Lexicon,
) -> Option<AgencyLine> {
    let dash = place_line::behind_date(head, dash_after(head)?, calendar);
    let before = head.get(..dash.0)?;
    let open = before
        .rfind('(')
        .filter(|_| before.trim_end().ends_with(')'));
    let agency = open
        .and_then(|o| before.get(o + 1..))
        .map(|a| a.trim_end().trim_end_matches(')'));
    let agency = agency.filter(|a| is_agency(a));
    let place = before.get(
        ..if agency.is_some() {
            open.unwrap_or(dash.0)
        } else {
            dash.0
        },
    )?;
    let place = place_line::without_brackets(place, lexicon);
    let place = place.as_ref();
    let p = pieces(place, calendar, 24);
    let found = dates(&p, Shapes::default());
    let dated = found.first().map(|f| f.0);
    let left = rest(&p, &found);
    let words = if found.is_empty() {
        p.iter()
            .filter(|x| matches!(x.kind, PieceKind::Word(_)))
            .count()
    } else {
        left.words
    };
    let proper = p.iter().all(|x| match x.kind {
        PieceKind::Word(None) => x.text.starts_with(char::is_uppercase) || x.text.len() <= 3,
        _ => true,
    });
    let trusted = agency.is_some()
        || (dated.is_some() && left.words > 0)
        || place_line::is_shouted_place(place)
        || place.trim_end().ends_with(',')
        || place_line::opens_sentence(place, paragraph.get(dash.1..).unwrap_or(""), lexicon);
    (trusted && proper && words <= 6).then(|| AgencyLine {
        found: dated,
        agency: agency.map(str::to_owned),
        len: dash.1,
    })
}

/// Returns where the first free-standing dash (or a colon or bar behind a shouted place) begins and where the text behind it begins. Old wires write "_".
pub(super) fn dash_after(head: &str) -> Option<(usize, usize)> {
    for (at, c) in head.char_indices() {
        if c.is_alphabetic() || c == ' ' {
            continue;
        }
        let end = at + c.len_utf8();
        let spaced = head.get(..at).is_some_and(|h| h.ends_with([' ', ')', '.']));
        let open = head
            .get(end..)
            .is_some_and(|h| h.starts_with([' ', '\u{a0}', '-', '–']));
        let dash = matches!(c, '-' | '–' | '—' | '_') && spaced && (open || c != '-');
        let colon = matches!(c, ':' | '|')
            && open
            && head
                .get(..at)
                .is_some_and(|h| !h.chars().any(char::is_lowercase));
        if dash || colon {
            let rest = head.get(end..).unwrap_or("");
            let skip = rest.len()
                - rest
                    .trim_start_matches([' ', '\u{a0}', '-', '–', '—', '_'])
                    .len();
            return Some((at, end + skip));
        }
        if matches!(c, '!' | '?' | '"' | '“' | '„' | '”' | '\n') {
            return None;
        }
    }
    None
}

/// One to three words of letters, slashes and hyphens, the first a capital or the whole in small letters ("dpa", "Reuters", "TT-AFP", "dts Nachrichtenagentur").
fn is_agency(text: &str) -> bool {
    let plain = |c: char| c.is_alphabetic() || matches!(c, '/' | '-' | ' ' | '.' | '&');
    (2..=28).contains(&text.len()) && text.chars().all(plain) && text.split(' ').count() <= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        Lexicon::open(None).expect("the data is whole")
    }

    #[test]
    fn date_lines_of_all_shapes() {
        let lexicon = lexicon();
        for (line, want) in [
            ("2023 09 21", "2023-09-21"),
            ("30 jan 2026", "2026-01-30"),
            ("06 februari 2026", "2026-02-06"),
            ("Publicerad 10 maj 2018 kl 17.22", "2018-05-10"),
            (
                "Uppdaterad: 2024-03-12 08:14 Publicerad: 2024-03-11 21:30",
                "2024-03-11",
            ),
            ("Stand: 12.03.2024, 14:05 Uhr", "2024-03-12"),
            ("Archivmeldung vom 19.02.2018", "2018-02-19"),
            ("Monday, 11 December 2023", "2023-12-11"),
            ("8 May 2024", "2024-05-08"),
            ("Published October 29, 2023", "2023-10-29"),
            ("Not Found2016-01-13 15:59", "2016-01-13"),
            ("Donnerstag, 5. Februar 2026", "2026-02-05"),
            ("torsdagen den 5 februari 2026", "2026-02-05"),
            ("5/2 2026", "2026-02-05"),
            ("5.2.26", "2026-02-05"),
            ("Stockholm, 5 februari 2026", "2026-02-05"),
            ("Wien, am 5. Februar 2026", "2026-02-05"),
            ("By Jane Doe | 5 Feb. 2026", "2026-02-05"),
            ("Feb 5th, 2026 at 2:30 p.m. EST", "2026-02-05"),
            ("2026-02-05T10:30:00+01:00", "2026-02-05"),
            (
                "Jane Doe, staff writer | Mombasa | Thursday, 5 February 2026",
                "2026-02-05",
            ),
            ("MOMBASA (afp). 5. Februar 2026", "2026-02-05"),
            ("MOMBASA, 5 February 2026. By Jane Doe", "2026-02-05"),
        ] {
            let got = date_line(line, &lexicon, false).map(|d| d.found.date.to_edtf());
            assert_eq!(got.as_deref(), Some(want), "{line}");
        }
        for line in [
            "Avtalet löpte ut den 5 februari 2026.",
            "The UN meeting on 5 February 2026 in Geneva failed",
            "5 februari",
            "Krig 2022",
            "Am 5. Februar 2026 trafen sich die Minister",
            "Er kam in Wien an am 5. Februar 2026",
            "3-2 mot Norge",
            "Version 1.2.3.4",
        ] {
            assert_eq!(date_line(line, &lexicon, false), None, "{line}");
        }
    }

    #[test]
    fn agency_datelines() {
        let lexicon = lexicon();
        let edtf = |text: &str| {
            agency_line(text, &lexicon).map(|a| (a.found.map(|f| f.date.to_edtf()), a.agency))
        };
        let some =
            |d: Option<&str>, a: Option<&str>| Some((d.map(str::to_owned), a.map(str::to_owned)));
        assert_eq!(
            edtf("Washington, 11. August (Hibya) – Der Präsident"),
            some(Some("XXXX-08-11"), Some("Hibya"))
        );
        assert_eq!(
            edtf("MOSCOW, Feb 5, 2026 (Reuters) - The Kremlin"),
            some(Some("2026-02-05"), Some("Reuters"))
        );
        assert_eq!(edtf("Berlin (dpa) - Der Westen"), some(None, Some("dpa")));
        assert_eq!(edtf("WASHINGTON : The United States"), some(None, None));
        assert_eq!(edtf("ISTANBUL (AA) – Saudi Arabia"), some(None, Some("AA")));
        assert_eq!(
            edtf("17. Juni 2023. Am Ufer standen Boote."),
            some(Some("2023-06-17"), None)
        );
        assert_eq!(
            edtf("June 17, 2023. On the shore lay boats."),
            some(Some("2023-06-17"), None)
        );
        assert_eq!(edtf("17. Juni 2023 war ein Montag."), None);
        assert_eq!(edtf("The minister – who left – said"), None);
        assert_eq!(edtf("Putin träffade Alijev - och Trump"), None);
    }
}
