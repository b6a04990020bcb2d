//! Input that nobody would call an article: any bytes, huge lines, broken JSON. Nothing panics, the file is named, the rest goes on.

use chrono::NaiveDate;
use newsgraph::pipeline::source::{Options, Read, Source};
use newsgraph::pipeline::{Engine, Extraction};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::open(None).unwrap_or_else(|e| panic!("{e}")));

const GOOD: &str = "Talks in Paris\n\n12 March 2024\n\nPresident Putin met President Macron in Paris on Monday and they signed a treaty.\n";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("the file can be written");
    path.display().to_string()
}

fn run(inputs: &[String], options: Options) -> Extraction {
    ENGINE.run_with(inputs, options, &mut |_, _| ())
}

/// The first `keep` bytes of a packed text.
fn packed(text: &str, keep: usize) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut encoder, text.as_bytes()).expect("memory takes it");
    let mut bytes = encoder.finish().expect("memory takes it");
    bytes.truncate(keep);
    bytes
}

fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_bad_file_is_named_and_the_rest_goes_on() {
    let dir = folder();
    let bad: [(&str, Vec<u8>, &str); 9] = [
        ("a_empty.txt", Vec::new(), "is empty"),
        ("b_blank.html", b" \n\t\n".to_vec(), "is empty"),
        (
            "c_binary.txt",
            (0..=255).cycle().take(4096).collect(),
            "is binary",
        ),
        (
            "d_picture.html",
            b"\x89PNG\r\n\x1a\n0000".to_vec(),
            "is binary",
        ),
        ("e_cut.txt.gz", packed(GOOD, 40), "cannot be read"),
        ("f_broken.json", b"{\"text\": \"abc".to_vec(), "is not JSON"),
        ("g_list.jsonl", b"[1,2]\n{\"x\":1}\n".to_vec(), "line 1"),
        ("h_none.jsonl", Vec::new(), "is empty"),
        (
            "i_mixed.txt",
            b"Mote i Malm\xf6 \xc3\xa5 \xc3\xa4 \xc3\xb6.\n".to_vec(),
            "not valid",
        ),
    ];
    for (name, bytes, _) in &bad {
        write(dir.path(), name, bytes);
    }
    write(dir.path(), "z_good.txt", GOOD.as_bytes());
    let found = run(&[dir.path().display().to_string()], Options::default());
    for (name, _, what) in &bad {
        let told = found.diagnostics.iter().any(|d| {
            d.file.as_deref().is_some_and(|f| f.ends_with(name)) && d.message.contains(what)
        });
        assert!(told, "{name}: {what}: {:?}", found.diagnostics);
    }
    let last = found.records.last().expect("the good file is read");
    assert!(last.file.ends_with("z_good.txt"));
    assert!(!last.events.is_empty());
}

#[test]
fn lone_surrogates_and_nameless_streams_are_read() {
    let dir = folder();
    let line =
        r#"{"text":"Putin met Macron in Paris \ud83d on Monday. \udc00","published":"2024-03-12"}"#;
    let file = write(
        dir.path(),
        "a.jsonl",
        format!("{line}\n{line}\n").as_bytes(),
    );
    let found = run(&[file], Options::default());
    assert_eq!(found.records.len(), 2, "{:?}", found.diagnostics);
    assert_eq!(
        found.records.first().and_then(|r| r.published.as_deref()),
        Some("2024-03-12")
    );
}

#[test]
fn long_files_are_read_in_pieces_that_lose_nothing() {
    let dir = folder();
    let text: String = (0..400)
        .map(|i| GOOD.replace("treaty", &format!("treaty of {i} pages")) + "\n\n\n")
        .collect();
    let single = text.split_whitespace().collect::<Vec<_>>().join(" ") + " åäö€";
    let solid = "åäö€".repeat(30_000);
    let small = Options {
        piece: 5000,
        largest: 20_000,
        line: 20_000,
        ..Options::default()
    };
    for (name, bytes, whole) in [
        ("many.txt", text.clone().into_bytes(), &text),
        ("wide.txt", utf16(&text), &text),
        ("line.txt", single.clone().into_bytes(), &single),
        ("solid.txt", solid.clone().into_bytes(), &solid),
    ] {
        let file = write(dir.path(), name, &bytes);
        let mut got = String::new();
        for read in Source::open(&[file], small.clone()) {
            match read {
                Read::Document(input) => {
                    assert_eq!(input.start_byte, got.len(), "{name}");
                    assert!(input.document.text.len() <= 3 * 5000, "{name}");
                    got.push_str(&input.document.text);
                }
                Read::Diagnostic(d) => assert!(d.message.contains("in pieces"), "{name}: {d}"),
            }
        }
        assert!(
            got == *whole,
            "{name}: {} bytes of {}",
            got.len(),
            whole.len()
        );
    }
    let long = format!(
        "{{\"text\":\"{}\"}}\n{{\"text\":\"Short.\"}}\n",
        "a".repeat(30_000)
    );
    let file = write(dir.path(), "long.jsonl", long.as_bytes());
    let reads: Vec<Read> = Source::open(&[file], small).collect();
    assert!(
        matches!(&reads[..], [Read::Diagnostic(d), Read::Document(_)] if d.message.contains("line 1"))
    );
}

/// Records come in portions and in the order of the file, however many articles one document holds; a sink that has enough ends the run.
#[test]
fn records_are_handed_on_in_portions() {
    let dir = folder();
    let text: String = (0..9000)
        .map(|i| GOOD.replace("treaty", &format!("treaty of {i} pages")) + "\n\n\n")
        .collect();
    let file = write(dir.path(), "many.txt", text.as_bytes());
    let (mut portions, mut longest, mut quotes) = (0, 0, Vec::new());
    ENGINE.each(
        std::slice::from_ref(&file),
        Options::default(),
        &mut |found, _| {
            portions += 1;
            longest = longest.max(found.records.len());
            quotes.extend(found.records.iter().map(|r| r.order));
            portions < 2
        },
    );
    assert_eq!(portions, 2, "the sink ended the run");
    assert!(longest < 9000, "{longest}");
    assert!(quotes.is_sorted(), "the order of the file is kept");
}

/// A line of standard input above the limit is told and passed over; the next is read.
#[test]
fn a_huge_line_of_standard_input_is_left_out() {
    use std::io::Write as _;
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_newsgraph"))
        .args(["extract", "--jsonl", "--stdin"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("standard input is piped");
    let writer = std::thread::spawn(move || {
        let part = "a".repeat(1 << 20);
        input.write_all(b"{\"id\":\"long\",\"text\":\"")?;
        for _ in 0..=Options::default().line >> 20 {
            input.write_all(part.as_bytes())?;
        }
        input.write_all(b"\"}\n{\"id\":\"short\",\"text\":\"Putin met Macron in Paris.\"}\n")
    });
    let out = child.wait_with_output().expect("the program ends");
    writer.join().expect("no panic").expect("all is written");
    let (records, told) = (
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr),
    );
    assert_eq!(records.lines().count(), 1, "{records}");
    assert!(records.contains("\"short\""), "{records}");
    assert!(
        told.contains("line 1") && told.contains("is longer than"),
        "{told}"
    );
}

#[test]
fn the_user_s_date_goes_before_what_the_text_says() {
    let dir = folder();
    let undated = "President Putin met President Macron in Paris on Monday.\n";
    let page = format!(
        "<html><head><meta property='article:published_time' content='2020-01-01'></head><body><p>{undated}</p></body></html>"
    );
    let line = format!(
        "{{\"text\":{:?},\"published\":\"2020-01-01\"}}\n",
        undated.trim()
    );
    let inputs = [
        write(dir.path(), "a.txt", undated.as_bytes()),
        write(dir.path(), "b.txt", GOOD.as_bytes()),
        write(dir.path(), "c.html", page.as_bytes()),
        write(dir.path(), "d.jsonl", line.as_bytes()),
    ];
    let options = Options {
        user_date: NaiveDate::from_ymd_opt(2025, 6, 4),
        ..Options::default()
    };
    let found = run(&inputs, options);
    assert_eq!(found.records.len(), 4);
    for record in &found.records {
        assert_eq!(
            record.published.as_deref(),
            Some("2025-06-04"),
            "{}",
            record.file
        );
        assert_eq!(
            record.published_basis.as_deref(),
            Some("user"),
            "{}",
            record.file
        );
    }
    let monday = |r: &newsgraph::base::record::ArticleRecord| {
        r.events
            .iter()
            .any(|e| e.date.as_deref() == Some("2025-06-02"))
    };
    assert!(found.records.iter().all(monday), "{:?}", found.records);
    let without = run(&inputs[..1], Options::default());
    assert_eq!(
        without.records.first().and_then(|r| r.published.as_deref()),
        None
    );
}

/// Reads bytes as a file of every kind and lets every stage work on them.
fn survives(bytes: &[u8]) {
    let dir = folder();
    for name in ["a.txt", "a.md", "a.html", "a.json", "a.jsonl"] {
        let file = write(dir.path(), name, bytes);
        let found = run(
            std::slice::from_ref(&file),
            Options {
                piece: 600,
                largest: 4000,
                line: 4000,
                user_date: None,
                user_lang: None,
            },
        );
        for record in &found.records {
            assert_eq!(record.file, file);
        }
        assert!(
            !found.records.is_empty() || !found.diagnostics.is_empty() || !bytes.is_empty(),
            "{name}: silence"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..900)) {
        survives(&bytes);
    }

    #[test]
    fn any_text_is_survived(text in "(\\PC|\\n|[<>{}\"&;/\\[\\]])(\\PC|[ \\n\\t<>{}\"&;/.,\\[\\]-]){0,300}") {
        survives(text.as_bytes());
    }
}

const SEEDS: [&str; 6] = [
    GOOD,
    "Möte i Köln\n\nPublicerad 12 mars 2024\n\n– Vi träffade E.Lindqvist den 5:e, säger Åsa Öberg till TT.Ryssland hotar.\n\nLäs också: Annat\n\nFoto: Anna\n\n\n",
    "Moskau (dpa) – Putin traf Macron am 5.2.26 um 14.30 Uhr. „Das ist gut“, sagte er, bzw. d.h. nichts.\n",
    "<html><head><title>A</title><meta name='date' content='2024-03-12'></head><body><nav><a href='#'>Menu</a></nav><h1>Talks</h1><p>Putin met Macron in Paris.</p><script>x</script></body></html>",
    "{\"id\":\"1\",\"title\":\"Talks\",\"text\":\"Putin met Macron in Paris on 5 May 1999. \\ud83d\\ude00\",\"published\":\"2024-03-12\",\"lang\":\"en\"}\n",
    "[{\"text\":\"Putin \\\"met\\\" Macron 2 1/2 years ago, 1990-94, the week of March 6, 264-241 BC.\"},{\"content\":5}]",
];

/// A small generator of our own: the run is the same for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides.max(1) as u64).unwrap_or(0)
    }

    /// A seed text with pieces changed, doubled, cut out or crossed with another.
    fn mutant(&mut self) -> Vec<u8> {
        let mut bytes = SEEDS[self.roll(SEEDS.len())].as_bytes().to_vec();
        for _ in 0..=self.roll(12) {
            let at = self.roll(bytes.len());
            let end = (at + 1 + self.roll(40)).min(bytes.len());
            match self.roll(6) {
                0 if at < bytes.len() => bytes[at] = self.roll(256) as u8,
                1 => bytes.insert(at, self.roll(256) as u8),
                2 => drop(bytes.drain(at..end)),
                3 => {
                    let piece = bytes[at..end].to_vec();
                    for _ in 0..=self.roll(8) {
                        bytes.splice(at..at, piece.iter().copied());
                    }
                }
                4 => {
                    let other = SEEDS[self.roll(SEEDS.len())].as_bytes();
                    let from = self.roll(other.len());
                    let to = (from + self.roll(80)).min(other.len());
                    bytes.splice(at..at, other[from..to].iter().copied());
                }
                _ if at < bytes.len() => bytes[at] ^= 1 << self.roll(8),
                _ => {}
            }
        }
        bytes
    }
}

/// `NEWSGRAPH_FUZZ_SECONDS=300 cargo test --test it hostile` goes on for longer; `NEWSGRAPH_FUZZ_SEED` starts elsewhere.
#[test]
fn mutated_articles_are_survived() {
    let number = |name: &str, otherwise: u64| {
        let told = std::env::var(name).ok().and_then(|v| v.parse().ok());
        told.unwrap_or(otherwise)
    };
    let time = Duration::from_secs(number("NEWSGRAPH_FUZZ_SECONDS", 2));
    let mut dice = Dice(number("NEWSGRAPH_FUZZ_SEED", 0x9E37_79B9));
    let start = Instant::now();
    let mut runs = 0_u64;
    while start.elapsed() < time {
        survives(&dice.mutant());
        runs += 1;
    }
    eprintln!("{runs} mutants");
    assert!(runs > 0);
}

/// One article with a thousand different names, bodies and offices takes no more than a few times as long as the same text in small ones.
#[test]
fn one_article_of_many_names_takes_no_quadratic_time() {
    let dice = &mut Dice(0x51_7C_C1);
    let starts = [
        "Bar", "Kel", "Dro", "Fen", "Gul", "Hav", "Jor", "Mal", "Nor", "Sul", "Tar", "Vid",
    ];
    let ends = [
        "mund", "rik", "sen", "vik", "dahl", "berg", "ton", "ney", "lov", "escu", "ides", "ano",
    ];
    let mut name = || {
        let mut word = |n: usize| {
            let parts: Vec<&str> = (0..n).map(|_| starts[dice.roll(12)]).collect();
            let word = parts.concat().to_lowercase() + ends[dice.roll(12)];
            word[..1].to_uppercase() + &word[1..]
        };
        format!("{} {}", word(1), word(2))
    };
    let mut paragraphs = Vec::new();
    for _ in 0..300 {
        paragraphs.push(format!(
            "{}, the trade minister of Kenya, met {} in Oslo on Monday. The minister accused {} of delay.",
            name(),
            name(),
            name()
        ));
    }
    let head = "Long talks\n\n12 March 2024\n\n";
    let dir = folder();
    let timed = |file: &str, text: String| {
        let file = write(dir.path(), file, text.as_bytes());
        let start = Instant::now();
        let found = run(&[file], Options::default());
        (start.elapsed(), found.records.len())
    };
    let small: String = paragraphs
        .chunks(10)
        .map(|c| head.to_owned() + &c.join("\n\n") + "\n\n\n")
        .collect();
    timed("warm.txt", head.to_owned() + &paragraphs[..10].join("\n\n"));
    let (apart, _) = timed("small.txt", small);
    let (together, records) = timed("large.txt", head.to_owned() + &paragraphs.join("\n\n"));
    assert_eq!(records, 1);
    assert!(
        together < apart * 8 + Duration::from_secs(2),
        "{together:?} against {apart:?}"
    );
}
