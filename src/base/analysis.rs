//! What the stages find in one article: sentences, tokens, trees, time expressions, mentions, clusters.
//!
//! In: nothing. Out: plain records. Invariants: spans are byte ranges of the article's clean text; token indices count inside their sentence;
//! records of one kind are sorted by span.

use super::date::Interval;
use super::span::Span;
use serde::{Deserialize, Serialize};

/// Universal part of speech (Universal Dependencies 2).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the names are the standard's own")]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    #[default]
    X,
}

/// A word, number or punctuation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
}

/// A sentence (or headline, or list item) inside one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Index of its block in `Article::blocks`.
    pub block: usize,
    /// Its tokens.
    pub tokens: Vec<Token>,
}

/// A relation of the treebanks. There are a few dozen, and each word's is asked for many times: so it is copied and not allocated, and what stands before
/// its subtype is worked out once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Label {
    whole: &'static str,
    plain: &'static str,
}

impl Label {
    /// The whole of it.
    #[inline]
    pub fn as_str(&self) -> &'static str {
        self.whole
    }
}

impl From<&'static str> for Label {
    #[inline]
    fn from(whole: &'static str) -> Self {
        let plain = whole.split(':').next().unwrap_or(whole);
        Self { whole, plain }
    }
}

impl std::ops::Deref for Label {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.whole
    }
}

impl PartialEq<&str> for Label {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        self.whole == *other
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.whole)
    }
}

/// The dependents of every token of a tree, left to right, in two lists for the whole sentence.
#[derive(Debug, Clone, Default)]
pub struct Dependents {
    /// Where those of each token begin in the other list.
    starts: Vec<usize>,
    tokens: Vec<usize>,
}

impl Dependents {
    /// Gathers what depends on the first `n` tokens among themselves. O(tokens).
    pub fn new(tree: &Tree, n: usize) -> Self {
        let head = |i: usize| tree.nodes.get(i).and_then(|node| node.head);
        let head = |i: usize| head(i).filter(|&h| h < n && h != i);
        let mut starts = vec![0; n + 2];
        for h in (0..n).filter_map(head) {
            starts[h + 2] += 1;
        }
        for h in 2..n + 2 {
            starts[h] += starts[h - 1];
        }
        // The start of each list moves to its end as the list is filled, where the next one starts.
        let mut tokens = vec![0; starts[n + 1]];
        for (i, h) in (0..n).filter_map(|i| Some((i, head(i)?))) {
            tokens[starts[h + 1]] = i;
            starts[h + 1] += 1;
        }
        Self { starts, tokens }
    }

    /// Returns the dependents of a token, left to right; none outside the sentence.
    #[inline]
    pub fn of(&self, head: usize) -> &[usize] {
        let (from, to) = (self.starts.get(head), self.starts.get(head + 1));
        match (from, to) {
            (Some(&from), Some(&to)) => self.tokens.get(from..to).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// A token's place in the dependency tree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Part of speech.
    pub upos: Upos,
    /// Composite tag of our tagger: part of speech plus verb form, voice, case (see data/models).
    pub tag: &'static str,
    /// Index of the head token, `None` for the root.
    pub head: Option<usize>,
    /// Relation to the head, a UD 2 label with subtype ("nsubj:pass").
    pub deprel: Label,
    /// How sure the parser is of the arc, in [0,1].
    pub confidence: f32,
}

impl Node {
    /// Returns the relation without its subtype.
    #[inline]
    pub fn relation(&self) -> &'static str {
        self.deprel.plain
    }
}

/// The dependency tree of one sentence; `nodes` runs beside `Sentence::tokens`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tree {
    /// One node a token.
    pub nodes: Vec<Node>,
}

/// TIMEX3 type of a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexKind {
    /// A calendar date or a reference such as "now".
    Date,
    /// A time of day on a date.
    Time,
    /// A length of time.
    Duration,
    /// A repetition.
    Set,
}

/// What a resolved date rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateBasis {
    /// The text gives the full date.
    Explicit,
    /// A weekday, counted from the article's date.
    Weekday,
    /// "yesterday", "two weeks ago", or a partial date completed by the article's date.
    Relative,
    /// Completed by another date of the story.
    Narrative,
    /// The article's date stands in.
    Publication,
    /// No date.
    None,
}

impl DateBasis {
    /// The word for it in records and exports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Weekday => "weekday",
            Self::Relative => "relative",
            Self::Narrative => "narrative",
            Self::Publication => "publication",
            Self::None => "none",
        }
    }
}

/// One time expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Timex {
    /// Where it stands.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexKind,
    /// TIMEX3 value ("2023-09-21", "P3W", "PAST_REF", "2025-W43-WE").
    pub value: String,
    /// The days it covers, `None` where it names none (durations, sets, references) or needs an anchor that is missing.
    pub interval: Option<Interval>,
    /// What the interval rests on.
    pub basis: DateBasis,
    /// May it date an event? False for ages, sets, PRESENT_REF and the like.
    pub dates_events: bool,
    /// Id of the rule in `temporal.ron`.
    pub rule: String,
    /// How sure the resolution is, in [0,1].
    pub confidence: f32,
}

/// Class of an actor or place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum EntityClass {
    /// A human being.
    Person,
    /// A body with a name: parties, ministries, companies, media, alliances.
    Organisation,
    /// A state or territory, also when its capital or government stands for it.
    Country,
    /// A place that does not act.
    Place,
    /// People without a proper name of their own: troops, separatists, officials.
    Group,
}

impl EntityClass {
    /// Every class, in the order reports use.
    pub const ALL: [EntityClass; 5] = [
        Self::Person,
        Self::Organisation,
        Self::Country,
        Self::Place,
        Self::Group,
    ];

    /// Returns the upper-case name that records carry.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "PERSON",
            Self::Organisation => "ORGANISATION",
            Self::Country => "COUNTRY",
            Self::Place => "PLACE",
            Self::Group => "GROUP",
        }
    }
}

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionForm {
    /// A proper name.
    Name,
    /// A capital or a seat of government that stands for the state.
    Metonym,
    /// A role noun without a name ("utrikesministern", "der Kremlchef").
    Role,
    /// A group noun phrase ("armeniska separatisterna").
    Nominal,
    /// A pronoun.
    Pronoun,
}

/// The role a title gives its holder: "Rysslands utrikesminister".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Id of the title entry ("foreign_minister").
    pub title: String,
    /// Relation predicate it implies, from `data/ontology/relations.ron` ("FOREIGN_MINISTER_OF"); `None` for mere descriptions.
    pub predicate: Option<String>,
    /// What the role is of: a country's id, an organisation's id, or the text of a name in the same sentence.
    pub object: Option<RoleObject>,
    /// "former", "ehemaliger": the role is over.
    pub former: bool,
    /// The words that say so, title and name.
    pub span: Span,
}

/// What a role is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoleObject {
    /// A gazetteer entry, by id.
    Entry(String),
    /// Another mention of the article, by index into the list of mentions.
    Mention(usize),
}

/// One mention of an actor or place.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where it stands: the name itself, without title and preposition, with a genitive ending if it has one.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// Class.
    pub class: EntityClass,
    /// How it refers.
    pub form: MentionForm,
    /// Gazetteer entry it names, by id.
    pub entry: Option<String>,
    /// ISO 3166 alpha-3 code (or IGO, NGO, IMG …) of the country it is or belongs to.
    pub country: Option<String>,
    /// PLOVER sector ("GOV", "MIL").
    pub sector: Option<String>,
    /// Gender where a title, pronoun or given name tells: 'm', 'f', 'n'.
    pub gender: Option<char>,
    /// More than one person or thing.
    pub plural: bool,
    /// Role given by a title next to it.
    pub role: Option<Role>,
    /// The group with the name that tells whose it is ("USA:s styrkor", "army of Sudan"), where that is a mention of its own.
    pub phrase: Option<Span>,
    /// What it was found by, for `analyze mentions` ("tagger", "gazetteer", "title:foreign_minister").
    pub evidence: Vec<String>,
    /// How sure, in [0,1].
    pub confidence: f32,
}

/// Mentions of one article that mean the same actor or place.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// Canonical name: the gazetteer's English name if linked, else the most complete form in the text.
    pub name: String,
    /// Class.
    pub class: EntityClass,
    /// Gazetteer entry, if linked.
    pub entry: Option<String>,
    /// Country code.
    pub country: Option<String>,
    /// Sector.
    pub sector: Option<String>,
    /// Indices of its mentions, ascending.
    pub mentions: Vec<usize>,
    /// Clusters it stands for together ("both countries"); empty: it stands for itself.
    pub members: Vec<usize>,
    /// Why the mentions were put together, for `analyze names`.
    pub reasons: Vec<String>,
}

/// How the date of an act follows from a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Counting {
    /// It is that date.
    #[default]
    On,
    /// It lies before that date by a length of time ("on Friday, three days after …"), whose expression is given by index.
    Before(usize),
    /// It is where that date starts ("since 2018, when …").
    Start,
    /// No expression dates it, and it came at some time after what was told before ("later criticised X").
    Later,
}

/// One event as one clause tells it, before its participants are clustered and its date is settled.
#[derive(Debug, Clone, PartialEq)]
pub struct EventMention {
    /// Id of the trigger entry.
    pub rule: String,
    /// Event type of the ontology.
    pub event_type: String,
    /// Mode.
    pub mode: Option<String>,
    /// Index of its sentence.
    pub sentence: usize,
    /// The words that name the event.
    pub trigger: Span,
    /// The sentence or clause that tells it.
    pub quote: Span,
    /// Mentions that act, by index.
    pub actors: Vec<usize>,
    /// Mentions acted upon, by index.
    pub recipients: Vec<usize>,
    /// All take part alike.
    pub symmetric: bool,
    /// The third party, by mention index.
    pub mediator: Option<usize>,
    /// The place, by mention index.
    pub location: Option<usize>,
    /// Who says so, by mention index.
    pub reporter: Option<usize>,
    /// The time expression that dates it, by index.
    pub timex: Option<usize>,
    /// How the date follows from that expression.
    pub counting: Counting,
    /// Did it take place?
    pub status: super::record::Status,
    /// Background: it lies more than a year before the report that tells it.
    pub historical: bool,
    /// How sure, in [0,1].
    pub confidence: f32,
    /// How each part was found, for `analyze events`.
    pub reasons: Vec<String>,
}
