//! Where statements come from: the line editor on a terminal, plain lines elsewhere.
//!
//! In: keys or text. Out: [`Line`]s. Invariants: Ctrl-C never ends the session; a statement of several lines is one entry of the history.

use super::complete::{Candidate, complete};
use super::highlight::highlight;
use super::hint::hint;
use super::render::style::{Ink, Style};
use super::render::width::{columns, cut, pad};
use super::session::Session;
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hint, Hinter};
use rustyline::history::SearchDirection;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{
    Cmd, CompletionType, Config, Context, Editor, EventHandler, Helper, KeyCode, KeyEvent,
    Modifiers,
};
use std::borrow::Cow;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What a source gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Text to run.
    Text(String),
    /// Ctrl-C: the line was thrown away.
    Interrupted,
    /// No more.
    End,
}

/// A source of lines.
pub trait LineSource {
    /// Reads the next statement or script.
    ///
    /// # Errors
    /// What the terminal or file said.
    fn next(&mut self, prompt: &str) -> std::io::Result<Line>;
    /// Keeps a statement for later recall.
    fn remember(&mut self, statement: &str);
}

/// The session as the editor and the loop share it; the editor looks while keys come, the loop changes it between.
pub type Shared = Rc<RefCell<Session>>;

/// Most entries of the history.
const HISTORY: usize = 10_000;

/// A candidate as the editor lists it.
pub struct Offered {
    shown: String,
    text: String,
}

impl rustyline::completion::Candidate for Offered {
    fn display(&self) -> &str {
        &self.shown
    }

    fn replacement(&self) -> &str {
        &self.text
    }
}

/// A hint; only the rest of an earlier statement may be taken over.
pub struct Shown {
    text: String,
    usable: bool,
}

impl Hint for Shown {
    fn display(&self) -> &str {
        &self.text
    }

    fn completion(&self) -> Option<&str> {
        self.usable.then_some(self.text.as_str())
    }
}

struct Assistant {
    session: Shared,
    style: Style,
}

impl Helper for Assistant {}

impl Completer for Assistant {
    type Candidate = Offered;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Offered>)> {
        let Ok(session) = self.session.try_borrow() else {
            return Ok((pos, Vec::new()));
        };
        let before = line.get(..pos).unwrap_or(line);
        let (start, list) = complete(before, &session);
        let widest = list.iter().map(|c| columns(&c.text)).max().unwrap_or(0);
        let room = session.columns.unwrap_or(80).saturating_sub(widest + 4);
        let offered = |c: Candidate| {
            let shown = if c.about.is_empty() {
                c.text.clone()
            } else {
                format!("{}  {}", pad(&c.text, widest, false), cut(&c.about, room))
            };
            let space = if c.text.ends_with(['=', '/']) {
                ""
            } else {
                " "
            };
            Offered {
                shown,
                text: format!("{}{space}", c.text),
            }
        };
        Ok((start, list.into_iter().map(offered).collect()))
    }
}

impl Hinter for Assistant {
    type Hint = Shown;

    fn hint(&self, line: &str, pos: usize, context: &Context<'_>) -> Option<Shown> {
        if pos < line.len() {
            return None;
        }
        let newest = (!line.is_empty())
            .then(|| {
                context
                    .history()
                    .starts_with(
                        line,
                        context.history().len().saturating_sub(1),
                        SearchDirection::Reverse,
                    )
                    .ok()
                    .flatten()
            })
            .flatten();
        let entry = newest.as_ref().map(|r| r.entry.as_ref());
        let session = self.session.try_borrow().ok()?;
        hint(line, entry, &session).map(|(text, usable)| Shown { text, usable })
    }
}

impl Highlighter for Assistant {
    fn highlight<'l>(&self, line: &'l str, pos: usize) -> Cow<'l, str> {
        match self.session.try_borrow() {
            Ok(session) if self.style.color => {
                Cow::Owned(highlight(line, pos, &session, self.style))
            }
            _ => Cow::Borrowed(line),
        }
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(
        &'s self,
        prompt: &'p str,
        _default: bool,
    ) -> Cow<'b, str> {
        Cow::Owned(self.style.paint(Ink::Bold, prompt))
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        Cow::Owned(self.style.paint(Ink::Dim, hint))
    }

    fn highlight_char(&self, _line: &str, _pos: usize, kind: CmdKind) -> bool {
        self.style.color && !matches!(kind, CmdKind::MoveCursor)
    }
}

impl Validator for Assistant {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        Ok(if complete_input(context.input()) {
            ValidationResult::Valid(None)
        } else {
            ValidationResult::Incomplete
        })
    }
}

/// Tells whether a text can be run: no open quote, no backslash or comma at its end.
pub fn complete_input(text: &str) -> bool {
    use crate::query::lexer::{Kind, lex};
    let trimmed = text.trim_end();
    if trimmed.ends_with('\\') {
        return false;
    }
    !lex(text)
        .last()
        .is_some_and(|t| matches!(t.kind, Kind::Quoted(false) | Kind::Comma | Kind::Continue))
}

/// Tells whether a name resolves to somebody.
pub fn is_known(name: &str, session: &Session) -> bool {
    use crate::query::ast::{At, EntityTerm};
    if name.starts_with('$') {
        return true;
    }
    let expr = At::new(
        EntityTerm::Name {
            text: name.to_owned(),
            class: None,
            quoted: true,
        },
        crate::base::span::Span::default(),
    );
    crate::query::names::Resolver::new(&session.graph, &session.variables, name)
        .entity(&expr)
        .is_ok()
}

/// The line editor.
pub struct Terminal {
    editor: Editor<Assistant, rustyline::history::FileHistory>,
    file: Option<PathBuf>,
}

impl Terminal {
    /// Opens the editor; the history is kept in `file`.
    ///
    /// # Errors
    /// What the terminal said.
    pub fn open(session: &Shared, style: Style, file: Option<PathBuf>) -> std::io::Result<Self> {
        let config = Config::builder()
            .max_history_size(HISTORY)
            .and_then(|c| c.history_ignore_dups(true))
            .map_err(other)?
            .history_ignore_space(true)
            .completion_type(CompletionType::List)
            .completion_prompt_limit(60)
            .completion_show_all_if_ambiguous(true)
            .auto_add_history(false)
            .bracketed_paste(true)
            .build();
        let mut editor = Editor::with_config(config).map_err(other)?;
        editor.set_helper(Some(Assistant {
            session: Rc::clone(session),
            style,
        }));
        editor.bind_sequence(
            KeyEvent(KeyCode::Enter, Modifiers::ALT),
            EventHandler::Simple(Cmd::Newline),
        );
        if let Some(file) = &file {
            let _ = editor.load_history(file);
        }
        session.borrow_mut().history = editor.history().iter().cloned().collect();
        session.borrow_mut().columns = editor.dimensions().map(|d| d.0.into());
        Ok(Self { editor, file })
    }

    /// Returns the rows of the terminal.
    pub fn rows(&mut self) -> Option<usize> {
        self.editor.dimensions().map(|d| d.1.into())
    }
}

fn other(error: ReadlineError) -> std::io::Error {
    std::io::Error::other(error.to_string())
}

impl LineSource for Terminal {
    fn next(&mut self, prompt: &str) -> std::io::Result<Line> {
        let read = self.editor.readline(prompt);
        if let (Some(size), Some(helper)) = (self.editor.dimensions(), self.editor.helper()) {
            helper.session.borrow_mut().columns = Some(size.0.into());
        }
        match read {
            Ok(text) => Ok(Line::Text(text)),
            Err(ReadlineError::Interrupted) => Ok(Line::Interrupted),
            Err(ReadlineError::Eof) => Ok(Line::End),
            Err(error) => Err(other(error)),
        }
    }

    fn remember(&mut self, statement: &str) {
        if self.editor.add_history_entry(statement).unwrap_or(false)
            && let Some(file) = &self.file
        {
            let appended = if Path::new(file).exists() {
                self.editor.append_history(file)
            } else {
                self.editor.save_history(file)
            };
            let _ = appended;
        }
    }
}

/// Plain text as a source: pipes and tests.
pub struct Lines<R> {
    reader: R,
    pending: String,
}

impl<R: std::io::BufRead> Lines<R> {
    /// Reads statements line by line.
    pub fn new(reader: R) -> Self {
        Self {
            reader,
            pending: String::new(),
        }
    }
}

impl<R: std::io::BufRead> LineSource for Lines<R> {
    fn next(&mut self, _: &str) -> std::io::Result<Line> {
        loop {
            let mut line = String::new();
            if self.reader.read_line(&mut line)? == 0 {
                let rest = std::mem::take(&mut self.pending);
                return Ok(if rest.trim().is_empty() {
                    Line::End
                } else {
                    Line::Text(rest)
                });
            }
            self.pending.push_str(&line);
            if complete_input(&self.pending) {
                return Ok(Line::Text(std::mem::take(&mut self.pending)));
            }
        }
    }

    fn remember(&mut self, _: &str) {}
}
