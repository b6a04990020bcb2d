//! Who holds an office: a name between commas behind what the office is of.

use super::Case;

pub const CASES: &[Case] = &[
    (
        "de",
        "Der Gouverneur der Region Belgorod, Wjatscheslaw Gladkow, beschuldigte die Ukraine.",
        &["ACCUSE wjatscheslaw_gladkow > ukraine"],
    ),
    (
        "de",
        "Der Chef der Rebellengruppe M23, Bertrand Bisimwa, beschuldigte Ruanda.",
        &["ACCUSE bertrand_bisimwa > rwanda"],
    ),
    (
        "de",
        "Der Ministerpräsident der Region Flandern, Matthias Diependaele, lobte Marokko.",
        &["SUPPORT matthias_diependaele > morocco"],
    ),
    (
        "de",
        "Am Montag lobte der Gouverneur der Region Tigray, Getachew Reda, Eritrea.",
        &["SUPPORT getachew_reda > eritrea"],
    ),
    (
        "de",
        "Der Anführer der Miliz Al-Schabab, Ahmed Diriye, bedrohte Kenia.",
        &["THREATEN ahmed_diriye > kenya"],
    ),
    (
        "sv",
        "Guvernören i regionen Belgorod, Vjatjeslav Gladkov, anklagade Ukraina.",
        &["ACCUSE vjatjeslav_gladkov > ukraine"],
    ),
    (
        "sv",
        "Chefen för rebellgruppen M23, Bertrand Bisimwa, anklagade Rwanda.",
        &["ACCUSE bertrand_bisimwa > rwanda"],
    ),
    (
        "en",
        "The head of the rebel group M23, Bertrand Bisimwa, accused Rwanda.",
        &["ACCUSE bertrand_bisimwa > rwanda"],
    ),
    (
        "en",
        "The governor of Belgorod, Vyacheslav Gladkov, accused Ukraine.",
        &["ACCUSE vyacheslav_gladkov > ukraine"],
    ),
    (
        "sv",
        "Guvernören i Belgorod, Vjatjeslav Gladkov, anklagade Ukraina.",
        &["ACCUSE vjatjeslav_gladkov > ukraine"],
    ),
    (
        "en",
        "The governor of the Belgorod region, Vyacheslav Gladkov, accused Ukraine.",
        &["ACCUSE vyacheslav_gladkov > ukraine"],
    ),
    // A list is no holder.
    (
        "de",
        "Der Präsident der Türkei, Griechenland und Zypern lobten Malta.",
        &["SUPPORT turkey greece cyprus > malta"],
    ),
    // Ages between commas before a relative clause.
    (
        "en",
        "Maria Lopez, 44, who left office in May, criticised Spain.",
        &["RETREAT maria_lopez > ", "ACCUSE maria_lopez > spain"],
    ),
    (
        "de",
        "Jan Novak, 61, dessen Vertrag im Januar endete, beschuldigte Peru des Diebstahls.",
        &["ACCUSE jan_novak > peru"],
    ),
    (
        "sv",
        "Jan Novak, 61, vars kontrakt löpte ut i januari, anklagade Peru för stöld.",
        &["ACCUSE jan_novak > peru"],
    ),
    (
        "en",
        "Rafael Diaz, 61, accused Peru of theft.",
        &["ACCUSE rafael_diaz > peru"],
    ),
    // What was done to somebody behind a comma.
    (
        "en",
        "Gioconda Belli, stripped of her nationality by Daniel Ortega, criticised Spain.",
        &[
            "SANCTION daniel_ortega > gioconda_belli",
            "ACCUSE gioconda_belli > spain",
        ],
    ),
    // A host is no second guest.
    (
        "de",
        "Orban, den Tränen nahe, umarmte seinen malaysischen Gastgeber Anwar Ibrahim und dankte Indonesien.",
        &[
            "SUPPORT viktor_orban > indonesia",
            "SUPPORT viktor_orban > anwar_ibrahim",
        ],
    ),
    // What takes up the clause before, with the noun of a body before its name.
    (
        "sv",
        "Emmanuel Macron vände sig till marockanerna, något som partiet Istiqlal kritiserade.",
        &["ACCUSE istiqlal > emmanuel_macron"],
    ),
    (
        "sv",
        "Polens president besökte Prag, något Ungern fördömde.",
        &["ACCUSE hungary > poland", "CONSULT poland > czechia"],
    ),
    (
        "sv",
        "Kenya höll val i januari 2024 och anklagade ugandiska domare för mutbrott.",
        &["ACCUSE kenya > uganda"],
    ),
    // The head of a state whom the article names.
    (
        "de",
        "Donald Trump flog nach Kenia. Kenia lobte den US-Präsidenten.",
        &[
            "CONSULT donald_trump > kenya",
            "SUPPORT kenya > donald_trump",
        ],
    ),
    (
        "sv",
        "Donald Trump flög till Kenya. Kenya berömde USA-presidenten.",
        &[
            "CONSULT donald_trump > kenya",
            "SUPPORT kenya > donald_trump",
        ],
    ),
    (
        "de",
        "Marco Rubio flog nach Kenia. Kenia lobte den US-Außenminister.",
        &["CONSULT marco_rubio > kenya", "SUPPORT kenya > marco_rubio"],
    ),
    (
        "de",
        "Kenia lobte den US-Präsidenten.",
        &["SUPPORT kenya > united_states"],
    ),
    // Helpers that help nothing, and what stands before a separated particle.
    (
        "sv",
        "Pilar Alegría vill i stället att Fifa stänger av Israel.",
        &["REQUEST pilar_alegria > fifa"],
    ),
    (
        "de",
        "Doug Ford blieb stur, lenkte am Freitag aber nach einem Telefonat mit Premierminister Mark Carney ein.",
        &[
            "CONSULT doug_ford > mark_carney",
            "CONCEDE doug_ford > mark_carney",
        ],
    ),
    // A promise to hold on to something holds nobody.
    (
        "de",
        "Claudia Sheinbaum sicherte Mark Carney zu, am Abkommen festzuhalten.",
        &["AGREE claudia_sheinbaum > mark_carney"],
    ),
    // A court that somebody does not recognise is none who went there.
    (
        "en",
        "Poland took the case to the Hague tribunal, which Russia does not recognise.",
        &[],
    ),
];
