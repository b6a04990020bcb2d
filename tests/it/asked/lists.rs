//! Lists whole or cut, numbers of rows, and words that stand for a list alone.

use super::{assert_read, read_as, refused, reply, rows};
use crate::transcripts::corpus;
use newsgraph::query::result::Cell;

#[test]
fn all_means_every_row_and_a_list_that_is_cut_says_so() {
    assert_read(&[
        ("list all actors", "top all actors"),
        ("show all persons", "top all persons"),
        ("alla länder", "top all countries"),
        ("zeige alle Personen", "top all persons"),
        ("all the organisations", "top all orgs"),
        ("list all actors in 2024", "top all actors in 2024"),
        ("all events", "events"),
    ]);
    let mut session = corpus();
    for kind in ["actors", "persons", "countries", "places", "pairs"] {
        let all = rows(&mut session, &format!("top all {kind}"));
        let cut = reply(&mut session, &format!("top 3 {kind}")).remarks;
        let words = format!("3 of {all} shown; `top all {kind}` lists every one");
        assert!(all > 3 && cut.contains(&words), "{kind}: {cut:?}");
        let counted = reply(&mut session, &format!("count {kind}"));
        assert!(counted.text.contains(&all.to_string()), "{kind}: {all}");
        let whole = reply(&mut session, &format!("top all {kind}")).remarks;
        assert!(!whole.iter().any(|r| r.contains("shown")), "{whole:?}");
    }
    assert_eq!(rows(&mut session, "list actors"), 10);
    assert_eq!(rows(&mut session, "top actors limit 12"), 12);
    let measured = rows(&mut session, "top all persons by degree");
    assert!(measured > 10, "{measured}");
    // "all" in front of a name or a type is no list.
    assert_eq!(read_as(&mut session, "list all nonsense"), None);
    let meetings = read_as(&mut session, "all meetings of Putin");
    assert!(meetings.is_some_and(|m| m.starts_with("events ")));
}

#[test]
fn a_number_is_asked_for_and_given() {
    let mut session = corpus();
    for (line, statement) in [
        ("how many articles", "count articles"),
        ("hur många artiklar?", "count articles"),
        ("Wie viele Artikel gibt es?", "count articles"),
        ("how many people", "count persons"),
        ("Hur många länder?", "count countries"),
        (
            "how many articles mention Putin?",
            "count articles of Putin",
        ),
    ] {
        let read = read_as(&mut session, line);
        assert_eq!(read.as_deref(), Some(statement), "{line}");
        let answer = session.last.clone().unwrap_or_default();
        let cell = answer.rows.first().and_then(|r| r.cells.first());
        assert!(matches!(cell, Some(Cell::Count(n)) if *n > 0), "{line}");
    }
    let articles = rows(&mut session, "show articles");
    let counted = reply(&mut session, "count articles").text;
    assert!(counted.contains(&articles.to_string()), "{counted}");
    // Those who met somebody are listed, not all people counted.
    let met = read_as(&mut session, "how many people met Putin");
    assert!(met.is_some_and(|s| s.contains("with Putin")));
}

#[test]
fn words_for_a_list_stand_alone() {
    assert_read(&[
        ("people", "top persons"),
        ("list all people", "top all persons"),
        ("organisations", "top orgs"),
        ("organisationer", "top orgs"),
        ("types", "show types"),
    ]);
    // Behind an answer it asks where that stands.
    assert_read(&[("Quellen", "show sources")]);
}

#[test]
fn what_is_offered_keeps_what_was_understood_and_runs() {
    let mut session = corpus();
    for (line, offered) in [
        (
            "Vilka möten avhölls i Moskva?",
            "`events meeting, visit, host, negotiation, multilateral in Moskva`",
        ),
        ("who xyzed Putin since 2024", "`timeline Putin since 2024`"),
        ("Putin Orban Trump", "`Putin and Orban and Trump`"),
    ] {
        let problem = refused(&mut session, line);
        assert_eq!(problem.suggestions, [offered], "{line}");
        let statement = offered.trim_matches('`');
        let _ = reply(&mut session, statement);
    }
    assert_read(&[(
        "Vilka möten hölls i Moskva?",
        "events meeting, visit, host, negotiation, multilateral in Moskva",
    )]);
}

#[test]
fn what_a_window_hides_is_said_of_cards_and_numbers_too() {
    let mut session = corpus();
    let note = "undated events left out: a window of time admits dated events only";
    for line in [
        "show Trump in 2025",
        "Trump 2025",
        "count events of Trump in 2025",
    ] {
        let said = reply(&mut session, line).remarks;
        assert!(said.iter().any(|r| r.ends_with(note)), "{line}: {said:?}");
    }
    for line in ["show Trump", "count events of Trump"] {
        let said = reply(&mut session, line).remarks;
        assert!(!said.iter().any(|r| r.ends_with(note)), "{line}: {said:?}");
    }
}

#[test]
fn only_behind_a_name_asks_for_events() {
    let mut session = corpus();
    let meetings = rows(&mut session, "Putin only meetings");
    assert_eq!(meetings, rows(&mut session, "timeline Putin type meet"));
    let late = rows(&mut session, "Putin 2025 only meetings");
    assert!(late > 0 && late < meetings);
    let _ = refused(&mut session, "Putin 2025 only");
    let _ = refused(&mut session, "Putin 2025 only nonsense");
}

#[test]
fn without_takes_types_or_who_is_left_out() {
    let mut session = corpus();
    for (line, same) in [
        (
            "events with Putin without Aliyev",
            "events with Putin not with Aliyev",
        ),
        (
            "timeline Putin without Ilham Aliyev since 2024",
            "timeline Putin not with Ilham Aliyev since 2024",
        ),
        (
            "events with Putin without meet, phone",
            "events with Putin without phone, meet",
        ),
    ] {
        assert_eq!(rows(&mut session, line), rows(&mut session, same), "{line}");
    }
    let problem = refused(&mut session, "events with Putin without nonsense");
    assert!(problem.message.contains("no event type \"nonsense\""));
    assert_read(&[(
        "Wer traf Putin ohne Alijew?",
        "events meeting, visit, host, negotiation, multilateral with Putin not with Alijew",
    )]);
}

#[test]
fn known_names_that_no_article_has_are_named() {
    let mut session = corpus();
    for line in [
        "Wer ist Lawrow?",
        "Vad vet du om Lavrov?",
        "who met Sergey Lavrov?",
    ] {
        let problem = refused(&mut session, line);
        assert_eq!(problem.message, "no article names Sergey Lavrov", "{line}");
    }
    let problem = refused(&mut session, "Wer ist Xyzrow?");
    assert!(!problem.message.contains("no article names"), "{problem:?}");
}

#[test]
fn reasons_are_refused_in_every_language_with_what_was_done() {
    let mut session = corpus();
    for line in [
        "why did Orban visit Moscow?",
        "Varför åkte Orban till Moskva?",
        "Warum flog Orban nach Moskau?",
        "Wieso?",
        "Varför?",
    ] {
        let problem = refused(&mut session, line);
        assert!(
            problem.message.starts_with("reasons are not kept"),
            "{line}: {problem:?}"
        );
    }
    // The command of that name is another thing.
    assert!(rows(&mut session, "why Putin") > 0);
    let other = refused(&mut session, "why Nobody");
    assert!(!other.message.starts_with("reasons"), "{other:?}");
}
