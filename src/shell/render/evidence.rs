//! Passages with the actors, the trigger and dates marked, and where each stands.
//!
//! With colour the marks are colours; without, actors stand in `[ ]`, the trigger in `* *`, dates in `{ }`.

use super::Screen;
use super::style::{Ink, Style};
use super::width::wrap;
use crate::base::world::Report;
use crate::export::Context;
use crate::export::grid::{cell_text, who};
use crate::graph::EventId;
use crate::query::Answer;
use crate::query::facts::{date_words, standing_words};
use crate::query::result::{Cell, Row};

/// Renders passages.
pub fn evidence(answer: &Answer, context: &Context<'_>, screen: Screen) -> String {
    let mut out = String::new();
    let mut before = None;
    for (n, row) in (1_usize..).zip(&answer.rows) {
        let Some(event) = row.events.first().copied() else {
            continue;
        };
        if before != Some(event) {
            let view = context.graph.event(event);
            let place = view
                .location
                .map_or_else(String::new, |l| format!(" · {}", context.graph.name(l)));
            let date = screen
                .style
                .paint(Ink::Date, &date_words(context.graph, event));
            let word = context.vocabulary.word(&view.kind);
            let status = match standing_words(context.graph, event).as_str() {
                "" => String::new(),
                word => format!(" · {}", screen.style.paint(Ink::Bold, word)),
            };
            out.push_str(&format!(
                "{date} · {}{status} · {}{place}\n",
                screen.style.paint(Ink::Bold, &word),
                who(context.graph, event)
            ));
        }
        before = Some(event);
        passage(&mut out, n, row, event, context, screen);
    }
    out
}

fn passage(
    out: &mut String,
    n: usize,
    row: &Row,
    event: EventId,
    context: &Context<'_>,
    screen: Screen,
) {
    let index = if let Some(Cell::Count(i)) = row.cells.last() {
        *i as usize
    } else {
        0
    };
    let Some(report) = context.graph.reports(event).get(index) else {
        return;
    };
    let marked = mark(report, context, screen.style);
    let room = screen
        .width
        .map_or(usize::MAX, |w| w.saturating_sub(6).max(20));
    let lines = wrap(&marked, room);
    for (i, line) in lines.iter().enumerate() {
        let lead = if i == 0 {
            format!("{n:>3}  ")
        } else {
            "     ".to_owned()
        };
        out.push_str(&format!("{lead}{line}\n"));
    }
    let text = |i: usize| {
        row.cells
            .get(i)
            .map_or_else(String::new, |c| cell_text(context.graph, c))
    };
    let (published, lang, article, said_by) = (text(2), text(3), text(4), text(5));
    let file = context
        .graph
        .article_by_key(&report.article)
        .and_then(|a| context.graph.article(a))
        .map_or_else(String::new, |a| a.file);
    let file = if file == article { String::new() } else { file };
    let published = if published.is_empty() {
        "undated".to_owned()
    } else {
        published
    };
    let said_by = if said_by.is_empty() {
        String::new()
    } else {
        format!("said by {said_by}")
    };
    let parts = [
        article,
        file,
        published,
        lang,
        said_by,
        format!("characters {}–{}", report.span[0], report.span[1]),
    ];
    let source = parts
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    for line in wrap(&source, room) {
        out.push_str(&format!("     {}\n", screen.style.paint(Ink::Dim, &line)));
    }
}

/// Finds what to mark: code-point ranges of the quote with their kind, not overlapping.
fn marks(report: &Report, context: &Context<'_>) -> Vec<(usize, usize, Ink)> {
    let quote = &report.quote;
    let length = quote.chars().count();
    let mut found: Vec<(usize, usize, Ink)> = Vec::new();
    if !report.trigger.is_empty()
        && let Some(at) = quote.find(&report.trigger)
    {
        let start = quote.get(..at).map_or(0, |t| t.chars().count());
        found.push((start, start + report.trigger.chars().count(), Ink::Mark));
    }
    let record = context
        .graph
        .article_by_key(&report.article)
        .and_then(|a| context.graph.article(a))
        .unwrap_or_default();
    for span in record.entities.iter().flat_map(|e| &e.spans) {
        let (start, end) = (
            span[0].checked_sub(report.span[0]),
            span[1].checked_sub(report.span[0]),
        );
        if let (Some(start), Some(end)) = (start, end)
            && (end as usize) <= length
        {
            found.push((start as usize, end as usize, Ink::Name));
        }
    }
    found.extend(dates(quote, context));
    found.sort_by_key(|f| (f.0, std::cmp::Reverse(f.1)));
    let mut end = 0;
    found.retain(|f| {
        let keep = f.0 >= end && f.1 > f.0;
        end = if keep { f.1 } else { end };
        keep
    });
    found
}

/// Finds calendar dates by their shape: a month's name with the numbers around it, a full numeric date, a year.
fn dates(quote: &str, context: &Context<'_>) -> Vec<(usize, usize, Ink)> {
    let chars: Vec<char> = quote.chars().collect();
    let mut words: Vec<(usize, usize, String)> = Vec::new();
    let mut start = None;
    for i in 0..=chars.len() {
        let inside = chars.get(i).is_some_and(|c| {
            c.is_alphanumeric()
                || (matches!(c, '.' | '-') && chars.get(i + 1).is_some_and(char::is_ascii_digit))
        });
        match (inside, start) {
            (true, None) => start = Some(i),
            (false, Some(s)) => {
                words.push((s, i, chars.get(s..i).unwrap_or_default().iter().collect()));
                start = None;
            }
            _ => {}
        }
    }
    let digits = |w: &str| {
        !w.is_empty()
            && w.chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'))
    };
    let mut found = Vec::new();
    for (i, (s, e, word)) in words.iter().enumerate() {
        if context.vocabulary.month(word).is_some() && word.chars().count() > 2 {
            let before = i
                .checked_sub(1)
                .and_then(|b| words.get(b))
                .filter(|w| digits(&w.2) && *s - w.1 <= 2);
            let after = words.get(i + 1).filter(|w| digits(&w.2) && w.0 - *e <= 2);
            if before.is_some() || after.is_some() {
                found.push((
                    before.map_or(*s, |w| w.0),
                    after.map_or(*e, |w| w.1),
                    Ink::Date,
                ));
            }
        } else if digits(word)
            && (word.len() >= 8
                || (word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))))
        {
            found.push((*s, *e, Ink::Date));
        }
    }
    found
}

/// Writes the quote with its marks.
pub fn mark(report: &Report, context: &Context<'_>, style: Style) -> String {
    let chars: Vec<char> = report
        .quote
        .chars()
        .map(|c| if c == '\n' { ' ' } else { c })
        .collect();
    let slice = |a: usize, b: usize| {
        chars
            .get(a..b)
            .unwrap_or_default()
            .iter()
            .collect::<String>()
    };
    let mut out = String::from("\"");
    let mut at = 0;
    for (start, end, ink) in marks(report, context) {
        out.push_str(&slice(at, start));
        let text = slice(start, end);
        let plain = match ink {
            Ink::Mark => format!("*{text}*"),
            Ink::Date => format!("{{{text}}}"),
            _ => format!("[{text}]"),
        };
        out.push_str(&if style.color {
            style.paint(ink, &text)
        } else {
            plain
        });
        at = end;
    }
    out.push_str(&slice(at, chars.len()));
    out.push('"');
    out
}
