//! Character references: HTML, 13.2.5.72 to 13.2.5.80, as far as they are surely right.

use memchr::memchr;

/// Whether all references of the value of an attribute are surely right.
pub(super) fn references_are_sound(value: &[u8]) -> bool {
    let mut at = 0;
    while let Some(found) = memchr(b'&', &value[at..]) {
        at += found;
        let (length, sound) = reference(&value[at..]);
        // Of old, `?a=b&c=d` needs no escaping.
        if !sound && value.get(at + length) != Some(&b'=') {
            return false;
        }
        at += length;
    }
    true
}

/// How long a reference is, and whether it is surely right.
pub(super) fn reference(bytes: &[u8]) -> (usize, bool) {
    let number = bytes.get(1) == Some(&b'#');
    let start = 1 + usize::from(number);
    let word = bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let end = start + word;
    let closed = bytes.get(end) == Some(&b';');
    let name = &bytes[start..end];
    let sound = if number {
        closed && is_number(name)
    } else {
        word == 0 && !closed
            || closed && std::str::from_utf8(name).is_ok_and(crate::validate::values::is_entity)
    };
    (end + usize::from(closed), sound)
}

/// Whether a numeric reference is to a character that text may have (HTML, 13.2.5.80).
fn is_number(digits: &[u8]) -> bool {
    let digits = std::str::from_utf8(digits).unwrap_or_default();
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    };
    code.is_ok_and(|code| {
        (0x20..0x7f).contains(&code)
            || (0xa0..0xd800).contains(&code)
            || (0x1f000..0x1ff00).contains(&code)
    })
}
