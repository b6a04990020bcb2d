//! Mends slips of the parser that a rule of grammar shows to be slips.
//!
//! In: tokens, a tree, the word lists. Out: the same tree; the slips it knows:
//! - "after X accused Y" read as "after X" with a loose verb: the word opens a clause, X is its subject;
//! - "Hungary's Viktor Orbán vetoed …" read as two subjects: what bears the mark of the genitive belongs to the name behind it;
//! - "wirft Kanada vor, …" with the particle taken for a preposition: nothing follows it that it could open;
//! - "…, accusing Y of theft" hung on the noun before the comma: it tells what the subject did;
//! - "urges Y to negotiate" with the infinitive taken for an auxiliary: what has a mark of its own helps nobody;
//! - "with Senegal's president on Sunday" with "with" given to Sunday: a preposition opens the noun right behind it;
//! - "is due to visit" with the visit taken for a subject: one that has a subject already needs no second;
//! - "X, which Y accused, rejected …" read as two verbs of one subject: the clause between commas is about X;
//! - "flew to Beijing to meet X" with Beijing as the subject of the meeting: of two equal marks the first is the preposition of the name behind it;
//! - "The two sides condemned X." read as a noun and what is said of it: the only verb of a sentence is its predicate;
//! - "apologised to his counterpart X" with "to" on the counterpart: a preposition opens the whole phrase;
//! - "Laos junta frees …" with the junta as a part of the name: a common noun behind a name is the head;
//! - "wants that X resumes …" with "wants" taken for an auxiliary: behind it a conjunction opens a clause with a subject of its own;
//! - "the leaders discussed migration" read as "discussed migration": a noun with a subject needs a copula;
//! - "blev attackerat av X" read as "became" and an adjective: with a participle the word makes a passive;
//! - what hangs on an auxiliary belongs to the verb it helps;
//! - "sentenced the man who had threatened X" with the clause hung on the verb: a relative pronoun takes up the noun before it;
//! - "X criticized Y, who visited Z" with the visit as the sentence: a relative clause governs nothing before it;
//! - "medan X efter mötet hade vägrat" with the meeting as the subject: a name behind a conjunction is;
//! - "besökte hennes försvarsminister X Finland" with X visited: of two names behind a noun that acts the first is the noun's;
//! - "…, som också anklagade Y" with the verb taken for an adjective at Y: what has a relative pronoun for its subject is a verb;
//! - "X condemned the attack and Y recalled its ambassador" with Y beside the attack: a finite verb without a subject is what the noun before it does;
//! - "…, and a lawyer, X, sued Y" as the content of the first clause: what a conjunction joins to a clause is no part of it;
//! - "X, die ihre Grenzen schlossen" with two objects: a relative clause has a subject;
//! - "A, B und C trafen sich", "X responded by …" with A or X as the root: a list before a finite verb is its subject;
//! - "Anhänger des Präsidenten X blockierten …" with X as the subject: a genitive belongs to the noun before it;
//! - "Dem Kongo hat X gedroht" with the article on the verb: an article belongs to the noun behind it;
//! - "was granted asylum by X" with X as a part of the asylum: behind the object of a passive the agent's preposition opens who acts;
//! - "China und die Philippinen" read as one name: a conjunction joins two;
//! - "hat X gelobt und Y kritisiert", "…, and X, after a pause, withdrew", "When X backed Y, Z recalled …": names given to the wrong verb (joined.rs);
//! - "…, a step X criticized" with the criticism as the sentence: the noun takes up the clause before (comment.rs);
//! - "Putin had Navalny arrested" with two subjects: who has it done acts (causative.rs);
//! - "the deal X struck with Y in May has collapsed" with May at the collapse: what stands before the main verb belongs to the clause (relative.rs);
//! - "Army officers deposed President X" read as one name, "Chile's premier, X, responded by …" as X alone: the only verb is the predicate;
//! - "X, der Y besuchte, …" with the relative pronoun taken for Y's article: names without one have none (article.rs);
//! - "X kritisierte Y, lobte aber Z" with the praise below the criticism: a verb behind a comma shares the subject before (strung.rs);
//! - "X habe Y getötet, so Z" with Z killed as well: the word opens a source (quotative.rs);
//! - "X är tillbaka sedan Y frigav honom" with the release as the sentence, "… men har bjudit in Y", "samma år kallade X hem …" (turned.rs);
//! - "the truce between X and Y began" with Y beside the truce, "attempts by X to sign" with the signing on the verb (phrases.rs);
//! - "X's plan is absurd, Y said" with the saying joined to the plan, "X sei absurd, sagte Y" without its predicate (predicate.rs);
//! - "has criticised X, threatened Y and visited Z" with the threat as the sentence (perfect.rs);
//! - "Should X refuse, Y will …" with the refusal as the sentence, "handed back a pilot held in May" with "back" at the holding (loose.rs);
//! - "During a visit to X, minister Z called for …" with the visit as the sentence (opening.rs);
//! - "declared X unfit" with X as a part of "unfit" (small_clause.rs);
//! - "grants X access" with X as a part of the access, "Kenia die Hilfe zu streichen" with Kenya cutting (objects.rs);
//! - "X joined Y in imposing sanctions on Z" with Y alone as what X does (joining.rs);
//! - "weil dieser X bedroht hatte", "X, dem er Waffen lieferte", "X, som han besökte": pronouns taken for something else (pronouns.rs);
//! - "The president, elected last year, accused X" with the year as the sentence, "Gunmen linked to X attacked Y" with the link (aside.rs);
//! - "The governor of X, Y, warned Z" with X and Y beside each other (holder.rs);
//! - "Den Iran hat der Sudan kritisiert" with Iran acting, "die Schweiz, die der Iran lobt" with Switzerland (cases.rs);
//! - "efter Japans kritik mot X" with Japan as the phrase, "Kritik an der Türkei überraschte" with Turkey at the surprise (nouns.rs);
//! - "The two men met for two hours." read as a noun and what describes it (fragment.rs);
//! - "I går åtalade kenyanska åklagare X" with X accusing, "two Germans, X and Y" as four people (bare.rs);
//! - "Ihn kritisierte X" with him criticising, "die Hilfe, die X Y zugesagt hat" (pronouns.rs), "the Turkish and the Greek side" (bare.rs);
//! - "attacked X for "saving face" and called on Y", "of sending … and of killing": what goes on behind a quotation or a mark (strung.rs, joined.rs);
//! - "was forced to criticise X last year" with X at the force, "B har A kritiserat", "warum A B kritisierte" (adjacent.rs);
//! - "but X, which has little to lose, criticised Y", "has openly and repeatedly criticised", "wie X lobte auch Y Z" (between.rs);
//! - "according to X fired Y …" with the verb below the preposition's noun: a phrase with a preposition is no predicate.
//!
//! Invariants: one root, no circle. Does not: touch what could be right ("after talks held in Rome").

pub(super) mod adjacent;
mod article;
mod aside;
mod auxiliary;
pub(super) mod bare;
mod between;
mod bounds;
mod cases;
pub(super) mod causative;
pub(crate) mod comment;
mod fragment;
pub(super) mod holder;
mod joined;
mod joining;
pub(super) mod loose;
mod nouns;
mod objects;
pub(super) mod opening;
mod perfect;
pub(super) mod phrases;
mod predicate;
pub(super) mod pronouns;
mod quotative;
mod relative;
mod small_clause;
mod strung;
pub(super) mod subject;
mod turned;

use super::TokenHint;
use super::words::SyntaxWords;
use crate::base::analysis::{Label, Node, Tree, Upos};

/// Longest way from the subject of a misread clause to its verb, in tokens.
const REACH: usize = 6;

/// Mends in place; `lower` are the tokens in small letters.
pub(super) fn mend(tokens: &[&str], lower: &[String], tree: &mut Tree, words: &SyntaxWords) {
    phrase_as_predicate(tree);
    loose::condition(tree, lower, words);
    loose::perfect_opening(tree, lower, words);
    perfect::strung(tree, lower, words);
    opening::mend(tree, lower, words);
    opening::gerund_first(tree, lower, words);
    for i in 2..tree.nodes.len().min(lower.len()) {
        article::participle(tree, i, tokens, words);
    }
    for i in 2..tree.nodes.len().min(lower.len()) {
        article::relative(tree, i, tokens, words);
    }
    for i in 2..tree.nodes.len().min(lower.len()) {
        quotative::mend(tree, i, lower, words);
    }
    bounds::listed_subject(tree, lower, words);
    for (i, token) in tokens.iter().enumerate().take(tree.nodes.len()) {
        bare::small_noun(tree, i, token, words);
    }
    participle_as_attribute(tree);
    for i in 0..tree.nodes.len().min(lower.len()) {
        auxiliary::split_passive(tree, i, lower, words);
        auxiliary::reduced_passive(tree, i, lower, words);
        auxiliary::wanting(tree, i);
        auxiliary::on_particle(tree, i);
        loose::verb_as_helper(tree, i);
    }
    auxiliary::on_auxiliary(tree, lower, words);
    for i in 0..tree.nodes.len().min(lower.len()) {
        clauses(tree, i, lower, words);
        cases::relative_in_name(tree, i, lower, words);
        cases::object_first(tree, i, (tokens, lower), words);
        strays(tree, i, lower, words);
        parties(tree, i, lower, words);
    }
    for i in 1..tree.nodes.len().min(lower.len()) {
        joined::as_well(tree, i, lower, words);
        joined::elided_subject(tree, i, lower, words);
    }
    fragment::mend(tree, lower, words);
}

/// Where the clause of a word begins, what it is about and what it is joined to.
fn clauses(tree: &mut Tree, i: usize, lower: &[String], words: &SyntaxWords) {
    far_preposition(tree, i);
    phrases::opened_below(tree, i, lower, words);
    phrases::opens_infinitive(tree, i, lower, words);
    phrases::behind_day(tree, i, lower, words);
    nouns::owner_in_phrase(tree, i, lower, words);
    nouns::before_second(tree, i, words);
    nouns::content_of(tree, i, lower, words);
    quotative::speaker_behind(tree, i, lower, words);
    stray_article(tree, i);
    if words.subordinators.contains(&lower[i]) {
        bounds::subordinate(tree, i, lower, words);
        bounds::behind_conjunction(tree, i, lower, words);
    }
    genitive(tree, i);
    stranded(tree, i, lower);
    loose_participle(tree, i, lower, words);
    helped_infinitive(tree, i);
    split_auxiliary(tree, i);
    doubled_mark(tree, i, lower);
    described(tree, i);
    subject::subject_as_root(tree, i);
    subject::verb_in_name(tree, i);
    subject::apposed_subject(tree, i, lower);
    due_to(tree, i);
    bounds::commented(tree, i, lower, words);
    bounds::trailing_relative(tree, i, lower, words);
    bounds::named_holder(tree, i);
    bounds::relative_subject(tree, i, lower, words);
    bounds::attributed(tree, i, lower, words);
    bounds::relative_aside(tree, i, lower, words);
    bounds::second_clause(tree, i);
    bounds::joined_clause(tree, i);
    owned(tree, i, lower, words);
    objects::given_by(tree, i, lower, words);
    joined_name(tree, i);
    strung::verb(tree, i, lower, words);
    strung::participle(tree, i, lower, words);
    strung::behind_speech(tree, i, lower, words);
    strung::behind_quotation(tree, i, lower);
    strung::behind_name(tree, i, lower, words);
    relative::owned_root(tree, i, lower, words);
    between::relative(tree, i, lower, words);
    between::two_adverbs(tree, i, words);
    between::compared(tree, i, lower, words);
    joined::second_participle(tree, i, words);
    joined::second_of_two(tree, i, words);
    joined::second_past(tree, i, lower, words);
    joined::second_subject(tree, i, lower);
    joined::main_subject(tree, i, lower);
    joined::described_subject(tree, i, lower, words);
    joined::described_second(tree, i, lower);
    joined::behind_relative(tree, i, lower);
    joined::counterpart(tree, i, lower, words);
    joined::gapped(tree, i, lower, words);
    joined::same_mark(tree, i, lower);
    joined::count_alone(tree, i, lower);
    joined::listed_second(tree, i, lower);
    joined::listed_object(tree, i, lower, words);
    aside::mend(tree, i, lower, words);
    aside::dated(tree, i, lower, words);
    aside::reduced(tree, i, lower, words);
    aside::second(tree, i, lower, words);
    aside::suffered(tree, i, lower, words);
    aside::before_helper(tree, i, lower, words);
    subject::told_whom(tree, i, lower, words);
    subject::doubled(tree, i, lower, words);
    subject::between_commas(tree, i, lower);
    subject::apposed_object(tree, i, lower);
    subject::name_between_commas(tree, i, lower, words);
    subject::owner_in_front(tree, i);
    subject::plural_in_front(tree, i, lower, words);
}

/// What the parser left loose around a word.
fn strays(tree: &mut Tree, i: usize, lower: &[String], words: &SyntaxWords) {
    comment::mend(tree, i, lower, words);
    loose::content(tree, i, lower, words);
    loose::circumstance(tree, i, lower, words);
    loose::bare_infinitive(tree, i);
    loose::particle(tree, i);
    loose::helper_alone(tree, i, lower, words);
    loose::subject_before(tree, i);
    loose::behind_plan(tree, i, lower, words);
    loose::said_verb(tree, i, lower, words);
    loose::fronted(tree, i, lower);
    loose::phrase_in_list(tree, i);
    loose::owned_pair(tree, i, words);
    loose::promised_by(tree, i, words);
    loose::loose_owner(tree, i);
    loose::bare_genitive(tree, i, words);
    loose::particle_as_case(tree, i, lower, words);
    loose::prefix_as_article(tree, i, lower, words);
    loose::negated_name(tree, i, lower, words);
    loose::before_quotation(tree, i, lower);
    small_clause::mend(tree, i, lower, words);
}

/// Who acts and who is acted upon beside a word, and whose phrase it is.
fn parties(tree: &mut Tree, i: usize, lower: &[String], words: &SyntaxWords) {
    pronouns::demonstrative(tree, i, lower, words);
    pronouns::fronted(tree, i, lower, words);
    pronouns::never_dative(tree, i, lower, words);
    pronouns::oblique_relative(tree, i, lower, words);
    pronouns::relative_object(tree, i, lower, words);
    pronouns::relative_owner(tree, i, lower, words);
    pronouns::governed(tree, i);
    pronouns::relative_giver(tree, i, lower, words);
    pronouns::relative_accusative(tree, i, lower, words);
    pronouns::emphatic(tree, i, lower, words);
    pronouns::behind_adverb(tree, i, lower, words);
    objects::opened(tree, i, words);
    objects::misplaced_subject(tree, i, lower, words);
    objects::before_article(tree, i);
    objects::only_indirect(tree, i, lower, words);
    adjacent::gerund(tree, i, lower, words);
    adjacent::object(tree, i, lower, words);
    adjacent::described(tree, i, words);
    bare::acting_noun(tree, i, lower, words);
    bare::noun_as_article(tree, i, words);
    bare::postposition(tree, i, lower, words);
    bare::name_as_mark(tree, i);
    bare::counted(tree, i, lower);
    bare::told_by_name(tree, i, lower);
    objects::of_owned_noun(tree, i, lower, words);
    objects::of_infinitive(tree, i, lower, words);
    objects::own_article(tree, i, lower, words);
    objects::described_subject(tree, i);
    objects::first_object(tree, i, lower, words);
    joining::mend(tree, i, lower, words);
    objects::before_infinitive(tree, i, words);
    objects::parted_particle(tree, i, lower, words);
    objects::before_number(tree, i);
    objects::accusative(tree, i, lower, words);
    objects::second_accusative(tree, i, lower, words);
    objects::dative_behind(tree, i, lower, words);
    objects::of_bare_noun(tree, i, lower, words);
    pronouns::owner_acts(tree, i, lower, words);
    pronouns::relative_subject(tree, i, lower, words);
    predicate::ranking(tree, i, lower, words);
    predicate::attributive(tree, i, lower, words);
    phrases::correlative(tree, i, lower, words);
    phrases::topic(tree, i, lower, words);
    phrases::adverb(tree, i, lower, words);
    phrases::paired(tree, i, lower, words);
    phrases::described_alike(tree, i);
    phrases::infinitive_mark(tree, i, lower, words);
    phrases::attempted(tree, i, lower, words);
    phrases::said_it(tree, i, lower, words);
    phrases::lone_article(tree, i, lower, words);
    phrases::likewise(tree, i, lower, words);
    phrases::elided_subject(tree, i, words);
    predicate::said_behind(tree, i, lower, words);
    predicate::copular(tree, i, lower);
    predicate::bare_name(tree, i);
    predicate::adverb(tree, i, lower, words);
    turned::main_behind(tree, i, lower, words);
    turned::joined_verb(tree, i);
    turned::finite_joined(tree, i);
    turned::time_first(tree, i, lower, words);
    relative::main_verb(tree, i);
    relative::closing_phrase(tree, i);
    relative::of_thing(tree, i, lower, words);
    relative::of_name(tree, i, lower, words);
    relative::goal_behind_agent(tree, i, lower, words);
}

/// Makes the verb the root, with the name that was the root as its subject; what stands behind the verb hangs on it.
fn make_predicate(tree: &mut Tree, verb: usize, name: usize) {
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        if node.head == Some(name) && (k > verb || node.upos == Upos::Punct) {
            node.head = Some(verb);
        }
    }
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
    attach(tree, name, verb, "nsubj");
}

/// "apologised to his counterpart X" with "to" on the counterpart that describes X: a preposition opens the whole phrase.
fn described(tree: &mut Tree, i: usize) {
    let name = tree.nodes[i]
        .head
        .filter(|&h| h > i && h < tree.nodes.len());
    let Some(name) = name.filter(|_| tree.nodes[i].deprel == "nmod:desc") else {
        return;
    };
    let opens = |k: &usize| tree.nodes[*k].head == Some(i) && tree.nodes[*k].deprel == "case";
    let Some(case) = (0..i).find(opens) else {
        return;
    };
    attach(tree, case, name, "case");
    if tree.nodes[name].deprel == "obj" {
        tree.nodes[name].deprel = "obl".into();
    }
}

/// "flew to Beijing to meet X": the first of two equal marks of an infinitive opens the name between them, which belongs to the verb before.
fn doubled_mark(tree: &mut Tree, verb: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let on = |k: usize, relation: &str| nodes[k].head == Some(verb) && nodes[k].deprel == relation;
    let mut marks = (0..verb).filter(|&k| on(k, "mark"));
    let two = (marks.next(), marks.next(), marks.next());
    let ((Some(first), Some(second), None), Some(above)) = (two, nodes[verb].head) else {
        return;
    };
    let equal = lower[first] == lower[second] && above < first;
    let Some(name) = (first + 1..second).find(|&k| on(k, "nsubj")) else {
        return;
    };
    // "that X will go on to …": a verb between them makes the first one a conjunction.
    let mut between = first + 1..second;
    if !equal || !between.all(|k| k == name || nodes[k].head == Some(name)) {
        return;
    }
    attach(tree, first, name, "case");
    attach(tree, name, above, "obl");
}

/// "Dem Kongo hat X gedroht" with the article on the verb: an article right before a noun of the same head belongs to the noun.
fn stray_article(tree: &mut Tree, i: usize) {
    let nodes = &tree.nodes;
    let part = matches!(
        nodes[i].relation(),
        "obl" | "obj" | "iobj" | "nsubj" | "advmod"
    );
    let noun = nodes
        .get(i + 1)
        .is_some_and(|n| is_nominal(n) && n.head == nodes[i].head);
    if nodes[i].upos == Upos::Det && part && noun {
        attach(tree, i, i + 1, "det");
    }
}

/// The mark that opens and closes a quotation.
const QUOTE: &str = "\"";

/// A preposition right before a punctuation mark, with its noun behind the mark, is the particle of the verb before it.
fn stranded(tree: &mut Tree, i: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let mark = |k: usize| {
        lower
            .get(k)
            .is_some_and(|w| w.chars().all(|c| c.is_ascii_punctuation()))
    };
    let opens = nodes[i].upos == Upos::Adp && nodes[i].head.is_some_and(|h| h > i);
    // "warned of "grave consequences"": a quotation that opens belongs to the phrase.
    let quotes = |k: usize| lower.get(k).is_some_and(|w| w == QUOTE);
    let quoted = quotes(i + 1) && (0..i).filter(|&k| quotes(k)).count() % 2 == 0;
    if !opens || quoted || !mark(i + 1) {
        return;
    }
    let verb = (0..i)
        .rev()
        .take_while(|&k| !mark(k))
        .find(|&k| nodes[k].upos == Upos::Verb);
    if let Some(verb) = verb.filter(|&v| !under(tree, v, i)) {
        attach(tree, i, verb, "compound:prt");
    }
}

/// Does a token stand below another one, or is it that one?
pub(super) fn under(tree: &Tree, i: usize, top: usize) -> bool {
    let mut at = i;
    for _ in 0..tree.nodes.len() {
        if at == top {
            return true;
        }
        match tree.nodes.get(at).and_then(|n| n.head) {
            Some(head) => at = head,
            None => return false,
        }
    }
    false
}

/// First dependent of a token in that relation.
fn own(nodes: &[Node], head: usize, relation: &str) -> Option<usize> {
    nodes
        .iter()
        .position(|n| n.head == Some(head) && n.relation() == relation)
}

/// Tokens of the name or time that begins at a token; one where that belongs to none.
fn unit_length(hints: &[TokenHint], from: usize) -> usize {
    let unit = |i: usize| hints.get(i).and_then(|h| h.unit);
    let same = |k: &usize| unit(*k).is_some() && unit(*k) == unit(from);
    (from..hints.len()).take_while(same).count().max(1)
}

fn is_nominal(node: &Node) -> bool {
    matches!(node.upos, Upos::Noun | Upos::Propn | Upos::Pron)
}

/// The word that the other words of a name hang on, from any of them.
fn name_head(nodes: &[Node], mut word: usize) -> usize {
    for _ in 0..nodes.len() {
        match nodes[word].head.filter(|_| nodes[word].deprel == "flat") {
            Some(head) => word = head,
            None => break,
        }
    }
    word
}

/// The words above one, nearest first: no more than there are words, whatever the arcs say while a rule is at work.
fn ups(nodes: &[Node], word: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(nodes[word].head, |&h| nodes.get(h)?.head).take(nodes.len())
}

/// Is it tagged as an infinitive? The treebanks' own tags differ in case.
fn is_infinitive(node: &Node) -> bool {
    let mut parts = node.tag.split('-');
    node.upos == Upos::Verb && parts.any(|p| p.eq_ignore_ascii_case("inf"))
}

/// Hangs a word below another one. Where that one stands below the word itself, it takes the word's place first: no arcs go in a circle.
fn attach(tree: &mut Tree, i: usize, head: usize, relation: impl Into<Label>) {
    if i == head {
        return;
    }
    if under(tree, head, i) {
        let Node {
            head: above,
            deprel,
            ..
        } = tree.nodes[i];
        tree.nodes[head].head = above;
        tree.nodes[head].deprel = deprel;
    }
    let node = &mut tree.nodes[i];
    node.head = Some(head);
    node.deprel = relation.into();
}

/// A mark behind its noun ("'s") makes the noun belong to the one that follows.
fn genitive(tree: &mut Tree, mark: usize) {
    let nodes = &tree.nodes;
    let Some(owner) = nodes[mark]
        .head
        .filter(|&h| h < mark && nodes[mark].deprel == "case")
    else {
        return;
    };
    let Some(head) = nodes[owner].head else {
        return;
    };
    let Some(mut owned) = (mark + 1 < nodes.len()).then_some(mark + 1) else {
        return;
    };
    // The head of the phrase that starts behind the mark.
    for _ in 0..nodes.len() {
        match nodes[owned].head.filter(|&up| up != head && up > mark) {
            Some(up) => owned = up,
            None => break,
        }
    }
    if nodes[owned].head == Some(owner)
        && nodes[owned].deprel == "flat"
        && is_nominal(&nodes[owned])
    {
        let relation = nodes[owner].deprel;
        for (k, node) in tree.nodes.iter_mut().enumerate() {
            if node.head == Some(owner) && k < owner && node.deprel == "case" {
                node.head = Some(owned);
            }
        }
        attach(tree, owned, head, relation);
        attach(tree, owner, owned, "nmod:poss");
        return;
    }
    let sisters = nodes[owned].head == Some(head) && is_nominal(&nodes[owned]);
    if sisters && nodes[owner].deprel.starts_with("nsubj") {
        if !nodes[owned].deprel.starts_with("nsubj") {
            return;
        }
        attach(tree, owner, owned, "nmod:poss");
    }
}

/// An active participle behind a comma speaks of the subject, not of the noun before the comma.
fn loose_participle(tree: &mut Tree, i: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let node = &nodes[i];
    let passive = |t: &String| node.tag.starts_with(t.as_str());
    let active = node.upos == Upos::Verb
        && node.tag.contains("-Part")
        && !words.participle_tags.iter().any(passive);
    let behind_comma = i > 0 && lower.get(i - 1).is_some_and(|w| w == ",");
    let own_subject = || {
        let subject = |n: &Node| n.head == Some(i) && n.deprel.starts_with("nsubj");
        nodes.iter().any(subject)
    };
    if !active || !behind_comma || !node.deprel.starts_with("acl") || own_subject() {
        return;
    }
    let Some(noun) = node
        .head
        .filter(|&h| h < i && !nodes[h].deprel.starts_with("nsubj"))
    else {
        return;
    };
    let mut at = noun;
    for _ in 0..nodes.len() {
        match nodes[at].head {
            Some(up) if nodes[up].upos == Upos::Verb => {
                attach(tree, i, up, "advcl");
                return;
            }
            Some(up) => at = up,
            None => return,
        }
    }
}

/// An auxiliary with a mark of its own is an infinitive that the verb governs.
fn helped_infinitive(tree: &mut Tree, i: usize) {
    let nodes = &tree.nodes;
    let mark = |n: &Node| n.head == Some(i) && n.deprel == "mark";
    let verb = nodes[i].upos == Upos::Verb && nodes[i].head.is_some_and(|h| h < i);
    if verb && nodes[i].deprel == "aux" && nodes.iter().any(mark) {
        tree.nodes[i].deprel = "xcomp".into();
        return;
    }
    // "uppmanade Y att neka X inresa" with the entry as what is asked for: the noun is what the infinitive is about.
    let noun = nodes[i].head.filter(|&n| {
        let helped = nodes[i].upos == Upos::Verb && nodes[i].deprel == "aux";
        let content = matches!(nodes[n].relation(), "xcomp" | "ccomp" | "obj" | "obl");
        helped && n > i && nodes[n].upos == Upos::Noun && content
    });
    let marked = i > 0 && nodes[i - 1].upos == Upos::Part && nodes[i - 1].relation() == "mark";
    let Some(noun) = noun.filter(|_| marked) else {
        return;
    };
    let above = nodes[noun].head;
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        if node.head == Some(noun) && (k < i || node.deprel == "nsubj") {
            node.head = Some(i);
            if k > i {
                node.deprel = "iobj".into();
            }
        }
    }
    attach(tree, noun, i, "obj");
    tree.nodes[i].head = above;
    tree.nodes[i].deprel = "xcomp".into();
}

/// An auxiliary with the mark of a clause right behind it governs that clause.
fn split_auxiliary(tree: &mut Tree, i: usize) {
    let nodes = &tree.nodes;
    let Some(verb) = nodes[i]
        .head
        .filter(|&h| h > i + 2 && nodes[i].deprel == "aux" && nodes[i].upos == Upos::Aux)
    else {
        return;
    };
    let opens = nodes
        .get(i + 1)
        .is_some_and(|n| n.head == Some(verb) && n.deprel == "mark" && n.upos == Upos::Sconj);
    let of_verb = |k: usize, relations: &[&str]| {
        nodes[k].head == Some(verb)
            && relations.contains(&nodes[k].deprel.as_str())
            && is_nominal(&nodes[k])
    };
    let subject = (0..i).find(|&k| of_verb(k, &["nsubj"]));
    let inner = (i + 2..verb).find(|&k| of_verb(k, &["nsubj", "obj", "obl", "iobj"]));
    let (Some(subject), Some(inner), true) = (subject, inner, opens) else {
        return;
    };
    let (above, relation) = (nodes[verb].head, nodes[verb].deprel);
    for node in tree.nodes.iter_mut().take(i) {
        if node.head == Some(verb) {
            node.head = Some(i);
        }
    }
    tree.nodes[i].upos = Upos::Verb;
    tree.nodes[i].head = above;
    tree.nodes[i].deprel = relation;
    attach(tree, subject, i, "nsubj");
    attach(tree, verb, i, "ccomp");
    attach(tree, inner, verb, "nsubj");
}

/// A preposition below which its own noun hangs, while it is given to a noun far behind.
fn far_preposition(tree: &mut Tree, i: usize) {
    let nodes = &tree.nodes;
    let own = nodes
        .get(i + 1)
        .is_some_and(|n| n.head == Some(i) && is_nominal(n));
    let Some(far) = nodes[i]
        .head
        .filter(|&h| own && h > i + 1 && nodes[i].deprel == "case" && nodes[i].upos == Upos::Adp)
    else {
        return;
    };
    let cased = nodes
        .iter()
        .enumerate()
        .any(|(k, n)| k != i && n.head == Some(far) && n.deprel == "case");
    let Some(above) = nodes[far].head.filter(|_| cased) else {
        return;
    };
    attach(tree, i + 1, above, "obl");
    attach(tree, i, i + 1, "case");
}

/// A clausal subject behind a word that has a subject is what the word is about.
fn due_to(tree: &mut Tree, i: usize) {
    let nodes = &tree.nodes;
    let Some(head) = nodes[i]
        .head
        .filter(|&h| h < i && nodes[i].deprel == "csubj" && nodes[h].upos == Upos::Adj)
    else {
        return;
    };
    let subject = |n: &Node| n.head == Some(head) && n.deprel == "nsubj" && n.upos != Upos::Pron;
    if nodes.iter().take(head).any(subject) {
        tree.nodes[i].deprel = "xcomp".into();
    }
}

/// "China und die Philippinen": a part of a name with a conjunction of its own is a name of its own.
fn joined_name(tree: &mut Tree, i: usize) {
    let joined = |n: &Node| n.head == Some(i) && n.deprel == "cc";
    if tree.nodes[i].deprel == "flat" && tree.nodes.iter().any(joined) {
        tree.nodes[i].deprel = "conj".into();
    }
}

/// A noun with a subject, no copula, and a participle between the two: the participle is the verb.
fn participle_as_attribute(tree: &mut Tree) {
    let nodes = &tree.nodes;
    let attribute = |n: &Node| n.upos == Upos::Verb && n.deprel == "amod";
    if !nodes.iter().any(attribute) {
        return;
    }
    let child = |h: usize, relation: &str| {
        nodes
            .iter()
            .position(|n| n.head == Some(h) && n.deprel == relation)
    };
    let found = (0..nodes.len()).find_map(|h| {
        let noun = nodes[h].upos == Upos::Noun && child(h, "cop").is_none();
        let subject = child(h, "nsubj").filter(|&s| noun && s < h)?;
        let verb = child(h, "amod").filter(|&v| subject < v && nodes[v].upos == Upos::Verb)?;
        let apart = (subject + 1..verb)
            .all(|k| matches!(nodes[k].upos, Upos::Adv | Upos::Propn) || under(tree, k, subject));
        apart.then_some((h, subject, verb))
    });
    let Some((noun, subject, verb)) = found else {
        return;
    };
    let above = nodes[noun].head;
    let relation = nodes[noun].deprel;
    for node in &mut tree.nodes {
        let clausal = matches!(
            node.deprel.as_str(),
            "punct"
                | "conj"
                | "advcl"
                | "parataxis"
                | "ccomp"
                | "xcomp"
                | "obl"
                | "advmod"
                | "mark"
        );
        if node.head == Some(noun) && clausal {
            node.head = Some(verb);
        }
    }
    tree.nodes[verb].head = above;
    tree.nodes[verb].deprel = relation;
    attach(tree, subject, verb, "nsubj");
    attach(tree, noun, verb, "obj");
}

/// A noun with a preposition at the head of the sentence and the verb below it change places.
fn phrase_as_predicate(tree: &mut Tree) {
    let nodes = &tree.nodes;
    let Some(root) = nodes.iter().position(|n| n.head.is_none()) else {
        return;
    };
    let below = |relations: &[&str]| {
        nodes
            .iter()
            .any(|n| n.head == Some(root) && relations.contains(&n.deprel.as_str()))
    };
    if !is_nominal(&nodes[root]) || !below(&["case"]) || below(&["cop", "nsubj"]) {
        return;
    }
    let odd = |n: &Node| {
        matches!(n.deprel.as_str(), "fixed" | "dep" | "flat")
            || matches!(n.deprel.as_str(), "acl" | "appos" | "nmod") && n.tag.contains("-Fin")
    };
    let verb = root + 1;
    let slip = |n: &Node| n.head == Some(root) && n.upos == Upos::Verb && odd(n);
    if !nodes.get(verb).is_some_and(slip) {
        return;
    }
    for k in verb + 1..tree.nodes.len() {
        if tree.nodes[k].head == Some(root) {
            tree.nodes[k].head = Some(verb);
        }
    }
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
    attach(tree, root, verb, "obl");
}

/// "Anhänger des Präsidenten X blockierten …" with X as the head of the phrase: what a genitive article opens belongs to the noun before the article.
fn owned(tree: &mut Tree, article: usize, lower: &[String], words: &SyntaxWords) {
    if !words.genitive_articles.contains(&lower[article]) {
        return;
    }
    let nodes = &tree.nodes;
    let Some(name) = nodes[article].head.filter(|&h| h > article) else {
        return;
    };
    // "trotz eines Haftbefehls des Gerichts" with the court at the verb.
    let opened = article.checked_sub(1).filter(|&n| {
        let noun = nodes[n].upos == Upos::Noun && own(nodes, n, "case").is_some_and(|c| c < n);
        noun && nodes[n].head == nodes[name].head
    });
    if let Some(noun) = opened.filter(|_| matches!(nodes[name].relation(), "obl" | "obj")) {
        attach(tree, name, noun, "nmod");
        return;
    }
    let noun = article
        .checked_sub(1)
        .filter(|&n| nodes[n].head == Some(name) && nodes[n].upos == Upos::Noun);
    let Some(noun) = noun.filter(|_| nodes[name].deprel != "nmod") else {
        return;
    };
    let Node { head, deprel, .. } = nodes[name];
    for node in &mut tree.nodes[..article] {
        if node.head == Some(name) {
            node.head = Some(noun);
        }
    }
    tree.nodes[noun].head = head;
    tree.nodes[noun].deprel = deprel;
    attach(tree, name, noun, "nmod");
}
