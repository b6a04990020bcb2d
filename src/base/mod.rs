//! The vocabulary every other layer speaks: spans, dates, ids and the plain records that stages hand on.
//!
//! Nothing here reads a file, a clock or a language table, and nothing here knows how a record was found.
//! In: nothing. Out: types. Invariant: every record that comes from text says where in the text it stands.

pub mod analysis;
pub mod article;
pub mod date;
pub mod diagnostic;
pub mod fetch;
pub mod id;
pub mod lasting;
pub mod letters;
pub mod recall;
pub mod record;
pub mod span;
pub mod world;
