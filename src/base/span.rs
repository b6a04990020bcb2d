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
    #[inline]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }

    /// Returns the length in bytes.
    #[inline]
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Tells whether the span covers no byte.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Tells whether `other` lies inside this span (equal ends allowed).
    #[inline]
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Tells whether the two spans share at least one byte.
    #[inline]
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the smallest span that covers both.
    #[must_use]
    #[inline]
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
    /// `(byte in the clean text, code points in the raw text)` of characters that the raw text writes with several ("&rsquo;"), ascending.
    wide: Vec<(u32, u32)>,
}

impl OffsetMap {
    /// Adds an anchor: from `clean_byte` on, the clean text runs in step with the raw text from `raw_char`/`raw_byte` on.
    pub fn anchor(&mut self, clean_byte: usize, raw_char: usize, raw_byte: usize) {
        self.anchors
            .push((clean_byte as u32, raw_char as u32, raw_byte as u32));
    }

    /// Says that the character at `clean_byte` is written with `chars` code points in the raw text.
    pub fn widen(&mut self, clean_byte: usize, chars: usize) {
        self.wide.push((clean_byte as u32, chars as u32));
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
        let last = span.end - last.len_utf8() as u32;
        let wide = self.wide.binary_search_by_key(&last, |w| w.0).ok();
        let width = wide.and_then(|i| self.wide.get(i)).map_or(1, |w| w.1);
        let end = self.raw(text, last).0 + width;
        if end > start {
            return [start, end];
        }
        // A headline in front that stands behind its text in the raw: from the first character of both to where it begins.
        let inside = |a: &&(u32, u32, u32)| (span.start..span.end).contains(&a.0);
        let starts = self.anchors.iter().filter(inside).map(|a| a.1);
        [starts.min().unwrap_or(end).min(end), start.max(end)]
    }

    /// Returns the clean span of a raw code-point range that [`OffsetMap::raw_chars`] gave; complexity linear in the anchors.
    pub fn clean(&self, text: &str, raw: [u32; 2]) -> Option<Span> {
        let part = |i: usize, from: u32| -> Option<&str> {
            let end = self.anchors.get(i + 1).map_or(text.len(), |a| a.0 as usize);
            text.get(from as usize..end)
        };
        let at = |raw: u32| -> Option<(usize, char)> {
            let before = self.anchors.iter().enumerate().filter(|a| a.1.1 <= raw);
            let within = before.clone().find_map(|(i, a)| {
                let (part, steps) = (part(i, a.0)?, (raw - a.1) as usize);
                let (byte, c) = (steps < part.len()).then(|| part.char_indices().nth(steps))??;
                Some((a.0 as usize + byte, c))
            });
            // Else inside a character that the raw text writes with several.
            within.or_else(|| {
                let (i, a) = before.max_by_key(|(i, a)| (a.1, std::cmp::Reverse(*i)))?;
                let (byte, c) = part(i, a.0)?.char_indices().next_back()?;
                Some((a.0 as usize + byte, c))
            })
        };
        let (start, _) = at(raw[0])?;
        let (last, c) = at(raw[1].checked_sub(1)?)?;
        (start <= last).then(|| Span::new(start, last + c.len_utf8()))
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

    #[test]
    fn characters_written_with_several_lead_back_whole() {
        let raw = "T&uuml;r &ndash; a&amp;";
        let clean = "Tür – a&";
        let mut map = OffsetMap::default();
        for (byte, at) in [(0, 0), (1, 1), (3, 7), (5, 9), (8, 16), (10, 18)] {
            map.anchor(byte, at, at);
        }
        for (byte, chars) in [(1, 6), (5, 7), (10, 5)] {
            map.widen(byte, chars);
        }
        for (word, want) in [
            ("Tü", "T&uuml;"),
            ("–", "&ndash;"),
            ("a&", "a&amp;"),
            ("ür", "&uuml;r"),
        ] {
            let at = clean.find(word).unwrap_or_default();
            let span = Span::new(at, at + word.len());
            let [from, to] = map.raw_chars(clean, span);
            assert_eq!(raw.get(from as usize..to as usize), Some(want));
            assert_eq!(map.clean(clean, [from, to]), Some(span));
        }
    }
}
