//! `newsgraph merge INPUT… -o GRAPH`: records and graphs become one graph, the same bytes for any order.

use anyhow::Context as _;
use clap::Args;
use newsgraph::base::record::ArticleRecord;
use newsgraph::graph::file;
use newsgraph::lexicon::Lexicon;
use newsgraph::pipeline::Parts;
use newsgraph::resolve::judgement::Judgements;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Arguments of `merge`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Record files (.jsonl) and graphs (.ng, .ron), in any order
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Graph to write; may be one of the inputs
    #[arg(short, long, value_name = "GRAPH")]
    output: PathBuf,
}

/// Joins records and graphs and links them anew.
///
/// # Errors
/// What a reader or the writer says.
#[expect(clippy::print_stderr, reason = "a summary for the person who waits")]
pub fn run(arguments: &Arguments, data: Option<&Path>) -> anyhow::Result<ExitCode> {
    super::open::graph_name(&arguments.output)?;
    super::open::refuse_answers(arguments.inputs.iter().map(PathBuf::as_path))?;
    let lexicon = Lexicon::open(data)?;
    let lock = file::Lock::exclusive(&arguments.output)?;
    let mut parts = Vec::new();
    for path in &arguments.inputs {
        if path.extension().is_some_and(|e| e == "jsonl") {
            parts.push(Parts {
                records: read_records(path)?,
                ..Parts::default()
            });
        } else {
            parts.push(Parts::of(file::open(path)?.world()));
        }
    }
    let graph = super::linked::link(Parts::union(parts), &lexicon, &Judgements::default()).graph;
    file::save_locked(&graph, &arguments.output, &lock)?;
    eprintln!("{}: {}", arguments.output.display(), super::size(&graph));
    Ok(ExitCode::SUCCESS)
}

fn read_records(path: &Path) -> anyhow::Result<Vec<ArticleRecord>> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("{}: cannot read the records", path.display()))?;
    let lines = text.lines().enumerate().filter(|l| !l.1.trim().is_empty());
    lines
        .map(|(i, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{}:{}: not an article record", path.display(), i + 1))
        })
        .collect()
}
