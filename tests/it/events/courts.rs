//! Whose court it is, who blames his own state, what a noun takes up, the names of treaties, parties and abbreviations.

use super::Case;

pub const CASES: &[Case] = &[
    // Courts and the like without a state are those of the one state whose affairs are told.
    (
        "en",
        "Raila Odinga asked the High Court to order a recount. The court dismissed the request.",
        &[
            "REQUEST raila_odinga > kenya",
            "REJECT kenya > raila_odinga",
        ],
    ),
    (
        "en",
        "Kenyan police arrested Max Müller. A court released him on Monday.",
        &["COERCE kenya > max_muller", "RETREAT kenya > max_muller"],
    ),
    (
        "en",
        "Prosecutors charged Raila Odinga with treason.",
        &["ACCUSE kenya > raila_odinga"],
    ),
    (
        "sv",
        "Kenya grep Raila Odinga. Åklagaren anklagar honom för förräderi.",
        &["COERCE kenya > raila_odinga", "ACCUSE kenya > raila_odinga"],
    ),
    (
        "sv",
        "Raila Odinga bad högsta domstolen om hjälp. Domstolen avvisade begäran.",
        &[
            "REQUEST raila_odinga > kenya",
            "REJECT kenya > raila_odinga",
        ],
    ),
    (
        "sv",
        "Raila Odinga anklagade valkommissionen för fusk.",
        &["ACCUSE raila_odinga > kenya"],
    ),
    (
        "de",
        "Kenia nahm Raila Odinga fest. Das Gericht ließ ihn frei.",
        &[
            "COERCE kenya > raila_odinga",
            "RETREAT kenya > raila_odinga",
        ],
    ),
    (
        "de",
        "Ein Gericht verurteilte Raila Odinga zu drei Jahren Haft.",
        &["SANCTION kenya > raila_odinga"],
    ),
    (
        "de",
        "Raila Odinga warf der Wahlkommission Betrug vor.",
        &["ACCUSE raila_odinga > kenya"],
    ),
    (
        "en",
        "Voters in Malawi went to the polls. The electoral commission named a winner. Lazarus Chakwera accused the commission of fraud.",
        &["ACCUSE lazarus_chakwera > malawi"],
    ),
    (
        "sv",
        "Kizza Besigye ställdes inför en militärdomstol i Kampala.",
        &["ACCUSE uganda > kizza_besigye"],
    ),
    (
        "de",
        "Uganda nahm Kizza Besigye fest. Er wurde vor ein Militärgericht gestellt.",
        &[
            "COERCE uganda > kizza_besigye",
            "ACCUSE uganda > kizza_besigye",
        ],
    ),
    // Of two states it may be either's, and one that was named is that one.
    (
        "en",
        "Poland sued Hungary at the European Court of Justice. The court fined Hungary.",
        &[
            "ACCUSE poland > hungary",
            "SANCTION european_court_of_justice > hungary",
        ],
    ),
    (
        "en",
        "The Norwegian parliament condemned Kenya. The court praised the parliament.",
        &["ACCUSE norway > kenya"],
    ),
    (
        "de",
        "Polen verklagte Ungarn. Das Gericht verurteilte Ungarn.",
        &["ACCUSE poland > hungary"],
    ),
    (
        "sv",
        "Sverige mötte Norge. Domaren kritiserade spelarna.",
        &["CONSULT sweden > norway"],
    ),
    // Whoever holds no office may blame his own state.
    (
        "en",
        "The Kenyan politician Martha Karua accused Kenya of theft.",
        &["ACCUSE martha_karua > kenya"],
    ),
    (
        "en",
        "Kenyan opposition leader Raila Odinga criticised Kenya.",
        &["ACCUSE raila_odinga > kenya"],
    ),
    (
        "sv",
        "Den kenyanska politikern Martha Karua anklagade Kenya för att ha hjälpt Uganda.",
        &["ACCUSE martha_karua > kenya"],
    ),
    (
        "sv",
        "Den norske författaren Jo Nesbø uppmanade Norge att agera.",
        &["REQUEST jo_nesbo > norway"],
    ),
    (
        "de",
        "Die kenianische Politikerin Martha Karua warf Kenia Diebstahl vor.",
        &["ACCUSE martha_karua > kenya"],
    ),
    (
        "de",
        "Der deutsche Komiker Jan Böhmermann verklagte Deutschland.",
        &["ACCUSE jan_bohmermann > germany"],
    ),
    (
        "en",
        "The German chancellor Olaf Scholz urged Germany to save energy.",
        &[],
    ),
    ("sv", "William Ruto anklagade Kenya för lathet.", &[]),
    (
        "de",
        "Der deutsche Außenminister warnte Deutschland vor Russland.",
        &[],
    ),
    // Somebody of whom nothing is known answers for the one who was blamed.
    (
        "en",
        "Kenya accused Britain of theft. Jonathan Reynolds rejected the criticism.",
        &[
            "ACCUSE kenya > united_kingdom",
            "REJECT jonathan_reynolds > kenya",
        ],
    ),
    (
        "sv",
        "Kenya anklagade Storbritannien för stöld. Jonathan Reynolds avvisade kritiken.",
        &[
            "ACCUSE kenya > united_kingdom",
            "REJECT jonathan_reynolds > kenya",
        ],
    ),
    (
        "de",
        "Kenia warf Großbritannien Diebstahl vor. Jonathan Reynolds wies die Kritik zurück.",
        &[
            "ACCUSE kenya > united_kingdom",
            "REJECT jonathan_reynolds > kenya",
        ],
    ),
    // A package, a measure, a resolution, a pact take up acts of their own kind.
    (
        "en",
        "The EU imposed sanctions on Russia. Slovakia blocked the package.",
        &[
            "SANCTION european_union > russia",
            "REJECT slovakia > european_union",
        ],
    ),
    (
        "de",
        "Die EU hat Sanktionen gegen Russland beschlossen. Die Slowakei hatte das Paket wochenlang blockiert.",
        &[
            "SANCTION european_union > russia",
            "REJECT slovakia > european_union",
        ],
    ),
    (
        "en",
        "Kenya and Uganda signed a trade pact. Olaf Scholz criticised the pact.",
        &["AGREE kenya uganda > ", "ACCUSE olaf_scholz > kenya uganda"],
    ),
    (
        "en",
        "Kenya banned the BBC. Britain condemned the ban.",
        &["COERCE kenya > bbc", "ACCUSE united_kingdom > kenya"],
    ),
    (
        "sv",
        "Uefa hävde avstängningen av Ryssland. Andrea Abodi ville inte lova något. Sveriges idrottsminister Jakob Forssmed kallade beslutet skamligt.",
        &["CONCEDE uefa > russia", "ACCUSE jakob_forssmed > uefa"],
    ),
    (
        "de",
        "Kenia verhängte Zölle gegen Uganda. Tansania will sich nicht beugen. Ghana nannte die Zölle unfair.",
        &["SANCTION kenya > uganda", "ACCUSE ghana > kenya"],
    ),
    // One's own decision is defended, and nobody turns down what no one said.
    (
        "sv",
        "Finland bojkottar spelen. Andrew Parsons försvarade beslutet.",
        &["PROTEST finland > "],
    ),
    // The town in the name of a treaty is no party.
    ("en", "Olaf Scholz criticised the Treaty of Lisbon.", &[]),
    (
        "sv",
        "Kongo och M23 undertecknade en deklaration i Doha. Emmanuel Macron välkomnade avtalet i Doha.",
        &[
            "AGREE democratic_republic_of_the_congo m23 > ",
            "SUPPORT emmanuel_macron > democratic_republic_of_the_congo m23",
        ],
    ),
    ("de", "Olaf Scholz begrüßte den Vertrag von Lissabon.", &[]),
    (
        "de",
        "Olaf Scholz begrüßte die Erklärung von Katar.",
        &["SUPPORT olaf_scholz > qatar"],
    ),
    // Whose party or family it is, is not arrested; whoever leads a party does not act beside it.
    (
        "sv",
        "Kenyansk polis grep tio medlemmar av Raila Odingas parti ODM i staden Kisumu och utvisade dem.",
        &[
            "COERCE kenya > orange_democratic_movement",
            "COERCE kenya > orange_democratic_movement",
        ],
    ),
    (
        "de",
        "Kenia nahm zehn Mitglieder von Raila Odingas Partei ODM in der Stadt Kisumu fest.",
        &["COERCE kenya > orange_democratic_movement"],
    ),
    (
        "de",
        "Michal Simecka, der Chef der Oppositionspartei Progressive Slowakei, warf Fico Verrat vor.",
        &["ACCUSE michal_simecka > robert_fico"],
    ),
    // An abbreviation is the name before it.
    (
        "sv",
        "Internationella skidförbundet, FIS, stängde av Ryssland. Norge kritiserade FIS.",
        &[
            "SANCTION internationella_skidforbundet > russia",
            "ACCUSE norway > internationella_skidforbundet",
        ],
    ),
    (
        "en",
        "The International Ski Federation (FIS) suspended Russia. Norway criticised the FIS.",
        &[
            "SANCTION international_ski_federation > russia",
            "ACCUSE norway > international_ski_federation",
        ],
    ),
    (
        "en",
        "FIS won the vote in Algeria. Algeria banned FIS.",
        &["COERCE algeria > islamic_salvation_front"],
    ),
    // Those whom the same one acted upon, and the state in which its own army took power.
    (
        "en",
        "Uefa readmitted Russia and Belarus. Uefa suspended them in 2022 after Russia's invasion of Ukraine.",
        &[
            "RETREAT uefa > russia belarus",
            "SANCTION uefa > russia belarus",
        ],
    ),
    (
        "en",
        "The army seized power in Guinea-Bissau. Portugal demanded answers. Ecowas suspended the country.",
        &["SANCTION ecowas > guinea_bissau"],
    ),
    // Whoever holds somebody frees him.
    (
        "de",
        "Frankreich nahm Pawel Durow fest. Ein Richter ließ Durow frei.",
        &[
            "COERCE france > pawel_durow",
            "RETREAT france > pawel_durow",
        ],
    ),
    (
        "en",
        "Kenya arrested Max Müller. He was released on Monday.",
        &["COERCE kenya > max_muller", "RETREAT kenya > max_muller"],
    ),
];
