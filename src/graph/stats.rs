//! Counts lists of events by period, kind, place, language, publisher and status.
//!
//! In: a list of events. Out: keys with counts. Invariant: keys ascend, so that a table reads the same on every run; an event counts once a key.

use super::Graph;
use super::schema::{ArticleId, EntityId, EventId, Period, Role, date_of};
use super::tables::UNDATED;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

impl Graph {
    /// Counts events by the period of their first day; undated ones under `None`, which comes first. Periods without events are left out.
    /// O(list · log periods).
    pub fn count_by_period(
        &self,
        events: &[EventId],
        period: Period,
    ) -> BTreeMap<Option<NaiveDate>, usize> {
        let mut counts = BTreeMap::new();
        for event in events {
            let (lo, hi) = self.t.events.span(event.index());
            let day = match lo {
                UNDATED => None,
                i32::MIN => date_of(hi),
                day => date_of(day),
            };
            *counts.entry(day.map(|d| period.start(d))).or_insert(0) += 1;
        }
        counts
    }

    /// Counts events by type. O(list · log types).
    pub fn count_by_type(&self, events: &[EventId]) -> BTreeMap<&str, usize> {
        let mut counts = BTreeMap::new();
        for event in events {
            *counts
                .entry(self.kind(event.0).event_type.as_str())
                .or_insert(0) += 1;
        }
        counts
    }

    /// Counts events by type and mode. O(list · log modes).
    pub fn count_by_mode(&self, events: &[EventId]) -> BTreeMap<(&str, Option<&str>), usize> {
        let mut counts = BTreeMap::new();
        for event in events {
            let kind = self.kind(event.0);
            *counts
                .entry((kind.event_type.as_str(), kind.mode.as_deref()))
                .or_insert(0) += 1;
        }
        counts
    }

    /// Counts events by those who have a role in them; [`Role::Place`] counts by place, [`Role::Reporter`] by who says so. O(list · parties).
    pub fn count_by_role(&self, events: &[EventId], role: Role) -> BTreeMap<EntityId, usize> {
        let mut counts = BTreeMap::new();
        for event in events {
            for (entity, _) in self.roles(*event).filter(|p| p.1 == role) {
                *counts.entry(entity).or_insert(0) += 1;
            }
        }
        counts
    }

    /// Counts events by the language of the articles that report them; an event told in two languages counts in both. O(reports).
    pub fn count_by_language(&self, events: &[EventId]) -> BTreeMap<&str, usize> {
        self.count_by_word(events, |a| self.article_source(a).0)
    }

    /// Counts events by the publisher of the articles that report them. O(reports).
    pub fn count_by_source(&self, events: &[EventId]) -> BTreeMap<&str, usize> {
        self.count_by_word(events, |a| self.article_source(a).1)
    }

    fn count_by_word<'g>(
        &'g self,
        events: &[EventId],
        word: impl Fn(ArticleId) -> Option<&'g str>,
    ) -> BTreeMap<&'g str, usize> {
        let mut counts = BTreeMap::new();
        for event in events {
            let articles = self
                .t
                .index
                .report
                .row(event.index())
                .iter()
                .map(|a| ArticleId(*a));
            let mut words: Vec<&str> = articles.filter_map(&word).collect();
            words.sort_unstable();
            words.dedup();
            for word in words {
                *counts.entry(word).or_insert(0) += 1;
            }
        }
        counts
    }
}

impl Period {
    /// Returns the first day of the period a day lies in.
    pub fn start(self, day: NaiveDate) -> NaiveDate {
        let back = |month: u32| NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day);
        match self {
            Self::Day => day,
            Self::Week => {
                let offset = u64::from(day.weekday().num_days_from_monday());
                day.checked_sub_days(Days::new(offset)).unwrap_or(day)
            }
            Self::Month => back(day.month()),
            Self::Quarter => back((day.month() - 1) / 3 * 3 + 1),
            Self::Year => back(1),
        }
    }
}
