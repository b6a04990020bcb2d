//! The graph against brute-force twins on small random graphs, its files against corruption, and the ICEWS table against known answers.

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

/// Hop distances from an actor over the events in a window.
fn distances(
    rows: &[Row],
    from: usize,
    w: (u32, u32),
    avoid: Option<usize>,
) -> BTreeMap<usize, usize> {
    let mut distance = BTreeMap::from([(from, 0)]);
    let mut queue = VecDeque::from([from]);
    while let Some(at) = queue.pop_front() {
        for row in rows.iter().filter(|r| inside(r, w)) {
            for (x, y) in [(row.0, row.1), (row.1, row.0)] {
                if x == at && Some(y) != avoid && !distance.contains_key(&y) {
                    distance.insert(y, distance[&at] + 1);
                    queue.push_back(y);
                }
            }
        }
    }
    distance
}

/// All simple paths as chains of actors, by depth-first search.
fn simple_paths(
    rows: &[Row],
    chain: &mut Vec<usize>,
    to: usize,
    hops: usize,
    found: &mut BTreeSet<(usize, Vec<usize>)>,
) {
    let at = *chain.last().expect("chains start somewhere");
    if at == to {
        found.insert((chain.len() - 1, chain.clone()));
        return;
    }
    if hops == 0 {
        return;
    }
    for row in rows {
        for (x, y) in [(row.0, row.1), (row.1, row.0)] {
            if x == at && !chain.contains(&y) {
                chain.push(y);
                simple_paths(rows, chain, to, hops - 1, found);
                chain.pop();
            }
        }
    }
}

/// Cost of the best journey by exhaustive search over sequences of events.
fn best_journey(rows: &[Row], from: usize, to: usize, options: &JourneyOptions) -> Option<i64> {
    // (actor, last day, first day, hops), every reachable state once.
    let mut seen: BTreeSet<(usize, u32, u32, usize)> = BTreeSet::new();
    let mut queue: VecDeque<(usize, Option<u32>, u32, usize)> =
        VecDeque::from([(from, None, 0, 0)]);
    let mut best: Option<i64> = None;
    while let Some((at, last, first, hops)) = queue.pop_front() {
        if hops >= 30 {
            continue;
        }
        for row in rows {
            for (x, y) in [(row.0, row.1), (row.1, row.0)] {
                let fits = last.is_none_or(|l| {
                    let late = if options.strict {
                        row.2 > l
                    } else {
                        row.2 >= l
                    };
                    late && options.gap.is_none_or(|g| row.2 - l <= g)
                });
                if x != at || y == from || x == to || x == y || !fits {
                    continue;
                }
                let first = if last.is_none() { row.2 } else { first };
                if y == to {
                    let cost = match options.criterion {
                        Criterion::Earliest => i64::from(row.2),
                        Criterion::Latest => -i64::from(first),
                        Criterion::Fastest => i64::from(row.2 - first),
                        Criterion::Shortest => hops as i64 + 1,
                    };
                    best = Some(best.map_or(cost, |b| b.min(cost)));
                }
                if seen.insert((y, row.2, first, hops + 1)) {
                    queue.push_back((y, Some(row.2), first, hops + 1));
                }
            }
        }
    }
    best
}

/// A stop of the search: place, days of the last event, first day, hops.
type Stop = (usize, Option<(u32, u32)>, u32, usize);

/// The same where the order must hold whatever the days of the events are.
fn best_certain(
    spans: &[(Row, u32)],
    from: usize,
    to: usize,
    options: &JourneyOptions,
    w: Option<(u32, u32)>,
) -> Option<i64> {
    let inside = |lo: u32, hi: u32| w.is_none_or(|w| lo >= w.0 && hi <= w.1);
    let mut seen: BTreeSet<(usize, u32, u32, u32, usize)> = BTreeSet::new();
    let mut queue: VecDeque<Stop> = VecDeque::from([(from, None, 0, 0)]);
    let mut best: Option<i64> = None;
    while let Some((at, last, first, hops)) = queue.pop_front() {
        for ((p, q, lo, _), n) in spans.iter().filter(|s| inside(s.0.2, s.0.2 + s.1)) {
            let hi = lo + n;
            let fits = last.is_none_or(|(l, h)| {
                *lo >= h + u32::from(options.strict) && options.gap.is_none_or(|g| hi - l <= g)
            });
            for (x, y) in [(*p, *q), (*q, *p)] {
                if x != at || y == from || x == to || x == y || !fits || hops > 30 {
                    continue;
                }
                let first = if last.is_none() { *lo } else { first };
                if y == to {
                    let cost = match options.criterion {
                        Criterion::Earliest => i64::from(hi),
                        Criterion::Latest => -i64::from(first),
                        Criterion::Fastest => i64::from(hi - first),
                        Criterion::Shortest => hops as i64 + 1,
                    };
                    best = Some(best.map_or(cost, |b| b.min(cost)));
                }
                if seen.insert((y, *lo, hi, first, hops + 1)) {
                    queue.push_back((y, Some((*lo, hi)), first, hops + 1));
                }
            }
        }
    }
    best
}

/// Cost of a chain of events whose days are chosen as well as the criterion allows; `None` if they cannot be in order.
fn chain_cost(
    graph: &Graph,
    path: &newsgraph::graph::Path,
    options: &JourneyOptions,
    w: Option<(u32, u32)>,
) -> Option<i64> {
    let from_start = |d: NaiveDate| (d - date(0)).num_days();
    let spans = path.steps.iter().map(|s| {
        let d = graph.event(s.event).date?;
        Some((from_start(d.lo?), from_start(d.hi?)))
    });
    let spans: Vec<(i64, i64)> = spans.collect::<Option<_>>()?;
    let (least, most) = (i64::from(options.strict), options.gap.map_or(99, i64::from));
    let cost = |first: i64, last: i64| match options.criterion {
        Criterion::Earliest => last,
        Criterion::Latest => -first,
        Criterion::Fastest => last - first,
        Criterion::Shortest => spans.len() as i64,
    };
    if options.path.filter.window.certain {
        let sound = spans
            .windows(2)
            .all(|p| p[1].0 >= p[0].1 + least && p[1].1 - p[0].0 <= most);
        return sound.then(|| cost(spans[0].0, spans[spans.len() - 1].1));
    }
    // Every choice of days, one event after the other.
    let (lo, hi) = w.map_or((0, 99), |w| (i64::from(w.0), i64::from(w.1)));
    let days = |s: &(i64, i64)| (s.0.max(lo)..=s.1.min(hi)).collect::<Vec<_>>();
    let mut choices: BTreeSet<(i64, i64)> = days(&spans[0]).into_iter().map(|d| (d, d)).collect();
    for span in &spans[1..] {
        let next = choices.iter().flat_map(|(first, last)| {
            let fits = days(span)
                .into_iter()
                .filter(|d| d - last >= least && d - last <= most);
            fits.map(|d| (*first, d)).collect::<Vec<_>>()
        });
        choices = next.collect();
    }
    choices
        .iter()
        .map(|(first, last)| cost(*first, *last))
        .min()
}

fn journey_cost(graph: &Graph, path: &newsgraph::graph::Path, criterion: Criterion) -> Option<i64> {
    let day = |e: EventId| graph.event(e).date.and_then(|d| d.lo);
    let (first, last) = (
        day(path.steps.first()?.event)?,
        day(path.steps.last()?.event)?,
    );
    let from_start = |d: NaiveDate| (d - date(0)).num_days();
    Some(match criterion {
        Criterion::Earliest => from_start(last),
        Criterion::Latest => -from_start(first),
        Criterion::Fastest => (last - first).num_days(),
        Criterion::Shortest => path.steps.len() as i64,
    })
}

fn chain(path: &newsgraph::graph::Path, start: EntityId) -> Vec<usize> {
    std::iter::once(start)
        .chain(path.steps.iter().map(|s| s.to))
        .map(EntityId::index)
        .collect()
}

/// Dates of every form and precision.
fn any_date() -> impl Strategy<Value = Option<String>> {
    let day = (0..2000_u32).prop_map(|d| date(d).to_string());
    let forms = prop_oneof![
        day.clone(),
        (day.clone(), 0..400_u32).prop_map(|(d, n)| {
            let first: NaiveDate = d.parse().expect("a date");
            format!("{first}/{}", first + chrono::Days::new(u64::from(n) + 1))
        }),
        (1900..2030_u32, 1..13_u32).prop_map(|(y, m)| format!("{y}-{m:02}")),
        (1900..2030_u32).prop_map(|y| y.to_string()),
        (190..203_u32).prop_map(|d| format!("{d}X")),
        (19..21_u32).prop_map(|c| format!("{c}XX")),
        day.clone().prop_map(|d| format!("../{d}")),
        day.clone().prop_map(|d| format!("{d}/..")),
        (1..13_u32, 1..29_u32).prop_map(|(m, d)| format!("XXXX-{m:02}-{d:02}")),
    ];
    let marks = prop::sample::select(vec!["", "", "~", "?", "%"]);
    let marked = (forms, marks).prop_map(|(text, mark)| {
        let text = format!("{text}{mark}");
        newsgraph::base::date::Interval::parse_edtf(&text)
            .ok()
            .map(|d| d.to_edtf())
    });
    prop_oneof![4 => marked, 1 => Just(None)]
}

/// Events that articles report, and rows of a table with a reporting day of their own.
fn any_event() -> impl Strategy<Value = Event> {
    let parties = || prop::collection::btree_set(0..N, 0..4);
    let other = || prop::option::of(0..N);
    let kind = (
        0..TYPES.len(),
        prop::option::of(0..3_u32),
        0..5_u8,
        prop::option::of(-10..10_i8),
    );
    let flags = (
        any::<bool>(),
        any::<bool>(),
        0..4_usize,
        0..6_usize,
        0..5_u8,
    );
    let told = prop_oneof![
        Just((Vec::new(), None)),
        (0..2000_u32, 0..3_u32).prop_map(|(d, n)| {
            let last = date(d + n);
            let days = if n == 0 {
                last.to_string()
            } else {
                format!("{}/{last}", date(d))
            };
            (Vec::new(), Some(days))
        }),
        (1..3_usize, prop::option::of(0..N)).prop_map(|(n, who)| (vec![(n, who)], None)),
    ];
    (
        any_date(),
        (parties(), parties(), other(), other()),
        kind,
        flags,
        told,
    )
        .prop_map(
            |(date, (actors, recipients, mediator, place), kind, flags, (told, reported))| {
                let report = |(n, who): &(usize, Option<usize>)| Report {
                    article: ["aa", "bb"][n % 2].to_owned(),
                    record: format!("r{n}"),
                    reporter: who.map(id),
                    quote: "Sie \"trafen\" sich\n – so heißt es.".to_owned(),
                    trigger: "trafen".to_owned(),
                    span: [10, 26],
                    rule: "de.test".to_owned(),
                    confidence: 0.1 * *n as f32,
                };
                let bases = [
                    DateBasis::Explicit,
                    DateBasis::Weekday,
                    DateBasis::Relative,
                    DateBasis::Narrative,
                    DateBasis::Publication,
                    DateBasis::None,
                ];
                Event {
                    date,
                    actors: actors.into_iter().map(id).collect(),
                    recipients: recipients.into_iter().map(id).collect(),
                    mediator: mediator.map(id),
                    location: place.map(id),
                    mode: kind.1.map(|m| format!("mode-{m}")),
                    cameo: kind.1.map(|m| format!("0{m}0")),
                    quad: kind.2,
                    score: kind.3.map(|s| f32::from(s) / 3.0),
                    symmetric: flags.0,
                    historical: flags.1,
                    status: [
                        Status::Happened,
                        Status::Planned,
                        Status::Negated,
                        Status::Hypothetical,
                    ][flags.2],
                    date_basis: bases[flags.3],
                    confidence: f32::from(flags.4) / 4.0,
                    reports: told.iter().map(report).collect(),
                    reported,
                    ..event(0, &(0, 1, 0, kind.0))
                }
            },
        )
}

/// Worlds of every kind of event, with what tables say where articles say it too.
fn any_world() -> impl Strategy<Value = World> {
    (prop::collection::vec(any_event(), 0..12), any::<bool>()).prop_map(|(events, covered)| {
        let events = events.into_iter().enumerate();
        let mut world = World {
            events: events
                .map(|(i, e)| Event {
                    id: format!("e:{i:04}"),
                    ..e
                })
                .collect(),
            ..rich()
        };
        // A reporting day that is the event's own first day is left unsaid.
        for event in &mut world.events {
            let own = Graph::from_world(World {
                events: vec![event.clone()],
                ..rich()
            });
            let view = own.event(own.all_events().next().expect("one event"));
            let first = view
                .date
                .filter(|d| d.yearless.is_none())
                .and_then(|d| d.lo);
            if event.reported.as_deref() == first.map(|d| d.to_string()).as_deref() {
                event.reported = None;
            }
        }
        if covered {
            world.covered.events = world.events.iter().take(1).cloned().collect();
            world.covered.entities = vec![entity(0)];
        }
        world
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn event_lists_match_a_scan(rows in rows(), w in window(), a in 0..N, b in 0..N) {
        let graph = graph(&rows);
        let count = |keep: &dyn Fn(&Row) -> bool| rows.iter().filter(|r| inside(r, w) && keep(r)).count();
        let (x, y) = (actor(&graph, a), actor(&graph, b));
        prop_assert_eq!(graph.events_of(x, &filter(w)).len(), count(&|r| r.0 == a || r.1 == a));
        let both = |r: &Row| a != b && ((r.0, r.1) == (a, b) || (r.0, r.1) == (b, a));
        let found = graph.events_between(x, y, &filter(w));
        prop_assert_eq!(found.len(), count(&both));
        let days: Vec<_> = found.iter().map(|e| graph.event(*e).date.and_then(|d| d.lo)).collect();
        prop_assert!(days.is_sorted());
        let kinds = graph.kind_set(|k| k.event_type == TYPES[1]);
        let typed = Filter { kinds: Some(kinds), ..filter(w) };
        prop_assert_eq!(graph.events_where(&typed).len(), count(&|r| r.3 == 1));
        prop_assert!(graph.check().is_empty());
    }

    #[test]
    fn partners_and_neighborhoods_match_a_search(rows in rows(), w in window(), a in 0..N, depth in 1..4_u32) {
        let graph = graph(&rows);
        let x = actor(&graph, a);
        let expected: BTreeMap<usize, usize> = distances(&rows, a, w, None).into_iter().filter(|d| d.1 > 0 && d.1 <= depth as usize).collect();
        let found: BTreeMap<usize, usize> = graph.neighbors(x, depth, &filter(w)).iter().map(|n| (n.entity.index(), n.depth as usize)).collect();
        prop_assert_eq!(&found, &expected);
        prop_assert_eq!(graph.n_within(x, depth, &filter(w)), expected.len());
        for partner in graph.partners(x, &filter(w)) {
            prop_assert_eq!(partner.n_events as usize, graph.events_between(x, partner.entity, &filter(w)).len());
        }
    }

    #[test]
    fn shortest_paths_match_a_search(rows in rows(), w in window(), a in 0..N, b in 0..N, c in 0..N) {
        let graph = graph(&rows);
        let avoid = (c != a && c != b).then_some(c);
        let options = PathOptions {
            filter: filter(w),
            avoid: avoid.map(|c| actor(&graph, c)).into_iter().collect(),
            ..PathOptions::default()
        };
        let expected = distances(&rows, a, w, avoid).get(&b).copied();
        let found = graph.shortest_path(actor(&graph, a), actor(&graph, b), &options);
        prop_assert_eq!(found.as_ref().map(|p| p.steps.len()), expected);
        for step in found.iter().flat_map(|p| &p.steps) {
            prop_assert!(graph.events_between(step.from, step.to, &filter(w)).contains(&step.event));
        }
        let open = graph.shortest_path(actor(&graph, a), actor(&graph, b), &PathOptions::default());
        prop_assert_eq!(open.map(|p| p.steps.len()), distances(&rows, a, (0, 99), None).get(&b).copied());
    }

    #[test]
    fn enumerations_match_depth_first_search(rows in rows(), a in 0..N, b in 0..N, hops in 1..5_u32) {
        let graph = graph(&rows);
        let mut expected = BTreeSet::new();
        simple_paths(&rows, &mut vec![a], b, hops as usize, &mut expected);
        let options = PathOptions { max_hops: Some(hops), ..PathOptions::default() };
        let (x, y) = (actor(&graph, a), actor(&graph, b));
        let found = graph.k_shortest_paths(x, y, &options, usize::MAX, Budget::default());
        let chains: Vec<(usize, Vec<usize>)> = found.items.iter().map(|p| (p.steps.len(), chain(p, x))).collect();
        prop_assert_eq!(&chains, &expected.iter().cloned().collect::<Vec<_>>());
        let least = expected.iter().next().map(|e| e.0);
        let all = graph.all_shortest_paths(x, y, &options, usize::MAX, Budget::default());
        let shortest = expected.iter().filter(|e| Some(e.0) == least).count();
        prop_assert_eq!(all.items.len(), shortest);
    }

    #[test]
    fn paths_of_some_types_through_some_actors_match_a_search(
        rows in rows(), w in window(), a in 0..N, b in 0..N, c in 0..N, d in 0..N, wanted in 0..TYPES.len(),
    ) {
        let graph = graph(&rows);
        let kept: Vec<Row> = rows.iter().copied().filter(|r| r.3 == wanted && inside(r, w)).collect();
        let typed = Filter { kinds: Some(graph.kind_set(|k| k.event_type == TYPES[wanted])), ..filter(w) };
        let (x, y) = (actor(&graph, a), actor(&graph, b));
        let far = |from: usize, to: usize| distances(&kept, from, (0, 99), None).get(&to).copied();
        let options = PathOptions { filter: typed.clone(), ..PathOptions::default() };
        let found = graph.shortest_path(x, y, &options);
        prop_assert_eq!(found.as_ref().map(|p| p.steps.len()), far(a, b));
        for step in found.iter().flat_map(|p| &p.steps) {
            let shared = graph.events_between(step.from, step.to, &typed);
            prop_assert_eq!((shared.len(), shared.first()), (step.n_events as usize, Some(&step.event)));
        }
        // Through two others, in the better of both orders.
        let leg = |stops: [usize; 4]| stops.windows(2).map(|s| far(s[0], s[1])).sum::<Option<usize>>();
        let expected = [leg([a, c, d, b]), leg([a, d, c, b])].into_iter().flatten().min();
        let via = PathOptions { via: vec![actor(&graph, c), actor(&graph, d)], ..options };
        let through = graph.shortest_path(x, y, &via);
        prop_assert_eq!(through.as_ref().map(|p| p.steps.len()), expected);
        if let Some(path) = through {
            let stops = chain(&path, x);
            prop_assert!(stops.contains(&c) && stops.contains(&d) && stops.last() == Some(&b));
        }
    }

    #[test]
    fn common_partners_components_and_degrees_match_sets(rows in rows(), w in window(), a in 0..N, b in 0..N) {
        let graph = graph(&rows);
        let kept: Vec<Row> = rows.iter().copied().filter(|r| inside(r, w)).collect();
        let shared = |x: usize, y: usize| kept.iter().filter(|r| x != y && ((r.0, r.1) == (x, y) || (r.0, r.1) == (y, x))).count() as u32;
        let mut expected: Vec<(usize, Vec<u32>)> = (0..N)
            .filter(|c| *c != a && *c != b && shared(a, *c) > 0 && shared(b, *c) > 0)
            .map(|c| (c, vec![shared(a, c), shared(b, c)]))
            .collect();
        expected.sort_by_key(|e| (std::cmp::Reverse(e.1.iter().min().copied()), e.0));
        let found = graph.common(&[actor(&graph, a), actor(&graph, b)], &filter(w));
        prop_assert_eq!(found.into_iter().map(|f| (f.0.index(), f.1)).collect::<Vec<_>>(), expected);

        let reach = |from: usize| distances(&kept, from, (0, 99), None).into_keys().collect::<BTreeSet<usize>>();
        let active = (0..N).filter(|x| kept.iter().any(|r| r.0 == *x || r.1 == *x));
        let groups: BTreeSet<BTreeSet<usize>> = active.clone().map(reach).collect();
        let found = graph.components(&filter(w));
        prop_assert!(found.is_sorted_by_key(|g| std::cmp::Reverse(g.len())));
        let found: BTreeSet<BTreeSet<usize>> = found.iter().map(|g| g.iter().map(|e| e.index()).collect()).collect();
        prop_assert_eq!(found, groups);

        let degrees: Vec<(usize, usize)> = active.map(|x| (x, (0..N).filter(|y| shared(x, *y) > 0).count())).filter(|d| d.1 > 0).collect();
        let mut found: Vec<(usize, usize)> = graph.top(Measure::Degree, N, &filter(w), |_| true).iter().map(|t| (t.0.index(), t.1 as usize)).collect();
        found.sort_unstable();
        prop_assert_eq!(found, degrees);
    }

    #[test]
    fn page_rank_matches_the_linear_equations(rows in rows(), w in window()) {
        let graph = graph(&rows);
        let kept: Vec<Row> = rows.iter().copied().filter(|r| inside(r, w) && r.0 != r.1).collect();
        let nodes: Vec<usize> = (0..N).filter(|x| kept.iter().any(|r| r.0 == *x || r.1 == *x)).collect();
        let weight = |x: usize, y: usize| kept.iter().filter(|r| (r.0, r.1) == (x, y) || (r.0, r.1) == (y, x)).count() as f64;
        let n = nodes.len();
        // (I - d M) r = (1 - d) / n, solved by elimination.
        let mut system: Vec<Vec<f64>> = (0..n)
            .map(|i| {
                let row = (0..n).map(|j| {
                    let out: f64 = nodes.iter().map(|k| weight(nodes[j], *k)).sum();
                    f64::from(u8::from(i == j)) - 0.85 * weight(nodes[j], nodes[i]) / out
                });
                row.chain([0.15 / n as f64]).collect()
            })
            .collect();
        for i in 0..n {
            let pivot = (i..n).max_by(|a, b| system[*a][i].abs().total_cmp(&system[*b][i].abs())).unwrap_or(i);
            system.swap(i, pivot);
            let row = system[i].clone();
            for (_, other) in system.iter_mut().enumerate().filter(|(k, _)| *k != i) {
                let factor = other[i] / row[i];
                other.iter_mut().zip(&row).for_each(|(o, r)| *o -= factor * r);
            }
        }
        let ranks = graph.top(Measure::PageRank, N, &filter(w), |_| true);
        prop_assert_eq!(ranks.len(), n);
        for (entity, score) in ranks {
            let i = nodes.iter().position(|x| *x == entity.index()).expect("a node of the window");
            prop_assert!((score - system[i][n] / system[i][i]).abs() < 1e-6);
        }
    }

    #[test]
    fn counts_by_period_match_a_walk_over_the_calendar(days in prop::collection::vec(0..1500_u32, 0..40)) {
        use chrono::Datelike;
        use newsgraph::graph::Period;
        let rows: Vec<Row> = days.iter().map(|d| (0, 1, *d, 0)).collect();
        let graph = graph(&rows);
        let events = graph.events_where(&Filter::default());
        for period in [Period::Day, Period::Week, Period::Month, Period::Quarter, Period::Year] {
            let same = |a: NaiveDate, b: NaiveDate| match period {
                Period::Day => a == b,
                Period::Week => a.iso_week() == b.iso_week(),
                Period::Month => (a.year(), a.month()) == (b.year(), b.month()),
                Period::Quarter => (a.year(), a.month().div_ceil(3)) == (b.year(), b.month().div_ceil(3)),
                Period::Year => a.year() == b.year(),
            };
            // The first day of a period is the earliest that still belongs to it.
            let start = |d: NaiveDate| d.iter_days().rev().take_while(|e| same(*e, d)).last().unwrap_or(d);
            let mut expected: BTreeMap<Option<NaiveDate>, usize> = BTreeMap::new();
            for day in &days {
                *expected.entry(Some(start(date(*day)))).or_default() += 1;
            }
            prop_assert_eq!(graph.count_by_period(&events, period), expected);
        }
    }

    #[test]
    fn journeys_match_exhaustive_search(
        rows in rows(), a in 0..N, b in 0..N, strict: bool, gap in prop::option::of(0..4_u32), which in 0..4_usize,
    ) {
        prop_assume!(a != b);
        let graph = graph(&rows);
        let criterion = [Criterion::Earliest, Criterion::Latest, Criterion::Fastest, Criterion::Shortest][which];
        let options = JourneyOptions { criterion, strict, gap, ..JourneyOptions::default() };
        let found = graph.journey(actor(&graph, a), actor(&graph, b), &options);
        let cost = found.as_ref().and_then(|p| journey_cost(&graph, p, criterion));
        prop_assert_eq!(cost, best_journey(&rows, a, b, &options));
        let days: Vec<_> = found.iter().flat_map(|p| &p.steps).map(|s| graph.event(s.event).date.and_then(|d| d.lo)).collect();
        let ordered = if strict {
            days.is_sorted_by(|x, y| x < y)
        } else {
            days.is_sorted()
        };
        prop_assert!(ordered);
    }

    #[test]
    fn journeys_over_spans_match_exhaustive_search(
        rows in rows(), lengths in prop::collection::vec(0..5_u32, 24), a in 0..N, b in 0..N, strict: bool,
        gap in prop::option::of(0..4_u32), which in 0..4_usize, certain: bool, w in prop::option::of(window()),
    ) {
        prop_assume!(a != b);
        // The first row makes sure that not every event is a single day; nobody else meets its parties.
        let mut spans: Vec<(Row, u32)> = rows.iter().copied().zip(lengths).collect();
        spans.push(((a, a, 0, 0), 3));
        let mut world = world(&spans.iter().map(|s| s.0).collect::<Vec<_>>());
        for (event, (row, n)) in world.events.iter_mut().zip(&spans) {
            event.date = Some(if *n == 0 { date(row.2).to_string() } else { format!("{}/{}", date(row.2), date(row.2 + n)) });
        }
        let graph = Graph::from_world(world);
        let criterion = [Criterion::Earliest, Criterion::Latest, Criterion::Fastest, Criterion::Shortest][which];
        let mut options = JourneyOptions { criterion, strict, gap, ..JourneyOptions::default() };
        if let Some(w) = w {
            options.path.filter = filter(w);
        }
        options.path.filter.window.certain = certain;
        let found = graph.journey(actor(&graph, a), actor(&graph, b), &options);
        let expected = if certain {
            best_certain(&spans, a, b, &options, w)
        } else {
            let days = spans.iter().flat_map(|((x, y, lo, t), n)| (*lo..=lo + n).map(|d| (*x, *y, d, *t)));
            let open: Vec<Row> = days.filter(|r| w.is_none_or(|w| inside(r, w))).collect();
            best_journey(&open, a, b, &options)
        };
        prop_assert_eq!(found.is_some(), expected.is_some());
        if let (Some(path), Some(best)) = (found, expected) {
            prop_assert_eq!(chain_cost(&graph, &path, &options, w), Some(best));
            let over = graph.arrival(&path, &options).map(|d| (d - date(0)).num_days());
            prop_assert!(criterion != Criterion::Earliest || over == Some(best));
        }
    }

    #[test]
    fn rankings_match_counts(rows in rows(), w in window()) {
        let graph = graph(&rows);
        let counts: Vec<usize> = (0..N).map(|a| rows.iter().filter(|r| inside(r, w) && (r.0 == a || r.1 == a)).count()).collect();
        for (entity, score) in graph.top(Measure::Events, N, &filter(w), |_| true) {
            prop_assert!((score - counts[entity.index()] as f64).abs() < 1e-9, "{score} for {entity:?}");
        }
        prop_assert_eq!(graph.top(Measure::Events, N, &filter(w), |_| true).len(), counts.iter().filter(|c| **c > 0).count());
        let ranks = graph.top(Measure::PageRank, N, &filter(w), |_| true);
        let sum: f64 = ranks.iter().map(|r| r.1).sum();
        prop_assert!(ranks.is_empty() || (sum - 1.0).abs() < 1e-6);
        for (entity, score) in graph.top(Measure::Betweenness, N, &filter(w), |_| true) {
            prop_assert!((score - betweenness(&rows, w, entity.index())).abs() < 1e-9);
        }
        let groups: usize = graph.components(&filter(w)).iter().map(Vec::len).sum();
        prop_assert_eq!(groups, counts.iter().filter(|c| **c > 0).count());
    }

    #[test]
    fn the_top_of_a_crowded_window_matches_a_count(
        rows in prop::collection::vec((0..N, 0..N, 0..12_u32, 0..TYPES.len()), 300..600), w in window(), limit in 1..N, odd: bool,
    ) {
        let graph = graph(&rows);
        let mut counts: Vec<(usize, usize)> = (0..N)
            .filter(|a| !odd || a % 2 == 1)
            .map(|a| (a, rows.iter().filter(|r| inside(r, w) && (r.0 == a || r.1 == a)).count()))
            .filter(|c| c.1 > 0)
            .collect();
        counts.sort_by_key(|c| (std::cmp::Reverse(c.1), c.0));
        counts.truncate(limit);
        let top = graph.top(Measure::Events, limit, &filter(w), |e| !odd || e.index() % 2 == 1);
        let found: Vec<(usize, usize)> = top.iter().map(|t| (t.0.index(), t.1 as usize)).collect();
        prop_assert_eq!(found, counts);
    }

    #[test]
    fn both_forms_of_a_file_hold_the_same(world in any_world()) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let (ng, ron, back) = (folder.path().join("g.ng"), folder.path().join("g.ron"), folder.path().join("h.ng"));
        let open = |path: &std::path::Path| file::open(path).unwrap_or_else(|e| panic!("{e}"));
        let graph = Graph::from_world(world.clone());
        prop_assert!(graph.check().is_empty(), "{:?}", graph.check());
        file::save(&graph, &ng).expect("saving binary");
        file::save(&open(&ng), &ron).expect("saving readable");
        file::save(&open(&ron), &back).expect("saving binary again");
        prop_assert_eq!(std::fs::read(&ng).expect("reading"), std::fs::read(&back).expect("reading"));
        let text = std::fs::read(&ron).expect("reading");
        prop_assert_eq!(file::to_bytes(&open(&back), Form::Readable), text);
        let sorted = |mut w: World| {
            w.events.sort_by(|a, b| a.id.cmp(&b.id));
            w
        };
        prop_assert_eq!(sorted(open(&ron).world()), sorted(world));
    }

    #[test]
    fn row_order_changes_no_byte_and_files_lose_nothing(rows in rows()) {
        let forward = world(&rows);
        let mut backward = forward.clone();
        backward.events.reverse();
        backward.entities.reverse();
        let (a, b) = (Graph::from_world(forward.clone()), Graph::from_world(backward));
        for form in [Form::Binary, Form::Readable] {
            prop_assert_eq!(file::to_bytes(&a, form), file::to_bytes(&b, form));
        }
        let again = Graph::from_world(a.world());
        prop_assert_eq!(file::to_bytes(&a, Form::Binary), file::to_bytes(&again, Form::Binary));
        prop_assert_eq!(a.world().events.len(), forward.events.len());
    }
}

/// Betweenness by enumeration of all shortest paths.
fn betweenness(rows: &[Row], w: (u32, u32), middle: usize) -> f64 {
    let rows: Vec<Row> = rows.iter().copied().filter(|r| inside(r, w)).collect();
    let mut sum = 0.0;
    for a in 0..N {
        for b in a + 1..N {
            let mut found = BTreeSet::new();
            simple_paths(&rows, &mut vec![a], b, N, &mut found);
            let least = found.iter().next().map(|f| f.0);
            let shortest: Vec<_> = found.iter().filter(|f| Some(f.0) == least).collect();
            let through = shortest
                .iter()
                .filter(|f| a != middle && b != middle && f.1.contains(&middle))
                .count();
            if through > 0 {
                sum += through as f64 / shortest.len() as f64;
            }
        }
    }
    sum
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

#[test]
fn a_world_comes_back_as_it_went_in() {
    let world = rich();
    let graph = Graph::from_world(world.clone());
    assert!(graph.check().is_empty(), "{:?}", graph.check());
    let mut back = graph.world();
    back.events.sort_by(|a, b| a.id.cmp(&b.id));
    let mut events = world.events.clone();
    events.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(back.events, events);
    assert_eq!(
        (back.entities, back.relations, back.articles),
        (world.entities, world.relations, world.articles)
    );
}

#[test]
fn windows_know_what_may_and_what_must_lie_inside() {
    let graph = Graph::from_world(rich());
    let x = actor(&graph, 0);
    let year = Window::days(date(366), date(366 + 364));
    assert_eq!(
        graph.events_of(x, &Filter::window(year)).len(),
        4,
        "day, month, year and open stretch of 2021"
    );
    let certain = Window {
        certain: true,
        ..year
    };
    assert_eq!(graph.events_of(x, &Filter::window(certain)).len(), 3);
    assert_eq!(graph.events_of(x, &Filter::default()).len(), 10);
    let known = |day: u32| Filter {
        known_by: Some(newsgraph::graph::day_number(date(day))),
        ..Filter::default()
    };
    assert!(graph.events_of(x, &known(366)).is_empty());
    assert_eq!(graph.events_of(x, &known(366 + 150)).len(), 10);
    let german = Filter {
        language: Some("de".to_owned()),
        ..Filter::default()
    };
    assert_eq!(graph.events_of(x, &german).len(), 10);
    let place = actor(&graph, 4);
    assert_eq!(
        graph
            .events_where(&Filter {
                place: Some(place),
                ..Filter::default()
            })
            .len(),
        1
    );
    assert_eq!(
        graph.find("ake oberg").first().map(|h| (h.entity, h.by)),
        Some((x, NameMatch::Exact))
    );
}

#[test]
fn files_keep_everything_and_damaged_ones_are_refused() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let graph = Graph::from_world(rich());
    let (ng, ron) = (folder.path().join("g.ng"), folder.path().join("g.ron"));
    file::save(&graph, &ng).expect("saving binary");
    file::save(&file::open(&ng).expect("opening binary"), &ron).expect("saving readable");
    let back = file::open(&ron).expect("opening readable");
    assert_eq!(
        file::to_bytes(&back, Form::Binary),
        std::fs::read(&ng).expect("reading")
    );
    assert!(file::open(&ng).expect("opening").check().is_empty());
    assert_eq!(
        std::fs::read_dir(folder.path()).expect("listing").count(),
        2,
        "no lock or part is left behind"
    );

    let whole = std::fs::read(&ng).expect("reading");
    let bad = folder.path().join("bad.ng");
    let open = |bytes: &[u8]| {
        std::fs::write(&bad, bytes).expect("writing the damaged file");
        file::open(&bad).expect_err("a damaged file was opened")
    };
    for cut in [0, 5, 8, 40, 64, whole.len() / 2, whole.len() - 1] {
        assert!(!open(&whole[..cut]).to_string().is_empty());
    }
    for at in (8..whole.len()).step_by(97) {
        let mut flipped = whole.clone();
        flipped[at] ^= 0x10;
        open(&flipped);
    }
    for (at, bit) in (0..64).flat_map(|at| (0..8).map(move |bit| (at, bit))) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << bit;
        let said = open(&flipped).to_string();
        assert!(said.contains("bad.ng: "), "{said}");
    }
    let mut grown = whole.clone();
    grown.extend([0; 64]);
    assert!(matches!(open(&grown), FileError::Length { .. }));
    let mut future = whole.clone();
    future[8] = 9;
    assert!(matches!(open(&future), FileError::Future { found: 9, .. }));
    let text =
        std::fs::read_to_string(&ron)
            .expect("reading")
            .replacen("version: 1", "version: 7", 1);
    assert!(matches!(
        open(text.as_bytes()),
        FileError::Future { found: 7, .. }
    ));
    assert!(matches!(
        open(b"(format: \"newsgraph\", version: 1, world: (entities: 3))"),
        FileError::Syntax { .. }
    ));
}

/// Writes a checksum that fits, as a program with a mistake would.
fn resealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let hash = *blake3::hash(&bytes[64..]).as_bytes();
    bytes[24..56].copy_from_slice(&hash);
    bytes
}

#[test]
fn a_wrong_file_with_a_right_checksum_is_found_out_and_never_a_panic() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("g.ng");
    let graph = Graph::from_world(rich());
    file::save(&graph, &path).expect("saving");
    let whole = std::fs::read(&path).expect("reading");
    let n_sections = u32::from_le_bytes(whole[12..16].try_into().expect("four bytes")) as usize;
    let word =
        |at: usize| u64::from_le_bytes(whole[at..at + 8].try_into().expect("eight bytes")) as usize;
    let sections = (0..n_sections).map(|i| (word(64 + i * 16), word(72 + i * 16)));
    let inside: Vec<usize> = sections
        .flat_map(|(start, length)| start..start + length)
        .collect();
    let table = 64..64 + n_sections * 16;
    let (mut found, mut tried) = (0, 0);
    for at in inside.into_iter().step_by(3).chain(table) {
        let mut wrong = whole.clone();
        wrong[at] ^= 0x81;
        std::fs::write(&path, resealed(wrong)).expect("writing");
        let Ok(graph) = file::open(&path) else {
            (found, tried) = (found + 1, tried + 1);
            continue;
        };
        let told = graph.check();
        // Whatever the file holds, questions must not end the program.
        let entities: Vec<EntityId> = graph.entities().collect();
        for e in entities.iter().take(8) {
            let _ = (
                graph.entity(*e),
                graph.events_of(*e, &Filter::default()),
                graph.partners(*e, &Filter::default()),
            );
            let _ = graph.journey(entities[0], *e, &JourneyOptions::default());
            let _ = graph.shortest_path(entities[0], *e, &PathOptions::default());
            let _ = graph.n_within(*e, 2, &Filter::default());
        }
        let _ = (
            graph.top(Measure::Events, 5, &Filter::default(), |_| true),
            graph.components(&Filter::default()),
        );
        let _ = graph.top(Measure::PageRank, 5, &Filter::default(), |_| true);
        let _ = graph.world();
        // The table of names has a checksum of its own, which `check` reads.
        if !told
            .iter()
            .any(|d| d.to_string().contains("table of names"))
        {
            let _ = graph.find("Actor 1");
        }
        tried += 1;
        found += usize::from(!told.is_empty());
    }
    // Values that are free (a confidence, a letter of a name) may change unseen; structure may not.
    assert!(found * 2 > tried, "{found} of {tried} found");
}

#[test]
fn a_failed_save_leaves_the_old_file() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("none").join("g.ng");
    assert!(matches!(
        file::save(&Graph::default(), &path),
        Err(FileError::Io { .. })
    ));
}

#[test]
fn one_writer_at_a_time() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("g.ng");
    let inside = std::sync::atomic::AtomicU32::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..20 {
                    let lock = file::Lock::exclusive(&path).expect("the lock");
                    assert_eq!(inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                    inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                    drop(lock);
                }
            });
        }
    });
}

#[test]
fn unions_do_not_depend_on_order() {
    let record = |id: &str, title: &str| ArticleRecord {
        id: id.to_owned(),
        title: Some(title.to_owned()),
        ..ArticleRecord::default()
    };
    let (a, b, c) = (
        vec![record("1", "x")],
        vec![record("1", "y"), record("2", "z")],
        vec![record("0", "w")],
    );
    let one = merge::union_records([a.clone(), b.clone(), c.clone()]);
    assert_eq!(one, merge::union_records([c.clone(), b.clone(), a.clone()]));
    assert_eq!(
        one,
        merge::union_records([merge::union_records([b, a]), c.clone(), c])
    );
    let (x, y) = (world(&[(0, 1, 2, 0)]), rich());
    let joined = |list: [World; 2]| Graph::from_world(merge::union_worlds(list));
    assert_eq!(
        file::to_bytes(&joined([x.clone(), y.clone()]), Form::Readable),
        file::to_bytes(&joined([y, x]), Form::Readable)
    );
}

#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn icews_gives_the_known_answers() {
    use newsgraph::import::{Mapping, import};
    use std::io::Read as _;
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/bench/icews18.named.tsv.gz");
    let Ok(packed) = std::fs::read(&path) else {
        eprintln!("skipped: {} is absent", path.display());
        return;
    };
    let mut table = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice())
        .read_to_end(&mut table)
        .expect("a gzip file");
    let lexicon = newsgraph::lexicon::Lexicon::open(None).expect("the embedded data is sound");
    let mapping = Mapping::preset(&lexicon.files, "icews").expect("the preset exists");
    let imported = import(&table, &mapping, &lexicon).expect("a sound table");
    let graph = imported.graph;
    assert_eq!(
        (imported.n_rows, imported.n_skipped, graph.n_events()),
        (468_558, 0, 468_558)
    );
    let one = |name: &str| graph.find(name).first().expect("a hit").entity;
    let found = graph.events_between(
        one("Vladimir Putin"),
        one("Ilham Aliyev"),
        &Filter::default(),
    );
    assert_eq!(
        (found.len(), graph.n_folded(&found), graph.n_dates(&found)),
        (30, 19, 15)
    );
    let police = graph.entity(one("Police (Ukraine)"));
    assert_eq!(
        (police.name, police.country, police.sector),
        ("Police (Ukraine)", Some("UKR"), Some("COP"))
    );
    assert!(graph.check().is_empty(), "{:?}", graph.check());
}
