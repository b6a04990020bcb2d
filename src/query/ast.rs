//! What a statement says, with the place of every part in its text.
//!
//! In: nothing. Out: plain data. Invariant: every name, date and clause carries the span of its words, so that any later stage can put a caret
//! under them. Does not: know which entities exist; a name is its words until [`super::names`] resolves it.

use crate::base::date::Interval;
use crate::base::record::Status;
use crate::base::span::Span;
use std::collections::BTreeMap;

/// A value with its place in the statement's text.
#[derive(Debug, Clone, PartialEq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> At<T> {
    /// Puts a value at a place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// How the user pointed at an entity.
#[derive(Debug, Clone, PartialEq)]
pub enum EntityTerm {
    /// By name, in any spelling; `class` as typed in front ("person:").
    Name {
        /// The words, single-spaced, quotes removed.
        text: String,
        /// Class prefix, lower case.
        class: Option<String>,
        /// Quoted names are taken whole.
        quoted: bool,
    },
    /// By id, without the `@`.
    Id(String),
    /// By variable or parameter, without the `$`.
    Variable(String),
}

/// An entity as typed.
pub type EntityExpr = At<EntityTerm>;

/// How two parts of a list were joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// "and".
    Word,
    /// "with".
    With,
    /// "vs", "versus": between sides of a comparison.
    Versus,
    /// An en dash.
    Dash,
    /// `<->`, `--`.
    Arrow,
    /// A comma.
    Comma,
}

/// Entities in a row; which neighbouring parts form one name ("Trinidad and Tobago") is decided when names are resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct EntityList {
    /// The parts, at least one.
    pub parts: Vec<EntityExpr>,
    /// What stands between them: one fewer.
    pub joints: Vec<Joint>,
}

/// A calendar unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Day,
    /// Seven days.
    Week,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
    /// Ten calendar years, from one that ends in 0.
    Decade,
}

/// A date as typed.
#[derive(Debug, Clone, PartialEq)]
pub enum DateTerm {
    /// A calendar date of any precision.
    Fixed(Interval),
    /// `today`.
    Today,
    /// `yesterday`.
    Yesterday,
    /// `3 months ago`.
    Ago(u32, Unit),
    /// `this year` (0), `last month` (1): a whole calendar unit, so many ago.
    Whole(u32, Unit),
    /// `March` without a year: the latest that has begun.
    Month(u32),
    /// `8 August` without a year: the latest that has begun; month, day.
    DayOfYear(u32, u32),
    /// `$since`.
    Variable(String),
}

/// A date with its place.
pub type DateExpr = At<DateTerm>;

/// The criterion of a journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// Arrives first.
    Earliest,
    /// Leaves last.
    Latest,
    /// Takes the fewest days.
    Fastest,
    /// Takes the fewest steps.
    Shortest,
}

/// A measure of `top`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Events taken part in.
    Events,
    /// Distinct partners.
    Degree,
    /// Reports that name it.
    Mentions,
    /// PageRank.
    PageRank,
    /// Betweenness.
    Betweenness,
}

/// What `top` counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopKind {
    /// Everybody who acts.
    Actors,
    /// Persons.
    Persons,
    /// Organisations.
    Orgs,
    /// Countries.
    Countries,
    /// Places of events.
    Places,
    /// Pairs of actors.
    Pairs,
    /// Event types.
    Types,
    /// Articles' sources.
    Sources,
}

/// What `compare` and `stats` group by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    /// Event type.
    Type,
    /// Day.
    Day,
    /// ISO week.
    Week,
    /// Month.
    Month,
    /// Year.
    Year,
    /// Place.
    Place,
    /// Publisher or file.
    Source,
    /// Language of the report.
    Language,
}

/// An event type as typed: resolved by the vocabulary while parsing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TypeTerm {
    /// The word as typed.
    pub word: String,
    /// Name of the type in the ontology.
    pub event_type: String,
    /// Mode, `None` for all of them.
    pub mode: Option<String>,
    /// Other readings of the word, as they are typed exactly.
    pub others: Vec<String>,
    /// Those who act and those who are acted upon are exchanged (`host reversed`).
    pub reversed: bool,
    /// The word names no type: lemmas by language of the words that events must be told with.
    pub told: BTreeMap<String, Vec<String>>,
}

/// What an event asked for has to do with an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Takes part in any role.
    Any,
    /// Acts ("by").
    Actor,
    /// Is acted upon ("to", "against").
    Recipient,
}

impl Role {
    /// The other side of an event.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Any => Self::Any,
            Self::Actor => Self::Recipient,
            Self::Recipient => Self::Actor,
        }
    }
}

/// Restricts or orders what a verb answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Clause {
    /// `since D`.
    Since(DateExpr),
    /// `after D`.
    After(DateExpr),
    /// `until D`.
    Until(DateExpr),
    /// `before D`.
    Before(DateExpr),
    /// `in D`, `during D`, `on D`, `in D..D`, `from D to D`.
    During(DateExpr, Option<DateExpr>),
    /// `last N UNIT`.
    Last(u32, Unit),
    /// `around D ± N UNIT`.
    Around(DateExpr, Option<(u32, Unit)>),
    /// `as of D`.
    AsOf(DateExpr),
    /// `within N hops`.
    Hops(u32),
    /// `type T,…`, `only T,…`.
    Types(Vec<At<TypeTerm>>),
    /// `without T,…`.
    Without(Vec<At<TypeTerm>>),
    /// `in PLACE`, `at PLACE`.
    Place(EntityExpr),
    /// `reported by E`.
    ReportedBy(EntityExpr),
    /// `reported or said by E`: what is told on somebody's word, and what they said to or of others.
    SaidBy(EntityExpr),
    /// `not in PLACE`: leaves out what happened there.
    NotPlace(EntityExpr),
    /// `undated` (`false`), `not undated` (`true`).
    Dated(bool),
    /// `from source S`.
    Source(At<String>),
    /// `lang L`.
    Language(At<String>),
    /// `mentioning WORD,…`: words that a sentence of the event holds.
    Mentioning(Vec<At<String>>),
    /// `conf >= N`.
    Confidence(f32),
    /// `status happened|planned|denied|hypothetical,…`, `status any`, `not planned`.
    Statuses(Vec<Status>),
    /// `historical` (`true`), `not historical` (`false`).
    Historical(bool),
    /// `sort by C [asc|desc]`.
    Sort(At<String>, bool),
    /// `limit N`.
    Limit(usize),
    /// `via E,…`.
    Via(Vec<EntityExpr>),
    /// `avoiding E,…`.
    Avoiding(Vec<EntityExpr>),
    /// `in order`, with the longest wait.
    InOrder(Option<(u32, Unit)>),
    /// `earliest`, `latest`, `fastest`, `shortest`.
    Criterion(Criterion),
    /// `strict`.
    Strict,
    /// `certain dates` (`true`), `possible dates` (`false`).
    Certain(bool),
    /// `by E`, `by E or E` of events.
    With(Role, Vec<EntityExpr>),
    /// `not with E`: leaves out what the entity takes part in.
    NotWith(EntityExpr),
    /// `between A and B` of events.
    Between(EntityList),
}

impl Clause {
    /// Tells whether it bounds the time of events.
    pub fn is_time(&self) -> bool {
        matches!(
            self,
            Self::Since(_)
                | Self::After(_)
                | Self::Until(_)
                | Self::Before(_)
                | Self::During(..)
                | Self::Last(..)
                | Self::Around(..)
        )
    }
}

/// A clause with its place.
pub type ClauseExpr = At<Clause>;

/// A row of the last result or an event id.
#[derive(Debug, Clone, PartialEq)]
pub enum Reference {
    /// `#3`, `3`.
    Row(usize),
    /// `e42…`: prefix of an event id.
    Event(String),
}

/// What `evidence` and `why` are asked about.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// A row or an event.
    Reference(At<Reference>),
    /// One entity or a pair.
    Entities(EntityList),
}

/// What `find` looks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Pattern {
    /// A name in any spelling.
    Entity(EntityExpr),
    /// A regular expression over all spellings, and whether case is ignored.
    Regex(At<String>, bool),
}

/// A list that `show` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Event types met in the graph.
    Types,
    /// Node and edge kinds with counts.
    Schema,
    /// Publishers and files.
    Sources,
    /// Articles.
    Articles,
    /// Saved queries.
    Queries,
    /// Settings.
    Settings,
    /// Variables.
    Variables,
}

/// A literal of `let`, `run` and `set`.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text, quoted or bare.
    Text(String),
    /// A number.
    Number(f64),
    /// A date.
    Date(DateTerm),
}

/// What a variable is set to.
#[derive(Debug, Clone, PartialEq)]
pub enum Assigned {
    /// A value.
    Value(At<Value>),
    /// The answer of a query.
    Query(Box<Query>),
}

/// The number of rows of `top all`.
pub const ALL_ROWS: usize = usize::MAX;

/// What the statement asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Verb {
    /// `find PATTERN`.
    Find(Pattern),
    /// `show ENTITY`.
    Show(EntityExpr),
    /// `show #3`.
    ShowReference(At<Reference>),
    /// `show TOPIC`.
    ShowTopic(Topic),
    /// `neighbors ENTITY`.
    Neighbors(EntityExpr),
    /// `path A to B`; `all` for the plural, `journey` where dates must not run back.
    Path {
        /// Where it starts.
        from: EntityExpr,
        /// Where it ends.
        to: EntityExpr,
        /// Several answers are wanted.
        all: bool,
        /// Events must follow one another in time.
        journey: bool,
    },
    /// `between A and B`.
    Between(EntityList),
    /// `events …`; roles are clauses.
    Events,
    /// `timeline A and B`, `timeline A`.
    Timeline(EntityList),
    /// `common A, B`.
    Common(EntityList),
    /// `top N KIND by MEASURE`.
    Top {
        /// How many; [`ALL_ROWS`] for `all`.
        n: Option<usize>,
        /// Of what.
        kind: TopKind,
        /// By what.
        measure: Option<Measure>,
    },
    /// `compare A, B by DIMENSION`, `compare A and B vs C and D`: one list of single sides, or a list a side.
    Compare(Vec<EntityList>, Option<Dimension>),
    /// `stats [A [and B]] by DIMENSION`.
    Stats(Option<EntityList>, Option<Dimension>),
    /// `count QUESTION`: how many rows the question has.
    Count(Box<Verb>),
    /// `evidence SUBJECT`.
    Evidence(Subject),
    /// `changes`.
    Changes,
    /// `export FORMAT of … to FILE`.
    Export {
        /// Format name.
        format: At<String>,
        /// What is exported; `None` is the whole graph.
        what: Option<Box<Exported>>,
        /// Where to.
        file: At<String>,
    },
    /// `run FILE NAME=VALUE…`.
    Run(At<String>, Vec<(At<String>, At<Value>)>),
    /// `save [last] as NAME : "about"`.
    Save(At<String>, Option<String>),
    /// `let $x = …`.
    Let(At<String>, Assigned),
    /// `set [NAME [VALUE]]`.
    Set(Option<At<String>>, Option<At<Value>>),
    /// `help [WORD]`.
    Help(Option<At<String>>),
    /// `why SUBJECT`.
    Why(Subject),
    /// `same A and B` (`true`), `notsame A and B` (`false`); also a row of `candidates`.
    Judge(bool, Subject),
    /// `yes`: keeps the judgement that was just shown.
    Yes,
    /// `no`: drops it.
    No,
    /// `undo`: takes the latest judgement back.
    Undo,
    /// `candidates [ENTITY]`: pairs that may be one.
    Candidates(Option<EntityExpr>),
    /// `history`.
    History,
    /// `clear`.
    Clear,
    /// `quit`.
    Quit,
}

/// What `export` writes.
#[derive(Debug, Clone, PartialEq)]
pub enum Exported {
    /// The last result.
    Last,
    /// The answer of a query.
    Query(Query),
}

/// Where an answer goes.
#[derive(Debug, Clone, PartialEq)]
pub enum Sink {
    /// `as FORMAT`.
    Format(At<String>),
    /// `> FILE` (`false`), `>> FILE` (`true`).
    File(At<String>, bool),
    /// `| COMMAND`.
    Pipe(At<String>),
}

/// What is asked, and how it is restricted and ordered.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// What is asked.
    pub verb: Verb,
    /// Restrictions and order, as typed.
    pub clauses: Vec<ClauseExpr>,
    /// The words of the query.
    pub span: Span,
}

/// One statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// `explain`: print the plan instead of running it.
    pub explain: bool,
    /// `profile`: run it and print what each step took.
    pub profile: bool,
    /// What is asked.
    pub query: Query,
    /// Where the answer goes.
    pub sinks: Vec<Sink>,
}
