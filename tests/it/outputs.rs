//! Where answers go: ordinary files are replaced, what is none is written to, and what was written is not taken for a graph.

use crate::transcripts::corpus;
use newsgraph::export::own::answer_of;
use std::path::{Path, PathBuf};

/// An empty folder for a test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{name}: {e}"));
    folder
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[cfg(unix)]
#[test]
fn links_stay_links_and_their_files_are_written() {
    use std::os::unix::fs::symlink;
    let folder = folder("links");
    let session = corpus();
    for (target, link) in [("there.csv", "link.csv"), ("new.csv", "dangling.csv")] {
        let (target, link) = (folder.join(target), folder.join(link));
        if target.ends_with("there.csv") {
            std::fs::write(&target, "old").unwrap_or_else(|e| panic!("{e}"));
        }
        let relative = target.file_name().unwrap_or_default();
        symlink(relative, &link).unwrap_or_else(|e| panic!("{e}"));
        let written = session.write(&link.to_string_lossy(), b"new", false);
        assert_eq!(written, Ok(()));
        assert_eq!(text(&target), "new");
        let link = std::fs::symlink_metadata(&link).unwrap_or_else(|e| panic!("{e}"));
        assert!(link.file_type().is_symlink());
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_to_and_stays_one() {
    use std::os::unix::fs::FileTypeExt;
    let pipe = folder("pipe").join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|s| s.success()) {
        eprintln!("skipped: no mkfifo here");
        return;
    }
    let reader = {
        let pipe = pipe.clone();
        std::thread::spawn(move || text(&pipe))
    };
    let written = corpus().write(&pipe.to_string_lossy(), b"through", false);
    assert_eq!(written, Ok(()));
    assert_eq!(reader.join().unwrap_or_default(), "through");
    let kept = std::fs::symlink_metadata(&pipe).unwrap_or_else(|e| panic!("{e}"));
    assert!(kept.file_type().is_fifo());
}

#[cfg(unix)]
#[test]
fn permissions_are_kept_and_read_only_files_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("permissions");
    let session = corpus();
    let mode = |path: &Path| {
        let metadata = std::fs::metadata(path).unwrap_or_else(|e| panic!("{e}"));
        metadata.permissions().mode() & 0o777
    };
    let make = |name: &str, mode: u32| {
        let path = folder.join(name);
        std::fs::write(&path, "old").unwrap_or_else(|e| panic!("{e}"));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode))
            .unwrap_or_else(|e| panic!("{e}"));
        path
    };
    let private = make("private.csv", 0o600);
    assert_eq!(
        session.write(&private.to_string_lossy(), b"new", false),
        Ok(())
    );
    assert_eq!((text(&private).as_str(), mode(&private)), ("new", 0o600));
    let kept = make("kept.csv", 0o400);
    for append in [false, true] {
        let refused = session.write(&kept.to_string_lossy(), b"new", append);
        let words = refused.expect_err("the file is read-only");
        assert!(words.contains("read-only; make it writable"), "{words}");
    }
    assert_eq!((text(&kept).as_str(), mode(&kept)), ("old", 0o400));
    let fresh = folder.join("fresh.csv");
    assert_eq!(
        session.write(&fresh.to_string_lossy(), b"new", false),
        Ok(())
    );
    assert_eq!(mode(&fresh), 0o644);
    let names: Vec<String> = std::fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .filter(|n| n.starts_with('.'))
        .collect();
    assert!(names.is_empty(), "left behind: {names:?}");
}

#[test]
fn what_was_written_is_known_and_refused_as_input() {
    let folder = folder("own");
    let mut session = corpus();
    for format in ["csv", "tsv", "json", "jsonl", "ron"] {
        let file = folder.join(format!("out.{format}"));
        let statement = format!("export {format} of events of Putin to {}", file.display());
        let _ = session
            .execute(&statement)
            .unwrap_or_else(|e| panic!("{statement}: {e}"));
        assert_eq!(answer_of(text(&file).as_bytes()), Some(format));
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_newsgraph"))
            .args(["query", &file.to_string_lossy(), "-c", "stats"])
            .output()
            .unwrap_or_else(|e| panic!("{e}"));
        let told = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(4), "{format}: {told}");
        assert!(told.contains("an answer that newsgraph wrote"), "{told}");
    }
    let sample = std::fs::read("data/articles/en-wire.jsonl").unwrap_or_default();
    assert_eq!(answer_of(&sample), None, "articles are none of them");
}

#[test]
fn a_program_that_is_a_name_is_not_started() {
    let mut session = corpus();
    let problem = session
        .execute("Putin|Aliyev")
        .expect_err("a pair typed so starts a program");
    assert!(
        problem.message.contains("\"Aliyev\" is a name"),
        "{problem}"
    );
    let sorted = session.execute("events of Putin as csv | sort");
    assert!(sorted.is_ok_and(|r| r.text.contains("Putin")));
}

#[test]
fn tables_have_days_and_ids_beside_dates_and_names() {
    let mut session = corpus();
    let reply = session
        .execute("events of Putin and Aliyev in 2023-09 as csv")
        .unwrap_or_else(|e| panic!("{e}"));
    let mut reader = csv::Reader::from_reader(reply.text.as_bytes());
    let titles = reader.headers().cloned().unwrap_or_default();
    let at = |title: &str| {
        let found = titles.iter().position(|t| t == title);
        found.unwrap_or_else(|| panic!("no column {title}"))
    };
    for row in reader.records() {
        let row = row.unwrap_or_else(|e| panic!("{e}"));
        let field = |title: &str| row.get(at(title)).unwrap_or("").to_owned();
        for day in [field("date_from"), field("date_to")] {
            let read = chrono::NaiveDate::parse_from_str(&day, "%Y-%m-%d");
            assert!(day.is_empty() || read.is_ok(), "{day}");
        }
        let names = field("actor").split("; ").count();
        assert_eq!(field("actor_ids").split("; ").count(), names);
        assert!(!field("actor_ids").contains(' ') || names > 1);
    }
    let reply = session
        .execute("events of Putin limit 1 as json")
        .unwrap_or_else(|e| panic!("{e}"));
    for field in ["actor_ids", "recipient_ids", "confidence", "date_from"] {
        assert!(reply.text.contains(&format!("\"{field}\":")), "{field}");
    }
}
