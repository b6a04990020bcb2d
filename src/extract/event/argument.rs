//! Finds who takes part: the mentions that stand in the slots of a trigger's frame.
//!
//! In: a [`View`], a [`Hit`], its frame. Out: mention indices by role. Invariants: a mention takes one role in an event; an empty list means that
//! the text names no one there. Source of the slot logic: Universal Dependencies 2 relations (subjects, passives, control, relative clauses).

use super::trigger::Hit;
use super::view::View;
use crate::base::analysis::{EntityClass, Mention, MentionForm, Upos};
use crate::lexicon::triggers::{Frame, NominalSlots, Slot};

/// Participants of one event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Participants {
    /// Who acts.
    pub actors: Vec<usize>,
    /// Who is acted upon.
    pub recipients: Vec<usize>,
    /// Third parties.
    pub mediators: Vec<usize>,
    /// The parties are named as equals ("between X and Y").
    pub equals: bool,
    /// How each was found, for people.
    pub reasons: Vec<String>,
}

/// Looks for participants of one trigger.
pub struct Search<'s, 'a> {
    /// The sentence.
    pub view: &'s View<'a>,
    /// Mentions of the article.
    pub mentions: &'s [Mention],
    /// Noun habits of the language.
    pub nominal: &'s NominalSlots,
}

impl Search<'_, '_> {
    /// Fills the frame of a hit.
    pub fn participants(&self, hit: &Hit<'_>, frame: &Frame) -> Participants {
        let mut found = Participants::default();
        if !hit.verbal {
            found.actors = self.between(hit.head);
            found.equals = found.actors.len() > 1;
            if found.equals {
                found
                    .reasons
                    .push("parties named as equals of the noun".to_owned());
            }
        }
        if found.actors.len() < 2 {
            found.actors = self.first(hit, &frame.agent, &[], &mut found.reasons);
        }
        if !found.equals {
            let taken = found.actors.clone();
            found.recipients = self.first(hit, &frame.recipient, &taken, &mut found.reasons);
        }
        let taken = [found.actors.clone(), found.recipients.clone()].concat();
        found.mediators = self.first(hit, &frame.mediator, &taken, &mut found.reasons);
        found
    }

    fn first(
        &self,
        hit: &Hit<'_>,
        slots: &[Slot],
        taken: &[usize],
        reasons: &mut Vec<String>,
    ) -> Vec<usize> {
        for slot in slots {
            let mut mentions = if hit.verbal {
                self.of_verb(hit.head, slot)
            } else {
                self.of_noun(hit.head, slot)
            };
            mentions.retain(|m| !taken.contains(m));
            mentions.dedup();
            if !mentions.is_empty() {
                reasons.push(format!("{slot:?}"));
                return mentions;
            }
        }
        Vec::new()
    }

    fn of_verb(&self, verb: usize, slot: &Slot) -> Vec<usize> {
        let passive = self.view.is_passive(verb);
        match slot {
            Slot::Subject | Slot::Both if passive => self.agent_phrase(verb),
            Slot::Subject | Slot::Both => self.of_head(self.subject(verb)),
            Slot::Object if passive => self.of_head(self.subject(verb)),
            Slot::Object => self.of_head(self.object(verb)),
            Slot::Indirect => {
                self.children_in(verb, |v, c| matches!(v.deprel(c), "iobj" | "obl:arg"))
            }
            Slot::Prep(word) => self.adpositional(verb, word),
            Slot::Genitive => self
                .object(verb)
                .map(|o| self.possessors(o))
                .unwrap_or_default(),
            Slot::Complement => self.complement_subject(verb),
        }
    }

    fn of_noun(&self, noun: usize, slot: &Slot) -> Vec<usize> {
        let support = self.support_verb(noun);
        match slot {
            Slot::Subject | Slot::Both => {
                let own = [
                    self.possessors(noun),
                    self.any_adposition(noun, &self.nominal.agent),
                ]
                .concat();
                if own.is_empty() {
                    support
                        .map(|v| self.of_verb(v, &Slot::Subject))
                        .unwrap_or_default()
                } else {
                    own
                }
            }
            Slot::Object => {
                let own = self.any_adposition(noun, &self.nominal.object);
                if own.is_empty() {
                    self.compound(noun)
                } else {
                    own
                }
            }
            Slot::Prep(word) => {
                let own = self.adpositional(noun, word);
                if own.is_empty() {
                    support
                        .map(|v| self.adpositional(v, word))
                        .unwrap_or_default()
                } else {
                    own
                }
            }
            Slot::Genitive => self.possessors(noun),
            Slot::Indirect => support
                .map(|v| self.of_verb(v, &Slot::Indirect))
                .unwrap_or_default(),
            Slot::Complement => self.complement_subject(noun),
        }
    }

    /// The verb that carries a noun ("held" of "held talks"), if the noun hangs on one.
    pub fn support_verb(&self, noun: usize) -> Option<usize> {
        let head = self.view.head(noun)?;
        let carried = matches!(
            self.view.relation(noun),
            "obj" | "nsubj" | "obl" | "xcomp" | "advcl"
        );
        (carried && self.view.is_any(head, self.nominal.support.iter())).then_some(head)
    }

    /// Subject of a verb, its own or inherited: from the first conjunct, from the governor of an infinitive, from the noun a participle or relative
    /// clause modifies.
    pub fn subject(&self, verb: usize) -> Option<usize> {
        self.subject_within(verb, 4)
    }

    fn subject_within(&self, verb: usize, depth: usize) -> Option<usize> {
        let view = self.view;
        let own = view
            .children(verb)
            .iter()
            .copied()
            .find(|&c| matches!(view.relation(c), "nsubj" | "csubj"));
        if let Some(own) = own {
            return Some(self.antecedent(verb, own));
        }
        let head = view.head(verb).filter(|_| depth > 0)?;
        match view.relation(verb) {
            "conj" | "aux" | "parataxis" => self.subject_within(head, depth - 1),
            "xcomp" => self
                .object(head)
                .or_else(|| self.subject_within(head, depth - 1)),
            "advcl" if !self.has_mark(verb) => self.subject_within(head, depth - 1),
            "acl" => Some(head),
            _ => None,
        }
    }

    fn has_mark(&self, verb: usize) -> bool {
        self.view
            .children(verb)
            .iter()
            .any(|&c| self.view.upos(c) == Upos::Sconj)
    }

    /// A relative pronoun stands for the noun its clause hangs on.
    fn antecedent(&self, verb: usize, pronoun: usize) -> usize {
        let relative = self.view.deprel(verb).starts_with("acl")
            && self.view.upos(pronoun) == Upos::Pron
            && self
                .view
                .mention_at
                .get(pronoun)
                .is_none_or(Option::is_none);
        if relative {
            self.view.head(verb).unwrap_or(pronoun)
        } else {
            pronoun
        }
    }

    fn object(&self, verb: usize) -> Option<usize> {
        let object = self
            .view
            .children(verb)
            .iter()
            .copied()
            .find(|&c| self.view.relation(c) == "obj")?;
        Some(self.antecedent(verb, object))
    }

    fn agent_phrase(&self, verb: usize) -> Vec<usize> {
        self.children_in(verb, |v, c| {
            v.deprel(c) == "obl:agent"
                || v.relation(c) == "obl"
                    && v.cases(c).any(|w| v.cues.agent_adpositions.contains(w))
        })
    }

    fn children_in(&self, head: usize, wanted: impl Fn(&View<'_>, usize) -> bool) -> Vec<usize> {
        let fitting = self
            .view
            .children(head)
            .iter()
            .filter(|&&c| wanted(self.view, c));
        fitting.flat_map(|&c| self.of_phrase(c)).collect()
    }

    /// Mentions of phrases opened by `word`, on the head or on its object.
    fn adpositional(&self, head: usize, word: &str) -> Vec<usize> {
        let phrase = |v: &View<'_>, c: usize| {
            matches!(
                v.relation(c),
                "obl" | "nmod" | "iobj" | "obj" | "advmod" | "xcomp" | "conj"
            ) && v.cases(c).any(|w| w == word)
        };
        let own = self.children_in(head, phrase);
        if !own.is_empty() {
            return own;
        }
        self.object(head)
            .map(|o| self.children_in(o, phrase))
            .unwrap_or_default()
    }

    fn any_adposition(&self, noun: usize, words: &[String]) -> Vec<usize> {
        words
            .iter()
            .map(|w| self.adpositional(noun, w))
            .find(|m| !m.is_empty())
            .unwrap_or_default()
    }

    fn between(&self, noun: usize) -> Vec<usize> {
        let at = |head: usize| {
            self.nominal
                .between
                .iter()
                .map(|w| self.adpositional(head, w))
                .find(|m| m.len() > 1)
        };
        at(noun)
            .or_else(|| self.support_verb(noun).and_then(at))
            .unwrap_or_default()
    }

    fn possessors(&self, noun: usize) -> Vec<usize> {
        self.children_in(noun, |v, c| {
            v.relation(c) == "nmod" && v.cases(c).all(|w| w == "'s" || w == "'" || w == "’s")
        })
    }

    fn compound(&self, noun: usize) -> Vec<usize> {
        self.children_in(noun, |v, c| matches!(v.relation(c), "compound" | "flat"))
    }

    fn complement_subject(&self, head: usize) -> Vec<usize> {
        let clauses = self.view.children(head).iter().copied();
        let clause = clauses
            .filter(|&c| matches!(self.view.relation(c), "ccomp" | "xcomp" | "acl" | "advcl"));
        for verb in clause {
            let own = self
                .view
                .children(verb)
                .iter()
                .copied()
                .find(|&c| self.view.relation(c) == "nsubj");
            let found = self.of_head(own);
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    fn of_head(&self, head: Option<usize>) -> Vec<usize> {
        head.map(|h| self.of_phrase(h)).unwrap_or_default()
    }

    /// Mentions that a noun phrase names, with its conjuncts: the one on its head, one in apposition, or the one it belongs to.
    pub fn of_phrase(&self, head: usize) -> Vec<usize> {
        let mut found = self.single(head).into_iter().collect::<Vec<_>>();
        for &c in self.view.children(head) {
            if self.view.relation(c) == "conj" {
                found.extend(self.of_phrase(c));
            }
        }
        let mut seen = Vec::new();
        found.retain(|m| {
            !seen.contains(m) && {
                seen.push(*m);
                true
            }
        });
        found
    }

    fn single(&self, head: usize) -> Option<usize> {
        let view = self.view;
        if let Some(m) = self.usable(head) {
            return Some(m);
        }
        let ranks: [&[&str]; 3] = [
            &["flat", "appos"],
            &["nmod", "compound", "amod", "det"],
            &["nummod", "obl", "acl"],
        ];
        for (rank, relations) in ranks.iter().enumerate() {
            for &c in view
                .children(head)
                .iter()
                .filter(|&&c| relations.contains(&view.relation(c)))
            {
                let below = if rank == 1 {
                    self.usable(c).or_else(|| self.single(c))
                } else {
                    self.usable(c)
                };
                if below.is_some() && (rank < 2) {
                    return below;
                }
            }
        }
        None
    }

    fn usable(&self, token: usize) -> Option<usize> {
        let index = self.view.mention_at.get(token).copied().flatten()?;
        let mention = self.mentions.get(index)?;
        (mention.form != MentionForm::Pronoun || mention.confidence > 0.0).then_some(index)
    }

    /// The place of an event: a place phrase on the head, its support verb or its object.
    pub fn place(&self, head: usize) -> Option<usize> {
        let heads = [Some(head), self.support_verb(head), self.object(head)];
        heads.into_iter().flatten().find_map(|h| {
            let phrases = self
                .view
                .children(h)
                .iter()
                .copied()
                .filter(|&c| matches!(self.view.relation(c), "obl" | "nmod"));
            phrases
                .filter(|&c| {
                    self.view
                        .cases(c)
                        .any(|w| self.view.cues.place_adpositions.contains(w))
                })
                .find_map(|c| {
                    self.view
                        .mention_at
                        .get(c)
                        .copied()
                        .flatten()
                        .filter(|&m| self.is_place(m))
                })
        })
    }

    fn is_place(&self, index: usize) -> bool {
        self.mentions
            .get(index)
            .is_some_and(|m| matches!(m.class, EntityClass::Place | EntityClass::Country))
    }
}
