//! Reads the treebanks and brings their labels and tags to one scheme.
//!
//! In: CoNLL-U files (Talbanken's training part in version-1 labels). Out: [`Sentence`]s in version-2 labels with composite tags.
//! The mapping of version 1: renamed labels, `nmod` under a predicate becomes `obl`, multi-word expressions are re-hung, conjunctions and commas
//! hang under the next conjunct. Norwegian and Danish are brought nearer to Swedish: passives and their agents.

use newsgraph::base::analysis::Upos;
use newsgraph::extract::syntax::{SyntaxWords, parse_upos};
use std::path::Path;

/// One row of a treebank.
#[derive(Debug, Clone)]
pub struct Row {
    pub form: String,
    lemma: String,
    upos: String,
    xpos: String,
    feats: String,
    /// Head, from 1; 0 is the root.
    pub head: usize,
    pub label: String,
}

/// One sentence with the language of its treebank.
#[derive(Debug, Clone)]
pub struct Sentence {
    pub language: &'static str,
    pub rows: Vec<Row>,
}

impl Row {
    /// A word whose place in the tree is not known yet.
    pub fn new(form: &str, upos: &str, xpos: &str, feats: &str) -> Self {
        Self {
            form: form.to_owned(),
            lemma: String::new(),
            upos: upos.to_owned(),
            xpos: xpos.to_owned(),
            feats: feats.to_owned(),
            head: 0,
            label: String::new(),
        }
    }

    fn feat(&self, name: &str) -> &str {
        self.feats
            .split('|')
            .filter_map(|f| f.split_once('='))
            .find(|f| f.0 == name)
            .map_or("", |f| f.1)
    }

    fn xpos_first(&self) -> &str {
        self.xpos.split('|').next().unwrap_or("")
    }

    fn is(&self, upos: &[&str]) -> bool {
        upos.contains(&self.upos.as_str())
    }

    /// Part of speech.
    pub fn pos(&self) -> Upos {
        parse_upos(&self.upos).unwrap_or_default()
    }
}

/// A sentence without a tree: forms, and which of them belong to a name and are written with a capital.
#[derive(Debug, Clone)]
pub struct RawSentence {
    pub forms: Vec<String>,
    pub names: Vec<bool>,
}

/// Shortest and longest raw sentence that is used.
const RAW_LENGTH: std::ops::RangeInclusive<usize> = 5..=35;

/// Reads sentences of a name-tagged file (token, tab, BIO tag); contractions are split as the treebank does.
pub fn read_raw(path: &Path, words: &SyntaxWords) -> anyhow::Result<Vec<RawSentence>> {
    let text =
        std::fs::read_to_string(path).map_err(|e| anyhow::anyhow!("{}: {e}", path.display()))?;
    let mut sentences = Vec::new();
    for block in text.split("\n\n") {
        let (mut forms, mut names) = (Vec::new(), Vec::new());
        for (form, tag) in block.lines().filter_map(|l| l.split_once('\t')) {
            match words.contractions.get(&form.to_lowercase()) {
                Some(parts) => forms.extend(parts.iter().cloned()),
                None => forms.push(form.to_owned()),
            }
            let capital = form.chars().next().is_some_and(char::is_uppercase);
            names.resize(forms.len(), tag != "O" && capital);
        }
        let closed = forms.last().is_some_and(|f| f == ".");
        if closed && RAW_LENGTH.contains(&forms.len()) {
            sentences.push(RawSentence { forms, names });
        }
    }
    Ok(sentences)
}

/// Reads one file and normalizes it.
pub fn read(path: &Path, language: &'static str) -> anyhow::Result<Vec<Sentence>> {
    let text =
        std::fs::read_to_string(path).map_err(|e| anyhow::anyhow!("{}: {e}", path.display()))?;
    let version_1 = path.to_string_lossy().contains("-v1-");
    let mut sentences = Vec::new();
    for block in text.split("\n\n") {
        let mut rows: Vec<Row> = block.lines().filter_map(row).collect();
        if rows.is_empty() {
            continue;
        }
        if version_1 {
            to_version_2(&mut rows);
        }
        normalize(&mut rows, language);
        sentences.push(Sentence { language, rows });
    }
    Ok(sentences)
}

fn row(line: &str) -> Option<Row> {
    let c: Vec<&str> = line.split('\t').collect();
    if c.len() < 8 || !c[0].bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(Row {
        form: c[1].to_owned(),
        lemma: c[2].to_owned(),
        upos: c[3].to_owned(),
        xpos: c[4].to_owned(),
        feats: c[5].to_owned(),
        head: c[6].parse().ok()?,
        label: c[7].to_owned(),
    })
}

/// Returns the composite tag of a row: part of speech plus verb form, voice, case, and what the parser likes to know.
pub fn composite(language: &str, r: &Row) -> String {
    let upos = &r.upos;
    if language == "sv" {
        let parts: Vec<&str> = r.xpos.split('|').collect();
        let last = parts.last().copied().unwrap_or("");
        let detail = match parts[0] {
            "VB" => {
                let form = match parts.get(1).copied().unwrap_or("") {
                    "PRS" | "PRT" => "Fin",
                    other => other,
                };
                format!("-{form}{}", if last == "SFO" { "-S" } else { "" })
            }
            "PN" if last == "SUB" => "-Nom".to_owned(),
            "PN" if last == "OBJ" => "-Acc".to_owned(),
            x @ ("HP" | "HA" | "PL" | "IE" | "SN" | "PC" | "PS") => format!("-{x}"),
            "NN" | "PM" if last == "GEN" => "-Gen".to_owned(),
            _ => String::new(),
        };
        return format!("{upos}{detail}");
    }
    let mut tag = upos.clone();
    if r.is(&["VERB", "AUX"]) {
        let voice = if r.feat("Voice") == "Pass" { "-S" } else { "" };
        tag += &format!("-{}{voice}", r.feat("VerbForm"));
    } else if r.is(&["PRON"]) {
        let relative = if r.feat("PronType").contains("Rel") {
            "-Rel"
        } else {
            ""
        };
        tag += &format!("-{}{relative}", r.feat("Case"));
    } else if language == "de" && r.is(&["NOUN", "PROPN", "DET", "ADJ"]) {
        tag += &format!("-{}", r.feat("Case"));
    } else if r.is(&["NOUN", "PROPN"]) && r.feat("Case") == "Gen" {
        tag += "-Gen";
    }
    if language == "de" && ["PTKVZ", "PTKZU", "KOKOM", "PROAV", "ADJD"].contains(&r.xpos.as_str()) {
        tag += &format!("-{}", r.xpos);
    }
    tag
}

/// Brings version-1 labels of Talbanken to version 2.
fn to_version_2(s: &mut [Row]) {
    rehang_expressions(s);
    let predicates: Vec<usize> = s
        .iter()
        .filter(|r| r.label == "cop")
        .map(|r| r.head)
        .collect();
    let heads: Vec<Row> = s.to_vec();
    let head = |r: &Row| r.head.checked_sub(1).and_then(|h| heads.get(h));
    for r in s.iter_mut() {
        let (x, form, label) = (
            r.xpos_first().to_owned(),
            r.form.to_lowercase(),
            r.label.clone(),
        );
        let upos = match x.as_str() {
            "HS" | "PS" => "PRON",
            "AB" if ["inte", "ej", "icke"].contains(&form.as_str()) => "PART",
            "PL" => "ADV",
            "KN" if ["mark", "case"].contains(&label.as_str()) => "SCONJ",
            "KN" => "CCONJ",
            "VB" if ["aux", "auxpass", "cop"].contains(&label.as_str()) => "AUX",
            _ if r.upos == "DT" => "DET",
            _ => &r.upos,
        };
        r.upos = upos.to_owned();
        r.label = match (label.as_str(), x.as_str()) {
            ("det", "PS") => "nmod:poss",
            ("det", "JJ") => "amod",
            ("nmod", _)
                if head(r).is_some_and(|h| h.is(&["VERB", "ADJ", "ADV", "AUX"]))
                    || predicates.contains(&r.head) =>
            {
                "obl"
            }
            ("dobj", _) => "obj",
            ("nsubjpass", _) => "nsubj:pass",
            ("csubjpass", _) => "csubj:pass",
            ("auxpass", _) => "aux:pass",
            ("nmod:agent", _) => "obl:agent",
            ("name", _) => "flat:name",
            ("neg", _) => "advmod",
            (other, _) => other,
        }
        .to_owned();
    }
    mark_clauses(s, &predicates);
    rehang_coordination(s);
}

/// Takes multi-word expressions apart: conjunctions and prepositions hang side by side, adverbial phrases get their noun as head.
fn rehang_expressions(s: &mut [Row]) {
    let n = s.len();
    for i in 0..n {
        let members: Vec<usize> = (0..n)
            .filter(|&j| s[j].label == "mwe" && s[j].head == i + 1)
            .collect();
        let Some(&last) = members.last() else {
            continue;
        };
        let (label, head) = (s[i].label.clone(), s[i].head);
        let has_noun = members.iter().any(|&j| s[j].is(&["NOUN"]));
        if ["mark", "case", "cc"].contains(&label.as_str()) && !(label == "case" && has_noun) {
            for &j in &members {
                let function_word =
                    s[j].is(&["ADP", "SCONJ", "CONJ", "ADV", "PART"]) || s[j].xpos == "SN";
                if function_word {
                    s[j].head = head;
                    s[j].label.clone_from(&label);
                } else {
                    s[j].label = "fixed".to_owned();
                }
            }
        } else if s[i].is(&["ADP"])
            && s[last].is(&["NOUN", "PROPN", "ADJ", "PRON", "NUM"])
            && ["advmod", "nmod", "dep", "mwe", "advcl"].contains(&label.as_str())
        {
            for k in 0..n {
                if s[k].head == i + 1 && !members.contains(&k) {
                    s[k].head = last + 1;
                }
            }
            s[last].head = head;
            s[last].label = "nmod".to_owned();
            for &j in members.iter().filter(|&&j| j != last) {
                s[j].head = last + 1;
                let label = if s[j].is(&["ADP"]) {
                    "case"
                } else if s[j].is(&["ADJ"]) {
                    "amod"
                } else {
                    "advmod"
                };
                s[j].label = label.to_owned();
            }
            s[i].head = last + 1;
            s[i].label = "case".to_owned();
        }
    }
    for r in s.iter_mut().filter(|r| r.label == "mwe") {
        r.label = "fixed".to_owned();
    }
}

/// Tells subordinators from prepositions by what they hang under.
fn mark_clauses(s: &mut [Row], predicates: &[usize]) {
    for i in 0..s.len() {
        let Some(h) = s[i].head.checked_sub(1).map(|h| s[h].clone()) else {
            continue;
        };
        let (form, under_predicate) = (s[i].form.to_lowercase(), predicates.contains(&s[i].head));
        let r = &mut s[i];
        if r.label == "case" && h.is(&["VERB", "AUX"]) && h.xpos_first() == "VB" {
            r.label = "mark".to_owned();
        }
        if r.xpos_first() == "HA"
            && ["när", "då", "medan"].contains(&form.as_str())
            && h.label == "advcl"
        {
            r.label = "mark".to_owned();
            r.upos = "SCONJ".to_owned();
        }
        if form == "samma" {
            r.upos = "ADJ".to_owned();
            if r.label == "det" {
                r.label = "amod".to_owned();
            }
        }
        if ["som", "än"].contains(&form.as_str())
            && r.label == "mark"
            && h.is(&["NOUN", "PRON", "PROPN", "NUM"])
            && !under_predicate
        {
            r.label = "case".to_owned();
            r.upos = if form == "som" { "ADP" } else { "SCONJ" }.to_owned();
        }
    }
}

/// Hangs conjunctions and commas under the conjunct that follows them.
fn rehang_coordination(s: &mut [Row]) {
    for label in ["cc", "punct"] {
        for i in 0..s.len() {
            if s[i].label == label
                && (label == "cc" || s[i].form == ",")
                && s[i].head > 0
                && s[i].head <= i
            {
                let next =
                    (i + 1..s.len()).find(|&j| s[j].label == "conj" && s[j].head == s[i].head);
                if let Some(j) = next {
                    s[i].head = j + 1;
                }
            }
        }
    }
}

/// Folds subtypes that one treebank has and the others lack.
fn normalize(s: &mut [Row], language: &str) {
    let cased: Vec<usize> = s
        .iter()
        .filter(|r| r.label == "case")
        .map(|r| r.head)
        .collect();
    let passive: Vec<usize> = s
        .iter()
        .filter(|r| r.label == "aux:pass")
        .map(|r| r.head)
        .collect();
    for (i, r) in s.iter_mut().enumerate() {
        let label = match r.label.as_str() {
            l if l.starts_with("flat") => "flat",
            "det:poss" if language == "de" => "det",
            l if l.starts_with("advmod:") => "advmod",
            "nmod:unmarked" | "nmod:desc" => "nmod",
            "obl:arg" if language == "de" && !cased.contains(&(i + 1)) => "iobj",
            "obl:arg" | "obl:tmod" | "obl:lmod" | "obl:unmarked" => "obl",
            l @ ("cc:preconj" | "det:predet" | "expl:pv" | "acl:cleft" | "advcl:relcl"
            | "nsubj:outer" | "csubj:outer") => l.split(':').next().unwrap_or(l),
            l => l,
        };
        r.label = label.to_owned();
    }
    if language == "no" || language == "da" {
        mark_passives(s, language, &passive);
    }
}

/// Marks subjects and agents of Norwegian and Danish passives as the Swedish treebank does.
fn mark_passives(s: &mut [Row], language: &str, passive: &[usize]) {
    let rows = s.to_vec();
    for (i, r) in s.iter_mut().enumerate() {
        let Some(h) = r.head.checked_sub(1).and_then(|h| rows.get(h)) else {
            continue;
        };
        let participle = language == "da"
            && h.feat("VerbForm") == "Part"
            && rows
                .iter()
                .any(|k| k.label == "aux" && k.head == r.head && k.lemma == "blive");
        if !(h.feat("Voice") == "Pass" || passive.contains(&r.head) || participle) {
            continue;
        }
        let by = rows
            .iter()
            .any(|k| k.label == "case" && k.head == i + 1 && k.form.to_lowercase() == "av");
        if r.label == "nsubj" && language == "da" {
            r.label = "nsubj:pass".to_owned();
        } else if r.label == "obl" && by {
            r.label = "obl:agent".to_owned();
        }
    }
}
