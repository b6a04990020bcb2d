//! "The Frenchman": one of a people who was named before.
//!
//! In: clusters of names. Out: the same with such words attached to the only person of that people near before them. Invariant: precision first; a word
//! that may be a plural, or has an indefinite article, takes nobody up. Does not: read the people as a whole (`acting_peoples`).

use super::{Grammar, State, only};
use crate::base::analysis::{EntityClass, Mention, MentionForm};
use crate::base::letters::small;
use crate::extract::mention::{ADJECTIVE, INHABITANTS};
use std::collections::{BTreeMap, BTreeSet};

/// Such a word reaches back this many sentences.
const REACH: usize = 2;

impl State<'_> {
    /// Where one of a people stands in a definite form, behind a person of that people.
    pub(super) fn single_people(&self, grammar: &Grammar<'_>) -> BTreeSet<usize> {
        // "A meeting with the Ukrainian": a phrase of its own, no attribute.
        let stands = |m: &Mention| {
            grammar.part(m).is_some() || grammar.location(m).is_some_and(|l| !l.0.is_empty())
        };
        let one = |(i, m): (usize, &Mention)| {
            // "The German" is an adjective and a noun.
            let people = m.evidence.first();
            let people = people.is_some_and(|e| e == INHABITANTS || e == ADJECTIVE);
            let told = people && super::owner_of(m).is_none() && self.is_one(m);
            (told && stands(m) && !self.persons_near(i).is_empty()).then_some(i)
        };
        self.mentions.iter().enumerate().filter_map(one).collect()
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
            } else {
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

    /// Has the word an article, or an ending that carries one, and is it no plural?
    fn is_one(&self, mention: &Mention) -> bool {
        let table = &self.pack.coreference().peoples;
        let before = self.article.text.get(..mention.span.start as usize);
        let before = before.and_then(|t| t.split_whitespace().next_back());
        let before = small(before.unwrap_or_default());
        let form = small(mention.span.of(&self.article.text));
        let ends = |list: &[String]| list.iter().any(|e| form.ends_with(e.as_str()));
        let stands = |list: &[String]| list.is_empty() || list.iter().any(|a| *a == before);
        if ends(&table.feminine) {
            return stands(&table.feminine_articles);
        }
        let listed = !table.one_articles.is_empty() || !table.one_endings.is_empty();
        listed
            && stands(&table.one_articles)
            && (table.one_endings.is_empty() || ends(&table.one_endings))
            && !ends(&table.never_one)
    }

    /// The gender that the form of one of a people tells, where a language has two.
    fn gender_of_form(&self, mention: &Mention) -> Option<char> {
        let table = &self.pack.coreference().peoples;
        let people = mention.evidence.first().is_some_and(|e| e == INHABITANTS);
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
        // "Den Deutschen" may be all of them.
        let one = self.pack.coreference().peoples.one_gender.is_none()
            || self.mentions.get(at).and_then(|m| self.gender_of_form(m)) == Some('f');
        if own.is_empty() && one {
            return self.persons_before(at, |m| m.country.is_none() && m.entry.is_none());
        }
        own
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
