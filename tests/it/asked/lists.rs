//! Lists whole or cut, numbers of rows, and words that stand for a list alone.

use super::{assert_read, read_as, reply, rows};
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
