//! Lists and counts: `show TOPIC`, `top`, `compare`, `stats`.
//!
//! In: a plan or topic, the graph. Out: [`Answer`]s of counts. Invariant: every count's events are behind its row.

use super::ast::{Dimension, Measure, TopKind, Topic};
use super::names::class_word;
use super::plan::Plan;
use super::result::{Answer, Cell, Kind, Row};
use super::run;
use super::status::{APART, Apart, happened_filter};
use super::vocabulary::Vocabulary;
use crate::base::analysis::EntityClass;
use crate::graph::{self, EntityId, EventId, Graph, Role};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

fn text(t: &str) -> Cell {
    if t.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(t.to_owned())
    }
}

fn counted(cells: Vec<Cell>, events: Vec<EventId>) -> Row {
    Row {
        cells,
        events,
        ..Row::default()
    }
}

/// Answers `show TOPIC`.
pub(super) fn topic(topic: Topic, graph: &Graph, vocabulary: &Vocabulary) -> Answer {
    match topic {
        Topic::Types => types(graph, vocabulary),
        Topic::Schema => schema(graph),
        Topic::Sources => sources(graph),
        Topic::Articles => articles(graph),
        Topic::Queries | Topic::Settings | Topic::Variables => {
            Answer::table("show", &["name"], Vec::new())
        }
    }
}

fn types(graph: &Graph, vocabulary: &Vocabulary) -> Answer {
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

fn schema(graph: &Graph) -> Answer {
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

fn sources(graph: &Graph) -> Answer {
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

fn articles(graph: &Graph) -> Answer {
    let all = graph::Filter::default();
    let mut rows = Vec::new();
    for id in graph.articles() {
        let events = graph.events_in_article(id, &all);
        let Some(record) = graph.article(id) else {
            continue;
        };
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
    with_note(
        Answer::table(
            "show",
            &["published", "language", "title", "file", "events", "id"],
            rows,
        ),
        "the graph holds no articles; it was imported from a table",
    )
}

fn with_note(mut answer: Answer, note: &str) -> Answer {
    if answer.rows.is_empty() {
        answer.notes.push(note.to_owned());
    }
    answer
}

/// Answers `top`.
pub(super) fn top(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    n: usize,
    kind: TopKind,
    measure: Measure,
) -> Answer {
    let mut answer = match kind {
        TopKind::Types => group_rows(
            plan,
            graph,
            vocabulary,
            &run::events(plan, graph, None),
            Dimension::Type,
        ),
        TopKind::Sources => group_rows(
            plan,
            graph,
            vocabulary,
            &run::events(plan, graph, None),
            Dimension::Source,
        ),
        TopKind::Places => places(plan, graph, run::events(plan, graph, None)),
        TopKind::Pairs => super::rank::pairs(plan, graph, n),
        TopKind::Actors | TopKind::Persons | TopKind::Orgs | TopKind::Countries => {
            super::rank::actors(plan, graph, n, kind, measure)
        }
    };
    if matches!(kind, TopKind::Types | TopKind::Sources | TopKind::Places) {
        answer
            .rows
            .sort_by_key(|r| std::cmp::Reverse(r.events.len()));
        if measure != Measure::Events {
            answer
                .notes
                .push("places, types and sources are counted by events only".to_owned());
        }
    }
    answer.rows.truncate(n);
    answer
}

fn places(plan: &Plan, graph: &Graph, events: Vec<EventId>) -> Answer {
    let mut groups: BTreeMap<EntityId, Vec<EventId>> = BTreeMap::new();
    for event in events {
        for (place, _) in graph.roles(event).filter(|(_, r)| *r == Role::Place) {
            groups.entry(place).or_default().push(event);
        }
    }
    let rows = groups.into_iter().map(|(place, events)| {
        let country = graph.entity(place).country.unwrap_or("").to_owned();
        let (events, apart) = plan.part(graph, events);
        Row {
            cells: vec![
                Cell::Entity(place),
                text(&country),
                Cell::Count(events.len() as u64),
                apart.cell(),
            ],
            events,
            entities: vec![place],
            ..Row::default()
        }
    });
    Answer {
        kind: Kind::Entities,
        ..Answer::table(
            "top",
            &["place", "country", "events", APART],
            rows.collect(),
        )
    }
}

/// Returns the keys an event counts under.
fn keys(graph: &Graph, vocabulary: &Vocabulary, event: EventId, by: Dimension) -> Vec<String> {
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

/// Returns the name of a type and mode, as data files have it: the mode where there is one.
pub fn type_word(event_type: &str, mode: Option<&str>) -> String {
    mode.map_or_else(|| event_type.to_lowercase(), str::to_owned)
}

fn period(day: NaiveDate, by: Dimension) -> String {
    match by {
        Dimension::Year => day.format("%Y").to_string(),
        Dimension::Month => day.format("%Y-%m").to_string(),
        Dimension::Week => format!("{}-W{:02}", day.iso_week().year(), day.iso_week().week()),
        _ => day.format("%Y-%m-%d").to_string(),
    }
}

fn groups(
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

fn group_rows(
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

fn timely(by: Dimension) -> bool {
    matches!(
        by,
        Dimension::Day | Dimension::Week | Dimension::Month | Dimension::Year
    )
}

/// Answers `compare`: a row a key, a column an entity.
pub(super) fn compare(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    entities: &[EntityId],
    by: Dimension,
) -> Answer {
    let filter = plan.filter(graph, None);
    let mut rows: BTreeMap<String, Vec<Vec<EventId>>> = BTreeMap::new();
    let mut notes = Vec::new();
    for (i, entity) in entities.iter().enumerate() {
        let mut events = run::of_one(graph, *entity, &filter);
        events.retain(|e| plan.admits(graph, *e, None));
        let (events, apart) = plan.part(graph, events);
        if !apart.is_empty() {
            notes.push(format!("{} {}", graph.name(*entity), apart.words()));
        }
        for (key, events) in groups(graph, vocabulary, &events, by) {
            let row = rows
                .entry(key)
                .or_insert_with(|| vec![Vec::new(); entities.len()]);
            if let Some(cell) = row.get_mut(i) {
                *cell = events;
            }
        }
    }
    let mut rows: Vec<Row> = rows
        .into_iter()
        .map(|(key, columns)| {
            let mut cells = vec![text(&key)];
            cells.extend(columns.iter().map(|c| Cell::Count(c.len() as u64)));
            let mut events = columns.concat();
            events.sort_unstable();
            events.dedup();
            counted(cells, events)
        })
        .collect();
    if !timely(by) {
        rows.sort_by_key(|r| std::cmp::Reverse(r.events.len()));
    }
    let mut columns = vec![dimension_word(by).to_owned()];
    columns.extend(entities.iter().map(|e| graph.name(*e).to_owned()));
    if !notes.is_empty() {
        notes = vec![format!("not counted: {}", notes.join("; "))];
    }
    Answer {
        kind: Kind::Table,
        focus: entities.to_vec(),
        columns,
        rows,
        notes,
        ..Answer::default()
    }
}

/// Answers `stats`: the graph at a glance, or counts by a dimension.
pub(super) fn stats(
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

fn overview(
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
