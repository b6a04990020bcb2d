//! Names right behind a verb and side by side, what stands between the parts of a clause, and reactions to deeds told before.

use super::Case;

pub const CASES: &[Case] = &[
    // A bare name right behind a verb that acts is its object, whatever time follows.
    (
        "en",
        "Kenya was forced to criticise Olaf Scholz last year.",
        &["ACCUSE kenya > olaf_scholz"],
    ),
    (
        "en",
        "Peru was able to visit Norway last week.",
        &["CONSULT peru > norway"],
    ),
    (
        "en",
        "Norway said it would condemn Chile next week.",
        &["ACCUSE norway > chile"],
    ),
    (
        "en",
        "Norway began financing Chile last year.",
        &["AID norway > chile"],
    ),
    (
        "en",
        "Peru stopped short of leaving but criticised Emmanuel Macron.",
        &["ACCUSE peru > emmanuel_macron"],
    ),
    (
        "en",
        "Uganda arrested three Kenyan journalists last week.",
        &["COERCE uganda > kenya"],
    ),
    (
        "sv",
        "– Det måste få ett slut, sade Kenya, som kritiserade Norge i förra veckan.",
        &["ACCUSE kenya > norway"],
    ),
    // Behind a helper the name acts, and what stands in front is acted upon.
    (
        "sv",
        "Chile har Norge kritiserat flera gånger.",
        &["ACCUSE norway > chile"],
    ),
    (
        "sv",
        "Togo hade Benin stämt redan i maj.",
        &["ACCUSE benin > togo"],
    ),
    (
        "sv",
        "Kenya har kritiserat Norge flera gånger.",
        &["ACCUSE kenya > norway"],
    ),
    // Of two names side by side the first acts, where the verb leaves room for both.
    (
        "de",
        "Warum Norwegen Chile kritisierte, ist unklar.",
        &["ACCUSE norway > chile"],
    ),
    (
        "de",
        "Am Montag lobte Peru William Ruto erneut.",
        &["SUPPORT peru > william_ruto"],
    ),
    (
        "de",
        "Der Tag, an dem William Ruto Peru verklagte, veränderte vieles.",
        &["ACCUSE william_ruto > peru"],
    ),
    (
        "de",
        "Greenpeace Schweiz kritisierte Norwegen.",
        &["ACCUSE greenpeace > norway"],
    ),
    (
        "de",
        "Seit Kenia Uganda 2019 kritisierte, schweigen alle.",
        &["ACCUSE kenya > uganda"],
    ),
    // A relative clause behind the second subject, two adverbs, a comparison in front.
    (
        "en",
        "Spain stayed silent, but Gazprom, which has little to lose, criticised Emmanuel Macron.",
        &["ACCUSE gazprom > emmanuel_macron"],
    ),
    (
        "de",
        "Spanien schwieg, doch Peru, das wenig zu verlieren hat, lobte Emmanuel Macron.",
        &["SUPPORT peru > emmanuel_macron"],
    ),
    (
        "en",
        "Kenya has openly and repeatedly criticised Emmanuel Macron.",
        &["ACCUSE kenya > emmanuel_macron"],
    ),
    (
        "sv",
        "Kenya har öppet och upprepade gånger kritiserat Olaf Scholz.",
        &["ACCUSE kenya > olaf_scholz"],
    ),
    (
        "de",
        "Peru hat Kenia offen und mehrfach kritisiert.",
        &["ACCUSE peru > kenya"],
    ),
    (
        "sv",
        "Liksom Spanien kritiserade Peru Emmanuel Macron.",
        &["ACCUSE peru spain > emmanuel_macron"],
    ),
    (
        "de",
        "Wie Spanien kritisierte auch Peru William Ruto.",
        &["ACCUSE peru spain > william_ruto"],
    ),
    // Whose plan, decision or claim an infinitive belongs to.
    (
        "en",
        "Uganda's plan to criticise Amnesty International surprised many.",
        &["ACCUSE uganda > amnesty_international"],
    ),
    (
        "de",
        "Perus Entscheidung, William Ruto zu kritisieren, überraschte viele.",
        &["ACCUSE peru > william_ruto"],
    ),
    (
        "de",
        "Peru erklärte, William Ruto kritisieren zu wollen.",
        &["ACCUSE peru > william_ruto"],
    ),
    (
        "en",
        "Kenya announced plans to sue Peru.",
        &["ACCUSE kenya > peru"],
    ),
    // What was done before, and by what.
    (
        "en",
        "Having criticised Amnesty International, Uganda fell silent.",
        &["ACCUSE uganda > amnesty_international"],
    ),
    (
        "en",
        "By criticising Emmanuel Macron, Gazprom has angered many voters.",
        &["ACCUSE gazprom > emmanuel_macron"],
    ),
    (
        "en",
        "Kenya, criticised by Uganda last year, fell silent.",
        &["ACCUSE uganda > kenya"],
    ),
    (
        "en",
        "It was Chile that criticised Peru.",
        &["ACCUSE chile > peru"],
    ),
    (
        "sv",
        "Att Gazprom kritiserade Emmanuel Macron förvånade många.",
        &["ACCUSE gazprom > emmanuel_macron"],
    ),
    // Whose army, whose president.
    (
        "en",
        "Kenya, whose army attacked Uganda on Monday, fell silent.",
        &["ASSAULT kenya > uganda"],
    ),
    (
        "en",
        "Kenya, whose president, William Ruto, criticised Uganda, fell silent.",
        &["ACCUSE william_ruto > uganda"],
    ),
    (
        "sv",
        "Kenya, vars utrikesminister kritiserade Uganda, teg.",
        &["ACCUSE kenya > uganda"],
    ),
    (
        "de",
        "Kenia, dessen Außenminister Uganda kritisierte, schwieg.",
        &["ACCUSE kenya > uganda"],
    ),
    // More than one act is denied by no "only", and who does not hesitate acts.
    (
        "en",
        "Kenya not only helped Peru but also changed its tone.",
        &["AID kenya > peru"],
    ),
    (
        "en",
        "Uganda did not hesitate to help Peru.",
        &["AID uganda > peru"],
    ),
    (
        "de",
        "Norwegen half nicht nur Peru, sondern lobte auch Chile.",
        &["SUPPORT norway > chile", "AID norway > peru"],
    ),
    (
        "sv",
        "Norge hjälpte inte Chile.",
        &["REJECT norway > chile"],
    ),
    // What must be done is asked only where somebody says so; what had to be done was done.
    ("en", "Norway must criticise Chile.", &[]),
    (
        "de",
        "Norwegen musste Chile loben.",
        &["SUPPORT norway > chile"],
    ),
    (
        "en",
        "Chad must pay the fishermen, Niger said.",
        &["REQUEST niger > chad"],
    ),
    // Reactions to a deed by a noun or a pronoun.
    (
        "en",
        "Kenya closed its border with Uganda. Spain condemned this.",
        &["COERCE kenya > uganda", "ACCUSE spain > kenya"],
    ),
    (
        "en",
        "Kenya closed its border with Uganda on Monday. Prices rose. Spain defended the decision.",
        &["COERCE kenya > uganda", "SUPPORT spain > kenya"],
    ),
    (
        "en",
        "Togo bombed a harbour in Benin. Japan demanded an end to the raids.",
        &["ASSAULT togo > benin", "REQUEST japan > togo"],
    ),
    (
        "en",
        "Peru expelled the ambassador of Chile. Spain said the expulsion was illegal.",
        &["SANCTION peru > chile", "ACCUSE spain > peru"],
    ),
    (
        "en",
        "Togo bombed a harbour in Benin. Benin complained to the UN about the bombing.",
        &["ASSAULT togo > benin", "ACCUSE benin > togo"],
    ),
    (
        "sv",
        "Peru utvisade Chiles ambassadör. Spanien fördömde utvisningen.",
        &["SANCTION peru > chile", "ACCUSE spain > peru"],
    ),
    (
        "de",
        "Peru wies den Botschafter Chiles aus. Spanien verurteilte die Ausweisung.",
        &["SANCTION peru > chile", "ACCUSE spain > peru"],
    ),
    (
        "en",
        "Kenya closed its border with Uganda. Kenya defended the decision.",
        &["COERCE kenya > uganda"],
    ),
    // A request that another one heeds.
    (
        "en",
        "Norway arrested Peter Holm because Mali had asked for it.",
        &["COERCE norway > peter_holm", "REQUEST mali > norway"],
    ),
    (
        "de",
        "Norwegen verhaftete Peter Holm, weil Mali darum gebeten hatte.",
        &["COERCE norway > peter_holm", "REQUEST mali > norway"],
    ),
    // Capitals behind what is said or given to somebody.
    (
        "en",
        "Norway protested to Bamako.",
        &["ACCUSE norway > mali"],
    ),
    (
        "sv",
        "Norge stoppade biståndet till Quito.",
        &["SANCTION norway > ecuador"],
    ),
    // A stop behind a name of one letter ends a sentence.
    (
        "en",
        "She wrote it on X. Norway criticised Mali.",
        &["ACCUSE norway > mali"],
    ),
    (
        "de",
        "Das schrieb er am Montag auf X. Norwegen kritisierte Mali.",
        &["ACCUSE norway > mali"],
    ),
];
