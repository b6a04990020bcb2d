//! A picture of few events: from top to bottom in time order, between those who take part.
//!
//! In: events, the actors asked about. Out: nodes and edges in DOT. Invariant: an edge has the colour of its event. Does not: write the legend.

use super::{actor_node, colours, folded, quoted, short, tooltip};
use crate::base::record::Status;
use crate::export::graphml::escape;
use crate::export::network::parties;
use crate::export::{Context, grid};
use crate::graph::{EntityId, EventId, Role};
use crate::query::Answer;
use crate::query::facts::{date_words, standing_words};
use std::fmt::Write as _;

/// Most characters of a quote in a node.
const QUOTE: usize = 110;

/// The actor asked about on the left, events in the middle from top to bottom in time order, everybody else on the right.
pub(super) fn timeline(out: &mut String, answer: &Answer, list: &[EventId], context: &Context<'_>) {
    out.push_str("  rankdir=LR; newrank=true; nodesep=0.22; ranksep=1.7; splines=true;\n");
    let ids: Vec<String> = list
        .iter()
        .map(|e| quoted(&format!("event {}", context.graph.key_of(*e))))
        .collect();
    let mut years: Vec<(String, Vec<(EventId, &str)>)> = Vec::new();
    for (event, id) in list.iter().zip(&ids) {
        let date = context.graph.event(*event).date.and_then(|d| d.lo.or(d.hi));
        let year = date.map_or_else(|| "undated".to_owned(), |d| d.format("%Y").to_string());
        match years.iter_mut().find(|y| y.0 == year) {
            Some(group) => group.1.push((*event, id.as_str())),
            None => years.push((year, vec![(*event, id.as_str())])),
        }
    }
    // One chain of headings and events in one rank: clusters of years would lie in any order.
    let mut chain: Vec<String> = Vec::new();
    for (year, members) in &years {
        let heading = quoted(&format!("year {year}"));
        let _ = writeln!(
            out,
            "  {heading} [shape=plaintext, fontsize=14, label=<<b>{}</b>>];",
            escape(year)
        );
        chain.push(heading);
        for (event, id) in members {
            let _ = write!(out, "  {}", event_node(context, *event, id));
            chain.push((*id).to_owned());
        }
    }
    let _ = writeln!(out, "  {{ rank=same; {} }}", chain.join("; "));
    let _ = writeln!(out, "  {} [style=invis];", chain.join(" -> "));
    let order = lanes(answer, list, context);
    for (side, members) in [("source", order.get(..1)), ("sink", order.get(1..))] {
        let nodes: String = members
            .unwrap_or_default()
            .iter()
            .map(|id| format!("    {}", actor_node(context, *id)))
            .collect();
        let _ = writeln!(out, "  {{ rank={side};\n{nodes}  }}");
    }
    for (event, id) in list.iter().zip(&ids) {
        event_edges(out, context, &order, *event, id);
    }
}

/// Lists who takes part: the actor asked about (or the busiest) first, then those asked about, then the others as they come.
fn lanes(answer: &Answer, list: &[EventId], context: &Context<'_>) -> Vec<EntityId> {
    let everyone = parties(list, context, false);
    let asked = answer
        .focus
        .iter()
        .copied()
        .filter(|e| everyone.contains(e));
    let mut order: Vec<EntityId> = asked.collect();
    if order.is_empty() {
        let shares = |who: &EntityId| {
            list.iter()
                .filter(|e| {
                    context
                        .graph
                        .roles(**e)
                        .any(|(p, r)| p == *who && r.takes_part())
                })
                .count()
        };
        order.extend(
            everyone
                .iter()
                .copied()
                .max_by_key(|e| (shares(e), std::cmp::Reverse(*e))),
        );
    }
    for event in list {
        for (who, _) in context.graph.roles(*event).filter(|(_, r)| r.takes_part()) {
            if !order.contains(&who) {
                order.push(who);
            }
        }
    }
    order
}

fn event_node(context: &Context<'_>, event: EventId, id: &str) -> String {
    let view = context.graph.event(event);
    let (border, fill) = colours(context, event);
    let word = context.vocabulary.word(&view.kind);
    let place = view
        .location
        .map_or_else(String::new, |l| format!(" · {}", context.graph.name(l)));
    let status = standing_words(context.graph, event);
    let status = if status.is_empty() {
        String::new()
    } else {
        format!(" ({status})")
    };
    let full = grid::quote(context.graph, event);
    let quote = if full.is_empty() {
        String::new()
    } else {
        let text = folded(&format!("“{}”", short(&full, QUOTE)), 44);
        format!("<br/><font point-size=\"9\" color=\"#4B5563\">{text}</font>")
    };
    let style = if view.status == Status::Happened {
        "rounded,filled"
    } else {
        "rounded,filled,dashed"
    };
    format!(
        "{id} [shape=box, style=\"{style}\", color=\"{border}\", fillcolor=\"{fill}\", tooltip={}, label=<<b>{}</b> {}{quote}>];\n",
        quoted(&tooltip(context, event)),
        escape(&date_words(context.graph, event)),
        escape(&format!("{word}{place}{status}"))
    )
}

/// Joins an event to its parties; arrows point from who acts over the event to who is acted upon, in the colour of the event.
fn event_edges(
    out: &mut String,
    context: &Context<'_>,
    order: &[EntityId],
    event: EventId,
    id: &str,
) {
    let view = context.graph.event(event);
    let tip = quoted(&format!(
        "{} {}",
        context.vocabulary.word(&view.kind),
        date_words(context.graph, event)
    ));
    let (color, _) = colours(context, event);
    let parties = context.graph.roles(event).filter(|(_, r)| r.takes_part());
    for (who, role) in parties {
        let actor = quoted(context.graph.entity(who).key);
        let left = order.first() == Some(&who);
        let ends = if left {
            format!("{actor} -> {id}")
        } else {
            format!("{id} -> {actor}")
        };
        let direction = match role {
            _ if view.symmetric => "none",
            Role::Mediator => "none, style=dotted",
            Role::Agent if left => "forward",
            Role::Recipient if !left => "forward",
            _ => "back",
        };
        let _ = writeln!(
            out,
            "  {ends} [dir={direction}, color=\"{color}\", tooltip={tip}];"
        );
    }
}
