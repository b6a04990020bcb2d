//! Syntax: a part-of-speech tagger and a greedy dependency parser, trained by `examples/train_syntax`, with rules on top.
//!
//! In: the tokens of a sentence and what is known about them (names, time expressions). Out: a [`Tree`] and, over it, the clause parts that event
//! extraction asks for ([`clause`]). Invariants: never panics; the same tokens give the same tree; every tree has one root and no circle.
//! Does not: find names or dates.

mod attributive;
pub mod clause;
pub mod features;
mod halves;
mod headline;
pub mod heuristic;
mod insert;
pub mod labels;
mod mend;
pub mod model;
pub mod parser;
mod passive;
mod second;
mod standin;
pub mod tagger;
mod unit;
pub mod word;
pub mod words;

pub use clause::Clause;
pub(crate) use mend::comment::COMMENT;
pub use model::ModelError;
pub use words::SyntaxWords;

use crate::base::analysis::{Label, Node, Tree, Upos};
use crate::base::lasting::lasting;
use crate::base::letters::small;
use crate::lexicon::DataFiles;
use features::Context;
use model::{Header, Model};
use parser::{Parsed, Scorers, parse};
use std::ops::Range;
use unit::Layout;

/// What is known about a token before it is parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TokenHint {
    /// The token belongs to a recognized name: it is tagged as a proper noun.
    pub proper_noun: bool,
    /// Number of the name or time expression the token belongs to: neighbours with the same number are parsed as one word.
    pub unit: Option<u32>,
    /// Is the unit a time expression? Where it stands as an adverbial, a plain adverb of time is parsed in its place.
    pub time: bool,
    /// Is the unit a name in the genitive ("Norges")?
    pub genitive: bool,
    /// Is the unit the name of a woman?
    pub feminine: bool,
    /// Does the unit name several?
    pub plural: bool,
    /// The token is a noun whatever the tagger thinks: the head of a recognized group or a compound with a name ("UN-Soldat").
    pub noun: bool,
}

/// A tagger and parser of one language. Shared between threads freely; parsing changes nothing.
#[derive(Debug)]
pub struct Parser {
    model: Model,
    names: Names,
    words: SyntaxWords,
    known: tagger::Known,
}

/// What a model calls its tags and relations.
#[derive(Debug)]
struct Names {
    tags: Vec<&'static str>,
    labels: Vec<Label>,
}

impl Names {
    fn of(header: &Header) -> Self {
        let labels = header.labels.iter().map(|l| lasting(l).into());
        Self {
            tags: header.tags.iter().map(|t| lasting(t)).collect(),
            labels: labels.collect(),
        }
    }
}

impl Parser {
    /// Loads the model and the word lists of a language (two-letter code).
    ///
    /// # Errors
    /// [`ModelError`] if a file is missing or unsound; languages without a treebank have no model.
    pub fn load(files: &DataFiles, lang: &str) -> Result<Self, ModelError> {
        let path = format!("models/syntax-{lang}.bin");
        let model = Model::read(&files.bytes(&path)?, &path)?;
        let words = files.ron(&format!("languages/{lang}/syntax.ron"))?;
        Ok(Self {
            names: Names::of(&model.header),
            model,
            words,
            known: tagger::Known::default(),
        })
    }

    /// Returns the word lists.
    pub fn words(&self) -> &SyntaxWords {
        &self.words
    }

    /// Parses one sentence.
    ///
    /// Input: `tokens` in order; `hints` runs beside them and may be shorter. Output: one node a token. A unit's head carries its relation, its other
    /// tokens hang below. A time expression at the edge of a clause is parsed as a stand-in; inside a clause ("X on Friday denounced Y") it is set
    /// aside while the rest is parsed and keeps the place it had in a first parse. Complexity: linear in the number of tokens.
    pub fn parse(&self, tokens: &[&str], hints: &[TokenHint]) -> Tree {
        let halves = halves::find(tokens, hints, &self.words);
        let split = (halves.len() > 1).then(|| self.parse_apart(&halves, tokens, hints));
        split
            .flatten()
            .unwrap_or_else(|| self.parse_whole(tokens, hints))
    }

    /// Parses the halves of a sentence apart; none if they are no statements of their own.
    fn parse_apart(
        &self,
        halves: &[Range<usize>],
        tokens: &[&str],
        hints: &[TokenHint],
    ) -> Option<Tree> {
        let trees = halves.iter().map(|half| {
            let hints = hints.get(half.start..hints.len().min(half.end));
            Some(self.parse_whole(tokens.get(half.clone())?, hints.unwrap_or_default()))
        });
        let mark = Node {
            upos: Upos::Punct,
            tag: "PUNCT",
            head: None,
            deprel: "punct".into(),
            confidence: 1.0,
        };
        let nodes = vec![mark; tokens.len()];
        halves::join(
            halves,
            trees.collect::<Option<Vec<Tree>>>()?,
            Tree { nodes },
        )
    }

    fn parse_whole(&self, tokens: &[&str], hints: &[TokenHint]) -> Tree {
        let stands = standin::find(tokens, hints, &self.words);
        let pieces = unit::split(tokens, hints, &self.words, &stands);
        let mut nodes: Vec<Option<Node>> = stands.iter().map(|s| (*s)?.inner()).collect();
        let upos = self.fill(&mut nodes, &pieces, hints);
        self.refine(&mut nodes, &pieces, &upos, hints);
        let mut tree = Tree {
            nodes: nodes.into_iter().flatten().collect(),
        };
        standin::relabel(&mut tree, &stands);
        unit::repair(&mut tree);
        let lower: Vec<String> = tokens.iter().map(|t| small(t).into_owned()).collect();
        mend::phrases::common_head(tokens, hints, &mut tree, &self.words);
        mend::phrases::before_time(hints, &mut tree);
        mend::subject::between_names(hints, &mut tree);
        mend::adjacent::two_names(hints, &mut tree, &lower, &self.words);
        mend::bare::two_adjectives(hints, &mut tree);
        mend::bare::closing_word(hints, &mut tree, &lower, &self.words);
        mend::loose::particle_before_time(hints, &mut tree);
        mend::opening::name_behind(hints, &mut tree, &lower, &self.words);
        mend::opening::office_behind(hints, &mut tree, &lower, &self.words);
        mend::pronouns::behind_preposition(hints, &mut tree, &lower, &self.words);
        mend::pronouns::oblique_before_name(hints, &mut tree, &lower, &self.words);
        mend::mend(tokens, &lower, &mut tree, &self.words);
        // Once more: some relative clauses and subjects are found only now.
        mend::adjacent::two_names(hints, &mut tree, &lower, &self.words);
        mend::pronouns::oblique_before_name(hints, &mut tree, &lower, &self.words);
        mend::holder::mend(hints, &mut tree, &lower, &self.words);
        mend::pronouns::thing_given(hints, &mut tree, &lower, &self.words);
        if let Some(phrase) = second::first_phrase(&pieces, hints, &self.words) {
            second::subject(&mut tree, &pieces, phrase, tokens, &self.words);
        }
        second::by_elimination(&mut tree, (tokens, &lower), &self.words);
        mend::subject::office_first(hints, &mut tree, &lower, &self.words);
        second::shared_subject(&mut tree, &self.words);
        second::name_owners(&mut tree, hints);
        mend::subject::before_own(&mut tree, &lower, &self.words);
        second::part_names(&mut tree, hints, &self.words);
        mend::phrases::named_nouns(&mut tree);
        mend::loose::behind_colon(&mut tree, &lower);
        mend::loose::nominatives(&mut tree, &lower, &self.words);
        mend::adjacent::behind_helper(&mut tree, &lower, &self.words);
        mend::causative::mend(&mut tree, &lower, &self.words);
        // Rules that move several arcs may have left a second root or a circle.
        unit::repair(&mut tree);
        passive::mark(&lower, &mut tree, &self.words);
        heuristic::weigh(&mut tree);
        tree
    }

    /// Parses once more without what stands in the way: times and adverbs of several words inside a clause, relative clauses between commas and the
    /// phrases of participles before their nouns, which are parsed apart.
    fn refine(
        &self,
        nodes: &mut [Option<Node>],
        pieces: &[unit::Piece<'_>],
        upos: &[Upos],
        hints: &[TokenHint],
    ) {
        let aside = unit::adverbials(pieces, upos);
        let inserts = insert::find(pieces, upos, &self.words);
        let attributes = attributive::find(pieces, upos, &self.words);
        if inserts.is_empty() && attributes.is_empty() && !aside.contains(&true) {
            return;
        }
        let apart = |i: &usize| attributes.iter().any(|a| a.phrase.contains(i));
        let kept = |i: &usize| aside.get(*i) != Some(&true) && !apart(i);
        let select = |wanted: &dyn Fn(usize) -> bool| -> Vec<unit::Piece<'_>> {
            let chosen = (0..pieces.len()).filter(kept).filter(|&i| wanted(i));
            chosen.filter_map(|i| pieces.get(i).cloned()).collect()
        };
        let mut clear = vec![None; nodes.len()];
        let mut rest = select(&|i| !inserts.iter().any(|insert| insert.holds(i)));
        attributive::name_participles(&mut rest, pieces, &attributes);
        self.fill(&mut clear, &rest, hints);
        for insert in &inserts {
            let mut clause = select(&|i| insert.clause.contains(&i));
            insert.name_pronoun(&mut clause);
            self.fill(&mut clear, &clause, hints);
            insert::join(&mut clear, nodes, pieces, insert, &self.words);
        }
        for attribute in &attributes {
            let timeless = attribute.phrase.clone();
            let timeless = timeless.filter(|i| aside.get(*i) != Some(&true));
            let phrase: Vec<_> = timeless.filter_map(|i| pieces.get(i).cloned()).collect();
            self.fill(&mut clear, &phrase, hints);
            attributive::join(&mut clear, pieces, attribute);
        }
        for (slot, node) in nodes.iter_mut().zip(clear) {
            *slot = node.or(slot.take());
        }
    }

    /// Tags and parses pieces and gives a node to every token of theirs that has none. Output: the parts of speech beside the pieces.
    fn fill(
        &self,
        nodes: &mut [Option<Node>],
        pieces: &[unit::Piece<'_>],
        hints: &[TokenHint],
    ) -> Vec<Upos> {
        let header = &self.model.header;
        let mut scratch = Vec::new();
        let hashed: Vec<word::Word> = pieces
            .iter()
            .map(|p| word::Word::new(&p.text, &mut scratch))
            .collect();
        let mut forced: Vec<Option<Upos>> = pieces.iter().map(|p| p.forced).collect();
        if let Some(verb) = second::verb(pieces, hints, &self.words) {
            // The participle of an attribute is no predicate.
            if forced[verb] != Some(Upos::Adj) {
                forced[verb] = Some(Upos::Verb);
            }
        }
        if let Some(verb) = second::behind_pronoun(pieces, &self.words) {
            forced[verb] = Some(Upos::Verb);
            forced[verb - 1] = Some(Upos::Pron);
        }
        for verb in second::joined_verbs(pieces, &self.words) {
            forced[verb] = Some(Upos::Verb);
        }
        let content: Vec<bool> = pieces
            .iter()
            .map(|p| self.words.is_content(&p.text))
            .collect();
        let texts: Vec<&str> = pieces.iter().map(|p| p.text.as_ref()).collect();
        let tag = |forced: &[Option<Upos>]| {
            tagger::tag_known(
                (&texts, &hashed),
                forced,
                &content,
                header,
                (&self.model.tagger, &self.known),
            )
        };
        let mut tags = tag(&forced);
        let name = |i: usize| tags.get(i).and_then(|&t| header.tags.get(t));
        let finite = |i: usize| name(i).is_some_and(|t| FINITE.iter().any(|f| t.starts_with(f)));
        let nominal = |i: usize| {
            let upos = tags.get(i).and_then(|&t| header.upos.get(t));
            matches!(
                upos,
                Some(Upos::Noun | Upos::Adj | Upos::Num | Upos::Det | Upos::Propn)
            )
        };
        if let Some(verb) = headline::verb(pieces, hints, (finite, nominal), &self.words) {
            forced[verb] = Some(Upos::Verb);
            tags = tag(&forced);
        }
        let upos: Vec<Upos> = tags
            .iter()
            .map(|&t| header.upos.get(t).copied().unwrap_or_default())
            .collect();
        let layout = Layout::new(pieces, &upos, &self.words.name_genitive);
        let kept = &layout.kept;
        let context = Context::new(
            kept.iter().map(|&i| hashed[layout.shown[i]]).collect(),
            kept.iter().map(|&i| tags[layout.shown[i]]).collect(),
            kept.iter().map(|&i| upos[i]).collect(),
        );
        let scorers = Scorers {
            actions: &self.model.actions,
            labels: &self.model.labels,
            relabels: &self.model.relabels,
            language: header.language,
        };
        let parsed = parse(&context, scorers);
        self.on_tokens(nodes, (pieces, hints), &layout, &tags, &parsed);
        upos
    }

    /// Brings the parse of the kept pieces back to the tokens.
    fn on_tokens(
        &self,
        nodes: &mut [Option<Node>],
        (pieces, hints): (&[unit::Piece<'_>], &[TokenHint]),
        layout: &Layout,
        tags: &[usize],
        parsed: &Parsed,
    ) {
        let header = &self.model.header;
        for (i, piece) in pieces.iter().enumerate() {
            let Some(slot) = nodes.get_mut(piece.token).filter(|s| s.is_none()) else {
                continue;
            };
            let upos = tags
                .get(i)
                .and_then(|&t| header.upos.get(t))
                .copied()
                .unwrap_or_default();
            let (head, deprel, confidence) = match layout.head_in_unit[i] {
                Some(head) => {
                    let name = hints.get(piece.token).is_some_and(|h| h.proper_noun);
                    // The "von" of a name opens no phrase.
                    let relation = if name {
                        "flat"
                    } else {
                        unit::inner_relation(upos)
                    };
                    (Some(head), relation.into(), 1.0)
                }
                None => self.outside(pieces, layout, parsed, layout.position[i]),
            };
            *slot = Some(Node {
                upos,
                tag: tags
                    .get(i)
                    .and_then(|&t| self.names.tags.get(t))
                    .copied()
                    .unwrap_or_default(),
                head: head.and_then(|h| pieces.get(h)).map(|p| p.token),
                deprel,
                confidence,
            });
        }
    }

    /// Returns head piece, relation and confidence of a kept piece; an arc inside a token is followed to where it leaves the token.
    fn outside(
        &self,
        pieces: &[unit::Piece<'_>],
        layout: &Layout,
        parsed: &Parsed,
        position: usize,
    ) -> (Option<usize>, Label, f32) {
        let token = |k: usize| {
            layout
                .kept
                .get(k)
                .and_then(|&i| pieces.get(i))
                .map(|p| p.token)
        };
        let mut at = position;
        for _ in 0..pieces.len() {
            match parsed.heads.get(at) {
                Some(&head) if token(head).is_some() && token(head) == token(position) => at = head,
                _ => break,
            }
        }
        let label = parsed
            .labels
            .get(at)
            .and_then(|&l| self.names.labels.get(usize::from(l)));
        let margin = parsed.margins.get(at).copied().unwrap_or(0.0);
        (
            parsed
                .heads
                .get(at)
                .and_then(|&h| layout.kept.get(h))
                .copied(),
            label.copied().unwrap_or_default(),
            heuristic::confidence(margin, self.model.header.margin),
        )
    }
}

/// Starts of the tags of finite verbs and auxiliaries.
const FINITE: [&str; 2] = ["VERB-Fin", "AUX"];

const UPOS: [(Upos, &str); 17] = [
    (Upos::Adj, "ADJ"),
    (Upos::Adp, "ADP"),
    (Upos::Adv, "ADV"),
    (Upos::Aux, "AUX"),
    (Upos::Cconj, "CCONJ"),
    (Upos::Det, "DET"),
    (Upos::Intj, "INTJ"),
    (Upos::Noun, "NOUN"),
    (Upos::Num, "NUM"),
    (Upos::Part, "PART"),
    (Upos::Pron, "PRON"),
    (Upos::Propn, "PROPN"),
    (Upos::Punct, "PUNCT"),
    (Upos::Sconj, "SCONJ"),
    (Upos::Sym, "SYM"),
    (Upos::Verb, "VERB"),
    (Upos::X, "X"),
];

/// Returns the standard's name of a part of speech.
pub fn upos_name(upos: Upos) -> &'static str {
    UPOS.iter().find(|u| u.0 == upos).map_or("X", |u| u.1)
}

/// Reads the standard's name of a part of speech.
pub fn parse_upos(name: &str) -> Option<Upos> {
    UPOS.iter().find(|u| u.1 == name).map(|u| u.0)
}
