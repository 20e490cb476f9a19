//! How the bytes of a document become text where its lines are shown; what it says was judged before.

/// An encoding, as far as showing a line asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// UTF-8; what is none is shown as if it were Latin-1.
    Utf8,
    /// One byte a character.
    Bytes,
    BigEndian,
    LittleEndian,
}

impl Encoding {
    /// Looks at the start of a document.
    pub(super) fn of(start: &[u8]) -> Encoding {
        match start {
            [0xFE, 0xFF, ..] | [0, _, ..] => Encoding::BigEndian,
            [0xFF, 0xFE, ..] | [_, 0, ..] => Encoding::LittleEndian,
            _ if says_other(start) => Encoding::Bytes,
            _ => Encoding::Utf8,
        }
    }

    /// How many bytes a character has, where their places are counted in characters.
    pub(super) fn unit(self) -> Option<u64> {
        match self {
            Encoding::Utf8 => None,
            Encoding::Bytes => Some(1),
            // Characters of two units are rare, and put the caret a little too far to the left.
            Encoding::BigEndian | Encoding::LittleEndian => Some(2),
        }
    }

    /// Where the first line ends, behind its line feed.
    pub(super) fn line_end(self, bytes: &[u8]) -> Option<usize> {
        let feed: &[u8] = match self {
            Encoding::Utf8 | Encoding::Bytes => {
                return memchr::memchr(b'\n', bytes).map(|at| at + 1);
            }
            Encoding::BigEndian => b"\0\n",
            Encoding::LittleEndian => b"\n\0",
        };
        bytes.chunks_exact(2).position(|unit| unit == feed).map(|at| 2 * at + 2)
    }

    /// Reads bytes that may begin and end within a character.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        let unit = match self {
            Encoding::Utf8 => return utf_8(bytes),
            Encoding::Bytes => return latin_1(bytes),
            Encoding::BigEndian => u16::from_be_bytes,
            Encoding::LittleEndian => u16::from_le_bytes,
        };
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    }
}

/// Whether the XML declaration names something else than UTF-8, which then has one byte a character.
fn says_other(start: &[u8]) -> bool {
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let declaration = start.split("?>").next().filter(|it| it.starts_with("<?xml"));
    let named = declaration.and_then(|it| it.split_once("encoding"));
    named.is_some_and(|(_, name)| !name.contains("utf-8") && !name.contains("ascii"))
}

fn utf_8(bytes: &[u8]) -> String {
    let whole = |byte: &u8| byte & 0xC0 != 0x80;
    let start = bytes.iter().take(3).position(whole).unwrap_or(0);
    match std::str::from_utf8(&bytes[start..]) {
        Ok(text) => text.to_owned(),
        Err(e) if e.error_len().is_none() => {
            String::from_utf8_lossy(&bytes[start..start + e.valid_up_to()]).into_owned()
        }
        Err(_) => latin_1(bytes),
    }
}

fn latin_1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_their_first_bytes() {
        let of = |start: &str| Encoding::of(start.as_bytes());
        assert_eq!(of("<?xml version='1.0'?><a encoding=''/>"), Encoding::Utf8);
        assert_eq!(of("<?xml version='1.0' encoding='UTF-8'?>"), Encoding::Utf8);
        assert_eq!(of("<?xml version='1.0' encoding='windows-1252'?>"), Encoding::Bytes);
        assert_eq!(of(""), Encoding::Utf8);
        assert_eq!(of("{\0"), Encoding::LittleEndian);
        assert_eq!(of("\0<"), Encoding::BigEndian);
    }

    #[test]
    fn bytes_that_are_cut_within_a_character_are_read() {
        assert_eq!(Encoding::Utf8.decode(b"\xA9 caf\xC3\xA9 \xC3"), " café ");
        assert_eq!(Encoding::Utf8.decode(b"caf\xE9 au lait"), "café au lait");
        assert_eq!(Encoding::BigEndian.decode(b"\0a\0"), "a");
    }
}
