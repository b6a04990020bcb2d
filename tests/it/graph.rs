//! The graph: its answers against brute-force twins on small random graphs, its files against corruption, tables and unions against known answers.

mod files;
mod journeys;
mod tables;
mod twins;

use chrono::NaiveDate;
use newsgraph::base::analysis::{DateBasis, EntityClass};
use newsgraph::base::record::{ArticleRecord, Status};
use newsgraph::base::world::{Entity, Event, Relation, Report, World};
use newsgraph::graph::file::{self, FileError, Form};
use newsgraph::graph::{
    Budget, Criterion, EntityId, EventId, Filter, Graph, JourneyOptions, Measure, NameMatch,
    PathOptions, Window, merge,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// One event of a small world: agent, recipient, day, type.
type Row = (usize, usize, u32, usize);

const N: usize = 7;
const TYPES: [&str; 3] = ["TYPE_A", "TYPE_B", "TYPE_C"];

fn id(i: usize) -> String {
    format!("actor_{i}")
}

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).expect("a date") + chrono::Days::new(u64::from(day))
}

fn entity(i: usize) -> Entity {
    Entity {
        id: id(i),
        class: EntityClass::Person,
        name: format!("Actor {i}"),
        country: None,
        sector: None,
        external: None,
        aliases: Vec::new(),
        members: Vec::new(),
        reasons: Vec::new(),
    }
}

fn event(i: usize, row: &Row) -> Event {
    Event {
        id: format!("e:{i:04}"),
        event_type: TYPES[row.3].to_owned(),
        mode: None,
        actors: vec![id(row.0)],
        recipients: vec![id(row.1)],
        symmetric: false,
        mediator: None,
        location: None,
        date: Some(date(row.2).to_string()),
        date_basis: DateBasis::Explicit,
        status: Status::Happened,
        historical: false,
        cameo: None,
        quad: 1,
        score: Some(1.0),
        confidence: 1.0,
        reports: Vec::new(),
        reported: None,
        reasons: Vec::new(),
    }
}

fn world(rows: &[Row]) -> World {
    World {
        entities: (0..N).map(entity).collect(),
        events: rows.iter().enumerate().map(|(i, r)| event(i, r)).collect(),
        ..World::default()
    }
}

fn graph(rows: &[Row]) -> Graph {
    Graph::from_world(world(rows))
}

fn actor(graph: &Graph, i: usize) -> EntityId {
    graph
        .entity_by_key(&id(i))
        .expect("every actor is in the graph")
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((0..N, 0..N, 0..12_u32, 0..TYPES.len()), 0..24)
}

fn window() -> impl Strategy<Value = (u32, u32)> {
    (0..12_u32, 0..12_u32).prop_map(|(a, b)| (a.min(b), a.max(b)))
}

fn filter(w: (u32, u32)) -> Filter {
    Filter::window(Window::days(date(w.0), date(w.1)))
}

fn inside(row: &Row, w: (u32, u32)) -> bool {
    (w.0..=w.1).contains(&row.2)
}

fn chain(path: &newsgraph::graph::Path, start: EntityId) -> Vec<usize> {
    std::iter::once(start)
        .chain(path.steps.iter().map(|s| s.to))
        .map(EntityId::index)
        .collect()
}

/// A world with everything in it: articles, reports, relations, partial dates, several parties, a place.
fn rich() -> World {
    let article = |id: &str, lang: &str, published: &str| ArticleRecord {
        id: id.to_owned(),
        file: format!("{id}.txt"),
        lang: Some(lang.to_owned()),
        published: Some(published.to_owned()),
        source: Some("Own".to_owned()),
        ..ArticleRecord::default()
    };
    let report = |article: &str| Report {
        article: article.to_owned(),
        record: "r1".to_owned(),
        reporter: Some(id(3)),
        quote: "Sie trafen sich.".to_owned(),
        trigger: "trafen".to_owned(),
        span: [10, 26],
        rule: "de.test".to_owned(),
        confidence: 0.75,
    };
    let with = |i: usize, date: Option<&str>| Event {
        date: date.map(str::to_owned),
        confidence: 0.75,
        reports: vec![report("aa"), report("bb")],
        reasons: vec!["same day".to_owned()],
        ..event(i, &(0, 1, 0, 0))
    };
    let dates = [
        Some("2021-05-03"),
        Some("2021-05"),
        Some("2021"),
        Some("199X~"),
        Some("../2018-02"),
        Some("2021/.."),
        Some("XXXX-02-22"),
        Some("2025-10-09/2025-10-11"),
        None,
    ];
    let mut events: Vec<Event> = dates.iter().enumerate().map(|(i, d)| with(i, *d)).collect();
    let last = Event {
        actors: vec![id(0), id(1), id(2)],
        recipients: Vec::new(),
        symmetric: true,
        mediator: Some(id(3)),
        location: Some(id(4)),
        status: Status::Planned,
        historical: true,
        ..with(99, Some("2022-01-01"))
    };
    events.push(last);
    let mut entities: Vec<Entity> = (0..N).map(entity).collect();
    entities[0].aliases = vec!["Der Erste".to_owned(), "Åke Öberg".to_owned()];
    entities[0].external = Some("Q1".to_owned());
    entities[1].country = Some("SWE".to_owned());
    World {
        entities,
        events,
        relations: vec![Relation {
            subject: id(0),
            predicate: "MEMBER_OF".to_owned(),
            object: id(1),
            start: Some("2020".to_owned()),
            end: None,
            evidence: vec![("aa".to_owned(), "x".to_owned(), [1, 2])],
        }],
        articles: vec![
            article("aa", "de", "2021-05-04"),
            article("bb", "sv", "2021-05-06"),
        ],
        ..World::default()
    }
}
