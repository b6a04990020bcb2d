//! Judgements on who is who: shown before they are kept, kept in a file, replayed at every build, refused where they contradict one another.

use crate::terminal::Screen;
use std::path::{Path, PathBuf};
use std::process::Command;

const BIN: &str = env!("CARGO_BIN_EXE_newsgraph");

/// Two short items in which a person has two spellings and somebody else nearly the same name.
const ITEMS: [(&str, &str); 2] = [
    (
        "one.txt",
        "Möte i Bergen\n\nSTOCKHOLM 2024-03-05. Statsminister Karin Lindqvist träffade Norges utrikesminister Jonas Haugen i Bergen på tisdagen.\n",
    ),
    (
        "two.txt",
        "Samtal i Bergen\n\nBERGEN 2024-03-06. Karin Lindkvist talade på onsdagen i telefon med Jonas Haugen. Karina Lindqvist träffade Jonas Haugen på onsdagen.\n",
    ),
];

/// A folder of its own with the items in it.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("judging-{test}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("items")).unwrap_or_else(|e| panic!("{e}"));
    for (name, text) in ITEMS {
        std::fs::write(folder.join("items").join(name), text).unwrap_or_else(|e| panic!("{e}"));
    }
    folder
}

/// Runs the program in a folder: exit code, standard output, standard error.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let done = Command::new(BIN)
        .args(arguments)
        .current_dir(folder)
        .stdin(std::process::Stdio::null())
        .env("NO_COLOR", "1")
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.code(), text(&done.stdout), text(&done.stderr))
}

fn ask(folder: &Path, statement: &str) -> (Option<i32>, String, String) {
    run(folder, &["query", "g.ng", "--no-config", "-c", statement])
}

fn persons(folder: &Path) -> Vec<String> {
    let (_, out, _) = ask(folder, "find /^Karin/ as csv");
    let names = out.lines().skip(1).filter_map(|l| l.split(',').next());
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    names.sort();
    names
}

fn built(test: &str) -> PathBuf {
    let folder = folder(test);
    let (code, _, error) = run(&folder, &["build", "items", "-o", "g.ng"]);
    assert_eq!(code, Some(0), "{error}");
    assert!(error.contains("1 pair of names in doubt"), "{error}");
    folder
}

#[test]
fn the_queue_of_doubts_persists_and_a_judged_pair_leaves_it() {
    let folder = built("queue");
    assert!(folder.join("g.candidates.ron").exists());
    let (_, out, _) = ask(&folder, "candidates");
    assert!(
        out.contains("Karina Lindqvist") && out.contains("0.7"),
        "{out}"
    );
    let (code, out, error) = ask(&folder, "candidates; notsame #1; yes; candidates");
    assert_eq!(code, Some(0), "{error}");
    assert!(out.contains("no pairs are in doubt"), "{out}");
    let (_, out, _) = ask(&folder, "candidates");
    assert!(out.contains("no pairs are in doubt"), "{out}");
}

#[test]
fn nothing_is_kept_before_yes() {
    let folder = built("preview");
    let (_, out, _) = ask(
        &folder,
        "same Karin Lindkvist and Karina Lindqvist; stats; quit",
    );
    assert!(
        out.contains("the name Karin Lindkvist stays, Karina Lindqvist becomes a spelling"),
        "{out}"
    );
    assert!(out.contains("3 events, 3 spellings"), "{out}");
    assert!(!folder.join("decisions.ron").exists());
    assert_eq!(persons(&folder), ["Karin Lindkvist", "Karina Lindqvist"]);
    let (code, _, error) = ask(
        &folder,
        "same Karin Lindkvist and Karina Lindqvist; stats; yes",
    );
    assert_eq!(code, Some(1));
    assert!(error.contains("nothing to say yes to"), "{error}");
    let (code, out, _) = ask(&folder, "same Karin Lindkvist and Karina Lindqvist; no");
    assert_eq!(code, Some(0));
    assert!(out.contains("dropped; nothing was written"), "{out}");
    assert!(!folder.join("decisions.ron").exists());
    let (code, _, error) = ask(&folder, "no");
    assert_eq!(code, Some(1));
    assert!(error.contains("nothing to say no to"), "{error}");
    let (_, out, _) = ask(&folder, "merge Karin Lindkvist and Karina Lindqvist; quit");
    assert!(out.contains("becomes a spelling"), "{out}");
}

#[test]
fn a_judgement_survives_rebuilding_and_undo_takes_it_back() {
    let folder = built("survives");
    let (code, out, error) = ask(&folder, "same Karin Lindkvist and Karina Lindqvist; yes");
    assert_eq!(code, Some(0), "{error}");
    assert!(out.contains("/decisions.ron and g.ng"), "{out}");
    assert_eq!(persons(&folder), ["Karin Lindkvist"]);
    let (_, out, _) = ask(&folder, "why Karin Lindkvist");
    assert!(out.contains("judged the same"), "{out}");
    std::fs::remove_file(folder.join("g.ng")).unwrap_or_else(|e| panic!("{e}"));
    let (code, _, error) = run(&folder, &["build", "items", "-o", "g.ng"]);
    assert_eq!(code, Some(0), "{error}");
    assert!(
        error.contains("decisions.ron: 1 judgement replayed"),
        "{error}"
    );
    assert_eq!(persons(&folder), ["Karin Lindkvist"]);
    let (_, out, _) = run(
        &folder,
        &[
            "query",
            "items",
            "--decisions",
            "decisions.ron",
            "-c",
            "find /^Karin/ as csv",
        ],
    );
    assert_eq!(
        out.lines().count(),
        2,
        "articles in memory are judged, too: {out}"
    );
    let (code, _, error) = ask(&folder, "undo");
    assert_eq!(code, Some(0), "{error}");
    assert_eq!(persons(&folder), ["Karin Lindkvist", "Karina Lindqvist"]);
    let (code, _, error) = ask(&folder, "undo");
    assert_eq!(code, Some(1));
    assert!(error.contains("no judgement to take back"), "{error}");
}

#[test]
fn contradictions_are_refused_with_their_chain() {
    let folder = built("chain");
    ask(&folder, "same Karin Lindkvist and Karina Lindqvist; yes");
    let (code, _, error) = ask(&folder, "notsame Karin Lindqvist and Karina Lindqvist");
    assert_eq!(code, Some(1));
    assert!(
        error.contains("Karin Lindqvist = Karin Lindkvist = Karina Lindqvist"),
        "{error}"
    );
    ask(&folder, "undo");
    ask(&folder, "notsame Karin Lindqvist and Karina Lindqvist; yes");
    let (code, _, error) = ask(&folder, "same Karina Lindqvist and Karin Lindkvist");
    assert_eq!(code, Some(1));
    assert!(error.contains("≠") && error.contains("undo"), "{error}");
}

#[test]
fn safe_sessions_and_imported_graphs_keep_no_judgement() {
    let folder = built("safe");
    let statement = "same Karin Lindkvist and Karina Lindqvist; yes";
    let (code, _, error) = run(&folder, &["query", "g.ng", "--safe", "-c", statement]);
    assert_eq!(code, Some(1), "{error}");
    assert!(!folder.join("decisions.ron").exists());
    let table = "date\tsource\trelation\ttarget\tcameo\n2018-01-01\tAnna Berg\tConsult\tOla Dahl\t040\n2018-01-02\tAnn Berg\tConsult\tOla Dahl\t040\n";
    std::fs::write(folder.join("t.tsv"), table).unwrap_or_else(|e| panic!("{e}"));
    run(&folder, &["import", "t.tsv", "-o", "i.ng"]);
    let arguments = ["query", "i.ng", "-c", "same Anna Berg and Ann Berg"];
    let (code, _, error) = run(&folder, &arguments);
    assert_eq!(code, Some(1));
    assert!(error.contains("holds no articles"), "{error}");
}

#[test]
fn a_graph_that_changed_meanwhile_is_not_overwritten() {
    let folder = built("changed");
    let graph = folder.join("g.ng");
    let mut screen = Screen::over(&graph, "changed", &[]);
    screen.wait("(`candidates`)");
    screen.run("candidates");
    screen.run("same #1");
    screen.wait("`yes` keeps this judgement");
    std::thread::sleep(std::time::Duration::from_millis(20));
    let bytes = std::fs::read(&graph).unwrap_or_else(|e| panic!("{e}"));
    std::fs::write(&graph, &bytes).unwrap_or_else(|e| panic!("{e}"));
    screen.run("yes");
    screen.wait("has changed since it was opened");
    assert!(!folder.join("decisions.ron").exists());
}

#[test]
fn judging_in_a_terminal_shows_before_and_after() {
    let folder = built("terminal");
    let mut screen = Screen::over(&folder.join("g.ng"), "judging", &[]);
    screen.run("candidates");
    screen.run("same #1");
    for part in ["now", "then", "3 events, 3 spellings", "`yes` keeps"] {
        assert!(screen.text().contains(part), "{part}:\n{}", screen.text());
    }
    screen.run("yes");
    screen.wait("are one; written to");
    screen.run("undo");
    screen.wait("taken back that");
}
