//! Answers `find`.
//!
//! In: a name or pattern. Out: entities with their events and spellings. Invariant: the best match stands first. Does not: guess a name.

use crate::graph::{EntityId, Filter, Graph, NameMatch};
use crate::query::names::class_word;
use crate::query::plan::Plan;
use crate::query::result::{Answer, Cell, Kind, Options, Row};
use crate::query::run::select::of_one;
use crate::query::status::APART;

pub(super) fn find(
    plan: &Plan,
    graph: &Graph,
    entity: Option<EntityId>,
    words: &str,
    ignore_case: bool,
    options: &Options<'_>,
) -> Answer {
    let filter = plan.filter(graph, None);
    let found: Vec<EntityId> = match entity {
        Some(best) => {
            let hits = graph
                .find(words)
                .into_iter()
                .filter(|h| matches!(h.by, NameMatch::Exact | NameMatch::Word | NameMatch::Prefix));
            let mut list = vec![best];
            list.extend(hits.map(|h| h.entity).filter(|e| *e != best));
            list
        }
        None => matching(graph, words, ignore_case),
    };
    let mut rows = Vec::new();
    for entity in found {
        if options.broken_off() {
            break;
        }
        rows.extend(row(plan, graph, entity, &filter));
    }
    if entity.is_none() {
        rows.sort_by_key(|r| std::cmp::Reverse(r.events.len()));
    }
    let mut answer = Answer {
        kind: Kind::Entities,
        ..Answer::table(
            plan.verb,
            &["name", "kind", "country", "events", APART, "also written"],
            rows,
        )
    };
    if answer.rows.is_empty() && plan.tests.is_empty() {
        answer.notes.push(format!("no name matches /{words}/"));
    }
    answer
}

/// The row of one that was found; none if the tests leave it no event.
fn row(plan: &Plan, graph: &Graph, entity: EntityId, filter: &Filter) -> Option<Row> {
    let view = graph.entity(entity);
    let events = of_one(graph, entity, filter);
    if events.is_empty() && !plan.tests.is_empty() {
        return None;
    }
    let aliases = graph.aliases(entity).iter().map(String::as_str);
    let aliases: Vec<&str> = aliases.filter(|a| *a != view.name).take(5).collect();
    let text = |t: &str| {
        if t.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(t.to_owned())
        }
    };
    let (events, apart) = plan.part(graph, events);
    let cells = vec![
        Cell::Entity(entity),
        text(class_word(view.class)),
        text(view.country.unwrap_or("")),
        Cell::Count(events.len() as u64),
        apart.cell(),
        text(&aliases.join(", ")),
    ];
    Some(Row {
        cells,
        events,
        entities: vec![entity],
        ..Row::default()
    })
}

pub(super) fn matching(graph: &Graph, pattern: &str, ignore_case: bool) -> Vec<EntityId> {
    let Ok(regex) = regex::RegexBuilder::new(pattern)
        .case_insensitive(ignore_case)
        .size_limit(1 << 20)
        .build()
    else {
        return Vec::new();
    };
    graph
        .entities()
        .filter(|e| {
            regex.is_match(graph.name(*e)) || graph.aliases(*e).iter().any(|a| regex.is_match(a))
        })
        .collect()
}
