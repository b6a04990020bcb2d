//! The command line over files and folders: what is refused, what is told, what stays beside the articles.

use std::path::{Path, PathBuf};
use std::process::Command;

const BIN: &str = env!("CARGO_BIN_EXE_newsgraph");

/// A folder of its own with two articles in it.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("inputs-{test}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("news")).unwrap_or_else(|e| panic!("{e}"));
    write(
        &folder,
        "news/a.txt",
        "Vladimir Putin met Recep Tayyip Erdogan in Ankara on Tuesday, the Kremlin said.\n",
    );
    write(
        &folder,
        "news/b.txt",
        "Ilham Aliyev phoned Vladimir Putin on 4 June 2025, the two presidents said.\n",
    );
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).unwrap_or_else(|e| panic!("{e}"));
}

/// Runs the program in a folder: exit code, output, errors.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(BIN)
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn the_users_language_and_date_go_before_what_is_told_from_the_text() {
    let folder = folder("language");
    write(&folder, "short.txt", "Putin met Erdogan on Tuesday.\n");
    let ask = [
        "--lang",
        "en",
        "--date",
        "2025-06-05",
        "-c",
        "events as jsonl",
    ];
    let (code, out, error) = run(&folder, &[&["query", "short.txt"], &ask[..]].concat());
    assert_eq!(code, Some(0), "{error}");
    assert!(out.contains("\"date\":\"2025-06-03\""), "{out}");
    // Another language reads nothing of it.
    let (_, out, _) = run(&folder, &["extract", "short.txt", "--lang", "sv"]);
    assert!(out.contains("\"lang\":\"sv\""), "{out}");
    let line = "{\"id\":\"x\",\"text\":\"Putin met Erdogan on Tuesday.\"}\n";
    write(&folder, "lines.jsonl", line);
    let (_, out, _) = run(&folder, &["extract", "lines.jsonl", "--lang", "de"]);
    assert!(out.contains("\"lang\":\"de\""), "{out}");
    let (code, _, error) = run(&folder, &["build", "news", "--lang", "sv", "-o", "g.ng"]);
    assert_eq!(code, Some(0), "{error}");
    for arguments in [
        &["query", "short.txt", "--lang", "fr", "-c", "events"] as &[&str],
        &["build", "news", "--lang", "xx", "-o", "h.ng"],
        &["extract", "news", "--lang", "english"],
        &["analyze", "events", "--text", "Paris.", "--lang", "fr"],
        &["analyze", "mentions", "news/a.txt", "--lang", "fr"],
    ] {
        let (code, out, error) = run(&folder, arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {error}");
        assert!(error.contains("there are de, en, sv"), "{error}");
        assert!(out.is_empty(), "{out}");
    }
    let arguments = ["query", "g.ng", "--lang", "sv", "-c", "events"];
    let (code, _, error) = run(&folder, &arguments);
    assert_eq!(code, Some(2));
    assert!(error.contains("for articles"), "{error}");
    for day in ["yesterday", "4.6.2025", "2025-13-01"] {
        let arguments = ["query", "news", "--date", day, "-c", "events"];
        let (code, _, error) = run(&folder, &arguments);
        assert_eq!(code, Some(2), "{day}");
        assert!(error.contains("YYYY-MM-DD"), "{day}: {error}");
    }
}

#[test]
fn slips_of_the_keyboard_fail_with_what_was_meant() {
    let folder = folder("slips");
    let (code, _, error) = run(&folder, &["bild", "news"]);
    assert_eq!(code, Some(2));
    assert!(error.contains("'build'"), "{error}");
    for arguments in [
        &["query", "bild", "news", "-c", "events"] as &[&str],
        &["query", "news", "nowhere.txt", "-c", "events"],
        &["nowhere"],
    ] {
        let (code, out, error) = run(&folder, arguments);
        assert_eq!(code, Some(4), "{arguments:?}: {error}");
        assert!(error.contains("there is no such file or folder"), "{error}");
        assert!(out.is_empty(), "{out}");
    }
    run(&folder, &["build", "news", "-o", "g.ng"]);
    let (code, _, error) = run(&folder, &["query", "news", "g.ng", "-c", "events"]);
    assert_eq!(code, Some(2));
    assert!(
        error.contains("g.ng is a graph file and stands alone"),
        "{error}"
    );
    // A folder of that name is an input.
    std::fs::rename(folder.join("news"), folder.join("bild")).unwrap_or_else(|e| panic!("{e}"));
    let (code, _, error) = run(&folder, &["bild"]);
    assert_eq!(code, Some(0), "{error}");
}

#[test]
fn a_run_that_goes_on_warns_and_one_that_read_nothing_fails() {
    let folder = folder("warned");
    let lines =
        "{\"a\":1}\n{\"text\":\"Putin met Erdogan in Ankara.\"}\n{\"b\":2}\n{\"c\":3}\nno\n";
    write(&folder, "news/x.jsonl", lines);
    let (code, _, error) = run(&folder, &["build", "news", "nowhere", "-o", "g.ng"]);
    assert_eq!(code, Some(0), "{error}");
    assert!(
        error.contains("warning: nowhere: there is no such file"),
        "{error}"
    );
    assert!(
        error.contains("warning: news/x.jsonl: lines 1, 3, 4: has no text"),
        "{error}"
    );
    assert_eq!(error.matches("full_text").count(), 1, "{error}");
    assert!(error.contains("line 5: is not JSON"), "{error}");
    assert!(!error.contains("error:"), "{error}");
    let (code, _, error) = run(&folder, &["build", "nowhere", "-o", "h.ng"]);
    assert_eq!(code, Some(4));
    assert!(error.contains("error: nowhere") && !folder.join("h.ng").exists());
    let (code, _, error) = run(&folder, &["extract", "nowhere"]);
    assert_eq!(code, Some(4));
    assert!(error.contains("error: no article was found"), "{error}");
}

#[test]
fn numbers_and_nouns_agree() {
    let folder = folder("nouns");
    run(&folder, &["build", "news/a.txt", "-o", "g.ng"]);
    let (_, _, error) = run(&folder, &["add", "g.ng", "news/b.txt"]);
    assert!(error.contains("1 new article, 0 already known"), "{error}");
    let (_, out, _) = run(&folder, &["check", "graph", "g.ng"]);
    assert!(
        out.contains("actors and places") && !out.contains("entities"),
        "{out}"
    );
    let (_, _, error) = run(&folder, &["remove", "g.ng", "news/b.txt"]);
    assert!(
        error.contains("1 article left") && error.contains("1 event less"),
        "{error}"
    );
    let (_, _, error) = run(&folder, &["merge", "g.ng", "-o", "m.ng"]);
    assert!(error.contains("m.ng: 1 article, "), "{error}");
    write(&folder, "bad.ron", "(nothing)");
    let (code, _, error) = run(&folder, &["query", "bad.ron", "-c", "events"]);
    assert_eq!(code, Some(4));
    assert!(!error.contains("or a .ron file)"), "{error}");
}

#[test]
fn an_article_that_changed_is_told_and_can_be_replaced() {
    let folder = folder("changed");
    run(&folder, &["build", "news", "-o", "g.ng"]);
    let (_, _, error) = run(&folder, &["add", "g.ng", "news"]);
    assert!(!error.contains("another text"), "{error}");
    write(
        &folder,
        "news/a.txt",
        "Vladimir Putin met Recep Tayyip Erdogan in Moscow on Tuesday, the Kremlin said.\n",
    );
    let (code, _, error) = run(&folder, &["add", "g.ng", "news"]);
    assert_eq!(code, Some(0));
    let told = "warning: news/a.txt was read before with another text";
    assert!(
        error.contains(told) && error.contains("g.ng: 3 articles"),
        "{error}"
    );
    let (_, _, error) = run(&folder, &["add", "g.ng", "news", "--replace"]);
    assert!(error.contains("1 article taken out"), "{error}");
    assert!(error.contains("g.ng: 2 articles"), "{error}");
    let (_, out, _) = run(&folder, &["query", "g.ng", "-c", "events as jsonl"]);
    assert!(out.contains("Moscow") && !out.contains("Ankara"), "{out}");
}

#[test]
fn judgements_on_articles_stay_beside_them() {
    let folder = folder("beside");
    let same = "same Putin and Erdogan; yes";
    let (code, out, error) = run(&folder, &["query", "news", "-c", same]);
    assert_eq!(code, Some(0), "{error}");
    let kept = folder.join("news/decisions.ron");
    assert!(kept.exists() && !folder.join("decisions.ron").exists());
    assert!(
        format!("{out}{error}").contains(&kept.display().to_string()),
        "{out}{error}"
    );
    let (_, _, error) = run(&folder, &["query", "news", "-c", "stats"]);
    assert!(error.contains("1 judgement replayed"), "{error}");
    // Articles elsewhere are read without it.
    std::fs::create_dir_all(folder.join("other")).unwrap_or_else(|e| panic!("{e}"));
    std::fs::copy(folder.join("news/a.txt"), folder.join("other/a.txt"))
        .unwrap_or_else(|e| panic!("{e}"));
    let (_, _, error) = run(&folder, &["query", "other", "-c", "stats"]);
    assert!(!error.contains("replayed"), "{error}");
}
