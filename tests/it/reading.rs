//! Reading: files to articles, language, dates, sentences, tokens, lemmas.

use newsgraph::base::analysis::Upos;
use newsgraph::lexicon::Lexicon;

fn lexicon() -> Lexicon {
    Lexicon::open(None).expect("the embedded data opens")
}

#[test]
fn every_table_of_the_packs_loads() {
    lexicon()
        .check()
        .expect("each table follows its schema and its examples");
}

#[test]
fn lemmas_of_news_words() {
    let lexicon = lexicon();
    let check = |lang: &str, upos: Option<Upos>, pairs: &[(&str, &str)]| {
        let pack = lexicon.pack(lang).expect("the pack exists");
        let mut wrong = Vec::new();
        for (form, lemma) in pairs {
            let got = pack.inflection().lemmas(form, upos);
            if !got.iter().take(4).any(|l| l == lemma) {
                wrong.push(format!("{form}: {got:?}, expected {lemma}"));
            }
        }
        assert!(wrong.is_empty(), "{lang}: {wrong:#?}");
    };
    check(
        "sv",
        None,
        &[
            ("träffade", "träffa"),
            ("träffas", "träffa"),
            ("höll", "hålla"),
            ("hölls", "hålla"),
            ("avgick", "avgå"),
            ("uppmanar", "uppmana"),
            ("uppmanades", "uppmana"),
            ("anklagades", "anklaga"),
            ("gripits", "gripa"),
            ("gripna", "gripa"),
            ("utvisade", "utvisa"),
            ("besökte", "besöka"),
            ("besökts", "besöka"),
            ("krävde", "kräva"),
            ("utrikesministern", "utrikesminister"),
            ("utrikesministerns", "utrikesminister"),
            ("samtalen", "samtal"),
            ("förhandlingarna", "förhandling"),
            ("sanktionerna", "sanktion"),
            ("talespersonen", "talesperson"),
            ("presidentens", "president"),
            ("länderna", "land"),
            ("vapnen", "vapen"),
            ("ryska", "rysk"),
            ("invaderade", "invadera"),
            ("dödades", "döda"),
            ("sköts", "skjuta"),
            ("beslagtagits", "beslagta"),
            ("undertecknades", "underteckna"),
            ("möttes", "möta"),
            ("bröt", "bryta"),
            ("åtalades", "åtala"),
            ("dömdes", "döma"),
        ],
    );
    check(
        "de",
        None,
        &[
            ("angerufen", "anrufen"),
            ("anzurufen", "anrufen"),
            ("verhandelten", "verhandeln"),
            ("traf", "treffen"),
            ("getroffen", "treffen"),
            ("unterzeichnet", "unterzeichnen"),
            ("unterzeichnete", "unterzeichnen"),
            ("festgenommen", "festnehmen"),
            ("zurückgetreten", "zurücktreten"),
            ("versprach", "versprechen"),
            ("versprochen", "versprechen"),
            ("griff", "greifen"),
            ("angegriffen", "angreifen"),
            ("Gespräche", "gespräch"),
            ("Gesprächen", "gespräch"),
            ("Verträge", "vertrag"),
            ("Verhandlungen", "verhandlung"),
            ("Außenministers", "außenminister"),
            ("Präsidenten", "präsident"),
            ("russischen", "russisch"),
            ("forderte", "fordern"),
            ("gefordert", "fordern"),
            ("telefonierten", "telefonieren"),
            ("telefoniert", "telefonieren"),
            ("warnte", "warnen"),
            ("gewarnt", "warnen"),
            ("verhängt", "verhängen"),
            ("ausgewiesen", "ausweisen"),
            ("bombardierte", "bombardieren"),
            ("abgesagt", "absagen"),
            ("getötet", "töten"),
            ("einmarschiert", "einmarschieren"),
        ],
    );
    check(
        "en",
        None,
        &[
            ("met", "meet"),
            ("meeting", "meet"),
            ("accused", "accuse"),
            ("talks", "talk"),
            ("agreed", "agree"),
            ("withdrew", "withdraw"),
            ("threatening", "threaten"),
            ("urges", "urge"),
            ("expelled", "expel"),
            ("bombed", "bomb"),
            ("invaded", "invade"),
            ("countries", "country"),
            ("ministers", "minister"),
            ("signed", "sign"),
            ("dying", "die"),
            ("sentenced", "sentence"),
            ("condemned", "condemn"),
            ("imposes", "impose"),
            ("seized", "seize"),
            ("arrested", "arrest"),
            ("negotiating", "negotiate"),
            ("overthrew", "overthrow"),
            ("referred", "refer"),
            ("crises", "crisis"),
        ],
    );
}

mod own_files {
    //! Files of our own making: what stands in them and what must come out.

    use newsgraph::base::article::{Article, BlockKind, Document, DocumentKind, Given};
    use newsgraph::lexicon::Lexicon;
    use newsgraph::text::segment;

    fn read(file: &str, kind: DocumentKind, text: &str) -> Vec<Article> {
        let lexicon = Lexicon::open(None).expect("the embedded data opens");
        let document = Document {
            file: file.to_owned(),
            kind,
            text: text.to_owned(),
            given: Given::default(),
        };
        let (articles, _) = segment::articles(&document, &lexicon);
        let raw: Vec<char> = text.chars().collect();
        for article in &articles {
            for block in &article.blocks {
                let [from, to] = article.raw_chars(block.span);
                assert!(from < to && to as usize <= raw.len(), "{file}: {block:?}");
            }
        }
        articles
    }

    /// One line an article: title, date, language.
    fn check(file: &str, text: &str, expected: &[(&str, &str, &str)]) {
        let kind = if file.ends_with(".html") {
            DocumentKind::Html
        } else {
            DocumentKind::Text
        };
        let articles = read(file, kind, text);
        let got: Vec<(String, String, String)> = articles
            .iter()
            .map(|a| {
                let date = a.published.as_ref().map(|p| p.date.to_edtf());
                (
                    a.title.clone().unwrap_or_default(),
                    date.unwrap_or_default(),
                    a.lang.clone().unwrap_or_default(),
                )
            })
            .collect();
        let want: Vec<(String, String, String)> = expected
            .iter()
            .map(|e| (e.0.into(), e.1.into(), e.2.into()))
            .collect();
        assert_eq!(got, want, "{file}");
    }

    const PAIR: &str = "Kina och Australien undertecknar handelsavtal\n\n5 maj 2021\n\nKina och Australien undertecknade på onsdagen ett nytt handelsavtal i Peking.\n\n\
        Avtalet ska gälla i fem år, säger Kinas handelsminister.\n\nDomstol fäller förre presidenten\n\n6 maj 2021\n\n\
        En domstol i Lima dömde på torsdagen Perus förre president till tio års fängelse.\n";

    #[test]
    fn headline_and_dateline_open_an_article() {
        check(
            "pair.txt",
            PAIR,
            &[
                (
                    "Kina och Australien undertecknar handelsavtal",
                    "2021-05-05",
                    "sv",
                ),
                ("Domstol fäller förre presidenten", "2021-05-06", "sv"),
            ],
        );
    }

    #[test]
    fn a_timeline_is_one_article() {
        let text = "Timeline: the war in Sudan\n\n1 May 2024\n\nThe war in Sudan has gone on for more than a year. These are some of the events.\n\n15 April 2023\n\n\
            Fighting breaks out in Khartoum between the army and the RSF, and hundreds of civilians die.\n\n20 May 2023\n\nBoth sides sign a truce in Jeddah after mediation by the US.\n";
        check(
            "timeline.txt",
            text,
            &[("Timeline: the war in Sudan", "2024-05-01", "en")],
        );
    }

    #[test]
    fn wire_stories_split_at_headline_and_agency() {
        let text = "GERMANY EXPELS TWO DIPLOMATS\n\nBERLIN, Feb 5, 2021 (Reuters) - Germany expelled two Russian diplomats on Friday, the foreign ministry said.\n\n\
            Moscow rejected the accusations.\n\n(Reporting by Hans Muster)\n\nCOURT SENTENCES EX-MINISTER\n\nPARIS, Feb 4, 2021 (Reuters) - A French court sentenced a former minister to prison on Thursday.\n";
        check(
            "wire.txt",
            text,
            &[
                ("GERMANY EXPELS TWO DIPLOMATS", "2021-02-05", "en"),
                ("COURT SENTENCES EX-MINISTER", "2021-02-04", "en"),
            ],
        );
    }

    #[test]
    fn markdown_headings_divide_and_marks_vanish() {
        let text = "# Kanzler reist nach Kiew\n\n*Stand: 12.03.2024, 14:05 Uhr*\n\nDer **Kanzler** ist am Dienstag nach [Kiew](https://example.org) gereist.\n\n## Hintergrund\n\n\
            Die Ukraine bittet seit Monaten um Waffen, d.h. um Raketen.\n\n# Streik bei der Bahn\n\nDie Lokführer haben am Mittwoch die Arbeit niedergelegt.\n";
        check(
            "drei.md",
            text,
            &[
                ("Kanzler reist nach Kiew", "2024-03-12", "de"),
                ("Streik bei der Bahn", "", "de"),
            ],
        );
        assert!(
            read("drei.md", DocumentKind::Text, text)[0]
                .text
                .contains("Der Kanzler ist am Dienstag nach Kiew gereist.")
        );
    }

    #[test]
    fn a_page_gives_its_story_with_offsets() {
        let text = "<html lang=\"sv\"><head><title>Avtal klart | Bladet</title></head><body><nav><ul><li><a href=\"/\">Hem</a></li><li><a href=\"/s\">Sport</a></li></ul></nav>\
            <article><h1>Avtalet är klart</h1><p>Publicerad 12 mars 2024</p><p>Regeringen och oppositionen har enats om ett nytt avtal, meddelade stats&shy;ministern p&aring; tisdagen. \
            Det innebär att riksdagen kan rösta redan nästa vecka, sade hon.</p><p>Avtalet får kritik av facket, som menar att det slår mot de svagaste i samhället och mot kommunerna.</p></article>\
            <footer>© Bladet. Alla rättigheter.</footer></body></html>";
        check(
            "sida.html",
            text,
            &[("Avtalet är klart", "2024-03-12", "sv")],
        );
        let articles = read("sida.html", DocumentKind::Html, text);
        let article = &articles[0];
        assert!(!article.text.contains("Sport"), "{}", article.text);
        let at = article
            .text
            .find("statsministern på")
            .expect("soft hyphen and entity are resolved");
        let span = newsgraph::base::span::Span::new(at, at + "statsministern på".len());
        let [from, to] = article.raw_chars(span);
        let raw: String = text
            .chars()
            .skip(from as usize)
            .take((to - from) as usize)
            .collect();
        assert!(raw.starts_with("stats&shy;ministern p&"), "{raw}");
    }

    #[test]
    fn furniture_is_not_read() {
        let text = "Regeringsskifte i Slovakien\n\nAv Anna Berg\n\nPublicerad 12 mars 2024 kl 14.05\n\nSlovakiens president har gett oppositionsledaren i uppdrag att bilda regering.\n\n\
            LÄS MER: Så röstade Slovakien\n\nMinistern reste sedan till Prag.\n\nDela artikeln\n\nKommentarer (4)\n\nKalle\n14 mars 2024 kl 09.12\nJag tycker att detta är en bra artikel, även om den är kort.\n";
        let articles = read("slovakien.txt", DocumentKind::Text, text);
        let [article] = articles.as_slice() else {
            panic!("one article, not {}", articles.len())
        };
        let read: Vec<&str> = article
            .blocks
            .iter()
            .filter(|b| b.is_read())
            .map(|b| b.span.of(&article.text))
            .collect();
        assert_eq!(
            read,
            [
                "Regeringsskifte i Slovakien",
                "Slovakiens president har gett oppositionsledaren i uppdrag att bilda regering.",
                "Ministern reste sedan till Prag.",
            ]
        );
        assert_eq!(article.byline.as_deref(), Some("Anna Berg"));
    }

    #[test]
    fn repeated_paragraphs_are_read_once() {
        let text = "Treffen in Wien\n\nWien (APA) - Die Minister haben sich am Montag in Wien getroffen.\n\nMehr von der Agentur hier\n\nWien (APA) - Die Minister haben sich am Montag in Wien getroffen.\n";
        let articles = read("wien.txt", DocumentKind::Text, text);
        assert_eq!(articles.len(), 1);
        let repeats = articles[0]
            .blocks
            .iter()
            .filter(|b| b.kind == BlockKind::Repeat)
            .count();
        assert_eq!(repeats, 1);
    }

    #[test]
    fn no_date_is_invented() {
        for text in [
            "Talks resume\n\nThe two sides met on Monday. They signed a truce in May 2019 and again on March 3.\n",
            "Samtal\n\nParterna möts den 4 juni 2031 i Wien, säger en talesperson. De ska tala om gas och olja.\n",
            "Rückblick\n\nAm Freitag, 11. März 2011, bebte in Japan die Erde. Am 5. Mai 2015 kam ein Bericht dazu heraus.\n",
        ] {
            let articles = read("undated.txt", DocumentKind::Text, text);
            assert_eq!(articles[0].published, None, "{text}");
        }
    }
}

mod gold {
    //! The hand-labelled articles beside the project, where they are.

    use newsgraph::lexicon::Lexicon;
    use newsgraph::pipeline::source::{Options, Read, Source};
    use serde_json::Value;
    use std::path::Path;

    fn check(gold: &str, texts: &str) {
        let Ok(lines) = std::fs::read_to_string(gold) else {
            eprintln!("skipped: {gold} is not here");
            return;
        };
        let lexicon = Lexicon::open(None).expect("the embedded data opens");
        let gold: Vec<Value> = lines
            .lines()
            .map(|l| serde_json::from_str(l).expect("gold is JSON"))
            .collect();
        let inputs = [texts.to_owned()];
        let mut articles = Vec::new();
        for read in Source::open(&inputs, Options::default()) {
            let Read::Document(input) = read else {
                continue;
            };
            articles.extend(input.articles(&lexicon).0);
        }
        let name = |p: &str| {
            Path::new(p)
                .file_name()
                .map(|n| n.to_string_lossy().into_owned())
        };
        for file in gold.iter().filter_map(|g| g["file"].as_str()) {
            let ours: Vec<_> = articles
                .iter()
                .filter(|a| name(&a.file).as_deref() == Some(file))
                .collect();
            let theirs: Vec<_> = gold.iter().filter(|g| g["file"] == file).collect();
            assert_eq!(ours.len(), theirs.len(), "{file}: articles");
            for (a, g) in ours.iter().zip(theirs) {
                assert_eq!(a.lang.as_deref(), g["lang"].as_str(), "{file}: language");
                let date = a
                    .published
                    .as_ref()
                    .map(|p| p.date.to_edtf().trim_end_matches(['?', '~']).to_owned());
                let also = g["published_alt"].as_array().into_iter().flatten();
                let accepted = also
                    .chain([&g["published"]])
                    .any(|d| d.as_str() == date.as_deref());
                assert!(
                    accepted,
                    "{file}: published {date:?}, expected {}",
                    g["published"]
                );
                assert_eq!(a.title.as_deref(), g["title"].as_str(), "{file}: title");
            }
        }
    }

    #[test]
    fn seed_files() {
        check("../shared/gold/seeds.gold.jsonl", "../shared/seeds");
    }

    #[test]
    fn article_files() {
        check(
            "../shared/gold/articles.gold.jsonl",
            "../shared/gold/articles",
        );
    }
}

mod properties {
    //! Nothing that stands in a file can stop the reader.

    use newsgraph::base::article::{Document, DocumentKind, Given};
    use newsgraph::lexicon::Lexicon;
    use newsgraph::pipeline::fields;
    use newsgraph::text::{decode, segment, sentence};
    use proptest::prelude::*;
    use std::sync::OnceLock;

    fn lexicon() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Lexicon::open(None).expect("the embedded data opens"))
    }

    fn survives(bytes: &[u8], file: &str, kind: DocumentKind) {
        let text = decode::decode(bytes).text;
        let chars = text.chars().count() as u32;
        let document = Document {
            file: file.to_owned(),
            kind,
            text,
            given: Given::default(),
        };
        let (articles, _) = segment::articles(&document, lexicon());
        for article in &articles {
            for pack in lexicon().packs.values() {
                for s in sentence::sentences(article, pack) {
                    let block = article.blocks[s.block];
                    assert!(block.span.contains(s.span) && !s.span.of(&article.text).is_empty());
                    let mut at = s.span.start;
                    for t in &s.tokens {
                        assert!(
                            t.span.start >= at
                                && t.span.end > t.span.start
                                && s.span.contains(t.span),
                            "{t:?} in {s:?}"
                        );
                        assert!(!t.span.of(&article.text).contains(char::is_whitespace));
                        at = t.span.end;
                    }
                    let [from, to] = article.raw_chars(s.span);
                    assert!(from < to && to <= chars);
                }
            }
        }
    }

    /// Pieces that real files are made of, thrown together.
    const PIECES: &[&str] = &[
        "Ministern ",
        "U.S. ",
        "d.h. ",
        "9. Oktober ",
        "2026 01 30\n",
        "Foto: TT\n",
        "\n\n",
        "– ",
        "”",
        "\"",
        ".",
        "...",
        "LÄS MER: ",
        "<p>",
        "</p>",
        "<h1>",
        "&amp;",
        "&#x110000;",
        "<!--",
        "# ",
        "**",
        "[a](b)",
        "```\n",
        "BERLIN, Feb 5 (Reuters) - ",
        "E.Blinken",
        "Å",
        "\u{ad}",
        "\u{feff}",
        "\r",
        "\u{2028}",
        "don't ",
        "'s",
        "5:e",
        "USA:s",
        "99999999999999999999",
        "31/02/2024",
        "(",
        ")",
        "—",
        "日本。",
        "\u{1F600}",
        "e\u{301}",
        "\t",
        "İ",
        "ß",
        "ǅ",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            survives(&bytes, "x.txt", DocumentKind::Text);
            survives(&bytes, "x.md", DocumentKind::Text);
            survives(&bytes, "x.html", DocumentKind::Html);
            survives(&bytes, "x.jsonl", DocumentKind::Record);
            let _ = fields::records(&String::from_utf8_lossy(&bytes));
        }

        #[test]
        fn any_mixture(picks in proptest::collection::vec(0..PIECES.len(), 0..120)) {
            let text: String = picks.iter().map(|p| PIECES[*p]).collect();
            survives(text.as_bytes(), "x.txt", DocumentKind::Text);
            survives(text.as_bytes(), "x.md", DocumentKind::Text);
            survives(text.as_bytes(), "x.html", DocumentKind::Html);
            survives(text.as_bytes(), "x.jsonl", DocumentKind::Record);
            let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            survives(&utf16, "x.txt", DocumentKind::Text);
        }

        #[test]
        fn any_word_has_a_lemma(word in "\\PC{0,30}") {
            for pack in lexicon().packs.values() {
                prop_assert!(!pack.inflection().lemmas(&word, None).is_empty());
            }
        }
    }

    #[test]
    fn deep_and_broken_pages() {
        survives(
            "<div>".repeat(100_000).as_bytes(),
            "x.html",
            DocumentKind::Html,
        );
        survives(
            "<p><b>".repeat(20_000).as_bytes(),
            "x.html",
            DocumentKind::Html,
        );
        survives("<".repeat(50_000).as_bytes(), "x.html", DocumentKind::Html);
        survives(
            "a".repeat(3_000_000).as_bytes(),
            "x.txt",
            DocumentKind::Text,
        );
        survives(
            "Ja. ".repeat(500_000).as_bytes(),
            "x.txt",
            DocumentKind::Text,
        );
        survives("(".repeat(200_000).as_bytes(), "x.txt", DocumentKind::Text);
    }
}

mod sentences {
    //! Sentence ends and tokens in the three languages.

    use newsgraph::base::span::Span;
    use newsgraph::lexicon::Lexicon;
    use newsgraph::text::{sentence, token};

    fn check(lang: &str, expected: &[&str]) {
        let lexicon = Lexicon::open(None).expect("the embedded data opens");
        let pack = lexicon.pack(lang).expect("the pack exists");
        let text = expected.join(" ");
        let spans = sentence::split(&text, Span::new(0, text.len()), pack.language());
        let got: Vec<&str> = spans.iter().map(|s| s.of(&text)).collect();
        assert_eq!(got, expected, "{lang}");
    }

    fn check_tokens(lang: &str, text: &str, expected: &str) {
        let lexicon = Lexicon::open(None).expect("the embedded data opens");
        let pack = lexicon.pack(lang).expect("the pack exists");
        let tokens = token::tokens(text, Span::new(0, text.len()), pack);
        let got: Vec<&str> = tokens.iter().map(|t| t.span.of(text)).collect();
        assert_eq!(got.join(" "), expected, "{lang}");
    }

    #[test]
    fn abbreviations_ordinals_initials() {
        check(
            "sv",
            &[
                "Det gäller bl.a. Ryssland, Kina m.fl. länder.",
                "Han kom den 5:e.",
                "Där mötte han E.Blinken och J. K. Rowling kl. 9.",
                "– Nej! sade hon.",
                "”Aldrig.” Så slutade det.",
            ][..4]
                .as_ref(),
        );
        check(
            "sv",
            &[
                "Raset är 3,5 procent.",
                "År 1991 bröt kriget ut.",
                "Priset är 1.200 kronor.",
                "Ministern (S) avgick.",
            ],
        );
        check(
            "de",
            &[
                "Am 9. Oktober traf er im 19. Jahrhundert lebende, d.h. tote, Leute.",
                "Nr. 5 gewann.",
                "Dr. Müller kam u.a. aus Wien.",
                "Er wurde 45.",
                "Der Rest ging.",
                "Das sagte Prof. Dr. h.c. Huber am 3. Gipfel.",
            ],
        );
        check(
            "de",
            &[
                "„Wir sehen, was passiert“, sagte er.",
                "„Gut!“, rief sie.",
                "Am 5.3. kam er.",
            ],
        );
        check(
            "en",
            &[
                "The U.S. President met Mr. Xi in Washington D.C. on Jan. 5.",
                "He lives in the U.S.",
                "The talks ended at 5 p.m.",
                "They resume Monday.",
                "Shares of Apple Inc. fell 2.5 percent.",
            ],
        );
        check(
            "en",
            &[
                "\"Never!\" he said.",
                "\"It is over.\"",
                "She left.",
                "J. F. Kennedy Jr. Avenue was closed.",
            ],
        );
    }

    #[test]
    fn missing_spaces() {
        let lexicon = Lexicon::open(None).expect("the embedded data opens");
        let pack = lexicon.pack("sv").expect("the pack exists");
        let text = "Kriget tog slut.Moskva jublade. Läs på svt.se i dag.";
        let spans = sentence::split(text, Span::new(0, text.len()), pack.language());
        let got: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
        assert_eq!(
            got,
            [
                "Kriget tog slut.",
                "Moskva jublade.",
                "Läs på svt.se i dag."
            ]
        );
    }

    #[test]
    fn tokens_as_the_treebanks_cut_them() {
        check_tokens(
            "en",
            "They don't trust Putin's U.S.-led plan, but can't say it cost $5.2m.",
            "They do n't trust Putin 's U.S. - led plan , but ca n't say it cost $ 5.2m .",
        );
        check_tokens(
            "en",
            "The ministers’ “cease-fire” (10:30 p.m.) won’t hold.",
            "The ministers ’ “ cease-fire ” ( 10:30 p.m. ) wo n’t hold .",
        );
        check_tokens(
            "sv",
            "USA:s utrikesminister E.Blinken ringde EU-chefen kl. 9.30, bl.a. om 3,5 procent.",
            "USA:s utrikesminister E. Blinken ringde EU-chefen kl. 9.30 , bl.a. om 3,5 procent .",
        );
        check_tokens(
            "sv",
            "– Vi är klara, sade AFP/TT den 5:e.",
            "– Vi är klara , sade AFP / TT den 5:e .",
        );
        check_tokens(
            "de",
            "Am 9. Oktober sagte der EU-Außenminister: „Nein!“",
            "Am 9. Oktober sagte der EU-Außenminister : „ Nein ! “",
        );
        check_tokens(
            "de",
            "Der CDU/CSU-Chef (70%) kam am 24.10.2025.",
            "Der CDU / CSU-Chef ( 70 % ) kam am 24.10.2025 .",
        );
    }
}
