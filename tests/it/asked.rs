//! Lines as people type them, in three languages: pairs, titles, offices, times, plain nouns; and near misses that stay refused.

use crate::transcripts::corpus;
use newsgraph::query::Problem;
use newsgraph::shell::session::{Reply, Session};

fn reply(session: &mut Session, text: &str) -> Reply {
    session
        .execute(text)
        .unwrap_or_else(|e| panic!("{text}: {e}"))
}

fn read_as(session: &mut Session, text: &str) -> Option<String> {
    let reply = session.execute(text).ok()?;
    let written = |word: &str| reply.remarks.iter().find_map(|r| r.strip_prefix(word));
    let first = written("statement: ").or_else(|| written("read as: "));
    first.map(str::to_owned)
}

fn refused(session: &mut Session, text: &str) -> Problem {
    match session.execute(text) {
        Err(problem) => problem,
        Ok(reply) => panic!("{text}: answered with {reply:?}"),
    }
}

fn rows(session: &mut Session, text: &str) -> usize {
    let _ = reply(session, text);
    session.last.as_ref().map_or(0, |a| a.rows.len())
}

fn assert_read(cases: &[(&str, &str)]) {
    let mut session = corpus();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(line, statement)| {
            let read = read_as(&mut session, line);
            (read.as_deref() != Some(*statement))
                .then(|| format!("{line}: {read:?}, not {statement}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn two_names_are_a_pair_whatever_joins_them() {
    assert_read(&[
        ("Putin och Alijev", "Putin and Alijev"),
        ("Putin und Alijew", "Putin and Alijew"),
        ("Putin und die Ukraine", "Putin and Ukraine"),
        ("Putin och president Alijev", "Putin and Alijev"),
        (
            "Trump och statsminister Kristersson",
            "Trump and Kristersson",
        ),
        (
            "timeline Putin und die Ukraine",
            "timeline Putin and Ukraine",
        ),
        ("timeline Putin & Aliyev", "timeline Putin and Aliyev"),
        ("timeline Putin, Aliyev", "timeline Putin and Aliyev"),
        ("Putin -> Aliyev", "Putin and Aliyev"),
        ("compare Putin och Aliyev", "compare Putin and Aliyev"),
        ("zwischen Putin und Alijew", "between Putin and Alijew"),
        (
            "between Putin och Alijev sedan 2024",
            "between Putin and Alijev since 2024",
        ),
        ("Putin-Aliyev", "Putin and Aliyev"),
        ("Putin/Aliyev since 2024", "Putin and Aliyev since 2024"),
        ("Putin–Aliyev Beziehungen", "Putin and Aliyev"),
        (
            "Putin-Aliyev phone calls",
            "events phone between Putin and Aliyev",
        ),
        ("path between Putin and Trump", "path Putin to Trump"),
        (
            "Putin und Alijew zuletzt",
            "Putin and Alijew status happened sort by date desc limit 1",
        ),
        ("allt om Putin", "Putin"),
    ]);
    let mut session = corpus();
    for whole in ["Nagorno-Karabakh", "timeline Nagorno-Karabakh"] {
        assert_eq!(read_as(&mut session, whole), None, "{whole}");
        assert!(rows(&mut session, whole) > 0, "{whole}");
    }
}

#[test]
fn no_word_in_front_of_a_name_is_dropped_but_its_title() {
    assert_read(&[
        ("timeline US President Trump", "timeline Trump"),
        ("timeline russische Präsident Putin", "timeline Putin"),
        (
            "Krieg in der Ukraine",
            "events military-operation, aerial, heavy-weapons, drone, explosives, occupy in Ukraine",
        ),
        (
            "Wen sanktionierten die USA?",
            "events imposed sanctions, export-ban, discontinue by USA",
        ),
        ("Was machte die EU?", "events by EU"),
    ]);
    let mut session = corpus();
    for line in [
        "Wem gehört die Ukraine?",
        "bla bla die EU",
        "timeline Xi und die EU",
        "path Merkel och den Iran to Putin",
        "between Putin and bla bla den Iran",
        "events by Merkel adviser Putin",
        "timeline Japan president Putin",
        "timeline French president Putin",
        "show foo president Putin",
    ] {
        let _ = refused(&mut session, line);
    }
}

#[test]
fn a_word_of_the_language_is_nobodys_name() {
    let mut session = corpus();
    for line in ["wer traf von?", "who met the?", "vem träffade den?"] {
        let read = read_as(&mut session, line).unwrap_or_default();
        assert!(!read.contains(" with "), "{line}: {read}");
    }
    assert!(
        rows(&mut session, "who met putin?") > 0,
        "a surname in lower case is one"
    );
}

#[test]
fn an_office_is_whom_the_graph_tells_of() {
    assert_read(&[
        ("who is the president of Azerbaijan?", "show Ilham Aliyev"),
        ("Wer ist der Präsident von Russland?", "show Vladimir Putin"),
        ("Rysslands president", "Vladimir Putin"),
        (
            "who did the French president meet?",
            "events meeting, visit, host, negotiation, multilateral with Emmanuel Macron",
        ),
    ]);
    let mut session = corpus();
    let told = reply(&mut session, "the French president").remarks;
    let told = told
        .into_iter()
        .find(|r| r.contains("taken for"))
        .unwrap_or_default();
    assert!(
        told.contains("Emmanuel Macron") && told.contains("as far as is told"),
        "{told}"
    );
    let several = refused(&mut session, "US-Präsident");
    assert!(several.message.starts_with("several are told"), "{several}");
    for unknown in [
        "Sveriges finansminister",
        "the president",
        "the Japanese president",
    ] {
        let _ = refused(&mut session, unknown);
    }
}

#[test]
fn both_of_two_names_are_asked_for_and_said_so() {
    let mut session = corpus();
    let both = "common Putin and Aliyev type meeting, visit, host, negotiation, multilateral";
    for line in [
        "who met Putin and Aliyev?",
        "vem träffade både Putin och Aliyev?",
    ] {
        assert_eq!(read_as(&mut session, line).as_deref(), Some(both), "{line}");
    }
    let line = "who met Putin and who met Aliyev?";
    let offered = refused(&mut session, line).suggestions;
    assert_eq!(offered.len(), 2, "{line}: {offered:?}");
    assert!(
        offered.iter().all(|s| !s.contains("between")),
        "{offered:?}"
    );
}

#[test]
fn two_names_side_by_side_are_a_pair_where_nobody_has_both() {
    assert_read(&[
        ("Putin Aliyev", "Putin and Aliyev"),
        ("putin aliyev", "putin and aliyev"),
        (
            "Vladimir Putin Ilham Aliyev",
            "Vladimir Putin and Ilham Aliyev",
        ),
        ("Putin Alijew seit 2022", "Putin and Alijew since 2022"),
        ("Russia Azerbaijan over time", "Russia and Azerbaijan"),
        (
            "Ryssland Azerbajdzjan över tid",
            "Ryssland and Azerbajdzjan",
        ),
        (
            "Russland Aserbaidschan im Lauf der Zeit",
            "Russland and Aserbaidschan",
        ),
        ("Putin Aliev", "Putin and Aliev"),
        ("Putin Trump 2025", "Putin and Trump 2025"),
        (
            "Putin Alijev mellan åren 2023 och 2025",
            "Putin and Alijev from 2023 to 2025",
        ),
        (
            "Putin Aliyev zwischen 2023 und 2025",
            "Putin and Aliyev from 2023 to 2025",
        ),
        (
            "Putin Aliyev meetings",
            "events meeting, visit, host, negotiation, multilateral between Putin and Aliyev",
        ),
    ]);
    let mut session = corpus();
    for one in [
        "Ilham Aliyev",
        "Vladimir Aliyev",
        "Donald Putin",
        "Wladimir Aliyev",
        "Putin Putin",
        "Putin Jr",
        "Putin Aliyev knows",
        "Putin wizard Aliyev",
        "Ilham Vladimir",
    ] {
        let read = read_as(&mut session, one).unwrap_or_default();
        assert!(!read.contains(" and "), "{one}: {read}");
    }
    for (line, name) in [
        ("Guyana Venezuela over time", "Guyana"),
        ("Putin Bolivia 2024", "Bolivia"),
        ("Paraguay Putin sedan 2022", "Paraguay"),
        ("visits by Putin or Nobodyson", "Nobodyson"),
    ] {
        let problem = refused(&mut session, line);
        assert!(
            problem.message.starts_with("no actor or place"),
            "{line}: {problem}"
        );
        assert_eq!(problem.span.of(line), name, "{line}");
    }
}

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
fn any_of_several_names_will_do_in_a_role() {
    assert_read(&[
        (
            "who met Putin or Blinken?",
            "events meeting, visit, host, negotiation, multilateral with Putin or Blinken",
        ),
        (
            "Vem besökte Azerbajdzjan eller Turkiet?",
            "events visit, host reversed of Azerbajdzjan or Turkiet",
        ),
        (
            "Wer besuchte Aserbaidschan oder die Türkei?",
            "events visit, host reversed to Aserbaidschan or Türkei",
        ),
        (
            "visits by Putin or Erdogan to Azerbaijan",
            "events visit, host reversed by Putin or Erdogan to Azerbaijan",
        ),
    ]);
    let mut session = corpus();
    let mut n = |line: &str| rows(&mut session, line);
    let (one, other, both) = (
        n("events by Putin"),
        n("events by Erdogan"),
        n("events between Putin and Erdogan"),
    );
    let either = n("events by Putin or Erdogan");
    assert!(either > one.max(other) && either <= one + other, "{either}");
    assert!(either >= one + other - both);
    assert_eq!(
        n("events Putin or Erdogan"),
        n("events with Putin or Erdogan")
    );
    let _ = refused(&mut session, "events by Putin or");
    let _ = refused(&mut session, "events by Putin or Nobodyson");
}

#[test]
fn a_name_is_left_out_and_others_than_those_before_are_asked_for() {
    assert_read(&[
        (
            "Vem träffade Putin men inte Aliyev?",
            "events meeting, visit, host, negotiation, multilateral with Putin not with Aliyev",
        ),
        (
            "Wen traf Putin außer Alijew?",
            "events meeting, visit, host, negotiation, multilateral with Putin not with Alijew",
        ),
        (
            "who did Putin phone except Aliyev since 2022?",
            "events phone by Putin not with Aliyev since 2022",
        ),
        (
            "who met Putin and not Aliyev?",
            "events meeting, visit, host, negotiation, multilateral with Putin not with Aliyev",
        ),
        (
            "meetings of Putin but not Aliyev",
            "events meeting, visit, host, negotiation, multilateral of Putin not with Aliyev",
        ),
    ]);
    let mut session = corpus();
    let all = rows(&mut session, "events with Putin");
    let shared = rows(&mut session, "between Putin and Aliyev");
    assert!(shared > 0);
    assert_eq!(
        rows(&mut session, "events with Putin not with Aliyev"),
        all - shared
    );
    assert_eq!(
        rows(&mut session, "timeline Putin not with Aliyev"),
        all - shared
    );
    for line in [
        "who did not meet Putin?",
        "who met Putin but not?",
        "vem träffade inte Putin?",
    ] {
        let _ = refused(&mut session, line);
    }
    for (first, line) in [
        ("when did Putin meet Aliyev?", "who else met Putin?"),
        ("när träffade Putin Aliyev?", "vem mer träffade Putin?"),
        ("Wann traf Putin Aliyev?", "wer sonst traf Putin?"),
        ("Putin Aliyev", "wer traf Putin sonst noch?"),
    ] {
        let _ = reply(&mut session, first);
        let read = read_as(&mut session, line).unwrap_or_default();
        assert!(
            read.ends_with("with Putin not with \"Ilham Aliyev\""),
            "{line}: {read}"
        );
    }
    for line in [
        "what else did Putin do in 2024?",
        "vad mer gjorde Putin 2024?",
        "was tat Putin sonst 2024?",
    ] {
        let said = reply(&mut session, line).remarks;
        assert!(
            said.iter().any(|r| r.contains("those told before as well")),
            "{line}: {said:?}"
        );
    }
    assert_eq!(rows(&mut session, "events not with Putin limit 3"), 3);
    let _ = reply(&mut session, "who met Putin?");
    let alone = reply(&mut session, "who else met Putin?").remarks;
    assert!(
        alone
            .iter()
            .any(|r| r.contains("names nobody to leave out")),
        "{alone:?}"
    );
}

#[test]
fn two_pairs_are_set_against_each_other() {
    assert_read(&[
        (
            "jämför Putin och Aliyev med Putin och Erdogan",
            "compare Putin and Aliyev with Putin and Erdogan",
        ),
        (
            "jämför Putin och Aliyev mot Putin och Erdogan",
            "compare Putin and Aliyev vs Putin and Erdogan",
        ),
        (
            "vergleiche Putin und Alijew mit Putin und Erdogan",
            "compare Putin and Alijew with Putin and Erdogan",
        ),
    ]);
    let mut session = corpus();
    let columns = |session: &mut Session, line: &str| -> Vec<String> {
        let _ = reply(session, line);
        let last = session.last.as_ref();
        last.map_or_else(Vec::new, |a| a.columns.clone())
    };
    let pairs = [
        "type",
        "Vladimir Putin and Ilham Aliyev",
        "Vladimir Putin and Recep Tayyip Erdoğan",
    ];
    for line in [
        "compare Putin and Aliyev vs Putin and Erdogan",
        "compare Putin and Aliyev with Putin and Erdogan",
        "compare Putin–Aliyev, Putin–Erdogan",
        "compare Putin-Aliyev and Putin-Erdogan",
    ] {
        assert_eq!(columns(&mut session, line), pairs, "{line}");
    }
    for single in [
        "compare Putin and Aliyev",
        "compare Putin with Aliyev",
        "compare Putin vs Aliyev",
        "compare Putin–Aliyev",
    ] {
        assert_eq!(columns(&mut session, single).len(), 3, "{single}");
    }
    assert_eq!(
        columns(&mut session, "compare Putin with Aliyev and Erdogan").len(),
        4
    );
    assert_eq!(
        columns(&mut session, "compare Putin vs Aliyev and Erdogan by year").len(),
        3
    );
}

#[test]
fn the_last_and_the_first_are_one_event_that_happened() {
    let mut session = corpus();
    for line in [
        "when did Putin last meet Aliyev?",
        "Wann trafen sich Putin und Aliyev zuletzt?",
        "när möttes Putin och Aliyev senast?",
        "the first meeting of Putin",
        "latest event of Putin",
        "most recent events",
    ] {
        assert_eq!(rows(&mut session, line), 1, "{line}");
    }
    assert!(rows(&mut session, "events last 3 years") > 1);
    let problem = refused(&mut session, "events in Moscow in Baku");
    assert!(problem.message.contains("one place"), "{problem}");
    assert!(rows(&mut session, "events in Baku in Azerbaijan") > 0);
}

#[test]
fn times_are_read_as_they_are_said() {
    assert_read(&[
        (
            "what happened between 2014 and 2026?",
            "events from 2014 to 2026",
        ),
        (
            "what happened between January and March 2025?",
            "events from January 2025 to March 2025",
        ),
        (
            "Vad gjorde Putin mellan 2023 och 2024?",
            "events by Putin from 2023 to 2024",
        ),
        (
            "what happened in the last two years?",
            "events last 2 years",
        ),
        (
            "was geschah in den letzten zwei Jahren?",
            "events last 2 years",
        ),
        ("what happened 2025-08-08?", "events on 2025-08-08"),
        (
            "what happened in the first half of 2025?",
            "events in 2025-01..2025-06",
        ),
        ("what happened in Q1 2025?", "events in 2025-01..2025-03"),
        ("vad hände hösten 2025?", "events in hösten 2025"),
    ]);
    let mut session = corpus();
    let same = [
        ("events 2024-2025", "events 2024..2025"),
        ("events on 08/08/2025", "events on 2025-08-08"),
        ("events in autumn 2025", "events in 2025-23"),
        ("events in Herbst 2025", "events in 2025-23"),
        (
            "events from March 2022 until July 2024",
            "events in 2022-03..2024-07",
        ),
        ("events on 08.08.25", "events on 2025-08-08"),
    ];
    for (said, written) in same {
        let n = rows(&mut session, written);
        assert!(n > 0, "{written}");
        assert_eq!(rows(&mut session, said), n, "{said}");
    }
    let remarks = reply(&mut session, "what happened on August 8?").remarks;
    assert!(
        remarks.iter().any(|r| r == "August 8 is 2026-08-08"),
        "{remarks:?}"
    );
    // Nobody can tell the day from the month.
    let _ = refused(&mut session, "events on 08/09/2025");
    let _ = refused(&mut session, "events 2025-2024");
}

#[test]
fn what_began_long_ago_and_was_reported_once_is_in_no_later_window() {
    let mut session = corpus();
    let open = reply(&mut session, "events in 1990..2026").text;
    assert!(open.contains("after "), "{open}");
    for window in [
        "events since 2030",
        "events on 2026-01-01",
        "events since March",
    ] {
        let text = reply(&mut session, window).text;
        assert!(!text.contains("after "), "{window}: {text}");
    }
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
    assert!(rows(&mut session, "Who arrested journalists?") > 1);
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
fn clauses_alone_belong_to_the_last_question() {
    let mut session = corpus();
    let _ = refused(&mut session, "as table");
    let all = rows(&mut session, "events of Putin");
    let read = read_as(&mut session, "since 2025");
    assert_eq!(read.as_deref(), Some("events of Putin since 2025"));
    assert!(session.last.as_ref().is_some_and(|a| a.rows.len() < all));
    let read = read_as(&mut session, "as csv");
    assert_eq!(read.as_deref(), Some("events of Putin since 2025 as csv"));
    // A card beside the list leaves its numbers.
    let _ = reply(&mut session, "show Aliyev");
    let shown = reply(&mut session, "#1").text;
    assert!(shown.contains("date rests on"), "{shown}");
    assert!(reply(&mut session, "evidence 1").text.contains('"'));
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
        ("how many articles?", "show articles"),
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
    // One each way, and one of which the text says only that they spoke.
    for (who, whom) in [("Putin", "Aliyev"), ("Aliyev", "Putin")] {
        let line = format!("events phone by {who} to {whom}");
        assert_eq!(rows(&mut session, &line), 2, "{line}");
        let notes = session.last.as_ref().map(|a| a.notes.join("; "));
        let notes = notes.unwrap_or_default();
        assert!(
            notes.contains("1 event begun by the other side left out")
                && notes.contains("1 among these of which no text tells who began it"),
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
fn a_line_goes_on_from_the_last_question() {
    let mut session = corpus();
    let mut after = |first: &str, line: &str| {
        let _ = reply(&mut session, first);
        read_as(&mut session, line).unwrap_or_default()
    };
    let met = "events meeting, visit, host, negotiation, multilateral with";
    assert_eq!(
        after("who met Putin", "and in 2025?"),
        format!("{met} Putin in 2025")
    );
    assert_eq!(
        after("who met Putin in 2024?", "och 2025?"),
        format!("{met} Putin 2025"),
        "a new time takes the place of the old"
    );
    assert_eq!(
        after("who met Putin", "und seit 2024?"),
        format!("{met} Putin since 2024")
    );
    assert_eq!(
        after("who met Putin", "and Aliyev?"),
        format!("{met} Aliyev")
    );
    assert_eq!(
        after("who met Putin", "what about Aliyev?"),
        format!("{met} Aliyev")
    );
    assert_eq!(after("who is Putin?", "and Aliyev?"), "show Aliyev");
}

#[test]
fn the_first_and_the_last_time_are_one_event() {
    let met = "events meeting, visit, host, negotiation, multilateral between Putin and Aliyev status happened sort by date";
    let (last, first) = (format!("{met} desc limit 1"), format!("{met} limit 1"));
    assert_read(&[
        ("last time Putin met Aliyev", &last),
        ("when was the last time Putin met Aliyev?", &last),
        (
            "first time putin met aliyev",
            &first.replace('P', "p").replace('A', "a"),
        ),
        (
            "Wann traf Putin Alijew zum ersten Mal?",
            &first.replace("Aliyev", "Alijew"),
        ),
        (
            "När träffade Putin Alijev för första gången?",
            &first.replace("Aliyev", "Alijev"),
        ),
    ]);
}

#[test]
fn who_leads_a_country_is_whom_the_graph_tells_of() {
    assert_read(&[
        ("who leads Azerbaijan?", "show Ilham Aliyev"),
        ("vem leder Azerbajdzjan", "show Ilham Aliyev"),
        ("Wer regiert Aserbaidschan?", "show Ilham Aliyev"),
    ]);
    let mut session = corpus();
    let told = reply(&mut session, "who leads Azerbaijan")
        .remarks
        .join("; ");
    assert!(told.contains("as far as is told"), "{told}");
    let told = reply(&mut session, "who leads Egypt").remarks.join("; ");
    assert!(told.contains("nobody is told of"), "{told}");
}

#[test]
fn a_decade_is_ten_calendar_years() {
    let mut session = corpus();
    session.settings.today = "2026-01-01".to_owned();
    let decade = rows(&mut session, "events this decade");
    assert_eq!(decade, rows(&mut session, "events in 2020..2029"));
    assert!(decade > 0);
    assert_read(&[
        ("what happened this decade?", "events this decade"),
        ("Vad hände det här decenniet?", "events this decade"),
    ]);
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
            "count events allege, investigate of Putin",
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
        ("what did Putin say?", "events reported by Putin"),
        (
            "what did Putin say about Armenia",
            "events reported by Putin of Armenia",
        ),
        (
            "Vad sade Putin om Armenien?",
            "events reported by Putin of Armenien",
        ),
    ]);
}

#[test]
fn a_genitive_in_small_letters_is_whose_it_is() {
    assert_read(&[(
        "alijevs kritik",
        "events disapprove, allege, summon by alijev",
    )]);
}

#[test]
fn what_is_planned_can_be_asked_alone() {
    assert_read(&[
        ("what is planned?", "events planned"),
        ("vad är planerat", "events planned"),
        ("was ist geplant?", "events planned"),
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
