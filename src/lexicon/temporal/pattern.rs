//! The pattern language of the time rules, compiled to a small backtracking program.
//!
//! In: text such as `day ~'.' month ','? y4?`. Out: instructions. Syntax: a bare name is a class, a part, or one of the built-in number
//! tests; `'word'` a word or mark; `x?` optional; `(a | b c)` choice; `~x` without space before; `!x` not followed by x; `x:Slot`
//! fills that slot; `>` ends the expression, what follows is only looked at; `^` (in context lists) the opening of a sentence,
//! `month_day-` and `year-` there the first half of a range.
//! Invariant: programs are finite and without loops, so matching always ends.

use super::words::{Case, Class, Slot, Words};
use std::collections::BTreeMap;

/// What one token (or short run) must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// A word of a class.
    Class(Class),
    /// A mark.
    Punct(char),
    /// A day of the month, 1 to 31.
    Day,
    /// A month number, 1 to 12.
    MonthNumber,
    /// A year of four digits, 1000 to 2100.
    Year4,
    /// A year of four digits between 1900 and 2039.
    YearNear,
    /// A year of two digits.
    Year2,
    /// A year of one to four digits.
    YearAny,
    /// An hour, 0 to 24.
    Hour,
    /// Two digits below 60, minutes.
    Minute,
    /// Two digits below 60, seconds.
    Second,
    /// Hour and minute run together, four digits ("0700").
    HourMinute,
    /// A week number.
    Week,
    /// A number in digits or words.
    Number,
    /// A year in words: "nineteen ninety-six".
    YearWords,
    /// A decade in digits, "90" or "1990".
    DecadeDigits,
    /// A century year in digits, "1800".
    CenturyDigits,
    /// An ordinal number in digits.
    OrdinalDigits,
    /// Any digits.
    Digits,
    /// Any word with a capital.
    Capital,
    /// Any word without a capital.
    Lower,
    /// The opening of a sentence; only before an expression.
    Opening,
    /// A month, a day and a joining word or mark; only before an expression: "June 5-".
    AfterDay,
    /// A year and a joining mark; only before an expression: "1990-".
    AfterYear,
}

const BUILT_IN: [(&str, Test); 18] = [
    ("day", Test::Day),
    ("m", Test::MonthNumber),
    ("y4", Test::Year4),
    ("y4n", Test::YearNear),
    ("y2", Test::Year2),
    ("y", Test::YearAny),
    ("hh", Test::Hour),
    ("mm", Test::Minute),
    ("ss", Test::Second),
    ("hhmm", Test::HourMinute),
    ("ww", Test::Week),
    ("num", Test::Number),
    ("ytext", Test::YearWords),
    ("dec", Test::DecadeDigits),
    ("cent", Test::CenturyDigits),
    ("ordn", Test::OrdinalDigits),
    ("digits", Test::Digits),
    ("Cap", Test::Capital),
];

/// Demand on the space before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glue {
    /// Space or none, at most one line break.
    Loose,
    /// None.
    Tight,
}

/// One step of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inst {
    /// Take a token that passes the test.
    Take {
        /// The test.
        test: Test,
        /// Space before it.
        glue: Glue,
        /// Slot to fill instead of the test's own.
        slot: Option<Slot>,
    },
    /// Fail if the next token passes.
    Not(Test),
    /// Try the first, then the second.
    Split(u32, u32),
    /// The expression ends here; what follows is only looked at (its numbers count).
    End,
    /// Go on elsewhere.
    Jump(u32),
    /// Found.
    Match,
}

/// Turns patterns into one row of instructions.
pub struct Compiler<'f> {
    words: Words,
    parts: &'f BTreeMap<String, String>,
    program: Vec<Inst>,
}

#[derive(Debug, Clone)]
enum Node {
    Seq(Vec<Node>),
    Alt(Vec<Node>),
    Opt(Box<Node>),
    Take(Test, Glue, Option<Slot>),
    Not(Test),
    End,
}

/// How deep parts may stand in parts.
const DEPTH: usize = 12;

impl<'f> Compiler<'f> {
    /// Starts with the words known so far.
    pub fn new(words: Words, parts: &'f BTreeMap<String, String>) -> Self {
        Self {
            words,
            parts,
            program: Vec::new(),
        }
    }

    /// The word table, to which literal words are added.
    pub fn words_mut(&mut self) -> &mut Words {
        &mut self.words
    }

    /// Returns words and program.
    pub fn finish(self) -> (Words, Vec<Inst>) {
        (self.words, self.program)
    }

    /// Compiles one rule and returns its first instruction.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn rule(&mut self, pattern: &str) -> Result<usize, String> {
        let node = self.parse(pattern, 0)?;
        let start = self.program.len();
        self.emit(&node);
        self.program.push(Inst::Match);
        Ok(start)
    }

    /// Reads one test for a context list.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn test(&mut self, text: &str) -> Result<Test, String> {
        if let Some(word) = quoted(text) {
            return Ok(self.literal(word));
        }
        self.named(text)
            .ok_or_else(|| format!("{text:?} is no class and no built-in test"))
    }

    fn named(&self, name: &str) -> Option<Test> {
        match name {
            "lower" => return Some(Test::Lower),
            "^" => return Some(Test::Opening),
            "month_day-" => return Some(Test::AfterDay),
            "year-" => return Some(Test::AfterYear),
            _ => {}
        }
        BUILT_IN
            .iter()
            .find(|b| b.0 == name)
            .map(|b| b.1)
            .or_else(|| self.words.class(name).map(Test::Class))
    }

    fn literal(&mut self, word: &str) -> Test {
        let mut chars = word.chars();
        if let (Some(mark), None) = (chars.next(), chars.next())
            && !mark.is_alphanumeric()
        {
            return Test::Punct(mark);
        }
        let name = format!("'{word}'");
        if let Some(class) = self.words.class(&name) {
            return Test::Class(class);
        }
        let class = self.words.intern(&name);
        self.words.push(word, class, Vec::new(), Case::Any);
        Test::Class(class)
    }

    fn parse(&mut self, pattern: &str, depth: usize) -> Result<Node, String> {
        if depth > DEPTH {
            return Err("parts stand in each other".to_owned());
        }
        let tokens = lex(pattern)?;
        let mut at = 0;
        let node = self.choice(&tokens, &mut at, depth)?;
        if at < tokens.len() {
            return Err(format!("unexpected {:?} in {pattern:?}", tokens[at]));
        }
        Ok(node)
    }

    fn choice(&mut self, tokens: &[String], at: &mut usize, depth: usize) -> Result<Node, String> {
        let mut branches = vec![self.sequence(tokens, at, depth)?];
        while tokens.get(*at).is_some_and(|t| t == "|") {
            *at += 1;
            branches.push(self.sequence(tokens, at, depth)?);
        }
        Ok(if branches.len() == 1 {
            branches.remove(0)
        } else {
            Node::Alt(branches)
        })
    }

    fn sequence(
        &mut self,
        tokens: &[String],
        at: &mut usize,
        depth: usize,
    ) -> Result<Node, String> {
        let mut items = Vec::new();
        while let Some(token) = tokens.get(*at) {
            if token == "|" || token == ")" {
                break;
            }
            let item = self.item(tokens, at, depth)?;
            if tokens.get(*at).is_some_and(|t| t == "?") {
                *at += 1;
                items.push(Node::Opt(Box::new(item)));
            } else {
                items.push(item);
            }
        }
        Ok(Node::Seq(items))
    }

    fn item(&mut self, tokens: &[String], at: &mut usize, depth: usize) -> Result<Node, String> {
        let token = tokens.get(*at).cloned().unwrap_or_default();
        *at += 1;
        if token == "(" {
            let node = self.choice(tokens, at, depth)?;
            if tokens.get(*at).is_none_or(|t| t != ")") {
                return Err("a bracket is not closed".to_owned());
            }
            *at += 1;
            return Ok(node);
        }
        if token == ">" {
            return Ok(Node::End);
        }
        if token == "~" {
            let mut node = self.item(tokens, at, depth)?;
            tighten(&mut node);
            return Ok(node);
        }
        let (not, rest) = match token.strip_prefix('!') {
            Some(rest) => (true, rest),
            None => (false, token.as_str()),
        };
        let (glue, rest) = match rest.strip_prefix('~') {
            Some(rest) => (Glue::Tight, rest),
            None => (Glue::Loose, rest),
        };
        let (name, slot) = match rest.split_once(':') {
            Some((name, slot)) if !rest.starts_with('\'') => (name, Some(slot_named(slot)?)),
            _ => (rest, None),
        };
        if !not && slot.is_none() && quoted(name).is_none() {
            let parts = self.parts;
            if let Some(part) = parts.get(name) {
                let mut node = self.parse(part, depth + 1)?;
                if glue == Glue::Tight {
                    tighten(&mut node);
                }
                return Ok(node);
            }
        }
        let test = self.test(name)?;
        Ok(if not {
            Node::Not(test)
        } else {
            Node::Take(test, glue, slot)
        })
    }

    fn emit(&mut self, node: &Node) {
        match node {
            Node::Seq(items) => items.iter().for_each(|n| self.emit(n)),
            Node::Take(test, glue, slot) => self.program.push(Inst::Take {
                test: *test,
                glue: *glue,
                slot: *slot,
            }),
            Node::Not(test) => self.program.push(Inst::Not(*test)),
            Node::End => self.program.push(Inst::End),
            Node::Opt(inner) => {
                let split = self.program.len();
                self.program.push(Inst::Split(split as u32 + 1, 0));
                self.emit(inner);
                let end = self.program.len() as u32;
                self.patch(split, Inst::Split(split as u32 + 1, end));
            }
            Node::Alt(branches) => {
                let mut jumps = Vec::new();
                for (i, branch) in branches.iter().enumerate() {
                    if i + 1 == branches.len() {
                        self.emit(branch);
                        break;
                    }
                    let split = self.program.len();
                    self.program.push(Inst::Split(split as u32 + 1, 0));
                    self.emit(branch);
                    jumps.push(self.program.len());
                    self.program.push(Inst::Jump(0));
                    let next = self.program.len() as u32;
                    self.patch(split, Inst::Split(split as u32 + 1, next));
                }
                let end = self.program.len() as u32;
                for jump in jumps {
                    self.patch(jump, Inst::Jump(end));
                }
            }
        }
    }

    fn patch(&mut self, at: usize, inst: Inst) {
        if let Some(place) = self.program.get_mut(at) {
            *place = inst;
        }
    }
}

/// Collects the tests a program may start with.
pub fn first_tests(program: &[Inst], at: usize, found: &mut Vec<Test>) {
    match program.get(at) {
        Some(Inst::Take { test, .. }) => found.push(*test),
        Some(Inst::Split(a, b)) => {
            first_tests(program, *a as usize, found);
            first_tests(program, *b as usize, found);
        }
        Some(Inst::Jump(to)) => first_tests(program, *to as usize, found),
        Some(Inst::Not(_) | Inst::End) => first_tests(program, at + 1, found),
        Some(Inst::Match) | None => {}
    }
}

/// Bits of what a token is, for [`Test::bits`].
pub const MARK: u64 = 1 << 60;
/// A run of digits.
pub const DIGITS: u64 = 1 << 61;
/// A word.
pub const WORD: u64 = 1 << 62;

/// The bit of a class, which others may share.
pub fn class_bit(class: Class) -> u64 {
    1 << (class.0 % 60)
}

impl Test {
    /// Bits of which a token that passes has one; all where passing is not told by the token alone.
    fn bits(self) -> u64 {
        match self {
            Self::Class(class) => class_bit(class),
            Self::Punct(_) => MARK,
            Self::Capital | Self::Lower => WORD,
            Self::Number | Self::YearWords => u64::MAX,
            Self::Opening | Self::AfterDay | Self::AfterYear => u64::MAX,
            _ => DIGITS,
        }
    }
}

/// Bits of which the token behind the first one has one where a program that takes a word of `class` first can match; all where it may end there.
pub fn second_bits(program: &[Inst], at: usize, class: Class) -> u64 {
    match program.get(at) {
        Some(Inst::Take { test, .. }) if *test == Test::Class(class) => next_bits(program, at + 1),
        Some(Inst::Split(a, b)) => {
            let branch = |to: &u32| second_bits(program, *to as usize, class);
            branch(a) | branch(b)
        }
        Some(Inst::Jump(to)) => second_bits(program, *to as usize, class),
        Some(Inst::Not(_) | Inst::End) => second_bits(program, at + 1, class),
        Some(Inst::Take { .. } | Inst::Match) | None => 0,
    }
}

fn next_bits(program: &[Inst], at: usize) -> u64 {
    match program.get(at) {
        Some(Inst::Take { test, .. }) => test.bits(),
        Some(Inst::Split(a, b)) => {
            next_bits(program, *a as usize) | next_bits(program, *b as usize)
        }
        Some(Inst::Jump(to)) => next_bits(program, *to as usize),
        Some(Inst::Not(_) | Inst::End) => next_bits(program, at + 1),
        Some(Inst::Match) | None => u64::MAX,
    }
}

/// Demands that whatever a node takes first stands without space before it.
fn tighten(node: &mut Node) {
    match node {
        Node::Take(_, glue, _) => *glue = Glue::Tight,
        Node::Seq(items) => {
            if let Some(first) = items.first_mut() {
                tighten(first);
            }
        }
        Node::Alt(branches) => branches.iter_mut().for_each(tighten),
        Node::Opt(inner) => tighten(inner),
        Node::Not(_) | Node::End => {}
    }
}

fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('\'')?.strip_suffix('\'')
}

fn slot_named(name: &str) -> Result<Slot, String> {
    ron::from_str(name).map_err(|_| format!("{name:?} is no slot"))
}

fn lex(pattern: &str) -> Result<Vec<String>, String> {
    let mut tokens = Vec::new();
    let mut chars = pattern.chars().peekable();
    while let Some(&c) = chars.peek() {
        if c.is_whitespace() {
            chars.next();
        } else if matches!(c, '(' | ')' | '|' | '?') {
            chars.next();
            tokens.push(c.to_string());
        } else {
            let mut token = String::new();
            let mut inside = false;
            while let Some(&c) = chars.peek() {
                if !inside && (c.is_whitespace() || matches!(c, '(' | ')' | '|' | '?')) {
                    break;
                }
                inside ^= c == '\'';
                token.push(c);
                chars.next();
            }
            if inside {
                return Err(format!("a quote is not closed in {pattern:?}"));
            }
            tokens.push(token);
        }
    }
    Ok(tokens)
}
