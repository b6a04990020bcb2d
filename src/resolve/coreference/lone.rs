//! "Rief Giorgia Meloni an und lud sie ein": a pronoun for a woman that may be a plural as well.
//!
//! In: clusters of names. Out: whom such a pronoun means as an object. Invariant: precision first; a plural, a group or a noun of the same gender beside the
//! woman, and nobody is meant. Does not: read subjects, whose verb shows the number (anaphora.rs).

use super::anaphora::People;
use super::{Grammar, State};
use crate::base::analysis::{EntityClass, Mention};
use crate::base::span::Span;
use crate::lexicon::coreference::Unowning;

impl State<'_> {
    /// "X called Y and invited her" where the pronoun may be a plural: the only person of its gender of the clauses before it in its sentence, or of the
    /// sentence before, if no word there asks for the same form.
    pub(super) fn lone_object(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        people: &People,
    ) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let table = self.pack.coreference();
        let pronoun = table.pronoun(self.text(at))?;
        let rivals = pronoun.rivals.as_ref()?;
        let gender = mention.gender?;
        let second = grammar.is_second_subject(mention);
        grammar.part(mention).filter(|p| !p.subject || second)?;
        let beside = self.beside(grammar, mention);
        let block = |s: usize| self.sentences.get(s).map(|s| s.block);
        for back in 0..=1 {
            let sentence = mention.sentence.checked_sub(back)?;
            if block(sentence) != block(mention.sentence)
                || self.has_rival_word(sentence, at, rivals)
            {
                return None;
            }
            let mut found = self.people_in(people, sentence, at, gender);
            found.retain(|&j| !beside.contains(&self.sets.root(j)));
            let told = |j: usize, state: &mut Self| {
                let root = state.sets.root(j);
                people
                    .genders
                    .get(&root)
                    .is_some_and(|g| g.contains(&gender))
            };
            match found.as_slice() {
                [] => {}
                [one] => return Some(*one).filter(|&j| second || told(j, self)),
                _ => return None,
            }
        }
        None
    }

    /// Does a sentence hold a word before a mention that a plural pronoun, or one of the same gender, may take up?
    fn has_rival_word(&self, sentence: usize, before: usize, rivals: &Unowning) -> bool {
        let end = self.mentions.get(before).map_or(0, |m| m.span.start);
        let Some(found) = self.sentences.get(sentence) else {
            return true;
        };
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let here = self.mentions.iter().take(before).skip(first);
        let several = |m: &Mention| m.plural || m.class == EntityClass::Group;
        if here.clone().any(several) {
            return true;
        }
        let named = |span: Span| here.clone().any(|m| m.span.overlaps(span));
        let tokens = found.tokens.iter().filter(|t| t.span.start < end);
        tokens.into_iter().any(|t| {
            let word = t.span.of(&self.article.text);
            let lower = word.to_lowercase();
            let noun = word.starts_with(char::is_uppercase) && !named(t.span);
            rivals.given.contains(&lower)
                || noun
                    && rivals
                        .noun_endings
                        .iter()
                        .any(|e| lower.ends_with(e.as_str()))
                    && !rivals.never.contains(&lower)
        })
    }
}
