//! The statistical name tagger: one linear model for Swedish, German and English (trained with Danish and Norwegian beside them).
//!
//! In: the tokens of a sentence and its language, perhaps what the rest of the article says of them. Out: one [`Tag`] a token, with a probability.
//! Invariants: same tokens, same tags; tags obey the BIO scheme; nothing is written to, so that threads may share a tagger.
//! Does not: know the gazetteer's entries or decide who is meant.

pub mod decode;
pub mod document;
pub mod features;
pub mod hash;
pub mod model;
pub mod table;
pub mod words;

use crate::base::recall::Recall;
use crate::lexicon::{DataError, DataFiles};
use features::Sentence;
use model::{Model, Scores, TAGS};
use table::Placed;

/// Path of the model below `data/`.
pub const MODEL: &str = "models/ner.bin";

/// Class of a name, as tagged corpora have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameClass {
    /// A human being.
    Person,
    /// A place, states included.
    Location,
    /// A body with a name.
    Organisation,
}

impl NameClass {
    /// Every class, in the order of the model's tags.
    pub const ALL: [NameClass; 3] = [Self::Person, Self::Location, Self::Organisation];

    /// Returns the label of tagged corpora.
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "PER",
            Self::Location => "LOC",
            Self::Organisation => "ORG",
        }
    }
}

/// Where a token stands in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In none.
    Outside,
    /// First token of one.
    Begin(NameClass),
    /// Later token of one.
    Inside(NameClass),
}

impl Place {
    /// Returns the place of a tag index of the model.
    pub fn from_index(index: usize) -> Self {
        let class = index
            .checked_sub(1)
            .and_then(|i| NameClass::ALL.get(i / 2).copied());
        match class {
            None => Self::Outside,
            Some(class) if index % 2 == 1 => Self::Begin(class),
            Some(class) => Self::Inside(class),
        }
    }

    /// Returns the class of the name the token is part of.
    pub fn class(self) -> Option<NameClass> {
        match self {
            Self::Outside => None,
            Self::Begin(class) | Self::Inside(class) => Some(class),
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Outside => f.write_str("O"),
            Self::Begin(class) => write!(f, "B-{}", class.label()),
            Self::Inside(class) => write!(f, "I-{}", class.label()),
        }
    }
}

/// The tag of one token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tag {
    /// Where the token stands.
    pub place: Place,
    /// Probability of that place given the whole sentence, 0 to 1.
    pub confidence: f32,
}

/// The tagger.
#[derive(Debug)]
pub struct Tagger {
    model: Model,
    known: Recall<words::Word>,
    /// Scores of words alone, by [`Sentence::manner`].
    alone: Recall<Scores>,
}

impl Tagger {
    /// Opens the model of the data files. No table is built, so this costs microseconds.
    ///
    /// # Errors
    /// [`DataError`] if the file is missing or no model.
    pub fn load(files: &DataFiles) -> Result<Self, DataError> {
        let invalid = |message| DataError::Invalid {
            path: MODEL.to_owned(),
            entry: "header".to_owned(),
            message,
        };
        Model::read(files.bytes(MODEL)?)
            .map(Self::new)
            .map_err(invalid)
    }

    /// Wraps a model that was read elsewhere.
    pub fn new(model: Model) -> Self {
        Self {
            model,
            known: Recall::default(),
            alone: Recall::default(),
        }
    }

    /// Tags the tokens of one sentence; `lang` is a two-letter code. O(tokens).
    pub fn tag(&self, tokens: &[&str], lang: &str) -> Vec<Tag> {
        self.tag_with(tokens, lang, &[])
    }

    /// Tags like [`Tagger::tag`], with scores added per token and tag ("the article calls this token a person elsewhere").
    /// `priors` are natural-log odds; missing ones count as zero.
    pub fn tag_with(&self, tokens: &[&str], lang: &str, priors: &[Scores]) -> Vec<Tag> {
        let mut emissions = self.emissions(tokens, lang);
        for (scores, prior) in emissions.iter_mut().zip(priors) {
            for (score, add) in scores.iter_mut().zip(prior) {
                *score += add;
            }
        }
        let transitions = self.model.transitions(self.model.group(lang));
        let path = decode::viterbi(&emissions, transitions);
        let mut space = decode::Space::default();
        decode::marginals(&emissions, transitions, &mut space);
        path.iter()
            .zip(&space.marginals)
            .map(|(tag, row)| Tag {
                place: Place::from_index(*tag),
                confidence: row[*tag],
            })
            .collect()
    }

    /// Scores every token. The weights of a token's features are called for before those of the token before it are added, which by then have come.
    fn emissions(&self, tokens: &[&str], lang: &str) -> Vec<Scores> {
        let group = self.model.group(lang);
        let words = words::describe(tokens, group, &self.model.knowledge(), &self.known);
        let sentence = Sentence::new(words, group);
        let mut features = Vec::with_capacity(128);
        let (mut called, mut before) = (Vec::new(), Vec::new());
        let mut scores: Vec<Scores> = Vec::with_capacity(tokens.len());
        let add_last = |scores: &mut [Scores], placed: &[Placed]| {
            if let Some(last) = scores.last_mut() {
                *last = self.model.add(*last, placed);
            }
        };
        for (i, token) in tokens.iter().enumerate() {
            self.alone.call(token, sentence.manner(i));
        }
        for (i, token) in tokens.iter().enumerate() {
            let alone = self.alone.ask(token, sentence.manner(i), || {
                features.clear();
                features::alone(&sentence, i, &mut features);
                self.model.call(&features, &mut called);
                self.model.add([0.0; TAGS], &called)
            });
            features.clear();
            features::around(&sentence, i, &mut features);
            self.model.call(&features, &mut called);
            add_last(&mut scores, &before);
            scores.push(alone);
            std::mem::swap(&mut called, &mut before);
        }
        add_last(&mut scores, &before);
        scores
    }
}

const _: () = assert!(TAGS == 2 * NameClass::ALL.len() + 1);
