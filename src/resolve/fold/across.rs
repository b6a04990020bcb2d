//! Reports of many articles -> event nodes.
//!
//! In: event records with the world's entity ids. Out: [`Event`]s with content-derived ids, each with its reports and reasons. Rules:
//! - dated: same family, mode equal or unsaid, same participants (order-free between equals), same status, and the same days, or a coarser
//!   stretch of at most 31 days in which only one finer date lies;
//! - undated with undated: also the same trigger or nearly the same words, and articles published at most one day apart; a sentence that is
//!   word for word the same is one report copied;
//! - undated with dated: articles published on the day or at most two days after it, and only one event in question;
//! - a plan never folds into what came of it; the reasons name it.
//!
//! Complexity: O(n log n) in the events, quadratic only among undated reports of one kind between the same participants.

use super::same_family;
use crate::base::analysis::DateBasis;
use crate::base::date::Interval;
use crate::base::id::content_hash;
use crate::base::record::{EventRecord, Status};
use crate::base::world::{Event, Report};
use crate::lexicon::ontology::Ontology;
use crate::resolve::forms;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Family of the type and everybody who takes part.
type PlanKey = (String, Vec<String>);

/// An event record, its article and the article's day.
#[derive(Debug, Clone)]
pub struct Told {
    /// Article id.
    pub article: String,
    /// Day of the article, if known.
    pub published: Option<NaiveDate>,
    /// The record, its entities by world id.
    pub record: EventRecord,
}

/// What reports must share before dates are looked at.
type Kind = (String, Status, bool, Vec<String>, Vec<String>);

fn kind(told: &Told, ontology: &Ontology) -> Kind {
    let record = &told.record;
    let family = ontology
        .event_type(&record.event_type)
        .map_or(record.event_type.as_str(), |t| t.family.as_str());
    let sorted = |list: &[String]| {
        list.iter()
            .cloned()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    };
    let equals = record.symmetric || record.recipients.is_empty();
    if equals {
        let all: Vec<String> = record
            .actors
            .iter()
            .chain(&record.recipients)
            .cloned()
            .collect();
        (
            family.to_owned(),
            record.status,
            true,
            sorted(&all),
            Vec::new(),
        )
    } else {
        (
            family.to_owned(),
            record.status,
            false,
            sorted(&record.actors),
            sorted(&record.recipients),
        )
    }
}

/// Folds all reports into event nodes.
///
/// Input: reports in any order. Output: events sorted by date, then id; undated ones last.
pub fn across_articles(mut told: Vec<Told>, ontology: &Ontology) -> Vec<Event> {
    told.sort_by(|a, b| {
        let key = |t: &Told| {
            (
                t.published,
                t.article.clone(),
                t.record.span,
                t.record.id.clone(),
            )
        };
        key(a).cmp(&key(b))
    });
    let mut kinds: BTreeMap<Kind, Vec<Told>> = BTreeMap::new();
    for t in told {
        kinds.entry(kind(&t, ontology)).or_default().push(t);
    }
    let mut events = Vec::new();
    for reports in kinds.into_values() {
        events.extend(fold(reports, ontology).into_iter().filter_map(node));
    }
    name_plans(&mut events, ontology);
    events.sort_by(|a, b| {
        (a.date.is_none(), &a.date, &a.id).cmp(&(b.date.is_none(), &b.date, &b.id))
    });
    events
}

/// Reports of one event with the reasons.
struct Group {
    interval: Option<Interval>,
    reports: Vec<Told>,
    reasons: Vec<String>,
}

fn modes_fit(group: &Group, told: &Told) -> bool {
    let mode = &told.record.mode;
    mode.is_none()
        || group
            .reports
            .iter()
            .all(|r| r.record.mode.is_none() || r.record.mode == *mode)
}

fn interval(told: &Told) -> Option<Interval> {
    Interval::parse_edtf(told.record.date.as_deref()?).ok()
}

fn days(interval: &Interval) -> i64 {
    match (interval.lo, interval.hi) {
        (Some(lo), Some(hi)) => (hi - lo).num_days(),
        _ => i64::MAX,
    }
}

/// Folds the reports of one kind: finest dates first, undated ones last.
fn fold(reports: Vec<Told>, ontology: &Ontology) -> Vec<Group> {
    let (mut dated, undated): (Vec<Told>, Vec<Told>) =
        reports.into_iter().partition(|t| interval(t).is_some());
    dated.sort_by_key(|t| interval(t).map(|i| (days(&i), i)));
    let mut groups: Vec<Group> = Vec::new();
    for told in dated {
        let own = interval(&told);
        let fits: Vec<usize> = (0..groups.len())
            .filter(|g| {
                groups.get(*g).is_some_and(|g| {
                    modes_fit(g, &told) && dates_fit(g.interval.as_ref(), own.as_ref())
                })
            })
            .collect();
        place(
            &mut groups,
            &fits,
            told,
            own,
            |d| format!("the same participants and a date that fits {d}"),
            ontology,
        );
    }
    for told in undated {
        let near: Vec<usize> = (0..groups.len())
            .filter(|g| {
                groups
                    .get(*g)
                    .is_some_and(|g| modes_fit(g, &told) && undated_fits(g, &told))
            })
            .collect();
        place(
            &mut groups,
            &near,
            told,
            None,
            |d| format!("an undated report close to {d}"),
            ontology,
        );
    }
    groups
}

/// Puts a report to the only group that fits, else into one of its own.
fn place(
    groups: &mut Vec<Group>,
    fits: &[usize],
    told: Told,
    own: Option<Interval>,
    reason: impl Fn(&str) -> String,
    ontology: &Ontology,
) {
    let only = match fits {
        [only] => groups.get_mut(*only),
        _ => None,
    };
    match only {
        Some(group)
            if group.reports.first().is_none_or(|r| {
                same_family(&r.record.event_type, &told.record.event_type, ontology)
            }) =>
        {
            let date = group
                .interval
                .map_or_else(|| "no date".to_owned(), |i| i.to_edtf());
            if group.reports.iter().all(|r| r.article != told.article) {
                group
                    .reasons
                    .push(format!("{}: {}", told.article, reason(&date)));
            }
            group.reports.push(told);
        }
        _ => groups.push(Group {
            interval: own,
            reports: vec![told],
            reasons: Vec::new(),
        }),
    }
}

fn dates_fit(known: Option<&Interval>, own: Option<&Interval>) -> bool {
    let (Some(known), Some(own)) = (known, own) else {
        return false;
    };
    if known == own {
        return true;
    }
    if (known.lo, known.hi, known.yearless) == (own.lo, own.hi, own.yearless) {
        return true;
    }
    known.yearless.is_none() && own.yearless.is_none() && days(own) <= 31 && known.within(own)
}

fn undated_fits(group: &Group, told: &Told) -> bool {
    if let Some(first) = group.reports.iter().find(|r| r.article == told.article) {
        // Inside one article the first pass has already folded what may be folded.
        return first.record.quote == told.record.quote && first.record.id == told.record.id;
    }
    let copied =
        |r: &Told| words(&r.record.quote) == words(&told.record.quote) && r.record.quote.len() > 40;
    if group.reports.iter().any(copied) {
        return true;
    }
    let Some(own) = told.published else {
        return false;
    };
    match group.interval.and_then(|i| i.hi.filter(|_| days(&i) == 0)) {
        Some(day) => (0..=2).contains(&(own - day).num_days()),
        None if group.interval.is_some() => false,
        None => group.reports.iter().any(|r| {
            let near = r.published.is_some_and(|p| (own - p).num_days().abs() <= 1);
            let trigger = forms::key(&r.record.trigger) == forms::key(&told.record.trigger);
            near && (trigger || overlap(&r.record.quote, &told.record.quote) >= 0.6)
        }),
    }
}

fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Share of common words (Jaccard).
fn overlap(a: &str, b: &str) -> f32 {
    let (a, b) = (words(a), words(b));
    let all = a.union(&b).count().max(1);
    a.intersection(&b).count() as f32 / all as f32
}

/// Makes the node; its id comes from kind, date and, if undated, its first report.
fn node(group: Group) -> Option<Event> {
    let mut reports = group.reports;
    reports.sort_by(|a, b| {
        let key = |t: &Told| {
            (
                t.published.is_none(),
                t.published,
                t.article.clone(),
                t.record.span,
            )
        };
        key(a).cmp(&key(b))
    });
    let rank = |t: &&Told| {
        let coarse = interval(t).map_or(i64::MAX, |i| days(&i));
        (
            std::cmp::Reverse(coarse),
            t.record.mode.is_some(),
            (t.record.confidence * 1000.0) as i32,
            std::cmp::Reverse((t.article.clone(), t.record.span)),
        )
    };
    let best = reports.iter().max_by_key(rank).map(|t| t.record.clone())?;
    let pick = |f: fn(&EventRecord) -> &Option<String>| {
        let own = f(&best).clone();
        own.or_else(|| reports.iter().find_map(|t| f(&t.record).clone()))
    };
    let sorted = |list: &[String]| {
        list.iter()
            .cloned()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    };
    let mut actors = sorted(&best.actors);
    let recipients = sorted(&best.recipients);
    actors.retain(|a| !recipients.contains(a));
    let mode = pick(|r| &r.mode);
    let first = reports
        .first()
        .filter(|_| best.date.is_none())
        .map_or("", |t| t.article.as_str());
    let place = if best.date.is_none() {
        best.trigger.as_str()
    } else {
        ""
    };
    let mut parts: Vec<&str> = vec![
        &best.event_type,
        mode.as_deref().unwrap_or(""),
        best.status.word(),
    ];
    parts.extend([best.date.as_deref().unwrap_or(""), first, place]);
    let mut all: Vec<&str> = actors
        .iter()
        .chain(&recipients)
        .map(String::as_str)
        .collect();
    if best.symmetric {
        all.sort_unstable();
    }
    parts.extend(all);
    let id = format!(
        "e:{}",
        content_hash(parts).chars().take(10).collect::<String>()
    );
    Some(Event {
        id,
        event_type: best.event_type.clone(),
        mode: mode.clone(),
        symmetric: best.symmetric,
        mediator: pick(|r| &r.mediator),
        location: pick(|r| &r.location),
        date: best.date.clone(),
        date_basis: if best.date.is_some() {
            best.date_basis
        } else {
            DateBasis::None
        },
        status: best.status,
        historical: reports.iter().all(|t| t.record.historical),
        cameo: best.cameo.clone(),
        quad: best.quad,
        score: best.score,
        confidence: reports
            .iter()
            .map(|t| t.record.confidence)
            .fold(0.0, f32::max),
        reports: reports.iter().map(report).collect(),
        reported: None,
        reasons: group.reasons,
        actors,
        recipients,
    })
}

fn report(told: &Told) -> Report {
    Report {
        article: told.article.clone(),
        record: told.record.id.clone(),
        reporter: told.record.reporter.clone(),
        quote: told.record.quote.clone(),
        trigger: told.record.trigger.clone(),
        span: told.record.span,
        rule: told.record.rule.clone(),
        confidence: told.record.confidence,
    }
}

/// Names the plan behind a happened event: same family, participants and compatible date.
fn name_plans(events: &mut [Event], ontology: &Ontology) {
    let key = |e: &Event| {
        let family = ontology
            .event_type(&e.event_type)
            .map_or(e.event_type.clone(), |t| t.family.clone());
        let all: BTreeSet<String> = e.actors.iter().chain(&e.recipients).cloned().collect();
        (family, all.into_iter().collect::<Vec<_>>())
    };
    let mut plans: BTreeMap<PlanKey, Vec<(String, String)>> = BTreeMap::new();
    for event in events.iter().filter(|e| e.status == Status::Planned) {
        if let Some(date) = &event.date {
            plans
                .entry(key(event))
                .or_default()
                .push((date.clone(), event.id.clone()));
        }
    }
    for event in events
        .iter_mut()
        .filter(|e| e.status == Status::Happened && e.date.is_some())
    {
        let known = plans.get(&key(event)).into_iter().flatten();
        for (date, id) in known {
            if Some(date) == event.date.as_ref() {
                event.reasons.push(format!("planned beforehand as {id}"));
            }
        }
    }
}
