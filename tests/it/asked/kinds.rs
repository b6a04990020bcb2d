//! What is asked for: types, plain nouns, numbers, what was said, and what cannot be asked.

use super::{assert_read, read_as, refused, reply, rows};
use crate::transcripts::corpus;

#[test]
fn a_reading_is_told_in_words_with_the_statement_beside_it() {
    let mut session = corpus();
    for (line, words) in [
        (
            "whom did Putin visit",
            "events by Putin (visit) or towards Putin (hosted)",
        ),
        (
            "who visited Azerbaijan since 2024?",
            "events towards Azerbaijan (visit) or by Azerbaijan (hosted), since 2024",
        ),
        (
            "Wann trafen sich Putin und Aliyev zuletzt?",
            "events between Putin and Aliyev (meeting, visit, hosted, negotiation, summit or conference), that happened, the latest alone",
        ),
        (
            "how often did Putin phone Aliyev?",
            "how many: events by Putin towards Aliyev (phone call)",
        ),
        (
            "who freed prisoners?",
            "events (released), with the word prisoners in a sentence",
        ),
        (
            "who met Putin and Aliyev?",
            "who had events (meeting, visit, hosted, negotiation, summit or conference) with each of Putin and Aliyev",
        ),
    ] {
        let said = session.execute(line).map(|r| r.remarks).unwrap_or_default();
        let read = said.first().and_then(|r| r.strip_prefix("read as: "));
        assert_eq!(read, Some(words), "{line}");
        let statement = said.iter().find_map(|r| r.strip_prefix("statement: "));
        let again = statement.map(|s| rows(&mut session, s));
        assert_eq!(again, Some(rows(&mut session, line)), "{line}");
    }
    let either = reply(&mut session, "Vem besökte Azerbajdzjan sedan 2024?").remarks;
    assert!(
        either
            .contains(&"read as: events with Azerbajdzjan (visit, hosted), since 2024".to_owned()),
        "{either:?}"
    );
    let alone = reply(&mut session, "vad är planerat").remarks;
    assert!(
        alone.iter().any(|r| r == "statement: events planned"),
        "{alone:?}"
    );
}

#[test]
fn a_plain_noun_is_sought_in_the_sentences_and_said_so() {
    let mut session = corpus();
    for (line, statement) in [
        (
            "who freed prisoners?",
            "events release mentioning prisoners",
        ),
        (
            "vem grep journalisterna?",
            "events arrested mentioning journalisterna",
        ),
        (
            "release of prisoners",
            "events release mentioning prisoners",
        ),
        ("plane crash", "events crash mentioning plane"),
    ] {
        let remarks = reply(&mut session, line).remarks;
        let written = format!("statement: {statement}");
        assert!(remarks.contains(&written), "{line}: {remarks:?}");
        assert!(
            remarks
                .iter()
                .any(|r| r.starts_with("only events with a sentence")),
            "{line}"
        );
    }
    // Told in two languages, and one event.
    assert_eq!(rows(&mut session, "Who arrested journalists?"), 1);
    let counted = read_as(&mut session, "how many journalists were arrested?");
    assert_eq!(
        counted.as_deref(),
        Some("count events arrested mentioning journalists")
    );
    let titled = read_as(&mut session, "who met the foreign minister?").unwrap_or_default();
    assert!(!titled.contains("with foreign"), "{titled}");
    let problem = refused(&mut session, "who expelled Russian wizards?");
    assert!(problem.message.starts_with("\"wizards\""), "{problem}");
    assert!(rows(&mut session, "events mentioning \"plane\"") > 0);
}

#[test]
fn the_words_of_answers_are_asked_for_in_every_form() {
    let mut session = corpus();
    for (a, b) in [
        ("events demand", "events demanded"),
        ("events praise", "events praised"),
        ("What did Aliyev demand?", "Vad krävde Alijev?"),
        (
            "who freed prisoners?",
            "events released mentioning prisoners",
        ),
    ] {
        let n = rows(&mut session, b);
        assert!(n > 0, "{b}");
        assert_eq!(rows(&mut session, a), n, "{a}");
    }
    for line in ["who is closest to Putin?", "who won?"] {
        let _ = refused(&mut session, line);
    }
}

#[test]
fn what_was_not_done_is_refused_without_the_opposite() {
    let mut session = corpus();
    for line in [
        "who has never met Putin?",
        "Wer hat Putin nie getroffen?",
        "vem har inte träffat Putin?",
    ] {
        let problem = refused(&mut session, line);
        assert!(
            problem.message.starts_with("what was not done"),
            "{line}: {problem}"
        );
        assert!(problem.suggestions.is_empty(), "{line}");
    }
}

#[test]
fn an_empty_answer_has_one_wording() {
    let mut session = corpus();
    for line in [
        "events threaten by Sweden",
        "did Putin meet Zelensky?",
        "events since 2030",
        "war in Ukraine",
    ] {
        let text = format!("{:?}", reply(&mut session, line));
        assert!(text.contains("no such event is told"), "{line}: {text}");
    }
    let remarks = reply(&mut session, "war in Ukraine").remarks;
    assert!(
        remarks.iter().any(|r| r.contains("write `of Ukraine`")),
        "{remarks:?}"
    );
}

#[test]
fn another_language_asks_for_commands_too() {
    let mut session = corpus();
    let help = reply(&mut session, "help").text;
    for line in ["hjälp", "Hilfe"] {
        assert_eq!(reply(&mut session, line).text, help, "{line}");
    }
    assert_read(&[
        ("händelser sedan 2024", "events since 2024"),
        ("Ereignisse seit 2024", "events since 2024"),
        ("how many articles?", "count articles"),
    ]);
    let aid = read_as(&mut session, "Hilfe für die Ukraine").unwrap_or_default();
    assert!(aid.starts_with("events aid"), "{aid}");
}

#[test]
fn a_bound_of_no_rows_is_refused() {
    let mut session = corpus();
    let problem = refused(&mut session, "top 0 actors");
    assert!(problem.message.contains("at least one row"), "{problem}");
    assert_eq!(rows(&mut session, "top 1 actors"), 1);
}

#[test]
fn who_called_whom_has_a_direction() {
    assert_read(&[
        (
            "how often did Putin call Aliyev",
            "count events phone by Putin to Aliyev",
        ),
        ("who called Putin", "events phone to Putin"),
        ("whom did Blinken call?", "events phone by Blinken"),
        ("Wen hat Putin angerufen?", "events phone by Putin"),
        (
            "when did Putin and Aliyev last call each other",
            "events phone between Putin and Aliyev status happened sort by date desc limit 1",
        ),
        ("phone calls of Putin", "events phone of Putin"),
        ("vem ringde Putin", "events phone with Putin"),
    ]);
    let mut session = corpus();
    assert_eq!(
        rows(&mut session, "events phone between Putin and Aliyev"),
        3
    );
    // One that Putin began, one that Aliyev began by one of two texts, and one of which the text says only that they spoke.
    for (who, whom, told) in [("Putin", "Aliyev", 3), ("Aliyev", "Putin", 2)] {
        let line = format!("events phone by {who} to {whom}");
        assert_eq!(rows(&mut session, &line), told, "{line}");
        let notes = session.last.as_ref().map(|a| a.notes.join("; "));
        let notes = notes.unwrap_or_default();
        assert!(
            notes.contains("1 event begun by the other side left out") == (who == "Aliyev")
                && notes.contains("2 among these of which not every text tells who began it"),
            "{notes}"
        );
    }
    assert_eq!(rows(&mut session, "events meeting by Putin to Aliyev"), 1);
}

#[test]
fn a_line_nobody_types_is_refused_at_once_and_shown_in_part() {
    let mut session = corpus();
    let line = format!("who met {}", "putin ".repeat(3000));
    let started = std::time::Instant::now();
    let problem = refused(&mut session, &line);
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
    let shown = session.explain(&problem, &line);
    assert!(shown.chars().count() < 1200, "{} characters", shown.len());
}

#[test]
fn what_is_planned_is_no_word_of_a_sentence() {
    assert_read(&[(
        "who plans to visit Azerbaijan",
        "events visit, host reversed to Azerbaijan status planned",
    )]);
}

#[test]
fn a_number_of_people_is_no_number_of_events() {
    let died = "events death, crash, disaster, kill, targeted";
    assert_read(&[
        ("how many people died?", died),
        ("hur många omkom?", died),
        ("how many people were arrested", "events arrested"),
        (
            "how often was Putin accused",
            "count events allege, investigate to Putin",
        ),
    ]);
    let mut session = corpus();
    let told = reply(&mut session, "how many people died")
        .remarks
        .join("; ");
    assert!(told.contains("only the sentences tell"), "{told}");
}

#[test]
fn what_somebody_said_is_what_is_told_on_their_word() {
    assert_read(&[
        ("what did Putin say?", "events reported or said by Putin"),
        (
            "what did Putin say about Armenia",
            "events reported or said by Putin of Armenia",
        ),
        (
            "Vad sade Putin om Armenien?",
            "events reported or said by Putin of Armenien",
        ),
    ]);
}

#[test]
fn completion_offers_the_types_that_are_told() {
    let session = corpus();
    let offered = |line: &str| -> Vec<String> {
        let (_, list) = newsgraph::shell::complete::complete(line, &session);
        list.into_iter().map(|c| c.text).collect()
    };
    let open = offered("events ");
    assert!(open.iter().any(|t| t == "phone"), "{open:?}");
    assert!(
        !open.iter().any(|t| t == "abduct"),
        "no event has it: {open:?}"
    );
    let typed = offered("events abd");
    assert!(typed.iter().any(|t| t == "abduct"), "{typed:?}");
    for (line, word) in [
        ("who arr", "arrest"),
        ("vem grip", "gripa"),
        ("wer verhand", "verhandeln"),
        ("who met Ali", "Ilham Aliyev"),
        ("who met Ilham Al", "Ilham Aliyev"),
    ] {
        let list = offered(line);
        assert!(list.iter().any(|t| t == word), "{line}: {list:?}");
    }
    assert!(offered("nonsense arr").is_empty());
}

#[test]
fn a_card_leaves_out_the_genitives_of_its_spellings() {
    let mut session = corpus();
    let card = reply(&mut session, "show Turkey").text;
    assert!(
        card.contains("Turkiet") && !card.contains("Turkiets"),
        "{card}"
    );
}
