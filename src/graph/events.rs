//! Selects events: of one entity, of two, at a place, by kind, by reporting time; all under a filter.
//!
//! In: handles and a [`Filter`]. Out: lists of events by first day, then last day, then handle; undated events last. Invariant: "possible" windows
//! admit every event whose span meets the window, "certain" ones only events that lie inside; undated events meet no bounded window.

use super::Graph;
use super::schema::{ArticleId, EntityId, EventId, Filter, Role, Window};
use super::tables::UNDATED;

impl Graph {
    /// Lists the events an entity takes part in. O(log n + matches); O(events of the entity) if the filter does more than a window.
    pub fn events_of(&self, entity: EntityId, filter: &Filter) -> Vec<EventId> {
        self.select(self.t.index.actor.row(entity.index()), filter)
    }

    /// Lists the events in which an entity has one of some roles (with [`Role::Place`]: events at it; with [`Role::Reporter`]: what it reports).
    /// O(events of the entity).
    pub fn events_in_role(
        &self,
        entity: EntityId,
        roles: &[Role],
        filter: &Filter,
    ) -> Vec<EventId> {
        let mut found = Vec::new();
        if roles.iter().any(|r| r.takes_part()) {
            let mut events = self.events_of(entity, filter);
            events.retain(|e| {
                self.t
                    .events
                    .parts(e.0)
                    .any(|p| p.0 == entity.0 && roles.contains(&p.1))
            });
            found.push(events);
        }
        if roles.contains(&Role::Place) {
            found.push(self.select(self.t.index.place.row(entity.index()), filter));
        }
        if roles.contains(&Role::Reporter) {
            found.push(self.select(self.t.index.reporter.row(entity.index()), filter));
        }
        let mut all = found.concat();
        if found.len() > 1 {
            self.sort_by_time(&mut all);
            all.dedup();
        }
        all
    }

    /// Lists the events two entities share. O(log partners + log n + matches).
    pub fn events_between(&self, a: EntityId, b: EntityId, filter: &Filter) -> Vec<EventId> {
        self.pair_of(a.0, b.0).map_or_else(Vec::new, |pair| {
            self.select(self.t.index.pair.row(pair), filter)
        })
    }

    /// Lists the events that all of some entities share, for two or more of them. O(events of the first pair).
    pub fn events_among(&self, entities: &[EntityId], filter: &Filter) -> Vec<EventId> {
        match entities {
            [] => Vec::new(),
            [one] => self.events_of(*one, filter),
            [a, b, rest @ ..] => {
                let mut events = self.events_between(*a, *b, filter);
                events.retain(|e| {
                    rest.iter()
                        .all(|r| self.t.events.parties(e.0).any(|p| p == r.0))
                });
                events
            }
        }
    }

    /// Lists every event under a filter. O(log n + matches) for a window, O(events of the kinds) for few kinds, else O(n).
    pub fn events_where(&self, filter: &Filter) -> Vec<EventId> {
        if let Some(place) = filter.place {
            return self.select(self.t.index.place.row(place.index()), filter);
        }
        if let Some(reporter) = filter.reporter {
            return self.select(self.t.index.reporter.row(reporter.index()), filter);
        }
        if let Some(kinds) = &filter.kinds {
            let rows = (0..self.t.kinds.len()).filter(|k| kinds.has(*k));
            let mut found: Vec<EventId> = rows
                .flat_map(|k| self.select(self.t.index.kind.row(k), filter))
                .collect();
            self.sort_by_time(&mut found);
            return found;
        }
        let mut found = Vec::new();
        self.scan(filter, |row| found.push(EventId(row)));
        if self.has_wide() {
            self.sort_by_time(&mut found);
        }
        found
    }

    /// Lists the events an article reports. O(events of the article).
    pub fn events_in_article(&self, article: ArticleId, filter: &Filter) -> Vec<EventId> {
        self.select(self.t.index.article.row(article.index()), filter)
    }

    /// Lists what was first reported in a window of reporting time, by first report, then time, then handle. O(n).
    pub fn changes(&self, reporting: Window, filter: &Filter) -> Vec<EventId> {
        let mut found = Vec::new();
        self.scan(filter, |row| {
            let first = self.reported(row).0;
            if first != UNDATED && reporting.admits(first, first) {
                found.push(EventId(row));
            }
        });
        found.sort_by_key(|e| (self.reported(e.0).0, self.t.events.span(e.index()), e.0));
        found
    }

    /// Counts the events of a list that remain when mirrored pairs (A–B and B–A of one kind on one day) count once. O(list).
    pub fn n_folded(&self, events: &[EventId]) -> usize {
        use super::tables::Flags;
        events
            .iter()
            .filter(|e| !self.t.events.flags(e.index()).has(Flags::MIRRORED))
            .count()
    }

    /// Counts the distinct first days of a list sorted by time. O(list).
    pub fn n_dates(&self, events: &[EventId]) -> usize {
        let mut days: Vec<i32> = events
            .iter()
            .map(|e| self.t.events.span(e.index()).0)
            .filter(|d| *d != UNDATED)
            .collect();
        days.sort_unstable();
        days.dedup();
        days.len()
    }

    pub(crate) fn has_wide(&self) -> bool {
        self.t.events.n_dated != self.t.events.n_narrow
    }

    /// Returns the row of a pair. O(log partners) of the one with fewer.
    pub(crate) fn pair_of(&self, a: u32, b: u32) -> Option<usize> {
        let lists = &self.t.index.neighbor;
        let (x, y) = if lists.range(a as usize).len() <= lists.range(b as usize).len() {
            (a, b)
        } else {
            (b, a)
        };
        let range = lists.range(x as usize);
        let at = lists.row(x as usize).binary_search(&y).ok()?;
        self.t
            .index
            .neighbor_pair
            .get(range.start + at)
            .map(|p| *p as usize)
    }

    /// Keeps what a filter admits of an ascending list of event rows.
    pub(crate) fn select(&self, list: &[u32], filter: &Filter) -> Vec<EventId> {
        let (narrow, wide) = self.t.events.candidates(list, filter.window);
        if filter.is_window_only() && wide.is_empty() && self.window_is_exact(filter.window) {
            return bytemuck::cast_slice(narrow).to_vec();
        }
        let mut found: Vec<EventId> = narrow
            .iter()
            .chain(wide)
            .filter(|e| self.admits(**e, filter))
            .map(|e| EventId(*e))
            .collect();
        if self.has_wide() {
            self.sort_by_time(&mut found);
        }
        found
    }

    /// Counts what a filter admits of an ascending list; returns the first and last row with it. O(log n) for a window alone.
    pub(crate) fn tally(&self, list: &[u32], filter: &Filter) -> Option<(u32, EventId, EventId)> {
        let (narrow, wide) = self.t.events.candidates(list, filter.window);
        if filter.is_window_only()
            && wide.is_empty()
            && !self.has_wide()
            && self.window_is_exact(filter.window)
        {
            return Some((
                narrow.len() as u32,
                EventId(*narrow.first()?),
                EventId(*narrow.last()?),
            ));
        }
        let mut tally: Option<(u32, u32, u32)> = None;
        for &row in narrow
            .iter()
            .chain(wide)
            .filter(|e| self.admits(**e, filter))
        {
            let time = |e: u32| (self.t.events.span(e as usize), e);
            tally = Some(tally.map_or((1, row, row), |(n, first, last)| {
                let first = if time(row) < time(first) { row } else { first };
                let last = if time(row) > time(last) { row } else { last };
                (n + 1, first, last)
            }));
        }
        tally.map(|(n, first, last)| (n, EventId(first), EventId(last)))
    }

    /// Calls `visit` with every event row under a filter, in handle order. O(log n + candidates).
    pub(crate) fn scan(&self, filter: &Filter, mut visit: impl FnMut(u32)) {
        let table = &self.t.events;
        let exact = filter.is_window_only() && self.window_is_exact(filter.window);
        let (start, end) = if filter.window.is_all() {
            (0, table.len() as u32)
        } else {
            table.row_range(filter.window)
        };
        (start..end)
            .filter(|e| exact || self.admits(*e, filter))
            .for_each(&mut visit);
        if !filter.window.is_all() {
            let wide = table.n_narrow as u32..table.n_dated as u32;
            wide.filter(|e| self.admits(*e, filter)).for_each(visit);
        }
    }

    /// Tells whether every candidate of bisection matches the window without a further look.
    pub(crate) fn window_is_exact(&self, window: Window) -> bool {
        window.is_all() || !self.t.events.needs_check()
    }

    /// Tells whether an event satisfies a filter. O(1), O(reports) for languages and publishers.
    pub(crate) fn admits(&self, row: u32, filter: &Filter) -> bool {
        let (table, i) = (&self.t.events, row as usize);
        let (lo, hi) = table.span(i);
        if !filter.window.is_all() && (lo == UNDATED || !filter.window.admits(lo, hi)) {
            return false;
        }
        if filter.is_window_only() {
            return true;
        }
        let flags = table.flags(i);
        let kind = table.kind.get(i).copied().unwrap_or(0) as usize;
        let first = self.reported(row).0;
        filter.kinds.as_ref().is_none_or(|k| k.has(kind))
            && (filter.listed.as_ref()).is_none_or(|l| l.contains(&EventId(row)))
            && !(filter.folded && flags.has(super::tables::Flags::MIRRORED))
            && (filter.statuses.is_empty() || filter.statuses.contains(&flags.status()))
            && table
                .confidence
                .get(i)
                .is_none_or(|c| *c >= filter.min_confidence)
            && filter
                .known_by
                .is_none_or(|d| first != UNDATED && first <= d)
            && filter
                .reported_since
                .is_none_or(|d| first != UNDATED && first >= d)
            && self.admits_roles(row, filter)
            && self.admits_articles(row, filter)
    }

    fn admits_roles(&self, row: u32, filter: &Filter) -> bool {
        let has =
            |entity: EntityId, role: Role| self.t.events.parts(row).any(|p| p == (entity.0, role));
        filter.place.is_none_or(|p| has(p, Role::Place))
            && filter.reporter.is_none_or(|r| has(r, Role::Reporter))
    }

    fn admits_articles(&self, row: u32, filter: &Filter) -> bool {
        if filter.language.is_none() && filter.source.is_none() {
            return true;
        }
        self.t.index.report.row(row as usize).iter().any(|a| {
            let (language, source) = self.article_source(ArticleId(*a));
            (filter.language.is_none() || filter.language.as_deref() == language)
                && (filter.source.is_none() || filter.source.as_deref() == source)
        })
    }

    /// Sorts by first day, last day, handle. O(n log n).
    pub(crate) fn sort_by_time(&self, events: &mut [EventId]) {
        events.sort_unstable_by_key(|e| (self.t.events.span(e.index()), e.0));
    }
}
