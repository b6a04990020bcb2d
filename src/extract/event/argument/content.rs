//! Whom the content of an act is about, where no slot of the frame names anyone ("threatened to break relations with Russia").
//!
//! In: a verb, who is named already. Out: mentions. Does not: look into clauses that stand apart (circumstance, relative clauses, quotations).

use super::{Look, Search};
use crate::base::analysis::{EntityClass, Mention, Upos};

impl Search<'_, '_> {
    /// Whom the content of an act is about: the first mention below the verb that is neither its subject nor in a clause of circumstance
    /// ("threatened to break relations with Russia", "prevented the demonstration of students").
    pub(in crate::extract::event) fn content(
        &self,
        verb: usize,
        taken: &[usize],
        look: Look,
    ) -> Vec<usize> {
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
        // "asked the government to leave X", "accused his host of backing X": whoever is addressed stands there, if without a name.
        let addressed = look.addresses && view.children(verb).iter().any(|&c| self.is_addressed(c));
        let asks = look.addresses && !look.favours && !look.doers && !look.strikes;
        let mut tokens = Vec::new();
        let mut at = 0;
        while let Some(&i) = queue.get(at) {
            at += 1;
            let deed = self.deeds.get(&i).filter(|d| look.doers && d.conflict);
            if let Some(deed) = deed {
                let doer = |t: &usize| self.on(*t).is_some_and(|m| deed.doers.contains(&m));
                tokens.extend((0..view.len()).find(doer));
                continue;
            }
            // "arrested opponents of a deal with X", "condemned the treatment of X": X is not the one acted upon.
            let nobody =
                self.is_relational(i) && self.on(i).is_none() || look.doers && self.is_suffered(i);
            if nobody {
                continue;
            }
            if i == verb && look.doers {
                tokens.extend(self.clause_subject(verb));
            }
            let inner = view.children(i).iter().copied().filter(|&c| {
                let aside = matches!(
                    view.relation(c),
                    "nsubj" | "parataxis" | "discourse" | "vocative"
                ) || self.stands_apart(c)
                    || view.deprel(c) == "acl:relcl"
                    || view.relation(c) == "acl"
                        && (self.is_relative_clause(c) || self.is_reduced(c))
                    || view.relation(c) == "conj" && view.upos(c) == Upos::Verb
                    || view.deprel(c) == "obl:agent";
                // "After talks with X, Y lifted …", "har under X tagit avstånd": what stands before the subject, or before a verb whose object
                // follows it, sets the scene.
                let early = object_behind || subject.is_some_and(|s| c < s);
                let scene = i == verb && view.relation(c) == "obl" && c < verb && early;
                !aside
                    && !scene
                    && !(addressed
                        && self.is_inner_clause(c)
                        && (i == verb || self.is_addressed(i)))
                    && !self.is_circumstance(c)
                    && !self.is_surrounding(c, look)
                    && !self.is_era(c)
                    && !self.is_opposed(c, look)
                    && !(look.goes && self.is_origin(c))
                    && !self.is_asking(c)
                    && !self.is_feeling(c)
                    && !(look.hits_places && self.is_cause(c))
                    && !(look.answers && view.in_set(i, &view.cues.topic_verbs))
                    && !(look.answers && self.is_of_words(i, c))
                    && !self.is_company(c)
                    && !self.is_instead(c)
                    && !(look.strikes && !look.aims_at && self.is_aim(c))
                    && !self.is_source(c)
                    && !self.is_make(c)
                    && !(look.addresses && self.is_abroad(i, c))
                    && !(asks && (i != verb || object_behind) && self.is_favoured(c))
                    && !self.names_document(i, c)
                    && !self.is_continental(c)
                    && !self.is_of_circle(i, c)
                    && !(look.answers && self.is_occasion(c))
                    && !self.belongs_to_deed(c, &[], look)
                    && view.timex_at.get(c).is_none_or(Option::is_none)
            });
            queue.extend(inner);
            tokens.extend((i != verb).then_some(i));
        }
        tokens.sort_unstable();
        let named = |acting: bool| {
            let fits = |&&t: &&usize| {
                self.on(t)
                    .is_some_and(|m| self.is_free(m, taken) && self.is_plain_place(m) != acting)
            };
            let mut all = tokens.iter().filter(fits).copied();
            let first = all.next()?;
            if self.is_sent(first, verb) {
                all.next().or(Some(first))
            } else {
                Some(first)
            }
        };
        // Who marches in a town does not march against it, and nobody arrests one.
        let strikes = look.strikes && !look.aims_at && !look.holds;
        let scene = |t: usize| self.is_scene(verb, t) || self.is_nowhere(t);
        let first = named(true).or_else(|| named(false).filter(|&t| strikes || !scene(t)));
        // "promised to lend the Mona Lisa to X": what is given is nobody.
        let first = first.map(|t| self.given_to(t, verb, taken).unwrap_or(t));
        let mut found = first
            .map(|t| self.mentions_of(&self.clause.conjuncts(t)))
            .unwrap_or_default();
        // "called the raid a breach of Mexico's rights", says Mexico's president.
        found.retain(|&m| !self.is_among(m, taken) && !self.is_state_of(m, taken));
        found
    }

    /// Is it an object that names people without naming any?
    fn is_addressed(&self, object: usize) -> bool {
        let view = self.view;
        let addressed = || {
            let case = self.clause.case(object);
            view.relation(object) == "obl" && view.cues.addressing.contains(&case)
        };
        let noun = view.upos(object) == Upos::Noun
            && (matches!(view.relation(object), "obj" | "iobj") || addressed());
        let named = |m: usize| !self.is_unknown(m);
        noun && !self.on(object).is_some_and(named) && !self.deeds.contains_key(&object)
    }

    /// "urged its citizens to leave": does the verb speak to people who are not named?
    pub(in crate::extract::event) fn addresses_others(&self, verb: usize) -> bool {
        let view = self.view;
        let children = view.children(verb);
        let own = |&c: &usize| view.cues.own.contains(view.form(c));
        let inner = children.iter().any(|&c| self.is_inner_clause(c));
        let addressed = |&&c: &&usize| self.is_addressed(c);
        let mut objects = children.iter().filter(addressed);
        objects.any(|&o| inner || view.children(o).iter().any(own))
    }

    /// "to leave X", "of backing X": does it tell what the object of the verb does?
    fn is_inner_clause(&self, clause: usize) -> bool {
        let view = self.view;
        let marked = |&c: &usize| matches!(view.relation(c), "mark" | "case");
        let inner = matches!(view.relation(clause), "xcomp" | "advcl" | "ccomp" | "acl");
        view.upos(clause) == Upos::Verb && inner && view.children(clause).iter().any(marked)
    }

    /// "promised to send 500 soldiers to X": is it a described group that the inner verb only acts with?
    fn is_sent(&self, token: usize, verb: usize) -> bool {
        let described = |m: &Mention| m.class == EntityClass::Group && m.entry.is_none();
        let mention = self.on(token);
        let own = |&t: &usize| self.on(t) == mention && self.view.relation(t) == "obj";
        let head = (token..self.view.len()).find(own);
        mention
            .and_then(|m| self.mentions.get(m))
            .is_some_and(described)
            && head.is_some_and(|h| self.view.head(h) != Some(verb))
    }

    /// "criticised that X had closed its border with Y": who does what the clause below the verb tells.
    fn clause_subject(&self, verb: usize) -> Option<usize> {
        let clauses = self.view.children(verb).iter().copied();
        let mut clauses = clauses.filter(|&c| self.is_clause_with_subject(c));
        let clause = clauses.next()?;
        self.clause.surface_subjects(clause).first().copied()
    }

    fn is_clause_with_subject(&self, clause: usize) -> bool {
        let subject = |&c: &usize| self.view.relation(c) == "nsubj";
        self.view.relation(clause) == "ccomp" && self.view.children(clause).iter().any(subject)
    }

    /// "send Taurus missiles to X": is it an unknown name before a noun of weapons, which tells their make?
    fn is_make(&self, name: usize) -> bool {
        let mention = self.on(name).and_then(|m| self.mentions.get(m));
        let unknown = |m: &Mention| m.class != EntityClass::Country && m.entry.is_none();
        let noun = self.view.head(name);
        let weapons = noun.is_some_and(|n| self.view.in_set(n, &self.view.cues.weapons));
        self.view.relation(name) == "compound" && weapons && mention.is_some_and(unknown)
    }

    /// Does the place only tell where the verb happens ("exchanged prisoners in Ankara", "pledged aid at a conference in Nairobi")?
    fn is_scene(&self, verb: usize, place: usize) -> bool {
        let there = |case: &str| self.view.cues.place_adpositions.contains(case);
        let phrases = self.clause.obliques(verb).iter();
        let mut phrases = phrases.filter(|o| there(&o.case));
        let event = |h: usize| h != verb && self.on(h).is_none() && there(&self.clause.case(h));
        phrases.any(|o| self.clause.conjuncts(o.head).contains(&place))
            || self.view.head(place).is_some_and(event)
    }

    /// Whom a thing that a verb below acts upon goes to, where no list knows its name.
    fn given_to(&self, thing: usize, verb: usize, taken: &[usize]) -> Option<usize> {
        let view = self.view;
        let person = |m: &Mention| m.class == EntityClass::Person;
        let unknown = |m: &Mention| m.entry.is_none() || person(m);
        let state = |m: usize| {
            let class = self.mentions.get(m).map(|m| m.class);
            class == Some(EntityClass::Country)
        };
        let inner = view.head(thing).filter(|&v| {
            let object = view.relation(thing) == "obj" && v != verb;
            object && view.upos(v) == Upos::Verb
        })?;
        let mention = self.on(thing).and_then(|m| self.mentions.get(m));
        mention.filter(|m| unknown(m))?;
        let heads = [inner, thing].into_iter();
        let goals = heads.flat_map(|h| self.clause.obliques(h));
        let mut goals = goals.filter(|o| view.cues.goals.contains(&o.case));
        goals.find_map(|o| {
            let known = self.on(o.head).filter(|&m| self.is_free(m, taken))?;
            // "agreed to extradite somebody to X"
            let fits = !mention.is_some_and(person) || state(known);
            (fits && !self.is_plain_place(known)).then_some(o.head)
        })
    }

    /// "stop attacks on ships in the Red Sea": does a preposition of place open the name of a place of no state?
    fn is_nowhere(&self, place: usize) -> bool {
        let state = self.on(place).and_then(|m| self.mentions.get(m));
        let nobody = state.is_some_and(|m| m.country.is_none());
        let case = self.clause.case(place);
        nobody && self.view.cues.place_adpositions.contains(&case)
    }

    /// "a man with ties to X", "a tanker off X": does the phrase of a noun only tell with whom that has to do, or near what it is?
    pub(super) fn is_surrounding(&self, phrase: usize, look: Look) -> bool {
        let view = self.view;
        let part = matches!(view.relation(phrase), "nmod" | "obl");
        // "drove off a boat": a preposition right behind a verb may be its particle. What blows up a bridge near a town hits the town.
        let of_noun = view
            .head(phrase)
            .is_some_and(|h| view.upos(h) == Upos::Noun);
        let named = self.on(phrase);
        let hit = look.hits_places && named.is_some_and(|m| self.is_plain_place(m));
        let part = part && !hit && (of_noun || named.is_some());
        let near = || {
            let opens = |&c: &usize| {
                view.relation(c) == "case" && view.cues.surroundings.contains(view.form(c))
            };
            view.children(phrase).iter().any(opens)
        };
        part && (view.in_set(phrase, &view.cues.ties) && self.is_had(phrase) || near())
            || self.is_behind_help(phrase)
    }

    /// "had fought the dam under President X": a person behind such a preposition tells the time.
    fn is_era(&self, phrase: usize) -> bool {
        let view = self.view;
        let opens =
            |&c: &usize| view.relation(c) == "case" && view.cues.eras.contains(view.form(c));
        let person = self.on(phrase).and_then(|m| self.mentions.get(m));
        let person = person.is_some_and(|m| m.class == EntityClass::Person);
        let part = matches!(view.relation(phrase), "obl" | "nmod");
        person && part && view.children(phrase).iter().any(opens)
    }

    /// "mit Hilfe des Iran", "with ties to X" with the name hung on the verb: does the phrase follow a noun of help or of ties that a preposition opens?
    pub(super) fn is_behind_help(&self, phrase: usize) -> bool {
        let view = self.view;
        let opens = |&c: &usize| c < phrase && matches!(view.relation(c), "case" | "det");
        let own = view.children(phrase).iter().copied().filter(opens).min();
        let noun = own.unwrap_or(phrase).checked_sub(1);
        let aside =
            |n: usize| view.in_set(n, &view.cues.circumstances) || view.in_set(n, &view.cues.ties);
        noun.is_some_and(|n| aside(n) && self.is_had(n) && self.on(n).is_none())
    }

    /// "arms against X", "promised help against X": does the phrase name the other side of what is done for somebody?
    pub(super) fn is_opposed(&self, phrase: usize, look: Look) -> bool {
        let view = self.view;
        let opens =
            |&c: &usize| view.relation(c) == "case" && view.cues.opponents.contains(view.form(c));
        let Some(case) = view.children(phrase).iter().copied().find(opens) else {
            return false;
        };
        let help = |n: usize| view.in_set(n, &view.cues.circumstances);
        // "criticised the move against X"
        let deed = |n: usize| look.doers && view.in_set(n, &view.cues.deed_nouns);
        look.favours || case.checked_sub(1).is_some_and(|n| help(n) || deed(n))
    }

    /// "demanded guarantees for X": is it the one who is to have what is asked for?
    fn is_favoured(&self, phrase: usize) -> bool {
        let cues = self.view.cues;
        let part = matches!(self.view.relation(phrase), "obl" | "nmod");
        part && self.on(phrase).is_some() && cues.beneficiaries.contains(&self.clause.case(phrase))
    }

    /// "arrived from X": does the phrase name where somebody comes from?
    fn is_origin(&self, phrase: usize) -> bool {
        let case = self.clause.case(phrase);
        self.view.cues.origins.contains(&case)
    }

    /// "turned down an offer to see X": is it what the words that are answered are about?
    fn is_of_words(&self, noun: usize, clause: usize) -> bool {
        let view = self.view;
        let told = matches!(view.relation(clause), "acl" | "advcl" | "xcomp");
        let said = view.upos(noun) == Upos::Noun && view.in_set(noun, &view.cues.said_things);
        said && told && view.upos(clause) == Upos::Verb
    }

    /// "abstained rather than cross X": does the phrase tell what is not done?
    pub(super) fn is_instead(&self, phrase: usize) -> bool {
        let view = self.view;
        let children = |t: usize| view.children(t).iter().copied();
        let before = children(phrase).filter(|&c| c < phrase);
        let mut inner = std::iter::once(phrase).chain(before);
        let opens = |t: usize, c: usize| {
            let part = matches!(view.relation(c), "cc" | "mark" | "case" | "advmod");
            part && c < t && view.cues.instead.contains(view.form(c))
        };
        inner.any(|t| children(t).any(|c| opens(t, c)))
    }

    /// "bought drones from Y, to the anger of X": does the phrase tell what somebody feels about the act?
    pub(super) fn is_feeling(&self, phrase: usize) -> bool {
        let opened = self.view.cues.goals.contains(&self.clause.case(phrase));
        opened && self.view.in_set(phrase, &self.view.cues.feelings) && self.on(phrase).is_none()
    }

    /// "fought for X's place": does the phrase tell for whom or why somebody strikes?
    fn is_cause(&self, phrase: usize) -> bool {
        let case = self.clause.case(phrase);
        self.view.relation(phrase) == "obl" && self.view.cues.grounds.contains(&case)
    }

    /// "freed him at the request of X": does the phrase name who asked for the act, as the noun or behind it?
    pub(super) fn is_asking(&self, phrase: usize) -> bool {
        let asks = |n: usize| {
            let deed = self.deeds.get(&n);
            let kind = deed.and_then(|d| self.ontology.event_type(&d.event));
            let heeded = self.nominal.heeds(&self.clause.case(n));
            let indefinite = |&c: &usize| {
                let article = self.view.relation(c) == "det";
                article && !self.view.cues.definite.contains(self.view.form(c))
            };
            let new = self.view.children(n).iter().any(indefinite);
            heeded && !new && kind.is_some_and(|k| k.aimed && k.awaits_answer)
        };
        let first = self.view.children(phrase).iter().copied().min();
        let before = first.unwrap_or(phrase).min(phrase).checked_sub(1);
        asks(phrase) || before.is_some_and(asks)
    }

    /// "blamed the attack on X", "attributed the attack to X": does the phrase name whom a deed is charged to, wherever the parser hung it?
    pub(super) fn is_charged(&self, phrase: usize) -> bool {
        let view = self.view;
        let case = self.clause.case(phrase);
        let charges = |v: usize| {
            let mut lemmas = view.lemmas.get(v).into_iter().flat_map(|l| l.iter());
            lemmas.any(|l| view.cues.charges.openers(l).iter().any(|o| *o == case))
        };
        let above = view.head(phrase);
        let higher = above.and_then(|n| view.head(n));
        !case.is_empty() && above.into_iter().chain(higher).any(charges)
    }

    /// "with ties to X": "suspended air links with X" speaks of X itself.
    fn is_had(&self, noun: usize) -> bool {
        let view = self.view;
        let having =
            |&c: &usize| view.relation(c) == "case" && view.cues.having.contains(view.form(c));
        view.children(noun).iter().any(having)
    }

    /// "a tanker carrying arms for X", "a man linked to X": a participle behind a noun tells more of the noun.
    fn is_reduced(&self, participle: usize) -> bool {
        let view = self.view;
        // "a force led by X to Y": behind the agent the phrase of the verb above may go on.
        let marked = |&c: &usize| view.relation(c) == "mark" || view.deprel(c) == "obl:agent";
        let noun = view.head(participle).map(|n| view.upos(n));
        // "a demonstration staged by X", "aid promised to X": of an act it tells who takes part.
        let act = view
            .head(participle)
            .is_some_and(|n| self.deeds.contains_key(&n));
        view.upos(participle) == Upos::Verb
            && noun == Some(Upos::Noun)
            && !act
            && !view.children(participle).iter().any(marked)
    }

    /// Does the phrase only tell when or with what: "after the war with X", "through X", "die aus X geflohenen Frauen"?
    fn is_circumstance(&self, phrase: usize) -> bool {
        let view = self.view;
        let case = |set: &crate::lexicon::word_set::WordSet| {
            let opens = |&c: &usize| view.relation(c) == "case" && view.in_set(c, set);
            view.children(phrase).iter().any(opens)
        };
        let thing = self.on(phrase).is_none() && view.relation(phrase) == "obl";
        // "under the mediation of X"
        let help = thing && view.in_set(phrase, &view.cues.circumstances);
        help || thing && case(&view.cues.sequence)
            || case(&view.cues.means)
            || self.is_attribute(phrase)
    }

    /// "die aus X geflohenen Frauen": is it a participle before its noun, with a phrase of its own?
    pub(super) fn is_attribute(&self, participle: usize) -> bool {
        let view = self.view;
        let opened = |&&c: &&usize| view.children(c).iter().any(|&g| view.relation(g) == "case");
        view.relation(participle) == "amod" && view.children(participle).iter().any(|c| opened(&c))
    }

    /// Is it a clause of its own beside the one it hangs on? "threatened to leave", without a subject and without "after" or "because", is none.
    fn stands_apart(&self, clause: usize) -> bool {
        let subject = |&c: &usize| self.view.relation(c) == "nsubj";
        let opens = || self.opens_infinitive(clause) || self.tells_how(clause);
        self.view.relation(clause) == "advcl"
            && (self.view.children(clause).iter().any(subject) || !opens())
    }

    /// "retaliated by banning imports of X": does the clause tell by what the act is done?
    fn tells_how(&self, clause: usize) -> bool {
        let view = self.view;
        let children = view.children(clause).iter().copied();
        let mut marks = children
            .filter(|&c| view.relation(c) == "mark" && c < clause)
            .peekable();
        let way = |c: usize| view.cues.ways.contains(view.form(c));
        let mark = |c: usize| way(c) || view.cues.infinitive_marks.contains(view.form(c));
        marks.peek().is_some_and(|&c| way(c)) && marks.all(mark)
    }

    /// "invaded to topple X", "sent troops to free X": what somebody strikes for is done to others.
    fn is_aim(&self, clause: usize) -> bool {
        let marked = |&c: &usize| self.view.relation(c) == "mark";
        self.view.upos(clause) == Upos::Verb
            && matches!(self.view.relation(clause), "advcl" | "xcomp" | "acl")
            && self.view.children(clause).iter().any(marked)
    }

    /// Is the first word of the clause the mark of the infinitive, right behind the verb, its particle or an adverb?
    fn opens_infinitive(&self, clause: usize) -> bool {
        // "tackade nej till att träffa X": the preposition that completes the verb stands before the mark.
        let completes = |c: usize| self.view.cues.completing.contains(self.view.form(c));
        let marks = |&c: &usize| self.view.relation(c) == "mark" && c < clause && !completes(c);
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

    /// Does a relative pronoun stand in the clause? Some treebanks have no label of its own for these.
    fn is_relative_clause(&self, verb: usize) -> bool {
        let children = self.view.children(verb).iter();
        children
            .copied()
            .any(|c| self.clause.antecedent(c).is_some())
    }
}
