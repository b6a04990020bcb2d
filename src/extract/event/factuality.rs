//! Did it take place? Negation, future, plans, possibility and conditions around a trigger.
//!
//! In: a [`View`] and a trigger. Out: [`Status`]. Source: the auxiliary modes of the PLOVER manual (future, hypothetical, negation, historical).

mod chain;

use super::trigger::Hit;
use super::view::View;
use crate::base::analysis::Upos;
use crate::base::record::Status;
use crate::lexicon::word_set::{HeadSet, WordSet};
use chain::{Governor, Link};

/// Judges one trigger; the strongest cue wins: condition, then negation, then possibility, then future.
pub fn status(view: &View<'_>, hit: &Hit<'_>) -> Status {
    let chain = chain::governors(view, hit.head);
    let above = || chain.iter().map(|g| g.word);
    let mut all = std::iter::once(hit.head).chain(above());
    let asked = || all_asked(view, hit.head);
    if all.any(|h| conditional(view, h)) || in_opening_condition(view, hit.head) || asked() {
        return Status::Hypothetical;
    }
    if hit.trigger.negated != denied(view, hit, &chain)
        || has(view, hit.head, &["mark", "case"], &view.cues.instead)
        || governs(view, &chain, &view.cues.negating_heads)
    {
        return Status::Negated;
    }
    if reported_future(view, hit.head) {
        return Status::Planned;
    }
    if possible(view, hit, &chain)
        || is_ultimatum(view, hit.head)
        || governs(view, &chain, &view.cues.wishing_heads)
        || doubted(view, hit.head)
        || hearsay(view, hit.head)
        || said_of(view, hit.head)
    {
        return Status::Hypothetical;
    }
    let ahead = hit.trigger.planned || future(view, hit.head, &chain) || due(view, hit.head);
    if ahead || !hit.verbal && lies_ahead(view, hit.head) {
        return Status::Planned;
    }
    Status::Happened
}

/// Does an odd number of negations stand on the trigger and the word that governs it?
fn denied(view: &View<'_>, hit: &Hit<'_>, chain: &[Governor]) -> bool {
    // "did not hesitate to expel X": who does not hesitate acts.
    let affirmed = |g: &&Governor| view.in_set(g.word, &view.cues.hesitating);
    let near = chain
        .first()
        .filter(|g| g.link != Link::Loose && !affirmed(g));
    let heads = std::iter::once(hit.head).chain(near.map(|g| g.word));
    let mut all: Vec<usize> = heads.flat_map(|h| negations_of(view, h)).collect();
    all.extend(negations_within(view, hit));
    all.sort_unstable();
    all.dedup();
    all.len() % 2 == 1
}

/// The words that negate `head`: its own, and those on its subject or object ("Deutschland liefert keine Panzer", "no state recognised it", "nobody
/// met him").
fn negations_of(view: &View<'_>, head: usize) -> Vec<usize> {
    let negates = |c: usize| view.in_set(c, &view.cues.negation) && !only_says_when(view, c);
    let on = |head: usize, relations: &'static [&'static str]| {
        let children = view.children(head).iter().copied();
        children.filter(move |&c| relations.contains(&view.relation(c)))
    };
    let mut found: Vec<usize> = on(head, &["advmod", "det", "aux", "mark", "case", "cc"])
        .filter(|&c| negates(c))
        .collect();
    // "no longer supports X"
    let longer = on(head, &["advmod"]).filter(|&c| view.cues.longer.contains(view.form(c)));
    found.extend(
        longer
            .flat_map(|l| on(l, &["advmod", "det"]))
            .filter(|&c| negates(c)),
    );
    if view.upos(head) == Upos::Verb {
        for part in on(head, &["nsubj", "obj"]) {
            found.extend(on(part, &["det", "cc"]).filter(|&c| negates(c)));
            // "Varken X eller Y kritiserade Z"
            let first = on(part, &["advmod", "dep"]).filter(|&c| c < part);
            found.extend(first.filter(|&c| view.cues.neither.contains(view.form(c))));
            let unnamed = view.mention_at.get(part).copied().flatten().is_none();
            found.extend(Some(part).filter(|&p| unnamed && negates(p)));
        }
    }
    found
}

/// The words that negate a further word of the phrase: before a particle or prefix at its end, wherever the parser hung it ("lehnte das Angebot der
/// USA nicht ab"), or on a verb of it ("said it would not retaliate"); never a word of the phrase itself.
fn negations_within(view: &View<'_>, hit: &Hit<'_>) -> Vec<usize> {
    let children = view.children(hit.head).iter().copied();
    let particles = children.filter(|&c| c > hit.head && view.relation(c) == "compound");
    // "told X not to sign" is told.
    let marks = |&w: &usize| view.cues.infinitive_marks.contains(view.form(w));
    let ends = particles.chain(hit.words.iter().copied().filter(|w| !marks(w)));
    let before = ends.filter_map(|e| e.checked_sub(1));
    let verbs = hit.words.iter().copied();
    let infinitive = |w: usize| {
        let mark = |&c: &usize| view.relation(c) == "mark" && marks(&c);
        view.children(w).iter().any(mark)
    };
    let verbs = verbs.filter(|&w| view.upos(w) == Upos::Verb && !infinitive(w));
    let own = verbs.flat_map(|w| negations_of(view, w));
    let negates = |&c: &usize| view.in_set(c, &view.cues.negation) && !only_says_when(view, c);
    before
        .filter(|&b| b > hit.head)
        .filter(negates)
        .chain(own)
        .filter(|c| !hit.words.contains(c))
        .collect()
}

/// "inte förrän på tisdag", "not until Tuesday", "not only": the negation next to such a word sets a day or more and denies nothing; nor does "kaum" at the head of a clause
/// that another one follows ("Kaum hatte X gewarnt, griff Y an").
fn only_says_when(view: &View<'_>, negation: usize) -> bool {
    let clause = view.head(negation).map(|v| view.relation(v));
    let hardly = negation == 0
        && view.cues.hardly.contains(view.form(negation))
        && view.upos(1) == Upos::Aux
        && matches!(clause, Some("advcl" | "parataxis"));
    // "not only helped X but also …"
    let only = view.cues.not_only.contains(view.form(negation + 1));
    hardly || only || view.cues.not_before.contains(view.form(negation + 1))
}

/// "if", "unless"; "not until Tuesday" sets a day and no condition.
fn conditional(view: &View<'_>, head: usize) -> bool {
    let says_when = |c: usize| {
        let before = c.checked_sub(1);
        view.cues.not_before.contains(view.form(c))
            && before.is_some_and(|n| view.in_set(n, &view.cues.negation))
    };
    view.children(head).iter().any(|&c| {
        matches!(view.relation(c), "mark" | "advmod")
            && view.in_set(c, &view.cues.conditional)
            && !says_when(c)
    })
}

/// "Had Germany attacked Sweden, …", "Sollte Israel angreifen, werde …": a clause that opens with its finite verb and is followed by the main clause
/// is a condition.
fn in_opening_condition(view: &View<'_>, head: usize) -> bool {
    let listed = &view.cues.inverting;
    let finite =
        |i: usize| view.upos(i) == Upos::Aux || view.upos(i) == Upos::Verb && view.is_finite(i);
    let second = view.cues.any_verb_inverts;
    let opens = |i: usize| listed.contains(view.form(i)) || second && finite(i);
    let first = (0..view.len()).find(|&i| view.upos(i) != Upos::Punct);
    let asked = (0..view.len()).any(|i| view.form(i) == "?");
    let Some(first) = first.filter(|&i| opens(i) && i <= head && !asked) else {
        return false;
    };
    // Where the verb comes second, it follows the comma at once.
    let adverb = |i: usize| view.upos(i) == Upos::Adv;
    let main = |c: usize| !second || finite(c + 1) || adverb(c + 1) && finite(c + 2);
    let comma = (first..view.len()).find(|&i| view.form(i) == ",");
    comma.is_some_and(|c| head < c && main(c))
}

/// "Has X accused Y?": a sentence that opens with its finite verb and ends in a question mark asks for what its main verbs tell.
fn all_asked(view: &View<'_>, head: usize) -> bool {
    let spoken = |i: &usize| view.upos(*i) != Upos::Punct;
    let last = (0..view.len()).rev().take_while(|i| !spoken(i));
    if !last.into_iter().any(|i| view.form(i) == "?") {
        return false;
    }
    let main = |mut at: usize| {
        while view.is_joined_verb(at)
            && let Some(up) = view.head(at)
        {
            at = up;
        }
        at
    };
    let root = main(head);
    let helps = |i: usize| view.upos(i) == Upos::Aux && view.head(i) == Some(root);
    let opens = |i: usize| helps(i) || i == root && view.upos(i) == Upos::Verb && view.is_finite(i);
    view.head(root).is_none() && (0..view.len()).find(spoken).is_some_and(opens)
}

/// "They said they would …": in reported speech the auxiliary of possibility is a future.
fn reported_future(view: &View<'_>, head: usize) -> bool {
    said_by(view, head).is_some() && has_auxiliary(view, head, &view.cues.reported_future)
}

/// "Nobody believes that China will attack": what is not said is no fact.
fn doubted(view: &View<'_>, head: usize) -> bool {
    said_by(view, head).is_some_and(|up| !negations_of(view, up).is_empty())
}

/// "gave them 48 hours to free the hostages": what there is time for is not done yet.
fn is_ultimatum(view: &View<'_>, head: usize) -> bool {
    let infinitive = matches!(view.relation(head), "advcl" | "xcomp" | "acl");
    let timed = |c: &usize| {
        view.relation(*c) == "obj" && view.timex_at.get(*c).is_some_and(Option::is_some)
    };
    let grants = |&up: &usize| {
        view.in_set(up, &view.cues.granting_heads) && view.children(up).iter().any(timed)
    };
    infinitive && view.above(head).iter().take(2).any(grants)
}

/// The verb of saying whose content the clause of `head` is.
fn said_by(view: &View<'_>, head: usize) -> Option<usize> {
    let says = |&up: &usize| view.in_set(up, &view.cues.reporting_verbs);
    let up = view.head(head).filter(says)?;
    (view.relation(head) == "ccomp").then_some(up)
}

/// Is the act only possible: by its own auxiliary, or by that of the verb it completes or hangs on as object ("could decide to expel", "could face
/// sanctions"), or a war nobody speaks of as real ("a war would cost …").
fn possible(view: &View<'_>, hit: &Hit<'_>, chain: &[Governor]) -> bool {
    let modal = |h: usize| has_auxiliary(view, h, &view.cues.modal);
    let unreal = !view.is_definite(hit.head) && view.relation(hit.head) == "nsubj";
    let object = !hit.verbal && (unreal || view.relation(hit.head) == "obj");
    let shared = |(rank, g): &(usize, &Governor)| g.link != Link::Bound || *rank == 0 && object;
    let mut above = chain.iter().enumerate().take_while(shared);
    let itself = |w: usize| unreal && view.cues.modal.contains(view.form(w));
    modal(hit.head) || above.any(|(_, g)| modal(g.word) || object && itself(g.word))
}

fn future(view: &View<'_>, head: usize, chain: &[Governor]) -> bool {
    let auxiliary = |h: usize| has_auxiliary(view, h, &view.cues.future) && !is_past_form(view, h);
    auxiliary(head)
        || governs(view, chain, &view.cues.planning_heads)
        || chain.iter().any(|g| auxiliary(g.word))
}

/// Is one of the words above, on which the trigger hangs as its content, in the set? An entry of two words asks for the preposition as well ("call
/// for": "called the arrest a crime" asks for none).
fn governs(view: &View<'_>, chain: &[Governor], set: &HeadSet) -> bool {
    let opens = |g: &Governor, word: &str| {
        let mut cases = view.children(g.below).iter();
        cases.any(|&c| matches!(view.relation(c), "case" | "mark") && view.form(c) == word)
    };
    let opened = |g: &Governor| {
        let mut lemmas = view.lemmas.get(g.word).into_iter().flat_map(|l| l.iter());
        lemmas.any(|l| set.openers(l).iter().any(|word| opens(g, word)))
    };
    let content = |g: &&Governor| !matches!(g.link, Link::Beside | Link::Setting);
    chain
        .iter()
        .filter(content)
        .any(|g| view.in_set(g.word, &set.words) || opened(g))
}

/// Is it a supine or participle with nothing but the future before it? "attacken kommer sedan X dödats": that future belongs to another clause.
fn is_past_form(view: &View<'_>, head: usize) -> bool {
    let auxiliaries = view.children(head).iter();
    let auxiliaries = auxiliaries.filter(|&&c| view.relation(c) == "aux").count();
    is_past(view, head) && auxiliaries < 2
}

/// Is it a supine or participle?
fn is_past(view: &View<'_>, head: usize) -> bool {
    let tag = view.tree.nodes.get(head).map_or("", |n| n.tag);
    tag.starts_with("VERB-SUP") || tag.starts_with("VERB-Part")
}

/// "is due to arrive", "is to arrive": the planning word, or the copula beside the mark of the infinitive, below the verb.
fn due(view: &View<'_>, head: usize) -> bool {
    let child = |relations: &[&str], set: &WordSet| {
        view.children(head)
            .iter()
            .any(|&c| relations.contains(&view.relation(c)) && set.contains(view.form(c)))
    };
    let cues = view.cues;
    let marked = child(&["mark"], &cues.infinitive_marks);
    if child(&["cop", "aux"], &cues.due_copulas) && marked {
        return view.upos(head) == Upos::Verb;
    }
    // "Peru to sue Kenya": a headline.
    let subject = |&c: &usize| view.relation(c) == "nsubj" && c < head;
    let helper = |&c: &usize| matches!(view.relation(c), "aux" | "cop");
    let children = view.children(head);
    if marked && view.head(head).is_none() && children.iter().any(subject) {
        return view.upos(head) == Upos::Verb && !children.iter().any(helper);
    }
    let relations = ["case", "mark", "advmod", "fixed", "cop"];
    view.upos(head) == Upos::Verb
        && view.children(head).iter().any(|&c| {
            relations.contains(&view.relation(c)) && view.cues.coming.contains(view.form(c))
        })
}

/// "ahead of the summit", "the planned visit": the words beside a noun say that it is still to come.
fn lies_ahead(view: &View<'_>, noun: usize) -> bool {
    has(view, noun, &["case"], &view.cues.ahead)
        || has(
            view,
            noun,
            &["amod", "acl", "compound", "advmod"],
            &view.cues.coming,
        )
}

/// "is said to have attacked": others tell it, and nobody says who.
fn said_of(view: &View<'_>, head: usize) -> bool {
    let passive = |&c: &usize| view.deprel(c) == "aux:pass";
    let tells = |&up: &usize| {
        view.in_set(up, &view.cues.reporting_verbs) && view.children(up).iter().any(passive)
    };
    let infinitive = view.relation(head) == "xcomp";
    view.head(head)
        .filter(|_| infinitive)
        .as_ref()
        .is_some_and(tells)
}

/// "soll getötet haben", "ska ha ringt": the auxiliary of the future only says that others tell it, and that need not be so.
fn hearsay(view: &View<'_>, head: usize) -> bool {
    let auxiliary = |set: &WordSet| {
        let mut children = view.children(head).iter();
        children.any(|&c| view.relation(c) == "aux" && set.contains(view.form(c)))
    };
    is_past(view, head) && auxiliary(&view.cues.hearsay) && auxiliary(&view.cues.future)
}

/// Has `head` a dependent of one of the relations whose lemma or form is in the set?
fn has(view: &View<'_>, head: usize, relations: &[&str], set: &WordSet) -> bool {
    view.children(head)
        .iter()
        .any(|&c| relations.contains(&view.relation(c)) && view.in_set(c, set))
}

/// Has `head` an auxiliary of exactly one of the forms? The lemma will not do: German "werden" makes futures and passives. An auxiliary in front of
/// the word that opens the clause belongs elsewhere ("attacken kommer sedan X dödats").
fn has_auxiliary(view: &View<'_>, head: usize, forms: &WordSet) -> bool {
    let opener = |&&c: &&usize| {
        view.relation(c) == "mark" && !view.cues.infinitive_marks.contains(view.form(c))
    };
    let opener = view.children(head).iter().find(opener).copied();
    let inside = |c: usize| opener.is_none_or(|o| c > o || o > head);
    let children = view.children(head).iter();
    children
        .copied()
        .any(|c| view.deprel(c) == "aux" && forms.contains(view.form(c)) && inside(c))
}
