//! Time expressions: every rule's own examples, parallel sentences in three languages, no panic on any text, floors on the gold sets.

mod gold;
mod told;

use chrono::NaiveDate;
use newsgraph::base::analysis::Timex;
use newsgraph::base::span::Span;
use newsgraph::extract::timex;
use newsgraph::lexicon::temporal::Op;
use newsgraph::lexicon::{Lexicon, Pack};
use proptest::prelude::*;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::open(None).unwrap_or_else(|e| panic!("{e}")));

const LANGUAGES: [&str; 3] = ["sv", "de", "en"];

fn pack(code: &str) -> &'static Pack {
    LEXICON
        .pack(code)
        .unwrap_or_else(|| panic!("no language {code}"))
}

fn find(text: &str, code: &str, date: &str) -> Vec<Timex> {
    let whole = [Span::new(0, text.len())];
    timex::find(text, &whole, pack(code), date.parse().ok())
}

#[test]
fn every_rule_matches_its_examples_and_is_silent_on_near_misses() {
    let mut faults = Vec::new();
    for code in LANGUAGES {
        for rule in &pack(code).temporal().rules {
            if rule.op == Op::Ignore {
                continue;
            }
            if rule.matches.len() < 2 || rule.silent.is_empty() {
                faults.push(format!("{code} {}: too few examples", rule.id));
            }
            for (text, date, value) in &rule.matches {
                let found = find(text, code, date);
                if !found.iter().any(|t| t.value == *value && t.rule == rule.id) {
                    let got: Vec<_> = found
                        .iter()
                        .map(|t| format!("{:?}={} by {}", t.span.of(text), t.value, t.rule))
                        .collect();
                    faults.push(format!("{code} {}: {text:?} {value}: {got:?}", rule.id));
                }
            }
            for text in &rule.silent {
                let found = find(text, code, "2026-02-06");
                if let Some(t) = found.iter().find(|t| t.rule == rule.id) {
                    faults.push(format!(
                        "{code} {}: not silent on {text:?}: {}",
                        rule.id, t.value
                    ));
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn parallel_sentences_give_the_same_values() {
    let mut faults = Vec::new();
    let mut triples = 0;
    let table = include_str!("times_parallel.tsv");
    for line in table.lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [date, values, sv, de, en] = cells.as_slice() else {
            panic!("five cells wanted: {line}");
        };
        triples += 1;
        for (code, text) in [("sv", sv), ("de", de), ("en", en)] {
            let found = find(text, code, date);
            let got: Vec<&str> = found.iter().map(|t| t.value.as_str()).collect();
            if got.join(" ") != *values {
                faults.push(format!("{code} {text:?}: {got:?} instead of {values}"));
            }
        }
    }
    assert!(triples >= 99, "only {triples} triples");
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn no_article_date_leaves_relative_expressions_open() {
    let cases = [
        (
            "en",
            "Yesterday he left; on Friday and last year too, two weeks ago.",
        ),
        (
            "de",
            "Gestern ging er, am Freitag und voriges Jahr, vor zwei Wochen.",
        ),
        (
            "sv",
            "I går gick han, på fredagen och i fjol, för två veckor sedan.",
        ),
    ];
    for (code, text) in cases {
        let found = find(text, code, "");
        assert!(found.len() >= 4, "{code}: {found:?}");
        for t in found {
            assert!(t.interval.is_none() && !t.dates_events, "{code}: {t:?}");
        }
    }
    let found = find("On February 22 it was signed.", "en", "");
    let date = found.first().expect("a date");
    assert_eq!(date.value, "XXXX-02-22");
    let edtf = date.interval.map(|i| i.to_edtf());
    assert_eq!(edtf.as_deref(), Some("XXXX-02-22"));
}

#[test]
fn bounds_and_parts_of_periods_shape_the_interval() {
    for (code, text, edtf) in [
        ("sv", "Det ska ske senast i februari 2018.", "../2018-02"),
        ("en", "It has grown since 2021.", "2021/.."),
        ("de", "Er kam Mitte März 2024.", "2024-03-11/2024-03-20"),
        ("en", "He came around 2010.", "2010~"),
        ("sv", "sedan juli i år har", "2025-07/..?"),
    ] {
        let found = find(text, code, "2026-02-06");
        let got = found.first().and_then(|t| t.interval).map(|i| i.to_edtf());
        assert_eq!(got.as_deref(), Some(edtf), "{text}");
    }
}

#[test]
fn today_in_a_long_essay_is_the_present_and_dates_nothing() {
    let filler = "Das Haus steht am Fluss und hat viele Fenster. ".repeat(60);
    let value = |text: &str, code: &str| {
        find(text, code, "2006-10-05")
            .first()
            .map(|t| t.value.clone())
    };
    let essay = format!("Die Frau hat heute mehr Rechte. {filler}");
    assert_eq!(value(&essay, "de").as_deref(), Some("PRESENT_REF"));
    let review = format!("Jeder hat heute ein Buch im Haus. {filler}");
    assert_eq!(value(&review, "de").as_deref(), Some("PRESENT_REF"));
    let short = "Die Frau kommt heute nach Wien.";
    assert_eq!(value(short, "de").as_deref(), Some("2006-10-05"));
    let news = format!("Er kommt heute. Am Montag ging er. {filler}");
    assert_eq!(value(&news, "de").as_deref(), Some("2006-10-05"));
}

#[test]
fn partial_dates_take_a_year_from_their_sentence_and_look_ahead_by_their_clause() {
    let last = |text: &str| {
        find(text, "en", "1989-10-26")
            .last()
            .map(|t| t.value.clone())
    };
    for (text, value) in [
        ("It opened on May 3, 1987, and closed in June.", "1987-06"),
        (
            "It opened on May 3, 1987. The company closed it in June.",
            "1987-06",
        ),
        (
            "It opened on May 3, 1987.\n\nThe company closed it in June.",
            "1989-06",
        ),
        ("The debt must be paid by February.", "1990-02"),
        ("The line runs through January.", "1990-01"),
        ("It fell in February.", "1989-02"),
    ] {
        assert_eq!(last(text).as_deref(), Some(value), "{text}");
    }
}

/// Language, what follows the beginning of a history, value of its last time expression.
const HISTORY: &[(&str, &str, &str)] = &[
    (
        "en",
        "The envoys recalled the treaty of 1815. On 7 July they left.",
        "1870-07-07",
    ),
    (
        "en",
        "It was held until 1873. On 7 July they left.",
        "1870-07-07",
    ),
    (
        "en",
        "The fort, which had stood there since March 1802, fell. In August they left.",
        "1870-08",
    ),
    (
        "en",
        "In 1871 the council met again. On 7 July they left.",
        "1871-07-07",
    ),
    (
        "de",
        "Die Gesandten erinnerten an den Vertrag von 1815. Am 7. Juli gingen sie.",
        "1870-07-07",
    ),
    (
        "de",
        "Die Burg hielt sich bis 1873. Am 7. Juli gingen sie.",
        "1870-07-07",
    ),
    (
        "de",
        "Im Jahr 1871 trat der Rat wieder zusammen. Am 7. Juli gingen sie.",
        "1871-07-07",
    ),
    (
        "sv",
        "Sändebuden påminde om fördraget från 1815. Den 7 juli reste de.",
        "1870-07-07",
    ),
    (
        "sv",
        "Borgen stod emot till 1873. Den 7 juli reste de.",
        "1870-07-07",
    ),
    (
        "sv",
        "År 1871 samlades rådet igen. Den 7 juli reste de.",
        "1871-07-07",
    ),
    // What is counted forward takes the course along.
    (
        "en",
        "Peace came in the next year. On 7 July they left.",
        "1871-07-07",
    ),
    (
        "de",
        "Erst im nächsten Jahr kam Frieden. Am 7. Juli gingen sie.",
        "1871-07-07",
    ),
    // What is counted back does not.
    (
        "de",
        "Das Heer war im Vorjahr geschlagen worden. Am 7. Juli gingen sie.",
        "1870-07-07",
    ),
    // A heading of one year begins its paragraphs anew; without it the years told last count.
    (
        "en",
        "\n\n1873: The siege\n\nIn June 1875 a treaty was signed, and in May 1875 a second.\n\nOn 7 July they left.",
        "1873-07-07",
    ),
    (
        "en",
        "In June 1875 a treaty was signed, and in May 1875 a second.\n\nOn 7 July they left.",
        "1875-07-07",
    ),
    (
        "de",
        "\n\nKriegsjahr 1873\n\nDer Rat blieb bis Mai 1875.\n\nAm 7. Juli gingen sie.",
        "1873-07-07",
    ),
    (
        "sv",
        "\n\nKrigsåret 1873\n\nRådet satt kvar till maj 1875.\n\nDen 7 juli reste de.",
        "1873-07-07",
    ),
    // A heading that names a span keeps what lies outside beside the course.
    (
        "en",
        "\n\nWar in the north, 1872-1874\n\nOn 5 May 1873 it froze. In May 1879 a poet sang of it. On 7 July they left.",
        "1873-07-07",
    ),
    // A sentence with a year is no heading.
    (
        "en",
        "\n\nSome of them spoke of the treaty of 1815.\n\nOn 7 July they left.",
        "1870-07-07",
    ),
];

#[test]
fn a_history_keeps_its_year_past_what_is_told_beside_it() {
    // Full dates of other years make each text a history; the last partial date belongs to the course, not to the flashback before it.
    let en = "War broke out on 3 May 1870. The king fled on 9 May 1870, the queen on 2 June 1870, the court on 4 June 1870. The city fell on 5 June 1870.";
    let de = "Der Krieg begann am 3. Mai 1870. Der König floh am 9. Mai 1870, die Königin am 2. Juni 1870, der Hof am 4. Juni 1870. Die Stadt fiel am 5. Juni 1870.";
    let sv = "Kriget bröt ut den 3 maj 1870. Kungen flydde den 9 maj 1870, drottningen den 2 juni 1870 och hovet den 4 juni 1870. Staden föll den 5 juni 1870.";
    for (code, aside, value) in HISTORY {
        let start = match *code {
            "en" => en,
            "de" => de,
            _ => sv,
        };
        let text = format!("{start} {aside}");
        let found = find(&text, code, "2026-02-06");
        let last = found.last().map(|t| t.value.as_str());
        assert_eq!(last, Some(*value), "{code}: {aside}");
    }
}

/// Language, sentence, values on Thursday, 13 November 2025: infinitives, participles and reports that look like a past or a future and are none.
const DIRECTIONS: &[(&str, &str, &[&str])] = &[
    (
        "de",
        "Die Gespräche, die am Montag starten sollen, sind wichtig.",
        &["2025-11-17"],
    ),
    (
        "de",
        "Die Gespräche sollen nach Angaben des Ministeriums am Montag starten.",
        &["2025-11-17"],
    ),
    (
        "de",
        "Die Minister starteten am Montag einen Versuch.",
        &["2025-11-10"],
    ),
    (
        "de",
        "Der Pakt, der im Januar starten soll, ist umstritten.",
        &["2026-01"],
    ),
    (
        "de",
        "Der für Freitag geplante Gipfel findet nicht statt.",
        &["2025-11-14"],
    ),
    (
        "de",
        "Die am Sonntag verhaftete Anwältin kam wieder frei.",
        &["2025-11-09"],
    ),
    (
        "de",
        "Die Frau soll am Samstag entführt worden sein.",
        &["2025-11-08"],
    ),
    (
        "de",
        "Der Mann soll am Samstag über die Grenze geflohen sein.",
        &["2025-11-08"],
    ),
    (
        "de",
        "Die Bibliothek soll am Samstag geöffnet sein.",
        &["2025-11-15"],
    ),
    (
        "de",
        "Er kündigte am Montag an, die Gespräche am Mittwoch wieder aufzunehmen.",
        &["2025-11-10", "2025-11-19"],
    ),
    (
        "de",
        "Er bestritt, am Mittwoch mit ihm gesprochen zu haben.",
        &["2025-11-12"],
    ),
    (
        "de",
        "Die Gewerkschaft ruft dazu auf, am Freitag die Arbeit niederzulegen.",
        &["2025-11-14"],
    ),
    (
        "de",
        "Sie vertagten sich auf kommenden Mittwoch.",
        &["2025-11-19"],
    ),
    (
        "de",
        "Die Abstimmung wurde auf Dienstag verschoben.",
        &["2025-11-18"],
    ),
    ("de", "In drei Wochen starben 40 Menschen.", &["P3W"]),
    ("de", "In drei Wochen wird gewählt.", &["2025-W49"]),
    (
        "de",
        "Am Sonntag eröffnet der Präsident das Parlament.",
        &["2025-11-16"],
    ),
    (
        "de",
        "Am Sonntag eröffnete der Präsident das Parlament.",
        &["2025-11-09"],
    ),
    (
        "de",
        "Gegen 5.30 Uhr stürmte die Polizei am Mittwoch das Haus.",
        &["2025-11-12T05:30", "2025-11-12"],
    ),
    (
        "sv",
        "En drönare ska på tisdagen ha träffat hamnen.",
        &["2025-11-11"],
    ),
    ("sv", "På söndagen ökar lavinfaran.", &["2025-11-16"]),
    (
        "sv",
        "På söndagen efter mässan talade han.",
        &["2025-11-09"],
    ),
    (
        "sv",
        "Presidenten hotade att säga upp avtalet före fredag.",
        &["2025-11-14"],
    ),
    (
        "sv",
        "På onsdagen tog de flygplatsen och på kvällen staden.",
        &["2025-11-12", "2025-11-12TEV"],
    ),
    (
        "en",
        "The court postponed the hearing to early December.",
        &["2025-12"],
    ),
    (
        "en",
        "The president vowed to respond by Friday.",
        &["2025-11-14"],
    ),
    (
        "en",
        "The number had risen to 40 by Tuesday.",
        &["2025-11-11"],
    ),
    (
        "en",
        "They agreed on Saturday to meet again in ten days.",
        &["2025-11-08", "2025-11-23"],
    ),
    (
        "en",
        "He was jailed in May 2014, released in June.",
        &["2014-05", "2014-06"],
    ),
    ("en", "He served two-and-a-half years.", &["P2Y6M"]),
    (
        "en",
        "In June 2024 it had 500 staff; a year earlier 400.",
        &["2024-06", "2023-06"],
    ),
    (
        "en",
        "The bridge, bombed in October 2022, reopened in January.",
        &["2022-10", "2025-01"],
    ),
];

#[test]
fn infinitives_reports_and_asides_turn_no_date_around() {
    let mut faults = Vec::new();
    for (code, text, values) in DIRECTIONS {
        let found = find(text, code, "2025-11-13");
        let got: Vec<&str> = found.iter().map(|t| t.value.as_str()).collect();
        if got != *values {
            faults.push(format!("{code} {text}: {got:?} instead of {values:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn ranges_of_weekdays_run_forward_and_opening_hours_date_no_event() {
    let values = |code: &str, text: &str| -> Vec<String> {
        let found = find(text, code, "2026-05-20");
        found.into_iter().map(|t| t.value).collect()
    };
    for (code, text) in [
        ("en", "The talks lasted from Friday to Sunday."),
        ("de", "Die Gespräche dauerten von Freitag bis Sonntag."),
        ("sv", "Samtalen varade från fredagen till söndagen."),
    ] {
        assert_eq!(values(code, text), ["2026-05-15", "2026-05-17"], "{text}");
    }
    for (code, text) in [
        ("en", "They will meet on Friday and Saturday."),
        ("de", "Sie treffen sich am kommenden Freitag und Samstag."),
        ("sv", "De möts på fredag och lördag."),
    ] {
        assert_eq!(values(code, text), ["2026-05-22", "2026-05-23"], "{text}");
    }
    for (code, text) in [
        ("en", "The gallery is open Tuesday through Sunday, he said."),
        (
            "de",
            "Die Galerie ist Dienstag bis Sonntag geöffnet, sagte er.",
        ),
        ("sv", "Galleriet är öppet tisdag till söndag, sade han."),
        (
            "en",
            "Tuesday to Sunday, 10 a.m. to 5 p.m., children draw there.",
        ),
        (
            "de",
            "Dienstag bis Sonntag von 10 bis 17 Uhr malen Kinder dort.",
        ),
        ("sv", "Tisdag till söndag kl. 10–17 målar barn där."),
    ] {
        let found = find(text, code, "2026-05-20");
        let first = found.first().map(|t| t.value.as_str());
        assert_eq!(first, Some("XXXX-WXX-2/XXXX-WXX-7"), "{text}");
        assert!(found.iter().all(|t| !t.dates_events), "{text}: {found:?}");
    }
}

#[test]
fn a_month_without_a_year_is_the_near_one_unless_the_clause_looks_back() {
    for (text, date, value) in [
        (
            "Talks on a visit of the minister in September.",
            "1990-08-16",
            "1990-09",
        ),
        ("Word of a treaty in January.", "1989-11-02", "1990-01"),
        ("The visit failed in September.", "1990-08-16", "1989-09"),
        ("Silence since September.", "1990-08-16", "1989-09"),
        ("Word of a treaty in March.", "1989-11-02", "1989-03"),
    ] {
        let found = find(text, "en", date);
        assert_eq!(
            found.first().map(|t| t.value.as_str()),
            Some(value),
            "{text}"
        );
    }
}

#[test]
fn a_bound_that_opens_the_sentence_follows_its_verb() {
    for (code, text, value) in [
        ("en", "Until Thursday, they had said nothing.", "2026-05-14"),
        (
            "en",
            "Until Thursday, visitors will pay nothing.",
            "2026-05-21",
        ),
        (
            "en",
            "The meeting was put off until Thursday.",
            "2026-05-21",
        ),
        ("de", "Bis Donnerstag hatte er geschwiegen.", "2026-05-14"),
        ("de", "Bis Donnerstag soll er antworten.", "2026-05-21"),
    ] {
        let found = find(text, code, "2026-05-19");
        assert_eq!(
            found.first().map(|t| t.value.as_str()),
            Some(value),
            "{text}"
        );
    }
}

#[test]
fn ages_and_sets_date_no_event() {
    // German and English follow TimeML, which leaves ages out; the Swedish sets have them as lengths.
    for (code, text, count) in [
        ("en", "A 35-year-old man runs every day.", 1),
        ("de", "Ein 35-jähriger Mann läuft täglich.", 1),
        ("sv", "En 35-årig man springer varje dag.", 2),
    ] {
        let found = find(text, code, "2026-02-06");
        assert_eq!(found.len(), count, "{code}: {found:?}");
        assert!(
            found
                .iter()
                .all(|t| !t.dates_events && t.interval.is_none())
        );
    }
}

#[test]
fn look_alikes_stay_silent() {
    for (code, text) in [
        (
            "en",
            "May said the troops march on Kyiv while the sun sat low.",
        ),
        (
            "en",
            "The team won 3-2 and paid $1999 for flight MH17, 24 Hours News reported.",
        ),
        (
            "de",
            "August Müller zahlte 2000 Euro, 1945 Stimmen zählten.",
        ),
        (
            "sv",
            "Maj Karlsson fick 2000 kronor och 1945 röster räknades.",
        ),
    ] {
        let found = find(text, code, "2026-02-06");
        assert!(found.is_empty(), "{code} {text:?}: {found:?}");
    }
}

const HEAP: [&str; 59] = [
    "the",
    "next",
    "last",
    "year",
    "years",
    "9999",
    "0",
    "31.",
    "12.",
    "99",
    "2100",
    "ago",
    "later",
    "million",
    "hundred",
    "thousand",
    "Friday",
    "May",
    "29",
    "February",
    ",",
    "-",
    "/",
    ":",
    "century",
    "s",
    "'",
    "1990",
    "vor",
    "Jahren",
    "Jahrhundert",
    "in",
    "sechs",
    "Monaten",
    "für",
    "den",
    "30",
    "februari",
    "för",
    "sedan",
    "sekler",
    "tusen",
    "månader",
    "nästa",
    "fredag",
    "kl",
    "24",
    "60",
    "\n",
    "\n\n",
    "quarter",
    "first",
    "Easter",
    "påsk",
    "Ostern",
    "week",
    "999999999",
    "1000",
    "BC",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn no_text_makes_it_fail(text in "\\PC{0,120}", year in -262_000_i32..262_000, known in any::<bool>()) {
        let date = NaiveDate::from_ymd_opt(year, 2, 28).filter(|_| known);
        for code in LANGUAGES {
            check(&text, code, date);
        }
    }

    #[test]
    fn no_heap_of_time_words_makes_it_fail(words in prop::collection::vec(0..HEAP.len(), 0..30), year in -262_000_i32..262_000) {
        let text: String = words.iter().flat_map(|w| [HEAP[*w], " "]).collect();
        let date = NaiveDate::from_ymd_opt(year, 12, 31);
        for code in LANGUAGES {
            check(&text, code, date);
        }
    }
}

fn check(text: &str, code: &str, date: Option<NaiveDate>) {
    let found = timex::find(text, &[Span::new(0, text.len())], pack(code), date);
    let mut end = 0;
    for t in &found {
        assert!(t.span.start >= end && !t.span.is_empty());
        assert!(!t.span.of(text).is_empty());
        end = t.span.end;
    }
}
