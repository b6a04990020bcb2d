//! The set arithmetic behind `add`, `remove` and `merge`: which records and which imported rows a new World is linked from.
//!
//! In: Worlds and article records. Out: records sorted by id, each once; imported events and the entities they name. Invariants: every function here is
//! commutative, associative and idempotent, so that a graph built from the result does not depend on the order or number of its sources.
//! Does not: link records; `resolve` does, and the caller puts both together.

use crate::base::record::ArticleRecord;
use crate::base::world::{Covered, Entity, Event, World};
use std::collections::{BTreeMap, BTreeSet};

/// Joins lists of records: sorted by id, each id once. Of two records of one id the one of the file that comes first stays, then the one whose JSON
/// text is smaller (they come from different versions), whatever the order. O(n log n).
pub fn union_records(lists: impl IntoIterator<Item = Vec<ArticleRecord>>) -> Vec<ArticleRecord> {
    let mut kept: BTreeMap<String, ArticleRecord> = BTreeMap::new();
    for record in lists.into_iter().flatten() {
        match kept.get(&record.id) {
            Some(old) if *old == record || rank(old) <= rank(&record) => {}
            _ => drop(kept.insert(record.id.clone(), record)),
        }
    }
    kept.into_values().collect()
}

fn rank(record: &ArticleRecord) -> (&str, u32, String) {
    let text = serde_json::to_string(record).unwrap_or_default();
    (&record.file, record.order, text)
}

/// Takes the imported part out of a World: events without reports, with the entities they name, as the tables gave them. O(n log n).
pub fn imported_part(world: &World) -> World {
    let own = world.events.iter().filter(|e| e.reports.is_empty());
    let mut events: Vec<Event> = own.chain(&world.covered.events).cloned().collect();
    events.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
    let named: BTreeSet<&str> = events.iter().flat_map(names).collect();
    let mut entities: BTreeMap<&str, &Entity> = BTreeMap::new();
    for entity in world.covered.entities.iter().chain(&world.entities) {
        if named.contains(entity.id.as_str()) {
            entities.entry(&entity.id).or_insert(entity);
        }
    }
    let entities = entities.into_values().cloned().collect();
    World {
        entities,
        events,
        ..World::default()
    }
}

fn names(event: &Event) -> impl Iterator<Item = &str> {
    let parties = event.actors.iter().chain(&event.recipients);
    let others = event.mediator.iter().chain(&event.location);
    parties.chain(others).map(String::as_str)
}

/// Puts what articles say beside what imported tables say. Where both speak of one entity or event, what the tables said is kept as well
/// ([`Covered`]), so that [`imported_part`] gives `imported` back. O(n log n).
pub fn beside(imported: World, linked: World) -> World {
    let mut covered = Covered::default();
    let entities: BTreeSet<&str> = linked.entities.iter().map(|e| e.id.as_str()).collect();
    let events: BTreeSet<&str> = linked.events.iter().map(|e| e.id.as_str()).collect();
    let both = imported.entities.iter();
    covered.entities = both
        .filter(|e| entities.contains(e.id.as_str()))
        .cloned()
        .collect();
    let both = imported.events.iter();
    covered.events = both
        .filter(|e| events.contains(e.id.as_str()))
        .cloned()
        .collect();
    World {
        covered,
        ..union_worlds([imported, linked])
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
        ..World::default()
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
