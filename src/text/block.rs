//! Lines -> items: paragraphs, short lines, datelines, furniture, rules.
//!
//! In: a cleaned document. Out: [`Item`]s in order. Invariant: every line lies in exactly one item; lines of a hard-wrapped paragraph share one.
//! Does not: know where an article begins (text::segment).

use super::clean::{Clean, Line};
use super::dateline::{self, DateLine};
use crate::base::span::Span;
use crate::lexicon::Lexicon;
use crate::lexicon::boilerplate::LineKind;

/// What a line or paragraph looks like by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A line that dates an article.
    Date(DateLine),
    /// A line that a boilerplate pattern knows, or one without a letter.
    Furniture(LineKind),
    /// A rule of dashes, stars or equal signs.
    Rule,
    /// A short line without the end of a sentence: headline, subheading, kicker.
    Short,
    /// A paragraph.
    Prose,
}

/// One paragraph or line of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Where it stands in the clean text of the document.
    pub span: Span,
    /// Empty lines before it.
    pub blanks: u8,
    /// Heading level by markup, 0 for none.
    pub heading: u8,
    /// What it looks like.
    pub class: Class,
    /// Name in a byline or source line.
    pub name: Option<String>,
    /// Words, capped at 255.
    pub words: u8,
}

impl Item {
    /// Tells whether the item is prose of at least `bytes`.
    pub fn is_prose(&self, bytes: usize) -> bool {
        self.class == Class::Prose && self.span.len() >= bytes
    }

    /// Tells whether the item is furniture of one of the kinds.
    pub fn is_furniture(&self, kinds: &[LineKind]) -> bool {
        matches!(self.class, Class::Furniture(k) if kinds.contains(&k))
    }
}

/// Longest short line: bytes and words.
const SHORT: (usize, usize) = (150, 18);

/// Classifies the lines of a document.
pub fn items(clean: &Clean, lexicon: &Lexicon, month_first: bool) -> Vec<Item> {
    let mut out = Vec::with_capacity(clean.lines.len());
    let mut i = 0;
    while let Some(line) = clean.lines.get(i) {
        let wrapped = wrapped_lines(clean, i);
        let last = clean.lines.get(i + wrapped - 1).unwrap_or(line);
        let span = line.span.cover(last.span);
        out.push(item(clean, line, span, wrapped > 1, lexicon, month_first));
        i += wrapped;
    }
    out
}

fn item(
    clean: &Clean,
    line: &Line,
    span: Span,
    wrapped: bool,
    lexicon: &Lexicon,
    month_first: bool,
) -> Item {
    let text = span.of(&clean.text);
    let words = text.split_ascii_whitespace().take(255).count();
    let mut name = None;
    let class = if wrapped {
        Class::Prose
    } else if is_rule(text) {
        Class::Rule
    } else if !text.chars().any(char::is_alphanumeric) {
        Class::Furniture(LineKind::Line)
    } else if line.heading > 0 {
        let tail = |k: &LineKind| matches!(k, LineKind::HardTail | LineKind::SoftTail);
        let found = (line.heading > 1).then(|| lexicon.boilerplate().line(text));
        let kind = found.flatten().map(|f| f.kind).filter(tail);
        kind.map_or(Class::Short, Class::Furniture)
    } else if let Some(found) = dateline::date_line(text, lexicon, month_first) {
        name = (!found.bare)
            .then(|| signed(text, &found, lexicon))
            .flatten();
        Class::Date(found)
    } else if let Some(found) = signed_date(text, lexicon, month_first) {
        name = signed(text, &found, lexicon);
        Class::Date(found)
    } else if let Some(found) = lexicon.boilerplate().line(text) {
        name = found.name;
        Class::Furniture(found.kind)
    } else if is_short(text, words) {
        Class::Short
    } else {
        Class::Prose
    };
    Item {
        span,
        blanks: line.blanks,
        heading: line.heading,
        class,
        name,
        words: words as u8,
    }
}

/// The name of a byline that stands before a date.
fn signed(text: &str, line: &DateLine, lexicon: &Lexicon) -> Option<String> {
    let front = text.get(..line.found.span.start as usize)?;
    let front = front.trim_end_matches(|c: char| c.is_whitespace() || "|,·•–—-(/".contains(c));
    let found = lexicon.boilerplate().line(front)?;
    found.name.filter(|_| found.kind == LineKind::Byline)
}

/// "Av Anna Berg 3 april 2025": a byline and a date that nothing parts.
fn signed_date(text: &str, lexicon: &Lexicon, month_first: bool) -> Option<DateLine> {
    let line = dateline::last_date(text, lexicon.calendar(), month_first)?;
    signed(text, &line, lexicon).map(|_| line)
}

fn is_rule(text: &str) -> bool {
    let mut marks = text.chars().filter(|c| !c.is_whitespace());
    let first = marks.next();
    let mut n = 1;
    first.is_some_and(|c| "-=*_#~•–—+".contains(c))
        && marks.all(|c| {
            n += 1;
            Some(c) == first
        })
        && n >= 3
}

fn is_short(text: &str, words: usize) -> bool {
    if text.len() > SHORT.0 || words > SHORT.1 {
        return false;
    }
    let opened = text.trim_start_matches(['"', '“', '”', '„', '»', '«', '\'', '’', '‘']);
    let speech = text.starts_with(['-', '–', '—', '•', '*', '·']);
    let bare = text.trim_end_matches(['"', '“', '”', '»', '«', '\'', '’', ')', ' ']);
    let ended = bare.ends_with(['.', ':', ';', ',', '…']);
    let starts = opened.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '+');
    !speech && !ended && starts
}

/// Shortest and longest line length of hard-wrapped text, in bytes.
const WRAP: (usize, usize) = (45, 110);
/// Shortest line length of a narrow column, of which most lines begin inside a sentence.
const COLUMN: usize = 22;

/// Returns how many lines from `i` on are one hard-wrapped paragraph (1 if they are not).
///
/// Lines count as wrapped if they follow each other without an empty line, are of like length, and the break falls inside sentences.
fn wrapped_lines(clean: &Clean, i: usize) -> usize {
    let run = clean
        .lines
        .iter()
        .skip(i + 1)
        .take_while(|l| l.blanks == 0 && l.heading == 0)
        .count()
        + 1;
    if run < 2 || clean.lines.get(i).is_none_or(|l| l.heading > 0) {
        return 1;
    }
    let inner: Vec<&Line> = clean.lines.iter().skip(i).take(run - 1).collect();
    let longest = inner.iter().map(|l| l.span.len()).max().unwrap_or(0);
    if longest > WRAP.1 || longest < COLUMN {
        return 1;
    }
    let text = |l: &Line| l.span.of(&clean.text);
    let open = |l: &&&Line| !text(l).ends_with(['.', '!', '?', ':', '”', '"', '“']);
    // In a column a whole word more makes much of a line.
    let share = if longest < WRAP.0 { 6 } else { 7 };
    let like = inner
        .iter()
        .filter(|l| l.span.len() * 10 >= longest * share)
        .count();
    let broken = inner.iter().filter(open).count();
    let lower = clean.lines.iter().skip(i + 1).take(run - 1);
    let continued = lower
        .filter(|l| text(l).starts_with(char::is_lowercase))
        .count();
    let wrapped = like * 10 >= inner.len() * 8
        && broken * 3 >= inner.len() * 2
        && (continued * 4 >= inner.len() && longest >= WRAP.0
            || continued * 5 >= inner.len() * 3 && inner.len() > 1);
    if wrapped { run } else { 1 }
}
