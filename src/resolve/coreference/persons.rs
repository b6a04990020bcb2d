//! Names of people: full names in several spellings, and bare surnames.
//!
//! In: the parsed names of an article. Out: the same with names joined that are one person's. Invariants: up to [`ALL_PAIRS`] names each is compared with
//! each; in longer lists only those that blocking brings together, so that no article takes quadratic time. Does not: compare words itself.

use super::State;
use crate::base::analysis::EntityClass;
use crate::resolve::blocking;
use crate::resolve::compare::{Context, Memo, compare_with, same_end};
use crate::resolve::normalize::{Name, Word, parse};
use crate::resolve::{forms, known};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Names that are all compared with one another; one article in thousands has more.
const ALL_PAIRS: usize = 400;

/// The full names of an article, and which of them a bare name may belong to.
struct Bearers {
    full: Vec<usize>,
    /// Places in `full` by word and by the consonants of the surname; `None` where the list is short enough to be read whole.
    index: Option<FxHashMap<String, Vec<usize>>>,
}

impl Bearers {
    fn new(full: Vec<usize>, names: &[Option<Name>]) -> Self {
        let index = (full.len() > ALL_PAIRS).then(|| {
            let mut index: FxHashMap<String, Vec<usize>> = FxHashMap::default();
            for &at in &full {
                let name = names.get(at).and_then(Option::as_ref);
                for key in name.into_iter().flat_map(|n| keys_of(&n.words)) {
                    index.entry(key).or_default().push(at);
                }
            }
            index
        });
        Self { full, index }
    }

    /// The full names to look at for a bare one, in order.
    fn of(&self, bare: &Word) -> Vec<usize> {
        let Some(index) = &self.index else {
            return self.full.clone();
        };
        let skeletons = bare.forms.iter().map(|f| skeleton_key(&f.skeleton));
        let keys: BTreeSet<String> = skeletons.chain([bare.text.clone()]).collect();
        let found = keys.iter().filter_map(|k| index.get(k)).flatten().copied();
        found.collect::<BTreeSet<usize>>().into_iter().collect()
    }
}

/// The words of a name as written, and the consonants of its last one.
fn keys_of(words: &[std::sync::Arc<Word>]) -> BTreeSet<String> {
    let last = words.last().into_iter().flat_map(|w| &w.forms);
    let skeletons = last.map(|f| skeleton_key(&f.skeleton));
    skeletons
        .chain(words.iter().map(|w| w.text.clone()))
        .collect()
}

/// A key that no written word is.
fn skeleton_key(skeleton: &str) -> String {
    format!("/{skeleton}")
}

impl State<'_> {
    /// Full names of people, compared under every romanisation.
    pub(super) fn full_names(&mut self) {
        let full: Vec<usize> = self.distinct(|n| n.words.len() >= 2);
        for (i, j) in self.pairs(&full) {
            let context = Context {
                same_role: self.same_role(i, j),
                same_article: true,
            };
            let (Some(Some(a)), Some(Some(b))) = (self.names.get(i), self.names.get(j)) else {
                continue;
            };
            let verdict = compare_with(a, b, context, self.lexicon.names(), &mut self.memo);
            if verdict.same {
                let (x, y) = (self.text(i), self.text(j));
                self.join(i, j, || {
                    format!(
                        "{x} = {y} ({:.2}): {}",
                        verdict.score,
                        verdict.reasons.join("; ")
                    )
                });
            }
        }
    }

    /// The pairs of a list of mentions that are worth a comparison, in order.
    fn pairs(&self, list: &[usize]) -> Vec<(usize, usize)> {
        if list.len() <= ALL_PAIRS {
            let behind = |(at, i): (usize, &usize)| {
                let rest = list.iter().skip(at + 1);
                rest.map(|j| (*i, *j)).collect::<Vec<_>>()
            };
            return list.iter().enumerate().flat_map(behind).collect();
        }
        let names: Vec<(usize, &Name)> = list
            .iter()
            .filter_map(|i| Some((*i, self.names.get(*i)?.as_ref()?)))
            .collect();
        let only: Vec<&Name> = names.iter().map(|(_, n)| *n).collect();
        let place = |at: u32| names.get(at as usize).map(|(i, _)| *i);
        blocking::candidates(&only)
            .into_iter()
            .filter_map(|(a, b)| Some((place(a)?, place(b)?)))
            .collect()
    }

    /// First mention of each distinct person name that passes.
    fn distinct(&self, passes: impl Fn(&Name) -> bool) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        let fits = |i: &usize| {
            self.names
                .get(*i)
                .is_some_and(|n| n.as_ref().is_some_and(&passes))
        };
        (0..self.mentions.len())
            .filter(fits)
            .filter(|i| seen.insert(forms::key(self.text(*i))))
            .collect()
    }

    /// Bare surnames go to the one full name that ends in them; a typing error is tolerated where only one can be meant.
    pub(super) fn surnames(&mut self) {
        let bearers = Bearers::new(self.distinct(|n| n.words.len() >= 2), &self.names);
        let bare: Vec<usize> = (0..self.mentions.len())
            .filter(|i| {
                self.names
                    .get(*i)
                    .is_some_and(|n| n.as_ref().is_some_and(|n| n.words.len() == 1))
            })
            .collect();
        let mut alone: Vec<usize> = Vec::new();
        for i in bare {
            if self.is_family(i) {
                continue;
            }
            let person = self
                .mentions
                .get(i)
                .is_some_and(|m| m.class == EntityClass::Person);
            let capitals = self.text(i).chars().filter(|c| c.is_uppercase()).count();
            if !person && (capitals != 1 || self.text(i).chars().count() < 5) {
                continue;
            }
            let holders = self.holders(i, &bearers, 0.9);
            let holders = if holders.is_empty() && person {
                self.holders(i, &bearers, 0.84)
            } else {
                holders
            };
            match self.choose(i, holders) {
                Some(j) if !self.is_somebody_else(i, j) => {
                    let (text, full) = (self.text(i), self.text(j));
                    self.join(j, i, || format!("{text}: surname of {full}"));
                }
                Some(_) => {}
                None if person => alone.push(i),
                None => {}
            }
        }
        self.bare_names(&alone);
    }

    /// "Trump" of the gazetteer beside "Melania Trump": is the known person of a bare name another than the unknown one of a full name?
    fn is_somebody_else(&mut self, bare: usize, full: usize) -> bool {
        let (x, y) = (self.sets.root(bare), self.sets.root(full));
        let (Some(id), None) = (self.entries.get(&x), self.entries.get(&y)) else {
            return false;
        };
        let (Some(known), Some(Some(name))) =
            (known::entry(self.lexicon, id), self.names.get(full))
        else {
            return false;
        };
        let context = Context {
            same_role: false,
            same_article: true,
        };
        let tables = self.lexicon.names();
        let other = parse(&known.name, tables);
        !compare_with(name, &other, context, tables, &mut Memo::new()).same
    }

    /// Bare names without a full one: equal or nearly equal ones are one.
    fn bare_names(&mut self, alone: &[usize]) {
        for (i, j) in self.pairs(alone) {
            let (Some(Some(a)), Some(Some(b))) = (self.names.get(i), self.names.get(j)) else {
                continue;
            };
            let (Some(x), Some(y)) = (a.words.first(), b.words.first()) else {
                continue;
            };
            if same_end(x, y, self.lexicon.names(), &mut self.memo) >= 0.9 {
                let (x, y) = (self.text(i), self.text(j));
                self.join(i, j, || format!("{x} = {y}: one bare name"));
            }
        }
    }

    /// Full names whose surname (or, with an entry, first word) is the bare name, one for each cluster.
    fn holders(&mut self, bare: usize, bearers: &Bearers, bar: f32) -> Vec<usize> {
        let Some(Some(name)) = self.names.get(bare) else {
            return Vec::new();
        };
        let Some(word) = name.words.first().cloned() else {
            return Vec::new();
        };
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for j in bearers.of(&word) {
            let Some(Some(long)) = self.names.get(j) else {
                continue;
            };
            let last = long.words.last().map_or(0.0, |w| {
                same_end(&word, w, self.lexicon.names(), &mut self.memo)
            });
            let others = long
                .words
                .iter()
                .rev()
                .skip(1)
                .map(|w| if w.text == word.text { 0.95 } else { 0.0 })
                .fold(0.0, f32::max);
            if last.max(others) >= bar {
                let root = self.sets.root(j);
                found.entry(root).or_insert(j);
            }
        }
        found.into_values().collect()
    }

    /// Of several holders of a surname: the one with the same role, else the only one of the gender; else nobody.
    fn choose(&self, bare: usize, holders: Vec<usize>) -> Option<usize> {
        if let [only] = holders.as_slice() {
            return Some(*only);
        }
        let gender = |i: usize| self.mentions.get(i).and_then(|m| m.gender);
        let by_role: Vec<usize> = holders
            .iter()
            .copied()
            .filter(|j| self.same_role(bare, *j))
            .collect();
        if let [only] = by_role.as_slice() {
            return Some(*only);
        }
        // Who is introduced later is not meant before.
        let mut before = holders.iter().copied().filter(|j| *j < bare);
        if let (Some(only), None) = (before.next(), before.next()) {
            return Some(only);
        }
        let own = gender(bare)?;
        let by_gender: Vec<usize> = holders
            .into_iter()
            .filter(|j| gender(*j) == Some(own))
            .collect();
        if let [only] = by_gender.as_slice() {
            Some(*only)
        } else {
            None
        }
    }
}
