//! "Both countries", "the two leaders", "the two": phrases that take up the last two actors together.
//!
//! In: the mentions and clusters of an article; the phrases stand among the mentions (coreference/standins.rs). Out: the same clusters, where the
//! clusters of phrases whose two actors are certain name those as members; states of persons that the article does not name get clusters without a
//! mention. Invariant: precision first, with three candidates nothing is attached, unless two of them stand side by side as the subject or as those
//! between whom something is. More than two ("the three countries") must have been named in one breath, or met each other, and be as many.

use super::coreference::{Grammar, PAIR, deeds, several};
use crate::base::analysis::{Cluster, EntityClass, Mention, MentionForm};
use crate::lexicon::coreference::Taken;
use crate::lexicon::triggers::Trigger;
use crate::lexicon::{Lexicon, Pack};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// A phrase reaches back this many sentences.
const REACH: usize = 2;

/// The two sides of a quarrel were told of this many sentences before.
const QUARREL: usize = 4;

/// Those who are joined by no list.
const COUPLE: usize = 2;

/// A phrase with its members.
struct Found {
    sentence: usize,
    taken: Taken,
    members: Vec<usize>,
}

/// Gives the cluster of every phrase that can be resolved its members.
///
/// Input: mentions sorted by span, clusters that share them out. Complexity: linear in the mentions, times those of [`REACH`] sentences.
/// `grammar` tells who stands beside a phrase at its verb: who speaks to both is neither of them.
/// Reporters (the ontology's media are their sectors) are on no side.
pub fn settle(
    mentions: &[Mention],
    clusters: &mut Vec<Cluster>,
    grammar: &Grammar<'_>,
    (pack, lexicon): (&Pack, &Lexicon),
) {
    if !mentions.iter().any(|m| several(m).is_some()) {
        return;
    }
    let known = Known::new(mentions, clusters, grammar, (pack, lexicon));
    let mut found: Vec<(usize, Found)> = Vec::new();
    for (i, mention) in mentions.iter().enumerate() {
        if let Some(taken) = several(mention) {
            let members = known.last(mention, taken, &found).unwrap_or_default();
            let sides = known.quarrel(mention, taken, &members);
            let sides = sides.or_else(|| known.pact(mention, taken, &members));
            let members = sides.unwrap_or(members);
            // One that stays open stays in the list: what takes it up is open, too.
            let sentence = mention.sentence;
            let pair = Found {
                sentence,
                taken,
                members,
            };
            found.push((i, pair));
        }
    }
    let (cluster_of, unnamed) = (known.cluster_of, known.unnamed);
    let mut added: BTreeMap<usize, usize> = BTreeMap::new();
    let first_unnamed = clusters.len();
    for (i, pair) in found {
        let members: BTreeSet<usize> = pair
            .members
            .into_iter()
            .filter_map(|member| {
                let Some(place) = member.checked_sub(first_unnamed) else {
                    return Some(member);
                };
                let state = state_cluster(unnamed.get(place)?, lexicon)?;
                Some(*added.entry(place).or_insert_with(|| {
                    clusters.push(state);
                    clusters.len() - 1
                }))
            })
            .collect();
        let cluster = cluster_of.get(i).copied().flatten();
        let cluster = cluster.and_then(|c| clusters.get_mut(c));
        if let Some(cluster) = cluster.filter(|_| !members.is_empty()) {
            cluster.name.clear();
            cluster.members = members.into_iter().collect();
            cluster.reasons = vec!["takes up the last two named".to_owned()];
        }
    }
}

/// The cluster of a state that only its people stand for.
fn state_cluster(code: &str, lexicon: &Lexicon) -> Option<Cluster> {
    let state = lexicon.gazetteer().country(code)?;
    Some(Cluster {
        name: state.name.to_owned(),
        class: EntityClass::Country,
        entry: Some(state.id.to_owned()),
        country: Some(code.to_owned()),
        sector: None,
        mentions: Vec::new(),
        members: Vec::new(),
        reasons: vec!["state of somebody named".to_owned()],
    })
}

struct Known<'a, 'g> {
    mentions: &'a [Mention],
    clusters: &'a [Cluster],
    cluster_of: Vec<Option<usize>>,
    grammar: &'a Grammar<'g>,
    lexicon: &'a Lexicon,
    pack: &'a Pack,
    /// Adpositions of those between whom something is.
    between: &'a [String],
    /// First cluster of each country code that is a state; those of [`Known::unnamed`] count on from the clusters.
    states: FxHashMap<String, usize>,
    /// Codes of the states that have no cluster, but somebody who acts for them.
    unnamed: Vec<String>,
}

/// Whom a sentence names: the clusters of the class that is wanted, and the states that stand behind the persons.
#[derive(Default)]
struct Named {
    found: Vec<usize>,
    states: Vec<usize>,
    /// Those of them who are persons.
    persons: Vec<usize>,
    /// States that act through somebody without a name.
    acting: Vec<usize>,
}

impl<'a, 'g> Known<'a, 'g> {
    fn new(
        mentions: &'a [Mention],
        clusters: &'a [Cluster],
        grammar: &'a Grammar<'g>,
        (pack, lexicon): (&'a Pack, &'a Lexicon),
    ) -> Self {
        let mut cluster_of = vec![None; mentions.len()];
        let mut states = FxHashMap::default();
        for (c, cluster) in clusters.iter().enumerate() {
            for &m in &cluster.mentions {
                if let Some(cell) = cluster_of.get_mut(m) {
                    *cell = Some(c);
                }
            }
            if let (EntityClass::Country, Some(code)) = (cluster.class, &cluster.country) {
                states.entry(code.clone()).or_insert(c);
            }
        }
        let mut unnamed = Vec::new();
        for person in clusters.iter().filter(|c| c.class == EntityClass::Person) {
            let code = person.country.as_ref();
            let code = code.filter(|c| lexicon.gazetteer().country(c).is_some());
            if let Some(code) = code.filter(|c| !states.contains_key(*c)) {
                states.insert(code.clone(), clusters.len() + unnamed.len());
                unnamed.push(code.clone());
            }
        }
        Self {
            mentions,
            clusters,
            cluster_of,
            grammar,
            lexicon,
            pack,
            between: &pack.triggers().nominal.between,
            states,
            unnamed,
        }
    }

    /// The two clusters of the class that the nearest sentence names which names more than one, or the `count` that it names in one breath; those beside
    /// the phrase itself do not count elsewhere.
    fn last(
        &self,
        phrase: &Mention,
        taken: Taken,
        earlier: &[(usize, Found)],
    ) -> Option<Vec<usize>> {
        let mut beside: Vec<usize> = self.speakers(phrase);
        let mut spread: Vec<usize> = Vec::new();
        // "Peru and Chile quarrelled. Brazil helped Bolivia. Both governments …": two that were named in one breath go before two that were not.
        let mut loose: Option<Vec<usize>> = None;
        let reach = if taken.bare { 1 } else { REACH };
        let mut friendly = false;
        for back in 0..=reach {
            let Some(at) = phrase.sentence.checked_sub(back) else {
                break;
            };
            // "Both countries" of the next sentence are those of this one.
            let same = |(_, f): &&(usize, Found)| {
                back > 0 && f.sentence == at && f.taken.count == taken.count
            };
            if let Some((_, pair)) = earlier.iter().rev().find(same) {
                let again = self.as_wanted(&pair.members, taken);
                if again.is_some() || pair.taken == taken {
                    return again;
                }
            }
            let named = self.named_in(at, phrase, taken, &beside);
            // "Senegal's president, who met …, offered to mediate between the two": whose holder of office speaks is neither of them.
            if back == 0
                && let Some(speaker) = named.states.first().copied()
                && named.found.first() == Some(&speaker)
            {
                beside.push(speaker);
                continue;
            }
            for list in named.lists(taken, back > 0) {
                let list = self.of_one_kind(list, taken);
                let pair = list.len() == taken.count;
                // "Germany and Britain left Mali. Hamas made peace with Kenya. X mediated between the parties": two who dealt with each other are nearer.
                let open = taken.class.is_none() && !taken.bare;
                if open && pair && back == 1 && self.dealt(at, &list) {
                    return Some(list);
                }
                // "China and Russia congratulated X. Y urged both sides": who does somebody a favour together is on one side.
                if taken.class.is_none() && !taken.bare && self.favours(at, &list) {
                    friendly = true;
                    continue;
                }
                if pair && (self.joined(at, &list) || list.len() > COUPLE && self.met(at, &list)) {
                    return Some(list);
                }
                if let Some(side) = self.side_by_side(at, &list, taken) {
                    if taken.class.is_none() && !taken.bare && self.favours(at, &side) {
                        friendly = true;
                        continue;
                    }
                    return Some(side);
                }
                // "Peruvian police met two men from Chile. The two …" are no states.
                if taken.bare && list != named.persons {
                    continue;
                }
                // "X condemned the strikes of Peru, and Y appealed to both countries": two who did nothing to each other give way to two who did.
                // "Macron discussed it with Ruto, and the two agreed" are those of the sentence.
                let open = !taken.bare && taken.class != Some(EntityClass::Person);
                let apart = loose
                    .as_ref()
                    .filter(|l| open && back == 1 && !self.met(at + 1, l));
                let shared = apart.is_some_and(|l| l.iter().any(|c| list.contains(c)));
                if pair && shared && self.met(at, &list) {
                    return Some(list);
                }
                if taken.count == 2 && list.len() > 1 && loose.is_none() {
                    if !pair {
                        return None;
                    }
                    loose = Some(list);
                } else if pair && taken.count > 2 && list == named.states {
                    // "A, B and C met. The three countries …": their leaders met.
                    return Some(list);
                }
            }
            // Who speaks to both is neither of them.
            let all = named.found.iter().chain(&named.states);
            all.for_each(|&c| push(&mut spread, c));
            if back == 0 && loose.as_ref().is_none_or(|l| self.met(at, l)) {
                beside.extend(named.found);
            }
        }
        // "Peru closed the border. Chile called it a mistake. Brazil wrote to both governments": the only ones near.
        let class = taken
            .class
            .filter(|c| *c != EntityClass::Person || taken.offices);
        if let Some(at) = phrase.sentence.checked_sub(reach + 1) {
            let named = self.named_in(at, phrase, taken, &beside);
            let all = named.found.iter().chain(&named.states);
            all.for_each(|&c| push(&mut spread, c));
        }
        let two = class.is_some() && taken.count == COUPLE && spread.len() == COUPLE;
        let near = loose.or(Some(spread.clone()).filter(|_| two));
        // "The two men", paragraphs behind the only two persons of the text.
        near.or_else(|| {
            let two = self.only_two(phrase, taken);
            let two = two.filter(|two| spread.iter().all(|c| two.contains(c)));
            let states = || self.only_states(phrase, taken, &beside);
            two.or_else(|| states().filter(|_| !friendly))
        })
    }

    /// "Both sides", paragraphs behind the only two states of the text, named or of those it names.
    fn only_states(&self, phrase: &Mention, taken: Taken, beside: &[usize]) -> Option<Vec<usize>> {
        let sides = taken.class.is_none() && !taken.bare && taken.count == COUPLE;
        let before = self.mentions.iter().enumerate();
        let before = before.take_while(|(_, m)| sides && m.span.end <= phrase.span.start);
        let mut all: Vec<usize> = Vec::new();
        for (i, _) in before {
            let cluster = self.cluster_of.get(i).copied().flatten();
            let Some((c, own)) = cluster.and_then(|c| Some((c, self.clusters.get(c)?))) else {
                continue;
            };
            let state = match own.class {
                EntityClass::Country if own.entry.is_some() => Some(c),
                EntityClass::Person => self.state(own),
                _ => None,
            };
            if let Some(state) = state.filter(|s| !beside.contains(s)) {
                push(&mut all, state);
            }
        }
        (all.len() == COUPLE).then_some(all)
    }

    /// "Thailand and Cambodia fight. Donald Trump called Hun Manet. Both sides accuse each other": the two states told before of which one of the two near is
    /// and the other is not.
    fn quarrel(&self, phrase: &Mention, taken: Taken, near: &[usize]) -> Option<Vec<usize>> {
        let sides = taken.class.is_none() && !taken.bare && taken.count == COUPLE;
        if !sides || near.len() != COUPLE {
            return None;
        }
        let state = |c: &usize| {
            let own = self.clusters.get(*c)?;
            match own.class {
                EntityClass::Person => self.state(own),
                EntityClass::Country => Some(*c),
                _ => None,
            }
        };
        let of: Vec<usize> = near.iter().filter_map(state).collect();
        let of_class = |c: &usize, class: EntityClass| {
            let own = self.clusters.get(*c);
            own.is_some_and(|o| o.class == class)
        };
        let person = |c: &usize| of_class(c, EntityClass::Person);
        let body = |c: &usize| self.is_outside(*c);
        for back in 1..=QUARREL {
            let at = phrase.sentence.checked_sub(back)?;
            let mut states: Vec<usize> = Vec::new();
            for (c, cluster) in self.clusters_in(at, phrase) {
                if cluster.class == EntityClass::Country {
                    push(&mut states, c);
                }
            }
            let two = states.len() == COUPLE && (self.joined(at, &states) || self.met(at, &states));
            let inside = of.iter().filter(|c| states.contains(c)).count();
            let called = of.len() == COUPLE && inside == 1;
            let caller = near.iter().zip(&of).find(|(_, s)| !states.contains(s));
            let called = called && caller.is_some_and(|(c, _)| person(c));
            // "Britain and India signed a pact. A charity urged Britain … Both sides": a body of no state is on no side of theirs.
            let outside = of.len() == 1 && inside == 1 && near.iter().any(body);
            if two && (called || outside) {
                return Some(states);
            }
        }
        None
    }

    /// "Britain and India signed a pact … A charity criticised Britain. The EU congratulated both sides": the two states that last did together what several
    /// do, however far back, where nobody is told near or a body that is on no side.
    fn pact(&self, phrase: &Mention, taken: Taken, near: &[usize]) -> Option<Vec<usize>> {
        let sides = taken.class.is_none() && !taken.bare && taken.count == COUPLE;
        let open = near.is_empty() || near.iter().any(|c| self.is_outside(*c));
        (0..phrase.sentence).rev().find_map(|at| {
            let mut states: Vec<usize> = Vec::new();
            for (c, cluster) in self.clusters_in(at, phrase).filter(|_| sides && open) {
                if cluster.class == EntityClass::Country {
                    push(&mut states, c);
                }
            }
            let pair = states.len() == COUPLE && self.joined(at, &states);
            (pair && self.settled(at, &states)).then_some(states)
        })
    }

    /// Is what the first of those does something that several do together in peace?
    fn settled(&self, sentence: usize, list: &[usize]) -> bool {
        let first = list.first().copied().unwrap_or(usize::MAX);
        let mut acting = self.of_sentence(sentence, first).map(|(_, m)| m);
        let verb = acting.find_map(|m| self.grammar.part(m).filter(|p| p.subject));
        let Some(verb) = verb.map(|p| p.verb) else {
            return false;
        };
        let found = deeds::triggers(self.grammar, (sentence, verb), self.pack);
        let mut kinds = found
            .iter()
            .filter_map(|t| deeds::kind(t, &self.lexicon.ontology));
        kinds.any(|(k, _)| k.joint && !k.is_conflict())
    }

    /// Is it a body that neither fights nor stands against a state?
    fn is_outside(&self, cluster: usize) -> bool {
        let codes = &self.lexicon.ontology.codes;
        let own = self.clusters.get(cluster);
        own.is_some_and(|o| {
            let fights = |s: &String| codes.armed.contains(s) || codes.apart.contains(s);
            o.class == EntityClass::Organisation && !o.sector.as_ref().is_some_and(fights)
        })
    }

    /// Do those whom a sentence joins do a third one a favour, or no more than speak to him kindly?
    fn favours(&self, sentence: usize, list: &[usize]) -> bool {
        let first = list.first().copied().unwrap_or(usize::MAX);
        let mut acting = self.of_sentence(sentence, first).map(|(_, m)| m);
        let verb = acting.find_map(|m| self.grammar.part(m).filter(|p| p.subject));
        let Some(verb) = verb.map(|p| p.verb).filter(|_| self.joined(sentence, list)) else {
            return false;
        };
        let found = deeds::triggers(self.grammar, (sentence, verb), self.pack);
        let kind = |t: &&Trigger| {
            let kind = deeds::kind(t, &self.lexicon.ontology);
            kind.is_some_and(|(k, _)| !k.joint && !k.is_conflict())
        };
        !found.is_empty() && found.iter().all(kind)
    }

    /// Does one verb that tells what two do with each other join those who do not stand side by side?
    fn dealt(&self, sentence: usize, list: &[usize]) -> bool {
        let first = list.first().copied().unwrap_or(usize::MAX);
        let mut acting = self.of_sentence(sentence, first).map(|(_, m)| m);
        let verb = acting.find_map(|m| self.grammar.part(m).filter(|p| p.subject));
        let Some(verb) = verb.map(|p| p.verb).filter(|_| self.met(sentence, list)) else {
            return false;
        };
        let found = deeds::triggers(self.grammar, (sentence, verb), self.pack);
        let kind = |t: &&Trigger| {
            let kind = deeds::kind(t, &self.lexicon.ontology);
            kind.is_some_and(|(k, _)| k.joint)
        };
        !found.is_empty() && found.iter().all(kind)
    }

    /// The two persons or states of the text before a phrase with a noun for such, if it names no more.
    fn only_two(&self, phrase: &Mention, taken: Taken) -> Option<Vec<usize>> {
        let class = taken
            .class
            .filter(|_| taken.count == COUPLE && !taken.bare)?;
        let before = self
            .mentions
            .iter()
            .take_while(|m| m.span.end <= phrase.span.start);
        let mut all: Vec<usize> = Vec::new();
        for (i, mention) in before.enumerate() {
            let named = mention.class == class && !mention.plural;
            let cluster = self.cluster_of.get(i).copied().flatten();
            if let Some(cluster) = cluster.filter(|_| named) {
                push(&mut all, cluster);
            }
        }
        let named = |c: &usize| {
            let mut own = self.clusters[*c].mentions.iter();
            own.any(|m| self.mentions[*m].form == MentionForm::Name)
        };
        (all.len() == COUPLE && all.iter().all(named)).then_some(all)
    }

    /// Those who do something to a phrase for several: they are none of them.
    fn speakers(&self, phrase: &Mention) -> Vec<usize> {
        if self.grammar.part(phrase).is_none_or(|p| p.subject) {
            return Vec::new();
        }
        let first = self
            .mentions
            .partition_point(|m| m.sentence < phrase.sentence);
        let here = self.mentions.iter().enumerate().skip(first);
        let here = here.take_while(|(_, m)| m.sentence == phrase.sentence);
        let speaks = |m: &Mention| {
            let acts = self.grammar.part(m).is_some_and(|p| p.subject);
            m.span != phrase.span && acts && self.grammar.beside(phrase, m)
        };
        let speakers = here.filter(|(_, m)| speaks(m));
        let mut found = Vec::new();
        for c in speakers.filter_map(|(i, _)| self.cluster_of.get(i).copied().flatten()) {
            push(&mut found, c);
            let person = self
                .clusters
                .get(c)
                .filter(|c| c.class == EntityClass::Person);
            if let Some(state) = person.and_then(|p| self.state(p)) {
                push(&mut found, state);
            }
        }
        found
    }

    /// "Peru's army fired. Chile's president protested. The parties …": of a state and a person the person is read as the state it is of.
    fn of_one_kind(&self, list: Vec<usize>, taken: Taken) -> Vec<usize> {
        let is = |c: &usize, class| self.clusters.get(*c).is_none_or(|o| o.class == class);
        let states = list.iter().filter(|c| is(c, EntityClass::Country)).count();
        let persons = list.iter().filter(|c| is(c, EntityClass::Person)).count();
        if taken.class.is_some() || states != 1 || persons != 1 || list.len() != COUPLE {
            return list;
        }
        let state = |c: &usize| {
            let person = self.clusters.get(*c);
            let person = person.filter(|p| p.class == EntityClass::Person);
            person.and_then(|p| self.state(p)).unwrap_or(*c)
        };
        let mut both = Vec::new();
        list.iter().for_each(|c| push(&mut both, state(c)));
        if both.len() == list.len() { both } else { list }
    }

    /// Those whom an earlier phrase took up, as another phrase for as many wants them; none where they are of another kind.
    fn as_wanted(&self, members: &[usize], taken: Taken) -> Option<Vec<usize>> {
        let one = |&c: &usize| {
            let own = self.clusters.get(c);
            match taken.class {
                Some(EntityClass::Country) => match own {
                    Some(person) if person.class == EntityClass::Person => self.state(person),
                    Some(state) if state.class == EntityClass::Country => Some(c),
                    Some(_) => None,
                    None => Some(c),
                },
                Some(class) => own.filter(|o| o.class == class).map(|_| c),
                None => Some(c),
            }
        };
        let all: Option<Vec<usize>> = members.iter().map(one).collect();
        all.filter(|m| !m.is_empty())
    }

    /// Of more than are wanted the only ones that stand side by side, as those between whom something is, as the subject, or, where states are wanted, at the
    /// main verb: "Norway hosted talks between Peru and Chile", "Peru and Chile met in Brazil", "Cuba hailed Peru and Chile".
    fn side_by_side(&self, sentence: usize, list: &[usize], taken: Taken) -> Option<Vec<usize>> {
        if list.len() <= taken.count {
            return None;
        }
        let mut groups = self.groups(sentence, list);
        groups.retain(|g| g.len() > 1);
        let any = |group: &[usize], test: &dyn Fn(&Mention) -> bool| {
            let first = group.first().copied().unwrap_or(usize::MAX);
            self.of_sentence(sentence, first).any(|(_, m)| test(m))
        };
        let between = |m: &Mention| self.between.contains(&self.grammar.preposition(m));
        if groups.len() > 1 {
            groups.retain(|g| any(g, &between));
        }
        let states = taken.class == Some(EntityClass::Country);
        let leads = |m: &Mention| {
            let part = states && self.grammar.is_at_root(m);
            part || self.grammar.is_topic(m) || between(m)
        };
        let only = groups.pop().filter(|_| groups.is_empty())?;
        (only.len() == taken.count && any(&only, &leads)).then_some(only)
    }

    /// The clusters that a sentence names before the phrase and that the phrase may take up.
    fn named_in(&self, sentence: usize, phrase: &Mention, taken: Taken, beside: &[usize]) -> Named {
        let class = taken.class;
        let media = &self.lexicon.ontology.codes.media;
        let mut named = Named::default();
        for (c, cluster) in self.clusters_in(sentence, phrase) {
            let reports = cluster.sector.as_ref().is_some_and(|s| media.contains(s));
            if class.is_none() && reports {
                continue;
            }
            let known = |list: &[usize]| list.iter().any(|&f| self.one_side(f, c));
            let passes = fits(cluster, class) && !beside.contains(&c);
            if passes && !(class.is_none() && known(&named.found)) {
                push(&mut named.found, c);
            }
            let person = cluster.class == EntityClass::Person;
            if person && fits(cluster, class) && !beside.contains(&c) {
                push(&mut named.persons, c);
            }
            let state = match class {
                Some(EntityClass::Country) if person => self.state(cluster),
                _ => None,
            };
            if let Some(state) = state.filter(|s| !beside.contains(s)) {
                push(&mut named.states, state);
            }
            let office = taken.offices && cluster.class == EntityClass::Country;
            if office && !beside.contains(&c) {
                push(&mut named.acting, c);
            }
        }
        // "The presidents of Peru and Chile met. The two leaders …": whoever they are, they act for their states.
        let acts = |c: &usize| {
            let mut own = self.of_sentence(sentence, *c).map(|(_, m)| m);
            own.any(|m| m.form == MentionForm::Role)
        };
        let roles = named.acting.iter().all(acts);
        if !named.found.is_empty() || !roles && !self.joined(sentence, &named.acting) {
            named.acting.clear();
        }
        named
    }

    /// The mentions of a cluster in a sentence.
    fn of_sentence(
        &self,
        sentence: usize,
        cluster: usize,
    ) -> impl Iterator<Item = (usize, &'a Mention)> {
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let here = self.mentions.iter().enumerate().skip(first);
        let here = here.take_while(move |(_, m)| m.sentence == sentence);
        here.filter(move |(i, _)| self.cluster_of.get(*i) == Some(&Some(cluster)))
    }

    /// Does a sentence name the clusters side by side?
    fn joined(&self, sentence: usize, list: &[usize]) -> bool {
        list.len() > 1 && self.groups(sentence, list).len() == 1
    }

    /// "Peru received Chile and Bolivia. The three countries …": does one verb join those that do not stand side by side?
    fn met(&self, sentence: usize, list: &[usize]) -> bool {
        let test =
            |m: &Mention, n: &Mention| self.are_beside(m, n, true) || self.grammar.beside(m, n);
        self.groups_by(sentence, list, &test).len() == 1
    }

    /// Do two mentions stand side by side, joined by a conjunction, or in a list by a comma?
    fn are_beside(&self, m: &Mention, n: &Mention, list: bool) -> bool {
        let grammar = self.grammar;
        grammar.joined(m, n) || grammar.adjacent(m, n, list) || grammar.adjacent(n, m, list)
    }

    /// The clusters in groups, each of those that a sentence names side by side.
    fn groups(&self, sentence: usize, list: &[usize]) -> Vec<Vec<usize>> {
        let several = list.len() > COUPLE;
        self.groups_by(sentence, list, &|m, n| self.are_beside(m, n, several))
    }

    /// The clusters in groups, each of those whose mentions in a sentence pass a test by twos.
    fn groups_by(
        &self,
        sentence: usize,
        list: &[usize],
        test: &dyn Fn(&Mention, &Mention) -> bool,
    ) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for &c in list {
            let near = |&other: &usize| {
                let mut own = self.of_sentence(sentence, c);
                own.any(|(_, m)| self.of_sentence(sentence, other).any(|(_, n)| test(m, n)))
            };
            let (own, others): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|g| g.iter().any(near));
            groups = others;
            let mut group = own.concat();
            group.push(c);
            groups.push(group);
        }
        groups
    }

    /// The clusters a sentence names before the phrase, in order.
    fn clusters_in<'s>(
        &'s self,
        sentence: usize,
        phrase: &'s Mention,
    ) -> impl Iterator<Item = (usize, &'s Cluster)> {
        let first = self.mentions.partition_point(|m| m.sentence < sentence);
        let before = |m: &Mention| {
            let pair = m.evidence.iter().any(|e| e == PAIR);
            m.span.end <= phrase.span.start && !pair && !self.grammar.beside(phrase, m)
        };
        let cluster = |i: usize| {
            let c = self.cluster_of.get(i).copied().flatten()?;
            let cluster = self.clusters.get(c)?;
            // A word that takes up nobody is no actor.
            let mut members = cluster
                .mentions
                .iter()
                .filter_map(|m| self.mentions.get(*m));
            let group = |m: &Mention| m.evidence.first().is_some_and(|e| e.starts_with("group:"));
            let told = members.any(|m| m.form != MentionForm::Pronoun || group(m));
            told.then_some((c, cluster))
        };
        // "Sudan's army": the owner is not named beside what it owns.
        let owns = |i: usize, m: &Mention| {
            // "… hat X mit Y Z anerkannt": of two states none owns the other.
            let next = self.mentions.get(i + 1);
            next.is_some_and(|n| {
                let other = matches!(n.class, EntityClass::Person | EntityClass::Country);
                let apart = other || n.form == MentionForm::Role;
                n.span.start <= m.span.end + 1 && !apart
            })
        };
        self.mentions
            .iter()
            .enumerate()
            .skip(first)
            .take_while(move |(_, m)| m.sentence == sentence)
            .filter(move |(i, m)| before(m) && !owns(*i, m))
            .filter_map(move |(i, _)| cluster(i))
    }

    /// Are the two clusters a state and one who acts for it? Those are never two sides.
    fn one_side(&self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.clusters.get(a), self.clusters.get(b)) else {
            return false;
        };
        let state = [a, b].iter().any(|c| c.class == EntityClass::Country);
        // Rebels and parties of a state are no part of it.
        let apart = &self.lexicon.ontology.codes.apart;
        let own = |c: &Cluster| c.sector.as_ref().is_none_or(|s| !apart.contains(s));
        state && own(a) && own(b) && a.country.is_some() && a.country == b.country
    }

    /// The cluster of a person's state.
    fn state(&self, person: &Cluster) -> Option<usize> {
        let code = person.country.as_deref()?;
        self.states.get(code).copied()
    }
}

impl Named {
    /// The lists to choose from, the surest first; `told` by a sentence before that of the phrase.
    fn lists(&self, taken: Taken, told: bool) -> Vec<Vec<usize>> {
        let mut lists = vec![self.found.clone(), self.states.clone()];
        // "Kenya's president William Ruto called Yoweri Museveni. The two …"
        // "US envoy Jane Doe met William Ruto. Both sides …"
        let mixed = taken.class.is_none() && self.found.iter().any(|f| self.persons.contains(f));
        if (taken.bare || mixed) && self.persons.len() == taken.count {
            lists.insert(0, self.persons.clone());
        }
        if told && taken.class == Some(EntityClass::Country) && self.found.len() == 1 {
            // "Peru's president met Juan Pérez of Chile": one by its name, one by somebody of it.
            let mut both = self.found.clone();
            self.states.iter().for_each(|s| push(&mut both, *s));
            lists.push(both);
        }
        lists.push(self.acting.clone());
        lists
    }
}

fn fits(cluster: &Cluster, class: Option<EntityClass>) -> bool {
    match class {
        Some(class) => cluster.class == class && !cluster.name.is_empty(),
        None => matches!(
            cluster.class,
            EntityClass::Country | EntityClass::Person | EntityClass::Organisation
        ),
    }
}

fn push(list: &mut Vec<usize>, item: usize) {
    if !list.contains(&item) {
        list.push(item);
    }
}
