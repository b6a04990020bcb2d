//! Trains a tagger and a parser on prepared sentences.
//!
//! Tags for the parser come from taggers that did not see the sentence (jackknife); the parser learns with a dynamic oracle and follows its own
//! choices from the second pass on (Goldberg & Nivre 2013); several seeds are summed.

use crate::perceptron::{Perceptron, Random};
use crate::treebank::{RawSentence, Sentence, composite};
use newsgraph::base::analysis::Upos;
use newsgraph::extract::syntax::features::{Context, action, label};
use newsgraph::extract::syntax::model::{Header, Model, Table, best};
use newsgraph::extract::syntax::parser::{Action, NONE, Scorers, State, parse};
use newsgraph::extract::syntax::word::Word;
use newsgraph::extract::syntax::{labels, tagger};

/// Settings of a training run.
#[derive(Debug, Clone)]
pub struct Settings {
    pub tagger_bits: u32,
    pub action_bits: u32,
    pub label_bits: u32,
    pub min_updates: u8,
    pub tagger_min_updates: u8,
    pub tagger_passes: usize,
    pub parser_passes: usize,
    pub seeds: u64,
    pub levels: u8,
}

/// A sentence in numbers.
pub struct Example {
    words: Vec<Word>,
    tags: Vec<usize>,
    upos: Vec<Upos>,
    /// Heads, the root is `n`.
    heads: Vec<usize>,
    labels: Vec<usize>,
    language: u64,
    /// Tags of a tagger that did not see the sentence.
    predicted: Vec<usize>,
}

/// Mark of a treebank's language among several; 0 where there is one.
pub fn language_mark(language: &str) -> u64 {
    match language {
        "sv" => 101,
        "no" => 102,
        "da" => 103,
        _ => 0,
    }
}

/// Collects tags and labels and turns sentences into numbers.
pub fn examples(sentences: &[Sentence], header: &mut Header) -> Vec<Example> {
    let mut scratch = Vec::new();
    sentences
        .iter()
        .map(|s| {
            let mut tag = |r| {
                let name = composite(s.language, r);
                index_of(&mut header.tags, &name, || header.upos.push(r.pos()))
            };
            let tags = s.rows.iter().map(&mut tag).collect();
            Example {
                words: s
                    .rows
                    .iter()
                    .map(|r| Word::new(&r.form, &mut scratch))
                    .collect(),
                tags,
                upos: s.rows.iter().map(crate::treebank::Row::pos).collect(),
                heads: s
                    .rows
                    .iter()
                    .map(|r| r.head.checked_sub(1).unwrap_or(s.rows.len()))
                    .collect(),
                labels: s
                    .rows
                    .iter()
                    .map(|r| index_of(&mut header.labels, &r.label, || ()))
                    .collect(),
                language: language_mark(s.language),
                predicted: Vec::new(),
            }
        })
        .collect()
}

fn index_of(list: &mut Vec<String>, name: &str, added: impl FnOnce()) -> usize {
    list.iter().position(|n| n == name).unwrap_or_else(|| {
        list.push(name.to_owned());
        added();
        list.len() - 1
    })
}

/// Trains everything and returns the shipped model; `raw` are sentences without trees, for self-training.
pub fn train(
    sentences: &[Sentence],
    raw: &[RawSentence],
    language: &str,
    settings: &Settings,
) -> anyhow::Result<Model> {
    let mut header = Header {
        tags: Vec::new(),
        upos: Vec::new(),
        labels: vec!["root".to_owned()],
        language: language_mark(language),
        margin: 1.0,
    };
    let mut data = examples(sentences, &mut header);
    let width = header.tags.len();
    jackknife(&mut data, &header, settings);
    let mut tagger = tagger_on(&data, width, settings);
    if !raw.is_empty() {
        let kept = agreed(raw, &data, &header, &tagger, settings);
        data.extend(kept);
        tagger = tagger_on(&data, width, settings);
    }
    let mut parser = train_parser(&data, &header, settings, 0);
    for seed in 1..settings.seeds {
        let more = train_parser(&data, &header, settings, seed);
        parser.actions.add(&more.actions);
        parser.labels.add(&more.labels);
        parser.relabels.add(&more.relabels);
    }
    let table = |p: &Perceptron, width| {
        Table::new(Table::quantize(p.weights(), settings.levels), width)
            .ok_or_else(|| anyhow::anyhow!("a table with {width} classes is too wide"))
    };
    let n = header.labels.len();
    let mut model = Model {
        tagger: table(&tagger, width)?,
        actions: table(&parser.actions, 3)?,
        labels: table(&parser.labels, n)?,
        relabels: table(&parser.relabels, n)?,
        header,
    };
    model.header.margin = MARGIN_SHARE * mean_margin(&model, &data);
    Ok(model)
}

/// Share of the mean margin on the training sentences at which confidences are right on unseen ones; fitted on the German folds and checked on the
/// others (docs/quality/syntax.md).
const MARGIN_SHARE: f32 = 0.9;

/// Mean lead of the chosen action over the training sentences; sums of seeds and companding change the scale of scores.
fn mean_margin(model: &Model, data: &[Example]) -> f32 {
    let (mut sum, mut count) = (0.0f64, 0u32);
    for example in data {
        let upos = example
            .predicted
            .iter()
            .map(|&t| model.header.upos[t])
            .collect();
        let c = Context::new(example.words.clone(), example.predicted.clone(), upos);
        let tables = Scorers {
            actions: &model.actions,
            labels: &model.labels,
            relabels: &model.relabels,
            language: example.language,
        };
        for margin in parse(&c, tables).margins.into_iter().filter(|m| *m < 1e9) {
            sum += f64::from(margin);
            count += 1;
        }
    }
    (sum / f64::from(count.max(1))) as f32
}

fn tagger_on(data: &[Example], width: usize, settings: &Settings) -> Perceptron {
    let all: Vec<&Example> = data.iter().collect();
    train_tagger(&all, width, settings, settings.tagger_passes, 3)
}

/// Parses raw sentences with two parsers and keeps those on which both agree to the last arc. Names are forced to be proper nouns.
fn agreed(
    raw: &[RawSentence],
    data: &[Example],
    header: &Header,
    tagger: &Perceptron,
    settings: &Settings,
) -> Vec<Example> {
    let parsers = [100, 101].map(|seed| train_parser(data, header, settings, seed));
    let mut scratch = Vec::new();
    let mut kept = Vec::new();
    for sentence in raw {
        let words: Vec<Word> = sentence
            .forms
            .iter()
            .map(|f| Word::new(f, &mut scratch))
            .collect();
        let forced: Vec<Option<Upos>> = sentence
            .names
            .iter()
            .map(|name| name.then_some(Upos::Propn))
            .collect();
        let tags = tagger::tag(&words, &forced, &[], header, tagger);
        let upos: Vec<Upos> = tags.iter().map(|&t| header.upos[t]).collect();
        let c = Context::new(words.clone(), tags.clone(), upos.clone());
        let [one, two] = [0, 1].map(|k| parse(&c, parsers[k].scorers(header.language)));
        if one.heads == two.heads && one.labels == two.labels {
            kept.push(Example {
                words,
                predicted: tags.clone(),
                tags,
                upos,
                heads: one.heads,
                labels: one.labels.into_iter().map(usize::from).collect(),
                language: header.language,
            });
        }
    }
    let words: usize = kept.iter().map(|e| e.words.len()).sum();
    eprintln!(
        "kept {} of {} raw sentences, {words} words",
        kept.len(),
        raw.len()
    );
    kept
}

/// Tags every sentence by a tagger trained on the other quarters.
fn jackknife(data: &mut [Example], header: &Header, settings: &Settings) {
    const PARTS: usize = 4;
    let mut predicted = vec![Vec::new(); data.len()];
    for part in 0..PARTS {
        let rest: Vec<&Example> = data
            .iter()
            .enumerate()
            .filter(|(i, _)| i % PARTS != part)
            .map(|(_, e)| e)
            .collect();
        let model = train_tagger(
            &rest,
            header.tags.len(),
            settings,
            settings.tagger_passes / 2,
            5 + part as u64,
        );
        for (i, example) in data.iter().enumerate().filter(|(i, _)| i % PARTS == part) {
            let own = Header {
                language: example.language,
                ..header.clone()
            };
            predicted[i] = tagger::tag(&example.words, &[], &[], &own, &model);
        }
    }
    let (mut right, mut all) = (0, 0);
    for (example, tags) in data.iter_mut().zip(predicted) {
        right += tags
            .iter()
            .zip(&example.upos)
            .filter(|(t, u)| header.upos[**t] == **u)
            .count();
        all += tags.len();
        example.predicted = tags;
    }
    eprintln!(
        "jackknifed UPOS {:.4} on {all} words",
        f64::from(right as u32) / f64::from(all as u32)
    );
}

fn train_tagger(
    data: &[&Example],
    width: usize,
    settings: &Settings,
    passes: usize,
    seed: u64,
) -> Perceptron {
    let mut model = Perceptron::new(settings.tagger_bits, width, settings.tagger_min_updates);
    let mut random = Random(seed);
    let mut order: Vec<usize> = (0..data.len()).collect();
    let (mut features, mut scores) = (Vec::new(), Vec::new());
    for _ in 0..passes {
        random.shuffle(&mut order);
        for &at in &order {
            let example = data[at];
            let (mut one, mut two) = (tagger::NO_TAG, tagger::NO_TAG);
            for (i, &gold) in example.tags.iter().enumerate() {
                tagger::features(&example.words, i, one, two, example.language, &mut features);
                newsgraph::extract::syntax::model::Scorer::score(&model, &features, &mut scores);
                let guess = best(&scores);
                model.learn(&features, gold, guess);
                two = one;
                one = guess;
            }
        }
    }
    model.average()
}

struct Parser {
    actions: Perceptron,
    labels: Perceptron,
    relabels: Perceptron,
}

fn train_parser(data: &[Example], header: &Header, settings: &Settings, seed: u64) -> Parser {
    let width = header.labels.len();
    let mut parser = Parser {
        actions: Perceptron::new(settings.action_bits, 3, settings.min_updates),
        labels: Perceptron::new(settings.label_bits, width, settings.min_updates),
        relabels: Perceptron::new(settings.label_bits, width, settings.min_updates),
    };
    let mut random = Random(77 + seed * 1_000_003);
    let mut order: Vec<usize> = (0..data.len()).collect();
    for pass in 0..settings.parser_passes {
        random.shuffle(&mut order);
        let (mut right, mut steps) = (0u32, 0u32);
        for &at in &order {
            let (r, s) = parser.learn(&data[at], header, pass, &mut random);
            right += r;
            steps += s;
        }
        eprintln!(
            "seed {seed} pass {pass}: {:.4} of actions right",
            f64::from(right) / f64::from(steps)
        );
    }
    Parser {
        actions: parser.actions.average(),
        labels: parser.labels.average(),
        relabels: parser.relabels.average(),
    }
}

impl Parser {
    fn learn(
        &mut self,
        example: &Example,
        header: &Header,
        pass: usize,
        random: &mut Random,
    ) -> (u32, u32) {
        let n = example.words.len();
        let upos = example.predicted.iter().map(|&t| header.upos[t]).collect();
        let c = Context::new(example.words.clone(), example.predicted.clone(), upos);
        let mut oracle = Oracle::new(&example.heads);
        let mut x = State::new(n);
        let (mut features, mut scores) = (Vec::new(), Vec::new());
        let (mut right, mut steps) = (0, 0);
        while !x.is_final() {
            let mut chosen = Action::Shift;
            if x.stack_top(0) != NONE {
                action::features(&c, &x, example.language, &mut features);
                newsgraph::extract::syntax::model::Scorer::score(
                    &self.actions,
                    &features,
                    &mut scores,
                );
                let (guess, good) = oracle.choose(&x, &scores);
                self.actions.learn(&features, good as usize, guess as usize);
                steps += 1;
                right += u32::from(guess == good);
                chosen = if pass > 0 && random.unit() < 0.9 {
                    guess
                } else {
                    good
                };
            }
            match x.arc(chosen) {
                None => {
                    oracle.in_stack[x.front] = true;
                    x.shift();
                }
                Some((head, d)) => {
                    oracle.in_stack[d] = false;
                    let scorers = self.scorers(example.language);
                    let guess =
                        labels::building(&c, &x, head, d, scorers, &mut features, &mut scores);
                    if head < n && example.heads[d] == head && example.labels[d] != 0 {
                        self.labels
                            .learn(&features, example.labels[d], usize::from(guess));
                    }
                    x.reduce(head, guess);
                }
            }
        }
        x.index();
        self.relearn(example, &c, &x);
        (right, steps)
    }

    fn relearn(&mut self, example: &Example, c: &Context, x: &State) {
        let (mut features, mut scores) = (Vec::new(), Vec::new());
        for d in 0..c.len() {
            let head = x.heads[d];
            if head >= c.len() || example.heads[d] != head || example.labels[d] == 0 {
                continue;
            }
            label::features(c, x, head, d, true, example.language, &mut features);
            newsgraph::extract::syntax::model::Scorer::score(
                &self.relabels,
                &features,
                &mut scores,
            );
            scores[0] = f32::MIN;
            self.relabels
                .learn(&features, example.labels[d], best(&scores));
        }
    }

    fn scorers(&self, language: u64) -> Scorers<'_, Perceptron> {
        Scorers {
            actions: &self.actions,
            labels: &self.labels,
            relabels: &self.relabels,
            language,
        }
    }
}

/// Knows what each action costs: the gold arcs that can no longer be made after it.
struct Oracle<'a> {
    heads: &'a [usize],
    dependents: Vec<Vec<usize>>,
    in_stack: Vec<bool>,
}

impl<'a> Oracle<'a> {
    fn new(heads: &'a [usize]) -> Self {
        let n = heads.len();
        let mut dependents = vec![Vec::new(); n + 1];
        for (d, &h) in heads.iter().enumerate() {
            dependents[h].push(d);
        }
        Self {
            heads,
            dependents,
            in_stack: vec![false; n + 1],
        }
    }

    fn costs(&self, x: &State) -> [usize; 3] {
        let (n, b, s0, s1) = (self.heads.len(), x.front, x.stack_top(0), x.stack_top(1));
        let in_buffer = self.dependents[s0].iter().filter(|&&k| k >= b).count();
        let head = self.heads[s0];
        let shift = if b < n {
            let lost_head =
                self.heads[b] < n && self.in_stack[self.heads[b]] && self.heads[b] != s0;
            self.dependents[b]
                .iter()
                .filter(|&&k| self.in_stack[k])
                .count()
                + usize::from(lost_head)
        } else {
            0
        };
        let left = in_buffer + usize::from(head == s1 || head > b);
        let right = in_buffer + usize::from(head >= b);
        [shift, left, right]
    }

    /// Returns the best-scored legal action and the best-scored one of least cost.
    fn choose(&self, x: &State, scores: &[f32]) -> (Action, Action) {
        let (costs, legal) = (self.costs(x), x.legal());
        let allowed = || Action::ALL.into_iter().filter(|&a| legal[a as usize]);
        let least = allowed().map(|a| costs[a as usize]).min().unwrap_or(0);
        let top = |a: Action, b: Action| {
            if scores[b as usize] > scores[a as usize] {
                b
            } else {
                a
            }
        };
        let guess = allowed().reduce(top).unwrap_or(Action::Shift);
        let good = allowed()
            .filter(|&a| costs[a as usize] == least)
            .reduce(top)
            .unwrap_or(guess);
        (guess, good)
    }
}
