//! Answers `count`.
//!
//! In: a plan. Out: numbers, with the reason of a zero. Invariant: what did not happen stands apart. Does not: list.

use crate::graph::Graph;
use crate::query::ast::Topic;
use crate::query::partners;
use crate::query::plan::{Demand, Operation, Plan};
use crate::query::result::{Answer, Cell, Options, Row};
use crate::query::run::select::events;
use crate::query::status::APART;
use crate::query::tables;
use crate::query::verbs::kind_word;
use crate::query::vocabulary::Vocabulary;

/// Answers `count`: partners, articles, actors, or events with what they come to when an event told from both sides counts once, and their days.
pub(super) fn counted(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    of: &Operation,
    options: &Options<'_>,
) -> Answer {
    let plan = Plan {
        operation: of.clone(),
        ..plan.clone()
    };
    let place = |t: &crate::query::plan::Test| matches!(t.demand, Demand::Place(_));
    let (title, n) = match of {
        Operation::Neighbors(who, depth) if !plan.tests.iter().any(place) => {
            let filter = plan.counted(graph, None);
            ("actors", graph.n_within(*who, *depth, &filter))
        }
        Operation::Neighbors(who, depth) => {
            let found = partners::neighbors(&plan, graph, *who, *depth, options);
            ("actors", found.rows.len())
        }
        Operation::Common(list) => (
            "actors",
            graph.common(list, &plan.counted(graph, None)).len(),
        ),
        Operation::Topic(_) => {
            let found = tables::topic(Topic::Articles, &plan, graph, vocabulary);
            ("articles", found.rows.len())
        }
        Operation::Top(_, kind, measure) => {
            let total = tables::ranked(&plan, graph, vocabulary, 1, (*kind, *measure)).1;
            (kind_word(*kind), total)
        }
        _ => return counted_events(&plan, graph),
    };
    let row = Row {
        cells: vec![Cell::Count(n as u64)],
        ..Row::default()
    };
    with_reason(Answer::table("count", &[title], vec![row]), n, &plan, graph)
}

pub(super) fn counted_events(plan: &Plan, graph: &Graph) -> Answer {
    let (events, apart) = plan.part(graph, events(plan, graph, None));
    let (n, folded, days) = (
        events.len(),
        graph.n_folded(&events),
        graph.n_dates(&events),
    );
    let mut cells = [n, folded, days].map(|n| Cell::Count(n as u64)).to_vec();
    cells.push(apart.cell());
    let row = Row {
        cells,
        events,
        ..Row::default()
    };
    let columns = ["events", "both directions as one", "dates", APART];
    if n == 0 && !apart.is_empty() {
        return Answer::table("count", &columns, vec![row]);
    }
    with_reason(Answer::table("count", &columns, vec![row]), n, plan, graph)
}

/// A count of zero says which condition made it so.
pub(super) fn with_reason(mut answer: Answer, n: usize, plan: &Plan, graph: &Graph) -> Answer {
    if n == 0 {
        answer.notes = crate::query::explain::empty(plan, graph);
    }
    answer
}
