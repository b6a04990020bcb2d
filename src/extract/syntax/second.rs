//! Verb second: in Swedish and German main clauses the finite verb follows the first phrase.
//!
//! In: pieces, hints, and after parsing the tree. Out: the piece that must be the verb, and the first phrase as its subject, where the first phrase is
//! known beforehand (a name, a group, a time) and the word behind it looks like a finite full verb; the first name behind a verb that has no other
//! subject. The treebanks know few verbs of news, and an unknown one behind a name is taken for an adjective
//! ("Frankreich verkaufte Kampfjets"). Does not: guess where the first phrase is unknown or goes on.

use super::TokenHint;
use super::mend;
use super::unit::Piece;
use super::words::SyntaxWords;
use crate::base::analysis::{Node, Tree, Upos};
use crate::base::letters::small;

/// Pieces of the first phrase of a sentence, from the first known one to the one behind the phrase.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    first: usize,
    end: usize,
}

/// Finds the known phrase that opens the sentence, an article before it allowed; `None` where there is none or the language is not verb-second.
pub(super) fn first_phrase(
    pieces: &[Piece<'_>],
    hints: &[TokenHint],
    words: &SyntaxWords,
) -> Option<Phrase> {
    if words.second_endings.is_empty() {
        return None;
    }
    let known = |i: usize| {
        pieces.get(i).is_some_and(|p| {
            let hint = hints.get(p.token).copied().unwrap_or_default();
            p.forced == Some(Upos::Adv) || hint.unit.is_some() || hint.noun
        })
    };
    let function = |i: usize| is_function(pieces, i, words);
    let first = usize::from(function(0) && !known(0));
    let mut end = first;
    while known(end) {
        end += 1;
        // "Oppositionen i Togo", "die Regierung in Bagdad": a phrase inside the first one.
        let helper = pieces
            .get(end)
            .is_some_and(|p| words.finite_helpers.contains(p.text.as_ref()));
        if function(end) && !helper && !known(end) && known(end + 1) {
            end += 1;
        }
    }
    // "Armenien wiederum überlässt …"
    let inserted = |i: usize| {
        let piece = pieces.get(i).filter(|_| i > first);
        piece.is_some_and(|p| words.inserted_adverbs.contains(p.text.as_ref()))
    };
    end += usize::from(inserted(end));
    (end > first).then_some(Phrase { first, end })
}

fn is_function(pieces: &[Piece<'_>], i: usize, words: &SyntaxWords) -> bool {
    let text = pieces.get(i).map_or("", |p| p.text.as_ref());
    words.function_words.contains(&small(text))
}

/// Finds the verb that stands second; `None` where the sentence does not open with known phrases or the next word does not look like a verb.
pub(super) fn verb(
    pieces: &[Piece<'_>],
    hints: &[TokenHint],
    words: &SyntaxWords,
) -> Option<usize> {
    let phrase = first_phrase(pieces, hints, words)?;
    let at = phrase.end;
    let word = pieces.get(at)?.text.as_ref();
    // "På måndag reser X": between a time and a name nothing else can stand.
    let time = pieces
        .get(phrase.first)
        .is_some_and(|p| p.forced == Some(Upos::Adv));
    // A name, or the title that begins its unit.
    let name = pieces.get(at + 1).is_some_and(|p| {
        let unit = hints
            .get(p.token)
            .is_some_and(|h| h.unit.is_some() && !h.time);
        unit || p.forced == Some(Upos::Propn)
    });
    let squeezed = time && name && phrase.end == phrase.first + 1;
    let small = word.chars().next().is_some_and(char::is_lowercase);
    let paired = is_pair(pieces, hints, phrase, words) && {
        let ending = |e: &String| word.len() > e.len() + 1 && word.ends_with(e.as_str());
        words.is_content(word) && words.pair_verb_endings.iter().any(ending)
    };
    let verbal = squeezed && words.is_content(word) || paired || looks_finite(word, words);
    (small && verbal && !is_function(pieces, at, words)).then_some(at)
}

/// "Peru och Chile delar …": is the phrase two names that a conjunction joins, the second one no possessor?
fn is_pair(pieces: &[Piece<'_>], hints: &[TokenHint], phrase: Phrase, words: &SyntaxWords) -> bool {
    let hint = |i: usize| {
        let piece = pieces.get(i);
        piece
            .and_then(|p| hints.get(p.token))
            .copied()
            .unwrap_or_default()
    };
    let all = phrase.first..phrase.end;
    let joins = |i: usize| {
        pieces
            .get(i)
            .is_some_and(|p| words.joiners.contains(p.text.as_ref()))
    };
    let joint = all.clone().filter(|&i| joins(i)).count() == 1;
    let named = all.clone().all(|i| joins(i) || hint(i).proper_noun);
    joint && named && all.last().is_some_and(|l| !hint(l).genitive && !joins(l))
}

/// "De anklagade X": a form of a finite verb between a pronoun that opens the sentence and a name. Out: its place.
pub(super) fn behind_pronoun(pieces: &[Piece<'_>], words: &SyntaxWords) -> Option<usize> {
    let (first, verb, name) = (pieces.first()?, pieces.get(1)?, pieces.get(2)?);
    let opens = words.article_pronouns.contains(&small(&first.text));
    let named = name.forced == Some(Upos::Propn);
    (opens && named && looks_finite(&verb.text, words)).then_some(1)
}

/// "…, men anklagade X", "X, som Y anklagade, …", "vilket partiet Y anklagade …": a word with the form of a finite verb between a conjunction and a name, or
/// behind a relative pronoun and a name; "i mars och anklagade …": one between a time with a conjunction and anything.
pub(super) fn joined_verbs<'a>(
    pieces: &'a [Piece<'_>],
    words: &'a SyntaxWords,
) -> impl Iterator<Item = usize> + 'a {
    let text = |i: usize| pieces.get(i).map_or("", |p| p.text.as_ref());
    let named = |i: usize| pieces.get(i).is_some_and(|p| p.forced == Some(Upos::Propn));
    let verbal = move |i: &usize| {
        let small = text(*i).starts_with(char::is_lowercase) && words.is_content(text(*i));
        small && looks_finite(text(*i), words)
    };
    let weak = move |i: usize| {
        let mut endings = words.weak_past_endings.iter();
        endings.any(|e| text(i).ends_with(e.as_str()))
    };
    let timed = move |i: usize| {
        let stands = |k: usize| pieces[k].stands_for_time(words);
        i > 2 && weak(i) && stands(i - 2) && words.is_content(text(i + 1))
    };
    let joined = move |i: usize| words.joiners.contains(text(i - 1)) && (named(i + 1) || timed(i));
    let definite = move |i: usize| {
        let mut endings = words.definite_noun_endings.iter();
        words.is_content(text(i)) && endings.any(|e| text(i).ends_with(e.as_str()))
    };
    let takes_up = move |k: usize| {
        let anything = words.comment_indefinites.contains(text(k));
        words.relatives.contains(text(k)) || anything && k > 0 && text(k - 1) == ","
    };
    let closes = move |i: usize| matches!(text(i), "," | "." | "") || !words.is_content(text(i));
    let relative = move |i: usize| {
        let first = (0..i).rev().find(|&k| !named(k)).filter(|&k| k + 1 < i);
        first.is_some_and(|k| {
            let bare = takes_up(k) && matches!(text(i + 1), "," | "." | "");
            let weak = weak(i) && closes(i + 1);
            let noun = k > 0 && definite(k) && takes_up(k - 1);
            bare || weak && (takes_up(k) || noun)
        })
    };
    // "X, som stödde Y, hotade Z": an adjective hardly stands before a bare name without an article.
    let squeezed = move |i: usize| {
        let second = !words.second_endings.is_empty() && named(i + 1);
        second && (text(i - 1) == "," || behind_fronted(pieces, i, words))
    };
    (1..pieces.len())
        .filter(verbal)
        .filter(move |&i| joined(i) || relative(i) || squeezed(i))
}

/// "Under ett besök i Warszawa kritiserade X Y": is the word the first that may be the verb, right behind a phrase that opens with a preposition?
fn behind_fronted(pieces: &[Piece<'_>], at: usize, words: &SyntaxWords) -> bool {
    let text = |i: usize| pieces.get(i).map_or("", |p| p.text.as_ref());
    let opens = words.time_openers.contains(&text(0).to_lowercase());
    let finite = |i: usize| {
        let small = text(i).starts_with(char::is_lowercase);
        small && (words.finite_helpers.contains(text(i)) || looks_finite(text(i), words))
    };
    let before = text(at - 1);
    // "Den hårt kritiserade X"
    let ends = pieces
        .get(at - 1)
        .is_some_and(|p| p.forced == Some(Upos::Propn))
        || words.is_content(before)
            && !words
                .adverb_ending
                .as_ref()
                .is_some_and(|e| before.ends_with(e.as_str()));
    opens && ends && at > 1 && !(1..at).any(finite)
}

/// Has the word the form of a finite full verb?
pub(super) fn looks_finite(word: &str, words: &SyntaxWords) -> bool {
    let ending = |e: &String| word.len() > e.len() + 2 && word.ends_with(e.as_str());
    words.finite_verbs.contains(word) || words.second_endings.iter().any(ending)
}

/// "Nach dem Treffen hat Peru Chile gelobt", "Den Vorschlag lehnt Ungarn ab": where what stands before the finite verb cannot be its subject and nothing
/// else is, the first name behind the verb acts.
pub(super) fn by_elimination(
    tree: &mut Tree,
    (tokens, lower): (&[&str], &[String]),
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let Some(verb) = nodes.iter().position(|n| n.head.is_none()) else {
        return;
    };
    let child = |h: usize, i: usize| nodes[i].head == Some(h);
    let helper = |&i: &usize| child(verb, i) && nodes[i].upos == Upos::Aux;
    let finite = (0..verb).find(helper).unwrap_or(verb);
    // The noun right behind the article has its case: "der Präsidentin Maia Sandu".
    let noun =
        |k: usize, i: usize| (k + 1..=i).find(|&n| tokens[n].starts_with(char::is_uppercase));
    let of_article = |k: usize, i: usize| tokens[noun(k, i).unwrap_or(i)];
    let oblique =
        |i: usize| (0..i).any(|k| child(i, k) && words.is_oblique(&lower[k], of_article(k, i)));
    let cased = |i: usize| (0..nodes.len()).any(|k| child(i, k) && nodes[k].deprel == "case");
    // "Zwei Wochen nach dem Besuch Macrons": a length of time acts in no way.
    let measured = |i: usize| {
        let phrase = |k: usize| child(i, k) && nodes[k].relation() == "nmod";
        words.time_nouns.contains(&lower[i]) && (i + 1..nodes.len()).any(phrase)
    };
    // "Zwei Diplomaten wies Norwegen aus": several are no subject of a verb in the singular.
    let several = |i: usize| {
        let counted = (0..i).any(|k| child(i, k) && nodes[k].deprel == "nummod");
        let described = (0..nodes.len()).any(|k| child(i, k));
        counted
            && !words
                .indefinite_articles
                .contains(&lower[i.saturating_sub(1)])
            || !described && words.is_plural_noun(tokens[i])
    };
    let disagrees = |i: usize| {
        i < finite
            && nodes[i].upos == Upos::Noun
            && words.is_singular_verb(&lower[finite])
            && several(i)
    };
    let acts = |i: usize| {
        nodes[i].deprel.starts_with(SUBJECT) && !oblique(i) && !measured(i) && !disagrees(i)
    };
    let parts = || (0..nodes.len()).filter(|&i| child(verb, i));
    let second = nodes[verb].upos == Upos::Verb && !words.second_endings.is_empty();
    if second && parts().any(acts) {
        let early = |&i: &usize| i < finite && nodes[i].deprel.starts_with(SUBJECT) && measured(i);
        if let Some(length) = parts().find(early) {
            tree.nodes[length].deprel = OBLIQUE.into();
        }
        return;
    }
    if !second {
        return;
    }
    let mut front =
        parts().filter(|&i| i < finite && !matches!(nodes[i].upos, Upos::Punct | Upos::Cconj));
    let (Some(first), None) = (front.next(), front.next()) else {
        return;
    };
    let fronted = match nodes[first].relation() {
        "advmod" | "advcl" => true,
        "obl" => {
            let adverb = nodes[first].upos == Upos::Adv;
            cased(first) || measured(first) || adverb || oblique(first)
        }
        "obj" | "iobj" | "nsubj" => oblique(first) || measured(first) || disagrees(first),
        _ => false,
    };
    let passing =
        |i: usize| matches!(nodes[i].upos, Upos::Adv | Upos::Part) || lower[i] == words.reflexive;
    let name = (finite + 1..nodes.len()).find(|&i| !passing(i));
    // A noun may have its article and adjectives before it.
    let head = name.map(|i| match nodes[i].head {
        Some(h)
            if h > i && matches!(nodes[i].deprel.as_str(), "det" | "amod" | "nummod" | "flat") =>
        {
            h
        }
        _ => i,
    });
    let others = |i: usize| parts().any(|k| k != i && k > finite && nodes[k].deprel == OBJECT);
    let bare = |&i: &usize| {
        let noun = nodes[i].upos == Upos::Noun && nodes[i].deprel == OBJECT && !others(i);
        child(verb, i) && (nodes[i].upos == Upos::Propn || noun) && !cased(i) && !oblique(i)
    };
    let Some(name) = head.filter(|i| fronted && bare(i)) else {
        return;
    };
    if measured(first) {
        tree.nodes[first].deprel = OBLIQUE.into();
    } else if is_bare_object(&nodes[first]) || nodes[first].relation() == OBLIQUE && !cased(first) {
        // "Der Ukraine sagte Polen Hilfe zu": beside an object behind the verb it is whom that is given to.
        let relation = if others(name) { INDIRECT } else { OBJECT };
        tree.nodes[first].deprel = relation.into();
    }
    tree.nodes[name].deprel = SUBJECT.into();
}

fn is_bare_object(node: &Node) -> bool {
    matches!(node.relation(), "obj" | "iobj" | "nsubj")
}

/// Makes the first phrase the subject of the verb behind it, and a second subject its object: free word order is rare in news where nothing marks it.
pub(super) fn subject(
    tree: &mut Tree,
    pieces: &[Piece<'_>],
    phrase: Phrase,
    tokens: &[&str],
    words: &SyntaxWords,
) {
    let token = |i: usize| pieces.get(i).map(|p| p.token);
    let (Some(start), Some(finite)) = (token(phrase.first), token(phrase.end)) else {
        return;
    };
    if pieces
        .get(phrase.first)
        .is_some_and(|p| p.forced == Some(Upos::Adv))
    {
        inverted(tree, pieces, phrase, words);
        return;
    }
    let opener = tokens.first().map(|t| t.to_lowercase()).unwrap_or_default();
    let noun = tokens.get(start).copied().unwrap_or_default();
    let marked = words.is_oblique(&opener, noun)
        || words.objective_pronouns.contains(&opener)
        || phrase.first > 0 && words.time_openers.contains(&opener);
    // "Zwei Tage nachdem X …": the phrase stands before the word that opens the clause.
    let opened = |v: &usize| {
        let mut marks = tree.nodes.iter().skip(finite);
        marks.any(|n| n.head == Some(*v) && n.deprel == "mark" && n.upos == Upos::Sconj)
    };
    let verb = main_verb(tree, finite).filter(|v| !marked && !opened(v));
    let Some(verb) = verb else {
        return;
    };
    // The head of the phrase: inside it, with its own head outside.
    let inside = |i: usize| i < finite;
    let Some(head) = (start..finite).find(|&i| {
        let node = &tree.nodes[i];
        node.head.is_none_or(|h| !inside(h)) && matches!(node.upos, Upos::Propn | Upos::Noun)
    }) else {
        return;
    };
    let cased = tree
        .nodes
        .iter()
        .take(finite)
        .any(|n| n.head == Some(head) && n.deprel == "case");
    if tree.nodes[head].head != Some(verb) {
        return;
    }
    if cased {
        inverted(tree, pieces, phrase, words);
        return;
    }
    if !tree.nodes[head].deprel.starts_with(SUBJECT) {
        tree.nodes[head].deprel = SUBJECT.into();
    }
    for (i, node) in tree.nodes.iter_mut().enumerate() {
        if i != head && node.head == Some(verb) && node.deprel == SUBJECT && node.upos != Upos::Pron
        {
            node.deprel = OBJECT.into();
        }
    }
}

/// Behind a time or a place and its verb stands the subject ("Am Montag wies Litauen drei Diplomaten aus", "Enligt Rom sköt Libyen …"), and behind a name a second name is the object.
fn inverted(tree: &mut Tree, pieces: &[Piece<'_>], phrase: Phrase, words: &SyntaxWords) {
    let token = |i: usize| pieces.get(i).map(|p| p.token);
    let named = |i: usize| pieces.get(i).is_some_and(|p| p.forced == Some(Upos::Propn));
    let text = |i: usize| pieces.get(i).map_or("", |p| p.text.as_ref());
    let mut at = phrase.end + 1;
    if is_function(pieces, at, words) && !words.oblique_articles.contains(text(at)) {
        at += 1;
    }
    let (Some(finite), Some(head)) = (token(phrase.end), token(at).filter(|_| named(at))) else {
        return;
    };
    let below =
        |tree: &Tree, i: usize, h: usize| tree.nodes.get(i).is_some_and(|n| n.head == Some(h));
    let Some(verb) = main_verb(tree, finite).filter(|&v| below(tree, head, v)) else {
        return;
    };
    if tree
        .nodes
        .iter()
        .any(|n| n.head == Some(head) && n.deprel == "case")
    {
        return;
    }
    if !tree.nodes[head].deprel.starts_with(SUBJECT) {
        tree.nodes[head].deprel = SUBJECT.into();
    }
    let second = pieces
        .iter()
        .skip(at + 1)
        .find(|p| p.unit != pieces[at].unit);
    let second = second
        .filter(|p| p.forced == Some(Upos::Propn))
        .map(|p| p.token);
    for (i, node) in tree.nodes.iter_mut().enumerate() {
        let joined = second == Some(i) && node.head == Some(head) && node.deprel == "flat";
        let rival = i != head
            && node.head == Some(verb)
            && node.deprel == SUBJECT
            && node.upos != Upos::Pron;
        if joined || rival {
            node.head = Some(verb);
            node.deprel = OBJECT.into();
        }
    }
}

/// "flog nach Kiew und kritisierte X": a verb right behind a conjunction has the subject of the one before it, and X is its object, or the one addressed
/// where it has another object.
pub(super) fn shared_subject(tree: &mut Tree, words: &SyntaxWords) {
    if words.second_endings.is_empty() {
        return;
    }
    let nodes = &tree.nodes;
    let part = |verb: usize, relation: &'static str| {
        (0..nodes.len())
            .filter(move |&k| nodes[k].head == Some(verb) && nodes[k].deprel == relation)
    };
    // "kritisierte X, lobte Y und drohte Z": the second verb shares the subject as well.
    let above = |v: usize| {
        nodes[v]
            .head
            .filter(|&h| nodes[v].deprel == "conj" && h < v && nodes[h].upos == Upos::Verb)
    };
    let shared = |f: usize| {
        let chain = std::iter::successors(Some(f), |&v| above(v));
        chain
            .into_iter()
            .any(|v| part(v, SUBJECT).any(|s| s < f || v == f))
    };
    let elliptic = |&verb: &usize| {
        let joined = || verb > 0 && part(verb, "cc").any(|k| k + 1 == verb);
        nodes[verb].upos == Upos::Verb && above(verb).is_some_and(shared) && joined()
    };
    let named = |k: &usize| nodes[*k].upos == Upos::Propn;
    let verbs = (0..nodes.len()).filter(elliptic);
    let objects: Vec<(usize, usize)> = verbs
        .flat_map(|v| {
            part(v, SUBJECT)
                .filter(move |&k| k > v)
                .map(move |k| (v, k))
        })
        .filter(|(_, k)| named(k))
        .collect();
    for (verb, name) in objects {
        let other = |n: &Node| n.head == Some(verb) && n.deprel == OBJECT;
        let relation = if tree.nodes.iter().any(other) {
            INDIRECT
        } else {
            OBJECT
        };
        tree.nodes[name].deprel = relation.into();
    }
}

/// "Rysslands Gazprom hotade Ukraina": a name in the genitive belongs to the name right behind it, which stands in its place.
pub(super) fn name_owners(tree: &mut Tree, hints: &[TokenHint]) {
    let unit = |i: usize| hints.get(i).filter(|h| h.proper_noun).and_then(|h| h.unit);
    for i in 1..tree.nodes.len() {
        let owns = unit(i).is_some() && unit(i) != unit(i - 1);
        if !owns
            || !hints
                .get(i - 1)
                .is_some_and(|h| h.genitive && h.proper_noun)
        {
            continue;
        }
        let (Some(owner), Some(name)) = (top(tree, i - 1, &unit), top(tree, i, &unit)) else {
            continue;
        };
        let above = tree.nodes[owner];
        if above.head == Some(name) {
            continue;
        }
        let verb = tree.nodes[name].head;
        let below = mend::under(tree, owner, name);
        // "traf Deutschlands Scholz Macron" with Scholz as the object of Germany: a subject stays a subject.
        let takes = verb == Some(owner) || above.deprel.starts_with(SUBJECT) || verb.is_none();
        if takes && !below {
            tree.nodes[name].head = above.head;
            tree.nodes[name].deprel = above.deprel;
        }
        for (k, node) in tree.nodes.iter_mut().enumerate().skip(i) {
            if k != name && node.head == Some(owner) {
                node.head = Some(name);
            }
        }
        tree.nodes[owner].head = Some(name);
        tree.nodes[owner].deprel = POSSESSOR.into();
    }
}

/// The token of a unit whose head lies outside it.
fn top(tree: &Tree, at: usize, unit: &dyn Fn(usize) -> Option<u32>) -> Option<usize> {
    let own = unit(at);
    let mut inside = (0..tree.nodes.len()).filter(|&k| unit(k) == own);
    inside.find(|&k| tree.nodes[k].head.is_none_or(|h| unit(h) != own))
}

/// "Danach besuchte Scholz Paris": two names side by side behind the verb are its subject and its object, never one name.
pub(super) fn part_names(tree: &mut Tree, hints: &[TokenHint], words: &SyntaxWords) {
    if words.second_endings.is_empty() {
        return;
    }
    let unit = |i: usize| hints.get(i).filter(|h| !h.time).and_then(|h| h.unit);
    for i in 0..tree.nodes.len() {
        let node = &tree.nodes[i];
        let Some(name) = node.head.filter(|&h| h < i && node.deprel == "flat") else {
            continue;
        };
        let apart = unit(i).is_some() && unit(name).is_some() && unit(i) != unit(name);
        let named = node.upos == Upos::Propn && tree.nodes[name].upos == Upos::Propn;
        let subject = tree.nodes[name].deprel.starts_with(SUBJECT);
        let verb = tree.nodes[name].head.filter(|&v| {
            let helped =
                |k: usize| tree.nodes[k].head == Some(v) && tree.nodes[k].upos == Upos::Aux;
            // "nachdem X Y, einen Bruder von Z, festgenommen hatte"
            let on = |k: usize, part: &str| {
                tree.nodes[k].head == Some(v) && tree.nodes[k].deprel == part
            };
            let last = words.verb_final && v > i && (0..name).any(|k| on(k, "mark"));
            let open = !(0..i).any(|k| on(k, OBJECT));
            let before = v < name || (0..name).any(helped) || last && open;
            tree.nodes[v].upos == Upos::Verb && before
        });
        let Some(verb) = verb.filter(|_| apart && named && subject) else {
            continue;
        };
        // "X Y, einen Bruder von Z, festgenommen": another object behind it tells who that is.
        let brother = (i + 1..verb).find(|&k| {
            let node = &tree.nodes[k];
            node.head == Some(verb) && node.deprel == OBJECT && node.upos == Upos::Noun
        });
        if let Some(brother) = brother {
            tree.nodes[brother].head = Some(i);
            tree.nodes[brother].deprel = "appos".into();
        }
        tree.nodes[i].head = Some(verb);
        tree.nodes[i].deprel = OBJECT.into();
    }
}

const SUBJECT: &str = "nsubj";
const POSSESSOR: &str = "nmod:poss";
const OBJECT: &str = "obj";
const INDIRECT: &str = "iobj";
const OBLIQUE: &str = "obl";

/// The full verb of a finite word: itself or the verb it helps.
fn main_verb(tree: &Tree, finite: usize) -> Option<usize> {
    let node = tree.nodes.get(finite)?;
    match node.upos {
        Upos::Verb => Some(finite),
        Upos::Aux if node.deprel.starts_with("aux") => node
            .head
            .filter(|&h| tree.nodes.get(h).is_some_and(|n| n.upos == Upos::Verb)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::unit::split;
    use super::*;

    /// Words with a `*` belong to a known phrase.
    fn check(sentence: &str) -> Option<String> {
        let words = SyntaxWords {
            function_words: ["i", "die", "hatte", "och", "in"].into_iter().collect(),
            finite_verbs: ["grep"].into_iter().collect(),
            second_endings: vec!["te".into(), "ade".into()],
            ..SyntaxWords::default()
        };
        let tokens: Vec<&str> = sentence
            .split_whitespace()
            .map(|w| w.trim_end_matches('*'))
            .collect();
        let hints: Vec<TokenHint> = sentence
            .split_whitespace()
            .map(|w| TokenHint {
                unit: w.ends_with('*').then_some(1),
                ..TokenHint::default()
            })
            .collect();
        let pieces = split(&tokens, &hints, &words, &[]);
        verb(&pieces, &hints, &words).map(|i| pieces[i].text.to_string())
    }

    #[test]
    fn the_word_behind_the_first_phrase_is_the_verb() {
        assert_eq!(
            check("Frankreich* verkaufte Kampfjets").as_deref(),
            Some("verkaufte")
        );
        assert_eq!(
            check("Turkisk* polis* grep tolv studenter").as_deref(),
            Some("grep")
        );
        assert_eq!(
            check("Oppositionen* i Togo* bojkottade valet").as_deref(),
            Some("bojkottade")
        );
        assert_eq!(check("Die USA* hatte recht"), None);
        assert_eq!(check("Der verkaufte Wagen"), None);
        assert_eq!(check("Rom* och Paris* tog det"), None);
    }
}
