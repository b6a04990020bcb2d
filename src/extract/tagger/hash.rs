//! Hashes of words and features: fixed, so that a model trained on one machine reads on every other.
//!
//! In: characters, numbers. Out: 64-bit hashes. Invariant: independent of platform and of the standard library's hashers.

/// Start value of a rolling hash (FNV-1a, 64 bits).
pub const START: u64 = 0xcbf2_9ce4_8422_2325;

/// Adds one character to a rolling hash.
#[inline]
pub fn roll(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(c)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Spreads the bits of a hash.
#[inline]
pub fn finish(mut hash: u64) -> u64 {
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ hash >> 32
}

/// Joins two hashes, in order.
#[inline]
pub fn mix(a: u64, b: u64) -> u64 {
    (a.rotate_left(5) ^ b).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Hashes characters.
pub fn chars(characters: impl Iterator<Item = char>) -> u64 {
    finish(characters.fold(START, roll))
}

/// Hashes a string as it stands.
pub fn text(text: &str) -> u64 {
    chars(text.chars())
}
