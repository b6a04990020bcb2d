//! One short article, read as a user's record would be.

use newsgraph::base::article::{Document, DocumentKind, Given};
use newsgraph::base::record::ArticleRecord;
use newsgraph::pipeline::Engine;
use newsgraph::pipeline::source::Input;

/// Reads a text as one article. `lang`: two-letter code; `published`: EDTF.
pub fn read(engine: &Engine, lang: &str, text: &str, published: Option<&str>) -> ArticleRecord {
    let given = Given {
        lang: Some(lang.to_owned()),
        published: published.map(str::to_owned),
        ..Given::default()
    };
    let document = Document {
        file: "example".to_owned(),
        kind: DocumentKind::Record,
        text: text.to_owned(),
        given,
    };
    let input = Input {
        document,
        start_char: 0,
        start_byte: 0,
    };
    let mut records = engine.document(&input).records;
    assert_eq!(records.len(), 1, "{text}");
    records.remove(0)
}

/// Language and text of briefs.
const BRIEFS: &[(&str, &str)] = &[
    (
        "de",
        "Überblick am Morgen\n\nPeru lobt Chile\n\nLima – Peru hat am Montag Chile gelobt, das seine Grenze geöffnet hatte.\n\nTogo droht Benin\n\nLomé – Togo hat Benin gedroht.\n\nQuito – die Hauptstadt Ecuadors – blieb ruhig.",
    ),
    (
        "en",
        "Morning briefs\n\nPeru praises Chile\n\nLIMA — Peru praised Chile on Monday, which had opened its border.\n\nTogo threatens Benin\n\nLOMÉ: Togo threatened Benin.\n\nReporter: Togo threatened Benin.",
    ),
    (
        "sv",
        "Nyheter i korthet\n\nPeru hyllar Chile\n\nLIMA. Peru har hyllat Chile, som i måndags öppnade sin gräns för alla.\n\nTogo hotar Benin\n\nLomé – Togo har hotat Benin.\n\nLomé har hotat Benin.",
    ),
];

#[test]
fn every_brief_has_its_dateline() {
    let engine = Engine::open(None).expect("the embedded data opens");
    for (lang, text) in BRIEFS {
        let record = read(&engine, lang, text, Some("2025-03-05"));
        let towns = ["lima", "lome"];
        let acts = |e: &&newsgraph::base::record::EventRecord| {
            e.actors.iter().any(|a| towns.contains(&a.as_str()))
        };
        assert_eq!(record.events.iter().find(acts), None, "{text}");
    }
}

#[test]
fn a_first_sentence_without_a_title_has_its_dateline_too() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let first = "Lima – Peru har kallat upp Chiles ambassadör.";
    let text = format!("{first}\n\nTogo har sedan länge hotat Benin med att stänga gränsen.");
    let record = read(&engine, "sv", &text, Some("2025-03-05"));
    let summons = record.events.iter().find(|e| e.event_type == "ACCUSE");
    let actors = summons.map(|e| e.actors.clone());
    assert_eq!(actors, Some(vec!["peru".to_owned()]), "{text}");
}
