//! Time expressions: where they stand, what they mean, which days they cover.
//!
//! In: a text, the regions worth reading, a language pack, the article's date. Out: [`Timex`]es in text order, without overlap.
//! Invariants: words come from `temporal.ron`; a relative expression without an article date stays without an interval.
//! Follows TimeML's TIMEX3 (Pustejovsky et al. 2003) for type and value, EDTF for intervals. Does not: choose which event a date belongs to.

mod calendar;
mod find;
mod resolve;
mod scan;
mod tense;
mod value;

use crate::base::analysis::Timex;
use crate::base::span::Span;
use crate::lexicon::pack::Pack;
use chrono::NaiveDate;

/// A time expression with the steps that led to its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The expression.
    pub timex: Timex,
    /// The reasoning, one short clause a step.
    pub reasons: Vec<&'static str>,
}

/// Finds and resolves the time expressions of `text` inside `regions` (byte spans, ascending), with `dct` as the article's date.
///
/// Sorted by span, no overlaps; linear in the length of the text.
pub fn find(text: &str, regions: &[Span], pack: &Pack, dct: Option<NaiveDate>) -> Vec<Timex> {
    explain(text, regions, pack, dct)
        .into_iter()
        .map(|e| e.timex)
        .collect()
}

/// As [`find`], with the reasoning.
pub fn explain(
    text: &str,
    regions: &[Span],
    pack: &Pack,
    dct: Option<NaiveDate>,
) -> Vec<Explained> {
    let table = pack.temporal();
    let mut scanned = Vec::with_capacity(regions.len());
    for region in regions {
        let tokens = scan::scan(text, *region, table);
        let found = find::matches(text, &tokens, table);
        scanned.push((tokens, found));
    }
    resolve::resolve(text, &scanned, table, dct)
}
