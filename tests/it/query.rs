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

mod answers {
    use super::{STATEMENTS, vocabulary};
    use crate::fixture;
    use newsgraph::graph::Graph;
    use newsgraph::query::result::{Answer, Options, Problem};
    use newsgraph::query::{Vocabulary, run};

    fn today() -> Option<chrono::NaiveDate> {
        chrono::NaiveDate::from_ymd_opt(2026, 11, 24)
    }

    fn ask(text: &str, graph: &Graph, vocabulary: &Vocabulary) -> Result<Answer, Problem> {
        run(
            text,
            graph,
            vocabulary,
            &Options {
                today: today(),
                ..Options::default()
            },
        )
    }

    fn rows(text: &str) -> usize {
        let answer = ask(text, &fixture::graph(), &vocabulary());
        answer.unwrap_or_else(|e| panic!("{text}: {e}")).rows.len()
    }

    #[test]
    fn the_question_of_the_card_works_as_typed() {
        assert_eq!(rows("Putin–Aliyev interactions over time"), 5);
        for text in [
            "between Putin and Aliyev",
            "timeline Putin and Alijev",
            "timeline Putins and Alijew",
            "Wladimir Putin with Əliyev",
            "Aliyev <-> Putin",
            "timeline vladimir putin and ILHAM ALIYEV",
        ] {
            assert_eq!(rows(text), 5, "{text}");
        }
    }

    #[test]
    fn every_question_answers_or_says_why_not() {
        let (graph, vocabulary) = (fixture::graph(), vocabulary());
        for text in STATEMENTS.lines() {
            match ask(text, &graph, &vocabulary) {
                Ok(answer) => assert!(
                    !answer.rows.is_empty() || !answer.notes.is_empty(),
                    "silent: {text}"
                ),
                Err(problem) => assert!(!problem.message.is_empty(), "{text}"),
            }
        }
    }

    #[test]
    fn an_unknown_name_is_an_error_with_the_nearest() {
        let problem = ask(
            "timeline Putin and Aliyef",
            &fixture::graph(),
            &vocabulary(),
        )
        .err();
        let problem = problem.unwrap_or_else(|| panic!("a typo was taken for a name"));
        assert_eq!(problem.span.of("timeline Putin and Aliyef"), "Aliyef");
        assert!(
            problem
                .suggestions
                .iter()
                .any(|s| s.contains("Ilham Aliyev")),
            "{problem:?}"
        );
    }

    #[test]
    fn empty_answers_name_the_filter() {
        let answer = ask(
            "between Putin and Aliyev since 2026 type phone",
            &fixture::graph(),
            &vocabulary(),
        )
        .unwrap_or_else(|e| panic!("{e}"));
        assert!(answer.rows.is_empty());
        assert!(
            answer.notes.iter().any(|n| n.contains("`since 2026`")),
            "{:?}",
            answer.notes
        );
        let answer = ask("between Lavrov and Trump", &fixture::graph(), &vocabulary())
            .unwrap_or_else(|e| panic!("{e}"));
        assert!(
            answer.notes.iter().any(|n| n.contains("share no event")),
            "{:?}",
            answer.notes
        );
    }

    #[test]
    fn windows_and_filters_keep_their_laws() {
        assert_eq!(
            rows("events in 2022..2023"),
            rows("events in 2022") + rows("events in 2023")
        );
        let all = rows("events");
        for filter in [
            "type phone",
            "without phone",
            "in Baku",
            "lang sv",
            "conf >= 0.9",
            "status planned",
            "since 2024",
            "by Putin",
            "as of 2024-01-01",
        ] {
            assert!(rows(&format!("events {filter}")) <= all, "{filter}");
        }
        assert_eq!(
            rows("events type phone") + rows("events without phone"),
            all
        );
    }

    fn dates(text: &str) -> Vec<String> {
        let graph = fixture::graph();
        let answer = ask(text, &graph, &vocabulary()).unwrap_or_else(|e| panic!("{text}: {e}"));
        let events = answer.rows.iter().filter_map(|r| r.events.first());
        events
            .map(|e| newsgraph::query::facts::date_words(&graph, *e))
            .collect()
    }

    #[test]
    fn half_open_dates_stand_where_their_words_put_them() {
        let found = dates("between Putin and Aliyev");
        assert_eq!(
            found,
            [
                "2023-09-21",
                "2023-09-21",
                "after 2023-09",
                "2025-10-09",
                "2025-10-24"
            ]
        );
    }

    #[test]
    fn undated_rows_stay_last_whichever_way_dates_are_sorted() {
        for direction in ["asc", "desc"] {
            let found = dates(&format!("events sort by date {direction}"));
            let first = found.iter().position(|d| d == "undated");
            let from = first.unwrap_or_else(|| panic!("the fixture has undated events"));
            assert!(
                from > 0 && found[from..].iter().all(|d| d == "undated"),
                "{found:?}"
            );
        }
    }

    #[test]
    fn a_type_word_with_several_readings_says_how_it_was_read_where_that_matters() {
        let (graph, vocabulary) = (fixture::graph(), vocabulary());
        let answer = ask("events meet", &graph, &vocabulary).unwrap_or_else(|e| panic!("{e}"));
        let both = graph
            .kinds()
            .filter(|(k, n)| *n > 0 && k.mode == Some("meet"));
        let several = both
            .map(|(k, _)| k.event_type)
            .collect::<std::collections::BTreeSet<_>>();
        let note = answer
            .notes
            .iter()
            .any(|n| n.starts_with("meet means \"meeting\"; "));
        assert_eq!(note, several.len() > 1, "{:?}", answer.notes);
        let plain = ask("events consult.meet", &graph, &vocabulary);
        assert!(plain.is_ok_and(|a| a.notes.is_empty() && a.rows.len() == answer.rows.len()));
    }

    #[test]
    fn names_of_several_words_hold_together() {
        assert_eq!(
            rows("show Trinidad and Tobago"),
            rows("show \"Trinidad and Tobago\"")
        );
        assert_eq!(rows("find Nagorno-Karabach"), 1);
    }
}

#[test]
fn two_names_without_a_word_between_them_are_put_right() {
    struct Two;
    impl newsgraph::query::parse::KnownNames for Two {
        fn is_name(&self, words: &str) -> bool {
            ["Merz", "China", "Donald", "Trump", "Donald Trump"].contains(&words)
        }
        fn is_whole_name(&self, words: &str) -> bool {
            self.is_name(words)
        }
    }
    let vocabulary = vocabulary();
    let said = |text: &str| match parse(text, &vocabulary, &Two) {
        Ok(_) => Vec::new(),
        Err(problem) => problem.suggestions,
    };
    assert_eq!(said("between Merz China"), ["`between Merz and China`"]);
    assert_eq!(
        said("compare Merz Donald Trump"),
        ["`compare Merz and Donald Trump`"]
    );
    assert_eq!(said("path Merz China"), ["`path Merz to China`"]);
    assert_eq!(said("Merz China"), ["`Merz and China`"]);
    // A name with a word behind it that is no clause is still a name.
    assert_eq!(said("China relations"), ["`timeline China`"]);
    assert!(said("Chile relations").is_empty(), "no such name");
    assert_eq!(said("Merz China over time"), ["`Merz and China over time`"]);
    assert!(
        said("between Donald Trump").is_empty(),
        "one name is not cut in two"
    );
}

#[test]
fn top_alone_counts_actors() {
    let vocabulary = vocabulary();
    let query = |text: &str| {
        let parsed = parse(text, &vocabulary, &NoNames);
        parsed
            .map(|p| format!("{:?}", p.query.verb))
            .unwrap_or_default()
    };
    assert_eq!(query("top"), query("top actors"));
    assert_eq!(query("top 5 since 2024"), query("top 5 actors since 2024"));
    assert!(parse("top actor", &vocabulary, &NoNames).is_err_and(|e| e.suggestions == ["actors"]));
}
