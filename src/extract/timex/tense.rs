//! Signals of past and future in the clause around an expression (direction rules D1, D2, D4).
//!
//! In: tokens, a match, the language's signal words and past endings. Out: [`Tense`]. Invariant: looks no further than the sentence.

use super::find::Found;
use super::scan::{Gap, Kind, Token, Tokens};
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

/// Longest clause, in words and marks, whose end is looked for.
const CLAUSE: usize = 30;

/// Shortest infinitive behind "zu" written into it ("aufzubauen"), in bytes.
const INFINITIVE: usize = 3;

/// Reads the direction from the signal nearest to the expression; the sentence ends the search.
pub(super) fn tense(text: &str, tokens: &Tokens<'_>, found: &Found, table: &Temporal) -> Tense {
    let set = || put_off(tokens, found, table) || set_for(tokens, found, table);
    if set() || opens_present(text, tokens, found, table) {
        return Tense::Future;
    }
    let mut best: Option<(usize, Tense)> = None;
    let mut note = |distance: usize, tense: Tense| {
        if best.is_none_or(|b| distance < b.0) {
            best = Some((distance, tense));
        }
    };
    let mut decided = false;
    for step in 1..REACH {
        let Some(at) = found.start.checked_sub(step) else {
            break;
        };
        if ends_sentence(tokens, at) {
            break;
        }
        let told = signal(text, tokens, at, table);
        let meant = told != Some(Tense::Future)
            && intended(text, tokens, (at, found), (told.is_some(), table));
        if let Some(tense) = told.filter(|_| !meant).or(meant.then_some(Tense::Future)) {
            // "Until Thursday, they had said nothing": the verb behind decides, not the bound that opens the sentence.
            let opens = tokens.opens(at) && tokens.hit(at, table.signals.until).is_some();
            note(if opens { step + 2 * REACH } else { step }, tense);
            decided = in_relative(tokens, (at, found.start), table);
            break;
        }
    }
    let mut crossed = 0;
    for step in 0..REACH {
        let at = found.end + step;
        // "X, who is to meet Y on Friday, urged …": what follows the relative clause is told of another time.
        if decided && tokens.get(at).is_some_and(|t| PARTS.contains(&t.kind)) {
            break;
        }
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
        let agreed = past_verb(text, tokens, at, table) && !before_noun(tokens, at, table);
        let signal = signal(text, tokens, at, table);
        if let Some(tense) = signal.map(|t| if agreed { Tense::Past } else { t }) {
            note(step + 1 + crossed, tense);
            break;
        }
    }
    best.map_or(Tense::Unknown, |b| b.1)
}

/// Do a signal and the expression stand in one relative clause, with no mark between?
fn in_relative(tokens: &Tokens<'_>, (signal, found): (usize, usize), table: &Temporal) -> bool {
    let mark = |at: &usize| ends_clause(tokens, *at);
    let whole = !(signal..found).any(|at| mark(&at));
    let opened = (0..signal).rev().take(REACH).find(mark);
    // The signal may be of two words, the first of them found.
    whole && opened.is_some_and(|o| tokens.hit(o + 1, table.signals.relative).is_some())
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
        let none =
            || tokens.hit(at, table.signals.no_past).is_some() || governed(text, tokens, at, table);
        t.kind == Kind::Word && !t.capital && told() && !none()
    })
}

/// Does a noun stand behind a single word that looks ahead: "der für Freitag geplante Gipfel"? It is no finite verb then.
fn before_noun(tokens: &Tokens<'_>, at: usize, table: &Temporal) -> bool {
    let single = tokens
        .hit(at, table.signals.future)
        .is_some_and(|h| h.length == 1);
    single
        && table.nouns_capitalized
        && tokens
            .get(at + 1)
            .is_some_and(|t| t.kind == Kind::Word && t.capital)
}

/// Does the clause go on after this token?
fn clause_goes_on(tokens: &Tokens<'_>, at: usize) -> bool {
    let mark = |t: &Token| PARTS.contains(&t.kind) || matches!(t.kind, Kind::Mark('.' | ':'));
    tokens
        .get(at + 1)
        .is_some_and(|t| !mark(t) && t.gap < Gap::Paragraph)
        && !ends_sentence(tokens, at)
}

/// Does a clause end with this token?
pub(super) fn ends_clause(tokens: &Tokens<'_>, at: usize) -> bool {
    let part = tokens.get(at).is_some_and(|t| PARTS.contains(&t.kind));
    part || ends_sentence(tokens, at)
}

/// Does a finite verb stand behind the aside that holds a date, before what comes later in the sentence: "who fled in May 2014, was seized in June"?
///
/// In: one past the date's last token, the first token of the later expression. An aside opens and closes with a comma.
pub(super) fn in_aside(
    text: &str,
    tokens: &Tokens<'_>,
    (end, later): (usize, usize),
    table: &Temporal,
) -> bool {
    let Some(close) = (end..later).find(|i| ends_clause(tokens, *i)) else {
        return false;
    };
    let opened = (0..end)
        .rev()
        .take(CLAUSE)
        .take_while(|i| !ends_sentence(tokens, *i))
        .find(|i| ends_clause(tokens, *i));
    let Some(open) = opened else { return false };
    // "Bombed in May", "released in June": of a form that is past and participle, only what opens the aside tells which it is.
    let both = |at: usize| {
        let word = tokens.get(at).map_or("", |t| t.span.of(text));
        let ends = |e: &&String| word.ends_with(e.as_str()) && table.past_endings.contains(e);
        let known = tokens.hit(at, table.signals.past).is_some();
        !known && table.participle_endings.iter().any(|e| ends(&e))
    };
    let relative = tokens.hit(open + 1, table.signals.relative).is_some() || both(open + 1);
    let verb = close + 1;
    verb < later && (relative || !both(verb)) && signal(text, tokens, verb, table).is_some()
}

/// Does a verb in the present stand right behind a weekday that opens its sentence: "På söndagen ökar lavinfaran"? In languages whose verb stands second.
fn opens_present(text: &str, tokens: &Tokens<'_>, found: &Found, table: &Temporal) -> bool {
    let opens = (0..=2).any(|back| {
        found.start.checked_sub(back).is_some_and(|at| {
            tokens.opens(at) && !(at..found.start).any(|i| ends_clause(tokens, i))
        })
    });
    let told = [
        table.signals.past,
        table.signals.no_present,
        table.signals.number,
        table.signals.article,
    ];
    let present = tokens.get(found.end).is_some_and(|t| {
        let word = t.span.of(text);
        let ends = |e: &String| word.ends_with(e.as_str());
        t.kind == Kind::Word && !t.capital && table.present_endings.iter().any(ends)
    });
    opens
        && present
        && found.slots.int(Slot::Weekday).is_some()
        && told
            .iter()
            .all(|class| tokens.hit(found.end, *class).is_none())
        && !past_verb(text, tokens, found.end, table)
}

/// Was something put off to what the expression names: "moved the hearing to Monday", "verschob die Wahl auf Mai"?
pub(super) fn put_off(tokens: &Tokens<'_>, found: &Found, table: &Temporal) -> bool {
    let Some(toward) = found.start.checked_sub(1) else {
        return false;
    };
    if tokens.hit(toward, table.signals.toward).is_none() {
        return false;
    }
    let verb = |at: usize| tokens.hit(at, table.signals.put_off).is_some();
    let before = (0..toward)
        .rev()
        .take(REACH)
        .take_while(|at| clause_goes_on(tokens, *at))
        .any(verb);
    before || verb(found.end)
}

/// Is it the time that something is set for: "hat X für Juni eingeladen", "invited X for June"?
fn set_for(tokens: &Tokens<'_>, found: &Found, table: &Temporal) -> bool {
    let Some(before) = found.start.checked_sub(1) else {
        return false;
    };
    // "The service planned for Saturday was cancelled" tells what is over.
    let over = tokens.hit(found.end, table.signals.past).is_some() && !tokens.opens(before);
    if over || tokens.hit(before, table.signals.set_for).is_none() {
        return false;
    }
    let front = (0..found.start).rev().take(REACH);
    let front = front.take_while(|at| clause_goes_on(tokens, *at));
    let back = (found.end..found.end + REACH).take_while(|at| clause_goes_on(tokens, at - 1));
    front
        .chain(back)
        .any(|at| tokens.hit(at, table.signals.set_verb).is_some())
}

/// Does an infinitive depend on the verb at `at`, one of those whose infinitive lies ahead ("vowed to answer by Friday", "versprach, am Mittwoch zu
/// kommen"), and does the expression belong to it?
fn intended(
    text: &str,
    tokens: &Tokens<'_>,
    (at, found): (usize, &Found),
    (past, table): (bool, &Temporal),
) -> bool {
    if tokens.hit(at, table.signals.intent).is_none() {
        return false;
    }
    if (at + 1..found.start).any(|i| to_infinitive(text, tokens, i, table)) {
        // "Vowed on Friday", "vowed to answer Friday": a weekday without a bound may be the day of the vow.
        let bound = found.start.checked_sub(1);
        let bound = bound.is_some_and(|i| tokens.hit(i, table.signals.until).is_some());
        return bound || !past || found.slots.int(Slot::Weekday).is_none();
    }
    // Where the infinitive ends its clause, it stands behind the expression.
    let apart = || (at + 1..found.start).any(|i| ends_clause(tokens, i));
    let end = || (found.end..found.end + CLAUSE).find(|i| !clause_goes_on(tokens, i - 1));
    !table.infinitive_endings.is_empty()
        && apart()
        && end().is_some_and(|end| {
            (found.end..end).any(|i| {
                to_infinitive(text, tokens, i, table)
                    || infinitive_with_mark(text, tokens, i, table)
            })
        })
}

/// Does a form of the present that may go with a participle stand in the clause of the expression: "frühestens in acht Jahren ist sie fertig"?
pub(super) fn beside_present(tokens: &Tokens<'_>, found: &Found, table: &Temporal) -> bool {
    let present = |at: &usize| tokens.hit(*at, table.signals.present).is_some();
    let before = (0..found.start).rev().take(REACH);
    let behind = (found.end..found.end + REACH).take_while(|at| clause_goes_on(tokens, at - 1));
    before
        .take_while(|at| clause_goes_on(tokens, *at))
        .chain(behind)
        .any(|at| present(&at))
}

/// Does the mark of an infinitive stand here, and behind it a verb, no article, number or perfect ("to have")?
fn to_infinitive(text: &str, tokens: &Tokens<'_>, at: usize, table: &Temporal) -> bool {
    let next = at + 1;
    let verb = tokens.get(next).is_some_and(|t| {
        let ends = |e: &String| t.span.of(text).ends_with(e.as_str());
        t.kind == Kind::Word
            && !t.capital
            && (table.infinitive_endings.is_empty() || table.infinitive_endings.iter().any(ends))
    });
    let none = [
        table.signals.article,
        table.signals.number,
        table.signals.perfect,
    ];
    verb && tokens.hit(at, table.signals.infinitive).is_some()
        && none.iter().all(|class| tokens.hit(next, *class).is_none())
}

/// Is the mark of the infinitive written into the word: "aufzunehmen"?
fn infinitive_with_mark(text: &str, tokens: &Tokens<'_>, at: usize, table: &Temporal) -> bool {
    tokens.get(at).is_some_and(|t| {
        let word = t.span.of(text);
        t.kind == Kind::Word && !t.capital && table.pasts.marked(word, INFINITIVE)
    })
}

/// Does a clause with a modal verb at `at` end in a perfect infinitive: "soll am Montag einen Mann getötet haben"? It tells what is over.
fn perfect(text: &str, tokens: &Tokens<'_>, at: usize, table: &Temporal) -> bool {
    let participle = |i: Option<usize>| {
        i.and_then(|i| tokens.get(i)).is_some_and(|t| {
            let ends = |e: &String| t.span.of(text).ends_with(e.as_str());
            t.kind == Kind::Word && !t.capital && table.participle_endings.iter().any(ends)
        })
    };
    for i in at + 1..at + CLAUSE {
        if let Some(hit) = tokens.hit(i, table.signals.perfect) {
            let ends = !clause_goes_on(tokens, i + hit.length - 1)
                || tokens
                    .hit(i + hit.length, table.signals.conjunction)
                    .is_some();
            if ends && (hit.length > 1 || participle(i.checked_sub(1))) {
                return true;
            }
        }
        if tokens.hit(i, table.signals.perfect_open).is_some() && participle(Some(i + 1)) {
            return true;
        }
        if !clause_goes_on(tokens, i) {
            return false;
        }
    }
    false
}

/// Is a word that could be a past the infinitive of a modal verb: "die am Montag starten sollen", "sollen am Montag starten"?
fn governed(text: &str, tokens: &Tokens<'_>, at: usize, table: &Temporal) -> bool {
    let Some(word) = tokens.get(at).map(|t| t.span.of(text)) else {
        return false;
    };
    if !table
        .infinitive_endings
        .iter()
        .any(|e| word.ends_with(e.as_str()))
    {
        return false;
    }
    let modal = |i: usize| tokens.hit(i, table.signals.modal).is_some();
    let marked = at
        .checked_sub(1)
        .is_some_and(|i| tokens.hit(i, table.signals.infinitive).is_some());
    let last = !clause_goes_on(tokens, at);
    marked
        || modal(at + 1)
        || last
            && (0..at)
                .rev()
                .take(CLAUSE)
                .take_while(|i| clause_goes_on(tokens, *i))
                .any(modal)
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
    if tokens.hit(at, table.signals.modal).is_some() && perfect(text, tokens, at, table) {
        return Some(Tense::Past);
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
    if tokens.hit(at, table.signals.no_past).is_some() || governed(text, tokens, at, table) {
        return None;
    }
    let word = token.span.of(text);
    let ends = |e: &String| word.len() > SHORTEST && word.ends_with(e.as_str());
    let told = table.past_endings.iter().any(ends) || table.pasts.contains(word);
    told.then_some(past).flatten()
}
