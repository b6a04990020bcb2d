//! Nouns that take up bodies and people told of before: "the Russian company", "the singer", "the three"; pronouns behind talks and in contrasts.

use super::Case;

pub const CASES: &[Case] = &[
    // The adjective of a state beside a noun for a body: the body of that state told of before.
    (
        "en",
        "Lukoil sued Bulgaria. Bulgaria fined the Russian company.",
        &["ACCUSE lukoil > bulgaria", "SANCTION bulgaria > lukoil"],
    ),
    (
        "sv",
        "Lukoil stämde Bulgarien. Bulgarien bötfällde det ryska oljebolaget.",
        &["ACCUSE lukoil > bulgaria", "SANCTION bulgaria > lukoil"],
    ),
    (
        "de",
        "Lukoil verklagte Bulgarien. Bulgarien verurteilte den russischen Konzern.",
        &["ACCUSE lukoil > bulgaria", "ACCUSE bulgaria > lukoil"],
    ),
    (
        "en",
        "Lukoil sued Bulgaria. Bulgaria criticised a Chinese company.",
        &["ACCUSE lukoil > bulgaria", "ACCUSE bulgaria > china"],
    ),
    (
        "en",
        "Lukoil sued Bulgaria. Bulgaria criticised the Chinese company.",
        &["ACCUSE lukoil > bulgaria", "ACCUSE bulgaria > china"],
    ),
    (
        "en",
        "Hamas praised Qatar. Peru condemned the Palestinian group.",
        &["SUPPORT hamas > qatar", "ACCUSE peru > hamas"],
    ),
    (
        "de",
        "Die Hamas lobte Katar. Peru verurteilte die radikale Gruppe.",
        &["SUPPORT hamas > qatar", "ACCUSE peru > hamas"],
    ),
    // Words between the article and the noun.
    (
        "en",
        "Nato criticised Serbia. Serbia accused the military alliance of lying.",
        &["ACCUSE nato > serbia", "ACCUSE serbia > nato"],
    ),
    (
        "en",
        "Ecowas threatened Mali. Mali accused the regional bloc of treason.",
        &["THREATEN ecowas > mali", "ACCUSE mali > ecowas"],
    ),
    (
        "sv",
        "Nato kritiserade Serbien. Serbien anklagade militäralliansen för lögner.",
        &["ACCUSE nato > serbia", "ACCUSE serbia > nato"],
    ),
    (
        "de",
        "Die Nato kritisierte Serbien. Serbien kritisierte das westliche Militärbündnis.",
        &["ACCUSE nato > serbia", "ACCUSE serbia > nato"],
    ),
    // What follows a noun may belong to the verb before it.
    (
        "en",
        "Unesco criticised Mali. Mali accused the organisation of lying.",
        &["ACCUSE unesco > mali", "ACCUSE mali > unesco"],
    ),
    (
        "en",
        "Unesco criticised Mali. Mali visited the organisation of its neighbours.",
        &["ACCUSE unesco > mali"],
    ),
    (
        "sv",
        "Unesco kritiserade Mali. Mali tackade organisationen för hjälpen.",
        &["ACCUSE unesco > mali", "SUPPORT mali > unesco"],
    ),
    // The noun of a name that is written short.
    (
        "en",
        "The IMF praised Ghana. Ghana thanked the fund.",
        &[
            "SUPPORT international_monetary_fund > ghana",
            "SUPPORT ghana > international_monetary_fund",
        ],
    ),
    (
        "sv",
        "IMF berömde Ghana. Ghana tackade fonden.",
        &[
            "SUPPORT international_monetary_fund > ghana",
            "SUPPORT ghana > international_monetary_fund",
        ],
    ),
    (
        "de",
        "Der IWF lobte Ghana. Ghana dankte dem Fonds.",
        &[
            "SUPPORT international_monetary_fund > ghana",
            "SUPPORT ghana > international_monetary_fund",
        ],
    ),
    (
        "en",
        "The ICC convicted Thomas Lubanga. Rwanda praised the court.",
        &[
            "SANCTION international_criminal_court > thomas_lubanga",
            "SUPPORT rwanda > international_criminal_court",
        ],
    ),
    (
        "de",
        "Die EU kritisierte Ungarn. Ungarn verklagte die Union.",
        &[
            "ACCUSE european_union > hungary",
            "ACCUSE hungary > european_union",
        ],
    ),
    // Rebels, if one group of them was told of.
    (
        "en",
        "The Houthis attacked Israel. Oman warned the rebels.",
        &["ASSAULT houthis > israel", "THREATEN oman > houthis"],
    ),
    (
        "sv",
        "M23 anföll Kongo. Angola varnade rebellerna.",
        &[
            "ASSAULT m23 > democratic_republic_of_the_congo",
            "THREATEN angola > m23",
        ],
    ),
    (
        "de",
        "Die M23 griff den Kongo an. Angola warnte die Rebellen.",
        &[
            "ASSAULT m23 > democratic_republic_of_the_congo",
            "THREATEN angola > m23",
        ],
    ),
    (
        "en",
        "Hamas and Hezbollah attacked Israel. Oman warned the militants.",
        &[
            "ASSAULT hamas hezbollah > israel",
            "THREATEN oman > militants",
        ],
    ),
    // What a text says of somebody it names.
    (
        "en",
        "Belarus jailed the sculptor Ales Novik. Poland called the sculptor a hero. Norway praised the artist.",
        &[
            "COERCE belarus > ales_novik",
            "SUPPORT poland > ales_novik",
            "SUPPORT norway > ales_novik",
        ],
    ),
    (
        "en",
        "Ales Novik, a Belarusian sculptor, fled to Poland. Belarus accused the sculptor of treason.",
        &["RETREAT ales_novik > poland", "ACCUSE belarus > ales_novik"],
    ),
    (
        "en",
        "Belarus jailed the sculptor Ales Novik. A sculptor fled. Belarus accused the sculptor of treason.",
        &["COERCE belarus > ales_novik"],
    ),
    (
        "en",
        "Belarus jailed the sculptor Ales Novik and the sculptor Jan Kupala. Norway praised the sculptor.",
        &["COERCE belarus > ales_novik jan_kupala"],
    ),
    (
        "sv",
        "Belarus fängslade skulptören Ales Novik. Norge hyllade skulptören.",
        &["COERCE belarus > ales_novik", "SUPPORT norway > ales_novik"],
    ),
    (
        "de",
        "Belarus inhaftierte den Bildhauer Ales Nowik. Norwegen dankte dem Künstler.",
        &["COERCE belarus > ales_nowik", "SUPPORT norway > ales_nowik"],
    ),
    (
        "de",
        "Belarus verhaftete die Sängerin Olga Nowik. Norwegen dankte der Musikerin.",
        &["COERCE belarus > olga_nowik", "SUPPORT norway > olga_nowik"],
    ),
    (
        "en",
        "Tycoon Jan Novak fled to Malta. Slovakia accused the businessman of fraud.",
        &["RETREAT jan_novak > malta", "ACCUSE slovakia > jan_novak"],
    ),
    (
        "en",
        "Malta arrested Jan Novak. Slovakia accused the man of fraud.",
        &["COERCE malta > jan_novak", "ACCUSE slovakia > jan_novak"],
    ),
    (
        "en",
        "Malta arrested Jan Novak and Ivan Hruska. Slovakia accused the man of fraud.",
        &["COERCE malta > jan_novak ivan_hruska"],
    ),
    (
        "de",
        "Norbert Röttgen kritisierte Ungarn. Der CDU-Politiker warf China Verrat vor.",
        &[
            "ACCUSE norbert_rottgen > hungary",
            "ACCUSE norbert_rottgen > china",
        ],
    ),
    // Leaders by a wider title.
    (
        "en",
        "General Mahamat Deby visited Togo. The junta leader thanked Togo.",
        &[
            "CONSULT mahamat_deby_itno > togo",
            "SUPPORT mahamat_deby_itno > togo",
        ],
    ),
    (
        "sv",
        "General Mahamat Deby besökte Togo. Juntaledaren tackade Togo.",
        &[
            "CONSULT mahamat_deby_itno > togo",
            "SUPPORT mahamat_deby_itno > togo",
        ],
    ),
    (
        "de",
        "General Mahamat Deby besuchte Togo. Der Machthaber dankte Togo.",
        &[
            "CONSULT mahamat_deby_itno > togo",
            "SUPPORT mahamat_deby_itno > togo",
        ],
    ),
    // After talks with somebody, whoever had them.
    (
        "en",
        "Emmanuel Macron flew to Rabat. After talks with Nayib Bukele, he criticised Algeria.",
        &[
            "CONSULT emmanuel_macron > morocco",
            "CONSULT emmanuel_macron > nayib_bukele",
            "ACCUSE emmanuel_macron > algeria",
        ],
    ),
    (
        "sv",
        "Emmanuel Macron flög till Rabat. Efter ett möte med Nayib Bukele kritiserade han Algeriet.",
        &[
            "CONSULT emmanuel_macron > morocco",
            "ACCUSE emmanuel_macron > algeria",
            "CONSULT emmanuel_macron > nayib_bukele",
        ],
    ),
    (
        "de",
        "Emmanuel Macron flog nach Rabat. Nach einem Treffen mit Nayib Bukele kritisierte er Algerien.",
        &[
            "CONSULT emmanuel_macron > morocco",
            "CONSULT emmanuel_macron > nayib_bukele",
            "ACCUSE emmanuel_macron > algeria",
        ],
    ),
    // Opposite words on one.
    (
        "en",
        "Olaf Scholz criticised Emmanuel Macron, while Giorgia Meloni praised him.",
        &[
            "ACCUSE olaf_scholz > emmanuel_macron",
            "SUPPORT giorgia_meloni > emmanuel_macron",
        ],
    ),
    (
        "sv",
        "Olaf Scholz kritiserade Emmanuel Macron, medan Giorgia Meloni berömde honom.",
        &[
            "SUPPORT giorgia_meloni > emmanuel_macron",
            "ACCUSE olaf_scholz > emmanuel_macron",
        ],
    ),
    (
        "en",
        "Olaf Scholz criticised Emmanuel Macron, while Giorgia Meloni condemned him.",
        &["ACCUSE olaf_scholz > emmanuel_macron"],
    ),
    // Three; groups of a state.
    (
        "en",
        "Peru, Chile and Bolivia met. Brazil accused the three of treason.",
        &[
            "CONSULT peru chile bolivia > ",
            "ACCUSE brazil > peru chile bolivia",
        ],
    ),
    (
        "sv",
        "Peru, Chile och Bolivia möttes. Brasilien anklagade de tre för svek.",
        &[
            "CONSULT peru chile bolivia > ",
            "ACCUSE brazil > peru chile bolivia",
        ],
    ),
    (
        "de",
        "Peru, Chile und Bolivien trafen sich. Brasilien warf den dreien Verrat vor.",
        &[
            "CONSULT peru chile bolivia > ",
            "ACCUSE brazil > peru chile bolivia",
        ],
    ),
    (
        "en",
        "Kenya arrested four Ugandans. Norway praised them.",
        &["COERCE kenya > uganda"],
    ),
    (
        "en",
        "The Ugandans fish at night. Kenya threatened them with fines.",
        &["THREATEN kenya > uganda"],
    ),
    // The government of a party is its state's.
    (
        "en",
        "Mauritius criticised the Labour government.",
        &["ACCUSE mauritius > united_kingdom"],
    ),
    (
        "de",
        "Peru kritisierte Olha Charlan. Olaf Scholz lobte die Ukrainerin.",
        &[
            "ACCUSE peru > olha_charlan",
            "SUPPORT olaf_scholz > olha_charlan",
        ],
    ),
    (
        "de",
        "Peru lobte Emmanuel Macron. Olaf Scholz telefonierte am Montag mit seinem kenianischen Kollegen William Ruto.",
        &[
            "SUPPORT peru > emmanuel_macron",
            "CONSULT olaf_scholz > william_ruto",
        ],
    ),
    // A body without an article is no "er".
    (
        "de",
        "Max Weber floh. Amnesty International lobte Kenia. Kenia wirft ihm Betrug vor.",
        &[
            "SUPPORT amnesty_international > kenya",
            "ACCUSE kenya > max_weber",
        ],
    ),
    (
        "en",
        "William Ruto rejoiced. The economist Jane Doe accused the president of treason.",
        &["ACCUSE jane_doe > william_ruto"],
    ),
    // The government of those told of, the forces told of.
    (
        "en",
        "Denis Sassou Nguesso was ousted. Peru condemned the junta.",
        &["ACCUSE peru > republic_of_the_congo"],
    ),
    (
        "sv",
        "Denis Sassou Nguesso störtades. Peru fördömde juntan.",
        &[
            "ASSAULT  > denis_sassou_nguesso",
            "ACCUSE peru > republic_of_the_congo",
        ],
    ),
    (
        "en",
        "Denis Sassou Nguesso met William Ruto. Peru condemned the junta.",
        &[
            "CONSULT denis_sassou_nguesso > william_ruto",
            "ACCUSE peru > junta",
        ],
    ),
    (
        "en",
        "Ethiopian troops attacked Asmara. Peru accused the soldiers of murder.",
        &["ASSAULT ethiopia > eritrea", "ACCUSE peru > ethiopia"],
    ),
    // Guests and colleagues.
    (
        "en",
        "Recep Tayyip Erdogan came to Berlin. Frank-Walter Steinmeier received the visitor.",
        &[
            "CONSULT recep_tayyip_erdogan > germany",
            "CONSULT frank_walter_steinmeier > recep_tayyip_erdogan",
        ],
    ),
    (
        "sv",
        "Recep Tayyip Erdogan kom till Berlin. Frank-Walter Steinmeier tog emot gästen.",
        &[
            "CONSULT recep_tayyip_erdogan > germany",
            "CONSULT frank_walter_steinmeier > recep_tayyip_erdogan",
        ],
    ),
    (
        "de",
        "Olaf Scholz kritisierte William Ruto. Im Oktober empfing der kenianische Präsident seinen deutschen Kollegen.",
        &[
            "ACCUSE olaf_scholz > william_ruto",
            "CONSULT william_ruto > olaf_scholz",
        ],
    ),
    // A state's adjective before an office or a colleague.
    (
        "en",
        "Marco Rubio met Wang Yi. The American minister thanked his Chinese colleague.",
        &[
            "CONSULT marco_rubio > wang_yi",
            "SUPPORT marco_rubio > wang_yi",
        ],
    ),
    (
        "de",
        "Marco Rubio traf Wang Yi. Der amerikanische Minister dankte seinem chinesischen Kollegen.",
        &[
            "CONSULT marco_rubio > wang_yi",
            "SUPPORT marco_rubio > wang_yi",
        ],
    ),
    (
        "en",
        "Peru criticised Greenpeace. Chile praised the environmental group.",
        &["ACCUSE peru > greenpeace", "SUPPORT chile > greenpeace"],
    ),
];
