//! Answers, verdicts and acts that name nobody, between those of whom the text spoke before; sources; second verbs.

use super::Case;

pub const CASES: &[Case] = &[
    // What was asked or offered is answered to whoever asked, by whoever was asked.
    (
        "en",
        "Spain offered Peru help. Lima turned down the offer.",
        &["AGREE spain > peru", "REJECT peru > spain"],
    ),
    (
        "en",
        "Peru called on Morocco to release the sailors. Rabat refused.",
        &["REQUEST peru > morocco", "REJECT morocco > peru"],
    ),
    (
        "de",
        "Polen forderte Ungarn auf, das Veto aufzugeben. Budapest wies die Forderung zurück.",
        &["REQUEST poland > hungary", "REJECT hungary > poland"],
    ),
    (
        "sv",
        "Tanzania erbjöd Kenya samtal. Nairobi tackade nej.",
        &["AGREE tanzania > kenya", "REJECT kenya > tanzania"],
    ),
    (
        "en",
        "Pierre Poilievre accused Justin Trudeau of lying. Trudeau rejected the accusation.",
        &[
            "ACCUSE pierre_poilievre > justin_trudeau",
            "REJECT justin_trudeau > pierre_poilievre",
        ],
    ),
    // Near miss: nobody offered that one anything.
    (
        "en",
        "Spain offered Peru help. Chile rejected the offer.",
        &["AGREE spain > peru"],
    ),
    // Whoever hails a plan or condemns a raid speaks of whoever made it.
    (
        "en",
        "Anwar Ibrahim suggested a summit to Peru. Chile hailed the plan.",
        &[
            "AGREE anwar_ibrahim > peru",
            "SUPPORT chile > anwar_ibrahim",
        ],
    ),
    (
        "de",
        "Die EU-Kommission gab Gelder für Ungarn frei. Norwegen kritisierte die Entscheidung.",
        &[
            "AID european_commission > hungary",
            "ACCUSE norway > european_commission",
        ],
    ),
    (
        "en",
        "Togolese soldiers raided Ghana's consulate. Benin denounced the assault.",
        &["COERCE togo > ghana", "ACCUSE benin > togo"],
    ),
    (
        "sv",
        "Togo bombade Ghana. Benin fördömde attacken.",
        &["ASSAULT togo > ghana", "ACCUSE benin > togo"],
    ),
    (
        "de",
        "Kenia hat seine Botschaft in Mogadischu geschlossen. Die EU verurteilte die Schließung.",
        &["SANCTION kenya > somalia", "ACCUSE european_union > kenya"],
    ),
    (
        "en",
        "A Peruvian court jailed Chilean fishermen. Chile rejected the verdict.",
        &["SANCTION peru > chile", "REJECT chile > peru"],
    ),
    // Whoever demands a release speaks to whoever holds.
    (
        "en",
        "Russia arrested Evan Gershkovich in March. Washington demanded the release of Gershkovich.",
        &[
            "COERCE russia > evan_gershkovich",
            "REQUEST united_states > russia",
        ],
    ),
    (
        "sv",
        "Iran grep Johan Floderus. EU krävde att Floderus släpps.",
        &[
            "COERCE iran > johan_floderus",
            "REQUEST european_union > iran",
        ],
    ),
    // A conflict goes on between the two.
    (
        "en",
        "Iran attacked Pakistan. Islamabad recalled its ambassador.",
        &["ASSAULT iran > pakistan", "SANCTION pakistan > iran"],
    ),
    (
        "de",
        "Togo wies Ghanas Botschafter aus. Accra setzte die Hilfszahlungen aus.",
        &["SANCTION togo > ghana", "SANCTION ghana > togo"],
    ),
    (
        "sv",
        "Bangkok utvisade Kambodjas ambassadör och stängde alla gränsövergångar.",
        &["SANCTION thailand > cambodia", "COERCE thailand > cambodia"],
    ),
    (
        "de",
        "Im Grenzstreit mit Armenien hat Georgien Zölle verhängt.",
        &["SANCTION georgia > armenia"],
    ),
    // Near misses: another one is named; those two have no quarrel; somebody else is spoken to.
    (
        "en",
        "Iran attacked Pakistan. Islamabad recalled its ambassador from Berlin.",
        &["ASSAULT iran > pakistan", "SANCTION pakistan > germany"],
    ),
    (
        "en",
        "Peru met Chile in Quito. Lima closed its borders.",
        &["CONSULT peru > chile"],
    ),
    (
        "en",
        "Turkey praised Sweden and asked its citizens to leave.",
        &["SUPPORT turkey > sweden"],
    ),
    // Who is addressed without a name is not whoever the content names.
    (
        "en",
        "Benin asked its guest to come to the BRICS summit. Benin praised Togo.",
        &["SUPPORT benin > togo"],
    ),
    (
        "en",
        "Peru promised to send 200 soldiers to Haiti.",
        &["AGREE peru > haiti"],
    ),
    (
        "en",
        "Hundreds rallied in Oslo in support of Ukraine. Norway praised Togo.",
        &["SUPPORT norway > togo"],
    ),
    // A source behind "so".
    (
        "de",
        "Der Iran habe Israel angegriffen, so Netanjahu.",
        &["ASSAULT iran > israel"],
    ),
    (
        "de",
        "Nigeria, so der Minister am Sonntag, habe Benin bedroht.",
        &["THREATEN nigeria > benin"],
    ),
    (
        "de",
        "Benin hat Togo bedroht, so wird Ghana gewarnt.",
        &["THREATEN benin > togo"],
    ),
    // Second verbs, turned clauses, words for all of the subject.
    (
        "en",
        "Putin accuses Merkel of having hacked the system and threatens to arrest her.",
        &[
            "THREATEN vladimir_putin > angela_merkel",
            "ACCUSE vladimir_putin > angela_merkel",
        ],
    ),
    (
        "sv",
        "Kina och Chile har båda kritiserat Peru.",
        &["ACCUSE china chile > peru"],
    ),
    (
        "en",
        "Norway and Denmark have both praised Finland.",
        &["SUPPORT norway denmark > finland"],
    ),
    (
        "sv",
        "Rabat beklagade brytningen men har sedan dess bjudit in Emmanuel Macron.",
        &["AGREE morocco > emmanuel_macron"],
    ),
    (
        "sv",
        "Rabat beklagade brytningen, och samma år kallade Algeriet hem sin ambassadör från Spanien.",
        &["SANCTION algeria > spain"],
    ),
    (
        "sv",
        "Johan Floderus är tillbaka i Sverige sedan Iran frigav honom på lördagen.",
        &["RETREAT iran > johan_floderus"],
    ),
    (
        "de",
        "Die Außenminister von 13 Staaten, darunter Deutschland und Frankreich, kritisierten die Reise Orbans.",
        &["ACCUSE germany france > viktor_orban"],
    ),
    (
        "en",
        "Olaf Scholz travelled to Oslo for talks with Jonas Gahr Støre.",
        &[
            "CONSULT olaf_scholz > norway",
            "CONSULT olaf_scholz > jonas_gahr_store",
        ],
    ),
    // An act of one party beside acts of two.
    (
        "en",
        "Germany and Hungary voted against the plan. France attacked Mali.",
        &["ASSAULT france > mali"],
    ),
    (
        "en",
        "North Korea tested a missile. China praised Togo.",
        &["MOBILIZE north_korea > ", "SUPPORT china > togo"],
    ),
];
