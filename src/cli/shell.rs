//! `newsgraph [shell] GRAPH|INPUT…`: the interactive shell, or a script on standard input.

use super::open::Sources;
use super::reading::Reading;
use super::session::{Common, catch_interrupts, printer, session, user_folder};
use clap::Args;
use newsgraph::shell::line::{Lines, Terminal};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `shell`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A graph file (.ron, .ng), or articles: files, folders, globs
    #[arg(value_name = "GRAPH|INPUT")]
    pub inputs: Vec<String>,
    /// Judgements on who is who
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub common: Common,
}

/// Runs the shell.
///
/// # Errors
/// What cannot be read; the terminal's.
#[expect(clippy::print_stdout, reason = "the greeting goes to the terminal")]
pub fn run(arguments: &Arguments, sources: Sources<'_>) -> anyhow::Result<ExitCode> {
    let sources = sources
        .decided(arguments.decisions.as_deref())
        .told(&arguments.reading);
    let name = arguments.inputs.join(" ");
    let scripted = !std::io::stdin().is_terminal();
    if scripted {
        super::open::statements_can_follow(&arguments.inputs)?;
    }
    let session = session(&arguments.inputs, sources, &arguments.common)?;
    catch_interrupts(&session);
    if scripted {
        let mut printer = printer(None);
        let outcome = super::query::script(
            &session,
            &mut Lines::new(std::io::stdin().lock()),
            &mut printer,
        )?;
        return Ok(super::query::code(outcome));
    }
    let style = session.borrow().style;
    let history = user_folder("XDG_STATE_HOME", ".local/state")
        .filter(|f| std::fs::create_dir_all(f).is_ok())
        .map(|f| f.join("history"));
    let mut terminal = Terminal::open(&session, style, history)?;
    print!("{}", newsgraph::shell::greeting(&session, &name));
    let rows = terminal.rows();
    let mut printer = printer(rows).sparing(&session.borrow().cancel);
    newsgraph::shell::interact(&session, &mut terminal, &mut printer)?;
    Ok(ExitCode::SUCCESS)
}

/// Tells whether a word is a slip for a subcommand rather than an input: no such file, and nothing of a path in it.
fn is_slip(word: &str, command: &clap::Command) -> bool {
    let names = command.get_subcommands().map(clap::Command::get_name);
    let plain = !word.contains(['/', '\\', '.', '*', '?', '[']);
    plain
        && !std::path::Path::new(word).exists()
        && !newsgraph::query::suggest::nearest(word, names, 1).is_empty()
}

/// Puts the word `shell` in front of inputs that follow no subcommand: `newsgraph graph.ng` opens the shell.
pub fn implied(
    mut arguments: Vec<std::ffi::OsString>,
    command: &clap::Command,
) -> Vec<std::ffi::OsString> {
    let mut at = 1;
    while let Some(word) = arguments.get(at).map(|a| a.to_string_lossy().into_owned()) {
        match word.as_str() {
            "--data" | "--jobs" | "--actors" => at += 2,
            "-h" | "--help" | "-V" | "--version" | "help" => return arguments,
            w if w.starts_with("--data=")
                || w.starts_with("--jobs=")
                || w.starts_with("--actors=") =>
            {
                at += 1;
            }
            w => {
                let known = command
                    .get_subcommands()
                    .any(|c| c.get_name() == w || c.get_all_aliases().any(|a| a == w));
                if !known && !is_slip(w, command) && (!w.starts_with('-') || at == 1) {
                    arguments.insert(at, "shell".into());
                }
                return arguments;
            }
        }
    }
    arguments
}
