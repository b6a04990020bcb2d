//! Tokens -> lemmas: a thin face over `inflection.ron`.
//!
//! In: a form and, if known, its part of speech. Out: lemmas, best first. Does not: look at the sentence.

use crate::base::analysis::Upos;
use crate::lexicon::Pack;
use std::sync::Arc;

/// Returns the lemmas of a form, best first, in lower case; the form itself if nothing is known.
pub fn lemmas(form: &str, upos: Option<Upos>, pack: &Pack) -> Arc<[String]> {
    pack.inflection().lemmas(form, upos)
}
