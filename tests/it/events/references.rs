//! Pronouns and class nouns: whom they stand for, and when nobody.

use super::Case;

pub const CASES: &[Case] = &[
    // Pronouns and class nouns: the topic, never who stands at the same verb.
    (
        "en",
        "Olaf Scholz visited Peru. Emmanuel Macron accused him of lying.",
        &[
            "CONSULT olaf_scholz > peru",
            "ACCUSE emmanuel_macron > olaf_scholz",
        ],
    ),
    (
        "en",
        "Angela Merkel met Emmanuel Macron. She criticised China.",
        &[
            "CONSULT angela_merkel > emmanuel_macron",
            "ACCUSE angela_merkel > china",
        ],
    ),
    (
        "de",
        "Giorgia Meloni reiste nach Peru. Sie kritisierte Frankreich.",
        &[
            "CONSULT giorgia_meloni > peru",
            "ACCUSE giorgia_meloni > france",
        ],
    ),
    (
        "en",
        "China warned Australia. It accused Japan of spying.",
        &["THREATEN china > australia", "ACCUSE china > japan"],
    ),
    (
        "en",
        "Rwanda closed its embassy in Brussels. The country accused Belgium of meddling.",
        &["SANCTION rwanda > belgium", "ACCUSE rwanda > belgium"],
    ),
    (
        "sv",
        "M23 intog Goma. Gruppen anklagade Kongo för svek.",
        &[
            "ASSAULT m23 > goma",
            "ACCUSE m23 > democratic_republic_of_the_congo",
        ],
    ),
    (
        "en",
        "Kenya and Uganda agreed on a ceasefire. They condemned Sudan.",
        &["RETREAT kenya uganda > ", "ACCUSE kenya uganda > sudan"],
    ),
    (
        "de",
        "Ruto traf Museveni in Kampala. Beide unterzeichneten ein Abkommen.",
        &[
            "CONSULT william_ruto > yoweri_museveni",
            "AGREE william_ruto yoweri_museveni > ",
        ],
    ),
    // "They" may be either side of an act of one upon the other.
    (
        "en",
        "Niger attacked Mali. They accused France of spying.",
        &["ASSAULT niger > mali"],
    ),
    (
        "en",
        "India and Pakistan exchanged fire. Guido Crosetto visited Vienna. The EU called on both sides to talk.",
        &[
            "ASSAULT india pakistan > ",
            "CONSULT guido_crosetto > austria",
            "REQUEST european_union > india pakistan",
        ],
    ),
    (
        "en",
        "Emmanuel Macron met Friedrich Merz in Paris. Thousands marched. They criticized Donald Trump.",
        &["CONSULT emmanuel_macron > friedrich_merz"],
    ),
    (
        "en",
        "Emmanuel Macron said his country must be able to stop Russian ships.",
        &[],
    ),
    (
        "en",
        "Narendra Modi responded by imposing a tariff.",
        &["SANCTION narendra_modi > "],
    ),
    // An answer to a deed told before addresses whoever did it, if there is one possibility.
    (
        "en",
        "Russia bombed Kyiv on Monday. France condemned the attack.",
        &["ASSAULT russia > ukraine", "ACCUSE france > russia"],
    ),
    (
        "sv",
        "Ryssland bombade Kiev i måndags. Kina kritiserade attacken.",
        &["ASSAULT russia > ukraine", "ACCUSE china > russia"],
    ),
    (
        "de",
        "Niger wies den Botschafter Frankreichs aus. Italien kritisierte die Entscheidung.",
        &["SANCTION niger > france", "ACCUSE italy > niger"],
    ),
    (
        "en",
        "Russia bombed Kyiv. Israel bombed Beirut. France condemned the attack.",
        &["ASSAULT russia > ukraine", "ASSAULT israel > lebanon"],
    ),
    (
        "en",
        "Niger expelled the ambassador of France. Mali urged Niger to talk. Italy criticised the decision.",
        &[
            "SANCTION niger > france",
            "REQUEST mali > niger",
            "ACCUSE italy > niger",
        ],
    ),
    (
        "en",
        "Russia bombed Kyiv. France condemned an attack.",
        &["ASSAULT russia > ukraine"],
    ),
    // What takes up the last two.
    (
        "en",
        "Iran and Iraq held talks in Doha. The two sides condemned Israel.",
        &["CONSULT iran iraq > ", "ACCUSE iran iraq > israel"],
    ),
    (
        "sv",
        "Armenien och Azerbajdzjan möttes i Tirana. Parterna undertecknade ett avtal.",
        &[
            "CONSULT armenia azerbaijan > ",
            "AGREE armenia azerbaijan > ",
        ],
    ),
    (
        "sv",
        "Armenien, Georgien och Azerbajdzjan möttes i Tirana. Länderna undertecknade ett avtal.",
        &["CONSULT armenia georgia azerbaijan > "],
    ),
    // Phrases for two, and what is agreed by those who just talked; three candidates give nobody.
    (
        "en",
        "Kenya accused Uganda of theft. Tanzania urged both countries to talk.",
        &["ACCUSE kenya > uganda", "REQUEST tanzania > kenya uganda"],
    ),
];
