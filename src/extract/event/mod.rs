//! Events: who did what to whom, as one clause tells it.
//!
//! In: the sentences of an article with trees, time expressions and mentions; the language pack; the ontology. Out: [`EventMention`]s by place.
//! Invariants: every event quotes its sentence and names its rule; an event that hangs as content on another one ("demanded that X withdraw") is a
//! detail of that one and not told apart. Does not: cluster mentions, settle dates across sentences or fold repeats (see `resolve`).

mod anaphora;
pub mod announced;
mod answer;
mod argument;
mod attribution;
mod company;
mod factuality;
mod meaning;
mod met;
mod reason;
mod setting;
mod standing;
mod thither;
mod time;
mod trigger;
mod view;

pub use view::View;

use crate::base::analysis::{
    EntityClass, EventMention, Mention, MentionForm, Sentence, Timex, Tree,
};
use crate::base::article::{Article, BlockKind};
use crate::base::record::Status;
use crate::extract::syntax::{Clause, SyntaxWords};
use crate::extract::units::Unit;
use crate::lexicon::Pack;
use crate::lexicon::ontology::{EventType, Ontology};
use crate::lexicon::triggers::{Frame, Slot, Triggers};
use argument::{Deed, Participants, Search};
use chrono::Days;
use standing::{Standing, standing};
use std::collections::BTreeMap;
use trigger::Hit;

/// What the stage reads.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// One tree a sentence.
    pub trees: &'a [Tree],
    /// Its time expressions.
    pub timexes: &'a [Timex],
    /// Its mentions.
    pub mentions: &'a [Mention],
    /// Number of the actor each mention means, beside them.
    pub actors: &'a [usize],
    /// What was parsed as one word.
    pub units: &'a [Unit],
    /// Grammatical words of its language.
    pub words: &'a SyntaxWords,
}

/// Finds the events of an article, in reading order.
pub fn find(input: Input<'_>, pack: &Pack, ontology: &Ontology) -> Vec<EventMention> {
    let mut events = Vec::new();
    for (index, (sentence, tree)) in input.sentences.iter().zip(input.trees).enumerate() {
        let read = input
            .article
            .blocks
            .get(sentence.block)
            .is_none_or(|b| b.kind != BlockKind::Dateline);
        if read && tree.nodes.len() == sentence.tokens.len() {
            let view = View::new(input, sentence, tree, pack);
            let clause = Clause::over((&view.forms).into(), tree, input.words);
            let triggers = pack.triggers();
            let mut hits = trigger::find(&view, triggers, input.mentions);
            if hits.is_empty() {
                continue;
            }
            // What must be done is not done: "must reach a deal" is a demand and no deal.
            // A phrase of the verb that holds the auxiliary ("diplomats must leave") says more.
            hits.sort_by_key(|h| (h.head, !has_auxiliary(&view, h), !is_auxiliary(&view, h)));
            let none = BTreeMap::new();
            let search = Search {
                view: &view,
                clause: &clause,
                mentions: input.mentions,
                actors: input.actors,
                nominal: &triggers.nominal,
                deeds: &none,
                ontology,
            };
            let deeds = deeds(&search, triggers);
            let search = Search {
                deeds: &deeds,
                ..search
            };
            let subject = || subject_before(index, input, &search, pack);
            let told = in_sentence(
                &search,
                &hits,
                (index, input),
                (triggers, &subject),
                &mut events,
            );
            events.extend(told);
        }
    }
    events
}

/// Who is the subject of the sentence before.
fn subject_before(
    index: usize,
    input: Input<'_>,
    search: &Search<'_, '_>,
    pack: &Pack,
) -> Vec<usize> {
    let before = index.checked_sub(1);
    let sentence = before.and_then(|i| input.sentences.get(i).zip(input.trees.get(i)));
    let whole = |(s, t): &(&Sentence, &Tree)| s.tokens.len() == t.nodes.len();
    let Some((sentence, tree)) = sentence.filter(whole) else {
        return Vec::new();
    };
    let view = View::new(input, sentence, tree, pack);
    let clause = Clause::over((&view.forms).into(), tree, input.words);
    let none = BTreeMap::new();
    anaphora::subject_of(&Search {
        view: &view,
        clause: &clause,
        deeds: &none,
        ..*search
    })
}

/// The nouns of acts of a sentence, by token, with whoever did each.
fn deeds(search: &Search<'_, '_>, triggers: &Triggers) -> BTreeMap<usize, Deed> {
    let nouns = trigger::nouns(search.view, triggers, search.mentions);
    let unknown = |h: &Hit<'_>| {
        let kind = search.ontology.event_type(&h.trigger.event);
        let conflict = kind.is_some_and(EventType::is_material_conflict);
        let deed = Deed {
            doers: Vec::new(),
            conflict,
            event: h.trigger.event.clone(),
            mode: h.trigger.mode.clone(),
            goes: h.trigger.place_recipient && kind.is_some_and(|k| k.gathers),
        };
        (h.head, deed)
    };
    let mut found: BTreeMap<usize, Deed> = nouns.iter().map(unknown).collect();
    let inner = Search {
        deeds: &found,
        ..*search
    };
    let doers = |h: &Hit<'_>| {
        let frame = triggers.frames.get(&h.trigger.frame)?;
        Some((h.head, inner.participants(h, frame, Vec::new()).actors))
    };
    let told: Vec<(usize, Vec<usize>)> = nouns.iter().filter_map(doers).collect();
    for (noun, doers) in told {
        if let Some(deed) = found.get_mut(&noun) {
            deed.doers = doers;
        }
    }
    found
}

fn in_sentence(
    search: &Search<'_, '_>,
    hits: &[Hit<'_>],
    (index, input): (usize, Input<'_>),
    (triggers, subject): (&Triggers, &dyn Fn() -> Vec<usize>),
    before: &mut [EventMention],
) -> Vec<EventMention> {
    let mut telling = Telling {
        search,
        hits,
        index,
        input,
        triggers,
        subject,
        told: Vec::new(),
        demanded: None,
    };
    for hit in hits {
        // What must be done is not done, whoever must do it.
        let same = telling.told.last().is_some_and(|(h, _)| h.head == hit.head);
        if same || telling.demanded == Some(hit.head) {
            continue;
        }
        let told = telling.event(hit, before).map(|e| (hit.clone(), e));
        let again = || {
            let shorter = trigger::shorter(search.view, triggers, input.mentions, hit)?;
            // A longer phrase of the same type asks for more on purpose.
            let other = shorter.trigger.event != hit.trigger.event;
            let open = hit.trigger.needs_recipient && !is_auxiliary(search.view, hit);
            (open && other).then_some(shorter)
        };
        let told = told.or_else(|| {
            let shorter = again()?;
            // What the longer phrase would keep silent stays so where no two parties stand.
            let whole = |e: &EventMention| !e.actors.is_empty() && !e.recipients.is_empty();
            let event = telling.event(&shorter, before).filter(whole)?;
            Some((shorter, event))
        });
        telling.told.extend(told);
    }
    let mut told = telling.told;
    answer::beside(search, told.iter_mut().map(|(_, e)| e));
    let standing: Vec<Standing> = told
        .iter()
        .map(|(hit, event)| standing(search, hit, event, &told))
        .collect();
    let events = told.into_iter().zip(standing);
    events
        .filter_map(|((_, event), standing)| standing.settle(event))
        .collect()
}

/// What a sentence tells, trigger by trigger.
struct Telling<'s, 'a, 't> {
    search: &'s Search<'s, 'a>,
    hits: &'s [Hit<'t>],
    index: usize,
    input: Input<'s>,
    triggers: &'t Triggers,
    subject: &'s dyn Fn() -> Vec<usize>,
    told: Vec<(Hit<'t>, EventMention)>,
    /// The verb of what must be done.
    demanded: Option<usize>,
}

impl<'t> Telling<'_, '_, 't> {
    /// The event of a trigger, if it tells one beside those told before.
    fn event(&mut self, hit: &Hit<'t>, before: &mut [EventMention]) -> Option<EventMention> {
        let search = self.search;
        let frame = self.triggers.frames.get(&hit.trigger.frame)?;
        let mut participants = self.participants(hit, frame, before);
        let earlier = before.iter().chain(self.told.iter().map(|(_, e)| e));
        let echoed = hit
            .trigger
            .echoes
            .then(|| answer::echoed(self.index, earlier));
        let echoed = echoed.map(Option::<&EventMention>::cloned);
        if let Some(first) = &echoed {
            participants
                .recipients
                .clone_from(&first.as_ref()?.recipients);
        }
        let nobody = participants.actors.is_empty() && participants.recipients.is_empty();
        let taken_up = nobody
            .then(|| anaphora::antecedent(search, hit, self.index, before))
            .flatten()
            .and_then(|at| before.get_mut(at));
        if let Some(first) = &taken_up {
            participants = anaphora::parties(first);
        }
        let mut event = event(search, hit, participants, self.index, self.input)?;
        // "said X had not lied" blames nobody.
        if frame.agent == [Slot::Speaker] && event.status == Status::Negated {
            return None;
        }
        if let Some(first) = echoed.flatten() {
            event.event_type = first.event_type;
            event.mode = first.mode;
        }
        promised(search, (hit, self.hits), &mut event);
        match taken_up {
            Some(first) => anaphora::settle(first, event),
            None => Some(event),
        }
    }

    /// Who takes part: those of the sentence, then those whom the acts told before name.
    fn participants(
        &mut self,
        hit: &Hit<'t>,
        frame: &Frame,
        before: &[EventMention],
    ) -> Participants {
        let (search, index, subject) = (self.search, self.index, self.subject);
        let told = &self.told;
        let earlier = before.iter().chain(told.iter().map(|(_, e)| e));
        let pair = anaphora::together(search, hit, (index, earlier.clone()), subject);
        let mut found = search.participants(hit, frame, pair.unwrap_or_default());
        // "Sollte X angreifen, …" demands nothing.
        let status = || factuality::status(search.view, hit);
        let asked = is_auxiliary(search.view, hit)
            && (!found.actors.is_empty() || status() != Status::Hypothetical);
        self.demanded = asked.then_some(hit.head);
        let both = frame.agent.contains(&Slot::Both);
        if both && impersonal(search, hit, &found) && status() != Status::Negated {
            let talks = told.iter().map(|(_, e)| e).rev().chain(before.iter().rev());
            take_up_talks(&mut found, talks, index);
        }
        anaphora::upon(search, hit, (index, earlier.clone()), &mut found, subject);
        if search.clause.is_passive(hit.head) {
            // "The criticism was rejected by X": X answers those whom the noun names.
            let kind = search.ontology.event_type(&hit.trigger.event);
            if found.actors.is_empty() || !kind.is_some_and(|k| k.answers) {
                named_by_subject(hit, told, &mut found);
            }
            let same = |h: &&Hit<'_>| h.trigger.event == hit.trigger.event;
            let nouns = self.hits.iter().filter(same);
            attacked(search, hit, &mut found, nouns, self.triggers);
        }
        let near = earlier.clone().filter(|e| !is_past(e, self.input));
        anaphora::address(search, hit, frame, (index, near), &mut found);
        answer::freed(search, hit, self.hits, earlier.clone(), &mut found);
        answer::harmed(search, hit, self.hits, &mut found);
        setting::condition(search, hit, &mut found);
        setting::address(search, hit, &mut found, self.hits.iter(), self.triggers);
        answer::answer(search, hit, frame, (index, earlier.clone()), &mut found);
        thither::there(search, hit, (index, earlier.clone()), &mut found);
        answer::authorities(search, hit, (index, earlier.clone()), &mut found);
        answer::brought(search, hit, &mut found);
        answer::same_body(search, hit, (index, earlier.clone()), &mut found);
        answer::held(search, hit, earlier, &mut found);
        found
    }
}

/// "is ready to invade", "promised to bomb": a word about a hostile act still to come is what that act is called while it is planned.
fn promised(
    search: &Search<'_, '_>,
    (hit, hits): (&Hit<'_>, &[Hit<'_>]),
    event: &mut EventMention,
) {
    let (view, ontology) = (search.view, search.ontology);
    let mode = event.mode.as_deref();
    let mode = mode.and_then(|m| ontology.mode(&event.event_type, m));
    if !mode.is_some_and(|m| m.of_content) {
        return;
    }
    let content = |h: &&Hit<'_>| {
        let clause = matches!(view.relation(h.head), "xcomp" | "advcl" | "ccomp" | "acl");
        // "promised to pay for the plane that was shot down": another clause has a subject of its own.
        let subject = |&c: &usize| view.relation(c) == "nsubj";
        let own = view.children(h.head).iter().any(subject);
        let denied = || factuality::status(view, h) == Status::Negated;
        h.verbal && clause && !own && view.head(h.head) == Some(hit.head) && !denied()
    };
    let kinds = hits.iter().filter(content);
    let kinds = kinds.filter_map(|h| ontology.event_type(&h.trigger.event));
    // Troops may be promised to a friend.
    let mut hostile = kinds.filter(|k| k.is_material_conflict() && k.absorbed_by.is_none());
    if let Some(planned) = hostile.find_map(|k| k.planned_as.as_deref()) {
        planned.clone_into(&mut event.event_type);
        event.mode = None;
        event.reasons.push("of a hostile act to come".to_owned());
    }
}

/// "Norway's pact with Kenya was signed": where the noun that a passive says something of names both parties, they are its parties, too.
fn named_by_subject(hit: &Hit<'_>, told: &[(Hit<'_>, EventMention)], found: &mut Participants) {
    let whole = |e: &EventMention| !e.actors.is_empty() && !e.recipients.is_empty();
    let open = found.actors.is_empty() || found.recipients.is_empty() && !found.equals;
    let mut nouns = told
        .iter()
        .filter(|(h, _)| !h.verbal && hit.words.contains(&h.head));
    if let Some((_, noun)) = nouns.find(|(_, e)| open && whole(e)) {
        found.actors.clone_from(&noun.actors);
        found.recipients.clone_from(&noun.recipients);
        found.reasons.push("whom the noun names".to_owned());
    }
}

/// "Four were killed in a Russian attack on Odesa": the noun tells who did it, and to whom where the victims are not named.
fn attacked<'h, 't: 'h>(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    found: &mut Participants,
    mut nouns: impl Iterator<Item = &'h Hit<'t>>,
    triggers: &Triggers,
) {
    let view = search.view;
    let below = |h: &&Hit<'_>| {
        !h.verbal && view.head(h.head) == Some(hit.head) && view.relation(h.head) == "obl"
    };
    let Some(noun) = nouns.find(below).filter(|_| found.actors.is_empty()) else {
        return;
    };
    let Some(frame) = triggers.frames.get(&noun.trigger.frame) else {
        return;
    };
    let told = search.participants(noun, frame, Vec::new());
    if told.actors.is_empty() || found.equals || told.equals {
        return;
    }
    found
        .recipients
        .retain(|&r| !search.is_among(r, &told.actors));
    if found.recipients.is_empty() {
        found.recipients = told.recipients;
    }
    found.actors = told.actors;
    found
        .reasons
        .push("who did it stands at the noun".to_owned());
}

/// "Es wurde vereinbart, …": a passive of a reciprocal act that names nobody.
fn impersonal(search: &Search<'_, '_>, hit: &Hit<'_>, found: &Participants) -> bool {
    let nobody = found.actors.is_empty() && found.recipients.is_empty();
    nobody && hit.verbal && search.clause.is_passive(hit.head)
}

/// What is agreed right after a meeting is agreed by those who met: the two parties of the last reciprocal event of this or the previous sentence.
fn take_up_talks<'e>(
    found: &mut Participants,
    talks: impl Iterator<Item = &'e EventMention>,
    sentence: usize,
) {
    let mut near = talks.take_while(|e| e.sentence + 1 >= sentence);
    let last = near.find(|e| e.symmetric && e.actors.len() + e.recipients.len() == 2);
    if let Some(last) = last {
        found.actors = [last.actors.clone(), last.recipients.clone()].concat();
        found.equals = true;
        found.reasons.push("those who met before".to_owned());
    }
}

fn is_auxiliary(view: &View<'_>, hit: &Hit<'_>) -> bool {
    hit.words.len() == 1 && helps(view, hit)
}

/// Is the auxiliary of the verb one of several words of its phrase?
fn has_auxiliary(view: &View<'_>, hit: &Hit<'_>) -> bool {
    hit.words.len() > 1 && helps(view, hit)
}

fn helps(view: &View<'_>, hit: &Hit<'_>) -> bool {
    let own = |&w: &usize| view.head(w) == Some(hit.head) && view.relation(w) == "aux";
    hit.words.iter().any(own)
}

fn event(
    search: &Search<'_, '_>,
    hit: &Hit<'_>,
    found: Participants,
    sentence: usize,
    input: Input<'_>,
) -> Option<EventMention> {
    let (view, ontology) = (search.view, search.ontology);
    let status = factuality::status(view, hit);
    let (event_type, mode, status) = meaning::kind(search, hit, &found, status)?;
    let symmetric = found.equals
        || mode
            .and_then(|m| m.symmetric)
            .unwrap_or(event_type.symmetric || meaning::shared_plan(hit, event_type, ontology));
    let found_equals = found.equals;
    let Participants {
        mut actors,
        mut recipients,
        mediators,
        mut reasons,
        ..
    } = found;
    // "was arrested in Chad"
    let alone = actors.is_empty() && hit.verbal && status == Status::Happened;
    let mut seat = None;
    if alone && mode.is_some_and(|m| m.by_authorities) {
        let state = search.state_there(hit.head);
        let state = state.filter(|&s| !search.is_among(s, &recipients));
        actors.extend(state);
        seat = state.filter(|&s| search.is_plain_place(s));
        reasons.extend(state.map(|_| "the authorities of the place".to_owned()));
    }
    let reporters = attribution::reporters(search, hit.head);
    let mut reporter = reporters.first().copied();
    // "Switzerland said it had expelled …", "we call on …, the minister said".
    if actors.is_empty() && hit.verbal && search.means_speakers(hit.head, &reporters) {
        reasons.push("the pronoun means the speaker".to_owned());
        actors.extend(reporters.into_iter().filter(|r| !recipients.contains(r)));
        reporter = None;
    }
    recipients.retain(|&r| !search.is_among(r, &actors));
    if hit.trigger.place_recipient {
        recipients.retain(|r| !is_home(input.mentions, &actors, *r));
    }
    // "The attack met fierce resistance of X": what has no will meets nobody.
    if symmetric && actors.is_empty() && hit.verbal && search.is_act(hit.head) {
        return None;
    }
    // "The company signed deals with X and Y": these two have signed nothing with each other.
    let apart = symmetric && !found_equals && actors.is_empty() && recipients.len() > 1;
    if apart && search.has_subject(hit.head, hit.verbal) {
        return None;
    }
    if is_private(hit, &actors, input.mentions) {
        return None;
    }
    let several = symmetric && search.several(&actors);
    let nobody = actors.is_empty() && recipients.is_empty();
    if nobody || hit.trigger.needs_recipient && recipients.is_empty() && !several {
        return None;
    }
    let goes = hit.trigger.place_recipient || event_type.gathers;
    let there = goes || reasons.iter().any(|r| r == setting::MET) || is_trip(search, &recipients);
    let to_place = |&r: &usize| there && search.is_plain_place(r);
    let visited = recipients.iter().copied().find(to_place).or(seat);
    let takes_part = |p: usize| search.is_among(p, &actors) || search.is_among(p, &recipients);
    let own = ontology.event_type(&hit.trigger.event);
    if event_type.name != hit.trigger.event && own.is_some_and(|k| k.is_verbal() && !k.deliberate) {
        reasons.push(anaphora::UNSAID.to_owned());
    }
    reasons.insert(0, format!("trigger {}", hit.trigger.id));
    let dates = (input.timexes, is_dated(input.article));
    let (timex, counting) = time::counted(view, hit, dates, event_type);
    Some(EventMention {
        rule: hit.trigger.id.clone(),
        event_type: event_type.name.clone(),
        mode: mode.map(|m| m.name.clone()),
        sentence,
        trigger: view.span_of(std::iter::once(hit.head).chain(hit.words.iter().copied())),
        quote: view.sentence.span,
        confidence: confidence(view, hit, &actors, &recipients),
        location: visited.or_else(|| search.place(hit.head).filter(|&p| !takes_part(p))),
        reporter: reporter.filter(|&r| !takes_part(r)),
        actors,
        recipients,
        symmetric,
        mediator: mediators.first().copied(),
        timex,
        counting,
        status,
        historical: timex.is_none() && time::is_earlier(view, hit, input.timexes),
        reasons,
    })
}

/// Is it an act that only a person named in the text, or somebody in office, does, and somebody else does it here?
fn is_private(hit: &Hit<'_>, actors: &[usize], mentions: &[Mention]) -> bool {
    let all = |fits: &dyn Fn(&Mention) -> bool| {
        let fits = |&m: &usize| mentions.get(m).is_some_and(fits);
        !actors.is_empty() && actors.iter().all(fits)
    };
    let named = |m: &Mention| m.class == EntityClass::Person && m.form == MentionForm::Name;
    let official = |m: &Mention| {
        let office = m.sector.is_some() || m.role.is_some();
        m.form == MentionForm::Role || m.class == EntityClass::Person && office
    };
    hit.trigger.by_person && !all(&named) || hit.trigger.by_official && !all(&official)
}

/// "cancelled a trip to Beijing": does one of them stand below the noun of what people gather for?
fn is_trip(search: &Search<'_, '_>, parties: &[usize]) -> bool {
    let view = search.view;
    let gathers = |d: &Deed| {
        let kind = search.ontology.event_type(&d.event);
        kind.is_some_and(|k| k.gathers)
    };
    parties.iter().any(|&p| {
        let at = view.mention_at.iter().position(|m| *m == Some(p));
        let noun = at.and_then(|t| view.head(t));
        noun.and_then(|n| search.deeds.get(&n)).is_some_and(gathers)
    })
}

/// Does the act lie more than a year back? Nobody comments on it now.
fn is_past(event: &EventMention, input: Input<'_>) -> bool {
    let timex = event.timex.and_then(|t| input.timexes.get(t));
    let last = timex.and_then(|t| t.interval?.hi);
    let report = input.article.published.as_ref().and_then(|p| p.date.lo);
    let year = Days::new(365);
    last.zip(report)
        .is_some_and(|(last, report)| last.checked_add_days(year).is_some_and(|day| day < report))
}

/// Is the day of the report known?
fn is_dated(article: &Article) -> bool {
    let published = article.published.as_ref();
    published.is_some_and(|p| p.date.lo.is_some())
}

/// Is the place in the country of one who acts? Who flies home or tours the provinces visits nobody.
fn is_home(mentions: &[Mention], actors: &[usize], place: usize) -> bool {
    let country = |m: usize| mentions.get(m).and_then(|m| m.country.as_deref());
    country(place).is_some_and(|c| actors.iter().any(|&a| country(a) == Some(c)))
}

/// Product of the parser's certainty about the trigger and a discount for what is missing.
fn confidence(view: &View<'_>, hit: &Hit<'_>, actors: &[usize], recipients: &[usize]) -> f32 {
    let parse = view.tree.nodes.get(hit.head).map_or(0.5, |n| n.confidence);
    let whole = match (actors.is_empty(), recipients.is_empty()) {
        (false, false) => 1.0,
        (false, true) => 0.8,
        _ => 0.7,
    };
    let kind = if hit.verbal { 1.0 } else { 0.9 };
    (0.5 + 0.5 * parse) * whole * kind
}
