//! Makes sentences with trees from a small grammar: the treebanks hold web pages, brochures and novels, and few sentences in which a state does something to another.
//!
//! In: a text file of words and rules. Out: [`Sentence`]s, the same for the same number. Notation, one entry a line:
//! - `V.past VERB _ VerbForm=Fin = accused attacked` – a class of words: part of speech, tag of the treebank, features, words;
//! - `S 3 -> N:nsubj V.past* O:obj PP:obl? .:punct` – a rule with its weight (1 where none stands): every item is a class or a rule with its relation
//!   to the item marked `*`; `?` leaves an item out half of the time.
//!
//! Does not: know a language, check agreement.

use crate::perceptron::Random;
use crate::treebank::{Row, Sentence};
use anyhow::Context as _;
use std::collections::BTreeMap;
use std::path::Path;

/// Words and rules of one language.
pub struct Grammar {
    classes: BTreeMap<String, Class>,
    rules: BTreeMap<String, Vec<Rule>>,
}

struct Class {
    upos: String,
    xpos: String,
    feats: String,
    words: Vec<String>,
}

struct Rule {
    weight: usize,
    items: Vec<Item>,
}

struct Item {
    symbol: String,
    /// `None`: the head.
    relation: Option<String>,
    optional: bool,
}

/// Deepest nesting; below it the first rule of a symbol is taken.
const DEPTH: usize = 7;

impl Grammar {
    /// Reads a grammar.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let mut grammar = Self {
            classes: BTreeMap::new(),
            rules: BTreeMap::new(),
        };
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            grammar
                .line(line)
                .with_context(|| format!("{}:{}: {line}", path.display(), number + 1))?;
        }
        grammar
            .check()
            .with_context(|| path.display().to_string())?;
        Ok(grammar)
    }

    fn line(&mut self, line: &str) -> anyhow::Result<()> {
        if let Some((left, right)) = line.split_once(" -> ") {
            let (symbol, weight) = left.split_once(' ').unwrap_or((left, "1"));
            let items = right.split_whitespace().map(item).collect::<Vec<_>>();
            anyhow::ensure!(
                items.iter().filter(|i| i.relation.is_none()).count() == 1,
                "a rule has one head, marked with *"
            );
            let weight = weight.trim().parse().context("a weight is a number")?;
            let rules = self.rules.entry(symbol.to_owned()).or_default();
            rules.push(Rule { weight, items });
            return Ok(());
        }
        let (left, right) = line
            .split_once(" = ")
            .context("neither a class (=) nor a rule (->)")?;
        let parts: Vec<&str> = left.split_whitespace().collect();
        let [name, upos, xpos, feats] = parts[..] else {
            anyhow::bail!("a class has a name, a part of speech, a tag and features");
        };
        let class = Class {
            upos: upos.to_owned(),
            xpos: xpos.to_owned(),
            feats: feats.to_owned(),
            words: right.split_whitespace().map(str::to_owned).collect(),
        };
        self.classes.insert(name.to_owned(), class);
        Ok(())
    }

    fn check(&self) -> anyhow::Result<()> {
        for item in self.rules.values().flatten().flat_map(|r| &r.items) {
            let known =
                self.rules.contains_key(&item.symbol) || self.classes.contains_key(&item.symbol);
            anyhow::ensure!(known, "`{}` is neither a class nor a rule", item.symbol);
        }
        Ok(())
    }

    /// Makes `count` sentences of the symbol `S`.
    pub fn sentences(&self, language: &'static str, count: usize) -> Vec<Sentence> {
        let mut random = Random(7);
        let mut sentence = || {
            let mut rows = Vec::new();
            let head = self.expand("S", DEPTH, &mut random, &mut rows);
            if let Some(root) = rows.get_mut(head) {
                "root".clone_into(&mut root.label);
            }
            if let Some(first) = rows.first_mut() {
                let mut letters = first.form.chars();
                let capital = letters.next().map(|c| c.to_uppercase().to_string());
                first.form = capital.unwrap_or_default() + letters.as_str();
            }
            Sentence { language, rows }
        };
        (0..count).map(|_| sentence()).collect()
    }

    /// Appends the words of a symbol; returns the index of its head, whose own head is still open (0).
    fn expand(
        &self,
        symbol: &str,
        depth: usize,
        random: &mut Random,
        rows: &mut Vec<Row>,
    ) -> usize {
        if let Some(class) = self.classes.get(symbol) {
            let word = &class.words[random.below(class.words.len())];
            rows.push(Row::new(word, &class.upos, &class.xpos, &class.feats));
            return rows.len() - 1;
        }
        let rules = &self.rules[symbol];
        let mut at = random.below(rules.iter().map(|r| r.weight).sum());
        let chosen = rules.iter().find(|r| {
            let hit = at < r.weight;
            at = at.saturating_sub(r.weight);
            hit
        });
        let rule = chosen.filter(|_| depth > 0).unwrap_or(&rules[0]);
        let mut parts = Vec::new();
        for item in &rule.items {
            if item.optional && random.below(2) == 0 {
                continue;
            }
            let head = self.expand(&item.symbol, depth.saturating_sub(1), random, rows);
            parts.push((head, &item.relation));
        }
        let head = parts
            .iter()
            .find(|p| p.1.is_none())
            .map_or(rows.len() - 1, |p| p.0);
        for (part, relation) in parts {
            if let Some(relation) = relation {
                rows[part].head = head + 1;
                relation.clone_into(&mut rows[part].label);
            }
        }
        head
    }
}

fn item(text: &str) -> Item {
    let optional = text.ends_with('?');
    let text = text.trim_end_matches('?');
    let symbol = text.trim_end_matches('*');
    if symbol.len() < text.len() {
        return Item {
            symbol: symbol.to_owned(),
            relation: None,
            optional,
        };
    }
    let (symbol, relation) = text.split_once(':').unwrap_or((text, "dep"));
    Item {
        symbol: symbol.to_owned(),
        relation: Some(relation.to_owned()),
        optional,
    }
}
