//! The stages in order, one article at a time, several articles at once.
//!
//! In: documents. Out: one [`ArticleRecord`] an article, in the order of the input. Invariants: an article that no language pack reads is kept with a
//! diagnostic; memory holds one batch of documents and the records of a portion of its articles.

use super::source::{Input, Options, Read, Source};
use crate::base::analysis::{
    Cluster, EntityClass, Mention, MentionForm, Sentence, Timex, Tree, Upos,
};
use crate::base::article::Article;
use crate::base::date::Interval;
use crate::base::diagnostic::{Diagnostic, Level};
use crate::base::record::ArticleRecord;
use crate::base::span::overlapping;
use crate::base::world::World;
use crate::extract::models::Models;
use crate::extract::syntax::{Parser, TokenHint};
use crate::extract::units::{Unit, units};
use crate::extract::{event, mention, timex};
use crate::lexicon::{DataError, Lexicon, Pack};
use crate::resolve::coreference::Grammar;
use crate::resolve::judgement::Judgements;
use crate::resolve::record::{Findings, record};
use crate::resolve::{coreference, pair, world};
use crate::text::sentence;
use chrono::NaiveDate;
use rayon::prelude::*;
use std::path::Path;

/// Does a reference without a day open a compound ("Ex-Minister")? It dates nothing, and the word is one.
fn opens_word(text: &str, timex: &Timex) -> bool {
    let behind = text.get(timex.span.end as usize..).unwrap_or("");
    let glued = behind.strip_prefix('-');
    timex.value.ends_with("_REF") && glued.is_some_and(|b| b.starts_with(char::is_alphabetic))
}

/// A sentence as it was read, where its raw text holds tags, marks or character references beside it.
fn read_otherwise(article: &Article, raw: [u32; 2], quote: &str) -> Option<String> {
    let read = article.offsets.clean(&article.text, raw)?.of(&article.text);
    if read == quote {
        return None;
    }
    let markup = quote.contains(['<', '&', '*', '_', '`', '~', '[', '\\']);
    let differs = markup || letters(read).ne(letters(quote));
    differs.then(|| read.to_owned())
}

/// Letters and digits of a text.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric())
}

/// Documents handed to the threads at a time.
const BATCH: usize = 64;

/// Bytes of text after which a batch is full, however few its documents.
const BATCH_BYTES: usize = 8 << 20;

/// Bytes of text whose records are held at a time: a record takes several times the memory of its text.
const PORTION: usize = 1 << 20;

/// Everything extraction needs: the lexicon and the trained models.
#[derive(Debug)]
pub struct Engine {
    /// Language packs, gazetteer, ontology.
    pub lexicon: Lexicon,
    models: Models,
}

/// What a run over many files gave.
#[derive(Debug, Default)]
pub struct Extraction {
    /// Records in the order of the input.
    pub records: Vec<ArticleRecord>,
    /// What there is to say about files.
    pub diagnostics: Vec<Diagnostic>,
}

/// What every stage found in one article; the owner of what [`Findings`] borrows.
#[derive(Debug, Default)]
pub struct Stages {
    /// Sentences of the blocks that are read.
    pub sentences: Vec<Sentence>,
    /// Time expressions.
    pub timexes: Vec<Timex>,
    /// Mentions.
    pub mentions: Vec<Mention>,
    /// One tree a sentence; empty where the language has no parser.
    pub trees: Vec<Tree>,
    /// Event mentions.
    pub events: Vec<crate::base::analysis::EventMention>,
    /// Clusters of mentions.
    pub clusters: Vec<crate::base::analysis::Cluster>,
}

impl Engine {
    /// Opens the built-in data with `overlay` laid over it.
    ///
    /// # Errors
    /// [`DataError`] of the first table at fault.
    pub fn open(overlay: Option<&Path>) -> Result<Self, DataError> {
        Ok(Self::new(Lexicon::open(overlay)?))
    }

    /// Puts an engine around a lexicon.
    pub fn new(lexicon: Lexicon) -> Self {
        let models = Models::open(&lexicon.files);
        Self { lexicon, models }
    }

    /// Runs the stages over one article whose language has a pack.
    pub fn stages(&self, article: &Article, pack: &Pack) -> Stages {
        let sentences = sentence::sentences(article, pack);
        let regions: Vec<_> = article
            .blocks
            .iter()
            .filter(|b| b.is_read())
            .map(|b| b.span)
            .collect();
        let mut timexes = timex::find(&article.text, &regions, pack, day_of(article));
        timexes.retain(|t| !opens_word(&article.text, t));
        let mentions = mention::find(
            article,
            &sentences,
            &timexes,
            pack,
            &self.lexicon,
            self.models.tagger(),
        );
        let languages = (pack, &self.lexicon);
        let mut mentions = coreference::with_standins(article, &sentences, mentions, languages);
        let parser = self.models.parser(&pack.code);
        let units = units(&article.text, &mentions, &timexes);
        let trees: Vec<Tree> = parser.map_or_else(Vec::new, |parser| {
            let trees = sentences.iter().map(|s| {
                let tokens: Vec<&str> = s.tokens.iter().map(|t| t.span.of(&article.text)).collect();
                let known = hints(s, &units, &mentions, &article.text, languages);
                parser.parse(&tokens, &known)
            });
            trees.collect()
        });
        let words = parser.map(Parser::words);
        let grammar = Grammar::new(&article.text, &sentences, &trees, words);
        coreference::name_actors(&mut mentions, (article, &sentences), &grammar, languages);
        let mut clusters =
            coreference::cluster(article, &sentences, &mentions, &grammar, languages);
        pair::settle(&mentions, &mut clusters, &grammar, languages);
        coreference::name_states(&mut mentions, &clusters);
        let mut stages = Stages {
            sentences,
            timexes,
            mentions,
            trees,
            clusters,
            ..Stages::default()
        };
        if let Some(parser) = parser {
            let input = event::Input {
                article,
                sentences: &stages.sentences,
                trees: &stages.trees,
                timexes: &stages.timexes,
                mentions: &stages.mentions,
                actors: &actors(&stages.clusters, stages.mentions.len()),
                units: &units,
                words: parser.words(),
            };
            stages.events = event::find(input, pack, &self.lexicon.ontology);
        }
        stages
    }

    /// Extracts one article; `raw` is the raw text of its document.
    pub fn article(&self, article: &Article, raw: &str) -> ArticleRecord {
        let pack = article.lang.as_deref().and_then(|l| self.lexicon.pack(l));
        let mut diagnostics = Vec::new();
        let stages = if let Some(pack) = pack {
            self.stages(article, pack)
        } else {
            diagnostics.push(unread(article));
            Stages::default()
        };
        let findings = Findings {
            article,
            raw,
            sentences: &stages.sentences,
            timexes: &stages.timexes,
            mentions: &stages.mentions,
            clusters: &stages.clusters,
            events: &stages.events,
        };
        let mut record = record(findings, diagnostics, &self.lexicon);
        let events = record.events.iter_mut().map(|e| (e.span, &mut e.quote));
        let relations = record.relations.iter_mut().map(|r| (r.span, &mut r.quote));
        for (span, quote) in events.chain(relations) {
            if let Some(read) = read_otherwise(article, span, quote) {
                *quote = read;
            }
        }
        record
    }

    /// Cuts a document into articles and extracts each.
    pub fn document(&self, input: &Input) -> Extraction {
        let (articles, diagnostics) = input.articles(&self.lexicon);
        let records = articles
            .iter()
            .map(|a| self.article(a, &input.document.text))
            .collect();
        Extraction {
            records,
            diagnostics,
        }
    }

    /// Reads files, folders, globs or `-` and extracts every article; `progress` is told after each batch how many articles were read and how many
    /// files are left.
    pub fn run(&self, inputs: &[String], progress: &mut dyn FnMut(usize, usize)) -> Extraction {
        self.run_with(inputs, Options::default(), progress)
    }

    /// As [`Engine::run`], with limits and the user's date.
    pub fn run_with(
        &self,
        inputs: &[String],
        options: Options,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Extraction {
        let mut all = Extraction::default();
        self.each(inputs, options, &mut |found, left| {
            all.records.extend(found.records);
            all.diagnostics.extend(found.diagnostics);
            progress(all.records.len(), left);
            true
        });
        all
    }

    /// Hands on records in portions, with the number of files left; memory holds one batch of documents and one portion of records. Stops where
    /// `sink` says `false`. Articles of one document run side by side like those of several.
    pub fn each(
        &self,
        inputs: &[String],
        options: Options,
        sink: &mut dyn FnMut(Extraction, usize) -> bool,
    ) {
        let mut source = Source::open(inputs, options);
        loop {
            let mut diagnostics = Vec::new();
            let (batch, ended) = batch(&mut source, &mut diagnostics);
            let left = source.files_left();
            let mut hand_on = |found| sink(found, left);
            if !self.portions(&batch, diagnostics, &mut hand_on) || ended {
                return;
            }
        }
    }

    /// Extracts the articles of a batch, a portion at a time; `false` where `sink` said so.
    fn portions(
        &self,
        batch: &[Input],
        mut diagnostics: Vec<Diagnostic>,
        sink: &mut dyn FnMut(Extraction) -> bool,
    ) -> bool {
        let cut = batch.par_iter().map(|i| i.articles(&self.lexicon));
        let mut work: Vec<(Article, &str)> = Vec::new();
        for ((articles, told), input) in cut.collect::<Vec<_>>().into_iter().zip(batch) {
            diagnostics.extend(told);
            let raw = input.document.text.as_str();
            work.extend(articles.into_iter().map(|a| (a, raw)));
        }
        let mut rest = work.as_slice();
        loop {
            let (portion, after) = rest.split_at(portion(rest));
            let records = portion.par_iter().map(|(a, raw)| self.article(a, raw));
            let found = Extraction {
                records: records.collect(),
                diagnostics: std::mem::take(&mut diagnostics),
            };
            if !sink(found) {
                return false;
            }
            if after.is_empty() {
                return true;
            }
            rest = after;
        }
    }

    /// Links and folds records into a world.
    pub fn world(&self, records: Vec<ArticleRecord>, judgements: &Judgements) -> World {
        world(records, &self.lexicon, judgements)
    }
}

/// The next documents, and whether the source is at its end.
fn batch(source: &mut Source, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Input>, bool) {
    let mut batch: Vec<Input> = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH && bytes < BATCH_BYTES {
        match source.next() {
            Some(Read::Document(input)) => {
                bytes += input.document.text.len();
                batch.push(input);
            }
            Some(Read::Diagnostic(diagnostic)) => diagnostics.push(diagnostic),
            None => return (batch, true),
        }
    }
    (batch, false)
}

/// How many articles make a portion: at least one, if there is one.
fn portion(work: &[(Article, &str)]) -> usize {
    let mut bytes = 0;
    let full = work.iter().position(|(article, _)| {
        bytes += article.text.len();
        bytes >= PORTION
    });
    full.map_or(work.len(), |last| last + 1)
}

/// The article's day, where its date is exact to the day.
fn day_of(article: &Article) -> Option<NaiveDate> {
    let Interval { lo, hi, .. } = article.published.as_ref()?.date;
    lo.filter(|_| lo == hi)
}

fn unread(article: &Article) -> Diagnostic {
    let message = match &article.lang {
        Some(code) => format!(
            "the article is in the language {code:?}, which has no pack; it is kept but not read"
        ),
        None => "the language of the article could not be told; it is kept but not read".to_owned(),
    };
    Diagnostic::new(Level::Warning, message).in_file(article.file.clone())
}

/// The number of the cluster each mention is in.
fn actors(clusters: &[Cluster], n_mentions: usize) -> Vec<usize> {
    let mut of = vec![usize::MAX; n_mentions];
    for (c, cluster) in clusters.iter().enumerate() {
        for &m in &cluster.mentions {
            if let Some(cell) = of.get_mut(m) {
                *cell = c;
            }
        }
    }
    of
}

/// Is it the name of a woman, by what is known of her or by her first name?
fn is_woman(mention: &Mention, text: &str, lexicon: &Lexicon) -> bool {
    if mention.class != EntityClass::Person || mention.form != MentionForm::Name {
        return false;
    }
    let name = mention.span.of(text);
    let full = Some(name).filter(|n| n.contains(' ')).unwrap_or_default();
    let genders = &lexicon.names().genders;
    let told = mention
        .gender
        .or_else(|| genders.of(mention.entry.as_deref(), full));
    told == Some('f')
}

/// What the parser is told about the tokens of a sentence: names and time expressions are units, headed by the name itself, not by its title.
/// Where the language writes all nouns with a capital, a capital word that can name an event is a noun. `text` is the article's.
fn hints(
    sentence: &Sentence,
    units: &[Unit],
    mentions: &[Mention],
    text: &str,
    (pack, lexicon): (&Pack, &Lexicon),
) -> Vec<TokenHint> {
    let capital = pack.language().nouns_capitalized;
    let event_noun = |form: &str| {
        let phrases = |lemma: &String| pack.triggers().phrases(lemma).iter().any(|p| !p.verbal);
        form.starts_with(char::is_uppercase)
            && pack
                .inflection()
                .lemmas(form, Some(Upos::Noun))
                .first()
                .is_some_and(phrases)
    };
    let hint = |form: &str| TokenHint {
        noun: capital && event_noun(form),
        ..TokenHint::default()
    };
    let tokens = sentence.tokens.iter();
    let mut hints: Vec<TokenHint> = tokens.map(|t| hint(t.span.of(text))).collect();
    let here = overlapping(units, |u| u.span, sentence.span)
        .filter_map(|number| Some((number, units.get(number)?)));
    for (number, unit) in here {
        let name = unit
            .mention
            .and_then(|m| mentions.get(m))
            .map_or(unit.span, |m| m.span);
        let nominal = unit.mention.and_then(|m| mentions.get(m)).is_some_and(|m| {
            let group = m.evidence.first().is_some_and(|e| e.starts_with("group:"));
            (matches!(m.form, MentionForm::Nominal | MentionForm::Role) || group)
                && m.class != EntityClass::Country
        });
        let owner = unit.mention.and_then(|m| mentions.get(m));
        let genitive = owner.is_some_and(|m| m.evidence.iter().any(|e| e == mention::GENITIVE));
        let feminine = owner.is_some_and(|m| is_woman(m, text, lexicon));
        let plural = owner.is_some_and(|m| m.plural);
        for (hint, token) in hints.iter_mut().zip(&sentence.tokens) {
            let compound = unit.proper_noun
                && unit.span.start == token.span.start
                && unit.span.end < token.span.end;
            let small = token.span.of(text).starts_with(char::is_lowercase);
            hint.noun |= compound || nominal && (capital || small) && name.end == token.span.end;
            if unit.span.contains(token.span) {
                let proper_noun = unit.proper_noun && name.overlaps(token.span);
                *hint = TokenHint {
                    proper_noun,
                    unit: Some(number as u32),
                    time: unit.time,
                    genitive,
                    feminine,
                    plural,
                    noun: hint.noun,
                };
            }
        }
    }
    hints
}
