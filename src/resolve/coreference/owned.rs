//! What somebody calls his own: "his foreign minister", "its army".
//!
//! In: clusters of names, roles and pronouns. Out: the same with owned roles and forces attached to the state of their owner, which acts through them
//! (docs/decisions/state-acts-through-its-people.md). Invariant: precision first; the owner must be certain and his state be named in the article.
//! Does not: touch a role whose holder is known.

use super::anaphora::Wanted;
use super::offices::Offices;
use super::standins::RECEPTION;
use super::{Grammar, State, owner_of};
use crate::base::analysis::{Cluster, EntityClass, Mention, MentionForm};
use crate::extract::mention::{CLASS_NOUN, RULED};
use crate::lexicon::coreference::Owning;
use std::collections::BTreeMap;

/// Gives groups that turned out to be a state's own ("his government") the code of that state.
pub fn name_states(mentions: &mut [Mention], clusters: &[Cluster]) {
    let states = clusters.iter().filter(|c| c.class == EntityClass::Country);
    for (cluster, code) in states.filter_map(|c| Some((c, c.country.as_ref()?))) {
        for &at in &cluster.mentions {
            let Some(mention) = mentions.get_mut(at) else {
                continue;
            };
            // Whose it is was found, though the article names that state nowhere else.
            let organ = mention.evidence.first();
            let organ = organ.is_some_and(|e| {
                e.starts_with("group:") || e.starts_with(CLASS_NOUN) || e == RECEPTION
            });
            if mention.form == MentionForm::Pronoun && organ && cluster.mentions.len() == 1 {
                mention.form = MentionForm::Nominal;
            }
            if mention.form == MentionForm::Nominal {
                mention.country.get_or_insert_with(|| code.clone());
            }
        }
    }
}

impl State<'_> {
    /// Attaches each role or force that a possessive opens to the state of its owner.
    pub(super) fn owned(&mut self, grammar: &Grammar<'_>) {
        // Most articles have none, and the offices of an article take time to gather.
        if !self.mentions.iter().any(|m| self.may_be_owned(m)) {
            return;
        }
        let offices = Offices::new(self);
        let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
        for i in 0..self.mentions.len() {
            *sizes.entry(self.sets.root(i)).or_default() += 1;
        }
        for (i, mention) in self.mentions.iter().enumerate() {
            let alone = sizes.get(&self.sets.root(i)) == Some(&1);
            if !alone || !self.may_be_owned(mention) {
                continue;
            }
            let Some(owner) = self.owner(grammar, i) else {
                continue;
            };
            if let Some(j) = self.state_of_owner(owner, &offices) {
                let (text, name) = (self.text(i), self.text(j));
                self.join(j, i, || format!("{text}: owned by {name}"));
            } else if let Some(id) = self.state_by_office(owner) {
                let root = self.sets.root(i);
                self.entries.insert(root, id);
            }
        }
    }

    /// "Her country": the state of whoever the possessive means.
    pub(super) fn owned_land(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let owner = self.owner_of_gender(grammar, at)?;
        if self.mentions.get(owner)?.class != EntityClass::Person {
            return None;
        }
        // "X rejected the demand that his country yield": no other party than X.
        if self.mentions.get(at).is_some_and(|m| grammar.tells_noun(m)) {
            return Some(owner);
        }
        let offices = Offices::new(self);
        if let Some(state) = self.state_of_owner(owner, &offices) {
            return Some(state);
        }
        let root = self.sets.root(owner);
        let members: Vec<usize> = (0..self.mentions.len())
            .filter(|&k| self.sets.root(k) == root)
            .collect();
        let code = members.into_iter().find_map(|k| self.code_of(k))?;
        self.be_state(at, &code, "the state of whoever owns it");
        None
    }

    /// The owner whom a possessive means, if it is one of its gender, else the only person of that gender of the sentence before ("Ihr Land").
    fn owner_of_gender(&mut self, grammar: &Grammar<'_>, at: usize) -> Option<usize> {
        let found = self.owner(grammar, at);
        let mention = self.mentions.get(at)?;
        let table = &self.pack.coreference().peoples;
        let words = mention.span.of(&self.article.text);
        let own = self.possessive_of(mention).or_else(|| {
            let first = words.split_whitespace().next();
            first.map(str::to_lowercase)
        })?;
        let gender = match (table.his.contains(&own), table.her.contains(&own)) {
            (true, false) => 'm',
            (false, true) => 'f',
            _ => return found,
        };
        if found.is_some_and(|j| self.gender_of(j) == Some(gender)) {
            return found;
        }
        let last = mention.sentence.checked_sub(1)?;
        let roots: Vec<usize> = (0..self.mentions.len())
            .map(|k| self.sets.root(k))
            .collect();
        let told = |state: &Self, root: usize| {
            let mut own = (0..roots.len()).filter(|&k| roots.get(k) == Some(&root));
            own.find_map(|k| state.gender_of(k))
        };
        let mut persons: BTreeMap<usize, usize> = BTreeMap::new();
        for (j, other) in self.mentions.iter().enumerate().take(at) {
            let person = other.class == EntityClass::Person && !other.plural;
            let root = roots.get(j).copied().unwrap_or(j);
            if person && other.sentence == last && told(self, root) == Some(gender) {
                persons.entry(root).or_insert(j);
            }
        }
        super::only(persons)
    }

    /// "The regime of Daniel Ortega" is whoever rules through it, as "Daniel Ortega's regime" is.
    pub(super) fn rulers(&mut self) {
        for (i, mention) in self.mentions.iter().enumerate() {
            if !mention.evidence.iter().any(|e| e == RULED) {
                continue;
            }
            let behind = self.mentions.iter().enumerate().skip(i + 1);
            let mut here = behind.take_while(|(_, m)| m.sentence == mention.sentence);
            let ruler =
                here.find(|(_, m)| m.class == EntityClass::Person && m.form == MentionForm::Name);
            if let Some((j, _)) = ruler {
                let (text, name) = (self.text(i), self.text(j));
                self.join(i, j, || format!("{text}: ruled by {name}"));
            }
        }
    }

    /// "His government": is it a group without a state that somebody calls his own, so that equal words elsewhere mean another one?
    pub(super) fn is_possessed(&self, mention: &Mention) -> bool {
        let unnamed = mention.form == MentionForm::Nominal && mention.country.is_none();
        unnamed && self.possessive_of(mention).is_some()
    }

    /// The possessive right before a mention, in small letters.
    pub(super) fn possessive_of(&self, mention: &Mention) -> Option<String> {
        let before = self.article.text.get(..mention.span.start as usize)?;
        let word = before.split_whitespace().next_back()?.to_lowercase();
        let table = self.pack.coreference();
        table.possessives.contains(&word).then_some(word)
    }

    /// Is it an unnamed minister, or forces or a government that nobody is said to own?
    fn may_be_owned(&self, mention: &Mention) -> bool {
        let free = mention.country.is_none() && mention.entry.is_none();
        let object = mention.role.as_ref().and_then(|r| r.object.as_ref());
        let role = mention.form == MentionForm::Role && object.is_none() && !mention.plural;
        let kind = mention.evidence.iter().find_map(|e| e.split_once(':'));
        let table = self.pack.coreference();
        let mut organs = table.governments.iter().chain(&table.bodies);
        let force = matches!(mention.form, MentionForm::Nominal | MentionForm::Pronoun)
            && owner_of(mention).is_none()
            && kind.is_some_and(|(_, kind)| organs.any(|g| g == kind));
        free && (role || force)
    }

    /// Whom the words of ownership beside the noun mean: the one a possessive was attached to, else the topic of the clause or sentence before; the state
    /// that "the country's" takes up.
    fn owner(&mut self, grammar: &Grammar<'_>, owned: usize) -> Option<usize> {
        let mention = self.mentions.get(owned)?;
        let sentence = self.sentences.get(mention.sentence)?;
        let tokens = &sentence.tokens;
        let start = tokens.partition_point(|t| t.span.end <= mention.span.start);
        let end = tokens.partition_point(|t| t.span.start < mention.span.end);
        let text = self.article.text.as_str();
        let word = |t: usize| Some(tokens.get(t)?.span.of(text).to_lowercase());
        let table = self.pack.coreference();
        let at = match table.owning(word, (start, end))? {
            Owning::Possessive(at) => at,
            Owning::State => return self.taken_up(grammar, owned, &Wanted::STATE),
            Owning::Relative(at) => {
                let span = tokens.get(at)?.span;
                let found = self.before_relative(span.start);
                let other = (0..self.mentions.len()).find(|&k| self.mentions[k].span == span);
                return found.or_else(|| self.possessor_of(grammar, other?, owned));
            }
        };
        let span = sentence.tokens[at].span;
        let pronoun = (0..self.mentions.len()).find(|&k| self.mentions[k].span == span);
        if let Some(pronoun) = pronoun {
            let root = self.sets.root(pronoun);
            let named = |k: &usize| self.mentions[*k].form == MentionForm::Name;
            let members: Vec<usize> = (0..self.mentions.len()).filter(named).collect();
            return members.into_iter().find(|&k| self.sets.root(k) == root);
        }
        let subject = grammar.part(mention).filter(|p| p.subject)?;
        let same = |m: &Mention| {
            let part = grammar.part(m);
            m.sentence == mention.sentence && part.is_some_and(|p| p.verb != subject.verb)
        };
        let last = |m: &Mention| at == 0 && m.sentence + 1 == mention.sentence;
        let personal = self
            .pack
            .coreference()
            .personal_possessives
            .contains(&word(at).unwrap_or_default());
        let acting = |m: &Mention| match m.class {
            EntityClass::Country => m.form != MentionForm::Pronoun,
            EntityClass::Person => personal && m.form == MentionForm::Name,
            _ => m.country.is_some() && self.is_government(m),
        };
        let mut topics = (0..self.mentions.len()).filter(|&k| {
            let other = &self.mentions[k];
            let earlier = other.span.end <= span.start && (same(other) || last(other));
            earlier && grammar.is_topic(other) && acting(other)
        });
        topics.next().filter(|_| topics.next().is_none())
    }

    /// "Morocco, whose police": who stands right before a relative word.
    fn before_relative(&self, relative: u32) -> Option<usize> {
        let behind = self.mentions.partition_point(|m| m.span.start < relative);
        let before = behind.checked_sub(1)?;
        let end = self.mentions.get(before)?.span.end as usize;
        let between = self.article.text.get(end..relative as usize)?;
        matches!(between.trim(), "," | "").then_some(before)
    }

    /// The state of a person whom the gazetteer knows, where the article does not name it.
    fn state_by_office(&mut self, owner: usize) -> Option<String> {
        let root = self.sets.root(owner);
        let gazetteer = self.lexicon.gazetteer();
        let known = gazetteer.entry(self.entries.get(&root)?)?;
        let person = known.class == EntityClass::Person;
        let state = gazetteer.country(known.country.filter(|_| person)?)?;
        Some(state.id.to_owned())
    }

    /// The state itself, or that of a person, as the article names it.
    fn state_of_owner(&mut self, owner: usize, offices: &Offices) -> Option<usize> {
        if self.mentions[owner].class == EntityClass::Country {
            return Some(owner);
        }
        let root = self.sets.root(owner);
        let members: Vec<usize> = (0..self.mentions.len())
            .filter(|&k| self.mentions[k].country.is_some())
            .collect();
        let known = members.into_iter().find(|&k| self.sets.root(k) == root)?;
        offices.state_named(self.mentions[known].country.as_deref()?)
    }
}
