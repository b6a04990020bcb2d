//! Organs and bodies of a state without a name of their own: whose they are, and when nobody's.

use super::Case;

pub const CASES: &[Case] = &[
    // An army, a parliament or a court is its state's.
    (
        "en",
        "Vietnam's coast guard fired at a Malaysian ship.",
        &["ASSAULT vietnam > malaysia"],
    ),
    (
        "sv",
        "Perus flotta besköt ett chilenskt fartyg.",
        &["ASSAULT peru > chile"],
    ),
    (
        "de",
        "Perus Marine beschoss ein chilenisches Schiff.",
        &["ASSAULT peru > chile"],
    ),
    (
        "sv",
        "Ghana fördömde den togolesiska arméns agerande.",
        &["ACCUSE ghana > togo"],
    ),
    (
        "de",
        "Ghana verurteilte das Vorgehen der togoischen Armee.",
        &["ACCUSE ghana > togo"],
    ),
    (
        "en",
        "Kenya's parliament condemned Uganda.",
        &["ACCUSE kenya > uganda"],
    ),
    (
        "sv",
        "Kenyas parlament fördömde Uganda.",
        &["ACCUSE kenya > uganda"],
    ),
    (
        "de",
        "Das kenianische Parlament verurteilte Uganda.",
        &["ACCUSE kenya > uganda"],
    ),
    (
        "sv",
        "Militären i Gabon anklagade Frankrike för spioneri.",
        &["ACCUSE gabon > france"],
    ),
    (
        "de",
        "Das Militär in Gabun beschuldigte Frankreich der Spionage.",
        &["ACCUSE gabon > france"],
    ),
    (
        "en",
        "Finnish customs seized a Russian ship.",
        &["COERCE finland > russia"],
    ),
    (
        "sv",
        "Finlands tull beslagtog ett ryskt fartyg.",
        &["COERCE finland > russia"],
    ),
    (
        "de",
        "Der finnische Zoll beschlagnahmte ein russisches Schiff.",
        &["COERCE finland > russia"],
    ),
    (
        "de",
        "Ecuadors Staatsanwaltschaft beschuldigte Kolumbien der Spionage.",
        &["ACCUSE ecuador > colombia"],
    ),
    // It is not where the text sets it against its state, nor where no more is told than its seat.
    (
        "en",
        "The Sudanese army attacked the Rapid Support Forces. The Sudanese army thanked Egypt.",
        &[
            "ASSAULT sudanese_army > rapid_support_forces",
            "SUPPORT sudanese_army > egypt",
        ],
    ),
    (
        "en",
        "The Kenyan parliament criticised Kenya. The Kenyan parliament praised Uganda.",
        &[
            "ACCUSE kenyan_parliament > kenya",
            "SUPPORT kenyan_parliament > uganda",
        ],
    ),
    (
        "en",
        "The tribunal in Arusha praised Kenya.",
        &["SUPPORT tribunal > kenya"],
    ),
    // An organ with a definite form is that of the state told before, of its place or of whom it acts upon.
    (
        "en",
        "Bolivia held an election. Chile urged the electoral commission to publish the results.",
        &["REQUEST chile > bolivia"],
    ),
    (
        "sv",
        "Bolivia höll val. Chile uppmanade valmyndigheten att publicera resultatet.",
        &["REQUEST chile > bolivia"],
    ),
    (
        "de",
        "Bolivien hat gewählt. Chile forderte die Wahlbehörde auf, das Ergebnis zu veröffentlichen.",
        &["REQUEST chile > bolivia"],
    ),
    (
        "en",
        "The Indonesian navy sank a Vietnamese boat. Laos condemned the navy's action.",
        &["ASSAULT indonesia > vietnam", "ACCUSE laos > indonesia"],
    ),
    (
        "sv",
        "Den indonesiska flottan sänkte en vietnamesisk båt. Laos fördömde flottans agerande.",
        &["ASSAULT indonesia > vietnam", "ACCUSE laos > indonesia"],
    ),
    (
        "de",
        "Die indonesische Marine versenkte ein vietnamesisches Boot. Laos verurteilte das Vorgehen der Marine.",
        &["ASSAULT indonesia > vietnam", "ACCUSE laos > indonesia"],
    ),
    (
        "en",
        "Peru attacked Chile. The army accused Peru of war crimes.",
        &["ASSAULT peru > chile", "ACCUSE chile > peru"],
    ),
    (
        "sv",
        "Peru anföll Chile. Armén anklagade Peru för krigsbrott.",
        &["ASSAULT peru > chile", "ACCUSE chile > peru"],
    ),
    (
        "de",
        "Peru griff Chile an. Die Armee beschuldigte Peru der Lüge.",
        &["ASSAULT peru > chile", "ACCUSE chile > peru"],
    ),
    (
        "sv",
        "Militären störtade president Alpha Condé.",
        &["ASSAULT guinea > alpha_conde"],
    ),
    (
        "de",
        "Das Militär stürzte Präsident Alpha Condé.",
        &["ASSAULT guinea > alpha_conde"],
    ),
    (
        "sv",
        "Juntan i Niger har gripit en minister. Danmark uppmanar juntan att släppa honom.",
        &["REQUEST denmark > niger"],
    ),
    (
        "en",
        "In Nairobi, opposition leader Jane Doe accused the government of lying.",
        &["ACCUSE jane_doe > kenya"],
    ),
    // It is nobody's where two states may be meant, nor is an adjective or a compound an organ.
    (
        "en",
        "Talks between Chile and Bolivia failed. Peru urged the army to withdraw.",
        &["CONSULT chile bolivia > "],
    ),
    (
        "sv",
        "Samtal mellan Chile och Bolivia misslyckades. Peru uppmanade armén att dra sig tillbaka.",
        &["CONSULT chile bolivia > "],
    ),
    (
        "de",
        "Gespräche zwischen Chile und Bolivien scheiterten. Peru forderte die Armee zum Rückzug auf.",
        &["REJECT chile bolivia > "],
    ),
    ("en", "The military operation angered Poland.", &[]),
    (
        "de",
        "Polen kritisierte Belarus. Die Heilsarmee kritisierte Ungarn.",
        &["ACCUSE poland > belarus"],
    ),
    (
        "en",
        "In Nairobi, Emmanuel Macron criticised the government.",
        &[],
    ),
];
