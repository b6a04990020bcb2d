//! Bytes per second from raw text to sentences with tokens and to time expressions, and lemmas per second, on text of our own.

use divan::{Bencher, counter::BytesCount, counter::ItemsCount};
use newsgraph::base::article::{Document, DocumentKind, Given};
use newsgraph::extract::timex;
use newsgraph::lexicon::Lexicon;
use newsgraph::text::{segment, sentence};

fn main() {
    divan::main();
}

const ARTICLE: &str = "Regeringen föreslår nya sanktioner\n\n12 mars 2024\n\nRegeringen vill införa nya sanktioner mot landet, sade utrikesministern på tisdagen. Förslaget gäller \
    bl.a. export av maskiner och kl. 9 i dag lämnades det till riksdagen.\n\n– Vi ser allvarligt på läget, säger E. Lindqvist, talesperson för departementet, till TT.\n\nKritik\n\nOppositionen kräver \
    hårdare tag. ”Det räcker inte”, skriver partiledaren i ett uttalande som publicerades under natten till onsdagen, och hänvisar till USA:s beslut från den 5 februari.\n\nLÄS MER: Så röstade partierna\n\n\
    Omröstningen väntas äga rum nästa vecka. Beslutet kan överklagas inom 30 dagar, enligt lagen från 1991.\n\nFoto: Anna Berg/TT\n\nText: Redaktionen\n\n\n";

/// A file of `n` articles; each differs, so that none is a repeat.
fn file(n: usize) -> Document {
    let article = |i: usize| ARTICLE.replace("sanktioner", &format!("sanktioner nr {i}"));
    Document {
        file: "bench.txt".to_owned(),
        kind: DocumentKind::Text,
        text: (0..n).map(article).collect(),
        given: Given::default(),
    }
}

#[divan::bench(args = [1, 100])]
fn raw_text_to_tokens(bencher: Bencher<'_, '_>, n: usize) {
    let lexicon = Lexicon::open(None).expect("the embedded data opens");
    let pack = lexicon.pack("sv").expect("the pack exists");
    let document = file(n);
    bencher
        .counter(BytesCount::of_str(&document.text))
        .bench(|| {
            let (articles, _) = segment::articles(&document, &lexicon);
            articles
                .iter()
                .map(|a| sentence::sentences(a, pack).len())
                .sum::<usize>()
        });
}

/// Reading, sentences and time expressions together: the speed goal of reading is set on this row.
#[divan::bench(args = [1, 100])]
fn raw_text_to_times(bencher: Bencher<'_, '_>, n: usize) {
    let lexicon = Lexicon::open(None).expect("the embedded data opens");
    let pack = lexicon.pack("sv").expect("the pack exists");
    let document = file(n);
    bencher
        .counter(BytesCount::of_str(&document.text))
        .bench(|| {
            let (articles, _) = segment::articles(&document, &lexicon);
            articles
                .iter()
                .map(|a| {
                    let regions: Vec<_> = a
                        .blocks
                        .iter()
                        .filter(|b| b.is_read())
                        .map(|b| b.span)
                        .collect();
                    let day = a.published.as_ref().and_then(|p| p.date.lo);
                    sentence::sentences(a, pack).len()
                        + timex::find(&a.text, &regions, pack, day).len()
                })
                .sum::<usize>()
        });
}

#[divan::bench]
fn lemmas(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::open(None).expect("the embedded data opens");
    let pack = lexicon.pack("sv").expect("the pack exists");
    let words: Vec<&str> = ARTICLE.split_whitespace().collect();
    bencher.counter(ItemsCount::new(words.len())).bench(|| {
        words
            .iter()
            .map(|w| pack.inflection().lemmas(w, None).len())
            .sum::<usize>()
    });
}
