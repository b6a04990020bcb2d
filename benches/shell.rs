//! How long a person waits in the shell: for the prompt, for Tab, for the prompt after Ctrl-C. `cargo bench --bench shell [GRAPH.ng]`.
//!
//! Without a graph one of 500,000 events between 100,000 names is made by arithmetic. Figures are medians; those of the program are taken through a
//! pseudo-terminal, from the key to the last byte of its effect.

#![allow(clippy::print_stdout, reason = "figures are the result")]

use expectrl::Expect;
use expectrl::session::OsSession;
use newsgraph::graph::{Graph, file};
use newsgraph::lexicon::Lexicon;
use newsgraph::shell::complete::complete;
use newsgraph::shell::session::Session;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const BIN: &str = env!("CARGO_BIN_EXE_newsgraph");
const EVENTS: usize = 500_000;
const NAMES: usize = 100_000;
const ROUNDS: usize = 15;

/// A name of three syllables a number, so that words differ as names do.
fn name(mut n: usize) -> String {
    const SYLLABLES: [&str; 24] = [
        "ka", "lin", "mo", "ber", "ta", "sven", "or", "di", "vel", "nu", "ras", "ek", "pol", "ham",
        "wi", "zor", "ga", "fen", "ul", "jan", "ko", "rit", "es", "bo",
    ];
    let mut words = Vec::new();
    for _ in 0..2 {
        let mut word = String::new();
        for _ in 0..3 {
            word.push_str(SYLLABLES[n % SYLLABLES.len()]);
            n = n / 7 + 13 * n % 9973;
        }
        let mut letters = word.chars();
        words.extend(
            letters
                .next()
                .map(|c| c.to_uppercase().collect::<String>() + letters.as_str()),
        );
    }
    words.join(" ")
}

/// Writes the events as a table and has the program import it.
fn made(graph: &Path) {
    let mut text = String::from("date\tsource\trelation\ttarget\tcameo\n");
    for i in 0..EVENTS {
        let (a, b) = (i * 7919 % NAMES, (i * 104_729 + i / NAMES) % NAMES);
        text.push_str(&format!(
            "20{:02}-{:02}-{:02}\t{} {a}\tConsult\t{} {b}\t040\n",
            10 + i % 14,
            1 + i % 12,
            1 + i % 28,
            name(a),
            name(b)
        ));
    }
    let table = graph.with_extension("tsv");
    std::fs::write(&table, text).unwrap_or_else(|e| panic!("{e}"));
    let done = Command::new(BIN)
        .arg("import")
        .arg(&table)
        .arg("-o")
        .arg(graph)
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    assert!(done.status.success(), "{done:?}");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn report(what: &str, times: Vec<Duration>) {
    let worst = times.iter().max().copied().unwrap_or_default();
    println!(
        "{what:52} {:8.2} ms   worst {:8.2} ms",
        median(times).as_secs_f64() * 1e3,
        worst.as_secs_f64() * 1e3
    );
}

/// A shell behind a pseudo-terminal.
struct Shell {
    session: OsSession,
    seen: Vec<u8>,
}

impl Shell {
    fn start(graph: &Path) -> Self {
        let mut command = Command::new(BIN);
        command
            .arg("shell")
            .arg(graph)
            .arg("--no-config")
            .env("TERM", "xterm-256color")
            .env(
                "XDG_STATE_HOME",
                std::env::temp_dir().join("newsgraph-bench"),
            );
        Self {
            session: OsSession::spawn(command).unwrap_or_else(|e| panic!("{e}")),
            seen: Vec::new(),
        }
    }

    /// Waits until the program has written a text after the last wait.
    fn wait(&mut self, needle: &str) {
        let mut buffer = vec![0; 65536];
        let started = Instant::now();
        loop {
            let found = self
                .seen
                .windows(needle.len())
                .position(|w| w == needle.as_bytes());
            if let Some(at) = found {
                self.seen.drain(..at + needle.len());
                return;
            }
            assert!(started.elapsed() < Duration::from_mins(1), "no {needle:?}");
            match self.session.try_read(&mut buffer) {
                Ok(0) => panic!("the shell has left"),
                Ok(n) => self.seen.extend_from_slice(&buffer[..n]),
                Err(_) => std::thread::sleep(Duration::from_micros(200)),
            }
        }
    }

    fn keys(&mut self, keys: &str) {
        self.session.send(keys).unwrap_or_else(|e| panic!("{e}"));
    }
}

fn terminal(graph: &Path) {
    let mut prompts = Vec::new();
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let mut shell = Shell::start(graph);
        shell.wait("ng> ");
        prompts.push(started.elapsed());
    }
    report("start to prompt", prompts);
    let mut shell = Shell::start(graph);
    shell.wait("ng> ");
    let (mut backs, long) = (Vec::new(), "top 5 actors by betweenness");
    for _ in 0..ROUNDS {
        shell.keys(&format!("{long}\r"));
        std::thread::sleep(Duration::from_millis(150));
        shell.seen.clear();
        let started = Instant::now();
        shell.keys("\x03");
        shell.wait("interrupted");
        shell.wait("ng> ");
        backs.push(started.elapsed());
        std::thread::sleep(Duration::from_millis(100));
    }
    report("Ctrl-C in a running question to prompt", backs);
}

fn completion(graph: Graph) {
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    let today = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
    let busiest = graph
        .top(
            newsgraph::graph::Measure::Events,
            1,
            &newsgraph::graph::Filter::default(),
            |_| true,
        )
        .first()
        .map_or_else(String::new, |t| graph.name(t.0).to_owned());
    let session = Session::new(graph, &lexicon, today);
    let partner = format!("timeline \"{busiest}\" and ");
    for (what, before) in [
        ("Tab on an empty line", ""),
        ("Tab after one letter of a name", "show k"),
        ("Tab after two letters", "show ka"),
        ("Tab after a word", "show Kalin"),
        ("Tab for a name without a letter", "show "),
        ("Tab for a misspelt name", "show Xqkalni"),
        ("Tab for a misspelt name like many", "show Klainmo"),
        ("Tab for a partner of the busiest actor", partner.as_str()),
        ("Tab for a type", "events "),
    ] {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let started = Instant::now();
            std::hint::black_box(complete(before, &session));
            times.push(started.elapsed());
        }
        report(what, times);
    }
    let line = format!("timeline \"{busiest}\" and Kalin since 2015");
    let style = newsgraph::shell::render::style::Style { color: true };
    let (mut hints, mut paints) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let started = Instant::now();
        std::hint::black_box(newsgraph::shell::hint::hint(
            &format!("{line} "),
            None,
            &session,
        ));
        hints.push(started.elapsed());
        let started = Instant::now();
        std::hint::black_box(newsgraph::shell::highlight::highlight(
            &line,
            line.len(),
            &session,
            style,
        ));
        paints.push(started.elapsed());
    }
    report("hint", hints);
    report("highlighting a key", paints);
}

fn main() {
    let given = std::env::args()
        .skip(1)
        .find(|a| Path::new(a).extension().is_some());
    let path = given.map_or_else(
        || {
            let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-shell.ng");
            if !path.exists() {
                made(&path);
            }
            path
        },
        PathBuf::from,
    );
    let graph = file::open(&path).unwrap_or_else(|e| panic!("{e}"));
    println!("{} events, {} names", graph.n_events(), graph.n_entities());
    terminal(&path);
    completion(graph);
}
