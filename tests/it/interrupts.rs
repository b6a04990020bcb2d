//! Ctrl-C, the time limit and exit codes over a graph that is large enough for work to last.

use crate::terminal::Screen;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

const BIN: &str = env!("CARGO_BIN_EXE_newsgraph");
/// A statement that takes long over [`large`]: every actor is the start of a search.
const LONG: &str = "top 5 actors by betweenness";

/// Imports 60,000 events between 12,000 actors, made by arithmetic.
fn large() -> &'static PathBuf {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
        let (table, graph) = (folder.join("large.tsv"), folder.join("large.ng"));
        let mut text = String::from("date\tsource\trelation\ttarget\tcameo\n");
        for i in 0u64..60_000 {
            let (a, b) = (i * 7919 % 12_000, (i * 104_729 + i / 12_000) % 12_000);
            text.push_str(&format!(
                "20{:02}-{:02}-{:02}\tActor {a}\tConsult\tActor {b}\t040\n",
                10 + i % 10,
                1 + i % 12,
                1 + i % 28
            ));
        }
        std::fs::write(&table, text).unwrap_or_else(|e| panic!("{e}"));
        let done = Command::new(BIN)
            .arg("import")
            .arg(&table)
            .arg("-o")
            .arg(&graph)
            .output()
            .unwrap_or_else(|e| panic!("{e}"));
        assert!(done.status.success(), "{done:?}");
        graph
    })
}

#[test]
fn ctrl_c_ends_a_running_question_and_the_prompt_is_back() {
    let mut screen = Screen::over(large(), "running", &[]);
    screen.keys(LONG);
    screen.wait(LONG);
    screen.keys("\r");
    std::thread::sleep(Duration::from_millis(60));
    let pressed = Instant::now();
    screen.keys("\x03");
    screen.wait("interrupted before a row was found");
    screen.prompt();
    let back = pressed.elapsed();
    // The session is back after 100 ms; the rest is for a busy machine.
    assert!(back < Duration::from_secs(1), "{back:?}");
    screen.run("top 1 pairs");
    screen.wait("Actor");
}

#[test]
fn ctrl_c_keeps_the_rows_that_were_found() {
    let mut screen = Screen::over(large(), "partial", &[]);
    screen.run("set pager off");
    screen.keys("paths \"Actor 1\" to \"Actor 2\" within 9 hops limit 200000 as csv | wc -l\r");
    std::thread::sleep(Duration::from_millis(300));
    screen.keys("\x03");
    screen.wait("these are the rows found so far");
    screen.prompt();
}

#[test]
fn the_time_limit_stops_a_statement() {
    let started = Instant::now();
    let done = Command::new(BIN)
        .arg("query")
        .arg(large())
        .args(["--no-config", "-c", "set timeout 20ms", "-c", LONG])
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    let error = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{error}");
    assert!(error.contains("stopped after 20ms"), "{error}");
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
#[cfg(unix)]
fn an_interrupted_script_exits_with_130() {
    let mut child = Command::new(BIN)
        .arg("query")
        .arg(large())
        .args(["--no-config", "-c", LONG, "-c", LONG, "-c", "stats"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("{e}"));
    std::thread::sleep(Duration::from_millis(150));
    let pid = child.id().to_string();
    let _ = Command::new("kill").args(["-INT", &pid]).status();
    let status = child.wait().unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(status.code(), Some(130));
}

#[test]
fn a_running_pager_keeps_ctrl_c_for_itself() {
    // The pager's words are split at spaces, so that the script goes through a file.
    let script = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pager.sh");
    let text = "trap '' INT\nsleep 1\necho PAGED\n";
    std::fs::write(&script, text).unwrap_or_else(|e| panic!("{e}"));
    let pager = format!("sh {}", script.display());
    let mut screen = Screen::over(large(), "spared", &[("NEWSGRAPH_PAGER", &pager)]);
    screen.keys("events limit 200\r");
    std::thread::sleep(Duration::from_millis(400));
    screen.keys("\x03");
    std::thread::sleep(Duration::from_millis(100));
    screen.keys("\x03");
    screen.wait("PAGED");
    screen.prompt();
    screen.run("top 1 pairs");
}
