//! One event, however often told: repeats inside an article, reports across articles.
//!
//! In: event records. Out: fewer event records, or event nodes with all their reports (fold/across.rs). Invariants: different dates never fold; a
//! planned, a negated and a happened event never fold into each other; the reasons are kept.
//! Rule inside an article: same family of types, modes equal or one unsaid (or of one occasion, where one has no date), dates equal or one missing, and the same participants. The headline
//! and the first sentences may be vaguer: there the participants may be a part of the others', or the states behind them.

mod across;

pub use across::{Told, across_articles};

use crate::base::analysis::DateBasis;
use crate::base::date::{Interval, Precision};
use crate::base::record::EventRecord;
use crate::lexicon::ontology::Ontology;
use std::collections::{BTreeMap, BTreeSet};

/// The lead reaches this many code points past the headline's end.
const LEAD: u32 = 400;

/// Folds what one article tells twice.
///
/// Input: events sorted by span, headline places, the country of each entity id. Output: events sorted by span; the best dated and surest telling
/// stands for the others and takes over what it lacks. Complexity: O(n log n) in the events of the article, times those of its lead and of one group of actors.
pub fn within_article(
    events: Vec<EventRecord>,
    headline: &[[u32; 2]],
    countries: &BTreeMap<String, String>,
    ontology: &Ontology,
) -> Vec<EventRecord> {
    let lead = headline.iter().map(|h| h[1]).max().unwrap_or(0) + LEAD;
    let vague = |e: &EventRecord| e.span[0] < lead;
    let mut kept: Vec<EventRecord> = Vec::new();
    let mut known = Known::default();
    for event in events {
        let fits = |k: &EventRecord| {
            repeats(k, &event, ontology)
                && same_participants(k, &event, vague(k) || vague(&event), countries)
        };
        let near = if vague(&event) {
            (0..kept.len()).collect()
        } else {
            known.near(&event, countries)
        };
        let at = near.into_iter().find(|at| kept.get(*at).is_some_and(fits));
        let at = at.unwrap_or(kept.len());
        match kept.get_mut(at) {
            Some(known) => absorb(known, event),
            None => kept.push(event),
        }
        if let Some(told) = kept.get(at) {
            known.put(at, told, vague(told), countries);
        }
    }
    kept.sort_by(|a, b| (a.span, &a.id).cmp(&(b.span, &b.id)));
    kept
}

/// Where the events stand that another one may repeat: those of the lead, and those of the same actors or of their states.
#[derive(Default)]
struct Known {
    lead: BTreeSet<usize>,
    by_actors: BTreeMap<BTreeSet<String>, BTreeSet<usize>>,
}

impl Known {
    fn put(
        &mut self,
        at: usize,
        event: &EventRecord,
        vague: bool,
        countries: &BTreeMap<String, String>,
    ) {
        if vague {
            self.lead.insert(at);
        }
        let all = participants(event);
        for key in [states(&all, countries), all] {
            self.by_actors.entry(key).or_default().insert(at);
        }
    }

    /// Every event that may be the same as one outside the lead, in order.
    fn near(&self, event: &EventRecord, countries: &BTreeMap<String, String>) -> BTreeSet<usize> {
        let all = participants(event);
        let keys = [states(&all, countries), all];
        let same = keys.iter().filter_map(|k| self.by_actors.get(k)).flatten();
        self.lead.iter().chain(same).copied().collect()
    }
}

/// Everybody who takes part, on either side.
fn participants(event: &EventRecord) -> BTreeSet<String> {
    let both = event.actors.iter().chain(&event.recipients);
    both.cloned().collect()
}

/// Actors as the states behind them, where they have one.
fn states(ids: &BTreeSet<String>, countries: &BTreeMap<String, String>) -> BTreeSet<String> {
    ids.iter()
        .map(|i| countries.get(i).unwrap_or(i).clone())
        .collect()
}

/// Could the two be one by type, mode, status and date?
fn repeats(a: &EventRecord, b: &EventRecord, ontology: &Ontology) -> bool {
    // "X received Y on Monday. The two exchanged views.": what has no date is told of what has one.
    let retold = a.event_type == b.event_type && a.date.is_some() != b.date.is_some();
    let modes = match (&a.mode, &b.mode) {
        (Some(x), Some(y)) => x == y || retold && ontology.one_occasion(&a.event_type, x, y),
        _ => true,
    };
    let dates = match (&a.date, &b.date) {
        (Some(x), Some(y)) => x == y || finer(x, y).is_some(),
        _ => true,
    };
    same_family(&a.event_type, &b.event_type, ontology)
        && (modes || a.trigger.to_lowercase() == b.trigger.to_lowercase())
        && dates
        && !is_background(a, b)
        && a.status == b.status
}

/// "X has expelled Y's envoy. In 2019 X expelled three …": is the later telling one of years ago, and the earlier one without a date?
fn is_background(earlier: &EventRecord, later: &EventRecord) -> bool {
    let own_words = later.trigger.to_lowercase() != earlier.trigger.to_lowercase();
    earlier.date.is_none() && !earlier.historical && later.historical && own_words
}

/// Of two dates of which one lies inside the other ("12 June", "mid-June") the finer one; different dates have none.
fn finer<'d>(a: &'d str, b: &'d str) -> Option<&'d str> {
    let (x, y) = (Interval::parse_edtf(a).ok()?, Interval::parse_edtf(b).ok()?);
    let bounded = |i: &Interval| i.lo.is_some() && i.hi.is_some();
    let near = x.precision >= Precision::Stretch && y.precision >= Precision::Stretch;
    if !bounded(&x) || !bounded(&y) || !near {
        return None;
    }
    if x.within(&y) {
        Some(a)
    } else {
        y.within(&x).then_some(b)
    }
}

/// Types of one family may tell the same act.
pub fn same_family(a: &str, b: &str, ontology: &Ontology) -> bool {
    let family = |t: &str| ontology.event_type(t).map(|t| t.family.as_str());
    a == b || (family(a).is_some() && family(a) == family(b))
}

fn same_participants(
    a: &EventRecord,
    b: &EventRecord,
    vague: bool,
    countries: &BTreeMap<String, String>,
) -> bool {
    let (x, y) = (participants(a), participants(b));
    if x == y && !crossed(a, b, |id| id) {
        return true;
    }
    if crossed(a, b, |id| countries.get(id).map_or(id, String::as_str)) {
        return false;
    }
    let (s, t) = (states(&x, countries), states(&y, countries));
    // A round of three or more is the same round whoever speaks for the states.
    if s == t && s.len() > 2 && a.event_type == b.event_type {
        return true;
    }
    if !vague {
        return false;
    }
    x.is_subset(&y) || y.is_subset(&x) || (s == t && s.len() >= 2 && a.event_type == b.event_type)
}

/// Does who acts in one of them suffer in the other, by the given key of an actor? Those are an act and its answer, or what one promised and what both
/// agreed on.
fn crossed<'e>(a: &'e EventRecord, b: &'e EventRecord, key: impl Fn(&'e str) -> &'e str) -> bool {
    let directed = !a.symmetric && !b.symmetric;
    let meets = |actors: &'e [String], recipients: &'e [String]| {
        let struck = |id: &'e String| recipients.iter().any(|r| key(r) == key(id));
        actors.iter().any(struck)
    };
    directed && (meets(&a.actors, &b.recipients) || meets(&b.actors, &a.recipients))
}

/// The better telling stays; it takes over what it lacks.
fn absorb(known: &mut EventRecord, event: EventRecord) {
    let rank = |e: &EventRecord| {
        (
            e.date.is_some(),
            e.actors.len() + e.recipients.len(),
            e.mode.is_some(),
            (e.confidence * 1000.0) as i32,
        )
    };
    let other = if rank(&event) > rank(known) {
        std::mem::replace(known, event)
    } else {
        event
    };
    let takes = match (&known.date, &other.date) {
        (None, Some(_)) => true,
        (Some(own), Some(theirs)) => finer(own, theirs) == Some(theirs.as_str()) && own != theirs,
        _ => false,
    };
    if takes {
        known.date = other.date;
        known.date_basis = other.date_basis;
        known.historical = other.historical;
    }
    if known.recipients.is_empty() && other.recipients.iter().all(|r| !known.actors.contains(r)) {
        known.recipients = other.recipients;
    }
    known.location = known.location.take().or(other.location);
    known.reporter = known.reporter.take().or(other.reporter);
    known.mediator = known.mediator.take().or(other.mediator);
    known.confidence = known.confidence.max(other.confidence);
    if known.date.is_none() {
        known.date_basis = DateBasis::None;
    }
}
