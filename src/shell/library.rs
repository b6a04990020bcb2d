//! Saved queries in a session: finding, binding and running them, and checking their expectations.
//!
//! In: names and values. Out: replies. Invariants: a folder's query hides a shipped one of the same name; parameters are typed before anything runs.

use super::saved::{Parameter, ParameterKind, SHIPPED, Saved, value};
use super::session::{Reply, Session};
use crate::base::span::Span;
use crate::query::ast::{At, Statement, Value};
use crate::query::{Answer, Problem};
use std::collections::BTreeMap;

/// Deepest `run` inside `run`.
const DEPTH: usize = 8;

impl Session {
    /// Lists every saved query by name.
    pub fn saved_queries(&self) -> Vec<Saved> {
        let mut found: BTreeMap<String, Saved> = BTreeMap::new();
        for (name, text) in SHIPPED {
            if let Ok(saved) = Saved::parse(name, text) {
                found.insert(name.to_owned(), saved);
            }
        }
        for folder in self.folders.iter().rev() {
            for file in super::files_in(folder, "ngq") {
                let name = file
                    .file_stem()
                    .map_or_else(String::new, |s| s.to_string_lossy().into_owned());
                if let Some(saved) = super::read(&file)
                    .ok()
                    .and_then(|text| Saved::parse(&name, &text).ok())
                {
                    found.insert(name, saved);
                }
            }
        }
        found.into_values().collect()
    }

    /// Finds a saved query by file or name.
    ///
    /// # Errors
    /// [`Problem`] with the nearest names, or with the line of the file that is at fault.
    pub fn saved(&self, name: &str) -> Result<Saved, Problem> {
        let path = super::home(name);
        let stem = path
            .file_stem()
            .map_or_else(String::new, |s| s.to_string_lossy().into_owned());
        let broken = |m: String| Problem::new(format!("{name}:{m}"), Span::default());
        if path.is_file() {
            if self.safe && !self.folders.iter().any(|f| path.starts_with(f)) {
                return Err(Problem::new(
                    "with --safe only saved queries by name are run",
                    Span::default(),
                ));
            }
            let text = super::read(&path).map_err(|m| Problem::new(m, Span::default()))?;
            return Saved::parse(&stem, &text).map_err(broken);
        }
        let all = self.saved_queries();
        if let Some(saved) = all.iter().find(|s| s.name == stem) {
            return Ok(saved.clone());
        }
        let suggestions =
            crate::query::suggest::nearest(&stem, all.iter().map(|s| s.name.as_str()), 2);
        Err(Problem {
            suggestions,
            ..Problem::new(
                format!("no file and no saved query \"{name}\"; `show queries` lists them"),
                Span::default(),
            )
        })
    }

    /// Binds values to the parameters of a query.
    ///
    /// # Errors
    /// [`Problem`] for an unknown parameter, a value of the wrong kind, or one that is missing.
    pub fn bind(
        &self,
        saved: &Saved,
        values: &[(At<String>, At<Value>)],
    ) -> Result<BTreeMap<String, Value>, Problem> {
        let mut bound: BTreeMap<String, Value> = saved
            .parameters
            .iter()
            .filter_map(|p| Some((p.name.clone(), p.default.clone()?)))
            .collect();
        for (name, given) in values {
            let Some(parameter) = saved.parameters.iter().find(|p| p.name == name.value) else {
                let known = saved.parameters.iter().map(|p| p.name.as_str());
                let suggestions = crate::query::suggest::nearest(&name.value, known, 2);
                let names = saved
                    .parameters
                    .iter()
                    .map(|p| p.name.clone())
                    .collect::<Vec<_>>()
                    .join(", ");
                let has = if names.is_empty() {
                    "it takes none".to_owned()
                } else {
                    format!("its parameters are {names}")
                };
                return Err(Problem {
                    suggestions,
                    ..Problem::new(
                        format!("{} has no parameter \"{}\"; {has}", saved.name, name.value),
                        name.span,
                    )
                });
            };
            bound.insert(name.value.clone(), typed(parameter, given)?);
        }
        if let Some(missing) = saved
            .parameters
            .iter()
            .find(|p| !bound.contains_key(&p.name))
        {
            return Err(Problem::new(
                format!(
                    "{} needs a value for {}: `run {} {}=…`",
                    saved.name, missing.name, saved.name, missing.name
                ),
                Span::default(),
            ));
        }
        Ok(bound)
    }

    /// Runs every statement of a query with its values; names of the session are untouched.
    ///
    /// # Errors
    /// [`Problem`] of the first statement that fails, with its text and place in the file.
    pub fn run_saved(
        &mut self,
        saved: &Saved,
        bound: BTreeMap<String, Value>,
        span: Span,
    ) -> Result<Reply, Problem> {
        if self.depth >= DEPTH {
            return Err(Problem::new(
                "saved queries run one another in a circle",
                span,
            ));
        }
        let outer = std::mem::replace(&mut self.variables, bound);
        self.depth += 1;
        let outcome = self.run_statements(saved, span);
        self.depth -= 1;
        self.variables = outer;
        outcome
    }

    fn run_statements(&mut self, saved: &Saved, span: Span) -> Result<Reply, Problem> {
        let mut whole = Reply::default();
        for place in crate::query::split(&saved.text) {
            let statement = place.of(&saved.text);
            let line = saved
                .text
                .get(..place.start as usize)
                .unwrap_or("")
                .matches('\n')
                .count()
                + 1;
            let reply = self.execute(statement).map_err(|p| Problem {
                message: format!(
                    "{}:{}:{}: {} in `{statement}`",
                    saved.name,
                    line,
                    p.span.start + 1,
                    p.message
                ),
                span,
                ..p
            })?;
            if !whole.text.is_empty() && !reply.machine {
                whole.text.push('\n');
            }
            if self.depth == 1 && !reply.machine {
                for remark in &reply.remarks {
                    whole.text.push_str(&format!(
                        "{}\n",
                        self.style.paint(super::render::style::Ink::Dim, remark)
                    ));
                }
            }
            whole.text.push_str(&reply.text);
            whole.machine |= reply.machine;
        }
        Ok(whole)
    }

    /// Renders an answer that a command made itself, and keeps it.
    pub(super) fn print(
        &mut self,
        answer: Answer,
        statement: &Statement,
        text: &str,
    ) -> Result<Reply, Problem> {
        let answer = std::sync::Arc::new(answer);
        let reply = self.reply(&answer, statement, text)?;
        text.clone_into(&mut self.last_text);
        self.last_plan = None;
        self.last = Some(answer);
        Ok(reply)
    }

    /// Makes a folder if it is missing.
    ///
    /// # Errors
    /// What the system said.
    pub fn make_folder(&self, folder: &str) -> Result<(), String> {
        if self.safe {
            return Err("files are not written with --safe".to_owned());
        }
        std::fs::create_dir_all(folder).map_err(|e| format!("{folder} cannot be made: {e}"))
    }
}

fn typed(parameter: &Parameter, given: &At<Value>) -> Result<Value, Problem> {
    match (&given.value, parameter.kind) {
        (Value::Date(_), ParameterKind::Date)
        | (Value::Number(_), ParameterKind::Number)
        | (Value::Text(_), ParameterKind::Entity | ParameterKind::Text) => Ok(given.value.clone()),
        (other, kind) => {
            let text = super::commands::value_text(other);
            value(kind, &text)
                .map_err(|m| Problem::new(format!("{}: {m}", parameter.name), given.span))
        }
    }
}

impl Session {
    /// Runs every saved query with its own values and compares the rows of its first statement with what it expects.
    pub fn check_queries(&mut self) -> Vec<(String, Result<String, String>)> {
        let all = self.saved_queries();
        all.into_iter()
            .map(|saved| (saved.name.clone(), self.check_query(&saved)))
            .collect()
    }

    fn check_query(&mut self, saved: &Saved) -> Result<String, String> {
        let bound = self.bind(saved, &[]).map_err(|p| p.message)?;
        let outer = std::mem::replace(&mut self.variables, bound);
        let mut first = None;
        let mut failure = None;
        for place in crate::query::split(&saved.text) {
            match self.execute(place.of(&saved.text)) {
                Ok(_) => {
                    let rows = self.last.as_ref().map_or(0, |a| a.rows.len());
                    first = first.or(Some(rows));
                }
                Err(problem) => {
                    failure = Some(format!("`{}`: {}", place.of(&saved.text), problem.message));
                    break;
                }
            }
        }
        self.variables = outer;
        if let Some(failure) = failure {
            return Err(failure);
        }
        let rows = first.unwrap_or(0);
        for e in &saved.expectations {
            let holds = match e.comparison.as_str() {
                ">=" => rows >= e.rows,
                "<=" => rows <= e.rows,
                _ => rows == e.rows,
            };
            if !holds {
                return Err(format!("{rows} rows, expected {} {}", e.comparison, e.rows));
            }
        }
        Ok(crate::query::result::count(rows, "row"))
    }
}
