//! Trains `data/models/syntax-<code>.bin` on the Universal Dependencies treebanks.
//!
//! ```text
//! cargo run --release --example train_syntax -- --lang en --ud ../shared/train/ud --out data/models
//! cargo run --release --example train_syntax -- --lang de --ud ../shared/train/ud --folds 5
//! ```
//!
//! With `--folds` nothing is written: every fold is parsed by a model trained on the others, and the figures are printed. The result does not depend
//! on the machine or on the number of runs.

#![expect(
    clippy::assigning_clones,
    clippy::format_push_string,
    clippy::needless_range_loop,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::similar_names,
    reason = "a training program: it prints its figures and values plain loops over speed of string work"
)]

mod grammar;
mod perceptron;
mod train;
mod treebank;

use anyhow::Context as _;
use clap::Parser;
use newsgraph::extract::syntax::features::Context;
use newsgraph::extract::syntax::model::Model;
use newsgraph::extract::syntax::parser::{Scorers, parse};
use newsgraph::extract::syntax::{tagger, word::Word};
use std::path::{Path, PathBuf};
use treebank::Sentence;

#[derive(Debug, Parser)]
struct Arguments {
    /// Language to train
    #[arg(long)]
    lang: String,
    /// Folder with the treebanks
    #[arg(long)]
    ud: PathBuf,
    /// Folder to write the model to
    #[arg(long)]
    out: Option<PathBuf>,
    /// Name-tagged files whose sentences are parsed and, where two parsers agree, trained on
    #[arg(long)]
    raw: Vec<PathBuf>,
    /// Sentences made from the grammar of the language, `grammar/<code>.txt` beside this program
    #[arg(long)]
    made: Option<usize>,
    /// Measures on this many folds instead of writing a model
    #[arg(long, default_value_t = 0)]
    folds: usize,
    /// Measures on a CoNLL-U file after training
    #[arg(long)]
    test: Option<PathBuf>,
    /// Parsers to sum
    #[arg(long, default_value_t = 5)]
    seeds: u64,
    /// Passes of the parser
    #[arg(long, default_value_t = 10)]
    passes: usize,
    /// A feature enters a table at this many updates
    #[arg(long)]
    min_updates: Option<u8>,
    /// The same for the tagger
    #[arg(long)]
    tagger_min_updates: Option<u8>,
    /// Passes of the tagger
    #[arg(long, default_value_t = 8)]
    tagger_passes: usize,
    /// Size of the tagger's table, as a power of two
    #[arg(long, default_value_t = 21)]
    tagger_bits: u32,
    /// Different sizes of weight that are kept
    #[arg(long)]
    levels: Option<u8>,
}

/// Treebanks of a language: file and the language it is in.
fn treebanks(lang: &str) -> anyhow::Result<&'static [(&'static str, &'static str)]> {
    Ok(match lang {
        "en" => &[("en_ewt-train.conllu", "en"), ("en_ewt-test.conllu", "en")],
        "de" => &[
            ("de_gsd-ud-dev.conllu", "de"),
            ("de_gsd-ud-test.conllu", "de"),
        ],
        "sv" => &[
            ("sv_talbanken-v1-train.conll", "sv"),
            ("sv_talbanken-ud-dev.conllu", "sv"),
            ("no_bokmaal-ud-dev.conllu", "no"),
            ("no_bokmaal-ud-test.conllu", "no"),
            ("da_ddt-ud-dev.conllu", "da"),
            ("da_ddt-ud-test.conllu", "da"),
        ],
        other => anyhow::bail!("no treebanks for {other}: expected en, sv or de"),
    })
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let mut sentences = Vec::new();
    for (file, language) in treebanks(&arguments.lang)? {
        sentences.extend(treebank::read(&arguments.ud.join(file), language)?);
    }
    let words = newsgraph::lexicon::DataFiles::default()
        .ron(&format!("languages/{}/syntax.ron", arguments.lang))?;
    let mut raw = Vec::new();
    for path in &arguments.raw {
        raw.extend(treebank::read_raw(path, &words)?);
    }
    let settings = train::Settings {
        tagger_bits: arguments.tagger_bits,
        action_bits: 21,
        label_bits: 20,
        min_updates: arguments
            .min_updates
            .unwrap_or(if arguments.lang == "de" { 3 } else { 10 }),
        tagger_passes: arguments.tagger_passes,
        tagger_min_updates: arguments
            .tagger_min_updates
            .unwrap_or(if arguments.lang == "de" { 3 } else { 4 }),
        parser_passes: arguments.passes,
        levels: arguments.levels.unwrap_or(match arguments.lang.as_str() {
            "en" => 40,
            "sv" => 38,
            _ => 42,
        }),
        seeds: arguments.seeds,
    };
    let made = made(&arguments)?;
    if arguments.folds > 1 {
        return folds(sentences, &made, &raw, &arguments, &settings);
    }
    sentences.extend(made);
    let model = train::train(&sentences, &raw, &arguments.lang, &settings)?;
    if let Some(test) = &arguments.test {
        let language = treebanks(&arguments.lang)?[0].1;
        let mut score = Score::default();
        score.add(&model, &treebank::read(test, language)?);
        println!("{}: {score}", arguments.lang);
    }
    if let Some(out) = &arguments.out {
        write(&model, &out.join(format!("syntax-{}.bin", arguments.lang)))?;
    }
    Ok(())
}

fn made(arguments: &Arguments) -> anyhow::Result<Vec<Sentence>> {
    let language = treebanks(&arguments.lang)?[0].1;
    let count = arguments.made.unwrap_or(match language {
        "en" | "sv" => 2300,
        _ => 2000,
    });
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/train_syntax/grammar");
    let grammar = grammar::Grammar::read(&folder.join(format!("{language}.txt")))?;
    let sentences = grammar.sentences(language, count);
    for sentence in sentences.iter().take(5) {
        let forms: Vec<&str> = sentence.rows.iter().map(|r| r.form.as_str()).collect();
        println!("{}", forms.join(" "));
    }
    Ok(sentences)
}

fn write(model: &Model, path: &Path) -> anyhow::Result<()> {
    let bytes = model.write(22)?;
    std::fs::write(path, &bytes).with_context(|| path.display().to_string())?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}

fn folds(
    mut sentences: Vec<Sentence>,
    made: &[Sentence],
    raw: &[treebank::RawSentence],
    arguments: &Arguments,
    settings: &train::Settings,
) -> anyhow::Result<()> {
    perceptron::Random(1).shuffle(&mut sentences);
    let mut total = Score::default();
    for fold in 0..arguments.folds {
        let part = |test: bool| -> Vec<Sentence> {
            let chosen = sentences
                .iter()
                .enumerate()
                .filter(|(i, _)| (i % arguments.folds == fold) == test);
            chosen.map(|(_, s)| s.clone()).collect()
        };
        let mut learned = part(false);
        learned.extend_from_slice(made);
        let model = train::train(&learned, raw, &arguments.lang, settings)?;
        let held_out: Vec<Sentence> = part(true)
            .into_iter()
            .filter(|s| s.language == arguments.lang)
            .collect();
        total.add(&model, &held_out);
        println!("fold {fold}: {total}");
    }
    Ok(())
}

/// Counts of right tags and arcs, punctuation left out of the arcs.
#[derive(Debug, Default)]
struct Score {
    words: u32,
    tags: u32,
    arcs: u32,
    heads: u32,
    labelled: u32,
    exact: u32,
    subjects: [u32; 3],
    objects: [u32; 3],
    /// Margin over the model's scale, and whether the head is right.
    margins: Vec<(f32, bool)>,
}

impl Score {
    fn add(&mut self, model: &Model, sentences: &[Sentence]) {
        let scorers = Scorers {
            actions: &model.actions,
            labels: &model.labels,
            relabels: &model.relabels,
            language: model.header.language,
        };
        let mut scratch = Vec::new();
        for s in sentences {
            let words: Vec<Word> = s
                .rows
                .iter()
                .map(|r| Word::new(&r.form, &mut scratch))
                .collect();
            let tags = tagger::tag(&words, &[], &[], &model.header, &model.tagger);
            let upos: Vec<_> = tags.iter().map(|&t| model.header.upos[t]).collect();
            let parsed = parse(&Context::new(words, tags, upos.clone()), scorers);
            self.count(s, model, &upos, &parsed.heads, &parsed.labels);
            for (i, r) in s.rows.iter().enumerate() {
                let right = parsed.heads[i] == r.head.checked_sub(1).unwrap_or(s.rows.len());
                self.margins
                    .push((parsed.margins[i] / model.header.margin, right));
            }
        }
    }

    fn count(
        &mut self,
        s: &Sentence,
        model: &Model,
        upos: &[newsgraph::base::analysis::Upos],
        heads: &[usize],
        labels: &[u16],
    ) {
        use newsgraph::base::analysis::Upos;
        let n = s.rows.len();
        for (i, r) in s.rows.iter().enumerate() {
            self.words += 1;
            self.tags += u32::from(upos[i] == r.pos());
            let label = model.header.labels[usize::from(labels[i])].as_str();
            let same = heads[i] == r.head.checked_sub(1).unwrap_or(n);
            let base = |l: &str| l.split(':').next().unwrap_or("").to_owned();
            if r.pos() != Upos::Punct {
                self.arcs += 1;
                self.heads += u32::from(same);
                self.labelled += u32::from(same && base(label) == base(&r.label));
                self.exact += u32::from(same && label == r.label);
            }
            for (wanted, counts) in [("nsubj", &mut self.subjects), ("obj", &mut self.objects)] {
                let gold = base(&r.label) == wanted
                    && r.head > 0
                    && s.rows[r.head - 1].pos() == Upos::Verb;
                let found = base(label) == wanted && upos.get(heads[i]) == Some(&Upos::Verb);
                counts[0] += u32::from(gold && found && same);
                counts[1] += u32::from(found);
                counts[2] += u32::from(gold);
            }
        }
    }
}

impl Score {
    /// Factor on the model's margin scale under which confidences are most likely.
    fn best_scale(&self) -> f32 {
        let loss = |scale: f32| -> f64 {
            let term = |&(m, right): &(f32, bool)| {
                let sure = f64::from(1.0 - 0.5 * (-m / scale).exp()).clamp(0.001, 0.999);
                -(if right { sure } else { 1.0 - sure }).ln()
            };
            self.margins.iter().map(term).sum()
        };
        let scales = (1..60).map(|k| k as f32 * 0.1);
        scales
            .min_by(|a, b| loss(*a).total_cmp(&loss(*b)))
            .unwrap_or(1.0)
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |a: u32, b: u32| 100.0 * f64::from(a) / f64::from(b.max(1));
        let f1 = |c: [u32; 3]| 100.0 * 2.0 * f64::from(c[0]) / f64::from((c[1] + c[2]).max(1));
        write!(
            f,
            "UPOS {:.2} UAS {:.2} LAS {:.2} (with subtypes {:.2}) subject {:.1} object {:.1} on {} words, margin scale {:.1}",
            share(self.tags, self.words),
            share(self.heads, self.arcs),
            share(self.labelled, self.arcs),
            share(self.exact, self.arcs),
            f1(self.subjects),
            f1(self.objects),
            self.words,
            self.best_scale()
        )
    }
}
