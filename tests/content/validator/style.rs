//! What the W3C's feed validator says of a style attribute (`checkStyle`).

use super::known::{KEYWORDS, PROPERTIES, UNITS};
use super::names;

/// The parts of a style that it takes for a danger; all of it where it does not look like a style.
pub(super) fn dangers(style: &str) -> Vec<String> {
    let Some(declarations) = declarations(style).filter(|_| is_plain(style)) else {
        return vec![style.to_owned()];
    };
    declarations.into_iter().flat_map(|(name, value)| in_declaration(&name, &value)).collect()
}

fn in_declaration(name: &str, value: &str) -> Vec<String> {
    if !names(PROPERTIES, name) {
        return vec![name.to_owned()];
    }
    let family = name.split('-').next();
    if !matches!(family, Some("background" | "border" | "margin" | "padding")) {
        return Vec::new();
    }
    let words = value.split_whitespace();
    let unknown =
        words.filter(|word| !names(KEYWORDS, word) && !is_color(word) && !is_length(word));
    unknown.map(str::to_owned).collect()
}

/// The declarations, in small letters. A blank behind the last semicolon is too much.
fn declarations(style: &str) -> Option<Vec<(String, String)>> {
    let style = style.to_ascii_lowercase();
    let mut parts: Vec<&str> = style.split(';').collect();
    parts.pop_if(|last| last.is_empty());
    let declaration = |part: &&str| {
        let (name, value) = part.split_once(':')?;
        let name = name.trim();
        let known = !name.is_empty() && name.bytes().all(|b| b == b'-' || is_word(b));
        (known && !value.contains(':')).then(|| (name.to_owned(), value.trim().to_owned()))
    };
    parts.iter().map(declaration).collect()
}

/// Tells whether it is made of plain signs: a hyphen stands between two letters that no other one needs,
/// quotes hold words, parentheses hold whole numbers.
fn is_plain(style: &str) -> bool {
    let bytes = style.as_bytes();
    let mut reached = vec![false; bytes.len() + 1];
    reached[0] = true;
    for at in 0..bytes.len() {
        if reached[at] {
            for length in lengths(&bytes[at..]) {
                reached[at + length] = true;
            }
        }
    }
    reached[bytes.len()]
}

/// How many bytes may be passed over at once.
fn lengths(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let first = bytes[0];
    let one =
        first.is_ascii_alphanumeric() || first.is_ascii_whitespace() || b":,;#%.!".contains(&first);
    let hyphen = matches!(bytes, [a, b'-', b, ..] if is_word(*a) && is_word(*b));
    let word = |b: &u8| is_word(*b) || b.is_ascii_whitespace();
    let number = |b: &u8| b.is_ascii_digit() || b.is_ascii_whitespace() || *b == b',';
    let enclosed = match first {
        b'\'' | b'"' => enclosed(bytes, first, word),
        b'(' => enclosed(bytes, b')', number),
        _ => None,
    };
    [one.then_some(1), hyphen.then_some(3), enclosed].into_iter().flatten()
}

fn enclosed(bytes: &[u8], end: u8, may_hold: impl Fn(&u8) -> bool) -> Option<usize> {
    let inside = bytes[1..].iter().take_while(|byte| may_hold(byte)).count();
    (inside > 0 && bytes.get(inside + 1) == Some(&end)).then_some(inside + 2)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_color(word: &str) -> bool {
    if let Some(hex) = word.strip_prefix('#') {
        return !hex.is_empty() && hex.bytes().all(|b| b.is_ascii_hexdigit());
    }
    let Some(parts) = word.strip_prefix("rgb(") else { return false };
    let parts: Vec<&str> = parts.strip_suffix(')').unwrap_or(parts).split(',').collect();
    let number = |part: &&str| part.trim_end_matches('%').bytes().all(|b| b.is_ascii_digit());
    matches!(parts.len(), 2 | 3) && !parts[0].is_empty() && parts.iter().all(number)
}

/// Tells whether it is a number of at most three figures, with or without a unit.
fn is_length(word: &str) -> bool {
    let unit = UNITS.into_iter().find(|unit| word.ends_with(unit)).unwrap_or_default();
    let number = &word[..word.len() - unit.len()];
    let (whole, part) = number.split_once('.').map_or((number, None), |(a, b)| (a, Some(b)));
    let figures = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    figures(whole)
        && match part {
            Some(part) => whole.len() <= 1 && matches!(part.len(), 1 | 2) && figures(part),
            None => matches!(whole.len(), 1..=3),
        }
}

#[test]
fn knows_dangers() {
    for style in [
        "color: red",
        "text-align:center;font-size:1.5em;",
        "margin: 0 auto; border:1px solid #ccc; background-color:rgb(1,2,3)",
        "font-family: \"Open Sans\", 'b'",
        "width:calc (1, 2)",
        "",
    ] {
        assert_eq!(dangers(style), [""; 0], "{style}");
    }
    for (style, danger) in [
        ("position:absolute", "position"),
        ("margin: -1px", "margin: -1px"),
        ("margin: 1rem", "1rem"),
        ("margin: 1200px", "1200px"),
        ("margin: 1.px", "1.px"),
        ("color: red; ", "color: red; "),
        ("color: red;; width: 1px", "color: red;; width: 1px"),
        ("color", "color"),
        ("background: url(x.png)", "background: url(x.png)"),
        ("color: var(--x)", "color: var(--x)"),
        ("color: rgba(0,0,0,.5)", "color: rgba(0,0,0,.5)"),
        ("a-b-c: d", "a-b-c: d"),
        ("border: 1px solid orange", "orange"),
        ("x_y: 1", "x_y: 1"),
        ("font: 1px/2 a", "font: 1px/2 a"),
    ] {
        assert_eq!(dangers(style), [danger], "{style}");
    }
}
