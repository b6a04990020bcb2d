//! What is parsed as one word, and what as two: names and time expressions are joined, contractions and clitics are split.
//!
//! In: tokens, hints, tags. Out: [`Piece`]s before tagging, a [`Layout`] before parsing. Invariants: every token that is parsed has a piece; pieces of a
//! token stand together; every unit keeps one piece. Does not: parse.

use super::TokenHint;
use super::standin::Part;
use super::words::SyntaxWords;
use crate::base::analysis::{Tree, Upos};
use crate::base::letters::small;
use std::borrow::Cow;

/// A word as the tagger gets it: a token or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'t> {
    /// Text.
    pub(super) text: Cow<'t, str>,
    /// Index of its token.
    pub(super) token: usize,
    /// Part of speech known beforehand.
    pub(super) forced: Option<Upos>,
    /// The name or time expression it belongs to.
    pub(super) unit: Option<u32>,
    /// Does it belong to a time expression or to an adverb of several words?
    aside: bool,
}

impl Piece<'_> {
    /// Is it the adverb that is parsed in place of a time expression?
    pub(super) fn stands_for_time(&self, words: &SyntaxWords) -> bool {
        self.aside && self.forced == Some(Upos::Adv) && self.text == words.time_word
    }
}

/// Splits tokens by the closed lists.
pub(super) fn split<'t>(
    tokens: &[&'t str],
    hints: &[TokenHint],
    words: &'t SyntaxWords,
    stands: &[Option<Part>],
) -> Vec<Piece<'t>> {
    let mut pieces = Vec::with_capacity(tokens.len() + 4);
    let adverbs = adverbs(tokens, hints, words);
    for (token, &text) in tokens.iter().enumerate() {
        match stands.get(token) {
            Some(Some(Part::Inner { .. } | Part::Age { .. })) => continue,
            Some(Some(Part::Head { first })) => {
                pieces.push(Piece {
                    text: words.time_word(*first),
                    token,
                    forced: Some(Upos::Adv),
                    unit: None,
                    aside: true,
                });
                continue;
            }
            _ => {}
        }
        let hint = hints.get(token).copied().unwrap_or_default();
        // "al-Shabaab" has its capital further in.
        let capital = text.starts_with(char::is_numeric) || text.contains(char::is_uppercase);
        let forced = (hint.proper_noun && (capital || hint.unit.is_none())).then_some(Upos::Propn);
        let closes = || {
            tokens.get(token + 1).is_none_or(|next| {
                !next.chars().any(char::is_alphanumeric) || words.joiners.contains(next)
            })
        };
        let known = |t: &str| words.finite_verbs.contains(t);
        let verb = hint.unit.is_none() && (known(text) || words.is_joined_verb(text) && closes());
        // "have both urged": behind the auxiliary and "both" the participle stands.
        let floats = token >= 2
            && hint.unit.is_none()
            && words
                .floating
                .get(tokens[token - 2])
                .is_some_and(|f| f.iter().any(|w| w == tokens[token - 1]))
            && words.is_past(text);
        // "Accusing X of …, Y closed …": before a name the participle that opens the sentence is a verb.
        let named = |h: &TokenHint| h.proper_noun && !h.time;
        let opens = token == 0
            && hint.unit.is_none()
            && hints.get(1).is_some_and(named)
            && words.is_gerund(text);
        let shown = hint.unit.is_none()
            && words.verbs_before.get(text).is_some_and(|behind| {
                let unit = |k: usize| hints.get(k).and_then(|h| h.unit);
                let named = |k: &usize| unit(*k).is_some() && unit(*k) == unit(token + 1);
                let beyond = (token + 1..tokens.len()).take_while(named).count();
                let mut next = [0, beyond]
                    .into_iter()
                    .filter_map(|n| tokens.get(token + 1 + n));
                next.any(|n| behind.iter().any(|b| b == n))
            });
        let verb = verb || floats || opens || shown || is_past_verb(tokens, hints, token, words);
        let noun = hint.noun || hint.unit.is_none() && words.nouns.contains(text);
        let pronoun = hint.unit.is_none() && words.pronouns.contains(text);
        let described = hint.unit.is_none()
            && token > 0
            && words
                .adjectives_behind
                .get(text)
                .is_some_and(|before| before.iter().any(|b| b == tokens[token - 1]));
        let forced = forced
            .or(
                (described || hint.unit.is_none() && words.adjectives.contains(text))
                    .then_some(Upos::Adj),
            )
            .or(known_word(pronoun, hint, text, words))
            .or(verb.then_some(Upos::Verb))
            .or(noun.then_some(Upos::Noun));
        let mut push = |text: Cow<'t, str>, forced, unit| {
            pieces.push(Piece {
                text,
                token,
                forced,
                unit,
                aside: hint.time || adverbs.get(token) == Some(&true),
            });
        };
        let parts = if text.len() <= 8 && !words.contractions.is_empty() && !hint.proper_noun {
            words.contractions.get(small(text).as_ref())
        } else {
            None
        };
        if let Some(parts) = parts.filter(|p| !p.is_empty()) {
            for (k, part) in parts.iter().enumerate() {
                push(Cow::Owned(part.clone()), None, hint.unit.filter(|_| k == 0));
            }
        } else if let Some((stem, clitic)) = words
            .clitic_start(text)
            .and_then(|at| text.split_at_checked(at))
        {
            push(Cow::Borrowed(stem), forced, hint.unit);
            push(Cow::Borrowed(clitic), None, None);
        } else {
            let lone_clitic = words.clitics.iter().any(|c| c == text);
            push(
                Cow::Borrowed(text),
                forced.filter(|_| !lone_clitic),
                hint.unit.filter(|_| !lone_clitic),
            );
        }
    }
    pieces
}

/// The part of speech of a word that is a pronoun, or an adverb wherever it stands.
fn known_word(pronoun: bool, hint: TokenHint, text: &str, words: &SyntaxWords) -> Option<Upos> {
    let adverb = || hint.unit.is_none() && words.sure_adverbs.contains(text);
    let adverb = || adverb().then_some(Upos::Adv);
    pronoun.then_some(Upos::Pron).or_else(adverb)
}

/// "X hotade landet", "… och kritiserade Putin": before a name or a definite noun a form that could be a participle describes it only behind an article.
fn is_past_verb(tokens: &[&str], hints: &[TokenHint], token: usize, words: &SyntaxWords) -> bool {
    let ends = |t: &str, endings: &[String]| {
        let long = |e: &String| t.len() > e.len() + 2 && t.ends_with(e.as_str());
        t.starts_with(char::is_lowercase) && endings.iter().any(long)
    };
    let free = |i: usize| hints.get(i).is_none_or(|h| h.unit.is_none());
    if !free(token) || !ends(tokens[token], &words.weak_past_endings) {
        return false;
    }
    // "den hotade presidenten", "de två dödade soldaterna"
    let opener = |back: usize| {
        let before = token.checked_sub(back).map(|b| small(tokens[b]));
        before.is_some_and(|w| words.describing_openers.contains(w.as_ref()))
    };
    let article = opener(1) || opener(2) && free(token - 1);
    let behind = token + 1;
    let timed = |i: usize| hints.get(i).is_some_and(|h| h.time);
    let named = hints.get(behind).is_some_and(|h| h.proper_noun && !h.time);
    let definite = tokens
        .get(behind)
        .is_some_and(|t| !timed(behind) && ends(t, &words.definite_noun_endings));
    !article && token > 0 && (named || definite)
}

/// Marks the tokens of adverbs of several words ("bland annat"), the longest of the list at each place; none that a name or time expression cuts.
fn adverbs(tokens: &[&str], hints: &[TokenHint], words: &SyntaxWords) -> Vec<bool> {
    let free = |i: usize| hints.get(i).is_none_or(|h| h.unit.is_none());
    let same = |i: usize, word: &str| free(i) && tokens.get(i).is_some_and(|t| *t == word);
    let mut found = vec![false; tokens.len()];
    let mut start = 0;
    while start < tokens.len() {
        let next = tokens.get(start + 1).copied();
        let length = |rest: &String| {
            next.filter(|n| rest.starts_with(n))?;
            let mut rest = rest.split(' ').enumerate();
            let length = rest.clone().count();
            rest.all(|(k, word)| same(start + 1 + k, word))
                .then_some(length)
        };
        let rests = words.adverbs.get(tokens[start]).filter(|_| free(start));
        let longest = rests.into_iter().flatten().filter_map(length).max();
        let end = start + longest.map_or(0, |l| l + 1);
        found[start..end].fill(true);
        // "have both agreed"
        let floating = words.floating.get(tokens[start]);
        if next.is_some_and(|n| floating.is_some_and(|f| f.iter().any(|w| w == n)))
            && free(start + 1)
        {
            found[start + 1] = true;
        }
        start = end.max(start + 1);
    }
    found
}

/// Marks the time expressions and adverbs of several words that stand inside a clause, each time with its preposition and article, each adverb with
/// commas of its own: they say nothing about who acts and part a verb from its subject or object. Those at the edge of a clause, before a conjunction or with a clitic stay, because the order of words rests on them.
///
/// `upos` runs beside `pieces`, and so does the output.
pub(super) fn adverbials(pieces: &[Piece<'_>], upos: &[Upos]) -> Vec<bool> {
    let mut aside = vec![false; pieces.len()];
    let mut i = 0;
    while i < pieces.len() {
        let mut end = i + 1;
        if pieces[i].aside {
            while end < pieces.len() && pieces[end].aside && pieces[end].unit == pieces[i].unit {
                end += 1;
            }
            let mut start = i;
            let opened = |u: Upos| matches!(u, Upos::Adp | Upos::Det);
            let timed = pieces[i].unit.is_some() || pieces[i].forced == Some(Upos::Adv);
            while timed && start > 0 && opened(upos[start - 1]) {
                start -= 1;
            }
            // "has, among other things, accused": its own commas go with it.
            let comma = |k: usize| pieces.get(k).is_some_and(|p| p.text == ",");
            if start > 1 && comma(start - 1) && comma(end) {
                (start, end) = (start - 1, end + 1);
            }
            let edge =
                |u: Option<&Upos>| matches!(u, None | Some(Upos::Punct | Upos::Cconj | Upos::Part));
            let before = start.checked_sub(1).and_then(|k| upos.get(k));
            // A verb that closes its clause gathers what stands before it; there the parser needs every word.
            let closing = upos.get(end) == Some(&Upos::Verb) && edge(upos.get(end + 1));
            // A single word that is no time is one for all of the subject, before its verb.
            let floats = timed || end > i + 1 || upos.get(end) == Some(&Upos::Verb);
            if !edge(before) && !edge(upos.get(end)) && !closing && floats {
                aside[start..end].fill(true);
            }
        }
        i = end;
    }
    aside
}

/// Which pieces go into the parser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// Pieces that are parsed, in order.
    pub(super) kept: Vec<usize>,
    /// For a piece inside a unit that is not its head: the head piece.
    pub(super) head_in_unit: Vec<Option<usize>>,
    /// For each piece the one whose form and tag stand for it: of a name the last word, which carries the genitive.
    pub(super) shown: Vec<usize>,
    /// Position of each kept piece in `kept`.
    pub(super) position: Vec<usize>,
}

impl Layout {
    /// Joins units; `upos` runs beside `pieces`.
    pub(super) fn new(pieces: &[Piece<'_>], upos: &[Upos], genitive: &str) -> Self {
        let n = pieces.len();
        let mut head_in_unit = vec![None; n];
        let mut shown: Vec<usize> = (0..n).collect();
        let mut i = 0;
        while i < n {
            let mut end = i + 1;
            if pieces[i].unit.is_some() {
                while end < n && pieces[end].unit == pieces[i].unit {
                    end += 1;
                }
                let (start, stop) = trim(upos, i, end);
                let head = head(pieces, upos, start, stop);
                for slot in head_in_unit.iter_mut().take(stop).skip(start) {
                    *slot = Some(head);
                }
                head_in_unit[head] = None;
                let name = |&k: &usize| pieces[k].forced == Some(Upos::Propn);
                let marked =
                    |&k: &usize| !genitive.is_empty() && pieces[k].text.ends_with(genitive);
                let last = (head..stop).rev().find(name).filter(marked);
                shown[head] = last.unwrap_or(head);
            }
            i = end;
        }
        let kept: Vec<usize> = (0..n).filter(|&i| head_in_unit[i].is_none()).collect();
        let mut position = vec![0; n];
        for (k, &i) in kept.iter().enumerate() {
            position[i] = k;
        }
        Self {
            kept,
            head_in_unit,
            shown,
            position,
        }
    }
}

/// Leaves prepositions before a unit and marks behind it to the parser.
fn trim(upos: &[Upos], mut start: usize, mut end: usize) -> (usize, usize) {
    while start + 1 < end && upos[start] == Upos::Adp {
        start += 1;
    }
    while start + 1 < end && upos[end - 1] == Upos::Punct {
        end -= 1;
    }
    (start, end)
}

/// The head of a unit: of a name its first proper noun, of a time expression its first noun, else the last word.
fn head(pieces: &[Piece<'_>], upos: &[Upos], start: usize, end: usize) -> usize {
    let mut range = start..end;
    let name = range
        .clone()
        .find(|&i| pieces[i].forced == Some(Upos::Propn));
    let known = range
        .clone()
        .find(|&i| pieces[i].forced == Some(Upos::Noun));
    let noun = range
        .clone()
        .find(|&i| matches!(upos[i], Upos::Noun | Upos::Propn));
    name.or(known)
        .or(noun)
        .or_else(|| range.rfind(|&i| upos[i] != Upos::Punct))
        .unwrap_or(end - 1)
}

/// Relation of a word inside a unit to the unit's head.
pub(super) fn inner_relation(upos: Upos) -> &'static str {
    match upos {
        Upos::Adp => "case",
        Upos::Det => "det",
        Upos::Num => "nummod",
        Upos::Adj => "amod",
        Upos::Adv => "advmod",
        Upos::Punct => "punct",
        Upos::Cconj => "cc",
        _ => "flat",
    }
}

/// Makes sure that there is one root and no circle, after pieces were put together again.
pub(super) fn repair(tree: &mut Tree) {
    let n = tree.nodes.len();
    // 0 not seen, otherwise the number of the walk that passed here.
    let mut seen = vec![0usize; n];
    let mut root = tree.nodes.iter().position(|n| n.head.is_none());
    for start in 0..n {
        let mut at = start;
        loop {
            if seen[at] == start + 1 {
                tree.nodes[at].head = None;
                break;
            }
            if seen[at] != 0 {
                break;
            }
            seen[at] = start + 1;
            match tree.nodes[at].head {
                Some(head) if head < n => at = head,
                _ => {
                    tree.nodes[at].head = None;
                    break;
                }
            }
        }
    }
    for i in 0..n {
        if tree.nodes[i].head.is_some() {
            continue;
        }
        match root {
            Some(first) if first != i => {
                tree.nodes[i].head = Some(first);
                if tree.nodes[i].deprel == ROOT {
                    tree.nodes[i].deprel = PARATAXIS.into();
                }
            }
            _ => {
                root = Some(i);
                tree.nodes[i].deprel = ROOT.into();
            }
        }
    }
}

const ROOT: &str = "root";
const PARATAXIS: &str = "parataxis";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::analysis::Node;

    fn words() -> SyntaxWords {
        SyntaxWords {
            contractions: rustc_hash::FxHashMap::from_iter([(
                "zum".to_owned(),
                vec!["zu".to_owned(), "dem".to_owned()],
            )]),
            clitics: vec!["'s".into(), "n't".into()],
            ..SyntaxWords::default()
        }
    }

    #[test]
    fn contractions_and_clitics_are_split_and_names_joined() {
        let hint = TokenHint {
            proper_noun: true,
            unit: Some(1),
            ..TokenHint::default()
        };
        let none = TokenHint::default();
        let tokens = ["zum", "Ilham", "Aliyev's", "didn't", "'s"];
        let words = words();
        let pieces = split(&tokens, &[none, hint, hint], &words, &[]);
        let texts: Vec<&str> = pieces.iter().map(|p| p.text.as_ref()).collect();
        assert_eq!(
            texts,
            ["zu", "dem", "Ilham", "Aliyev", "'s", "did", "n't", "'s"]
        );
        let mut upos = vec![Upos::X; 8];
        upos[2] = Upos::Propn;
        upos[3] = Upos::Propn;
        let layout = Layout::new(&pieces, &upos, "s");
        assert_eq!(layout.kept, [0, 1, 2, 4, 5, 6, 7]);
        assert_eq!(layout.head_in_unit[3], Some(2));
    }

    #[test]
    fn the_head_of_a_date_is_its_month() {
        let hint = TokenHint {
            proper_noun: false,
            unit: Some(7),
            ..TokenHint::default()
        };
        let tokens = ["am", "9.", "Oktober", "2023"];
        let words = SyntaxWords::default();
        let pieces = split(&tokens, &[hint; 4], &words, &[]);
        let upos = [Upos::Adp, Upos::Adj, Upos::Noun, Upos::Num];
        assert_eq!(Layout::new(&pieces, &upos, "").kept, [0, 2]);
    }

    #[test]
    fn a_time_expression_inside_a_clause_is_set_aside() {
        let time = TokenHint {
            proper_noun: false,
            unit: Some(1),
            time: true,
            ..TokenHint::default()
        };
        let none = TokenHint::default();
        let words = SyntaxWords::default();
        let tokens = ["Albania", "on", "Friday", "denounced", "Serbia"];
        let pieces = split(&tokens, &[none, none, time], &words, &[]);
        let upos = [Upos::Propn, Upos::Adp, Upos::Propn, Upos::Verb, Upos::Propn];
        assert_eq!(
            adverbials(&pieces, &upos),
            [false, true, true, false, false]
        );
        let opening = ["On", "Friday", "Albania", "protested"];
        let pieces = split(&opening, &[none, time], &words, &[]);
        let upos = [Upos::Adp, Upos::Propn, Upos::Propn, Upos::Verb];
        assert!(!adverbials(&pieces, &upos).contains(&true));
    }

    #[test]
    fn circles_and_second_roots_are_repaired() {
        let node = |head, deprel: &'static str| Node {
            upos: Upos::X,
            tag: "",
            head,
            deprel: deprel.into(),
            confidence: 1.0,
        };
        let mut tree = Tree {
            nodes: vec![
                node(Some(1), "obj"),
                node(Some(0), "obj"),
                node(None, "root"),
                node(None, "root"),
            ],
        };
        repair(&mut tree);
        assert_eq!(tree.nodes.iter().filter(|n| n.head.is_none()).count(), 1);
        let mut circle = Tree {
            nodes: vec![node(Some(1), "obj"), node(Some(0), "obj")],
        };
        repair(&mut circle);
        assert_eq!(
            circle.nodes.iter().filter(|n| n.deprel == "root").count(),
            1
        );
    }
}
