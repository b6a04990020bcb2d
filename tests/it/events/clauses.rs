//! Clauses inside and beside clauses: each keeps its own parties.

use super::Case;

pub const CASES: &[Case] = &[
    // A second clause has its own subject and object.
    (
        "sv",
        "Ghana tackade Togo, och Benin kritiserade Niger.",
        &["ACCUSE benin > niger", "SUPPORT ghana > togo"],
    ),
    (
        "en",
        "Peru condemned the raid and Chile recalled its ambassador from Quito.",
        &["SANCTION chile > ecuador"],
    ),
    (
        "en",
        "Mulino rejected the plan, and Costa Rica, a neighbour, accused Panama of greed.",
        &["ACCUSE costa_rica > panama"],
    ),
    // Relative clauses: who acts and upon whom.
    (
        "sv",
        "Macron, som Scholz kritiserade, reste till Kenya.",
        &[
            "CONSULT emmanuel_macron > kenya",
            "ACCUSE olaf_scholz > emmanuel_macron",
        ],
    ),
    (
        "en",
        "The envoy spoke of Maduro, who had accused Guyana of theft.",
        &["ACCUSE nicolas_maduro > guyana"],
    ),
    (
        "en",
        "Snowden was granted asylum by Russia.",
        &["AID russia > edward_snowden"],
    ),
    // Two statements side by side keep their parties apart.
    (
        "en",
        "Peru expels Chilean envoy; Bolivia criticises Ecuador",
        &["ACCUSE bolivia > ecuador", "SANCTION peru > chile"],
    ),
    (
        "de",
        "Israel bombardiert den Libanon; Iran droht den USA",
        &["THREATEN iran > united_states", "ASSAULT israel > lebanon"],
    ),
    (
        "sv",
        "Emmanuel Macron i Rom – Giorgia Meloni kritiserar Viktor Orbán",
        &["ACCUSE giorgia_meloni > viktor_orban"],
    ),
    // A date between verb and subject or object.
    (
        "en",
        "Norway on Tuesday rejected a Danish proposal to move the border.",
        &["REJECT norway > denmark"],
    ),
    (
        "en",
        "Chile has flatly rejected a Bolivian request for talks.",
        &["REJECT chile > bolivia"],
    ),
    // Slips of the parser: a clause behind "after", a genitive before a name, a participle behind a comma, a relative clause between commas.
    (
        "en",
        "Ghana recalled its ambassador to Togo after Togolese President Faure Gnassingbé accused Nana Akufo-Addo of meddling.",
        &[
            "SANCTION ghana > togo",
            "ACCUSE faure_gnassingbe > nana_akufo_addo",
        ],
    ),
    (
        "en",
        "Slovakia's Robert Fico vetoed a loan for Moldova.",
        &["REJECT robert_fico > moldova"],
    ),
    (
        "en",
        "Bola Tinubu spoke on Thursday, accusing Chad of smuggling.",
        &["ACCUSE bola_tinubu > chad"],
    ),
    (
        "en",
        "The United Arab Emirates, which Sudan has accused of arming rebels, rejected the claims.",
        &[
            "ACCUSE sudan > united_arab_emirates",
            "REJECT united_arab_emirates > sudan",
        ],
    ),
    (
        "en",
        "Donald Tusk is due to visit Latvia.",
        &["CONSULT donald_tusk > latvia"],
    ),
    (
        "sv",
        "Enligt Rom sköt Libyen två robotar mot Malta.",
        &["ASSAULT libya > malta"],
    ),
    (
        "sv",
        "Zambia vill att EU ska återuppta förbindelserna med Eritrea.",
        &["REQUEST zambia > european_union"],
    ),
    (
        "sv",
        "Litauens regering bad EU-kommissionen om hjälp efter att Belarus skickat ballonger över gränsen.",
        &["REQUEST lithuania > european_commission"],
    ),
    (
        "de",
        "Indien wirft Kanada vor, Extremisten zu schützen, was Ottawa bestreitet.",
        &["STATEMENT canada > india", "ACCUSE india > canada"],
    ),
    (
        "de",
        "Der ghanaische Präsident Nana Akufo-Addo wurde von Togos Regierungschef scharf kritisiert.",
        &["ACCUSE togo > nana_akufo_addo"],
    ),
    (
        "de",
        "Danach besuchte Olaf Scholz Mexiko.",
        &["CONSULT olaf_scholz > mexico"],
    ),
    // A relative clause between commas and its sentence are told apart.
    (
        "en",
        "Macron, who met Olaf Scholz on Monday, praised Poland.",
        &[
            "CONSULT emmanuel_macron > olaf_scholz",
            "SUPPORT emmanuel_macron > poland",
        ],
    ),
    (
        "en",
        "Uganda, which Rwanda has accused of theft, condemned Kenya.",
        &["ACCUSE rwanda > uganda", "ACCUSE uganda > kenya"],
    ),
    (
        "sv",
        "Rwanda, som Uganda har anklagat för stöld, fördömde Kenya.",
        &["ACCUSE rwanda > kenya", "ACCUSE uganda > rwanda"],
    ),
    (
        "de",
        "Macron, mit dem Scholz am Montag telefoniert hatte, kritisierte Polen.",
        &[
            "ACCUSE emmanuel_macron > poland",
            "CONSULT olaf_scholz > emmanuel_macron",
        ],
    ),
    (
        "de",
        "Macron, der Scholz am Montag getroffen hatte, kritisierte Polen.",
        &[
            "ACCUSE emmanuel_macron > poland",
            "CONSULT emmanuel_macron > olaf_scholz",
        ],
    ),
    (
        "en",
        "Uganda, which Rwanda has accused of theft, rejected the claims.",
        &["REJECT uganda > rwanda", "ACCUSE rwanda > uganda"],
    ),
    (
        "sv",
        "Kenya bad Ghana om hjälp efter att Togo hade skickat soldater.",
        &["MOBILIZE togo > ", "REQUEST kenya > ghana"],
    ),
    (
        "de",
        "Peru wirft Chile vor, Wasser zu stehlen, was Santiago bestreitet.",
        &["ACCUSE peru > chile"],
    ),
    (
        "en",
        "Mali accused Algeria of theft. Senegal's president Bassirou Diomaye Faye, who met Algerian leader Abdelmadjid Tebboune in Dakar, offered to mediate between the two neighbours. Brazil urged both countries to talk.",
        &[
            "ACCUSE mali > algeria",
            "AGREE bassirou_diomaye_faye > mali algeria",
            "CONSULT bassirou_diomaye_faye > abdelmadjid_tebboune",
            "REQUEST brazil > mali algeria",
        ],
    ),
    (
        "de",
        "Die Außenminister Japans und Südkoreas berieten in Tokio über die Lage.",
        &["CONSULT japan south_korea > "],
    ),
];
