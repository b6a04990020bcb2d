//! Cuts a region into words, numbers and marks, and looks every one up in the word table.
//!
//! In: text, region, table. Out: [`Tokens`]. Invariant: tokens are in order and on character boundaries. Linear.

use crate::base::span::Span;
use crate::lexicon::temporal::Temporal;
use crate::lexicon::temporal::pattern::{DIGITS, MARK, WORD, class_bit};
use crate::lexicon::temporal::words::{Case, Class, Entry};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Digits,
    Mark(char),
}

/// The space before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    Space,
    Line,
    Paragraph,
}

/// A word, a run of digits, or a mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: Kind,
    pub(super) gap: Gap,
    pub(super) capital: bool,
    /// The number a run of up to nine digits spells.
    pub(super) number: u32,
    hits: (u32, u32),
    /// What it is, as bits of [`pattern`](crate::lexicon::temporal::pattern).
    pub(super) bits: u64,
}

/// A word-table entry that fits at a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit<'t> {
    pub(super) class: Class,
    pub(super) length: usize,
    pub(super) entry: &'t Entry,
}

/// A scanned region.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    pub(super) list: Vec<Token>,
    hits: Vec<Hit<'t>>,
}

impl<'t> Tokens<'t> {
    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// Entries that start at a token, longest first.
    pub(super) fn hits(&self, at: usize) -> &[Hit<'t>] {
        self.list
            .get(at)
            .and_then(|t| self.hits.get(t.hits.0 as usize..t.hits.1 as usize))
            .unwrap_or(&[])
    }

    /// The entry of a class that starts at a token.
    pub(super) fn hit(&self, at: usize, class: Option<Class>) -> Option<&Hit<'t>> {
        let class = class?;
        self.hits(at).iter().find(|h| h.class == class)
    }

    /// Does an expression that starts here start a sentence?
    pub(super) fn opens(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|i| self.get(i)) else {
            return true;
        };
        let here = self.get(at).map_or(Gap::None, |t| t.gap);
        here >= Gap::Line
            || matches!(before.kind, Kind::Mark(c) if !matches!(c, ',' | ')' | ';' | '%' | '-' | '/' | '\'' | '’'))
    }
}

/// Scans one region.
pub(super) fn scan<'t>(text: &str, region: Span, table: &'t Temporal) -> Tokens<'t> {
    let mut tokens = Tokens {
        list: cut(text, region),
        hits: Vec::new(),
    };
    let mut lower = String::new();
    let words: Vec<Span> = tokens.list.iter().map(|t| t.span).collect();
    for at in 0..tokens.list.len() {
        let Some(token) = tokens.list.get(at).copied() else {
            break;
        };
        let start = tokens.hits.len() as u32;
        lower_into(token.span.of(text), &mut lower);
        for entry in table.words.at(&lower) {
            let fits_case = match entry.case {
                Case::Any => true,
                Case::Capital => token.capital,
                Case::Lower => !token.capital || tokens.opens(at),
            };
            if fits_case && rest_fits(text, &words, &tokens.list, at + 1, &entry.rest) {
                tokens.hits.push(Hit {
                    class: entry.class,
                    length: 1 + entry.rest.len(),
                    entry,
                });
            }
        }
        let end = tokens.hits.len() as u32;
        let kind = match token.kind {
            Kind::Word => WORD,
            Kind::Digits => DIGITS,
            Kind::Mark(_) => MARK,
        };
        let hits = tokens.hits.get(start as usize..).unwrap_or_default();
        let bits = hits.iter().fold(kind, |all, h| all | class_bit(h.class));
        if let Some(token) = tokens.list.get_mut(at) {
            token.hits = (start, end);
            token.bits = bits;
        }
    }
    tokens
}

fn lower_into(word: &str, lower: &mut String) {
    lower.clear();
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
    } else {
        lower.extend(word.chars().flat_map(char::to_lowercase));
    }
}

fn rest_fits(text: &str, spans: &[Span], list: &[Token], from: usize, rest: &[String]) -> bool {
    rest.iter().enumerate().all(|(i, word)| {
        let at = from + i;
        let near = list.get(at).is_some_and(|t| t.gap < Gap::Paragraph);
        near && spans.get(at).is_some_and(|s| {
            let token = s.of(text);
            token == word
                || (token.len() == word.len() && token.eq_ignore_ascii_case(word))
                || token.chars().flat_map(char::to_lowercase).eq(word.chars())
        })
    })
}

fn cut(text: &str, region: Span) -> Vec<Token> {
    let part = region.of(text);
    let base = region.start as usize;
    let mut list: Vec<Token> = Vec::with_capacity(part.len() / 5);
    let mut gap = Gap::Paragraph;
    let mut open = false;
    for (at, c) in part.char_indices() {
        let kind = if c.is_alphabetic() {
            Kind::Word
        } else if c.is_ascii_digit() {
            Kind::Digits
        } else if c.is_whitespace() {
            gap = match (c, gap) {
                ('\n', Gap::Line | Gap::Paragraph) => Gap::Paragraph,
                ('\n', _) => Gap::Line,
                (_, Gap::None) => Gap::Space,
                (_, gap) => gap,
            };
            open = false;
            continue;
        } else {
            Kind::Mark(c)
        };
        let end = base + at + c.len_utf8();
        if open
            && let Some(last) = list.last_mut()
            && last.kind == kind
            && !matches!(kind, Kind::Mark(_))
        {
            last.span.end = end as u32;
            if kind == Kind::Digits {
                last.number = last
                    .number
                    .saturating_mul(10)
                    .saturating_add(c.to_digit(10).unwrap_or(0));
            }
            continue;
        }
        list.push(Token {
            span: Span::new(base + at, end),
            kind,
            gap,
            capital: c.is_uppercase(),
            number: c.to_digit(10).unwrap_or(0),
            hits: (0, 0),
            bits: 0,
        });
        gap = Gap::None;
        open = true;
    }
    list
}
