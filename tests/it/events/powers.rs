//! Organs of power and groups that nobody is said to own, and names that look like more or fewer than they are.

use super::Case;

pub const CASES: &[Case] = &[
    // Whoever rules through an organ of power is meant by it, as with "Ortega's regime"; a state is meant by its own.
    (
        "en",
        "Chile praised the cabinet of Donald Tusk.",
        &["SUPPORT chile > donald_tusk"],
    ),
    (
        "de",
        "Peru kritisierte das Regime des Präsidenten Daniel Ortega.",
        &["ACCUSE peru > daniel_ortega"],
    ),
    (
        "sv",
        "Regeringen under Donald Tusk kritiserade Ghana.",
        &["ACCUSE donald_tusk > ghana"],
    ),
    (
        "en",
        "Lars Nowak rules Togo. The government of Lars Nowak criticised Peru.",
        &["ACCUSE lars_nowak > peru"],
    ),
    (
        "en",
        "The government of Togo criticised Peru.",
        &["ACCUSE togo > peru"],
    ),
    // A government that cannot be placed is nobody.
    ("en", "Lars Nowak sacked the government.", &[]),
    ("de", "Lars Nowak entließ die Regierung.", &[]),
    // Police and authorities are those of the place where they act.
    (
        "en",
        "On Friday police arrested Rosa Lindt in Lima.",
        &["COERCE peru > rosa_lindt"],
    ),
    (
        "en",
        "Security forces killed Rosa Lindt near Lagos.",
        &["ASSAULT nigeria > rosa_lindt"],
    ),
    (
        "sv",
        "Säkerhetsstyrkorna dödade Rosa Lindt i Lima.",
        &["ASSAULT peru > rosa_lindt"],
    ),
    (
        "de",
        "Die Polizei nahm Rosa Lindt in Lima fest.",
        &["COERCE peru > rosa_lindt"],
    ),
    (
        "de",
        "Die Behörden haben Rosa Lindt in Lima verhaftet.",
        &["COERCE peru > rosa_lindt"],
    ),
    // Of two states, and of none, nobody's.
    (
        "en",
        "Police arrested Rosa Lindt.",
        &["COERCE  > rosa_lindt"],
    ),
    (
        "sv",
        "Polisen grep Rosa Lindt, som är född i Lima.",
        &["COERCE polisen > rosa_lindt"],
    ),
    // Groups without a name are somebody where they act.
    (
        "en",
        "Gunmen killed Rosa Lindt.",
        &["ASSAULT gunmen > rosa_lindt"],
    ),
    (
        "sv",
        "Demonstranter brände ett porträtt av Donald Tusk.",
        &["PROTEST demonstranter > donald_tusk"],
    ),
    (
        "de",
        "Demonstranten verbrannten ein Bild von Donald Tusk.",
        &["PROTEST demonstranten > donald_tusk"],
    ),
    // Subject and object side by side behind the verb are two, a name of three words is one.
    (
        "sv",
        "I våras mötte Ivo Stankov Mia Lundin.",
        &["CONSULT ivo_stankov > mia_lundin"],
    ),
    (
        "de",
        "Später verklagte Ivo Stankov Togo.",
        &["ACCUSE ivo_stankov > togo"],
    ),
    (
        "sv",
        "Ivo Stankov och Mia Lundin grälade. I maj kritiserade Stankov Lundin.",
        &["ACCUSE ivo_stankov > mia_lundin"],
    ),
    (
        "de",
        "Ivo Stankov und Mia Lundin stritten. Im Mai verklagte Lundin Stankov.",
        &["ACCUSE mia_lundin > ivo_stankov"],
    ),
    (
        "sv",
        "Senare kritiserade Jan Peter Balkenende Togo.",
        &["ACCUSE jan_peter_balkenende > togo"],
    ),
    // Armed groups of an adjective and a noun.
    (
        "sv",
        "Svarta handen anföll Togo.",
        &["ASSAULT svarta_handen > togo"],
    ),
    (
        "sv",
        "Peru fördömde milisen Gröna brigaden.",
        &["ACCUSE peru > grona_brigaden"],
    ),
    (
        "de",
        "Die Miliz Weiße Garde griff Togo an.",
        &["ASSAULT weisse_garde > togo"],
    ),
    (
        "de",
        "Die Gewerkschaft Sindalma kritisierte Togo.",
        &["ACCUSE sindalma > togo"],
    ),
    (
        "sv",
        "Vita huset kritiserade Togo.",
        &["ACCUSE united_states > togo"],
    ),
    // A body of two states is neither of them.
    (
        "en",
        "The Sweden and Finland Ice Council sued Chile.",
        &["ACCUSE sweden_and_finland_ice_council > chile"],
    ),
    (
        "en",
        "The Togo and Benin Chamber of Commerce praised Chile.",
        &["SUPPORT togo_and_benin_chamber_of_commerce > chile"],
    ),
    (
        "en",
        "Togo and Benin criticised Chile.",
        &["ACCUSE togo benin > chile"],
    ),
    // What goes on in a clause joined to another is its subject.
    (
        "en",
        "Peru praised the EU, and in June it condemned Chile.",
        &["ACCUSE peru > chile", "SUPPORT peru > european_union"],
    ),
    // More than two that were named in one breath, and as many.
    (
        "en",
        "Togo, Benin and Ghana held talks. Peru urged the three countries to agree.",
        &[
            "CONSULT togo benin ghana > ",
            "REQUEST peru > togo benin ghana",
        ],
    ),
    (
        "sv",
        "Togo, Benin och Ghana höll samtal. Peru uppmanade de tre länderna att enas.",
        &[
            "CONSULT togo benin ghana > ",
            "REQUEST peru > togo benin ghana",
        ],
    ),
    (
        "en",
        "Togo and Benin held talks. Peru urged the three countries to agree.",
        &["CONSULT togo benin > "],
    ),
    // A state's ministry is no name of its own where only the adjective is capital.
    (
        "en",
        "The Kenyan foreign ministry summoned Uganda's ambassador.",
        &["ACCUSE kenya > uganda"],
    ),
    (
        "en",
        "The Malian defence ministry condemned Togo.",
        &["ACCUSE mali > togo"],
    ),
    // Near miss: a name all the same.
    (
        "en",
        "Kenyan Foreign Ministry Hospital condemned Togo.",
        &["ACCUSE kenyan_foreign_ministry_hospital > togo"],
    ),
];
