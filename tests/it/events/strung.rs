//! Verbs, owners and clauses that the parser hung on the wrong word, and conditions, plans and critics.

use super::Case;

pub const CASES: &[Case] = &[
    // Two who describe one noun.
    (
        "de",
        "Norwegens und Kenias Außenminister trafen sich in Genf.",
        &["CONSULT norway kenya > "],
    ),
    (
        "sv",
        "Armeniska och turkiska förhandlare träffades vid gränsen.",
        &["CONSULT turkey armenia > "],
    ),
    (
        "de",
        "Armenische und türkische Unterhändler trafen sich an der Grenze.",
        &["CONSULT turkey armenia > "],
    ),
    (
        "de",
        "Norwegens großer und alter Außenminister traf sich.",
        &[],
    ),
    // Of two owners of an act the first one does it.
    (
        "de",
        "Norwegens Verurteilung Kenias kam am Montag.",
        &["ACCUSE norway > kenya"],
    ),
    (
        "de",
        "Der Beschuss einer kenianischen Stadt durch Norwegen ging weiter.",
        &["ASSAULT norway > kenya"],
    ),
    (
        "sv",
        "Norges beslag av ett kenyanskt fartyg väckte ilska.",
        &["COERCE norway > kenya"],
    ),
    ("de", "Die Verurteilung Kenias kam am Montag.", &[]),
    // What two do to each other.
    (
        "en",
        "Chad and Sudan traded accusations over the raid.",
        &["ACCUSE chad sudan > "],
    ),
    (
        "en",
        "Chad and Sudan traded places.",
        &["COOPERATE chad sudan > "],
    ),
    // Verbs strung behind one auxiliary.
    (
        "en",
        "Olaf Scholz has criticised Emmanuel Macron, threatened Uganda and visited Kenya.",
        &[
            "ACCUSE olaf_scholz > emmanuel_macron",
            "CONSULT olaf_scholz > kenya",
            "THREATEN olaf_scholz > uganda",
        ],
    ),
    (
        "sv",
        "Olaf Scholz har lämnat regeringen, kritiserat Emmanuel Macron och besökt Kenya.",
        &[
            "RETREAT olaf_scholz > ",
            "ACCUSE olaf_scholz > emmanuel_macron",
            "CONSULT olaf_scholz > kenya",
        ],
    ),
    (
        "de",
        "Olaf Scholz hat Emmanuel Macron kritisiert, Uganda bedroht und Kenia besucht.",
        &[
            "THREATEN olaf_scholz > uganda",
            "CONSULT olaf_scholz > kenya",
            "ACCUSE olaf_scholz > emmanuel_macron",
        ],
    ),
    (
        "en",
        "Olaf Scholz has left Kenya, accompanied by Emmanuel Macron and William Ruto.",
        &[],
    ),
    // A pronoun that only acts.
    (
        "de",
        "Emmanuel Macron besuchte Kenia. Ungarn kritisierte er scharf.",
        &[
            "CONSULT emmanuel_macron > kenya",
            "ACCUSE emmanuel_macron > hungary",
        ],
    ),
    (
        "de",
        "Emmanuel Macron traf Olaf Scholz. Auch Kenia bedrohte er.",
        &[
            "CONSULT emmanuel_macron > olaf_scholz",
            "THREATEN emmanuel_macron > kenya",
        ],
    ),
    (
        "sv",
        "Emmanuel Macron besökte Kenya. Uganda kritiserade han skarpt.",
        &[
            "CONSULT emmanuel_macron > kenya",
            "ACCUSE emmanuel_macron > uganda",
        ],
    ),
    (
        "sv",
        "Emmanuel Macron besökte Kenya. Uganda kritiserade honom.",
        &[
            "CONSULT emmanuel_macron > kenya",
            "ACCUSE uganda > emmanuel_macron",
        ],
    ),
    (
        "de",
        "Emmanuel Macron besuchte Kenia. Kenia bedrohte ihn.",
        &[
            "CONSULT emmanuel_macron > kenya",
            "THREATEN kenya > emmanuel_macron",
        ],
    ),
    // Clauses that hung on the wrong word.
    (
        "en",
        "Latvia said Georgia deserved respect.",
        &["SUPPORT latvia > georgia"],
    ),
    (
        "en",
        "Should Lithuania keep the crossing shut, Belarus will respond, its president warned.",
        &[],
    ),
    (
        "de",
        "Kroatien will eine Entschuldigung von Serbien.",
        &["REQUEST croatia > serbia"],
    ),
    (
        "de",
        "Chile erwartet, dass Peru den Mann ausliefert.",
        &["REQUEST chile > peru"],
    ),
    (
        "de",
        "Norwegens Ministerpräsident aß mit Kenias Präsident zu Mittag.",
        &["CONSULT norway > kenya"],
    ),
    (
        "sv",
        "Kenya bör dra tillbaka trupperna, anser Norge.",
        &["REQUEST norway > kenya"],
    ),
    (
        "sv",
        "Kenya måste stoppa räderna, säger Norge.",
        &["REQUEST norway > kenya"],
    ),
    (
        "sv",
        "Alexander Stubb och Donald Trump talades vid på onsdagen.",
        &["CONSULT alexander_stubb donald_trump > "],
    ),
    (
        "en",
        "Chad handed back a French pilot held since January.",
        &["RETREAT chad > france"],
    ),
    (
        "en",
        "Speaking after talks with Benin's president, Togo's leader said the border would reopen.",
        &["CONSULT togo > benin"],
    ),
    (
        "en",
        "William Ruto, in Riyadh for a conference, met Narendra Modi.",
        &["CONSULT william_ruto > narendra_modi"],
    ),
    (
        "sv",
        "Efter ett telefonsamtal mellan Slovakiens och Ukrainas ministrar lovade Slovakien hjälp.",
        &["CONSULT slovakia ukraine > ", "AGREE slovakia > ukraine"],
    ),
    // What is threatened unless somebody does otherwise, whose plan is welcomed, who joins in.
    (
        "en",
        "Belarus threatened to respond if Lithuania kept the crossing shut.",
        &["THREATEN belarus > lithuania"],
    ),
    (
        "sv",
        "Belarus hotade att svara om Litauen inte öppnar gränsen.",
        &["THREATEN belarus > lithuania"],
    ),
    (
        "en",
        "Belarus threatened to respond if it rained.",
        &["THREATEN belarus > "],
    ),
    (
        "en",
        "Kenya changed its plan, which Uganda welcomed.",
        &["SUPPORT uganda > kenya"],
    ),
    (
        "sv",
        "Kenya ändrade planen, vilket Uganda välkomnade.",
        &["SUPPORT uganda > kenya"],
    ),
    (
        "en",
        "Kenya read a plan, which Uganda welcomed.",
        &["SUPPORT uganda > kenya"],
    ),
    (
        "en",
        "Sudan criticised Kenya. Claudia Sheinbaum did the same.",
        &["ACCUSE sudan > kenya", "ACCUSE claudia_sheinbaum > kenya"],
    ),
    (
        "sv",
        "Sudan kritiserade Kenya. Egypten instämde i kritiken.",
        &["ACCUSE sudan > kenya", "ACCUSE egypt > kenya"],
    ),
    (
        "de",
        "Sudan kritisierte Kenia. Ägypten schloss sich der Kritik an.",
        &["ACCUSE sudan > kenya", "SUPPORT egypt > sudan"],
    ),
    // Who acts upon an envoy is the other one of the conflict.
    (
        "en",
        "Romania criticised Austria. The Austrian ambassador was summoned.",
        &["ACCUSE romania > austria", "ACCUSE romania > austria"],
    ),
    (
        "en",
        "Romania praised Austria. The Austrian ambassador was summoned.",
        &["SUPPORT romania > austria"],
    ),
];
