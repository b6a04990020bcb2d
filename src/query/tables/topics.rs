//! Answers `show TOPIC`.
//!
//! In: a topic, the graph. Out: lists of types, sources, articles, counts of nodes. Invariant: an empty list says why. Does not: filter.

use crate::base::analysis::EntityClass;
use crate::graph;
use crate::graph::{ArticleId, EventId, Graph, Role};
use crate::query::ast::Topic;
use crate::query::names::class_word;
use crate::query::plan::{Demand, Operation, Plan};
use crate::query::result::{Answer, Cell, Row};
use crate::query::run;
use crate::query::status::{APART, Apart, happened_filter};
use crate::query::tables::{counted, text};
use crate::query::vocabulary::Vocabulary;
use std::collections::{BTreeMap, BTreeSet};

/// Answers `show TOPIC`.
pub(in crate::query) fn topic(
    topic: Topic,
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
) -> Answer {
    match topic {
        Topic::Types => types(graph, vocabulary),
        Topic::Schema => schema(graph),
        Topic::Sources => sources(graph),
        Topic::Articles => articles(plan, graph),
        Topic::Queries | Topic::Settings | Topic::Variables => {
            Answer::table("show", &["name"], Vec::new())
        }
    }
}

pub(super) fn types(graph: &Graph, vocabulary: &Vocabulary) -> Answer {
    let done = graph.events_where(&happened_filter(graph));
    let happened = graph.count_by_mode(&done);
    let mut all: BTreeMap<(&str, Option<&str>), Vec<EventId>> = BTreeMap::new();
    for (kind, _) in graph.kinds().filter(|(_, n)| *n > 0) {
        all.entry((kind.event_type, kind.mode)).or_default();
    }
    if done.len() < graph.n_events() {
        for event in graph.all_events() {
            let kind = graph.event(event).kind;
            all.entry((kind.event_type, kind.mode))
                .or_default()
                .push(event);
        }
    }
    let mut rows: Vec<Row> = all
        .into_iter()
        .map(|((t, m), events)| {
            let n = happened.get(&(t, m)).copied().unwrap_or(0);
            let cells = vec![
                text(&t.to_lowercase()),
                text(m.unwrap_or("")),
                Cell::Count(n as u64),
                Apart::of(graph, &events).cell(),
                text(vocabulary.label(t, m).unwrap_or("")),
            ];
            counted(cells, Vec::new())
        })
        .collect();
    rows.sort_by_key(|r| {
        if let Some(Cell::Count(n)) = r.cells.get(2) {
            std::cmp::Reverse(*n)
        } else {
            std::cmp::Reverse(0)
        }
    });
    let mut answer = Answer::table("show", &["type", "mode", "events", APART, "meaning"], rows);
    if answer.rows.is_empty() {
        answer.notes.push("the graph holds no events".to_owned());
    }
    answer
}

pub(super) fn schema(graph: &Graph) -> Answer {
    let mut rows = Vec::new();
    for class in EntityClass::ALL {
        let n = graph
            .entities()
            .filter(|e| graph.entity(*e).class == class)
            .count();
        rows.push(counted(
            vec![text("node"), text(class_word(class)), Cell::Count(n as u64)],
            Vec::new(),
        ));
    }
    rows.push(counted(
        vec![
            text("node"),
            text("event"),
            Cell::Count(graph.n_events() as u64),
        ],
        Vec::new(),
    ));
    rows.push(counted(
        vec![
            text("node"),
            text("article"),
            Cell::Count(graph.n_articles() as u64),
        ],
        Vec::new(),
    ));
    for role in Role::ALL {
        let n: usize = graph
            .all_events()
            .map(|e| graph.roles(e).filter(|(_, r)| *r == role).count())
            .sum();
        rows.push(counted(
            vec![text("edge"), text(role.label()), Cell::Count(n as u64)],
            Vec::new(),
        ));
    }
    rows.push(counted(
        vec![
            text("edge"),
            text("relation"),
            Cell::Count(graph.n_relations() as u64),
        ],
        Vec::new(),
    ));
    rows.push(counted(
        vec![
            text("pair"),
            text("actors that share events"),
            Cell::Count(graph.n_pairs() as u64),
        ],
        Vec::new(),
    ));
    Answer::table("show", &["what", "kind", "count"], rows)
}

pub(super) fn sources(graph: &Graph) -> Answer {
    let mut counts: BTreeMap<(String, String), (u64, u64)> = BTreeMap::new();
    let all = graph::Filter::default();
    for article in graph.articles() {
        let (lang, source) = graph.article_source(article);
        let source = source.map_or_else(
            || graph.article(article).map_or_else(String::new, |r| r.file),
            str::to_owned,
        );
        let entry = counts
            .entry((source, lang.unwrap_or("").to_owned()))
            .or_default();
        entry.0 += 1;
        entry.1 += graph.events_in_article(article, &all).len() as u64;
    }
    let rows = counts
        .into_iter()
        .map(|((source, lang), (articles, events))| {
            counted(
                vec![
                    text(&source),
                    text(&lang),
                    Cell::Count(articles),
                    Cell::Count(events),
                ],
                Vec::new(),
            )
        })
        .collect();
    with_note(
        Answer::table("show", &["source", "language", "articles", "events"], rows),
        "the graph holds no articles; it was imported from a table",
    )
}

/// Tells whether a restriction speaks of an article itself: when it was published, by whom, in which language.
fn is_of_article(demand: &Demand) -> bool {
    matches!(
        demand,
        Demand::Window(..) | Demand::Language(_) | Demand::Source(_)
    )
}

/// Tells whether an article satisfies what is demanded of articles themselves.
fn admitted(plan: &Plan, graph: &Graph, id: ArticleId, published: Option<&str>) -> bool {
    let (language, source) = graph.article_source(id);
    let day = published.and_then(|d| d.get(..10)?.parse::<chrono::NaiveDate>().ok());
    plan.tests.iter().all(|test| match &test.demand {
        Demand::Window(lo, hi) => {
            day.is_some_and(|d| lo.is_none_or(|lo| d >= lo) && hi.is_none_or(|hi| d <= hi))
        }
        Demand::Language(code) => language == Some(code.as_str()),
        Demand::Source(name) => source == Some(name.as_str()),
        _ => true,
    })
}

/// Lists articles: those published in the time asked for, and of the events asked for.
pub(super) fn articles(plan: &Plan, graph: &Graph) -> Answer {
    let all = graph::Filter::default();
    let of_events = Plan {
        operation: Operation::Events,
        tests: (plan.tests.iter())
            .filter(|t| !is_of_article(&t.demand))
            .cloned()
            .collect(),
        ..plan.clone()
    };
    let asked: Option<BTreeSet<EventId>> = (!of_events.tests.is_empty())
        .then(|| run::events(&of_events, graph, None).into_iter().collect());
    let mut rows = Vec::new();
    for id in graph.articles() {
        let mut events = graph.events_in_article(id, &all);
        let Some(record) = graph.article(id) else {
            continue;
        };
        if let Some(asked) = &asked {
            events.retain(|e| asked.contains(e));
        }
        let wanted = asked.is_none() || !events.is_empty();
        if !wanted || !admitted(plan, graph, id, record.published.as_deref()) {
            continue;
        }
        let date = record.published.clone().unwrap_or_default();
        let cells = vec![
            text(&date),
            text(record.lang.as_deref().unwrap_or("")),
            text(record.title.as_deref().unwrap_or("")),
            text(&record.file),
            Cell::Count(events.len() as u64),
            text(&record.id),
        ];
        rows.push((date, record.file, record.order, counted(cells, events)));
    }
    rows.sort_by(|a, b| (&a.0, &a.1, a.2).cmp(&(&b.0, &b.1, b.2)));
    let rows = rows.into_iter().map(|r| r.3).collect();
    let columns = ["published", "language", "title", "file", "events", "id"];
    let mut answer = Answer::table("show", &columns, rows);
    if asked.is_some() {
        answer.notes.push(REPORTING.to_owned());
    }
    let note = if plan.tests.is_empty() {
        "the graph holds no articles; it was imported from a table"
    } else {
        "no article is left by what was asked; `show articles` lists all"
    };
    with_note(answer, note)
}

/// What is said where articles are asked for by what they tell.
const REPORTING: &str =
    "articles that tell of such an event; who is named without taking part in one is not kept";

pub(super) fn with_note(mut answer: Answer, note: &str) -> Answer {
    if answer.rows.is_empty() {
        answer.notes.push(note.to_owned());
    }
    answer
}
