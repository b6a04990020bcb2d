//! What the clauses of one sentence tell of a word in another of them: "Germany criticised Iraq, and France praised the country", "X met Y, and then he
//! praised Z", "X visited Y and praised his policy"; and whose an embassy is that acts.
//!
//! In: clusters of names and the trees. Out: whom such a word means. Invariant: precision first; the clause before must leave one possibility, and whoever
//! comments on something that is a person's comments on nothing of his own. Does not: look into other sentences, but for embassies.

use super::anaphora::Wanted;
use super::{Grammar, State, deeds, only};
use crate::base::analysis::{EntityClass, Mention, MentionForm};
use crate::lexicon::triggers::Trigger;
use std::collections::{BTreeMap, BTreeSet};

/// How many sentences back the state that sent an embassy was told of.
const REACH: usize = 2;

/// Evidence of an embassy that acts: the code of the state where it is follows.
const HOST: &str = "host:";

/// The code of the state where an embassy is of which nothing says whose it is.
pub(super) fn host_of(mention: &Mention) -> Option<&str> {
    mention.evidence.iter().find_map(|e| e.strip_prefix(HOST))
}

/// Makes an embassy that acts nobody's until it is known whose it is.
pub(super) fn send(mention: &mut Mention) {
    if let Some(code) = mention.country.take() {
        mention.evidence.push(format!("{HOST}{code}"));
        mention.form = MentionForm::Pronoun;
    }
}

impl State<'_> {
    /// "Germany criticised Iraq, and France praised the country": of some states of a sentence the one that the clause acts upon to which that of a noun is
    /// joined, or else, for a clause below it, the one that acts there.
    pub(super) fn land_before(
        &self,
        grammar: &Grammar<'_>,
        at: usize,
        candidates: &[usize],
    ) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let verb = grammar.verb_of(mention)?;
        let before = grammar.clause_before(mention, verb)?;
        let mut acting = Vec::new();
        let mut upon = Vec::new();
        for &j in candidates {
            let other = self.mentions.get(j)?;
            if grammar.part(other).is_some_and(|p| p.verb == before) {
                let list = if grammar.does(other) {
                    &mut acting
                } else {
                    &mut upon
                };
                list.push(j);
            }
        }
        match (upon.as_slice(), acting.as_slice()) {
            ([one], _) => Some(*one),
            // "Germany gives ten million, Norway doubles its aid for the country": two who do alike, and a third one.
            ([], [one]) if grammar.is_subordinate(mention, verb) => Some(*one),
            _ => None,
        }
    }

    /// "Germany gives ten million, Norway doubles its aid for the country": does a state act in the clause beside that of a noun? What the two do is done for
    /// a third one.
    pub(super) fn does_alike(&self, grammar: &Grammar<'_>, at: usize, state: usize) -> bool {
        let (Some(noun), Some(state)) = (self.mentions.get(at), self.mentions.get(state)) else {
            return false;
        };
        let Some(verb) = grammar.verb_of(noun) else {
            return false;
        };
        let before = grammar.clause_before(noun, verb);
        let acts = grammar.part(state).filter(|_| grammar.does(state));
        let beside = acts.is_some_and(|p| Some(p.verb) == before);
        beside && !grammar.is_subordinate(noun, verb)
    }

    /// "X met Y, and the next day he praised Z": of several persons the subject of the clause that the pronoun's own goes on, unless that may be the answer
    /// of the other one, or somebody else is meant by a pronoun beside it.
    pub(super) fn parallel(
        &self,
        grammar: &Grammar<'_>,
        pronoun: &Mention,
        candidates: &[usize],
    ) -> Option<usize> {
        let part = grammar.part(pronoun).filter(|p| p.subject)?;
        let at = (pronoun.sentence, part.verb);
        let told = deeds::triggers(grammar, at, self.pack);
        let answer = |t: &&Trigger| {
            let kind = deeds::kind(t, &self.lexicon.ontology);
            kind.is_none_or(|(k, _)| k.answers)
        };
        let answers = told.is_empty() || told.iter().any(answer);
        let first = self
            .mentions
            .partition_point(|m| m.sentence < pronoun.sentence);
        let here = self.mentions.iter().skip(first);
        let mut here = here.take_while(|m| m.sentence == pronoun.sentence);
        let open = |m: &Mention| {
            let person = m.class == EntityClass::Person && m.form == MentionForm::Pronoun;
            person && m.span != pronoun.span && grammar.beside(pronoun, m)
        };
        if answers || here.any(open) {
            return None;
        }
        let goes_on = |j: &&usize| {
            let other = self.mentions.get(**j);
            other.is_some_and(|o| grammar.goes_on(pronoun, o) || grammar.follows(pronoun, o))
        };
        let mut found = candidates.iter().filter(goes_on);
        found.next().copied().filter(|_| found.next().is_none())
    }

    /// "X visited Y and praised his policy", "… och besökte hans hus": the sets of those who act upon what is somebody's, where that is none of them.
    pub(super) fn not_own(&mut self, grammar: &Grammar<'_>, pronoun: &Mention) -> BTreeSet<usize> {
        let Some((verb, thing)) = grammar.owned_at(pronoun) else {
            return BTreeSet::new();
        };
        let word = pronoun.span.of(&self.article.text);
        let own = self.sets_at(grammar, pronoun.sentence, thing);
        // "Thanked his host", "defended his policy": one's own.
        let other = || {
            let at = (pronoun.sentence, verb);
            let found = deeds::by_itself(grammar, at, self.pack);
            let comments = |t: &&Trigger| {
                let kind = deeds::kind(t, &self.lexicon.ontology);
                kind.is_some_and(|(k, m)| k.addresses_doer && !m.is_some_and(|m| m.of_own))
            };
            own.is_empty() && !found.is_empty() && found.iter().all(comments)
        };
        if !self.pack.coreference().others.has(word) && !other() {
            return BTreeSet::new();
        }
        let first = self
            .mentions
            .partition_point(|m| m.sentence < pronoun.sentence);
        let here = self.mentions.iter().enumerate().skip(first);
        let here = here.take_while(|(_, m)| m.sentence == pronoun.sentence);
        let acting = here.filter(|(_, m)| grammar.is_subject_of(m, verb));
        acting.map(|(j, _)| self.sets.root(j)).collect()
    }

    /// Does a possessive belong to somebody who is a mention of his own?
    pub(super) fn owns_named(&mut self, grammar: &Grammar<'_>, at: usize) -> bool {
        let mention = self.mentions.get(at);
        let owned = mention.and_then(|m| Some((m.sentence, grammar.owned_at(m)?.1)));
        owned.is_some_and(|(s, thing)| !self.sets_at(grammar, s, thing).is_empty())
    }

    /// "Kenya criticised Uganda and condemned its policy" in a language whose possessive is that of another one: the state of the clause before.
    pub(super) fn possessor(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let word = mention.span.of(&self.article.text);
        grammar.owned_at(mention)?;
        if !self.pack.coreference().others.has(word) {
            return None;
        }
        let aside = self.not_own(grammar, mention);
        let mut states = self.of_class(mention.sentence, at, &Wanted::STATE);
        states.retain(|&j| !aside.contains(&self.sets.root(j)));
        self.land_before(grammar, at, &states)
    }

    /// "Kritisierte Kenia und bestellte dessen Botschafter ein": whom such a possessive was attached to, else the state of the clause before that of the owned.
    pub(super) fn possessor_of(
        &mut self,
        grammar: &Grammar<'_>,
        pronoun: usize,
        owned: usize,
    ) -> Option<usize> {
        let root = self.sets.root(pronoun);
        if root != pronoun {
            return Some(root);
        }
        let mention = self.mentions.get(owned)?;
        let beside = self.beside(grammar, mention);
        let mut states = self.of_class(mention.sentence, pronoun, &Wanted::STATE);
        states.retain(|&j| !beside.contains(&self.sets.root(j)));
        self.land_before(grammar, owned, &states)
    }

    /// "Kenya is angry. The embassy in Kampala accused Museveni": an embassy that acts is that of the one other state near before it, or of those the one
    /// that the sentence is about, or of the one that the text is `about`.
    pub(super) fn sender(&mut self, grammar: &Grammar<'_>, at: usize, about: Option<&str>) {
        let Some(mention) = self.mentions.get(at) else {
            return;
        };
        let host = host_of(mention).map(str::to_owned);
        if self.has_owner(at) {
            return;
        }
        let beside = self.beside(grammar, mention);
        let mut others: BTreeMap<usize, usize> = BTreeMap::new();
        let mut topics: BTreeMap<usize, usize> = BTreeMap::new();
        for sentence in mention.sentence.saturating_sub(REACH)..=mention.sentence {
            for j in self.of_class(sentence, at, &Wanted::STATE) {
                let root = self.sets.root(j);
                if beside.contains(&root) || self.code_of(j) == host {
                    continue;
                }
                others.entry(root).or_insert(j);
                if grammar.is_topic(&self.mentions[j]) {
                    topics.entry(root).or_insert(j);
                }
            }
        }
        let several = !others.is_empty();
        if let Some(j) = only(others).or_else(|| only(topics)) {
            let (text, name) = (self.text(at), self.text(j));
            self.join(j, at, || format!("{text}: sent by {name}"));
            return;
        }
        if several {
            return;
        }
        if let Some(code) = about.filter(|c| Some(*c) != host.as_deref()) {
            self.be_state(at, code, "sent by the state the text is about");
        }
    }

    /// "X criticised Y, and the latter apologised": the last person of the clause before in its sentence, who is not what that is about.
    pub(super) fn latter_of_clause(
        &self,
        grammar: &Grammar<'_>,
        at: usize,
        verb: usize,
    ) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let before = grammar.joined_to(mention, verb)?;
        let first = self
            .mentions
            .partition_point(|m| m.sentence < mention.sentence);
        let upon = |j: &usize| {
            let other = &self.mentions[*j];
            let part = grammar.part(other).filter(|p| !p.subject);
            let person = other.class == EntityClass::Person && !other.plural;
            let gender = mention.gender.zip(self.gender_of(*j));
            person && part.is_some_and(|p| p.verb == before) && gender.is_none_or(|(a, b)| a == b)
        };
        (first..at).rev().find(upon)
    }
}
