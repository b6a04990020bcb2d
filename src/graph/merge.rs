//! The set arithmetic behind `add`, `remove` and `merge`: which records and which imported rows a new World is linked from.
//!
//! In: Worlds and article records. Out: records sorted by id, each once; imported events and the entities they name. Invariants: every function here is
//! commutative, associative and idempotent, so that a graph built from the result does not depend on the order or number of its sources.
//! Does not: link records; `resolve` does, and the caller puts both together.

use crate::base::record::ArticleRecord;
use crate::base::world::{Entity, Event, World};
use std::collections::{BTreeMap, BTreeSet};

/// Joins lists of records: sorted by id, each id once. Two records of one id that differ (extracted by different versions) yield the one whose JSON
/// text is smaller, whatever the order. O(n log n).
pub fn union_records(lists: impl IntoIterator<Item = Vec<ArticleRecord>>) -> Vec<ArticleRecord> {
    let mut kept: BTreeMap<String, ArticleRecord> = BTreeMap::new();
    for record in lists.into_iter().flatten() {
        match kept.get(&record.id) {
            Some(old) if *old == record || text(old) <= text(&record) => {}
            _ => drop(kept.insert(record.id.clone(), record)),
        }
    }
    kept.into_values().collect()
}

fn text(record: &ArticleRecord) -> String {
    serde_json::to_string(record).unwrap_or_default()
}

/// Leaves out the article with an id, or with an id that begins so if that is unambiguous; tells whether there was one.
pub fn remove_record(records: &mut Vec<ArticleRecord>, id: &str) -> bool {
    let exact = records.iter().position(|r| r.id == id);
    let mut begins =
        (0..records.len()).filter(|i| !id.is_empty() && records[*i].id.starts_with(id));
    let only = match (begins.next(), begins.next()) {
        (Some(i), None) => Some(i),
        _ => None,
    };
    let found = exact.or(only);
    found.is_some_and(|i| {
        records.remove(i);
        true
    })
}

/// Takes the imported part out of a World: events without reports, with the entities they name. O(n log n).
pub fn imported_part(world: &World) -> World {
    let events: Vec<Event> = world
        .events
        .iter()
        .filter(|e| e.reports.is_empty())
        .cloned()
        .collect();
    let named: BTreeSet<&str> = events
        .iter()
        .flat_map(|e| {
            e.actors
                .iter()
                .chain(&e.recipients)
                .chain(&e.mediator)
                .chain(&e.location)
        })
        .map(String::as_str)
        .collect();
    let entities = world
        .entities
        .iter()
        .filter(|e| named.contains(e.id.as_str()));
    let bare = |e: &Entity| Entity {
        members: Vec::new(),
        reasons: Vec::new(),
        ..e.clone()
    };
    World {
        entities: entities.map(bare).collect(),
        events,
        ..World::default()
    }
}

/// Puts Worlds together that share ids: entities of one id become one with all spellings and members, events of one id one. Of two values for one field
/// the smaller stays, so the order does not matter. O(n log n).
pub fn union_worlds(worlds: impl IntoIterator<Item = World>) -> World {
    let mut entities: BTreeMap<String, Entity> = BTreeMap::new();
    let mut events: BTreeMap<String, Event> = BTreeMap::new();
    let mut relations = Vec::new();
    let mut articles = Vec::new();
    for world in worlds {
        for entity in world.entities {
            match entities.entry(entity.id.clone()) {
                std::collections::btree_map::Entry::Vacant(slot) => drop(slot.insert(entity)),
                std::collections::btree_map::Entry::Occupied(mut slot) => {
                    join(slot.get_mut(), entity);
                }
            }
        }
        for event in world.events {
            let better = |old: &Event| {
                (old.reports.len(), order_text(&event)) > (event.reports.len(), order_text(old))
            };
            if events.get(&event.id).is_none_or(|old| !better(old)) {
                events.insert(event.id.clone(), event);
            }
        }
        relations.extend(world.relations);
        articles.push(world.articles);
    }
    relations.sort_by_cached_key(|r| serde_json::to_string(r).unwrap_or_default());
    relations.dedup();
    let mut events: Vec<Event> = events.into_values().collect();
    events.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
    World {
        entities: entities.into_values().collect(),
        events,
        relations,
        articles: union_records(articles),
    }
}

fn order_text(event: &Event) -> String {
    serde_json::to_string(event).unwrap_or_default()
}

fn join(old: &mut Entity, new: Entity) {
    // The record with more members was linked from more text: its name and class stand; ties go by name.
    let key = |e: &Entity| (std::cmp::Reverse(e.members.len()), e.name.clone(), e.class);
    if key(&new) < key(old) {
        (old.name, old.class) = (new.name, new.class);
    }
    let least = |a: Option<String>, b: Option<String>| match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    old.country = least(old.country.take(), new.country);
    old.sector = least(old.sector.take(), new.sector);
    old.external = least(old.external.take(), new.external);
    merge_sorted(&mut old.aliases, new.aliases);
    merge_sorted(&mut old.members, new.members);
    merge_sorted(&mut old.reasons, new.reasons);
}

fn merge_sorted<T: Ord>(old: &mut Vec<T>, new: Vec<T>) {
    old.extend(new);
    old.sort();
    old.dedup();
}
