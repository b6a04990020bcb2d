//! Definite nouns for states and persons told before: the other side, a host, a minister, a region, one of a people.

use super::Case;

pub const CASES: &[Case] = &[
    // A neighbour or the other side is whoever does not stand at the verb.
    (
        "de",
        "Peru und Chile kämpfen. Das peruanische Militär bombardierte Stellungen des Nachbarlandes.",
        &["ASSAULT peru > chile"],
    ),
    (
        "en",
        "Peru and Chile are fighting. The Peruvian army bombed positions of the neighbouring country.",
        &["ASSAULT peru > chile"],
    ),
    (
        "sv",
        "Peru och Chile strider. Den peruanska armén bombade ställningar i grannlandet.",
        &["ASSAULT peru chile > ", "ASSAULT peru > chile"],
    ),
    (
        "en",
        "Ghana attacked Togo. Faure Gnassingbé accused the other side of war crimes.",
        &["ASSAULT ghana > togo", "ACCUSE faure_gnassingbe > ghana"],
    ),
    (
        "sv",
        "Ghana anföll Togo. Faure Gnassingbé anklagade motparten för krigsbrott.",
        &["ASSAULT ghana > togo", "ACCUSE faure_gnassingbe > ghana"],
    ),
    (
        "de",
        "Ghana griff Togo an. Faure Gnassingbé warf der Gegenseite Kriegsverbrechen vor.",
        &["ASSAULT ghana > togo", "ACCUSE faure_gnassingbe > ghana"],
    ),
    (
        "en",
        "Zambia borders Malawi and Angola. Zambia urged its two neighbours to talk.",
        &["REQUEST zambia > malawi angola"],
    ),
    (
        "en",
        "Serbia and Kosovo are quarrelling. Albania supports the neighbouring country.",
        &[],
    ),
    // The country is neither the subject nor the state of the subject.
    (
        "en",
        "Venezuela has expelled diplomats. Panama has frozen relations with the country.",
        &["SANCTION panama > venezuela"],
    ),
    (
        "sv",
        "Bolivia har utvisat diplomater. Peru har fryst förbindelserna med landet.",
        &["SANCTION peru > bolivia"],
    ),
    (
        "sv",
        "Niger utvisade ambassadören. Jean-Noël Barrot kallade upp landets ambassadör.",
        &["ACCUSE jean_noel_barrot > niger"],
    ),
    (
        "en",
        "Ghana hosted talks. Togo accused the country of backing rebels.",
        &["ACCUSE togo > ghana"],
    ),
    ("en", "Togo praised the country of his birth.", &[]),
    // Both countries are those who fought, not whoever comments on it.
    (
        "en",
        "Peru attacked Chile. Brazil condemned the Peruvian strikes, while Bolivia appealed to both countries to stop.",
        &[
            "ASSAULT peru > chile",
            "ACCUSE brazil > peru",
            "REQUEST bolivia > peru chile",
        ],
    ),
    (
        "de",
        "Peru griff Chile an. Brasilien verurteilte die peruanischen Angriffe, während Bolivien beide Länder zur Zurückhaltung aufrief.",
        &[
            "ASSAULT peru > chile",
            "REQUEST bolivia > peru chile",
            "ACCUSE brazil > peru",
        ],
    ),
    (
        "en",
        "Peru closed the border. Chile banned fruit. Bolivia urged both countries to talk.",
        &["REQUEST bolivia > peru chile"],
    ),
    (
        "sv",
        "Peru stängde gränsen. Chile förbjöd frukt. Bolivia uppmanade båda länderna att förhandla.",
        &["REQUEST bolivia > peru chile"],
    ),
    (
        "de",
        "Peru schloss die Grenze. Chile verbot Obst. Bolivien rief beide Länder zu Gesprächen auf.",
        &["REQUEST bolivia > peru chile"],
    ),
    (
        "sv",
        "Peru, Chile och Bolivia erkände Palestina. Israel kallade hem sina ambassadörer från alla tre huvudstäderna.",
        &[
            "SUPPORT peru chile bolivia > palestine",
            "SANCTION israel > peru chile bolivia",
        ],
    ),
    (
        "de",
        "Peru, Chile und Bolivien erkannten Palästina an. Israel zog seine Botschafter aus allen drei Hauptstädten ab.",
        &[
            "SUPPORT peru chile bolivia > palestine",
            "SANCTION israel > peru chile bolivia",
        ],
    ),
    (
        "en",
        "Peru closed the border. Chile banned fruit. Ecuador held talks. Bolivia urged both countries to talk.",
        &["COERCE peru > "],
    ),
    // The minister is the one with such an office told of before, not the subject.
    (
        "en",
        "Turkey's foreign minister Hakan Fidan visited Oslo. Jonas Gahr Store rebuked the minister.",
        &[
            "CONSULT hakan_fidan > norway",
            "ACCUSE jonas_gahr_store > hakan_fidan",
        ],
    ),
    (
        "sv",
        "Turkiets utrikesminister Hakan Fidan besökte Oslo. Jonas Gahr Støre kritiserade ministern.",
        &[
            "CONSULT hakan_fidan > norway",
            "ACCUSE jonas_gahr_store > hakan_fidan",
        ],
    ),
    (
        "de",
        "Der türkische Außenminister Hakan Fidan besuchte Oslo. Jonas Gahr Støre rügte den Minister.",
        &[
            "CONSULT hakan_fidan > norway",
            "ACCUSE jonas_gahr_store > hakan_fidan",
        ],
    ),
    (
        "en",
        "Foreign Minister Annalena Baerbock and Defence Minister Boris Pistorius left. Viktor Orban rebuked the minister.",
        &[],
    ),
    // A host or guest is the other side of a visit, a state where no person is told.
    (
        "en",
        "Olaf Scholz received Viktor Orban and promised his guest more aid.",
        &[
            "AGREE olaf_scholz > viktor_orban",
            "CONSULT olaf_scholz > viktor_orban",
        ],
    ),
    (
        "sv",
        "Olaf Scholz tog emot Viktor Orbán och lovade sin gäst mer stöd.",
        &[
            "CONSULT olaf_scholz > viktor_orban",
            "AGREE olaf_scholz > viktor_orban",
        ],
    ),
    (
        "de",
        "Emmanuel Macron empfing Viktor Orban. Der Präsident lobte seinen Gast.",
        &[
            "CONSULT emmanuel_macron > viktor_orban",
            "SUPPORT emmanuel_macron > viktor_orban",
        ],
    ),
    (
        "en",
        "Viktor Orban visited China and was praised by his host.",
        &[
            "CONSULT viktor_orban > china",
            "SUPPORT china > viktor_orban",
        ],
    ),
    (
        "sv",
        "Viktor Orbán besökte Kina och fick beröm av sin värd.",
        &[
            "CONSULT viktor_orban > china",
            "SUPPORT china > viktor_orban",
        ],
    ),
    (
        "de",
        "Viktor Orban besuchte China und wurde von seinem Gastgeber gelobt.",
        &[
            "SUPPORT china > viktor_orban",
            "CONSULT viktor_orban > china",
        ],
    ),
    (
        "en",
        "Viktor Orban praised his guest from China.",
        &["SUPPORT viktor_orban > china"],
    ),
    // One of a people is the person of it who was told of before; several are not.
    (
        "en",
        "Emmanuel Macron met Olaf Scholz. The Frenchman invited the German to Paris.",
        &[
            "CONSULT emmanuel_macron > olaf_scholz",
            "AGREE emmanuel_macron > olaf_scholz",
        ],
    ),
    (
        "sv",
        "Olaf Scholz träffade Viktor Orbán. Tysken kritiserade ungraren.",
        &[
            "CONSULT olaf_scholz > viktor_orban",
            "ACCUSE olaf_scholz > viktor_orban",
        ],
    ),
    (
        "de",
        "Emmanuel Macron traf Viktor Orban. Der Ungar kritisierte den Franzosen.",
        &[
            "CONSULT emmanuel_macron > viktor_orban",
            "ACCUSE viktor_orban > emmanuel_macron",
        ],
    ),
    (
        "en",
        "Emmanuel Macron met Olaf Scholz. The Germans criticised Hungary.",
        &[
            "CONSULT emmanuel_macron > olaf_scholz",
            "ACCUSE germany > hungary",
        ],
    ),
    (
        "en",
        "Emmanuel Macron met Olaf Scholz. A Frenchman accused Hungary of lying.",
        &[
            "CONSULT emmanuel_macron > olaf_scholz",
            "ACCUSE frenchman > hungary",
        ],
    ),
    (
        "en",
        "Niger accused the French of spying.",
        &["ACCUSE niger > france"],
    ),
    (
        "sv",
        "Mali anklagade fransmännen för spioneri.",
        &["ACCUSE mali > france"],
    ),
    (
        "de",
        "Mali beschuldigte die Franzosen der Spionage.",
        &["ACCUSE mali > france"],
    ),
    // The latter is the person told last who is not the subject.
    (
        "en",
        "William Ruto received Gianni Infantino. The latter thanked Kenya.",
        &[
            "CONSULT william_ruto > gianni_infantino",
            "SUPPORT gianni_infantino > kenya",
        ],
    ),
    (
        "sv",
        "William Ruto tog emot Gianni Infantino. Denne tackade Kenya.",
        &[
            "CONSULT william_ruto > gianni_infantino",
            "SUPPORT gianni_infantino > kenya",
        ],
    ),
    (
        "de",
        "William Ruto empfing Gianni Infantino. Dieser dankte Kenia.",
        &[
            "CONSULT william_ruto > gianni_infantino",
            "SUPPORT gianni_infantino > kenya",
        ],
    ),
    (
        "de",
        "Emmanuel Macron unterzeichnete den Vertrag. Dieser verbietet Russland den Handel.",
        &[],
    ),
    // A state by where it lies or what it is: the only one told that fits.
    (
        "en",
        "Panama opened an embassy in China. Wang Yi thanked the Central American country.",
        &["SUPPORT panama > china", "SUPPORT wang_yi > panama"],
    ),
    (
        "sv",
        "Panama öppnade ambassad i Kina. Wang Yi tackade det centralamerikanska landet.",
        &["SUPPORT panama > china", "SUPPORT wang_yi > panama"],
    ),
    (
        "de",
        "Panama eröffnete eine Botschaft in China. Wang Yi dankte dem mittelamerikanischen Land.",
        &["SUPPORT panama > china", "SUPPORT wang_yi > panama"],
    ),
    (
        "en",
        "Armenia passed a law. Norway criticised the Caucasus republic.",
        &["ACCUSE norway > armenia"],
    ),
    (
        "sv",
        "Armenien antog en lag. Norge kritiserade den kaukasiska republiken.",
        &["ACCUSE norway > armenia"],
    ),
    (
        "de",
        "Armenien beschloss ein Gesetz. Norwegen kritisierte die Kaukasusrepublik.",
        &["ACCUSE norway > armenia"],
    ),
    (
        "en",
        "Jordan jailed a reporter. Norway criticised the kingdom.",
        &["ACCUSE norway > jordan"],
    ),
    (
        "sv",
        "Jordanien fängslade en reporter. Norge kritiserade kungariket.",
        &["ACCUSE norway > jordan"],
    ),
    (
        "de",
        "Jordanien nahm eine Reporterin fest. Norwegen kritisierte das Königreich.",
        &["ACCUSE norway > jordan"],
    ),
    (
        "en",
        "China held drills around Taiwan. Norway praised the island.",
        &["MOBILIZE china > taiwan", "SUPPORT norway > taiwan"],
    ),
    (
        "sv",
        "Kina rammade en båt. Norge fördömde Folkrepubliken.",
        &["ASSAULT china > ", "ACCUSE norway > china"],
    ),
    (
        "en",
        "Kuwait hosted talks. Israel accused the emirate of supporting Hamas.",
        &["ACCUSE israel > kuwait"],
    ),
    (
        "en",
        "Norway praised the Kingdom of Morocco.",
        &["SUPPORT norway > morocco"],
    ),
    // Nobody where two fit, or where none does.
    (
        "en",
        "Cyprus and Malta quarrelled. Turkey criticised the island.",
        &[],
    ),
    (
        "sv",
        "Peru och Chile grälade. Norge kritiserade det sydamerikanska landet.",
        &[],
    ),
    (
        "de",
        "Spanien stritt mit Marokko. Frankreich kritisierte das Königreich.",
        &["ACCUSE spain > morocco"],
    ),
    (
        "en",
        "Norway praised Peru. Chile criticised the Asian nation.",
        &["SUPPORT norway > peru"],
    ),
    (
        "en",
        "Kenya and Uganda met. African countries criticised Russia.",
        &[
            "CONSULT kenya uganda > ",
            "ACCUSE african_countries > russia",
        ],
    ),
    (
        "en",
        "Brazil praised Peru. Norway praised the South American country Chile.",
        &["SUPPORT brazil > peru", "SUPPORT norway > chile"],
    ),
];
