//! Who acts and who is acted upon in a question, and what its other words are not taken for.

use super::{assert_read, read_as, refused, reply, rows};
use crate::transcripts::corpus;

#[test]
fn one_who_is_named_alone_acts_unless_the_verb_is_passive() {
    assert_read(&[
        ("did Putin apologise?", "events apologise by Putin"),
        ("When did Putin apologise?", "events apologise by Putin"),
        ("När bad Putin om ursäkt?", "events apologise by Putin"),
        ("Hat sich Putin entschuldigt?", "events apologise by Putin"),
        (
            "Where did Putin travel?",
            "events visit, host reversed by Putin",
        ),
        ("trips of Putin", "events visit, host reversed by Putin"),
        ("Reisen von Putin", "events visit, host reversed by Putin"),
        ("apology Putin", "events apologise by Putin"),
        (
            "what is Putin accused of?",
            "events allege, investigate to Putin",
        ),
        (
            "Who was Putin visited by?",
            "events visit, host reversed to Putin",
        ),
        (
            "When was Putin criticised?",
            "events disapprove, allege, summon to Putin",
        ),
        (
            "När anklagades Putin?",
            "events allege, investigate to Putin",
        ),
        (
            "Wann wurde Putin kritisiert?",
            "events disapprove, allege, summon to Putin",
        ),
        (
            "was Putin received by Aliyev?",
            "events host, visit reversed by Aliyev to Putin",
        ),
    ]);
}

#[test]
fn what_only_looks_passive_is_not() {
    assert_read(&[
        (
            "when is Putin visiting Baku?",
            "events visit, host reversed by Putin to Baku",
        ),
        (
            "When was Putin's visit to Baku?",
            "events visit, host reversed by Putin to Baku",
        ),
        (
            "Wann wird Putin reisen?",
            "events visit, host reversed by Putin status planned",
        ),
        (
            "When did Aliyev die?",
            "events death, crash, disaster, kill, targeted of Aliyev",
        ),
    ]);
}

#[test]
fn who_does_something_for_one_against_another_does_it_to_the_first() {
    let mut session = corpus();
    let told = reply(&mut session, "who supports Ukraine against Russia?").remarks;
    assert!(
        told.iter()
            .any(|r| r.starts_with("statement: events support, aid to Ukraine")),
        "{told:?}"
    );
    assert!(
        told.iter()
            .any(|r| r.contains("Russia: only the sentences tell")),
        "{told:?}"
    );
    assert_read(&[(
        "What did Aliyev demand from Russia?",
        "events request, appeal by Aliyev to Russia",
    )]);
}

#[test]
fn a_side_that_a_question_leaves_open_is_said_to_be_open() {
    let mut session = corpus();
    let told = reply(&mut session, "Vem kritiserade Azerbajdzjan?").remarks;
    assert!(
        told.iter().any(|r| r.contains("on either side")),
        "{told:?}"
    );
    let told = reply(&mut session, "Wer kritisierte Aserbaidschan?").remarks;
    assert!(
        !told.iter().any(|r| r.contains("on either side")),
        "{told:?}"
    );
}

#[test]
fn a_verb_or_a_word_for_everybody_is_no_word_of_a_sentence() {
    assert_read(&[
        (
            "Vilka länder har infört sanktioner mot Ryssland?",
            "events imposed sanctions, export-ban, discontinue against Ryssland",
        ),
        (
            "Welche Länder haben Sanktionen gegen Russland verhängt?",
            "events imposed sanctions, export-ban, discontinue against Russland",
        ),
        (
            "What sanctions did Russia impose?",
            "events imposed sanctions, export-ban, discontinue by Russia",
        ),
        ("Who bought arms?", "events arms, cooperated economically"),
        (
            "Who stopped trade with Russia?",
            "events imposed sanctions, export-ban, discontinue to Russia",
        ),
        ("was Putin shot?", "events assault to Putin"),
        ("who did what in May 2024?", "events in May 2024"),
        (
            "who asked Russia for something?",
            "events request, appeal to Russia",
        ),
    ]);
    let mut session = corpus();
    let counted = reply(&mut session, "how many countries sanctioned Russia?").remarks;
    assert!(
        counted
            .iter()
            .any(|r| r.contains("how many of them it was")),
        "{counted:?}"
    );
    let near = refused(&mut session, "Who caused the crash?");
    assert!(
        near.message.contains("\"caused\" is not understood"),
        "{near}"
    );
    assert!(
        read_as(&mut session, "Who freed prisoners?").is_some_and(|s| s.contains("mentioning")),
        "a noun still is sought"
    );
}

#[test]
fn a_word_that_only_asks_stands_for_no_part_of_a_name() {
    let mut session = corpus();
    for line in ["show all", "events in all", "timeline the", "timeline el"] {
        let problem = refused(&mut session, line);
        assert!(
            problem.message.starts_with("no actor or place"),
            "{problem}"
        );
    }
    assert_read(&[("events in the last 2 years", "events last 2 years")]);
    assert!(
        rows(&mut session, "show West") > 0,
        "a word of a name is one"
    );
}

#[test]
fn what_somebody_said_is_also_what_they_said_of_others() {
    let mut session = corpus();
    let all = rows(&mut session, "what did Blinken say?");
    let by_blinken = rows(&mut session, "events disapprove, allege by Blinken");
    assert!(by_blinken > 0 && all >= by_blinken, "{all} {by_blinken}");
    assert_read(&[(
        "What did Blinken say about Russia?",
        "events reported or said by Blinken of Russia",
    )]);
    assert!(
        rows(&mut session, "events reported or said by Blinken")
            >= rows(&mut session, "events reported by Blinken")
    );
}

#[test]
fn what_happened_elsewhere_and_what_has_no_date_can_be_asked_for() {
    let mut session = corpus();
    let all = rows(&mut session, "events of Putin");
    let there = rows(&mut session, "events of Putin in Baku");
    assert!(there > 0, "{there}");
    assert_eq!(
        rows(&mut session, "events of Putin not in Baku"),
        all - there
    );
    let undated = rows(&mut session, "events undated");
    let dated = rows(&mut session, "events not undated");
    assert!(undated > 0, "{undated}");
    assert_eq!(undated + dated, rows(&mut session, "events"));
}

#[test]
fn articles_are_asked_for_by_their_day_and_by_what_they_tell() {
    let mut session = corpus();
    let all = rows(&mut session, "show articles");
    let year = rows(&mut session, "show articles 2024");
    let before = rows(&mut session, "show articles before 2024");
    let after = rows(&mut session, "show articles after 2024");
    assert!(year > 0 && year < all, "{year} of {all}");
    assert_eq!(year + before + after, all, "every sample has a date");
    let of_one = rows(&mut session, "show articles of Blinken");
    assert!(of_one > 0 && of_one < all, "{of_one} of {all}");
    assert_read(&[
        ("which articles mention Putin?", "show articles of Putin"),
        ("list actors", "top actors"),
        ("most active persons in 2024", "top persons in 2024"),
        (
            "number of meetings of Putin",
            "count events meeting, visit, host, negotiation, multilateral with Putin",
        ),
        ("undated events", "events undated"),
    ]);
}
