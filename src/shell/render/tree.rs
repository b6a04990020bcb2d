//! Branches: partners of an entity, events by year, paths by step.

use super::Screen;
use super::style::Ink;
use super::width::{pad, wrap};
use crate::export::Context;
use crate::export::grid::{cell_text, quote, who};
use crate::graph::{EntityId, EventId};
use crate::query::Answer;
use crate::query::facts::{date_words, standing_words};
use crate::query::result::{Cell, Kind, Row, count};
use crate::query::status::happened;
use std::collections::BTreeMap;

/// Renders an answer as a tree.
pub fn tree(answer: &Answer, context: &Context<'_>, screen: Screen) -> String {
    match answer.kind {
        Kind::Paths => paths(answer, context, screen),
        Kind::Events => years(answer, context, screen),
        Kind::Entities if !answer.focus.is_empty() => partners(answer, context, screen),
        _ => super::table::table(answer, context, screen),
    }
}

fn branch(last: bool) -> (&'static str, &'static str) {
    if last {
        ("└─ ", "   ")
    } else {
        ("├─ ", "│  ")
    }
}

fn year(context: &Context<'_>, event: EventId) -> String {
    let date = context.graph.event(event).date.and_then(|d| d.lo.or(d.hi));
    date.map_or_else(|| "undated".to_owned(), |d| d.format("%Y").to_string())
}

fn years(answer: &Answer, context: &Context<'_>, screen: Screen) -> String {
    let mut groups: Vec<(String, Vec<(usize, EventId)>)> = Vec::new();
    for (n, event) in (1..).zip(answer.all_events()) {
        let key = year(context, event);
        match groups.last_mut().filter(|g| g.0 == key) {
            Some(group) => group.1.push((n, event)),
            None => groups.push((key, vec![(n, event)])),
        }
    }
    let mut out = String::new();
    for (key, members) in groups {
        let events: Vec<EventId> = members.iter().map(|m| m.1).collect();
        let (done, apart) = happened(context.graph, &events);
        let told = apart.behind(done.len(), count(done.len(), "event"));
        out.push_str(&format!(
            "{} ({})\n",
            screen.style.paint(Ink::Bold, &key),
            told
        ));
        for (i, (n, event)) in members.iter().enumerate() {
            let view = context.graph.event(*event);
            let word = context.vocabulary.word(&view.kind);
            let status = standing_words(context.graph, *event);
            let status = if status.is_empty() {
                String::new()
            } else {
                format!(" ({status})")
            };
            let (mark, _) = branch(i + 1 == members.len());
            let date = screen
                .style
                .paint(Ink::Date, &date_words(context.graph, *event));
            out.push_str(&format!(
                "{mark}{} {date} {word}{status} · {}\n",
                screen.style.paint(Ink::Dim, &format!("#{n}")),
                who(context.graph, *event)
            ));
        }
    }
    out
}

fn partners(answer: &Answer, context: &Context<'_>, screen: Screen) -> String {
    let mut below: BTreeMap<EntityId, Vec<(usize, &Row)>> = BTreeMap::new();
    for (n, row) in (1..).zip(&answer.rows) {
        let parent = row.entities.get(1).or(answer.focus.first()).copied();
        if let Some(parent) = parent {
            below.entry(parent).or_default().push((n, row));
        }
    }
    let mut out = String::new();
    for root in &answer.focus {
        out.push_str(&format!(
            "{}\n",
            screen.style.paint(Ink::Name, context.graph.name(*root))
        ));
        grow(&mut out, *root, "", &mut below, context, screen);
    }
    out
}

fn grow(
    out: &mut String,
    parent: EntityId,
    indent: &str,
    below: &mut BTreeMap<EntityId, Vec<(usize, &Row)>>,
    context: &Context<'_>,
    screen: Screen,
) {
    let Some(rows) = below.remove(&parent) else {
        return;
    };
    let n_rows = rows.len();
    for (i, (n, row)) in rows.into_iter().enumerate() {
        let Some(Cell::Entity(who)) = row.cells.first() else {
            continue;
        };
        let (mark, next) = branch(i + 1 == n_rows);
        let events = row
            .cells
            .get(1)
            .map_or_else(String::new, |c| cell_text(context.graph, c));
        let last = row.cells.get(3).map_or_else(String::new, |c| {
            format!(", last {}", cell_text(context.graph, c))
        });
        let number = screen.style.paint(Ink::Dim, &format!("#{n}"));
        out.push_str(&format!(
            "{indent}{mark}{number} {} ({events}{last})\n",
            context.graph.name(*who)
        ));
        grow(
            out,
            *who,
            &format!("{indent}{next}"),
            below,
            context,
            screen,
        );
    }
}

/// Renders each path as its line and its steps with quotes.
pub fn paths(answer: &Answer, context: &Context<'_>, screen: Screen) -> String {
    let mut out = String::new();
    for (n, row) in (1_usize..).zip(&answer.rows) {
        let number = screen.style.paint(Ink::Dim, &pad(&n.to_string(), 2, true));
        let hops = count(row.legs.len(), "hop");
        let arrives = match (row.cells.get(2), row.cells.get(3)) {
            (Some(leaves), Some(arrives)) => format!(
                ", leaves {}, arrives {}",
                cell_text(context.graph, leaves),
                cell_text(context.graph, arrives)
            ),
            _ => String::new(),
        };
        let names: Vec<&str> = row
            .entities
            .iter()
            .map(|e| context.graph.name(*e))
            .collect();
        let room = screen.width.unwrap_or(usize::MAX).saturating_sub(4).max(20);
        for (i, line) in wrap(&names.join(" – "), room).iter().enumerate() {
            let lead = if i == 0 { number.as_str() } else { "  " };
            let line = screen.style.paint(Ink::Name, line);
            out.push_str(&format!("{lead}  {line}\n"));
        }
        let length = screen.style.paint(Ink::Dim, &format!("{hops}{arrives}"));
        out.push_str(&format!("    {length}\n"));
        for (i, leg) in row.legs.iter().enumerate() {
            let (mark, next) = branch(i + 1 == row.legs.len());
            let view = context.graph.event(leg.event);
            let word = context.vocabulary.word(&view.kind);
            let more = if leg.n_events > 1 {
                format!(" (and {} more)", leg.n_events - 1)
            } else {
                String::new()
            };
            let date = screen
                .style
                .paint(Ink::Date, &date_words(context.graph, leg.event));
            out.push_str(&format!(
                "    {mark}{date} {word} · {}{more}\n",
                who(context.graph, leg.event)
            ));
            let quote = quote(context.graph, leg.event);
            if !quote.is_empty() {
                let room = screen
                    .width
                    .map_or(usize::MAX, |w| w.saturating_sub(12).max(20));
                for line in wrap(&format!("\"{quote}\""), room) {
                    out.push_str(&format!(
                        "    {next}{}\n",
                        screen.style.paint(Ink::Dim, &line)
                    ));
                }
            }
        }
    }
    out
}
