//! States, their people, parts, offices and titles: who acts for whom.

use super::Case;

pub const CASES: &[Case] = &[
    // Citizens act for themselves; what is done to them is done to their state.
    (
        "en",
        "Turkish citizens protested against Erdogan.",
        &["PROTEST turkish_citizens > recep_tayyip_erdogan"],
    ),
    (
        "en",
        "Russian citizens were arrested by Azerbaijan.",
        &["COERCE azerbaijan > russia"],
    ),
    // What a state's people do, the state does; a part of a state and an army set against it are their own.
    (
        "en",
        "Spanish diplomats met Moroccan officials in Rabat.",
        &["CONSULT spain > morocco"],
    ),
    (
        "en",
        "The Sudanese army denied the report. Sudanese soldiers later attacked Chad.",
        &["ASSAULT sudan > chad"],
    ),
    // Who only stands in a relation to somebody is not that one.
    (
        "en",
        "Trump adviser Stephen Miller criticised Denmark.",
        &["ACCUSE stephen_miller > denmark"],
    ),
    (
        "en",
        "Lula's rival Bolsonaro was arrested.",
        &["COERCE  > jair_bolsonaro"],
    ),
    (
        "sv",
        "Polisen i Istanbul grep Erdogans rival Ekrem Imamoglu.",
        &["COERCE turkey > ekrem_imamoglu"],
    ),
    (
        "en",
        "Supporters of Imran Khan attacked Pakistani police.",
        &["PROTEST supporters_of_imran_khan > pakistan"],
    ),
    // Groups behind a number.
    (
        "en",
        "Police detained 14 demonstrators.",
        &["COERCE  > demonstrators"],
    ),
    (
        "sv",
        "Polisen i Minsk grep 43 demonstranter.",
        &["COERCE belarus > demonstranter"],
    ),
    (
        "en",
        "Gunmen killed two Swedish citizens.",
        &["ASSAULT gunmen > sweden"],
    ),
    // An office and a group are those of the state named behind them.
    (
        "en",
        "The president of Chile criticized Peru.",
        &["ACCUSE chile > peru"],
    ),
    (
        "en",
        "The foreign ministers of Chile and Peru conferred in Lima.",
        &["CONSULT chile peru > "],
    ),
    (
        "de",
        "Die Außenminister Indiens und Pakistans trafen sich in Doha.",
        &["CONSULT india pakistan > "],
    ),
    (
        "de",
        "Die Regierung Sloweniens kritisierte Ungarn.",
        &["ACCUSE slovenia > hungary"],
    ),
    // A source is no party, nor is one's own capital a place that is visited.
    ("de", "Außenminister Sigmar Gabriel flog nach Berlin.", &[]),
    // Compounds: the short name acts, the long one is acted on.
    (
        "de",
        "Die EU-Sanktionen gegen Belarus bleiben in Kraft.",
        &["SANCTION european_union > belarus"],
    ),
    (
        "en",
        "Ministers from Peru, Chile and Bolivia met in Lima. Brazil urged both countries to talk.",
        &["CONSULT peru chile bolivia > "],
    ),
    (
        "sv",
        "Kenya anklagar Uganda för stöld. Tanzania uppmanar båda länderna att förhandla.",
        &["ACCUSE kenya > uganda", "REQUEST tanzania > kenya uganda"],
    ),
    (
        "de",
        "Peru und Chile führten ein Telefongespräch. Es wurde vereinbart, die Kontakte fortzusetzen.",
        &["CONSULT peru chile > ", "AGREE peru chile > "],
    ),
    // One's own state is no recipient; an office stands for its state.
    (
        "en",
        "Egypt's foreign minister Sameh Shoukry reaffirmed Egypt's support for Libya.",
        &["SUPPORT sameh_shoukry > libya"],
    ),
    (
        "sv",
        "Den isländska statsministern besökte Oslo.",
        &["CONSULT iceland > norway"],
    ),
];
