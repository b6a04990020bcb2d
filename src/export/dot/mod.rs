//! Graphviz pictures: few events as a timeline from left to right, many as a network of actors.
//!
//! In: an answer. Out: DOT text. Invariants: stable order; every id and label is quoted and escaped; colours are written `#RRGGBB`, because Graphviz
//! does not know three-digit ones; quotes and article files are tooltips.

mod bundles;
mod timeline;

use super::Context;
use super::graphml::escape;
use super::network::Drawn;
use crate::base::analysis::EntityClass;
use crate::graph::{EntityId, EventId, Role};
use crate::query::Answer;
use crate::query::facts::{STAND_IN, date_words, stands_in, status_words};
use crate::query::result::Kind;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Most events of a timeline; more become a network.
const TIMELINE: usize = 24;

/// Most characters of a line of the legend.
const LEGEND: usize = 44;

/// Border and fill by quad class: none, verbal and material cooperation, verbal and material conflict.
const QUADS: [(&str, &str, &str); 5] = [
    ("#6B7280", "#F3F4F6", "neutral"),
    ("#1D4ED8", "#EFF6FF", "cooperation in words"),
    ("#047857", "#ECFDF5", "cooperation in deeds"),
    ("#B45309", "#FFFBEB", "conflict in words"),
    ("#B91C1C", "#FEF2F2", "conflict in deeds"),
];

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
        timeline::timeline(&mut out, answer, &list, context);
        legend(&mut out, &list, context, None);
    } else {
        let drawn = Drawn::of(answer, context);
        bundles::network(&mut out, &drawn, context);
        let lost = drawn.left_out();
        legend(&mut out, &drawn.events(), context, lost.as_deref());
    }
    out.push_str("}\n");
    out
}

/// Tells whether an answer is drawn as a network, in which an event with one party has no edge.
pub fn is_network(answer: &Answer) -> bool {
    let events = answer.all_events().len();
    answer.kind != Kind::Paths && !(answer.kind == Kind::Events && (1..=TIMELINE).contains(&events))
}

/// Shape, fill, and the words of the legend for a class.
fn shape(class: EntityClass) -> (&'static str, &'static str, &'static str) {
    match class {
        EntityClass::Person => ("ellipse", "#FEF3C7", "yellow ellipse:"),
        EntityClass::Country => ("box", "#E0E7FF", "blue box:"),
        EntityClass::Organisation => ("component", "#DCFCE7", "green box:"),
        EntityClass::Place => ("house", "#F3E8FF", "lilac house:"),
        EntityClass::Group => ("ellipse", "#F3F4F6", "grey ellipse:"),
    }
}

fn actor_node(context: &Context<'_>, id: EntityId) -> String {
    let view = context.graph.entity(id);
    let (shape, fill, _) = shape(view.class);
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

/// Says what the ends of lines and the shapes mean, where they occur.
fn arrows(list: &[EventId], context: &Context<'_>) -> String {
    let views = || list.iter().map(|e| context.graph.event(*e));
    let mut said: Vec<&str> = Vec::new();
    if views().any(|v| !v.symmetric) {
        said.push("arrow: from who acts to whom");
    }
    if views().any(|v| v.symmetric) {
        said.push("no arrow or two: done together");
    }
    if views().any(|v| v.mediator.is_some()) {
        said.push("dotted: a third party");
    }
    let parties: BTreeSet<EntityId> = (list.iter())
        .flat_map(|e| context.graph.roles(*e))
        .filter(|(_, r)| *r != Role::Reporter && *r != Role::Place)
        .map(|(who, _)| who)
        .collect();
    let classes = parties.iter().map(|e| context.graph.entity(*e).class);
    let classes: BTreeSet<EntityClass> = classes.collect();
    let shapes: Vec<String> = (classes.iter())
        .map(|c| format!("{} {}", shape(*c).2, crate::query::names::class_word(*c)))
        .collect();
    let shapes = shapes.join(", ");
    let lines = said.into_iter().chain([shapes.as_str()]);
    let lines = lines.filter(|l| !l.is_empty());
    lines
        .map(|l| {
            let words = folded(l, LEGEND);
            format!("<tr><td border=\"0\"> </td><td border=\"0\" align=\"left\" balign=\"left\">{words}</td></tr>")
        })
        .collect()
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
        let words = folded(words, LEGEND);
        format!("<tr><td border=\"0\"> </td><td border=\"0\" align=\"left\" balign=\"left\">{words}</td></tr>")
    });
    let rows = rows + &signs(list, context) + &arrows(list, context) + &lost;
    let _ = writeln!(
        out,
        "  subgraph \"cluster_legend\" {{\n    label=\"legend\"; fontsize=10; style=\"rounded\"; color=\"#D1D5DB\";\n    \"legend\" [shape=plaintext, fontsize=9, label=<<table border=\"0\" cellborder=\"1\" cellspacing=\"3\">{rows}</table>>];\n  }}"
    );
}
