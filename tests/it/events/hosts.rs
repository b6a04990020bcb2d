//! The country, hosts, museums, forces, diplomats: definite nouns for whoever was told of before.

use super::Case;

pub const CASES: &[Case] = &[
    // Of two states whoever did the hostile act is punished, and whoever suffered it is helped.
    (
        "en",
        "Bolivia sued Chile. Peru cut all aid to the country.",
        &["ACCUSE bolivia > chile", "SANCTION peru > bolivia"],
    ),
    (
        "sv",
        "Togo anföll Ghana. Norge drog in allt bistånd till landet.",
        &["ASSAULT togo > ghana", "SANCTION norway > togo"],
    ),
    (
        "de",
        "Togo griff Ghana an. Norwegen strich dem Land alle Hilfen.",
        &["ASSAULT togo > ghana", "SANCTION norway > togo"],
    ),
    (
        "en",
        "Togo attacked Ghana. Benin stands by its neighbour.",
        &["ASSAULT togo > ghana", "SUPPORT benin > ghana"],
    ),
    (
        "sv",
        "Togo anföll Ghana. Benin ställer sig bakom grannlandet.",
        &["ASSAULT togo > ghana", "SUPPORT benin > ghana"],
    ),
    (
        "de",
        "Togo griff Ghana an. Benin stellt sich hinter das Nachbarland.",
        &["ASSAULT togo > ghana", "SUPPORT benin > ghana"],
    ),
    (
        "en",
        "Togo and Ghana border Benin. Norway cut all aid to the country.",
        &["SANCTION norway > "],
    ),
    (
        "sv",
        "Togo anföll Ghana. Olaf Scholz lovade landet hjälp.",
        &["ASSAULT togo > ghana", "AGREE olaf_scholz > ghana"],
    ),
    (
        "de",
        "Togo griff Ghana an. Olaf Scholz sagte dem Land Hilfe zu.",
        &["ASSAULT togo > ghana", "AGREE olaf_scholz > ghana"],
    ),
    (
        "en",
        "Togo criticised Ghana. Thousands fled the country.",
        &["ACCUSE togo > ghana"],
    ),
    // Hosts and guests, also in the plural, as an object.
    (
        "en",
        "Olaf Scholz visited Peru. He thanked his hosts.",
        &["CONSULT olaf_scholz > peru", "SUPPORT olaf_scholz > peru"],
    ),
    (
        "sv",
        "Olaf Scholz besökte Peru. Han tackade sina värdar.",
        &["CONSULT olaf_scholz > peru", "SUPPORT olaf_scholz > peru"],
    ),
    (
        "de",
        "Olaf Scholz besuchte Peru. Er dankte seinen Gastgebern.",
        &["CONSULT olaf_scholz > peru", "SUPPORT olaf_scholz > peru"],
    ),
    (
        "sv",
        "Emmanuel Macron tog emot Angela Merkel. Hon lovade värden stöd.",
        &[
            "CONSULT emmanuel_macron > angela_merkel",
            "AGREE angela_merkel > emmanuel_macron",
        ],
    ),
    (
        "de",
        "Emmanuel Macron empfing Angela Merkel. Sie sagte dem Gastgeber Unterstützung zu.",
        &[
            "CONSULT emmanuel_macron > angela_merkel",
            "AGREE angela_merkel > emmanuel_macron",
        ],
    ),
    (
        "de",
        "Der Gastgeber der Sendung lobte Peru. Olaf Scholz kritisierte den Gastgeber.",
        &[],
    ),
    (
        "sv",
        "Emmanuel Macron talade om tro. Olaf Scholz kritiserade värden.",
        &[],
    ),
    // Bodies by a word of their names, or by their kind.
    (
        "en",
        "The British Museum returned a statue to Peru. Chile sued the museum.",
        &[
            "RETREAT british_museum > peru",
            "ACCUSE chile > british_museum",
        ],
    ),
    (
        "en",
        "Peru attacked Unifil. The force accused Peru of murder.",
        &["ASSAULT peru > unifil", "ACCUSE unifil > peru"],
    ),
    (
        "sv",
        "Peru anföll Unifil. Styrkan anklagade Peru för mord.",
        &["ASSAULT peru > unifil", "ACCUSE unifil > peru"],
    ),
    (
        "de",
        "Peru griff die Unifil an. Die Truppe warf Peru Mord vor.",
        &["ASSAULT peru > unifil", "ACCUSE unifil > peru"],
    ),
    (
        "en",
        "Peru praised its painters. Chile sued the museum.",
        &[],
    ),
    // The diplomat is the envoy told of, if there is one.
    (
        "en",
        "Jane Doe, Peru's ambassador in Berlin, insulted Olaf Scholz. Emmanuel Macron criticised the diplomat.",
        &[
            "ACCUSE jane_doe > olaf_scholz",
            "ACCUSE emmanuel_macron > jane_doe",
        ],
    ),
    (
        "sv",
        "Jane Doe, Perus ambassadör i Berlin, förolämpade Olaf Scholz. Emmanuel Macron kritiserade diplomaten.",
        &[
            "ACCUSE jane_doe > olaf_scholz",
            "ACCUSE emmanuel_macron > jane_doe",
        ],
    ),
    (
        "de",
        "Juan Torres, Perus Botschafter in Berlin, beleidigte Olaf Scholz. Emmanuel Macron hatte den Diplomaten zur unerwünschten Person erklärt.",
        &[
            "ACCUSE juan_torres > olaf_scholz",
            "SANCTION emmanuel_macron > juan_torres",
        ],
    ),
    (
        "en",
        "Angela Merkel insulted Olaf Scholz. Emmanuel Macron criticised the diplomat.",
        &["ACCUSE angela_merkel > olaf_scholz"],
    ),
    // One of a people in a phrase of its own; a people in the plural is its state.
    (
        "en",
        "Emmanuel Macron met Volodymyr Zelensky. Viktor Orbán cancelled a meeting with the Ukrainian.",
        &[
            "CONSULT emmanuel_macron > volodymyr_zelensky",
            "REJECT viktor_orban > volodymyr_zelensky",
        ],
    ),
    (
        "de",
        "Wolodymyr Selenskyj kam. Polen half den Ukrainern.",
        &["AID poland > ukraine"],
    ),
    (
        "de",
        "Wolodymyr Selenskyj kam. Polen lobte den Ukrainer.",
        &["SUPPORT poland > volodymyr_zelensky"],
    ),
    // Whose police did it.
    (
        "en",
        "Norway praised Chile, whose police had arrested three Norwegians.",
        &["SUPPORT norway > chile", "COERCE chile > norway"],
    ),
    (
        "sv",
        "Peru tackade Chile, vars polis hade gripit två peruaner.",
        &["COERCE chile > peru", "SUPPORT peru > chile"],
    ),
    (
        "de",
        "Peru dankte Chile, dessen Polizei zwei Peruaner festgenommen hatte.",
        &["COERCE chile > peru", "SUPPORT peru > chile"],
    ),
    (
        "en",
        "Peru thanked Chile, whose king had fallen ill.",
        &["SUPPORT peru > chile"],
    ),
    // A private person is no state, nor is a state one behind whose adjective a name stands.
    (
        "de",
        "Der US-Unternehmer Mark Weber kritisierte Peru.",
        &["ACCUSE mark_weber > peru"],
    ),
    ("de", "Ein US-Sänger beleidigte Peru.", &[]),
    (
        "de",
        "Der US-Senator kritisierte Peru.",
        &["ACCUSE united_states > peru"],
    ),
    (
        "de",
        "Die US-Regierung kritisierte Peru.",
        &["ACCUSE united_states > peru"],
    ),
    // Names.
    (
        "en",
        "The International Cricket Council met in Dubai. Peru criticised the ICC.",
        &["ACCUSE peru > international_cricket_council"],
    ),
    (
        "en",
        "The International Criminal Court met. Peru criticised the ICC.",
        &["ACCUSE peru > international_criminal_court"],
    ),
    (
        "en",
        "Consuelo Porras threatened Peru. Ms. Porras's agents arrested Max Weber.",
        &[
            "THREATEN consuelo_porras > peru",
            "COERCE consuelo_porras > max_weber",
        ],
    ),
    (
        "de",
        "Ursula von der Leyen besuchte Peru. Von der Leyen kritisierte Chile.",
        &[
            "CONSULT ursula_von_der_leyen > peru",
            "ACCUSE ursula_von_der_leyen > chile",
        ],
    ),
    // A capital to which something is said is its state.
    (
        "en",
        "Emmanuel Macron apologised to Lima.",
        &["SUPPORT emmanuel_macron > peru"],
    ),
    (
        "de",
        "Emmanuel Macron entschuldigte sich bei Kigali.",
        &["SUPPORT emmanuel_macron > rwanda"],
    ),
    (
        "sv",
        "Emmanuel Macron tackade nej till en inbjudan till Kampala.",
        &["REJECT emmanuel_macron > uganda"],
    ),
];
