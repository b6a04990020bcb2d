//! Second clauses, possessives of others, embassies that act, churches and clubs of a place, who answers for another.

use super::Case;

pub const CASES: &[Case] = &[
    // "The country" of a second clause is the one the clause before acts upon.
    (
        "en",
        "Kenya attacked Uganda. Peru condemned Chile, and Spain accused the country of lying.",
        &[
            "ASSAULT kenya > uganda",
            "ACCUSE spain > chile",
            "ACCUSE peru > chile",
        ],
    ),
    (
        "sv",
        "EU kritiserade Kenya. Uganda gav efter sedan EU hotat landet.",
        &[
            "ACCUSE european_union > kenya",
            "THREATEN european_union > uganda",
        ],
    ),
    (
        "de",
        "Peru kritisierte Chile, während Spanien das Land warnte.",
        &["THREATEN spain > chile", "ACCUSE peru > chile"],
    ),
    (
        "en",
        "Peru criticised Chile and warned the country.",
        &["ACCUSE peru > chile", "THREATEN peru > chile"],
    ),
    // A pronoun that goes on a clause is its subject, but not one that may answer.
    (
        "de",
        "William Ruto traf Olaf Scholz, und dann drohte er Uganda.",
        &[
            "THREATEN william_ruto > uganda",
            "CONSULT william_ruto > olaf_scholz",
        ],
    ),
    (
        "en",
        "Friedrich Merz invited Donald Trump, and he accepted.",
        &["AGREE friedrich_merz > donald_trump"],
    ),
    // What somebody comments on is not his own.
    (
        "en",
        "William Ruto visited Olaf Scholz and praised his policy.",
        &[
            "CONSULT william_ruto > olaf_scholz",
            "SUPPORT william_ruto > olaf_scholz",
        ],
    ),
    ("en", "William Ruto praised his policy.", &[]),
    (
        "de",
        "William Ruto sprach in Nairobi. Jennifer Simons lobte seine Rede.",
        &["SUPPORT jennifer_simons > william_ruto"],
    ),
    ("de", "William Ruto lobte seine Politik.", &[]),
    (
        "de",
        "Kenia kritisierte Uganda und bestellte dessen Botschafter ein.",
        &["ACCUSE kenya > uganda", "ACCUSE kenya > uganda"],
    ),
    // An embassy that acts is that of its sender, one that is acted upon is where it is.
    (
        "en",
        "China criticised Argentina. The embassy in Buenos Aires accused Javier Milei of slander.",
        &["ACCUSE china > argentina", "ACCUSE china > javier_milei"],
    ),
    (
        "de",
        "Die Botschaft in Kampala warf Yoweri Museveni Lügen vor.",
        &[],
    ),
    (
        "sv",
        "Kenya stängde ambassaden i Kampala.",
        &["SANCTION kenya > uganda"],
    ),
    // Churches, fire brigades and clubs are no states; a church that is struck is where it stands.
    (
        "en",
        "The Norwegian church supports Uganda.",
        &["SUPPORT norwegian_church > uganda"],
    ),
    (
        "sv",
        "Den lutherska kyrkan i Kenya fördömde Uganda.",
        &["ACCUSE kyrkan_i_kenya > uganda"],
    ),
    (
        "de",
        "Die Feuerwehr Passau half Uganda.",
        &["AID feuerwehr_passau > uganda"],
    ),
    (
        "sv",
        "IFK Göteborg anklagade Uganda för lögner.",
        &["ACCUSE ifk_goteborg > uganda"],
    ),
    (
        "en",
        "Turkey bombed a church in Syria.",
        &["ASSAULT turkey > syria"],
    ),
    (
        "en",
        "The Indian Ocean Commission criticised Kenya.",
        &["ACCUSE indian_ocean_commission > kenya"],
    ),
    // Whoever takes somebody's part answers the critic; an offer to another one is not his to turn down.
    (
        "en",
        "Olaf Scholz criticised William Ruto. Dick Schoof rejected the criticism.",
        &[
            "ACCUSE olaf_scholz > william_ruto",
            "REJECT dick_schoof > olaf_scholz",
        ],
    ),
    (
        "en",
        "Kenya offered Uganda talks. Peru rejected the offer.",
        &["AGREE kenya > uganda"],
    ),
    // "There" is a recipient.
    (
        "sv",
        "Paraguay erkänner Taiwan, och Kina har därför vägrat att sälja vaccin dit.",
        &["REJECT china > taiwan"],
    ),
    // Of names.
    (
        "sv",
        "Taiwan kritiserade i fredags Berlin.",
        &["ACCUSE taiwan > germany"],
    ),
    (
        "en",
        "Rachel Owusu criticised Kenya. Uganda praised Ms Owusu.",
        &[
            "ACCUSE rachel_owusu > kenya",
            "SUPPORT uganda > rachel_owusu",
        ],
    ),
    (
        "en",
        "Anna Holm, a Swede, met William Ruto.",
        &["CONSULT anna_holm > william_ruto"],
    ),
    (
        "en",
        "Russia expelled Estonia's ambassador Margus Laidre. Estonia's ambassador in Stockholm criticised Sweden.",
        &["SANCTION russia > margus_laidre", "ACCUSE estonia > sweden"],
    ),
    (
        "en",
        "Jean Dupont, a Belgian, sued Uganda.",
        &["ACCUSE jean_dupont > uganda"],
    ),
    (
        "sv",
        "Alar Karis tackade Sverige. Kungen besökte Tartu.",
        &["SUPPORT alar_karis > sweden"],
    ),
    // Whose offices are searched, whom a body suspends as well, between whom somebody mediates.
    (
        "sv",
        "Siemens stämde Kenya. Kenyansk polis genomsökte dess kontor.",
        &["ACCUSE siemens > kenya", "COERCE kenya > siemens"],
    ),
    (
        "en",
        "Fifa suspended Peru. India was suspended in 2022.",
        &["SANCTION fifa > peru", "SANCTION fifa > india"],
    ),
    (
        "en",
        "Turkey bombs the PKK. Iraq and Syria came close to war; Saudi Arabia mediated.",
        &["ASSAULT turkey > pkk", "CONSULT saudi_arabia > iraq syria"],
    ),
    // A man in a town is not the town.
    ("sv", "Anna Holm anklagade en man i Lund för stöld.", &[]),
];
