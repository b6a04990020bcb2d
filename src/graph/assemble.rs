//! Builds a graph from rows in any order: sorts them, fills the store, derives the indexes.
//!
//! In: a [`Draft`] (from a World or from an imported table). Out: [`Tables`] and the store. Invariant: the same rows give the same tables in any order.
//! Does not: link names or fold reports.

use super::column::{Column, Strings};
use super::details::Details;
use super::index;
use super::names;
use super::schema::Role;
use super::store::Store;
use super::tables::{
    ArticleTable, EntityTable, EventTable, Flags, Kind, NARROW_DAYS, NONE, Tables, UNDATED,
    unpack_part,
};
use crate::base::analysis::EntityClass;
use crate::base::id::content_hash;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// One entity of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EntityRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) class: EntityClass,
    pub(crate) country: Option<String>,
    pub(crate) sector: Option<String>,
}

/// One event of a draft; entities and kinds by row of the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct EventRow {
    pub(crate) lo: i32,
    pub(crate) hi: i32,
    pub(crate) first: u32,
    pub(crate) kind: u32,
    pub(crate) second: u32,
    pub(crate) flags: Flags,
}

/// One article of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ArticleRow {
    pub(crate) id: String,
    pub(crate) language: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) published: i32,
}

/// Rows on their way to a graph. `entities` and `articles` are sorted by id; the per-event lists beside `events` are as long as it, or empty.
#[derive(Default)]
pub(crate) struct Draft {
    pub(crate) entities: Vec<EntityRow>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) events: Vec<EventRow>,
    /// `(event row, packed part)` beyond first and second, sorted.
    pub(crate) extra: Vec<(u32, u32)>,
    pub(crate) confidence: Vec<f32>,
    pub(crate) reported: Vec<(i32, i32)>,
    pub(crate) ids: Vec<String>,
    /// `(event row, article row)` in the order of reports.
    pub(crate) reports: Vec<(u32, u32)>,
    pub(crate) articles: Vec<ArticleRow>,
    /// Further spellings by entity row.
    pub(crate) aliases: Vec<(u32, String)>,
    /// Relations by entity rows, in the order of `details.relations`.
    pub(crate) relations: Vec<(u32, u32)>,
    /// Details, with event rows of the draft.
    pub(crate) details: Details,
}

/// 0 for events the bisection covers, 1 for longer ones, 2 for undated ones.
fn stretch(row: &EventRow) -> u8 {
    if row.lo == UNDATED {
        2
    } else {
        u8::from(
            row.lo == i32::MIN || row.hi == i32::MAX || row.hi.saturating_sub(row.lo) > NARROW_DAYS,
        )
    }
}

impl Draft {
    /// Lays the rows out. O(n log n).
    pub(crate) fn finish(mut self) -> (Tables, Store) {
        self.sort_kinds();
        let order = self.order();
        let (mut tables, rank) = self.columns(&order);
        let store = self.store(&tables, &rank);
        let n_articles = self.articles.len();
        tables.index = index::derive(&store, &tables.events, tables.kinds.len(), n_articles);
        let marked = index::mirrored(&tables.index.pair, &tables.events);
        if let Column::Owned(flags) = &mut tables.events.flags {
            for row in marked {
                flags[row as usize] |= Flags::MIRRORED;
            }
        }
        tables.names = names::build(self.spellings());
        for event in &mut self.details.events {
            event.0 = rank.get(event.0 as usize).copied().unwrap_or(event.0);
        }
        self.details.events.sort_by_key(|e| e.0);
        tables.details = self.details.pack().into();
        (tables, store)
    }

    fn spellings(&self) -> impl Iterator<Item = (u32, &str)> {
        let names = self
            .entities
            .iter()
            .zip(0_u32..)
            .map(|(e, i)| (i, e.name.as_str()));
        names.chain(self.aliases.iter().map(|a| (a.0, a.1.as_str())))
    }

    fn sort_kinds(&mut self) {
        let sorted: BTreeSet<Kind> = std::mem::take(&mut self.kinds_used()).into_iter().collect();
        let sorted: Vec<Kind> = sorted.into_iter().collect();
        let rank: Vec<u32> = self
            .kinds
            .iter()
            .map(|k| sorted.binary_search(k).unwrap_or(0) as u32)
            .collect();
        for event in &mut self.events {
            event.kind = rank.get(event.kind as usize).copied().unwrap_or(0);
        }
        self.kinds = sorted;
    }

    fn kinds_used(&self) -> Vec<Kind> {
        let mut used = vec![false; self.kinds.len()];
        self.events
            .iter()
            .for_each(|e| used[e.kind as usize] = true);
        let kinds = self.kinds.iter().zip(used);
        kinds.filter(|k| k.1).map(|k| k.0.clone()).collect()
    }

    fn extra_of(&self, row: u32) -> &[(u32, u32)] {
        let start = self.extra.partition_point(|e| e.0 < row);
        let end = self.extra.partition_point(|e| e.0 <= row);
        self.extra.get(start..end).unwrap_or(&[])
    }

    /// Returns draft rows in final order: stretch, first day, last day, parties, kind; ties by further parts and id.
    fn order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.events.len() as u32).collect();
        let tie = |row: u32| {
            let extra = self.extra_of(row).iter().map(|e| e.1);
            (extra, self.ids.get(row as usize))
        };
        order.sort_unstable_by(|a, b| {
            let (x, y) = (&self.events[*a as usize], &self.events[*b as usize]);
            let rows = (stretch(x), x).cmp(&(stretch(y), y));
            rows.then_with(|| {
                let ((ex, ix), (ey, iy)) = (tie(*a), tie(*b));
                ex.cmp(ey).then_with(|| ix.cmp(&iy)).then(a.cmp(b))
            })
        });
        order
    }

    fn columns(&mut self, order: &[u32]) -> (Tables, Vec<u32>) {
        let mut rank = vec![0_u32; order.len()];
        for (new, old) in order.iter().enumerate() {
            rank[*old as usize] = new as u32;
        }
        let rows: Vec<EventRow> = order.iter().map(|r| self.events[*r as usize]).collect();
        self.events = rows;
        let rows = &self.events;
        for extra in &mut self.extra {
            extra.0 = rank[extra.0 as usize];
        }
        self.extra.sort_unstable();
        for report in &mut self.reports {
            report.0 = rank[report.0 as usize];
        }
        self.reports.sort_by_key(|r| r.0);
        let one_day = rows.iter().all(|r| r.hi == r.lo);
        let mut flags: Vec<u16> = rows.iter().map(|r| r.flags.0).collect();
        self.extra
            .iter()
            .for_each(|e| flags[e.0 as usize] |= Flags::EXTRA);
        let mut events = EventTable {
            lo: rows.iter().map(|r| r.lo).collect::<Vec<_>>().into(),
            hi: if one_day {
                Vec::new()
            } else {
                rows.iter().map(|r| r.hi).collect()
            }
            .into(),
            kind: rows.iter().map(|r| r.kind).collect::<Vec<_>>().into(),
            flags: flags.into(),
            first: rows.iter().map(|r| r.first).collect::<Vec<_>>().into(),
            second: rows.iter().map(|r| r.second).collect::<Vec<_>>().into(),
            extra_event: self.extra.iter().map(|e| e.0).collect::<Vec<_>>().into(),
            extra_part: self.extra.iter().map(|e| e.1).collect::<Vec<_>>().into(),
            n_narrow: rows.partition_point(|r| stretch(r) == 0),
            n_dated: rows.partition_point(|r| stretch(r) < 2),
            ..EventTable::default()
        };
        self.optional_columns(&mut events, order);
        let tables = Tables {
            kinds: std::mem::take(&mut self.kinds),
            entities: entity_table(&self.entities),
            articles: article_table(&self.articles),
            ..Tables::default()
        };
        self.keep_ids(&mut events, &tables, order);
        (Tables { events, ..tables }, rank)
    }

    /// Fills the columns that are left empty where every row has the default.
    fn optional_columns(&self, events: &mut EventTable, order: &[u32]) {
        if self
            .confidence
            .iter()
            .any(|c| c.to_bits() != 1.0_f32.to_bits())
        {
            let moved: Vec<f32> = order.iter().map(|r| self.confidence[*r as usize]).collect();
            events.confidence = moved.into();
        }
        let moved: Vec<(i32, i32)> = order
            .iter()
            .filter_map(|r| self.reported.get(*r as usize).copied())
            .collect();
        if moved
            .iter()
            .zip(&self.events)
            .any(|(r, e)| *r != (e.lo, e.lo))
        {
            events.reported = moved
                .iter()
                .flat_map(|r| [r.0, r.1])
                .collect::<Vec<_>>()
                .into();
        }
    }

    /// Stores string ids only if they are not those that content gives.
    fn keep_ids(&self, events: &mut EventTable, tables: &Tables, order: &[u32]) {
        if self.ids.is_empty() {
            return;
        }
        let given = || order.iter().filter_map(|r| self.ids.get(*r as usize));
        let computed = (0..order.len() as u32)
            .map(|row| event_key(&tables.kinds, &tables.entities, events, row));
        if !given()
            .map(String::as_str)
            .map(Cow::Borrowed)
            .eq(computed.map(Cow::<str>::Owned))
        {
            events.ids = Strings::collect(given().map(String::as_str));
        }
    }

    fn store(&self, tables: &Tables, rank: &[u32]) -> Store {
        let n_edges = self.events.len() * 2 + self.extra.len() + self.reports.len();
        let mut store = Store::new(
            self.entities.len(),
            rank.len(),
            self.articles.len(),
            n_edges,
        );
        fill(&mut store, tables, &self.reports, &self.relations);
        store
    }
}

/// Enters the edges of a store in the order of events.
pub(crate) fn fill(
    store: &mut Store,
    tables: &Tables,
    reports: &[(u32, u32)],
    relations: &[(u32, u32)],
) {
    let mut reports = reports.iter().peekable();
    for row in 0..tables.events.len() as u32 {
        for (entity, role) in tables.events.parts(row) {
            store.take_part(row, entity, role);
        }
        let mut number = 0;
        while let Some((_, article)) = reports.next_if(|r| r.0 == row) {
            store.report(row, *article, number);
            number += 1;
        }
    }
    for ((subject, object), row) in relations.iter().zip(0..) {
        store.relate(*subject, *object, row);
    }
}

/// Returns the string id that an event's content gives: `e:` and a hash over date, kind and parties.
pub(crate) fn event_key(
    kinds: &[Kind],
    entities: &EntityTable,
    events: &EventTable,
    row: u32,
) -> String {
    let i = row as usize;
    let date = events.interval(i).map(|d| d.to_edtf()).unwrap_or_default();
    let kind = kinds.get(events.kind.get(i).copied().unwrap_or(0) as usize);
    let mut parts: Vec<&str> = vec![&date];
    if let Some(kind) = kind {
        parts.push(&kind.event_type);
        parts.push(kind.mode.as_deref().unwrap_or(""));
        parts.push(kind.cameo.as_deref().unwrap_or(""));
    }
    for (entity, role) in events.parts(row) {
        parts.push(role.label());
        parts.push(entities.ids.get(entity as usize));
    }
    format!("e:{}", content_hash(parts))
}

fn entity_table(rows: &[EntityRow]) -> EntityTable {
    let codes: BTreeSet<&str> = rows
        .iter()
        .flat_map(|e| [e.country.as_deref(), e.sector.as_deref()])
        .map(Option::unwrap_or_default)
        .chain([""])
        .collect();
    let rank: BTreeMap<&str, u16> = codes.iter().copied().zip(0..).collect();
    let code = |text: &Option<String>| {
        rank.get(text.as_deref().unwrap_or(""))
            .copied()
            .unwrap_or(0)
    };
    EntityTable {
        ids: Strings::collect(rows.iter().map(|e| e.id.as_str())),
        names: Strings::collect(rows.iter().map(|e| e.name.as_str())),
        class: rows
            .iter()
            .map(|e| {
                EntityClass::ALL
                    .iter()
                    .position(|c| *c == e.class)
                    .unwrap_or(0) as u8
            })
            .collect::<Vec<_>>()
            .into(),
        country: rows
            .iter()
            .map(|e| code(&e.country))
            .collect::<Vec<_>>()
            .into(),
        sector: rows
            .iter()
            .map(|e| code(&e.sector))
            .collect::<Vec<_>>()
            .into(),
        codes: Strings::collect(codes),
    }
}

fn article_table(rows: &[ArticleRow]) -> ArticleTable {
    let words: BTreeSet<&str> = rows
        .iter()
        .flat_map(|a| [a.language.as_deref(), a.source.as_deref()])
        .map(Option::unwrap_or_default)
        .chain([""])
        .collect();
    let rank: BTreeMap<&str, u32> = words.iter().copied().zip(0..).collect();
    let word = |text: &Option<String>| {
        rank.get(text.as_deref().unwrap_or(""))
            .copied()
            .unwrap_or(0)
    };
    ArticleTable {
        ids: Strings::collect(rows.iter().map(|a| a.id.as_str())),
        language: rows
            .iter()
            .map(|a| word(&a.language))
            .collect::<Vec<_>>()
            .into(),
        source: rows
            .iter()
            .map(|a| word(&a.source))
            .collect::<Vec<_>>()
            .into(),
        published: rows.iter().map(|a| a.published).collect::<Vec<_>>().into(),
        words: Strings::collect(words),
    }
}

/// Sorts the parts of an event into its first agent, its first recipient, and the rest in role order.
pub(crate) fn split_parts(parts: &[u32]) -> (u32, u32, Vec<u32>) {
    let (mut first, mut second, mut rest) = (NONE, NONE, Vec::new());
    for part in parts {
        match unpack_part(*part) {
            (entity, Role::Agent) if first == NONE => first = entity,
            (entity, Role::Recipient) if second == NONE => second = entity,
            _ => rest.push(*part),
        }
    }
    rest.sort_unstable();
    rest.dedup();
    (first, second, rest)
}
