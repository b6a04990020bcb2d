//! `newsgraph analyze names`: are two spellings one name? Pairs from standard input, verdicts to standard output.
//!
//! In: CSV with the columns `name_a,name_b`, or two names as arguments. Out: CSV `name_a,name_b,same,score`, or the reasons for people.

use clap::Args;
use newsgraph::lexicon::Lexicon;
use newsgraph::resolve::compare::Context;
use newsgraph::resolve::judge::judge;
use std::io::Write;

/// Arguments of `analyze names`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Two names to compare with reasons; without them CSV is read from standard input
    #[arg(value_name = "NAME", num_args = 2)]
    names: Vec<String>,
    /// Judge as if both held the same role
    #[arg(long)]
    same_role: bool,
    /// Print the reasons for every pair of the CSV instead of CSV
    #[arg(long)]
    explain: bool,
}

/// Runs the comparison.
///
/// # Errors
/// CSV that cannot be read, output that cannot be written.
pub fn run(arguments: &Arguments, lexicon: &Lexicon) -> anyhow::Result<()> {
    let context = Context {
        same_role: arguments.same_role,
        ..Context::default()
    };
    let mut out = std::io::stdout().lock();
    if let [a, b] = arguments.names.as_slice() {
        return explain(&mut out, a, b, context, lexicon);
    }
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(std::io::stdin().lock());
    let mut pairs = Vec::new();
    for row in reader.records() {
        let row = row?;
        pairs.push((
            row.get(0).unwrap_or("").to_owned(),
            row.get(1).unwrap_or("").to_owned(),
        ));
    }
    if arguments.explain {
        return pairs
            .iter()
            .try_for_each(|(a, b)| explain(&mut out, a, b, context, lexicon));
    }
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(["name_a", "name_b", "same", "score"])?;
    for (a, b) in pairs {
        let verdict = judge(&a, &b, context, lexicon);
        let same = if verdict.same { "1" } else { "0" };
        writer.write_record([
            a.as_str(),
            b.as_str(),
            same,
            &format!("{:.3}", verdict.score),
        ])?;
    }
    writer.flush()?;
    Ok(())
}

fn explain(
    out: &mut impl Write,
    a: &str,
    b: &str,
    context: Context,
    lexicon: &Lexicon,
) -> anyhow::Result<()> {
    let verdict = judge(a, b, context, lexicon);
    let word = if verdict.same { "same" } else { "not the same" };
    writeln!(out, "{a} | {b}: {word}, {:.3}", verdict.score)?;
    for reason in &verdict.reasons {
        writeln!(out, "    {reason}")?;
    }
    Ok(())
}
