//! Text to statements: a hand-written recursive descent that notes what it would accept at every place.
//!
//! In: text, the vocabulary, and a test whether words are a known name. Out: [`Statement`]s with positions, or [`ParseError`] with the words at
//! fault and what would be right. Invariants: never panics; spans are byte ranges of the text given; nesting is bounded by the grammar.
//! The commands are in [`super::verbs`], the clauses in [`super::clauses`].

mod cursor;
mod errors;
mod names;
mod scripts;
mod sinks;

use crate::base::span::Span;
use crate::query::ast::{At, Query, Statement};
use crate::query::expect::{ParseError, Slot};
use crate::query::lexer;
use crate::query::lexer::{Kind, Token};
use crate::query::vocabulary::Vocabulary;
pub use scripts::split;

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
pub const RESERVED: [&str; 51] = [
    "and",
    "or",
    "vs",
    "versus",
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
    "mentioning",
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
}
