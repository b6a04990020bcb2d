//! What linking and folding make of many records: one node an actor, one node an event, every report kept. The input of the graph.
//!
//! In: nothing. Out: plain records. Invariants: ids come from content; lists are sorted by id; every event has at least one report or one import row.

use super::analysis::{DateBasis, EntityClass};
use super::record::{ArticleRecord, Status};
use serde::{Deserialize, Serialize};

/// One actor or place of the world.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// Slug of the canonical name.
    pub id: String,
    /// Class.
    pub class: EntityClass,
    /// Canonical name.
    pub name: String,
    /// Country code.
    pub country: Option<String>,
    /// Sector.
    pub sector: Option<String>,
    /// Wikidata id.
    pub external: Option<String>,
    /// Every spelling met, and those of the gazetteer, sorted.
    pub aliases: Vec<String>,
    /// `(article id, local entity id)` of its members, sorted.
    pub members: Vec<(String, String)>,
    /// Why they are one.
    pub reasons: Vec<String>,
}

/// One report of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Id of the article.
    pub article: String,
    /// Id of the event record in it.
    pub record: String,
    /// Id of the entity that says so.
    pub reporter: Option<String>,
    /// The sentence.
    pub quote: String,
    /// The words that name the event.
    pub trigger: String,
    /// Where the quote stands, code points of the raw text.
    pub span: [u32; 2],
    /// Rule that found it.
    pub rule: String,
    /// How sure, in [0,1].
    pub confidence: f32,
}

/// One event, however often told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// `e:` and a content hash.
    pub id: String,
    /// Type of the ontology.
    pub event_type: String,
    /// Mode.
    pub mode: Option<String>,
    /// Ids of those who act, sorted.
    pub actors: Vec<String>,
    /// Ids of those acted upon, sorted.
    pub recipients: Vec<String>,
    /// All take part alike.
    pub symmetric: bool,
    /// Third party.
    pub mediator: Option<String>,
    /// Place.
    pub location: Option<String>,
    /// EDTF date or none.
    pub date: Option<String>,
    /// What the date rests on.
    pub date_basis: DateBasis,
    /// Did it take place?
    pub status: Status,
    /// Background: it lies more than a year before the report that tells it.
    pub historical: bool,
    /// CAMEO code.
    pub cameo: Option<String>,
    /// Quad class.
    pub quad: u8,
    /// Score.
    pub score: Option<f32>,
    /// Highest confidence of its reports.
    pub confidence: f32,
    /// Its reports, sorted by article date, article id, span.
    pub reports: Vec<Report>,
    /// First and last day of reporting of an imported row, EDTF, where the table says it and it is not the event's first day. Events with reports take
    /// those days from their articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<String>,
    /// Why the reports are one event.
    pub reasons: Vec<String>,
}

/// A dated fact between two entities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// Entity id of the holder.
    pub subject: String,
    /// Predicate of the ontology.
    pub predicate: String,
    /// Entity id.
    pub object: String,
    /// First day known, EDTF.
    pub start: Option<String>,
    /// Last day known, EDTF.
    pub end: Option<String>,
    /// `(article id, quote, span)` of each passage that says so, sorted.
    pub evidence: Vec<(String, String, [u32; 2])>,
}

/// What imported tables say of entities and events that articles speak of as well: kept as it was, so that the articles can be taken away again.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Covered {
    /// Entities by id.
    pub entities: Vec<Entity>,
    /// Events by id.
    pub events: Vec<Event>,
}

impl Covered {
    /// Tells whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty() && self.events.is_empty()
    }
}

/// Linked and folded records: everything a graph holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct World {
    /// Entities by id.
    pub entities: Vec<Entity>,
    /// Events by date, then id.
    pub events: Vec<Event>,
    /// Relations by subject, predicate, object.
    pub relations: Vec<Relation>,
    /// The article records themselves, by id: what `add`, `remove` and `merge` build on.
    pub articles: Vec<ArticleRecord>,
    /// What imported tables say where articles say it too.
    #[serde(default, skip_serializing_if = "Covered::is_empty")]
    pub covered: Covered,
}
