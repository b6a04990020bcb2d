//! What the language packs know of the words of a statement: lemmas, titles, the words of questions. Read when a statement first needs them.
//!
//! In: words as typed. Out: lemmas by language, ends of titles. Invariant: a statement without strange words reads no pack.

use super::vocabulary::TypeReading;
use crate::base::analysis::{EntityClass, Upos};
use crate::lexicon::gazetteer::{Entry, Gazetteer, SenseKind};
use crate::lexicon::{DataFiles, Pack};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Letters a word has at least that may be the last part of a compound.
const COMPOUND: usize = 4;

/// Lemmas by language code.
pub type Lemmas = BTreeMap<String, Vec<String>>;

/// The packs, unread until they are asked.
#[derive(Debug, Default)]
pub struct Words {
    files: DataFiles,
    packs: OnceLock<BTreeMap<String, Pack>>,
    gazetteer: OnceLock<Option<Gazetteer>>,
}

impl Words {
    /// Makes the words of some data files.
    pub fn new(files: DataFiles) -> Self {
        Self {
            files,
            packs: OnceLock::new(),
            gazetteer: OnceLock::new(),
        }
    }

    /// Returns the packs by language code.
    pub fn packs(&self) -> &BTreeMap<String, Pack> {
        self.packs.get_or_init(|| Pack::all(&self.files))
    }

    /// Finds the countries of the gazetteer that words name, by a name or an adjective of any language: their entries.
    fn named_countries(&self, words: &str) -> Vec<Entry<'_>> {
        let gazetteer = self
            .gazetteer
            .get_or_init(|| Gazetteer::open(&self.files).ok());
        let Some(gazetteer) = gazetteer else {
            return Vec::new();
        };
        let mut found: Vec<Entry<'_>> = Vec::new();
        for language in self.packs().keys() {
            let senses = gazetteer.lookup(words, language).map(|m| m.senses);
            for sense in senses.unwrap_or_default() {
                let meant = matches!(sense.kind, SenseKind::Name | SenseKind::Adjective);
                let entry = gazetteer
                    .at(sense.entry)
                    .filter(|e| meant && e.class == EntityClass::Country);
                if let Some(entry) = entry.filter(|e| !found.contains(e)) {
                    found.push(entry);
                }
            }
        }
        found
    }

    /// Tells whether words are a name that the gazetteer lists in some language: in full, or a surname alone.
    pub fn is_listed(&self, words: &str) -> bool {
        self.is_known_name(words) || self.lists(words, SenseKind::Short)
    }

    /// Tells whether words are a whole name that the gazetteer lists in some language.
    pub fn is_known_name(&self, words: &str) -> bool {
        self.lists(words, SenseKind::Name)
    }

    /// Returns what the gazetteer calls whom a name of it means, in full or a surname alone; of several, the words as they are.
    pub fn listed_name(&self, words: &str) -> Option<String> {
        let gazetteer = self
            .gazetteer
            .get_or_init(|| Gazetteer::open(&self.files).ok());
        let gazetteer = gazetteer.as_ref()?;
        let mut names: Vec<String> = Vec::new();
        for language in self.packs().keys() {
            let senses = gazetteer.lookup(words, language).map(|m| m.senses);
            for sense in senses.unwrap_or_default() {
                let own = matches!(sense.kind, SenseKind::Name | SenseKind::Short);
                let entry = gazetteer.at(sense.entry).filter(|_| own);
                if let Some(name) = entry.map(|e| e.name.to_owned())
                    && !names.contains(&name)
                {
                    names.push(name);
                }
            }
        }
        match names.as_slice() {
            [] => None,
            [only] => Some(only.clone()),
            _ => Some(words.to_owned()),
        }
    }

    fn lists(&self, words: &str, kind: SenseKind) -> bool {
        let gazetteer = self
            .gazetteer
            .get_or_init(|| Gazetteer::open(&self.files).ok());
        let Some(gazetteer) = gazetteer else {
            return false;
        };
        self.packs().keys().any(|language| {
            let senses = gazetteer.lookup(words, language).map(|m| m.senses);
            let mut senses = senses.into_iter().flatten();
            senses.any(|s| s.kind == kind)
        })
    }

    /// Lists the ids of the countries that words name, by a name or an adjective of any language.
    pub fn countries(&self, words: &str) -> Vec<String> {
        let entries = self.named_countries(words).into_iter();
        entries.map(|e| e.id.to_owned()).collect()
    }

    /// Lists the codes of the countries that words name, by a name or an adjective of any language.
    pub fn country_codes(&self, words: &str) -> Vec<String> {
        let entries = self.named_countries(words).into_iter();
        entries
            .filter_map(|e| e.country.map(str::to_owned))
            .collect()
    }

    /// Tells whether a word says how something is asked in some language, and names nothing.
    pub fn is_function_word(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let mut packs = self.packs().values();
        packs.any(|p| p.questions().is_function_word(&word))
    }

    /// Tells whether the words that tell of what two did alike are a verb whose subject began it.
    pub fn tells_who_began(&self, trigger: &str) -> bool {
        let trigger = trigger.to_lowercase();
        let first = trigger.split(' ').next().unwrap_or("");
        let mut packs = self.packs().values();
        packs.any(|p| {
            let mut begun = p.questions().begun.iter();
            begun.any(|b| *b == trigger || b == first)
        })
    }

    /// Returns whom a compound title is held of: "US" of "US-Präsident".
    pub fn title_prefix(&self, words: &[&str], at: usize) -> Option<String> {
        let mut packs = self.packs().values();
        packs.find_map(|pack| pack.titles().find(words, at)?.noun.prefix)
    }

    /// Returns the predicate of the office whose title begins at a word, held of a body of a class.
    ///
    /// A first part ("finance minister" in one word) makes another office of it, unless `compound` says that it is the body's name.
    pub fn title_predicate(
        &self,
        words: &[&str],
        at: usize,
        class: EntityClass,
        compound: bool,
    ) -> Option<String> {
        self.packs().values().find_map(|pack| {
            let titles = pack.titles();
            let found = titles.find(words, at)?;
            let title = titles.title(found.noun.entry)?;
            let whole = compound || found.noun.prefix.is_none();
            let held = whole && !found.former && !found.deputy && !found.noun.plural;
            let predicate = title.predicate(Some(class)).filter(|_| held)?;
            Some(predicate.to_owned())
        })
    }

    /// Lists the lemmas of a word in every language, each once.
    pub fn lemmas(&self, word: &str) -> Vec<String> {
        let word = word.to_lowercase();
        let mut found = Vec::new();
        for pack in self.packs().values() {
            for lemma in pack.inflection().lemmas(&word, None).iter() {
                if !found.contains(lemma) {
                    found.push(lemma.clone());
                }
            }
        }
        found
    }

    /// Tells whether some language knows two words as forms of one.
    pub fn are_forms_of_one(&self, a: &str, b: &str) -> bool {
        let (a, b) = (a.to_lowercase(), b.to_lowercase());
        self.packs().values().any(|pack| {
            let inflection = pack.inflection();
            let of_a = inflection.lemmas(&a, None);
            let of_b = inflection.lemmas(&b, None);
            of_a.iter().any(|l| of_b.contains(l) && inflection.knows(l))
        })
    }

    /// Tells whether a word names a matter that the languages list the words of.
    pub fn is_topic(&self, word: &str) -> bool {
        !self.topics(&word.to_lowercase()).is_empty()
    }

    fn topics(&self, word: &str) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for pack in self.packs().values() {
            let lemmas = pack.inflection().lemmas(word, None);
            for (topic, words) in &pack.questions().topics {
                let same = |l: &str| l == topic || words.iter().any(|w| w == l);
                if same(word) || lemmas.iter().any(|l| same(l)) {
                    found.push(topic);
                }
            }
        }
        found
    }

    /// Tells whether a language has a word among those of its questions or of its events.
    pub fn has(&self, pack: &Pack, word: &str) -> bool {
        let word = word.to_lowercase();
        let heads = pack.inflection().lemmas(&word, None);
        pack.questions().knows(&word)
            || heads.iter().any(|l| !pack.triggers().phrases(l).is_empty())
    }

    /// Returns the one type and mode that the word alone tells in every language that knows it; `None` if it tells several, or a type without a mode.
    pub fn only_kind(&self, word: &str) -> Option<TypeReading> {
        let word = word.to_lowercase();
        let mut found: Option<TypeReading> = None;
        for pack in self.packs().values() {
            let triggers = pack.triggers();
            for lemma in pack.inflection().lemmas(&word, None).iter() {
                let bare = triggers.phrases(lemma).iter();
                for phrase in bare.filter(|p| p.words.is_empty()) {
                    let entry = triggers.entries.get(phrase.trigger)?;
                    let reading = TypeReading {
                        event_type: entry.event.clone(),
                        mode: Some(entry.mode.clone()?),
                    };
                    if found.as_ref().is_some_and(|f| *f != reading) {
                        return None;
                    }
                    found = Some(reading);
                }
            }
        }
        found
    }

    /// Lists the types and modes that the word alone tells in some language, each once.
    pub fn kinds(&self, word: &str) -> Vec<TypeReading> {
        let word = word.to_lowercase();
        let mut found = Vec::new();
        for pack in self.packs().values() {
            let triggers = pack.triggers();
            let lemmas = pack.inflection().lemmas(&word, None);
            let phrases = lemmas.iter().flat_map(|l| triggers.phrases(l).iter());
            let bare = phrases.filter(|p| p.words.is_empty());
            for entry in bare.filter_map(|p| triggers.entries.get(p.trigger)) {
                let reading = TypeReading {
                    event_type: entry.event.clone(),
                    mode: entry.mode.clone(),
                };
                if !found.contains(&reading) {
                    found.push(reading);
                }
            }
        }
        found
    }

    /// Returns the lemmas of a word by language, for a search in sentences.
    pub fn forms(&self, word: &str) -> Lemmas {
        let word = word.to_lowercase();
        let packs = self.packs().iter();
        packs
            .map(|(code, pack)| (code.clone(), pack.inflection().lemmas(&word, None).to_vec()))
            .collect()
    }

    /// Tells whether a text of a language holds one of some lemmas, in whatever form.
    pub fn holds(&self, language: &str, text: &str, wanted: &Lemmas) -> bool {
        let (Some(pack), Some(wanted)) = (self.packs().get(language), wanted.get(language)) else {
            return false;
        };
        if wanted.iter().any(|w| w.contains(' ')) {
            let text = text.to_lowercase();
            return wanted.iter().any(|w| text.contains(w.as_str()));
        }
        text.split(|c: char| !c.is_alphanumeric() && c != '-')
            .filter(|t| !t.is_empty())
            .any(|token| {
                let token = token.to_lowercase();
                // A form that shares no beginning with a lemma is none of its.
                let near = wanted.iter().any(|w| begins_alike(w, &token));
                near && (wanted.contains(&token)
                    || (pack.inflection().lemmas(&token, None).iter()).any(|l| wanted.contains(l)))
            })
    }

    /// Returns the lemmas that events are told with and that the word is a form of, with the other words for the same matter.
    pub fn told(&self, word: &str) -> Lemmas {
        let word = word.to_lowercase();
        let mut found = Lemmas::new();
        let topics = self.topics(&word);
        for (code, pack) in self.packs() {
            let lemmas = pack.inflection().lemmas(&word, None);
            // A word that tells events only together with others ("lead talks") asks for none alone.
            let alone = |l: &&String| {
                let phrases = pack.triggers().phrases(l);
                phrases.iter().any(|p| p.words.is_empty())
            };
            let heads = lemmas.iter().filter(alone);
            add(&mut found, code, heads.cloned());
        }
        for (code, pack) in self.packs() {
            let words = topics
                .iter()
                .filter_map(|t| pack.questions().topics.get(*t));
            add(&mut found, code, words.flatten().cloned());
        }
        found
    }

    /// Tells whether the words that an article of a language tells an event with hold one of some lemmas.
    pub fn tells(&self, language: &str, trigger: &str, wanted: &Lemmas) -> bool {
        let (Some(pack), Some(wanted)) = (self.packs().get(language), wanted.get(language)) else {
            return false;
        };
        let compounds = pack.titles().table.compounds;
        let trigger = trigger.to_lowercase();
        trigger.split(|c: char| !c.is_alphanumeric()).any(|token| {
            let part = |w: &&String| compounds && w.len() >= COMPOUND && token.contains(w.as_str());
            !token.is_empty()
                && (wanted.iter().any(|w| part(&w))
                    || (pack.inflection().lemmas(token, None).iter()).any(|l| wanted.contains(l)))
        })
    }

    /// Returns where the title ends whose noun begins at a word ("president", "foreign minister").
    pub fn title_noun_end(&self, words: &[&str], at: usize) -> Option<usize> {
        let ends = self.packs().values().filter_map(|pack| {
            let title = pack.titles().find(words, at)?;
            Some(at + title.noun.n_tokens)
        });
        ends.max()
    }

    /// Tells whether some language lists a word as a form of a verb.
    pub fn is_verb(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.packs().values().any(|pack| {
            let inflection = pack.inflection();
            let lemmas = inflection.lemmas(&word, Some(Upos::Verb));
            lemmas.iter().any(|l| inflection.knows(l))
        })
    }

    /// Tells whether a word is a noun that some language lists: by its forms, as a title, or as a word for groups of people.
    pub fn is_noun(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.packs().values().any(|pack| {
            let inflection = pack.inflection();
            let lemmas = inflection.lemmas(&word, Some(Upos::Noun));
            let listed = lemmas.iter().any(|l| inflection.knows(l));
            listed
                || pack.titles().find(&[&word], 0).is_some()
                || pack.groups().find(&[&word], 0).is_some()
        })
    }

    /// Returns where the title ends that begins at a word ("president", "foreign minister"), articles and what stands beside titles included.
    pub fn title_end(&self, words: &[&str], at: usize) -> Option<usize> {
        let word = words.get(at)?.to_lowercase();
        let ends = self.packs().values().filter_map(|pack| {
            let titles = pack.titles();
            let table = &titles.table;
            let lists = [
                &table.articles,
                &table.honorifics,
                &table.former,
                &table.deputy,
                &table.modifiers,
            ];
            let listed = lists.into_iter().flat_map(|list| list.iter());
            let alone = listed.into_iter().any(|w| w.to_lowercase() == word);
            let title = titles.find(words, at).map(|t| at + t.noun.n_tokens);
            title.or(alone.then_some(at + 1))
        });
        ends.max()
    }
}

/// Tells whether two words have their first letters in common; the vowels behind the first may change.
fn begins_alike(a: &str, b: &str) -> bool {
    a.chars().next() == b.chars().next()
}

fn add(found: &mut Lemmas, code: &str, lemmas: impl Iterator<Item = String>) {
    let mut lemmas = lemmas.peekable();
    if lemmas.peek().is_none() {
        return;
    }
    let list = found.entry(code.to_owned()).or_default();
    for lemma in lemmas {
        if !list.contains(&lemma) {
            list.push(lemma);
        }
    }
}
