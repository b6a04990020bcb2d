//! Clauses in the terms of the graph.
//!
//! In: a clause. Out: a test of the plan. Invariant: a test keeps its words. Does not: run it.

use crate::base::analysis::EntityClass;
use crate::base::world::Report;
use crate::graph::{EntityId, EventId, Filter, Role};
use crate::query::ast::{Clause, ClauseExpr};
use crate::query::plan::{Demand, Plan, Planner, Test};
use crate::query::result::Problem;
use crate::query::{ast, dates};
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
        if let Some(window) = self.window(clause)? {
            self.demand(window, clause, plan)?;
            return Ok(());
        }
        let demand = match &clause.value {
            Clause::AsOf(d) => match dates::resolve(d, self.options)?.hi {
                Some(hi) => Demand::KnownBy(hi),
                None => return Err(Problem::new("`as of` needs a day that is known", d.span)),
            },
            Clause::Certain(true) => Demand::Certain,
            Clause::Historical(wanted) => self.historical(*wanted),
            Clause::Types(types) => self.types(types, true, plan),
            Clause::Without(types) => self.types(types, false, plan),
            Clause::Place(expr) => self.place(expr, plan)?,
            Clause::ReportedBy(expr) => Demand::Reporter(self.entity(expr)?),
            Clause::SaidBy(expr) => self.said_by(expr)?,
            Clause::NotPlace(expr) => self.not_in(expr)?,
            Clause::Dated(wanted) => self.dated(*wanted),
            Clause::Source(name) => Demand::Source(self.source(name)?),
            Clause::Mentioning(words) => self.mentions(words, plan),
            Clause::Language(name) => Demand::Language(self.language(name)?),
            Clause::Confidence(n) => Demand::Confidence(*n),
            Clause::Statuses(list) => Demand::Statuses(list.clone()),
            Clause::With(role, list) => self.role(*role, list, plan)?,
            Clause::NotWith(expr) => self.not_with(expr, plan)?,
            Clause::Between(list) => Demand::Among(self.list(list, 2)?),
            Clause::Sort(column, descending) => {
                plan.sort = Some((column.value.clone(), *descending));
                return Ok(());
            }
            Clause::Limit(n) => {
                plan.limit = Some(*n);
                return Ok(());
            }
            // Ways are read with the verb.
            _ => return Ok(()),
        };
        self.demand(demand, clause, plan)
    }

    /// Adds a test with the words it came from, and says which days they mean.
    fn demand(&self, demand: Demand, clause: &ClauseExpr, plan: &mut Plan) -> Result<(), Problem> {
        let words = clause.span.of(self.text).to_owned();
        plan.notes.extend(self.meant(&clause.value)?);
        plan.tests.push(Test { words, demand });
        Ok(())
    }

    /// The days that a clause of time admits.
    fn window(&self, clause: &ClauseExpr) -> Result<Option<Demand>, Problem> {
        let day = |d: &ast::DateExpr| dates::resolve(d, self.options);
        Ok(Some(match &clause.value {
            Clause::Since(d) => Demand::Window(day(d)?.lo, None),
            Clause::After(d) => Demand::Window(day(d)?.hi.and_then(|d| d.succ_opt()), None),
            Clause::Until(d) => Demand::Window(None, day(d)?.hi),
            Clause::Before(d) => Demand::Window(None, day(d)?.lo.and_then(|d| d.pred_opt())),
            Clause::During(a, None) => {
                let whole = day(a)?;
                Demand::Window(whole.lo, whole.hi)
            }
            Clause::During(a, Some(b)) => {
                let last = day(b)?;
                let first = dates::first_of(a, &last, self.options)?;
                if first.lo.zip(last.hi).is_some_and(|(lo, hi)| lo > hi) {
                    let message =
                        "this stretch ends before it begins; write the earlier date first";
                    return Err(Problem::new(message, clause.span));
                }
                Demand::Window(first.lo, last.hi)
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
            _ => return Ok(None),
        }))
    }

    fn historical(&self, wanted: bool) -> Demand {
        let all = self.graph.all_events();
        let old = all.filter(|e| self.graph.event(*e).historical);
        Demand::Listed(Arc::new(old.collect()), wanted)
    }

    fn dated(&self, wanted: bool) -> Demand {
        let all = self.graph.all_events();
        let dated = all.filter(|e| self.graph.event(*e).date.is_some());
        Demand::Listed(Arc::new(dated.collect()), wanted)
    }

    /// What is told on somebody's word, and what they said to or of others.
    fn said_by(&mut self, expr: &ast::EntityExpr) -> Result<Demand, Problem> {
        let who = self.entity(expr)?;
        let kinds = self.vocabulary.spoken();
        let spoken = Filter {
            kinds: Some(self.graph.kind_set(|k| super::is_of(k, &kinds))),
            ..Filter::default()
        };
        let on_word = Filter {
            reporter: Some(who),
            ..Filter::default()
        };
        let mut events = self.graph.events_where(&on_word);
        events.extend(self.graph.events_in_role(who, &[Role::Agent], &spoken));
        Ok(Demand::Listed(Arc::new(events.into_iter().collect()), true))
    }

    /// Leaves out what happened at a place, or in a country.
    fn not_in(&mut self, expr: &ast::EntityExpr) -> Result<Demand, Problem> {
        let place = self.entity(expr)?;
        let country = self.graph.entity(place).class == EntityClass::Country;
        let there = |event: &EventId| {
            let mut roles = self.graph.roles(*event);
            roles.any(|(e, r)| r == Role::Place && e == place)
                || country && super::filter::in_country(self.graph, *event, place)
        };
        let events = self.graph.all_events().filter(there);
        Ok(Demand::Listed(Arc::new(events.collect()), false))
    }

    /// Events with a sentence that holds every one of some words; says so.
    fn mentions(&self, words: &[ast::At<String>], plan: &mut Plan) -> Demand {
        let words: Vec<&str> = words.iter().map(|w| w.value.as_str()).collect();
        plan.notes.push(format!(
            "only events with a sentence that has the word {}, in the language it is written in",
            words.join(", ")
        ));
        Demand::Listed(Arc::new(self.mentioning(&words)), true)
    }

    fn role(
        &mut self,
        role: ast::Role,
        list: &[ast::EntityExpr],
        plan: &mut Plan,
    ) -> Result<Demand, Problem> {
        let whom = self.all(list)?;
        if role != ast::Role::Any {
            plan.begun.extend(whom.iter().flat_map(|e| self.begun(*e)));
        }
        Ok(match whom.as_slice() {
            [only] => Demand::Role(role, *only),
            _ => Demand::AnyOf(role, whom),
        })
    }

    /// Leaves out the events of somebody, and says that nobody else is left out for having met them.
    fn not_with(&mut self, expr: &ast::EntityExpr, plan: &mut Plan) -> Result<Demand, Problem> {
        let who = self.entity(expr)?;
        let roles = [Role::Agent, Role::Recipient, Role::Mediator, Role::Place];
        let events = self.graph.events_in_role(who, &roles, &Filter::default());
        let name = self.graph.name(who);
        plan.notes.push(format!(
            "left out: events that {name} takes part in; others who dealt with {name} at another time are not left out"
        ));
        Ok(Demand::Listed(
            Arc::new(events.into_iter().collect()),
            false,
        ))
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
