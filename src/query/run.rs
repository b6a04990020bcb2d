//! Plan to answer.
//!
//! In: a plan, the graph, options. Out: [`Answer`]. Invariants: rows come in a fixed order; an empty answer names the test that emptied it; a
//! cancelled run keeps what it found. Lists and counts are in [`super::tables`], paths in [`super::routes`], facts in [`super::facts`].

use super::ast::Reference;
use super::names::class_word;
use super::plan::{Demand, Operation, Plan};
use super::result::{Answer, Cell, Kind, Options, Problem, Row, count};
use super::status::APART;
use super::vocabulary::Vocabulary;
use super::{facts, partners, routes, tables};
use crate::base::analysis::EntityClass;
use crate::base::date::Interval;
use crate::base::span::Span;
use crate::graph::{
    EntityId, EventId, Filter, Graph, NameMatch, Role, Window, date_of, day_number,
};

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
    } else if answer.kind == Kind::Events {
        answer.notes.extend(super::explain::undated(&plan, graph));
    }
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
        Operation::Topic(topic) => tables::topic(*topic, graph, vocabulary),
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
        Operation::Compare(entities, by) => tables::compare(plan, graph, vocabulary, entities, *by),
        Operation::Stats(entities, by) => tables::stats(plan, graph, vocabulary, entities, *by),
        Operation::Count(of) => counted(plan, graph, of, options),
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

/// Lists the events of a plan in time order, leaving out test number `skip`.
pub(super) fn events(plan: &Plan, graph: &Graph, skip: Option<usize>) -> Vec<EventId> {
    let filter = plan.filter(graph, skip);
    let mut found = match &plan.operation {
        Operation::Together(entities)
        | Operation::Stats(entities, _)
        | Operation::Evidence(entities)
            if !entities.is_empty() =>
        {
            together(graph, entities, &filter)
        }
        Operation::Show(entity) | Operation::Neighbors(entity, _) => {
            of_one(graph, *entity, &filter)
        }
        Operation::Changes => changes(plan, graph, &filter),
        _ => by_tests(plan, graph, &filter, skip),
    };
    if plan.tests.iter().any(|t| {
        matches!(
            t.demand,
            Demand::Role(..) | Demand::Among(_) | Demand::Place(_)
        )
    }) {
        found.retain(|e| plan.admits(graph, *e, skip));
    }
    if !matches!(plan.operation, Operation::Changes) {
        place_open_dates(graph, &mut found);
    }
    found
}

/// Puts events with one open end where the words put them: "after 2023-09" behind September 2023, "before 2023-09" in front of it. Undated ones
/// stay last.
fn place_open_dates(graph: &Graph, events: &mut [EventId]) {
    let date = |e: &EventId| graph.event(*e).date.filter(|d| d.yearless.is_none());
    let closed = |e: &EventId| date(e).is_some_and(|d| d.lo.is_some() && d.hi.is_some());
    if events.iter().all(closed) {
        return;
    }
    events.sort_by_cached_key(|e| date(e).map_or((i32::MAX, 0), |d| place_in_time(&d)));
}

/// Day and rank among those of the day: before it, on it, after it.
fn place_in_time(date: &Interval) -> (i32, u8) {
    match (date.lo, date.hi) {
        (Some(lo), Some(_)) => (day_number(lo), 1),
        (Some(lo), None) => (day_number(named_end(date, false).unwrap_or(lo)), 2),
        (None, Some(hi)) => (day_number(named_end(date, true).unwrap_or(hi)), 0),
        (None, None) => (i32::MAX, 0),
    }
}

/// First or last day of the month, year … that a half-open date names.
fn named_end(date: &Interval, first: bool) -> Option<chrono::NaiveDate> {
    let words = date.to_edtf();
    let (_, named) = facts::half_open(&words)?;
    let whole = Interval::parse_edtf(named).ok()?;
    if first { whole.lo } else { whole.hi }
}

fn together(graph: &Graph, entities: &[EntityId], filter: &Filter) -> Vec<EventId> {
    match entities {
        [one] => of_one(graph, *one, filter),
        [a, b] => {
            let mut found = graph.events_between(*a, *b, filter);
            if [*a, *b].iter().any(|e| is_place(graph, *e)) {
                found = of_one(graph, *a, filter);
                found.retain(|e| {
                    graph
                        .roles(*e)
                        .any(|(who, r)| who == *b && r != Role::Reporter)
                });
            }
            found
        }
        many => graph.events_among(many, filter),
    }
}

fn is_place(graph: &Graph, entity: EntityId) -> bool {
    graph.entity(entity).class == EntityClass::Place
}

/// Lists the events of one entity; those of a place are the ones that happened there.
pub(super) fn of_one(graph: &Graph, entity: EntityId, filter: &Filter) -> Vec<EventId> {
    if is_place(graph, entity) {
        graph.events_in_role(
            entity,
            &[Role::Agent, Role::Recipient, Role::Mediator, Role::Place],
            filter,
        )
    } else {
        graph.events_of(entity, filter)
    }
}

/// Starts from the rarest thing that a test names.
fn by_tests(plan: &Plan, graph: &Graph, filter: &Filter, skip: Option<usize>) -> Vec<EventId> {
    let tests = plan
        .tests
        .iter()
        .enumerate()
        .filter(|(i, _)| Some(*i) != skip);
    let mut base = None;
    for (_, test) in tests {
        match &test.demand {
            Demand::Among(list) => return together(graph, list, filter),
            Demand::Role(_, who) if base.is_none() => base = Some(*who),
            _ => {}
        }
    }
    match base {
        Some(who) => graph.events_in_role(
            who,
            &[Role::Agent, Role::Recipient, Role::Mediator, Role::Place],
            filter,
        ),
        None => graph.events_where(filter),
    }
}

/// What was first reported in the window: here windows speak of reporting time.
fn changes(plan: &Plan, graph: &Graph, filter: &Filter) -> Vec<EventId> {
    let mut reporting = Window::ALL;
    for test in &plan.tests {
        if let Demand::Window(lo, hi) = &test.demand {
            reporting.lo = reporting.lo.max(lo.map_or(i32::MIN, day_number));
            reporting.hi = reporting.hi.min(hi.map_or(i32::MAX, day_number));
        }
    }
    let rest = Filter {
        window: Window::ALL,
        ..filter.clone()
    };
    graph.changes(reporting, &rest)
}

fn find(
    plan: &Plan,
    graph: &Graph,
    entity: Option<EntityId>,
    words: &str,
    ignore_case: bool,
    options: &Options<'_>,
) -> Answer {
    let filter = plan.filter(graph, None);
    let found: Vec<EntityId> = match entity {
        Some(best) => {
            let hits = graph
                .find(words)
                .into_iter()
                .filter(|h| matches!(h.by, NameMatch::Exact | NameMatch::Word | NameMatch::Prefix));
            let mut list = vec![best];
            list.extend(hits.map(|h| h.entity).filter(|e| *e != best));
            list
        }
        None => matching(graph, words, ignore_case),
    };
    let mut rows = Vec::new();
    for entity in found {
        if options.broken_off() {
            break;
        }
        let view = graph.entity(entity);
        let events = of_one(graph, entity, &filter);
        if events.is_empty() && !plan.tests.is_empty() {
            continue;
        }
        let aliases: Vec<&str> = graph
            .aliases(entity)
            .iter()
            .map(String::as_str)
            .filter(|a| *a != view.name)
            .take(5)
            .collect();
        let text = |t: &str| {
            if t.is_empty() {
                Cell::Empty
            } else {
                Cell::Text(t.to_owned())
            }
        };
        let (events, apart) = plan.part(graph, events);
        let cells = vec![
            Cell::Entity(entity),
            text(class_word(view.class)),
            text(view.country.unwrap_or("")),
            Cell::Count(events.len() as u64),
            apart.cell(),
            text(&aliases.join(", ")),
        ];
        rows.push(Row {
            cells,
            events,
            entities: vec![entity],
            ..Row::default()
        });
    }
    if entity.is_none() {
        rows.sort_by_key(|r| std::cmp::Reverse(r.events.len()));
    }
    let mut answer = Answer {
        kind: Kind::Entities,
        ..Answer::table(
            plan.verb,
            &["name", "kind", "country", "events", APART, "also written"],
            rows,
        )
    };
    if answer.rows.is_empty() && plan.tests.is_empty() {
        answer.notes.push(format!("no name matches /{words}/"));
    }
    answer
}

fn matching(graph: &Graph, pattern: &str, ignore_case: bool) -> Vec<EntityId> {
    let Ok(regex) = regex::RegexBuilder::new(pattern)
        .case_insensitive(ignore_case)
        .size_limit(1 << 20)
        .build()
    else {
        return Vec::new();
    };
    graph
        .entities()
        .filter(|e| {
            regex.is_match(graph.name(*e)) || graph.aliases(*e).iter().any(|a| regex.is_match(a))
        })
        .collect()
}

/// Answers `count`: partners, or events with what they come to when an event told from both sides counts once, and their days.
fn counted(plan: &Plan, graph: &Graph, of: &Operation, options: &Options<'_>) -> Answer {
    let plan = Plan {
        operation: of.clone(),
        ..plan.clone()
    };
    let place = |t: &super::plan::Test| matches!(t.demand, Demand::Place(_));
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
        _ => return counted_events(&plan, graph),
    };
    let row = Row {
        cells: vec![Cell::Count(n as u64)],
        ..Row::default()
    };
    with_reason(Answer::table("count", &[title], vec![row]), n, &plan, graph)
}

fn counted_events(plan: &Plan, graph: &Graph) -> Answer {
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
fn with_reason(mut answer: Answer, n: usize, plan: &Plan, graph: &Graph) -> Answer {
    if n == 0 {
        answer.notes = super::explain::empty(plan, graph);
    }
    answer
}

/// What a row number or an event id points at.
pub(super) enum Thing {
    /// An event.
    Event(EventId),
    /// An entity.
    Entity(EntityId),
}

fn last_row<'o>(n: usize, options: &Options<'o>) -> Result<&'o Row, Problem> {
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

fn event_by_prefix(id: &str, graph: &Graph) -> Result<EventId, Problem> {
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

pub(super) fn row_thing(
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

fn row_events(
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

/// Puts the rows into the order asked for; a column is found by its title.
fn order(answer: &mut Answer, plan: &Plan, graph: &Graph) {
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
type SortKey = Option<(i64, String)>;

/// Sorts rows; equal ones keep their order.
fn sort(rows: &mut Vec<Row>, descending: bool, key: impl Fn(&Row) -> SortKey) {
    let mut keyed: Vec<(SortKey, Row)> = rows.drain(..).map(|r| (key(&r), r)).collect();
    keyed.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) if descending => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        _ => a.is_none().cmp(&b.is_none()),
    });
    rows.extend(keyed.into_iter().map(|(_, row)| row));
}

fn event_key(graph: &Graph, event: EventId, column: &str) -> SortKey {
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

fn cell_key(graph: &Graph, cell: &Cell) -> SortKey {
    match cell {
        Cell::Count(n) => Some((*n as i64, String::new())),
        Cell::Number(n) => Some(((n * 1e9) as i64, String::new())),
        Cell::Text(t) => Some((0, t.clone())),
        Cell::Entity(e) => Some((0, graph.name(*e).to_owned())),
        Cell::Date(e) => event_key(graph, *e, "date"),
        Cell::Empty => None,
    }
}

/// Returns the first and last dated day of a list of events.
pub(super) fn extent(
    graph: &Graph,
    events: &[EventId],
) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    let days = events
        .iter()
        .filter_map(|e| graph.event(*e).date)
        .filter(|d| d.yearless.is_none());
    let mut bounds: Option<(i32, i32)> = None;
    for date in days {
        for day in [date.lo, date.hi].into_iter().flatten().map(day_number) {
            bounds = Some(bounds.map_or((day, day), |(lo, hi)| (lo.min(day), hi.max(day))));
        }
    }
    let (lo, hi) = bounds?;
    Some((date_of(lo)?, date_of(hi)?))
}
