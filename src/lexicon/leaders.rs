//! `leaders.ron`: surnames of heads of state and government with country and years of office.
//!
//! In: RON. Out: [`Leaders`], which tells the country of "President Bouteflika" where title and surname leave one. Source: REIGN (see
//! data/SOURCES.md). Does not: make persons; a surname without the title of such an office says nothing.

use super::embed::{DataError, DataFiles};
use serde::Deserialize;

/// How many years after the end of a term the title still points to its holder; papers call former presidents presidents.
const AFTERGLOW: i32 = 10;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeaderFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    offices: Vec<String>,
    leaders: Vec<(String, String, i32, i32)>,
}

/// The list, sorted by surname.
#[derive(Debug)]
pub struct Leaders {
    offices: Vec<String>,
    rows: Vec<(String, String, i32, i32)>,
}

impl Leaders {
    /// Reads the list at `path`.
    ///
    /// # Errors
    /// [`DataError`] if the file is missing or its form is wrong.
    pub fn load(files: &DataFiles, path: &str) -> Result<Self, DataError> {
        let mut file: LeaderFile = files.ron(path)?;
        file.leaders.sort();
        Ok(Self {
            offices: file.offices,
            rows: file.leaders,
        })
    }

    /// Tells whether a predicate is that of an office the list is about.
    pub fn is_office(&self, predicate: &str) -> bool {
        self.offices.iter().any(|o| o == predicate)
    }

    /// Returns the country whose leader bears the surname, if only one country had such a leader by the year; without a year, at any time.
    ///
    /// Input: a surname in lower case without diacritics. Output: ISO 3166 alpha-3. Complexity: logarithmic.
    pub fn country(&self, surname: &str, year: Option<i32>) -> Option<&str> {
        let from = self.rows.partition_point(|r| r.0.as_str() < surname);
        let mut found: Option<&str> = None;
        for row in self.rows.iter().skip(from).take_while(|r| r.0 == surname) {
            let fits = year.is_none_or(|y| row.2 <= y && y <= row.3 + AFTERGLOW);
            if !fits {
                continue;
            }
            if found.is_some_and(|c| c != row.1) {
                return None;
            }
            found = Some(&row.1);
        }
        found
    }
}
