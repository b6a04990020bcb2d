//! Who meets whom: partners of an entity with counts, neighbourhoods to a depth, common partners.
//!
//! In: handles and a filter. Out: [`Neighbor`]s in a fixed order. Invariant: an entity is no partner of itself.

use super::Graph;
use super::schema::{EntityId, EventId, Filter, Neighbor};

impl Graph {
    /// Lists the partners of an entity with the number of events shared, most first, then by handle. O(partners) without a filter; with one, the
    /// cheaper of O(partners · log n) and O(events of the entity in the window).
    pub fn partners(&self, entity: EntityId, filter: &Filter) -> Vec<Neighbor> {
        let mut found = Vec::new();
        self.each_partner(entity.0, filter, |partner, (n_events, first, last)| {
            found.push(Neighbor {
                entity: EntityId(partner),
                depth: 1,
                via: entity,
                n_events,
                first,
                last,
            });
        });
        found.sort_unstable_by_key(|n| (std::cmp::Reverse(n.n_events), n.entity));
        found
    }

    /// Lists everyone within `depth` hops, by depth, then most events shared with the entity they were reached from, then handle; each once, through
    /// the first of those that reach it. O(partners of everyone within depth − 1).
    pub fn neighbors(&self, entity: EntityId, depth: u32, filter: &Filter) -> Vec<Neighbor> {
        let mut found: Vec<Neighbor> = Vec::new();
        let mut layer = vec![entity];
        self.pool.with(self.n_entities(), |seen| {
            if entity.index() >= self.n_entities() {
                return;
            }
            seen.set(entity.0, 0);
            for hop in 1..=depth {
                let start = found.len();
                for from in &layer {
                    for partner in self.partners(*from, filter) {
                        if seen.set(partner.entity.0, hop) {
                            found.push(Neighbor {
                                depth: hop,
                                ..partner
                            });
                        }
                    }
                }
                let Some(fresh) = found.get_mut(start..).filter(|f| !f.is_empty()) else {
                    break;
                };
                fresh.sort_unstable_by_key(|n| (std::cmp::Reverse(n.n_events), n.entity));
                layer = fresh.iter().map(|n| n.entity).collect();
            }
        });
        found
    }

    /// Counts the distinct entities within `depth` hops, the entity itself left out. O(partners of everyone within depth − 1).
    pub fn n_within(&self, entity: EntityId, depth: u32, filter: &Filter) -> usize {
        let n = self.n_entities();
        if entity.index() >= n || depth == 0 {
            return 0;
        }
        let all = filter.window.is_all() && filter.is_window_only();
        self.pool.with(n, |scratch| {
            let (bits, queue) = scratch.bits(n);
            set_bit(bits, entity.0);
            queue.push(entity.0);
            let mut start = 0;
            for hop in 1..=depth {
                let end = queue.len();
                for at in start..end {
                    let from = queue[at];
                    // Nobody goes on from the last layer: its bits are set without a look, which spares the branch that no processor foretells.
                    let mut visit = |partner: u32| {
                        if set_bit(bits, partner) && hop < depth {
                            queue.push(partner);
                        }
                    };
                    match (all, hop == depth) {
                        (true, true) => {
                            let partners = self.t.index.neighbor.row(from as usize);
                            for partner in partners {
                                set_bit(bits, *partner);
                            }
                        }
                        (true, false) => {
                            let partners = self.t.index.neighbor.row(from as usize);
                            partners.iter().for_each(|p| visit(*p));
                        }
                        (false, _) => self.each_partner(from, filter, |p, _| visit(p)),
                    }
                }
                start = end;
            }
            let count: u32 = bits.iter().map(|word| word.count_ones()).sum();
            count as usize - 1
        })
    }

    /// Lists the entities that share events with every one of `entities`, with the events shared with each; most events with the least-connected side
    /// first, then handle. O(partners of the entities).
    pub fn common(&self, entities: &[EntityId], filter: &Filter) -> Vec<(EntityId, Vec<u32>)> {
        let lists: Vec<Vec<Neighbor>> = entities
            .iter()
            .map(|e| {
                let mut list = self.partners(*e, filter);
                list.sort_unstable_by_key(|n| n.entity);
                list
            })
            .collect();
        let Some((head, rest)) = lists.split_first() else {
            return Vec::new();
        };
        let count = |list: &Vec<Neighbor>, entity: EntityId| {
            list.binary_search_by_key(&entity, |n| n.entity)
                .ok()
                .and_then(|i| list.get(i))
                .map(|n| n.n_events)
        };
        let mut found: Vec<(EntityId, Vec<u32>)> = head
            .iter()
            .filter_map(|n| {
                let others: Option<Vec<u32>> = rest.iter().map(|l| count(l, n.entity)).collect();
                Some((
                    n.entity,
                    std::iter::once(n.n_events).chain(others?).collect(),
                ))
            })
            .filter(|f: &(EntityId, Vec<u32>)| !entities.contains(&f.0))
            .collect();
        found.sort_by_key(|f| (std::cmp::Reverse(f.1.iter().min().copied()), f.0));
        found
    }

    /// Calls `visit` with each partner that shares an event under the filter, and the count, first and last of those events; partners ascend.
    pub(crate) fn each_partner(
        &self,
        entity: u32,
        filter: &Filter,
        mut visit: impl FnMut(u32, (u32, EventId, EventId)),
    ) {
        let lists = &self.t.index.neighbor;
        let range = lists.range(entity as usize);
        let pairs = self.t.index.neighbor_pair.get(range).unwrap_or(&[]);
        let (narrow, wide) = self
            .t
            .events
            .candidates(self.t.index.actor.row(entity as usize), filter.window);
        if wide.is_empty() && narrow.len() < pairs.len() * 2 && !self.has_wide() {
            return self.each_partner_by_event(entity, narrow, filter, visit);
        }
        for (partner, pair) in lists.row(entity as usize).iter().zip(pairs) {
            if let Some(tally) = self.tally(self.t.index.pair.row(*pair as usize), filter) {
                visit(*partner, tally);
            }
        }
    }

    /// The same through the events of the entity: better where the window is short.
    fn each_partner_by_event(
        &self,
        entity: u32,
        events: &[u32],
        filter: &Filter,
        mut visit: impl FnMut(u32, (u32, EventId, EventId)),
    ) {
        let mut shared: Vec<(u32, u32)> = Vec::with_capacity(events.len());
        let exact = filter.is_window_only() && self.window_is_exact(filter.window);
        for &event in events.iter().filter(|e| exact || self.admits(**e, filter)) {
            shared.extend(
                self.t
                    .events
                    .parties(event)
                    .filter(|p| *p != entity)
                    .map(|p| (p, event)),
            );
        }
        shared.sort_unstable();
        shared.dedup();
        for group in shared.chunk_by(|a, b| a.0 == b.0) {
            if let (Some(first), Some(last)) = (group.first(), group.last()) {
                visit(
                    first.0,
                    (group.len() as u32, EventId(first.1), EventId(last.1)),
                );
            }
        }
    }
}

/// Sets a bit; tells whether it was new.
#[inline]
fn set_bit(bits: &mut [u64], row: u32) -> bool {
    let (word, bit) = (&mut bits[row as usize / 64], 1 << (row % 64));
    let fresh = *word & bit == 0;
    *word |= bit;
    fresh
}
