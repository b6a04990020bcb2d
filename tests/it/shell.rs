//! The shell as its user meets it: in a real pseudo-terminal, and as a program in scripts.

use crate::fixture;
use crate::terminal::{ROWS, Screen};
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const BIN: &str = env!("CARGO_BIN_EXE_newsgraph");
#[test]
fn a_question_is_answered_and_its_rows_lead_to_evidence() {
    let mut screen = Screen::start("question", &[]);
    screen.run("Putin–Aliyev interactions over time");
    for part in [
        "2023-09-21",
        "apology",
        "after 2023-09",
        "2025-10-24",
        "5 events",
    ] {
        assert!(
            screen.text().contains(part),
            "{part} is missing:\n{}",
            screen.text()
        );
    }
    screen.run("evidence 3");
    screen.wait("Alijev bad Putin om ursäkt");
}

#[test]
fn tab_offers_names_with_kind_and_count() {
    let mut screen = Screen::start("tab", &[]);
    screen.keys("timeline Putin and al\t");
    screen.wait("Ilham Aliyev");
    screen.wait("person");
    screen.keys("\x03");
    screen.prompt();
    screen.keys("tim\t");
    screen.wait("ng> timeline ");
}

#[test]
fn tab_offers_names_where_a_line_begins() {
    let mut screen = Screen::start("tab-name", &[]);
    screen.keys("Vlad");
    screen.wait("ng> Vlad");
    screen.keys("\t");
    screen.wait("ng> Vladimir Putin");
}

#[test]
fn tab_offers_the_words_of_questions() {
    let mut screen = Screen::start("question", &[]);
    screen.keys("who crit");
    screen.wait("ng> who crit");
    screen.keys("\t");
    screen.wait("ng> who critici");
}

#[test]
fn hints_show_the_next_slot_and_go_with_the_setting() {
    let mut screen = Screen::start("hint", &[]);
    screen.keys("between ");
    screen.wait("<name>");
    screen.keys("\x03");
    screen.prompt();
    screen.run("set hints off");
    screen.keys("between ");
    std::thread::sleep(Duration::from_millis(200));
    screen.pump();
    assert!(
        !screen.text().trim_end().ends_with("<name>"),
        "{}",
        screen.text()
    );
}

#[test]
fn ctrl_c_clears_the_line_and_ctrl_d_leaves() {
    let mut screen = Screen::start("interrupt", &[]);
    screen.keys("timeline Pu\t");
    screen.wait("Putin");
    screen.keys("\x03");
    screen.prompt();
    screen.keys("half a statement");
    screen.wait("half a statement");
    screen.keys("\x03");
    screen.prompt();
    screen.run("stats");
    screen.wait("most frequent");
    screen.keys("\x04");
    let start = Instant::now();
    while screen.session.get_process().is_alive().unwrap_or(false) {
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "the shell did not leave"
        );
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn the_history_is_searched_whatever_the_case_and_kept() {
    let mut screen = Screen::start("history", &[]);
    screen.run("show Ilham Aliyev");
    screen.run("stats");
    screen.keys("\x12ILHAM");
    screen.wait("show Ilham Aliyev");
    screen.keys("\x03");
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("home-history/.local/state/newsgraph/history");
    let text = std::fs::read_to_string(file).unwrap_or_default();
    assert!(text.contains("show Ilham Aliyev"), "{text}");
}

#[test]
fn clauses_alone_and_cards_leave_the_list_on_the_screen() {
    let mut screen = Screen::start("again", &[]);
    screen.run("between Putin and Aliyev");
    screen.run("since 2025");
    screen.wait("read as: events between Putin and Aliyev, since 2025");
    screen.wait("3 events");
    screen.run("show Ilham Aliyev");
    screen.keys("\x0c");
    screen.run("show #1");
    screen.wait("date rests on");
    screen.run("Putin-Aliyev");
    screen.wait("statement: Putin and Aliyev");
}

#[test]
fn a_pasted_statement_of_two_lines_waits_for_enter() {
    let mut screen = Screen::start("paste", &[]);
    screen.keys("\x1b[200~between Putin and Aliyev\n since 2025\x1b[201~");
    screen.wait("since 2025");
    std::thread::sleep(Duration::from_millis(100));
    screen.pump();
    assert!(!screen.text().contains("3 events"), "{}", screen.text());
    screen.keys("\r");
    screen.wait("3 events");
}

#[test]
fn lines_that_come_all_at_once_are_all_run() {
    let mut screen = Screen::start("lines", &[]);
    screen.keys("set timer\rset pager\rset hints\r");
    for answered in ["timer = ", "pager = ", "hints = "] {
        screen.wait(answered);
    }
    screen.run("history");
    screen.wait("set pager");
    screen.wait("set hints");
}

#[test]
fn an_open_quote_continues_on_the_next_line() {
    let mut screen = Screen::start("quote", &[]);
    screen.keys("show \"Ilham\rAliyev\"");
    screen.keys("\r");
    screen.wait("also written");
}

#[test]
fn errors_put_a_caret_under_the_word() {
    let mut screen = Screen::start("caret", &[]);
    screen.run("timeline Putin and Aliyef");
    let text = screen.text();
    let lines: Vec<&str> = text.lines().collect();
    let at = lines
        .iter()
        .position(|l| l.contains("^^^^^^ did you mean"))
        .unwrap_or_else(|| panic!("{text}"));
    let column = lines[at].find('^').unwrap_or(0);
    assert_eq!(
        lines[at - 1].get(column..column + 6),
        Some("Aliyef"),
        "{text}"
    );
}

#[test]
fn no_color_writes_no_colors() {
    let mut plain = Screen::start("plain", &[("NO_COLOR", "1")]);
    plain.run("timeline Putin and Aliyev");
    assert!(!String::from_utf8_lossy(&plain.raw).contains("\x1b[36m"));
    let mut colored = Screen::start("colored", &[]);
    colored.run("timeline Putin and Aliyev");
    assert!(String::from_utf8_lossy(&colored.raw).contains("\x1b[36m"));
}

#[test]
fn long_answers_go_through_the_pager_and_wide_names_line_up() {
    let mut screen = Screen::start("pager", &[("NEWSGRAPH_PAGER", "sed s/^/PAGED:/")]);
    screen.run("events as cards");
    assert!(screen.text().contains("PAGED:"), "{}", screen.text());
    screen.run("find 習近平");
    screen.wait("no actor or place");
    screen
        .session
        .get_process_mut()
        .set_window_size(60, ROWS)
        .unwrap_or_else(|e| panic!("{e}"));
    screen.terminal.screen_mut().set_size(ROWS, 60);
    screen.run("stats");
    screen.wait("most frequent");
}

fn query(arguments: &[&str], input: &str) -> Output {
    piped("query", arguments, input)
}

/// The shell with statements on its standard input.
fn shell(input: &str) -> Output {
    piped("shell", &[], input)
}

fn piped(command: &str, arguments: &[&str], input: &str) -> Output {
    let name = command;
    let mut command = Command::new(BIN);
    command
        .arg(name)
        .arg(fixture::file())
        .args(["--no-config", "--today", "2026-11-24"])
        .args(arguments)
        .env("NO_COLOR", "1");
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("{e}"));
    let _ = child
        .stdin
        .take()
        .map(|mut s| s.write_all(input.as_bytes()));
    child.wait_with_output().unwrap_or_else(|e| panic!("{e}"))
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn scripts_get_exit_codes_and_places() {
    let good = query(&["-c", "between Putin and Aliyev as csv"], "");
    assert_eq!(
        (good.status.code(), out(&good).lines().count()),
        (Some(0), 6),
        "{}",
        err(&good)
    );
    let piped = query(&[], "timeline Putin and Aliyev\nstats\n");
    assert_eq!(piped.status.code(), Some(0), "{}", err(&piped));
    let bad = query(&[], "stats\ntimeline Putin and Aliyef\nstats\n");
    assert_eq!(bad.status.code(), Some(1));
    assert!(err(&bad).starts_with("-:2:20: error: "), "{}", err(&bad));
    let piped = shell("stats\ntimeline Putin and Aliyef\nfrobnicate\nbetween Putin and Aliyev\n");
    assert_eq!(piped.status.code(), Some(1));
    let told = err(&piped);
    assert!(told.starts_with("-:2:20: error: "), "{told}");
    assert!(told.contains("-:3:1: error: "), "{told}");
    assert!(
        out(&piped).contains("Putin"),
        "what follows is run: {}",
        out(&piped)
    );
    assert_eq!(shell("stats\n").status.code(), Some(0));
    assert_eq!(query(&["--nonsense"], "").status.code(), Some(2));
    assert_eq!(
        query(&["-c", "events in 1950", "--exit-empty"], "")
            .status
            .code(),
        Some(3)
    );
    let missing = Command::new(BIN)
        .args(["query", "no-such.ng", "-c", "stats"])
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(missing.status.code(), Some(4), "{}", err(&missing));
}

#[test]
fn a_question_in_the_wrong_place_and_two_graphs_are_told_where_they_belong() {
    let graph = fixture::file().display().to_string();
    let (code, error) = program(&["query", &graph, "find Putin"]);
    assert!(
        code == Some(2) && error.contains("behind -c"),
        "{code:?} {error}"
    );
    let (code, error) = program(&["shell", &graph, &graph]);
    assert!(
        code == Some(2) && error.contains("merge"),
        "{code:?} {error}"
    );
}

#[test]
fn row_after_row_is_looked_at_and_the_numbers_stay() {
    let script = "between Putin and Aliyev\nevidence 3\nwhy 4\nshow #2\nevidence 5\n";
    let done = query(&[], script);
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    let closer = query(
        &[],
        "between Putin and Aliyev\nevidence between Putin and Aliyev limit 1\nevidence 4\n",
    );
    assert_eq!(
        closer.status.code(),
        Some(1),
        "a pair is a question of its own"
    );
}

#[test]
fn a_type_word_means_what_the_graph_holds() {
    let article = std::env::temp_dir().join(format!("newsgraph-arrest-{}.txt", std::process::id()));
    let text = "Published 2026-05-12\n\nPolice in Poland arrest Belarusian spy\n\nWARSAW - Poland arrested two Belarusian citizens on Monday.\n";
    std::fs::write(&article, text).unwrap_or_else(|e| panic!("{e}"));
    let ask = |question: &str| {
        Command::new(BIN)
            .arg("query")
            .arg(&article)
            .args(["-c", question, "--exit-empty"])
            .output()
            .unwrap_or_else(|e| panic!("{e}"))
    };
    let (arrests, threats) = (ask("events arrest"), ask("events threaten.arrest"));
    let last_week = ask("events last week");
    std::fs::remove_file(&article).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(
        arrests.status.code(),
        Some(0),
        "{}{}",
        out(&arrests),
        err(&arrests)
    );
    assert_eq!(threats.status.code(), Some(3), "{}", out(&threats));
    assert_ne!(
        last_week.status.code(),
        Some(1),
        "a week is one week: {}",
        err(&last_week)
    );
}

#[test]
fn why_tells_what_was_met_from_what_is_known() {
    let article = concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles/sv-haag.txt");
    let done = Command::new(BIN)
        .args(["query", article, "-c", "why Putin"])
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    let said = out(&done);
    let line = |start: &str| {
        said.lines()
            .find(|l| l.trim_start().starts_with(start))
            .unwrap_or("")
    };
    assert!(line("met as").contains("Vladimir Putin 1"), "{said}");
    assert!(
        !line("met as").contains("Poutine") && said.contains("Poutine"),
        "{said}"
    );
}

#[test]
fn saved_queries_are_not_overwritten_and_run_again() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("saved");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{e}"));
    let run = |statement: &str| {
        let done = Command::new(BIN)
            .arg("query")
            .arg(fixture::file())
            .args(["--no-config", "-c", statement])
            .current_dir(&folder)
            .output()
            .unwrap_or_else(|e| panic!("{e}"));
        (done.status.code(), out(&done), err(&done))
    };
    let (code, _, error) = run(
        "let $p = \"Vladimir Putin\"; timeline $p and \"Ilham Aliyev\"; save as mine : \"my pair\"",
    );
    assert_eq!(code, Some(0), "{error}");
    let (code, _, error) = run("stats; save as mine");
    assert_eq!(code, Some(1));
    assert!(error.contains("exists and is left as it is"), "{error}");
    let (code, text, error) = run("run mine");
    assert_eq!(code, Some(0), "{error}");
    assert!(text.contains("5 events"), "{text}");
}

#[test]
fn explain_does_nothing_but_explain() {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("explained.dot");
    let statement = format!("explain export dot to {}", file.display());
    let done = query(&["-c", &statement, "-c", "explain save as never"], "");
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    assert!(out(&done).contains("nothing was done"), "{}", out(&done));
    assert!(!file.exists());
}

/// Runs the program; returns the exit code and standard error.
fn program(arguments: &[&str]) -> (Option<i32>, String) {
    let done = Command::new(BIN)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    (done.status.code(), err(&done))
}

#[test]
fn files_that_cannot_be_read_or_written_exit_with_4_and_say_it_once() {
    let graph = fixture::file().display().to_string();
    let article = concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles/sv-haag.txt");
    let cases: [&[&str]; 12] = [
        &["build", "no-such.txt", "-o", "never.ng"],
        &["build", article, "-o", "no-such-folder/x.ng"],
        &[
            "build",
            article,
            "-o",
            "never.ng",
            "--decisions",
            "no-such.ron",
        ],
        &["add", "no-such.ng", article],
        &["merge", "no-such.ng", "-o", "never.ng"],
        &["import", "no-such.tsv", "-o", "never.ng"],
        &["export", "no-such.ng"],
        &["export", &graph, "-o", "no-such-folder/x.dot"],
        &["check", "graph", "no-such.ng"],
        &["check", "queries", "no-such.ng"],
        &["query", &graph, "-f", "no-such.ngq"],
        &["shell", "no-such.txt"],
    ];
    for arguments in cases {
        let (code, error) = program(arguments);
        assert_eq!(code, Some(4), "{arguments:?}: {error}");
        assert!(error.starts_with("error: "), "{arguments:?}: {error}");
        assert!(
            error.matches("os error").count() <= 1,
            "said twice: {error}"
        );
        assert!(!std::path::Path::new("never.ng").exists(), "{arguments:?}");
    }
    for usage in [
        &["query", &graph, "--format", "nonsense"] as &[&str],
        &["query", &graph, "--param", "nonsense"],
        &["export", &graph, "--format", "nonsense"],
        &["export", &graph, "-o", "never.pdf"],
        &["export", &graph, "-o", "never"],
        &["build", article, "-o", "never.txt"],
        &["merge", &graph, "-o", "never.json"],
        &["import", "no-such.tsv", "-o", "never"],
        &["shell"],
    ] {
        let (code, error) = program(usage);
        assert_eq!(code, Some(2), "{usage:?}: {error}");
    }
}

#[test]
fn a_binary_graph_is_opened_whatever_its_name_and_questions_are_exported() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("renamed");
    std::fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{e}"));
    let renamed = folder.join("graph.txt");
    let ng = folder.join("graph.ng");
    newsgraph::graph::file::save(&fixture::graph(), &ng).unwrap_or_else(|e| panic!("{e}"));
    std::fs::copy(&ng, &renamed).unwrap_or_else(|e| panic!("{e}"));
    let renamed = renamed.to_string_lossy().into_owned();
    let (code, error) = program(&["query", &renamed, "-c", "stats"]);
    assert_eq!(code, Some(0), "{error}");
    let csv = folder.join("met.CSV").to_string_lossy().into_owned();
    let (code, error) = program(&["export", &renamed, "-q", "Who met Putin?", "-o", &csv]);
    assert_eq!(code, Some(0), "{error}");
    assert!(
        error.contains("read as: events with Putin (meeting"),
        "{error}"
    );
    assert!(error.contains("statement: events meeting"), "{error}");
    let written = std::fs::read_to_string(&csv).unwrap_or_default();
    assert!(written.lines().count() > 1, "{written}");
    let garbage = folder.join("bad.ron");
    std::fs::write(&garbage, "garbage").unwrap_or_else(|e| panic!("{e}"));
    let (code, error) = program(&["query", &garbage.to_string_lossy(), "-c", "stats"]);
    assert_eq!(code, Some(4), "{error}");
    assert!(error.contains("not a newsgraph file"), "{error}");
}

#[test]
fn completion_scripts_and_manual_pages_are_written() {
    for shell in ["bash", "zsh", "fish"] {
        let done = Command::new(BIN)
            .args(["completions", shell])
            .output()
            .unwrap_or_else(|e| panic!("{e}"));
        assert!(done.status.success(), "{shell}");
        assert!(out(&done).contains("import"), "{shell}");
    }
    let done = Command::new(BIN)
        .arg("man")
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    assert!(out(&done).contains(".TH newsgraph 1"), "{}", err(&done));
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("man");
    let (code, error) = program(&["man", "--folder", &folder.display().to_string()]);
    assert_eq!(code, Some(0), "{error}");
    assert!(folder.join("newsgraph-build.1").exists());
}

#[test]
fn safe_sessions_write_nothing() {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("never.csv");
    let statement = format!("between Putin and Aliyev > {}", file.display());
    let refused = query(&["--safe", "-c", &statement], "");
    assert_eq!(refused.status.code(), Some(1));
    assert!(!file.exists());
    assert_eq!(
        query(&["--safe", "-c", "stats | cat"], "").status.code(),
        Some(1)
    );
}

#[test]
fn every_format_writes_and_the_picture_is_drawn() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats");
    std::fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{e}"));
    for format in newsgraph::shell::format_names() {
        let file = folder.join(format!("out.{format}"));
        let done = query(
            &[
                "-c",
                &format!(
                    "export {format} of between Putin and Aliyev to {}",
                    file.display()
                ),
            ],
            "",
        );
        assert_eq!(done.status.code(), Some(0), "{format}: {}", err(&done));
        assert!(
            std::fs::metadata(&file).is_ok_and(|m| m.len() > 0),
            "{format}"
        );
    }
    let Ok(drawn) = Command::new("dot")
        .arg("-Tsvg")
        .arg(folder.join("out.dot"))
        .output()
    else {
        eprintln!("skipped: the pictures are not drawn, because graphviz is missing");
        return;
    };
    assert!(
        drawn.status.success() && drawn.stderr.is_empty(),
        "{}",
        err(&drawn)
    );
    for name in ["Vladimir Putin", "Ilham Aliyev", "phone call 2025-10-24"] {
        assert!(
            out(&drawn).contains(name) || out(&drawn).contains(&name.replace('-', "&#45;")),
            "{name}"
        );
    }
}

#[test]
fn examples_of_every_command_run() {
    use newsgraph::shell::command::COMMANDS;
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("examples");
    std::fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{e}"));
    for command in COMMANDS {
        for example in command.examples {
            let done = Command::new(BIN)
                .arg("query")
                .arg(fixture::file())
                .args(["--no-config", "--today", "2026-11-24", "-c", example])
                .current_dir(&folder)
                .output()
                .unwrap_or_else(|e| panic!("{e}"));
            assert_eq!(done.status.code(), Some(0), "{example}: {}", err(&done));
            assert!(
                !done.stdout.is_empty() || !done.stderr.is_empty(),
                "silent: {example}"
            );
        }
    }
}

#[test]
fn every_verb_has_its_command_and_the_reference_is_that_of_the_table() {
    for verb in newsgraph::query::verbs::verb_words() {
        assert!(
            newsgraph::shell::command::named(verb).is_some(),
            "{verb} has no file in commands/"
        );
    }
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/SHELL.md");
    let reference = newsgraph::shell::help::reference();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, &reference).unwrap_or_else(|e| panic!("{e}"));
    }
    assert!(
        std::fs::read_to_string(&file).unwrap_or_default() == reference,
        "docs/SHELL.md is old; UPDATE_DOCS=1 renews it"
    );
}
