//! Where the articles of a text file begin.
//!
//! In: classified items. Out: indices of the items at which an article begins, the first always 0.
//! Invariant: a new article needs a head of its own (headline with date, byline, agency dateline, or a headline behind the end of the article before)
//! and a body; datelines of one head count once. Does not: pick titles (text::layout).

use super::block::{Class, Item};
use super::dateline;
use crate::lexicon::Lexicon;
use crate::lexicon::boilerplate::LineKind;
use std::collections::HashSet;

/// Shortest paragraph that counts as the body of an article, in bytes.
const BODY: usize = 40;

/// Finds the starts of the articles; complexity linear in the items.
pub fn starts(items: &[Item], text: &str, lexicon: &Lexicon) -> Vec<usize> {
    let finder = Finder {
        items,
        text,
        lexicon,
        fresh: fresh(items, text),
        top: top_heading(items),
    };
    let mut starts = vec![0];
    let mut i = 0;
    while i < items.len() {
        let last = starts.last().copied().unwrap_or(0);
        match finder.head_at(i, last) {
            Some(head) if head.start > last => {
                starts.push(head.start);
                i = head.end.max(i + 1);
            }
            Some(head) => i = head.end.max(i + 1),
            None => i += 1,
        }
    }
    starts
}

/// Marks the items whose text did not stand earlier in the file.
fn fresh(items: &[Item], text: &str) -> Vec<bool> {
    let mut seen = HashSet::new();
    items.iter().map(|i| seen.insert(i.span.of(text))).collect()
}

/// The level of headings that divides the file: the highest one that stands over prose at least twice.
fn top_heading(items: &[Item]) -> Option<u8> {
    (1..=2)
        .find(|level| {
            let heads = items
                .iter()
                .enumerate()
                .filter(|(_, i)| i.heading == *level);
            let over_prose = heads.filter(|(n, _)| {
                let below = items
                    .iter()
                    .skip(n + 1)
                    .take_while(|i| i.heading == 0 || i.heading > *level);
                below.take(12).any(|i| i.is_prose(BODY))
            });
            over_prose.count() >= 2
        })
        .filter(|level| {
            // Below a single title of a higher level they are its sections, unless they are dated.
            let higher = items.iter().any(|i| i.heading > 0 && i.heading < *level);
            !higher
        })
}

/// The head of an article.
#[derive(Debug, Clone, Copy)]
struct Head {
    start: usize,
    /// First item behind it.
    end: usize,
}

struct Finder<'a> {
    items: &'a [Item],
    text: &'a str,
    lexicon: &'a Lexicon,
    fresh: Vec<bool>,
    top: Option<u8>,
}

impl Finder<'_> {
    fn class(&self, i: usize) -> Option<Class> {
        self.items.get(i).map(|x| x.class)
    }

    fn is_short(&self, i: usize) -> bool {
        self.class(i) == Some(Class::Short)
    }

    fn is_date(&self, i: usize) -> bool {
        matches!(self.class(i), Some(Class::Date(_)))
    }

    fn is_byline(&self, i: usize) -> bool {
        self.items
            .get(i)
            .is_some_and(|x| x.is_furniture(&[LineKind::Byline]))
    }

    /// A head whose deciding item stands at `i`; `last` is where the current article began.
    fn head_at(&self, i: usize, last: usize) -> Option<Head> {
        let head = match self.class(i)? {
            Class::Date(_) => self.dated_head(i, last)?,
            Class::Short => self.undated_head(i, last)?,
            Class::Prose => self.agency_head(i, last)?,
            _ => return None,
        };
        let body = self.body(head.end);
        let in_tail = self.in_tail(head.start, last);
        // A heading of the level that divides the file opens an article even behind a newsletter line.
        let heading = self.items.get(head.start).map_or(0, |x| x.heading);
        let marked = heading > 0 && Some(heading) == self.top;
        let enough = if in_tail && !marked {
            (body.0 >= 2 && body.1 >= 250) || (body.0 >= 1 && self.credited(head.end))
        } else {
            body.0 >= 1
        };
        (enough || head.start <= last).then_some(head)
    }

    /// Number and bytes of the fresh paragraphs behind a head, up to the next date, tail or eight items.
    fn body(&self, end: usize) -> (usize, usize) {
        let below = self.items.iter().enumerate().skip(end).take(10);
        let own = below
            .take_while(|(_, x)| !x.is_furniture(&[LineKind::HardTail]) && x.class != Class::Rule);
        let prose = own.filter(|(n, x)| x.is_prose(BODY) && self.fresh.get(*n) == Some(&true));
        prose.fold((0, 0), |(n, bytes), (_, x)| (n + 1, bytes + x.span.len()))
    }

    /// Does a credit of its own close the story behind a head, before another date comes?
    fn credited(&self, end: usize) -> bool {
        let below = self.items.iter().skip(end).take(10);
        let mut own = below.take_while(|x| {
            !matches!(x.class, Class::Date(_) | Class::Rule)
                && !x.is_furniture(&[LineKind::HardTail, LineKind::SoftTail])
        });
        own.any(|x| x.is_furniture(&[LineKind::EndCredit]))
    }

    /// Does a bare date at `i` name another day than every date of the article that began at `last`, which has one?
    fn other_day(&self, i: usize, last: usize) -> bool {
        let Some(Class::Date(here)) = self.class(i) else {
            return false;
        };
        let mut dates = (last..i).filter_map(|n| match self.class(n) {
            Some(Class::Date(d)) => Some(d.found.date),
            _ => None,
        });
        let first = dates.next();
        here.bare
            && first.is_some_and(|d| d != here.found.date)
            && dates.all(|d| d != here.found.date)
    }

    /// Paragraphs of the article that began at `last`, before `end`.
    fn told(&self, last: usize, end: usize) -> usize {
        let part = self.items.get(last..end).unwrap_or(&[]);
        part.iter().filter(|x| x.is_prose(BODY)).count()
    }

    /// Does a tail marker stand between the story of the current article and `start`?
    fn in_tail(&self, start: usize, last: usize) -> bool {
        let part = self.items.get(last..start).unwrap_or(&[]);
        let tail = |x: &&Item| x.is_furniture(&[LineKind::HardTail, LineKind::SoftTail]);
        let first_prose = part.iter().position(|x| x.is_prose(BODY));
        first_prose.is_some_and(|p| part.iter().skip(p).any(|x| tail(&x)))
    }

    /// Is the article before `start` closed: by a credit, a source, a rule, a gap?
    fn closed_before(&self, start: usize) -> bool {
        let Some(item) = self.items.get(start) else {
            return false;
        };
        let before = start.checked_sub(1).and_then(|b| self.items.get(b));
        item.blanks >= 2 || before.is_some_and(|b| b.class == Class::Rule || self.is_end(b))
    }

    fn is_end(&self, item: &Item) -> bool {
        item.is_furniture(&[
            LineKind::EndCredit,
            LineKind::Source,
            LineKind::HardTail,
            LineKind::SoftTail,
            LineKind::Line,
        ])
    }

    /// Collects the lines of a head around the date at `i`.
    fn dated_head(&self, i: usize, last: usize) -> Option<Head> {
        let mut end = i + 1;
        while end < i + 6 && (self.is_date(end) || self.is_byline(end) || self.joins(end)) {
            end += 1;
        }
        if i <= last {
            return Some(Head { start: last, end });
        }
        if self.closes(i, last) {
            return None;
        }
        let mut start = i;
        if start > last && self.is_byline(start - 1) {
            start -= 1;
        }
        let headline = start > last && self.is_short(start - 1) && self.near(start);
        if headline {
            start -= 1;
            while start > last + 1 && self.is_date(start - 1) && self.near(start) {
                start -= 1;
            }
        }
        let named = headline || self.is_headline(end) || (i + 1..end).any(|n| self.is_headline(n));
        let told = self.told(last, start);
        let heading = self.items.get(start).is_some_and(|x| x.heading > 0);
        let apart = self.closed_before(start)
            || (headline && (told >= 2 || (told >= 1 && self.other_day(i, last))))
            || heading;
        let wordy = !self.in_tail(start, last)
            || self
                .items
                .get(start..end + 1)?
                .iter()
                .any(|x| x.class == Class::Short && x.words >= 4);
        if told == 0 && !self.begins_anew(start, last) {
            return Some(Head { start: last, end });
        }
        (named && apart && wordy).then_some(Head { start, end })
    }

    /// A short line between two dates of one head ("30 jan 2026", headline, "2026 01 30").
    fn joins(&self, i: usize) -> bool {
        self.is_short(i) && (self.is_date(i + 1) || (self.is_byline(i + 1) && self.is_date(i + 2)))
    }

    fn near(&self, i: usize) -> bool {
        self.items.get(i).is_some_and(|x| x.blanks <= 2)
    }

    fn is_headline(&self, i: usize) -> bool {
        self.is_short(i) && self.items.get(i).is_some_and(|x| x.words >= 2)
    }

    /// A head without a story before it belongs to the same article, unless that one had a date and a credit of its own.
    fn begins_anew(&self, start: usize, last: usize) -> bool {
        let part = self.items.get(last..start).unwrap_or(&[]);
        part.iter().any(|x| x.is_furniture(&[LineKind::EndCredit]))
            && part.iter().any(|x| matches!(x.class, Class::Date(_)))
            && part.iter().any(|x| x.class == Class::Prose)
    }

    /// Is the date at `i` the last line of the article before: nearer to it than to what follows, and that article has no date in its head?
    fn closes(&self, i: usize, last: usize) -> bool {
        let dated = (last..i).any(|n| self.is_date(n));
        let before = i.checked_sub(1).and_then(|b| self.class(b));
        let after_story = matches!(before, Some(Class::Prose | Class::Furniture(_)));
        let gap = |n: usize| self.items.get(n).map_or(0, |x| x.blanks);
        !dated && after_story && self.told(last, i) >= 1 && gap(i + 1) > gap(i)
    }

    /// A headline without a date: marked up as such, behind a rule, behind a credit and a gap, or behind a closing date.
    fn undated_head(&self, i: usize, last: usize) -> Option<Head> {
        let item = self.items.get(i)?;
        if i <= last || self.told(last, i) == 0 {
            return None;
        }
        let before = self.items.get(i - 1)?;
        let head = Head {
            start: i,
            end: i + 1,
        };
        if item.heading > 0 && self.top == Some(item.heading) {
            return Some(head);
        }
        let body = self.body(i + 1);
        let full = body.0 >= 2 && item.words >= 3 && self.told(last, i) >= 2;
        let ruled = before.class == Class::Rule && item.heading == 0 && full;
        let credited = before.is_furniture(&[LineKind::EndCredit, LineKind::Source])
            && item.blanks >= 2
            && full;
        let dated =
            self.is_date(i - 1) && self.closes(i - 1, last) && body.0 >= 1 && item.words >= 3;
        let bylined = self.is_byline(i + 1)
            && (item.blanks >= 2 || before.is_furniture(&[LineKind::EndCredit, LineKind::Source]))
            && self.told(last, i) >= 2;
        ((ruled || credited || dated || bylined) && !self.in_tail(i, last)).then_some(head)
    }

    /// A headline over a paragraph with an agency dateline that names its agency.
    fn agency_head(&self, i: usize, last: usize) -> Option<Head> {
        if i < last + 2 || self.fresh.get(i) != Some(&true) || !self.is_headline(i - 1) {
            return None;
        }
        let line = dateline::agency_line(self.items.get(i)?.span.of(self.text), self.lexicon)?;
        let apart = self.closed_before(i - 1) || self.told(last, i - 1) >= 2;
        let fresh = self.fresh.get(i - 1) == Some(&true) && !self.in_tail(i - 1, last);
        let dated = line.agency.is_some() || line.found.is_some();
        (dated && apart && fresh && self.told(last, i - 1) >= 1).then_some(Head {
            start: i - 1,
            end: i,
        })
    }
}
