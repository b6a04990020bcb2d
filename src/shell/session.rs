//! One user's session: the graph, settings, variables, the last answer; runs statements and renders their answers.
//!
//! In: text of a statement. Out: [`Reply`]: what to print, remarks, whether to leave. Invariants: a failed statement changes nothing; files are
//! replaced at once or not at all; with `safe` no file is written and no program started. Does not: read keys or print.

use super::command;
use super::render::style::{Ink, Style};
use super::render::{self, Screen};
use super::settings::Settings;
use crate::base::span::Span;
use crate::export::{self, Context};
use crate::graph::Graph;
use crate::lexicon::Lexicon;
use crate::query::ast::{Sink, Statement, Value};
use crate::query::{Answer, Options, Problem, Vocabulary};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Keeps the user's word on which entities are one; the pipeline supplies it, because the shell never touches resolution.
pub trait Judge {
    /// Records a judgement on two entity ids; says what it did. The graph may have been rebuilt.
    ///
    /// # Errors
    /// Why it cannot be kept.
    fn decide(&mut self, a: &str, b: &str, same: bool) -> Result<Judged, String>;
    /// Takes the latest judgement back.
    ///
    /// # Errors
    /// Why there is none to take back.
    fn undo(&mut self) -> Result<Judged, String>;
    /// Lists pairs that may be one, likeliest first: two entity ids, a score in [0,1], reasons.
    fn candidates(&self, entity: Option<&str>) -> Vec<(String, String, f64, String)>;
}

/// What a judgement did.
pub struct Judged {
    /// One line for the user.
    pub message: String,
    /// The graph after it, if it was rebuilt.
    pub graph: Option<Graph>,
}

/// What a statement gives back.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// What goes to standard output.
    pub text: String,
    /// Remarks; on standard error where the output is for machines.
    pub remarks: Vec<String>,
    /// Output is for machines: nothing may be added to it.
    pub machine: bool,
    /// The session ends.
    pub quit: bool,
    /// A question was answered with no row.
    pub empty: bool,
    /// The statement's sinks have had the text.
    pub delivered: bool,
}

impl Reply {
    /// Makes a reply of text alone.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

/// A session.
pub struct Session {
    /// The graph.
    pub graph: Graph,
    /// Words for types, months, languages.
    pub vocabulary: Vocabulary,
    /// Settings.
    pub settings: Settings,
    /// Variables by lower-case name.
    pub variables: BTreeMap<String, Value>,
    /// The last answer.
    pub last: Option<Answer>,
    /// The statement that made it.
    pub last_text: String,
    /// Neither files nor programs.
    pub safe: bool,
    /// Folders with saved queries, first first.
    pub folders: Vec<PathBuf>,
    /// The day "today" means unless the settings say otherwise.
    pub today: NaiveDate,
    /// Set to end the running statement.
    pub cancel: Arc<AtomicBool>,
    /// Keeper of judgements.
    pub judge: Option<Box<dyn Judge>>,
    /// Statements so far.
    pub history: Vec<String>,
    /// Columns of the terminal, if there is one.
    pub columns: Option<usize>,
    /// Colours.
    pub style: Style,
    /// Depth of `run` inside `run`.
    pub depth: usize,
}

impl Session {
    /// Makes a session over a graph.
    pub fn new(graph: Graph, lexicon: &Lexicon, today: NaiveDate) -> Self {
        Self {
            graph,
            vocabulary: Vocabulary::new(lexicon),
            settings: Settings::default(),
            variables: BTreeMap::new(),
            last: None,
            last_text: String::new(),
            safe: false,
            folders: vec![PathBuf::from("queries")],
            today,
            cancel: Arc::new(AtomicBool::new(false)),
            judge: None,
            history: Vec::new(),
            columns: None,
            style: Style::default(),
            depth: 0,
        }
    }

    /// Runs one statement.
    ///
    /// # Errors
    /// [`Problem`] with the words at fault.
    pub fn execute(&mut self, text: &str) -> Result<Reply, Problem> {
        let statement = crate::query::parse(text, &self.vocabulary, &self.graph)?;
        if let Some(run) = command::of(&statement.query.verb).and_then(|c| c.run) {
            let mut reply = run(self, &statement, text)?;
            if !statement.sinks.is_empty() && !reply.delivered {
                let shown = std::mem::take(&mut reply.text);
                self.sink(&statement, shown, &mut reply)?;
            }
            return Ok(reply);
        }
        self.ask(&statement, text)
    }

    /// Answers a question to the graph, renders it and keeps it as the last answer.
    pub(super) fn ask(&mut self, statement: &Statement, text: &str) -> Result<Reply, Problem> {
        let started = std::time::Instant::now();
        let answer = {
            let options = self.options();
            let plan = crate::query::plan::plan(&statement.query, text, &self.graph, &options)?;
            if statement.explain {
                return Ok(Reply::text(super::plan_text::describe(&plan, &self.graph)));
            }
            crate::query::execute(plan, &self.graph, &self.vocabulary, &options)?
        };
        let elapsed = started.elapsed();
        let mut reply = self.reply(&answer, statement, text)?;
        if self.settings.timer || statement.profile {
            reply.remarks.push(format!(
                "{} in {:.3} ms",
                crate::query::result::count(answer.rows.len(), "row"),
                elapsed.as_secs_f64() * 1e3
            ));
        }
        if self.cancel.load(std::sync::atomic::Ordering::Relaxed) {
            reply
                .remarks
                .push("interrupted: these are the rows found so far".to_owned());
        }
        text.clone_into(&mut self.last_text);
        self.last = Some(answer);
        Ok(reply)
    }

    /// Returns what statements are run with.
    pub fn options(&self) -> Options<'_> {
        let today =
            NaiveDate::parse_from_str(&self.settings.today, "%Y-%m-%d").unwrap_or(self.today);
        Options {
            today: Some(today),
            last: self.last.as_ref(),
            variables: self.variables.clone(),
            cancel: Some(&self.cancel),
            max_rows: self.settings.maxrows,
        }
    }

    /// Returns what writers need; `title` stands over pictures and pages.
    pub fn context<'c>(&'c self, title: &'c str) -> Context<'c> {
        Context {
            graph: &self.graph,
            vocabulary: &self.vocabulary,
            merge_edges: self.settings.dot_merge,
            title,
        }
    }

    /// Returns the place answers are printed to.
    pub fn screen(&self) -> Screen {
        let width = if self.settings.width > 0 {
            Some(self.settings.width)
        } else {
            self.columns
        };
        Screen {
            width,
            style: self.style,
        }
    }

    pub(super) fn reply(
        &self,
        answer: &Answer,
        statement: &Statement,
        text: &str,
    ) -> Result<Reply, Problem> {
        let asked = statement.sinks.iter().find_map(|s| {
            if let Sink::Format(f) = s {
                Some(f)
            } else {
                None
            }
        });
        let file = statement.sinks.iter().find_map(|s| {
            if let Sink::File(f, _) = s {
                Some(f)
            } else {
                None
            }
        });
        let by_file = file
            .and_then(|f| export::format_of_file(&f.value))
            .map(|f| f.name);
        let name = asked
            .map(|f| f.value.as_str())
            .or(by_file)
            .unwrap_or(&self.settings.format);
        let title = text.lines().next().unwrap_or("").trim();
        let context = self.context(title);
        let plain = statement
            .sinks
            .iter()
            .any(|s| !matches!(s, Sink::Format(_)));
        let screen = if plain {
            Screen {
                width: None,
                style: Style::default(),
            }
        } else {
            self.screen()
        };
        let mut reply = Reply {
            remarks: answer.notes.clone(),
            empty: answer.rows.is_empty(),
            ..Reply::default()
        };
        let picks = render::picks(&answer.picked, &context);
        if let Some(format) = export::format(name) {
            reply.text = (format.write)(answer, &context);
            reply.machine = true;
        } else if let Some(view) = render::view(name) {
            reply.text = (view.2)(answer, &context, screen);
        } else if name == "auto" {
            reply.text = render::automatic(answer, &context, screen);
        } else {
            return Err(unknown_format(
                name,
                asked.map_or(Span::default(), |f| f.span),
            ));
        }
        reply.remarks.splice(0..0, picks);
        let shown = std::mem::take(&mut reply.text);
        self.sink(statement, shown, &mut reply)?;
        reply.delivered = true;
        Ok(reply)
    }

    /// Sends the text where the statement's sinks say.
    fn sink(&self, statement: &Statement, text: String, reply: &mut Reply) -> Result<(), Problem> {
        let mut text = Some(text);
        for sink in &statement.sinks {
            match sink {
                Sink::Format(_) => {}
                Sink::File(file, append) => {
                    let written = text.take().unwrap_or_default();
                    self.write(&file.value, written.as_bytes(), *append)
                        .map_err(|m| Problem::new(m, file.span))?;
                    reply.remarks.push(format!("wrote {}", file.value));
                }
                Sink::Pipe(command) => {
                    let input = text.take().unwrap_or_default();
                    text = Some(
                        self.pipe(&command.value, &input)
                            .map_err(|m| Problem::new(m, command.span))?,
                    );
                }
            }
        }
        reply.text = text.unwrap_or_default();
        Ok(())
    }

    /// Writes a file at once, or adds to it.
    ///
    /// # Errors
    /// What the system said, with the file; that the session is safe.
    pub fn write(&self, file: &str, bytes: &[u8], append: bool) -> Result<(), String> {
        use std::io::Write as _;
        if self.safe {
            return Err("files are not written with --safe".to_owned());
        }
        let path = super::home(file);
        let fail = |e: std::io::Error| format!("{file} cannot be written: {e}");
        if append {
            let mut open = std::fs::OpenOptions::new()
                .create(true)
                .append(true)
                .open(&path)
                .map_err(fail)?;
            return open.write_all(bytes).map_err(fail);
        }
        let folder = path
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(std::path::Path::new("."));
        let mut temporary = tempfile::Builder::new()
            .prefix(".newsgraph")
            .tempfile_in(folder)
            .map_err(fail)?;
        temporary.write_all(bytes).map_err(fail)?;
        temporary.as_file().sync_all().map_err(fail)?;
        readable(temporary.path());
        temporary
            .persist(&path)
            .map(|_| ())
            .map_err(|e| fail(e.error))
    }

    /// Runs a text through a program of the system and returns what it prints.
    fn pipe(&self, command: &str, input: &str) -> Result<String, String> {
        use std::io::Write as _;
        use std::process::{Command, Stdio};
        if self.safe {
            return Err("programs are not started with --safe".to_owned());
        }
        let fail = |e: std::io::Error| format!("`{command}` cannot be run: {e}");
        let mut child = Command::new("sh")
            .arg("-c")
            .arg(command)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(fail)?;
        let stdin = child.stdin.take();
        let bytes = input.as_bytes().to_vec();
        let feeder = std::thread::spawn(move || stdin.map(|mut s| s.write_all(&bytes)));
        let output = child.wait_with_output().map_err(fail)?;
        let _ = feeder.join();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        match output.status.code() {
            Some(code) if code > 1 => Err(format!("`{command}` ended with code {code}")),
            _ => Ok(text),
        }
    }

    /// Renders an error: message, line, caret, suggestions.
    pub fn explain(&self, problem: &Problem, text: &str) -> String {
        describe(problem, text, self.style, None)
    }
}

#[cfg(unix)]
fn readable(path: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn readable(_: &std::path::Path) {}

/// Makes the problem of a format that does not exist.
pub fn unknown_format(name: &str, span: Span) -> Problem {
    let known = super::format_names();
    let suggestions = crate::query::suggest::nearest(name, known.iter().copied(), 2);
    Problem {
        suggestions,
        ..Problem::new(
            format!("no format \"{name}\"; formats are {}", known.join(", ")),
            span,
        )
    }
}

/// Renders a problem: message, the line, a caret under the words, the nearest right ones. `place` is `file:line:column`'s file and first line.
pub fn describe(
    problem: &Problem,
    text: &str,
    style: Style,
    place: Option<(&str, usize)>,
) -> String {
    use super::render::width::columns;
    let start = problem.span.start as usize;
    let before = text.get(..start).unwrap_or("");
    let line_number = before.matches('\n').count();
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    let line = text
        .get(line_start..)
        .and_then(|t| t.split('\n').next())
        .unwrap_or("");
    let lead = text.get(line_start..start).unwrap_or("");
    let position = place.map_or_else(String::new, |(file, first)| {
        format!(
            "{file}:{}:{}: ",
            first + line_number,
            lead.chars().count() + 1
        )
    });
    let mut out = format!(
        "{position}{} {}\n",
        style.paint(Ink::Error, "error:"),
        problem.message
    );
    let pointed = !problem.span.is_empty() || start > 0;
    if pointed && !line.trim().is_empty() {
        let words: String = problem
            .span
            .of(text)
            .split('\n')
            .next()
            .unwrap_or("")
            .to_owned();
        let carets = "^".repeat(columns(&words).max(1));
        let hint = if problem.suggestions.is_empty() {
            String::new()
        } else {
            format!(" did you mean {}?", problem.suggestions.join(", or "))
        };
        out.push_str(&format!(
            "  {line}\n  {}{}\n",
            " ".repeat(columns(lead)),
            style.paint(Ink::Hint, &format!("{carets}{hint}"))
        ));
    } else if !problem.suggestions.is_empty() {
        out.push_str(&format!(
            "  did you mean {}?\n",
            problem.suggestions.join(", or ")
        ));
    }
    out
}
