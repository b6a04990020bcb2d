//! Clauses and verbs that the parser left loose: a condition as the sentence, a subject as the sentence, a verb as an attribute, a particle as a mark.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, is_nominal, make_predicate, own};
use crate::base::analysis::{Node, Tree, Upos};
use crate::extract::syntax::TokenHint;
use crate::extract::syntax::words::SyntaxWords;

/// Start of the tags of finite verbs.
const FINITE: &str = "VERB-Fin";

/// "X erwartet, dass Y liefert" with the delivery joined to the expectation: what such a word opens is the content of the verb before it.
pub(super) fn content(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if !matches!(nodes[verb].deprel.as_str(), "advcl" | "conj") {
        return;
    }
    let whole = |h: usize| own(nodes, h, "obj").is_none() && own(nodes, verb, "nsubj").is_some();
    let loose = nodes[verb].deprel == "advcl" && nodes[verb].head.is_some_and(whole);
    let joined = loose || nodes[verb].deprel == "conj" && own(nodes, verb, "cc").is_none();
    let alone = |h: usize| nodes[h].upos == Upos::Aux && nodes[h].head.is_none();
    let above = nodes[verb]
        .head
        .filter(|&h| h < verb && (nodes[h].upos == Upos::Verb || alone(h)));
    let mark = own(nodes, verb, "mark").filter(|&m| m < verb);
    let opened = mark.is_some_and(|m| words.complementizers.contains(&lower[m]));
    if joined && above.is_some() && opened {
        tree.nodes[verb].deprel = "ccomp".into();
    }
}

/// "arrested the envoy after he had insulted X" as what was arrested: what such a word opens further on tells when or why.
pub(super) fn circumstance(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let above = nodes[verb]
        .head
        .filter(|&h| nodes[verb].deprel == "ccomp" && h < verb);
    let mark = above.and_then(|_| own(nodes, verb, "mark"));
    let opens = |m: usize| {
        words.subordinators.contains(&lower[m]) && !words.complementizers.contains(&lower[m])
    };
    if let (Some(above), Some(mark)) = (above, mark)
        && opens(mark)
        && mark > above + 1
    {
        tree.nodes[verb].deprel = "advcl".into();
    }
}

/// "har försökt gripa X" with the arrest as a clause of its own: an infinitive right behind its verb, without a subject or a mark, has the verb's subject.
pub(super) fn bare_infinitive(tree: &mut Tree, verb: usize) {
    let nodes = &tree.nodes;
    let bare = ["nsubj", "mark"]
        .iter()
        .all(|r| own(nodes, verb, r).is_none());
    let infinitive = super::is_infinitive(&nodes[verb]);
    let above = nodes[verb]
        .head
        .filter(|&h| h + 1 == verb && nodes[h].upos == Upos::Verb);
    if infinitive && bare && above.is_some() && nodes[verb].deprel == "ccomp" {
        tree.nodes[verb].deprel = "xcomp".into();
    }
}

/// "Chad handed back a pilot held since May" with "back" opening the holding: right behind a verb the word is its particle, the noun its object, and the
/// participle describes the noun.
pub(super) fn particle(tree: &mut Tree, word: usize) {
    let nodes = &tree.nodes;
    let (Some(verb), Some(inner)) = (word.checked_sub(1), nodes[word].head) else {
        return;
    };
    let mark = nodes[word].deprel == "mark" && nodes[word].upos == Upos::Adp;
    let below = nodes[inner].head == Some(verb) && nodes[inner].relation() == "advcl";
    if !mark || !below {
        return;
    }
    let finite = nodes[verb].upos == Upos::Verb && nodes[verb].tag.starts_with(FINITE);
    let noun = own(nodes, inner, "nsubj").filter(|&n| n > word && n + 1 == inner);
    let bare = own(nodes, inner, "aux").is_none() && own(nodes, inner, "obj").is_none();
    let open = own(nodes, verb, "obj").is_none();
    if let Some(noun) = noun.filter(|_| finite && bare && open) {
        attach(tree, word, verb, "compound:prt");
        attach(tree, noun, verb, "obj");
        attach(tree, inner, noun, "acl");
    }
}

/// "talades vid på onsdagen" with both prepositions at the day: of two before a time expression, the one right behind a verb is its particle.
pub(in crate::extract::syntax) fn particle_before_time(hints: &[TokenHint], tree: &mut Tree) {
    let time = |i: usize| hints.get(i).is_some_and(|h| h.time);
    for word in 1..tree.nodes.len() {
        let nodes = &tree.nodes;
        let opens = |i: usize| {
            let node = nodes.get(i)?;
            (node.upos == Upos::Adp && node.relation() == "case").then_some(node.head?)
        };
        let Some(head) = opens(word).filter(|&h| time(h)) else {
            continue;
        };
        let verb = word - 1;
        let beside = opens(word + 1) == Some(head);
        let behind = nodes[verb].upos == Upos::Verb && nodes[head].head == Some(verb);
        if behind && beside && !time(word) {
            attach(tree, word, verb, "compound:prt");
        }
    }
}

/// "Kroatien will eine Entschuldigung" with the helper as a part of the name: one with an object and no verb to help is the predicate.
pub(super) fn helper_alone(tree: &mut Tree, helper: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let root = nodes[helper]
        .head
        .filter(|&h| h < helper && nodes[h].head.is_none());
    let helps = nodes[helper].upos == Upos::Aux && words.finite_helpers.contains(&lower[helper]);
    let stray = matches!(nodes[helper].relation(), "flat" | "dep" | "parataxis");
    if !helps || !stray {
        return;
    }
    let alone = !nodes.iter().any(|n| n.upos == Upos::Verb);
    let named = root.is_some_and(|r| is_nominal(&nodes[r]));
    let object = own(nodes, helper, "obj").is_some();
    if let Some(root) = root.filter(|_| alone && named && object) {
        tree.nodes[helper].upos = Upos::Verb;
        make_predicate(tree, helper, root);
    }
}

/// "Der Minister aß mit X zu Mittag" with the minister as the sentence: a finite verb without a subject right behind the noun is its predicate.
pub(super) fn subject_before(tree: &mut Tree, verb: usize) {
    let nodes = &tree.nodes;
    let root = nodes[verb]
        .head
        .filter(|&h| h < verb && nodes[h].head.is_none() && is_nominal(&nodes[h]));
    let loose = nodes[verb].upos == Upos::Verb && nodes[verb].relation() == "parataxis";
    let finite =
        loose && nodes[verb].tag.starts_with(FINITE) && own(nodes, verb, "nsubj").is_none();
    let part = |r: usize, k: usize| nodes[k].head == Some(r) && nodes[k].relation() == "flat";
    let helps = |k: usize| !is_nominal(&nodes[k]) && super::under(tree, k, verb);
    let inside = |r: usize| (r + 1..verb).all(|k| part(r, k) || helps(k));
    let Some(root) = root.filter(|&r| finite && inside(r)) else {
        return;
    };
    for k in verb + 1..tree.nodes.len() {
        let opened = own(&tree.nodes, k, "case").is_some();
        let node = &mut tree.nodes[k];
        if node.head == Some(verb) && node.deprel == "dep" && opened {
            node.deprel = "obl".into();
        }
    }
    make_predicate(tree, verb, root);
}

/// "X's plan to attack Y surprised many" with the surprise as what the plan is for: a finite verb without a mark that hangs on the noun of the sentence, behind
/// the noun's infinitive, is its predicate.
pub(super) fn behind_plan(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let loose = nodes[verb].upos == Upos::Verb && nodes[verb].relation() == "xcomp";
    let noun = nodes[verb]
        .head
        .filter(|&h| loose && h < verb && is_nominal(&nodes[h]));
    // The infinitive may have been taken for the verb's governor.
    let infinitive = nodes[verb]
        .head
        .filter(|&h| loose && h < verb && super::is_infinitive(&nodes[h]));
    let noun = noun.or(infinitive.and_then(|i| nodes[i].head));
    let noun = noun.filter(|&n| n < verb && nodes[n].head.is_none() && is_nominal(&nodes[n]));
    let finite = nodes[verb].tag.starts_with(FINITE) || words.is_past(&lower[verb]);
    let bare = ["mark", "nsubj", "aux"]
        .iter()
        .all(|r| own(nodes, verb, r).is_none());
    let inner = |h: usize| {
        (h + 1..verb).any(|k| nodes[k].head == Some(h) && super::is_infinitive(&nodes[k]))
    };
    if let Some(noun) = noun.filter(|&h| finite && bare && inner(h)) {
        make_predicate(tree, verb, noun);
        for k in noun + 1..verb {
            let node = &mut tree.nodes[k];
            if node.head == Some(verb) && node.upos == Upos::Verb {
                node.head = Some(noun);
                node.deprel = "acl".into();
            }
        }
    }
}

/// "Att X kritiserade Y förvånade många" with the criticism helping the surprise: a verb with a mark and a subject of its own helps no other one.
pub(super) fn verb_as_helper(tree: &mut Tree, verb: usize) {
    let nodes = &tree.nodes;
    let helps = nodes[verb].upos == Upos::Verb && nodes[verb].relation() == "aux";
    let clause = || own(nodes, verb, "mark").is_some() && own(nodes, verb, "nsubj").is_some();
    if helps && clause() {
        tree.nodes[verb].deprel = "csubj".into();
    }
}

/// "Latvia said Georgia deserved respect" with deserved respect as what was said: a past form between a name and a bare noun that a verb of saying has for
/// its content is the verb of that content.
pub(super) fn said_verb(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(noun) = nodes[verb].head.filter(|&n| n > verb) else {
        return;
    };
    let form = matches!(nodes[verb].relation(), "amod" | "compound") && words.is_past(&lower[verb]);
    let saying = nodes[noun].head.filter(|&s| {
        let content = matches!(nodes[noun].relation(), "ccomp" | "obj");
        s < verb && content && words.saying_forms.contains(&lower[s])
    });
    let Some(saying) = saying.filter(|_| form) else {
        return;
    };
    let name = (saying + 1..verb).rev().find(|&k| {
        nodes[k].head == Some(noun) && nodes[k].upos == Upos::Propn && nodes[k].deprel != "flat"
    });
    let name = name.filter(|&n| {
        let mut between = n + 1..verb;
        between.all(|k| nodes[k].head == Some(n)) && own(nodes, n, "case").is_none()
    });
    let Some(name) = name else {
        return;
    };
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        if node.head == Some(noun) && k < name {
            node.head = Some(name);
        }
    }
    tree.nodes[verb].upos = Upos::Verb;
    attach(tree, verb, saying, "ccomp");
    attach(tree, name, verb, "nsubj");
    attach(tree, noun, verb, "obj");
}

/// "Should X keep it shut, Y will respond" with the keeping as the sentence: a clause that opens with its helper, with no question mark at its end, is the
/// condition of the one behind the comma.
pub(super) fn condition(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(root) = nodes.iter().position(|n| n.head.is_none()) else {
        return;
    };
    let Some(first) = lower
        .first()
        .filter(|f| words.condition_openers.contains(f))
    else {
        return;
    };
    let opens = !first.is_empty() && nodes[0].head == Some(root) && nodes[0].relation() == "aux";
    let subject = own(nodes, root, "nsubj").is_some_and(|s| s < root);
    let asks = lower.iter().any(|w| w == "?");
    let main = (root + 1..nodes.len()).find(|&k| {
        let clause = matches!(nodes[k].relation(), "parataxis" | "conj" | "ccomp");
        nodes[k].head == Some(root) && clause && own(nodes, k, "cc").is_none()
    });
    let Some(main) = main.filter(|_| opens && subject && !asks) else {
        return;
    };
    hang_below(tree, root, main, lower);
}

/// Makes the clause behind the comma the sentence and what was the sentence a clause below it, if the clause has a subject of its own behind the comma.
fn hang_below(tree: &mut Tree, root: usize, main: usize, lower: &[String]) -> bool {
    let comma = (root + 1..main).find(|&k| lower[k] == ",");
    let subject = own(&tree.nodes, main, "nsubj");
    let Some(comma) = comma.filter(|c| subject.is_some_and(|s| *c < s)) else {
        return false;
    };
    for (k, node) in tree.nodes.iter_mut().enumerate() {
        if node.head == Some(root) && k >= comma && k != main {
            node.head = Some(main);
        }
    }
    tree.nodes[main].head = None;
    tree.nodes[main].deprel = "root".into();
    attach(tree, root, main, "advcl");
    true
}

/// "Having criticised X, Y fell silent" with the criticism as the sentence: a clause that opens with such a word is what the subject behind the comma had done.
pub(super) fn perfect_opening(tree: &mut Tree, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let opens = lower
        .first()
        .is_some_and(|w| words.perfect_openers.contains(w));
    let Some(mut root) = nodes.iter().position(|n| opens && n.head.is_none()) else {
        return;
    };
    // "Having" as the sentence and the participle below it.
    let below = own(nodes, 0, "xcomp").filter(|&v| root == 0 && nodes[v].upos == Upos::Verb);
    if let Some(verb) = below {
        make_predicate(tree, verb, 0);
        attach(tree, 0, verb, "aux");
        root = verb;
    }
    let nodes = &tree.nodes;
    let behind = root > 0 && root < 4 && nodes[root].upos == Upos::Verb;
    let main = (root + 1..nodes.len()).find(|&k| {
        let clause = matches!(nodes[k].relation(), "parataxis" | "conj" | "ccomp");
        behind && nodes[k].head == Some(root) && clause && own(nodes, k, "cc").is_none()
    });
    if main.is_some_and(|main| hang_below(tree, root, main, lower)) {
        // What it opens is no finite form, whatever it looks like.
        tree.nodes[root].tag = tree.nodes[0].tag;
        tree.nodes[0].upos = Upos::Aux;
        attach(tree, 0, root, "aux");
    }
}

/// "Speaking after talks with X, Y said …" with the speaking as the subject: before a comma and a subject of its own the clause tells how.
pub(super) fn fronted(tree: &mut Tree, verb: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let clause = nodes[verb].upos == Upos::Verb && nodes[verb].relation() == "csubj";
    let Some(main) = nodes[verb].head.filter(|&m| clause && m > verb) else {
        return;
    };
    let comma = (verb + 1..main).rev().find(|&k| lower[k] == ",");
    let subject = own(nodes, main, "nsubj");
    if comma.is_some_and(|c| subject.is_some_and(|s| s > c)) {
        tree.nodes[verb].deprel = "advcl".into();
    }
}

/// "X, in Riyadh for talks, met Y" with Riyadh beside X: what a preposition opens is in no list with a name that none opens.
pub(super) fn phrase_in_list(tree: &mut Tree, name: usize) {
    let nodes = &tree.nodes;
    let joined = nodes[name].deprel == "conj" && is_nominal(&nodes[name]);
    let Some(first) = nodes[name].head.filter(|&f| joined && f < name) else {
        return;
    };
    let opened = |k: usize| own(nodes, k, "case").is_some_and(|c| c < k);
    let between = |k: &usize| first < *k && *k < name;
    let case = own(nodes, name, "case").filter(between);
    let bare = is_nominal(&nodes[first]) && !opened(first) && own(nodes, name, "cc").is_none();
    if bare && case.is_some() {
        tree.nodes[name].deprel = "nmod".into();
    }
}

/// "Auch Kenia bedrohte er", "Uganda kritiserade han": where the verb comes second, a pronoun that can be nothing but a subject behind it makes an object of
/// the name before it.
pub(in crate::extract::syntax) fn nominatives(
    tree: &mut Tree,
    lower: &[String],
    words: &SyntaxWords,
) {
    if words.second_endings.is_empty() {
        return;
    }
    let words_behind = lower.iter().enumerate().take(tree.nodes.len()).skip(2);
    for (pronoun, _) in words_behind.filter(|(_, w)| words.nominatives.contains(w)) {
        nominative(tree, pronoun);
    }
}

fn nominative(tree: &mut Tree, pronoun: usize) {
    let nodes = &tree.nodes;
    let Some(verb) = nodes[pronoun].head.filter(|&v| nodes[v].upos == Upos::Verb) else {
        return;
    };
    let finite = |k: usize| k == verb || nodes[k].head == Some(verb) && nodes[k].upos == Upos::Aux;
    let behind = pronoun > 0 && finite(pronoun - 1);
    let front = (0..pronoun).find(|&k| {
        let acts = nodes[k].head == Some(verb) && nodes[k].deprel == "nsubj";
        acts && is_nominal(&nodes[k]) && k + 1 < pronoun
    });
    let role = matches!(nodes[pronoun].relation(), "nsubj" | "obj" | "iobj");
    if let Some(front) = front.filter(|_| behind && role) {
        let taken = own(nodes, verb, "obj").is_some_and(|o| o != pronoun);
        attach(tree, pronoun, verb, "nsubj");
        attach(tree, front, verb, if taken { "iobj" } else { "obj" });
    }
}

/// "samtal mellan Kenyas och Ugandas ministrar lovade X hjälp" with the ministers promising: a noun right behind a pair of genitives is theirs.
pub(super) fn owned_pair(tree: &mut Tree, noun: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if words.second_endings.is_empty() || noun < 3 || nodes[noun].upos != Upos::Noun {
        return;
    }
    let second = noun - 1;
    let genitive = |k: usize| nodes[k].upos == Upos::Propn && nodes[k].tag.contains("-Gen");
    let pair = nodes[second].deprel == "conj" && genitive(second);
    let Some(first) = nodes[second]
        .head
        .filter(|&f| pair && f < second && genitive(f))
    else {
        return;
    };
    let loose = matches!(nodes[noun].relation(), "nsubj" | "obj") && nodes[noun].head > Some(noun);
    let case = own(nodes, first, "case").filter(|&c| c < first && loose);
    if let Some(case) = case {
        let Node { head, deprel, .. } = nodes[first];
        tree.nodes[noun].head = head;
        tree.nodes[noun].deprel = deprel;
        attach(tree, case, noun, "case");
        attach(tree, first, noun, "nmod:poss");
    }
}

/// "sagte Olaf Scholz Hilfe zu" with the help saying: of a name and a bare noun behind a verb with a particle the name acts.
pub(super) fn promised_by(tree: &mut Tree, verb: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let name = verb + 1;
    let acts = words.verb_final
        && nodes[verb].upos == Upos::Verb
        && own(nodes, verb, "compound").is_some();
    if !acts {
        return;
    }
    let given = nodes.get(name).is_some_and(|n| {
        n.upos == Upos::Propn && n.head == Some(verb) && matches!(n.relation(), "iobj" | "obj")
    });
    let noun = own(nodes, verb, "nsubj").filter(|&n| n > name && nodes[n].upos == Upos::Noun);
    let bare = |n: usize| own(nodes, n, "det").is_none() && own(nodes, n, "case").is_none();
    if given && let Some(noun) = noun.filter(|&n| bare(n)) {
        attach(tree, name, verb, "nsubj");
        attach(tree, noun, verb, "obj");
    }
}

/// "Trumps Drohung" with Trump in no relation: a name in the genitive right before its noun owns it.
pub(super) fn loose_owner(tree: &mut Tree, name: usize) {
    let node = &tree.nodes[name];
    let loose = node.upos == Upos::Propn && node.deprel == "dep" && node.tag.ends_with("Gen");
    let before = |h: usize| h == name + 1 && tree.nodes[h].upos == Upos::Noun;
    if loose && node.head.is_some_and(before) {
        tree.nodes[name].deprel = "nmod".into();
    }
}

/// "knocked out a radar", "kastade ut soldaterna" with the radar as a circumstance: right behind a verb without an object such a word is its particle, unless
/// another preposition or a name follows it. Behind some verbs it is one before a name as well ("handed over X").
pub(super) fn particle_as_case(
    tree: &mut Tree,
    word: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let (Some(verb), Some(noun)) = (word.checked_sub(1), nodes[word].head) else {
        return;
    };
    let bound = words.particle_verbs.get(&lower[word]);
    let bound = bound.is_some_and(|verbs| verbs.contains(&lower[verb]));
    let listed = (bound || words.particles.contains(&lower[word])) && nodes[word].upos == Upos::Adp;
    let opens = nodes[word].relation() == "case" && noun > word && nodes[noun].head == Some(verb);
    if !listed || !opens {
        return;
    }
    let acts = nodes[verb].upos == Upos::Verb
        && !nodes[verb].tag.contains("-S")
        && own(nodes, verb, "obj").is_none()
        && !nodes
            .iter()
            .any(|n| n.head == Some(verb) && n.deprel == "aux:pass");
    let kind = nodes[noun].upos == Upos::Noun || bound && is_nominal(&nodes[noun]);
    let common = kind && nodes[noun].relation() == "obl";
    let preposition = nodes.get(word + 1).is_some_and(|n| n.upos == Upos::Adp);
    if acts && common && !preposition {
        attach(tree, word, verb, "compound:prt");
        attach(tree, noun, verb, "obj");
        for node in &mut tree.nodes {
            if node.head == Some(verb) && node.deprel == "nsubj:pass" {
                node.deprel = "nsubj".into();
            }
        }
    }
}

/// "für den Tod russischer Soldaten" with the soldiers at the verb: where the verb comes last, a bare noun phrase right behind a noun that a preposition opens
/// is its genitive.
pub(super) fn bare_genitive(tree: &mut Tree, noun: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let bare = words.verb_final
        && nodes[noun].upos == Upos::Noun
        && nodes[noun].deprel == "obl"
        && own(nodes, noun, "case").is_none();
    if !bare {
        return;
    }
    let first = (0..noun)
        .find(|&k| nodes[k].head == Some(noun))
        .unwrap_or(noun);
    let described = first + 1 == noun && nodes[first].relation() == "amod";
    let Some(owned) = first.checked_sub(1).filter(|_| described) else {
        return;
    };
    let opened = nodes[owned].upos == Upos::Noun
        && nodes[owned].head == nodes[noun].head
        && own(nodes, owned, "case").is_some();
    if opened {
        attach(tree, noun, owned, "nmod");
    }
}

/// "bestellte den Botschafter ein und forderte …" with "ein" as an article: before a conjunction or the end of the clause it is what the verb is parted from.
pub(super) fn prefix_as_article(
    tree: &mut Tree,
    word: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let article = nodes[word].upos == Upos::Det && words.separable_prefixes.contains(&lower[word]);
    let ends = nodes
        .get(word + 1)
        .is_none_or(|n| matches!(n.upos, Upos::Cconj | Upos::Punct));
    if !article || !ends {
        return;
    }
    let verb = (0..word)
        .rev()
        .find(|&k| nodes[k].upos == Upos::Verb && nodes[k].tag.starts_with(FINITE));
    let Some(verb) = verb.filter(|&v| own(nodes, v, "compound").is_none()) else {
        return;
    };
    tree.nodes[word].upos = Upos::Adp;
    attach(tree, word, verb, "compound:prt");
}

/// "lieferte X nicht an Y aus" with "not X": a negation behind a name is the verb's.
pub(super) fn negated_name(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if !words.verb_final || !words.negations.contains(&lower[word]) {
        return;
    }
    let name = nodes[word]
        .head
        .filter(|&h| h < word && nodes[h].upos == Upos::Propn);
    let verb = name.and_then(|n| nodes[n].head).filter(|&v| {
        let part = name.is_some_and(|n| matches!(nodes[n].relation(), "obj" | "iobj" | "obl"));
        part && nodes[v].upos == Upos::Verb
    });
    if let Some(verb) = verb {
        attach(tree, word, verb, "advmod");
    }
}

/// "defended the trip: Kenya is a friend" with Kenya as a second object: what stands behind a colon is no object of the verb before it.
pub(in crate::extract::syntax) fn behind_colon(tree: &mut Tree, lower: &[String]) {
    if lower.iter().any(|w| w == ":") {
        for name in 0..tree.nodes.len().min(lower.len()) {
            apart_by_colon(tree, name, lower);
        }
    }
}

fn apart_by_colon(tree: &mut Tree, name: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let object = matches!(nodes[name].deprel.as_str(), "obj" | "iobj");
    let Some(verb) = nodes[name].head.filter(|&v| object && v < name) else {
        return;
    };
    let Some(colon) = (verb + 1..name).find(|&k| lower[k] == ":") else {
        return;
    };
    let before = |k: usize| nodes[k].head == Some(verb) && nodes[k].deprel == "obj";
    if (verb + 1..colon).any(before) {
        tree.nodes[name].deprel = "parataxis".into();
    }
}

/// "varnade X för \"allvarliga följder\"" with "för" as the verb's particle: behind an object and before a quotation it opens the noun that follows.
pub(super) fn before_quotation(tree: &mut Tree, word: usize, lower: &[String]) {
    let nodes = &tree.nodes;
    let particle = nodes[word].deprel == "compound:prt";
    let quoted = lower
        .get(word + 1)
        .is_some_and(|w| matches!(w.as_str(), "\"" | "“" | "”" | "„" | "»" | "«" | "``"));
    let Some(verb) = nodes[word]
        .head
        .filter(|&v| particle && quoted && v + 1 < word)
    else {
        return;
    };
    let noun = (word + 2..nodes.len()).find(|&k| {
        let part = matches!(nodes[k].relation(), "obj" | "iobj" | "xcomp");
        nodes[k].head == Some(verb) && part && is_nominal(&nodes[k])
    });
    let object = (verb + 1..word).any(|k| nodes[k].head == Some(verb) && is_nominal(&nodes[k]));
    if let Some(noun) = noun.filter(|_| object) {
        tree.nodes[word].upos = Upos::Adp;
        attach(tree, word, noun, "case");
        tree.nodes[noun].deprel = "obl".into();
    }
}
