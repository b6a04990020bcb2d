//! "X has broken off the talks with Y. This was announced on Thursday": the day of an act from the sentence that makes it known.
//!
//! In: the events of an article, its sentences with trees and time expressions. Out: the same events; what the main verb of a sentence tells without a day gets
//! that of the next one. Invariant: an act with a date of its own keeps it. Does not: date what the second sentence tells itself.

use super::Input;
use super::view::View;
use crate::base::analysis::{Counting, EventMention, Timex, Upos};
use crate::base::date::Precision;
use crate::base::record::Status;
use crate::base::span::Span;
use crate::lexicon::Pack;

/// Dates what the next sentence says was made known on a day.
pub fn date(input: Input<'_>, pack: &Pack, events: &mut [EventMention]) {
    let mut from = 0;
    while let Some(told) = events.get(from).map(|e| e.sentence) {
        let after = |e: &EventMention| e.sentence == told;
        let until = from + events.iter().skip(from).take_while(|e| after(e)).count();
        let all = events.get_mut(from..until).unwrap_or_default();
        from = until;
        if !all.iter().any(is_open) {
            continue;
        }
        let Some(root) = root(input, told) else {
            continue;
        };
        let main = |e: &EventMention| e.trigger.start <= root.start && root.end <= e.trigger.end;
        if !all.iter().any(|e| is_open(e) && main(e)) {
            continue;
        }
        if let Some(day) = announced(input, pack, told + 1) {
            for event in all.iter_mut().filter(|e| is_open(e) && main(e)) {
                event.timex = Some(day);
            }
        }
    }
}

/// Did it happen on a day that its own sentence does not tell?
fn is_open(event: &EventMention) -> bool {
    let untold = event.timex.is_none() && event.counting == Counting::On;
    untold && !event.historical && event.status == Status::Happened
}

/// Where the main verb of a sentence stands.
fn root(input: Input<'_>, sentence: usize) -> Option<Span> {
    let tree = input.trees.get(sentence)?;
    let root = tree.nodes.iter().position(|n| n.head.is_none())?;
    let token = input.sentences.get(sentence)?.tokens.get(root)?;
    Some(token.span)
}

/// The day on which a sentence says that what was told right before was made known, if it says nothing else.
fn announced(input: Input<'_>, pack: &Pack, index: usize) -> Option<usize> {
    let sentence = input.sentences.get(index)?;
    let before = input.sentences.get(index - 1)?;
    let tree = input.trees.get(index)?;
    let here = sentence.span;
    let inside = |t: &&Timex| here.start <= t.span.start && t.span.end <= here.end;
    let near = sentence.block <= before.block + 1;
    if !near
        || tree.nodes.len() != sentence.tokens.len()
        || !input.timexes.iter().any(|t| inside(&t))
    {
        return None;
    }
    let view = View::new(input, sentence, tree, pack);
    let verb = (0..view.len()).find(|&t| view.head(t).is_none())?;
    let says = view.in_set(verb, &view.cues.announcing);
    // "gab … bekannt"
    let part = |c: usize| view.cues.announcing.contains(view.form(c));
    let only = (0..view.len()).all(|t| t == verb || view.upos(t) != Upos::Verb || part(t));
    let children = || view.children(verb).iter().copied();
    let taken_up = |c: usize| {
        let object = matches!(view.relation(c), "obj" | "nsubj" | "expl" | "det");
        let noun = view.upos(c) == Upos::Noun && view.in_set(c, &input.words.comment_nouns);
        object && (view.cues.taking_up.contains(view.form(c)) || noun)
    };
    if !only || !(says || children().any(part)) || !children().any(taken_up) {
        return None;
    }
    let mut days: Vec<usize> = (0..view.len())
        .filter_map(|t| view.timex_at.get(t).copied().flatten())
        .collect();
    days.dedup();
    let [day] = days.as_slice() else {
        return None;
    };
    let timex = input.timexes.get(*day).filter(|t| t.dates_events)?;
    let exact = timex
        .interval
        .is_some_and(|i| i.precision == Precision::Day);
    exact.then_some(*day)
}
