//! A bare date that opens the story: "13 March 2024 – The ministers …", "(13 mars 2024) Ministrarna …", "March 13, 2024: …".
//!
//! In: the article's items. Out: the day of publication and where the sentence behind it begins, or nothing.
//! Invariant: the same shape opens stories of old days and chronicles ("9 November 1989 – the day on which …"), so the date counts only where
//! a new sentence follows it that does not speak of the day itself, and where nothing in the article is later or opens in the same way.
//! Does not: read datelines with a place or an agency (text::dateline) or dates on lines of their own.

use super::block::{Class, Item};
use super::dateline::{self, DateLine, Found, Piece, PieceKind, Shapes};
use super::published::Evidence;
use crate::base::span::Span;
use crate::lexicon::language::{Calendar, DateWord, Language};
use chrono::{Datelike, NaiveDate};

/// A date before the first sentence of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Opening {
    /// The date, whole, and its place in the paragraph.
    pub(crate) found: Found,
    /// Bytes up to the sentence.
    pub(crate) len: usize,
}

/// Marks, numbers and words from which a date and its dash are read.
const HEAD: usize = 24;

/// Pieces between a date and its dash: a time.
const TIME: usize = 6;

/// Longest place before a date, in words and marks.
const PLACE: usize = 6;

/// Longest name of an agency in brackets, in words and marks.
const AGENCY: usize = 5;

/// The first year in which a bare date alone is believed: texts older than the web come as stories of their day more often than as its news.
pub(super) const NEWS: i32 = 1990;

/// Words behind the dash in which a word for the day shows that the sentence tells of the day.
const ABOUT: usize = 4;

/// Pieces of a paragraph that are looked at for later dates.
const PIECES: usize = 400;

/// So many pieces before and behind a date a cue of the future stands near it.
const CUE: (usize, usize) = (6, 3);

/// Reads the date that opens the first paragraph, where it can only be the day of publication.
pub(crate) fn of_article(
    evidence: &Evidence<'_>,
    calendar: &Calendar,
    language: &Language,
) -> Option<(Opening, u32)> {
    let (items, text) = (evidence.items, evidence.text);
    let first = items.iter().position(|i| i.class == Class::Prose)?;
    let item = items.get(first)?;
    let paragraph = item.span.of(text);
    let opening = read(paragraph, calendar, language.month_first)?;
    let day = opening.found.day()?;
    let behind = paragraph.get(opening.len..)?;
    if opening.found.weekday_agrees == Some(false) || tells_of_the_day(behind, calendar, language) {
        return None;
    }
    if day.year() < NEWS && !names_weekday(behind, calendar) {
        return None;
    }
    let chronicle = items.iter().skip(first + 1).any(|i| {
        matches!(i.class, Class::Prose | Class::Short)
            && read(i.span.of(text), calendar, language.month_first).is_some()
    });
    let later = named_later(items, text, day, (calendar, language));
    (!chronicle && !later).then_some((opening, item.span.start))
}

/// Is a line that begins with a date, or ends in one behind a place, the heading of a story of that day ("9 November 1989: The Wall falls")? Its words
/// speak of the day, or the article names later dates.
pub(crate) fn is_heading(
    item: &Item,
    line: &DateLine,
    evidence: &Evidence<'_>,
    (calendar, language): (&Calendar, &Language),
) -> bool {
    let text = item.span.of(evidence.text);
    let Some(day) = line.found.day() else {
        return false;
    };
    if line.placed {
        return named_later(evidence.items, evidence.text, day, (calendar, language));
    }
    let Some(opening) = read(text, calendar, language.month_first) else {
        return false;
    };
    let behind = text.get(opening.len..).unwrap_or("");
    tells_of_the_day(behind, calendar, language)
        || named_later(evidence.items, evidence.text, day, (calendar, language))
}

fn named_later(
    items: &[Item],
    text: &str,
    day: NaiveDate,
    (calendar, language): (&Calendar, &Language),
) -> bool {
    items.iter().any(|i| {
        !matches!(i.class, Class::Furniture(_))
            && is_later(i.span.of(text), day, calendar, language)
    })
}

/// Reads a full date and its dash, bar, colon or brackets at the start of a paragraph, with a sentence behind them. Behind a place in capitals
/// ("WIEN, 13. März 2024.") or a date in numbers ("Wien 2024-03-13.", "13.03.2024, Wien."), which no story is told with, a full stop or the agency's
/// brackets will do.
pub(crate) fn read(paragraph: &str, calendar: &Calendar, month_first: bool) -> Option<Opening> {
    if !paragraph.starts_with(|c: char| matches!(c, '(' | '[') || c.is_alphanumeric()) {
        return None;
    }
    let p = dateline::pieces(paragraph, calendar, HEAD);
    let shapes = Shapes {
        month_first,
        own_line: false,
    };
    let (found, first, next) = dateline::dates(&p, shapes).into_iter().next()?;
    found.day()?;
    let numbers = found.span.of(paragraph).chars().all(|c| !c.is_alphabetic());
    let end = match p.get(..first)? {
        [] if numbers => divider(&p, next)
            .or_else(|| place_end(&p, next))
            .or_else(|| place_behind(&p, next))?,
        [] => divider(&p, next).or_else(|| dash_behind_place(&p, next))?,
        [open, place @ ..] if open.is('(') && is_place(place) => closing(&p, next, ')')?,
        [open, place @ ..] if open.is('[') && is_place(place) => closing(&p, next, ']')?,
        place if shouted(place) || numbers && is_place(place) => {
            divider(&p, next).or_else(|| place_end(&p, next))?
        }
        [place @ .., comma] if comma.is(',') && is_place(place) => divider(&p, next)?,
        _ => return None,
    };
    let rest = paragraph.get(end..)?;
    let sentence = rest.trim_start_matches([' ', '\u{a0}', '-', '–', '—', ':', '|']);
    let opened = sentence.trim_start_matches(['"', '“', '”', '„', '»', '«', '\'', '’', '‘']);
    let starts = opened.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    starts.then(|| Opening {
        found,
        len: paragraph.len() - sentence.len(),
    })
}

/// A place as datelines write it: a few words in capitals, at least three letters.
fn shouted(place: &[Piece<'_>]) -> bool {
    let plain = |x: &Piece<'_>| match x.kind {
        PieceKind::Word(_) => x.text.chars().all(char::is_uppercase),
        PieceKind::Mark(c) => matches!(c, ',' | '/' | '-' | '.'),
        PieceKind::Number(_) => false,
    };
    let letters: usize = place
        .iter()
        .filter(|x| !matches!(x.kind, PieceKind::Mark(_)))
        .map(|x| x.text.chars().count())
        .sum();
    place.len() <= PLACE && letters >= 3 && place.iter().all(plain)
}

/// Nothing, or a place in a few words that begin with a capital, with an agency in brackets behind it or not ("Prag/Wien (TT)").
fn is_place(place: &[Piece<'_>]) -> bool {
    let plain = |x: &Piece<'_>| match x.kind {
        PieceKind::Word(None) => x.text.starts_with(char::is_uppercase) || x.text.len() <= 3,
        PieceKind::Word(Some(word)) => word == DateWord::Filler,
        PieceKind::Mark(c) => matches!(c, ',' | '/' | '-' | '.' | '(' | ')'),
        PieceKind::Number(_) => false,
    };
    let name = |x: &Piece<'_>| {
        x.kind == PieceKind::Word(None)
            && x.text.starts_with(char::is_uppercase)
            && x.text.chars().count() > 2
    };
    // "Rio de Janeiro" ends in a name as well, "Gültig bis" does not.
    let mut words = place
        .iter()
        .filter(|x| matches!(x.kind, PieceKind::Word(_)));
    let last = words.next_back().or(place.first());
    let capital = last.is_some_and(|x| x.text.starts_with(char::is_uppercase));
    let named = place.is_empty() || capital && place.first().is_some_and(name);
    place.len() <= PLACE && named && place.iter().all(plain)
}

/// Returns where the full stop of a place behind a date ends ("13.03.2024, Wien.").
fn place_behind(p: &[Piece<'_>], next: usize) -> Option<usize> {
    let comma = p.get(next).filter(|x| x.is(','))?;
    let rest = p.get(next + 1..)?;
    let stop = rest.iter().position(|x| x.is('.') || x.is(':'))?;
    let sentence = rest.get(stop + 1).is_some_and(|x| x.spaced);
    let place = rest
        .get(..stop)
        .filter(|place| !place.is_empty() && is_place(place));
    place.filter(|_| sentence && comma.at > 0)?;
    rest.get(stop).map(Piece::end)
}

/// Returns where the dash of a place behind a date ends ("13. März 2024, Wien – ").
fn dash_behind_place(p: &[Piece<'_>], next: usize) -> Option<usize> {
    let comma = p.get(next).filter(|x| x.is(','))?;
    let rest = p.get(next + 1..)?;
    let dash = rest
        .iter()
        .position(|x| x.spaced && matches!(x.text, "–" | "—" | "-"))?;
    let place = rest
        .get(..dash)
        .filter(|place| !place.is_empty() && is_place(place));
    place.filter(|_| comma.at > 0)?;
    rest.get(dash)
        .filter(|_| rest.get(dash + 1).is_some_and(|x| x.spaced))
        .map(Piece::end)
}

/// Returns where the dash, bar or colon behind a date ends; a time may stand between.
fn divider(p: &[Piece<'_>], next: usize) -> Option<usize> {
    for (step, piece) in p.get(next..)?.iter().take(TIME + 1).enumerate() {
        let behind = p.get(next + step + 1);
        let spaced_behind = behind.is_some_and(|x| x.spaced);
        match piece.kind {
            PieceKind::Mark('–' | '—' | '-' | '|' | '/') if piece.spaced || step == 0 => {
                let doubled = piece.is('-') && behind.is_some_and(|x| x.is('-'));
                let dash = spaced_behind || matches!(piece.text, "–" | "—") || doubled;
                return dash.then(|| piece.end());
            }
            PieceKind::Mark(':') if spaced_behind => return Some(piece.end()),
            PieceKind::Mark(',' | '.' | ':') | PieceKind::Number(_) => {}
            PieceKind::Word(Some(DateWord::Filler)) => {}
            _ => return None,
        }
    }
    None
}

/// Returns where the bracket around a date, with or without a time, ends.
fn closing(p: &[Piece<'_>], next: usize, close: char) -> Option<usize> {
    let inside = |x: &&Piece<'_>| {
        matches!(
            x.kind,
            PieceKind::Mark(',' | '.' | ':')
                | PieceKind::Number(_)
                | PieceKind::Word(Some(DateWord::Filler))
        )
    };
    let time = p.get(next..)?.iter().take(TIME).take_while(inside).count();
    p.get(next + time).filter(|x| x.is(close)).map(Piece::end)
}

/// Returns where the full stop behind a dateline with a place, or the brackets of its agency, end.
fn place_end(p: &[Piece<'_>], next: usize) -> Option<usize> {
    let mark = p.get(next)?;
    if mark.is('.') {
        return p.get(next + 1).filter(|x| x.spaced).map(|_| mark.end());
    }
    let inside = |x: &&Piece<'_>| matches!(x.kind, PieceKind::Word(_) | PieceKind::Mark('/' | '-'));
    let name = p
        .get(next + 1..)?
        .iter()
        .take(AGENCY)
        .take_while(inside)
        .count();
    let close = p.get(next + 1 + name).filter(|x| x.is(')'));
    close.filter(|_| mark.is('(') && name > 0).map(Piece::end)
}

/// Does a word for the day stand among the first words: "The day on which …", "Am Tag danach"?
fn tells_of_the_day(sentence: &str, calendar: &Calendar, language: &Language) -> bool {
    let p = dateline::pieces(sentence, calendar, HEAD);
    let words = p.iter().filter(|x| matches!(x.kind, PieceKind::Word(_)));
    words
        .take(ABOUT)
        .any(|x| language.day_nouns.contains(&x.text.to_lowercase()))
}

/// Does a sentence name a weekday, as news does?
fn names_weekday(text: &str, calendar: &Calendar) -> bool {
    let p = dateline::pieces(text, calendar, PIECES);
    let full = |x: &Piece<'_>| matches!(x.kind, PieceKind::Word(Some(DateWord::Weekday { full, .. })) if full);
    p.iter().any(full)
}

/// Does a text name a date or year behind a day, and not as one to come?
fn is_later(text: &str, day: NaiveDate, calendar: &Calendar, language: &Language) -> bool {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let p = dateline::pieces(text, calendar, PIECES);
    let shapes = Shapes {
        month_first: language.month_first,
        own_line: false,
    };
    let dates = dateline::dates(&p, shapes);
    let full = dates.iter().any(|(found, first, next)| {
        found.day().is_some_and(|d| d > day) && !to_come(&p, *first, *next, language)
    });
    full || p.iter().enumerate().any(|(i, x)| {
        let year = x.number(4..=4).filter(|y| (1800..=2100).contains(y));
        let part = dates
            .iter()
            .any(|(_, first, next)| (*first..*next).contains(&i));
        year.is_some_and(|y| y as i32 > day.year()) && !part && !to_come(&p, i, i + 1, language)
    })
}

/// Does a cue of the future stand near a date, in its sentence?
fn to_come(p: &[Piece<'_>], first: usize, next: usize, language: &Language) -> bool {
    let inside = |x: &&Piece<'_>| !matches!(x.kind, PieceKind::Mark('.' | '!' | '?'));
    let cue = |x: &Piece<'_>| language.future_cues.contains(&x.text.to_lowercase());
    let before = p.get(..first).unwrap_or(&[]).iter().rev();
    let after = p.get(next..).unwrap_or(&[]).iter();
    before.take(CUE.0).take_while(inside).any(cue) || after.take(CUE.1).take_while(inside).any(cue)
}

/// Where the date stands in the text of the document.
pub(crate) fn evidence(opening: &Opening, start: u32) -> Span {
    let start = start as usize;
    let span = opening.found.span;
    Span::new(start + span.start as usize, start + span.end as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[expect(clippy::too_many_lines, reason = "one table of openings and dates")]
    #[test]
    fn dates_before_a_sentence() {
        let lexicon = Lexicon::open(None).expect("the data is whole");
        let day = |text: &str| {
            read(text, lexicon.calendar(), false).map(|o| {
                (
                    o.found.date.to_edtf(),
                    text.get(o.len..).unwrap_or("").to_owned(),
                )
            })
        };
        for (text, date, rest) in [
            ("13. März 2024 – Die Minister", "2024-03-13", "Die Minister"),
            ("(13 mars 2024) Ministrarna", "2024-03-13", "Ministrarna"),
            (
                "March 13, 2024—The ministers",
                "2024-03-13",
                "The ministers",
            ),
            ("Wednesday, 13 March 2024: “We", "2024-03-13", "“We"),
            (
                "13 mars 2024, kl 14.05 – Talmannen",
                "2024-03-13",
                "Talmannen",
            ),
            ("2024-03-13 - 300 Soldaten", "2024-03-13", "300 Soldaten"),
            ("(13.03.2024) – Die Minister", "2024-03-13", "Die Minister"),
            (
                "[March 13, 2024] The ministers",
                "2024-03-13",
                "The ministers",
            ),
            (
                "March 13, 2024 -- The ministers",
                "2024-03-13",
                "The ministers",
            ),
            ("13 mars 2024 | Ministrarna", "2024-03-13", "Ministrarna"),
            (
                "WIEN, 13. März 2024. Die Minister",
                "2024-03-13",
                "Die Minister",
            ),
            (
                "Wien 2024-03-13. Die Minister",
                "2024-03-13",
                "Die Minister",
            ),
            (
                "Oslo/Bergen, 13.03.2024. Ministrarna",
                "2024-03-13",
                "Ministrarna",
            ),
            (
                "2024-03-13, Oslo. Tre ministrar",
                "2024-03-13",
                "Tre ministrar",
            ),
            ("2024-03-13. Tre ministrar", "2024-03-13", "Tre ministrar"),
            (
                "(Geneva, March 13, 2024) The ministers",
                "2024-03-13",
                "The ministers",
            ),
            (
                "New York, 13 March 2024: The ministers",
                "2024-03-13",
                "The ministers",
            ),
            (
                "OSLO/NTB 13 mars 2024 (TT) Ministrarna",
                "2024-03-13",
                "Ministrarna",
            ),
        ] {
            assert_eq!(
                day(text),
                Some((date.to_owned(), rest.to_owned())),
                "{text}"
            );
        }
        for text in [
            "13. März 2024 – der Tag, an dem",
            "13. März – Die Minister",
            "Am 13. März 2024 – Die Minister",
            "13 March 2024 was cold – The ministers",
            "13 March 2024, when he left – The",
            "1995-1996 – The years",
            "(13 mars 2024 Ministrarna",
            "13 mars 2024 Ministrarna – Tre",
            "13. März 2024. Es ist kalt.",
            "Wien, 13. März 2024. Die Minister",
            "WIEN, 13. März. Die Minister",
            "USA 13 mars 2024 (en onsdag, Ministrarna",
            "March 13, 2024-based The",
            "Wien 2024-03-13 Die Minister",
            "Seit 13. März 2024: Die Minister",
            "Gültig bis 2024-03-13. Danach nicht",
            "2024-03-13, sade hon. Tre ministrar",
            "(nicht vor dem 13. März 2024) Die Minister",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
