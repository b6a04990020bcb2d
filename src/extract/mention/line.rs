//! One sentence under work: tokens, tags, what is blocked, and the candidates found so far.
//!
//! In: a sentence, time expressions, the tagger. Out: [`Line`]. Invariant: token ranges are half-open and inside the sentence.

use crate::base::analysis::{EntityClass, MentionForm, Sentence, Timex};
use crate::base::span::Span;
use crate::extract::tagger::{Place, Tag, Tagger};

/// Evidence of an adjective that belongs to no mention.
pub(crate) const ADJECTIVE: &str = "adjective";

/// What a role is of, before the mentions have their final places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RawObject {
    /// Not said.
    Nothing,
    /// A gazetteer entry, by position.
    Entry(usize),
    /// Another candidate of the line, by index.
    Candidate(usize),
}

/// A role found next to a name.
#[derive(Debug, Clone)]
pub(crate) struct RawRole {
    /// Title id.
    pub title: String,
    /// Predicate.
    pub predicate: Option<String>,
    /// What it is of.
    pub object: RawObject,
    /// It is over.
    pub former: bool,
    /// First token of title, object and name.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// Where a title's holder stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// A candidate of the line.
    Candidate(usize),
    /// Not named.
    Nobody,
}

/// A mention in the making.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// Bytes of the first token it covers, where they are less than the token (part of a compound).
    pub part: Option<(usize, usize)>,
    /// Class.
    pub class: EntityClass,
    /// How it refers.
    pub form: MentionForm,
    /// Gazetteer entry, by position.
    pub entry: Option<usize>,
    /// Country code, where it is not the entry's.
    pub country: Option<String>,
    /// Sector, where it is not the entry's.
    pub sector: Option<String>,
    /// Gender.
    pub gender: Option<char>,
    /// More than one.
    pub plural: bool,
    /// Stands in the genitive.
    pub genitive: bool,
    /// Role.
    pub role: Option<RawRole>,
    /// Tokens of a group and the name of its owner, where they are not the mention's.
    pub phrase: Option<(usize, usize)>,
    /// Other entries that bear the name, by position; the article decides.
    pub rivals: Vec<usize>,
    /// What it was found by.
    pub evidence: Vec<String>,
    /// How sure, in [0,1].
    pub confidence: f32,
}

impl Candidate {
    /// Makes a named candidate.
    pub fn new(
        start: usize,
        end: usize,
        class: EntityClass,
        evidence: &str,
        confidence: f32,
    ) -> Self {
        Self {
            start,
            end,
            part: None,
            class,
            form: MentionForm::Name,
            entry: None,
            country: None,
            sector: None,
            gender: None,
            plural: false,
            genitive: false,
            role: None,
            phrase: None,
            rivals: Vec::new(),
            evidence: vec![evidence.to_owned()],
            confidence,
        }
    }

    /// Tells whether it covers a token.
    pub fn covers(&self, token: usize) -> bool {
        self.start <= token && token < self.end
    }
}

/// One sentence under work.
pub(crate) struct Line<'a> {
    /// Index of the sentence.
    pub sentence: usize,
    /// Texts of its tokens.
    pub tokens: Vec<&'a str>,
    /// Spans of its tokens.
    pub spans: Vec<Span>,
    /// Tokens that belong to a time expression.
    pub blocked: Vec<bool>,
    /// Tags, empty without a tagger.
    pub tags: Vec<Tag>,
    /// Country adjectives: `(first token, one past the last, entry)`.
    pub adjectives: Vec<(usize, usize, usize)>,
    /// Tokens of titles that gave their role to a name.
    pub titled: Vec<(usize, usize)>,
    /// Tokens of nouns that announce a name.
    pub announcing: Vec<(usize, usize)>,
    /// What was found.
    pub candidates: Vec<Candidate>,
}

impl<'a> Line<'a> {
    /// Reads a sentence.
    pub fn new(
        index: usize,
        sentence: &Sentence,
        text: &'a str,
        timexes: &[Timex],
        tagger: Option<&Tagger>,
        lang: &str,
    ) -> Self {
        let tokens: Vec<&str> = sentence.tokens.iter().map(|t| t.span.of(text)).collect();
        let from = timexes.partition_point(|t| t.span.end <= sentence.span.start);
        let near: Vec<Span> = timexes
            .iter()
            .skip(from)
            .map(|t| t.span)
            .take_while(|s| s.start < sentence.span.end)
            .collect();
        let blocked = sentence
            .tokens
            .iter()
            .map(|t| near.iter().any(|s| s.overlaps(t.span)))
            .collect();
        Self {
            sentence: index,
            tags: tagger.map(|t| t.tag(&tokens, lang)).unwrap_or_default(),
            spans: sentence.tokens.iter().map(|t| t.span).collect(),
            tokens,
            blocked,
            adjectives: Vec::new(),
            titled: Vec::new(),
            announcing: Vec::new(),
            candidates: Vec::new(),
        }
    }

    /// Returns the text of a token, "" outside the line.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).copied().unwrap_or("")
    }

    /// Tells whether a token begins with a capital.
    pub fn capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Returns the span of a token range; empty outside the line.
    pub fn token_span(&self, start: usize, end: usize) -> Span {
        let first = self.spans.get(start).copied().unwrap_or_default();
        let last = end
            .checked_sub(1)
            .and_then(|i| self.spans.get(i))
            .copied()
            .unwrap_or(first);
        first.cover(last)
    }

    /// Country adjectives that belong to no mention ("an Indian proposal") stand for their country; they do not name it.
    pub fn spare_adjectives(&mut self, class_of: impl Fn(usize) -> Option<EntityClass>) {
        let inside = |c: &Candidate, at: usize| {
            let titled = c.role.as_ref().is_some_and(|r| r.start <= at && at < r.end);
            c.covers(at) || titled
        };
        for (start, end, entry) in self.adjectives.clone() {
            let title = self.titled.iter().any(|t| t.0 <= start && start < t.1);
            if title || self.candidates.iter().any(|c| inside(c, start)) {
                continue;
            }
            let class = class_of(entry).unwrap_or(EntityClass::Country);
            let mut candidate = Candidate::new(start, end, class, ADJECTIVE, 0.6);
            candidate.form = MentionForm::Nominal;
            candidate.entry = Some(entry);
            self.candidates.push(candidate);
        }
        let mut order: Vec<usize> = (0..self.candidates.len()).collect();
        order.sort_by_key(|&i| self.candidates.get(i).map(|c| c.start));
        self.keep(&order);
    }

    /// Keeps these candidates in this order; the objects of roles follow them.
    pub(super) fn keep(&mut self, order: &[usize]) {
        let place = |index: usize| order.iter().position(|k| *k == index);
        let mut out: Vec<Candidate> = order
            .iter()
            .filter_map(|k| self.candidates.get(*k))
            .cloned()
            .collect();
        for candidate in &mut out {
            if let Some(role) = &mut candidate.role
                && let RawObject::Candidate(index) = role.object
            {
                role.object = place(index).map_or(RawObject::Nothing, RawObject::Candidate);
            }
        }
        self.candidates = out;
    }

    /// Returns the span of a candidate.
    pub fn span_of(&self, candidate: &Candidate) -> Span {
        let span = self.token_span(candidate.start, candidate.end);
        match candidate.part {
            Some((from, to)) => Span {
                start: (span.start + from as u32).min(span.end),
                end: (span.start + to as u32).min(span.end),
            },
            None => span,
        }
    }

    /// Returns the tag of a token.
    pub fn place(&self, at: usize) -> Place {
        self.tags.get(at).map_or(Place::Outside, |t| t.place)
    }

    /// Returns the candidate that covers a token.
    pub fn covering(&self, token: usize) -> Option<usize> {
        self.candidates
            .iter()
            .position(|c| c.covers(token) && c.part.is_none())
    }

    /// Tells whether a range is free of candidates and time expressions.
    pub fn free(&self, start: usize, end: usize) -> bool {
        let blocked = self
            .blocked
            .get(start..end)
            .is_none_or(|b| b.contains(&true));
        !blocked
            && !self
                .candidates
                .iter()
                .any(|c| c.start < end && start < c.end)
    }

    /// Drops nominal candidates that overlap a name, and the shorter of two others.
    pub fn drop_overlaps(&mut self) {
        let rank = |c: &Candidate| match c.form {
            MentionForm::Name | MentionForm::Metonym => 0,
            MentionForm::Nominal => 1,
            MentionForm::Role | MentionForm::Pronoun => 2,
        };
        let mut order: Vec<usize> = (0..self.candidates.len()).collect();
        order.sort_by_key(|i| {
            self.candidates
                .get(*i)
                .map(|c| (rank(c), std::cmp::Reverse(c.end - c.start), c.start))
        });
        let mut kept: Vec<usize> = Vec::new();
        for index in order {
            let Some(candidate) = self.candidates.get(index) else {
                continue;
            };
            let span = self.span_of(candidate);
            let clash = kept
                .iter()
                .filter_map(|k| self.candidates.get(*k))
                .any(|k| self.span_of(k).overlaps(span));
            if !clash {
                kept.push(index);
            }
        }
        kept.sort_unstable();
        self.keep(&kept);
    }
}
