//! Who does what to whom, on sentences of our own: constructions that parsers get wrong and the event stage must not.

mod answers;
mod asides;
mod between;
mod clauses;
mod courts;
mod definite;
mod fronts;
mod holders;
mod hosts;
mod joints;
mod messages;
mod nationals;
mod nouns;
mod openings;
mod order;
mod organs;
mod parties;
mod phrases;
mod powers;
mod pronouns;
mod references;
mod seconds;
mod settings;
mod states;
mod strung;
mod together;
mod voices;

use super::article::read;
use newsgraph::pipeline::Engine;

/// Language, sentence, events as "TYPE actors > recipients"; none where nothing may be told.
type Case = (&'static str, &'static str, &'static [&'static str]);

/// The sentences by what misleads in them.
const CASES: [&[Case]; 27] = [
    between::CASES,
    answers::CASES,
    asides::CASES,
    order::CASES,
    clauses::CASES,
    courts::CASES,
    definite::CASES,
    fronts::CASES,
    holders::CASES,
    hosts::CASES,
    nationals::CASES,
    nouns::CASES,
    joints::CASES,
    messages::CASES,
    openings::CASES,
    organs::CASES,
    references::CASES,
    seconds::CASES,
    settings::CASES,
    strung::CASES,
    states::CASES,
    parties::CASES,
    phrases::CASES,
    powers::CASES,
    pronouns::CASES,
    together::CASES,
    voices::CASES,
];

#[test]
fn participants_of_own_sentences() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let mut wrong = Vec::new();
    for (lang, text, expected) in CASES.into_iter().flatten() {
        let record = read(&engine, lang, text, None);
        let told: Vec<String> = record
            .events
            .iter()
            .map(|e| {
                format!(
                    "{} {} > {}",
                    e.event_type,
                    e.actors.join(" "),
                    e.recipients.join(" ")
                )
            })
            .collect();
        if told != *expected {
            wrong.push(format!("{text}\n   {told:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_left_out_is_said() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let record = read(&engine, "en", "Iceland demanded answers.", None);
    assert!(record.events.is_empty(), "{:?}", record.events);
    let said = record
        .diagnostics
        .iter()
        .any(|d| d.message.contains("left out") && d.message.contains("iceland"));
    assert!(said, "{:?}", record.diagnostics);
}

#[test]
fn an_act_is_dated_by_a_length_of_time_before_a_day_and_by_the_start_of_a_stretch() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let cases = [
        (
            "en",
            "Kenya protested on 12 March 2024, a week after Uganda attacked Kenya.",
            "ASSAULT",
            Some("2024-03-05"),
        ),
        (
            "sv",
            "Kenya protesterade den 12 mars 2024, två dagar efter att Uganda hade angripit Kenya.",
            "ASSAULT",
            Some("2024-03-10"),
        ),
        (
            "de",
            "Kenia protestierte am 12. März 2024, zwei Tage nachdem Uganda Kenia angegriffen hatte.",
            "ASSAULT",
            Some("2024-03-10"),
        ),
        (
            "en",
            "Kenya protested on 12 March 2024, months after Uganda attacked Kenya.",
            "ASSAULT",
            None,
        ),
        (
            "en",
            "Relations have been poor since 2018, when Kenya expelled Uganda's ambassador.",
            "SANCTION",
            Some("2018"),
        ),
        (
            "sv",
            "Förbindelserna har varit dåliga sedan 2014, då Kenya utvisade Ugandas ambassadör.",
            "SANCTION",
            Some("2014"),
        ),
    ];
    for (lang, text, kind, date) in cases {
        let record = read(&engine, lang, text, None);
        let event = record.events.iter().find(|e| e.event_type == kind);
        assert_eq!(event.and_then(|e| e.date.as_deref()), date, "{text}");
    }
}

#[test]
fn news_of_another_day_lends_nothing_to_the_day_of_the_paper() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let published = Some("2024-03-07");
    let date = |text: &str| {
        let record = read(&engine, "en", text, published);
        let blamed = record.events.iter().find(|e| e.event_type == "ACCUSE");
        blamed.map(|e| e.date.clone())
    };
    let dated = "Kenya arrested Max Muller on Monday. Olaf Scholz criticised Kenya.";
    let of_the_day = "Kenya arrested Max Muller on Thursday. Olaf Scholz criticised Kenya.";
    let undated = "Olaf Scholz criticised Kenya. It had arrested Max Muller on Monday.";
    assert_eq!(date(dated), Some(None));
    assert_eq!(date(of_the_day), Some(Some("2024-03-07".to_owned())));
    assert_eq!(date(undated), Some(Some("2024-03-07".to_owned())));
}

#[test]
fn a_date_behind_after_is_not_the_date_of_the_act() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let published = Some("2024-08-20");
    let after = "Canada signed an agreement with Japan after the visit on 14 July.";
    let on = "Canada signed an agreement with Japan on 14 July.";
    let date = |text: &str| {
        let record = read(&engine, "en", text, published);
        let signed = record.events.iter().find(|e| e.event_type == "AGREE");
        signed.and_then(|e| e.date.clone())
    };
    assert_eq!(date(on).as_deref(), Some("2024-07-14"));
    assert_ne!(date(after).as_deref(), Some("2024-07-14"));
}

#[test]
fn a_title_tells_the_country_of_an_unlisted_leader() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let text = "President Tubman warned Guinea. Tubman spoke for an hour.";
    let record = read(&engine, "en", text, None);
    let leader = record.entities.iter().find(|e| e.name.contains("Tubman"));
    assert_eq!(leader.and_then(|e| e.country.as_deref()), Some("LBR"));
    // Without the title the surname says nothing.
    let bare = read(&engine, "en", "Paul Tubman opened a shop in Lund.", None);
    let person = bare.entities.iter().find(|e| e.name.contains("Tubman"));
    assert_eq!(person.and_then(|e| e.country.as_deref()), None);
}
