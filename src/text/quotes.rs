//! Quotation marks, apostrophes and dashes as print has them.

/// Turns the marks of a name that people type into those that English WordPress shows (`wptexturize`): a mark
/// after a letter or a figure closes, any other opens. It leaves feet, inches and decades to themselves.
pub(crate) fn curled(text: &str) -> String {
    let mut before = ' ';
    let mut curl = |mark: char| {
        let opens = before.is_whitespace() || "([{-–—/\"'“‘".contains(before);
        before = mark;
        match (mark, opens) {
            ('"', true) => '“',
            ('"', false) => '”',
            ('\'', true) => '‘',
            ('\'', false) => '’',
            _ => mark,
        }
    };
    dashed(&text.chars().map(&mut curl).collect::<String>())
}

/// Turns hyphens that stand for dashes into these, and three dots into one mark (`wptexturize`).
pub(crate) fn dashed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['-', '.']) {
        let (before, marks) = rest.split_at(at);
        out.push_str(before);
        let (mark, length) = mark(marks, &out);
        out.push_str(mark);
        rest = &marks[length..];
    }
    out + rest
}

/// What stands for the marks with which a text begins, and for how many bytes of it.
fn mark<'a>(text: &'a str, before: &str) -> (&'a str, usize) {
    let alone = |length: usize| {
        before.chars().next_back().is_none_or(char::is_whitespace)
            && text[length..].chars().next().is_none_or(char::is_whitespace)
    };
    match text {
        _ if text.starts_with("...") => ("…", 3),
        _ if text.starts_with("---") => ("—", 3),
        _ if text.starts_with("--") && alone(2) => ("—", 2),
        // Names of hosts that are not ASCII begin so.
        _ if text.starts_with("--") && before.ends_with("xn") => (&text[..2], 2),
        _ if text.starts_with("--") => ("–", 2),
        _ if text.starts_with('-') && alone(1) => ("–", 1),
        _ => (&text[..1], 1),
    }
}

#[cfg(test)]
mod tests {
    use super::{curled, dashed};

    /// The names and what WordPress made of them in titles.
    #[test]
    fn marks_as_wordpress_shows_them() {
        assert_eq!(curled("it's \"quoted\""), "it’s “quoted”");
        assert_eq!(curled("The \"Quay\" & it's people"), "The “Quay” & it’s people");
        assert_eq!(curled("the skippers' ('old') boats"), "the skippers’ (‘old’) boats");
    }

    #[test]
    fn dashes_as_wordpress_shows_them() {
        for (typed, shown) in [
            ("Tea--time", "Tea–time"),
            ("Salt -- pepper", "Salt — pepper"),
            ("a - b-c --- d----e", "a – b-c — d—-e"),
            ("xn--p1ai -", "xn--p1ai –"),
            ("so... 1.5", "so… 1.5"),
        ] {
            assert_eq!(dashed(typed), shown);
        }
    }
}
