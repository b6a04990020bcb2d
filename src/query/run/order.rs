//! The order of rows.
//!
//! In: an answer, `sort by`. Out: the answer in that order. Invariant: equal rows keep their order, rows without the value stand last. Does not: drop a row.

use crate::graph::{EntityId, EventId, Graph};
use crate::query::plan::Plan;
use crate::query::result::{Answer, Cell, Kind, Row};
use crate::query::run::open_dates::place_in_time;

/// Puts the rows into the order asked for; a column is found by its title.
pub(super) fn order(answer: &mut Answer, plan: &Plan, graph: &Graph) {
    let Some((column, descending)) = &plan.sort else {
        return;
    };
    let position = answer.columns.iter().position(|c| c == column);
    match (answer.kind, position) {
        (Kind::Events, _) => {
            if !matches!(
                column.as_str(),
                "date" | "type" | "who" | "where" | "conf" | "reports" | "status"
            ) {
                answer.notes.push(format!("events have no column \"{column}\"; they sort by date, type, who, where, status, conf, reports"));
                return;
            }
            sort(&mut answer.rows, *descending, |r| {
                r.events.first().and_then(|e| event_key(graph, *e, column))
            });
        }
        (_, Some(i)) => sort(&mut answer.rows, *descending, |r| {
            cell_key(graph, r.cells.get(i)?)
        }),
        (_, None) => {
            answer.notes.push(format!(
                "no column \"{column}\"; the columns are {}",
                answer.columns.join(", ")
            ));
        }
    }
}

/// What a row is sorted by; a row without it stands last, whichever way the others run.
pub(super) type SortKey = Option<(i64, String)>;

/// Sorts rows; equal ones keep their order.
pub(super) fn sort(rows: &mut Vec<Row>, descending: bool, key: impl Fn(&Row) -> SortKey) {
    let mut keyed: Vec<(SortKey, Row)> = rows.drain(..).map(|r| (key(&r), r)).collect();
    keyed.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) if descending => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        _ => a.is_none().cmp(&b.is_none()),
    });
    rows.extend(keyed.into_iter().map(|(_, row)| row));
}

pub(super) fn event_key(graph: &Graph, event: EventId, column: &str) -> SortKey {
    let view = graph.event(event);
    let name = |e: Option<&EntityId>| e.map(|e| (0, graph.name(*e).to_owned()));
    Some(match column {
        "type" => (
            0,
            format!("{}{}", view.kind.event_type, view.kind.mode.unwrap_or("")),
        ),
        "who" => name(view.actors.first())?,
        "where" => name(view.location.as_ref())?,
        "status" => (view.status as i64, String::new()),
        "conf" => ((view.confidence * 1e6) as i64, String::new()),
        "reports" => (view.n_reports as i64, String::new()),
        _ => {
            let (day, rank) = place_in_time(&view.date.filter(|d| d.yearless.is_none())?);
            (i64::from(day) * 4 + i64::from(rank), String::new())
        }
    })
}

pub(super) fn cell_key(graph: &Graph, cell: &Cell) -> SortKey {
    match cell {
        Cell::Count(n) => Some((*n as i64, String::new())),
        Cell::Number(n) => Some(((n * 1e9) as i64, String::new())),
        Cell::Text(t) => Some((0, t.clone())),
        Cell::Entity(e) => Some((0, graph.name(*e).to_owned())),
        Cell::Date(e) => event_key(graph, *e, "date"),
        Cell::Empty => None,
    }
}
