//! The gold sets of time expressions, with the floors they may not fall below.

use super::find;
use newsgraph::base::analysis::TimexKind;
use newsgraph::base::span::Span;
use std::path::Path;

#[derive(serde::Deserialize)]
struct Gold {
    lang: String,
    ref_date: Option<String>,
    text: String,
    expressions: Vec<GoldExpression>,
}

#[derive(serde::Deserialize)]
struct GoldExpression {
    start: usize,
    end: usize,
    r#type: String,
    value: Option<String>,
    #[serde(default)]
    nested: bool,
}

struct Got {
    start: usize,
    end: usize,
    value: String,
    used: bool,
}

/// Value F1 much as the evaluation script counts it: overlapping spans, equal values.
fn value_f1(path: &Path, dates_only: bool) -> f64 {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let (mut total, mut right) = (0_u32, 0_u32);
    for line in text.lines() {
        let gold: Gold = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}"));
        let found = find(
            &gold.text,
            &gold.lang,
            gold.ref_date.as_deref().unwrap_or(""),
        );
        let at = |byte: u32| {
            Span {
                start: 0,
                end: byte,
            }
            .of(&gold.text)
            .chars()
            .count()
        };
        let mut found: Vec<Got> = found
            .iter()
            .filter(|t| !dates_only || t.kind == TimexKind::Date)
            .map(|t| Got {
                start: at(t.span.start),
                end: at(t.span.end),
                value: norm(&t.value),
                used: false,
            })
            .collect();
        total += found.len() as u32;
        for e in &gold.expressions {
            if e.nested || (dates_only && e.r#type != "DATE") {
                continue;
            }
            total += 1;
            let overlap = |f: &Got| f.end.min(e.end).saturating_sub(f.start.max(e.start));
            let free = found.iter_mut().filter(|f| !f.used && overlap(f) > 0);
            if let Some(best) = free.max_by_key(|f| overlap(f)) {
                best.used = true;
                right += u32::from(best.value == norm(e.value.as_deref().unwrap_or("")));
            }
        }
    }
    2.0 * f64::from(right) / f64::from(total)
}

fn norm(value: &str) -> String {
    let mut v = value.trim().to_uppercase().replace("T24:00", "T00:00");
    if let Some((_, clock)) = v.clone().split_once('T') {
        if clock.len() == 5 {
            v = v.replace('.', ":");
        }
        if clock.len() == 2 && clock.bytes().all(|b| b.is_ascii_digit()) {
            v.push_str(":00");
        }
    }
    v
}

/// Set, floor for all types, floor for dates: a little below what was measured (docs/quality/times.md).
const FLOORS: [(&str, f64, f64); 10] = [
    ("en_timebank", 0.828, 0.84),
    ("en_aquaint", 0.778, 0.793),
    ("en_wikiwars_a", 0.875, 0.895),
    ("de_krauts_dolomiten-42", 0.83, 0.8),
    ("de_krauts_diezeit_a", 0.783, 0.78),
    ("de_wikiwars_a", 0.92, 0.94),
    ("sv_authored_news_a", 0.95, 0.94),
    ("sv_seeds", 0.99, 0.99),
    ("de_seeds", 0.99, 0.99),
    ("en_seeds", 0.99, 0.99),
];

#[test]
fn gold_sets_stay_above_their_floors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/time");
    if !folder.is_dir() {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    }
    for (name, floor, dates) in FLOORS {
        let path = folder.join(format!("{name}.jsonl"));
        let (all, date) = (value_f1(&path, false), value_f1(&path, true));
        eprintln!("{name}: value F1 {all:.3}, dates {date:.3}");
        assert!(all >= floor, "{name}: value F1 {all:.3} below {floor}");
        assert!(
            date >= dates,
            "{name}: date value F1 {date:.3} below {dates}"
        );
    }
}
