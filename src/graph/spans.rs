//! Journeys over events that span several days or are known to a month or year only: a day of each event is free within its span.
//!
//! In: two entities, [`JourneyOptions`]. Out: the best journey. Two readings of "in order": *possible* (the default) asks that days can be chosen, one in
//! each span, that are in order; *certain* (`window.certain`) asks that the order holds whatever the days are. Undated events and those without a known
//! beginning have no place in an order and carry no journey.
//! Invariants: for a chain of spans the days its last event can take are one interval, so a label is an interval and a bound on the departure; both only
//! get worse along a chain, so the first label taken from the queue at the goal is the best. Does not: serve tables of single days (`journeys` is faster).

use super::Graph;
use super::schema::{Criterion, EntityId, EventId, JourneyOptions, Path, Step, Window};
use super::tables::{NONE, UNDATED};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A chain of events that ends at an entity.
#[derive(Debug, Clone, Copy)]
struct Label {
    /// Days its last event can take (possible) or does take (certain).
    lo: i32,
    hi: i32,
    /// Latest day its first event can take, whatever the last day.
    departure: i32,
    hops: u32,
    entity: u32,
    event: u32,
    /// The label it continues, [`NONE`] at the start.
    before: u32,
}

/// Cost of a label, then its number: earlier labels win ties.
type Rank = ((i64, i32, u32), u32);

struct Run<'a> {
    graph: &'a Graph,
    options: &'a JourneyOptions,
    from: u32,
    to: u32,
    labels: Vec<Label>,
    /// Live labels of each entity.
    fronts: Vec<Vec<u32>>,
    queue: BinaryHeap<Reverse<Rank>>,
}

impl Graph {
    /// Finds the best journey; the ends are known to be two entities of the graph. O(labels · (log n + events of an entity)); one label an entity for
    /// "earliest" without `gap`, a small front otherwise.
    pub(super) fn journey_over_spans(
        &self,
        from: u32,
        to: u32,
        options: &JourneyOptions,
    ) -> Option<Path> {
        let mut run = Run {
            graph: self,
            options,
            from,
            to,
            labels: Vec::new(),
            fronts: vec![Vec::new(); self.n_entities()],
            queue: BinaryHeap::new(),
        };
        run.depart();
        while let Some(Reverse((_, id))) = run.queue.pop() {
            let label = run.labels[id as usize];
            if label.entity == to {
                return Some(run.path(id));
            }
            if run.fronts[label.entity as usize].contains(&id) {
                run.extend(id, label);
            }
        }
        None
    }

    /// Returns the first day on which a journey can be over (for certain windows: on which it is over), given the options it was found with; `None` if
    /// its events are not in order.
    pub fn arrival(&self, path: &Path, options: &JourneyOptions) -> Option<chrono::NaiveDate> {
        let mut at: Option<(i32, i32)> = None;
        for step in &path.steps {
            let span = days_of(self, step.event.0, options)?;
            at = Some(match at {
                None => span,
                Some(last) => follow(last, span, options)?,
            });
        }
        let (lo, hi) = at?;
        super::schema::date_of(if options.path.filter.window.certain {
            hi
        } else {
            lo
        })
    }
}

/// The days of an event inside the window; `None` if it has no known beginning.
fn days_of(graph: &Graph, row: u32, options: &JourneyOptions) -> Option<(i32, i32)> {
    let (lo, hi) = graph.t.events.span(row as usize);
    if lo == UNDATED || lo == i32::MIN {
        return None;
    }
    let window = options.path.filter.window;
    let clipped = (lo.max(window.lo), hi.min(window.hi));
    (clipped.0 <= clipped.1).then_some(if window.certain { (lo, hi) } else { clipped })
}

/// The days that an event can take behind another one.
fn follow(last: (i32, i32), next: (i32, i32), options: &JourneyOptions) -> Option<(i32, i32)> {
    let least = i32::from(options.strict);
    let most = options
        .gap
        .map_or(i32::MAX, |g| g.min(i32::MAX as u32) as i32);
    if options.path.filter.window.certain {
        let in_order = next.0 >= last.1.saturating_add(least);
        let near = options.gap.is_none() || next.1.saturating_sub(last.0) <= most;
        return (in_order && near).then_some(next);
    }
    if least > most {
        return None;
    }
    let lo = next.0.max(last.0.saturating_add(least));
    let hi = next.1.min(last.1.saturating_add(most));
    (lo <= hi).then_some((lo, hi))
}

impl Run<'_> {
    fn depart(&mut self) {
        let window = self.options.path.filter.window;
        self.each_event(self.from, window, |run, row, span, partner| {
            let departure = if window.certain { span.0 } else { i32::MAX };
            run.arrive(Label {
                lo: span.0,
                hi: span.1,
                departure,
                hops: 1,
                entity: partner,
                event: row,
                before: NONE,
            });
        });
    }

    fn extend(&mut self, id: u32, label: Label) {
        let last = (label.lo, label.hi);
        let options = self.options;
        let certain = options.path.filter.window.certain;
        let first = if certain { label.hi } else { label.lo };
        // A bound on the days to look at; the events themselves are looked at below.
        let reach = Window {
            lo: first
                .saturating_add(i32::from(options.strict))
                .max(options.path.filter.window.lo),
            hi: options.path.filter.window.hi,
            certain: false,
        };
        self.each_event(label.entity, reach, |run, row, span, partner| {
            if let Some((lo, hi)) = follow(last, span, options) {
                run.arrive(Label {
                    lo,
                    hi,
                    departure: run.latest_departure(&label),
                    hops: label.hops + 1,
                    entity: partner,
                    event: row,
                    before: id,
                });
            }
        });
    }

    /// Calls `visit` with each event of an entity under the filter, the days it can take, and each partner in it that may be stepped to.
    fn each_event(
        &mut self,
        entity: u32,
        reach: Window,
        mut visit: impl FnMut(&mut Self, u32, (i32, i32), u32),
    ) {
        let graph = self.graph;
        let table = &graph.t.events;
        let (narrow, wide) = table.candidates(graph.t.index.actor.row(entity as usize), reach);
        for &row in narrow.iter().chain(wide) {
            let Some(span) = days_of(graph, row, self.options) else {
                continue;
            };
            if span.1 < reach.lo || !graph.admits(row, &self.options.path.filter) {
                continue;
            }
            for partner in table.parties(row) {
                let free = partner != entity && partner != self.from;
                if free && !self.options.path.avoid.contains(&EntityId(partner)) {
                    visit(self, row, span, partner);
                }
            }
        }
    }

    /// The latest day the first event of a chain can take if the chain goes on behind it.
    fn latest_departure(&self, label: &Label) -> i32 {
        if self.options.path.filter.window.certain {
            return label.departure;
        }
        let waits = (label.hops - 1) * u32::from(self.options.strict);
        label.departure.min(label.hi.saturating_sub(waits as i32))
    }

    /// Enters a label unless one as good is there; drops those it makes useless.
    fn arrive(&mut self, label: Label) {
        if self.options.path.max_hops.is_some_and(|m| label.hops > m) {
            return;
        }
        let front = &self.fronts[label.entity as usize];
        if front
            .iter()
            .any(|old| self.covers(&self.labels[*old as usize], &label))
        {
            return;
        }
        let id = self.labels.len() as u32;
        let live = front.iter().copied();
        let kept: Vec<u32> = live
            .filter(|old| !self.covers(&label, &self.labels[*old as usize]))
            .chain([id])
            .collect();
        self.fronts[label.entity as usize] = kept;
        self.queue.push(Reverse((self.cost(&label), id)));
        self.labels.push(label);
    }

    /// Tells whether whatever follows `b` could as well follow `a`, at no worse cost.
    fn covers(&self, a: &Label, b: &Label) -> bool {
        let options = self.options;
        let certain = options.path.filter.window.certain;
        let follows = match (certain, options.gap.is_some()) {
            (false, false) => a.lo <= b.lo,
            (false, true) => a.lo <= b.lo && a.hi >= b.hi,
            (true, false) => a.hi <= b.hi,
            (true, true) => a.hi <= b.hi && a.lo >= b.lo,
        };
        let timed = matches!(options.criterion, Criterion::Latest | Criterion::Fastest);
        let departs = !timed || self.latest_departure(a) >= self.latest_departure(b);
        let counted = options.path.max_hops.is_some()
            || options.criterion == Criterion::Shortest
            || (timed && options.strict);
        let arrives = a.entity != self.to || self.cost(a) <= self.cost(b);
        follows && departs && arrives && (!counted || a.hops <= b.hops)
    }

    fn cost(&self, label: &Label) -> (i64, i32, u32) {
        let certain = self.options.path.filter.window.certain;
        let arrival = if certain { label.hi } else { label.lo };
        let departure = i64::from(self.latest_departure(label));
        let least = i64::from(label.hops - 1) * i64::from(self.options.strict);
        let main = match self.options.criterion {
            Criterion::Earliest => i64::from(arrival),
            Criterion::Latest => -departure,
            Criterion::Fastest if certain => i64::from(arrival) - departure,
            Criterion::Fastest => (i64::from(arrival) - i64::from(label.departure)).max(least),
            Criterion::Shortest => i64::from(label.hops),
        };
        (main, arrival, label.hops)
    }

    fn path(&self, label: u32) -> Path {
        let mut steps = Vec::new();
        let mut at = self.labels.get(label as usize);
        while let Some(label) = at {
            let before = self.labels.get(label.before as usize);
            steps.push(Step {
                from: EntityId(before.map_or(self.from, |b| b.entity)),
                to: EntityId(label.entity),
                event: EventId(label.event),
                n_events: 1,
            });
            at = before;
        }
        steps.reverse();
        Path { steps }
    }
}
