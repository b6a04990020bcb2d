//! The user's own actors (`--actors FILE.tsv`): names that are matched whatever their case, with the code the user gave.
//!
//! In: tab-separated text with a header row: `name`, `code` or `country`, optional `type` and `aliases` (separated by `|` or `;`).
//! Out: [`Actors`]. Invariants: the code comes back unchanged; the longest name wins; of two rows with one name the first wins.

use super::embed::DataError;
use crate::base::analysis::EntityClass;
use std::collections::BTreeMap;

/// One actor of the user's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Name as given.
    pub name: String,
    /// Code as given.
    pub code: Option<String>,
    /// Class, Organisation where the list gives none and the code is no plain country.
    pub class: EntityClass,
}

/// The user's actors by name.
#[derive(Debug, Clone, Default)]
pub struct Actors {
    rows: Vec<Actor>,
    forms: BTreeMap<String, usize>,
    longest: usize,
}

impl Actors {
    /// Reads the list; `path` names it in messages.
    ///
    /// # Errors
    /// [`DataError::Syntax`] with line and column for a missing column, an empty name or an unknown type.
    pub fn parse(path: &str, text: &str) -> Result<Self, DataError> {
        let fault = |line: usize, column: usize, message: String| DataError::Syntax {
            path: path.to_owned(),
            line,
            column,
            message,
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines().enumerate();
        let header: Vec<String> = lines
            .next()
            .map(|(_, l)| l.split('\t').map(|c| c.trim().to_lowercase()).collect())
            .unwrap_or_default();
        let column = |names: &[&str]| header.iter().position(|h| names.contains(&h.as_str()));
        let name_at = column(&["name"]).ok_or_else(|| {
            fault(
                1,
                1,
                "the first line should name a column \"name\"".to_owned(),
            )
        })?;
        let code_at = column(&["code", "country"]);
        let (class_at, alias_at) = (column(&["type"]), column(&["aliases"]));
        let mut actors = Self::default();
        for (index, line) in lines.filter(|(_, l)| !l.trim().is_empty()) {
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            let cell = |at: Option<usize>| {
                at.and_then(|i| cells.get(i))
                    .copied()
                    .filter(|c| !c.is_empty())
            };
            let name = cell(Some(name_at))
                .ok_or_else(|| fault(index + 1, 1, "the name is empty".to_owned()))?;
            let code = cell(code_at).map(str::to_owned);
            let class = match cell(class_at) {
                None => default_class(code.as_deref()),
                Some(word) => EntityClass::ALL
                    .into_iter()
                    .find(|c| c.name().eq_ignore_ascii_case(word))
                    .ok_or_else(|| fault(index + 1, 1, format!("\"{word}\" is no type; one of PERSON, ORGANISATION, COUNTRY, PLACE, GROUP is right")))?,
            };
            let row = actors.rows.len();
            actors.rows.push(Actor {
                name: name.to_owned(),
                code,
                class,
            });
            actors.add(name, row);
            cell(alias_at)
                .into_iter()
                .flat_map(|a| a.split(['|', ';']))
                .for_each(|a| actors.add(a, row));
        }
        Ok(actors)
    }

    fn add(&mut self, form: &str, row: usize) {
        let key = key(form);
        if !key.is_empty() {
            self.longest = self.longest.max(key.len());
            self.forms.entry(key).or_insert(row);
        }
    }

    /// Tells whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Finds the longest name that begins at token `at`: `(tokens covered, actor)`. A genitive ending of the last token is allowed.
    pub fn find(&self, tokens: &[&str], at: usize) -> Option<(usize, &Actor)> {
        if self.is_empty() {
            return None;
        }
        let mut joined = String::new();
        let mut best = None;
        for (index, token) in tokens.get(at..)?.iter().enumerate() {
            joined.push_str(&key(token));
            if joined.len() > self.longest + 2 {
                break;
            }
            let bare = joined.strip_suffix('s');
            let row = self
                .forms
                .get(&joined)
                .or_else(|| bare.and_then(|b| self.forms.get(b)));
            if let Some(actor) = row.and_then(|r| self.rows.get(*r)) {
                best = Some((index + 1, actor));
            }
        }
        best
    }
}

fn default_class(code: Option<&str>) -> EntityClass {
    match code {
        Some(code) if code.len() == 3 => EntityClass::Country,
        _ => EntityClass::Organisation,
    }
}

/// Letters and digits, lower case.
fn key(form: &str) -> String {
    form.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_in_any_case_and_codes_come_back() {
        let actors = Actors::parse(
            "a.tsv",
            "name\tcode\taliases\nNew Utopia\tUTP\tUtopia|NU\nRed Front\tUTPREB\n",
        )
        .expect("the list is sound");
        let found = |tokens: &[&str]| {
            actors
                .find(tokens, 0)
                .map(|(n, a)| (n, a.code.clone().unwrap_or_default(), a.class))
        };
        assert_eq!(
            found(&["NEW", "UTOPIA", "said"]),
            Some((2, "UTP".to_owned(), EntityClass::Country))
        );
        assert_eq!(
            found(&["red", "front"]),
            Some((2, "UTPREB".to_owned(), EntityClass::Organisation))
        );
        assert_eq!(found(&["new"]), None);
        assert!(Actors::parse("a.tsv", "title\nX\n").is_err());
    }
}
