//! An index of role and group nouns: inflected, compounded and multi-word forms.
//!
//! In: base forms, endings, whether the language compounds. Out: [`NounMatch`]es over tokens. Invariant: the longest form wins; case does not count.
//! Does not: know what a noun means.

use crate::base::letters::small;
use crate::base::recall::Recall;
use rustc_hash::FxHashMap;

/// How one ending changes a noun.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NounEnding {
    /// The ending.
    pub ending: String,
    /// It makes the noun definite.
    #[serde(default)]
    pub definite: bool,
    /// It makes the noun plural.
    #[serde(default)]
    pub plural: bool,
    /// It makes the noun genitive.
    #[serde(default)]
    pub genitive: bool,
    /// It tells the holder's gender.
    #[serde(default)]
    pub gender: Option<char>,
}

/// A noun found at a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NounMatch {
    /// Number of tokens.
    pub n_tokens: usize,
    /// Position of the entry that the form belongs to.
    pub entry: usize,
    /// Plural form.
    pub plural: bool,
    /// Definite form.
    pub definite: bool,
    /// Genitive form.
    pub genitive: bool,
    /// Gender told by the ending.
    pub gender: Option<char>,
    /// First part of a compound, as written ("US" of "US-Präsident", "Kreml" of "Kremlchef").
    pub prefix: Option<String>,
}

/// Longest form in tokens.
const MAX_TOKENS: usize = 6;
/// Shortest first part of a compound written as one word.
const MIN_PREFIX: usize = 3;
/// Shortest head of such a compound.
const MIN_HEAD: usize = 4;

/// The index.
#[derive(Debug, Default)]
pub struct Nouns {
    forms: FxHashMap<String, (usize, bool)>,
    /// First words of forms, with the most tokens that a form behind one takes.
    firsts: FxHashMap<String, usize>,
    sieve: Sieve,
    /// The first letters of `firsts`, and the last ones of forms with their endings.
    begins: Sieve,
    ends: Sieve,
    endings: Vec<NounEnding>,
    compounds: bool,
    /// Words that neither are a noun nor begin one.
    idle: Recall<bool>,
}

impl Nouns {
    /// Builds the index; of two entries with the same form the first wins.
    pub fn new(endings: Vec<NounEnding>, compounds: bool) -> Self {
        Self {
            endings,
            compounds,
            ..Self::default()
        }
    }

    /// Adds a base form.
    pub fn add(&mut self, form: &str, entry: usize, plural: bool) {
        let form = form.to_lowercase();
        let first = form.split([' ', '-']).next().unwrap_or("").to_owned();
        self.begins.add(first_letters(&first));
        self.idle = Recall::default();
        let most = self.firsts.entry(first).or_default();
        let ends = self.endings.iter().map(|e| most_tokens(&e.ending)).max();
        *most = (*most).max(most_tokens(&form) + ends.unwrap_or(1) - 1);
        self.sieve.add(outline(&form));
        for ending in &self.endings {
            self.ends.add(last_letters([form.as_str(), &ending.ending]));
        }
        self.forms.entry(form).or_insert((entry, plural));
    }

    /// Finds the longest form that begins at token `at`. Complexity: O(endings), times the letters where the language compounds.
    pub fn find(&self, tokens: &[&str], at: usize) -> Option<NounMatch> {
        let rest = tokens.get(at..)?;
        let written = rest.first()?;
        if !written.starts_with(char::is_alphabetic) || self.is_idle(written) {
            return None;
        }
        let first = small(written);
        if let Some(most) = self.most_behind(&first) {
            for n in (2..=most.min(MAX_TOKENS).min(rest.len())).rev() {
                let joined = join(rest.get(..n)?);
                if let Some(found) = self.exact(&joined, n) {
                    return Some(found);
                }
            }
        }
        self.alone(written, &first)
    }

    /// Tells words, and most are, that neither are a noun nor begin one.
    fn is_idle(&self, written: &str) -> bool {
        self.is_foreign(written)
            || self.idle.ask(written, 0, || {
                let lower = small(written);
                self.most_behind(&lower).is_none() && self.alone(written, &lower).is_none()
            })
    }

    /// Neither begins the word as a form does, nor does it end as one, whatever stands before it in a compound? Asked of words of ASCII letters alone.
    fn is_foreign(&self, written: &str) -> bool {
        let plain = written.bytes().all(|b| b.is_ascii_alphabetic());
        plain
            && !self.begins.holds(first_letters(written))
            && !self.ends.holds(last_letters([written]))
    }

    /// The most tokens of a form that may begin with the word, if there is any.
    fn most_behind(&self, lower: &str) -> Option<usize> {
        let first = lower.split('-').next().unwrap_or("");
        self.firsts.get(first).copied()
    }

    /// Finds a noun of one token.
    fn alone(&self, written: &str, lower: &str) -> Option<NounMatch> {
        let compound = || self.compound(written, lower);
        self.exact(lower, 1).or_else(compound)
    }

    /// Finds a whole lower-case word or phrase, endings allowed.
    fn exact(&self, joined: &str, n_tokens: usize) -> Option<NounMatch> {
        let mut endings = self.endings.iter();
        endings.find_map(|e| self.with_ending(joined, e, n_tokens))
    }

    fn with_ending(&self, joined: &str, e: &NounEnding, n_tokens: usize) -> Option<NounMatch> {
        let stem = without(joined, &e.ending)?;
        if !self.sieve.holds(outline(stem)) {
            return None;
        }
        let (entry, plural) = *self.forms.get(stem)?;
        Some(NounMatch {
            n_tokens,
            entry,
            plural: plural || e.plural,
            definite: e.definite,
            genitive: e.genitive,
            gender: e.gender,
            prefix: None,
        })
    }

    fn compound(&self, written: &str, lower: &str) -> Option<NounMatch> {
        let with_prefix = |found: NounMatch, prefix: &str| NounMatch {
            prefix: Some(prefix.to_owned()),
            ..found
        };
        if let Some((prefix, head)) = written.rsplit_once('-')
            && !prefix.is_empty()
            && let Some(found) = self.exact(&small(head), 1)
        {
            return Some(with_prefix(found, prefix));
        }
        if !self.compounds || lower.len() != written.len() {
            return None;
        }
        let cuts = lower.char_indices().map(|(i, _)| i);
        let cuts = cuts.filter(|i| *i >= MIN_PREFIX && lower.len() - *i >= MIN_HEAD);
        // All heads end as the word does.
        let fits = |e: &&NounEnding| without(lower, &e.ending).is_some();
        let endings: Vec<&NounEnding> = self.endings.iter().filter(fits).collect();
        cuts.into_iter().find_map(|cut| {
            let head = lower.get(cut..)?;
            let found = endings.iter().find_map(|e| self.with_ending(head, e, 1))?;
            Some(with_prefix(
                found,
                written.get(..cut)?.trim_end_matches('-'),
            ))
        })
    }
}

/// The most tokens that may make a form: each word is one, and so is each hyphen where it is cut off.
fn most_tokens(form: &str) -> usize {
    2 * form.matches([' ', '-']).count() + 1
}

/// Cuts an ending off; most are refused by their last byte, without a call.
fn without<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    match (word.as_bytes().last(), ending.as_bytes().last()) {
        (_, None) => Some(word),
        (a, b) if a != b => None,
        _ => word.strip_suffix(ending),
    }
}

/// Bits by which most of what is no form of a noun is refused before it is looked up.
#[derive(Debug, Default)]
struct Sieve {
    bits: Vec<u64>,
}

impl Sieve {
    /// Their number, as a power of two.
    const BITS: u32 = 14;

    fn add(&mut self, place: usize) {
        self.bits.resize(1 << (Self::BITS - 6), 0);
        if let Some(cell) = self.bits.get_mut(place / 64) {
            *cell |= 1 << (place % 64);
        }
    }

    fn holds(&self, place: usize) -> bool {
        let cell = self.bits.get(place / 64);
        cell.is_some_and(|cell| cell >> (place % 64) & 1 == 1)
    }
}

/// Place in a sieve of a word by its length and three of its bytes.
fn outline(word: &str) -> usize {
    let byte = |at: Option<&u8>| at.map_or(0, |b| usize::from(*b));
    let bytes = word.as_bytes();
    let (first, second, last) = (bytes.first(), bytes.get(1), bytes.last());
    (byte(first) * 769 + byte(second) * 53 + byte(last) * 7 + bytes.len()) % (1 << Sieve::BITS)
}

/// Letters that tell where a word begins or ends; a head of a compound has no fewer.
const LETTERS: usize = MIN_HEAD;

/// Place in a sieve of a word by its first letters, whatever their case.
fn first_letters(word: &str) -> usize {
    letters(word.bytes().take(LETTERS))
}

/// Place in a sieve of what some parts make together, by the last letters of that.
fn last_letters<const N: usize>(parts: [&str; N]) -> usize {
    let bytes = parts.into_iter().rev().flat_map(|part| part.bytes().rev());
    letters(bytes.take(LETTERS))
}

fn letters(bytes: impl Iterator<Item = u8>) -> usize {
    let packed = bytes.fold(0, |all: u32, b| {
        all << 8 | u32::from(b.to_ascii_lowercase())
    });
    (packed.wrapping_mul(0x9E37_79B1) >> (32 - Sieve::BITS)) as usize
}

/// Joins tokens into the written form, hyphens without spaces, lower case.
fn join(tokens: &[&str]) -> String {
    let mut out = String::new();
    for token in tokens {
        let hyphen = *token == "-" || *token == "‑";
        if !out.is_empty() && !hyphen && !out.ends_with('-') {
            out.push(' ');
        }
        out.push_str(if hyphen { "-" } else { token });
    }
    out.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_phrases_compounds_and_endings() {
        let ending = |e: &str| NounEnding {
            ending: e.to_owned(),
            ..NounEnding::default()
        };
        let mut nouns = Nouns::new(vec![ending(""), ending("en"), ending("in")], true);
        nouns.add("Präsident", 0, false);
        nouns.add("secretary-general", 1, false);
        nouns.add("chef", 2, false);
        let found = |tokens: &[&str]| {
            nouns
                .find(tokens, 0)
                .map(|m| (m.entry, m.n_tokens, m.prefix))
        };
        assert_eq!(
            found(&["US-Präsidentin", "X"]),
            Some((0, 1, Some("US".to_owned())))
        );
        assert_eq!(found(&["Secretary", "-", "General"]), Some((1, 3, None)));
        assert_eq!(found(&["secretary-general"]), Some((1, 1, None)));
        assert_eq!(
            found(&["Kremlchef"]),
            Some((2, 1, Some("Kreml".to_owned())))
        );
        assert_eq!(found(&["Präsidium"]), None);
    }
}
