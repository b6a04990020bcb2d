//! Raw text -> clean text, line by line, every character still traceable.
//!
//! In: plain text or Markdown. Out: [`Clean`]: the text without soft hyphens, control characters and Markdown marks, with character references ("&rsquo;")
//! resolved, its lines, and anchors to the raw text.
//! Invariant: every character of the clean text is a character or character reference of the raw text, in the same order. Does not: judge what a line is for.

use super::scan;
use crate::base::span::{OffsetMap, Span};

/// One line with something on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Where it stands in the clean text, without white space at its ends.
    pub span: Span,
    /// Empty lines before it (capped at 255).
    pub blanks: u8,
    /// Heading level 1 to 6 given by markup, 0 for none.
    pub heading: u8,
}

/// A cleaned document.
#[derive(Debug, Clone, Default)]
pub struct Clean {
    /// The clean text.
    pub text: String,
    /// Its lines.
    pub lines: Vec<Line>,
    /// `(byte in the clean text, code point in the raw text, byte in the raw text)`, ascending.
    pub anchors: Vec<(usize, usize, usize)>,
    /// `(byte in the clean text, code points in the raw text)` of resolved character references, ascending.
    pub wide: Vec<(usize, usize)>,
}

impl Clean {
    /// Returns the offset map of a slice of the clean text.
    pub fn offsets(&self, slice: Span) -> OffsetMap {
        let (start, end) = (slice.start as usize, slice.end as usize);
        let mut map = OffsetMap::default();
        let first = self.anchors.partition_point(|a| a.0 <= start);
        if let Some(&(clean, raw_char, raw_byte)) =
            first.checked_sub(1).and_then(|i| self.anchors.get(i))
        {
            let between = self.text.get(clean..start).unwrap_or("");
            map.anchor(
                0,
                raw_char + between.chars().count(),
                raw_byte + between.len(),
            );
        }
        for &(clean, raw_char, raw_byte) in self.anchors.iter().skip(first) {
            if clean >= end {
                break;
            }
            map.anchor(clean - start, raw_char, raw_byte);
        }
        let wide = self.wide.iter().filter(|w| (start..end).contains(&w.0));
        wide.for_each(|&(clean, chars)| map.widen(clean - start, chars));
        map
    }

    /// Puts a line of its own in front: a headline that stands at `(code point, byte)` of the raw text, behind what this text was cleaned from.
    #[must_use]
    pub fn under(self, headline: &str, (raw_char, raw_byte): (usize, usize)) -> Self {
        let mut head = Builder::with_capacity(headline.len() + self.text.len());
        append(&mut head, headline, raw_char, raw_byte, &Marks::default());
        head.line(0, 0, 1);
        head.gap();
        head.push('\n', raw_char.saturating_sub(1), raw_byte.saturating_sub(1));
        let mut clean = head.finish();
        let by = clean.text.len();
        clean.text.push_str(&self.text);
        let lines = self.lines.iter().enumerate().map(|(n, l)| Line {
            span: Span::new(l.span.start as usize + by, l.span.end as usize + by),
            blanks: l.blanks.max(u8::from(n == 0)),
            ..*l
        });
        clean.lines.extend(lines);
        let moved = self.anchors.into_iter().map(|a| (a.0 + by, a.1, a.2));
        clean.anchors.extend(moved);
        clean
            .wide
            .extend(self.wide.into_iter().map(|w| (w.0 + by, w.1)));
        clean
    }
}

/// Builds a clean text out of pieces of the raw one.
#[derive(Debug, Default)]
pub struct Builder {
    clean: Clean,
    pending: bool,
}

impl Builder {
    /// Starts with room for `bytes`.
    pub fn with_capacity(bytes: usize) -> Self {
        let mut builder = Self::default();
        builder.clean.text.reserve(bytes);
        builder.pending = true;
        builder
    }

    /// Says that raw text was left out here, so that the next character needs an anchor.
    pub fn gap(&mut self) {
        self.pending = true;
    }

    /// Appends one character that stands at `(code point, byte)` of the raw text.
    pub fn push(&mut self, c: char, raw_char: usize, raw_byte: usize) {
        let at = self.clean.text.len();
        let far = || self.clean.anchors.last().is_none_or(|a| at - a.0 > STEP);
        if self.pending || far() {
            self.clean.anchors.push((at, raw_char, raw_byte));
            self.pending = false;
        }
        self.clean.text.push(c);
    }

    /// Appends a character that stands there as a reference of `chars` code points.
    pub fn push_wide(&mut self, c: char, (raw_char, raw_byte): (usize, usize), chars: usize) {
        self.gap();
        self.clean.wide.push((self.clean.text.len(), chars));
        self.push(c, raw_char, raw_byte);
        self.gap();
    }

    /// Returns the length of the clean text so far.
    pub fn len(&self) -> usize {
        self.clean.text.len()
    }

    /// Tells whether nothing was appended yet.
    pub fn is_empty(&self) -> bool {
        self.clean.text.is_empty()
    }

    /// Adds a line over the clean text from `start` to its present end.
    pub fn line(&mut self, start: usize, blanks: usize, heading: u8) {
        let text = self.clean.text.get(start..).unwrap_or("");
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return;
        }
        let from = start + (text.len() - text.trim_start().len());
        self.clean.lines.push(Line {
            span: Span::new(from, from + trimmed.len()),
            blanks: blanks.min(255) as u8,
            heading,
        });
    }

    /// Returns what was built.
    pub fn finish(self) -> Clean {
        self.clean
    }
}

/// Tells whether a character is left out of the clean text: soft hyphen, zero width, byte order mark, control.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}')
        || (c.is_control() && c != '\n' && c != '\t')
}

/// Cleans plain text, or Markdown if `markdown` is set.
///
/// Output: lines in order; complexity linear. An anchor stands at each line start and behind each left-out character. A word of plain text that a hyphen
/// divides between two lines is made whole: its end goes to the first of them. Behind a hyphen before one of `kept` ("import- und") no word goes on.
pub fn clean(raw: &str, markdown: bool, kept: &[String]) -> Clean {
    let mut builder = Builder::with_capacity(raw.len());
    let (mut raw_char, mut raw_byte, mut blanks) = (0, 0, 0);
    let mut fenced = false;
    let front = if markdown { front_matter(raw) } else { 0 };
    // Bytes of the line at hand that went to the one before.
    let mut taken = 0;
    let mut lines = raw
        .split_inclusive(['\n', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}'])
        .flat_map(line_with_cr)
        .peekable();
    while let Some(line) = lines.next() {
        let start = builder.len();
        let marks = if raw_byte < front {
            Marks::front(line)
        } else if markdown {
            Marks::of(line, &mut fenced)
        } else {
            Marks::default()
        };
        let rest = line.get(taken..).unwrap_or("");
        let word = lines
            .peek()
            .filter(|_| !markdown)
            .and_then(|next| divided(rest, next, kept));
        let end = word.as_ref().map_or(line.len(), |w| taken + w.cut);
        append_part(
            &mut builder,
            (line, taken, end),
            (raw_char, raw_byte),
            &marks,
        );
        raw_char += line.chars().count();
        raw_byte += line.len();
        if let (Some(word), Some(next)) = (&word, lines.peek()) {
            let part = (*next, word.from, word.to);
            append_part(&mut builder, part, (raw_char, raw_byte), &Marks::default());
        }
        let before = builder.clean.lines.len();
        builder.line(start, blanks, marks.heading);
        blanks = if builder.clean.lines.len() > before || taken > 0 {
            0
        } else {
            blanks + 1
        };
        taken = word.map_or(0, |w| w.to);
    }
    builder.finish()
}

/// Longest front matter, in lines.
const FRONT: usize = 60;

/// Byte length of the fields between two rules that open a Markdown file, 0 if there are none.
fn front_matter(raw: &str) -> usize {
    let mut end = 0;
    for (n, line) in raw.split_inclusive('\n').take(FRONT).enumerate() {
        end += line.len();
        match (n, line.trim_end()) {
            (0, "---") => {}
            (0, _) => return 0,
            (_, "---") => return end,
            _ => {}
        }
    }
    0
}

/// A word that a hyphen divides: where the hyphen stands in its line, and from where to where its end goes in the next.
struct Divided {
    cut: usize,
    from: usize,
    to: usize,
}

/// Shortest line that is full enough to have a word divided at its end, in bytes.
const FULL_LINE: usize = 16;

/// Returns the word that is divided between two lines: letters and a hyphen at the end of a full line, small letters at the start of the next.
fn divided(line: &str, next: &str, kept: &[String]) -> Option<Divided> {
    let body = line.trim_end();
    let before = body.strip_suffix(['-', '\u{AD}', '‐', '¬'])?;
    let mut letters = before.chars().rev();
    let word = letters.by_ref().take(2).all(char::is_alphabetic);
    if !word || body.len() < FULL_LINE || !before.ends_with(char::is_lowercase) {
        return None;
    }
    let from = next.len() - next.trim_start().len();
    let rest = next.get(from..)?;
    let end = rest.split_whitespace().next()?;
    let bare = end.trim_end_matches(|c: char| !c.is_alphanumeric());
    let goes_on = bare.chars().count() > 1 && bare.chars().all(char::is_lowercase);
    let whole = goes_on && !kept.iter().any(|k| k == bare);
    whole.then(|| Divided {
        cut: before.len(),
        from,
        to: from + end.len(),
    })
}

/// Splits a line once more at lone carriage returns (old Macintosh files); the one of a line's own end stays with it.
fn line_with_cr(line: &str) -> impl Iterator<Item = &str> {
    let body = line.trim_end_matches(['\n', '\r']);
    let cut = body.rfind('\r').map_or(0, |at| at + 1);
    let (before, last) = line.split_at(cut);
    before.split_inclusive('\r').chain(std::iter::once(last))
}

/// Appends the bytes `from..to` of a line that begins at `raw` (code point, byte) of the raw text.
fn append_part(
    builder: &mut Builder,
    (line, from, to): (&str, usize, usize),
    raw: (usize, usize),
    marks: &Marks,
) {
    let before = line.get(..from).unwrap_or("");
    let part = line.get(from..to).unwrap_or("");
    builder.gap();
    append(
        builder,
        part,
        raw.0 + before.chars().count(),
        raw.1 + before.len(),
        marks,
    );
}

fn append(builder: &mut Builder, line: &str, raw_char: usize, raw_byte: usize, marks: &Marks) {
    let references = line.contains('&') && line.contains(';');
    if marks.skip.is_empty() && !references && !line.chars().any(is_dropped) {
        if builder.pending {
            let at = builder.clean.text.len();
            builder.clean.anchors.push((at, raw_char, raw_byte));
            builder.pending = false;
        }
        push_in_steps(builder, line, raw_char, raw_byte);
        return;
    }
    let mut skip = marks.skip.iter().peekable();
    // End of a resolved character reference.
    let mut resolved = 0;
    for (n, (at, c)) in line.char_indices().enumerate() {
        if at < resolved {
            continue;
        }
        while skip.peek().is_some_and(|s| s.1 <= at) {
            skip.next();
        }
        let marked = skip.peek().is_some_and(|s| s.0 <= at);
        if c == '\r' {
            builder.push('\n', raw_char + n, raw_byte + at);
            builder.gap();
        } else if marked || is_dropped(c) {
            builder.gap();
        } else if let Some((c, len)) = line
            .get(at..)
            .filter(|_| c == '&')
            .and_then(scan::reference)
        {
            resolved = at + len;
            if is_dropped(c) {
                builder.gap();
            } else {
                builder.push_wide(c, (raw_char + n, raw_byte + at), len);
            }
        } else {
            builder.push(c, raw_char + n, raw_byte + at);
        }
    }
}

/// Bytes between two anchors at most, so that a look-up in a huge line stays short.
const STEP: usize = 1024;

/// Appends a line that is clean as it is, with an anchor every [`STEP`] bytes.
fn push_in_steps(builder: &mut Builder, line: &str, raw_char: usize, raw_byte: usize) {
    let (mut rest, mut char, mut byte) = (line, raw_char, raw_byte);
    while rest.len() > STEP {
        let mut cut = STEP;
        while !rest.is_char_boundary(cut) {
            cut -= 1;
        }
        let (head, tail) = rest.split_at(cut);
        builder.clean.text.push_str(head);
        char += head.chars().count();
        byte += head.len();
        builder
            .clean
            .anchors
            .push((builder.clean.text.len(), char, byte));
        rest = tail;
    }
    builder.clean.text.push_str(rest);
}

/// What of one Markdown line is markup.
#[derive(Debug, Default)]
struct Marks {
    heading: u8,
    /// Byte ranges of the line to leave out, ascending.
    skip: Vec<(usize, usize)>,
}

impl Marks {
    /// A line of front matter: the title is a heading, the date stays, the rest is no text.
    fn front(line: &str) -> Self {
        let body = line.trim_end();
        let key = body.split(':').next().unwrap_or("");
        let value = body.get(key.len() + 1..).unwrap_or("").trim();
        let heading = u8::from(key == "title" && !value.is_empty());
        let mut marks = Self {
            heading,
            skip: Vec::new(),
        };
        if heading > 0 {
            let bare = value.trim_matches(['"', '\'']);
            let start = line.rfind(bare).unwrap_or(0);
            marks.skip.push((0, start));
            marks.skip.push((start + bare.len(), body.len()));
        } else if key != "date" {
            marks.skip.push((0, body.len()));
        }
        marks.skip.retain(|s| s.0 < s.1);
        marks
    }

    fn of(line: &str, fenced: &mut bool) -> Self {
        let mut marks = Self::default();
        let body = line.trim_start();
        let indent = line.len() - body.len();
        if body.starts_with("```") || body.starts_with("~~~") {
            *fenced = !*fenced;
            marks.skip.push((0, line.trim_end().len()));
            return marks;
        }
        if *fenced {
            return marks;
        }
        let quote = body.len() - body.trim_start_matches(['>', ' ']).len();
        let rest = body.get(quote..).unwrap_or("");
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        let mut start = indent + quote;
        if (1..=6).contains(&hashes) && rest.get(hashes..).is_some_and(|r| r.starts_with(' ')) {
            marks.heading = hashes as u8;
            start += hashes + 1;
            let closed = line.trim_end().trim_end_matches('#').trim_end().len();
            if closed > start && closed < line.trim_end().len() {
                marks.skip.push((closed, line.trim_end().len()));
            }
        }
        if start > indent {
            marks.skip.push((indent, start));
        }
        inline_marks(line, start, &mut marks.skip);
        marks.skip.sort_unstable();
        marks
    }
}

/// Collects emphasis, code and link marks; `[text](url)` keeps `text`, images go.
fn inline_marks(line: &str, from: usize, skip: &mut Vec<(usize, usize)>) {
    let bytes = line.as_bytes();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'*' | b'_' | b'`' | b'~' => {
                let run = bytes.iter().skip(at).take_while(|b| **b == byte).count();
                if is_emphasis(bytes, at, run) {
                    skip.push((at, at + run));
                }
                at += run;
                continue;
            }
            b'!' if bytes.get(at + 1) == Some(&b'[') => {
                if let Some((_, end)) = link(line, at + 1) {
                    skip.push((at, end));
                    at = end;
                    continue;
                }
            }
            b'[' => {
                if let Some((close, end)) = link(line, at) {
                    skip.push((at, at + 1));
                    skip.push((close, end));
                }
            }
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                skip.push((at, at + 1));
                at += 2;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
}

/// A run of marks is emphasis if it touches a word on exactly one side (both for the middle of a word, with stars only), and is no list bullet.
fn is_emphasis(bytes: &[u8], at: usize, run: usize) -> bool {
    let solid = |b: Option<&u8>| b.is_some_and(|b| !b.is_ascii_whitespace());
    let before = solid(at.checked_sub(1).and_then(|i| bytes.get(i)));
    let after = solid(bytes.get(at + run));
    let mark = bytes.get(at).copied().unwrap_or(b' ');
    match (before, after) {
        (true, true) => {
            let word = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
            let inside =
                word(at.checked_sub(1).and_then(|i| bytes.get(i))) && word(bytes.get(at + run));
            mark != b'~' && (mark != b'_' || !inside)
        }
        (false, false) => false,
        _ => mark != b'~' || run > 1,
    }
}

/// Returns `(position of "]", end of the link)` for an inline link whose `[` stands at `open`.
fn link(line: &str, open: usize) -> Option<(usize, usize)> {
    let rest = line.get(open..)?;
    let close = rest.find("](")?;
    let text = rest.get(1..close)?;
    if text.contains('[') && !text.contains(']') || text.len() > 400 {
        return None;
    }
    let end = rest.get(close..)?.find(')')?;
    Some((open + close, open + close + end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(raw: &str, markdown: bool) -> Vec<(String, u8, u8)> {
        let clean = clean(raw, markdown, &["und".to_owned()]);
        let line = |l: &Line| (l.span.of(&clean.text).to_owned(), l.blanks, l.heading);
        clean.lines.iter().map(line).collect()
    }

    #[test]
    fn markdown_marks_go_and_offsets_stay() {
        let raw = "# Två **möten**\n\n> [Läs](http://x.se/a_b) om *det*\n- punkt ett\n";
        let got = lines(raw, true);
        assert_eq!(got[0], ("Två möten".into(), 0, 1));
        assert_eq!(got[1], ("Läs om det".into(), 1, 0));
        assert_eq!(got[2], ("- punkt ett".into(), 0, 0));
        let clean = clean(raw, true, &[]);
        let span = clean.lines[0].span;
        let map = clean.offsets(span);
        let text = span.of(&clean.text);
        let at = text.find("möten").map_or(0, |i| i);
        let [a, b] = map.raw_chars(text, Span::new(at, at + "möten".len()));
        let slice: String = raw
            .chars()
            .skip(a as usize)
            .take((b - a) as usize)
            .collect();
        assert_eq!(slice, "möten");
    }

    #[test]
    fn front_matter_gives_title_and_date() {
        let raw =
            "---\ntitle: \"Chile och Peru\"\ndate: 2025-11-14\ntags: [a, b]\n---\n\nChile teg.\n";
        let got = lines(raw, true);
        let texts: Vec<(&str, u8)> = got.iter().map(|l| (l.0.as_str(), l.2)).collect();
        assert_eq!(
            texts,
            [
                ("Chile och Peru", 1),
                ("date: 2025-11-14", 0),
                ("Chile teg.", 0)
            ]
        );
        assert_eq!(lines("---\n\ntitle: x\n", true).len(), 2);
    }

    #[test]
    fn character_references_are_resolved_and_lead_back() {
        let raw = "Gespr&auml;che &ndash; R&amp;D & AT&T; &amp;rsquo;s &#8222;So&#x201C; a&shy;b\n";
        let clean = clean(raw, false, &[]);
        assert_eq!(clean.text, "Gespräche – R&D & AT&T; ’s „So“ ab\n");
        let map = clean.offsets(Span::new(0, clean.text.len()));
        for (word, want) in [
            ("Gespräche", "Gespr&auml;che"),
            ("’", "&amp;rsquo;"),
            ("„So“", "&#8222;So&#x201C;"),
            ("ab", "a&shy;b"),
        ] {
            let at = clean.text.find(word).unwrap_or_default();
            let span = Span::new(at, at + word.len());
            let [a, b] = map.raw_chars(&clean.text, span);
            assert_eq!(raw.get(a as usize..b as usize), Some(want));
            assert_eq!(map.clean(&clean.text, [a, b]), Some(span));
        }
    }

    #[test]
    fn lone_carriage_returns_and_soft_hyphens() {
        let got = lines("Ett\rTvå\u{AD}trå\r\n\r\nTre", false);
        assert_eq!(got[0].0, "Ett");
        assert_eq!(got[1].0, "Tvåtrå");
        assert_eq!(got[2], ("Tre".into(), 1, 0));
    }

    #[test]
    fn divided_words_are_made_whole_and_lead_back() {
        let raw = "Handelsministern besökte hamn-\n  staden. Ett möte om import-\noch export hölls.\n\nHon kom från Nor-\n";
        let kept = ["och".to_owned()];
        let clean = clean(raw, false, &kept);
        let lines: Vec<&str> = clean.lines.iter().map(|l| l.span.of(&clean.text)).collect();
        assert_eq!(
            lines,
            [
                "Handelsministern besökte hamnstaden.",
                "Ett möte om import-",
                "och export hölls.",
                "Hon kom från Nor-"
            ]
        );
        let blanks: Vec<u8> = clean.lines.iter().map(|l| l.blanks).collect();
        assert_eq!(blanks, [0, 0, 0, 1]);
        let map = clean.offsets(Span::new(0, clean.text.len()));
        let at = clean.text.find("Ett").unwrap_or_default();
        let [a, b] = map.raw_chars(&clean.text, Span::new(at, at + 3));
        let there: String = raw
            .chars()
            .skip(a as usize)
            .take((b - a) as usize)
            .collect();
        assert_eq!(there, "Ett");
    }
}
