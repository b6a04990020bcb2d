//! `newsgraph analyze times`: the time expressions of a text, with rule and reasoning; `--jsonl` for the evaluation script.
//!
//! In: text or JSON lines. Out: a table or JSON lines with offsets in code points. Invariant: one line out for every line in.

use anyhow::Context as _;
use chrono::NaiveDate;
use clap::Args;
use newsgraph::base::analysis::TimexKind;
use newsgraph::base::span::Span;
use newsgraph::extract::timex;
use newsgraph::lexicon::Lexicon;
use serde::{Deserialize, Serialize};
use std::io::{BufRead as _, Read as _, Write as _};
use std::path::PathBuf;

/// Arguments of `analyze times`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Text file; standard input if none is named
    file: Option<PathBuf>,
    /// A text instead of a file
    #[arg(long, conflicts_with_all = ["file", "jsonl"])]
    text: Option<String>,
    /// Read and write JSON lines: {"text","lang","ref_date"} to {"expressions"}
    #[arg(long, conflicts_with_all = ["file", "lang", "date"])]
    jsonl: bool,
    /// Language of the text
    #[arg(long, default_value = "en", value_name = "CODE")]
    lang: String,
    /// Publication date, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    date: Option<NaiveDate>,
}

#[derive(Deserialize)]
struct Request {
    text: String,
    lang: String,
    ref_date: Option<String>,
}

#[derive(Serialize)]
struct Expression {
    start: usize,
    end: usize,
    r#type: TimexKind,
    value: String,
    rule: String,
}

#[derive(Serialize)]
struct Answer {
    expressions: Vec<Expression>,
}

/// Runs the stage.
///
/// # Errors
/// Unreadable input, a line that is not the JSON asked for, an unknown language.
pub fn run(arguments: &Arguments, lexicon: &Lexicon) -> anyhow::Result<()> {
    if arguments.jsonl {
        return lines(lexicon);
    }
    let text = if let Some(text) = &arguments.text {
        text.clone()
    } else if let Some(path) = &arguments.file {
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?
    } else {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        text
    };
    table(&text, arguments, lexicon)
}

fn lines(lexicon: &Lexicon) -> anyhow::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let request: Request = serde_json::from_str(&line)
            .with_context(|| format!("standard input, line {}", number + 1))?;
        let pack = lexicon
            .pack(&request.lang)
            .with_context(|| format!("line {}: no language {:?}", number + 1, request.lang))?;
        let date = request
            .ref_date
            .as_deref()
            .and_then(|d| d.get(..10).unwrap_or(d).parse().ok());
        let text = &request.text;
        let found = timex::find(text, &[Span::new(0, text.len())], pack, date);
        let (mut byte, mut chars) = (0, 0);
        let mut position = |to: u32| {
            let to = to as usize;
            chars += text.get(byte..to).map_or(0, |t| t.chars().count());
            byte = to;
            chars
        };
        let expressions = found
            .into_iter()
            .map(|t| Expression {
                start: position(t.span.start),
                end: position(t.span.end),
                r#type: t.kind,
                value: t.value,
                rule: t.rule,
            })
            .collect();
        serde_json::to_writer(&mut out, &Answer { expressions })?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

fn table(text: &str, arguments: &Arguments, lexicon: &Lexicon) -> anyhow::Result<()> {
    let pack = lexicon
        .pack(&arguments.lang)
        .with_context(|| format!("no language {:?}", arguments.lang))?;
    let regions = [Span::new(0, text.len())];
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for found in timex::explain(text, &regions, pack, arguments.date) {
        let t = &found.timex;
        let days = t.interval.map_or_else(|| "-".to_owned(), |i| i.to_edtf());
        let basis = serde_json::to_value(t.basis)?;
        let flag = if t.dates_events {
            ""
        } else {
            ", dates no event"
        };
        writeln!(
            out,
            "{:?}\n    {:?} {}  days {days}  basis {}{flag}\n    rule {}: {}  ({:.2})",
            t.span.of(text),
            t.kind,
            t.value,
            basis.as_str().unwrap_or_default(),
            t.rule,
            found.reasons.join("; "),
            t.confidence
        )?;
    }
    out.flush()?;
    Ok(())
}
