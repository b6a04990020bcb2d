//! Sentences read as a noun and what is said of it: the only verb is the predicate, the noun its subject.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, is_nominal, make_predicate, name_head, own, under};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::TokenHint;
use crate::extract::syntax::words::SyntaxWords;

/// "The two sides condemned X." read as a noun and what is said of it: the only verb of a sentence, with an object of its own, is its predicate.
pub(super) fn subject_as_root(tree: &mut Tree, verb: usize) {
    let nodes = &tree.nodes;
    let Some(noun) = nodes[verb]
        .head
        .filter(|&h| h < verb && nodes[h].head.is_none())
    else {
        return;
    };
    let verbal = |n: &Node| matches!(n.upos, Upos::Verb | Upos::Aux);
    let only = || nodes.iter().filter(|n| verbal(n)).count() == 1;
    let acts = nodes[verb].upos == Upos::Verb && nodes[verb].deprel == "acl";
    let object = |n: &Node| n.head == Some(verb) && n.deprel == "obj";
    let stands = |n: &Node| n.upos == Upos::Propn && object(n);
    if !(acts && only() && is_nominal(&nodes[noun]) && nodes.iter().any(stands)) {
        return;
    }
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        let behind = k > verb || node.upos == Upos::Punct;
        if node.head == Some(noun) && behind {
            node.head = Some(verb);
        }
    }
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
    attach(tree, noun, verb, "nsubj");
}

/// "told the BBC she had asked Germany" with the BBC asking as well: who stands between a verb and the pronoun that opens what is said is spoken to.
pub(super) fn told_whom(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let speech = nodes[verb]
        .head
        .filter(|&s| s < verb && nodes[verb].relation() == "ccomp" && nodes[s].upos == Upos::Verb);
    let Some(speech) = speech else {
        return;
    };
    let mut subjects =
        (speech..verb).filter(|&k| nodes[k].head == Some(verb) && nodes[k].relation() == "nsubj");
    let (Some(first), Some(second), None) = (subjects.next(), subjects.next(), subjects.next())
    else {
        return;
    };
    let asks =
        words.relatives.contains(&lower[second]) || words.question_words.contains(&lower[second]);
    let pronoun = nodes[second].upos == Upos::Pron && !asks;
    let between = |k: usize| k == first || under(tree, k, first);
    let whole = (speech + 1..second).all(between);
    let open = own(nodes, speech, "obj").is_none() && own(nodes, speech, "iobj").is_none();
    if pronoun && whole && open && is_nominal(&nodes[first]) {
        attach(tree, first, speech, "obj");
    }
}

/// "Seoul nahm sie in Schutz", "Er drohte Budapest", "die ein Panzer beschoss" with two subjects: where the verb comes second, a pronoun that may be an object
/// right behind the verb is one, and so is a name behind a pronoun, and a relative pronoun beside a noun that acts.
pub(super) fn doubled(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    if words.second_endings.is_empty() || tree.nodes[verb].upos != Upos::Verb {
        return;
    }
    let nodes = &tree.nodes;
    let mut subjects =
        (0..nodes.len()).filter(|&k| nodes[k].head == Some(verb) && nodes[k].relation() == "nsubj");
    let (Some(first), Some(second), None) = (subjects.next(), subjects.next(), subjects.next())
    else {
        return;
    };
    let pronoun = |k: usize| nodes[k].upos == Upos::Pron;
    let either = words.either_pronouns.contains(&lower[second]) && pronoun(second);
    // "hatte sie aufgefordert"
    let helper = nodes
        .iter()
        .position(|n| n.head == Some(verb) && n.upos == Upos::Aux);
    let finite = helper.filter(|&a| a < verb).unwrap_or(verb);
    let around = first < finite && finite + 1 == second;
    let behind = around && !pronoun(first) && either;
    let named = around && pronoun(first) && nodes[second].upos == Upos::Propn;
    let relative = nodes[verb].relation() == "acl"
        && pronoun(first)
        && words.relatives.contains(&lower[first])
        && second < verb
        && is_nominal(&nodes[second]);
    let taken = own(nodes, verb, "obj").is_some();
    // "das der erweiterten Runde beitreten will"
    let dative = own(nodes, second, "det").is_some_and(|d| {
        let article = words.feminine_oblique_articles.contains(&lower[d]);
        let slanted = |a: usize| {
            let mut endings = words.oblique_adjective_endings.iter();
            nodes[a].upos == Upos::Adj && endings.any(|e| lower[a].ends_with(e.as_str()))
        };
        article && (d + 1..second).any(slanted)
    });
    if relative && dative {
        attach(tree, second, verb, "iobj");
    } else if relative && !taken {
        attach(tree, first, verb, "obj");
        tree.nodes[second].deprel = "nsubj".into();
    } else if behind || named {
        attach(tree, second, verb, if taken { "iobj" } else { "obj" });
    }
}

/// "Der Vorsitzende der Union, X, begrüßte die Erklärung" with X welcomed: where the verb comes second, an article at the head of the sentence that puts only
/// feminine nouns into another case opens the subject, if the holder of the office is no woman.
pub(in crate::extract::syntax) fn office_first(
    hints: &[TokenHint],
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let opens = lower
        .first()
        .is_some_and(|w| words.feminine_oblique_articles.contains(w));
    if !opens || nodes[0].upos != Upos::Det || !words.verb_final {
        return;
    }
    let hint = |i: usize| hints.get(i).copied().unwrap_or_default();
    let Some(name) = nodes[0].head.filter(|&n| {
        let man = nodes[n].upos == Upos::Propn && !hint(n).feminine && !hint(n).plural;
        man && n > 1 && lower[n - 1] == "," && nodes[n].relation() == "obj"
    }) else {
        return;
    };
    let office = nodes
        .get(1)
        .is_some_and(|n| n.upos == Upos::Noun && n.head == Some(name));
    let verb = nodes[name]
        .head
        .filter(|&v| office && v > name && nodes[v].upos == Upos::Verb);
    let other = verb.and_then(|v| {
        (v + 1..nodes.len()).find(|&k| nodes[k].head == Some(v) && nodes[k].deprel == "nsubj")
    });
    if let (Some(verb), Some(other)) = (verb, other) {
        attach(tree, name, verb, "nsubj");
        attach(tree, other, verb, "obj");
    }
}

/// "General X ousted President Y" read as one name: a verb between two names, alone in its sentence, is the predicate.
pub(in crate::extract::syntax) fn between_names(hints: &[TokenHint], tree: &mut Tree) {
    let hint = |i: usize| hints.get(i).copied().unwrap_or_default();
    // A name may have its title in front, which is no proper noun.
    let named = |i: usize| {
        let name = |h: &TokenHint| h.proper_noun && !h.time && h.unit == hint(i).unit;
        hint(i).unit.is_some() && hints.iter().any(name)
    };
    let nodes = &tree.nodes;
    let Some(root) = nodes.iter().position(|n| n.head.is_none()) else {
        return;
    };
    // "ousted President Y" may have been taken for Y and his title.
    let free = |v: usize| hint(v).unit.is_none() || hint(v).unit == hint(v + 1).unit;
    let glued = |v: usize| {
        let relation = matches!(nodes[v].relation(), "flat" | "compound" | "amod" | "list");
        relation && nodes[v].upos == Upos::Verb && free(v)
    };
    let mut between =
        (1..nodes.len().saturating_sub(1)).filter(|&v| glued(v) && named(v - 1) && named(v + 1));
    let Some(verb) = between.next() else {
        return;
    };
    let verbal = |n: &Node| matches!(n.upos, Upos::Verb | Upos::Aux);
    let alone = nodes.iter().filter(|n| verbal(n)).count() == 1;
    // The word of a name that the others of it hang on.
    let top = |i: usize| {
        let same = |k: usize| k != verb && hint(k).unit == hint(i).unit;
        (0..nodes.len()).find(|&k| same(k) && !nodes[k].head.is_some_and(same))
    };
    let (Some(actor), Some(object)) = (top(verb - 1), top(verb + 1)) else {
        return;
    };
    if !alone || ![actor, object].contains(&root) {
        return;
    }
    for k in (0..tree.nodes.len()).filter(|&k| k != verb) {
        let node = &mut tree.nodes[k];
        let loose = node.head.is_some_and(|h| [actor, object].contains(&h));
        if loose && hint(k).unit != hint(actor).unit && hint(k).unit != hint(object).unit {
            let behind = k > verb || node.upos == Upos::Punct;
            node.head = Some(if behind { verb } else { actor });
            if node.relation() == "nmod" {
                node.deprel = "obl".into();
            }
        }
    }
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
    attach(tree, actor, verb, "nsubj");
    attach(tree, object, verb, "obj");
}

/// "Army officers deposed President X" read as one name: a verb between a noun and the name it describes, alone in its sentence, is the predicate.
pub(super) fn verb_in_name(tree: &mut Tree, verb: usize) {
    let nodes = &tree.nodes;
    let inside = nodes[verb].upos == Upos::Verb && nodes[verb].deprel == "flat";
    let Some(name) = nodes[verb]
        .head
        .filter(|&h| inside && h > verb && nodes[h].head.is_none())
    else {
        return;
    };
    let noun = verb.checked_sub(1).filter(|&n| {
        let describes = matches!(nodes[n].deprel.as_str(), "nmod:desc" | "compound" | "flat");
        nodes[n].upos == Upos::Noun && nodes[n].head == Some(name) && describes
    });
    let verbal = |n: &Node| matches!(n.upos, Upos::Verb | Upos::Aux) && !super::is_infinitive(n);
    let only = || nodes.iter().filter(|n| verbal(n)).count() == 1;
    let Some(noun) = noun.filter(|_| only()) else {
        return;
    };
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        let behind = k > name && matches!(node.relation(), "punct" | "obl" | "advmod" | "advcl");
        if node.head == Some(name) && behind {
            node.head = Some(verb);
        } else if node.head == Some(name) && k < noun {
            node.head = Some(noun);
        }
    }
    tree.nodes[verb].head = None;
    tree.nodes[verb].deprel = "root".into();
    attach(tree, noun, verb, "nsubj");
    attach(tree, name, verb, "obj");
}

/// "Chile's premier, X, responded by …" read as what is said of X: behind the comma that closes an apposition the only finite verb is the predicate.
pub(super) fn apposed_subject(tree: &mut Tree, verb: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let comma = |k: usize| lower.get(k).is_some_and(|w| w == ",");
    let behind = verb > 1 && comma(verb - 1) && (0..verb - 1).any(comma);
    if !behind {
        return;
    }
    let noun = (0..verb).find(|&k| nodes[k].head == Some(verb) && nodes[k].deprel == "nsubj");
    // "Peter Behring, der Bankier, gewann" with the banker as the subject: the noun between commas describes the name.
    let doubled = noun.filter(|&n| nodes[n].upos == Upos::Noun && nodes[verb].deprel == "ccomp");
    if let Some(noun) = doubled {
        return named_subject(tree, (noun, verb), lower);
    }
    let acts = nodes[verb].upos == Upos::Verb && nodes[verb].deprel == "acl";
    let Some(name) = nodes[verb]
        .head
        .filter(|&h| acts && nodes[h].head.is_none())
    else {
        return;
    };
    let finite = |k: usize| nodes[k].tag.contains("-Fin") || nodes[k].upos == Upos::Aux;
    let other = (0..nodes.len()).any(|k| k != verb && finite(k));
    let carries =
        |n: &Node| n.head == Some(verb) && matches!(n.deprel.as_str(), "obj" | "advcl" | "xcomp");
    if name > verb || other || !nodes.iter().any(carries) {
        return;
    }
    make_predicate(tree, verb, name);
}

/// A name at the head of the sentence, a noun between commas, a verb: the noun describes the name, which acts.
pub(super) fn named_subject(tree: &mut Tree, (noun, verb): (usize, usize), lower: &[String]) {
    let nodes = &tree.nodes;
    let name = nodes[verb]
        .head
        .filter(|&h| nodes[h].head.is_none() && nodes[h].upos == Upos::Propn && h < noun);
    let first = (0..noun)
        .find(|&k| nodes[k].head == Some(noun))
        .unwrap_or(noun);
    let Some(name) = name.filter(|_| first > 0 && lower[first - 1] == ",") else {
        return;
    };
    let named = (name + 1..first - 1).all(|k| nodes[k].deprel == "flat");
    if !named {
        return;
    }
    make_predicate(tree, verb, name);
    attach(tree, noun, name, "appos");
}

/// "X, der Chef der Rebellen, drohte Y" with the chief as a second subject: a noun phrase between commas right behind the subject describes it.
pub(super) fn between_commas(tree: &mut Tree, noun: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let Some(verb) = nodes[noun].head.filter(|&v| {
        let subject = nodes[noun].upos == Upos::Noun && nodes[noun].deprel == "nsubj";
        subject && v > noun + 1
    }) else {
        return;
    };
    let first = (0..noun)
        .find(|&k| nodes[k].head == Some(noun))
        .unwrap_or(noun);
    let comma = |k: usize| lower.get(k).is_some_and(|w| w == ",");
    let Some(mut name) = first.checked_sub(2).filter(|_| comma(first - 1)) else {
        return;
    };
    name = name_head(nodes, name);
    let beside = nodes[name].head == Some(verb)
        && nodes[name].upos == Upos::Propn
        && nodes[name].deprel == "nsubj";
    let helper = |k: usize| nodes[k].head == Some(verb) && nodes[k].upos == Upos::Aux;
    let opens = (noun + 1..verb).rev().find(|&k| !helper(k));
    if beside && opens.is_some_and(comma) {
        attach(tree, noun, name, "appos");
    }
}

/// "praised X, the lawyer who sued Y" with the lawyer as another part of the praise: a noun with its article right behind a comma and the object's name describes it,
/// if a clause tells more of the noun.
pub(super) fn apposed_object(tree: &mut Tree, noun: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let part = matches!(nodes[noun].relation(), "obl" | "obj" | "conj");
    let told = nodes
        .iter()
        .any(|n| n.head == Some(noun) && n.deprel == "acl:relcl");
    let article = own(nodes, noun, "det").filter(|&d| d < noun && d > 1 && lower[d - 1] == ",");
    let Some(article) = article.filter(|_| part && told && nodes[noun].upos == Upos::Noun) else {
        return;
    };
    let bare = ["case", "cc"].iter().all(|r| own(nodes, noun, r).is_none());
    let name = name_head(nodes, article - 2);
    let beside = nodes[name].head == nodes[noun].head || nodes[noun].head == Some(name);
    let object = nodes[name].deprel == "obj" && nodes[name].upos == Upos::Propn;
    if bare && beside && object {
        attach(tree, noun, name, "appos");
    }
}

/// "anklagade en talesman, X, Y" with X and Y as what is acted upon: a name between commas right behind the subject is the subject's, the one behind it the object.
pub(super) fn name_between_commas(
    tree: &mut Tree,
    name: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let part = matches!(nodes[name].deprel.as_str(), "obj" | "nsubj");
    let named = nodes[name].upos == Upos::Propn && part;
    let Some(verb) = nodes[name]
        .head
        .filter(|&v| named && v < name && !words.second_endings.is_empty())
    else {
        return;
    };
    // "uppmanar biskopen, X, Y att" with the bishop as a title of X.
    let title = nodes[..name].iter().enumerate().position(|(k, n)| {
        let office = n.upos == Upos::Noun && n.head == Some(name) && n.deprel == "flat";
        office && k > verb && nodes[name].deprel == "nsubj"
    });
    let subject = (verb + 1..name).find(|&k| {
        let acts = nodes[k].head == Some(verb) && nodes[k].relation() == "nsubj";
        acts && nodes[k].upos == Upos::Noun
    });
    let subject = subject.or(title);
    let inside = |k: &usize| nodes[*k].deprel == "flat" && nodes[*k].head == Some(name);
    let end = name + 1 + (name + 1..nodes.len()).take_while(inside).count();
    let comma = |k: usize| lower.get(k).is_some_and(|w| w == ",");
    let other = (end + 1..nodes.len()).find(|&k| {
        let joined = nodes[k].head == Some(name) && nodes[k].deprel == "conj";
        let bare = !nodes.iter().any(|n| n.head == Some(k) && n.deprel == "cc");
        joined && bare
    });
    if let (Some(subject), Some(other)) = (subject, other)
        && comma(name - 1)
        && comma(end)
    {
        attach(tree, subject, verb, "nsubj");
        attach(tree, name, subject, "appos");
        attach(tree, other, verb, "obj");
    }
}

/// "Donald Trumps Grenzbeauftragter X riet …" with Trump advising: behind a name in the genitive and a noun the name that follows acts.
pub(super) fn owner_in_front(tree: &mut Tree, owner: usize) {
    let nodes = &tree.nodes;
    let genitive = nodes[owner].upos == Upos::Propn && nodes[owner].tag.ends_with("Gen");
    if !genitive || nodes[owner].relation() != "nsubj" {
        return;
    }
    let noun = (owner + 1..nodes.len()).find(|&k| {
        let beside = nodes[k].head == Some(owner) && nodes[k].deprel == "appos";
        beside && (owner + 1..k).all(|b| nodes[b].deprel == "flat")
    });
    let Some(noun) = noun else {
        return;
    };
    let name = noun + 1;
    let named = nodes
        .get(name)
        .is_some_and(|n| n.head == Some(noun) && n.deprel == "flat" && n.upos == Upos::Propn);
    let Some(verb) = nodes[owner].head.filter(|_| named) else {
        return;
    };
    attach(tree, name, verb, "nsubj");
    attach(tree, noun, name, "flat");
    attach(tree, owner, name, "nmod:poss");
}

/// "Offiziere stürzten den Präsidenten X" with X as the subject: of a verb in the plural a single name behind it is no subject, and the noun at the head of the
/// sentence is.
pub(super) fn plural_in_front(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let plural = |e: &String| lower[verb].ends_with(e.as_str());
    let second = verb == 1 && nodes[1].upos == Upos::Verb && words.verb_final;
    if !second || !words.plural_verb_endings.iter().any(plural) {
        return;
    }
    let subjects: Vec<usize> = (0..nodes.len())
        .filter(|&k| nodes[k].head == Some(verb) && nodes[k].relation() == "nsubj")
        .collect();
    let [name] = subjects[..] else {
        return;
    };
    let joined = nodes
        .iter()
        .any(|n| n.head == Some(name) && matches!(n.relation(), "conj" | "cc"));
    let loose = matches!(nodes[0].upos, Upos::Adv | Upos::Noun | Upos::Propn)
        && nodes[0].head == Some(verb)
        && matches!(nodes[0].relation(), "advmod" | "obl" | "obj" | "dep")
        && words.is_content(&lower[0]);
    let alone = nodes[name].upos == Upos::Propn && name > verb && !joined;
    if loose && alone && !words.article_names.contains(&lower[name]) {
        tree.nodes[0].upos = Upos::Noun;
        attach(tree, 0, verb, "nsubj");
        attach(tree, name, verb, "obj");
    }
}

/// "ringde X Karremans sin kollega Y" with X owning the colleague: a name before a reflexive possessive owns nothing, and where no other acts it is the subject.
pub(in crate::extract::syntax) fn before_own(
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    for (word, form) in lower.iter().enumerate().take(tree.nodes.len()).skip(1) {
        if words.reflexive_owners.contains(form) {
            reflexive(tree, word);
        }
    }
}

fn reflexive(tree: &mut Tree, word: usize) {
    let nodes = &tree.nodes;
    let name = name_head(nodes, word - 1);
    let owns = nodes[name].upos == Upos::Propn && nodes[name].relation() == "nmod";
    let Some(noun) = nodes[name].head.filter(|&n| owns && n > word) else {
        return;
    };
    let Some(verb) = nodes[noun]
        .head
        .filter(|&v| v < name && nodes[v].upos == Upos::Verb)
    else {
        return;
    };
    let subject =
        (0..nodes.len()).find(|&k| nodes[k].head == Some(verb) && nodes[k].relation() == "nsubj");
    if subject.is_none_or(|s| s == noun) {
        attach(tree, name, verb, "nsubj");
        attach(tree, noun, verb, "obj");
    }
}
