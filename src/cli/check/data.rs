//! `newsgraph check data`: every table of the lexicon is read and held against the ontology.

use newsgraph::lexicon::Lexicon;
use std::path::Path;
use std::process::ExitCode;

/// Reads every table.
///
/// # Errors
/// The first table at fault, with file, line and column or the entry's id.
#[expect(clippy::print_stdout, reason = "the report goes to standard output")]
pub fn run(overlay: Option<&Path>) -> anyhow::Result<ExitCode> {
    let lexicon = Lexicon::open(overlay)?;
    lexicon.check()?;
    for (code, pack) in &lexicon.packs {
        pack.triggers()
            .check(&lexicon.ontology, &format!("languages/{code}/triggers.ron"))?;
        println!(
            "ok  {code}: {} trigger entries",
            pack.triggers().entries.len()
        );
    }
    println!(
        "ok  ontology: {} event types, {} relations",
        lexicon.ontology.types.len(),
        lexicon.ontology.relations.len()
    );
    Ok(ExitCode::SUCCESS)
}
