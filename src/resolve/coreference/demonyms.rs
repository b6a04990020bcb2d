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
                let state = code.filter(|_| mention.class == EntityClass::Country);
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
        let listed = !table.one_articles.is_empty() || !table.one_endings.is_empty();
        listed
            && (table.one_articles.is_empty() || table.one_articles.iter().any(|a| *a == before))
            && (table.one_endings.is_empty() || ends(&table.one_endings))
            && !ends(&table.never_one)
    }

    /// The gender that the form of one of a people tells, where a language has two.
    fn gender_of_form(&self, mention: &Mention) -> Option<char> {
        let people = mention.evidence.first().is_some_and(|e| e == INHABITANTS);
        self.pack
            .coreference()
            .peoples
            .one_gender
            .filter(|_| people)
    }

    /// The persons of the people of a mention who are named near before it.
    fn persons_near(&self, at: usize) -> Vec<usize> {
        let Some((mention, code)) = self
            .mentions
            .get(at)
            .and_then(|m| Some((m, m.country.as_ref()?)))
        else {
            return Vec::new();
        };
        let fits = self.gender_of_form(mention);
        let person = |j: usize, m: &Mention| {
            let named = m.class == EntityClass::Person && m.form == MentionForm::Name;
            let own = m.country.as_ref() == Some(code);
            named
                && own
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
