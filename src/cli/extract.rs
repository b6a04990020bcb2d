//! `newsgraph extract`: articles in, one JSON record an article out.

use clap::Args;
use newsgraph::base::article::{Document, DocumentKind};
use newsgraph::base::diagnostic::{Diagnostic, Level};
use newsgraph::base::record::ArticleRecord;
use newsgraph::pipeline::source::Input;
use newsgraph::pipeline::{Engine, fields};
use rayon::prelude::*;
use std::io::{BufRead, Write};
use std::process::ExitCode;

/// Lines of standard input worked on at a time.
const BATCH: usize = 256;

/// Arguments of `extract`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files, folders, globs, or - for standard input
    #[arg(required_unless_present = "stdin", value_name = "INPUT")]
    inputs: Vec<String>,
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
        stdin(engine, &mut out)?;
        return Ok(ExitCode::SUCCESS);
    }
    let extraction = super::progress::run(engine, &arguments.inputs);
    for record in &extraction.records {
        write(&mut out, record)?;
    }
    out.flush()?;
    Ok(super::report(
        &extraction.diagnostics,
        extraction.records.is_empty(),
    ))
}

fn write(out: &mut impl Write, record: &ArticleRecord) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// Reads JSON lines; a broken line is told and left out, the rest goes on.
fn stdin(engine: &Engine, out: &mut impl Write) -> anyhow::Result<()> {
    let mut lines = std::io::stdin().lock().lines().enumerate();
    loop {
        let batch: Vec<(usize, String)> = lines
            .by_ref()
            .take(BATCH)
            .map(|(n, l)| l.map(|l| (n, l)))
            .collect::<Result<_, _>>()?;
        if batch.is_empty() {
            out.flush()?;
            return Ok(());
        }
        let found: Vec<_> = batch
            .par_iter()
            .filter(|(_, l)| !l.trim().is_empty())
            .map(|(n, l)| line(engine, *n, l))
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

fn line(engine: &Engine, number: usize, line: &str) -> Result<Vec<ArticleRecord>, Diagnostic> {
    let record = fields::record(line).map_err(|message| {
        Diagnostic::new(Level::Error, format!("line {}: {message}", number + 1)).in_file("-")
    })?;
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
