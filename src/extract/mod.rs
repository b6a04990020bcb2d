//! Extraction: what one article says, before its mentions are put together.
//!
//! In: an article's text, a language pack. Out: the records of `base::analysis`. Invariants: no input makes it fail or panic; same input, same output.

pub mod timex;
