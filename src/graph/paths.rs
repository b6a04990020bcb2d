//! Paths through shared events: shortest, all shortest, k shortest, bounded simple paths; in a window, of some kinds, through some entities, around others.
//!
//! In: two entities, [`PathOptions`], a budget for enumerations. Out: [`Path`]s with the events of each hop. Invariants: shortest paths come before longer
//! ones, equal lengths in the order of handles along the way; no entity twice on a path. Does not: look at the order of dates (see `journeys`).

use super::Graph;
use super::schema::{Bounded, Budget, EntityId, Path, PathOptions, Step};
use super::scratch::Scratch;
use std::sync::atomic::Ordering;

/// Longest path an enumeration looks for if the options set no limit.
const DEFAULT_HOPS: u32 = 6;
/// Distance of entities that cannot reach the goal.
const FAR: u32 = u32::MAX;

/// What a search may walk on: the filter, resolved once.
struct Ground<'a> {
    graph: &'a Graph,
    options: &'a PathOptions,
    /// The filter admits every event.
    open: bool,
}

impl<'a> Ground<'a> {
    fn new(graph: &'a Graph, options: &'a PathOptions) -> Self {
        let filter = &options.filter;
        let open = options.avoid.is_empty() && filter.is_window_only() && filter.window.is_all();
        Self {
            graph,
            options,
            open,
        }
    }

    /// Calls `visit` with each partner that can be stepped to, ascending, until it returns false.
    fn each(&self, from: u32, mut visit: impl FnMut(u32) -> bool) {
        let index = &self.graph.t.index;
        let partners = index.neighbor.row(from as usize);
        if self.open {
            partners.iter().all(|p| visit(*p));
            return;
        }
        let (events, wide) = self
            .graph
            .t
            .events
            .candidates(index.actor.row(from as usize), self.options.filter.window);
        if wide.is_empty() && !self.graph.has_wide() && events.len() < partners.len() {
            let mut reached = self.reached(from, events);
            reached.sort_unstable();
            reached.dedup();
            reached.into_iter().all(visit);
            return;
        }
        let pairs = index
            .neighbor_pair
            .get(index.neighbor.range(from as usize))
            .unwrap_or(&[]);
        for (partner, pair) in partners.iter().zip(pairs) {
            if self.is_free(*partner) && self.joins(*pair) && !visit(*partner) {
                return;
            }
        }
    }

    fn reached(&self, from: u32, events: &[u32]) -> Vec<u32> {
        let filter = &self.options.filter;
        let exact = filter.is_window_only() && self.graph.window_is_exact(filter.window);
        let admitted = events
            .iter()
            .filter(|e| exact || self.graph.admits(**e, filter));
        admitted
            .flat_map(|e| self.graph.t.events.parties(*e))
            .filter(|p| *p != from && self.is_free(*p))
            .collect()
    }

    fn is_free(&self, entity: u32) -> bool {
        self.options.avoid.is_empty() || !self.options.avoid.contains(&EntityId(entity))
    }

    fn joins(&self, pair: u32) -> bool {
        let filter = &self.options.filter;
        let (narrow, wide) = self
            .graph
            .t
            .events
            .candidates(self.graph.t.index.pair.row(pair as usize), filter.window);
        if filter.is_window_only() && self.graph.window_is_exact(filter.window) {
            return !narrow.is_empty() || !wide.is_empty();
        }
        narrow
            .iter()
            .chain(wide)
            .any(|e| self.graph.admits(*e, filter))
    }

    fn degree(&self, entity: u32) -> usize {
        self.graph.t.index.neighbor.range(entity as usize).len()
    }
}

impl Graph {
    /// Finds a shortest path by bidirectional breadth-first search: among the shortest, one that the order of handles decides; `None` if there is none
    /// within `max_hops`. With `via`, the shortest chain of shortest legs over all orders of at most 5 entities, which may meet an entity twice.
    /// Complexity: O(partners of the entities within half the distance); each partner costs O(log n) with a window, O(events of the pair) with kinds.
    pub fn shortest_path(
        &self,
        from: EntityId,
        to: EntityId,
        options: &PathOptions,
    ) -> Option<Path> {
        let n = self.n_entities();
        let ends_free = !options.avoid.contains(&from) && !options.avoid.contains(&to);
        if from.index() >= n || to.index() >= n || !ends_free {
            return None;
        }
        let ground = Ground::new(self, options);
        let chain = if options.via.is_empty() {
            self.chain(&ground, from.0, to.0)?
        } else {
            self.chain_via(&ground, from.0, to.0)?
        };
        let within = options.max_hops.is_none_or(|m| chain.len() as u32 - 1 <= m);
        within.then(|| self.with_events(&chain, options))
    }

    fn chain(&self, ground: &Ground<'_>, from: u32, to: u32) -> Option<Vec<u32>> {
        if from == to {
            return Some(vec![from]);
        }
        if ground.open && self.pair_of(from, to).is_some() {
            return Some(vec![from, to]);
        }
        let n = self.n_entities();
        self.pool.with(n, |ahead| {
            self.pool
                .with(n, |behind| meet(ground, from, to, ahead, behind))
        })
    }

    fn chain_via(&self, ground: &Ground<'_>, from: u32, to: u32) -> Option<Vec<u32>> {
        let mut best: Option<Vec<u32>> = None;
        let mut stops: Vec<u32> = ground.options.via.iter().map(|v| v.0).take(5).collect();
        stops.sort_unstable();
        stops.dedup();
        permutations(&mut stops.clone(), 0, &mut |order| {
            let mut chain = vec![from];
            for &stop in order.iter().chain([&to]) {
                let at = *chain.last()?;
                chain.extend(self.chain(ground, at, stop)?.into_iter().skip(1));
            }
            let better = best
                .as_ref()
                .is_none_or(|b| (chain.len(), &chain) < (b.len(), b));
            if better {
                best = Some(chain);
            }
            Some(())
        });
        best
    }

    /// Dresses a chain of entities with the events of its hops. O(hops · log n) for a window.
    fn with_events(&self, chain: &[u32], options: &PathOptions) -> Path {
        let step = |pair: &[u32]| {
            let (from, to) = (*pair.first()?, *pair.last()?);
            let row = self.t.index.pair.row(self.pair_of(from, to)?);
            let (n_events, event, _) = self.tally(row, &options.filter)?;
            Some(Step {
                from: EntityId(from),
                to: EntityId(to),
                event,
                n_events,
            })
        };
        Path {
            steps: chain.windows(2).filter_map(step).collect(),
        }
    }

    /// Lists all shortest paths, at most `limit`, in the order of handles along the way.
    /// Complexity: O(partners within the distance) for the layers, then O(hops) a path.
    pub fn all_shortest_paths(
        &self,
        from: EntityId,
        to: EntityId,
        options: &PathOptions,
        limit: usize,
        budget: Budget<'_>,
    ) -> Bounded<Path> {
        self.enumerate(from, to, options, limit, budget, true)
    }

    /// Lists the `k` shortest simple paths, shorter first, then by handles; at most `max_hops` (6 by default) long.
    /// Complexity: output-sensitive in practice: branches that cannot reach the goal in the hops left are cut by a distance table, which costs
    /// O(partners within `max_hops`); the worst case is exponential in hops, hence the budget.
    pub fn k_shortest_paths(
        &self,
        from: EntityId,
        to: EntityId,
        options: &PathOptions,
        k: usize,
        budget: Budget<'_>,
    ) -> Bounded<Path> {
        self.enumerate(from, to, options, k, budget, false)
    }

    fn enumerate(
        &self,
        from: EntityId,
        to: EntityId,
        options: &PathOptions,
        limit: usize,
        budget: Budget<'_>,
        shortest_only: bool,
    ) -> Bounded<Path> {
        let n = self.n_entities();
        let blocked = options.avoid.contains(&from) || options.avoid.contains(&to);
        if from.index() >= n || to.index() >= n || limit == 0 || blocked {
            return Bounded::default();
        }
        let ground = Ground::new(self, options);
        let hops = options
            .max_hops
            .unwrap_or(DEFAULT_HOPS.max(if shortest_only { n as u32 } else { 0 }));
        let distances = distances(
            &ground,
            to.0,
            from.0,
            if shortest_only { None } else { Some(hops) },
        );
        let nearest = distances.get(from.index()).copied().unwrap_or(FAR);
        let mut search = Search {
            ground: &ground,
            distances,
            goal: to.0,
            limit,
            budget,
            steps: 0,
            on_path: vec![from.0],
            found: Vec::new(),
            truncated: false,
        };
        let last = if shortest_only {
            nearest.min(hops)
        } else {
            hops
        };
        if nearest <= hops {
            for length in nearest..=last {
                if !search.extend(from.0, length) {
                    break;
                }
            }
        }
        Bounded {
            items: search
                .found
                .iter()
                .take_while(|_| !search.budget.cancelled())
                .map(|c| self.with_events(c, options))
                .collect(),
            truncated: search.truncated,
        }
    }
}

/// Depth-first enumeration of simple paths of one exact length, cut by distance to the goal.
impl Budget<'_> {
    /// Tells whether the caller has broken the search off.
    fn cancelled(&self) -> bool {
        self.cancel.is_some_and(|c| c.load(Ordering::Relaxed))
    }
}

struct Search<'a> {
    ground: &'a Ground<'a>,
    distances: Vec<u32>,
    goal: u32,
    limit: usize,
    budget: Budget<'a>,
    steps: u64,
    on_path: Vec<u32>,
    found: Vec<Vec<u32>>,
    truncated: bool,
}

impl Search<'_> {
    /// Extends the path by exactly `left` hops; tells whether to go on.
    fn extend(&mut self, at: u32, left: u32) -> bool {
        if left == 0 {
            return at != self.goal || self.record();
        }
        if !self.spend() {
            return false;
        }
        let mut next = Vec::new();
        self.ground.each(at, |partner| {
            let near = self
                .distances
                .get(partner as usize)
                .is_some_and(|d| *d < left);
            if near && (left == 1 || partner != self.goal) && !self.on_path.contains(&partner) {
                next.push(partner);
            }
            true
        });
        for partner in next {
            self.on_path.push(partner);
            let go_on = self.extend(partner, left - 1);
            self.on_path.pop();
            if !go_on {
                return false;
            }
        }
        true
    }

    fn record(&mut self) -> bool {
        let via = &self.ground.options.via;
        if !via.iter().all(|v| self.on_path.contains(&v.0)) {
            return true;
        }
        if self.found.len() == self.limit {
            self.truncated = true;
            return false;
        }
        self.found.push(self.on_path.clone());
        true
    }

    fn spend(&mut self) -> bool {
        self.steps += 1;
        let stop = self.steps.is_multiple_of(1024) && self.budget.cancelled();
        if stop || self.steps > self.budget.max_steps {
            self.truncated = true;
            return false;
        }
        true
    }
}

/// Distance of every entity to the goal, by breadth-first search; ends behind the layer of `start` (no `most`) or at `most` hops.
fn distances(ground: &Ground<'_>, goal: u32, start: u32, most: Option<u32>) -> Vec<u32> {
    let mut distance = vec![FAR; ground.graph.n_entities()];
    distance[goal as usize] = 0;
    let (mut layer, mut hop) = (vec![goal], 0);
    while !layer.is_empty()
        && most.is_none_or(|m| hop < m)
        && (most.is_some() || distance[start as usize] == FAR)
    {
        hop += 1;
        let mut next = Vec::new();
        for at in layer {
            ground.each(at, |partner| {
                if distance[partner as usize] == FAR {
                    distance[partner as usize] = hop;
                    next.push(partner);
                }
                true
            });
        }
        layer = next;
    }
    distance
}

/// Bidirectional search, layer by layer from the side with fewer partners to look at; the meeting point with the least total distance wins.
fn meet(
    ground: &Ground<'_>,
    from: u32,
    to: u32,
    ahead: &mut Scratch,
    behind: &mut Scratch,
) -> Option<Vec<u32>> {
    ahead.set(from, from);
    behind.set(to, to);
    let (mut front, mut back) = (vec![from], vec![to]);
    let cost = |layer: &[u32]| -> usize { layer.iter().map(|e| ground.degree(*e)).sum() };
    let (mut front_cost, mut back_cost) = (cost(&front), cost(&back));
    while !front.is_empty() && !back.is_empty() {
        let forward = front_cost <= back_cost;
        let met = if forward {
            grow(ground, &mut front, ahead, behind)
        } else {
            grow(ground, &mut back, behind, ahead)
        };
        if let Some(middle) = met {
            return Some(join(middle, from, to, ahead, behind));
        }
        if forward {
            front_cost = cost(&front);
        } else {
            back_cost = cost(&back);
        }
    }
    None
}

/// Grows one side by a layer; returns an entity that the other side has reached.
fn grow(
    ground: &Ground<'_>,
    layer: &mut Vec<u32>,
    mine: &mut Scratch,
    other: &Scratch,
) -> Option<u32> {
    let (mut next, mut met) = (Vec::new(), None);
    for &at in layer.iter() {
        ground.each(at, |partner| {
            if mine.get(partner).is_none() {
                mine.set(partner, at);
                if other.get(partner).is_some() {
                    met = Some(partner);
                    return false;
                }
                next.push(partner);
            }
            true
        });
        if met.is_some() {
            return met;
        }
    }
    *layer = next;
    None
}

fn join(middle: u32, from: u32, to: u32, ahead: &Scratch, behind: &Scratch) -> Vec<u32> {
    let walk = |side: &Scratch, end: u32| {
        let mut chain = Vec::new();
        let mut at = middle;
        while at != end {
            let Some(previous) = side.get(at) else { break };
            chain.push(previous);
            at = previous;
        }
        chain
    };
    let mut chain = walk(ahead, from);
    chain.reverse();
    chain.push(middle);
    chain.extend(walk(behind, to));
    chain
}

fn permutations(items: &mut Vec<u32>, fixed: usize, visit: &mut impl FnMut(&[u32]) -> Option<()>) {
    if fixed == items.len() {
        visit(items);
        return;
    }
    for i in fixed..items.len() {
        items.swap(fixed, i);
        permutations(items, fixed + 1, visit);
        items.swap(fixed, i);
    }
}
