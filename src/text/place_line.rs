//! Datelines of a place: those that end in a full stop ("Prag, 19. Mai 2026. Die …"), hold two dashes ("PRAGUE — May 19, 2026 — The …"), or have neither
//! dash nor comma ("OSLO 3 april 2025 Ministern …", "OSLO (TT) Ministern …"), and lines of a place and a date ("Oslo 3 april 2025").
//!
//! In: the start of a paragraph, or a line. Out: where the dateline ends and its date. Invariant: a date without a year stays without one; without a comma
//! or dash only capitals or a place of the gazetteer count as a place.
//! Does not: read datelines with one dash (text::dateline), or dates without a place (text::opening).

use super::dateline::{self, AgencyLine, Found, Piece, PieceKind, Shapes};
use super::opening::NEWS;
use crate::base::analysis::EntityClass;
use crate::base::letters::small;
use crate::lexicon::Lexicon;
use crate::lexicon::boilerplate::LineKind;
use crate::lexicon::language::{Calendar, DateWord};
use chrono::Datelike;
use std::borrow::Cow;

/// Marks, numbers and words from which a dateline is read.
const HEAD: usize = 24;

/// The start of a paragraph in pieces, cut once for all kinds of datelines.
#[derive(Debug)]
pub(super) struct Start<'t> {
    /// The text.
    pub(super) head: &'t str,
    pieces: Vec<Piece<'t>>,
    /// The first date, its first piece and the piece behind it.
    first: Option<(Found, usize, usize)>,
}

impl<'t> Start<'t> {
    pub(super) fn new(head: &'t str, calendar: &Calendar) -> Self {
        let pieces = dateline::pieces(head, calendar, HEAD);
        let first = dateline::dates(&pieces, Shapes::default())
            .into_iter()
            .next();
        Self {
            head,
            pieces,
            first,
        }
    }
}

/// Marks and words of a paragraph in which a weekday is looked for.
const STORY: usize = 400;

/// Most words and hyphens of a place before its date.
const PLACE: usize = 3;

/// Most words of a place or heading in capitals.
const SHOUTED: usize = 4;

/// Is a stretch of text the name of a place or country that the gazetteer holds, in any of our languages?
pub(super) fn is_known(text: &str, lexicon: &Lexicon) -> bool {
    let place = |class| matches!(class, EntityClass::Place | EntityClass::Country);
    is_named(text, place, lexicon)
}

/// Is it the name of a place? A country before a dash or alone is more often what the story is about ("Israel – Iran").
fn is_town(text: &str, lexicon: &Lexicon) -> bool {
    is_named(text, |class| class == EntityClass::Place, lexicon)
}

fn is_named(text: &str, place: impl Fn(EntityClass) -> bool, lexicon: &Lexicon) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == ',');
    let named = |part: &str| {
        let part = part.trim();
        // The gazetteer takes three capitals for an abbreviation.
        let short = is_shouted(part) && part.chars().count() == 3;
        let calm = short.then(|| {
            part.chars()
                .take(1)
                .chain(small(part).chars().skip(1))
                .collect::<String>()
        });
        let found = lexicon
            .gazetteer()
            .lookup(calm.as_deref().unwrap_or(part), "");
        found.is_some_and(|m| {
            let mut entries = m
                .senses
                .iter()
                .filter_map(|s| lexicon.gazetteer().at(s.entry));
            !m.genitive && entries.any(|e| place(e.class))
        })
    };
    let parts: Vec<&str> = text.split([',', '/']).collect();
    text.starts_with(char::is_uppercase) && parts.len() <= PLACE && parts.into_iter().all(named)
}

/// Capitals only, at least three of them ("NEW YORK", "ST. PETERSBURG").
pub(super) fn is_shouted(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().all(char::is_uppercase) && letters.nth(2).is_some()
}

/// A shouted town, alone or before its country in small letters ("CAGUAS, Puerto Rico").
pub(super) fn is_shouted_place(text: &str) -> bool {
    let (town, rest) = text.split_once(',').unwrap_or((text, ""));
    let mut words = rest.split([' ', ',']).filter(|w| !w.is_empty());
    let name = |w: &str| w.starts_with(char::is_uppercase) || w.len() <= 3;
    is_shouted(town) && words.clone().count() <= PLACE && words.all(name)
}

/// Is what stands before a line's date a place, or a heading in capitals? The month of a headline in capitals is in capitals too.
pub(super) fn before_date(
    line: &str,
    p: &[Piece<'_>],
    (found, first, _): &(Found, usize, usize),
    lexicon: &Lexicon,
) -> bool {
    let recent = found.day().is_some_and(|d| d.year() >= NEWS);
    let front = p.get(..*first).unwrap_or(&[]);
    let fillers = front.iter().rev().take_while(|x| is_filler(x)).count();
    let place = front.get(..front.len() - fillers).unwrap_or(&[]);
    let words = place
        .iter()
        .filter(|x| matches!(x.kind, PieceKind::Word(_)));
    let Some(last) = place.last().filter(|_| words.count() <= SHOUTED) else {
        return false;
    };
    let text = line.get(..last.end()).unwrap_or("");
    let quiet = !is_shouted(found.span.of(line));
    recent && quiet && (is_shouted(text) || is_known(text, lexicon))
}

fn is_filler(x: &Piece<'_>) -> bool {
    x.kind == PieceKind::Word(Some(DateWord::Filler))
}

/// Blanks out a remark in brackets behind a place ("PRAG (eigener Bericht), 7. Oktober 2022"), so that every byte keeps its place.
pub(super) fn without_brackets<'t>(place: &'t str, lexicon: &Lexicon) -> Cow<'t, str> {
    let bracket = place.find('(').and_then(|open| {
        let close = open + place.get(open..)?.find(')')? + 1;
        let inside = place.get(open..close)?;
        let name = place.get(..open)?;
        let remark = !inside.contains(|c: char| c.is_ascii_digit()) && inside.len() <= 40;
        (remark && (is_shouted_place(name) || is_known(name, lexicon))).then_some((open, close))
    });
    match bracket {
        Some((open, close)) => {
            let mut blank = place.to_owned();
            blank.replace_range(open..close, &" ".repeat(close - open));
            Cow::Owned(blank)
        }
        None => Cow::Borrowed(place),
    }
}

/// Does a new sentence without a dash of its own stand behind "Prag – " ("Prag – Hauptstadt Tschechiens – war …" goes on)?
pub(super) fn opens_sentence(place: &str, behind: &str, lexicon: &Lexicon) -> bool {
    let sentence = behind.split_inclusive(['.', '!', '?']).next().unwrap_or("");
    let dashed = [" – ", " — ", " - "].iter().any(|d| sentence.contains(d));
    let words = sentence.split_whitespace().count();
    let closed = sentence.ends_with(['.', '!', '?']);
    sentence.starts_with(char::is_uppercase)
        && !dashed
        && (words > 4 || closed && words > 2)
        && is_town(place, lexicon)
}

/// How many bytes the dateline of a town takes at the start of a paragraph that is not the article's first ("Quito – Peru …", "RABAT: Morocco …"). What
/// else opens datelines is no town, and paragraphs begin with it for other reasons, too.
pub fn brief_line(paragraph: &str, lexicon: &Lexicon) -> Option<usize> {
    let len = dateline::agency_line(paragraph, lexicon)?.len;
    opens_with_town(paragraph.get(..len)?, lexicon).then_some(len)
}

/// Fewest words of a headline behind its town.
const STATED: usize = 3;

/// How many bytes the town takes that opens a headline in front of somebody who does something ("Gulu – Uganda expels envoys", "Gulu: Uganda …").
pub(super) fn headline_line(line: &str, lexicon: &Lexicon) -> Option<usize> {
    const MARKS: [&str; 4] = [" – ", " — ", " - ", ": "];
    let places = MARKS.iter().filter_map(|m| Some((line.find(m)?, *m)));
    let (at, mark) = places.min()?;
    let (town, behind) = (line.get(..at)?, line.get(at + mark.len()..)?.trim_start());
    let words: Vec<&str> = behind.split_whitespace().collect();
    if words.len() < STATED || !behind.starts_with(char::is_uppercase) || !is_town(town, lexicon) {
        return None;
    }
    let gazetteer = lexicon.gazetteer();
    let doer = gazetteer.find(&words, 0, "")?;
    let doer = doer.senses.first().and_then(|s| gazetteer.at(s.entry))?;
    let acts = doer.class != EntityClass::Place;
    acts.then_some(line.len() - behind.len())
}

/// "17. Juni 2023. Am Ufer …": a whole date that opens the paragraph as a sentence of its own; initials and a town may follow ("… 2023. abc. WIEN. Am …").
pub(super) fn opening_date(start: &Start<'_>, lexicon: &Lexicon) -> Option<AgencyLine> {
    let Start {
        head,
        pieces: p,
        first,
    } = start;
    let chosen = first.filter(|f| f.1 == 0 && f.0.day().is_some())?;
    p.get(chosen.2).filter(|x| x.is('.'))?;
    let next = p.get(chosen.2 + 1)?;
    let behind = head.get(next.at..)?;
    let initials = initials(behind, lexicon).unwrap_or(0);
    let town = alone(behind.get(initials..)?, lexicon).map_or(0, |a| a.len);
    let len = next.at + initials + town;
    let sentence = next.spaced && head.get(len..)?.starts_with(char::is_uppercase);
    sentence.then_some(AgencyLine {
        found: Some(chosen.0),
        agency: None,
        len,
    })
}

/// Is a dateline the town's before all else ("OSLO, Norway (TT) – ")?
pub(super) fn opens_with_town(line: &str, lexicon: &Lexicon) -> bool {
    let name = line
        .split([',', '(', '–', '—', '_', ':', '|', '/', '.'])
        .next();
    let name = name.unwrap_or("").trim_end().trim_end_matches('-');
    is_town(name, lexicon)
}

/// Most letters of an author's initials.
const INITIALS: usize = 4;

/// The bytes of an author's initials before a shouted place ("abc. WIEN. Die …").
pub(super) fn initials(head: &str, lexicon: &Lexicon) -> Option<usize> {
    let (letters, behind) = head.split_once(". ")?;
    let plain = letters.chars().all(char::is_lowercase) && letters.chars().count() <= INITIALS;
    let place = behind
        .split(['.', ',', ':', '(', '–', '—', '-'])
        .next()?
        .trim();
    (plain && !letters.is_empty() && is_shouted(place) && is_known(place, lexicon))
        .then_some(head.len() - behind.len())
}

/// The bytes of what tells the author before a dateline: initials, or a byline and its dash ("By Jane Doe - LIMA, 3 March 2020 - The …").
pub(super) fn signature(head: &str, lexicon: &Lexicon) -> Option<usize> {
    let byline = || {
        let (at, next) = dateline::dash_after(head)?;
        let found = lexicon.boilerplate().line(head.get(..at)?.trim_end())?;
        let mut words = head.get(next..)?.split([',', ' ', '-', '–', '(']);
        let named = found.kind == LineKind::Byline && found.name.is_some();
        (named && words.next().is_some_and(is_shouted)).then_some(next)
    };
    initials(head, lexicon).or_else(byline)
}

/// Reads datelines without a dash: "OSLO (TT) Ministern …", "(TT) Ministern …", "OSLO 3 april 2025 Ministern …", "Oslo, 3 april 2025: Ministern …".
pub(super) fn undashed(start: &Start<'_>, lexicon: &Lexicon) -> Option<AgencyLine> {
    let Start {
        head,
        pieces: p,
        first,
    } = start;
    let dated = first.filter(|f| f.0.day().is_some_and(|d| d.year() >= NEWS));
    let bracket = agency_bracket(head, p, lexicon);
    let (front, next) = match (&dated, bracket) {
        (Some(f), Some((open, close))) if open == f.2 => (f.1, close + 1),
        (Some(f), Some((open, close))) if f.1 > close => (open, f.2),
        (Some(f), None) => (f.1, f.2),
        (None, Some((open, close))) => (open, close + 1),
        (None, None) => return alone(head, lexicon),
        _ => return None,
    };
    let place = p.get(..front)?;
    let fillers = place.iter().rev().take_while(|x| is_filler(x)).count();
    let place = place.get(..front - fillers)?;
    let words = place
        .iter()
        .filter(|x| matches!(x.kind, PieceKind::Word(_)))
        .count();
    let text = head.get(..place.last().map_or(0, Piece::end))?;
    let named = words <= SHOUTED && (is_shouted_place(text) || is_known(text, lexicon));
    if !(named || place.is_empty() && bracket.is_some_and(|b| b.0 == 0)) {
        return None;
    }
    let stop = p.get(next).filter(|x| x.is('.') || x.is(':'));
    let body = p.get(next + usize::from(stop.is_some()))?;
    // "Oslo, 3 april 2025. Staden …" opens letters as well (see `stopped`).
    let letter = bracket.is_none() && !is_shouted_place(text) && stop.is_some_and(|x| x.is('.'));
    let month = dated.is_none_or(|f| !is_shouted(f.0.span.of(head)));
    let opens = body.spaced && body.text.starts_with(char::is_uppercase);
    (opens && month && !letter).then(|| AgencyLine {
        found: dated.map(|f| f.0),
        agency: bracket.and_then(|(open, close)| {
            let (from, to) = (p.get(open)?.end(), p.get(close)?.at);
            head.get(from..to).map(|a| a.trim().to_owned())
        }),
        len: body.at,
    })
}

/// A place that is a sentence by itself ("PRAG. Die Minister …", "Prag (eigener Bericht). Die Minister …").
pub(super) fn alone(head: &str, lexicon: &Lexicon) -> Option<AgencyLine> {
    let stop = head.find(". ")?;
    let place = without_brackets(head.get(..stop)?, lexicon);
    let behind = head.get(stop + 1..)?.trim_start();
    let opens = behind.starts_with(char::is_uppercase);
    (opens && is_town(&place, lexicon)).then(|| AgencyLine {
        found: None,
        agency: None,
        len: head.len() - behind.len(),
    })
}

/// The first bracket, if it holds the name of an agency we know ("(TT)", "(AFP/Reuters)").
fn agency_bracket(head: &str, p: &[Piece<'_>], lexicon: &Lexicon) -> Option<(usize, usize)> {
    let open = p.iter().position(|x| x.is('('))?;
    let close = open + p.get(open..)?.iter().position(|x| x.is(')'))?;
    let inside = head.get(p.get(open)?.end()..p.get(close)?.at)?;
    let agencies = &lexicon.boilerplate().agencies;
    let known = |name: &str| agencies.contains(&name.trim().to_lowercase());
    let plain = !inside.contains(|c: char| c.is_ascii_digit()) && inside.len() <= 28;
    (plain && (known(inside) || inside.split(['/', '-', ' ']).any(known))).then_some((open, close))
}

/// A line without the agency that ends it: in "NAIROBI. 6 maj 2023 (TT-Reuters)" it is no part of what stands behind the date.
pub(super) fn without_agency<'p, 'l>(
    line: &str,
    p: &'p [Piece<'l>],
    lexicon: &Lexicon,
) -> &'p [Piece<'l>] {
    let bracket = agency_bracket(line, p, lexicon).filter(|(_, close)| close + 1 == p.len());
    let end = bracket.map_or(p.len(), |(open, _)| open);
    p.get(..end).unwrap_or(p)
}

/// Reads "Prag, 19. Mai 2026. Die …": a place, a comma (none behind a place of the gazetteer), a date with its month in letters and a full stop before the
/// next sentence. Letters and diaries open in the same way, so the paragraph must name a weekday, "yesterday" or "today", as news does.
pub(super) fn stopped(paragraph: &str, start: &Start<'_>, lexicon: &Lexicon) -> Option<AgencyLine> {
    let calendar = lexicon.calendar();
    let (head, p) = (start.head, &start.pieces);
    let (found, first, next) = start.first?;
    if !found.span.of(head).contains(char::is_alphabetic) {
        return None;
    }
    let front = p.get(..first)?;
    let fillers = front.iter().rev().take_while(|x| is_filler(x)).count();
    let front = front.get(..front.len() - fillers)?;
    let (place, comma) = match front {
        [place @ .., comma] if comma.is(',') => (place, true),
        place => (place, false),
    };
    let text = || head.get(..place.last().map_or(0, Piece::end)).unwrap_or("");
    // "Den Haag" begins with a word that stands before dates as well.
    let name = |x: &Piece<'_>| match x.kind {
        PieceKind::Word(None | Some(DateWord::Filler)) => x.text.starts_with(char::is_uppercase),
        PieceKind::Mark(mark) => matches!(mark, '-' | '/'),
        _ => false,
    };
    let several = place.iter().filter(|x| x.is('/')).count();
    let last = place
        .last()
        .is_some_and(|x| x.kind == PieceKind::Word(None));
    let short = place.len() <= PLACE + 2 * several && last && place.iter().all(name);
    // A date without a year takes the stop behind its month along.
    let stop = [Some(next), next.checked_sub(1)]
        .into_iter()
        .flatten()
        .find(|at| p.get(*at).is_some_and(|x| x.is('.')))?;
    let body = p.get(stop + 1)?;
    let opens = body.spaced && body.text.starts_with(char::is_uppercase);
    let told = names_day(paragraph.get(body.at..).unwrap_or(""), calendar);
    let parted = comma || is_known(text(), lexicon);
    (parted && short && opens && told).then_some(AgencyLine {
        found: Some(found),
        agency: None,
        len: body.at,
    })
}

fn names_day(story: &str, calendar: &Calendar) -> bool {
    let pieces = dateline::pieces(story, calendar, STORY);
    let day = |w: Option<DateWord>| match w {
        Some(DateWord::Weekday { full, .. }) => full,
        Some(DateWord::Yesterday | DateWord::Today) => true,
        _ => false,
    };
    let word = |x: &Piece<'_>| match x.kind {
        PieceKind::Word(word) => day(word),
        _ => false,
    };
    // "i går"
    let pair = |w: &[Piece<'_>]| match w {
        [a, b] if a.text.len() == 1 => {
            let both = format!("{} {}", a.text.to_lowercase(), b.text.to_lowercase());
            day(calendar.get(&both))
        }
        _ => false,
    };
    pieces.iter().any(word) || pieces.windows(2).any(pair)
}

/// Where the full stop of a date begins that stands behind a dash, before a new sentence, and where that begins ("(AP) — May 19, 2026. The …").
fn stop_behind_date(head: &str, start: usize, calendar: &Calendar) -> Option<(usize, usize)> {
    let p = dateline::pieces(head.get(start..)?, calendar, HEAD);
    let (_, first, next) = dateline::dates(&p, Shapes::default()).into_iter().next()?;
    // A date without a year takes the stop behind its month along.
    let stop = [next, next.checked_sub(1)?]
        .into_iter()
        .find(|at| p.get(*at).is_some_and(|x| x.is('.')))?;
    let body = p.get(stop + 1)?;
    let opens = first == 0 && body.spaced && body.text.starts_with(char::is_uppercase);
    let dot = p.get(stop)?;
    opens.then_some((start + dot.at, start + body.at))
}

/// Reads "OSLO/NTB. Ministern …", "Oslo/NTB Ministern …": a place and an agency that we know, parted by a slash.
pub(super) fn slashed(head: &str, lexicon: &Lexicon) -> Option<AgencyLine> {
    let (place, rest) = head.split_once('/')?;
    let letters = rest.find(|c: char| !c.is_alphabetic())?;
    let (agency, rest) = rest.split_at_checked(letters)?;
    let known = &lexicon.boilerplate().agencies;
    let words = place.split(' ').count();
    let named = words <= PLACE && (is_shouted(place) || is_known(place, lexicon));
    let body = rest.trim_start_matches(['.', ':']).trim_start();
    let opens = body.len() < rest.len() && body.starts_with(char::is_uppercase);
    let parted = rest.starts_with(['.', ':', ' ', '\n']);
    (named && parted && opens && known.contains(&agency.to_lowercase())).then(|| AgencyLine {
        found: None,
        agency: Some(agency.to_owned()),
        len: head.len() - body.len(),
    })
}

/// Moves the dash of "PRAGUE — May 19, 2026 — The …" behind the date, where only a date stands between two dashes. A dash is where it begins and where
/// the text behind it begins.
pub(super) fn behind_date(head: &str, dash: (usize, usize), calendar: &Calendar) -> (usize, usize) {
    if let Some(stop) = stop_behind_date(head, dash.1, calendar) {
        return stop;
    }
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
    use super::brief_line;
    use crate::lexicon::Lexicon;
    use crate::text::dateline::{agency_line, date_line};

    #[test]
    fn an_agency_behind_the_date() {
        let lexicon = Lexicon::open(None).expect("the data is whole");
        let day = |line| date_line(line, &lexicon, false).map(|d| d.found.date.to_edtf());
        for line in [
            "MOMBASA/NAIROBI. 5 februari 2026 (TT-Reuters)",
            "Mombasa, 5 February 2026 (Reuters)",
        ] {
            assert_eq!(day(line).as_deref(), Some("2026-02-05"), "{line}");
        }
        assert_eq!(day("The minister left on 5 February 2026 (Reuters)"), None);
    }

    #[test]
    fn datelines_of_briefs() {
        let lexicon = Lexicon::open(None).expect("the data is whole");
        let behind = |text: &'static str| brief_line(text, &lexicon).and_then(|at| text.get(at..));
        for (text, want) in [
            ("Lima – Peru lobte Chile.", "Peru lobte Chile."),
            ("LIMA – Peru praised Chile.", "Peru praised Chile."),
            (
                "Lima – Peru har kritiserat Chile.",
                "Peru har kritiserat Chile.",
            ),
            (
                "LIMA: Peru hat Chile kritisiert.",
                "Peru hat Chile kritisiert.",
            ),
            (
                "LIMA. Peru har kritiserat Chile.",
                "Peru har kritiserat Chile.",
            ),
            (
                "LIMA, Peru (Wire) — The ministers met.",
                "The ministers met.",
            ),
            (
                "Rom (dpa) – Die Minister trafen sich.",
                "Die Minister trafen sich.",
            ),
            (
                "ROM. Die Minister trafen sich.",
                "Die Minister trafen sich.",
            ),
        ] {
            assert_eq!(behind(text), Some(want), "{text}");
        }
        for text in [
            "Lima – die Hauptstadt – kritisierte Chile.",
            "Lima – and nobody else – praised Chile.",
            "Peru – Chile",
            "REPORTER: What did the minister say?",
            "Analysis (Wire) – The ministers met.",
            "Lima har kritiserat Chile.",
        ] {
            assert_eq!(behind(text), None, "{text}");
        }
        let dated = |text: &str| agency_line(text, &lexicon).map(|a| (a.found.is_some(), a.len));
        for text in [
            "19. Juli 2023. abc. WIEN. Die",
            "ab. WIEN, 19. Juli 2023. Die Minister kamen am Montag",
        ] {
            let want = text.find("Die").map(|at| (true, at));
            assert_eq!(dated(text), want, "{text}");
        }
        assert_eq!(dated("usw. WIEDER kamen die Minister."), None);
    }

    #[test]
    fn places_and_dates_before_a_stop_or_a_second_dash() {
        let lexicon = Lexicon::open(None).expect("the data is whole");
        let edtf = |text: &str| {
            let line = agency_line(text, &lexicon)?;
            Some((line.found?.date.to_edtf(), line.agency.unwrap_or_default()))
        };
        for (text, date, agency) in [
            ("PRAGUE — May 19, 2026 — The ministers", "2026-05-19", ""),
            (
                "By Jane Doe - LIMA, 4 March 2018 - The ministers met",
                "2018-03-04",
                "",
            ),
            (
                "Von Max Müller – LIMA, 4. März (dpa) – Die Minister",
                "XXXX-03-04",
                "dpa",
            ),
            ("OSLO – 3 June (Wire) – The ministers", "XXXX-06-03", "Wire"),
            (
                "Prag, 19. Mai 2026. Die Minister kamen am Dienstag",
                "2026-05-19",
                "",
            ),
            ("(Wire) — May 19, 2026. The ministers", "2026-05-19", ""),
            (
                "OSLO, Norway (Wire) — 3 June 2025. The ministers",
                "2025-06-03",
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
        let source = |text: &str| agency_line(text, &lexicon).and_then(|l| l.agency);
        for text in [
            "UMEÅ/TT. Ministrarna möttes",
            "Umeå/TT Ministrarna möttes",
            "NEW YORK/TT: Ministrarna möttes",
        ] {
            assert_eq!(source(text).as_deref(), Some("TT"), "{text}");
        }
        for text in [
            "Umeå/Luleå Ministrarna möttes",
            "Talks/TT Ministrarna",
            "UMEÅ/TT möttes",
        ] {
            assert_eq!(source(text), None, "{text}");
        }
        for text in [
            "By Jane Doe - The ministers met on 4 March 2018",
            "(Wire) — May 19, 2026 was a day",
            "Prag, 19. Mai 2026. Die Stadt ist schön",
            "Er kam nach Prag, 19. Mai 2026. Dann ging er am Montag",
            "Prag, 19. Mai 2026, war kalt. Dann kam der Montag",
            "Am, 19. Mai 2026. Dann kam der Montag",
        ] {
            assert_eq!(edtf(text), None, "{text}");
        }
    }
}
