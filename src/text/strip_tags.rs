//! Tags stripped as PHP's `strip_tags` strips them (`php_strip_tags_ex`), oddities included: what it takes
//! for a tag decides what WordPress shows.

use std::borrow::Cow;

/// Strips tags: a `<` before white space is text, quotes hide a `>`, and an unclosed tag takes the rest with
/// it.
pub(crate) fn strip_tags(html: &str) -> Cow<'_, str> {
    if memchr::memchr2(b'<', b'\0', html.as_bytes()).is_none() {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut stripper = Stripper::new(html);
    let mut kept = 0;
    for at in 0..html.len() {
        let before = stripper.inside;
        let keeps = stripper.step(at);
        match (before, stripper.inside) {
            (Inside::Text, Inside::Text) if keeps => {}
            (Inside::Text, _) => {
                out.push_str(&html[kept..at]);
                kept = at + 1;
            }
            (_, Inside::Text) => kept = at + 1,
            _ => {}
        }
    }
    if stripper.inside == Inside::Text {
        out.push_str(&html[kept..]);
    }
    Cow::Owned(out)
}

/// What PHP's `strip_tags` is inside of.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Text,
    Tag,
    Php,
    Declaration,
    Comment,
}

/// The state of the function.
struct Stripper<'a> {
    bytes: &'a [u8],
    inside: Inside,
    /// Tags opened within tags.
    depth: usize,
    /// The quotation mark that hides a `>`, or 0.
    quote: u8,
    /// The last mark that counted within PHP.
    last: u8,
    /// Round brackets open within PHP.
    brackets: i32,
    /// Whether the tag is an XML declaration, where `->` does not close.
    xml: bool,
}

impl<'a> Stripper<'a> {
    fn new(html: &'a str) -> Self {
        let bytes = html.as_bytes();
        Stripper {
            bytes,
            inside: Inside::Text,
            depth: 0,
            quote: 0,
            last: 0,
            brackets: 0,
            xml: false,
        }
    }

    /// Takes one byte; tells whether text keeps it.
    fn step(&mut self, at: usize) -> bool {
        match self.inside {
            Inside::Text => return self.text(at),
            Inside::Tag => self.tag(at),
            Inside::Php => self.php(at),
            Inside::Declaration => self.declaration(at),
            Inside::Comment => self.comment(at),
        }
        false
    }

    fn text(&mut self, at: usize) -> bool {
        let byte = self.bytes[at];
        match byte {
            b'<' if self.quote == 0 && self.opens(at) => {
                (self.inside, self.last) = (Inside::Tag, b'<');
                false
            }
            b'>' if self.depth > 0 => {
                self.depth -= 1;
                false
            }
            _ => byte != 0,
        }
    }

    fn tag(&mut self, at: usize) {
        let byte = self.bytes[at];
        match byte {
            b'<' if self.quote == 0 && self.opens(at) => self.depth += 1,
            b'>' if self.closes() && !(self.xml && self.follows(at, b"-")) => {
                (self.inside, self.last, self.xml) = (Inside::Text, b'>', false);
            }
            b'"' | b'\'' => self.toggle(at),
            b'!' if self.follows(at, b"<") => {
                (self.inside, self.last) = (Inside::Declaration, b'!');
            }
            b'?' if self.follows(at, b"<") => (self.inside, self.brackets) = (Inside::Php, 0),
            _ => {}
        }
    }

    fn php(&mut self, at: usize) {
        let quoted = matches!(self.last, b'"' | b'\'');
        let byte = self.bytes[at];
        match byte {
            b'(' | b')' if !quoted => {
                self.brackets += if byte == b'(' { 1 } else { -1 };
                self.last = byte;
            }
            b'>' if self.closes()
                && self.brackets == 0
                && self.last != b'"'
                && self.follows(at, b"?") =>
            {
                self.inside = Inside::Text;
            }
            b'"' | b'\'' if !self.follows(at, b"\\") => {
                self.last = if self.last == byte { 0 } else { byte };
                self.toggle(at);
            }
            b'l' | b'L' if at > 4 && self.follows(at, b"<?xm") => {
                (self.inside, self.xml) = (Inside::Tag, true);
            }
            _ => {}
        }
    }

    fn declaration(&mut self, at: usize) {
        let byte = self.bytes[at];
        match byte {
            b'>' if self.closes() => self.inside = Inside::Text,
            b'"' | b'\'' if !self.follows(at, b"\\") => self.toggle(at),
            b'-' if self.follows(at, b"!-") => self.inside = Inside::Comment,
            b'E' | b'e' if at > 6 && self.follows(at, b"doctyp") => self.inside = Inside::Tag,
            _ => {}
        }
    }

    fn comment(&mut self, at: usize) {
        if self.bytes[at] == b'>' && self.quote == 0 && self.follows(at, b"--") {
            self.inside = Inside::Text;
        }
    }

    /// A `<` opens a tag unless white space follows.
    fn opens(&self, at: usize) -> bool {
        self.bytes.get(at + 1).is_none_or(|next| !is_space(*next))
    }

    /// A `>` closes what is open, but for tags within tags and quotes.
    fn closes(&mut self) -> bool {
        let nested = self.depth > 0;
        self.depth = self.depth.saturating_sub(1);
        !nested && self.quote == 0
    }

    fn toggle(&mut self, at: usize) {
        let mark = self.bytes[at];
        self.quote = match self.quote {
            0 => mark,
            open if open == mark => 0,
            open => open,
        };
    }

    /// Tells whether these bytes stand right before the place, in whatever case.
    fn follows(&self, at: usize, bytes: &[u8]) -> bool {
        at.checked_sub(bytes.len())
            .is_some_and(|from| self.bytes[from..at].eq_ignore_ascii_case(bytes))
    }
}

/// White space as C's `isspace` knows it.
fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0x0B
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What PHP 8.2's `strip_tags` answered.
    #[test]
    fn strips_as_php_does() {
        for (html, text) in [
            ("5 < 6 &#038;&#038; 7 > 3", "5 < 6 &#038;&#038; 7 > 3"),
            ("A <em>stressed</em> <a href=\"/?a=1>2\">link</a>", "A stressed link"),
            ("<script>alert(\"x\")</script>Safe", "alert(\"x\")Safe"),
            ("<span></span>", ""),
            ("H<sub>2</sub>O<br>broken", "H2Obroken"),
            ("I <3 you", "I "),
            ("a<!-- c > d -->b", "ab"),
            ("a<?php echo '>'; ?>b", "ab"),
            ("a<b<c>d>e", "ae"),
            ("ends with <", "ends with "),
            ("it's <b title='x>y'>bold</b> isn't", "it's bold isn't"),
            ("a<!doctype html>b", "ab"),
            ("nul\0byte", "nulbyte"),
        ] {
            assert_eq!(strip_tags(html), text, "{html}");
        }
    }
}
