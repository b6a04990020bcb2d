//! One self-contained page: the answer as a timeline of cards or a table, every quote in it, the data as JSON at its end. No script, no network.

use super::Context;
use super::graphml::escape;
use super::grid::{grid, who};
use crate::graph::EventId;
use crate::query::Answer;
use crate::query::facts::{STAND_IN, date_words, standing_words, stands_in};
use crate::query::result::Kind;
use std::fmt::Write as _;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111827}\
h1{font-size:1.4rem}ol{list-style:none;padding:0;border-left:3px solid #D1D5DB}li{margin:0 0 1.2rem;padding-left:1rem}\
time{font-weight:600}.status{color:#B91C1C;border:1px dashed #B91C1C;border-radius:4px;padding:0 .4em;margin-left:.4em}.type{background:#E0E7FF;border-radius:4px;padding:0 .4em;margin:0 .4em}blockquote{margin:.3rem 0;color:#374151;border-left:3px solid #F59E0B;padding-left:.8rem}\
small{color:#6B7280}table{border-collapse:collapse}td,th{border:1px solid #D1D5DB;padding:.2rem .6rem;text-align:left}";

/// Writes a page.
pub fn html(answer: &Answer, context: &Context<'_>) -> String {
    let title = escape(if context.title.is_empty() {
        "newsgraph"
    } else {
        context.title
    });
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n"
    );
    if answer.kind == Kind::Events {
        out.push_str("<ol>\n");
        for event in answer.all_events() {
            card(&mut out, context, event);
        }
        out.push_str("</ol>\n");
        if answer
            .all_events()
            .iter()
            .any(|e| stands_in(context.graph, *e))
        {
            let _ = writeln!(out, "<p><small>{}</small></p>", escape(STAND_IN));
        }
    } else {
        table(&mut out, answer, context);
    }
    let data = super::json::json(answer, context).replace("</", "<\\/");
    let _ = write!(
        out,
        "<script type=\"application/json\" id=\"data\">\n{data}</script>\n</body></html>\n"
    );
    out
}

fn card(out: &mut String, context: &Context<'_>, event: EventId) {
    let graph = context.graph;
    let view = graph.event(event);
    let place = view
        .location
        .map_or_else(String::new, |l| format!(" · {}", graph.name(l)));
    let _ = write!(
        out,
        "<li id=\"{}\"><time>{}</time><span class=\"type\">{}</span>{}{}{}",
        escape(&graph.key_of(event)),
        escape(&date_words(graph, event)),
        escape(&context.vocabulary.word(&view.kind)),
        escape(&who(graph, event)),
        escape(&place),
        match standing_words(graph, event).as_str() {
            "" => String::new(),
            word => format!(" <b class=\"status\">{word}</b>"),
        }
    );
    for report in graph.reports(event) {
        let record = graph
            .article_by_key(&report.article)
            .and_then(|a| graph.article(a))
            .unwrap_or_default();
        let parts = [
            record.title.unwrap_or_default(),
            record.file,
            record.published.unwrap_or_default(),
            record.lang.unwrap_or_default(),
        ];
        let source = parts
            .iter()
            .filter(|p| !p.is_empty())
            .map(|p| escape(p))
            .collect::<Vec<_>>()
            .join(" · ");
        let _ = write!(
            out,
            "<blockquote>{}<br><small>{source}</small></blockquote>",
            escape(&report.quote)
        );
    }
    out.push_str("</li>\n");
}

fn table(out: &mut String, answer: &Answer, context: &Context<'_>) {
    let grid = grid(answer, context);
    let row = |tag: &str, cells: &[String]| {
        format!(
            "<tr>{}</tr>\n",
            cells
                .iter()
                .map(|c| format!("<{tag}>{}</{tag}>", escape(c)))
                .collect::<String>()
        )
    };
    let _ = write!(
        out,
        "<table>\n{}{}</table>\n",
        row("th", &grid.columns),
        grid.rows.iter().map(|r| row("td", r)).collect::<String>()
    );
}
