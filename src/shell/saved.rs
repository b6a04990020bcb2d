//! Saved queries: statements with a header of `//@` lines for name, description, typed parameters and expectations.
//!
//! In: text of a `.ngq` file. Out: [`Saved`]. Invariants: parameters are bound after parsing, never pasted into the text; a header line that is not
//! understood is an error with its line.

use crate::base::date::Interval;
use crate::query::ast::{DateTerm, Value};

/// Saved queries that come with the program, by file name.
pub const SHIPPED: [(&str, &str); 14] = [
    (
        "putin-aliyev",
        include_str!("../../queries/putin-aliyev.ngq"),
    ),
    ("pair", include_str!("../../queries/pair.ngq")),
    ("person", include_str!("../../queries/person.ngq")),
    ("calls", include_str!("../../queries/calls.ngq")),
    ("visits", include_str!("../../queries/visits.ngq")),
    ("meetings", include_str!("../../queries/meetings.ngq")),
    ("sanctions", include_str!("../../queries/sanctions.ngq")),
    ("conflict", include_str!("../../queries/conflict.ngq")),
    ("mediators", include_str!("../../queries/mediators.ngq")),
    ("chain", include_str!("../../queries/chain.ngq")),
    ("place", include_str!("../../queries/place.ngq")),
    ("news", include_str!("../../queries/news.ngq")),
    ("compare", include_str!("../../queries/compare.ngq")),
    ("overview", include_str!("../../queries/overview.ngq")),
];

/// What a parameter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKind {
    /// A name.
    Entity,
    /// A date.
    Date,
    /// A number.
    Number,
    /// Any text.
    Text,
}

/// One parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Name, lower case.
    pub name: String,
    /// What it is.
    pub kind: ParameterKind,
    /// Value if none is given.
    pub default: Option<Value>,
}

/// An expectation about the number of rows of the first statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// `>=`, `<=`, `=`.
    pub comparison: String,
    /// Rows.
    pub rows: usize,
}

/// A saved query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Saved {
    /// Name.
    pub name: String,
    /// One line of description.
    pub about: String,
    /// Parameters in order.
    pub parameters: Vec<Parameter>,
    /// What must hold on the sample corpus.
    pub expectations: Vec<Expectation>,
    /// The whole file.
    pub text: String,
}

/// Reads a value of a kind.
///
/// # Errors
/// What would be right.
pub fn value(kind: ParameterKind, text: &str) -> Result<Value, String> {
    let bare = text.trim().trim_matches('"');
    match kind {
        ParameterKind::Entity | ParameterKind::Text => Ok(Value::Text(bare.to_owned())),
        ParameterKind::Number => bare
            .parse()
            .map(Value::Number)
            .map_err(|_| format!("\"{bare}\" is no number")),
        ParameterKind::Date => Interval::parse_edtf(bare)
            .map(|i| Value::Date(DateTerm::Fixed(i)))
            .map_err(|e| e.to_string()),
    }
}

impl Saved {
    /// Reads a file.
    ///
    /// # Errors
    /// `LINE: what was wrong and what would be right`.
    pub fn parse(name: &str, text: &str) -> Result<Self, String> {
        let mut saved = Self {
            name: name.to_owned(),
            text: text.to_owned(),
            ..Self::default()
        };
        for (n, line) in (1..).zip(text.lines()) {
            if let Some(header) = line.trim().strip_prefix("//@") {
                saved
                    .header(header.trim())
                    .map_err(|message| format!("{n}: {message}"))?;
            }
        }
        Ok(saved)
    }

    fn header(&mut self, header: &str) -> Result<(), String> {
        if let Some(name) = header.strip_prefix("name:") {
            name.trim().clone_into(&mut self.name);
        } else if let Some(about) = header.strip_prefix("about:") {
            about.trim().clone_into(&mut self.about);
        } else if let Some(parameter) = header.strip_prefix("param ") {
            self.parameters.push(parameter_of(parameter)?);
        } else if let Some(expect) = header.strip_prefix("expect:") {
            let words: Vec<&str> = expect
                .split("//")
                .next()
                .unwrap_or("")
                .split_whitespace()
                .collect();
            let [subject, comparison, rows] = words.as_slice() else {
                return Err("an expectation reads `rows >= 3`".to_owned());
            };
            let rows = rows
                .parse()
                .map_err(|_| format!("\"{rows}\" is no number of rows"))?;
            if *subject != "rows" || ![">=", "<=", "="].contains(comparison) {
                return Err("an expectation reads `rows >= 3`".to_owned());
            }
            self.expectations.push(Expectation {
                comparison: (*comparison).to_owned(),
                rows,
            });
        } else {
            return Err(format!(
                "\"{header}\" is no header; headers are name:, about:, param NAME: KIND = VALUE, expect: rows >= N"
            ));
        }
        Ok(())
    }
}

fn parameter_of(text: &str) -> Result<Parameter, String> {
    let form = "a parameter reads `param NAME: entity|date|number|text = VALUE`";
    let (name, rest) = text.split_once(':').ok_or(form)?;
    let (kind, default) = rest
        .split_once('=')
        .map_or((rest, None), |(k, v)| (k, Some(v)));
    let kind = match kind.trim() {
        "entity" => ParameterKind::Entity,
        "date" => ParameterKind::Date,
        "number" => ParameterKind::Number,
        "text" => ParameterKind::Text,
        other => return Err(format!("\"{other}\" is no kind of parameter; {form}")),
    };
    let default = default.map(|d| value(kind, d)).transpose()?;
    Ok(Parameter {
        name: name.trim().to_lowercase(),
        kind,
        default,
    })
}
