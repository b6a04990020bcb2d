//! The words of a line that ask for types of events.
//!
//! In: a word of a line, its language. Out: [`Asking`]: how a statement writes what is asked for. Invariant: what is told under several types is
//! asked for under all of them, and said so. Does not: know which types there are; the ontology gathers them.

use super::line::{LONGEST, Line};
use crate::lexicon::Pack;
use crate::query::ast::TypeTerm;

/// Fewest letters of a word that an expression may open with though it is not its first.
const LEADING: usize = 5;

/// What is said where one of two called the other, and both take part alike.
const EQUALS: &str = "both directions alike; who of the two began it only the sentence tells";

/// Types asked for, as a statement writes them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Asking {
    /// The types.
    pub(super) words: String,
    /// The clause that leaves modes out of them, or nothing.
    pub(super) without: String,
    /// Those who take part are equals.
    pub(super) equals: bool,
    /// The verb asks who of them began it.
    pub(super) begun: bool,
    /// The role of one who is named alone or behind "of", where it is not the usual one.
    pub(super) of: Option<String>,
    /// A number asked for counts people.
    pub(super) people: bool,
    /// What is searched, in words for people.
    pub(super) says: Option<String>,
    /// Words further on that belong to it.
    pub(super) used: Vec<usize>,
}

impl Line<'_> {
    /// Reads what is asked for at a word, and its number of words.
    pub(super) fn asking(&self, at: usize, packs: &[&Pack]) -> Option<(Asking, usize)> {
        let begun = packs.iter().any(|p| self.begins(at, p));
        if let Some(asking) = packs.iter().find_map(|p| self.sense(at, p)) {
            let begun = begun && asking.equals;
            return Some((Asking { begun, ..asking }, 1));
        }
        let (words, n) = self.event_type(at)?;
        let read = self.vocabulary.event_type(&words);
        let equals = read.is_some_and(|t| self.vocabulary.is_symmetric(&t));
        let asking = Asking {
            words,
            equals,
            begun: begun && equals && n == 1,
            says: equals.then(|| EQUALS.to_owned()),
            ..Asking::default()
        };
        Some((asking, n))
    }

    /// Tells whether a word is a verb of what two do alike whose subject begins it.
    fn begins(&self, at: usize, pack: &Pack) -> bool {
        let Some(word) = self.lower(at, 1) else {
            return false;
        };
        let inflection = pack.inflection();
        let own = inflection.lemmas(&word, None);
        pack.questions().begun.iter().any(|b| {
            let lemmas = inflection.lemmas(b, None);
            *b == word || lemmas.iter().any(|l| *l == word || own.contains(l))
        })
    }

    /// Finds the sense that a language asks for with a word, or with it and others further on; more words tell more than fewer.
    fn sense(&self, at: usize, pack: &Pack) -> Option<Asking> {
        let senses = &pack.questions().senses;
        let listed = senses
            .iter()
            .flat_map(|(name, words)| words.iter().map(move |w| (name, w)));
        let mut found: Option<(&String, Vec<usize>)> = None;
        for (name, expression) in listed {
            let Some(used) = self.used(at, expression, pack) else {
                continue;
            };
            if found.as_ref().is_none_or(|f| used.len() > f.1.len()) {
                found = Some((name, used));
            }
        }
        let (name, used) = found?;
        Some(Asking {
            used,
            ..self.gathered(name)?
        })
    }

    /// Finds the words of an expression whose first begins at a word: where the others stand, each behind the one before it.
    fn used(&self, at: usize, expression: &str, pack: &Pack) -> Option<Vec<usize>> {
        let mut words: Vec<&str> = expression.split(' ').collect();
        // Where verbs close a clause, what they go with stands in front of them.
        let from_behind = !pack.questions().subject_first;
        let first = words.iter().position(|w| {
            let opens = words.first() == Some(w);
            (opens || from_behind && w.chars().count() >= LEADING) && self.is_form(at, w, pack)
        })?;
        let opens = first == 0;
        words.remove(first);
        let mut used: Vec<usize> = Vec::new();
        for word in words {
            let from = used.last().filter(|_| opens).map_or(at, |u| *u) + 1;
            let mut rest = from..self.words.len();
            used.push(rest.find(|i| self.is_form(*i, word, pack))?);
        }
        Some(used)
    }

    /// Tells whether a word is a form of another.
    fn is_form(&self, at: usize, of: &str, pack: &Pack) -> bool {
        let Some(word) = self.lower(at, 1) else {
            return false;
        };
        word == of || (pack.inflection().lemmas(&word, None).iter()).any(|l| l.to_lowercase() == of)
    }

    /// Writes what a sense gathers.
    fn gathered(&self, name: &str) -> Option<Asking> {
        let sense = self.vocabulary.sense(name)?;
        let short = |kinds: &[String]| -> Vec<String> {
            let terms = kinds.iter().map(|k| (k, self.vocabulary.event_type(k)));
            let written =
                terms.map(|(k, term)| term.map_or_else(|| k.clone(), |t| self.written(&t)));
            written.collect()
        };
        let mut words = short(&sense.kinds);
        let reversed = short(&sense.reversed);
        words.extend(reversed.into_iter().map(|w| format!("{w} reversed")));
        let without = short(&sense.without).join(", ");
        Some(Asking {
            words: words.join(", "),
            without: if without.is_empty() {
                without
            } else {
                format!(" without {without}")
            },
            equals: sense.mutual,
            begun: false,
            of: sense.of.clone(),
            people: sense.people,
            says: Some(sense.says.clone()),
            used: Vec::new(),
        })
    }

    /// Reads an event type that begins at a word: how a statement writes it, and its number of words.
    fn event_type(&self, at: usize) -> Option<(String, usize)> {
        for n in (2..=LONGEST).rev() {
            let several = self.lower(at, n);
            if let Some(term) = several.and_then(|w| self.vocabulary.event_type(&w)) {
                return Some((self.written(&term), n));
            }
        }
        let word = self.lower(at, 1)?;
        let term = self.vocabulary.type_or_told(&word)?;
        Some((self.written(&term), 1))
    }

    /// Writes a type so that a statement takes it: by its own name where that means nothing else.
    fn written(&self, term: &TypeTerm) -> String {
        let exact = match &term.mode {
            Some(mode) => format!("{}.{mode}", term.event_type.to_lowercase()),
            None => term.event_type.to_lowercase(),
        };
        let means = |word: &str| {
            let read = self.vocabulary.event_type(word);
            read.is_some_and(|t| {
                t.event_type == term.event_type && t.mode == term.mode && t.others.is_empty()
            })
        };
        if !term.told.is_empty() {
            return term.word.to_lowercase();
        }
        let label = self
            .vocabulary
            .label(&term.event_type, term.mode.as_deref());
        let Some(mode) = term.mode.as_deref() else {
            return exact;
        };
        let mut clear = std::iter::once(mode).chain(label).filter(|n| means(n));
        clear.next().map_or(exact, str::to_owned)
    }
}
