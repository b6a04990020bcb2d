//! Pronouns: "ihr" and "sie" for a woman, a state or a body, subjects of relative clauses and of grounds, the two.

use super::Case;

pub const CASES: &[Case] = &[
    // "Ihr" is whom a verb acts upon, wherever it is no possessive.
    (
        "de",
        "Peru lobte Angela Merkel. Emmanuel Macron dankte ihr.",
        &[
            "SUPPORT peru > angela_merkel",
            "SUPPORT emmanuel_macron > angela_merkel",
        ],
    ),
    (
        "de",
        "Peru lobte Angela Merkel. Emmanuel Macron warf ihr Betrug vor.",
        &[
            "SUPPORT peru > angela_merkel",
            "ACCUSE emmanuel_macron > angela_merkel",
        ],
    ),
    (
        "de",
        "Emmanuel Macron hat Angela Merkel empfangen und ihr Unterstützung zugesagt.",
        &[
            "AGREE emmanuel_macron > angela_merkel",
            "CONSULT emmanuel_macron > angela_merkel",
        ],
    ),
    (
        "de",
        "Peru lobte Angela Merkel. Emmanuel Macron distanzierte sich von ihr.",
        &[
            "SUPPORT peru > angela_merkel",
            "ACCUSE emmanuel_macron > angela_merkel",
        ],
    ),
    (
        "de",
        "Russland griff die Ukraine an. Norwegen half ihr.",
        &["ASSAULT russia > ukraine", "AID norway > ukraine"],
    ),
    (
        "de",
        "Peru lobte Angela Merkel. Emmanuel Macron kritisierte ihr Land.",
        &[
            "SUPPORT peru > angela_merkel",
            "ACCUSE emmanuel_macron > germany",
        ],
    ),
    (
        "de",
        "Peru lobte Angela Merkel. Emmanuel Macron hat ihr Vertrauen missbraucht.",
        &["SUPPORT peru > angela_merkel"],
    ),
    // "Sie" is a woman where nothing else can be meant.
    (
        "de",
        "Olaf Scholz telefonierte mit Giorgia Meloni und lud sie nach Berlin ein.",
        &[
            "AGREE olaf_scholz > giorgia_meloni",
            "CONSULT olaf_scholz > giorgia_meloni",
        ],
    ),
    (
        "de",
        "Giorgia Meloni lobte Aktivisten. Olaf Scholz hat sie kritisiert.",
        &[],
    ),
    // The subject of a relative clause is not the noun that the clause is about.
    (
        "en",
        "Olaf Scholz thanked Emmanuel Macron, whom he had visited.",
        &[
            "SUPPORT olaf_scholz > emmanuel_macron",
            "CONSULT olaf_scholz > emmanuel_macron",
        ],
    ),
    (
        "sv",
        "Olaf Scholz tackade Emmanuel Macron, som han hade träffat.",
        &[
            "SUPPORT olaf_scholz > emmanuel_macron",
            "CONSULT olaf_scholz > emmanuel_macron",
        ],
    ),
    (
        "de",
        "Olaf Scholz dankte Emmanuel Macron, den er besucht hatte.",
        &[
            "CONSULT olaf_scholz > emmanuel_macron",
            "SUPPORT olaf_scholz > emmanuel_macron",
        ],
    ),
    (
        "en",
        "Olaf Scholz thanked Emmanuel Macron, whose country he had threatened.",
        &["SUPPORT olaf_scholz > emmanuel_macron"],
    ),
    // The ground of an answer tells what the one answered did.
    (
        "en",
        "Emmanuel Macron criticised Olaf Scholz because he had threatened Peru.",
        &[
            "THREATEN olaf_scholz > peru",
            "ACCUSE emmanuel_macron > olaf_scholz",
        ],
    ),
    (
        "sv",
        "Emmanuel Macron kritiserade Olaf Scholz eftersom denne hade hotat Peru.",
        &[
            "THREATEN olaf_scholz > peru",
            "ACCUSE emmanuel_macron > olaf_scholz",
        ],
    ),
    (
        "de",
        "Emmanuel Macron kritisierte Olaf Scholz, weil er Peru bedroht hatte.",
        &[
            "ACCUSE emmanuel_macron > olaf_scholz",
            "THREATEN olaf_scholz > peru",
        ],
    ),
    (
        "en",
        "Emmanuel Macron visited Olaf Scholz because he will visit Peru.",
        &["CONSULT emmanuel_macron > olaf_scholz"],
    ),
    (
        "en",
        "Emmanuel Macron criticised Olaf Scholz because he feared for Peru.",
        &["ACCUSE emmanuel_macron > olaf_scholz"],
    ),
    // The two, at the end of a clause or far behind.
    (
        "en",
        "Emmanuel Macron and Olaf Scholz visited Peru. Volodymyr Zelensky thanked the two.",
        &[
            "CONSULT emmanuel_macron olaf_scholz > peru",
            "SUPPORT volodymyr_zelensky > emmanuel_macron olaf_scholz",
        ],
    ),
    (
        "de",
        "Emmanuel Macron und Olaf Scholz besuchten Peru. Wolodymyr Selenskyj dankte den beiden.",
        &[
            "CONSULT emmanuel_macron olaf_scholz > peru",
            "SUPPORT volodymyr_zelensky > emmanuel_macron olaf_scholz",
        ],
    ),
    (
        "en",
        "Emmanuel Macron criticised Olaf Scholz. The weather was fine. Many people were out. The shops were full. The two men met in May.",
        &[
            "ACCUSE emmanuel_macron > olaf_scholz",
            "CONSULT emmanuel_macron olaf_scholz > ",
        ],
    ),
    (
        "sv",
        "Emmanuel Macron kritiserade Olaf Scholz. Vädret var fint. Många var ute. Butikerna var fulla. De båda männen träffades i maj.",
        &[
            "ACCUSE emmanuel_macron > olaf_scholz",
            "CONSULT emmanuel_macron olaf_scholz > ",
        ],
    ),
    (
        "de",
        "Emmanuel Macron kritisierte Olaf Scholz. Das Wetter war gut. Es war Mittag. Alles war ruhig. Die beiden Männer trafen sich im Mai.",
        &[
            "ACCUSE emmanuel_macron > olaf_scholz",
            "CONSULT emmanuel_macron olaf_scholz > ",
        ],
    ),
    (
        "en",
        "Emmanuel Macron criticised Olaf Scholz. Viktor Orbán was ill. Many people were out. The shops were full. The two men met in May.",
        &["ACCUSE emmanuel_macron > olaf_scholz"],
    ),
    // A reflexive is nobody.
    (
        "en",
        "Peru praised Angela Merkel. Emmanuel Macron distanced himself from her.",
        &[
            "SUPPORT peru > angela_merkel",
            "REJECT emmanuel_macron > angela_merkel",
        ],
    ),
];
