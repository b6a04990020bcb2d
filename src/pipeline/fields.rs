//! JSON objects -> a text and what the source says about it, whatever the fields are called.
//!
//! In: one JSON text. Out: [`Record`]s. Invariants: lone surrogates (`\ud83d` without its other half) are replaced, not refused; a number or list is read as
//! text where text is asked for. Does not: read files.

use crate::base::article::Given;
use crate::lexicon::DataFiles;
use crate::text::segment;
use serde::Deserialize;
use serde_json::Value;
use std::sync::OnceLock;

/// `data/fields.ron`: what the fields of an article are called, each list in order of trust.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldNames {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    /// The text.
    pub text: Vec<String>,
    id: Vec<String>,
    title: Vec<String>,
    published: Vec<String>,
    lang: Vec<String>,
    publisher: Vec<String>,
    url: Vec<String>,
}

/// Returns the table of field names.
pub fn names() -> &'static FieldNames {
    static NAMES: OnceLock<FieldNames> = OnceLock::new();
    NAMES.get_or_init(|| {
        let table = DataFiles::default().ron("fields.ron");
        table.expect("the embedded table is read by the tests")
    })
}

/// One article as a JSON object tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// The text, if a text field has one; behind it, after an empty line, a headline that it lacks.
    pub text: Option<String>,
    /// The other fields.
    pub given: Given,
}

/// Reads one JSON object.
///
/// # Errors
/// What is wrong with the JSON, and where.
pub fn record(line: &str) -> Result<Record, String> {
    match parse(line)? {
        Value::Object(object) => Ok(from(&object)),
        other => Err(format!(
            "is {}; expected a JSON object with a text field",
            kind(&other)
        )),
    }
}

/// Reads a JSON file: one object, an array of objects, or an object with such an array in it.
///
/// # Errors
/// What is wrong with the JSON, and where.
pub fn records(text: &str) -> Result<Vec<Record>, String> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let objects = |list: &[Value]| -> Vec<Record> {
        list.iter()
            .map(|v| match v {
                Value::Object(o) => from(o),
                Value::String(s) => Record {
                    text: Some(s.clone()),
                    ..Record::default()
                },
                _ => Record::default(),
            })
            .collect()
    };
    match parse(text)? {
        Value::Array(list) => Ok(objects(&list)),
        Value::Object(object) => {
            let own = from(&object);
            let list = object
                .values()
                .filter_map(Value::as_array)
                .find(|l| l.iter().any(Value::is_object));
            Ok(match (own.text.is_some(), list) {
                (false, Some(list)) => objects(list),
                _ => vec![own],
            })
        }
        other => Err(format!(
            "is {}; expected a JSON object or an array of them",
            kind(&other)
        )),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

fn parse(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).or_else(|error| {
        let repaired = without_lone_surrogates(text);
        repaired
            .and_then(|t| serde_json::from_str(&t).ok())
            .ok_or_else(|| format!("is not JSON: {error}"))
    })
}

/// Replaces escaped surrogates that lack their other half by the replacement character; `None` if there are none.
fn without_lone_surrogates(text: &str) -> Option<String> {
    let unit = |at: usize| -> Option<u32> {
        let escape = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(escape, 16).ok()
    };
    let mut out = String::with_capacity(text.len());
    let (mut at, mut copied, mut changed) = (0, 0, false);
    while let Some(next) = text.get(at..).and_then(|t| t.find('\\')) {
        at += next;
        match unit(at) {
            Some(0xD800..=0xDBFF) if matches!(unit(at + 6), Some(0xDC00..=0xDFFF)) => at += 12,
            Some(0xD800..=0xDFFF) => {
                out.push_str(text.get(copied..at).unwrap_or(""));
                out.push_str("\\ufffd");
                at += 6;
                copied = at;
                changed = true;
            }
            Some(_) => at += 6,
            None => {
                at += 1 + text
                    .get(at + 1..)
                    .and_then(|t| t.chars().next())
                    .map_or(0, char::len_utf8);
            }
        }
    }
    out.push_str(text.get(copied..).unwrap_or(""));
    changed.then_some(out)
}

type Object = serde_json::Map<String, Value>;

fn from(object: &Object) -> Record {
    let names = names();
    let field = |names: &[String]| names.iter().find_map(|n| find(object, n).and_then(text_of));
    let title = field(&names.title).map(|t| t.split_whitespace().collect::<Vec<_>>().join(" "));
    Record {
        text: field(&names.text).map(|t| segment::record_text(&t, title.as_deref())),
        given: Given {
            user_date: None,
            user_lang: None,
            id: field(&names.id),
            title,
            published: names
                .published
                .iter()
                .find_map(|n| find(object, n).and_then(date_of)),
            lang: field(&names.lang),
            source: field(&names.publisher),
            url: field(&names.url),
        },
    }
}

/// A field by its name in any case, with `-` and spaces for `_`.
fn find<'o>(object: &'o Object, name: &str) -> Option<&'o Value> {
    object.get(name).or_else(|| {
        let same = |key: &str| key.replace(['-', ' '], "_").eq_ignore_ascii_case(name);
        object.iter().find(|(k, _)| same(k)).map(|f| f.1)
    })
}

/// A date as text; of an object the field that says when the article was published.
fn date_of(value: &Value) -> Option<String> {
    let inner = value.as_object().and_then(|object| {
        let names = names().published.iter();
        names.filter_map(|n| find(object, n)).find_map(date_of)
    });
    inner.or_else(|| text_of(value))
}

/// A value as text: strings as they are, numbers printed, lists of strings as paragraphs, objects by their "name" or "text".
fn text_of(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(s) => s.clone(),
        Value::Number(n) => n.to_string(),
        Value::Array(list) => list
            .iter()
            .filter_map(text_of)
            .collect::<Vec<_>>()
            .join("\n\n"),
        Value::Object(o) => [
            "name", "title", "text", "value", "$date", "#text", "rendered",
        ]
        .iter()
        .find_map(|k| o.get(*k).and_then(text_of))?,
        Value::Null | Value::Bool(_) => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}
