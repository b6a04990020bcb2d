//! Which mentions a phrase names.
//!
//! In: heads of phrases. Out: mention indices, each once. Invariants: whoever only owns another one named ("the president of Chile") is not named
//! beside it; sources ("according to X") name no one who takes part.

use super::Search;
use crate::base::analysis::{EntityClass, Mention, MentionForm, RoleObject, Upos};

/// How deep inside a noun phrase a mention may stand ("positions of the Palestinian security forces").
const DEPTH: usize = 3;

/// How far behind the word that opens a source its name may stand, in tokens.
const SOURCE_REACH: usize = 8;

/// What a phrase is searched for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Look {
    /// Who acts: a noun of an act stands for whoever did it ("a blast at a school in X killed …" names nobody).
    pub acts: bool,
    /// Whom an answer addresses: a noun of a hostile act stands for whoever did it, not for whom it was done to ("condemned the attack on X").
    pub doers: bool,
    /// Whom a hostile act strikes: there the scene itself may be who suffers ("aid was suspended in X").
    pub strikes: bool,
    /// Whoever is held: that is no place.
    pub holds: bool,
    /// What a blow hits: a place near which it falls may be it ("blew up a bridge near X").
    pub hits_places: bool,
    /// Whom an act of force is aimed at by what it is done for.
    pub aims_at: bool,
    /// Whom a friendly act is done for: "against X" names the other side.
    pub favours: bool,
    /// Whose words are answered: what these are about names nobody who said them.
    pub answers: bool,
    /// Where somebody goes: that is not where he comes from.
    pub goes: bool,
    /// Whoever is spoken to: what that one shall do or did names nobody else who is.
    pub addresses: bool,
}

impl Look {
    /// Who acts.
    pub const ACTING: Self = Self {
        acts: true,
        doers: false,
        strikes: false,
        holds: false,
        hits_places: false,
        aims_at: false,
        favours: false,
        answers: false,
        goes: false,
        addresses: false,
    };
}

impl Search<'_, '_> {
    /// Mentions that noun phrases name, each once, in order.
    pub fn mentions_of(&self, heads: &[usize]) -> Vec<usize> {
        self.named(heads, Look::default())
    }

    /// The same for a certain role.
    pub fn named(&self, heads: &[usize], look: Look) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for &head in heads.iter().filter(|&&h| !self.is_source(h)) {
            for mention in self.of_phrase(head, look) {
                if !found.contains(&mention) {
                    found.push(mention);
                }
            }
        }
        if found.is_empty() {
            return found;
        }
        let owned: Vec<usize> = found.iter().flat_map(|&m| self.owners(m, &found)).collect();
        found.retain(|m| !owned.contains(m));
        found
    }

    /// "According to X" names a source, not one who takes part.
    pub(super) fn is_source(&self, head: usize) -> bool {
        let opens = |&c: &usize| {
            self.view.relation(c) == "case"
                && self.view.in_set(c, &self.view.cues.source_adpositions)
        };
        // "UN-Angaben"
        let form = self.view.form(head);
        let last = form.rsplit('-').next().unwrap_or(form);
        self.view.cues.source_nouns.contains(last)
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
        // "anklagade enligt uppgift X": what the verb acts upon is behind the source.
        let bare = self.clause.case(head).is_empty();
        if bare && matches!(view.relation(head), "obj" | "iobj") {
            return false;
        }
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

    /// Mentions that one noun phrase names.
    pub(in crate::extract::event) fn of_phrase(&self, head: usize, look: Look) -> Vec<usize> {
        if let Some(mention) = self.on(head) {
            // "A man in X who had threatened Y": the clause was hung on the place.
            let by_force = look.strikes || look.holds;
            let above = self.view.head(head).filter(|_| !by_force);
            if above.is_some_and(|a| self.is_bystander(a, head)) {
                return Vec::new();
            }
            if let Some(meant) = self.named_behind(mention) {
                return vec![meant];
            }
            if let Some(state) = self.sender(head, mention) {
                return vec![state];
            }
            let person = self
                .described(head, mention)
                .or_else(|| self.apposed(head, mention));
            if let Some(person) = person {
                return vec![person];
            }
            let named = self.named_nationals(head, mention);
            if !named.is_empty() {
                return named;
            }
            let states = self.states_of(head, mention);
            return if states.is_empty() {
                vec![mention]
            } else {
                states
            };
        }
        self.inside(head, DEPTH, look)
    }

    /// "Irans FN-ambassadör": a noun that begins with the name of a body, said to be a state's, is of that state.
    fn sender(&self, head: usize, mention: usize) -> Option<usize> {
        let view = self.view;
        let body = self.mentions.get(mention)?;
        let longer = body.span.of(view.text).len() < view.form(head).len();
        let office = view
            .cues
            .envoys
            .iter()
            .any(|e| view.form(head).ends_with(e.as_str()));
        let compound = longer && office && body.class == EntityClass::Organisation;
        let state = |m: &usize| {
            let mention = self.mentions.get(*m);
            mention.is_some_and(|m| m.class == EntityClass::Country)
        };
        let of = |&c: &usize| matches!(view.relation(c), "nmod" | "amod") && c < head;
        let parts = view.children(head).iter().copied().filter(of);
        let mut states = parts.filter_map(|c| self.on(c)).filter(state);
        states.next().filter(|_| compound)
    }

    /// "Der Pole Jan Kowalski": a group noun right before the name of a person only describes that one.
    fn described(&self, head: usize, mention: usize) -> Option<usize> {
        let class = |m: usize| self.mentions.get(m).map(|m| m.class);
        let beside = |c: usize| matches!(self.view.relation(c), "appos" | "flat" | "nmod");
        let name = |&c: &usize| c == head + 1 && beside(c);
        let beside = self.view.children(head).iter().copied().find(name)?;
        let person = self
            .on(beside)
            .filter(|&m| class(m) == Some(EntityClass::Person));
        person.filter(|_| class(mention) == Some(EntityClass::Group))
    }

    /// "two Germans, X and Y": people of a nation whom names behind the comma tell apart are these people.
    pub(in crate::extract::event) fn named_nationals(
        &self,
        head: usize,
        mention: usize,
    ) -> Vec<usize> {
        let is =
            |m: usize, class: EntityClass| self.mentions.get(m).map(|m| m.class) == Some(class);
        let noun = self.mentions.get(mention).map(|m| m.form) == Some(MentionForm::Nominal);
        let one = noun && is(mention, EntityClass::Country) && self.view.upos(head) == Upos::Noun;
        if !one && !is(mention, EntityClass::Group) {
            return Vec::new();
        }
        let comma = |&a: &usize| (head..a).any(|t| self.view.form(t) == ",");
        let names = self.clause.appositions(head).into_iter().filter(comma);
        let names = names.flat_map(|a| self.clause.conjuncts(a));
        let named = names.filter_map(|t| self.on(t)).filter(|&m| {
            let name = self.mentions.get(m).map(|m| m.form) == Some(MentionForm::Name);
            name && is(m, EntityClass::Person)
        });
        named.collect()
    }

    /// "The new leader, Nobel laureate X, …": an office that nobody is known to hold, with a name in apposition, also behind a noun of its own.
    fn apposed(&self, head: usize, mention: usize) -> Option<usize> {
        if !self.is_unknown(mention) {
            return None;
        }
        let person = |&m: &usize| {
            let named = |m: &Mention| m.class == EntityClass::Person && m.form == MentionForm::Name;
            self.mentions.get(m).is_some_and(named)
        };
        let parts = |a: usize| {
            let inner = self.view.children(a).iter().copied();
            std::iter::once(a)
                .chain(inner.filter(|&c| matches!(self.view.relation(c), "flat" | "appos")))
        };
        let names = self.clause.appositions(head).into_iter().flat_map(parts);
        names.filter_map(|t| self.on(t)).find(person)
    }

    /// "the European arms industry": an adjective of no state says where a thing is at home, not whose it is.
    pub(super) fn is_continental(&self, adjective: usize) -> bool {
        let mention = self.on(adjective).and_then(|m| self.mentions.get(m));
        let region = |m: &Mention| {
            let state = m.class == EntityClass::Country && m.form == MentionForm::Nominal;
            state && m.country.is_none()
        };
        let view = self.view;
        let listed = view.in_set(adjective, &view.cues.continents);
        listed && view.upos(adjective) == Upos::Adj && mention.is_some_and(region)
    }

    /// "the foreign ministers of Chile and Peru": a group of several states is these states.
    fn states_of(&self, head: usize, mention: usize) -> Vec<usize> {
        // "Außenminister" is one or many; those of two states are two.
        let whose = |m: &Mention| matches!(m.form, MentionForm::Nominal | MentionForm::Role);
        if !self.mentions.get(mention).is_some_and(whose) {
            return Vec::new();
        }
        let phrases = self.clause.obliques(head).iter().map(|o| o.head);
        // "die Außenminister von 13 Staaten, darunter X und Y"
        let listed = phrases.clone().flat_map(|p| self.clause.appositions(p));
        let beside = self.clause.appositions(head).into_iter().chain(listed);
        let owners = self
            .clause
            .possessors(head)
            .into_iter()
            .chain(phrases)
            .chain(beside);
        let owners: Vec<usize> = owners.collect();
        let state = |&m: &usize| {
            let class = self.mentions.get(m).map(|m| m.class);
            m != mention && class == Some(EntityClass::Country)
        };
        // "Norwegens und Kenias Minister": the second owner is a part of the mention.
        let beside = owners.iter().find_map(|&o| {
            let all = self.clause.conjuncts(o);
            let named = |c: &usize| self.on(*c);
            let inside = all.len() > 1 && all.iter().filter_map(named).any(|m| m == mention);
            inside.then(|| all.iter().filter_map(named).find(state))?
        });
        if let Some(other) = beside {
            return vec![other, mention];
        }
        let mut states: Vec<usize> = owners
            .into_iter()
            .flat_map(|o| self.clause.conjuncts(o))
            .filter_map(|o| self.on(o))
            .filter(state)
            .collect();
        states.dedup();
        if states.len() > 1 { states } else { Vec::new() }
    }

    /// The mention in apposition to a head, else those the head belongs to or is described by.
    fn inside(&self, head: usize, depth: usize, look: Look) -> Vec<usize> {
        let told = self.deeds.get(&head);
        if let Some(deed) = told.filter(|d| look.acts || look.doers && d.conflict) {
            return deed.doers.clone();
        }
        // "soldiers led by X stormed …": without a name of their own they are his.
        if look.acts
            && let Some(leader) = self.leader(head)
        {
            return vec![leader];
        }
        // "froze American assets held by X": whose they are says a participle behind them.
        if !look.acts
            && let Some(owner) = self.holder(head)
        {
            return vec![owner];
        }
        // "condemned the treatment of X": who suffers has done nothing.
        if look.doers && self.is_suffered(head) {
            return Vec::new();
        }
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
        // "dem westafrikanischen Land Niger": a bare name right behind its noun, whatever describes the noun.
        let bare = |c: &usize| *c == head + 1 && self.clause.case(*c).is_empty();
        let state = |m: &usize| {
            let class = self.mentions.get(*m).map(|m| m.class);
            class == Some(EntityClass::Country)
        };
        let beside = of(&["nmod"]).filter(bare).find_map(|c| self.on(c));
        if let Some(mention) = beside.filter(state) {
            return vec![mention];
        }
        if depth == 0 {
            return Vec::new();
        }
        // "his Indian counterpart": whose it is says least.
        let own = |c: &usize| self.view.cues.own.contains(self.view.form(*c));
        let mut parts: Vec<usize> = of(&["nmod", "compound", "amod", "appos", "flat"]).collect();
        parts.retain(|&c| !self.is_relational(head) || self.keeps_company(c, head));
        parts.retain(|&c| look.acts || !self.is_of_circle(head, c));
        parts.retain(|&c| !self.is_attribute(c) && !self.names_document(head, c));
        let aside = |c: usize| self.is_topic(c) || self.is_surrounding(c, look);
        parts.retain(|&c| c < head || !aside(c) && !self.is_opposed(c, look));
        parts.retain(|&c| !(self.is_goal(head, c) || look.addresses && self.is_abroad(head, c)));
        let by_force = look.strikes || look.holds;
        parts.retain(|&c| by_force || !self.is_bystander(head, c));
        parts.retain(|&c| !self.is_occasion(c) && (look.strikes || !self.is_continental(c)));
        // "The Norwegian-born singer", "a book by a Peruvian author": where somebody is from, and who made a thing, are no party.
        let born = |c: usize| self.view.cues.born.contains(self.view.form(c));
        let maker = |c: usize| {
            let by = self
                .view
                .cues
                .agent_adpositions
                .contains(&self.clause.case(c));
            let article = |&d: &usize| self.view.relation(d) == "det";
            let some = self.view.children(c).iter().any(article) && !self.view.is_definite(c);
            look.acts && by && some && self.on(c).is_none()
        };
        parts.retain(|&c| !born(c) && !maker(c));
        // "a place at the games in X": where the thing of a thing is.
        let there = |c: usize| {
            let place = self.on(c).is_some_and(|m| self.is_plain_place(m));
            place
                && self
                    .view
                    .cues
                    .place_adpositions
                    .contains(&self.clause.case(c))
        };
        let aimed = look.strikes || look.favours || look.acts;
        parts.retain(|&c| aimed || depth == DEPTH || !there(c));
        // "Rebeller med stöd från X"
        let help = |c: usize| self.view.in_set(c, &self.view.cues.circumstances);
        parts.retain(|&c| self.on(c).is_some() || !help(c));
        // "the Syrian-backed Amal militia" is Amal's.
        let aside = |c: &usize| self.view.upos(*c) == Upos::Verb;
        parts.sort_by_key(|c| (own(c), aside(c)));
        for c in parts {
            let phrases = self.clause.conjuncts(c);
            let found: Vec<usize> = phrases
                .into_iter()
                .filter_map(|p| {
                    self.on(p)
                        .filter(|_| !self.only_relates(p, head))
                        .or_else(|| self.inside(p, depth - 1, look).first().copied())
                })
                .collect();
            if !found.is_empty() {
                return self.with_second_state(head, found);
            }
        }
        Vec::new()
    }

    /// "the Turkish and the Greek side": two states whose adjectives a conjunction joins before their noun are both meant.
    fn with_second_state(&self, head: usize, mut found: Vec<usize>) -> Vec<usize> {
        let view = self.view;
        let state = |&c: &usize| {
            let class = self
                .on(c)
                .and_then(|m| self.mentions.get(m))
                .map(|m| m.class);
            let describes = view.relation(c) == "amod" && view.upos(c) == Upos::Adj && c < head;
            describes && class == Some(EntityClass::Country)
        };
        let states: Vec<usize> = view.children(head).iter().copied().filter(state).collect();
        if let [first, second] = states[..]
            && (first..second).any(|t| view.upos(t) == Upos::Cconj)
            && self.on(first).is_some_and(|m| found == [m])
        {
            found.extend(self.on(second));
        }
        found
    }

    /// Whoever leads the people of a noun, which a participle behind or before it says.
    fn leader(&self, people: usize) -> Option<usize> {
        let view = self.view;
        let children = view.children(people).iter().copied();
        let led = |&c: &usize| {
            matches!(view.relation(c), "acl" | "amod") && view.in_set(c, &view.cues.led)
        };
        let mut agents = children.filter(led).flat_map(|c| self.clause.agents(c));
        agents.find_map(|a| self.on(a))
    }

    /// Whoever holds a thing, which a participle behind it says.
    fn holder(&self, thing: usize) -> Option<usize> {
        let view = self.view;
        let children = view.children(thing).iter().copied();
        // "positions held by X", "ställningar som hålls av X"
        let held = |&c: &usize| view.relation(c) == "acl" && view.in_set(c, &view.cues.held);
        let mut phrases = children.filter(held).flat_map(|c| {
            let others = self.clause.obliques(c).iter().map(|o| o.head);
            self.clause.agents(c).into_iter().chain(others)
        });
        phrases.find_map(|a| self.on(a))
    }

    /// "invited his colleague to Cairo": the town where somebody unnamed is asked to go is not that one.
    fn is_goal(&self, person: usize, phrase: usize) -> bool {
        let view = self.view;
        let own = |&c: &usize| view.cues.own.contains(view.form(c));
        let place = self.on(phrase).is_some_and(|m| self.is_plain_place(m));
        let goal = || view.cues.goals.contains(&self.clause.case(phrase));
        place && view.children(person).iter().any(own) && goal()
    }

    /// "A man in X": where somebody without a name lives is not that one.
    fn is_bystander(&self, person: usize, place: usize) -> bool {
        let view = self.view;
        let mention = self.on(place).and_then(|m| self.mentions.get(m));
        let land = |m: &Mention| matches!(m.class, EntityClass::Country | EntityClass::Place);
        let there = || {
            let case = self.clause.case(place);
            view.cues.place_adpositions.contains(&case)
        };
        view.in_set(person, &view.cues.bystanders) && mention.is_some_and(land) && there()
    }

    /// "pledged 50 million euros at a conference in X": where people gather is no party to what is done there.
    pub(super) fn is_occasion(&self, phrase: usize) -> bool {
        let deed = self.deeds.get(&phrase);
        let kind = deed.and_then(|d| self.ontology.event_type(&d.event));
        let case = self.clause.case(phrase);
        let cues = self.view.cues;
        let opens = cues.settings.contains(&case) || cues.front_settings.contains(&case);
        kind.is_some_and(|k| k.gathers) && opens
    }

    /// "told its citizens in Uganda to leave": where one's own people are is not whom one speaks to.
    pub(super) fn is_abroad(&self, people: usize, phrase: usize) -> bool {
        let view = self.view;
        let own = |&c: &usize| view.cues.own.contains(view.form(c));
        let there = || {
            let case = self.clause.case(phrase);
            view.cues.place_adpositions.contains(&case)
        };
        // The parser may have hung the phrase on the verb.
        let first = view.children(phrase).iter().copied().min();
        let before = first.filter(|&f| f < phrase).and_then(|f| f.checked_sub(1));
        let owned =
            |p: usize| p < phrase && !self.is_relational(p) && view.children(p).iter().any(own);
        let place = self.on(phrase).and_then(|m| self.mentions.get(m));
        let place =
            place.is_some_and(|m| matches!(m.class, EntityClass::Country | EntityClass::Place));
        place && (owned(people) || before.is_some_and(owned)) && there()
    }

    /// "the Khartoum agreement", "das Abkommen von Khartum": the city is where it was signed, and no party to it.
    pub(super) fn names_document(&self, noun: usize, name: usize) -> bool {
        // "the Black Sea grain deal": also before another noun in front of it.
        let whole = self
            .view
            .head(noun)
            .filter(|_| self.view.relation(noun) == "compound");
        let document = |n: usize| self.view.in_set(n, &self.view.cues.documents);
        if !document(noun) && !whole.is_some_and(document) {
            return false;
        }
        let mention = self.on(name).and_then(|m| self.mentions.get(m));
        let city = |m: &Mention| m.form == MentionForm::Metonym || m.class == EntityClass::Place;
        // "an agreement with Minsk" has Minsk for its party.
        let case = self.clause.case(name);
        // "das Abkommen von Minsk", "avtalet i Doha"
        let cues = self.view.cues;
        let names = cues.datings.contains(&case) && self.nominal.agent.iter().any(|a| *a == case);
        let there = cues.place_adpositions.contains(&case);
        let of = case.is_empty() || self.nominal.owns(&case) || names || there;
        of && self.view.deprel(name) != "nmod:poss" && mention.is_some_and(city)
    }

    /// "a deal on X", "claims about X": what is only spoken of takes no part.
    pub(in crate::extract::event) fn is_topic(&self, phrase: usize) -> bool {
        let case = self.clause.case(phrase);
        !case.is_empty() && self.view.cues.topics.contains(&case)
    }

    /// "was arrested in X": is it a town behind a preposition of place?
    pub(super) fn is_where(&self, phrase: usize) -> bool {
        let place = self.on(phrase).is_some_and(|m| self.is_plain_place(m));
        let case = self.clause.case(phrase);
        place && self.view.cues.place_adpositions.contains(&case)
    }

    /// "nahm X in der Stadt Kisumu fest" with the town as an object: behind the noun of a phrase of place it is where that is.
    pub(super) fn is_announced_place(&self, name: usize) -> bool {
        let view = self.view;
        let place = self.on(name).is_some_and(|m| self.is_plain_place(m));
        let bare = place && self.clause.case(name).is_empty();
        let Some(noun) = name.checked_sub(1).filter(|_| bare) else {
            return false;
        };
        let same = view.head(noun) == view.head(name) && view.relation(noun) == "obl";
        let there = view
            .cues
            .place_adpositions
            .contains(&self.clause.case(noun));
        same && there && view.upos(noun) == Upos::Noun
    }

    /// "members of X's party": is it a person who only owns what the noun names?
    pub(super) fn is_of_circle(&self, noun: usize, owner: usize) -> bool {
        let person = |m: &Mention| m.class == EntityClass::Person;
        let named = self.on(owner).and_then(|m| self.mentions.get(m));
        self.view.in_set(noun, &self.view.cues.circles) && named.is_some_and(person)
    }

    /// "critics of X", "X's rival": who only stands in a relation to somebody is not that one.
    pub(super) fn is_relational(&self, token: usize) -> bool {
        self.view.in_set(token, &self.view.cues.relational)
    }

    /// "Washington along with its allies": does a preposition of the head stand behind the name?
    fn keeps_company(&self, name: usize, head: usize) -> bool {
        let case = |&c: &usize| self.view.relation(c) == "case" && name < c && c < head;
        self.view.children(head).iter().any(case)
    }

    /// "Trump adviser Stephen Miller": the person named behind a noun of relation is meant, not the one before it.
    fn named_behind(&self, mention: usize) -> Option<usize> {
        let last = self
            .view
            .mention_at
            .iter()
            .rposition(|m| *m == Some(mention))?;
        let person = |m: &usize| {
            let class = self.mentions.get(*m).map(|m| m.class);
            *m != mention && class == Some(EntityClass::Person)
        };
        let beside = last + 1;
        // The noun may be a title of the one behind it.
        let behind = self.on(beside).or_else(|| self.on(beside + 1));
        behind.filter(|_| self.is_relational(beside)).filter(person)
    }

    /// "Vucic critic Goran Jesic" with an unknown name at its end: a noun of relation stands between the name and the head.
    fn only_relates(&self, name: usize, head: usize) -> bool {
        (name + 1..head).any(|t| self.is_relational(t))
    }

    /// The mention that stands on a token.
    pub fn on(&self, token: usize) -> Option<usize> {
        self.view.mention_at.get(token).copied().flatten()
    }

    /// Whom a verb's subjects name.
    pub fn speakers(&self, verb: usize) -> Vec<usize> {
        self.mentions_of(&self.clause.subjects(verb))
    }

    /// Is the subject of the verb the noun of an act, and nobody?
    pub fn is_act(&self, verb: usize) -> bool {
        let subjects = self.clause.surface_subjects(verb);
        !self.clause.is_passive(verb) && subjects.iter().any(|s| self.deeds.contains_key(s))
    }

    /// May the subject of the verb, a pronoun or a noun like one that no mention stands on, mean those who say so? Several are meant by several, or by a
    /// body that speaks before; a noun means no person ("the army attacked, X said").
    pub fn means_speakers(&self, verb: usize, speakers: &[usize]) -> bool {
        let view = self.view;
        let subjects = self.clause.surface_subjects(verb);
        let open = |s: usize| self.on(s).is_none_or(|m| self.is_open(m));
        let class = |m: &usize| self.mentions.get(*m).map(|m| m.class);
        let person = speakers
            .iter()
            .any(|m| class(m) == Some(EntityClass::Person));
        // "Kenyan officials said they …": a bare noun is of the plural.
        let bare = |t: usize, m: usize| {
            let noun = |&h: &usize| {
                view.upos(h) == Upos::Noun && self.on(h).is_none_or(|other| other == m)
            };
            let up = std::iter::once(t).chain(view.head(t)).find(noun);
            let opened = |h: usize| view.children(h).iter().any(|&c| view.relation(c) == "det");
            up.is_some_and(|h| view.relation(h) == "nsubj" && !opened(h))
        };
        let body = |m: &usize| {
            let group = matches!(
                class(m),
                Some(EntityClass::Organisation | EntityClass::Group)
            );
            let at = view.mention_at.iter().position(|x| *x == Some(*m));
            let several = self.mentions.get(*m).is_some_and(|m| m.plural);
            at.is_some_and(|t| t < verb && (group || several || bare(t, *m)))
        };
        let plural = |s: usize| {
            view.cues.plural_pronouns.contains(view.form(s)) && self.clause.may_be_plural(verb)
        };
        let stands_in = |s: usize| {
            if view.upos(s) == Upos::Pron {
                !plural(s) || speakers.len() > 1 || speakers.iter().any(body)
            } else {
                view.cues.speaker_nouns.contains(view.form(s))
                    && (!person || view.cues.impersonal.contains(view.form(s)))
            }
        };
        subjects.iter().any(|&s| stands_in(s) && open(s))
    }
}
