//! One short article, read as a user's record would be.

use newsgraph::base::article::{Document, DocumentKind, Given};
use newsgraph::base::record::ArticleRecord;
use newsgraph::pipeline::Engine;
use newsgraph::pipeline::source::Input;

/// Reads a text as one article. `lang`: two-letter code; `published`: EDTF.
pub fn read(engine: &Engine, lang: &str, text: &str, published: Option<&str>) -> ArticleRecord {
    let given = Given {
        lang: Some(lang.to_owned()),
        published: published.map(str::to_owned),
        ..Given::default()
    };
    let document = Document {
        file: "example".to_owned(),
        kind: DocumentKind::Record,
        text: text.to_owned(),
        given,
    };
    let input = Input {
        document,
        start_char: 0,
        start_byte: 0,
    };
    let mut records = engine.document(&input).records;
    assert_eq!(records.len(), 1, "{text}");
    records.remove(0)
}
