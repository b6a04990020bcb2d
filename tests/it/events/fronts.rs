//! What stands in front: pronouns that are objects, names and adjectives before their verb, and passives that answer.

use super::Case;

pub const CASES: &[Case] = &[
    // A pronoun that is nothing but an object, before the verb, is acted upon by the name behind it.
    (
        "de",
        "William Ruto schweigt. Ihn kritisierte Uganda am Montag.",
        &["ACCUSE uganda > william_ruto"],
    ),
    (
        "de",
        "William Ruto schweigt. Ihm drohte Uganda mit Haft.",
        &["THREATEN uganda > william_ruto"],
    ),
    (
        "de",
        "William Ruto schweigt. Ihn hat Uganda festgenommen.",
        &["COERCE uganda > william_ruto"],
    ),
    ("de", "Ihn kritisierte er scharf.", &[]),
    (
        "sv",
        "William Ruto tiger. Honom kritiserade Uganda.",
        &["ACCUSE uganda > william_ruto"],
    ),
    (
        "sv",
        "William Ruto tiger. Honom har Uganda gripit.",
        &["COERCE uganda > william_ruto"],
    ),
    (
        "sv",
        "Magdalena Andersson tiger. Henne hotade Uganda med stämning.",
        &["THREATEN uganda > magdalena_andersson"],
    ),
    (
        "de",
        "Angela Merkel schweigt. Sie kritisierte Uganda.",
        &["ACCUSE angela_merkel > uganda"],
    ),
    // Behind a preposition it is no subject.
    (
        "de",
        "Max Müller schweigt. Gegen ihn ermittelt die norwegische Staatsanwaltschaft.",
        &["ACCUSE norway > max_muller"],
    ),
    // A passive answers whoever spoke before.
    (
        "en",
        "Kenya criticised Uganda. The criticism was rejected by Yoweri Museveni.",
        &["ACCUSE kenya > uganda", "REJECT yoweri_museveni > kenya"],
    ),
    (
        "sv",
        "Kenya anklagade Uganda för spioneri. Anklagelsen tillbakavisades av Yoweri Museveni.",
        &["ACCUSE kenya > uganda", "REJECT yoweri_museveni > kenya"],
    ),
    (
        "sv",
        "Kenya kritiserade Uganda. Kritiken avvisades av Yoweri Museveni.",
        &["ACCUSE kenya > uganda", "REJECT yoweri_museveni > kenya"],
    ),
    (
        "de",
        "Kenia kritisierte Uganda. Die Kritik wurde von Yoweri Museveni zurückgewiesen.",
        &["ACCUSE kenya > uganda", "REJECT yoweri_museveni > kenya"],
    ),
    (
        "de",
        "Kenia warf Uganda Spionage vor. Der Vorwurf wurde von Uganda zurückgewiesen.",
        &["ACCUSE kenya > uganda", "REJECT uganda > kenya"],
    ),
    // Beside an auxiliary of the passive only a form that looks finite is a participle.
    (
        "de",
        "Kenia wurde von Uganda bedrängt.",
        &["COERCE uganda > kenya"],
    ),
    (
        "de",
        "Die Ministerin wurde von Uganda verjagt.",
        &["COERCE uganda > "],
    ),
    (
        "de",
        "William Ruto wird Uganda besuchen.",
        &["CONSULT william_ruto > uganda"],
    ),
    // The first of two objects gets what the second names.
    (
        "en",
        "Germany gave Kenya two million euros for a school in Kisumu.",
        &["AID germany > kenya"],
    ),
    (
        "de",
        "Deutschland gab Kenia zwei Millionen Euro für eine Schule in Kisumu.",
        &["AID germany > kenya"],
    ),
    (
        "sv",
        "2016 gav Sverige Kenya två miljoner kronor för en skola i Kisumu.",
        &["AID sweden > kenya"],
    ),
    (
        "en",
        "Germany gave two million euros to Kenya for a school in Kisumu.",
        &["AID germany > kenya"],
    ),
    // Two names behind the relative pronoun of a thing.
    (
        "de",
        "Die Hilfe, die Deutschland Kenia zugesagt hat, kam nie an.",
        &["AGREE germany > kenya"],
    ),
    (
        "de",
        "Die Waffen, die Russland Uganda verkauft hat, sind alt.",
        &["COOPERATE russia > uganda"],
    ),
    // One name glued to another in front of the verb that comes last.
    (
        "de",
        "Nachdem Kenia Raila Odinga, einen Sohn des Gründers, festgenommen hatte, protestierte Uganda.",
        &["COERCE kenya > raila_odinga"],
    ),
    // Verbs of the plural that look like nouns behind two names, and behind an aside.
    (
        "en",
        "Germany and France slam Kenya.",
        &["ACCUSE germany france > kenya"],
    ),
    (
        "en",
        "Cuba and Nicaragua side with Venezuela.",
        &["SUPPORT cuba nicaragua > venezuela"],
    ),
    (
        "en",
        "Kenya's foreign minister, John Smith, thanks Uganda.",
        &["SUPPORT john_smith > uganda"],
    ),
    ("en", "Germany and France attack plan.", &[]),
    // Whoever is said to be one of those of whom a clause tells.
    (
        "en",
        "Kenya is one of the countries that recognise Taiwan.",
        &["SUPPORT kenya > taiwan"],
    ),
    (
        "de",
        "Kenia gehört zu den wenigen Staaten, die Taiwan anerkennen.",
        &["SUPPORT kenya > taiwan"],
    ),
    (
        "sv",
        "Kenya är ett av de länder som erkänner Taiwan.",
        &["SUPPORT kenya > taiwan"],
    ),
    (
        "sv",
        "Kenya är ett land som stöder Uganda.",
        &["SUPPORT kenya > uganda"],
    ),
    ("en", "Kenya met the countries that recognise Taiwan.", &[]),
    // An infinitive right behind its verb.
    (
        "sv",
        "William Ruto har försökt gripa Yoweri Museveni.",
        &["COERCE william_ruto > yoweri_museveni"],
    ),
    (
        "sv",
        "Kenya har slutat stödja Uganda.",
        &["SUPPORT kenya > uganda"],
    ),
    // An adverb of several words behind the subject of a turned clause.
    (
        "sv",
        "Å andra sidan anklagar kenyanska tjänstemän enligt uppgift tyskar för att låta Kina komma undan.",
        &["ACCUSE kenya > germany"],
    ),
    (
        "sv",
        "Å andra sidan anklagar Kenya enligt uppgift Uganda för att stödja rebellerna.",
        &["ACCUSE kenya > uganda"],
    ),
    (
        "sv",
        "Samtidigt anklagar kenyanska tjänstemän enligt uppgift Uganda för spioneri.",
        &["ACCUSE kenya > uganda"],
    ),
    // Two adjectives that a conjunction joins before their noun.
    (
        "en",
        "The Turkish and the Greek side agreed to reopen the border crossing.",
        &["AGREE turkey greece > "],
    ),
    (
        "de",
        "Die türkische und die griechische Seite einigten sich auf die Öffnung der Grenze.",
        &["AGREE turkey greece > "],
    ),
    (
        "en",
        "Kenya arrested French and South African soldiers who planned to kill William Ruto.",
        &[
            "COERCE kenya > south_africa france",
            "THREATEN south_africa france > william_ruto",
        ],
    ),
    (
        "sv",
        "Kenya grep tyska och franska legosoldater.",
        &["COERCE kenya > franska_legosoldater germany"],
    ),
    (
        "en",
        "The move is Turkish and Greek ministers criticised it.",
        &[],
    ),
    // A participle between commas has a time of its own.
    (
        "en",
        "Hakainde Hichilema, re-elected last year, rejected the charge from Botswana.",
        &["REJECT hakainde_hichilema > botswana"],
    ),
    // A count at the end of a clause.
    (
        "sv",
        "Storbritannien utvisade 23 ryska diplomater och Sverige en.",
        &["SANCTION united_kingdom > russia"],
    ),
    (
        "sv",
        "Storbritannien utvisade 23 ryska diplomater och Sverige kritiserade Norge.",
        &[
            "SANCTION united_kingdom > russia sweden",
            "ACCUSE norway > united_kingdom",
        ],
    ),
    // The same mark goes on with the first verb.
    (
        "en",
        "Kenya accused Uganda of sending drones to Germany and of killing demonstrators.",
        &["ACCUSE kenya > uganda"],
    ),
    // Whose minister did it.
    (
        "en",
        "Russia, whose energy minister Sergei Tsivilev visited Kenya last year, criticised Niger.",
        &["ACCUSE russia > niger", "CONSULT sergei_tsivilev > kenya"],
    ),
    // Who is named behind the one addressed.
    (
        "de",
        "Der Iran streitet mit den Taliban. Ebrahim Raisi hatte sie aufgefordert, den Vertrag über den Fluss Helmand einzuhalten.",
        &["ACCUSE iran > taliban", "REQUEST ebrahim_raisi > taliban"],
    ),
    (
        "de",
        "Angela Merkel traf William Ruto und Yoweri Museveni und rief sie zu Gesprächen mit Tansania auf.",
        &[
            "REQUEST angela_merkel > william_ruto yoweri_museveni",
            "CONSULT angela_merkel > william_ruto yoweri_museveni",
        ],
    ),
    // A person in office tells the time.
    (
        "de",
        "Usbekistan hatte sich unter Präsident Islam Karimow gegen den Damm gewehrt.",
        &["REJECT uzbekistan > "],
    ),
    // A noun behind a comma and the object's name describes it.
    (
        "en",
        "Kenya praised Max Muller, the lawyer who sued Uganda.",
        &["SUPPORT kenya > max_muller", "ACCUSE max_muller > uganda"],
    ),
    // A verb behind a quotation goes on with the one before.
    (
        "en",
        "William Ruto attacked Olaf Scholz for \"sacrificing Berlin to save face\" and called on Prime Minister Keir Starmer to step in.",
        &[
            "ACCUSE william_ruto > olaf_scholz",
            "REQUEST william_ruto > keir_starmer",
        ],
    ),
    // Of whom a clause behind a passive tells.
    (
        "sv",
        "William Ruto togs emot av hälsominister Julio Barrios, som tackade Kenya.",
        &[
            "CONSULT julio_barrios > william_ruto",
            "SUPPORT julio_barrios > kenya",
        ],
    ),
    // A name between commas behind a title, and another.
    (
        "sv",
        "I brevet uppmanar biskopen, Eva Norberg, Kenya att agera.",
        &["REQUEST eva_norberg > kenya"],
    ),
    // Who did what is complained of.
    (
        "de",
        "Der Libanon hat sich bei den Vereinten Nationen über zwei israelische Luftangriffe beschwert.",
        &["ACCUSE lebanon > israel"],
    ),
    (
        "de",
        "Der Libanon hat sich bei den Vereinten Nationen beschwert.",
        &["ACCUSE lebanon > united_nations"],
    ),
    // A name is no function word.
    (
        "de",
        "Syrien ist nach eigenen Angaben bereit, seine Truppen aus dem Libanon abzuziehen.",
        &["RETREAT syria > lebanon"],
    ),
    // Behind a noun of a part of a place nobody acts.
    (
        "de",
        "Drei Kenianer sind bei einem Anschlag im Zentrum von Bagdad getötet worden.",
        &["ASSAULT  > kenya"],
    ),
    (
        "de",
        "Drei Kenianer sind von Uganda getötet worden.",
        &["ASSAULT uganda > kenya"],
    ),
    // A word that stands behind its noun, and one that closes a time.
    (
        "de",
        "Die Schweiz hat eigenen Angaben zufolge zwei russische Diplomaten wegen Spionage ausgewiesen.",
        &["SANCTION switzerland > russia"],
    ),
    (
        "de",
        "Kenia drohte, von Montag an Uganda zu blockieren.",
        &["THREATEN kenya > uganda"],
    ),
    // A small word before a noun describes it.
    (
        "de",
        "Die aufständische Arbeiterpartei Kurdistans hat von der türkischen Regierung Auskunft verlangt.",
        &["REQUEST pkk > turkey"],
    ),
    // The saying behind what is said.
    (
        "de",
        "Die Palästinenser lehnen die von Israel vorgeschlagenen Änderungen ab, sagte der Unterhändler Saeb Erekat.",
        &["REJECT palestine > "],
    ),
    // Those of a region stand for its states.
    (
        "sv",
        "Europeiska länder kritiserar USA. Enligt uppgift anklagar USA européerna för protektionism.",
        &[
            "ACCUSE europeiska_lander > united_states",
            "ACCUSE united_states > europeiska_lander",
        ],
    ),
    (
        "en",
        "European countries criticised Kenya. Kenya accused the Europeans of bullying.",
        &[
            "ACCUSE european_countries > kenya",
            "ACCUSE kenya > european_countries",
        ],
    ),
    (
        "en",
        "European countries criticised Kenya. Kenya arrested two Europeans on Monday.",
        &[
            "ACCUSE european_countries > kenya",
            "COERCE kenya > europeans",
        ],
    ),
    (
        "de",
        "Kenia kritisierte Brasilien, das der erweiterten Opec-Runde beitreten will.",
        &["AGREE brazil > opec", "ACCUSE kenya > brazil"],
    ),
    // The leaders of a region are a group of their own.
    (
        "en",
        "European leaders contacted Moscow. European leaders criticised Kenya.",
        &[
            "CONSULT european_leaders > russia",
            "ACCUSE european_leaders > kenya",
        ],
    ),
    (
        "sv",
        "Afrikanska ledare kritiserade Kenya.",
        &["ACCUSE afrikanska_ledare > kenya"],
    ),
    (
        "sv",
        "Svenska ledare kritiserade Kenya.",
        &["ACCUSE sweden > kenya"],
    ),
    // A past form behind a name is no part of a title.
    (
        "en",
        "General Max Muller ousted President William Ruto.",
        &["COERCE max_muller > william_ruto"],
    ),
    (
        "en",
        "The army deposed President William Ruto on Tuesday.",
        &[],
    ),
    (
        "en",
        "Kenya condemned the ousted President William Ruto.",
        &["ACCUSE kenya > william_ruto"],
    ),
    // Whoever blames somebody in the clause above has suffered what is told.
    (
        "de",
        "Kenia kritisierte Uganda, nachdem Kampala die Grenze geschlossen hatte.",
        &["COERCE uganda > kenya", "ACCUSE kenya > uganda"],
    ),
    (
        "en",
        "Kenya summoned Uganda's ambassador because Kampala had imposed sanctions.",
        &["SANCTION uganda > kenya", "ACCUSE kenya > uganda"],
    ),
    (
        "sv",
        "Kenya kritiserade Uganda sedan Kampala stängt gränsen.",
        &["COERCE uganda > kenya", "ACCUSE kenya > uganda"],
    ),
    (
        "en",
        "Kenya thanked Uganda after Kampala closed the border.",
        &["SUPPORT kenya > uganda"],
    ),
    (
        "en",
        "Kenya criticised Uganda after Tanzania closed the border.",
        &["ACCUSE kenya > uganda"],
    ),
    // Whoever is not asked may answer what waits for an answer.
    (
        "en",
        "Kosovo asked the EU for help. Hungary rejected that.",
        &["REQUEST kosovo > european_union", "REJECT hungary > kosovo"],
    ),
    (
        "en",
        "Olaf Scholz asked the EU for help. A spokesman denied that.",
        &["REQUEST olaf_scholz > european_union"],
    ),
    // What two do alike is done for a third one.
    (
        "en",
        "Malawi was hit by a storm. Germany gives ten million, Norway doubles its aid for the country.",
        &["ACCIDENT  > malawi"],
    ),
    (
        "de",
        "Deutschland stellt 30 Millionen Euro bereit, Norwegen verdoppelt seine Unterstützung für das Land.",
        &[],
    ),
    (
        "en",
        "Peru condemned Chile, and Spain accused the country of lying.",
        &["ACCUSE spain > chile", "ACCUSE peru > chile"],
    ),
];
