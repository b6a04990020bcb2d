//! "X criticised Y because he had attacked Z": whom a clause that tells the ground of an answer is about.
//!
//! In: clusters of names. Out: the one whom the main verb acts upon. Invariant: only behind verbs of answers and conflicts, and only where the clause
//! tells a deed. Does not: read other clauses (anaphora.rs).

use super::{Grammar, State};
use crate::base::analysis::{Mention, Upos};
use crate::lexicon::ontology::EventType;

impl State<'_> {
    /// "X criticised Y because he had attacked Z": the one candidate whom the main verb answers, where the clause tells what he did.
    pub(super) fn blamed(
        &self,
        grammar: &Grammar<'_>,
        pronoun: &Mention,
        candidates: &[usize],
    ) -> Option<usize> {
        let table = self.pack.coreference();
        let (answer, mark) = grammar.ground(pronoun)?;
        let deed = grammar.part(pronoun)?.verb;
        let finite = grammar.finite_form(pronoun)?;
        let [answers, hostile] = self.kinds(grammar, pronoun.sentence, answer);
        let [_, attacks] = self.kinds(grammar, pronoun.sentence, deed);
        let told = self.is_trigger(grammar, pronoun.sentence, deed);
        let done = hostile && attacks || answers && told && table.perfects.contains(&finite);
        let found = self.acted_upon(grammar, answer, candidates.iter().copied());
        found.filter(|_| done && table.grounds.contains(&mark))
    }

    /// "X criticised Y, while Z praised him": the one candidate whom the verb that the clause is joined to acts upon, where one of the verbs tells a favour and
    /// the other a conflict.
    pub(super) fn contrasted(
        &self,
        grammar: &Grammar<'_>,
        pronoun: &Mention,
        candidates: &[usize],
    ) -> Option<usize> {
        let part = grammar.part(pronoun).filter(|p| !p.subject)?;
        let first = grammar.joined_to(pronoun, part.verb)?;
        let colour = |verb: usize| {
            let types = self.types_of(grammar, pronoun.sentence, verb);
            let conflict = types.iter().any(|t| t.is_conflict());
            let favour = types.iter().any(|t| t.favours);
            (conflict != favour).then_some(conflict)
        };
        let (one, other) = (colour(first)?, colour(part.verb)?);
        let found = self.acted_upon(grammar, first, candidates.iter().copied());
        found.filter(|_| one != other)
    }

    /// The only one of some mentions that a verb acts upon.
    pub(super) fn acted_upon(
        &self,
        grammar: &Grammar<'_>,
        verb: usize,
        among: impl Iterator<Item = usize>,
    ) -> Option<usize> {
        let upon = |j: &usize| {
            let Some(mention) = self.mentions.get(*j) else {
                return false;
            };
            let part = grammar.part(mention).filter(|p| !p.subject);
            part.is_some_and(|p| p.verb == verb) && grammar.preposition(mention).is_empty()
        };
        let mut found = among.filter(upon);
        found.next().filter(|_| found.next().is_none())
    }

    /// May a verb tell an answer to what somebody did, or a conflict?
    fn kinds(&self, grammar: &Grammar<'_>, sentence: usize, verb: usize) -> [bool; 2] {
        let types = self.types_of(grammar, sentence, verb);
        // "Traf": who meets somebody does not answer him.
        let meets = types.iter().any(|t| t.gathers);
        [
            types.iter().any(|t| t.addresses_doer || t.is_conflict()) && !meets,
            types.iter().any(|t| t.is_conflict()) && !meets,
        ]
    }

    fn is_trigger(&self, grammar: &Grammar<'_>, sentence: usize, verb: usize) -> bool {
        !self.types_of(grammar, sentence, verb).is_empty()
    }

    /// The types of the events that a verb may tell.
    fn types_of(&self, grammar: &Grammar<'_>, sentence: usize, verb: usize) -> Vec<&EventType> {
        let form = grammar.word(sentence, verb).unwrap_or_default();
        let triggers = self.pack.triggers();
        let lemmas = self.pack.inflection().lemmas(&form, Some(Upos::Verb));
        let phrases = lemmas.iter().flat_map(|l| triggers.phrases(l));
        let events = phrases
            .filter(|p| p.verbal)
            .filter_map(|p| triggers.entries.get(p.trigger));
        let ontology = &self.lexicon.ontology;
        events
            .filter_map(|t| ontology.event_type(&t.event))
            .collect()
    }
}
