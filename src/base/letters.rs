//! Words in small letters.
//!
//! In: a word as written. Out: the same in small letters, borrowed where it has no others, as most words of a text. Invariant: equal to `to_lowercase`.
//! Does not: know languages.

use std::borrow::Cow;

/// Returns a word in small letters.
pub fn small(word: &str) -> Cow<'_, str> {
    // A non-ASCII letter that is small is its own small letter; of others the standard library knows.
    let is_small = |c: char| !c.is_ascii_uppercase() && (c.is_ascii() || c.is_lowercase());
    if word.chars().all(is_small) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_those_of_the_library() {
        for word in [
            "",
            "words",
            "Words",
            "förre",
            "FÖRRE",
            "ΑΣ",
            "ας",
            "d’accord",
            "İ",
            "ǅ",
            "12%",
        ] {
            assert_eq!(small(word), word.to_lowercase(), "{word}");
        }
        assert!(matches!(small("förre"), Cow::Borrowed(_)));
    }

    #[test]
    fn every_small_letter_is_its_own() {
        let mut letters = '\0'..=char::MAX;
        assert!(letters.all(|c| small(c.encode_utf8(&mut [0; 4])) == c.to_lowercase().to_string()));
    }
}
