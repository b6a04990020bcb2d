//! The pieces of a plain question put together to a statement.
//!
//! In: what is asked, pieces in the order of the line. Out: the text of statements. Invariant: every piece is used, or there is no statement.

use super::kinds::Asking;
use crate::lexicon::questions::Questions;

/// A word of the line that matters.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    /// A name as it is written in a statement.
    Name(String),
    /// Types of events.
    Type(Asking),
    /// A keyword of a role.
    Role(&'static str),
    /// A form of "do".
    Act,
    /// A form of "say".
    Says,
    /// A form of "happen".
    Happens,
    /// A helper behind which the one who acts stands.
    Inverting,
    /// A verb whose subject is acted upon.
    Passive,
    /// "and" between two names.
    And,
    /// A word of questions that asks again ("and who met X").
    Again,
    /// The latest (`true`) or the first of the events alone.
    End(bool),
    /// A word that names nothing, but stands in sentences of events.
    Word(String),
    /// A word that nothing is known of.
    Unknown,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Anybody,
    Doer,
    Other,
    What,
    /// Time, place, or whether at all.
    Event,
    Number,
}

/// Puts the statement of a question together; none if a word is left over or a part is missing.
pub(super) fn compose(
    asked: Asked,
    pieces: &[Piece],
    tail: &str,
    table: &Questions,
) -> Vec<String> {
    if pieces.contains(&Piece::Unknown) {
        return Vec::new();
    }
    let mut types: Vec<&Asking> = Vec::new();
    for piece in pieces {
        // "signed an agreement": the noun says what the verb does.
        if let Piece::Type(asking) = piece
            && !types.iter().any(|t| t.words == asking.words)
        {
            types.push(asking);
        }
    }
    let says = pieces.contains(&Piece::Says);
    let cores = match (types.as_slice(), asked) {
        // "what did X say about sanctions": of what X said, what is of that kind.
        ([asking], Asked::What) if says => without_type(asked, pieces, tail)
            .map(|core| format!("{core} type {}", asking.words))
            .into_iter()
            .collect(),
        ([], Asked::Number) => of_names(pieces).into_iter().collect(),
        ([], _) => without_type(asked, pieces, tail).into_iter().collect(),
        ([asking], _) => match apart((asked, table.subject_first), pieces, asking) {
            several if !several.is_empty() => several,
            _ => with_type((asked, table.subject_first), pieces, asking)
                .into_iter()
                .collect(),
        },
        _ => Vec::new(),
    };
    let without = types.first().map_or("", |t| t.without.as_str());
    let words = words(pieces);
    if types.is_empty() && !words.is_empty() && !pieces.contains(&Piece::Says) {
        return Vec::new();
    }
    let end = end(pieces, tail);
    let count = if asked == Asked::Number { "count " } else { "" };
    let written = cores.into_iter().map(|core| {
        format!("{count}{core}{without}{words} {tail}{end}")
            .replace("  ", " ")
            .trim_end()
            .to_owned()
    });
    written.collect()
}

/// The clause for words that sentences must hold, with a space in front.
fn words(pieces: &[Piece]) -> String {
    let words = pieces.iter().filter_map(|p| match p {
        Piece::Word(word) => Some(word.as_str()),
        _ => None,
    });
    let words: Vec<&str> = words.collect();
    if words.is_empty() {
        String::new()
    } else {
        format!(" mentioning {}", words.join(", "))
    }
}

/// The clauses for the latest or the first event alone.
fn end(pieces: &[Piece], tail: &str) -> String {
    let latest = pieces.iter().find_map(|p| match p {
        Piece::End(latest) => Some(*latest),
        _ => None,
    });
    latest.map_or_else(String::new, |latest| ending(latest, tail))
}

/// The clauses for the latest or the first of what happened.
pub(super) fn ending(latest: bool, tail: &str) -> String {
    ending_of(latest, 1, tail)
}

/// The clauses for so many of the latest or the first of what happened.
pub(super) fn ending_of(latest: bool, most: usize, tail: &str) -> String {
    let happened = if tail.contains("status") {
        ""
    } else {
        " status happened"
    };
    let direction = if latest { " desc" } else { "" };
    format!("{happened} sort by date{direction} limit {most}")
}

/// "who met X and Y": those who did it with both; where the sides differ, a question of its own for each.
fn apart((asked, subject_first): (Asked, bool), pieces: &[Piece], asking: &Asking) -> Vec<String> {
    let person = matches!(asked, Asked::Anybody | Asked::Doer | Asked::Other);
    let several = names(pieces);
    let joined = pieces.contains(&Piece::And) || pieces.contains(&Piece::Again);
    let ([(role, one), (_, other)], true, true) = (several.as_slice(), person, joined) else {
        return Vec::new();
    };
    if *role == Some("between") {
        return Vec::new();
    }
    if asking.equals && !pieces.contains(&Piece::Again) {
        return vec![format!("common {one} and {other} type {}", asking.words)];
    }
    let each = [*one, *other].map(|name| {
        let others = |p: &Piece| !matches!(p, Piece::Name(n) if n != name);
        let own: Vec<Piece> = pieces.iter().filter(|p| others(p)).cloned().collect();
        with_type((asked, subject_first), &own, asking)
    });
    each.into_iter().flatten().collect()
}

/// The names of a question, each with the role that a word in front of it tells.
fn names(pieces: &[Piece]) -> Vec<(Option<&'static str>, &str)> {
    let mut role = None;
    let mut found = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Role(word) => role = Some(*word),
            Piece::Name(name) => found.push((role.take(), name.as_str())),
            _ => {}
        }
    }
    found
}

fn of_names(pieces: &[Piece]) -> Option<String> {
    match names(pieces).as_slice() {
        [(_, one)] => Some(format!("events of {one}")),
        [(_, one), (_, other)] => Some(format!("between {one} and {other}")),
        _ => None,
    }
}

/// "what did X do", "what happened between X and Y", "who is X", "was X in Y".
fn without_type(asked: Asked, pieces: &[Piece], tail: &str) -> Option<String> {
    if pieces.contains(&Piece::Says) {
        return match (asked, names(pieces).as_slice()) {
            (Asked::What, [(None, who)]) => Some(format!("events reported or said by {who}")),
            (Asked::What, [(None, who), (Some(_), whom)]) => {
                Some(format!("events reported or said by {who} of {whom}"))
            }
            _ => None,
        };
    }
    let acts = pieces.contains(&Piece::Act);
    let happens = pieces.contains(&Piece::Happens);
    match (asked, names(pieces).as_slice(), acts, happens) {
        (Asked::What, [(_, who)], true, false) => Some(format!("events by {who}")),
        (Asked::What, [(None, who), (Some(_), whom)], true, false) => {
            Some(format!("events by {who} to {whom}"))
        }
        (Asked::What, [], false, true) => Some("events".to_owned()),
        // "who did what": all of it.
        (Asked::Anybody | Asked::Doer, [], _, false)
            if !tail.is_empty() && (acts || pieces.contains(&Piece::Inverting)) =>
        {
            Some("events".to_owned())
        }
        (Asked::What, [(role, whom)], false, true) => {
            Some(format!("events {} {whom}", role.unwrap_or("of")))
        }
        (Asked::What, [(_, one), (_, other)], false, true) => {
            Some(format!("between {one} and {other}"))
        }
        (Asked::Event | Asked::What, [(None, who)], false, false)
            if !tail.is_empty() && !pieces.contains(&Piece::Inverting) =>
        {
            Some(format!("events of {who}"))
        }
        (Asked::Anybody | Asked::Doer | Asked::What, [(None, who)], false, false)
            if tail.is_empty() && !pieces.contains(&Piece::Inverting) =>
        {
            Some(format!("show {who}"))
        }
        _ => None,
    }
}

/// "who met X", "when did X visit Y".
fn with_type(
    (asked, subject_first): (Asked, bool),
    pieces: &[Piece],
    asking: &Asking,
) -> Option<String> {
    let word = &asking.words;
    let inverted = pieces.contains(&Piece::Inverting) || !verb_first(pieces);
    let names = names(pieces);
    // "who phoned X" tells who began it, "who was on the phone with X" does not.
    let begun = asking.begun && sided(&names, pieces, asked, inverted || subject_first);
    let equals = asking.equals && !begun;
    // "who supports X against Y": the one asked for acts on X, and what X has to do with Y only the sentences tell.
    let asks_doer = asked == Asked::Doer || asked == Asked::Anybody && !inverted;
    Some(match names.as_slice() {
        [] => format!("events {word}"),
        [(_, name)] if equals => format!("events {word} with {name}"),
        [(role, name)] => {
            let role = side(*role, (asked, subject_first, inverted), pieces, asking);
            format!("events {word} {role} {name}")
        }
        [(Some("between"), one), (_, other)] => {
            format!("events {word} between {one} and {other}")
        }
        [(_, one), (_, other)] if equals => format!("events {word} between {one} and {other}"),
        [(None | Some("to" | "against"), whom), (Some("by"), who)] => {
            format!("events {word} by {who} to {whom}")
        }
        [(None, whom), (Some("against" | "of" | "about" | "with"), _)] if asks_doer => {
            let role = if subject_first || asked == Asked::Doer {
                "to"
            } else {
                "of"
            };
            format!("events {word} {role} {whom}")
        }
        [(None, who), (_, whom)] => format!("events {word} by {who} to {whom}"),
        _ => return None,
    })
}

/// The role of the only name of a question.
fn side<'a>(
    role: Option<&'static str>,
    (asked, subject_first, inverted): (Asked, bool, bool),
    pieces: &[Piece],
    asking: &'a Asking,
) -> &'a str {
    let told = asking.of.as_deref();
    let event = matches!(asked, Asked::Event | Asked::Number);
    // "who was X visited by": the one asked for acts.
    let by_last = matches!(pieces.last(), Some(Piece::Role("by")));
    match role {
        Some("by") => "by",
        Some("to") => "to",
        Some("against") => "against",
        Some("of") => told.unwrap_or("of"),
        None if by_last || pieces.contains(&Piece::Passive) => "to",
        _ => match asked {
            Asked::Other => "by",
            Asked::Doer => "to",
            Asked::Anybody | Asked::What if inverted => "by",
            Asked::What if !subject_first => "by",
            Asked::Anybody if subject_first => "to",
            // "when did X apologise": one who is named alone acts.
            _ if event && role.is_none() && acts(pieces, subject_first) => told.unwrap_or("by"),
            _ => "of",
        },
    }
}

/// Tells whether the only name is the subject of the verb: in front of it, behind a helper, or behind a verb that opens the question.
fn acts(pieces: &[Piece], subject_first: bool) -> bool {
    let opens = matches!(pieces.first(), Some(Piece::Type(_)));
    pieces.contains(&Piece::Inverting) || !verb_first(pieces) || !subject_first && opens
}

/// The names of the pieces that a statement says nothing of.
pub(super) fn unsaid<'p>(pieces: &'p [Piece], statement: &str) -> Vec<&'p str> {
    let names = pieces.iter().filter_map(|p| match p {
        Piece::Name(name) => Some(name.as_str()),
        _ => None,
    });
    names.filter(|n| !statement.contains(*n)).collect()
}

/// Tells whether the words of a question say which side each of its names is on.
fn sided(
    names: &[(Option<&'static str>, &str)],
    pieces: &[Piece],
    asked: Asked,
    ordered: bool,
) -> bool {
    let side = |role: Option<&str>| matches!(role, None | Some("by" | "to" | "against"));
    let alone = || ordered || matches!(asked, Asked::Doer | Asked::Other);
    let told = match names {
        [(None, _)] => alone() && !matches!(asked, Asked::Event | Asked::Number),
        [] => false,
        _ => !pieces.contains(&Piece::And),
    };
    told && names.iter().all(|(role, _)| side(*role))
}

/// Tells whether the verb stands in front of the names.
fn verb_first(pieces: &[Piece]) -> bool {
    let kind = pieces.iter().position(|p| matches!(p, Piece::Type(_)));
    let name = pieces.iter().position(|p| matches!(p, Piece::Name(_)));
    kind < name
}

/// What can be said of all that is understood of a line that is not: its names, types and words, and what restricts them.
pub(super) fn near(pieces: &[Piece], tail: &str) -> Vec<String> {
    let words = words(pieces);
    let end = end(pieces, tail);
    let whole = |core: String| format!("{core}{words} {tail}{end}").replace("  ", " ");
    let written = cores(pieces).into_iter().map(whole);
    written.map(|s| s.trim_end().to_owned()).collect()
}

/// What can be said of the names and types alone of a line that is not understood.
pub(super) fn cores(pieces: &[Piece]) -> Vec<String> {
    let kind = pieces.iter().find_map(|p| match p {
        Piece::Type(asking) => Some(asking.words.as_str()),
        _ => None,
    });
    let names: Vec<&str> = names(pieces).into_iter().map(|n| n.1).collect();
    match (kind, names.as_slice()) {
        (Some(word), [one]) => vec![format!("events {word} with {one}")],
        // "who met X or Y": each alone, for what stands between them is not understood.
        (Some(word), [one, other]) if pieces.contains(&Piece::Unknown) => {
            let alone = [one, other].map(|name| format!("events {word} with {name}"));
            alone.to_vec()
        }
        (Some(word), []) => vec![format!("events {word}")],
        (Some(word), several) => vec![format!("events {word} between {}", several.join(" and "))],
        (None, [one]) => vec![format!("timeline {one}")],
        (None, []) => Vec::new(),
        (None, several) => vec![several.join(" and ")],
    }
}
