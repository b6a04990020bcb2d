//! GraphML: actors as nodes, events as edges, typed keys for every attribute. Ids are never empty and edge ids are unique.

use super::Context;
use super::grid::date_edtf;
use super::network::{edges, parties};
use crate::query::Answer;
use crate::query::names::class_word;
use std::fmt::Write as _;

/// Escapes text for XML, dropping what XML cannot hold.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

const KEYS: [(&str, &str, &str); 15] = [
    ("label", "node", "string"),
    ("kind", "node", "string"),
    ("country", "node", "string"),
    ("type", "edge", "string"),
    ("mode", "edge", "string"),
    ("meaning", "edge", "string"),
    ("date", "edge", "string"),
    ("date_basis", "edge", "string"),
    ("status", "edge", "string"),
    ("historical", "edge", "boolean"),
    ("place", "edge", "string"),
    ("event", "edge", "string"),
    ("quote", "edge", "string"),
    ("confidence", "edge", "double"),
    ("symmetric", "edge", "boolean"),
];

/// Writes GraphML.
pub fn graphml(answer: &Answer, context: &Context<'_>) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    );
    for (name, of, kind) in KEYS {
        let _ = writeln!(
            out,
            "  <key id=\"{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
        );
    }
    out.push_str("  <graph id=\"newsgraph\" edgedefault=\"directed\">\n");
    let graph = context.graph;
    let events = answer.all_events();
    let edges = edges(&events, context);
    for id in parties(&events, context, false) {
        let view = graph.entity(id);
        let _ = writeln!(
            out,
            "    <node id=\"{}\">{}{}{}</node>",
            escape(view.key),
            data("label", view.name),
            data("kind", class_word(view.class)),
            data("country", view.country.unwrap_or(""))
        );
    }
    for (n, edge) in edges.iter().enumerate() {
        let view = graph.event(edge.event);
        let place = view.location.map_or("", |l| graph.name(l));
        let fields = [
            data("type", view.kind.event_type),
            data("mode", view.kind.mode.unwrap_or("")),
            data("meaning", &context.vocabulary.word(&view.kind)),
            data("date", &date_edtf(graph, edge.event)),
            data("date_basis", view.date_basis.word()),
            data("status", view.status.word()),
            data("historical", if view.historical { "true" } else { "false" }),
            data("place", place),
            data("event", &graph.key_of(edge.event)),
            data("quote", &super::grid::quote(graph, edge.event)),
            data("confidence", &format!("{:.3}", view.confidence)),
            data("symmetric", if edge.symmetric { "true" } else { "false" }),
        ];
        let (from, to) = (
            escape(graph.entity(edge.from).key),
            escape(graph.entity(edge.to).key),
        );
        let _ = writeln!(
            out,
            "    <edge id=\"edge{n}\" source=\"{from}\" target=\"{to}\">{}</edge>",
            fields.concat()
        );
    }
    out.push_str("  </graph>\n</graphml>\n");
    out
}

fn data(key: &str, value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!("<data key=\"{key}\">{}</data>", escape(value))
    }
}
