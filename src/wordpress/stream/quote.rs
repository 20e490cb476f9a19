//! Pieces of a document made fit for a message: one line, short, nothing that moves a terminal's cursor.

/// The head of a text in quotes, at most `max` characters of it.
pub(super) fn quote(text: &str, max: usize) -> String {
    format!("\"{}\"", short(text, max))
}

/// The head of a text, at most `max` characters of it.
pub(super) fn short(text: &str, max: usize) -> String {
    let mut head = line(text);
    let mut short = head.by_ref().take(max).collect::<String>();
    short.extend(head.next().map(|_| '…'));
    short
}

/// The end of a text in quotes, at most `max` characters of it.
pub(super) fn quote_end(text: &str, max: usize) -> String {
    let skip = text.chars().rev().take(4 * max).count();
    let start = text.char_indices().rev().take(skip).last().map_or(0, |(at, _)| at);
    let tail: Vec<char> = line(&text[start..]).collect();
    let cut = tail.len().saturating_sub(max);
    let mark = if cut > 0 || start > 0 { "…" } else { "" };
    format!("\"{mark}{}\"", tail[cut..].iter().collect::<String>())
}

/// The characters of a text, each run of white space and control characters as one space.
fn line(text: &str) -> impl Iterator<Item = char> {
    let blank = |c: char| c.is_whitespace() || c.is_control() || c == '\u{FEFF}';
    let mut chars = text.trim_matches(blank).chars().peekable();
    std::iter::from_fn(move || {
        let c = chars.next()?;
        if !blank(c) {
            return Some(c);
        }
        while chars.next_if(|&next| blank(next)).is_some() {}
        Some(' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_one_short_line() {
        assert_eq!(quote("\n<br />\n\t<b>Zoë</b>\u{1b}[1m", 40), "\"<br /> <b>Zoë</b> [1m\"");
        assert_eq!(quote("Zoë and Søn", 5), "\"Zoë a…\"");
        assert_eq!(quote("Zoë a", 5), "\"Zoë a\"");
        assert_eq!(quote_end("Zoë and\nSøn", 5), "\"…d Søn\"");
        assert_eq!(quote_end("Søn", 5), "\"Søn\"");
        assert_eq!(quote_end("", 5), "\"\"");
    }
}
