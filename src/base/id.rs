//! Ids made from content, never from insertion order: article hashes, entity slugs, event hashes.
//!
//! In: canonical content. Out: short ASCII ids. Invariant: equal content gives equal ids on every machine and at every thread count.

/// Returns the first 16 hexadecimal digits of the BLAKE3 hash of the parts, each part closed by a zero byte.
pub fn content_hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    hasher
        .finalize()
        .to_hex()
        .as_str()
        .chars()
        .take(16)
        .collect()
}

/// Returns a readable ASCII slug: "Ilham Əliyev" -> `ilham_eliyev`, "OSSE:s" -> `osse_s`; never empty (falls back to a hash).
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in any_ascii::any_ascii(name).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.ends_with('_') && !out.is_empty() && c != '\'' {
            out.push('_');
        }
    }
    let out = out.trim_end_matches('_').to_owned();
    if out.is_empty() {
        format!("x_{}", content_hash([name]))
    } else {
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ascii_and_never_empty() {
        assert_eq!(slug("Nagorno-Karabakh"), "nagorno_karabakh");
        assert_eq!(slug("Recep Tayyip Erdoğan"), "recep_tayyip_erdogan");
        assert!(slug("…").starts_with("x_"));
    }
}
