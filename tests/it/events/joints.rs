//! Clauses side by side, phrases in front, and who only seems to be blamed, asked or threatened.

use super::Case;

pub const CASES: &[Case] = &[
    // Two clauses joined without a comma keep their own parties.
    (
        "sv",
        "Norge tackade Sverige och Danmark lovade Ukraina hjälp.",
        &["SUPPORT norway > sweden", "AGREE denmark > ukraine"],
    ),
    (
        "sv",
        "Olaf Scholz berömde Kenya och William Ruto kritiserade Uganda.",
        &[
            "SUPPORT olaf_scholz > kenya",
            "ACCUSE william_ruto > uganda",
        ],
    ),
    (
        "sv",
        "Kenya har hotat Uganda och Sudan har varnat Tchad.",
        &["THREATEN kenya > uganda", "THREATEN sudan > chad"],
    ),
    (
        "en",
        "Norway thanked Sweden and Denmark promised Ukraine help.",
        &["SUPPORT norway > sweden", "AGREE denmark > ukraine"],
    ),
    (
        "en",
        "Germany bought gas from Norway and France sold wheat to Egypt.",
        &["COOPERATE france > egypt", "COOPERATE germany > norway"],
    ),
    (
        "de",
        "Kenia kritisierte Uganda und der Sudan dankte dem Tschad.",
        &["ACCUSE kenya > uganda", "SUPPORT sudan > chad"],
    ),
    (
        "de",
        "Norwegen dankte Schweden und Dänemark verurteilte Belarus.",
        &["SUPPORT norway > sweden", "ACCUSE denmark > belarus"],
    ),
    (
        "de",
        "Kenia hat Uganda und Sudan kritisiert.",
        &["ACCUSE kenya > uganda sudan"],
    ),
    (
        "en",
        "Kenya thanked Uganda and Sudan for the help.",
        &["SUPPORT kenya > uganda sudan"],
    ),
    (
        "sv",
        "Kenya tackade Uganda och Sudan för hjälpen.",
        &["SUPPORT kenya > uganda sudan"],
    ),
    // A clause that leaves its helper to the one before.
    (
        "de",
        "Norwegen hat Kenia gewarnt, Schweden Uganda gelobt.",
        &["SUPPORT sweden > uganda", "THREATEN norway > kenya"],
    ),
    (
        "sv",
        "Norge hade varnat Kenya, Sverige berömt Uganda.",
        &["SUPPORT sweden > uganda", "THREATEN norway > kenya"],
    ),
    (
        "de",
        "Norwegen hat Kenia, Schweden und Uganda gelobt.",
        &["SUPPORT norway > sweden uganda kenya"],
    ),
    // An office and its holder behind a phrase in front.
    (
        "en",
        "On Monday Norway's foreign minister, Lena Berg, condemned Kenya.",
        &["ACCUSE lena_berg > kenya"],
    ),
    (
        "en",
        "Within hours the Norwegian prime minister, Lena Berg, thanked Uganda.",
        &["SUPPORT lena_berg > uganda"],
    ),
    (
        "en",
        "After the vote Kenya's president, William Ruto, accused Uganda.",
        &["ACCUSE william_ruto > uganda"],
    ),
    (
        "en",
        "In response the German chancellor, Olaf Scholz, has summoned the Kenyan ambassador.",
        &["ACCUSE olaf_scholz > kenya"],
    ),
    (
        "en",
        "On Monday Kenya's ally, Uganda, was criticised by Norway.",
        &["ACCUSE norway > uganda"],
    ),
    (
        "en",
        "In February Mr Trump threatened Kenya.",
        &["THREATEN donald_trump > kenya"],
    ),
    // Relatives whose pronoun is no subject.
    (
        "de",
        "Angela Merkel, der Donald Tusk dankte, schwieg.",
        &["SUPPORT donald_tusk > angela_merkel"],
    ),
    (
        "de",
        "Die Türkei, der Kenia Verrat vorwarf, schwieg.",
        &["ACCUSE kenya > turkey"],
    ),
    (
        "de",
        "William Ruto, den Emmanuel Macron am Montag kritisierte, schwieg.",
        &["ACCUSE emmanuel_macron > william_ruto"],
    ),
    (
        "de",
        "Angela Merkel, die Donald Tusk dankte, kritisierte Kenia.",
        &[
            "SUPPORT angela_merkel > donald_tusk",
            "ACCUSE angela_merkel > kenya",
        ],
    ),
    (
        "de",
        "Olaf Scholz, der Kenia dankte, kritisierte Uganda.",
        &["SUPPORT olaf_scholz > kenya", "ACCUSE olaf_scholz > uganda"],
    ),
    // A participle behind a name tells more of that name.
    (
        "en",
        "Olaf Scholz praised Max Berger, shot by a Ugandan policeman in 1972.",
        &[
            "SUPPORT olaf_scholz > max_berger",
            "ASSAULT uganda > max_berger",
        ],
    ),
    (
        "en",
        "Kenya honours Max Berger, killed by German soldiers in 1942.",
        &["ASSAULT germany > max_berger", "SUPPORT kenya > max_berger"],
    ),
    (
        "en",
        "Kenya backed Max Berger, recognised by Germany.",
        &["SUPPORT kenya > max_berger", "SUPPORT germany > max_berger"],
    ),
    (
        "de",
        "Olaf Scholz lobte Max Berger, 1972 von ugandischen Soldaten erschossen.",
        &[
            "SUPPORT olaf_scholz > max_berger",
            "ASSAULT uganda > max_berger",
        ],
    ),
    (
        "en",
        "Kenya criticised Uganda, threatened Sudan and thanked Chad.",
        &[
            "ACCUSE kenya > uganda",
            "THREATEN kenya > sudan",
            "SUPPORT kenya > chad",
        ],
    ),
    // Who suffers is neither blamed nor asked.
    (
        "en",
        "The European Parliament condemned Max Berger's arrest.",
        &[],
    ),
    (
        "en",
        "Norway complained that Max Berger was beaten in Uganda.",
        &[],
    ),
    ("en", "Olaf Scholz demanded that Max Berger be freed.", &[]),
    (
        "de",
        "Olaf Scholz verlangte, dass Max Berger freigelassen wird.",
        &[],
    ),
    (
        "en",
        "Olaf Scholz demanded that Kenya free Max Berger.",
        &["REQUEST olaf_scholz > kenya"],
    ),
    (
        "en",
        "Kenya arrested Max Berger. Olaf Scholz demanded that Berger be freed.",
        &["COERCE kenya > max_berger", "REQUEST olaf_scholz > kenya"],
    ),
    (
        "en",
        "Olaf Scholz condemned Vladimir Putin's attack on Ukraine.",
        &["ACCUSE olaf_scholz > vladimir_putin"],
    ),
    // Who is named in an if-clause.
    (
        "en",
        "Kenya threatened to close the border unless German tourists pay.",
        &["THREATEN kenya > "],
    ),
    (
        "sv",
        "Frankrike hotade att blockera pakten om inte franska fiskare får tillträde.",
        &["THREATEN france > "],
    ),
    // What is asked for is asked, not done.
    (
        "en",
        "Kenya is considering a request from Uganda to send troops to Sudan.",
        &["REQUEST uganda > kenya"],
    ),
    (
        "de",
        "Olaf Scholz will, dass die EU Sanktionen gegen Belarus verhängt.",
        &["REQUEST olaf_scholz > european_union"],
    ),
    // Another one who does the same.
    (
        "en",
        "Kenya attacked Uganda. Norway condemned the attack, and so did the European Union.",
        &[
            "ASSAULT kenya > uganda",
            "ACCUSE norway european_union > kenya",
        ],
    ),
    (
        "sv",
        "Norge tackade Kenya, och det gjorde också EU.",
        &["SUPPORT norway european_union > kenya"],
    ),
    (
        "de",
        "Norwegen kritisierte Uganda, ebenso Schweden.",
        &["ACCUSE norway sweden > uganda"],
    ),
    // Particles, negations, numbers of the verb, colons.
    (
        "de",
        "Kenia bestellte Ugandas Botschafter ein und wies zwei Diplomaten aus.",
        &["ACCUSE kenya > uganda", "SANCTION kenya > uganda"],
    ),
    (
        "de",
        "Kenia bestellte Ugandas Botschafter ein und lobte Norwegen.",
        &["SUPPORT kenya > norway", "ACCUSE kenya > uganda"],
    ),
    (
        "de",
        "Kenia lieferte Max Berger nicht an Deutschland aus.",
        &["REJECT kenya > germany"],
    ),
    (
        "de",
        "Offiziere stürzten am Mittwoch den Präsidenten William Ruto.",
        &["ASSAULT  > william_ruto"],
    ),
    (
        "de",
        "Olaf Scholz verteidigte die Reise: Kenia sei ein Freund.",
        &[],
    ),
    (
        "de",
        "Olaf Scholz dankte Ägypten für seine Vermittlung zwischen Israel und der Hamas.",
        &["CONSULT  > israel hamas", "SUPPORT olaf_scholz > egypt"],
    ),
    (
        "en",
        "Senator Lena Berg has warned Norway, Canada and France that their firms will suffer.",
        &["THREATEN lena_berg > norway canada france"],
    ),
    (
        "en",
        "Palau, the Marshall Islands and Tuvalu, which recognise Taiwan, criticised China.",
        &[
            "SUPPORT tuvalu palau marshall_islands > taiwan",
            "ACCUSE palau marshall_islands tuvalu > china",
        ],
    ),
    (
        "sv",
        "I tisdags ringde Vincent Karremans sin kinesiske kollega Wang Wentao.",
        &["CONSULT vincent_karremans > wang_wentao"],
    ),
    (
        "en",
        "Kenya and Uganda shelled each other's villages.",
        &["ASSAULT kenya uganda > "],
    ),
    (
        "sv",
        "Norge har tre medborgare fängslade i Iran.",
        &["COERCE iran > norway"],
    ),
    (
        "en",
        "Norway has three citizens imprisoned in Iran.",
        &["COERCE iran > norway"],
    ),
    (
        "en",
        "Putin had Navalny arrested.",
        &["COERCE vladimir_putin > alexei_navalny"],
    ),
    (
        "en",
        "Gunmen from Sudan shot at Max Berger in Nairobi.",
        &["ASSAULT gunmen_from_sudan > max_berger"],
    ),
    (
        "en",
        "Olaf Scholz, who leaves office in July, praised Kenya.",
        &["SUPPORT olaf_scholz > kenya", "RETREAT olaf_scholz > "],
    ),
    // Nouns of what is suffered, and passives of nouns.
    (
        "en",
        "Kenya condemned Uganda's treatment of refugees.",
        &["ACCUSE kenya > uganda"],
    ),
    ("en", "Norway condemned the treatment of Max Berger.", &[]),
    (
        "sv",
        "Kenyas utvisning av fyra turkiska flyktingar kritiserades.",
        &["COERCE kenya > turkey"],
    ),
    (
        "en",
        "Olaf Scholz, who is due in Nairobi on 15 June, praised Kenya.",
        &["SUPPORT olaf_scholz > kenya"],
    ),
    (
        "de",
        "Olaf Scholz gedachte des Schriftstellers Max Berger, 1972 von ugandischen Soldaten erschossen.",
        &["ASSAULT uganda > max_berger"],
    ),
    (
        "sv",
        "Max Berger, ordförande i ett parti i Kosovo, utpekas av Lena Berg som ledare.",
        &["ACCUSE lena_berg > max_berger"],
    ),
    // Counterparts, datives behind the subject, places of a noun, what a pronoun stands for.
    (
        "en",
        "British Prime Minister Keir Starmer and his Indian counterpart Narendra Modi spoke by phone.",
        &["CONSULT keir_starmer narendra_modi > "],
    ),
    (
        "de",
        "Nach dem Gespräch dankte Olaf Scholz der kenianischen Regierung.",
        &["SUPPORT olaf_scholz > kenya"],
    ),
    (
        "de",
        "Am Montag lobte Olaf Scholz den kenianischen Präsidenten William Ruto.",
        &["SUPPORT olaf_scholz > william_ruto"],
    ),
    (
        "en",
        "The European Parliament passed a resolution condemning Kenya and calling on the European Commission to act.",
        &[
            "REQUEST european_parliament > european_commission",
            "ACCUSE european_parliament > kenya",
        ],
    ),
    (
        "sv",
        "Uefa stängde av dem 2022 efter invasionen av Ukraina.",
        &["ASSAULT  > ukraine"],
    ),
    (
        "en",
        "Donald Trump visited Norway last month and has threatened Kenya.",
        &[
            "THREATEN donald_trump > kenya",
            "CONSULT donald_trump > norway",
        ],
    ),
    // What a leader answers, decisions that give way.
    (
        "de",
        "Belgien forderte die M23 auf, Goma zu verlassen. Der Führer der M23, Bertrand Bisimwa, wies die Forderung zurück.",
        &["REQUEST belgium > m23", "REJECT bertrand_bisimwa > belgium"],
    ),
    (
        "en",
        "Kenya lifted sanctions on Uganda. Olaf Scholz criticised the move.",
        &["CONCEDE kenya > uganda", "ACCUSE olaf_scholz > kenya"],
    ),
    (
        "sv",
        "Uefa hävde avstängningen av Ryssland. Olaf Scholz fördömde beslutet.",
        &["CONCEDE uefa > russia", "ACCUSE olaf_scholz > uefa"],
    ),
    (
        "en",
        "Kenya rejected a demand by Uganda. Olaf Scholz was silent on the move.",
        &["REJECT kenya > uganda"],
    ),
];
