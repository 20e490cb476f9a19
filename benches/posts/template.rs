//! Texts with `{{holes}}`, written the way PHP's `json_encode` writes them: `\/` for a slash and
//! `\u00e9` for all that is not ASCII.

/// A text in pieces: each is bytes to copy and the name of the hole behind them, if there is one.
pub(crate) struct Template(Vec<(Vec<u8>, Option<&'static str>)>);

impl Template {
    /// Makes a template of text that will stand inside a JSON string.
    pub(crate) fn of_text(text: &'static str) -> Self {
        Template::split(text, |piece| escape(piece).replace('"', "\\\"").replace('\n', "\\n"))
    }

    /// Makes a template of JSON, without the white space between its tokens.
    pub(crate) fn of_json(text: &'static str) -> Self {
        let mut in_string = false;
        Template::split(text, move |piece| {
            let is_kept = |c: &char| {
                in_string ^= *c == '"';
                in_string || !c.is_whitespace()
            };
            escape(&piece.chars().filter(is_kept).collect::<String>())
        })
    }

    fn split(text: &'static str, mut escape: impl FnMut(&str) -> String) -> Self {
        let mut pieces = Vec::new();
        for part in text.split("}}") {
            let (piece, hole) = match part.split_once("{{") {
                Some((piece, hole)) => (piece, Some(hole)),
                None => (part, None),
            };
            pieces.push((escape(piece).into_bytes(), hole));
        }
        Template(pieces)
    }

    /// Appends the text to `out`, and what `fill` appends for each hole.
    pub(crate) fn fill(&self, out: &mut Vec<u8>, mut fill: impl FnMut(&str, &mut Vec<u8>)) {
        for (piece, hole) in &self.0 {
            out.extend_from_slice(piece);
            if let Some(hole) = hole {
                fill(hole, out);
            }
        }
    }
}

/// Escapes slashes and all that is not ASCII.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '/' => escaped.push_str("\\/"),
            c if c.is_ascii() => escaped.push(c),
            c => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    escaped.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    escaped
}
