//! Quotation marks and apostrophes as print has them.

/// Turns the marks that people type into those that English WordPress shows (`wptexturize`): a mark
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
    text.chars().map(&mut curl).collect()
}

#[cfg(test)]
mod tests {
    use super::curled;

    /// The names and what WordPress made of them in titles.
    #[test]
    fn marks_as_wordpress_shows_them() {
        assert_eq!(curled("it's \"quoted\""), "it’s “quoted”");
        assert_eq!(curled("The \"Quay\" & it's people"), "The “Quay” & it’s people");
        assert_eq!(curled("the skippers' ('old') boats"), "the skippers’ (‘old’) boats");
    }
}
