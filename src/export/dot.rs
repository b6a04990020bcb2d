//! Graphviz pictures: few events as a timeline from left to right, many as a network of actors.
//!
//! In: an answer. Out: DOT text. Invariants: stable order; every id and label is quoted and escaped; colours are written `#RRGGBB`, because Graphviz
//! does not know three-digit ones; quotes and article files are tooltips.

use super::Context;
use super::graphml::escape;
use super::network::{Edge, edges, parties};
use crate::base::analysis::EntityClass;
use crate::base::record::Status;
use crate::graph::{EntityId, EventId, Role};
use crate::query::Answer;
use crate::query::facts::{STAND_IN, date_words, standing_words, stands_in, status_words};
use crate::query::result::Kind;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Most events of a timeline; more become a network.
const TIMELINE: usize = 24;
/// Most characters of a quote in a node.
const QUOTE: usize = 110;
/// Most dates an edge's label lists.
const DATES: usize = 3;

/// Border and fill by quad class: none, verbal and material cooperation, verbal and material conflict.
const QUADS: [(&str, &str, &str); 5] = [
    ("#6B7280", "#F3F4F6", "neutral"),
    ("#1D4ED8", "#EFF6FF", "cooperation in words"),
    ("#047857", "#ECFDF5", "cooperation in deeds"),
    ("#B45309", "#FFFBEB", "conflict in words"),
    ("#B91C1C", "#FEF2F2", "conflict in deeds"),
];

/// Colours of the edges of the first actors of a timeline, so that the eye can follow each; the others share one.
const LINES: [&str; 3] = ["#2563EB", "#B45309", "#047857"];
const OTHER_LINE: &str = "#9CA3AF";

/// Quotes and escapes a DOT string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn colours(context: &Context<'_>, event: EventId) -> (&'static str, &'static str) {
    let quad = usize::from(context.graph.event(event).kind.quad);
    let (border, fill, _) = QUADS.get(quad).copied().unwrap_or(QUADS[0]);
    (border, fill)
}

/// Writes DOT.
pub fn dot(answer: &Answer, context: &Context<'_>) -> String {
    let list = answer.all_events();
    let mut out = String::from("digraph newsgraph {\n");
    let title = if context.title.is_empty() {
        "newsgraph"
    } else {
        context.title
    };
    let _ = writeln!(
        out,
        "  graph [label={}, labelloc=t, fontname=\"Helvetica\", fontsize=18, bgcolor=\"#FFFFFF\"];",
        quoted(title)
    );
    out.push_str("  node [fontname=\"Helvetica\", fontsize=11, color=\"#374151\", fontcolor=\"#111827\"];\n  edge [fontname=\"Helvetica\", fontsize=9, color=\"#6B7280\", fontcolor=\"#374151\"];\n");
    if answer.kind == Kind::Events && list.len() <= TIMELINE && !list.is_empty() {
        timeline(&mut out, answer, &list, context);
    } else {
        network(&mut out, answer, &list, context);
    }
    let lost = is_network(answer).then(|| super::network::left_out(&list, context));
    legend(&mut out, &list, context, lost.flatten().as_deref());
    out.push_str("}\n");
    out
}

/// Tells whether an answer is drawn as a network, in which an event with one party has no edge.
pub fn is_network(answer: &Answer) -> bool {
    let events = answer.all_events().len();
    answer.kind != Kind::Paths && !(answer.kind == Kind::Events && (1..=TIMELINE).contains(&events))
}

fn actor_node(context: &Context<'_>, id: EntityId) -> String {
    let view = context.graph.entity(id);
    let (shape, fill) = match view.class {
        EntityClass::Person => ("ellipse", "#FEF3C7"),
        EntityClass::Country => ("box", "#E0E7FF"),
        EntityClass::Organisation => ("component", "#DCFCE7"),
        EntityClass::Place => ("house", "#F3E8FF"),
        EntityClass::Group => ("ellipse", "#F3F4F6"),
    };
    let country = view.country.map_or_else(String::new, |c| format!(", {c}"));
    let tip = format!("{}{country}", crate::query::names::class_word(view.class));
    format!(
        "{} [label={}, shape={shape}, style=\"filled\", fillcolor=\"{fill}\", tooltip={}];\n",
        quoted(view.key),
        quoted(view.name),
        quoted(&tip)
    )
}

fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut.get(..end).unwrap_or(&cut))
}

/// Breaks a text into lines of about `width` characters, joined by `<br/>`, escaped.
fn folded(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
        .iter()
        .map(|l| escape(l))
        .collect::<Vec<_>>()
        .join("<br/>")
}

/// The actor asked about on the left, events in the middle from top to bottom in time order, everybody else on the right.
fn timeline(out: &mut String, answer: &Answer, list: &[EventId], context: &Context<'_>) {
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
    let full = super::grid::quote(context.graph, event);
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

fn tooltip(context: &Context<'_>, event: EventId) -> String {
    let graph = context.graph;
    let reports = graph.reports(event).iter().map(|r| {
        let file = graph
            .article_by_key(&r.article)
            .and_then(|a| graph.article(a))
            .map_or_else(String::new, |a| a.file);
        format!(
            "{} ({file})",
            r.quote.split_whitespace().collect::<Vec<_>>().join(" ")
        )
    });
    let text = reports.collect::<Vec<_>>().join("\n");
    if text.is_empty() {
        format!(
            "{} {}",
            super::grid::who(graph, event),
            date_words(graph, event)
        )
    } else {
        text
    }
}

/// Joins an event to its parties; arrows point from who acts over the event to who is acted upon.
fn event_edges(
    out: &mut String,
    context: &Context<'_>,
    order: &[EntityId],
    event: EventId,
    id: &str,
) {
    let view = context.graph.event(event);
    let label = quoted(&format!(
        "{} {}",
        context.vocabulary.word(&view.kind),
        date_words(context.graph, event)
    ));
    let parties: Vec<(EntityId, Role)> = context
        .graph
        .roles(event)
        .filter(|(_, r)| r.takes_part())
        .collect();
    let left_takes_part = parties.iter().any(|(who, _)| order.first() == Some(who));
    let mut named = false;
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
        let shown = if !named && (left || !left_takes_part) {
            format!("label={label}, ")
        } else {
            String::new()
        };
        named |= !shown.is_empty();
        let place = order.iter().position(|e| *e == who).unwrap_or(usize::MAX);
        let color = LINES.get(place).copied().unwrap_or(OTHER_LINE);
        let _ = writeln!(
            out,
            "  {ends} [{shown}dir={direction}, color=\"{color}\", tooltip={label}];"
        );
    }
}

/// Edges of one pair, direction, type and status, with their events in time order.
type Bundles = BTreeMap<(EntityId, EntityId, bool, String, Status), Vec<EventId>>;

/// Actors in clusters by country, an edge for each pair and type.
fn network(out: &mut String, answer: &Answer, list: &[EventId], context: &Context<'_>) {
    out.push_str(
        "  layout=dot; rankdir=LR; newrank=true; nodesep=0.4; ranksep=1.4; concentrate=false;\n",
    );
    let all = if answer.kind == Kind::Paths {
        path_edges(answer, context)
    } else {
        edges(list, context)
    };
    let mut drawn: BTreeSet<EntityId> = all.iter().flat_map(|e| [e.from, e.to]).collect();
    drawn.extend(answer.focus.iter().copied());
    let mut countries: BTreeMap<&str, Vec<EntityId>> = BTreeMap::new();
    for id in &drawn {
        countries
            .entry(context.graph.entity(*id).country.unwrap_or(""))
            .or_default()
            .push(*id);
    }
    for (country, members) in countries {
        let grouped = !country.is_empty() && members.len() > 1;
        if grouped {
            let _ = writeln!(
                out,
                "  subgraph {} {{\n    label={}; style=\"rounded,filled\"; color=\"#D1D5DB\"; fillcolor=\"#F9FAFB\"; fontsize=12;",
                quoted(&format!("cluster_{country}")),
                quoted(country)
            );
        }
        for id in members {
            let _ = write!(out, "  {}", actor_node(context, id));
        }
        if grouped {
            out.push_str("  }\n");
        }
    }
    let mut bundles: Bundles = BTreeMap::new();
    for edge in all {
        let (from, to) = if edge.symmetric && edge.to < edge.from {
            (edge.to, edge.from)
        } else {
            (edge.from, edge.to)
        };
        let view = context.graph.event(edge.event);
        let mut word = context.vocabulary.word(&view.kind);
        if !context.merge_edges {
            word = format!("{word}\0{}", context.graph.key_of(edge.event));
        }
        bundles
            .entry((from, to, edge.symmetric, word, view.status))
            .or_default()
            .push(edge.event);
    }
    for ((from, to, symmetric, word, _), mut members) in bundles {
        members.sort_unstable();
        members.dedup();
        bundle(
            out,
            context,
            (from, to, symmetric),
            word.split('\0').next().unwrap_or(""),
            &members,
        );
    }
}

fn path_edges(answer: &Answer, context: &Context<'_>) -> Vec<Edge> {
    let legs = answer.rows.iter().flat_map(|r| &r.legs);
    let mut list: Vec<Edge> = legs
        .map(|l| Edge {
            from: l.from,
            to: l.to,
            event: l.event,
            symmetric: context.graph.event(l.event).symmetric,
        })
        .collect();
    list.sort_unstable();
    list.dedup();
    list
}

fn bundle(
    out: &mut String,
    context: &Context<'_>,
    ends: (EntityId, EntityId, bool),
    word: &str,
    members: &[EventId],
) {
    let Some(first) = members.first() else { return };
    let mut dates: Vec<String> = members
        .iter()
        .map(|e| date_words(context.graph, *e))
        .collect();
    dates.dedup();
    let more = dates.len().saturating_sub(DATES);
    dates.truncate(DATES);
    let times = if members.len() > 1 {
        format!(" ×{}", members.len())
    } else {
        String::new()
    };
    let tail = if more > 0 {
        format!(" +{more}")
    } else {
        String::new()
    };
    let status = match status_words(context.graph.status(*first)) {
        "" => String::new(),
        word => format!(" ({word})"),
    };
    let label = format!("{word}{status}{times} {}{tail}", dates.join(", "));
    let (border, _) = colours(context, *first);
    let direction = if ends.2 { "dir=both, " } else { "" };
    let style = if status.is_empty() {
        ""
    } else {
        "style=dashed, "
    };
    let width = 1.0 + (members.len() as f64).ln_1p() * 0.5;
    let tip = members
        .iter()
        .take(DATES)
        .map(|e| tooltip(context, *e))
        .collect::<Vec<_>>()
        .join("\n");
    let (from, to) = (
        quoted(context.graph.entity(ends.0).key),
        quoted(context.graph.entity(ends.1).key),
    );
    let _ = writeln!(
        out,
        "  {from} -> {to} [label={}, {direction}{style}color=\"{border}\", fontcolor=\"{border}\", penwidth={width:.1}, tooltip={}];",
        quoted(&label),
        quoted(&tip)
    );
}

/// Explains dashed lines and the mark of the article's own date, where they occur.
fn signs(list: &[EventId], context: &Context<'_>) -> String {
    let others: BTreeSet<&str> = list
        .iter()
        .map(|e| status_words(context.graph.status(*e)))
        .filter(|words| !words.is_empty())
        .collect();
    let mut rows = String::new();
    if !others.is_empty() {
        let words: Vec<&str> = others.into_iter().collect();
        rows.push_str(&format!("<tr><td border=\"1\" style=\"dashed\" width=\"18\"> </td><td border=\"0\" align=\"left\">dashed: {}</td></tr>", words.join(", ")));
    }
    if list.iter().any(|e| stands_in(context.graph, *e)) {
        let words = escape(STAND_IN.trim_start_matches(['~', ' ']));
        rows.push_str(&format!(
            "<tr><td border=\"0\">~</td><td border=\"0\" align=\"left\">{words}</td></tr>"
        ));
    }
    rows
}

/// Names the colours that occur.
fn legend(out: &mut String, list: &[EventId], context: &Context<'_>, lost: Option<&str>) {
    let used: BTreeSet<usize> = list
        .iter()
        .map(|e| usize::from(context.graph.event(*e).kind.quad))
        .collect();
    if used.is_empty() {
        return;
    }
    let rows: String = QUADS
        .iter()
        .enumerate()
        .filter(|(i, _)| used.contains(i))
        .map(|(_, (border, fill, words))| format!("<tr><td bgcolor=\"{fill}\" color=\"{border}\" border=\"2\" width=\"18\"> </td><td border=\"0\" align=\"left\">{words}</td></tr>"))
        .collect();
    let lost = lost.map_or_else(String::new, |words| {
        let words = escape(words);
        format!("<tr><td border=\"0\"> </td><td border=\"0\" align=\"left\">{words}</td></tr>")
    });
    let rows = rows + &signs(list, context) + &lost;
    let _ = writeln!(
        out,
        "  subgraph \"cluster_legend\" {{\n    label=\"legend\"; fontsize=10; style=\"rounded\"; color=\"#D1D5DB\";\n    \"legend\" [shape=plaintext, fontsize=9, label=<<table border=\"0\" cellborder=\"1\" cellspacing=\"3\">{rows}</table>>];\n  }}"
    );
}
