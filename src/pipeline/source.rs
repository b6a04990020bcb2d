//! Files, folders, globs and standard input -> documents, one at a time.
//!
//! In: paths as the user gave them. Out: [`Read`]s: a document, or what is wrong with a file. Invariants: files in sorted order; memory is bounded by
//! [`Options`], whatever the size of a file; no file stops the run. Does not: cut documents into articles (text::segment).

use super::wide::Wide;
use super::{fields, lines};
use crate::base::article::{Article, Document, DocumentKind, Given};
use crate::base::diagnostic::{Diagnostic, Level};
use crate::lexicon::Lexicon;
use crate::text::{decode, segment};
use chrono::NaiveDate;
use flate2::read::MultiGzDecoder;
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

/// What a source file gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// A document.
    Document(Input),
    /// Something to tell the user.
    Diagnostic(Diagnostic),
}

/// A document and where its text begins in its file; that is not the start only for pieces of huge files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The document.
    pub document: Document,
    /// Code points of the file before it.
    pub start_char: usize,
    /// Bytes of the decoded file before it.
    pub start_byte: usize,
}

impl Input {
    /// Cuts the document into articles whose offsets count from the start of the file.
    pub fn articles(&self, lexicon: &Lexicon) -> (Vec<Article>, Vec<Diagnostic>) {
        let (mut articles, diagnostics) = segment::articles(&self.document, lexicon);
        if self.start_char > 0 {
            for article in &mut articles {
                article.offsets.shift(self.start_char, self.start_byte);
            }
        }
        (articles, diagnostics)
    }
}

/// Limits that keep memory bounded, and what the user says of every article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Text files above this many bytes are read in pieces of it, cut at an empty line.
    pub piece: usize,
    /// Pages and JSON arrays above this many bytes are refused.
    pub largest: usize,
    /// Single JSON lines above this many bytes are left out.
    pub line: usize,
    /// The publication date of every article, where the user gives one.
    pub user_date: Option<NaiveDate>,
    /// The language of every article, where the user gives one.
    pub user_lang: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            piece: 8 << 20,
            largest: 64 << 20,
            line: 16 << 20,
            user_date: None,
            user_lang: None,
        }
    }
}

/// How a file is read, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Html,
    Json,
    Lines,
}

/// Suffixes a file is recognised by; a file named outright is read as text whatever its name.
const SUFFIXES: &[(&str, Format)] = &[
    (".txt", Format::Text),
    (".text", Format::Text),
    (".md", Format::Text),
    (".markdown", Format::Text),
    (".html", Format::Html),
    (".htm", Format::Html),
    (".xhtml", Format::Html),
    (".json", Format::Json),
    (".jsonl", Format::Lines),
    (".ndjson", Format::Lines),
];

fn format(name: &str) -> Option<Format> {
    let lower = name.to_ascii_lowercase();
    let lower = lower.strip_suffix(".gz").unwrap_or(&lower);
    SUFFIXES.iter().find(|s| lower.ends_with(s.0)).map(|s| s.1)
}

/// One file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
struct File {
    path: PathBuf,
    /// `-`, or the path as given.
    name: String,
}

/// Iterates over everything the given inputs hold.
#[derive(Debug)]
pub struct Source {
    files: VecDeque<File>,
    waiting: VecDeque<Read>,
    open: Option<Open>,
    options: Options,
}

/// A file that is being read.
struct Open {
    name: String,
    format: Format,
    reader: Box<dyn BufRead>,
    lines: usize,
    /// Decoded text that was read and not yet handed out.
    rest: Vec<u8>,
    start_char: usize,
    start_byte: usize,
    user_date: Option<NaiveDate>,
    user_lang: Option<String>,
    done: bool,
}

impl std::fmt::Debug for Open {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Open")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Source {
    /// Lists the files behind `inputs`: files, folders (all readable files below them), globs, `-` for standard input.
    ///
    /// Files are sorted within a folder or glob and read once. An input that names nothing gives an error diagnostic.
    pub fn open(inputs: &[String], options: Options) -> Self {
        let mut source = Self {
            files: VecDeque::new(),
            waiting: VecDeque::new(),
            open: None,
            options,
        };
        for input in inputs {
            source.list(input);
        }
        let mut seen = std::collections::HashSet::new();
        source.files.retain(|f| seen.insert(f.path.clone()));
        source
    }

    /// Number of files still to be read, for a progress bar.
    pub fn files_left(&self) -> usize {
        self.files.len()
    }

    fn list(&mut self, input: &str) {
        let path = Path::new(input);
        if input == "-" || path.is_file() {
            self.push(path);
        } else if path.is_dir() {
            self.list_folder(path);
        } else if input.contains(['*', '?', '[']) {
            let mut found: Vec<PathBuf> = glob::glob(input)
                .map(|g| g.flatten().collect())
                .unwrap_or_default();
            found.sort();
            if found.is_empty() {
                self.complain(input, "no file matches the pattern");
            }
            for path in found {
                if path.is_dir() {
                    self.list_folder(&path);
                } else {
                    self.push(&path);
                }
            }
        } else if path.exists() {
            self.push(path);
        } else {
            self.complain(input, "there is no such file or folder");
        }
    }

    fn push(&mut self, path: &Path) {
        self.files.push_back(File {
            path: path.to_path_buf(),
            name: path.display().to_string(),
        });
    }

    fn complain(&mut self, input: &str, what: &str) {
        let message = format!("{what}; expected a file, a folder, a glob or - for standard input");
        self.waiting.push_back(Read::Diagnostic(
            Diagnostic::new(Level::Error, message).in_file(input),
        ));
    }

    fn list_folder(&mut self, folder: &Path) {
        let mut found = Vec::new();
        let mut unread = false;
        let visible = |e: &walkdir::DirEntry| {
            e.depth() == 0 || !e.file_name().to_string_lossy().starts_with('.')
        };
        for entry in walkdir::WalkDir::new(folder)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(visible)
        {
            match entry {
                Ok(e) if e.file_type().is_file() => {
                    if format(&e.file_name().to_string_lossy()).is_some() {
                        found.push(e.into_path());
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    let name = error.path().unwrap_or(folder).display().to_string();
                    self.complain(&name, "the folder cannot be read");
                    unread = true;
                }
            }
        }
        // What an unreadable folder holds is not known.
        if found.is_empty() && !unread {
            self.complain(
                &folder.display().to_string(),
                "the folder holds no .txt, .md, .html, .json or .jsonl file",
            );
        }
        found.iter().for_each(|f| self.push(f));
    }

    fn start(&mut self, file: File) {
        let name = file.name;
        let reader: Box<dyn BufRead> = if name == "-" {
            Box::new(BufReader::new(std::io::stdin()))
        } else {
            match std::fs::File::open(&file.path) {
                Ok(f) => Box::new(BufReader::with_capacity(1 << 16, f)),
                Err(error) => {
                    return self.tell(&name, Level::Error, format!("cannot be opened: {error}"));
                }
            }
        };
        match unpacked(reader) {
            Ok(mut reader) => {
                let head = reader.fill_buf().map(<[u8]>::to_vec).unwrap_or_default();
                if decode::is_binary(&head) {
                    return self.tell(
                        &name,
                        Level::Error,
                        "is binary; expected text, HTML or JSON".to_owned(),
                    );
                }
                if let Some(encoding) = decode::wide(&head) {
                    reader = Box::new(BufReader::with_capacity(
                        1 << 16,
                        Wide::new(reader, encoding),
                    ));
                }
                let head = reader.fill_buf().map(<[u8]>::to_vec).unwrap_or_default();
                let format = format(&name).unwrap_or_else(|| sniff(&head));
                self.open = Some(Open {
                    name,
                    format,
                    reader,
                    lines: 0,
                    rest: Vec::new(),
                    start_char: 0,
                    start_byte: 0,
                    user_date: self.options.user_date,
                    user_lang: self.options.user_lang.clone(),
                    done: false,
                });
            }
            Err(error) => self.tell(&name, Level::Error, format!("cannot be read: {error}")),
        }
    }

    fn tell(&mut self, name: &str, level: Level, message: String) {
        self.waiting.push_back(Read::Diagnostic(
            Diagnostic::new(level, message).in_file(name),
        ));
    }

    /// Reads on in the open file; closes it at its end.
    fn advance(&mut self) {
        let Some(mut open) = self.open.take() else {
            return;
        };
        let outcome = match open.format {
            Format::Text => open.piece(&self.options),
            Format::Html => open.whole(&self.options, DocumentKind::Html),
            Format::Json => open.json(&self.options),
            Format::Lines => open.line(&self.options),
        };
        match outcome {
            Ok(reads) => self.waiting.extend(reads),
            Err(message) => {
                self.tell(&open.name, Level::Error, message);
                open.done = true;
            }
        }
        if !open.done {
            self.open = Some(open);
        }
    }
}

impl Iterator for Source {
    type Item = Read;

    fn next(&mut self) -> Option<Read> {
        loop {
            if let Some(read) = self.waiting.pop_front() {
                return Some(read);
            }
            if self.open.is_some() {
                self.advance();
            } else {
                let file = self.files.pop_front()?;
                self.start(file);
            }
        }
    }
}

/// Unpacks gzip by its magic number, whatever the name says.
fn unpacked(mut reader: Box<dyn BufRead>) -> std::io::Result<Box<dyn BufRead>> {
    let packed = reader.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    Ok(if packed {
        Box::new(BufReader::with_capacity(
            1 << 16,
            MultiGzDecoder::new(reader),
        ))
    } else {
        reader
    })
}

/// Tells the format of a nameless stream by its first bytes.
fn sniff(head: &[u8]) -> Format {
    let text = String::from_utf8_lossy(head.get(..512.min(head.len())).unwrap_or(head));
    let text = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        Format::Html
    } else if text.starts_with("{\"") {
        Format::Lines
    } else {
        Format::Text
    }
}

type Outcome = Result<Vec<Read>, String>;

impl Open {
    fn tell(&self, level: Level, message: impl Into<String>) -> Read {
        Read::Diagnostic(Diagnostic::new(level, message).in_file(&self.name))
    }

    fn fill(&mut self, limit: usize) -> Result<(), String> {
        let want = limit.saturating_sub(self.rest.len()) as u64;
        self.reader
            .by_ref()
            .take(want)
            .read_to_end(&mut self.rest)
            .map(|_| ())
            .map_err(|e| format!("cannot be read: {e}"))
    }

    fn decoded(&self, bytes: &[u8], out: &mut Vec<Read>) -> String {
        let decoded = decode::decode(bytes);
        if decoded.repaired {
            let message = format!(
                "has bytes that are not valid {}; they were repaired",
                decoded.encoding
            );
            out.push(self.tell(Level::Warning, message));
        }
        decoded.text
    }

    fn document(&self, text: String, kind: DocumentKind, mut given: Given) -> Read {
        given.user_date = self.user_date;
        given.user_lang.clone_from(&self.user_lang);
        Read::Document(Input {
            document: Document {
                file: self.name.clone(),
                kind,
                text,
                given,
            },
            start_char: self.start_char,
            start_byte: self.start_byte,
        })
    }

    /// The next piece of a text file; a file below the limit is one piece.
    fn piece(&mut self, options: &Options) -> Outcome {
        self.fill(options.piece)?;
        let mut out = Vec::new();
        let more = self.rest.len() >= options.piece
            && !self
                .reader
                .fill_buf()
                .map_err(|e| e.to_string())?
                .is_empty();
        if !more {
            self.done = true;
        }
        if more && self.start_byte == 0 {
            let message = format!(
                "is larger than {} MB and is read in pieces cut at empty lines",
                options.piece >> 20
            );
            out.push(self.tell(Level::Note, message));
        }
        let cut = if more {
            piece_end(&self.rest)
        } else {
            self.rest.len()
        };
        let tail = self.rest.split_off(cut);
        let bytes = std::mem::replace(&mut self.rest, tail);
        let text = self.decoded(&bytes, &mut out);
        if text.trim().is_empty() && self.start_byte == 0 && !more {
            out.push(self.tell(Level::Warning, "is empty"));
            return Ok(out);
        }
        let (chars, bytes) = (text.chars().count(), text.len());
        out.push(self.document(text, DocumentKind::Text, Given::default()));
        self.start_char += chars;
        self.start_byte += bytes;
        Ok(out)
    }

    fn whole(&mut self, options: &Options, kind: DocumentKind) -> Outcome {
        let mut out = Vec::new();
        let bytes = self.all(options)?;
        let text = self.decoded(&bytes, &mut out);
        out.push(if text.trim().is_empty() {
            self.tell(Level::Warning, "is empty")
        } else {
            self.document(text, kind, Given::default())
        });
        Ok(out)
    }

    fn all(&mut self, options: &Options) -> Result<Vec<u8>, String> {
        self.done = true;
        self.fill(options.largest + 1)?;
        if self.rest.len() > options.largest {
            return Err(format!(
                "is larger than {} MB; split it, or give one JSON object a line (.jsonl)",
                options.largest >> 20
            ));
        }
        Ok(std::mem::take(&mut self.rest))
    }

    /// A JSON file: one object, an array of objects, or an object that holds such an array.
    fn json(&mut self, options: &Options) -> Outcome {
        let mut out = Vec::new();
        let bytes = self.all(options)?;
        let text = self.decoded(&bytes, &mut out);
        match fields::records(&text) {
            Ok(records) if records.is_empty() => out.push(self.tell(Level::Warning, "is empty")),
            Ok(records) => {
                for (n, record) in records.into_iter().enumerate() {
                    out.push(self.record(record, &format!("record {}", n + 1)));
                }
            }
            Err(error)
                if text
                    .lines()
                    .filter(|l| l.trim_start().starts_with('{'))
                    .count()
                    > 1 =>
            {
                // Lines under the wrong name.
                let lines = text.lines().enumerate().filter(|l| !l.1.trim().is_empty());
                let _ = error;
                for (n, line) in lines {
                    let read = match fields::record(line) {
                        Ok(record) => self.record(record, &format!("line {}", n + 1)),
                        Err(error) => self.tell(Level::Error, format!("line {}: {error}", n + 1)),
                    };
                    out.push(read);
                }
            }
            Err(error) => return Err(error),
        }
        Ok(out)
    }

    /// The next line of a JSONL file.
    fn line(&mut self, options: &Options) -> Outcome {
        let line = lines::next(&mut self.reader, options.line)
            .map_err(|e| format!("cannot be read: {e}"))?;
        let Some(line) = line else {
            self.done = true;
            let empty = self.lines == 0;
            return Ok(if empty {
                vec![self.tell(Level::Warning, "is empty")]
            } else {
                Vec::new()
            });
        };
        self.lines += 1;
        let place = format!("line {}", self.lines);
        let bytes = match line {
            lines::Line::Whole(bytes) => bytes,
            lines::Line::TooLong => {
                let message = format!("{place}: {}", lines::too_long(options.line));
                return Ok(vec![self.tell(Level::Error, message)]);
            }
        };
        let mut out = Vec::new();
        let text = self.decoded(&bytes, &mut out);
        let line = text.trim().trim_start_matches('\u{feff}');
        if line.is_empty() {
            return Ok(out);
        }
        out.push(match fields::record(line) {
            Ok(record) => self.record(record, &place),
            Err(error) => self.tell(Level::Error, format!("{place}: {error}")),
        });
        Ok(out)
    }

    fn record(&self, record: fields::Record, place: &str) -> Read {
        match record.text {
            Some(text) => self.document(text, DocumentKind::Record, record.given),
            None => self.tell(
                Level::Error,
                format!(
                    "{place}: has no text; expected one of the fields {}",
                    fields::names().text.join(", ")
                ),
            ),
        }
    }
}

/// Where to cut a piece: behind the last empty line of its second half, else behind the last line, else at the last whole character.
fn piece_end(bytes: &[u8]) -> usize {
    let half = bytes.len() / 2;
    let second = bytes.get(half..).unwrap_or(bytes);
    let gap = second.windows(2).rposition(|w| w == b"\n\n").map(|p| p + 2);
    let windows_gap = second
        .windows(4)
        .rposition(|w| w == b"\r\n\r\n")
        .map(|p| p + 4);
    let line = || second.iter().rposition(|b| *b == b'\n').map(|p| p + 1);
    let space = || second.iter().rposition(|b| *b == b' ').map(|p| p + 1);
    let cut = gap.max(windows_gap).or_else(line).or_else(space);
    cut.map_or_else(
        || {
            let mut end = bytes.len();
            while end > half && bytes.get(end - 1).is_some_and(|b| b & 0xC0 == 0x80) {
                end -= 1;
            }
            if end > half && bytes.get(end - 1).is_some_and(|b| *b >= 0xC0) {
                end -= 1;
            }
            end
        },
        |c| half + c,
    )
}
