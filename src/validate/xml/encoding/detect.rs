//! The encoding from the first bytes (XML 1.0, appendix F).

use memchr::memmem;

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Sign {
    /// Nothing: characters of ASCII are single bytes.
    None,
    /// The byte order mark of UTF-8.
    Utf8Mark,
    /// A byte order mark of UTF-16, or without one its pattern.
    Utf16 {
        /// Whether the lower byte comes first.
        little: bool,
        /// Whether there is a byte order mark.
        marked: bool,
    },
    /// UTF-32, which feeds are not written in.
    Utf32,
    /// An encoding that has not even ASCII.
    Ebcdic,
}

impl Sign {
    pub(in super::super) fn name(self) -> &'static str {
        match self {
            Sign::None | Sign::Utf8Mark => "UTF-8",
            Sign::Utf16 { .. } => "UTF-16",
            Sign::Utf32 => "UTF-32",
            Sign::Ebcdic => "EBCDIC",
        }
    }
}

/// The sign, and how many bytes of it are no text.
pub(super) fn sign(bytes: &[u8]) -> (Sign, usize) {
    let utf16 = |little, marked| Sign::Utf16 { little, marked };
    match bytes {
        [0, 0, 0xFE, 0xFF, ..] | [0xFF, 0xFE, 0, 0, ..] => (Sign::Utf32, 4),
        [0, 0, 0, b'<', ..] | [b'<', 0, 0, 0, ..] => (Sign::Utf32, 0),
        [0xFE, 0xFF, ..] => (utf16(false, true), 2),
        [0xFF, 0xFE, ..] => (utf16(true, true), 2),
        [0xEF, 0xBB, 0xBF, ..] => (Sign::Utf8Mark, 3),
        [0, b'<', 0, ..] => (utf16(false, false), 0),
        [b'<', 0, _, 0, ..] => (utf16(true, false), 0),
        [0x4C, 0x6F, 0xA7, 0x94, ..] => (Sign::Ebcdic, 0),
        _ => (Sign::None, 0),
    }
}

/// The encoding's name in the XML declaration, behind white space too, which is an error of its own.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    let start = bytes.trim_ascii_start();
    let start = start[..start.len().min(512)].strip_prefix(b"<?xml")?;
    let declaration = &start[..memmem::find(start, b"?>")?];
    let at = memmem::find(declaration, b"encoding")? + b"encoding".len();
    let value = declaration[at..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (quote, value) = value.split_first()?;
    let end = value.iter().position(|byte| byte == quote)?;
    String::from_utf8(value[..end].to_vec()).ok()
}
