//! `names/attested.txt`: words that are names of people somewhere.
//!
//! In: sorted lines, a word folded to ASCII each, with "=" behind those that are spelled one way only. Out: [`Attested`]. Invariant: the text itself is
//! searched, nothing is built when the program starts. Does not: tell given names from surnames.

use super::embed::{DataError, DataFiles};
use std::borrow::Cow;

const FILE: &str = "names/attested.txt";

/// The list, as its file holds it.
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
        let text = files.bytes(FILE)?;
        Ok(Self { text })
    }

    /// Looks up a word folded to ASCII lower case. Complexity: O(log n) in the length of the list.
    pub fn standing(&self, word: &str) -> Standing {
        let text: &[u8] = &self.text;
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let before = text.get(low..middle).unwrap_or_default();
            let start = low
                + before
                    .iter()
                    .rposition(|b| *b == b'\n')
                    .map_or(0, |n| n + 1);
            let rest = text.get(start..high).unwrap_or_default();
            let end = start + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
            let line = text.get(start..end).unwrap_or_default();
            let (known, spelled) = match line.strip_suffix(b"=") {
                Some(known) => (known, true),
                None => (line, false),
            };
            match known.cmp(word.as_bytes()) {
                std::cmp::Ordering::Equal => {
                    return Standing {
                        attested: !word.is_empty(),
                        spelled,
                    };
                }
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        Standing::default()
    }
}

#[cfg(test)]
mod tests {
    use super::Attested;

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
}
