//! What a graph is made of: article records and the rows of imported tables. `add`, `remove` and `merge` change the parts and link them anew.
//!
//! In: a World, records. Out: Worlds. Invariants: the parts of a linked World are the parts it was linked from, so what was added can be taken away
//! without a trace; joining is commutative, associative and idempotent; `add` gives what a build of all articles gives. Does not: read files.

use crate::base::record::ArticleRecord;
use crate::base::world::World;
use crate::graph::merge;
use crate::lexicon::Lexicon;
use crate::resolve::judgement::Judgements;
use crate::resolve::link::Candidate;
use crate::resolve::world_with_candidates;
use std::collections::BTreeSet;

/// Article records and imported rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parts {
    /// Records by id, each once.
    pub records: Vec<ArticleRecord>,
    /// Imported entities and events.
    pub imported: World,
}

/// Why no article can be removed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RemoveError {
    /// Nothing has that id or file.
    #[error("no article has the id or file \"{0}\"; `show articles` lists both")]
    Unknown(String),
    /// More than one article may be meant.
    #[error("\"{typed}\" may be several articles: {}; name one by its whole id", ids.join(", "))]
    Several {
        /// What was typed.
        typed: String,
        /// Ids of the articles, ascending.
        ids: Vec<String>,
    },
}

impl Parts {
    /// Parts without imported rows.
    pub fn records(records: Vec<ArticleRecord>) -> Self {
        Self {
            records,
            ..Self::default()
        }
    }

    /// Takes a World apart. O(size · log size).
    pub fn of(world: World) -> Self {
        Self {
            imported: merge::imported_part(&world),
            records: world.articles,
        }
    }

    /// Puts parts together; ids decide what is the same. Order and repetition do not matter. O(size · log size).
    pub fn union(all: impl IntoIterator<Item = Self>) -> Self {
        let (records, imported): (Vec<_>, Vec<_>) =
            all.into_iter().map(|p| (p.records, p.imported)).unzip();
        Self {
            records: merge::union_records(records),
            imported: merge::union_worlds(imported),
        }
    }

    /// Adds records; returns how many articles are new. O(records · log records).
    pub fn add(&mut self, records: Vec<ArticleRecord>) -> usize {
        let before = self.records.len();
        self.records = merge::union_records([std::mem::take(&mut self.records), records]);
        self.records.len() - before
    }

    /// Takes an article out, named by its id, by an unambiguous beginning of it, or by its file. O(records).
    ///
    /// # Errors
    /// [`RemoveError`] if no article or more than one fits; nothing is taken out then.
    pub fn remove(&mut self, typed: &str) -> Result<ArticleRecord, RemoveError> {
        let fits: [&dyn Fn(&ArticleRecord) -> bool; 3] =
            [&|r| r.id == typed, &|r| r.file == typed, &|r| {
                !typed.is_empty() && r.id.starts_with(typed)
            }];
        let found = fits.iter().map(|f| {
            let all = self.records.iter().enumerate().filter(|(_, r)| f(r));
            all.map(|(i, _)| i).collect::<Vec<usize>>()
        });
        match found.into_iter().find(|rows| !rows.is_empty()).as_deref() {
            None => Err(RemoveError::Unknown(typed.to_owned())),
            Some([only]) => Ok(self.records.remove(*only)),
            Some(several) => {
                let ids: BTreeSet<&String> = several.iter().map(|i| &self.records[*i].id).collect();
                Err(RemoveError::Several {
                    typed: typed.to_owned(),
                    ids: ids.into_iter().cloned().collect(),
                })
            }
        }
    }

    /// Links the records and puts the imported rows beside them; see [`crate::resolve::world`].
    pub fn world(self, lexicon: &Lexicon, judgements: &Judgements) -> World {
        self.world_with_candidates(lexicon, judgements).0
    }

    /// As [`Parts::world`], with the pairs of names that linking could not settle.
    pub fn world_with_candidates(
        self,
        lexicon: &Lexicon,
        judgements: &Judgements,
    ) -> (World, Vec<Candidate>) {
        let (linked, doubts) = world_with_candidates(self.records, lexicon, judgements);
        if self.imported.events.is_empty() {
            return (linked, doubts);
        }
        (merge::beside(self.imported, linked), doubts)
    }
}
