//! The machine face: one JSON object an article, the contract between extraction, graph, scripts and other engines.
//!
//! In: nothing. Out: serde records; field names as in docs/RECORDS.md. Invariants: fields are added, never renamed; `span`s are `[start, end)` in
//! code points of the raw text and every `quote` is exactly that slice; lists are sorted by span; entity ids are local to the record until linking.

use super::analysis::EntityClass;
use super::diagnostic::Diagnostic;
use serde::{Deserialize, Serialize};

/// Whether a reported event took place.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Told as a fact.
    #[default]
    Happened,
    /// Announced or expected.
    Planned,
    /// Told as not done: refused, cancelled, denied.
    Negated,
    /// A condition, a wish, a possibility.
    Hypothetical,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [
        Self::Happened,
        Self::Planned,
        Self::Negated,
        Self::Hypothetical,
    ];

    /// The word for it in records, reasons and queries.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Planned => "planned",
            Self::Negated => "negated",
            Self::Hypothetical => "hypothetical",
        }
    }
}

/// Everything extracted from one article.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ArticleRecord {
    /// Content hash, or the id the caller gave with `--stdin`.
    pub id: String,
    /// File name as given.
    pub file: String,
    /// Position in the file, from 0.
    pub order: u32,
    /// Two-letter language code.
    pub lang: Option<String>,
    /// Publication date, EDTF.
    pub published: Option<String>,
    /// What the publication date rests on.
    pub published_basis: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Byline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// Publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Web address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Actors and places.
    pub entities: Vec<EntityRecord>,
    /// Dated facts about them.
    pub relations: Vec<RelationRecord>,
    /// What happened.
    pub events: Vec<EventRecord>,
    /// What the stages noticed.
    #[serde(default)]
    pub diagnostics: Vec<Diagnostic>,
}

/// One actor or place of an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntityRecord {
    /// Slug of the canonical name, unique in the record.
    pub id: String,
    /// Class.
    #[serde(rename = "type")]
    pub class: EntityClass,
    /// Canonical name.
    pub name: String,
    /// Country code, see docs/RECORDS.md.
    pub country: Option<String>,
    /// PLOVER sector.
    pub sector: Option<String>,
    /// Wikidata id.
    pub external: Option<String>,
    /// Distinct surface forms in order of first appearance.
    pub mentions: Vec<String>,
    /// Where each mention stands.
    pub spans: Vec<[u32; 2]>,
    /// Why mentions were put together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
}

/// A fact with a duration: a role, a membership, a place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RelationRecord {
    /// Id of the holder.
    pub subject: String,
    /// Predicate of `data/ontology/relations.ron`.
    pub predicate: String,
    /// Id of what it is held of.
    pub object: String,
    /// First day known, EDTF.
    pub start: Option<String>,
    /// Last day known, EDTF.
    pub end: Option<String>,
    /// The words that say so.
    pub quote: String,
    /// Where they stand.
    pub span: [u32; 2],
}

/// One event as one passage reports it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventRecord {
    /// Id, unique in the record; content hash.
    pub id: String,
    /// Type of `data/ontology/event_types.ron`.
    #[serde(rename = "type")]
    pub event_type: String,
    /// Mode of the type.
    pub mode: Option<String>,
    /// Ids of those who act.
    pub actors: Vec<String>,
    /// Ids of those acted upon.
    pub recipients: Vec<String>,
    /// All take part alike.
    pub symmetric: bool,
    /// Id of the third party that brought the sides together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mediator: Option<String>,
    /// Id of the place.
    pub location: Option<String>,
    /// When, EDTF; null when the text does not allow a date.
    pub date: Option<String>,
    /// What the date rests on.
    pub date_basis: super::analysis::DateBasis,
    /// End of a stretch, where told apart from its start.
    #[serde(default)]
    pub date_end: Option<String>,
    /// Did it take place?
    pub status: Status,
    /// Background: it lies more than a year before the report that tells it.
    #[serde(default)]
    pub historical: bool,
    /// Id of who says so, apart from the article itself.
    pub reporter: Option<String>,
    /// The words that name the event.
    pub trigger: String,
    /// The sentence or clause.
    pub quote: String,
    /// Where the quote stands.
    pub span: [u32; 2],
    /// CAMEO code.
    pub cameo: Option<String>,
    /// Quad class 1–4, 0 for none.
    pub quad: u8,
    /// Conflict–cooperation score.
    pub score: Option<f32>,
    /// Id of the trigger entry.
    pub rule: String,
    /// How sure, in [0,1].
    pub confidence: f32,
}
