//! Who acts where the order of words misleads: the verb second or last, passives, forms that look alike.

use super::Case;

pub const CASES: &[Case] = &[
    // Where the verb comes second: what cannot be the subject is not, and the first name behind the verb is.
    (
        "de",
        "Den Vorschlag lehnt Ungarn ab.",
        &["REJECT hungary > "],
    ),
    (
        "de",
        "Das weist Nicaragua zurück.",
        &["REJECT nicaragua > "],
    ),
    ("sv", "Förslaget avvisar Nepal.", &["REJECT nepal > "]),
    ("sv", "Rapporten kritiserar Nepal.", &[]),
    (
        "de",
        "Im Januar will Macron nach Mexiko reisen.",
        &["CONSULT emmanuel_macron > mexico"],
    ),
    (
        "de",
        "Nach dem Gipfel hat Peru Chile gelobt.",
        &["SUPPORT peru > chile"],
    ),
    (
        "sv",
        "På måndag reser Macron till Kenya.",
        &["CONSULT emmanuel_macron > kenya"],
    ),
    (
        "sv",
        "På måndag reser Nigerias president Bola Tinubu till Accra.",
        &["CONSULT bola_tinubu > ghana"],
    ),
    (
        "de",
        "Brasilien, Kolumbien und Chile trafen sich in Lima.",
        &["CONSULT brazil colombia chile > "],
    ),
    // "wird" with a form that is infinitive and participle alike.
    (
        "de",
        "Lula da Silva wird Luis Arce in Santa Cruz besuchen.",
        &["CONSULT luiz_inacio_lula_da_silva > luis_arce"],
    ),
    // A past form without object and auxiliary.
    (
        "en",
        "Journalist Evan Hart expelled from Mali",
        &["COERCE mali > evan_hart"],
    ),
    (
        "en",
        "Rodrigo Duterte arrested at Manila airport",
        &["COERCE philippines > rodrigo_duterte"],
    ),
    // German: the name behind a pronoun acts, and so does the one behind "von" of a passive.
    (
        "de",
        "Embaló wurde von Senegals Präsident Bassirou Diomaye Faye empfangen.",
        &["CONSULT bassirou_diomaye_faye > embalo"],
    ),
    // Verbs of news behind a plural noun, which look like participles.
    (
        "en",
        "Turkish police detained Kurdish activists in Diyarbakir.",
        &["COERCE turkey > kurdish_activists"],
    ),
    (
        "en",
        "Pakistani jets bombed villages in Afghanistan.",
        &["ASSAULT pakistan > afghanistan"],
    ),
    (
        "sv",
        "Turkiska drönare attackerade kurdiska ställningar i Syrien.",
        &["ASSAULT turkey > kurdistan"],
    ),
    (
        "de",
        "Washington versprach Tokio, die Zölle zu senken.",
        &["AGREE united_states > japan"],
    ),
    // Agents of passives, subjects behind the verb.
    (
        "sv",
        "Under natten dödades tre norska soldater av finsk militär.",
        &["ASSAULT finland > norway"],
    ),
    (
        "de",
        "Belgien hat einen Vorschlag aus Luxemburg abgelehnt.",
        &["REJECT belgium > luxembourg"],
    ),
];
