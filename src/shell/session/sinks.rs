//! Answers to files and programs.
//!
//! In: text, the sinks of a statement. Out: what is left for the screen. Invariant: a file is replaced at once or not at all, what is no ordinary file
//! is written to; with `safe` neither is touched. Does not: render.

use crate::graph::file::{self, FileError};
use crate::query::Problem;
use crate::query::ast::{Sink, Statement};
use crate::query::parse::KnownNames;
use crate::shell::session::{Reply, Session};

impl Session {
    /// Sends the text where the statement's sinks say.
    pub(super) fn sink(
        &self,
        statement: &Statement,
        text: String,
        reply: &mut Reply,
    ) -> Result<(), Problem> {
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
    pub fn write(&self, name: &str, bytes: &[u8], append: bool) -> Result<(), String> {
        if self.safe {
            return Err("files are not written with --safe".to_owned());
        }
        let path = crate::shell::home(name);
        let folder = path
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(std::path::Path::new("."));
        if !folder.is_dir() {
            let folder = folder.display();
            return Err(format!(
                "{name} cannot be written: there is no folder {folder}"
            ));
        }
        let written = if append {
            file::append(&path, bytes)
        } else {
            file::replace(&path, bytes)
        };
        written.map_err(|e| match e {
            // The kind alone: the words of the system name a file that nobody knows of.
            FileError::Io { source, .. } => {
                format!("{name} cannot be written: {}", source.kind())
            }
            other => other.to_string(),
        })
    }

    /// Refuses a program that is somebody's name: "A|B" is a pair as people type it.
    ///
    /// # Errors
    /// The name with what would be right.
    pub(super) fn check_programs(&self, statement: &Statement) -> Result<(), Problem> {
        let named = |command: &str| {
            let first = command.split_whitespace().next().unwrap_or("");
            (self.graph.has_name(command) || self.graph.is_name(first)) && !is_program(first)
        };
        let programs = statement.sinks.iter().filter_map(|s| match s {
            Sink::Pipe(command) => Some(command),
            _ => None,
        });
        match programs.into_iter().find(|c| named(&c.value)) {
            None => Ok(()),
            Some(name) => Err(Problem::new(
                format!(
                    "`|` sends an answer through a program, and \"{}\" is a name; a pair is written with `and` or a dash",
                    name.value
                ),
                name.span,
            )),
        }
    }

    /// Runs a text through a program of the system and returns what it prints.
    pub(super) fn pipe(&self, command: &str, input: &str) -> Result<String, String> {
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
}

/// Tells whether a word is a program that the system finds.
fn is_program(word: &str) -> bool {
    if word.contains('/') {
        return std::path::Path::new(word).exists();
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(word).is_file())
}
