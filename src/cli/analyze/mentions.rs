//! `newsgraph analyze mentions`: the actors and places that are found, and by which evidence. With `--bio`, one token a line comes in, and the token and
//! its tag go out.
//!
//! In: files, or tokens on standard input. Out: one line a mention, for people or as JSON; or "token TAB tag" with tags of the BIO scheme.

use crate::cli::reading::has_pack;
use anyhow::Context as _;
use clap::Args;
use newsgraph::base::analysis::{Mention, RoleObject};
use newsgraph::base::article::Article;
use newsgraph::extract::models::Models;
use newsgraph::extract::relation::{self, Relation};
use newsgraph::extract::tagger::Tagger;
use newsgraph::extract::{mention, timex};
use newsgraph::lexicon::actors::Actors;
use newsgraph::lexicon::{Lexicon, Pack};
use newsgraph::pipeline::source::{Options, Read, Source};
use newsgraph::text::sentence;
use serde_json::{Value, json};
use std::io::{Read as _, Write};
use std::path::PathBuf;

/// Arguments of `analyze mentions`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files, folders, globs, or - for standard input
    #[arg(value_name = "INPUT", required_unless_present = "bio")]
    inputs: Vec<String>,
    /// Read one token a line, write "token TAB tag"
    #[arg(long, requires = "lang", conflicts_with = "inputs")]
    bio: bool,
    /// Language of the input, where it should not be guessed
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// One JSON object an article
    #[arg(long)]
    json: bool,
    /// Your own actors: columns name, code or country, type?, aliases?
    #[arg(long, value_name = "FILE.tsv")]
    actors: Option<PathBuf>,
}

/// Prints the mentions of the inputs, or tags standard input.
///
/// # Errors
/// If the actor list is broken or standard output cannot be written.
#[expect(clippy::print_stderr, reason = "diagnostics go to standard error")]
pub fn run(arguments: &Arguments, lexicon: &mut Lexicon) -> anyhow::Result<()> {
    if let Some(code) = &arguments.lang {
        has_pack(code, lexicon)?;
    }
    if let (true, Some(lang)) = (arguments.bio, &arguments.lang) {
        return tag(lang, lexicon);
    }
    if let Some(path) = &arguments.actors {
        let name = path.display().to_string();
        let text =
            std::fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))?;
        lexicon.actors = Actors::parse(&name, &text)?;
    }
    let models = Models::open(&lexicon.files);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for read in Source::open(&arguments.inputs, Options::default()) {
        let diagnostics = match read {
            Read::Document(input) => {
                let (articles, diagnostics) = input.articles(lexicon);
                for article in &articles {
                    let lang = arguments.lang.as_deref().or(article.lang.as_deref());
                    let Some(pack) = lang.and_then(|l| lexicon.pack(l)) else {
                        continue;
                    };
                    show(&mut out, article, pack, lexicon, &models, arguments.json)?;
                }
                diagnostics
            }
            Read::Diagnostic(diagnostic) => vec![diagnostic],
        };
        diagnostics.iter().for_each(|d| eprintln!("{d}"));
    }
    out.flush()?;
    Ok(())
}

fn show(
    out: &mut impl Write,
    article: &Article,
    pack: &Pack,
    lexicon: &Lexicon,
    models: &Models,
    as_json: bool,
) -> std::io::Result<()> {
    let sentences = sentence::sentences(article, pack);
    let regions: Vec<_> = article
        .blocks
        .iter()
        .filter(|b| b.is_read())
        .map(|b| b.span)
        .collect();
    let dct = article.published.as_ref().and_then(|p| p.date.lo);
    let timexes = timex::find(&article.text, &regions, pack, dct);
    let mentions = mention::find(
        article,
        &sentences,
        &timexes,
        pack,
        lexicon,
        models.tagger(),
    );
    let relations = relation::find(article, &mentions, pack, lexicon);
    if as_json {
        return writeln!(out, "{}", to_json(article, &mentions, &relations));
    }
    writeln!(
        out,
        "# {} · {}",
        article.file,
        article.title.as_deref().unwrap_or("(no headline)")
    )?;
    for (index, m) in mentions.iter().enumerate() {
        let country = m.country.as_deref().unwrap_or("-");
        let sector = m.sector.as_deref().unwrap_or("-");
        let form = format!("{:?}", m.form).to_lowercase();
        writeln!(
            out,
            "{index:>4}  {:<12} {form:<8} {country:<4} {sector:<4} {:.2}  {}  [{}] {}",
            m.class.name(),
            m.confidence,
            m.span.of(&article.text),
            m.entry.as_deref().unwrap_or("-"),
            m.evidence.join(", "),
        )?;
    }
    for r in &relations {
        let subject = mentions
            .get(r.subject)
            .map_or("", |m| m.span.of(&article.text));
        let over = if r.former { " (former)" } else { "" };
        writeln!(
            out,
            "      {subject} {} {}{over}: {}",
            r.predicate,
            object(&r.object, article, &mentions),
            r.span.of(&article.text)
        )?;
    }
    writeln!(out)
}

fn object(object: &RoleObject, article: &Article, mentions: &[Mention]) -> String {
    match object {
        RoleObject::Entry(id) => id.clone(),
        RoleObject::Mention(index) => mentions.get(*index).map_or(String::new(), |m| {
            m.entry
                .clone()
                .unwrap_or_else(|| m.span.of(&article.text).to_owned())
        }),
    }
}

fn to_json(article: &Article, mentions: &[Mention], relations: &[Relation]) -> Value {
    let mention = |m: &Mention| {
        json!({"text": m.span.of(&article.text), "span": article.raw_chars(m.span), "type": m.class, "form": format!("{:?}", m.form).to_lowercase(),
            "entry": m.entry, "country": m.country, "sector": m.sector, "gender": m.gender, "plural": m.plural,
            "role": m.role.as_ref().map(|r| r.title.clone()), "evidence": m.evidence, "confidence": m.confidence})
    };
    let relation = |r: &Relation| {
        json!({"subject": r.subject, "predicate": r.predicate, "object": match &r.object {
            RoleObject::Entry(id) => json!(id),
            RoleObject::Mention(index) => json!(index),
        }, "former": r.former, "quote": r.span.of(&article.text), "span": article.raw_chars(r.span)})
    };
    json!({"file": article.file, "order": article.order, "title": article.title, "lang": article.lang,
        "mentions": mentions.iter().map(mention).collect::<Vec<_>>(), "relations": relations.iter().map(relation).collect::<Vec<_>>()})
}

/// Tags standard input.
///
/// # Errors
/// If the input is no UTF-8, or a file or stream fails.
fn tag(lang: &str, lexicon: &Lexicon) -> anyhow::Result<()> {
    let tagger = Tagger::load(&lexicon.files)?;
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .context("standard input cannot be read")?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut sentence: Vec<&str> = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            write(&tagger, &sentence, lang, &mut out)?;
            sentence.clear();
            writeln!(out)?;
        } else {
            sentence.push(line);
        }
    }
    write(&tagger, &sentence, lang, &mut out)?;
    out.flush()?;
    Ok(())
}

fn write(
    tagger: &Tagger,
    sentence: &[&str],
    lang: &str,
    out: &mut impl std::io::Write,
) -> std::io::Result<()> {
    for (token, tag) in sentence.iter().zip(tagger.tag(sentence, lang)) {
        writeln!(out, "{token}\t{}", tag.place)?;
    }
    Ok(())
}
