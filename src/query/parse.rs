//! Text to statements: a hand-written recursive descent that notes what it would accept at every place.
//!
//! In: text, the vocabulary, and a test whether words are a known name. Out: [`Statement`]s with positions, or [`ParseError`] with the words at
//! fault and what would be right. Invariants: never panics; spans are byte ranges of the text given; nesting is bounded by the grammar.
//! The commands are in [`super::verbs`], the clauses in [`super::clauses`].

use super::ast::{At, EntityExpr, EntityList, EntityTerm, Joint, Query, Sink, Statement};
use super::expect::{ParseError, Slot};
use super::lexer::{self, Kind, Token};
use super::vocabulary::Vocabulary;
use crate::base::span::Span;

/// Tells whether words are a known name; guides the parser where a name holds a keyword ("Bank of England").
pub trait KnownNames {
    /// Tells whether the words, in any spelling, name something exactly.
    fn is_name(&self, words: &str) -> bool;
    /// Tells whether the words are the whole of a name or of another spelling of it.
    fn is_whole_name(&self, words: &str) -> bool;
}

/// Knows no names: parsing without a graph.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoNames;

impl KnownNames for NoNames {
    fn is_name(&self, _words: &str) -> bool {
        false
    }

    fn is_whole_name(&self, _words: &str) -> bool {
        false
    }
}

/// Words that end an unquoted name.
pub const RESERVED: [&str; 47] = [
    "and",
    "with",
    "to",
    "from",
    "by",
    "of",
    "for",
    "since",
    "after",
    "until",
    "before",
    "in",
    "during",
    "on",
    "at",
    "last",
    "as",
    "around",
    "within",
    "max",
    "type",
    "only",
    "without",
    "via",
    "through",
    "avoiding",
    "reported",
    "lang",
    "conf",
    "sort",
    "order",
    "limit",
    "earliest",
    "latest",
    "fastest",
    "shortest",
    "strict",
    "gap",
    "certain",
    "possible",
    "interactions",
    "over",
    "against",
    "about",
    "between",
    "status",
    "hops",
];

/// Keywords that names hold often enough to be looked up.
const INNER: [&str; 6] = ["of", "and", "for", "in", "on", "to"];

/// The result type of every grammar function.
pub type Parsed<T> = Result<T, ParseError>;

/// The state of one parse.
pub struct Parser<'p> {
    pub(super) text: &'p str,
    tokens: Vec<Token>,
    pub(super) at: usize,
    pub(super) vocabulary: &'p Vocabulary,
    pub(super) known: &'p dyn KnownNames,
    expected: Vec<Slot>,
    furthest: usize,
    /// Start and token after the end of the name read last, for completion inside names.
    pub(super) name: Option<(u32, usize)>,
    /// Every name read so far.
    pub(super) names: Vec<Span>,
    /// The parser is inside `export`, where `to` may announce the file.
    pub(super) exporting: bool,
    /// The statement is whole, so that strange words are worth a look into the packs.
    pub(super) knows_all: bool,
}

/// What may come at the end of a text: the input of completion and hints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// What may come, in the grammar's order.
    pub slots: Vec<Slot>,
    /// Start of a name that ends where the text ends, and may go on.
    pub open_name: Option<usize>,
    /// First words of the names read so far, in order: who partners are sought for.
    pub entities: Vec<String>,
    /// The text was understood up to its end.
    pub reached: bool,
}

/// Cuts a script into the byte ranges of its statements.
///
/// A statement ends at `;` or at a line's end, unless a backslash, a comma or an open quote stands there or the next line goes on with a clause
/// or a sink.
pub fn split(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut open: Option<Span> = None;
    let mut broken = false;
    let mut held = false;
    for token in lexer::lex(text) {
        let ends = match token.kind {
            Kind::Newline => {
                broken = open.is_some() && !held;
                continue;
            }
            Kind::Continue => {
                held = true;
                continue;
            }
            Kind::Semicolon => true,
            _ => broken && !goes_on(text, token),
        };
        if ends {
            spans.extend(open.take());
        }
        broken = false;
        held = token.kind == Kind::Comma;
        if token.kind != Kind::Semicolon {
            open = Some(open.map_or(token.span, |o| o.cover(token.span)));
        }
    }
    spans.extend(open);
    spans
}

fn goes_on(text: &str, token: Token) -> bool {
    let word = token.span.of(text);
    // `between` is a clause of `events`, but at the start of a line it is the command.
    let clause = RESERVED.iter().any(|r| r.eq_ignore_ascii_case(word))
        && !word.eq_ignore_ascii_case("between");
    let prefix = word.eq_ignore_ascii_case("as")
        && text
            .get(token.span.end as usize..)
            .is_some_and(|rest| rest.trim_start().to_lowercase().starts_with("of "));
    matches!(token.kind, Kind::Pipe | Kind::Into | Kind::Append)
        || (token.kind == Kind::Word && clause && !prefix)
}

/// Parses one statement.
///
/// # Errors
/// [`ParseError`] with the words at fault.
pub fn parse(text: &str, vocabulary: &Vocabulary, known: &dyn KnownNames) -> Parsed<Statement> {
    let mut parser = Parser::new(text, vocabulary, known);
    parser.knows_all = true;
    let statement = parser.statement()?;
    match parser.peek() {
        None => Ok(statement),
        Some(token) => Err(parser.left_over(token, &statement)),
    }
}

/// Tells what may come at the end of `text`, an unfinished statement.
pub fn expectation(text: &str, vocabulary: &Vocabulary, known: &dyn KnownNames) -> Expectation {
    let mut parser = Parser::new(text, vocabulary, known);
    let outcome = parser.statement();
    let end = parser.tokens.len();
    let reached = parser.furthest == end && (outcome.is_err() || parser.at == end);
    let slots = if reached {
        std::mem::take(&mut parser.expected)
    } else {
        Vec::new()
    };
    let open_name = parser.name.filter(|n| n.1 == end).map(|n| n.0 as usize);
    Expectation {
        slots,
        open_name,
        entities: names_read(text, &parser),
        reached,
    }
}

fn names_read(text: &str, parser: &Parser<'_>) -> Vec<String> {
    parser
        .names
        .iter()
        .map(|span| lexer::unquote(span.of(text)))
        .collect()
}

impl<'p> Parser<'p> {
    fn new(text: &'p str, vocabulary: &'p Vocabulary, known: &'p dyn KnownNames) -> Self {
        let mut tokens = lexer::lex(text);
        tokens.retain(|t| !matches!(t.kind, Kind::Newline | Kind::Continue));
        while tokens.last().is_some_and(|t| {
            t.kind == Kind::Semicolon || (tokens.len() > 1 && matches!(t.span.of(text), "?" | "!"))
        }) {
            tokens.pop();
        }
        Self {
            text,
            tokens,
            at: 0,
            vocabulary,
            known,
            expected: Vec::new(),
            furthest: 0,
            name: None,
            names: Vec::new(),
            exporting: false,
            knows_all: false,
        }
    }

    pub(super) fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    pub(super) fn peek_at(&self, ahead: usize) -> Option<Token> {
        self.tokens.get(self.at + ahead).copied()
    }

    pub(super) fn words(&self, token: Token) -> &'p str {
        token.span.of(self.text)
    }

    /// Returns the byte where the next token starts, or the end of the text.
    pub(super) fn here(&self) -> usize {
        self.peek()
            .map_or(self.text.len(), |t| t.span.start as usize)
    }

    /// Returns the byte where token number `index` starts.
    pub(super) fn start_of(&self, index: usize) -> usize {
        self.tokens.get(index).map_or(0, |t| t.span.start as usize)
    }

    /// Returns the span from `start` to the end of the token read last.
    pub(super) fn since(&self, start: usize) -> Span {
        let end = self
            .at
            .checked_sub(1)
            .and_then(|i| self.tokens.get(i))
            .map_or(start, |t| t.span.end as usize);
        Span::new(start, end.max(start))
    }

    /// Notes that `slot` may stand here.
    pub(super) fn expect(&mut self, slot: Slot) {
        if self.at > self.furthest {
            self.furthest = self.at;
            self.expected.clear();
        }
        if self.at == self.furthest && !self.expected.contains(&slot) {
            self.expected.push(slot);
        }
    }

    /// Tells whether the next token is this keyword, and notes that it may be.
    pub(super) fn at_word(&mut self, word: &'static str) -> bool {
        self.expect(Slot::Word(word));
        self.is_word(0, word)
    }

    pub(super) fn is_word(&self, ahead: usize, word: &str) -> bool {
        self.peek_at(ahead)
            .is_some_and(|t| t.kind == Kind::Word && self.words(t).eq_ignore_ascii_case(word))
    }

    pub(super) fn eat(&mut self, word: &'static str) -> bool {
        let found = self.at_word(word);
        self.at += usize::from(found);
        found
    }

    /// Reads the first of several keywords that stands here.
    pub(super) fn eat_any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        words.iter().copied().find(|w| self.eat(w))
    }

    pub(super) fn eat_kind(&mut self, kind: Kind) -> Option<Token> {
        let token = self.peek().filter(|t| t.kind == kind)?;
        self.at += 1;
        Some(token)
    }

    /// Reads a keyword that must stand here.
    pub(super) fn need(&mut self, word: &'static str) -> Parsed<()> {
        if self.eat(word) {
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    /// Makes the error for a token that fits nothing that was noted at this place.
    pub(super) fn unexpected(&self) -> ParseError {
        let mut wanted: Vec<&str> = if self.at == self.furthest {
            self.expected.iter().map(|s| s.describe()).collect()
        } else {
            Vec::new()
        };
        let mut seen = Vec::new();
        wanted.retain(|w| {
            !seen.contains(w) && {
                seen.push(*w);
                true
            }
        });
        let total = wanted.len();
        wanted.truncate(8);
        let mut list = wanted.join(", ");
        if total > wanted.len() {
            list.push_str(", …");
        }
        let Some(token) = self.peek() else {
            let joint = ["and", "to"].into_iter().find(|w| wanted.contains(w));
            let message = match joint.filter(|_| !self.names.is_empty() && total <= 2) {
                Some(joint) => format!(
                    "a second name is missing, as in `{} {joint} NAME`",
                    self.text.trim()
                ),
                None => format!("the statement ends where {list} should follow"),
            };
            return ParseError {
                message,
                span: Span::new(self.text.len(), self.text.len()),
                suggestions: self.joined().into_iter().collect(),
                incomplete: true,
            };
        };
        let word = self.words(token);
        let keywords = self.expected.iter().filter_map(|s| {
            if let Slot::Word(w) = s {
                Some(*w)
            } else {
                None
            }
        });
        let other = keywords.filter(|k| !k.eq_ignore_ascii_case(word));
        let suggestions = super::suggest::nearest(word, other, 2);
        ParseError {
            message: format!("found \"{word}\" where {list} should stand"),
            span: token.span,
            suggestions,
            incomplete: false,
        }
    }

    /// `between Merz China`: the statement with the word that is missing between its two names.
    fn joined(&self) -> Option<String> {
        let missing = |w: &&&'static str| self.expected.contains(&Slot::Word(w));
        let word = ["and", "to"].iter().find(missing)?;
        let (verb, names) = self.text.trim().split_once(char::is_whitespace)?;
        let (a, b) = self.two_names(names)?;
        Some(format!("`{verb} {a} {word} {b}`"))
    }

    /// Cuts words in two, each a known name; `None` if they are one name together, and if no cut or several do.
    pub(super) fn two_names<'t>(&self, words: &'t str) -> Option<(&'t str, &'t str)> {
        if self.known.is_name(words) {
            return None;
        }
        let cuts = words.match_indices(char::is_whitespace);
        let mut both = cuts.filter_map(|(at, _)| {
            let (a, b) = words.split_at_checked(at)?;
            let (a, b) = (a.trim(), b.trim());
            (self.known.is_name(a) && self.known.is_name(b)).then_some((a, b))
        });
        let only = both.next()?;
        both.next().is_none().then_some(only)
    }

    pub(super) fn error<T>(&self, span: Span, message: String) -> Parsed<T> {
        Err(ParseError {
            message,
            span,
            suggestions: Vec::new(),
            incomplete: false,
        })
    }

    fn left_over(&mut self, token: Token, statement: &Statement) -> ParseError {
        let word = self.words(token).to_owned();
        if let Kind::Quoted(false) = token.kind {
            return ParseError {
                message: "the quote is not closed".to_owned(),
                span: token.span,
                suggestions: Vec::new(),
                incomplete: true,
            };
        }
        if RESERVED.iter().any(|r| r.eq_ignore_ascii_case(&word))
            && !self
                .expected
                .iter()
                .any(|s| matches!(s, Slot::Word(w) if w.eq_ignore_ascii_case(&word)))
        {
            let verb = super::verbs::name_of(&statement.query.verb);
            // "events of X and Y" asks for what `between` gives.
            let pair = if word.eq_ignore_ascii_case("and") {
                "; for two names write `between A and B`"
            } else {
                ""
            };
            return ParseError {
                message: format!("\"{word}\" does not go with \"{verb}\" here{pair}"),
                span: token.span,
                suggestions: Vec::new(),
                incomplete: false,
            };
        }
        self.furthest = self.furthest.max(self.at);
        self.unexpected()
    }

    fn statement(&mut self) -> Parsed<Statement> {
        let mut statement_prefix = (false, false);
        let mut as_of = None;
        loop {
            let start = self.here();
            if self.eat("explain") {
                statement_prefix.0 = true;
            } else if self.eat("profile") {
                statement_prefix.1 = true;
            } else if self.at_word("as") && self.is_word(1, "of") {
                self.at += 2;
                let date = self.date()?;
                as_of = Some(At::new(super::ast::Clause::AsOf(date), self.since(start)));
            } else {
                break;
            }
        }
        let mut query = self.query()?;
        query.clauses.extend(as_of);
        let sinks = self.sinks()?;
        Ok(Statement {
            explain: statement_prefix.0,
            profile: statement_prefix.1,
            query,
            sinks,
        })
    }

    /// Reads a verb with its clauses.
    pub(super) fn query(&mut self) -> Parsed<Query> {
        let start = self.here();
        let (verb, clauses) = self.verb()?;
        Ok(Query {
            verb,
            clauses,
            span: self.since(start),
        })
    }

    fn sinks(&mut self) -> Parsed<Vec<Sink>> {
        let mut sinks = Vec::new();
        loop {
            if self.at_word("as") && !self.is_word(1, "of") {
                self.at += 1;
                sinks.push(Sink::Format(self.format()?));
            } else if let Some(token) = self
                .peek()
                .filter(|t| matches!(t.kind, Kind::Into | Kind::Append))
            {
                self.at += 1;
                let append = token.kind == Kind::Append;
                sinks.push(Sink::File(self.file(Slot::File)?, append));
            } else if self.eat_kind(Kind::Pipe).is_some() {
                let Some(command) = self.eat_kind(Kind::Raw) else {
                    return Err(self.unexpected());
                };
                sinks.push(Sink::Pipe(At::new(
                    self.words(command).to_owned(),
                    command.span,
                )));
            } else {
                return Ok(sinks);
            }
        }
    }

    /// Reads a format name; whether it exists is known to the table of formats, not to the grammar.
    pub(super) fn format(&mut self) -> Parsed<At<String>> {
        self.expect(Slot::Format);
        let token = self.eat_kind(Kind::Word).ok_or_else(|| self.unexpected())?;
        Ok(At::new(self.words(token).to_lowercase(), token.span))
    }

    /// Reads a file name: a quoted one, or everything up to white space or `;`.
    pub(super) fn file(&mut self, slot: Slot) -> Parsed<At<String>> {
        self.expect(slot);
        let Some(first) = self.peek() else {
            return Err(self.unexpected());
        };
        if let Kind::Quoted(closed) = first.kind {
            if !closed {
                return Err(self.open_quote(first));
            }
            self.at += 1;
            return Ok(At::new(lexer::unquote(self.words(first)), first.span));
        }
        let start = first.span.start as usize;
        let rest = self.text.get(start..).unwrap_or("");
        let len = rest
            .find(|c: char| c.is_whitespace() || c == ';')
            .unwrap_or(rest.len());
        let span = Span::new(start, start + len);
        while self.peek().is_some_and(|t| t.span.start < span.end) {
            self.at += 1;
        }
        Ok(At::new(span.of(self.text).to_owned(), span))
    }

    /// Makes the error for a quote that is not closed.
    pub(super) fn open_quote(&self, token: Token) -> ParseError {
        let first = Span {
            start: token.span.start,
            end: token.span.start
                + self.words(token).chars().next().map_or(0, char::len_utf8) as u32,
        };
        ParseError {
            message: "the quote is not closed".to_owned(),
            span: first,
            suggestions: Vec::new(),
            incomplete: true,
        }
    }

    /// Reads a whole number.
    pub(super) fn integer(&mut self) -> Option<At<u32>> {
        self.expect(Slot::Integer);
        let token = self.peek().filter(|t| t.kind == Kind::Number)?;
        let value = self.words(token).parse().ok()?;
        self.at += 1;
        Some(At::new(value, token.span))
    }

    /// Reads a quoted text.
    pub(super) fn quoted(&mut self) -> Parsed<Option<At<String>>> {
        let Some(token) = self.peek() else {
            return Ok(None);
        };
        match token.kind {
            Kind::Quoted(true) => {
                self.at += 1;
                Ok(Some(At::new(lexer::unquote(self.words(token)), token.span)))
            }
            Kind::Quoted(false) => Err(self.open_quote(token)),
            _ => Ok(None),
        }
    }

    /// Reads an entity: quoted, by id, by variable, or as words.
    pub(super) fn entity(&mut self) -> Parsed<EntityExpr> {
        self.entity_in(Slot::Entity)
    }

    pub(super) fn entity_in(&mut self, slot: Slot) -> Parsed<EntityExpr> {
        self.expect(slot);
        let start = self.here();
        let Some(token) = self.peek() else {
            return Err(self.unexpected());
        };
        if let Kind::Id | Kind::Variable = token.kind {
            self.at += 1;
            let word = self.words(token).get(1..).unwrap_or("").to_owned();
            let term = if token.kind == Kind::Id {
                EntityTerm::Id(word)
            } else {
                EntityTerm::Variable(word)
            };
            return Ok(At::new(term, token.span));
        }
        let class = self.class_prefix();
        let text_start = self.here();
        if let Some(quoted) = self.quoted()? {
            self.names.push(quoted.span);
            self.name = None;
            return Ok(At::new(
                EntityTerm::Name {
                    text: quoted.value,
                    class,
                    quoted: true,
                },
                self.since(start),
            ));
        }
        let first = self.at;
        while self.name_word(first) {
            self.at += 1;
        }
        if self.at == first {
            return Err(self.unexpected());
        }
        self.extend_over_keywords(first);
        let span = self.since(text_start);
        self.names.push(span);
        self.name = Some((text_start as u32, self.at));
        let text = span
            .of(self.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        Ok(At::new(
            EntityTerm::Name {
                text,
                class,
                quoted: false,
            },
            self.since(start),
        ))
    }

    fn class_prefix(&mut self) -> Option<String> {
        let token = self.peek().filter(|t| t.kind == Kind::Word)?;
        let word = self.words(token).to_lowercase();
        let colon = self
            .peek_at(1)
            .is_some_and(|t| t.kind == Kind::Colon && t.span.start == token.span.end);
        if !colon || !lexer::CLASS_PREFIXES.contains(&word.as_str()) {
            return None;
        }
        self.at += 2;
        Some(word)
    }

    fn name_word(&self, first: usize) -> bool {
        let Some(token) = self.peek() else {
            return false;
        };
        let word = self.words(token);
        match token.kind {
            Kind::Word => {
                let month = self.at > first
                    && self.vocabulary.month(word).is_some()
                    && self.peek_at(1).is_some_and(|t| t.kind == Kind::Number);
                let standing = self.at > first && self.standing_follows();
                let time = self.at > first && self.whole_follows(0);
                !month && !standing && !time && !RESERVED.iter().any(|r| r.eq_ignore_ascii_case(word))
            }
            Kind::Number => {
                self.at > first
                    && !word.contains('-')
                    && word.len() < 4
                    && !self.is_word(1, "hop")
                    && !self.is_word(1, "hops")
            }
            _ => false,
        }
    }

    /// Lets a name go on over a keyword if the longer words are a known name.
    fn extend_over_keywords(&mut self, first: usize) {
        let inner = |p: &Self| {
            p.peek().is_some_and(|t| {
                t.kind == Kind::Word && INNER.iter().any(|k| k.eq_ignore_ascii_case(p.words(t)))
            })
        };
        let start = self.tokens.get(first).map_or(0, |t| t.span.start as usize);
        let end = self.at;
        while inner(self) {
            self.at += 1;
            let word = self.at;
            while self.name_word(first) {
                self.at += 1;
            }
            if self.at == word {
                break;
            }
            let longest = self.at;
            for stop in (word + 1..=longest).rev() {
                self.at = stop;
                if self.known.is_whole_name(self.since(start).of(self.text)) {
                    return;
                }
            }
            self.at = longest;
        }
        self.at = end;
    }

    /// Reads entities joined by "and", "with", a comma, a dash or an arrow; `commas` tells whether commas join here.
    pub(super) fn entity_list(&mut self, commas: bool) -> Parsed<EntityList> {
        let mut list = EntityList {
            parts: vec![self.entity()?],
            joints: Vec::new(),
        };
        while let Some(joint) = self.joint(commas) {
            list.joints.push(joint);
            list.parts.push(self.entity_in(Slot::Partner)?);
        }
        Ok(list)
    }

    fn joint(&mut self, commas: bool) -> Option<Joint> {
        if self.eat("and") || self.eat("with") {
            return Some(Joint::Word);
        }
        let joint = match self.peek()?.kind {
            Kind::Dash => Joint::Dash,
            Kind::Both => Joint::Arrow,
            Kind::Comma if commas => Joint::Comma,
            _ => return None,
        };
        self.at += 1;
        Some(joint)
    }
}
