//! Phrases that the parser hung on the wrong word: pairs, marks of infinitives, whose plan it is.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, is_nominal, own, under};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::TokenHint;
use crate::extract::syntax::words::SyntaxWords;

/// Shortest common noun that a name describes; shorter words may be parts of names ("bin", "del").
const SHORTEST_NOUN: usize = 4;

/// How far behind the word that opens it the noun of a phrase may stand, in tokens.
const PHRASE: usize = 4;

/// How far behind the first of two that a pair of words joins the second word may stand, in tokens.
const LONGEST_PART: usize = 10;

/// Most words that say that somebody does the same ("och det gjorde också").
const LONGEST_OPENER: usize = 4;

/// "the truce between Peru and Chile began": the second name belongs to the first one, which the preposition of a pair opens, and that phrase is no object.
pub(super) fn paired(tree: &mut Tree, preposition: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if !words.pair_prepositions.contains(&lower[preposition]) {
        return;
    }
    let name = |i: usize| nodes.get(i).is_some_and(|n| n.upos == Upos::Propn);
    let first = nodes[preposition]
        .head
        .filter(|&f| f > preposition && name(f));
    let Some(first) = first else {
        return;
    };
    let inside = |i: usize| nodes[i].head == Some(first) && nodes[i].deprel == "flat";
    let last = (first + 1..nodes.len())
        .take_while(|&i| inside(i))
        .last()
        .unwrap_or(first);
    let joined = nodes.get(last + 1).is_some_and(|n| n.upos == Upos::Cconj);
    let article = nodes.get(last + 2).is_some_and(|n| n.upos == Upos::Det);
    let second = last + 2 + usize::from(article);
    let loose = |i: usize| {
        let beside = nodes[i]
            .head
            .is_some_and(|h| h != first && under(tree, first, h));
        name(i)
            && beside
            && matches!(
                nodes[i].relation(),
                "conj" | "nsubj" | "obj" | "iobj" | "obl" | "nmod"
            )
    };
    let second = (joined && nodes.len() > second && loose(second)).then_some(second);
    if matches!(nodes[first].relation(), "obj" | "nsubj") {
        tree.nodes[first].deprel = "obl".into();
    }
    if let Some(second) = second {
        attach(tree, last + 1, second, "cc");
        attach(tree, second, first, "conj");
    }
}

/// "Norwegens und Kenias Außenminister", "armenische und türkische Unterhändler" with both below the noun: the second of two that describe one noun alike
/// is joined to the first, which the conjunction before it says.
pub(super) fn described_alike(tree: &mut Tree, conjunction: usize) {
    let nodes = &tree.nodes;
    let (Some(first), second) = (conjunction.checked_sub(1), conjunction + 1) else {
        return;
    };
    let Some(noun) = nodes[first].head.filter(|&n| n > second) else {
        return;
    };
    let describes =
        |n: &Node| n.head == Some(noun) && matches!(n.relation(), "amod" | "nmod" | "flat");
    let alike = nodes.get(second).is_some_and(|n| {
        let named = nodes[first].upos == Upos::Propn && n.upos == Upos::Propn;
        let told = nodes[first].upos == Upos::Adj && n.upos == Upos::Adj;
        describes(n) && (named || told)
    });
    let whole = nodes[first].relation() != "flat" && describes(&nodes[first]);
    let common = matches!(nodes[noun].upos, Upos::Noun);
    let between = nodes[conjunction].upos == Upos::Cconj && !children(nodes, conjunction);
    if alike && whole && common && between {
        attach(tree, conjunction, second, "cc");
        attach(tree, second, first, "conj");
    }
}

/// Has the token dependents?
fn children(nodes: &[Node], token: usize) -> bool {
    nodes.iter().any(|n| n.head == Some(token))
}

/// "Iran threatens to stop …" with the mark of the infinitive on another word: it belongs to the infinitive behind it.
pub(super) fn infinitive_mark(tree: &mut Tree, mark: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let verb = mark + 1;
    let infinitive = nodes.get(verb).is_some_and(super::is_infinitive);
    let stray = nodes[mark].upos == Upos::Part
        && nodes[mark].head.is_some_and(|h| h < mark)
        && !words.negations.contains(&lower[mark]);
    let free = || {
        nodes.get(verb).is_some_and(|n| n.head != Some(mark))
            && !nodes.iter().any(|n| n.head == Some(mark))
    };
    if stray && infinitive && free() {
        attach(tree, mark, verb, "mark");
    }
}

/// "opposes attempts by France to sign …" with the signing as what the first verb is for: an infinitive right behind the doer of a noun is the noun's.
pub(super) fn attempted(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let loose =
        matches!(nodes[verb].deprel.as_str(), "advcl" | "xcomp") && nodes[verb].upos == Upos::Verb;
    let Some(above) = nodes[verb].head.filter(|&h| loose && h < verb) else {
        return;
    };
    let has = |relation: &str| {
        let own = |n: &Node| n.head == Some(verb) && n.relation() == relation;
        nodes.iter().any(own)
    };
    let infinitive = !has("nsubj") && !has("aux");
    let inside = |&k: &usize| under(tree, k, verb);
    let start = verb - (0..verb).rev().take_while(inside).count();
    let behind = |k: usize| k - usize::from(k > 0 && lower[k] == ",");
    let Some(mut doer) = start.checked_sub(1).map(behind).filter(|_| has("mark")) else {
        return;
    };
    let apart = lower[start - 1..=start].iter().any(|w| w == ",");
    while let Some(head) = nodes[doer]
        .head
        .filter(|&h| h < doer && nodes[doer].deprel == "flat")
    {
        doer = head;
    }
    let by = |k: usize| nodes[k].head == Some(doer) && words.agents.contains(&lower[k]);
    let own_noun = nodes[doer].head.filter(|&n| {
        let of = n < doer && nodes[n].upos == Upos::Noun && nodes[doer].relation() == "nmod";
        let asked = infinitive && words.asked_nouns.contains(&lower[n]);
        // "on the order of X, after Y had …": behind a comma another clause goes on.
        of && (asked || !apart && (n..doer).any(by))
    });
    // "eine Bitte von X" with X at the verb.
    let before = (0..doer).find(|&k| nodes[k].head == Some(doer));
    let before = before.and_then(|k| k.checked_sub(1)).filter(|&n| {
        let beside = nodes[doer].head == nodes[n].head && nodes[doer].relation() == "obl";
        beside && infinitive && words.asked_nouns.contains(&lower[n])
    });
    let noun = own_noun.or(before);
    if let Some(noun) = noun.filter(|&n| under(tree, n, above)) {
        attach(tree, verb, noun, "acl");
    }
}

/// "Norway said it had faith in Y" with "it" as what was said: a pronoun between a verb of saying and a finite verb is the subject of the second.
pub(super) fn said_it(tree: &mut Tree, pronoun: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let inner = pronoun + 1;
    let object = nodes[pronoun].upos == Upos::Pron && nodes[pronoun].deprel == "obj";
    let Some(verb) = nodes[pronoun].head.filter(|&v| object && v + 1 == pronoun) else {
        return;
    };
    let joined = |n: &Node| {
        let finite = matches!(n.upos, Upos::Verb | Upos::Aux) && n.tag.contains("-Fin");
        finite && n.head == Some(pronoun)
    };
    if nodes.get(inner).is_some_and(joined) && words.saying_forms.contains(&lower[verb]) {
        attach(tree, inner, verb, "ccomp");
        attach(tree, pronoun, inner, "nsubj");
    }
}

/// Mends every name behind a noun of its own, once it is known what is an object.
pub(in crate::extract::syntax) fn named_nouns(tree: &mut Tree) {
    for name in 1..tree.nodes.len() {
        named_noun(tree, name);
    }
}

/// "träffade den kenyanske boxaren X" with two objects: a name right behind a bare noun of the same part tells who that is.
fn named_noun(tree: &mut Tree, name: usize) {
    let nodes = &tree.nodes;
    let Some(noun) = name.checked_sub(1) else {
        return;
    };
    let object = |i: usize| nodes[i].deprel == "obj";
    let common = nodes[noun].upos == Upos::Noun && nodes[name].upos == Upos::Propn;
    let beside = nodes[noun].head == nodes[name].head && object(noun) && object(name);
    let opened = |n: &Node| n.head == Some(noun) && matches!(n.relation(), "det" | "nmod" | "amod");
    if common && beside && nodes[..noun].iter().any(opened) {
        attach(tree, name, noun, "appos");
    }
}

/// "wies das am Donnerstag empört zurück" with "das" as an article: one that no noun follows is a pronoun, and right behind a finite verb its object.
pub(super) fn lone_article(tree: &mut Tree, article: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(verb) = article.checked_sub(1) else {
        return;
    };
    let finite = nodes[verb].upos == Upos::Verb && nodes[verb].tag.contains("-Fin");
    let alone = nodes[article].upos == Upos::Det && words.thing_articles.contains(&lower[article]);
    if !finite || !alone {
        return;
    }
    let noun = nodes[article]
        .head
        .is_some_and(|h| h > article && matches!(nodes[h].upos, Upos::Noun | Upos::Propn));
    let object = nodes
        .iter()
        .any(|n| n.head == Some(verb) && n.deprel == "obj");
    if !noun && !object {
        tree.nodes[article].upos = Upos::Pron;
        attach(tree, article, verb, "obj");
    }
}

/// "Japan condemned the raid, as did Peru", "…, Peru ebenfalls": who does the same is another subject.
pub(super) fn likewise(tree: &mut Tree, name: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if nodes[name].upos != Upos::Propn || nodes[name].deprel == "flat" || name < 2 {
        return;
    }
    let inside = |&i: &usize| nodes[i].head == Some(name) && nodes[i].deprel == "flat";
    let last = (name + 1..nodes.len())
        .take_while(inside)
        .last()
        .unwrap_or(name);
    let ends = |i: usize| nodes.get(i).is_none_or(|n| n.upos == Upos::Punct);
    let word = |i: usize| lower.get(i).map_or("", String::as_str);
    let behind = word(name - 1) == "," && words.likewise.contains(word(last + 1)) && ends(last + 2);
    // "and so did the EU", "ebenso Peru": the words end before the name or its article, and open a part of the sentence.
    let opener = || {
        let end = name - usize::from(nodes[name - 1].upos == Upos::Det);
        (1..=LONGEST_OPENER.min(end)).find_map(|length| {
            let phrase = lower[end - length..end].join(" ");
            let mark = (end - length).checked_sub(1)?;
            let joint = usize::from(nodes[mark].upos == Upos::Cconj);
            let mark = mark.checked_sub(joint)?;
            let whole = words.likewise_openers.contains(&phrase) && ends(mark) && ends(last + 1);
            whole.then_some(mark)
        })
    };
    let from = if behind { Some(name - 1) } else { opener() };
    let Some(from) = from else {
        return;
    };
    let subject = (0..from).find(|&i| {
        let verb = nodes[i]
            .head
            .is_some_and(|v| v < from && nodes[v].head.is_none());
        nodes[i].deprel == "nsubj" && verb && !under(tree, i, name)
    });
    let Some(subject) = subject.filter(|_| nodes[name].head.is_some()) else {
        return;
    };
    for k in (from..name).chain(last + 1..=last + usize::from(behind)) {
        let relation = if k == from { "punct" } else { "advmod" };
        attach(tree, k, name, relation);
    }
    attach(tree, name, subject, "conj");
}

/// "X ist nach Y gereist und hat dort Z getroffen" with Z meeting: where the verb comes second, a clause that its verb opens behind "und" has the subject of
/// the clause before, and its only name is acted upon.
pub(super) fn elided_subject(tree: &mut Tree, verb: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let own = |v: usize, relation: &str| {
        let of = |n: &Node| n.head == Some(v) && n.deprel.as_str() == relation;
        nodes.iter().position(of)
    };
    let joined = words.verb_final && nodes[verb].deprel == "conj" && nodes[verb].upos == Upos::Verb;
    let Some(first) = nodes[verb].head.filter(|&f| joined && f < verb) else {
        return;
    };
    let Some(mark) = own(verb, "cc") else {
        return;
    };
    let finite = mark + 1;
    let opens = nodes.get(finite).is_some_and(|n| {
        let helps = n.upos == Upos::Aux && n.deprel == "aux" && n.head == Some(verb);
        helps || finite == verb && n.tag.contains("-Fin")
    });
    let before = own(first, "nsubj").is_some_and(|s| s < first);
    let Some(name) = own(verb, "nsubj").filter(|&s| s > finite && nodes[s].upos == Upos::Propn)
    else {
        return;
    };
    if opens && before && own(verb, "obj").is_none() {
        tree.nodes[name].deprel = "obj".into();
    }
}

/// "is due in Australia next week" with Australia as a part of the week: a name before a time expression is no part of it, and what opens the phrase opens
/// the name.
/// "Iran today threatened …" with Iran as a part of the day: in front of a verb without a subject it acts.
pub(in crate::extract::syntax) fn before_time(hints: &[TokenHint], tree: &mut Tree) {
    acting_before_time(hints, tree);
    let hint = |i: usize| hints.get(i).copied().unwrap_or_default();
    for name in 1..tree.nodes.len() {
        let time = tree.nodes[name].head.filter(|&h| h > name && hint(h).time);
        let Some(time) = time.filter(|_| hint(name).proper_noun && !hint(name).time) else {
            continue;
        };
        let (above, first) = (tree.nodes[time].head, name - 1);
        let Some(above) = above.filter(|&a| a != name) else {
            continue;
        };
        // The preposition may have been taken for an adverb with the time below it.
        let opener = tree.nodes[first].upos == Upos::Adp;
        let verb = if above == first {
            tree.nodes[first].head
        } else {
            Some(above)
        };
        let Some(verb) = verb.filter(|&v| v != name && v != first) else {
            continue;
        };
        attach(tree, name, verb, "obl");
        attach(tree, time, verb, "obl");
        if opener {
            attach(tree, first, name, "case");
        }
    }
    opened_by_time(hints, tree);
    closing_time(hints, tree);
}

/// "had congratulated him only last week, hours after …" with the week in the second clause: a bare time before a comma belongs to the verb before it.
fn closing_time(hints: &[TokenHint], tree: &mut Tree) {
    let time = |i: usize| hints.get(i).is_some_and(|h| h.time);
    for word in 1..tree.nodes.len() {
        let nodes = &tree.nodes;
        let Some(above) = nodes[word].head.filter(|&h| h > word + 1 && time(word)) else {
            continue;
        };
        let stop = nodes.get(word + 1).is_some_and(|n| n.upos == Upos::Punct);
        let adverb = nodes[word].relation() == "advmod" && stop && !time(above);
        let verb = (0..word).rev().find(|&k| nodes[k].upos == Upos::Verb);
        let clause = |k: usize| matches!(nodes[k].upos, Upos::Sconj | Upos::Cconj | Upos::Punct);
        if let Some(verb) = verb.filter(|&v| adverb && !(v + 1..word).any(clause)) {
            attach(tree, word, verb, "advmod");
        }
    }
}

/// "fined by the EU last year" with "by" and the article at the year: they open the bare name right behind them.
fn opened_by_time(hints: &[TokenHint], tree: &mut Tree) {
    let hint = |i: usize| hints.get(i).copied().unwrap_or_default();
    for case in 0..tree.nodes.len().saturating_sub(2) {
        let nodes = &tree.nodes;
        let time = nodes[case].head.filter(|&t| {
            let opens = nodes[case].deprel == "case" && nodes[case].upos == Upos::Adp;
            opens && t > case + 1 && hint(t).time && !hint(case).time
        });
        let Some(time) = time else {
            continue;
        };
        let name = (case + 1..time).find(|&k| {
            let named = hint(k).proper_noun && !hint(k).time && nodes[k].deprel != "flat";
            named && own(nodes, k, "case").is_none() && nodes[k].head != Some(time)
        });
        let Some(name) = name else {
            continue;
        };
        let between = |k: usize| matches!(nodes[k].upos, Upos::Det | Upos::Adj | Upos::Propn);
        if (case + 1..name).all(between) && nodes[name].head.is_some_and(|h| h < case) {
            for k in case + 1..name {
                if tree.nodes[k].head == Some(time) {
                    tree.nodes[k].head = Some(name);
                }
            }
            attach(tree, case, name, "case");
        }
    }
}

fn acting_before_time(hints: &[TokenHint], tree: &mut Tree) {
    let hint = |i: usize| hints.get(i).copied().unwrap_or_default();
    let nodes = &tree.nodes;
    let found = (0..nodes.len()).find_map(|name| {
        let named = hint(name).proper_noun && !hint(name).time && nodes[name].deprel != "flat";
        let time = nodes[name]
            .head
            .filter(|&t| named && t > name && hint(t).time)?;
        let bare = own(nodes, name, "case").is_none() && own(nodes, time, "case").is_none();
        let verb = nodes[time]
            .head
            .filter(|&v| v > time && nodes[v].upos == Upos::Verb)?;
        let inside = (name + 1..time).all(|k| nodes[k].head == Some(name) || hint(k).time);
        let opener = name > 0 && nodes[name - 1].upos == Upos::Adp;
        let open = own(nodes, verb, "nsubj").is_none() && bare && inside && !opener;
        open.then_some((name, verb))
    });
    if let Some((name, verb)) = found {
        attach(tree, name, verb, "nsubj");
    }
}

/// "anklagar enligt uppgift invandrare" with the preposition at the immigrants: a preposition of an adverb of several words opens nothing behind it, and what it
/// seemed to open is an object of a verb without one.
pub(super) fn adverb(tree: &mut Tree, at: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(rests) = words
        .adverbs
        .get(&lower[at])
        .filter(|_| nodes[at].upos == Upos::Adp)
    else {
        return;
    };
    let length = |rest: &String| {
        let parts: Vec<&str> = rest.split(' ').collect();
        let same = parts.iter().zip(&lower[at + 1..]).all(|(a, b)| *a == b);
        (same && at + parts.len() < nodes.len()).then_some(parts.len())
    };
    let Some(last) = rests.iter().filter_map(length).max().map(|l| at + l) else {
        return;
    };
    let noun = super::ups(nodes, at)
        .find(|h| !(at..=last).contains(h))
        .filter(|&n| n > last && matches!(nodes[n].upos, Upos::Noun | Upos::Propn));
    let verb = noun.and_then(|n| nodes[n].head);
    let (Some(noun), Some(verb)) = (noun, verb) else {
        return;
    };
    let part = matches!(nodes[noun].relation(), "obl" | "obj" | "nsubj");
    let phrase = part && nodes[verb].upos == Upos::Verb && verb < at;
    // "anklagar tjänstemän enligt uppgift invandrare": the noun before the adverb acts.
    let object = own(nodes, verb, "obj").filter(|&o| o != noun);
    let open = own(nodes, verb, "nsubj").is_none_or(|s| s == noun);
    let acts = object.filter(|&o| o < at && open);
    let fronted = acts.is_some() && !words.second_endings.is_empty();
    if !phrase || object.is_some() && !fronted {
        return;
    }
    if let Some(subject) = acts {
        attach(tree, subject, verb, "nsubj");
    }
    for k in at..=last {
        attach(tree, k, verb, "advmod");
    }
    attach(tree, noun, verb, "obj");
}

/// "complained to the African Union about X" with X below the union: what is spoken about belongs to the verb.
pub(super) fn topic(tree: &mut Tree, noun: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(name) = nodes[noun].head.filter(|&n| n < noun) else {
        return;
    };
    let opens = |n: (usize, &Node)| {
        let (k, node) = n;
        node.head == Some(noun)
            && node.deprel == "case"
            && words.topic_prepositions.contains(&lower[k])
    };
    let named = nodes[name].upos == Upos::Propn && nodes[noun].relation() == "nmod";
    let verb = nodes[name].head.filter(|&v| {
        let part = matches!(nodes[name].relation(), "obl" | "obj" | "iobj");
        named && part && v < name && nodes[v].upos == Upos::Verb
    });
    if let Some(verb) = verb.filter(|_| nodes.iter().enumerate().any(opens)) {
        attach(tree, noun, verb, "obl");
    }
}

/// "såväl X som Y" with Y below X: behind the first word of such a pair the second one joins what follows it.
pub(super) fn correlative(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let Some(second) = words.correlatives.get(&lower[word]) else {
        return;
    };
    let nodes = &tree.nodes;
    let first =
        (word + 1..nodes.len()).find(|&k| is_nominal(&nodes[k]) && nodes[k].deprel != "flat");
    let Some(first) = first else {
        return;
    };
    let joins = |k: &usize| lower[*k] == *second;
    let Some(joint) = (first + 1..nodes.len().min(first + LONGEST_PART)).find(joins) else {
        return;
    };
    let other = nodes[joint]
        .head
        .filter(|&o| o > joint && is_nominal(&nodes[o]));
    let Some(other) = other.filter(|&o| !under(tree, first, o)) else {
        return;
    };
    attach(tree, joint, other, "cc");
    attach(tree, other, first, "conj");
}

/// "Laos junta frees …" read as one name: a common noun behind a name is the head, which the name describes.
pub(in crate::extract::syntax) fn common_head(
    tokens: &[&str],
    hints: &[TokenHint],
    tree: &mut Tree,
    words: &SyntaxWords,
) {
    let common = |i: usize| {
        let word = tokens.get(i).copied().unwrap_or_default();
        let free = hints
            .get(i)
            .is_none_or(|h| h.unit.is_none() && !h.proper_noun);
        let long = word.len() >= SHORTEST_NOUN && word.chars().all(char::is_lowercase);
        free && long && !words.function_words.contains(word) && !words.finite_verbs.contains(word)
    };
    for i in 1..tree.nodes.len() {
        let name = tree.nodes[i].head.filter(|&h| h + 1 == i);
        let Some(name) = name.filter(|_| tree.nodes[i].deprel == "flat" && common(i)) else {
            continue;
        };
        if tree.nodes.iter().rposition(|n| n.head == Some(name)) != Some(i) {
            continue;
        }
        let Node { head, deprel, .. } = tree.nodes[name];
        for node in &mut tree.nodes[..name] {
            if node.head == Some(name) {
                node.head = Some(i);
            }
        }
        tree.nodes[i].upos = Upos::Noun;
        tree.nodes[i].head = head;
        tree.nodes[i].deprel = deprel;
        attach(tree, name, i, "compound");
    }
}

/// "während seines Besuchs" with the visit below the word that opens it: in front of a noun without a preposition of its own such a word is one.
pub(super) fn opened_below(tree: &mut Tree, i: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let word = &nodes[i];
    let content = words.complementizers.contains(&lower[i]);
    let opener = matches!(word.upos, Upos::Adp | Upos::Sconj) && !content;
    let loose = ["compound:prt", "mark", "advmod", "obl"]
        .iter()
        .any(|r| word.deprel == *r);
    let (Some(above), true) = (word.head, opener && loose) else {
        return;
    };
    let mut below = (0..nodes.len()).filter(|&k| nodes[k].head == Some(i));
    let (Some(noun), None) = (below.next(), below.next()) else {
        return;
    };
    let nominal = matches!(nodes[noun].upos, Upos::Noun | Upos::Propn);
    let near = noun > i && noun <= i + PHRASE;
    let opened = nodes
        .iter()
        .any(|n| n.head == Some(noun) && ["case", "cop", "nsubj"].iter().any(|r| n.deprel == *r));
    let clause = nodes.iter().skip(noun).any(|n| {
        let below = n.deprel == "ccomp" || n.deprel == "advcl";
        below && n.head == Some(above) && n.upos == Upos::Verb
    });
    if nominal && near && !opened && !clause {
        attach(tree, noun, above, "obl");
        attach(tree, i, noun, "case");
    }
}

/// "lächelte, ohne X zu kritisieren" with "ohne" at X: behind a comma the word opens the infinitive that follows, whose object X is.
pub(super) fn opens_infinitive(tree: &mut Tree, i: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let opener = words.infinitive_openers.contains(&lower[i]) && nodes[i].deprel == "case";
    let begins = i == 0 || lower[i - 1] == ",";
    let Some(name) = nodes[i].head.filter(|&n| opener && begins && n > i) else {
        return;
    };
    let Some(verb) = nodes[name]
        .head
        .filter(|&v| v > name && nodes[v].upos == Upos::Verb)
    else {
        return;
    };
    let marked = nodes
        .iter()
        .enumerate()
        .any(|(k, n)| n.head == Some(verb) && n.deprel == "mark" && k > name);
    if marked && (i + 1..name).all(|k| under(tree, k, name)) {
        attach(tree, i, verb, "mark");
        attach(tree, name, verb, "obj");
        tree.nodes[verb].deprel = "advcl".into();
    }
}

/// "On Tuesday X and Y thanked Z" with X as a part of the day: where nobody else acts, a name behind a day does.
pub(super) fn behind_day(tree: &mut Tree, i: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let name = &nodes[i];
    let glued = ["flat", "appos", "nmod"].iter().any(|r| name.deprel == *r);
    let cased = own(nodes, i, "case").is_some();
    let Some(day) = name
        .head
        .filter(|&d| glued && !cased && d < i && name.upos == Upos::Propn)
    else {
        return;
    };
    let dated = words.calendar.contains(&lower[day]) && own(nodes, day, "case").is_some();
    let between = |k: usize| under(tree, k, i) || nodes[k].upos == Upos::Num || k == day;
    let Some(verb) = nodes[day]
        .head
        .filter(|&v| v > i && nodes[v].upos == Upos::Verb)
    else {
        return;
    };
    let first = own(nodes, day, "case").is_some_and(|c| c == 0);
    if dated && first && (day..i).all(between) && own(nodes, verb, "nsubj").is_none() {
        attach(tree, i, verb, "nsubj");
    }
}
