//! "The 44-year-old": whom an age takes up.
//!
//! In: clusters of names and mentions that tell an age. Out: the same, with the age attached to the one person of whom the article tells it, else to the
//! only person near before it. Invariant: precision first; an age that the article gives to somebody without a name takes up nobody.

use super::standins;
use super::{Grammar, State};
use crate::base::analysis::{EntityClass, Mention, MentionForm};
use crate::base::letters::small;
use std::collections::{BTreeMap, BTreeSet};

/// An age reaches back this many sentences where nobody is told to be so old.
const REACH: usize = 2;

/// Bytes before a name in which its bearer's age may stand ("the 44-year-old opposition politician Anna Berg").
const BEFORE: usize = 60;

impl State<'_> {
    /// Attaches each age to its bearer.
    pub(super) fn ages(&mut self, grammar: &Grammar<'_>) {
        let years = |m: &Mention| standins::age_of(m).map(str::to_owned);
        let mentions = self.mentions;
        if !mentions.iter().any(|m| years(m).is_some()) {
            return;
        }
        let people: Vec<usize> = (0..mentions.len())
            .filter(|&j| {
                let person = mentions.get(j);
                person.is_some_and(|m| {
                    m.class == EntityClass::Person && m.form == MentionForm::Name && !m.plural
                })
            })
            .collect();
        let told: BTreeMap<usize, String> = people
            .iter()
            .filter_map(|&j| Some((j, self.age_of(j)?)))
            .collect();
        for (i, mention) in mentions.iter().enumerate() {
            let Some(age) = years(mention) else {
                continue;
            };
            let bearers: BTreeMap<usize, usize> = told
                .iter()
                .filter(|(_, a)| **a == age)
                .map(|(&j, _)| (self.sets.root(j), j))
                .collect();
            let others: BTreeSet<usize> = told
                .iter()
                .filter(|(_, a)| **a != age)
                .map(|(&j, _)| self.sets.root(j))
                .collect();
            let bearer = match bearers.len() {
                0 if self.is_told_of_nobody(&age, mention) => None,
                0 => self.person_before(grammar, i, &people, &others),
                1 => bearers.values().next().copied(),
                _ => None,
            };
            if let Some(j) = bearer {
                let (text, name) = (self.text(i), self.text(j));
                self.join(j, i, || format!("{text}: takes up {name}"));
            }
        }
    }

    /// The age that stands beside a name: "Anna Berg, 44,", "Anna Berg (44)", "the 44-year-old Anna Berg".
    fn age_of(&self, at: usize) -> Option<String> {
        let mention = self.mentions.get(at)?;
        let text = &self.article.text;
        let behind = text.get(mention.span.end as usize..)?;
        let behind = behind.strip_prefix(", ").or(behind.strip_prefix(" ("));
        let number = |t: &str| -> String { t.chars().take_while(char::is_ascii_digit).collect() };
        if let Some(rest) = behind {
            let age = number(rest);
            let closed = rest
                .get(age.len()..)
                .is_some_and(|r| r.starts_with([',', ')', '.', ';']));
            if (1..=3).contains(&age.len()) && closed {
                return Some(age);
            }
        }
        let sentence = self.sentences.get(mention.sentence)?.span.start as usize;
        let mut start = sentence.max((mention.span.start as usize).saturating_sub(BEFORE));
        while !text.is_char_boundary(start) {
            start += 1;
        }
        let before = small(text.get(start..mention.span.start as usize)?);
        let last = before.rfind(|c: char| c.is_ascii_digit())? + 1;
        let first = before.get(..last)?;
        let first = first.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let stems = &self.pack.coreference().ages.stems;
        let rest = before.get(last..)?;
        let age = stems.iter().any(|s| rest.starts_with(s.as_str()));
        let apart = rest.contains([',', ';', ':', '(']);
        // Nobody else is named between.
        let span = (start + last) as u32..mention.span.start;
        let mut named = self.mentions.iter().take(at).rev();
        let other = named.any(|m| {
            m.class == EntityClass::Person
                && m.form == MentionForm::Name
                && span.contains(&m.span.start)
        });
        (age && !apart && !other).then(|| before.get(first..last).unwrap_or("").to_owned())
    }

    /// Does the article tell the age before, of somebody without a name ("a 44-year-old man")?
    fn is_told_of_nobody(&self, age: &str, mention: &Mention) -> bool {
        let before = self.article.text.get(..mention.span.start as usize);
        let before = small(before.unwrap_or(""));
        let stems = &self.pack.coreference().ages.stems;
        let noun = |at: usize| {
            let mut here = self.mentions.iter();
            here.any(|m| m.span.start as usize == at && standins::age_of(m).is_some())
        };
        before.match_indices(age).any(|(at, _)| {
            let rest = before.get(at + age.len()..).unwrap_or("");
            let apart = !before
                .get(..at)
                .is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit()));
            apart && stems.iter().any(|s| rest.starts_with(s.as_str())) && !noun(at)
        })
    }

    /// The only person named near before the age, or the topic of the last sentence.
    fn person_before(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        people: &[usize],
        others: &BTreeSet<usize>,
    ) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let beside = self.beside(grammar, mention);
        for back in 0..=REACH {
            let sentence = mention.sentence.checked_sub(back)?;
            let here = people.iter().take_while(|j| **j < at).filter(|j| {
                let other = self.mentions.get(**j);
                other.is_some_and(|m| m.sentence == sentence)
            });
            let mut found: BTreeMap<usize, usize> = BTreeMap::new();
            for &j in here {
                let root = self.sets.root(j);
                if !beside.contains(&root) && !others.contains(&root) {
                    found.entry(root).or_insert(j);
                }
            }
            let found: Vec<usize> = found.into_values().collect();
            match found.as_slice() {
                [] => {}
                [only] => return Some(*only),
                _ => return self.topic(grammar, mention, &found),
            }
        }
        None
    }
}
