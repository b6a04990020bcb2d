//! The graph's handle and its look-ups by id and name, and the views of entities, events and articles.
//!
//! In: handles, ids, typed names. Out: views. Invariant: a handle of this graph always has a view; a handle of another graph gives an empty one, never a
//! panic. Does not: select or search events.

use super::assemble;
use super::details::Details;
use super::names;
use super::schema::{
    ArticleId, EntityId, EntityView, EventId, EventView, Filter, KindSet, KindView, NameHit,
    RelationId, Role, date_of,
};
use super::scratch::Pool;
use super::store::Store;
use super::tables::{Flags, Kind, Tables, UNDATED};
use crate::base::record::ArticleRecord;
use crate::base::world::{Relation, Report};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A temporal graph, read-only; adding and removing build a new one (see [`Graph::from_world`]).
pub struct Graph {
    pub(crate) t: Tables,
    store: OnceLock<Store>,
    details: OnceLock<Details>,
    keys: OnceLock<HashMap<String, u32>>,
    by_events: OnceLock<Vec<u32>>,
    statuses: OnceLock<u8>,
    pub(crate) pool: Pool,
}

impl std::fmt::Debug for Graph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (entities, events) = (self.n_entities(), self.n_events());
        write!(f, "Graph {{ entities: {entities}, events: {events} }}")
    }
}

impl Default for Graph {
    fn default() -> Self {
        Self::from_world(crate::base::world::World::default())
    }
}

impl Graph {
    pub(crate) fn assembled(t: Tables, store: Option<Store>) -> Self {
        let cell = OnceLock::new();
        if let Some(store) = store {
            cell.get_or_init(|| store);
        }
        Self {
            t,
            store: cell,
            details: OnceLock::new(),
            keys: OnceLock::new(),
            by_events: OnceLock::new(),
            statuses: OnceLock::new(),
            pool: Pool::default(),
        }
    }

    /// Returns the petgraph store, made anew from the columns if the graph came from a file. O(edges) the first time.
    pub(crate) fn store(&self) -> &Store {
        self.store.get_or_init(|| self.rebuild_store())
    }

    pub(crate) fn rebuild_store(&self) -> Store {
        let (n, m, a) = (self.n_entities(), self.n_events(), self.n_articles());
        let mut store = Store::new(n, m, a, m * 2);
        let reports: Vec<(u32, u32)> = (0..m as u32)
            .flat_map(|row| {
                self.t
                    .index
                    .report
                    .row(row as usize)
                    .iter()
                    .map(move |a| (row, *a))
            })
            .collect();
        let ends = |r: &Relation| {
            Some((
                self.entity_by_key(&r.subject)?.0,
                self.entity_by_key(&r.object)?.0,
            ))
        };
        let relations: Vec<(u32, u32)> = self.details().relations.iter().filter_map(ends).collect();
        assemble::fill(&mut store, &self.t, &reports, &relations);
        store
    }

    /// Returns the details, read on first use; a file's checksum has proved them whole.
    pub(crate) fn details(&self) -> &Details {
        self.details
            .get_or_init(|| Details::unpack(&self.t.details).unwrap_or_default())
    }

    pub(crate) fn kind(&self, row: u32) -> &Kind {
        const EMPTY: &Kind = &Kind {
            event_type: String::new(),
            mode: None,
            cameo: None,
            quad: 0,
            score: None,
        };
        let kind = self.t.events.kind.get(row as usize).copied().unwrap_or(0);
        self.t.kinds.get(kind as usize).unwrap_or(EMPTY)
    }

    /// Returns the number of entities. O(1).
    pub fn n_entities(&self) -> usize {
        self.t.entities.len()
    }

    /// Returns the number of events (facts). O(1).
    pub fn n_events(&self) -> usize {
        self.t.events.len()
    }

    /// Returns the number of articles. O(1).
    pub fn n_articles(&self) -> usize {
        self.t.articles.ids.len()
    }

    /// Returns the number of pairs of entities that share an event. O(1).
    pub fn n_pairs(&self) -> usize {
        self.t.index.pair.offsets.len().saturating_sub(1)
    }

    /// Returns the number of dated relations. Opens the details.
    pub fn n_relations(&self) -> usize {
        self.details().relations.len()
    }

    /// Walks every entity, by string id.
    pub fn entities(
        &self,
    ) -> impl DoubleEndedIterator<Item = EntityId> + ExactSizeIterator + use<> {
        (0..self.n_entities() as u32).map(EntityId)
    }

    /// Walks every event in handle order (by time, apart from events longer than a month).
    pub fn all_events(
        &self,
    ) -> impl DoubleEndedIterator<Item = EventId> + ExactSizeIterator + use<> {
        (0..self.n_events() as u32).map(EventId)
    }

    /// Walks every article, by string id.
    pub fn articles(
        &self,
    ) -> impl DoubleEndedIterator<Item = ArticleId> + ExactSizeIterator + use<> {
        (0..self.n_articles() as u32).map(ArticleId)
    }

    /// Finds an entity by its string id ("ilham_aliyev"). O(log entities).
    pub fn entity_by_key(&self, key: &str) -> Option<EntityId> {
        self.t
            .entities
            .ids
            .find(key)
            .map(|row| EntityId(row as u32))
    }

    /// Finds an event by its string id ("e:3f9a…"). O(1), after O(events) the first time.
    pub fn event_by_key(&self, key: &str) -> Option<EventId> {
        let keys = self.keys.get_or_init(|| {
            (0..self.n_events() as u32)
                .rev()
                .map(|row| (self.event_key(row).into_owned(), row))
                .collect()
        });
        keys.get(key).copied().map(EventId)
    }

    /// Finds an article by its id. O(log articles).
    pub fn article_by_key(&self, key: &str) -> Option<ArticleId> {
        self.t
            .articles
            .ids
            .find(key)
            .map(|row| ArticleId(row as u32))
    }

    /// Finds entities by a name as people write it: whole name or alias, words of a name, prefix, at most two edits; each stage only if the ones before
    /// found nothing. Output: by stage, then most events, then id. Complexity: O(length) for the first two, O(hits), O(distinct names) for the last.
    pub fn find(&self, name: &str) -> Vec<NameHit> {
        names::find(&self.t.names, name, |e| self.event_count(e), false)
    }

    /// Tells whether the words are the whole of a name or alias. O(length).
    pub fn has_name(&self, name: &str) -> bool {
        names::has_whole(&self.t.names, name)
    }

    /// Finds entities by whole names, aliases and words of names only: the first two stages of [`Graph::find`]. O(length).
    pub fn find_exact(&self, name: &str) -> Vec<NameHit> {
        names::find_exact(&self.t.names, name, |e| self.event_count(e))
    }

    /// Lists completions of a typed name: whole, word and prefix hits together, best first, at most `limit`. O(hits · log hits).
    pub fn complete(&self, typed: &str, limit: usize) -> Vec<NameHit> {
        names::complete(&self.t.names, typed, limit, |e| self.event_count(e))
    }

    pub(crate) fn event_count(&self, entity: u32) -> u32 {
        self.t.index.actor.range(entity as usize).len() as u32
    }

    /// Lists entities by their number of events, most first, then by handle; sorted on first use.
    pub(crate) fn by_events(&self) -> &[u32] {
        self.by_events.get_or_init(|| {
            let mut rows: Vec<u32> = (0..self.n_entities() as u32).collect();
            rows.sort_by_key(|e| std::cmp::Reverse(self.event_count(*e)));
            rows
        })
    }

    /// Drops the tests of a filter that every event of this graph passes, so that a filter which shuts nothing out costs nothing.
    /// O(1), after O(events) the first time.
    #[must_use]
    pub fn relaxed(&self, mut filter: Filter) -> Filter {
        let present = *self.statuses.get_or_init(|| {
            let flags = self.t.events.flags.iter().map(|f| Flags(*f).status());
            flags.fold(0, |mask, status| mask | 1 << status as u8)
        });
        let wanted = filter.statuses.iter().fold(0, |m, s| m | 1_u8 << *s as u8);
        if present & !wanted == 0 {
            filter.statuses.clear();
        }
        if self.t.events.confidence.is_empty() && filter.min_confidence <= 1.0 {
            filter.min_confidence = 0.0;
        }
        filter
    }

    /// Tells whether an event took place. O(1).
    pub fn status(&self, event: super::schema::EventId) -> crate::base::record::Status {
        self.t.events.flags(event.index()).status()
    }

    /// Returns the view of an entity. O(1).
    pub fn entity(&self, id: EntityId) -> EntityView<'_> {
        let (table, i) = (&self.t.entities, id.index());
        EntityView {
            id,
            key: table.ids.get(i),
            name: table.names.get(i),
            class: table.class(i),
            country: table.code(&table.country, i),
            sector: table.code(&table.sector, i),
            n_events: self.t.index.actor.range(i).len(),
            n_neighbors: self.t.index.neighbor.range(i).len(),
        }
    }

    /// Returns the canonical name of an entity. O(1).
    pub fn name(&self, id: EntityId) -> &str {
        self.t.entities.names.get(id.index())
    }

    /// Returns other spellings of an entity, sorted. Opens the details.
    pub fn aliases(&self, id: EntityId) -> &[String] {
        self.details().entity(id.0).map_or(&[], |d| &d.aliases)
    }

    /// Returns the Wikidata id of an entity. Opens the details.
    pub fn external(&self, id: EntityId) -> Option<&str> {
        self.details()
            .entity(id.0)
            .and_then(|d| d.external.as_deref())
    }

    /// Returns why the mentions of an entity were taken for one. Opens the details.
    pub fn entity_reasons(&self, id: EntityId) -> &[String] {
        self.details().entity(id.0).map_or(&[], |d| &d.reasons)
    }

    /// Returns `(article id, local id)` of the records an entity was linked from, sorted. Opens the details.
    pub fn members(&self, id: EntityId) -> &[(String, String)] {
        self.details().entity(id.0).map_or(&[], |d| &d.members)
    }

    /// Returns the view of an event. O(parties).
    pub fn event(&self, id: EventId) -> EventView<'_> {
        let (table, i) = (&self.t.events, id.index());
        let flags = table.flags(i);
        let mut view = EventView {
            id,
            kind: self.kind(id.0).view(),
            date: table.interval(i),
            date_basis: flags.basis(),
            status: flags.status(),
            historical: flags.has(Flags::HISTORICAL),
            symmetric: flags.has(Flags::SYMMETRIC),
            mirrored: flags.has(Flags::MIRRORED),
            actors: Vec::new(),
            recipients: Vec::new(),
            mediator: None,
            location: None,
            confidence: table.confidence.get(i).copied().unwrap_or(1.0),
            first_reported: day(self.reported(id.0).0),
            last_reported: day(self.reported(id.0).1),
            n_reports: self.t.index.report.range(i).len(),
            n_articles: self.articles_of(id).len(),
        };
        for (entity, role) in table.parts(id.0) {
            match role {
                Role::Agent => view.actors.push(EntityId(entity)),
                Role::Recipient => view.recipients.push(EntityId(entity)),
                Role::Mediator => view.mediator = Some(EntityId(entity)),
                Role::Place => view.location = Some(EntityId(entity)),
                Role::Reporter => {}
            }
        }
        view
    }

    /// Walks the roles of an event: agents, recipients, mediator, place, reporters. O(parties).
    pub fn roles(&self, id: EventId) -> impl Iterator<Item = (EntityId, Role)> + '_ {
        self.t
            .events
            .parts(id.0)
            .map(|(entity, role)| (EntityId(entity), role))
    }

    /// Returns the stable string id of an event. O(1); events of imported tables compute it from their content.
    pub fn key_of(&self, id: EventId) -> Cow<'_, str> {
        self.event_key(id.0)
    }

    pub(crate) fn event_key(&self, row: u32) -> Cow<'_, str> {
        let table = &self.t.events;
        if table.ids.len() == 0 && (row as usize) < table.len() {
            return Cow::Owned(assemble::event_key(
                &self.t.kinds,
                &self.t.entities,
                table,
                row,
            ));
        }
        Cow::Borrowed(table.ids.get(row as usize))
    }

    /// First and last reporting day of an event; [`UNDATED`] if unknown.
    pub(crate) fn reported(&self, row: u32) -> (i32, i32) {
        let (table, i) = (&self.t.events, row as usize);
        match table.reported.get(i * 2..i * 2 + 2) {
            Some([first, last]) => (*first, *last),
            _ => (table.span(i).0, table.span(i).0),
        }
    }

    /// Returns the reports of an event, by article date, article, span. Opens the details.
    pub fn reports(&self, id: EventId) -> &[Report] {
        self.details().event(id.0).map_or(&[], |d| &d.reports)
    }

    /// Returns why the reports of an event were folded into one. Opens the details.
    pub fn event_reasons(&self, id: EventId) -> &[String] {
        self.details().event(id.0).map_or(&[], |d| &d.reasons)
    }

    /// Lists the articles that report an event, ascending. O(reports · log reports).
    pub fn articles_of(&self, id: EventId) -> Vec<ArticleId> {
        let mut rows = self.t.index.report.row(id.index()).to_vec();
        rows.sort_unstable();
        rows.dedup();
        rows.into_iter().map(ArticleId).collect()
    }

    /// Returns the id of an article. O(1).
    pub fn article_key(&self, id: ArticleId) -> &str {
        self.t.articles.ids.get(id.index())
    }

    /// Returns the language and the publisher of an article, where known. O(1).
    pub fn article_source(&self, id: ArticleId) -> (Option<&str>, Option<&str>) {
        let word = |row: Option<&u32>| {
            row.filter(|r| **r != 0)
                .map(|r| self.t.articles.words.get(*r as usize))
        };
        let (table, i) = (&self.t.articles, id.index());
        (word(table.language.get(i)), word(table.source.get(i)))
    }

    /// Returns the record of an article. Opens the details and parses one record.
    pub fn article(&self, id: ArticleId) -> Option<ArticleRecord> {
        self.details().article(id.index())
    }

    /// Returns a dated relation. Opens the details.
    pub fn relation(&self, id: RelationId) -> Option<&Relation> {
        self.details().relations.get(id.index())
    }

    /// Lists the relations of an entity, as subject or object, by subject, predicate, object. O(relations).
    pub fn relations_of(&self, id: EntityId) -> Vec<RelationId> {
        let key = self.t.entities.ids.get(id.index());
        let relations = self.details().relations.iter().zip(0..);
        relations
            .filter(|(r, _)| r.subject == key || r.object == key)
            .map(|(_, row)| RelationId(row))
            .collect()
    }

    /// Walks every relation, by subject, predicate, object. Opens the details.
    pub fn relations(&self) -> impl Iterator<Item = (RelationId, &Relation)> {
        self.details()
            .relations
            .iter()
            .zip(0..)
            .map(|(r, row)| (RelationId(row), r))
    }

    /// Walks the kinds of event in the graph with their number of events; by type, mode, code. O(kinds).
    pub fn kinds(&self) -> impl Iterator<Item = (KindView<'_>, usize)> {
        self.t
            .kinds
            .iter()
            .enumerate()
            .map(|(i, k)| (k.view(), self.t.index.kind.range(i).len()))
    }

    /// Makes the set of kinds that `keep` admits, for [`super::Filter::kinds`]. O(kinds).
    pub fn kind_set(&self, mut keep: impl FnMut(&KindView<'_>) -> bool) -> KindSet {
        KindSet(self.t.kinds.iter().map(|k| keep(&k.view())).collect())
    }
}

fn day(number: i32) -> Option<chrono::NaiveDate> {
    if number == UNDATED {
        None
    } else {
        date_of(number)
    }
}
