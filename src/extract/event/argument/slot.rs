//! Which phrases of a sentence stand in a slot of a frame.
//!
//! In: the head of a trigger, a slot. Out: heads of phrases, whoever they name. The grammar (passives, control, relative clauses) is that of
//! [`Clause`](crate::extract::syntax::Clause); what parsers are known to misplace is looked for here. Does not: choose between slots.

use super::Search;
use crate::base::analysis::Mention;
use crate::base::analysis::{EntityClass, MentionForm, Upos};
use crate::extract::syntax::clause::Oblique;
use crate::lexicon::triggers::Slot;
use crate::lexicon::word_set::WordSet;

impl Search<'_, '_> {
    /// Heads of the phrases in a slot of a verb.
    pub fn of_verb(&self, verb: usize, slot: &Slot) -> Vec<usize> {
        let clause = self.clause;
        match slot {
            Slot::Subject | Slot::Both => {
                let mut subjects = self.glued(verb).unwrap_or_else(|| clause.subjects(verb));
                if let Some(subject) = self.told_of(&subjects) {
                    subjects = clause.conjuncts(subject);
                }
                subjects.extend(self.misplaced_agents(verb, &subjects));
                let second = self.second_subject(verb);
                subjects.retain(|s| !second.contains(s));
                subjects
            }
            Slot::Object => {
                let mut objects = [
                    clause.objects(verb),
                    self.second_subject(verb),
                    self.bare(verb),
                ]
                .concat();
                objects.retain(|&o| !self.is_misread_agent(verb, o) && !self.is_instead(o));
                objects
            }
            Slot::Indirect => [
                clause.indirect_objects(verb),
                self.bare(verb),
                self.first_of_two(verb),
            ]
            .concat(),
            Slot::Prep(word) => self.adpositional(verb, word),
            Slot::Genitive => {
                let owners = |heads: Vec<usize>| -> Vec<usize> {
                    let heads = heads.into_iter();
                    heads.flat_map(|o| clause.possessors(o)).collect()
                };
                let of_objects = owners(clause.objects(verb));
                if of_objects.is_empty() {
                    owners(clause.obliques(verb).iter().map(|o| o.head).collect())
                } else {
                    of_objects
                }
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
        let children = self.view.children(verb).iter().copied();
        let own: Vec<usize> = children
            .filter(|&c| self.is_misread_agent(verb, c))
            .collect();
        if !own.is_empty() {
            return own;
        }
        let acts = |&h: &usize| {
            let mention = self.on(h).and_then(|m| self.mentions.get(m));
            mention.is_some_and(|m| matches!(m.class, EntityClass::Country | EntityClass::Group))
        };
        let by = |o: &&Oblique| self.view.cues.agent_adpositions.contains(&o.case);
        let subjects = self.clause.surface_subjects(verb).into_iter();
        // "Kenyas utvisning av fyra flyktingar kritiserades": those suffer what the noun tells, and its owner does it.
        let owned =
            |s: &usize| self.deeds.contains_key(s) && !self.clause.possessors(*s).is_empty();
        let found: Vec<usize> = subjects
            .filter(|s| !owned(s))
            .flat_map(|s| self.clause.obliques(s))
            .filter(by)
            .map(|o| o.head)
            .filter(acts)
            .collect();
        if found.is_empty() {
            self.agents_further_in(verb)
        } else {
            found
        }
    }

    /// "was sentenced to life in prison by X": the agent of a passive below another phrase of it, where its preposition opens nothing but agents and the
    /// noun before it is no act of its own.
    fn agents_further_in(&self, verb: usize) -> Vec<usize> {
        let only = |o: &&Oblique| {
            self.view.cues.agent_adpositions.contains(&o.case)
                && !self.nominal.of.contains(&o.case)
                && self.on(o.head).is_some()
        };
        let named = |m: usize| {
            let form = self.mentions.get(m).map(|m| m.form);
            matches!(form, Some(MentionForm::Name | MentionForm::Metonym))
        };
        let thing = |h: &usize| !self.deeds.contains_key(h) && !self.on(*h).is_some_and(named);
        let mut phrases: Vec<usize> = self.clause.obliques(verb).iter().map(|o| o.head).collect();
        phrases.extend(self.clause.objects(verb));
        for _ in 0..2 {
            phrases.retain(thing);
            let inner = phrases.iter().flat_map(|&p| self.clause.obliques(p));
            let agents: Vec<usize> = inner.clone().filter(only).map(|o| o.head).collect();
            if !agents.is_empty() {
                return agents;
            }
            phrases = inner.map(|o| o.head).collect();
        }
        Vec::new()
    }

    /// "wurde von Senegals Präsident X empfangen": what stands behind the preposition of the agent is no object of a passive, whatever the parser says.
    fn is_misread_agent(&self, verb: usize, phrase: usize) -> bool {
        let by = |&c: &usize| {
            self.view.relation(c) == "case"
                && self.view.cues.agent_adpositions.contains(self.view.form(c))
        };
        self.view.relation(phrase) == "obj"
            && self.clause.is_passive(verb)
            && self.view.children(phrase).iter().any(by)
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
            // "Ministers from Peru, Chile and Bolivia met": behind a comma a list goes on.
            .filter(|&c| c == 0 || self.view.form(c - 1) != ",")
            // "X and his foreign minister Y met": what a conjunction joins before the verb acts with the first.
            .filter(|&c| !self.is_joined(verb, c))
            .peekable();
        if subjects.peek().is_none() || self.clause.is_passive(verb) {
            return Vec::new();
        }
        subjects.flat_map(|s| self.clause.conjuncts(s)).collect()
    }

    /// Does the subject stand before the verb, with a conjunction between it and the first one?
    fn is_joined(&self, verb: usize, subject: usize) -> bool {
        let view = self.view;
        let first = view
            .children(verb)
            .iter()
            .copied()
            .find(|&c| view.deprel(c) == "nsubj");
        let joined = |f: usize| (f..subject).any(|t| view.upos(t) == Upos::Cconj);
        subject < verb && first.is_some_and(joined)
    }

    /// "Kenya is one of the states that recognise X": whoever a sentence says to be what a relative clause tells of does it.
    fn told_of(&self, subjects: &[usize]) -> Option<usize> {
        let view = self.view;
        let [noun] = subjects[..] else {
            return None;
        };
        if self.on(noun).is_some() || view.upos(noun) != Upos::Noun {
            return None;
        }
        // "one of the states"
        let one = view.head(noun).filter(|&h| {
            let counts = matches!(view.upos(h), Upos::Num | Upos::Pron | Upos::Det);
            counts && view.relation(noun) == "nmod" && h < noun
        });
        let told = one.unwrap_or(noun);
        let part = |t: usize, relation: &str| {
            view.children(t)
                .iter()
                .copied()
                .find(|&c| view.relation(c) == relation)
        };
        let verb = if part(told, "cop").is_some() && part(told, "case").is_none() {
            told
        } else {
            let above = view.head(told)?;
            let bare = part(told, "case").is_none();
            let belongs =
                view.upos(above) == Upos::Aux && bare || view.in_set(above, &view.cues.belonging);
            belongs.then_some(above)?
        };
        part(verb, "nsubj").filter(|&s| s != told && s < noun && self.on(s).is_some())
    }

    /// "gave Kenya two million for a school in X": of two objects the first, if it is somebody's name and the second a thing, is who gets it.
    fn first_of_two(&self, verb: usize) -> Vec<usize> {
        let view = self.view;
        let objects = view.children(verb).iter().copied();
        let objects: Vec<usize> = objects.filter(|&c| view.deprel(c) == "obj").collect();
        match objects[..] {
            [first, second] if first < second => {
                let party = self.on(first).is_some_and(|m| !self.is_plain_place(m));
                let thing = self.on(second).is_none() && view.upos(second) == Upos::Noun;
                let given = party && thing && verb < first;
                if given {
                    self.clause.conjuncts(first)
                } else {
                    Vec::new()
                }
            }
            _ => Vec::new(),
        }
    }

    /// Named phrases on a verb without adposition or role: in languages with case these are objects.
    fn bare(&self, verb: usize) -> Vec<usize> {
        let phrases = self.clause.obliques(verb).iter();
        phrases
            .filter(|o| o.case.is_empty() && self.on(o.head).is_some())
            .map(|o| o.head)
            .collect()
    }

    /// Heads of the phrases in a slot of a noun; what the noun lacks its support verb may carry.
    pub(super) fn of_noun(&self, noun: usize, slot: &Slot) -> Vec<usize> {
        let support = self.support_verb(noun);
        // "took aim at X after the attack": that is somebody's own deed.
        let before = self.view.relation(noun) == "obl"
            && self.deeds.get(&noun).is_some_and(|d| d.conflict)
            && self.view.cues.sequence.contains(&self.clause.case(noun));
        let support = support.filter(|_| !before && !self.is_heeded(noun));
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
                let own = if *slot == Slot::Subject {
                    self.ranked_agents(noun).0
                } else {
                    Vec::new()
                };
                let loose = || {
                    [
                        self.clause.possessors(noun),
                        self.any(noun, &self.nominal.agent),
                        self.modifiers(noun),
                    ]
                    .concat()
                };
                let own = if own.is_empty() { loose() } else { own };
                // "During his visit to X, Y praised Z": a pronoun that nobody before stands behind is whoever the sentence tells of next.
                let ahead = !own.is_empty() && own.iter().all(|&o| self.is_unclaimed(o));
                let own = if ahead {
                    or(self.who_is_there(noun), own)
                } else {
                    own
                };
                let own = or(own, self.agents_of_noun(noun));
                let told = if self.is_subject_of_passive(noun) {
                    Vec::new()
                } else {
                    or(carried(&Slot::Subject), self.predicated_of(noun))
                };
                let both = *slot == Slot::Both;
                let there = if both {
                    self.who_goes_there(noun)
                } else {
                    Vec::new()
                };
                or(or(own, told), or(there, self.who_is_there(noun)))
            }
            Slot::Object => {
                let named = or(self.any(noun, &self.nominal.object), self.struck(noun));
                let named = or(named, self.ranked_agents(noun).1);
                or(named, self.where_it_is(noun))
            }
            Slot::Prep(word) => {
                let mut attributes = self.view.children(noun).iter().copied();
                let attribute = attributes.find(|&c| self.is_attribute(c));
                // "held a call with X after the meeting"
                let before = self.view.cues.sequence.contains(&self.clause.case(noun));
                let carriers = support.filter(|_| !before).into_iter().chain(attribute);
                let own = or(self.adpositional(noun, word), self.nested(noun, word));
                let opened = |&p: &usize| self.clause.case(p) == *word;
                let behind = || self.right_behind(noun).into_iter().filter(opened).collect();
                or(
                    or(own, behind()),
                    carriers.flat_map(|v| self.adpositional(v, word)).collect(),
                )
            }
            // "Rwanda's withdrawal", "the Rwandan withdrawal"
            Slot::Genitive => [self.clause.possessors(noun), self.modifiers(noun)].concat(),
            Slot::Indirect => carried(&Slot::Indirect),
            Slot::Complement => self.complement_subjects(noun),
            Slot::Speaker => Vec::new(),
        }
    }

    /// "Norwegens Verurteilung Kenias", "der Beschuss einer Stadt durch X", "Norges beslag av ett fartyg": of two who could both act, who stands behind the
    /// preposition of nothing but agents does, else who stands before the noun; the other one is acted upon. Both lists are empty where one only is named.
    pub(super) fn ranked_agents(&self, noun: usize) -> (Vec<usize>, Vec<usize>) {
        let owners = self.clause.possessors(noun);
        let names = |t: &[usize]| !self.mentions_of(t).is_empty();
        let (before, behind): (Vec<usize>, Vec<usize>) =
            owners.into_iter().partition(|&o| o < noun);
        let (only, also): (Vec<String>, Vec<String>) =
            self.nominal.agent.iter().cloned().partition(|w| {
                self.view.cues.agent_adpositions.contains(w.as_str())
                    && !self.nominal.of.contains(w)
                    && !self.nominal.object.contains(w)
            });
        let by = self.any(noun, &only);
        if names(&by) {
            let owners = [before, behind].concat();
            return if names(&owners) {
                (by, owners)
            } else {
                Default::default()
            };
        }
        let behind = [behind, self.any(noun, &also)].concat();
        if names(&before) && names(&behind) {
            (before, behind)
        } else {
            Default::default()
        }
    }

    /// "At X's request, Y sent ships": is it a noun of asking in front of what is done because of it?
    pub(in crate::extract::event) fn is_heeded(&self, noun: usize) -> bool {
        let kind = self.deeds.get(&noun);
        let kind = kind.and_then(|d| self.ontology.event_type(&d.event));
        let asks = kind.is_some_and(|k| k.aimed && k.awaits_answer);
        let below = self.view.relation(noun) == "obl";
        asks && below && self.nominal.heeds(&self.clause.case(noun))
    }

    /// "die von X verhängten Sanktionen", "the expulsion of diplomats by X": whose act the noun names by a participle before it, or by an agent that the
    /// parser hung on whoever suffers it.
    fn agents_of_noun(&self, noun: usize) -> Vec<usize> {
        let attributes = self.view.children(noun).iter().copied();
        let attributes = attributes.filter(|&c| {
            self.view.relation(c) == "amod" && self.view.in_set(c, &self.nominal.support)
        });
        let agents: Vec<usize> = attributes.flat_map(|c| self.clause.agents(c)).collect();
        if !agents.is_empty() {
            return agents;
        }
        let only = self.nominal.agent.iter();
        let mut only = only.filter(|w| {
            self.view.cues.agent_adpositions.contains(w.as_str()) && !self.nominal.of.contains(w)
        });
        only.find_map(|w| Some(self.nested(noun, w)).filter(|n| !n.is_empty()))
            .unwrap_or_default()
    }

    /// "is in X for a visit": the place that is the predicate of the clause.
    pub(super) fn where_it_is(&self, noun: usize) -> Vec<usize> {
        let place = |&h: &usize| {
            let copula = |&c: &usize| self.view.relation(c) == "cop";
            let case = self.clause.case(h);
            self.view.cues.place_adpositions.contains(&case)
                && self.view.children(h).iter().any(copula)
        };
        let below = matches!(self.view.relation(noun), "obl" | "nmod");
        let Some(head) = self.view.head(noun).filter(|_| below) else {
            return Vec::new();
        };
        if place(&head) {
            return vec![head];
        }
        // "Die Ministerin ist zu Gesprächen in X": the copula carries both phrases.
        if self.view.relation(head) != "cop" {
            return Vec::new();
        }
        let phrases = [noun, head]
            .into_iter()
            .flat_map(|h| self.clause.obliques(h));
        let opened = |o: &&Oblique| self.view.cues.place_adpositions.contains(&o.case);
        phrases.filter(opened).map(|o| o.head).collect()
    }

    /// "the sanctions of the US against Venezuela": a phrase that the parser hung on the owner instead of on the noun.
    fn nested(&self, noun: usize, word: &str) -> Vec<usize> {
        let owners = self.clause.possessors(noun).into_iter();
        let phrases = self.clause.obliques(noun).iter().map(|o| o.head);
        owners
            .chain(phrases)
            .filter(|&o| self.on(o).is_some())
            .flat_map(|o| self.clause.obliques_by(o, &[word]))
            .collect()
    }

    /// "lobte X bei einem Treffen mit Y" with Y at the praise: a phrase whose preposition stands right behind an act that is itself a circumstance belongs to
    /// that act.
    pub(in crate::extract::event) fn right_behind(&self, noun: usize) -> Vec<usize> {
        let phrases = self.sets(noun).map(|verb| self.clause.obliques(verb));
        let phrases = phrases.unwrap_or_default().iter().map(|o| o.head);
        let first = |p: usize| self.view.children(p).iter().copied().min();
        phrases.filter(|&p| first(p) == Some(noun + 1)).collect()
    }

    /// Who is on a visit, in talks, in Rome for talks: the subject of the clause whose predicate the noun is, or whose predicate it belongs to.
    fn predicated_of(&self, noun: usize) -> Vec<usize> {
        let above = self
            .view
            .head(noun)
            .filter(|_| matches!(self.view.relation(noun), "obl" | "nmod" | "advcl" | "xcomp"))
            // "is unhappy with the deal"
            .filter(|&h| self.view.upos(h) != Upos::Adj);
        for head in std::iter::once(noun).chain(above) {
            let children = self.view.children(head).iter().copied();
            let copula = children.clone().any(|c| self.view.relation(c) == "cop")
                || self.view.upos(head) == Upos::Aux;
            let subject = children
                .filter(|&c| self.view.relation(c) == "nsubj" && c != noun)
                .find(|_| copula);
            if let Some(subject) = subject.or_else(|| self.bare_subject(head, noun)) {
                return self.clause.conjuncts(subject);
            }
        }
        Vec::new()
    }

    /// "Die Ministerin war zu Besuch in X" with the minister as the predicate, "X zu Besuch in Y" with no verb at all: the name before the noun is on it.
    fn bare_subject(&self, head: usize, noun: usize) -> Option<usize> {
        let view = self.view;
        let up = if view.relation(head) == "cop" {
            view.head(head).filter(|&h| h < head)?
        } else {
            let verb = |t: usize| matches!(view.upos(t), Upos::Verb | Upos::Aux);
            let opened = !self.clause.case(noun).is_empty();
            (opened && head != noun && !(0..view.len()).any(verb)).then_some(head)?
        };
        let subject = |&c: &usize| view.relation(c) == "nsubj";
        let alone = view.head(up).is_none() && !view.children(up).iter().any(subject);
        (alone && up < noun && self.on(up).is_some()).then_some(up)
    }

    /// Has the clause a subject ("the company signed …", "they met …")? Where nobody acts, it is one whom no mention names.
    pub fn has_subject(&self, head: usize, verbal: bool) -> bool {
        let above = |&h: &usize| self.view.upos(h) == Upos::Verb;
        let verb = if verbal {
            Some(head)
        } else {
            self.view.head(head).filter(above)
        };
        let unknown = |v: usize| {
            let mut subjects = self.clause.surface_subjects(v);
            subjects.retain(|&s| s != head);
            !subjects.is_empty()
        };
        verb.is_some_and(|v| !self.clause.is_passive(v) && unknown(v))
    }

    /// Is it a pronoun that nobody is known to stand behind?
    fn is_unclaimed(&self, phrase: usize) -> bool {
        self.view.upos(phrase) == Upos::Pron && self.on(phrase).is_some_and(|m| self.is_unknown(m))
    }

    /// "X left for Geneva ahead of a summit with Y": the subject of the verb whose circumstance a reciprocal act is takes part in it.
    fn who_goes_there(&self, noun: usize) -> Vec<usize> {
        let deed = self.deeds.get(&noun);
        let kind = deed.and_then(|d| self.ontology.event_type(&d.event));
        if !kind.is_some_and(|k| k.gathers) {
            return Vec::new();
        }
        let verb = self
            .view
            .head(noun)
            .filter(|&v| self.view.relation(noun) == "obl" && self.view.upos(v) == Upos::Verb);
        verb.map(|v| self.clause.subjects(v)).unwrap_or_default()
    }

    fn is_subject_of_passive(&self, noun: usize) -> bool {
        self.view.relation(noun) == "nsubj" && self.view.deprel(noun) != "nsubj:pass"
    }

    /// The verb that carries a noun ("held" of "held talks"), if the noun hangs on one.
    pub fn support_verb(&self, noun: usize) -> Option<usize> {
        let head = self.view.head(noun)?;
        let carried = matches!(self.view.relation(noun), "obj" | "nsubj" | "obl" | "xcomp");
        let with = |word: &String, verbs: &WordSet| {
            self.clause.case(noun) == *word && self.view.in_set(head, verbs)
        };
        let answer = || self.nominal.support_by.iter().any(|(w, v)| with(w, v));
        (carried && (self.view.in_set(head, &self.nominal.support) || answer())).then_some(head)
    }

    /// Phrases opened by `word`, on the head or on its objects.
    fn adpositional(&self, head: usize, word: &str) -> Vec<usize> {
        // Most sentences have no such word, and every frame asks for several.
        if !self.clause.may_open(word) {
            return Vec::new();
        }
        let mut own = self.clause.obliques_by(head, &[word]);
        if !own.is_empty() {
            own.retain(|&phrase| !self.sets_scene(head, phrase, word));
            own.retain(|&phrase| !self.ends_topic(head, phrase));
            own.retain(|&phrase| !self.is_related(phrase, word) && !self.is_feeling(phrase));
            own.retain(|&phrase| !self.is_company(phrase) && !self.is_asking(phrase));
            own.retain(|&phrase| !self.ends_document(phrase));
            return own;
        }
        let objects = self.clause.objects(head).into_iter();
        let phrases = objects.flat_map(|o| {
            let phrases = self.clause.obliques_by(o, &[word]).into_iter();
            phrases.filter(move |&p| !self.names_document(o, p))
        });
        phrases.collect()
    }

    /// "begrüßte den Vertrag von Lissabon" with the town at the verb: right behind its noun it is the document's name.
    fn ends_document(&self, phrase: usize) -> bool {
        let first = self.view.children(phrase).iter().copied().min();
        let noun = first.filter(|&f| f < phrase).and_then(|f| f.checked_sub(1));
        noun.is_some_and(|n| self.names_document(n, phrase))
    }

    /// "den Leibwächter von X festgenommen" with X on the verb: right behind a noun of relation a phrase tells whose relation somebody is.
    fn is_related(&self, phrase: usize, word: &str) -> bool {
        let first = self.view.children(phrase).iter().copied().min();
        let noun = first.filter(|&f| f < phrase).and_then(|f| f.checked_sub(1));
        let of = self.nominal.of.iter().any(|w| w == word);
        of && noun.is_some_and(|n| self.is_relational(n) && self.on(n).is_none())
    }

    /// "brokered the deal together with X": does the phrase name who acts as well?
    pub(super) fn is_company(&self, phrase: usize) -> bool {
        let view = self.view;
        let mut opener = view.children(phrase).iter().copied();
        let Some(case) = opener.find(|&c| view.relation(c) == "case") else {
            return false;
        };
        let stands = |p: &String| {
            let length = p.split(' ').count();
            let words = p.split(' ').enumerate();
            let start = (case + 1).checked_sub(length);
            start.is_some_and(|s| words.clone().all(|(k, w)| view.form(s + k) == w))
        };
        let several = |p: &&String| p.contains(' ');
        view.cues.company.iter().filter(several).any(stands)
    }

    /// "called X over tensions with Y": right behind the noun of what it is about a phrase belongs to that noun.
    fn ends_topic(&self, verb: usize, phrase: usize) -> bool {
        let first = self.view.children(phrase).iter().copied().min();
        let noun = first.filter(|&f| f < phrase).and_then(|f| f.checked_sub(1));
        let timed = |n: usize| self.view.timex_at.get(n).is_some_and(Option::is_some);
        let own = |&n: &usize| self.view.head(n) == Some(verb) && self.on(n).is_none() && !timed(n);
        noun.filter(own).is_some_and(|n| self.is_topic(n))
    }

    /// "In Abuja, X closed the border": a phrase of place in front of the subject says where the verb happens.
    fn sets_scene(&self, verb: usize, phrase: usize, word: &str) -> bool {
        let place = self.view.cues.place_adpositions.contains(word);
        let before = |&c: &usize| self.view.relation(c) == "nsubj" && phrase < c && c < verb;
        // "I Nairobi hyllade X sina soldater": where the verb comes second the subject follows it.
        let inverted = |&c: &usize| self.view.relation(c) == "nsubj" && phrase < verb && verb < c;
        let children = self.view.children(verb);
        place && children.iter().any(|c| before(c) || inverted(c))
    }

    pub(super) fn any(&self, noun: usize, words: &[String]) -> Vec<usize> {
        let found = words.iter().map(|w| {
            let mut phrases = self.clause.obliques_by(noun, &[w]);
            phrases.retain(|&p| !self.names_document(noun, p) && !self.is_charged(p));
            phrases
        });
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
        found.retain(|&c| !self.suffers(noun, c) && !self.names_document(noun, c));
        found
    }

    /// Names before a noun of a deed that tell whom it struck.
    fn struck(&self, noun: usize) -> Vec<usize> {
        let children = self.view.children(noun).iter().copied();
        children.filter(|&c| self.suffers(noun, c)).collect()
    }

    /// "the Kuwait invasion": a state's or a place's bare name before a deed tells where it struck; adjectives and short forms ("US", "Israeli") tell
    /// who did it, and so does a name before a deed that names another target.
    fn suffers(&self, noun: usize, modifier: usize) -> bool {
        let deed = self.view.relation(modifier) == "compound"
            && self.deeds.get(&noun).is_some_and(|d| d.conflict);
        let bare = |m: &Mention| {
            let name = m.span.of(self.view.text);
            m.form == MentionForm::Name
                && matches!(m.class, EntityClass::Country | EntityClass::Place)
                && name.contains(char::is_lowercase)
        };
        let named = || self.on(modifier).and_then(|m| self.mentions.get(m));
        deed && named().is_some_and(bare)
            && self
                .mentions_of(&self.any(noun, &self.nominal.object))
                .is_empty()
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
}
