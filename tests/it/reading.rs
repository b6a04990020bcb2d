//! Reading: files to articles, language, dates, sentences, tokens, lemmas.

mod feet;

use newsgraph::base::analysis::Upos;
use newsgraph::base::article::BlockKind;
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

#[expect(clippy::too_many_lines, reason = "one table of words and lemmas")]
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

/// Cuts a text of our own into articles; the name of the file decides how it is read.
fn articles(file: &str, text: &str) -> Vec<newsgraph::base::article::Article> {
    use newsgraph::base::article::{Document, DocumentKind, Given};
    let document = Document {
        file: file.to_owned(),
        kind: if std::path::Path::new(file)
            .extension()
            .is_some_and(|e| e == "html")
        {
            DocumentKind::Html
        } else {
            DocumentKind::Text
        },
        text: text.to_owned(),
        given: Given::default(),
    };
    newsgraph::text::segment::articles(&document, &lexicon()).0
}

/// What a reader would see of each article: title, date with its basis, and the text that goes to extraction.
fn seen(file: &str, text: &str) -> Vec<(String, String, String)> {
    let read = |a: &newsgraph::base::article::Article| {
        let blocks = a.blocks.iter().filter(|b| b.is_read());
        blocks
            .map(|b| b.span.of(&a.text))
            .collect::<Vec<_>>()
            .join(" | ")
    };
    let date = |a: &newsgraph::base::article::Article| {
        a.published.as_ref().map_or("none".to_owned(), |p| {
            format!("{} {:?}", p.date.to_edtf(), p.basis)
        })
    };
    articles(file, text)
        .iter()
        .map(|a| (a.title.clone().unwrap_or_default(), date(a), read(a)))
        .collect()
}

#[test]
fn a_page_pasted_with_menus_credits_and_a_second_article_behind_its_tail() {
    let text = "Startsida\nNyheter\nEkonomi\nLogga in\n\nFörsvarsministern avgår efter granskning\n\nPublicerad 12 mars 2024 08.15\nUppdaterad 13 mars 2024 10.02\n\nFörsvarsminister Karin Ekdahl lämnar regeringen.Det meddelade hon på tisdagen.\n\n– Jag har inte gjort fel, säger E.Lindqvist, pressekreterare.\n\nLäs också: Så röstade partierna\n\nFoto: Anna Berg/TT\n\nPrenumerera på vårt nyhetsbrev\n\nVänsterpartiet kräver nyval före sommaren\n\n14 mars 2024\n\nVänsterpartiets ledare Olof Sandberg krävde på torsdagen nyval. Beslutet fattades i går.\n\nText: Redaktionen\n";
    let got = seen("page.txt", text);
    let heads: Vec<(&str, &str)> = got.iter().map(|a| (a.0.as_str(), a.1.as_str())).collect();
    assert_eq!(
        heads,
        [
            (
                "Försvarsministern avgår efter granskning",
                "2024-03-12 Dateline"
            ),
            (
                "Vänsterpartiet kräver nyval före sommaren",
                "2024-03-14 Dateline"
            )
        ]
    );
    assert!(
        !got[0].2.contains("Startsida") && !got[0].2.contains("Läs också"),
        "{}",
        got[0].2
    );
    assert!(
        !got[0].2.contains("Foto") && !got[0].2.contains("nyhetsbrev"),
        "{}",
        got[0].2
    );
    let lexicon = lexicon();
    let pack = lexicon.pack("sv").expect("the pack exists");
    let article = articles("page.txt", text).remove(0);
    let sentences: Vec<String> = newsgraph::text::sentence::sentences(&article, pack)
        .iter()
        .map(|s| s.span.of(&article.text).to_owned())
        .collect();
    assert!(
        sentences
            .iter()
            .any(|s| s == "Det meddelade hon på tisdagen."),
        "{sentences:?}"
    );
    assert!(
        sentences
            .iter()
            .any(|s| s.contains("E.Lindqvist, pressekreterare.")),
        "{sentences:?}"
    );
}

#[test]
fn short_articles_under_their_dates_are_told_apart() {
    let text = "Krig i öst\n2024-03-12\nRyssland anföll staden Sumy natten till tisdagen.\n\nFred i väst\n2024-03-14\nParterna skrev under avtalet i Paris på onsdagen.\n\nVal i norr\n2024-03-15\nNorge går till val på söndag, säger statsminister Ola Hansen.\n";
    let got = seen("three.txt", text);
    let dates: Vec<&str> = got.iter().map(|a| a.1.as_str()).collect();
    assert_eq!(
        dates,
        [
            "2024-03-12 Dateline",
            "2024-03-14 Dateline",
            "2024-03-15 Dateline"
        ]
    );
    // Two dates of one day, and an update, open nothing.
    let one = "Krig i öst\n2024-03-12\nRyssland anföll staden Sumy natten till tisdagen.\n\nMer om kriget\n12 mars 2024\nAnfallet fortsatte under onsdagen, säger guvernören i staden.\n";
    assert_eq!(seen("one.txt", one).len(), 1);
    let updated = "Ministern i Baku\n\n3 februari 2026\n\nUtrikesministern reste till Baku på måndagen.\n\nUppdaterad: 4 februari 2026\n\nArtikeln publicerades ursprungligen den 2 februari 2026.\n";
    let got = seen("updated.txt", updated);
    assert_eq!(got.len(), 1);
    assert_eq!(got[0].1, "2026-02-03 Dateline");
}

#[test]
fn a_page_of_a_site_keeps_the_story_only() {
    let page = "<!doctype html><html lang='de'><head><title>Minister reist nach Ankara - Beispielblatt</title><meta property='article:published_time' content='2025-02-03T07:00:00+01:00'><meta property='article:modified_time' content='2025-02-05T09:00:00+01:00'></head><body><nav><ul><li><a href='/'>Start</a></li><li><a href='/p'>Politik</a></li></ul></nav><div>Wir verwenden Cookies. Akzeptieren</div><article><h1>Minister reist nach Ankara</h1><p>Von Hans Gruber | Stand: 05.02.2025, 09:00 Uhr</p><figure><img src='a.jpg'><figcaption>Der Minister am Flughafen. Foto: dpa</figcaption></figure><p>Der deutsche Außenminister ist am Montag nach Ankara gereist, um mit der türkischen Regierung über das Abkommen zu sprechen.Am Dienstag trifft er den Präsidenten.</p><p><a href='/x'>Lesen Sie auch: Streit um das Abkommen</a></p><p>Das Treffen war seit Wochen geplant, hieß es aus Kreisen der Delegation.</p></article><aside><ul><li><a href='/1'>Streit um Zölle</a></li></ul></aside><section><h2>Leave a Reply</h2><p>Your email address will not be published.</p></section><footer>© 2026 Beispielblatt.</footer></body></html>";
    let got = seen("page.html", page);
    assert_eq!(got.len(), 1);
    assert_eq!(
        (got[0].0.as_str(), got[0].1.as_str()),
        ("Minister reist nach Ankara", "2025-02-03 Metadata")
    );
    for noise in [
        "Cookies",
        "Politik",
        "Foto",
        "Lesen Sie auch",
        "Zölle",
        "Reply",
        "©",
    ] {
        assert!(!got[0].2.contains(noise), "{noise}: {}", got[0].2);
    }
    assert!(got[0].2.contains("Am Dienstag trifft er") && got[0].2.contains("seit Wochen geplant"));
}

#[test]
fn no_date_is_invented() {
    let undated = "Two killed in bus crash\n\nTwo people were killed when a bus left the road near the border, police said. The driver was questioned on Sunday.\n\nCopyright 2023 Example Times. All rights reserved.\n";
    assert_eq!(seen("crash.txt", undated)[0].1, "none");
    let agency = "Envoy to visit Kyiv\n\nKYIV, Feb 14 (Reuters) - The envoy will travel to Kyiv on Friday, the State Department said.He met J.P. Morgan officials in the U.S. on Monday.\n";
    assert_eq!(seen("kyiv.txt", agency)[0].1, "XXXX-02-14 AgencyDateline");
    let french = "Le président rencontre le premier ministre\n\n12 mars 2024\n\nLe président de la République a rencontré mardi le premier ministre à Paris pour parler de la réforme des retraites, a annoncé le palais.\n";
    let article = articles("fr.txt", french).remove(0);
    assert_eq!(article.lang.as_deref(), Some("fr"));
    let letter = "NYHETSBREV V. 11\n\nHej! Här är veckans nyheter.\n\n1) Tyskland skickar vapen till Ukraina, meddelade förbundskanslern i Berlin.\n\nVill du inte längre få det här brevet? Avregistrera dig här.\n";
    let got = seen("letter.txt", letter);
    assert_eq!(got[0].1, "none");
    assert!(!got[0].2.contains("Avregistrera"), "{}", got[0].2);
}

/// A bare date that opens the story dates it, and takes no part in it.
#[test]
fn a_bare_date_before_the_first_sentence_is_the_day_of_publication() {
    for text in [
        "Gipfel in Wien beendet\n\n13. März 2024 – Die Außenminister der beiden Länder haben sich am Mittwoch in Wien getroffen.\n\nDas nächste Treffen soll am 20. April 2024 stattfinden.\n",
        "Ministrar möttes i Wien\n\n(13 mars 2024) Utrikesministrarna i de båda länderna träffades på onsdagen i Wien.\n\nAvtalet från maj 2021 ska gälla till 2030, sade en talesman.\n",
        "Ministers meet in Vienna\n\nMarch 13, 2024 — The foreign ministers of the two countries met in Vienna on Wednesday.\n\nThey last met there in November 2022, and the talks lasted four hours.\n",
        "Strike ends\n\nWednesday, 13 March 2024 – The union called off the strike, its chairman said.\n",
        "Ministers meet in Vienna\n\nWednesday, 13 March 2024: The foreign ministers of the two countries met in Vienna, officials said.\n",
    ] {
        let got = seen("vienna.txt", text);
        assert_eq!(got.len(), 1, "{text}");
        assert_eq!(got[0].1, "2024-03-13 Dateline", "{text}");
        assert!(!got[0].2.contains("13"), "{}", got[0].2);
    }
}

#[test]
fn old_news_with_a_weekday_is_dated_by_its_opening() {
    let text = "Bank raises rates\n\nMarch 16, 1988 – The central bank raised its rates on Wednesday, the governor said.\n";
    assert_eq!(seen("bank.txt", text)[0].1, "1988-03-16 Dateline");
}

/// The same shape opens stories of old days: what follows tells of the day, later dates are named, other days follow, or the weekday is wrong.
#[test]
fn a_bare_date_that_opens_a_story_of_that_day_is_no_publication() {
    for text in [
        "Als die Mauer fiel\n\n9. November 1989 – der Tag, an dem die Mauer fiel, veränderte das Leben von Millionen Menschen.\n\nDie Menschen feierten auf den Straßen.\n",
        "Als die Mauer fiel\n\n9. November 1989: Ein Tag, den in Berlin niemand vergisst, weil damals die Grenze offen stand.\n",
        "When the wall fell\n\n(November 9, 1989) The border opens, and thousands of people stream to the west of the city.\n\nIn 2019 the city remembered the night with a concert.\n",
        "Die Wende\n\n9. November 1989 – Die Mauer fällt, und Tausende Menschen strömen in den Westen der Stadt.\n\n3. Oktober 1990 – Deutschland ist wieder vereint, und die Menschen feiern in der Hauptstadt.\n",
        "Muren\n\n9 november 1989 – Berlinmuren faller, och tusentals människor går över gränsen under natten.\n\n8 november 1989 – Ingen anar vad som ska ske, och soldaterna står kvar på sina poster.\n",
        "The landing\n\nJune 6, 1944 – Allied troops go ashore in Normandy and open the second front, and the war enters its last year.\n",
        "Ministers meet\n\nThursday, March 13, 2024: The foreign ministers of the two countries met in Vienna, officials said.\n",
        "Der Mauerfall\n\n9. November 1989 – Tag der Freude\n\nDie Mauer fiel, und das veränderte das Leben von Millionen Menschen in Ost und West.\n",
    ] {
        assert_eq!(seen("wall.txt", text)[0].1, "none", "{text}");
    }
}

#[test]
fn dates_that_disagree_leave_the_dateline_in_charge() {
    let text = "Talks resume\n\nMonday, March 11, 2024\n\nNegotiators from Armenia and Azerbaijan met in Geneva on Monday March 11. They agreed on Friday, March 8, 2024 to resume talks. The treaty of 15 May 2031 will expire.\n";
    assert_eq!(seen("talks.txt", text)[0].1, "2024-03-11 Dateline");
    let markdown = "# Minister resigns\n\n*Published 3 May 2025, updated 6 May 2025*\n\n![photo](a.jpg)\n\nThe finance minister of Norway resigned on Friday after **weeks** of pressure, [Reuters](http://x.y) reported.\n\n---\n\n[Subscribe](http://x.y) to our newsletter\n";
    let got = seen("minister.md", markdown);
    assert_eq!(got[0].1, "2025-05-03 Dateline");
    assert_eq!(got[0].2.matches("newsletter").count(), 0);
}

/// A place and a date in numbers before the first sentence date the article, so that "i tisdags" and a date without a year count from it.
#[test]
fn a_place_and_a_date_in_numbers_are_the_day_of_publication() {
    for text in [
        "Talmannen i Riga\n\nRiga 2026-03-10. Talmannen kom i måndags till Riga. Fredagen den 13 mars reser hon hem, sade en talesman.\n",
        "Minister in Riga\n\nRiga, 10.03.2026. Die Ministerin kam am Montag nach Riga. Am Freitag, 13. März, reist sie heim, sagte ein Sprecher.\n",
        "Speaker in Riga\n\n(Riga, March 10, 2026) The speaker came to Riga on Monday. On Friday, March 13, she will fly home, a spokesman said.\n",
        "Speaker in Riga\n\n2026-03-10, Riga. The speaker came to Riga on Monday. On Friday, March 13, she will fly home, a spokesman said.\n",
    ] {
        let got = seen("riga.txt", text);
        assert_eq!(got[0].1, "2026-03-10 Dateline", "{text}");
        assert!(!got[0].2.contains("2026"), "{}", got[0].2);
    }
    for text in [
        "Talmannen i Riga\n\nGiltigt till 2026-03-10. Därefter krävs ett nytt kort för den som vill åka med bussarna i staden.\n",
        "Minister in Riga\n\nRiga, 10. März 2026. Die Ministerin hat die Stadt zum ersten Mal gesehen und ist begeistert.\n",
    ] {
        assert_eq!(seen("riga.txt", text)[0].1, "none", "{text}");
    }
}

/// A place, a date in words and a full stop date news that names a weekday; without a year no year is made up.
#[test]
fn datelines_with_a_full_stop_or_two_dashes() {
    for (text, date) in [
        (
            "Streit um Fischquoten\n\nBergen, 3. Juni 2026. Die Fischereiministerin hat am Dienstag mit den Reedern der Küste über neue Quoten gestritten.\n",
            "2026-06-03 AgencyDateline",
        ),
        (
            "Row over quotas\n\nBERGEN — June 3, 2026 — The fisheries minister argued with the shipowners of the coast over new quotas on Tuesday.\n",
            "2026-06-03 AgencyDateline",
        ),
        (
            "Gräl om kvoter\n\nBergen, den 3 juni. Fiskeriministern grälade på tisdagen med rederierna vid kusten om nya kvoter för makrill.\n",
            "XXXX-06-03 AgencyDateline",
        ),
        (
            "Row over quotas\n\nBERGEN, June 3 — The fisheries minister argued with the shipowners of the coast over new quotas on Tuesday.\n",
            "XXXX-06-03 AgencyDateline",
        ),
    ] {
        let got = seen("bergen.txt", text);
        assert_eq!(got[0].1, date, "{text}");
        assert!(
            !got[0].2.contains("June 3") && !got[0].2.contains("Bergen,"),
            "{}",
            got[0].2
        );
    }
}

#[test]
fn a_heading_opens_an_article_behind_a_newsletter_line() {
    let text = "# Row over quotas\n\nThe fisheries minister argued with the shipowners of the coast over new quotas on Tuesday.\n\nSubscribe to our newsletter\n\n# Ferry runs aground\n\nA ferry with ninety people ran aground off the northern coast on Wednesday, the coast guard said.\n";
    let got = seen("two.md", text);
    assert_eq!(got.len(), 2, "{got:?}");
    assert_eq!(got[1].0, "Ferry runs aground");
    assert!(got[1].2.contains("coast guard"));
    // A section of a lower level behind the tail stays furniture.
    let text = "# Row over quotas\n\nThe fisheries minister argued with the shipowners of the coast over new quotas on Tuesday.\n\nSubscribe to our newsletter\n\n## About the writer\n\nShe has written about fish for twenty years and lives with two cats.\n";
    let got = seen("one.md", text);
    assert_eq!(got.len(), 1);
    assert!(!got[0].2.contains("cats"), "{}", got[0].2);
}

#[test]
fn labels_and_newspaper_names_are_no_part_of_a_title() {
    let body = "The fisheries minister argued with the shipowners of the coast over new quotas on Tuesday.\n";
    for head in [
        "Subject: Row over fishing quotas\n\n3 June 2026\n\n",
        "HEADLINE: Row over fishing quotas\n\nBYLINE: Mary Holt\n\n",
        "From: Press office of the ministry\nSubject: Row over fishing quotas\nDate: 3 June 2026\n\n",
        "THE NORTHERN HARBOUR DAILY TIMES\n\nRow over fishing quotas\n\n3 June 2026\n\n",
        "DER KÜSTEN KURIER AM SONNTAG\nRow over fishing quotas\n3 June 2026\n\n",
    ] {
        let got = seen("title.txt", &format!("{head}{body}"));
        assert_eq!(got[0].0, "Row over fishing quotas", "{head}");
    }
    // Capitals alone are no newspaper, and not every colon ends a label.
    for (head, title) in [
        (
            "ROW OVER FISHING QUOTAS GROWS\n\nMinister and shipowners far apart\n\n",
            "ROW OVER FISHING QUOTAS GROWS",
        ),
        (
            "Norway: row over fishing quotas\n\n3 June 2026\n\n",
            "Norway: row over fishing quotas",
        ),
    ] {
        let got = seen("title.txt", &format!("{head}{body}"));
        assert_eq!(got[0].0, title, "{head}");
    }
}

#[test]
fn a_date_inside_an_object_dates_the_record() {
    for date in [
        r#"{"published":"2026-06-03T08:00:00Z","modified":"2026-06-05"}"#,
        r#"{"modified":"2026-06-05","created":"2026-06-03"}"#,
        r#"{"$date":"2026-06-03"}"#,
        r#"{"value":"2026-06-03"}"#,
    ] {
        let line = format!(
            r#"{{"title":"Row over quotas","date":{date},"text":"The minister argued with the shipowners."}}"#
        );
        let record = newsgraph::pipeline::fields::record(&line).expect("a JSON object");
        let published = record.given.published.unwrap_or_default();
        assert!(published.starts_with("2026-06-03"), "{date}: {published}");
    }
}

/// Scanned columns: lines that break inside sentences and words are one paragraph.
#[test]
fn divided_words_and_narrow_columns_are_read_as_paragraphs() {
    let text = "Quota talks in Tromsø\n\n14 April 2026\n\nThe fisheries minister of Ice-\nland met the Scottish envoy\nJane Thompson in Tromsø on Mon-\nday to discuss mackerel. Ice-\nland accused Scotland of over-\nfishing.\n\nThe talks go on next week,\nthe envoy told reporters af-\nter the meeting.\n";
    let article = articles("column.txt", text).remove(0);
    let paragraphs: Vec<String> = article
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Paragraph)
        .map(|b| {
            b.span
                .of(&article.text)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    assert_eq!(
        paragraphs,
        [
            "The fisheries minister of Iceland met the Scottish envoy Jane Thompson in Tromsø on Monday to discuss mackerel. Iceland accused Scotland of overfishing.",
            "The talks go on next week, the envoy told reporters after the meeting."
        ]
    );
    assert_eq!(article.title.as_deref(), Some("Quota talks in Tromsø"));
    let list = "Results in Tromsø\n\n14 April 2026\n\nIceland beat Malta by two\nNorway lost to Cyprus again\nWales and Malta drew at home\n";
    let article = articles("list.txt", list).remove(0);
    let lines = article.blocks.iter().filter(|b| b.is_read()).count();
    assert!(lines >= 4, "{:?}", article.blocks);
}

/// Lines and openings of wire copy and pages in three languages: the day, and no word of them in the story.
#[test]
fn datelines_and_lines_of_dates_of_many_shapes() {
    let story = "Fiskeriministern grälade på tisdagen med rederierna vid kusten om nya kvoter för makrill, sade en talesperson för departementet.\n";
    for line in [
        "BERGEN den 3 juni 2026",
        "Köpenhamn 3 juni 2026",
        "Oslo, onsdag 3 juni 2026",
        "Av Anna Berg 3 juni 2026",
        "Von Hans Gruber 3. Juni 2026",
        "By JANE DOE June 3, 2026 10:15 am ET",
        "Posted at 10:15 a.m. June 3, 2026",
        "Posted by Jane Doe on Wednesday, June 3, 2026",
        "Publicerad i Kustbladet den 3 juni 2026",
        "Pressemitteilung Nr. 12 vom 3. Juni 2026",
        "Ausgabe vom 3. Juni 2026",
        "FOR IMMEDIATE RELEASE June 3, 2026",
        "Von Hans Gruber, Bergen · Stand: 3.6.2026, 10:15 Uhr · Lesezeit: 3 Min.",
        "Publicerad 3 jun 2026 kl 10:15 Uppdaterad 4 jun 2026 kl 09:00",
        "Senast uppdaterad 2026-06-03T10:15:00+02:00",
    ] {
        let got = seen(
            "quotas.txt",
            &format!("Gräl om kvoter i norr\n\n{line}\n\n{story}"),
        );
        assert_eq!(got.len(), 1, "{line}");
        assert_eq!(got[0].0, "Gräl om kvoter i norr", "{line}");
        assert_eq!(got[0].1, "2026-06-03 Dateline", "{line}");
        assert_eq!(got[0].2.matches("2026").count(), 0, "{line}");
    }
    for (opening, date) in [
        ("BERGEN den 3 juni 2026. ", "2026-06-03 AgencyDateline"),
        ("Köpenhamn 3 juni 2026. ", "2026-06-03 AgencyDateline"),
        ("Köpenhamn, 3 juni 2026: ", "2026-06-03 AgencyDateline"),
        ("KÖPENHAMN 3 juni 2026 ", "2026-06-03 AgencyDateline"),
        (
            "BERGEN (eigener Bericht), 3. Juni 2026 – ",
            "2026-06-03 AgencyDateline",
        ),
        (
            "CAGUAS, Puerto Rico, June 3, 2026 (AP)_ ",
            "2026-06-03 AgencyDateline",
        ),
        ("CAGUAS, Puerto Rico (AP) _ ", "none"),
        ("CAGUAS, Puerto Rico _ ", "none"),
        ("STOCKHOLM (TT). ", "none"),
        ("(TT) ", "none"),
        ("Köpenhamn (TT-Ritzau): ", "none"),
        ("Prag – ", "none"),
        ("PRAG. ", "none"),
        ("BERGEN | ", "none"),
    ] {
        let got = seen(
            "quotas.txt",
            &format!("Gräl om kvoter i norr\n\n{opening}{story}"),
        );
        assert_eq!(got[0].1, date, "{opening}");
        let read = got[0].2.split(" | ").nth(1).unwrap_or("");
        assert!(read.starts_with("Fiskeriministern"), "{opening}: {read}");
    }
}

/// What is told from the day of reading dates nothing and is not read; a day without a year gets none.
#[test]
fn times_of_the_reader_date_nothing() {
    let story = "Fiskeriministern grälade med rederierna vid kusten om nya kvoter för makrill, sade en talesperson för departementet.\n";
    for (line, date) in [
        ("Publicerad: i går", "none"),
        ("Publicerad för 3 timmar sedan", "none"),
        ("Idag kl 14:05", "none"),
        ("Published 3 hours ago", "none"),
        ("Updated: yesterday at 10:15", "none"),
        ("Vor 3 Stunden veröffentlicht", "none"),
        ("Stand: heute, 10:15 Uhr", "none"),
        ("Publicerad 3 juni", "XXXX-06-03 Dateline"),
    ] {
        let got = seen(
            "quotas.txt",
            &format!("Gräl om kvoter i norr\n\n{line}\n\n{story}"),
        );
        assert_eq!(got[0].1, date, "{line}");
        assert!(!got[0].2.contains(line), "{line}: {}", got[0].2);
    }
    // A place and a day may as well be told of.
    for opening in [
        "Den 3 juni 2026 ",
        "Köpenhamn var den 3 juni 2026 full av folk. ",
        "NATO 3 juni 2026 blev ett begrepp. ",
        "Prag – huvudstaden – ",
        "Israel – ",
    ] {
        let got = seen(
            "quotas.txt",
            &format!("Gräl om kvoter i norr\n\n{opening}{story}"),
        );
        assert_eq!(got[0].1, "none", "{opening}");
        assert!(got[0].2.contains(opening.trim()), "{}", got[0].2);
    }
    let old = "Slaget\n\nHastings 14 oktober 1066\n\nDen normandiska hären besegrade den engelska på en kulle norr om staden, berättar boken.\n";
    assert_eq!(seen("slaget.txt", old)[0].1, "none");
}

#[test]
fn rows_of_menus_and_buttons_are_no_titles() {
    let story = "The fisheries minister argued with the shipowners of the coast over new quotas on Tuesday.\n\nThe talks go on next week, she told reporters after the meeting in the harbour.\n";
    for row in [
        "Home | World | Politics | Sport",
        "Meny Sök Logga in Prenumerera",
        "Startseite Politik Wirtschaft Sport",
        "Accept all | Reject all | Manage preferences",
        "Godkänn alla Hantera inställningar",
        "AP-NY-06-03-26 0512EST",
        "LIVE: Follow the latest updates",
    ] {
        let got = seen(
            "menu.txt",
            &format!("{row}\n\nRow over fishing quotas grows\n\n{story}"),
        );
        assert_eq!(got[0].0, "Row over fishing quotas grows", "{row}");
        assert!(!got[0].2.contains(row), "{row}");
    }
    let text = "Row over fishing quotas grows\n\nThe fisheries minister argued with the shipowners of the coast over new quotas on Tuesday.\n\nLäs också:\nIslands minister avgår\n• Malta stänger sina hamnar\n\nThe talks go on next week, she told reporters after the meeting in the harbour.\n";
    let got = seen("aside.txt", text);
    assert!(
        !got[0].2.contains("Malta") && !got[0].2.contains("Islands"),
        "{}",
        got[0].2
    );
    assert!(got[0].2.contains("The talks go on"), "{}", got[0].2);
    let markdown = "# Row over quotas\n\nThe fisheries minister argued with the shipowners of the coast over new quotas on Tuesday.\n\n## Related\n\n- Malta closes its harbours\n- Iceland's minister resigns\n";
    let got = seen("related.md", markdown);
    assert!(!got[0].2.contains("Malta"), "{}", got[0].2);
}

/// A record's headline that its text lacks is read as such and quoted behind the text.
#[test]
fn the_headline_of_a_record_is_read() {
    use newsgraph::base::article::{Document, DocumentKind};
    for (line, title, raw) in [
        (
            r#"{"title":"Malta expels diplomat","text":"The man left the island on Friday, the ministry said."}"#,
            "Malta expels diplomat",
            "Malta expels diplomat",
        ),
        (
            r#"{"title":"R&amp;D deal &ndash; Malta pays","text":"<p>The man left the island on Friday.</p><p>The ministry said so.</p>"}"#,
            "R&D deal – Malta pays",
            "R&amp;D deal &ndash; Malta pays",
        ),
        (
            r#"{"title":"Malta expels diplomat","text":"MALTA EXPELS DIPLOMAT\n\nThe man left the island on Friday, the ministry said."}"#,
            "Malta expels diplomat",
            "MALTA EXPELS DIPLOMAT",
        ),
    ] {
        let record = newsgraph::pipeline::fields::record(line).expect("a JSON object");
        let document = Document {
            file: "-".to_owned(),
            kind: DocumentKind::Record,
            text: record.text.expect("a text"),
            given: record.given,
        };
        let article = newsgraph::text::segment::articles(&document, &lexicon())
            .0
            .remove(0);
        assert_eq!(article.title.as_deref(), Some(title));
        let place = |b: &newsgraph::base::article::Block| {
            let [from, to] = article.raw_chars(b.span);
            let chars = document.text.chars().skip(from as usize);
            chars.take((to - from) as usize).collect::<String>()
        };
        let headline = article
            .blocks
            .iter()
            .find(|b| b.kind == BlockKind::Headline)
            .expect("a headline");
        assert_eq!(place(headline), raw);
        let story = article
            .blocks
            .iter()
            .find(|b| b.kind == BlockKind::Paragraph)
            .expect("a paragraph");
        assert!(place(story).starts_with("The man left"), "{}", place(story));
    }
}

/// Quotes are shown as they were read, their places count in the raw text.
#[test]
fn quotes_are_read_without_markup_and_lead_back() {
    use newsgraph::pipeline::extract::Engine;
    use newsgraph::pipeline::source::Input;
    let page = "<html><body><article><h1>Gespr&auml;che in Wien</h1><p>Frankreichs Regierung verurteilte am Mittwoch den <a href='/x'>Angriff</a> der T&uuml;rkei auf Syrien&hellip;</p><p>Der Sprecher der Regierung nannte den Angriff am Abend vor der Presse in Paris einen Bruch des V&ouml;lkerrechts.</p></article></body></html>";
    let text = "Gespr&auml;che in Wien\n\nFrankreichs Regierung verurteilte am Mittwoch den Angriff der T&uuml;rkei auf Syrien&hellip;\n";
    let engine = Engine::open(None).expect("the embedded data opens");
    for (file, raw, end) in [
        ("a.html", page, "auf Syrien&hellip;"),
        ("a.txt", text, "auf Syrien&hellip;"),
    ] {
        use newsgraph::base::article::{Document, DocumentKind, Given};
        let document = Document {
            file: file.to_owned(),
            kind: if raw.starts_with('<') {
                DocumentKind::Html
            } else {
                DocumentKind::Text
            },
            text: raw.to_owned(),
            given: Given::default(),
        };
        let found = engine.document(&Input {
            document,
            start_char: 0,
            start_byte: 0,
        });
        let event = found.records[0].events.first().expect("an event");
        assert_eq!(
            event.quote,
            "Frankreichs Regierung verurteilte am Mittwoch den Angriff der Türkei auf Syrien…"
        );
        let [from, to] = event.span;
        let there: String = raw
            .chars()
            .skip(from as usize)
            .take((to - from) as usize)
            .collect();
        assert!(
            there.starts_with("Frankreichs") && there.ends_with(end),
            "{there}"
        );
    }
}

#[test]
fn the_name_of_the_site_is_no_part_of_the_title() {
    let text = "Row over fishing quotas grows - Harbour News\nSkip to content\nRow over fishing quotas grows\n3 June 2026\n\nThe fisheries minister argued with the shipowners of the coast over new quotas on Tuesday.\n";
    let got = seen("site.txt", text);
    assert_eq!(got[0].0, "Row over fishing quotas grows");
    assert_eq!(got[0].2.matches("Row over").count(), 1, "{}", got[0].2);
    let matter = "---\ntitle: Row over fishing quotas grows\ndate: 2026-06-03\ntags: [fish, coast]\n---\nThe fisheries minister argued with the shipowners of the coast over new quotas on Tuesday.\n";
    let got = seen("site.md", matter);
    assert_eq!(got[0].0, "Row over fishing quotas grows");
    assert_eq!(got[0].1, "2026-06-03 Dateline");
    assert!(
        got[0].2.contains("shipowners") && !got[0].2.contains("tags"),
        "{}",
        got[0].2
    );
}
