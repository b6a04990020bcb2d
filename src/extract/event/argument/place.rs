//! Where an act took place: the place that a phrase of its clause names.
//!
//! In: the head of a trigger. Out: a mention index. Invariant: a preposition of place opens the phrase.

use super::Search;
use crate::base::analysis::{EntityClass, Mention, MentionForm, Upos};
use crate::extract::syntax::clause::Oblique;

impl Search<'_, '_> {
    /// The place of an event: a place phrase on the head, its support verb or its object.
    pub fn place(&self, head: usize) -> Option<usize> {
        let mut heads = vec![head];
        heads.extend(self.support_verb(head));
        // "took place in Rome": the place hangs on the object.
        let verbs = heads.clone().into_iter();
        let verbs = verbs.filter(|&h| self.view.upos(h) == Upos::Verb);
        heads.extend(
            verbs
                .flat_map(|v| self.clause.objects(v))
                .filter(|&o| o != head),
        );
        let phrases: Vec<&Oblique> = heads
            .into_iter()
            .flat_map(|h| self.clause.obliques(h))
            .collect();
        // "apologised for the crash in X": where another act took place says nothing of this one.
        let elsewhere = |o: &Oblique| {
            let cues = self.view.cues;
            let scene = cues.place_adpositions.contains(&o.case) || cues.sequence.contains(&o.case);
            !o.case.is_empty() && !scene && self.deeds.contains_key(&o.head)
        };
        let inner = |o: &&Oblique| {
            let around: &[Oblique] = self.clause.obliques(o.head);
            if elsewhere(o) { &[] } else { around }
        };
        let second: Vec<&Oblique> = phrases.iter().flat_map(inner).collect();
        let third: Vec<&Oblique> = second.iter().flat_map(inner).collect();
        let attached = [phrases, second, third].concat();
        attached.iter().find_map(|o| self.place_in(o)).or_else(|| {
            self.place_behind(head)
                .filter(|_| self.sets(head).is_none())
        })
    }

    /// The state in which the act of a verb took place, as the article mentions it: named in a phrase of the verb itself, or whose place is; else the place,
    /// if its state is known.
    pub fn state_there(&self, verb: usize) -> Option<usize> {
        let phrases = self.clause.obliques(verb).iter();
        let organ = |o: &&Oblique| {
            let class = self
                .on(o.head)
                .and_then(|m| Some(self.mentions.get(m)?.class));
            class == Some(EntityClass::Organisation)
        };
        // "was summoned to the foreign ministry in Kampala", "to Uganda's foreign ministry"
        let organs = || phrases.clone().filter(organ);
        let inner = || organs().flat_map(|o| self.clause.obliques(o.head));
        let of_state = |o: &Oblique| {
            let mention = self.on(o.head)?;
            let state = self.mentions.get(mention)?.country.is_some();
            state.then_some(mention)
        };
        let place = phrases
            .clone()
            .find_map(|o| self.place_in(o))
            .or_else(|| inner().find_map(|o| self.place_in(o)));
        let Some(place) = place else {
            return organs().find_map(of_state);
        };
        let is_state = |m: &Mention| m.class == EntityClass::Country;
        let mention = self.mentions.get(place)?;
        if is_state(mention) {
            return Some(place);
        }
        let code = mention.country.as_deref();
        let state = |m: &Mention| is_state(m) && m.country.as_deref() == code;
        let named = self
            .mentions
            .iter()
            .position(|m| code.is_some() && state(m));
        named.or_else(|| code.map(|_| place))
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
        let cues = self.view.cues;
        let opens = cues.place_adpositions.contains(&phrase.case);
        // "no deal on Ukraine", "deliveries to Russia": a state is what the act is about.
        let state = |m: usize| {
            let class = self.mentions.get(m).map(|m| m.class);
            class == Some(EntityClass::Country)
        };
        let about = cues.topic_adpositions.contains(&phrase.case);
        let named = opens.then(|| self.mentions_of(&[phrase.head]))?;
        let mut places = named.into_iter().filter(|&m| self.is_place(m));
        places.find(|&m| !(about && state(m)))
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
