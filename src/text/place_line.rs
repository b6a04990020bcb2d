//! Datelines of a place and a date that end in a full stop ("Prag, 19. Mai 2026. Die …") or hold two dashes ("PRAGUE — May 19, 2026 — The …").
//!
//! In: the start of a paragraph. Out: where the dateline ends and its date. Invariant: a date without a year stays without one.
//! Does not: read datelines with a bracket or one dash (text::dateline), or dates without a place (text::opening).

use super::dateline::{self, AgencyLine, Piece, PieceKind, Shapes};
use crate::lexicon::language::{Calendar, DateWord};

/// Marks, numbers and words from which a dateline is read.
const HEAD: usize = 24;

/// Marks and words of a paragraph in which a weekday is looked for.
const STORY: usize = 400;

/// Most words and hyphens of a place before its date.
const PLACE: usize = 3;

/// Reads "Prag, 19. Mai 2026. Die …": a place, a comma, a date with its month in letters and a full stop before the next sentence. Letters and diaries
/// open in the same way, so the paragraph must name a weekday, "yesterday" or "today", as news does. `head` is its start.
pub(super) fn stopped(paragraph: &str, head: &str, calendar: &Calendar) -> Option<AgencyLine> {
    let p = dateline::pieces(head, calendar, HEAD);
    let (found, first, next) = dateline::dates(&p, Shapes::default()).into_iter().next()?;
    if !found.span.of(head).contains(char::is_alphabetic) {
        return None;
    }
    let filler = |x: &Piece<'_>| x.kind == PieceKind::Word(Some(DateWord::Filler));
    let front = p.get(..first)?;
    let fillers = front.iter().rev().take_while(|x| filler(x)).count();
    let [place @ .., comma] = front.get(..front.len() - fillers)? else {
        return None;
    };
    // "Den Haag" begins with a word that stands before dates as well.
    let name = |x: &Piece<'_>| match x.kind {
        PieceKind::Word(None | Some(DateWord::Filler)) => x.text.starts_with(char::is_uppercase),
        PieceKind::Mark(mark) => mark == '-',
        _ => false,
    };
    let last = place
        .last()
        .is_some_and(|x| x.kind == PieceKind::Word(None));
    let short = place.len() <= PLACE && last && place.iter().all(name);
    // A date without a year takes the stop behind its month along.
    let stop = [Some(next), next.checked_sub(1)]
        .into_iter()
        .flatten()
        .find(|at| p.get(*at).is_some_and(|x| x.is('.')))?;
    let body = p.get(stop + 1)?;
    let opens = body.spaced && body.text.starts_with(char::is_uppercase);
    let told = names_day(paragraph.get(body.at..).unwrap_or(""), calendar);
    (comma.is(',') && short && opens && told).then_some(AgencyLine {
        found: Some(found),
        agency: None,
        len: body.at,
    })
}

fn names_day(story: &str, calendar: &Calendar) -> bool {
    let pieces = dateline::pieces(story, calendar, STORY);
    let word = |x: &Piece<'_>| match x.kind {
        PieceKind::Word(word) => word,
        _ => None,
    };
    pieces.iter().filter_map(word).any(|w| {
        let weekday = matches!(w, DateWord::Weekday { full: true, .. });
        weekday || matches!(w, DateWord::Yesterday | DateWord::Today)
    })
}

/// Moves the dash of "PRAGUE — May 19, 2026 — The …" behind the date, where only a date stands between two dashes. A dash is where it begins and where
/// the text behind it begins.
pub(super) fn behind_date(head: &str, dash: (usize, usize), calendar: &Calendar) -> (usize, usize) {
    let second = head.get(dash.1..).and_then(dateline::dash_after);
    let between = second.and_then(|s| head.get(dash.1..dash.1 + s.0));
    let (Some(second), Some(between)) = (second, between) else {
        return dash;
    };
    let open = between
        .rfind('(')
        .filter(|_| between.trim_end().ends_with(')'));
    let date = between.get(..open.unwrap_or(between.len())).unwrap_or("");
    let p = dateline::pieces(date, calendar, HEAD);
    let found = dateline::dates(&p, Shapes::default());
    if found.is_empty() || dateline::rest(&p, &found).words > 0 {
        return dash;
    }
    (dash.1 + second.0, dash.1 + second.1)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::text::dateline::agency_line;

    #[test]
    fn places_and_dates_before_a_stop_or_a_second_dash() {
        let lexicon = Lexicon::open(None).expect("the data is whole");
        let edtf = |text: &str| {
            let line = agency_line(text, lexicon.calendar())?;
            Some((line.found?.date.to_edtf(), line.agency.unwrap_or_default()))
        };
        for (text, date, agency) in [
            ("PRAGUE — May 19, 2026 — The ministers", "2026-05-19", ""),
            ("OSLO – 3 June (Wire) – The ministers", "XXXX-06-03", "Wire"),
            (
                "Prag, 19. Mai 2026. Die Minister kamen am Dienstag",
                "2026-05-19",
                "",
            ),
            (
                "Den Haag, 3. Juni. Die Minister kamen gestern",
                "XXXX-06-03",
                "",
            ),
            (
                "Umeå, den 19 maj 2026. Ministrarna möttes på måndagen",
                "2026-05-19",
                "",
            ),
        ] {
            let want = Some((date.to_owned(), agency.to_owned()));
            assert_eq!(edtf(text), want, "{text}");
        }
        for text in [
            "Prag, 19. Mai 2026. Die Stadt ist schön",
            "Er kam nach Prag, 19. Mai 2026. Dann ging er am Montag",
            "Prag, 19. Mai 2026, war kalt. Dann kam der Montag",
            "Am, 19. Mai 2026. Dann kam der Montag",
        ] {
            assert_eq!(edtf(text), None, "{text}");
        }
    }
}
