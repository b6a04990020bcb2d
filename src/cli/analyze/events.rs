//! `newsgraph analyze events`: the tree of each sentence, the mentions on it, and the events with the reason for each part.

use crate::cli::reading::has_pack;
use clap::Args;
use newsgraph::base::article::{Document, DocumentKind, Given};
use newsgraph::extract::syntax::upos_name;
use newsgraph::pipeline::source::{Input, Options, Read, Source};
use newsgraph::pipeline::{Engine, Stages};
use std::fmt::Write as _;

/// Arguments of `analyze events`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files to look into, or - for standard input
    #[arg(value_name = "INPUT", default_value = "-")]
    inputs: Vec<String>,
    /// A sentence instead of a file
    #[arg(long, conflicts_with = "inputs")]
    text: Option<String>,
    /// Language of the sentence
    #[arg(long, requires = "text")]
    lang: Option<String>,
    /// Leave out the trees
    #[arg(long)]
    brief: bool,
}

/// Prints every sentence with its tree and events.
///
/// # Errors
/// A language without a pack.
#[expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the result goes to standard output"
)]
pub fn run(arguments: &Arguments, engine: &Engine) -> anyhow::Result<()> {
    if let Some(code) = &arguments.lang {
        has_pack(code, &engine.lexicon)?;
    }
    if let Some(text) = &arguments.text {
        let given = Given {
            user_lang: arguments.lang.clone(),
            ..Given::default()
        };
        let document = Document {
            file: "-".to_owned(),
            kind: DocumentKind::Record,
            text: text.clone(),
            given,
        };
        print!(
            "{}",
            show(
                &Input {
                    document,
                    start_char: 0,
                    start_byte: 0
                },
                engine,
                arguments.brief
            )
        );
        return Ok(());
    }
    for read in Source::open(&arguments.inputs, Options::default()) {
        match read {
            Read::Document(input) => print!("{}", show(&input, engine, arguments.brief)),
            Read::Diagnostic(diagnostic) => eprintln!("{diagnostic}"),
        }
    }
    Ok(())
}

fn show(input: &Input, engine: &Engine, brief: bool) -> String {
    let mut out = String::new();
    for article in input.articles(&engine.lexicon).0 {
        let Some(pack) = article.lang.as_deref().and_then(|l| engine.lexicon.pack(l)) else {
            continue;
        };
        let stages = engine.stages(&article, pack);
        let _ = writeln!(
            out,
            "== {} [{}]",
            article.title.as_deref().unwrap_or("(no title)"),
            pack.code
        );
        for (i, sentence) in stages.sentences.iter().enumerate() {
            let _ = writeln!(
                out,
                "\n{i}: {}",
                sentence.span.of(&article.text).replace('\n', " ")
            );
            if !brief {
                tree(&mut out, &article.text, &stages, i);
            }
            events(&mut out, &article.text, &stages, i);
        }
    }
    out
}

fn tree(out: &mut String, text: &str, stages: &Stages, i: usize) {
    let (Some(sentence), Some(tree)) = (stages.sentences.get(i), stages.trees.get(i)) else {
        return;
    };
    for (t, (token, node)) in sentence.tokens.iter().zip(&tree.nodes).enumerate() {
        let mention = stages
            .mentions
            .iter()
            .position(|m| m.span.overlaps(token.span));
        let mark = mention.map_or(String::new(), |m| {
            let class = stages.mentions.get(m).map_or("", |m| m.class.name());
            format!("  m{m} {class}")
        });
        let head = node.head.map_or("-".to_owned(), |h| h.to_string());
        let _ = writeln!(
            out,
            "   {t:>3} {:<22} {:<6} {:>3} {:<12}{mark}",
            token.span.of(text),
            upos_name(node.upos),
            head,
            node.deprel
        );
    }
}

fn events(out: &mut String, text: &str, stages: &Stages, i: usize) {
    let name = |m: &usize| stages.mentions.get(*m).map_or("", |m| m.span.of(text));
    let names = |list: &[usize]| list.iter().map(name).collect::<Vec<_>>().join(" + ");
    for event in stages.events.iter().filter(|e| e.sentence == i) {
        let time = event
            .timex
            .and_then(|t| stages.timexes.get(t))
            .map_or("-", |t| t.value.as_str());
        let _ = writeln!(
            out,
            "   -> {} {} {:?}: {} -> {} | place {} | says {} | time {time} | {} {:.2} [{}]",
            event.event_type,
            event.mode.as_deref().unwrap_or("-"),
            event.status,
            names(&event.actors),
            names(&event.recipients),
            event.location.as_ref().map_or("-", name),
            event.reporter.as_ref().map_or("-", name),
            event.trigger.of(text).replace('\n', " "),
            event.confidence,
            event.reasons.join("; "),
        );
    }
}
