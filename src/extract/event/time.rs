//! When: the time expression that belongs to a trigger's clause.
//!
//! In: a [`View`], a trigger, the time expressions. Out: the index of one of them, or none. Does not: borrow dates from other sentences; that is the
//! work of `resolve::record`, which knows the story.

use super::trigger::Hit;
use super::view::View;
use crate::base::analysis::{Counting, Timex, TimexKind, Upos};
use crate::base::date::Precision;
use crate::lexicon::ontology::EventType;

/// Finds the time expression of an event and how its date follows from it; arguments as for [`timex`].
pub fn counted(
    view: &View<'_>,
    hit: &Hit<'_>,
    dates: (&[Timex], bool),
    kind: &EventType,
) -> (Option<usize>, Counting) {
    let timexes = dates.0;
    if let Some((day, length)) = counted_back(view, hit, timexes) {
        return (Some(day), Counting::Before(length));
    }
    if let Some(since) = start(view, hit, timexes) {
        return (Some(since), Counting::Start);
    }
    // "between 1975 and 1995, when X arrested Y"
    let closed = |&i: &usize| {
        let time = timexes.get(i);
        time.is_some_and(|t| t.dates_events && !is_open(t))
    };
    let when = before_when(view, hit).filter(closed);
    let found = when.or_else(|| timex(view, hit, dates, kind));
    if found.is_none() && is_later(view, hit) {
        return (None, Counting::Later);
    }
    (found, Counting::On)
}

/// "X later criticised Y": does a word beside the verb say that it was at some later time?
fn is_later(view: &View<'_>, hit: &Hit<'_>) -> bool {
    let mut children = view.children(hit.head).iter();
    hit.verbal && children.any(|&c| view.cues.laters.contains(view.form(c)))
}

/// "complained on Friday, three days after X had attacked Y": the day of the clause above and the length of time that stands before the word for "after".
fn counted_back(view: &View<'_>, hit: &Hit<'_>, timexes: &[Timex]) -> Option<(usize, usize)> {
    let opens = opener(view, hit.head).filter(|_| hit.verbal)?;
    let length = view.timex_at.get(opens).copied().flatten()?;
    let mark = view.children(hit.head).iter().copied();
    let mut marks = mark.filter(|&c| view.relation(c) == "mark" && c == opens + 1);
    let after = marks.any(|m| view.cues.afters.contains(view.form(m)));
    let measures = timexes
        .get(length)
        .is_some_and(|t| t.kind == TimexKind::Duration);
    let above = view.head(hit.head).filter(|_| after && measures)?;
    let day = |t: usize| {
        let index = view.timex_at.get(t).copied().flatten()?;
        timexes.get(index).filter(|t| is_day(t)).map(|_| index)
    };
    let own = below(view, hit.head, None, &day);
    let day = below(view, above, Some(hit.head), &day)?;
    own.is_none().then_some((day, length))
}

/// The time right before the comma that opens the clause of an act with a word for "when": "until 1995, when X arrested Y".
fn before_when(view: &View<'_>, hit: &Hit<'_>) -> Option<usize> {
    let mut children = view.children(hit.head).iter().copied();
    let mark = children.find(|&c| {
        let opens = matches!(view.relation(c), "mark" | "advmod");
        opens && c < hit.head && view.cues.at_once.contains(view.form(c))
    })?;
    let comma = mark.checked_sub(1).filter(|&c| view.form(c) == ",")?;
    let time = view.timex_at.get(comma.checked_sub(1)?).copied().flatten();
    time.filter(|_| hit.verbal)
}

/// "has been tense since 2018, when X arrested Y": the time whose start such a clause, behind a comma, tells of.
fn start(view: &View<'_>, hit: &Hit<'_>, timexes: &[Timex]) -> Option<usize> {
    let index = before_when(view, hit)?;
    let since = timexes.get(index).filter(|t| is_open(t))?;
    let starts = since.interval.is_some_and(|i| i.lo.is_some());
    starts.then_some(index)
}

/// Finds the time expression of an event: below the trigger, else below the heads above it as long as no other verb stands between, else the only
/// one of the clause and those above it. `dated` tells whether the day of the report is known: then a date without days had nothing to count from.
/// `kind`: an act that makes documents has their year ("signed a 2018 pact"), an act of words not the day of what it is about.
fn timex(
    view: &View<'_>,
    hit: &Hit<'_>,
    (timexes, dated): (&[Timex], bool),
    kind: &EventType,
) -> Option<usize> {
    let (documents, words) = (kind.makes_documents, kind.is_verbal() && !kind.gathers);
    // "his first visit since 2018" was not in 2018.
    let first = !hit.verbal
        && view
            .children(hit.head)
            .iter()
            .any(|&c| view.cues.firsts.contains(view.form(c)));
    let usable = |i: usize| {
        let index = view.timex_at.get(i).copied().flatten()?;
        let of_noun = !documents && of_document(view, i) || of_attribute(view, hit, i);
        let of_noun = of_noun || words && of_named_act(view, hit, i);
        if of_later_half(view, hit.head, i)
            || of_another_act(view, hit, i)
            || of_content(view, hit, i)
            || of_noun
            || of_source(view, i)
        {
            return None;
        }
        let dates = |t: &&Timex| {
            (t.dates_events || dated && is_adrift(t)) && !(first && (is_open(t) || is_year(t)))
        };
        timexes.get(index).filter(dates).map(|_| index)
    };
    let above = view.above(hit.head);
    let mut heads = vec![hit.head];
    // "the criticised minister": what only describes a noun happened at a time of its own.
    let describes = matches!(view.relation(hit.head), "acl" | "amod")
        && above.first().is_some_and(|&n| view.head(n).is_some());
    heads.extend(above.iter().copied().take(if describes { 1 } else { 3 }));
    // The day of what followed is no day of the reason, its month or year may be.
    let hours = opener(view, hit.head).is_some_and(|t| view.cues.day_parts.contains(view.form(t)));
    let apart = is_reason(view, hit.head) && !hours
        || is_aside(view, hit.head)
        || is_measured(view, hit.head, timexes);
    let second = is_second(view, hit.head);
    let other = is_of_another(view, hit.head);
    let begun = hit.verbal && has_subject(view, hit.head) && !opens_at_once(view, hit.head);
    let comment = takes_up_clause(view, hit.head);
    let shared = |&index: &usize| {
        let time = timexes.get(index);
        let day = time.is_some_and(is_day);
        // "since 2019" is about one clause.
        let since = begun && !day && time.is_some_and(is_open);
        !(second || since || comment && !day || apart && day || other && !day)
    };
    for (rank, &head) in heads.iter().enumerate() {
        if let Some(found) = below(
            view,
            head,
            heads.get(rank.wrapping_sub(1)).copied(),
            &usable,
        ) {
            return Some(found).filter(|t| rank == 0 || shared(t));
        }
        if rank > 0 && other_story(view, head) {
            break;
        }
    }
    let same_clause = |t: &usize| {
        let path = view.above(*t);
        let verb = path.iter().copied().find(|&i| is_predicate(view, i));
        // "X, who is due in Y on Friday, praised Z": what a relative clause tells has a day of its own.
        let inner = path.iter().take_while(|&&i| Some(i) != verb);
        let aside = inner.chain([t]).any(|&i| view.deprel(i) == "acl:relcl");
        !aside && verb.is_none_or(|v| v == hit.head || above.contains(&v))
    };
    let tokens = (0..view.len()).filter(|_| !describes);
    // Few tokens are dates, and the way up is longer to look at.
    let dates = tokens.filter_map(|t| Some((t, usable(t)?)));
    let mut all: Vec<usize> = dates.filter(|d| same_clause(&d.0)).map(|d| d.1).collect();
    all.dedup();
    match all.as_slice() {
        [] if hit.verbal => at_once(view, hit.head, &usable)
            .filter(|_| is_main(view, hit))
            .or_else(|| behind_attribute(view, hit.head, &usable).filter(|_| !describes)),
        [only] => Some(*only).filter(shared),
        _ => None,
    }
}

/// "has been tense since May, when X shot Y": does a word for "when" open the clause?
fn opens_at_once(view: &View<'_>, verb: usize) -> bool {
    let mut children = view.children(verb).iter().copied();
    children.any(|c| {
        let opens = matches!(view.relation(c), "mark" | "advmod") && c < verb;
        opens && view.cues.at_once.contains(view.form(c))
    })
}

/// "declared independence in 2008, which X has never accepted": is the clause about the whole clause before?
fn takes_up_clause(view: &View<'_>, verb: usize) -> bool {
    let mut children = view.children(verb).iter().copied();
    let pronoun = |c: usize| view.cues.clause_pronouns.contains(view.form(c));
    view.deprel(verb) == "acl:relcl" && children.any(|c| c < verb && pronoun(c))
}

/// Is the word a verb, or what a copula says of a subject ("the bridge is shut")?
fn is_predicate(view: &View<'_>, word: usize) -> bool {
    let copula = || {
        let mut children = view.children(word).iter();
        children.any(|&c| view.relation(c) == "cop")
    };
    view.upos(word) == Upos::Verb || has_subject(view, word) && copula()
}

/// Has the word a subject of its own?
fn has_subject(view: &View<'_>, word: usize) -> bool {
    let mut children = view.children(word).iter();
    children.any(|&c| view.relation(c) == "nsubj")
}

/// "X praised Y; in 2021 it had criticised Z": does the time stand in a later statement of the sentence than the act?
fn of_later_half(view: &View<'_>, act: usize, date: usize) -> bool {
    let half = |t: usize| {
        let path = std::iter::once(t).chain(view.above(t));
        let mut roots = path.filter(|&t| view.deprel(t) == "parataxis:half");
        roots.next()
    };
    half(date).is_some_and(|root| half(act) != Some(root))
}

/// Is it the verb of its sentence's main clause?
fn is_main(view: &View<'_>, hit: &Hit<'_>) -> bool {
    hit.verbal && view.head(hit.head).is_none()
}

/// "seized a tanker carrying oil on Tuesday": the day behind a present participle that closes the clause is that of the verb.
fn behind_attribute(
    view: &View<'_>,
    verb: usize,
    usable: &dyn Fn(usize) -> Option<usize>,
) -> Option<usize> {
    let past = |v: usize| {
        let mut endings = view.cues.past_endings.iter();
        endings.any(|e| view.form(v).ends_with(e.as_str()))
    };
    let below_verb = |v: usize| {
        let head = view.head(v);
        head == Some(verb) || head.is_some_and(|n| view.head(n) == Some(verb))
    };
    let bare = |v: usize| {
        let own = |&c: &usize| matches!(view.relation(c), "nsubj" | "mark" | "aux");
        !view.children(v).iter().any(own)
    };
    let present = |v: &usize| {
        let loose = matches!(view.relation(*v), "acl" | "advcl");
        loose && view.upos(*v) == Upos::Verb && below_verb(*v) && bare(*v)
    };
    let v = (verb + 1..view.len()).find(present)?;
    let comma = (verb..v).any(|t| view.form(t) == ",");
    let known = !view.cues.past_endings.is_empty() && !past(v) && !view.is_finite(v);
    below(view, v, None, usable).filter(|_| known && !comma)
}

/// "closed its embassy when war broke out in 2012": the date of what happened at the same time.
fn at_once(view: &View<'_>, verb: usize, usable: &dyn Fn(usize) -> Option<usize>) -> Option<usize> {
    let mark = |&c: &usize| {
        let opens = matches!(view.relation(c), "mark" | "advmod");
        opens && view.cues.at_once.contains(view.form(c))
    };
    let clauses = view.children(verb).iter().copied();
    let mut clauses =
        clauses.filter(|&c| view.relation(c) == "advcl" && view.children(c).iter().any(mark));
    let clause = clauses.next()?;
    below(view, clause, None, usable)
}

/// Does the clause tell what came before the rest of the story, and no time of its own: a reason or an earlier act beside a dated one, what a
/// noun is known by, or a past perfect that is no reported speech? Such an act happened on neither the day of the report nor that of the act it is told beside.
pub fn is_earlier(view: &View<'_>, hit: &Hit<'_>, timexes: &[Timex]) -> bool {
    let perfect =
        |&c: &usize| view.relation(c) == "aux" && view.cues.past_perfect.contains(view.form(c));
    let reported = view
        .above(hit.head)
        .iter()
        .any(|&up| view.in_set(up, &view.cues.reporting_verbs));
    // "the sanctions the EU imposed on X": the clause only tells which noun is meant.
    let noun = view
        .head(hit.head)
        .filter(|_| view.relation(hit.head) == "acl");
    let tells_which = noun.is_some_and(|n| hit.words.contains(&n));
    let dated = |v: usize| {
        let day = |i: &usize| timexes.get(*i).is_some_and(is_day);
        let usable = |t: usize| view.timex_at.get(t).copied().flatten().filter(day);
        below(view, v, Some(hit.head), &usable).is_some()
    };
    // "signed on Tuesday after X had left": not on the day of the report.
    let reason = is_reason(view, hit.head) && view.head(hit.head).is_some_and(dated);
    let before = tells_which || reason || is_measured(view, hit.head, timexes);
    hit.verbal && !reported && (before || view.children(hit.head).iter().any(perfect))
}

/// "three weeks after X had done Y": does a length of time stand right before the word that opens the clause?
fn is_measured(view: &View<'_>, verb: usize, timexes: &[Timex]) -> bool {
    let length = |t: usize| {
        let timex = view.timex_at.get(t).copied().flatten();
        let measure = |t: &Timex| t.interval.is_none();
        timex.and_then(|i| timexes.get(i)).is_some_and(measure)
    };
    opener(view, verb).is_some_and(length)
}

/// The token before the word that opens a clause of what came before or after.
fn opener(view: &View<'_>, verb: usize) -> Option<usize> {
    let opens =
        |&c: &usize| view.relation(c) == "mark" && c < verb && view.in_set(c, &view.cues.sequence);
    let marks = view.children(verb).iter().copied().filter(opens);
    marks.min().and_then(|m| m.checked_sub(1))
}

/// "his first trip in 24 years": a year beside a first time is that of the time before, or a length.
fn is_year(timex: &Timex) -> bool {
    let precision = timex.interval.map(|i| i.precision);
    precision == Some(Precision::Year)
}

/// "X closed its embassy on Saturday, and Y has criticised Z": is it the verb of a second clause with somebody else for its subject and a tense of its
/// own? No day of the first is its day.
fn is_second(view: &View<'_>, verb: usize) -> bool {
    let has = |v: usize, relation: &str| {
        view.children(v)
            .iter()
            .any(|&c| view.relation(c) == relation)
    };
    let relation = view.relation(verb);
    let joined = matches!(relation, "conj" | "advcl") && has(verb, "cc") || relation == "parataxis";
    let first = view
        .head(verb)
        .filter(|&f| joined && view.upos(f) == Upos::Verb && f < verb);
    let auxiliary = |v: usize| {
        let mut children = view.children(v).iter().copied();
        children.find(|&c| view.relation(c) == "aux")
    };
    // "will visit X next week, and Y has accused Z"
    let future = |v: usize| auxiliary(v).is_some_and(|a| view.cues.future.contains(view.form(a)));
    // "was stormed on Monday, and Iran accuses Israel"
    let present = |v: usize| {
        let mut endings = view.cues.present_endings.iter();
        auxiliary(v).is_none() && endings.any(|e| view.form(v).ends_with(e.as_str()))
    };
    let tense = |v: usize| (auxiliary(v).is_some(), future(v), present(v));
    // Clauses without a conjunction may tell of one day in two tenses.
    let half = |relation: &str| relation != "parataxis" || has(verb, "cc");
    let other = |f: usize| future(f) != future(verb) || half(relation) && tense(f) != tense(verb);
    let apart = |f: usize| has(f, "nsubj") && has(verb, "nsubj") && other(f);
    // "visited X last month and has threatened Y"
    let now =
        |v: usize| auxiliary(v).is_some_and(|a| view.cues.present_helpers.contains(view.form(a)));
    let later = |f: usize| has(verb, "cc") && now(verb) && auxiliary(f).is_none();
    first.is_some_and(|f| apart(f) || later(f))
}

/// "expelled X in January, but Y praised Z": is it the verb of a second clause with a subject of its own? The month or year of the first is not its.
fn is_of_another(view: &View<'_>, verb: usize) -> bool {
    let has = |v: usize, relation: &str| {
        let mut children = view.children(v).iter();
        children.any(|&c| view.relation(c) == relation)
    };
    let first = view
        .head(verb)
        .filter(|&f| f < verb && view.upos(f) == Upos::Verb);
    let joined = view.relation(verb) == "conj" && has(verb, "cc") && has(verb, "nsubj");
    joined && first.is_some_and(|f| has(f, "nsubj"))
}

/// "scrapped a 2017 agreement", "ein Abkommen vom 6. Juni": is it the date of a document?
fn of_document(view: &View<'_>, date: usize) -> bool {
    let whole = view.timex_at.get(date).copied().flatten();
    let same = |t: &usize| view.timex_at.get(*t).copied().flatten() == whole;
    let document = |t: usize| view.in_set(t, &view.cues.documents);
    let last = (date..view.len()).take_while(same).last().unwrap_or(date);
    // "the 2018 peace deal"
    let attribute = |t: &usize| matches!(view.upos(*t), Upos::Adj | Upos::Noun | Upos::Propn);
    let ahead = (last + 1..view.len()).take(2);
    let before = ahead.clone().find(|&t| document(t));
    if before.is_some_and(|n| (last + 1..n).all(|t| attribute(&t))) {
        return true;
    }
    let first = (0..=date).rev().take_while(same).last().unwrap_or(date);
    // An article may be a part of the preposition.
    let opener = (0..first)
        .rev()
        .take(2)
        .find(|&t| view.cues.datings.contains(view.form(t)));
    let opens = |t: usize| view.cues.datings.contains(view.form(t));
    let noun = opener
        .or_else(|| Some(first).filter(|&t| opens(t)))
        .and_then(|o| o.checked_sub(1));
    noun.is_some_and(document)
}

/// "das für Freitag geplante Treffen", "die seit 2011 regierende Partei": does the date stand between an article and its noun, beside what describes
/// the noun? It is that one's, unless the noun itself is the act.
fn of_attribute(view: &View<'_>, hit: &Hit<'_>, date: usize) -> bool {
    let noun = |d: usize| {
        let n = view
            .head(d)
            .filter(|&n| date < n && view.relation(d) == "det" && n != hit.head)?;
        let describes = |t: usize| {
            matches!(view.upos(t), Upos::Adj | Upos::Verb) && view.relation(t) != "nsubj"
        };
        (date + 1..n).any(describes).then_some(n)
    };
    let inner = |d: usize| {
        (d + 1..date).all(|t| {
            matches!(
                view.upos(t),
                Upos::Adp | Upos::Num | Upos::Adv | Upos::Propn | Upos::Noun
            )
        })
    };
    let from = date.saturating_sub(ATTRIBUTE);
    (from..date).rev().any(|d| noun(d).is_some() && inner(d))
}

/// "thanked X for Monday's rescue", "kritisierte die Entscheidung vom Montag": the day before a noun, or tied to it, is that of what the words are about.
fn of_named_act(view: &View<'_>, hit: &Hit<'_>, date: usize) -> bool {
    let noun = view.head(date).filter(|&n| {
        let other = n != hit.head && !hit.words.contains(&n);
        hit.verbal && other && view.upos(n) == Upos::Noun
    });
    let Some(noun) = noun else {
        return false;
    };
    let mut cases = view.children(date).iter();
    let tied = cases.any(|&c| c < date && view.cues.datings.contains(view.form(c)));
    let before = date < noun && view.deprel(date) == "nmod:poss";
    let scene = |&c: &usize| {
        let form = view.form(c);
        let cues = view.cues;
        view.relation(c) == "case"
            && (cues.settings.contains(form) || cues.place_adpositions.contains(form))
    };
    let topic = matches!(view.relation(noun), "obj" | "obl" | "nmod");
    topic && (tied || before) && !view.children(noun).iter().any(scene)
}

/// How far behind an article the date of an attribute may stand, in tokens.
const ATTRIBUTE: usize = 4;

/// "A year later" with nothing to count from is a date that nobody knows, and not that of the report.
fn is_adrift(timex: &Timex) -> bool {
    timex.kind == TimexKind::Date && timex.interval.is_none() && timex.value.starts_with(MASK)
}

/// Start of a value whose digits are not known.
const MASK: &str = "XX";

/// "since 2018"
fn is_open(timex: &Timex) -> bool {
    timex.interval.is_some_and(|i| i.hi.is_none())
}

fn is_day(timex: &Timex) -> bool {
    timex
        .interval
        .is_some_and(|i| i.precision == Precision::Day)
}

/// "invited X to take part in drills in April", "asked for talks in June": what is only wished or promised has a date of its own, which is not that of
/// the word.
fn of_content(view: &View<'_>, hit: &Hit<'_>, date: usize) -> bool {
    let asks = hit.verbal && view.in_set(hit.head, &view.cues.asking_heads);
    let above = view.above(date);
    let part = above.iter().take_while(|&&i| i != hit.head).last();
    let inside = part.is_some_and(|&p| p > hit.head && p < date);
    asks && above.contains(&hit.head) && inside
}

/// "X, which had banned Y, left on Tuesday": does the word stand in a relative clause?
fn is_aside(view: &View<'_>, word: usize) -> bool {
    let mut chain = std::iter::once(word).chain(view.above(word));
    chain.any(|i| view.deprel(i) == "acl:relcl")
}

/// "demanded aid on Tuesday because X had shelled Y": what gives the reason, or came before, happened at a time of its own.
fn is_reason(view: &View<'_>, verb: usize) -> bool {
    let child = |relation: &str, set: Option<&crate::lexicon::word_set::WordSet>| {
        let fits = |c: usize| set.is_none_or(|s| s.contains(view.form(c)));
        let mut children = view.children(verb).iter().copied();
        children.any(|c| view.relation(c) == relation && fits(c))
    };
    view.relation(verb) == "advcl"
        && child("nsubj", None)
        && child("mark", Some(&view.cues.reasons))
}

/// "…, so der Minister am Sonntag": is it the day on which a source spoke?
fn of_source(view: &View<'_>, date: usize) -> bool {
    let opened =
        |&c: &usize| view.relation(c) == "case" && view.in_set(c, &view.cues.source_adpositions);
    let source = |&up: &usize| view.children(up).iter().any(opened);
    view.above(date).iter().any(source)
}

/// "after the visit on 14 July": does a word between the act and the date set another act before or after it?
fn of_another_act(view: &View<'_>, hit: &Hit<'_>, date: usize) -> bool {
    let sets = |i: usize| {
        let opened = |&c: &usize| view.relation(c) == "case" && view.in_set(c, &view.cues.sequence);
        view.upos(i) == Upos::Noun
            && (view.in_set(i, &view.cues.sequence) || view.children(i).iter().any(opened))
    };
    let above = view.above(date);
    let between = above.iter().take_while(|&&i| i != hit.head);
    let below_hit = above.contains(&hit.head);
    below_hit && between.copied().any(sets)
}

/// Searches the clause of `head`, not going into clauses below it nor into the part already searched.
fn below(
    view: &View<'_>,
    head: usize,
    searched: Option<usize>,
    usable: &dyn Fn(usize) -> Option<usize>,
) -> Option<usize> {
    let mut queue: Vec<usize> = view.children(head).to_vec();
    let mut steps = 0;
    while let Some(&i) = queue.get(steps) {
        steps += 1;
        if let Some(found) = usable(i) {
            return Some(found);
        }
        let clause = matches!(view.relation(i), "ccomp" | "advcl" | "parataxis" | "csubj")
            || view.deprel(i) == "acl:relcl"
            || view.relation(i) == "amod" && view.upos(head) == Upos::Verb
            || is_reduced(view, i);
        let sibling = view.relation(i) == "conj" && is_predicate(view, i);
        if Some(i) != searched && !clause && !sibling {
            queue.extend(view.children(i));
        }
    }
    None
}

/// "revived a treaty signed in 2008": a participle behind its noun tells of something else, with a date of its own.
fn is_reduced(view: &View<'_>, i: usize) -> bool {
    let marked = |&c: &usize| view.relation(c) == "mark";
    view.relation(i) == "acl"
        && view.upos(i) == Upos::Verb
        && !view.children(i).iter().any(marked)
        && !view.is_finite(i)
}

/// A finite verb of its own above the trigger opens another story unless it only carries or reports it.
fn other_story(view: &View<'_>, head: usize) -> bool {
    view.upos(head) == Upos::Verb && !view.in_set(head, &view.cues.reporting_verbs)
}
