//! `languages/<code>/language.ron`: how a language is called and how it writes; the calendar words of all languages together.
//!
//! In: RON. Out: [`Language`], [`Calendar`], [`OtherLanguage`]. Does not: inflect (inflection.ron) or resolve time expressions (temporal.ron).

use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::OnceLock;

/// The writing habits of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Origin and licence of the table.
    pub source: String,
    /// Two-letter code.
    pub code: String,
    /// Name in English.
    pub name: String,
    /// Twelve months, each with its full form first, then short forms (lower case, without dot).
    pub months: Vec<Vec<String>>,
    /// Seven weekdays from Monday, each with its full form first, then short forms.
    pub weekdays: Vec<Vec<String>>,
    /// Endings of a full weekday name that leave it one ("torsdag" + "en").
    #[serde(default)]
    pub weekday_endings: Vec<String>,
    /// Words with a full stop that does not end a sentence (with the stop; those with a capital only where the text writes them so).
    pub abbreviations: Vec<String>,
    /// Those of them that may well end a sentence when a capital follows ("m.m.", "Inc.").
    pub final_abbreviations: Vec<String>,
    /// Phrases that end in a name of one letter, whose full stop may end a sentence ("on X").
    #[serde(default)]
    pub lone_letters: Vec<String>,
    /// The commonest small words, for telling the language of a short line.
    pub stopwords: Vec<String>,
    /// Words that announce the publication date on its line ("Publicerad", "Stand").
    pub published_labels: Vec<String>,
    /// Words that announce the date of a later change ("Uppdaterad").
    pub updated_labels: Vec<String>,
    /// Small words that may stand beside a date on its line ("den", "kl", "Uhr").
    pub date_fillers: Vec<String>,
    /// Words for the day of publication.
    pub today: Vec<String>,
    /// Words for the day before.
    pub yesterday: Vec<String>,
    /// Words that make a date beside them a future one, or may.
    pub future_cues: Vec<String>,
    /// Words that make a date beside them background ("sedan", "since").
    pub background_cues: Vec<String>,
    /// Nouns for a day or date: a sentence that opens with one tells of the day and is not merely dated by it.
    #[serde(default)]
    pub day_nouns: Vec<String>,
    /// Does the month stand first in "2/5/2026"?
    pub month_first: bool,
    /// Endings that are tokens of their own ("n't", "'s"), with a straight apostrophe.
    pub clitics: Vec<String>,
    /// Words that are two tokens, with the length of the first ("cannot", 3).
    pub clitics_glued: Vec<(String, usize)>,
    /// Are hyphenated words cut into their parts?
    pub split_hyphens: bool,
    /// Parts before a hyphen that stay with the word ("co-operate").
    pub unsplit_prefixes: Vec<String>,
    /// May a number with a full stop be an ordinal ("9. Oktober")?
    pub ordinal_dot: bool,
    /// Are all nouns written with a capital?
    pub nouns_capitalized: bool,
    #[serde(skip)]
    compiled: OnceLock<FxHashMap<String, Abbreviation>>,
}

/// An abbreviation of the list.
#[derive(Debug, Clone, Copy)]
struct Abbreviation {
    /// May it end a sentence?
    last: bool,
    /// Is it one only with a capital ("Ill.", which is no "ill.")?
    capital: bool,
}

impl Language {
    /// Tells whether a word with its full stop, as written, is an abbreviation: `Some(true)` if it may also end a sentence.
    pub fn abbreviation(&self, word: &str) -> Option<bool> {
        let table = self.compiled.get_or_init(|| {
            let all = self.abbreviations.iter().chain(&self.final_abbreviations);
            let capital = |w: &str| w.chars().next().is_some_and(char::is_uppercase);
            let small: Vec<String> = (self.final_abbreviations.iter())
                .map(|w| w.to_lowercase())
                .collect();
            all.map(|w| {
                let key = w.to_lowercase();
                let last = small.contains(&key);
                let capital = capital(w);
                (key, Abbreviation { last, capital })
            })
            .collect()
        });
        let found = table.get(&word.to_lowercase())?;
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        (capital || !found.capital).then_some(found.last)
    }
}

/// A language without a pack: enough of it to know that it is not one of ours.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherLanguage {
    /// Two-letter code.
    pub code: String,
    /// Name in English.
    pub name: String,
    /// Small words that our languages lack or use far less.
    pub stopwords: Vec<String>,
}

/// `languages/others.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherLanguages {
    /// Origin and licence of the table.
    pub source: String,
    /// The languages.
    pub languages: Vec<OtherLanguage>,
}

/// What a word says beside a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateWord {
    /// A month, 1 to 12.
    Month(u8),
    /// A weekday, 0 (Monday) to 6; `full` for the unshortened name.
    Weekday {
        /// Days from Monday.
        day: u8,
        /// Is it the full name?
        full: bool,
    },
    /// "Publicerad", "Stand".
    Published,
    /// "Uppdaterad".
    Updated,
    /// "den", "Uhr".
    Filler,
    /// "igår".
    Yesterday,
    /// "heute".
    Today,
}

/// The calendar words of every language, lower case.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    words: FxHashMap<String, DateWord>,
}

impl Calendar {
    /// Collects the words; where languages disagree months go before weekdays before the rest.
    pub fn new<'a>(languages: impl IntoIterator<Item = &'a Language>) -> Self {
        let mut calendar = Self::default();
        let languages: Vec<&Language> = languages.into_iter().collect();
        for (number, language) in languages.iter().flat_map(|l| (1u8..).zip(&l.months)) {
            calendar.add(language, DateWord::Month(number));
        }
        for (day, names) in languages.iter().flat_map(|l| (0u8..).zip(&l.weekdays)) {
            for (i, name) in names.iter().enumerate() {
                let full = i == 0;
                calendar.add(std::slice::from_ref(name), DateWord::Weekday { day, full });
            }
        }
        for language in &languages {
            for (day, names) in (0u8..).zip(&language.weekdays) {
                let name = names.first().map_or("", String::as_str);
                let inflected: Vec<String> = language
                    .weekday_endings
                    .iter()
                    .map(|e| format!("{name}{e}"))
                    .collect();
                calendar.add(&inflected, DateWord::Weekday { day, full: true });
            }
        }
        for language in languages {
            calendar.add(&language.published_labels, DateWord::Published);
            calendar.add(&language.updated_labels, DateWord::Updated);
            calendar.add(&language.yesterday, DateWord::Yesterday);
            calendar.add(&language.today, DateWord::Today);
            calendar.add(&language.date_fillers, DateWord::Filler);
        }
        calendar
    }

    fn add(&mut self, names: &[String], word: DateWord) {
        for name in names {
            self.words.entry(name.clone()).or_insert(word);
        }
    }

    /// Looks a lower-case word up.
    pub fn get(&self, word: &str) -> Option<DateWord> {
        self.words.get(word).copied()
    }
}

/// The small words of every language, with and without a pack.
#[derive(Debug, Default)]
pub struct SmallWords {
    words: FxHashMap<String, Vec<u8>>,
    codes: Vec<String>,
}

impl SmallWords {
    /// Collects `(code, words)` pairs.
    pub fn new<'a>(languages: impl IntoIterator<Item = (&'a str, &'a [String])>) -> Self {
        let mut table = Self::default();
        for (n, (code, words)) in (0u8..).zip(languages) {
            table.codes.push(code.to_owned());
            for word in words {
                let entry = table.words.entry(word.clone()).or_default();
                if !entry.contains(&n) {
                    entry.push(n);
                }
            }
        }
        table
    }

    /// Returns the languages that have a lower-case word, as numbers for [`SmallWords::code`].
    pub fn languages(&self, word: &str) -> &[u8] {
        self.words.get(word).map_or(&[], Vec::as_slice)
    }

    /// Returns how many languages there are, some perhaps without words.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Tells whether there is no language.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Returns the two-letter code of a language number.
    pub fn code(&self, language: u8) -> Option<&str> {
        self.codes.get(usize::from(language)).map(String::as_str)
    }
}
