//! `languages/<code>/questions.ron`: the words of plain questions ("who met X?"), and the words of the language for those of a statement.
//!
//! In: RON. Out: [`Questions`]. A language without the file has no plain questions. Does not: know what a question means; the reader of questions does.

use serde::Deserialize;
use std::collections::BTreeMap;

/// The words of one language; all in lower case, several words of one expression apart by spaces.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    /// Origin and licence.
    pub source: String,
    /// Ask for somebody, in whatever role.
    pub anybody: Vec<String>,
    /// Ask for who acts.
    pub doer: Vec<String>,
    /// Ask for who is acted upon.
    pub other: Vec<String>,
    /// Ask for what was done or happened.
    pub what: Vec<String>,
    /// Ask for the time.
    pub when: Vec<String>,
    /// Ask for the place.
    pub place: Vec<String>,
    /// Ask for a number.
    pub many: Vec<String>,
    /// Words that carry tense or politeness and no meaning of their own.
    pub helpers: Vec<String>,
    /// Helpers behind which the one who acts stands ("who did X meet").
    pub inverting: Vec<String>,
    /// Forms of the verb that stands for any act ("what did X do").
    pub acts: Vec<String>,
    /// Forms of verbs that say that something came about ("what happened in X").
    pub happens: Vec<String>,
    /// Words that may be left out.
    pub small: Vec<String>,
    /// Words between two names that are set against each other.
    pub versus: Vec<String>,
    /// Does the one who acts stand in front of the verb, so that a name behind it is acted upon ("who visited X")?
    #[serde(default)]
    pub subject_first: bool,
    /// Words of the language with the keyword of a statement that each stands for; of two apart by `|`, the second stands in front of names.
    pub keywords: BTreeMap<String, String>,
    /// Words for one matter under a name that is the same in every language.
    #[serde(default)]
    pub topics: BTreeMap<String, Vec<String>>,
    /// Words that ask for what a sense of the ontology gathers, under its name; the second of two words stands anywhere behind the first.
    #[serde(default)]
    pub senses: BTreeMap<String, Vec<String>>,
    /// Stretches of time with the clause of a statement that each stands for.
    #[serde(default)]
    pub periods: BTreeMap<String, String>,
    /// What a line may open with that asks for nothing of its own ("show me").
    #[serde(default)]
    pub openers: Vec<String>,
    /// Words in front of what is listed that ask for every row ("all").
    #[serde(default)]
    pub every: Vec<String>,
    /// Ask for a reason.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// Helpers of what is still to come.
    #[serde(default)]
    pub future: Vec<String>,
    /// Words that a line may begin with, with the words of a statement that each stands for ("händelser": "events").
    #[serde(default)]
    pub commands: BTreeMap<String, String>,
    /// Words behind two names that ask for nothing but what is between them ("relations").
    #[serde(default)]
    pub relations: Vec<String>,
    /// Ask for the latest of several events.
    #[serde(default)]
    pub latest: Vec<String>,
    /// Ask for the first of several events.
    #[serde(default)]
    pub first: Vec<String>,
    /// Helpers of a verb whose subject is acted upon.
    #[serde(default)]
    pub passive: Vec<String>,
    /// Words that stand in front of the one who acts where such a helper is.
    #[serde(default)]
    pub agents: Vec<String>,
    /// Endings of verbs that say that the subject is acted upon.
    #[serde(default)]
    pub passive_endings: Vec<String>,
    /// Endings of verbs whose subject acts though a helper of the passive stands in front of them ("is visiting").
    #[serde(default)]
    pub active_endings: Vec<String>,
    /// Whole lines that ask more of the last question, with the clauses that each stands for; `count` asks for its number ("when?": "sort by date").
    #[serde(default)]
    pub followups: BTreeMap<String, String>,
    /// Words that a line opens with which goes on from the last question ("what about").
    #[serde(default)]
    pub again: Vec<String>,
    /// Ask how often, where other words for a number may ask for people.
    #[serde(default)]
    pub often: Vec<String>,
    /// Those who act, as numbers count them ("people", "countries"); no sentence is searched for them.
    #[serde(default)]
    pub people: Vec<String>,
    /// Verbs for being at the head of a country or body ("leads").
    #[serde(default)]
    pub leads: Vec<String>,
    /// Forms of the verb for what somebody said.
    #[serde(default)]
    pub says: Vec<String>,
    /// Verbs of what two do alike whose subject begins it, in the forms that no noun has ("phoned").
    #[serde(default)]
    pub begun: Vec<String>,
    /// Deny what a question asks for.
    #[serde(default)]
    pub negations: Vec<String>,
    /// Ask for all others than those who were named before ("else").
    #[serde(default)]
    pub others: Vec<String>,
    /// Words in front of a name that is to be left out ("but not").
    #[serde(default)]
    pub except: Vec<String>,
    /// The four seasons from spring to winter, each in every spelling.
    #[serde(default)]
    pub seasons: Vec<Vec<String>>,
    /// Numbers in words.
    #[serde(default)]
    pub numbers: BTreeMap<String, u32>,
    /// Units of time in every form, with the unit of a statement.
    #[serde(default)]
    pub units: BTreeMap<String, String>,
    /// Endings of a year that make a decade of it ("1990s").
    #[serde(default)]
    pub decades: Vec<String>,
    /// Parts of a year that stands behind them, with their first and last month ("first half of").
    #[serde(default)]
    pub parts: BTreeMap<String, (u8, u8)>,
    /// Questions with the statement that each is read as.
    pub examples: Vec<(String, String)>,
    /// Questions that have no one reading.
    pub silent: Vec<String>,
}

impl Questions {
    /// The lists of words that ask.
    fn asking(&self) -> [&Vec<String>; 13] {
        [
            &self.anybody,
            &self.doer,
            &self.other,
            &self.what,
            &self.when,
            &self.place,
            &self.many,
            &self.helpers,
            &self.acts,
            &self.happens,
            &self.small,
            &self.latest,
            &self.first,
        ]
    }

    /// Tells whether a word of the lists or tables says how something is asked, and names nothing itself.
    pub fn is_function_word(&self, word: &str) -> bool {
        let lists = [
            &self.negations,
            &self.passive,
            &self.agents,
            &self.future,
            &self.versus,
            &self.reasons,
            &self.others,
            &self.people,
        ];
        let seasons = self.seasons.iter().flatten();
        let lists = self.asking().into_iter().chain(lists);
        let mut phrases = lists.flatten().chain(seasons);
        self.keywords.contains_key(word)
            || self.numbers.contains_key(word)
            || self.units.contains_key(word)
            || phrases.any(|p| p == word)
    }

    /// Tells whether a word stands in one of the lists.
    pub fn knows(&self, word: &str) -> bool {
        let lists = self.asking().into_iter().chain([&self.relations]);
        let mut phrases = lists.flatten();
        self.keywords.contains_key(word) || phrases.any(|p| p.split(' ').any(|w| w == word))
    }
}
