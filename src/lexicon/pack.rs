//! The lexicon: language packs by code, the ontology, the gazetteer; each table is read when it is first asked for.
//!
//! In: [`DataFiles`]. Out: [`Lexicon`], [`Pack`]. Invariants: a language exists if its folder holds `language.ron`; with an overlay every table is
//! read at once, so that a mistake is reported before work begins.

use super::actors::Actors;
use super::boilerplate::Boilerplate;
use super::coreference::Coreference;
use super::cues::Cues;
use super::embed::{DataError, DataFiles};
use super::gazetteer::Gazetteer;
use super::groups::{GroupTable, Groups, MentionWords};
use super::inflection::Inflection;
use super::language::{Calendar, Language, OtherLanguages, SmallWords};
use super::leaders::Leaders;
use super::ontology::Ontology;
use super::questions::Questions;
use super::romanization::NameTables;
use super::temporal::Temporal;
use super::titles::{TitleTable, Titles};
use super::triggers::Triggers;
use std::any::Any;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// A table that is read on first use.
#[derive(Debug)]
pub struct Lazy<T> {
    path: String,
    cell: OnceLock<T>,
}

impl<T> Lazy<T> {
    fn new(path: String) -> Self {
        Self {
            path,
            cell: OnceLock::new(),
        }
    }

    fn get(&self, read: impl FnOnce(&str) -> Result<T, DataError>) -> Result<&T, DataError> {
        if let Some(table) = self.cell.get() {
            return Ok(table);
        }
        let table = read(&self.path)?;
        Ok(self.cell.get_or_init(|| table))
    }
}

/// One language.
#[derive(Debug)]
pub struct Pack {
    /// Two-letter code.
    pub code: String,
    files: DataFiles,
    language: Lazy<Language>,
    triggers: Lazy<Triggers>,
    cues: Lazy<Cues>,
    coreference: Lazy<Coreference>,
    titles: Lazy<Titles>,
    groups: Lazy<Groups>,
    mention_words: Lazy<MentionWords>,
    temporal: Lazy<Temporal>,
    inflection: Lazy<Inflection>,
    questions: Lazy<Questions>,
}

/// What a broken embedded table means; `check data` and the tests read every one of them.
const CHECKED: &str =
    "embedded tables are read by the tests, overlaid ones when the lexicon is opened";

impl Pack {
    fn new(code: &str, files: &DataFiles) -> Self {
        let path = |name: &str| format!("languages/{code}/{name}.ron");
        Self {
            code: code.to_owned(),
            files: files.clone(),
            language: Lazy::new(path("language")),
            triggers: Lazy::new(path("triggers")),
            cues: Lazy::new(path("cues")),
            coreference: Lazy::new(path("coreference")),
            titles: Lazy::new(path("titles")),
            groups: Lazy::new(path("groups")),
            mention_words: Lazy::new(path("mentions")),
            temporal: Lazy::new(path("temporal")),
            inflection: Lazy::new(path("inflection")),
            questions: Lazy::new(path("questions")),
        }
    }

    /// Reads every table of the pack.
    ///
    /// # Errors
    /// The first [`DataError`] met.
    pub fn check(&self) -> Result<(), DataError> {
        self.language.get(|p| self.files.ron(p))?;
        self.coreference.get(|p| self.files.ron(p))?;
        self.triggers.get(|p| Triggers::load(&self.files, p))?;
        self.cues.get(|p| self.files.ron(p))?;
        self.load_temporal()?;
        self.inflection.get(|p| Inflection::load(&self.files, p))?;
        self.titles.get(|p| self.load_titles(p))?;
        self.groups.get(|p| self.load_groups(p))?;
        self.mention_words.get(|p| self.files.ron(p))?;
        self.questions.get(|p| self.load_questions(p))?;
        Ok(())
    }

    fn load_titles(&self, path: &str) -> Result<Titles, DataError> {
        self.files.ron::<TitleTable>(path).map(Titles::from)
    }

    fn load_groups(&self, path: &str) -> Result<Groups, DataError> {
        self.files.ron::<GroupTable>(path).map(Groups::from)
    }

    fn load_questions(&self, path: &str) -> Result<Questions, DataError> {
        match self.files.ron(path) {
            Err(DataError::Missing { .. }) => Ok(Questions::default()),
            read => read,
        }
    }

    /// Returns the words of plain questions.
    pub fn questions(&self) -> &Questions {
        self.questions
            .get(|p| self.load_questions(p))
            .expect(CHECKED)
    }

    /// Returns the packs of some files by code; none of their tables is read yet.
    pub fn all(files: &DataFiles) -> BTreeMap<String, Self> {
        let code = |path: &String| {
            let name = path.strip_prefix("languages/")?;
            name.strip_suffix("/language.ron").map(str::to_owned)
        };
        let codes: Vec<String> = files.list("languages/").iter().filter_map(code).collect();
        let packs = codes.into_iter().map(|code| {
            let pack = Self::new(&code, files);
            (code, pack)
        });
        packs.collect()
    }

    /// Returns the role nouns.
    pub fn titles(&self) -> &Titles {
        self.titles.get(|p| self.load_titles(p)).expect(CHECKED)
    }

    /// Returns the nouns for groups and bodies.
    pub fn groups(&self) -> &Groups {
        self.groups.get(|p| self.load_groups(p)).expect(CHECKED)
    }

    /// Returns the small words around names.
    pub fn mention_words(&self) -> &MentionWords {
        self.mention_words
            .get(|p| self.files.ron(p))
            .expect(CHECKED)
    }

    /// Returns the words that name events.
    pub fn triggers(&self) -> &Triggers {
        self.triggers
            .get(|p| Triggers::load(&self.files, p))
            .expect(CHECKED)
    }

    /// Returns the small words of negation, future and attribution.
    pub fn cues(&self) -> &Cues {
        self.cues.get(|p| self.files.ron(p)).expect(CHECKED)
    }

    fn load_temporal(&self) -> Result<&Temporal, DataError> {
        let language = self.language.get(|p| self.files.ron(p))?;
        let inflection = self.inflection.get(|p| Inflection::load(&self.files, p))?;
        self.temporal.get(|p| {
            let table = Temporal::compile(p, self.files.ron(p)?, language)?;
            Ok(table.with_pasts(inflection.pasts()))
        })
    }

    /// Returns the words and rules of time expressions.
    pub fn temporal(&self) -> &Temporal {
        self.load_temporal().expect(CHECKED)
    }

    /// Returns pronouns, governments and other words that refer back.
    pub fn coreference(&self) -> &Coreference {
        self.coreference.get(|p| self.files.ron(p)).expect(CHECKED)
    }

    /// Returns the forms of words and their lemmas.
    pub fn inflection(&self) -> &Inflection {
        let load = |p: &str| Inflection::load(&self.files, p);
        self.inflection.get(load).expect(CHECKED)
    }

    /// Returns the writing habits.
    pub fn language(&self) -> &Language {
        self.language.get(|p| self.files.ron(p)).expect(CHECKED)
    }
}

/// Every language pack, the ontology and the gazetteer.
#[derive(Debug)]
pub struct Lexicon {
    /// The files behind it.
    pub files: DataFiles,
    /// Packs by code.
    pub packs: BTreeMap<String, Pack>,
    /// Event types and relations.
    pub ontology: Ontology,
    /// The user's own actors; empty unless the caller puts them here.
    pub actors: Actors,
    gazetteer: Gazetteer,
    names: Lazy<NameTables>,
    boilerplate: Lazy<Boilerplate>,
    others: Lazy<OtherLanguages>,
    leaders: Lazy<Leaders>,
    calendar: OnceLock<Calendar>,
    small_words: OnceLock<SmallWords>,
    persons: OnceLock<Box<dyn Any + Send + Sync>>,
}

impl Lexicon {
    /// Opens the embedded data, with `overlay` laid over it.
    ///
    /// # Errors
    /// [`DataError`] of the first file at fault; with an overlay every table is read.
    pub fn open(overlay: Option<&Path>) -> Result<Self, DataError> {
        let files = DataFiles::open(overlay)?;
        let packs = Pack::all(&files);
        let ontology = Ontology::load(&files)?;
        let gazetteer = Gazetteer::open(&files)?;
        let lexicon = Self {
            files,
            packs,
            ontology,
            actors: Actors::default(),
            gazetteer,
            names: Lazy::new("names".to_owned()),
            boilerplate: Lazy::new("boilerplate.ron".to_owned()),
            others: Lazy::new("languages/others.ron".to_owned()),
            leaders: Lazy::new("leaders.ron".to_owned()),
            calendar: OnceLock::new(),
            small_words: OnceLock::new(),
            persons: OnceLock::new(),
        };
        if overlay.is_some() {
            lexicon.check()?;
        }
        Ok(lexicon)
    }

    /// Returns the actors and places known before reading.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Reads every table.
    ///
    /// # Errors
    /// The first [`DataError`] met.
    pub fn check(&self) -> Result<(), DataError> {
        self.packs.values().try_for_each(Pack::check)?;
        self.boilerplate
            .get(|p| Boilerplate::load(&self.files, p))?
            .check("boilerplate.ron")?;
        self.others.get(|p| self.files.ron(p))?;
        self.leaders.get(|p| Leaders::load(&self.files, p))?;
        self.names.get(|_| NameTables::load(&self.files))?;
        Ok(())
    }

    /// Returns the patterns of what is not read.
    pub fn boilerplate(&self) -> &Boilerplate {
        let load = |p: &str| Boilerplate::load(&self.files, p);
        self.boilerplate.get(load).expect(CHECKED)
    }

    /// Returns the heads of state and government by surname.
    pub fn leaders(&self) -> &Leaders {
        let load = |p: &str| Leaders::load(&self.files, p);
        self.leaders.get(load).expect(CHECKED)
    }

    /// Returns the languages that have no pack.
    pub fn other_languages(&self) -> &OtherLanguages {
        self.others.get(|p| self.files.ron(p)).expect(CHECKED)
    }

    /// Returns the small words of all languages.
    pub fn small_words(&self) -> &SmallWords {
        self.small_words.get_or_init(|| {
            let packs = self.packs.values();
            let ours = packs.map(|p| (p.code.as_str(), p.language().stopwords.as_slice()));
            let others = &self.other_languages().languages;
            let others = others
                .iter()
                .map(|o| (o.code.as_str(), o.stopwords.as_slice()));
            SmallWords::new(ours.chain(others))
        })
    }

    /// Returns what a caller has worked out of the gazetteer's persons; `make` is asked once, when it is first wanted. `None` for another type than that
    /// of the first caller.
    pub fn of_persons<T: Any + Send + Sync>(&self, make: impl FnOnce(&Self) -> T) -> Option<&T> {
        let made = self.persons.get_or_init(|| Box::new(make(self)));
        made.downcast_ref()
    }

    /// Returns the calendar words of all languages.
    pub fn calendar(&self) -> &Calendar {
        self.calendar
            .get_or_init(|| Calendar::new(self.packs.values().map(Pack::language)))
    }

    /// Returns all packs, in the order of their codes.
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.packs.values()
    }

    /// Returns the pack of a language.
    pub fn pack(&self, code: &str) -> Option<&Pack> {
        self.packs.get(code)
    }

    /// Returns what is known about the writing of names.
    pub fn names(&self) -> &NameTables {
        self.names
            .get(|_| NameTables::load(&self.files))
            .expect(CHECKED)
    }
}
