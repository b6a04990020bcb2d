//! HTML -> blocks of text with offsets, and what the page says about itself. A scanner, not a tree builder: it needs one pass and no nesting.
//!
//! In: HTML as it comes. Out: [`Scanned`]. Invariants: never fails; each character knows its place in the page; scripts, styles and comments are no text.
//! Does not: tell story from furniture (text::html).
//! Source: tag and entity syntax after the WHATWG HTML standard, section 13.2.5, simplified.

use std::collections::BTreeMap;

/// One block of a page: paragraph, heading, list item, table cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScannedBlock {
    /// Text with white space made even and entities resolved.
    pub text: String,
    /// `(character, code point in the page, byte in the page, was something left out before it)`.
    pub chars: Vec<(char, usize, usize, bool)>,
    /// `(index in chars, code points in the page)` of resolved character references, ascending.
    pub wide: Vec<(usize, usize)>,
    /// Heading level, 0 for none.
    pub heading: u8,
    /// Bytes of the text that are link text.
    pub linked: usize,
    /// Does it hold a `time` element?
    pub dated: bool,
}

/// A scanned page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scanned {
    /// Blocks in page order.
    pub blocks: Vec<ScannedBlock>,
    /// Meta names and properties (lower case) to contents, first one wins; `<title>`, `<lang>`, `<canonical>`, `<time>`, `<json-ld>` for the rest.
    pub meta: BTreeMap<String, String>,
    /// Deepest nesting of tags, counted roughly.
    pub depth: usize,
}

const BREAKING: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "label",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
const SILENT: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "title", "textarea", "iframe", "object",
    "math",
];
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "td", "tr", "dd", "dt", "option",
];

/// Scans a page; complexity linear.
pub fn scan(raw: &str) -> Scanned {
    let mut scanner = Scanner {
        raw,
        byte: 0,
        char: 0,
        out: Scanned::default(),
        block: ScannedBlock::default(),
        gap: true,
        space: None,
        links: 0,
        depth: 0,
        time: false,
    };
    scanner.run();
    scanner.flush();
    scanner.out
}

struct Scanner<'a> {
    raw: &'a str,
    byte: usize,
    char: usize,
    out: Scanned,
    block: ScannedBlock,
    gap: bool,
    space: Option<(usize, usize)>,
    links: usize,
    depth: usize,
    time: bool,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        self.raw.get(self.byte..).unwrap_or("")
    }

    fn skip(&mut self, bytes: usize) {
        let part = self.rest().get(..bytes).unwrap_or(self.rest());
        self.char += part.chars().count();
        self.byte += part.len();
        self.gap = true;
    }

    fn run(&mut self) {
        while let Some(c) = self.rest().chars().next() {
            match c {
                '<' if self.is_tag() => self.tag(),
                '&' => self.entity(),
                _ => {
                    self.push(c);
                    self.char += 1;
                    self.byte += c.len_utf8();
                }
            }
        }
    }

    fn is_tag(&self) -> bool {
        self.rest()
            .as_bytes()
            .get(1)
            .is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!' | b'?'))
    }

    /// Appends a character that stands at the present place.
    fn push(&mut self, c: char) {
        if c.is_whitespace() {
            if !self.block.text.is_empty() && self.space.is_none() {
                self.space = Some((self.char, self.byte));
            } else {
                self.gap = true;
            }
            return;
        }
        if matches!(
            c,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
        ) || c.is_control()
        {
            self.gap = true;
            return;
        }
        if let Some((char, byte)) = self.space.take() {
            self.add(' ', char, byte, true);
            self.gap = true;
        }
        let gap = std::mem::take(&mut self.gap);
        self.add(c, self.char, self.byte, gap);
    }

    fn add(&mut self, c: char, char: usize, byte: usize, gap: bool) {
        self.block.text.push(c);
        self.block.chars.push((c, char, byte, gap));
        if self.links > 0 {
            self.block.linked += c.len_utf8();
        }
    }

    fn flush(&mut self) {
        self.space = None;
        self.gap = true;
        let heading = self.block.heading;
        if self.block.text.is_empty() {
            self.block.dated = self.time;
            return;
        }
        self.block.dated |= self.time;
        self.out.blocks.push(std::mem::take(&mut self.block));
        self.block.heading = heading;
    }

    fn entity(&mut self) {
        let rest = self.rest();
        let body = rest.get(1..).unwrap_or("");
        let len = body
            .bytes()
            .take(32)
            .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#')
            .count();
        let name = body.get(..len).unwrap_or("");
        let closed = body.as_bytes().get(len) == Some(&b';');
        let found = resolve(name)
            .filter(|_| closed || name.starts_with('#') || name == "amp" || name == "nbsp");
        let Some(c) = found else {
            self.push('&');
            self.char += 1;
            self.byte += 1;
            return;
        };
        let (c, width) = reference(rest).unwrap_or((c, 1 + len + usize::from(closed)));
        self.gap = true;
        let before = self.byte;
        self.push(c);
        let here = self.block.chars.last().is_some_and(|l| l.2 == before);
        if here {
            self.block.wide.push((self.block.chars.len() - 1, width));
        }
        self.skip(width);
    }

    fn tag(&mut self) {
        let rest = self.rest();
        if rest.starts_with("<!--") {
            let end = rest
                .get(4..)
                .and_then(|r| r.find("-->"))
                .map_or(rest.len(), |e| e + 7);
            return self.skip(end);
        }
        let end = tag_end(rest);
        let inner = rest.get(1..end.saturating_sub(1)).unwrap_or("");
        let closing = inner.starts_with('/');
        let body = inner.trim_start_matches('/');
        let len = body
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || *b == b'-')
            .count();
        let name = body.get(..len).unwrap_or("").to_ascii_lowercase();
        let attributes = body.get(len..).unwrap_or("");
        self.nest(&name, closing, attributes);
        if BREAKING.contains(&name.as_str()) {
            self.flush();
            let level = name
                .strip_prefix('h')
                .and_then(|l| l.parse::<u8>().ok())
                .unwrap_or(0);
            if level > 0 || name != "br" {
                self.block.heading = if closing { 0 } else { level };
            }
        }
        self.say(&name, closing, attributes);
        self.skip(end);
        if !closing && SILENT.contains(&name.as_str()) && !inner.ends_with('/') {
            self.skip_element(&name, attributes);
        }
    }

    fn nest(&mut self, name: &str, closing: bool, attributes: &str) {
        match (name, closing) {
            ("a", false) => self.links += 1,
            ("a", true) => self.links = self.links.saturating_sub(1),
            ("time", c) => {
                self.time = !c;
                self.block.dated = true;
            }
            _ => {}
        }
        if closing {
            self.depth = self.depth.saturating_sub(1);
        } else if !VOID.contains(&name) && !attributes.ends_with('/') {
            self.depth += 1;
            self.out.depth = self.out.depth.max(self.depth);
        }
    }

    /// Notes what a tag says about the page.
    fn say(&mut self, name: &str, closing: bool, attributes: &str) {
        if closing {
            return;
        }
        let note = |meta: &mut BTreeMap<String, String>, key: &str, value: Option<String>| {
            if let Some(value) = value.filter(|v| !v.trim().is_empty()) {
                meta.entry(key.to_owned())
                    .or_insert_with(|| value.trim().to_owned());
            }
        };
        let meta = &mut self.out.meta;
        match name {
            "html" => note(meta, "<lang>", attribute(attributes, "lang")),
            "meta" => {
                let key = ["property", "name", "itemprop", "http-equiv"]
                    .iter()
                    .find_map(|k| attribute(attributes, k));
                if let Some(key) = key {
                    note(meta, &key.to_lowercase(), attribute(attributes, "content"));
                }
            }
            "link" if attribute(attributes, "rel").as_deref() == Some("canonical") => {
                note(meta, "<canonical>", attribute(attributes, "href"));
            }
            "time" => note(meta, "<time>", attribute(attributes, "datetime")),
            _ => {}
        }
    }

    /// Skips an element whose content is no text; keeps the title and the date of a JSON-LD script.
    fn skip_element(&mut self, name: &str, attributes: &str) {
        let rest = self.rest();
        let end = find_closing(rest, name);
        let content = rest.get(..end).unwrap_or("");
        if name == "title" {
            let text = scan_text(content);
            self.out.meta.entry("<title>".to_owned()).or_insert(text);
        } else if name == "script" && attributes.contains("ld+json") {
            let date = json_ld_date(content);
            if let Some(date) = date {
                self.out.meta.entry("<json-ld>".to_owned()).or_insert(date);
            }
        }
        self.depth = self.depth.saturating_sub(1);
        self.skip(end);
        if self.rest().starts_with("</") {
            let end = tag_end(self.rest());
            self.skip(end);
        }
    }
}

/// Length of a tag with its angle brackets; quotes protect a `>`.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (at, b) in rest.bytes().enumerate() {
        match (quote, b) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if at > 0 && rest.as_bytes().get(at - 1) == Some(&b'=') => {
                quote = Some(b);
            }
            (Some(q), _) if q == b => quote = None,
            _ => {}
        }
        if at > 20_000 {
            break;
        }
    }
    rest.find('>').map_or(rest.len(), |e| e + 1)
}

/// Byte position of `</name`, or the end.
fn find_closing(rest: &str, name: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|r| r.find("</")) {
        let start = from + at;
        if bytes
            .get(start + 2..start + 2 + name.len())
            .is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()))
        {
            return start;
        }
        from = start + 2;
    }
    rest.len()
}

/// Reads `datePublished` out of a JSON-LD script without trusting it to be JSON.
fn json_ld_date(content: &str) -> Option<String> {
    let at = content.find("\"datePublished\"")?;
    let rest = content
        .get(at + 15..)?
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .strip_prefix('"')?;
    rest.get(..rest.find('"')?).map(str::to_owned)
}

fn scan_text(content: &str) -> String {
    let blocks = resolved(content);
    blocks.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads one attribute, quoted or not.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let mut from = 0;
    loop {
        let at = from + lower.get(from..)?.find(name)?;
        from = at + name.len();
        let starts = at == 0
            || lower
                .as_bytes()
                .get(at - 1)
                .is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b'\''));
        let Some(value) = attributes
            .get(from..)?
            .trim_start()
            .strip_prefix('=')
            .filter(|_| starts)
        else {
            continue;
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let text = match quote {
            Some(q) => value.get(1..)?.split(q).next()?,
            None => value
                .split(|c: char| c.is_whitespace() || c == '>')
                .next()?,
        };
        return Some(resolved(text));
    }
}

/// Named characters of the HTML standard that news pages use.
const NAMED: &[(&str, char)] = &[
    ("AElig", 'Æ'),
    ("Aacute", 'Á'),
    ("Acirc", 'Â'),
    ("Agrave", 'À'),
    ("Aring", 'Å'),
    ("Atilde", 'Ã'),
    ("Auml", 'Ä'),
    ("Ccedil", 'Ç'),
    ("ETH", 'Ð'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Egrave", 'È'),
    ("Euml", 'Ë'),
    ("Iacute", 'Í'),
    ("Icirc", 'Î'),
    ("Igrave", 'Ì'),
    ("Iuml", 'Ï'),
    ("Ntilde", 'Ñ'),
    ("OElig", 'Œ'),
    ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'),
    ("Ograve", 'Ò'),
    ("Oslash", 'Ø'),
    ("Otilde", 'Õ'),
    ("Ouml", 'Ö'),
    ("Scaron", 'Š'),
    ("THORN", 'Þ'),
    ("Uacute", 'Ú'),
    ("Ucirc", 'Û'),
    ("Ugrave", 'Ù'),
    ("Uuml", 'Ü'),
    ("Yacute", 'Ý'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("acute", '´'),
    ("aelig", 'æ'),
    ("agrave", 'à'),
    ("amp", '&'),
    ("apos", '\''),
    ("aring", 'å'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("bdquo", '„'),
    ("brvbar", '¦'),
    ("bull", '•'),
    ("ccedil", 'ç'),
    ("cent", '¢'),
    ("copy", '©'),
    ("deg", '°'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("egrave", 'è'),
    ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'),
    ("eth", 'ð'),
    ("euml", 'ë'),
    ("euro", '€'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("gt", '>'),
    ("hellip", '…'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iexcl", '¡'),
    ("igrave", 'ì'),
    ("iquest", '¿'),
    ("iuml", 'ï'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("lsaquo", '‹'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("micro", 'µ'),
    ("middot", '·'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("not", '¬'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("oelig", 'œ'),
    ("ograve", 'ò'),
    ("ordf", 'ª'),
    ("ordm", 'º'),
    ("oslash", 'ø'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("para", '¶'),
    ("permil", '‰'),
    ("plusmn", '±'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rsaquo", '›'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("scaron", 'š'),
    ("sect", '§'),
    ("shy", '\u{ad}'),
    ("sup1", '¹'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("szlig", 'ß'),
    ("thinsp", '\u{2009}'),
    ("thorn", 'þ'),
    ("times", '×'),
    ("trade", '™'),
    ("uacute", 'ú'),
    ("ucirc", 'û'),
    ("ugrave", 'ù'),
    ("uml", '¨'),
    ("uuml", 'ü'),
    ("yacute", 'ý'),
    ("yen", '¥'),
    ("yuml", 'ÿ'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
];

/// Reads a character reference with its semicolon at the start of a text ("&rsquo;…"): the character and its length, which is the same in bytes and code
/// points. One that was escaped twice ("&amp;rsquo;") is read as what it stood for.
pub(super) fn reference(text: &str) -> Option<(char, usize)> {
    let one = |text: &str| {
        let body = text.strip_prefix('&')?;
        let end = body.bytes().take(32).position(|b| b == b';')?;
        Some((resolve(body.get(..end)?)?, end + 2))
    };
    let (c, len) = one(text)?;
    let twice = || {
        let inner = text.get(len - 1..)?.strip_prefix(';')?;
        let end = inner.bytes().take(32).position(|b| b == b';')?;
        Some((resolve(inner.get(..end)?)?, len + end + 1))
    };
    if c == '&' {
        return twice().or(Some((c, len)));
    }
    Some((c, len))
}

/// Resolves the character references of a text.
pub(super) fn resolved(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or(""));
        let from = rest.get(at..).unwrap_or("");
        let (c, len) = reference(from).unwrap_or(('&', 1));
        out.push(c);
        rest = from.get(len..).unwrap_or("");
    }
    out.push_str(rest);
    out
}

fn resolve(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    NAMED
        .binary_search_by(|n| n.0.cmp(name))
        .ok()
        .and_then(|i| NAMED.get(i))
        .map(|n| n.1)
}
