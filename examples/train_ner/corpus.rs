//! Training corpora: reads BIO files, brings their labels to one scheme, and adds copies with other names.
//!
//! In: `ner/*.bio`. Out: [`Example`]s. Deterministic: copies come from a seeded generator.

use crate::facts::Pools;
use std::collections::BTreeMap;
use std::path::Path;

/// A tagged sentence.
#[derive(Debug, Clone)]
pub struct Example {
    /// Tokens.
    pub tokens: Vec<String>,
    /// Tag indices of the model: 0 outside, 1 and 2 person, 3 and 4 place, 5 and 6 organisation.
    pub tags: Vec<u8>,
    /// Language.
    pub lang: &'static str,
    /// Mark of a corpus whose habits differ, 0 for none.
    pub convention: u8,
    /// Is it a changed copy?
    pub copy: bool,
    /// Half of the training data it belongs to; label habits are taken from the other.
    pub half: u8,
}

/// Corpora: name, language, mark of a convention of its own.
pub const CORPORA: [(&str, &str, u8); 13] = [
    ("sv_klintan_train", "sv", 0),
    ("sv_talbanken_train", "sv", 1),
    ("de_germeval_test", "de", 0),
    ("de_europarl_test", "de", 2),
    ("de_mobie_train", "de", 3),
    ("en_ewt_test", "en", 0),
    ("en_europarl_test", "en", 2),
    ("en_gmb_20k", "en", 4),
    ("en_gum_derived", "en", 5),
    ("da_ddt_train", "da", 0),
    ("da_ddt_dev", "da", 0),
    ("da_ddt_test", "da", 0),
    ("nb_norne_all", "nb", 6),
];

/// Reads a BIO file into tokens and tag indices.
pub fn read(path: &Path) -> std::io::Result<Vec<(Vec<String>, Vec<u8>)>> {
    let text = std::fs::read_to_string(path)?;
    let mut out = Vec::new();
    let (mut tokens, mut tags) = (Vec::new(), Vec::new());
    for line in text.lines().chain([""]) {
        if let Some((token, tag)) = line.rsplit_once('\t') {
            tokens.push(token.to_owned());
            tags.push(index(tag));
        } else if !tokens.is_empty() {
            let mut done = std::mem::take(&mut tags);
            repair(&mut done);
            out.push((std::mem::take(&mut tokens), done));
        }
    }
    Ok(out)
}

fn index(tag: &str) -> u8 {
    match tag {
        "B-PER" => 1,
        "I-PER" => 2,
        "B-LOC" => 3,
        "I-LOC" => 4,
        "B-ORG" => 5,
        "I-ORG" => 6,
        _ => 0,
    }
}

/// An inside tag without its beginning becomes a beginning.
fn repair(tags: &mut [u8]) {
    let mut before = 0;
    for tag in tags {
        if *tag != 0 && *tag % 2 == 0 && before != *tag && before + 1 != *tag {
            *tag -= 1;
        }
        before = *tag;
    }
}

/// Names as spans: start, end, tag of the beginning.
pub fn spans(tags: &[u8]) -> Vec<(usize, usize, u8)> {
    let mut out: Vec<(usize, usize, u8)> = Vec::new();
    for (i, tag) in tags.iter().enumerate() {
        if *tag % 2 == 1 {
            out.push((i, i + 1, *tag));
        } else if *tag > 0
            && let Some(last) = out.last_mut()
        {
            last.1 = i + 1;
        }
    }
    out
}

/// Words that corpora label against the scheme of the others, with the class all should have (as tag of a beginning, 0 for none).
const SCHEME: [(&str, u8); 14] = [
    ("EU", 5),
    ("UN", 5),
    ("U.N.", 5),
    ("FN", 5),
    ("NATO", 5),
    ("Nato", 5),
    ("US", 3),
    ("U.S.", 3),
    ("USA", 3),
    ("Americans", 0),
    ("Europeans", 0),
    ("Member States", 0),
    ("Mitgliedstaaten", 0),
    ("Mitgliedstaat", 0),
];

/// Titles that one corpus takes into the name.
const TITLES: [&str; 9] = [
    "President",
    "Prime",
    "Minister",
    "Senator",
    "King",
    "Queen",
    "Emperor",
    "Dr.",
    "Mr.",
];

/// Brings the labels of a sentence to the common scheme.
pub fn harmonize(tokens: &[String], tags: &mut [u8]) {
    for (start, end, tag) in spans(tags) {
        let name = tokens[start..end].join(" ");
        if let Some((_, class)) = SCHEME.iter().find(|s| s.0 == name) {
            for (i, slot) in tags[start..end].iter_mut().enumerate() {
                *slot = class + u8::from(i > 0 && *class > 0);
            }
        }
        if tag == 1 {
            let mut first = start;
            while first < end && TITLES.contains(&tokens[first].as_str()) {
                tags[first] = 0;
                first += 1;
            }
            if first > start && first < end {
                tags[first] = 1;
            }
        }
    }
}

/// A small generator (xorshift, Marsaglia 2003) so that every run is the same.
pub struct Random(pub u64);

impl Random {
    /// Next number.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() >> 16) as usize % n.max(1)
    }
    /// True with a probability in percent.
    pub fn percent(&mut self, p: usize) -> bool {
        self.below(100) < p
    }
    /// One of a list.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }
}

/// Names of the corpora by language group and class, for copies.
pub struct Names {
    given: Vec<String>,
    family: Vec<String>,
    organisations: BTreeMap<String, Vec<Vec<String>>>,
}

impl Names {
    /// Collects the names of all sentences.
    pub fn collect(examples: &[Example]) -> Self {
        let mut names = Self {
            given: Vec::new(),
            family: Vec::new(),
            organisations: BTreeMap::new(),
        };
        for e in examples {
            for (start, end, tag) in spans(&e.tags) {
                let span = &e.tokens[start..end];
                if tag == 1 && span.len() > 1 {
                    names.given.push(span[0].clone());
                    names.family.push(span[span.len() - 1].clone());
                } else if tag == 5 && span.len() < 6 {
                    let list = names.organisations.entry(e.lang.to_owned()).or_default();
                    list.push(span.to_vec());
                }
            }
        }
        names
    }
}

/// Returns a copy of a sentence with other names, or the same in headline capitals; `None` if nothing would change.
pub fn copy(e: &Example, names: &Names, pools: &Pools, random: &mut Random) -> Option<Example> {
    let spans = spans(&e.tags);
    if spans.is_empty() && !random.percent(10) {
        return None;
    }
    let mut out = Example {
        tokens: Vec::new(),
        tags: Vec::new(),
        copy: true,
        ..e.clone()
    };
    let mut at = 0;
    for (start, end, tag) in spans {
        out.tokens.extend_from_slice(&e.tokens[at..start]);
        out.tags.extend_from_slice(&e.tags[at..start]);
        let old = &e.tokens[start..end];
        let new = if random.percent(70) {
            other_name(old, tag, e.lang, names, pools, random)
        } else {
            None
        };
        let new = new.unwrap_or_else(|| old.to_vec());
        for (i, token) in new.into_iter().enumerate() {
            out.tokens.push(token);
            out.tags.push(if i == 0 { tag } else { tag + 1 });
        }
        at = end;
    }
    out.tokens.extend_from_slice(&e.tokens[at..]);
    out.tags.extend_from_slice(&e.tags[at..]);
    recase(&mut out, random);
    Some(out)
}

fn other_name(
    old: &[String],
    tag: u8,
    lang: &str,
    names: &Names,
    pools: &Pools,
    random: &mut Random,
) -> Option<Vec<String>> {
    let capital = |t: &String| t.chars().next().is_some_and(char::is_uppercase);
    if !old.iter().any(capital) {
        return None;
    }
    let genitive = old
        .last()
        .filter(|l| lang != "en" && l.len() > 3 && l.ends_with('s') && random.percent(40));
    let mut new = match tag {
        1 if old.len() > 1 && random.percent(15) => {
            let person = random.pick(&pools.persons)?;
            person.split(' ').map(str::to_owned).collect()
        }
        1 => {
            let family = if random.percent(60) {
                random.pick(&pools.names)
            } else {
                random.pick(&names.family)
            }?;
            if old.len() == 1 {
                vec![family.clone()]
            } else {
                let given = if random.percent(50) {
                    random.pick(&pools.names)
                } else {
                    random.pick(&names.given)
                }?;
                vec![given.clone(), family.clone()]
            }
        }
        3 if old.len() <= 2 => {
            let place = if random.percent(50) {
                random.pick(pools.countries.get(group(lang))?)
            } else {
                random.pick(&pools.places)
            }?;
            place.split(' ').map(str::to_owned).collect()
        }
        5 => match pools.organisations.get(lang) {
            Some(own) if random.percent(40) => {
                random.pick(own)?.split(' ').map(str::to_owned).collect()
            }
            _ => random.pick(names.organisations.get(lang)?)?.clone(),
        },
        _ => return None,
    };
    if let (Some(_), Some(last)) = (genitive, new.last_mut())
        && !last.ends_with(['s', 'x', 'z'])
    {
        last.push('s');
    }
    Some(new)
}

fn group(lang: &str) -> &str {
    if lang == "nb" { "no" } else { lang }
}

/// Writes some copies as headlines, in capitals or without any.
fn recase(e: &mut Example, random: &mut Random) {
    let way = random.below(100);
    let titled = |t: &str| {
        let mut c = t.chars();
        c.next()
            .map_or_else(String::new, |f| f.to_uppercase().chain(c).collect())
    };
    if way < 6 && e.lang == "en" {
        for t in &mut e.tokens {
            if t.chars().count() > 3 {
                *t = titled(t);
            }
        }
    } else if way < 9 {
        for t in &mut e.tokens {
            *t = t.to_uppercase();
        }
    } else if way < 11 && e.lang == "en" {
        for t in &mut e.tokens {
            *t = t.to_lowercase();
        }
    }
}
