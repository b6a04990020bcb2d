//! The query language: every example statement parses, mistakes say where and what would be right, no cursor position breaks completion.

use newsgraph::lexicon::Lexicon;
use newsgraph::query::parse::{NoNames, expectation};
use newsgraph::query::{Vocabulary, parse, split};

/// One statement a line, every verb and clause of the grammar.
const STATEMENTS: &str = include_str!("../data/statements.txt");

fn vocabulary() -> Vocabulary {
    Vocabulary::new(&Lexicon::open(None).unwrap_or_else(|e| panic!("{e}")))
}

#[test]
fn every_example_statement_parses() {
    let vocabulary = vocabulary();
    let mut failed = Vec::new();
    for line in STATEMENTS.lines() {
        if let Err(error) = parse(line, &vocabulary, &NoNames) {
            failed.push(format!("{line}: {error} at {:?}", error.span));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn statements_parse_the_same_with_a_semicolon_and_in_any_case() {
    let vocabulary = vocabulary();
    for line in STATEMENTS.lines().filter(|l| !l.contains('|')) {
        let plain = parse(line, &vocabulary, &NoNames);
        assert!(
            plain.is_ok_and(|p| parse(&format!("{line};"), &vocabulary, &NoNames) == Ok(p)),
            "{line}"
        );
    }
}

#[test]
fn a_script_is_cut_at_lines_and_semicolons() {
    let text = "timeline Putin and Aliyev\n  since 2023\n  as table\nfind x; show y\n# note\nevents phone,\n meet in 2022 \\\n lang sv\nas of 2022 events";
    let parts: Vec<&str> = split(text).iter().map(|s| s.of(text)).collect();
    assert_eq!(
        parts,
        [
            "timeline Putin and Aliyev\n  since 2023\n  as table",
            "find x",
            "show y",
            "events phone,\n meet in 2022 \\\n lang sv",
            "as of 2022 events"
        ]
    );
}

#[test]
fn completion_survives_every_cursor_position() {
    let vocabulary = vocabulary();
    for line in STATEMENTS.lines() {
        for (i, _) in line.char_indices() {
            let _ = expectation(&line[..i], &vocabulary, &NoNames);
        }
    }
}
