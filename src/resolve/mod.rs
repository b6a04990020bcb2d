//! Who is who and what is what: mentions into clusters, clusters into entities, reports into events.
//!
//! In: what extraction found in each article. Out: [`crate::base::record::ArticleRecord`]s and the [`crate::base::world::World`].
//! Invariants: every merge keeps its reasons; a judgement of a person overrides every score; the result does not depend on the order of articles.
//! Does not: read files or print.

mod beside;
pub mod blocking;
pub mod compare;
pub mod coreference;
pub mod dating;
mod distance;
pub mod fold;
pub mod forms;
pub mod judge;
pub mod judgement;
mod known;
pub mod link;
mod memo;
pub mod normalize;
pub mod pair;
mod parties;
pub mod record;
mod union;
mod world;

pub use world::{world, world_with_candidates};
