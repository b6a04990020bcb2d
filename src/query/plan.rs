//! Statement to plan: names are entities, dates are days, clauses are tests that the graph's filter or a look at each event decides.
//!
//! In: a parsed query, the graph, options. Out: [`Plan`], the meeting point of all front ends. Invariant: every test keeps the words it came from,
//! so that an empty answer can say which of them emptied it.

use super::ast::{self, Clause, ClauseExpr, EntityExpr, Pattern, Query, Reference, Subject, Verb};
use super::dates;
use super::names::Resolver;
use super::result::{Options, Picked, Problem};
use super::vocabulary::Vocabulary;
use crate::base::analysis::EntityClass;
use crate::base::record::Status;
use crate::graph::{
    Criterion, EntityId, EventId, Filter, Graph, KindView, NameHit, NameMatch, Role, Window,
    day_number,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::Arc;

/// An event type with its mode, or any mode.
pub(super) type KindPair = (String, Option<String>);

/// One restriction.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// The words it came from.
    pub words: String,
    /// What it demands.
    pub demand: Demand,
}

/// What a restriction demands of an event.
#[derive(Debug, Clone, PartialEq)]
pub enum Demand {
    /// Lies between two days, each included, where given.
    Window(Option<NaiveDate>, Option<NaiveDate>),
    /// Lies wholly in the window.
    Certain,
    /// Is of one of these types and modes.
    Types(Vec<(String, Option<String>)>),
    /// Is of none of these.
    Without(Vec<(String, Option<String>)>),
    /// Happened there.
    Place(EntityId),
    /// Is reported by them.
    Reporter(EntityId),
    /// Is reported by an article of this publisher.
    Source(String),
    /// Is reported in this language.
    Language(String),
    /// Is at least this sure.
    Confidence(f32),
    /// Is one of these; `false`: is none of them.
    Listed(Arc<BTreeSet<EventId>>, bool),
    /// Has one of these statuses.
    Statuses(Vec<Status>),
    /// Was reported on this day or before.
    KnownBy(NaiveDate),
    /// Has the entity in a role.
    Role(ast::Role, EntityId),
    /// Has all of them.
    Among(Vec<EntityId>),
}

/// What is sought on the way.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Route {
    /// Most hops.
    pub hops: Option<u32>,
    /// Must lie on the way.
    pub via: Vec<EntityId>,
    /// Must not.
    pub avoid: Vec<EntityId>,
    /// Dates must not run back; with the longest wait in days.
    pub in_order: bool,
    /// Longest wait in days.
    pub gap: Option<u32>,
    /// Dates must grow.
    pub strict: bool,
    /// The best by this.
    pub criterion: Option<Criterion>,
}

/// What is done.
#[derive(Debug, Clone, PartialEq)]
pub enum Operation {
    /// Entities by name or pattern.
    Find(Option<EntityId>, String, bool),
    /// Everything about one entity.
    Show(EntityId),
    /// Everything about a row or event.
    ShowRow(Reference),
    /// A list of the graph's own things.
    Topic(ast::Topic),
    /// Partners to a depth.
    Neighbors(EntityId, u32),
    /// Paths or journeys.
    Path(EntityId, EntityId, bool, Route),
    /// Events that all of some entities share; of one: all of its events.
    Together(Vec<EntityId>),
    /// Events under the tests alone.
    Events,
    /// Partners of all.
    Common(Vec<EntityId>),
    /// A ranking.
    Top(usize, ast::TopKind, ast::Measure),
    /// Counts side by side.
    Compare(Vec<EntityId>, ast::Dimension),
    /// Counts.
    Stats(Vec<EntityId>, Option<ast::Dimension>),
    /// How many rows another operation has.
    Count(Box<Operation>),
    /// Passages of a row or an event.
    EvidenceRow(Reference),
    /// Passages of shared events.
    Evidence(Vec<EntityId>),
    /// What was first reported in the window.
    Changes,
    /// Why a row or an event is as it is.
    WhyRow(Reference),
    /// Why mentions are one entity, or two are two.
    Why(Vec<EntityId>),
}

/// What to do, in the terms of the graph.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The command word.
    pub verb: &'static str,
    /// What is done.
    pub operation: Operation,
    /// What every event must satisfy.
    pub tests: Vec<Test>,
    /// Types whose parties are exchanged.
    pub reversed: Vec<KindPair>,
    /// Whom names were taken for.
    pub picked: Vec<Picked>,
    /// Column and direction (`true`: descending).
    pub sort: Option<(String, bool)>,
    /// Most rows.
    pub limit: Option<usize>,
    /// Remarks on how the statement was read.
    pub notes: Vec<String>,
    /// The usual bound on rows does not hold: a file is written.
    pub all_rows: bool,
}

/// Words of `top` without a number.
const TOP_ROWS: usize = 10;

/// What making a plan needs.
pub(super) struct Planner<'p> {
    pub(super) graph: &'p Graph,
    pub(super) vocabulary: &'p Vocabulary,
    options: &'p Options<'p>,
    resolver: Resolver<'p>,
    text: &'p str,
    picked: Vec<Picked>,
}

/// Makes the plan of a query; `text` is the statement it was parsed from.
///
/// # Errors
/// [`Problem`] with the words at fault: an unknown name, date, source or row, or a verb that the graph cannot answer (those of the session).
pub fn plan(
    query: &Query,
    text: &str,
    graph: &Graph,
    vocabulary: &Vocabulary,
    options: &Options<'_>,
) -> Result<Plan, Problem> {
    let mut planner = Planner {
        graph,
        vocabulary,
        options,
        resolver: Resolver::new(graph, &options.variables, text),
        text,
        picked: Vec::new(),
    };
    let operation = planner.operation(query, &query.verb)?;
    let mut plan = Plan {
        verb: super::verbs::name_of(&query.verb),
        operation,
        tests: Vec::new(),
        reversed: Vec::new(),
        picked: Vec::new(),
        sort: None,
        limit: None,
        notes: Vec::new(),
        all_rows: false,
    };
    for clause in &query.clauses {
        planner.clause(clause, &mut plan)?;
    }
    plan.picked = planner.picked;
    Ok(plan)
}

impl Planner<'_> {
    fn entity(&mut self, expr: &EntityExpr) -> Result<EntityId, Problem> {
        let picked = self.resolver.entity(expr)?;
        let entity = picked.entity;
        self.picked.push(picked);
        Ok(entity)
    }

    fn list(&mut self, list: &ast::EntityList, least: usize) -> Result<Vec<EntityId>, Problem> {
        let picked = self.resolver.list(list, least)?;
        let entities = picked.iter().map(|p| p.entity).collect();
        self.picked.extend(picked);
        Ok(entities)
    }

    fn all(&mut self, list: &[EntityExpr]) -> Result<Vec<EntityId>, Problem> {
        list.iter().map(|e| self.entity(e)).collect()
    }

    fn operation(&mut self, query: &Query, verb: &Verb) -> Result<Operation, Problem> {
        Ok(match verb {
            Verb::Count(of) => Operation::Count(Box::new(self.operation(query, of)?)),
            Verb::Find(Pattern::Entity(expr)) => match self.resolver.entity(expr) {
                Ok(picked) => {
                    Operation::Find(Some(picked.entity), words_of(expr, self.text), false)
                }
                Err(problem) => self.found_by_beginning(expr).ok_or(problem)?,
            },
            Verb::Find(Pattern::Regex(pattern, ignore)) => {
                let built = regex::RegexBuilder::new(&pattern.value)
                    .size_limit(1 << 20)
                    .build();
                built.map_err(|e| {
                    Problem::new(
                        format!(
                            "the pattern is no regular expression: {}",
                            last_line(&e.to_string())
                        ),
                        pattern.span,
                    )
                })?;
                Operation::Find(None, pattern.value.clone(), *ignore)
            }
            Verb::Show(expr) => Operation::Show(self.entity(expr)?),
            Verb::ShowReference(reference) => Operation::ShowRow(reference.value.clone()),
            Verb::ShowTopic(topic) => Operation::Topic(*topic),
            Verb::Neighbors(expr) => {
                let hops = query.clauses.iter().find_map(|c| {
                    if let Clause::Hops(n) = c.value {
                        Some(n)
                    } else {
                        None
                    }
                });
                Operation::Neighbors(self.entity(expr)?, hops.unwrap_or(1).clamp(1, 6))
            }
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
                n.unwrap_or(TOP_ROWS),
                *kind,
                measure.unwrap_or(ast::Measure::Events),
            ),
            Verb::Compare(list, by) => {
                Operation::Compare(self.list(list, 2)?, by.unwrap_or(ast::Dimension::Type))
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
                        super::verbs::name_of(other)
                    ),
                    query.span,
                ));
            }
        })
    }

    /// `find` takes the beginning of a name, which other commands do not.
    fn found_by_beginning(&self, expr: &EntityExpr) -> Option<Operation> {
        let words = words_of(expr, self.text);
        let hits = self.graph.find(&words);
        let begins = |h: &&NameHit| matches!(h.by, NameMatch::Word | NameMatch::Prefix);
        let first = hits.iter().find(begins)?.entity;
        Some(Operation::Find(Some(first), words, false))
    }

    fn route(&mut self, clauses: &[ClauseExpr], journey: bool) -> Result<Route, Problem> {
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

    fn clause(&mut self, clause: &ClauseExpr, plan: &mut Plan) -> Result<(), Problem> {
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
            Clause::Place(expr) => Demand::Place(self.entity(expr)?),
            Clause::ReportedBy(expr) => Demand::Reporter(self.entity(expr)?),
            Clause::Source(name) => Demand::Source(self.source(name)?),
            Clause::Language(name) => Demand::Language(self.language(name)?),
            Clause::Confidence(n) => Demand::Confidence(*n),
            Clause::Statuses(list) => Demand::Statuses(list.clone()),
            Clause::With(role, expr) => Demand::Role(*role, self.entity(expr)?),
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
}

impl Planner<'_> {
    /// Says which days words mean that mean others tomorrow: "March" is 2026-03.
    fn meant(&self, clause: &Clause) -> Result<Option<String>, Problem> {
        let date = match clause {
            Clause::Since(d)
            | Clause::After(d)
            | Clause::Until(d)
            | Clause::Before(d)
            | Clause::During(d, None)
            | Clause::Around(d, _) => d,
            _ => return Ok(None),
        };
        if !matches!(date.value, ast::DateTerm::Month(_) | ast::DateTerm::Whole(..)) {
            return Ok(None);
        }
        let days = dates::resolve(date, self.options)?.to_edtf();
        let days = days.replace('/', " – ");
        Ok(Some(format!("{} is {days}", date.span.of(self.text))))
    }
}

fn words_of(expr: &EntityExpr, text: &str) -> String {
    match &expr.value {
        ast::EntityTerm::Name { text, .. } => text.clone(),
        _ => expr.span.of(text).to_owned(),
    }
}

fn last_line(text: &str) -> &str {
    text.lines()
        .last()
        .unwrap_or(text)
        .trim_start_matches("error: ")
}

fn unit_days(unit: ast::Unit) -> u32 {
    match unit {
        ast::Unit::Day => 1,
        ast::Unit::Week => 7,
        ast::Unit::Month => 31,
        ast::Unit::Year => 366,
    }
}

fn criterion(c: ast::Criterion) -> Criterion {
    match c {
        ast::Criterion::Earliest => Criterion::Earliest,
        ast::Criterion::Latest => Criterion::Latest,
        ast::Criterion::Fastest => Criterion::Fastest,
        ast::Criterion::Shortest => Criterion::Shortest,
    }
}

impl Plan {
    /// Makes the graph's filter of the tests, leaving out test number `skip`.
    pub fn filter(&self, graph: &Graph, skip: Option<usize>) -> Filter {
        let mut filter = Filter::default();
        let mut window = Window::ALL;
        let mut kinds: Vec<(bool, &[KindPair])> = Vec::new();
        for (i, test) in self.tests.iter().enumerate() {
            if Some(i) == skip {
                continue;
            }
            match &test.demand {
                Demand::Window(lo, hi) => {
                    window.lo = window.lo.max(lo.map_or(i32::MIN, day_number));
                    window.hi = window.hi.min(hi.map_or(i32::MAX, day_number));
                }
                Demand::Certain => window.certain = true,
                Demand::Types(list) => kinds.push((true, list)),
                Demand::Without(list) => kinds.push((false, list)),
                Demand::Place(place) if graph.entity(*place).class != EntityClass::Country => {
                    filter.place = Some(*place);
                }
                Demand::Reporter(who) => filter.reporter = Some(*who),
                Demand::Source(name) => filter.source = Some(name.clone()),
                Demand::Language(code) => filter.language = Some(code.clone()),
                Demand::Confidence(n) => filter.min_confidence = *n,
                Demand::Listed(events, wanted) => {
                    filter.listed = Some(narrowed(graph, filter.listed.take(), events, *wanted));
                }
                Demand::Statuses(list) => filter.statuses.extend(list),
                Demand::KnownBy(day) => filter.known_by = Some(day_number(*day)),
                Demand::Place(_) | Demand::Role(..) | Demand::Among(_) => {}
            }
        }
        filter.window = window;
        if !kinds.is_empty() {
            let fits = |k: &KindView<'_>| {
                let mut tests = kinds.iter();
                tests.all(|(wanted, list)| is_of(k, list) == *wanted)
            };
            filter.kinds = Some(graph.kind_set(fits));
        }
        filter
    }

    /// Decides what the filter cannot: roles, and places in a country.
    pub fn admits(&self, graph: &Graph, event: crate::graph::EventId, skip: Option<usize>) -> bool {
        self.tests
            .iter()
            .enumerate()
            .filter(|(i, _)| Some(*i) != skip)
            .all(|(_, test)| match &test.demand {
                Demand::Role(role, who) => {
                    let reversed = is_of(&graph.event(event).kind, &self.reversed);
                    takes_role(graph, event, if reversed { role.reversed() } else { *role }, *who)
                }
                Demand::Among(all) => all
                    .iter()
                    .all(|who| takes_role(graph, event, ast::Role::Any, *who)),
                Demand::Place(place) if graph.entity(*place).class == EntityClass::Country => {
                    in_country(graph, event, *place)
                }
                _ => true,
            })
    }
}

pub(super) fn is_of(kind: &KindView<'_>, list: &[KindPair]) -> bool {
    list.iter()
        .any(|(t, m)| kind.event_type == t && (m.is_none() || kind.mode == m.as_deref()))
}

/// Keeps of the events so far (of all, if none were named) those that are among some events, or are not.
fn narrowed(
    graph: &Graph,
    so_far: Option<Arc<BTreeSet<EventId>>>,
    events: &Arc<BTreeSet<EventId>>,
    wanted: bool,
) -> Arc<BTreeSet<EventId>> {
    match so_far {
        None if wanted => Arc::clone(events),
        None => {
            let others = graph.all_events().filter(|e| !events.contains(e));
            Arc::new(others.collect())
        }
        Some(list) => {
            let kept = list.iter().filter(|e| events.contains(e) == wanted);
            Arc::new(kept.copied().collect())
        }
    }
}

fn takes_role(graph: &Graph, event: crate::graph::EventId, role: ast::Role, who: EntityId) -> bool {
    let symmetric = role != ast::Role::Any && graph.event(event).symmetric;
    graph.roles(event).any(|(entity, r)| {
        entity == who
            && match role {
                _ if symmetric => r.takes_part(),
                ast::Role::Any => r.takes_part() || r == Role::Place,
                ast::Role::Actor => r == Role::Agent,
                ast::Role::Recipient => r == Role::Recipient || r == Role::Place,
            }
    })
}

fn in_country(graph: &Graph, event: crate::graph::EventId, country: EntityId) -> bool {
    let code = graph.entity(country).country;
    graph.roles(event).any(|(entity, r)| {
        r == Role::Place
            && (entity == country || (code.is_some() && graph.entity(entity).country == code))
    })
}
