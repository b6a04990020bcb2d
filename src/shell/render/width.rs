//! Widths of text in terminal columns: wide characters count two, combining ones none.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns how many columns a text takes; colours take none.
pub fn columns(text: &str) -> usize {
    let mut rest = text;
    let mut total = 0;
    while let Some((before, escape)) = rest.split_once('\u{1b}') {
        total += before.width();
        rest = escape.split_once('m').map_or("", |e| e.1);
    }
    total + rest.width()
}

/// Fills a text with spaces up to `width` columns, on the left if `right` aligns it to the right.
pub fn pad(text: &str, width: usize, right: bool) -> String {
    let fill = " ".repeat(width.saturating_sub(columns(text)));
    if right {
        format!("{fill}{text}")
    } else {
        format!("{text}{fill}")
    }
}

/// Cuts a text to `width` columns, with an ellipsis where something is lost.
pub fn cut(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for cluster in text.graphemes(true) {
        let w = columns(cluster);
        if used + w + 1 > width {
            break;
        }
        used += w;
        out.push_str(cluster);
    }
    format!("{}…", out.trim_end())
}

/// Breaks a text at spaces into lines of at most `width` columns; longer words stand alone.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_and_combining_characters_line_up() {
        assert_eq!(columns("習近平"), 6);
        assert_eq!(columns(&pad("習近平", 8, false)), 8);
        assert_eq!(cut("習近平主席", 7), "習近平…");
        assert_eq!(cut("e\u{301}tude", 6), "e\u{301}tude");
        assert_eq!(wrap("ett två tre", 7), ["ett två", "tre"]);
    }
}
