//! Trains the name tagger: `cargo run --release --example train_ner -- ../shared data/models/ner.bin`.
//!
//! In: the folders `train` and `facts` below the first argument. Out: the model file. `--without NAME,…` leaves corpora out; `--held-out` keeps a tenth of
//! the main corpora for measuring and writes the model all the same; `--gold DIR` measures on BIO files there. Same input, same bytes.
#![allow(
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::iter_over_hash_type,
    missing_docs,
    reason = "a program for developers"
)]

mod corpus;
mod crf;
mod facts;
mod vocabulary;

use corpus::{CORPORA, Example, Names, Random};
use newsgraph::base::recall::Recall;
use newsgraph::extract::tagger::features::{Sentence, extract};
use newsgraph::extract::tagger::model::{Model, Parts, quantize};
use newsgraph::extract::tagger::words::{Knowledge, describe};
use newsgraph::extract::tagger::{Tagger, hash, table};
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::path::{Path, PathBuf};

const LANGUAGES: [(&str, u8); 6] = [
    ("sv", 1),
    ("da", 1),
    ("nb", 1),
    ("no", 1),
    ("de", 2),
    ("en", 3),
];

fn group(lang: &str) -> u8 {
    LANGUAGES.iter().find(|l| l.0 == lang).map_or(0, |l| l.1)
}

struct Options {
    shared: PathBuf,
    out: PathBuf,
    without: Vec<String>,
    held_out: bool,
    numbers: BTreeMap<String, f32>,
}

impl Options {
    fn read() -> Self {
        let mut o = Self {
            shared: PathBuf::new(),
            out: PathBuf::new(),
            without: Vec::new(),
            held_out: false,
            numbers: BTreeMap::new(),
        };
        let mut plain = Vec::new();
        let mut args = std::env::args().skip(1);
        while let Some(a) = args.next() {
            match a.as_str() {
                "--held-out" => o.held_out = true,
                "--without" => {
                    o.without = args
                        .next()
                        .unwrap_or_default()
                        .split(',')
                        .map(str::to_owned)
                        .collect();
                }
                a if a.starts_with("--") => {
                    let value = args.next().and_then(|v| v.parse().ok()).unwrap_or(0.0);
                    o.numbers
                        .insert(a.trim_start_matches('-').to_owned(), value);
                }
                a => plain.push(PathBuf::from(a)),
            }
        }
        let mut plain = plain.into_iter();
        o.shared = plain.next().unwrap_or_else(|| "../shared".into());
        o.out = plain.next().unwrap_or_else(|| "data/models/ner.bin".into());
        o
    }
    fn number(&self, name: &str, default: f32) -> f32 {
        self.numbers.get(name).copied().unwrap_or(default)
    }
}

#[derive(Default)]
struct Plain(u64);
impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }
}
type Map<V> = HashMap<u64, V, BuildHasherDefault<Plain>>;

fn load(o: &Options) -> anyhow::Result<(Vec<Example>, Vec<Example>)> {
    let (mut train, mut held) = (Vec::new(), Vec::new());
    for (name, lang, convention) in CORPORA {
        if o.without.iter().any(|w| w == name) {
            continue;
        }
        let sentences = corpus::read(&o.shared.join(format!("train/ner/{name}.bio")))?;
        let n = sentences.len();
        let main = ["sv_klintan_train", "de_germeval_test", "en_ewt_test"].contains(&name);
        for (i, (tokens, mut tags)) in sentences.into_iter().enumerate() {
            corpus::harmonize(&tokens, &mut tags);
            let e = Example {
                tokens,
                tags,
                lang,
                convention,
                copy: false,
                half: (i / 40 % 2) as u8,
            };
            if o.held_out && main && i >= n * 85 / 100 {
                held.push(e);
            } else {
                train.push(e);
            }
        }
    }
    Ok((train, held))
}

/// Raw sentences by language group, the treebanks' among them.
fn texts(o: &Options, train: &[Example]) -> anyhow::Result<BTreeMap<u8, Vec<Vec<String>>>> {
    let mut texts: BTreeMap<u8, Vec<Vec<String>>> = BTreeMap::new();
    for e in train {
        texts
            .entry(group(e.lang))
            .or_default()
            .push(e.tokens.clone());
    }
    let mut files: Vec<PathBuf> = std::fs::read_dir(o.shared.join("train/ud"))?
        .flatten()
        .map(|f| f.path())
        .collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if name.contains("ewt-test") || name.contains("v1") {
            continue;
        }
        let list = texts.entry(group(&name[..2])).or_default();
        let mut tokens = Vec::new();
        for line in std::fs::read_to_string(&file)?.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() > 3 && cells[0].chars().all(|c| c.is_ascii_digit()) {
                tokens.push(cells[1].to_owned());
            } else if line.is_empty() && !tokens.is_empty() {
                list.push(std::mem::take(&mut tokens));
            }
        }
    }
    Ok(texts)
}

/// Hashes of all features, in one row.
fn hashes(examples: &[Example], knowledge: &[Knowledge; 2], o: &Options) -> (Vec<u64>, crf::Data) {
    let mut all = Vec::new();
    let mut data = crf::Data::default();
    let mut random = Random(4242);
    let blind = o.number("blind", 25.0) as usize;
    let known = [Recall::default(), Recall::default()];
    for e in examples {
        let g = group(e.lang);
        data.sentences.push((data.tags.len(), g));
        let tokens: Vec<&str> = e.tokens.iter().map(String::as_str).collect();
        let half = usize::from(e.half);
        let mut words = describe(&tokens, g, &knowledge[half], &known[half]);
        if e.copy {
            for w in &mut words {
                if random.percent(blind) {
                    w.lists = 0;
                }
            }
        }
        let sentence = Sentence::new(words, g);
        for i in 0..tokens.len() {
            data.starts.push(all.len());
            extract(&sentence, i, &mut all);
            if e.convention > 0 {
                let c = u64::from(e.convention);
                let w = &sentence.words[i];
                let cas = w.casing as u64;
                for (k, parts) in [
                    [0, 0],
                    [1, w.lower],
                    [2, cas + 16 * u64::from(w.lists)],
                    [3, w.suffixes[2]],
                ]
                .iter()
                .enumerate()
                {
                    all.push(hash::finish(hash::mix(
                        hash::mix(hash::mix(0xc0de + k as u64, c), parts[0]),
                        parts[1],
                    )));
                }
            }
            data.tags.push(e.tags[i]);
        }
    }
    data.starts.push(all.len());
    data.sentences.push((data.tags.len(), 0));
    (all, data)
}

/// Numbers the features seen at least twice and drops the others.
fn number(all: &[u64], data: &mut crf::Data, least: u8) -> (Vec<u64>, Vec<u32>) {
    let mut seen = vec![0u8; 1 << 28];
    let slot = |h: u64| (h >> 36) as usize;
    for h in all {
        let s = &mut seen[slot(*h)];
        *s = s.saturating_add(1);
    }
    let mut ids: Map<u32> = Map::default();
    let (mut keys, mut counts) = (Vec::new(), Vec::new());
    let mut starts = Vec::with_capacity(data.starts.len());
    for t in 0..data.starts.len() - 1 {
        starts.push(data.features.len());
        for h in &all[data.starts[t]..data.starts[t + 1]] {
            if seen[slot(*h)] < least {
                continue;
            }
            let id = *ids.entry(*h).or_insert_with(|| {
                keys.push(*h);
                counts.push(0);
                keys.len() as u32 - 1
            });
            counts[id as usize] += 1;
            data.features.push(id);
        }
    }
    starts.push(data.features.len());
    data.starts = starts;
    (keys, counts)
}

fn main() -> anyhow::Result<()> {
    let o = Options::read();
    let (mut train, held) = load(&o)?;
    if o.number("silver", 1.0) > 0.0 {
        let first = fit(&train, &o, 3)?;
        let tagger = Tagger::new(Model::read(first.into()).map_err(anyhow::Error::msg)?);
        let silver = silver(&o, &tagger)?;
        eprintln!("silver: {} sentences", silver.len());
        train.extend(silver);
    }
    let bytes = fit(&train, &o, o.number("passes", 8.0) as usize)?;
    std::fs::write(&o.out, &bytes)?;
    if o.held_out {
        for lift in [0.3, 0.6, 0.9, 1.2] {
            let mut model = Model::read(bytes.clone().into()).map_err(anyhow::Error::msg)?;
            model.lift(lift);
            eprintln!("-- lift {lift}");
            measure(&Tagger::new(model), &o, &held)?;
        }
    }
    let tagger = Tagger::new(Model::read(bytes.into()).map_err(anyhow::Error::msg)?);
    measure(&tagger, &o, &held)
}

/// Sentences of treebanks, tagged by a first model that is told which words are proper nouns.
fn silver(o: &Options, tagger: &Tagger) -> anyhow::Result<Vec<Example>> {
    let mut out = Vec::new();
    for (name, lang) in [
        ("en_ewt-train", "en"),
        ("de_gsd-ud-dev", "de"),
        ("de_gsd-ud-test", "de"),
    ] {
        if o.without.iter().any(|w| w == name) {
            continue;
        }
        let text = std::fs::read_to_string(o.shared.join(format!("train/ud/{name}.conllu")))?;
        let (mut tokens, mut priors) = (Vec::new(), Vec::new());
        let (proper, other) = (o.number("proper", 2.0), o.number("other", -4.0));
        for line in text.lines().chain([""]) {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() > 3 && cells[0].chars().all(|c| c.is_ascii_digit()) {
                tokens.push(cells[1].to_owned());
                let (first, later) = if cells[3] == "PROPN" {
                    (proper, proper)
                } else {
                    (other, other / 3.0)
                };
                priors.push([0.0, first, later, first, later, first, later]);
            } else if line.is_empty() && !tokens.is_empty() {
                let words: Vec<&str> = tokens.iter().map(String::as_str).collect();
                let tags: Vec<u8> = tagger
                    .tag_with(&words, lang, &priors)
                    .iter()
                    .map(|t| index(t.place))
                    .collect();
                out.push(Example {
                    tokens: std::mem::take(&mut tokens),
                    tags,
                    lang,
                    convention: 7,
                    copy: false,
                    half: (out.len() / 40 % 2) as u8,
                });
                priors.clear();
            }
        }
    }
    Ok(out)
}

/// Trains on sentences and returns the model file.
#[expect(
    clippy::too_many_lines,
    reason = "one training run told from top to bottom"
)]
fn fit(originals: &[Example], o: &Options, passes: usize) -> anyhow::Result<Vec<u8>> {
    let clock = std::time::Instant::now();
    let vocabulary = vocabulary::Vocabulary::build(&texts(o, originals)?);
    let facts = facts::Facts::read(&o.shared.join("facts"), &|w| vocabulary.common(w))?;
    let bloom = facts.bloom(o.number("bloom-bits", 11.0));
    let mut labels = [
        vocabulary::Labels::default(),
        vocabulary::Labels::default(),
        vocabulary::Labels::default(),
    ];
    if o.number("labels", 1.0) > 0.0 {
        for e in originals.iter().filter(|e| e.convention != 7) {
            labels[1 - usize::from(e.half)].add(group(e.lang), &e.tokens, &e.tags);
            labels[2].add(group(e.lang), &e.tokens, &e.tags);
        }
    }
    let tables = [
        vocabulary.table(&labels[0], 2),
        vocabulary.table(&labels[1], 2),
        vocabulary.table(&labels[2], 3),
    ];
    let [half_a, half_b, words] = tables;
    eprintln!("lists ready {:.1}s", clock.elapsed().as_secs_f32());
    let names = Names::collect(originals);
    let mut random = Random(991);
    let mut train = originals.to_vec();
    for _ in 0..o.number("copies", 1.0) as usize {
        train.extend(
            originals
                .iter()
                .filter_map(|e| corpus::copy(e, &names, &facts.pools, &mut random)),
        );
    }
    let knowledge = [
        Knowledge {
            bloom: &bloom,
            words: &half_a,
        },
        Knowledge {
            bloom: &bloom,
            words: &half_b,
        },
    ];
    let (all, mut data) = hashes(&train, &knowledge, o);
    let (keys, counts) = number(&all, &mut data, o.number("least", 3.0) as u8);
    drop(all);
    eprintln!(
        "{} sentences, {} tokens, {} features, {} uses {:.1}s",
        train.len(),
        data.tags.len(),
        keys.len(),
        data.features.len(),
        clock.elapsed().as_secs_f32()
    );
    let settings = crf::Settings {
        passes,
        rate: o.number("rate", 0.08),
        decay: o.number("decay", 2e-3),
        dropout: o.number("dropout", 20.0) as usize,
        seed: 1,
    };
    let budget =
        (o.number("size", 4.95e6) as usize - bloom.len() - words.len() - 2048) / table::BUCKET;
    let first = crf::train(
        &data,
        keys.len(),
        None,
        crf::Settings {
            passes: o.number("first", 3.0) as usize,
            ..settings
        },
    );
    let weight = |w: &[f32; 8]| w[..6].iter().fold(0.0f32, |a, b| a.max(b.abs()));
    let mut order: Vec<u32> = (0..keys.len() as u32).collect();
    let power = o.number("power", 0.4);
    let value: Vec<f32> = keys
        .iter()
        .enumerate()
        .map(|(i, _)| weight(&first.rows[i]) * (counts[i] as f32).powf(power))
        .collect();
    order.sort_by(|a, b| {
        value[*b as usize]
            .total_cmp(&value[*a as usize])
            .then(keys[*a as usize].cmp(&keys[*b as usize]))
    });
    let mut keep = vec![false; keys.len()];
    let room = (budget as f32 * 4.0 * 0.97) as usize;
    order
        .iter()
        .take(room)
        .for_each(|i| keep[*i as usize] = true);
    drop(first);
    let w = crf::train(&data, keys.len(), Some(&keep), settings);
    let kept: Vec<u32> = order.iter().take(room).copied().collect();
    let scale = kept
        .iter()
        .map(|i| weight(&w.rows[*i as usize]))
        .fold(0.0f32, f32::max);
    let rows: Vec<(u64, table::Payload)> = kept
        .iter()
        .map(|i| {
            let r = &w.rows[*i as usize];
            (
                keys[*i as usize],
                [0, 1, 2, 3, 4, 5].map(|y| quantize(r[y], scale)),
            )
        })
        .filter(|r| r.1 != [0; 6])
        .collect();
    let (weights, stored) = table::write(&rows, budget);
    eprintln!(
        "kept {} of {} features, stored {}, scale {scale}",
        rows.len(),
        keys.len(),
        stored
    );
    let languages = LANGUAGES
        .iter()
        .map(|(l, g)| ([l.as_bytes()[0], l.as_bytes()[1]], *g))
        .collect();
    let mut transitions = w.transitions;
    for row in transitions.iter_mut().flatten() {
        [1, 3, 5]
            .into_iter()
            .for_each(|t| row[t] += o.number("lift", 0.0));
    }
    let bytes = Parts {
        languages,
        transitions,
        scale,
        bloom,
        words,
        weights,
    }
    .write();
    eprintln!(
        "{} bytes, {:.1}s",
        bytes.len(),
        clock.elapsed().as_secs_f32()
    );
    Ok(bytes)
}

fn measure(tagger: &Tagger, o: &Options, held: &[Example]) -> anyhow::Result<()> {
    let mut sum = 0.0;
    for lang in ["sv", "de", "en"] {
        let set: Vec<_> = held
            .iter()
            .filter(|e| e.lang == lang)
            .map(|e| (e.tokens.clone(), e.tags.clone()))
            .collect();
        if !set.is_empty() {
            sum += score(tagger, &format!("held out {lang}"), lang, &set);
        }
    }
    if sum > 0.0 {
        eprintln!("held out mean {:.4}", sum / 3.0);
    }
    let gold = o.shared.join("gold/ner");
    for name in ["sv_klintan_test", "de_germeval_dev", "en_ewt_dev"] {
        let path: &Path = &gold.join(format!("{name}.bio"));
        if path.is_file() {
            score(tagger, name, &name[..2], &corpus::read(path)?);
        }
    }
    Ok(())
}

fn score(tagger: &Tagger, name: &str, lang: &str, set: &[(Vec<String>, Vec<u8>)]) -> f32 {
    let mut n = [[0.0f32; 3]; 4];
    let clock = std::time::Instant::now();
    let mut tokens_read = 0;
    for (tokens, tags) in set {
        let words: Vec<&str> = tokens.iter().map(String::as_str).collect();
        tokens_read += words.len();
        let found: Vec<u8> = tagger
            .tag(&words, lang)
            .iter()
            .map(|t| index(t.place))
            .collect();
        let (gold, found) = (corpus::spans(tags), corpus::spans(&found));
        for (k, list) in [(1, &found), (2, &gold)] {
            for s in list {
                n[usize::from(s.2) / 2][k] += 1.0;
            }
        }
        for s in found.iter().filter(|s| gold.contains(s)) {
            n[usize::from(s.2) / 2][0] += 1.0;
        }
    }
    for c in 0..3 {
        let class = n[c];
        for (all, one) in n[3].iter_mut().zip(class) {
            *all += one;
        }
    }
    let f = |x: [f32; 3]| {
        (
            x[0] / x[1].max(1.0),
            x[0] / x[2].max(1.0),
            2.0 * x[0] / (x[1] + x[2]).max(1.0),
        )
    };
    let all = f(n[3]);
    eprintln!(
        "{name:18} P {:.4} R {:.4} F1 {:.4} | PER {:.3} LOC {:.3} ORG {:.3}  {:.0} tok/s",
        all.0,
        all.1,
        all.2,
        f(n[0]).2,
        f(n[1]).2,
        f(n[2]).2,
        tokens_read as f32 / clock.elapsed().as_secs_f32()
    );
    all.2
}

fn index(place: newsgraph::extract::tagger::Place) -> u8 {
    (0..7u8)
        .find(|i| newsgraph::extract::tagger::Place::from_index(usize::from(*i)) == place)
        .unwrap_or(0)
}
