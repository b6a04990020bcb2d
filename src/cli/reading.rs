//! What the user says of every article that is read: its date, its language.

use super::failure::Usage;
use chrono::NaiveDate;
use clap::Args;
use newsgraph::lexicon::Lexicon;
use newsgraph::pipeline::source::Options;

/// Options of every command that reads articles.
#[derive(Debug, Default, Clone, Args)]
pub struct Reading {
    /// Publication date of every article named, YYYY-MM-DD; goes before what the articles say
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<NaiveDate>,
    /// Language of every article named, by the code of its pack; goes before what is told from the text
    #[arg(long, value_name = "CODE")]
    pub lang: Option<String>,
}

impl Reading {
    /// Tells whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.date.is_none() && self.lang.is_none()
    }

    /// Makes the options of a run.
    ///
    /// # Errors
    /// [`Usage`] for a language without a pack.
    pub fn options(&self, lexicon: &Lexicon) -> Result<Options, Usage> {
        Ok(Options {
            user_date: self.date,
            user_lang: self.language(lexicon)?,
            ..Options::default()
        })
    }

    /// The language, checked.
    ///
    /// # Errors
    /// [`Usage`] for a language without a pack.
    pub fn language(&self, lexicon: &Lexicon) -> Result<Option<String>, Usage> {
        let code = self.lang.as_deref().map(str::to_lowercase);
        if let Some(code) = &code {
            has_pack(code, lexicon)?;
        }
        Ok(code)
    }
}

/// Refuses a language that no pack reads.
///
/// # Errors
/// [`Usage`] with the packs there are.
pub fn has_pack(code: &str, lexicon: &Lexicon) -> Result<(), Usage> {
    if lexicon.pack(code).is_some() {
        return Ok(());
    }
    let packs: Vec<&str> = lexicon.packs.keys().map(String::as_str).collect();
    Err(Usage(format!(
        "no language pack \"{code}\"; there are {}",
        packs.join(", ")
    )))
}

/// Reads a day as options write it.
///
/// # Errors
/// The form of a day.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| "a day is written YYYY-MM-DD, as in 2025-06-04".to_owned())
}
