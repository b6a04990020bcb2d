//! Rows and columns. The last column that holds prose is cut to the screen; other columns keep their words.

use super::Screen;
use super::style::Ink;
use super::width::{columns, cut, pad};
use crate::export::Context;
use crate::export::grid::{Grid, grid};
use crate::query::Answer;

/// Narrowest a prose column gets.
const LEAST: usize = 16;

/// Renders a table with numbered rows.
pub fn table(answer: &Answer, context: &Context<'_>, screen: Screen) -> String {
    if answer.rows.is_empty() {
        return String::new();
    }
    plain(&grid(answer, context), screen)
}

/// Renders a grid.
pub fn plain(grid: &Grid, screen: Screen) -> String {
    if !fits(grid, screen) {
        return super::cards::of_grid(grid, screen);
    }
    let mut widths: Vec<usize> = grid.columns.iter().map(|c| columns(c)).collect();
    for row in &grid.rows {
        for (width, text) in widths.iter_mut().zip(row) {
            *width = (*width).max(columns(text));
        }
    }
    let number = grid.rows.len().to_string().len().max(1);
    fit(&mut widths, number, screen);
    let last = widths.len().saturating_sub(1);
    let line = |texts: &[String], head: bool| {
        let mut out = String::new();
        for (i, (text, width)) in texts.iter().zip(&widths).enumerate() {
            let right = grid.numeric.get(i).copied().unwrap_or(false);
            let text = cut(text, *width);
            let cell = if i == last && !right {
                text
            } else {
                pad(&text, *width, right)
            };
            let ink = if head {
                Ink::Bold
            } else if i == 0 {
                Ink::Name
            } else {
                Ink::Dim
            };
            out.push_str("  ");
            out.push_str(&if head || i == 0 {
                screen.style.paint(ink, &cell)
            } else {
                cell
            });
        }
        out.trim_end().to_owned()
    };
    let mut out = format!(
        "{}{}\n",
        screen.style.paint(Ink::Bold, &pad("#", number, true)),
        line(&grid.columns, true)
    );
    for (n, row) in (1_usize..).zip(&grid.rows) {
        out.push_str(&format!(
            "{}{}\n",
            screen
                .style
                .paint(Ink::Dim, &pad(&n.to_string(), number, true)),
            line(row, false)
        ));
    }
    out
}

/// Tells whether the columns can be made narrow enough; if not, cards say it all.
fn fits(grid: &Grid, screen: Screen) -> bool {
    let Some(total) = screen.width else {
        return true;
    };
    let least = (0..grid.columns.len()).map(|i| {
        let texts = grid.rows.iter().filter_map(|r| r.get(i));
        let widest = texts.chain(grid.columns.get(i)).map(|t| columns(t)).max();
        widest.unwrap_or(0).min(LEAST) + 2
    });
    grid.rows.len().to_string().len() + least.sum::<usize>() <= total
}

/// Takes columns from the widest ones until the table fits the screen.
fn fit(widths: &mut [usize], number: usize, screen: Screen) {
    let Some(total) = screen.width else { return };
    loop {
        let used = number + widths.iter().map(|w| w + 2).sum::<usize>();
        let Some(widest) = widths
            .iter_mut()
            .max_by_key(|w| **w)
            .filter(|w| used > total && **w > LEAST)
        else {
            return;
        };
        *widest = (*widest - 1)
            .min(widest.saturating_sub((used - total).min(*widest - LEAST).min(8)))
            .max(LEAST);
    }
}
