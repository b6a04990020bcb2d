//! Organs of power whose state is to be found: "the government", "police", "the coast guard"; and bodies of a state that the text sets against it.
//!
//! In: clusters of names. Out: the same with organs attached to their state. Invariant: where they act or whom the text is about tells whose they are;
//! what is not certain stays nobody. Does not: find them (extract::mention::group does).

use super::anaphora::Wanted;
use super::{Grammar, State, owner_of};
use crate::base::analysis::{EntityClass, Mention, MentionForm};
use crate::base::article::BlockKind;
use crate::base::letters::small;
use crate::extract::mention::{PLACED, RULED, UNOWNED};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// The lead is this many sentences.
const LEAD: usize = 3;

/// How many sentences back whoever tells the state of a government is told of.
const TOLD: usize = 2;

/// Least mentions of the state that an article is about.
const LEAST_NAMED: usize = 3;

impl State<'_> {
    /// Attaches an organ of power that nobody is said to own: to the state of its place or of the same organ before it, to the one near before it, or to the
    /// one the text is `about`; `home` is worked out once.
    pub(super) fn organ(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        about: Option<&str>,
        home: &OnceCell<Option<usize>>,
    ) {
        let Some(mention) = self.mentions.get(at) else {
            return;
        };
        if self.is_known_force(mention) {
            if let Some(j) = self.same_organ_before(at) {
                let text = self.text(at);
                self.join(j, at, || format!("{text}: the force named before"));
            }
            return;
        }
        let organ = self.is_organ(mention);
        let bare = self.is_bare_government(mention);
        if self.is_officer(grammar, at) {
            self.at_home(grammar, at, about, home);
            return;
        }
        if !organ && !bare || self.has_owner(at) {
            return;
        }
        let settled = if organ {
            let found = self.organ_in_place(grammar, at, about);
            let done = matches!(found, Found::Settled);
            let first = !bare && !done && (!self.is_placed(mention) || self.is_domestic(mention));
            if first {
                self.at_home(grammar, at, about, home);
            }
            first || done
        } else if let Some(code) = self.setting(grammar, at) {
            self.be_state(at, &code, "of the state where it is spoken of");
            true
        } else {
            false
        };
        if settled {
            return;
        }
        // A secret service is that of the one state near whose people it does not act upon.
        let table = self.pack.coreference();
        let kind = kind_of(mention);
        let body = kind.is_some_and(|k| table.bodies.iter().any(|b| b == k));
        if !bare && !body && !self.has_one_state(grammar, at) {
            self.at_home(grammar, at, about, home);
            return;
        }
        if bare && let Some(code) = self.place_joined(grammar, at) {
            self.be_state(at, &code, "of the state of the place told before");
            return;
        }
        if bare && let Some(code) = self.own_government(grammar, at) {
            self.be_state(at, &code, "of the state in whose politics the speaker is");
            return;
        }
        let found = self.taken_up(grammar, at, &Wanted::STATE);
        let found = found.or_else(|| self.criticised_at_home(grammar, at).filter(|_| bare));
        // "Mali seized a mine. France condemned the step. The government …": a state named once does not take it from the one that is named far more.
        let mut most = || *home.get_or_init(|| self.home());
        let passing = found.filter(|_| bare && grammar.does(mention));
        let found = match passing.map(|j| (j, most())) {
            Some((j, Some(h))) if self.is_named_once(j) => {
                let other = self.code_of(j) != self.code_of(h);
                Some(if other { h } else { j })
            }
            _ => found,
        };
        if self.place_government(at, found, about) {
            return;
        }
        if let Some(j) = *home.get_or_init(|| self.home()) {
            let (text, name) = (self.text(at), self.text(j));
            self.join(j, at, || format!("{text}: takes up {name}"));
        } else if let Some(code) = self.code_told(at).filter(|_| bare) {
            self.be_state(at, &code, "of the state of those told of before");
        } else if organ {
            self.at_home(grammar, at, about, home);
        }
    }

    /// "Raila Odinga sued the electoral commission. A court dismissed the case": an organ of which nothing near says whose it is, is that of the one state of
    /// whose people, places and bodies the text tells, or else of the one that it is `about`, or that it names far more than others.
    fn at_home(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        about: Option<&str>,
        home: &OnceCell<Option<usize>>,
    ) {
        let Some(mention) = self.mentions.get(at) else {
            return;
        };
        if self.code_of(at).is_some() {
            return;
        }
        let mut codes: BTreeSet<String> = BTreeSet::new();
        let mut told = false;
        for (j, other) in self.mentions.iter().enumerate() {
            // "The court" beside that of many states may be that one; judges without a court may be of a contest.
            let alike = other.sector.is_some() && other.sector == mention.sector;
            let code = other.country.as_deref();
            if alike && code.is_some_and(|c| self.is_international(c)) {
                return;
            }
            let party = other.class != EntityClass::Organisation || self.is_government(other);
            if let Some(code) = self.code_of(j).filter(|_| party && j != at) {
                // "Police arrested X, who had threatened Peru": what is told of X tells nothing of the police.
                let apart = other.sentence != mention.sentence;
                let person = other.class == EntityClass::Person;
                told |= apart || person || grammar.beside(mention, other);
                codes.insert(code);
            }
        }
        let state = |c: &String| self.lexicon.gazetteer().country(c).is_some();
        codes.retain(state);
        let only = codes.first().filter(|_| told && codes.len() == 1);
        let only = only.cloned();
        let about = || about.map(str::to_owned);
        let most = || (*home.get_or_init(|| self.home())).and_then(|j| self.code_of(j));
        if let Some(code) = only.or_else(about).or_else(most) {
            self.be_state(at, &code, "of the state whose affairs the text tells");
        }
    }

    /// "Zambia gave maize to its neighbour", "The army seized power in Gabon. France protested. The bloc suspended the country": of a noun for a state that
    /// nothing near tells, the one that the text is about, if somebody acts upon it, or the only one of whose own forces it tells.
    pub(super) fn told_at_large(
        &mut self,
        grammar: &Grammar<'_>,
        at: usize,
        wanted: &Wanted<'_>,
    ) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let upon = grammar.part(mention).is_some_and(|p| !p.subject);
        let aside = self.aside(grammar, at, wanted);
        let found = if wanted.relational {
            let code = self.about()?;
            let own =
                |m: &Mention| m.class == EntityClass::Country && m.country.as_ref() == Some(&code);
            self.mentions.iter().take(at).position(own)
        } else {
            let armed = &self.lexicon.ontology.codes.armed;
            let mut troops: BTreeMap<usize, usize> = BTreeMap::new();
            for (j, other) in self.mentions.iter().enumerate().take(at) {
                // "Russian troops" may be anywhere.
                let home = other.country.is_none() && owner_of(other).is_none();
                let body = kind_of(other).is_some() && home;
                let force = other.sector.as_ref().is_some_and(|s| armed.contains(s));
                if body && force && grammar.acts(other) && self.code_of(j).is_some() {
                    troops.entry(self.sets.root(j)).or_insert(j);
                }
            }
            super::only(troops)
        };
        found.filter(|&j| upon && !aside.contains(&self.sets.root(j)))
    }

    /// Courts and the like, whose state is that of the affairs they deal with, not the one named last.
    fn is_domestic(&self, mention: &Mention) -> bool {
        let table = &self.pack.coreference().domestic;
        kind_of(mention).is_some_and(|k| table.iter().any(|d| d == k))
    }

    /// "The prosecutor accused him": somebody without a name who acts in an office of courts, of which nothing says whose it is.
    fn is_officer(&mut self, grammar: &Grammar<'_>, at: usize) -> bool {
        let officers = &self.pack.coreference().officers;
        let Some(mention) = self.mentions.get(at) else {
            return false;
        };
        let role = mention.role.as_ref().filter(|r| r.object.is_none());
        let role = role.is_some_and(|r| !r.former && officers.contains(&r.title));
        let open = mention.form == MentionForm::Role && mention.country.is_none();
        // "Accused the judges of bias", where a court was told of.
        let court = |m: &Mention| {
            let sector = m.sector.is_some() && m.sector == mention.sector;
            sector && m.class == EntityClass::Organisation
        };
        let told = || grammar.part(mention).is_some() && self.mentions.iter().any(court);
        let acts = !mention.plural && grammar.does(mention);
        role && open && (acts || told()) && self.sets.root(at) == at
    }

    /// "General Tiani ousted Mohamed Bazoum. The junta …": the one state of which the persons and places told of near before are.
    fn code_told(&mut self, at: usize) -> Option<String> {
        let sentence = self.mentions.get(at)?.sentence;
        let mut codes: BTreeSet<String> = BTreeSet::new();
        for j in 0..at {
            let other = &self.mentions[j];
            let near = other.sentence < sentence && other.sentence + TOLD >= sentence;
            if near && other.class != EntityClass::Organisation {
                codes.extend(self.code_of(j));
            }
        }
        let state = |c: &String| self.lexicon.gazetteer().country(c).is_some();
        codes.pop_first().filter(|c| codes.is_empty() && state(c))
    }

    /// Attaches police and the like by their clause: to the state of its one place, of the same organ named before, or of the holder of office it acts upon;
    /// those that are no body named by a state near before them to the one the text is about.
    fn organ_in_place(&mut self, grammar: &Grammar<'_>, at: usize, about: Option<&str>) -> Found {
        let Some(mention) = self.mentions.get(at) else {
            return Found::Settled;
        };
        let placed = self.is_placed(mention);
        // Without an article it is an organ of power only where it acts; "the military operation" is none.
        let unowned = mention.evidence.iter().any(|e| e == UNOWNED);
        if unowned && !grammar.does(mention) || placed && grammar.location(mention).is_none() {
            return Found::Settled;
        }
        let place = self.place_of(grammar, mention);
        if let Ok(Some(code)) = &place {
            self.be_state(at, code, "of the state of its place");
            return Found::Settled;
        }
        if let Some(j) = self.same_organ_before(at) {
            let text = self.text(at);
            self.join(j, at, || format!("{text}: the organ named before"));
            return Found::Settled;
        }
        let state = self.state_acted_upon(grammar, at).filter(|_| placed);
        if let Some(code) = state {
            self.be_state(at, &code, "of the state of whom it acts upon");
            return Found::Settled;
        }
        if !placed
            && !self.is_bare_government(mention)
            && let (Ok(_), Some(code)) = (place, about)
        {
            self.be_state(at, code, "of the state the text is about");
        }
        Found::Open
    }

    /// Is it an organ that a definite form makes that of a state named before ("the coast guard")?
    fn is_placed(&self, mention: &Mention) -> bool {
        let kind = kind_of(mention);
        let table = &self.pack.coreference().placed;
        mention.evidence.iter().any(|e| e == PLACED)
            || mention.evidence.iter().any(|e| e == UNOWNED)
                && kind.is_some_and(|k| table.iter().any(|p| p == k))
    }

    /// "The Chinese coast guard … the coast guard": an earlier mention of the same organ, if all that are known are of one state.
    fn same_organ_before(&mut self, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let kind = kind_of(mention)?;
        let noun = self.text(at).to_lowercase();
        let mut found: Option<(String, usize)> = None;
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            if kind_of(other) != Some(kind) || owner_of(other).is_some() {
                continue;
            }
            // A senate is no parliament told before.
            let own = || self.text(j).to_lowercase();
            if self.is_domestic(mention) && !own().contains(&noun) {
                continue;
            }
            let Some(code) = self.code_of(j) else {
                continue;
            };
            match &found {
                Some((known, _)) if *known != code => return None,
                Some(_) => {}
                None => found = Some((code, j)),
            }
        }
        found.map(|(_, j)| j)
    }

    /// "The military ousted President X": the state of the one head of state or minister beside an organ that acts.
    fn state_acted_upon(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<String> {
        let mention = self.mentions.get(at).filter(|m| grammar.acts(m))?;
        let offices = &self.pack.coreference().bare_offices;
        let first = self
            .mentions
            .partition_point(|m| m.sentence < mention.sentence);
        let mut codes = BTreeSet::new();
        for (j, other) in self.mentions.iter().enumerate().skip(first) {
            if other.sentence != mention.sentence {
                break;
            }
            let office = other.role.as_ref();
            let office = office.is_some_and(|r| !r.former && offices.contains(&r.title));
            if office && other.class == EntityClass::Person && grammar.beside(mention, other) {
                codes.extend(self.code_of(j));
            }
        }
        codes.pop_first().filter(|_| codes.is_empty())
    }

    /// "In Canberra, X criticised the government": the state that a sentence opens with as the place of what is said of a government, unless whoever says
    /// it is known to be of another one.
    fn setting(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<String> {
        let mention = self.mentions.get(at)?;
        let part = grammar.part(mention).filter(|p| !p.subject)?;
        let inside = &self.pack.coreference().inside;
        let first = self
            .mentions
            .partition_point(|m| m.sentence < mention.sentence);
        let capital = |m: &Mention| {
            let entry = m.entry.as_deref();
            let entry = entry.and_then(|e| self.lexicon.gazetteer().entry(e));
            m.class == EntityClass::Country || entry.is_some_and(|e| e.capital_of.is_some())
        };
        let opens = self.mentions.get(first)?;
        let (case, verb) = grammar.location(opens)?;
        let setting = first < at
            && is_land(opens)
            && capital(opens)
            && grammar.part(opens).is_some_and(|p| !p.subject)
            && verb == part.verb
            && inside.contains(&case);
        let code = opens.country.clone().filter(|_| setting)?;
        for (j, other) in self.mentions.iter().enumerate().skip(first + 1) {
            if other.sentence != mention.sentence {
                break;
            }
            let other = grammar.beside(mention, other);
            if other && self.code_of(j).is_some_and(|c| c != code) {
                return None;
            }
        }
        Some(code)
    }

    /// The bodies that the article sets against their own state, by its code and their kind: an army beside rebels of that state, a body beside its government
    /// at one verb.
    pub(super) fn torn_bodies(&self, grammar: &Grammar<'_>) -> BTreeSet<(String, String)> {
        let bodies = &self.pack.coreference().bodies;
        let codes = &self.lexicon.ontology.codes;
        let listed =
            |list: &[String], m: &Mention| m.sector.as_ref().is_some_and(|s| list.contains(s));
        let mut torn = BTreeSet::new();
        for mention in self.mentions {
            let kind = kind_of(mention).filter(|k| bodies.iter().any(|b| b == k));
            let (Some(kind), Some(code)) = (kind, mention.country.as_ref()) else {
                continue;
            };
            let rebels = |m: &Mention| {
                listed(&codes.apart, m)
                    && listed(&codes.armed, m)
                    && m.country.as_ref() == Some(code)
            };
            let fights = listed(&codes.armed, mention) && self.mentions.iter().any(rebels);
            if fights || self.stands_against(grammar, mention, code) {
                torn.insert((code.clone(), kind.to_owned()));
            }
        }
        torn
    }

    /// "The tribunal in The Hague": is no more told of a body than where it sits? It may be that of many states.
    pub(super) fn is_of_seat(&self, body: &Mention) -> bool {
        let next = self
            .mentions
            .partition_point(|m| m.span.start < body.span.end);
        let seat = self.mentions.get(next).filter(|m| {
            m.class == EntityClass::Place
                && matches!(m.form, MentionForm::Name | MentionForm::Metonym)
        });
        let text = &self.article.text;
        let between = seat.and_then(|s| text.get(body.span.end as usize..s.span.start as usize));
        let locatives = &self.pack.mention_words().locatives;
        between.is_some_and(|b| locatives.iter().any(|l| *l == b.trim()))
    }

    /// "X sued Y at the International Court of Justice. The judges in The Hague …": the only international body of their sector that was named before.
    pub(super) fn seated(&mut self, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let bodies = &self.pack.coreference().bodies;
        let kind = kind_of(mention).filter(|k| bodies.iter().any(|b| b == k));
        let told = kind.is_some() && mention.sector.is_some() && self.is_of_seat(mention);
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, other) in self.mentions.iter().enumerate().take(at).filter(|_| told) {
            let named = other.class == EntityClass::Organisation && other.form == MentionForm::Name;
            let code = other.country.as_deref();
            let apart = code.is_some_and(|c| self.is_international(c));
            if named && apart && other.sector == mention.sector {
                found.entry(self.sets.root(j)).or_insert(j);
            }
        }
        super::only(found)
    }

    /// Is a code that of bodies of many states?
    pub(super) fn is_international(&self, code: &str) -> bool {
        let codes = &self.lexicon.ontology.codes.international;
        codes.iter().any(|c| c == code)
    }

    /// Does the state itself or its government stand beside one of its bodies at a verb?
    fn stands_against(&self, grammar: &Grammar<'_>, body: &Mention, code: &str) -> bool {
        let table = self.pack.coreference();
        let first = self
            .mentions
            .partition_point(|m| m.sentence < body.sentence);
        let here = self.mentions.iter().skip(first);
        let mut here = here.take_while(|m| m.sentence == body.sentence);
        here.any(|m| {
            let own = m.country.as_deref() == Some(code);
            let power = kind_of(m).is_some_and(|k| table.bare_governments.iter().any(|g| g == k));
            let state = m.class == EntityClass::Country && own;
            let inside = || {
                grammar
                    .location(m)
                    .is_some_and(|l| table.inside.contains(&l.0))
            };
            (state || power && (own || m.country.is_none()))
                && m.span != body.span
                && grammar.beside(body, m)
                && !inside()
        })
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

    /// Are all states, places and persons near before and beside an organ of one state, but for whoever it acts upon?
    fn has_one_state(&mut self, grammar: &Grammar<'_>, at: usize) -> bool {
        let Some(mention) = self.mentions.get(at) else {
            return false;
        };
        let beside = self.beside(grammar, mention);
        let first = mention.sentence.saturating_sub(TOLD);
        let near = self.mentions.partition_point(|m| m.sentence < first);
        let end = self
            .mentions
            .partition_point(|m| m.sentence <= mention.sentence);
        let mut codes: BTreeSet<String> = BTreeSet::new();
        for j in near..end {
            let root = self.sets.root(j);
            let party = self.mentions[j].class != EntityClass::Organisation;
            if party && !beside.contains(&root) {
                codes.extend(self.code_of(j));
            }
        }
        codes.len() == 1
    }

    /// "Lithuania closed the border with Belarus. Opposition leader X urged the government": the state that the last sentence is about, where whoever speaks
    /// to a government holds a title that is held at home.
    fn criticised_at_home(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let domestic = &self.pack.coreference().peoples.domestic;
        let first = self
            .mentions
            .partition_point(|m| m.sentence < mention.sentence);
        let speaks = |j: &usize| {
            let other = &self.mentions[*j];
            let role = other.role.as_ref().filter(|r| r.object.is_none());
            let titled = role.is_some_and(|r| !r.former && domestic.contains(&r.title));
            titled && other.country.is_none() && grammar.beside(mention, other)
        };
        let acted = grammar.part(mention).is_some_and(|p| !p.subject);
        let mut here = (first..at).take_while(|_| acted);
        let _speaker = here.find(speaks)?;
        let last = mention.sentence.checked_sub(1)?;
        let mut topics: BTreeMap<usize, usize> = BTreeMap::new();
        for j in 0..first {
            let other = &self.mentions[j];
            let state = other.class == EntityClass::Country || self.is_government(other);
            if other.sentence == last && state && grammar.is_topic(other) {
                topics.entry(self.sets.root(j)).or_insert(j);
            }
        }
        super::only(topics)
    }

    /// "Spain's opposition leader X accused the government": the state of the one person who speaks to a government and holds a title that is held at home.
    fn own_government(&self, grammar: &Grammar<'_>, at: usize) -> Option<String> {
        let mention = self.mentions.get(at)?;
        grammar.part(mention).filter(|p| !p.subject)?;
        let domestic = &self.pack.coreference().peoples.domestic;
        let first = self
            .mentions
            .partition_point(|m| m.sentence < mention.sentence);
        let speaks = |m: &&Mention| {
            let titled = m
                .role
                .as_ref()
                .is_some_and(|r| !r.former && domestic.contains(&r.title));
            titled && m.class == EntityClass::Person && grammar.beside(mention, m)
        };
        let here = self.mentions.iter().take(at).skip(first);
        let mut speakers = here.filter(speaks);
        let code = speakers.next()?.country.clone()?;
        let known = self.lexicon.gazetteer().country(&code).is_some();
        (known && speakers.next().is_none()).then_some(code)
    }

    /// "X was arrested in Lima and accused by the regime": the state of the one place of the clause that the clause of an organ is joined to.
    fn place_joined(&self, grammar: &Grammar<'_>, at: usize) -> Option<String> {
        let mention = self.mentions.get(at).filter(|m| grammar.does(m))?;
        let verb = grammar.part(mention)?.verb;
        let before = grammar.joined_to(mention, verb)?;
        let inside = &self.pack.coreference().inside;
        let first = self
            .mentions
            .partition_point(|m| m.sentence < mention.sentence);
        let here = self.mentions.iter().take(at).skip(first);
        let places = here.filter(|m| {
            let located = grammar.location(m);
            is_land(m) && located.is_some_and(|(case, v)| v == before && inside.contains(&case))
        });
        let mut codes: BTreeSet<&str> = places.filter_map(|m| m.country.as_deref()).collect();
        let one = codes.pop_first().map(str::to_owned);
        one.filter(|_| codes.is_empty())
    }

    /// Makes a mention one of the state, which is one node, named or not.
    pub(super) fn be_state(&mut self, at: usize, code: &str, why: &str) {
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
    pub(super) fn same_organs(&mut self) {
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

    /// "Russian troops … the soldiers": forces in a definite form that nothing says whose they are.
    fn is_known_force(&self, mention: &Mention) -> bool {
        let table = self.pack.coreference();
        let armed = &self.lexicon.ontology.codes.armed;
        let force = mention.form == MentionForm::Nominal
            && mention.class == EntityClass::Group
            && mention.country.is_none()
            && owner_of(mention).is_none()
            && mention.sector.as_ref().is_some_and(|s| armed.contains(s))
            && kind_of(mention).is_some_and(|k| table.governments.iter().any(|g| g == k))
            && !self.is_organ(mention);
        let before = self.article.text.get(..mention.span.start as usize);
        let before = before.and_then(|t| t.split_whitespace().next_back());
        let word = small(before.unwrap_or_default());
        let form = small(mention.span.of(&self.article.text));
        let ends = |e: &String| form.ends_with(e.as_str());
        let titles = &self.pack.titles().table;
        let article = titles.articles.has(&word) && !titles.indefinite.has(&word);
        let owned = table.possessives.contains(&word.clone().into_owned());
        force && !owned && (article || table.definite_endings.iter().any(ends))
    }

    /// Police and the like, without a state.
    pub(super) fn is_organ(&self, mention: &Mention) -> bool {
        let organs = &self.pack.coreference().organs;
        let placed = mention.evidence.iter().any(|e| e == PLACED);
        mention.country.is_none()
            && matches!(mention.form, MentionForm::Nominal | MentionForm::Pronoun)
            && kind_of(mention).is_some_and(|k| placed || organs.iter().any(|o| o == k))
            && owner_of(mention).is_none()
    }

    /// The state that title and lead are about: the only one that the title names, by itself, its places or its people, and that the lead names most.
    pub(super) fn about(&self) -> Option<String> {
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
    pub(super) fn code_of(&mut self, at: usize) -> Option<String> {
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

    /// Does the article name the actor of a mention there alone?
    fn is_named_once(&mut self, mention: usize) -> bool {
        let root = self.sets.root(mention);
        let same = |j: &usize| self.sets.root(*j) == root;
        (0..self.mentions.len()).filter(same).take(2).count() == 1
    }

    /// "The government" of a state that is not named.
    fn is_bare_government(&self, mention: &Mention) -> bool {
        let bare = &self.pack.coreference().bare_governments;
        let kind = kind_of(mention);
        let ruled = mention.evidence.iter().any(|e| e == RULED);
        matches!(mention.form, MentionForm::Nominal | MentionForm::Pronoun)
            && mention.country.is_none()
            && kind.is_some_and(|k| bare.iter().any(|b| b == k))
            && owner_of(mention).is_none()
            && !ruled
    }
}

/// What the clause of an organ tells of its state.
enum Found {
    /// It was attached, or it is nobody.
    Settled,
    /// Nothing.
    Open,
}

/// The id of the group that a mention without a name is.
fn kind_of(mention: &Mention) -> Option<&str> {
    mention.evidence.first()?.strip_prefix("group:")
}

/// A place or a state by its own name.
fn is_land(mention: &Mention) -> bool {
    let land = matches!(mention.class, EntityClass::Place | EntityClass::Country);
    land && matches!(mention.form, MentionForm::Name | MentionForm::Metonym)
        && mention.country.is_some()
}
