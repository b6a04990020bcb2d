//! One node per actor, of the right country: sentences of our own, with near misses.

use super::article::read;
use newsgraph::pipeline::Engine;

/// Language, text, nodes that must be there ("NAME CODE SECTOR: mentions", "-" for nothing), beginnings of nodes that must not be there.
const CASES: &[(&str, &str, &[&str], &[&str])] = &[
    // A region's people are not those of its state.
    (
        "en",
        "Chechen forces attacked Russian forces near Grozny.",
        &[
            "Chechen forces RUS MIL: Chechen forces",
            "Russia RUS -: Russian forces",
        ],
        &[],
    ),
    (
        "sv",
        "Skotska poliser grep brittiska poliser.",
        &[
            "Skotska poliser GBR COP: Skotska poliser",
            "United Kingdom GBR -: brittiska poliser",
        ],
        &[],
    ),
    (
        "de",
        "Abchasische Truppen beschossen georgische Truppen.",
        &[
            "Abchasische Truppen GEO MIL: Abchasische Truppen",
            "Georgia GEO -: georgische Truppen",
        ],
        &[],
    ),
    (
        "en",
        "Tigrayan rebels attacked Ethiopian soldiers.",
        &["Tigrayan rebels ETH REB: Tigrayan rebels"],
        &["Tigrayans"],
    ),
    // The state's own are one, however it is written.
    (
        "en",
        "Sudan's army attacked the Rapid Support Forces. The Sudanese army attacked Chad.",
        &["Sudan's army SDN MIL: army, Sudanese army"],
        &[],
    ),
    // A body's bare name that another state owns.
    (
        "sv",
        "Kanadas Konservativa partiet kritiserade Danmark.",
        &["Konservativa partiet CAN PTY: Konservativa partiet"],
        &["Conservative Party"],
    ),
    (
        "sv",
        "Storbritanniens Konservativa partiet kritiserade Danmark.",
        &["Conservative Party GBR PTY: Konservativa partiet"],
        &[],
    ),
    (
        "de",
        "Perus Kongress verurteilte Chile.",
        &["Peru PER -: Perus"],
        &["US Congress"],
    ),
    (
        "en",
        "Liberia's Congress condemned Guinea.",
        &[],
        &["US Congress"],
    ),
    (
        "en",
        "Congress condemned Guinea.",
        &["US Congress USA LEG: Congress"],
        &[],
    ),
    (
        "sv",
        "Växjö IS kritiserade Danmark.",
        &[],
        &["Islamic State"],
    ),
    (
        "sv",
        "Terrorgruppen IS angrep Danmark.",
        &["Islamic State IMG REB: Terrorgruppen IS"],
        &[],
    ),
    // The article decides between bodies of one name.
    (
        "de",
        "Der Bundesrat in Bern verurteilte Russland.",
        &["Swiss Federal Council CHE GOV: Bundesrat"],
        &["Bundesrat"],
    ),
    (
        "de",
        "Bundeskanzler Friedrich Merz reiste nach Paris. Der Bundesrat verurteilte Russland.",
        &["Bundesrat DEU LEG: Bundesrat"],
        &["Swiss"],
    ),
    // The seat of a body that is no state.
    (
        "en",
        "Brussels condemned Russia.",
        &["European Union EUR -: Brussels"],
        &["Brussels", "Belgium"],
    ),
    (
        "sv",
        "Bryssel hotade Kina med tullar.",
        &["European Union EUR -: Bryssel"],
        &["Brussels"],
    ),
    (
        "de",
        "Die Polizei in Brüssel nahm zwei Männer fest.",
        &["Brussels BEL -: Brüssel"],
        &["European Union"],
    ),
    (
        "en",
        "Brussels police arrested two men.",
        &["Brussels BEL -: Brussels"],
        &["European Union"],
    ),
    // Who bears a place's name, once introduced in full.
    (
        "en",
        "Kirsty Coventry arrived in Lausanne. Coventry met Gianni Infantino.",
        &["Kirsty Coventry NGO -: Kirsty Coventry, Coventry"],
        &["Coventry"],
    ),
    (
        "sv",
        "Kirsty Coventry leder IOK. Demonstranter samlades i Coventry på måndagen.",
        &[
            "Kirsty Coventry NGO -: Kirsty Coventry",
            "Coventry GBR -: Coventry",
        ],
        &[],
    ),
    // A known name and a noun behind it.
    (
        "de",
        "Kongo warf Kigali Landraub vor.",
        &["Rwanda RWA -: Kigali"],
        &["Kigali Landraub"],
    ),
    (
        "de",
        "EU Erpressung werde Orban nicht dulden.",
        &["European Union EUR -: EU"],
        &["EU Erpressung"],
    ),
    (
        "de",
        "Chinas Außenamt verurteilte Japan.",
        &["China CHN -: Chinas"],
        &[],
    ),
    (
        "de",
        "Die Uno-Mission Monusco verurteilte Ruanda.",
        &["MONUSCO IGO MIL: Monusco"],
        &["Uno-Mission"],
    ),
    // Things given to somebody are no part of the name; a noun that is a surname is, behind a given name.
    (
        "de",
        "Schweden lieferte Lettland Kampfpanzer und gewährte Piotr Zielinski Asyl.",
        &[
            "Latvia LVA -: Lettland",
            "Piotr Zielinski - -: Piotr Zielinski",
        ],
        &[],
    ),
    (
        "de",
        "Polen lobte Hans Peter Reis und die Band Kuba Libre.",
        &["Hans Peter Reis - -: Hans Peter Reis"],
        &["Cuba"],
    ),
    // Another given name is another person, another spelling is not.
    (
        "en",
        "Marion Le Pen criticized Malta.",
        &["Marion Le Pen - -: Marion Le Pen"],
        &["Marine"],
    ),
    (
        "de",
        "Marion Le Pen lobte Malta.",
        &["Marion Le Pen - -: Marion Le Pen"],
        &["Marine"],
    ),
    (
        "sv",
        "Malta kritiserades av Marion Le Pen.",
        &["Marion Le Pen - -: Marion Le Pen"],
        &["Marine"],
    ),
    (
        "en",
        "Victor Orban and Massoud Pezeshkian met in Baku.",
        &[
            "Viktor Orbán HUN GOV: Victor Orban",
            "Masoud Pezeshkian IRN GOV: Massoud Pezeshkian",
        ],
        &[],
    ),
    // Ranks.
    (
        "en",
        "Lt Col Piotr Zielinski and Gen Jan Nowak visited Malta.",
        &[
            "Piotr Zielinski - -: Piotr Zielinski",
            "Jan Nowak - -: Jan Nowak",
        ],
        &[],
    ),
    // A town before a longer name of a group.
    (
        "en",
        "The rights group Oslo Forum accused Belarus of torture.",
        &["Oslo Forum NOR NGO: Oslo Forum"],
        &["Norway"],
    ),
    // A surname is that of the one named in full, with or without "Jr."; an abbreviation is what the article spells out.
    (
        "en",
        "President Ferdinand Marcos Jr. met Xi Jinping. Marcos later visited Tokyo.",
        &["Ferdinand Marcos Jr. PHL GOV: Ferdinand Marcos Jr., Marcos"],
        &["Ferdinand Marcos PHL"],
    ),
    (
        "en",
        "The International Cricket Council (ICC) suspended Sri Lanka. The ICC gave no reason.",
        &["International Cricket Council - -: International Cricket Council, ICC"],
        &["International Criminal Court"],
    ),
    (
        "en",
        "Iran executed Habib Chaab on Saturday.",
        &[],
        &["B. J. Habibie"],
    ),
    // Names with hyphens.
    (
        "en",
        "Police in Dar-es-Salaam detained two men.",
        &["Dar es Salaam TZA -: Dar-es-Salaam"],
        &["Dar TZA"],
    ),
    (
        "en",
        "Rebels attacked Pont-Sondé on Thursday.",
        &["Pont-Sondé - -: Pont-Sondé"],
        &["Pont "],
    ),
    // Those who are for or against somebody.
    (
        "en",
        "Supporters of Imran Khan attacked Indian police.",
        &[
            "Supporters of Imran Khan PAK CVL: Supporters",
            "Imran Khan PAK OPP: Imran Khan",
        ],
        &[],
    ),
    (
        "sv",
        "Kritiker av Viktor Orbán anklagade Polen för spioneri.",
        &["Kritiker av Viktor Orbán HUN -: Kritiker"],
        &[],
    ),
    (
        "de",
        "Anhänger des früheren Präsidenten Jair Bolsonaro griffen die Polizei an.",
        &["Anhänger des früheren Präsidenten Jair Bolsonaro BRA CVL: Anhänger"],
        &[],
    ),
    (
        "en",
        "Vucic critic Goran Jesic was arrested.",
        &["Goran Jesic - -: Goran Jesic"],
        &["Vucic critic"],
    ),
    (
        "de",
        "Der Vucic-Kritiker Goran Jesic wurde in Novi Sad festgenommen.",
        &["Goran Jesic - -: Goran Jesic"],
        &["Vucic-Kritiker"],
    ),
    // A person behind a state's genitive, and offices of bodies.
    (
        "en",
        "Norway's Lise Klaveness criticised Qatar.",
        &["Lise Klaveness NOR -: Lise Klaveness"],
        &[],
    ),
    (
        "sv",
        "Norges Lise Klaveness kritiserade Qatar.",
        &["Lise Klaveness NOR -: Lise Klaveness"],
        &[],
    ),
    (
        "en",
        "Norway's Green Party criticised Qatar.",
        &[],
        &["Green"],
    ),
    (
        "en",
        "NATO Secretary General Mark Rutte visited Kyiv.",
        &["Mark Rutte IGO GOV: Mark Rutte"],
        &[],
    ),
    (
        "en",
        "Greenpeace spokeswoman Anna Berg criticised Japan.",
        &["Anna Berg - -: Anna Berg"],
        &[],
    ),
    (
        "en",
        "Swedish national Joakim Berg was arrested in Kenya.",
        &["Joakim Berg SWE CVL: Joakim Berg"],
        &[],
    ),
    // Who is introduced later is not meant before.
    (
        "de",
        "Goran Jesic wurde festgenommen. Russland verurteilte Jesic. Jelena Jesic traf Emmanuel Macron.",
        &[
            "Goran Jesic - -: Goran Jesic, Jesic",
            "Jelena Jesic - -: Jelena Jesic",
        ],
        &[],
    ),
    // Two given names are nobody's.
    (
        "en",
        "Ahmed al-Ahmed was arrested.",
        &["Ahmed al-Ahmed - -: Ahmed al-Ahmed"],
        &[],
    ),
    (
        "en",
        "Juan Miguel was arrested.",
        &["Juan Miguel - -: Juan Miguel"],
        &[],
    ),
    // A firm's or a capital's name is the person's whom the article has introduced, unless it is called a firm.
    (
        "en",
        "Carlos Renault was detained in Kenya. Renault accused Kenya of torture. The company Renault denied ties to him.",
        &[
            "Carlos Renault - -: Carlos Renault, Renault",
            "Renault FRA BUS: Renault",
        ],
        &[],
    ),
    (
        "sv",
        "Affärsmannen Carlos Renault greps i Kenya. Renaults advokat kritiserade Kenya. Biltillverkaren Renault stämde Italien.",
        &[
            "Carlos Renault - -: Carlos Renault, Renaults",
            "Renault FRA BUS: Renault",
        ],
        &[],
    ),
    (
        "de",
        "Der Geschäftsmann Carlos Renault wurde in Kenia festgenommen. Renault warf Kenia Folter vor.",
        &["Carlos Renault - -: Carlos Renault, Renault"],
        &["Renault"],
    ),
    (
        "en",
        "Simon Dublin was arrested in Lagos. Dublin accused Nigeria of torture.",
        &["Simon Dublin - -: Simon Dublin, Dublin"],
        &["Ireland"],
    ),
    (
        "en",
        "Dublin condemned Nigeria. Simon Dublin was arrested in Lagos. Dublin accused Nigeria of torture.",
        &["Ireland IRL -: Dublin"],
        &[],
    ),
    // A given name makes another bearer of a known surname; the known one is meant where his title stands.
    (
        "en",
        "The minister met her brother Archer Scholz on Monday. Scholz criticised Norway.",
        &["Archer Scholz - -: Archer Scholz, Scholz"],
        &["Olaf Scholz"],
    ),
    (
        "sv",
        "Gunter Macron greps i Oslo. Macron kritiserade Norge. President Macron besökte Kenya.",
        &[
            "Gunter Macron - -: Gunter Macron, Macron",
            "Emmanuel Macron FRA GOV: Macron",
        ],
        &[],
    ),
    (
        "de",
        "Gunter Macron wurde in Oslo festgenommen. Macron kritisierte Norwegen. Präsident Macron besuchte Kenia.",
        &[
            "Gunter Macron - -: Gunter Macron, Macron",
            "Emmanuel Macron FRA GOV: Macron",
        ],
        &[],
    ),
    // A people that does what states do is its state; few of them, voters and regions are not.
    (
        "en",
        "The Kenyans rejected the offer. The Ethiopians voted on Sunday. The Scots rejected the offer.",
        &["Kenya KEN -: Kenyans"],
        &["Ethiopia ", "United Kingdom"],
    ),
    (
        "en",
        "Three Kenyans robbed a bank in Uganda. The Kenyans attacked a guard.",
        &["Kenyans KEN -: Kenyans"],
        &["Kenya "],
    ),
    (
        "sv",
        "Etiopierna anföll Barentu. Eritreanerna demonstrerade i Rom.",
        &[
            "Ethiopia ETH -: Etiopierna",
            "Eritreanerna ERI -: Eritreanerna",
        ],
        &["Eritrea "],
    ),
    (
        "de",
        "Die Kenianer lehnten den Plan ab. Die Äthiopier wählten am Sonntag. Die Kenianerin siegte in Oslo.",
        &["Kenya KEN -: Kenianer"],
        &["Ethiopia"],
    ),
    // Prisoners of a people are no spelling of its state.
    (
        "en",
        "Myanmar released Thai prisoners. Thailand thanked Myanmar.",
        &[
            "Thai prisoners THA CVL: Thai prisoners",
            "Thailand THA -: Thailand",
        ],
        &[],
    ),
    (
        "sv",
        "Burma frigav thailändska fångar.",
        &["thailändska fångar THA CVL: thailändska fångar"],
        &["Thailand"],
    ),
    (
        "de",
        "Myanmar ließ thailändische Häftlinge frei.",
        &["thailändische Häftlinge THA CVL: thailändische Häftlinge"],
        &["Thailand"],
    ),
    // A group behind the noun of its class.
    (
        "en",
        "The separatist group Tarkanda killed soldiers in Mali. Tarkanda condemned Mali.",
        &["Tarkanda - REB: Tarkanda"],
        &["separatist"],
    ),
    (
        "en",
        "The rebel group Congo accuses Rwanda of backing took Goma. Rebel groups attacked Bukavu.",
        &["Democratic Republic of the Congo COD -: Congo"],
        &["Congo"],
    ),
    (
        "sv",
        "Rebellgruppen Tarkanda anföll Bamako. Tarkanda hotade Mali.",
        &["Tarkanda - REB: Tarkanda"],
        &["Rebellgruppen"],
    ),
    (
        "de",
        "Die Terrorgruppe Al-Shabaab tötete zwölf Soldaten. Die Dschihadistenmiliz Al-Shabaab verurteilte Kenia.",
        &["al-Shabaab SOM REB: Al-Shabaab"],
        &["Terrorgruppe", "Dschihadistenmiliz"],
    ),
    (
        "de",
        "Die Terrorgruppe griff Mombasa an.",
        &["Terrorgruppe - REB: Terrorgruppe"],
        &[],
    ),
    // A region's adjective before a noun for one state.
    (
        "en",
        "Lavrov visited the Central American country of Belize. The Central American state condemned Guatemala.",
        &["Belize BLZ -: Belize"],
        &["Central America"],
    ),
    (
        "sv",
        "Lavrov besökte det centralamerikanska landet Belize.",
        &["Belize BLZ -: Belize"],
        &["Central America"],
    ),
    (
        "de",
        "Lawrow besuchte das mittelamerikanische Land Belize.",
        &["Belize BLZ -: Belize"],
        &["Central America"],
    ),
    (
        "en",
        "Central American leaders condemned Guatemala.",
        &["Central American leaders - GOV: Central American leaders"],
        &[],
    ),
    // Fleets that one state has act for it.
    (
        "en",
        "Russia's Northern Fleet threatened Norway.",
        &["Russia RUS -: Russia, Northern Fleet"],
        &[],
    ),
    (
        "sv",
        "Rysslands Svartahavsflotta besköt Odessa.",
        &["Russia RUS -: Rysslands, Svartahavsflotta"],
        &["Black Sea"],
    ),
    (
        "de",
        "Die Schwarzmeerflotte beschoss Cherson. Ein Schiff sank im Schwarzen Meer.",
        &["Russia RUS -: Schwarzmeerflotte"],
        &[],
    ),
    // Capitals that stand for their states, and as places.
    (
        "en",
        "Delhi rejected the claim. Port Vila threatened Canberra.",
        &["India IND -: Delhi", "Vanuatu VUT -: Port Vila"],
        &[],
    ),
    // As another language spells it, where the word means nothing else.
    (
        "de",
        "Rwanda droht Uganda. Ruanda hat Truppen entsandt.",
        &["Rwanda RWA -: Rwanda, Ruanda"],
        &[],
    ),
    (
        "sv",
        "Kyrgyzstan anklagade Tajikistan för spioneri.",
        &[
            "Kyrgyzstan KGZ -: Kyrgyzstan",
            "Tajikistan TJK -: Tajikistan",
        ],
        &[],
    ),
    (
        "en",
        "Deutschland warned Ruanda on Monday.",
        &["Germany DEU -: Deutschland", "Rwanda RWA -: Ruanda"],
        &[],
    ),
    (
        "en",
        "The Island was quiet. Island hopping is popular in Greece.",
        &["Greece GRC -: Greece"],
        &["Iceland"],
    ),
    (
        "de",
        "Der Ire Chad Smith lobte Kenia. Rwanda Airways flog nach Lund.",
        &["Kenya KEN -: Kenia"],
        &["Chad TCD", "Rwanda RWA"],
    ),
    (
        "sv",
        "Ulaanbaatar avvisade kravet. Polisen grep två män i Delhi.",
        &["Mongolia MNG -: Ulaanbaatar", "Delhi IND -: Delhi"],
        &["India IND -: Delhi"],
    ),
    (
        "de",
        "Taipeh wies den Vorwurf zurück. Maskat drohte Aden.",
        &["Taiwan TWN -: Taipeh", "Oman OMN -: Maskat"],
        &[],
    ),
];

/// Language, text, and the actor of the last event: whom an age takes up.
const AGES: &[(&str, &str, Option<&str>)] = &[
    (
        "en",
        "Lena Holt and Ada Quist, 52, met in Oslo. The 52-year-old criticised Norway.",
        Some("ada_quist"),
    ),
    (
        "en",
        "Lena Holt was freed in Lima. The 52-year-old was in Peru and condemned Chile.",
        Some("lena_holt"),
    ),
    (
        "en",
        "A 52-year-old man lives in Oslo, lawyer Lena Holt said. The 52-year-old criticised Norway.",
        None,
    ),
    (
        "sv",
        "Lena Holt träffade den 52-åriga Ada Quist. 52-åringen kritiserade Norge.",
        Some("ada_quist"),
    ),
    (
        "sv",
        "Lena Holt (48) bor i Oslo. 52-åringen kritiserade Norge.",
        None,
    ),
    (
        "de",
        "Lena Holt (52) traf Ada Quist. Die 52-Jährige kritisierte Norwegen.",
        Some("lena_holt"),
    ),
    (
        "de",
        "Anna Holt wurde in Lima freigelassen. Die 52-Jährige kritisierte Peru.",
        Some("anna_holt"),
    ),
];

#[test]
fn an_age_takes_up_its_bearer() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let mut faults = Vec::new();
    for (lang, text, wanted) in AGES {
        let record = read(&engine, lang, text, None);
        let last = record.events.iter().max_by_key(|e| e.span);
        let actors = last.map(|e| e.actors.clone()).unwrap_or_default();
        if actors.iter().map(String::as_str).collect::<Vec<_>>()
            != wanted.iter().copied().collect::<Vec<_>>()
        {
            faults.push(format!("{lang}: {text}: {actors:?}"));
        }
        if let Some(node) = record.entities.iter().find(|e| e.name.contains("52")) {
            faults.push(format!("{lang}: {text}: {} is a node", node.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_actor_is_one_node_of_its_country() {
    let engine = Engine::open(None).expect("the embedded data opens");
    let mut faults = Vec::new();
    for (lang, text, wanted, unwanted) in CASES {
        let record = read(&engine, lang, text, None);
        let or = |field: &Option<String>| field.clone().unwrap_or_else(|| "-".to_owned());
        let nodes: Vec<String> = record
            .entities
            .iter()
            .map(|e| {
                let (country, sector) = (or(&e.country), or(&e.sector));
                format!("{} {country} {sector}: {}", e.name, e.mentions.join(", "))
            })
            .collect();
        for node in wanted.iter().filter(|w| !nodes.iter().any(|n| n == *w)) {
            faults.push(format!("{lang}: {text}: {node} is not in {nodes:?}"));
        }
        for start in *unwanted {
            if nodes.iter().any(|n| n.starts_with(start)) {
                faults.push(format!("{lang}: {text}: {start} is in {nodes:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
