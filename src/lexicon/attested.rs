//! `names/attested.txt` and `names/kanji.txt`: words that are names of people somewhere, and how Japanese names are read.
//!
//! In: sorted lines. A word folded to ASCII each, with "=" behind those that are spelled one way only; a name in kanji, then its readings. Out:
//! [`Attested`], [`Kanji`]. Invariant: the text itself is searched, nothing is built when the program starts. Does not: tell given names from surnames.

use super::embed::{DataError, DataFiles};
use std::borrow::Cow;
use std::cmp::Ordering;

/// The list of names, as its file holds it.
#[derive(Debug, Clone)]
pub struct Attested {
    text: Cow<'static, [u8]>,
}

/// What the list says of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// A name of somebody; a word that is not may be rare or a typing error.
    pub attested: bool,
    /// No other spelling in Latin letters is known of it: it is spelled, not transcribed.
    pub spelled: bool,
}

impl Attested {
    /// Reads the list.
    ///
    /// # Errors
    /// [`DataError`] if the file is missing or unreadable.
    pub fn load(files: &DataFiles) -> Result<Self, DataError> {
        let text = files.bytes("names/attested.txt")?;
        Ok(Self { text })
    }

    /// Looks up a word folded to ASCII lower case. Complexity: O(log n) in the length of the list.
    pub fn standing(&self, word: &str) -> Standing {
        let found = behind(&self.text, word);
        Standing {
            attested: found.is_some(),
            spelled: found == Some(b"="),
        }
    }
}

/// Japanese names in kanji, as their file holds them.
#[derive(Debug, Clone)]
pub struct Kanji {
    text: Cow<'static, [u8]>,
}

impl Kanji {
    /// Reads the list.
    ///
    /// # Errors
    /// [`DataError`] if the file is missing or unreadable.
    pub fn load(files: &DataFiles) -> Result<Self, DataError> {
        let text = files.bytes("names/kanji.txt")?;
        Ok(Self { text })
    }

    /// Returns how a family or given name is read, in Latin letters; none if it is unknown. Complexity: O(log n) in the length of the list.
    pub fn readings(&self, name: &str) -> impl Iterator<Item = &str> {
        let rest = behind(&self.text, name).unwrap_or_default();
        std::str::from_utf8(rest)
            .unwrap_or_default()
            .split_whitespace()
    }
}

/// Returns what stands behind a word in the sorted lines: a sign or a blank and more.
fn behind<'t>(text: &'t [u8], word: &str) -> Option<&'t [u8]> {
    let (mut low, mut high) = (0, text.len());
    while low < high && !word.is_empty() {
        let middle = usize::midpoint(low, high);
        let before = text.get(low..middle)?;
        let start = low
            + before
                .iter()
                .rposition(|b| *b == b'\n')
                .map_or(0, |n| n + 1);
        let rest = text.get(start..high)?;
        let end = start + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
        let line = text.get(start..end)?;
        let edge = line.iter().position(|b| matches!(b, b'=' | b' '));
        let (known, behind) = line.split_at_checked(edge.unwrap_or(line.len()))?;
        match known.cmp(word.as_bytes()) {
            Ordering::Equal => return Some(behind),
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Attested, Kanji};

    fn list(text: &'static str) -> Attested {
        Attested {
            text: text.as_bytes().into(),
        }
    }

    #[test]
    fn every_line_is_found_and_nothing_between_them() {
        let list = list("adam\nbaker=\nbakers\nzola=\n");
        for (word, spelled) in [
            ("adam", false),
            ("baker", true),
            ("bakers", false),
            ("zola", true),
        ] {
            let standing = list.standing(word);
            assert!(standing.attested && standing.spelled == spelled, "{word}");
        }
        for word in ["", "a", "bake", "bakerz", "zolaz", "aa", "m"] {
            assert!(!list.standing(word).attested, "{word}");
        }
    }

    #[test]
    fn a_list_without_last_line_break_or_without_lines_is_searched_as_well() {
        assert!(list("adam\nzola").standing("zola").attested);
        assert!(!list("").standing("zola").attested);
    }

    #[test]
    fn kanji_have_their_readings() {
        let kanji = Kanji {
            text: "安倍 abe anbe\n晋三 shinzo\n".as_bytes().into(),
        };
        assert_eq!(kanji.readings("安倍").collect::<Vec<_>>(), ["abe", "anbe"]);
        assert_eq!(kanji.readings("晋三").count(), 1);
        assert_eq!(kanji.readings("安").count() + kanji.readings("").count(), 0);
    }
}
