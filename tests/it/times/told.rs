//! A day or month without a year behind a told one: the year that a paragraph of news tells of.

use super::*;

/// Language, paragraphs, values on Thursday, 16 May 2024: a day or month behind a year that is over.
const TOLD: &[(&str, &str, &[&str])] = &[
    (
        "en",
        "Iceland broke off relations on 19 February 1976. In Oslo on 1 June the ministers signed an agreement. In November the ships left.",
        &["1976-02-19", "1976-06-01", "1976-11"],
    ),
    (
        "sv",
        "Island bröt förbindelserna den 19 februari 1976. Den 1 juni slöt ministrarna fred i Oslo. I november lämnade fartygen.",
        &["1976-02-19", "1976-06-01", "1976-11"],
    ),
    (
        "de",
        "Island brach die Beziehungen am 19. Februar 1976 ab. In Oslo unterzeichneten die Minister am 1. Juni ein Abkommen. Im November zogen die Schiffe ab.",
        &["1976-02-19", "1976-06-01", "1976-11"],
    ),
    // The present of history.
    (
        "en",
        "In 2010 Sweden asks for his arrest. In November of the same year a court hears the case. In December he goes to jail.",
        &["2010", "2010-11", "2010-12"],
    ),
    (
        "sv",
        "År 2010 begär Sverige honom anhållen. I november samma år begär åklagaren honom häktad. I december grips han.",
        &["2010", "2010-11", "2010-12"],
    ),
    (
        "de",
        "2010 beantragt Schweden seine Festnahme. Im November desselben Jahres erlässt ein Gericht einen Haftbefehl. Im Dezember wird er festgenommen.",
        &["2010", "2010-11", "2010-12"],
    ),
    // What lies ahead is of no told year.
    (
        "en",
        "The war broke out on 3 March 2021. The court will decide in June.",
        &["2021-03-03", "2024-06"],
    ),
    (
        "sv",
        "Kriget bröt ut den 3 mars 2021. Domstolen ska avgöra saken i juni.",
        &["2021-03-03", "2024-06"],
    ),
    (
        "de",
        "Der Krieg brach am 3. März 2021 aus. Das Gericht wird im Juni entscheiden.",
        &["2021-03-03", "2024-06"],
    ),
    // Neither a bound, nor what a noun is known by, nor a clause about a noun tells a year.
    (
        "en",
        "The island has been divided since 3 March 2021. In April the ministers met.",
        &["2021-03-03", "2024-04"],
    ),
    (
        "en",
        "The minister praised the treaty of 3 March 2021. In April the envoys met.",
        &["2021-03-03", "2024-04"],
    ),
    (
        "sv",
        "Ministern prisade avtalet från mars 2021. I april möttes sändebuden.",
        &["2021-03", "2024-04"],
    ),
    (
        "de",
        "Der Minister lobte den Vertrag vom 3. März 2021. Im April trafen sich die Gesandten.",
        &["2021-03-03", "2024-04"],
    ),
    (
        "en",
        "The minister, who took office in March 2021, resigned. In April the envoys met.",
        &["2021-03", "2024-04"],
    ),
    (
        "de",
        "Der Minister, der im März 2021 antrat, trat zurück. Im April trafen sich die Gesandten.",
        &["2021-03", "2024-04"],
    ),
    (
        "sv",
        "USA ville köpa ön 1946. Ministern, som i april talade med sändebudet, vägrade att svara.",
        &["1946", "2024-04"],
    ),
    (
        "en",
        "In 1946 the state wanted to buy the island. The minister, who spoke with the envoy in April, refused to answer.",
        &["1946", "2024-04"],
    ),
    // A bare year within its sentence is only mentioned; a later month of the last years, or a day of this report, is of no told year.
    (
        "en",
        "The envoy was born in 1965. In April she joined the mission.",
        &["1965", "2024-04"],
    ),
    (
        "de",
        "Seit dem Putsch 2021 regiert das Militär. Im April ließ es Gefangene frei.",
        &["2021", "2024-04"],
    ),
    (
        "sv",
        "Kriget 2008 är inte glömt. I april möttes ministrarna.",
        &["2008", "2024-04"],
    ),
    (
        "sv",
        "Kriget slutade 2012. Den 1 juni slöt de fred.",
        &["2012", "2012-06-01"],
    ),
    (
        "en",
        "Sweden applied in May 2022. The parliament of Hungary agreed in February.",
        &["2022-05", "2024-02"],
    ),
    (
        "en",
        "In 2021 talks began. On 3 May the ministers met in Doha.",
        &["2021", "2024-05-03"],
    ),
    // Another paragraph, or what counts from today, goes back to the report.
    (
        "en",
        "The war broke out on 3 March 2021.\n\nIn April the envoys met.",
        &["2021-03-03", "2024-04"],
    ),
    (
        "de",
        "Der Krieg brach am 3. März 2021 aus. Am Montag trafen sich die Minister. Im April waren die Gesandten gekommen.",
        &["2021-03-03", "2024-05-13", "2024-04"],
    ),
    // Of the year before this one the story may have gone on.
    (
        "sv",
        "Kriget bröt ut i oktober 2023. I mars slöt de fred.",
        &["2023-10", "2024-03"],
    ),
];

#[test]
fn a_paragraph_of_news_keeps_the_year_that_it_tells_of() {
    let mut faults = Vec::new();
    for (code, text, values) in TOLD {
        let found = find(text, code, "2024-05-16");
        let got: Vec<&str> = found.iter().map(|t| t.value.as_str()).collect();
        if got != *values {
            faults.push(format!("{code} {text}: {got:?} instead of {values:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
