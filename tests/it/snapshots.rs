//! What the parser, the planner and every view make of chosen statements, kept as text under `tests/snapshots`. `INSTA_UPDATE=always` renews them; a
//! change of them is read like a change of code.

use crate::fixture;
use newsgraph::lexicon::Lexicon;
use newsgraph::query::{Vocabulary, parse};
use newsgraph::shell::render::Screen;
use newsgraph::shell::render::style::Style;
use newsgraph::shell::session::Session;
use std::fmt::Write;

const STATEMENTS: &str = include_str!("../data/statements.txt");

/// One question for each kind of answer.
const ANSWERS: [&str; 7] = [
    "timeline Putin and Aliyev",
    "neighbors of Ilham Aliyev within 2 hops limit 8",
    "paths Blinken to Putin limit 3",
    "compare Putin and Aliyev by year",
    "show Ilham Aliyev",
    "evidence for Putin and Aliyev limit 3",
    "events in 1950",
];

fn session() -> Session {
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
    let mut session = Session::new(fixture::graph(), &lexicon, today);
    session.folders = Vec::new();
    session.settings.width = 110;
    session.safe = true;
    session
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn statements_keep_their_trees() {
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    let vocabulary = Vocabulary::new(&lexicon);
    let graph = fixture::graph();
    let mut text = String::new();
    for line in STATEMENTS.lines() {
        let tree =
            parse(line, &vocabulary, &graph).map_or_else(|e| e.to_string(), |s| format!("{s:?}"));
        let _ = writeln!(text, "{line}\n    {tree}");
    }
    snapshot("trees", &text);
}

#[test]
fn questions_keep_their_plans() {
    let mut session = session();
    let mut text = String::new();
    for line in STATEMENTS
        .lines()
        .filter(|l| !l.contains('|') && !l.contains('>'))
    {
        let question = line.strip_prefix("explain ").unwrap_or(line);
        let plan = match session.execute(&format!("explain {question}")) {
            Ok(reply) => reply.text,
            Err(problem) => format!("error: {}\n", problem.message),
        };
        let _ = writeln!(text, "{line}\n{}", indented(&plan));
    }
    snapshot("plans", &text);
}

#[test]
fn views_and_formats_keep_their_looks() {
    let names = [
        "auto", "table", "timeline", "tree", "cards", "json", "jsonl", "csv", "tsv", "markdown",
        "dot",
    ];
    for name in names {
        let mut session = session();
        let mut text = String::new();
        for question in ANSWERS {
            let statement = if name == "auto" {
                question.to_owned()
            } else {
                format!("{question} as {name}")
            };
            let reply = session
                .execute(&statement)
                .unwrap_or_else(|e| panic!("{statement}: {e}"));
            let _ = writeln!(text, "ng> {statement}");
            for remark in &reply.remarks {
                let _ = writeln!(text, "{remark}");
            }
            text.push_str(&reply.text);
        }
        snapshot(&format!("view-{name}"), &text);
    }
}

#[test]
fn narrow_screens_cut_and_colours_stay_outside_the_words() {
    let mut session = session();
    session.settings.width = 60;
    session.style = Style { color: true };
    let Screen { width, .. } = session.screen();
    assert_eq!(width, Some(60));
    let reply = session
        .execute("timeline Putin and Aliyev")
        .unwrap_or_else(|e| panic!("{e}"));
    snapshot("narrow", &reply.text.replace('\u{1b}', "ESC"));
}

fn indented(text: &str) -> String {
    text.lines().map(|l| format!("    {l}\n")).collect()
}
