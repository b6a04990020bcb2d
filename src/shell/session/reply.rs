//! An answer rendered.
//!
//! In: an [`Answer`], the statement. Out: a [`Reply`]. Invariant: printing that is broken off leaves the first rows. Does not: print.

use crate::base::span::Span;
use crate::export;
use crate::export::Context;
use crate::query::ast::{Sink, Statement};
use crate::query::{Answer, Problem};
use crate::shell::render;
use crate::shell::render::Screen;
use crate::shell::render::style::Style;
use crate::shell::session::{Reply, Session};
use crate::shell::working::Broken;
use std::sync::Arc;

/// Rows that are printed of an answer whose printing was broken off.
pub(super) const FIRST_ROWS: usize = 200;

impl Session {
    pub(in crate::shell) fn reply(
        &mut self,
        answer: &Arc<Answer>,
        statement: &Statement,
        text: &str,
    ) -> Result<Reply, Problem> {
        let (name, span) = self.format_asked(statement);
        let name = name.as_str();
        let plain = is_written(statement);
        let screen = if plain {
            Screen {
                width: None,
                style: Style::default(),
            }
        } else {
            self.screen()
        };
        if !known(name) {
            return Err(unknown_format(name, span));
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
        if plain {
            let lost = export::left_out(name, answer, &self.context(title));
            reply.remarks.extend(lost);
        }
        let shown = std::mem::take(&mut reply.text);
        self.sink(statement, shown, &mut reply)?;
        reply.delivered = true;
        Ok(reply)
    }

    /// The view or format of an answer, and where the statement names it: as asked, by the file's suffix, as set.
    fn format_asked(&self, statement: &Statement) -> (String, Span) {
        let asked = statement.sinks.iter().find_map(|s| match s {
            Sink::Format(f) => Some(f),
            _ => None,
        });
        let file = statement.sinks.iter().find_map(|s| match s {
            Sink::File(f, _) => Some(f),
            _ => None,
        });
        let by_file = file.and_then(|f| export::format_of_file(&f.value));
        let name = asked
            .map(|f| f.value.as_str())
            .or(by_file.map(|f| f.name))
            .unwrap_or(&self.settings.format);
        (name.to_owned(), asked.map_or(Span::default(), |f| f.span))
    }

    /// Says whom names were taken for: at length the first time, in one short line when it was told before.
    pub(super) fn picks(&mut self, answer: &Answer, title: &str) -> Vec<String> {
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
    pub(in crate::shell) fn rendered(
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
    pub(super) fn beginning(
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
}

/// Tells whether an answer goes to a file or program.
fn is_written(statement: &Statement) -> bool {
    let mut sinks = statement.sinks.iter();
    sinks.any(|s| !matches!(s, Sink::Format(_)))
}

/// Tells whether a view or format has a name.
pub(in crate::shell) fn known(format: &str) -> bool {
    format == "auto" || export::format(format).is_some() || render::view(format).is_some()
}

/// Makes the problem of a format that does not exist.
pub fn unknown_format(name: &str, span: Span) -> Problem {
    let known = crate::shell::format_names();
    let suggestions = crate::query::suggest::nearest(name, known.iter().copied(), 2);
    Problem {
        suggestions,
        ..Problem::new(
            format!("no format \"{name}\"; formats are {}", known.join(", ")),
            span,
        )
    }
}
