//! Whether columns fit together: equal lengths, references in range, lists inside their items. What reads them may then index without a look.
//!
//! In: columns of a file just opened. Out: yes or the first part that does not fit. Complexity: one pass over the columns, a few gigabytes a second.
//! Does not: ask whether the indexes follow from the events; `check` does.

use super::column::{Csr, Strings};
use super::tables::{NONE, Tables, unpack_part};

impl Tables {
    /// Tells what does not fit, if anything.
    pub(crate) fn misfit(&self) -> Option<&'static str> {
        let parts = [
            (self.events_fit(), "its events do not fit together"),
            (self.entities_fit(), "its entities do not fit together"),
            (self.articles_fit(), "its articles do not fit together"),
            (self.indexes_fit(), "its indexes do not fit its events"),
        ];
        parts.into_iter().find(|p| !p.0).map(|p| p.1)
    }

    fn events_fit(&self) -> bool {
        let (t, n, m) = (&self.events, self.entities.len() as u32, self.events.len());
        let whole = [t.kind.len(), t.flags.len(), t.first.len(), t.second.len()];
        let or_none = [
            t.hi.len(),
            t.confidence.len(),
            t.ids.len(),
            t.reported.len() / 2,
        ];
        let party = |e: &u32| *e < n || *e == NONE;
        whole.iter().all(|l| *l == m)
            && or_none.iter().all(|l| [0, m].contains(l))
            && t.reported.len().is_multiple_of(2)
            && t.n_narrow <= t.n_dated
            && t.n_dated <= m
            && t.first.iter().all(party)
            && t.second.iter().all(party)
            && t.kind.iter().all(|k| (*k as usize) < self.kinds.len())
            && t.extra_event.len() == t.extra_part.len()
            && t.extra_event.iter().all(|e| (*e as usize) < m)
            && t.extra_part.iter().all(|p| unpack_part(*p).0 < n)
            && texts_fit(&t.ids)
    }

    fn entities_fit(&self) -> bool {
        let (t, n) = (&self.entities, self.entities.len());
        let codes = t.codes.len().max(1);
        let known = |c: &u16| usize::from(*c) < codes;
        [
            t.names.len(),
            t.class.len(),
            t.country.len(),
            t.sector.len(),
        ]
        .iter()
        .all(|l| *l == n)
            && t.country.iter().all(known)
            && t.sector.iter().all(known)
            && [&t.ids, &t.names, &t.codes].into_iter().all(texts_fit)
    }

    fn articles_fit(&self) -> bool {
        let (t, n) = (&self.articles, self.articles.ids.len());
        let words = t.words.len().max(1);
        let known = |w: &u32| (*w as usize) < words;
        [t.language.len(), t.source.len(), t.published.len()]
            .iter()
            .all(|l| *l == n)
            && t.language.iter().all(known)
            && t.source.iter().all(known)
            && [&t.ids, &t.words].into_iter().all(texts_fit)
    }

    fn indexes_fit(&self) -> bool {
        let (n, m, a) = (
            self.entities.len(),
            self.events.len(),
            self.articles.ids.len(),
        );
        let i = &self.index;
        let pairs = i.pair.offsets.len().saturating_sub(1);
        list_fits(&i.actor, n, m)
            && list_fits(&i.place, n, m)
            && list_fits(&i.reporter, n, m)
            && list_fits(&i.neighbor, n, n)
            && i.neighbor_pair.len() == i.neighbor.items.len()
            && i.neighbor_pair.iter().all(|p| (*p as usize) < pairs)
            && list_fits(&i.pair, pairs, m)
            && list_fits(&i.kind, self.kinds.len(), m)
            && list_fits(&i.report, m, a)
            && list_fits(&i.article, a, m)
            && list_fits(
                &self.names.postings,
                self.names.postings.offsets.len().saturating_sub(1),
                n * 2,
            )
    }
}

/// Lists of `rows` rows (or none at all) whose items are below `bound`.
fn list_fits(list: &Csr, rows: usize, bound: usize) -> bool {
    let offsets = &*list.offsets;
    if offsets.is_empty() {
        return list.items.is_empty();
    }
    offsets.len() == rows + 1
        && offsets.is_sorted()
        && offsets.last().copied().unwrap_or(0) as usize == list.items.len()
        && list.items.iter().all(|i| (*i as usize) < bound)
}

fn texts_fit(texts: &Strings) -> bool {
    let ends = &*texts.ends;
    ends.is_sorted() && ends.last().copied().unwrap_or(0) as usize <= texts.bytes.len()
}
