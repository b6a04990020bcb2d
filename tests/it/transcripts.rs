//! The documentation does what it shows: every fenced block of README.md and docs/ whose info string starts with `session` is run over the sample
//! corpus, and what the program prints is compared with what stands there. `UPDATE_DOCS=1` renews the blocks.
//!
//! A line `ng> STATEMENT` is a statement of the shell; the lines up to the next one are its answer. The number behind `session` is the width of the
//! screen. Statements of one file share a session, in order.

use newsgraph::graph::Graph;
use newsgraph::lexicon::Lexicon;
use newsgraph::pipeline::Engine;
use newsgraph::resolve::judgement::Judgements;
use newsgraph::shell::session::Session;
use newsgraph::shell::{Printer, run_text};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

const PROMPT: &str = "ng> ";

struct Kept(String);

impl Printer for Kept {
    fn answer(&mut self, text: &str, _: bool) -> bool {
        self.0.push_str(text);
        true
    }

    fn remark(&mut self, text: &str) {
        self.0.push_str(text);
    }
}

/// Reads the sample corpus by the names that the documentation uses.
pub(crate) fn corpus() -> Session {
    let lexicon = Lexicon::open(None).unwrap_or_else(|e| panic!("{e}"));
    let engine = Engine::new(lexicon);
    let extraction = engine.run(&["data/articles".to_owned()], &mut |_, _| ());
    let graph = Graph::from_world(engine.world(extraction.records, &Judgements::default()));
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
    Session::new(graph, &engine.lexicon, today)
}

/// Runs the sessions of a page; returns the page as it should be and the number of statements.
fn renewed(page: &str, session: Session) -> (String, usize) {
    let session = Rc::new(RefCell::new(session));
    let (mut out, mut inside, mut n) = (String::new(), false, 0);
    for line in page.lines() {
        if let Some(info) = line.strip_prefix("```session") {
            inside = true;
            session.borrow_mut().settings.width = info.trim().parse().unwrap_or(0);
        } else if line.starts_with("```") {
            inside = false;
        }
        let statement = line.strip_prefix(PROMPT).filter(|_| inside);
        if let Some(statement) = statement {
            n += 1;
            let mut kept = Kept(String::new());
            run_text(&session, statement, None, true, &mut kept);
            out.push_str(&format!("{line}\n"));
            out.extend(kept.0.lines().map(|l| format!("{}\n", l.trim_end())));
        } else if !inside || line.starts_with("```") {
            out.push_str(&format!("{line}\n"));
        }
    }
    (out, n)
}

#[test]
fn the_documentation_shows_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages: Vec<PathBuf> = vec![root.join("README.md")];
    let docs = std::fs::read_dir(root.join("docs")).unwrap_or_else(|e| panic!("{e}"));
    pages.extend(docs.flatten().map(|e| e.path()));
    pages.sort();
    let mut statements = 0;
    for page in pages
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "md"))
    {
        let text = std::fs::read_to_string(page).unwrap_or_default();
        if !text.contains("```session") {
            continue;
        }
        let (right, n) = renewed(&text, corpus());
        statements += n;
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(page, &right).unwrap_or_else(|e| panic!("{e}"));
        }
        let stands = std::fs::read_to_string(page).unwrap_or_default();
        for (i, (a, b)) in stands.lines().zip(right.lines()).enumerate() {
            assert_eq!(
                a,
                b,
                "{}:{}: UPDATE_DOCS=1 renews it",
                page.display(),
                i + 1
            );
        }
        assert_eq!(
            stands.lines().count(),
            right.lines().count(),
            "{}",
            page.display()
        );
    }
    assert!(
        statements >= 10,
        "only {statements} statements are documented"
    );
}
