//! Answers as people read them: one row of [`VIEWS`] and one file each. Formats of files are in `export`.
//!
//! In: an answer, the graph, width and colour. Out: text. Invariants: rows are numbered from 1 as `evidence 3` counts them; columns line up in
//! terminals whatever the script; without colour no escape is written.

pub mod cards;
pub mod evidence;
pub mod style;
pub mod table;
pub mod timeline;
pub mod tree;
pub mod width;

use crate::export::Context;
use crate::graph::EntityId;
use crate::query::Answer;
use crate::query::facts::{STAND_IN, stands_in};
use crate::query::names::{class_word, events_of};
use crate::query::result::{Cell, Kind, Picked, Row, count};
use style::Style;

/// What a view needs to know about the place it is printed to.
#[derive(Clone, Copy)]
pub struct Screen {
    /// Columns; `None` prints lines of any length.
    pub width: Option<usize>,
    /// Colours.
    pub style: Style,
}

type Write = fn(&Answer, &Context<'_>, Screen) -> String;

/// A view: name, one line of help, function.
pub type View = (&'static str, &'static str, Write);

/// Every view of the terminal.
pub const VIEWS: [View; 4] = [
    ("table", "rows and columns", table::table),
    (
        "timeline",
        "dated rows with a sparkline and quotes",
        timeline::timeline,
    ),
    ("tree", "branches of partners, years or steps", tree::tree),
    ("cards", "one block a row, nothing cut off", cards::cards),
];

/// Finds a view by name.
pub fn view(name: &str) -> Option<&'static View> {
    VIEWS.iter().find(|v| v.0 == name)
}

/// Renders an answer in the view or format with a name; `auto` and unknown ones in the view that suits it.
pub fn text(answer: &Answer, name: &str, context: &Context<'_>, screen: Screen) -> String {
    match (crate::export::format(name), view(name)) {
        (Some(format), _) => (format.write)(answer, context),
        (None, Some(view)) => (view.2)(answer, context, screen) + &legend(answer, context, screen),
        (None, None) => automatic(answer, context, screen) + &legend(answer, context, screen),
    }
}

/// Explains the mark of a date that is the article's own, where one is shown.
fn legend(answer: &Answer, context: &Context<'_>, screen: Screen) -> String {
    let of_cells = |row: &Row| {
        let dates = row.cells.iter().filter_map(|c| match c {
            Cell::Date(event) => Some(*event),
            _ => None,
        });
        dates.collect::<Vec<_>>()
    };
    let shown = |row: &Row| match answer.kind {
        Kind::Events | Kind::Evidence => row.events.iter().take(1).copied().collect(),
        Kind::Paths => row.legs.iter().map(|l| l.event).collect(),
        Kind::Facts => Vec::new(),
        Kind::Entities | Kind::Table => of_cells(row),
    };
    let marked = |row: &Row| shown(row).iter().any(|e| stands_in(context.graph, *e));
    if answer.rows.iter().any(marked) {
        format!("{}\n", screen.style.paint(style::Ink::Dim, STAND_IN))
    } else {
        String::new()
    }
}

/// Renders an answer in the view that suits it.
pub fn automatic(answer: &Answer, context: &Context<'_>, screen: Screen) -> String {
    match (answer.kind, answer.verb) {
        (Kind::Events, _) => timeline::timeline(answer, context, screen),
        (Kind::Facts, _) => cards::cards(answer, context, screen),
        (Kind::Evidence, _) => evidence::evidence(answer, context, screen),
        (Kind::Paths, _) => tree::paths(answer, context, screen),
        _ => table::table(answer, context, screen),
    }
}

/// Describes an entity: `Ilham Aliyev (person, 17 events)`.
pub fn describe(context: &Context<'_>, id: EntityId) -> String {
    let view = context.graph.entity(id);
    format!(
        "{} ({}, {})",
        view.name,
        class_word(view.class),
        count(events_of(context.graph, id), "event")
    )
}

/// Says whom names were taken for, where that is not plain, and who else they could be.
pub fn picks(picked: &[Picked], context: &Context<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for pick in picked.iter().filter(|p| !p.exact) {
        let mut line = format!("{} → {}", pick.typed, describe(context, pick.entity));
        if let Some(first) = pick.also.first() {
            let also: Vec<String> = pick.also.iter().map(|e| describe(context, *e)).collect();
            line.push_str(&format!(
                "; also {} — write \"{}\" or @{}",
                also.join(", "),
                context.graph.name(*first),
                context.graph.entity(*first).key
            ));
        }
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
