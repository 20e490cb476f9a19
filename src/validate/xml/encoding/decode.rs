//! Bytes to text, one way for each kind of encoding.
//!
//! What is no text becomes U+FFFD and a fault.

use super::super::faults::Faults;
use super::detect::Sign;
use super::names::{is_ascii, is_latin1, is_utf8, is_utf16, label};
use encoding_rs::{DecoderResult, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::str;

/// How bytes become text.
pub(super) enum Way {
    Utf8,
    Ascii,
    Latin1,
    /// By the tables of the web; a `windows` has bytes that stand for nothing.
    Table {
        decoder: Box<encoding_rs::Decoder>,
        windows: bool,
    },
    /// Not at all.
    Unreadable,
}

impl Way {
    pub(super) fn new(sign: Sign, declared: Option<&str>) -> Way {
        match (sign, declared) {
            (Sign::Utf16 { little, .. }, _) => Way::table(if little { UTF_16LE } else { UTF_16BE }),
            (Sign::Utf32 | Sign::Ebcdic, _) => Way::Unreadable,
            (Sign::None, Some(name)) => Way::named(name),
            (Sign::None, None) | (Sign::Utf8Mark, _) => Way::Utf8,
        }
    }

    /// The way of a declared encoding whose name could be read as ASCII, which UTF-16 rules out.
    fn named(name: &str) -> Way {
        match name {
            _ if is_utf8(name) || is_utf16(name) => Way::Utf8,
            _ if is_ascii(name) => Way::Ascii,
            _ if is_latin1(name) => Way::Latin1,
            _ => label(name).filter(|it| it.is_ascii_compatible()).map_or(Way::Utf8, Way::table),
        }
    }

    fn table(encoding: &'static encoding_rs::Encoding) -> Way {
        let decoder = Box::new(encoding.new_decoder_without_bom_handling());
        Way::Table { decoder, windows: encoding.name().starts_with("windows") }
    }

    /// Appends text, and gives the number of bytes at the end that wait for more.
    pub(super) fn decode(
        &mut self,
        bytes: &[u8],
        last: bool,
        text: &mut String,
        faults: &mut Faults,
    ) -> usize {
        match self {
            Way::Utf8 => return utf8(bytes, last, text, faults),
            Way::Ascii => ascii(bytes, text, faults),
            Way::Latin1 => text.push_str(&encoding_rs::mem::decode_latin1(bytes)),
            Way::Table { decoder, windows } => {
                let from = text.len();
                table(decoder, bytes, last, text, faults);
                if *windows {
                    undefined(decoder.encoding().name(), from, text, faults);
                }
            }
            Way::Unreadable => {}
        }
        0
    }
}

fn utf8(bytes: &[u8], last: bool, text: &mut String, faults: &mut Faults) -> usize {
    let cut = if last { 0 } else { cut(bytes) };
    let whole = &bytes[..bytes.len() - cut];
    match simdutf8::basic::from_utf8(whole) {
        Ok(valid) => text.push_str(valid),
        Err(_) => lossy(whole, text, faults),
    }
    cut
}

fn lossy(bytes: &[u8], text: &mut String, faults: &mut Faults) {
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if let Some(byte) = chunk.invalid().first() {
            faults.no_text(text.len(), || no_utf8(*byte));
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
}

/// What to say of a byte that is no UTF-8; most such documents are windows-1252 in truth.
fn no_utf8(byte: u8) -> String {
    let (guess, _, bad) = WINDOWS_1252.decode(std::slice::from_ref(&byte));
    let guess = if bad || guess.chars().any(char::is_control) {
        String::new()
    } else {
        format!(", which is `{guess}` in windows-1252")
    };
    format!("expected UTF-8, found the byte 0x{byte:02X}{guess}")
}

/// How many bytes at the end are the start of a character that goes on behind them.
fn cut(bytes: &[u8]) -> usize {
    let starts = |n: &usize| {
        let tail = &bytes[bytes.len() - n..];
        str::from_utf8(tail).is_err_and(|e| e.valid_up_to() == 0 && e.error_len().is_none())
    };
    (1..=bytes.len().min(3)).find(starts).unwrap_or(0)
}

fn ascii(bytes: &[u8], text: &mut String, faults: &mut Faults) {
    for chunk in bytes.chunk_by(|a, b| a.is_ascii() == b.is_ascii()) {
        if let (true, Ok(valid)) = (chunk[0].is_ascii(), str::from_utf8(chunk)) {
            text.push_str(valid);
            continue;
        }
        for byte in chunk {
            faults
                .no_text(text.len(), || format!("expected US-ASCII, found the byte 0x{byte:02X}"));
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
}

fn table(
    decoder: &mut encoding_rs::Decoder,
    mut bytes: &[u8],
    last: bool,
    text: &mut String,
    faults: &mut Faults,
) {
    loop {
        let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
        text.reserve(room.unwrap_or(bytes.len()));
        let (result, read) = decoder.decode_to_string_without_replacement(bytes, text, last);
        bytes = &bytes[read..];
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                let name = decoder.encoding().name();
                faults.no_text(text.len(), || {
                    format!("expected {name}, found bytes that are none of its characters")
                });
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
}

/// Takes note of bytes that Windows gives no meaning: the web's tables let them through as controls.
fn undefined(name: &str, from: usize, text: &str, faults: &mut Faults) {
    let controls = text[from..].char_indices().filter(|(_, c)| matches!(c, '\u{80}'..='\u{9F}'));
    for (at, c) in controls {
        faults.no_text(from + at, || {
            format!("expected {name}, found the byte 0x{:02X}, which it does not have", c as u32)
        });
    }
}
