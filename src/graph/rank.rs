//! Rankings of entities and pairs, and components.
//!
//! In: a measure and a filter. Out: scores, highest first, ties by handle. Invariants: PageRank sums to 1 over the entities that have an event under the
//! filter; betweenness counts each unordered pair once. Sparse: entities without events under the filter cost nothing.

use super::Graph;
use super::schema::{EntityId, Filter, Measure};
use super::tables::NONE;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// PageRank's damping. Source: Brin and Page 1998.
const DAMPING: f64 = 0.85;
const ROUNDS: usize = 100;
const TOLERANCE: f64 = 1e-9;
/// How many events of a window are counted in the time of one look into an entity's list.
const EVENTS_PER_LOOK: usize = 32;
/// Most entities for exact betweenness, and the number of sources above.
const EXACT_BETWEENNESS: usize = 2_000;
const SOURCES: usize = 256;

impl Graph {
    /// Ranks entities, highest first, at most `limit`; entities of score zero are left out. `keep` chooses among them (by class, say).
    /// Complexity: events the lesser of O(events in the window) and O(entities with more events than the last place has in the window · log); degree O(pairs · log n); PageRank O(rounds · pairs under the filter);
    /// betweenness O(sources · pairs under the filter).
    pub fn top(
        &self,
        measure: Measure,
        limit: usize,
        filter: &Filter,
        keep: impl Fn(EntityId) -> bool,
    ) -> Vec<(EntityId, f64)> {
        let mut scores = match measure {
            Measure::Events => return self.top_by_events(limit, filter, keep),
            Measure::Degree => self.degrees(filter),
            Measure::PageRank => self.pagerank(filter),
            Measure::Betweenness => self.betweenness(filter),
        };
        scores.retain(|s| s.1 > 0.0 && keep(s.0));
        scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        scores.truncate(limit);
        scores
    }

    fn top_by_events(
        &self,
        limit: usize,
        filter: &Filter,
        keep: impl Fn(EntityId) -> bool,
    ) -> Vec<(EntityId, f64)> {
        if let Some(top) = self.top_by_bound(limit, filter, &keep) {
            return top;
        }
        let mut counts: Vec<(u32, u32)> = if filter.is_window_only() && filter.window.is_all() {
            (0..self.n_entities() as u32)
                .map(|e| (self.event_count(e), e))
                .filter(|c| c.0 > 0)
                .collect()
        } else {
            self.counts(filter)
        };
        counts.retain(|c| keep(EntityId(c.1)));
        let order = |a: &(u32, u32), b: &(u32, u32)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
        if limit < counts.len() {
            counts.select_nth_unstable_by(limit, order);
            counts.truncate(limit);
        }
        counts.sort_unstable_by(order);
        counts
            .into_iter()
            .map(|(n, e)| (EntityId(e), f64::from(n)))
            .collect()
    }

    /// Goes through the entities by their number of events of all time, which bounds that of the window, and stops where the bound falls below the last
    /// place; each entity costs two bisections. `None` where that may take longer than a look at the events of the window.
    fn top_by_bound(
        &self,
        limit: usize,
        filter: &Filter,
        keep: &impl Fn(EntityId) -> bool,
    ) -> Option<Vec<(EntityId, f64)>> {
        let table = &self.t.events;
        let exact = filter.is_window_only() && self.window_is_exact(filter.window);
        if !exact || self.has_wide() || filter.window.is_all() || limit == 0 {
            return None;
        }
        let (start, end) = table.row_range(filter.window);
        let most = end.saturating_sub(start) as usize / EVENTS_PER_LOOK;
        let mut best: BinaryHeap<Reverse<(u32, Reverse<u32>)>> = BinaryHeap::new();
        let mut looks = 0;
        for &entity in self.by_events() {
            let last = best.peek().filter(|_| best.len() == limit).map(|b| b.0.0);
            if last.is_some_and(|l| self.event_count(entity) < l) {
                return Some(ranked(best));
            }
            if !keep(EntityId(entity)) {
                continue;
            }
            looks += 1;
            if looks > most {
                return None;
            }
            let list = self.t.index.actor.row(entity as usize);
            let from = list.partition_point(|e| *e < start);
            let count = list
                .get(from..)
                .unwrap_or(&[])
                .partition_point(|e| *e < end) as u32;
            if count > 0 {
                best.push(Reverse((count, Reverse(entity))));
                if best.len() > limit {
                    best.pop();
                }
            }
        }
        Some(ranked(best))
    }

    /// Counts events by party, in no order.
    fn counts(&self, filter: &Filter) -> Vec<(u32, u32)> {
        self.pool.with(self.n_entities(), |scratch| {
            let mut touched = std::mem::take(&mut scratch.queue);
            let table = &self.t.events;
            let (first, second) = (&*table.first, &*table.second);
            let simple = table.extra_event.is_empty();
            self.scan(filter, |row| {
                let mut count = |entity: u32| {
                    if entity != NONE && scratch.add(entity, 1) == 1 {
                        touched.push(entity);
                    }
                };
                if simple {
                    let (a, b) = (first[row as usize], second[row as usize]);
                    count(a);
                    if a != b {
                        count(b);
                    }
                } else {
                    let mut parties: Vec<u32> = table.parties(row).collect();
                    parties.sort_unstable();
                    parties.dedup();
                    parties.into_iter().for_each(count);
                }
            });
            let counts = touched
                .iter()
                .map(|e| (scratch.get(*e).unwrap_or(0), *e))
                .collect();
            scratch.queue = touched;
            counts
        })
    }

    /// Ranks pairs by shared events under a filter, most first, ties by handles. O(pairs · log n) for a window.
    pub fn top_pairs(&self, limit: usize, filter: &Filter) -> Vec<((EntityId, EntityId), u32)> {
        let mut found: Vec<((EntityId, EntityId), u32)> = self
            .weighted_pairs(filter)
            .into_iter()
            .map(|(a, b, n)| ((EntityId(a), EntityId(b)), n))
            .collect();
        found.sort_unstable_by_key(|(pair, n)| (std::cmp::Reverse(*n), *pair));
        found.truncate(limit);
        found
    }

    /// Lists pairs with a shared event under the filter, and how many; by handles. O(pairs · log n) for a window.
    fn weighted_pairs(&self, filter: &Filter) -> Vec<(u32, u32, u32)> {
        let index = &self.t.index;
        let of = |a: u32| {
            let range = index.neighbor.range(a as usize);
            let pairs = index.neighbor_pair.get(range).unwrap_or(&[]);
            let partners = index.neighbor.row(a as usize).iter().zip(pairs);
            partners
                .filter(|(b, _)| **b > a)
                .filter_map(|(b, p)| {
                    Some((a, *b, self.tally(index.pair.row(*p as usize), filter)?.0))
                })
                .collect::<Vec<_>>()
        };
        (0..self.n_entities() as u32)
            .into_par_iter()
            .flat_map_iter(of)
            .collect()
    }

    fn degrees(&self, filter: &Filter) -> Vec<(EntityId, f64)> {
        let web = Web::new(&self.weighted_pairs(filter));
        let degree = |i: usize| f64::from(web.ends[i + 1] - web.ends[i]);
        (0..web.entities.len())
            .map(|i| (EntityId(web.entities[i]), degree(i)))
            .collect()
    }

    fn pagerank(&self, filter: &Filter) -> Vec<(EntityId, f64)> {
        let web = Web::new(&self.weighted_pairs(filter));
        let n = web.entities.len();
        let out: Vec<f64> = (0..n)
            .map(|i| web.links(i).map(|l| f64::from(l.1)).sum())
            .collect();
        let mut rank = vec![1.0 / n.max(1) as f64; n];
        for _ in 0..ROUNDS {
            let base = (1.0 - DAMPING) / n.max(1) as f64;
            let next: Vec<f64> = (0..n)
                .into_par_iter()
                .map(|i| {
                    base + DAMPING
                        * web
                            .links(i)
                            .map(|(j, w)| rank[j] * f64::from(w) / out[j])
                            .sum::<f64>()
                })
                .collect();
            let change: f64 = next.iter().zip(&rank).map(|(a, b)| (a - b).abs()).sum();
            rank = next;
            if change < TOLERANCE {
                break;
            }
        }
        web.entities
            .iter()
            .map(|e| EntityId(*e))
            .zip(rank)
            .collect()
    }

    /// Source: Brandes 2001; above [`EXACT_BETWEENNESS`] entities, evenly spread sources, scaled up (Brandes and Pich 2007).
    fn betweenness(&self, filter: &Filter) -> Vec<(EntityId, f64)> {
        let web = Web::new(&self.weighted_pairs(filter));
        let n = web.entities.len();
        let step = if n <= EXACT_BETWEENNESS {
            1
        } else {
            n.div_ceil(SOURCES)
        };
        let sources: Vec<usize> = (0..n).step_by(step).collect();
        // Chunks of fixed size keep the order of the sums, so the result does not depend on the number of threads.
        let parts: Vec<Vec<f64>> = sources
            .par_chunks(32)
            .map(|chunk| web.dependencies(chunk))
            .collect();
        let mut total = vec![0.0; n];
        for part in parts {
            total.iter_mut().zip(part).for_each(|(t, p)| *t += p);
        }
        let scale = n as f64 / sources.len().max(1) as f64 / 2.0;
        web.entities
            .iter()
            .zip(total)
            .map(|(e, t)| (EntityId(*e), t * scale))
            .collect()
    }

    /// Groups the entities that events under the filter connect: largest group first, then by handle; entities without such events are left out.
    /// O(edges · α(edges)).
    pub fn components(&self, filter: &Filter) -> Vec<Vec<EntityId>> {
        let labels = self.store().components(|event| self.admits(event, filter));
        let mut groups: BTreeMap<u32, Vec<EntityId>> = BTreeMap::new();
        for (label, entity) in labels.iter().zip(0..) {
            groups.entry(*label).or_default().push(EntityId(entity));
        }
        let alone = |g: &Vec<EntityId>| g.len() == 1 && self.events_of(g[0], filter).is_empty();
        let mut groups: Vec<Vec<EntityId>> = groups.into_values().filter(|g| !alone(g)).collect();
        groups.sort_by_key(|g| (std::cmp::Reverse(g.len()), g.first().copied()));
        groups
    }
}

/// Empties the heap of a ranking: most events first, then by handle.
fn ranked(best: BinaryHeap<Reverse<(u32, Reverse<u32>)>>) -> Vec<(EntityId, f64)> {
    let sorted = best.into_sorted_vec().into_iter();
    sorted
        .map(|Reverse((n, Reverse(e)))| (EntityId(e), f64::from(n)))
        .collect()
}

/// The partners under a filter as a compact undirected graph.
struct Web {
    entities: Vec<u32>,
    ends: Vec<u32>,
    /// `(position in entities, shared events)`.
    links: Vec<(u32, u32)>,
}

impl Web {
    fn new(pairs: &[(u32, u32, u32)]) -> Self {
        let mut entities: Vec<u32> = pairs.iter().flat_map(|p| [p.0, p.1]).collect();
        entities.sort_unstable();
        entities.dedup();
        let at = |e: u32| entities.binary_search(&e).unwrap_or(0) as u32;
        let mut both: Vec<(u32, u32, u32)> = pairs
            .iter()
            .flat_map(|p| {
                let (a, b) = (at(p.0), at(p.1));
                [(a, b, p.2), (b, a, p.2)]
            })
            .collect();
        both.sort_unstable();
        let mut ends = vec![0; entities.len() + 1];
        both.iter().for_each(|l| ends[l.0 as usize + 1] += 1);
        (1..ends.len()).for_each(|i| ends[i] += ends[i - 1]);
        Self {
            entities,
            ends,
            links: both.into_iter().map(|l| (l.1, l.2)).collect(),
        }
    }

    fn links(&self, i: usize) -> impl Iterator<Item = (usize, u32)> + '_ {
        let range = self.ends[i] as usize..self.ends[i + 1] as usize;
        self.links[range].iter().map(|l| (l.0 as usize, l.1))
    }

    /// Sums Brandes' dependencies over some sources.
    fn dependencies(&self, sources: &[usize]) -> Vec<f64> {
        let n = self.entities.len();
        let mut total = vec![0.0; n];
        let (mut distance, mut paths, mut share) =
            (vec![u32::MAX; n], vec![0.0_f64; n], vec![0.0_f64; n]);
        let mut order: Vec<usize> = Vec::with_capacity(n);
        for &source in sources {
            order
                .iter()
                .for_each(|v| (distance[*v], paths[*v], share[*v]) = (u32::MAX, 0.0, 0.0));
            order.clear();
            (distance[source], paths[source]) = (0, 1.0);
            order.push(source);
            let mut head = 0;
            while let Some(&v) = order.get(head) {
                head += 1;
                for (w, _) in self.links(v) {
                    if distance[w] == u32::MAX {
                        distance[w] = distance[v] + 1;
                        order.push(w);
                    }
                    if distance[w] == distance[v] + 1 {
                        paths[w] += paths[v];
                    }
                }
            }
            for &w in order.iter().rev() {
                for (v, _) in self.links(w).filter(|l| distance[l.0] + 1 == distance[w]) {
                    share[v] += paths[v] / paths[w] * (1.0 + share[w]);
                }
                if w != source {
                    total[w] += share[w];
                }
            }
        }
        total
    }
}
