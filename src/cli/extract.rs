//! `newsgraph extract`: articles in, one JSON record an article out.

use chrono::NaiveDate;
use clap::Args;
use newsgraph::base::article::{Document, DocumentKind};
use newsgraph::base::diagnostic::{Diagnostic, Level};
use newsgraph::base::record::ArticleRecord;
use newsgraph::pipeline::source::{Input, Options};
use newsgraph::pipeline::{Engine, fields};
use newsgraph::text::decode;
use rayon::prelude::*;
use std::io::{BufRead, Write};
use std::process::ExitCode;

/// Lines of standard input worked on at a time.
const BATCH: usize = 256;

/// Bytes after which a batch is full, however few its lines.
const BATCH_BYTES: usize = 16 << 20;

/// Arguments of `extract`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files, folders, globs, or - for standard input
    #[arg(required_unless_present = "stdin", value_name = "INPUT")]
    inputs: Vec<String>,
    /// Publication date of every article named, YYYY-MM-DD; goes before what the articles say
    #[arg(long, value_name = "DATE")]
    date: Option<NaiveDate>,
    /// Write one JSON object an article (the only form there is)
    #[arg(long)]
    jsonl: bool,
    /// Read lines {"id","text","published"?,"lang"?,"title"?,"source"?} from standard input
    #[arg(long, conflicts_with = "inputs")]
    stdin: bool,
}

/// Runs the subcommand.
///
/// # Errors
/// Where standard output cannot be written.
pub fn run(arguments: &Arguments, engine: &Engine) -> anyhow::Result<ExitCode> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if arguments.stdin {
        stdin(engine, arguments.date, &mut out)?;
        return Ok(ExitCode::SUCCESS);
    }
    let options = Options {
        user_date: arguments.date,
        ..Options::default()
    };
    let mut diagnostics = Vec::new();
    let mut failed = None;
    let mut written = 0_usize;
    engine.each(&arguments.inputs, options, &mut |found, _| {
        diagnostics.extend(found.diagnostics);
        written += found.records.len();
        failed = found.records.iter().find_map(|r| write(&mut out, r).err());
        failed.is_none()
    });
    if let Some(error) = failed {
        return Err(error);
    }
    out.flush()?;
    Ok(super::report(&diagnostics, written == 0))
}

fn write(out: &mut impl Write, record: &ArticleRecord) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// Reads JSON lines; a broken line is told and left out, the rest goes on.
fn stdin(engine: &Engine, date: Option<NaiveDate>, out: &mut impl Write) -> anyhow::Result<()> {
    let mut input = std::io::stdin().lock();
    let mut number = 0;
    loop {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            number += 1;
            bytes += line.len();
            batch.push((number, line));
        }
        if batch.is_empty() {
            out.flush()?;
            return Ok(());
        }
        let found: Vec<_> = batch
            .par_iter()
            .map(|(n, l)| (n, decode::decode(l).text))
            .filter(|(_, l)| !l.trim().is_empty())
            .map(|(n, l)| line(engine, *n, date, l.trim()))
            .collect();
        for result in found {
            match result {
                Ok(records) => records.iter().try_for_each(|r| write(out, r))?,
                Err(diagnostic) => {
                    super::report(&[diagnostic], false);
                }
            }
        }
    }
}

fn line(
    engine: &Engine,
    number: usize,
    date: Option<NaiveDate>,
    line: &str,
) -> Result<Vec<ArticleRecord>, Diagnostic> {
    let mut record = fields::record(line).map_err(|message| {
        Diagnostic::new(Level::Error, format!("line {number}: {message}")).in_file("-")
    })?;
    record.given.user_date = date;
    let id = record.given.id.clone();
    let document = Document {
        file: "-".to_owned(),
        kind: DocumentKind::Record,
        text: record.text.unwrap_or_default(),
        given: record.given,
    };
    let mut records = engine
        .document(&Input {
            document,
            start_char: 0,
            start_byte: 0,
        })
        .records;
    for record in &mut records {
        if let Some(id) = &id {
            record.id.clone_from(id);
        }
    }
    Ok(records)
}
