//! What the language packs know of the words of a statement: lemmas, titles, the words of questions. Read when a statement first needs them.
//!
//! In: words as typed. Out: lemmas by language, ends of titles. Invariant: a statement without strange words reads no pack.

use super::vocabulary::TypeReading;
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
}

impl Words {
    /// Makes the words of some data files.
    pub fn new(files: DataFiles) -> Self {
        Self {
            files,
            packs: OnceLock::new(),
        }
    }

    /// Returns the packs by language code.
    pub fn packs(&self) -> &BTreeMap<String, Pack> {
        self.packs.get_or_init(|| Pack::all(&self.files))
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

    /// Returns the lemmas that events are told with and that the word is a form of, with the other words for the same matter.
    pub fn told(&self, word: &str) -> Lemmas {
        let word = word.to_lowercase();
        let mut found = Lemmas::new();
        let topics = self.topics(&word);
        for (code, pack) in self.packs() {
            let lemmas = pack.inflection().lemmas(&word, None);
            let heads = lemmas
                .iter()
                .filter(|l| !pack.triggers().phrases(l).is_empty());
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
            let listed = lists.into_iter().flatten();
            let alone = listed.into_iter().any(|w| w.to_lowercase() == word);
            let title = titles.find(words, at).map(|t| at + t.noun.n_tokens);
            title.or(alone.then_some(at + 1))
        });
        ends.max()
    }
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
