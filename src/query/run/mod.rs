//! Plan to answer.
//!
//! In: a plan, the graph, options. Out: [`Answer`]. Invariants: rows come in a fixed order; an empty answer names the test that emptied it; a
//! cancelled run keeps what it found. Lists and counts are in [`super::tables`], paths in [`super::routes`], facts in [`super::facts`].

mod counted;
mod find;
mod open_dates;
mod order;
mod rows;
mod select;

use crate::graph::Graph;
use crate::query::plan::{Operation, Plan};
use crate::query::result::{Answer, Options, Problem, count};
use crate::query::vocabulary::Vocabulary;
use crate::query::{facts, partners, routes, tables};
use counted::counted;
use find::find;
pub(crate) use open_dates::extent;
use order::order;
pub(super) use rows::Thing;
use rows::row_events;
pub(super) use rows::row_thing;
pub(super) use select::events;
pub(super) use select::of_one;
pub(super) use select::together;

/// Parses, plans and runs one statement that asks the graph.
///
/// # Errors
/// [`Problem`] with the words at fault.
pub fn run(
    text: &str,
    graph: &Graph,
    vocabulary: &Vocabulary,
    options: &Options<'_>,
) -> Result<Answer, Problem> {
    let statement = super::parse::parse(text, vocabulary, graph)?;
    let plan = super::plan::plan(&statement.query, text, graph, vocabulary, options)?;
    execute(plan, graph, vocabulary, options)
}

/// Runs a plan.
///
/// # Errors
/// [`Problem`] for a row that the last answer does not have.
pub fn execute(
    plan: Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    options: &Options<'_>,
) -> Result<Answer, Problem> {
    let mut answer = answer(&plan, graph, vocabulary, options)?;
    answer.verb = plan.verb;
    order(&mut answer, &plan, graph);
    let limit = plan
        .limit
        .or((options.max_rows > 0 && !plan.all_rows).then_some(options.max_rows));
    if let Some(limit) = limit
        && answer.rows.len() > limit
    {
        answer.notes.push(format!(
            "{} of {} shown",
            limit,
            count(answer.rows.len(), "row")
        ));
        answer.rows.truncate(limit);
        answer.truncated = true;
    }
    if let Operation::Neighbors(..) = plan.operation {
        partners::all_shared(&mut answer, &plan, graph, options);
    }
    if answer.rows.is_empty() && answer.notes.is_empty() {
        answer.notes = super::explain::empty(&plan, graph);
    } else {
        answer.notes.extend(super::explain::undated(&plan, graph));
    }
    answer.notes.extend(super::explain::as_party(&plan, graph));
    answer.notes.extend(super::explain::begun(&plan, graph));
    answer.notes.splice(0..0, plan.notes);
    answer.picked = plan.picked;
    Ok(answer)
}

fn answer(
    plan: &Plan,
    graph: &Graph,
    vocabulary: &Vocabulary,
    options: &Options<'_>,
) -> Result<Answer, Problem> {
    Ok(match &plan.operation {
        Operation::Together(entities) => Answer {
            focus: entities.clone(),
            ..Answer::events(plan.verb, events(plan, graph, None))
        },
        Operation::Events | Operation::Changes => {
            Answer::events(plan.verb, events(plan, graph, None))
        }
        Operation::Find(entity, words, ignore) => {
            find(plan, graph, *entity, words, *ignore, options)
        }
        Operation::Show(entity) => facts::entity(plan, graph, vocabulary, *entity),
        Operation::ShowRow(reference) => match row_thing(reference, graph, options)? {
            Thing::Event(event) => facts::event(graph, vocabulary, event),
            Thing::Entity(entity) => facts::entity(plan, graph, vocabulary, entity),
        },
        Operation::Topic(topic) => tables::topic(*topic, plan, graph, vocabulary),
        Operation::Neighbors(entity, depth) => {
            partners::neighbors(plan, graph, *entity, *depth, options)
        }
        Operation::Path(from, to, ..) => {
            routes::paths(plan, graph, vocabulary, (*from, *to), options)
        }
        Operation::Common(entities) => partners::common(plan, graph, entities),
        Operation::Top(n, kind, measure) => {
            tables::top(plan, graph, vocabulary, *n, *kind, *measure)
        }
        Operation::Compare(sides, by) => tables::compare(plan, graph, vocabulary, sides, *by),
        Operation::Stats(entities, by) => tables::stats(plan, graph, vocabulary, entities, *by),
        Operation::Count(of) => counted(plan, graph, vocabulary, of, options),
        Operation::EvidenceRow(reference) => {
            facts::evidence(plan.verb, graph, &row_events(reference, graph, options)?)
        }
        Operation::Evidence(_) => facts::evidence(plan.verb, graph, &events(plan, graph, None)),
        Operation::WhyRow(reference) => match row_thing(reference, graph, options)? {
            Thing::Event(event) => facts::why_event(graph, vocabulary, event),
            Thing::Entity(entity) => facts::why_entities(graph, &[entity]),
        },
        Operation::Why(entities) => facts::why_entities(graph, entities),
    })
}
