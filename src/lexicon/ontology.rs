//! `ontology/*.ron`: event types with modes, codes and scores, relation predicates, sectors.
//!
//! In: RON. Out: [`Ontology`] with look-up by name. Source: PLOVER manual (types, modes, scores), CAMEO code book (codes); see data/SOURCES.md.
//! Invariant: an event type is one entry of event_types.ron and stands nowhere else.

use super::embed::{DataError, DataFiles};
use serde::Deserialize;

/// One event type.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventType {
    /// Upper-case name, as records carry it.
    pub name: String,
    /// Words for people.
    pub label: String,
    /// Quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, 0 none.
    pub quad: u8,
    /// Score of the type, from −10 (conflict) to 10 (cooperation).
    pub score: f32,
    /// CAMEO code of the type.
    pub cameo: String,
    /// Further CAMEO roots and codes that map to this type on import.
    #[serde(default)]
    pub cameo_prefixes: Vec<String>,
    /// Family for folding reports: types of one family may tell the same act.
    pub family: String,
    /// Are the participants of this type equals by nature?
    #[serde(default)]
    pub symmetric: bool,
    /// Type that takes its place when the act is only planned.
    #[serde(default)]
    pub planned_as: Option<String>,
    /// Type that takes its place when the act is denied ("will not accept").
    #[serde(default)]
    pub negated_as: Option<String>,
    /// Type whose event in the same passage makes this one a mere detail.
    #[serde(default)]
    pub absorbed_by: Option<String>,
    /// Is the act an event even where the text names one party only ("X was arrested")? Other types join two parties or are nothing.
    #[serde(default)]
    pub one_sided: bool,
    /// May several do it together or to each other, so that two who do it are its parties ("X and Y agreed")?
    #[serde(default)]
    pub joint: bool,
    /// Can only somebody do it, and no thing ("the report accuses", yet no report rejects)?
    #[serde(default)]
    pub deliberate: bool,
    /// Where the act answers a deed, is whoever did it addressed ("condemned the attack on X") and not whom it was done to?
    #[serde(default)]
    pub addresses_doer: bool,
    /// As a comment on a clause ("…, a charge X denies", "…, an offer X accepted"), does it answer whoever does what that clause tells?
    #[serde(default)]
    pub answers_clause: bool,
    /// May it answer what another one asked, offered or charged before ("turned down the offer")?
    #[serde(default)]
    pub answers: bool,
    /// Does it ask or offer something, so that a bare answer ("X refused") may be to it?
    #[serde(default)]
    pub awaits_answer: bool,
    /// Is it always aimed at somebody, so that one who is not named is whoever the act before was done with ("recalled its ambassador")?
    #[serde(default)]
    pub aimed: bool,
    /// Does it make documents, so that their year is its own ("signed a 2018 pact")?
    #[serde(default)]
    pub makes_documents: bool,
    /// Does whoever goes to it take part ("left for talks with X")?
    #[serde(default)]
    pub gathers: bool,
    /// Is it done for somebody, so that "against X" names the other side ("arms against X")?
    #[serde(default)]
    pub favours: bool,
    /// Does what it is done for tell against whom it is done ("blocked a road to show their anger at X", but not "sent troops to free X")?
    #[serde(default)]
    pub aims_at: bool,
    /// May a place near which it happens be what it hits ("blew up a bridge near X")?
    #[serde(default)]
    pub hits_places: bool,
    /// Modes.
    #[serde(default)]
    pub modes: Vec<Mode>,
}

impl EventType {
    /// Does a comment on a clause that is of this type speak to whoever does what the clause tells?
    pub fn comments(&self) -> bool {
        self.addresses_doer || self.answers_clause
    }

    /// Is it an act of words, cooperation or conflict? Source: PLOVER manual.
    pub fn is_verbal(&self) -> bool {
        matches!(self.quad, 1 | 3)
    }

    /// Is it always aimed at somebody, in that mode?
    pub fn is_aimed(&self, mode: Option<&str>) -> bool {
        let mode = mode.and_then(|m| self.modes.iter().find(|x| x.name == m));
        mode.and_then(|m| m.aimed).unwrap_or(self.aimed)
    }

    /// Are its words said to somebody ("asked", "accused", "threatened"), and not of something only?
    pub fn addresses(&self) -> bool {
        self.is_verbal() && (self.aimed || self.addresses_doer)
    }

    /// Is the act whole without another party, also beside acts between two ("crowds marched", "tested a missile")? An answer, an agreement or a sanction is not.
    pub fn stands_alone(&self) -> bool {
        self.one_sided
            && !self.answers
            && !self.aimed
            && !self.modes.iter().any(|m| m.aimed == Some(true))
    }

    /// Is it of either quad class of conflict? Source: PLOVER manual.
    pub fn is_conflict(&self) -> bool {
        matches!(self.quad, 3 | 4)
    }

    /// Is it of the quad class of material conflict? Source: PLOVER manual.
    pub fn is_material_conflict(&self) -> bool {
        self.quad == 4
    }
}

/// A way an event type happens.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mode {
    /// Lower-case name.
    pub name: String,
    /// Words for people.
    pub label: String,
    /// CAMEO code.
    pub cameo: String,
    /// Score, where it differs from the type's.
    #[serde(default)]
    pub score: Option<f32>,
    /// Are the participants equals, where it differs from the type?
    #[serde(default)]
    pub symmetric: Option<bool>,
    /// Is it an act of the authorities of the place, whoever else is not named ("was arrested in Chad")?
    #[serde(default)]
    pub by_authorities: bool,
    /// Does it hold or seize people, so that whoever demands their release speaks to whoever did it?
    #[serde(default)]
    pub holds: bool,
    /// Is a person who owns its noun the one who suffers it ("X's murder")?
    #[serde(default)]
    pub befalls: bool,
    /// Does it free people who are held?
    #[serde(default)]
    pub frees: bool,
    /// Is whoever does it the host of the other one, or his guest?
    #[serde(default)]
    pub receives: Option<bool>,
    /// Type that takes its place where states do it by themselves ("Kampala protested").
    #[serde(default)]
    pub of_states: Option<String>,
    /// Does it answer what was said, though other modes of the type do not (a denial)?
    #[serde(default)]
    pub answers: bool,
    /// Does it turn to the other one of the act before, if that one is not named ("thanked for the help", "apologised for the incident")?
    #[serde(default)]
    pub returns: bool,
    /// Is it done between two others, who are those of the act before if nobody names them ("offered to mediate")?
    #[serde(default)]
    pub between_others: bool,
    /// Is it aimed at somebody, where that differs from the type?
    #[serde(default)]
    pub aimed: Option<bool>,
    /// Is it a word about an act still to come, so that a hostile act makes it what that one is called while it is planned ("promised to attack")?
    #[serde(default)]
    pub of_content: bool,
    /// Is only a party its object, and no deed ("accused X of", yet nobody accuses an attack)?
    #[serde(default)]
    pub of_party: bool,
    /// Is it mostly said of what one did oneself, so that a bare "decision" is one's own ("defended the decision")?
    #[serde(default)]
    pub of_own: bool,
    /// Is it done to things, so that a possessive there is that of another one ("searched its offices")?
    #[serde(default)]
    pub of_things: bool,
    /// Name of what it shares with other modes of its type: one meeting is told as a reception and as a talk.
    #[serde(default)]
    pub occasion: Option<String>,
    /// Words a user may type for it ("call").
    #[serde(default)]
    pub aliases: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventTypeFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    types: Vec<EventType>,
}

/// One relation predicate.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationType {
    /// Upper-case name ("HEAD_OF_STATE_OF").
    pub name: String,
    /// Words for people ("head of state of").
    pub label: String,
    /// Holds in both directions.
    #[serde(default)]
    pub symmetric: bool,
    /// One at a time holds it, so that the office names a person ("the president").
    #[serde(default)]
    pub single: bool,
    /// Narrower predicates whose holders may be called by this one's titles ("the leader" of a head of state).
    #[serde(default)]
    pub includes: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RelationFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    relations: Vec<RelationType>,
}

/// Country codes that are no state's.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// Origin and licence.
    pub source: String,
    /// Codes of bodies that states have made: who holds office there acts for them.
    pub international: Vec<String>,
    /// Sectors of those who are no part of their state: who leads them acts for them.
    pub apart: Vec<String>,
    /// Sectors of bodies that govern for their state ("the Labour government").
    #[serde(default)]
    pub governing: Vec<String>,
    /// Sectors of those who speak for their state: nobody of these blames it.
    #[serde(default)]
    pub in_power: Vec<String>,
    /// Sectors of those who only report.
    pub media: Vec<String>,
    /// Codes of bodies that are no state's: they say nothing of the people who work there.
    pub private: Vec<String>,
    /// PLOVER sectors of those who fight with weapons.
    pub armed: Vec<String>,
}

/// What people ask for with one word, though it is told under several types and modes ("who met X?").
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sense {
    /// Name, by which the languages list their words for it.
    pub name: String,
    /// Types and modes ("consult.visit") that tell it.
    pub kinds: Vec<String>,
    /// Those that tell it with the parties exchanged: a host receives whoever visits.
    #[serde(default)]
    pub reversed: Vec<String>,
    /// Modes of the types that do not.
    #[serde(default)]
    pub without: Vec<String>,
    /// Are the parties equals?
    #[serde(default)]
    pub mutual: bool,
    /// Does a number asked for count people, not events ("how many died")?
    #[serde(default)]
    pub people: bool,
    /// Is it what somebody says to or of others?
    #[serde(default)]
    pub spoken: bool,
    /// The role that "of" stands for, and that one has who is named alone, where it is not the usual one ("trips of X": by X; "when did X die": of X).
    #[serde(default)]
    pub of: Option<String>,
    /// Words for people: what is searched, and what is not.
    pub says: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SenseFile {
    #[expect(dead_code, reason = "read by people, demanded of every file")]
    source: String,
    senses: Vec<Sense>,
}

/// Event types and relation predicates.
#[derive(Debug, Clone)]
pub struct Ontology {
    /// Country codes that are no state's.
    pub codes: Codes,
    /// Event types in file order.
    pub types: Vec<EventType>,
    /// Relation predicates in file order.
    pub relations: Vec<RelationType>,
    /// What the words of questions ask for.
    pub senses: Vec<Sense>,
}

impl Ontology {
    /// Reads the ontology and checks that names are unique and references hold.
    ///
    /// # Errors
    /// [`DataError`] of the file at fault.
    pub fn load(files: &DataFiles) -> Result<Self, DataError> {
        let types = files
            .ron::<EventTypeFile>("ontology/event_types.ron")?
            .types;
        let relations = files
            .ron::<RelationFile>("ontology/relations.ron")?
            .relations;
        let codes = files.ron("ontology/codes.ron")?;
        let senses = files.ron::<SenseFile>("ontology/senses.ron")?.senses;
        let ontology = Self {
            codes,
            types,
            relations,
            senses,
        };
        ontology.check()?;
        ontology.check_senses()?;
        Ok(ontology)
    }

    fn check(&self) -> Result<(), DataError> {
        let invalid = |entry: &str, message: String| DataError::Invalid {
            path: "ontology/event_types.ron".to_owned(),
            entry: entry.to_owned(),
            message,
        };
        for (i, t) in self.types.iter().enumerate() {
            if self.types.iter().skip(i + 1).any(|u| u.name == t.name) {
                return Err(invalid(
                    &t.name,
                    "the name is taken twice; names are unique".to_owned(),
                ));
            }
            for other in t
                .planned_as
                .iter()
                .chain(&t.negated_as)
                .chain(&t.absorbed_by)
            {
                if self.event_type(other).is_none() {
                    return Err(invalid(
                        &t.name,
                        format!("refers to the type {other}, which does not exist"),
                    ));
                }
            }
        }
        Ok(())
    }

    fn check_senses(&self) -> Result<(), DataError> {
        for sense in &self.senses {
            let kinds = [&sense.kinds, &sense.reversed, &sense.without];
            let unknown = kinds.into_iter().flatten().find(|kind| {
                let (event_type, mode) = kind
                    .split_once('.')
                    .map_or((kind.as_str(), None), |(t, m)| (t, Some(m)));
                match mode {
                    Some(mode) => self.mode(event_type, mode).is_none(),
                    None => self.event_type(event_type).is_none(),
                }
            });
            if let Some(kind) = unknown {
                return Err(DataError::Invalid {
                    path: "ontology/senses.ron".to_owned(),
                    entry: sense.name.clone(),
                    message: format!("refers to {kind}, which does not exist"),
                });
            }
        }
        Ok(())
    }

    /// Finds an event type by its name, in any case.
    pub fn event_type(&self, name: &str) -> Option<&EventType> {
        // Hardly anybody but a user writes a name in another case.
        let find = |same: &dyn Fn(&str) -> bool| self.types.iter().find(|t| same(&t.name));
        find(&|n| n == name).or_else(|| find(&|n| n.eq_ignore_ascii_case(name)))
    }

    /// Finds a mode of a type.
    pub fn mode(&self, event_type: &str, mode: &str) -> Option<&Mode> {
        self.event_type(event_type)?
            .modes
            .iter()
            .find(|m| m.name == mode)
    }

    /// May the two modes of a type tell one act?
    pub fn one_occasion(&self, event_type: &str, a: &str, b: &str) -> bool {
        let occasion = |mode: &str| self.mode(event_type, mode)?.occasion.as_deref();
        a == b || occasion(a).is_some() && occasion(a) == occasion(b)
    }

    /// Finds a relation predicate by its name.
    pub fn relation(&self, name: &str) -> Option<&RelationType> {
        self.relations.iter().find(|r| r.name == name)
    }
}
