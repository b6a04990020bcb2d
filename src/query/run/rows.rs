//! What a row number or an event id points at.
//!
//! In: a reference, the last answer. Out: an event or entity. Invariant: a row that is not there is an error that says so. Does not: ask the graph for more.

use crate::base::span::Span;
use crate::graph::{EntityId, EventId, Graph};
use crate::query::ast::Reference;
use crate::query::result::{Options, Problem, Row, count};

/// What a row number or an event id points at.
pub(in crate::query) enum Thing {
    /// An event.
    Event(EventId),
    /// An entity.
    Entity(EntityId),
}

pub(super) fn last_row<'o>(n: usize, options: &Options<'o>) -> Result<&'o Row, Problem> {
    let Some(last) = options.last else {
        return Err(Problem::new(
            format!("there is no answer yet to take row {n} of; ask first, then point at a row"),
            Span::default(),
        ));
    };
    let row = n.checked_sub(1).and_then(|i| last.rows.get(i));
    row.ok_or_else(|| {
        Problem::new(
            format!(
                "the last answer has {}, no row {n}",
                count(last.rows.len(), "row")
            ),
            Span::default(),
        )
    })
}

pub(super) fn event_by_prefix(id: &str, graph: &Graph) -> Result<EventId, Problem> {
    let full = if id.contains(':') {
        id.to_owned()
    } else {
        format!("e:{}", id.trim_start_matches('e'))
    };
    let begins = |e: &EventId| graph.key_of(*e).starts_with(&full);
    let found = match graph.event_by_key(&full) {
        Some(event) => vec![event],
        None => graph.all_events().filter(begins).collect(),
    };
    if found.len() > 1 {
        let all = count(found.len(), "event");
        return Err(Problem::new(
            format!(
                "\"{id}\" is the beginning of the ids of {all}; a row of the last answer is `#1`, `show #1` prints its whole id"
            ),
            Span::default(),
        ));
    }
    found.first().copied().ok_or_else(|| {
        Problem::new(
            format!("no event has the id \"{id}\"; `show #1` prints the id of a row"),
            Span::default(),
        )
    })
}

pub(in crate::query) fn row_thing(
    reference: &Reference,
    graph: &Graph,
    options: &Options<'_>,
) -> Result<Thing, Problem> {
    match reference {
        Reference::Event(id) => event_by_prefix(id, graph).map(Thing::Event),
        Reference::Row(n) => {
            let row = last_row(*n, options)?;
            match (row.entities.first(), row.events.first()) {
                (Some(entity), _) if row.legs.is_empty() => Ok(Thing::Entity(*entity)),
                (_, Some(event)) => Ok(Thing::Event(*event)),
                (Some(entity), None) => Ok(Thing::Entity(*entity)),
                (None, None) => Err(Problem::new(
                    format!("row {n} stands for no actor and no event"),
                    Span::default(),
                )),
            }
        }
    }
}

pub(super) fn row_events(
    reference: &Reference,
    graph: &Graph,
    options: &Options<'_>,
) -> Result<Vec<EventId>, Problem> {
    match reference {
        Reference::Event(id) => Ok(vec![event_by_prefix(id, graph)?]),
        Reference::Row(n) => {
            let row = last_row(*n, options)?;
            if row.events.is_empty() {
                return Err(Problem::new(
                    format!("row {n} stands for no event"),
                    Span::default(),
                ));
            }
            Ok(row.events.clone())
        }
    }
}
