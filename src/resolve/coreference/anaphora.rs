//! Roles without a name and pronouns: whom "the president" and "she" take up.
//!
//! In: clusters of names. Out: the same with role and pronoun mentions attached where one holder is certain.
//! Invariant: precision first; with two candidates nothing is attached. Does not: make new names.

use super::clauses::host_of;
use super::grammar::Part;
use super::nationals::{is_told, leads_no_state};
use super::offices::{Office, Offices};
use super::standins::{LATTER, NOMINAL, traits_of};
use super::{Grammar, State, only};
use crate::base::analysis::{EntityClass, Mention, MentionForm, Role};
use crate::base::article::BlockKind;
use crate::lexicon::coreference::Nominal;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// A pronoun reaches back this many sentences.
const REACH: usize = 2;

impl State<'_> {
    /// Attaches each role mention to its holder in the article, else to the state it acts for.
    pub(super) fn roles(&mut self, grammar: &Grammar<'_>) {
        let mut offices = Offices::new(self);
        let bodies = &self.lexicon.ontology.codes.international;
        for (i, mention) in self.mentions.iter().enumerate() {
            if mention.form != MentionForm::Role {
                continue;
            }
            let text = self.text(i);
            if let Some(role) = mention.role.as_ref().filter(|_| !mention.plural)
                && !self.is_posted_elsewhere(i, role)
                && let Some(j) = match self.narrower(grammar, i, &mut offices) {
                    near if near.is_empty() => self.holder(i, role, &mut offices),
                    near => only(near),
                }
            {
                let holder = self.text(j);
                self.join(j, i, || format!("{text}: role of {holder}"));
            } else if let Some(j) = offices.state_of(mention, self.mentions, bodies) {
                let state = self.text(j);
                self.join(j, i, || format!("{text}: acts for {state}"));
            }
        }
    }

    /// The one person of the article who holds the role.
    fn holder(&mut self, at: usize, role: &Role, offices: &mut Offices) -> Option<usize> {
        let object = offices.object_of(self, at, Some(role));
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for office in Office::all(role) {
            let lists = match &object {
                Some(object) => vec![((office, Some(Some(object.clone()))), usize::MAX)],
                // Without an object the role may be any that was named before.
                None => vec![
                    ((office.clone(), Some(None)), usize::MAX),
                    ((office, None), at),
                ],
            };
            for (key, end) in lists {
                let Some(holders) = offices.holders.get_mut(&key) else {
                    continue;
                };
                for j in self.first_two(holders, end) {
                    let first = found.entry(self.sets.root(j)).or_insert(j);
                    *first = j.min(*first);
                }
            }
        }
        if let (false, Some(predicate)) = (role.former, &role.predicate) {
            // "The prime minister" of no state named holds the office in the state he is from, and was named before.
            let bare = object.is_none();
            let any_state = self.pack.coreference().bare_offices.contains(&role.title);
            if bare && (!any_state || self.has_complement(at)) {
                found.retain(|_, j| self.may_rule(*j, role));
                return only(found);
            }
            for j in offices.by_entry(self, predicate, object.as_deref()) {
                if !bare || j < at {
                    let first = found.entry(self.sets.root(j)).or_insert(j);
                    *first = j.min(*first);
                }
            }
        }
        found.retain(|_, j| self.may_rule(*j, role));
        only(found)
    }

    /// "The foreign minister … the minister": the holders of a narrower office named near before a title that is said to be of nobody, who do not stand
    /// beside it.
    fn narrower(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        offices: &mut Offices,
    ) -> BTreeMap<usize, usize> {
        let mut near: BTreeMap<usize, usize> = BTreeMap::new();
        let mention = self.mentions.get(at);
        let role = mention.and_then(|m| m.role.as_ref());
        let state = mention.is_some_and(|m| m.country.is_some());
        let role = role.filter(|r| !r.former && (r.object.is_none() || state));
        let titles = role.and_then(|r| self.pack.coreference().broader.get(&r.title));
        let (Some(mention), Some(titles)) = (mention, titles) else {
            return near;
        };
        // "His counterpart" is no minister whom the article tells of as such.
        let owned = self.possessive_of(mention).is_some();
        if owned || self.has_complement(at) {
            return near;
        }
        if let Some(j) = self.apposed(grammar, at) {
            return BTreeMap::from([(self.sets.root(j), j)]);
        }
        let table = &self.pack.titles().table.titles;
        let narrower = table.iter().filter(|t| titles.contains(&t.id));
        let predicates: BTreeSet<&str> = narrower.filter_map(|t| t.predicate(None)).collect();
        let mut holders: Vec<usize> = Vec::new();
        for predicate in predicates {
            holders.extend(offices.by_entry(self, predicate, None));
        }
        let titled = self.mentions.iter().enumerate().take(at).filter(|(_, m)| {
            let own = m.role.as_ref().filter(|r| !r.former);
            let person = m.class == EntityClass::Person && m.form == MentionForm::Name;
            person && own.is_some_and(|r| titles.contains(&r.title))
        });
        holders.extend(titled.map(|(j, _)| j));
        let holders: BTreeSet<usize> = holders.into_iter().map(|j| self.sets.root(j)).collect();
        let beside = self.beside(grammar, mention);
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            let root = self.sets.root(j);
            let person = other.class == EntityClass::Person && other.form == MentionForm::Name;
            let close = other.sentence + REACH >= mention.sentence;
            // "The Russian minister"
            let own = mention.country.is_none() || mention.country == self.code_of(j);
            if person && own && close && holders.contains(&root) && !beside.contains(&root) {
                near.entry(root).or_insert(j);
            }
        }
        near.retain(|_, j| role.is_none_or(|r| self.may_rule(*j, r)));
        near
    }

    /// "The new leader, Nobel laureate X": the person in apposition to a title.
    fn apposed(&self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let title = self.mentions.get(at)?;
        let behind = self.mentions.iter().enumerate().skip(at + 1);
        let mut here = behind.take_while(|(_, m)| m.sentence == title.sentence);
        let person = |m: &Mention| m.class == EntityClass::Person && m.form == MentionForm::Name;
        let found = here.find(|(_, m)| person(m) && grammar.names(title, m));
        found.map(|(j, _)| j)
    }

    /// "the president of the club": does a word of ownership follow the role?
    fn has_complement(&self, role: usize) -> bool {
        let end = self.mentions.get(role).map_or(0, |m| m.span.end as usize);
        let next = self.article.text.get(end..);
        let next = next.and_then(|t| t.split_whitespace().next());
        let of = &self.pack.triggers().nominal.of;
        // "Accused the president of treason"
        next.is_some_and(|w| of.iter().any(|o| o == w)) && !self.is_before_complement(role)
    }

    /// The first members of the first two sets in an ascending list before `end`; two are as good as many. What repeats the first is taken out of the list.
    fn first_two(&mut self, list: &mut Vec<usize>, end: usize) -> Vec<usize> {
        let Some(&first) = list.first().filter(|j| **j < end) else {
            return Vec::new();
        };
        let root = self.sets.root(first);
        let rest = list.iter().skip(1).take_while(|j| **j < end);
        let repeated = rest.take_while(|j| self.sets.root(**j) == root).count();
        list.drain(1..=repeated);
        let second = list.get(1).copied().filter(|j| *j < end);
        std::iter::once(first).chain(second).collect()
    }

    /// Attaches a pronoun to the only person of its gender near before it, or of several in the last sentence to the one it spoke about.
    pub(super) fn pronouns(&mut self, grammar: &Grammar<'_>) {
        let mut people = People::new(self);
        let owning = &self.pack.triggers().nominal.of;
        for (i, mention) in self.mentions.iter().enumerate() {
            if mention.form != MentionForm::Pronoun
                || mention.plural
                || mention.class != EntityClass::Person
                || mention.evidence.first().is_some_and(|e| e == LATTER)
                || is_told(mention)
            {
                continue;
            }
            let shown = self.is_single(grammar, i) && !self.may_be_object(grammar, i);
            let Some(gender) = mention.gender.filter(|_| shown) else {
                if let Some(j) = self.lone_object(grammar, i, &people) {
                    let (text, name) = (self.text(i), self.text(j));
                    let roots = [j, i].map(|m| self.sets.root(m));
                    if self.join(j, i, || format!("{text}: takes up {name}")) {
                        people.joined(roots);
                    }
                }
                continue;
            };
            let mut beside = self.beside(grammar, mention);
            beside.extend(self.not_own(grammar, mention));
            let block = self.sentences.get(mention.sentence).map(|s| s.block);
            let own = self.pack.coreference().pronoun(self.text(i));
            let near = own.is_some_and(|p| p.demonstrative);
            // "Lobte seine Regierung": whose those are is told elsewhere.
            let behind = own.is_some_and(|p| !p.behind.is_empty());
            if near && !grammar.owns_object(mention) || behind && self.owns_named(grammar, i) {
                continue;
            }
            let reach = if near { 0 } else { REACH };
            for back in 0..=reach {
                let Some(sentence) = mention.sentence.checked_sub(back) else {
                    break;
                };
                if self.sentences.get(sentence).map(|s| s.block) != block {
                    let last = self.of_paragraph_before(grammar, sentence, (i, gender), &people);
                    if let Some(j) = last.filter(|&j| !beside.contains(&self.sets.root(j))) {
                        let (text, name) = (self.text(i), self.text(j));
                        let roots = [j, i].map(|m| self.sets.root(m));
                        if self.join(j, i, || format!("{text}: takes up {name}")) {
                            people.joined(roots);
                        }
                    }
                    break;
                }
                let mut candidates = self.people_in(&people, sentence, i, gender);
                candidates.retain(|&j| !beside.contains(&self.sets.root(j)));
                if back == 0 {
                    // "After talks with X, he …": whoever met X.
                    candidates.retain(|&j| !grammar.frames(mention, &self.mentions[j], owning));
                }
                let described = grammar.described(mention).filter(|_| back == 0);
                if let Some(noun) = described {
                    // "X thanked Y, whom he had met": he is not Y.
                    let own = self.sets_at(grammar, sentence, noun);
                    candidates.retain(|&j| !own.contains(&self.sets.root(j)));
                }
                if candidates.is_empty() {
                    // "Hon talade i Genève. Die EU … Sie …": the body last spoken of is nearer than the person before it.
                    if back > 0
                        && self
                            .body_meant(grammar, i)
                            .is_some_and(|b| self.mentions[b].sentence == sentence)
                    {
                        break;
                    }
                    continue;
                }
                let only = candidates.first().filter(|_| candidates.len() == 1);
                let topic = self.topic(grammar, mention, &candidates).or_else(|| {
                    let acts = |j: &&usize| grammar.is_topic(&self.mentions[**j]);
                    let main = candidates.iter().find(acts).filter(|_| described.is_some());
                    let blamed = || self.blamed(grammar, mention, &candidates);
                    let blamed =
                        || blamed().or_else(|| self.contrasted(grammar, mention, &candidates));
                    let parallel = || self.parallel(grammar, mention, &candidates);
                    let here = || blamed().or_else(parallel).filter(|_| back == 0);
                    main.copied().or_else(here)
                });
                if let Some(only) = only.copied().or(topic) {
                    let text = self.text(i);
                    let name = self.text(only);
                    let roots = [only, i].map(|m| self.sets.root(m));
                    if self.join(only, i, || format!("{text}: takes up {name}")) {
                        people.joined(roots);
                    }
                }
                break;
            }
        }
    }

    /// "… accused Y." and a new paragraph: "Nobody called me," she says: the only person of the last sentence of the paragraph before, if it is about her.
    fn of_paragraph_before(
        &mut self,
        grammar: &Grammar<'_>,
        sentence: usize,
        (at, gender): (usize, char),
        people: &People,
    ) -> Option<usize> {
        let own = self.mentions.get(at)?.sentence;
        let block = |s: usize| self.sentences.get(s).map(|s| s.block);
        let next = block(sentence)?.checked_add(1);
        let kind = self.article.blocks.get(block(sentence)?).map(|b| b.kind);
        if next != block(own) || kind != Some(BlockKind::Paragraph) {
            return None;
        }
        let found = self.people_in(people, sentence, at, gender);
        let only = found.first().copied().filter(|_| found.len() == 1)?;
        grammar.is_topic(&self.mentions[only]).then_some(only)
    }

    /// Is it a pronoun whose number only its verb shows, read as a subject beside another one?
    fn may_be_object(&self, grammar: &Grammar<'_>, at: usize) -> bool {
        let pronoun = self.pack.coreference().pronoun(self.text(at));
        let mention = self.mentions.get(at);
        pronoun.is_some_and(|p| p.rivals.is_some())
            && mention.is_some_and(|m| grammar.is_second_subject(m))
    }

    /// The sets of the mentions of a sentence that a token belongs to.
    pub(super) fn sets_at(
        &mut self,
        grammar: &Grammar<'_>,
        sentence: usize,
        token: usize,
    ) -> BTreeSet<usize> {
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let here = self.mentions.iter().enumerate().skip(first);
        let here = here.take_while(|(_, m)| m.sentence == sentence);
        let here = here.filter(|(_, m)| grammar.holds(m, token));
        here.map(|(j, _)| self.sets.root(j)).collect()
    }

    /// Can the pronoun mean one person? "Sie" means one only before a verb in the singular.
    fn is_single(&self, grammar: &Grammar<'_>, at: usize) -> bool {
        let pronoun = self.pack.coreference().pronoun(self.text(at));
        let plural = |form: String| {
            let endings = &self.pack.cues().plural_verb_endings;
            endings.iter().any(|e| form.ends_with(e.as_str()))
        };
        let form = self.mentions.get(at).and_then(|m| grammar.finite_form(m));
        pronoun.is_none_or(|p| !p.shown_by_verb) || form.is_some_and(|f| !plural(f))
    }

    /// The sets of those who stand beside the pronoun at its verb: whoever is meant, it is none of them.
    pub(super) fn beside(&mut self, grammar: &Grammar<'_>, pronoun: &Mention) -> BTreeSet<usize> {
        let first = self
            .mentions
            .partition_point(|m| m.sentence < pronoun.sentence);
        let here = self.mentions.iter().enumerate().skip(first);
        let here = here.take_while(|(_, m)| m.sentence == pronoun.sentence);
        let beside = here.filter(|(_, m)| m.span != pronoun.span && grammar.beside(pronoun, m));
        beside.map(|(j, _)| self.sets.root(j)).collect()
    }

    /// For the subject of a sentence the one candidate that is the topic of an earlier one. Source: centering theory (Grosz, Joshi and Weinstein 1995).
    pub(super) fn topic(
        &self,
        grammar: &Grammar<'_>,
        anaphor: &Mention,
        found: &[usize],
    ) -> Option<usize> {
        let table = self.pack.coreference();
        let word = || anaphor.span.of(&self.article.text).to_lowercase();
        let object = || table.body_of(&word()).is_some_and(|n| n.object);
        let subject = grammar.part(anaphor).is_some_and(|p| p.subject || object());
        let topic = |j: &&usize| {
            let other = self.mentions.get(**j);
            other.is_some_and(|m| m.sentence < anaphor.sentence && grammar.is_topic(m))
        };
        let mut topics = found.iter().filter(|_| subject).filter(topic);
        topics.next().copied().filter(|_| topics.next().is_none())
    }

    /// Attaches "the country", "the militia", "the government" to the only actor of the class near before it, or to the topic of the last sentence.
    pub(super) fn nominals(&mut self, grammar: &Grammar<'_>) {
        let table = self.pack.coreference();
        let about = self.about();
        let home = OnceCell::new();
        for (i, mention) in self.mentions.iter().enumerate() {
            let noun = mention.evidence.first().map_or("", String::as_str);
            let place = noun
                .strip_prefix(NOMINAL)
                .and_then(|n| n.parse::<usize>().ok());
            let listed = place.and_then(|k| table.nominals.get(k));
            let found = match listed {
                Some(noun) => self.class_noun(grammar, i, noun),
                None if traits_of(mention).is_some() => self.epithet(grammar, i),
                None if noun == LATTER => self.latter(grammar, i),
                None if leads_no_state(mention) => self.leader_meant(grammar, i),
                None if self.is_unresolved_pronoun(i) => {
                    let body = self.body_meant(grammar, i);
                    body.or_else(|| self.possessor(grammar, i))
                }
                None if host_of(mention).is_some() => {
                    self.sender(grammar, i, about.as_deref());
                    None
                }
                None => {
                    let seated = self.seated(i);
                    if seated.is_none() {
                        self.organ(grammar, i, about.as_deref(), &home);
                    }
                    seated
                }
            };
            if let Some(j) = found {
                let (text, name) = (self.text(i), self.text(j));
                self.join(j, i, || format!("{text}: takes up {name}"));
            }
        }
        self.same_organs();
    }

    /// "X met Y. The latter …": the last person of the sentence before, who is not what it is about.
    fn latter(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let part = grammar.part(mention)?;
        if self.pack.coreference().latter.subject && !part.subject {
            return None;
        }
        // "X criticised Y because the latter had attacked Z"
        if let Some((verb, _)) = grammar.ground(mention) {
            let first = self
                .mentions
                .partition_point(|m| m.sentence < mention.sentence);
            let person = |j: &usize| {
                let other = &self.mentions[*j];
                other.class == EntityClass::Person && !other.plural
            };
            let found = self.acted_upon(grammar, verb, (first..at).filter(person));
            if found.is_some() {
                return found;
            }
        }
        if let Some(found) = self.latter_of_clause(grammar, at, part.verb) {
            return Some(found);
        }
        let sentence = mention.sentence.checked_sub(1)?;
        let block = |s: usize| self.sentences.get(s).map(|s| s.block);
        let person = |m: &Mention| m.class == EntityClass::Person && !m.plural;
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let here = self.mentions.iter().enumerate().take(at).skip(first);
        let here = here.take_while(|(_, m)| m.sentence == sentence);
        let (last, other) = here.filter(|(_, m)| person(m)).last()?;
        let fits = match (mention.gender, self.gender_of(last)) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        let near = block(sentence) == block(mention.sentence);
        (near && fits && !grammar.is_topic(other)).then_some(last)
    }

    /// Whom a class noun takes up.
    fn class_noun(&mut self, grammar: &Grammar<'_>, at: usize, noun: &Nominal) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        if noun.owned {
            return self.owned_land(grammar, at);
        }
        let mut wanted = Wanted::of(noun);
        wanted.country = mention.country.as_deref();
        let stands = |p: Part| p.subject || wanted.object;
        if wanted.topic && !grammar.part(mention).is_some_and(stands) {
            return None;
        }
        // "Its neighbour attacked X": who acts is not the one it is a neighbour of.
        let acts = grammar.part(mention).is_some_and(|p| p.subject);
        if wanted.relational && (acts || self.aside(grammar, at, &wanted).is_empty()) {
            return None;
        }
        if !noun.titles.is_empty() {
            return self.titled(grammar, at, &noun.titles);
        }
        if noun.is_person() {
            return self.person_meant(grammar, at, noun.gender);
        }
        if noun.named.is_empty() {
            let found = self.taken_up(grammar, at, &wanted);
            let far = wanted.of_states() && !wanted.topic;
            found.or_else(|| self.told_at_large(grammar, at, &wanted).filter(|_| far))
        } else {
            self.named_with(grammar, at, noun, &wanted)
        }
    }

    /// A pronoun for one person that was attached to nobody.
    fn is_unresolved_pronoun(&mut self, at: usize) -> bool {
        let pronoun = self.mentions.get(at).is_some_and(|m| {
            m.form == MentionForm::Pronoun && m.class == EntityClass::Person && !m.plural
        });
        pronoun && self.sets.root(at) == at
    }

    /// "Die EU … Sie …": the state or body that a pronoun for persons may mean, the topic of an earlier sentence.
    fn body_meant(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let noun = self
            .pack
            .coreference()
            .body_of(&self.text(at).to_lowercase())?;
        let part = grammar.part(self.mentions.get(at)?)?;
        let fits = part.subject && self.is_single(grammar, at) || noun.object && !part.subject;
        fits.then(|| self.taken_up(grammar, at, &Wanted::of(noun)))?
    }

    /// The only actor that is wanted near before a mention and not beside it at its verb, or of several the topic of the last sentence.
    pub(super) fn taken_up(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        wanted: &Wanted<'_>,
    ) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let beside = self.aside(grammar, at, wanted);
        for back in 0..=REACH {
            let sentence = mention.sentence.checked_sub(back)?;
            let mut candidates = self.of_class(sentence, at, wanted);
            candidates.retain(|&j| !beside.contains(&self.sets.root(j)));
            // "Am Rande der Versammlung": the article of an owner tells no gender.
            let told = !wanted.articles.is_empty();
            candidates.retain(|&j| !told || grammar.part(&self.mentions[j]).is_some());
            if candidates.is_empty() {
                continue;
            }
            let land = wanted.noun && wanted.of_states() && !wanted.topic && !wanted.relational;
            if back == 0
                && land
                && let Some(state) = self.land_before(grammar, at, &candidates)
            {
                return Some(state);
            }
            if back == 0 && land && candidates.iter().all(|&j| self.does_alike(grammar, at, j)) {
                continue;
            }
            let topic = self.topic(grammar, mention, &candidates).or_else(|| {
                let goes_on = |j: &&usize| grammar.goes_on(mention, &self.mentions[**j]);
                let mut first = candidates.iter().filter(|_| wanted.topic).filter(goes_on);
                first.next().copied().filter(|_| first.next().is_none())
            });
            let only = candidates.first().filter(|_| candidates.len() == 1);
            // "Polen half ihr": of one sentence the only one that the pronoun agrees with.
            let agreed = !wanted.articles.is_empty() && wanted.object && back == 1;
            let acted = || grammar.part(mention).is_some_and(|p| !p.subject);
            let whole = !wanted.topic || back == 0 || agreed && acted();
            let sure = only.filter(|_| whole).copied();
            let sure = sure.filter(|&j| !wanted.of_states() || !self.has_rival(at, j, &beside));
            return sure.or(topic);
        }
        None
    }

    /// The sets that a noun cannot mean: who stands beside it at its verb, and for a noun like "the country" the states of the persons there and whoever does
    /// something to what it describes ("X cut its ties to the country").
    pub(super) fn aside(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        wanted: &Wanted<'_>,
    ) -> BTreeSet<usize> {
        let Some(mention) = self.mentions.get(at) else {
            return BTreeSet::new();
        };
        let mut aside = self.beside(grammar, mention);
        if !wanted.noun || !wanted.of_states() {
            return aside;
        }
        let owning = &self.pack.triggers().nominal.of;
        let case = grammar.preposition(mention);
        let led = wanted.relational || !case.is_empty() && !owning.contains(&case);
        let first = self
            .mentions
            .partition_point(|m| m.sentence < mention.sentence);
        let here = self.mentions.iter().enumerate().skip(first);
        let here = here.take_while(|(_, m)| m.sentence == mention.sentence);
        let above = here.filter(|(_, m)| led && grammar.governs(mention, m));
        aside.extend(above.map(|(j, _)| self.sets.root(j)));
        let persons: BTreeSet<String> = (first..self.mentions.len())
            .take_while(|&j| self.mentions[j].sentence == mention.sentence)
            .filter(|&j| self.mentions[j].class == EntityClass::Person)
            .filter(|&j| aside.contains(&self.sets.root(j)))
            .collect::<Vec<_>>()
            .into_iter()
            .filter_map(|j| self.code_of(j))
            .collect();
        if !persons.is_empty() {
            let of = |m: &Mention| m.country.as_ref().is_some_and(|c| persons.contains(c));
            let own = self.mentions.iter().enumerate().filter(|(_, m)| of(m));
            aside.extend(own.map(|(j, _)| self.sets.root(j)));
        }
        aside
    }

    /// Is another state named near before the mention? Then "the country" may be that one.
    fn has_rival(&mut self, at: usize, meant: usize, beside: &BTreeSet<usize>) -> bool {
        let root = self.sets.root(meant);
        let last = self.mentions.get(at).map_or(0, |m| m.sentence);
        let mut near = Vec::new();
        for sentence in last.saturating_sub(REACH)..=last {
            near.extend(self.of_class(sentence, at, &Wanted::STATE));
        }
        near.into_iter().any(|j| {
            let other = self.sets.root(j);
            other != root && !beside.contains(&other)
        })
    }

    /// Is it known whose it is, or is it a person's ("his government"), whatever state was named last?
    pub(super) fn has_owner(&mut self, at: usize) -> bool {
        let root = self.sets.root(at);
        let personal = |m: &Mention| {
            let word = self.possessive_of(m);
            let pronoun = |w: &String| self.pack.coreference().pronoun(w);
            word.as_ref()
                .and_then(pronoun)
                .is_some_and(|p| p.behind.is_empty())
        };
        let personal = self.mentions.get(at).is_some_and(personal);
        personal || root != at || self.entries.contains_key(&root)
    }

    /// One mention for each actor of a sentence that is wanted and stands before the word that takes it up.
    pub(super) fn of_class(
        &mut self,
        sentence: usize,
        before: usize,
        wanted: &Wanted<'_>,
    ) -> Vec<usize> {
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, mention) in self.mentions.iter().enumerate().take(before).skip(first) {
            if mention.sentence != sentence {
                break;
            }
            let state = mention.form == MentionForm::Metonym || self.is_government(mention);
            let class = if state {
                EntityClass::Country
            } else {
                mention.class
            };
            let named = matches!(mention.form, MentionForm::Name | MentionForm::Metonym)
                || state && mention.country.is_some();
            if named && self.fits(wanted, class, mention) && self.agrees(j, wanted) {
                found.entry(self.sets.root(j)).or_insert(j);
            }
        }
        found.into_values().collect()
    }

    /// Is a mention of a class, a sector and a country that a word wants? Of a body that is not known nothing speaks against it.
    pub(super) fn fits(&self, wanted: &Wanted<'_>, class: EntityClass, mention: &Mention) -> bool {
        let sector = mention.sector.as_ref();
        let known = mention.entry.is_some() || sector.is_some();
        let open = !known && class == EntityClass::Organisation;
        let free = || {
            let code = mention.country.as_deref();
            sector.is_none() && wanted.unsectored && code.is_some_and(|c| self.is_of_no_state(c))
        };
        let kind = free()
            || wanted.sectors.is_empty()
            || sector.is_some_and(|s| wanted.sectors.contains(s))
            || open;
        let of = |code: &str| match mention.country.as_deref() {
            Some(own) => own == code || self.is_of_no_state(own),
            None => open,
        };
        wanted.classes.contains(&class) && kind && wanted.country.is_none_or(of)
    }

    /// Does the article of a mention agree with the word that may take it up?
    fn agrees(&self, at: usize, wanted: &Wanted<'_>) -> bool {
        let Some(mention) = self.mentions.get(at) else {
            return false;
        };
        if wanted.articles.is_empty() {
            return true;
        }
        let articles = &self.pack.titles().table.articles;
        let tokens = self.sentences.get(mention.sentence).map(|s| &s.tokens);
        let first = tokens.map_or(0, |t| {
            t.partition_point(|t| t.span.end <= mention.span.start)
        });
        let before = first.checked_sub(1).and_then(|b| tokens?.get(b));
        let word = before.map(|t| t.span.of(&self.article.text).to_lowercase());
        let article = word.filter(|w| articles.contains(w)).unwrap_or_default();
        // States without an article are of one gender, bodies are not.
        if article.is_empty() && mention.class == EntityClass::Organisation {
            return false;
        }
        wanted.articles.contains(&article)
    }

    /// One mention for each person of a sentence who may be of the gender and stands before the pronoun.
    pub(super) fn people_in(
        &mut self,
        people: &People,
        sentence: usize,
        before: usize,
        gender: char,
    ) -> Vec<usize> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        let inside = people.of_sentence.get(&sentence).into_iter().flatten();
        for &j in inside.take_while(|j| **j < before) {
            let root = self.sets.root(j);
            let genders = people.genders.get(&root).into_iter().flatten();
            if genders.copied().all(|g| g == gender) {
                found.entry(root).or_insert(j);
            }
        }
        found.into_values().collect()
    }
}

/// Whom a class noun may stand for.
pub(super) struct Wanted<'t> {
    classes: &'t [EntityClass],
    sectors: &'t [String],
    articles: &'t [String],
    country: Option<&'t str>,
    unsectored: bool,
    topic: bool,
    object: bool,
    pub(super) relational: bool,
    /// Is it a noun of the table, no organ of a state that may act upon its own?
    noun: bool,
}

impl<'t> Wanted<'t> {
    /// A state, whatever is said of it.
    pub(super) const STATE: Self = Self {
        classes: &[EntityClass::Country],
        sectors: &[],
        articles: &[],
        country: None,
        unsectored: false,
        topic: false,
        object: false,
        relational: false,
        noun: false,
    };

    /// A state by a noun of its own.
    pub(super) const LAND: Self = Self {
        noun: true,
        ..Self::STATE
    };

    fn of(noun: &'t Nominal) -> Self {
        Self {
            classes: &noun.classes,
            sectors: &noun.sectors,
            articles: &noun.articles,
            country: None,
            unsectored: noun.unsectored,
            topic: noun.topic,
            object: noun.object,
            relational: noun.relational,
            noun: true,
        }
    }

    /// Is it a state alone that may be meant?
    pub(super) fn of_states(&self) -> bool {
        self.classes == [EntityClass::Country] && self.sectors.is_empty()
    }
}

/// The people of each sentence and what is known of their gender.
pub(super) struct People {
    /// Mentions of single persons by sentence, ascending.
    of_sentence: FxHashMap<usize, Vec<usize>>,
    /// Genders of the members of each set, by root.
    pub(super) genders: FxHashMap<usize, BTreeSet<char>>,
}

impl People {
    fn new(state: &mut State<'_>) -> Self {
        let mut people = Self {
            of_sentence: FxHashMap::default(),
            genders: FxHashMap::default(),
        };
        for (i, mention) in state.mentions.iter().enumerate() {
            let open = is_told(mention) && state.sets.root(i) == i;
            if mention.class == EntityClass::Person && !mention.plural && !open {
                let place = people.of_sentence.entry(mention.sentence).or_default();
                place.push(i);
            }
            let genders = people.genders.entry(state.sets.root(i)).or_default();
            genders.extend(mention.gender);
        }
        for (i, mention) in state.mentions.iter().enumerate() {
            let person = mention.class == EntityClass::Person && mention.form == MentionForm::Name;
            let root = state.sets.root(i);
            let told = people.genders.entry(root).or_default();
            if person && told.is_empty() {
                let entry = state.entries.get(&root).map(String::as_str);
                let name = state.text(i);
                let full = Some(name).filter(|n| n.contains(' ')).unwrap_or_default();
                told.extend(state.lexicon.names().genders.of(entry, full));
            }
        }
        people
    }

    /// Brings together the genders of two sets that were joined; the smaller root stays.
    fn joined(&mut self, [a, b]: [usize; 2]) {
        if a != b {
            let genders = self.genders.remove(&a.max(b)).unwrap_or_default();
            self.genders.entry(a.min(b)).or_default().extend(genders);
        }
    }
}
