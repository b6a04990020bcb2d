//! Records of many articles -> the [`World`]: one node an actor, one node an event, every report kept.
//!
//! In: article records in any order, the lexicon, judgements. Out: the world, and the pairs a person should judge. Invariants: the same records give
//! the same world, whatever their order; an article read twice counts once; ids come from content.

use super::fold::{Told, across_articles};
use super::forms;
use super::judgement::Judgements;
use super::known;
use super::link::{Candidate, Group, Member, link};
use crate::base::analysis::EntityClass;
use crate::base::date::Interval;
use crate::base::id::slug;
use crate::base::record::{ArticleRecord, EntityRecord};
use crate::base::world::{Entity, Relation, World};
use crate::lexicon::Lexicon;
use std::collections::{BTreeMap, BTreeSet};

/// Links and folds records; see [`world_with_candidates`].
pub fn world(records: Vec<ArticleRecord>, lexicon: &Lexicon, judgements: &Judgements) -> World {
    world_with_candidates(records, lexicon, judgements).0
}

/// Links entities across articles and folds events.
///
/// Input: records, any order; of two with one id the first in content order stays. Output: the world and the uncertain pairs of names, best first.
pub fn world_with_candidates(
    mut records: Vec<ArticleRecord>,
    lexicon: &Lexicon,
    judgements: &Judgements,
) -> (World, Vec<Candidate>) {
    records.sort_by(|a, b| (&a.id, &a.file, a.order).cmp(&(&b.id, &b.file, b.order)));
    records.dedup_by(|later, first| later.id == first.id);
    let members = members(&records);
    let linking = link(&members, lexicon.names(), judgements);
    let (entities, ids) = entities(&linking.groups, &members, lexicon);
    let world_id = |article: &str, local: &str| ids.get(&(article, local)).cloned();
    let events = across_articles(told(&records, &world_id), &lexicon.ontology);
    let relations = relations(&records, &world_id);
    drop(ids);
    (
        World {
            entities,
            events,
            relations,
            articles: records,
            ..World::default()
        },
        linking.candidates,
    )
}

fn members(records: &[ArticleRecord]) -> Vec<Member<'_>> {
    let mut out = Vec::new();
    for record in records {
        let name = |id: &str| {
            record
                .entities
                .iter()
                .find(|e| e.id == id)
                .map(|e| e.name.clone())
        };
        for entity in &record.entities {
            let held = record.relations.iter().filter(|r| r.subject == entity.id);
            let roles = held
                .filter_map(|r| Some((r.predicate.clone(), name(&r.object)?)))
                .collect();
            out.push(Member {
                article: &record.id,
                entity,
                roles,
            });
        }
    }
    out
}

type Ids<'a> = BTreeMap<(&'a str, &'a str), String>;

/// Names the groups and gives them ids that do not depend on order.
fn entities<'a>(
    groups: &[Group],
    members: &[Member<'a>],
    lexicon: &Lexicon,
) -> (Vec<Entity>, Ids<'a>) {
    let mut named: Vec<(Entity, &Group)> = groups
        .iter()
        .filter_map(|g| Some((entity(g, members, lexicon)?, g)))
        .collect();
    let content = |e: &Entity| {
        (
            e.external.is_none(),
            std::cmp::Reverse(e.members.len()),
            e.class,
            e.country.clone(),
            e.members.first().cloned(),
        )
    };
    named.sort_by(|a, b| (&a.0.id, content(&a.0)).cmp(&(&b.0.id, content(&b.0))));
    let mut taken = BTreeSet::new();
    let mut ids = BTreeMap::new();
    for (entity, group) in &mut named {
        let base = entity.id.clone();
        let country = entity
            .country
            .clone()
            .map(|c| format!("{base}_{}", c.to_lowercase()));
        let classed = format!("{base}_{}", entity.class.name().to_lowercase());
        let numbered = (2..).map(|n| format!("{classed}_{n}"));
        let mut names = [Some(base), Some(classed.clone()), country]
            .into_iter()
            .flatten()
            .chain(numbered);
        entity.id = names.find(|id| !taken.contains(id)).unwrap_or_default();
        taken.insert(entity.id.clone());
        for member in group.members.iter().filter_map(|m| members.get(*m)) {
            ids.insert(
                (member.article, member.entity.id.as_str()),
                entity.id.clone(),
            );
        }
    }
    let mut entities: Vec<Entity> = named.into_iter().map(|n| n.0).collect();
    entities.sort_by(|a, b| a.id.cmp(&b.id));
    (entities, ids)
}

fn entity(group: &Group, members: &[Member<'_>], lexicon: &Lexicon) -> Option<Entity> {
    let records: Vec<&EntityRecord> = group
        .members
        .iter()
        .filter_map(|m| Some(members.get(*m)?.entity))
        .collect();
    let best = best(&records, lexicon)?;
    let known = known::entry(lexicon, &slug(&best.name))
        .filter(|k| k.name == best.name && k.class == best.class);
    let mut aliases: BTreeSet<String> = BTreeSet::new();
    for record in &records {
        aliases.insert(record.name.clone());
        aliases.extend(
            record
                .mentions
                .iter()
                .map(|m| forms::without_possessive(m).to_owned()),
        );
    }
    aliases.extend(known.into_iter().flat_map(|k| k.names));
    let pick = |f: fn(&EntityRecord) -> &Option<String>| {
        let own = f(best).clone();
        own.or_else(|| most_frequent(records.iter().filter_map(|r| f(r).clone())))
    };
    let mut places: Vec<(String, String)> = group
        .members
        .iter()
        .filter_map(|m| members.get(*m))
        .map(|m| (m.article.to_owned(), m.entity.id.clone()))
        .collect();
    places.sort();
    Some(Entity {
        id: slug(&best.name),
        class: best.class,
        name: best.name.clone(),
        country: pick(|r| &r.country),
        sector: pick(|r| &r.sector),
        external: pick(|r| &r.external),
        aliases: aliases.into_iter().collect(),
        members: places,
        reasons: group.reasons.clone(),
    })
}

/// The member with the best name: known to the gazetteer, then most words, then most often, then first in the alphabet.
fn best<'a>(records: &[&'a EntityRecord], lexicon: &Lexicon) -> Option<&'a EntityRecord> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for record in records {
        *counts.entry(record.name.as_str()).or_default() += 1;
    }
    let is_known = |r: &EntityRecord| {
        r.external.is_some()
            || known::entry(lexicon, &slug(&r.name)).is_some_and(|k| k.name == r.name)
    };
    let words = |r: &EntityRecord| {
        if r.class == EntityClass::Person {
            r.name
                .split_whitespace()
                .filter(|w| w.chars().count() > 2)
                .count()
        } else {
            0
        }
    };
    records.iter().copied().max_by(|a, b| {
        let rank = |r: &EntityRecord| (is_known(r), words(r), counts.get(r.name.as_str()).copied());
        rank(a).cmp(&rank(b)).then_with(|| b.name.cmp(&a.name))
    })
}

fn most_frequent(values: impl Iterator<Item = String>) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|(_, n)| *n == most).map(|(v, _)| v)
}

/// Event records with world ids; those that lose all participants are left out.
fn told(records: &[ArticleRecord], world_id: &impl Fn(&str, &str) -> Option<String>) -> Vec<Told> {
    let mut out = Vec::new();
    for record in records {
        let published = record
            .published
            .as_deref()
            .and_then(|p| Interval::parse_edtf(p).ok())
            .and_then(|i| i.hi.filter(|h| Some(*h) == i.lo));
        for event in &record.events {
            let mut event = event.clone();
            let all = |list: &[String]| {
                list.iter()
                    .filter_map(|l| world_id(&record.id, l))
                    .collect::<Vec<_>>()
            };
            event.actors = all(&event.actors);
            event.recipients = all(&event.recipients);
            for slot in [
                &mut event.mediator,
                &mut event.location,
                &mut event.reporter,
            ] {
                *slot = slot.as_deref().and_then(|l| world_id(&record.id, l));
            }
            if event.actors.is_empty() && event.recipients.is_empty() {
                continue;
            }
            out.push(Told {
                article: record.id.clone(),
                published,
                record: event,
            });
        }
    }
    out
}

/// Relations by subject, predicate and object; earliest start, latest end, all evidence.
fn relations(
    records: &[ArticleRecord],
    world_id: &impl Fn(&str, &str) -> Option<String>,
) -> Vec<Relation> {
    let mut by_key: BTreeMap<(String, String, String), Relation> = BTreeMap::new();
    for record in records {
        for relation in &record.relations {
            let (Some(subject), Some(object)) = (
                world_id(&record.id, &relation.subject),
                world_id(&record.id, &relation.object),
            ) else {
                continue;
            };
            let key = (subject.clone(), relation.predicate.clone(), object.clone());
            let entry = by_key.entry(key).or_insert_with(|| Relation {
                subject,
                predicate: relation.predicate.clone(),
                object,
                start: None,
                end: None,
                evidence: Vec::new(),
            });
            if let Some(start) = &relation.start
                && entry.start.as_ref().is_none_or(|s| start < s)
            {
                entry.start = Some(start.clone());
            }
            if let Some(end) = &relation.end
                && entry.end.as_ref().is_none_or(|e| end > e)
            {
                entry.end = Some(end.clone());
            }
            entry
                .evidence
                .push((record.id.clone(), relation.quote.clone(), relation.span));
        }
    }
    let mut out: Vec<Relation> = by_key.into_values().collect();
    for relation in &mut out {
        relation
            .evidence
            .sort_by(|a, b| (&a.0, a.2).cmp(&(&b.0, b.2)));
        relation.evidence.dedup();
    }
    out
}
