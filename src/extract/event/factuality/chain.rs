//! The words above a trigger that belong to the same statement, and how it hangs on them.
//!
//! In: a [`View`] and a word. Out: its governors, nearest first. Does not: judge what they say.

use crate::base::analysis::Upos;
use crate::extract::event::setting::setting_of;
use crate::extract::event::view::View;

/// How far up the tree a governing word still colors an event.
const REACH: usize = 3;

/// How a word hangs on its governor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// As object, subject, content, attribute.
    Bound,
    /// As an act in whose frame the governor's is told ("after talks with X promised Y"): only auxiliaries are shared.
    Setting,
    /// As a second verb beside the governor: auxiliaries and negations may be shared, what the governor asks for or plans is not.
    Beside,
    /// As an infinitive without a subject of its own that completes the governor ("decided to expel").
    Infinitive,
    /// As an infinitive that the parser took for a circumstance ("avstod från att utvisa"): what its governor says colors it, a negation there may
    /// mean something else ("dröjde inte med att utvisa").
    Loose,
}

/// A word above a trigger.
pub struct Governor {
    /// Its token.
    pub word: usize,
    /// The one below.
    pub below: usize,
    /// How the one below hangs on it.
    pub link: Link,
}

/// The words above `head` that belong to the same statement, nearest first.
pub fn governors(view: &View<'_>, head: usize) -> Vec<Governor> {
    let mut chain = Vec::new();
    let mut at = head;
    for _ in 0..REACH {
        let (Some(up), Some(link)) = (view.head(at), link(view, at)) else {
            break;
        };
        // A finite clause below a verb of saying stands on its own feet.
        if view.relation(at) == "ccomp" && view.in_set(up, &view.cues.reporting_verbs) {
            break;
        }
        // "demanded an end to the war and flew to Cairo": a finite verb, or one with a subject of its own, does not share what colors only the one before.
        let own = || {
            let subject = |&c: &usize| view.relation(c) == "nsubj";
            view.children(at).iter().any(subject)
        };
        let free = view.is_finite(at) && view.is_finite(up) || own();
        if !(view.relation(at) == "conj" && free) {
            chain.push(Governor {
                word: up,
                below: at,
                link,
            });
        }
        at = up;
    }
    chain
}

/// How a word shares the fate of its governor; `None` if it does not.
fn link(view: &View<'_>, word: usize) -> Option<Link> {
    // What a relative clause tells does not share the fate of the sentence around it.
    if view.deprel(word) == "acl:relcl" {
        return None;
    }
    // Nor does one with a conjunction and a subject of its own ("without a leader since X was killed").
    let child = |relation: &str| {
        view.children(word)
            .iter()
            .any(|&c| view.relation(c) == relation)
    };
    if view.relation(word) == "acl" && child("mark") && child("nsubj") {
        return None;
    }
    // "gedachte X, 1972 von Soldaten erschossen": a participle behind a name tells what happened to it.
    let name = view.head(word).is_some_and(|h| view.upos(h) == Upos::Propn);
    if view.relation(word) == "acl" && name && !child("mark") {
        return None;
    }
    if view.upos(word) == Upos::Noun && setting_of(view, word).is_some() {
        return Some(Link::Setting);
    }
    match view.relation(word) {
        "xcomp" => Some(Link::Infinitive),
        "conj" if view.upos(word) == Upos::Verb => Some(Link::Beside),
        "obj" | "nsubj" | "obl" | "nmod" | "acl" | "ccomp" | "conj" => Some(Link::Bound),
        _ => is_infinitive(view, word).then_some(Link::Loose),
    }
}

/// Is it an infinitive or gerund behind marks that complete its governor, without a subject of its own? Others ("um zu", "by", "utan att") open a
/// purpose, a manner, a time.
fn is_infinitive(view: &View<'_>, word: usize) -> bool {
    let children = view.children(word).iter().copied();
    let carriers = children
        .clone()
        .filter(|&c| matches!(view.relation(c), "aux" | "xcomp" | "cop"));
    let mut marks = std::iter::once(word)
        .chain(carriers)
        .flat_map(|h| view.children(h).iter().copied())
        .filter(|&c| view.relation(c) == "mark")
        .peekable();
    let completes = |c: usize| {
        let form = view.form(c);
        view.cues.infinitive_marks.contains(form) || view.cues.completing.contains(form)
    };
    let subject = |c: usize| view.relation(c) == "nsubj";
    view.upos(word) == Upos::Verb
        && marks.peek().is_some()
        && marks.all(completes)
        && !children.clone().any(subject)
}
