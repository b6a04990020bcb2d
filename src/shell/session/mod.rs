//! One user's session: the graph, settings, variables, the last answer; runs statements and renders their answers.
//!
//! In: text of a statement. Out: [`Reply`]: what to print, remarks, whether to leave. Invariants: a failed statement changes nothing; files are
//! replaced at once or not at all; with `safe` no file is written and no program started. Does not: read keys or print.

mod follow;
mod problem;
mod reply;
mod sinks;

use crate::base::span::Span;
use crate::export;
use crate::export::Context;
use crate::graph::Graph;
use crate::lexicon::Lexicon;
use crate::query::ast::{At, Reference, Sink, Statement, Subject, Value, Verb};
use crate::query::plan::Plan;
use crate::query::result::Kind;
use crate::query::{Answer, Options, Problem, Vocabulary, plain};
use crate::shell::judging::{Judge, Pending};
use crate::shell::render::Screen;
use crate::shell::render::style::Style;
use crate::shell::settings::Settings;
use crate::shell::working::{Broken, Done};
use crate::shell::{command, working};
use chrono::NaiveDate;
pub use problem::describe;
pub(super) use reply::known;
pub use reply::unknown_format;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

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
    /// The last question, whatever its answer was, and whom it named.
    pub asked: (String, Vec<crate::query::result::Picked>),
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
            asked: (String::new(), Vec::new()),
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
        if let Some((statement, told)) = self.continued(text) {
            let mut reply = self.run(&statement)?;
            let said = plain::said(&statement, &self.vocabulary, &self.graph);
            reply.remarks.splice(0..0, said.into_iter().chain(told));
            return Ok(reply);
        }
        let (graph, words) = (Arc::clone(&self.graph), Arc::clone(&self.vocabulary));
        let reading = plain::reread(text, problem, &words, &graph, &self.options());
        let reading = reading.map_err(|problem| self.with_answers(problem))?;
        let mut reply = self.run(&reading.statement)?;
        let read = plain::said(&reading.statement, &words, &graph);
        let searched = reading.searched.map(|s| format!("searched: {s}"));
        let said = read.into_iter().chain(reading.told).chain(searched);
        reply.remarks.splice(0..0, said);
        Ok(reply)
    }

    /// A problem with the suggestions alone that are words, or statements that run.
    fn with_answers(&self, mut problem: Problem) -> Problem {
        problem.suggestions.retain(|s| {
            let statement = s.strip_prefix('`').and_then(|s| s.strip_suffix('`'));
            statement.is_none_or(|s| self.can_be_run(s))
        });
        problem
    }

    /// Tells whether a statement is one of the session, or a question that can be answered.
    fn can_be_run(&self, statement: &str) -> bool {
        let read = crate::query::parse(statement, &self.vocabulary, self.graph.as_ref());
        let own = |s: Statement| command::of(&s.query.verb).is_some_and(|c| c.run.is_some());
        self.can_be_planned(statement) || read.is_ok_and(own)
    }

    /// Tells whether a statement asks something that can be answered.
    fn can_be_planned(&self, statement: &str) -> bool {
        let read = crate::query::parse(statement, &self.vocabulary, self.graph.as_ref());
        read.is_ok_and(|s| {
            let options = self.options();
            let (graph, words) = (&self.graph, &self.vocabulary);
            crate::query::plan::plan(&s.query, statement, graph, words, &options).is_ok()
        })
    }

    /// Runs one statement as it stands.
    fn run(&mut self, text: &str) -> Result<Reply, Problem> {
        let statement = crate::query::parse(text, &self.vocabulary, self.graph.as_ref())?;
        if !matches!(statement.query.verb, Verb::Yes | Verb::No) {
            self.pending = None;
        }
        self.check_programs(&statement)?;
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
        if !looks_closer(&statement.query.verb) {
            self.asked = (text.to_owned(), answer.picked.clone());
        }
        let list = |a: &Arc<Answer>| a.kind != Kind::Facts;
        let beside = answer.kind == Kind::Facts && self.last.as_ref().is_some_and(list);
        if !(looks_closer(&statement.query.verb) || beside) || self.last.is_none() {
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
