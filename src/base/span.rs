//! Half-open byte ranges in one text, and the map from a cleaned text back to the raw one.
//!
//! In: byte positions. Out: byte positions or code points. Invariant: `start <= end`, both on character boundaries of the text they speak of.

use serde::{Deserialize, Serialize};

/// A half-open byte range `[start, end)` in a text that the owner of the span names.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// Makes a span from byte positions; texts above 4 GiB are cut up before they get here.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "span runs backwards: {start}..{end}");
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// Returns the text under the span, or the empty string where the span does not fit `text`.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }

    /// Returns the length in bytes.
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Tells whether the span covers no byte.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Tells whether `other` lies inside this span (equal ends allowed).
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Tells whether the two spans share at least one byte.
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the smallest span that covers both.
    #[must_use]
    pub fn cover(&self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

/// Returns which members of a list overlap `within`.
///
/// Input: a list sorted by span, without overlap. Output: indices. Complexity: O(log n + answer).
pub fn overlapping<T>(
    sorted: &[T],
    span_of: impl Fn(&T) -> Span,
    within: Span,
) -> std::ops::Range<usize> {
    let first = sorted.partition_point(|t| span_of(t).end <= within.start);
    let rest = sorted.get(first..).unwrap_or_default();
    let count = rest
        .iter()
        .take_while(|t| span_of(t).start < within.end)
        .count();
    first..first + count
}

/// Maps byte positions of a cleaned article text to code points of the raw text it was taken from.
///
/// The map is a sorted list of anchors; between two anchors both texts run in step, character by character.
/// A plain-text article has one anchor; an HTML article has one wherever markup was left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OffsetMap {
    /// `(byte in the clean text, code point in the raw text, byte in the raw text)`, ascending.
    anchors: Vec<(u32, u32, u32)>,
}

impl OffsetMap {
    /// Adds an anchor: from `clean_byte` on, the clean text runs in step with the raw text from `raw_char`/`raw_byte` on.
    pub fn anchor(&mut self, clean_byte: usize, raw_char: usize, raw_byte: usize) {
        self.anchors
            .push((clean_byte as u32, raw_char as u32, raw_byte as u32));
    }

    /// Moves the raw side of the map: the raw text began that far into its file.
    pub fn shift(&mut self, chars: usize, bytes: usize) {
        for anchor in &mut self.anchors {
            anchor.1 += chars as u32;
            anchor.2 += bytes as u32;
        }
    }

    /// Returns `(code point, byte)` in the raw text for a byte position of the clean `text`.
    pub fn raw(&self, text: &str, clean_byte: u32) -> (u32, u32) {
        let at = self.anchors.partition_point(|a| a.0 <= clean_byte);
        let (clean, raw_char, raw_byte) = at
            .checked_sub(1)
            .and_then(|i| self.anchors.get(i))
            .copied()
            .unwrap_or_default();
        let between = Span {
            start: clean.min(clean_byte),
            end: clean_byte,
        }
        .of(text);
        (
            raw_char + between.chars().count() as u32,
            raw_byte + between.len() as u32,
        )
    }

    /// Returns the raw code-point range `[start, end)` of a clean span; the end is taken from the last character, so
    /// markup that was left out behind the span stays outside.
    pub fn raw_chars(&self, text: &str, span: Span) -> [u32; 2] {
        let start = self.raw(text, span.start).0;
        let Some(last) = span.of(text).chars().next_back() else {
            return [start, start];
        };
        [
            start,
            self.raw(text, span.end - last.len_utf8() as u32).0 + 1,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offset_map_counts_code_points_and_skips_markup() {
        let raw = "å<b>ä</b>ö";
        let clean = "åäö";
        let mut map = OffsetMap::default();
        map.anchor(0, 0, 0);
        map.anchor(2, 4, 5);
        map.anchor(4, 9, 11);
        assert_eq!(map.raw_chars(clean, Span::new(0, 2)), [0, 1]);
        assert_eq!(map.raw_chars(clean, Span::new(2, 4)), [4, 5]);
        assert_eq!(
            map.raw_chars(clean, Span::new(0, 6)),
            [0, raw.chars().count() as u32]
        );
    }
}
