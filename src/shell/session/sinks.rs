//! Answers to files and programs.
//!
//! In: text, the sinks of a statement. Out: what is left for the screen. Invariant: a file is replaced at once or not at all; with `safe` neither is touched. Does not: render.

use crate::query::Problem;
use crate::query::ast::{Sink, Statement};
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
    pub fn write(&self, file: &str, bytes: &[u8], append: bool) -> Result<(), String> {
        use std::io::Write as _;
        if self.safe {
            return Err("files are not written with --safe".to_owned());
        }
        let path = crate::shell::home(file);
        // The kind alone: the words of the system name a file that nobody knows of.
        let fail = |e: std::io::Error| format!("{file} cannot be written: {}", e.kind());
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

#[cfg(unix)]
pub(super) fn readable(path: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
pub(super) fn readable(_: &std::path::Path) {}
