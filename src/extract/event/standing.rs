//! How an act stands beside the others of its sentence: an event of its own, what somebody travels for, what a message says, or a detail.
//!
//! In: the events of a sentence with their triggers. Out: [`Standing`], one an event. Does not: look at other sentences.

use super::argument::Search;
use super::trigger::Hit;
use super::view::View;
use crate::base::analysis::{EventMention, Upos};
use crate::base::record::Status;

/// How an event stands beside the others of its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// On its own.
    Own,
    /// As what one travels for ("flew to X to meet Y").
    Purpose,
    /// As what another one answers: those are who is asked.
    Answered(Vec<usize>),
    /// As what is said in a call, a letter or a meeting, by and to whom that is.
    Said {
        /// Who speaks.
        by: Vec<usize>,
        /// Who is spoken to, unless the act names whom it is at.
        to: Option<Vec<usize>>,
        /// Was it said?
        status: Status,
    },
    /// As the content of another one only.
    Detail,
}

impl Standing {
    /// The event as it stands, or nothing for a detail.
    pub(super) fn settle(self, mut event: EventMention) -> Option<EventMention> {
        match self {
            Self::Own => {}
            Self::Detail => return None,
            Self::Purpose if event.status == Status::Negated => {}
            Self::Purpose => {
                event.status = Status::Planned;
                event.reasons.push("what one travels for".to_owned());
            }
            Self::Answered(by) => {
                event.recipients = by;
                event.reasons.push("whoever answers is asked".to_owned());
            }
            Self::Said { by, to, status } => {
                event.actors = by;
                if let Some(to) = to {
                    event.recipients = to;
                }
                event.status = status;
                event.reasons.push("what a message says".to_owned());
            }
        }
        Some(event)
    }
}

/// Decides how an event of a sentence stands beside the others told there, by the words between them.
pub(super) fn standing(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    event: &EventMention,
    told: &[(Hit<'_>, EventMention)],
) -> Standing {
    let view = search.view;
    let kind = search.ontology.event_type(&event.event_type);
    let answers = kind.is_some_and(|k| k.addresses_doer);
    let mut at = hit.head;
    let (mut content, mut added, mut added_clause) = (false, false, false);
    let mut siblings = Vec::new();
    for up in view.above(hit.head) {
        let relation = view.relation(at);
        // "thanked X and said that Y …": what the second verb says is no content of the first.
        if relation == "conj" && view.upos(at) == Upos::Verb {
            content = false;
        }
        // "closed the border, accusing X of spying"
        let marked = || {
            view.children(at)
                .iter()
                .any(|&c| view.relation(c) == "mark")
        };
        added |= at == hit.head && answers && relation == "advcl" && !marked();
        let finite = view
            .children(at)
            .iter()
            .any(|&c| view.relation(c) == "nsubj");
        content |= matches!(relation, "ccomp" | "xcomp" | "csubj")
            || relation == "advcl" && !finite
            || relation == "acl" && !finite && marked()
            || matches!(relation, "obj" | "obl" | "nmod" | "nsubj") && view.upos(at) != Upos::Verb;
        // "die von X festgenommene Y": a participle before its noun tells more of that noun.
        // So does one behind a name ("praised X, shot by soldiers in 1972").
        let described = relation == "acl" && view.upos(up) == Upos::Propn && !marked();
        let attribute = (relation == "amod" || described) && view.upos(at) == Upos::Verb;
        if relation == "acl" && view.deprel(at) == "acl:relcl"
            || attribute
            || relation == "parataxis"
            || relation == "advcl" && finite
        {
            return Standing::Own;
        }
        let governor = told
            .iter()
            .find(|(h, e)| h.head == up && h.head != hit.head && e.trigger != event.trigger);
        added_clause |= at != hit.head && relation == "advcl" && !marked();
        let described = view.relation(up) == "acl" && view.deprel(up) == "acl";
        if view.relation(at) == "conj" && view.upos(at) == Upos::Verb && described {
            siblings.push(up);
        }
        // "passed a resolution condemning X and calling on Y": beside a word of the other act stands an act of its own.
        let beside = |g: &(Hit<'_>, EventMention)| siblings.iter().any(|s| g.0.words.contains(s));
        if governor.is_some_and(beside) {
            return Standing::Own;
        }
        if let Some((governor, other)) = governor
            && content
        {
            let complete = !event.actors.is_empty() && !event.recipients.is_empty();
            if let Some(standing) = stands_beside(search, (hit, event), (governor, other), at) {
                return standing;
            }
            // "closed its border, prompting X to expel a diplomat": what another one is brought to do is an act of its own.
            let brought = added_clause && complete && !takes_part_any(other, &event.actors);
            if brought && hit.verbal {
                return Standing::Own;
            }
            return match (hit.verbal, governor.verbal) {
                (true, true) if added && complete && event.event_type != other.event_type => {
                    Standing::Own
                }
                (true, true) if is_purpose(event, governor, other) => Standing::Purpose,
                // "has angered voters by criticising X": whoever it angers is no party.
                (true, true) if complete && is_one_sided(other) && is_way(view, hit.head) => {
                    Standing::Own
                }
                // "flew to Cairo for a meeting with X"
                (false, true) if is_purpose(event, governor, other) => Standing::Purpose,
                (false, true) if has_parties(event, other) => Standing::Own,
                // "the expulsion of X's envoy by Y caused outrage": whoever it angers is not named.
                (false, true)
                    if complete && is_one_sided(other) && !governor.words.contains(&hit.head) =>
                {
                    Standing::Own
                }
                _ => Standing::Detail,
            };
        }
        at = up;
    }
    let word = told.iter().any(|(h, e)| {
        h.head != hit.head && h.words.contains(&hit.head) && e.trigger.contains(event.trigger)
    });
    if word {
        Standing::Detail
    } else {
        Standing::Own
    }
}

/// How an act stands that is no content of the act above it, though it hangs on it: as its circumstance, as what it answers, as what it says. `at` is the word
/// of the act that hangs on the other one.
fn stands_beside(
    search: &Search<'_, '_>,
    (hit, event): (&Hit<'_>, &EventMention),
    (governor, other): (&Hit<'_>, &EventMention),
    at: usize,
) -> Option<Standing> {
    let view = search.view;
    let complete = !event.actors.is_empty() && !event.recipients.is_empty();
    // "After talks with X, Y praised Z"
    let pair = event.symmetric && event.actors.len() > 1;
    let told = (complete || pair) && !governor.words.contains(&hit.head);
    // "Speaking after talks with X, Y praised Z", "X, on a visit to Y, praised Z"
    let set = search.sets(hit.head);
    let above = at == hit.head && set.is_some() || set == Some(at);
    let over = view.cues.afters.contains(&search.clause.case(hit.head));
    let heeded = at == hit.head && search.is_heeded(hit.head);
    let aside = told && (above || heeded || search.is_described_by(hit.head));
    if aside && (over || !is_purpose(event, governor, other)) {
        return Some(Standing::Own);
    }
    // "praised X after meeting Y"
    if told && hit.verbal && at == hit.head && opens_time(view, at) {
        return Some(Standing::Own);
    }
    answered(search, (hit, event), (governor, other)).or_else(|| {
        let said = said(search, (hit, event), (governor, other))?;
        (at == hit.head).then_some(said)
    })
}

/// "turned down X's request for help": what is answered was asked of whoever answers it.
fn answered(
    search: &Search<'_, '_>,
    (hit, event): (&Hit<'_>, &EventMention),
    (governor, answer): (&Hit<'_>, &EventMention),
) -> Option<Standing> {
    let asks = |e: &EventMention| search.ontology.event_type(&e.event_type);
    let asked = asks(event).is_some_and(|k| k.awaits_answer);
    let answers = asks(answer).is_some_and(|k| k.answers && !k.awaits_answer);
    let own = !hit.verbal && governor.verbal && search.view.head(hit.head) == Some(governor.head);
    let same = |m: &usize| search.is_among(*m, &answer.recipients);
    let doers = !event.actors.is_empty() && event.actors.iter().all(same);
    let open = event.recipients.is_empty() && !answer.actors.is_empty();
    let told = event.status == Status::Happened;
    (asked && answers && own && doers && open && told)
        .then(|| Standing::Answered(answer.actors.clone()))
}

/// "telephoned X to thank him", "wrote to X threatening to leave": an act of words that tells what a call, a letter or a meeting was for is said in it.
fn said(
    search: &Search<'_, '_>,
    (hit, event): (&Hit<'_>, &EventMention),
    (governor, message): (&Hit<'_>, &EventMention),
) -> Option<Standing> {
    let view = search.view;
    let kind = |e: &EventMention| search.ontology.event_type(&e.event_type);
    let speaks = kind(event).is_some_and(|k| k.is_verbal() && !k.gathers && !k.joint);
    let meets = kind(message).is_some_and(|k| k.gathers) && !governor.trigger.place_recipient;
    let verbs = hit.verbal && governor.verbal && !governor.words.contains(&hit.head);
    let clause = matches!(view.relation(hit.head), "advcl" | "xcomp");
    let denied = event.status == Status::Negated;
    if !(speaks && meets && verbs && clause) || denied || is_one_sided(message) {
        return None;
    }
    let (by, to) = if message.recipients.is_empty() {
        let first = message.actors.first().copied();
        (Vec::from_iter(first), message.actors[1..].to_vec())
    } else {
        (message.actors.clone(), message.recipients.clone())
    };
    // "called X to ask whether Y would help": whoever else acts there says nothing here.
    let others = event
        .actors
        .iter()
        .all(|&a| search.is_among(a, &by) || search.is_among(a, &to));
    let status = message.status;
    // "called X to thank him": a pronoun for whoever is called.
    let oneself = event.recipients.iter().all(|&r| search.is_among(r, &by));
    let to = oneself.then_some(to);
    others.then_some(Standing::Said { by, to, status })
}

/// Does the verb open a clause that tells by what something is done ("by criticising X")?
fn is_way(view: &View<'_>, verb: usize) -> bool {
    let opens = |&c: &usize| view.relation(c) == "mark" && view.cues.ways.contains(view.form(c));
    view.relation(verb) == "advcl" && view.children(verb).iter().any(opens)
}

/// Does a word of time open the clause of a verb ("after meeting X")?
fn opens_time(view: &View<'_>, verb: usize) -> bool {
    let opens = |&c: &usize| {
        let form = view.form(c);
        let timed = view.cues.sequence.contains(form) || view.cues.meanwhile.contains(form);
        view.relation(c) == "mark" && timed
    };
    view.relation(verb) == "advcl" && view.children(verb).iter().any(opens)
}

/// Does the event name no more than one party?
fn is_one_sided(event: &EventMention) -> bool {
    event.actors.is_empty() || event.recipients.is_empty() && event.actors.len() < 2
}

/// A noun that names its own two parties is an event of its own beside the verb that speaks of it.
fn has_parties(event: &EventMention, other: &EventMention) -> bool {
    let parties = event.actors.iter().chain(&event.recipients);
    parties.filter(|m| !takes_part(other, **m)).count() > 1
}

/// "flew to X to meet Y": beside a journey an act of the same type, of another mode, with somebody else.
fn is_purpose(event: &EventMention, journey: &Hit<'_>, other: &EventMention) -> bool {
    let mut others = event.recipients.iter();
    journey.trigger.place_recipient
        && event.event_type == other.event_type
        && event.mode != other.mode
        && !event.recipients.is_empty()
        && others.all(|&m| !takes_part(other, m))
}

fn takes_part_any(event: &EventMention, mentions: &[usize]) -> bool {
    mentions.iter().any(|&m| takes_part(event, m))
}

fn takes_part(event: &EventMention, mention: usize) -> bool {
    event.actors.contains(&mention) || event.recipients.contains(&mention)
}
