//! `newsgraph [shell] GRAPH|INPUT…` and the options that `query` and `run` share with it.

use super::open::{Opened, Sources, open};
use clap::{Args, ValueEnum};
use newsgraph::query::ast::Value;
use newsgraph::shell::line::{Lines, Shared, Terminal};
use newsgraph::shell::pager::Standard;
use newsgraph::shell::render::style::Style;
use newsgraph::shell::session::Session;
use newsgraph::shell::settings::Settings;
use std::cell::RefCell;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

/// When colours are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Options of every command that runs statements.
#[derive(Debug, Args)]
pub struct Common {
    /// View or format of answers (table, timeline, json, csv, dot …)
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: Color,
    /// Value of a variable or parameter (repeatable)
    #[arg(long, value_name = "NAME=VALUE")]
    pub param: Vec<String>,
    /// Write no files, start no programs
    #[arg(long)]
    pub safe: bool,
    /// Ignore config.ron
    #[arg(long)]
    pub no_config: bool,
    /// The day that "today" means
    #[arg(long, value_name = "DATE")]
    pub today: Option<chrono::NaiveDate>,
}

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
    pub common: Common,
}

fn variable(name: &str) -> Option<std::ffi::OsString> {
    std::env::var_os(name).filter(|v| !v.is_empty())
}

/// Decides on colours: the option, then NO_COLOR, CLICOLOR_FORCE, TERM, the terminal.
fn colors(color: Color, setting: &str) -> bool {
    match (color, setting) {
        (Color::Always, _) => true,
        (Color::Never, _) => false,
        (Color::Auto, "always") => true,
        (Color::Auto, "never") => false,
        (Color::Auto, _) if variable("NO_COLOR").is_some() => false,
        (Color::Auto, _) if variable("CLICOLOR_FORCE").is_some_and(|v| v != "0") => true,
        (Color::Auto, _) => {
            std::io::stdout().is_terminal() && variable("TERM").is_none_or(|t| t != "dumb")
        }
    }
}

/// Returns a folder of the user's: `$XDG_…` or the usual one below the home folder.
fn user_folder(variable_name: &str, usual: &str) -> Option<PathBuf> {
    let base = variable(variable_name)
        .map(PathBuf::from)
        .or_else(|| variable("HOME").map(|h| Path::new(&h).join(usual)))?;
    Some(base.join("newsgraph"))
}

/// Reads `config.ron`; a broken one is reported and not used.
#[expect(
    clippy::print_stderr,
    reason = "the user should know that the settings are not those of the file"
)]
fn settings(no_config: bool) -> Settings {
    let file = user_folder("XDG_CONFIG_HOME", ".config")
        .map(|f| f.join("config.ron"))
        .filter(|f| !no_config && f.is_file());
    let Some(file) = file else {
        return Settings::default();
    };
    let text = std::fs::read_to_string(&file).map_err(|e| e.to_string());
    text.and_then(|t| Settings::parse(&t))
        .unwrap_or_else(|message| {
            eprintln!(
                "warning: {}:{message}; the usual settings are used",
                file.display()
            );
            Settings::default()
        })
}

/// Makes the session of a graph.
///
/// # Errors
/// A format that does not exist, a parameter without `=`.
pub fn session(opened: Opened, common: &Common) -> anyhow::Result<Shared> {
    let today = common
        .today
        .unwrap_or_else(|| chrono::Local::now().date_naive());
    let mut session = Session::new(opened.graph, &opened.lexicon, today);
    session.judge = opened.judge;
    session.settings = settings(common.no_config);
    if let Some(format) = &common.format {
        let names = newsgraph::shell::format_names();
        anyhow::ensure!(
            format == "auto" || names.contains(&format.as_str()),
            "no format \"{format}\"; formats are {}",
            names.join(", ")
        );
        session.settings.format.clone_from(format);
    }
    session.style = Style {
        color: colors(common.color, &session.settings.color),
    };
    session.safe = common.safe;
    if let Some(folder) = user_folder("XDG_CONFIG_HOME", ".config") {
        session.folders.push(folder.join("queries"));
    }
    for param in &common.param {
        let Some((name, value)) = param.split_once('=') else {
            anyhow::bail!("--param reads NAME=VALUE, not \"{param}\"")
        };
        session.variables.insert(
            name.trim_start_matches('$').to_lowercase(),
            Value::Text(value.to_owned()),
        );
    }
    Ok(Rc::new(RefCell::new(session)))
}

/// Ends a running question on Ctrl-C; a second one while it still runs ends the program with 130.
fn catch_interrupts(session: &Shared) {
    let cancel = &session.borrow().cancel;
    let _ = signal_hook::flag::register_conditional_shutdown(
        signal_hook::consts::SIGINT,
        130,
        std::sync::Arc::clone(cancel),
    );
    let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, std::sync::Arc::clone(cancel));
}

/// Returns the program's printer.
pub fn printer(rows: Option<usize>) -> Standard {
    let pager = variable("NEWSGRAPH_PAGER").map(|p| p.to_string_lossy().into_owned());
    Standard::new(rows, pager)
}

/// Runs the shell.
///
/// # Errors
/// What cannot be read; the terminal's.
#[expect(clippy::print_stdout, reason = "the greeting goes to the terminal")]
pub fn run(
    arguments: &Arguments,
    data: Option<&Path>,
    actors: Option<&Path>,
) -> anyhow::Result<ExitCode> {
    let sources = Sources {
        data,
        actors,
        decisions: arguments.decisions.as_deref(),
    };
    let opened = match open(&arguments.inputs, sources) {
        Ok(opened) => opened,
        Err(error) => return super::unreadable(&error),
    };
    let name = opened.name.clone();
    let session = session(opened, &arguments.common)?;
    if !std::io::stdin().is_terminal() {
        let mut printer = printer(None);
        let outcome = super::query::script(
            &session,
            &mut Lines::new(std::io::stdin().lock()),
            &mut printer,
        )?;
        return Ok(super::query::code(outcome));
    }
    catch_interrupts(&session);
    let style = session.borrow().style;
    let history = user_folder("XDG_STATE_HOME", ".local/state")
        .filter(|f| std::fs::create_dir_all(f).is_ok())
        .map(|f| f.join("history"));
    print!("{}", newsgraph::shell::greeting(&session, &name));
    let mut terminal = Terminal::open(&session, style, history)?;
    let rows = terminal.rows();
    newsgraph::shell::interact(&session, &mut terminal, &mut printer(rows))?;
    Ok(ExitCode::SUCCESS)
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
                if !known && (!w.starts_with('-') || at == 1) {
                    arguments.insert(at, "shell".into());
                }
                return arguments;
            }
        }
    }
    arguments
}
