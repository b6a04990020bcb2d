//! Short forms of bodies, places and groups: initials, and parts of a longer name of the same article.
//!
//! In: mentions and their sets. Out: the same with short forms joined to the one name they shorten. Invariants: a part that two actors bear joins none;
//! look-ups go through indexes, so that the steps stay linear in the mentions. Does not: look at persons.

use super::State;
use crate::base::analysis::{EntityClass, Mention, MentionForm};
use crate::resolve::forms;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Shortest part of a name, in letters, that is looked for in others.
const MIN_PART: usize = 4;

impl State<'_> {
    /// "EU" after "European Union": the initials of a name of several words in the same article.
    pub(super) fn initials(&mut self) {
        let mut long: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (j, mention) in self.mentions.iter().enumerate() {
            if mention.class == EntityClass::Organisation {
                long.entry(initials_of(self.text(j))).or_default().push(j);
            }
        }
        for i in 0..self.mentions.len() {
            let text = forms::without_possessive(self.text(i));
            let short =
                (2..=6).contains(&text.chars().count()) && text.chars().all(char::is_uppercase);
            let free = short
                && self
                    .mentions
                    .get(i)
                    .is_some_and(|m| m.class == EntityClass::Organisation && m.entry.is_none());
            // "International Cricket Council … the ICC": a body spelt out before goes before one known by the letters.
            let before = |j: &&usize| **j < i && self.spells_another(**j, i);
            let spelt = long.get(text).filter(|_| short && !free).cloned();
            let spelt = spelt.and_then(|all| all.iter().find(before).copied());
            if let Some(j) = spelt {
                let root = self.sets.root(i);
                let all: Vec<usize> = (0..self.mentions.len())
                    .filter(|&k| self.sets.root(k) == root)
                    .collect();
                if all
                    .iter()
                    .all(|&k| forms::without_possessive(self.text(k)) == text)
                {
                    self.entries.remove(&root);
                    self.join(j, i, || format!("{text}: initials of a name above"));
                }
                continue;
            }
            let found = long.get(text).filter(|_| free);
            if let Some(&j) = found.and_then(|all| all.iter().find(|j| **j != i)) {
                self.join(i, j, || format!("{text}: initials of a name above"));
            }
        }
    }

    /// "Rada" after "Verkhovna Rada", "Karabach" after "Nagorno-Karabach", "separatisterna" after "armeniska separatisterna".
    pub(super) fn part_names(&mut self) {
        let mut holders: FxHashMap<(EntityClass, String), Vec<usize>> = FxHashMap::default();
        for (i, mention) in self.mentions.iter().enumerate() {
            let kind = matches!(
                mention.class,
                EntityClass::Organisation | EntityClass::Place | EntityClass::Group
            );
            if !kind || mention.form == MentionForm::Role {
                continue;
            }
            let key = forms::key(self.form(i));
            let open = mention.entry.is_none() && mention.form != MentionForm::Pronoun;
            let own = self.is_possessed(mention);
            if open && !own && key.chars().count() >= MIN_PART {
                self.join_part(i, holders.get_mut(&(mention.class, key.clone())));
            }
            for part in parts_of(&key, mention) {
                holders
                    .entry((mention.class, part.to_owned()))
                    .or_default()
                    .push(i);
            }
        }
    }

    /// Joins a mention to those whose name it is a part of, if they are one; leaves one of each set in the list.
    fn join_part(&mut self, part: usize, holders: Option<&mut Vec<usize>>) {
        let Some(holders) = holders else {
            return;
        };
        let roots: BTreeSet<usize> = holders.iter().map(|j| self.sets.root(*j)).collect();
        *holders = roots.into_iter().collect();
        if let [only] = holders.as_slice() {
            let (text, only) = (self.text(part), *only);
            self.join(only, part, || {
                format!("{text}: part of a name that only one bears")
            });
        }
    }
}

/// The capitals that begin the words of a name.
fn initials_of(long: &str) -> String {
    long.split([' ', '-'])
        .filter_map(|w| w.chars().next())
        .filter(|c| c.is_uppercase())
        .collect()
}

/// What stands before and behind each space and hyphen of a name; of a group only what stands behind.
fn parts_of<'k>(key: &'k str, mention: &Mention) -> Vec<&'k str> {
    let group = mention.class == EntityClass::Group;
    let edges = key.match_indices([' ', '-']);
    let sides = edges.flat_map(|(at, edge)| {
        let (head, tail) = (key.get(..at), key.get(at + edge.len()..));
        [head.filter(|_| !group), tail]
    });
    let long_enough = |part: &&str| part.chars().count() >= MIN_PART;
    sides.flatten().filter(long_enough).collect()
}
