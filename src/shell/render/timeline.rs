//! Dated rows under a headline: whom it is about, a sparkline of activity, each event with its quote, a footer with counts.

use super::Screen;
use super::style::Ink;
use super::width::{columns, cut, pad, wrap};
use crate::export::Context;
use crate::export::grid::{languages, quote, who};
use crate::graph::EventId;
use crate::query::Answer;
use crate::query::facts::{date_words, standing_words};
use crate::query::names::class_word;
use crate::query::result::{Kind, count};
use crate::query::status::happened;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Fewest columns in which a quote beside its row is of use.
const NARROWEST: usize = 20;
/// Most lines of a quote where every event has lines of its own.
const QUOTE_LINES: usize = 3;
/// Most columns of a type with its status.
const WORD: usize = 34;
/// Most buckets of a sparkline.
const BUCKETS: i32 = 24;

/// Renders events as a timeline; other rows as a table.
pub fn timeline(answer: &Answer, context: &Context<'_>, screen: Screen) -> String {
    if answer.rows.is_empty() {
        return String::new();
    }
    if answer.kind != Kind::Events {
        return super::automatic(answer, context, screen);
    }
    let events = answer.all_events();
    let mut out = headline(answer, &events, context, screen);
    out.push_str(&rows(&events, context, screen));
    out.push_str(&footer(&events, context, screen));
    out
}

fn headline(answer: &Answer, events: &[EventId], context: &Context<'_>, screen: Screen) -> String {
    let names: Vec<String> = answer
        .focus
        .iter()
        .map(|e| {
            let view = context.graph.entity(*e);
            format!(
                "{} ({})",
                screen.style.paint(Ink::Name, view.name),
                class_word(view.class)
            )
        })
        .collect();
    let spark = sparkline(events, context).map(|(from, blocks, to)| {
        format!("{from} {} {to}", screen.style.paint(Ink::Date, &blocks))
    });
    let parts: Vec<String> = [names.join(" ↔ "), spark.unwrap_or_default()]
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect();
    let narrow = screen
        .width
        .is_some_and(|w| columns(&parts.join("   ")) > w);
    if parts.is_empty() {
        String::new()
    } else {
        format!("{}\n", parts.join(if narrow { "\n" } else { "   " }))
    }
}

/// Counts events in equal stretches of time; `None` with fewer than two dated days.
fn sparkline(events: &[EventId], context: &Context<'_>) -> Option<(String, String, String)> {
    let days: Vec<NaiveDate> = events
        .iter()
        .filter_map(|e| context.graph.event(*e).date)
        .filter_map(|d| d.lo.filter(|_| d.hi.is_some()))
        .collect();
    let (first, last) = (days.iter().min()?, days.iter().max()?);
    let months = |d: &NaiveDate| d.year() * 12 + d.month0() as i32;
    let span = months(last) - months(first);
    if span == 0 {
        return None;
    }
    let step = span / BUCKETS + 1;
    let mut counts = vec![0_usize; (span / step + 1) as usize];
    for day in &days {
        if let Some(bucket) = counts.get_mut(((months(day) - months(first)) / step) as usize) {
            *bucket += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    let block = |n: usize| {
        if n == 0 {
            '·'
        } else {
            BLOCKS.get((n * 7).div_ceil(most)).copied().unwrap_or('█')
        }
    };
    Some((
        first.format("%Y-%m").to_string(),
        counts.into_iter().map(block).collect(),
        last.format("%Y-%m").to_string(),
    ))
}

struct Line {
    date: String,
    word: String,
    who: String,
    place: String,
    quote: String,
    lang: String,
    quad: u8,
}

fn line(event: EventId, context: &Context<'_>) -> Line {
    let view = context.graph.event(event);
    let mut word = context.vocabulary.word(&view.kind);
    let status = standing_words(context.graph, event);
    if !status.is_empty() {
        // The status is read in any case; the type may be cut.
        let room = WORD.saturating_sub(columns(&status) + 3).max(WORD / 3);
        word = format!("{} ({status})", cut(&word, room));
    }
    Line {
        date: date_words(context.graph, event),
        word,
        who: who(context.graph, event),
        place: view
            .location
            .map_or_else(String::new, |l| context.graph.name(l).to_owned()),
        quote: quote(context.graph, event),
        lang: languages(context.graph, event),
        quad: view.kind.quad,
    }
}

/// How the columns are laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Quotes beside their rows, in so many columns.
    Beside(Option<usize>),
    /// Place and quote below their row.
    Below,
    /// No columns: every event in lines of its own.
    Stacked,
}

/// Widths of the columns.
struct Widths {
    number: usize,
    date: usize,
    word: usize,
    whom: usize,
    /// 0 without places.
    place: usize,
}

impl Widths {
    fn of(lines: &[Line], screen: Screen) -> Self {
        let widest = |f: &dyn Fn(&Line) -> &str, title: &str, most: usize| {
            let widths = lines.iter().map(|l| columns(f(l)));
            widths.max().unwrap_or(0).max(columns(title)).min(most)
        };
        let roomy = screen.width.is_none_or(|w| w >= 140);
        let has_place = lines.iter().any(|l| !l.place.is_empty());
        Self {
            number: lines.len().to_string().len().max(2),
            date: widest(&|l| &l.date, "date", 24),
            word: widest(&|l| &l.word, "type", if roomy { WORD } else { 28 }),
            whom: widest(&|l| &l.who, "who", if roomy { 60 } else { 34 }),
            place: if has_place {
                widest(&|l| &l.place, "where", 16)
            } else {
                0
            },
        }
    }

    /// No event without its proof: where no column is left for the quote it stands below its row.
    fn layout(&self, screen: Screen) -> Layout {
        let Some(width) = screen.width else {
            return Layout::Beside(None);
        };
        let bare = self.number + self.date + self.word + self.whom + 6;
        let fixed = bare + self.place + if self.place > 0 { 4 } else { 2 };
        match width.saturating_sub(fixed + 6) {
            room if room >= NARROWEST => Layout::Beside(Some(room)),
            _ if bare <= width => Layout::Below,
            _ => Layout::Stacked,
        }
    }

    fn head(&self, layout: Layout) -> String {
        let place = match layout {
            Layout::Beside(_) if self.place > 0 => format!("  {}", pad("where", self.place, false)),
            _ => String::new(),
        };
        let evidence = match layout {
            Layout::Beside(_) => "  evidence",
            _ => "",
        };
        let head = format!(
            "{}  {}  {}  {}{place}{evidence}",
            pad("#", self.number, true),
            pad("date", self.date, false),
            pad("type", self.word, false),
            pad("who", self.whom, false)
        );
        head.trim_end().to_owned()
    }
}

fn rows(events: &[EventId], context: &Context<'_>, screen: Screen) -> String {
    let lines: Vec<Line> = events.iter().map(|e| line(*e, context)).collect();
    let widths = Widths::of(&lines, screen);
    let layout = widths.layout(screen);
    let mut out = String::new();
    if layout != Layout::Stacked {
        let head = screen.style.paint(Ink::Bold, &widths.head(layout));
        out.push_str(&format!("{head}\n"));
    }
    for (n, l) in (1_usize..).zip(&lines) {
        out.push_str(&match layout {
            Layout::Stacked => stacked(n, l, &widths, screen),
            _ => row(n, l, &widths, layout, screen),
        });
        out.push('\n');
    }
    out
}

fn ink(line: &Line) -> Ink {
    if line.quad >= 3 {
        Ink::Hostile
    } else {
        Ink::Friendly
    }
}

fn row(n: usize, l: &Line, widths: &Widths, layout: Layout, screen: Screen) -> String {
    let style = screen.style;
    let place = match layout {
        Layout::Beside(_) if widths.place > 0 => {
            format!(
                "  {}",
                pad(&cut(&l.place, widths.place), widths.place, false)
            )
        }
        _ => String::new(),
    };
    let row = format!(
        "{}  {}  {}  {}{place}",
        style.paint(Ink::Dim, &pad(&n.to_string(), widths.number, true)),
        style.paint(Ink::Date, &pad(&l.date, widths.date, false)),
        style.paint(ink(l), &pad(&cut(&l.word, widths.word), widths.word, false)),
        pad(&cut(&l.who, widths.whom), widths.whom, false),
    );
    let text = match layout {
        Layout::Beside(_) if l.quote.is_empty() => String::new(),
        Layout::Beside(Some(room)) => format!("  \"{}\" {}", cut(&l.quote, room - 2), l.lang),
        Layout::Beside(None) => format!("  \"{}\" {}", l.quote, l.lang),
        _ => below(l, widths.number + 2, screen),
    };
    let row = if text.starts_with(' ') {
        row.as_str()
    } else {
        row.trim_end()
    };
    format!("{row}{}", style.paint(Ink::Dim, &text))
}

/// Place and quote on a line of their own, as much of them as the screen holds.
fn below(line: &Line, indent: usize, screen: Screen) -> String {
    if line.quote.is_empty() && line.place.is_empty() {
        return String::new();
    }
    let place = match (line.place.as_str(), line.quote.as_str()) {
        ("", _) => String::new(),
        (place, "") => place.to_owned(),
        (place, _) => format!("{place} · "),
    };
    let taken = indent + columns(&place) + columns(&line.lang) + 4;
    let room = screen.width.map_or(usize::MAX, |w| w.saturating_sub(taken));
    let quote = if line.quote.is_empty() {
        String::new()
    } else {
        format!(
            "\"{}\" {}",
            cut(&line.quote, room.max(NARROWEST)),
            line.lang
        )
    };
    format!("\n{}{place}{quote}", " ".repeat(indent))
}

/// An event in lines of its own, for screens without room for columns; the quote has at most [`QUOTE_LINES`].
fn stacked(n: usize, l: &Line, widths: &Widths, screen: Screen) -> String {
    let style = screen.style;
    let indent = " ".repeat(widths.number + 2);
    let room = screen.width.unwrap_or(usize::MAX);
    let room = room.saturating_sub(indent.len()).max(10);
    let number = style.paint(Ink::Dim, &pad(&n.to_string(), widths.number, true));
    let head = format!(
        "{}  {}",
        style.paint(Ink::Date, &l.date),
        style.paint(ink(l), &l.word)
    );
    let place = if l.place.is_empty() {
        String::new()
    } else {
        format!(" · {}", l.place)
    };
    let mut lines = wrap(&head, room);
    if lines.len() == 1 {
        lines = vec![head];
    }
    lines.extend(wrap(&format!("{}{place}", l.who), room));
    if !l.quote.is_empty() {
        let taken = columns(&l.lang) + 3;
        let quote = cut(
            &l.quote,
            (room * QUOTE_LINES).saturating_sub(taken + QUOTE_LINES * 4),
        );
        let quote = format!("\"{quote}\" {}", l.lang);
        lines.extend(wrap(&quote, room).iter().map(|q| style.paint(Ink::Dim, q)));
    }
    format!("{number}  {}", lines.join(&format!("\n{indent}")))
}

fn footer(events: &[EventId], context: &Context<'_>, screen: Screen) -> String {
    let articles: BTreeSet<_> = events
        .iter()
        .flat_map(|e| context.graph.articles_of(*e))
        .collect();
    let languages = context.graph.count_by_language(events).len();
    let (done, apart) = happened(context.graph, events);
    let mut parts = vec![apart.behind(done.len(), count(done.len(), "event"))];
    if !articles.is_empty() {
        parts.push(count(articles.len(), "article"));
        parts.push(count(languages, "language"));
    }
    let hint = "    evidence N · show #N · as table · export dot of last to FILE";
    let told = parts.join(" · ");
    let narrow = screen
        .width
        .is_some_and(|w| columns(&told) + columns(hint) > w);
    let hint = if narrow { hint.trim_start() } else { hint };
    let gap = if narrow { "\n" } else { "" };
    format!("{told}{gap}{}\n", screen.style.paint(Ink::Dim, hint))
}
