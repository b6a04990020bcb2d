//! What the columns do not hold: aliases and members of entities, reports and reasons of events, relations, article records.
//!
//! In: the parts of a World. Out: the same, compressed for the file and read back when first asked for. Invariant: lists are sorted by row.

use crate::base::record::ArticleRecord;
use crate::base::world::{Relation, Report};
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
        let plain = postcard::to_allocvec(self).expect("plain records always serialize");
        zstd::encode_all(plain.as_slice(), LEVEL)
            .expect("compressing in memory does no input or output")
    }

    /// Reads back what [`Details::pack`] wrote; `None` if the bytes are something else.
    pub(crate) fn unpack(bytes: &[u8]) -> Option<Self> {
        if bytes.is_empty() {
            return Some(Self::default());
        }
        postcard::from_bytes(&zstd::decode_all(bytes).ok()?).ok()
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
