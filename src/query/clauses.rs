//! The clauses of the grammar and its dates.
//!
//! In: the parser at a clause. Out: [`Clause`]s with places. Invariant: a clause is read only where the verb takes it; "in" with a date-shaped word
//! is time, else a place.

use super::ast::{
    At, Clause, ClauseExpr, Criterion, DateExpr, DateTerm, EntityExpr, Role, TypeTerm, Unit,
};
use super::expect::Slot;
use super::lexer::Kind;
use super::parse::{Parsed, Parser};
use crate::base::date::Interval;
use crate::base::record::Status;
use chrono::NaiveDate;

/// Which clauses a verb takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed(u16);

impl Allowed {
    /// None.
    pub const NONE: Self = Self(0);
    /// Windows of event time.
    pub const TIME: Self = Self(1);
    /// Reporting time.
    pub const AS_OF: Self = Self(2);
    /// Number of steps.
    pub const HOPS: Self = Self(4);
    /// Event types, places, reporters, sources, languages, confidence, status, certain dates.
    pub const EVENTS: Self = Self(8);
    /// Order and limit.
    pub const ORDER: Self = Self(16);
    /// `via`, `avoiding`.
    pub const VIA: Self = Self(32);
    /// `in order`, criteria.
    pub const JOURNEY: Self = Self(64);
    /// `by`, `to`, `with`, `between`.
    pub const ROLES: Self = Self(128);
    /// What nearly every question takes.
    pub const QUESTION: Self = Self(1 | 2 | 8 | 16);

    /// Joins two sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

const UNITS: [(&str, Unit); 8] = [
    ("days", Unit::Day),
    ("weeks", Unit::Week),
    ("months", Unit::Month),
    ("years", Unit::Year),
    ("day", Unit::Day),
    ("week", Unit::Week),
    ("month", Unit::Month),
    ("year", Unit::Year),
];

/// Most words of what answers show for a type.
const LONGEST_LABEL: usize = 6;

/// The words of `status`; answers say "denied" for what is negated.
pub const STATUSES: [(&str, Status); 5] = [
    ("happened", Status::Happened),
    ("planned", Status::Planned),
    ("denied", Status::Negated),
    ("hypothetical", Status::Hypothetical),
    ("negated", Status::Negated),
];

/// The word for what lies more than a year before its report, or was told as background.
pub const HISTORICAL: &str = "historical";

impl Parser<'_> {
    /// Reads every clause that stands here.
    pub(super) fn clauses(&mut self, allowed: Allowed) -> Parsed<Vec<ClauseExpr>> {
        let mut clauses = Vec::new();
        loop {
            let start = self.here();
            let at = self.at;
            let Some(clause) = self.clause(allowed)? else {
                self.at = at;
                return Ok(clauses);
            };
            clauses.push(At::new(clause, self.since(start)));
        }
    }

    fn clause(&mut self, allowed: Allowed) -> Parsed<Option<Clause>> {
        if allowed.has(Allowed::ROLES)
            && let Some(clause) = self.role()?
        {
            return Ok(Some(clause));
        }
        if allowed.has(Allowed::JOURNEY)
            && let Some(clause) = self.journey()?
        {
            return Ok(Some(clause));
        }
        if allowed.has(Allowed::TIME)
            && let Some(clause) = self.time()?
        {
            return Ok(Some(clause));
        }
        if allowed.has(Allowed::EVENTS)
            && let Some(clause) = self.event_filter()?
        {
            return Ok(Some(clause));
        }
        if allowed.has(Allowed::AS_OF) && self.at_word("as") && self.is_word(1, "of") {
            self.at += 2;
            return Ok(Some(Clause::AsOf(self.date()?)));
        }
        if allowed.has(Allowed::VIA) {
            if self.eat("via") || self.eat("through") {
                return Ok(Some(Clause::Via(self.entities()?)));
            }
            if self.eat("avoiding") {
                return Ok(Some(Clause::Avoiding(self.entities()?)));
            }
        }
        if allowed.has(Allowed::HOPS)
            && let Some(clause) = self.hops()?
        {
            return Ok(Some(clause));
        }
        if allowed.has(Allowed::ORDER) {
            return self.order();
        }
        Ok(None)
    }

    fn entities(&mut self) -> Parsed<Vec<EntityExpr>> {
        let mut list = vec![self.entity()?];
        while self.eat_kind(Kind::Comma).is_some() {
            list.push(self.entity()?);
        }
        Ok(list)
    }

    fn role(&mut self) -> Parsed<Option<Clause>> {
        if self.eat("between") {
            return Ok(Some(Clause::Between(self.entity_list(false)?)));
        }
        if self.exporting && self.is_word(0, "to") && self.file_follows() {
            return Ok(None);
        }
        let role = match self.eat_any(&["of", "with", "about", "by", "to", "against"]) {
            Some("by") => Role::Actor,
            Some("to" | "against") => Role::Recipient,
            Some(_) => Role::Any,
            None => return Ok(None),
        };
        Ok(Some(Clause::With(role, self.entity()?)))
    }

    /// Tells whether the words after the next one look like a file name: a suffix or a folder in it.
    fn file_follows(&self) -> bool {
        let Some(token) = self.peek_at(1) else {
            return false;
        };
        let word = self.words(token).trim_matches(['"', '\'']);
        word.contains('/')
            || std::path::Path::new(word)
                .extension()
                .is_some_and(|e| !e.is_empty() && e.len() <= 7)
    }

    fn journey(&mut self) -> Parsed<Option<Clause>> {
        if self.at_word("in") && self.is_word(1, "order") {
            self.at += 2;
            return Ok(Some(Clause::InOrder(self.gap()?)));
        }
        if let Some(gap) = self.gap()? {
            return Ok(Some(Clause::InOrder(Some(gap))));
        }
        Ok(
            match self.eat_any(&["earliest", "latest", "fastest", "shortest", "strict"]) {
                Some("earliest") => Some(Clause::Criterion(Criterion::Earliest)),
                Some("latest") => Some(Clause::Criterion(Criterion::Latest)),
                Some("fastest") => Some(Clause::Criterion(Criterion::Fastest)),
                Some("shortest") => Some(Clause::Criterion(Criterion::Shortest)),
                Some(_) => Some(Clause::Strict),
                None => None,
            },
        )
    }

    fn gap(&mut self) -> Parsed<Option<(u32, Unit)>> {
        if !self.eat("gap") {
            return Ok(None);
        }
        if self.eat_kind(Kind::AtMost).is_none() {
            self.expect(Slot::Word("<="));
            return Err(self.unexpected());
        }
        self.count_of_units().map(Some)
    }

    /// `happened`, `not planned, denied`, `historical`: behind the other words of a question.
    pub(super) fn standing(&mut self) -> Option<Clause> {
        let not = self.is_word(0, "not") && self.is_standing(1);
        if not {
            self.at += 1;
        }
        if self.is_word(0, HISTORICAL) {
            self.at += 1;
            return Some(Clause::Historical(!not));
        }
        let mut named = vec![self.status_word()?];
        loop {
            let at = self.at;
            let comma = self.eat_kind(Kind::Comma).is_some();
            let again = not && self.is_word(0, "not");
            self.at += usize::from(again);
            match self.status_word().filter(|_| comma || again) {
                Some(status) => named.push(status),
                None => {
                    self.at = at;
                    break;
                }
            }
        }
        if not {
            let others = Status::ALL.into_iter().filter(|s| !named.contains(s));
            return Some(Clause::Statuses(others.collect()));
        }
        Some(Clause::Statuses(named))
    }

    /// Tells whether a word `ahead` says how an event stands to what happened.
    pub(super) fn is_standing(&self, ahead: usize) -> bool {
        self.is_word(ahead, HISTORICAL) || STATUSES.iter().any(|(w, _)| self.is_word(ahead, w))
    }

    /// Tells whether such words close the statement, or stand in front of another clause.
    pub(super) fn standing_follows(&self) -> bool {
        let from = usize::from(self.is_word(0, "not"));
        let reserved = |t: super::lexer::Token| {
            t.kind != Kind::Word
                || super::parse::RESERVED.iter().any(|r| r.eq_ignore_ascii_case(self.words(t)))
                || self.is_standing(from + 1)
                || self.is_word(from + 1, "not")
        };
        self.is_standing(from) && self.peek_at(from + 1).is_none_or(reserved)
    }

    fn time(&mut self) -> Parsed<Option<Clause>> {
        if let Some(word) = self.eat_any(&["since", "after", "until", "before", "on", "around"]) {
            let date = self.date()?;
            return Ok(Some(match word {
                "since" => Clause::Since(date),
                "after" => Clause::After(date),
                "until" => Clause::Until(date),
                "before" => Clause::Before(date),
                "on" => Clause::During(date, None),
                _ => {
                    let margin = if self.eat_kind(Kind::PlusMinus).is_some() {
                        Some(self.count_of_units()?)
                    } else {
                        None
                    };
                    Clause::Around(date, margin)
                }
            }));
        }
        if self.at_word("last") && self.peek_at(1).is_some_and(|t| t.kind == Kind::Number) {
            self.at += 1;
            let (n, unit) = self.count_of_units()?;
            return Ok(Some(Clause::Last(n, unit)));
        }
        let whole = self.at_word("last") || self.is_word(0, "this");
        if whole && self.whole_follows(0) {
            return Ok(Some(Clause::During(self.date()?, None)));
        }
        if self.at_word("from") && !self.is_word(1, "source") && self.date_follows(1) {
            self.at += 1;
            let first = self.date()?;
            self.need("to")?;
            return Ok(Some(Clause::During(first, Some(self.date()?))));
        }
        if self.eat("during") {
            return self.period().map(Some);
        }
        if self.at_word("in") && (self.date_follows(1) || self.peek_at(1).is_none()) {
            self.at += 1;
            return self.period().map(Some);
        }
        if self.date_follows(0) && self.peek().is_some_and(|t| t.kind == Kind::Number) {
            return self.period().map(Some);
        }
        Ok(None)
    }

    fn period(&mut self) -> Parsed<Clause> {
        if self.at > 0 && self.peek().is_none() {
            self.expect(Slot::Entity);
        }
        let first = self.date()?;
        let range = self.eat_kind(Kind::Range).is_some() || self.eat_kind(Kind::Dash).is_some();
        let second = if range { Some(self.date()?) } else { None };
        Ok(Clause::During(first, second))
    }

    fn count_of_units(&mut self) -> Parsed<(u32, Unit)> {
        let Some(n) = self.integer() else {
            return Err(self.unexpected());
        };
        Ok((n.value, self.unit()?))
    }

    fn unit(&mut self) -> Parsed<Unit> {
        self.expect(Slot::Unit);
        let found = UNITS.iter().find(|(word, _)| self.is_word(0, word));
        let Some((_, unit)) = found else {
            return Err(self.unexpected());
        };
        self.at += 1;
        Ok(*unit)
    }

    fn event_filter(&mut self) -> Parsed<Option<Clause>> {
        if self.eat("type") || self.eat("only") {
            return Ok(Some(Clause::Types(self.types()?)));
        }
        if self.eat("without") {
            return Ok(Some(Clause::Without(self.types()?)));
        }
        if self.eat("in") || self.eat("at") {
            return Ok(Some(Clause::Place(self.entity()?)));
        }
        if self.eat("reported") {
            self.need("by")?;
            return Ok(Some(Clause::ReportedBy(self.entity()?)));
        }
        if self.at_word("from") && (self.is_word(1, "source") || self.peek_at(1).is_none()) {
            self.at += 1;
            self.need("source")?;
            return Ok(Some(Clause::Source(self.source()?)));
        }
        if self.eat("lang") {
            self.expect(Slot::Language);
            let token = self.eat_kind(Kind::Word).ok_or_else(|| self.unexpected())?;
            return Ok(Some(Clause::Language(At::new(
                self.words(token).to_lowercase(),
                token.span,
            ))));
        }
        if self.eat("conf") {
            self.expect(Slot::Word(">="));
            self.eat_kind(Kind::AtLeast)
                .ok_or_else(|| self.unexpected())?;
            self.expect(Slot::Number);
            let token = self
                .eat_kind(Kind::Number)
                .ok_or_else(|| self.unexpected())?;
            let value = self.words(token).parse().map_or_else(
                |_| self.error(token.span, "a confidence lies between 0 and 1".to_owned()),
                Ok,
            )?;
            return Ok(Some(Clause::Confidence(value)));
        }
        if self.eat("status") {
            return self.statuses().map(Some);
        }
        if self.standing_follows() {
            return Ok(self.standing());
        }
        for (word, certain) in [("certain", true), ("possible", false)] {
            if self.eat(word) {
                self.need("dates")?;
                return Ok(Some(Clause::Certain(certain)));
            }
        }
        Ok(None)
    }

    /// Reads the words of `status`: `any`, or several apart by commas.
    fn statuses(&mut self) -> Parsed<Clause> {
        if self.eat("any") {
            return Ok(Clause::Statuses(Status::ALL.to_vec()));
        }
        let mut found = Vec::new();
        loop {
            found.push(self.status_word().ok_or_else(|| self.unexpected())?);
            if self.eat_kind(Kind::Comma).is_none() {
                return Ok(Clause::Statuses(found));
            }
        }
    }

    /// Reads one word of `status` if it stands here.
    pub(super) fn status_word(&mut self) -> Option<Status> {
        let found = STATUSES.iter().find(|(word, _)| self.eat(word))?;
        Some(found.1)
    }

    fn source(&mut self) -> Parsed<At<String>> {
        self.expect(Slot::Source);
        if let Some(quoted) = self.quoted()? {
            return Ok(quoted);
        }
        let name = self.entity_in(Slot::Source)?;
        Ok(At::new(name.span.of(self.text).to_owned(), name.span))
    }

    /// Reads event types separated by commas.
    pub(super) fn types(&mut self) -> Parsed<Vec<At<TypeTerm>>> {
        let mut types = vec![self.event_type()?];
        while self.eat_kind(Kind::Comma).is_some() {
            types.push(self.event_type()?);
        }
        Ok(types)
    }

    fn event_type(&mut self) -> Parsed<At<TypeTerm>> {
        self.expect(Slot::Type);
        let token = self
            .peek()
            .filter(|t| t.kind == Kind::Word)
            .ok_or_else(|| self.unexpected())?;
        if let Some(term) = self.label() {
            return Ok(term);
        }
        let word = self.words(token);
        let known = self.vocabulary.event_type(word);
        let told = || {
            self.vocabulary
                .type_or_told(word)
                .filter(|_| self.knows_all)
        };
        let Some(mut term) = known.or_else(told) else {
            let suggestions = self.vocabulary.nearest_types(word);
            let message = format!("no event type \"{word}\"; `show types` lists them");
            return Err(super::expect::ParseError {
                message,
                span: token.span,
                suggestions,
                incomplete: false,
            });
        };
        self.at += 1;
        term.reversed = self.is_word(0, "reversed");
        self.at += usize::from(term.reversed);
        Ok(At::new(term, token.span))
    }

    /// Reads the words that answers show for a type ("phone call"), if several stand here.
    pub(super) fn label(&mut self) -> Option<At<TypeTerm>> {
        let start = self.here();
        let fits = |p: &Self, n: usize| {
            let end = p.peek_at(n - 1).filter(|t| t.kind == Kind::Word)?.span.end as usize;
            let words = p.text.get(start..end)?.split_whitespace();
            p.vocabulary
                .event_type(&words.collect::<Vec<_>>().join(" "))
        };
        let (n, term) = (2..=LONGEST_LABEL)
            .rev()
            .find_map(|n| Some((n, fits(self, n)?)))?;
        self.at += n;
        Some(At::new(term, self.since(start)))
    }

    fn hops(&mut self) -> Parsed<Option<Clause>> {
        let lead = self.eat_any(&["within", "max"]).is_some();
        let number = self.peek().is_some_and(|t| t.kind == Kind::Number);
        let unit = self.is_word(1, "hops") || self.is_word(1, "hop");
        if !(lead || number && unit) {
            return Ok(None);
        }
        let Some(n) = self.integer() else {
            return Err(self.unexpected());
        };
        if self.eat("hops") || self.is_word(0, "hop") {
            self.at += usize::from(self.is_word(0, "hop"));
            return Ok(Some(Clause::Hops(n.value)));
        }
        Err(self.unexpected())
    }

    fn order(&mut self) -> Parsed<Option<Clause>> {
        if self.eat("sort") || self.eat("order") {
            self.need("by")?;
            self.expect(Slot::Column);
            let token = self.eat_kind(Kind::Word).ok_or_else(|| self.unexpected())?;
            let descending = !self.eat("asc") && self.eat("desc");
            return Ok(Some(Clause::Sort(
                At::new(self.words(token).to_lowercase(), token.span),
                descending,
            )));
        }
        if self.eat("limit") {
            let Some(n) = self.integer() else {
                return Err(self.unexpected());
            };
            return Ok(Some(Clause::Limit(n.value as usize)));
        }
        Ok(None)
    }

    /// Tells whether `this year`, `last month` stand here.
    pub(super) fn whole_follows(&self, ahead: usize) -> bool {
        let named = ["this", "last"].iter().any(|w| self.is_word(ahead, w));
        let unit = ["day", "week", "month", "year"];
        named && unit.iter().any(|u| self.is_word(ahead + 1, u))
    }

    /// Tells whether the token `ahead` is a month without a year, and nobody's name.
    fn month_alone(&self, ahead: usize) -> bool {
        let Some(token) = self.peek_at(ahead).filter(|t| t.kind == Kind::Word) else {
            return false;
        };
        let word = self.words(token);
        let behind = self.peek_at(ahead + 1).is_none_or(|t| {
            t.kind != Kind::Number
                && (t.kind != Kind::Word
                    || super::parse::RESERVED.iter().any(|r| r.eq_ignore_ascii_case(self.words(t))))
        });
        behind && self.vocabulary.month(word).is_some() && !self.known.is_whole_name(word)
    }

    /// Tells whether the token `ahead` starts a date.
    pub(super) fn date_follows(&self, ahead: usize) -> bool {
        let Some(token) = self.peek_at(ahead) else {
            return false;
        };
        let word = self.words(token);
        let number_at = |n: usize| {
            self.peek_at(ahead + n)
                .is_some_and(|t| t.kind == Kind::Number)
        };
        match token.kind {
            Kind::Variable => true,
            Kind::Word => {
                ["today", "yesterday"]
                    .iter()
                    .any(|w| w.eq_ignore_ascii_case(word))
                    || (self.vocabulary.month(word).is_some() && number_at(1))
                    || self.month_alone(ahead)
                    || self.whole_follows(ahead)
            }
            Kind::Number => {
                let digits = word.bytes().take_while(u8::is_ascii_digit).count();
                let month = self
                    .peek_at(ahead + 1)
                    .is_some_and(|t| self.vocabulary.month(self.words(t)).is_some());
                let unit = UNITS.iter().any(|(w, _)| self.is_word(ahead + 1, w))
                    && self.is_word(ahead + 2, "ago");
                (digits == 4 && !word.contains(char::is_alphabetic))
                    || quarter(word).is_some()
                    || dotted(word).is_some()
                    || (digits == word.trim_end_matches('.').len() && (month || unit))
            }
            _ => false,
        }
    }

    /// Reads a date.
    pub(super) fn date(&mut self) -> Parsed<DateExpr> {
        self.expect(Slot::Date);
        let start = self.here();
        for (word, term) in [
            ("today", DateTerm::Today),
            ("yesterday", DateTerm::Yesterday),
        ] {
            if self.is_word(0, word) {
                self.at += 1;
                return Ok(At::new(term, self.since(start)));
            }
        }
        if self.whole_follows(0) {
            let ago = u32::from(self.is_word(0, "last"));
            self.at += 1;
            let unit = self.unit()?;
            return Ok(At::new(DateTerm::Whole(ago, unit), self.since(start)));
        }
        if self.month_alone(0) {
            let month = self.peek().and_then(|t| self.vocabulary.month(self.words(t)));
            self.at += 1;
            let term = DateTerm::Month(month.unwrap_or_default());
            return Ok(At::new(term, self.since(start)));
        }
        let Some(token) = self.peek() else {
            return Err(self.unexpected());
        };
        let word = self.words(token);
        self.at += 1;
        let term = match token.kind {
            Kind::Variable => Some(DateTerm::Variable(word.get(1..).unwrap_or("").to_owned())),
            Kind::Word => self.month_first(word),
            Kind::Number => self.number_first(word),
            _ => None,
        };
        let Some(term) = term else {
            self.at = start_token(self, start);
            if token.kind == Kind::Number {
                return self.error(token.span, format!("\"{word}\" is not a date; dates look like 2023, 2023-09, 2023-09-21, 21.9.2023, 21 September 2023, 2023-Q3, today, 3 months ago"));
            }
            return Err(self.unexpected());
        };
        Ok(At::new(term, self.since(start)))
    }

    /// `September 2023`, `September 21, 2023`.
    fn month_first(&mut self, word: &str) -> Option<DateTerm> {
        let month = self.vocabulary.month(word)?;
        let number = self.eat_kind(Kind::Number).map(|t| self.words(t))?;
        if number.len() == 4 {
            return Interval::month(number.parse().ok()?, month).map(DateTerm::Fixed);
        }
        let _ = self.eat_kind(Kind::Comma);
        let year = self.eat_kind(Kind::Number).map(|t| self.words(t))?;
        day(year, month, number).map(DateTerm::Fixed)
    }

    fn number_first(&mut self, word: &str) -> Option<DateTerm> {
        if let Some(interval) = quarter(word).or_else(|| dotted(word)) {
            return Some(DateTerm::Fixed(interval));
        }
        let bare = word.trim_end_matches('.');
        if let Some(month) = self
            .peek()
            .and_then(|t| self.vocabulary.month(self.words(t)))
        {
            self.at += 1;
            let year = self.eat_kind(Kind::Number).map(|t| self.words(t))?;
            return day(year, month, bare).map(DateTerm::Fixed);
        }
        if let Some((_, unit)) = UNITS.iter().find(|(w, _)| self.is_word(0, w)) {
            self.at += 1;
            return if self.eat("ago") {
                Some(DateTerm::Ago(bare.parse().ok()?, *unit))
            } else {
                None
            };
        }
        Interval::parse_edtf(bare).ok().map(DateTerm::Fixed)
    }
}

fn start_token(parser: &Parser<'_>, start: usize) -> usize {
    let mut at = parser.at;
    while at > 0 && parser.start_of(at - 1) >= start {
        at -= 1;
    }
    at
}

fn day(year: &str, month: u32, day: &str) -> Option<Interval> {
    let day = day.trim_end_matches(|c: char| !c.is_ascii_digit());
    NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?).map(Interval::day)
}

/// `2025-Q4`, `2025Q4`.
fn quarter(word: &str) -> Option<Interval> {
    let (year, number) = word.split_once(['q', 'Q'])?;
    let number: u32 = number.parse().ok().filter(|n| (1..=4).contains(n))?;
    let year: i32 = year.trim_end_matches('-').parse().ok()?;
    let first = Interval::month(year, number * 3 - 2)?;
    Some(Interval::between(
        first.lo,
        Interval::month(year, number * 3)?.hi,
        crate::base::date::Precision::Stretch,
    ))
}

/// `21.09.2023`.
fn dotted(word: &str) -> Option<Interval> {
    let mut parts = word.trim_end_matches('.').split('.');
    let (d, m, y) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || y.len() != 4 {
        return None;
    }
    day(y, m.parse().ok()?, d)
}
