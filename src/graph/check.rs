//! Verifies every invariant of a graph, for `newsgraph check graph` and the tests.
//!
//! In: a graph, usually just opened. Out: one diagnostic a broken invariant, none if the graph is sound. Complexity: O(size · log size).
//! Does not: repair.

use super::Graph;
use super::column::{Csr, Strings};
use super::index;
use super::tables::{Flags, NARROW_DAYS, UNDATED};
use crate::base::diagnostic::{Diagnostic, Level};

/// Most findings of one kind that are told.
const TOLD: usize = 3;

#[derive(Default)]
struct Findings(Vec<Diagnostic>);

impl Findings {
    fn add(&mut self, rows: impl Iterator<Item = String>) {
        let mut rows = rows.peekable();
        let mut told = 0;
        while rows.peek().is_some() && told < TOLD {
            if let Some(message) = rows.next() {
                self.0.push(Diagnostic::new(Level::Error, message));
                told += 1;
            }
        }
    }

    fn check(&mut self, holds: bool, message: &str) {
        if !holds {
            self.0.push(Diagnostic::new(Level::Error, message));
        }
    }
}

impl Graph {
    /// Checks ids, order, references, evidence, and that every index equals the one derived anew from the store.
    pub fn check(&self) -> Vec<Diagnostic> {
        let mut findings = Findings::default();
        self.check_entities(&mut findings);
        if findings.0.is_empty() {
            self.check_events(&mut findings);
        }
        // References out of range would make the derivation meaningless.
        if findings.0.is_empty() {
            self.check_indexes(&mut findings);
            self.check_details(&mut findings);
        }
        findings.0
    }

    fn check_entities(&self, findings: &mut Findings) {
        let table = &self.t.entities;
        let n = table.len();
        findings.check(
            ascending(&table.ids),
            "entity ids are not sorted and unique; rebuild the graph",
        );
        findings.check(
            ascending(&self.t.articles.ids),
            "article ids are not sorted and unique; rebuild the graph",
        );
        let lengths = [
            table.names.len(),
            table.class.len(),
            table.country.len(),
            table.sector.len(),
        ];
        findings.check(
            lengths.iter().all(|l| *l == n),
            "the entity columns differ in length; rebuild the graph",
        );
        let nameless = (0..n).filter(|i| table.names.get(*i).is_empty());
        findings.add(nameless.map(|i| format!("entity {:?} has no name", table.ids.get(i))));
    }

    fn check_events(&self, findings: &mut Findings) {
        let table = &self.t.events;
        let (n, m) = (self.n_entities() as u32, table.len());
        let lengths = [
            table.kind.len(),
            table.flags.len(),
            table.first.len(),
            table.second.len(),
        ];
        let ordered = table.n_narrow <= table.n_dated && table.n_dated <= m;
        let whole = lengths.iter().all(|l| *l == m) && ordered && [0, m].contains(&table.hi.len());
        findings.check(
            whole,
            "the event columns differ in length; rebuild the graph",
        );
        if !whole {
            return;
        }
        let events = 0..m as u32;
        let id = |row: u32| self.event_key(row).into_owned();
        let strays = events.clone().filter(|e| table.parts(*e).any(|p| p.0 >= n));
        findings
            .add(strays.map(|e| format!("event {} names an entity that does not exist", id(e))));
        let kinds = self.t.kinds.len() as u32;
        let strange = events.clone().filter(|e| table.kind[*e as usize] >= kinds);
        findings.add(strange.map(|e| format!("event {} is of a kind that does not exist", id(e))));
        let backward = events.clone().filter(|e| {
            let (lo, hi) = table.span(*e as usize);
            lo > hi && !table.flags(*e as usize).has(Flags::YEARLESS)
        });
        findings.add(backward.map(|e| format!("event {} ends before it starts", id(e))));
        let misplaced = events
            .clone()
            .filter(|e| self.stretch(*e) != self.place(*e));
        findings.add(
            misplaced.map(|e| format!("event {} stands among events of another length", id(e))),
        );
        let early = events
            .clone()
            .skip(1)
            .filter(|e| self.place(*e) == self.place(*e - 1) && self.place(*e) < 2);
        let early = early.filter(|e| table.lo[*e as usize] < table.lo[*e as usize - 1]);
        findings.add(early.map(|e| format!("event {} stands before an earlier one", id(e))));
        let extra_sound =
            table.extra_event.len() == table.extra_part.len() && table.extra_event.is_sorted();
        findings.check(
            extra_sound,
            "the list of further parties is not in order; rebuild the graph",
        );
    }

    /// What the dates of an event say: 0 narrow, 1 wide, 2 undated.
    fn stretch(&self, row: u32) -> u8 {
        match self.t.events.span(row as usize) {
            (UNDATED, _) => 2,
            (lo, hi) => {
                u8::from(lo == i32::MIN || hi == i32::MAX || hi.saturating_sub(lo) > NARROW_DAYS)
            }
        }
    }

    /// What its position says.
    fn place(&self, row: u32) -> u8 {
        let i = row as usize;
        u8::from(i >= self.t.events.n_narrow) + u8::from(i >= self.t.events.n_dated)
    }

    fn check_indexes(&self, findings: &mut Findings) {
        let store = self.rebuild_store();
        let fresh = index::derive(
            &store,
            &self.t.events,
            self.t.kinds.len(),
            self.n_articles(),
        );
        let kept = &self.t.index;
        let pairs = [
            ("actor", &kept.actor, &fresh.actor),
            ("place", &kept.place, &fresh.place),
            ("reporter", &kept.reporter, &fresh.reporter),
            ("partner", &kept.neighbor, &fresh.neighbor),
            ("pair", &kept.pair, &fresh.pair),
            ("kind", &kept.kind, &fresh.kind),
            ("report", &kept.report, &fresh.report),
            ("article", &kept.article, &fresh.article),
        ];
        let wrong = pairs.into_iter().filter(|(_, a, b)| !same(a, b));
        findings.add(wrong.map(|w| {
            format!(
                "the {} index does not follow from the events; rebuild the graph",
                w.0
            )
        }));
        findings.check(
            *kept.neighbor_pair == *fresh.neighbor_pair,
            "the pairs of partners do not follow from the events",
        );
        let marked = index::mirrored(&kept.pair, &self.t.events);
        let flagged = (0..self.n_events() as u32)
            .filter(|e| self.t.events.flags(*e as usize).has(Flags::MIRRORED));
        findings.check(
            flagged.eq(marked),
            "the marks of mirrored events do not follow from the events",
        );
        let readable = super::names::is_whole(&self.t.names);
        findings.check(readable, "the table of names is damaged; rebuild the graph");
        if !readable {
            return;
        }
        let names_lost = (0..self.n_entities()).filter(|i| {
            let name = self.t.entities.names.get(*i);
            !super::fold_name(name).is_empty()
                && !self.find(name).iter().any(|h| h.entity.index() == *i)
        });
        findings.add(names_lost.map(|i| {
            format!(
                "entity {:?} is not found by its name",
                self.t.entities.ids.get(i)
            )
        }));
    }

    fn check_details(&self, findings: &mut Findings) {
        let details = self.details();
        let readable = self.t.details.is_empty() || !details.is_empty();
        findings.check(readable, "the details cannot be read; rebuild the graph");
        findings.check(
            details.articles.len() == self.n_articles(),
            "the list of articles and their records differ in length",
        );
        let broken = (0..details.articles.len()).filter(|i| details.article(*i).is_none());
        findings.add(broken.map(|i| {
            format!(
                "the record of article {:?} cannot be read",
                self.t.articles.ids.get(i)
            )
        }));
        let has_reports = |row: u32| !self.t.index.report.row(row as usize).is_empty();
        let quoteless = details
            .events
            .iter()
            .filter(|(_, d)| d.reports.iter().any(|r| r.quote.is_empty()));
        findings.add(quoteless.map(|(row, _)| {
            format!(
                "event {} has a report without a quote",
                self.event_key(*row)
            )
        }));
        let missing = details
            .events
            .iter()
            .filter(|(row, d)| !d.reports.is_empty() && !has_reports(*row));
        findings.add(missing.map(|(row, _)| {
            format!(
                "event {} is reported by articles the graph lacks",
                self.event_key(*row)
            )
        }));
        let lost = details.relations.iter().filter(|r| {
            self.entity_by_key(&r.subject).is_none() || self.entity_by_key(&r.object).is_none()
        });
        findings.add(lost.map(|r| {
            format!(
                "relation {} {} {} names an entity that does not exist",
                r.subject, r.predicate, r.object
            )
        }));
    }
}

fn ascending(texts: &Strings) -> bool {
    (1..texts.len()).all(|i| texts.get(i - 1) < texts.get(i))
}

fn same(a: &Csr, b: &Csr) -> bool {
    *a.offsets == *b.offsets && *a.items == *b.items
}
