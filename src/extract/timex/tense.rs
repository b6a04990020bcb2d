//! Signals of past and future in the clause around an expression (direction rules D1, D2, D4).
//!
//! In: tokens, a match, the language's signal words and past endings. Out: [`Tense`]. Invariant: looks no further than the sentence.

use super::find::Found;
use super::scan::{Gap, Kind, Tokens};
use crate::lexicon::temporal::Temporal;
use crate::lexicon::temporal::words::Slot;

/// Which way the clause looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// Bytes of the shortest past form.
const SHORTEST: usize = 3;

/// How many tokens are read on either side.
const REACH: usize = 16;

/// Marks behind which another part of the sentence begins.
const PARTS: [Kind; 4] = [
    Kind::Mark(','),
    Kind::Mark(';'),
    Kind::Mark('"'),
    Kind::Mark('”'),
];

/// Words of the longest phrase that signals the past.
const PHRASE: usize = 4;

/// How many tokens farther a signal counts that stands behind such a mark; behind a conjunction twice as many.
const PART: usize = 4;

/// Reads the direction from the signal nearest to the expression; the sentence ends the search.
pub(super) fn tense(text: &str, tokens: &Tokens<'_>, found: &Found, table: &Temporal) -> Tense {
    let mut best: Option<(usize, Tense)> = None;
    let mut note = |distance: usize, tense: Tense| {
        if best.is_none_or(|b| distance < b.0) {
            best = Some((distance, tense));
        }
    };
    for step in 1..REACH {
        let Some(at) = found.start.checked_sub(step) else {
            break;
        };
        if ends_sentence(tokens, at) {
            break;
        }
        if let Some(tense) = signal(text, tokens, at, table) {
            // "Until Thursday, they had said nothing": the verb behind decides, not the bound that opens the sentence.
            let opens = tokens.opens(at) && tokens.hit(at, table.signals.until).is_some();
            note(if opens { step + 2 * REACH } else { step }, tense);
            break;
        }
    }
    let mut crossed = 0;
    for step in 0..REACH {
        let at = found.end + step;
        // "warned in June that X would attack": what is said has a tense of its own.
        let content = tokens.hit(at, table.signals.content).is_some();
        if content || tokens.get(at).is_some_and(|t| PARTS.contains(&t.kind)) {
            crossed = PART;
        }
        // "spoke with X on Wednesday and is due in Paris": what is joined has a time of its own.
        if tokens.hit(at, table.signals.conjunction).is_some() {
            crossed = 2 * PART;
        }
        if tokens.get(at).is_none() || (at > 0 && ends_sentence(tokens, at - 1)) {
            break;
        }
        // "on Monday and agreed to lift the ban": what was agreed lies ahead, the agreeing does not.
        let agreed = past_verb(text, tokens, at, table);
        let signal = signal(text, tokens, at, table);
        if let Some(tense) = signal.map(|t| if agreed { Tense::Past } else { t }) {
            note(step + 1 + crossed, tense);
            break;
        }
    }
    best.map_or(Tense::Unknown, |b| b.1)
}

/// Does a past form stand right before the expression and its preposition?
pub(super) fn past_beside(
    text: &str,
    tokens: &Tokens<'_>,
    found: &Found,
    table: &Temporal,
) -> bool {
    let before = found.start.checked_sub(2);
    before.is_some_and(|at| past_verb(text, tokens, at, table))
}

/// Has the word a past ending of the language?
fn past_verb(text: &str, tokens: &Tokens<'_>, at: usize, table: &Temporal) -> bool {
    tokens.get(at).is_some_and(|t| {
        let word = t.span.of(text);
        let ends = |e: &String| word.ends_with(e.as_str());
        let told = || table.past_endings.iter().any(ends) || table.pasts.contains(word);
        t.kind == Kind::Word && !t.capital && told()
    })
}

/// Does a sentence end with this token?
pub(super) fn ends_sentence(tokens: &Tokens<'_>, at: usize) -> bool {
    let (Some(token), next) = (tokens.get(at), tokens.get(at + 1)) else {
        return true;
    };
    let Some(next) = next else { return true };
    if next.gap == Gap::Paragraph {
        return true;
    }
    let short = at.checked_sub(1).is_some_and(|i| {
        let known = !tokens.hits(i).is_empty();
        tokens.get(i).is_some_and(|t| {
            (t.span.len() <= 3 && t.capital && !known)
                || (t.kind == Kind::Digits && t.span.len() <= 2)
        })
    });
    match token.kind {
        Kind::Mark('!' | '?') => next.gap != Gap::None,
        Kind::Mark('.') => {
            next.gap != Gap::None && next.kind == Kind::Word && next.capital && !short
        }
        _ => false,
    }
}

/// Does a phrase of several words that tells of the past cover the token: "had been due"?
fn over(tokens: &Tokens<'_>, at: usize, table: &Temporal) -> bool {
    (0..PHRASE).any(|back| {
        at.checked_sub(back)
            .and_then(|i| tokens.hit(i, table.signals.past))
            .is_some_and(|hit| hit.length > 1 && hit.length > back)
    })
}

/// Does a participle stand between an article and its noun: "an unspecified date", "die geplante Sitzung"? It is no finite verb then.
fn attributive(tokens: &Tokens<'_>, at: usize, table: &Temporal) -> bool {
    let noun = tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Word);
    noun && at
        .checked_sub(1)
        .is_some_and(|i| tokens.hit(i, table.signals.article).is_some())
}

/// Does a joining word stand here between the two halves of a range ("from 3 to 5 June", "Friday to Sunday")? Then it points nowhere.
fn joins_range(tokens: &Tokens<'_>, at: usize, table: &Temporal) -> bool {
    let digits = |back: usize| {
        at.checked_sub(back)
            .and_then(|i| tokens.get(i))
            .is_some_and(|t| t.kind == Kind::Digits)
    };
    let weekday = |at: Option<usize>| {
        let mut slots = at
            .into_iter()
            .flat_map(|i| tokens.hits(i))
            .flat_map(|h| &h.entry.slots);
        slots.any(|s| s.0 == Slot::Weekday)
    };
    let weekdays = || weekday(at.checked_sub(1)) && weekday(Some(at + 1));
    tokens.hit(at, table.signals.join).is_some() && (digits(1) || digits(2) || weekdays())
}

/// "reste på måndagen till Polen": a word that may mean "until" points nowhere unless a time follows it.
fn only_bounds(text: &str, tokens: &Tokens<'_>, at: usize, table: &Temporal) -> bool {
    let bound = tokens.hit(at, table.signals.until).is_some();
    let name = tokens.get(at + 1).is_some_and(|t| {
        let word = t.span.of(text);
        t.kind == Kind::Word && tokens.hits(at + 1).is_empty() && !word.is_empty()
    });
    bound && name
}

fn signal(text: &str, tokens: &Tokens<'_>, at: usize, table: &Temporal) -> Option<Tense> {
    if over(tokens, at, table) {
        return Some(Tense::Past);
    }
    if joins_range(tokens, at, table) {
        return None;
    }
    if tokens.hit(at, table.signals.future).is_some() {
        return (!only_bounds(text, tokens, at, table)).then_some(Tense::Future);
    }
    let led = at
        .checked_sub(1)
        .is_some_and(|i| tokens.hit(i, table.signals.future).is_some());
    let past = Some(if led { Tense::Future } else { Tense::Past });
    if tokens.hit(at, table.signals.past).is_some() {
        return past;
    }
    let token = tokens.get(at)?;
    if token.kind != Kind::Word || token.capital || token.span.len() < SHORTEST {
        return None;
    }
    if attributive(tokens, at, table) {
        return None;
    }
    let present = at
        .checked_sub(1)
        .is_some_and(|i| tokens.hit(i, table.signals.present).is_some());
    if present {
        return None;
    }
    let word = token.span.of(text);
    let ends = |e: &String| word.len() > SHORTEST && word.ends_with(e.as_str());
    let told = table.past_endings.iter().any(ends) || table.pasts.contains(word);
    told.then_some(past).flatten()
}
