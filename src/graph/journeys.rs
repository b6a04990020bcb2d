//! Journeys: chains of events in the order of time, from one entity to another.
//!
//! In: two entities and [`JourneyOptions`]. Out: the best journey by one of four criteria. Invariants: each event is on the day of the one before or later
//! (`strict`: later), at most `gap` days later. Graphs whose events are all of a single day are served here, in one pass over the days of the window;
//! those with longer or vaguer dates by `spans`. Source: Wu et al., Path problems in temporal graphs, VLDB 2014 (the four criteria); labels with several entries for waiting limits.

use super::Graph;
use super::schema::{Criterion, EntityId, EventId, JourneyOptions, Path, Step};
use super::tables::NONE;

/// A way to have got somewhere.
#[derive(Debug, Clone, Copy)]
struct Label {
    /// Day of its last event; meaningless at the start.
    arrival: i32,
    /// Day of its first event.
    departure: i32,
    hops: u32,
    entity: u32,
    /// Last event.
    event: u32,
    /// The label it continues, [`NONE`] at the start.
    before: u32,
}

/// One run over the events.
struct Run<'a> {
    graph: &'a Graph,
    options: &'a JourneyOptions,
    from: u32,
    to: u32,
    labels: Vec<Label>,
    /// Live labels of each entity.
    fronts: Vec<Vec<u32>>,
    best: Option<u32>,
}

impl Graph {
    /// Finds the best journey; `None` if there is none. Ties: the earlier arrival, then fewer hops, then the order of handles.
    /// An event that spans several days, or is dated to a month or year, may take any day of its span that lies in the window; with `window.certain` the
    /// order must hold whatever the days are. Undated events and those without a known beginning carry no journey.
    /// Complexity: O(events in the window) label updates, each O(labels of an entity): one without `gap`, a small front with it. Earliest arrival stops
    /// on the day it arrives.
    pub fn journey(&self, from: EntityId, to: EntityId, options: &JourneyOptions) -> Option<Path> {
        let n = self.n_entities();
        let avoid = &options.path.avoid;
        if from.index() >= n || to.index() >= n || avoid.contains(&from) || avoid.contains(&to) {
            return None;
        }
        if from == to {
            return Some(Path::default());
        }
        if self.t.events.needs_check() {
            return self.journey_over_spans(from.0, to.0, options);
        }
        let mut run = Run {
            graph: self,
            options,
            from: from.0,
            to: to.0,
            labels: Vec::new(),
            fronts: vec![Vec::new(); n],
            best: None,
        };
        run.pass();
        run.best.map(|label| run.path(label))
    }
}

impl Run<'_> {
    /// Walks the days of the window in order.
    fn pass(&mut self) {
        let table = &self.graph.t.events;
        let filter = &self.options.path.filter;
        let days = table.lo.get(..table.n_narrow).unwrap_or(&[]);
        let (_, end) = table.row_range(filter.window);
        // Without a bound the list of the start goes on into long and undated events, which carry no journey.
        let first = self
            .first_event()
            .and_then(|first| days.get(first as usize));
        let mut at = match first {
            Some(first) => days.partition_point(|d| d < first) as u32,
            None => return,
        };
        while at < end {
            let Some(&day) = days.get(at as usize) else {
                return;
            };
            let next = at
                + days
                    .get(at as usize..)
                    .unwrap_or(&[])
                    .partition_point(|d| *d == day) as u32;
            self.day(day, at..next.min(end));
            if self.is_done() {
                return;
            }
            at = next;
        }
    }

    fn first_event(&self) -> Option<u32> {
        let filter = &self.options.path.filter;
        let list = self.graph.t.index.actor.row(self.from as usize);
        let (narrow, _) = self.graph.t.events.candidates(list, filter.window);
        narrow.first().copied()
    }

    fn is_done(&self) -> bool {
        match (self.options.criterion, self.best) {
            (Criterion::Earliest, Some(_)) => true,
            (Criterion::Fastest, Some(best)) => {
                let label = &self.labels[best as usize];
                label.arrival == label.departure
            }
            (Criterion::Shortest, Some(best)) => self.labels[best as usize].hops == 1,
            _ => false,
        }
    }

    /// Takes the events of one day until nothing changes; one round if each event must be on a later day.
    fn day(&mut self, day: i32, rows: std::ops::Range<u32>) {
        loop {
            let mut changed = false;
            for row in rows.clone() {
                changed |= self.event(day, row);
            }
            if !changed || self.options.strict {
                return;
            }
        }
    }

    fn event(&mut self, day: i32, row: u32) -> bool {
        let table = &self.graph.t.events;
        let (a, b) = (table.first[row as usize], table.second[row as usize]);
        let plain = !table.flags(row as usize).has(super::tables::Flags::EXTRA);
        let idle = |e: u32| e == NONE || (e != self.from && self.fronts[e as usize].is_empty());
        if plain && (a == NONE || b == NONE || a == b || (idle(a) && idle(b))) {
            return false;
        }
        let filter = &self.options.path.filter;
        let one_day = table.span(row as usize) == (day, day);
        if !one_day || !self.graph.admits(row, filter) {
            return false;
        }
        if plain {
            return self.hop(day, row, a, b) | self.hop(day, row, b, a);
        }
        let parties: Vec<u32> = table.parties(row).collect();
        let mut changed = false;
        for &x in &parties {
            for &y in parties.iter().filter(|y| **y != x) {
                changed |= self.hop(day, row, x, y);
            }
        }
        changed
    }

    /// Continues every label of `x` to `y`.
    fn hop(&mut self, day: i32, row: u32, x: u32, y: u32) -> bool {
        if y == self.from || x == self.to || self.options.path.avoid.contains(&EntityId(y)) {
            return false;
        }
        if x == self.from {
            return self.arrive(Label {
                arrival: day,
                departure: day,
                hops: 1,
                entity: y,
                event: row,
                before: NONE,
            });
        }
        let mut changed = false;
        for i in 0..self.fronts[x as usize].len() {
            let before = self.fronts[x as usize][i];
            let old = self.labels[before as usize];
            let wait = day - old.arrival;
            let in_time = if self.options.strict {
                wait > 0
            } else {
                wait >= 0
            };
            if in_time && self.options.gap.is_none_or(|g| wait <= g as i32) {
                changed |= self.arrive(Label {
                    arrival: day,
                    hops: old.hops + 1,
                    entity: y,
                    event: row,
                    before,
                    ..old
                });
            }
        }
        changed
    }

    /// Enters a label unless one as good is there; drops those it makes useless.
    fn arrive(&mut self, label: Label) -> bool {
        if self.options.path.max_hops.is_some_and(|m| label.hops > m) {
            return false;
        }
        let front = &self.fronts[label.entity as usize];
        if front
            .iter()
            .any(|old| self.covers(&self.labels[*old as usize], &label))
        {
            return false;
        }
        let id = self.labels.len() as u32;
        let kept: Vec<u32> = front
            .iter()
            .copied()
            .filter(|old| !self.covers(&label, &self.labels[*old as usize]))
            .chain([id])
            .collect();
        self.fronts[label.entity as usize] = kept;
        self.labels.push(label);
        if label.entity == self.to
            && self
                .best
                .is_none_or(|b| self.cost(&label) < self.cost(&self.labels[b as usize]))
        {
            self.best = Some(id);
        }
        true
    }

    /// Tells whether whatever follows `b` could as well follow `a`, at no worse cost.
    fn covers(&self, a: &Label, b: &Label) -> bool {
        let options = self.options;
        let waits = match (options.gap.is_some(), options.strict) {
            // Without a limit, an earlier arrival serves all later events; a same-day one serves equally.
            (false, false) => true,
            (false, true) => a.arrival <= b.arrival,
            (true, false) => a.arrival >= b.arrival,
            (true, true) => a.arrival == b.arrival,
        };
        let departs = match options.criterion {
            Criterion::Latest | Criterion::Fastest => a.departure >= b.departure,
            Criterion::Earliest | Criterion::Shortest => true,
        };
        let short = options.path.max_hops.is_none() && options.criterion != Criterion::Shortest;
        let arrives = a.entity != self.to || self.cost(a) <= self.cost(b);
        waits && departs && arrives && (short || a.hops <= b.hops)
    }

    fn cost(&self, label: &Label) -> (i64, i32, u32) {
        let (arrival, departure) = (i64::from(label.arrival), i64::from(label.departure));
        let main = match self.options.criterion {
            Criterion::Earliest => arrival,
            Criterion::Latest => -departure,
            Criterion::Fastest => arrival - departure,
            Criterion::Shortest => i64::from(label.hops),
        };
        (main, label.arrival, label.hops)
    }

    fn path(&self, label: u32) -> Path {
        let mut steps = Vec::new();
        let mut at = Some(label);
        while let Some(label) = at.and_then(|l| self.labels.get(l as usize)) {
            let before = self.labels.get(label.before as usize);
            let from = before.map_or(self.from, |b| b.entity);
            steps.push(Step {
                from: EntityId(from),
                to: EntityId(label.entity),
                event: EventId(label.event),
                n_events: 1,
            });
            at = before.map(|_| label.before);
        }
        steps.reverse();
        Path { steps }
    }
}
