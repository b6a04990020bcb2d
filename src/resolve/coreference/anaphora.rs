//! Roles without a name and pronouns: whom "the president" and "she" take up.
//!
//! In: clusters of names. Out: the same with role and pronoun mentions attached where one holder is certain.
//! Invariant: precision first; with two candidates nothing is attached. Does not: make new names.

use super::offices::{Office, Offices};
use super::standins::NOMINAL;
use super::{Grammar, State, only};
use crate::base::analysis::{EntityClass, Mention, MentionForm, Role};
use crate::base::article::BlockKind;
use crate::extract::mention::{RULED, UNOWNED};
use crate::lexicon::coreference::Nominal;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// A pronoun reaches back this many sentences.
const REACH: usize = 2;

/// The lead is this many sentences.
const LEAD: usize = 3;

/// Least mentions of the state that an article is about.
const LEAST_NAMED: usize = 3;

impl State<'_> {
    /// Attaches each role mention to its holder in the article, else to the state it acts for.
    pub(super) fn roles(&mut self) {
        let mut offices = Offices::new(self);
        let bodies = &self.lexicon.ontology.codes.international;
        for (i, mention) in self.mentions.iter().enumerate() {
            if mention.form != MentionForm::Role {
                continue;
            }
            let text = self.text(i);
            if let Some(role) = mention.role.as_ref().filter(|_| !mention.plural)
                && let Some(j) = self.holder(i, role, &mut offices)
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
                return only(found);
            }
            for j in offices.by_entry(self, predicate, object.as_deref()) {
                if !bare || j < at {
                    let first = found.entry(self.sets.root(j)).or_insert(j);
                    *first = j.min(*first);
                }
            }
        }
        only(found)
    }

    /// "the president of the club": does a word of ownership follow the role?
    fn has_complement(&self, role: usize) -> bool {
        let end = self.mentions.get(role).map_or(0, |m| m.span.end as usize);
        let next = self.article.text.get(end..);
        let next = next.and_then(|t| t.split_whitespace().next());
        let of = &self.pack.triggers().nominal.of;
        next.is_some_and(|w| of.iter().any(|o| o == w))
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
        for (i, mention) in self.mentions.iter().enumerate() {
            if mention.form != MentionForm::Pronoun
                || mention.plural
                || mention.class != EntityClass::Person
            {
                continue;
            }
            let Some(gender) = mention.gender.filter(|_| self.is_single(grammar, i)) else {
                continue;
            };
            let beside = self.beside(grammar, mention);
            let block = self.sentences.get(mention.sentence).map(|s| s.block);
            for back in 0..=REACH {
                let Some(sentence) = mention.sentence.checked_sub(back) else {
                    break;
                };
                if self.sentences.get(sentence).map(|s| s.block) != block {
                    break;
                }
                let mut candidates = self.people_in(&people, sentence, i, gender);
                candidates.retain(|&j| !beside.contains(&self.sets.root(j)));
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
                let topic = self.topic(grammar, mention, &candidates);
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
        let mut home: Option<Option<usize>> = None;
        for (i, mention) in self.mentions.iter().enumerate() {
            let noun = mention.evidence.first().map_or("", String::as_str);
            let place = noun
                .strip_prefix(NOMINAL)
                .and_then(|n| n.parse::<usize>().ok());
            let listed = place.and_then(|k| table.nominals.get(k));
            if listed.is_none()
                && self.is_unresolved_pronoun(i)
                && let Some(j) = self.body_meant(grammar, i)
            {
                let (text, name) = (self.text(i), self.text(j));
                self.join(j, i, || format!("{text}: takes up {name}"));
            }
            let bare = self.is_bare_government(mention);
            let wanted = match listed {
                Some(noun) => Wanted::of(noun),
                None if self.has_owner(i) => continue,
                None if self.is_organ(mention) => {
                    // Without an article it is an organ of power only where it acts.
                    let unowned = mention.evidence.iter().any(|e| e == UNOWNED);
                    if unowned && !grammar.does(mention) {
                        continue;
                    }
                    let place = self.place_of(grammar, mention);
                    if let Ok(Some(code)) = &place {
                        self.be_state(i, code, "of the state of its place");
                        continue;
                    }
                    if !bare {
                        if let (Ok(_), Some(code)) = (place, &about) {
                            self.be_state(i, code, "of the state the text is about");
                        }
                        continue;
                    }
                    Wanted::STATE
                }
                None if bare => Wanted::STATE,
                None => continue,
            };
            let stands = grammar
                .part(mention)
                .is_some_and(|p| p.subject || wanted.object);
            if wanted.topic && !stands {
                continue;
            }
            // "Its neighbour attacked X": who acts is not the one it is a neighbour of.
            let acts = grammar.part(mention).is_none_or(|p| p.subject);
            if wanted.relational && (acts || self.beside(grammar, mention).is_empty()) {
                continue;
            }
            let found = match listed.filter(|n| !n.named.is_empty()) {
                Some(noun) => self.named_with(grammar, i, noun),
                None => self.taken_up(grammar, i, &wanted),
            };
            if listed.is_none() {
                if !self.place_government(i, found, about.as_deref())
                    && let Some(j) = *home.get_or_insert_with(|| self.home())
                {
                    let (text, name) = (self.text(i), self.text(j));
                    self.join(j, i, || format!("{text}: takes up {name}"));
                }
            } else if let Some(j) = found {
                let (text, name) = (self.text(i), self.text(j));
                self.join(j, i, || format!("{text}: takes up {name}"));
            }
        }
        self.same_organs();
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

    /// Attaches a government that nobody is said to own: to the state near before it, unless the text is about another one and begins a paragraph in between,
    /// else to the one that title and lead are about; tells whether there is any.
    fn place_government(&mut self, at: usize, near: Option<usize>, about: Option<&str>) -> bool {
        let block = |s: &Self, m: usize| {
            let sentence = s.mentions.get(m).map(|m| m.sentence)?;
            Some(s.sentences.get(sentence)?.block)
        };
        let visitor = near.is_some_and(|j| {
            let other = about.is_some() && self.code_of(j).as_deref() != about;
            other && block(self, j) != block(self, at)
        });
        if let Some(j) = near.filter(|_| !visitor) {
            let (text, name) = (self.text(at), self.text(j));
            self.join(j, at, || format!("{text}: takes up {name}"));
        } else if let Some(code) = about {
            self.be_state(at, code, "of the state the text is about");
        } else {
            return false;
        }
        true
    }

    /// "Police shot a man in Lima": the state of the one place of an organ's clause; `Err` where there are several.
    fn place_of(&self, grammar: &Grammar<'_>, mention: &Mention) -> Result<Option<String>, ()> {
        let Some(part) = grammar.part(mention) else {
            return Err(());
        };
        let inside = &self.pack.coreference().inside;
        let first = self
            .mentions
            .partition_point(|m| m.sentence < mention.sentence);
        let here = self.mentions.iter().skip(first);
        let here = here.take_while(|m| m.sentence == mention.sentence);
        let mut codes: BTreeSet<&str> = BTreeSet::new();
        for place in here.filter(|m| is_land(m)) {
            let located = grammar.location(place);
            let own = |(case, verb): &(String, usize)| *verb == part.verb && inside.contains(case);
            if located.is_some_and(|l| own(&l)) {
                codes.extend(place.country.as_deref());
            }
        }
        let one = codes.pop_first().map(str::to_owned);
        if codes.is_empty() { Ok(one) } else { Err(()) }
    }

    /// Makes a mention one of the state, which is one node, named or not.
    fn be_state(&mut self, at: usize, code: &str, why: &str) {
        let text = self.text(at);
        let state = |m: &Mention| {
            let own = m.country.as_deref() == Some(code);
            own && (m.class == EntityClass::Country && !m.plural || self.is_government(m))
        };
        if let Some(j) = self.mentions.iter().position(state) {
            self.join(j, at, || format!("{text}: {why}"));
        } else if let Some(state) = self.lexicon.gazetteer().country(code) {
            let id = state.id.to_owned();
            let other = self.entries.iter().find(|(_, e)| **e == id);
            if let Some(other) = other.map(|(root, _)| *root) {
                self.join(other, at, || format!("{text}: {why}"));
            } else {
                let root = self.sets.root(at);
                self.entries.insert(root, id);
                let reason = format!("{text}: {why}");
                self.reasons.entry(root).or_default().push(reason);
            }
        }
    }

    /// Organs that no state was found for are one as far as they are written alike.
    fn same_organs(&mut self) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for (i, mention) in self.mentions.iter().enumerate() {
            let named = mention.form == MentionForm::Nominal && self.is_organ(mention);
            if !named || self.has_owner(i) {
                continue;
            }
            let text = self.text(i);
            match first.get(&text.to_lowercase()) {
                Some(&j) => {
                    self.join(j, i, || format!("{text}: written as before"));
                }
                None => {
                    first.insert(text.to_lowercase(), i);
                }
            }
        }
    }

    /// Police and the like, without a state.
    pub(super) fn is_organ(&self, mention: &Mention) -> bool {
        let organs = &self.pack.coreference().organs;
        let kind = mention.evidence.first();
        let kind = kind.and_then(|e| e.strip_prefix("group:"));
        mention.country.is_none()
            && matches!(mention.form, MentionForm::Nominal | MentionForm::Pronoun)
            && kind.is_some_and(|k| organs.iter().any(|o| o == k))
            && super::owner_of(mention).is_none()
    }

    /// The state that title and lead are about: the only one that the title names, by itself, its places or its people, and that the lead names most.
    fn about(&self) -> Option<String> {
        let kind = |m: &Mention| {
            let block = self.sentences.get(m.sentence).map(|s| s.block)?;
            self.article.blocks.get(block).map(|b| (b.kind, m.sentence))
        };
        let mut title: BTreeSet<&str> = BTreeSet::new();
        let mut lead: BTreeMap<&str, usize> = BTreeMap::new();
        let mut begin: Option<usize> = None;
        for mention in self.mentions {
            let state = mention.class != EntityClass::Organisation || self.is_government(mention);
            let code = mention.country.as_deref().filter(|c| state && c.len() == 3);
            match kind(mention) {
                Some((BlockKind::Headline, _)) => title.extend(code),
                Some((_, sentence)) if sentence < begin.unwrap_or(sentence) + LEAD => {
                    begin.get_or_insert(sentence);
                    if let Some(code) = code {
                        *lead.entry(code).or_default() += 1;
                    }
                }
                Some(_) => break,
                None => {}
            }
        }
        let only = title.pop_first().filter(|_| title.is_empty())?;
        let most = lead.values().copied().max()?;
        let mut best = lead.iter().filter(|(_, n)| **n == most).map(|(c, _)| *c);
        let best = best.next().filter(|_| best.next().is_none())?;
        (best == only).then(|| only.to_owned())
    }

    /// The code of the state that a mention belongs to.
    fn code_of(&mut self, at: usize) -> Option<String> {
        let own = self.mentions.get(at).and_then(|m| m.country.clone());
        let root = self.sets.root(at);
        let entry = self.entries.get(&root);
        own.or_else(|| {
            let known = self.lexicon.gazetteer().entry(entry?)?;
            known.country.map(str::to_owned)
        })
    }

    /// The state that an article is about: the one it names far more often than any other. "The government" is its government.
    fn home(&mut self) -> Option<usize> {
        let mut named: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for (j, mention) in self.mentions.iter().enumerate() {
            let state = mention.form == MentionForm::Metonym || self.is_government(mention);
            if state && mention.country.is_some() || mention.class == EntityClass::Country {
                let slot = named.entry(self.sets.root(j)).or_insert((0, j));
                slot.0 += 1;
            }
        }
        let mut counts: Vec<(usize, usize)> = named.into_values().collect();
        counts.sort_unstable_by_key(|&(n, j)| (std::cmp::Reverse(n), j));
        let (most, first) = *counts.first()?;
        let second = counts.get(1).map_or(0, |c| c.0);
        (most >= LEAST_NAMED && most >= 2 * second).then_some(first)
    }

    /// The only actor that is wanted near before a mention and not beside it at its verb, or of several the topic of the last sentence.
    pub(super) fn taken_up(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        wanted: &Wanted<'_>,
    ) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let beside = self.beside(grammar, mention);
        for back in 0..=REACH {
            let sentence = mention.sentence.checked_sub(back)?;
            let mut candidates = self.of_class(sentence, at, wanted);
            candidates.retain(|&j| !beside.contains(&self.sets.root(j)));
            if candidates.is_empty() {
                continue;
            }
            let topic = self.topic(grammar, mention, &candidates).or_else(|| {
                let goes_on = |j: &&usize| grammar.goes_on(mention, &self.mentions[**j]);
                let mut first = candidates.iter().filter(|_| wanted.topic).filter(goes_on);
                first.next().copied().filter(|_| first.next().is_none())
            });
            let only = candidates.first().filter(|_| candidates.len() == 1);
            let sure = only.filter(|_| !wanted.topic || back == 0).copied();
            let sure = sure.filter(|&j| !wanted.of_states() || !self.has_rival(at, j, &beside));
            return sure.or(topic);
        }
        None
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

    /// The body whose name has the noun ("the commission", the European Commission): the only one named before, or of several the only one near.
    fn named_with(&mut self, grammar: &Grammar<'_>, at: usize, noun: &Nominal) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        // "The council meeting": a part of a phrase takes up nobody.
        grammar.part(mention)?;
        let beside = self.beside(grammar, mention);
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            let name = other.form == MentionForm::Name && noun.classes.contains(&other.class);
            if name && noun.names(self.text(j)) {
                found.insert(self.sets.root(j), j);
            }
        }
        found.retain(|root, _| !beside.contains(root));
        let near = |j: &&usize| {
            let other = self.mentions.get(**j);
            other.is_some_and(|m| m.sentence + REACH >= mention.sentence)
        };
        let mut close = found.values().filter(near);
        let close = close.next().copied().filter(|_| close.next().is_none());
        only(found).or(close)
    }

    /// Is it known whose it is, or is it a person's ("his government"), whatever state was named last?
    fn has_owner(&mut self, at: usize) -> bool {
        let root = self.sets.root(at);
        let personal = |m: &Mention| {
            let word = self.possessive_of(m);
            word.is_some_and(|w| self.pack.coreference().pronoun(&w).is_some())
        };
        let personal = self.mentions.get(at).is_some_and(personal);
        personal || root != at || self.entries.contains_key(&root)
    }

    /// "The government" of a state that is not named.
    fn is_bare_government(&self, mention: &Mention) -> bool {
        let bare = &self.pack.coreference().bare_governments;
        let kind = mention
            .evidence
            .first()
            .and_then(|e| e.strip_prefix("group:"));
        let ruled = mention.evidence.iter().any(|e| e == RULED);
        matches!(mention.form, MentionForm::Nominal | MentionForm::Pronoun)
            && mention.country.is_none()
            && kind.is_some_and(|k| bare.iter().any(|b| b == k))
            && super::owner_of(mention).is_none()
            && !ruled
    }

    /// One mention for each actor of a sentence that is wanted and stands before the word that takes it up.
    fn of_class(&mut self, sentence: usize, before: usize, wanted: &Wanted<'_>) -> Vec<usize> {
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
            if named && wanted.fits(class, mention.sector.as_ref()) && self.agrees(j, wanted) {
                found.entry(self.sets.root(j)).or_insert(j);
            }
        }
        found.into_values().collect()
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
        wanted.articles.contains(&article)
    }

    /// One mention for each person of a sentence who may be of the gender and stands before the pronoun.
    fn people_in(
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

/// A place or a state by its own name.
fn is_land(mention: &Mention) -> bool {
    let land = matches!(mention.class, EntityClass::Place | EntityClass::Country);
    land && matches!(mention.form, MentionForm::Name | MentionForm::Metonym)
        && mention.country.is_some()
}

/// Whom a class noun may stand for.
pub(super) struct Wanted<'t> {
    classes: &'t [EntityClass],
    sectors: &'t [String],
    articles: &'t [String],
    topic: bool,
    object: bool,
    relational: bool,
}

impl<'t> Wanted<'t> {
    /// A state, whatever is said of it.
    pub(super) const STATE: Self = Self {
        classes: &[EntityClass::Country],
        sectors: &[],
        articles: &[],
        topic: false,
        object: false,
        relational: false,
    };

    fn of(noun: &'t Nominal) -> Self {
        Self {
            classes: &noun.classes,
            sectors: &noun.sectors,
            articles: &noun.articles,
            topic: noun.topic,
            object: noun.object,
            relational: noun.relational,
        }
    }

    /// Is it a state alone that may be meant?
    fn of_states(&self) -> bool {
        self.classes == [EntityClass::Country] && self.sectors.is_empty()
    }

    fn fits(&self, class: EntityClass, sector: Option<&String>) -> bool {
        let sectors = self.sectors;
        self.classes.contains(&class)
            && (sectors.is_empty() || sector.is_some_and(|s| sectors.contains(s)))
    }
}

/// The people of each sentence and what is known of their gender.
struct People {
    /// Mentions of single persons by sentence, ascending.
    of_sentence: FxHashMap<usize, Vec<usize>>,
    /// Genders of the members of each set, by root.
    genders: FxHashMap<usize, BTreeSet<char>>,
}

impl People {
    fn new(state: &mut State<'_>) -> Self {
        let mut people = Self {
            of_sentence: FxHashMap::default(),
            genders: FxHashMap::default(),
        };
        for (i, mention) in state.mentions.iter().enumerate() {
            if mention.class == EntityClass::Person && !mention.plural {
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
