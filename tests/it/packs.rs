//! Language packs: every table parses and refers only to what exists.

use newsgraph::lexicon::Lexicon;

#[test]
fn every_pack_reads_and_its_triggers_fit_the_ontology() {
    let lexicon = Lexicon::open(None).expect("the embedded data opens");
    assert!(lexicon.packs.len() >= 3);
    for (code, pack) in &lexicon.packs {
        pack.check().unwrap_or_else(|e| panic!("{e}"));
        let path = format!("languages/{code}/triggers.ron");
        pack.triggers()
            .check(&lexicon.ontology, &path)
            .unwrap_or_else(|e| panic!("{e}"));
    }
}
