//! Days of publication at the foot of an article and in datelines behind a byline.

use super::*;

/// The line that signs an article off dates it; it also gives a dateline its year, as does the latest day that the story tells of.
#[test]
fn the_line_at_the_foot_dates_an_article_and_completes_its_dateline() {
    let (en, sv, de) = (
        "The ministers of the two countries met in Lima on Monday and argued over the quotas of fish for three hours.",
        "Ministrarna i de båda länderna möttes i Lima på måndagen och grälade om fiskekvoterna i tre timmar.",
        "Die Minister der beiden Länder trafen sich am Montag in Lima und stritten drei Stunden lang über die Fischquoten.",
    );
    for (head, body, foot, date) in [
        (
            "Lima (sid) - ",
            de,
            "© SID 28.07.2023",
            "2023-07-28 Dateline",
        ),
        ("", de, "(dpa) 28.07.2023", "2023-07-28 Dateline"),
        ("", sv, "TT den 28 juli 2023", "2023-07-28 Dateline"),
        (
            "",
            en,
            "Copyright © The Lima Post, 28 July 2023. All rights reserved.",
            "2023-07-28 Dateline",
        ),
        (
            "LIMA, July 27 (Wire) - ",
            en,
            "© The Lima Post, 28 July 2023",
            "2023-07-27 AgencyDateline",
        ),
        (
            "LIMA, 27 juli (TT) – ",
            sv,
            "De båda ministrarna hade lovat varandra den 3 juli 2023 i Quito att träffas igen så snart som möjligt.",
            "2023-07-27? AgencyDateline",
        ),
        (
            "LIMA, 27. Juli (dpa) – ",
            de,
            "Zuletzt hatten sie sich am 3. März 2022 in Quito getroffen.",
            "XXXX-07-27 AgencyDateline",
        ),
        ("", de, "Stadthalle, 28.07.2023", "none"),
        (
            "",
            en,
            "The agreement of 28 July 2023 with AFP was signed in Lima.",
            "none",
        ),
    ] {
        let text =
            format!("Row over fish\n\n{head}{body}\n\n{body}\n\n{body}\n\n{body}\n\n{foot}\n");
        assert_eq!(seen("fish.txt", &text)[0].1, date, "{text}");
    }
    let byline = "Row over fish\n\nBy Jane Doe - LIMA, 28 July 2023 - The ministers of the two countries met on Monday and argued for three hours.\n";
    assert_eq!(seen("fish.txt", byline)[0].1, "2023-07-28 AgencyDateline");
}

/// A byline before it hides no dateline.
#[test]
fn a_dateline_stands_behind_a_byline_too() {
    for (head, story) in [
        (
            "By Jane Roe\n\nLIMA, 3 March 2025 - ",
            "Gunmen stormed a mine in the north on Sunday, police said.",
        ),
        (
            "By Jane Roe\nLIMA, March 3, 2025 (Agency) -- ",
            "Gunmen stormed a mine in the north on Sunday, police said.",
        ),
        (
            "By JANE ROE, Staff Writer\n\nLIMA, Peru, 3 March 2025 – ",
            "Gunmen stormed a mine in the north on Sunday, police said.",
        ),
        (
            "Von Anna Muster\n\nLIMA, 3. März 2025 – ",
            "Bewaffnete stürmten am Sonntag eine Mine im Norden, teilte die Polizei mit.",
        ),
        (
            "VON ANNA MUSTER\n\nLIMA, am 3. März 2025 (dpa) - ",
            "Bewaffnete stürmten am Sonntag eine Mine im Norden, teilte die Polizei mit.",
        ),
        (
            "Av Anna Svensson\n\nLIMA, 3 mars 2025 – ",
            "Beväpnade män stormade på söndagen en gruva i norr, uppger polisen.",
        ),
        (
            "Text: Anna Svensson Foto: Bo Ek\n\nLIMA den 3 mars 2025. ",
            "Beväpnade män stormade på söndagen en gruva i norr, uppger polisen.",
        ),
    ] {
        for title in ["", "Raid on a mine in Peru\n\n"] {
            let got = seen("mine.txt", &format!("{title}{head}{story}\n"));
            assert_eq!(got.len(), 1, "{title}{head}");
            assert!(
                got[0].1.starts_with("2025-03-03 "),
                "{title}{head}: {}",
                got[0].1
            );
            assert!(!got[0].2.contains("LIMA"), "{}", got[0].2);
        }
    }
}
