//! Times in lines as people type them, and the latest, the first, what is planned.

use super::{assert_read, refused, reply, rows};
use crate::transcripts::corpus;

#[test]
fn the_last_and_the_first_are_one_event_that_happened() {
    let mut session = corpus();
    for line in [
        "when did Putin last meet Aliyev?",
        "Wann trafen sich Putin und Aliyev zuletzt?",
        "när möttes Putin och Aliyev senast?",
        "the first meeting of Putin",
        "latest event of Putin",
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
fn what_is_planned_can_be_asked_alone() {
    assert_read(&[
        ("what is planned?", "events planned"),
        ("vad är planerat", "events planned"),
        ("was ist geplant?", "events planned"),
    ]);
}

#[test]
fn dates_stand_behind_a_command_as_people_write_them() {
    let mut session = corpus();
    for (line, same) in [
        ("events May 2024", "events in 2024-05"),
        ("events 7th of May 2024", "events on 2024-05-07"),
        ("events 7th May 2024", "events on 2024-05-07"),
        ("events 2024/05/07", "events on 2024-05-07"),
        (
            "events 1-15 May 2024",
            "events from 2024-05-01 to 2024-05-15",
        ),
        (
            "events from May to June 2024",
            "events from 2024-05 to 2024-06",
        ),
    ] {
        let asked = rows(&mut session, line);
        assert_eq!(asked, rows(&mut session, same), "{line}");
    }
}

#[test]
fn a_stretch_that_ends_before_it_begins_is_refused() {
    let mut session = corpus();
    for line in [
        "events from June 2024 to May 2024",
        "events since 2024 until 2023",
        "events in 2024..2023",
    ] {
        let problem = refused(&mut session, line);
        assert!(
            problem.message.contains("earlier date"),
            "{line}: {problem}"
        );
    }
    assert!(rows(&mut session, "events since 2023 until 2024") > 0);
}

#[test]
fn the_latest_events_are_several_and_as_many_as_are_asked_for() {
    let mut session = corpus();
    assert_eq!(rows(&mut session, "latest events"), 10);
    assert_eq!(rows(&mut session, "most recent events"), 10);
    assert_eq!(rows(&mut session, "the last 3 events"), 3);
    assert_eq!(rows(&mut session, "latest event"), 1);
    assert_read(&[(
        "the last 2 meetings of Putin",
        "events meeting, visit, host, negotiation, multilateral of Putin status happened sort by date desc limit 2",
    )]);
    let told = reply(&mut session, "the last 3 events").remarks;
    assert!(told.iter().any(|r| r.ends_with("the latest 3")), "{told:?}");
}
