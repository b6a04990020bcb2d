//! A Markdown table; pipes and line breaks inside cells are escaped.

use super::Context;
use super::grid::grid;
use crate::query::Answer;

/// Writes a Markdown table.
pub fn markdown(answer: &Answer, context: &Context<'_>) -> String {
    let grid = grid(answer, context);
    let line = |cells: &[String]| {
        format!(
            "| {} |\n",
            cells
                .iter()
                .map(|c| c.replace('|', "\\|"))
                .collect::<Vec<_>>()
                .join(" | ")
        )
    };
    let mut out = line(&grid.columns);
    let rule: Vec<String> = grid
        .numeric
        .iter()
        .map(|n| {
            if *n {
                "--:".to_owned()
            } else {
                "---".to_owned()
            }
        })
        .collect();
    out.push_str(&line(&rule));
    for row in &grid.rows {
        out.push_str(&line(row));
    }
    out
}
