//! "Paraguay recognises Taiwan, and China refuses to sell vaccines there": an adverb of the place to which something goes.
//!
//! In: an act without a recipient, the events told before it. Out: the state that the adverb takes up: the only one of its sentence before it that is no
//! subject, else the only one upon which an act of the sentence before was done. Invariant: precision first. Does not: find places.

use super::argument::{Participants, Search};
use super::trigger::Hit;
use crate::base::analysis::{EntityClass, EventMention};

/// Adds whom the adverb means. `earlier`: the events before it, in reading order, with the index of the sentence of the act.
pub fn there<'e>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    (sentence, earlier): (usize, impl Iterator<Item = &'e EventMention>),
    found: &mut Participants,
) {
    let open = found.recipients.is_empty() && !found.equals && !found.actors.is_empty();
    if !open || !hit.verbal {
        return;
    }
    let view = search.view;
    // "Refused to sell vaccines there", not "retaliated by barring planes and threatened to close the base there".
    let below = |t: usize| {
        let mut verb = view.head(t);
        let inner = |v: usize| {
            let subject = |&c: &usize| view.relation(c) == "nsubj";
            let below = matches!(view.relation(v), "xcomp" | "ccomp" | "advcl");
            below && !view.children(v).iter().any(subject)
        };
        while let Some(v) = verb.filter(|&v| v != hit.head && inner(v)) {
            verb = view.head(v);
        }
        verb == Some(hit.head)
    };
    let adverb = |&t: &usize| {
        let goes = view.relation(t) == "advmod" && view.cues.thither.contains(view.form(t));
        goes && below(t)
    };
    let Some(adverb) = (0..view.len()).find(adverb) else {
        return;
    };
    let state = |m: usize| {
        let class = search.mentions.get(m).map(|m| m.class);
        let own = search.is_among(m, &found.actors) || search.is_state_of(m, &found.actors);
        class == Some(EntityClass::Country) && !own && !search.is_unknown(m)
    };
    let mut here: Vec<usize> = Vec::new();
    for t in (0..adverb).filter(|&t| view.relation(t) != "nsubj") {
        let named = search.on(t).filter(|&m| state(m));
        here.extend(named.filter(|&m| !search.is_among(m, &here)));
    }
    if here.is_empty() {
        let before = |m: &usize| {
            let mention = search.mentions.get(*m);
            mention.is_some_and(|m| m.sentence + 1 == sentence) && state(*m)
        };
        let all: Vec<usize> = (0..search.mentions.len()).filter(before).collect();
        let one = all
            .first()
            .filter(|&&m| all.iter().all(|&o| search.is_among(o, &[m])));
        here.extend(one);
    }
    if here.is_empty() {
        let last = earlier.filter(|e| e.sentence < sentence && e.sentence + 1 >= sentence);
        for m in last
            .flat_map(|e| e.recipients.clone())
            .filter(|&m| state(m))
        {
            if !search.is_among(m, &here) {
                here.push(m);
            }
        }
    }
    if let &[one] = here.as_slice() {
        found.recipients = vec![one];
        found
            .reasons
            .push("the state that an adverb of place takes up".to_owned());
    }
}
