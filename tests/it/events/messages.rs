//! Acts told beside another one: by a time, a visit, a call, a letter, an answer.

use super::Case;

pub const CASES: &[Case] = &[
    // A meeting or visit as the circumstance of another act is an act of its own.
    (
        "en",
        "Olaf Scholz criticised Uganda after meeting William Ruto.",
        &[
            "ACCUSE olaf_scholz > uganda",
            "CONSULT olaf_scholz > william_ruto",
        ],
    ),
    (
        "en",
        "Emmanuel Macron praised Chile while visiting Kenya.",
        &[
            "CONSULT emmanuel_macron > kenya",
            "SUPPORT emmanuel_macron > chile",
        ],
    ),
    (
        "sv",
        "Olaf Scholz kritiserade Uganda efter att ha träffat William Ruto.",
        &[
            "CONSULT olaf_scholz > william_ruto",
            "ACCUSE olaf_scholz > uganda",
        ],
    ),
    (
        "sv",
        "Efter att ha besökt Kenya kritiserade Olaf Scholz Uganda.",
        &["ACCUSE olaf_scholz > uganda", "CONSULT olaf_scholz > kenya"],
    ),
    (
        "de",
        "Olaf Scholz kritisierte Uganda nach einem Treffen mit William Ruto.",
        &[
            "CONSULT olaf_scholz > william_ruto",
            "ACCUSE olaf_scholz > uganda",
        ],
    ),
    (
        "en",
        "Kenya expelled two diplomats from Chad after accusing Sudan of spying.",
        &["SANCTION kenya > chad", "ACCUSE kenya > sudan"],
    ),
    (
        "en",
        "Speaking after talks with William Ruto, Olaf Scholz criticised Uganda.",
        &[
            "CONSULT olaf_scholz > william_ruto",
            "ACCUSE olaf_scholz > uganda",
        ],
    ),
    (
        "en",
        "Speaking on a visit to Kenya, Olaf Scholz criticised Uganda.",
        &["ACCUSE olaf_scholz > uganda", "CONSULT olaf_scholz > kenya"],
    ),
    (
        "en",
        "Olaf Scholz, on a visit to Kenya, criticised Uganda.",
        &["CONSULT olaf_scholz > kenya", "ACCUSE olaf_scholz > uganda"],
    ),
    (
        "sv",
        "Olaf Scholz, på besök i Kenya, kritiserade Uganda.",
        &["ACCUSE olaf_scholz > uganda"],
    ),
    (
        "en",
        "Olaf Scholz criticised Uganda during a visit to Kenya.",
        &["ACCUSE olaf_scholz > uganda", "CONSULT olaf_scholz > kenya"],
    ),
    (
        "sv",
        "Olaf Scholz kritiserade Uganda under sitt besök i Kenya.",
        &["ACCUSE olaf_scholz > uganda", "CONSULT olaf_scholz > kenya"],
    ),
    (
        "de",
        "Olaf Scholz kritisierte Uganda bei einem Besuch in Kenia.",
        &["CONSULT olaf_scholz > kenya", "ACCUSE olaf_scholz > uganda"],
    ),
    // Who is at home receives the visit.
    (
        "en",
        "William Ruto thanked Olaf Scholz during a visit to Nairobi.",
        &[
            "CONSULT olaf_scholz > kenya",
            "SUPPORT william_ruto > olaf_scholz",
        ],
    ),
    (
        "sv",
        "William Ruto tackade Olaf Scholz under ett besök i Nairobi.",
        &[
            "CONSULT olaf_scholz > kenya",
            "SUPPORT william_ruto > olaf_scholz",
        ],
    ),
    // A pronoun that nobody before stands behind is whoever the sentence tells of next.
    (
        "en",
        "During his visit to Uganda, Olaf Scholz criticised Chad.",
        &["ACCUSE olaf_scholz > chad", "CONSULT olaf_scholz > uganda"],
    ),
    (
        "en",
        "After his meeting with Vladimir Putin, Emmanuel Macron flew to Norway.",
        &[
            "CONSULT emmanuel_macron > vladimir_putin",
            "CONSULT emmanuel_macron > norway",
        ],
    ),
    // What is not done is no act.
    (
        "en",
        "Kenya expelled two diplomats from Chad without informing Sudan.",
        &["SANCTION kenya > chad"],
    ),
    (
        "en",
        "Kenya expelled two diplomats from Chad instead of sanctioning Sudan.",
        &["SANCTION kenya > chad"],
    ),
    // A call, a letter and what they say.
    (
        "en",
        "William Ruto telephoned Olaf Scholz to thank him for the aid.",
        &[
            "SUPPORT william_ruto > olaf_scholz",
            "CONSULT william_ruto > olaf_scholz",
        ],
    ),
    (
        "en",
        "William Ruto rang his Ugandan counterpart, Yoweri Museveni, to ask for restraint.",
        &[
            "REQUEST william_ruto > yoweri_museveni",
            "CONSULT william_ruto > yoweri_museveni",
        ],
    ),
    (
        "en",
        "William Ruto wrote to Olaf Scholz to demand compensation.",
        &[
            "REQUEST william_ruto > olaf_scholz",
            "CONSULT william_ruto > olaf_scholz",
        ],
    ),
    (
        "en",
        "The firm Barrick wrote to Mali threatening to shut the mine.",
        &["THREATEN barrick > mali", "CONSULT barrick > mali"],
    ),
    (
        "sv",
        "William Ruto ringde Olaf Scholz för att tacka honom för hjälpen.",
        &[
            "SUPPORT william_ruto > olaf_scholz",
            "CONSULT william_ruto > olaf_scholz",
        ],
    ),
    (
        "sv",
        "William Ruto skrev ett brev till Olaf Scholz för att kräva ersättning.",
        &[
            "REQUEST william_ruto > olaf_scholz",
            "CONSULT william_ruto > olaf_scholz",
        ],
    ),
    (
        "de",
        "William Ruto schrieb Olaf Scholz einen Brief, um eine Entschädigung zu fordern.",
        &[
            "REQUEST william_ruto > olaf_scholz",
            "CONSULT william_ruto > olaf_scholz",
        ],
    ),
    // A word of a phrase is not taken from another act's infinitive.
    (
        "en",
        "William Ruto called Olaf Scholz to congratulate him on his victory.",
        &[
            "STATEMENT william_ruto > olaf_scholz",
            "CONSULT william_ruto > olaf_scholz",
        ],
    ),
    (
        "de",
        "William Ruto rief Olaf Scholz an, um ihm für die Hilfe zu danken.",
        &[
            "CONSULT william_ruto > olaf_scholz",
            "SUPPORT william_ruto > olaf_scholz",
        ],
    ),
    (
        "en",
        "William Ruto told Reuters he had asked Lebanon to stop the loans.",
        &["REQUEST william_ruto > lebanon"],
    ),
    (
        "en",
        "Kaja Kallas told the BBC she had asked Germany to send tanks.",
        &["REQUEST kaja_kallas > germany"],
    ),
    // A request that is turned down was made.
    (
        "en",
        "Kenya turned down a Ugandan request to lower the tariff.",
        &["REJECT kenya > uganda", "REQUEST uganda > kenya"],
    ),
    (
        "sv",
        "Kina avslog Finlands begäran om rättshjälp.",
        &["REJECT china > finland", "REQUEST finland > china"],
    ),
    (
        "de",
        "Kenia wies die Forderung Ugandas nach einer Entschädigung zurück.",
        &["REQUEST uganda > kenya", "REJECT kenya > uganda"],
    ),
    (
        "en",
        "At Poland's request, Norway sent jets to Lithuania.",
        &["REQUEST poland > norway", "AID norway > lithuania"],
    ),
    (
        "sv",
        "På Polens begäran skickade Norge flygplan till Litauen.",
        &["REQUEST poland > norway"],
    ),
    // What the second of two verbs says is no content of the first.
    (
        "en",
        "Donald Tusk thanked Ukraine and said Poland had sued Germany.",
        &["ACCUSE poland > germany", "SUPPORT donald_tusk > ukraine"],
    ),
    (
        "en",
        "Donald Tusk thanked Ukraine and said he had sued Germany.",
        &[
            "ACCUSE donald_tusk > germany",
            "SUPPORT donald_tusk > ukraine",
        ],
    ),
    // Whoever was met or visited is who something is promised.
    (
        "en",
        "Foreign minister Espen Barth Eide phoned Samuel Ablakwa and offered help.",
        &[
            "AGREE espen_barth_eide > samuel_ablakwa",
            "CONSULT espen_barth_eide > samuel_ablakwa",
        ],
    ),
    (
        "de",
        "Kanzler Friedrich Merz sprach mit Sambias Präsident Hakainde Hichilema und sagte weitere Hilfe zu.",
        &[
            "AGREE friedrich_merz > hakainde_hichilema",
            "CONSULT friedrich_merz > hakainde_hichilema",
        ],
    ),
    (
        "sv",
        "Utrikesminister Espen Barth Eide besökte Zambia och utlovade mer bistånd.",
        &[
            "AGREE espen_barth_eide > zambia",
            "CONSULT espen_barth_eide > zambia",
        ],
    ),
    // Who answers figures answers their source; who lifts sanctions lifts them from whoever was under them.
    (
        "en",
        "According to Amnesty, Cameroon tortured prisoners. The government dismissed the figures as invented.",
        &[
            "ASSAULT cameroon > ",
            "REJECT cameroon > amnesty_international",
        ],
    ),
    (
        "en",
        "Peru imposed sanctions on Norway in May. On Wednesday, Peru lifted the sanctions again.",
        &["SANCTION peru > norway", "CONCEDE peru > norway"],
    ),
    (
        "en",
        "Norway imposed sanctions on Poland. The move against Poland was sharply criticised by Ethiopia.",
        &["SANCTION norway > poland", "ACCUSE ethiopia > norway"],
    ),
];
