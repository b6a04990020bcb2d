//! Speed of finding and resolving time expressions on own news prose, in bytes a second on one core.

use divan::Bencher;
use divan::counter::BytesCount;
use newsgraph::base::span::Span;
use newsgraph::extract::timex;
use newsgraph::lexicon::Lexicon;

fn main() {
    divan::main();
}

const PROSE: [(&str, &str); 3] = [
    (
        "sv",
        "Statsministern reste på torsdagen till Baku, där presidenten tog emot honom i palatset. Samtalen gällde handel, gas och den fred som slöts \
         den 8 augusti 2025 efter tre veckors förhandlingar. Dagen därpå väntas han fortsätta till grannlandet, uppger hans talesperson. Enligt \
         departementet har exporten till regionen vuxit sedan 2021, men i fjol föll den för första gången. Oppositionen kräver att riksdagen får rösta om avtalet.\n",
    ),
    (
        "de",
        "Der Außenminister traf am Donnerstag in Wien seinen Amtskollegen, um über das Abkommen zu sprechen, das im September 2023 unterzeichnet wurde. \
         Beide Seiten wollen die Gespräche in sechs Monaten fortsetzen, hieß es aus Kreisen der Delegation. Vor zwei Jahren hatte das Parlament den Vertrag \
         noch abgelehnt. Die Opposition sprach gestern von einem Fehler und verlangte eine Abstimmung, bevor der Botschafter abreist.\n",
    ),
    (
        "en",
        "The foreign minister flew to Ankara on Friday for talks with her counterpart about the border, which has been closed since 1993. The two sides signed \
         a statement last month, and a commission is expected to meet in April. Officials said the delegation would stay for three days. A year ago the same \
         talks had failed after the opposition walked out of parliament and the president called a new election.\n",
    ),
];

#[divan::bench(args = [0, 1, 2])]
fn find(bencher: Bencher, language: usize) {
    let lexicon = Lexicon::open(None).expect("the embedded data is sound");
    let (code, prose) = PROSE[language];
    let pack = lexicon.pack(code).expect("the language is built in");
    let text = prose.repeat(200);
    let date = "2026-02-06".parse().ok();
    let regions = [Span::new(0, text.len())];
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| timex::find(&text, &regions, pack, date));
}
