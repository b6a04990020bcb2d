//! `newsgraph import EVENTS -o GRAPH`: a dated event table becomes a graph.

use anyhow::Context as _;
use clap::Args;
use newsgraph::graph::file;
use newsgraph::import::{Mapping, import};
use newsgraph::lexicon::Lexicon;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Tables to read (.tsv, .csv, also .gz); all with the same columns
    #[arg(required = true, value_name = "EVENTS")]
    tables: Vec<PathBuf>,
    /// Graph to write; .ron for the readable form
    #[arg(short, long, value_name = "GRAPH")]
    output: PathBuf,
    /// Known kind of table: icews, gdelt, or a file of data/imports
    #[arg(
        long,
        value_name = "NAME",
        default_value = "icews",
        conflicts_with = "map"
    )]
    preset: String,
    /// Columns by role: date=COL,source=COL,target=COL and code, label, type, mode, place …; numbers count from 1
    #[arg(long, value_name = "ROLE=COL,…")]
    map: Option<String>,
}

/// Imports one or more tables into one graph.
///
/// # Errors
/// What the reader, the table or the writer says.
#[expect(clippy::print_stderr, reason = "a summary for the person who waits")]
pub fn run(arguments: &Arguments, data: Option<&Path>) -> anyhow::Result<ExitCode> {
    super::open::graph_name(&arguments.output)?;
    super::open::refuse_answers(arguments.tables.iter().map(PathBuf::as_path))?;
    let lexicon = Lexicon::open(data)?;
    let mapping = match &arguments.map {
        Some(map) => Mapping::parse(map)?,
        None => Mapping::preset(&lexicon.files, &arguments.preset)?,
    };
    let lock = file::Lock::exclusive(&arguments.output)?;
    let mut graphs = Vec::new();
    for path in &arguments.tables {
        let bytes = read(path)?;
        let imported =
            import(&bytes, &mapping, &lexicon).with_context(|| path.display().to_string())?;
        drop(bytes);
        for diagnostic in imported.diagnostics {
            eprintln!("{}", diagnostic.in_file(path.display().to_string()));
        }
        eprintln!(
            "{}: {} rows, {} left out, {} repeated",
            path.display(),
            imported.n_rows,
            imported.n_skipped,
            imported.n_repeated
        );
        graphs.push(imported.graph);
    }
    let graph = if graphs.len() == 1 {
        graphs.pop().unwrap_or_default()
    } else {
        let worlds = graphs.iter().map(newsgraph::graph::Graph::world);
        newsgraph::graph::Graph::from_world(newsgraph::graph::merge::union_worlds(worlds))
    };
    file::save_locked(&graph, &arguments.output, &lock)?;
    eprintln!("{}: {}", arguments.output.display(), super::size(&graph));
    Ok(ExitCode::SUCCESS)
}

/// Reads a table, unpacked if it is a gzip file.
fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    let name = || format!("{}: cannot read the table", path.display());
    let bytes = std::fs::read(path).with_context(name)?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut plain = Vec::with_capacity(bytes.len() * 6);
    flate2::read::MultiGzDecoder::new(bytes.as_slice())
        .read_to_end(&mut plain)
        .with_context(name)?;
    Ok(plain)
}
