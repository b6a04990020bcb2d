//! Statement to plan: names are entities, dates are days, clauses are tests that the graph's filter or a look at each event decides.
//!
//! In: a parsed query, the graph, options. Out: [`Plan`], the meeting point of all front ends. Invariant: every test keeps the words it came from,
//! so that an empty answer can say which of them emptied it.

mod clause;
mod filter;
mod operation;

use crate::base::record::Status;
use crate::graph::{Criterion, EntityId, EventId, Graph};
use crate::query::ast;
use crate::query::ast::{EntityExpr, Query, Reference};
use crate::query::names::Resolver;
use crate::query::result::{Options, Picked, Problem};
use crate::query::vocabulary::Vocabulary;
use chrono::NaiveDate;
pub(super) use filter::is_of;
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
    /// Has one of these in a role.
    AnyOf(ast::Role, Vec<EntityId>),
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
    /// Counts side by side; a side of several is what they share.
    Compare(Vec<Vec<EntityId>>, ast::Dimension),
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
    /// Events of equals of which the text tells who began them, among those of the names that a side is asked of.
    pub begun: BTreeSet<EventId>,
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
        resolver: Resolver::new(graph, &options.variables, text).knowing(&vocabulary.words),
        text,
        picked: Vec::new(),
    };
    let operation = planner.operation(query, &query.verb)?;
    let mut plan = Plan {
        verb: super::verbs::name_of(&query.verb),
        operation,
        tests: Vec::new(),
        reversed: Vec::new(),
        begun: BTreeSet::new(),
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
    possible(&plan, query)?;
    Ok(plan)
}

/// One end of a stretch of time, with the words it came from.
type Bound<'w> = Option<(NaiveDate, &'w str)>;

/// Refuses times of which no day is in all.
fn possible(plan: &Plan, query: &Query) -> Result<(), Problem> {
    let (mut first, mut last): (Bound<'_>, Bound<'_>) = (None, None);
    for test in &plan.tests {
        let Demand::Window(lo, hi) = test.demand else {
            continue;
        };
        if let Some(lo) = lo.filter(|l| first.is_none_or(|b| *l > b.0)) {
            first = Some((lo, &test.words));
        }
        if let Some(hi) = hi.filter(|h| last.is_none_or(|b| *h < b.0)) {
            last = Some((hi, &test.words));
        }
    }
    match (first, last) {
        (Some((lo, from)), Some((hi, to))) if lo > hi => {
            let clauses = query.clauses.iter();
            let times = clauses.filter(|c| c.value.is_time()).map(|c| c.span);
            let span = times.reduce(|a, b| a.cover(b)).unwrap_or(query.span);
            Err(Problem::new(
                format!(
                    "no day is in both `{from}` and `{to}`; the earlier date goes behind `since` or `from`"
                ),
                span,
            ))
        }
        _ => Ok(()),
    }
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

    /// The sides of a comparison; of one list every name is a side.
    fn sides(&mut self, lists: &[ast::EntityList]) -> Result<Vec<Vec<EntityId>>, Problem> {
        if let [list] = lists {
            let single = self.list(list, 2)?;
            return Ok(single.into_iter().map(|e| vec![e]).collect());
        }
        lists.iter().map(|l| self.list(l, 1)).collect()
    }

    fn all(&mut self, list: &[EntityExpr]) -> Result<Vec<EntityId>, Problem> {
        list.iter().map(|e| self.entity(e)).collect()
    }
}
