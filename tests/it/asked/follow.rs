//! Lines that go on from the last question.

use super::{assert_read, read_as, refused, reply, rows};
use crate::transcripts::corpus;

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
fn a_question_is_asked_again_with_one_word() {
    let mut session = corpus();
    let question = "events meeting, visit, host, negotiation, multilateral with Putin";
    for (line, more) in [
        ("when?", " sort by date"),
        ("und wo?", " sort by where"),
        ("och när?", " sort by date"),
        ("but not Aliyev", " not with Aliyev"),
        ("without Aliyev", " without Aliyev"),
        ("not in Baku", " not in Baku"),
        ("2024", " in 2024"),
        ("who said so?", " as cards"),
    ] {
        let _ = reply(&mut session, "who met Putin?");
        let read = read_as(&mut session, line).map(|s| s.replace("on 2024", "in 2024"));
        let expected = format!("{question}{more}");
        let same = |s: &str| s == expected || s == expected.replace(" in 2024", " 2024");
        assert!(read.as_deref().is_some_and(same), "{line}: {read:?}");
    }
    let _ = reply(&mut session, "who met Putin?");
    let counted = read_as(&mut session, "how often?");
    assert_eq!(counted, Some(format!("count {question}")));
    let _ = reply(&mut session, "who met Putin?");
    let of_another = read_as(&mut session, "and Trump in 2025?");
    assert_eq!(
        of_another,
        Some(format!("{} in 2025", question.replace("Putin", "Trump")))
    );
}

#[test]
fn all_others_are_those_beside_the_two_who_were_named() {
    let mut session = corpus();
    let _ = reply(&mut session, "did Putin meet Aliyev?");
    let others = read_as(&mut session, "who else?").unwrap_or_default();
    assert!(others.ends_with("with Putin not with Aliyev"), "{others}");
    let _ = reply(&mut session, "who met Putin?");
    let all = reply(&mut session, "wer noch?").remarks;
    assert!(all.iter().any(|r| r.contains("all are listed")), "{all:?}");
}
