//! Keys of written forms: what makes two of them the same word for word.
//!
//! In: a surface form. Out: a key. Invariant: the same steps as the scoring rules of the evaluation, so that a form is never listed twice.

use crate::lexicon::romanization::NameTables;
use unicode_normalization::UnicodeNormalization;

/// Possessive endings that are cut whatever the language.
const POSSESSIVE: [&str; 4] = ["'s", "’s", ":s", "`s"];

/// Lower case, one space, no quotes or stops around, no possessive ending, no genitive s.
pub fn key(form: &str) -> String {
    let bare = plain(form);
    let stripped = bare
        .strip_suffix('s')
        .filter(|s| bare.chars().count() >= 5 && !s.ends_with('s'));
    stripped.unwrap_or(&bare).to_owned()
}

/// As [`key`], without an article or particle before several words: "The Azerbaijan Airlines".
pub fn named_key(form: &str, tables: &NameTables) -> String {
    let key = key(form);
    let rest = key
        .split_once(' ')
        .filter(|(first, _)| tables.particles.contains(*first));
    rest.map_or(key.as_str(), |(_, rest)| rest).to_owned()
}

/// As [`key`], but a bare genitive s stays.
pub fn plain(form: &str) -> String {
    // In ASCII every character is its own normal form.
    let lower = if form.is_ascii() {
        form.to_ascii_lowercase()
    } else {
        form.nfkc().collect::<String>().to_lowercase()
    };
    let mut out = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    out = out.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    if let Some(cut) = POSSESSIVE.iter().find_map(|p| out.strip_suffix(p)) {
        out = cut
            .trim_end_matches(|c: char| !c.is_alphanumeric())
            .to_owned();
    }
    out
}

/// The form without a possessive ending that is marked as one.
pub fn without_possessive(form: &str) -> &str {
    let form = form.trim();
    let cut = POSSESSIVE
        .iter()
        .find_map(|p| form.strip_suffix(p))
        .unwrap_or(form);
    cut.trim_end_matches(['\'', '’'])
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn genitives_share_the_key_of_their_word() {
        assert_eq!(key("Putins"), key("Putin"));
        assert_eq!(key("USA:s"), key("USA"));
        assert_eq!(key("„Kreml“"), "kreml");
        assert_eq!(key("Cassis"), key("Cassi"));
        assert_eq!(key("Hess"), "hess");
    }
}
