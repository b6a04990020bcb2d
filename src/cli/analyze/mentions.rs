//! `newsgraph analyze mentions`: the names that are found. With `--bio`, one token a line comes in, and the token and its tag go out.
//!
//! In: tokens on standard input, sentences apart by empty lines. Out: "token TAB tag" with tags of the BIO scheme.

use anyhow::Context as _;
use clap::Args;
use newsgraph::extract::tagger::Tagger;
use newsgraph::lexicon::Lexicon;
use std::io::{Read as _, Write as _};

/// Arguments of `analyze mentions`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Read one token a line, write "token TAB tag"
    #[arg(long, required = true)]
    bio: bool,
    /// Language of the input
    #[arg(long, value_name = "CODE")]
    lang: String,
}

/// Tags standard input.
///
/// # Errors
/// If the input is no UTF-8, or a file or stream fails.
pub fn run(arguments: &Arguments, lexicon: &Lexicon) -> anyhow::Result<()> {
    let tagger = Tagger::load(&lexicon.files)?;
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .context("standard input cannot be read")?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut sentence: Vec<&str> = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            write(&tagger, &sentence, &arguments.lang, &mut out)?;
            sentence.clear();
            writeln!(out)?;
        } else {
            sentence.push(line);
        }
    }
    write(&tagger, &sentence, &arguments.lang, &mut out)?;
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
