//! Pronouns that the parser took for something else: demonstratives, relatives, what stands behind a preposition.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, is_nominal, name_head, own, unit_length};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::TokenHint;
use crate::extract::syntax::words::SyntaxWords;

/// "weil dieser Kenia bedroht hatte" with the word as an article of Kenia: names have none, so it is the subject, and the name what it acts upon.
pub(super) fn demonstrative(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let name = word + 1;
    let before = words.demonstratives.contains(&lower[word])
        && nodes[word].deprel == "det"
        && nodes[word].head == Some(name);
    let bare = nodes.get(name).is_some_and(|n| n.upos == Upos::Propn)
        && !words.article_names.contains(&lower[name]);
    let Some(verb) = nodes[word]
        .head
        .and_then(|n| nodes[n].head)
        .filter(|&v| before && bare && v > name && nodes[v].upos == Upos::Verb)
    else {
        return;
    };
    let acts = nodes[name].relation() == "nsubj";
    if !acts && own(nodes, verb, "nsubj").is_some() {
        return;
    }
    let taken = own(nodes, verb, "obj").is_some();
    tree.nodes[word].upos = Upos::Pron;
    attach(tree, word, verb, "nsubj");
    if acts {
        attach(tree, name, verb, if taken { "iobj" } else { "obj" });
    }
}

/// "den Minister, dem er Waffen geliefert hatte" with "dem" as a conjunction: behind a comma and a noun a word that is no subject opens a relative clause.
pub(super) fn oblique_relative(
    tree: &mut Tree,
    word: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let opens = word > 1 && lower[word - 1] == "," && nodes[word].deprel == "mark";
    let form = &lower[word];
    let listed = words.relatives.contains(form) && words.oblique_articles.contains(form);
    let Some(verb) = nodes[word]
        .head
        .filter(|&v| opens && listed && v > word && nodes[v].upos == Upos::Verb)
    else {
        return;
    };
    let noun = name_head(nodes, word - 2);
    if !is_nominal(&nodes[noun]) || super::under(tree, noun, verb) {
        return;
    }
    let taken = own(nodes, verb, "obj").is_some();
    tree.nodes[word].upos = Upos::Pron;
    attach(tree, word, verb, if taken { "iobj" } else { "obj" });
    attach(tree, verb, noun, "acl:relcl");
}

/// "Macron, som han hade besökt" with two subjects: a relative pronoun right before another subject is what the verb acts upon.
pub(super) fn relative_object(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let subject = |k: usize| nodes.get(k).is_some_and(|n| n.deprel == "nsubj");
    let both = subject(word) && subject(word + 1) && nodes[word].head == nodes[word + 1].head;
    let Some(verb) = nodes[word]
        .head
        .filter(|&v| both && v > word + 1 && words.relatives.contains(&lower[word]))
    else {
        return;
    };
    if own(nodes, verb, "obj").is_none() && nodes[verb].upos == Upos::Verb {
        attach(tree, word, verb, "obj");
    }
}

/// "die Bank, die Kenia einen Kredit gab" with Kenya giving: of a relative pronoun of the nominative and a bare name beside an object the pronoun acts, and the
/// name gets it. "der" is one only of a masculine noun.
pub(super) fn relative_giver(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let name = word + 1;
    let form = &lower[word];
    let relative = words.relatives.contains(form) && !words.oblique_articles.contains(form);
    let named = nodes
        .get(name)
        .is_some_and(|n| n.upos == Upos::Propn && matches!(n.relation(), "nsubj" | "obj" | "iobj"));
    let clause = nodes.get(name).and_then(|n| n.head).filter(|&v| {
        let own = nodes[word].head == Some(v) && nodes[v].deprel == "acl:relcl";
        own && v > name && nodes[v].upos == Upos::Verb
    });
    let Some(verb) = clause.filter(|_| relative && named && words.verb_final) else {
        return;
    };
    let object = (name + 1..verb).find(|&k| {
        let bare = nodes[k].upos == Upos::Noun && nodes[k].head == Some(verb);
        bare && nodes[k].deprel == "obj"
    });
    let antecedent = nodes[verb].head.filter(|&n| n < word);
    let article = antecedent.and_then(|n| own(nodes, n, "det"));
    let dative =
        words.feminine_oblique_articles.contains(form) && article.is_none_or(|a| lower[a] != *form);
    if object.is_some() && !dative {
        tree.nodes[word].upos = Upos::Pron;
        attach(tree, word, verb, "nsubj");
        attach(tree, name, verb, "iobj");
    }
}

/// "X, den Y festnehmen ließ" with X having Y arrested: a pronoun that is no subject is none, and the bare name behind it is.
pub(super) fn relative_accusative(
    tree: &mut Tree,
    word: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let name = word + 1;
    let form = &lower[word];
    let listed = words.relatives.contains(form) && words.oblique_articles.contains(form);
    let loose = matches!(nodes[word].relation(), "nsubj" | "parataxis" | "dep");
    let Some(verb) = nodes[word].head.filter(|&v| listed && loose && v > name) else {
        return;
    };
    let acts = (0..nodes.len())
        .any(|k| k != word && nodes[k].head == Some(verb) && nodes[k].relation() == "nsubj");
    let object = nodes.get(name).is_some_and(|n| {
        let part = matches!(n.relation(), "obj" | "iobj" | "compound" | "flat" | "dep");
        n.upos == Upos::Propn && n.head == Some(verb) && part && !acts
    });
    if object {
        attach(tree, word, verb, "obj");
        attach(tree, name, verb, "nsubj");
    }
}

/// "but was himself praised" with himself as the subject: such a pronoun only stresses it.
pub(super) fn emphatic(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let subject =
        nodes[word].relation() == "nsubj" && words.emphatic_pronouns.contains(&lower[word]);
    let Some(verb) = nodes[word].head.filter(|&v| subject && v > word) else {
        return;
    };
    let joined = own(nodes, verb, "cc").is_some() && nodes[verb].deprel == "ccomp";
    tree.nodes[word].upos = Upos::Adv;
    attach(tree, word, verb, "advmod");
    if joined {
        tree.nodes[verb].deprel = "conj".into();
    }
}

/// "Norway, whose police arrested X" with "whose" as the object: right before a noun it tells whose that is, also before one that a name follows.
pub(super) fn relative_owner(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let noun = word + 1;
    if !words.relative_owners.contains(&lower[word]) {
        return;
    }
    // "whose energy minister X"
    let name = nodes
        .get(noun)
        .filter(|n| matches!(n.relation(), "flat" | "amod" | "compound"))
        .and_then(|n| n.head)
        .filter(|&n| {
            let title = |k: usize| nodes[k].head == Some(n);
            n > noun && (noun..n).all(title) && nodes[n].upos == Upos::Propn
        });
    if let (Some(name), Some(verb)) = (name, nodes[word].head) {
        if nodes[name].head == Some(word) {
            attach(tree, name, verb, "nsubj");
        }
        if tree.nodes[name].head == Some(verb) {
            attach(tree, word, name, "nmod:poss");
            inside_relative(tree, verb, lower);
        }
        return;
    }
    let doubled = nodes[word].head.and_then(|v| {
        let subject = |k: &usize| nodes[*k].head == Some(v) && nodes[*k].relation() == "nsubj";
        let acts = nodes[word].relation() == "nsubj" && nodes[v].upos == Upos::Verb;
        (noun + 1..v).find(subject).filter(|_| acts).map(|s| (s, v))
    });
    // "whose G20 meeting X had boycotted" with "whose" as a second subject: what stands before the subject is what it acts upon.
    if let Some((subject, verb)) = doubled {
        tree.nodes[subject - 1].upos = Upos::Noun;
        attach(tree, subject - 1, verb, "obj");
        attach(tree, word, subject - 1, "nmod:poss");
        return;
    }
    let stray = matches!(nodes[word].relation(), "obj" | "nsubj" | "iobj" | "obl");
    let part = nodes.get(noun).is_some_and(|n| {
        n.upos == Upos::Noun
            && n.head == nodes[word].head
            && matches!(n.relation(), "nsubj" | "obj" | "iobj")
    });
    if stray && part {
        attach(tree, word, noun, "nmod:poss");
    }
}

/// "X, whose minister visited Y last year, did" with Y and the year at X: what stands behind the verb, before the comma that closes the clause, is the clause's.
fn inside_relative(tree: &mut Tree, verb: usize, lower: &[String]) {
    let Some(noun) = tree.nodes[verb].head.filter(|&n| n < verb) else {
        return;
    };
    let free = own(&tree.nodes, verb, "obj").is_none();
    for k in (verb + 1..tree.nodes.len()).take_while(|&k| lower[k] != ",") {
        if tree.nodes[k].head != Some(noun) || !is_nominal(&tree.nodes[k]) {
            continue;
        }
        let object = free && k == verb + 1 && own(&tree.nodes, k, "case").is_none();
        attach(tree, k, verb, if object { "obj" } else { "obl" });
    }
}

/// "stellte sich hinter sie" with the preposition as a particle of the verb: what it governs stands right behind it.
pub(super) fn governed(tree: &mut Tree, word: usize) {
    let nodes = &tree.nodes;
    let pronoun = word + 1;
    let particle = nodes[word].upos == Upos::Adp && nodes[word].deprel == "compound:prt";
    let below = nodes
        .get(pronoun)
        .is_some_and(|n| n.upos == Upos::Pron && n.head == Some(word));
    if let Some(verb) = nodes[word].head.filter(|_| particle && below) {
        attach(tree, pronoun, verb, "obl");
        attach(tree, word, pronoun, "case");
    }
}

/// "die EU, deren Beobachtern Gabun die Einreise verweigerte" with Gabon beside the observers: behind the noun of such a pronoun a bare name acts, if nobody else
/// does.
pub(super) fn owner_acts(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let (noun, name) = (word + 1, word + 2);
    if !words.verb_final || !words.relative_owners.contains(&lower[word]) {
        return;
    }
    let verb = nodes.get(noun).and_then(|n| n.head).filter(|&v| {
        let object = matches!(nodes[noun].relation(), "obj" | "iobj");
        object && v > name && nodes[v].upos == Upos::Verb
    });
    let beside = nodes.get(name).is_some_and(|n| {
        let part = matches!(n.relation(), "appos" | "flat" | "nmod");
        n.upos == Upos::Propn && n.head == Some(noun) && part
    });
    if let Some(verb) = verb.filter(|&v| beside && own(nodes, v, "nsubj").is_none())
        && own(nodes, name, "case").is_none()
    {
        attach(tree, name, verb, "nsubj");
    }
}

/// "von Merkel, die es unterstützte" with "it" supporting: behind a name the relative pronoun acts upon the pronoun.
pub(super) fn relative_subject(
    tree: &mut Tree,
    word: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let object = word + 1;
    let form = &lower[word];
    let relative = nodes[word].deprel == "obj"
        && words.relatives.contains(form)
        && !words.oblique_articles.contains(form);
    let verb = nodes[word]
        .head
        .filter(|&v| relative && words.verb_final && v > object && nodes[v].deprel == "acl:relcl");
    let Some(verb) = verb else {
        return;
    };
    let pronoun = nodes
        .get(object)
        .is_some_and(|n| n.upos == Upos::Pron && n.head == Some(verb) && n.deprel == "nsubj");
    let named = nodes[verb]
        .head
        .is_some_and(|h| nodes[h].upos == Upos::Propn);
    if pronoun && named && !words.nominatives.contains(&lower[object]) {
        attach(tree, word, verb, "nsubj");
        attach(tree, object, verb, "obj");
    }
}

/// "…, wofür die EU es rügte" with the EU at the verb before: what stands behind such a word belongs to the verb that closes its clause.
pub(super) fn behind_adverb(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let opens = word > 1 && lower[word - 1] == "," && words.clause_adverbs.contains(&lower[word]);
    if !opens || !words.verb_final {
        return;
    }
    let clause = (word + 1..nodes.len()).take_while(|&k| lower[k] != ",");
    let verb = clause.filter(|&k| nodes[k].upos == Upos::Verb).last();
    let Some(verb) = verb else {
        return;
    };
    let outside = |k: &usize| {
        let part = matches!(nodes[*k].relation(), "obj" | "iobj" | "nsubj" | "conj");
        part && is_nominal(&nodes[*k]) && nodes[*k].head.is_some_and(|h| h < word)
    };
    let pronoun = own(nodes, verb, "nsubj")
        .filter(|&s| nodes[s].upos == Upos::Pron && !words.nominatives.contains(&lower[s]));
    let Some(subject) = (word + 1..verb).find(outside) else {
        return;
    };
    if let Some(pronoun) = pronoun {
        attach(tree, pronoun, verb, "obj");
    }
    attach(tree, subject, verb, "nsubj");
}

/// "Ihn kritisierte X", "Honom har X gripit" with him as the subject: a pronoun that is nothing but an object, before the verb that stands second, is acted upon by
/// the bare name behind the verb. Behind a preposition it is no subject either.
pub(super) fn fronted(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if !words.objective_pronouns.contains(&lower[word]) {
        return;
    }
    if own(nodes, word, "case").is_some() {
        if nodes[word].relation() == "nsubj" {
            tree.nodes[word].deprel = "obl".into();
        }
        return;
    }
    let opens = word == 0 || matches!(nodes[word - 1].upos, Upos::Punct | Upos::Cconj);
    let finite = |k: usize| {
        nodes
            .get(k)
            .is_some_and(|n| matches!(n.upos, Upos::Verb | Upos::Aux))
    };
    let part = matches!(
        nodes[word].relation(),
        "nsubj" | "obj" | "iobj" | "dep" | "obl"
    );
    let verb = nodes[word].head.filter(|&v| {
        let above = nodes[v].upos == Upos::Verb && v > word;
        above && opens && part && finite(word + 1)
    });
    let Some(verb) = verb else {
        return;
    };
    let other = |k: usize| {
        let party = matches!(nodes[k].relation(), "nsubj" | "obj" | "iobj");
        party && k != word && nodes[k].head == Some(verb)
    };
    let mut others = (word + 1..nodes.len()).filter(|&k| other(k) && is_nominal(&nodes[k]));
    let bare = others.next().filter(|&k| own(nodes, k, "case").is_none());
    let Some(actor) = bare.filter(|_| !others.any(|k| nodes[k].relation() == "nsubj")) else {
        return;
    };
    let dative = nodes[word].relation() == "iobj" || others_objects(tree, verb, actor);
    attach(tree, word, verb, if dative { "iobj" } else { "obj" });
    attach(tree, actor, verb, "nsubj");
}

/// "Ein Gericht verurteilte sie zu … Haft" with her as somebody who gets something: a pronoun that may be a subject is no dative.
pub(super) fn never_dative(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let node = &mut tree.nodes[word];
    if node.upos == Upos::Pron
        && node.deprel == "iobj"
        && words.either_pronouns.contains(&lower[word])
    {
        node.deprel = "obj".into();
    }
}

/// Has the verb an object that is not the word?
fn others_objects(tree: &Tree, verb: usize, word: usize) -> bool {
    let object =
        |(k, n): (usize, &Node)| k > verb && k != word && n.head == Some(verb) && n.deprel == "obj";
    tree.nodes.iter().enumerate().any(object)
}

/// "die Hilfe, die X Y zugesagt hat" with Y as a part of X: where the verb comes last, of two bare names behind the relative pronoun of a thing the first acts and
/// the second gets it.
pub(in crate::extract::syntax) fn thing_given(
    hints: &[TokenHint],
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    if !words.verb_final {
        return;
    }
    let bare = |i: usize| {
        let hint = hints.get(i).copied().unwrap_or_default();
        hint.proper_noun && !hint.time && !hint.genitive && hint.unit.is_some()
    };
    for word in 2..tree.nodes.len() {
        let nodes = &tree.nodes;
        let first = word + 1;
        let second = first + unit_length(hints, first);
        let relative = lower[word - 1] == "," && words.relatives.contains(&lower[word]);
        let thing = nodes[word - 2].upos == Upos::Noun;
        if !(relative && thing && bare(first) && bare(second)) {
            continue;
        }
        let end = second + unit_length(hints, second);
        let verb = nodes
            .get(end)
            .filter(|n| n.upos == Upos::Verb && n.deprel == "acl:relcl");
        if verb.is_none() || nodes[end].head.is_none_or(|h| h >= word) {
            continue;
        }
        tree.nodes[word].upos = Upos::Pron;
        attach(tree, word, end, "obj");
        for (name, until, part) in [(first, second, "nsubj"), (second, end, "iobj")] {
            attach(tree, name, end, part);
            for k in name + 1..until {
                attach(tree, k, name, "flat");
            }
        }
    }
}

/// "ein Video, in dem X Y angreift" with "dem" as an article of X and Y as a part of X: behind a comma and a preposition the word is a relative pronoun, the
/// first name behind it acts, and a second one right behind it is acted upon.
pub(in crate::extract::syntax) fn behind_preposition(
    hints: &[TokenHint],
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    if !words.verb_final {
        return;
    }
    for word in 3..tree.nodes.len() {
        relative_phrase(hints, tree, (word, lower), words);
    }
}

fn relative_phrase(
    hints: &[TokenHint],
    tree: &mut Tree,
    (word, lower): (usize, &[String]),
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let form = &lower[word];
    let opens = lower[word - 2] == ","
        && nodes[word - 1].upos == Upos::Adp
        && words.relatives.contains(form)
        && words.oblique_articles.contains(form);
    let name = word + 1;
    let proper = |i: usize| hints.get(i).is_some_and(|h| h.proper_noun && !h.time);
    let bare = lower
        .get(name)
        .is_some_and(|n| !words.article_names.contains(n));
    if !(opens && proper(name) && bare) || nodes[word].head != Some(name) {
        return;
    }
    let unit = |i: usize| hints.get(i).and_then(|h| h.unit);
    let second = name + unit_length(hints, name);
    let verb = (second..nodes.len())
        .take_while(|&k| lower[k] != ",")
        .filter(|&k| nodes[k].upos == Upos::Verb)
        .last();
    let noun = (0..word - 2).rev().find(|&k| nodes[k].upos == Upos::Noun);
    let (Some(verb), Some(noun)) = (verb, noun) else {
        return;
    };
    if own(nodes, verb, "nsubj").is_some() {
        return;
    }
    let two = proper(second) && unit(second) != unit(name) && second < verb;
    tree.nodes[word].upos = Upos::Pron;
    attach(tree, word, verb, "obl");
    attach(tree, word - 1, word, "case");
    attach(tree, name, verb, "nsubj");
    if two {
        attach(tree, second, verb, "obj");
    }
    let above = tree.nodes[verb].head;
    if above.is_some_and(|h| h < word) {
        attach(tree, verb, noun, "acl:relcl");
    }
}

/// "Merkel, der X Verrat vorwarf", "Ruto, den X kritisierte" with X acted upon: where the verb comes last, a bare name behind a relative pronoun that is no
/// subject is the subject. "der" is none behind a woman or behind what has the article of such nouns.
pub(in crate::extract::syntax) fn oblique_before_name(
    hints: &[TokenHint],
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    if !words.verb_final {
        return;
    }
    for word in 2..tree.nodes.len() {
        if lower[word - 1] == "," && words.relatives.contains(&lower[word]) {
            name_acts(hints, tree, (word, lower), words);
        }
    }
}

fn name_acts(
    hints: &[TokenHint],
    tree: &mut Tree,
    (word, lower): (usize, &[String]),
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let hint = |i: usize| hints.get(i).copied().unwrap_or_default();
    let form = &lower[word];
    let noun = name_head(nodes, word - 2);
    let article = own(nodes, noun, "det").map_or("", |d| lower[d].as_str());
    let feminine = || {
        let woman = hint(word - 2).feminine || hint(noun).feminine;
        let listed = words.feminine_articles.contains(article);
        woman || listed && !hint(noun).plural
    };
    let oblique = words.oblique_articles.contains(form)
        || words.feminine_oblique_articles.contains(form) && feminine();
    let name = word + 1;
    let bare = hint(name).proper_noun && !hint(name).time && !hint(name).genitive;
    let listed = lower
        .get(name)
        .is_none_or(|n| words.article_names.contains(n));
    if !oblique || !bare || listed || !is_nominal(&nodes[noun]) {
        return;
    }
    let end = name + unit_length(hints, name);
    let verb = (end..nodes.len())
        .take_while(|&k| lower[k] != ",")
        .find(|&k| nodes[k].upos == Upos::Verb && nodes[k].deprel == "acl:relcl");
    let Some(verb) = verb.filter(|&v| nodes[v].head.is_some_and(|h| h < word)) else {
        return;
    };
    let inside = |k: usize| (word..end).contains(&k);
    let acts = (0..nodes.len())
        .any(|k| !inside(k) && nodes[k].head == Some(verb) && nodes[k].relation() == "nsubj");
    if acts || own(nodes, name, "case").is_some() {
        return;
    }
    let accusative = words.accusative_articles.contains(form);
    tree.nodes[word].upos = Upos::Pron;
    attach(tree, word, verb, if accusative { "obj" } else { "iobj" });
    attach(tree, name, verb, "nsubj");
    for k in name + 1..end {
        attach(tree, k, name, "flat");
    }
    // What the name was glued to hangs on the verb.
    for k in end..verb {
        if tree.nodes[k].head.is_some_and(inside) && is_nominal(&tree.nodes[k]) {
            attach(tree, k, verb, "obj");
        }
    }
}
