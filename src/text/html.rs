//! A web page -> its story, every character still traceable to the page.
//!
//! In: HTML. Out: [`Page`]: the story's blocks as clean lines with anchors into the page, and what the page says about itself.
//! How: our own scanner cuts the page into blocks with offsets; a readability algorithm (dom_smoothie) says which of them are the story.
//! Invariant: a page that readability cannot read still gives its prose. Does not: run scripts or follow links.

use super::clean::{Builder, Clean};
use super::scan::{self, ScannedBlock};
use crate::base::article::Given;
use crate::base::diagnostic::{Diagnostic, Level};
use std::collections::HashMap;

/// A page that was read.
#[derive(Debug, Default)]
pub struct Page {
    /// Lines of the story.
    pub clean: Clean,
    /// Title, date, language, publisher and address by the page's own words.
    pub given: Given,
    /// What went wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Larger or deeper pages are read without the readability algorithm, whose time and stack grow with both.
const LIMITS: (usize, usize) = (8 << 20, 400);

/// Reads a page.
pub fn read(raw: &str) -> Page {
    let scanned = scan::scan(raw);
    let mut page = Page::default();
    let article = if raw.len() <= LIMITS.0 && scanned.depth <= LIMITS.1 {
        readability(raw)
    } else {
        page.diagnostics.push(Diagnostic::new(
            Level::Note,
            "the page is too large or too deep to find its main part; all of its prose was read",
        ));
        None
    };
    let keep = match &article {
        Some(a) => story(&scanned.blocks, &a.text_content),
        None => vec![false; scanned.blocks.len()],
    };
    let found = keep.iter().any(|k| *k);
    let keep: Vec<bool> = if found {
        keep
    } else {
        scanned.blocks.iter().map(is_prose).collect()
    };
    page.given = given(&scanned, article.as_ref());
    page.clean = assemble(&scanned.blocks, &keep, page.given.title.as_deref());
    page
}

/// Reads a piece of markup inside a record: all of it is story.
pub fn fragment(raw: &str) -> Clean {
    let scanned = scan::scan(raw);
    let keep = vec![true; scanned.blocks.len()];
    assemble(&scanned.blocks, &keep, None)
}

/// Tells whether a record's text is markup: it holds at least two tags of paragraphs or breaks.
pub fn looks_like_markup(text: &str) -> bool {
    let head = super::language::sample(text);
    ["<p>", "<p ", "</p>", "<br", "<div", "</div>"]
        .iter()
        .map(|t| head.matches(t).count())
        .sum::<usize>()
        >= 2
}

fn readability(raw: &str) -> Option<dom_smoothie::Article> {
    let config = dom_smoothie::Config {
        max_elements_to_parse: 60_000,
        text_mode: dom_smoothie::TextMode::Formatted,
        ..dom_smoothie::Config::default()
    };
    // A panic inside the library must not cost the run; the page is then read by its prose.
    std::panic::catch_unwind(|| {
        dom_smoothie::Readability::new(raw, None, Some(config))
            .ok()?
            .parse()
            .ok()
    })
    .ok()
    .flatten()
}

fn is_prose(block: &ScannedBlock) -> bool {
    let links = block.linked * 2 > block.text.len();
    !links
        && (block.heading > 0
            || block.text.len() >= 60
            || (block.text.len() >= 25
                && block.text.trim_end().ends_with(['.', '!', '?', '”', '"'])))
}

/// A block that is nothing but a link and no sentence: a line of a list of other stories.
fn is_link(block: &ScannedBlock) -> bool {
    let whole = block.linked * 10 >= block.text.len() * 9;
    whole && block.heading == 0 && !block.dated && !block.text.ends_with(['.', '!', '?', '”', '"'])
}

fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Marks the blocks whose text stands in what readability kept, in order.
fn story(blocks: &[ScannedBlock], kept: &str) -> Vec<bool> {
    let mut lines: HashMap<String, usize> = HashMap::new();
    for line in kept.lines().map(key).filter(|k| !k.is_empty()) {
        *lines.entry(line).or_default() += 1;
    }
    let whole = key(kept);
    blocks
        .iter()
        .map(|b| {
            let key = key(&b.text);
            if is_link(b) {
                return false;
            }
            if let Some(n) = lines.get_mut(&key).filter(|n| **n > 0) {
                *n -= 1;
                return true;
            }
            key.len() >= 20 && !lines.contains_key(&key) && whole.contains(&key)
        })
        .collect()
}

fn given(scanned: &scan::Scanned, article: Option<&dom_smoothie::Article>) -> Given {
    let meta = |names: &[&str]| names.iter().find_map(|n| scanned.meta.get(*n).cloned());
    let told = |f: fn(&dom_smoothie::Article) -> Option<String>| {
        article.and_then(f).filter(|t| !t.trim().is_empty())
    };
    let heading = || {
        let heads: Vec<&ScannedBlock> = scanned.blocks.iter().filter(|b| b.heading == 1).collect();
        (heads.len() == 1)
            .then(|| heads.first().map(|b| b.text.trim().to_owned()))
            .flatten()
    };
    Given {
        id: None,
        user_date: None,
        user_lang: None,
        title: heading()
            .or_else(|| meta(&["og:title", "twitter:title"]))
            .or_else(|| told(|a| Some(a.title.clone())))
            .or_else(|| meta(&["<title>"])),
        published: meta(&[
            "article:published_time",
            "datepublished",
            "article:published",
            "og:published_time",
            "date",
            "dc.date",
            "dc.date.issued",
            "dcterms.date",
            "dcterms.created",
            "publish-date",
            "pubdate",
            "parsely-pub-date",
            "sailthru.date",
            "<json-ld>",
            "<time>",
        ])
        .or_else(|| told(|a| a.published_time.clone())),
        lang: meta(&["<lang>", "og:locale", "content-language"])
            .or_else(|| told(|a| a.lang.clone())),
        source: meta(&["og:site_name", "publisher", "dc.publisher"])
            .or_else(|| told(|a| a.site_name.clone())),
        url: meta(&["<canonical>", "og:url"]).or_else(|| told(|a| a.url.clone())),
    }
}

/// Puts the kept blocks together; the block that is the title goes first, wherever readability dropped it.
fn assemble(blocks: &[ScannedBlock], keep: &[bool], title: Option<&str>) -> Clean {
    let title_key = title.map(key);
    let is_title =
        |b: &ScannedBlock| b.heading > 0 && title_key.as_deref() == Some(key(&b.text).as_str());
    let first_kept = keep.iter().position(|k| *k).unwrap_or(0);
    let title_at = blocks.iter().take(first_kept + 1).position(is_title);
    let mut builder = Builder::default();
    for (n, block) in blocks.iter().enumerate() {
        let dated = block.dated && title_at.is_some_and(|t| n > t) && n < first_kept + 3;
        if !(keep.get(n) == Some(&true) || title_at == Some(n) || dated) {
            continue;
        }
        let start = builder.len();
        builder.gap();
        let mut wide = block.wide.iter().peekable();
        for (n, &(c, raw_char, raw_byte, gap)) in block.chars.iter().enumerate() {
            if gap {
                builder.gap();
            }
            match wide.next_if(|w| w.0 == n) {
                Some(&(_, chars)) => builder.push_wide(c, (raw_char, raw_byte), chars),
                None => builder.push(c, raw_char, raw_byte),
            }
        }
        builder.line(start, 1, block.heading);
        builder.gap();
        if let Some(&(_, raw_char, raw_byte, _)) = block.chars.last() {
            builder.push('\n', raw_char, raw_byte);
        }
    }
    builder.finish()
}
