//! Derives every index from the store: actor, place, reporter, pair, partners, kind, articles.
//!
//! In: the store and the event columns that order events. Out: [`Indexes`]. Invariants: lists of events ascend (so they are ordered by time);
//! partners ascend; the pair of two entities is one row, whichever comes first. O(edges + Σ over events of parties²).

use super::column::Csr;
use super::schema::Role;
use super::store::Store;
use super::tables::{EventTable, Flags, Indexes, NONE, UNDATED};
use rayon::prelude::*;

/// Builds all indexes.
pub(crate) fn derive(
    store: &Store,
    events: &EventTable,
    n_kinds: usize,
    n_articles: usize,
) -> Indexes {
    let n = store.n_entities();
    let of_role = |wanted: fn(Role) -> bool| {
        Csr::collect(n, || {
            store
                .roles()
                .filter(move |r| wanted(r.2))
                .map(|r| (r.1, r.0))
        })
    };
    let actor = distinct(of_role(Role::takes_part), n);
    let (pair, neighbor, neighbor_pair) = pairs(&actor, events, n);
    let report = Csr::collect(store.n_events(), || store.reports());
    let article = Csr::collect(n_articles, || store.reports().map(|(e, a)| (a, e)));
    Indexes {
        place: of_role(|r| r == Role::Place),
        reporter: distinct(of_role(|r| r == Role::Reporter), n),
        kind: Csr::collect(n_kinds, || events.kind.iter().copied().zip(0..)),
        report,
        article: distinct(article, n_articles),
        actor,
        pair,
        neighbor,
        neighbor_pair: neighbor_pair.into(),
    }
}

/// Drops repeats inside rows; leaves lists without repeats alone.
fn distinct(lists: Csr, rows: usize) -> Csr {
    let repeats = (0..rows).any(|r| lists.row(r).is_sorted_by(|a, b| a < b).eq(&false));
    if !repeats {
        return lists;
    }
    let lists = &lists;
    Csr::collect(rows, || {
        (0..rows).flat_map(move |r| {
            let list = lists.row(r);
            let mut kept = list.to_vec();
            kept.sort_unstable();
            kept.dedup();
            kept.into_iter().map(move |e| (r as u32, e))
        })
    })
}

/// Lists, for each entity, its later partners with the shared events, then lays pairs and partners flat.
fn pairs(actor: &Csr, events: &EventTable, n: usize) -> (Csr, Csr, Vec<u32>) {
    let partners = |a: u32| -> Vec<(u32, u32)> {
        let mut found: Vec<(u32, u32)> = Vec::new();
        for &event in actor.row(a as usize) {
            found.extend(events.parties(event).filter(|b| *b > a).map(|b| (b, event)));
        }
        found.sort_unstable();
        found.dedup();
        found
    };
    let by_entity: Vec<Vec<(u32, u32)>> = (0..n as u32).into_par_iter().map(partners).collect();
    let (mut ends, mut pair_events) = (vec![0_u32], Vec::new());
    let mut keys: Vec<(u32, u32)> = Vec::new();
    for (a, found) in by_entity.iter().enumerate() {
        for group in found.chunk_by(|x, y| x.0 == y.0) {
            keys.push((a as u32, group[0].0));
            pair_events.extend(group.iter().map(|g| g.1));
            ends.push(pair_events.len() as u32);
        }
    }
    drop(by_entity);
    // Keys ascend by both ends, so each entity meets its smaller partners first, in order, then its larger ones.
    let joined = || {
        let smaller = keys.iter().zip(0_u32..).map(|(k, p)| (k.1, p));
        smaller.chain(keys.iter().zip(0_u32..).map(|(k, p)| (k.0, p)))
    };
    let by_pair = Csr::collect(n, joined);
    let mut partners_of = Vec::with_capacity(by_pair.items.len());
    for x in 0..n {
        partners_of.extend(by_pair.row(x).iter().map(|p| {
            let (a, b) = keys.get(*p as usize).copied().unwrap_or_default();
            if a as usize == x { b } else { a }
        }));
    }
    let neighbor = Csr {
        offsets: by_pair.offsets.clone(),
        items: partners_of.into(),
    };
    let pair = Csr {
        offsets: ends.into(),
        items: pair_events.into(),
    };
    (pair, neighbor, by_pair.items.to_vec())
}

/// Finds the events that mirror an earlier one: same kind, same single day, one agent and one recipient, swapped. As many are marked as find
/// a partner. Input: the pair lists. O(events · log events of a pair and day).
pub(crate) fn mirrored(pair: &Csr, events: &EventTable) -> Vec<u32> {
    let n_pairs = pair.offsets.len().saturating_sub(1);
    let mut marked = Vec::new();
    let mut group: Vec<(u32, u32)> = Vec::new();
    for p in 0..n_pairs {
        for same_day in pair
            .row(p)
            .chunk_by(|a, b| events.span(*a as usize) == events.span(*b as usize))
        {
            let (lo, hi) = events.span(same_day[0] as usize);
            if same_day.len() < 2 || lo != hi || lo == UNDATED {
                continue;
            }
            group.clear();
            group.extend(
                same_day
                    .iter()
                    .filter(|e| is_plain(events, **e))
                    .map(|e| (events.kind[*e as usize], *e)),
            );
            group.sort_unstable();
            for same_kind in group.chunk_by(|a, b| a.0 == b.0) {
                let head = events.first[same_kind[0].1 as usize];
                let (forth, back): (Vec<u32>, Vec<u32>) = same_kind
                    .iter()
                    .map(|g| g.1)
                    .partition(|e| events.first[*e as usize] == head);
                marked.extend(forth.iter().zip(&back).map(|(f, b)| *f.max(b)));
            }
        }
    }
    marked.sort_unstable();
    marked
}

fn is_plain(events: &EventTable, row: u32) -> bool {
    let i = row as usize;
    !events.flags(i).has(Flags::EXTRA) && events.first[i] != NONE && events.second[i] != NONE
}
