//! Speed of tagging and parsing own news prose, in words a second on one core, and of loading a model.

use divan::Bencher;
use divan::counter::ItemsCount;
use newsgraph::extract::syntax::Parser;
use newsgraph::lexicon::DataFiles;

fn main() {
    divan::main();
}

const PROSE: [(&str, &str); 3] = [
    (
        "sv",
        "Statsministern reste på torsdagen till Baku , där presidenten tog emot honom i palatset .\nSamtalen gällde handel , gas och den fred som slöts \
         efter tre veckors förhandlingar .\nEnligt departementet har exporten till regionen vuxit , men i fjol föll den för första gången .",
    ),
    (
        "de",
        "Der Außenminister traf am Donnerstag in Wien seinen Amtskollegen , um über das Abkommen zu sprechen , das im Herbst unterzeichnet wurde .\n\
         Beide Seiten wollen die Gespräche in sechs Monaten fortsetzen , hieß es aus Kreisen der Delegation .\nDie Opposition verlangte eine Abstimmung .",
    ),
    (
        "en",
        "The foreign minister flew to Ankara on Friday for talks with her counterpart about the border , which has been closed for years .\n\
         The two sides signed a statement last month , and a commission is expected to meet in April .\nOfficials said the delegation would stay .",
    ),
];

#[divan::bench(args = [0, 1, 2])]
fn parse(bencher: Bencher, language: usize) {
    let (code, prose) = PROSE[language];
    let parser = Parser::load(&DataFiles::default(), code).expect("the model is embedded");
    let sentences: Vec<Vec<&str>> = prose
        .lines()
        .map(|l| l.split_whitespace().collect())
        .collect();
    let words: usize = sentences.iter().map(Vec::len).sum();
    bencher.counter(ItemsCount::new(words)).bench(|| {
        sentences
            .iter()
            .map(|s| parser.parse(s, &[]).nodes.len())
            .sum::<usize>()
    });
}

#[divan::bench(args = [0, 1, 2])]
fn load(language: usize) -> bool {
    Parser::load(&DataFiles::default(), PROSE[language].0).is_ok()
}
