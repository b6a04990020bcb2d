//! What the columns do not hold: aliases and members of entities, reports and reasons of events, relations, article records.
//!
//! In: the parts of a World. Out: the same, compressed for the file and read back when first asked for. Invariant: lists are sorted by row.

use crate::base::record::ArticleRecord;
use crate::base::world::{Covered, Relation, Report};
use serde::{Deserialize, Serialize};

/// Compression level: the details are written once and read when evidence is asked for.
const LEVEL: i32 = 9;

/// Details of one entity.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct EntityDetail {
    pub(crate) external: Option<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) members: Vec<(String, String)>,
    pub(crate) reasons: Vec<String>,
}

/// Details of one event.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct EventDetail {
    pub(crate) reports: Vec<Report>,
    pub(crate) reasons: Vec<String>,
}

/// Everything that is not in columns.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Details {
    pub(crate) entities: Vec<(u32, EntityDetail)>,
    pub(crate) events: Vec<(u32, EventDetail)>,
    pub(crate) relations: Vec<Relation>,
    /// One JSON text an article: the record's own form leaves fields out, which a positional format cannot read back.
    pub(crate) articles: Vec<String>,
    /// What imported tables say where articles say it too, as JSON; empty if there is none. Packed behind the rest, so that files without it stay as they are.
    #[serde(skip)]
    covered: String,
}

impl Details {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Compresses; the empty details are no bytes.
    pub(crate) fn pack(&self) -> Vec<u8> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut plain = postcard::to_allocvec(self).expect("plain records always serialize");
        plain.extend_from_slice(self.covered.as_bytes());
        zstd::encode_all(plain.as_slice(), LEVEL)
            .expect("compressing in memory does no input or output")
    }

    /// Reads back what [`Details::pack`] wrote; `None` if the bytes are something else.
    pub(crate) fn unpack(bytes: &[u8]) -> Option<Self> {
        if bytes.is_empty() {
            return Some(Self::default());
        }
        let plain = zstd::decode_all(bytes).ok()?;
        let (details, rest): (Self, &[u8]) = postcard::take_from_bytes(&plain).ok()?;
        let covered = String::from_utf8(rest.to_vec()).ok()?;
        Some(Self { covered, ..details })
    }

    pub(crate) fn covered(&self) -> Covered {
        serde_json::from_str(&self.covered).unwrap_or_default()
    }

    pub(crate) fn set_covered(&mut self, covered: &Covered) {
        self.covered = if covered.is_empty() {
            String::new()
        } else {
            serde_json::to_string(covered).expect("plain records always serialize")
        };
    }

    pub(crate) fn entity(&self, row: u32) -> Option<&EntityDetail> {
        let at = self.entities.binary_search_by_key(&row, |e| e.0).ok()?;
        self.entities.get(at).map(|e| &e.1)
    }

    pub(crate) fn event(&self, row: u32) -> Option<&EventDetail> {
        let at = self.events.binary_search_by_key(&row, |e| e.0).ok()?;
        self.events.get(at).map(|e| &e.1)
    }

    pub(crate) fn article(&self, row: usize) -> Option<ArticleRecord> {
        self.articles
            .get(row)
            .and_then(|text| serde_json::from_str(text).ok())
    }
}
