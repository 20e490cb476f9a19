//! The XML declaration (section 2.8), and whether the encoding that it names is the real one (4.3.3).

use super::encoding::{Commonness, Sign, commonness, is_utf8, is_utf16, known};
use super::scan::{Note, Notes, Scan, Stop};
use super::wording::{Wrong, short};
use crate::validate::rule::Rule;
use crate::validate::rules::xml::{
    BAD_XML_VERSION, NONSTD_ENCODING, OBSCURE_ENCODING, UNICODE_ERROR, UNKNOWN_ENCODING,
};

/// What a declaration may say, in this order.
const NAMES: [&str; 3] = ["version", "encoding", "standalone"];

/// Steps over the declaration; what is wrong in it does not hide the document behind it.
pub(super) fn lex(scan: &mut Scan<'_>, sign: Sign, notes: &mut Notes) -> Result<(), Stop> {
    let start = scan.at + "<?xml".len();
    scan.at = start;
    let inside = scan.until("?>")?;
    let end = scan.at;
    let mut seen = Seen { sign, notes, next: 0, encoding: false };
    // Whatever breaks off here was cut by `?>`.
    let mut inner = Scan { text: &scan.text[..start + inside.len()], at: start };
    match seen.all(&mut inner) {
        Ok(()) => {}
        Err(Stop::Bad(note)) => seen.notes.push(note),
        Err(Stop::End) => {
            seen.notes.push(Note::new(inner.at, "expected a value in quotes, found `?>`"));
        }
    }
    seen.close(start);
    scan.at = end;
    Ok(())
}

/// What was seen of a declaration.
struct Seen<'n> {
    sign: Sign,
    notes: &'n mut Notes,
    /// The first of the names that may come.
    next: usize,
    encoding: bool,
}

impl Seen<'_> {
    fn all(&mut self, scan: &mut Scan<'_>) -> Result<(), Stop> {
        loop {
            let space = scan.space();
            if scan.rest().is_empty() {
                return Ok(());
            }
            if !space {
                return scan.bad("white space or `?>`");
            }
            self.one(scan)?;
        }
    }

    fn one(&mut self, scan: &mut Scan<'_>) -> Result<(), Stop> {
        let at = scan.at;
        let name = scan.name("`version`, `encoding` or `standalone`")?;
        let order = NAMES.iter().position(|other| *other == name);
        // The version comes first, and is the only one that has to be there.
        let fits = |order: &usize| *order >= self.next && (*order == 0) == (self.next == 0);
        match order.filter(fits) {
            Some(order) => self.next = order + 1,
            None => {
                let message =
                    "expected `version`, `encoding` and `standalone` once and in this order";
                return scan.wrong(at, format!("{message}, found `{}`", short(name)));
            }
        }
        scan.space();
        scan.need("=")?;
        scan.space();
        let at = scan.at + 1;
        let value = scan.quoted("a value in quotes")?;
        match name {
            "version" => self.version(at, value),
            "encoding" => self.encoding(at, value),
            _ if matches!(value, "yes" | "no") => {}
            _ => self.note(at, format!("expected `yes` or `no`, found `{}`", short(value)).into()),
        }
        Ok(())
    }

    fn note(&mut self, at: usize, wrong: Wrong) {
        self.notes.push(Note { at, wrong });
    }

    fn tell(&mut self, rule: &'static Rule, at: usize, message: String) {
        self.note(at, Wrong { rule, message });
    }

    fn version(&mut self, at: usize, version: &str) {
        if version != "1.0" {
            let message = format!("expected version 1.0, found `{}`", short(version));
            self.tell(&BAD_XML_VERSION, at, message);
        }
    }

    fn encoding(&mut self, at: usize, name: &str) {
        self.encoding = true;
        let shown = short(name);
        if !is_encoding_name(name) {
            return self
                .note(at, format!("expected the name of an encoding, found `{shown}`").into());
        }
        if let Some(real) = self.contradicts(name) {
            self.tell(
                &UNICODE_ERROR,
                at,
                format!("expected the encoding {real}, found the name `{shown}`"),
            );
        }
        if !known(name) {
            let message = format!("expected an encoding that is known, found `{shown}`");
            return self.tell(&UNKNOWN_ENCODING, at, message);
        }
        match commonness(name) {
            Commonness::Required => {}
            Commonness::Common => {
                let message =
                    format!("expected UTF-8, found `{shown}`, which readers need not know");
                self.tell(&NONSTD_ENCODING, at, message);
            }
            Commonness::Rare => {
                let message = format!("expected UTF-8, found `{shown}`, which few readers know");
                self.tell(&OBSCURE_ENCODING, at, message);
            }
        }
    }

    /// The real encoding, if a document of the declared one would have begun with other bytes.
    fn contradicts(&self, name: &str) -> Option<&'static str> {
        let utf16 = is_utf16(name);
        let exact = |little: bool| if little { "UTF-16LE" } else { "UTF-16BE" };
        let right = match self.sign {
            Sign::Utf8Mark => is_utf8(name),
            Sign::Utf16 { marked: true, .. } => utf16,
            Sign::Utf16 { little, .. } => utf16 || name.eq_ignore_ascii_case(exact(little)),
            _ if name.to_ascii_uppercase().starts_with("UTF-16") || utf16 => {
                return Some("that the bytes are in, which is not UTF-16");
            }
            _ => true,
        };
        (!right).then(|| self.sign.name())
    }

    /// Judges what is missing.
    fn close(&mut self, at: usize) {
        if self.next == 0 {
            self.note(at, "expected `version=\"1.0\"` in the XML declaration, found none".into());
        }
        if let (Sign::Utf16 { marked: false, .. }, false) = (self.sign, self.encoding) {
            let message = "expected a declaration of UTF-16 or a byte order mark, found none";
            self.tell(&UNICODE_ERROR, at, message.to_owned());
        }
    }
}

/// Production 81.
fn is_encoding_name(name: &str) -> bool {
    let rest = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(rest)
}
