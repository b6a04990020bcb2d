//! What is parsed as one word: names with their titles, groups, time expressions.
//!
//! In: mentions and time expressions. Out: [`Unit`]s without overlap, by span. "Rysslands president Vladimir Putin" is one unit that stands for Putin,
//! so that a long title cannot break the clause around it. Does not: parse.

use crate::base::analysis::{EntityClass, Mention, MentionForm, Timex, TimexKind};
use crate::base::span::{Span, overlapping};
use crate::extract::mention::BARE;
use std::collections::BTreeMap;

/// Longest title that is joined to its name, bytes.
const LONGEST_TITLE: usize = 120;

/// A stretch of text that the parser sees as one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// Where it stands.
    pub span: Span,
    /// The mention it stands for.
    pub mention: Option<usize>,
    /// Is it a proper noun whatever the tagger thinks?
    pub proper_noun: bool,
    /// Is it a point or stretch of time on the calendar or the clock?
    pub time: bool,
}

/// Joins mentions and time expressions into units; of two that overlap the longer one stays.
pub fn units(text: &str, mentions: &[Mention], timexes: &[Timex]) -> Vec<Unit> {
    let names = mentions.iter().enumerate().map(|(i, m)| Unit {
        span: titled(text, i, mentions),
        mention: Some(i),
        proper_noun: matches!(m.form, MentionForm::Name | MentionForm::Metonym)
            || m.form == MentionForm::Pronoun && is_phrase(text, m),
        time: false,
    });
    let times = timexes.iter().map(|t| Unit {
        span: t.span,
        mention: None,
        proper_noun: false,
        time: matches!(t.kind, TimexKind::Date | TimexKind::Time),
    });
    let mut all: Vec<Unit> = names.chain(times).collect();
    all.sort_by_key(|u| {
        (
            std::cmp::Reverse(u.span.len()),
            u.span.start,
            u.mention.is_none(),
        )
    });
    // By start; none overlaps another, so only the last one that starts before a unit's end may meet it.
    let mut kept: BTreeMap<u32, Unit> = BTreeMap::new();
    for unit in all {
        let before = kept.range(..unit.span.end).next_back();
        if before.is_none_or(|(_, k)| !k.span.overlaps(unit.span)) {
            kept.insert(unit.span.start, unit);
        }
    }
    kept.into_values().collect()
}

/// Who is told by his age ("the 44-year-old") or by a number ("the two") is named by it.
fn is_phrase(text: &str, mention: &Mention) -> bool {
    let aged = mention
        .span
        .of(text)
        .starts_with(|c: char| c.is_ascii_digit());
    aged || mention.evidence.iter().any(|e| e == BARE)
}

/// Longest conjunction between the halves of a title, bytes.
const CONJUNCTION: usize = 4;

/// "Wirtschafts- und | Finanzminister X": where the first half of a title begins, whose end the second half shares.
fn joined_title(text: &str, title: u32) -> Option<u32> {
    let before = text.get(..title as usize)?.strip_suffix(' ')?;
    let (first, conjunction) = before.rsplit_once(' ')?;
    let small = conjunction.chars().all(char::is_lowercase) && conjunction.len() < CONJUNCTION;
    let stem = first.strip_suffix('-').filter(|_| small)?;
    let start = stem
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |i| i + 1);
    let start = (start..=stem.len()).find(|&i| stem.is_char_boundary(i))?;
    (start < stem.len()).then_some(start as u32)
}

/// The name with the title or the noun of its class in front of it, if nobody else is named in the title.
fn titled(text: &str, index: usize, mentions: &[Mention]) -> Span {
    let Some(mention) = mentions.get(index) else {
        return Span::default();
    };
    let bare = mention.span;
    // "the rebel group M23"
    if let Some(phrase) = mention.phrase.filter(|_| mention.form == MentionForm::Name) {
        return phrase;
    }
    let Some(role) = mention
        .role
        .as_ref()
        .filter(|_| mention.class == EntityClass::Person)
    else {
        return bare;
    };
    let start = role.span.start.min(bare.start);
    let whole = Span {
        start: joined_title(text, start).unwrap_or(start),
        end: bare.end,
    };
    let front = Span {
        start: whole.start,
        end: bare.start,
    };
    let others = overlapping(mentions, |m| m.span, front)
        .filter(|i| *i != index)
        .any(|i| {
            mentions
                .get(i)
                .is_some_and(|m| m.class == EntityClass::Person)
        });
    let broken = front.of(text).contains(['\n', ';', '(']) || front.of(text).contains(": ");
    if others || broken || front.len() > LONGEST_TITLE {
        bare
    } else {
        whole
    }
}
