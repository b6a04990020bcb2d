//! What the tagger knows of one token: hashes of its forms and parts, its shape, and what the word lists inside the model say of it.
//!
//! In: tokens, [`Knowledge`]. Out: [`Word`]s. Invariant: depends on the token and its right neighbours (phrases of the lists) only.
//! Does not: look at tags.

use super::hash::{START, chars, finish, mix, roll};
use super::table;
use crate::base::recall::Recall;

/// Lists that are keyed into the model's Bloom filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u64)]
pub enum List {
    /// Parts of personal names.
    Name = 1,
    /// Large cities, whole names.
    Place = 2,
    /// Countries and territories, whole names.
    Country = 3,
    /// Adjectives of countries and nationalities.
    Adjective = 4,
    /// Legal forms and words for kinds of organisations.
    Organisation = 5,
    /// Smaller cities and other names of large ones.
    MinorPlace = 6,
    /// Organisations of the gazetteer, whole names.
    Body = 7,
}

/// Key of a phrase (hashes of its lower-case tokens joined with [`mix`]) in a list.
pub fn list_key(list: List, phrase: u64) -> u64 {
    finish(mix(list as u64, phrase))
}

/// Bits of [`Word::lists`].
pub mod bit {
    /// Part of a personal name.
    pub const NAME: u16 = 1;
    /// First token of a large city.
    pub const PLACE: u16 = 2;
    /// Later token of a city.
    pub const PLACE_INSIDE: u16 = 4;
    /// First token of a country.
    pub const COUNTRY: u16 = 8;
    /// Later token of a country.
    pub const COUNTRY_INSIDE: u16 = 16;
    /// Adjective of a country.
    pub const ADJECTIVE: u16 = 32;
    /// Legal form or kind of organisation.
    pub const ORGANISATION: u16 = 64;
    /// First token of a smaller city.
    pub const MINOR_PLACE: u16 = 128;
    /// No token at all: before the first or after the last.
    pub const NOWHERE: u16 = 256;
    /// First token of an organisation of the gazetteer.
    pub const BODY: u16 = 512;
    /// Later token of one.
    pub const BODY_INSIDE: u16 = 1024;
}

/// Word lists inside the model, read where they lie.
#[derive(Debug, Clone, Copy, Default)]
pub struct Knowledge<'a> {
    /// Bloom filter of [`list_key`]s.
    pub bloom: &'a [u8],
    /// Table by lower-case word and language group: class, casing habit, label habit.
    pub words: &'a [u8],
}

/// How a token is written, coarsely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Casing {
    /// Neither letters nor digits.
    #[default]
    Mark,
    /// All small.
    Lower,
    /// One capital, then small letters.
    Title,
    /// Capitals only, two or more.
    Upper,
    /// A capital alone, perhaps with a stop.
    Initial,
    /// Starts small, holds capitals.
    MixedLower,
    /// Starts with a capital, holds further ones.
    MixedUpper,
    /// Holds digits.
    Number,
}

impl Casing {
    /// Does a name usually look like this?
    pub fn is_capital(self) -> bool {
        matches!(
            self,
            Self::Title | Self::Upper | Self::Initial | Self::MixedUpper
        )
    }
}

/// One token, as features see it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// The form, digits as zero.
    pub form: u64,
    /// The lower-case form, digits as zero.
    pub lower: u64,
    /// The lower-case form without a final genitive.
    pub stem: u64,
    /// Lower-case prefixes of one to five characters, zero where the word is shorter.
    pub prefixes: [u64; 5],
    /// Lower-case suffixes, likewise.
    pub suffixes: [u64; 5],
    /// Shape with runs cut to two ("Xxdd").
    pub shape: u64,
    /// Coarse casing.
    pub casing: Casing,
    /// Part before the first hyphen, zero without one.
    pub head: u64,
    /// Part after the last hyphen, zero without one.
    pub tail: u64,
    /// Is the head written with a capital?
    pub head_capital: bool,
    /// Bits of the lists.
    pub lists: u16,
    /// Distributional class, zero if unknown.
    pub class: u8,
    /// How the word is written in running text of the language: 0 unknown, 1 always with a capital … 4 always small.
    pub habit: u8,
    /// How the training corpora label the word: 0 unknown, 1 never a name, 2 rarely, 3 mixed, 4 person, 5 place, 6 organisation.
    pub label: u8,
    /// The same of the longest known word that this one ends with (last part of a compound).
    pub part_label: u8,
}

impl Knowledge<'_> {
    /// Does the list hold one of two forms of a phrase?
    fn holds(&self, list: List, [whole, stem]: [u64; 2]) -> bool {
        let contains = |phrase| table::bloom_contains(self.bloom, list_key(list, phrase));
        contains(whole) || stem != whole && contains(stem)
    }

    /// Calls for what [`Knowledge::holds`] will look at first.
    fn call(&self, list: List, [whole, stem]: [u64; 2]) {
        table::bloom_call(self.bloom, list_key(list, whole));
        if stem != whole {
            table::bloom_call(self.bloom, list_key(list, stem));
        }
    }
}

fn lower(c: char) -> char {
    match c {
        'İ' => 'i',
        'ẞ' => 'ß',
        c if c.is_ascii_digit() => '0',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Hashes a token as the word table and the lists key it: lower case, digits as zero.
pub fn lower_hash(token: &str) -> u64 {
    chars(token.chars().map(lower))
}

/// Key of a lower-case word in the word table.
pub fn word_key(lower: u64, group: u8) -> u64 {
    finish(mix(lower, 0x90 + u64::from(group)))
}

/// Describes the tokens of a sentence; `known` recalls words of the same `knowledge`. O(characters).
pub fn describe(
    tokens: &[&str],
    group: u8,
    knowledge: &Knowledge,
    known: &Recall<Word>,
) -> Vec<Word> {
    let mut buffer = Vec::with_capacity(32);
    let mut alone = |token: &str| {
        let mut word = word(token, &mut buffer);
        habits(&mut word, &buffer, group, knowledge);
        word.lists = word_lists(&word, knowledge);
        word
    };
    tokens.iter().for_each(|token| known.call(token, group));
    let mut words: Vec<Word> = tokens
        .iter()
        .map(|token| known.ask(token, group, || alone(token)))
        .collect();
    mark_phrases(&mut words, knowledge);
    words
}

fn word(token: &str, buffer: &mut Vec<char>) -> Word {
    buffer.clear();
    buffer.extend(token.chars().map(lower));
    let low = buffer.as_slice();
    let mut prefixes = [0; 5];
    let mut rolling = START;
    for (slot, c) in prefixes.iter_mut().zip(low) {
        rolling = roll(rolling, *c);
        *slot = finish(rolling);
    }
    let mut suffixes = [0; 5];
    rolling = START;
    for (slot, c) in suffixes.iter_mut().zip(low.iter().rev()) {
        rolling = roll(rolling, *c);
        *slot = finish(rolling);
    }
    let form = chars(
        token
            .chars()
            .map(|c| if c.is_ascii_digit() { '0' } else { c }),
    );
    let part = |cut: &[char]| chars(cut.iter().copied());
    let hyphen = |c: &char| matches!(c, '-' | '‐' | '‑' | '–' | '/');
    let first = low
        .iter()
        .position(hyphen)
        .filter(|at| *at > 0 && at + 1 < low.len());
    let last = low
        .iter()
        .rposition(hyphen)
        .filter(|at| *at > 0 && at + 1 < low.len());
    Word {
        form,
        lower: part(low),
        stem: part(strip(low)),
        prefixes,
        suffixes,
        shape: shape(token),
        casing: casing(token),
        head: first.map_or(0, |at| part(&low[..at])),
        tail: last.map_or(0, |at| part(&low[at + 1..])),
        head_capital: first.is_some() && token.chars().next().is_some_and(char::is_uppercase),
        ..Word::default()
    }
}

/// Cuts a genitive: a final s with a colon or apostrophe, or alone on a word of four letters or more.
fn strip(low: &[char]) -> &[char] {
    match low {
        [stem @ .., ':' | '\'' | '’', 's'] | [stem @ .., '\'' | '’'] if stem.len() > 1 => stem,
        [stem @ .., 's'] if stem.len() > 2 => stem,
        _ => low,
    }
}

fn shape(token: &str) -> u64 {
    let (mut hash, mut last, mut run) = (START, ' ', 0);
    for c in token.chars() {
        let kind = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_ascii_digit() => 'd',
            c => c,
        };
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        if run <= 2 {
            hash = roll(hash, kind);
        }
    }
    finish(hash)
}

/// Characters that stand together in addresses and file names only.
const ADDRESS: &str = "://";

fn casing(token: &str) -> Casing {
    if token.contains(ADDRESS) {
        return Casing::Mark;
    }
    let mut letters = token.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else {
        return if token.chars().any(|c| c.is_ascii_digit()) {
            Casing::Number
        } else {
            Casing::Mark
        };
    };
    let (mut upper, mut small) = (0, 0);
    for c in letters {
        if c.is_uppercase() {
            upper += 1;
        } else {
            small += 1;
        }
    }
    match (first.is_uppercase(), upper, small) {
        (true, 0, 0) => Casing::Initial,
        (true, 0, _) => Casing::Title,
        (true, _, 0) => Casing::Upper,
        (true, ..) => Casing::MixedUpper,
        (false, 0, _) => Casing::Lower,
        (false, ..) => Casing::MixedLower,
    }
}

/// Longest phrase of a list, in tokens.
const PHRASE: usize = 6;

/// Lists of names of places and bodies, which may have several tokens, with the bits of the first and of the later ones.
const PHRASES: [(List, u16, u16); 4] = [
    (List::MinorPlace, bit::MINOR_PLACE, bit::PLACE_INSIDE),
    (List::Place, bit::PLACE, bit::PLACE_INSIDE),
    (List::Country, bit::COUNTRY, bit::COUNTRY_INSIDE),
    (List::Body, bit::BODY, bit::BODY_INSIDE),
];

/// Bits of the lists that hold the word alone.
fn word_lists(word: &Word, knowledge: &Knowledge) -> u16 {
    if !is_word(word) {
        return 0;
    }
    let lists = [
        (List::Name, bit::NAME),
        (List::Adjective, bit::ADJECTIVE),
        (List::Organisation, bit::ORGANISATION),
    ];
    let phrases = PHRASES.map(|(list, first, _)| (list, first));
    let held = lists
        .into_iter()
        .chain(phrases)
        .filter(|(list, _)| knowledge.holds(*list, [word.lower, word.stem]));
    held.fold(0, |bits, (_, flag)| bits | flag)
}

fn is_word(word: &Word) -> bool {
    word.casing != Casing::Mark && word.casing != Casing::Number
}

/// Marks the tokens of the longest phrases of more than one token. The filter is called for all of them before any is looked at. O(tokens).
fn mark_phrases(words: &mut [Word], knowledge: &Knowledge) {
    let starts = (0..words.len()).filter(|&at| words.get(at).is_some_and(is_word));
    let found: Vec<(usize, Phrases)> = starts.map(|at| (at, Phrases::new(words, at))).collect();
    for (_, phrases) in &found {
        for phrase in phrases.hashes() {
            for (list, ..) in PHRASES {
                knowledge.call(list, *phrase);
            }
        }
    }
    for (at, phrases) in &found {
        for (list, first, later) in PHRASES {
            let mut hashes = phrases.hashes().iter();
            let Some(longest) = hashes.rposition(|p| knowledge.holds(list, *p)) else {
                continue;
            };
            for (n, word) in words.iter_mut().skip(*at).take(longest + 2).enumerate() {
                word.lists |= if n == 0 { first } else { later };
            }
        }
    }
}

/// The phrases of two tokens and more that start at a token.
struct Phrases {
    /// Whole and without a genitive at the end.
    hashes: [[u64; 2]; PHRASE - 1],
    count: usize,
}

impl Phrases {
    fn new(words: &[Word], at: usize) -> Self {
        let mut hashes = [[0; 2]; PHRASE - 1];
        let mut rest = words.iter().skip(at);
        let mut before = rest.next().map_or(0, |w| w.lower);
        let mut count = 0;
        for (slot, word) in hashes.iter_mut().zip(rest) {
            let stem = mix(before, word.stem);
            before = mix(before, word.lower);
            *slot = [before, stem];
            count += 1;
        }
        Self { hashes, count }
    }

    fn hashes(&self) -> &[[u64; 2]] {
        self.hashes.get(..self.count).unwrap_or_default()
    }
}

/// Shortest last part of a compound, and shortest part before it.
const PART: usize = 4;
const BEFORE_PART: usize = 2;

/// Fills in what the word table says of the word and of its last part.
fn habits(word: &mut Word, low: &[char], group: u8, knowledge: &Knowledge) {
    let known = |lower: u64| table::find(knowledge.words, word_key(lower, group));
    if let Some([class, habit, label, ..]) = known(word.lower) {
        word.class = class as u8;
        word.habit = habit as u8;
        word.label = label as u8;
    }
    if !word.casing.is_capital() {
        return;
    }
    for start in BEFORE_PART..low.len().saturating_sub(PART - 1).min(BEFORE_PART + 24) {
        let part = chars(low.iter().skip(start).copied());
        if let Some([_, _, label, ..]) = known(part)
            && label > 0
        {
            word.part_label = label as u8;
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn casing_and_stems() {
        assert_eq!(casing("Lavrov"), Casing::Title);
        assert_eq!(casing("NATO"), Casing::Upper);
        assert_eq!(casing("E."), Casing::Initial);
        assert_eq!(casing("iPhone"), Casing::MixedLower);
        assert_eq!(casing("McDonald"), Casing::MixedUpper);
        assert_eq!(casing("2023"), Casing::Number);
        assert_eq!(casing("—"), Casing::Mark);
        let stem = |t: &str| word(t, &mut Vec::new()).stem;
        assert_eq!(stem("Rysslands"), lower_hash("Ryssland"));
        assert_eq!(stem("Nato:s"), lower_hash("nato"));
        assert_eq!(stem("Moscow’s"), lower_hash("moscow"));
        assert_eq!(stem("is"), lower_hash("is"));
    }

    #[test]
    fn phrases_of_the_lists_mark_first_and_later_tokens() {
        let mut bloom = vec![0; 64];
        let phrase = mix(lower_hash("new"), lower_hash("york"));
        table::bloom_insert(&mut bloom, list_key(List::Place, phrase));
        let knowledge = Knowledge {
            bloom: &bloom,
            words: &[],
        };
        let words = describe(&["in", "New", "Yorks"], 1, &knowledge, &Recall::default());
        let bits: Vec<u16> = words.iter().map(|w| w.lists).collect();
        assert_eq!(bits, [0, bit::PLACE, bit::PLACE_INSIDE]);
    }
}
