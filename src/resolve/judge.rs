//! Do two written names mean the same person, organisation or place? What the gazetteer knows comes first, then abbreviations and legal forms, then
//! the words as of a person.
//!
//! In: two names and the lexicon. Out: [`Comparison`]. Invariant: symmetric. Does not: guess a class; look at articles.

use super::compare::{ACCEPT, Comparison, Context, compare};
use super::forms;
use crate::lexicon::Lexicon;
use crate::lexicon::gazetteer::SenseKind;
use crate::lexicon::romanization::NameTables;

/// Letters of the shortest abbreviation that is read off a name; two letters fit too many.
const SHORTEST_ABBREVIATION: usize = 3;

/// Compares two names of anything.
///
/// Input: any script. Output: verdict with reasons. Complexity: two look-ups and one comparison.
pub fn judge(a: &str, b: &str, context: Context, lexicon: &Lexicon) -> Comparison {
    let tables = lexicon.names();
    known(a, b, lexicon)
        .or_else(|| abbreviated(a, b).or_else(|| abbreviated(b, a)))
        .or_else(|| company(a, b, tables))
        .unwrap_or_else(|| compare(a, b, context, tables))
}

fn verdict(same: bool, score: f32, reason: String) -> Comparison {
    Comparison {
        same,
        score,
        reasons: vec![reason],
    }
}

/// Both are names in the gazetteer: of one entry, or of two.
fn known(a: &str, b: &str, lexicon: &Lexicon) -> Option<Comparison> {
    let gazetteer = lexicon.gazetteer();
    let entries = |name: &str| -> Vec<usize> {
        let found = gazetteer.lookup(name, "");
        let senses = found.map(|m| m.senses).unwrap_or_default();
        let named = senses
            .into_iter()
            .filter(|s| matches!(s.kind, SenseKind::Name | SenseKind::Capital));
        named.map(|s| s.entry).collect()
    };
    let (x, y) = (entries(a), entries(b));
    if x.is_empty() || y.is_empty() {
        return None;
    }
    let id = |entry: usize| gazetteer.at(entry).map_or("", |e| e.id);
    let shared = x.iter().find(|e| y.contains(e));
    if let Some(&entry) = shared {
        return Some(verdict(
            true,
            0.99,
            format!("both are names of {}", id(entry)),
        ));
    }
    let first = |list: &[usize]| list.first().map_or("", |e| id(*e));
    let (p, q) = (first(&x), first(&y));
    let reason = format!("names of two entries: {} and {}", p.min(q), p.max(q));
    Some(verdict(false, 0.0, reason))
}

/// `short` is written in capitals and holds the first letters of the words of `long` that are written with capitals.
fn abbreviated(short: &str, long: &str) -> Option<Comparison> {
    let letters: String = short.chars().filter(|c| c.is_alphanumeric()).collect();
    let enough = letters.chars().count() >= SHORTEST_ABBREVIATION;
    if !enough || letters.chars().any(|c| !c.is_uppercase()) {
        return None;
    }
    let apart = |c: char| c.is_whitespace() || c == '-';
    let heads: String = long
        .split(apart)
        .filter_map(|w| w.chars().find(|c| c.is_alphanumeric()))
        .filter(|c| c.is_uppercase())
        .collect();
    (heads == letters).then(|| {
        verdict(
            true,
            0.9,
            format!("{short} are the first letters of {long}"),
        )
    })
}

/// One or both wear a legal form; what is left is the same word for word.
fn company(a: &str, b: &str, tables: &NameTables) -> Option<Comparison> {
    let bare = |name: &str| -> (String, bool) {
        let words: Vec<String> = forms::plain(name)
            .split([' ', ','])
            .map(|w| any_ascii::any_ascii(&w.replace('.', "")))
            .filter(|w| !w.is_empty())
            .collect();
        let kept = words
            .iter()
            .rposition(|w| !tables.legal_forms.contains(w.as_str()))
            .map_or(0, |last| last + 1);
        (
            words.get(..kept).unwrap_or_default().join(" "),
            kept < words.len(),
        )
    };
    let ((x, worn), (y, also)) = (bare(a), bare(b));
    let same = (worn || also) && !x.is_empty() && x == y;
    same.then(|| {
        verdict(
            true,
            ACCEPT.max(0.95),
            "equal but for the legal form".to_owned(),
        )
    })
}
