//! Text of a statement to tokens with byte spans. Never fails: what fits nothing is a word, a quote that is not closed says so.
//!
//! In: UTF-8 text. Out: tokens in order, comments dropped. Invariants: spans lie on character boundaries, do not overlap and grow.
//! Does not: know keywords, dates or names.

use crate::base::span::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, hyphens, inner apostrophes and dots: keyword, name, file.
    Word,
    /// Starts with a digit: number, date, quarter.
    Number,
    /// Quoted text; `false` where the closing quote is missing.
    Quoted(bool),
    /// `/pattern/` or `/pattern/i`.
    Regex,
    /// `$name`.
    Variable,
    /// `@id`.
    Id,
    /// `#3`.
    Row,
    /// An en or em dash, or a minus that stands alone: joins the sides of a pair.
    Dash,
    /// `<->` or `--`.
    Both,
    /// `->` or `→`.
    Arrow,
    /// `,`.
    Comma,
    /// `:`.
    Colon,
    /// `=`.
    Equals,
    /// `..`.
    Range,
    /// `>=`, `≥`.
    AtLeast,
    /// `<=`, `≤`.
    AtMost,
    /// `>`.
    Into,
    /// `>>`.
    Append,
    /// `±` or `+-`.
    PlusMinus,
    /// `|`; a [`Kind::Raw`] follows.
    Pipe,
    /// What follows a pipe, up to the end of the line.
    Raw,
    /// `;`.
    Semicolon,
    /// End of a line.
    Newline,
    /// A backslash at the end of a line: the statement goes on.
    Continue,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub span: Span,
}

/// Opening quotes with the characters that close them; news text brings Swedish, German and French ones along.
const QUOTES: [(char, &str); 7] = [
    ('"', "\""),
    ('\'', "'"),
    ('„', "“”\""),
    ('“', "”“"),
    ('”', "”"),
    ('»', "«»"),
    ('«', "»"),
];

const SYMBOLS: [(&str, Kind); 19] = [
    ("<->", Kind::Both),
    ("--", Kind::Both),
    ("->", Kind::Arrow),
    ("→", Kind::Arrow),
    ("↔", Kind::Both),
    (">=", Kind::AtLeast),
    ("≥", Kind::AtLeast),
    ("<=", Kind::AtMost),
    ("≤", Kind::AtMost),
    (">>", Kind::Append),
    (">", Kind::Into),
    ("=", Kind::Equals),
    ("..", Kind::Range),
    ("–", Kind::Dash),
    ("—", Kind::Dash),
    ("±", Kind::PlusMinus),
    ("+-", Kind::PlusMinus),
    (",", Kind::Comma),
    (";", Kind::Semicolon),
];

/// Prefixes that make a colon a separator ("person:Putin"); elsewhere an inner colon belongs to the word ("OSSE:s").
pub const CLASS_PREFIXES: [&str; 6] =
    ["person", "org", "organisation", "country", "place", "group"];

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    tokens: Vec<Token>,
}

/// Cuts a text into tokens.
///
/// Output: tokens in text order; an empty text gives none. Complexity: linear in the text.
pub fn lex(text: &str) -> Vec<Token> {
    let mut scanner = Scanner {
        text,
        at: 0,
        tokens: Vec::with_capacity(text.len() / 4 + 2),
    };
    while let Some(c) = scanner.rest().chars().next() {
        scanner.token(c);
    }
    scanner.tokens
}

impl<'t> Scanner<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn push(&mut self, kind: Kind, len: usize) {
        let end = self.at + len;
        self.tokens.push(Token {
            kind,
            span: Span::new(self.at, end),
        });
        self.at = end;
    }

    fn token(&mut self, c: char) {
        let rest = self.rest();
        if c == '\n' {
            return self.push(Kind::Newline, 1);
        }
        if c.is_whitespace() || c == '\u{feff}' || c.is_control() {
            self.at += c.len_utf8();
            return;
        }
        let line_start = self.tokens.last().is_none_or(|t| t.kind == Kind::Newline);
        let digit_follows = rest.chars().nth(1).is_some_and(|d| d.is_ascii_digit());
        if rest.starts_with("//") || (c == '#' && line_start && !digit_follows) {
            self.at += rest.find('\n').unwrap_or(rest.len());
            return;
        }
        if rest.starts_with("/*") {
            self.at += rest.find("*/").map_or(rest.len(), |i| i + 2);
            return;
        }
        if c == '\\'
            && rest
                .trim_start_matches('\\')
                .trim_start_matches([' ', '\t', '\r'])
                .starts_with('\n')
        {
            return self.push(Kind::Continue, 1);
        }
        if let Some((_, closers)) = QUOTES.iter().find(|q| q.0 == c) {
            return self.quoted(c, closers);
        }
        if c == '|' {
            return self.pipe();
        }
        if let Some((text, kind)) = SYMBOLS.iter().find(|s| rest.starts_with(s.0)) {
            return self.push(*kind, text.len());
        }
        self.word(c);
    }

    fn quoted(&mut self, open: char, closers: &str) {
        let rest = self.rest();
        let mut escaped = false;
        for (i, c) in rest.char_indices().skip(1) {
            if escaped {
                escaped = false;
            } else if c == '\\' && matches!(open, '"' | '\'') {
                escaped = true;
            } else if closers.contains(c) {
                return self.push(Kind::Quoted(true), i + c.len_utf8());
            }
        }
        self.push(Kind::Quoted(false), rest.len());
    }

    fn pipe(&mut self) {
        self.push(Kind::Pipe, 1);
        let rest = self.rest();
        let line = rest.split('\n').next().unwrap_or("");
        self.at += line.len() - line.trim_start().len();
        let command = line.trim();
        if !command.is_empty() {
            self.push(Kind::Raw, command.len());
        }
    }

    fn regex(&self) -> Option<usize> {
        let line = self.rest().split('\n').next()?;
        let mut escaped = false;
        for (i, c) in line.char_indices().skip(1) {
            if escaped {
                escaped = false;
            } else if c == '\\' {
                escaped = true;
            } else if c == '/' {
                let end = if line.get(i + 1..).is_some_and(|r| r.starts_with('i')) {
                    i + 2
                } else {
                    i + 1
                };
                let closed = line.get(end..).is_some_and(|r| {
                    r.chars()
                        .next()
                        .is_none_or(|c| c.is_whitespace() || c == ';')
                });
                return (closed && i > 1).then_some(end);
            }
        }
        None
    }

    fn word(&mut self, first: char) {
        let rest = self.rest();
        let kind = match first {
            '/' => {
                if let Some(len) = self.regex() {
                    return self.push(Kind::Regex, len);
                }
                Kind::Word
            }
            '$' => Kind::Variable,
            '@' => Kind::Id,
            '#' => Kind::Row,
            ':' => return self.push(Kind::Colon, 1),
            '-' if rest.chars().nth(1).is_none_or(char::is_whitespace) => {
                return self.push(Kind::Dash, 1);
            }
            c if c.is_ascii_digit() => Kind::Number,
            _ => Kind::Word,
        };
        let len = word_len(rest, kind);
        self.push(kind, len);
    }
}

fn word_len(rest: &str, kind: Kind) -> usize {
    let sigil = matches!(kind, Kind::Variable | Kind::Id | Kind::Row);
    let mut before = '\0';
    for (i, c) in rest.char_indices() {
        let tail = rest.get(i + c.len_utf8()..).unwrap_or("");
        let next = tail.chars().next().unwrap_or(' ');
        let stop = match c {
            c if c.is_whitespace() || c.is_control() => true,
            '"' | '„' | '“' | '”' | '»' | '«' | ';' | '|' | '<' | '>' | '=' | ',' | '–' | '—'
            | '±' | '→' | '↔' | '≤' | '≥' => true,
            '-' => next == '>' || (sigil && !next.is_alphanumeric()),
            '.' => next == '.' && before.is_alphanumeric(),
            ':' if kind == Kind::Id => !next.is_alphanumeric(),
            ':' => {
                !(before.is_alphanumeric() && next.is_alphanumeric())
                    || is_class_prefix(rest.get(..i).unwrap_or(""))
            }
            '?' | '!' => i > 0 && next.is_whitespace(),
            '\'' | '’' => sigil || next == ' ' && kind == Kind::Number,
            '#' | '@' | '$' => i > 0 && sigil,
            _ => false,
        };
        if stop && i > 0 {
            return i;
        }
        before = c;
    }
    rest.len()
}

fn is_class_prefix(word: &str) -> bool {
    CLASS_PREFIXES.iter().any(|p| p.eq_ignore_ascii_case(word))
}

/// Returns the text of a quoted token without its quotes and escapes.
pub fn unquote(token: &str) -> String {
    let mut chars = token.chars();
    let Some((open, closers)) = chars
        .next()
        .and_then(|c| QUOTES.iter().find(|q| q.0 == c))
        .copied()
    else {
        return token.to_owned();
    };
    let body = chars.as_str();
    let body = body
        .strip_suffix(|c: char| closers.contains(c))
        .unwrap_or(body);
    if !matches!(open, '"' | '\'') {
        return body.to_owned();
    }
    let mut out = String::with_capacity(body.len());
    let mut escaped = false;
    for c in body.chars() {
        if c == '\\' && !escaped {
            escaped = true;
            continue;
        }
        escaped = false;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        lex(text)
            .iter()
            .map(|t| (t.kind, t.span.of(text)))
            .collect()
    }

    #[test]
    fn pairs_dates_and_files_are_cut_where_they_should_be() {
        assert_eq!(
            kinds("Putin–Aliyev Nagorno-Karabakh->Baku"),
            [
                (Kind::Word, "Putin"),
                (Kind::Dash, "–"),
                (Kind::Word, "Aliyev"),
                (Kind::Word, "Nagorno-Karabakh"),
                (Kind::Arrow, "->"),
                (Kind::Word, "Baku")
            ]
        );
        assert_eq!(
            kinds("2022..2023"),
            [
                (Kind::Number, "2022"),
                (Kind::Range, ".."),
                (Kind::Number, "2023")
            ]
        );
        assert_eq!(
            kinds("person:Putin OSSE:s"),
            [
                (Kind::Word, "person"),
                (Kind::Colon, ":"),
                (Kind::Word, "Putin"),
                (Kind::Word, "OSSE:s")
            ]
        );
        assert_eq!(
            kinds("/ali[jy]ev/i out/a/b.csv"),
            [(Kind::Regex, "/ali[jy]ev/i"), (Kind::Word, "out/a/b.csv")]
        );
        assert_eq!(
            kinds("x | grep \"a;b\""),
            [
                (Kind::Word, "x"),
                (Kind::Pipe, "|"),
                (Kind::Raw, "grep \"a;b\"")
            ]
        );
        assert_eq!(
            kinds("# note\n#3"),
            [(Kind::Newline, "\n"), (Kind::Row, "#3")]
        );
    }

    #[test]
    fn quotes_of_three_languages_close_and_open_ones_say_so() {
        for text in ["\"a b\"", "'a b'", "„a b“", "”a b”", "»a b«", "“a b”"] {
            let tokens = lex(text);
            assert_eq!(tokens.len(), 1, "{text}");
            assert_eq!(unquote(text), "a b");
        }
        assert_eq!(
            lex("\"a b").first().map(|t| t.kind),
            Some(Kind::Quoted(false))
        );
        assert_eq!(unquote(r#""a \"b\"""#), "a \"b\"");
    }
}
