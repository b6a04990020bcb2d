//! Phrases for several named before, the other side of a meeting, and what stands before a headline.

use super::Case;

pub const CASES: &[Case] = &[
    // The states of two persons, whether the text names them or not.
    (
        "en",
        "William Ruto met Yoweri Museveni in Nairobi. The two countries signed a pact on water.",
        &[
            "CONSULT william_ruto > yoweri_museveni",
            "AGREE kenya uganda > ",
        ],
    ),
    (
        "de",
        "Außenministerin Annalena Baerbock traf ihren polnischen Amtskollegen Radoslaw Sikorski in Rom. Beide Staaten verurteilten den Iran.",
        &[
            "CONSULT annalena_baerbock > radoslaw_sikorski",
            "ACCUSE germany poland > iran",
        ],
    ),
    (
        "sv",
        "Emmanuel Macron talade med Narendra Modi i telefon. De båda länderna fördömde Iran.",
        &[
            "CONSULT emmanuel_macron > narendra_modi",
            "ACCUSE france india > iran",
        ],
    ),
    (
        "en",
        "Emmanuel Macron met Gabriel Attal in Lyon. The two countries condemned Iran.",
        &["CONSULT emmanuel_macron > gabriel_attal"],
    ),
    // Hosts, mediators and the place of a meeting are no side.
    (
        "en",
        "Norway hosted talks between Armenia and Azerbaijan in Oslo. Both sides condemned Iran.",
        &[
            "CONSULT norway > armenia azerbaijan",
            "ACCUSE armenia azerbaijan > iran",
        ],
    ),
    (
        "de",
        "Thailand und Kambodscha verhandelten in Malaysia. Beide Seiten unterzeichneten ein Abkommen.",
        &["CONSULT thailand cambodia > ", "AGREE thailand cambodia > "],
    ),
    (
        "sv",
        "Egypten och Qatar medlade mellan Israel och Hamas. Båda sidor undertecknade ett avtal.",
        &[
            "CONSULT egypt qatar > israel hamas",
            "AGREE israel hamas > ",
        ],
    ),
    (
        "en",
        "Chile, Peru and Bolivia praised Ecuador. Both sides condemned Iran.",
        &["SUPPORT chile peru bolivia > ecuador"],
    ),
    // As many as were named together.
    (
        "en",
        "Ruto, Museveni and Paul Kagame met in Nairobi. The three countries condemned Sudan.",
        &[
            "CONSULT william_ruto yoweri_museveni paul_kagame > ",
            "ACCUSE kenya uganda rwanda > sudan",
        ],
    ),
    (
        "de",
        "Deutschland, Frankreich und Großbritannien verhandelten mit dem Iran. Die drei Länder verurteilten Russland.",
        &[
            "CONSULT germany france united_kingdom > iran",
            "ACCUSE germany france united_kingdom > russia",
        ],
    ),
    (
        "sv",
        "Emmanuel Macron tog emot Olaf Scholz och Giorgia Meloni i Paris. De tre ledarna fördömde Iran.",
        &[
            "CONSULT emmanuel_macron > olaf_scholz giorgia_meloni",
            "ACCUSE emmanuel_macron olaf_scholz giorgia_meloni > iran",
        ],
    ),
    (
        "en",
        "Brazil and Chile praised Ecuador. All four countries condemned Iran.",
        &["SUPPORT brazil chile > ecuador"],
    ),
    // Leaders without a name act for their states.
    (
        "en",
        "The presidents of Kenya and Uganda met in Mombasa. The two leaders condemned Sudan.",
        &["CONSULT kenya uganda > ", "ACCUSE kenya uganda > sudan"],
    ),
    (
        "sv",
        "Kenyas och Ugandas presidenter möttes i Nairobi. De båda presidenterna fördömde Sudan.",
        &["CONSULT kenya uganda > ", "ACCUSE kenya uganda > sudan"],
    ),
    (
        "de",
        "Die Präsidenten von Kenia und Uganda trafen sich. Die beiden Frauen verurteilten den Sudan.",
        &["CONSULT kenya uganda > "],
    ),
    // Without a noun.
    (
        "en",
        "Relations between Serbia and Kosovo are tense. The two signed an accord in Brussels.",
        &["AGREE serbia kosovo > "],
    ),
    (
        "en",
        "Relations between Serbia and Kosovo are tense. They signed an accord in Brussels.",
        &["AGREE serbia kosovo > "],
    ),
    (
        "de",
        "William Ruto telefonierte mit Yoweri Museveni. Die beiden verurteilten den Sudan.",
        &[
            "CONSULT william_ruto > yoweri_museveni",
            "ACCUSE william_ruto yoweri_museveni > sudan",
        ],
    ),
    (
        "sv",
        "William Ruto ringde Yoweri Museveni. De två fördömde Sudan.",
        &[
            "CONSULT william_ruto > yoweri_museveni",
            "ACCUSE william_ruto yoweri_museveni > sudan",
        ],
    ),
    (
        "en",
        "Peruvian police arrested two Chilean men in Lima. The two condemned Bolivia.",
        &["COERCE peru > chile"],
    ),
    (
        "de",
        "Annalena Baerbock traf Radoslaw Sikorski. Die beiden verletzten Soldaten hoben Russland hervor.",
        &["CONSULT annalena_baerbock > radoslaw_sikorski"],
    ),
    (
        "sv",
        "Emmanuel Macron träffade Narendra Modi. De två dödade soldaterna hyllade Iran.",
        &["CONSULT emmanuel_macron > narendra_modi"],
    ),
    // The other side of a meeting.
    (
        "en",
        "William Ruto met Yoweri Museveni in Nairobi. His counterpart condemned Sudan.",
        &[
            "CONSULT william_ruto > yoweri_museveni",
            "ACCUSE yoweri_museveni > sudan",
        ],
    ),
    (
        "en",
        "Olaf Scholz met Giorgia Meloni. Her counterpart praised Peru.",
        &[
            "CONSULT olaf_scholz > giorgia_meloni",
            "SUPPORT olaf_scholz > peru",
        ],
    ),
    (
        "de",
        "William Ruto traf Yoweri Museveni in Nairobi. Ruto lobte seinen Amtskollegen.",
        &[
            "CONSULT william_ruto > yoweri_museveni",
            "SUPPORT william_ruto > yoweri_museveni",
        ],
    ),
    (
        "sv",
        "William Ruto träffade Yoweri Museveni. Hans motpart fördömde Sudan.",
        &[
            "CONSULT william_ruto > yoweri_museveni",
            "ACCUSE yoweri_museveni > sudan",
        ],
    ),
    (
        "en",
        "Emmanuel Macron met Olaf Scholz and Giorgia Meloni. His counterpart condemned Iran.",
        &["CONSULT emmanuel_macron > olaf_scholz giorgia_meloni"],
    ),
    (
        "de",
        "Wolodymyr Selenskyj traf Donald Tusk. Sein Kollege aus Prag verurteilte Russland.",
        &[
            "CONSULT volodymyr_zelensky > donald_tusk",
            "ACCUSE czechia > russia",
        ],
    ),
    // German tells by the article what a pronoun may mean.
    (
        "de",
        "Die Türkei schloss ihre Botschaft in Minsk. Sie kritisierte Belarus.",
        &["SANCTION turkey > belarus", "ACCUSE turkey > belarus"],
    ),
    (
        "de",
        "Annalena Baerbock sprach in Genf. Die EU verhängte Zölle gegen China. Sie warnte Japan.",
        &[
            "SANCTION european_union > china",
            "THREATEN european_union > japan",
        ],
    ),
    (
        "de",
        "Der Sudan warnte den Tschad. Uganda drohte ihm mit Krieg.",
        &["THREATEN sudan > chad", "THREATEN uganda > sudan"],
    ),
    (
        "de",
        "Sambia wies zwei Gesandte Angolas aus. Es beschuldigte Angola der Spionage.",
        &["ACCUSE zambia > angola"],
    ),
    (
        "de",
        "Sambia warnte Angola. Es kam zu Angriffen auf Kongo.",
        &[
            "THREATEN zambia > angola",
            "ASSAULT  > democratic_republic_of_the_congo",
        ],
    ),
    (
        "de",
        "Die EU verurteilte Russland. Er drohte Polen mit Krieg.",
        &["ACCUSE european_union > russia"],
    ),
    // The town before a headline is no party.
    (
        "en",
        "Gulu – Uganda expels Rwandan diplomats\n\nUganda has expelled three diplomats of Rwanda.",
        &["SANCTION uganda > rwanda"],
    ),
    (
        "de",
        "Gulu: Uganda verurteilt Ruanda\n\nUganda hat Ruanda am Montag verurteilt.",
        &["ACCUSE uganda > rwanda"],
    ),
    (
        "sv",
        "Cusco – Peru utvisar Chiles ambassadör\n\nPeru har utvisat Chiles ambassadör.",
        &["SANCTION peru > chile"],
    ),
    (
        "en",
        "Peru: Chile attacked Bolivia\n\nPeru condemned Chile on Monday.",
        &["ASSAULT chile > bolivia", "ACCUSE peru > chile"],
    ),
    // An organ that opens a sentence; the name behind what it is.
    (
        "sv",
        "Polisen grep Kizza Besigye i Nairobi.",
        &["COERCE kenya > kizza_besigye"],
    ),
    (
        "en",
        "The opposition Democratic Alliance condemned Russia.",
        &["ACCUSE democratic_alliance > russia"],
    ),
    (
        "en",
        "The opposition MP Bobi Wine condemned Russia.",
        &["ACCUSE bobi_wine > russia"],
    ),
];
