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
        let names: Vec<&str> = view.actors.iter().map(|e| graph.name(*e)).collect();
        assert_eq!(row["actor"], names.join("; "));
        assert_eq!(row["direction"] == "mutual", view.symmetric);
        assert_eq!(
            row["date"],
            view.date.map_or_else(String::new, |d| d.to_edtf())
        );
        assert_eq!(row["date_basis"], view.date_basis.word());
        assert!(
            ["happened", "planned", "denied", "hypothetical"].contains(&row["status"].as_str())
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
    for key in ["status", "date_basis", "type", "meaning"] {
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
