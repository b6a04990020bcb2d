//! Tables for other programs: each is read back with a reader of its format, and every column holds what its title says.

use crate::fixture;
use newsgraph::graph::Graph;
use newsgraph::lexicon::Lexicon;
use newsgraph::shell::session::Session;
use std::collections::BTreeMap;

fn session() -> Session {
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    Session::new(fixture::graph(), &lexicon, chrono::NaiveDate::default())
}

type Record = BTreeMap<String, String>;

fn read(text: &str, delimiter: u8) -> Vec<Record> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let rows = reader.deserialize();
    rows.map(|r| r.unwrap_or_else(|e| panic!("{e}: {text}")))
        .collect()
}

fn asked(question: &str) -> String {
    let reply = session().execute(question);
    reply.unwrap_or_else(|e| panic!("{question}: {e}")).text
}

#[test]
fn an_event_is_a_row_and_each_fact_a_column() {
    let graph: Graph = fixture::graph();
    let rows = read(&asked("events as csv"), b',');
    assert_eq!(rows.len(), graph.n_events());
    assert_eq!(rows, read(&asked("events as tsv"), b'\t'));
    for row in &rows {
        let event = graph
            .event_by_key(&row["id"])
            .unwrap_or_else(|| panic!("{row:?}"));
        let view = graph.event(event);
        let parties = view.actors.iter().chain(&view.recipients);
        let names: Vec<&str> = parties.map(|e| graph.name(*e)).collect();
        let written = [row["actor"].as_str(), row["recipient"].as_str()];
        let written = written.into_iter().filter(|w| !w.is_empty());
        assert_eq!(written.collect::<Vec<_>>().join("; "), names.join("; "));
        let two = view.symmetric && names.len() > 1;
        assert!(!two || !row["recipient"].is_empty(), "{row:?}");
        assert_eq!(row["type"], view.kind.event_type);
        assert_eq!(row["mode"], view.kind.mode.unwrap_or(""));
        assert_eq!(row["direction"] == "mutual", view.symmetric);
        assert_eq!(
            row["date"],
            view.date.map_or_else(String::new, |d| d.to_edtf())
        );
        assert_eq!(row["date_basis"], view.date_basis.word());
        assert!(
            ["happened", "planned", "negated", "hypothetical"].contains(&row["status"].as_str())
        );
        let quote = graph
            .reports(event)
            .first()
            .map_or("", |r| r.quote.as_str())
            .to_owned();
        assert_eq!(row["quote"], quote);
        assert!(quote.is_empty() || !row["file"].is_empty() && !row["lang"].is_empty());
    }
    assert!(rows.iter().any(|r| r["status"] == "planned"));
}

#[test]
fn the_formats_for_programs_have_one_vocabulary() {
    let (csv, _) = written("csv");
    let (json, _) = written("json");
    let events: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap_or_default();
    let rows = read(&csv, b',');
    assert_eq!(rows.len(), events.len());
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(s) => s.clone(),
        serde_json::Value::Array(list) => {
            let names = list.iter().map(|n| n.as_str().unwrap_or(""));
            names.collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    };
    for (row, event) in rows.iter().zip(&events) {
        for (column, field) in [
            ("id", "id"),
            ("type", "type"),
            ("mode", "mode"),
            ("date", "date"),
            ("status", "status"),
            ("historical", "historical"),
            ("actor", "actors"),
            ("recipient", "recipients"),
            ("place", "location"),
            ("said_by", "reporters"),
            ("reports", "n_reports"),
            ("actor_ids", "actor_ids"),
            ("recipient_ids", "recipient_ids"),
        ] {
            assert_eq!(row[column], text(&event[field]), "{column}: {event}");
        }
        let mutual = row["direction"] == "mutual";
        assert_eq!(mutual, event["symmetric"] == true);
        assert!(!mutual || row["actor"].is_empty() || !row["recipient"].is_empty());
    }
    assert!(rows.iter().any(|r| r["status"] == "negated"));
}

#[test]
fn everything_about_somebody_is_one_object() {
    let text = asked("show Putin as json");
    let objects: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap_or_default();
    let [card] = objects.as_slice() else {
        panic!("{text}");
    };
    assert_eq!(card["name"], "Vladimir Putin");
    assert!(card["events"].as_u64().is_some_and(|n| n > 0), "{card}");
    assert!(card["date_from"].is_string(), "{card}");
    assert!(text.find("\"name\"") < text.find("\"kind\""), "{text}");
    let line = asked("show Putin as jsonl");
    assert_eq!(line.lines().count(), 1, "{line}");
    let table = asked("top 2 actors as json");
    assert!(table.find("\"name\"") < table.find("\"kind\""), "{table}");
    assert_eq!(table.matches("\"name\"").count(), 2, "{table}");
}

#[test]
fn steps_of_paths_and_passages_carry_their_events() {
    let steps = read(&asked("paths Blinken to Putin limit 2 as csv"), b',');
    assert!(
        steps
            .iter()
            .all(|s| !s["from"].is_empty() && !s["id"].is_empty() && s["status"] == "happened")
    );
    let passages = read(&asked("evidence for Putin and Aliyev as csv"), b',');
    assert!(
        passages
            .iter()
            .all(|p| !p["quote"].is_empty() && !p["status"].is_empty() && !p["id"].is_empty())
    );
    let partners = read(&asked("neighbors Aliyev as csv"), b',');
    assert!(
        partners
            .iter()
            .all(|p| !p["id"].is_empty() && p.contains_key("not counted"))
    );
}

#[test]
fn graphs_for_other_programs_carry_status_and_what_a_date_rests_on() {
    let text = asked("events as graphml");
    assert!(text.contains("<data key=\"status\">planned</data>"));
    let edges = text.matches("<edge ").count();
    for key in ["status", "historical", "date_basis", "type", "meaning"] {
        let told = text.matches(&format!("<data key=\"{key}\">")).count();
        assert_eq!(told, edges, "{key}");
    }
    let picture = asked("events as dot");
    assert!(picture.contains(",dashed") && picture.contains("dashed: planned"));
}

#[test]
fn a_file_holds_every_row_though_the_screen_shows_some() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("sheets");
    std::fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{e}"));
    let file = folder.join("all.csv");
    let mut session = session();
    session.settings.maxrows = 3;
    for statement in [
        "events",
        &format!("export csv of last to {}", file.display()),
    ] {
        session
            .execute(statement)
            .unwrap_or_else(|e| panic!("{statement}: {e}"));
    }
    let whole = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(read(&whole, b',').len(), fixture::graph().n_events());
    session
        .execute("events limit 2")
        .unwrap_or_else(|e| panic!("{e}"));
    let again = format!("export csv of last to {}", file.display());
    session.execute(&again).unwrap_or_else(|e| panic!("{e}"));
    let two = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(
        read(&two, b',').len(),
        2,
        "a limit that was asked for holds"
    );
    session.settings.maxrows = 1000;
    let found = session
        .execute("find /./ limit 300")
        .unwrap_or_else(|e| panic!("{e}"));
    assert!(!found.text.is_empty());
}

/// The sample corpus written in a format.
fn written(format: &str) -> (String, Vec<String>) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("written");
    std::fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{e}"));
    let file = folder.join(format!("all.{format}"));
    let mut session = crate::transcripts::corpus();
    let statement = format!("export {format} to {}", file.display());
    let reply = session.execute(&statement);
    let reply = reply.unwrap_or_else(|e| panic!("{e}"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{e}"));
    (text, reply.remarks)
}

#[test]
fn no_event_of_two_parties_is_lost_in_a_network_and_the_others_are_counted() {
    let session = crate::transcripts::corpus();
    let graph = &session.graph;
    let (text, remarks) = written("graphml");
    let (mut pairs, mut alone) = (0, 0);
    for event in graph.all_events() {
        let view = graph.event(event);
        let parties = view.actors.len().min(1) + view.recipients.len().min(1);
        let two = parties == 2 || view.actors.len() > 1;
        let key = format!("<data key=\"event\">{}</data>", graph.key_of(event));
        assert_eq!(
            text.contains(&key),
            two,
            "{}: {view:?}",
            graph.key_of(event)
        );
        (pairs, alone) = (pairs + usize::from(two), alone + usize::from(!two));
    }
    assert!(pairs > 0 && alone > 0);
    let all = pairs + alone;
    let said = format!("{pairs} of {all} events have two parties and an edge; {alone} left out");
    assert!(remarks.contains(&said), "{remarks:?}");
    let (picture, remarks) = written("dot");
    let picture = picture.replace("<br/>", " ");
    assert!(picture.contains("ceasefire") && picture.contains(&said));
    let told = remarks.iter().any(|r| r.ends_with(&said));
    assert!(told, "{remarks:?}");
}

#[test]
fn every_format_with_a_status_marks_what_is_historical() {
    let (csv, _) = written("csv");
    let rows = read(&csv, b',');
    let (old, late) = (
        rows.iter().filter(|r| r["historical"] == "true").count(),
        rows.iter().filter(|r| r["historical"] == "false").count(),
    );
    assert!(old > 0 && old + late == rows.len());
    let (json, _) = written("json");
    let events: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap_or_default();
    let marked = events.iter().filter(|e| e["historical"] == true).count();
    assert_eq!(marked, old);
    for format in ["markdown", "html", "ron"] {
        let (text, _) = written(format);
        assert!(text.contains("historical"), "{format}");
    }
}

#[test]
fn seasons_are_words_on_the_screen_and_codes_for_programs() {
    use newsgraph::query::facts::date_in_words;
    for (code, words) in [
        ("2025-21", "spring 2025"),
        ("2025-23", "autumn 2025"),
        ("2007-24?", "winter 2007/08?"),
        ("198X", "1980s"),
        ("19XX", "20th century"),
        ("XXXX-02-22", "22 February"),
        ("2025-11", "2025-11"),
        ("2025-12-24", "2025-12-24"),
    ] {
        assert_eq!(date_in_words(code), words);
    }
}
