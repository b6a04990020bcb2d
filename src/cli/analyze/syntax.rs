//! `newsgraph analyze syntax`: tags and trees.
//!
//! In: standard input, CoNLL-U (only the word forms are used) or a sentence a line. Out: CoNLL-U with UPOS, HEAD, DEPREL, or the tree drawn.

use anyhow::Context as _;
use clap::Args;
use newsgraph::base::analysis::Tree;
use newsgraph::extract::syntax::{Parser, upos_name};
use newsgraph::lexicon::DataFiles;
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};

/// Arguments of `analyze syntax`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Read and write CoNLL-U instead of one sentence a line
    #[arg(long)]
    conllu: bool,
    /// Language of the text, two letters
    #[arg(long, value_name = "LANG")]
    lang: String,
}

/// Parses standard input.
///
/// # Errors
/// An unknown language, input that cannot be read, output that cannot be written.
pub fn run(arguments: &Arguments, files: &DataFiles) -> anyhow::Result<()> {
    let parser = Parser::load(files, &arguments.lang)
        .with_context(|| format!("no parser for language {}", arguments.lang))?;
    let mut input = String::new();
    std::io::stdin()
        .read_to_string(&mut input)
        .context("standard input")?;
    let mut out = String::with_capacity(input.len() * 2);
    if arguments.conllu {
        conllu(&parser, &input, &mut out);
    } else {
        for line in input.lines().filter(|l| !l.trim().is_empty()) {
            let tokens = words(line);
            draw(&tokens, &parser.parse(&tokens, &[]), &mut out);
            out.push('\n');
        }
    }
    std::io::stdout()
        .write_all(out.as_bytes())
        .context("standard output")
}

/// Parses CoNLL-U; comments are left out, ranges and empty nodes too.
fn conllu(parser: &Parser, input: &str, out: &mut String) {
    let mut forms: Vec<&str> = Vec::new();
    for line in input.lines().chain(std::iter::once("")) {
        if line.is_empty() {
            let tree = parser.parse(&forms, &[]);
            for (i, (form, node)) in forms.iter().zip(&tree.nodes).enumerate() {
                let head = node.head.map_or(0, |h| h + 1);
                let upos = upos_name(node.upos);
                // Writing to a string cannot fail.
                let _ = writeln!(
                    out,
                    "{}\t{form}\t_\t{upos}\t{}\t_\t{head}\t{}\t_\tConfidence={:.2}",
                    i + 1,
                    node.tag,
                    node.deprel,
                    node.confidence
                );
            }
            if !forms.is_empty() {
                out.push('\n');
            }
            forms.clear();
        } else if let Some((id, rest)) = line.split_once('\t')
            && id.bytes().all(|b| b.is_ascii_digit())
        {
            forms.push(rest.split('\t').next().unwrap_or(""));
        }
    }
}

/// Cuts a line at white space and takes marks off the ends of words.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for piece in line.split_whitespace() {
        let inner = piece.trim_start_matches(|c: char| "\"'„“”»«(".contains(c));
        let (open, _) = piece.split_at(piece.len() - inner.len());
        let core = inner.trim_end_matches(|c: char| "\"'„“”»«).,;:!?".contains(c));
        let (core, close) = inner.split_at(core.len());
        words.extend(open.char_indices().map(|(i, c)| &open[i..i + c.len_utf8()]));
        if !core.is_empty() {
            words.push(core);
        }
        words.extend(
            close
                .char_indices()
                .map(|(i, c)| &close[i..i + c.len_utf8()]),
        );
    }
    words
}

/// Draws a tree: each word below its head, indented, dependents in sentence order.
fn draw(tokens: &[&str], tree: &Tree, out: &mut String) {
    let mut stack: Vec<(usize, usize)> = roots(tree).map(|r| (r, 0)).collect();
    stack.reverse();
    while let Some((i, depth)) = stack.pop() {
        let Some(node) = tree.nodes.get(i) else {
            continue;
        };
        let form = tokens.get(i).copied().unwrap_or("");
        let _ = writeln!(
            out,
            "{:indent$}{} {form}  [{}, {} %]",
            "",
            node.deprel,
            node.tag,
            (node.confidence * 100.0).round(),
            indent = depth * 2
        );
        let children = tree
            .nodes
            .iter()
            .enumerate()
            .rev()
            .filter(|(_, n)| n.head == Some(i));
        stack.extend(children.map(|(c, _)| (c, depth + 1)));
    }
}

fn roots(tree: &Tree) -> impl Iterator<Item = usize> + '_ {
    tree.nodes
        .iter()
        .enumerate()
        .filter(|(_, n)| n.head.is_none())
        .map(|(i, _)| i)
}
