//! "The Frenchman": one of a people who was named before.
//!
//! In: clusters of names. Out: the same with such words attached to the only person of that people near before them. Invariant: precision first; a word
//! that may be a plural, or has an indefinite article, takes nobody up. Does not: read the people as a whole (`acting_peoples`).

use super::nationals::{ONE, is_one};
use super::{Grammar, State, only};
use crate::base::analysis::{EntityClass, Mention, MentionForm};
use crate::base::letters::small;
use crate::extract::mention::{ADJECTIVE, INHABITANTS};
use std::collections::{BTreeMap, BTreeSet};

/// Such a word reaches back this many sentences.
const REACH: usize = 2;

/// Is it one of a people, whatever stands near?
fn is_single(mention: &Mention) -> bool {
    mention.evidence.first().is_some_and(|e| e == ONE)
}

impl State<'_> {
    /// Where one of a people stands in a definite form, behind a person of that people.
    pub(super) fn single_people(&self, grammar: &Grammar<'_>) -> BTreeSet<usize> {
        // "A meeting with the Ukrainian": a phrase of its own, no attribute.
        let stands = |m: &Mention| {
            grammar.part(m).is_some() || grammar.location(m).is_some_and(|l| !l.0.is_empty())
        };
        let table = &self.pack.coreference().peoples;
        let one = |(i, m): (usize, &Mention)| {
            if is_single(m) {
                return Some(i);
            }
            // "The German" is an adjective and a noun.
            let people = m.evidence.first();
            let people = people.is_some_and(|e| e == INHABITANTS || e == ADJECTIVE);
            let told =
                people && super::owner_of(m).is_none() && is_one(&self.article.text, m, table);
            (told && stands(m) && !self.persons_near(i).is_empty()).then_some(i)
        };
        self.mentions.iter().enumerate().filter_map(one).collect()
    }

    /// Attaches those that are still nobody to the only person of their people whom pronouns take up near before them.
    pub(super) fn demonyms_again(&mut self, grammar: &Grammar<'_>) {
        let mut codes: BTreeMap<usize, String> = BTreeMap::new();
        for i in self.ones.clone() {
            if self.sets.root(i) != i || !self.mentions.get(i).is_some_and(is_single) {
                continue;
            }
            if codes.is_empty() {
                for j in 0..self.mentions.len() {
                    let named = self.mentions[j].form == MentionForm::Name;
                    if let Some(code) = self.mentions[j].country.clone().filter(|_| named) {
                        codes.entry(self.sets.root(j)).or_insert(code);
                    }
                }
            }
            let mention = &self.mentions[i];
            let beside = self.beside(grammar, mention);
            let mut found: BTreeMap<usize, usize> = BTreeMap::new();
            for j in 0..i {
                let other = &self.mentions[j];
                let near = other.sentence + REACH >= mention.sentence;
                let root = self.sets.root(j);
                let own = codes.get(&root) == mention.country.as_ref();
                let person = other.class == EntityClass::Person && !other.plural;
                if near && own && person && !beside.contains(&root) {
                    found.entry(root).or_insert(j);
                }
            }
            if let Some(j) = only(found) {
                let (text, name) = (self.text(i), self.text(j));
                self.join(j, i, || format!("{text}: takes up {name}"));
            }
        }
    }

    /// Attaches each such word to the only person it may mean.
    pub(super) fn demonyms(&mut self, grammar: &Grammar<'_>) {
        for i in self.ones.clone() {
            let Some(mention) = self.mentions.get(i) else {
                continue;
            };
            let beside = self.beside(grammar, mention);
            let mut found: BTreeMap<usize, usize> = BTreeMap::new();
            for j in self.persons_near(i) {
                let root = self.sets.root(j);
                if !beside.contains(&root) {
                    found.entry(root).or_insert(j);
                }
            }
            if let Some(j) = only(found) {
                // An adjective brings its state, which the person is not.
                let root = self.sets.root(i);
                self.entries.remove(&root);
                let (text, name) = (self.text(i), self.text(j));
                self.join(j, i, || format!("{text}: takes up {name}"));
            } else if !is_single(mention) {
                self.ones.remove(&i);
                let code = mention.country.clone();
                let whole = mention.class == EntityClass::Country || self.is_government(mention);
                let state = code.filter(|_| whole);
                if let Some(code) = state {
                    self.be_state(i, &code, "the state, whoever of it is meant");
                }
            }
        }
    }

    /// The gender that the form of one of a people tells, where a language has two.
    fn gender_of_form(&self, mention: &Mention) -> Option<char> {
        let table = &self.pack.coreference().peoples;
        let people = mention.evidence.first();
        let people = people.is_some_and(|e| e == INHABITANTS || e == ONE);
        let form = small(mention.span.of(&self.article.text));
        let feminine = table.feminine.iter().any(|e| form.ends_with(e.as_str()));
        let told = if feminine {
            Some('f')
        } else {
            table.one_gender
        };
        told.filter(|_| people)
    }

    /// The persons of the people of a mention who are named near before it; where there are none, those of whom no state is known.
    fn persons_near(&self, at: usize) -> Vec<usize> {
        let code = self.mentions.get(at).and_then(|m| m.country.as_deref());
        let Some(code) = code else {
            return Vec::new();
        };
        let own = self.persons_before(at, |m| m.country.as_deref() == Some(code));
        let single = self.mentions.get(at).is_some_and(is_single);
        if own.is_empty() && single && !self.names_state(at, code) {
            // "Olaf Scholz met António Guterres. The Portuguese …": whoever is of no state that is known.
            let codes = &self.lexicon.ontology.codes.international;
            let of_none = |m: &Mention| match &m.country {
                Some(code) => codes.contains(code),
                None => true,
            };
            let found = self.persons_before(at, of_none);
            if !found.is_empty() {
                return found;
            }
        }
        // "Den Deutschen" may be all of them.
        let one = self.pack.coreference().peoples.one_gender.is_none()
            || self.mentions.get(at).and_then(|m| self.gender_of_form(m)) == Some('f');
        if own.is_empty() && one {
            let found = self.persons_before(at, |m| m.country.is_none() && m.entry.is_none());
            if !found.is_empty() {
                return found;
            }
        }
        if own.is_empty() && single {
            return self.persons_told(at, code);
        }
        own
    }

    /// The persons of a people whom the last sentence names that names any, before one of it.
    fn persons_told(&self, at: usize, code: &str) -> Vec<usize> {
        let fits = self.mentions.get(at).and_then(|m| self.gender_of_form(m));
        let own = |m: &Mention| {
            let named = m.class == EntityClass::Person && m.form == MentionForm::Name;
            named && m.country.as_deref() == Some(code)
        };
        let all: Vec<usize> = (0..at)
            .filter(|&j| self.mentions.get(j).is_some_and(own))
            .filter(|&j| fits.is_none_or(|g| self.gender_of(j) == Some(g)))
            .collect();
        let sentence = |j: &usize| self.mentions.get(*j).map(|m| m.sentence);
        let last = all.iter().filter_map(sentence).max();
        all.into_iter().filter(|j| sentence(j) == last).collect()
    }

    /// Does the text name a state, or somebody or something else of it, before a mention?
    fn names_state(&self, at: usize, code: &str) -> bool {
        let before = self.mentions.iter().take(at);
        let mut others = before.filter(|m| m.country.as_deref() == Some(code));
        others.any(|m| m.evidence.first().is_none_or(|e| e != ONE))
    }

    /// The persons near before a form of a people who pass a test and may be of its gender.
    fn persons_before(&self, at: usize, own: impl Fn(&Mention) -> bool) -> Vec<usize> {
        let Some(mention) = self.mentions.get(at) else {
            return Vec::new();
        };
        let fits = self.gender_of_form(mention);
        let person = |j: usize, m: &Mention| {
            let named = m.class == EntityClass::Person && m.form == MentionForm::Name;
            named
                && own(m)
                && fits.is_none_or(|g| self.gender_of(j).is_none_or(|o| o == g))
                && m.sentence + REACH >= mention.sentence
        };
        let before = self.mentions.iter().enumerate().take(at);
        before
            .filter(|(j, m)| person(*j, m))
            .map(|(j, _)| j)
            .collect()
    }
}
