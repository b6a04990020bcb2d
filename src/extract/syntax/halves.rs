//! Two statements in one sentence: what stands on both sides of a semicolon, of a dash that stands alone, or of a comma that opens a second main
//! clause is parsed apart.
//!
//! "Peru expels envoy; Chile hails move", "EU verhängt Sanktionen – Kallas reist nach Kiew": a greedy parser gives the parties of one half to the other.
//!
//! "Japan begrüßte das Abkommen, China kritisierte es", "Polen tackade EU, och Ungern kritiserade planen": where the verb comes second, a name and a
//! finite verb behind a comma, with or without "and" between, are a main clause.
//!
//! "Norge tackade Sverige och Danmark lovade hjälp": so are a name and a finite verb of its own behind a conjunction without a comma.
//!
//! In: tokens. Out: where to cut; one tree of the trees of the halves, each later root below the first one. Invariant: one root, no circle. Does
//! not: cut at a pair of dashes, which enclose an insertion.

use super::words::SyntaxWords;
use super::{TokenHint, second};
use crate::base::analysis::{Node, Tree, Upos};
use std::ops::Range;

/// Relation of a later half to the first one; the subtype tells it from a clause of speech.
const BESIDE: &str = "parataxis:half";
/// Longest label before a colon ("Präsident Putin: …"), in tokens; what is longer is a clause.
const LONGEST_LABEL: usize = 2;
/// Longest subject behind a label, in tokens.
const FIRST_PHRASE: usize = 8;
/// Longest article, in bytes.
const LONGEST_ARTICLE: usize = 3;
/// Shortest half, in tokens.
const SHORTEST: usize = 2;

/// Ranges of tokens of the halves, without the marks between them; none if there is nothing to cut.
pub(super) fn find(tokens: &[&str], hints: &[TokenHint], words: &SyntaxWords) -> Vec<Range<usize>> {
    let free = |&i: &usize| hints.get(i).is_none_or(|h| h.unit.is_none());
    let dash = |t: &str| is_dash(t) || words.lone_dashes.contains(t);
    let dashes = tokens.iter().filter(|t| dash(t)).count();
    // "Freundschafts- und Kooperationsvertrag" has a hyphen that stands alone.
    let open = |i: usize| {
        is_dash(tokens[i])
            || tokens
                .get(i + 1)
                .is_some_and(|t| t.starts_with(char::is_uppercase))
    };
    let mark = |i: usize| tokens[i] == ";" || i > 0 && dash(tokens[i]) && dashes == 1 && open(i);
    if let Some(rest) = behind_label(tokens, hints, words) {
        return vec![0..rest - 1, rest..tokens.len()];
    }
    if let Some(main) = behind_subordinate(tokens, hints, words) {
        return vec![0..main, main..tokens.len()];
    }
    let mut start = 0;
    let mut found = Vec::new();
    for cut in (0..tokens.len()).filter(free) {
        if mark(cut)
            || opens_clause(tokens, hints, start..cut, words)
            || joins_clause(tokens, hints, start..cut, words)
        {
            found.push(start..cut);
            start = cut + 1;
        }
    }
    if start == 0 {
        return found;
    }
    found.push(start..tokens.len());
    if found.iter().any(|half| half.len() < SHORTEST) {
        found = Vec::new();
    }
    found
}

/// "KENYA: Ruto met …", "GUYANA/SURINAME: …", "Putin: Russia will …": where a whole clause follows names and a colon, these are no part of it. Out: where the
/// clause begins.
fn behind_label(tokens: &[&str], hints: &[TokenHint], words: &SyntaxWords) -> Option<usize> {
    let named = |i: usize| hints.get(i).is_some_and(|h| h.proper_noun);
    let first = (0..tokens.len()).find(|&i| tokens[i].chars().any(char::is_alphanumeric))?;
    let part = |&i: &usize| named(i) || matches!(tokens[i], "/" | "-" | "–");
    let length = (first..tokens.len()).take_while(part).count();
    let colon = first + length;
    let label = named(first) && length <= LONGEST_LABEL + 1 && tokens.get(colon) == Some(&":");
    let start = colon + 1;
    let verb = (start..tokens.len().min(start + FIRST_PHRASE)).find(|&i| {
        let word = tokens[i];
        let small = word.starts_with(char::is_lowercase) && words.is_content(word);
        let ends = |e: &String| word.ends_with(e.as_str());
        let shaped =
            || second::looks_finite(word, words) || words.headline_endings.iter().any(ends);
        words.finite_verbs.contains(word)
            || words.finite_helpers.contains(word)
            || small && shaped()
    });
    let subject = |v: usize| (start..v).any(named);
    (label && verb.is_some_and(subject)).then_some(start)
}

/// "När kriget började 2014 utvisade Kenya två diplomater": where the verb comes second and no comma closes the clause in front, a second finite verb with a
/// name behind it opens the main clause. Out: where that begins.
fn behind_subordinate(tokens: &[&str], hints: &[TokenHint], words: &SyntaxWords) -> Option<usize> {
    let first = tokens.first()?.to_lowercase();
    let opens = words.clause_openers.contains(first.as_str());
    if !opens || tokens.contains(&",") {
        return None;
    }
    let free = |i: usize| hints.get(i).is_none_or(|h| h.unit.is_none());
    let finite = |i: &usize| {
        let word = tokens[*i];
        let small = word.starts_with(char::is_lowercase) && words.is_content(word);
        free(*i) && small && second::looks_finite(word, words)
    };
    let helper = |i: &usize| finite(i) || words.finite_helpers.contains(tokens[*i]);
    let inner = (2..tokens.len()).find(helper)?;
    let named = |i: usize| hints.get(i).is_some_and(|h| h.proper_noun && !h.time);
    let joined = |i: usize| words.joiners.contains(tokens[i - 1]);
    (inner + 2..tokens.len()).find(|&i| finite(&i) && named(i + 1) && !joined(i))
}

/// Is the token behind `before` a comma with a name and a finite verb behind it, and has the clause before it its own finite verb?
fn opens_clause(
    tokens: &[&str],
    hints: &[TokenHint],
    before: Range<usize>,
    words: &SyntaxWords,
) -> bool {
    let comma = before.end;
    // "Streit gibt es in Berlin: X kritisierte Y": a colon behind a clause joins, too.
    let colon = tokens[comma] == ":" && before.len() > LONGEST_LABEL;
    if !(tokens[comma] == "," && !words.second_endings.is_empty() || colon) {
        return false;
    }
    let proper = |i: usize| hints.get(i).is_some_and(|h| h.proper_noun);
    // A title is one word with its name: "men arméchefen X nekar".
    let titled = |i: usize| hints.get(i).is_some_and(|h| h.unit.is_some() && !h.time);
    let named = |i: &usize| proper(*i) || titled(*i);
    let conjunction = tokens
        .get(comma + 1)
        .is_some_and(|t| words.joiners.contains(t));
    // "…, die Niederlande wollen …"
    let article = |i: usize| {
        let named = tokens.get(i + 1).map(|t| t.to_lowercase());
        let listed = named.is_some_and(|n| words.article_names.contains(n.as_str()));
        let open = tokens
            .get(i + 3)
            .is_some_and(|t| t.chars().any(char::is_alphanumeric));
        tokens.get(i).is_some_and(|t| words.relatives.contains(t)) && listed && open
    };
    let start = comma + 1 + usize::from(conjunction);
    let start = start + usize::from(article(start));
    let joined = conjunction || colon;
    // "Durchbruch in Oslo: X und Y einigen sich"
    let joins = |i: &usize| colon && words.joiners.contains(tokens[*i]);
    let name = (start..tokens.len())
        .take_while(|i| named(i) || joins(i))
        .count();
    let small = |t: &str| t.starts_with(char::is_lowercase) && words.is_content(t);
    // "…, och Scholz skrattar"; "…, Uganda will verhandeln" tells no content: the verb before it would stand right before the comma.
    let joint = |t: &str| {
        let mut endings = words.pair_verb_endings.iter();
        conjunction && endings.any(|e| t.len() > e.len() + 2 && t.ends_with(e.as_str()))
    };
    let told = comma
        .checked_sub(1)
        .is_some_and(|b| second::looks_finite(tokens[b], words));
    let says = || {
        before
            .clone()
            .any(|i| words.saying_forms.contains(tokens[i]))
    };
    let helper = |t: &str| {
        words.finite_helpers.contains(t)
            && !words.reported_forms.contains(t)
            && (joined || !told && !says())
    };
    let finite = |t: &str| {
        let ends = || {
            words
                .headline_endings
                .iter()
                .any(|e| t.ends_with(e.as_str()))
        };
        words.finite_verbs.contains(t)
            || joined && small(t) && (second::looks_finite(t, words) || joint(t))
            || helper(t)
            || colon && small(t) && ends()
    };
    let several = (start..start + name).any(|i| joins(&i));
    let plural = |t: &str| {
        let mut endings = words.plural_verb_endings.iter();
        several && small(t) && endings.any(|e| t.ends_with(e.as_str()))
    };
    let verb = tokens.get(start + name);
    let mut first = before.clone();
    // ", och borgmästaren i Calais, Natacha Bouchart, kräver …": behind a comma and a conjunction a noun phrase with a finite verb behind it.
    if conjunction && !words.verb_final && described(tokens, hints, start, words) {
        return first.any(|i| finite(tokens[i]) || second::looks_finite(tokens[i], words));
    }
    let name = if (start..start + name).any(proper) {
        name
    } else {
        0
    };
    name > 0
        && verb.is_some_and(|v| finite(v) || plural(v))
        && (colon || first.any(|i| finite(tokens[i]) || second::looks_finite(tokens[i], words)))
}

/// "Norge tackade Sverige och Danmark lovade Ukraina hjälp": behind a whole main clause, does the token behind `before` join a name with a finite verb of its own
/// right behind it?
fn joins_clause(
    tokens: &[&str],
    hints: &[TokenHint],
    before: Range<usize>,
    words: &SyntaxWords,
) -> bool {
    let joint = before.end;
    let hint = |i: usize| hints.get(i).copied().unwrap_or_default();
    let proper = |i: usize| hint(i).proper_noun && !hint(i).time;
    if !words.joiners.contains(tokens[joint]) || tokens[joint - usize::from(joint > 0)] == "," {
        return false;
    }
    let small = |i: usize| tokens[i].starts_with(char::is_lowercase) && hint(i).unit.is_none();
    let english = words.second_endings.is_empty();
    let finite = |i: usize| {
        let content = small(i) && (english || words.is_content(tokens[i]));
        let past = if english {
            words.is_past(tokens[i]) || words.irregular_pasts.contains(tokens[i])
        } else {
            second::looks_finite(tokens[i], words)
        };
        let listed = [&words.finite_verbs, &words.finite_helpers];
        content && past || listed.iter().any(|l| l.contains(tokens[i]))
    };
    // The first clause: a verb with something behind it, and nothing that makes it a part of another one.
    // Where the verb comes last a comma stands before a relative clause; without one the word is an article.
    let relative = |i: usize| {
        let comma = !words.verb_final || i > 0 && tokens[i - 1] == ",";
        words.relatives.contains(tokens[i]) && comma
    };
    let barred = |i: usize| {
        let t = tokens[i];
        relative(i)
            || words.subordinators.contains(t)
            || words.complementizers.contains(t)
            || words.saying_forms.contains(t)
            || words.joiners.contains(t)
            || matches!(t, "\"" | "”" | "“" | "„" | "»" | "«")
    };
    let opens = tokens
        .get(before.start)
        .is_some_and(|t| words.clause_openers.contains(t.to_lowercase().as_str()));
    let Some(verb) = before.clone().find(|&i| finite(i)) else {
        return false;
    };
    let subject = |i: usize| proper(i) || hint(i).unit.is_some() || !english && i > before.start;
    let plain = before.start < verb && (before.start..verb).all(subject);
    let object = verb + 1 < joint && (verb + 1..joint).any(proper);
    if opens || !plain || !object || before.clone().any(barred) {
        return false;
    }
    // The second one: an article, a name, its verb.
    let article = |i: usize| {
        let next = tokens.get(i + 1).map(|t| t.to_lowercase());
        let listed = next.is_some_and(|n| words.article_names.contains(n.as_str()));
        small(i) && (english || listed) && tokens[i].len() <= LONGEST_ARTICLE && proper(i + 1)
    };
    let start = joint + 1;
    let name = start + usize::from(start < tokens.len() && article(start));
    let length = (name..tokens.len()).take_while(|&i| proper(i)).count();
    let second = name + length;
    let another = length > 0 && second + 1 < tokens.len() && finite(second);
    let next = |i: usize| {
        let word = tokens[i];
        proper(i)
            || hint(i).unit.is_some()
            || small(i) && !words.agents.contains(word) && !words.joiners.contains(word)
    };
    // "hat Peru und Chile kritisiert": a participle may look finite.
    let ends = tokens[second.min(tokens.len() - 1) + 1..]
        .first()
        .is_none_or(|t| !t.chars().any(char::is_alphanumeric));
    another && !ends && next(second + 1)
}

/// Opens a noun phrase without a verb here, with a name in it and the finite verb of its own right behind it or behind a comma?
fn described(tokens: &[&str], hints: &[TokenHint], start: usize, words: &SyntaxWords) -> bool {
    let proper = |i: usize| hints.get(i).is_some_and(|h| h.proper_noun && !h.time);
    let finite = |i: usize| {
        let small = tokens[i].starts_with(char::is_lowercase) && words.is_content(tokens[i]);
        words.finite_helpers.contains(tokens[i])
            || small && second::looks_finite(tokens[i], words)
            || small
                && proper(i - 1)
                && (words.pair_verb_endings.iter()).any(|e| tokens[i].ends_with(e.as_str()))
    };
    let end = tokens.len().min(start + FIRST_PHRASE + 4);
    let Some(verb) = (start + 1..end).find(|&i| finite(i)) else {
        return false;
    };
    let opener = tokens.get(start).is_some_and(|t| {
        let noun = t.starts_with(char::is_lowercase)
            && words
                .definite_noun_endings
                .iter()
                .any(|e| t.ends_with(e.as_str()));
        proper(start) || noun
    });
    let barred = |t: &&str| {
        words.relatives.contains(t)
            || words.subordinators.contains(t)
            || words.complementizers.contains(t)
            || words.joiners.contains(t)
    };
    let whole = !tokens[start..verb].iter().any(barred);
    opener && whole && (start..verb).any(proper)
}

/// Is it a dash with space around it? One inside a word is part of its token.
fn is_dash(token: &str) -> bool {
    matches!(token, "–" | "—" | "--")
}

/// Joins the trees of the halves; none if a later half is no statement of its own.
pub(super) fn join(halves: &[Range<usize>], trees: Vec<Tree>, marks: Tree) -> Option<Tree> {
    let mut nodes = marks.nodes;
    let mut first: Option<usize> = None;
    let mut end = 0;
    for (half, tree) in halves.iter().zip(trees) {
        let states = |n: &Node| n.upos == Upos::Verb;
        if first.is_some() && !tree.nodes.iter().any(states) {
            return None;
        }
        let root = half.start + tree.nodes.iter().position(|n| n.head.is_none())?;
        for (slot, node) in nodes.iter_mut().skip(half.start).zip(tree.nodes) {
            let head = node.head.map(|h| h + half.start);
            *slot = Node { head, ..node };
        }
        if let Some(first) = first {
            // No mark between: the first half is a clause in front of the second.
            if end == half.start {
                nodes.get_mut(first)?.head = Some(root);
                nodes.get_mut(first)?.deprel = "advcl".into();
                continue;
            }
            nodes.get_mut(half.start - 1)?.head = Some(root);
            // "X trifft Opfer – reist weiter nach Y": a verb that opens the half without a subject has that of the first.
            let subject = nodes
                .iter()
                .any(|n| n.head == Some(root) && n.relation() == "nsubj");
            let node = nodes.get_mut(root)?;
            let shares = root == half.start && node.upos == Upos::Verb && !subject;
            node.head = Some(first);
            node.deprel = if shares { "conj" } else { BESIDE }.into();
        }
        first = first.or(Some(root));
        end = half.end;
    }
    Some(Tree { nodes })
}
