//! One sentence as the event stage sees it: words, lemmas, tree, and which mention or time expression stands on which token.
//!
//! In: the records of the earlier stages. Out: [`View`] with look-ups that are cheap to ask again and again.
//! Invariant: every token index handed out lies inside the sentence. Does not: decide what is an event.

use super::Input;
use crate::base::analysis::{
    Dependents, EntityClass, Mention, MentionForm, Node, Sentence, Tree, Upos,
};
use crate::base::letters::small;
use crate::base::span::{Span, overlapping};
use crate::lexicon::Pack;
use crate::lexicon::cues::Cues;
use crate::lexicon::word_set::{WordSet, end_mark, mark, with_ends};
use std::sync::Arc;

/// How far below a head its words are sought.
const REACH: usize = 3;

/// A sentence with everything known about it.
pub struct View<'a> {
    /// Article text.
    pub text: &'a str,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Its tree.
    pub tree: &'a Tree,
    /// Cue words of the language.
    pub cues: &'a Cues,
    /// Lower-case forms.
    pub forms: Vec<String>,
    /// Candidate lemmas, best first, lower case; verb lemmas with a separated particle come first.
    pub lemmas: Vec<Arc<[String]>>,
    /// Mention on each token.
    pub mention_at: Vec<Option<usize>>,
    /// Time expression on each token.
    pub timex_at: Vec<Option<usize>>,
    mentions: &'a [Mention],
    children: Dependents,
    marks: Vec<Marks>,
}

/// The marks of a token's words: what is asked of it is mostly refused by them.
#[derive(Debug, Clone, Copy, Default)]
struct Marks {
    /// Of its form and its best lemma, with those of the ends of all its words.
    best: u128,
    /// Of its form and all its lemmas.
    all: u64,
}

impl<'a> View<'a> {
    /// Gathers what is known about a sentence; the lists of `input` are those of the whole article.
    pub fn new(input: Input<'a>, sentence: &'a Sentence, tree: &'a Tree, pack: &'a Pack) -> Self {
        let n = sentence.tokens.len();
        let text = input.article.text.as_str();
        let forms = sentence
            .tokens
            .iter()
            .map(|t| small(t.span.of(text)).into_owned())
            .collect();
        let here = sentence.span;
        let mentions = overlapping(input.mentions, |m| m.span, here)
            .filter_map(|i| Some((i, input.mentions.get(i)?.span)));
        let units = overlapping(input.units, |u| u.span, here)
            .filter_map(|i| input.units.get(i))
            .filter_map(|u| Some((u.mention?, u.span)));
        let timexes = overlapping(input.timexes, |t| t.span, here)
            .filter_map(|i| Some((i, input.timexes.get(i)?.span)));
        let mut view = Self {
            text,
            sentence,
            tree,
            cues: pack.cues(),
            forms,
            lemmas: Vec::new(),
            // A unit comes last: on a title stands the one who holds it.
            mention_at: on_tokens(sentence, mentions.chain(units)),
            timex_at: on_tokens(sentence, timexes),
            mentions: input.mentions,
            children: Dependents::new(tree, n),
            marks: Vec::new(),
        };
        view.lemmas = (0..n).map(|i| view.lemmas_of(i, pack)).collect();
        view.marks = (0..n).map(|i| view.marks_of(i)).collect();
        view
    }

    /// The lemmas of a token, as the language has them unless the sentence knows better. O(its dependents).
    fn lemmas_of(&self, i: usize, pack: &Pack) -> Arc<[String]> {
        let lower = self.form(i);
        // "according to X" is a form of no other word.
        if self.cues.source_adpositions.contains(lower) {
            return [lower.to_owned()].into();
        }
        let upos = self.upos(i);
        let form = self.sentence.tokens.get(i);
        let form = form.map_or("", |t| t.span.of(self.text));
        let known = pack.inflection().lemmas(form, Some(upos));
        let verb = matches!(upos, Upos::Verb | Upos::Aux);
        let particle = |c: &&usize| verb && self.deprel(**c) == "compound:prt";
        let mut particles = self.children(i).iter().filter(particle).peekable();
        let has_form = known.iter().any(|l| l == lower);
        if has_form && particles.peek().is_none() {
            return known;
        }
        let form = (!has_form).then(|| lower.to_owned());
        let own: Vec<String> = known.iter().cloned().chain(form).collect();
        let joined =
            particles.flat_map(|&c| own.iter().map(move |l| format!("{}{l}", self.form(c))));
        joined.chain(own.iter().cloned()).collect()
    }

    fn marks_of(&self, i: usize) -> Marks {
        let (form, lemmas) = (self.form(i), self.lemmas_at(i).iter());
        let ends = lemmas
            .clone()
            .fold(end_mark(form), |all, l| all | end_mark(l));
        let mut lemmas = lemmas.map(|l| mark(l));
        let best = mark(form) | lemmas.next().unwrap_or_default();
        Marks {
            best: with_ends(best, ends),
            all: lemmas.fold(best, |all, m| all | m),
        }
    }

    /// Lemmas of a token, none outside the sentence.
    #[inline]
    fn lemmas_at(&self, i: usize) -> &[String] {
        self.lemmas.get(i).map_or(&[], |l| l)
    }

    /// Number of tokens.
    #[inline]
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Tells whether the sentence has no token.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// Lower-case form of a token.
    #[inline]
    pub fn form(&self, i: usize) -> &str {
        self.forms.get(i).map_or("", String::as_str)
    }

    /// Part of speech of a token.
    #[inline]
    pub fn upos(&self, i: usize) -> Upos {
        self.tree.nodes.get(i).map_or(Upos::X, |n| n.upos)
    }

    /// Is the noun definite by an article or by its ending?
    pub fn is_definite(&self, noun: usize) -> bool {
        let article =
            |&c: &usize| self.relation(c) == "det" && self.cues.definite.contains(self.form(c));
        let ending = |e: &String| self.form(noun).ends_with(e.as_str());
        let lemmas = self.lemmas_at(noun);
        let suffixed = |s: &String| {
            let stem = self.form(noun).strip_suffix(s.as_str());
            stem.is_some_and(|stem| lemmas.iter().any(|l| l == stem))
        };
        self.children(noun).iter().any(article)
            || self.cues.definite_endings.iter().any(ending)
            || self.cues.definite_suffixes.iter().any(suffixed)
    }

    /// Is the token a finite verb?
    #[inline]
    pub fn is_finite(&self, i: usize) -> bool {
        let node = self.tree.nodes.get(i);
        node.is_some_and(|n| n.tag.starts_with("VERB-Fin"))
    }

    /// Relation of a token to its head.
    #[inline]
    pub fn deprel(&self, i: usize) -> &str {
        self.tree.nodes.get(i).map_or("", |n| n.deprel.as_str())
    }

    /// Relation without its subtype.
    #[inline]
    pub fn relation(&self, i: usize) -> &str {
        self.tree.nodes.get(i).map_or("", Node::relation)
    }

    /// Head of a token.
    #[inline]
    pub fn head(&self, i: usize) -> Option<usize> {
        self.tree
            .nodes
            .get(i)
            .and_then(|n| n.head)
            .filter(|&h| h < self.len() && h != i)
    }

    /// Dependents of a token, left to right.
    #[inline]
    pub fn children(&self, i: usize) -> &[usize] {
        self.children.of(i)
    }

    /// Is the token's form or best lemma one of the words? A word with `*` in front is met by compounds that end in it, too.
    pub fn is_word(&self, i: usize, words: &[String]) -> bool {
        let lemmas = self.lemmas_at(i);
        // "Köpenhamn" is no harbour.
        let name = || self.is_place_or_person(i) && !self.form(i).contains('-');
        words.iter().any(|w| match w.strip_prefix('*') {
            Some(last) if name() => self.form(i) == last,
            Some(last) => self.form(i).ends_with(last) || lemmas.iter().any(|l| l.ends_with(last)),
            None => self.form(i) == w || lemmas.first() == Some(w),
        })
    }

    /// Does the token belong to the name of a person, a place or a state?
    fn is_place_or_person(&self, i: usize) -> bool {
        let mention = self.mention_at.get(i).copied().flatten();
        let mention = mention.and_then(|m| self.mentions.get(m));
        mention.is_some_and(|m| {
            let body = matches!(m.class, EntityClass::Organisation | EntityClass::Group);
            m.form == MentionForm::Name && !body && self.upos(i) == Upos::Propn
        })
    }

    /// The marks of what [`View::is_word`] compares of a token.
    #[inline]
    pub fn marks(&self, i: usize) -> u128 {
        self.marks.get(i).map_or(0, |m| m.best)
    }

    /// Has the token one of the lemmas or forms?
    pub fn is_any<'w>(&self, i: usize, mut words: impl Iterator<Item = &'w String>) -> bool {
        words.any(|w| self.form(i) == w || self.lemmas_at(i).contains(w))
    }

    /// Is the token's form or a lemma of it in the set?
    pub fn in_set(&self, i: usize, set: &WordSet) -> bool {
        let marks = self.marks.get(i).map_or(0, |m| m.all);
        set.may_hold(marks)
            && (set.contains(self.form(i)) || self.lemmas_at(i).iter().any(|l| set.contains(l)))
    }

    /// Tokens below `head` down to a small depth, time expressions left out, the head itself left out.
    pub fn below(&self, head: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut level = vec![head];
        for _ in 0..REACH {
            // Below a length of time the words count again ("zwölf Jahren Haft").
            level = level
                .iter()
                .filter(|&&i| i == head || !self.is_joined_verb(i))
                .flat_map(|&i| self.children(i).iter().copied())
                .filter(|&c| !self.is_other_clause(c))
                .collect();
            let timeless = |c: &&usize| !self.is_temporal(**c);
            found.extend(level.iter().filter(timeless));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Is the token the verb of a clause with a subject of its own that is not what the head says ("…, who left", "unless X agrees")?
    fn is_other_clause(&self, i: usize) -> bool {
        let beside = matches!(self.relation(i), "advcl" | "conj" | "parataxis" | "acl");
        let own = |&c: &usize| self.relation(c) == "nsubj";
        beside && self.upos(i) == Upos::Verb && self.children(i).iter().any(own)
    }

    /// "met X and pressed Y": is it a verb beside the one before, with something of its own behind it? One that shares its object has none.
    pub fn is_joined_verb(&self, i: usize) -> bool {
        let verb = |v: usize| self.upos(v) == Upos::Verb;
        let joined = self.relation(i) == "conj" && verb(i) && self.head(i).is_some_and(verb);
        let opens = |c: usize| matches!(self.relation(c), "cc" | "punct" | "advmod" | "compound");
        let linked = |&c: &usize| matches!(self.relation(c), "cc" | "punct") && c < i;
        let children = self.children(i);
        joined && children.iter().any(linked) && children.iter().any(|&c| !opens(c))
    }

    /// Does the token belong to a time expression, or open one ("on" of "on Tuesday")?
    fn is_temporal(&self, i: usize) -> bool {
        let timed = |t: usize| self.timex_at.get(t).copied().flatten().is_some();
        timed(i) || self.relation(i) == "case" && self.head(i).is_some_and(timed)
    }

    /// Heads above `i`, nearest first; stops where the tree would turn in a circle.
    pub fn above(&self, i: usize) -> Vec<usize> {
        let mut chain = Vec::new();
        let mut at = i;
        while let Some(head) = self.head(at) {
            if chain.contains(&head) {
                break;
            }
            chain.push(head);
            at = head;
        }
        chain
    }

    /// Bytes from the first to the last of the tokens.
    pub fn span_of(&self, tokens: impl IntoIterator<Item = usize>) -> Span {
        let spans = tokens
            .into_iter()
            .filter_map(|i| self.sentence.tokens.get(i))
            .map(|t| t.span);
        spans
            .reduce(|a, b| a.cover(b))
            .unwrap_or(self.sentence.span)
    }
}

/// Which of the numbered spans stands on each token; later ones win.
fn on_tokens(
    sentence: &Sentence,
    spans: impl Iterator<Item = (usize, Span)>,
) -> Vec<Option<usize>> {
    let mut found = vec![None; sentence.tokens.len()];
    for (index, span) in spans {
        for (slot, token) in found.iter_mut().zip(&sentence.tokens) {
            if token.span.overlaps(span) {
                *slot = Some(index);
            }
        }
    }
    found
}
