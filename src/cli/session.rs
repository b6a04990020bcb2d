//! The session of every command that runs statements: its options, its graph, its settings, its printer.

use super::failure::Usage;
use super::open::{Sources, open};
use clap::{Args, ValueEnum};
use newsgraph::query::ast::Value;
use newsgraph::shell::line::Shared;
use newsgraph::shell::pager::Standard;
use newsgraph::shell::render::style::Style;
use newsgraph::shell::session::Session;
use newsgraph::shell::settings::Settings;
use std::cell::RefCell;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
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
    #[arg(long, value_name = "DATE", value_parser = super::reading::day)]
    pub today: Option<chrono::NaiveDate>,
}

impl Common {
    /// The options of a command that has none of them.
    pub fn plain() -> Self {
        Self {
            format: None,
            color: Color::Never,
            param: Vec::new(),
            safe: false,
            no_config: true,
            today: None,
        }
    }
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
pub fn user_folder(variable_name: &str, usual: &str) -> Option<PathBuf> {
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

fn known_format(format: &str) -> Result<(), Usage> {
    let names = newsgraph::shell::format_names();
    if format == "auto" || names.contains(&format) {
        return Ok(());
    }
    Err(Usage(format!(
        "no format \"{format}\"; formats are {}",
        names.join(", ")
    )))
}

/// Reads `--param NAME=VALUE`.
fn params(common: &Common) -> Result<Vec<(String, Value)>, Usage> {
    let pair = |param: &String| {
        let (name, value) = param
            .split_once('=')
            .ok_or_else(|| Usage(format!("--param reads NAME=VALUE, not \"{param}\"")))?;
        let name = name.trim_start_matches('$').to_lowercase();
        Ok((name, Value::Text(value.to_owned())))
    };
    common.param.iter().map(pair).collect()
}

/// Opens the inputs and makes their session.
///
/// # Errors
/// What cannot be read; a format that does not exist, a parameter without `=`.
pub fn session(inputs: &[String], sources: Sources<'_>, common: &Common) -> anyhow::Result<Shared> {
    let params = params(common)?;
    if let Some(format) = &common.format {
        known_format(format)?;
    }
    let opened = open(inputs, sources)?;
    let today = common
        .today
        .unwrap_or_else(|| chrono::Local::now().date_naive());
    let mut session = Session::new(opened.graph, &opened.lexicon, today);
    session.judge = Some(opened.judge);
    session.settings = settings(common.no_config);
    if let Some(format) = &common.format {
        session.settings.format.clone_from(format);
    }
    session.style = Style {
        color: colors(common.color, &session.settings.color),
    };
    session.safe = common.safe;
    if let Some(folder) = user_folder("XDG_CONFIG_HOME", ".config") {
        session.folders.push(folder.join("queries"));
    }
    session.variables.extend(params);
    Ok(Rc::new(RefCell::new(session)))
}

/// Returns the program's printer.
pub fn printer(rows: Option<usize>) -> Standard {
    let pager = variable("NEWSGRAPH_PAGER").map(|p| p.to_string_lossy().into_owned());
    Standard::new(rows, pager)
}

/// Ends a running question on Ctrl-C; a second one while it still runs ends the program with 130.
pub fn catch_interrupts(session: &Shared) {
    let cancel = &session.borrow().cancel;
    let _ = signal_hook::flag::register_conditional_shutdown(
        signal_hook::consts::SIGINT,
        130,
        std::sync::Arc::clone(cancel),
    );
    let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, std::sync::Arc::clone(cancel));
}
