//! The rules of the house: layers, sizes, no word of a language and no event type in the code, petgraph in one file.

use newsgraph::lexicon::Lexicon;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What each layer may name by `crate::`; `None` stands for a file at the top.
const LAYERS: &[(&str, &[&str])] = &[
    ("base", &["base"]),
    ("lexicon", &["base", "lexicon"]),
    ("text", &["base", "lexicon", "text"]),
    ("extract", &["base", "lexicon", "text", "extract"]),
    (
        "resolve",
        &["base", "lexicon", "text", "extract", "resolve"],
    ),
    ("graph", &["base", "graph"]),
    ("import", &["base", "lexicon", "graph", "import"]),
    ("query", &["base", "lexicon", "graph", "query"]),
    ("export", &["base", "lexicon", "graph", "query", "export"]),
    (
        "pipeline",
        &[
            "base", "lexicon", "text", "extract", "resolve", "graph", "import", "pipeline",
        ],
    ),
    (
        "shell",
        &[
            "base", "lexicon", "graph", "query", "export", "pipeline", "shell",
        ],
    ),
];

/// Files above this length are split at the concept.
const LONGEST_FILE: usize = 800;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder)
        .expect("the source folder is there")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    rust_files(&root().join("src"), &mut files);
    files
        .into_iter()
        .map(|f| {
            let text = fs::read_to_string(&f).expect("source files are UTF-8");
            (f, text)
        })
        .collect()
}

/// The code without its unit tests and comments.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or("");
    before_tests
        .lines()
        .filter(|l| !l.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn layer_of(file: &Path) -> Option<String> {
    let below = file.strip_prefix(root().join("src")).ok()?;
    let first = below
        .components()
        .next()?
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    Some(first.trim_end_matches(".rs").to_owned())
}

#[test]
fn layers_depend_downwards_only() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let Some(layer) = layer_of(&file) else {
            continue;
        };
        let Some((_, allowed)) = LAYERS.iter().find(|l| l.0 == layer) else {
            continue;
        };
        for part in code(&text).split("crate::").skip(1) {
            let named: String = part
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let is_layer = LAYERS.iter().any(|l| l.0 == named);
            if is_layer && !allowed.contains(&named.as_str()) {
                wrong.push(format!("{}: {layer} may not use {named}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn petgraph_is_named_in_one_file() {
    let named: Vec<_> = sources()
        .into_iter()
        .filter(|(_, t)| code(t).contains("petgraph"))
        .map(|(f, _)| f)
        .collect();
    assert!(
        named.iter().all(|f| f.ends_with("graph/store.rs")),
        "petgraph belongs to graph/store.rs: {named:?}"
    );
}

#[test]
fn files_stay_small_and_say_what_they_are() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        if text.lines().count() > LONGEST_FILE {
            wrong.push(format!(
                "{}: longer than {LONGEST_FILE} lines",
                file.display()
            ));
        }
        if !text.starts_with("//!") {
            wrong.push(format!(
                "{}: opens without a module comment",
                file.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every double-quoted literal of the code, escapes left as they are.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\'' {
            // A character literal may hold a quotation mark.
            if chars.peek() == Some(&'"') || chars.peek() == Some(&'\\') {
                chars.next();
                chars.next();
            }
        } else if c == '"' {
            let mut text = String::new();
            while let Some(c) = chars.next() {
                match c {
                    '"' => break,
                    '\\' => {
                        chars.next();
                    }
                    c => text.push(c),
                }
            }
            found.push(text);
        }
    }
    found
}

/// Names of HTML elements that are a word of a language pack too.
const MARKUP: [&str; 1] = ["dialog"];

#[test]
fn no_event_type_and_no_foreign_word_stands_in_the_code() {
    let lexicon = Lexicon::open(None).expect("the embedded data opens");
    let types: BTreeSet<&str> = lexicon
        .ontology
        .types
        .iter()
        .map(|t| t.name.as_str())
        .collect();
    let relations: BTreeSet<&str> = lexicon
        .ontology
        .relations
        .iter()
        .map(|r| r.name.as_str())
        .collect();
    let words_of = |code: &str| -> BTreeSet<String> {
        let Some(pack) = lexicon.pack(code) else {
            return BTreeSet::new();
        };
        let language = pack.language();
        let calendar = language
            .months
            .iter()
            .chain(&language.weekdays)
            .flatten()
            .cloned();
        let heads = pack
            .triggers()
            .entries
            .iter()
            .flat_map(|t| t.verbs.iter().chain(&t.nouns))
            .filter_map(|p| p.split_whitespace().next())
            .map(str::to_owned);
        calendar
            .chain(heads)
            .chain(language.stopwords.iter().cloned())
            .filter(|w| w.chars().count() > 3)
            .collect()
    };
    let english = words_of("en");
    let foreign: BTreeSet<String> = lexicon
        .packs
        .keys()
        .filter(|c| *c != "en")
        .flat_map(|c| words_of(c))
        .filter(|w| !english.contains(w))
        .collect();
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        for literal in literals(&code(&text)) {
            if types.contains(literal.as_str()) || relations.contains(literal.as_str()) {
                wrong.push(format!(
                    "{}: {literal:?} belongs in data/ontology",
                    file.display()
                ));
            }
            if foreign.contains(&literal) && !MARKUP.contains(&literal.as_str()) {
                wrong.push(format!(
                    "{}: {literal:?} belongs in a language pack",
                    file.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
