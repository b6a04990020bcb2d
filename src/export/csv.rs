//! Comma- and tab-separated values with a title line; fields are quoted by the csv crate where they need it.

use super::Context;
use super::grid::grid;
use crate::query::Answer;

/// Writes comma-separated values.
pub fn csv(answer: &Answer, context: &Context<'_>) -> String {
    separated(answer, context, b',')
}

/// Writes tab-separated values.
pub fn tsv(answer: &Answer, context: &Context<'_>) -> String {
    separated(answer, context, b'\t')
}

fn separated(answer: &Answer, context: &Context<'_>, delimiter: u8) -> String {
    let grid = grid(answer, context);
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    for row in std::iter::once(&grid.columns).chain(&grid.rows) {
        writer
            .write_record(row)
            .expect("writing to memory, and every row has the same length");
    }
    let bytes = writer.into_inner().expect("writing to memory");
    String::from_utf8(bytes).expect("the fields are UTF-8")
}
