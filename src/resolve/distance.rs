//! Edit distance between two words in the neutral alphabet, where sounds that languages confuse cost less.
//!
//! In: ASCII words. Out: a cost; 1 is one clear typing error. Invariant: symmetric, 0 for equal words. Source: Damerau 1964 (optimal string alignment).

/// Returns the cost of turning `a` into `b`; `vowel` is the cost of a vowel that only one of them writes.
///
/// Complexity: O(|a|·|b|).
pub fn distance(a: &str, b: &str, vowel: f32) -> f32 {
    let gap = |c: u8, before: Option<u8>| gap(c, before, vowel);
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let width = b.len() + 1;
    let mut rows = vec![0f32; width * 3];
    for (j, &y) in b.iter().enumerate() {
        let before = cell(&rows, j);
        put(
            &mut rows,
            j + 1,
            before + gap(y, j.checked_sub(1).and_then(|k| b.get(k)).copied()),
        );
    }
    for (i, &x) in a.iter().enumerate() {
        let (now, last, older) = (
            ((i + 1) % 3) * width,
            (i % 3) * width,
            ((i + 2) % 3) * width,
        );
        let previous = i.checked_sub(1).and_then(|k| a.get(k)).copied();
        let first = cell(&rows, last) + gap(x, previous);
        put(&mut rows, now, first);
        for (j, &y) in b.iter().enumerate() {
            let before = j.checked_sub(1).and_then(|k| b.get(k)).copied();
            let mut best = cell(&rows, last + j) + swap(x, y);
            best = best.min(cell(&rows, last + j + 1) + gap(x, previous));
            best = best.min(cell(&rows, now + j) + gap(y, before));
            if let (Some(p), Some(q)) = (previous, before)
                && x == q
                && y == p
                && x != y
            {
                best = best.min(cell(&rows, older + j - 1) + 0.7);
            }
            put(&mut rows, now + j + 1, best);
        }
    }
    cell(&rows, (a.len() % 3) * width + b.len())
}

fn cell(rows: &[f32], at: usize) -> f32 {
    rows.get(at).copied().unwrap_or(0.0)
}

fn put(rows: &mut [f32], at: usize, value: f32) {
    if let Some(cell) = rows.get_mut(at) {
        *cell = value;
    }
}

fn is_vowel(c: u8) -> bool {
    matches!(c, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Cost of one letter too many: vowels come and go with the romanisation, `h` is often mute.
fn gap(c: u8, before: Option<u8>, vowel: f32) -> f32 {
    match c {
        b'h' => 0.4,
        b'i' if before.is_some_and(is_vowel) => vowel.min(0.35),
        b'a' | b'e' | b'i' | b'o' | b'u' => vowel,
        _ => 1.0,
    }
}

/// Cost of one letter for another.
fn swap(a: u8, b: u8) -> f32 {
    if a == b {
        return 0.0;
    }
    let pair = if a < b { (a, b) } else { (b, a) };
    match pair {
        (b'e' | b'o', b'i' | b'u') if (a, b) != (b'e', b'u') && (b, a) != (b'e', b'u') => 0.35,
        (x, y) if is_vowel(x) && is_vowel(y) => 0.45,
        (b's', b'z')
        | (b'S' | b'J', b'Z')
        | (b'h', b'x')
        | (b'C', b'J' | b'S')
        | (b'S', b'C')
        | (b'b', b'v') => 0.3,
        (b'c', b's' | b'z')
        | (b'S', b's')
        | (b'Z' | b'J', b'z')
        | (b'C', b'c')
        | (b'J', b'S')
        | (b'g', b'h' | b'x')
        | (b'k', b'x')
        | (b'h', b'k') => 0.4,
        (b'd', b't')
        | (b'g', b'k')
        | (b'b' | b'f', b'p')
        | (b'f', b'v')
        | (b'm', b'n')
        | (b'J', b'g' | b'i') => 0.45,
        (b'u', b'v') | (b'i', b'j') => 0.3,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::distance as with_vowel;

    fn distance(a: &str, b: &str) -> f32 {
        with_vowel(a, b, 0.6)
    }

    #[test]
    fn confused_sounds_cost_less_than_typing_errors() {
        assert!(distance("putin", "putin") < f32::EPSILON);
        assert!((distance("putin", "pukin") - 1.0).abs() < f32::EPSILON);
        assert!(distance("gejdar", "hejdar") < 0.5);
        assert!((distance("sergei", "segrei") - 0.7).abs() < 1e-6);
        assert!((distance("", "kt") - 2.0).abs() < f32::EPSILON);
    }
}
