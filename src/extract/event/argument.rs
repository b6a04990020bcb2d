//! Finds who takes part: the mentions that stand in the slots of a trigger's frame.
//!
//! In: a [`View`], a [`Hit`], its frame. Out: mention indices by role. Invariants: a mention takes one role in an event; an empty list means that
//! the text names no one there. The grammar (passives, control, relative clauses) is that of [`Clause`]; this file only maps slots to mentions.

use super::attribution;
use super::trigger::Hit;
use super::view::View;
use crate::base::analysis::{EntityClass, Mention, MentionForm, RoleObject, Upos};
use crate::extract::syntax::Clause;
use crate::extract::syntax::clause::Oblique;
use crate::lexicon::triggers::{Frame, NominalSlots, Slot};

/// How deep inside a noun phrase a mention may stand ("positions of the Palestinian security forces").
const DEPTH: usize = 3;

/// How far behind the word that opens a source its name may stand, in tokens.
const SOURCE_REACH: usize = 8;

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
    /// Its grammar.
    pub clause: &'s Clause<'a>,
    /// Mentions of the article.
    pub mentions: &'s [Mention],
    /// Noun habits of the language.
    pub nominal: &'s NominalSlots,
}

impl Search<'_, '_> {
    /// Fills the frame of a hit.
    pub fn participants(&self, hit: &Hit<'_>, frame: &Frame) -> Participants {
        let mut found = Participants::default();
        if !hit.verbal && !self.goes_between(frame) {
            found.actors = self.between(hit.head);
            found.equals = self.several(&found.actors);
        }
        if found.equals {
            found.reasons.push("parties named as equals".to_owned());
        } else {
            found.actors = self.first(hit, &frame.agent, &[], &mut found.reasons);
            let taken = found.actors.clone();
            found.recipients = self.first(hit, &frame.recipient, &taken, &mut found.reasons);
            if found.actors.is_empty() && frame.agent == [Slot::Speaker] {
                return Participants::default();
            }
            if found.actors.is_empty()
                && !frame.agent.is_empty()
                && self.misread_subject(hit, &found.recipients)
            {
                found
                    .reasons
                    .push("the first name of an active clause acts".to_owned());
                found.actors = std::mem::take(&mut found.recipients);
                let taken = found.actors.clone();
                found.recipients = self.first(hit, &frame.recipient, &taken, &mut found.reasons);
            }
            let taken = found.actors.clone();
            if found.actors.is_empty()
                && !frame.agent.is_empty()
                && hit.verbal
                && !self.clause.is_passive(hit.head)
            {
                self.split_at_verb(hit.head, &mut found);
            }
            let among_equals = self.several(&found.actors) && frame.agent.contains(&Slot::Both);
            if found.recipients.is_empty()
                && hit.verbal
                && !frame.recipient.is_empty()
                && !among_equals
            {
                found.recipients = self.content(hit.head, &taken);
                found.reasons.push("named in the content".to_owned());
            }
        }
        self.mend(hit, frame.agent.contains(&Slot::Both), &mut found);
        let taken = [found.actors.clone(), found.recipients.clone()].concat();
        found.mediators = self.first(hit, &frame.mediator, &taken, &mut found.reasons);
        found
    }

    /// Are the mentions more than one actor ("both leaders" are two)?
    pub(super) fn several(&self, mentions: &[usize]) -> bool {
        let pair = |m: &usize| {
            let mention = self.mentions.get(*m);
            mention.is_some_and(|m| m.form == MentionForm::Pronoun && m.plural)
        };
        mentions.len() > 1 || mentions.iter().any(pair)
    }

    fn first(
        &self,
        hit: &Hit<'_>,
        slots: &[Slot],
        taken: &[usize],
        reasons: &mut Vec<String>,
    ) -> Vec<usize> {
        // A preposition whose noun is the actor itself comes before one whose noun only mentions an actor.
        let direct = slots.iter().filter(|s| matches!(s, Slot::Prep(_)));
        for slot in direct.take(if hit.verbal { slots.len() } else { 0 }) {
            if self.earlier_slot_names(hit, slots, slot, taken) {
                break;
            }
            let heads: Vec<usize> = self.of_verb(hit.head, slot);
            let heads: Vec<usize> = heads
                .into_iter()
                .filter(|&h| self.on(h).is_some())
                .collect();
            let mut mentions = self.mentions_of(&heads);
            mentions.retain(|m| !taken.contains(m) && !self.is_own(*m));
            if !mentions.is_empty() {
                reasons.push(format!("{slot:?}"));
                return mentions;
            }
        }
        // "voiced his support for X": a possessive is taken where no other slot names anyone.
        let mut owner = Vec::new();
        for slot in slots {
            if *slot == Slot::Speaker {
                let mut speaker: Vec<usize> =
                    attribution::reporter(self, hit.head).into_iter().collect();
                speaker.retain(|m| !taken.contains(m));
                if !speaker.is_empty() {
                    reasons.push("who says so".to_owned());
                    return speaker;
                }
                continue;
            }
            let heads = if hit.verbal {
                self.of_verb(hit.head, slot)
            } else {
                self.of_noun(hit.head, slot)
            };
            let mut mentions = self.mentions_of(&heads);
            mentions.retain(|m| !taken.contains(m) && !self.is_own(*m));
            if !taken.is_empty() && mentions.iter().all(|&m| self.is_possessive(m)) {
                owner = if owner.is_empty() { mentions } else { owner };
                continue;
            }
            if !mentions.is_empty() {
                reasons.push(format!("{slot:?}"));
                return mentions;
            }
        }
        owner
    }

    /// Is the mention a possessive ("its", "sina")?
    fn is_possessive(&self, mention: usize) -> bool {
        let pronoun = self
            .mentions
            .get(mention)
            .is_some_and(|m| m.form == MentionForm::Pronoun);
        let own = |t: usize| {
            self.on(t) == Some(mention) && self.view.cues.own.contains(self.view.form(t))
        };
        pronoun && (0..self.view.len()).any(own)
    }

    /// Does a slot without a preposition that stands before `slot` in the frame name anyone?
    fn earlier_slot_names(
        &self,
        hit: &Hit<'_>,
        slots: &[Slot],
        slot: &Slot,
        taken: &[usize],
    ) -> bool {
        let earlier = slots.iter().take_while(|s| *s != slot);
        let mut plain = earlier.filter(|s| !matches!(s, Slot::Prep(_) | Slot::Speaker));
        plain.any(|s| {
            let mentions = self.mentions_of(&self.of_verb(hit.head, s));
            mentions
                .iter()
                .any(|m| !taken.contains(m) && !self.is_own(*m))
        })
    }

    /// Is the mention a group that the subject calls its own ("drew back its troops")?
    fn is_own(&self, mention: usize) -> bool {
        let nominal = self
            .mentions
            .get(mention)
            .is_some_and(|m| m.form == MentionForm::Nominal && m.country.is_none());
        let possessed = |t: usize| {
            let own = |&c: &usize| self.view.cues.own.contains(self.view.form(c));
            self.on(t) == Some(mention) && self.view.children(t).iter().any(own)
        };
        nominal && (0..self.view.len()).any(possessed)
    }

    /// Heads of the phrases in a slot of a verb.
    fn of_verb(&self, verb: usize, slot: &Slot) -> Vec<usize> {
        let clause = self.clause;
        match slot {
            Slot::Subject | Slot::Both => {
                let mut subjects = self.glued(verb).unwrap_or_else(|| clause.subjects(verb));
                subjects.extend(self.misplaced_agents(verb, &subjects));
                let second = self.second_subject(verb);
                subjects.retain(|s| !second.contains(s));
                subjects
            }
            Slot::Object => [
                clause.objects(verb),
                self.second_subject(verb),
                self.bare(verb),
            ]
            .concat(),
            Slot::Indirect => [clause.indirect_objects(verb), self.bare(verb)].concat(),
            Slot::Prep(word) => self.adpositional(verb, word),
            Slot::Genitive => {
                let objects = clause.objects(verb).into_iter();
                objects.flat_map(|o| clause.possessors(o)).collect()
            }
            Slot::Complement => self.complement_subjects(verb),
            Slot::Speaker => Vec::new(),
        }
    }

    /// "Am Abend versprach Putin, …": a name that the parser glued to an active verb is its subject.
    fn glued(&self, verb: usize) -> Option<Vec<usize>> {
        let name = |&&c: &&usize| self.view.relation(c) == "flat" && self.on(c).is_some();
        let first = *self.view.children(verb).iter().find(name)?;
        (!self.clause.is_passive(verb)).then(|| self.clause.conjuncts(first))
    }

    /// "dödades flera soldater av turkisk militär": the agent of a passive that the parser hung on the noun before it. Only states and groups, for
    /// "employees of a company" look the same in some languages.
    fn misplaced_agents(&self, verb: usize, agents: &[usize]) -> Vec<usize> {
        if !agents.is_empty() || !self.clause.is_passive(verb) {
            return Vec::new();
        }
        let acts = |&h: &usize| {
            let mention = self.on(h).and_then(|m| self.mentions.get(m));
            mention.is_some_and(|m| matches!(m.class, EntityClass::Country | EntityClass::Group))
        };
        let by = |o: &Oblique| self.view.cues.agent_adpositions.contains(&o.case);
        let subjects = self.clause.surface_subjects(verb).into_iter();
        subjects
            .flat_map(|s| self.clause.obliques(s))
            .filter(by)
            .map(|o| o.head)
            .filter(acts)
            .collect()
    }

    /// A clause has one subject: where the parser found two in an active clause, the later one is the object.
    fn second_subject(&self, verb: usize) -> Vec<usize> {
        let own = |&c: &usize| self.view.deprel(c) == "nsubj" && !self.mentions_of(&[c]).is_empty();
        let mut subjects = self
            .view
            .children(verb)
            .iter()
            .copied()
            .filter(own)
            .skip(1)
            .peekable();
        if subjects.peek().is_none() || self.clause.is_passive(verb) {
            return Vec::new();
        }
        subjects.flat_map(|s| self.clause.conjuncts(s)).collect()
    }

    /// Named phrases on a verb without adposition or role: in languages with case these are objects.
    fn bare(&self, verb: usize) -> Vec<usize> {
        let phrases = self.clause.obliques(verb).into_iter();
        phrases
            .filter(|o| o.case.is_empty() && self.on(o.head).is_some())
            .map(|o| o.head)
            .collect()
    }

    /// Heads of the phrases in a slot of a noun; what the noun lacks its support verb may carry.
    fn of_noun(&self, noun: usize, slot: &Slot) -> Vec<usize> {
        let support = self.support_verb(noun);
        let carried = |slot: &Slot| support.map(|v| self.of_verb(v, slot)).unwrap_or_default();
        let or = |own: Vec<usize>, other: Vec<usize>| {
            if self.mentions_of(&own).is_empty() {
                other
            } else {
                own
            }
        };
        match slot {
            Slot::Subject | Slot::Both => {
                let own = [
                    self.clause.possessors(noun),
                    self.any(noun, &self.nominal.agent),
                    self.modifiers(noun),
                ]
                .concat();
                or(
                    own,
                    if self.is_subject_of_passive(noun) {
                        Vec::new()
                    } else {
                        or(carried(&Slot::Subject), self.predicated_of(noun))
                    },
                )
            }
            Slot::Object => self.any(noun, &self.nominal.object),
            Slot::Prep(word) => or(
                or(self.adpositional(noun, word), self.nested(noun, word)),
                support
                    .map(|v| self.adpositional(v, word))
                    .unwrap_or_default(),
            ),
            Slot::Genitive => self.clause.possessors(noun),
            Slot::Indirect => carried(&Slot::Indirect),
            Slot::Complement => self.complement_subjects(noun),
            Slot::Speaker => Vec::new(),
        }
    }

    /// "the sanctions of the US against Venezuela": a phrase that the parser hung on the owner instead of on the noun.
    fn nested(&self, noun: usize, word: &str) -> Vec<usize> {
        let owners = self.clause.possessors(noun).into_iter();
        let phrases = self.clause.obliques(noun).into_iter().map(|o| o.head);
        owners
            .chain(phrases)
            .filter(|&o| self.on(o).is_some())
            .flat_map(|o| self.clause.obliques_by(o, &[word]))
            .collect()
    }

    /// Who is on a visit, in talks, in Rome for talks: the subject of the clause whose predicate the noun is, or whose predicate it belongs to.
    fn predicated_of(&self, noun: usize) -> Vec<usize> {
        let above = self
            .view
            .head(noun)
            .filter(|_| matches!(self.view.relation(noun), "obl" | "nmod" | "advcl" | "xcomp"));
        for head in std::iter::once(noun).chain(above) {
            let children = self.view.children(head).iter().copied();
            let copula = children.clone().any(|c| self.view.relation(c) == "cop")
                || self.view.upos(head) == Upos::Aux;
            let subject = children
                .filter(|&c| self.view.relation(c) == "nsubj" && c != noun)
                .find(|_| copula);
            if let Some(subject) = subject {
                return self.clause.conjuncts(subject);
            }
        }
        Vec::new()
    }

    fn is_subject_of_passive(&self, noun: usize) -> bool {
        self.view.relation(noun) == "nsubj" && self.view.deprel(noun) != "nsubj:pass"
    }

    /// The verb that carries a noun ("held" of "held talks"), if the noun hangs on one.
    pub fn support_verb(&self, noun: usize) -> Option<usize> {
        let head = self.view.head(noun)?;
        let carried = matches!(self.view.relation(noun), "obj" | "nsubj" | "obl" | "xcomp");
        (carried && self.view.is_any(head, self.nominal.support.iter())).then_some(head)
    }

    /// Phrases opened by `word`, on the head or on its objects.
    fn adpositional(&self, head: usize, word: &str) -> Vec<usize> {
        let own = self.clause.obliques_by(head, &[word]);
        if !own.is_empty() {
            return own;
        }
        let objects = self.clause.objects(head).into_iter();
        objects
            .flat_map(|o| self.clause.obliques_by(o, &[word]))
            .collect()
    }

    fn any(&self, noun: usize, words: &[String]) -> Vec<usize> {
        let found = words.iter().map(|w| self.clause.obliques_by(noun, &[w]));
        found
            .into_iter()
            .find(|f| !self.mentions_of(f).is_empty())
            .unwrap_or_default()
    }

    /// Names in front of a noun ("the Trump visit", "US sanctions").
    fn modifiers(&self, noun: usize) -> Vec<usize> {
        let names = |&c: &usize| matches!(self.view.relation(c), "compound" | "amod" | "flat");
        // "EU-Sanktionen", "US-Zölle": the first part of the word itself, if it is a short form; "Iran-Sanktionen" are those against Iran.
        let short = |m: &&Mention| {
            let name = m.span.of(self.view.text);
            m.class == EntityClass::Organisation || !name.contains(char::is_lowercase)
        };
        let own = self.on(noun).and_then(|m| self.mentions.get(m));
        let named = |m: &&Mention| matches!(m.form, MentionForm::Name | MentionForm::Metonym);
        let part = own.filter(named).filter(short);
        let mut found: Vec<usize> = part.map(|_| noun).into_iter().collect();
        found.extend(self.view.children(noun).iter().copied().filter(names));
        found
    }

    /// Does the frame itself ask for the two parties (mediation "between X and Y")?
    fn goes_between(&self, frame: &Frame) -> bool {
        let asked = |s: &Slot| matches!(s, Slot::Prep(word) if self.nominal.between.contains(word));
        frame.recipient.iter().any(asked)
    }

    fn between(&self, noun: usize) -> Vec<usize> {
        let at = |head: usize| {
            let phrases = self
                .nominal
                .between
                .iter()
                .map(|w| self.clause.obliques_by(head, &[w]));
            phrases.map(|p| self.mentions_of(&p)).find(|m| m.len() > 1)
        };
        at(noun)
            .or_else(|| self.support_verb(noun).and_then(at))
            .unwrap_or_default()
    }

    /// Of several names found around an active verb without a subject, those before it act and those behind it are acted upon.
    fn split_at_verb(&self, verb: usize, found: &mut Participants) {
        let at = |m: &usize| self.view.mention_at.iter().position(|x| *x == Some(*m));
        let (before, behind): (Vec<usize>, Vec<usize>) = found
            .recipients
            .iter()
            .copied()
            .partition(|m| at(m).is_some_and(|t| t < verb));
        if !before.is_empty() && !behind.is_empty() {
            found.reasons.push("names before the verb act".to_owned());
            (found.actors, found.recipients) = (before, behind);
        }
    }

    /// Does an active clause without a subject open with the mentions that were taken for its object? Free word order misleads the parser.
    fn misread_subject(&self, hit: &Hit<'_>, mentions: &[usize]) -> bool {
        let clause_verb = hit.verbal
            && !self.clause.is_passive(hit.head)
            && self.clause.surface_subjects(hit.head).is_empty();
        let at = |m: usize| self.view.mention_at.iter().position(|x| *x == Some(m));
        let first = mentions.first().and_then(|m| at(*m));
        let finite = self
            .clause
            .auxiliaries(hit.head)
            .into_iter()
            .min()
            .unwrap_or(hit.head)
            .min(hit.head);
        let opens = |t: usize| {
            t < finite && (0..t).all(|i| self.on(i).is_none() || self.on(i) == self.on(t))
        };
        let plain = |t: usize| self.clause.case(t).is_empty();
        clause_verb && first.is_some_and(|t| opens(t) && plain(t))
    }

    /// Whom the content of an act is about: the first mention below the verb that is neither its subject nor in a clause of circumstance
    /// ("threatened to break relations with Russia", "prevented the demonstration of students").
    pub(super) fn content(&self, verb: usize, taken: &[usize]) -> Vec<usize> {
        let view = self.view;
        let mut queue: Vec<usize> = vec![verb];
        let subject = view
            .children(verb)
            .iter()
            .copied()
            .find(|&c| view.relation(c) == "nsubj");
        let object_behind = view
            .children(verb)
            .iter()
            .any(|&c| view.relation(c) == "obj" && c > verb);
        let mut tokens = Vec::new();
        let mut at = 0;
        while let Some(&i) = queue.get(at) {
            at += 1;
            let inner = view.children(i).iter().copied().filter(|&c| {
                let aside = matches!(
                    view.relation(c),
                    "nsubj" | "parataxis" | "discourse" | "vocative"
                ) || self.stands_apart(c)
                    || view.deprel(c) == "acl:relcl"
                    || view.relation(c) == "acl" && self.is_relative_clause(c)
                    || view.relation(c) == "conj" && view.upos(c) == Upos::Verb
                    || view.deprel(c) == "obl:agent";
                // "After talks with X, Y lifted …", "har under X tagit avstånd": what stands before the subject, or before a verb whose object
                // follows it, sets the scene.
                let early = object_behind || subject.is_some_and(|s| c < s);
                let scene = i == verb && view.relation(c) == "obl" && c < verb && early;
                !aside
                    && !scene
                    && !self.is_source(c)
                    && view.timex_at.get(c).is_none_or(Option::is_none)
            });
            queue.extend(inner);
            tokens.extend((i != verb).then_some(i));
        }
        tokens.sort_unstable();
        let named = |acting: bool| {
            let fits = |&&t: &&usize| {
                self.on(t).is_some_and(|m| {
                    !taken.contains(&m) && !self.is_own(m) && self.is_plain_place(m) != acting
                })
            };
            tokens.iter().find(fits).copied()
        };
        let first = named(true).or_else(|| named(false));
        let mut found = first
            .map(|t| self.mentions_of(&self.clause.conjuncts(t)))
            .unwrap_or_default();
        found.retain(|m| !taken.contains(m));
        found
    }

    /// Is it a clause of its own beside the one it hangs on? "threatened to leave", without a subject and without "after" or "because", is none.
    fn stands_apart(&self, clause: usize) -> bool {
        let subject = |&c: &usize| self.view.relation(c) == "nsubj";
        self.view.relation(clause) == "advcl"
            && (self.view.children(clause).iter().any(subject) || !self.opens_infinitive(clause))
    }

    /// Is the first word of the clause the mark of the infinitive, right behind the verb, its particle or an adverb?
    fn opens_infinitive(&self, clause: usize) -> bool {
        let marks = |&c: &usize| self.view.relation(c) == "mark" && c < clause;
        let mut own = self.view.children(clause).iter().copied().filter(marks);
        let (Some(first), None) = (own.next(), own.next()) else {
            return false;
        };
        let case = |&c: &usize| self.view.relation(c) == "case";
        let bare = !self.view.children(clause).iter().any(case);
        bare && self
            .view
            .cues
            .infinitive_marks
            .contains(self.view.form(first))
    }

    /// Is the subject of the verb a pronoun, or a noun like one, that no mention stands on?
    pub fn pronoun_subject(&self, verb: usize) -> bool {
        let subjects = self.clause.surface_subjects(verb);
        let stands_in = |s: usize| {
            self.view.upos(s) == Upos::Pron
                || self.view.cues.speaker_nouns.contains(self.view.form(s))
        };
        subjects
            .iter()
            .any(|&s| stands_in(s) && self.on(s).is_none())
    }

    fn complement_subjects(&self, head: usize) -> Vec<usize> {
        let clauses = self.view.children(head).iter().copied();
        let content = |&c: &usize| {
            matches!(self.view.relation(c), "ccomp" | "xcomp" | "acl" | "advcl")
                && !self.clause.is_circumstance(c)
        };
        let subjects = clauses.filter(content).map(|c| {
            let own = |&g: &usize| self.view.relation(g) == "nsubj";
            self.view
                .children(c)
                .iter()
                .copied()
                .filter(own)
                .flat_map(|g| self.clause.conjuncts(g))
                .collect::<Vec<_>>()
        });
        subjects
            .into_iter()
            .find(|s| !self.mentions_of(s).is_empty())
            .unwrap_or_default()
    }

    /// Mentions that noun phrases name, each once, in order.
    pub fn mentions_of(&self, heads: &[usize]) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for &head in heads.iter().filter(|&&h| !self.is_source(h)) {
            for mention in self.of_phrase(head) {
                if !found.contains(&mention) {
                    found.push(mention);
                }
            }
        }
        let owned: Vec<usize> = found.iter().flat_map(|&m| self.owners(m, &found)).collect();
        found.retain(|m| !owned.contains(m));
        found
    }

    /// Does a relative pronoun stand in the clause? Some treebanks have no label of its own for these.
    fn is_relative_clause(&self, verb: usize) -> bool {
        let children = self.view.children(verb).iter();
        children
            .copied()
            .any(|c| self.clause.antecedent(c).is_some())
    }

    /// "According to X" names a source, not one who takes part.
    fn is_source(&self, head: usize) -> bool {
        let opens = |&c: &usize| {
            self.view.relation(c) == "case"
                && self.view.in_set(c, &self.view.cues.source_adpositions)
        };
        self.view.cues.source_nouns.contains(self.view.form(head))
            || self.view.children(head).iter().any(opens)
            || self.is_behind_source(head)
    }

    /// "Laut eines Berichts der Zeitung X …": does a word of source open the phrase, with no verb or comma between?
    fn is_behind_source(&self, head: usize) -> bool {
        let view = self.view;
        let passing = |&t: &usize| {
            !matches!(
                view.upos(t),
                Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj
            ) && view.form(t) != ","
        };
        let left = (head.saturating_sub(SOURCE_REACH)..head).rev();
        left.take_while(passing)
            .any(|t| view.upos(t) == Upos::Adp && view.in_set(t, &view.cues.source_adpositions))
    }

    /// Mentions among `found` that only say whose president or spokesperson `holder` is.
    fn owners(&self, holder: usize, found: &[usize]) -> Vec<usize> {
        let Some(object) = self
            .mentions
            .get(holder)
            .and_then(|m| m.role.as_ref())
            .and_then(|r| r.object.as_ref())
        else {
            return Vec::new();
        };
        let owns = |&&m: &&usize| match object {
            RoleObject::Mention(owner) => m == *owner,
            RoleObject::Entry(entry) => self
                .mentions
                .get(m)
                .is_some_and(|x| x.entry.as_ref() == Some(entry)),
        };
        found.iter().filter(owns).copied().collect()
    }

    fn of_phrase(&self, head: usize) -> Vec<usize> {
        if let Some(mention) = self.on(head) {
            let states = self.states_of(head, mention);
            return if states.is_empty() {
                vec![mention]
            } else {
                states
            };
        }
        self.inside(head, DEPTH)
    }

    /// "the foreign ministers of Chile and Peru": a group of several states is these states.
    fn states_of(&self, head: usize, mention: usize) -> Vec<usize> {
        // "Außenminister" is one or many; those of two states are two.
        let whose = |m: &Mention| matches!(m.form, MentionForm::Nominal | MentionForm::Role);
        if !self.mentions.get(mention).is_some_and(whose) {
            return Vec::new();
        }
        let phrases = self.clause.obliques(head).into_iter().map(|o| o.head);
        let beside = self.clause.appositions(head);
        let owners = self
            .clause
            .possessors(head)
            .into_iter()
            .chain(phrases)
            .chain(beside);
        let mut states: Vec<usize> = owners
            .flat_map(|o| self.clause.conjuncts(o))
            .filter_map(|o| self.on(o))
            .filter(|&m| {
                let class = self.mentions.get(m).map(|m| m.class);
                m != mention && class == Some(EntityClass::Country)
            })
            .collect();
        states.dedup();
        if states.len() > 1 { states } else { Vec::new() }
    }

    /// The mention in apposition to a head, else those the head belongs to or is described by.
    fn inside(&self, head: usize, depth: usize) -> Vec<usize> {
        let of = |relations: &'static [&'static str]| {
            self.view
                .children(head)
                .iter()
                .copied()
                .filter(move |&c| relations.contains(&self.view.relation(c)))
        };
        if let Some(mention) = of(&["flat", "appos"]).find_map(|c| self.on(c)) {
            return vec![mention];
        }
        if depth == 0 {
            return Vec::new();
        }
        // "his Indian counterpart": whose it is says least.
        let own = |c: &usize| self.view.cues.own.contains(self.view.form(*c));
        let mut parts: Vec<usize> = of(&["nmod", "compound", "amod", "appos", "flat"]).collect();
        parts.sort_by_key(own);
        for c in parts {
            let phrases = self.clause.conjuncts(c);
            let found: Vec<usize> = phrases
                .into_iter()
                .filter_map(|p| {
                    self.on(p)
                        .or_else(|| self.inside(p, depth - 1).first().copied())
                })
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// The mention that stands on a token.
    pub fn on(&self, token: usize) -> Option<usize> {
        self.view.mention_at.get(token).copied().flatten()
    }

    /// Who a verb's subjects name.
    pub fn speaker(&self, verb: usize) -> Option<usize> {
        self.mentions_of(&self.clause.subjects(verb))
            .first()
            .copied()
    }

    /// The place of an event: a place phrase on the head, its support verb or its object.
    pub fn place(&self, head: usize) -> Option<usize> {
        let mut heads = vec![head];
        heads.extend(self.support_verb(head));
        if self.view.upos(head) == Upos::Verb {
            heads.extend(self.clause.objects(head));
        }
        let phrases: Vec<Oblique> = heads
            .into_iter()
            .flat_map(|h| self.clause.obliques(h))
            .collect();
        let inner = |o: &Oblique| self.clause.obliques(o.head);
        let second: Vec<Oblique> = phrases.iter().flat_map(inner).collect();
        let third: Vec<Oblique> = second.iter().flat_map(inner).collect();
        let attached = [phrases, second, third].concat();
        attached
            .iter()
            .find_map(|o| self.place_in(o))
            .or_else(|| self.place_behind(head))
    }

    /// Where attachment fails: the first place with its preposition behind the head, before another verb.
    fn place_behind(&self, head: usize) -> Option<usize> {
        let view = self.view;
        let same_clause = |&t: &usize| view.upos(t) != Upos::Verb;
        (head + 1..view.len())
            .take_while(same_clause)
            .find_map(|t| {
                let opened = view
                    .cues
                    .place_adpositions
                    .contains(view.form(t.saturating_sub(1)));
                self.on(t).filter(|&m| opened && self.is_plain_place(m))
            })
    }

    /// The place a phrase names, if a preposition of place opens it ("am Flughafen Baku").
    fn place_in(&self, phrase: &Oblique) -> Option<usize> {
        let opens = self.view.cues.place_adpositions.contains(&phrase.case);
        let named = opens.then(|| self.mentions_of(&[phrase.head]))?;
        named.into_iter().find(|&m| self.is_place(m))
    }

    /// Is the mention a place that does not act?
    pub fn is_plain_place(&self, index: usize) -> bool {
        self.mentions
            .get(index)
            .is_some_and(|m| m.class == EntityClass::Place)
    }

    fn is_place(&self, index: usize) -> bool {
        let named = |m: &&Mention| m.form != MentionForm::Nominal;
        let class = self.mentions.get(index).filter(named).map(|m| m.class);
        matches!(class, Some(EntityClass::Place | EntityClass::Country))
    }
}
