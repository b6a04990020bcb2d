//! What the gazetteer knows of an entry, in one small record.
//!
//! In: the lexicon and an entry's id. Out: [`Known`]. Does not: find entries in text.

use crate::base::analysis::EntityClass;
use crate::base::date::Interval;
use crate::lexicon::Lexicon;

/// A gazetteer entry as linking needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Slug.
    pub id: String,
    /// Class.
    pub class: EntityClass,
    /// Canonical English name.
    pub name: String,
    /// Country code.
    pub country: Option<String>,
    /// Sector.
    pub sector: Option<String>,
    /// Wikidata id.
    pub external: Option<String>,
    /// Its names in every language, sorted.
    pub names: Vec<String>,
}

/// Returns what is known of an entry.
pub fn entry(lexicon: &Lexicon, id: &str) -> Option<Known> {
    let entry = lexicon.gazetteer().entry(id)?;
    let mut names: Vec<String> = entry.names().map(|(_, n)| n.to_owned()).collect();
    names.sort();
    names.dedup();
    Some(Known {
        id: entry.id.to_owned(),
        class: entry.class,
        name: entry.name.to_owned(),
        country: entry.country.map(str::to_owned),
        sector: entry.sector.map(str::to_owned),
        external: entry.wikidata.map(str::to_owned),
        names,
    })
}

/// Tells whether an entry held an office at a time; without a time, whether its last known term is open.
pub fn held_office(
    lexicon: &Lexicon,
    id: &str,
    predicate: &str,
    object: &str,
    when: Option<&Interval>,
) -> bool {
    let Some(entry) = lexicon.gazetteer().entry(id) else {
        return false;
    };
    let day = |text: &str| Interval::parse_edtf(text).ok();
    let fits = |start: &str, end: &str| match when {
        None => end.is_empty(),
        Some(when) => {
            let term = Interval {
                lo: day(start).and_then(|i| i.lo),
                hi: day(end).and_then(|i| i.hi),
                ..*when
            };
            term.overlaps(when)
        }
    };
    entry
        .offices()
        .any(|o| o.predicate == predicate && o.object == object && fits(o.start, o.end))
}
