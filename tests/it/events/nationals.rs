//! Persons of a nation, two sides, hosts, courts by their town, secret services, her country: who is meant, and who is not.

use super::Case;

pub const CASES: &[Case] = &[
    // Private persons of a nation are not its state, and a friend is whoever of it was told of.
    (
        "en",
        "Gabriel Boric visited Lima. Dina Boluarte praised her Chilean friend.",
        &[
            "CONSULT gabriel_boric > peru",
            "SUPPORT dina_boluarte > gabriel_boric",
        ],
    ),
    (
        "sv",
        "Gabriel Boric besökte Lima. Dina Boluarte hyllade sin chilenske vän.",
        &[
            "CONSULT gabriel_boric > peru",
            "SUPPORT dina_boluarte > gabriel_boric",
        ],
    ),
    (
        "de",
        "Gabriel Boric besuchte Lima. Dina Boluarte lobte ihren chilenischen Freund.",
        &[
            "CONSULT gabriel_boric > peru",
            "SUPPORT dina_boluarte > gabriel_boric",
        ],
    ),
    (
        "en",
        "The Chilean novelist accused Peru of theft. Bolivia praised the Chilean novelist.",
        &[],
    ),
    (
        "sv",
        "Den chilenska skådespelerskan anklagade Peru för stöld. Bolivia hyllade den chilenske författaren.",
        &[],
    ),
    (
        "de",
        "Die chilenische Schauspielerin warf Peru Diebstahl vor. Bolivien lobte den chilenischen Schriftsteller.",
        &[],
    ),
    (
        "en",
        "Gabriel Boric thanked the Peruvian students.",
        &["SUPPORT gabriel_boric > peruvian_students"],
    ),
    (
        "de",
        "Gabriel Boric dankte den peruanischen Studenten.",
        &["SUPPORT gabriel_boric > peruanischen_studenten"],
    ),
    // What is done to them by force is done to their state.
    (
        "en",
        "Peru jailed a Chilean novelist.",
        &["COERCE peru > chile"],
    ),
    (
        "sv",
        "Peru utvisade en chilensk journalist.",
        &["SANCTION peru > chile"],
    ),
    (
        "de",
        "Peru verhaftete einen chilenischen Journalisten.",
        &["COERCE peru > chile"],
    ),
    (
        "en",
        "The Chilean ambassador thanked Peru.",
        &["SUPPORT chile > peru"],
    ),
    // One of a people is whoever of it was told of, however far back, or nobody; a people in the plural is its state.
    (
        "en",
        "Dina Boluarte spoke in Lima. It rained. Nobody came. The roads were shut. Bolivia praised the Peruvian.",
        &["SUPPORT bolivia > dina_boluarte"],
    ),
    (
        "sv",
        "Dina Boluarte talade i Lima. Det regnade. Ingen kom. Vägarna var stängda. Bolivia hyllade peruanens tal.",
        &["SUPPORT bolivia > dina_boluarte"],
    ),
    (
        "de",
        "Gabriel Boric sprach in Lima. Bolivien nannte die Rede des Chilenen eine Provokation.",
        &["ACCUSE bolivia > gabriel_boric"],
    ),
    (
        "en",
        "Bolivia called the Peruvian's speech a provocation.",
        &[],
    ),
    ("sv", "Bolivia kallade peruanens tal en provokation.", &[]),
    (
        "de",
        "Bolivien nannte die Rede des Chilenen eine Provokation.",
        &[],
    ),
    (
        "de",
        "Bolivien verurteilte die Pläne der Chilenen.",
        &["ACCUSE bolivia > chile"],
    ),
    (
        "en",
        "The Peruvians attacked Chile.",
        &["ASSAULT peru > chile"],
    ),
    (
        "en",
        "Olaf Scholz met António Guterres. The Portuguese praised Chile.",
        &["CONSULT olaf_scholz > antonio_guterres"],
    ),
    (
        "sv",
        "Olaf Scholz träffade António Guterres. Portugisen varnade Chile.",
        &[
            "CONSULT olaf_scholz > antonio_guterres",
            "THREATEN antonio_guterres > chile",
        ],
    ),
    (
        "de",
        "Olaf Scholz traf António Guterres. Der Portugiese warnte Chile.",
        &[
            "CONSULT olaf_scholz > antonio_guterres",
            "THREATEN antonio_guterres > chile",
        ],
    ),
    // The pope is of one state, wherever he was born.
    (
        "de",
        "Papst Franziskus traf Gabriel Boric. Der argentinische Papst dankte Chile.",
        &[
            "CONSULT pope_francis > gabriel_boric",
            "SUPPORT pope_francis > chile",
        ],
    ),
    // Leaders of peoples and of parts of states.
    (
        "en",
        "Milorad Dodik spoke in Banja Luka. Austria condemned the Serb leader.",
        &["ACCUSE austria > milorad_dodik"],
    ),
    (
        "sv",
        "Milorad Dodik talade i Banja Luka. Österrike fördömde serbledaren.",
        &["ACCUSE austria > milorad_dodik"],
    ),
    (
        "de",
        "Milorad Dodik sprach in Banja Luka. Österreich verurteilte den Serbenführer.",
        &["ACCUSE austria > milorad_dodik"],
    ),
    ("en", "Austria condemned the Serb leader.", &[]),
    (
        "en",
        "Austria condemned the Serbian leader.",
        &["ACCUSE austria > serbia"],
    ),
    (
        "en",
        "Masoud Barzani flew to Vienna. The president of the Kurdish region thanked Austria.",
        &[
            "CONSULT masoud_barzani > austria",
            "SUPPORT masoud_barzani > austria",
        ],
    ),
    (
        "sv",
        "Masoud Barzani flög till Wien. Den kurdiska regionens president tackade Österrike.",
        &[
            "CONSULT masoud_barzani > austria",
            "SUPPORT masoud_barzani > austria",
        ],
    ),
    (
        "de",
        "Masoud Barzani flog nach Wien. Der Präsident der kurdischen Region dankte Österreich.",
        &[
            "CONSULT masoud_barzani > austria",
            "SUPPORT masoud_barzani > austria",
        ],
    ),
    (
        "en",
        "The president of the Dominican Republic thanked Austria.",
        &["SUPPORT dominican_republic > austria"],
    ),
    (
        "de",
        "Der Präsident der Tschechischen Republik dankte Österreich.",
        &["SUPPORT czechia > austria"],
    ),
    // Both sides are the two who quarrel, not a caller and the called, nor two who do a third a favour.
    (
        "en",
        "Peru and Chile are fighting over a desert. Donald Trump phoned Gabriel Boric. Both sides accused each other of lying.",
        &[
            "CONSULT donald_trump > gabriel_boric",
            "ACCUSE peru chile > ",
        ],
    ),
    (
        "sv",
        "Peru och Chile strider om en öken. Donald Trump ringde Gabriel Boric. Båda sidor anklagade varandra för lögner.",
        &[
            "ASSAULT peru chile > ",
            "CONSULT donald_trump > gabriel_boric",
            "ACCUSE peru chile > ",
        ],
    ),
    (
        "de",
        "Peru und Chile kämpfen um eine Wüste. Donald Trump rief Gabriel Boric an. Beide Seiten warfen sich gegenseitig vor, zu lügen.",
        &[
            "CONSULT donald_trump > gabriel_boric",
            "ACCUSE peru chile > ",
        ],
    ),
    (
        "en",
        "Gabriel Boric phoned Dina Boluarte. Both sides accused each other of lying.",
        &[
            "CONSULT gabriel_boric > dina_boluarte",
            "ACCUSE gabriel_boric dina_boluarte > ",
        ],
    ),
    (
        "en",
        "Peru and Chile congratulated Olaf Scholz. Emmanuel Macron urged both sides to talk.",
        &["STATEMENT peru chile > olaf_scholz"],
    ),
    (
        "sv",
        "Peru och Chile gratulerade Olaf Scholz. Emmanuel Macron uppmanade båda sidor att samtala.",
        &["STATEMENT peru chile > olaf_scholz"],
    ),
    (
        "de",
        "Peru und Chile gratulierten Olaf Scholz. Emmanuel Macron mahnte beide Seiten zur Ruhe.",
        &["STATEMENT peru chile > olaf_scholz"],
    ),
    (
        "en",
        "Peru and Chile condemned each other. Emmanuel Macron urged both sides to talk.",
        &[
            "ACCUSE peru chile > ",
            "REQUEST emmanuel_macron > peru chile",
        ],
    ),
    (
        "en",
        "Peru accused Chile of theft. Santiago was angry. Lima closed a bridge. It rained. Both sides have asked Olaf Scholz for help.",
        &["ACCUSE peru > chile", "REQUEST peru chile > olaf_scholz"],
    ),
    // The two of a sentence go before the two of the one before it.
    (
        "en",
        "Olaf Scholz phoned Gabriel Boric. The next day Emmanuel Macron discussed the plan with Boric, and the two signed a treaty.",
        &[
            "CONSULT olaf_scholz > gabriel_boric",
            "CONSULT emmanuel_macron > gabriel_boric",
            "AGREE gabriel_boric emmanuel_macron > ",
        ],
    ),
    (
        "sv",
        "Olaf Scholz ringde Gabriel Boric. Dagen därpå diskuterade Emmanuel Macron saken med Boric, och de båda enades om ett avtal.",
        &[
            "CONSULT olaf_scholz > gabriel_boric",
            "AGREE gabriel_boric emmanuel_macron > ",
            "CONSULT emmanuel_macron > gabriel_boric",
        ],
    ),
    // Judges and offices by their town.
    (
        "en",
        "Peru sued Chile at the International Court of Justice. The judges in The Hague accused Chile of theft.",
        &[
            "ACCUSE peru > chile",
            "ACCUSE international_court_of_justice > chile",
        ],
    ),
    (
        "sv",
        "Peru stämde Chile i Internationella domstolen. Domarna i Haag anklagade Chile för stöld.",
        &[
            "ACCUSE peru > chile",
            "ACCUSE international_court_of_justice > chile",
        ],
    ),
    (
        "de",
        "Peru verklagte Chile vor dem Internationalen Gerichtshof. Die Richter in Den Haag warfen Chile Diebstahl vor.",
        &[
            "ACCUSE peru > chile",
            "ACCUSE international_court_of_justice > chile",
        ],
    ),
    (
        "en",
        "Peru asked Interpol for help. The agency in Lyon criticised Peru.",
        &["REQUEST peru > interpol", "ACCUSE interpol > peru"],
    ),
    (
        "en",
        "Fifa suspended Peru. The association accused Lima of meddling.",
        &["SANCTION fifa > peru", "ACCUSE fifa > peru"],
    ),
    (
        "sv",
        "Fifa stängde av Peru. Förbundet anklagade Lima för inblandning.",
        &["SANCTION fifa > peru", "ACCUSE fifa > peru"],
    ),
    (
        "de",
        "Die Fifa sperrte Peru. Der Verband warf Lima Einmischung vor.",
        &["ACCUSE fifa > peru"],
    ),
    // Secret services and regimes.
    (
        "en",
        "Jane Doe travelled to Peru in May. She was arrested by the security service.",
        &["CONSULT jane_doe > peru", "COERCE peru > jane_doe"],
    ),
    (
        "sv",
        "Jane Doe reste till Peru i maj. Hon greps av säkerhetstjänsten.",
        &["CONSULT jane_doe > peru", "COERCE peru > jane_doe"],
    ),
    (
        "de",
        "Jane Doe reiste im Mai nach Peru. Sie wurde vom Geheimdienst festgenommen.",
        &["CONSULT jane_doe > peru", "COERCE peru > jane_doe"],
    ),
    (
        "en",
        "Peru and Chile are neighbours. Jane Doe was arrested by the security service.",
        &["COERCE  > jane_doe"],
    ),
    (
        "en",
        "Jane Doe was arrested in Lima and accused by the regime of spying.",
        &["ACCUSE peru > jane_doe", "COERCE peru > jane_doe"],
    ),
    (
        "sv",
        "Jane Doe greps i Lima och anklagades av regimen för spioneri.",
        &["ACCUSE peru > jane_doe", "COERCE peru > jane_doe"],
    ),
    (
        "de",
        "Jane Doe wurde in Lima verhaftet und vom Regime der Spionage beschuldigt.",
        &["COERCE peru > jane_doe", "ACCUSE peru > jane_doe"],
    ),
    (
        "en",
        "Peru closed its border with Chile. Opposition leader Jane Doe accused the government of folly.",
        &["COERCE peru > chile", "ACCUSE jane_doe > peru"],
    ),
    (
        "sv",
        "Peru stängde gränsen mot Chile. Oppositionsledaren Jane Doe anklagade regeringen för dumhet.",
        &["COERCE peru > chile", "ACCUSE jane_doe > peru"],
    ),
    (
        "de",
        "Peru schloss die Grenze zu Chile. Oppositionsführerin Jane Doe warf der Regierung Torheit vor.",
        &["COERCE peru > chile", "ACCUSE jane_doe > peru"],
    ),
    // Her country.
    (
        "en",
        "Dina Boluarte was angry. Her country would sue Chile.",
        &["ACCUSE peru > chile"],
    ),
    (
        "sv",
        "Dina Boluarte var arg. Hennes land ska stämma Chile.",
        &["ACCUSE peru > chile"],
    ),
    (
        "de",
        "Dina Boluarte war verärgert. Ihr Land werde Chile verklagen.",
        &["ACCUSE peru > chile"],
    ),
    (
        "de",
        "Gabriel Boric dankte Angela Merkel. Ihr Land lobte Chile.",
        &[
            "SUPPORT gabriel_boric > angela_merkel",
            "SUPPORT germany > chile",
        ],
    ),
    (
        "en",
        "Gabriel Boric rejected a Peruvian demand that his country pay for the bridge.",
        &["REJECT gabriel_boric > peru"],
    ),
    // Words that tell a man or a woman.
    (
        "sv",
        "Handelsminister Zadi Kent och hans hustru, Xela Brix, besökte Oslo. Olaf Scholz tackade henne.",
        &[
            "CONSULT zadi_kent > norway",
            "SUPPORT olaf_scholz > xela_brix",
        ],
    ),
    (
        "de",
        "Handelsminister Zadi Kent traf Außenministerin Xela Brix in Oslo. Olaf Scholz dankte ihr.",
        &[
            "CONSULT zadi_kent > xela_brix",
            "SUPPORT olaf_scholz > xela_brix",
        ],
    ),
    (
        "en",
        "Zadi Kent and her husband, Xela Brix, visited Oslo. Olaf Scholz thanked him.",
        &[
            "CONSULT zadi_kent xela_brix > norway",
            "SUPPORT olaf_scholz > xela_brix",
        ],
    ),
    // Somebody's mother is somebody else.
    (
        "en",
        "Jane Doe was jailed in Lima. Her mother begged Chile for help.",
        &["COERCE peru > jane_doe"],
    ),
    (
        "sv",
        "Jane Doe fängslades i Lima. Hennes mor bad Chile om hjälp.",
        &["COERCE peru > jane_doe"],
    ),
    // A woman whom other words took up.
    (
        "en",
        "Mariam Keita, a singer, was arrested in Lima. Chile praised the artist. Her husband wept. Peru deported the woman.",
        &[
            "COERCE peru > mariam_keita",
            "SUPPORT chile > mariam_keita",
            "COERCE peru > mariam_keita",
        ],
    ),
    // Who met somebody after he had done something is open.
    (
        "en",
        "Olaf Scholz met Gabriel Boric after he had praised Peru.",
        &["CONSULT olaf_scholz > gabriel_boric"],
    ),
    (
        "sv",
        "Olaf Scholz träffade Gabriel Boric efter att han hade berömt Peru.",
        &["CONSULT olaf_scholz > gabriel_boric"],
    ),
    (
        "de",
        "Olaf Scholz traf Gabriel Boric, nachdem er Peru gelobt hatte.",
        &["CONSULT olaf_scholz > gabriel_boric"],
    ),
    // Three capitals are three states.
    (
        "en",
        "Chile thanked Berlin, Paris and London.",
        &["SUPPORT chile > germany france united_kingdom"],
    ),
    (
        "sv",
        "Berlin, Paris och London kritiserade Chile.",
        &["ACCUSE germany france united_kingdom > chile"],
    ),
    (
        "de",
        "Berlin, Paris und London verurteilten Chile.",
        &["ACCUSE germany france united_kingdom > chile"],
    ),
    (
        "en",
        "Olaf Scholz spoke in Berlin, Paris and London. Chile praised him.",
        &["SUPPORT chile > olaf_scholz"],
    ),
    // The Hague as the seat of a government.
    (
        "en",
        "Chile accused The Hague of theft.",
        &["ACCUSE chile > netherlands"],
    ),
    (
        "sv",
        "Chile anklagade Haag för stöld.",
        &["ACCUSE chile > netherlands"],
    ),
    (
        "de",
        "Chile warf Den Haag Diebstahl vor.",
        &["ACCUSE chile > netherlands"],
    ),
    // Hosts and guests, told by a visit or a reception.
    (
        "en",
        "Dina Boluarte received Gabriel Boric in Lima. The host thanked Chile and asked Boric for help.",
        &[
            "CONSULT dina_boluarte > gabriel_boric",
            "REQUEST dina_boluarte > gabriel_boric",
            "SUPPORT dina_boluarte > chile",
        ],
    ),
    (
        "sv",
        "Dina Boluarte tog emot Gabriel Boric i Lima. Gästen hyllade Peru, och värden bad Chile om hjälp.",
        &[
            "CONSULT dina_boluarte > gabriel_boric",
            "SUPPORT gabriel_boric > peru",
            "REQUEST dina_boluarte > chile",
        ],
    ),
    (
        "de",
        "Gabriel Boric empfing Olaf Scholz in Santiago. Der Gast lobte Chile, und der Gastgeber bat Deutschland um Hilfe.",
        &[
            "CONSULT gabriel_boric > olaf_scholz",
            "REQUEST gabriel_boric > germany",
            "SUPPORT olaf_scholz > chile",
        ],
    ),
    (
        "en",
        "Gabriel Boric visited Lima on Monday. Dina Boluarte waited at the airport. The host thanked Chile.",
        &[
            "CONSULT gabriel_boric > peru",
            "SUPPORT dina_boluarte > chile",
        ],
    ),
    (
        "sv",
        "Gabriel Boric besökte Lima i måndags. Dina Boluarte väntade på flygplatsen. Värden tackade Chile.",
        &[
            "CONSULT gabriel_boric > peru",
            "SUPPORT dina_boluarte > chile",
        ],
    ),
    (
        "de",
        "Olaf Scholz besuchte am Montag Santiago. Gabriel Boric wartete am Flughafen. Der Gastgeber dankte Deutschland.",
        &[
            "CONSULT olaf_scholz > chile",
            "SUPPORT gabriel_boric > germany",
        ],
    ),
    ("en", "Peru hosts the games. The host thanked Chile.", &[]),
    (
        "en",
        "Gabriel Boric received Olaf Scholz, who thanked his host.",
        &[
            "SUPPORT olaf_scholz > gabriel_boric",
            "CONSULT gabriel_boric > olaf_scholz",
        ],
    ),
    (
        "sv",
        "Gabriel Boric tog emot Olaf Scholz, som tackade sin värd.",
        &[
            "SUPPORT olaf_scholz > gabriel_boric",
            "CONSULT gabriel_boric > olaf_scholz",
        ],
    ),
    (
        "de",
        "Gabriel Boric empfing Olaf Scholz, der seinem Gastgeber dankte.",
        &[
            "SUPPORT olaf_scholz > gabriel_boric",
            "CONSULT gabriel_boric > olaf_scholz",
        ],
    ),
    (
        "en",
        "Gabriel Boric visited Lima. He thanked his hosts.",
        &[
            "CONSULT gabriel_boric > peru",
            "SUPPORT gabriel_boric > peru",
        ],
    ),
    (
        "sv",
        "Chiles president Gabriel Boric besökte Lima. Gästen hyllade sina värdar.",
        &[
            "CONSULT gabriel_boric > peru",
            "SUPPORT gabriel_boric > peru",
        ],
    ),
    (
        "de",
        "Chiles Präsident Gabriel Boric besuchte Lima. Der Gast lobte seine Gastgeber.",
        &[
            "CONSULT gabriel_boric > peru",
            "SUPPORT gabriel_boric > peru",
        ],
    ),
];
