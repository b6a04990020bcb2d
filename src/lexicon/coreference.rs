//! `languages/<code>/coreference.ron`: words that take up an actor named before.
//!
//! In: RON. Out: [`Coreference`] with look-up by form. Does not: decide whom they mean (resolve/coreference.rs).

mod ages;
mod described;
mod epithets;
mod peoples;
mod pronoun;
mod unowning;

use super::word_set::AnyCase;
use crate::base::analysis::EntityClass;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

pub use ages::Ages;
pub use described::Described;
pub use epithets::{Epithet, Epithets};
pub use peoples::Peoples;
pub use pronoun::Pronoun;
pub use unowning::Unowning;

/// Definite nouns that take up an actor of a class ("the country", "the militia").
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nominal {
    /// Classes of whom it stands for.
    pub classes: Vec<EntityClass>,
    /// Does it only take up what the last sentence is about ("it")?
    #[serde(default)]
    pub topic: bool,
    /// PLOVER sectors of whom it stands for ("REB"); empty: any.
    #[serde(default)]
    pub sectors: Vec<String>,
    /// Ends of a word in small letters that the name of whom it stands for must have ("kommission"); empty: any name.
    #[serde(default)]
    pub named: Vec<String>,
    /// Ids of titles of which whom it stands for must have one ("the diplomat"); empty: any may.
    #[serde(default)]
    pub titles: Vec<String>,
    /// Whole phrases in small letters, words separated by spaces ("the country", "landet").
    pub forms: Vec<String>,
    /// Words in small letters that may not follow ("the state of").
    #[serde(default)]
    pub never_before: Vec<String>,
    /// Articles of which one must stand before whom it takes up, in small letters, "" for none: what is "die EU" is "sie". Empty: any may.
    #[serde(default)]
    pub articles: Vec<String>,
    /// May it be what its verb acts upon, though it only takes up what the last sentence is about ("drohte ihm")?
    #[serde(default)]
    pub object: bool,
    /// Does it only tell what an actor is to another one ("its neighbour")? Then somebody must stand beside it at its verb, and before a name ("its
    /// neighbour Chad") it stands for nobody.
    #[serde(default)]
    pub relational: bool,
    /// May it stand for a known body that has no sector, of no state ("the group" for Greenpeace), or whose name has not the word ("the association")?
    #[serde(default)]
    pub unsectored: bool,
    /// Gender of the person it stands for, where it tells one ("the woman").
    #[serde(default)]
    pub gender: Option<char>,
    /// Is it the state of whoever a possessive in it means ("her country")?
    #[serde(default)]
    pub owned: bool,
}

impl Nominal {
    /// Is it a noun for a person of whom it tells no more than that ("the man")?
    pub fn is_person(&self) -> bool {
        self.classes == [EntityClass::Person] && self.titles.is_empty()
    }

    /// Has the name a word that the noun takes up ("European Commission", "EU-kommissionen")?
    pub fn names(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        let ends = |w: &str| self.named.iter().any(|n| w.ends_with(n.as_str()));
        name.split([' ', '-']).any(ends)
    }
}

/// What a phrase takes up together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Class of each; `None`: any actor.
    pub class: Option<EntityClass>,
    /// How many.
    pub count: usize,
    /// May it mean states whose holders of office have no names ("the two leaders")?
    pub offices: bool,
    /// Does it stand without a noun ("the two")?
    pub bare: bool,
}

/// Phrases for two without a noun ("the two", "die beiden", "the pair").
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bare {
    /// Whole phrases in small letters, words separated by spaces.
    pub forms: Vec<String>,
    /// Words of which one may stand behind, besides verbs that tell events ("have", "also").
    #[serde(default)]
    pub before: Vec<String>,
    /// Endings of a noun in small letters: behind the word that follows the phrase such a noun shows that the word only describes it ("the two wounded
    /// soldiers").
    #[serde(default)]
    pub noun_endings: Vec<String>,
    /// Forms that stand alone at the end of a clause as well ("thanked the two").
    #[serde(default)]
    pub last: Vec<String>,
    /// Forms for more than two, by their number.
    #[serde(default)]
    pub more: BTreeMap<usize, Vec<String>>,
    /// Forms that no noun can follow ("den dreien").
    #[serde(default)]
    pub whole: Vec<String>,
    /// Words behind which the phrase only says that all of the subject are meant ("X and Y have both agreed").
    #[serde(default)]
    pub never_behind: Vec<String>,
}

/// Phrases that take up the last two actors ("both countries", "the two leaders").
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pairs {
    /// Lower-case words that open such a phrase, separated by spaces.
    pub openers: Vec<String>,
    /// Those that open a phrase for more than two, by their number.
    #[serde(default)]
    pub more: BTreeMap<usize, Vec<String>>,
    /// The nouns that end it.
    pub nouns: Vec<PairNoun>,
    /// Whole phrases that need no such opening ("the parties"), words separated by spaces, without stars.
    #[serde(default)]
    pub alone: Vec<PairNoun>,
    /// Phrases without a noun.
    #[serde(default)]
    pub bare: Bare,
}

/// Phrases for a state named before that owns what they stand beside: "the country's troops", "die Führung des Landes".
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owners {
    /// Phrases in small letters in front of what is owned, tokens separated by spaces.
    #[serde(default)]
    pub before: Vec<String>,
    /// Those behind it.
    #[serde(default)]
    pub behind: Vec<String>,
}

/// The word that says whose something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owning {
    /// A possessive, by its token.
    Possessive(usize),
    /// A relative word, by its token.
    Relative(usize),
    /// A state named before.
    State,
}

/// Words that may stand between the possessive and its noun ("his new foreign minister").
const BEFORE_OWNED: usize = 1;

/// How many most phrases take up.
const PAIR: usize = 2;

/// Most words between the opener and the noun ("both East African countries").
const BETWEEN: usize = 2;

impl Pairs {
    /// Finds the phrase that begins at the word: its length in words and what it takes up.
    pub fn phrase(&self, words: &[String], at: usize) -> Option<(usize, Taken)> {
        let stands = |form: &&String| stands(form, words, at);
        let length = |form: &String| form.split(' ').count();
        let taken = |noun: &PairNoun, count: usize| Taken {
            class: noun.class,
            count,
            offices: noun.offices,
            bare: false,
        };
        let alone =
            |noun: &PairNoun| Some((length(noun.forms.iter().find(stands)?), taken(noun, PAIR)));
        let two = self.openers.iter().map(|o| (o, PAIR));
        let more = self.more.iter();
        let more = more.flat_map(|(n, openers)| openers.iter().map(|o| (o, *n)));
        let opening = two.chain(more).filter(|(o, _)| stands(o));
        let Some((opener, count)) = opening.max_by_key(|(o, _)| length(o)) else {
            return self.alone.iter().find_map(alone);
        };
        let behind = at + length(opener);
        (behind..words.len().min(behind + BETWEEN + 1)).find_map(|k| {
            let word = words.get(k)?;
            let kind = self.nouns.iter().find(|n| n.fits(word))?;
            Some((k + 1 - at, taken(kind, count)))
        })
    }

    /// Finds the phrase without a noun that begins at the word: its length in words and for how many it is. What stands behind it is not looked at.
    pub fn bare(&self, words: &[String], at: usize) -> Option<(usize, usize)> {
        let before = at.checked_sub(1).and_then(|b| words.get(b));
        if before.is_some_and(|w| self.bare.never_behind.contains(w)) {
            return None;
        }
        let two = self.bare.forms.iter().map(|f| (f, PAIR));
        let more = self.bare.more.iter();
        let more = more.flat_map(|(n, forms)| forms.iter().map(|f| (f, *n)));
        let here = two.chain(more).filter(|(f, _)| stands(f, words, at));
        here.map(|(f, n)| (f.split(' ').count(), n)).max()
    }
}

/// Do the words of a phrase stand at the word?
fn stands(phrase: &str, words: &[String], at: usize) -> bool {
    let mut parts = phrase.split(' ').enumerate();
    parts.all(|(k, part)| words.get(at + k).is_some_and(|w| w == part))
}

/// Nouns for actors of one class.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairNoun {
    /// Class of the two; absent: any actor.
    #[serde(default)]
    pub class: Option<EntityClass>,
    /// Do they hold an office in which they act for their states?
    #[serde(default)]
    pub offices: bool,
    /// Lower-case forms; a star in front fits any beginning.
    pub forms: Vec<String>,
}

impl PairNoun {
    /// Is the lower-case word one of the forms?
    pub fn fits(&self, word: &str) -> bool {
        self.forms.iter().any(|f| match f.strip_prefix('*') {
            Some(end) => word.ends_with(end),
            None => f == word,
        })
    }
}

/// Nouns for the other side of a meeting or visit ("his counterpart", "his host").
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counterparts {
    /// Lower-case forms.
    pub forms: Vec<String>,
    /// Words of which one must stand before.
    pub owners: AnyCase,
    /// Words that may not follow ("his colleague from Chile").
    pub never_before: Vec<String>,
    /// Articles behind which it is the other side of whoever its verb has for a subject ("promised the host").
    #[serde(default)]
    pub articles: Vec<String>,
    /// Forms that carry such an article.
    #[serde(default)]
    pub definite: Vec<String>,
    /// Those of all forms that mean whoever receives ("host").
    #[serde(default)]
    pub hosts: Vec<String>,
}

impl Counterparts {
    /// Is it definite without a word that says whose, and before none that may not follow?
    fn is_definite(&self, words: &[String], at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|b| words.get(b));
        let behind = words.get(at + 1);
        let word = words.get(at);
        (before.is_some_and(|w| self.articles.contains(w))
            && word.is_some_and(|w| self.forms.contains(w))
            || word.is_some_and(|w| self.definite.contains(w)))
            && behind.is_none_or(|w| !self.never_before.contains(w))
    }

    /// Does the noun stand behind a word that says whose, the adjective of a state between at most, and before none that may not follow? `words` are those of a
    /// sentence in small letters.
    fn fits(&self, words: &[String], at: usize, around: &Around<'_>) -> bool {
        let word = |n: usize| at.checked_sub(n).and_then(|b| words.get(b));
        let owner = |n: usize| word(n).is_some_and(|w| self.owners.contains(w));
        let behind = words.get(at + 1);
        let owned = owner(1) || owner(2) && (around.is_adjective)(at - 1);
        owned && behind.is_none_or(|w| !self.never_before.contains(w))
    }
}

/// Words for the one named last who is not spoken of first ("the latter", "denne").
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Latter {
    /// Lower-case phrases, tokens separated by spaces.
    pub forms: Vec<String>,
    /// Gender of whom they stand for, where they tell it.
    #[serde(default)]
    pub gender: Option<char>,
    /// Do they stand for somebody only as a subject?
    #[serde(default)]
    pub subject: bool,
}

/// Do the words of a phrase end at the word?
fn ends_at(phrase: &str, words: &[String], at: usize) -> bool {
    let mut parts = phrase.rsplit(' ').enumerate();
    parts.all(|(k, part)| {
        let word = at.checked_sub(k).and_then(|i| words.get(i));
        word.is_some_and(|w| w == part)
    })
}

/// The table of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coreference {
    /// Origin and licence of the table.
    pub source: String,
    /// Pronouns that can be resolved.
    pub pronouns: Vec<Pronoun>,
    /// Nouns that can be resolved.
    #[serde(default)]
    pub nominals: Vec<Nominal>,
    /// Words beside a surname that make it the name of a family.
    pub families: Vec<String>,
    /// Phrases that take up two actors together.
    #[serde(default)]
    pub pairs: Pairs,
    /// Ids of the titles that without a state mean the holder named before, whatever his state ("the president"); others belong to certain states only.
    #[serde(default)]
    pub bare_offices: Vec<String>,
    /// Possessives of the third person ("his", "its").
    #[serde(default)]
    pub possessives: AnyCase,
    /// Those of them that may mean a person and are no pronouns of the table above ("sein").
    #[serde(default)]
    pub personal_possessives: Vec<String>,
    /// Possessives, and pronouns that are such, which never mean the subject of their own clause ("hans", "dessen").
    #[serde(default)]
    pub others: AnyCase,
    /// Relative words of ownership ("whose").
    #[serde(default)]
    pub relative_owners: Vec<String>,
    /// Conjunctions of what somebody is blamed or thanked for ("because", "after").
    #[serde(default)]
    pub grounds: Vec<String>,
    /// Auxiliaries of what was done before ("had").
    #[serde(default)]
    pub perfects: Vec<String>,
    /// Phrases for a state that owns what they stand beside.
    #[serde(default)]
    pub owners: Owners,
    /// Ids of the groups of groups.ron that stand for the state they are of: what its troops do, the state does.
    pub governments: Vec<String>,
    /// Ids of the groups that stand for their state where something is done to them, not where they act ("Turkish citizens protested").
    #[serde(default)]
    pub suffering: Vec<String>,
    /// Ids of the groups that stand for their state where an indefinite article shows that none in particular is meant ("a court in Minsk").
    #[serde(default)]
    pub unnamed_governments: Vec<String>,
    /// Ids of groups whose state is that of the affairs the text tells, not the one named last ("the court").
    #[serde(default)]
    pub domestic: Vec<String>,
    /// Ids of the titles of those who are sent somewhere ("the ambassador in Paris").
    #[serde(default)]
    pub posted: Vec<String>,
    /// Traits of the states of which one must be ruled by whoever has a title, by its id ("the king": a kingdom).
    #[serde(default)]
    pub realms: BTreeMap<String, Vec<String>>,
    /// Ids of titles that are held in such bodies: without a name and a state whoever holds them acts for that state ("the prosecutor").
    #[serde(default)]
    pub officers: Vec<String>,
    /// Ids of the groups that stand for the state they are of unless the article tells of them against it (an army that fights rebels of its own).
    #[serde(default)]
    pub bodies: Vec<String>,
    /// Ids of the groups that a definite form makes those of a state named before ("the coast guard").
    #[serde(default)]
    pub placed: Vec<String>,
    /// Endings by which a noun is definite without an article.
    #[serde(default)]
    pub definite_endings: Vec<String>,
    /// Words in small letters by which a group belongs to its state no more ("former").
    #[serde(default)]
    pub no_more: Vec<String>,
    /// Those of them that stand for the state last spoken of where none is named ("the government").
    #[serde(default)]
    pub bare_governments: Vec<String>,
    /// Those of them that are nobody as long as no state is found for them.
    #[serde(default)]
    pub unplaced: Vec<String>,
    /// Ids of the groups that without a state are those of the state of the place where they act, or of the one the text is about ("police").
    #[serde(default)]
    pub organs: Vec<String>,
    /// Prepositions of the place where somebody acts.
    #[serde(default)]
    pub inside: AnyCase,
    /// Nouns for the other side of a meeting ("his counterpart").
    #[serde(default)]
    pub counterparts: Counterparts,
    /// Nouns for the other side of a visit ("his host"), which may be a state.
    #[serde(default)]
    pub receptions: Counterparts,
    /// Titles that without an object take up the holder of a narrower one ("the minister"), with the ids of those.
    #[serde(default)]
    pub broader: BTreeMap<String, Vec<String>>,
    /// Words for the one named last ("the latter").
    #[serde(default)]
    pub latter: Latter,
    /// Nouns for a state by where it lies or what it is ("the kingdom").
    #[serde(default)]
    pub epithets: Epithets,
    /// Words for somebody of an age ("the 44-year-old").
    #[serde(default)]
    pub ages: Ages,
    /// How the people of a state are named that act as the state ("the Russians attacked").
    #[serde(default)]
    pub peoples: Peoples,
    /// Words that may stand between the article and a class noun ("the armed group"), in small letters and without an ending; those with a star in front
    /// by their last letters ("US-based").
    #[serde(default)]
    pub modifiers: Vec<String>,
    /// Words that may not follow a class noun, but do where they belong to a verb before it ("accused the group of"), with the lemmas of such verbs.
    #[serde(default)]
    pub complements: BTreeMap<String, Vec<String>>,
    /// Nouns by which a text tells of persons it names ("the singer").
    #[serde(default)]
    pub described: Described,
    /// Made when a word is first looked up.
    #[serde(skip)]
    standins: OnceLock<FxHashMap<String, Standin>>,
}

/// What a word may be: most are nothing, so that one look-up spares them all others.
#[derive(Debug, Clone, Default)]
pub struct Standin {
    /// Place of the pronoun it is a form of.
    pronoun: Option<usize>,
    /// Does it open a phrase for two?
    opens_pair: bool,
    /// Is it a noun for the other side of a meeting?
    counterpart: bool,
    /// Is it one for the other side of a visit?
    reception: bool,
    /// Does it end a phrase for the one named last?
    latter: bool,
    /// Does it end a phrase for a state by where it lies?
    epithet: bool,
    /// Places of the class nouns with a phrase that ends with it, in order.
    nominals: Vec<usize>,
}

impl Coreference {
    /// What a word in small letters may be; `None` if it takes nobody up. O(1).
    pub fn standin(&self, word: &str) -> Option<&Standin> {
        self.standins.get_or_init(|| self.by_word()).get(word)
    }

    fn by_word(&self) -> FxHashMap<String, Standin> {
        let mut words: FxHashMap<String, Standin> = FxHashMap::default();
        let mut of = |word: &str, note: &dyn Fn(&mut Standin)| {
            note(words.entry(word.to_owned()).or_default());
        };
        for (place, pronoun) in self.pronouns.iter().enumerate() {
            let first = |s: &mut Standin| s.pronoun = s.pronoun.or(Some(place));
            pronoun.forms.iter().for_each(|f| of(f, &first));
        }
        let alone = self.pairs.alone.iter().flat_map(|n| &n.forms);
        let more = self.pairs.more.values().flatten();
        let bare = self.pairs.bare.more.values().flatten();
        let bare = bare.chain(&self.pairs.bare.forms);
        for phrase in self
            .pairs
            .openers
            .iter()
            .chain(more)
            .chain(alone)
            .chain(bare)
        {
            let first = phrase.split(' ').next().unwrap_or_default();
            of(first, &|s| s.opens_pair = true);
        }
        for form in &self.counterparts.forms {
            of(form, &|s| s.counterpart = true);
        }
        for form in self
            .receptions
            .forms
            .iter()
            .chain(&self.receptions.definite)
        {
            of(form, &|s| s.reception = true);
        }
        for form in &self.latter.forms {
            let last = form.rsplit(' ').next().unwrap_or_default();
            of(last, &|s| s.latter = true);
        }
        let epithets = self.epithets.whole.iter().chain(&self.epithets.nouns);
        for form in epithets.flat_map(|e| &e.forms) {
            let last = form.rsplit(' ').next().unwrap_or_default();
            of(last, &|s| s.epithet = true);
        }
        for (place, nominal) in self.nominals.iter().enumerate() {
            for form in &nominal.forms {
                let last = form.rsplit(' ').next().unwrap_or_default();
                of(last, &|s| s.nominals.push(place));
            }
        }
        words
    }

    /// Finds the pronoun a word is a form of, in any case.
    pub fn pronoun(&self, word: &str) -> Option<&Pronoun> {
        self.pronoun_of(self.standin(&word.to_lowercase())?)
    }

    /// The pronoun that a word is.
    pub fn pronoun_of(&self, standin: &Standin) -> Option<&Pronoun> {
        self.pronouns.get(standin.pronoun?)
    }

    /// Finds the phrase for two that begins at the word; see [`Pairs::phrase`].
    pub fn pair(&self, standin: &Standin, words: &[String], at: usize) -> Option<(usize, Taken)> {
        let opens = standin.opens_pair;
        opens.then(|| self.pairs.phrase(words, at)).flatten()
    }

    /// Finds the phrase for several without a noun that begins at the word; see [`Pairs::bare`].
    pub fn bare_pair(
        &self,
        standin: &Standin,
        words: &[String],
        at: usize,
    ) -> Option<(usize, usize)> {
        let opens = standin.opens_pair;
        opens.then(|| self.pairs.bare(words, at)).flatten()
    }

    /// Is the word a noun for the other side of a meeting ("counterpart") behind one that says whose? `words` are those of a sentence in small letters.
    pub fn is_counterpart(
        &self,
        standin: &Standin,
        words: &[String],
        at: usize,
        around: &Around<'_>,
    ) -> bool {
        standin.counterpart && self.counterparts.fits(words, at, around)
    }

    /// The same for the other side of a visit ("host").
    pub fn is_reception(
        &self,
        standin: &Standin,
        words: &[String],
        at: usize,
        around: &Around<'_>,
    ) -> bool {
        standin.reception && self.receptions.fits(words, at, around)
    }

    /// Is the word such a noun of which only an article tells that one told of is meant ("the host")?
    pub fn is_definite_reception(&self, standin: &Standin, words: &[String], at: usize) -> bool {
        standin.reception && self.receptions.is_definite(words, at)
    }

    /// Does a phrase for the one named last end at the word?
    pub fn is_latter(&self, standin: &Standin, words: &[String], at: usize) -> bool {
        standin.latter && self.latter.forms.iter().any(|f| ends_at(f, words, at))
    }

    /// The traits of a state that the phrase tells which ends at the word; see [`Epithets::at`].
    pub fn epithet(
        &self,
        standin: &Standin,
        words: &[String],
        at: usize,
    ) -> Option<Vec<&[String]>> {
        let ends = standin.epithet;
        ends.then(|| self.epithets.at(words, at)).flatten()
    }

    /// The class noun of one word that a pronoun for persons is as well: a state or body that it may take up where no person is meant.
    pub fn body_of(&self, pronoun: &str) -> Option<&Nominal> {
        let standin = self.standin(pronoun).filter(|s| s.pronoun.is_some())?;
        let place = standin.nominals.iter().copied();
        let mut places = place.filter_map(|p| self.nominals.get(p));
        places.find(|n| n.forms.iter().any(|f| f == pronoun))
    }

    /// Finds what says whose the words from `start` to before `end` are; `word` gives a token in small letters.
    pub fn owning(
        &self,
        word: impl Fn(usize) -> Option<String>,
        (start, end): (usize, usize),
    ) -> Option<Owning> {
        let mut front = (start.saturating_sub(BEFORE_OWNED + 1)..start).rev();
        let possessive = |t: &usize| word(*t).is_some_and(|w| self.possessives.contains(&w));
        if let Some(at) = front.find(possessive) {
            return Some(Owning::Possessive(at));
        }
        let mut front = (start.saturating_sub(BEFORE_OWNED + 1)..start).rev();
        let relative = |t: &usize| word(*t).is_some_and(|w| self.relative_owners.contains(&w));
        if let Some(at) = front.find(relative) {
            return Some(Owning::Relative(at));
        }
        let stands = |phrase: &String, at: usize| {
            let mut parts = phrase.split(' ').enumerate();
            parts.all(|(k, part)| word(at + k).is_some_and(|w| w == part))
        };
        let length = |phrase: &String| phrase.split(' ').count();
        let in_front = |p: &String| {
            let between = start.checked_sub(length(p));
            let near = |at: usize| (at.saturating_sub(BEFORE_OWNED)..=at).any(|t| stands(p, t));
            between.is_some_and(near)
        };
        let owned = self.owners.before.iter().any(in_front)
            || self.owners.behind.iter().any(|p| stands(p, end));
        owned.then_some(Owning::State)
    }

    /// Finds the class noun whose phrase ends at the word; `words` are those of a sentence in small letters.
    ///
    /// Output: its place in the table.
    pub fn nominal(
        &self,
        standin: &Standin,
        words: &[String],
        at: usize,
        around: &Around<'_>,
    ) -> Option<usize> {
        let next = words.get(at + 1).map_or("", String::as_str);
        let fits = |place: &usize| {
            let Some(noun) = self.nominals.get(*place) else {
                return false;
            };
            let begins = |form: &String| self.begin(form, words, at, around);
            noun.forms.iter().find_map(begins).is_some_and(|start| {
                let never = noun.never_before.iter().any(|w| w == next);
                !never || self.is_complement(next, words, start, around)
            })
        };
        standin.nominals.iter().copied().find(fits)
    }

    /// "Accused the group of": does the word behind a phrase belong to the verb before it?
    pub fn is_complement(
        &self,
        next: &str,
        words: &[String],
        start: usize,
        around: &Around<'_>,
    ) -> bool {
        let Some(verbs) = self.complements.get(next) else {
            return false;
        };
        let between = |at: &usize| {
            let article = words
                .get(*at)
                .is_some_and(|w| self.epithets.articles.contains(w));
            !article && !self.is_modifier(words, *at, around)
        };
        let mut before = (start.saturating_sub(BETWEEN + 1)..start).rev();
        before
            .find(between)
            .is_some_and(|v| (around.is_verb)(v, verbs))
    }

    /// Where a phrase begins that ends at a word, modifiers included.
    fn begin(&self, form: &str, words: &[String], at: usize, around: &Around<'_>) -> Option<usize> {
        if ends_at(form, words, at) {
            return (at + 1).checked_sub(form.split(' ').count());
        }
        let (article, noun) = form.split_once(' ')?;
        let first = (at + 1).checked_sub(noun.split(' ').count())?;
        if !ends_at(noun, words, at) {
            return None;
        }
        let mut starts = (first.saturating_sub(BETWEEN + 1)..first).rev();
        let start = starts.find(|&s| !self.is_modifier(words, s, around))?;
        words.get(start).filter(|w| *w == article).map(|_| start)
    }

    fn is_modifier(&self, words: &[String], at: usize, around: &Around<'_>) -> bool {
        let word = words.get(at).map_or("", String::as_str);
        let listed = |m: &String| {
            if let Some(end) = m.strip_prefix('*') {
                return word.ends_with(end);
            }
            let ending = word.strip_prefix(m.as_str());
            ending.is_some_and(|e| e.chars().count() <= MODIFIER_ENDING)
        };
        (around.is_adjective)(at) || self.modifiers.iter().any(listed)
    }
}

/// Most letters that the ending of a modifier has.
const MODIFIER_ENDING: usize = 2;

/// What the words around a class noun are, beyond their letters.
pub struct Around<'r> {
    /// Is a word the adjective of a state?
    pub is_adjective: &'r dyn Fn(usize) -> bool,
    /// Is a word a form of one of the verbs?
    pub is_verb: &'r dyn Fn(usize, &[String]) -> bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_leads_to_what_the_tables_have_of_it() {
        let nominal = |forms: &[&str], never_before: &[&str]| Nominal {
            classes: vec![EntityClass::Country],
            topic: false,
            relational: false,
            unsectored: false,
            gender: None,
            owned: false,
            articles: Vec::new(),
            object: false,
            sectors: Vec::new(),
            named: Vec::new(),
            titles: Vec::new(),
            forms: forms.iter().map(|f| (*f).to_owned()).collect(),
            never_before: never_before.iter().map(|w| (*w).to_owned()).collect(),
        };
        let table = Coreference {
            source: String::new(),
            pronouns: Vec::new(),
            nominals: vec![
                nominal(&["the country"], &["of"]),
                nominal(&["country", "the whole country"], &[]),
            ],
            families: Vec::new(),
            pairs: Pairs::default(),
            governments: Vec::new(),
            suffering: Vec::new(),
            unnamed_governments: Vec::new(),
            domestic: Vec::new(),
            officers: Vec::new(),
            no_more: Vec::new(),
            bare_governments: Vec::new(),
            bodies: Vec::new(),
            placed: Vec::new(),
            definite_endings: Vec::new(),
            receptions: Counterparts::default(),
            broader: BTreeMap::new(),
            unplaced: Vec::new(),
            organs: Vec::new(),
            inside: AnyCase::default(),
            possessives: AnyCase::default(),
            personal_possessives: Vec::new(),
            relative_owners: Vec::new(),
            grounds: Vec::new(),
            perfects: Vec::new(),
            bare_offices: Vec::new(),
            owners: Owners::default(),
            epithets: Epithets::default(),
            others: AnyCase::default(),
            posted: Vec::new(),
            realms: BTreeMap::new(),
            latter: Latter::default(),
            ages: Ages::default(),
            counterparts: Counterparts::default(),
            peoples: Peoples::default(),
            modifiers: vec!["whole".to_owned()],
            complements: BTreeMap::from([("of".to_owned(), vec!["rob".to_owned()])]),
            described: Described::default(),
            standins: OnceLock::new(),
        };
        let place = |text: &str, at: usize| {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            let around = Around {
                is_adjective: &|_| false,
                is_verb: &|at, verbs| words.get(at).is_some_and(|w| verbs.contains(w)),
            };
            let standin = table.standin(words.get(at)?)?;
            table.nominal(standin, &words, at, &around)
        };
        assert_eq!(place("the country left", 1), Some(0));
        assert_eq!(place("the country of origin", 1), Some(1));
        assert_eq!(place("her country left", 1), Some(1));
        assert_eq!(place("the country left", 0), None);
        assert_eq!(place("rob the country of", 2), Some(0));
        assert_eq!(place("saw the country of", 2), Some(1));
        assert_eq!(place("the wholes country left", 2), Some(0));
    }
}
