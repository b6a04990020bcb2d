//! Did it take place, and when: status and dates of acts in sentences of our own.

use super::article::read;
use newsgraph::base::record::{EventRecord, Status};
use newsgraph::pipeline::Engine;

/// Own sentences with the status of the one act they tell: language, text, status.
const STATUS: &[(&str, &str, &str)] = &[
    (
        "de",
        "Putin lehnte das Angebot der USA nicht ab.",
        "negated",
    ),
    (
        "en",
        "Japan said it would not retaliate against China.",
        "negated",
    ),
    (
        "sv",
        "Norge avstod från att utvisa Rysslands ambassadör.",
        "negated",
    ),
    (
        "sv",
        "Norge misslyckades med att utvisa Rysslands ambassadör.",
        "negated",
    ),
    (
        "sv",
        "Norge förbereder sig på att utvisa Rysslands ambassadör.",
        "planned",
    ),
    (
        "sv",
        "Norge har beslutat att utvisa Rysslands ambassadör.",
        "planned",
    ),
    (
        "sv",
        "Norge svarade med att utvisa Rysslands ambassadör.",
        "happened",
    ),
    (
        "sv",
        "Norge dröjde inte med att utvisa Rysslands ambassadör.",
        "happened",
    ),
    (
        "sv",
        "Norge kan komma att utvisa Rysslands ambassadör.",
        "hypothetical",
    ),
    (
        "sv",
        "Hade Iran angripit Israel, hade USA svarat.",
        "hypothetical",
    ),
    (
        "sv",
        "Macron ska besöka Senegal och träffa president Faye.",
        "planned",
    ),
    (
        "sv",
        "Macron krävde ett slut på våldet och reste till Libanon.",
        "happened",
    ),
    (
        "de",
        "Macron forderte ein Ende der Gewalt und reiste nach Beirut.",
        "happened",
    ),
    (
        "de",
        "Niemand glaubt, dass China Taiwan angreift.",
        "hypothetical",
    ),
    (
        "de",
        "Sollte Israel den Iran angreifen, werde Teheran antworten.",
        "hypothetical",
    ),
    (
        "de",
        "Hätte Polen die Botschaft geschlossen, wäre Belarus verärgert gewesen.",
        "hypothetical",
    ),
    (
        "de",
        "Deutschland hat zwei Diplomaten aus Russland ausgewiesen.",
        "happened",
    ),
    (
        "de",
        "Scholz will Xi in Peking treffen und danach Japan besuchen.",
        "planned",
    ),
    (
        "en",
        "There was no meeting between Xi and Biden.",
        "negated",
    ),
    (
        "en",
        "Had Germany attacked Sweden, Britain would have intervened.",
        "hypothetical",
    ),
    (
        "en",
        "The US secretary of state is due to arrive in Israel on Sunday.",
        "planned",
    ),
    (
        "en",
        "Iran could hold talks with the European Union.",
        "hypothetical",
    ),
    (
        "en",
        "Nobody believes that China will attack Taiwan.",
        "hypothetical",
    ),
    ("en", "Nobody in Kyiv met Putin.", "negated"),
    (
        "en",
        "Norway stopped short of expelling the Russian ambassador.",
        "negated",
    ),
    (
        "en",
        "Macron demanded an end to the violence and flew to Lebanon.",
        "happened",
    ),
    (
        "en",
        "Norway has decided to expel Russia's ambassador.",
        "planned",
    ),
    (
        "en",
        "Norway could decide to expel Russia's ambassador.",
        "hypothetical",
    ),
    ("en", "Modi will meet Biden and visit Canada.", "planned"),
    (
        "en",
        "Norway managed to expel Russia's ambassador.",
        "happened",
    ),
    (
        "en",
        "Should the deal fail, who pays? Norway expelled Russia's ambassador.",
        "happened",
    ),
    (
        "en",
        "Had dinner with friends. Norway expelled Russia's ambassador.",
        "happened",
    ),
];

/// What is refused is a rejection that took place, never one that did not.
#[test]
fn a_refusal_took_place() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let record = read(
        &engine,
        "en",
        "Chile will not send humanitarian aid to Haiti.",
        None,
    );
    let told: Vec<_> = record
        .events
        .iter()
        .map(|e| (e.event_type.as_str(), e.status))
        .collect();
    assert_eq!(told, [("REJECT", Status::Happened)]);
}

#[test]
fn status_of_own_sentences() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let mut wrong = Vec::new();
    for (lang, text, expected) in STATUS {
        let record = read(&engine, lang, text, None);
        let told: Vec<&str> = record.events.iter().map(|e| e.status.word()).collect();
        if told.is_empty() || told.iter().any(|s| s != expected) {
            wrong.push(format!("{text}\n  expected {expected}, told {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A noun alone takes up the act told before: what it adds, and when it adds nothing.
#[test]
fn a_noun_alone_takes_up_the_act_told_before() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "sv",
            "Finlands president Alexander Stubb träffade Olaf Scholz. Mötet ägde rum i Berlin den 8 mars.",
            &["2024-03-08 happened"],
        ),
        (
            "de",
            "Russland, die Ukraine und Frankreich wollten sich am Freitag treffen. Das Treffen wurde jedoch abgesagt.",
            &["2024-03-08 negated"],
        ),
        (
            "en",
            "Iran and Saudi Arabia signed an agreement in Beijing. The deal was signed on 10 March 2023.",
            &["2023-03-10 happened"],
        ),
        // Two pairs: which visit is meant stays open.
        (
            "en",
            "Brazil's foreign minister visited India. Peru's foreign minister visited Japan. The visit began on Monday.",
            &["2024-03-10 happened", "2024-03-10 happened"],
        ),
        // A noun without an article is a new matter.
        (
            "en",
            "Kenya's president met Uganda's president on Friday. Talks on grain will take place on 2 May.",
            &["2024-03-08 happened"],
        ),
    ];
    for (lang, text, expected) in cases {
        let record = read(&engine, lang, text, Some("2024-03-10"));
        let date = |e: &EventRecord| e.date.clone().unwrap_or_else(|| "-".to_owned());
        let told = record.events.iter();
        let told: Vec<String> = told
            .map(|e| format!("{} {}", date(e), e.status.word()))
            .collect();
        assert_eq!(&told, expected, "{text}");
    }
}

/// What was agreed on a day was agreed then, unless a verb says what is still to be done.
#[test]
fn a_day_behind_what_was_agreed() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let cases = [
        (
            "Kenya and Uganda agreed to a ceasefire on Monday.",
            "2024-03-04 happened",
        ),
        (
            "Kenya and Uganda agreed to meet on Monday.",
            "2024-03-11 planned",
        ),
    ];
    for (text, expected) in cases {
        let record = read(&engine, "en", text, Some("2024-03-10"));
        let told = record.events.first();
        let told =
            told.map(|e| format!("{} {}", e.date.clone().unwrap_or_default(), e.status.word()));
        assert_eq!(told.as_deref(), Some(expected), "{text}");
    }
}
