//! UTF-16 streams as UTF-8, so that what follows may cut a file at any line.
//!
//! In: a reader and its encoding. Out: a reader of UTF-8 without a byte order mark. Invariants: memory is one buffer; broken units become U+FFFD.

use encoding_rs::{CoderResult, Decoder, Encoding};
use std::io::{BufRead, Read};

/// Bytes decoded at a time.
const STEP: usize = 1 << 16;

/// A reader that decodes.
pub(super) struct Wide {
    inner: Box<dyn BufRead>,
    decoder: Decoder,
    ready: Vec<u8>,
    given: usize,
    done: bool,
}

impl Wide {
    /// Wraps a reader; a byte order mark is taken off.
    pub(super) fn new(inner: Box<dyn BufRead>, encoding: &'static Encoding) -> Self {
        Self {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            ready: Vec::new(),
            given: 0,
            done: false,
        }
    }

    fn refill(&mut self) -> std::io::Result<()> {
        let mut out = vec![0; STEP];
        let buffer = self.inner.fill_buf()?;
        let last = buffer.is_empty();
        let (result, read, written, _) = self.decoder.decode_to_utf8(buffer, &mut out, last);
        self.inner.consume(read);
        self.done = last && result == CoderResult::InputEmpty;
        out.truncate(written);
        self.ready = out;
        self.given = 0;
        Ok(())
    }
}

impl Read for Wide {
    fn read(&mut self, target: &mut [u8]) -> std::io::Result<usize> {
        while self.given >= self.ready.len() && !self.done {
            self.refill()?;
        }
        let left = self.ready.get(self.given..).unwrap_or(&[]);
        let n = left.len().min(target.len());
        if let (Some(to), Some(from)) = (target.get_mut(..n), left.get(..n)) {
            to.copy_from_slice(from);
        }
        self.given += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{UTF_16BE, UTF_16LE};
    use std::io::{BufReader, Cursor};

    #[test]
    fn long_utf16_comes_out_whole_in_steps_of_any_size() {
        let text = "Ministern åkte till Köln – möte 🚢 på torsdagen.\n".repeat(5000);
        for (encoding, mark) in [(UTF_16LE, true), (UTF_16BE, false)] {
            let mut bytes = Vec::new();
            let units = mark
                .then_some(0xFEFF)
                .into_iter()
                .chain(text.encode_utf16());
            for unit in units {
                let pair = if encoding == UTF_16LE {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                };
                bytes.extend(pair);
            }
            let inner = BufReader::with_capacity(7, Cursor::new(bytes));
            let mut got = String::new();
            Wide::new(Box::new(inner), encoding)
                .read_to_string(&mut got)
                .expect("it is valid UTF-8");
            assert_eq!(got, text);
        }
    }

    #[test]
    fn broken_units_are_replaced() {
        let bytes = vec![b'a', 0, 0x3d, 0xd8, b'b', 0, b'c'];
        let mut got = String::new();
        Wide::new(Box::new(BufReader::new(Cursor::new(bytes))), UTF_16LE)
            .read_to_string(&mut got)
            .expect("it is valid UTF-8");
        assert!(got.starts_with("a\u{fffd}b"), "{got:?}");
    }
}
