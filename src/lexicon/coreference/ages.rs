//! Words for somebody of an age ("the 44-year-old").
//!
//! In: the text from a number on. Out: whether such a word stands there. Does not: know who is of the age (resolve/coreference/ages.rs).

use serde::Deserialize;

/// Words for somebody of an age, as a noun of its own.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ages {
    /// What stands behind the number, as it is written ("-year-old", "-Jährige").
    pub forms: Vec<String>,
    /// Articles of which one must stand before the number; empty: none needs to.
    #[serde(default)]
    pub articles: Vec<String>,
    /// Words of which one must stand behind, where the form may describe a noun as well ("the 44-year-old was …"); empty: any may.
    #[serde(default)]
    pub before: Vec<String>,
    /// Endings of further such words.
    #[serde(default)]
    pub before_endings: Vec<String>,
    /// What stands behind a number that tells an age, in any form ("-year", "-jährig").
    pub stems: Vec<String>,
}

impl Ages {
    /// The length in bytes of the phrase that begins with a number, and the number.
    pub fn at<'t>(&self, text: &'t str) -> Option<(usize, &'t str)> {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = text.split_at_checked(digits)?;
        let form = self.forms.iter().find(|f| {
            let behind = rest.strip_prefix(f.as_str());
            behind.is_some_and(|b| !b.starts_with(char::is_alphanumeric))
        })?;
        let years = (1..=3).contains(&digits);
        years.then_some((digits + form.len(), number))
    }

    /// Is it a noun between these two words, in small letters?
    pub fn fits(&self, before: &str, behind: &str) -> bool {
        let article = self.articles.is_empty() || self.articles.iter().any(|a| a == before);
        let open = self.before.is_empty() && self.before_endings.is_empty();
        let word = |w: &String| w == behind;
        let ends = |e: &String| behind.len() > e.len() + 1 && behind.ends_with(e.as_str());
        article
            && (open
                || !behind.starts_with(char::is_alphabetic)
                || self.before.iter().any(word)
                || self.before_endings.iter().any(ends))
    }
}
