//! Clauses in the terms of the graph.
//!
//! In: a clause. Out: a test of the plan. Invariant: a test keeps its words. Does not: run it.

use crate::base::analysis::EntityClass;
use crate::base::world::Report;
use crate::graph::{EntityId, EventId, Filter};
use crate::query::ast::{Clause, ClauseExpr};
use crate::query::plan::{Demand, Plan, Planner, Test};
use crate::query::result::Problem;
use crate::query::{ast, dates};
use std::collections::BTreeSet;
use std::sync::Arc;

impl Planner<'_> {
    /// Lists the events of somebody and an equal of which every report tells who began them.
    fn begun(&self, who: EntityId) -> Vec<EventId> {
        let mut events = self.graph.events_of(who, &Filter::default());
        events.retain(|e| {
            let reports = self.graph.reports(*e);
            let told = |r: &Report| self.vocabulary.words.tells_who_began(&r.trigger);
            self.graph.event(*e).symmetric && !reports.is_empty() && reports.iter().all(told)
        });
        events
    }

    pub(super) fn clause(&mut self, clause: &ClauseExpr, plan: &mut Plan) -> Result<(), Problem> {
        let day = |d: &ast::DateExpr| dates::resolve(d, self.options);
        let demand = match &clause.value {
            Clause::Since(d) => Demand::Window(day(d)?.lo, None),
            Clause::After(d) => Demand::Window(day(d)?.hi.and_then(|d| d.succ_opt()), None),
            Clause::Until(d) => Demand::Window(None, day(d)?.hi),
            Clause::Before(d) => Demand::Window(None, day(d)?.lo.and_then(|d| d.pred_opt())),
            Clause::During(a, b) => {
                let first = day(a)?;
                Demand::Window(first.lo, b.as_ref().map_or(Ok(first), day)?.hi)
            }
            Clause::Last(n, unit) => {
                let today = dates::today(self.options, clause.span)?;
                Demand::Window(Some(dates::shift(today, *n, *unit, false)), Some(today))
            }
            Clause::Around(d, margin) => {
                let (n, unit) = margin.unwrap_or((7, ast::Unit::Day));
                let at = day(d)?;
                Demand::Window(
                    at.lo.map(|d| dates::shift(d, n, unit, false)),
                    at.hi.map(|d| dates::shift(d, n, unit, true)),
                )
            }
            Clause::AsOf(d) => match day(d)?.hi {
                Some(hi) => Demand::KnownBy(hi),
                None => return Err(Problem::new("`as of` needs a day that is known", d.span)),
            },
            Clause::Certain(true) => Demand::Certain,
            Clause::Historical(wanted) => {
                let all = self.graph.all_events();
                let old: BTreeSet<EventId> =
                    all.filter(|e| self.graph.event(*e).historical).collect();
                Demand::Listed(Arc::new(old), *wanted)
            }
            Clause::Types(types) => self.types(types, true, plan),
            Clause::Without(types) => self.types(types, false, plan),
            Clause::Place(expr) => self.place(expr, plan)?,
            Clause::ReportedBy(expr) => Demand::Reporter(self.entity(expr)?),
            Clause::Source(name) => Demand::Source(self.source(name)?),
            Clause::Mentioning(words) => {
                let words: Vec<&str> = words.iter().map(|w| w.value.as_str()).collect();
                plan.notes.push(format!(
                    "only events with a sentence that has the word {}, in the language it is written in",
                    words.join(", ")
                ));
                Demand::Listed(Arc::new(self.mentioning(&words)), true)
            }
            Clause::Language(name) => Demand::Language(self.language(name)?),
            Clause::Confidence(n) => Demand::Confidence(*n),
            Clause::Statuses(list) => Demand::Statuses(list.clone()),
            Clause::With(role, expr) => {
                let who = self.entity(expr)?;
                if *role != ast::Role::Any {
                    plan.begun.extend(self.begun(who));
                }
                Demand::Role(*role, who)
            }
            Clause::Between(list) => Demand::Among(self.list(list, 2)?),
            Clause::Sort(column, descending) => {
                plan.sort = Some((column.value.clone(), *descending));
                return Ok(());
            }
            Clause::Limit(n) => {
                plan.limit = Some(*n);
                return Ok(());
            }
            Clause::Hops(_)
            | Clause::Via(_)
            | Clause::Avoiding(_)
            | Clause::InOrder(_)
            | Clause::Criterion(_)
            | Clause::Strict
            | Clause::Certain(false) => return Ok(()),
        };
        let words = clause.span.of(self.text).to_owned();
        plan.notes.extend(self.meant(&clause.value)?);
        plan.tests.push(Test { words, demand });
        Ok(())
    }

    /// An event has one place: a second one that is no country around it leaves nothing, and is a slip.
    fn place(&mut self, expr: &ast::EntityExpr, plan: &Plan) -> Result<Demand, Problem> {
        let place = self.entity(expr)?;
        let town = |e: EntityId| self.graph.entity(e).class != EntityClass::Country;
        let before = plan.tests.iter().find(|t| {
            matches!(t.demand, Demand::Place(other) if town(other) && town(place) && other != place)
        });
        match before {
            Some(before) => Err(Problem::new(
                format!(
                    "an event has one place, and `{}` names it already",
                    before.words
                ),
                expr.span,
            )),
            None => Ok(Demand::Place(place)),
        }
    }

    /// Says which days words mean that mean others tomorrow: "March" is 2026-03.
    pub(super) fn meant(&self, clause: &Clause) -> Result<Option<String>, Problem> {
        let (Clause::Since(date)
        | Clause::After(date)
        | Clause::Until(date)
        | Clause::Before(date)
        | Clause::During(date, None)
        | Clause::Around(date, _)) = clause
        else {
            return Ok(None);
        };
        if !matches!(
            date.value,
            ast::DateTerm::Month(_) | ast::DateTerm::DayOfYear(..) | ast::DateTerm::Whole(..)
        ) {
            return Ok(None);
        }
        let days = dates::resolve(date, self.options)?.to_edtf();
        let days = days.replace('/', " – ");
        Ok(Some(format!("{} is {days}", date.span.of(self.text))))
    }
}
