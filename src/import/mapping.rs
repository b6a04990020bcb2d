//! Which column of a table means what: presets from `data/imports/*.ron`, or `--map role=column,…`.
//!
//! In: a preset's name or the user's text. Out: [`Mapping`]. Invariant: date, source and target are always mapped. Does not: read tables.

use super::ImportError;
use crate::lexicon::DataFiles;
use serde::Deserialize;

/// Names of a column, best first; a number counts columns from 1.
pub type ColumnNames = Vec<String>;

/// Roles of columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Columns {
    /// Day of the event.
    pub date: ColumnNames,
    /// Name of who acts; of several columns the first that is filled.
    pub source: ColumnNames,
    /// Name of who is acted upon.
    pub target: ColumnNames,
    /// CAMEO code.
    pub code: ColumnNames,
    /// Words of the code book.
    pub label: ColumnNames,
    /// Event type of the ontology.
    pub event_type: ColumnNames,
    /// Mode of the type.
    pub mode: ColumnNames,
    /// Country of the source, code or English name.
    pub source_country: ColumnNames,
    /// Country of the target.
    pub target_country: ColumnNames,
    /// Sector of the source, PLOVER or CAMEO code.
    pub source_sector: ColumnNames,
    /// Sector of the target.
    pub target_sector: ColumnNames,
    /// Where.
    pub place: ColumnNames,
    /// Country of the place.
    pub place_country: ColumnNames,
    /// Day of the report.
    pub reported: ColumnNames,
}

/// How a table is read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Origin and licence.
    #[serde(default)]
    pub source: String,
    /// What it reads, for lists.
    #[serde(default)]
    pub about: String,
    /// The first row names the columns.
    pub header: bool,
    /// Names are written in capitals and are turned to title case.
    #[serde(default)]
    pub upper_case_names: bool,
    /// Columns by role.
    pub columns: Columns,
}

const FOLDER: &str = "imports/";
/// Not a preset: the words for unnamed actors.
const ACTORS: &str = "actors";

impl Mapping {
    /// Reads a preset.
    ///
    /// # Errors
    /// [`ImportError::UnknownPreset`] with the names there are.
    pub fn preset(files: &DataFiles, name: &str) -> Result<Self, ImportError> {
        let known = Self::presets(files);
        if !known.iter().any(|k| k == name) {
            return Err(ImportError::UnknownPreset {
                name: name.to_owned(),
                known: known.join(", "),
            });
        }
        Ok(files.ron(&format!("{FOLDER}{name}.ron"))?)
    }

    /// Lists the presets there are, sorted.
    pub fn presets(files: &DataFiles) -> Vec<String> {
        let name =
            |path: &String| Some(path.strip_prefix(FOLDER)?.strip_suffix(".ron")?.to_owned());
        files
            .list(FOLDER)
            .iter()
            .filter_map(name)
            .filter(|n| n != ACTORS)
            .collect()
    }

    /// Reads `role=COLUMN,role=COLUMN`; a column that is a number counts from 1, and a table whose columns are all numbers has no header.
    ///
    /// # Errors
    /// [`ImportError::UnknownRole`]; [`ImportError::MissingColumn`] if date, source or target is left out.
    pub fn parse(text: &str) -> Result<Self, ImportError> {
        let mut columns = Columns::default();
        let mut numbers = true;
        for part in text.split(',').filter(|p| !p.trim().is_empty()) {
            let unknown = || ImportError::UnknownRole {
                text: part.trim().to_owned(),
                known: columns_by_role(&mut Columns::default())
                    .map(|c| c.0)
                    .join(", "),
            };
            let (role, column) = part.split_once('=').ok_or_else(unknown)?;
            let column = column.trim().to_owned();
            numbers &= column.parse::<usize>().is_ok();
            let mut roles = columns_by_role(&mut columns);
            let slot = roles
                .iter_mut()
                .find(|c| c.0 == role.trim())
                .ok_or_else(unknown)?;
            slot.1.push(column);
        }
        for (role, names) in columns_by_role(&mut columns).iter().take(3) {
            if names.is_empty() {
                return Err(ImportError::MissingColumn {
                    role,
                    expected: format!("{role}=COLUMN"),
                    found: text.to_owned(),
                });
            }
        }
        Ok(Self {
            source: String::new(),
            about: String::new(),
            header: !numbers,
            upper_case_names: false,
            columns,
        })
    }
}

/// Roles by the names users write; date, source and target first.
pub(super) fn columns_by_role(c: &mut Columns) -> [(&'static str, &mut ColumnNames); 14] {
    [
        ("date", &mut c.date),
        ("source", &mut c.source),
        ("target", &mut c.target),
        ("code", &mut c.code),
        ("label", &mut c.label),
        ("type", &mut c.event_type),
        ("mode", &mut c.mode),
        ("source_country", &mut c.source_country),
        ("target_country", &mut c.target_country),
        ("source_sector", &mut c.source_sector),
        ("target_sector", &mut c.target_sector),
        ("place", &mut c.place),
        ("place_country", &mut c.place_country),
        ("reported", &mut c.reported),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_say_what_is_wrong_with_them() {
        let mapping =
            Mapping::parse("date=when, source=who,target=whom,code=cameo").expect("a sound map");
        assert_eq!(
            (mapping.columns.date, mapping.header),
            (vec!["when".to_owned()], true)
        );
        assert!(
            !Mapping::parse("date=1,source=2,target=3")
                .expect("a sound map")
                .header
        );
        let error = |text: &str| {
            Mapping::parse(text)
                .expect_err("an unsound map")
                .to_string()
        };
        assert!(error("date=a,sauce=b").contains("sauce"));
        assert!(error("date=a,source=b").contains("target"));
    }
}
