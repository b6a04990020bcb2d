//! Finds the words that name events: trigger phrases of the language pack in the tree of a sentence.
//!
//! In: a [`View`] and the triggers. Out: [`Hit`]s, at most one a token, left to right. Does not: look for participants.

use super::view::View;
use crate::base::analysis::{EntityClass, Mention, MentionForm, Upos};
use crate::lexicon::triggers::{Phrase, Trigger, Triggers};
use std::cell::OnceCell;

/// A trigger phrase that stands in the sentence.
#[derive(Debug, Clone)]
pub struct Hit<'t> {
    /// Head token of the phrase.
    pub head: usize,
    /// Is the head a verb?
    pub verbal: bool,
    /// The entry.
    pub trigger: &'t Trigger,
    /// The further words of the phrase.
    pub words: Vec<usize>,
}

/// The tokens below the head of a phrase.
struct Reached {
    tokens: Vec<usize>,
    /// The marks of their words.
    marks: u128,
}

/// Finds every trigger of a sentence; where several fit one token, the phrase with most words wins, then file order.
pub fn find<'t>(view: &View<'_>, triggers: &'t Triggers, mentions: &[Mention]) -> Vec<Hit<'t>> {
    (0..view.len())
        .filter_map(|i| at(view, triggers, mentions, (i, false), usize::MAX))
        .collect()
}

/// "eroberte das Dorf mit Hilfe Irans": where nobody fills the frame of the longest phrase, the longest one on the same token with fewer words.
pub fn shorter<'t>(
    view: &View<'_>,
    triggers: &'t Triggers,
    mentions: &[Mention],
    hit: &Hit<'t>,
) -> Option<Hit<'t>> {
    let found = at(view, triggers, mentions, (hit.head, false), hit.words.len())?;
    (found.head == hit.head).then_some(found)
}

/// Finds the nouns that name an act, whatever is said about it: "condemned the attack" tells of no attack, yet speaks of one.
pub fn nouns<'t>(view: &View<'_>, triggers: &'t Triggers, mentions: &[Mention]) -> Vec<Hit<'t>> {
    let noun = |&i: &usize| matches!(view.upos(i), Upos::Noun | Upos::Propn);
    (0..view.len())
        .filter(noun)
        .filter_map(|i| at(view, triggers, mentions, (i, true), usize::MAX))
        .collect()
}

/// The trigger on token `i` with fewer further words than `limit`; `spoken_of` lets those through that the words around turn into something else.
fn at<'t>(
    view: &View<'_>,
    triggers: &'t Triggers,
    mentions: &[Mention],
    (i, spoken_of): (usize, bool),
    limit: usize,
) -> Option<Hit<'t>> {
    let named = view
        .mention_at
        .get(i)
        .copied()
        .flatten()
        .and_then(|m| mentions.get(m));
    // "EU-Sanktionen": the name is the first part of the word only.
    let ends = view.sentence.tokens.get(i).map_or(0, |t| t.span.end);
    let whole = |m: &Mention| m.span.end >= ends;
    if named.is_some_and(|m| matches!(m.form, MentionForm::Name | MentionForm::Metonym) && whole(m))
    {
        return None;
    }
    let verbal = matches!(view.upos(i), Upos::Verb | Upos::Aux | Upos::Adj);
    let nominal = matches!(view.upos(i), Upos::Noun | Upos::Propn);
    if !verbal && !nominal || view.timex_at.get(i).is_some_and(Option::is_some) {
        return None;
    }
    let below = OnceCell::new();
    let reached = || {
        let mut tokens = view.below(i);
        let noun = taken_up(view, i);
        tokens.extend(noun);
        tokens.extend(noun.and_then(|n| described_noun(view, n)));
        let marks = tokens.iter().fold(0, |all, &t| all | view.marks(t));
        Reached { tokens, marks }
    };
    let mut best: Option<Hit<'t>> = None;
    // Later lemmas are guesses (the last part of a compound): they count only where the better ones name nothing.
    for lemma in view.lemmas.get(i)?.iter() {
        if best.is_some() {
            break;
        }
        for phrase in triggers.phrases(lemma) {
            if phrase.verbal != verbal
                || phrase.words.len() >= limit
                || best
                    .as_ref()
                    .is_some_and(|b| b.words.len() >= phrase.words.len())
            {
                continue;
            }
            let Some(trigger) = triggers.entries.get(phrase.trigger) else {
                continue;
            };
            if let Some(words) = words(view, triggers, (i, phrase), || below.get_or_init(reached))
                && (spoken_of || !vetoed(view, (triggers, mentions), i, trigger))
            {
                best = Some(Hit {
                    head: governed(view, i).unwrap_or(i),
                    verbal,
                    trigger,
                    words: governed(view, i).map_or(words, |_| vec![i]),
                });
            }
        }
    }
    best
}

/// The verb an auxiliary trigger ("must") belongs to: its participants are those of that verb.
fn governed(view: &View<'_>, i: usize) -> Option<usize> {
    view.head(i).filter(|_| view.relation(i) == "aux")
}

/// Finds the words a phrase demands among those below its head; a noun also finds them in front of it ("phone call").
fn words<'b>(
    view: &View<'_>,
    triggers: &Triggers,
    (head, phrase): (usize, &Phrase),
    below: impl FnOnce() -> &'b Reached,
) -> Option<Vec<usize>> {
    if phrase.words.is_empty() {
        return Some(Vec::new());
    }
    let below = below();
    // A verb heads up to hundreds of phrases, and most demand a word that no look at the tree is needed to miss.
    if phrase.words.iter().any(|w| w.marks & below.marks == 0) {
        return None;
    }
    let mut found = Vec::new();
    for wanted in &phrase.words {
        let word = below
            .tokens
            .iter()
            .copied()
            .filter(|w| !found.contains(w))
            .filter(|&w| {
                !wanted.object || is_acted_upon(view, w) && !is_further_in(view, (head, &found), w)
            })
            .filter(|&w| view.marks(w) & wanted.marks != 0)
            .filter(|&w| view.is_word(w, &wanted.alternatives))
            .filter(|&w| !is_before(view, triggers, phrase, w))
            .filter(|&w| !is_of_content(view, triggers, (head, &found, phrase), w))
            .find(|&w| {
                view.upos(w) != Upos::Adp || !is_of_act(view, triggers, (head, &found), w)
            })?;
        found.push(word);
    }
    Some(found)
}

/// "concluded a pact after years of talks" concludes no talks: is the word, or the phrase it stands in, what came before or after?
fn is_before(view: &View<'_>, triggers: &Triggers, phrase: &Phrase, word: usize) -> bool {
    // "warned of spies", "vor Gericht": what the phrase itself asks for is its own.
    let asked = |g: usize| {
        let mut words = phrase.words.iter();
        words.any(|w| view.is_word(g, &w.alternatives))
    };
    let opened = |t: usize| {
        let opens = |&g: &usize| {
            let sequence = view.relation(g) == "case" && view.in_set(g, &view.cues.sequence);
            sequence && g < word && !asked(g)
        };
        view.relation(t) == "obl" && view.children(t).iter().any(opens)
    };
    let noun = view.upos(word) == Upos::Noun;
    let names_act = |l: &String| {
        let mut phrases = triggers.phrases(l).iter();
        phrases.any(|p| !p.verbal && p.words.is_empty())
    };
    let act = || {
        view.lemmas
            .get(word)
            .is_some_and(|l| l.iter().any(names_act))
    };
    let above = || view.head(word).filter(|_| view.relation(word) == "nmod");
    noun && act() && (opened(word) || above().is_some_and(opened))
}

/// "called the attack on X a crime" is no call on X: does the preposition open a part of a noun of another act?
fn is_of_act(
    view: &View<'_>,
    triggers: &Triggers,
    (head, found): (usize, &[usize]),
    preposition: usize,
) -> bool {
    let noun = view.head(preposition).filter(|&n| n != head);
    let owner = noun.and_then(|n| view.head(n));
    let owner = owner.filter(|o| *o != head && !found.contains(o));
    let names_act = |l: &String| {
        triggers
            .phrases(l)
            .iter()
            .any(|p| !p.verbal && p.words.is_empty())
    };
    let act = |o: usize| view.lemmas.get(o).is_some_and(|l| l.iter().any(names_act));
    owner.is_some_and(|o| view.upos(o) == Upos::Noun && view.relation(o) == "obj" && act(o))
}

/// "called X to congratulate him on the vote" is no call on anybody: does another act of its own, told in an infinitive, stand between the head and the
/// word?
fn is_of_content(
    view: &View<'_>,
    triggers: &Triggers,
    (head, found, phrase): (usize, &[usize], &Phrase),
    word: usize,
) -> bool {
    // "told X he had asked Y to leave" tells nobody to do anything.
    let above = view.above(word);
    let subject = |&t: &usize| {
        let own = |&c: &usize| view.relation(c) == "nsubj";
        t != head && view.children(t).iter().any(own)
    };
    if view.relation(word) == "mark" {
        let clause = above
            .iter()
            .take_while(|&&t| t != head)
            .skip(1)
            .any(subject);
        return clause && above.contains(&head);
    }
    if view.upos(word) == Upos::Verb || view.head(word) == Some(head) {
        return false;
    }
    let asked = |t: usize| {
        let mut words = phrase.words.iter();
        words.any(|w| view.is_word(t, &w.alternatives))
    };
    let names_act = |l: &String| {
        let mut phrases = triggers.phrases(l).iter();
        phrases.any(|p| p.verbal && p.words.is_empty())
    };
    let act = |t: usize| view.lemmas.get(t).is_some_and(|l| l.iter().any(names_act));
    let told = |t: usize| {
        let marked = |&c: &usize| view.relation(c) == "mark";
        let clause = matches!(view.relation(t), "advcl" | "xcomp") && view.upos(t) == Upos::Verb;
        clause && view.children(t).iter().any(marked) && !found.contains(&t) && !asked(t) && act(t)
    };
    let mut between = above.iter().copied().take_while(|&t| t != head);
    above.contains(&head) && between.any(told)
}

/// "the sanctions the EU imposed on X": the noun before a clause that only tells more of it, if the clause has no object of its own.
fn taken_up(view: &View<'_>, verb: usize) -> Option<usize> {
    let relative = view.relation(verb) == "acl" && view.upos(verb) == Upos::Verb;
    let noun = view.head(verb).filter(|&n| relative && n < verb)?;
    let children = view.children(verb).iter().copied();
    // A relative pronoun is no mention.
    let party = |c: usize| {
        let mention = view.mention_at.get(c).is_some_and(Option::is_some);
        let time = view.timex_at.get(c).is_some_and(Option::is_some);
        mention || view.upos(c) != Upos::Pron && !time
    };
    let mut parties = children.filter(|&c| matches!(view.deprel(c), "nsubj" | "obj") && party(c));
    // Where the verb stands last the one who acts may be taken for its object.
    let only = parties
        .next()
        .filter(|&c| c < verb && parties.next().is_none());
    (view.upos(noun) == Upos::Noun && only.is_some()).then_some(noun)
}

/// "the tariff on cars, which X imposed": the object in whose phrase the noun stands that a relative clause seems to take up.
fn described_noun(view: &View<'_>, noun: usize) -> Option<usize> {
    let opens = |&c: &usize| view.relation(c) == "case" && c < noun;
    let case = view.children(noun).iter().copied().find(opens)?;
    let before = case.checked_sub(1)?;
    let above = view.head(noun)?;
    let beside = above == before || Some(above) == view.head(before);
    let object = view.upos(before) == Upos::Noun && view.relation(before) == "obj";
    (object && beside).then_some(before)
}

/// Is the word an object or the subject of a passive?
fn is_acted_upon(view: &View<'_>, word: usize) -> bool {
    // A noun above the verb is what a relative clause says it acts upon.
    let above = || {
        view.children(word)
            .iter()
            .any(|&c| view.relation(c) == "acl")
    };
    view.relation(word) == "obj" || view.deprel(word) == "nsubj:pass" || above()
}

/// "called on X to end the war": does another verb than those of the phrase stand between the head and the word?
fn is_further_in(view: &View<'_>, (head, found): (usize, &[usize]), word: usize) -> bool {
    let above = view.above(word);
    let between = above.iter().take_while(|&&t| t != head);
    let other = |t: usize| view.upos(t) == Upos::Verb && !found.contains(&t);
    above.contains(&head) && between.copied().any(other)
}

/// Does a word below the head, or the word it hangs on, turn the trigger into something else?
fn vetoed(
    view: &View<'_>,
    (triggers, mentions): (&Triggers, &[Mention]),
    head: usize,
    trigger: &Trigger,
) -> bool {
    if trigger.bare
        && view
            .children(head)
            .iter()
            .any(|&c| is_said_of_object(view, c))
    {
        return true;
    }
    if trigger.without.is_empty() {
        return false;
    }
    // "musste": a form of a helper may say something else than the others.
    if view.upos(head) == Upos::Aux && trigger.without.contains(view.form(head)) {
        return true;
    }
    let near = view.children(head).iter().copied();
    let near = near.filter(|&c| !view.is_joined_verb(c));
    // "called X after the vote": the act before says nothing of this one.
    let names_act = |l: &String| {
        triggers
            .phrases(l)
            .iter()
            .any(|p| !p.verbal && p.words.is_empty())
    };
    let when = |c: usize| {
        let opens = |&g: &usize| view.relation(g) == "case" && view.in_set(g, &view.cues.sequence);
        let act = || view.lemmas.get(c).is_some_and(|l| l.iter().any(names_act));
        view.relation(c) == "obl" && view.children(c).iter().any(opens) && act()
    };
    let near = near.filter(|&c| !when(c));
    // What a clause of its own says ("…, which Paris denies") says nothing about this one.
    let clause = |c: usize| {
        view.children(c)
            .iter()
            .any(|&g| view.relation(g) == "nsubj")
    };
    // Nor does what somebody is asked to do ("urged X to deny the players visas").
    let party = |c: &usize| {
        let given = matches!(view.relation(*c), "obj" | "iobj");
        given && view.mention_at.get(*c).is_some_and(Option::is_some)
    };
    let addresses = view.children(head).iter().any(party);
    let asked = |c: usize| {
        let content = matches!(view.relation(c), "xcomp" | "advcl") && view.upos(c) == Upos::Verb;
        let marked = |&g: &usize| view.relation(g) == "mark" && view.upos(g) == Upos::Part;
        content && addresses && view.children(c).iter().any(marked)
    };
    let grand = view
        .children(head)
        .iter()
        .filter(|&&c| view.timex_at.get(c).is_none_or(Option::is_none) && !clause(c))
        .filter(|&&c| !view.is_joined_verb(c))
        .flat_map(|&c| {
            let below = view.children(c).iter().copied();
            below.filter(move |&g| !clause(g) && !asked(c))
        });
    let mut around: Vec<usize> = near
        .chain(grand)
        .filter(|&t| view.timex_at.get(t).is_none_or(Option::is_none))
        .collect();
    // What is told of the noun before its clause ("the charge X denies") is another matter.
    let reach = if taken_up(view, head).is_some() { 1 } else { 2 };
    let above = if view.is_joined_verb(head) { 0 } else { reach };
    around.extend(view.above(head).into_iter().take(above));
    // "Mark Rutte" speaks of no money: what stands in somebody's full name says nothing but who it is.
    let named = |t: usize| {
        let mention = view.mention_at.get(t).copied().flatten();
        let full = mention.and_then(|m| mentions.get(m)).is_some_and(|m| {
            let person = m.class == EntityClass::Person && m.form == MentionForm::Name;
            person && m.span.of(view.text).contains(' ')
        });
        // So does the title of one who is named in full where only its plural is meant: "traf den Journalisten X" is no press conference.
        let singular = view.lemmas.get(t).and_then(|l| l.first());
        let plural = singular.is_some_and(|l| !trigger.without.contains(l));
        let titled = view
            .head(t)
            .filter(|&h| h > t && view.relation(t) == "flat");
        let held = || {
            let mention = titled.and_then(|h| view.mention_at.get(h).copied().flatten());
            mention.and_then(|m| mentions.get(m)).is_some_and(|m| {
                let person = m.class == EntityClass::Person && m.form == MentionForm::Name;
                person && m.role.is_some()
            })
        };
        full && view.upos(t) == Upos::Propn || plural && held()
    };
    around
        .into_iter()
        .any(|t| view.in_set(t, &trigger.without) && !named(t))
}

/// "called X a thief": is the word what the verb says of its object?
fn is_said_of_object(view: &View<'_>, word: usize) -> bool {
    view.relation(word) == "xcomp" && matches!(view.upos(word), Upos::Noun | Upos::Adj)
}
