//! Did it take place? Negation, future, plans, possibility and conditions around a trigger.
//!
//! In: a [`View`] and a trigger. Out: [`Status`]. Source: the auxiliary modes of the PLOVER manual (future, hypothetical, negation, historical).

use super::trigger::Hit;
use super::view::View;
use crate::base::analysis::Upos;
use crate::base::record::Status;

/// How far up the tree a governing word still colors an event.
const CHAIN: usize = 3;

/// Judges one trigger; the strongest cue wins: condition, then negation, then possibility, then future.
pub fn status(view: &View<'_>, hit: &Hit<'_>) -> Status {
    let clause = clause_heads(view, hit.head);
    if clause
        .iter()
        .any(|&h| has(view, h, &["mark", "advmod"], &view.cues.conditional))
    {
        return Status::Hypothetical;
    }
    let negations = clause.iter().take(2).filter(|&&h| negated(view, h)).count();
    if hit.trigger.negated != (negations % 2 == 1) {
        return Status::Negated;
    }
    if clause
        .iter()
        .skip(1)
        .any(|&h| view.in_set(h, &view.cues.negating_heads))
    {
        return Status::Negated;
    }
    if reported_future(view, hit.head) {
        return Status::Planned;
    }
    if clause
        .iter()
        .take(1)
        .any(|&h| has_auxiliary(view, h, &view.cues.modal))
        || clause
            .iter()
            .skip(1)
            .any(|&h| view.in_set(h, &view.cues.wishing_heads))
    {
        return Status::Hypothetical;
    }
    if hit.trigger.planned || future(view, &clause) {
        return Status::Planned;
    }
    Status::Happened
}

/// "They said they would …": in reported speech the auxiliary of possibility is a future.
fn reported_future(view: &View<'_>, head: usize) -> bool {
    let above = view.head(head).filter(|&up| {
        view.relation(head) == "ccomp" && view.in_set(up, &view.cues.reporting_verbs)
    });
    above.is_some() && has_auxiliary(view, head, &view.cues.reported_future)
}

/// The trigger and the heads above it that belong to the same statement.
fn clause_heads(view: &View<'_>, head: usize) -> Vec<usize> {
    let mut chain = vec![head];
    let mut at = head;
    for _ in 0..CHAIN {
        let bound = matches!(
            view.relation(at),
            "xcomp" | "obj" | "nsubj" | "obl" | "nmod" | "acl" | "ccomp" | "conj"
        );
        // What a relative clause tells does not share the fate of the sentence around it.
        let told_aside = view.deprel(at) == "acl:relcl";
        let Some(up) = view.head(at).filter(|_| bound && !told_aside) else {
            break;
        };
        // A finite clause below a verb of saying stands on its own feet.
        if view.relation(at) == "ccomp" && view.in_set(up, &view.cues.reporting_verbs) {
            break;
        }
        chain.push(up);
        at = up;
    }
    chain
}

fn negated(view: &View<'_>, head: usize) -> bool {
    let near = ["advmod", "det", "aux", "mark", "case", "cc"];
    has(view, head, &near, &view.cues.negation)
        || view.upos(head) == Upos::Verb && nobody(view, head)
}

/// "Deutschland liefert keine Panzer", "no state recognised it": an article that negates the subject or object negates the verb.
fn nobody(view: &View<'_>, verb: usize) -> bool {
    let part = |c: &&usize| matches!(view.relation(**c), "nsubj" | "obj");
    let mut parts = view.children(verb).iter().filter(part);
    parts.any(|&c| has(view, c, &["det"], &view.cues.negation))
}

fn future(view: &View<'_>, clause: &[usize]) -> bool {
    let own = clause
        .iter()
        .take(1)
        .any(|&h| has_auxiliary(view, h, &view.cues.future) && !hearsay(view, h));
    own || clause.iter().skip(1).any(|&h| {
        view.in_set(h, &view.cues.planning_heads) || has_auxiliary(view, h, &view.cues.future)
    })
}

/// "soll getötet haben", "ska ha ringt": the future auxiliary only says that others tell it.
fn hearsay(view: &View<'_>, head: usize) -> bool {
    view.children(head)
        .iter()
        .any(|&c| view.relation(c) == "aux" && view.cues.hearsay.contains(view.form(c)))
}

/// Has `head` a dependent of one of the relations whose lemma or form is in the set?
fn has(
    view: &View<'_>,
    head: usize,
    relations: &[&str],
    set: &std::collections::BTreeSet<String>,
) -> bool {
    view.children(head)
        .iter()
        .any(|&c| relations.contains(&view.relation(c)) && view.in_set(c, set))
}

/// Has `head` an auxiliary of exactly one of the forms? The lemma will not do: German "werden" makes futures and passives.
fn has_auxiliary(view: &View<'_>, head: usize, forms: &std::collections::BTreeSet<String>) -> bool {
    let children = view.children(head).iter();
    children
        .copied()
        .any(|c| view.deprel(c) == "aux" && forms.contains(view.form(c)))
}
