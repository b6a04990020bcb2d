//! Names in lines as people type them: pairs, titles, offices, sides.

use super::{assert_read, read_as, refused, reply, rows};
use crate::article::read;
use crate::transcripts::corpus;
use newsgraph::graph::Graph;
use newsgraph::pipeline::Engine;
use newsgraph::resolve::judgement::Judgements;
use newsgraph::shell::session::Session;

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
fn pairs_in_other_spellings_and_with_a_time_in_front_are_pairs() {
    assert_read(&[
        ("PUTIN aliev", "PUTIN and aliev"),
        ("putin alijew since 2024", "putin and alijew since 2024"),
        ("Putin vs Aliev", "Putin and Aliev"),
        ("Putin gegen Alijew", "Putin and Alijew"),
    ]);
    let mut session = corpus();
    for (front, behind) in [
        ("2025 Putin and Aliyev", "Putin and Aliyev 2025"),
        ("since 2024 Putin and Aliyev", "Putin and Aliyev since 2024"),
        ("last year Putin and Aliyev", "Putin and Aliyev last year"),
        ("2025 Putin", "Putin 2025"),
    ] {
        let found = rows(&mut session, front);
        assert_eq!(found, rows(&mut session, behind), "{front}");
        assert!(found > 0, "{front}");
    }
    for line in [
        "PUTIN meting",
        "Putin with",
        "2025 Nobody",
        "Putin vs nonsense",
    ] {
        let _ = refused(&mut session, line);
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
fn a_genitive_in_small_letters_is_whose_it_is() {
    assert_read(&[(
        "alijevs kritik",
        "events disapprove, allege, summon by alijev",
    )]);
}

#[test]
fn a_town_where_nothing_is_told_is_whomever_the_texts_call_so() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let called = "The European Union offered to finance new radar stations for Thailand. China warned Brussels against meddling in Asia.";
    let asked = |other: &str| {
        let texts = [called, other].into_iter();
        let records = texts.map(|t| read(&engine, "en", t, None)).collect();
        let graph = Graph::from_world(engine.world(records, &Judgements::default()));
        let mut session = Session::new(graph, &engine.lexicon, chrono::NaiveDate::default());
        rows(&mut session, "events to Brussels")
    };
    assert_eq!(asked("Olaf Scholz has a flat in Brussels."), 1);
    assert_eq!(asked("Olaf Scholz met William Ruto in Brussels."), 0);
}
