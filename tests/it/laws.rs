//! What must hold for any question: filters only remove, windows add up, `limit` cuts a tail off, sorting keeps the order of equals; and no text, at
//! any cursor position, brings parser, completion, hint or highlighting down.

use crate::fixture;
use newsgraph::graph::{EventId, Graph};
use newsgraph::lexicon::Lexicon;
use newsgraph::query::result::{Answer, Options};
use newsgraph::query::{Vocabulary, parse, run};
use newsgraph::shell::session::Session;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::OnceLock;

const STATEMENTS: &str = include_str!("../data/statements.txt");
/// Questions whose rows are events.
const QUESTIONS: [&str; 5] = [
    "events",
    "between Putin and Aliyev",
    "timeline of Ilham Aliyev",
    "events by Putin",
    "events with Trump",
];
const FILTERS: [&str; 20] = [
    "in 2022..2023",
    "since 2023-09",
    "after 2023",
    "until 2025-10-09",
    "before 2024",
    "on 2023-09-21",
    "last 20 months",
    "around 2025-10-09 ± 30 days",
    "as of 2024-01-01",
    "type phone,meet",
    "only visit",
    "without phone",
    "in Baku",
    "at Azerbaijan",
    "reported by Putin",
    "lang sv",
    "conf >= 0.8",
    "status happened",
    "status planned",
    "certain dates",
];

fn vocabulary() -> &'static Vocabulary {
    static MADE: OnceLock<Vocabulary> = OnceLock::new();
    MADE.get_or_init(|| Vocabulary::new(&Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"))))
}

fn today() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default()
}

fn ask(graph: &Graph, text: &str) -> Answer {
    let options = Options {
        today: Some(today()),
        ..Options::default()
    };
    run(text, graph, vocabulary(), &options).unwrap_or_else(|e| panic!("{text}: {e}"))
}

fn events(graph: &Graph, text: &str) -> Vec<EventId> {
    ask(graph, text).all_events()
}

/// Are two windows without a common day refused?
fn are_apart(graph: &Graph, text: &str) -> bool {
    let options = Options {
        today: Some(today()),
        ..Options::default()
    };
    let refused = run(text, graph, vocabulary(), &options).err();
    refused.is_some_and(|e| e.to_string().contains("no day is in both"))
}

fn set(list: &[EventId]) -> BTreeSet<EventId> {
    list.iter().copied().collect()
}

#[test]
fn a_filter_only_removes_rows_and_keeps_their_order() {
    let graph = fixture::graph();
    for question in QUESTIONS {
        for first in FILTERS {
            let some = events(&graph, &format!("{question} {first}"));
            let all = events(&graph, question);
            let kept: Vec<EventId> = all.into_iter().filter(|e| some.contains(e)).collect();
            assert_eq!(kept, some, "{question} {first}");
            for second in FILTERS {
                // `status` twice means either.
                if first.starts_with("status") && second.starts_with("status") {
                    continue;
                }
                if are_apart(&graph, &format!("{question} {first} {second}")) {
                    continue;
                }
                let both = events(&graph, &format!("{question} {first} {second}"));
                assert!(
                    set(&both).is_subset(&set(&some)),
                    "{question} {first} {second}"
                );
            }
        }
    }
}

#[test]
fn a_window_is_the_union_of_its_parts() {
    let graph = fixture::graph();
    let windows = [
        ("in 2022..2023", ["in 2022", "in 2023"]),
        ("in 2023-Q3..2023-Q4", ["in 2023-Q3", "in 2023-Q4"]),
        ("from 2022 to 2026", ["in 2022..2024", "in 2025..2026"]),
        ("since 2022", ["in 2022..2023", "since 2024"]),
    ];
    for question in QUESTIONS {
        for (whole, parts) in windows {
            let whole = set(&events(&graph, &format!("{question} {whole}")));
            let parts = parts.map(|p| set(&events(&graph, &format!("{question} {p}"))));
            let union: BTreeSet<EventId> = parts.iter().flatten().copied().collect();
            assert_eq!(whole, union, "{question}");
        }
        for day in ["2023", "2023-09", "2025-10-09"] {
            let possible = set(&events(&graph, &format!("{question} in {day}")));
            let certain = set(&events(
                &graph,
                &format!("{question} in {day} certain dates"),
            ));
            assert!(certain.is_subset(&possible), "{question} {day}");
        }
    }
}

#[test]
fn types_part_the_events_and_what_was_known_only_grows() {
    let graph = fixture::graph();
    for question in QUESTIONS {
        let all = events(&graph, question).len();
        let with = events(&graph, &format!("{question} type phone")).len();
        let without = events(&graph, &format!("{question} without phone")).len();
        assert_eq!(with + without, all, "{question}");
        let mut before = BTreeSet::new();
        for year in 2021..2027 {
            let known = set(&events(&graph, &format!("{question} as of {year}")));
            assert!(before.is_subset(&known), "{question} {year}");
            before = known;
        }
    }
}

#[test]
fn limit_takes_a_prefix_and_sorting_is_stable() {
    let graph = fixture::graph();
    let questions = [
        "events",
        "events sort by type",
        "events sort by conf desc",
        "neighbors Aliyev",
        "neighbors Aliyev within 2 hops",
        "common Putin and Aliyev",
        "top 50 actors",
        "show articles",
    ];
    for question in questions {
        let all = ask(&graph, question);
        for n in [0, 1, 2, 5, 1000] {
            let some = ask(&graph, &format!("{question} limit {n}"));
            let prefix: Vec<_> = all.rows.iter().take(n).cloned().collect();
            assert_eq!(some.rows, prefix, "{question} limit {n}");
            assert_eq!(some.truncated, n < all.rows.len(), "{question} limit {n}");
        }
    }
    let plain = events(&graph, "events");
    let place = |e: &EventId| plain.iter().position(|p| p == e);
    for direction in ["asc", "desc"] {
        let sorted = events(&graph, &format!("events sort by type {direction}"));
        let kind = |e: &EventId| {
            let view = graph.event(*e);
            (
                view.kind.event_type.to_owned(),
                view.kind.mode.map(str::to_owned),
            )
        };
        for pair in sorted.windows(2) {
            if let [a, b] = pair {
                assert!(kind(a) != kind(b) || place(a) < place(b), "{direction}");
            }
        }
    }
}

fn session() -> Session {
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    let mut session = Session::new(fixture::graph(), &lexicon, today());
    session.folders = Vec::new();
    session
}

/// Holds completion, hint and highlighting at the end of a text to their promises.
fn look(before: &str, session: &Session) {
    let (start, list) = newsgraph::shell::complete::complete(before, session);
    assert!(before.is_char_boundary(start), "{before:?}: {start}");
    let mut texts: Vec<&str> = list.iter().map(|c| c.text.as_str()).collect();
    assert!(texts.iter().all(|t| !t.is_empty()), "{before:?}");
    let n = texts.len();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), n, "{before:?} offers something twice");
    let _ = newsgraph::shell::hint::hint(before, None, session);
    let style = newsgraph::shell::render::style::Style { color: true };
    let painted = newsgraph::shell::highlight::highlight(before, before.len(), session, style);
    let mut plain = String::new();
    let mut rest = painted.as_str();
    while let Some(at) = rest.find('\u{1b}') {
        plain.push_str(rest.get(..at).unwrap_or(""));
        let after = rest.get(at..).unwrap_or("");
        let end = after.find('m').map_or(after.len(), |i| i + 1);
        rest = after.get(end..).unwrap_or("");
    }
    plain.push_str(rest);
    assert_eq!(plain, before);
}

#[test]
fn every_cursor_position_of_every_example_can_be_completed() {
    let session = session();
    for line in STATEMENTS.lines() {
        for (i, _) in line.char_indices() {
            look(line.get(..i).unwrap_or(""), &session);
        }
        look(line, &session);
    }
}

#[test]
fn a_line_opens_with_a_command_or_with_a_name() {
    let session = session();
    let offered = |before: &str| {
        let (_, list) = newsgraph::shell::complete::complete(before, &session);
        list.into_iter().map(|c| c.text).collect::<Vec<String>>()
    };
    for before in ["Vlad", "aliy", "Алие", "stats; puti"] {
        let list = offered(before);
        let named = |n: &String| n == "Vladimir Putin" || n == "Ilham Aliyev";
        assert!(list.iter().any(named), "{before}: {list:?}");
    }
    assert_eq!(offered("timel"), ["timeline"]);
    assert_eq!(offered("who"), Vec::<String>::new());
}

#[test]
fn what_completion_offers_at_a_command_parses_on() {
    let session = session();
    for before in ["", "tim", "stats; ev", "help "] {
        let (start, list) = newsgraph::shell::complete::complete(before, &session);
        assert!(!list.is_empty(), "{before:?}");
        let lead = before.get(..start).unwrap_or("");
        // `as` is half of the prefix `as of DATE`.
        for c in list.iter().filter(|c| c.text != "as") {
            let text = format!("{lead}{}", c.text);
            let last = newsgraph::query::split(&text).pop();
            let statement = last.map_or("", |s| s.of(&text));
            match parse(statement, vocabulary(), session.graph.as_ref()) {
                Ok(_) => {}
                Err(e) => assert!(e.incomplete || e.span.start > 0, "{text:?}: {e}"),
            }
        }
    }
}

/// Words of the language, names, signs and rubbish.
fn token() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> = STATEMENTS.split_whitespace().collect();
    prop_oneof![
        8 => proptest::sample::select(words).prop_map(str::to_owned),
        2 => proptest::sample::select(vec![
            "„Putin“", "»Putin", "\"", "'", "/a(/i", "#0", "e", "@", "$", "$$", "–", "<->", "±", "\\", ";", "\n", "//", "/*", "as of",
            "99999999999999999999", "2023-99-99", "-1", ">=", "..", "\u{301}", "👩‍👩‍👧", "習近平", "İ", "ß", "\u{0}", "\t",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn soup() -> impl Strategy<Value = String> {
    proptest::collection::vec(token(), 0..12).prop_map(|t| t.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_the_parser_and_spans_lie_on_letters(text in soup()) {
        let graph = fixture::graph();
        for span in newsgraph::query::split(&text) {
            prop_assert!(text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize));
        }
        let options = Options { today: Some(today()), max_rows: 20, ..Options::default() };
        if let Err(problem) = run(&text, &graph, vocabulary(), &options) {
            let (start, end) = (problem.span.start as usize, problem.span.end as usize);
            prop_assert!(start <= end && end <= text.len(), "{problem:?}");
            prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{problem:?}");
            prop_assert!(!problem.message.is_empty());
        }
    }

    #[test]
    fn no_text_breaks_completion(text in soup(), cut in any::<proptest::sample::Index>()) {
        thread_local! {
            static SESSION: Session = session();
        }
        let ends: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        let end = *cut.get(&ends);
        SESSION.with(|s| look(text.get(..end).unwrap_or(""), s));
    }
}
