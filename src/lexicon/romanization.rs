//! `names/*.ron` and `languages/<code>/romanization.ron`: how names are written in other letters, and what belongs to a name.
//!
//! In: RON. Out: [`NameTables`]. Invariants: every reading ends in the neutral alphabet (a–z with c = ts, x = kh, j = glide; S Z C J for
//! sh zh ch dzh), so that spellings of any two languages can be compared letter by letter. Does not: compare (resolve/compare.rs).

use super::attested::{Attested, Kanji};
use super::embed::{DataError, DataFiles};
use crate::base::recall::Recall;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// One rewriting rule: `from` becomes `to` where its surroundings allow it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rewrite {
    /// Letters as written, lower case; capitals are neutral letters.
    pub from: String,
    /// Neutral letters.
    pub to: String,
    /// One of these letters must follow.
    #[serde(default)]
    pub before: String,
    /// One of these letters must precede.
    #[serde(default)]
    pub after: String,
    /// Only at the start of the word.
    #[serde(default)]
    pub initial: bool,
    /// Only at the end of the word.
    #[serde(default)]
    pub last: bool,
}

/// The romanisation of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Romanization {
    /// Origin and licence of the table; may be empty inside a collection.
    #[serde(default)]
    pub source: String,
    /// Language code, or a short name of the habit.
    pub code: String,
    /// Rules; at each place the first that fits is taken.
    pub rules: Vec<Rewrite>,
}

impl Romanization {
    /// Reads a word, lower case and free of signs, into the neutral alphabet.
    pub fn read(&self, word: &str) -> String {
        let mut out = String::with_capacity(word.len());
        let mut at = 0;
        while let Some(rest) = word.get(at..).filter(|r| !r.is_empty()) {
            let before = word.get(..at).and_then(|w| w.chars().next_back());
            let first = rest.as_bytes().first();
            let fits = |rule: &&Rewrite| {
                // Nearly all rules fail here, and without a call.
                if rule
                    .from
                    .as_bytes()
                    .first()
                    .is_some_and(|c| first != Some(c))
                {
                    return false;
                }
                let Some(tail) = rest.strip_prefix(rule.from.as_str()) else {
                    return false;
                };
                let next = tail.chars().next();
                (!rule.initial || at == 0)
                    && (!rule.last || tail.is_empty())
                    && (rule.before.is_empty() || next.is_some_and(|c| rule.before.contains(c)))
                    && (rule.after.is_empty() || before.is_some_and(|c| rule.after.contains(c)))
            };
            if let Some(rule) = self.rules.iter().find(fits) {
                out.push_str(&rule.to);
                at += rule.from.len().max(1);
            } else {
                let c = rest.chars().next().unwrap_or_default();
                out.push(c);
                at += c.len_utf8();
            }
        }
        out
    }
}

/// The syllables of Mandarin in one system: broad initial plus broad final.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Syllables {
    /// Initial as written -> broad initial.
    pub initials: BTreeMap<String, String>,
    /// Final as written -> broad final.
    pub finals: BTreeMap<String, String>,
    /// Syllables with a value of their own.
    pub whole: BTreeMap<String, String>,
    #[serde(skip)]
    recall: Recall<Option<Vec<String>>>,
}

impl Syllables {
    /// Cuts a word into at most four syllables; `None` if it is none of this system.
    pub fn read(&self, word: &str) -> Option<Vec<String>> {
        self.recall.ask(word, 0, || self.read_some(word, 4))
    }

    fn read_some(&self, word: &str, most: usize) -> Option<Vec<String>> {
        if word.is_empty() {
            return Some(Vec::new());
        }
        if most == 0 {
            return None;
        }
        // The longest syllable first, as spelling rules of Pinyin demand.
        for len in (1..=word.len().min(6)).rev() {
            let (Some(head), Some(tail)) = (word.get(..len), word.get(len..)) else {
                continue;
            };
            if let Some(syllable) = self.syllable(head)
                && let Some(mut rest) = self.read_some(tail, most - 1)
            {
                rest.insert(0, syllable);
                return Some(rest);
            }
        }
        None
    }

    fn syllable(&self, text: &str) -> Option<String> {
        if let Some(whole) = self.whole.get(text) {
            return Some(whole.clone());
        }
        if let Some(vowel) = self
            .finals
            .get(text)
            .filter(|_| text.starts_with(['a', 'e', 'o']))
        {
            return Some(vowel.clone());
        }
        (1..=2).rev().find_map(|len| {
            let initial = self.initials.get(text.get(..len)?)?;
            let rest = self.finals.get(text.get(len..)?)?;
            Some(format!("{initial}{rest}"))
        })
    }
}

/// Mandarin in both systems.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chinese {
    /// Hanyu Pinyin.
    pub pinyin: Syllables,
    /// Wade-Giles without apostrophes.
    pub wade_giles: Syllables,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RomanizationFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    romanizations: Vec<Romanization>,
    korean: Romanization,
    korean_surnames: Vec<Vec<String>>,
    chinese: Chinese,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ending {
    from: String,
    to: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LetterFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    groups: BTreeMap<String, String>,
    letters: BTreeMap<String, String>,
    endings: Vec<Ending>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    titles: FxHashSet<String>,
    particles: FxHashSet<String>,
    filiations: FxHashSet<String>,
    articles: FxHashSet<String>,
    servants: Vec<String>,
    prefixes: Vec<String>,
    generations: FxHashMap<String, String>,
    patronymic_endings: Vec<String>,
    feminine_endings: Vec<(String, String)>,
    genitive_endings: Vec<String>,
    settled_endings: Vec<String>,
    legal_forms: FxHashSet<String>,
    families: Vec<Vec<Vec<String>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    groups: Vec<Vec<String>>,
}

/// Everything that is known about the writing of names.
#[derive(Debug)]
pub struct NameTables {
    /// Romanisations, by code.
    pub romanizations: Vec<Romanization>,
    /// Korean, read only beside a Korean surname.
    pub korean: Romanization,
    /// Korean surnames -> number of the family they spell.
    pub korean_surnames: FxHashMap<String, u32>,
    /// Mandarin.
    pub chinese: Chinese,
    /// Two-letter groups of a script, then single letters, with their neutral values.
    pub letter_groups: Vec<(String, String)>,
    /// Letters with a neutral value.
    pub letters: FxHashMap<char, String>,
    /// Endings that are levelled, longest first in the file.
    pub endings: Vec<(String, String)>,
    /// Words that are no part of a name, lower case.
    pub titles: FxHashSet<String>,
    /// Words inside a name that carry no weight.
    pub particles: FxHashSet<String>,
    /// Particles behind which a parent's name stands.
    pub filiations: FxHashSet<String>,
    /// Articles joined to a name with a hyphen.
    pub articles: FxHashSet<String>,
    /// First halves of names of the kind "servant of", the usual form first.
    pub servants: Vec<String>,
    /// Articles that a script writes together with the word.
    pub prefixes: Vec<String>,
    /// "Jr", "II" -> neutral word.
    pub generations: FxHashMap<String, String>,
    /// Endings of patronymics in the neutral alphabet.
    pub patronymic_endings: Vec<String>,
    /// Female ending and male counterpart of a surname, neutral alphabet.
    pub feminine_endings: Vec<(String, String)>,
    /// What a genitive puts behind a name.
    pub genitive_endings: Vec<String>,
    /// Endings of surnames that are spelled one way only, folded to ASCII: a letter more or less is another family.
    pub settled_endings: Vec<String>,
    /// Legal forms of companies, folded to ASCII, without stops.
    pub legal_forms: FxHashSet<String>,
    /// Surname, folded to ASCII -> numbers of the families that are easily confused and of its own among them.
    pub families: FxHashMap<String, (u32, u32)>,
    /// Given name, folded to ASCII -> numbers of its groups.
    pub given_names: FxHashMap<String, Vec<u32>>,
    /// Given names of one gender only, and people whose name does not tell.
    pub genders: Genders,
    /// Words that are names of people somewhere.
    pub attested: Attested,
    /// How Japanese names in kanji are read.
    pub kanji: Kanji,
    /// Readings of words met a moment ago: names come again and again.
    readings: Recall<Arc<[String]>>,
    words: OnceLock<Box<dyn Any + Send + Sync>>,
    /// What was found out of two words a moment ago, by both, one behind the other; the comparison that asks knows what its marks mean.
    pub likeness: Recall<(f32, &'static str)>,
}

/// Pairs of words of names that are recalled: an article with thirty names asks for hundreds, and most come again in the next about the same affair.
const PAIRS: usize = 1 << 14;

/// Whom a given name or a person's id tells to be a woman ('f') or a man ('m').
#[derive(Debug, Clone, Default)]
pub struct Genders {
    given: FxHashMap<String, char>,
    persons: FxHashMap<String, char>,
}

impl Genders {
    /// Returns the gender of a person: of the gazetteer entry, else of the first word of the name.
    pub fn of(&self, entry: Option<&str>, name: &str) -> Option<char> {
        let person = entry.and_then(|id| self.persons.get(id));
        let told = |word: &str| self.given.get(&any_ascii::any_ascii(word).to_lowercase());
        // "Jean-Claude" is a name of its own; of others the first part tells.
        let first = || {
            let whole = name.split(' ').next()?;
            told(whole).or_else(|| told(whole.split('-').next()?))
        };
        person.or_else(first).copied()
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GenderFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    female: Vec<String>,
    male: Vec<String>,
    persons_female: Vec<String>,
    persons_male: Vec<String>,
}

impl From<GenderFile> for Genders {
    fn from(file: GenderFile) -> Self {
        let both = |female: Vec<String>, male: Vec<String>| {
            let female = female.into_iter().map(|n| (n, 'f'));
            female.chain(male.into_iter().map(|n| (n, 'm'))).collect()
        };
        Self {
            given: both(file.female, file.male),
            persons: both(file.persons_female, file.persons_male),
        }
    }
}

impl NameTables {
    /// Tells two given names from two spellings of one: "Marion" and "Marine" are names, one of them never spelled otherwise, and neither is a form of
    /// the other. A letter more or less tells nothing.
    pub fn are_two(&self, one: &str, other: &str) -> bool {
        const LETTERS_APART: usize = 2;
        let plain = |word: &str| any_ascii::any_ascii(word).to_lowercase();
        let (one, other) = (plain(one), plain(other));
        let standing = [&one, &other].map(|w| self.attested.standing(w));
        let groups = |w: &str| self.given_names.get(w).cloned().unwrap_or_default();
        let apart = rapidfuzz::distance::osa::distance(one.chars(), other.chars());
        apart >= LETTERS_APART
            && standing.iter().all(|s| s.attested)
            && standing.iter().any(|s| s.spelled)
            && !groups(&one).iter().any(|g| groups(&other).contains(g))
    }

    /// Reads all name tables.
    ///
    /// # Errors
    /// [`DataError`] of the file at fault.
    pub fn load(files: &DataFiles) -> Result<Self, DataError> {
        let mut file: RomanizationFile = files.ron("names/romanizations.ron")?;
        for path in files.list("languages/") {
            if path.ends_with("/romanization.ron") {
                file.romanizations.push(files.ron(&path)?);
            }
        }
        file.romanizations.sort_by(|a, b| a.code.cmp(&b.code));
        let letters: LetterFile = files.ron("names/letters.ron")?;
        let words: WordFile = files.ron("names/words.ron")?;
        let given: GivenFile = files.ron("names/given_names.ron")?;
        let genders: GenderFile = files.ron("names/genders.ron")?;
        let families = file.korean_surnames.into_iter().zip(0..);
        let mut given_names: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for (group, number) in given.groups.into_iter().zip(0..) {
            for form in group {
                let groups = given_names
                    .entry(any_ascii::any_ascii(&form).to_lowercase())
                    .or_default();
                if !groups.contains(&number) {
                    groups.push(number);
                }
            }
        }
        Ok(Self {
            romanizations: file.romanizations,
            korean: file.korean,
            korean_surnames: families
                .flat_map(|(f, n)| f.into_iter().map(move |s| (s, n)))
                .collect(),
            chinese: file.chinese,
            letter_groups: letters.groups.into_iter().collect(),
            letters: letters
                .letters
                .into_iter()
                .filter_map(|(c, v)| Some((c.chars().next()?, v)))
                .collect(),
            endings: letters
                .endings
                .into_iter()
                .map(|e| (e.from, e.to))
                .collect(),
            titles: words.titles,
            particles: words.particles,
            filiations: words.filiations,
            articles: words.articles,
            servants: words.servants,
            prefixes: words.prefixes,
            generations: words.generations,
            patronymic_endings: words.patronymic_endings,
            feminine_endings: words.feminine_endings,
            genitive_endings: words.genitive_endings,
            settled_endings: words.settled_endings,
            legal_forms: words.legal_forms,
            families: numbered(words.families),
            given_names,
            genders: genders.into(),
            attested: Attested::load(files)?,
            kanji: Kanji::load(files)?,
            readings: Recall::default(),
            words: OnceLock::new(),
            likeness: Recall::with_places(PAIRS),
        })
    }

    /// Returns what a caller recalls of the words of names; `make` is asked once, when it is first wanted. `None` for another type than that of the first
    /// caller.
    pub fn of_words<T: Any + Send + Sync>(&self, make: impl FnOnce() -> T) -> Option<&T> {
        let made = self.words.get_or_init(|| Box::new(make()));
        made.downcast_ref()
    }

    /// Returns how the romanisations read a word of lower-case letters, each reading once, sorted; most of them read most words alike.
    pub fn readings(&self, word: &str) -> Arc<[String]> {
        self.readings.ask(word, 0, || {
            let read = self.romanizations.iter().map(|r| r.read(word));
            let distinct: BTreeSet<String> = read.collect();
            distinct.into_iter().collect()
        })
    }
}

fn numbered(confused: Vec<Vec<Vec<String>>>) -> FxHashMap<String, (u32, u32)> {
    let mut out = FxHashMap::default();
    for (families, i) in confused.into_iter().zip(0..) {
        for (spellings, j) in families.into_iter().zip(0..) {
            out.extend(spellings.into_iter().map(|s| (s, (i, j))));
        }
    }
    out
}
