//! The inside of one article: headline, byline, source, what is read and what is not.
//!
//! In: the items of one article. Out: [`Layout`] with one block an item. Invariant: blocks and items run side by side.
//! Does not: cut files into articles (text::boundary).

use super::block::{Class, Item};
use crate::base::article::{Block, BlockKind, DocumentKind};
use crate::lexicon::boilerplate::{Boilerplate, LineKind};
use std::collections::HashSet;

/// What the items of one article are for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// One block an item, spans as in the items.
    pub blocks: Vec<Block>,
    /// Headline.
    pub title: Option<String>,
    /// Byline.
    pub byline: Option<String>,
    /// Publisher as a source line names it.
    pub source: Option<String>,
    /// Number of items before the furniture behind the story.
    pub story_end: usize,
}

/// Shortest paragraph that belongs to the body and not to the head, in bytes.
const BODY: usize = 90;
/// Shortest line that counts as repeated, in bytes.
const REPEAT: usize = 12;
/// What a label speaks for a headline, and capitals of a newspaper's name against one.
const LABEL: i32 = 6;
/// What speaks for a headline that stood further up with the name of its site.
const SITE: i32 = 3;
/// Shortest paragraph that brings the story back behind a list of other stories, in bytes.
const RESUME: usize = 220;

/// Lays out an article; `given` is the headline the source names.
pub fn lay_out(
    items: &[Item],
    text: &str,
    (given, words): (Option<&str>, &Boilerplate),
    kind: DocumentKind,
) -> Layout {
    let head_end = items
        .iter()
        .position(|i| i.is_prose(BODY))
        .unwrap_or(items.len());
    let title = title_item(items, text, (given, words), head_end, kind);
    let mut layout = Layout {
        story_end: items.len(),
        title: title
            .and_then(|t| items.get(t))
            .map(|i| headline(unlabelled(i.span.of(text), words).unwrap_or(i.span.of(text)))),
        ..Layout::default()
    };
    let mut reader = Reader {
        items,
        text,
        title,
        seen: HashSet::new(),
        tail: None,
        told: 0,
        aside: false,
    };
    for (i, item) in items.iter().enumerate() {
        let kind = reader.kind(i, item);
        if reader.tail.is_some() && layout.story_end == items.len() {
            layout.story_end = i;
        } else if reader.tail.is_none() {
            layout.story_end = items.len();
        }
        layout.blocks.push(Block {
            span: item.span,
            kind,
        });
        let name = || item.name.clone();
        match item.class {
            Class::Furniture(LineKind::Byline) | Class::Date(_) if layout.byline.is_none() => {
                layout.byline = name();
            }
            Class::Furniture(LineKind::Source)
                if layout.source.is_none() && reader.tail.is_none() =>
            {
                layout.source = name();
            }
            _ => {}
        }
    }
    layout
}

/// A kicker glued to the headline ("International:Sechser-Treffen: …") is no part of it; white space is made even.
fn headline(text: &str) -> String {
    let glued = text.find(':').filter(|c| {
        let (kicker, rest) = (
            text.get(..*c).unwrap_or(""),
            text.get(c + 1..).unwrap_or(""),
        );
        kicker.chars().all(char::is_alphabetic)
            && kicker.chars().count() >= 4
            && rest.starts_with(char::is_uppercase)
            && rest.contains(' ')
    });
    let text = glued.and_then(|c| text.get(c + 1..)).unwrap_or(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands behind a label of a headline ("Subject: …").
fn unlabelled<'t>(line: &'t str, words: &Boilerplate) -> Option<&'t str> {
    let (label, rest) = line.split_once(':')?;
    let label = label.trim().to_lowercase();
    let rest = rest.trim_start();
    (words.title_labels.contains(&label) && rest.contains(char::is_alphabetic)).then_some(rest)
}

/// Is the line a newspaper's name in capitals over a headline in small letters?
fn is_masthead(items: &[Item], n: usize, text: &str, words: &Boilerplate) -> bool {
    let line = |n: usize| items.get(n).map_or("", |i| i.span.of(text));
    let small = |l: &str| l.chars().any(char::is_lowercase);
    let next = items.get(n + 1);
    let over = next.is_some_and(|x| x.class == Class::Short && x.words >= 3 && small(line(n + 1)));
    over && !small(line(n))
        && line(n)
            .split(|c: char| !c.is_alphabetic())
            .any(|w| words.masthead_words.contains(&w.to_lowercase()))
}

/// Is a line a headline with the name of its site behind it ("Row over quotas - Example News")?
fn names_site(line: &str, headline: &str) -> bool {
    let rest = line.strip_prefix(headline).unwrap_or("").trim_start();
    headline.contains(' ') && rest.starts_with(['-', '–', '—', '|', '·', '»'])
}

fn same(a: &str, b: &str) -> bool {
    let key = |t: &str| -> String {
        t.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    key(a) == key(b)
}

/// Picks the item that is the headline: the one the source names, one marked up as such, else the best short line of the head,
/// else a first sentence that stands alone over longer paragraphs.
fn title_item(
    items: &[Item],
    text: &str,
    (given, words): (Option<&str>, &Boilerplate),
    head_end: usize,
    kind: DocumentKind,
) -> Option<usize> {
    if let Some(given) = given {
        let head = items.iter().take(head_end.max(1) + 1);
        return head.into_iter().position(|i| same(i.span.of(text), given));
    }
    if head_end == items.len() && items.iter().all(|i| i.class != Class::Prose) {
        return None;
    }
    let candidates = items
        .iter()
        .take(head_end)
        .enumerate()
        .filter(|(_, i)| i.class == Class::Short);
    let best = candidates
        .map(|(n, item)| {
            let mut score = score(items, n, item);
            if unlabelled(item.span.of(text), words).is_some() {
                score += LABEL;
            }
            if is_masthead(items, n, text, words) {
                score -= LABEL;
            }
            let line = item.span.of(text);
            let page = |x: &Item| x.class == Class::Short && names_site(x.span.of(text), line);
            if items.iter().take(n).any(page) {
                score += SITE;
            }
            (score, n)
        })
        .max_by_key(|(score, n)| (*score, std::cmp::Reverse(*n)));
    if let Some((score, n)) = best
        && score > 0
    {
        return Some(n);
    }
    let sentence = sentence_title(items, text).filter(|_| kind != DocumentKind::Record);
    sentence.or(best.map(|b| b.1))
}

/// Scores a short line of the head as headline.
fn score(items: &[Item], n: usize, item: &Item) -> i32 {
    let mut score = match item.words {
        0..=1 => -4,
        2 => -2,
        3 => 1,
        4..=16 => 4,
        _ => 2,
    };
    if item.heading > 0 {
        score += 7 - i32::from(item.heading);
    }
    let head = items
        .iter()
        .skip(n + 1)
        .take(4)
        .take_while(|x| x.class != Class::Prose);
    let signed = |x: &Item| {
        matches!(x.class, Class::Date(_)) || x.is_furniture(&[LineKind::Byline, LineKind::Source])
    };
    if head.into_iter().any(signed) {
        score += 2;
    }
    let mut behind = items.iter().skip(n + 1);
    if behind.any(|x| x.span.len() == item.span.len() && x.words == item.words) {
        score += 1;
    }
    score
}

/// A first line that ends like a sentence is still the headline if it is short and longer paragraphs follow it.
fn sentence_title(items: &[Item], text: &str) -> Option<usize> {
    let known = |i: &Item| matches!(i.class, Class::Furniture(_) | Class::Date(_) | Class::Rule);
    let n = items.iter().position(|i| !known(i))?;
    let item = items.get(n)?;
    let next = items.iter().skip(n + 1).find(|i| !known(i))?;
    let line = item.span.of(text);
    let alone = !line
        .trim_end_matches(['.', '!', '?'])
        .contains(['.', '!', '?', '\n']);
    let speech = line.starts_with(['–', '—', '-', '"', '„', '“', '”', '»', '•', '*']);
    let short = (4..=15).contains(&item.words) && item.span.len() <= 120;
    let longer = next.class == Class::Prose && next.span.len() * 2 >= item.span.len() * 3;
    (alone && !speech && short && longer).then_some(n)
}

struct Reader<'a> {
    items: &'a [Item],
    text: &'a str,
    title: Option<usize>,
    seen: HashSet<String>,
    tail: Option<LineKind>,
    /// Paragraphs read so far.
    told: usize,
    /// Are we behind "Read also:", in its list?
    aside: bool,
}

impl Reader<'_> {
    fn kind(&mut self, i: usize, item: &Item) -> BlockKind {
        if self.title == Some(i) {
            self.remember(item);
            return BlockKind::Headline;
        }
        self.aside &= item.blanks < 2 && self.is_link(item);
        if self.aside {
            return BlockKind::Boilerplate;
        }
        match item.class {
            Class::Date(_) => BlockKind::Dateline,
            Class::Rule => BlockKind::Boilerplate,
            Class::Furniture(kind) => {
                if self.told > 0 && matches!(kind, LineKind::HardTail | LineKind::SoftTail) {
                    self.tail = Some(self.tail.map_or(kind, |t| t.min(kind)));
                }
                let colon = kind == LineKind::Line && item.span.of(self.text).ends_with(':');
                self.aside = kind == LineKind::Aside || colon;
                BlockKind::Boilerplate
            }
            Class::Short | Class::Prose => self.story(i, item),
        }
    }

    /// A short line, or a point of a list that is no sentence.
    fn is_link(&self, item: &Item) -> bool {
        let text = item.span.of(self.text);
        let point = text.starts_with(['-', '–', '•', '*', '·', '>', '»', '►', '▶', '→']);
        item.class == Class::Short && item.heading == 0
            || item.class == Class::Prose
                && point
                && text.len() <= 120
                && !text.ends_with(['.', '!', '?', '”', '"', ':'])
    }

    fn story(&mut self, i: usize, item: &Item) -> BlockKind {
        if item.span.len() >= REPEAT && !self.remember(item) {
            return BlockKind::Repeat;
        }
        let before_title = self.title.is_some_and(|t| i < t);
        if before_title
            && self
                .title
                .and_then(|t| self.items.get(t))
                .map(|t| (t.span.of(self.text), item.span.of(self.text)))
                .is_some_and(|(title, line)| same(title, line) || names_site(line, title))
        {
            return BlockKind::Repeat;
        }
        if self.tail == Some(LineKind::SoftTail) && self.resumes(i) {
            self.tail = None;
        }
        if self.tail.is_some() {
            return BlockKind::Boilerplate;
        }
        if before_title && item.words <= 4 {
            return BlockKind::Boilerplate;
        }
        if item.class == Class::Short {
            return if self.followed(i) {
                BlockKind::Subheading
            } else {
                BlockKind::Boilerplate
            };
        }
        if !before_title {
            self.told += 1;
        }
        BlockKind::Paragraph
    }

    /// Does a paragraph follow before the end of the story? A last short line is a name or a label.
    fn followed(&self, i: usize) -> bool {
        if self.told == 0 || self.items.get(i).is_some_and(|x| x.words >= 5) {
            return true;
        }
        let next = self.items.iter().skip(i + 1);
        next.take_while(|x| !x.is_furniture(&[LineKind::HardTail, LineKind::SoftTail]))
            .any(|x| x.class == Class::Prose)
    }

    /// Two long paragraphs in a row are the story again.
    fn resumes(&self, i: usize) -> bool {
        let long = |n: usize| self.items.get(n).is_some_and(|x| x.is_prose(RESUME));
        long(i) && long(i + 1)
    }

    /// Remembers the item's text; `false` if it stood in the article before.
    fn remember(&mut self, item: &Item) -> bool {
        let words = item.span.of(self.text).split_whitespace();
        let mut key = String::with_capacity(item.span.len());
        for word in words {
            if word.is_ascii() {
                let start = key.len();
                key.push_str(word);
                key[start..].make_ascii_lowercase();
            } else {
                key.extend(word.chars().flat_map(char::to_lowercase));
            }
            key.push(' ');
        }
        self.seen.insert(key)
    }
}
