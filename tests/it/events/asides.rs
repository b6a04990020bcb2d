//! Phrases between a noun and its verb, particles, quotations and counts: whose act it is.

use super::Case;

pub const CASES: &[Case] = &[
    // A quotation that opens belongs to its phrase.
    (
        "sv",
        "Kenya varnade Tyskland för \"allvarliga följder\".",
        &["THREATEN kenya > germany"],
    ),
    (
        "de",
        "Deutschland warnte den Iran vor \"schwerwiegenden Folgen\".",
        &["THREATEN germany > iran"],
    ),
    (
        "en",
        "Norway warned Peru of \"grave consequences\".",
        &["THREATEN norway > peru"],
    ),
    // What came before is not what was concluded.
    (
        "en",
        "Britain and Kenya concluded a free trade agreement after three years of negotiations.",
        &["AGREE united_kingdom kenya > "],
    ),
    (
        "en",
        "Japan and Peru concluded talks on a treaty.",
        &["CONSULT japan peru > "],
    ),
    // What somebody is asked to do does not tell what the asking is.
    (
        "sv",
        "Olaf Scholz uppmanade Italien att neka de ryska idrottarna visum.",
        &["REQUEST olaf_scholz > italy"],
    ),
    (
        "de",
        "Samira Marti forderte den Bundesrat auf, den Kauf der Kampfjets zu stoppen.",
        &["REQUEST samira_marti > bundesrat"],
    ),
    // A copula behind a bare name.
    (
        "de",
        "William Ruto war am Montag zu Gast in Berlin.",
        &["CONSULT william_ruto > germany"],
    ),
    (
        "de",
        "Außenminister Johann Wadephul ist zu Besuch in Kiew.",
        &["CONSULT johann_wadephul > ukraine"],
    ),
    ("de", "William Ruto war am Montag Präsident.", &[]),
    // The title of one who is named is no crowd.
    (
        "de",
        "Angela Merkel traf den Journalisten Rafael Marques.",
        &["CONSULT angela_merkel > rafael_marques"],
    ),
    ("de", "Angela Merkel traf am Montag Journalisten.", &[]),
    // A particle before a name.
    (
        "en",
        "Germany handed over Hamid Noury to Iran.",
        &["COERCE germany > hamid_noury"],
    ),
    (
        "sv",
        "Kenya lämnade över Max Müller till Uganda.",
        &["COERCE kenya > max_muller"],
    ),
    ("en", "The plane of Germany flew over Iran.", &[]),
    // A name before the article of a phrase gets what the phrase names.
    ("en", "FIFA awarded Kenya the World Cup.", &[]),
    // What stands between commas.
    (
        "en",
        "The Kenyan president, elected last year, accused Uganda of spying.",
        &["ACCUSE kenya > uganda"],
    ),
    (
        "en",
        "Lena Berg, appointed in May, condemned Kenya.",
        &["ACCUSE lena_berg > kenya"],
    ),
    (
        "en",
        "Gunmen linked to Al-Qaeda attacked Kenya.",
        &["ASSAULT gunmen > kenya"],
    ),
    (
        "en",
        "Rebels backed by Rwanda seized the airport of Kenya.",
        &["ASSAULT  > kenya"],
    ),
    // A bare noun that acts before a name.
    (
        "sv",
        "I fjol grep kenyansk polis Raila Odinga för spioneri för Uganda.",
        &["COERCE kenya > raila_odinga"],
    ),
    (
        "sv",
        "I går talade svenska utrikesministern Maria Malmer Stenergard.",
        &[],
    ),
    (
        "de",
        "Gestern nahm kenianische Polizei Raila Odinga fest.",
        &["COERCE kenya > raila_odinga"],
    ),
    // A paper that is only quoted.
    (
        "sv",
        "Enligt tidningen Bild protesterade Israel hos den brittiska regeringen.",
        &["ACCUSE israel > united_kingdom"],
    ),
    (
        "sv",
        "På torsdagen åt William Ruto lunch med Olaf Scholz.",
        &["CONSULT william_ruto > olaf_scholz"],
    ),
    // People of a nation whose names are told.
    (
        "en",
        "Kenya arrested two Germans, Max Muller and Hans Meyer.",
        &["COERCE kenya > max_muller hans_meyer"],
    ),
    (
        "en",
        "Kenya arrested a German, Max Muller.",
        &["COERCE kenya > max_muller"],
    ),
    (
        "sv",
        "Kenya grep två tyskar, Max Müller och Hans Meyer.",
        &["COERCE kenya > max_muller hans_meyer"],
    ),
    (
        "en",
        "Kenya arrested two Germans and Max Muller.",
        &["COERCE kenya > germany max_muller"],
    ),
    // Whom a demand is for.
    ("sv", "Scholz krävde att Kenya får delta.", &[]),
    (
        "sv",
        "Scholz krävde att Kenya släpper fångarna.",
        &["REQUEST olaf_scholz > kenya"],
    ),
    (
        "en",
        "Olaf Scholz demanded security guarantees for Kenya.",
        &[],
    ),
    (
        "en",
        "Olaf Scholz demanded security guarantees from Kenya.",
        &["REQUEST olaf_scholz > kenya"],
    ),
    // A genitive belongs to the noun before it.
    (
        "de",
        "Italien hat Osama Almasri trotz eines Haftbefehls des Internationalen Strafgerichtshofs freigelassen.",
        &["RETREAT italy > osama_almasri"],
    ),
    (
        "de",
        "Kenia hat Olaf Scholz trotz der Kritik der EU gelobt.",
        &["SUPPORT kenya > olaf_scholz"],
    ),
    // Each other.
    (
        "de",
        "Kenia und Uganda warfen einander Verrat vor.",
        &["ACCUSE kenya uganda > "],
    ),
    // A second verb with its object.
    (
        "en",
        "India lent Sri Lanka $4 billion and sent Nepal fuel.",
        &["AID india > nepal", "AID india > sri_lanka"],
    ),
    (
        "de",
        "China griff Indien an, nachdem Japan eine Straße gebaut und Bhutan Indien um Hilfe gebeten hatte.",
        &["ASSAULT china > india", "REQUEST bhutan > india"],
    ),
    // Where a delegation goes.
    (
        "en",
        "The EU will send a delegation led by Josep Borrell to Kenya.",
        &["CONSULT european_union > kenya"],
    ),
    // Who was the first.
    (
        "sv",
        "Sverige var det första land som erkände Kosovo.",
        &["SUPPORT sweden > kosovo"],
    ),
    // What a relative clause takes up.
    (
        "en",
        "Germany criticised the tariff on Chinese cars, which Canada introduced last October.",
        &["SANCTION canada > china"],
    ),
    // Somebody's treatment of others.
    (
        "sv",
        "Kenya fördömde Ugandas behandling av flyktingar.",
        &["ACCUSE kenya > uganda"],
    ),
    (
        "sv",
        "Kenya köpte vapen av Uganda.",
        &["COOPERATE kenya > uganda"],
    ),
    // A whole sentence read as a noun and what describes it.
    (
        "en",
        "Protesters in Istanbul attacked the Thai consulate days later.",
        &["PROTEST protesters > thailand"],
    ),
    (
        "en",
        "Demonstrators, some of them waving flags, threw stones at the French embassy.",
        &["PROTEST demonstrators > france"],
    ),
    (
        "en",
        "Their governor, Alison Blake, assured Kenya that help was near.",
        &["AGREE alison_blake > kenya"],
    ),
    ("en", "The man arrested by Kenya on Monday.", &[]),
    (
        "de",
        "Elly Schlein, die Chefin der Partei, forderte Giorgia Meloni zum Rücktritt auf.",
        &["REQUEST elly_schlein > giorgia_meloni"],
    ),
    (
        "sv",
        "Den kenyanske presidenten, William Ruto, kritiserade på fredagen Uganda.",
        &["ACCUSE william_ruto > uganda"],
    ),
    // Adverbs between the first phrase and the verb.
    (
        "de",
        "Kenia wiederum beschuldigte Uganda.",
        &["ACCUSE kenya > uganda"],
    ),
    (
        "sv",
        "Kenya däremot anklagade Uganda.",
        &["ACCUSE kenya > uganda"],
    ),
    // Pronouns that may be objects.
    (
        "de",
        "Er drohte Budapest mit einer Klage.",
        &["THREATEN  > hungary"],
    ),
    (
        "de",
        "Die Soldaten, die ein israelischer Panzer beschoss, dankten Kenia.",
        &["SUPPORT soldaten > kenya", "ASSAULT israel > soldaten"],
    ),
    (
        "de",
        "Russland, das Waffen an Indien liefert, kritisierte Kenia.",
        &["ACCUSE russia > kenya", "AID russia > india"],
    ),
    // An office with the article of the subject.
    (
        "de",
        "Der Vorsitzende der Afrikanischen Union, Mahmoud Ali Youssouf, begrüßte die Haltung von Max Müller.",
        &["SUPPORT mahmoud_ali_youssouf > max_muller"],
    ),
    (
        "de",
        "Der Ministerin, Lena Berg, dankte William Ruto.",
        &["SUPPORT william_ruto > lena_berg"],
    ),
    // A capital and a noun behind it.
    (
        "de",
        "William Ruto warf Rom Vertragsbruch vor.",
        &["ACCUSE william_ruto > italy"],
    ),
    // A day counted back from another.
    (
        "en",
        "Kenya protested on 12 March 2024, a week after Uganda attacked Kenya.",
        &["ASSAULT uganda > kenya"],
    ),
    // Words that join a name to a list.
    (
        "en",
        "Norway, as well as Canada and Chile, condemned Russia.",
        &["ACCUSE norway canada chile > russia"],
    ),
    // Two clauses joined behind a genitive or a particle.
    (
        "de",
        "Kenia wies die Kritik der EU zurück und Olaf Scholz lobte Uganda.",
        &[
            "SUPPORT olaf_scholz > uganda",
            "REJECT kenya > european_union",
        ],
    ),
    (
        "de",
        "Max Müller kritisierte die Regierung Ugandas und Olaf Scholz lobte Kenia.",
        &["SUPPORT olaf_scholz > kenya", "ACCUSE max_muller > uganda"],
    ),
    (
        "de",
        "Kenia lobte die Regierung, die Uganda und Olaf Scholz kritisierten.",
        &[],
    ),
    // A verb right behind a conjunction has the subject of the clause before.
    (
        "sv",
        "Olaf Scholz stödde Kenya och lovade landet stöd.",
        &["AGREE olaf_scholz > kenya", "SUPPORT olaf_scholz > kenya"],
    ),
    (
        "de",
        "Olaf Scholz war nach Kenia gereist und hatte dort William Ruto getroffen.",
        &[
            "CONSULT olaf_scholz > kenya",
            "CONSULT olaf_scholz > william_ruto",
        ],
    ),
    // A past form that governs a clause is no participle.
    (
        "sv",
        "Kenyas parlament hotade under måndagen att bryta förbindelserna med Uganda.",
        &["THREATEN kenya > uganda"],
    ),
    // A name in front of a day.
    (
        "en",
        "Iran today threatened to attack Iraq.",
        &["THREATEN iran > iraq"],
    ),
    // Whose militia, whose arms.
    (
        "en",
        "Hizbollah declared a ceasefire with the Syrian-backed Amal militia.",
        &["RETREAT hezbollah > amal"],
    ),
    (
        "sv",
        "Frankrike förespråkar en oberoende europeisk försvarsindustri.",
        &[],
    ),
    // The end of a name is no noun.
    (
        "sv",
        "Mette Frederiksen träffade William Ruto i Köpenhamn.",
        &["CONSULT mette_frederiksen > william_ruto"],
    ),
    // An adverb of several words opens nothing.
    (
        "sv",
        "Amerikanska tjänstemän anklagar enligt uppgift européer för diskriminering.",
        &["ACCUSE united_states > europeer"],
    ),
];
