//! `newsgraph extract`: articles in, one JSON record an article out.

use super::failure::Unreadable;
use super::reading::Reading;
use clap::Args;
use newsgraph::base::article::{Document, DocumentKind, Given};
use newsgraph::base::diagnostic::{Diagnostic, Level};
use newsgraph::base::record::ArticleRecord;
use newsgraph::pipeline::lines::{self, Line};
use newsgraph::pipeline::source::{Input, Options};
use newsgraph::pipeline::{Engine, fields};
use newsgraph::text::decode;
use rayon::prelude::*;
use std::io::Write;
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
    #[command(flatten)]
    reading: Reading,
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
        let lang = arguments.reading.language(&engine.lexicon)?;
        let told = Given {
            user_date: arguments.reading.date,
            user_lang: lang,
            ..Given::default()
        };
        stdin(engine, &told, &mut out)?;
        return Ok(ExitCode::SUCCESS);
    }
    super::open::refuse_answers(arguments.inputs.iter().map(std::path::Path::new))?;
    let options = arguments.reading.options(&engine.lexicon)?;
    let mut failed = None;
    let mut faulty = false;
    let mut written = 0_usize;
    engine.each(&arguments.inputs, options, &mut |found, _| {
        // Said at once: a run over many files may have more to say than memory should hold.
        super::report(&found.diagnostics, false);
        faulty |= found.diagnostics.iter().any(|d| d.level == Level::Error);
        written += found.records.len();
        failed = found.records.iter().find_map(|r| write(&mut out, r).err());
        failed.is_none()
    });
    if let Some(error) = failed {
        return Err(error);
    }
    out.flush()?;
    if faulty && written == 0 {
        anyhow::bail!(Unreadable(format!(
            "no article was found in {}",
            arguments.inputs.join(", ")
        )));
    }
    Ok(ExitCode::SUCCESS)
}

fn write(out: &mut impl Write, record: &ArticleRecord) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// Reads JSON lines; a broken line is told and left out, the rest goes on.
fn stdin(engine: &Engine, given: &Given, out: &mut impl Write) -> anyhow::Result<()> {
    let mut input = std::io::stdin().lock();
    let limit = Options::default().line;
    let mut number = 0;
    loop {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let Some(line) = lines::next(&mut input, limit)? else {
                break;
            };
            number += 1;
            if let Line::Whole(line) = &line {
                bytes += line.len();
            }
            batch.push((number, line));
        }
        if batch.is_empty() {
            out.flush()?;
            return Ok(());
        }
        let read = batch.par_iter().map(|(n, l)| match l {
            Line::Whole(bytes) => line(*n, given, decode::decode(bytes).text.trim()),
            Line::TooLong => Err(fault(*n, &lines::too_long(limit))),
        });
        let read: Vec<_> = read.collect();
        let mut inputs = Vec::with_capacity(read.len());
        // Each line leads to the id of its document, or to what is wrong with it.
        let told = read.into_iter().filter_map(|line| {
            let told = line.map(|document| {
                let (id, input) = document?;
                inputs.push(input);
                Some(id)
            });
            told.transpose()
        });
        let told: Vec<_> = told.collect();
        let mut found = engine.documents(&inputs).into_iter();
        for line in told {
            match line {
                Ok(id) => {
                    for mut record in found.next().unwrap_or_default().records {
                        if let Some(id) = &id {
                            record.id.clone_from(id);
                        }
                        write(out, &record)?;
                    }
                }
                Err(diagnostic) => {
                    super::report(&[diagnostic], false);
                }
            }
        }
    }
}

fn fault(number: usize, message: &str) -> Diagnostic {
    Diagnostic::new(Level::Error, format!("line {number}: {message}")).in_file("-")
}

fn line(
    number: usize,
    told: &Given,
    line: &str,
) -> Result<Option<(Option<String>, Input)>, Diagnostic> {
    if line.is_empty() {
        return Ok(None);
    }
    let mut record = fields::record(line).map_err(|message| fault(number, &message))?;
    record.given.user_date = told.user_date;
    record.given.user_lang.clone_from(&told.user_lang);
    let id = record.given.id.clone();
    let document = Document {
        file: "-".to_owned(),
        kind: DocumentKind::Record,
        text: record.text.unwrap_or_default(),
        given: record.given,
    };
    let input = Input {
        document,
        start_char: 0,
        start_byte: 0,
    };
    Ok(Some((id, input)))
}
