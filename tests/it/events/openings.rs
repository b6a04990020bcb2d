//! Phrases in front, small clauses, pronouns, and who only seems to take part.

use super::Case;

pub const CASES: &[Case] = &[
    // A phrase in front of its clause.
    (
        "en",
        "During a visit to Nairobi, foreign minister Radek Vondra called for talks with Uganda.",
        &[
            "REQUEST radek_vondra > uganda",
            "CONSULT radek_vondra > kenya",
        ],
    ),
    (
        "en",
        "On a visit to Kenya, French Foreign Minister Jean-Noel Barrot thanked Uganda.",
        &[
            "SUPPORT jean_noel_barrot > uganda",
            "CONSULT jean_noel_barrot > kenya",
        ],
    ),
    (
        "en",
        "After talks held in Rome, people detained by Kenya were freed.",
        &[],
    ),
    (
        "sv",
        "När kriget började 2014 utvisade Kenya ugandiska diplomater.",
        &["SANCTION kenya > uganda"],
    ),
    (
        "sv",
        "När Kenya krävde vapen kritiserade Uganda planen.",
        &["ACCUSE uganda > kenya"],
    ),
    (
        "sv",
        "När Norge utvisade två diplomater från Kenya.",
        &["SANCTION norway > kenya"],
    ),
    ("sv", "I Nairobi hyllade William Ruto sina soldater.", &[]),
    // What somebody is called or kept.
    (
        "en",
        "Donald Trump branded India greedy.",
        &["ACCUSE donald_trump > india"],
    ),
    (
        "en",
        "William Ruto called Uganda \"a rogue state\" and thanked Sudan.",
        &[
            "SUPPORT william_ruto > sudan",
            "ACCUSE william_ruto > uganda",
        ],
    ),
    (
        "en",
        "William Ruto called Emmanuel Macron on Monday.",
        &["CONSULT william_ruto > emmanuel_macron"],
    ),
    (
        "sv",
        "Juntan i Niger höll Mohamed Bazoum inlåst.",
        &["COERCE niger > mohamed_bazoum"],
    ),
    // Pronouns.
    (
        "de",
        "Olaf Scholz lobte den Minister, dem er Waffen geliefert hatte.",
        &[],
    ),
    (
        "sv",
        "Vladimir Putin kritiserade Emmanuel Macron, som han hade besökt.",
        &[
            "ACCUSE vladimir_putin > emmanuel_macron",
            "CONSULT vladimir_putin > emmanuel_macron",
        ],
    ),
    (
        "en",
        "Boni Yayi, whom Patrice Talon arrested, has called on Niger to talk.",
        &[
            "COERCE patrice_talon > boni_yayi",
            "REQUEST boni_yayi > niger",
        ],
    ),
    (
        "de",
        "Die Weltbank, die Kenia einen Kredit gewährt hatte, protestierte.",
        &["AID world_bank > kenya"],
    ),
    (
        "de",
        "China, das Kenia Waffen geliefert hat, schwieg.",
        &["AID china > kenya"],
    ),
    (
        "de",
        "Angela Merkel empfing Boni Yayi, den Patrice Talon festnehmen ließ.",
        &["CONSULT angela_merkel > boni_yayi"],
    ),
    (
        "en",
        "Vox, whose leader Santiago Abascal met Javier Milei on Saturday, criticised Kenya.",
        &[
            "ACCUSE vox > kenya",
            "CONSULT santiago_abascal > javier_milei",
        ],
    ),
    (
        "en",
        "Olaf Scholz criticised Kenya but was himself praised by Emmanuel Macron.",
        &[
            "SUPPORT emmanuel_macron > olaf_scholz",
            "ACCUSE olaf_scholz > kenya",
        ],
    ),
    // Who joins, who does the same, who comes along.
    (
        "en",
        "Kenya joined the EU in condemning Uganda.",
        &["ACCUSE kenya european_union > uganda"],
    ),
    (
        "en",
        "Kenya joined the African Union in 1963.",
        &["AGREE kenya > african_union"],
    ),
    (
        "en",
        "Olaf Scholz thanked Kenya, like Emmanuel Macron.",
        &["SUPPORT olaf_scholz emmanuel_macron > kenya"],
    ),
    (
        "en",
        "Kenya and Uganda signed a truce. Qatar brokered the deal together with Egypt.",
        &[
            "RETREAT kenya uganda > ",
            "CONSULT qatar egypt > kenya uganda",
        ],
    ),
    (
        "sv",
        "Emmanuel Macron träffade såväl William Ruto som Olaf Scholz.",
        &["CONSULT emmanuel_macron > william_ruto olaf_scholz"],
    ),
    // Who gets something.
    (
        "en",
        "Britain grants Norway access to the Scottish zone.",
        &["RETREAT united_kingdom > norway"],
    ),
    (
        "sv",
        "Storbritannien beviljar Norge tillträde till den skotska zonen.",
        &["RETREAT united_kingdom > norway"],
    ),
    // Who is to suffer, who is only mentioned.
    ("en", "Olaf Scholz demanded that aid to Kenya be cut.", &[]),
    (
        "en",
        "Olaf Scholz demanded that Kenya cut aid to Uganda.",
        &["REQUEST olaf_scholz > kenya"],
    ),
    ("en", "Omid Nouripour urged sanctions against Kenya.", &[]),
    (
        "en",
        "Kenya turned down an offer to see Emmanuel Macron.",
        &["REJECT kenya > emmanuel_macron"],
    ),
    (
        "en",
        "Kenya released the monk at the request of Uganda.",
        &["RETREAT kenya > ", "REQUEST uganda > kenya"],
    ),
    (
        "de",
        "Kenia ließ den Mönch auf Bitten Ugandas frei.",
        &["REQUEST uganda > kenya", "RETREAT kenya > "],
    ),
    (
        "sv",
        "Kenya lovade att upphöra med attackerna mot fartyg i Röda havet.",
        &["AGREE kenya > "],
    ),
    (
        "de",
        "Olaf Scholz beschuldigte die Abgeordneten, von Kenia Geld zu nehmen.",
        &[],
    ),
    ("en", "The minister arrived from Paris on Monday.", &[]),
    // What an attack is.
    (
        "en",
        "William Ruto attacked the US for its tariffs.",
        &["ACCUSE william_ruto > united_states"],
    ),
    (
        "sv",
        "William Ruto angrep USA för tullarna.",
        &["ACCUSE william_ruto > united_states"],
    ),
    (
        "en",
        "Kenya attacked the US for years.",
        &["ASSAULT kenya > united_states"],
    ),
    (
        "de",
        "Olaf Scholz hat auf dem Flughafen in Nairobi William Ruto getroffen.",
        &["CONSULT olaf_scholz > william_ruto"],
    ),
    // Two clauses.
    (
        "de",
        "Kenia versprach Hilfe, Uganda will mit Ruanda verhandeln.",
        &["CONSULT uganda > rwanda"],
    ),
    (
        "de",
        "Max Müller sagte, William Ruto sei ein Dieb, und kritisierte Olaf Scholz.",
        &["ACCUSE max_muller > olaf_scholz"],
    ),
    (
        "sv",
        "Amnesty fördömer avtalet, och Olaf Scholz hotar Kenya.",
        &["THREATEN olaf_scholz > kenya"],
    ),
    (
        "de",
        "Kaum hatte Kenia Uganda gewarnt, griff Uganda Somalia an.",
        &["THREATEN kenya > uganda", "ASSAULT uganda > somalia"],
    ),
    // Who leads them, where the authorities are.
    (
        "en",
        "Soldiers led by General Abdourahamane Tiani overthrew Mohamed Bazoum.",
        &["COERCE abdourahamane_tiani > mohamed_bazoum"],
    ),
    (
        "sv",
        "Soldater ledda av general Abdourahamane Tiani störtade president Mohamed Bazoum.",
        &["ASSAULT abdourahamane_tiani > mohamed_bazoum"],
    ),
    (
        "en",
        "In Kenya five Ugandans were arrested.",
        &["COERCE kenya > uganda"],
    ),
    (
        "en",
        "Officers seized power in Gabon. France condemned the takeover.",
        &["COERCE  > gabon"],
    ),
    // Verbs that look like something else.
    (
        "en",
        "France dug in its heels over the deal with Kenya.",
        &["REJECT france > kenya"],
    ),
    (
        "en",
        "Jair Bolsonaro cast aspersions on Luiz Inácio Lula da Silva.",
        &["ACCUSE jair_bolsonaro > luiz_inacio_lula_da_silva"],
    ),
    (
        "sv",
        "Ulf Kristersson åt middag med Mette Frederiksen.",
        &["CONSULT ulf_kristersson > mette_frederiksen"],
    ),
    ("sv", "Kenya är rädda för Uganda.", &[]),
    (
        "sv",
        "I måndags tog Olaf Scholz emot William Ruto.",
        &["CONSULT olaf_scholz > william_ruto"],
    ),
    (
        "de",
        "Vorige Woche empfing Olaf Scholz seinen Kollegen William Ruto in Berlin.",
        &["CONSULT olaf_scholz > william_ruto"],
    ),
    (
        "en",
        "Max Müller is ill. Olaf Scholz, who met him in Berlin, praised Kenya.",
        &[
            "CONSULT olaf_scholz > max_muller",
            "SUPPORT olaf_scholz > kenya",
        ],
    ),
    (
        "en",
        "Kenya became the first country to break off relations with Uganda.",
        &["SANCTION kenya > uganda"],
    ),
    // A name behind a time or place in front.
    (
        "en",
        "On Monday Olaf Scholz, the German chancellor, met William Ruto.",
        &["CONSULT olaf_scholz > william_ruto"],
    ),
    (
        "en",
        "At the UN William Ruto, Kenya's president, thanked Norway.",
        &["SUPPORT william_ruto > norway"],
    ),
    (
        "en",
        "On Monday Kenya, the region's biggest economy, expelled Uganda's ambassador.",
        &["SANCTION kenya > uganda"],
    ),
    (
        "en",
        "In Nairobi the foreign minister, Max Müller, accused Uganda.",
        &["ACCUSE max_muller > uganda"],
    ),
    (
        "en",
        "In New York Olaf Scholz met William Ruto.",
        &["CONSULT olaf_scholz > william_ruto"],
    ),
    // Nouns and names between commas.
    (
        "de",
        "Max Müller, der Chef der Rebellen, drohte Kenia mit Krieg.",
        &["THREATEN max_muller > kenya"],
    ),
    (
        "sv",
        "I Peking anklagade en talesman för utrikesdepartementet, Lin Jian, Kenya.",
        &["ACCUSE lin_jian > kenya"],
    ),
    (
        "en",
        "Germany cancelled aid talks, and David Lammy, the British foreign secretary, telephoned Paul Kagame.",
        &["CONSULT david_lammy > paul_kagame"],
    ),
    // Relative clauses with a preposition, without a subject of their own.
    (
        "de",
        "Angela Merkel zeigte ein Video, in dem Max Müller Kenia angreift.",
        &["ASSAULT max_muller > kenya"],
    ),
    (
        "de",
        "Rafael Correa, den Belgien als Flüchtling anerkannte, schwieg.",
        &["AID belgium > rafael_correa"],
    ),
    (
        "de",
        "Annalena Baerbock, die dazu eigens nach Sarajevo gereist war, kritisierte Serbien.",
        &[
            "ACCUSE annalena_baerbock > serbia",
            "CONSULT annalena_baerbock > bosnia_and_herzegovina",
        ],
    ),
    // What is felt, asked for, spoken of, held.
    (
        "en",
        "Kenya bought drones from Turkey, to the anger of Uganda.",
        &["COOPERATE kenya > turkey"],
    ),
    (
        "en",
        "Kenya sold drones to Uganda.",
        &["COOPERATE kenya > uganda"],
    ),
    (
        "en",
        "Sweden fought for Ukraine's place in the EU.",
        &["SUPPORT sweden > ukraine"],
    ),
    (
        "en",
        "Sweden agreed to extradite Hamid Noury to Iran.",
        &["AGREE sweden > iran"],
    ),
    (
        "en",
        "Iran refused to discuss Max Müller.",
        &["REJECT iran > "],
    ),
    (
        "en",
        "Britain froze all British assets held by Max Müller.",
        &["SANCTION united_kingdom > max_muller"],
    ),
    (
        "en",
        "Kenya protested to the Ugandan ambassador in Nairobi.",
        &["ACCUSE kenya > uganda"],
    ),
    // Who is thanked next.
    (
        "en",
        "Emmanuel Macron phoned William Ruto and expressed thanks for the help.",
        &[
            "SUPPORT emmanuel_macron > william_ruto",
            "CONSULT emmanuel_macron > william_ruto",
        ],
    ),
    (
        "de",
        "Emmanuel Macron rief William Ruto an und bedankte sich für die Hilfe.",
        &[
            "SUPPORT emmanuel_macron > william_ruto",
            "CONSULT emmanuel_macron > william_ruto",
        ],
    ),
    (
        "en",
        "Emmanuel Macron phoned William Ruto and expressed hope for the summit.",
        &["CONSULT emmanuel_macron > william_ruto"],
    ),
    // Forms that look like something else.
    ("sv", "Den hotade presidenten i Kenya lämnade landet.", &[]),
    (
        "de",
        "Milei schwieg, obwohl ihm Cristina Kirchner Verrat vorwarf.",
        &["ACCUSE cristina_fernandez_de_kirchner > javier_milei"],
    ),
    (
        "de",
        "Olaf Scholz reist nach Moskau - Schmidt warnt vor Krieg",
        &["CONSULT olaf_scholz > russia"],
    ),
];
