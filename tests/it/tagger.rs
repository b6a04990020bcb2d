//! The name tagger against own news sentences, and what it must never do.

use newsgraph::extract::tagger::{NameClass, Place, Tag, Tagger, document};
use newsgraph::lexicon::DataFiles;

const SENTENCES: &str = include_str!("../data/names_news.txt");

fn tagger() -> Tagger {
    let files = DataFiles::open(None).expect("embedded files open");
    Tagger::load(&files).expect("the embedded model reads")
}

/// Names of a tag sequence as start, end and class.
fn names(tags: &[Tag]) -> Vec<(usize, usize, NameClass)> {
    let mut out: Vec<(usize, usize, NameClass)> = Vec::new();
    for (i, tag) in tags.iter().enumerate() {
        match tag.place {
            Place::Begin(class) => out.push((i, i + 1, class)),
            Place::Inside(_) => out.last_mut().expect("inside follows a beginning").1 = i + 1,
            Place::Outside => {}
        }
    }
    out
}

/// A sentence with its language and names.
type Sentence = (String, Vec<String>, Vec<(usize, usize, NameClass)>);

fn sentences() -> Vec<Sentence> {
    let lines = SENTENCES.lines().filter(|l| !l.starts_with('#'));
    lines
        .map(|line| {
            let (lang, text) = line.split_once(' ').expect("language and sentence");
            let (mut tokens, mut spans, mut open) = (Vec::new(), Vec::new(), None);
            for part in text.split(' ') {
                if let Some(label) = part.strip_prefix('{') {
                    let class = NameClass::ALL.into_iter().find(|c| c.label() == label);
                    open = Some((tokens.len(), class.expect("a class")));
                } else if let Some(last) = part.strip_suffix('}') {
                    tokens.push(last.to_owned());
                    let (start, class) = open.take().expect("an open name");
                    spans.push((start, tokens.len(), class));
                } else {
                    tokens.push(part.to_owned());
                }
            }
            (lang.to_owned(), tokens, spans)
        })
        .collect()
}

#[test]
fn own_news_sentences_keep_their_floor() {
    let tagger = tagger();
    for (lang, floor) in [("sv", 0.80), ("de", 0.80), ("en", 0.80)] {
        let (mut hits, mut found, mut gold) = (0, 0, 0);
        for (_, tokens, spans) in sentences().iter().filter(|s| s.0 == lang) {
            let words: Vec<&str> = tokens.iter().map(String::as_str).collect();
            let named = names(&tagger.tag(&words, lang));
            let right = named.iter().filter(|n| spans.contains(n)).count();
            if right < named.len() || right < spans.len() {
                let show = |list: &[(usize, usize, NameClass)]| {
                    let one = |n: &(usize, usize, NameClass)| {
                        format!("{} {}", n.2.label(), words[n.0..n.1].join(" "))
                    };
                    list.iter().map(one).collect::<Vec<_>>().join("; ")
                };
                eprintln!("{lang}: found {} | wanted {}", show(&named), show(spans));
            }
            hits += right;
            found += named.len();
            gold += spans.len();
        }
        let f1 = 2.0 * f64::from(hits as u32) / f64::from((found + gold) as u32);
        eprintln!("{lang} F1 {f1:.3} ({hits} of {gold}, {found} found)");
        assert!(f1 >= floor, "{lang}: {f1:.3} is below {floor}");
    }
}

#[test]
fn tags_obey_the_scheme_for_any_input() {
    let tagger = tagger();
    let odd = [
        "", " ", "\u{0}", "İ", "ǅ", "ß", "-", "A-", "://", "…", "𝕏", "e\u{301}", "'s", "’",
    ];
    for lang in ["sv", "de", "en", "xx", ""] {
        assert!(tagger.tag(&[], lang).is_empty());
        for n in 1..=odd.len() {
            let tags = tagger.tag(&odd[..n], lang);
            assert_eq!(tags.len(), n);
            names(&tags);
            assert!(tags.iter().all(|t| (0.0..=1.0).contains(&t.confidence)));
        }
        let long = vec!["Aaaa"; 5000];
        assert_eq!(tagger.tag(&long, lang).len(), 5000);
    }
}

#[test]
fn same_tokens_same_tags_on_every_thread() {
    let tagger = tagger();
    let tag_all = || -> Vec<Vec<Tag>> {
        let all = sentences();
        let tag = |s: &Sentence| {
            let words: Vec<&str> = s.1.iter().map(String::as_str).collect();
            tagger.tag(&words, &s.0)
        };
        all.iter().map(tag).collect()
    };
    let here = tag_all();
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(tag_all)).collect();
        for run in runs {
            assert_eq!(run.join().expect("no panic"), here);
        }
    });
}

#[test]
fn a_full_name_makes_its_surname_a_person_in_the_whole_article() {
    let tagger = tagger();
    let full = ["President", "Ana", "Lisboa", "met", "reporters", "."];
    let short = ["Lisboa", "said", "no", "."];
    let tags = document::tag(&tagger, &[full.as_slice(), short.as_slice()], "en");
    assert_eq!(tags.len(), 2);
    assert_eq!(tags[0].len(), full.len());
    let class = |s: usize, t: usize| tags[s][t].place.class();
    if class(0, 2) == Some(NameClass::Person) {
        assert_eq!(class(1, 0), Some(NameClass::Person));
    }
}

#[test]
fn a_broken_model_file_is_refused_with_a_reason() {
    use newsgraph::extract::tagger::model::Model;
    for bytes in [vec![], b"NGTAG 1\n".to_vec(), vec![0; 100]] {
        let error = Model::read(bytes.into()).expect_err("no model");
        assert!(!error.is_empty());
    }
}
