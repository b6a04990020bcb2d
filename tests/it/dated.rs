//! Days of acts that a sentence beside theirs tells, and days that are another act's.

use crate::article::read;
use newsgraph::pipeline::Engine;

/// Language, text, type of the act, its date.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
);

const PRINTED: Option<&str> = Some("2025-03-04");

const CASES: &[Case] = &[
    // Made known on a day.
    (
        "de",
        "Donald Trump hat die Gespräche mit Kanada abgebrochen. Das teilte er am Donnerstagabend mit.",
        "REJECT",
        Some("2025-02-27"),
    ),
    (
        "de",
        "Mali hat den französischen Botschafter ausgewiesen. Das gab die Regierung am Freitag bekannt.",
        "SANCTION",
        Some("2025-02-28"),
    ),
    (
        "sv",
        "Österrike har brutit samtalen med Ungern. Det meddelade förbundskanslern på fredagen.",
        "REJECT",
        Some("2025-02-28"),
    ),
    (
        "sv",
        "Regeringen i Mali har utvisat Frankrikes ambassadör. Beslutet tillkännagavs i torsdags.",
        "SANCTION",
        Some("2025-02-27"),
    ),
    (
        "en",
        "Austria has cut ties with Hungary. The step was announced late on Thursday.",
        "SANCTION",
        Some("2025-02-27"),
    ),
    // Something else was made known.
    (
        "de",
        "Mali hat den französischen Botschafter ausgewiesen. Die Regierung kündigte am Freitag Wahlen an.",
        "SANCTION",
        PRINTED,
    ),
    (
        "en",
        "Mali has expelled the French ambassador. The government announced on Friday that the border is open.",
        "SANCTION",
        PRINTED,
    ),
    // A day of its own stays.
    (
        "en",
        "Austria cut ties with Hungary on Monday. The step was announced on Tuesday.",
        "SANCTION",
        Some("2025-03-03"),
    ),
    // Later is not the day of the paper.
    (
        "sv",
        "William Ruto tackade Yoweri Museveni. Museveni skällde senare på Ruto.",
        "ACCUSE",
        None,
    ),
    (
        "de",
        "William Ruto dankte Yoweri Museveni. Später beschimpfte Museveni Ruto.",
        "ACCUSE",
        None,
    ),
    (
        "en",
        "William Ruto thanked Yoweri Museveni. Museveni later criticised Ruto.",
        "ACCUSE",
        None,
    ),
    // A stretch that another clause tells.
    (
        "sv",
        "Norge har kritiserat Iran, och ambassaden är stängd sedan 2019.",
        "ACCUSE",
        PRINTED,
    ),
    (
        "en",
        "Chad has criticised Sudan, and the bridge is shut since 2019.",
        "ACCUSE",
        PRINTED,
    ),
    (
        "en",
        "Chad has criticised Sudan since 2019.",
        "ACCUSE",
        Some("2019/.."),
    ),
    // The clause about somebody with an age.
    (
        "en",
        "Jan Novak, 61, whose contract ended in January, accused Peru of theft.",
        "ACCUSE",
        PRINTED,
    ),
    (
        "sv",
        "Jan Novak, 61, vars kontrakt löpte ut i januari, anklagade Peru för stöld.",
        "ACCUSE",
        PRINTED,
    ),
    // A month before a noun, where nouns have capitals.
    (
        "de",
        "Indien erhebt seit Mai Strafzölle auf kanadischen Raps.",
        "SANCTION",
        Some("2024-05"),
    ),
];

#[test]
fn acts_have_the_days_that_the_sentences_beside_them_tell() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let mut wrong = Vec::new();
    for (lang, text, kind, date) in CASES {
        let record = read(&engine, lang, text, PRINTED);
        let event = record.events.iter().find(|e| e.event_type == *kind);
        let told = event.map(|e| e.date.as_deref());
        if told != Some(*date) {
            wrong.push(format!("{text}\n   {told:?}, expected {date:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
