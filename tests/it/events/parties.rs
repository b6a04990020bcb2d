//! Who takes part in an act and who is only near it; what is no act at all.

use super::Case;

pub const CASES: &[Case] = &[
    // What is only near an act takes no part in it.
    (
        "de",
        "Israel hat nach UN-Angaben 300 Zivilisten getötet.",
        &["ASSAULT israel > "],
    ),
    (
        "sv",
        "Polen köper stridsvagnar efter kriget mot Ryssland.",
        &[],
    ),
    ("en", "China issued a warrant through Interpol.", &[]),
    (
        "de",
        "Scholz empfing die aus Kuba geflohenen Dissidenten.",
        &[],
    ),
    (
        "en",
        "Trump called on Maduro to resign.",
        &["REQUEST donald_trump > nicolas_maduro"],
    ),
    // Who condemns a deed accuses whoever did it; what happened at a place was not done by it.
    (
        "en",
        "China condemned Israel's attack on Iran.",
        &["ACCUSE china > israel"],
    ),
    ("en", "China condemned the attack on Iran.", &[]),
    ("sv", "Kina fördömde attacken mot Iran.", &[]),
    ("de", "China verurteilte den Angriff auf den Iran.", &[]),
    (
        "en",
        "The arrest of Navalny by Russia angered Germany.",
        &["ACCUSE germany > russia"],
    ),
    (
        "en",
        "A shooting at a school in Serbia left nine dead.",
        &["ASSAULT  > serbia"],
    ),
    (
        "en",
        "The Kuwait invasion shocked Europe.",
        &["ASSAULT  > kuwait"],
    ),
    // Words are weapons only where weapons are; a place tells where, not whom.
    (
        "de",
        "AfD-Chefin Alice Weidel griff Friedrich Merz im Bundestag scharf an.",
        &["ACCUSE alice_weidel > friedrich_merz"],
    ),
    (
        "sv",
        "Ebba Busch attackerade Magdalena Andersson i debatten.",
        &["ACCUSE ebba_busch > magdalena_andersson"],
    ),
    (
        "en",
        "Jerome Powell was fired by Donald Trump.",
        &["SANCTION donald_trump > jerome_powell"],
    ),
    (
        "en",
        "Evan Hart attacked Lars Holm with a knife.",
        &["ASSAULT evan_hart > lars_holm"],
    ),
    (
        "de",
        "Russland hat in Ankara mehrere Dissidenten freigelassen.",
        &["RETREAT russia > "],
    ),
    // A source is no word of a trigger.
    (
        "en",
        "Iran struck a base in Iraq, according to the Pentagon.",
        &["ASSAULT iran > iraq"],
    ),
    // What one travels for.
    (
        "en",
        "Marco Rubio flew to Beijing to meet Xi Jinping.",
        &[
            "CONSULT marco_rubio > xi_jinping",
            "CONSULT marco_rubio > china",
        ],
    ),
    // The subject itself is what the verb acts upon.
    (
        "sv",
        "Thailand och Kambodja anklagar varandra för angrepp.",
        &["ACCUSE thailand cambodia > "],
    ),
    (
        "en",
        "Thailand and Cambodia accused each other of breaking the ceasefire.",
        &["ACCUSE thailand cambodia > "],
    ),
    (
        "de",
        "Indien und Pakistan beschuldigten sich gegenseitig.",
        &["ACCUSE india pakistan > "],
    ),
    // Two parties behind "of".
    (
        "en",
        "The meeting of Joe Biden with Xi Jinping ended on Monday.",
        &["CONSULT joe_biden > xi_jinping"],
    ),
    (
        "en",
        "The meeting of Joe Biden and Xi Jinping ended on Monday.",
        &["CONSULT joe_biden xi_jinping > "],
    ),
    // Who attacks stands at the noun; the wounded of a flood have no attacker.
    (
        "en",
        "Four people were killed in an Israeli air strike on Beirut.",
        &["ASSAULT israel > lebanon"],
    ),
    (
        "sv",
        "Fyra personer dödades i en rysk attack mot Kiev.",
        &["ASSAULT russia > ukraine"],
    ),
    (
        "en",
        "Four people were killed in a flood in Kenya.",
        &["ACCIDENT  > kenya"],
    ),
    // A copula gives its subject to the predicate.
    (
        "en",
        "Celso Amorim was in Caracas for talks with Nicolas Maduro.",
        &["CONSULT celso_amorim > nicolas_maduro"],
    ),
    (
        "sv",
        "Xi Jinping är på statsbesök i Vietnam.",
        &["CONSULT xi_jinping > vietnam"],
    ),
    // Denied promises are rejections; hearsay is no plan.
    (
        "de",
        "Deutschland liefert keine Panzer an Kenia.",
        &["REJECT germany > kenya"],
    ),
    (
        "sv",
        "Ungern accepterar inte EU:s förslag.",
        &["REJECT hungary > european_union"],
    ),
    (
        "en",
        "Syria said it will not accept the proposal of Turkey.",
        &["REJECT syria > turkey"],
    ),
    // Lists and company.
    (
        "en",
        "Portugal, Spain, Italy and Greece met in Lisbon to discuss water.",
        &["CONSULT portugal spain italy greece > "],
    ),
    (
        "en",
        "The Kenyan president, together with the African Union, condemned Rwanda.",
        &["ACCUSE kenya african_union > rwanda"],
    ),
    (
        "sv",
        "Danmark tillsammans med Estland fördömde Belarus.",
        &["ACCUSE denmark estonia > belarus"],
    ),
    (
        "de",
        "Gemeinsam mit Kanada verurteilte Mexiko die Angriffe Chiles.",
        &["ACCUSE mexico canada > chile"],
    ),
    (
        "en",
        "Finland welcomed the accord between Poland and Lithuania after a long dispute, the agency said.",
        &["SUPPORT finland > poland lithuania"],
    ),
    // A meeting without parties is no event between actors.
    ("en", "The meeting in the harbour town was short.", &[]),
    ("sv", "Mötet ägde rum i hamnen.", &[]),
    ("de", "Das Treffen im Hafen dauerte lange.", &[]),
];
