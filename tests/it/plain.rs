//! Plain questions: the examples of every language are read as they say, near misses are not, and nothing is read two ways.

use crate::transcripts::corpus;
use newsgraph::lexicon::Lexicon;
use newsgraph::shell::session::Session;

fn read_as(session: &mut Session, text: &str) -> Option<String> {
    let reply = session.execute(text).ok()?;
    let first = reply.remarks.first()?;
    first.strip_prefix("read as: ").map(str::to_owned)
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
