//! Events grouped by a dimension.
//!
//! In: events. Out: groups in order of their keys. Invariant: an event told by two sources counts under both. Does not: order by size.

use crate::graph::{EventId, Graph};
use crate::query::ast::Dimension;
use crate::query::plan::Plan;
use crate::query::result::{Answer, Cell};
use crate::query::status::APART;
use crate::query::tables::{counted, text};
use crate::query::vocabulary::Vocabulary;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Returns the keys an event counts under.
pub(super) fn keys(
    graph: &Graph,
    vocabulary: &Vocabulary,
    event: EventId,
    by: Dimension,
) -> Vec<String> {
    let view = graph.event(event);
    let first_day = || {
        view.date
            .filter(|d| d.yearless.is_none())
            .and_then(|d| d.lo.or(d.hi))
    };
    match by {
        Dimension::Type => vec![vocabulary.word(&view.kind)],
        Dimension::Day | Dimension::Week | Dimension::Month | Dimension::Year => {
            vec![first_day().map_or_else(|| "undated".to_owned(), |d| period(d, by))]
        }
        Dimension::Place => vec![
            view.location
                .map_or_else(|| "no place".to_owned(), |p| graph.name(p).to_owned()),
        ],
        Dimension::Source | Dimension::Language => {
            let mut found: Vec<String> = graph
                .articles_of(event)
                .into_iter()
                .filter_map(|a| {
                    let (lang, source) = graph.article_source(a);
                    if by == Dimension::Language {
                        return lang.map(|code| {
                            vocabulary
                                .languages()
                                .iter()
                                .find(|l| l.0 == code)
                                .map_or_else(|| code.to_owned(), |l| l.1.clone())
                        });
                    }
                    source
                        .map(str::to_owned)
                        .or_else(|| graph.article(a).map(|r| r.file))
                })
                .collect();
            found.sort();
            found.dedup();
            if found.is_empty() {
                found.push("unknown".to_owned());
            }
            found
        }
    }
}

pub(super) fn period(day: NaiveDate, by: Dimension) -> String {
    match by {
        Dimension::Year => day.format("%Y").to_string(),
        Dimension::Month => day.format("%Y-%m").to_string(),
        Dimension::Week => format!("{}-W{:02}", day.iso_week().year(), day.iso_week().week()),
        _ => day.format("%Y-%m-%d").to_string(),
    }
}

pub(super) fn groups(
    graph: &Graph,
    vocabulary: &Vocabulary,
    events: &[EventId],
    by: Dimension,
) -> BTreeMap<String, Vec<EventId>> {
    let mut groups: BTreeMap<String, Vec<EventId>> = BTreeMap::new();
    for event in events {
        for key in keys(graph, vocabulary, *event, by) {
            groups.entry(key).or_default().push(*event);
        }
    }
    groups
}

pub(super) fn group_rows(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    events: &[EventId],
    by: Dimension,
) -> Answer {
    let groups = groups(graph, vocabulary, events, by).into_iter();
    let rows = groups.map(|(key, events)| {
        let (events, apart) = plan.part(graph, events);
        let count = Cell::Count(events.len() as u64);
        counted(vec![text(&key), count, apart.cell()], events)
    });
    Answer::table(
        "stats",
        &[dimension_word(by), "events", APART],
        rows.collect(),
    )
}

/// Returns the title of a dimension's column.
pub fn dimension_word(by: Dimension) -> &'static str {
    match by {
        Dimension::Type => "type",
        Dimension::Day => "day",
        Dimension::Week => "week",
        Dimension::Month => "month",
        Dimension::Year => "year",
        Dimension::Place => "place",
        Dimension::Source => "source",
        Dimension::Language => "language",
    }
}

pub(super) fn timely(by: Dimension) -> bool {
    matches!(
        by,
        Dimension::Day | Dimension::Week | Dimension::Month | Dimension::Year
    )
}
