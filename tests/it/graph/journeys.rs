//! Journeys in order of time against exhaustive search.

use super::*;

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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

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
}
