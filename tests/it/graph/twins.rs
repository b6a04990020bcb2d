//! Lists, partners, paths, counts and ranks against searches and scans that are too simple to be wrong.

use super::*;

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
