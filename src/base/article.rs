//! Documents as they were read and articles as they were cut out of them.
//!
//! In: decoded text and what the file said about itself. Out: plain records for the stages.
//! Invariants: spans are byte ranges of `Article::text`; `Article::offsets` leads from there to the raw text; nothing of the raw text is lost.

use super::date::Interval;
use super::span::{OffsetMap, Span};
use chrono::NaiveDate;

/// The form a document came in; decides how it is cleaned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// Plain text or Markdown; may hold several articles.
    Text,
    /// A web page; one article.
    Html,
    /// One record of a JSON or JSONL file; one article.
    Record,
}

/// What the source itself says about an article (JSON fields, HTML meta tags, `--date`); `None` where it is silent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// The source's own id.
    pub id: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Publication date as written, any shape.
    pub published: Option<String>,
    /// Language code as written.
    pub lang: Option<String>,
    /// Publisher.
    pub source: Option<String>,
    /// Web address.
    pub url: Option<String>,
    /// Publication date in the words of the user, who knows (`--date`); goes before all evidence.
    pub user_date: Option<NaiveDate>,
    /// Language code in the words of the user (`--lang`); goes before all evidence.
    pub user_lang: Option<String>,
}

/// One decoded text, before it is cut into articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Name for messages and records: the path as the user gave it, or `-`.
    pub file: String,
    /// How it came.
    pub kind: DocumentKind,
    /// The raw text that all offsets of records speak of (for [`DocumentKind::Record`] the value of its text field).
    pub text: String,
    /// What the source says.
    pub given: Given,
}

/// Where a publication date was read off.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum PublishedBasis {
    /// A field of the record, a meta tag of the page.
    Metadata,
    /// The user said so (`--date`).
    User,
    /// A line that consists of a date, with or without "Published", "Stand", "Uppdaterad"; or a bare date before the first sentence ("5 Feb 2026 – …").
    Dateline,
    /// An agency dateline "CITY, 5 Feb (Reuters) –".
    AgencyDateline,
    /// A date in the address or the file's name.
    Address,
    /// A full date in the text that fits its weekday or "yesterday".
    Consistent,
    /// The latest full past date in the lead: the article is not older.
    LowerBound,
}

/// A publication date with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The day (or the coarser interval the source gives).
    pub date: Interval,
    /// What kind of evidence it rests on.
    pub basis: PublishedBasis,
    /// Where in the article text it stands, if it stands there.
    pub evidence: Option<Span>,
}

/// What a stretch of an article is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// A heading inside the article.
    Subheading,
    /// A line that only dates (and places) the article.
    Dateline,
    /// A paragraph that is read.
    Paragraph,
    /// Credits, menus, "read also", comment forms: kept, shown, not read.
    Boilerplate,
    /// A paragraph that already stood in the article: kept, not read again.
    Repeat,
}

/// One block of an article, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the article text.
    pub span: Span,
    /// What it is for.
    pub kind: BlockKind,
}

impl Block {
    /// Tells whether extraction reads the block.
    pub fn is_read(&self) -> bool {
        matches!(
            self.kind,
            BlockKind::Headline | BlockKind::Subheading | BlockKind::Paragraph
        )
    }
}

/// One article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Content hash of the article text: a text read twice is one article.
    pub id: String,
    /// The id the source gave, if any; `extract --stdin` gives it back.
    pub external_id: Option<String>,
    /// Name of the file it came from.
    pub file: String,
    /// Position in its file, from 0.
    pub order: u32,
    /// Two-letter language code; `None` if it could not be told.
    pub lang: Option<String>,
    /// Publication date, never invented.
    pub published: Option<Published>,
    /// Headline, if there is one.
    pub title: Option<String>,
    /// Byline.
    pub byline: Option<String>,
    /// Publisher or agency.
    pub source: Option<String>,
    /// Web address.
    pub url: Option<String>,
    /// Clean text that the stages work on.
    pub text: String,
    /// From the clean text back to the raw one.
    pub offsets: OffsetMap,
    /// Blocks in reading order; together they cover every character that is not white space.
    pub blocks: Vec<Block>,
}

impl Article {
    /// Returns the raw code-point range of a clean span.
    pub fn raw_chars(&self, span: Span) -> [u32; 2] {
        self.offsets.raw_chars(&self.text, span)
    }
}
