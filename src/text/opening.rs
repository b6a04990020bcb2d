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
    let chronicle = items.iter().skip(first + 1).any(|i| {
        matches!(i.class, Class::Prose | Class::Short)
            && read(i.span.of(text), calendar, language.month_first).is_some()
    });
    let later = named_later(items, text, day, (calendar, language));
    (!chronicle && !later).then_some((opening, item.span.start))
}

/// Is a line that begins with a date the heading of a story of that day ("9 November 1989: The Wall falls")? Its words speak of the day, or the
/// article names later dates.
pub(crate) fn is_heading(
    item: &Item,
    line: &DateLine,
    evidence: &Evidence<'_>,
    (calendar, language): (&Calendar, &Language),
) -> bool {
    let text = item.span.of(evidence.text);
    let Some(opening) = read(text, calendar, language.month_first) else {
        return false;
    };
    let behind = text.get(opening.len..).unwrap_or("");
    let Some(day) = line.found.day() else {
        return false;
    };
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

/// Reads a full date and its dash, colon or brackets at the start of a paragraph, with a sentence behind them.
pub(crate) fn read(paragraph: &str, calendar: &Calendar, month_first: bool) -> Option<Opening> {
    if !paragraph.starts_with(|c: char| c == '(' || c.is_alphanumeric()) {
        return None;
    }
    let p = dateline::pieces(paragraph, calendar, HEAD);
    let shapes = Shapes {
        month_first,
        own_line: false,
    };
    let (found, first, next) = dateline::dates(&p, shapes).into_iter().next()?;
    found.day()?;
    let before = p.get(..first)?;
    let bracket = before.first().is_some_and(|x| x.is('('));
    if before.len() > usize::from(bracket) {
        return None;
    }
    let end = divider(&p, next, bracket)?;
    let rest = paragraph.get(end..)?;
    let sentence = rest.trim_start_matches([' ', '\u{a0}', '-', '–', '—', ':']);
    let opened = sentence.trim_start_matches(['"', '“', '”', '„', '»', '«', '\'', '’', '‘']);
    let starts = opened.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    starts.then(|| Opening {
        found,
        len: paragraph.len() - sentence.len(),
    })
}

/// Returns where the bracket, dash or colon behind a date ends; a time may stand between.
fn divider(p: &[Piece<'_>], next: usize, bracket: bool) -> Option<usize> {
    for (step, piece) in p.get(next..)?.iter().take(TIME + 1).enumerate() {
        let spaced_behind = p.get(next + step + 1).is_some_and(|x| x.spaced);
        match piece.kind {
            PieceKind::Mark(')') if bracket => return Some(piece.at + 1),
            PieceKind::Mark('–' | '—' | '-') if !bracket && (piece.spaced || step == 0) => {
                let dash = spaced_behind || !piece.is('-');
                return dash.then(|| piece.at + piece.text.len());
            }
            PieceKind::Mark(':') if !bracket && spaced_behind => return Some(piece.at + 1),
            PieceKind::Mark(',' | '.' | ':') | PieceKind::Number(_) => {}
            PieceKind::Word(Some(DateWord::Filler)) => {}
            _ => return None,
        }
    }
    None
}

/// Does a word for the day stand among the first words: "The day on which …", "Am Tag danach"?
fn tells_of_the_day(sentence: &str, calendar: &Calendar, language: &Language) -> bool {
    let p = dateline::pieces(sentence, calendar, HEAD);
    let words = p.iter().filter(|x| matches!(x.kind, PieceKind::Word(_)));
    words
        .take(ABOUT)
        .any(|x| language.day_nouns.contains(&x.text.to_lowercase()))
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
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
