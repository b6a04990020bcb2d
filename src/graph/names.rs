//! Finds entities by what people call them: whole names and aliases, their words, prefixes, and spellings up to two edits away.
//!
//! In: names per entity when a graph is built; typed text afterwards. Out: [`NameHit`]s, best first. Invariant: folding is the same on both sides.
//! Does not: know languages or transliteration tables; callers hand in the extra spellings as aliases.

use super::column::Csr;
use super::near::{self, Near};
use super::schema::{EntityId, NameHit, NameMatch};
use super::tables::NameTable;
use fst::{Automaton, IntoStreamer, Map, Streamer};
use std::collections::{BTreeMap, BTreeSet};

/// Longest list of words of one name that are indexed by themselves.
const MAX_WORDS: usize = 12;
/// Shortest word that is indexed by itself, in characters.
const MIN_WORD: usize = 2;

/// Folds a name for look-up: ASCII, lower case, words by single spaces ("Əliyev, İlham" -> `eliyev ilham`). O(length).
pub fn fold_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in any_ascii::any_ascii(name).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if c != '\'' && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Builds the table from `(entity, name)` pairs. O(total length · log names).
pub(crate) fn build<'a>(names: impl IntoIterator<Item = (u32, &'a str)>) -> NameTable {
    let mut keys: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for (entity, name) in names {
        let key = fold_name(name);
        if key.is_empty() {
            continue;
        }
        if key.contains(' ') {
            for word in key
                .split(' ')
                .take(MAX_WORDS)
                .filter(|w| w.len() >= MIN_WORD)
            {
                keys.entry(word.to_owned())
                    .or_default()
                    .insert(entity * 2 + 1);
            }
        }
        keys.entry(key).or_default().insert(entity * 2);
    }
    let rows = || {
        keys.values()
            .zip(0_u32..)
            .flat_map(|(set, row)| set.iter().map(move |p| (row, *p)))
    };
    let postings = Csr::collect(keys.len(), rows);
    let fst = Map::from_iter(keys.keys().zip(0_u64..))
        .expect("a BTreeMap hands out its keys sorted and once");
    NameTable {
        fst: fst.into_fst().into_inner().into(),
        postings,
    }
}

/// Collects hits, keeps the best way each entity was found.
#[derive(Default)]
struct Hits(BTreeMap<u32, NameMatch>);

impl Hits {
    fn add(&mut self, table: &NameTable, row: u64, by: impl Fn(bool) -> NameMatch) {
        for posting in table.postings.row(row as usize) {
            let found = by(posting & 1 == 1);
            self.0
                .entry(posting >> 1)
                .and_modify(|best| *best = (*best).min(found))
                .or_insert(found);
        }
    }
}

/// Finds entities by a name as typed, in four stages; a later stage runs only if the earlier ones found nothing, unless `all` asks for every
/// stage (completion). Output: by stage, then most events, then handle.
/// Complexity: exact and word O(length); prefix O(hits); fuzzy O(beginnings of names within two edits of the typed text's).
pub(crate) fn find(
    table: &NameTable,
    typed: &str,
    n_events: impl Fn(u32) -> u32,
    all: bool,
) -> Vec<NameHit> {
    let key = fold_name(typed);
    let Ok(map) = Map::new(&*table.fst) else {
        return Vec::new();
    };
    if key.is_empty() {
        return Vec::new();
    }
    let mut hits = Hits::default();
    if let Some(row) = map.get(&key) {
        hits.add(table, row, |word| {
            if word {
                NameMatch::Word
            } else {
                NameMatch::Exact
            }
        });
    }
    if hits.0.is_empty() || all {
        all_words(table, &map, &key, &mut hits);
    }
    if hits.0.is_empty() || all {
        let mut stream = map
            .search(fst::automaton::Str::new(&key).starts_with())
            .into_stream();
        while let Some((_, row)) = stream.next() {
            hits.add(table, row, |_| NameMatch::Prefix);
        }
    }
    if hits.0.is_empty() {
        fuzzy(table, &map, &key, &mut hits);
    }
    let mut found: Vec<NameHit> = hits
        .0
        .into_iter()
        .map(|(entity, by)| NameHit {
            entity: EntityId(entity),
            by,
            n_events: n_events(entity),
        })
        .collect();
    found.sort_by_key(|h| (h.by, std::cmp::Reverse(h.n_events), h.entity));
    found
}

/// Tells whether the table reads as it was written: it carries a checksum of its own. O(size).
pub(crate) fn is_whole(table: &NameTable) -> bool {
    let rows = table.postings.offsets.len().saturating_sub(1);
    let sound = |fst: fst::raw::Fst<&[u8]>| fst.verify().is_ok() && fst.len() == rows;
    table.fst.is_empty() || fst::raw::Fst::new(&*table.fst).is_ok_and(sound)
}

/// Tells whether a typed text is the whole of a name. O(length).
pub(crate) fn has_whole(table: &NameTable, typed: &str) -> bool {
    let row = Map::new(&*table.fst)
        .ok()
        .and_then(|map| map.get(fold_name(typed)));
    row.is_some_and(|r| table.postings.row(r as usize).iter().any(|p| p & 1 == 0))
}

/// Finds entities by whole names and words of names. Output as [`find`]. O(length).
pub(crate) fn find_exact(
    table: &NameTable,
    typed: &str,
    n_events: impl Fn(u32) -> u32,
) -> Vec<NameHit> {
    let key = fold_name(typed);
    let Ok(map) = Map::new(&*table.fst) else {
        return Vec::new();
    };
    let mut hits = Hits::default();
    if let Some(row) = map.get(&key).filter(|_| !key.is_empty()) {
        hits.add(table, row, |word| {
            if word {
                NameMatch::Word
            } else {
                NameMatch::Exact
            }
        });
    }
    if hits.0.is_empty() {
        all_words(table, &map, &key, &mut hits);
    }
    let hit = |(entity, by)| NameHit {
        entity: EntityId(entity),
        by,
        n_events: n_events(entity),
    };
    let mut found: Vec<NameHit> = hits.0.into_iter().map(hit).collect();
    found.sort_by_key(|h| (h.by, std::cmp::Reverse(h.n_events), h.entity));
    found
}

/// Entities whose name has every typed word, in any order ("aliyev ilham", "police ukraine").
fn all_words(table: &NameTable, map: &Map<&[u8]>, key: &str, hits: &mut Hits) {
    if !key.contains(' ') {
        return;
    }
    let mut common: Option<BTreeSet<u32>> = None;
    for word in key.split(' ') {
        let row = map
            .get(word)
            .map_or(&[][..], |r| table.postings.row(r as usize));
        let here: BTreeSet<u32> = row.iter().map(|p| p >> 1).collect();
        common = Some(common.map_or_else(|| here.clone(), |c| &c & &here));
    }
    for entity in common.unwrap_or_default() {
        hits.0.entry(entity).or_insert(NameMatch::Word);
    }
}

/// Damerau–Levenshtein (optimal string alignment) up to two edits, one for keys of four characters or less, none below three.
fn fuzzy(table: &NameTable, map: &Map<&[u8]>, key: &str, hits: &mut Hits) {
    let most = match key.len() {
        0..=2 => return,
        3..=4 => 1,
        _ => near::MOST,
    };
    let near = Near::new(key, most);
    let mut stream = map.search_with_state(&near).into_stream();
    while let Some((_, row, rows)) = stream.next() {
        if let Some(edits) = near.edits(&rows) {
            hits.add(table, row, |_| NameMatch::Fuzzy { edits });
        }
    }
}

/// Lists entities with a name or word of a name that starts with the typed text; most events first, at most `limit`. O(hits · log hits).
pub(crate) fn complete(
    table: &NameTable,
    typed: &str,
    limit: usize,
    n_events: impl Fn(u32) -> u32,
) -> Vec<NameHit> {
    let mut hits = find(table, typed, n_events, true);
    hits.truncate(limit);
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> NameTable {
        build([
            (0, "İlham Əliyev"),
            (0, "Ilham Aliyev"),
            (1, "Police (Ukraine)"),
            (2, "Ukraine"),
        ])
    }

    fn found(typed: &str) -> Vec<(u32, NameMatch)> {
        find(&table(), typed, |_| 0, false)
            .into_iter()
            .map(|h| (h.entity.0, h.by))
            .collect()
    }

    #[test]
    fn names_are_found_by_any_spelling() {
        assert_eq!(found("ILHAM ALIYEV"), [(0, NameMatch::Exact)]);
        assert_eq!(
            found("ukraine"),
            [(2, NameMatch::Exact), (1, NameMatch::Word)]
        );
        assert_eq!(found("aliyev ilham"), [(0, NameMatch::Word)]);
        assert_eq!(found("poli"), [(1, NameMatch::Prefix)]);
        assert_eq!(found("Alieyv"), [(0, NameMatch::Fuzzy { edits: 1 })]);
        assert!(found("").is_empty() && found("zz").is_empty());
    }
}
