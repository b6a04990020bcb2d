//! Answers `stats`.
//!
//! In: a plan. Out: the graph at a glance, or counts by a dimension. Invariant: counts are of what happened. Does not: rank.

use crate::graph::{EntityId, EventId, Graph};
use crate::query::ast::Dimension;
use crate::query::plan::Plan;
use crate::query::result::{Answer, Kind};
use crate::query::run;
use crate::query::tables::groups::{group_rows, timely};
use crate::query::tables::{counted, text};
use crate::query::vocabulary::Vocabulary;

/// Answers `stats`: the graph at a glance, or counts by a dimension.
pub(in crate::query) fn stats(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    entities: &[EntityId],
    by: Option<Dimension>,
) -> Answer {
    let events = run::events(plan, graph, None);
    let Some(by) = by else {
        return overview(plan, graph, vocabulary, entities, events);
    };
    let mut answer = group_rows(plan, graph, vocabulary, &events, by);
    if !timely(by) {
        answer
            .rows
            .sort_by_key(|r| std::cmp::Reverse(r.events.len()));
    }
    answer.focus = entities.to_vec();
    answer
}

pub(super) fn overview(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    entities: &[EntityId],
    all: Vec<EventId>,
) -> Answer {
    let none = all.is_empty();
    let (events, apart) = plan.part(graph, all);
    let events = events.as_slice();
    let mut rows = vec![(
        "events",
        apart.behind(events.len(), events.len().to_string()),
    )];
    let folded = graph.n_folded(events);
    if folded < events.len() {
        rows.push(("both directions as one", folded.to_string()));
    }
    if entities.is_empty() {
        rows.push(("actors and places", graph.n_entities().to_string()));
        rows.push(("articles", graph.n_articles().to_string()));
        rows.push(("relations", graph.n_relations().to_string()));
        rows.push(("pairs that share events", graph.n_pairs().to_string()));
    }
    if let Some((lo, hi)) = run::extent(graph, events) {
        rows.push(("first", lo.to_string()));
        rows.push(("last", hi.to_string()));
    }
    let undated = events
        .iter()
        .filter(|e| graph.event(**e).date.is_none_or(|d| d.yearless.is_some()))
        .count();
    rows.push(("undated", undated.to_string()));
    rows.push(("distinct dates", graph.n_dates(events).to_string()));
    let languages: Vec<String> = graph
        .count_by_language(events)
        .into_iter()
        .map(|(l, n)| format!("{l} {n}"))
        .collect();
    if !languages.is_empty() {
        rows.push(("by language", languages.join(", ")));
    }
    let mut modes: Vec<(usize, String)> = graph
        .count_by_mode(events)
        .into_iter()
        .map(|((t, m), n)| (n, vocabulary.label_or_name(t, m)))
        .collect();
    modes.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let modes: Vec<String> = modes
        .into_iter()
        .take(6)
        .map(|(n, m)| format!("{m} {n}"))
        .collect();
    rows.push(("most frequent", modes.join(", ")));
    let rows = rows
        .into_iter()
        .map(|(k, v)| counted(vec![text(k), text(&v)], Vec::new()))
        .collect();
    let mut answer = Answer {
        kind: Kind::Facts,
        focus: entities.to_vec(),
        ..Answer::table("stats", &["what", "value"], rows)
    };
    if none && !entities.is_empty() {
        answer.rows.clear();
    }
    answer
}
