//! `newsgraph analyze text`: how files are read, article by article.
//!
//! In: files. Out: blocks with their kind, publication date with its basis, language and sentences; for people or as JSON lines.

use clap::Args;
use newsgraph::base::article::{Article, BlockKind, Published};
use newsgraph::base::span::Span;
use newsgraph::lexicon::Lexicon;
use newsgraph::pipeline::source::{Options, Read, Source};
use newsgraph::text::sentence;
use serde_json::{Value, json};
use std::io::{BufWriter, Write};
use std::process::ExitCode;

/// Arguments of `analyze text`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files, folders, globs, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,
    /// One JSON object an article
    #[arg(long)]
    json: bool,
    /// Show the tokens of each sentence
    #[arg(long)]
    tokens: bool,
}

/// Reads the inputs and prints what was found.
///
/// # Errors
/// If standard output cannot be written.
#[expect(clippy::print_stderr, reason = "diagnostics go to standard error")]
pub fn run(arguments: &Arguments, lexicon: &Lexicon) -> anyhow::Result<ExitCode> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for read in Source::open(&arguments.inputs, Options::default()) {
        let diagnostics = match read {
            Read::Document(input) => {
                let (articles, diagnostics) = input.articles(lexicon);
                for article in &articles {
                    if arguments.json {
                        writeln!(out, "{}", to_json(article, lexicon, arguments.tokens))?;
                    } else {
                        print(&mut out, article, lexicon, arguments.tokens)?;
                    }
                }
                diagnostics
            }
            Read::Diagnostic(diagnostic) => vec![diagnostic],
        };
        diagnostics.iter().for_each(|d| eprintln!("{d}"));
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Subheading => "subheading",
        BlockKind::Dateline => "dateline",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Boilerplate => "boilerplate",
        BlockKind::Repeat => "repeat",
    }
}

fn published(published: &Published) -> (String, Value) {
    (published.date.to_edtf(), json!(published.basis))
}

fn to_json(article: &Article, lexicon: &Lexicon, tokens: bool) -> Value {
    let date = article.published.as_ref().map(published);
    let pack = article.lang.as_deref().and_then(|l| lexicon.pack(l));
    let sentences = pack
        .map(|p| sentence::sentences(article, p))
        .unwrap_or_default();
    let of = |span: Span| span.of(&article.text);
    let sentence = |s: &newsgraph::base::analysis::Sentence| {
        let words: Vec<&str> = s.tokens.iter().map(|t| of(t.span)).collect();
        if tokens {
            json!({"span": article.raw_chars(s.span), "text": of(s.span), "tokens": words})
        } else {
            json!({"span": article.raw_chars(s.span), "text": of(s.span)})
        }
    };
    json!({
        "id": article.id, "file": article.file, "order": article.order, "lang": article.lang,
        "published": date.as_ref().map(|d| &d.0), "published_basis": date.as_ref().map(|d| &d.1),
        "title": article.title, "byline": article.byline, "source": article.source, "url": article.url,
        "blocks": article.blocks.iter().map(|b| json!({"kind": name(b.kind), "span": article.raw_chars(b.span), "text": of(b.span)})).collect::<Vec<_>>(),
        "sentences": sentences.iter().map(sentence).collect::<Vec<_>>(),
    })
}

fn print(
    out: &mut impl Write,
    article: &Article,
    lexicon: &Lexicon,
    tokens: bool,
) -> std::io::Result<()> {
    let or_none = |t: &Option<String>| t.clone().unwrap_or_else(|| "none".to_owned());
    writeln!(
        out,
        "== {} article {}  id {}",
        article.file, article.order, article.id
    )?;
    writeln!(out, "   title     {}", or_none(&article.title))?;
    let date = article.published.as_ref().map(|p| {
        let seen = p
            .evidence
            .map(|e| format!(" {:?}", e.of(&article.text)))
            .unwrap_or_default();
        let (date, basis) = published(p);
        format!("{date} ({}{seen})", basis.as_str().unwrap_or_default())
    });
    writeln!(out, "   published {}", or_none(&date))?;
    writeln!(out, "   language  {}", or_none(&article.lang))?;
    for (label, value) in [
        ("byline", &article.byline),
        ("source", &article.source),
        ("address", &article.url),
    ] {
        if let Some(value) = value {
            writeln!(out, "   {label:<9} {value}")?;
        }
    }
    let pack = article.lang.as_deref().and_then(|l| lexicon.pack(l));
    let sentences = pack
        .map(|p| sentence::sentences(article, p))
        .unwrap_or_default();
    for (n, block) in article.blocks.iter().enumerate() {
        let text = block.span.of(&article.text);
        let mut own = sentences.iter().filter(|s| s.block == n).peekable();
        if own.peek().is_none() {
            let short: String = text
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .chars()
                .take(100)
                .collect();
            writeln!(out, "{:>11} | {short}", name(block.kind))?;
        }
        for (i, s) in own.enumerate() {
            let label = if i == 0 { name(block.kind) } else { "" };
            let words = if tokens {
                s.tokens
                    .iter()
                    .map(|t| t.span.of(&article.text))
                    .collect::<Vec<_>>()
                    .join(" · ")
            } else {
                s.span
                    .of(&article.text)
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            writeln!(out, "{label:>11} | {words}")?;
        }
    }
    writeln!(out)
}
