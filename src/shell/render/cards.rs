//! One block a row, nothing cut off.

use super::Screen;
use super::style::Ink;
use super::width::{columns, pad, wrap};
use crate::export::Context;
use crate::export::grid::{Grid, cell_text, grid};
use crate::query::Answer;
use crate::query::result::Kind;

/// Fewest columns for values beside their names.
const NARROWEST: usize = 20;

/// Renders facts as one aligned card, other rows as a card each.
pub fn cards(answer: &Answer, context: &Context<'_>, screen: Screen) -> String {
    if answer.kind == Kind::Evidence {
        return super::evidence::evidence(answer, context, screen);
    }
    if answer.kind == Kind::Facts {
        let pairs: Vec<(String, String)> = answer
            .rows
            .iter()
            .map(|r| {
                let text = |i: usize| {
                    r.cells
                        .get(i)
                        .map_or_else(String::new, |c| cell_text(context.graph, c))
                };
                (text(0), text(1))
            })
            .collect();
        return block(&pairs, screen, "");
    }
    of_grid(&grid(answer, context), screen)
}

/// Renders each row of a grid as a card.
pub fn of_grid(grid: &Grid, screen: Screen) -> String {
    let mut out = String::new();
    for (n, row) in (1_usize..).zip(&grid.rows) {
        let pairs: Vec<(String, String)> = grid
            .columns
            .iter()
            .cloned()
            .zip(row.iter().cloned())
            .filter(|p| !p.1.is_empty())
            .collect();
        out.push_str(&format!(
            "{}\n{}",
            screen.style.paint(Ink::Bold, &format!("#{n}")),
            block(&pairs, screen, "  ")
        ));
    }
    out
}

fn block(pairs: &[(String, String)], screen: Screen, indent: &str) -> String {
    let name = pairs.iter().map(|p| columns(&p.0)).max().unwrap_or(0);
    let beside = name + indent.len() + 2;
    let mut out = String::new();
    if let Some(width) = screen.width.filter(|w| beside + NARROWEST > *w) {
        for (key, value) in pairs {
            let key = screen.style.paint(Ink::Dim, key);
            out.push_str(&format!("{indent}{key}\n"));
            for line in wrap(value, width.saturating_sub(indent.len() + 2).max(10)) {
                out.push_str(&format!("{indent}  {line}\n"));
            }
        }
        return out;
    }
    let room = screen
        .width
        .map_or(usize::MAX, |w| w.saturating_sub(beside));
    for (key, value) in pairs {
        for (i, line) in wrap(value, room).iter().enumerate() {
            let title = if i == 0 {
                screen.style.paint(Ink::Dim, &pad(key, name, true))
            } else {
                " ".repeat(name)
            };
            out.push_str(&format!("{indent}{title}  {line}\n"));
        }
    }
    out
}
