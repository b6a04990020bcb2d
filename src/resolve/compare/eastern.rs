//! Names of East Asia: kanji by their readings, Mandarin by syllables, Korean by family and sound.
//!
//! In: two parsed names. Out: a verdict where their system can tell, else `None`. Does not: align words (compare.rs).

use super::{Comparison, distance, refused, same_word};
use crate::lexicon::romanization::NameTables;
use crate::resolve::normalize::{Name, Word};

/// A name in kanji is the same as two words if one reading of its family is one of them and one of its given name the other.
pub(super) fn japanese(kanji: &Name, latin: &Name, tables: &NameTables) -> Option<Comparison> {
    let [first, last] = latin.words.as_slice() else {
        return None;
    };
    let best = |readings: &[Word], with: &Word| -> f32 {
        let scores = readings.iter().map(|r| same_word(r, with, true, tables));
        scores.fold(0.0, f32::max)
    };
    let mut score = 0.0_f32;
    for [families, givens] in &kanji.japanese {
        for (family, given) in [(last, first), (first, last)] {
            score = score.max(best(families, family).min(best(givens, given)));
        }
    }
    (score >= 0.88).then(|| Comparison {
        same: true,
        score: score - 0.02,
        reasons: vec!["a Japanese reading of the characters".to_owned()],
    })
}

/// Two Mandarin names are the same if their syllables are, in either order of family and given name, and else different people.
pub(super) fn mandarin(a: &Name, b: &Name) -> Option<Comparison> {
    for x in &a.syllables {
        for y in &b.syllables {
            let (flat_x, flat_y) = (x.concat(), y.concat());
            let mut turned = y.clone();
            turned.rotate_left(1);
            let mut turned_back = y.clone();
            turned_back.rotate_right(1);
            let score = if flat_x == flat_y { 0.94 } else { 0.91 };
            if flat_x == flat_y || flat_x == turned.concat() || flat_x == turned_back.concat() {
                return Some(Comparison {
                    same: true,
                    score,
                    reasons: vec![format!("the same syllables: {}", flat_x.join("-"))],
                });
            }
        }
    }
    let family = |n: &Name| {
        n.syllables
            .first()
            .and_then(|s| s.first())
            .filter(|w| w.len() == 1)
            .cloned()
    };
    let (x, y) = (family(a)?, family(b)?);
    let differ = x == y && a.korean.is_empty() && b.korean.is_empty();
    differ.then(|| refused("one family name, other syllables"))
}

/// Two Korean names are the same if the family is and the given names sound alike when written as one.
pub(super) fn korean(a: &Name, b: &Name) -> Option<Comparison> {
    let given = |n: &Name, at: usize| -> String {
        let rest = n.words.iter().enumerate().filter(|(i, _)| *i != at);
        rest.map(|(_, w)| w.korean.as_str()).collect()
    };
    let mut shared = false;
    for (i, family) in &a.korean {
        for (j, other) in &b.korean {
            let end = |n: &Name, at: usize| at == 0 || at + 1 == n.words.len();
            if family != other || !end(a, *i) || !end(b, *j) {
                continue;
            }
            shared = true;
            let (x, y) = (given(a, *i), given(b, *j));
            let limit = if x.len().min(y.len()) >= 5 { 0.5 } else { 0.0 };
            // The vowels of "Suk" and "Seok", "Jung" and "Jong" are one another's usual spelling.
            let rounded = |given: &str| given.replace('o', "u");
            let alike = rounded(&x) == rounded(&y) || distance(&x, &y, 0.6) <= limit;
            if x.len() > 3 && alike {
                return Some(Comparison {
                    same: true,
                    score: 0.92,
                    reasons: vec!["one Korean family and given names of one sound".to_owned()],
                });
            }
        }
    }
    let typical = |n: &Name| n.words.len() == 3 && n.words.iter().all(|w| w.ascii.len() <= 5);
    (shared && typical(a) && typical(b)).then(|| refused("one Korean family, other given names"))
}
