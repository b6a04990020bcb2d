//! What a verb acts upon: first objects that are bare names, phrases that are none, names glued to others.
//!
//! In: a tree, its tokens in small letters. Out: the same tree. Invariants and limits as in [`super`].

use super::{attach, is_nominal, own, ups};
use crate::base::analysis::{Tree, Upos};
use crate::extract::syntax::passive::INFINITIVE;
use crate::extract::syntax::words::SyntaxWords;

/// "grants Norway access", "gewährt Norwegen Zugang", "beviljar Norge tillträde": a bare name right behind the verb, before the noun that is given, is who
/// gets it. English shows it by the verb alone.
pub(super) fn first_object(tree: &mut Tree, verb: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let name = verb + 1;
    let named = nodes.get(name).is_some_and(|n| n.upos == Upos::Propn);
    if nodes[verb].upos != Upos::Verb || !named || own(nodes, name, "case").is_some() {
        return;
    }
    let object = own(nodes, verb, "obj").filter(|&o| o != name);
    let object = object.or_else(|| {
        let mut objects = (name + 1..nodes.len())
            .filter(|&k| nodes[k].head == Some(verb) && nodes[k].deprel == "obj");
        objects.next()
    });
    let Some(object) = object.filter(|&o| o > name && nodes[o].upos == Upos::Noun) else {
        return;
    };
    let inside = |k: usize| nodes[k].head == Some(name) && nodes[k].deprel == "flat";
    let beside = (name + 1..object).all(inside);
    let gives = words.giving_forms.contains(&lower[verb]);
    let subject = own(nodes, verb, "nsubj").is_some_and(|s| s < verb);
    let below =
        beside && gives && nodes[name].head == Some(object) && nodes[name].relation() == "compound";
    let loose = nodes[name].head == Some(verb)
        && (nodes[name].relation() == "advmod" || nodes[name].deprel == "obj" && gives);
    if subject && (below || loose && !words.second_endings.is_empty()) {
        attach(tree, name, verb, "iobj");
    }
}

/// "awarded Kenya the World Cup" with Kenya as a part of the cup: a name before the article of a phrase is no part of it; right behind the verb it is who gets
/// it.
pub(super) fn before_article(tree: &mut Tree, name: usize) {
    let nodes = &tree.nodes;
    let glued = nodes[name].upos == Upos::Propn && nodes[name].relation() == "compound";
    let Some(object) = nodes[name].head.filter(|&o| glued && o > name + 1) else {
        return;
    };
    let mut between = name + 1..object;
    let article = between.any(|d| nodes[d].upos == Upos::Det && nodes[d].head > Some(name));
    let verb = name.checked_sub(1).filter(|&v| {
        let governs = nodes[object].head == Some(v) && nodes[v].upos == Upos::Verb;
        governs && nodes[object].relation() == "obj"
    });
    if let Some(verb) = verb.filter(|_| article) {
        attach(tree, name, verb, "iobj");
    }
}

/// "hat X trotz eines Haftbefehls freigelassen" with X as somebody who gets something: where the verb comes last, a bare name that no article puts in the
/// dative is the object of a verb without one.
pub(super) fn only_indirect(tree: &mut Tree, name: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let given = words.verb_final && nodes[name].deprel == "iobj";
    let bare = given
        && nodes[name].upos == Upos::Propn
        && own(nodes, name, "det").is_none()
        && own(nodes, name, "case").is_none();
    let verb = nodes[name].head.filter(|&v| {
        let open = own(nodes, v, "obj").is_none() && own(nodes, v, "ccomp").is_none();
        let takes = !words
            .dative_verbs
            .iter()
            .any(|d| lower[v].ends_with(d.as_str()));
        bare && open && takes && nodes[v].upos == Upos::Verb && own(nodes, v, "xcomp").is_none()
    });
    if verb.is_some_and(|v| own(nodes, v, "nsubj").is_some()) {
        tree.nodes[name].deprel = "obj".into();
    }
}

/// "fördömde Ugandas behandling av flyktingar" with the refugees at the verb: right behind an object that somebody owns, such a phrase says whom the owner's act
/// is done to.
pub(super) fn of_owned_noun(tree: &mut Tree, noun: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    if !nodes[noun].deprel.starts_with("obl") || !is_nominal(&nodes[noun]) {
        return;
    }
    let case = own(nodes, noun, "case").filter(|&c| c > 1 && words.agents.contains(&lower[c]));
    let object = case.map(|c| c - 1);
    let object = object.filter(|&o| nodes[o].upos == Upos::Noun && nodes[o].deprel == "obj");
    let owned = object.filter(|&o| own(nodes, o, "nmod").is_some_and(|p| p < o));
    let active = |v: usize| own(nodes, v, "aux:pass").is_none() && !nodes[v].tag.contains("-S");
    let verb = nodes[noun].head.filter(|&v| v < noun && active(v));
    if let Some(owned) = owned.filter(|&o| nodes[o].head == verb && verb.is_some()) {
        attach(tree, noun, owned, "nmod");
    }
}

/// "släppte munken på begäran" with the request as an object: what a preposition opens is none; right behind the verb the word may be its particle.
pub(super) fn opened(tree: &mut Tree, noun: usize, words: &SyntaxWords) {
    fronted(tree, noun, words);
    let nodes = &tree.nodes;
    if nodes[noun].deprel != "obj" || !is_nominal(&nodes[noun]) {
        return;
    }
    let case = own(nodes, noun, "case").filter(|&c| c < noun);
    // "i staden Kisumu" with the town acted upon: what opens its noun opens it.
    let kind = own(nodes, noun, "det").filter(|&k| k < noun && nodes[k].upos == Upos::Noun);
    let opener = kind.and_then(|k| own(nodes, k, "case"));
    if let Some(opener) = opener.filter(|&c| nodes[c].upos == Upos::Adp) {
        attach(tree, opener, noun, "case");
        tree.nodes[noun].deprel = "obl".into();
        return;
    }
    let apart = |c: usize| nodes[noun].head.is_some_and(|v| v + 1 != c);
    let common = nodes[noun].upos == Upos::Noun;
    if common && case.is_some_and(|c| nodes[c].upos == Upos::Adp && apart(c)) {
        tree.nodes[noun].deprel = "obl".into();
    }
}

/// "att till X utlämna Y" with X delivering, "demands that X Y" with X below the conjunction: where the verb comes second, a name that a preposition opens does
/// not act; and nobody acts on a conjunction.
pub(super) fn misplaced_subject(
    tree: &mut Tree,
    name: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    if nodes[name].relation() != "nsubj" || !is_nominal(&nodes[name]) {
        return;
    }
    let Some(head) = nodes[name].head else {
        return;
    };
    let word = matches!(nodes[head].upos, Upos::Sconj | Upos::Part | Upos::Cconj);
    if let Some(verb) = nodes[head]
        .head
        .filter(|&v| word && head < name && v > name)
    {
        let acts = own(nodes, verb, "nsubj");
        let loose = acts.filter(|&a| a > verb && own(nodes, verb, "obj").is_none());
        if nodes[verb].upos == Upos::Verb && (acts.is_none() || loose.is_some()) {
            attach(tree, name, verb, "nsubj");
            if let Some(object) = loose {
                attach(tree, object, verb, "obj");
            }
        }
        return;
    }
    let case = own(nodes, name, "case").filter(|&c| c < name && nodes[c].upos == Upos::Adp);
    // "Von X hatte er Y geschenkt bekommen": whoever gives acts.
    let case = case.filter(|&c| !words.agents.contains(&lower[c]));
    let opened =
        case.is_some() && nodes[name].upos == Upos::Propn && nodes[head].upos == Upos::Verb;
    if opened && !words.second_endings.is_empty() {
        tree.nodes[name].deprel = "obl".into();
    }
}

/// "Enligt tidningen Bild protesterade X hos Y" with the paper protesting: a name whose kind a preposition opens in front of the verb does not act, the name
/// right behind the verb does.
fn fronted(tree: &mut Tree, name: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let subject = nodes[name].relation() == "nsubj" && nodes[name].upos == Upos::Propn;
    if words.second_endings.is_empty() || !subject {
        return;
    }
    let kind = own(nodes, name, "det").filter(|&k| k < name && nodes[k].upos == Upos::Noun);
    let opener = kind
        .and_then(|k| own(nodes, k, "case"))
        .filter(|&c| nodes[c].upos == Upos::Adp);
    let verb = nodes[name]
        .head
        .filter(|&v| v > name && nodes[v].upos == Upos::Verb);
    let (Some(opener), Some(verb)) = (opener, verb) else {
        return;
    };
    let acts = nodes.get(verb + 1).is_some_and(|n| {
        n.upos == Upos::Propn && n.head == Some(verb) && matches!(n.relation(), "obj" | "nsubj")
    });
    if acts {
        attach(tree, opener, name, "case");
        tree.nodes[name].deprel = "obl".into();
        attach(tree, verb + 1, verb, "nsubj");
    }
}

/// "forderte, Kenia die Hilfe zu streichen" with Kenya cutting, "die Entscheidung, Kenia zu bestrafen" with Kenya beside the decision: an infinitive with its
/// mark has no subject, and a name between the comma and the infinitive is its object.
pub(super) fn of_infinitive(tree: &mut Tree, name: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let named = words.verb_final && nodes[name].upos == Upos::Propn;
    let Some(above) = nodes[name].head.filter(|_| named) else {
        return;
    };
    let marked = |v: usize| {
        let mark = |k: usize| nodes[k].upos == Upos::Part && nodes[k].head == Some(k + 1);
        let modal = own(nodes, v, "xcomp").filter(|&m| m == v + 2 && mark(v + 1));
        v > 0 && nodes[v].upos == Upos::Verb && (mark(v - 1) || modal.is_some())
    };
    let below = |v: usize| matches!(nodes[v].relation(), "xcomp" | "advcl" | "ccomp" | "acl");
    let subject = nodes[name].deprel == "nsubj" && name < above && marked(above) && below(above);
    let beside = || {
        let glued = nodes[name].deprel == "appos" && above < name && lower[name - 1] == ",";
        let verb = (name + 1..nodes.len().min(name + 6))
            .find(|&k| nodes[k].upos == Upos::Verb)
            .filter(|&v| glued && marked(v) && nodes[v].head == Some(above) && below(v))?;
        let inner = |k: usize| nodes[k].head == Some(name) || nodes[k].head == Some(verb);
        (name + 1..verb).all(inner).then_some(verb)
    };
    let verb = if subject { Some(above) } else { beside() };
    if let Some(verb) = verb {
        let taken = own(nodes, verb, "obj").is_some();
        attach(tree, name, verb, if taken { "iobj" } else { "obj" });
        // Of forms that look alike this one is no finite one.
        tree.nodes[verb].tag = INFINITIVE;
    }
}

/// "weil X dem Minister Y ein Flugzeug lieh" with Y as a part of the name X: a name with an article of its own is nobody else's.
pub(super) fn own_article(tree: &mut Tree, name: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    // "hatte X den Polizeichef Y freigelassen" with Y beside X.
    let beside = nodes[name].deprel == "conj" && own(nodes, name, "cc").is_none();
    let linked = (nodes[name].head.unwrap_or(name)..name)
        .any(|k| nodes[k].upos == Upos::Cconj || lower[k] == ",");
    let beside = beside && words.verb_final && !linked;
    let glued = (nodes[name].deprel == "flat" || beside) && nodes[name].upos == Upos::Propn;
    let Some(first) = nodes[name].head.filter(|&f| glued && f + 1 < name) else {
        return;
    };
    let article = own(nodes, name, "det").filter(|&d| first < d && d < name);
    let verb = ups(nodes, first).find(|&n| !is_nominal(&nodes[n]));
    let verb = verb.filter(|&v| nodes[v].upos == Upos::Verb && (v > name || v < first));
    let (Some(article), Some(verb)) = (article, verb) else {
        return;
    };
    let oblique = words.oblique_articles.contains(&lower[article]);
    let taken = own(nodes, verb, "obj").is_some();
    attach(
        tree,
        name,
        verb,
        if oblique && taken { "iobj" } else { "obj" },
    );
}

/// "Soldater ledda av X störtade Y" with "ledda" as the subject and the soldiers below it: a participle with an agent behind a noun describes the noun, which
/// acts; the name behind the verb is acted upon.
pub(super) fn described_subject(tree: &mut Tree, participle: usize) {
    let nodes = &tree.nodes;
    let node = &nodes[participle];
    let subject = node.upos == Upos::Verb && node.deprel == "nsubj";
    let Some(verb) = node.head.filter(|&v| subject && v > participle) else {
        return;
    };
    let noun = (0..participle).find(|&k| {
        nodes[k].head == Some(participle) && nodes[k].relation() == "nsubj" && is_nominal(&nodes[k])
    });
    let led = nodes
        .iter()
        .any(|n| n.head == Some(participle) && n.deprel == "obl:agent");
    let Some(noun) = noun.filter(|_| led) else {
        return;
    };
    let doubled = (verb + 1..nodes.len())
        .find(|&k| nodes[k].head == Some(verb) && nodes[k].deprel == "nsubj");
    let open = own(nodes, verb, "obj").is_none();
    attach(tree, noun, verb, "nsubj");
    attach(tree, participle, noun, "acl");
    if let Some(name) = doubled.filter(|_| open) {
        attach(tree, name, verb, "obj");
    }
}

/// "beschuldigte die Abgeordneten, von X Geld zu nehmen" with the money beside the members: a noun right before an infinitive with its mark belongs to it, and
/// so does the phrase before the noun.
pub(super) fn before_infinitive(tree: &mut Tree, noun: usize, words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let joined = nodes[noun].upos == Upos::Noun
        && nodes[noun].deprel == "conj"
        && own(nodes, noun, "cc").is_none();
    let verb = nodes.get(noun + 1).and_then(|m| m.head).filter(|&v| {
        let marked = nodes[noun + 1].upos == Upos::Part && v == noun + 2;
        joined && words.verb_final && marked && nodes[v].upos == Upos::Verb
    });
    let Some(verb) = verb.filter(|&v| own(nodes, v, "obj").is_none()) else {
        return;
    };
    let name = (0..noun).find(|&k| {
        let below = nodes[k].head == Some(noun) && nodes[k].upos == Upos::Propn;
        below && own(nodes, k, "case").is_some()
    });
    attach(tree, noun, verb, "obj");
    if let Some(name) = name {
        attach(tree, name, verb, "obl");
    }
}

/// "tog X emot Y" with "emot" as a preposition: behind the subject it is the particle of the verb, and what follows is acted upon.
pub(super) fn parted_particle(tree: &mut Tree, word: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(object) = nodes[word]
        .head
        .filter(|&o| o > word && nodes[word].deprel == "case" && is_nominal(&nodes[o]))
    else {
        return;
    };
    let Some(verb) = nodes[object].head.filter(|&v| v < word) else {
        return;
    };
    let listed = words
        .parted_particles
        .get(&lower[verb])
        .is_some_and(|p| p.contains(&lower[word]));
    let subject = own(nodes, verb, "nsubj").is_some();
    if listed && subject && own(nodes, verb, "obj").is_none() {
        tree.nodes[word].upos = Upos::Adp;
        attach(tree, word, verb, "compound:prt");
        attach(tree, object, verb, "obj");
    }
}

/// "In Kenya five Ugandans were arrested" with Kenya as a part of the Ugandans: what a preposition opens before a number is a phrase of its own.
pub(super) fn before_number(tree: &mut Tree, name: usize) {
    let nodes = &tree.nodes;
    let part = nodes[name].upos == Upos::Propn && nodes[name].relation() == "compound";
    let Some(noun) = nodes[name].head.filter(|&n| part && n > name + 1) else {
        return;
    };
    let opened = own(nodes, name, "case").is_some_and(|c| c < name);
    let number = (name + 1..noun)
        .any(|k| nodes[k].head == Some(noun) && matches!(nodes[k].upos, Upos::Num | Upos::Det));
    let verb = nodes[noun].head.filter(|&v| nodes[v].upos == Upos::Verb);
    if let Some(verb) = verb.filter(|_| opened && number) {
        attach(tree, name, verb, "obl");
    }
}

/// "empfing seinen Kollegen X" with the colleague as who gets something: before one name an article of the accusative opens an object.
pub(super) fn accusative(tree: &mut Tree, noun: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let gets = nodes[noun].upos == Upos::Noun && nodes[noun].deprel == "iobj";
    let Some(verb) = nodes[noun].head.filter(|_| gets) else {
        return;
    };
    let article = own(nodes, noun, "det").filter(|&d| d < noun);
    let listed = article.is_some_and(|d| words.accusative_articles.contains(&lower[d]));
    let named = nodes.get(noun + 1).is_some_and(|n| {
        let beside = matches!(n.relation(), "appos" | "flat" | "nmod");
        n.upos == Upos::Propn && n.head == Some(noun) && beside
    });
    if listed && named && own(nodes, verb, "obj").is_none() {
        attach(tree, noun, verb, "obj");
    }
}

/// "X umarmte seinen Gastgeber Y" with the host as a second subject: an article of the accusative opens an object.
pub(super) fn second_accusative(
    tree: &mut Tree,
    noun: usize,
    lower: &[String],
    words: &SyntaxWords,
) {
    let nodes = &tree.nodes;
    let acts = nodes[noun].upos == Upos::Noun && nodes[noun].deprel == "nsubj";
    let article = own(nodes, noun, "det").filter(|&d| acts && d < noun);
    let listed = article.is_some_and(|d| words.accusative_articles.contains(&lower[d]));
    let Some(verb) = nodes[noun].head.filter(|&v| listed && v < noun) else {
        return;
    };
    let other = own(nodes, verb, "nsubj").is_some_and(|s| s < verb);
    if other && own(nodes, verb, "obj").is_none() {
        attach(tree, noun, verb, "obj");
    }
}

/// "på begäran av X" with X on the verb: behind a bare noun that a preposition opens such a phrase is the noun's.
pub(super) fn of_bare_noun(tree: &mut Tree, noun: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let bare = words.passive_ending
        && nodes[noun].upos == Upos::Noun
        && nodes[noun].deprel == "obl"
        && own(nodes, noun, "det").is_none()
        && own(nodes, noun, "amod").is_none()
        && noun > 0
        && own(nodes, noun, "case") == Some(noun - 1);
    let name = nodes.get(noun + 1).and_then(|c| c.head).filter(|&n| {
        let opens = words.agents.contains(&lower[noun + 1]) && nodes[noun + 1].deprel == "case";
        bare && opens && nodes[n].head == nodes[noun].head
    });
    let active = |_: &usize| {
        nodes[noun]
            .head
            .is_some_and(|v| own(nodes, v, "obj").is_some())
    };
    if let Some(name) = name.filter(active) {
        attach(tree, name, noun, "nmod");
    }
}

/// "dankte X der kenianischen Regierung" with the government as X's: a name has no genitive with such an article behind it, and the noun is who gets it.
pub(super) fn dative_behind(tree: &mut Tree, noun: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let Some(name) = nodes[noun].head.filter(|&n| n < noun) else {
        return;
    };
    let owned = words.verb_final
        && nodes[noun].upos == Upos::Noun
        && matches!(nodes[noun].relation(), "nmod" | "appos")
        && nodes[name].upos == Upos::Propn
        && nodes[name].relation() == "nsubj";
    let Some(verb) = nodes[name]
        .head
        .filter(|&v| owned && v < name && nodes[v].upos == Upos::Verb)
    else {
        return;
    };
    let inside = |k: &usize| nodes[*k].deprel == "flat" && nodes[*k].head == Some(name);
    let end = name + 1 + (name + 1..noun).take_while(inside).count();
    let article = own(nodes, noun, "det").filter(|&d| d == end);
    let dative = article.is_some_and(|d| {
        let form = &lower[d];
        let oblique = [&words.oblique_articles, &words.feminine_oblique_articles];
        oblique.iter().any(|l| l.contains(form)) && !words.genitive_articles.contains(form)
    });
    // A name of several words is a person's or a body's, and has no article before it.
    if dative && end > name + 1 && own(nodes, name, "det").is_none_or(|d| d > name) {
        let taken = own(nodes, verb, "obj").is_some();
        attach(tree, noun, verb, if taken { "iobj" } else { "obj" });
    }
}

/// "was granted asylum by X" with X below the asylum: behind the object of a passive the preposition of the agent opens who acts.
pub(super) fn given_by(tree: &mut Tree, agent: usize, lower: &[String], words: &SyntaxWords) {
    let nodes = &tree.nodes;
    let opened = |k: usize| {
        nodes[k].head == Some(agent)
            && nodes[k].deprel == "case"
            && words.agents.contains(&lower[k])
    };
    let object = nodes[agent]
        .head
        .filter(|&o| o < agent && nodes[agent].deprel == "nmod");
    let Some(object) = object.filter(|&o| nodes[o].deprel == "obj" && (o..agent).any(opened))
    else {
        return;
    };
    let passive = |&v: &usize| {
        let helper =
            |k: usize| nodes[k].head == Some(v) && words.passive_auxiliaries.contains(&lower[k]);
        v < object && (0..v).any(helper)
    };
    if let Some(verb) = nodes[object].head.filter(passive) {
        attach(tree, agent, verb, "obl:agent");
    }
}
