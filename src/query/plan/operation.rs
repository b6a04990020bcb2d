//! The verb of a statement in the terms of the graph.
//!
//! In: a verb. Out: an [`Operation`]. Invariant: a verb of the session is an error. Does not: run.

use crate::graph::{Criterion, NameHit, NameMatch};
use crate::query::ast;
use crate::query::ast::{Clause, ClauseExpr, EntityExpr, Pattern, Query, Subject, Verb};
use crate::query::plan::{Operation, Planner, Route};
use crate::query::result::Problem;

/// Words of `top` without a number.
pub(super) const TOP_ROWS: usize = 10;

impl Planner<'_> {
    pub(super) fn operation(&mut self, query: &Query, verb: &Verb) -> Result<Operation, Problem> {
        Ok(match verb {
            Verb::Count(of) => Operation::Count(Box::new(self.operation(query, of)?)),
            Verb::Find(pattern) => self.find(pattern)?,
            Verb::Show(expr) => Operation::Show(self.entity(expr)?),
            Verb::ShowReference(reference) => Operation::ShowRow(reference.value.clone()),
            Verb::ShowTopic(topic) => Operation::Topic(*topic),
            Verb::Neighbors(expr) => Operation::Neighbors(self.entity(expr)?, hops(&query.clauses)),
            Verb::Path {
                from,
                to,
                all,
                journey,
            } => {
                let (from, to) = (self.entity(from)?, self.entity(to)?);
                Operation::Path(from, to, *all, self.route(&query.clauses, *journey)?)
            }
            Verb::Between(list) => Operation::Together(self.list(list, 2)?),
            Verb::Timeline(list) => Operation::Together(self.list(list, 1)?),
            Verb::Events => Operation::Events,
            Verb::Common(list) => Operation::Common(self.list(list, 2)?),
            Verb::Top { n, kind, measure } => Operation::Top(
                n.or_else(|| limit(&query.clauses)).unwrap_or(TOP_ROWS),
                *kind,
                measure.unwrap_or(ast::Measure::Events),
            ),
            Verb::Compare(lists, by) => {
                Operation::Compare(self.sides(lists)?, by.unwrap_or(ast::Dimension::Type))
            }
            Verb::Stats(list, by) => Operation::Stats(
                list.as_ref().map_or(Ok(Vec::new()), |l| self.list(l, 1))?,
                *by,
            ),
            Verb::Evidence(Subject::Reference(r)) => Operation::EvidenceRow(r.value.clone()),
            Verb::Evidence(Subject::Entities(list)) => Operation::Evidence(self.list(list, 1)?),
            Verb::Why(Subject::Reference(r)) => Operation::WhyRow(r.value.clone()),
            Verb::Why(Subject::Entities(list)) => Operation::Why(self.list(list, 1)?),
            Verb::Changes => Operation::Changes,
            other => {
                return Err(Problem::new(
                    format!(
                        "`{}` belongs to the shell and has no answer of its own",
                        crate::query::verbs::name_of(other)
                    ),
                    query.span,
                ));
            }
        })
    }

    fn find(&self, pattern: &Pattern) -> Result<Operation, Problem> {
        match pattern {
            Pattern::Entity(expr) => match self.resolver.entity(expr) {
                Ok(picked) => {
                    let words = words_of(expr, self.text);
                    Ok(Operation::Find(Some(picked.entity), words, false))
                }
                Err(problem) => self.found_by_beginning(expr).ok_or(problem),
            },
            Pattern::Regex(pattern, ignore) => {
                let built = regex::RegexBuilder::new(&pattern.value)
                    .size_limit(1 << 20)
                    .build();
                built.map_err(|e| {
                    let why = e.to_string();
                    let why = last_line(&why);
                    let message = format!("the pattern is no regular expression: {why}");
                    Problem::new(message, pattern.span)
                })?;
                Ok(Operation::Find(None, pattern.value.clone(), *ignore))
            }
        }
    }

    /// `find` takes the beginning of a name, which other commands do not.
    pub(super) fn found_by_beginning(&self, expr: &EntityExpr) -> Option<Operation> {
        let words = words_of(expr, self.text);
        let hits = self.graph.find(&words);
        let begins = |h: &&NameHit| matches!(h.by, NameMatch::Word | NameMatch::Prefix);
        let first = hits.iter().find(begins)?.entity;
        Some(Operation::Find(Some(first), words, false))
    }

    pub(super) fn route(
        &mut self,
        clauses: &[ClauseExpr],
        journey: bool,
    ) -> Result<Route, Problem> {
        let mut route = Route {
            in_order: journey,
            ..Route::default()
        };
        for clause in clauses {
            match &clause.value {
                Clause::Hops(n) => route.hops = Some((*n).max(1)),
                Clause::Via(list) => route.via.extend(self.all(list)?),
                Clause::Avoiding(list) => route.avoid.extend(self.all(list)?),
                Clause::InOrder(gap) => {
                    route.in_order = true;
                    if let Some((n, unit)) = gap {
                        route.gap = Some(n.saturating_mul(unit_days(*unit)));
                    }
                }
                Clause::Strict => (route.in_order, route.strict) = (true, true),
                Clause::Criterion(c) => {
                    route.in_order |= *c != ast::Criterion::Shortest;
                    route.criterion = Some(criterion(*c));
                }
                _ => {}
            }
        }
        Ok(route)
    }
}

/// How many rows are asked for.
fn limit(clauses: &[ClauseExpr]) -> Option<usize> {
    clauses.iter().find_map(|c| match c.value {
        Clause::Limit(n) => Some(n),
        _ => None,
    })
}

/// How far partners are sought.
fn hops(clauses: &[ClauseExpr]) -> u32 {
    let hops = clauses.iter().find_map(|c| match c.value {
        Clause::Hops(n) => Some(n),
        _ => None,
    });
    hops.unwrap_or(1).clamp(1, 6)
}

pub(super) fn words_of(expr: &EntityExpr, text: &str) -> String {
    match &expr.value {
        ast::EntityTerm::Name { text, .. } => text.clone(),
        _ => expr.span.of(text).to_owned(),
    }
}

pub(super) fn last_line(text: &str) -> &str {
    text.lines()
        .last()
        .unwrap_or(text)
        .trim_start_matches("error: ")
}

pub(super) fn unit_days(unit: ast::Unit) -> u32 {
    match unit {
        ast::Unit::Day => 1,
        ast::Unit::Week => 7,
        ast::Unit::Month => 31,
        ast::Unit::Year => 366,
        ast::Unit::Decade => 3653,
    }
}

pub(super) fn criterion(c: ast::Criterion) -> Criterion {
    match c {
        ast::Criterion::Earliest => Criterion::Earliest,
        ast::Criterion::Latest => Criterion::Latest,
        ast::Criterion::Fastest => Criterion::Fastest,
        ast::Criterion::Shortest => Criterion::Shortest,
    }
}
