//! Lines of a stream, none longer than a limit.
//!
//! In: a reader. Out: its lines one after the other. Invariant: memory is bounded by the limit, however long a line is.

use std::io::{BufRead, Read as _, Result};

/// A line of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The line with its line feed, if it has one.
    Whole(Vec<u8>),
    /// The line is longer than the limit and was passed over.
    TooLong,
}

/// Reads the next line of at most `limit` bytes; `None` at the end of the stream.
///
/// # Errors
/// What the reader says.
pub fn next(reader: &mut impl BufRead, limit: usize) -> Result<Option<Line>> {
    let mut line = Vec::new();
    let most = (limit as u64).saturating_add(1);
    if reader.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() > limit && line.last() != Some(&b'\n') {
        pass_over(reader)?;
        return Ok(Some(Line::TooLong));
    }
    Ok(Some(Line::Whole(line)))
}

/// What is said of such a line.
pub fn too_long(limit: usize) -> String {
    format!("is longer than {} MB and was left out", limit >> 20)
}

fn pass_over(reader: &mut impl BufRead) -> Result<()> {
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|b| *b == b'\n');
        let used = end.map_or(buffer.len(), |e| e + 1);
        reader.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_passed_over_and_the_next_is_read() {
        let text = format!("short\n{}\nfour\n{}", "x".repeat(100), "y".repeat(100));
        let mut reader = std::io::BufReader::with_capacity(7, text.as_bytes());
        let mut got = Vec::new();
        while let Ok(Some(line)) = next(&mut reader, 5) {
            got.push(match line {
                Line::Whole(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                Line::TooLong => "-".to_owned(),
            });
        }
        assert_eq!(got, ["short\n", "-", "four\n", "-"]);
    }
}
