//! One user's session: the graph, settings, variables, the last answer; runs statements and renders their answers.
//!
//! In: text of a statement. Out: [`Reply`]: what to print, remarks, whether to leave. Invariants: a failed statement changes nothing; files are
//! replaced at once or not at all; with `safe` no file is written and no program started. Does not: read keys or print.

use super::command;
use super::judging::{Judge, Pending};
use super::render::style::{Ink, Style};
use super::render::{self, Screen};
use super::settings::Settings;
use super::working::{self, Broken, Done};
use crate::base::span::Span;
use crate::export::{self, Context};
use crate::graph::Graph;
use crate::lexicon::Lexicon;
use crate::query::ast::{At, Reference, Sink, Statement, Subject, Value, Verb};
use crate::query::plan::Plan;
use crate::query::{Answer, Options, Problem, Vocabulary, plain};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Rows that are printed of an answer whose printing was broken off.
const FIRST_ROWS: usize = 200;

/// What a statement gives back.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// What goes to standard output.
    pub text: String,
    /// Remarks; on standard error where the output is for machines.
    pub remarks: Vec<String>,
    /// Remarks behind the text: what can be done next.
    pub notes: Vec<String>,
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
    pub graph: Arc<Graph>,
    /// Words for types, months, languages.
    pub vocabulary: Arc<Vocabulary>,
    /// Settings.
    pub settings: Settings,
    /// Variables by lower-case name.
    pub variables: BTreeMap<String, Value>,
    /// The last answer.
    pub last: Option<Arc<Answer>>,
    /// The statement that made it.
    pub last_text: String,
    /// Its plan, if it has more rows than were shown.
    pub last_plan: Option<Plan>,
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
    /// A judgement that waits for `yes`.
    pub pending: Option<Pending>,
    /// Statements so far.
    pub history: Vec<String>,
    /// Columns of the terminal, if there is one.
    pub columns: Option<usize>,
    /// Colours.
    pub style: Style,
    /// Depth of `run` inside `run`.
    pub depth: usize,
    /// Readings of names that the user has been told of.
    pub told: BTreeSet<String>,
}

impl Session {
    /// Makes a session over a graph.
    pub fn new(graph: Graph, lexicon: &Lexicon, today: NaiveDate) -> Self {
        Self {
            graph: Arc::new(graph),
            vocabulary: Arc::new(Vocabulary::new(lexicon)),
            settings: Settings::default(),
            variables: BTreeMap::new(),
            last: None,
            last_text: String::new(),
            last_plan: None,
            safe: false,
            folders: vec![PathBuf::from("queries")],
            today,
            cancel: Arc::new(AtomicBool::new(false)),
            judge: None,
            pending: None,
            history: Vec::new(),
            columns: None,
            style: Style::default(),
            depth: 0,
            told: BTreeSet::new(),
        }
    }

    /// Runs one statement.
    ///
    /// # Errors
    /// [`Problem`] with the words at fault.
    pub fn execute(&mut self, text: &str) -> Result<Reply, Problem> {
        let problem = match self.run(text) {
            Err(problem) => problem,
            done => return done,
        };
        let (graph, words) = (Arc::clone(&self.graph), Arc::clone(&self.vocabulary));
        let reading = plain::reread(text, problem, &words, &graph, &self.options())?;
        let mut reply = self.run(&reading.statement)?;
        let read = format!("read as: {}", reading.statement);
        let searched = reading.searched.map(|s| format!("searched: {s}"));
        reply.remarks.splice(0..0, [read].into_iter().chain(searched));
        Ok(reply)
    }

    /// Runs one statement as it stands.
    fn run(&mut self, text: &str) -> Result<Reply, Problem> {
        let statement = crate::query::parse(text, &self.vocabulary, self.graph.as_ref())?;
        if statement.query.verb != Verb::Yes {
            self.pending = None;
        }
        let command = command::of(&statement.query.verb);
        let question = matches!(statement.query.verb, Verb::ShowTopic(_) | Verb::Show(_));
        if let (true, false, Some(c)) = (statement.explain, question, command)
            && c.run.is_some()
        {
            let words = "{} is a command of the session, not a question; nothing was done\n";
            return Ok(Reply::text(words.replace("{}", c.name)));
        }
        if let Some(run) = command.and_then(|c| c.run) {
            let mut reply = run(self, &statement, text)?;
            if !statement.sinks.is_empty() && !reply.delivered {
                let shown = std::mem::take(&mut reply.text);
                self.sink(&statement, shown, &mut reply)?;
            }
            return Ok(reply);
        }
        self.ask(&statement, text)
    }

    /// Answers a question to the graph, renders it and keeps it as the last answer, unless it only looks closer at a row of that.
    pub(super) fn ask(&mut self, statement: &Statement, text: &str) -> Result<Reply, Problem> {
        let started = std::time::Instant::now();
        let options = self.options();
        let mut plan = crate::query::plan::plan(
            &statement.query,
            text,
            &self.graph,
            &self.vocabulary,
            &options,
        )?;
        drop(options);
        if statement.explain {
            return Ok(Reply::text(super::plan_text::describe(&plan, &self.graph)));
        }
        plan.all_rows = self.leaves_the_screen(statement);
        let whole = plan.limit.is_none().then(|| plan.clone());
        let answer = Arc::new(self.answer(plan, statement.query.span)?);
        let elapsed = started.elapsed();
        let mut reply = self.reply(&answer, statement, text)?;
        if self.settings.timer || statement.profile {
            reply.remarks.push(format!(
                "{} in {:.3} ms",
                crate::query::result::count(answer.rows.len(), "row"),
                elapsed.as_secs_f64() * 1e3
            ));
        }
        if !looks_closer(&statement.query.verb) || self.last.is_none() {
            text.clone_into(&mut self.last_text);
            self.last_plan = whole.filter(|_| answer.truncated);
            self.last = Some(answer);
        }
        Ok(reply)
    }

    /// Tells whether an answer goes to a file or a program, where the bound on rows of the screen has no place.
    fn leaves_the_screen(&self, statement: &Statement) -> bool {
        statement.sinks.iter().any(|s| match s {
            Sink::Format(format) => {
                self.columns.is_none() && export::format(&format.value).is_some()
            }
            Sink::File(..) | Sink::Pipe(_) => true,
        })
    }

    /// Runs a plan so that it can be broken off.
    pub(super) fn answer(&self, plan: Plan, span: Span) -> Result<Answer, Problem> {
        let (graph, vocabulary) = (Arc::clone(&self.graph), Arc::clone(&self.vocabulary));
        let last = self.last.clone();
        let (variables, today) = (self.variables.clone(), self.day());
        let max_rows = self.settings.maxrows;
        let outcome = self.wait(move |stop| {
            let options = Options {
                today: Some(today),
                last: last.as_deref(),
                variables,
                cancel: Some(stop),
                max_rows,
            };
            crate::query::execute(plan, &graph, &vocabulary, &options)
        });
        let done = outcome.map_err(|b| self.broken(b, span))?;
        let mut answer = done.value?;
        if let Some(broken) = done.broken {
            answer.truncated = true;
            let why = match broken {
                Broken::TimedOut => format!("stopped after {}", self.settings.timeout),
                _ => "interrupted".to_owned(),
            };
            answer
                .notes
                .push(format!("{why}: these are the rows found so far"));
        }
        Ok(answer)
    }

    /// Runs work that may be broken off.
    pub(super) fn wait<T: Send + 'static>(
        &self,
        work: impl FnOnce(&AtomicBool) -> T + Send + 'static,
    ) -> Result<Done<T>, Broken> {
        working::wait(&self.cancel, self.settings.limit(), work)
    }

    /// Makes the problem of work that was broken off.
    pub(super) fn broken(&self, broken: Broken, span: Span) -> Problem {
        let message = match broken {
            Broken::Interrupted => "interrupted before a row was found".to_owned(),
            Broken::TimedOut => format!(
                "stopped after {}; `set timeout off` lets it run on",
                self.settings.timeout
            ),
            Broken::Failed => {
                "this failed inside the program; please report the statement".to_owned()
            }
        };
        Problem::new(message, span)
    }

    /// Returns the day that "today" means.
    fn day(&self) -> NaiveDate {
        NaiveDate::parse_from_str(&self.settings.today, "%Y-%m-%d").unwrap_or(self.today)
    }

    /// Returns what statements are run with.
    pub fn options(&self) -> Options<'_> {
        Options {
            today: Some(self.day()),
            last: self.last.as_deref(),
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
        &mut self,
        answer: &Arc<Answer>,
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
            .unwrap_or(&self.settings.format)
            .to_owned();
        let name = name.as_str();
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
        if !known(name) {
            return Err(unknown_format(
                name,
                asked.map_or(Span::default(), |f| f.span),
            ));
        }
        let question = statement.query.span.of(text);
        let title = question.lines().next().unwrap_or("").trim();
        let picks = self.picks(answer, title);
        let mut reply = Reply {
            remarks: answer.notes.clone(),
            empty: answer.rows.is_empty(),
            machine: export::format(name).is_some(),
            ..Reply::default()
        };
        reply.text = match self.rendered(answer, name, title, screen) {
            Ok(text) => text,
            Err(_) => self.beginning(answer, name, title, screen, &mut reply.remarks),
        };
        reply.remarks.splice(0..0, picks);
        let shown = std::mem::take(&mut reply.text);
        self.sink(statement, shown, &mut reply)?;
        reply.delivered = true;
        Ok(reply)
    }

    /// Says whom names were taken for: at length the first time, in one short line when it was told before.
    fn picks(&mut self, answer: &Answer, title: &str) -> Vec<String> {
        let lines = render::picks(&answer.picked, &self.context(title));
        let (old, mut new): (Vec<String>, Vec<String>) =
            lines.into_iter().partition(|l| self.told.contains(l));
        self.told.extend(new.iter().cloned());
        let short: Vec<&str> = old.iter().filter_map(|l| l.split(" (").next()).collect();
        if !short.is_empty() {
            new.push(short.join(" · "));
        }
        new
    }

    /// Renders an answer so that it can be broken off.
    pub(super) fn rendered(
        &self,
        answer: &Arc<Answer>,
        format: &str,
        title: &str,
        screen: Screen,
    ) -> Result<String, Broken> {
        let (graph, vocabulary) = (Arc::clone(&self.graph), Arc::clone(&self.vocabulary));
        let (answer, merge_edges) = (Arc::clone(answer), self.settings.dot_merge);
        let (format, title) = (format.to_owned(), title.to_owned());
        let done = self.wait(move |_| {
            let context = Context {
                graph: &graph,
                vocabulary: &vocabulary,
                merge_edges,
                title: &title,
            };
            render::text(&answer, &format, &context, screen)
        })?;
        Ok(done.value)
    }

    /// Renders the first rows of an answer whose printing was broken off.
    fn beginning(
        &self,
        answer: &Answer,
        format: &str,
        title: &str,
        screen: Screen,
        remarks: &mut Vec<String>,
    ) -> String {
        let short = Answer {
            rows: answer.rows.iter().take(FIRST_ROWS).cloned().collect(),
            picked: answer.picked.clone(),
            columns: answer.columns.clone(),
            focus: answer.focus.clone(),
            notes: Vec::new(),
            truncated: true,
            ..*answer
        };
        remarks.push(format!(
            "broken off: the first {} of {}",
            short.rows.len(),
            crate::query::result::count(answer.rows.len(), "row")
        ));
        render::text(&short, format, &self.context(title), screen)
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
        if !folder.is_dir() {
            let folder = folder.display();
            return Err(format!(
                "{file} cannot be written: there is no folder {folder}"
            ));
        }
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

/// `evidence 3`, `why 3`, `show #3`: one row after another is looked at, and the numbers stay those of the list.
fn looks_closer(verb: &Verb) -> bool {
    let row = |r: &At<Reference>| matches!(r.value, Reference::Row(_));
    match verb {
        Verb::ShowReference(reference) => row(reference),
        Verb::Evidence(Subject::Reference(reference))
        | Verb::Why(Subject::Reference(reference)) => row(reference),
        _ => false,
    }
}

#[cfg(unix)]
fn readable(path: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn readable(_: &std::path::Path) {}

/// Tells whether a view or format has a name.
pub(super) fn known(format: &str) -> bool {
    format == "auto" || export::format(format).is_some() || render::view(format).is_some()
}

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
