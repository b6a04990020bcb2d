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

/// Bytes of text whose articles go through the stages together: a quarter of it costs 0.05 of the time more, three times as much saves nothing sure.
const GROUP: usize = 1 << 16;

/// How many articles a document holds, and what there is to say about it.
type Cut = (usize, Vec<Diagnostic>);

/// What follows the first stages, in order.
const STEPS: [fn(&Engine, &Article, &mut Begun<'_>); 4] =
    [Engine::name, Engine::parse, Engine::identify, Engine::tell];

/// What was found in an article so far.
#[derive(Debug)]
struct Begun<'p> {
    pack: &'p Pack,
    units: Vec<Unit>,
    stages: Stages,
}

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
        let mut begun = self.begin(article, pack);
        STEPS
            .iter()
            .for_each(|step| step(self, article, &mut begun));
        begun.stages
    }

    /// The first stages: sentences and time expressions.
    fn begin<'p>(&self, article: &Article, pack: &'p Pack) -> Begun<'p> {
        let sentences = sentence::sentences(article, pack);
        let regions: Vec<_> = article
            .blocks
            .iter()
            .filter(|b| b.is_read())
            .map(|b| b.span)
            .collect();
        let mut timexes = timex::find(&article.text, &regions, pack, day_of(article));
        timexes.retain(|t| !opens_word(&article.text, t));
        let stages = Stages {
            sentences,
            timexes,
            ..Stages::default()
        };
        Begun {
            pack,
            units: Vec::new(),
            stages,
        }
    }

    /// The mentions, and what is one word because of them.
    fn name(&self, article: &Article, begun: &mut Begun<'_>) {
        let Stages {
            sentences, timexes, ..
        } = &begun.stages;
        let (pack, tagger) = (begun.pack, self.models.tagger());
        let found = mention::find(article, sentences, timexes, pack, &self.lexicon, tagger);
        let languages = (pack, &self.lexicon);
        let mentions = coreference::with_standins(article, sentences, found, languages);
        begun.units = units(&article.text, &mentions, timexes);
        begun.stages.mentions = mentions;
    }

    /// The trees.
    fn parse(&self, article: &Article, begun: &mut Begun<'_>) {
        let Some(parser) = self.models.parser(&begun.pack.code) else {
            return;
        };
        let Stages {
            sentences,
            mentions,
            ..
        } = &begun.stages;
        let languages = (begun.pack, &self.lexicon);
        let trees = sentences.iter().map(|s| {
            let tokens: Vec<&str> = s.tokens.iter().map(|t| t.span.of(&article.text)).collect();
            let known = hints(s, &begun.units, mentions, &article.text, languages);
            parser.parse(&tokens, &known)
        });
        begun.stages.trees = trees.collect();
    }

    /// Who is who.
    fn identify(&self, article: &Article, begun: &mut Begun<'_>) {
        let Stages {
            sentences,
            mentions,
            trees,
            clusters,
            ..
        } = &mut begun.stages;
        let sentences = sentences.as_slice();
        let languages = (begun.pack, &self.lexicon);
        let words = self.models.parser(&begun.pack.code).map(Parser::words);
        let grammar = Grammar::new(&article.text, sentences, trees, words);
        coreference::name_actors(mentions, (article, sentences), &grammar, languages);
        let found = coreference::cluster(article, sentences, mentions, &grammar, languages);
        *clusters = found;
        pair::settle(mentions, clusters, &grammar, languages);
        coreference::name_states(mentions, clusters);
    }

    /// The events.
    fn tell(&self, article: &Article, begun: &mut Begun<'_>) {
        let Some(parser) = self.models.parser(&begun.pack.code) else {
            return;
        };
        let stages = &begun.stages;
        let input = event::Input {
            article,
            sentences: &stages.sentences,
            trees: &stages.trees,
            timexes: &stages.timexes,
            mentions: &stages.mentions,
            actors: &actors(&stages.clusters, stages.mentions.len()),
            units: &begun.units,
            words: parser.words(),
        };
        let mut events = event::find(input, begun.pack, &self.lexicon.ontology);
        event::announced::date(input, begun.pack, &mut events);
        begun.stages.events = events;
    }

    /// Extracts one article; `raw` is the raw text of its document.
    pub fn article(&self, article: &Article, raw: &str) -> ArticleRecord {
        let stages = self.pack(article).map(|pack| self.stages(article, pack));
        self.record(article, raw, stages)
    }

    /// The pack that reads an article, if there is one.
    fn pack(&self, article: &Article) -> Option<&Pack> {
        self.lexicon.pack(article.lang.as_deref()?)
    }

    /// Extracts a few articles stage by stage: the code and the tables of a stage are larger than the fast caches, and what one article has brought near is
    /// there for the next.
    fn group(&self, group: &[(Article, &str)]) -> Vec<ArticleRecord> {
        let begin = |(article, _): &(Article, &str)| Some(self.begin(article, self.pack(article)?));
        let mut begun: Vec<Option<Begun<'_>>> = group.iter().map(begin).collect();
        // Those of a language one behind the other, as each language has tables of its own.
        let mut order: Vec<_> = group.iter().zip(&mut begun).collect();
        order.sort_by_key(|((article, _), _)| article.lang.as_deref());
        for step in STEPS {
            for ((article, _), begun) in &mut order {
                if let Some(begun) = begun {
                    step(self, article, begun);
                }
            }
        }
        let finish = |((article, raw), begun): (&(Article, &str), Option<Begun<'_>>)| {
            self.record(article, raw, begun.map(|b| b.stages))
        };
        group.iter().zip(begun).map(finish).collect()
    }

    /// Extracts articles side by side, in groups.
    fn groups(&self, work: &[(Article, &str)]) -> Vec<ArticleRecord> {
        let bytes: usize = work.iter().map(|(article, _)| article.text.len()).sum();
        // Few articles are shared out among the threads rather than put together.
        let most = GROUP.min(bytes / (4 * rayon::current_num_threads()));
        let (mut groups, mut rest) = (Vec::new(), work);
        while !rest.is_empty() {
            let (group, after) = rest.split_at(portion(rest, most));
            groups.push(group);
            rest = after;
        }
        let records = groups.par_iter().flat_map_iter(|group| self.group(group));
        records.collect()
    }

    /// Puts down what was found in an article; none where no pack reads it.
    fn record(&self, article: &Article, raw: &str, stages: Option<Stages>) -> ArticleRecord {
        let unread = stages.is_none().then(|| unread(article));
        let diagnostics = unread.into_iter().collect();
        let stages = stages.unwrap_or_default();
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
        let mut found = self.documents(std::slice::from_ref(input));
        found.pop().unwrap_or_default()
    }

    /// Cuts documents into articles and extracts each; one extraction a document.
    pub fn documents(&self, inputs: &[Input]) -> Vec<Extraction> {
        let (work, cut) = self.cut(inputs);
        let mut records = self.groups(&work).into_iter();
        let found = cut.into_iter().map(|(count, diagnostics)| Extraction {
            records: records.by_ref().take(count).collect(),
            diagnostics,
        });
        found.collect()
    }

    /// Cuts documents into articles, with their raw texts; tells how many each document holds and what there is to say about it.
    fn cut<'i>(&self, inputs: &'i [Input]) -> (Vec<(Article, &'i str)>, Vec<Cut>) {
        let cut = inputs.par_iter().map(|i| i.articles(&self.lexicon));
        let cut: Vec<_> = cut.collect();
        let mut work = Vec::new();
        let told = cut
            .into_iter()
            .zip(inputs)
            .map(|((articles, told), input)| {
                let (count, raw) = (articles.len(), input.document.text.as_str());
                work.extend(articles.into_iter().map(|a| (a, raw)));
                (count, told)
            });
        let told = told.collect();
        (work, told)
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
        let (work, cut) = self.cut(batch);
        diagnostics.extend(cut.into_iter().flat_map(|(_, told)| told));
        let mut rest = work.as_slice();
        loop {
            let (portion, after) = rest.split_at(portion(rest, PORTION));
            let found = Extraction {
                records: self.groups(portion),
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

/// How many articles make a portion of so many bytes: at least one, if there is one.
fn portion(work: &[(Article, &str)], size: usize) -> usize {
    let mut bytes = 0;
    let full = work.iter().position(|(article, _)| {
        bytes += article.text.len();
        bytes >= size
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
