//! Meetings, calls and visits in which another act is told, words that are answered, third parties, towns and what is one's own.

use super::Case;

pub const CASES: &[Case] = &[
    // A meeting, call or visit in whose frame another act is told.
    (
        "en",
        "After talks with William Ruto, Olaf Scholz promised help.",
        &[
            "AGREE olaf_scholz > william_ruto",
            "CONSULT olaf_scholz > william_ruto",
        ],
    ),
    (
        "en",
        "At a meeting with William Ruto, Olaf Scholz pledged aid.",
        &[
            "AGREE olaf_scholz > william_ruto",
            "CONSULT olaf_scholz > william_ruto",
        ],
    ),
    (
        "de",
        "Nach Gesprächen mit William Ruto sagte Olaf Scholz 20 Millionen Euro zu.",
        &[
            "CONSULT olaf_scholz > william_ruto",
            "AGREE olaf_scholz > william_ruto",
        ],
    ),
    (
        "sv",
        "Vid ett möte med William Ruto lovade Olaf Scholz hjälp.",
        &[
            "CONSULT olaf_scholz > william_ruto",
            "AGREE olaf_scholz > william_ruto",
        ],
    ),
    (
        "de",
        "In einem Telefonat mit William Ruto forderte Olaf Scholz Reformen.",
        &[
            "REQUEST olaf_scholz > william_ruto",
            "CONSULT olaf_scholz > william_ruto",
        ],
    ),
    (
        "sv",
        "I ett telefonsamtal med William Ruto krävde Olaf Scholz reformer.",
        &[
            "REQUEST olaf_scholz > william_ruto",
            "CONSULT olaf_scholz > william_ruto",
        ],
    ),
    (
        "en",
        "During a visit to Kenya, Olaf Scholz promised 20 million euros.",
        &["CONSULT olaf_scholz > kenya", "AGREE olaf_scholz > kenya"],
    ),
    (
        "de",
        "Bei einem Besuch in Kenia versprach Olaf Scholz 20 Millionen Euro.",
        &["CONSULT olaf_scholz > kenya", "AGREE olaf_scholz > kenya"],
    ),
    (
        "sv",
        "Under ett besök i Kenya lovade Olaf Scholz 20 miljoner euro.",
        &["AGREE olaf_scholz > kenya", "CONSULT olaf_scholz > kenya"],
    ),
    (
        "en",
        "After a meeting with Uganda, Kenya threatened sanctions.",
        &["THREATEN kenya > uganda", "CONSULT kenya > uganda"],
    ),
    (
        "sv",
        "Efter samtal mellan Kenya och Uganda lovade Kenya hjälp.",
        &["CONSULT kenya uganda > ", "AGREE kenya > uganda"],
    ),
    (
        "en",
        "In a letter to William Ruto, Olaf Scholz promised help.",
        &["AGREE olaf_scholz > william_ruto"],
    ),
    // It stands beside what is told of others.
    (
        "de",
        "Nach einem Gespräch mit William Ruto lobte Olaf Scholz Uganda.",
        &[
            "CONSULT olaf_scholz > william_ruto",
            "SUPPORT olaf_scholz > uganda",
        ],
    ),
    (
        "sv",
        "Efter ett möte med William Ruto tackade Olaf Scholz Uganda.",
        &[
            "SUPPORT olaf_scholz > uganda",
            "CONSULT olaf_scholz > william_ruto",
        ],
    ),
    (
        "en",
        "On a visit to Kenya, Olaf Scholz criticised China.",
        &["CONSULT olaf_scholz > kenya", "ACCUSE olaf_scholz > china"],
    ),
    (
        "de",
        "Auf einer Reise nach Kenia kritisierte Olaf Scholz China.",
        &["CONSULT olaf_scholz > kenya", "ACCUSE olaf_scholz > china"],
    ),
    (
        "sv",
        "Under en resa till Kenya kritiserade Olaf Scholz Kina.",
        &["CONSULT olaf_scholz > kenya", "ACCUSE olaf_scholz > china"],
    ),
    // Near misses.
    (
        "en",
        "Olaf Scholz insisted on talks with William Ruto.",
        &["REQUEST olaf_scholz > william_ruto"],
    ),
    (
        "en",
        "Kenya arrested him during a visit to Uganda.",
        &["COERCE kenya > "],
    ),
    (
        "de",
        "Auf dem Markt in Kenia kritisierte Olaf Scholz China.",
        &["ACCUSE olaf_scholz > china"],
    ),
    (
        "sv",
        "Efter en tupplur i Kenya kritiserade Olaf Scholz Kina.",
        &["ACCUSE olaf_scholz > china"],
    ),
    (
        "en",
        "In a letter about Kenya, Olaf Scholz promised reform.",
        &["AGREE olaf_scholz > "],
    ),
    // A conference is where something is said, and to nobody.
    (
        "de",
        "Emmanuel Macron versprach auf einer Konferenz in Nairobi 50 Millionen Euro.",
        &["AGREE emmanuel_macron > "],
    ),
    (
        "sv",
        "Emmanuel Macron utlovade 50 miljoner euro vid en konferens i Nairobi.",
        &["AGREE emmanuel_macron > "],
    ),
    // Words that are answered.
    (
        "en",
        "Emmanuel Macron insulted Kenya. Olaf Scholz condemned the remarks.",
        &[
            "ACCUSE emmanuel_macron > kenya",
            "ACCUSE olaf_scholz > emmanuel_macron",
        ],
    ),
    (
        "sv",
        "Emmanuel Macron förolämpade Kenya. Olaf Scholz kallade uttalandet skamligt.",
        &[
            "ACCUSE emmanuel_macron > kenya",
            "ACCUSE olaf_scholz > emmanuel_macron",
        ],
    ),
    (
        "de",
        "Emmanuel Macron beleidigte Kenia. Olaf Scholz verurteilte die Äußerungen.",
        &[
            "ACCUSE emmanuel_macron > kenya",
            "ACCUSE olaf_scholz > emmanuel_macron",
        ],
    ),
    (
        "en",
        "Emmanuel Macron insulted Kenya. Olaf Scholz read the remarks.",
        &["ACCUSE emmanuel_macron > kenya"],
    ),
    // A third one answers a hostile act.
    (
        "en",
        "Kenya arrested Max Müller. The EU protested.",
        &["COERCE kenya > max_muller", "ACCUSE european_union > kenya"],
    ),
    (
        "en",
        "Guatemala arrested Bernardo Arévalo. The EU threatened sanctions.",
        &[
            "COERCE guatemala > bernardo_arevalo",
            "THREATEN european_union > guatemala",
        ],
    ),
    (
        "sv",
        "Kenya grep Max Müller. Norge hotade med sanktioner.",
        &["COERCE kenya > max_muller", "THREATEN norway > kenya"],
    ),
    (
        "de",
        "Kenia nahm Max Müller fest. Norwegen drohte mit Sanktionen.",
        &["COERCE kenya > max_muller", "THREATEN norway > kenya"],
    ),
    (
        "en",
        "Kenya praised Max Müller. The EU threatened sanctions.",
        &["SUPPORT kenya > max_muller"],
    ),
    (
        "en",
        "Kenya arrested Max Müller. Uganda attacked Sudan. The EU threatened sanctions.",
        &[
            "COERCE kenya > max_muller",
            "ASSAULT uganda > sudan",
            "THREATEN european_union > uganda",
        ],
    ),
    // Where somebody is arrested, the authorities of the state did it.
    (
        "en",
        "Max Müller was arrested in Nairobi.",
        &["COERCE kenya > max_muller"],
    ),
    (
        "sv",
        "Max Müller greps i Nairobi.",
        &["COERCE kenya > max_muller"],
    ),
    (
        "de",
        "Max Müller wurde in Nairobi festgenommen.",
        &["COERCE kenya > max_muller"],
    ),
    ("en", "Max Müller was celebrated in Nairobi.", &[]),
    // One's own people abroad.
    ("en", "Kenya told its citizens in Uganda to leave.", &[]),
    (
        "de",
        "Kenia forderte seine Bürger in Uganda auf, das Land zu verlassen.",
        &[],
    ),
    (
        "en",
        "Kenya recalled its ambassador in Uganda.",
        &["SANCTION kenya > uganda"],
    ),
    // Whose wish is done.
    (
        "en",
        "At Albania's request, Italy sent two ships.",
        &["REQUEST albania > italy"],
    ),
    (
        "sv",
        "På Albaniens begäran skickade Italien två fartyg.",
        &["REQUEST albania > italy"],
    ),
    (
        "de",
        "Auf Bitten Albaniens schickte Italien zwei Schiffe.",
        &["REQUEST albania > italy"],
    ),
    (
        "en",
        "The request of Albania was ignored, and Italy sent two ships.",
        &["REJECT  > albania"],
    ),
    // Whose boat it was.
    (
        "en",
        "Japan said a Chinese vessel rammed one of its boats.",
        &["ASSAULT china > japan"],
    ),
    (
        "en",
        "Japan said a Chinese vessel rammed a pier.",
        &["ASSAULT china > "],
    ),
    // Who is apologised to is whom one meets, not those it is about.
    (
        "de",
        "Ilham Alijew hat sich in einem Telefonat mit Wladimir Putin für den Tod russischer Soldaten entschuldigt.",
        &[
            "SUPPORT ilham_aliyev > vladimir_putin",
            "CONSULT ilham_aliyev > vladimir_putin",
        ],
    ),
    (
        "de",
        "Ilham Alijew hat sich für den Tod russischer Soldaten entschuldigt.",
        &["SUPPORT ilham_aliyev > russia"],
    ),
];
