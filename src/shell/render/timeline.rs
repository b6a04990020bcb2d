//! Dated rows under a headline: whom it is about, a sparkline of activity, each event with its quote, a footer with counts.

use super::Screen;
use super::style::Ink;
use super::width::{columns, cut, pad};
use crate::export::Context;
use crate::export::grid::{languages, quote, who};
use crate::graph::EventId;
use crate::query::Answer;
use crate::query::facts::{date_words, status_words};
use crate::query::names::class_word;
use crate::query::result::{Kind, count};
use crate::query::tables::type_word;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Fewest columns in which a quote beside its row is of use.
const NARROWEST: usize = 20;
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
    let mut word = type_word(view.kind.event_type, view.kind.mode);
    let status = status_words(view.status);
    if !status.is_empty() {
        word = format!("{word} ({status})");
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

fn rows(events: &[EventId], context: &Context<'_>, screen: Screen) -> String {
    let lines: Vec<Line> = events.iter().map(|e| line(*e, context)).collect();
    let widest = |f: &dyn Fn(&Line) -> &str, title: &str, most: usize| {
        lines
            .iter()
            .map(|l| columns(f(l)))
            .max()
            .unwrap_or(0)
            .max(columns(title))
            .min(most)
    };
    let roomy = screen.width.is_none_or(|w| w >= 140);
    let date = widest(&|l| &l.date, "date", 24);
    let word = widest(&|l| &l.word, "type", 24);
    let whom = widest(&|l| &l.who, "who", if roomy { 60 } else { 34 });
    let has_place = lines.iter().any(|l| !l.place.is_empty());
    let place = if has_place {
        widest(&|l| &l.place, "where", 16)
    } else {
        0
    };
    let number = lines.len().to_string().len().max(2);
    let fixed = number + date + word + whom + place + if has_place { 10 } else { 8 };
    let room = screen.width.map(|w| w.saturating_sub(fixed + 6));
    // Where no column is left for the quote it stands below its row: no event without its proof.
    let below = room.is_some_and(|r| r < NARROWEST);
    let style = screen.style;
    let where_title = if has_place {
        format!("  {}", pad("where", place, false))
    } else {
        String::new()
    };
    let evidence = if below { "" } else { "  evidence" };
    let head = format!(
        "{}  {}  {}  {}{where_title}{evidence}",
        pad("#", number, true),
        pad("date", date, false),
        pad("type", word, false),
        pad("who", whom, false)
    );
    let mut out = format!("{}\n", style.paint(Ink::Bold, &head));
    for (n, l) in (1_usize..).zip(&lines) {
        let ink = if l.quad >= 3 {
            Ink::Hostile
        } else {
            Ink::Friendly
        };
        let place_text = if has_place {
            format!("  {}", pad(&cut(&l.place, place), place, false))
        } else {
            String::new()
        };
        let text = match (l.quote.is_empty(), room) {
            (true, _) => String::new(),
            (false, Some(_)) if below => below_row(l, number, screen),
            (false, Some(room)) => format!("\"{}\" {}", cut(&l.quote, room - 2), l.lang),
            (false, None) => format!("\"{}\" {}", l.quote, l.lang),
        };
        let row = format!(
            "{}  {}  {}  {}{place_text}",
            style.paint(Ink::Dim, &pad(&n.to_string(), number, true)),
            style.paint(Ink::Date, &pad(&l.date, date, false)),
            style.paint(ink, &pad(&cut(&l.word, word), word, false)),
            pad(&cut(&l.who, whom), whom, false),
        );
        let gap = if below || text.is_empty() { "" } else { "  " };
        let row = if gap.is_empty() {
            row.trim_end()
        } else {
            row.as_str()
        };
        out.push_str(&format!("{row}{gap}{}", style.paint(Ink::Dim, &text)));
        out.push('\n');
    }
    out
}

/// The quote on a line of its own, as much of it as the screen holds.
fn below_row(line: &Line, indent: usize, screen: Screen) -> String {
    let taken = indent + 2 + columns(&line.lang) + 4;
    let room = screen.width.map_or(usize::MAX, |w| w.saturating_sub(taken));
    let quote = cut(&line.quote, room.max(NARROWEST));
    format!("\n{}\"{quote}\" {}", " ".repeat(indent + 2), line.lang)
}

fn footer(events: &[EventId], context: &Context<'_>, screen: Screen) -> String {
    let articles: BTreeSet<_> = events
        .iter()
        .flat_map(|e| context.graph.articles_of(*e))
        .collect();
    let languages = context.graph.count_by_language(events).len();
    let mut parts = vec![count(events.len(), "event")];
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
