//! Reading: files to articles, language, dates, sentences, tokens, lemmas.

use newsgraph::base::analysis::Upos;
use newsgraph::lexicon::Lexicon;

fn lexicon() -> Lexicon {
    Lexicon::open(None).expect("the embedded data opens")
}

#[test]
fn every_table_of_the_packs_loads() {
    lexicon()
        .check()
        .expect("each table follows its schema and its examples");
}

#[expect(clippy::too_many_lines, reason = "one table of words and lemmas")]
#[test]
fn lemmas_of_news_words() {
    let lexicon = lexicon();
    let check = |lang: &str, upos: Option<Upos>, pairs: &[(&str, &str)]| {
        let pack = lexicon.pack(lang).expect("the pack exists");
        let mut wrong = Vec::new();
        for (form, lemma) in pairs {
            let got = pack.inflection().lemmas(form, upos);
            if !got.iter().take(4).any(|l| l == lemma) {
                wrong.push(format!("{form}: {got:?}, expected {lemma}"));
            }
        }
        assert!(wrong.is_empty(), "{lang}: {wrong:#?}");
    };
    check(
        "sv",
        None,
        &[
            ("träffade", "träffa"),
            ("träffas", "träffa"),
            ("höll", "hålla"),
            ("hölls", "hålla"),
            ("avgick", "avgå"),
            ("uppmanar", "uppmana"),
            ("uppmanades", "uppmana"),
            ("anklagades", "anklaga"),
            ("gripits", "gripa"),
            ("gripna", "gripa"),
            ("utvisade", "utvisa"),
            ("besökte", "besöka"),
            ("besökts", "besöka"),
            ("krävde", "kräva"),
            ("utrikesministern", "utrikesminister"),
            ("utrikesministerns", "utrikesminister"),
            ("samtalen", "samtal"),
            ("förhandlingarna", "förhandling"),
            ("sanktionerna", "sanktion"),
            ("talespersonen", "talesperson"),
            ("presidentens", "president"),
            ("länderna", "land"),
            ("vapnen", "vapen"),
            ("ryska", "rysk"),
            ("invaderade", "invadera"),
            ("dödades", "döda"),
            ("sköts", "skjuta"),
            ("beslagtagits", "beslagta"),
            ("undertecknades", "underteckna"),
            ("möttes", "möta"),
            ("bröt", "bryta"),
            ("åtalades", "åtala"),
            ("dömdes", "döma"),
        ],
    );
    check(
        "de",
        None,
        &[
            ("angerufen", "anrufen"),
            ("anzurufen", "anrufen"),
            ("verhandelten", "verhandeln"),
            ("traf", "treffen"),
            ("getroffen", "treffen"),
            ("unterzeichnet", "unterzeichnen"),
            ("unterzeichnete", "unterzeichnen"),
            ("festgenommen", "festnehmen"),
            ("zurückgetreten", "zurücktreten"),
            ("versprach", "versprechen"),
            ("versprochen", "versprechen"),
            ("griff", "greifen"),
            ("angegriffen", "angreifen"),
            ("Gespräche", "gespräch"),
            ("Gesprächen", "gespräch"),
            ("Verträge", "vertrag"),
            ("Verhandlungen", "verhandlung"),
            ("Außenministers", "außenminister"),
            ("Präsidenten", "präsident"),
            ("russischen", "russisch"),
            ("forderte", "fordern"),
            ("gefordert", "fordern"),
            ("telefonierten", "telefonieren"),
            ("telefoniert", "telefonieren"),
            ("warnte", "warnen"),
            ("gewarnt", "warnen"),
            ("verhängt", "verhängen"),
            ("ausgewiesen", "ausweisen"),
            ("bombardierte", "bombardieren"),
            ("abgesagt", "absagen"),
            ("getötet", "töten"),
            ("einmarschiert", "einmarschieren"),
        ],
    );
    check(
        "en",
        None,
        &[
            ("met", "meet"),
            ("meeting", "meet"),
            ("accused", "accuse"),
            ("talks", "talk"),
            ("agreed", "agree"),
            ("withdrew", "withdraw"),
            ("threatening", "threaten"),
            ("urges", "urge"),
            ("expelled", "expel"),
            ("bombed", "bomb"),
            ("invaded", "invade"),
            ("countries", "country"),
            ("ministers", "minister"),
            ("signed", "sign"),
            ("dying", "die"),
            ("sentenced", "sentence"),
            ("condemned", "condemn"),
            ("imposes", "impose"),
            ("seized", "seize"),
            ("arrested", "arrest"),
            ("negotiating", "negotiate"),
            ("overthrew", "overthrow"),
            ("referred", "refer"),
            ("crises", "crisis"),
        ],
    );
}
