//! From a World to a graph and back.
//!
//! In: linked and folded records. Out: a graph; or the same World again. Invariant: `Graph::from_world(w).world()` equals `w` for every World whose
//! lists are sorted as its own invariants say. Does not: link or fold.

use super::Graph;
use super::assemble::{ArticleRow, Draft, EntityRow, EventRow, split_parts};
use super::details::{EntityDetail, EventDetail};
use super::schema::{Role, date_of, day_number};
use super::tables::{Flags, Kind, NONE, UNDATED, pack_part};
use crate::base::analysis::EntityClass;
use crate::base::date::Interval;
use crate::base::record::ArticleRecord;
use crate::base::world::{Entity, Event, World};
use std::collections::{BTreeMap, BTreeSet};

impl Graph {
    /// Builds a graph from a World. Entities that events name but the list lacks are added under their id; dates that are no EDTF count as none.
    /// O(n log n) in events, entities and reports.
    pub fn from_world(world: World) -> Graph {
        Self::from_draft(Drafting::new(&world).run(world))
    }

    /// Lays out rows. O(n log n).
    pub(crate) fn from_draft(draft: Draft) -> Graph {
        let (tables, store) = draft.finish();
        Graph::assembled(tables, Some(store))
    }

    /// Gives back the World the graph was built from, events in the order of handles. O(size); opens the details.
    pub fn world(&self) -> World {
        let details = self.details();
        let id = |row: u32| self.t.entities.ids.get(row as usize).to_owned();
        World {
            entities: (0..self.t.entities.len())
                .map(|row| self.entity_record(row))
                .collect(),
            events: (0..self.t.events.len() as u32)
                .map(|row| self.event_record(row, &id))
                .collect(),
            relations: details.relations.clone(),
            articles: (0..details.articles.len())
                .filter_map(|i| details.article(i))
                .collect(),
            covered: details.covered(),
        }
    }

    fn entity_record(&self, row: usize) -> Entity {
        let table = &self.t.entities;
        let detail = self
            .details()
            .entity(row as u32)
            .cloned()
            .unwrap_or_default();
        Entity {
            id: table.ids.get(row).to_owned(),
            class: table.class(row),
            name: table.names.get(row).to_owned(),
            country: table.code(&table.country, row).map(str::to_owned),
            sector: table.code(&table.sector, row).map(str::to_owned),
            external: detail.external,
            aliases: detail.aliases,
            members: detail.members,
            reasons: detail.reasons,
        }
    }

    fn event_record(&self, row: u32, id: &impl Fn(u32) -> String) -> Event {
        let table = &self.t.events;
        let i = row as usize;
        let (flags, kind) = (table.flags(i), self.kind(row));
        let of = |wanted: Role| -> Vec<String> {
            let parts = table.parts(row).filter(|p| p.1 == wanted);
            parts.map(|p| id(p.0)).collect()
        };
        let detail = self.details().event(row).cloned().unwrap_or_default();
        let told = self.reported(row);
        let reported = (detail.reports.is_empty() && told != (table.span(i).0, table.span(i).0))
            .then(|| reporting_days(told))
            .flatten();
        Event {
            id: self.event_key(row).into_owned(),
            event_type: kind.event_type.clone(),
            mode: kind.mode.clone(),
            actors: of(Role::Agent),
            recipients: of(Role::Recipient),
            symmetric: flags.has(Flags::SYMMETRIC),
            mediator: of(Role::Mediator).into_iter().next(),
            location: of(Role::Place).into_iter().next(),
            date: table.interval(i).map(|d| d.to_edtf()),
            date_basis: flags.basis(),
            status: flags.status(),
            historical: flags.has(Flags::HISTORICAL),
            cameo: kind.cameo.clone(),
            quad: kind.quad,
            score: kind.score.map(f32::from_bits),
            confidence: table.confidence.get(i).copied().unwrap_or(1.0),
            reports: detail.reports,
            reported,
            reasons: detail.reasons,
        }
    }
}

/// Returns first and last day of reporting as EDTF; `None` if unknown.
fn reporting_days((first, last): (i32, i32)) -> Option<String> {
    let (first, last) = (date_of(first)?, date_of(last)?);
    Some(if first == last {
        first.to_string()
    } else {
        format!("{first}/{last}")
    })
}

/// Rows of ids while a draft is made.
struct Drafting {
    entities: BTreeMap<String, u32>,
    articles: BTreeMap<String, u32>,
    kinds: BTreeMap<Kind, u32>,
}

impl Drafting {
    fn new(world: &World) -> Self {
        let mut ids: BTreeSet<&str> = world.entities.iter().map(|e| e.id.as_str()).collect();
        for event in &world.events {
            ids.extend(
                event
                    .actors
                    .iter()
                    .chain(&event.recipients)
                    .map(String::as_str),
            );
            ids.extend(
                event
                    .mediator
                    .iter()
                    .chain(&event.location)
                    .map(String::as_str),
            );
            ids.extend(event.reports.iter().filter_map(|r| r.reporter.as_deref()));
        }
        for relation in &world.relations {
            ids.extend([relation.subject.as_str(), relation.object.as_str()]);
        }
        let articles: BTreeSet<&str> = world.articles.iter().map(|a| a.id.as_str()).collect();
        let rows = |set: BTreeSet<&str>| set.into_iter().map(str::to_owned).zip(0..).collect();
        Self {
            entities: rows(ids),
            articles: rows(articles),
            kinds: BTreeMap::new(),
        }
    }

    fn run(mut self, world: World) -> Draft {
        let mut draft = Draft {
            articles: self.articles(&world.articles),
            ..Draft::default()
        };
        draft.details.articles = article_texts(&world.articles);
        self.entities(world.entities, &mut draft);
        for event in world.events {
            self.event(event, &mut draft);
        }
        let row = |id: &String| self.entities.get(id).copied().unwrap_or(NONE);
        draft.relations = world
            .relations
            .iter()
            .map(|r| (row(&r.subject), row(&r.object)))
            .collect();
        draft.details.relations = world.relations;
        draft.details.set_covered(&world.covered);
        let mut kinds: Vec<(u32, Kind)> = self.kinds.into_iter().map(|(k, i)| (i, k)).collect();
        kinds.sort_unstable();
        draft.kinds = kinds.into_iter().map(|k| k.1).collect();
        draft
    }

    fn articles(&self, records: &[ArticleRecord]) -> Vec<ArticleRow> {
        let mut rows: Vec<ArticleRow> = records
            .iter()
            .map(|a| ArticleRow {
                id: a.id.clone(),
                language: a.lang.clone(),
                source: a.source.clone(),
                published: first_day(a.published.as_deref()),
            })
            .collect();
        rows.sort_by(|a, b| a.id.cmp(&b.id));
        rows.dedup_by(|a, b| a.id == b.id);
        rows
    }

    fn entities(&self, given: Vec<Entity>, draft: &mut Draft) {
        draft.entities = self
            .entities
            .keys()
            .map(|id| EntityRow {
                id: id.clone(),
                name: id.clone(),
                class: EntityClass::Group,
                country: None,
                sector: None,
            })
            .collect();
        for entity in given {
            let Some(&row) = self.entities.get(&entity.id) else {
                continue;
            };
            draft
                .aliases
                .extend(entity.aliases.iter().map(|a| (row, a.clone())));
            let detail = EntityDetail {
                external: entity.external,
                aliases: entity.aliases,
                members: entity.members,
                reasons: entity.reasons,
            };
            if detail != EntityDetail::default() {
                draft.details.entities.push((row, detail));
            }
            draft.entities[row as usize] = EntityRow {
                id: entity.id,
                name: entity.name,
                class: entity.class,
                country: entity.country,
                sector: entity.sector,
            };
        }
        draft.details.entities.sort_by_key(|e| e.0);
        draft.details.entities.dedup_by_key(|e| e.0);
    }

    fn event(&mut self, event: Event, draft: &mut Draft) {
        let row = draft.events.len() as u32;
        let date = event
            .date
            .as_deref()
            .and_then(|d| Interval::parse_edtf(d).ok());
        let (lo, hi) = days(date.as_ref());
        let mut flags = Flags::new(date.as_ref(), event.date_basis, event.status);
        flags.0 |= u16::from(event.historical) * Flags::HISTORICAL;
        flags.0 |= u16::from(event.symmetric) * Flags::SYMMETRIC;
        let (first, second, rest) = split_parts(&self.parts(&event));
        draft.extra.extend(rest.into_iter().map(|part| (row, part)));
        let told = self.reported(&event, draft, lo);
        draft.reported.push(told);
        let next = self.kinds.len() as u32;
        let kind = Kind {
            event_type: event.event_type,
            mode: event.mode,
            cameo: event.cameo,
            quad: event.quad,
            score: event.score.map(f32::to_bits),
        };
        let kind = *self.kinds.entry(kind).or_insert(next);
        draft.events.push(EventRow {
            lo,
            hi,
            first,
            kind,
            second,
            flags,
        });
        draft.confidence.push(event.confidence);
        draft.ids.push(event.id);
        let articles = event
            .reports
            .iter()
            .filter_map(|r| self.articles.get(&r.article));
        draft.reports.extend(articles.map(|a| (row, *a)));
        let detail = EventDetail {
            reports: event.reports,
            reasons: event.reasons,
        };
        if detail != EventDetail::default() {
            draft.details.events.push((row, detail));
        }
    }

    fn parts(&self, event: &Event) -> Vec<u32> {
        let reporters: BTreeSet<&String> = event
            .reports
            .iter()
            .filter_map(|r| r.reporter.as_ref())
            .collect();
        let agents = event.actors.iter().map(|id| (id, Role::Agent));
        let recipients = event.recipients.iter().map(|id| (id, Role::Recipient));
        let others = event.mediator.iter().map(|id| (id, Role::Mediator));
        let places = event.location.iter().map(|id| (id, Role::Place));
        agents
            .chain(recipients)
            .chain(others)
            .chain(places)
            .chain(reporters.into_iter().map(|id| (id, Role::Reporter)))
            .filter_map(|(id, role)| self.entities.get(id).map(|row| pack_part(*row, role)))
            .collect()
    }

    /// First and last day of the articles that report; rows without reports (imported ones) count as reported on their first day, unless they say.
    fn reported(&self, event: &Event, draft: &Draft, lo: i32) -> (i32, i32) {
        let reports = &event.reports;
        if reports.is_empty() {
            let told = event.reported.as_deref().map(Interval::parse_edtf);
            let days = told.and_then(Result::ok).and_then(|d| d.lo.zip(d.hi));
            return days.map_or((lo, lo), |d| (day_number(d.0), day_number(d.1)));
        }
        let days = || {
            let rows = reports.iter().filter_map(|r| self.articles.get(&r.article));
            rows.filter_map(|row| draft.articles.get(*row as usize))
                .map(|a| a.published)
                .filter(|d| *d != UNDATED)
        };
        (
            days().min().unwrap_or(UNDATED),
            days().max().unwrap_or(UNDATED),
        )
    }
}

fn article_texts(records: &[ArticleRecord]) -> Vec<String> {
    let sorted: BTreeMap<&str, &ArticleRecord> =
        records.iter().map(|a| (a.id.as_str(), a)).collect();
    sorted
        .values()
        .map(|a| serde_json::to_string(a).expect("records always serialize"))
        .collect()
}

fn first_day(edtf: Option<&str>) -> i32 {
    edtf.and_then(|d| Interval::parse_edtf(d).ok())
        .and_then(|d| d.lo)
        .map_or(UNDATED, day_number)
}

/// Returns first and last day as event rows carry them.
fn days(date: Option<&Interval>) -> (i32, i32) {
    match date {
        None => (UNDATED, UNDATED),
        Some(Interval {
            yearless: Some((month, day)),
            ..
        }) => (UNDATED, i32::from(*month) << 8 | i32::from(*day)),
        Some(Interval {
            lo: None, hi: None, ..
        }) => (UNDATED, UNDATED),
        Some(date) => (
            date.lo.map_or(i32::MIN, day_number),
            date.hi.map_or(i32::MAX, day_number),
        ),
    }
}
