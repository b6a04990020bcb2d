//! Speed of tagging names, features and lists included, in tokens a second on one core; and of opening the model.

use divan::Bencher;
use divan::counter::ItemsCount;
use newsgraph::extract::tagger::Tagger;
use newsgraph::lexicon::DataFiles;

fn main() {
    divan::main();
}

const SENTENCES: &str = include_str!("../tests/data/names_news.txt");

fn sentences(lang: &str) -> Vec<Vec<&'static str>> {
    let lines = SENTENCES.lines().filter_map(|l| l.split_once(' '));
    lines
        .filter(|(code, _)| *code == lang)
        .map(|(_, text)| {
            let words = text.split(' ').filter(|w| !w.starts_with('{'));
            words.map(|w| w.trim_end_matches('}')).collect()
        })
        .collect()
}

#[divan::bench(args = ["sv", "de", "en"])]
fn tag(bencher: Bencher, lang: &str) {
    let files = DataFiles::open(None).expect("embedded files open");
    let tagger = Tagger::load(&files).expect("the embedded model reads");
    let sentences = sentences(lang);
    let tokens: usize = sentences.iter().map(Vec::len).sum();
    bencher.counter(ItemsCount::new(tokens)).bench(|| {
        let names = |s: &Vec<&str>| tagger.tag(s, lang).len();
        sentences.iter().map(names).sum::<usize>()
    });
}

#[divan::bench]
fn load(bencher: Bencher) {
    let files = DataFiles::open(None).expect("embedded files open");
    bencher.bench(|| Tagger::load(&files).expect("the embedded model reads"));
}
