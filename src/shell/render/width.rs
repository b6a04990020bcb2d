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

/// Cuts a word that is wider than a line, behind the signs that paths are made of where there are any.
fn pieces(word: &str, width: usize) -> Vec<String> {
    if columns(word) <= width || word.contains('\u{1b}') {
        return vec![word.to_owned()];
    }
    let mut found = vec![String::new()];
    for part in word.split_inclusive(['/', '_', '-']) {
        let fits = |line: &String, more: &str| columns(line) + columns(more) <= width;
        if !found.last().is_some_and(|l| fits(l, part)) {
            found.push(String::new());
        }
        for cluster in part.graphemes(true) {
            if !found.last().is_some_and(|l| fits(l, cluster)) {
                found.push(String::new());
            }
            if let Some(line) = found.last_mut() {
                line.push_str(cluster);
            }
        }
    }
    found.retain(|l| !l.is_empty());
    found
}

/// Breaks the lines of a text that are wider than the screen at spaces; what goes on stands under the beginning of its line, behind the lines of a tree.
pub fn folded(text: &str, width: Option<usize>) -> String {
    let Some(width) = width else {
        return text.to_owned();
    };
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches('\n');
        if columns(bare) <= width {
            out.push_str(line);
            continue;
        }
        let lead: String = bare
            .chars()
            .take_while(|c| matches!(c, ' ' | '│' | '├' | '└' | '─'))
            .collect();
        let under = lead.replace('├', "│").replace(['└', '─'], " ");
        let body = bare.get(lead.len()..).unwrap_or("");
        let room = width.saturating_sub(columns(&lead)).max(10);
        for (i, part) in wrap(body, room).iter().enumerate() {
            out.push_str(if i == 0 { &lead } else { &under });
            out.push_str(part);
            out.push('\n');
        }
        if !line.ends_with('\n') {
            out.pop();
        }
    }
    out
}

/// Breaks a text at spaces into lines of at most `width` columns; a longer word is cut.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let words = text.split_whitespace().flat_map(|w| pieces(w, width));
    for word in words {
        let word = word.as_str();
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
        assert_eq!(
            wrap("in folder/of/files", 10),
            ["in", "folder/of/", "files"]
        );
        assert_eq!(
            folded("│  ├─ ett två tre\nfyra\n", Some(13)),
            "│  ├─ ett två\n│  │  tre\nfyra\n"
        );
    }
}
