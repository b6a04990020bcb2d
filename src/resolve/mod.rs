//! Who is who and what is what: mentions into clusters, clusters into entities, reports into events.
//!
//! In: what extraction found in each article. Out: [`crate::base::record::ArticleRecord`]s and the [`crate::base::world::World`].
//! Invariants: every merge keeps its reasons; a judgement of a person overrides every score; the result does not depend on the order of articles.
//! Does not: read files or print.

pub mod compare;
pub mod coreference;
mod distance;
pub mod forms;
mod known;
pub mod normalize;
mod union;
