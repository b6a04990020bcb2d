//! Prints to standard output, long answers through a pager; the program's only terminal printer.
//!
//! In: text. Out: bytes. Invariants: a closed pipe ends quietly; a pager that cannot be started is no error.

use super::Printer;
use std::io::{IsTerminal, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How often the pager is looked after.
const LOOK: Duration = Duration::from_millis(10);

/// Prints to the terminal or a pipe.
pub struct Standard {
    /// Rows of the terminal; `None` without one, and then nothing is paged.
    rows: Option<usize>,
    pager: String,
    /// What Ctrl-C sets; while a pager runs, the key is the pager's.
    cancel: Option<Arc<AtomicBool>>,
}

impl Standard {
    /// Makes a printer; `rows` of the terminal, `pager` as `NEWSGRAPH_PAGER` gives it.
    pub fn new(rows: Option<usize>, pager: Option<String>) -> Self {
        let rows = rows.filter(|_| std::io::stdout().is_terminal());
        Self {
            rows,
            pager: pager
                .filter(|p| !p.trim().is_empty())
                .unwrap_or_else(|| "less -RFX".to_owned()),
            cancel: None,
        }
    }

    /// Leaves Ctrl-C to the pager while it runs.
    #[must_use]
    pub fn sparing(mut self, cancel: &Arc<AtomicBool>) -> Self {
        self.cancel = Some(Arc::clone(cancel));
        self
    }

    /// Shows a text in the pager; `false` if it could not be started.
    fn page(&self, text: &str) -> bool {
        let mut words = self.pager.split_whitespace();
        let Some(program) = words.next() else {
            return false;
        };
        let Ok(mut child) = Command::new(program)
            .args(words)
            // A key typed ahead must not make the pager write files or start programs.
            .env("LESSSECURE", "1")
            .stdin(Stdio::piped())
            .spawn()
        else {
            return false;
        };
        let Some(mut stdin) = child.stdin.take() else {
            return child.wait().is_ok();
        };
        let bytes = text.as_bytes().to_vec();
        let feeder = std::thread::spawn(move || stdin.write_all(&bytes));
        while matches!(child.try_wait(), Ok(None)) {
            if let Some(cancel) = &self.cancel {
                cancel.store(false, Ordering::Relaxed);
            }
            std::thread::sleep(LOOK);
        }
        let _ = feeder.join();
        true
    }
}

impl Printer for Standard {
    fn answer(&mut self, text: &str, page: bool) -> bool {
        if text.is_empty() {
            return true;
        }
        let long = self.rows.is_some_and(|r| text.lines().count() + 1 > r);
        if long && page && self.page(text) {
            return true;
        }
        let mut out = std::io::stdout().lock();
        out.write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .is_ok()
    }

    fn remark(&mut self, text: &str) {
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }
}
