//! Settings of the shell: `config.ron`, then `set NAME VALUE`.
//!
//! In: RON, words. Out: [`Settings`]. Invariant: every setting is one row of [`SETTINGS`]; completion, `show settings` and checks read the table.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What a user may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// View or format of answers; `auto` takes the one that suits.
    pub format: String,
    /// `auto`: long output goes through a pager on a terminal; `off`.
    pub pager: String,
    /// `auto`, `always`, `never`.
    pub color: String,
    /// Most rows, 0 for all.
    pub maxrows: usize,
    /// Columns of output; 0 takes those of the terminal.
    pub width: usize,
    /// Pictures draw parallel events of one type as one edge.
    pub dot_merge: bool,
    /// Prints how long a statement took.
    pub timer: bool,
    /// Longest time of a statement: `off`, or a number with `s`, `m` or `ms`.
    pub timeout: String,
    /// Shows hints behind the cursor.
    pub hints: bool,
    /// The day "today" means: `auto` or a date.
    pub today: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            format: "auto".to_owned(),
            pager: "auto".to_owned(),
            color: "auto".to_owned(),
            maxrows: 1000,
            width: 0,
            dot_merge: true,
            timer: false,
            timeout: "off".to_owned(),
            hints: true,
            today: "auto".to_owned(),
        }
    }
}

/// One setting: name, values that completion offers, what it does, how it is read and written.
pub struct Setting {
    /// Name as typed.
    pub name: &'static str,
    /// Usual values.
    pub values: &'static [&'static str],
    /// One line of help.
    pub about: &'static str,
    /// Reads it.
    pub get: fn(&Settings) -> String,
    /// Writes it; says what would be right.
    pub put: fn(&mut Settings, &str) -> Result<(), String>,
}

fn flag(word: &str) -> Result<bool, String> {
    match word {
        "on" | "true" | "yes" => Ok(true),
        "off" | "false" | "no" => Ok(false),
        _ => Err("on or off".to_owned()),
    }
}

fn on_off(value: bool) -> String {
    if value { "on" } else { "off" }.to_owned()
}

fn one_of(word: &str, values: &[&str]) -> Result<String, String> {
    if values.contains(&word) {
        Ok(word.to_owned())
    } else {
        Err(values.join(", "))
    }
}

fn known_format(word: &str) -> Result<String, String> {
    let known = word == "auto"
        || super::render::view(word).is_some()
        || crate::export::format(word).is_some();
    if known {
        Ok(word.to_owned())
    } else {
        Err(format!("auto, {}", super::format_names().join(", ")))
    }
}

/// Every setting.
pub const SETTINGS: [Setting; 10] = [
    Setting {
        name: "format",
        values: &[
            "auto", "table", "timeline", "tree", "cards", "json", "jsonl", "csv", "tsv",
            "markdown", "dot",
        ],
        about: "view of answers",
        get: |s| s.format.clone(),
        put: |s, w| known_format(w).map(|v| s.format = v),
    },
    Setting {
        name: "pager",
        values: &["auto", "off"],
        about: "long answers go through a pager",
        get: |s| s.pager.clone(),
        put: |s, w| one_of(w, &["auto", "off"]).map(|v| s.pager = v),
    },
    Setting {
        name: "color",
        values: &["auto", "always", "never"],
        about: "colours",
        get: |s| s.color.clone(),
        put: |s, w| one_of(w, &["auto", "always", "never"]).map(|v| s.color = v),
    },
    Setting {
        name: "maxrows",
        values: &["0", "100", "1000"],
        about: "most rows of an answer, 0 for all",
        get: |s| s.maxrows.to_string(),
        put: |s, w| {
            w.parse()
                .map(|v| s.maxrows = v)
                .map_err(|_| "a whole number".to_owned())
        },
    },
    Setting {
        name: "width",
        values: &["0", "80", "120"],
        about: "columns of output, 0 for the terminal's",
        get: |s| s.width.to_string(),
        put: |s, w| {
            w.parse()
                .map(|v| s.width = v)
                .map_err(|_| "a whole number".to_owned())
        },
    },
    Setting {
        name: "dot.merge",
        values: &["on", "off"],
        about: "one edge for parallel events of one type",
        get: |s| on_off(s.dot_merge),
        put: |s, w| flag(w).map(|v| s.dot_merge = v),
    },
    Setting {
        name: "timer",
        values: &["on", "off"],
        about: "how long each statement took",
        get: |s| on_off(s.timer),
        put: |s, w| flag(w).map(|v| s.timer = v),
    },
    Setting {
        name: "timeout",
        values: &["off", "10s", "30s", "5m"],
        about: "longest time of a statement; then it is broken off",
        get: |s| s.timeout.clone(),
        put: |s, w| {
            if w == "off" || duration(w).is_some() {
                w.clone_into(&mut s.timeout);
                Ok(())
            } else {
                Err("off, or a time: 500ms, 30s, 5m".to_owned())
            }
        },
    },
    Setting {
        name: "hints",
        values: &["on", "off"],
        about: "hints behind the cursor",
        get: |s| on_off(s.hints),
        put: |s, w| flag(w).map(|v| s.hints = v),
    },
    Setting {
        name: "today",
        values: &["auto"],
        about: "the day that `today` means",
        get: |s| s.today.clone(),
        put: |s, w| {
            if w == "auto" || chrono::NaiveDate::parse_from_str(w, "%Y-%m-%d").is_ok() {
                w.clone_into(&mut s.today);
                Ok(())
            } else {
                Err("auto or YYYY-MM-DD".to_owned())
            }
        },
    },
];

/// Reads a time: a whole number with `ms`, `s`, `m`, or of seconds.
fn duration(word: &str) -> Option<Duration> {
    let digits = word.trim_end_matches(char::is_alphabetic);
    let n: u64 = digits.trim().parse().ok().filter(|n| *n > 0)?;
    match word.get(digits.len()..)? {
        "ms" => Some(Duration::from_millis(n)),
        "" | "s" => Some(Duration::from_secs(n)),
        "m" => Some(Duration::from_secs(n.saturating_mul(60))),
        _ => None,
    }
}

impl Settings {
    /// Returns the longest time of a statement.
    pub fn limit(&self) -> Option<Duration> {
        duration(&self.timeout)
    }

    /// Reads `config.ron`.
    ///
    /// # Errors
    /// Line, column and what was wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        ron::from_str(text)
            .map_err(|e| format!("{}:{}: {}", e.span.start.line, e.span.start.col, e.code))
    }
}
