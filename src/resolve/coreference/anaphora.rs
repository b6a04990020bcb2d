//! Roles without a name and pronouns: whom "the president" and "she" take up.
//!
//! In: clusters of names. Out: the same with role and pronoun mentions attached where one holder is certain.
//! Invariant: precision first; with two candidates nothing is attached. Does not: make new names.

use super::State;
use super::offices::{Office, Offices};
use crate::base::analysis::{EntityClass, MentionForm, Role};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A pronoun reaches back this many sentences.
const REACH: usize = 2;

impl State<'_> {
    /// Attaches each role mention to its holder in the article, else to the state it acts for.
    pub(super) fn roles(&mut self) {
        let mut offices = Offices::new(self);
        for (i, mention) in self.mentions.iter().enumerate() {
            if mention.form != MentionForm::Role {
                continue;
            }
            let text = self.text(i);
            if let Some(role) = mention.role.as_ref().filter(|_| !mention.plural)
                && let Some(j) = self.holder(i, role, &mut offices)
            {
                let holder = self.text(j);
                self.join(j, i, || format!("{text}: role of {holder}"));
            } else if let Some(j) = offices.state_of(mention, self.mentions) {
                let state = self.text(j);
                self.join(j, i, || format!("{text}: acts for {state}"));
            }
        }
    }

    /// The one person of the article who holds the role.
    fn holder(&mut self, at: usize, role: &Role, offices: &mut Offices) -> Option<usize> {
        let object = offices.object_of(self, at, Some(role));
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for office in Office::all(role) {
            let lists = match &object {
                Some(object) => vec![((office, Some(Some(object.clone()))), usize::MAX)],
                // Without an object the role may be any that was named before.
                None => vec![
                    ((office.clone(), Some(None)), usize::MAX),
                    ((office, None), at),
                ],
            };
            for (key, end) in lists {
                let Some(holders) = offices.holders.get_mut(&key) else {
                    continue;
                };
                for j in self.first_two(holders, end) {
                    let first = found.entry(self.sets.root(j)).or_insert(j);
                    *first = j.min(*first);
                }
            }
        }
        if let (false, Some(predicate), Some(object)) = (role.former, &role.predicate, object) {
            for j in offices.by_entry(self, predicate, &object) {
                let first = found.entry(self.sets.root(j)).or_insert(j);
                *first = j.min(*first);
            }
        }
        let mut found = found.into_values();
        found.next().filter(|_| found.next().is_none())
    }

    /// The first members of the first two sets in an ascending list before `end`; two are as good as many. What repeats the first is taken out of the list.
    fn first_two(&mut self, list: &mut Vec<usize>, end: usize) -> Vec<usize> {
        let Some(&first) = list.first().filter(|j| **j < end) else {
            return Vec::new();
        };
        let root = self.sets.root(first);
        let rest = list.iter().skip(1).take_while(|j| **j < end);
        let repeated = rest.take_while(|j| self.sets.root(**j) == root).count();
        list.drain(1..=repeated);
        let second = list.get(1).copied().filter(|j| *j < end);
        std::iter::once(first).chain(second).collect()
    }

    /// Attaches a pronoun to the only person of its gender near before it.
    pub(super) fn pronouns(&mut self) {
        let mut people = People::new(self);
        for (i, mention) in self.mentions.iter().enumerate() {
            if mention.form != MentionForm::Pronoun
                || mention.plural
                || mention.class != EntityClass::Person
            {
                continue;
            }
            let Some(gender) = mention.gender else {
                continue;
            };
            let block = self.sentences.get(mention.sentence).map(|s| s.block);
            for back in 0..=REACH {
                let Some(sentence) = mention.sentence.checked_sub(back) else {
                    break;
                };
                if self.sentences.get(sentence).map(|s| s.block) != block {
                    break;
                }
                let candidates = self.people_in(&people, sentence, i, gender);
                if candidates.is_empty() {
                    continue;
                }
                if let [only] = candidates.as_slice() {
                    let (only, text) = (*only, self.text(i));
                    let name = self.text(only);
                    let roots = [only, i].map(|m| self.sets.root(m));
                    if self.join(only, i, || format!("{text}: takes up {name}")) {
                        people.joined(roots);
                    }
                }
                break;
            }
        }
    }

    /// One mention for each person of a sentence who may be of the gender and stands before the pronoun.
    fn people_in(
        &mut self,
        people: &People,
        sentence: usize,
        before: usize,
        gender: char,
    ) -> Vec<usize> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        let inside = people.of_sentence.get(&sentence).into_iter().flatten();
        for &j in inside.take_while(|j| **j < before) {
            let root = self.sets.root(j);
            let genders = people.genders.get(&root).into_iter().flatten();
            if genders.copied().all(|g| g == gender) {
                found.entry(root).or_insert(j);
            }
        }
        found.into_values().collect()
    }
}

/// The people of each sentence and what is known of their gender.
struct People {
    /// Mentions of single persons by sentence, ascending.
    of_sentence: HashMap<usize, Vec<usize>>,
    /// Genders of the members of each set, by root.
    genders: HashMap<usize, BTreeSet<char>>,
}

impl People {
    fn new(state: &mut State<'_>) -> Self {
        let mut people = Self {
            of_sentence: HashMap::new(),
            genders: HashMap::new(),
        };
        for (i, mention) in state.mentions.iter().enumerate() {
            if mention.class == EntityClass::Person && !mention.plural {
                let place = people.of_sentence.entry(mention.sentence).or_default();
                place.push(i);
            }
            let genders = people.genders.entry(state.sets.root(i)).or_default();
            genders.extend(mention.gender);
        }
        people
    }

    /// Brings together the genders of two sets that were joined; the smaller root stays.
    fn joined(&mut self, [a, b]: [usize; 2]) {
        if a != b {
            let genders = self.genders.remove(&a.max(b)).unwrap_or_default();
            self.genders.entry(a.min(b)).or_default().extend(genders);
        }
    }
}
