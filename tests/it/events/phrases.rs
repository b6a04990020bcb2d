//! Phrases that parsers hang on the wrong word: participles before their noun, agents, pairs, copulas, headlines, labels, and who is taken up by them.

use super::Case;

pub const CASES: &[Case] = &[
    // Participles with phrases of their own before their noun.
    (
        "de",
        "Der von Russland festgenommene Reporter Evan Gershkovich ist frei.",
        &["COERCE russia > evan_gershkovich"],
    ),
    (
        "de",
        "Der von Trump scharf kritisierte Notenbankchef Jerome Powell tritt zurück.",
        &[
            "RETREAT jerome_powell > ",
            "ACCUSE donald_trump > jerome_powell",
        ],
    ),
    (
        "sv",
        "Den av Iran gripne svensken Johan Floderus är fri.",
        &["COERCE iran > johan_floderus"],
    ),
    ("de", "Die in Kenia lebten, gingen.", &[]),
    // Agents below another phrase.
    (
        "en",
        "Salah Abdeslam was sentenced to life in prison by a French court.",
        &["SANCTION france > salah_abdeslam"],
    ),
    (
        "en",
        "Emmanuel Macron was welcomed at the airport by Olaf Scholz.",
        &["CONSULT olaf_scholz > emmanuel_macron"],
    ),
    (
        "sv",
        "Emmanuel Macron mottogs på flygplatsen av Olaf Scholz.",
        &["CONSULT olaf_scholz > emmanuel_macron"],
    ),
    (
        "en",
        "Three Russian diplomats were ordered out of the country by Moldova.",
        &["SANCTION moldova > russia"],
    ),
    // Nouns of acts behind verbs of reacting, and by their doer.
    (
        "en",
        "Iran reacted with the arrest of two French citizens.",
        &["COERCE iran > france"],
    ),
    (
        "en",
        "The expulsion of Russian diplomats by Romania came on Monday.",
        &["SANCTION romania > russia"],
    ),
    (
        "en",
        "It was an attempt by Kenya to strike a deal with Somalia.",
        &["AGREE kenya > somalia"],
    ),
    // Visits without a verb of going.
    (
        "de",
        "Erdoğan zu Besuch in Bagdad",
        &["CONSULT recep_tayyip_erdogan > iraq"],
    ),
    (
        "en",
        "Australia's premier is in Fiji for a three-day visit.",
        &["CONSULT australia > fiji"],
    ),
    (
        "de",
        "Die deutsche Außenministerin ist zu Gesprächen in Kiew.",
        &["CONSULT germany > ukraine"],
    ),
    (
        "de",
        "Blinken in Israel eingetroffen",
        &["CONSULT antony_blinken > israel"],
    ),
    // Headlines.
    (
        "en",
        "Azerbaijan forces Armenia to sign a peace agreement.",
        &["COERCE azerbaijan > armenia"],
    ),
    (
        "en",
        "India, EU seal trade deal",
        &["AGREE india european_union > "],
    ),
    (
        "en",
        "Kenya ships oil to Chad.",
        &["COOPERATE kenya > chad"],
    ),
    // Diplomats who must leave.
    (
        "en",
        "Two Russian diplomats must leave Poland.",
        &["SANCTION poland > russia"],
    ),
    ("sv", "Två ryska turister måste lämna Polen.", &[]),
    // Names with small words.
    (
        "de",
        "Ursula von der Leyen warf Orban Beschwichtigung vor.",
        &["ACCUSE ursula_von_der_leyen > viktor_orban"],
    ),
    (
        "de",
        "Wirtschafts- und Finanzminister Bruno Le Maire besuchte Kenia.",
        &["CONSULT bruno_le_maire > kenya"],
    ),
    (
        "sv",
        "Bistånds- och handelsminister Benjamin Dousa är på besök i Indien.",
        &["CONSULT benjamin_dousa > india"],
    ),
    (
        "de",
        "Japan schenkte Kambodscha Minensuchgeräte.",
        &["AID japan > cambodia"],
    ),
    (
        "de",
        "Polen lobte die Band Kuba Libre.",
        &["SUPPORT poland > kuba_libre"],
    ),
    // Sayings behind a clause.
    (
        "en",
        "Chile's move is unacceptable, Peru said.",
        &["ACCUSE peru > chile"],
    ),
    (
        "de",
        "Chiles Plan sei inakzeptabel, sagte Perus Präsident.",
        &["ACCUSE peru > chile"],
    ),
    (
        "en",
        "Norway said it had full faith in Kenya.",
        &["SUPPORT norway > kenya"],
    ),
    // Pairs before a verb, behind a preposition.
    (
        "sv",
        "Finland och Sverige delar lägesbilder med Nato.",
        &["COOPERATE finland sweden > nato"],
    ),
    (
        "de",
        "Finnland und Schweden tauschen Lagebilder aus.",
        &["COOPERATE finland sweden > "],
    ),
    (
        "de",
        "Der Gefangenenaustausch zwischen Aserbaidschan und der Türkei begann am Montag.",
        &["RETREAT azerbaijan turkey > "],
    ),
    (
        "sv",
        "Strider har brutit ut mellan Thailand och Kambodja.",
        &["ASSAULT thailand cambodia > "],
    ),
    (
        "en",
        "Accusing Ecuador of sheltering guerrillas, Colombia closed two crossings.",
        &["ACCUSE colombia > ecuador", "COERCE colombia > ecuador"],
    ),
    (
        "en",
        "Fiji's premier is due in Australia next week to sign a treaty.",
        &["CONSULT fiji > australia"],
    ),
    (
        "sv",
        "Norge och Malawi är nu överens.",
        &["AGREE norway malawi > "],
    ),
    // Who does the same.
    (
        "en",
        "The United States criticised Kenya, as did France.",
        &["ACCUSE united_states france > kenya"],
    ),
    (
        "sv",
        "USA kritiserade Kenya, Frankrike likaså.",
        &["ACCUSE united_states france > kenya"],
    ),
    (
        "de",
        "Die USA kritisierten Kenia, Frankreich ebenfalls.",
        &["ACCUSE united_states france > kenya"],
    ),
    (
        "en",
        "Kenya criticised Uganda, and Tanzania followed suit.",
        &["ACCUSE tanzania > uganda", "ACCUSE kenya > uganda"],
    ),
    // Labels.
    (
        "sv",
        "KENYA: William Ruto mötte Emmanuel Macron i Paris.",
        &["CONSULT william_ruto > emmanuel_macron"],
    ),
    (
        "de",
        "Türkei: Israel begeht Völkermord.",
        &["ASSAULT israel > "],
    ),
    // Subjects left out and described.
    (
        "en",
        "The new leader, Nobel laureate Muhammad Yunus, has accused Sheikh Hasina of murder.",
        &["ACCUSE muhammad_yunus > sheikh_hasina"],
    ),
    (
        "sv",
        "Emmanuel Macron mötte den kenyanske boxaren Max Müller.",
        &["CONSULT emmanuel_macron > max_muller"],
    ),
    (
        "en",
        "Kenya and Uganda signed an agreement with Siemens.",
        &["AGREE kenya uganda > siemens"],
    ),
    (
        "sv",
        "Armenien och Azerbajdzjan har krigat om Nagorno-Karabach sedan 1988.",
        &["ASSAULT armenia azerbaijan > "],
    ),
    (
        "en",
        "Norway's lawsuit against Kenya was filed in March.",
        &["ACCUSE norway > kenya"],
    ),
    (
        "de",
        "Norwegens Abkommen mit Kenia wurde unterzeichnet.",
        &["AGREE norway > kenya"],
    ),
    // Who is taken up.
    (
        "en",
        "Emmanuel Macron and Olaf Scholz flew to Kyiv. Volodymyr Zelensky received them.",
        &[
            "CONSULT emmanuel_macron olaf_scholz > ukraine",
            "CONSULT volodymyr_zelensky > emmanuel_macron olaf_scholz",
        ],
    ),
    (
        "sv",
        "Emmanuel Macron och Olaf Scholz flög till Kiev. Volodymyr Zelenskyj tog emot dem.",
        &[
            "CONSULT emmanuel_macron olaf_scholz > ukraine",
            "CONSULT volodymyr_zelensky > emmanuel_macron olaf_scholz",
        ],
    ),
    (
        "de",
        "Annalena Baerbock warf Olaf Scholz Untätigkeit vor. Das weist Scholz zurück.",
        &[
            "ACCUSE annalena_baerbock > olaf_scholz",
            "REJECT olaf_scholz > annalena_baerbock",
        ],
    ),
    (
        "en",
        "Kenya accused Uganda of arming rebels, which Kampala denies.",
        &["STATEMENT uganda > kenya", "ACCUSE kenya > uganda"],
    ),
    (
        "en",
        "Kenya signed a deal with Uganda. Tanzania called the deal an act of aggression.",
        &["AGREE kenya > uganda", "ACCUSE tanzania > kenya uganda"],
    ),
    (
        "en",
        "A French soldier killed a man in Kenya. Paris expressed regret.",
        &["ASSAULT france > kenya", "SUPPORT france > kenya"],
    ),
    (
        "en",
        "A French soldier killed a man in Kenya. Norway expressed regret.",
        &["ASSAULT france > kenya"],
    ),
    (
        "sv",
        "Uganda anföll Kenya. Vladimir Putin erbjöd sig att medla.",
        &[
            "ASSAULT uganda > kenya",
            "AGREE vladimir_putin > uganda kenya",
        ],
    ),
    (
        "en",
        "Uganda closed the border with Kenya. Kenya then broke off the talks.",
        &["COERCE uganda > kenya", "REJECT kenya > uganda"],
    ),
    (
        "sv",
        "Xi Jinping tackade nej till att träffa Biden.",
        &["REJECT xi_jinping > joe_biden"],
    ),
    (
        "sv",
        "Venezuela och Guyana förband sig att inte använda våld.",
        &["AGREE venezuela guyana > "],
    ),
    // A third one goes between the two of the quarrel, not between those who comment on it.
    (
        "en",
        "Bolivia attacked Peru. Brazil and Chile condemned Bolivia. Mexico offered to mediate.",
        &[
            "ASSAULT bolivia > peru",
            "ACCUSE brazil chile > bolivia",
            "AGREE mexico > bolivia peru",
        ],
    ),
];
