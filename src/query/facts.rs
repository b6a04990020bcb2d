//! Everything about one thing: `show`, `evidence`, `why`.
//!
//! In: an entity or event. Out: [`Answer`]s with one fact or passage a row. Invariant: what is unknown is left out, never guessed.

use super::clauses::HISTORICAL;
use super::names::class_word;
use super::plan::Plan;
use super::result::{Answer, Cell, Kind, Row, count};
use super::run;
use super::vocabulary::Vocabulary;
use crate::base::analysis::{DateBasis, EntityClass};
use crate::base::record::Status;
use crate::graph::{EntityId, EventId, Graph, Role};
use std::collections::{BTreeMap, BTreeSet};

/// Most partners and aliases a card names.
const SHOWN: usize = 8;

fn fact(name: &str, value: impl Into<String>) -> Option<Row> {
    let value = value.into();
    (!value.is_empty()).then(|| Row {
        cells: vec![Cell::Text(name.to_owned()), Cell::Text(value)],
        ..Row::default()
    })
}

fn card(verb: &'static str, rows: Vec<Option<Row>>) -> Answer {
    Answer {
        kind: Kind::Facts,
        ..Answer::table(
            verb,
            &["what", "value"],
            rows.into_iter().flatten().collect(),
        )
    }
}

/// Lists the other spellings of a name, without the genitives of those that are known.
fn spellings(graph: &Graph, id: EntityId) -> Vec<&str> {
    let (name, aliases) = (graph.name(id), graph.aliases(id));
    let known = |word: &str| word == name || aliases.iter().any(|a| a == word);
    let others = aliases.iter().map(String::as_str).filter(|a| *a != name);
    others
        .filter(|a| !a.strip_suffix('s').is_some_and(known))
        .collect()
}

/// Rows of a card that say who somebody is: names, kind, codes, offices.
fn who_it_is(graph: &Graph, id: EntityId) -> Vec<Option<Row>> {
    let view = graph.entity(id);
    let aliases = spellings(graph, id);
    let mut names = aliases
        .iter()
        .take(SHOWN)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    if aliases.len() > SHOWN {
        names.push_str(&format!(", … ({} in all)", aliases.len()));
    }
    let country = view.country.filter(|_| view.class != EntityClass::Country);
    let class = match country {
        Some(code) => format!("{}, {}", class_word(view.class), country_name(graph, code)),
        None => class_word(view.class).to_owned(),
    };
    let codes: Vec<&str> = view.country.into_iter().chain(view.sector).collect();
    let mut rows = vec![
        fact("name", view.name),
        fact("kind", class),
        fact("also written", names),
    ];
    let external = graph
        .external(id)
        .map_or_else(String::new, |x| format!(", Wikidata {x}"));
    rows.push(fact("id", format!("@{}{external}", view.key)));
    rows.push(fact("codes", codes.join(" ")));
    for relation in graph
        .relations_of(id)
        .into_iter()
        .filter_map(|r| graph.relation(r))
    {
        rows.push(fact(
            if relation.subject == view.key {
                "role"
            } else {
                "has"
            },
            relation_words(graph, relation, view.key),
        ));
    }
    rows
}

/// The commonest types of some events, with their numbers.
fn most_frequent(graph: &Graph, vocabulary: &Vocabulary, events: &[EventId]) -> String {
    let counted = graph.count_by_mode(events).into_iter();
    let mut modes: Vec<(usize, String)> = counted
        .map(|((t, m), n)| (n, vocabulary.label_or_name(t, m)))
        .collect();
    modes.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let words = modes.iter().take(SHOWN).map(|(n, m)| format!("{m} {n}"));
    words.collect::<Vec<_>>().join(", ")
}

/// Answers `show ENTITY`; counts obey the plan's tests.
pub(super) fn entity(plan: &Plan, graph: &Graph, vocabulary: &Vocabulary, id: EntityId) -> Answer {
    let mut events = run::of_one(graph, id, &plan.filter(graph, None));
    events.retain(|e| plan.admits(graph, *e, None));
    let (events, apart) = plan.part(graph, events);
    let mut rows = who_it_is(graph, id);
    let extent = run::extent(graph, &events).map_or_else(String::new, |(lo, hi)| {
        let one = (events.len() == 1).then(|| events.first()).flatten();
        match one {
            Some(event) => format!(", {}", date_words(graph, *event)),
            None if lo == hi => format!(", on {lo}"),
            None => format!(", {lo} to {hi}"),
        }
    });
    rows.push(fact(
        "events",
        format!(
            "{}{extent}",
            apart.behind(events.len(), events.len().to_string())
        ),
    ));
    rows.push(fact("mostly", most_frequent(graph, vocabulary, &events)));
    let partners = graph.partners(id, &plan.counted(graph, None));
    let listed: Vec<String> = partners
        .iter()
        .take(SHOWN)
        .map(|n| format!("{} {}", graph.name(n.entity), n.n_events))
        .collect();
    rows.push(fact("with", listed.join(", ")));
    let mut answer = card("show", rows);
    answer.focus = vec![id];
    for row in &mut answer.rows {
        row.entities = vec![id];
    }
    if let Some(row) = answer
        .rows
        .iter_mut()
        .find(|r| r.cells.first() == Some(&Cell::Text("events".to_owned())))
    {
        row.events = events;
    }
    answer
}

pub(super) fn relation_words(
    graph: &Graph,
    relation: &crate::base::world::Relation,
    own: &str,
) -> String {
    let name = |key: &str| {
        graph
            .entity_by_key(key)
            .map_or_else(|| key.to_owned(), |e| graph.name(e).to_owned())
    };
    let predicate = relation.predicate.to_lowercase().replace('_', " ");
    let bounds = [
        relation.start.as_deref().map(|d| bound("since", d)),
        relation.end.as_deref().map(|d| bound("until", d)),
    ];
    let bounds: Vec<String> = bounds.into_iter().flatten().collect();
    let dates = if bounds.is_empty() {
        String::new()
    } else {
        format!(" ({})", bounds.join(", "))
    };
    if relation.subject == own {
        format!("{predicate} {}{dates}", name(&relation.object))
    } else {
        let office = predicate.trim_end_matches(" of");
        format!("{} as {office}{dates}", name(&relation.subject))
    }
}

/// Words for the beginning or end of a role, whose date may itself be half open.
fn bound(word: &str, edtf: &str) -> String {
    match half_open(edtf) {
        Some((true, date)) => format!("{word} {date} or earlier"),
        Some((false, date)) => format!("{word} {date} or later"),
        None => format!("{word} {edtf}"),
    }
}

/// Returns the name of the country with a code, or the code where the graph does not know it.
fn country_name<'g>(graph: &'g Graph, code: &'g str) -> &'g str {
    let mut all = graph.entities().map(|e| graph.entity(e));
    all.find(|v| v.class == EntityClass::Country && v.country == Some(code))
        .map_or(code, |v| v.name)
}

fn names(graph: &Graph, list: &[EntityId]) -> String {
    list.iter()
        .map(|e| graph.name(*e))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Returns the words for what a date rests on.
pub fn basis_words(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Explicit => "given in the text",
        DateBasis::Weekday => "a weekday, counted from the article's date",
        DateBasis::Relative => "counted from the article's date",
        DateBasis::Narrative => "completed by another date of the story",
        DateBasis::Publication => "the article's own date stands in",
        DateBasis::None => "none",
    }
}

/// Returns the words for a status; empty for what happened.
pub fn status_words(status: Status) -> &'static str {
    match status {
        Status::Happened => "",
        Status::Planned => "planned",
        Status::Negated => "denied",
        Status::Hypothetical => "hypothetical",
    }
}

/// Returns in words how an event stands to what happened: "planned", "denied, historical"; empty for what happened of late.
pub fn standing_words(graph: &Graph, id: EventId) -> String {
    let view = graph.event(id);
    let old = if view.historical { HISTORICAL } else { "" };
    let words = [status_words(view.status), old];
    let told: Vec<&str> = words.into_iter().filter(|w| !w.is_empty()).collect();
    told.join(", ")
}

/// Answers `show #3` for an event.
pub(super) fn event(graph: &Graph, vocabulary: &Vocabulary, id: EventId) -> Answer {
    let view = graph.event(id);
    let kind = &view.kind;
    let name = match kind.mode {
        Some(mode) => format!("{}.{mode}", kind.event_type.to_lowercase()),
        None => kind.event_type.to_lowercase(),
    };
    let languages = graph
        .count_by_language(&[id])
        .into_keys()
        .collect::<Vec<_>>()
        .join(", ");
    let status = if view.status == Status::Happened {
        "happened"
    } else {
        status_words(view.status)
    };
    let old = if view.historical {
        ", historical: long before the report, or told as background"
    } else {
        ""
    };
    let reporters: Vec<EntityId> = graph
        .roles(id)
        .filter(|(_, r)| *r == Role::Reporter)
        .map(|(e, _)| e)
        .collect();
    let codes = match (view.kind.cameo, view.kind.score) {
        (Some(c), Some(s)) => format!("CAMEO {c}, score {s}"),
        (Some(c), None) => format!("CAMEO {c}"),
        (None, Some(s)) => format!("score {s}"),
        (None, None) => String::new(),
    };
    let rows = vec![
        fact("what", format!("{} ({name})", vocabulary.word(kind))),
        fact("when", date_words(graph, id)),
        fact("date rests on", basis_words(view.date_basis)),
        fact(
            if view.symmetric { "between" } else { "who" },
            names(graph, &view.actors),
        ),
        fact(
            if view.symmetric { "and" } else { "to whom" },
            names(graph, &view.recipients),
        ),
        fact(
            "mediated by",
            view.mediator
                .map_or_else(String::new, |m| graph.name(m).to_owned()),
        ),
        fact(
            "where",
            view.location
                .map_or_else(String::new, |l| graph.name(l).to_owned()),
        ),
        fact("status", format!("{status}{old}")),
        fact("said by", names(graph, &reporters)),
        fact("reported", reported_words(graph, id)),
        fact("languages", languages),
        fact("codes", codes),
        fact("confidence", format!("{:.2}", view.confidence)),
        fact("id", graph.key_of(id).into_owned()),
    ];
    let mut answer = card("show", rows);
    for row in &mut answer.rows {
        row.events = vec![id];
    }
    answer
}

fn reported_words(graph: &Graph, id: EventId) -> String {
    let view = graph.event(id);
    let n = count(view.n_reports, "report");
    match (view.first_reported, view.last_reported) {
        _ if view.n_reports == 0 => String::new(),
        (Some(a), Some(b)) if a != b => {
            format!("{n} in {}, {a} to {b}", count(view.n_articles, "article"))
        }
        (Some(a), _) => format!("{n} in {}, {a}", count(view.n_articles, "article")),
        _ => format!("{n} in {}, undated", count(view.n_articles, "article")),
    }
}

/// What the mark in front of a date says.
pub const STAND_IN: &str = "~ the article's own date stands in";

/// Tells whether an event has no date of its own, so that the article's stands in for it.
pub fn stands_in(graph: &Graph, id: EventId) -> bool {
    let view = graph.event(id);
    view.date.is_some() && view.date_basis == DateBasis::Publication
}

/// Returns the date of an event for people: `2023-09-21`, `after 2023-09`, `undated`; `~2023-09-21` where the article's own date stands in.
pub fn date_words(graph: &Graph, id: EventId) -> String {
    let Some(date) = graph.event(id).date else {
        return "undated".to_owned();
    };
    let edtf = date.to_edtf();
    if stands_in(graph, id) {
        let ends: Vec<String> = edtf.split('/').map(date_in_words).collect();
        return format!("~{}", ends.join(" – "));
    }
    let doubt = edtf.trim_start_matches(|c| !matches!(c, '?' | '~' | '%'));
    match half_open(&edtf) {
        Some((true, end)) => format!("before {}{doubt}", date_in_words(end)),
        Some((false, start)) => format!("after {}{doubt}", date_in_words(start)),
        None => {
            let ends: Vec<String> = edtf.split('/').map(date_in_words).collect();
            ends.join(" – ")
        }
    }
}

/// Returns a date of EDTF as people read it, where its code is none of theirs: "autumn 2025", "1990s", "22 February".
pub fn date_in_words(edtf: &str) -> String {
    const SEASONS: [(&str, &str); 3] = [("-21", "spring"), ("-22", "summer"), ("-23", "autumn")];
    let plain = edtf.trim_end_matches(['?', '~', '%']);
    let marks = edtf.get(plain.len()..).unwrap_or("");
    if let Some(hundreds) = plain.strip_suffix("XX").and_then(|c| c.parse::<u32>().ok()) {
        let century = hundreds + 1;
        let ending = if century == 21 { "st" } else { "th" };
        return format!("{century}{ending} century{marks}");
    }
    if let Some(decade) = plain.strip_suffix('X') {
        return format!("{decade}0s{marks}");
    }
    if let Some((month, day)) = plain.strip_prefix("XXXX-").and_then(|d| d.split_once('-')) {
        let month = month.parse::<u8>().ok();
        let name = month.and_then(|m| chrono::Month::try_from(m).ok());
        let day = day.trim_start_matches('0');
        return name.map_or_else(|| edtf.to_owned(), |m| format!("{day} {}{marks}", m.name()));
    }
    if let Some(year) = plain.strip_suffix("-24").filter(|y| y.len() == 4) {
        let next = year.parse::<u32>().map_or(0, |y| (y + 1) % 100);
        return format!("winter {year}/{next:02}{marks}");
    }
    let mut seasons = SEASONS.iter();
    let season = seasons.find_map(|(code, word)| {
        let year = plain.strip_suffix(code).filter(|y| y.len() == 4)?;
        Some(format!("{word} {year}{marks}"))
    });
    season.unwrap_or_else(|| edtf.to_owned())
}

/// Splits a half-open date: whether its beginning is open, and the date that its other end names.
pub(super) fn half_open(edtf: &str) -> Option<(bool, &str)> {
    let plain = edtf.trim_end_matches(['?', '~', '%']);
    let marks = ['?', '~', '%'];
    match (plain.strip_prefix("../"), plain.strip_suffix("/..")) {
        (Some(end), _) => Some((true, end.trim_end_matches(marks))),
        (None, Some(start)) => Some((false, start.trim_end_matches(marks))),
        (None, None) => None,
    }
}

/// Answers `evidence`: a passage a row.
pub(super) fn evidence(verb: &'static str, graph: &Graph, events: &[EventId]) -> Answer {
    let mut rows = Vec::new();
    for event in events {
        for (i, report) in graph.reports(*event).iter().enumerate() {
            let article = graph.article_by_key(&report.article);
            let record = article.and_then(|a| graph.article(a));
            let (lang, date, title, file) = record.map_or_else(Default::default, |r| {
                (
                    r.lang.unwrap_or_default(),
                    r.published.unwrap_or_default(),
                    r.title.unwrap_or_default(),
                    r.file,
                )
            });
            let text = |t: String| {
                if t.is_empty() {
                    Cell::Empty
                } else {
                    Cell::Text(t)
                }
            };
            let reporter = report
                .reporter
                .as_deref()
                .and_then(|r| graph.entity_by_key(r))
                .map_or(Cell::Empty, Cell::Entity);
            let cells = vec![
                Cell::Date(*event),
                text(report.quote.clone()),
                text(date),
                text(lang),
                text(if title.is_empty() { file } else { title }),
                reporter,
                Cell::Count(i as u64),
            ];
            rows.push(Row {
                cells,
                events: vec![*event],
                ..Row::default()
            });
        }
    }
    let mut answer = Answer {
        kind: Kind::Evidence,
        ..Answer::table(
            verb,
            &[
                "date",
                "quote",
                "published",
                "language",
                "article",
                "said by",
                "report",
            ],
            rows,
        )
    };
    if answer.rows.is_empty() && !events.is_empty() {
        answer.notes.push(format!(
            "{} without a passage: imported from a table",
            count(events.len(), "event")
        ));
    }
    answer
}

/// Answers `why` for an event: rules, confidence, why its reports are one event.
pub(super) fn why_event(graph: &Graph, vocabulary: &Vocabulary, id: EventId) -> Answer {
    let mut answer = event(graph, vocabulary, id);
    answer.verb = "why";
    let status = answer
        .rows
        .iter()
        .find(|r| matches!(r.cells.first(), Some(Cell::Text(t)) if t == "status"));
    let status = status.cloned();
    answer.rows.truncate(3);
    answer.rows.extend(status);
    for report in graph.reports(id) {
        answer.rows.extend(fact(
            "rule",
            format!(
                "{} on \"{}\", confidence {:.2}",
                report.rule, report.trigger, report.confidence
            ),
        ));
        answer
            .rows
            .extend(fact("in", format!("\"{}\"", report.quote)));
    }
    for reason in graph.event_reasons(id) {
        answer.rows.extend(fact("because", reason.clone()));
    }
    for row in &mut answer.rows {
        row.events = vec![id];
    }
    if graph.reports(id).is_empty() {
        answer
            .notes
            .push("the event was imported from a table and has no passage".to_owned());
    }
    answer
}

/// The most articles that are read for the spellings of one entity, and the most reasons of single articles that are shown.
const MOST_READ: usize = 200;
const MOST_REASONS: usize = 12;

/// The spellings an entity has in the articles, each with the number of articles that write it so, and why mentions inside an article were taken for one.
fn met_as(graph: &Graph, id: EntityId) -> (BTreeMap<String, usize>, Vec<String>) {
    let (mut met, mut reasons) = (BTreeMap::new(), BTreeSet::new());
    for (article, local) in graph.members(id).iter().take(MOST_READ) {
        let record = graph.article_by_key(article).and_then(|a| graph.article(a));
        let entities = record.map(|r| r.entities).unwrap_or_default();
        for entity in entities.into_iter().filter(|e| e.id == *local) {
            for mention in entity.mentions.into_iter().collect::<BTreeSet<_>>() {
                *met.entry(mention).or_default() += 1;
            }
            reasons.extend(entity.reasons);
        }
    }
    let more = reasons.len().saturating_sub(MOST_REASONS);
    let mut shown: Vec<String> = reasons.into_iter().take(MOST_REASONS).collect();
    if more > 0 {
        shown.push(format!("… and {more} more"));
    }
    (met, shown)
}

/// Answers `why ENTITY`: what made its mentions one.
pub(super) fn why_entities(graph: &Graph, entities: &[EntityId]) -> Answer {
    let mut rows = Vec::new();
    for id in entities {
        let view = graph.entity(*id);
        rows.push(fact(
            "name",
            format!("{} ({}, @{})", view.name, class_word(view.class), view.key),
        ));
        let (met, inside) = met_as(graph, *id);
        let other = |alias: &&String| !met.contains_key(*alias) && **alias != view.name;
        let others: Vec<String> = graph.aliases(*id).iter().filter(other).cloned().collect();
        let met: Vec<String> = met.iter().map(|(m, n)| format!("{m} {n}")).collect();
        rows.push(fact("met as", met.join(", ")));
        if !others.is_empty() {
            rows.push(fact("also known as", others.join(", ")));
        }
        rows.push(fact("articles", graph.members(*id).len().to_string()));
        rows.extend(inside.into_iter().map(|r| fact("in an article", r)));
        rows.extend(
            graph
                .entity_reasons(*id)
                .iter()
                .map(|r| fact("because", r.clone())),
        );
    }
    let mut answer = card("why", rows);
    answer.focus = entities.to_vec();
    if let [a, b] = entities {
        answer.notes.push(format!(
            "{} and {} are kept as two; `same` makes them one",
            graph.name(*a),
            graph.name(*b)
        ));
    }
    answer
}
