//! "The Central American country", "the kingdom": a state by where it lies and what kind of state it is.
//!
//! In: clusters of names. Out: the same with such nouns attached to the one state told before that has the traits. Invariant: precision first; of two
//! that fit, far and near, none is meant, nor one that stands beside the noun. Does not: know which state has which traits (the gazetteer does).

use super::anaphora::Wanted;
use super::standins::traits_of;
use super::{Grammar, State, only};
use crate::base::analysis::{EntityClass, MentionForm};
use std::collections::BTreeMap;

/// What counts as near, in sentences.
const REACH: usize = 2;

impl State<'_> {
    /// The state that a noun of this kind means.
    pub(super) fn epithet(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let lists = traits_of(mention)?;
        let aside = self.aside(grammar, at, &Wanted::LAND);
        let mut near: BTreeMap<usize, usize> = BTreeMap::new();
        let mut all: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            let named = !matches!(other.form, MentionForm::Role | MentionForm::Pronoun);
            let state = other.class == EntityClass::Country && !other.plural
                || other.form == MentionForm::Metonym
                || self.is_government(other);
            let code = other.country.as_deref().filter(|_| named && state);
            let root = self.sets.root(j);
            if !code.is_some_and(|c| self.has_traits(c, lists)) || aside.contains(&root) {
                continue;
            }
            all.entry(root).or_insert(j);
            if other.sentence + REACH >= mention.sentence {
                near.entry(root).or_insert(j);
            }
        }
        if near.is_empty() {
            only(all)
        } else {
            only(near)
        }
    }

    /// Has a state one trait of each list?
    fn has_traits(&self, code: &str, lists: &[String]) -> bool {
        let Some(state) = self.lexicon.gazetteer().country(code) else {
            return false;
        };
        let own: Vec<&str> = state.traits().collect();
        lists.iter().all(|l| l.split(' ').any(|t| own.contains(&t)))
    }
}
