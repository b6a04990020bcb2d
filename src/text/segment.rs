//! One document -> its articles.
//!
//! In: a [`Document`]. Out: [`Article`]s in file order with blocks, title, byline, source, language and date, and diagnostics.
//! Invariants: articles do not overlap; each block lies inside its article; the same document gives the same articles.
//! Does not: split sentences, resolve time expressions.

use super::block::{self, Item};
use super::boundary;
use super::clean::{self, Clean};
use super::layout::{self, Layout};
use super::published::{self, Evidence};
use super::{dateline, html, language, opening, place_line, scan};
use crate::base::article::{
    Article, Block, BlockKind, Document, DocumentKind, Given, Published, PublishedBasis,
};
use crate::base::diagnostic::{Diagnostic, Level};
use crate::base::id::content_hash;
use crate::base::span::Span;
use crate::lexicon::Lexicon;
use std::cell::LazyCell;

/// Cuts a document into articles.
///
/// Output: articles in file order (none for a document without a letter); diagnostics name the file and, where there is one, the place.
/// Never fails and never panics. Complexity: linear in the text.
pub fn articles(document: &Document, lexicon: &Lexicon) -> (Vec<Article>, Vec<Diagnostic>) {
    let (clean, given, mut diagnostics) = cleaned(document, lexicon);
    let prior = LazyCell::new(|| language::identify(&running_text(&clean), None, lexicon));
    // Only dates with slashes ask which number comes first.
    let month_first = has_slashed_number(&clean.text)
        && prior
            .as_deref()
            .and_then(|p| lexicon.pack(p))
            .is_some_and(|p| p.language().month_first);
    let items = block::items(&clean, lexicon, month_first);
    let starts = if document.kind == DocumentKind::Text {
        boundary::starts(&items, &clean.text, lexicon)
    } else {
        vec![0]
    };
    let context = Context {
        document,
        given: &given,
        clean: &clean,
        lexicon,
        prior: &|| (*prior).clone(),
    };
    let mut out: Vec<Article> = Vec::new();
    for (n, start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(items.len());
        let part = items.get(*start..end).unwrap_or(&[]);
        let article = context.article(part, out.len());
        out.extend(article);
    }
    for article in &out {
        diagnostics.extend(remarks(article, lexicon));
    }
    if out.is_empty() {
        diagnostics.push(Diagnostic::new(
            Level::Warning,
            "no article found; expected at least one line of text",
        ));
    }
    let named = diagnostics.into_iter().map(|d| d.in_file(&document.file));
    (out, named.collect())
}

fn has_slashed_number(text: &str) -> bool {
    let slashed = |w: &[u8]| matches!(w, [a, b'/', b] if a.is_ascii_digit() && b.is_ascii_digit());
    text.as_bytes().windows(3).any(slashed)
}

fn is_markdown(file: &str) -> bool {
    let lower = file.to_ascii_lowercase();
    let name = lower.strip_suffix(".gz").unwrap_or(&lower);
    [".md", ".markdown", ".mdown", ".mkd"]
        .iter()
        .any(|e| name.ends_with(e))
}

fn cleaned(document: &Document, lexicon: &Lexicon) -> (Clean, Given, Vec<Diagnostic>) {
    let mut given = document.given.clone();
    let words = lexicon.boilerplate();
    match document.kind {
        DocumentKind::Html => {
            let page = html::read(&document.text);
            (page.clean, merge(given, page.given), page.diagnostics)
        }
        DocumentKind::Record => {
            let headline = given.title.as_deref().and_then(|title| {
                let body = record_body(&document.text, title)?;
                Some((body, document.text.get(body.len() + GAP.len()..)?))
            });
            let body = headline.map_or(document.text.as_str(), |h| h.0);
            let mut clean = if html::looks_like_markup(body) {
                html::fragment(body)
            } else {
                clean::clean(body, is_markdown(&document.file), &words.kept_hyphens)
            };
            if let Some((body, title)) = headline {
                let at = |n: usize| n + GAP.len();
                clean = clean.under(title, (at(body.chars().count()), at(body.len())));
            }
            given.title = given.title.map(|t| scan::resolved(&t));
            (clean, given, Vec::new())
        }
        DocumentKind::Text => {
            let markdown = is_markdown(&document.file);
            let clean = clean::clean(&document.text, markdown, &words.kept_hyphens);
            (clean, given, Vec::new())
        }
    }
}

/// What parts the headline of a record from the text before it.
const GAP: &str = "\n\n";

/// How far from its start a record's text is searched for its headline, in letters and digits.
const HEADLINE_REACH: usize = 600;

/// The text of a record whose headline stands apart from it: the headline goes behind the text, so that places in the text stay what they are.
pub fn record_text(text: &str, title: Option<&str>) -> String {
    let key = |t: &str| -> String {
        let plain = t.chars().filter(|c| c.is_alphanumeric());
        plain
            .flat_map(char::to_lowercase)
            .take(HEADLINE_REACH)
            .collect()
    };
    let missing = |title: &&str| {
        let title = key(&scan::resolved(title));
        !title.is_empty() && !key(&scan::resolved(text)).contains(&title)
    };
    match title.filter(missing) {
        Some(title) => format!("{text}{GAP}{title}"),
        None => text.to_owned(),
    }
}

/// The text before a headline that [`record_text`] put behind it.
fn record_body<'t>(text: &'t str, title: &str) -> Option<&'t str> {
    let body = text.strip_suffix(title)?.strip_suffix(GAP)?;
    (!title.is_empty() && record_text(body, Some(title)).len() == text.len()).then_some(body)
}

/// Fills gaps of what the user or record says with what the page says.
fn merge(first: Given, second: Given) -> Given {
    Given {
        id: first.id.or(second.id),
        title: first.title.or(second.title),
        published: first.published.or(second.published),
        lang: first.lang.or(second.lang),
        source: first.source.or(second.source),
        url: first.url.or(second.url),
        user_date: first.user_date.or(second.user_date),
        user_lang: first.user_lang.or(second.user_lang),
    }
}

/// The longest lines of the start of a document, for telling its language.
fn running_text(clean: &Clean) -> String {
    let mut text = String::new();
    let long = |l: &&clean::Line| l.span.len() >= 60;
    for line in clean.lines.iter().take(400).filter(long) {
        text.push_str(language::sample(line.span.of(&clean.text)));
        text.push('\n');
        if text.len() >= language::SAMPLE {
            break;
        }
    }
    if text.is_empty() {
        text.push_str(language::sample(&clean.text));
    }
    text
}

struct Context<'a> {
    document: &'a Document,
    given: &'a Given,
    clean: &'a Clean,
    lexicon: &'a Lexicon,
    /// The language of the document.
    prior: &'a dyn Fn() -> Option<String>,
}

impl Context<'_> {
    fn article(&self, items: &[Item], order: usize) -> Option<Article> {
        let text = &self.clean.text;
        let slice = items.first()?.span.cover(items.last()?.span);
        let layout = layout::lay_out(
            items,
            text,
            (self.given.title.as_deref(), self.lexicon.boilerplate()),
            self.document.kind,
        );
        let lang = self.language(items, &layout);
        let story = items.get(..layout.story_end).unwrap_or(items);
        let evidence = Evidence {
            text,
            items: story,
            tail: items.get(layout.story_end..).unwrap_or(&[]),
            given: self.given,
            file: &self.document.file,
            language: lang
                .as_deref()
                .and_then(|l| self.lexicon.pack(l))
                .map(super::super::lexicon::pack::Pack::language),
        };
        let published = published::choose(&evidence, self.lexicon);
        let agency = published::agency_of(&evidence, self.lexicon).and_then(|a| a.0.agency);
        let article_text = slice.of(text).to_owned();
        let shift = |s: Span| Span {
            start: s.start - slice.start,
            end: s.end - slice.start,
        };
        let mut blocks = layout.blocks;
        blocks.iter_mut().for_each(|b| b.span = shift(b.span));
        let published = published.map(|p| Published {
            evidence: p.evidence.map(shift),
            ..p
        });
        split_dateline(&mut blocks, &article_text, published.as_ref(), self.lexicon);
        let given = self.given;
        Some(Article {
            id: content_hash([article_text.as_str()]),
            external_id: given.id.clone(),
            file: self.document.file.clone(),
            order: order as u32,
            lang,
            published,
            title: given.title.clone().or(layout.title),
            byline: layout.byline,
            source: given.source.clone().or(layout.source).or(agency),
            url: given.url.clone(),
            offsets: self.clean.offsets(slice),
            text: article_text,
            blocks,
        })
    }

    /// The language the user names, or that of the source, unless the text plainly speaks another that we know.
    fn language(&self, items: &[Item], layout: &Layout) -> Option<String> {
        if self.given.user_lang.is_some() {
            return self.given.user_lang.clone();
        }
        let mut sample = String::new();
        for (block, item) in layout.blocks.iter().zip(items) {
            if block.is_read() && sample.len() < language::SAMPLE {
                sample.push_str(language::sample(item.span.of(&self.clean.text)));
                sample.push('\n');
            }
        }
        let written = self.given.lang.as_deref().and_then(language::code);
        let prior = || written.clone().or_else(self.prior);
        let told = language::identify_in(&sample, prior, self.lexicon);
        if sample.len() < 200 {
            return written.or(told);
        }
        told.or(written)
    }
}

/// Paragraphs in which an agency dateline is looked for.
const DATELINE_REACH: usize = 3;

/// Cuts datelines off the paragraphs they open, that of the article and those of its briefs: the city in it takes no part in the story, nor does a bare date that was taken as publication.
fn split_dateline(
    blocks: &mut Vec<Block>,
    text: &str,
    published: Option<&Published>,
    lexicon: &Lexicon,
) {
    let opening = published
        .filter(|p| p.basis == PublishedBasis::Dateline)
        .and_then(|p| p.evidence);
    let paragraphs = (0..blocks.len()).filter(|&i| {
        blocks
            .get(i)
            .is_some_and(|b| b.kind == BlockKind::Paragraph)
    });
    let found = paragraphs.clone().take(DATELINE_REACH).find_map(|i| {
        let block = blocks.get(i)?;
        let paragraph = block.span.of(text);
        let bare = opening.filter(|e| block.span.contains(*e)).and_then(|e| {
            let at = (e.start - block.span.start) as usize;
            opening::read(paragraph, lexicon.calendar(), false)
                .filter(|o| o.len > at)
                .map(|o| o.len)
        });
        let len = bare.or_else(|| Some(dateline::agency_line(paragraph, lexicon)?.len))?;
        (len < block.span.len()).then_some((i, block.span.start + len as u32))
    });
    // Briefs open with datelines of their own.
    let first = found.map(|f| f.0);
    // The first sentence of a text without a title is taken for one.
    let sentences = (0..blocks.len()).filter(|&i| {
        let title = blocks.get(i).filter(|b| b.kind == BlockKind::Headline);
        title.is_some_and(|b| b.span.of(text).trim_end().ends_with('.'))
    });
    let briefs = paragraphs.chain(sentences);
    let briefs = briefs.filter(|i| Some(*i) != first).filter_map(|i| {
        let block = blocks.get(i)?;
        let len = place_line::brief_line(block.span.of(text), lexicon)?;
        (len < block.span.len()).then_some((i, block.span.start + len as u32))
    });
    let titles = (0..blocks.len()).filter_map(|i| {
        let line = |b: &&Block| matches!(b.kind, BlockKind::Headline | BlockKind::Subheading);
        let block = blocks.get(i).filter(line)?;
        let len = place_line::headline_line(block.span.of(text), lexicon)?;
        Some((i, block.span.start + len as u32))
    });
    let mut cuts: Vec<(usize, u32)> = found.into_iter().chain(briefs).chain(titles).collect();
    cuts.sort_unstable();
    cuts.dedup_by_key(|c| c.0);
    for (i, at) in cuts.into_iter().rev() {
        let Some(block) = blocks.get_mut(i) else {
            continue;
        };
        let front = Span {
            start: block.span.start,
            end: at,
        };
        block.span.start = at;
        blocks.insert(
            i,
            Block {
                span: front,
                kind: BlockKind::Dateline,
            },
        );
    }
}

fn remarks(article: &Article, lexicon: &Lexicon) -> Option<Diagnostic> {
    let message = match &article.lang {
        None => "the language of the article could not be told; it is kept but not read".to_owned(),
        Some(code) if lexicon.pack(code).is_none() => {
            let known: Vec<&str> = lexicon.packs.keys().map(String::as_str).collect();
            format!(
                "the article is in {code}, for which there is no language pack (there are {}); it is kept but not read",
                known.join(", ")
            )
        }
        Some(_) => return None,
    };
    let whole = Span::new(0, article.text.len());
    Some(Diagnostic::new(Level::Note, message).at(article.raw_chars(whole)))
}
