//! Plain questions: the examples of every language are read as they say, near misses are not, and nothing is read two ways.

use crate::transcripts::corpus;
use newsgraph::lexicon::Lexicon;
use newsgraph::shell::session::Session;

fn read_as(session: &mut Session, text: &str) -> Option<String> {
    let reply = session.execute(text).ok()?;
    let written = |word: &str| reply.remarks.iter().find_map(|r| r.strip_prefix(word));
    let first = written("statement: ").or_else(|| written("read as: "));
    first.map(str::to_owned)
}

#[test]
fn questions_of_every_language_are_read_as_their_examples_say() {
    let mut session = corpus();
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    let mut wrong = Vec::new();
    for (code, pack) in &lexicon.packs {
        let table = pack.questions();
        assert!(table.examples.len() > 5 && table.silent.len() > 1, "{code}");
        for (question, statement) in &table.examples {
            let read = read_as(&mut session, question);
            if read.as_ref() != Some(statement) {
                wrong.push(format!("{code}: {question}: {read:?}, not {statement}"));
            }
        }
        for question in &table.silent {
            if let Some(read) = read_as(&mut session, question) {
                wrong.push(format!("{code}: {question}: read as {read}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn titles_in_front_of_names_are_left_out() {
    let mut session = corpus();
    for (typed, meant) in [
        ("timeline President Putin", "timeline Putin"),
        (
            "timeline Russian President Vladimir Putin",
            "timeline Vladimir Putin",
        ),
        (
            "timeline Präsident Putin since 2024",
            "timeline Putin since 2024",
        ),
        ("neighbors of the president Aliyev", "neighbors of Aliyev"),
        ("Präsident Putin since 2024", "Putin since 2024"),
    ] {
        assert_eq!(
            read_as(&mut session, typed).as_deref(),
            Some(meant),
            "{typed}"
        );
    }
    for unknown in [
        "timeline President Nobody",
        "timeline Aliyev President Putin",
    ] {
        assert_eq!(read_as(&mut session, unknown), None, "{unknown}");
    }
}

#[test]
fn what_is_read_in_part_offers_a_statement_of_its_names() {
    let mut session = corpus();
    let problem = session.execute("who knows Putin").err();
    let offered = problem.map(|p| p.suggestions).unwrap_or_default();
    assert_eq!(offered, ["`timeline Putin`"]);
    let plain = session.execute("timelin Putin and Aliyev").err();
    assert!(plain.is_some_and(|p| p.suggestions == ["timeline"]));
}

#[test]
fn words_of_events_and_of_answers_are_types_too() {
    let mut session = corpus();
    let mut rows = |text: &str| {
        session
            .execute(text)
            .unwrap_or_else(|e| panic!("{text}: {e}"));
        session.last.as_ref().map_or(0, |a| a.rows.len())
    };
    assert_eq!(rows("events phone call"), rows("events phone"));
    assert_eq!(
        rows("events summit or conference, phone"),
        rows("events multilateral, phone")
    );
    assert_eq!(
        rows("events visited by Putin"),
        rows("events visit by Putin")
    );
    assert!(rows("events planned") > 0);
    assert_eq!(rows("events planned"), rows("events status planned"));
}

/// Events of the corpus that a question is answered with, and the remarks.
fn asked(session: &mut Session, text: &str) -> (usize, Vec<String>) {
    let reply = session
        .execute(text)
        .unwrap_or_else(|e| panic!("{text}: {e}"));
    let rows = session.last.as_ref().map_or(0, |a| a.rows.len());
    (rows, reply.remarks)
}

#[test]
fn a_word_of_a_question_asks_for_every_type_it_means_and_says_so() {
    let mut session = corpus();
    let mut rows = |text: &str| asked(&mut session, text).0;
    let visits_and_receptions =
        rows("events meet, visit, host, consult.negotiate, multilateral with Putin");
    assert!(visits_and_receptions > rows("events meet with Putin"));
    for question in ["who met Putin?", "Vem träffade Putin?", "Wer traf Putin?"] {
        assert_eq!(rows(question), visits_and_receptions, "{question}");
    }
    assert!(rows("who talked to Putin?") > visits_and_receptions);
    let (_, remarks) = asked(&mut session, "who met Putin?");
    let searched = remarks.iter().find(|r| r.starts_with("searched: "));
    assert!(
        searched.is_some_and(|s| s.contains("visits") && s.contains("not phone calls")),
        "{remarks:?}"
    );
}

#[test]
fn a_visit_is_found_from_the_side_of_the_host_too() {
    let mut session = corpus();
    let mut rows = |text: &str| asked(&mut session, text).0;
    let (hosted, visited) = (rows("events host by Putin"), rows("events visit to Putin"));
    assert_eq!(
        rows("events host, visit reversed by Putin"),
        hosted + visited
    );
    assert!(hosted > 0);
    assert_eq!(
        rows("events host reversed to Putin"),
        hosted,
        "who was hosted by Putin visited him"
    );
}

#[test]
fn every_sense_has_words_in_every_language_and_is_a_statement() {
    let mut session = corpus();
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    let ontology = &lexicon.ontology;
    for sense in &ontology.senses {
        let reversed = sense.reversed.iter().map(|k| format!("{k} reversed"));
        let kinds: Vec<String> = sense.kinds.iter().cloned().chain(reversed).collect();
        let _ = asked(&mut session, &format!("events {}", kinds.join(", ")));
    }
    for (code, pack) in &lexicon.packs {
        let senses = &pack.questions().senses;
        let known = |name: &String| ontology.senses.iter().any(|s| s.name == *name);
        assert!(senses.keys().all(known), "{code}");
        assert_eq!(senses.len(), ontology.senses.len(), "{code}");
    }
}

#[test]
fn names_of_another_spelling_are_taken_and_unknown_words_are_pointed_at() {
    let mut session = corpus();
    for question in [
        "who met Vladimir Putinn?",
        "Wladimir Putinn",
        "list meetings with Putinn",
    ] {
        assert!(read_as(&mut session, question).is_some(), "{question}");
    }
    let problem = session.execute("who expelled Russian wizards?").err();
    let message = problem.map(|p| p.message).unwrap_or_default();
    assert!(
        message.starts_with("\"wizards\" is not understood"),
        "{message}"
    );
    let why = session.execute("why did Putin meet Aliyev?").err();
    assert!(why.is_some_and(
        |p| p.message.starts_with("reasons are not kept") && !p.suggestions.is_empty()
    ));
}

#[test]
fn what_stands_to_what_happened_is_asked_for_behind_names_and_left_out() {
    let mut session = corpus();
    let mut rows = |text: &str| asked(&mut session, text).0;
    let all = rows("events of Putin");
    let (planned, others) = (
        rows("events of Putin planned"),
        rows("events of Putin not planned"),
    );
    assert!(planned > 0);
    assert_eq!(planned + others, all);
    let (old, late) = (rows("events historical"), rows("events not historical"));
    assert!(old > 0 && late > 0);
    assert_eq!(old + late, rows("events"));
    assert_eq!(
        rows("events happened not historical") + rows("events happened historical"),
        rows("events happened")
    );
    let shown = session.execute("events historical").map(|r| r.text);
    assert!(shown.is_ok_and(|t| t.contains("historical)")));
}

#[test]
fn months_and_calendar_units_mean_the_latest_that_has_begun() {
    let mut session = corpus();
    for (typed, days) in [
        ("events in March", "March is 2026-03"),
        ("events since December", "December is 2025-12"),
        ("events last year", "last year is 2025"),
        ("events since this month", "this month is 2026-11"),
        (
            "Putin since last week",
            "last week is 2026-11-16 – 2026-11-22",
        ),
    ] {
        let (_, remarks) = asked(&mut session, typed);
        assert!(remarks.iter().any(|r| r == days), "{typed}: {remarks:?}");
    }
    let problem = session.execute("events since last yaer").err();
    assert!(problem.is_some_and(|p| p.suggestions == ["year"]));
    let spoken = [
        ("what happened in the last 3 years?", "events last 3 years"),
        ("what happened last year?", "events last year"),
        ("vad hände förra året?", "events last year"),
        ("was geschah letztes Jahr?", "events last year"),
    ];
    for (question, statement) in spoken {
        assert_eq!(read_as(&mut session, question).as_deref(), Some(statement));
    }
}

#[test]
fn a_question_may_be_counted_and_written_and_one_without_names_says_so() {
    let mut session = corpus();
    let read = read_as(&mut session, "count who talked to Putin");
    assert_eq!(read.as_deref(), Some("count events consult with Putin"));
    let read = read_as(&mut session, "who talked to Putin | cat");
    assert_eq!(read.as_deref(), Some("events consult with Putin | cat"));
    let problem = corpus().execute("when?").err();
    let message = problem.map(|p| p.message).unwrap_or_default();
    assert!(message.contains("`help questions`"), "{message}");
}
