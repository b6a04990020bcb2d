//! A pseudo-terminal with the shell in it, for tests that press keys and look at the screen.

use crate::fixture;
use expectrl::Expect;
use expectrl::session::OsSession;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const BIN: &str = env!("CARGO_BIN_EXE_newsgraph");
/// Columns of the terminal.
pub const COLUMNS: u16 = 110;
/// Its rows.
pub const ROWS: u16 = 40;

/// A terminal with the shell in it.
pub struct Screen {
    /// The program at the other end.
    pub session: OsSession,
    /// What the terminal shows.
    pub terminal: vt100::Parser,
    /// Every byte so far.
    pub raw: Vec<u8>,
}

impl Screen {
    /// Starts the shell over the fixture; each test has its own history.
    pub fn start(test: &str, environment: &[(&str, &str)]) -> Self {
        Self::over(&fixture::file(), test, environment)
    }

    /// Starts the shell over a graph.
    pub fn over(graph: &Path, test: &str, environment: &[(&str, &str)]) -> Self {
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("home-{test}"));
        let _ = std::fs::remove_dir_all(&home);
        std::fs::create_dir_all(&home).unwrap_or_else(|e| panic!("{e}"));
        let mut command = Command::new(BIN);
        command
            .arg("shell")
            .arg(graph)
            .args(["--today", "2026-11-24"])
            .env("HOME", &home)
            .env("TERM", "xterm-256color");
        for name in [
            "NO_COLOR",
            "XDG_CONFIG_HOME",
            "XDG_STATE_HOME",
            "CLICOLOR_FORCE",
        ] {
            command.env_remove(name);
        }
        command.envs(environment.iter().copied());
        let mut session = OsSession::spawn(command).unwrap_or_else(|e| panic!("{e}"));
        session
            .get_process_mut()
            .set_window_size(COLUMNS, ROWS)
            .unwrap_or_else(|e| panic!("{e}"));
        let mut screen = Self {
            session,
            terminal: vt100::Parser::new(ROWS, COLUMNS, 500),
            raw: Vec::new(),
        };
        screen.wait("ng>");
        screen
    }

    /// Reads what the program has written.
    pub fn pump(&mut self) {
        let mut buffer = [0; 4096];
        while let Ok(n) = self.session.try_read(&mut buffer) {
            if n == 0 {
                break;
            }
            self.terminal.process(&buffer[..n]);
            self.raw.extend_from_slice(&buffer[..n]);
        }
    }

    /// The screen as text.
    pub fn text(&self) -> String {
        self.terminal.screen().contents()
    }

    /// Waits until the screen shows a text.
    pub fn wait(&mut self, needle: &str) {
        let start = Instant::now();
        while !self.text().contains(needle) {
            self.pump();
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "no {needle:?} on the screen:\n{}",
                self.text()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the prompt stands alone on the last line.
    pub fn prompt(&mut self) {
        let start = Instant::now();
        while self.text().trim_end().lines().last().map(str::trim_end) != Some("ng>") {
            self.pump();
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "no prompt:\n{}",
                self.text()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Presses keys.
    pub fn keys(&mut self, keys: &str) {
        self.session.send(keys).unwrap_or_else(|e| panic!("{e}"));
    }

    /// Types a statement and waits for the next prompt.
    pub fn run(&mut self, statement: &str) {
        self.keys(statement);
        self.wait(&format!("ng> {statement}"));
        self.keys("\r");
        self.prompt();
    }
}
