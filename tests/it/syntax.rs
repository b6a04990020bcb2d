//! The parser as its users see it: sound trees on any input, names and dates as units, clause parts in three languages, quality on the gold sets.

use newsgraph::base::analysis::{Tree, Upos};
use newsgraph::extract::syntax::{Clause, Parser, TokenHint};
use newsgraph::lexicon::DataFiles;

fn parser(lang: &str) -> Parser {
    Parser::load(&DataFiles::default(), lang).expect("the model is embedded")
}

/// Parses tokens separated by spaces; a bracketed token sequence `[Ilham Aliyev]` is a name, `{den 9 maj}` a time expression.
fn parse(parser: &Parser, text: &str) -> (Vec<String>, Tree) {
    let (mut tokens, mut hints) = (Vec::new(), Vec::new());
    let (mut unit, mut hint) = (0, TokenHint::default());
    for word in text.split(' ') {
        if word.starts_with(['[', '{']) {
            unit += 1;
            hint = TokenHint {
                proper_noun: word.starts_with('['),
                unit: Some(unit),
                time: word.starts_with('{'),
                noun: false,
                ..TokenHint::default()
            };
        }
        tokens.push(word.trim_matches(['[', ']', '{', '}']).to_owned());
        hints.push(hint);
        if word.ends_with([']', '}']) {
            hint = TokenHint::default();
        }
    }
    let forms: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let tree = parser.parse(&forms, &hints);
    (tokens, tree)
}

fn sound(tree: &Tree, n: usize) {
    assert_eq!(tree.nodes.len(), n);
    let roots = tree.nodes.iter().filter(|t| t.head.is_none()).count();
    assert_eq!(roots, usize::from(n > 0));
    for start in 0..n {
        let mut at = start;
        for _ in 0..=n {
            match tree.nodes[at].head {
                Some(head) => at = head,
                None => break,
            }
        }
        assert!(
            tree.nodes[at].head.is_none(),
            "the arcs from {start} go in a circle"
        );
        assert!((0.0..=1.0).contains(&tree.nodes[start].confidence));
    }
}

#[test]
fn any_tokens_give_a_sound_tree() {
    let odd = [
        "", "'s", "n't", "zum", "\u{0}", "İİ", "😀", "ß", "١٢", "-", "Œuvre", "'", "am",
    ];
    for lang in ["en", "sv", "de"] {
        let parser = parser(lang);
        sound(&parser.parse(&[], &[]), 0);
        for n in [1, 2, 7, 40] {
            let tokens: Vec<&str> = (0..n).map(|i| odd[(i * 7 + n) % odd.len()]).collect();
            let hints: Vec<TokenHint> = (0..n)
                .map(|i| TokenHint {
                    proper_noun: i % 3 == 0,
                    unit: (i % 4 < 2).then_some((i / 4) as u32),
                    time: i % 8 < 2,
                    noun: i % 5 == 0,
                    genitive: i % 7 < 2,
                    feminine: i % 9 < 2,
                    plural: i % 11 < 2,
                })
                .collect();
            sound(&parser.parse(&tokens, &hints), n);
            sound(&parser.parse(&tokens, &[]), n);
        }
    }
    let long = vec!["och"; 5000];
    sound(&parser("sv").parse(&long, &[]), 5000);
}

#[test]
fn a_language_without_a_treebank_is_an_error() {
    assert!(Parser::load(&DataFiles::default(), "xx").is_err());
}

#[test]
fn names_and_dates_are_units() {
    let parser = parser("de");
    let (_, tree) = parse(
        &parser,
        "Am {9. Oktober 2023} traf [Ilham Alijew] in [Wien] den Kanzler .",
    );
    sound(&tree, 12);
    assert_eq!(tree.nodes[6].deprel, "flat");
    assert_eq!(tree.nodes[6].head, Some(5));
    assert_eq!(tree.nodes[5].upos, Upos::Propn);
    assert_eq!(tree.nodes[1].head, Some(2));
    assert_eq!(tree.nodes[0].head, Some(2));
    assert_eq!(tree.nodes[5].deprel, "nsubj");
}

/// `(language, sentence, verb, subjects, objects)`; lists by form.
const CLAUSES: &[(&str, &str, &str, &str, &str)] = &[
    (
        "en",
        "[Norway] and [Denmark] signed the treaty on {Friday} .",
        "signed",
        "Norway Denmark",
        "treaty",
    ),
    (
        "en",
        "The ship was attacked by rebels near the port .",
        "attacked",
        "rebels",
        "ship",
    ),
    (
        "en",
        "The ministers agreed to meet in [Vienna] .",
        "meet",
        "ministers",
        "",
    ),
    (
        "en",
        "[Lula] flew to [Lima] and met the president .",
        "met",
        "Lula",
        "president",
    ),
    (
        "sv",
        "Regeringen i [Oslo] utvisade två diplomater .",
        "utvisade",
        "Regeringen",
        "diplomater",
    ),
    (
        "sv",
        "Avtalet undertecknades av ministern i [Bryssel] .",
        "undertecknades",
        "ministern",
        "Avtalet",
    ),
    (
        "sv",
        "Därefter besökte [Orpo] drottningen .",
        "besökte",
        "Orpo",
        "drottningen",
    ),
    (
        "sv",
        "Domstolen dömde mannen som hade hotat ministern .",
        "hotat",
        "mannen",
        "ministern",
    ),
    (
        "de",
        "Der Präsident empfing den Botschafter .",
        "empfing",
        "Präsident",
        "Botschafter",
    ),
    (
        "de",
        "Der Minister wurde von der Polizei festgenommen .",
        "festgenommen",
        "Polizei",
        "Minister",
    ),
    (
        "de",
        "Das Parlament hat das Abkommen abgelehnt .",
        "abgelehnt",
        "Parlament",
        "Abkommen",
    ),
    (
        "de",
        "[Peru] und [Chile] unterzeichneten den Vertrag .",
        "unterzeichneten",
        "Peru Chile",
        "Vertrag",
    ),
];

/// What the made sentences teach: headlines, chains with "uppges" and "ska ha", clauses in front, agents of nouns and of verbs that stand last.
const NEWS: &[(&str, &str, &str, &str, &str)] = &[
    (
        "en",
        "[Togo] suspends Portuguese broadcaster",
        "suspends",
        "Togo",
        "broadcaster",
    ),
    (
        "en",
        "[Laos] junta frees Swiss engineer",
        "frees",
        "junta",
        "engineer",
    ),
    (
        "en",
        "[Ghana] , [Benin] sign fishing deal",
        "sign",
        "Ghana Benin",
        "deal",
    ),
    (
        "en",
        "[Latvia] to close consulate in [Lagos]",
        "close",
        "Latvia",
        "consulate",
    ),
    (
        "en",
        "The Finnish coast guard fired at a trawler .",
        "fired",
        "guard",
        "",
    ),
    (
        "en",
        "The row began after [Oslo] hosted [Lopez] .",
        "hosted",
        "Oslo",
        "Lopez",
    ),
    (
        "sv",
        "[Island] ska ha utvisat fyra spioner .",
        "utvisat",
        "Island",
        "spioner",
    ),
    (
        "sv",
        "[Laos] väntas lämna avtalet .",
        "lämna",
        "Laos",
        "avtalet",
    ),
    (
        "sv",
        "Sex fiskare befaras ha dödats .",
        "dödats",
        "",
        "fiskare",
    ),
    (
        "sv",
        "[Costa] hade ett möte med [Lopez] .",
        "hade",
        "Costa",
        "möte",
    ),
    ("sv", "Präst gripen i [Laos]", "gripen", "", "Präst"),
    (
        "de",
        "Ausgewiesen hat [Oslo] den Botschafter .",
        "Ausgewiesen",
        "Oslo",
        "Botschafter",
    ),
    (
        "de",
        "Verhaftet wurde der Fischer von Soldaten .",
        "Verhaftet",
        "Soldaten",
        "Fischer",
    ),
    (
        "de",
        "[Peru] solle die Fischer freilassen , verlangte [Chile] .",
        "verlangte",
        "Chile",
        "",
    ),
    (
        "de",
        "Die Besetzung der Insel durch [Peru] empörte [Chile] .",
        "empörte",
        "Besetzung",
        "Chile",
    ),
    (
        "de",
        "Sie floh , weil der Fischer von Piraten entführt wurde .",
        "entführt",
        "Piraten",
        "Fischer",
    ),
];

#[test]
fn clauses_have_the_right_subjects_and_objects() {
    let mut wrong = Vec::new();
    for lang in ["en", "sv", "de"] {
        let parser = parser(lang);
        for (_, text, verb, subjects, objects) in CLAUSES.iter().chain(NEWS).filter(|c| c.0 == lang)
        {
            let (tokens, tree) = parse(&parser, text);
            let forms: Vec<&str> = tokens.iter().map(String::as_str).collect();
            let clause = Clause::new(&forms, &tree, parser.words());
            let at = forms
                .iter()
                .position(|f| f == verb)
                .expect("the verb stands in the sentence");
            let list = |found: Vec<usize>| {
                found
                    .iter()
                    .map(|&i| forms[i])
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            let found = (list(clause.subjects(at)), list(clause.objects(at)));
            if (found.0.as_str(), found.1.as_str()) != (*subjects, *objects) {
                wrong.push(format!("{text}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn quality_does_not_fall() {
    for (lang, file, floor) in [
        ("en", "en_ewt_dev", 0.80),
        ("sv", "sv_talbanken_test", 0.75),
    ] {
        let Ok(gold) = std::fs::read_to_string(format!("../shared/gold/syntax/{file}.conllu"))
        else {
            eprintln!("skipped: the gold treebank {file} is not here");
            continue;
        };
        let parser = parser(lang);
        let (mut right, mut all) = (0u32, 0u32);
        for block in gold.split("\n\n") {
            let rows: Vec<Vec<&str>> = block.lines().map(|l| l.split('\t').collect()).collect();
            let rows: Vec<&Vec<&str>> = rows
                .iter()
                .filter(|r| r.len() > 7 && r[0].bytes().all(|b| b.is_ascii_digit()))
                .collect();
            let forms: Vec<&str> = rows.iter().map(|r| r[1]).collect();
            for (row, node) in rows.iter().zip(&parser.parse(&forms, &[]).nodes) {
                if row[3] != "PUNCT" {
                    let base = |l: &str| l.split(':').next().unwrap_or("").to_owned();
                    let head = node.head.map_or(0, |h| h + 1).to_string();
                    all += 1;
                    right += u32::from(head == row[6] && base(&node.deprel) == base(row[7]));
                }
            }
        }
        let las = f64::from(right) / f64::from(all);
        assert!(las >= floor, "{lang}: LAS {las:.4} is below {floor}");
    }
}
