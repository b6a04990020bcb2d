//! `languages/<code>/triggers.ron`: the words that name events, and where their participants stand.
//!
//! In: RON. Out: [`Triggers`], indexed by head lemma. An entry speaks of lemmas and grammatical slots, never of one sentence.
//! Invariants: every entry names an event type and mode of the ontology and a frame of its file; ids are unique.

use super::embed::{DataError, DataFiles};
use super::ontology::Ontology;
use super::word_set::{WordSet, end_mark, mark, with_ends};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A place in the clause where a participant can stand, in the words of dependency grammar.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Slot {
    /// Who does it: active subject, agent of a passive; of a noun the subject of its support verb, its possessor or its agent phrase.
    Subject,
    /// Whom it is done to: direct object, subject of a passive; of a noun its object phrase.
    Object,
    /// Indirect object.
    Indirect,
    /// Phrase opened by the adposition.
    Prep(String),
    /// Possessor of the trigger noun or of the object ("Iran's program").
    Genitive,
    /// Subject of the clause that completes the verb ("demanded that Iran …").
    Complement,
    /// Who says the clause ("X said that Y must …").
    Speaker,
    /// Subject, if it names several, else subject and object alike: for acts of equals.
    Both,
}

/// Where the participants of a family of triggers stand; the first slot that holds a mention wins.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Slots of those who act.
    pub agent: Vec<Slot>,
    /// Slots of those acted upon.
    #[serde(default)]
    pub recipient: Vec<Slot>,
    /// Slots of the third party.
    #[serde(default)]
    pub mediator: Vec<Slot>,
    /// A noun's "of" names who acts as soon as another slot names the other party ("the visit of X to Y", but "the visit of X").
    #[serde(default)]
    pub of_acts: bool,
    /// Only the slots name who is acted upon; what else the clause mentions does not ("a plane came down in X").
    #[serde(default)]
    pub strict: bool,
    /// Only a phrase that is itself a mention fills a recipient slot, not one that mentions somebody further in ("welcomed X", but "welcomed a warrant
    /// against X").
    #[serde(default)]
    pub itself: bool,
}

/// How nouns of the language carry what verbs give by subject and object.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NominalSlots {
    /// Verbs that only carry a noun ("hold talks", "ein Gespräch führen"), lemmas.
    pub support: WordSet,
    /// Verbs that carry a noun behind an adposition ("with": "responded with sanctions"), by the adposition.
    #[serde(default)]
    pub support_by: BTreeMap<String, WordSet>,
    /// Adpositions of who does it ("by", "av", "durch").
    pub agent: Vec<String>,
    /// Adpositions of whom it is done to ("of", "against").
    pub object: Vec<String>,
    /// The adposition of the bare possessor where it has two senses ("the attack of X", "the arrest of X").
    #[serde(default)]
    pub of: Vec<String>,
    /// Adpositions of participants who are equals ("between", "mellan", "zwischen").
    pub between: Vec<String>,
    /// Adpositions that open an act of asking whose wish the clause tells to be done ("at X's request, Y sent …").
    #[serde(default)]
    pub heeded: Vec<String>,
}

impl NominalSlots {
    /// Does the adposition stand between a noun and whose it is?
    pub fn owns(&self, adposition: &str) -> bool {
        self.of.iter().any(|o| o == adposition)
    }

    /// Does the adposition open an act of asking that is heeded?
    pub fn heeds(&self, adposition: &str) -> bool {
        self.heeded.iter().any(|h| h == adposition)
    }
}

/// One way of saying that something happened.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// "en.consult.phone"; unique.
    pub id: String,
    /// Event type of the ontology.
    pub event: String,
    /// Mode of the type.
    #[serde(default)]
    pub mode: Option<String>,
    /// Frame of this file.
    pub frame: String,
    /// Its verbs cannot do without an object: without one, and without an auxiliary, a past form is a passive ("Duterte arrested in Manila").
    #[serde(default)]
    pub transitive: bool,
    /// Its verbs mean something else where they say something of their object ("called X a thief" is no call).
    #[serde(default)]
    pub bare: bool,
    /// Its words tell what two do to each other ("traded accusations").
    #[serde(default)]
    pub mutual: bool,
    /// Verb phrases: head lemma, then words that must stand below it, alternatives parted by `|` ("impose sanction|embargo", "call off");
    /// `*` before an alternative stands for the first part of a compound ("aufheben *sperre"), `>` before a word says that it must be what the verb acts
    /// upon ("recall >ambassador|envoy").
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Noun phrases in the same notation ("phone call", "visit").
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Words below the head that turn it into something else.
    #[serde(default)]
    pub without: WordSet,
    /// Does it say that somebody does what another one did before ("followed suit")? Then it is told as that act, with its recipients.
    #[serde(default)]
    pub echoes: bool,
    /// Must someone be acted upon for this to be an event at all?
    #[serde(default)]
    pub needs_recipient: bool,
    /// May the recipient be a mere place ("visited Paris")? Its country stands in.
    #[serde(default)]
    pub place_recipient: bool,
    /// Only a person named in the text does it ("X is expected in Nairobi").
    #[serde(default)]
    pub by_person: bool,
    /// Only somebody who holds an office, or a state, does it ("X came to Nairobi").
    #[serde(default)]
    pub by_official: bool,
    /// The act is told as not done, whatever the clause says ("cancel a meeting").
    #[serde(default)]
    pub negated: bool,
    /// The act lies ahead, whatever the clause says ("plan to meet").
    #[serde(default)]
    pub planned: bool,
    /// What some of its words mean where one civilian does it to another ("X attacked Y in the debate").
    #[serde(default)]
    pub between_civilians: Vec<Figure>,
    /// Sentences in which it must be found, differently worded.
    pub matches: Vec<String>,
    /// Near misses in which it must not be found.
    pub silent: Vec<String>,
}

/// What a word means as a figure of speech.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Head lemmas it holds for.
    pub words: Vec<String>,
    /// Event type of the ontology.
    pub event: String,
    /// Mode of the type.
    #[serde(default)]
    pub mode: Option<String>,
    /// Words of a sentence that takes it literally ("knife", "wounded").
    pub unless: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TriggerFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    nominal: NominalSlots,
    frames: BTreeMap<String, Frame>,
    triggers: Vec<Trigger>,
}

/// A head lemma and the words that must stand below it.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// Index of the entry.
    pub trigger: usize,
    /// Is the head a verb (else a noun)?
    pub verbal: bool,
    /// The further words.
    pub words: Vec<Wanted>,
}

/// A word that must stand below the head of a phrase.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Must it be what the verb acts upon?
    pub object: bool,
    /// Its alternatives.
    pub alternatives: Vec<String>,
    /// Their marks, or those of their ends where they are the ends of compounds, as [`with_ends`] puts them.
    pub marks: u128,
}

impl Wanted {
    fn read(text: &str) -> Self {
        let word = text.strip_prefix('>');
        let alternatives = word.unwrap_or(text).split('|').map(str::to_lowercase);
        let alternatives: Vec<String> = alternatives.collect();
        let marks = alternatives.iter().map(|a| {
            let end = a.strip_prefix('*').map(end_mark);
            end.map_or_else(|| with_ends(mark(a), 0), |end| with_ends(0, end))
        });
        Self {
            object: word.is_some(),
            marks: marks.fold(0, |all, m| all | m),
            alternatives,
        }
    }
}

/// The triggers of one language.
#[derive(Debug)]
pub struct Triggers {
    /// Entries in file order.
    pub entries: Vec<Trigger>,
    /// Frames by name.
    pub frames: BTreeMap<String, Frame>,
    /// Noun habits.
    pub nominal: NominalSlots,
    heads: FxHashMap<String, Vec<Phrase>>,
}

impl Triggers {
    /// Reads and indexes the triggers of a language.
    ///
    /// # Errors
    /// [`DataError`] with the entry at fault.
    pub fn load(files: &DataFiles, path: &str) -> Result<Self, DataError> {
        let file: TriggerFile = files.ron(path)?;
        let mut heads: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
        for (trigger, entry) in file.triggers.iter().enumerate() {
            let invalid = |message: String| DataError::Invalid {
                path: path.to_owned(),
                entry: entry.id.clone(),
                message,
            };
            if !file.frames.contains_key(&entry.frame) {
                return Err(invalid(format!(
                    "frame {:?} is not among the frames of the file",
                    entry.frame
                )));
            }
            let phrases = entry
                .verbs
                .iter()
                .map(|p| (true, p))
                .chain(entry.nouns.iter().map(|p| (false, p)));
            for (verbal, text) in phrases {
                let mut words = text.split_whitespace();
                let head = words.next().ok_or_else(|| {
                    invalid("an empty phrase; a phrase begins with its head lemma".to_owned())
                })?;
                let words: Vec<Wanted> = words.map(Wanted::read).collect();
                for head in head.split('|') {
                    let phrase = Phrase {
                        trigger,
                        verbal,
                        words: words.clone(),
                    };
                    heads.entry(head.to_lowercase()).or_default().push(phrase);
                }
            }
        }
        for phrases in heads.values_mut() {
            phrases.sort_by_key(|p| std::cmp::Reverse(p.words.len()));
        }
        Ok(Self {
            entries: file.triggers,
            frames: file.frames,
            nominal: file.nominal,
            heads: heads.into_iter().collect(),
        })
    }

    /// Checks ids, event types and modes against the ontology.
    ///
    /// # Errors
    /// [`DataError::Invalid`] with the entry at fault.
    pub fn check(&self, ontology: &Ontology, path: &str) -> Result<(), DataError> {
        let mut seen = std::collections::BTreeSet::new();
        for entry in &self.entries {
            let invalid = |message: String| {
                Err(DataError::Invalid {
                    path: path.to_owned(),
                    entry: entry.id.clone(),
                    message,
                })
            };
            if !seen.insert(&entry.id) {
                return invalid("the id is taken twice; ids are unique".to_owned());
            }
            let figure = entry.between_civilians.iter();
            let meanings = figure.map(|f| (&f.event, &f.mode));
            for (event, mode) in meanings.chain([(&entry.event, &entry.mode)]) {
                let Some(event_type) = ontology.event_type(event) else {
                    return invalid(format!("event type {event} does not exist"));
                };
                if let Some(mode) = mode
                    && !event_type.modes.iter().any(|m| m.name == *mode)
                {
                    return invalid(format!("{event} has no mode {mode:?}"));
                }
            }
            if entry.matches.len() < 2 || entry.silent.is_empty() {
                return invalid(
                    "needs two differently worded matches and one silent near miss".to_owned(),
                );
            }
        }
        Ok(())
    }

    /// Returns the phrases whose head is `lemma`, the most demanding first.
    pub fn phrases(&self, lemma: &str) -> &[Phrase] {
        self.heads.get(lemma).map_or(&[], Vec::as_slice)
    }
}
