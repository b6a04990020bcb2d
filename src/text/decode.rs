//! Bytes -> text: UTF-8, UTF-16, Latin-1/Windows-1252 and what else the detector knows.
//!
//! In: the bytes of a file. Out: text and the name of its encoding, or the verdict that the bytes are no text.
//! Invariant: never fails; a byte order mark is not part of the text. Does not: read files.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Decoded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text without a byte order mark.
    pub text: String,
    /// Name of the encoding as the WHATWG Encoding Standard spells it.
    pub encoding: &'static str,
    /// Were there bytes that the encoding does not allow, so that the text was repaired?
    pub repaired: bool,
}

/// How many bytes are looked at to tell binary from text and one encoding from another.
const SAMPLE: usize = 64 * 1024;

/// How files that are no text begin.
const MAGIC: [&[u8]; 8] = [
    b"%PDF-",
    b"PK\x03\x04",
    b"\x7fELF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"MZ\x90",
];

/// Tells whether the bytes are no text: an archive, image or program.
pub fn is_binary(bytes: &[u8]) -> bool {
    if bom(bytes).is_some() {
        return false;
    }
    let sample = bytes.get(..SAMPLE.min(bytes.len())).unwrap_or(bytes);
    if MAGIC.iter().any(|m| sample.starts_with(m)) {
        return true;
    }
    if utf16_without_mark(sample).is_some() {
        return false;
    }
    let bad = |b: &&u8| **b < 9 || (14..32).contains(*b) && **b != 27;
    let control = sample.iter().filter(bad).count();
    let nul = sample.iter().filter(|b| **b == 0).count();
    nul * 1000 > sample.len() || control * 50 > sample.len()
}

fn bom(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes)
}

/// UTF-16 without a mark shows as a zero in nearly every second byte.
fn utf16_without_mark(sample: &[u8]) -> Option<&'static Encoding> {
    if sample.len() < 8 || !sample.len().is_multiple_of(2) && sample.len() < SAMPLE {
        return None;
    }
    let pairs = sample.len() / 2;
    let zero = |from: usize| {
        sample
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (zero(0), zero(1));
    if odd * 10 > pairs * 7 && even * 20 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 7 && odd * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding of a text in UTF-16, by its byte order mark or its zeros; `None` for every other text.
pub fn wide(head: &[u8]) -> Option<&'static Encoding> {
    let sample = head.get(..SAMPLE.min(head.len())).unwrap_or(head);
    let marked = bom(head).map(|b| b.0).filter(|e| *e != UTF_8);
    marked.or_else(|| utf16_without_mark(sample))
}

/// Decodes the bytes of a text file.
///
/// Order: byte order mark, UTF-16 by its zeros, valid UTF-8, UTF-8 with a few foreign bytes (read as Windows-1252 where they stand), the detector's guess.
pub fn decode(bytes: &[u8]) -> Decoded {
    let sample = bytes.get(..SAMPLE.min(bytes.len())).unwrap_or(bytes);
    if let Some(encoding) = bom(bytes)
        .map(|b| b.0)
        .or_else(|| utf16_without_mark(sample))
    {
        let (text, used, repaired) = encoding.decode(bytes);
        return decoded(text, used, repaired);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return decoded(Cow::Borrowed(text), UTF_8, false);
    }
    if let Some(text) = mostly_utf8(bytes) {
        return decoded(Cow::Owned(text), UTF_8, true);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    if let Some(text) = by_line(bytes).filter(|_| encoding == WINDOWS_1252) {
        return decoded(Cow::Owned(text), encoding, true);
    }
    let (text, used, repaired) = encoding.decode_without_bom_handling(bytes).pair(encoding);
    decoded(text, used, repaired)
}

/// Adds the encoding to what `decode_without_bom_handling` returns, in the order of `decode`.
trait Pair<'b> {
    fn pair(self, encoding: &'static Encoding) -> (Cow<'b, str>, &'static Encoding, bool);
}

impl<'b> Pair<'b> for (Cow<'b, str>, bool) {
    fn pair(self, encoding: &'static Encoding) -> (Cow<'b, str>, &'static Encoding, bool) {
        (self.0, encoding, self.1)
    }
}

fn decoded(text: Cow<'_, str>, encoding: &'static Encoding, repaired: bool) -> Decoded {
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
        repaired,
    }
}

/// Reads a UTF-8 file with stray bytes of another encoding in it (pasted feeds); `None` if those are not the exception.
fn mostly_utf8(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            bad += 1;
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
    }
    (good > bad).then_some(text)
}

/// Reads a file put together of Windows-1252 and UTF-8, each line by itself; `None` if no line is UTF-8 beyond ASCII.
fn by_line(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    let mut modern = false;
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        match std::str::from_utf8(line) {
            Ok(line) => {
                modern |= !line.is_ascii();
                text.push_str(line);
            }
            Err(_) => text.push_str(&WINDOWS_1252.decode_without_bom_handling(line).0),
        }
    }
    modern.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_common_encoding_gives_the_same_text() {
        let text = "Ministern åkte till Köln – ”ett möte”, sade Åsa Öberg på torsdagen.";
        assert_eq!(decode(text.as_bytes()).text, text);
        let (latin, _, _) = WINDOWS_1252.encode(text);
        let got = decode(&latin);
        assert_eq!((got.text.as_str(), got.encoding), (text, "windows-1252"));
        let wide = |big: bool| -> Vec<u8> {
            let bytes = |u: u16| {
                if big {
                    u.to_be_bytes()
                } else {
                    u.to_le_bytes()
                }
            };
            text.encode_utf16().flat_map(bytes).collect()
        };
        assert_eq!(decode(&wide(false)).text, text);
        assert_eq!(decode(&wide(true)).text, text);
        let mut marked = vec![0xff, 0xfe];
        marked.extend(wide(false));
        assert_eq!(decode(&marked).text, text);
        assert!(!is_binary(&wide(false)));
    }

    #[test]
    fn stray_bytes_do_not_spoil_a_utf8_file() {
        let mut bytes = "Å ä ö é ü är många. ".as_bytes().to_vec();
        bytes.extend(b"M\xf6tet");
        let got = decode(&bytes);
        assert!(
            got.text.ends_with("Mötet") && got.text.starts_with("Å ä"),
            "{got:?}"
        );
        assert!(got.repaired);
    }

    #[test]
    fn a_file_of_two_encodings_is_read_line_by_line() {
        let old = "Möte i Malmö på fredag, säger åländska källor.\n";
        let (latin, _, _) = WINDOWS_1252.encode(old);
        let new = "Citat: ”Vi är överens.”\n";
        let both = [&latin[..], new.as_bytes()].concat();
        assert_eq!(decode(&both).text, format!("{old}{new}"));
        assert!(decode(&both).repaired);
        assert!(!decode(&latin).repaired);
    }

    #[test]
    fn programs_and_pictures_are_binary() {
        assert!(is_binary(b"\x7fELF\x02\x01\x01\0\0\0\0"));
        assert!(is_binary(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"));
        assert!(!is_binary("Helt vanlig text.\n".as_bytes()));
        assert!(!is_binary(b""));
    }
}
