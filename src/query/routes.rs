//! Paths and journeys.
//!
//! In: two entities, what the way must keep to. Out: [`Answer`]s with one path a row. Invariant: only what happened carries a path, unless a status
//! is asked for.

use super::explain;
use super::plan::{Demand, Operation, Plan, Route, Test};
use super::result::{Answer, Cell, Kind, Leg, Options, Row, count};
use super::vocabulary::Vocabulary;
use crate::base::record::Status;
use crate::graph::{
    Bounded, Budget, Criterion, EntityId, Filter, Graph, JourneyOptions, Path, PathOptions,
    day_number,
};

/// Most paths without `limit`.
const PATHS: usize = 5;

/// Answers `path`, `paths`, `journeys`.
pub(super) fn paths(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    ends: (EntityId, EntityId),
    options: &Options<'_>,
) -> Answer {
    let Operation::Path(_, _, all, route) = &plan.operation else {
        return Answer::default();
    };
    let all = *all;
    let filter = plan_filter(plan, graph, None);
    let found = search(
        graph,
        ends,
        all,
        route,
        filter,
        plan.limit.unwrap_or(PATHS),
        options,
    );
    let rows: Vec<Row> = found
        .items
        .iter()
        .take_while(|_| !options.broken_off())
        .filter(|p| !p.steps.is_empty())
        .map(|p| row(graph, vocabulary, p, route))
        .collect();
    let columns: &[&str] = if route.in_order {
        &["path", "hops", "leaves", "arrives", "days"]
    } else {
        &["path", "hops"]
    };
    let mut answer = Answer {
        kind: Kind::Paths,
        focus: vec![ends.0, ends.1],
        ..Answer::table(plan.verb, columns, rows)
    };
    if found.truncated && !answer.rows.is_empty() && all {
        answer.truncated = true;
        answer.notes.push(format!(
            "the first {}; more may exist, `limit N` shows more",
            count(answer.rows.len(), "path")
        ));
    }
    if ends.0 == ends.1 {
        answer
            .notes
            .push("both names mean the same actor".to_owned());
    } else if answer.rows.is_empty() {
        answer.notes = why_none(plan, graph, ends, route, options);
    }
    answer
}

fn plan_filter(plan: &Plan, graph: &Graph, skip: Option<usize>) -> Filter {
    let mut filter = plan.counted(graph, skip);
    if let Some(Demand::Place(place)) = plan
        .tests
        .iter()
        .enumerate()
        .find(|(i, t)| Some(*i) != skip && matches!(t.demand, Demand::Place(_)))
        .map(|(_, t)| &t.demand)
    {
        filter.place = Some(*place);
    }
    graph.relaxed(filter)
}

fn search(
    graph: &Graph,
    ends: (EntityId, EntityId),
    all: bool,
    route: &Route,
    filter: Filter,
    limit: usize,
    options: &Options<'_>,
) -> Bounded<Path> {
    let path = PathOptions {
        filter,
        via: route.via.clone(),
        avoid: route.avoid.clone(),
        max_hops: route.hops,
    };
    if route.in_order {
        let criterion = route.criterion.unwrap_or(Criterion::Earliest);
        let journey = JourneyOptions {
            path,
            criterion,
            strict: route.strict,
            gap: route.gap,
        };
        return Bounded {
            items: journeys(graph, ends, &journey),
            truncated: false,
        };
    }
    if !all {
        return Bounded {
            items: graph
                .shortest_path(ends.0, ends.1, &path)
                .into_iter()
                .collect(),
            truncated: false,
        };
    }
    let budget = Budget {
        cancel: options.cancel,
        ..Budget::default()
    };
    if route.criterion == Some(Criterion::Shortest) {
        graph.all_shortest_paths(ends.0, ends.1, &path, limit, budget)
    } else {
        graph.k_shortest_paths(ends.0, ends.1, &path, limit, budget)
    }
}

/// The best journey, through the entities of `via` in the order given.
fn journeys(graph: &Graph, ends: (EntityId, EntityId), options: &JourneyOptions) -> Vec<Path> {
    let stops: Vec<EntityId> = options.path.via.iter().copied().chain([ends.1]).collect();
    let mut whole = Path::default();
    let mut from = ends.0;
    let mut leg_options = options.clone();
    leg_options.path.via.clear();
    for stop in stops {
        let Some(leg) = graph.journey(from, stop, &leg_options) else {
            return Vec::new();
        };
        let leg = fewest_hops(graph, (from, stop), leg, &leg_options);
        if let Some(day) = graph.arrival(&leg, &leg_options) {
            let next = day_number(day) + i32::from(options.strict);
            leg_options.path.filter.window.lo = leg_options.path.filter.window.lo.max(next);
        }
        whole.steps.extend(leg.steps);
        from = stop;
    }
    vec![whole]
}

/// Of the journeys as good as the best one, takes the one with fewest hops: the search keeps the first it meets.
fn fewest_hops(
    graph: &Graph,
    ends: (EntityId, EntityId),
    best: Path,
    options: &JourneyOptions,
) -> Path {
    let day = |e: crate::graph::EventId| graph.event(e).date.and_then(|d| d.lo).map(day_number);
    let arrival = |p: &Path| graph.arrival(p, options).map(day_number);
    let ends_on = arrival(&best);
    let starts_on = best.steps.first().and_then(|s| day(s.event));
    let mut within = options.clone();
    within.criterion = Criterion::Shortest;
    let window = &mut within.path.filter.window;
    if matches!(options.criterion, Criterion::Earliest | Criterion::Fastest) {
        window.hi = ends_on.map_or(window.hi, |d| window.hi.min(d));
    }
    if matches!(options.criterion, Criterion::Latest | Criterion::Fastest) {
        window.lo = starts_on.map_or(window.lo, |d| window.lo.max(d));
    }
    let as_good = |p: &Path| {
        let first = p.steps.first().and_then(|s| day(s.event));
        let last = arrival(p);
        match options.criterion {
            Criterion::Earliest => last <= ends_on,
            Criterion::Latest => first >= starts_on,
            Criterion::Fastest => first >= starts_on && last <= ends_on,
            Criterion::Shortest => true,
        }
    };
    match graph.journey(ends.0, ends.1, &within) {
        Some(other) if other.steps.len() < best.steps.len() && as_good(&other) => other,
        _ => best,
    }
}

fn row(graph: &Graph, vocabulary: &Vocabulary, path: &Path, route: &Route) -> Row {
    let legs: Vec<Leg> = path
        .steps
        .iter()
        .map(|s| Leg {
            from: s.from,
            to: s.to,
            event: s.event,
            n_events: s.n_events,
        })
        .collect();
    let events: Vec<_> = legs.iter().map(|l| l.event).collect();
    let mut entities: Vec<EntityId> = legs.first().map(|l| l.from).into_iter().collect();
    entities.extend(legs.iter().map(|l| l.to));
    let mut cells = vec![
        Cell::Text(words(graph, vocabulary, &legs)),
        Cell::Count(legs.len() as u64),
    ];
    if let (true, Some(first), Some(last)) = (route.in_order, events.first(), events.last()) {
        cells.extend([Cell::Date(*first), Cell::Date(*last)]);
        // How long a journey takes is known only where its ends are days.
        let day = |e| {
            let date = graph.event(e).date.filter(|d| d.lo == d.hi)?;
            date.lo.map(day_number)
        };
        cells.push(day(*first).zip(day(*last)).map_or(Cell::Empty, |(a, b)| {
            Cell::Count(u64::from((b - a).unsigned_abs()))
        }));
    }
    Row {
        cells,
        events,
        entities,
        legs,
    }
}

/// `A ─phone 2022-03-04→ B ─visit 2023→ C`.
fn words(graph: &Graph, vocabulary: &Vocabulary, legs: &[Leg]) -> String {
    let mut text = legs
        .first()
        .map_or_else(String::new, |l| graph.name(l.from).to_owned());
    for leg in legs {
        let view = graph.event(leg.event);
        let word = vocabulary.word(&view.kind);
        let backwards = !view.symmetric
            && view.recipients.contains(&leg.from)
            && !view.recipients.contains(&leg.to);
        let (left, right) = match (view.symmetric, backwards) {
            (true, _) => ("─", "─"),
            (_, true) => ("←", "─"),
            _ => ("─", "→"),
        };
        let more = if leg.n_events > 1 {
            format!(" +{}", leg.n_events - 1)
        } else {
            String::new()
        };
        text.push_str(&format!(
            " {left}{word} {}{more}{right} {}",
            super::facts::date_words(graph, leg.event),
            graph.name(leg.to)
        ));
    }
    text
}

/// Length of a way without any condition.
fn any(
    plan: &Plan,
    graph: &Graph,
    ends: (EntityId, EntityId),
    options: &Options<'_>,
) -> Option<usize> {
    let bare = Plan {
        tests: Vec::new(),
        ..plan.clone()
    };
    let filter = plan_filter(&bare, graph, None);
    hops(graph, ends, &Route::default(), filter, options)
}

/// Length of a shortest way under a filter.
fn hops(
    graph: &Graph,
    ends: (EntityId, EntityId),
    route: &Route,
    filter: Filter,
    options: &Options<'_>,
) -> Option<usize> {
    let found = search(graph, ends, false, route, filter, 1, options);
    let hops = found.items.first().map(|p| p.steps.len());
    hops.filter(|n| *n > 0)
}

/// Length of a way over events of any status, unless the question names one.
fn with_all_statuses(
    plan: &Plan,
    graph: &Graph,
    ends: (EntityId, EntityId),
    route: &Route,
    options: &Options<'_>,
) -> Option<usize> {
    plan.uncounted(graph)?;
    let mut free = plan.clone();
    free.tests.push(Test {
        words: String::new(),
        demand: Demand::Statuses(Status::ALL.to_vec()),
    });
    hops(graph, ends, route, plan_filter(&free, graph, None), options)
}

/// Says which condition is in the way.
fn why_none(
    plan: &Plan,
    graph: &Graph,
    ends: (EntityId, EntityId),
    route: &Route,
    options: &Options<'_>,
) -> Vec<String> {
    let mut notes = Vec::new();
    let works = |route: &Route, skip| {
        let filter = plan_filter(plan, graph, skip);
        hops(graph, ends, route, filter, options)
    };
    if let Some(hops) = with_all_statuses(plan, graph, ends, route, options) {
        notes.push(format!(
            "what happened joins {} and {} by no chain; with planned, denied and hypothetical events there is one of {}: add `status any`",
            graph.name(ends.0),
            graph.name(ends.1),
            count(hops, "hop")
        ));
    }
    for (i, test) in plan.tests.iter().enumerate() {
        if let Some(hops) = works(route, Some(i)) {
            notes.push(format!(
                "no path with `{}`; without it there is one of {}",
                test.words,
                count(hops, "hop")
            ));
        }
    }
    let mut relaxed = |name: &str, change: &dyn Fn(&mut Route)| {
        let mut other = route.clone();
        change(&mut other);
        if &other != route
            && let Some(hops) = works(&other, None)
        {
            notes.push(format!(
                "no path {name}; without that there is one of {}",
                count(hops, "hop")
            ));
        }
    };
    relaxed("within that many hops", &|r| r.hops = None);
    relaxed("that avoids them", &|r| r.avoid.clear());
    relaxed("by that way", &|r| r.via.clear());
    relaxed("with so short a gap", &|r| r.gap = None);
    relaxed("with dates in order", &|r| {
        (r.in_order, r.strict, r.gap, r.criterion) = (false, false, None, None);
    });
    if notes.is_empty()
        && let Some(hops) = any(plan, graph, ends, options)
    {
        notes.push(format!(
            "no path under these conditions together; without any there is one of {}",
            count(hops, "hop")
        ));
    }
    if notes.is_empty() {
        vec![explain::nothing(plan, graph)]
    } else {
        notes
    }
}
