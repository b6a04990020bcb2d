//! A picture of many events: actors, and one edge for what two of them did in one direction and one colour.
//!
//! In: an answer. Out: nodes and edges in DOT. Invariant: labels of one pair stand below one another. Does not: choose who is drawn.

use super::{actor_node, colours, quoted, tooltip};
use crate::base::record::Status;
use crate::export::Context;
use crate::export::network::Drawn;
use crate::graph::{EntityId, EventId};
use crate::query::facts::{date_words, status_words};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Most dates a line of a label lists.
const DATES: usize = 3;
/// Most lines of a label.
const LINES: usize = 4;
/// Most passages of a tooltip.
const PASSAGES: usize = 3;

/// What is drawn as one edge: ends, direction, kind of colour, status; with merging off, the event.
type Key = (EntityId, EntityId, bool, u8, Status, Option<EventId>);

/// Writes actors and edges.
pub(super) fn network(out: &mut String, drawn: &Drawn, context: &Context<'_>) {
    out.push_str("  rankdir=LR; nodesep=0.3; ranksep=1.2; splines=true;\n");
    for id in &drawn.actors {
        let _ = write!(out, "  {}", actor_node(context, *id));
    }
    let mut bundles: BTreeMap<Key, Vec<EventId>> = BTreeMap::new();
    for edge in &drawn.edges {
        let turned = edge.symmetric && edge.to < edge.from;
        let (from, to) = if turned {
            (edge.to, edge.from)
        } else {
            (edge.from, edge.to)
        };
        let view = context.graph.event(edge.event);
        let alone = (!context.merge_edges).then_some(edge.event);
        let key = (from, to, edge.symmetric, view.kind.quad, view.status, alone);
        bundles.entry(key).or_default().push(edge.event);
    }
    for ((from, to, symmetric, ..), mut members) in bundles {
        members.sort_unstable();
        members.dedup();
        bundle(out, context, (from, to, symmetric), &members);
    }
}

/// Writes what two did as one edge.
fn bundle(
    out: &mut String,
    context: &Context<'_>,
    (from, to, symmetric): (EntityId, EntityId, bool),
    members: &[EventId],
) {
    let Some(first) = members.first() else { return };
    let (color, _) = colours(context, *first);
    let direction = if symmetric { "dir=both, " } else { "" };
    let happened = context.graph.status(*first) == Status::Happened;
    let style = if happened { "" } else { "style=dashed, " };
    let width = 1.0 + (members.len() as f64).ln_1p() * 0.5;
    let tip: Vec<String> = (members.iter().take(PASSAGES))
        .map(|e| tooltip(context, *e))
        .collect();
    let key = |id: EntityId| quoted(context.graph.entity(id).key);
    let _ = writeln!(
        out,
        "  {} -> {} [label={}, {direction}{style}color=\"{color}\", fontcolor=\"{color}\", penwidth={width:.1}, tooltip={}];",
        key(from),
        key(to),
        quoted(&label(context, members)),
        quoted(&tip.join("\n"))
    );
}

/// A line for each kind of event, with its dates.
fn label(context: &Context<'_>, members: &[EventId]) -> String {
    let mut kinds: Vec<(String, Vec<EventId>)> = Vec::new();
    for event in members {
        let word = context.vocabulary.word(&context.graph.event(*event).kind);
        match kinds.iter_mut().find(|k| k.0 == word) {
            Some(kind) => kind.1.push(*event),
            None => kinds.push((word, vec![*event])),
        }
    }
    let more = kinds.len().saturating_sub(LINES);
    kinds.truncate(LINES);
    let mut lines: Vec<String> = (kinds.iter())
        .map(|(word, events)| line(context, word, events))
        .collect();
    if more > 0 {
        lines.push(format!("+{more} more"));
    }
    lines.join("\n")
}

/// "phone call ×3 2023-09-21, 2025-10-24".
fn line(context: &Context<'_>, word: &str, events: &[EventId]) -> String {
    let dates = events.iter().map(|e| date_words(context.graph, *e));
    let mut dates: Vec<String> = dates.collect();
    dates.dedup();
    let more = dates.len().saturating_sub(DATES);
    dates.truncate(DATES);
    let times = if events.len() > 1 {
        format!(" ×{}", events.len())
    } else {
        String::new()
    };
    let tail = if more > 0 {
        format!(" +{more}")
    } else {
        String::new()
    };
    let status = events
        .first()
        .map_or("", |e| status_words(context.graph.status(*e)));
    let status = if status.is_empty() {
        String::new()
    } else {
        format!(" ({status})")
    };
    format!("{word}{status}{times} {}{tail}", dates.join(", "))
}
