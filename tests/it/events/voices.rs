//! Voice and case: who acts where endings, articles and helpers tell, and where nothing but the order does.

use super::Case;

pub const CASES: &[Case] = &[
    // Which of two acts, where the case of their articles tells.
    (
        "de",
        "Den Iran hat am Dienstag auch der Sudan kritisiert.",
        &["ACCUSE sudan > iran"],
    ),
    (
        "de",
        "Den Sudan lobte auch der Iran.",
        &["SUPPORT iran > sudan"],
    ),
    (
        "de",
        "Die Schweiz, die der Iran unterstützt hat, wählte im Mai.",
        &["SUPPORT iran > switzerland"],
    ),
    (
        "de",
        "Die Türkei, die den französischen Präsidenten Emmanuel Macron kritisiert hat, wählte im Mai.",
        &["ACCUSE turkey > emmanuel_macron"],
    ),
    (
        "de",
        "Der Iran hat am Dienstag auch den Sudan kritisiert.",
        &["ACCUSE iran > sudan"],
    ),
    // Passives whose participle looks active, and passives in a clause that is said.
    (
        "sv",
        "Peru har blivit fördömt av Polen.",
        &["ACCUSE poland > peru"],
    ),
    (
        "sv",
        "I går blev Peru fördömt av Polen.",
        &["ACCUSE poland > peru"],
    ),
    ("sv", "Peru har fördömt Polen.", &["ACCUSE peru > poland"]),
    (
        "en",
        "Friedrich Merz noted that Japan was criticised by the Philippines.",
        &["ACCUSE philippines > japan"],
    ),
    (
        "sv",
        "Friedrich Merz uppgav att Japan kritiserades av Filippinerna.",
        &["ACCUSE philippines > japan"],
    ),
    // A reflexive pronoun is the subject itself.
    (
        "sv",
        "Petteri Orpo skyndade sig att gratulera Donald Trump.",
        &["STATEMENT petteri_orpo > donald_trump"],
    ),
    (
        "sv",
        "Nato skyndade sig att varna Ryssland.",
        &["THREATEN nato > russia"],
    ),
    (
        "de",
        "Die EU beeilte sich, Serbien zu loben.",
        &["SUPPORT european_union > serbia"],
    ),
    // Nouns with their phrases.
    (
        "de",
        "Frankreichs Kritik an der Türkei überraschte die Fachleute.",
        &["ACCUSE france > turkey"],
    ),
    (
        "sv",
        "Börsen föll efter Japans kritik mot Filippinerna.",
        &["ACCUSE japan > philippines"],
    ),
    // Who does the same; whoever only comes from a country is not that country.
    (
        "en",
        "Like Giorgia Meloni, Emmanuel Macron criticised Donald Trump.",
        &["ACCUSE emmanuel_macron giorgia_meloni > donald_trump"],
    ),
    (
        "sv",
        "Liksom Norge kritiserade Peru Kenya.",
        &["ACCUSE peru norway > kenya"],
    ),
    (
        "en",
        "The Norwegian-born singer criticised Friedrich Merz.",
        &[],
    ),
    (
        "en",
        "A book by a Peruvian author criticised Friedrich Merz.",
        &[],
    ),
    (
        "sv",
        "Irans FN-ambassadör kritiserade Mette Frederiksen.",
        &["ACCUSE iran > mette_frederiksen"],
    ),
    (
        "de",
        "Der schweizerische UN-Botschafter hat Mette Frederiksen kritisiert.",
        &["ACCUSE switzerland > mette_frederiksen"],
    ),
    // Days that hold names, clauses about a noun, gerunds in front, speakers behind a quotation.
    (
        "en",
        "On Tuesday Norway and Peru thanked France.",
        &["SUPPORT norway peru > france"],
    ),
    (
        "en",
        "In May 2024 the Netherlands thanked France.",
        &["SUPPORT netherlands > france"],
    ),
    (
        "en",
        "Iran criticised France, whose harvest failed.",
        &["ACCUSE iran > france"],
    ),
    (
        "en",
        "Condemning Mette Frederiksen, Turkey spoke of a dark day.",
        &["ACCUSE turkey > mette_frederiksen"],
    ),
    (
        "sv",
        "\"Det här är en mörk dag\", sade Emmanuel Macron och kritiserade Peru.",
        &["ACCUSE emmanuel_macron > peru"],
    ),
    // The government of the speaker's own state.
    (
        "en",
        "Spain's opposition leader Alberto Feijóo accused the government of lying.",
        &["ACCUSE alberto_nunez_feijoo > spain"],
    ),
    (
        "sv",
        "Spaniens oppositionsledare Alberto Feijóo anklagade regeringen för att ljuga.",
        &["ACCUSE alberto_nunez_feijoo > spain"],
    ),
    (
        "de",
        "Spaniens Oppositionsführer Alberto Feijóo warf der Regierung vor, Spanien blamiert zu haben.",
        &["ACCUSE alberto_nunez_feijoo > spain"],
    ),
];
